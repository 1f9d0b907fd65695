import { tmpdir } from "node:os";
import path from "node:path";
import { execProgram, killProcess, spawnProgram } from "./child-process.ts";
import { diskFiles } from "./disk-files.ts";
import type { Host } from "./host.ts";

export interface TestHost extends Host {
  /** What was logged, one entry a line; lines of other programs begin with two spaces. */
  logged: string[];
  cancel(): void;
}

/** A host on a folder of the test's own, with a clock that moves one second a reading and a log kept in memory. */
export function testHost(workspace: string, env: Record<string, string> = {}): TestHost {
  const logged: string[] = [];
  const kept = new Map<string, string>();
  const controller = new AbortController();
  const place = { cwd: workspace, env: { ...process.env, ...env }, signal: controller.signal };
  let seconds = 0;
  return {
    exec: (command, args, options) => execProgram(place, command, args, options),
    spawn: (command, args, options) => spawnProgram(place, command, args, options),
    kill: killProcess,
    files: diskFiles(workspace, tmpdir()),
    log: {
      info: (text) => logged.push(...text.split("\n")),
      warn: (text) => logged.push(`warning: ${text}`),
      foreign: (title) => {
        logged.push(`> ${title}`);
        return { line: (text) => logged.push(`  ${text}`), close: () => {} };
      },
    },
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)),
    env,
    workspace,
    ownFolder: path.resolve(import.meta.dirname, "../../.."),
    signal: controller.signal,
    state: { save: (name, value) => kept.set(name, value), get: (name) => kept.get(name) ?? "" },
    logged,
    cancel: () => controller.abort(new Error("cancelled by SIGINT")),
  };
}
