import { expect, test } from "vitest";
import { parseDockerfile } from "./parse-dockerfile.ts";
import { SpannedText } from "./spanned-text.ts";

/** What stands in the file between two places. */
function between(
  lines: readonly string[],
  from: { line: number; column: number },
  to: { line: number; column: number },
): string {
  const cut = lines.slice(from.line - 1, to.line);
  cut[cut.length - 1] = (cut.at(-1) ?? "").slice(0, to.column - 1);
  cut[0] = (cut[0] ?? "").slice(from.column - 1);
  return cut.join("\n");
}

const parts = (text: string) => {
  const { instructions, lines } = parseDockerfile(text);
  return instructions.flatMap((instruction) => [
    between(lines, instruction.position, instruction.end),
    ...[...instruction.flags, ...instruction.words, ...instruction.assignments].map((part) =>
      between(lines, part.position, part.end),
    ),
  ]);
};

test.each([
  ["words", "COPY  a b ", ["COPY  a b", "a", "b"]],
  [
    "a word at the end of a line that goes on",
    "COPY --chown=1:1 a\\\n  b",
    ["COPY --chown=1:1 a\\\n  b", "--chown=1:1", "a", "b"],
  ],
  ["a word broken in two", "USER ru\\\nnpod", ["USER ru\\\nnpod", "ru\\\nnpod"]],
  ["quoted words", 'ENV a="x y" b=1', ['ENV a="x y" b=1', 'a="x y"', "b=1", 'a="x y"', "b=1"]],
  ["the old form", "ENV a x  y ", ["ENV a x  y", "a", "x", "y", "a x  y"]],
  [
    "strings of the JSON form, quotes left out",
    'CMD ["a\\u0041", "", \\\n "b\\""]',
    ['CMD ["a\\u0041", "", \\\n "b\\""]', "a\\u0041", "", 'b\\"'],
  ],
  ["a heredoc to its closing name", "RUN <<E cat\nx\nE\n", ["RUN <<E cat\nx\nE", "<<E cat"]],
  ["comments inside do not count", "RUN a \\\n# b\n", ["RUN a", "a"]],
])("%s", (_, text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test("many pieces are cut in time", () => {
  const json = `CMD [${'"a",\\\n'.repeat(100_000)}"b"]`;
  const start = performance.now();
  const [command] = parseDockerfile(json).instructions;
  expect(command?.json).toHaveLength(100_001);
  expect(command?.words).toHaveLength(10_000);
  expect(performance.now() - start).toBeLessThan(2000);
});

test("a line end belongs to its line", () => {
  const text = SpannedText.join([{ text: "ab\n", at: { line: 3, column: 5 } }]);
  expect(text.endAt(2)).toEqual({ line: 3, column: 7 });
  expect(text.endAt(3)).toEqual({ line: 4, column: 1 });
});
