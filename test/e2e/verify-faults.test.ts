import { describe, expect, test } from "vitest";
import { runBundle } from "../support/run-bundle.ts";
import { temporaryWorkspace, type Workspace } from "../support/workspace.ts";

interface Fault {
  what: string;
  rule: string;
  /** Makes the fault and gives the file and line a person would point at. */
  make(workspace: Workspace): { file: string; line: number };
}

const dockerfile = "images/maptr/Dockerfile";

const append = (file: string, text: string) => (workspace: Workspace) => {
  const before = workspace.read(file);
  workspace.write(file, `${before.trimEnd()}\n${text}\n`);
  return { file, line: before.trimEnd().split("\n").length + 1 };
};

const lineOf = (text: string, part: string): number =>
  text.split("\n").findIndex((line) => line.includes(part)) + 1;

const faults: Fault[] = [
  { what: "USER root at the end", rule: "final-user", make: append(dockerfile, "USER root") },
  {
    what: "cu118 in the MMCV URL",
    rule: "mmcv-index-matches-cuda",
    make: (workspace) => {
      workspace.edit(dockerfile, "dist/cu111/torch1.9.0", "dist/cu118/torch2.1.0");
      return { file: dockerfile, line: lineOf(workspace.read(dockerfile), "cu118") };
    },
  },
  {
    what: "git checkout of a branch",
    rule: "git-is-pinned",
    make: append(
      dockerfile,
      "RUN git clone https://github.com/hustvl/MapTR /tmp/x && cd /tmp/x && git checkout main",
    ),
  },
  {
    what: "a baked password",
    rule: "no-baked-password",
    make: append(dockerfile, "RUN echo 'root:x' | chpasswd"),
  },
  {
    what: "a comment after a .dockerignore pattern",
    rule: "dockerignore-has-no-trailing-comment",
    make: append("images/maptr/.dockerignore", "docs/   # not needed"),
  },
];

describe("verify-dockerfile on a copy of images/maptr", () => {
  test("passes as it is", async () => {
    using workspace = temporaryWorkspace();
    workspace.copyImage("maptr");
    const end = await runBundle("verify-dockerfile", {
      workspace: workspace.folder,
      inputs: { models: "maptr" },
    });
    expect(end).toMatchObject({ code: 0, annotations: [], outputs: { status: "passed" } });
  });

  test.each(faults)("refuses $what", async ({ rule, make }) => {
    using workspace = temporaryWorkspace();
    workspace.copyImage("maptr");
    const { file, line } = make(workspace);
    const end = await runBundle("verify-dockerfile", {
      workspace: workspace.folder,
      inputs: { models: "maptr" },
    });
    const record = JSON.parse(workspace.read("model-image-results/step-result-verify-maptr.json"));
    const errors = record.findings.filter((finding: { severity: string }) => finding.severity === "error");
    expect(errors).toContainEqual(
      expect.objectContaining({
        rule,
        locations: expect.arrayContaining([expect.objectContaining({ file, line })]),
      }),
    );
    expect(end.annotations.join("\n")).toMatch(new RegExp(`^::error file=${file},line=${line}[,:]`, "m"));
    expect(end).toMatchObject({ code: 1, outputs: { status: "failed" } });
    expect(end.summary).toContain(rule);
  });
});
