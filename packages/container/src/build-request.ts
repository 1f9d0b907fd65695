import type { BuildPair } from "./build-pairs.ts";

/** How layers are packed. `force` packs those of the base again too: for a base of many GB that is never worth it. */
export interface Compression {
  type: "gzip" | "zstd" | "estargz" | "uncompressed";
  /** gzip and estargz 0 to 9, zstd 0 to 22; the builder's own where it is left out. */
  level?: number;
  force?: boolean;
}

/**
 * Where finished steps are kept from one build to the next. `from` names further places to read: the default branch's,
 * for a pull request. `write: false` only reads.
 */
export type TypedCache =
  | { mode: "off" }
  | { mode: "registry"; ref: string; from?: readonly string[]; write: boolean }
  | { mode: "gha"; scope: string; from?: readonly string[]; write: boolean }
  | { mode: "local"; folder: string; write: boolean };

/** A secret for `RUN --mount=type=secret,id=ID`. There is no third kind: a value never stands on a command line. */
export interface SecretEnv {
  id: string;
  variable: string;
}
export interface SecretFile {
  id: string;
  path: string;
}

/** Keys for `RUN --mount=type=ssh`. Without paths, the agent of SSH_AUTH_SOCK. */
export interface SshKeys {
  id: string;
  paths: readonly string[];
}

/** One `docker buildx build`. Paths are as docker shall see them, relative to the folder it runs in. */
export interface BuildRequest {
  /** The folder that is sent as the build context. */
  context: string;
  dockerfile: string;
  target: string;
  tags: readonly string[];
  labels: Readonly<Record<string, string>>;
  buildContexts: readonly BuildPair[];
  buildArgs: readonly BuildPair[];
  /** Null for the builder that docker would choose. */
  builder: string | null;
  /** Sends the image to the registry of its tags. */
  push: boolean;
  /** Where buildx writes what it built. Use a fresh path: buildx leaves an old file in place when a build fails. */
  metadataFile: string;
  /** Puts the image into the engine. Left out, that is what happens where nothing else is done with it. */
  load?: boolean;
  /** Pushes without a tag, under the digest alone; a later step makes the tag, or an index of several. */
  pushByDigest?: boolean;
  /** More outputs, as buildx writes them (`type=oci,dest=out.tar`), beside push and load. */
  outputs?: readonly string[];
  compression?: Compression;
  /** `linux/amd64`; the builder's own where none is named. */
  platforms?: readonly string[];
  /** The name may say what is annotated: `index:org.opencontainers.image.title`. */
  annotations?: readonly BuildPair[];
  cache?: TypedCache;
  /** As buildx writes them, after the typed one. */
  cacheFrom?: readonly string[];
  cacheTo?: readonly string[];
  noCache?: boolean;
  /** Stages that are built anew. Not together with `noCache`: buildx refuses that. */
  noCacheFilters?: readonly string[];
  /** Asks the registries for newer images of the same names. */
  pull?: boolean;
  secretEnvs?: readonly SecretEnv[];
  secretFiles?: readonly SecretFile[];
  ssh?: readonly SshKeys[];
  /** Left out, `off`: with it the digest names an index that differs at every build of equal images. */
  provenance?: "off" | "min" | "max";
  /** Left out, false. A text is the image of another generator. */
  sbom?: boolean | string;
  /** Further attestations, as buildx writes them. */
  attests?: readonly string[];
  /** `epoch`: seconds since 1970 that stand in the image in place of the time of the build. */
  reproducible?: { epoch: number };
  /** Options that were let through by `parseExtraArguments`. */
  extra?: readonly string[];
}

/** True where the build sends something to a registry, as far as the request itself tells. */
export function pushes(request: BuildRequest): boolean {
  return (
    request.push ||
    request.pushByDigest === true ||
    (request.outputs ?? []).some((output) =>
      /(?:^|,)"?(?:push=(?:true|1)|type=registry)(?:"?,|"?$)/i.test(output),
    )
  );
}

/** True where the image is put into the engine. */
export function loads(request: BuildRequest): boolean {
  return request.load ?? !(pushes(request) || (request.outputs ?? []).length > 0);
}
