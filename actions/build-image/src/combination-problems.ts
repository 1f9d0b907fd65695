import type { InputProblem } from "./input-problem.ts";
import type { Given } from "./inputs.ts";

type Rule = readonly [wrong: (given: Given) => boolean, input: string, message: string];

const goesToRegistry = (given: Given): boolean => given.push || given["push-by-digest"];

/** Inputs that cannot be together, as far as they alone say so. What buildx refuses of a request is `requestProblems`. */
const rules: readonly Rule[] = [
  ...(["push", "push-by-digest"] as const).map(
    (input): Rule => [
      (given) => given[input] && given.tags.length === 0,
      input,
      'is true, but input "tags" is empty: name the registry in a tag, such as ghcr.io/owner/maptr:v1',
    ],
  ),
  [
    (given) => given["skip-proven"] && !goesToRegistry(given),
    "skip-proven",
    "needs push: only a registry can hold what was proven",
  ],
  [
    (given) => given["skip-proven"] && given["push-by-digest"] && given["previous-ref"] === undefined,
    "skip-proven",
    "needs previous-ref where the image is pushed by digest: there is no tag to look under",
  ],
  [
    (given) => given["skip-proven"] && (given.load === "true" || given.outputs.length > 0),
    "skip-proven",
    "does not go with load and outputs: what is skipped comes out nowhere else",
  ],
  [
    (given) => given["skip-proven"] && (given["no-cache"] || given["no-cache-filters"].length > 0),
    "skip-proven",
    "does not go with no-cache and no-cache-filters, which ask for a build in any case",
  ],
  [
    (given) => given["previous-ref"] !== undefined && !goesToRegistry(given),
    "previous-ref",
    "needs push: an image in the engine has no compressed size to compare",
  ],
  [
    (given) => given["no-cache"] && given["cache-from"].length > 0,
    "cache-from",
    "does not go with no-cache, which reads no cache",
  ],
];

/** All of it at once. */
export function combinationProblems(given: Given): InputProblem[] {
  return rules.filter(([wrong]) => wrong(given)).map(([, input, message]) => ({ input, message }));
}
