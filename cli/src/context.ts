import { parseArgs } from "node:util";
import { diskFiles, neutral, plainLine, StepFailure } from "@mia/action-kit";
import {
  type ContextMeasure,
  measureContext,
  type OverBudget,
  overBudget,
  type PathState,
  shownPath,
} from "@mia/build-context";
import { type ContextInputs, contextInputs } from "./context-inputs.ts";
import { contextPage } from "./context-page.ts";

const lists = ["kept", "ignored", "selected"] as const;

interface Wanted {
  folder: string;
  file: string | undefined;
  target: string | undefined;
  budgetMiB: number | undefined;
  buildArgs: Record<string, string>;
  contexts: string[];
  json: boolean;
  list: (typeof lists)[number] | undefined;
}

/** Prints what of a folder a build would send: 0 well, 1 over budget or refused by the builder, 2 unusable words or files. */
export async function contextVerb(words: readonly string[]): Promise<0 | 1 | 2> {
  if (words.includes("--help") || words.includes("-h")) {
    process.stdout.write(help);
    return 0;
  }
  const wanted = readWords(words);
  if (typeof wanted === "string") return usage(wanted);
  const files = diskFiles(process.cwd(), "");
  try {
    if ((await files.kind(wanted.folder)) !== "folder") return usage(`${wanted.folder} is no folder`);
    const inputs = await contextInputs(files, wanted);
    if (typeof inputs === "string") return usage(inputs);
    if (wanted.list === "selected" && inputs.selection === undefined)
      return usage(`what is selected is not known: ${inputs.unknown}`);
    return await measured(files, wanted, inputs);
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    complain(error.message);
    return 2;
  }
}

async function measured(
  files: ReturnType<typeof diskFiles>,
  wanted: Wanted,
  inputs: ContextInputs,
): Promise<0 | 1> {
  const list = wanted.list && listing(wanted.list, wanted.json);
  const measure = await measureContext({
    list: (folder, options) => files.list(below(wanted.folder, folder), options),
    readLink: (path) => files.readLink(below(wanted.folder, path)),
    entry: (path) => files.entry(below(wanted.folder, path)),
    ignore: inputs.ignore,
    selection: inputs.selection,
    ...(list && { onPath: list.add }),
  });
  const over = wanted.budgetMiB === undefined ? undefined : overBudget(measure, wanted.budgetMiB);
  if (list) list.end();
  else if (wanted.json) process.stdout.write(`${JSON.stringify(asData(wanted, inputs, measure, over))}\n`);
  else process.stdout.write(contextPage(inputs, measure));
  const stopping = [...inputs.refused, ...measure.problems.filter(({ stops }) => stops).map(problemText)];
  for (const problem of [...inputs.notes, ...locked(measure), ...stopping]) complain(problem);
  if (over) complain(over.message);
  return over || stopping.length > 0 ? 1 : 0;
}

function below(folder: string, path: string): string {
  return path === "" ? folder : `${folder}/${path}`;
}

function asData(
  wanted: Wanted,
  inputs: ContextInputs,
  measure: ContextMeasure,
  over: OverBudget | undefined,
) {
  const { dockerfile, ignoreFile, passed, target, unknown } = inputs;
  const { budgetMiB } = wanted;
  const budget = budgetMiB === undefined ? null : { budgetMiB, isOver: over !== undefined };
  const files = { dockerfile, target, ignoreFile, ignoreFilesPassedOver: passed };
  return { folder: wanted.folder, ...files, ...measure, notKnown: unknown, budget };
}

const reasons: Record<ContextMeasure["problems"][number]["kind"], string> = {
  unreadable: "it cannot be listed",
  locked: "it may not be read",
  missing: "there is no such file or folder",
  ignored: "the ignore file keeps it back",
  "not-utf8": "its name is not UTF-8",
  pattern: "this pattern has a control character",
  source: "this source has a control character",
};

/** The builder does not stop at these, which is worse. */
function locked({ problems }: ContextMeasure): string[] {
  return problems
    .filter(({ kind }) => kind === "locked")
    .map(({ path }) => `${shownPath(path)} may not be read: the builder would get it empty`);
}

function problemText({ path, kind }: ContextMeasure["problems"][number]): string {
  return `the builder would stop at ${shownPath(path)}: ${reasons[kind]}`;
}

/** Prints paths as they are met, in blocks: a million lines one by one take longer than the walk. */
function listing(wanted: PathState, json: boolean) {
  const blockSize = 64 * 1024;
  let block = "";
  const atLeast = ["kept", "selected"].indexOf(wanted);
  const add = (path: string, kind: string, bytes: number, state: PathState): void => {
    if (atLeast < 0 ? state !== "ignored" : ["kept", "selected"].indexOf(state) < atLeast) return;
    const text = shownPath(kind === "folder" ? `${path}/` : path);
    block += json ? `${JSON.stringify({ path, kind, bytes })}\n` : `${neutral(text)}\n`;
    if (block.length > blockSize) end();
  };
  const end = (): void => {
    process.stdout.write(block);
    block = "";
  };
  return { add, end };
}

/** What the words ask for, or what is wrong with them. */
function readWords(words: readonly string[]): Wanted | string {
  let read: ReturnType<typeof parsed>;
  try {
    read = parsed(words);
  } catch (error) {
    return (error as Error).message.split(". To specify")[0] ?? "";
  }
  const { values, positionals } = read;
  const [folder] = positionals;
  if (folder === undefined || folder === "" || positionals.length > 1) return "context takes one folder";
  const given = Object.entries(values).find(([, value]) => value === "");
  if (given) return `--${given[0]} is given nothing; is a variable unset?`;
  const budgetMiB = values.budget === undefined ? undefined : Number(values.budget);
  if (budgetMiB !== undefined && !/^\d{1,9}(\.\d{1,3})?$/.test(values.budget ?? ""))
    return `--budget is a number of MiB, not ${JSON.stringify(values.budget)}`;
  const list = lists.find((name) => name === values.list);
  if (values.list !== undefined && list === undefined) return `--list is one of ${lists.join(", ")}`;
  const buildArgs: Record<string, string> = {};
  for (const text of values["build-arg"] ?? []) {
    const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
    if (name === undefined) return `--build-arg is NAME=VALUE, not ${JSON.stringify(text)}`;
    buildArgs[name] = value ?? "";
  }
  const contexts = (values["build-context"] ?? []).map((text) => text.split("=")[0] ?? "");
  const { file, target, json = false } = values;
  return {
    folder: folder.replace(/(?<=.)\/+$/, ""),
    file,
    target,
    budgetMiB,
    buildArgs,
    contexts,
    json,
    list,
  };
}

function parsed(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      file: { type: "string", short: "f" },
      target: { type: "string" },
      budget: { type: "string" },
      list: { type: "string" },
      json: { type: "boolean" },
      "build-arg": { type: "string", multiple: true },
      "build-context": { type: "string", multiple: true },
    },
  });
}

function usage(problem: string): 2 {
  complain(problem);
  process.stderr.write("See mia context --help.\n");
  return 2;
}

function complain(problem: string): void {
  process.stderr.write(`mia context: ${neutral(plainLine(problem))}\n`);
}

const help = `Measures what a build would send of a folder: all of it, what .dockerignore leaves, and what the stages of the target ask for.
Nothing is built.

Usage: mia context FOLDER [options]

Options:
  --file, -f FILE
      The Dockerfile (default: Dockerfile in the folder, else dockerfile). FILE.dockerignore beside it wins over .dockerignore of the folder.
  --target STAGE
      The stage that would be built (default: the last).
  --budget MIB
      Fails where the builder gets more than that, and names the three largest files.
  --build-arg NAME=VALUE
      As docker buildx build takes it, where paths of COPY depend on it (may be repeated).
  --build-context NAME[=WHERE]
      The caller gives a stage of that name (may be repeated).
  --list kept|ignored|selected
      Print the paths instead: what .dockerignore leaves, what it keeps back, what the builder gets.
  --json
      Print the measure as one JSON object; with --list, one object a line for each path.

Exit codes: 0 ok, 1 over the budget or something at which the builder would stop, 2 usage or unreadable input.
`;
