import { expect, test } from "vitest";
import { judge } from "./existing.mjs";

const server = (version: string, os = "linux") => JSON.stringify({ Version: version, Os: os });

test.each([
  [
    "current",
    server("28.5.2+dfsg4"),
    "github.com/docker/buildx 0.29.1+ds1 ",
    { docker: { version: "28.5.2", buildx: "0.29.1" } },
  ],
  [
    "oldest",
    server("23.0.1"),
    "github.com/docker/buildx v0.20.0 abc",
    { docker: { version: "23.0.1", buildx: "0.20.0" } },
  ],
  ["Debian 12's own", server("20.10.24"), "", { why: "the engine is 20.10.24" }],
  ["no plugin", server("28.2.2"), "", { why: "docker has no buildx plugin" }],
  ["old plugin", server("26.1.5"), "github.com/docker/buildx 0.13.1+ds1", { why: "buildx is 0.13.1" }],
  ["Windows", server("28.5.2", "windows"), "", { why: "the engine does not run Linux containers" }],
  ["a client alone", "null", "", { why: "no engine answers" }],
])("%s", (_name, told, buildx, verdict) => {
  expect(judge(told, buildx)).toEqual(verdict);
});
