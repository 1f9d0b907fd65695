import { type Host, loadModel, StepFailure } from "@mia/action-kit";
import type { Model } from "@mia/catalog";
import type { LockedModel } from "@mia/catalog/lock";
import { type BuildPair, type BuildRequest, looksLikeSecret, pushes } from "@mia/container";
import type { BuildResult } from "@mia/step-result";
import { assertLock } from "./assert-lock.ts";
import { contentKey } from "./content-key.ts";
import { contextDigest } from "./context-digest.ts";
import type { Given } from "./inputs.ts";
import { type MeasuredContext, readIgnore } from "./measure.ts";
import { measureWithin } from "./measure-within.ts";
import { noteReplaced } from "./note-replaced.ts";
import { replacedByArgs, replacedByOrder } from "./replaced-parts.ts";
import { requestOf } from "./request.ts";
import { blankerOf } from "./secrets.ts";
import { soundParts } from "./sound-parts.ts";
import { runtimeContext } from "./sources.ts";

/** A build as it was thought through, before any program was started. */
export interface Plan {
  request: BuildRequest;
  dockerfile: { path: string; text: string };
  measured: MeasuredContext;
  /** The model's part of the lock; undefined where there is none. */
  locked: LockedModel | undefined;
  /** Names in the Dockerfile that nothing fixes; undefined where nobody asked. */
  movable: string[] | undefined;
  /** Undefined where something was replaced, or nobody will ask for it. */
  key: string | undefined;
  blank: (text: string) => string;
}

const maxDockerfileBytes = 1024 * 1024;
/** Reading more than this for a label that no registry will be asked for is not worth its seconds. */
const maxUnaskedBytes = 512 * 1024 * 1024;

/**
 * Reads, measures and decides all that can be known without docker, and fills in the draft. `metadataFile` is where buildx shall
 * write. Throws StepFailure with every problem of the inputs at once.
 */
export async function planBuild(
  host: Host,
  draft: BuildResult,
  given: Given,
  metadataFile: string,
): Promise<Plan> {
  // Until an image came out, nothing is proven of the real one.
  draft.evidence = "unknown";
  const path = host.files.relative(given.file ?? `${draft.folder}/Dockerfile`);
  const runtime = await runtimeContext(host, given["runtime-context"]);
  const contexts = given["build-contexts"];
  noteReplaced(
    draft,
    replacedByOrder(host, { contexts, runtimeContext: runtime, dockerfile: path, folder: draft.folder }),
  );
  draft.builder = given.builder ?? null;
  const model = await requireModel(host, draft);
  const parts = await soundParts(host, draft, given, { runtime, path, metadataFile });
  const dockerfile = { path, text: await host.files.read(path, { maxBytes: maxDockerfileBytes }) };
  noteReplaced(draft, replacedByArgs(dockerfile.text, given["build-args"]));
  warnOfSecrets(host, given["build-args"]);
  const measured = await measureWithin(host, draft, given, dockerfile);
  const lock = await assertLock(host, draft, given, { model, dockerfile });
  const known = { ...parts, lockedContexts: lock.contexts };
  const request = requestOf(given, known);
  const key = await keyOf(host, draft, given, {
    request,
    measured,
    locked: lock.locked,
    dockerfile,
    runtime,
  });
  if (key !== undefined) draft.contentKey = key;
  const labelled = key === undefined ? request : requestOf(given, { ...known, contentKey: key });
  return {
    request: labelled,
    dockerfile,
    measured,
    locked: lock.locked,
    movable: lock.movable,
    key,
    blank: await blankerOf(host, labelled),
  };
}

/** Nothing is built from a folder whose model.yaml nobody can read: the image could not be judged later. */
async function requireModel(host: Host, draft: BuildResult): Promise<Model> {
  const loaded = await loadModel(host, { slug: draft.model, folder: draft.folder });
  if (loaded.ok) return loaded.model;
  draft.findings.push(...loaded.findings);
  throw loaded.failure;
}

function warnOfSecrets(host: Host, args: readonly BuildPair[]): void {
  for (const { name } of args.filter((arg) => looksLikeSecret(arg.name))) {
    host.log.warn(
      `the build argument ${name} is named like a secret, and anyone can read build arguments in the history of the image: use RUN --mount=type=secret. Its value is kept out of this log.`,
    );
  }
}

/** Only of a build of which nothing was replaced, and whose files can be read. */
async function keyOf(
  host: Host,
  draft: BuildResult,
  given: Given,
  build: Pick<Plan, "request" | "measured" | "locked" | "dockerfile"> & { runtime: string },
): Promise<string | undefined> {
  const { request, measured, locked, dockerfile, runtime } = build;
  if (draft.replacedContexts.length > 0) return undefined;
  const { bytes } = measured.measure.selected ?? measured.measure.kept;
  if (!pushes(request) && !given["skip-proven"] && bytes > maxUnaskedBytes) return undefined;
  try {
    const { ignore } = await readIgnore(host, runtime);
    return contentKey(request, {
      lock: locked ?? null,
      dockerfile: (await host.files.hash(dockerfile.path)).sha256,
      context: await contextDigest(host, draft.folder, measured),
      runtime: await contextDigest(host, runtime, { ignore, selection: undefined }),
      environment: host.env,
    });
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    host.log.info(`there is no content key: ${error.message}`);
    return undefined;
  }
}
