import type { Step } from "../stages/stage.ts";
import { type Position, SpannedText } from "../syntax/spanned-text.ts";
import type { Branch } from "./branch.ts";

/** A word of a shell command. */
export interface ShellWord {
  /** As written. */
  text: string;
  /** Without quotes and with known variables put in; what is not known stays as written. */
  value: string;
  /** False where a part of it is decided only when the command runs. */
  known: boolean;
  position: Position;
  /** Behind its last character; undefined where the word does not stand in the file as it is. */
  end: Position | undefined;
  /** The value with the places of its characters, where they stand in the file as they are. */
  content?: SpannedText;
  /** The substitutions, as written, that the script set the word's unknown variables by: `$(cat /run/secrets/key)`. */
  made?: string;
}

export interface ShellRedirect {
  /** `>`, `>>`, `<`, `<<` (a heredoc) or `<<<` among others. */
  operator: string;
  /** The file, or the text given to the command by `<<` and `<<<`. */
  target: ShellWord;
}

/** A loop around a command, with the values that its variable takes. */
export interface ShellLoop {
  name: string;
  values: readonly string[];
}

/** One simple command of a RUN, wherever it stands: in a condition, a subshell, a `bash -c` or a substitution. */
export interface ShellCommand {
  /** The program without its folder; empty where it is not known. */
  name: string;
  /** Name first. Wrappers such as `sudo` and `env X=1` are taken off. */
  words: ShellWord[];
  redirects: ShellRedirect[];
  /** The command whose output it reads. */
  pipedFrom: ShellCommand | undefined;
  /** The programs that run it, the outermost first: `sudo`, `xargs`, the `su` and `bash` of `su -c "bash -c ..."`. */
  via: readonly string[];
  /** It runs only under a condition, or its failure is caught: what it does need not happen. */
  conditional: boolean;
  /** The way of its script that it stands in; undefined where every way leads over it. */
  branch: Branch | undefined;
  /** The loops around it whose values are all written down, the outermost first; their variables are unknown in the words. */
  loops?: readonly ShellLoop[];
  /** The shell function whose body it stands in, where its arguments are unknown. `always`: whenever that is called. */
  inFunction?: { name: string; always: boolean };
  position: Position;
  step: Step;
  /** The script it stands in, as findings name it; without one it stands in the Dockerfile. */
  file?: string;
}

/** The value with the places of its characters; undefined where it does not stand in the file as it is. */
export function placedValue({ content, text, value, position, end }: ShellWord): SpannedText | undefined {
  if (content?.text === value) return content.isExact ? content : undefined;
  const plain =
    text === value && end?.line === position.line && end.column - position.column === value.length;
  return plain ? SpannedText.join([{ text: value, at: position }]) : undefined;
}

/** The words behind the name that are no options. Options with a separate value must be named. */
export function operands({ words }: ShellCommand, withValue: readonly string[] = []): ShellWord[] {
  const found: ShellWord[] = [];
  for (let index = 1; index < words.length; index++) {
    const word = words[index] as ShellWord;
    if (word.value === "--") return [...found, ...words.slice(index + 1)];
    if (withValue.includes(word.value)) index += 1;
    else if (!word.value.startsWith("-") || word.value === "-") found.push(word);
  }
  return found;
}

/** The value of an option in any spelling: `-u 1000`, `-u1000`, `--uid 1000`, `--uid=1000`. */
export function optionValue({ words }: ShellCommand, names: readonly string[]): ShellWord | undefined {
  for (const [index, word] of words.entries()) {
    for (const name of names) {
      if (word.value === name) return words[index + 1];
      const joined = name.startsWith("--") ? `${name}=` : name;
      if (index > 0 && word.value.startsWith(joined) && !(joined === name && word.value.startsWith("--")))
        return { ...word, value: word.value.slice(joined.length) };
    }
  }
  return undefined;
}
