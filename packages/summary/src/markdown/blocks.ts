import { bytesOf } from "../text/bytes-of.ts";
import { count } from "../text/units.ts";

/** What is kept or left out as a whole. `weight`: lower goes in first. `noun`: how a reader calls it when it is left out. */
export interface Item {
  text: string;
  weight: number;
  noun: string;
}

/** Items under one head. The tail closes what the head opens; both are there exactly when an item is. */
export interface Section {
  head: string;
  items: Item[];
  tail: string;
}

/**
 * The sections in their order, cut between whole items so that everything fits into `maxBytes` of UTF-8. `notice` says
 * what was left out and stands behind `lead`; it is empty where nothing was.
 */
export function fitSections(
  lead: string,
  sections: readonly Section[],
  maxBytes: number,
  notice: (leftOut: string[]) => string,
): string {
  const whole = lead + notice([]) + sections.map((section) => textOf(section, () => true)).join("");
  if (bytesOf(whole) <= maxBytes) return whole;
  const all = sections.flatMap((section) => section.items.map((item) => ({ section, item })));
  const reserved = bytesOf(notice(leftOutNouns(all.map(({ item }) => item))));
  const kept = chooseItems(all, maxBytes - bytesOf(lead) - reserved);
  const dropped = all.filter(({ item }) => !kept.has(item)).map(({ item }) => item);
  const body = sections.map((section) => textOf(section, (item) => kept.has(item))).join("");
  const text = lead + notice(leftOutNouns(dropped)) + body;
  return bytesOf(text) <= maxBytes ? text : lead;
}

function chooseItems(all: readonly { section: Section; item: Item }[], budget: number): Set<Item> {
  const kept = new Set<Item>();
  const opened = new Set<Section>();
  let left = budget;
  for (const { section, item } of [...all].sort((a, b) => a.item.weight - b.item.weight)) {
    const opening = opened.has(section) ? 0 : bytesOf(section.head) + bytesOf(section.tail);
    const cost = bytesOf(item.text) + opening;
    if (cost > left) continue;
    left -= cost;
    opened.add(section);
    kept.add(item);
  }
  return kept;
}

function textOf({ head, items, tail }: Section, isKept: (item: Item) => boolean): string {
  const texts = items.filter(isKept).map((item) => item.text);
  return texts.length === 0 ? "" : head + texts.join("") + tail;
}

/** Such as ["12 warnings", "1 detail"], in the order they first appear. */
function leftOutNouns(items: readonly Item[]): string[] {
  const numbers = new Map<string, number>();
  for (const { noun } of items) numbers.set(noun, (numbers.get(noun) ?? 0) + 1);
  return [...numbers].map(([noun, number]) => (number === 1 ? `1 ${noun}` : `${count(number)} ${noun}s`));
}
