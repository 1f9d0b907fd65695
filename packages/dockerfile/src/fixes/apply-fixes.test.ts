import type { Edit, Finding, Severity } from "@mia/step-result";
import { describe, expect, test } from "vitest";
import { applyFixes } from "./apply-fixes.ts";
import {
  editableFile,
  fixOf,
  insertLineAbove,
  insertLineBelow,
  removeLine,
  replaceSpan,
  replaceWord,
} from "./edit.ts";

const file = "Dockerfile";

function finding(
  edits: Edit[],
  more: { line?: number; severity?: Severity; safety?: "safe" | "unsafe" } = {},
): Finding {
  const { line = edits[0]?.line ?? 1, severity = "error", safety = "safe" } = more;
  const fix = { title: "t", safety, edits };
  return { rule: "r", severity, message: "m", remedy: "r", locations: [{ file, line }], fix };
}

/** Replaces `length` characters. */
const at = (line: number, column: number, length: number, text: string, path = file): Edit =>
  replaceSpan({ file: path, line, column, endLine: line, endColumn: column + length }, text);

async function fixed(text: string, findings: Finding[], safety: "safe" | "unsafe" = "safe") {
  const outcome = await applyFixes(new Map([[file, text]]), findings, { safety });
  return { ...outcome, text: outcome.files.get(file) ?? text, why: outcome.skipped.map(({ why }) => why) };
}

describe("one edit", () => {
  test.each<[string, string, Edit, string]>([
    ["replaces", "FROM a\nRUN b\n", at(2, 5, 1, "c"), "FROM a\nRUN c\n"],
    ["inserts amid a line", "FROM a\n", at(1, 7, 0, ":1"), "FROM a:1\n"],
    [
      "puts a line above",
      "FROM a\nRUN b\n",
      insertLineAbove({ path: file }, 2, "RUN c"),
      "FROM a\nRUN c\nRUN b\n",
    ],
    [
      "puts a line below the last",
      "FROM a\n",
      insertLineBelow({ path: file }, 1, "RUN c"),
      "FROM a\nRUN c\n",
    ],
    [
      "puts a line below the last without a line end",
      "FROM a",
      insertLineBelow({ path: file }, 1, "RUN c"),
      "FROM a\nRUN c",
    ],
    ["removes a line", "FROM a\nRUN b\nRUN c\n", removeLine({ path: file }, 2), "FROM a\nRUN c\n"],
    ["removes the last line", "FROM a\nRUN b\n", removeLine({ path: file }, 2), "FROM a\n"],
    ["removes the last line without a line end", "FROM a\nRUN b", removeLine({ path: file }, 2), "FROM a"],
    [
      "keeps the line ends of Windows",
      "FROM a\r\nRUN b\r\n",
      insertLineAbove({ path: file }, 2, "RUN c\nRUN d"),
      "FROM a\r\nRUN c\r\nRUN d\r\nRUN b\r\n",
    ],
    [
      "keeps them without one at the end",
      "FROM a\r\nRUN b",
      at(2, 5, 1, "c \\\n d"),
      "FROM a\r\nRUN c \\\r\n d",
    ],
    ["keeps a byte order mark", "\uFEFFFROM a\n", at(1, 6, 1, "b"), "\uFEFFFROM b\n"],
    ["counts UTF-16 units", "FROM a\nRUN 😀 b\n", at(2, 8, 1, "c"), "FROM a\nRUN 😀 c\n"],
    ["writes into an empty file", "", at(1, 1, 0, "FROM a\n"), "FROM a\n"],
  ])("%s", async (_, before, edit, after) => {
    const { text, applied } = await fixed(before, [finding([edit])]);
    expect(text).toBe(after);
    expect(applied).toHaveLength(1);
  });

  test.each<[string, Edit]>([
    ["behind the end of a line", at(1, 9, 0, "x")],
    ["behind the last line", at(4, 1, 0, "x")],
    ["in the line behind the last, beyond its first column", at(3, 2, 0, "x")],
    ["in no line", at(0, 1, 0, "x")],
    ["at half a column", at(1, 1.5, 0, "x")],
    ["with its end before its start", at(1, 5, -2, "x")],
    ["in another file", at(1, 1, 0, "x", "other")],
  ])("%s is refused", async (_, edit) => {
    const { files, why } = await fixed("FROM a\nRUN b\n", [finding([at(1, 6, 1, "b"), edit], { line: 1 })]);
    expect(files.size).toBe(0);
    expect(why).toHaveLength(1);
  });
});

test("a file with bytes that are no UTF-8 is left alone: they would be lost", async () => {
  const source = new TextDecoder().decode(
    new Uint8Array([...new TextEncoder().encode("FROM a\n# "), 0xff, 0x0a]),
  );
  const { files, why } = await fixed(source, [finding([at(1, 6, 1, "b")])]);
  expect([files.size, why]).toEqual([0, ["Dockerfile holds bytes that are no UTF-8"]]);
});

describe("several fixes", () => {
  const source = "FROM a\nRUN b\nRUN c\n";

  test("that do not meet are all done", async () => {
    const { text } = await fixed(source, [finding([at(2, 5, 1, "x")]), finding([at(3, 5, 1, "y")])]);
    expect(text).toBe("FROM a\nRUN x\nRUN y\n");
  });

  test("the worst of those that meet is done, whole; the others wait", async () => {
    const mild = finding([at(2, 5, 1, "mild"), at(3, 5, 1, "mild")], { severity: "info" });
    const bad = finding([at(3, 5, 1, "bad")], { severity: "warning" });
    const { text, why } = await fixed(source, [mild, bad]);
    expect(text).toBe("FROM a\nRUN b\nRUN bad\n");
    expect(why).toEqual(["another fix of this round changes the same place"]);
  });

  test("of two insertions at one place one waits", async () => {
    const { text } = await fixed(source, [
      finding([at(2, 1, 0, "USER x\n")]),
      finding([at(2, 1, 0, "USER y\n")]),
    ]);
    expect(text).toBe("FROM a\nUSER x\nRUN b\nRUN c\n");
  });

  test("of which one removes a line and one changes the next go together", async () => {
    const { text } = await fixed(source, [
      finding([removeLine({ path: file }, 2)]),
      finding([at(3, 1, 3, "CMD")]),
    ]);
    expect(text).toBe("FROM a\nCMD c\n");
  });

  test("an unsafe one is done only when asked for", async () => {
    const unsafe = [finding([at(2, 5, 1, "x")], { safety: "unsafe" })];
    expect(await fixed(source, unsafe)).toMatchObject({ text: source, skipped: [{ finding: unsafe[0] }] });
    expect((await fixed(source, unsafe, "unsafe")).text).toBe("FROM a\nRUN x\nRUN c\n");
  });

  test("what changes nothing is not applied", async () => {
    expect(await fixed(source, [finding([at(2, 5, 1, "b")])])).toMatchObject({ applied: [], settled: true });
  });
});

describe("a Dockerfile is read again", () => {
  test.each<[string, string, Edit[], string]>([
    [
      "an instruction becomes unreadable",
      "FROM a\nRUN b\n",
      [at(2, 1, 3, "RUM")],
      "there is no instruction RUM",
    ],
    ["a heredoc stays open", "FROM a\nRUN b\nUSER c\n", [at(2, 5, 1, "<<EOF")], "never closed"],
    ["the next instruction is swallowed", "FROM a\nRUN b\nUSER c\n", [at(2, 6, 0, " \\")], "USER in line 3"],
    [
      "a line becomes an instruction of its own",
      "FROM a\nRUN b \\\n  user\n",
      [at(2, 7, 1, "")],
      "USER needs an argument",
    ],
    [
      "a comment becomes a directive",
      "# c\n# escape=`\nFROM a\n",
      [removeLine({ path: file }, 1)],
      "directives",
    ],
    [
      "a directive becomes a comment",
      "# escape=`\nFROM a\n",
      [insertLineAbove({ path: file }, 1, "# c")],
      "directives",
    ],
    [
      "an instruction more than was written",
      "FROM a\nRUN b \\\n  USER c\n",
      [at(2, 7, 1, "")],
      "USER in line 3",
    ],
  ])("%s: refused", async (_, source, edits, why) => {
    const outcome = await fixed(source, [finding(edits)]);
    expect(outcome.files.size).toBe(0);
    expect(outcome.why[0]).toContain(why);
  });

  test.each<[string, string, Edit[]]>([
    ["one becomes two", "FROM a\nRUN b\nUSER c\n", [at(2, 1, 5, "RUN x\nRUN y")]],
    [
      "one moves",
      "FROM a\nRUN b\nUSER c\n",
      [removeLine({ path: file }, 2), insertLineBelow({ path: file }, 3, "RUN b")],
    ],
    ["one goes", "FROM a\nRUN b \\\n c\nUSER c\n", [{ ...removeLine({ path: file }, 2), endLine: 4 }]],
    ["a comment inside one goes", "FROM a\nRUN b \\\n# x\n c\nUSER c\n", [removeLine({ path: file }, 3)]],
    ["a file that was broken before", "FROM a\nNONSENSE\nRUN b\n", [at(3, 5, 1, "x")]],
    [
      "a line goes into a heredoc",
      "FROM a\nRUN <<EOF\nb\nEOF\nUSER c\n",
      [insertLineAbove({ path: file }, 3, "set -e")],
    ],
  ])("%s: fine", async (_, source, edits) => {
    expect((await fixed(source, [finding(edits)])).applied).toHaveLength(1);
  });

  test("one that spoils the file takes no other with it", async () => {
    const spoils = finding([at(2, 1, 3, "RUM")]);
    const { text, applied } = await fixed("FROM a\nRUN b\nRUN c\n", [spoils, finding([at(3, 5, 1, "x")])]);
    expect(text).toBe("FROM a\nRUN b\nRUN x\n");
    expect(applied).toHaveLength(1);
  });

  test("of two that spoil it only together the first is done", async () => {
    // Each alone leaves a comment between the directive and the head of the file.
    const source = "# a\n# b\n# escape=`\nFROM a\n";
    const both = [finding([removeLine({ path: file }, 1)]), finding([removeLine({ path: file }, 2)])];
    expect((await fixed(source, both)).text).toBe("# b\n# escape=`\nFROM a\n");
  });

  test("other files are not", async () => {
    const other = finding([at(1, 1, 4, "RUM x", "requirements.txt")]);
    const { files } = await applyFixes(new Map([["requirements.txt", "FROM a"]]), [other], {
      safety: "safe",
    });
    expect(files.get("requirements.txt")).toBe("RUM x a");
  });
});

describe("rounds", () => {
  /** Finds every `b` and would make it `c`, whole lines at a time so that neighbours meet. */
  const verify = (files: ReadonlyMap<string, string>): Finding[] =>
    (files.get(file) ?? "")
      .split("\n")
      .flatMap((text, index) =>
        [...text.matchAll(/b/g)].map((match) =>
          finding([
            at(index + 1, 1, text.length, `${text.slice(0, match.index)}c${text.slice(match.index + 1)}`),
          ]),
        ),
      );

  test("go on until nothing is left, and a second time changes nothing", async () => {
    const files = new Map([[file, "FROM a\nRUN b b b\n"]]);
    const first = await applyFixes(files, verify(files), { safety: "safe", verifyAgain: verify });
    expect(first.files.get(file)).toBe("FROM a\nRUN c c c\n");
    expect(first).toMatchObject({ settled: true, skipped: [] });
    expect(first.applied).toHaveLength(3);
    const second = await applyFixes(first.files, verify(first.files), {
      safety: "safe",
      verifyAgain: verify,
    });
    expect(second.files.size).toBe(0);
  });

  test("end where fixes undo each other", async () => {
    const swap = (files: ReadonlyMap<string, string>): Finding[] => {
      const isB = files.get(file)?.includes("RUN b");
      return [finding([at(2, 5, 1, isB ? "c" : "b")])];
    };
    const files = new Map([[file, "FROM a\nRUN b\n"]]);
    const outcome = await applyFixes(files, swap(files), {
      safety: "safe",
      verifyAgain: async (now) => swap(now),
    });
    expect(outcome.settled).toBe(false);
    expect(outcome.applied).toHaveLength(10);
  });
});

describe("builders", () => {
  const source = editableFile({ path: file, text: "FROM a:1\nRUN b \\\n  c\n" });

  test("a word is replaced where it stands as it reads", () => {
    const word = { text: "a:1", position: { line: 1, column: 6 } };
    expect(replaceWord(source, word, "a:2")).toEqual({
      file,
      line: 1,
      column: 6,
      endLine: 1,
      endColumn: 9,
      text: "a:2",
    });
    expect(replaceWord(source, { ...word, text: "b c" }, "x")).toBeUndefined();
  });

  test("half a fix is none", () => {
    expect(fixOf("t", "safe", undefined, removeLine(source, 1))).toEqual({});
    expect(fixOf("t", "safe", removeLine(source, 1))).toMatchObject({ fix: { title: "t", safety: "safe" } });
  });
});

test("ten thousand fixes in a megabyte take bounded time, bad ones among them too", async () => {
  const text = `FROM a\n${"RUN apt-get install --yes git && pip install a b c d e f g h i j k l m n o p q r s t u v w x y\n".repeat(9_000)}`;
  const findings = Array.from({ length: 9_000 }, (_, index) =>
    finding([at(index + 2, 1, 3, index === 5 ? "RUM" : "run")]),
  );
  const started = performance.now();
  const { applied } = await fixed(text, findings);
  expect(performance.now() - started).toBeLessThan(10_000);
  // One round takes 5000 places; only the bad one among them is left out.
  expect(applied.length).toBe(4999);
}, 20_000);
