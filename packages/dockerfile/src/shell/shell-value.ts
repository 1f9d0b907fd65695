import type { DoubleQuotedChild, Word, WordPart } from "unbash";
import { expand, type Lookup } from "../stages/expand.ts";

/** The value of a variable in a running script: undefined where it is not known. */
export type ShellVariables = (name: string) => string | undefined;

/** UTF-16 units of a word with its variables put in. */
export const maxValue = 64 * 1024;

interface WordValue {
  value: string;
  known: boolean;
  /** It is longer than `maxValue`; the value is only its beginning. */
  tooLong: boolean;
}

/** What a word becomes, as far as it is known before the script runs. */
export function wordValue(word: Word, variables: ShellVariables): WordValue {
  if (word.parts === undefined) return { value: word.value, known: true, tooLong: false };
  return joined(word.parts, variables);
}

function joined(parts: readonly (WordPart | DoubleQuotedChild)[], lookup: Lookup): WordValue {
  let value = "";
  let known = true;
  for (const part of parts) {
    const read = partValue(part, lookup);
    value += read.value;
    known &&= read.known;
    if (read.tooLong || value.length > maxValue)
      return { value: value.slice(0, maxValue), known: false, tooLong: true };
  }
  return { value, known, tooLong: false };
}

function partValue(part: WordPart | DoubleQuotedChild, lookup: Lookup): WordValue {
  const tooLong = false;
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return { value: part.value, known: true, tooLong };
    case "DoubleQuoted":
    case "LocaleString":
      return joined(part.parts, lookup);
    case "Glob":
      return { value: part.text, known: true, tooLong };
    case "SimpleExpansion":
    case "ParameterExpansion": {
      const read = expand(part.text, lookup);
      const known = read.unknown.length === 0;
      return { value: known ? read.value : part.text, known, tooLong: read.tooLong };
    }
    default:
      return { value: part.text, known: false, tooLong };
  }
}
