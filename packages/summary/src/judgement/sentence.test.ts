import { describe, expect, test } from "vitest";
import { build, error, failedWith, plan, report, smoke, standIn, verify, whole } from "../testing/records.ts";
import { viewOf } from "../view/view-of.ts";
import { judge } from "./judge.ts";
import { verdictSentence } from "./sentence.ts";

const two = ["maptr", "vad"];
const rootUser = {
  status: "failed" as const,
  findings: [error("images/maptr/Dockerfile", 41, "The final USER is root.")],
};

/** Verdict, deciding number and model must stand in what a mail or a phone shows of a summary. */
describe("the first 200 characters of the sentence over a change", () => {
  test.each([
    [
      "all passed",
      [plan(two), ...two.flatMap(whole)],
      {},
      ["Passed: all 6 planned steps of 2 models (maptr and vad)"],
    ],
    [
      "stand-ins",
      [plan(["maptr"]), verify("maptr"), build("maptr", standIn), smoke("maptr", standIn)],
      {},
      ["Passed, but this proves only the plumbing", "3 planned steps", "maptr", "2 of them on stand-ins"],
    ],
    [
      "one failed",
      [plan(two), ...whole("vad"), verify("maptr", rootUser), build("maptr"), smoke("maptr")],
      {},
      [
        "Failed: 1 of 6 planned steps (maptr verify). 1 error, at images/maptr/Dockerfile:41: The final USER is root.",
      ],
    ],
    [
      "one missing",
      [plan(two), ...whole("vad"), verify("maptr"), build("maptr")],
      {},
      ["Failed: 1 of 6 planned steps left no result (maptr smoke)."],
    ],
    [
      "failed and missing",
      [
        plan(two),
        ...whole("vad"),
        verify("maptr"),
        build("maptr", failedWith("build-failed", "exited with 1")),
      ],
      {},
      [
        "Failed: 1 of 6 planned steps (maptr build); 1 left no result (maptr smoke). build-failed: exited with 1.",
      ],
    ],
    ["nothing planned", [plan([])], {}, ["Passed: the plan names 0 models"]],
    [
      "the plan failed",
      [plan([], failedWith("timeout", "git hung"))],
      {},
      ["Failed: the plan itself failed, timeout: git hung."],
    ],
    [
      "no plan",
      whole("maptr"),
      { planExpected: true },
      ["Passed: all 3 steps of 1 model (maptr). No plan was found"],
    ],
    ["nothing at all", [], { planExpected: true }, ["Failed: 0 records were found."]],
    [
      "one step of many models",
      two.map((model) => verify(model)),
      {},
      ["Passed: all 2 verify steps of 2 models (maptr and vad)."],
    ],
    [
      "some skipped",
      [verify("maptr"), smoke("maptr", { status: "skipped" })],
      {},
      ["Passed: 1 of 2 steps of 1 model (maptr); 1 skipped (maptr smoke)."],
    ],
    [
      "all skipped",
      [smoke("maptr", { status: "skipped" })],
      {},
      ["Skipped: 0 of 1 smoke step of 1 model (maptr) ran"],
    ],
    [
      "an unreadable record",
      whole("maptr"),
      { refused: 2 },
      ["Failed: 2 record files could not be read, beside 3 steps"],
    ],
  ] as const)("%s", (_, records, circumstances, parts) => {
    const sentence = verdictSentence(judge(records), circumstances).slice(0, 200);
    for (const part of parts) expect(sentence).toContain(part);
  });

  test("256 failing models are counted, not listed", () => {
    const models = Array.from({ length: 256 }, (_, index) => `model-${index}`);
    const sentence = verdictSentence(
      judge([plan(models), ...models.map((model) => verify(model, rootUser))]),
    );
    expect(sentence.slice(0, 120)).toContain("Failed: 256 of 768 planned steps (model-0 verify");
    expect(sentence.length).toBeLessThan(500);
  });
});

describe("the sentence over a single record", () => {
  test.each([
    [verify("maptr"), "Passed: maptr verify, no error and no warning from 2 rules."],
    [
      verify("maptr", rootUser),
      "Failed: maptr verify, 1 error, at images/maptr/Dockerfile:41: The final USER is root.",
    ],
    [build("maptr"), "Passed: maptr build, target runtime in 3 min 20 s, sha256:0123456789ab, 7.6 GiB."],
    [
      build("maptr", standIn),
      "Passed, but this proves only the plumbing, not the real image (base, upstream, wheels replaced): maptr build, target runtime in 3 min 20 s, sha256:0123456789ab, 7.6 GiB.",
    ],
    [
      smoke("maptr", { ...standIn, ...failedWith("timeout", "no answer within 600 s") }),
      "Failed: maptr smoke, timeout: no answer within 600 s. evidence: stand-in (base, upstream, wheels replaced).",
    ],
    [
      smoke("maptr"),
      "Passed: maptr smoke, vectorized-map: 50, p50 121 ms, on NVIDIA RTX A5000, peak 6,120 MiB.",
    ],
    [smoke("maptr", { status: "skipped" }), "Skipped: maptr smoke, so nothing is proven."],
    [plan(["maptr"]), "Planned: 1 model (maptr); each must leave a record of verify, build and smoke."],
    [plan([]), "Planned: 0 models, so nothing has to run."],
  ])("%#", (record, sentence) => {
    expect(viewOf([record]).sentence).toBe(sentence);
  });
});

test("a report's own sentence wins, since it was made from all there was to see", () => {
  expect(viewOf([report("Failed: 1 of 2.", { status: "failed" }), ...whole("maptr")]).sentence).toBe(
    "Failed: 1 of 2.",
  );
});
