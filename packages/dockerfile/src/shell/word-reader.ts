import type { Assignment, Command, Redirection, Word } from "unbash";
import type { Step } from "../stages/stage.ts";
import type { Position, SpannedText } from "../syntax/spanned-text.ts";
import type { CommandReading } from "./command-reading.ts";
import type { ShellRedirect, ShellWord } from "./shell-command.ts";
import { maxValue, type ShellVariables, wordValue } from "./shell-value.ts";
import type { UnreadScript } from "./unread-script.ts";

/** Reads words with the variables that the script has set until then. */
export class WordReader {
  private readonly reading: CommandReading;
  private readonly unread: UnreadScript;
  private readonly assigned = new Map<string, string | undefined>();
  private readonly variables: ShellVariables;

  constructor(step: Step, reading: CommandReading, unread: UnreadScript) {
    this.reading = reading;
    this.unread = unread;
    // What the file does not set may come from the base image or the shell: not known, rather than empty.
    this.variables = (name) =>
      this.assigned.has(name) ? this.assigned.get(name) : (step.variables(name) ?? undefined);
  }

  read(word: Word | Assignment, source: SpannedText): ShellWord {
    const position = source.positionAt(word.pos);
    const end = source.isExact ? source.endAt(word.end) : undefined;
    const read = { text: word.text, position, end, ...this.valueOf(word, position) };
    const isQuoted = /^["']/.test(word.text) && word.text.slice(1, -1) === read.value;
    return isQuoted ? { ...read, content: source.slice(word.pos + 1, word.end - 1) } : read;
  }

  /** One redirection, or none where it has no target. */
  redirect(redirect: Redirection, source: SpannedText): ShellRedirect[] {
    const { operator } = redirect;
    if (redirect.type !== "HereDoc")
      return redirect.target ? [{ operator, target: this.read(redirect.target, source) }] : [];
    const { text, pos } = redirect.body;
    const known = redirect.delimiter?.quoted === true || !/[$`]/.test(text);
    const isInPlace = source.text.startsWith(text, pos);
    const end = isInPlace && source.isExact ? source.endAt(pos + text.length) : undefined;
    const target: ShellWord = { text, value: text, known, position: source.positionAt(pos), end };
    if (isInPlace) target.content = source.slice(pos, pos + text.length);
    return [{ operator: "<<", target }];
  }

  /** Keeps what the command sets. `position`: where to say that a value gets too long. */
  keepAssignments(node: Command, position: Position): void {
    const alone = node.name === undefined;
    const exported = /^(?:export|readonly|local|declare|typeset)$/.test(node.name?.value ?? "");
    for (const part of [...(alone ? node.prefix : []), ...(exported ? node.args : [])]) {
      if (part.type !== "Assignment") continue;
      const plain = part.value.type === "Word" && !part.append && !part.index;
      const word = part.value as Word;
      const read = plain ? this.valueOf(word, position) : undefined;
      this.assigned.set(part.name, read?.known ? read.value : undefined);
    }
  }

  /** From here on nobody knows what the variable holds. */
  forget(name: string): void {
    this.assigned.set(name, undefined);
  }

  private valueOf(word: Word | Assignment, position: Position): { value: string; known: boolean } {
    if (word.type === "Assignment") {
      // `export X=y`: the text up to the value, and the value.
      if (word.value.type !== "Word") return { value: word.text, known: false };
      const read = this.valueOf(word.value, position);
      return { ...read, value: word.text.slice(0, word.value.pos - word.pos) + read.value };
    }
    const read = wordValue(word, this.variables);
    const added = read.value.length - word.text.length;
    if (added > 0) this.reading.left -= added;
    if (this.reading.left >= 0 && !read.tooLong) return read;
    this.unread.leaveOut(
      position,
      `with its variables put in, a word or all of them get too long (${maxValue / 1024} KiB)`,
    );
    return { value: word.text, known: false };
  }
}
