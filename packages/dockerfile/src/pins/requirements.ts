import { type Position, SpannedText } from "../syntax/spanned-text.ts";
import { splitWords } from "../syntax/words.ts";
import type { ReportUnread, Unread } from "../unread.ts";

export interface Specifier {
  operator: string;
  version: string;
}

/** A package that a requirements file or a pip command line asks for. */
export interface Requirement {
  name: string;
  specifiers: Specifier[];
  /** Where it comes from, of `name @ url` and of a bare or editable URL. */
  url: string | undefined;
  /** The condition behind `;`, as written. */
  marker: string | undefined;
  position: Position;
}

/** `--find-links URL` and the like. */
export interface RequirementOption {
  name: string;
  value: string;
  position: Position;
}

export interface RequirementsFile {
  path: string;
  /** Lines that were not read, for they are longer than any honest one. */
  unread: Unread[];
  requirements: Requirement[];
  options: RequirementOption[];
}

const shortOptions: Record<string, string> = {
  "-c": "--constraint",
  "-e": "--editable",
  "-f": "--find-links",
  "-i": "--index-url",
  "-r": "--requirement",
};

/** Package names are compared without case, and `-`, `_` and `.` are the same (PEP 503). */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** Reads a requirements file as pip does. Lines that pip would refuse are left out. */
export function parseRequirements(path: string, text: string): RequirementsFile {
  const file: RequirementsFile = { path, requirements: [], options: [], unread: [] };
  for (const line of logicalLines(text, (unread) => file.unread.push(unread))) {
    if (line.text.startsWith("-")) readOption(line, file);
    else {
      const requirement = parseRequirement(line.text, line.positionAt(0));
      if (requirement) file.requirements.push(requirement);
    }
  }
  return file;
}

/** `name[extra]==1.0; marker`, `name @ url` or a URL of its own. */
export function parseRequirement(written: string, position: Position): Requirement | undefined {
  const none = { specifiers: [], url: undefined, marker: undefined, position };
  const pinned = /^([A-Za-z0-9][\w.-]*)==([\w.+]+)$/.exec(written);
  if (pinned) {
    const specifiers = [{ operator: "==", version: pinned[2] ?? "" }];
    return { ...none, name: pinned[1] ?? "", specifiers };
  }
  // Hashes and other options of one requirement follow it.
  const options = written.search(/\s--\w/);
  const text = (options < 0 ? written : written.slice(0, options)).trimEnd();
  if (/^[\w+.-]+:\/\//.test(text)) {
    const url = text.split(/\s/, 1)[0] ?? text;
    return { ...none, name: /[#&]egg=([\w.-]+)/.exec(url)?.[1] ?? "", url };
  }
  const match = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:@\s*(\S+)|([^;]*))\s*(?:;(.*))?$/s.exec(text);
  if (!match) return undefined;
  const specifiers = readSpecifiers(match[3] ?? "");
  if (specifiers === undefined) return undefined;
  return { ...none, name: match[1] ?? "", specifiers, url: match[2], marker: match[4]?.trim() };
}

function readSpecifiers(text: string): Specifier[] | undefined {
  const plain = text.trim().replace(/^\((.*)\)$/, "$1");
  if (plain === "") return [];
  const specifiers: Specifier[] = [];
  for (const part of plain.split(",")) {
    const match = /^\s*(===|==|~=|!=|<=|>=|<|>)\s*(\S+)\s*$/.exec(part);
    if (!match) return undefined;
    specifiers.push({ operator: match[1] ?? "", version: match[2] ?? "" });
  }
  return specifiers;
}

function readOption(line: SpannedText, file: RequirementsFile): void {
  const words = splitWords(line.text, "\\");
  for (let index = 0; index < words.length; index++) {
    const { text, start } = words[index] as { text: string; start: number };
    const match = /^(--[\w-]+)(?:=(.*))?$/s.exec(text) ?? /^(-[a-z])(.+)?$/s.exec(text);
    if (!match) continue;
    const name = shortOptions[match[1] ?? ""] ?? match[1] ?? "";
    const next = words[index + 1];
    const separate = match[2] === undefined && next !== undefined && !next.text.startsWith("-");
    const position = line.positionAt(separate ? next.start : start);
    const value = (separate ? next.text : (match[2] ?? "")).replace(/^(["'])(.*)\1$/, "$2");
    if (separate) index += 1;
    if (name === "--editable") {
      const requirement = parseRequirement(value, position);
      if (requirement?.url) file.requirements.push(requirement);
    } else file.options.push({ name, value, position });
  }
}

/** UTF-16 units of one line, and of one with all that `\\` joins to it: a package may have a hundred hashes. */
const maxLine = 4 * 1024;
const maxJoined = 64 * 1024;

const plainLine = /^[\w.[\]-]+==[\w.+]+$/;

/** Lines joined at `\`, without comments and empty lines. */
function* logicalLines(text: string, report: ReportUnread): Generator<SpannedText> {
  let parts: { text: string; at: Position }[] = [];
  let joined = 0;
  let refused = false;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    // Nearly every line of a frozen file is `name==version`; those need no joining.
    if (parts.length === 0 && raw.length <= maxLine && (raw === "" || plainLine.test(raw))) {
      if (raw !== "") yield SpannedText.join([{ text: raw, at: { line: index + 1, column: 1 } }]);
      continue;
    }
    const isComment = raw.trimStart().startsWith("#");
    const continues = !isComment && raw.endsWith("\\");
    const at = { line: index + 1, column: 1 };
    joined += raw.length;
    if (!refused && !isComment && (raw.length > maxLine || joined > maxJoined)) {
      refused = true;
      report({ position: at, ...tooLong(raw.length > maxLine) });
    }
    if (!refused || parts.length === 0)
      parts.push({ text: isComment ? " " : continues ? raw.slice(0, -1) : raw, at });
    if (continues) continue;
    if (!refused) yield* withoutComment(parts);
    parts = [];
    joined = 0;
    refused = false;
  }
  if (refused) return;
  yield* withoutComment(parts);
}

function tooLong(alone: boolean): { message: string; remedy: string } {
  const limit = alone ? maxLine : maxJoined;
  return {
    message: `this line cannot be checked: it is longer than ${limit / 1024} KiB${alone ? "" : " with those joined to it"}`,
    remedy: "Write one requirement a line; long lists of hashes go on behind a backslash.",
  };
}

function* withoutComment(parts: { text: string; at: Position }[]): Generator<SpannedText> {
  const joined = SpannedText.join(parts);
  const end = joined.text.search(/(?:^|\s)#/);
  const line = (end < 0 ? joined : joined.slice(0, end)).trim();
  if (line.text !== "") yield line;
}
