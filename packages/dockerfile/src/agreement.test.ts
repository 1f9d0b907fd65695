import { describe, expect, test } from "vitest";
import { imageConfig } from "../../../test/engine/agreement/image-config.ts";
import { expansions, instructions } from "../../../test/engine/agreement/tables.ts";
import { expand, type Lookup } from "./stages/expand.ts";

// The same tables are held against a real BuildKit by test/engine/agreement.engine.test.ts.

const lookup: Lookup = (name) =>
  Object.hasOwn(expansions.variables, name) ? (expansions.variables[name] as string) : null;

describe("what variables become", () => {
  const { values, withBackquote, refused } = expansions;
  test.each(Object.values(values).flat())("%s is %j", (text, value) => {
    expect(expand(text, lookup)).toEqual({ value, unknown: [], tooLong: false });
  });

  test.each(withBackquote)("under another escape character %s is %j", (text, value) => {
    expect(expand(text, lookup, "`")).toEqual({ value, unknown: [], tooLong: false });
  });

  test.each(refused)("%s is refused", (text) => {
    expect(expand(text, lookup)).toMatchObject({
      refused: expect.any(String),
      unknown: [expect.any(String)],
    });
  });
});

describe.each(Object.entries(instructions.read))("what a Dockerfile says: %s", (_, cases) => {
  test.each(cases)("$name", ({ dockerfile, config }) => {
    expect(imageConfig(dockerfile)).toEqual(config);
  });
});

test.each(instructions.refused)("refused: $name", ({ dockerfile }) => {
  expect(imageConfig(dockerfile)).toBeNull();
});
