import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import { readRequirement } from "./read-requirement.ts";
import type { Places, Requirement } from "./requirement.ts";
import { readEditable } from "./requirements.ts";

/** `pip download` and `pip wheel` leave files, `conda create` fills an environment of its own. */
export type PipVerb = "install" | "download" | "wheel" | "create";

/** An option of a command line under its long name. */
export interface PipOption {
  name: string;
  value: string;
  /** False where a variable decides on the value. */
  known: boolean;
  /** Where the value stands, or the option where it has none. */
  word: ShellWord;
}

/** A command that brings packages in, taken apart. */
export interface PipCommand {
  tool: "pip" | "uv" | "conda";
  verb: PipVerb;
  command: ShellCommand;
  /** What the command line itself names; `-e` and paths too. */
  requirements: Requirement[];
  options: PipOption[];
}

/** Options with a value: of pip install, download and wheel, of pip itself, and of uv pip. Sources: their `--help`. */
const withValue = new Set(
  `--abi --allow-insecure-host --build --build-constraint --build-constraints --build-option --cache-dir --cert --client-cert
  --color --config-file --config-setting --config-settings --constraint --constraints --default-index --dest --directory
  --editable --exclude-newer --excludes --exists-action --extra --extra-index-url --find-links --global-option --group
  --implementation --index --index-strategy --index-url --install-option --keyring-provider --link-mode --log --no-binary
  --no-binary-package --no-build-isolation-package --no-build-package --only-binary --override --overrides --platform
  --prefix --prerelease --progress-bar --project --proxy --python --python-platform --python-version --refresh-package
  --reinstall-package --report --requirement --requirements --resolution --retries --root --root-user-action --src
  --target --timeout --torch-backend --trusted-host --upgrade-package --upgrade-strategy --use-deprecated --use-feature
  --wheel-dir`.split(/\s+/),
);

const shortOptions: Record<string, string> = {
  C: "--config-settings",
  I: "--ignore-installed",
  P: "--upgrade-package",
  U: "--upgrade",
  b: "--build",
  c: "--constraint",
  d: "--dest",
  e: "--editable",
  f: "--find-links",
  i: "--index-url",
  p: "--python",
  r: "--requirement",
  t: "--target",
  w: "--wheel-dir",
};

const sameOption: Record<string, string> = {
  "--constraints": "--constraint",
  "--requirements": "--requirement",
};

const readBefore = new WeakMap<ShellCommand, { pip: PipCommand | undefined }>();

/** A pip that installs, downloads or builds, however it is called; undefined for any other command. Half a dozen rules ask. */
export function readPipCommand(command: ShellCommand): PipCommand | undefined {
  if (!mayCallPip.test(command.name)) return undefined;
  const known = readBefore.get(command);
  if (known) return known.pip;
  const pip = takeApart(command);
  readBefore.set(command, { pip });
  return pip;
}

/** A hundred thousand other commands are not worth remembering. */
const mayCallPip = /^(?:pip|uv$|python|conda$|mamba$|micromamba$)/;

function takeApart(command: ShellCommand): PipCommand | undefined {
  const called = calledAs(command.words);
  if (called === undefined) return undefined;
  const { tool, words } = called;
  const read = readArguments(words);
  const [first, ...rest] = read.operands;
  const sync = tool === "uv" && first?.value === "sync";
  const verb = sync ? "install" : first?.value;
  if (verb !== "install" && verb !== "download" && verb !== "wheel") return undefined;
  const { options } = read;
  if (sync)
    options.push(
      ...rest.map((word) => ({ name: "--requirement", value: word.value, known: word.known, word })),
    );
  const named = sync ? [] : rest.flatMap((word) => requirementOf(word) ?? []);
  const editable = options.filter(({ name }) => name === "--editable").map(editableOf);
  return { tool, verb, command, requirements: [...named, ...editable], options };
}

/** What a pip command line names itself, not through a file, where no variable hides the version or the URL. */
export function pipRequirements(command: ShellCommand): Requirement[] {
  return (
    readPipCommand(command)?.requirements.filter(
      ({ known, specifiers }) => known || specifiers.length === 0,
    ) ?? []
  );
}

/** The words behind `pip`, `python -m pip`, `uv pip` or `conda run ... pip`. */
function calledAs(words: readonly ShellWord[]): { tool: "pip" | "uv"; words: ShellWord[] } | undefined {
  const name = words[0]?.known ? (words[0].value.split("/").at(-1) ?? "") : "";
  if (/^pip[\d.]*$/.test(name)) return { tool: "pip", words: words.slice(1) };
  if (name === "uv") {
    const at = words.findIndex(({ value }, index) => index > 0 && !value.startsWith("-"));
    return words[at]?.value === "pip" ? { tool: "uv", words: words.slice(at + 1) } : undefined;
  }
  if (/^python[\d.]*$/.test(name)) {
    const at = words.findIndex(({ value }, index) => index > 0 && !/^-[a-ln-zA-Z]+$/.test(value));
    if (words[at]?.value !== "-m" || !/^(?:pip|uv)$/.test(words[at + 1]?.value ?? "")) return undefined;
    return calledAs(words.slice(at + 1));
  }
  if (/^(?:conda|mamba|micromamba)$/.test(name) && words[1]?.value === "run") {
    let at = 2;
    for (; words[at]?.value.startsWith("-"); at++)
      if (/^(?:-n|-p|--name|--prefix|--cwd)$/.test(words[at]?.value ?? "")) at += 1;
    return calledAs(words.slice(at));
  }
  return undefined;
}

/** Options and operands as pip's option parser tells them apart: `-Ur file`, `--requirement=file`, `-rfile`. */
function readArguments(words: readonly ShellWord[]): { operands: ShellWord[]; options: PipOption[] } {
  const operands: ShellWord[] = [];
  const options: PipOption[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as ShellWord;
    const { value } = word;
    if (value === "--") return { operands: [...operands, ...words.slice(index + 1)], options };
    if (!value.startsWith("-") || value === "-") {
      operands.push(word);
      continue;
    }
    for (const { name, joined } of value.startsWith("--") ? [longOption(value)] : shortCluster(value)) {
      const takes = withValue.has(name);
      const next = takes && joined === undefined ? words[index + 1] : undefined;
      if (next) index += 1;
      options.push({
        name: sameOption[name] ?? name,
        value: joined ?? next?.value ?? "",
        known: (next ?? word).known,
        word: next ?? word,
      });
    }
  }
  return { operands, options };
}

function longOption(value: string): { name: string; joined: string | undefined } {
  const equals = value.indexOf("=");
  return equals < 0
    ? { name: value, joined: undefined }
    : { name: value.slice(0, equals), joined: value.slice(equals + 1) };
}

function* shortCluster(value: string): Generator<{ name: string; joined: string | undefined }> {
  for (let at = 1; at < value.length; at++) {
    const name = shortOptions[value[at] as string] ?? `-${value[at]}`;
    if (!withValue.has(name)) {
      yield { name, joined: undefined };
      continue;
    }
    const rest = value.slice(at + 1);
    yield { name, joined: rest === "" ? undefined : rest };
    return;
  }
}

function requirementOf(word: ShellWord): Requirement | undefined {
  const { places, exact } = placesOf(word);
  const reading = readRequirement(places, word.known, exact);
  return "requirement" in reading ? reading.requirement : undefined;
}

function editableOf({ value, known, word }: PipOption): Requirement {
  const end = word.end ?? word.position;
  const inWord = word.text.length === value.length ? word.position : end;
  return { ...readEditable({ value, known, position: word.position, end }), exact: inWord === word.position };
}

/** The places of a word's characters; where a variable stands in it, only where it begins and ends. */
export function placesOf(word: ShellWord): { places: Places; exact: boolean } {
  const { value, text, position, content } = word;
  if (content && content.text === value) return { places: content, exact: content.isExact };
  const end = word.end ?? position;
  const exact = text === value && end.line === position.line && end.column - position.column === value.length;
  if (exact) {
    const at = (offset: number) => ({ line: position.line, column: position.column + offset });
    return { places: { text: value, positionAt: at, endAt: at }, exact };
  }
  return { places: { text: value, positionAt: () => position, endAt: () => end }, exact };
}
