import { expect, test } from "vitest";
import { rulePages } from "./rule-pages.ts";

const server = { GITHUB_SERVER_URL: "https://github.com" };

test.each([
  [
    { ...server, GITHUB_ACTION_REPOSITORY: "o/actions", GITHUB_ACTION_REF: "v1" },
    "https://github.com/o/actions/blob/v1/docs/rules",
  ],
  [{ ...server, GITHUB_ACTION_REPOSITORY: "", GITHUB_ACTION_REF: "" }, undefined],
  [{}, undefined],
])("%j gives %s", (env, expected) => {
  expect(rulePages({ env })).toBe(expected);
});
