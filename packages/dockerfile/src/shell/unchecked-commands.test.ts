import { expect, test } from "vitest";
import { readImage } from "../image.ts";
import type { Step } from "../stages/stage.ts";
import { uncheckedCommands } from "./unchecked-commands.ts";

function unchecked(script: string, shell?: string[]): string[] {
  const text = `FROM x\nRUN <<EOF\n${script}\nEOF\n`;
  const image = readImage(
    { folder: ".", dockerfile: { path: "Dockerfile", text }, requirements: [] },
    undefined,
  );
  const places = uncheckedCommands(image.stages[0]?.steps[0] as Step, shell);
  const lines = text.split("\n");
  return [...places].map((place) => {
    const [line = 1, column = 1] = place.split(":").map(Number);
    return /^\S+/.exec((lines[line - 1] ?? "").slice(column - 1))?.[0].replace(/;$/, "") ?? "";
  });
}

test.each<[string, string]>([
  ["a", ""],
  ["a; b", "a"],
  ["a\nb\nc", "a b"],
  ["a && b; c", "a b"],
  ["a || b; c", "b"],
  ["a && b || exit 1; c", "exit"],
  ["set -e\na\nb", ""],
  ["a; set -eux; b; c", "a"],
  ["set -o errexit; a; b", ""],
  ["{ a; b; }; c", "a b"],
  ["(a; b) && c", "a"],
  ["if a; then b; c; fi; d", ""],
  ["#!/bin/bash -e\na\nb", ""],
  ["a | b; c", ""],
])("nobody looks at the result in %j of: %s", (script, expected) => {
  expect(
    unchecked(script)
      .filter((name) => name !== "set")
      .join(" "),
  ).toBe(expected);
});

test("a SHELL with -e stops at every failure", () => {
  expect(unchecked("a; b", ["/bin/bash", "-euo", "pipefail", "-c"])).toEqual([]);
  expect(unchecked("a; b", ["/bin/bash", "-c"])).toEqual(["a"]);
});
