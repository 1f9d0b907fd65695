import { type Host, loadModel, StepFailure } from "@mia/action-kit";
import {
  type BuildPair,
  type BuildRequest,
  imageLabels,
  looksLikeSecret,
  runtimeContextName,
  secretBlanker,
} from "@mia/container";
import type { BuildResult } from "@mia/step-result";
import { explainEnd } from "./explain-end.ts";
import { inspectBuilt } from "./inspect-built.ts";
import { readMetadata } from "./read-metadata.ts";
import { replacedByArgs, replacedByOrder } from "./replaced-parts.ts";
import { runBuildx } from "./run-buildx.ts";
import { checkSources } from "./sources.ts";

export interface Order {
  contexts: readonly BuildPair[];
  args: readonly BuildPair[];
  builder: string | null;
  runtimeContext: string;
  push: boolean;
  /** False where the tag is our own default. */
  tagsGiven: boolean;
  timeoutSeconds: number;
}

/** Builds the image of a draft record and fills in the record as facts become known. Throws StepFailure. */
export async function build(host: Host, draft: BuildResult, order: Order): Promise<void> {
  // Until an image came out, nothing is proven of the real one.
  draft.evidence = "unknown";
  noteReplaced(draft, replacedByOrder(host, order));
  draft.builder = order.builder;
  await requireModel(host, draft);
  refusePushWithoutTag(order);
  await checkSources(host, { folder: draft.folder, ...order });
  noteReplaced(draft, await replacedByArgs(host, draft.folder, order));
  warnOfSecrets(host, order.args);
  const temporary = await host.files.makeTemporaryFolder("build-image-");
  try {
    const request = requestOf(draft, order, `${temporary}/metadata.json`);
    const blank = secretBlanker(order.args, host.env);
    const { exit, progress } = await runBuildx(host, request, {
      blank,
      timeoutSeconds: order.timeoutSeconds,
    });
    draft.steps = progress.steps;
    draft.transferredBytes = progress.transferredBytes;
    if (exit.code !== 0 || exit.cancelled) {
      throw await explainEnd(host, draft, { exit, progress, blank, timeoutSeconds: order.timeoutSeconds });
    }
    const metadata = await readMetadata(host, request.metadataFile);
    draft.digest = metadata.digest;
    draft.configDigest = metadata.configDigest;
    draft.builder = metadata.builder ?? order.builder;
    draft.pushed = order.push;
  } finally {
    await host.files.remove(temporary);
  }
  if (order.push) requireDigest(draft);
  const vouched = order.push || (await noteBuilt(host, draft));
  if (vouched && draft.evidence === "unknown") draft.evidence = "real";
  host.log.info(closingLine(draft));
}

function noteReplaced(draft: BuildResult, names: readonly string[]): void {
  if (names.length === 0) return;
  draft.evidence = "stand-in";
  // No more than a record holds. A stand-in stays one, however many of its parts are named.
  draft.replacedContexts = [...new Set([...draft.replacedContexts, ...names])].sort().slice(0, 50);
}

/**
 * Takes over what the engine says of a loaded image. A stand-in that the Dockerfile itself starts from is known by the
 * label it hands down. False where the engine says nothing, so that nobody can tell.
 */
async function noteBuilt(host: Host, draft: BuildResult): Promise<boolean> {
  const built = await inspectBuilt(host, draft.tags[0] ?? "");
  draft.sizeBytes = built?.sizeBytes ?? null;
  if (built?.standIn) noteReplaced(draft, [built.standIn]);
  return built !== null;
}

/** Nothing is built from a folder whose model.yaml nobody can read: the image could not be judged later. */
async function requireModel(host: Host, draft: BuildResult): Promise<void> {
  const loaded = await loadModel(host, { slug: draft.model, folder: draft.folder });
  if (loaded.ok) return;
  draft.findings.push(...loaded.findings);
  throw loaded.failure;
}

function requestOf(draft: BuildResult, order: Order, metadataFile: string): BuildRequest {
  return {
    context: draft.folder,
    dockerfile: `${draft.folder}/Dockerfile`,
    target: draft.target,
    tags: draft.tags,
    labels: imageLabels(draft.model, draft.replacedContexts),
    buildContexts: [{ name: runtimeContextName, value: order.runtimeContext }, ...order.contexts],
    buildArgs: order.args,
    builder: order.builder,
    push: order.push,
    metadataFile,
  };
}

function refusePushWithoutTag({ push, tagsGiven }: Order): void {
  if (!push || tagsGiven) return;
  throw new StepFailure({
    code: "invalid-input",
    message: 'input "push" is true, but input "tags" is empty',
    remedy: "Name the registry in a tag, such as ghcr.io/owner/maptr:v1.",
  });
}

function warnOfSecrets(host: Host, args: readonly BuildPair[]): void {
  for (const { name } of args.filter((arg) => looksLikeSecret(arg.name))) {
    host.log.warn(
      `the build argument ${name} is named like a secret, and anyone can read build arguments in the history of the image: use RUN --mount=type=secret. Its value is kept out of this log.`,
    );
  }
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

function closingLine(draft: BuildResult): string {
  const { steps, digest, configDigest } = draft;
  const share = steps ? `, ${steps.cached} of ${steps.total} instructions from the cache` : "";
  const replaced =
    draft.replacedContexts.length > 0 ? ` (replaced: ${draft.replacedContexts.join(", ")})` : "";
  const evidence = draft.evidence === "real" ? "" : `; evidence: ${draft.evidence}${replaced}`;
  return `built ${draft.tags.join(", ")}: ${digest ?? configDigest ?? "no digest"}${share}${evidence}`;
}
