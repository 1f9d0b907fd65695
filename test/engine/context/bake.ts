import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";

export interface BakeTarget {
  context: string;
  /** Relative to the context. */
  dockerfile: string;
  /** Archive for what the build made. */
  output: string;
}

/** Builds some contexts with one program, each as a main context of its own. Hundreds at once are too many for the engine. */
export async function bake(folder: string, targets: Record<string, BakeTarget>): Promise<void> {
  const file = `${folder}/bake.json`;
  const written = Object.entries(targets).map(([name, { output, ...target }]) => [
    name,
    { ...target, output: [`type=tar,dest=${output}`] },
  ]);
  const group = { default: { targets: Object.keys(targets) } };
  writeFileSync(file, JSON.stringify({ group, target: Object.fromEntries(written) }));
  const { code, log } = await buildx(["bake", "--file", file, "--progress", "plain"], folder);
  if (code !== 0) throw new Error(`docker buildx bake ended with ${code}:\n${log.slice(-3000)}`);
}

export interface Received {
  /** Bytes of the context that BuildKit says it got; undefined where it asked for nothing. */
  bytes: number | undefined;
  /** Why it could not get it. */
  error: string | undefined;
}

/**
 * What BuildKit gets of a context for the Dockerfile in it. That a later step of the build may fail, for a source that is not
 * there, is no matter here.
 */
export async function received(context: string): Promise<Received> {
  const { log } = await buildx(
    ["build", "--progress", "rawjson", "--output", "type=cacheonly", context],
    context,
  );
  return readProgress(log);
}

async function buildx(words: string[], cwd: string): Promise<{ code: unknown; log: string }> {
  const child = spawn("docker", ["buildx", ...words], {
    cwd,
    env: { ...process.env, BUILDX_BAKE_ENTITLEMENTS_FS: "0" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const parts: Buffer[] = [];
  child.stderr.on("data", (part: Buffer) => parts.push(part));
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { code, log: Buffer.concat(parts).toString("utf8") };
}

interface Progress {
  vertexes?: { digest: string; name: string; error?: string }[];
  statuses?: { id: string; vertex: string; current?: number }[];
}

function readProgress(log: string): Received {
  const found: Received = { bytes: undefined, error: undefined };
  const contexts = new Set<string>();
  for (const line of log.split("\n")) {
    if (!line.startsWith("{")) continue;
    const { vertexes = [], statuses = [] } = JSON.parse(line) as Progress;
    for (const { digest, name, error } of vertexes) {
      if (name !== "[internal] load build context") continue;
      contexts.add(digest);
      found.error ??= error;
    }
    for (const { id, vertex, current = 0 } of statuses) {
      if (id === "transferring context:" && contexts.has(vertex))
        found.bytes = Math.max(current, found.bytes ?? 0);
    }
  }
  return found;
}
