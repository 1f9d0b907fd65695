import type { ContextMatch, Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { type ContextPathUse, contextPathUses } from "../stages/context-path-uses.ts";

export const copiedFilesExist: Rule = {
  code: "MIA403",
  id: "copied-files-exist",
  description:
    "What COPY, ADD and bind mounts take from the folder is there, and .dockerignore lets it through.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const { context } = image.source;
    if (context === undefined) return;
    for (const use of contextPathUses(image.stages, image.dockerfile.escapeMark)) {
      const report = judge(image, use, context.find(use.path, use.wildcards));
      if (report) yield report;
    }
  },
};

function judge(image: Image, use: ContextPathUse, match: ContextMatch): Report | undefined {
  if (match.kind !== "missing" && match.kind !== "ignored") return undefined;
  const { source, at } = image;
  const path = use.path.slice(0, 200);
  const end = match.goesOn
    ? "the builder copies nothing and says nothing"
    : `the builder stops at ${use.keyword}`;
  // A wildcard is how a file is made optional: the builder allows it, so this is no error.
  const severity = match.goesOn ? { severity: "warning" as const } : {};
  if (match.kind === "missing") {
    if (match.goesOn && isOptional(use.path)) return undefined;
    const message = match.goesOn
      ? `nothing in ${source.folder} matches ${path}: ${end}`
      : `there is no ${path} in ${source.folder}: ${end}`;
    const remedy = `Add it to the folder, or correct the path: it is relative to ${source.folder}.`;
    return { message, remedy, locations: [at(use.position)], ...severity };
  }
  const { dockerignore } = source;
  const name = dockerignore?.path.split("/").at(-1) ?? ".dockerignore";
  const pattern = dockerignore
    ? { file: dockerignore.path, line: match.line, note: "the pattern that leaves it out" }
    : [];
  return {
    message: `${path} is in the folder, but ${name} leaves it out: ${end}`,
    remedy: `Write \`!${match.path.slice(0, 200)}\` behind the pattern in ${name}, or narrow the pattern.`,
    locations: [at(use.position)].concat(pattern),
    ...severity,
  };
}

/** `wheel[s]`: a class of one character has no other use than to let the copy go on without the file. */
function isOptional(path: string): boolean {
  return /\[[^\]^!]\]/.test(path);
}
