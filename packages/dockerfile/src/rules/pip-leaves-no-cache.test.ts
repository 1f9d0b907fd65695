import { expect, test } from "vitest";
import { readImage } from "../image.ts";
import { pipLeavesNoCache } from "./pip-leaves-no-cache.ts";

// A cache mount for the wrong user leaves the cache in the layer.
test.each([
  ["RUN pip install a", true],
  ["USER 0\nRUN pip install a", true],
  ["USER app\nRUN pip install a", false],
  ["RUN sudo -u vscode pip install --user a", false],
  ["RUN su vscode -c 'pip install a'", false],
  ["ENV HOME=/home/app\nRUN pip install a", false],
  ["RUN pip install a\nUSER app\nRUN pip install b", false],
])("of %j a cache mount in root's home is proposed: %s", (text, isProposed) => {
  const dockerfile = { path: "Dockerfile", text: `FROM python:3.11-slim\n${text}\n` };
  const [report] = pipLeavesNoCache.check(
    readImage({ folder: ".", dockerfile, requirements: [] }, undefined),
  );
  expect(report?.remedy.includes("/root/.cache/pip")).toBe(isProposed);
});
