import { type Host, StepFailure } from "@mia/action-kit";
import { overBudget } from "@mia/build-context";
import { readableBytes } from "@mia/container";
import type { BuildResult } from "@mia/step-result";
import type { Given } from "./inputs.ts";
import { contextOf, type MeasuredContext, measure } from "./measure.ts";

/** Measures the context into the record. Throws `context-too-large`. */
export async function measureWithin(
  host: Host,
  draft: BuildResult,
  given: Given,
  dockerfile: { path: string; text: string },
): Promise<MeasuredContext> {
  const buildArgs = Object.fromEntries(
    given["build-args"].flatMap(({ name, value }) => {
      const known = value ?? host.env[name];
      return known === undefined ? [] : [[name, known]];
    }),
  );
  const contexts = given["build-contexts"].map(({ name }) => name);
  const order = { folder: draft.folder, dockerfile, target: draft.target, buildArgs, contexts };
  const measured = await measure(host, order);
  const { measure: amounts, ignoreFile, notes } = measured;
  draft.context = contextOf(amounts);
  host.log.info(contextLine(measured));
  for (const note of notes) host.log.warn(note);
  for (const { path } of amounts.problems.filter(({ kind }) => kind === "locked"))
    host.log.warn(`${JSON.stringify(path)} of the build context may not be read: the builder gets it empty`);
  for (const { path, kind } of amounts.problems.filter(({ stops }) => stops))
    host.log.warn(`the builder will stop at ${JSON.stringify(path)} of the build context (${kind})`);
  const budget = given["context-budget"];
  const over = budget === undefined ? undefined : overBudget(amounts, budget);
  if (over === undefined) return measured;
  throw new StepFailure({
    code: "context-too-large",
    message: over.message.slice(0, 4000),
    remedy: `Leave them out in ${ignoreFile ?? `${draft.folder}/.dockerignore`}, or copy fewer folders; \`mia context ${draft.folder}\` shows everything. Nothing was built.`,
  });
}

function contextLine({ measure: { tree, kept, selected }, ignoreFile }: MeasuredContext): string {
  const said = ({ files, bytes }: { files: number; bytes: number }): string =>
    `${readableBytes(bytes)} in ${files} ${files === 1 ? "file" : "files"}`;
  const left = ignoreFile === null ? "there is no .dockerignore" : `${said(kept)} after ${ignoreFile}`;
  const sent = selected === null ? "what is asked for is not known" : `${said(selected)} asked for`;
  return `build context: ${said(tree)}; ${left}; ${sent}`;
}
