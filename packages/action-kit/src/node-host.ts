import { realpathSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { execProgram, killProcess, spawnProgram } from "./child-process.ts";
import { diskFiles } from "./disk-files.ts";
import type { Host, Log } from "./host.ts";

/** The real world. Both doors use it; they differ in how they log and in where state is kept. */
export function nodeHost(door: {
  log: Log;
  state: Host["state"];
  signal: AbortSignal;
  workspace: string;
}): Host {
  const { env } = process;
  const place = { cwd: door.workspace, env, signal: door.signal };
  return {
    ...door,
    env,
    exec: (command, args, options) => execProgram(place, command, args, options),
    spawn: (command, args, options) => spawnProgram(place, command, args, options),
    kill: killProcess,
    files: diskFiles(door.workspace, env.RUNNER_TEMP ?? os.tmpdir()),
    now: () => new Date(),
    ownFolder: ownFolder(),
  };
}

/** Every bundle is dist/<name>.cjs; npm runs it through a link in node_modules/.bin. */
function ownFolder(): string {
  const bundle = process.argv[1];
  return bundle === undefined ? process.cwd() : path.resolve(path.dirname(realpathSync(bundle)), "..");
}
