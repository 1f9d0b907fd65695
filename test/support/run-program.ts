import { type ChildProcess, spawn } from "node:child_process";

export interface ProgramEnd {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
  milliseconds: number;
}

export interface RunningProgram {
  child: ChildProcess;
  ended: Promise<ProgramEnd>;
}

/** Starts a program with exactly this environment and collects what it prints. */
export function startProgram(
  command: string,
  args: string[],
  options: { cwd: string; env: Record<string, string | undefined> },
): RunningProgram {
  const started = performance.now();
  const child = spawn(command, args, {
    ...options,
    env: options.env as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.on("data", (chunk) => (stderr += chunk));
  const ended = new Promise<ProgramEnd>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({ code, signal, stdout, stderr, milliseconds: performance.now() - started }),
    );
  });
  return { child, ended };
}
