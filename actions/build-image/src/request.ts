import {
  type BuildPair,
  type BuildRequest,
  imageLabels,
  runtimeContextName,
  type TypedCache,
} from "@mia/container";
import type { BuildResult } from "@mia/step-result";
import { contentKeyLabel } from "./content-key.ts";
import type { Given } from "./inputs.ts";

/** What a request is made of beside the inputs themselves. */
export interface RequestParts {
  draft: Pick<BuildResult, "folder" | "model" | "target" | "tags" | "replacedContexts">;
  dockerfile: string;
  runtimeContext: string;
  /** Images that the lock knows by digest, each in the place of its tag. */
  lockedContexts: readonly BuildPair[];
  cache: TypedCache;
  /** Seconds since 1970, where the image shall be reproducible. */
  epoch: number;
  metadataFile: string;
  contentKey?: string | undefined;
}

/** The inputs as one request to buildx. */
export function requestOf(given: Given, parts: RequestParts): BuildRequest {
  const { draft, contentKey } = parts;
  const own = Object.fromEntries(given.labels.map(({ name, value }) => [name, value ?? ""]));
  return {
    context: draft.folder,
    dockerfile: parts.dockerfile,
    target: draft.target,
    tags: draft.tags,
    labels: {
      ...own,
      ...imageLabels(draft.model, draft.replacedContexts),
      ...(contentKey === undefined ? {} : { [contentKeyLabel]: contentKey }),
    },
    buildContexts: [
      { name: runtimeContextName, value: parts.runtimeContext },
      ...given["build-contexts"],
      ...parts.lockedContexts,
    ],
    buildArgs: given["build-args"],
    builder: given.builder ?? null,
    push: given.push,
    pushByDigest: given["push-by-digest"],
    ...(given.load === "auto" ? {} : { load: given.load === "true" }),
    outputs: given.outputs,
    platforms: given.platforms,
    annotations: given.annotations,
    cache: parts.cache,
    cacheFrom: given["cache-from"],
    cacheTo: given["cache-to"],
    noCache: given["no-cache"],
    noCacheFilters: given["no-cache-filters"],
    pull: given.pull,
    secretEnvs: given["secret-envs"],
    secretFiles: given["secret-files"],
    ssh: given.ssh,
    provenance: given.provenance,
    sbom: given.sbom === "true" ? true : given.sbom === "false" ? false : given.sbom,
    ...(given.compression === "zstd" ? { compression: { type: "zstd", level: 3 } as const } : {}),
    ...(given.reproducible ? { reproducible: { epoch: parts.epoch } } : {}),
    extra: given["extra-args"],
    metadataFile: parts.metadataFile,
  };
}

/** 1980-01-01: a zip archive, and so a wheel, can hold no earlier time. */
const earliestZip = 315_532_800;

/** The time of a reproducible image, in seconds since 1970; undefined where the variable holds something else. */
export function epochOf(variable: string | undefined): number | undefined {
  if (!variable) return earliestZip;
  return /^\d{1,12}$/.test(variable) ? Number(variable) : undefined;
}
