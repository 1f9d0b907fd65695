import { type Host, StepFailure } from "@mia/action-kit";
import { requestProblems, type TypedCache } from "@mia/container";
import type { BuildResult } from "@mia/step-result";
import { cacheChoice, writesByDefault } from "./cache-choice.ts";
import { combinationProblems } from "./combination-problems.ts";
import { defaultBranch } from "./default-branch.ts";
import type { Given } from "./inputs.ts";
import { epochOf, type RequestParts, requestOf } from "./request.ts";
import { missingOf } from "./secrets.ts";
import { sourceProblems } from "./sources.ts";

/** What a request is made of, once nothing speaks against it. Throws `invalid-input` or `secret-missing`. */
export async function soundParts(
  host: Host,
  draft: BuildResult,
  given: Given,
  { runtime, path, metadataFile }: { runtime: string; path: string; metadataFile: string },
): Promise<RequestParts> {
  const { event, ref } = { event: host.env.GITHUB_EVENT_NAME, ref: host.env.GITHUB_REF };
  const needsBranch = given.cache !== "off" && given["cache-write"] === "auto" && event !== undefined;
  const cache = cacheChoice(given, {
    slug: draft.model,
    byDefault: writesByDefault({ event, ref }, needsBranch ? await defaultBranch(host) : undefined),
    hasService: Boolean(host.env.ACTIONS_RUNTIME_TOKEN),
  });
  const epoch = epochOf(host.env.SOURCE_DATE_EPOCH);
  const parts: RequestParts = {
    draft,
    dockerfile: path,
    runtimeContext: runtime,
    lockedContexts: [],
    cache: cache.ok ? cache.cache : ({ mode: "off" } satisfies TypedCache),
    epoch: epoch ?? 0,
    metadataFile,
  };
  const request = requestOf(given, parts);
  const named = [...combinationProblems(given), ...(cache.ok ? [] : cache.problems)];
  const sources = { folder: draft.folder, file: given.file, runtimeContext: runtime };
  const problems = [
    ...(await sourceProblems(host, { ...sources, contexts: given["build-contexts"] })),
    ...named.map(({ input, message }) => `input "${input}" ${message}`),
    ...requestProblems(request).map(({ input, message }) => `input "${input}": ${message}`),
    ...(given.reproducible && epoch === undefined
      ? ["SOURCE_DATE_EPOCH in the environment must be whole seconds since 1970"]
      : []),
  ];
  const missing = await missingOf(host, request);
  if (problems.length > 0) {
    throw new StepFailure({
      code: "invalid-input",
      message: [...problems, ...missing].join("; ").slice(0, 4000),
      remedy:
        "Correct the inputs; paths are relative to the workspace, and docs/build-image.md says what goes with what.",
    });
  }
  if (missing.length > 0) {
    throw new StepFailure({
      code: "secret-missing",
      message: missing.join("; ").slice(0, 4000),
      remedy:
        "Give the variable to this step with env:, or write the file in a step before it. Nothing was built.",
    });
  }
  return parts;
}
