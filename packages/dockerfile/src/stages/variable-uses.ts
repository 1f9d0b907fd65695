/** A `$name` or `${name...}` in a text that the builder, or a shell, expands. */
export interface VariableUse {
  name: string;
  /** What stands behind the name in braces: `:-`, `+`, `#` and so on; empty for the plain value. */
  operator: string;
  /** Where the `$` stands, and behind the name or the closing brace of a plain one. */
  start: number;
  end: number;
}

/** The variables a text names, those inside of defaults included. Escaped and single-quoted ones are none. */
export function variableUses(text: string, escapeMark = "\\"): VariableUse[] {
  if (!text.includes("$")) return [];
  const uses: VariableUse[] = [];
  const name = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(:?[-+?=]|##?|%%?|\/\/?|\})?)/y;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (quote === "'") {
      if (character === "'") quote = "";
    } else if (character === escapeMark) at += 1;
    else if (character === '"') quote = quote === '"' ? "" : '"';
    else if (character === "'" && quote === "") quote = "'";
    else if (character === "$") {
      name.lastIndex = at;
      const match = name.exec(text);
      if (match === null) continue;
      const operator = match[3] === "}" ? "" : (match[3] ?? "");
      uses.push({ name: match[1] ?? match[2] ?? "", operator, start: at, end: name.lastIndex });
      at = name.lastIndex - 1;
    }
  }
  return uses;
}

/** Whether the text is something else than empty where the variable is not set. */
export function hasFallback({ operator }: VariableUse): boolean {
  return /^:?[-+?=]$/.test(operator);
}
