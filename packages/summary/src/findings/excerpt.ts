import { endOf, startOf, widthOf } from "../terminal/width.ts";
import { cleanSource } from "../text/clean.ts";
import type { Span } from "./span.ts";

/** A line of source cut to fit, and where its span came to stand, in columns. */
export interface Excerpt {
  text: string;
  indent: number;
  length: number;
}

const gap = "…";

/**
 * The line as it can be shown: cleaned, tabs as spaces, and where it is longer than `width` columns cut around the span,
 * more of it kept before the span than behind. A span that is itself longer keeps its beginning.
 */
export function excerpt(line: string, span: Span, width: number): Excerpt {
  const near = cutAround(line, span, width * unitsPerColumn);
  const [before, inside, behind] = [near.before, near.inside, near.behind].map(cleanSource) as Parts;
  const [toLeft, length, toRight] = [widthOf(before), Math.max(1, widthOf(inside)), widthOf(behind)];
  const isWhole = near.before.length + near.inside.length + near.behind.length === line.length;
  if (isWhole && toLeft + length + toRight <= width)
    return { text: (before + inside + behind).trimEnd(), indent: toLeft, length };
  const room = Math.max(8, width - 2);
  const isLong = length > room || near.inside.length < span.end - span.start;
  const middle = isLong ? startOf(inside, room - 1) + gap : inside;
  const rest = Math.max(0, room - widthOf(middle));
  const left = Math.min(toLeft, rest - Math.min(toRight, Math.floor(rest / 4)));
  const head = toLeft > left || near.isCutBefore ? gap + endOf(before, left) : before;
  const right = rest - Math.min(toLeft, left);
  const tail = isLong ? "" : toRight > right || near.isCutBehind ? startOf(behind, right) + gap : behind;
  return {
    text: (head + middle + tail).trimEnd(),
    indent: widthOf(head),
    length: Math.max(1, widthOf(middle)),
  };
}

type Parts = [before: string, inside: string, behind: string];

/** A line may be a megabyte; what is further away than this is not looked at. Few units take less than a column. */
const unitsPerColumn = 4;

function cutAround(line: string, { start, end }: Span, reach: number) {
  const from = outsidePair(line, start, -1);
  const to = outsidePair(line, end, 1);
  const first = outsidePair(line, Math.max(0, from - reach), -1);
  const last = outsidePair(line, to + reach, 1);
  return {
    before: line.slice(first, from),
    inside: line.slice(from, Math.min(to, outsidePair(line, from + reach, 1))),
    behind: line.slice(to, last),
    isCutBefore: first > 0,
    isCutBehind: last < line.length,
  };
}

/** The offset, or its neighbour where it stands inside a surrogate pair. */
function outsidePair(line: string, offset: number, step: 1 | -1): number {
  const isInside = /^[\ud800-\udbff][\udc00-\udfff]$/.test(line.slice(Math.max(0, offset - 1), offset + 1));
  return isInside ? offset + step : offset;
}
