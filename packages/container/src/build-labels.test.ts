import { expect, test } from "vitest";
import { imageLabels, replacedContextNames } from "./build-labels.ts";

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
