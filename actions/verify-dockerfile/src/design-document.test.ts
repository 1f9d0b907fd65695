import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { perform } from "@mia/action-kit";
import { testHost } from "@mia/action-kit/testing";
import type { Finding, VerifyResult } from "@mia/step-result";
import { afterEach, describe, expect, test } from "vitest";
import { verifyDockerfile } from "./verify-dockerfile.ts";

/** A finding as a specialist would list it: what to change, and the places that disagree with it. */
interface Listed {
  rule: string;
  file: string;
  line: number;
  severity: string;
  also: string[];
}

const root = path.resolve(import.meta.dirname, "../../..");
const fixtures = `${root}/test/fixtures/design-document`;
const folders = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const examples = folders.filter((name) => !name.endsWith(".fixed"));
const mendable = examples.filter((name) => folders.includes(`${name}.fixed`));

const workspaces: string[] = [];
afterEach(() => {
  for (const folder of workspaces.splice(0)) rmSync(folder, { recursive: true });
});

/** The example alone in a workspace: what is expected of it is no part of it. */
function open(example: string): string {
  const workspace = mkdtempSync(path.join(tmpdir(), "mia-design-"));
  workspaces.push(workspace);
  const isOwn = (source: string): boolean => path.basename(source) !== "expect.json";
  cpSync(`${fixtures}/${example}`, workspace, { recursive: true, filter: isOwn });
  return workspace;
}

/** Under the policy the document argues for, where the example brings none of its own. */
async function verify(workspace: string, inputs: Record<string, string> = {}) {
  const policy = existsSync(`${workspace}/mia-policy.yaml`) ? "" : "runpod";
  const given = { models: ".", policy, "results-dir": ".results", ...inputs };
  const end = await perform(verifyDockerfile, given, testHost(workspace));
  rmSync(`${workspace}/.results`, { recursive: true, force: true });
  return { ...end, findings: (end.records as VerifyResult[]).flatMap(({ findings }) => findings) };
}

const listed = ({ rule, severity, locations: [first, ...others] }: Finding): Listed => ({
  rule,
  file: first?.file ?? "",
  line: first?.line ?? 0,
  severity,
  also: others.map(({ file, line }) => `${file}:${line}`).sort(),
});

const inOrder = (list: readonly Listed[]): Listed[] =>
  list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Errors and warnings of which nothing was said before. */
const isNew =
  (before: readonly Finding[]) =>
  ({ rule, severity, message }: Finding): boolean =>
    severity !== "info" && !before.some((one) => one.rule === rule && one.message === message);

/** Texts by path. */
function textsOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "expect.json")
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .sort();
  return new Map(entries.map((file) => [file, readFileSync(path.join(folder, file), "utf8")]));
}

/** The example with the files of its mended twin put over it: what differs in nothing else. */
const mendedTexts = (example: string): Map<string, string> =>
  new Map(
    [...textsOf(`${fixtures}/${example}`), ...textsOf(`${fixtures}/${example}.fixed`)].sort(([a], [b]) =>
      a < b ? -1 : 1,
    ),
  );

describe.each(examples)("%s", (example) => {
  test("gives the findings that a specialist would list, and no more", async () => {
    const { findings } = await verify(open(example));
    const { findings: expected } = JSON.parse(readFileSync(`${fixtures}/${example}/expect.json`, "utf8"));
    expect(inOrder(findings.map(listed))).toEqual(inOrder(expected));
  });
});

describe.each(examples.filter((name) => !mendable.includes(name)))("--fix on %s", (example) => {
  test("finds nothing to mend", async () => {
    const workspace = open(example);
    const { outputs } = await verify(workspace, { fix: "safe" });
    expect(outputs.fixed).toBe("0");
    expect(textsOf(workspace)).toEqual(textsOf(`${fixtures}/${example}`));
  });
});

describe.each(mendable)("--fix on %s", (example) => {
  test("mends what a rule can mend safely, nothing else, and nothing twice", async () => {
    const workspace = open(example);
    const { findings: before } = await verify(workspace);
    const { outputs, findings } = await verify(workspace, { fix: "safe" });
    expect(Number(outputs.fixed)).toBeGreaterThan(0);
    expect(textsOf(workspace)).toEqual(mendedTexts(example));
    expect(findings.filter(({ fix }) => fix?.safety === "safe")).toEqual([]);
    expect(findings.filter(isNew(before))).toEqual([]);
    expect((await verify(workspace, { fix: "safe" })).outputs.fixed).toBe("0");
    expect(textsOf(workspace)).toEqual(mendedTexts(example));
  });

  test("--diff leaves the files alone and prints what git apply makes the same of", async () => {
    const workspace = open(example);
    const { print } = await verify(workspace, { fix: "safe", diff: "true" });
    expect(textsOf(workspace)).toEqual(textsOf(`${fixtures}/${example}`));
    execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: workspace, input: print ?? "" });
    expect(textsOf(workspace)).toEqual(mendedTexts(example));
  });
});
