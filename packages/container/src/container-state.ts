import * as z from "zod";

/** The part of `docker container inspect` that says how a container is, or how it ended. */
export interface ContainerState {
  running: boolean;
  /** Null until it has run and ended. */
  exitCode: number | null;
  /** The kernel killed something in it for memory (docker's flag is sticky and counts children too). */
  oomKilled: boolean;
  /** Why the engine could not start it; empty otherwise. */
  error: string;
}

const Inspected = z.object({
  Status: z.string(),
  Running: z.boolean(),
  ExitCode: z.int(),
  OOMKilled: z.boolean(),
  Error: z.string(),
});

/** Arguments that print the state of one container as JSON. */
export function stateArguments(name: string): string[] {
  return ["container", "inspect", "--format", "{{json .State}}", name];
}

/** Reads the answer to `stateArguments`; undefined where it is none. */
export function parseContainerState(stdout: string): ContainerState | undefined {
  const parsed = Inspected.safeParse(jsonOrUndefined(stdout));
  if (!parsed.success) return undefined;
  const { Status, Running, ExitCode, OOMKilled, Error: error } = parsed.data;
  const ended = Status === "exited" || Status === "dead";
  return { running: Running, exitCode: ended ? ExitCode : null, oomKilled: OOMKilled, error };
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
