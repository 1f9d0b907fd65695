import { createHash } from "node:crypto";
import type { BuildRequest } from "@mia/container";

/** Label of a pushed image of which nothing was replaced: what it was made of. */
export const contentKeyLabel = "org.model-image-actions.content-key";

/** Changes with the meaning of the key, so that an older key proves nothing. */
const version = "content-key/v1";

/** What the request alone does not say. All hashes are SHA-256, hexadecimal. */
export interface KeyParts {
  /** The model's part of the lock, as it is in the file; null where there is none. */
  lock: unknown;
  /** Of its bytes. */
  dockerfile: string;
  /** Of paths, permissions and contents that are sent; see `contextDigest`. */
  context: string;
  runtime: string;
  /** Of build arguments that were given by name alone. */
  environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Names everything that goes into an image: 64 hexadecimal digits. Where it is stored, what it is called and how the build
 * is cached do not count; neither do labels and annotations, since this key is a label itself, and the values of secrets, which are
 * not in the image. Only builds of which nothing was replaced have one.
 */
export function contentKey(request: BuildRequest, parts: KeyParts): string {
  const { compression, reproducible, provenance, sbom, attests, extra } = request;
  const named = {
    version,
    lock: parts.lock,
    dockerfile: parts.dockerfile,
    context: parts.context,
    runtime: parts.runtime,
    target: request.target,
    platforms: [...(request.platforms ?? [])].sort(),
    args: request.buildArgs
      .map(({ name, value }) => [name, value ?? parts.environment[name] ?? null])
      .sort(byFirst),
    secrets: [...(request.secretEnvs ?? []), ...(request.secretFiles ?? []), ...(request.ssh ?? [])]
      .map(({ id }) => id)
      .sort(),
    form: {
      compression: compression ?? null,
      reproducible: reproducible ?? null,
      provenance: provenance ?? "off",
      sbom: sbom ?? false,
      attests: attests ?? [],
    },
    extra: extra ?? [],
  };
  return createHash("sha256").update(canonicalJson(named)).digest("hex");
}

/** JSON with sorted keys and no space: one text for one value. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(byFirst);
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

function byFirst([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
