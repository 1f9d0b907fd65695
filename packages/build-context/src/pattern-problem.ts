import { goMatch } from "./go-match.ts";

/**
 * What makes a pattern malformed to the builder before it looks at any path; undefined where nothing does. It asks Go's
 * filepath.Match whether the pattern matches ".".
 */
export function patternProblem(characters: readonly string[]): string | undefined {
  const answer = goMatch(characters, ["."]);
  return typeof answer === "object" ? answer.problem : undefined;
}
