import { describe, expect, test } from "vitest";
import {
  build,
  error,
  failedWith,
  plan,
  report,
  smoke,
  standIn,
  unknownEvidence,
  verify,
  whole,
} from "../testing/records.ts";
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
      "Failed: maptr smoke, timeout: no answer within 600 s. evidence: stand-in.",
    ],
    [
      smoke("maptr", unknownEvidence),
      "Passed, but nothing says whether the image is the real one: maptr smoke, vectorized-map: 50, p50 121 ms, on NVIDIA RTX A5000, peak 6,120 MiB.",
    ],
    [
      smoke("maptr", { ...unknownEvidence, ...failedWith("timeout", "no answer.\nSecond line.") }),
      "Failed: maptr smoke, timeout: no answer.",
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

describe("what the plan did not promise is counted apart", () => {
  const five = ["a", "b", "c", "d", "e"];
  const verifies = [plan(five, { expects: ["verify"] }), ...five.map((model) => verify(model))];
  const planned = [plan(five), ...five.flatMap(whole)];
  const failure = failedWith("timeout", "too slow");
  test.each([
    [
      "steps",
      [...verifies, build("a"), smoke("a")],
      "Passed: all 5 planned verify steps of 5 models (a, b, c, d and e), and 2 more (a build and a smoke).",
    ],
    [
      "a model",
      [plan(["a"]), ...whole("a"), verify("z")],
      "Passed: all 3 planned steps of 1 model (a), and 1 more (z verify).",
    ],
    [
      "beside failed ones",
      [...planned, build("b", { ...failure, startedAt: "2026-01-02T00:00:00.000Z" }), verify("z")],
      "Failed: 1 of 15 planned steps (b build). timeout: too slow.",
    ],
    [
      "and failed beside failed ones",
      [...verifies.slice(0, -1), verify("e", failure), build("a", failure), smoke("a")],
      "Failed: 1 of 5 planned verify steps and 1 of 2 more (a build and e verify). First: a build, timeout: too slow.",
    ],
    [
      "and alone failed",
      [...planned, verify("z", failure), build("z")],
      "Failed: 1 of 2 steps beyond the plan (z verify). timeout: too slow.",
    ],
    [
      "beside a missing one",
      [plan(["a"]), verify("a"), build("a"), verify("z")],
      "Failed: 1 of 3 planned steps left no result (a smoke).",
    ],
    [
      "and skipped",
      [...verifies, build("a"), smoke("a", { status: "skipped" })],
      "Passed: all 5 planned verify steps of 5 models (a, b, c, d and e), and 1 of 2 more (a build and a smoke); 1 skipped (a smoke).",
    ],
    [
      "where it promised nothing",
      [plan([]), verify("a"), build("a")],
      "Passed: all 2 unplanned steps of 1 model (a).",
    ],
    [
      "and nothing came",
      [plan(["a"], { expects: [] })],
      "Passed: the plan promises 0 steps, so nothing had to run.",
    ],
  ] as const)("%s", (_, records, sentence) => {
    expect(verdictSentence(judge(records))).toBe(sentence);
  });
});

describe("evidence that is unknown", () => {
  const smokeOf = (model: string) => smoke(model, unknownEvidence);
  test("is said of a run that passed", () => {
    const records = [plan(two), ...whole("vad"), verify("maptr"), build("maptr"), smokeOf("maptr")];
    expect(verdictSentence(judge(records))).toBe(
      "Passed, but nothing says whether all images are the real ones: all 6 planned steps of 2 models (maptr and vad), 1 of them with evidence unknown (maptr smoke).",
    );
  });

  test("stands behind stand-ins, which weigh more", () => {
    const sentence = verdictSentence(judge([build("vad", standIn), smokeOf("maptr")]));
    expect(sentence).toMatch(/^Passed, but this proves only the plumbing, not the real images: /);
    expect(sentence).toContain(
      "1 of them on stand-ins (base, upstream, wheels), 1 of them with evidence unknown",
    );
    const view = viewOf([build("maptr", standIn), smokeOf("maptr")]);
    expect(view.table?.rows[0]?.cells.at(-1)).toMatchObject({ text: "stand-in", evidence: "stand-in" });
    expect(view.evidence).toBe("stand-in");
  });

  test("of a failed step needs no note, but is not shown as real", () => {
    const failed = smoke("maptr", { ...unknownEvidence, ...failedWith("timeout", "too slow") });
    const view = viewOf([verify("maptr"), failed]);
    expect(view.notes).toEqual([]);
    expect(view.table?.rows[0]?.cells.at(-1)).toEqual({
      text: "unknown",
      more: "smoke: nothing said how its image was built before it failed",
      evidence: "unknown",
    });
  });

  test("of several steps is one note", () => {
    expect(viewOf([smokeOf("maptr"), smokeOf("vad")]).notes).toEqual([
      "evidence: unknown for maptr smoke and vad smoke: nothing says how their images were built; they were not built by build-image.",
    ]);
  });
});

test("a report's own sentence wins, since it was made from all there was to see", () => {
  expect(viewOf([report("Failed: 1 of 2.", { status: "failed" }), ...whole("maptr")]).sentence).toBe(
    "Failed: 1 of 2.",
  );
});
