import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { parseProgressLine } from "../../packages/container/src/build-progress-event.ts";
import { rawProgress } from "../../packages/container/src/index.ts";
import { atEnd } from "./at-end.ts";

export interface EngineBuild {
  wallMs: number;
  /** Milliseconds the builder spent on "load build context": docker's walk, and what it sent. */
  contextMs: number;
  transferredBytes: number | null;
}

const contextStep = "[internal] load build context";

/** One `docker buildx build`, told by its raw progress. Rejects with its last words where it fails. */
export async function engineBuild(args: readonly string[]): Promise<EngineBuild> {
  const started = performance.now();
  const child = spawn("docker", ["buildx", "build", "--progress", "rawjson", "--provenance=false", ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on("error", reject).on("close", resolve),
  );
  const stop = atEnd(() => {
    if (child.exitCode !== null || !child.kill("SIGKILL")) return;
    // The engine lets go of what a client was building a moment after the client is gone.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
  });
  const progress = rawProgress();
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for await (const line of createInterface({ input: child.stderr })) {
    progress.push(line);
    for (const vertex of parseProgressLine(line)?.vertexes ?? []) {
      if (vertex.name !== contextStep) continue;
      if (vertex.started) first = Math.min(first, Date.parse(vertex.started));
      if (vertex.completed) last = Math.max(last, Date.parse(vertex.completed));
    }
  }
  const code = await ended;
  stop();
  const wallMs = performance.now() - started;
  const { failed, plainLines, transferredBytes } = progress.result();
  if (code !== 0)
    throw new Error(
      `docker buildx build ended with ${code}: ${failed?.error ?? plainLines.slice(-3).join(" ")}`,
    );
  return { wallMs, contextMs: Math.max(0, last - first), transferredBytes };
}

interface CacheRecord {
  ID: string;
  Description: string;
  Type: string;
}

/**
 * Takes note of what the builder holds, and gives a function that removes what came since. Everything else in it belongs to
 * somebody and stays: of the new records, too, only contexts and the layers that name our folder are removed.
 */
export function cachePruner(marker: string): () => void {
  const before = new Set(records().map(({ ID }) => ID));
  return atEnd(() => {
    const ours = records().filter(
      ({ ID, Description, Type }) =>
        !before.has(ID) && (Type === "source.local" || Description.includes(marker)),
    );
    for (const { ID } of ours) docker(["buildx", "prune", "--force", "--all", "--filter", `id=${ID}`]);
  });
}

function records(): CacheRecord[] {
  return docker(["buildx", "du", "--format", "{{json .}}"])
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as CacheRecord);
}

/** What a docker command prints; throws its last words where it fails. */
export function docker(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("docker", args, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`docker ${args.join(" ")} ended with ${status}: ${stderr.slice(-500)}`);
  return stdout;
}
