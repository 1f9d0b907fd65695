import type { Assignment, Flag, Instruction, SyntaxProblem, Word } from "./instruction.ts";
import { readJsonForm } from "./json-form.ts";
import type { LogicalLine } from "./logical-lines.ts";
import type { SpannedText } from "./spanned-text.ts";
import { type RawWord, skipSpace, splitBare, splitWords, unquote, wordEnd } from "./words.ts";

export const keywords = new Set([
  "ADD",
  "ARG",
  "CMD",
  "COPY",
  "ENTRYPOINT",
  "ENV",
  "EXPOSE",
  "FROM",
  "HEALTHCHECK",
  "LABEL",
  "MAINTAINER",
  "ONBUILD",
  "RUN",
  "SHELL",
  "STOPSIGNAL",
  "USER",
  "VOLUME",
  "WORKDIR",
]);

const withJson = new Set(["ADD", "CMD", "COPY", "ENTRYPOINT", "RUN", "SHELL", "VOLUME"]);
const withBareWords = new Set(["ADD", "COPY", "EXPOSE", "FROM", "VOLUME"]);

/** Reads one joined line. Heredocs are added afterwards: their bodies stand on the lines behind it. */
export function parseInstruction(
  line: LogicalLine,
  escapeMark: string,
  report: (problem: SyntaxProblem) => void,
): Instruction {
  const { text } = line;
  const end = text.text.search(/\s|$/);
  const keyword = text.text.slice(0, end).toUpperCase();
  const { flags, bodyStart } = readFlags(text, end, escapeMark);
  const body = text.slice(bodyStart).trim();
  const instruction: Instruction = {
    keyword,
    startLine: line.startLine,
    endLine: line.endLine,
    position: text.positionAt(0),
    flags,
    body,
    words: [],
    assignments: [],
    json: withJson.has(keyword) ? readJsonForm(body.text) : undefined,
    heredocs: [],
    trigger: undefined,
  };
  if (!keywords.has(keyword)) {
    const message = `there is no instruction ${keyword.slice(0, 40)}`;
    report({ kind: "unknown-instruction", position: instruction.position, message });
  } else if (keyword === "ONBUILD") {
    if (/^ONBUILD(?:\s|$)/i.test(body.text)) {
      const message = "ONBUILD may not hold another ONBUILD";
      report({ kind: "arguments", position: body.positionAt(0), message });
    } else if (body.text !== "")
      instruction.trigger = parseInstruction({ ...line, text: body }, escapeMark, report);
  } else if (keyword === "ENV" || keyword === "LABEL") {
    instruction.assignments = readPairs(instruction, escapeMark, report);
  } else if (keyword === "ARG") {
    instruction.assignments = readArguments(body, escapeMark);
  }
  instruction.words = wordsOf(instruction, escapeMark);
  return instruction;
}

function readFlags(
  text: SpannedText,
  from: number,
  escapeMark: string,
): { flags: Flag[]; bodyStart: number } {
  const flags: Flag[] = [];
  let at = from;
  for (;;) {
    at = skipSpace(text.text, at);
    if (!text.text.startsWith("--", at)) return { flags, bodyStart: at };
    const end = wordEnd(text.text, at, escapeMark);
    const written = text.text.slice(at, end);
    if (written === "--") return { flags, bodyStart: end };
    const plain = unquote(written, escapeMark)?.value ?? written;
    const equals = plain.indexOf("=");
    flags.push({
      text: plain,
      position: text.positionAt(at),
      name: plain.slice(2, equals < 0 ? undefined : equals),
      value: equals < 0 ? undefined : plain.slice(equals + 1),
    });
    at = end;
  }
}

function wordsOf({ keyword, body, json }: Instruction, escapeMark: string): Word[] {
  if (body.text === "") return [];
  if (json) return json.map((text) => ({ text, position: body.positionAt(0) }));
  if (withBareWords.has(keyword)) return place(body, splitBare(body.text));
  if (keyword === "ENV" || keyword === "LABEL" || keyword === "ARG")
    return place(body, splitWords(body.text, escapeMark));
  return [{ text: body.text, position: body.positionAt(0) }];
}

function place(body: SpannedText, words: RawWord[]): Word[] {
  return words.map(({ text, start }) => ({ text, position: body.positionAt(start) }));
}

/** `name=value ...`, or the old form `name the rest is the value`. */
function readPairs(
  { keyword, body, position }: Instruction,
  escapeMark: string,
  report: (problem: SyntaxProblem) => void,
): Assignment[] {
  const words = splitWords(body.text, escapeMark);
  const first = words[0];
  if (first === undefined) {
    report({ kind: "arguments", position, message: `${keyword} needs a name and a value` });
    return [];
  }
  if (!first.text.includes("=")) {
    const value = body.text.slice(first.text.length).trim();
    if (value === "") report({ kind: "arguments", position, message: `${keyword} needs a value` });
    return [{ name: first.text, value, position: body.positionAt(first.start) }];
  }
  return words.flatMap((word) => {
    const equals = word.text.indexOf("=");
    const at = body.positionAt(word.start);
    if (equals > 0)
      return [{ name: word.text.slice(0, equals), value: word.text.slice(equals + 1), position: at }];
    const message = `${keyword} wants name=value; there is no name with = in one of its words`;
    report({ kind: "arguments", position: at, message });
    return [];
  });
}

function readArguments(body: SpannedText, escapeMark: string): Assignment[] {
  return splitWords(body.text, escapeMark).map(({ text, start }) => {
    const equals = text.indexOf("=");
    return {
      name: equals < 0 ? text : text.slice(0, equals),
      value: equals < 0 ? undefined : text.slice(equals + 1),
      position: body.positionAt(start),
    };
  });
}
