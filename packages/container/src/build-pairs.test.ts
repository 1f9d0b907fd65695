import { expect, test } from "vitest";
import { parseBuildArgs, parseBuildContexts } from "./build-pairs.ts";

test.each([
  ["base=docker-image://mia/base:1", "base", "docker-image://mia/base:1"],
  ["wheels=../wheels", "wheels", "../wheels"],
  [
    "golang:1.21=docker-image://mirror/golang@sha256:00",
    "golang:1.21",
    "docker-image://mirror/golang@sha256:00",
  ],
  ["upstream = https://host/x.git?a=b#main", "upstream", "https://host/x.git?a=b#main"],
])("context %s", (line, name, value) => {
  expect(parseBuildContexts([line])).toEqual({ ok: true, pairs: [{ name, value }] });
});

test.each([
  ["base", "write NAME=FOLDER"],
  ["base=", "write NAME=FOLDER"],
  ["=x", "the name must be a stage"],
  ["Base=x", "in lower case"],
  ["--flag=x", "the name must be a stage"],
])("context %s is refused", (line, problem) => {
  const parsed = parseBuildContexts([line]);
  expect(parsed.ok ? [] : parsed.problems).toEqual([expect.stringContaining(problem)]);
});

test("all lines with a mistake are told at once, and no value is quoted", () => {
  const parsed = parseBuildArgs(["TOKEN=hunter2", "TOKEN=hunter3", "1X=hunter4", "PLAIN"]);
  expect(parsed.ok).toBe(false);
  const problems = parsed.ok ? [] : parsed.problems;
  expect(problems).toHaveLength(2);
  expect(problems.join()).toContain('line 2 ("TOKEN"): is given twice');
  expect(problems.join()).not.toContain("hunter");
});

test.each(["BUILDKIT_SYNTAX=evil/frontend", "buildkit_syntax=x", "BUILDKIT_SYNTAX"])(
  "%s is refused",
  (line) => {
    const parsed = parseBuildArgs([line]);
    expect(parsed).toMatchObject({
      ok: false,
      problems: [
        expect.stringMatching(/^line 1 \("buildkit_syntax"\): .* change how the Dockerfile is read/i),
      ],
    });
  },
);
