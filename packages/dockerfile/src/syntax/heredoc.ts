import type { LineReader } from "./logical-lines.ts";
import { SpannedText } from "./spanned-text.ts";
import { splitWords, unquote } from "./words.ts";

export interface HeredocMark {
  name: string;
  /** Variables are expanded unless the name was quoted. */
  expands: boolean;
  /** `<<-`: tabs before each line are left out. */
  stripsTabs: boolean;
  /** Where in the instruction's text the mark begins. */
  start: number;
}

export interface Heredoc extends HeredocMark {
  /** With its line ends; tabs are left in, for the places to be right. */
  body: SpannedText;
  /** False where the file ended before the name was seen again; the builder stops there. */
  terminated: boolean;
}

/** The heredocs that a line announces. */
export function heredocMarks(line: string, escapeMark: string): HeredocMark[] {
  if (!line.includes("<<")) return [];
  const words = splitWords(line, escapeMark);
  const marks: HeredocMark[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    const match = word && /^\d*<<(-?)([^<]*)$/s.exec(word.text);
    if (!match) continue;
    let name = match[2] ?? "";
    if (name === "") {
      const next = words[index + 1];
      if (next === undefined) continue;
      index += 1;
      name = next.text;
      if (/[<>]/.test(name)) continue;
    }
    const plain = unquote(name, escapeMark);
    if (plain === undefined || plain.value === "") continue;
    const { value, quoted } = plain;
    marks.push({ name: value, expands: !quoted, stripsTabs: match[1] === "-", start: word.start });
  }
  return marks;
}

/** Takes the body of a heredoc from the lines that follow, its closing line included. */
export function takeHeredoc(mark: HeredocMark, reader: LineReader): Heredoc {
  const parts: { text: string; at: { line: number; column: number } }[] = [];
  for (let raw = reader.nextRaw(); raw; raw = reader.nextRaw()) {
    const candidate = mark.stripsTabs ? raw.text.replace(/^\t+/, "") : raw.text;
    if (candidate === mark.name) return { ...mark, body: SpannedText.join(parts), terminated: true };
    parts.push({ text: `${raw.text}\n`, at: { line: raw.line, column: 1 } });
  }
  return { ...mark, body: SpannedText.join(parts), terminated: false };
}
