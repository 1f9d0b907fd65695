import { placedValue, type ShellWord } from "../shell/shell-command.ts";
import type { SpannedText } from "../syntax/spanned-text.ts";

/** A `s/from/to/` of sed or perl, or what its `a`, `i` and `c` add. */
export interface SedEdit {
  /** A basic regular expression unless `extended`; empty for an addition. */
  from: string;
  to: string;
  /** The replacement with the places of its characters, where they stand in the file as they are. */
  content: SpannedText | undefined;
  extended: boolean;
  ignoresCase: boolean;
  word: ShellWord;
}

/** More edits than this in one word are not looked at. */
const maxEdits = 200;

/** The edits in one word of a sed or perl command line. */
export function sedEdits(word: ShellWord, extended: boolean): SedEdit[] {
  const { value } = word;
  const edits: SedEdit[] = [];
  const inPlace = placedValue(word);
  const add = (from: string, to: string, offset: number, flags: string): void => {
    const content = inPlace?.slice(offset, offset + to.length);
    edits.push({ from, to, content, extended, ignoresCase: /i/i.test(flags), word });
  };
  for (const match of value.matchAll(
    /(?:^|[;\s\d$/}!,])s([/|#,@!%:])((?:\\.|(?!\1)[^\\\n])*)\1((?:\\.|(?!\1)[^\\\n])*)\1([a-zA-Z\d]*)/g,
  )) {
    if (edits.length >= maxEdits) return edits;
    const [whole, , from = "", to = "", flags = ""] = match;
    add(from, to, match.index + whole.length - flags.length - 1 - to.length, flags);
  }
  const appended = /(?:^|[\s\d$/])[aic](?:\\\s*|\s+)(\S.*)$/s.exec(value);
  // GNU sed needs no space behind the letter.
  const joined = appended
    ? null
    : /^\s*(?:\d{1,9}|\$|\/[^/]{1,200}\/)\s*[aic]([A-Z]\w{2,40}[ \t=]\S.*)$/s.exec(value);
  const text = (appended ?? joined)?.[1];
  if (text !== undefined && edits.length === 0) add("", text, value.length - text.length, "");
  return edits;
}

/** What `to` becomes: what it only refers back to is put in, as far as it can be seen in `from`. */
export function plainReplacement({ from, to, extended }: SedEdit): string {
  if (!/\\[1-9]|\$[1-9]|&/.test(to)) return to;
  const pattern = from.slice(0, 1000);
  const groups = groupsIn(pattern, extended);
  return to.replace(/\\([1-9])|\$([1-9])|&/g, (_, back?: string, dollar?: string) => {
    const group = groups[Number(back ?? dollar ?? 1) - 1] ?? "";
    // A group that may take the `#` along leaves a comment one.
    if ((back ?? dollar) && group.includes("#")) return "#";
    return group.replace(/[^A-Za-z ].*$/, "") || (back === undefined || back === "1" ? pattern : "");
  });
}

/** The texts of the bracketed groups, by the order they open. */
function groupsIn(pattern: string, extended: boolean): string[] {
  const groups: string[] = [];
  const open: { index: number; start: number }[] = [];
  for (let at = 0; at < pattern.length && groups.length < 20; at++) {
    const isEscaped = pattern[at] === "\\";
    const mark = isEscaped ? pattern[++at] : pattern[at];
    if (isEscaped === extended) continue;
    if (mark === "(") open.push({ index: groups.push("") - 1, start: at + 1 });
    else if (mark === ")") {
      const one = open.pop();
      if (one) groups[one.index] = pattern.slice(one.start, isEscaped ? at - 1 : at);
    }
  }
  return groups;
}

/** Stars and questions that are followed: each more multiplies the time that a hostile pattern can take. */
const maxRepeats = 4;

/** The pattern as an expression of ours; undefined where it has what is not followed. */
export function sedPattern({ from, extended, ignoresCase }: SedEdit): RegExp | undefined {
  if (from.length > 200) return undefined;
  let source = "";
  let repeats = 0;
  for (let at = 0; at < from.length; at++) {
    const one = from[at] as string;
    if (one === "\\") {
      const next = from[++at] ?? "";
      if (/[sSwWbdD]/.test(next)) source += `\\${next}`;
      else if (/[()|+?]/.test(next)) {
        if (extended) source += `\\${next}`;
        else source += next;
        if (!extended && /[+?]/.test(next)) repeats += 1;
      } else if (/[0-9{}<>]/.test(next)) return undefined;
      else source += next.replace(/[.*^$[\]\\/]/, "\\$&");
    } else if (one === "[") {
      const end = from.indexOf("]", at + (from[at + 1] === "^" ? 3 : 2));
      if (end < 0) return undefined;
      const inner = from
        .slice(at + 1, end)
        .replace("[:space:", "\\s")
        .replace("[:blank:", " \\t");
      if (inner.includes("[")) return undefined;
      const isNamed = from.slice(at + 1, end).startsWith("[:");
      source += `[${inner.replace(/\](?!$)/g, "\\]")}]`;
      at = isNamed && from[end + 1] === "]" ? end + 1 : end;
    } else if (one === "*") {
      repeats += 1;
      source += source === "" ? "\\*" : "*";
    } else if (/[+?|(){}]/.test(one)) {
      if (one === "{" || one === "}") return undefined;
      if (extended && /[+?]/.test(one)) repeats += 1;
      source += extended ? one : `\\${one}`;
    } else source += one;
  }
  // A repeated group is how an expression takes for ever.
  if (repeats > maxRepeats || /\)[*+]/.test(source)) return undefined;
  try {
    return new RegExp(source, ignoresCase ? "i" : "");
  } catch {
    return undefined;
  }
}
