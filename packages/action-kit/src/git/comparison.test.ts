import { expect, test } from "vitest";
import { chooseComparison } from "./comparison.ts";

const sha = "0123456789abcdef0123456789abcdef01234567";

test.each([
  ["pull_request", { pull_request: { base: { sha } } }, { comparison: { ref: sha, fromMergeBase: true } }],
  [
    "pull_request_target",
    { pull_request: { base: { sha }, title: "</details>" } },
    { comparison: { ref: sha, fromMergeBase: true } },
  ],
  ["merge_group", { merge_group: { base_sha: sha } }, { comparison: { ref: sha, fromMergeBase: true } }],
  ["push", { before: sha }, { comparison: { ref: sha, fromMergeBase: false } }],
])("%s names its base", (name, event, choice) => {
  expect(chooseComparison(name, event)).toEqual(choice);
});

test.each([
  ["push", { before: "0".repeat(40) }, "the branch is new"],
  ["push", { before: "--output=/etc/passwd" }, "does not name a base commit"],
  ["push", { before: `${sha}\n--upload-pack` }, "does not name a base commit"],
  ["push", null, "does not name a base commit"],
  ["pull_request", { pull_request: { base: { sha: 7 } } }, "does not name a base commit"],
  ["pull_request", [], "does not name a base commit"],
  ["schedule", {}, "an event of kind schedule compares with nothing"],
  ["workflow_dispatch", {}, "compares with nothing"],
  ["", undefined, "no base was given"],
])("%s with %j names none, and why", (name, event, reason) => {
  expect(chooseComparison(name, event)).toEqual({ reason: expect.stringContaining(reason) });
});
