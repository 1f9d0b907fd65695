import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { testHost } from "@mia/action-kit/testing";
import { parseModel } from "@mia/catalog";
import { applyFixes, checkImage, none, type Policy, ruleList, rules, runpod } from "@mia/dockerfile";
import type { Finding } from "@mia/step-result";
import { afterEach, describe, expect, test } from "vitest";
import { readModelImage, readPlainImage } from "./read-image.ts";
import { SourceReader } from "./source-reader.ts";

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
  const isFixed = (source: string): boolean => /\/fixed(?:-unsafe)?$/.test(source);
  cpSync(folder, workspace, { recursive: true, filter: (source) => !isFixed(source) });
  for (const file of expectation.without ?? []) rmSync(`${workspace}/${file}`);
  const hasModel = existsSync(`${workspace}/model.yaml`);
  const parsed = hasModel ? parseModel(readFileSync(`${workspace}/model.yaml`, "utf8")) : undefined;
  if (parsed?.ok === false) throw new Error(`${folder}: ${JSON.stringify(parsed.problems)}`);
  const policy = { ...(parsed ? runpod : none), ...expectation.policy };
  const host = testHost(workspace);
  const check = async (reader: SourceReader): Promise<Finding[]> => {
    const { image } = hasModel
      ? await readModelImage(host, reader, ".", parsed?.model, policy)
      : await readPlainImage(host, reader, "Dockerfile", ".", policy);
    return checkImage(image, only);
  };
  const reader = new SourceReader(host);
  const findings = await check(reader);
  const mend = (safety: "safe" | "unsafe", texts: ReadonlyMap<string, string>, found: Finding[]) =>
    applyFixes(texts, found, { safety, verifyAgain: (changed) => check(new SourceReader(host, changed)) });
  return { expectation, findings, check, mend, host, texts: reader.texts };
}

const names = (rule: string): string[] =>
  existsSync(`${fixtures}/${rule}`) ? readdirSync(`${fixtures}/${rule}`).sort() : [];

test("no fixture belongs to no rule", () => {
  const known = new Set(["complete", ...rules.map(({ id }) => id)]);
  expect(readdirSync(fixtures).filter((name) => !known.has(name))).toEqual([]);
});

test("no page belongs to no rule", () => {
  const pages = readdirSync(`${root}/docs/rules`).filter((name) => name !== "README.md");
  expect(pages.sort()).toEqual(ruleList.map(({ id }) => `${id}.md`).sort());
});

test("codes and names are unique", () => {
  const named = ruleList.flatMap(({ code, id }) => [code, id]);
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

describe("fixes", () => {
  const cases = rules.flatMap((rule) =>
    names(rule.id).flatMap((name) =>
      (["fixed", "fixed-unsafe"] as const)
        .filter((kind) => existsSync(`${fixtures}/${rule.id}/${name}/${kind}`))
        .map((kind) => ({ rule, name, kind })),
    ),
  );

  test.each(cases)("$rule.id/$name: $kind", async ({ rule, name, kind }) => {
    const safety = kind === "fixed" ? "safe" : "unsafe";
    const { findings, texts, mend, check, host } = await verify(rule.id, name, [rule]);
    const { files, settled } = await mend(safety, texts, findings);
    const folder = `${fixtures}/${rule.id}/${name}/${kind}`;
    const expected = readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")]);
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries(expected));
    expect(settled).toBe(true);
    const after = new Map([...texts, ...files]);
    const left = await check(new SourceReader(host, after));
    expect(left.filter(({ fix }) => fix?.safety === "safe" || fix?.safety === safety)).toEqual([]);
    expect((await mend(safety, after, left)).files.size, "a second time changes nothing").toBe(0);
  });

  test.each(rules.filter(({ fix }) => fix !== undefined))("$id shows the fix it says it has", ({ id }) => {
    const shown = cases.filter(({ rule }) => rule.id === id);
    expect(shown.length).toBeGreaterThan(0);
  });
});

test("no message repeats a password", async () => {
  for (const name of names("no-baked-password").filter((one) => one.startsWith("bad-"))) {
    const { findings } = await verify("no-baked-password", name, rules);
    expect(JSON.stringify(findings)).not.toContain("correct-horse");
  }
});
