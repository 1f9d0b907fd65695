import { expect, test } from "vitest";
import { readImage } from "./image.ts";
import { none } from "./policy/built-in.ts";
import type { Rule } from "./rule.ts";
import { checkImage } from "./verify-image.ts";

const severities = ["error", "warning", "info"] as const;

/** Finds one thing as heavy as the rule, and one of each severity that it says itself. */
const ruleOf = (severity: Rule["severity"]): Rule => ({
  code: "MIA999",
  id: "a-rule",
  description: "A rule.",
  severity,
  confidence: "high",
  since: "0.1.0",
  *check() {
    const report = { message: "m", remedy: "r", locations: [{ file: "Dockerfile", line: 1 }] };
    yield { ...report, message: "own" };
    for (const one of severities) yield { ...report, message: one, severity: one };
  },
});

const weighed = (severity: Rule["severity"], rules: (typeof none)["rules"]) => {
  const source = {
    folder: ".",
    dockerfile: { path: "Dockerfile", text: "FROM scratch\n" },
    requirements: [],
  };
  const image = readImage(source, undefined, { ...none, rules });
  const found = checkImage(image, [ruleOf(severity)]);
  return Object.fromEntries(found.map(({ message, severity: weight }) => [message, weight]));
};

test.each([
  ["error", { own: "error", error: "error", warning: "error", info: "info" }],
  ["warning", { own: "warning", error: "warning", warning: "warning", info: "info" }],
  ["info", { own: "info", error: "info", warning: "info", info: "info" }],
  ["off", {}],
] as const)("a rule that weighs %s: what the rule itself calls advice stays advice", (weight, expected) => {
  for (const own of severities) {
    expect(weighed(own, { "a-rule": weight })).toEqual(expected);
    expect(weighed(own, { MIA999: weight })).toEqual(expected);
  }
});

test("a rule that nobody weighs weighs what it says", () => {
  expect(weighed("warning", {})).toEqual({
    own: "warning",
    error: "error",
    warning: "warning",
    info: "info",
  });
});
