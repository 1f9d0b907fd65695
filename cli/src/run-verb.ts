import {
  type Action,
  cancellationSignal,
  fieldMeta,
  type Host,
  neutral,
  nodeHost,
  type Performance,
  perform,
  plainLine,
  terminalLog,
  workflowLog,
} from "@mia/action-kit";
import { renderTerminal } from "@mia/summary";
import type { CommandArguments } from "./arguments.ts";

/** The door for terminals: the result on stdout, everything else on stderr. */
export async function runVerb(action: Action, given: CommandArguments): Promise<0 | 1 | 2> {
  if (given.problems.length > 0) return usage(action, given.problems);
  const write = (text: string): void => void process.stderr.write(text);
  // In a workflow's `run:` step the runner reads both streams for commands, so what others print must be fenced there too.
  const inWorkflow = process.env.GITHUB_ACTIONS === "true";
  const log = inWorkflow ? workflowLog(write) : terminalLog(write, { colour: wantsColour(process.stderr) });
  const signal = cancellationSignal((name) => log.info(`received ${name}: cleaning up`));
  const host = nodeHost({ log, signal, state: memoryState(), workspace: process.cwd() });
  const performance = await performAndCleanUp(action, given, host);
  const { inputProblems } = performance;
  if (inputProblems.length > 0)
    return usage(
      action,
      inputProblems.map((problem) => flagProblem(action, problem)),
    );
  await print(performance, given.json);
  return performance.exitCode;
}

/** A workflow runs `post` in a process of its own; here it follows at once, whatever became of the run. */
async function performAndCleanUp(action: Action, given: CommandArguments, host: Host): Promise<Performance> {
  try {
    return await perform(action, given.raw, host);
  } finally {
    await action.post?.(host);
  }
}

function memoryState(): Host["state"] {
  const kept = new Map<string, string>();
  return { save: (name, value) => void kept.set(name, value), get: (name) => kept.get(name) ?? "" };
}

function flagProblem(action: Action, { input, message }: { input: string; message: string }): string {
  const field = action.inputs.shape[input];
  if (input === action.positional && field) return `${fieldMeta(field).placeholder ?? input} ${message}`;
  return `--${input} ${message}`;
}

function usage(action: Action, problems: string[]): 2 {
  for (const problem of problems)
    process.stderr.write(`mia ${action.name}: ${neutral(plainLine(problem))}\n`);
  process.stderr.write(`See mia ${action.name} --help.\n`);
  return 2;
}

async function print(performance: Performance, json: boolean): Promise<void> {
  const { records, failure } = performance;
  if (json) {
    for (const record of records) process.stdout.write(`${JSON.stringify(record)}\n`);
  } else process.stdout.write((await pageOf(performance)).split("\n").map(neutral).join("\n"));
  if (failure) {
    for (const line of [`error: ${failure.message}`, failure.remedy]) {
      process.stderr.write(`${neutral(plainLine(line))}\n`);
    }
  }
}

/** What the action has to print itself; else its findings where they stand, and the page about its records. */
async function pageOf({ summary, print, source }: Performance): Promise<string> {
  if (print !== undefined) return print;
  if (summary.length === 0) return "";
  const look = { width: process.stdout.columns ?? 100, colour: wantsColour(process.stdout) };
  const findings = summary.flatMap((record) => record.findings);
  if (source === undefined || findings.length === 0) return renderTerminal(summary, look);
  const { renderFindings } = await import("@mia/summary/findings");
  return `${renderFindings(findings, { ...look, source })}\n${renderTerminal(summary, { ...look, issues: false })}`;
}

/** https://no-color.org: NO_COLOR, when set and not empty, wins over everything. */
function wantsColour(stream: { isTTY?: boolean }): boolean {
  if (process.env.NO_COLOR) return false;
  return stream.isTTY === true || Boolean(process.env.FORCE_COLOR);
}
