import type { Location, Severity } from "@mia/step-result";
import type { Paint, Tone } from "../terminal/paint.ts";
import { widthOf } from "../terminal/width.ts";
import { wrap } from "../terminal/wrap.ts";
import { clean } from "../text/clean.ts";
import { excerpt } from "./excerpt.ts";
import { firstSpan, lastEnd } from "./span.ts";

export interface SnippetStyle {
  /** Columns of the terminal. */
  width: number;
  /** Columns of the widest line number. */
  gutter: number;
  paint: Paint;
  /** Of the carets. */
  tone: Tone;
}

export const toneOf: Record<Severity, Tone> = { error: "failed", warning: "warning", info: "strong" };

/** Lines of a place that are shown at its beginning and at its end, where it is longer than both together. */
const shownFirst = 3;
const shownLast = 2;

/** One place: the file with line and column, its source with carets under what is meant, and its note behind them. */
export function snippet(
  location: Location,
  source: readonly string[] | undefined,
  style: SnippetStyle,
): string[] {
  const { file, line, column, endLine = line, note } = location;
  const { paint, gutter, width } = style;
  const at = `${clean(file, 300)}:${line}${column === undefined ? "" : `:${column}`}`;
  const arrow = `${" ".repeat(gutter)}${paint("faint", "-->")} ${at}`;
  const text = source?.[line - 1];
  const said = note === undefined ? "" : clean(note, 1000);
  if (source === undefined || text === undefined) {
    const indent = " ".repeat(gutter + 4);
    return said === "" ? [arrow] : [arrow, ...wrap(said, width, indent)];
  }
  const last = Math.min(Math.max(endLine, line), source.length);
  const body =
    last > line ? severalLines(location, source, last, said, style) : oneLine(location, text, said, style);
  return [arrow, bare(style), ...body];
}

function oneLine(location: Location, text: string, note: string, style: SnippetStyle): string[] {
  const shown = excerpt(text, firstSpan(location, text), roomOf(style));
  return [
    numbered(location.line, shown.text, style),
    ...marked(" ".repeat(shown.indent), "^".repeat(shown.length), note, style),
  ];
}

/** A bar at the left goes from the first line to the last and turns there to the last character that is meant. */
function severalLines(
  location: Location,
  source: readonly string[],
  last: number,
  note: string,
  style: SnippetStyle,
): string[] {
  const { line } = location;
  const { paint, tone } = style;
  const room = roomOf(style) - 2;
  const isLong = last - line + 1 > shownFirst + shownLast + 1;
  const lastText = source[last - 1] ?? "";
  const end = Math.max(1, lastEnd(location, lastText));
  const lastShown = excerpt(lastText, { start: end - 1, end }, room);
  const lines: string[] = [];
  for (let at = line; at <= last; at++) {
    if (isLong && at === line + shownFirst) {
      lines.push(numbered(undefined, paint(tone, "|"), { ...style, mark: "..." }));
      at = last - shownLast;
      continue;
    }
    const shown = at === last ? lastShown.text : beginning(source[at - 1] ?? "", room);
    const bar = paint(tone, at === line ? "/" : "|");
    lines.push(numbered(at, shown === "" ? bar : `${bar} ${shown}`, style));
  }
  return [...lines, ...marked("", `|${"_".repeat(lastShown.indent + 1)}^`, note, style)];
}

function beginning(text: string, room: number): string {
  return excerpt(text, { start: 0, end: 1 }, room).text;
}

/** The carets with the note behind them, or under them where too little room is left. */
function marked(indent: string, carets: string, note: string, style: SnippetStyle): string[] {
  const { paint, tone } = style;
  const room = roomOf(style);
  const line = `${indent}${paint(tone, carets)}`;
  if (note === "") return [bare(style, line)];
  const before = indent.length + carets.length + 1;
  const noteWidth = widthOf(note);
  const isRoom = room - before >= Math.min(noteWidth, 24);
  const furthest = Math.max(0, room - Math.min(noteWidth, 40));
  const hang = " ".repeat(isRoom ? before : Math.min(indent.length, furthest));
  const [first = "", ...rest] = wrap(note, room, hang).map((part) => part.slice(hang.length));
  const written = (part: string): string => bare(style, hang + paint(tone, part));
  return isRoom
    ? [bare(style, `${line} ${paint(tone, first)}`), ...rest.map(written)]
    : [bare(style, line), ...[first, ...rest].map(written)];
}

/** What the gutter, its bar and the spaces beside it leave. */
function roomOf({ width, gutter }: SnippetStyle): number {
  return Math.max(20, width - gutter - 3);
}

function numbered(
  line: number | undefined,
  text: string,
  { gutter, paint, mark }: SnippetStyle & { mark?: string },
): string {
  const number = (line === undefined ? (mark ?? "") : String(line)).padStart(gutter);
  return `${paint("faint", `${number} |`)}${text === "" ? "" : ` ${text}`}`;
}

export function bare(style: SnippetStyle, text = ""): string {
  return numbered(undefined, text, style);
}
