import type { PlacedEdit } from "./placed-edit.ts";

/** More in one round than any honest file needs; what is beyond waits for the next round. */
const maxPlaces = 5000;

/** The places that fixes of one round have taken, in order; a place can be taken once. */
export class TakenPlaces {
  private readonly byFile = new Map<string, { start: number; end: number }[]>();
  private count = 0;

  /** Takes the places of all edits of a fix, or of none: false where one of them is taken already. */
  take(edits: readonly PlacedEdit[]): boolean {
    if (this.count + edits.length > maxPlaces || edits.some((edit) => this.isTaken(edit))) return false;
    for (const { file, start, end } of edits) {
      const places = this.byFile.get(file) ?? [];
      this.byFile.set(file, places);
      places.splice(firstAt(places, start), 0, { start, end });
    }
    this.count += edits.length;
    return true;
  }

  private isTaken({ file, start, end }: PlacedEdit): boolean {
    const places = this.byFile.get(file);
    if (places === undefined) return false;
    const index = firstAt(places, start);
    return [places[index - 1], places[index]].some((place) => place && meets(place, { start, end }));
  }
}

/** Two stretches that only touch do not meet, but an insertion meets what it touches: which comes first would be chance. */
function meets(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  const inserts = a.start === a.end || b.start === b.end;
  return inserts ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

/** The index of the first place that begins at `start` or behind. */
function firstAt(places: readonly { start: number }[], start: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
