import type { Image } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import type { Report, Rule } from "../rule.ts";
import { operands, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import { shells } from "../shell/unwrap.ts";
import { checksFile } from "../stages/checksums.ts";
import { copiedFiles } from "../stages/copied-files.ts";
import { placeOf } from "../stages/place.ts";
import { scriptCommands } from "../stages/script-files.ts";

export const noPipedInstaller: Rule = {
  code: "MIA309",
  id: "no-piped-installer",
  description: "What a server sends is not run unseen: a script is held against a checksum first.",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const inRun = image.commands.filter(({ step }) => step.instruction.keyword === "RUN");
    const commands = [...inRun, ...scriptCommands(image, "build")];
    const checked = new Set(commands.filter(checksFile).map(({ step }) => step.instruction));
    const loading = loadingFunctions(commands);
    const said = new Set<string>();
    for (const command of commands) {
      const source = pipedSource(command, loading);
      // `echo "$S" | sh` is met twice: as the shell, and as what the shell reads.
      const key = `${command.file ?? ""}:${command.position.line}:${source}`;
      if (source !== undefined && !said.has(key)) yield piped(image, command, source);
      if (source !== undefined) said.add(key);
    }
    yield* downloaded(image, commands, checked);
    yield* added(image, commands, checked);
  },
};

const interpreters = /^(?:(?:ba|da|a|k|z)?sh|python[\d.]*|perl|ruby|node|php)$/;
const loaders = /^(?:curl|wget|fetch|aria2c)$/;

function piped(image: Image, command: ShellCommand, source: string): Report {
  const from = source === "" ? "a server" : source;
  const plain = source.startsWith("http:") ? ", over a connection that anybody on the way can change" : "";
  return {
    message: `${command.name || command.via.at(-1) || "the shell"} runs whatever ${from} sends on the day of the build${plain}; half a script runs too when the connection breaks`,
    remedy:
      'Download a version with a number in its name to a file, check it (`echo "<sha256>  file" | sha256sum -c`), then run it; or install a package.',
    locations: [placeOf(image, command, command.position)],
  };
}

/** Functions that load something, by their step and name: `get() { curl ...; }`. */
function loadingFunctions(
  commands: readonly ShellCommand[],
): ReadonlyMap<unknown, ReadonlyMap<string, ShellCommand>> {
  const found = new Map<unknown, Map<string, ShellCommand>>();
  for (const command of commands) {
    if (command.inFunction === undefined || !loaders.test(command.name)) continue;
    const { instruction } = command.step;
    const known = found.get(instruction) ?? new Map<string, ShellCommand>();
    found.set(instruction, known);
    // What goes into a file is not what the function prints.
    if (savedBy(command) === undefined && !known.has(command.inFunction.name))
      known.set(command.inFunction.name, command);
  }
  return found;
}

const loads = /(?:\$\(|`)\s*(?:sudo\s+)?(?:curl|wget)\b/;

/** What the server sends, put into a variable first: `S=$(curl ...)`; what goes into a file there is none. */
function loadedInto({ made }: ShellWord): string | undefined {
  return made !== undefined && loads.test(made) && !/\s-[a-zA-Z]*[oO]\b|\s--output|[^0-9&]>|\|/.test(made)
    ? made
    : undefined;
}

/** The address of what a command runs straight from the network; empty where it cannot be read, undefined where it does not. */
function pipedSource(
  command: ShellCommand,
  loading: ReadonlyMap<unknown, ReadonlyMap<string, ShellCommand>>,
): string | undefined {
  const { name, words } = command;
  // The script of `sh -c "$(curl ...)"` and `eval "$(curl ...)"`: a command whose very name is what the server sends.
  const [first] = words;
  if (name === "" && first && /^["']?(?:\$\(|`)\s*(?:sudo\s+)?(?:curl|wget)\b/.test(first.text))
    return addressIn(first.text);
  const isScript = command.via.some((one) => one === "eval" || shells.test(one));
  if (name === "" && first && isScript && /^["']?\$\{?\w+\}?["']?$/.test(first.text)) {
    const made = loadedInto(first);
    if (made !== undefined) return addressIn(made);
  }
  const runs = interpreters.test(name) || name === "source" || name === ".";
  if (runs) {
    const within = words.find(({ text }) => /<\(\s*(?:sudo\s+)?(?:curl|wget)\b/.test(text));
    if (within) return addressIn(within.text);
    const given = words.find(({ text, made }) => made !== undefined && /^["']?\$\{?\w+\}?["']?$/.test(text));
    const made =
      given && command.redirects.length === 0 && words.some(({ value }) => /^-[a-z]*c$/.test(value))
        ? loadedInto(given)
        : undefined;
    if (made !== undefined) return addressIn(made);
    for (const { operator, target } of command.redirects) {
      const text =
        operator === "<<<"
          ? (loadedInto(target) ?? (loads.test(target.text) ? target.text : undefined))
          : undefined;
      if (text !== undefined && readsInput(command)) return addressIn(text);
    }
  }
  // `xargs -0 bash -c`: what is piped in is the script.
  const asWord = command.via.at(-1) === "xargs" && /^-[a-z]*c$/.test(words.at(-1)?.value ?? "");
  if (!interpreters.test(name) || !(asWord || readsInput(command))) return undefined;
  let at = command.pipedFrom;
  for (let hops = 0; at && hops < 20; hops++) {
    if (loaders.test(at.name)) return addressIn(at.words.map(({ value }) => value).join(" "));
    if (at.name === "echo" || at.name === "printf") {
      const made = at.words.map(loadedInto).find((one) => one !== undefined);
      return made === undefined ? undefined : addressIn(made);
    }
    const inside = loading.get(at.step.instruction)?.get(at.name);
    if (inside) return addressIn(inside.words.map(({ value }) => value).join(" "));
    // What stands between may change it, and is no check.
    if (checksFile(at)) return undefined;
    at = at.pipedFrom;
  }
  return undefined;
}

/** `sh`, `bash -s -- args`, `python -`, `bash /dev/stdin`: not `python script.py`, which may read data. */
function readsInput(command: ShellCommand): boolean {
  const { words } = command;
  if (words.some(({ value }) => /^-[a-z]*c$/.test(value) || value === "-m")) return false;
  const [first] = operands(command, ["-o", "-O", "-W", "-X"]);
  const saysSo = shells.test(command.name) && words.some(({ value }) => /^-[a-z]*s$/.test(value));
  return saysSo || first === undefined || first.value === "-" || first.value === "/dev/stdin";
}

/** Without what follows the host's path: a query may hold a token. */
function addressIn(text: string): string {
  const found = /\bhttps?:\/\/[^\s"'`)?#;|]{1,200}/.exec(text.slice(0, 20_000))?.[0] ?? "";
  return found.replace(/\/\/[^/@]*@/, "//");
}

function* downloaded(
  image: Image,
  commands: readonly ShellCommand[],
  checked: ReadonlySet<unknown>,
): Generator<Report> {
  let files = new Map<string, ShellCommand>();
  let instruction: unknown;
  for (const command of commands) {
    if (command.step.instruction !== instruction) {
      instruction = command.step.instruction;
      files = new Map();
    }
    if (checked.has(instruction)) continue;
    const saved = savedBy(command);
    if (saved !== undefined) files.set(saved, command);
    const run = runWord(command);
    const source = run?.known ? files.get(nameOf(run.value)) : undefined;
    if (source === undefined || run === undefined) continue;
    files.delete(nameOf(run.value));
    yield {
      message: `${nameOf(run.value).slice(0, 100)} is downloaded and run, and nothing checks that it is what it was`,
      remedy: 'Check it in between: `echo "<sha256>  file" | sha256sum -c`.',
      locations: [
        placeOf(image, command, command.position),
        placeOf(image, source, source.position, "downloaded here"),
      ],
      severity: "info",
    };
  }
}

/** The name of the file that a download makes. */
function savedBy(command: ShellCommand): string | undefined {
  const { name, words } = command;
  const url = words.find(({ value }) => /^(?:https?|ftp):\/\//.test(value))?.value;
  if (url === undefined) return undefined;
  const fromUrl = nameOf((url.split(/[?#]/)[0] ?? "").slice(0, 2000));
  const into = (option: RegExp): string | undefined => {
    const at = words.findIndex(({ value }) => option.test(value));
    return at < 0 ? undefined : words[at + 1]?.value;
  };
  if (name === "wget") return nameOf(into(/^-[a-zA-Z]*O$|^--output-document$/) ?? fromUrl);
  if (name === "aria2c") return nameOf(into(/^-o$|^--out$/) ?? fromUrl);
  if (name !== "curl") return undefined;
  const redirect = command.redirects.find(({ operator }) => operator === ">")?.target.value;
  const named = into(/^-[a-zA-Z]*o$|^--output$/) ?? redirect;
  if (named !== undefined) return nameOf(named);
  return words.some(({ value }) => /^-[a-zA-Z]*O|^--remote-name$/.test(value)) ? fromUrl : undefined;
}

function runWord(command: ShellCommand): ShellWord | undefined {
  if (interpreters.test(command.name) || command.name === "." || command.name === "source")
    return operands(command, ["-o", "-O", "-W", "-X"])[0];
  const [first] = command.words;
  return first?.value.includes("/") ? first : undefined;
}

/** `ADD https://.../install.sh` and a RUN of it. */
function* added(
  image: Image,
  commands: readonly ShellCommand[],
  checked: ReadonlySet<unknown>,
): Generator<Report> {
  for (const { kind, source, targets, step, position } of copiedFiles(image)) {
    if (
      kind !== "url" ||
      !/^https?:/.test(source) ||
      step.instruction.flags.some(({ name }) => name === "checksum")
    )
      continue;
    const names = new Set(targets.map(nameOf));
    const run = commands.find((command) => {
      const word = runWord(command);
      const isBehind = command.step.instruction.startLine > step.instruction.startLine;
      return isBehind && word?.known === true && names.has(nameOf(word.value));
    });
    if (run === undefined || checked.has(run.step.instruction)) continue;
    yield {
      message: "a script is added from the network and run, and nothing checks that it is what it was",
      remedy: "Write `ADD --checksum=sha256:<digest>`.",
      locations: [image.at(position), placeOf(image, run, run.position, "run here")],
      severity: "info",
    };
  }
}
