import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { testHost } from "@mia/action-kit/testing";
import { parseModel } from "@mia/catalog";
import { none, type Policy, rules, runpod, verifyImage } from "@mia/dockerfile";
import { afterEach, describe, expect, test } from "vitest";
import { readImageFolder } from "./read-image-folder.ts";

/** What a fixture says about itself. `line` and `file` are the place to change, `also` further places. */
interface Expectation {
  /** Files of the complete folder that this one lacks. */
  without?: string[];
  /** What the policy says beyond the built-in one: `runpod` with a model.yaml, `none` without. */
  policy?: Partial<Policy>;
  findings?: { file: string; line: number; message: string; severity?: string; also?: string[] }[];
}

const root = path.resolve(import.meta.dirname, "../../..");
const fixtures = `${root}/packages/dockerfile/fixtures`;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The complete folder with the fixture's files put over it: a fixture holds only what it is about. */
async function verify(rule: string, name: string, only: typeof rules) {
  const workspace = mkdtempSync(path.join(tmpdir(), "mia-rule-"));
  folders.push(workspace);
  const folder = `${fixtures}/${rule}/${name}`;
  const stated = existsSync(`${folder}/expect.json`) ? readFileSync(`${folder}/expect.json`, "utf8") : "{}";
  const expectation: Expectation = JSON.parse(stated);
  cpSync(`${fixtures}/complete`, workspace, { recursive: true });
  cpSync(folder, workspace, { recursive: true });
  for (const file of expectation.without ?? []) rmSync(`${workspace}/${file}`);
  const { source } = await readImageFolder(testHost(workspace), ".");
  const parsed = source.modelFile && parseModel(source.modelFile.text);
  if (parsed?.ok === false) throw new Error(`${folder}: ${JSON.stringify(parsed.problems)}`);
  const policy = { ...(parsed ? runpod : none), ...expectation.policy };
  const findings = verifyImage(source, parsed?.model, policy, only).map((finding) => ({
    ...finding,
    locations: finding.locations.map((place) => ({ ...place, file: place.file.replace(/^\.\//, "") })),
  }));
  return { expectation, findings };
}

const names = (rule: string): string[] =>
  existsSync(`${fixtures}/${rule}`) ? readdirSync(`${fixtures}/${rule}`).sort() : [];

test("no fixture belongs to no rule", () => {
  const known = new Set(["complete", ...rules.map(({ id }) => id)]);
  expect(readdirSync(fixtures).filter((name) => !known.has(name))).toEqual([]);
});

test("no page belongs to no rule", () => {
  const pages = readdirSync(`${root}/docs/rules`).filter((name) => name !== "README.md");
  expect(pages.sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort());
});

test("codes and names are unique", () => {
  const named = rules.flatMap(({ code, id }) => [code, id]);
  expect(new Set(named).size).toBe(named.length);
});

describe.each(rules)("$id", (rule) => {
  const all = names(rule.id);

  test("has a good fixture, a bad one and a page with all its parts", () => {
    expect(all.filter((name) => /^good(?:-|$)/.test(name)).length).toBeGreaterThan(0);
    expect(all.filter((name) => name.startsWith("bad-")).length).toBeGreaterThan(0);
    const page = readFileSync(`${root}/docs/rules/${rule.id}.md`, "utf8");
    const codes = `Code ${rule.code} · ${rule.severity} · ${rule.confidence} confidence · fix: ${rule.fix ?? "none"} · since ${rule.since}`;
    expect(page.split("\n")[2], "the line with the rule's code").toBe(codes);
    const heads = ["## Why", "## Bad", "## Good", "## Fix"];
    expect(page.startsWith(`# ${rule.id}\n`), "the page begins with the rule's name").toBe(true);
    expect(heads.filter((head) => !page.includes(`\n${head}\n`))).toEqual([]);
  });

  const good = all.filter((name) => name.startsWith("good"));
  test.each(good)("%s: no rule finds anything", async (name) => {
    const { findings } = await verify(rule.id, name, rules);
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  const bad = all.filter((name) => name.startsWith("bad-"));
  test.each(bad)("%s: found at the place a person would point at", async (name) => {
    const { expectation, findings } = await verify(rule.id, name, [rule]);
    const found = findings.map(({ message, severity, locations: [first, ...others] }) => ({
      file: first?.file,
      line: first?.line,
      message,
      severity,
      also: others.map(({ file, line }) => `${file}:${line}`),
    }));
    const expected = (expectation.findings ?? []).map(({ message, also, severity, ...place }) => ({
      ...place,
      message: expect.stringContaining(message),
      severity: severity ?? rule.severity,
      also: also === undefined ? expect.any(Array) : expect.arrayContaining(also),
    }));
    expect(expected.length).toBeGreaterThan(0);
    expect(found).toEqual(expected);
  });
});

test("no message repeats a password", async () => {
  for (const name of names("no-baked-password").filter((one) => one.startsWith("bad-"))) {
    const { findings } = await verify("no-baked-password", name, rules);
    expect(JSON.stringify(findings)).not.toContain("correct-horse");
  }
});
