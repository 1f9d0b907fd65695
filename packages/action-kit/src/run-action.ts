import { appendFileSync } from "node:fs";
import * as core from "@actions/core";
import { renderSummary, type SourceLinks } from "@mia/summary";
import type { Action } from "./action.ts";
import { annotationCommands } from "./annotations.ts";
import { cancellationSignal } from "./cancellation.ts";
import type { Host } from "./host.ts";
import type { InputShape, RawInputs } from "./inputs.ts";
import { nodeHost } from "./node-host.ts";
import { type Performance, perform } from "./perform.ts";
import { rulePages } from "./rule-pages.ts";
import { sourceLinks } from "./source-links.ts";
import { workflowLog } from "./workflow-log.ts";

/** The runner drops a step's whole summary above 1 MiB, and sometimes just below it (actions/runner#4337). */
const maxSummaryBytes = 1_000_000;

/**
 * The door for workflows: parse inputs, run, write records, annotate, summary, outputs, and fail last. The same bundle
 * serves the `post` phase; which one it is stands in the step's state.
 */
export async function runAction<S extends InputShape>(action: Action<S>): Promise<void> {
  const log = workflowLog((text) => process.stdout.write(text));
  const signal = cancellationSignal((name) => {
    log.closeForeign();
    log.info(`received ${name}: cleaning up`);
  });
  // A step that ends before its verdict must not pass for a good one.
  process.exitCode = 1;
  const state: Host["state"] = { save: core.saveState, get: core.getState };
  const workspace = process.env.GITHUB_WORKSPACE || process.cwd();
  const host = nodeHost({ log, signal, state, workspace });
  if (state.get("phase") === "post") {
    await runPost(action, host);
    return;
  }
  state.save("phase", "post");
  const performance = await perform(action, rawInputs(action), host);
  log.closeForeign();
  show(performance, await sourceLinks(host), rulePages(host));
  process.exitCode = performance.exitCode === 0 ? 0 : 1;
}

/** A failing clean-up must be seen, but must not hide the verdict of the step itself. */
async function runPost<S extends InputShape>(action: Action<S>, host: Host): Promise<void> {
  try {
    await action.post?.(host);
    process.exitCode = 0;
  } catch (error) {
    core.error(`clean-up failed: ${(error as Error).message}`);
  }
}

/** `INPUT_<NAME>` with the name in capitals, hyphens kept (actions/toolkit, core.getInput). */
function rawInputs<S extends InputShape>(action: Action<S>): RawInputs {
  return Object.fromEntries(
    Object.keys(action.inputs.shape).map((name) => [name, process.env[`INPUT_${name.toUpperCase()}`]]),
  );
}

function show(performance: Performance, links: SourceLinks | undefined, pages: string | undefined): void {
  for (const { input, message } of performance.inputProblems)
    core.error(`input ${JSON.stringify(input)} ${message}`);
  if (performance.failure) core.error(`${performance.failure.message}\n${performance.failure.remedy}`);
  for (const command of annotationCommands(performance.records, {
    inDiff: performance.inDiff ?? (() => false),
  }))
    process.stdout.write(`${command}\n`);
  writeSummary(performance, links, pages);
  for (const [name, value] of Object.entries(performance.outputs)) core.setOutput(name, value);
}

function writeSummary(
  { summary, failure, inputProblems }: Performance,
  links: SourceLinks | undefined,
  pages: string | undefined,
): void {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const problems = inputProblems.map(({ input, message }) => `input ${JSON.stringify(input)} ${message}`);
  const markdown = renderSummary(summary, {
    maxBytes: maxSummaryBytes,
    problems: [...problems, ...failureText(failure)],
    ...(links && { links }),
    ...(pages !== undefined && { rulePages: pages }),
  });
  try {
    appendFileSync(file, markdown);
  } catch (error) {
    core.warning(`the job summary could not be written: ${(error as Error).message}`);
  }
}

function failureText(failure: Performance["failure"]): string[] {
  return failure ? [`${failure.message} ${failure.remedy}`] : [];
}
