import type { ContentLines } from "./content-lines.ts";

/**
 * The last line of the shell command that begins on line `first`. It ends where its last line ends with an operator
 * (`&&`, `||`, `|`, `;`), where the next begins with one, where no mark continues the line, and at line `last`.
 */
export function lastCommandLine(
  content: ContentLines,
  first: number,
  last: number,
  continues: (line: string) => boolean,
): number {
  let line = first;
  for (;;) {
    const text = content.lines[line - 1] ?? "";
    const next = content.next(line);
    if (next > last || !continues(text) || endsCommand(text)) return line;
    if (beginsCommand(content.lines[next - 1] ?? "")) return line;
    line = next;
  }
}

/** Whether the line's last word is an operator; a mark that continues the line may stand behind it. */
export function endsCommand(line: string): boolean {
  let end = line.trimEnd();
  if (end.endsWith("\\") || end.endsWith("`")) end = end.slice(0, -1).trimEnd();
  return end.endsWith("&&") || end.endsWith("|") || end.endsWith(";");
}

export function beginsCommand(line: string): boolean {
  return /^\s*(?:&&|\||;)/.test(line);
}

/** As the shell and pip go on: a backslash as the very last character. */
export function endsWithBackslash(line: string): boolean {
  return line.endsWith("\\");
}
