/** A parser directive, `# name=value` in the first lines of a Dockerfile. */
export interface Directive {
  name: string;
  value: string;
  line: number;
}

const known = new Set(["syntax", "escape", "check"]);

/** The directives of a file: they end at the first line that is none, be it a comment or empty. */
export function readDirectives(lines: readonly string[]): Directive[] {
  const directives: Directive[] = [];
  for (const [index, line] of lines.entries()) {
    const match = /^#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*(\S.*?)[ \t]*$/.exec(line);
    const name = match?.[1]?.toLowerCase();
    if (name === undefined || !known.has(name)) break;
    directives.push({ name, value: match?.[2] ?? "", line: index + 1 });
  }
  return directives;
}
