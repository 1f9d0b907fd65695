import { type Host, StepFailure } from "@mia/action-kit";
import { type BuildProgress, type BuildRequest, cacheValues, checkFindings, pushes } from "@mia/container";
import type { BuildResult } from "@mia/step-result";
import { fitToBuilder } from "./ask-builder.ts";
import { askRegistry, type Previous } from "./ask-registry.ts";
import { runAttempts } from "./attempts.ts";
import { checkDockerfile } from "./check-dockerfile.ts";
import { diskRoom, engineFreeBytes } from "./disk-room.ts";
import { explainEnd } from "./explain-end.ts";
import type { Given } from "./inputs.ts";
import { judgeMaterials, withoutReplaced } from "./judge-materials.ts";
import { makeBuildFolder, removeBuildFolder } from "./leftovers.ts";
import { noteOutcome } from "./note-outcome.ts";
import { type Plan, planBuild } from "./plan-build.ts";
import { readMetadata } from "./read-metadata.ts";

export interface BuildOrder {
  given: Given;
  timeoutSeconds: number;
  /** Writes the record as it would stand if this process were killed now. */
  keepRecord(): Promise<void>;
}

/** Builds the image of a draft record and fills in the record as facts become known. Throws StepFailure. */
export async function build(host: Host, draft: BuildResult, order: BuildOrder): Promise<void> {
  const folder = await makeBuildFolder(host);
  try {
    // From here on, so that a record of an earlier run is not taken for this one's; then again, with what was found out.
    await order.keepRecord();
    const plan = await planBuild(host, draft, order.given, `${folder}/metadata.json`);
    await order.keepRecord();
    const { request, previous, isProven } = await askAhead(host, draft, plan, order.given);
    if (isProven) return;
    await checkRoom(host, draft, previous);
    if (order.given.check === "error") await checkDockerfile(host, draft, request);
    refuseCancelled(host);
    const progress = await run(host, draft, { ...plan, request }, order);
    const lockFailure = await noteMetadata(host, draft, { ...plan, request }, order.given);
    noteCache(draft, request, progress);
    await noteOutcome(host, draft, request, previous);
    if (lockFailure) throw lockFailure;
  } finally {
    await removeBuildFolder(host, folder);
  }
  host.log.info(closingLine(draft));
}

interface Ahead {
  request: BuildRequest;
  previous: Previous | undefined;
  /** The record is complete: the registry already holds what would be built. */
  isProven: boolean;
}

/** Asks builder and registry what the request depends on, side by side. Throws what the builder cannot do. */
async function askAhead(host: Host, draft: BuildResult, plan: Plan, given: Given): Promise<Ahead> {
  const [fitted, asked] = await Promise.allSettled([
    fitToBuilder(host, plan.request),
    askRegistry(host, draft, plan, given),
  ]);
  refuseCancelled(host);
  if (fitted.status === "rejected") throw fitted.reason;
  if (asked.status === "rejected") throw asked.reason;
  return { request: fitted.value, ...asked.value };
}

/** Throws `disk-full` where not even the context would fit. */
async function checkRoom(host: Host, draft: BuildResult, previous: Previous | undefined): Promise<void> {
  const context = (draft.context?.selected ?? draft.context?.kept)?.bytes ?? 0;
  const free = await engineFreeBytes(host, draft.builder);
  const verdict = diskRoom(free, { context, previous: previous?.compressedBytes ?? 0 });
  if (verdict.state === "scarce") host.log.warn(verdict.message);
  if (verdict.state !== "none") return;
  throw new StepFailure({
    code: "disk-full",
    message: `${verdict.message}; nothing was built`,
    remedy: "Free space (docker buildx prune, docker image prune) or use a runner with a larger disk.",
  });
}

async function run(
  host: Host,
  draft: BuildResult,
  { request, blank }: Plan,
  { given, timeoutSeconds }: BuildOrder,
): Promise<BuildProgress> {
  const order = { blank, timeoutSeconds, retries: given.retries };
  const { exit, progress } = await runAttempts(host, request, order);
  draft.steps = progress.steps;
  draft.transferredBytes = progress.transferredBytes;
  draft.pulledBytes = progress.pulledBytes;
  draft.phases = progress.phases.slice(0, 1000);
  for (const problem of progress.cacheProblems) host.log.info(blank(`cache: ${problem}`));
  if (exit.code === 0 && !exit.cancelled) return progress;
  const end = { exit, progress, blank, timeoutSeconds, dockerfile: request.dockerfile };
  throw await explainEnd(host, draft, end);
}

/** Takes over what buildx says it made, and holds that against the lock; gives the failure of that for later. */
async function noteMetadata(
  host: Host,
  draft: BuildResult,
  { request, locked }: Plan,
  given: Given,
): Promise<StepFailure | undefined> {
  const metadata = await readMetadata(host, request.metadataFile, (request.outputs ?? []).length > 0);
  draft.digest = metadata.digest;
  draft.imageDigest = metadata.imageDigest;
  draft.configDigest = metadata.configDigest;
  draft.platform = metadata.platform;
  draft.builder = metadata.builder ?? draft.builder;
  draft.pushed = pushes(request);
  if (metadata.pins !== null) draft.pins = metadata.pins.slice(0, 500);
  if (given.check === "warn")
    draft.findings.push(...checkFindings(metadata.checks, { file: request.dockerfile, severity: "warning" }));
  if (locked === undefined || draft.lock === undefined) return undefined;
  const { materialsDrift } = await import("@mia/catalog/lock");
  const replaced = given["build-contexts"].map(({ name, value }) => ({ name, value: value ?? "" }));
  const compared = metadata.pins && materialsDrift(metadata.pins, locked, replaced);
  const check = compared && withoutReplaced(compared, draft.replacedContexts);
  const circumstances = { isRequired: given["require-locked"], pushed: draft.pushed };
  const verdict = judgeMaterials(draft.lock, check, circumstances);
  draft.lock = verdict.state;
  if (verdict.leftOut.length > 0)
    host.log.info(`not held against the lock, since the caller replaced them: ${verdict.leftOut.join(", ")}`);
  return verdict.failure && new StepFailure(verdict.failure);
}

function noteCache(draft: BuildResult, request: BuildRequest, progress: BuildProgress): void {
  const { from, to } = cacheValues(request);
  const typed = request.cache?.mode ?? "off";
  const cut = (values: string[]): string[] => values.slice(0, 50).map((value) => value.slice(0, 1000));
  draft.cache = {
    mode: typed === "off" && from.length + to.length > 0 ? "raw" : typed,
    from: cut(from),
    to: cut(to),
    written: progress.cacheWritten,
  };
}

function refuseCancelled(host: Host): void {
  if (!host.signal.aborted) return;
  throw new StepFailure({
    code: "cancelled",
    message: "the build was cancelled before it began",
    remedy: "Run the step again.",
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
