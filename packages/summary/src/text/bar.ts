import type { Span } from "../view/view.ts";

/** A bar of `width` characters. A span that is there fills one at least: what is short must not look like nothing. */
export function bar(spans: readonly Span[], width: number, full: string, empty: string): string {
  const cells = Array.from({ length: Math.max(0, width) }, () => empty);
  for (const { from, to } of spans) {
    const first = Math.min(Math.floor(from * width), width - 1);
    const end = Math.max(first + 1, Math.min(Math.round(to * width), width));
    for (let at = first; at < end; at++) cells[at] = full;
  }
  return cells.join("");
}
