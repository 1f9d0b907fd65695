import { expect, test } from "vitest";
import { referenceProblem } from "./reference-grammar.ts";

test.each([
  "python",
  "python:3.10-slim",
  "a/b_c/d__e/f-g.h:V1.0_x-y",
  "localhost/a",
  "localhost:5000/a:1",
  "REGISTRY.example.org/a",
  "192.168.0.1:5000/a",
  "[::1]:5000/a",
  `a@sha256:${"0".repeat(64)}`,
  `a:1@sha256:${"0".repeat(64)}`,
  "0",
])("%s is a name", (reference) => {
  expect(referenceProblem(reference)).toBeUndefined();
});

test.each([
  ["", "empty"],
  ["a:", "colon"],
  ["a:1+2", "tag that is none"],
  [`a:${"1".repeat(129)}`, "tag that is none"],
  ["PyTorch", "capitals"],
  ["a/PyTorch:1", "capitals"],
  [":1", "no name"],
  ["a//b", "empty part"],
  ["a/", "empty part"],
  ["a_.b", "no name"],
  ["-a", "no name"],
  ["a@sha256:00", "digest"],
  ["a@", "digest"],
  ["a b", "white space"],
  ["-a.b/c", "registry"],
  ["a".repeat(2000), "longer"],
])("%s is none", (reference, why) => {
  expect(referenceProblem(reference)).toContain(why);
});
