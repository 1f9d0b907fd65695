import { expect, test } from "vitest";
import { imageLabels, isReplacedName, replacedContextNames } from "./build-labels.ts";

test.each([
  [[], []],
  [["model-runtime"], []],
  [
    ["wheels", "base", "model-runtime"],
    ["base", "wheels"],
  ],
  [["something-else"], ["something-else"]],
])("contexts %j replace %j", (names, replaced) => {
  expect(replacedContextNames(names.map((name) => ({ name })))).toEqual(replaced);
});

test("an image says of itself whether it is the real one", () => {
  expect(imageLabels("maptr", [])).toEqual({
    "org.model-image-actions.model": "maptr",
    "org.model-image-actions.evidence": "real",
    "org.model-image-actions.replaced-contexts": "",
  });
  expect(imageLabels("maptr", ["base", "wheels"])).toMatchObject({
    "org.model-image-actions.evidence": "stand-in",
    "org.model-image-actions.replaced-contexts": "base,wheels",
  });
});

test.each([
  ...["base", "golang:1.21", "ghcr.io/o/base@sha256:00", "arg:BASE", "arg:_x", "model-runtime"],
  "env:EXPERIMENTAL_BUILDKIT_SOURCE_POLICY",
])("%s may be written", (name) => expect(isReplacedName(name)).toBe(true));

test.each(["", "a b", "<b>", "a\n", "-x", "x".repeat(201)])("%j may not", (name) =>
  expect(isReplacedName(name)).toBe(false),
);
