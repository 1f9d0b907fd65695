import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import { type PipCommand, type PipOption, placesOf } from "./pip-command.ts";
import type { Requirement, Specifier } from "./requirement.ts";

const withValue = new Set(
  `-c -f -n -p --channel --name --prefix --file --repodata-fn --solver --subdir --platform --experimental --revision --clone
  --cert --rc-file --root-prefix -r --log-level`.split(/\s+/),
);

/** `conda install pytorch=1.9.1 -c pytorch`. Names are conda's own: its pytorch is pip's torch. */
export function readCondaCommand(command: ShellCommand): PipCommand | undefined {
  const { name, words } = command;
  if (!/^(?:conda|mamba|micromamba)$/.test(name)) return undefined;
  const operands: ShellWord[] = [];
  const options: PipOption[] = [];
  for (let index = 1; index < words.length; index++) {
    const word = words[index] as ShellWord;
    if (!word.value.startsWith("-")) {
      operands.push(word);
      continue;
    }
    const [option = "", ...joined] = word.value.split("=");
    const next = withValue.has(option) && joined.length === 0 ? words[index + 1] : undefined;
    if (next) index += 1;
    const value = next?.value ?? joined.join("=");
    options.push({
      name: option === "-c" ? "--channel" : option,
      value,
      known: (next ?? word).known,
      word: next ?? word,
    });
  }
  const [verb, ...rest] = operands;
  if (verb?.value !== "install" && verb?.value !== "create") return undefined;
  const requirements = rest.flatMap((word) => condaRequirement(word) ?? []);
  return { tool: "conda", verb: verb.value, command, requirements, options };
}

/** `channel::name`, then nothing, `=1.9`, `=1.9.1=build`, `==1.9.1` or `>=1,<2`, with or without a space. */
function condaRequirement(word: ShellWord): Requirement | undefined {
  const { places, exact } = placesOf(word);
  const text = word.value.length > 1000 ? "" : word.value;
  const match = /^(?:[^\s:]+::)?([A-Za-z0-9_][\w.-]*)\s*/.exec(text);
  if (match === null) return undefined;
  const name = match[1] ?? "";
  const start = match[0].trimEnd().length - name.length;
  const specifiers: Specifier[] = [];
  for (const part of text.slice(match[0].length).matchAll(/[^,\s]+/g)) {
    const written = /^(===?|=|~=|!=|<=?|>=?)?([^=]*)/.exec(part[0]);
    const from = match[0].length + part.index;
    const operator = written?.[1] ?? "=";
    const version = written?.[2] ?? "";
    const versionFrom = from + (written?.[1] ?? "").length;
    specifiers.push({
      operator,
      version,
      legacy: false,
      position: places.positionAt(from),
      versionPosition: places.positionAt(versionFrom),
      end: places.endAt(versionFrom + version.length),
    });
  }
  const none = {
    extras: [],
    url: undefined,
    path: undefined,
    marker: undefined,
    editable: false,
    hashes: [],
  };
  return {
    ...none,
    name,
    specifiers,
    source: "index",
    known: word.known,
    exact,
    position: places.positionAt(start),
    nameEnd: places.endAt(start + name.length),
    end: places.endAt(text.trimEnd().length),
  };
}
