import { describe, expect, test } from "vitest";
import { build, failedWith, plan, smoke, verify } from "../testing/records.ts";
import { viewOf } from "../view/view-of.ts";
import { judge } from "./judge.ts";
import { verdictSentence } from "./sentence.ts";

const sha = (digit: string): string => `sha256:${digit.repeat(64)}`;
const [index, config, other] = [sha("a"), sha("b"), sha("c")];
const skipped = { status: "skipped" as const };

describe("the image that ran is the image that was built", () => {
  test.each([
    ["classic store: the configuration", { digest: null, configDigest: config }, { imageId: config }, true],
    ["classic store: another one", { digest: null, configDigest: config }, { imageId: other }, false],
    ["containerd store: the manifest", { digest: index, configDigest: config }, { imageId: index }, true],
    ["pulled by a classic store", { digest: index, configDigest: config }, { imageId: config }, true],
    ["neither of both", { digest: index, configDigest: config }, { imageId: other }, false],
    ["containerd store: the index", { digest: index, configDigest: null }, { imageId: index }, true],
    [
      "an index pulled by a classic store, by its digest",
      { digest: index, configDigest: null },
      { imageId: other, image: `r.test/maptr@${index}` },
      true,
    ],
    [
      "an index pulled by a classic store, by a tag",
      { digest: index, configDigest: null },
      { imageId: other, image: "r.test/maptr:1" },
      false,
    ],
    [
      "the digest of something else",
      { digest: index, configDigest: null },
      { imageId: other, image: `r.test/maptr@${other}` },
      false,
    ],
    ["an id that nobody knows", { digest: index, configDigest: config }, { imageId: null }, true],
    ["a build that exported nothing", { digest: null, configDigest: null }, { imageId: other }, true],
    [
      "a smoke that did not run",
      { digest: index, configDigest: config },
      { imageId: other, ...skipped },
      true,
    ],
  ])("%s", (_, built, ran, isSame) => {
    const judgement = judge([build("maptr", built), smoke("maptr", ran)]);
    expect(judgement.verdict).toBe(isSame ? "passed" : "failed");
    expect(judgement.models[0]?.objections.map(({ name }) => name)).toEqual(isSame ? [] : ["other-image"]);
  });

  const records = [
    plan(["maptr", "vad"]),
    ...["maptr", "vad"].map((model) => verify(model)),
    build("maptr", { digest: index, configDigest: config }),
    smoke("maptr", { imageId: other }),
    build("vad"),
    smoke("vad"),
  ];

  test("the sentence counts it, the row and an issue say it", () => {
    expect(verdictSentence(judge(records))).toBe(
      "Failed: 1 of 6 planned steps (maptr smoke). result-failed: the smoke run used another image than the one that was built.",
    );
    const view = viewOf(records);
    expect(view).toMatchObject({
      verdict: "failed",
      table: { rows: [{ model: "maptr", verdict: "failed" }, {}] },
    });
    expect(view.table?.rows[0]?.cells).toContainEqual({
      text: "failed",
      verdict: "failed",
      more: "other-image",
    });
    expect(view.open).toMatchObject([
      {
        where: "maptr smoke",
        name: "other-image",
        message:
          "the smoke run used another image than the one that was built: it ran sha256:cccccccccccc, built was sha256:aaaaaaaaaaaa, configuration sha256:bbbbbbbbbbbb",
        remedy: expect.stringContaining("image-ref of build-image"),
      },
    ]);
  });

  test("a smoke that failed keeps its own reason beside it", () => {
    const failed = smoke("maptr", { imageId: other, ...failedWith("timeout", "too slow") });
    const view = viewOf([build("maptr"), failed]);
    expect(view.sentence).toContain("timeout: too slow.");
    expect(view.open.map(({ name }) => name)).toEqual(["timeout", "other-image"]);
  });

  test("the records that were given stay as they are", () => {
    judge(records);
    expect(records[4]?.status).toBe("passed");
  });
});

describe("a promised step that was skipped", () => {
  const expects = ["build", "smoke"] as const;
  const promise = plan(["a"], { expects: [...expects] });
  test.each([
    ["one", [promise, build("a"), smoke("a", skipped)], "Failed: 1 of 2 planned steps (a smoke)."],
    [
      "all",
      [promise, build("a", skipped), smoke("a", skipped)],
      "Failed: 2 of 2 planned steps (a build and a smoke). First: a build,",
    ],
    [
      "beside a missing one",
      [promise, smoke("a", skipped)],
      "Failed: 1 of 2 planned steps (a smoke); 1 left no result (a build).",
    ],
  ])("%s of them fails the change", (_, records, sentence) => {
    expect(judge(records).verdict).toBe("failed");
    expect(verdictSentence(judge(records))).toContain(sentence);
    expect(verdictSentence(judge(records))).toContain("the plan promised this step, but it was skipped.");
  });

  test("is an issue of its own, and its row does not claim that it failed to look", () => {
    const view = viewOf([promise, build("a"), smoke("a", { ...skipped, evidence: "unknown" })]);
    expect(view.open).toMatchObject([{ where: "a smoke", name: "promise-skipped" }]);
    expect(view.table?.rows[0]?.cells.at(-1)).toMatchObject({
      more: "smoke: it was skipped or ran another image",
    });
  });

  test("why it was skipped is not lost", () => {
    const { failure } = failedWith("timeout", "no GPU was free");
    const view = viewOf([promise, build("a"), smoke("a", { ...skipped, failure })]);
    expect(view.sentence).toContain("no GPU was free");
    expect(view.open.map(({ name }) => name)).toEqual(["timeout", "promise-skipped"]);
  });

  test.each([
    ["no plan", [build("a"), smoke("a", skipped)]],
    ["a plan without that step", [plan(["a"], { expects: ["build"] }), build("a"), smoke("a", skipped)]],
    ["a plan without that model", [plan(["b"], { expects: [] }), build("a"), smoke("a", skipped)]],
  ])("but nothing is broken where nothing promised it: %s", (_, records) => {
    expect(judge(records).verdict).toBe("passed");
    expect(verdictSentence(judge(records))).toContain("1 skipped (a smoke)");
  });
});
