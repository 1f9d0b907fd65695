import { bundle } from "./bundle.ts";
import { type ProgramEnd, startProgram } from "./run-program.ts";

/** Runs the command line's bundle with nothing of the repository but the bundles. */
export function runMia(
  args: string[],
  options: { cwd: string; node?: string; env?: Record<string, string | undefined> },
): Promise<ProgramEnd> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...options.env };
  return startProgram(options.node ?? process.execPath, [bundle("cli"), ...args], {
    cwd: options.cwd,
    env,
  }).ended;
}
