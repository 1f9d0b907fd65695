// @ts-check
// `npm run demo`: the whole pipeline from a bare clone, on the committed dist/, with Node 20 or later and nothing else.
// Plan, verify and measure the five images; build one for real on a real Docker engine with its base, upstream and
// wheels replaced by stand-ins; run it in a container without a GPU; report. It proves the plumbing, not the model.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBaseStandIn } from "../test/stand-ins/base/base.mjs";
import { writeStandIns } from "../test/stand-ins/contexts.mjs";
import { startEngine } from "./engine.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const results = "model-image-results";
const model = "maptr";

/** @param {string} text */
const say = (text) => process.stderr.write(`${text}\n`);

/**
 * Runs one verb of the command line; its log and result go straight to the terminal.
 * @param {string} title @param {string[]} args @param {Record<string, string>} [env]
 */
function mia(title, args, env = {}) {
  say(`\n== ${title}\n   node dist/cli.cjs ${args.join(" ")}`);
  const { status } = spawnSync(process.execPath, [path.join(root, "dist/cli.cjs"), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

/** @param {Awaited<ReturnType<typeof startEngine>>} engine @param {string} scratch */
async function buildAndRun(engine, scratch) {
  await ensureBaseStandIn({ env: engine.env, log: say });
  const { upstream, wheels } = await writeStandIns({ root, slug: model, out: scratch });
  const image = `${engine.registry ?? "mia-demo"}/${model}:demo`;
  const contexts = ["base=docker-image://mia-stand-in/base:1", `upstream=${upstream}`, `wheels=${wheels}`];
  const built = mia(
    "build: the real Dockerfile, its base, upstream and wheels replaced by stand-ins",
    [
      "build-image",
      `images/${model}`,
      "--tags",
      image,
      ...contexts.flatMap((context) => ["--build-contexts", context]),
      ...(engine.registry ? ["--push"] : []),
    ],
    engine.env,
  );
  if (built !== 0) return built;
  return mia(
    "smoke: the built image in a container, without a GPU, on a CPU stand-in of the model",
    ["smoke-inference", `images/${model}`, "--image", image, "--gpu", "none"],
    engine.env,
  );
}

/**
 * Starts an engine, builds, runs, stops the engine. Without an engine the build is tried all the same: its record then
 * says what is missing, and the report says that the demo failed.
 * @param {string} scratch
 */
async function withEngine(scratch) {
  try {
    const engine = await startEngine({ log: say });
    say(`\nDocker engine: ${engine.kind}, ${engine.version}`);
    try {
      return await buildAndRun(engine, scratch);
    } finally {
      if (engine.kind === "private") say("\nstopping the private engine");
      await engine.stop();
    }
  } catch (error) {
    say(`\nNo image can be built: ${/** @type {Error} */ (error).message}`);
    return Math.max(
      1,
      mia("build: without an engine it can only say so", ["build-image", `images/${model}`]),
    );
  }
}

async function demo() {
  rmSync(path.join(root, results), { recursive: true, force: true });
  const statuses = [
    mia("plan: which models, and why", ["plan-matrix", "--expects", "verify"]),
    mia("verify: do the five image folders keep their promises?", ["verify-dockerfile"]),
  ];
  const scratch = mkdtempSync(path.join(tmpdir(), "mia-demo-"));
  try {
    statuses.push(await withEngine(scratch));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  statuses.push(
    mia("report", ["report", "--html", `${results}/report.html`, "--markdown", `${results}/report.md`]),
  );
  say(
    `\nThe same page: ${results}/report.html and ${results}/report.md; the records it was made from lie beside it.`,
  );
  const status = Math.max(...statuses);
  if (status !== 0) say("The demo is incomplete: see the first failure above.");
  return status;
}

process.exitCode = await demo();
