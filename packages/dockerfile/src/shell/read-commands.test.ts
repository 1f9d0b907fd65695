// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of Dockerfiles, not templates.
import { describe, expect, test } from "vitest";
import { readStages } from "../stages/read-stages.ts";
import { parseDockerfile } from "../syntax/parse-dockerfile.ts";
import type { Unread } from "../unread.ts";
import { newReading } from "./command-reading.ts";
import { readCommands } from "./read-commands.ts";
import type { ShellCommand } from "./shell-command.ts";

function commandsOf(text: string, unread: Unread[] = []): ShellCommand[] {
  const stages = readStages(parseDockerfile(`FROM a\n${text}`));
  const steps = stages.flatMap((stage) => stage.steps);
  const reading = newReading((part) => unread.push(part));
  return steps
    .filter(({ instruction }) => /^(?:RUN|CMD)$/.test(instruction.keyword))
    .flatMap((step) => readCommands(step, reading));
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

test.each([
  ["RUN bash <<EOF\na\nEOF", ["bash", "a"]],
  ["RUN bash -o pipefail -s x <<-'EOF'\n\ta\n\tEOF", ["bash -o pipefail -s x", "a"]],
  ["RUN sh /x <<EOF\na\nEOF", ["sh /x"]],
  ["RUN su - x <<< 'a b'", ["su - x", "a b"]],
  ["RUN cat <<EOF | sh\na\nEOF", ["cat", "sh", "a"]],
  ["RUN printf 'a\\nb' | sh -", [String.raw`printf a\nb`, "sh -", "a", "b"]],
  ["RUN eval 'a b; c' && eval d 'e; f'", ["eval", "a b", "c", "eval d e; f", "d e", "f"]],
  ["RUN eval eval 'a; b'", ["eval eval a; b", "eval", "a", "b"]],
  ["RUN echo x y | xargs -n 1 a b", ["echo x y", "a b x y"]],
  ["RUN constructor a && toString", ["constructor a", "toString"]],
])("what a command is given to run: %j", (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test("a line of a heredoc given to a shell has its own place", () => {
  const found = commandsOf("RUN true && bash <<EOF\na\n  bb\nEOF").find(({ name }) => name === "bb");
  expect(found?.position).toEqual({ line: 4, column: 3 });
});

const hidden = "echo root:x | chpasswd";
const inShells = (levels: number): string =>
  Array.from({ length: levels }).reduce<string>(
    (script) => `bash -c ${JSON.stringify(script).replaceAll("$", "\\$")}`,
    hidden,
  );

test.each([
  ["a long script", `RUN : ${"a".repeat(66_000)} && ${hidden}`, "longer than 64 KiB"],
  ["a long heredoc", `RUN sh <<E\n${": a\n".repeat(20_000)}${hidden}\nE`, "longer than 64 KiB"],
  ["substitutions", `RUN : ${"$(".repeat(9000)}x${")".repeat(9000)} && ${hidden}`, "too deeply nested"],
  ["open substitutions", `RUN ${"$(".repeat(100)}`, "could not read"],
  ["many open substitutions", `RUN ${"$(".repeat(20_000)}`, "too deeply nested"],
  [
    "many substitutions a little nested",
    `RUN : ${`${"$(".repeat(100)}x${")".repeat(100)} `.repeat(200)} && ${hidden}`,
    "too deeply nested",
  ],
  [
    "mixed nesting",
    `RUN ${"$(".repeat(200)}${"{ ".repeat(200)}a; ${"}; ".repeat(200)}${")".repeat(200)}`,
    "",
  ],
  ["shells", `RUN ${inShells(6)}`, "within each other"],
  ["a quote that stays open", `RUN a 'b; ${hidden}`, "unterminated"],
  ["a value that doubles", `RUN a=xx${" && a=$a$a".repeat(40)} && b "$a"`, "too long"],
  ["long values", `ENV a=${"x".repeat(60_000)}\nRUN b${" x$a".repeat(10_000)}`, "too long"],
  ["evals of a long value", `ENV a=${"x;".repeat(30_000)}\n${"RUN eval $a\n".repeat(2000)}`, "too long"],
])("a limit is never hit in silence: %s", (_, text, message) => {
  const start = performance.now();
  const unread: Unread[] = [];
  commandsOf(text, unread);
  expect(unread.length).toBeGreaterThan(0);
  expect(unread[0]?.message).toContain("this RUN cannot be checked: ");
  expect(unread[0]?.message).toContain(message);
  expect(performance.now() - start).toBeLessThan(3000);
});

test.each([
  [inShells(5)],
  [`: ${"a ".repeat(30_000)}&& ${hidden}`],
  [`: ${"$(".repeat(50)}${hidden}${")".repeat(50)}`],
])("what is within the limits is read: %#", (script) => {
  const unread: Unread[] = [];
  const commands = commandsOf(`RUN ${script}`, unread);
  expect(unread).toEqual([]);
  expect(commands.map(({ name }) => name)).toContain("chpasswd");
});

test("what stands where a script is malformed is not repeated", () => {
  const unread: Unread[] = [];
  commandsOf('RUN a "$(b; (c)" correct-horse; e fi ; ; done correct-horse', unread);
  expect(unread).toHaveLength(1);
  expect(JSON.stringify(unread)).not.toContain("correct-horse");
});

test.each([
  ["[[ $x =~ ^(a|b)$ && -f y ]] || exit 1"],
  ["case $x in a|b) c;; (d) e;& *) f;;& esac"],
  ["shopt -s extglob; rm -rf !(a|b) @(c)*; a=(1 2 3); a+=(4); echo ${a[@]:1} ${#a[*]} ${!a} ${x^^}"],
  ["for ((i = 0; i < 3; i++)); do echo $((i << 1)); done; let i++; ((i > 1)) && b"],
  ["function f { local x=1; }; f() ( a ); time -p a; ! b; coproc c"],
  ["a &> x; b 2>&1 >/dev/null; c <(d) >(e); f |& g; exec 3<>x; { h; } 3>&-"],
  ["while read -r x; do a; done < <(b); until c; do d; done; select e in 1; do f; done"],
  ['echo $\'a\\tb\' $"c" "it\'s" \'say "x"\' \\\' ${x:-\'}\'} ${x//\\//_} "${x%\\"}"'],
  ['python3 -c "import x; print(\'a\' if (1) else \\"b\\")"'],
  ["python3 - <<'E'\nprint(')\nif x:\nE\nb"],
  ["set -eux; echo `a \\`b\\`` $(c \"$(d 'e)')\") ; [ ! -e x ] || { y; }"],
  ["awk '{print $1 \"(\" }' x | sed -e 's/(/[/g' -e \"s/'/x/\" | xargs -r -I{} sh -c 'a {}'"],
])("ordinary shell is read without complaint: %s", (script) => {
  const unread: Unread[] = [];
  commandsOf(`RUN <<'OUTER'\n${script}\nOUTER`, unread);
  expect(unread).toEqual([]);
});
