import { editableFile, fixOf, replaceSpan } from "../fixes/edit.ts";
import type { ContextListing } from "../image.ts";
import type { Rule } from "../rule.ts";
import { locateInLine } from "../span-location.ts";
import { contextReach } from "../stages/context-reach.ts";

export const dockerignoreHasNoTrailingComment: Rule = {
  code: "MIA402",
  id: "dockerignore-has-no-trailing-comment",
  description: "No pattern of .dockerignore has a comment behind it: it would be part of the pattern.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    const { dockerignore, context } = image.source;
    if (dockerignore === undefined) return;
    const { paths } = contextReach(image);
    const { path: file } = dockerignore;
    for (const [index, line] of editableFile(dockerignore).lines.entries()) {
      const written = line.trimStart();
      const mark = line.search(/\s#/);
      if (written.startsWith("#") || mark < 0) continue;
      // A file may be called `a #b`: then the pattern means it.
      if ((context?.matches?.(line.trim(), 1) ?? []).length > 0) continue;
      const pattern = line.slice(0, mark).trim();
      const number = index + 1;
      const whole = { file, line: number, column: 1, endLine: number, endColumn: line.length + 1 };
      yield {
        message: `the comment belongs to the pattern, which so matches nothing: ${pattern.slice(0, 200)} is sent to the builder`,
        remedy: "Put the comment on a line of its own; # begins a comment in the first column only.",
        locations: [locateInLine(file, number, mark + 2, line.trimEnd().length + 1)],
        ...fixOf(
          "Move the comment above the pattern",
          leavesOut(pattern, context, paths) ? "unsafe" : "safe",
          replaceSpan(whole, `${line.slice(mark + 1).trim()}\n${pattern}`),
        ),
      };
    }
  },
};

/** Whether the pattern, once it works, leaves out what the Dockerfile copies by name: today that builds. */
function leavesOut(pattern: string, context: ContextListing | undefined, copied: readonly string[]): boolean {
  if (pattern.startsWith("!")) return false;
  const text = pattern.replace(/^(?:\.?\/)+|\/+$/g, "");
  const matched = new Set(context?.matches?.(text, maxMatches)?.map(({ path }) => path));
  return copied.some((one) => one === text || one.startsWith(`${text}/`) || matched.has(one));
}

/** Paths that one pattern is held against. */
const maxMatches = 1000;
