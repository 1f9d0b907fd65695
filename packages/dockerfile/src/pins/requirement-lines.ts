import { type Position, SpannedText } from "../syntax/spanned-text.ts";
import type { ReportUnread } from "../unread.ts";
import { spaceAfter, spaceBefore } from "./python-space.ts";
import type { Places } from "./requirement.ts";

/** UTF-16 units of one line, and of one with all that `\\` joins to it: a package may have a hundred hashes. */
const maxLine = 4 * 1024;
const maxJoined = 64 * 1024;

/** What Python takes for the end of a line besides the line feed, which editors do not count. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ends of lines that Python knows.
const otherEnds = /[\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

const comment = /^[^\S\uFEFF]*#/;

/** A text with places that can be cut. */
export interface LineText extends Places {
  slice(from: number, to?: number): LineText;
}

/** A line that stands in the file as it is. */
class WholeLine implements LineText {
  readonly text: string;
  private readonly line: number;
  private readonly column: number;

  constructor(text: string, line: number, column: number) {
    this.text = text;
    this.line = line;
    this.column = column;
  }

  positionAt(offset: number): Position {
    return { line: this.line, column: this.column + offset };
  }

  endAt(offset: number): Position {
    return this.positionAt(offset);
  }

  slice(from: number, to = this.text.length): LineText {
    return new WholeLine(this.text.slice(from, to), this.line, this.column + from);
  }
}

/** A line of its own, for which no text with places had to be put together. */
export interface PlainLine {
  name: string;
  version: string;
  line: number;
}

/** Nearly every line of a frozen file. A version that ends like an archive would be one. */
const plainLine =
  /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9_])?)==(\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?(?:\.post\d+)?(?:\+[a-z0-9]+)?)$/;

/** Lines joined at `\\`, without comments and empty lines, as pip joins them. `linesBefore` are above the text. */
export function* logicalLines(
  text: string,
  linesBefore: number,
  report: ReportUnread,
): Generator<LineText | PlainLine> {
  const joiner = new LineJoiner(report);
  let line = linesBefore;
  for (let from = 0; from < text.length; ) {
    const feed = text.indexOf("\n", from);
    const end = feed < 0 ? text.length : feed;
    line += 1;
    const raw = text.slice(from, feed > from && text[feed - 1] === "\r" ? feed - 1 : end);
    from = end + 1;
    if (joiner.isEmpty() && raw.length <= maxLine) {
      if (raw === "") continue;
      const plain = plainLine.exec(raw);
      if (plain) {
        yield { name: plain[1] as string, version: plain[2] as string, line };
        continue;
      }
    }
    if (!otherEnds.test(raw)) {
      const joined = joiner.add(raw, { line, column: 1 });
      if (joined) yield joined;
      continue;
    }
    let column = 1;
    for (const part of raw.split(otherEnds)) {
      const joined = joiner.add(part, { line, column });
      if (joined) yield joined;
      column += part.length + 1;
    }
  }
  const last = joiner.take();
  if (last) yield last;
}

/** Collects what belongs to one line. */
class LineJoiner {
  private readonly report: ReportUnread;
  private parts: { text: string; at: Position }[] = [];
  private length = 0;
  private refused = false;

  constructor(report: ReportUnread) {
    this.report = report;
  }

  isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /** The joined line, where this part ends one that says something. */
  add(raw: string, at: Position): LineText | undefined {
    const isComment = comment.test(raw);
    const continues = !isComment && raw.endsWith("\\");
    this.length += raw.length;
    if (!this.refused && !isComment && (raw.length > maxLine || this.length > maxJoined)) {
      this.refused = true;
      this.report({ position: at, ...tooLong(raw.length > maxLine) });
    }
    if (!this.refused || this.parts.length === 0) {
      const part = { text: isComment ? " #" : raw, at };
      this.parts.push(continues && !this.refused ? withoutBackslashes(part) : part);
    }
    return continues ? undefined : this.take();
  }

  take(): LineText | undefined {
    const { parts, refused } = this;
    this.parts = [];
    this.length = 0;
    this.refused = false;
    return refused || parts.length === 0 ? undefined : withoutComment(parts);
  }
}

/** Both ends of a continued line lose their backslashes. */
function withoutBackslashes({ text, at }: { text: string; at: Position }): { text: string; at: Position } {
  let from = 0;
  let to = text.length;
  while (text[from] === "\\") from += 1;
  while (to > from && text[to - 1] === "\\") to -= 1;
  return { text: text.slice(from, to), at: { line: at.line, column: at.column + from } };
}

function tooLong(alone: boolean): { message: string; remedy: string } {
  const limit = alone ? maxLine : maxJoined;
  return {
    message: `this line cannot be checked: it is longer than ${limit / 1024} KiB${alone ? "" : " with those joined to it"}`,
    remedy: "Write one requirement a line; long lists of hashes go on behind a backslash.",
  };
}

function withoutComment(parts: { text: string; at: Position }[]): LineText | undefined {
  const [only] = parts;
  const joined: LineText =
    only && parts.length === 1
      ? new WholeLine(only.text, only.at.line, only.at.column)
      : SpannedText.join(parts);
  const hash = joined.text.includes("#") ? joined.text.search(/(?:^|[^\S\uFEFF])#/) : -1;
  const to = spaceAfter(joined.text, hash < 0 ? undefined : hash);
  const from = Math.min(to, spaceBefore(joined.text));
  return from < to ? joined.slice(from, to) : undefined;
}
