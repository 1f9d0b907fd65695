import type { Dockerfile } from "@mia/dockerfile/context-sources";

/** Source: the release notes of dockerfile/1.20.0; until then it was of the labs channel. */
const firstWithParents = 20;

/**
 * Flags that a builder knows only with a newer syntax than its own: BuildKit 0.25 refuses them in whatever stage they stand.
 * Of a `# syntax=` line that names another image, nobody knows.
 */
export function* newerSyntax({
  directives,
  instructions,
}: Dockerfile): Generator<{ line: number; message: string }> {
  const syntax = directives.find(({ name }) => name === "syntax")?.value;
  if (syntax !== undefined && !isTooOld(syntax)) return;
  for (const { keyword, flags, position } of instructions) {
    const wanted = keyword === "COPY" ? "parents" : keyword === "RUN" ? "device" : undefined;
    if (!flags.some(({ name }) => name === wanted)) continue;
    const line = wanted === "parents" ? "docker/dockerfile:1.20" : "docker/dockerfile:1-labs";
    const message = `a builder like BuildKit 0.25 would stop at --${wanted}: write \`# syntax=${line}\` in the first line`;
    yield { line: position.line, message };
  }
}

/** A release of docker/dockerfile that has a number, and is older than the flag. */
function isTooOld(syntax: string): boolean {
  const minor = /^(?:docker\.io\/)?docker\/dockerfile:1\.(\d{1,3})(?:\.\d{1,3})?$/.exec(syntax)?.[1];
  return minor !== undefined && Number(minor) < firstWithParents;
}
