import type { DoubleQuotedChild, Word, WordPart } from "unbash";
import { expand, type Lookup } from "../stages/expand.ts";

/** The value of a variable in a running script: undefined where it is not known. */
export type ShellVariables = (name: string) => string | undefined;

/** What a word becomes, as far as it is known before the script runs. */
export function wordValue(word: Word, variables: ShellVariables): { value: string; known: boolean } {
  if (word.parts === undefined) return { value: word.value, known: true };
  const values = word.parts.map((part) => partValue(part, variables));
  return {
    value: values.map(({ value }) => value).join(""),
    known: values.every(({ known }) => known),
  };
}

function partValue(part: WordPart | DoubleQuotedChild, lookup: Lookup): { value: string; known: boolean } {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return { value: part.value, known: true };
    case "DoubleQuoted":
    case "LocaleString": {
      const values = part.parts.map((child) => partValue(child, lookup));
      return {
        value: values.map(({ value }) => value).join(""),
        known: values.every(({ known }) => known),
      };
    }
    case "Glob":
      return { value: part.text, known: true };
    case "SimpleExpansion":
    case "ParameterExpansion": {
      const { value, unknown } = expand(part.text, lookup);
      return unknown.length > 0 ? { value: part.text, known: false } : { value, known: true };
    }
    default:
      return { value: part.text, known: false };
  }
}
