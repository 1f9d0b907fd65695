import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/generated/generated-file.ts";
import { trackedFiles } from "./tracked-files.ts";

// These names say that nobody decided what the file is about, and so everything ends up in it.
const vague = /^(?:utils?|helpers?|common|shared|misc|managers?)$/i;

// Stand-ins bear the module names of the packages they stand for, patches and fixtures those of their origin.
const own = trackedFiles().filter(
  (file) => !/^dist\/|^test\/stand-ins\/.*\.py$|\/fixtures\/|\/patches\//.test(file),
);
const scripts = own.filter((file) => /\.(?:ts|mjs)$/.test(file));
const sources = scripts.filter(
  (file) => /^(?:packages|actions|cli)\//.test(file) && !file.endsWith(".test.ts"),
);

describe("names", () => {
  test("no file or folder has a name that fits everything", () => {
    const found = own.filter((file) => file.split(/[/._-]/).some((word) => vague.test(word)));
    expect(found).toEqual([]);
  });

  test("TypeScript files are in kebab-case", () => {
    const odd = scripts.filter((file) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(path.basename(file)));
    expect(odd).toEqual([]);
  });

  test("functions say what they return or cause, not that they do something", () => {
    const found = scripts.filter((file) =>
      /\bfunction (?:handle|process|manage|do)(?:[A-Z]\w*)?\(/.test(text(file)),
    );
    expect(found).toEqual([]);
  });

  test("no test replaces a module", () => {
    // Written in two halves, or this file would find itself.
    const replacement = new RegExp(`\\bvi\\.(?:do)?${"mock"}\\(`);
    expect(scripts.filter((file) => replacement.test(text(file)))).toEqual([]);
  });

  test("the index of a package lists names", () => {
    const indexes = sources.filter((file) => file.endsWith("/index.ts"));
    expect(indexes.filter((file) => !/^packages\/[^/]+\/src\/index\.ts$/.test(file))).toEqual([]);
    expect(indexes.filter((file) => /export \*/.test(text(file)))).toEqual([]);
  });
});

describe("sizes", () => {
  const lengths = sources.map((file) => ({ file, lines: text(file).split("\n").length - 1 }));

  test("the median source file has fewer than 70 lines", () => {
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(70);
  });

  test("no source file has more than 250 lines", () => {
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
  });
});

function text(file: string): string {
  return readFileSync(`${root}/${file}`, "utf8");
}
