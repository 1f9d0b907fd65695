import type { Report, Rule } from "../rule.ts";

/** Files as they lie in a working copy, by what they are. */
const probes: { what: string; paths: string[]; pattern: string }[] = [
  { what: "weights", paths: ["model.pth", "ckpts/model.pth"], pattern: "**/*.pth" },
  { what: "the git history", paths: [".git/HEAD"], pattern: "**/.git" },
  { what: "Python's caches", paths: ["tools/__pycache__/train.cpython-38.pyc"], pattern: "**/__pycache__" },
];

const remedyOf = (patterns: string[]): string =>
  `Add ${patterns.map((pattern) => `\`${pattern}\``).join(", ")}: unlike in .gitignore, a pattern without \`**/\` matches at the root only.`;

export const dockerignoreExcludesWeights: Rule = {
  code: "MIA401",
  id: "dockerignore-excludes-weights",
  description: ".dockerignore keeps weights, the git history and caches from the builder, at any depth.",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  *check({ source }) {
    const { dockerignore, dockerfile } = source;
    if (dockerignore === undefined) {
      yield {
        message:
          "there is no .dockerignore: weights and data that lie in the folder are sent with every build",
        remedy: remedyOf(probes.map(({ pattern }) => pattern)).replace("Add", "Make one with"),
        locations: [{ file: dockerfile.path, line: 1 }],
      };
      return;
    }
    const sent = probes.flatMap(({ what, paths, pattern }) => {
      const path = paths.find((one) => !dockerignore.ignores(one));
      return path === undefined ? [] : [{ what, path, pattern }];
    });
    if (sent.length === 0) return;
    const lines = dockerignore.text.split(/\r?\n/);
    for (const one of sent) yield* atPattern(one, lines, dockerignore.path);
  },
};

/** Points at the pattern that was meant to do it, where there is one. */
function* atPattern(
  { what, path, pattern }: { what: string; path: string; pattern: string },
  lines: string[],
  file: string,
): Generator<Report> {
  const name = pattern.replace("**/", "");
  const meant = lines.findIndex(
    (line) => !line.startsWith("#") && line.trim().replace(/^\/|\/$/g, "") === name,
  );
  const readmits = lines.findIndex(
    (line) => line.trim().startsWith("!") && line.includes(name.replace("*", "")),
  );
  const line = (readmits >= 0 ? readmits : meant) + 1;
  yield {
    message: `${what} would be sent to the builder: ${path} matches no pattern, or a ! pattern sends it again`,
    remedy: remedyOf([pattern]),
    locations: [{ file, line: Math.max(1, line) }],
  };
}
