import type { IgnorePattern } from "./parse-ignore.ts";

/** Fewer than this are tried one by one as fast as they are looked up. */
const fewest = 16;

/**
 * The patterns of a list that begin with `**` and end in plain text, such as `**\/x` and `**\/*.pth`, by what the name of a path
 * has to be or to end in. Of thousands, a look at the name leaves the few that are worth trying.
 */
export interface NameIndex {
  /** By the pattern's place in the list: whether it is found by name. */
  has: Uint8Array;
  /** How many are found by name, and how many of them are `!` patterns. */
  size: number;
  readmitting: number;
  names: Map<string, number[]>;
  /** By the ending; the lengths that endings have, ascending. */
  endings: Map<string, number[]>;
  lengths: number[];
}

const none: readonly number[] = [];

export function nameIndex(patterns: readonly IgnorePattern[]): NameIndex {
  const has = new Uint8Array(patterns.length);
  const index: NameIndex = {
    has,
    size: 0,
    readmitting: 0,
    names: new Map(),
    endings: new Map(),
    lengths: [],
  };
  const keys = patterns.map(keyOf);
  if (keys.filter((key) => key !== undefined).length < fewest) return index;
  for (const [place, key] of keys.entries()) {
    if (key === undefined) continue;
    has[place] = 1;
    index.size += 1;
    if (patterns[place]?.readmits) index.readmitting += 1;
    const map = key.isWhole ? index.names : index.endings;
    const same = map.get(key.text);
    if (same) same.push(place);
    else map.set(key.text, [place]);
  }
  index.lengths = [...new Set([...index.endings.keys()].map(({ length }) => length))].sort((a, b) => a - b);
  return index;
}

/** What every name has that the pattern matches: it is this text, or ends in it. */
function keyOf({ glob: { plain } }: IgnorePattern): { text: string; isWhole: boolean } | undefined {
  if (plain?.is !== "end" && plain?.is !== "name-end") return undefined;
  const slash = plain.text.lastIndexOf("/");
  const text = plain.text.slice(slash + 1);
  return text === "" ? undefined : { text, isWhole: slash >= 0 };
}

/** The places of the patterns that may match a path, ascending. They have to be asked all the same. */
export function placesFor({ size, names, endings, lengths }: NameIndex, path: string): readonly number[] {
  if (size === 0) return none;
  const name = path.slice(path.lastIndexOf("/") + 1);
  let places: readonly number[] = names.get(name) ?? none;
  for (const length of lengths) {
    if (length > name.length) break;
    const more = endings.get(name.slice(-length));
    if (more) places = places.length === 0 ? more : [...places, ...more].sort((a, b) => a - b);
  }
  return places;
}
