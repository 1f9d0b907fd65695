import { runtimeContextName } from "./build-labels.ts";
import type { BuildPair } from "./build-pairs.ts";

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
  /** True sends the image to the registry of its tags; false loads it into the engine. */
  push: boolean;
  /** Where buildx writes what it built. Use a fresh path: buildx leaves an old file in place when a build fails. */
  metadataFile: string;
}

/** The arguments of `docker` for a request. Every value is its own argument; no shell sees them. */
export function buildArguments(request: BuildRequest): string[] {
  return [
    "buildx",
    "build",
    ...(request.builder === null ? [] : ["--builder", request.builder]),
    "--progress",
    "rawjson",
    // With provenance the digest names an index that differs at every build, so that equal images look unequal.
    "--provenance=false",
    "--file",
    pathArgument(request.dockerfile),
    "--target",
    request.target,
    ...request.tags.flatMap((tag) => ["--tag", tag]),
    ...Object.entries(request.labels).flatMap(([name, value]) => ["--label", `${name}=${value}`]),
    ...request.buildContexts.flatMap((pair) => ["--build-context", joined(contextArgument(pair))]),
    ...request.buildArgs.flatMap((pair) => ["--build-arg", joined(pair)]),
    "--metadata-file",
    request.metadataFile,
    request.push ? "--push" : "--load",
    pathArgument(request.context),
  ];
}

/**
 * Environment of the build. Git facts and the provenance step are switched off: nobody reads them here, and each
 * costs time in every build. Colours would only have to be removed again.
 */
export const buildEnvironment: Readonly<Record<string, string>> = {
  BUILDX_GIT_INFO: "false",
  BUILDX_METADATA_PROVENANCE: "disabled",
  DOCKER_CLI_HINTS: "false",
  NO_COLOR: "1",
};

/**
 * A folder may begin with a hyphen, and docker's plugins take no `--` that ends the options; or it may read like an
 * address (`git@host:o/maptr`), and buildx would rather fetch than look at the disk.
 */
function pathArgument(path: string): string {
  return path.startsWith("/") || path.startsWith("./") ? path : `./${path}`;
}

/** The runtime is always a folder. Of the caller's contexts only the caller knows. */
function contextArgument({ name, value }: BuildPair): BuildPair {
  return { name, value: name === runtimeContextName && value !== null ? pathArgument(value) : value };
}

function joined({ name, value }: BuildPair): string {
  return value === null ? name : `${name}=${value}`;
}
