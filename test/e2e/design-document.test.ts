import { cpSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { repository } from "../support/repository.ts";
import { runMia } from "../support/run-mia.ts";
import { startProgram } from "../support/run-program.ts";
import { temporaryWorkspace } from "../support/workspace.ts";

const fixtures = repository("test/fixtures/design-document");

describe("mia verify --fix --diff on the design document's Dockerfiles", () => {
  test.each([
    ["before", ["Dockerfile", "requirements.txt"]],
    ["after", ["Dockerfile", "requirements.txt", ".dockerignore"]],
    ["ssh-tools", ["Dockerfile"]],
  ])("%s: what it prints is for git apply, and for nothing else", async (example, changed) => {
    using workspace = temporaryWorkspace();
    cpSync(`${fixtures}/${example}`, workspace.folder, { recursive: true });
    const args = ["verify", ".", "--policy", "runpod", "--fix", "--diff"];
    const { code, stdout } = await runMia(args, { cwd: workspace.folder });
    expect(code).toBe(1);
    workspace.write("mend.diff", stdout);
    const git = startProgram("git", ["apply", "--whitespace=nowarn", "mend.diff"], {
      cwd: workspace.folder,
      env: { PATH: process.env.PATH },
    });
    expect(await git.ended).toMatchObject({ code: 0, stderr: "" });
    for (const file of changed)
      expect(workspace.read(file)).toBe(readFileSync(`${fixtures}/${example}.fixed/${file}`, "utf8"));
    const again = await runMia(args, { cwd: workspace.folder });
    expect(again.stdout).toBe("");
  });
});
