import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runMia } from "../support/run-mia.ts";
import { temporaryWorkspace } from "../support/workspace.ts";

test("the bundle parses a Dockerfile without anything else of the repository", async () => {
  using workspace = temporaryWorkspace();
  writeFileSync(`${workspace.folder}/Dockerfile`, "FROM scratch\nENV a=1\nUSER u$a\n");
  const end = await runMia(["dockerfile", "parse", "Dockerfile", "--json"], { cwd: workspace.folder });
  expect(end).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(end.stdout).instructions[2]).toMatchObject({ keyword: "USER", expanded: ["u1"] });
});

test("what the builder would refuse stands on stderr with its place", async () => {
  using workspace = temporaryWorkspace();
  writeFileSync(`${workspace.folder}/Dockerfile`, "FROM scratch\nUSER ${a\n");
  const end = await runMia(["dockerfile", "parse", "Dockerfile"], { cwd: workspace.folder });
  expect(end.code).toBe(1);
  expect(end.stderr).toMatch(/^Dockerfile:2:6: /);
});
