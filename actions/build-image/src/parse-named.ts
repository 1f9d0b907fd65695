import type { BuildPair, ParsedPairs } from "@mia/container";

const maxPairs = 200;
const namePattern = /^[A-Za-z0-9][\w.,:/[\]-]{0,299}$/;

/** Reads `NAME=VALUE` lines of labels or annotations; all mistakes are told at once. A value may be empty, but not missing. */
export function parseNamed(
  lines: readonly string[],
  problemOf: (name: string) => string | undefined = () => undefined,
): ParsedPairs {
  if (lines.length > maxPairs) return { ok: false, problems: [`more than ${maxPairs} lines`] };
  const seen = new Set<string>();
  const pairs: BuildPair[] = [];
  const problems: string[] = [];
  for (const [index, line] of lines.entries()) {
    const at = line.indexOf("=");
    const name = (at < 0 ? line : line.slice(0, at)).trim();
    const problem =
      at < 0
        ? "write NAME=VALUE"
        : seen.has(name)
          ? "is given twice"
          : namePattern.test(name)
            ? problemOf(name)
            : "the name is no name";
    seen.add(name);
    if (problem) problems.push(`line ${index + 1} (${JSON.stringify(name.slice(0, 80))}): ${problem}`);
    else pairs.push({ name, value: line.slice(at + 1).trim() });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pairs };
}
