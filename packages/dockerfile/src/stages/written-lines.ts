import { placedValue, type ShellWord } from "../shell/shell-command.ts";
import { type Position, SpannedText } from "../syntax/spanned-text.ts";

/** A line of configuration that a build or a start writes somewhere. */
export interface WrittenLine {
  text: string;
  position: Position;
  /** The text with the places of its characters, where it stands in the file as it is. */
  content: SpannedText | undefined;
  /** It begins with `#`. */
  isComment: boolean;
}

/** `echo PermitRootLogin yes`: the line's characters stand in several words. */
export function wordsAsLine(words: readonly ShellWord[], position: Position): WrittenLine[] {
  const text = words.map(({ value }) => value).join(" ");
  const parts = words.flatMap((word, index) => {
    const placed = placedValue(word);
    const space = index === 0 ? [] : [{ text: " ", at: word.position }];
    return placed ? [...space, ...placed.parts()] : [];
  });
  const content = SpannedText.join(parts);
  return content.text === text ? linesOfContent(content) : linesAt(text, position);
}

/** The lines of a word's value, each with its place as far as that is known. */
export function linesOfWord(word: ShellWord): WrittenLine[] {
  const placed = placedValue(word);
  return placed ? linesOfContent(placed) : linesAt(word.value, word.position);
}

const lineEnd = /\\n|\n/g;

/** The lines of a text, empty ones left out; a written `\n` ends one too. */
export function linesOfContent(content: SpannedText): WrittenLine[] {
  const lines: WrittenLine[] = [];
  const { text } = content;
  let start = 0;
  const add = (end: number): void => {
    const line = text.slice(start, end);
    const isComment = /^\s*#/.test(line);
    if (line.trim() !== "")
      lines.push({
        text: line,
        position: content.positionAt(start),
        content: content.slice(start, end),
        isComment,
      });
  };
  for (const match of text.matchAll(lineEnd)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return lines;
}

/** The lines of a text of which only the beginning's place is known. */
export function linesAt(text: string, position: Position): WrittenLine[] {
  return text
    .split(lineEnd)
    .filter((line) => line.trim() !== "")
    .map((line) => ({ text: line, position, content: undefined, isComment: /^\s*#/.test(line) }));
}
