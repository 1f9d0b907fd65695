/** `# mia-ignore[rule, MIA103]: reason` as written. Columns count from 1; names are as long as they are. */
export interface IgnoreComment {
  line: number;
  /** Of the `#`. */
  column: number;
  /** Behind the line's last character. */
  endColumn: number;
  /** Whether nothing else stands on the line. */
  alone: boolean;
  /** What stands behind `mia-ignore`: nothing, `file`, `stage`, or what does not exist. */
  form: string;
  /** Empty where there are no brackets or nothing in them. */
  names: IgnoredName[];
  /** Where the text between the brackets stands. */
  list: { column: number; endColumn: number } | undefined;
  reason: string;
}

export interface IgnoredName {
  text: string;
  column: number;
}

const opening = /(?:^|\s)(#\s*mia-ignore(?:-([\w-]*))?)(?![\w-])/i;

/** A reason is a sentence, not an essay; the rest of a longer one is left out where it is repeated. */
const maxReason = 1000;

/** The comment that a line is, or, with `atEnd`, ends with. */
export function readIgnoreComment(text: string, line: number, atEnd: boolean): IgnoreComment | undefined {
  const match = opening.exec(text);
  if (match === null) return undefined;
  const head = match[1] ?? "";
  const start = match.index + match[0].length - head.length;
  const alone = text.slice(0, start).trim() === "";
  if (!alone && !atEnd) return undefined;
  const { names, list, rest } = readList(text, start + head.length);
  return {
    line,
    column: start + 1,
    endColumn: text.length + 1,
    alone,
    form: (match[2] ?? "").toLowerCase(),
    names,
    list,
    reason: /^\s*:/.test(rest)
      ? rest
          .slice(rest.indexOf(":") + 1)
          .trim()
          .slice(0, maxReason)
      : "",
  };
}

function readList(text: string, from: number): Pick<IgnoreComment, "names" | "list"> & { rest: string } {
  const open = from + (text.slice(from).length - text.slice(from).trimStart().length);
  const close = text[open] === "[" ? text.indexOf("]", open) : -1;
  if (close < 0) return { names: [], list: undefined, rest: text.slice(from) };
  const names: IgnoredName[] = [];
  let at = open + 1;
  for (const part of text.slice(open + 1, close).split(",")) {
    const name = part.trim();
    if (name !== "") names.push({ text: name, column: at + part.indexOf(name) + 1 });
    at += part.length + 1;
  }
  return { names, list: { column: open + 2, endColumn: close + 1 }, rest: text.slice(close + 1) };
}
