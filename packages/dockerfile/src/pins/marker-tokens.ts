/** A word, a text without its quotes, a bracket or an operator of a condition. */
export interface Token {
  text: string;
  kind: "string" | "bracket" | "operator" | "word";
}

const tokens = /\s*(?:('[^']*'|"[^"]*")|([()])|(===|==|~=|!=|<=|>=|<|>)|([A-Za-z_][\w.]*))/y;

/** Parts of one condition; no honest marker comes near. */
const maxTokens = 1000;

/** The parts of a condition; undefined where a character belongs to none. */
export function tokenize(text: string): Token[] | undefined {
  const found: Token[] = [];
  const end = text.trimEnd().length;
  tokens.lastIndex = 0;
  for (let at = 0; at < end; at = tokens.lastIndex) {
    tokens.lastIndex = at;
    const match = tokens.exec(text);
    if (match === null || found.length >= maxTokens) return undefined;
    const [, string, bracket, operator, word = ""] = match;
    if (string !== undefined) found.push({ text: string.slice(1, -1), kind: "string" });
    else if (bracket !== undefined) found.push({ text: bracket, kind: "bracket" });
    else if (operator !== undefined) found.push({ text: operator, kind: "operator" });
    else found.push({ text: word, kind: "word" });
  }
  return found;
}
