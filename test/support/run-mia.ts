import { repository } from "./repository.ts";
import { type ProgramEnd, startProgram } from "./run-program.ts";

/** Runs the command line's bundle with nothing of the repository but dist/. */
export function runMia(
  args: string[],
  options: { cwd: string; node?: string; env?: Record<string, string | undefined> },
): Promise<ProgramEnd> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...options.env };
  return startProgram(options.node ?? process.execPath, [repository("dist/cli.cjs"), ...args], {
    cwd: options.cwd,
    env,
  }).ended;
}
