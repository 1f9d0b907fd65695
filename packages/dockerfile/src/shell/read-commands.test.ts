// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of Dockerfiles, not templates.
import { describe, expect, test } from "vitest";
import { readStages } from "../stages/read-stages.ts";
import { parseDockerfile } from "../syntax/parse-dockerfile.ts";
import { readCommands } from "./read-commands.ts";
import type { ShellCommand } from "./shell-command.ts";

function commandsOf(text: string): ShellCommand[] {
  const stages = readStages(parseDockerfile(`FROM a\n${text}`));
  const steps = stages.flatMap((stage) => stage.steps);
  return steps.filter(({ instruction }) => /^(?:RUN|CMD)$/.test(instruction.keyword)).flatMap(readCommands);
}

const shown = (text: string): string[] =>
  commandsOf(text).map(({ words }) => words.map(({ value }) => value).join(" "));

test.each([
  ["RUN a b && c || d; e | f &", ["a b", "c", "d", "e", "f"]],
  ["RUN if a; then b; elif c; then d; else e; fi", ["a", "b", "c", "d", "e"]],
  ["RUN for x in 1 2; do a $x; done", ["a $x"]],
  ["RUN (a; { b; }) && f() { c; }", ["a", "b", "c"]],
  ["RUN a \\\n  # comment\n  b \\\n && c", ["a b", "c"]],
  ["RUN a # the rest is no command; b", ["a"]],
  ['RUN a "$(b c)" `d`', ["b c", "d", "a $(b c) `d`"]],
  ["RUN sudo -u x env A=1 nice -n 5 a b", ["a b"]],
  ["RUN DEBIAN_FRONTEND=noninteractive apt-get update", ["apt-get update"]],
  ["RUN bash -c 'a && b'", ["bash -c", "a", "b"]],
  ['RUN su - x -c "a; b"', ["su - x -c", "a", "b"]],
  ['RUN ["sh", "-ec", "a; b"]', ["sh -ec", "a", "b"]],
  ['CMD ["a", "b c"]', ["a b c"]],
  ["RUN <<EOF\na\nb c\nEOF", ["a", "b c"]],
  ["RUN <<EOF\n#!/usr/bin/env bash\na\nEOF", ["a"]],
  ["RUN <<EOF\n#!/usr/bin/python3\nimport os\nEOF", []],
  ["RUN <<EOF cat > /x && b\ntext\nEOF", ["cat", "b"]],
  ['SHELL ["pwsh", "-c"]\nRUN Get-Item x', []],
  ["ARG v=1\nENV w=2\nRUN a $v ${w} ${x:-3} $y", ["a 1 2 3 $y"]],
  ['RUN v=1 && a $v && export w=$v && b "$w"', ["a 1", "export ", "b 1"]],
  ["RUN v=$(c) && a $v", ["c", "a $v"]],
])("the commands of %j", (text, expected) => {
  const simplified = shown(text).map((line) => (line.startsWith("export") ? "export " : line));
  expect(simplified).toEqual(expected);
});

describe("what a command reads and writes", () => {
  test("through a pipe", () => {
    const commands = commandsOf("RUN echo a:b | sudo tee x | chpasswd; c");
    expect(commands.map(({ name, pipedFrom }) => [name, pipedFrom?.name])).toEqual([
      ["echo", undefined],
      ["tee", "echo"],
      ["chpasswd", "tee"],
      ["c", undefined],
    ]);
  });

  test("from a group", () => {
    expect(commandsOf("RUN (a; echo b) | c").at(-1)?.pipedFrom?.name).toBe("echo");
  });

  test.each([
    ["RUN a <<< 'b c'", "<<<", "b c"],
    ["RUN a > /x", ">", "/x"],
    ["RUN a <<E\nb\nE", "<<", "b\n"],
  ])("of %j", (text, operator, value) => {
    const redirects = commandsOf(text)[0]?.redirects;
    expect(redirects).toEqual([{ operator, target: expect.objectContaining({ value }) }]);
  });
});

test.each([
  ["RUN a && \\\n   bb c", 3, 4],
  ["RUN <<E\na\n  bb c\nE", 4, 3],
  ["RUN a \\\n # x\n ; bb c", 4, 4],
  ["RUN bash -c 'a; bb c'", 2, 17],
  ['CMD ["sh", "-c", "a \\"x\\"; \\\n  bb c"]', 3, 3],
])("the place of bb in %j", (text, line, column) => {
  expect(commandsOf(text).find(({ name }) => name === "bb")?.position).toEqual({ line, column });
});

test("nesting without end is left alone", () => {
  expect(() => commandsOf(`RUN ${"$(".repeat(20_000)}`)).not.toThrow();
});
