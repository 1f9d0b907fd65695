import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Finding, Severity } from "@mia/step-result";
import { describe, expect, test } from "vitest";
import { applyFixes } from "../fixes/apply-fixes.ts";
import { fixRound } from "../fixes/fix-round.ts";
import { parseDockerfile } from "../syntax/parse-dockerfile.ts";
import { applyIgnores, type IgnoreOptions } from "./apply-ignores.ts";
import type { FileKind } from "./file-kind.ts";
import { baselineIsCurrent, ignoreHasAReason, ignoreIsUsed } from "./ignore-rules.ts";

const known = [
  { id: "no-baked-password", code: "MIA304" },
  { id: "git-is-pinned", code: "MIA201" },
  { id: "files-are-readable", code: "MIA901" },
  ignoreHasAReason,
  ignoreIsUsed,
  baselineIsCurrent,
];

function finding(line: number, rule = "git-is-pinned", severity: Severity = "error", file = "f"): Finding {
  return { rule, severity, message: "m", remedy: "r", locations: [{ file, line }] };
}

function ignore(
  lines: string[],
  findings: Finding[],
  kind: FileKind = "dockerfile",
  options?: Partial<IgnoreOptions>,
) {
  const text = `${lines.join("\n")}\n`;
  return { text, ...applyIgnores(findings, [{ path: "f", text, kind }], { known, ...options }) };
}

/** The lines, of all there are, on which a finding of the rule is ignored. */
function ignoredLines(lines: string[], kind: FileKind = "dockerfile"): number[] {
  const findings = lines.map((_, index) => finding(index + 1));
  const { suppressed } = ignore(lines, findings, kind);
  return suppressed.map((one) => one.finding.locations[0]?.line ?? 0);
}

const why = "# mia-ignore[git-is-pinned]: a good reason";

describe("which lines a comment speaks of in a Dockerfile", () => {
  const body = ["RUN a && \\", "    b", "USER x"];
  test.each<[string, string[], number[]]>([
    ["the instruction below, with all its lines", ["FROM a", why, ...body], [3, 4]],
    ["the same with other comments and empty lines between", ["FROM a", why, "# more", "", ...body], [5, 6]],
    ["by the rule's code, in small letters too", ["FROM a", "# mia-ignore[mia201]: reason", ...body], [3, 4]],
    ["without the space behind #, and indented", ["FROM a", "  #mia-ignore[MIA201]:reason", ...body], [3, 4]],
    ["one of several names", ["FROM a", "# mia-ignore[MIA304, MIA201]: reason", ...body], [3, 4]],
    [
      "an instruction with its heredoc",
      ["FROM a", why, "RUN <<EOF", "a", "b", "EOF", "USER x"],
      [3, 4, 5, 6],
    ],
    ["a comment below speaks of nothing above", ["FROM a", "RUN a", why], []],
    ["the command below, inside a RUN", ["FROM a", "RUN a \\", why, " && b \\", "  c \\", " && d"], [4, 5]],
    [
      "the command behind an operator at a line's end",
      ["FROM a", "RUN a && \\", why, " b \\", "  c; \\", " d"],
      [4, 5],
    ],
    [
      "the first command, where RUN has nothing else on its line",
      ["FROM a", "RUN \\", why, " b \\", "  c"],
      [4, 5],
    ],
    ["the first command behind flags", ["FROM a", "RUN --network=none \\", why, " b \\", "  c"], [4, 5]],
    ["one line amid a command", ["FROM a", "RUN pip install \\", why, " b \\", " c"], [4]],
    ["one line of another instruction", ["FROM a", "ENV a=1 \\", why, " b=2 \\", " c=3"], [4]],
    [
      "with the other escape mark",
      ["# escape=`", "FROM a", "RUN a `", why, " && b `", "  c `", " && d"],
      [5, 6],
    ],
    [
      "the command below, in a heredoc a shell runs",
      ["FROM a", "RUN <<EOF", "a", why, "b \\", "  c", "d", "EOF"],
      [5, 6],
    ],
    ["the same with the shell named", ["FROM a", "RUN bash <<EOF", why, "b", "c", "EOF"], [4]],
    ["the same behind ONBUILD", ["FROM a", "ONBUILD RUN <<EOF", why, "b", "c", "EOF"], [4]],
    ["nothing in a heredoc that becomes a file", ["FROM a", "COPY <<EOF /x", why, "b", "EOF", "USER x"], []],
    [
      "nothing in a heredoc that another program reads",
      ["FROM a", "RUN cat > /x <<EOF", why, "b", "EOF"],
      [],
    ],
    ["nothing at the end of a line, where no comment can be", ["FROM a", `RUN b ${why}`, "RUN c"], []],
    ["the whole file", [why.replace("ignore", "ignore-file"), ...body], [1, 2, 3, 4]],
    [
      "not the whole file from below an instruction",
      ["FROM a", why.replace("ignore", "ignore-file"), "RUN b"],
      [],
    ],
    [
      "a stage",
      ["FROM a", "RUN a", why.replace("ignore", "ignore-stage"), "FROM b", "RUN b", "FROM c", "RUN c"],
      [4, 5],
    ],
    ["the last stage", ["FROM a", why.replace("ignore", "ignore-stage"), "FROM b", "RUN b"], [3, 4]],
    [
      "no stage from above another instruction",
      ["FROM a", why.replace("ignore", "ignore-stage"), "RUN b"],
      [],
    ],
    ["only FROM itself, with mia-ignore", [why, "FROM b", "RUN b"], [2]],
    [
      "with line ends of Windows and a byte order mark",
      ["\uFEFF# c\r", `${why}\r`, "FROM b\r", "RUN b\r"],
      [3],
    ],
  ])("%s", (_, lines, expected) => expect(ignoredLines(lines)).toEqual(expected));
});

describe("which lines a comment speaks of elsewhere", () => {
  test.each<[string, FileKind, string[], number[]]>([
    ["the line below", "requirements", ["a", why, "b", "c"], [3]],
    ["the line below with those it goes on in", "requirements", [why, "b \\", " --hash=x", "c"], [2, 3]],
    ["the end of the line", "requirements", ["a", `b==1  ${why}`, "c"], [2]],
    [
      "the end of a line that goes on from another",
      "requirements",
      ["a \\", ` --hash=x ${why}`, "c"],
      [1, 2],
    ],
    ["not a fragment of a URL", "requirements", ["a @ https://h/x#mia-ignore[MIA201]: reason"], []],
    ["the pattern below", "dockerignore", [why, "*.pth", "x"], [2]],
    ["not behind a pattern, of which it is part", "dockerignore", [`*.pth ${why}`, "x"], []],
    ["not indented, where # begins a pattern", "dockerignore", [` ${why}`, "x"], []],
    ["the key below", "model", ["a:", `  ${why}`, "  b: 1", "  c: 2"], [3]],
    ["the end of the line", "model", ["a:", `  b: 1 ${why}`, "  c: 2"], [2]],
    ["not inside a string", "model", [`b: "x ${why}"`], []],
    ["the command below", "script", ["#!/bin/sh", why, "a \\", "  b", "c"], [3, 4]],
    ["not at the end of a line of a script", "script", [`a ${why}`, "b"], []],
    ["the whole file", "requirements", ["# c", why.replace("ignore", "ignore-file"), "a", "b"], [1, 2, 3, 4]],
    ["no stage where there are none", "requirements", [why.replace("ignore", "ignore-stage"), "a"], []],
    ["the line below in any other file", "other", [why, "PermitRootLogin yes", "b"], [2]],
  ])("%s: %s", (_, kind, lines, expected) => expect(ignoredLines(lines, kind)).toEqual(expected));
});

test("a finding is ignored with its reason, at its first place only", () => {
  const elsewhere: Finding = {
    ...finding(9),
    locations: [
      { file: "g", line: 9 },
      { file: "f", line: 3 },
    ],
  };
  const { findings, suppressed } = ignore(["FROM a", why, "RUN b"], [finding(3), elsewhere]);
  expect(findings).toEqual([elsewhere]);
  expect(suppressed).toEqual([
    {
      finding: finding(3),
      reason: "a good reason",
      location: { file: "f", line: 2, column: 1, endLine: 2, endColumn: why.length + 1 },
    },
  ]);
});

describe("a comment that is not right ignores nothing and is a finding", () => {
  test.each<[string, string, string, Partial<Finding>]>([
    ["no reason", "# mia-ignore[MIA201]", "gives no reason", {}],
    ["a colon and no reason", "# mia-ignore[MIA201]:  ", "gives no reason", {}],
    ["a reason that is none", "# mia-ignore[MIA201]: x .", "gives no reason", {}],
    ["a reason without its colon", "# mia-ignore[MIA201] because", "gives no reason", {}],
    ["no list", "# mia-ignore: a good reason", "names no rule", {}],
    ["an open list", "# mia-ignore[MIA201: a good reason", "names no rule", {}],
    ["an empty list", "# mia-ignore[ , ]: a good reason", "names no rule", {}],
    [
      "an unknown rule",
      "# mia-ignore[git-is-pined]: a good reason",
      "no rule git-is-pined; did you mean git-is-pinned?",
      {},
    ],
    [
      "a word far from any rule",
      "# mia-ignore[all-of-them-please]: a good reason",
      "no rule all-of-them-please",
      {},
    ],
    ["a rule that cannot be ignored", "# mia-ignore[MIA901]: a good reason", "MIA901 cannot be ignored", {}],
    [
      "a rule about comments",
      "# mia-ignore[ignore-is-used]: a good reason",
      "ignore-is-used cannot be ignored",
      {},
    ],
    [
      "an enforced rule",
      "# mia-ignore[MIA304]: a good reason",
      "the policy enforces MIA304",
      { severity: "error" },
    ],
    ["an enforced rule without a reason", "# mia-ignore[MIA304]", "gives no reason", {}],
    ["an unknown form", "# mia-ignore-next[MIA201]: a good reason", "no comment mia-ignore-next", {}],
    ["a file's comment below", "# mia-ignore-file[MIA201]: a good reason", "below the first instruction", {}],
    ["a stage's comment above no FROM", "# mia-ignore-stage[MIA201]: a good reason", "is no FROM", {}],
  ])("%s", (_, comment, message, more) => {
    const both = [finding(3), finding(3, "no-baked-password"), finding(3, "files-are-readable")];
    const { findings, suppressed } = ignore(["FROM a", comment, "RUN b"], both, "dockerfile", {
      enforced: ["no-baked-password"],
    });
    expect(suppressed).toEqual([]);
    expect(findings.slice(0, 3)).toEqual(both);
    expect(findings[3]).toMatchObject({
      severity: "warning",
      ...more,
      rule: "ignore-has-a-reason",
      code: "MIA902",
    });
    expect(findings[3]?.message).toContain(message);
    expect(findings[3]?.locations[0]).toMatchObject({ file: "f", line: 2 });
    expect(findings.filter(({ rule }) => rule === "ignore-is-used")).toEqual([]);
  });

  test("the other names of its list count", () => {
    const { findings, suppressed } = ignore(
      ["# mia-ignore[MIA999x, MIA201]: reason", "FROM a"],
      [finding(2)],
    );
    expect(suppressed).toHaveLength(1);
    expect(findings.map(({ locations: [place] }) => [place?.column, place?.endColumn])).toEqual([[14, 21]]);
  });

  test("words that only begin alike are no comment of ours", () => {
    expect(ignore(["# mia-ignored by all", "# see mia-ignore", "FROM a"], []).findings).toEqual([]);
  });
});

describe("a comment that means to ignore and is not written so", () => {
  test.each<[string, FileKind, string[], string]>([
    ["# mia ignore MIA201: reason", "dockerfile", ["FROM a"], "[MIA201]"],
    ["# mia-ignored[MIA201]: reason", "dockerfile", ["FROM a"], "[MIA201]"],
    ["# mia_ignore[git-is-pinned]: reason", "dockerfile", ["FROM a"], "[git-is-pinned]"],
    ["#miaignore[MIA201, MIA304]: reason", "dockerfile", ["FROM a"], "[MIA201, MIA304]"],
    ["  # mia-ingore[git-is-pined]: reason", "dockerfile", ["FROM a"], "[rule]"],
    ["# mia: ignore", "dockerfile", ["FROM a"], "[rule]"],
    ["# mia ignore: the tag is right", "dockerfile", ["FROM a"], "[rule]"],
    ["# mia: disable=git-is-pinned", "script", ["git clone x"], "[git-is-pinned]"],
    ["## MIA IGNORE (MIA201)", "requirements", ["a==1"], "[MIA201]"],
    ["# noqa: MIA201", "requirements", ["a==1"], "[MIA201]"],
    ["# ignore MIA201, it is right", "model", ["a: 1"], "[MIA201]"],
    ["# MIA201: ignore", "dockerignore", ["a"], "[MIA201]"],
  ])("%s in a %s is a finding that shows how", (comment, kind, rest, shown) => {
    const { findings } = ignore([comment, ...rest], [finding(2)], kind);
    expect(findings).toMatchObject([
      finding(2),
      {
        rule: "ignore-has-a-reason",
        severity: "warning",
        locations: [{ line: 1, endColumn: comment.length + 1 }],
      },
    ]);
    expect(findings[1]?.remedy).toBe(`Write # mia-ignore${shown}: reason.`);
  });

  test.each<[FileKind, string[]]>([
    ["dockerfile", ["FROM a  # mia-ignore[MIA201]: reason"]],
    ["dockerfile", ["FROM a", "RUN b  # mia-ignore[MIA201]: reason"]],
    ["script", ["git clone 'a' # mia-ignore[MIA201]: reason"]],
  ])("behind something on its line, in a %s: %j", (kind, lines) => {
    const { findings } = ignore(lines, [], kind);
    expect(findings).toMatchObject([{ rule: "ignore-has-a-reason", locations: [{ line: lines.length }] }]);
    expect(findings[0]?.remedy).toContain(
      "Put it on a line of its own, directly above: # mia-ignore[MIA201]",
    );
  });

  test.each<[FileKind, string[]]>([
    ["dockerfile", ["# Mia ignores what the base brings", "FROM a"]],
    ["dockerfile", ["# MIA: ignore the warning below, it is from apt", "FROM a"]],
    ["dockerfile", ["# MIA201 was ignored before", "# see MIA201", "# miami ignore: x", "FROM a"]],
    ["dockerfile", ["# noqa: E501", "# ignore everything", "# MIA ignorance", "FROM mia:ignore"]],
    [
      "dockerfile",
      ["FROM a", "COPY <<EOF /x", "# mia ignore MIA201: reason", "b # mia-ignore[MIA201]: c", "EOF"],
    ],
    ["dockerfile", ["FROM a", "RUN echo 'b  # mia-ignore[MIA201]: reason' > c"]],
    ["dockerignore", [" # mia ignore MIA201: reason"]],
    ["other", ["mia ignore MIA201", "mia: ignore"]],
  ])("is not seen in an ordinary %s: %j", (kind, lines) => {
    expect(ignore(lines, [], kind).findings).toEqual([]);
  });
});

describe("a comment that ignores nothing", () => {
  test.each<[string, FileKind, string[], Finding[], string[]]>([
    ["goes with its line", "dockerfile", ["FROM a", why, "RUN b"], [], ["FROM a", "RUN b"]],
    [
      "goes from inside an instruction",
      "dockerfile",
      ["FROM a", "RUN a \\", why, " b"],
      [],
      ["FROM a", "RUN a \\", " b"],
    ],
    ["goes from the end of a line", "requirements", ["a", `b  ${why}`, "c"], [], ["a", "b", "c"]],
    [
      "loses the names not needed",
      "dockerfile",
      ["FROM a", "# mia-ignore[ MIA304,MIA201 ]: reason", "RUN b"],
      [finding(3)],
      ["FROM a", "# mia-ignore[MIA201]: reason", "RUN b"],
    ],
    [
      "loses a name it has twice",
      "dockerfile",
      ["FROM a", "# mia-ignore[MIA201, git-is-pinned]: reason", "RUN b"],
      [finding(3)],
      ["FROM a", "# mia-ignore[MIA201]: reason", "RUN b"],
    ],
  ])("%s", (_, kind, lines, found, after) => {
    const { findings, text } = ignore(lines, found, kind);
    expect(findings).toMatchObject([{ rule: "ignore-is-used", code: "MIA903", severity: "warning" }]);
    const round = fixRound(new Map([["f", text]]), findings, "safe", () => kind === "dockerfile");
    expect(round.files.get("f")).toBe(`${after.join("\n")}\n`);
    expect(
      ignore(
        after,
        found.map((one) => finding(one.locations[0]?.line ?? 0)),
        kind,
      ).findings,
    ).toEqual([]);
  });

  test("is not reported where the rule did not run, or the file was not read to its end", () => {
    expect(ignore([why, "FROM a"], [], "dockerfile", { ran: ["no-baked-password"] }).findings).toEqual([]);
    expect(ignore([why, "FROM a", "NONSENSE"], []).findings).toEqual([]);
  });

  test("two that cover the same finding are both used", () => {
    const lines = [why.replace("ignore", "ignore-file"), why, "FROM a"];
    expect(ignore(lines, [finding(3)])).toMatchObject({
      findings: [],
      suppressed: [{ reason: "a good reason" }],
    });
  });
});

const fixtures = path.resolve(import.meta.dirname, "../../fixtures");
const dockerfiles = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter(
  (name) => path.basename(name) === "Dockerfile",
);

test.each(["\n", "\r\n"])(
  "comments put into any Dockerfile go without a trace (line ends %j)",
  async (lineEnd) => {
    expect(dockerfiles.length).toBeGreaterThan(50);
    for (const name of dockerfiles) {
      const before = readFileSync(`${fixtures}/${name}`, "utf8").replace(/\r?\n/g, lineEnd);
      // Bytes that are not UTF-8 are never rewritten.
      if (before.includes("\uFFFD")) continue;
      const { instructions, problems } = parseDockerfile(before);
      if (problems.length > 0) continue;
      const heads = new Set(instructions.map(({ startLine }) => startLine));
      const text = before
        .split(/(?<=\n)/)
        .map((line, index) =>
          heads.has(index + 1) ? `${index % 3 ? why : `  ${why}`}${lineEnd}${line}` : line,
        )
        .join("");
      const verifyAgain = (files: ReadonlyMap<string, string>) =>
        applyIgnores([], [{ path: "f", text: files.get("f") ?? "", kind: "dockerfile" }], { known }).findings;
      const files = new Map([["f", text]]);
      const found = verifyAgain(files);
      expect(found, name).toHaveLength(heads.size);
      const isDockerfile = () => true;
      const fixed = await applyFixes(files, found, { safety: "safe", verifyAgain, isDockerfile });
      expect(fixed.files.get("f"), name).toBe(before);
      expect(fixed.applied.length, name).toBe(heads.size);
    }
  },
);

describe("a rule whose locations are all places to change", () => {
  const places = [2, 4, 5];
  const edits = places.map((line) => ({
    file: "f",
    line,
    column: 4,
    endLine: line,
    endColumn: 4,
    text: "x",
  }));
  const found: Finding = {
    ...finding(2),
    locations: places.map((line) => ({ file: "f", line })),
    fix: { title: "t", safety: "safe", edits },
  };
  const all = known.map((rule) => (rule.code === "MIA201" ? { ...rule, everyPlace: true as const } : rule));
  const linesOf = (findings: readonly Finding[]) =>
    findings.map(({ locations, fix }) => [
      locations.map(({ line }) => line),
      fix?.edits.map(({ line }) => line),
    ]);

  test.each([
    [
      "no",
      ["FROM a", "RUN b # x", "ENV c=d", "RUN e", "RUN g"],
      [
        [
          [2, 4, 5],
          [2, 4, 5],
        ],
      ],
      [],
    ],
    [
      "one",
      ["FROM a", "RUN b", why, "RUN e", "RUN g"],
      [
        [
          [2, 5],
          [2, 5],
        ],
      ],
      [[[4], [4]]],
    ],
    [
      "every",
      ["# mia-ignore-file[MIA201]: reason", "FROM a", "RUN b"],
      [],
      [
        [
          [2, 4, 5],
          [2, 4, 5],
        ],
      ],
    ],
  ])("a comment at %s place speaks of that place", (_, lines, open, left) => {
    const { findings, suppressed } = ignore(lines, [found], "dockerfile", { known: all });
    expect(linesOf(findings)).toEqual(open);
    expect(linesOf(suppressed.map((one) => one.finding))).toEqual(left);
  });
});

describe("a megabyte of comments", () => {
  const rows = (row: string) => [...Array(Math.ceil(1_000_000 / row.length)).fill(row), "FROM a"];
  test.each([
    ["that are right", rows(why)],
    ["without names", rows("# mia-ignore")],
    ["with unknown names", rows("# mia-ignore[git-is-pined]: reason")],
    [
      "with other unknown names each",
      rows(why).map((_, index) => `# mia-ignore[git-is-pined${index}]: reason`),
    ],
    ["inside one RUN", ["FROM a", "RUN a \\", ...rows(`${why}\nb \\`)]],
    ["in one list", [`# mia-ignore[${"MIA201,".repeat(140_000)}]: reason`, "FROM a"]],
    ["with a reason without end", [`# mia-ignore[MIA201]: ${"x ".repeat(500_000)}`, "FROM a"]],
    ["of spaces", [`#${" ".repeat(1_000_000)}mia-ignore`, "FROM a"]],
    ["of slips", rows("# mia ignore MIA201: reason")],
    ["of slips without a rule", rows("# mia-ignored for once")],
    ["of one slip", [`# mia${" ".repeat(500_000)}ignore${" MIA201".repeat(70_000)}`, "FROM a"]],
    ["behind code", [`RUN ${'"a" # '.repeat(150_000)}# mia-ignore[MIA201]: reason`, "FROM a"]],
    ["of hashes", [`${"# ".repeat(500_000)}mia-ignore`, "FROM a"]],
  ])("%s is read in bounded time, and to no more findings than anybody can read", (_, lines) => {
    const many = Array.from({ length: 2000 }, (_unused, index) => finding(index + 1));
    const started = performance.now();
    const { findings } = ignore(lines, many);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(findings.length).toBeLessThan(5100);
  });
});
