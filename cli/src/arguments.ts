import { parseArgs } from "node:util";
import { type Action, fieldMeta, type RawInputs } from "@mia/action-kit";

export interface CommandArguments {
  raw: RawInputs;
  json: boolean;
  help: boolean;
  /** What is wrong with the words themselves; what is wrong with their values the action's schema says. */
  problems: string[];
}

const doorOptions = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

/** Turns command line words into the same texts a workflow's `with:` would give. */
export function commandArguments(action: Action, words: string[]): CommandArguments {
  const fields = Object.entries(action.inputs.shape).map(
    ([name, field]) => [name, fieldMeta(field)] as const,
  );
  const options = Object.fromEntries(
    fields.map(
      ([name, meta]) =>
        [name, { type: meta.flag || meta.implied ? "boolean" : "string", multiple: true }] as const,
    ),
  );
  const { tokens } = parseArgs({
    args: words,
    options: { ...doorOptions, ...options } as NonNullable<Parameters<typeof parseArgs>[0]>["options"] &
      object,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const found: CommandArguments = { raw: {}, json: false, help: false, problems: [] };
  const isList = new Map(fields.map(([name, meta]) => [name, meta.list === true]));
  let bare: OptionToken | undefined;
  for (const token of tokens ?? []) {
    if (token.kind === "positional") {
      const meant = bare && valueApart(action, bare, token);
      if (meant === undefined) addPositional(found, action, token.value, isList);
      else found.problems.push(meant);
    }
    bare = token.kind === "option" && token.value === undefined ? token : undefined;
    if (token.kind !== "option") continue;
    if (token.name === "json") found.json = true;
    else if (token.name === "help") found.help = true;
    else addOption(found, action, token, isList);
  }
  return found;
}

interface OptionToken {
  name: string;
  rawName: string;
  index: number;
  value?: string | undefined;
}

/** `--fix unsafe`: the word is a value of the option before it, which takes its value only behind `=`. */
function valueApart(action: Action, option: OptionToken, word: { index: number; value: string }) {
  const field = action.inputs.shape[option.name];
  if (field === undefined || word.index !== option.index + 1) return undefined;
  const { implied, flag, placeholder = "" } = fieldMeta(field);
  const values = implied ? placeholder.split("|") : flag ? ["true", "false"] : [];
  if (!values.includes(word.value)) return undefined;
  return `${option.rawName} ${word.value}: write ${option.rawName}=${word.value}, or ./${word.value} for a file of that name`;
}

function addPositional(
  found: CommandArguments,
  action: Action,
  value: string,
  isList: Map<string, boolean>,
): void {
  const name = action.positional;
  if (value.trim() === "") found.problems.push("an empty argument names nothing; is a variable unset?");
  else if (name === undefined)
    found.problems.push(`${JSON.stringify(value)} is not expected: ${action.name} takes no arguments`);
  else add(found, name, value, isList);
}

function addOption(
  found: CommandArguments,
  action: Action,
  token: OptionToken,
  isList: Map<string, boolean>,
): void {
  const field = action.inputs.shape[token.name];
  const implied = field && fieldMeta(field).implied;
  if (field === undefined) add(found, token.name, token.value ?? "true", isList);
  else if (token.value?.trim() === "")
    found.problems.push(`${token.rawName} is given nothing; is a variable unset?`);
  else if (token.value !== undefined) add(found, token.name, token.value, isList);
  else if (implied !== undefined) add(found, token.name, implied, isList);
  else if (fieldMeta(field).flag) add(found, token.name, "true", isList);
  else found.problems.push(`${token.rawName} needs a value`);
}

function add(found: CommandArguments, name: string, value: string, isList: Map<string, boolean>): void {
  const before = found.raw[name];
  if (before === undefined) found.raw[name] = value;
  else if (isList.get(name)) found.raw[name] = `${before}\n${value}`;
  else found.problems.push(`${name} is given twice: ${JSON.stringify(before)} and ${JSON.stringify(value)}`);
}
