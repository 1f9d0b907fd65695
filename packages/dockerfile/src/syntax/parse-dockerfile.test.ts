import { describe, expect, test } from "vitest";
import { parseDockerfile } from "./parse-dockerfile.ts";

/** An instruction as `keyword first-last: body`, with flags and heredocs where it has some. */
function outline(text: string): string[] {
  return parseDockerfile(text).instructions.map(({ keyword, startLine, endLine, body, flags, heredocs }) => {
    const shown = flags.map((flag) => ` ${flag.text}`).join("");
    const bodies = heredocs.map((heredoc) => ` <${heredoc.name}:${heredoc.body.text}>`).join("");
    return `${keyword} ${startLine}-${endLine}:${shown} ${body.text}${bodies}`;
  });
}

describe("instructions and their lines", () => {
  test.each([
    ["one a line, in any case", "from a\nRun b\n", ["FROM 1-1: a", "RUN 2-2: b"]],
    ["no line end at the end", "FROM a", ["FROM 1-1: a"]],
    ["a byte order mark", "\uFEFFFROM a", ["FROM 1-1: a"]],
    ["CRLF", "FROM a\r\nRUN b \\\r\n c\r\n", ["FROM 1-1: a", "RUN 2-3: b  c"]],
    ["comments and empty lines between", "# x\n\n  # y\nFROM a", ["FROM 4-4: a"]],
    ["indented instructions", "  FROM a", ["FROM 1-1: a"]],
    ["a continuation", "RUN a \\\n  b", ["RUN 1-2: a   b"]],
    ["spaces behind the mark", "RUN a \\  \t\nb", ["RUN 1-2: a b"]],
    ["a comment inside", "RUN a \\\n  # c\n  b", ["RUN 1-3: a   b"]],
    ["an empty line inside", "RUN a \\\n\n  b", ["RUN 1-3: a   b"]],
    ["a mark at the end of the file", "RUN a \\", ["RUN 1-1: a"]],
    ["a doubled mark continues nothing", "RUN a \\\\\nRUN b", ["RUN 1-1: a \\\\", "RUN 2-2: b"]],
    ["a mark with something behind it", "RUN a \\ # c\nRUN b", ["RUN 1-1: a \\ # c", "RUN 2-2: b"]],
    ["a keyword broken in two", "R\\\nUN a", ["RUN 1-2: a"]],
    ["another mark", "# escape=`\nRUN a `\n b\\\nRUN c", ["RUN 2-3: a  b\\", "RUN 4-4: c"]],
    [
      "a directive behind a comment is none",
      "# x\n# escape=`\nRUN a `\nRUN b",
      ["RUN 3-3: a `", "RUN 4-4: b"],
    ],
    ["flags", "COPY --from=x --chown=1:1 a b", ["COPY 1-1: --from=x --chown=1:1 a b"]],
    [
      "flags over lines",
      "RUN --mount=type=bind,\\\nx=y \\\n --network=none a",
      ["RUN 1-3: --mount=type=bind,x=y --network=none a"],
    ],
    ["flags end at --", "RUN -- --a", ["RUN 1-1: --a"]],
  ])("%s", (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });
});

describe("heredocs", () => {
  test.each([
    ["one", "RUN <<EOF\na\nEOF\nRUN b", ["RUN 1-3: <<EOF <EOF:a\n>", "RUN 4-4: b"]],
    ["two", "COPY <<A <<B /x/\na\nA\nb\nB", ["COPY 1-5: <<A <<B /x/ <A:a\n> <B:b\n>"]],
    ["a quoted name", "RUN <<'E F'\na\nE F", ["RUN 1-3: <<'E F' <E F:a\n>"]],
    ["tabs before the closing name", "RUN <<-EOF\n\ta\n\tEOF", ["RUN 1-3: <<-EOF <EOF:\ta\n>"]],
    ["a descriptor and a command", "RUN 3<<EOF cat\na\nEOF", ["RUN 1-3: 3<<EOF cat <EOF:a\n>"]],
    [
      "marks and comments mean nothing inside",
      "RUN <<E\n# a \\\nFROM b\nE",
      ["RUN 1-4: <<E <E:# a \\\nFROM b\n>"],
    ],
    ["a here-string is none", "RUN cat <<<EOF\nRUN b", ["RUN 1-1: cat <<<EOF", "RUN 2-2: b"]],
    ["only where they are known", "USER <<EOF\nRUN b", ["USER 1-1: <<EOF", "RUN 2-2: b"]],
    ["not in the JSON form", 'RUN ["<<EOF"]\nRUN b', ['RUN 1-1: ["<<EOF"]', "RUN 2-2: b"]],
    ["in a quotation", 'RUN echo "<<EOF"\nRUN b', ['RUN 1-1: echo "<<EOF"', "RUN 2-2: b"]],
  ])("%s", (_, text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  test("variables are expanded unless the name is quoted", () => {
    const [run] = parseDockerfile("RUN <<A <<'B' <<\"C\"\nA\nB\nC").instructions;
    expect(run?.heredocs.map(({ expands }) => expands)).toEqual([true, false, false]);
  });
});

test.each([
  ['CMD ["a", "b c"]', ["a", "b c"]],
  ['CMD [ "\\u0041" ]', ["A"]],
  ["CMD []", []],
  ["CMD ['a']", undefined],
  ['CMD ["a", 1]', undefined],
  ['CMD ["a"] b', undefined],
  ['ENTRYPOINT ["a", \\\n "b"]', ["a", "b"]],
  ['USER ["a"]', undefined],
])("the JSON form of %s", (text, expected) => {
  expect(parseDockerfile(text).instructions[0]?.json).toEqual(expected);
});

test.each([
  [
    "ENV a=1 b='x y' c=\"$d\"",
    [
      ["a", "1"],
      ["b", "'x y'"],
      ["c", '"$d"'],
    ],
  ],
  ["ENV a x  y", [["a", "x  y"]]],
  ["ENV a=b\\ c", [["a", "b\\ c"]]],
  ["ARG a", [["a", undefined]]],
  [
    "ARG a=1 b",
    [
      ["a", "1"],
      ["b", undefined],
    ],
  ],
  ["LABEL a.b=c", [["a.b", "c"]]],
])("the assignments of %s", (text, expected) => {
  const [instruction] = parseDockerfile(text).instructions;
  expect(instruction?.assignments.map(({ name, value }) => [name, value])).toEqual(expected);
});

describe("places", () => {
  test("of words, through continuations and comments", () => {
    const [copy] = parseDockerfile("COPY --chown=1 \\\n # c\n   a \\\n b /x").instructions;
    expect(copy?.words.map(({ text, position }) => [text, position.line, position.column])).toEqual([
      ["a", 3, 4],
      ["b", 4, 2],
      ["/x", 4, 4],
    ]);
  });

  test("of lines of a heredoc", () => {
    const [run] = parseDockerfile("RUN <<E\nab\ncd\nE").instructions;
    expect(run?.heredocs[0]?.body.positionAt(4)).toEqual({ line: 3, column: 2 });
  });
});

describe("what the builder refuses", () => {
  test.each([
    ["an unknown instruction", "FROM a\nRUNN b\nUSER c", "unknown-instruction", 2, 3],
    ["a heredoc that is never closed", "FROM a\nRUN <<E\nb", "heredoc", 2, 2],
    ["ENV without a value", "FROM a\nENV b", "arguments", 2, 2],
    ["ENV with a word without =", "FROM a\nENV b=1 c", "arguments", 2, 2],
    ["another escape character", "# escape=x\nFROM a", "directive", 1, 1],
    ["no instruction", "# a", "empty", 1, 0],
    ["no FROM", "RUN a", "empty", 1, 1],
  ])("%s; the rest is read all the same", (_, text, kind, line, instructions) => {
    const read = parseDockerfile(text);
    expect(read.problems).toEqual([
      expect.objectContaining({ kind, position: expect.objectContaining({ line }) }),
    ]);
    expect(read.instructions).toHaveLength(instructions);
  });
});

test("a file of nothing but problems lists some of them", () => {
  const { problems, instructions } = parseDockerfile(`FROM a\nENV a=1${" b".repeat(400_000)}\nUSER c`);
  expect(problems).toHaveLength(1000);
  expect(instructions).toHaveLength(3);
});
