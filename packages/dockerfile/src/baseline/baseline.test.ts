import type { Finding } from "@mia/step-result";
import { describe, expect, test } from "vitest";
import { applyBaseline, staleFindings } from "./apply-baseline.ts";
import { type Baseline, baselineOf, formatBaseline } from "./baseline-file.ts";
import { withFingerprints } from "./fingerprints.ts";
import { mergeBaseline } from "./merge-baseline.ts";
import { parseBaseline } from "./parse-baseline.ts";

const finding = (line: number, rule = "git-is-pinned", file = "Dockerfile"): Finding => ({
  rule,
  severity: "error",
  message: `what is wrong in line ${line}`,
  remedy: "r",
  locations: [{ file, line }],
});

const source = "FROM a\nRUN git clone x \\\n  && git clone y\n# c\nRUN git clone x && git clone y\nUSER b\n";

function printed(findings: Finding[], text = source): Finding[] {
  return withFingerprints(findings, [
    { path: "Dockerfile", text, kind: "dockerfile" },
    { path: "requirements.txt", text: "a==1\n b==2\nb==2\n", kind: "requirements" },
  ]);
}

const prints = (...args: Parameters<typeof printed>) =>
  printed(...args).map(({ fingerprint }) => fingerprint);

function parsed(text: string): Baseline {
  const result = parseBaseline(text);
  if (!result.ok) throw new Error(result.problem);
  return result.baseline;
}

describe("fingerprints", () => {
  test("are the same when lines move, indentation changes or comments come in", () => {
    const moved =
      "# syntax=docker/dockerfile:1\n\nFROM a\nRUN   git clone x \\\n# why\n    && git clone y\nUSER b\n";
    expect(prints([finding(2)])).toEqual(prints([finding(4)], moved));
    expect(prints([finding(3)])).toEqual(prints([finding(6)], moved));
  });

  test("tell rules, files, texts and repetitions apart", () => {
    const all = prints([
      finding(2),
      finding(5),
      finding(2, "other-rule"),
      finding(6),
      finding(1, "git-is-pinned", "requirements.txt"),
      finding(2, "git-is-pinned", "requirements.txt"),
      finding(3, "git-is-pinned", "requirements.txt"),
      finding(99),
      finding(1, "git-is-pinned", "unknown"),
    ]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((print) => /^[0-9a-f]{32}$/.test(print ?? ""))).toBe(true);
  });

  test("of the same instruction twice: the second is the second wherever it stands", () => {
    const [first, second] = prints([finding(2), finding(5)]);
    expect(prints([finding(3), finding(2)])).toEqual([first, second]);
  });

  test("of a thousand findings in a megabyte of one RUN take bounded time", () => {
    const text = `FROM a\nRUN ${"git clone x && \\\n".repeat(60_000)} true\n`;
    const started = performance.now();
    const all = prints(
      Array.from({ length: 1000 }, (_, index) => finding(index + 2)),
      text,
    );
    expect(new Set(all).size).toBe(1000);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("a baseline", () => {
  const findings = printed([
    finding(6),
    finding(2),
    finding(5),
    finding(1, "git-is-pinned", "requirements.txt"),
  ]);
  const text = formatBaseline(baselineOf(findings));

  test("knows what it was made of, in whatever order", () => {
    const outcome = applyBaseline([...findings].reverse(), parsed(text));
    expect(outcome).toEqual({ fresh: [], known: [...findings].reverse(), stale: [] });
  });

  test("is the same text in whatever order the findings came", () => {
    expect(formatBaseline(baselineOf([...findings].reverse()))).toBe(text);
    expect(text.split("\n")).toHaveLength(findings.length + 6);
  });

  test("lets new findings through, and says which entries are out of date, with their lines", () => {
    const now = printed([finding(2), finding(2, "other-rule")]);
    const { fresh, known, stale } = applyBaseline(now, parsed(text));
    expect([fresh, known]).toEqual([[now[1]], [now[0]]]);
    expect(stale).toHaveLength(3);
    const lines = text.split("\n");
    for (const { line, fingerprint } of stale) expect(lines[line - 1]).toContain(fingerprint);
    expect(staleFindings(stale, "baseline.json")[0]).toMatchObject({
      rule: "baseline-is-current",
      code: "MIA904",
      severity: "info",
      locations: [{ file: "baseline.json", line: stale[0]?.line }],
    });
  });

  test("covers as many equal findings as it has equal entries", () => {
    const [one] = printed([finding(2)]) as [Finding];
    const two = parsed(formatBaseline(baselineOf([one, one])));
    expect(applyBaseline([one, one, one], two)).toMatchObject({ fresh: [one], known: [one, one], stale: [] });
    expect(applyBaseline([one], two).stale).toMatchObject([{ line: 5 }]);
  });

  test("holds neither what is unreadable nor what the policy enforces", () => {
    const all = printed([finding(2), finding(2, "files-are-readable"), finding(2, "no-baked-password")]);
    const { findings: entries } = baselineOf(all, ["no-baked-password"]);
    expect(entries.map(({ rule }) => rule)).toEqual(["git-is-pinned"]);
    const smuggled = parsed(
      formatBaseline({ schema: "verify-baseline/v1", findings: baselineOf(all, []).findings }),
    );
    const coded = all.map((one) => (one.rule === "no-baked-password" ? { ...one, code: "MIA304" } : one));
    expect(baselineOf(coded, ["MIA304"]).findings).toHaveLength(1);
    expect(applyBaseline(coded, smuggled, { enforced: ["MIA304"] }).fresh).toHaveLength(2);
    expect(applyBaseline(all, smuggled, { enforced: ["no-baked-password"] })).toMatchObject({
      fresh: [{ rule: "files-are-readable" }, { rule: "no-baked-password" }],
      stale: [{ rule: "no-baked-password" }],
    });
  });

  test("says nothing of entries that this run could not have found", () => {
    const covers = ({ file }: { file: string }) => file === "requirements.txt";
    expect(applyBaseline([], parsed(text), { covers }).stale).toMatchObject([{ file: "requirements.txt" }]);
  });

  test("has one finding for very many entries out of date", () => {
    const stale = Array.from({ length: 5000 }, (_, line) => ({
      rule: "r",
      file: "f",
      fingerprint: "0",
      line: line + 1,
    }));
    expect(staleFindings(stale, "b")).toHaveLength(101);
    expect(staleFindings(stale, "b").at(-1)?.message).toContain("4900 more");
  });

  test("finds the lines of entries however they are laid out", () => {
    const loose = JSON.stringify(JSON.parse(text), null, 4).replaceAll("line 6", 'line \\"{[6');
    const { entries } = parsed(loose);
    const lines = loose.split("\n");
    expect(entries.map(({ line }) => lines[line - 1]?.trim())).toEqual(entries.map(() => "{"));
    expect(new Set(entries.map(({ line }) => line)).size).toBe(entries.length);
  });
});

test.each([
  ["no JSON", "{", "no JSON"],
  ["another schema", '{"schema":"verify-baseline/v2","findings":[]}', "schema"],
  ["no list", '{"schema":"verify-baseline/v1"}', "findings"],
  [
    "an entry without a fingerprint",
    '{"schema":"verify-baseline/v1","findings":[{"rule":"r","file":"f"}]}',
    "findings.0",
  ],
  [
    "something else in an entry",
    '{"schema":"verify-baseline/v1","findings":[{"rule":"r","file":"f","fingerprint":"0123456789abcdef","x":1}]}',
    "findings.0",
  ],
  ["a list", "[]", "the file"],
  ["deep nesting", "[".repeat(100_000), "no JSON"],
  ["too much", " ".repeat(16 * 1024 * 1024 + 1), "16 MiB"],
])("a baseline with %s is refused in one sentence", (_, text, problem) => {
  const result = parseBaseline(text);
  expect(result.ok ? "" : result.problem).toContain(problem);
});

test("written anew, a baseline keeps what the run could not find, and counts what became of the rest", () => {
  const entry = (file: string, print: string) => ({
    rule: "git-is-pinned",
    file,
    fingerprint: print.repeat(16),
  });
  const former = [entry("b", "1"), entry("a", "1"), entry("a", "1"), entry("a", "2")];
  const fresh = { schema: "verify-baseline/v1" as const, findings: [entry("a", "1"), entry("a", "3")] };
  const { baseline, ...counts } = mergeBaseline(former, fresh, ({ file }) => file === "a");
  expect(counts).toEqual({ written: 2, kept: 1, dropped: 2 });
  expect(baseline.findings).toEqual([entry("a", "1"), entry("a", "3"), entry("b", "1")]);
});
