import { EVENT_ID, type Event } from "js-yaml";

/** Where a value of a YAML document begins, and the values in it. The start of a mapping's value is that of its key. */
interface Place {
  start: number;
  children: Map<PropertyKey, Place>;
}

/** Finds the line (from 1) of the value at a path, or of the nearest value around it that the document holds. */
export function linesByPath(events: Event[], source: string): (path: readonly PropertyKey[]) => number {
  const root = readPlaces(events, source);
  const starts = lineStarts(source);
  return (path) => {
    let place = root;
    for (const key of path) {
      const child = place.children.get(key);
      if (child === undefined) break;
      place = child;
    }
    return lineAt(starts, place.start);
  };
}

/** The offset each line begins at. */
export function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

export function lineAt(starts: readonly number[], offset: number): number {
  const next = starts.findIndex((start) => start > offset);
  return next === -1 ? starts.length : Math.max(1, next);
}

function readPlaces(events: Event[], source: string): Place {
  let next = 0;
  const read = (): Place => {
    const event = events[next++];
    const place: Place = { start: 0, children: new Map() };
    if (event?.type === EVENT_ID.SCALAR) return { ...place, start: event.valueStart };
    if (event?.type === EVENT_ID.SEQUENCE) return { ...place, start: event.start, children: items() };
    if (event?.type === EVENT_ID.MAPPING) return { ...place, start: event.start, children: pairs() };
    return place;
  };
  const isOpen = (): boolean => next < events.length && events[next]?.type !== EVENT_ID.POP;
  const items = (): Place["children"] => {
    const children: Place["children"] = new Map();
    while (isOpen()) children.set(children.size, read());
    next++;
    return children;
  };
  const pairs = (): Place["children"] => {
    const children: Place["children"] = new Map();
    while (isOpen()) {
      const key = events[next];
      const { start } = read();
      const name = key?.type === EVENT_ID.SCALAR ? source.slice(key.valueStart, key.valueEnd) : "";
      children.set(name, { ...read(), start });
    }
    next++;
    return children;
  };
  // The first event opens the document.
  next++;
  return read();
}
