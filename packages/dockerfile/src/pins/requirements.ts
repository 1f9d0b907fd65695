import type { Position } from "../syntax/spanned-text.ts";
import type { Unread } from "../unread.ts";
import { fileKind, type RequirementsKind } from "./file-kind.ts";
import { isUrl } from "./package-url.ts";
import { spaceAfter } from "./python-space.ts";
import { readRequirement } from "./read-requirement.ts";
import { normalName, type Places, type Refusal, type Requirement, type Specifier } from "./requirement.ts";
import { type LineText, logicalLines, type PlainLine } from "./requirement-lines.ts";
import { hasVariable, ofOneRequirement, type RequirementOption, readOptions } from "./requirement-options.ts";

export { normalName, type Requirement, type RequirementOption, type Specifier };

/** A line that pip stops at. */
export interface RequirementProblem {
  kind: "option" | Refusal["kind"];
  message: string;
  position: Position;
  end: Position;
}

export interface RequirementsFile {
  path: string;
  /** What wrote it: pip reads only the first kind. */
  kind: RequirementsKind;
  /** Lines that were not read, for they are longer than any honest one. */
  unread: Unread[];
  requirements: Requirement[];
  /** Options that count, `--requirement` and `--constraint` among them, in the order of the file. */
  options: RequirementOption[];
  /** Options that pip passes over without a word: behind a requirement, or beside a `-r` on the same line. */
  ignored: RequirementOption[];
  /** Lines that pip refuses, the first hundred of them. */
  problems: RequirementProblem[];
}

const maxProblems = 100;

/**
 * Reads a requirements file as pip does. Lines that pip would refuse are problems; nothing is followed. `linesBefore`: of a
 * text that stands inside another file, the lines above it.
 */
export function parseRequirements(path: string, text: string, linesBefore = 0): RequirementsFile {
  const source = plainText(text);
  const file: RequirementsFile = {
    path,
    kind: fileKind(source),
    unread: [],
    requirements: [],
    options: [],
    ignored: [],
    problems: [],
  };
  for (const line of logicalLines(source, linesBefore, (unread) => file.unread.push(unread))) {
    if ("text" in line) readLine(line, file);
    else file.requirements.push(plainRequirement(line));
  }
  return file;
}

/** `name[extra]==1.0; marker`, `name @ url`, a URL or a path, at one place of a file; undefined for what pip refuses. */
export function parseRequirement(written: string, position: Position): Requirement | undefined {
  const { line, column } = position;
  const at = (offset: number): Position => ({ line, column: column + offset });
  const reading = readRequirement({ text: written, positionAt: at, endAt: at });
  return "requirement" in reading ? reading.requirement : undefined;
}

/**
 * Without a byte order mark. PowerShell's `>` writes UTF-16, which pip reads; read as UTF-8 it is two replacement
 * characters and a zero behind each letter.
 */
function plainText(text: string): string {
  if (text.startsWith("\uFFFD\uFFFD") && text.includes("\0")) return text.slice(2).replaceAll("\0", "");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function plainRequirement({ name, version, line }: PlainLine): Requirement {
  const nameEnd = { line, column: name.length + 1 };
  const versionPosition = { line, column: name.length + 3 };
  const end = { line, column: name.length + 3 + version.length };
  return {
    name,
    extras: [],
    specifiers: [{ operator: "==", version, legacy: false, position: nameEnd, versionPosition, end }],
    source: "index",
    url: undefined,
    path: undefined,
    marker: undefined,
    editable: false,
    hashes: [],
    known: true,
    exact: true,
    position: { line, column: 1 },
    nameEnd,
    end,
  };
}

const noOptions: { options: RequirementOption[] } = { options: [] };

function readLine(line: LineText, file: RequirementsFile): void {
  const split = optionsStart(line.text);
  const read = split < line.text.length ? readOptions(line, split) : noOptions;
  if ("problem" in read) {
    const { message, start, end } = read.problem;
    addProblem(
      file,
      { kind: "option", message, position: line.positionAt(start), end: line.endAt(end) },
      line,
    );
    return;
  }
  const { options } = read;
  const written = line.slice(0, spaceAfter(line.text, split));
  if (written.text === "") {
    readOptionLine(options, file);
    return;
  }
  const reading = readRequirement(written, !hasVariable(written.text));
  for (const option of options) if (!ofOneRequirement.has(option.name)) file.ignored.push(option);
  if ("refusal" in reading) {
    const { kind, message, start, end } = reading.refusal;
    addProblem(file, { kind, message, position: written.positionAt(start), end: written.endAt(end) }, line);
    return;
  }
  const hashes = options.filter(({ name }) => name === "--hash").map(({ value }) => value);
  file.requirements.push(hashes.length > 0 ? { ...reading.requirement, hashes } : reading.requirement);
}

/** pip splits at single spaces and takes for options what begins with a dash, from there to the end. */
function optionsStart(text: string): number {
  if (text.startsWith("-")) return 0;
  const at = text.indexOf(" -");
  return at < 0 ? text.length : at + 1;
}

/** What counts of a line of options: one editable, or one file, or else all but further find-links and earlier indexes. */
function readOptionLine(options: RequirementOption[], file: RequirementsFile): void {
  const first = (name: string): RequirementOption | undefined =>
    options.find((option) => option.name === name);
  const editable = first("--editable");
  const only = editable ?? first("--requirement") ?? first("--constraint");
  const links = first("--find-links");
  const index = options.findLast(({ name }) => name === "--index-url");
  for (const option of options) {
    const { name } = option;
    const counts = only
      ? option === only
      : (name !== "--find-links" || option === links) && (name !== "--index-url" || option === index);
    if (!counts) file.ignored.push(option);
    else if (option === editable) addEditable(option, file);
    else if (!ofOneRequirement.has(name)) file.options.push(option);
  }
}

function addEditable(option: RequirementOption, file: RequirementsFile): void {
  const requirement = readEditable(option);
  const { position, end } = option;
  if (requirement.source !== "url" || !option.known) file.requirements.push(requirement);
  else if (file.problems.length < maxProblems)
    file.problems.push({
      kind: "url",
      message: "only a folder or a repository can be editable",
      position,
      end,
    });
}

/** `-e path`, `-e git+https://...#egg=name`. */
export function readEditable({ value, position, end, known }: Omit<RequirementOption, "name">): Requirement {
  const exact = end.line === position.line && end.column - position.column === value.length;
  const at = (offset: number): Position => ({ line: position.line, column: position.column + offset });
  const endAt = (offset: number): Position => (offset === value.length ? end : at(offset));
  const places: Places = {
    text: value,
    positionAt: exact ? at : () => position,
    endAt: exact ? endAt : () => end,
  };
  const named = isUrl(value) || /^[\w.-]+(?:\[[^\]]*\])?\s*@/.test(value);
  const reading = named ? readRequirement(places, known, exact) : undefined;
  if (reading && "requirement" in reading) return { ...reading.requirement, editable: true, known };
  const path = value.replace(/\[[^\][]*\]$/, "");
  const none = { name: "", extras: [], specifiers: [], url: undefined, marker: undefined, hashes: [] };
  return { ...none, source: "path", path, editable: true, known, exact, position, nameEnd: position, end };
}

function addProblem(file: RequirementsFile, problem: RequirementProblem, { text }: LineText): void {
  // With a variable put in, the line may be a good one.
  if (file.problems.length < maxProblems && !hasVariable(text)) file.problems.push(problem);
}
