import { baseKey, type LockedModel, type LockPins, packageKey, sourceKey } from "@mia/catalog/lock";
import { defaultPlaces, groupKey, type Questions } from "./asker.ts";
import type { WantedPackage } from "./package-request.ts";

/**
 * What to ask for a model: everything, or only what its lock does not hold. Wheels of another Python or platform do not count as held,
 * nor does a value that contradicts the files.
 */
export function questionsOf(pins: LockPins, locked: LockedModel | undefined, everything: boolean): Questions {
  const held = everything || locked === undefined ? emptyHold : holdOf(locked, pins);
  const groups = new Map<string, Questions["packages"][0]>();
  for (const pin of pins.packages) {
    const { name, version, wheelOnly, built, undecided, places = defaultPlaces } = pin;
    if (built || undecided !== undefined || version === null || held.packages.has(packageKey(pin))) continue;
    const one = { name, version, wheelOnly };
    if (!isAskable(one)) continue;
    const key = groupKey(pins, places);
    const group = groups.get(key) ?? { pins, places, wanted: [] };
    groups.set(key, group);
    group.wanted.push(one);
  }
  return {
    bases: pins.bases.filter(({ image, digest }) => {
      const known = held.bases.get(baseKey(image));
      return known === undefined || (digest !== undefined && digest !== known);
    }),
    sources: pins.sources.filter((source) => !held.sources.has(sourceKey(source))),
    packages: [...groups.values()],
  };
}

/** pip gets these words in a file, where a line can hold options too. */
function isAskable({ name, version }: WantedPackage): boolean {
  return (
    /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9])?$/.test(name) &&
    /^[A-Za-z0-9][A-Za-z0-9.!+_-]{0,99}$/.test(version)
  );
}

interface Hold {
  bases: Map<string, string>;
  sources: Set<string>;
  packages: Set<string>;
}

const emptyHold: Hold = { bases: new Map(), sources: new Set(), packages: new Set() };

function holdOf(locked: LockedModel, pins: LockPins): Hold {
  const samePython = locked.python === pins.python && locked.platform === pins.platform;
  const { bases, sources, packages } = locked;
  return {
    bases: new Map(bases.flatMap(({ image, digest }) => (digest === null ? [] : [[baseKey(image), digest]]))),
    sources: new Set(
      sources.filter(({ commit, submodules }) => commit !== null && submodules !== null).map(sourceKey),
    ),
    packages: new Set(samePython ? packages.filter(({ file }) => file).map(packageKey) : []),
  };
}
