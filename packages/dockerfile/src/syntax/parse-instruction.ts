import { checkInstruction } from "./check-instruction.ts";
import { readFlags } from "./flags.ts";
import type { Assignment, Instruction, SyntaxProblem, Word } from "./instruction.ts";
import { placeJsonStrings, readJsonForm } from "./json-form.ts";
import { keywords } from "./keywords.ts";
import type { LogicalLine } from "./logical-lines.ts";
import type { SpannedText } from "./spanned-text.ts";
import { contentEnd, indentOf } from "./white-space.ts";
import { type RawWord, splitBare, splitWords } from "./words.ts";

export { keywords } from "./keywords.ts";

const withJson = new Set(["ADD", "CMD", "COPY", "ENTRYPOINT", "HEALTHCHECK", "RUN", "SHELL", "VOLUME"]);
const withBareWords = new Set(["ADD", "COPY", "EXPOSE", "FROM", "VOLUME"]);
const withAssignments = new Set(["ENV", "LABEL", "ARG"]);

/** A hundred times what any honest instruction has. */
const maxWords = 10_000;

type Report = (problem: SyntaxProblem) => void;

/** Reads one joined line. Heredocs are added afterwards: their bodies stand on the lines behind it. */
export function parseInstruction(line: LogicalLine, escapeMark: string, report: Report): Instruction {
  const instruction = readInstruction(line, escapeMark, report);
  if (keywords.has(instruction.keyword)) checkInstruction(instruction, report);
  else {
    const message = `there is no instruction ${instruction.keyword.slice(0, 40)}`;
    report({ kind: "unknown-instruction", position: instruction.position, message });
  }
  return instruction;
}

function readInstruction(line: LogicalLine, escapeMark: string, report: Report): Instruction {
  const start = indentOf(line.text.text);
  const last = Math.max(start, contentEnd(line.text.text));
  const text = line.text.slice(0, last);
  const length = text.text.slice(start).search(/[\t\v\f\r ]|$/);
  const keyword = text.text.slice(start, start + length).toUpperCase();
  const { flags, bodyStart } = readFlags(text, start + length, escapeMark);
  const body = text.slice(bodyStart).trim();
  const instruction: Instruction = {
    keyword,
    startLine: line.startLine,
    endLine: line.endLine,
    position: text.positionAt(start),
    end: text.endAt(last),
    flags,
    body,
    words: [],
    assignments: [],
    json: undefined,
    heredocs: [],
    trigger: undefined,
  };
  if (keyword === "ENV" || keyword === "LABEL")
    instruction.assignments = readPairs(instruction, escapeMark, report);
  else if (keyword === "ARG") instruction.assignments = readArguments(body, escapeMark);
  else if (withJson.has(keyword)) instruction.json = readJson(instruction, report);
  else if (keyword === "ONBUILD" && body.text !== "" && !/^ONBUILD(?:\s|$)/i.test(body.text))
    instruction.trigger = readInstruction({ ...line, text: body }, escapeMark, report);
  instruction.words = wordsOf(instruction, escapeMark);
  limitWords(instruction, report);
  return instruction;
}

/** The last word stays: it is the destination of COPY. */
function limitWords(instruction: Instruction, report: Report): void {
  const { keyword, words, assignments, position } = instruction;
  if (words.length <= maxWords) return;
  instruction.words = [...words.slice(0, maxWords - 1), ...words.slice(-1)];
  instruction.assignments = assignments.slice(0, maxWords);
  const message = `this ${keyword} has more than ${maxWords} words; the others are not checked`;
  report({ kind: "size", position, message });
}

/** What may be a JSON array: all behind the flags, and of HEALTHCHECK what follows CMD. */
function jsonPart({ keyword, body }: Pick<Instruction, "keyword" | "body">): SpannedText {
  if (keyword !== "HEALTHCHECK") return body;
  const space = body.text.search(/[\t-\r ]/);
  return space < 0 ? body.slice(body.text.length) : body.slice(space).trim();
}

function readJson(instruction: Instruction, report: Report): string[] | undefined {
  const part = jsonPart(instruction);
  const json = readJsonForm(part.text);
  if (json !== "mixed") return json;
  const message = "the JSON form may hold nothing but strings";
  report({ kind: "json", position: part.positionAt(0), message });
  return undefined;
}

function wordsOf(instruction: Instruction, escapeMark: string): Word[] {
  const { keyword, body, json } = instruction;
  if (body.text === "") return [];
  const part = jsonPart(instruction);
  const strings = json ? placedStrings(json, part) : undefined;
  if (keyword === "HEALTHCHECK") {
    const type = body.text.slice(0, body.text.search(/[\t-\r ]|$/));
    const rest = part.text === "" ? [] : [wholeWord(part)];
    return [...place(body, [{ text: type, start: 0, end: type.length }]), ...(strings ?? rest)];
  }
  if (strings) return strings;
  if (withBareWords.has(keyword)) return place(body, splitBare(body.text));
  if (withAssignments.has(keyword)) return place(body, splitWords(body.text, escapeMark));
  return [wholeWord(body)];
}

function wholeWord(text: SpannedText): Word {
  return { text: text.text, position: text.positionAt(0), end: text.endAt(text.text.length) };
}

function placedStrings(json: string[], text: SpannedText): Word[] {
  const places = placeJsonStrings(text);
  return json.map((string, index) => ({ ...wholeWord(places[index] ?? text), text: string }));
}

function place(body: SpannedText, words: RawWord[]): Word[] {
  return words.map(({ text, start, end }) => ({
    text,
    position: body.positionAt(start),
    end: body.endAt(end),
  }));
}

/** `name=value ...`, or the old form `name the rest is the value`. */
function readPairs(
  { keyword, body, position }: Instruction,
  escapeMark: string,
  report: Report,
): Assignment[] {
  const [first, ...others] = splitWords(body.text, escapeMark);
  if (first === undefined) return [];
  if (!first.text.includes("=")) {
    const name = body.text.slice(0, body.text.search(/[\t\v\f\r ]|$/));
    const rest = body.text.slice(name.length);
    const value = rest.slice(rest.search(/[^\t\v\f\r ]|$/));
    if (value === "") report({ kind: "arguments", position, message: `${keyword} needs a value` });
    return [{ name, value, position: body.positionAt(0), end: body.endAt(body.text.length) }];
  }
  return [first, ...others].flatMap(({ text, start, end }) => {
    const at = { position: body.positionAt(start), end: body.endAt(end) };
    const equals = text.indexOf("=");
    if (equals >= 0) return [{ name: text.slice(0, equals), value: text.slice(equals + 1), ...at }];
    const message = `${keyword} wants name=value; there is no name with = in one of its words`;
    report({ kind: "arguments", position: at.position, message });
    return [];
  });
}

function readArguments(body: SpannedText, escapeMark: string): Assignment[] {
  return splitWords(body.text, escapeMark).map(({ text, start, end }) => {
    const equals = text.indexOf("=");
    return {
      name: equals < 0 ? text : text.slice(0, equals),
      value: equals < 0 ? undefined : text.slice(equals + 1),
      position: body.positionAt(start),
      end: body.endAt(end),
    };
  });
}
