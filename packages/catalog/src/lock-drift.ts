import type { Location } from "@mia/step-result";
import type { LockedModel } from "./lock-file.ts";
import { baseKey, imageParts, packageKey, packageName, repositoryUrl, sourceKey } from "./lock-names.ts";
import type { LockPins } from "./lock-pins.ts";
import { isFileOf } from "./lock-wheel-name.ts";

/**
 * Where the files of an image and its lock do not agree. `missing`: asked for and not locked; `unused`: locked and asked for by
 * nothing; `differs`: both, with two values. `path` leads to the entry from the model's own place in the lock.
 */
export interface LockDrift {
  kind: "model" | "environment" | "base-image" | "git-commit" | "wheel";
  state: "missing" | "differs" | "unused";
  name: string;
  locked: string | null;
  found: string | null;
  /** Where the files say what they ask for. */
  locations: Location[];
  path?: PropertyKey[];
}

/** One thing on either side: `key` for the very same, `family` for what may be another version of it. */
interface Item {
  key: string;
  family: string;
  name: string;
  value: string;
  locations: Location[];
  path?: PropertyKey[];
}

/** Holds what the files ask for against the lock; nobody is asked over the network. Empty where the two agree. */
export function lockDrift(pins: LockPins, locked: LockedModel | undefined): LockDrift[] {
  if (locked === undefined)
    return [
      { kind: "model", state: "missing", name: pins.slug, locked: null, found: pins.slug, locations: [] },
    ];
  return [
    ...environment(pins, locked),
    ...compare(
      "base-image",
      pins.bases.map(baseItem),
      locked.bases.map((one, at) => lockedItem(baseItem({ ...one, locations: [] }), "bases", at)),
    ),
    ...compare(
      "git-commit",
      pins.sources.map(sourceItem),
      locked.sources.map((one, at) => lockedItem(sourceItem({ ...one, locations: [] }), "sources", at)),
    ),
    ...compare(
      "wheel",
      pins.packages.map(packageItem),
      locked.packages.map((one, at) => lockedItem(packageItem({ ...one, locations: [] }), "packages", at)),
    ),
    ...digests(pins, locked),
    ...commits(pins, locked),
    ...builds(pins, locked),
    ...undecided(pins, locked),
    ...fileNames(locked),
  ];
}

function baseItem({ image, locations }: { image: string; locations: Location[] }): Item {
  const { image: family, tag } = imageParts(image);
  return { key: baseKey(image), family, name: family, value: tag, locations };
}

function sourceItem(source: { repository: string; ref: string | null; locations: Location[] }): Item {
  const name = repositoryUrl(source.repository);
  const value = source.ref ?? "the default branch";
  return { key: sourceKey(source), family: name.toLowerCase(), name, value, locations: source.locations };
}

function packageItem(one: { name: string; version: string | null; locations: Location[] }): Item {
  const value = one.version ?? "no exact version";
  return {
    key: packageKey(one),
    family: packageName(one.name),
    name: one.name,
    value,
    locations: one.locations,
  };
}

function lockedItem(item: Item, list: string, index: number): Item {
  return { ...item, path: [list, index] };
}

function* environment(pins: LockPins, locked: LockedModel): Generator<LockDrift> {
  for (const name of ["python", "platform"] as const)
    if (pins[name] !== locked[name])
      yield {
        kind: "environment",
        state: "differs",
        name,
        locked: locked[name],
        found: pins[name],
        locations: [],
        path: [name],
      };
}

function* compare(
  kind: LockDrift["kind"],
  pinned: readonly Item[],
  locked: readonly Item[],
): Generator<LockDrift> {
  const lockedKeys = new Set(locked.map(({ key }) => key));
  const pinnedKeys = new Set(pinned.map(({ key }) => key));
  // What is left on both sides under one family is taken for one thing that moved.
  const left = new Map<string, Item[]>();
  for (const item of locked) {
    if (pinnedKeys.has(item.key)) continue;
    left.set(item.family, [...(left.get(item.family) ?? []), item]);
  }
  for (const item of pinned) {
    if (lockedKeys.has(item.key)) continue;
    const before = left.get(item.family)?.shift();
    const { name, value: found, locations } = item;
    if (before === undefined) yield { kind, state: "missing", name, locked: null, found, locations };
    else
      yield {
        kind,
        state: "differs",
        name,
        locked: before.value,
        found,
        locations,
        ...(before.path && { path: before.path }),
      };
  }
  for (const { name, value, path } of [...left.values()].flat())
    yield { kind, state: "unused", name, locked: value, found: null, locations: [], ...(path && { path }) };
}

/** A digest that a file names is the one that is built. */
function* digests(pins: LockPins, locked: LockedModel): Generator<LockDrift> {
  const byKey = new Map(locked.bases.map((base, index) => [baseKey(base.image), { ...base, index }]));
  for (const { image, digest: found, locations } of pins.bases) {
    const base = byKey.get(baseKey(image));
    if (found === undefined || !base || base.digest === null || base.digest === found) continue;
    yield {
      kind: "base-image",
      state: "differs",
      name: image,
      locked: base.digest,
      found,
      locations,
      path: ["bases", base.index],
    };
  }
}

/** A full commit can only be itself: another one in the lock was put there by hand. */
function* commits(pins: LockPins, locked: LockedModel): Generator<LockDrift> {
  const byKey = new Map(locked.sources.map((source, index) => [sourceKey(source), { ...source, index }]));
  for (const pin of pins.sources) {
    const source = byKey.get(sourceKey(pin));
    if (!source || source.commit === null || pin.ref === null || !/^[0-9a-f]{40}$/i.test(pin.ref)) continue;
    const found = pin.ref.toLowerCase();
    if (source.commit !== found)
      yield {
        kind: "git-commit",
        state: "differs",
        name: pin.repository,
        locked: source.commit,
        found,
        locations: pin.locations,
        path: ["sources", source.index],
      };
  }
}

function* builds(pins: LockPins, locked: LockedModel): Generator<LockDrift> {
  const byKey = new Map(locked.packages.map((one, index) => [packageKey(one), { ...one, index }]));
  for (const pin of pins.packages) {
    const one = byKey.get(packageKey(pin));
    if (!one || (one.built ?? false) === pin.built) continue;
    const [here, there] = pin.built
      ? ["built by the Dockerfile", "fetched"]
      : ["fetched", "built by the Dockerfile"];
    yield {
      kind: "wheel",
      state: "differs",
      name: pin.name,
      locked: there,
      found: here,
      locations: pin.locations,
      path: ["packages", one.index],
    };
  }
}

/** A file that is locked although another index or system decides on it in the image. */
function* undecided(pins: LockPins, locked: LockedModel): Generator<LockDrift> {
  const byKey = new Map(locked.packages.map((one, index) => [packageKey(one), { ...one, index }]));
  for (const pin of pins.packages) {
    const one = byKey.get(packageKey(pin));
    const isAllowed = pin.hashes === undefined || pin.hashes.includes(one?.sha256 ?? "");
    if (!one?.file || pin.built || (pin.undecided === undefined && isAllowed)) continue;
    yield {
      kind: "wheel",
      state: "differs",
      name: pin.name,
      locked: one.file,
      found: `a file that nobody can name: ${pin.undecided ?? otherHash}`,
      locations: pin.locations,
      path: ["packages", one.index],
    };
  }
}

const otherHash = "the requirements file allows other hashes";

function* fileNames(locked: LockedModel): Generator<LockDrift> {
  for (const [index, { name, version, file }] of locked.packages.entries())
    if (file && version && !isFileOf(file, name, version))
      yield {
        kind: "wheel",
        state: "differs",
        name,
        locked: file,
        found: `a file of ${name} ${version}`,
        locations: [],
        path: ["packages", index],
      };
}
