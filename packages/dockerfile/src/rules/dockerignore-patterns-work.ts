import { closest } from "@mia/catalog";
import { fixOf, replaceSpan } from "../fixes/edit.ts";
import { type WrittenPattern, writtenPatterns } from "../ignore-file/written-patterns.ts";
import type { ContextListing, IgnoreSource, Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { locateSpan } from "../span-location.ts";
import { type ContextReach, contextReach, takesByName } from "../stages/context-reach.ts";

export const dockerignorePatternsWork: Rule = {
  code: "MIA404",
  id: "dockerignore-patterns-work",
  description: "The patterns of .dockerignore match what they are meant to match.",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    const { dockerignore, context } = image.source;
    if (dockerignore === undefined) return;
    if (context?.matches) yield* secondFile(dockerignore, context);
    const patterns = writtenPatterns(dockerignore).slice(0, maxPatterns);
    const reach = contextReach(image);
    for (const pattern of patterns) {
      const report = rootOnly(dockerignore, context, pattern) ?? withSpace(dockerignore, context, pattern);
      if (report) yield report;
    }
    yield* readmittedWeights(image, dockerignore, reach);
    yield* withoutMatch(dockerignore, context, patterns);
  },
};

/** Patterns that are looked at; each is held against every path. */
const maxPatterns = 1000;

/** dockerignore-excludes-weights judges these, listing or not. */
const judgedElsewhere = new Set(["*.pth", ".git", "__pycache__"]);

/** Names that lie anywhere in a tree; in .gitignore they need no more than this. */
const anywhere =
  /^(?:\*\.\w[\w*]*|__pycache__|\.DS_Store|\.git|\.ipynb_checkpoints|\.mypy_cache|\.pytest_cache|\.ruff_cache|\.venv|Thumbs\.db|node_modules|venv)$/;

/** What tools leave behind. Everything else may be wanted further down: `*.txt` is no word against `app/requirements.txt`. */
const leftBehind =
  /^(?:\*\.(?:log|tmp|temp|bak|swp|swo|orig|py[cod]|class|o)|\.DS_Store|\.ipynb_checkpoints|\.\w+_cache|\.venv|Thumbs\.db|node_modules|venv)$/;

const isWeights = (text: string): boolean => weights.some((one) => text === `*.${one}`);

/** `*.log` matches at the root alone, where .gitignore would match it anywhere. */
function rootOnly(
  ignore: IgnoreSource,
  context: ContextListing | undefined,
  pattern: WrittenPattern,
): Report | undefined {
  const { text, written, readmits } = pattern;
  // A slash in front says that the root is meant.
  if (readmits || /^\.?\//.test(written) || judgedElsewhere.has(text) || !anywhere.test(text))
    return undefined;
  if (ignore.ignores(`a/b/${text.replace(/\*/g, "x")}`)) return undefined;
  const deeper = context
    ?.matches?.(`**/${text}`, maxShown)
    ?.filter(({ sent, path }) => sent && path.includes("/"));
  const [first] = deeper ?? [];
  const isRest = leftBehind.test(text) || isWeights(text);
  const edit = replaceSpan(
    { ...locateSpan(ignore.path, pattern), column: pattern.position.column },
    `**/${text}`,
  );
  return {
    message: first
      ? `${written.slice(0, 80)} matches at the root only: ${first.path.slice(0, 200)} is sent to the builder`
      : `${written.slice(0, 80)} matches at the root only, unlike in .gitignore`,
    remedy: `Write **/${text.slice(0, 80)}; where only the root is meant, /${text.slice(0, 80)}.`,
    locations: [locateSpan(ignore.path, pattern)],
    ...(first && isRest ? {} : { severity: "info" as const }),
    ...fixOf(`Write **/${text.slice(0, 80)}`, isRest ? "safe" : "unsafe", edit),
  };
}

/** `*.md (except README.md)`: a line is one pattern, with all its words. */
function withSpace(
  ignore: IgnoreSource,
  context: ContextListing | undefined,
  pattern: WrittenPattern,
): Report | undefined {
  const { text, written } = pattern;
  // Comments are dockerignore-has-no-trailing-comment's.
  if (!/\s/.test(text) || text.includes("#") || context?.matches?.(text, 1)?.length !== 0) return undefined;
  if (!text.split(/\s+/, 20).some((word) => isPatternOfItsOwn(word, context))) return undefined;
  return {
    message: `${written.slice(0, 80)} is one pattern with white space in it, and nothing has such a name: it leaves nothing out`,
    remedy: "Write one pattern a line; an exception is a line of its own behind it, which begins with !.",
    locations: [locateSpan(ignore.path, pattern)],
  };
}

/** `Network Trash Folder` is a name that macOS gives; `*.md`, `(except` and what lies in the folder are no words of a name. */
function isPatternOfItsOwn(word: string, { matches }: ContextListing): boolean {
  return /[*?[\]/()!]|\w\.\w/.test(word) || (matches?.(word, 1)?.length ?? 0) > 0;
}

const weights = ["pth", "pt", "ckpt", "onnx", "engine", "safetensors"];

/** Paths of one kind that are looked at. */
const maxShown = 100;

/** `!ckpts` brings the weights in it along. */
function* readmittedWeights(image: Image, ignore: IgnoreSource, reach: ContextReach): Generator<Report> {
  const { matches } = image.source.context ?? {};
  if (matches === undefined || ignore.readmittedBy === undefined || !ignore.text.includes("!")) return;
  const byLine = new Map<number, string[]>();
  for (const { path, sent } of weights.flatMap((extension) => matches(`**/*.${extension}`, maxShown) ?? [])) {
    const line = sent && !takesByName(reach, path) ? ignore.readmittedBy(path) : undefined;
    if (line !== undefined) byLine.set(line, [...(byLine.get(line) ?? []), path]);
  }
  for (const pattern of writtenPatterns(ignore)) {
    const [first, ...more] = byLine.get(pattern.line) ?? [];
    // A pattern that names the kind itself means it.
    if (first === undefined || weights.some((one) => pattern.text.endsWith(`.${one}`))) continue;
    yield {
      message: `${pattern.written.slice(0, 80)} sends weights to the builder again: ${first.slice(0, 200)}${more.length > 0 ? ` and ${more.length} more` : ""}`,
      remedy: `Write **/*.${first.split(".").at(-1)} behind it, or name what is meant more closely.`,
      locations: [locateSpan(ignore.path, pattern)],
    };
  }
}

/** Literal names that nothing has. What a clean checkout lacks may well lie there elsewhere, hence an info. */
function* withoutMatch(
  ignore: IgnoreSource,
  context: ContextListing | undefined,
  patterns: readonly WrittenPattern[],
): Generator<Report> {
  if (context?.matches === undefined) return;
  const top = context.matches("*", maxTop)?.map(({ path }) => path);
  if (top === undefined) return;
  const idle: WrittenPattern[] = [];
  for (const pattern of patterns) {
    const { text, readmits } = pattern;
    if (/[*?[\\#]/.test(text) || isUsual(text) || context.matches(text, 1)?.length !== 0) continue;
    const near = text.includes("/") || text.length < 4 ? undefined : closest(text, top);
    if (near === undefined && !readmits) idle.push(pattern);
    else yield nothingMatched(ignore, pattern, near);
  }
  const [first, ...more] = idle;
  if (first === undefined) return;
  const names = idle.slice(0, 5).map(({ written }) => written.slice(0, 60));
  yield {
    message: `${idle.length === 1 ? "a pattern matches" : `${idle.length} patterns match`} nothing in the folder: ${names.join(", ")}${idle.length > 5 ? " and others" : ""}`,
    remedy: "Take out what is gone for good; what only your copy lacks may stay.",
    locations: [first, ...more].slice(0, 20).map((one) => locateSpan(ignore.path, one)),
    severity: "info",
  };
}

/** Entries of the top folder that a misspelt name is compared with. */
const maxTop = 500;

/** Names that are left out just in case. */
function isUsual(text: string): boolean {
  return /^\.|^(?:Dockerfile|LICENSE|README|__pycache__|build|dist|node_modules|venv|wandb|docker-compose)/i.test(
    text,
  );
}

function nothingMatched(ignore: IgnoreSource, pattern: WrittenPattern, near: string | undefined): Report {
  const shown = pattern.written.slice(0, 80);
  return {
    message: `${shown} matches nothing in the folder${near ? `, which has ${near.slice(0, 80)}` : ""}`,
    remedy: near
      ? `Did you mean ${near.slice(0, 80)}?`
      : "Correct the path: it is relative to the build context.",
    locations: [locateSpan(ignore.path, pattern)],
    severity: "info",
  };
}

/** Only one of the two files counts. */
function* secondFile(ignore: IgnoreSource, context: ContextListing): Generator<Report> {
  const name = ignore.path.split("/").at(-1) ?? "";
  if (name === ".dockerignore" || (context.matches?.(".dockerignore", 1) ?? []).length === 0) return;
  yield {
    message: `${name} stands in place of .dockerignore: for this Dockerfile the patterns of .dockerignore count for nothing`,
    remedy: `Keep in ${name} what .dockerignore says, as far as it is meant for this Dockerfile too.`,
    locations: [{ file: ignore.path, line: 1 }],
    severity: "info",
  };
}
