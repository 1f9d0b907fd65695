import type { ShellWord } from "./shell-command.ts";

/** Programs that run the command behind them, and their options that take a value. */
const wrappers: Record<string, readonly string[]> = {
  command: [],
  env: ["-u", "-C", "--unset", "--chdir"],
  exec: ["-a"],
  nice: ["-n"],
  nohup: [],
  runuser: ["-u", "-g"],
  sudo: ["-u", "-g", "-h", "-p"],
  time: [],
  xargs: ["-I", "-n", "-P", "-L", "-d", "-a"],
};

/** Shells that may read a script from their standard input. */
export const shells = /(?:^|\/)(?:ba|da|a|k|z)?sh$/;

/** Takes wrappers off a command, and finds the script in `bash -c script` and `su -c script`. */
export function unwrap(words: ShellWord[]): {
  words: ShellWord[];
  script: ShellWord | undefined;
  /** xargs: what is piped in becomes further words. */
  takesInput: boolean;
} {
  let rest = words;
  let takesInput = false;
  for (let name = nameOf(rest); name !== undefined && Object.hasOwn(wrappers, name); name = nameOf(rest)) {
    const withValue = wrappers[name] ?? [];
    let at = 1;
    for (; at < rest.length; at++) {
      const { value } = rest[at] as ShellWord;
      if (withValue.includes(value)) at += 1;
      else if (!value.startsWith("-") && !/^\w+=/.test(value)) break;
    }
    if (at >= rest.length) break;
    rest = rest.slice(at);
    if (name === "xargs") takesInput = true;
  }
  return { words: rest, script: scriptOf(rest), takesInput };
}

function nameOf(words: ShellWord[]): string | undefined {
  return words[0]?.known ? words[0].value.split("/").at(-1) : undefined;
}

function scriptOf(words: ShellWord[]): ShellWord | undefined {
  const name = words[0]?.value ?? "";
  if (name === "eval") return joinWords(words.slice(1));
  if (!shells.test(name) && nameOf(words) !== "su") return undefined;
  const option = words.findIndex(({ value }, index) => index > 0 && /^-[a-z]*c$/.test(value));
  return option < 0 ? undefined : words[option + 1];
}

/** `eval a b` runs "a b". */
function joinWords(words: ShellWord[]): ShellWord | undefined {
  const [first] = words;
  if (first === undefined || words.length === 1) return first;
  const { position } = first;
  const text = words.map((word) => word.text).join(" ");
  return {
    text,
    value: words.map(({ value }) => value).join(" "),
    known: words.every(({ known }) => known),
    position,
  };
}
