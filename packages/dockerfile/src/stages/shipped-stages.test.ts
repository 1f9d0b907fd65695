import { expect, test } from "vitest";
import { readImage } from "../image.ts";
import { shippedStages } from "./shipped-stages.ts";

test.each<[string, string, string[]?]>([
  ["FROM x AS a", "a"],
  ["FROM x AS a\nFROM a AS b", "a b"],
  ["FROM x AS a\nFROM y AS b\nCOPY --from=a f f", "b"],
  ["FROM x AS a\nFROM y AS b\nCOPY --from=0 f f", "b"],
  ["FROM x AS a\nFROM y AS b\nRUN --mount=type=bind,from=a,target=/a true", "b"],
  ["ARG N=a\nFROM x AS a\nFROM y AS b\nARG N\nCOPY --from=$N f f", "b"],
  ["FROM x AS a\nFROM a AS b\nFROM y AS c\nCOPY --from=b f f", "c"],
  ["FROM x AS a\nFROM a AS b\nFROM y AS c\nCOPY --from=b f f", "a b c", ["b"]],
  ["FROM x AS a\nFROM y AS b", "a b"],
])("of %j, somebody gets %s", (text, expected, targets = []) => {
  const source = { folder: ".", dockerfile: { path: "Dockerfile", text }, requirements: [] };
  const image = readImage(source, undefined);
  const asked = { ...image, targets: image.stages.filter(({ name }) => targets.includes(name ?? "")) };
  expect(
    shippedStages(asked)
      .map(({ name }) => name)
      .join(" "),
  ).toBe(expected);
});
