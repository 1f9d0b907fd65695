import { describe, expect, test } from "vitest";
import { ignores } from "../../../test/engine/agreement/tables.ts";
import { isIgnored, parseIgnore } from "./parse-ignore.ts";

// The same table is held against a real BuildKit by test/engine/agreement.engine.test.ts.

describe.each(Object.entries(ignores.leftOut))("what .dockerignore leaves out: %s", (_, cases) => {
  test.each(cases)("%j", (text, files) => {
    const ignore = parseIgnore(text);
    expect(ignore.problems).toEqual([]);
    expect(ignores.tree.filter((path) => isIgnored(ignore, path))).toEqual(files);
  });
});

test.each(ignores.refused)("refused: %j", (text) => {
  expect(parseIgnore(text).problems).toHaveLength(1);
});
