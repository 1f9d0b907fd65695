import type { Finding, StepResult } from "@mia/step-result";
import { expect, test } from "vitest";
import { annotationCommands } from "./annotations.ts";

const finding = (line: number, severity: Finding["severity"] = "error"): Finding => ({
  rule: "git-is-pinned",
  severity,
  message: `message ${line}`,
  remedy: "pin it",
  locations: [{ file: "a,b:c/Dockerfile", line }],
});

const record = (findings: Finding[], failure?: StepResult["failure"]): StepResult => ({
  schema: "step-result/v1",
  step: "verify",
  status: "failed",
  evidence: "real",
  replacedContexts: [],
  startedAt: "2026-01-01T00:00:00Z",
  durationMs: 1,
  findings,
  ...(failure ? { failure } : {}),
  model: "maptr",
  folder: "images/maptr",
  rules: [],
  context: null,
});

test("escapes properties and text", () => {
  expect(annotationCommands([record([{ ...finding(3), message: "100%\n::x" }])])).toEqual([
    "::error file=a%2Cb%3Ac/Dockerfile,line=3,title=git-is-pinned::100%25 ::x%0Apin it",
  ]);
});

test("worst first, ten of a kind, and says how many more there are", () => {
  const findings = Array.from({ length: 12 }, (_, index) => finding(index + 1));
  const commands = annotationCommands([record([finding(99, "info"), ...findings])]);
  expect(commands).toHaveLength(11);
  expect(commands[9]).toBe("::error::+3 more; see the job summary");
  expect(commands[10]).toMatch(/^::notice /);
});

test("a rule has its code in the title", () => {
  expect(annotationCommands([record([{ ...finding(3), code: "MIA201" }])])[0]).toContain(
    ",title=MIA201 git-is-pinned::",
  );
});

test.each([
  [{ line: 3, column: 5 }, "line=3,col=5"],
  [{ line: 3, column: 5, endColumn: 9 }, "line=3,col=5,endLine=3,endColumn=9"],
  [{ line: 3, column: 5, endLine: 3, endColumn: 9 }, "line=3,col=5,endLine=3,endColumn=9"],
  [{ line: 3, column: 5, endLine: 4, endColumn: 9 }, "line=3,endLine=4"],
  [{ line: 3, column: 5, endColumn: 2 }, "line=3,col=5"],
  [{ line: 3, endColumn: 2 }, "line=3"],
])("%j is %s: columns only within one line", (place, properties) => {
  const [command] = annotationCommands([record([{ ...finding(1), locations: [{ file: "f", ...place }] }])]);
  expect(command).toContain(`::error file=f,${properties},title=`);
});

test("all places stand in the text, with their notes", () => {
  const locations = [
    { file: "a", line: 1, note: "the URL says cu118" },
    { file: "b", line: 2, note: "FROM says 11.1" },
    { file: "c", line: 3 },
  ];
  const [command] = annotationCommands([record([{ ...finding(1), locations }])]);
  expect(command).toContain("::message 1%0Apin it%0Aa:1: the URL says cu118%0Ab:2: FROM says 11.1%0Ac:3");
});

test("what is too long for the runner is cut, each part for itself", () => {
  const locations = Array.from({ length: 100 }, (_, line) => ({
    file: "f".repeat(60),
    line: line + 1,
    note: "🙂".repeat(100),
  }));
  const long = { ...finding(1), message: "m🙂".repeat(1300), remedy: "r".repeat(4000), locations };
  const [command = ""] = annotationCommands([record([long])]);
  const text = command.slice(command.indexOf("::", 2) + 2).replaceAll("%0A", "\n");
  expect(text.length).toBeLessThan(4096);
  expect(text.isWellFormed()).toBe(true);
  expect(text).toMatch(/^m🙂m🙂/);
  expect(text).toMatch(/\nrrr.*\nfff.*and \d+ more places$/s);
});

test("texts of others bring no escape sequence, no turned text and no second command", () => {
  const message = "\u001b[31mred\u202e ##[add-path]/tmp\r\n::error::x";
  const [command, ...rest] = annotationCommands([record([{ ...finding(1), message }])]);
  expect(command).toContain("::red[U+202E] ## [add-path]/tmp ::error::x%0Apin it");
  expect(rest).toEqual([]);
});

test("what lies in the change comes before others of its kind", () => {
  const findings = [finding(1, "warning"), finding(2), finding(3), finding(4)];
  const inDiff = ({ locations }: Finding): boolean => (locations[0]?.line ?? 0) > 3;
  const lines = annotationCommands([record(findings)], { inDiff }).map(
    (text) => text.match(/line=(\d)/)?.[1],
  );
  expect(lines).toEqual(["4", "2", "3", "1"]);
});

test("a failure that no finding explains is annotated itself", () => {
  const failure = { code: "engine-missing", message: "no docker", remedy: "install it" } as const;
  expect(annotationCommands([record([], failure)])).toEqual([
    "::error title=verify/engine-missing::maptr: no docker%0Ainstall it",
  ]);
});

test("a failure stands before findings of other records, and one without a model has no name in front", () => {
  const failure = { code: "unreadable-input", message: "no such file", remedy: "name it" } as const;
  const { model: _, ...plain } = record([], failure) as Extract<StepResult, { step: "verify" }>;
  expect(annotationCommands([record([finding(1)]), plain])[0]).toBe(
    "::error title=verify/unreadable-input::no such file%0Aname it",
  );
});
