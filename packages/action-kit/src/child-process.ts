import type * as ChildProcesses from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { capturedOutput } from "./captured-output.ts";
import type { ExecOptions, Exit, Spawned, SpawnOptions } from "./host.ts";
import { lineSplitter } from "./line-splitter.ts";

/** Takes ten milliseconds to load, and many a run starts no program. */
function childProcesses(): typeof ChildProcesses {
  return createRequire(import.meta.url)("node:child_process");
}

interface Place {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Aborts when the run is cancelled. */
  signal: AbortSignal;
}

/** Runs a program to its end, without a shell. Never rejects: what went wrong is in the result. */
export async function execProgram(
  place: Place,
  command: string,
  args: readonly string[],
  options: ExecOptions = {},
): Promise<Exit> {
  const cancelled = options.evenIfCancelled ? undefined : place.signal;
  if (cancelled?.aborted) return { ...emptyExit, cancelled: true };
  const running = start(place, command, args, options, options.maxBytes ?? 1024 * 1024);
  let timedOut = false;
  const ask = (): void => {
    running.child.kill(options.endSignal ?? "SIGTERM");
    setTimeout(() => running.child.kill("SIGKILL"), options.graceMs ?? 5000).unref();
  };
  const onDeadline = (): void => {
    timedOut = true;
    ask();
  };
  const deadline = options.deadlineMs === undefined ? undefined : setTimeout(onDeadline, options.deadlineMs);
  cancelled?.addEventListener("abort", ask);
  try {
    const exit = await running.exited;
    return { ...exit, timedOut, cancelled: cancelled?.aborted ?? false };
  } finally {
    clearTimeout(deadline);
    cancelled?.removeEventListener("abort", ask);
  }
}

/** Starts a program that runs beside the action until `stop`. */
export function spawnProgram(
  place: Place,
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Spawned {
  const running = start(place, command, args, options, 64 * 1024);
  const stop = async (): Promise<void> => {
    running.child.kill("SIGTERM");
    const killer = setTimeout(() => running.child.kill("SIGKILL"), 1000);
    await running.exited;
    clearTimeout(killer);
  };
  return { pid: running.child.pid, stop, exited: running.exited };
}

/** False where there is no such process, or it may not be signalled. */
export function killProcess(pid: number, signal: "SIGINT" | "SIGKILL"): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

const emptyExit: Exit = {
  code: null,
  signal: null,
  timedOut: false,
  cancelled: false,
  stdout: "",
  stderr: "",
};

function start(
  place: Place,
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  maxBytes: number,
): { child: ChildProcess; exited: Promise<Exit> } {
  const child = childProcesses().spawn(command, args, {
    cwd: options.cwd ?? place.cwd,
    env: { ...place.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const streams = (["stdout", "stderr"] as const).map((name) => {
    const kept = capturedOutput(maxBytes);
    const lines = lineSplitter((line) => options.onLine?.(line, name), options.maxLine);
    child[name]?.on("data", (chunk: Buffer) => {
      kept.push(chunk);
      lines.push(chunk);
    });
    return { kept, lines };
  });
  const finished = async (): Promise<Exit> => {
    const outcome = await ended(child);
    for (const { lines } of streams) lines.end();
    const [stdout = "", stderr = ""] = streams.map(({ kept }) => kept.text());
    return { ...emptyExit, ...outcome, stdout, stderr };
  };
  return { child, exited: finished() };
}

async function ended(child: ChildProcess): Promise<Pick<Exit, "code" | "signal" | "notStarted">> {
  try {
    const closed = once(child, "close").catch(() => {});
    const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
    // A grandchild may hold the pipes open for ever; the answer must not wait for it.
    await Promise.race([closed, sleep(1000, undefined, { ref: false })]);
    child.stdout?.destroy();
    child.stderr?.destroy();
    return { code, signal };
  } catch (error) {
    return { code: null, signal: null, notStarted: (error as Error).message };
  }
}
