import { closest } from "@mia/catalog";

/** Suggestions of one check, names that one word is compared with, and their length: comparing costs the product of them. */
const maxSuggestions = 50;
const maxNames = 200;
const maxLength = 60;

/** Finds the name that was meant, for as many words as anybody reads. */
export function nameFinder(): (word: string, names: Iterable<string>) => string | undefined {
  let left = maxSuggestions;
  return (word, names) => {
    if (left === 0 || word.length > maxLength) return undefined;
    left -= 1;
    const known: string[] = [];
    for (const name of names) {
      if (known.length === maxNames) break;
      if (name.length <= maxLength) known.push(name);
    }
    return closest(word, known);
  };
}

/** One character too many, too few, another one, or two that changed places; in names long enough for that to be a slip. */
export function isOneSlipFrom(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  // FOO1 and FOO2 are two names, not one and its misspelling.
  if (/\d/.test(left + right)) return false;
  const swapped = left.length === 2 && left[0] === right[1] && left[1] === right[0];
  return (left.length <= 1 && right.length <= 1) || swapped;
}
