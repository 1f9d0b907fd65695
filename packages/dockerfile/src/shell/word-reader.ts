import type { Assignment, Command, Redirection, Word } from "unbash";
import type { Step } from "../stages/stage.ts";
import type { Position, SpannedText } from "../syntax/spanned-text.ts";
import type { CommandReading } from "./command-reading.ts";
import { keepsValues, namesFilled } from "./names-set.ts";
import { ScriptValues } from "./script-values.ts";
import type { ShellRedirect, ShellWord } from "./shell-command.ts";
import { maxValue, wordValue } from "./shell-value.ts";
import type { UnreadScript } from "./unread-script.ts";

/** UTF-16 units of a substitution that are kept. */
const maxMade = 2000;

/** Reads words with the variables that the script has set until then. */
export class WordReader {
  private readonly reading: CommandReading;
  private readonly unread: UnreadScript;
  readonly values: ScriptValues;
  /** Of variables that a substitution sets: its text. */
  private readonly made = new Map<string, string>();

  constructor(step: Step, reading: CommandReading, unread: UnreadScript) {
    this.reading = reading;
    this.unread = unread;
    // What the file does not set may come from the base image or the shell: not known, rather than empty.
    this.values = new ScriptValues((name) => step.variables(name) ?? undefined);
  }

  read(word: Word | Assignment, source: SpannedText): ShellWord {
    const position = source.positionAt(word.pos);
    const end = source.isExact ? source.endAt(word.end) : undefined;
    const plain = this.valueOf(word, position);
    const made = plain.known ? undefined : this.madeBy(word.text);
    const read = { text: word.text, position, end, ...plain, ...(made === undefined ? {} : { made }) };
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
    for (const name of namesFilled(node)) this.values.set(name, undefined);
    for (const part of [...(alone ? node.prefix : []), ...(keepsValues(node) ? node.args : [])]) {
      if (part.type !== "Assignment") continue;
      const plain = part.value.type === "Word" && !part.append && !part.index;
      const word = part.value as Word;
      const read = plain ? this.valueOf(word, position) : undefined;
      this.values.set(part.name, read?.known ? read.value : undefined);
      this.keepMade(part.name, read && !read.known ? part.text : undefined);
    }
  }

  /** From here on nobody knows what the variable holds. */
  forget(name: string): void {
    this.values.set(name, undefined);
  }

  /** A script that was run in this shell may have changed these. */
  forgetSourced(names: "all" | readonly string[]): void {
    if (names === "all") this.values.forgetAll();
    else for (const name of names) this.values.set(name, undefined);
  }

  /** `read KEY < file`: as `KEY=$(cat file)`. */
  keepRead(words: readonly ShellWord[], redirects: readonly ShellRedirect[]): void {
    const file = redirects.find(({ operator }) => operator === "<")?.target.text;
    for (const { value } of words.slice(1, 20)) {
      if (!/^[A-Za-z_]\w*$/.test(value)) continue;
      this.forget(value);
      this.keepMade(value, file === undefined ? undefined : `$(cat ${file})`);
    }
  }

  private keepMade(name: string, text: string | undefined): void {
    const own = text !== undefined && /\$\(|`/.test(text) ? text.slice(0, maxMade) : undefined;
    const made = own ?? (text === undefined ? undefined : this.madeBy(text));
    if (made === undefined) this.made.delete(name);
    else this.made.set(name, made);
  }

  /** What the variables that a text names were set by. */
  private madeBy(text: string): string | undefined {
    if (this.made.size === 0) return undefined;
    const names = text.slice(0, maxMade).matchAll(/\$\{?([A-Za-z_]\w{0,99})/g);
    const found = new Set([...names].flatMap(([, name = ""]) => this.made.get(name) ?? []));
    return found.size === 0 ? undefined : [...found].join(" ").slice(0, maxMade);
  }

  private valueOf(word: Word | Assignment, position: Position): { value: string; known: boolean } {
    if (word.type === "Assignment") {
      // `export X=y`: the text up to the value, and the value.
      if (word.value.type !== "Word") return { value: word.text, known: false };
      const read = this.valueOf(word.value, position);
      return { ...read, value: word.text.slice(0, word.value.pos - word.pos) + read.value };
    }
    const read = wordValue(word, this.values.get);
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
