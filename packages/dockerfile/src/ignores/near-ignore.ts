import type { FileKind } from "./file-kind.ts";

/** A comment that means to ignore something and is not written as one that does. Columns count from 1. */
export interface NearIgnore {
  line: number;
  /** Of the `#`. */
  column: number;
  /** Behind the line's last character. */
  endColumn: number;
  /** What is wrong with it: its words, or that it stands behind something on its line. */
  wrong: "words" | "place";
  /** What stands behind the word that means to ignore: names, perhaps, and a reason. */
  rest: string;
  /** Whether only names of rules in `rest` tell it from an ordinary comment. */
  isVague: boolean;
}

/** A comment of ours is short; of a longer one the beginning says what it is. */
const maxLength = 300;

/** Files with comments, where one of ours would be looked for. */
const speaks = /mia[\s:_.-]*[a-z]|MIA\d{3}/i;

/** Whether reading the lines of a text can find anything. */
export function mayHoldNearIgnores(text: string): boolean {
  return speaks.test(text);
}

/** The near miss that a line is. It must have been read for a proper comment before. */
export function readNearIgnore(text: string, line: number, kind: FileKind): NearIgnore | undefined {
  if (!speaks.test(text)) return undefined;
  const start = text.length - text.trimStart().length;
  if (text[start] !== "#") return behindCode(text, line, kind);
  const body = text.slice(start, start + maxLength).replace(/^#+\s*/, "");
  const found = ofOurName(body) ?? ofOurCode(body);
  return found && { line, column: start + 1, endColumn: text.length + 1, wrong: "words", ...found };
}

/** `RUN x  # mia-ignore[...]: reason`: only on a line of its own is it read there. */
function behindCode(text: string, line: number, kind: FileKind): NearIgnore | undefined {
  if (kind !== "dockerfile" && kind !== "script") return undefined;
  const at = text.search(/\s#\s?mia-ignore(?:-file|-stage)?\[/i);
  if (at < 0 || isQuoted(text.slice(0, at))) return undefined;
  const rest = text.slice(text.indexOf("[", at), at + maxLength);
  return { line, column: at + 2, endColumn: text.length + 1, wrong: "place", rest, isVague: false };
}

type Meaning = Pick<NearIgnore, "rest" | "isVague">;

/** `mia ignore`, `mia: ignore`, `mia_ingore[...]`. */
function ofOurName(body: string): Meaning | undefined {
  const match = /^mia\s?[:_.-]?\s?([a-z]+)/i.exec(body);
  const word = match?.[1]?.toLowerCase() ?? "";
  if (match === null || !(meansIgnoring.has(word) || isNearIgnore(word))) return undefined;
  const rest = body.slice(match[0].length);
  // "mia ignores these files" is a sentence; "mia ignore:" and "mia-ignored[git-is-pinned]" are not.
  const isPlain = (word === "ignore" || isNearIgnore(word)) && /^\s*(?:[:=].*)?$/.test(rest);
  return { rest, isVague: !isPlain && !/^\s*[[(]/.test(rest) };
}

/** `ignore MIA103`, `noqa: MIA103`, `MIA103: ignore`. */
function ofOurCode(body: string): Meaning | undefined {
  const first = /^([a-z]+)[\s:=]{0,3}[[(]?(?=MIA\d{3}\b)/i.exec(body);
  if (first && meansIgnoring.has(first[1]?.toLowerCase() ?? ""))
    return { rest: body.slice(first[0].length), isVague: true };
  return /^MIA\d{3}\s?[:=]?\s?ignore\b/i.test(body) ? { rest: body, isVague: true } : undefined;
}

const meansIgnoring = new Set([
  "ignore",
  "ignored",
  "noqa",
  "nolint",
  "disable",
  "suppress",
  "skip",
  "allow",
]);

/** Two letters that changed places, one too many, too few or wrong. */
function isNearIgnore(word: string): boolean {
  return /^(?:ingore|ignroe|igonre|ignoer|gnore|inore|igore|ignre|ignoe|ignor|i+g+n+o+r+e+)$/.test(word);
}

/** Whether a quote is open at the end of a piece of a shell command. */
function isQuoted(text: string): boolean {
  return text.split('"').length % 2 === 0 || text.split("'").length % 2 === 0;
}
