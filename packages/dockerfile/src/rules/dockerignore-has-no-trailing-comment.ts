import type { Rule } from "../rule.ts";

export const dockerignoreHasNoTrailingComment: Rule = {
  code: "MIA402",
  id: "dockerignore-has-no-trailing-comment",
  description: "No pattern of .dockerignore has a comment behind it: it would be part of the pattern.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check({ source }) {
    const { dockerignore } = source;
    const lines = dockerignore?.text.replace(/^\uFEFF/, "").split(/\r?\n/) ?? [];
    for (const [index, line] of lines.entries()) {
      const written = line.trimStart();
      const mark = line.search(/\s#/);
      if (written.startsWith("#") || mark < 0 || !dockerignore) continue;
      const pattern = line.slice(0, mark).trim().slice(0, 200);
      yield {
        message: `the comment belongs to the pattern, which so matches nothing: ${pattern} is sent to the builder`,
        remedy: "Put the comment on a line of its own; # begins a comment in the first column only.",
        locations: [{ file: dockerignore.path, line: index + 1, column: mark + 2 }],
      };
    }
  },
};
