import { type BuildRequest, loads, pushes } from "./build-request.ts";
import { isImageTag } from "./build-tags.ts";

/** Something in a request that cannot be built, with the input it came from. Values that could be secret are not quoted. */
export interface RequestProblem {
  input: string;
  message: string;
}

const platform = /^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(?:\/[a-z0-9.]{1,20})?$/;
const annotation =
  /^(?:(?:manifest|index|manifest-descriptor|index-descriptor)(?:\[[a-z0-9_/]{1,40}\])?(?:,(?:manifest|index|manifest-descriptor|index-descriptor)(?:\[[a-z0-9_/]{1,40}\])?)*:)?[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/;
const stageName = /^[a-z0-9][a-z0-9._-]{0,127}$/i;
const secretId = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/;
const variableName = /^[A-Za-z_][A-Za-z0-9_]{0,149}$/;
const scopeName = /^[\w./-]{1,200}$/;
const maxLevel = { gzip: 9, estargz: 9, zstd: 22, uncompressed: 0 };

/** Everything that is wrong with a request, before anything is started. */
export function requestProblems(request: BuildRequest): RequestProblem[] {
  return [
    ...outputProblems(request),
    ...freshnessProblems(request),
    ...cacheProblems(request),
    ...secretProblems(request),
    ...attestationProblems(request),
    ...listed(request.platforms, "platforms", platform, "write OS/ARCHITECTURE, such as linux/amd64"),
    ...listed(
      (request.annotations ?? []).map(({ name }) => name),
      "annotations",
      annotation,
      "write KEY=VALUE, where KEY may begin with manifest: or index:",
    ),
    ...(request.annotations ?? [])
      .filter(({ value }) => value === null)
      .map(() => ({ input: "annotations", message: "an annotation has no value; write KEY=VALUE" })),
    ...nulProblems(request),
  ];
}

function outputProblems(request: BuildRequest): RequestProblem[] {
  const { pushByDigest, tags, compression, reproducible, buildArgs } = request;
  const problems: RequestProblem[] = [];
  const say = (input: string, message: string): void => void problems.push({ input, message });
  if ((request.push || pushByDigest) && tags.length === 0)
    say("tags", "nothing can be pushed without a name");
  if (tags.some((tag) => !isImageTag(tag))) say("tags", "a tag is no image name");
  if (request.push && pushByDigest) say("push-by-digest", "choose one of push and push-by-digest");
  if (compression) {
    const highest = maxLevel[compression.type];
    const { level } = compression;
    if (level !== undefined && !(Number.isInteger(level) && level >= 0 && level <= highest)) {
      say("compression", `the level of ${compression.type} is a whole number from 0 to ${highest}`);
    }
  }
  if (reproducible) {
    const { epoch } = reproducible;
    if (!Number.isSafeInteger(epoch) || epoch < 0) {
      say("reproducible", "the time must be whole seconds since 1970");
    }
    if (buildArgs.some(({ name }) => name === "SOURCE_DATE_EPOCH")) {
      say("build-args", "SOURCE_DATE_EPOCH is given twice: reproducible sets it");
    }
  }
  for (const output of request.outputs ?? []) {
    if (!/(?:^|,)"?type=[a-z]+/.test(output) && !/^[^=,]+$/.test(output))
      say("outputs", "an output names no type");
  }
  if (!(loads(request) || pushes(request) || (request.outputs ?? []).length > 0)) {
    say("load", "nothing would come out: load, push and outputs are all off");
  }
  return problems;
}

function freshnessProblems({ noCache, noCacheFilters }: BuildRequest): RequestProblem[] {
  const both = noCache === true && (noCacheFilters ?? []).length > 0;
  return [
    ...(both
      ? [{ input: "no-cache-filters", message: "buildx takes no-cache or no-cache-filters, not both" }]
      : []),
    ...listed(noCacheFilters, "no-cache-filters", stageName, "name stages of the Dockerfile"),
  ];
}

function cacheProblems({ cache }: BuildRequest): RequestProblem[] {
  if (cache?.mode === "registry") {
    const refs = [cache.ref, ...(cache.from ?? [])];
    return refs.every((ref) => isImageTag(ref))
      ? []
      : [{ input: "cache", message: "the place of the cache is no image name" }];
  }
  if (cache?.mode === "gha") {
    return listed(
      [cache.scope, ...(cache.from ?? [])],
      "cache",
      scopeName,
      "a scope is letters, digits, . _ / and -",
    );
  }
  return cache?.mode === "local" && cache.folder === ""
    ? [{ input: "cache", message: "the folder is empty" }]
    : [];
}

function secretProblems({ secretEnvs = [], secretFiles = [], ssh = [] }: BuildRequest): RequestProblem[] {
  const ids = [...secretEnvs, ...secretFiles].map(({ id }) => id);
  const twice = ids.some((id, index) => ids.indexOf(id) !== index);
  return [
    ...listed(ids, "secrets", secretId, "an id is letters, digits, . _ and -"),
    ...(twice ? [{ input: "secrets", message: "an id is given twice" }] : []),
    ...listed(
      secretEnvs.map(({ variable }) => variable),
      "secret-envs",
      variableName,
      "write ID=VARIABLE, the name of an environment variable and never its value",
    ),
    ...secretFiles
      .filter(({ path }) => path === "")
      .map(() => ({ input: "secret-files", message: "a secret names no file" })),
    ...listed(
      ssh.map(({ id }) => id),
      "ssh",
      secretId,
      "write ID or ID=PATH",
    ),
    // buildx splits them at commas and knows no quotes here.
    ...ssh
      .filter(({ paths }) => paths.some((path) => path === "" || path.includes(",")))
      .map(() => ({ input: "ssh", message: "the path of a key is empty or holds a comma" })),
  ];
}

function attestationProblems({ attests = [] }: BuildRequest): RequestProblem[] {
  return attests
    .filter((value) => /(?:^|,)"?type=(?:provenance|sbom)\b/.test(value))
    .map(() => ({ input: "attests", message: "provenance and sbom have inputs of their own" }));
}

function listed(
  values: readonly string[] | undefined,
  input: string,
  pattern: RegExp,
  advice: string,
): RequestProblem[] {
  return (values ?? []).some((value) => !pattern.test(value)) ? [{ input, message: advice }] : [];
}

/** No argument of a program can hold a NUL, and Node throws over one. */
function nulProblems(request: BuildRequest): RequestProblem[] {
  return JSON.stringify(request).includes("\\u0000")
    ? [{ input: "inputs", message: "a value holds a NUL character" }]
    : [];
}
