import { type Host, StepFailure } from "@mia/action-kit";
import { type BuildRequest, loads, pushes, readableBytes } from "@mia/container";
import type { BuildResult, ImageSizes } from "@mia/step-result";
import { onlyPlatform, type Previous } from "./ask-registry.ts";
import { referenceByDigest } from "./image-reference.ts";
import { inspectBuilt } from "./inspect-built.ts";
import { noteReplaced } from "./note-replaced.ts";
import { registryImage } from "./registry-image.ts";

/** What engine and registry say of the image, and how it shall be called from here on. */
export async function noteOutcome(
  host: Host,
  draft: BuildResult,
  request: BuildRequest,
  previous: Previous | undefined,
): Promise<void> {
  if (pushes(request) && (request.push || request.pushByDigest)) {
    requireDigest(draft);
    const reference = referenceByDigest(draft.tags[0], draft.digest);
    draft.imageRef = reference;
    const found = reference && (await registryImage(host, reference, onlyPlatform(request)));
    if (found) {
      draft.imageDigest = found.imageDigest ?? draft.imageDigest ?? null;
      draft.configDigest ??= found.configDigest;
      draft.platform = found.platform ?? draft.platform ?? null;
      draft.sizes = found.sizes && { ...found.sizes, ...(previous && { previous }) };
    }
  }
  const vouched = !loads(request) || (await noteBuilt(host, draft));
  if (vouched && draft.evidence === "unknown") draft.evidence = "real";
  if (draft.sizes) host.log.info(sizeLine(draft.sizes));
}

/**
 * Takes over what the engine says of a loaded image. A stand-in that the Dockerfile itself starts from is known by the
 * label it hands down. False where the engine says nothing, so that nobody can tell.
 */
async function noteBuilt(host: Host, draft: BuildResult): Promise<boolean> {
  const built = await inspectBuilt(host, draft.tags[0] ?? "");
  draft.sizeBytes = built?.sizeBytes ?? null;
  draft.platform ??= built?.platform ?? null;
  const { digest } = draft;
  const answers = digest !== null && built?.references.some((name) => name.endsWith(`@${digest}`));
  if (!draft.pushed) draft.imageRef = answers ? referenceByDigest(draft.tags[0], digest) : null;
  if (built?.standIn) noteReplaced(draft, [built.standIn]);
  return built !== null;
}

function requireDigest(draft: BuildResult): void {
  if (draft.digest !== null) return;
  throw new StepFailure({
    code: "push-failed",
    message: "the build ended well, but the builder names no digest of what it pushed",
    remedy:
      "Look for the tag in the registry; a builder of the docker-container driver always names the digest.",
  });
}

function sizeLine({ compressedBytes, layers, previous }: ImageSizes): string {
  const size = `compressed size: ${readableBytes(compressedBytes)} in ${layers.length} layers`;
  if (!previous) return size;
  const delta = compressedBytes - previous.compressedBytes;
  const sign = delta < 0 ? "-" : "+";
  return `${size}, ${sign}${readableBytes(Math.abs(delta))} beside ${previous.ref}`;
}
