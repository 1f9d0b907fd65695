import { cleanPath } from "./clean-path.ts";
import { type Glob, globMatches, parseGlob } from "./glob.ts";
import { trimSpace } from "./trim-space.ts";

/** One pattern of a .dockerignore. */
export interface IgnorePattern {
  /** Cleaned, relative to the context, without the `!`. */
  text: string;
  /** A `!` pattern: what matches is sent again. */
  readmits: boolean;
  /** From 1. */
  line: number;
  matches(path: string): boolean;
  glob: Glob;
}

export interface IgnoreFile {
  patterns: IgnorePattern[];
  /** Patterns the builder refuses; it would stop there. `size`: what follows the line was not read, and is in no pattern. */
  problems: { line: number; message: string; kind?: "size" }[];
}

export const emptyIgnoreFile: IgnoreFile = { patterns: [], problems: [] };

/** A hundred times what any honest file has. Each pattern is tried on each path, so the rest of a longer one is not used. */
const maxPatterns = 10_000;

/** Longer than any path can be; a longer pattern is refused, for it could only cost time. */
const maxPatternLength = 4096;

/**
 * Reads a .dockerignore as the builder does: `#` is a comment in column 1 only, there are no trailing comments,
 * a leading `/` means nothing, and a pattern is anchored at the context's root (unlike in .gitignore).
 * Source of the rules: moby/patternmatcher 0.6 and its ignorefile package.
 */
export function parseIgnore(text: string): IgnoreFile {
  const file: IgnoreFile = { patterns: [], problems: [] };
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    if (raw.startsWith("#") || trimSpace(raw) === "") continue;
    const line = index + 1;
    if (file.patterns.length + file.problems.length >= maxPatterns) {
      const message = `there are more than ${maxPatterns} patterns; what follows is not used and not checked`;
      file.problems.push({ line, message, kind: "size" });
      break;
    }
    const read = readPattern(trimSpace(raw));
    if (typeof read === "string") file.problems.push({ line, message: read });
    else file.patterns.push({ ...read, line });
  }
  return file;
}

function readPattern(written: string): Omit<IgnorePattern, "line"> | string {
  if (written.length > maxPatternLength) return `the pattern is longer than ${maxPatternLength} characters`;
  // The builder cleans twice, when it reads the file and when it compiles the pattern: `/!x` becomes a `!` pattern.
  return compilePattern(withoutRoot(written));
}

/** A pattern as the builder compiles it, wherever it comes from; a sentence where it refuses it. */
export function compilePattern(written: string): Omit<IgnorePattern, "line"> | string {
  const cleaned = cleanPath(trimSpace(written));
  const readmits = cleaned.startsWith("!");
  const text = readmits ? cleaned.slice(1) : cleaned;
  if (text === "") return "a lone ! names nothing to send";
  const glob = parseGlob(text);
  if (typeof glob === "string") return `the pattern ${glob}`;
  return { text, readmits, glob, matches: (path) => globMatches(glob, path) };
}

function withoutRoot(written: string): string {
  const sign = written.startsWith("!") ? "!" : "";
  const body = trimSpace(written.slice(sign.length));
  return sign + (body === "" ? "" : cleanPath(body).replace(/^\/(?=.)/, ""));
}

/**
 * Whether a file (path relative to the context, forward slashes) is kept from the build. A pattern that matches a
 * parent folder matches the file; the last pattern that matches decides.
 */
export function isIgnored(ignore: IgnoreFile, path: string): boolean {
  return follow(ignore, path).ignored;
}

/** The `!` pattern that sends a file which an earlier pattern kept back; undefined where none does. */
export function readmittedBy(ignore: IgnoreFile, path: string): IgnorePattern | undefined {
  const { ignored, last } = follow(ignore, path);
  return ignored ? undefined : last;
}

/**
 * Goes down to a path folder by folder, as the builder does. It asks a pattern only where the answer would change something,
 * and remembers for what lies below which patterns matched; so a pattern behind a `!` that was not asked about a folder does
 * not keep back what is in it. `last`: the pattern that changed something last.
 */
function follow(
  { patterns }: IgnoreFile,
  path: string,
): { ignored: boolean; last: IgnorePattern | undefined } {
  const hits = new Uint8Array(patterns.length);
  let ignored = false;
  let last: IgnorePattern | undefined;
  for (let end = 0; end >= 0; ) {
    end = path.indexOf("/", end + 1);
    const name = end < 0 ? path : path.slice(0, end);
    ignored = false;
    last = undefined;
    for (const [index, pattern] of patterns.entries()) {
      const turns = pattern.readmits === ignored;
      if (!turns) continue;
      if (hits[index] === 0 && !pattern.matches(name)) continue;
      hits[index] = 1;
      ignored = !pattern.readmits;
      last = pattern;
    }
  }
  return { ignored, last };
}

/** The names under which the builder looks for ignore rules, first found wins, beside a Dockerfile of this path. */
export function ignoreFileNames(dockerfile: string): string[] {
  return [`${dockerfile}.dockerignore`, ".dockerignore"];
}
