import { expect, test } from "vitest";
import { readStages } from "../stages/read-stages.ts";
import { parseDockerfile } from "../syntax/parse-dockerfile.ts";
import { BranchWalker, isAvoidable } from "./branch.ts";
import { newReading } from "./command-reading.ts";
import { readCommands } from "./read-commands.ts";
import type { ShellCommand } from "./shell-command.ts";

function commandsOf(script: string): ShellCommand[] {
  const steps = readStages(parseDockerfile(`FROM a\nRUN ${script}`)).flatMap((stage) => stage.steps);
  return steps.flatMap((step) =>
    readCommands(
      step,
      newReading(() => {}),
    ),
  );
}

/** The commands that may have run by the end, ways joined by `|`. */
function walked(script: string): string {
  let now = "";
  const walker = new BranchWalker<string>({
    save: () => now,
    restore: (before) => {
      now = before;
    },
    join: (ends) => {
      now = `[${ends.join("|")}]`;
    },
  });
  for (const command of commandsOf(script)) {
    walker.enter(command.branch);
    now += command.name;
  }
  walker.enter(undefined);
  return now;
}

test.each([
  ["a; b", "ab"],
  ["a; if b; then c; fi; d", "[abc|ab]d"],
  ["if a; then b; else c; fi; d", "[ab|ac]d"],
  ["if a; then b; elif c; then d; else e; fi", "[ab|acd|ae]"],
  ["if a; then b; else exit; fi; d", "[ab]d"],
  ["if a; then if b; then c; fi; d; fi; e", "[[abc|ab]d|a]e"],
  ["if a; then if b; then c; fi; else if d; then e; fi; fi; f", "[[abc|ab]|[ade|ad]]f"],
  ["if a; then b; fi; if c; then d; fi", "[[ab|a]cd|[ab|a]c]"],
  ["case x in a) b;; c) ;; *) d;; esac; e", "[b|d|]e"],
  ["while a; do b; done; c", "[ab|]c"],
  ["a || b; c", "[a|b]c"],
  ["a && b || exit 1; c", "[ab]c"],
  ["a || b && c || d && e", "[a|bc|d]e"],
  ["[ a ] && b; c", "[[b|[]c"],
])("%s", (script, expected) => {
  expect(walked(script)).toBe(expected);
});

test.each([
  ["c", false],
  ["if a; then c; fi", true],
  ["if a; then c; else exit 1; fi", false],
  ["if a; then c; exit 1; fi; b", true],
  ["c || exit 1", false],
  ["c || b", true],
  ["[ a ] && c; b", true],
  ["[ a ] && c", false],
  ["f() { c; }", true],
])("whether c need not run in %j: %s", (script, expected) => {
  expect(isAvoidable(commandsOf(script).find(({ name }) => name === "c")?.branch)).toBe(expected);
});
