/** A `NAME=VALUE` line. `value` is null where the line is a bare `NAME`, which docker takes from its environment. */
export interface BuildPair {
  name: string;
  value: string | null;
}

export type ParsedPairs = { ok: true; pairs: BuildPair[] } | { ok: false; problems: string[] };

// A context's name is a stage or an image reference, and buildx refuses capitals (buildx, build.ParseContextNames).
const contextName = /^[a-z0-9][a-z0-9._/:@-]{0,199}$/;
// Short enough that a record holds it as `arg:NAME`.
const argumentName = /^[A-Za-z_][A-Za-z0-9_.-]{0,149}$/;

/** Reads the lines of build contexts. A context without a value, or given twice, is a mistake; all are told at once. */
export function parseBuildContexts(lines: readonly string[]): ParsedPairs {
  return parsePairs(lines, (pair) => {
    if (!contextName.test(pair.name)) return "the name must be a stage of the Dockerfile, in lower case";
    return pair.value ? undefined : "write NAME=FOLDER or NAME=docker-image://REFERENCE";
  });
}

/**
 * Reads the lines of build arguments. `NAME` alone passes the value from the environment, outside of the command line.
 * Names that begin with BUILDKIT_ steer BuildKit itself, and are refused: BUILDKIT_SYNTAX lets another program read the
 * Dockerfile, and that program may build anything.
 */
export function parseBuildArgs(lines: readonly string[]): ParsedPairs {
  return parsePairs(lines, (pair) => {
    if (/^BUILDKIT_/i.test(pair.name))
      return "names that begin with BUILDKIT_ change how the Dockerfile is read, not what it is given; leave the line out";
    return argumentName.test(pair.name) ? undefined : "the name must be letters, digits and underscores";
  });
}

function parsePairs(
  lines: readonly string[],
  problemOf: (pair: BuildPair) => string | undefined,
): ParsedPairs {
  const pairs = lines.map(splitPair);
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [index, pair] of pairs.entries()) {
    const problem = seen.has(pair.name) ? "is given twice" : problemOf(pair);
    seen.add(pair.name);
    // Only the name is quoted: the value may be a secret.
    if (problem) problems.push(`line ${index + 1} (${JSON.stringify(pair.name.slice(0, 80))}): ${problem}`);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pairs };
}

function splitPair(line: string): BuildPair {
  const at = line.indexOf("=");
  return at < 0
    ? { name: line.trim(), value: null }
    : { name: line.slice(0, at).trim(), value: line.slice(at + 1).trim() };
}
