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
