import { cacheArguments } from "./build-cache.ts";
import { csvRecord } from "./build-csv.ts";
import { runtimeContextName } from "./build-labels.ts";
import { outputArguments } from "./build-outputs.ts";
import type { BuildPair } from "./build-pairs.ts";
import type { BuildRequest } from "./build-request.ts";

/**
 * The arguments of `docker` for a request. Every value is its own argument; no shell sees them, and no secret's value is
 * among them. The request shall have no `requestProblems`.
 */
export function buildArguments(request: BuildRequest): string[] {
  return [
    ...["buildx", "build", ...builderArguments(request), "--progress", "rawjson"],
    ...attestationArguments(request),
    ...sourceArguments(request),
    ...(request.platforms ?? []).flatMap((platform) => ["--platform", platform]),
    ...Object.entries(request.labels).flatMap(([name, value]) => ["--label", `${name}=${value}`]),
    ...(request.annotations ?? []).flatMap((pair) => ["--annotation", joined(pair)]),
    ...freshnessArguments(request),
    ...cacheArguments(request),
    ...secretArguments(request),
    ...(request.extra ?? []),
    ...["--metadata-file", request.metadataFile],
    ...outputArguments(request),
    pathArgument(request.context),
  ];
}

/** The arguments that let BuildKit check the Dockerfile and build nothing; the answer is for `parseCheck`. */
export function checkArguments(request: BuildRequest): string[] {
  return [
    ...["buildx", "build", ...builderArguments(request), "--call", "check,format=json,ignorestatus=true"],
    // Else the plain progress, which repeats the Dockerfile, goes to the log.
    ...["--progress", "quiet"],
    ...sourceArguments(request),
    ...(request.platforms ?? []).flatMap((platform) => ["--platform", platform]),
    pathArgument(request.context),
  ];
}

/**
 * Environment of the build. Git facts are switched off: nobody reads them here, and they cost time in every build. The
 * provenance in the metadata file, about 10 ms, says what the build started from; the warnings are BuildKit's checks.
 */
export const buildEnvironment: Readonly<Record<string, string>> = {
  BUILDX_GIT_INFO: "false",
  BUILDX_METADATA_PROVENANCE: "min",
  BUILDX_METADATA_WARNINGS: "1",
  DOCKER_CLI_HINTS: "false",
  NO_COLOR: "1",
};

function builderArguments({ builder }: BuildRequest): string[] {
  return builder === null ? [] : ["--builder", builder];
}

function attestationArguments({ provenance, sbom, attests }: BuildRequest): string[] {
  const generator = typeof sbom === "string" ? csvRecord([["generator", sbom]]) : String(sbom ?? false);
  return [
    provenance === undefined || provenance === "off"
      ? "--provenance=false"
      : `--provenance=mode=${provenance}`,
    // buildx has no default of its own here, unless BUILDX_DEFAULT_... gives it one.
    `--sbom=${generator}`,
    ...(attests ?? []).flatMap((value) => ["--attest", value]),
  ];
}

/** What is built: the Dockerfile, its target, contexts and arguments. */
function sourceArguments(request: BuildRequest): string[] {
  const { reproducible } = request;
  return [
    ...["--file", pathArgument(request.dockerfile), "--target", request.target],
    ...request.buildContexts.flatMap((pair) => ["--build-context", joined(contextArgument(pair))]),
    ...request.buildArgs.flatMap((pair) => ["--build-arg", joined(pair)]),
    ...(reproducible ? ["--build-arg", `SOURCE_DATE_EPOCH=${reproducible.epoch}`] : []),
  ];
}

function freshnessArguments({ noCache, noCacheFilters, pull }: BuildRequest): string[] {
  return [
    ...(noCache ? ["--no-cache"] : []),
    ...(noCacheFilters ?? []).flatMap((stage) => ["--no-cache-filter", stage]),
    ...(pull ? ["--pull"] : []),
  ];
}

/** With its type written out: left to guess, buildx takes a variable for a secret file of the same name. */
function secretArguments({ secretEnvs, secretFiles, ssh }: BuildRequest): string[] {
  return [
    ...(secretEnvs ?? []).map(({ id, variable }) =>
      csvRecord([
        ["id", id],
        ["type", "env"],
        ["env", variable],
      ]),
    ),
    ...(secretFiles ?? []).map(({ id, path }) =>
      csvRecord([
        ["id", id],
        ["type", "file"],
        ["src", path],
      ]),
    ),
  ]
    .flatMap((secret) => ["--secret", secret])
    .concat(
      (ssh ?? []).flatMap(({ id, paths }) => ["--ssh", paths.length > 0 ? `${id}=${paths.join(",")}` : id]),
    );
}

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
