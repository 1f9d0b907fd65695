import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { elsewhere, threeLines, threePlaces } from "../testing/findings.ts";
import { hostileTexts } from "../testing/hostile.ts";
import { sarifFaults } from "../testing/sarif-shape.ts";
import { bytesOf } from "../text/bytes-of.ts";
import { region } from "./place.ts";
import { renderSarif, type SarifFinding, type SarifOptions, type SarifRule } from "./render-sarif.ts";

const rules: SarifRule[] = [
  {
    code: "MIA103",
    id: "mmcv-index-matches-cuda",
    description: "The MMCV wheel index is the one for the image's CUDA and PyTorch.",
    severity: "error",
    confidence: "high",
    helpUri: "https://example.org/rules/mmcv-index-matches-cuda.md",
    helpMarkdown: "# mmcv-index-matches-cuda\n",
  },
  {
    code: "MIA304",
    id: "no-baked-password",
    description: "No password is in the image.",
    severity: "error",
    confidence: "medium",
    tags: ["secrets"],
    securitySeverity: 8,
  },
];
const tool = { name: "mia", version: "0.2.0", informationUri: "https://example.org/mia", rules };

// biome-ignore lint/suspicious/noExplicitAny: what is written is read back as a stranger would read it.
function logOf(findings: SarifFinding[], options: Partial<SarifOptions> = {}): any {
  const log = JSON.parse(renderSarif(findings, { tool, ...options }));
  expect(sarifFaults(log)).toEqual([]);
  return log.runs[0];
}

test("a finding in three files: the first is the place, the text links to the others", () => {
  const [result] = logOf([threePlaces]).results;
  expect(result).toEqual({
    ruleId: "MIA103",
    ruleIndex: 0,
    level: "error",
    message: {
      text: [
        "the MMCV index is for CUDA 11.8 (cu118), the image has 11.1 (the index says cu118)",
        "Use the index of cu111.",
        "[Dockerfile:1](1): the base says 11.1",
        "[requirements.txt:1](2): and so do the requirements",
      ].join("\n"),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "Dockerfile", uriBaseId: "%SRCROOT%" },
          region: { startLine: 5, startColumn: 93, endColumn: 98 },
        },
      },
    ],
    relatedLocations: [
      expect.objectContaining({ id: 1, message: { text: "the base says 11.1" } }),
      expect.objectContaining({ id: 2 }),
    ],
    fixes: [
      {
        description: { text: "name the index of cu111 (safe)" },
        artifactChanges: [
          {
            artifactLocation: { uri: "Dockerfile", uriBaseId: "%SRCROOT%" },
            replacements: [
              {
                deletedRegion: { startLine: 5, startColumn: 93, endLine: 5, endColumn: 98 },
                insertedContent: { text: "cu111" },
              },
            ],
          },
        ],
      },
    ],
    partialFingerprints: { "miaFinding/v1": "0123456789abcdef0123456789abcdef" },
  });
});

test("worst first; a rule that is not in the list gets an entry of its own", () => {
  const run = logOf([elsewhere, threeLines, threePlaces]);
  expect(
    run.results.map(({ ruleId, level }: SarifFinding & { ruleId: string; level: string }) => [ruleId, level]),
  ).toEqual([
    ["MIA103", "error"],
    ["MIA506", "warning"],
    ["model-yaml", "note"],
  ]);
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
    "MIA103",
    "MIA304",
    "model-yaml",
    "MIA506",
  ]);
});

test("rules say what they are, and which of them are about security", () => {
  const [index, password] = logOf([]).tool.driver.rules;
  expect(index).toMatchObject({
    name: "mmcv-index-matches-cuda",
    helpUri: "https://example.org/rules/mmcv-index-matches-cuda.md",
    help: { text: rules[0]?.description, markdown: "# mmcv-index-matches-cuda\n" },
    defaultConfiguration: { level: "error" },
  });
  expect(index.properties).toEqual({ tags: ["dockerfile"], precision: "high", "problem.severity": "error" });
  expect(password.properties).toEqual({
    tags: ["dockerfile", "security", "secrets"],
    precision: "medium",
    "problem.severity": "error",
    "security-severity": "8.0",
  });
});

test("the category stands before the last slash", () => {
  expect(logOf([], { category: "nightly" }).automationDetails).toEqual({ id: "nightly/" });
});

test("once one result is suppressed the others say that they are not, and it comes last", () => {
  const known = { ...threePlaces, suppressed: { kind: "inSource" as const, reason: "built by hand" } };
  const { results } = logOf([known, elsewhere]);
  expect(results.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual([
    [],
    [{ kind: "inSource", status: "accepted", justification: "built by hand" }],
  ]);
  expect(logOf([elsewhere]).results[0]).not.toHaveProperty("suppressions");
});

test.each([
  [{ line: 3 }, { startLine: 3 }],
  [
    { line: 3, column: 5 },
    { startLine: 3, startColumn: 5, endColumn: 6 },
  ],
  [
    { line: 3, column: 5, endColumn: 9 },
    { startLine: 3, startColumn: 5, endColumn: 9 },
  ],
  [
    { line: 3, column: 5, endColumn: 2 },
    { startLine: 3, startColumn: 5, endColumn: 6 },
  ],
  [
    { line: 3, column: 5, endLine: 4, endColumn: 2 },
    { startLine: 3, startColumn: 5, endLine: 4, endColumn: 2 },
  ],
  [
    { line: 3, endLine: 4 },
    { startLine: 3, endLine: 4 },
  ],
  [
    { line: 3, column: 5, endLine: 2, endColumn: 2 },
    { startLine: 3, startColumn: 5 },
  ],
])("%j is the region %j", (place, expected) => {
  expect(region(place)).toEqual(expected);
});

describe("hostile texts", () => {
  const findings = hostileTexts.map(
    (text, index): SarifFinding => ({
      rule: text.slice(0, 100),
      code: text.slice(0, 20),
      severity: "warning",
      message: text,
      remedy: text,
      locations: [
        { file: text.slice(0, 4000), line: 1, column: 9, endColumn: 1, note: text.slice(0, 1000) },
        { file: `/${text.slice(0, 4000)}`, line: 1, note: text.slice(0, 1000) },
        { file: "a b/c#d?[e]:f%", line: 9, endLine: 1 },
      ],
      fix: {
        title: text.slice(0, 200),
        safety: "unsafe",
        edits: [{ file: text.slice(0, 4000), line: 1, column: 1, endLine: 1, endColumn: 1, text }],
      },
      ...(index % 2 === 0 && { suppressed: { kind: "external" as const, reason: text } }),
    }),
  );

  test("stay texts, and no link is theirs", () => {
    const run = logOf(findings, { category: hostileTexts.join("") });
    expect(run.results).toHaveLength(findings.length);
    for (const { message } of run.results) {
      expect(message.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|\p{Cc}(?<!\n)/u);
      for (const [, target] of message.text.matchAll(/(?<!\\)\]\(([^)]*)/g)) expect(target).toMatch(/^\d+$/);
    }
  });

  test("what a fix inserts stays as it is", () => {
    const { results } = logOf(findings);
    const inserted = JSON.stringify(results).split("deletedRegion").length - 1;
    expect(inserted).toBe(findings.length);
    expect(JSON.stringify(results)).toContain(JSON.stringify(hostileTexts[6]));
  });
});

describe("limits", () => {
  const many = (count: number, change: Partial<SarifFinding> = {}): SarifFinding[] =>
    Array.from({ length: count }, (_, index) => ({
      ...elsewhere,
      fingerprint: index.toString(16).padStart(32, "0"),
      ...change,
    }));
  const notice = (run: { invocations: { toolExecutionNotifications?: { message: { text: string } }[] }[] }) =>
    run.invocations[0]?.toolExecutionNotifications?.[0]?.message.text;

  test("25,000 results are taken in less than two seconds; the worst of more, with a word on the rest", () => {
    const start = performance.now();
    const text = renderSarif([...many(25_010), threePlaces], { tool });
    expect(performance.now() - start).toBeLessThan(2000);
    const run = JSON.parse(text).runs[0];
    expect(run.results).toHaveLength(25_000);
    expect(run.results[0].level).toBe("error");
    expect(notice(run)).toMatch(/^11 findings were left out, the least severe first/);
    expect(bytesOf(text)).toBeLessThanOrEqual(10_000_000);
    expect(notice(logOf(many(3)))).toBeUndefined();
  });

  test.each([5000, 20_000, 200_000])("stay within %i bytes", (maxBytes) => {
    const text = renderSarif([...many(2000, { message: "ö".repeat(500) }), threePlaces], { tool, maxBytes });
    expect(bytesOf(text)).toBeLessThanOrEqual(maxBytes);
    const run = JSON.parse(text).runs[0];
    expect(run.results[0].ruleId).toBe("MIA103");
    expect(notice(run)).toMatch(/^[\d,]+ findings were left out/);
  });

  test("what packs well may be longer than what does not", () => {
    const long = many(25_000, { message: "m".repeat(600) });
    const results = (packedBytes?: (text: string) => number): number =>
      JSON.parse(renderSarif(long, { tool, ...(packedBytes && { packedBytes }) })).runs[0].results.length;
    expect(results((text) => gzipSync(text).length)).toBe(25_000);
    expect(results((text) => text.length)).toBeLessThan(15_000);
    expect(results()).toBeLessThan(15_000);
  });

  test("a caller may ask for less, not for more", () => {
    expect(logOf(many(20), { maxResults: 5 }).results).toHaveLength(5);
    expect(JSON.parse(renderSarif(many(25_001), { tool, maxResults: 30_000 })).runs[0].results).toHaveLength(
      25_000,
    );
  });

  test("one huge finding gives up its edits, then its other places, not its place in the list", () => {
    const edit = { file: "f", line: 1, column: 1, endLine: 1, endColumn: 1, text: "x".repeat(65_536) };
    const edits = Array.from({ length: 100 }, () => edit);
    const locations = Array.from({ length: 100 }, () => ({
      file: "x".repeat(4096),
      line: 1,
      note: "y".repeat(1000),
    }));
    const huge: SarifFinding = { ...threePlaces, fix: { title: "x", safety: "safe", edits } };
    expect(logOf([huge]).results[0]).not.toHaveProperty("fixes");
    expect(logOf([huge]).results[0].relatedLocations).toHaveLength(2);
    expect(logOf([{ ...huge, locations }]).results[0].relatedLocations).toHaveLength(10);
  });

  test("endless names and pages of rules are bounded", () => {
    const endless = Array.from({ length: 2000 }, (_, index) => ({ ...elsewhere, rule: `rule-${index}` }));
    expect(logOf(endless).tool.driver.rules.length).toBeLessThanOrEqual(1002);
    const pages = Array.from({ length: 500 }, (_, index) => ({
      ...(rules[0] as SarifRule),
      code: `MIA${index}`,
      description: "d".repeat(3000),
      helpMarkdown: "p".repeat(50_000),
      tags: Array.from({ length: 40 }, (__, tag) => `tag-${tag}`),
    }));
    const run = logOf([threePlaces], { tool: { ...tool, rules: pages } });
    expect(run.tool.driver.rules[0].help).not.toHaveProperty("markdown");
    expect(run.results).toHaveLength(1);
  });
});
