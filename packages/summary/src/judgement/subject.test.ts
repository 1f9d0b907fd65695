import { describe, expect, test } from "vitest";
import { renderHtml } from "../html/render-html.ts";
import { renderSummary } from "../markdown/render-summary.ts";
import { renderTerminal } from "../terminal/render-terminal.ts";
import { build, error, plan, report, smoke, verify, verifyDockerfiles, whole } from "../testing/records.ts";
import { judge } from "./judge.ts";
import { verdictSentence } from "./sentence.ts";
import { singleSentence } from "./single-sentence.ts";
import { stepName } from "./subject.ts";

const findings = [error("Dockerfile", 4, "The final USER is root.")];
const failed = verifyDockerfiles({ status: "failed", findings });

test.each([
  [verify("maptr"), "maptr verify"],
  [smoke("maptr"), "maptr smoke"],
  [verifyDockerfiles(), "Dockerfiles verify"],
  [verifyDockerfiles({ folder: "docker" }), "Dockerfiles in docker verify"],
  [plan(["maptr"]), "plan"],
  [report("Passed."), "report"],
])("%# is called %s", (record, name) => {
  expect(stepName(record)).toBe(name);
});

test("a verify without a model says so of itself", () => {
  expect(singleSentence(verifyDockerfiles())).toBe(
    "Passed: Dockerfiles verify, no error and no warning from 1 rule.",
  );
  expect(singleSentence(failed)).toBe(
    "Failed: Dockerfiles verify, 1 error, at Dockerfile:4: The final USER is root.",
  );
});

test("it is a row of its own beside the models, and the plan did not promise it", () => {
  const judgement = judge([plan(["maptr"]), ...whole("maptr"), verifyDockerfiles()]);
  expect(judgement.models.map(({ model, verdict }) => [model, verdict])).toEqual([
    ["maptr", "passed"],
    ["Dockerfiles", "passed"],
  ]);
  expect(verdictSentence(judgement)).toBe(
    "Passed: all 3 planned steps of 1 model (maptr), and 1 more (Dockerfiles verify).",
  );
});

test("no folder hides the failure of another", () => {
  const judgement = judge([failed, verifyDockerfiles({ folder: "docker" })]);
  expect(judgement.verdict).toBe("failed");
  expect(judgement.models.map(({ model }) => model)).toEqual(["Dockerfiles", "Dockerfiles in docker"]);
  expect(verdictSentence(judgement)).toMatch(/^Failed: 1 of 2 verify steps \(Dockerfiles verify\)\. 1 error/);
});

describe("every page", () => {
  const records = [verify("maptr"), build("maptr"), failed];
  test.each([
    ["Markdown", renderSummary(records, { maxBytes: 1_000_000 })],
    ["HTML", renderHtml(records)],
    ["terminal", renderTerminal(records)],
  ])("%s names it and never undefined", (_, page) => {
    expect(page).toContain("Dockerfiles verify");
    expect(page).not.toContain("undefined");
  });

  test("the facts of one alone name policy, files, what was skipped and what was left out", () => {
    const skipped = [{ path: "x/Dockerfile", why: "it is a link" }];
    const suppressed = { inline: 2, policy: 3, baseline: 1, scope: 0 };
    const page = renderSummary([verifyDockerfiles({ skipped, suppressed })], { maxBytes: 100_000 });
    expect(page).toContain("- Policy: <code>none</code>");
    expect(page).toContain("- Files checked: 2 (Dockerfile and docker/Dockerfile.gpu)");
    expect(page).toContain("- Not checked: x/Dockerfile: it is a link");
    expect(page).toContain("- Findings left out: 2 by a comment, 3 by the policy, 1 in the baseline");
  });
});
