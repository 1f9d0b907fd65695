import { type Action, fieldMeta, isRequired } from "@mia/action-kit";
import { type Verb, verbs } from "./verbs.ts";

export function generalHelp(version: string): string {
  const width = Math.max(...verbs.map((verb) => verb.name.length));
  const list = verbs.map((verb) => {
    const also = verb.aliases.length > 0 ? ` (also: ${verb.aliases.join(", ")})` : "";
    return `  ${verb.name.padEnd(width)}  ${verb.answers}${also}`;
  });
  return `mia ${version}: plan, verify, build, smoke-test and report on GPU model images

Usage: mia <verb> [folder or model ...] [options]

${list.join("\n")}

  ${"explain CODE".padEnd(width)}  what does a rule ask for, and why? mia explain all lists the rules
  ${"dockerfile parse".padEnd(width)}  what does a Dockerfile say, as BuildKit reads it?
  ${"context FOLDER".padEnd(width)}  what of a folder would a build send, and what is large in it?
  ${"help VERB".padEnd(width)}  the options of a verb

Every verb takes --json (records on stdout, everything else on stderr) and --help.
Exit codes: 0 all well, 1 findings or a failure, 2 usage or unreadable input.
`;
}

/** Help of one verb, made from the same input schema that action.yml is checked against. */
export function verbHelp(verb: Verb, action: Action): string {
  const options = Object.entries(action.inputs.shape).map(([name, field]) => optionHelp(action, name, field));
  const also = verb.aliases.length > 0 ? `\nAlso: mia ${verb.aliases.join(", mia ")}` : "";
  return `${action.description}

Usage: mia ${verb.name}${positionalUsage(action)} [options]${also}

Options:
${options.join("\n")}${verb.besides ? `\n${verb.besides}` : ""}
  --json
      Print the records on stdout, one a line, and everything else on stderr.

Exit codes: 0 all well, 1 findings or a failure, 2 usage or unreadable input.
`;
}

type Field = Parameters<typeof fieldMeta>[0];

function positionalUsage(action: Action): string {
  const name = action.positional;
  if (name === undefined) return "";
  const field = action.inputs.shape[name];
  if (field === undefined) return "";
  const { placeholder = "VALUE", list } = fieldMeta(field);
  const word = `${placeholder}${list ? " ..." : ""}`;
  return isRequired(field) ? ` ${word}` : ` [${word}]`;
}

function optionHelp(action: Action, name: string, field: Field): string {
  const meta = fieldMeta(field);
  const placeholder = meta.placeholder ?? "VALUE";
  const value = meta.flag ? "" : meta.implied ? `[=${placeholder}]` : ` ${placeholder}`;
  const notes = [
    isRequired(field) ? "required" : "",
    meta.implied ? `alone it means ${meta.implied}` : "",
    meta.default ? `default: ${meta.default.replaceAll("\n", ", ")}` : "",
    meta.list ? "may be repeated" : "",
    name === action.positional ? "or as a plain argument" : "",
  ].filter((note) => note !== "");
  const suffix = notes.length > 0 ? ` (${notes.join("; ")})` : "";
  return `  --${name}${value}\n      ${meta.description}${suffix}`;
}
