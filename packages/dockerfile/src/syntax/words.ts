import { isSpace } from "./white-space.ts";

/** A word of a text: as the builder takes it, quotes included, and where it stands. */
export interface RawWord {
  text: string;
  start: number;
  /** Exclusive. Behind more than `text` has, where an escape character at the end of the text was left out. */
  end: number;
}

/** Splits at white space outside quotes, as the builder splits ENV, LABEL and ARG. */
export function splitWords(text: string, escapeMark: string): RawWord[] {
  const words: RawWord[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text[at])) at += 1;
    if (at >= text.length) return words;
    const end = wordEnd(text, at, escapeMark);
    const word = text.slice(at, end.end);
    if (end.keeps > at) words.push({ text: text.slice(at, end.keeps), start: at, end: at + word.length });
    at = end.end;
  }
}

/** Where the word ends; `keeps`: without an escape character that stands last in the text and hides nothing. */
function wordEnd(text: string, start: number, escapeMark: string): { end: number; keeps: number } {
  let quote = "";
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at] as string;
    const escapes = character === escapeMark && quote !== "'";
    if (escapes && at + 1 === text.length) return { end: text.length, keeps: at };
    if (escapes) at += 1;
    else if (quote !== "") {
      if (character === quote) quote = "";
    } else if (isSpace(character)) break;
    else if (character === "'" || character === '"') quote = character;
  }
  const end = Math.min(at, text.length);
  return { end, keeps: end };
}

/** Splits at white space of ASCII, whatever the quotes: paths of COPY and names of FROM. */
export function splitBare(text: string): RawWord[] {
  return [...text.matchAll(/[^\t\v\f\r ]+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
