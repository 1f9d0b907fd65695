import { expect, test } from "vitest";
import { readImage } from "../image.ts";
import { externalImages } from "./external-images.ts";

test.each([
  ["FROM a:1 AS b\nFROM b\nFROM scratch", "FROM a:1 2:6"],
  ["FROM scratch\nCOPY --from=a/b:1 c d", "COPY --from a/b:1 3:13"],
  ["FROM scratch\nCOPY --link --from='a/b:1' c d", "COPY --from a/b:1 3:13"],
  ["FROM scratch\nCOPY --from=context c d", ""],
  ["FROM scratch AS a\nFROM scratch\nCOPY --from=0 c d\nCOPY --from=A c d", ""],
  ["FROM scratch\nRUN --mount=type=bind,from=a/b:1,target=/c true", "RUN --mount a/b:1 3:5"],
  ["FROM scratch\nONBUILD COPY --from=a/b:1 c d", "COPY --from a/b:1 3:21"],
  ["FROM {{ base }}", ""],
])("the images of %j", (text, expected) => {
  const dockerfile = { path: "Dockerfile", text: `# x\n${text}\n` };
  const { stages } = readImage({ folder: ".", dockerfile, requirements: [] }, undefined);
  const found = [...externalImages(stages, "\\")].map(
    ({ by, reference, word: { position } }) => `${by} ${reference} ${position.line}:${position.column}`,
  );
  expect(found.join(", ")).toBe(expected);
});

test("a name that the caller gives is not known", () => {
  const dockerfile = { path: "Dockerfile", text: "ARG A\nFROM $A\n" };
  const { stages } = readImage({ folder: ".", dockerfile, requirements: [] }, undefined);
  expect([...externalImages(stages, "\\")].map(({ reference }) => reference)).toEqual([undefined]);
});
