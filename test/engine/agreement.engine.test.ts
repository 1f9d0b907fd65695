import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtConfig, builtFiles } from "./agreement/build.ts";
import { expansions, ignores, instructions } from "./agreement/tables.ts";

/**
 * Our parser, our expansion and our .dockerignore against the real ones, from the tables that their unit tests read too.
 * What fits into one build is always compared in whole; of what needs a build of its own, a part, unless MIA_AGREEMENT=all.
 */
const isWhole = process.env.MIA_AGREEMENT === "all";

/** Every so many-th: few enough for a run that takes seconds. */
function part<T>(cases: readonly T[], step: number): T[] {
  return isWhole ? [...cases] : cases.filter((_, index) => index % step === 0);
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mia-agreement-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const variables = Object.entries(expansions.variables)
  .map(([name, value]) => `ENV ${name}='${value}'\n`)
  .join("");

/** One image whose labels are the texts, expanded. */
function labels(texts: readonly string[], directive = ""): string {
  const lines = texts.map((text, index) => `LABEL l${index} ${text}\n`);
  return `${directive}FROM scratch\n${variables}${lines.join("")}`;
}

describe.skipIf(!process.env.MIA_ENGINE)("BuildKit agrees", { concurrent: true }, () => {
  test.each([
    ["", Object.values(expansions.values).flat()],
    ["# escape=`\n", expansions.withBackquote],
  ])("on what variables become %j", async (directive, cases) => {
    const texts = cases.map(([text]) => text);
    const built = await builtConfig(labels(texts, directive), false, folder);
    const found = cases.map(([text], index) => [text, built?.labels?.[`l${index}`]]);
    expect(found).toEqual(cases);
  });

  test.each(part(expansions.refused, 12))("on refusing %s", async (text) => {
    expect(await builtConfig(labels([text]), false, folder)).toBeNull();
  });

  const read = Object.values(instructions.read).flat();
  test.each(part(read, 14))("on $name", async ({ dockerfile, config }) => {
    expect(await builtConfig(dockerfile, config.files !== undefined, folder)).toEqual(config);
  });

  test.each(part(instructions.refused, 14))("on refusing $name", async ({ dockerfile }) => {
    expect(await builtConfig(dockerfile, false, folder)).toBeNull();
  });

  const texts = part(Object.values(ignores.leftOut).flat(), 5);
  test("on what .dockerignore leaves out", async () => {
    // Each text is the .dockerignore of a named context of its own; all of them are copied in one build.
    const args = texts.flatMap(([text], index) => [
      "--build-context",
      `c${index}=${tree(`c${index}`, text)}`,
    ]);
    const copies = texts.map((_, index) => `COPY --from=c${index} . /c${index}/\n`);
    const files = new Set(await builtFiles([...args, "-"], `FROM scratch\n${copies.join("")}`, folder));
    const found = texts.map(([text], index) => [
      text,
      ignores.tree.filter((name) => !files.has(`c${index}/${name}`)),
    ]);
    expect(found).toEqual(texts);
  });

  test.each(part(ignores.refused, 10))("on refusing the pattern %j", async (text) => {
    const context = tree(`r${ignores.refused.indexOf(text)}`, text);
    const dockerfile = "FROM scratch\nCOPY . /\n";
    expect(await builtFiles(["--file", "-", context], dockerfile, folder)).toBeNull();
  });
});

/** A context with the table's files. */
function tree(name: string, ignore: string): string {
  const root = path.join(folder, name);
  for (const file of ignores.tree) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), "");
  }
  writeFileSync(path.join(root, ".dockerignore"), ignore);
  return root;
}
