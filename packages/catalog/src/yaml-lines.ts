import { EVENT_ID, type Event } from "js-yaml";

/** Where a value of a YAML document begins, and the values in it. The start of a mapping's value is that of its key. */
interface Place {
  start: number;
  children: Map<PropertyKey, Place>;
}

/** The line (from 1) of the value at `path`, or of the nearest value around it that the document holds. */
export function lineOfPath(events: Event[], source: string, path: readonly PropertyKey[]): number {
  let place = readPlaces(events, source);
  for (const key of path) {
    const child = place.children.get(key);
    if (child === undefined) break;
    place = child;
  }
  return lineAt(source, place.start);
}

export function lineAt(source: string, offset: number): number {
  return source.slice(0, Math.max(0, offset)).split("\n").length;
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
