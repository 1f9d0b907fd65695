// The command line: start, stop, status, env. Progress goes to stderr, what a shell may evaluate to stdout.
import { stopKeeper } from "./keep.mjs";
import { place } from "./place.mjs";
import { readState } from "./state.mjs";

const USAGE = `usage: node scripts/engine.mjs start|stop|status|env
  start   find or start an engine, leave it running, print its exports
  env     print the exports of a running private engine
  status  say what runs (exit 1 when nothing does)
  stop    stop the private engine and its registry, by pid
`;

/**
 * @param {string[]} args
 * @param {typeof import("../engine.mjs").startEngine} startEngine
 * @returns {Promise<number>} the exit code
 */
export async function main(args, startEngine) {
  const log = (/** @type {string} */ line) => void process.stderr.write(`engine: ${line}\n`);
  try {
    if (args.length === 1 && args[0] === "start") {
      const engine = await startEngine({ log, keep: true });
      log(
        `${engine.kind} engine ${engine.version}, buildx ${engine.buildx}, registry ${engine.registry ?? engine.registryReason}`,
      );
      process.stdout.write(exports(engine.env, engine.registry));
      return 0;
    }
    if (args.length === 1 && args[0] === "stop") return await stop(log);
    if (args.length === 1 && args[0] === "status") return status();
    if (args.length === 1 && args[0] === "env") return await environment(log, startEngine);
    process.stderr.write(USAGE);
    return 2;
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/** @param {(line: string) => void} log */
async function stop(log) {
  for (const kind of KINDS) {
    const ran = readState(place(kind)) !== undefined;
    await stopKeeper(place(kind), log);
    log(ran ? `the ${kind} has stopped` : `no ${kind} of ours was running`);
  }
  return 0;
}

function status() {
  const lines = KINDS.flatMap((kind) => {
    const home = place(kind);
    const state = readState(home);
    if (!state) return [];
    const servers = state.servers.map(({ name, pid }) => `${name} ${pid}`).join(", ");
    return [`${kind}: ${servers}; registry ${state.registry}; logs in ${home.run}; programs in ${home.bin}`];
  });
  process.stdout.write(lines.length === 0 ? "nothing of ours is running\n" : `${lines.join("\n")}\n`);
  return lines.length === 0 ? 1 : 0;
}

/**
 * @param {(line: string) => void} log
 * @param {typeof import("../engine.mjs").startEngine} startEngine
 */
async function environment(log, startEngine) {
  if (!KINDS.some((kind) => readState(place(kind)))) {
    log("nothing of ours is running; start it with: node scripts/engine.mjs start");
    return 1;
  }
  const engine = await startEngine({ log });
  process.stdout.write(exports(engine.env, engine.registry));
  await engine.stop();
  return 0;
}

const KINDS = /** @type {const} */ (["engine", "registry"]);

/** @param {Record<string, string>} env @param {string | null} registry */
function exports(env, registry) {
  const all = registry ? { ...env, MIA_REGISTRY: registry } : env;
  const quoted = (/** @type {string} */ value) => `'${value.replaceAll("'", "'\\''")}'`;
  return Object.entries(all)
    .map(([name, value]) => `export ${name}=${quoted(value)}\n`)
    .join("");
}
