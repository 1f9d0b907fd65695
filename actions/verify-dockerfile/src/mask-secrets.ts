import type { Finding, Location } from "@mia/step-result";

/** Rules whose places are secrets themselves. A log is read by more people than the Dockerfile. */
const aboutSecrets = new Set(["no-baked-password", "no-secret-in-variables", "no-baked-ssh-keys"]);

/** The lines of a file with the secrets that were found in it starred out; every other character keeps its place. */
export function maskSecrets(
  file: string,
  lines: readonly string[],
  findings: readonly Finding[],
): readonly string[] {
  const places = findings
    .filter(({ rule }) => aboutSecrets.has(rule))
    .flatMap(({ locations }) => locations)
    .filter((place) => place.file === file);
  if (places.length === 0) return lines;
  const masked = [...lines];
  for (const place of places) mask(masked, place);
  return masked;
}

function mask(lines: string[], { line, column, endLine = line, endColumn }: Location): void {
  for (let number = line; number <= endLine; number++) {
    const text = lines[number - 1];
    if (text === undefined) return;
    // Where no column says which word it is, or the place goes on below, the whole line may be it.
    const start = number === line ? (column ?? 1) - 1 : 0;
    const known = number === endLine && endColumn !== undefined ? endColumn - 1 : text.length;
    const end = column === undefined || endColumn !== undefined ? known : wordEnd(text, start);
    lines[number - 1] = text.slice(0, start) + text.slice(start, end).replace(/\S/g, "*") + text.slice(end);
  }
}

/** Behind the word, or behind the quote that closes it. */
function wordEnd(text: string, start: number): number {
  const quote = text[start];
  const closing = quote === '"' || quote === "'" ? text.indexOf(quote, start + 1) : -1;
  if (closing > 0) return closing + 1;
  const length = text.slice(start).search(/\s/);
  return length < 0 ? text.length : start + length;
}
