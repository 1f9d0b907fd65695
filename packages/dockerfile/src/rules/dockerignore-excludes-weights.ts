import type { Location } from "@mia/step-result";
import { editableFile, fixOf, insertLineBelow, replaceSpan } from "../fixes/edit.ts";
import { type WrittenPattern, writtenPatterns } from "../ignore-file/written-patterns.ts";
import type { IgnoreSource, Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { locateSpan } from "../span-location.ts";
import { type ContextReach, contextReach } from "../stages/context-reach.ts";

interface Probe {
  what: string;
  are: "is" | "are";
  /** As they lie in a working copy. */
  paths: string[];
  pattern: string;
}

const probes: Probe[] = [
  { what: "weights", are: "are", paths: ["model.pth", "ckpts/model.pth"], pattern: "**/*.pth" },
  { what: "the git history", are: "is", paths: [".git/HEAD"], pattern: "**/.git" },
  {
    what: "Python's caches",
    are: "are",
    paths: ["tools/__pycache__/train.cpython-38.pyc"],
    pattern: "**/__pycache__",
  },
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
  fix: "safe",
  *check(image) {
    const { dockerignore, dockerfile, context } = image.source;
    const reach = contextReach(image);
    const takes = reach.all || reach.paths.length > 0;
    if (dockerignore === undefined) {
      // Without the folder nobody has looked for the file.
      if (context === undefined || !takes) return;
      yield {
        message: `there is no .dockerignore in ${contextName(image)}: ${withoutFile(image)}`,
        remedy: remedyOf(probes.map(({ pattern }) => pattern)).replace("Add", "Make one with"),
        locations: [{ file: dockerfile.path, line: 1 }],
        ...weighed(reach.all),
      };
      return;
    }
    const patterns = writtenPatterns(dockerignore);
    for (const probe of probes) {
      const path = probe.paths.find((one) => !dockerignore.ignores(one));
      if (path !== undefined && !isWanted(reach, probe) && !isSpoilt(probe, patterns))
        yield report(image, reach, probe, path, patterns);
    }
  },
};

/** The build context, as people call it. */
function contextName({ source: { folder } }: Image): string {
  return folder === "." ? "the build context (the workspace itself)" : `the build context ${folder}/`;
}

/** As many files as are looked at for one that is sent. */
const maxLooked = 50;

/** A file or folder that is there and is sent; undefined where none is, or where nobody knows. */
function sentFile({ source: { context } }: Image, pattern: string): string | undefined {
  return context?.matches?.(pattern, maxLooked)?.find(({ sent }) => sent)?.path;
}

function withoutFile(image: Image): string {
  const there = probes.flatMap(({ pattern }) => sentFile(image, pattern) ?? []);
  return there.length === 0
    ? "weights, caches and data that come to lie there are sent with every build"
    : `${there.join(", ").slice(0, 1000)} and all else that lies there are sent with every build`;
}

/** BuildKit sends what COPY can reach: where that is a few files, only other builders send the rest. */
function weighed(isCertain: boolean): Pick<Report, "severity"> {
  return isCertain ? {} : { severity: "info" };
}

/** Of a pattern with a comment behind it, dockerignore-has-no-trailing-comment speaks; without it, the pattern is judged. */
function isSpoilt({ pattern }: Probe, patterns: readonly WrittenPattern[]): boolean {
  const name = pattern.replace("**/", "");
  return patterns.some(
    ({ text }) => text.replace(/\/*\s+#.*$/s, "").replace(/^\*\*\//, "") === name && text.includes("#"),
  );
}

/** `COPY model.pth`: somebody builds the weights in, and the context has to have them. */
function isWanted({ paths }: ContextReach, { pattern }: Probe): boolean {
  const name = pattern.replace("**/", "").replace("*", "");
  return paths.some((path) => path.endsWith(name) || path.includes(`${name}/`));
}

function report(
  image: Image,
  reach: ContextReach,
  { what, are, pattern }: Probe,
  path: string,
  patterns: readonly WrittenPattern[],
): Report {
  const ignore = image.source.dockerignore as IgnoreSource;
  const name = pattern.replace("**/", "");
  const meant = patterns.find((one) => !one.readmits && one.text === name);
  const readmits = patterns.find((one) => one.readmits && one.text.includes(name.replace("*", "")));
  const place = readmits ?? meant;
  const location: Location = place ? locateSpan(ignore.path, place) : { file: ignore.path, line: 1 };
  const real = sentFile(image, pattern);
  const why = readmits ? "a ! pattern sends it again" : "no pattern matches it";
  return {
    message: real
      ? `${what} in ${contextName(image)} ${are} sent to the builder: ${real.slice(0, 500)} is there, and ${why}`
      : `nothing keeps ${what} in ${contextName(image)} from the builder: if there were a ${path}, it would be sent, since ${why}`,
    remedy: remedyOf([pattern]),
    locations: [location],
    ...weighed(reach.all || (place !== undefined && reach.paths.length > 0)),
    ...(readmits || needsGit(image, pattern) ? {} : fixFor(ignore, pattern, meant)),
  };
}

function fixFor(ignore: IgnoreSource, pattern: string, meant: WrittenPattern | undefined): Partial<Report> {
  if (meant) {
    const edit = replaceSpan(
      { ...locateSpan(ignore.path, meant), file: ignore.path, column: meant.position.column },
      pattern,
    );
    return fixOf(`Write ${pattern}`, "safe", edit);
  }
  const file = editableFile(ignore);
  return fixOf(`Add ${pattern}`, "safe", insertLineBelow(file, file.lines.length, pattern));
}

/** `git describe` and its like read the history that the pattern would leave out. */
function needsGit({ commands }: Image, pattern: string): boolean {
  if (pattern !== "**/.git") return false;
  return commands.some(
    ({ name, words }) => name === "git" && !/^(?:clone|config|init|lfs)$/.test(words[1]?.value ?? ""),
  );
}
