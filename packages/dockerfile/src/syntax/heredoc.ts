import { heredocWords } from "./heredoc-words.ts";
import type { LineReader } from "./logical-lines.ts";
import { type SpannedPart, SpannedText } from "./spanned-text.ts";

export interface HeredocMark {
  name: string;
  /** Variables are expanded unless the name was quoted. */
  expands: boolean;
  /** `<<-`: tabs before each line are left out. */
  stripsTabs: boolean;
  /** Where in the line the mark begins. */
  start: number;
}

export interface Heredoc extends HeredocMark {
  /** With its line ends; tabs are left in, for the places to be right. */
  body: SpannedText;
  /** False where the file ended before the name was seen again; the builder stops there. */
  terminated: boolean;
}

/** The heredocs that a line announces. */
export function heredocMarks(line: string): HeredocMark[] {
  if (!line.includes("<<")) return [];
  const words = heredocWords(line, { quotes: true, escapes: true }) ?? [];
  return words.flatMap(({ text, start }) => {
    const match = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(text);
    const written = match?.[2] ?? "";
    const [name, ...others] = heredocWords(written, { quotes: false, escapes: false }) ?? [];
    if (name === undefined || others.length > 0) return [];
    const [quoted] = heredocWords(written, { quotes: true, escapes: false }) ?? [];
    const expands = countQuotes(name.text) === countQuotes(quoted?.text ?? "");
    return [{ name: name.text, expands, stripsTabs: match?.[1] === "-", start }];
  });
}

function countQuotes(text: string): number {
  return text.split(/['"]/).length;
}

/** Takes the body of a heredoc from the lines that follow, its closing line included. */
export function takeHeredoc(mark: HeredocMark, reader: LineReader): Heredoc {
  const parts: SpannedPart[] = [];
  for (let next = reader.nextRaw(); next; next = reader.nextRaw()) {
    const candidate = mark.stripsTabs ? next.text.replace(/^\t+/, "") : next.text;
    if (candidate === mark.name) return { ...mark, body: SpannedText.join(parts), terminated: true };
    parts.push({ text: next.raw, at: { line: next.line, column: 1 } });
  }
  return { ...mark, body: SpannedText.join(parts), terminated: false };
}
