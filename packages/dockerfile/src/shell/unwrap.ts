import type { ShellWord } from "./shell-command.ts";

interface Wrapper {
  /** Options that take a value. */
  valued?: readonly string[];
  /** Words before the command: the user of `gosu`, the time of `timeout`. */
  skips?: number;
}

/** Programs that run the command behind them. */
const wrappers: Record<string, Wrapper> = {
  busybox: {},
  chroot: { valued: ["--userspec", "--groups"], skips: 1 },
  command: {},
  doas: { valued: ["-u", "-C"] },
  "dumb-init": { valued: ["-r", "--rewrite"] },
  env: { valued: ["-u", "-C", "--unset", "--chdir"] },
  exec: { valued: ["-a"] },
  gosu: { skips: 1 },
  ionice: { valued: ["-c", "-n"] },
  nice: { valued: ["-n"] },
  nohup: {},
  runuser: { valued: ["-u", "-g"] },
  setpriv: { valued: ["--reuid", "--regid", "--groups", "--securebits", "--pdeathsig"] },
  setsid: {},
  stdbuf: { valued: ["-i", "-o", "-e"] },
  "su-exec": { skips: 1 },
  sudo: {
    valued: ["-u", "-g", "-h", "-p", "-C", "-D", "-r", "-t", "--user", "--group", "--host", "--chdir"],
  },
  time: {},
  timeout: { valued: ["-k", "-s", "--kill-after", "--signal"], skips: 1 },
  tini: { valued: ["-p", "-e"] },
  xargs: { valued: ["-I", "-n", "-P", "-L", "-d", "-a"] },
};

/** Shells that may read a script from their standard input. */
export const shells = /(?:^|\/)(?:ba|da|a|k|z)?sh$/;

/** Takes wrappers off a command, and finds the script in `bash -c script` and `su -c script`. */
export function unwrap(words: ShellWord[]): {
  words: ShellWord[];
  script: ShellWord | undefined;
  /** xargs: what is piped in becomes further words. */
  takesInput: boolean;
  /** The wrappers that were taken off, the outermost first. */
  via: string[];
} {
  let rest = words;
  let takesInput = false;
  const via: string[] = [];
  for (let name = nameOf(rest); name !== undefined && Object.hasOwn(wrappers, name); name = nameOf(rest)) {
    const { valued = [], skips = 0 } = wrappers[name] ?? {};
    let left = skips;
    let at = 1;
    for (; at < rest.length; at++) {
      const { value } = rest[at] as ShellWord;
      if (valued.includes(value)) at += 1;
      else if (!value.startsWith("-") && !/^\w+=/.test(value) && left-- <= 0) break;
    }
    if (at >= rest.length) break;
    rest = rest.slice(at);
    via.push(name);
    if (name === "xargs") takesInput = true;
  }
  const inFind = shellInFind(rest);
  if (inFind) {
    rest = inFind;
    via.push("find");
  }
  return { words: rest, script: scriptOf(rest), takesInput, via };
}

/** `find ... -exec sh -c script`: other programs than shells are left to whoever looks at find. */
function shellInFind(words: ShellWord[]): ShellWord[] | undefined {
  if (nameOf(words) !== "find") return undefined;
  const at = words.findIndex(({ value }) => /^-(?:exec|execdir|ok|okdir)$/.test(value));
  return at > 0 && shells.test(words[at + 1]?.value ?? "") ? words.slice(at + 1) : undefined;
}

function nameOf(words: ShellWord[]): string | undefined {
  return words[0]?.known ? words[0].value.split("/").at(-1) : undefined;
}

function scriptOf(words: ShellWord[]): ShellWord | undefined {
  const name = words[0]?.value ?? "";
  if (name === "eval") return joinWords(words.slice(1));
  // `script -c` runs a script as su does.
  const isSu = nameOf(words) === "su" || nameOf(words) === "script";
  if (!shells.test(name) && !isSu) return undefined;
  for (let at = 1; at < words.length; at++) {
    const value = words[at]?.value ?? "";
    if (/^-[a-z]*c$/.test(value) || (isSu && value === "--command")) return words[at + 1];
    if (/^[-+]o$|^[-+]O$/.test(value)) at += 1;
    // Behind a script's file, options are the script's own. su names the user first.
    else if (!isSu && !/^[-+]/.test(value)) return undefined;
  }
  return undefined;
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
    end: undefined,
  };
}
