import type { Finding } from "@mia/step-result";
import { expect, test } from "vitest";
import { renderHtml } from "../html/render-html.ts";
import { renderSummary } from "../markdown/render-summary.ts";
import { renderTerminal } from "../terminal/render-terminal.ts";
import { threeLines, threePlaces } from "../testing/findings.ts";
import { build, verify } from "../testing/records.ts";
import { issuesOf } from "./issues.ts";

const finding = (rule: string): Finding => ({
  rule,
  severity: "error",
  message: "no such package",
  remedy: "name another",
  locations: [{ file: "images/maptr/Dockerfile", line: 7 }],
});

const failure = {
  code: "build-failed",
  message: "exit code 1",
  remedy: "read its lines",
  detail: "E: no",
} as const;

test("a failure and the finding that only gives its place are one issue", () => {
  const record = {
    ...build("maptr"),
    status: "failed" as const,
    failure,
    findings: [finding("build/build-failed")],
  };
  expect(issuesOf([record], undefined).error).toEqual([
    expect.objectContaining({
      name: "build-failed",
      message: "exit code 1",
      places: [{ file: "images/maptr/Dockerfile", line: 7 }],
      output: ["E: no"],
    }),
  ]);
});

test("findings of another kind stand beside the failure", () => {
  const record = { ...build("maptr"), status: "failed" as const, failure, findings: [finding("other")] };
  expect(issuesOf([record], undefined).error.map(({ name }) => name)).toEqual(["build-failed", "other"]);
});

test("an unreadable file is told by its findings, or by the failure where there are none", () => {
  const unreadable = { code: "unreadable-input", message: "model.yaml:1: x", remedy: "y" } as const;
  const failed = { ...verify("maptr"), status: "failed" as const, failure: unreadable };
  expect(issuesOf([{ ...failed, findings: [finding("model-yaml")] }], undefined).error).toHaveLength(1);
  expect(issuesOf([failed], undefined).error.map(({ name }) => name)).toEqual(["unreadable-input"]);
});

test("a finding has its code, the page of its rule, its fix, and a link for every place", () => {
  const links = { server: "https://github.com", repository: "o/r", commit: "a".repeat(40) };
  const pages = "https://github.com/o/actions/blob/v1/docs/rules";
  const record = verify("maptr", { findings: [threePlaces, threeLines] });
  const { error, warning } = issuesOf([record], links, pages);
  expect(error[0]).toMatchObject({
    name: "MIA103 mmcv-index-matches-cuda",
    href: `${pages}/mmcv-index-matches-cuda.md`,
    fix: "name the index of cu111 (safe)",
  });
  const root = `https://github.com/o/r/blob/${links.commit}`;
  expect(error[0]?.places.map(({ href }) => href)).toEqual([
    `${root}/Dockerfile#L5`,
    `${root}/Dockerfile#L1`,
    `${root}/requirements.txt#L1`,
  ]);
  expect(warning[0]?.places[0]?.href).toBe(`${root}/Dockerfile#L2-L4`);
});

test("every page shows them", () => {
  const links = { server: "https://github.com", repository: "o/r", commit: "a".repeat(40) };
  const rulePages = "https://github.com/o/actions/blob/v1/docs/rules";
  const record = verify("maptr", { status: "failed", findings: [threePlaces] });
  const markdown = renderSummary([record], { maxBytes: 100_000, links, rulePages });
  expect(markdown).toContain(
    `([<code>MIA103 mmcv-index-matches-cuda</code>](${rulePages}/mmcv-index-matches-cuda.md))<br>`,
  );
  expect(markdown).toContain(
    "has 11.1 (the index says cu118)<br>**Fix:** Use the index of cu111.<br>**--fix:** name",
  );
  expect(markdown).toContain("<br>also [<code>Dockerfile:1</code>](https://github.com/o/r/blob/");
  const html = renderHtml([record], { links, rulePages });
  expect(html).toContain(
    `<a href="${rulePages}/mmcv-index-matches-cuda.md"><code>MIA103 mmcv-index-matches-cuda</code></a></h3>`,
  );
  expect(html).toContain("<p><strong>--fix:</strong> name the index of cu111 (safe)</p>");
  expect(renderTerminal([record])).toContain("  MIA103 mmcv-index-matches-cuda\n");
});
