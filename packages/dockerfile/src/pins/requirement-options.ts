import type { Position } from "../syntax/spanned-text.ts";
import type { Places } from "./requirement.ts";

/** `--find-links URL` and the like, under its long name. */
export interface RequirementOption {
  name: string;
  value: string;
  /** Of the value, or of the option where it has none or both are one word. */
  position: Position;
  end: Position;
  /** False where `${NAME}` stands in the value. */
  known: boolean;
}

export interface OptionProblem {
  message: string;
  start: number;
  end: number;
}

/** What pip takes in a requirements file. `true`: with a value. Source: pip's documentation of the requirements file format. */
const takesValue: Record<string, boolean> = {
  "--config-setting": true,
  "--config-settings": true,
  "--constraint": true,
  "--editable": true,
  "--extra-index-url": true,
  "--find-links": true,
  "--global-option": true,
  "--hash": true,
  "--index-url": true,
  "--no-binary": true,
  "--no-index": false,
  "--only-binary": true,
  "--pre": false,
  "--prefer-binary": false,
  "--pypi-url": true,
  "--require-hashes": false,
  "--requirement": true,
  "--trusted-host": true,
  "--use-feature": true,
};

/** Older pips took these too; whether this image's pip does, nobody here knows. */
const onceTaken: Record<string, boolean> = {
  "--allow-all-external": false,
  "--allow-external": true,
  "--allow-unverified": true,
  "--always-unzip": false,
  "--install-option": true,
  "--process-dependency-links": false,
  "--use-wheel": false,
  "--no-use-wheel": false,
};

const shortNames: Record<string, string> = {
  "-C": "--config-settings",
  "-Z": "--always-unzip",
  "-c": "--constraint",
  "-e": "--editable",
  "-f": "--find-links",
  "-i": "--index-url",
  "-r": "--requirement",
};

/** Options of one requirement; pip ignores all others on its line. */
export const ofOneRequirement: ReadonlySet<string> = new Set([
  "--hash",
  "--global-option",
  "--config-settings",
  "--config-setting",
  "--install-option",
]);

/** pip puts variables in where they are written like this, and leaves them alone where they are not set. */
export function hasVariable(text: string): boolean {
  return text.includes("${") && /\$\{[A-Z0-9_]+\}/.test(text);
}

interface ShellToken {
  value: string;
  start: number;
  end: number;
}

/** Reads the options of one line, from `from` on, as pip does: the words of a shell, then each option by its name or a beginning of it. */
export function readOptions(
  line: Places,
  from: number,
): { options: RequirementOption[] } | { problem: OptionProblem } {
  const words = shellWords(line.text, from);
  if ("problem" in words) return words;
  const { tokens } = words;
  const options: RequirementOption[] = [];
  const add = (name: string, value: string, word: ShellToken): void => {
    const known = !hasVariable(value);
    options.push({ name, value, known, position: line.positionAt(word.start), end: line.endAt(word.end) });
  };
  for (let index = 0; index < tokens.length; index++) {
    const word = tokens[index] as ShellToken;
    if (word.value === "--") break;
    const written = splitOption(word.value);
    // What is no option is not looked at by pip either.
    if (written === undefined) continue;
    const name = longName(written.name);
    if (typeof name !== "string") return problem(word, name.message);
    const withValue = takesValue[name] ?? onceTaken[name];
    if (!withValue) {
      if (written.value !== undefined) return problem(word, `${name} takes no value`);
      add(name, "", word);
      continue;
    }
    const next = tokens[index + 1];
    if (written.value === undefined && next === undefined) return problem(word, `${name} needs a value`);
    const value = written.value ?? next?.value ?? "";
    if (written.value === undefined) index += 1;
    const wrong = wrongValue(name, value);
    if (wrong !== undefined) return problem(word, wrong);
    add(
      name === "--pypi-url" ? "--index-url" : name,
      value,
      written.value === undefined && next ? next : word,
    );
  }
  return { options };
}

function splitOption(word: string): { name: string; value: string | undefined } | undefined {
  if (word.startsWith("--")) {
    const equals = word.indexOf("=");
    return equals < 0
      ? { name: word, value: undefined }
      : { name: word.slice(0, equals), value: word.slice(equals + 1) };
  }
  if (!word.startsWith("-") || word === "-") return undefined;
  return { name: word.slice(0, 2), value: word.length > 2 ? word.slice(2) : undefined };
}

function longName(written: string): string | { message: string } {
  if (!written.startsWith("--"))
    return shortNames[written] ?? { message: `pip knows no option ${written} in a requirements file` };
  if (Object.hasOwn(takesValue, written) || Object.hasOwn(onceTaken, written)) return written;
  const matches = Object.keys(takesValue).filter((name) => name.startsWith(written));
  if (matches.length === 1) return matches[0] as string;
  // Both spellings of one option are one.
  if (matches.every((name) => name.startsWith("--config-setting")) && matches.length > 0)
    return matches[0] as string;
  const shown = written.slice(0, 80);
  return {
    message:
      matches.length === 0
        ? `pip knows no option ${shown} in a requirements file`
        : `${shown} may be any of ${matches.join(", ")}`,
  };
}

function wrongValue(name: string, value: string): string | undefined {
  if (value.includes("${")) return undefined;
  if (name === "--hash" && !/^(?:sha256|sha384|sha512):/.test(value))
    return "--hash takes sha256:, sha384: or sha512: with the digest behind it";
  if (/^--config-settings?$/.test(name) && !value.includes("=")) return `${name} takes NAME=VALUE`;
  if (/^--(?:no|only)-binary$/.test(name) && value.startsWith("-")) return `${name} needs a value`;
  return undefined;
}

/** Splits as a POSIX shell does: quotes and backslashes, nothing else. */
function shellWords(text: string, from: number): { tokens: ShellToken[] } | { problem: OptionProblem } {
  const tokens: ShellToken[] = [];
  let at = from;
  while (at < text.length) {
    if (/[ \t\r\n]/.test(text[at] as string)) {
      at += 1;
      continue;
    }
    const start = at;
    let value = "";
    let quote = "";
    for (; at < text.length; at++) {
      const character = text[at] as string;
      if (quote === "" && /[ \t\r\n]/.test(character)) break;
      if (character === quote) quote = "";
      else if (quote === "" && (character === "'" || character === '"')) quote = character;
      else if (character === "\\" && quote !== "'") {
        const next = text[at + 1];
        if (next === undefined)
          return { problem: { message: "nothing follows the backslash", start: at, end: at + 1 } };
        value += quote === '"' && next !== '"' && next !== "\\" ? `\\${next}` : next;
        at += 1;
      } else value += character;
    }
    if (quote !== "") return { problem: { message: "a quote is not closed", start, end: text.length } };
    tokens.push({ value, start, end: at });
  }
  return { tokens };
}

function problem({ start, end }: ShellToken, message: string): { problem: OptionProblem } {
  return { problem: { message, start, end } };
}
