import { describe, expect, test } from "vitest";
import { runBundle } from "../support/run-bundle.ts";
import { runMia } from "../support/run-mia.ts";
import { temporaryWorkspace, type Workspace } from "../support/workspace.ts";

interface Bad {
  what: string;
  action: string;
  inputs: Record<string, string>;
  /** The command line's words for the same. */
  words: string[];
  prepare?: (workspace: Workspace) => void;
  /** Every one must stand in what the user sees. */
  says: RegExp[];
}

const cases: Bad[] = [
  {
    what: "an unknown model",
    action: "verify-dockerfile",
    inputs: { models: "mapt" },
    words: ["verify-dockerfile", "mapt"],
    says: [/no model (?:or file )?"mapt"/, /did you mean maptr/],
  },
  {
    what: "a missing folder",
    action: "build-image",
    inputs: { model: "images/nothing" },
    words: ["build-image", "images/nothing"],
    says: [/no folder images\/nothing/, /maptr/],
  },
  {
    what: "a timeout in words",
    action: "smoke-inference",
    inputs: { model: "maptr", image: "x:1", timeout: "ten" },
    words: ["smoke-inference", "maptr", "--image", "x:1", "--timeout", "ten"],
    says: [/timeout.* is "ten"; write seconds/],
  },
  {
    what: "two bad inputs at once",
    action: "smoke-inference",
    inputs: { model: "maptr", timeout: "ten" },
    words: ["smoke-inference", "maptr", "--timeout", "ten"],
    says: [/timeout.* is "ten"/, /image.* is required/],
  },
  {
    what: "YAML that cannot be read",
    action: "verify-dockerfile",
    inputs: { models: "maptr" },
    words: ["verify-dockerfile", "maptr"],
    prepare: (workspace) => workspace.write("images/maptr/model.yaml", "schema: [model/v1\n"),
    says: [/images\/maptr\/model\.yaml/, /not readable as YAML/],
  },
  {
    what: "a typo in model.yaml",
    action: "verify-dockerfile",
    inputs: { models: "maptr" },
    words: ["verify-dockerfile", "maptr"],
    prepare: (workspace) => workspace.edit("images/maptr/model.yaml", /^checkpoint:/m, "chekpoint:"),
    says: [/chekpoint: not a key/, /checkpoint: /],
  },
];

describe.each(cases)("$what", ({ action, inputs, words, prepare, says }) => {
  test("fails the action with one clear message and no stack trace", async () => {
    using workspace = temporaryWorkspace();
    workspace.copyImage("maptr");
    prepare?.(workspace);
    const end = await runBundle(action, { workspace: workspace.folder, inputs });
    for (const message of says) expect(end.annotations.join("\n")).toMatch(message);
    expect(end.code).toBe(1);
    expect(end.stdout + end.stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });

  test("exits 2 on the command line", async () => {
    using workspace = temporaryWorkspace();
    workspace.copyImage("maptr");
    prepare?.(workspace);
    const end = await runMia(words, { cwd: workspace.folder });
    for (const message of says) expect(end.stdout + end.stderr).toMatch(message);
    expect(end.code).toBe(2);
    expect(end.stdout + end.stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  });
});

test.each([
  [["verfy"], /no verb "verfy". Did you mean verify\?/],
  [["verify", "--modle", "maptr"], /--modle is not an input.*did you mean model/],
  [["build", "--target"], /--target needs a value/],
  [["report", "--title", "a", "--title", "b"], /title is given twice/],
])("mia %j exits 2 with the remedy", async (words, message) => {
  using workspace = temporaryWorkspace();
  const end = await runMia(words, { cwd: workspace.folder });
  expect(end.stderr).toMatch(message);
  expect(end).toMatchObject({ code: 2, stdout: "" });
});
