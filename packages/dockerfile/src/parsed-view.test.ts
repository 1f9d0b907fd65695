// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of Dockerfiles, not templates.
import { expect, test } from "vitest";
import { parsedView } from "./parsed-view.ts";

test("an instruction with everything", () => {
  const text = 'ARG v=1\nFROM scratch AS a\nARG v\nENV p=x$v\nCOPY --chown="1:1" <<-"E" b /$p/\n\tc $v\nE\n';
  const { view, problems } = parsedView(text);
  expect(problems).toEqual([]);
  expect(view.instructions.map(({ keyword, stage, expanded }) => [keyword, stage, expanded])).toEqual([
    ["ARG", null, ["v=1"]],
    ["FROM", 0, ["scratch", "AS", "a"]],
    ["ARG", 0, ["v"]],
    ["ENV", 0, ["p", "x1", "="]],
    ["COPY", 0, ['<<-"E"', "b", "/x1/"]],
  ]);
  expect(view.instructions.at(-1)).toEqual({
    keyword: "COPY",
    startLine: 5,
    endLine: 7,
    flags: ["--chown=1:1"],
    arguments: ['<<-"E"', "b", "/$p/"],
    json: null,
    heredocs: [{ name: "E", content: "\tc $v\n", expand: false, chomp: true }],
    stage: 0,
    expanded: ['<<-"E"', "b", "/x1/"],
  });
});

test.each([
  ["ENV a b  c", ["a", "b  c", ""], ["a", "b  c", ""]],
  ["LABEL a=$b c='$b'", ["a", "$b", "=", "c", "'$b'", "="], ["a", "", "=", "c", "$b", "="]],
  ["RUN echo $a", ["echo $a"], null],
  ['CMD ["a", "$b"]', ["a", "$b"], null],
  ["HEALTHCHECK --retries=1 CMD true $a", ["CMD", "true $a"], null],
  ["ONBUILD ENV a=$b", ["ENV", "a", "$b", "="], null],
  ["EXPOSE 80 $b 90/tcp", ["80", "$b", "90/tcp"], ["80", "90/tcp"]],
  ["WORKDIR /${b:-c} d", ["/${b:-c} d"], ["/c d"]],
  ["USER $PATH", ["$PATH"], ["/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]],
])("arguments and expansion of %s", (line, written, expanded) => {
  const instruction = parsedView(`FROM scratch\n${line}`).view.instructions[1];
  expect([instruction?.arguments, instruction?.expanded]).toEqual([written, expanded]);
});

test.each([
  ["a base image may set any variable", "FROM a\nUSER $b"],
  ["the build's caller gives it", "FROM scratch\nARG b\nUSER $b"],
  ["the builder sets it", "FROM scratch\nARG TARGETARCH\nUSER $TARGETARCH"],
])("not known: %s", (_, text) => {
  expect(parsedView(text).view.instructions.at(-1)?.expanded).toBeNull();
});

test("what the builder refuses, in the order of the file", () => {
  const { problems } = parsedView("FROM a\nUSER ${b\nFOO\nENV c\nCOPY --x=y a b\nUSER 'z");
  expect(problems.map(({ kind, position }) => [kind, position.line, position.column])).toEqual([
    ["expansion", 2, 6],
    ["unknown-instruction", 3, 1],
    ["arguments", 4, 1],
    ["flag", 5, 6],
    ["expansion", 6, 6],
  ]);
});
