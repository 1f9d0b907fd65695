import { describe, expect, test } from "vitest";
import { build, failedWith, plan, smoke, verify, whole } from "../testing/records.ts";
import { judge } from "./judge.ts";
import { newestRecords } from "./newest.ts";

const origin = (runId: string, runAttempt = 1) => ({ origin: { commit: "a".repeat(40), runId, runAttempt } });
const at = (second: number) => ({ startedAt: `2026-01-01T00:00:0${second}.000Z` });

describe("the newest record of a step", () => {
  test.each([
    ["the later start wins", [verify("a", at(1)), verify("a", at(2))], 1],
    ["whatever the order", [verify("a", at(2)), verify("a", at(1))], 0],
    [
      "a higher attempt wins over another machine's clock",
      [verify("a", { ...origin("7", 2), ...at(1) }), verify("a", { ...origin("7", 1), ...at(5) })],
      0,
    ],
    [
      "between runs the later start wins, whatever the attempt",
      [verify("a", { ...origin("7", 9), ...at(1) }), verify("a", { ...origin("8", 1), ...at(5) })],
      1,
    ],
    ["of equals the last one given", [verify("a"), verify("a")], 1],
  ] as const)("%s", (_, records, index) => {
    expect(newestRecords(records)).toEqual([records[index]]);
    expect(newestRecords(records)[0]).toBe(records[index]);
  });

  test("each step and model has its own", () => {
    expect(newestRecords([verify("a"), verify("b"), build("a")])).toHaveLength(3);
  });
});

describe("judge", () => {
  test.each([
    ["all planned steps passed", [plan(["a"]), ...whole("a")], "passed", ["passed", "passed", "passed"]],
    [
      "a planned step left no record",
      [plan(["a"]), verify("a"), build("a")],
      "missing",
      ["passed", "passed", "missing"],
    ],
    [
      "a failure weighs more than a missing one",
      [plan(["a"]), verify("a"), build("a", failedWith("build-failed", "no"))],
      "failed",
      ["passed", "failed", "missing"],
    ],
    [
      "a step that was not promised is not missed",
      [plan(["a"], { expects: ["verify"] }), verify("a")],
      "passed",
      ["passed", "not-planned", "not-planned"],
    ],
    [
      "a record nobody planned is judged too",
      [plan([]), verify("a")],
      "passed",
      ["passed", "not-planned", "not-planned"],
    ],
    ["without a plan nothing is missing", [verify("a")], "passed", ["passed", "not-planned", "not-planned"]],
    [
      "a skipped step does not fail",
      [smoke("a", { status: "skipped" })],
      "skipped",
      ["not-planned", "not-planned", "skipped"],
    ],
    [
      "a record of another run proves nothing",
      [plan(["a"], { expects: ["verify"], ...origin("8") }), verify("a", origin("7"))],
      "missing",
      ["missing", "not-planned", "not-planned"],
    ],
  ] as const)("%s", (_, records, verdict, steps) => {
    const judgement = judge(records);
    expect(judgement.verdict).toBe(verdict);
    expect(Object.values(judgement.models[0]?.steps ?? {})).toEqual(steps);
  });

  test("nothing at all is missing, an empty plan is not", () => {
    expect(judge([]).verdict).toBe("missing");
    expect(judge([plan([])]).verdict).toBe("passed");
    expect(judge([plan([], failedWith("timeout", "git hung"))]).verdict).toBe("failed");
  });

  test("the worst models come first, then the plan's order", () => {
    const records = [
      plan(["d", "c", "b"]),
      ...whole("d"),
      verify("c"),
      verify("b", failedWith("timeout", "x")),
    ];
    expect(judge(records).models.map(({ model }) => model)).toEqual(["b", "c", "d"]);
  });
});
