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

const shells = /(?:^|\/)(?:ba|da|a|k|z)?sh$/;

/** Takes wrappers off a command, and finds the script in `bash -c script` and `su -c script`. */
export function unwrap(words: ShellWord[]): { words: ShellWord[]; script: ShellWord | undefined } {
  let rest = words;
  for (let name = nameOf(rest); name !== undefined && name in wrappers; name = nameOf(rest)) {
    const withValue = wrappers[name] ?? [];
    let at = 1;
    for (; at < rest.length; at++) {
      const { value } = rest[at] as ShellWord;
      if (withValue.includes(value)) at += 1;
      else if (!value.startsWith("-") && !/^\w+=/.test(value)) break;
    }
    if (at >= rest.length) break;
    rest = rest.slice(at);
  }
  return { words: rest, script: scriptOf(rest) };
}

function nameOf(words: ShellWord[]): string | undefined {
  return words[0]?.known ? words[0].value.split("/").at(-1) : undefined;
}

function scriptOf(words: ShellWord[]): ShellWord | undefined {
  const name = words[0]?.value ?? "";
  if (!shells.test(name) && nameOf(words) !== "su") return undefined;
  const option = words.findIndex(({ value }, index) => index > 0 && /^-[a-z]*c$/.test(value));
  return option < 0 ? undefined : words[option + 1];
}
