import { expect, test } from "vitest";
import { instructions } from "../../../../test/engine/agreement/tables.ts";
import { generateDockerfile } from "../../../../test/fuzz/generate-dockerfile.ts";
import { Random } from "../../../../test/fuzz/random.ts";
import { type ParsedInstruction, parsedView } from "../parsed-view.ts";
import { parseDockerfile } from "./parse-dockerfile.ts";
import { printDockerfile } from "./print-instruction.ts";

/** What a file says, wherever it says it. */
function sayings(text: string): Omit<ParsedInstruction, "startLine" | "endLine">[] {
  return parsedView(text).view.instructions.map(({ startLine: _, endLine: __, ...rest }) => rest);
}

function expectStable(text: string): void {
  const printed = printDockerfile(parseDockerfile(text));
  expect(sayings(printed), text).toEqual(sayings(text));
  expect(printDockerfile(parseDockerfile(printed)), text).toBe(printed);
}

test("what was printed reads as what it was printed from", () => {
  for (let seed = 1; seed <= 2000; seed++) expectStable(generateDockerfile(new Random(seed)));
});

test.each(Object.values(instructions.read).flat())("so it does for: $name", ({ dockerfile }) => {
  expectStable(dockerfile);
});

test("most generated files are what the builder takes, and every keyword is in them", () => {
  const texts = Array.from({ length: 500 }, (_, index) => generateDockerfile(new Random(index + 1)));
  const views = texts.map((text) => parsedView(text));
  expect(views.filter(({ problems }) => problems.length === 0).length).toBeGreaterThan(300);
  const keywords = new Set(views.flatMap(({ view }) => view.instructions.map(({ keyword }) => keyword)));
  expect(keywords.size).toBe(18);
});
