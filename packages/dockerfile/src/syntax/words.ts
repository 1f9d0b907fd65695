/** A word as written, quotes included, and where in its text it begins. */
export interface RawWord {
  text: string;
  start: number;
}

/** Splits at white space outside quotes, as the builder splits flags, ENV and heredoc marks. */
export function splitWords(text: string, escapeMark: string): RawWord[] {
  const words: RawWord[] = [];
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    if (at >= text.length) return words;
    const end = wordEnd(text, at, escapeMark);
    words.push({ text: text.slice(at, end), start: at });
    at = end;
  }
}

/** Splits at white space, whatever the quotes: paths of COPY and names of FROM. */
export function splitBare(text: string): RawWord[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], start: match.index }));
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] as string)) at += 1;
  return at;
}

export function wordEnd(text: string, start: number, escapeMark: string): number {
  let quote = "";
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at] as string;
    if (quote !== "") {
      if (character === quote) quote = "";
      else if (character === escapeMark && quote !== "'") at += 1;
    } else if (/\s/.test(character)) return at;
    else if (character === "'" || character === '"') quote = character;
    else if (character === escapeMark) at += 1;
  }
  return Math.min(at, text.length);
}

/** The word without its quotes and escapes; undefined where a quote stays open. */
export function unquote(word: string, escapeMark: string): { value: string; quoted: boolean } | undefined {
  let value = "";
  let quote = "";
  let quoted = false;
  for (let at = 0; at < word.length; at++) {
    const character = word[at] as string;
    const next = word[at + 1];
    if (character === quote) quote = "";
    else if (quote === "" && (character === "'" || character === '"')) {
      quote = character;
      quoted = true;
    } else if (character === escapeMark && next !== undefined && escapes(quote, next, escapeMark)) {
      value += next;
      at += 1;
    } else value += character;
  }
  return quote === "" ? { value, quoted } : undefined;
}

function escapes(quote: string, next: string, escapeMark: string): boolean {
  if (quote === "'") return false;
  return quote === "" || next === '"' || next === "$" || next === escapeMark;
}
