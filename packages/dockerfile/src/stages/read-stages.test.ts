// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of Dockerfiles, not templates.
import { describe, expect, test } from "vitest";
import { parseDockerfile } from "../syntax/parse-dockerfile.ts";
import type { Unread } from "../unread.ts";
import { expand } from "./expand.ts";
import { readStages } from "./read-stages.ts";
import { chainOf } from "./stage.ts";

const stagesOf = (text: string) => readStages(parseDockerfile(text));

test.each([
  ["FROM a:1", ["a:1"]],
  ["ARG v=1\nFROM a:${v}", ["a:1"]],
  ["ARG v=1\nARG w=$v.2\nFROM a:$w", ["a:1.2"]],
  ["ARG v\nFROM a:$v", [undefined]],
  ["ARG v\nFROM a:${v:-3}", ["a:3"]],
  ["FROM a:$none", ["a:"]],
  ["FROM --platform=linux/amd64 a AS b\nFROM b", ["a", "b"]],
  ["FROM a\nARG v=1\nFROM b:$v", ["a", "b:"]],
  ["FROM $TARGETARCH", [undefined]],
])("the bases of %j", (text, expected) => {
  expect(stagesOf(text).map(({ base }) => base.reference)).toEqual(expected);
});

test("a stage builds on the last earlier one of that name", () => {
  const stages = stagesOf("FROM x AS a\nFROM a AS Base\nFROM base\nFROM scratch AS c\nFROM d");
  expect(stages.map((stage) => chainOf(stage).map(({ index }) => index))).toEqual([
    [0],
    [0, 1],
    [0, 1, 2],
    [3],
    [4],
  ]);
});

describe("the variables at the last instruction", () => {
  test.each([
    ["ENV goes on", "FROM a\nENV v=1\nRUN x", "1"],
    ["into the stages built on it", "FROM a AS b\nENV v=1\nFROM b\nRUN x", "1"],
    ["but not into others", "FROM a AS b\nENV v=1\nFROM c\nRUN x", ""],
    ["ARG too", "FROM a AS b\nARG v=1\nFROM b\nRUN x", "1"],
    ["where ENV counts first", "FROM a AS b\nENV v=1\nARG v=2\nFROM b\nRUN x", "1"],
    ["ARG without a value changes nothing", "FROM a\nENV v=1\nARG v\nRUN x", "1"],
    ["a name of ENV is expanded", "FROM a\nENV w=v\nENV $w=1\nRUN x", "1"],
    ["a global ARG must be taken up", "ARG v=1\nFROM a\nRUN x", ""],
    ["and then has its default", "ARG v=1\nFROM a\nARG v\nRUN x", "1"],
    ["a later ARG wins over ENV", "FROM a\nENV v=1\nARG v=2\nRUN x", "2"],
    ["ENV wins over an earlier one", "FROM a\nARG v=2\nENV v=1\nRUN x", "1"],
    ["and over an inherited ENV", "FROM a AS b\nENV v=1\nFROM b\nARG v=2\nRUN x", "2"],
    ["within one ENV values are from before", "FROM a\nENV v=1\nENV v=2 w=$v\nENV v=$w\nRUN x", "1"],
    ["what comes later does not count", "FROM a\nENV v=1\nRUN x\nENV v=2", "1"],
    ["ARG from ENV", "FROM a\nENV w=1\nARG v=${w}2\nRUN x", "12"],
  ])("%s", (_, text, expected) => {
    const step = stagesOf(text)
      .at(-1)
      ?.steps.find(({ instruction }) => instruction.keyword === "RUN");
    expect(step && expand("$v", step.variables).value).toBe(expected);
  });
});

test("shell and folder go on into the stages built on it", () => {
  const text = 'FROM a AS b\nSHELL ["/bin/bash", "-c"]\nWORKDIR /x\nWORKDIR y/../z\nFROM b\nRUN x';
  expect(stagesOf(text).at(-1)?.steps[0]).toMatchObject({ shell: "/bin/bash", folder: "/x/z" });
});

test.each([
  ["ARG", 30],
  ["ENV", 40],
])("values that double %s by %s end at a limit, which is reported", (keyword, count) => {
  const start = performance.now();
  const lines = Array.from(
    { length: count },
    (_, index) => `${keyword} A${index + 1}=\${A${index}}\${A${index}}`,
  );
  const unread: Unread[] = [];
  const text = `FROM a\n${keyword} A0=0123456789\n${lines.join("\n")}\nRUN echo $A${count}\nUSER $A${count}\n`;
  const [stage] = readStages(parseDockerfile(text), (part) => unread.push(part));
  expect(unread).toEqual([
    expect.objectContaining({
      message: expect.stringContaining("longer than 64 KiB"),
      position: { line: 15, column: 5 },
    }),
  ]);
  expect(stage?.steps.at(-1)?.variables(`A${count}`)).toBeUndefined();
  expect(stage?.steps.at(-1)?.variables("A5")).toHaveLength(320);
  expect(performance.now() - start).toBeLessThan(2000);
});
