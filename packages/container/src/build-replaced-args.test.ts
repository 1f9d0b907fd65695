import { expect, test } from "vitest";
import { replacedByArguments } from "./build-replaced-args.ts";

const given = ["BASE", "JOBS"].map((name) => ({ name, value: "x" }));

test.each<[string, string, string[]]>([
  ["no global ARG", "FROM debian\nARG BASE\n", []],
  ["comments and a directive", "# syntax=docker/dockerfile:1\n\n# ARG BASE\nfrom debian\nARG BASE\n", []],
  ["another global ARG", 'ARG TAG="12 BASE" OTHER=BASE\nFROM debian:$TAG\n', []],
  ["a global ARG", "ARG BASE=debian\nFROM $BASE\n", ["arg:BASE"]],
  ["in lower case, with Windows line ends", "\uFEFFarg BASE=debian\r\nFROM $BASE\r\n", ["arg:BASE"]],
  ["two in one", "ARG A=1 BASE=debian\nFROM $BASE", ["arg:BASE"]],
  ["after a quoted value", `ARG A="1 2" B='3' BASE\nFROM $BASE`, ["arg:BASE"]],
  ["continued", "ARG A=1 \\\n  # comment\n\n  BASE=debian\nFROM $BASE", ["arg:BASE"]],
  ["a name cut in two", "ARG BA\\\nSE=debian\nFROM $BASE", ["arg:BASE"]],
  ["a continued line that begins like FROM", "ARG A=1 \\\nFROM \\\nBASE=debian\nFROM $BASE", ["arg:BASE"]],
  ["a name in quotes", 'ARG BA"SE"=debian\nFROM $BASE', ["arg:BASE", "arg:JOBS"]],
  ["an escaped name", "ARG BA\\SE=debian\nFROM $BASE", ["arg:BASE", "arg:JOBS"]],
  ["a name from another", "ARG A=BASE\nARG $A=debian\nFROM $BASE", ["arg:BASE", "arg:JOBS"]],
  ["another escape character", "# escape=`\nARG A=\\\nFROM debian", ["arg:BASE", "arg:JOBS"]],
  ["a backtick", "ARG A=`\nFROM debian", ["arg:BASE", "arg:JOBS"]],
  ["a value with a blank and an open quote", 'ARG A="1\nFROM debian', ["arg:BASE", "arg:JOBS"]],
  ["a blank of Unicode", "ARG A=1\u0085BASE=debian\nFROM $BASE", ["arg:BASE", "arg:JOBS"]],
  ["no FROM", "RUN x", ["arg:BASE", "arg:JOBS"]],
])("%s", (_, dockerfile, expected) => expect(replacedByArguments(dockerfile, given)).toEqual(expected));

test("the platform's names are declared in every Dockerfile", () => {
  const args = ["TARGETARCH", "BUILDPLATFORM", "TARGETSTAGE", "TARGET"].map((name) => ({ name, value: "x" }));
  expect(replacedByArguments("FROM debian-$TARGETARCH", args)).toEqual([
    ...["arg:TARGETARCH", "arg:BUILDPLATFORM", "arg:TARGETSTAGE"],
  ]);
});

test("a hostile Dockerfile of a megabyte takes no long time", () => {
  const began = performance.now();
  replacedByArguments(`ARG ${"A=1 ".repeat(250_000)}"`, given);
  replacedByArguments("\\\n".repeat(100_000), given);
  replacedByArguments(`ARG ${"\\ ".repeat(250_000)}x`, given);
  expect(performance.now() - began).toBeLessThan(2000);
});
