import type { Pin } from "@mia/step-result";
import * as z from "zod";

const maxPins = 500;

export const Provenance = z.object({
  materials: z
    .array(
      z.object({ uri: z.string().max(4096), digest: z.record(z.string(), z.string().max(200)).nullish() }),
    )
    .max(20_000)
    .nullish(),
  invocation: z
    .object({
      parameters: z.object({ args: z.record(z.string(), z.unknown()).nullish() }).nullish(),
      environment: z.object({ platform: z.string().max(200).nullish() }).nullish(),
    })
    .nullish(),
});
export type Provenance = z.infer<typeof Provenance>;

/**
 * What a build started from, out of its provenance (SLSA 0.2 `materials`, as moby/buildkit writes them): images as package
 * URLs `pkg:docker/NAME@TAG?platform=...` with the digest that was resolved, git repositories as URL#REF with the
 * commit as `sha1`, other addresses with their `sha256`. Sorted, each once.
 */
export function pinsOf(provenance: readonly Provenance[]): Pin[] {
  const pins = new Map<string, Pin>();
  for (const { materials, invocation } of provenance) {
    const frontend = String(invocation?.parameters?.args?.source ?? "");
    for (const { uri, digest } of materials ?? []) {
      const pin = pinOf(uri, digest ?? {}, frontend);
      if (pin && pins.size < maxPins) pins.set(`${pin.kind} ${pin.name} ${pin.value}`, pin);
    }
  }
  return [...pins].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pin]) => pin);
}

function pinOf(uri: string, digest: Record<string, string>, frontend: string): Pin | undefined {
  const sha256 = /^[0-9a-f]{64}$/.test(digest.sha256 ?? "") ? `sha256:${digest.sha256}` : null;
  const image = /^pkg:docker\/([^?#]{1,400})/.exec(uri)?.[1];
  if (image !== undefined) {
    const name = imageName(image);
    const isFrontend =
      name.replace(/@.*$/, "") === frontend.replace(/@.*$/, "") ||
      /(?:^|\/)docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(name);
    return { kind: isFrontend ? "frontend" : "base-image", name, value: sha256 };
  }
  const name = withoutCredentials(uri).slice(0, 500);
  if (name === "") return undefined;
  const commit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(digest.sha1 ?? "") ? (digest.sha1 as string) : null;
  if (commit !== null || /\.git(?:[#?]|$)|^git(?:\+|:)|^pkg:git/.test(uri))
    return { kind: "git-commit", name, value: commit };
  return { kind: "other", name, value: sha256 };
}

/** `NAME@TAG` of a package URL is `NAME:TAG` to docker; a digest stays behind its @. */
function imageName(path: string): string {
  const decoded = percentDecoded(path);
  const at = decoded.lastIndexOf("@");
  if (at < 0) return decoded;
  const version = decoded.slice(at + 1);
  return /^sha256:/.test(version) ? decoded : `${decoded.slice(0, at)}:${version}`;
}

function withoutCredentials(uri: string): string {
  return uri.replace(/^([a-z][a-z0-9+.-]{0,30}:\/\/)[^/?#]*@/i, "$1");
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
