import type { Host } from "@mia/action-kit";
import { readableBytes } from "@mia/container";

/** Where an engine keeps everything unless its configuration says otherwise. */
const defaultDataRoot = "/var/lib/docker";
const daemonFile = "/etc/docker/daemon.json";
const gigabyte = 1e9;

export type RoomVerdict = { state: "enough" | "unknown" } | { state: "scarce" | "none"; message: string };

/**
 * Whether the disk of the engine has room for a build. `none`: not even for the context itself, so that the build is bound to
 * fail. `scarce`: less than four times the context (sent, copied, unpacked, exported), five times the compressed size of the image
 * before, and 2 GB to work in; that is worth a warning, since the cache may hold most of it already.
 */
export function diskRoom(free: number | undefined, need: { context: number; previous: number }): RoomVerdict {
  if (free === undefined) return { state: "unknown" };
  const told = `the disk of the engine has ${readableBytes(free)} free`;
  if (free < need.context)
    return {
      state: "none",
      message: `${told}, and the build context alone has ${readableBytes(need.context)}`,
    };
  const wanted = 4 * need.context + 5 * need.previous + 2 * gigabyte;
  if (free >= wanted) return { state: "enough" };
  return { state: "scarce", message: `${told}; this build may take up to ${readableBytes(wanted)}` };
}

/**
 * Free bytes where the engine keeps its data. Undefined where that is another machine or cannot be known without asking: another
 * builder, DOCKER_HOST, a docker context.
 */
export async function engineFreeBytes(host: Host, builder: string | null): Promise<number | undefined> {
  const { env, files } = host;
  const elsewhere = [env.BUILDX_BUILDER, env.DOCKER_CONTEXT].some((name) => name && name !== "default");
  const isDefaultSocket =
    !env.DOCKER_HOST || /^unix:\/\/\/(?:var\/)?run\/docker\.sock$/.test(env.DOCKER_HOST);
  if (builder !== null || elsewhere || !isDefaultSocket) return undefined;
  // With contexts of the user's own, only docker knows which one is chosen.
  const home = env.DOCKER_CONFIG || (env.HOME ? `${env.HOME}/.docker` : "");
  if (!env.DOCKER_HOST && home !== "" && (await files.exists(`${home}/contexts/meta`))) return undefined;
  const root = await dataRoot(host);
  return (await files.kind(root)) === "folder" ? files.freeBytes(root) : undefined;
}

async function dataRoot({ files }: Host): Promise<string> {
  try {
    const text = await files.read(daemonFile, { maxBytes: 1024 * 1024 });
    const root = (JSON.parse(text) as { "data-root"?: unknown } | null)?.["data-root"];
    return typeof root === "string" && root.startsWith("/") ? root : defaultDataRoot;
  } catch {
    return defaultDataRoot;
  }
}
