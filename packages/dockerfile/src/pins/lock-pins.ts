import type { LockPins, PinnedBase, PinnedSource, UnknownPin } from "@mia/catalog/lock";
import { imageKey, repositoryUrl, soundPins, sourceKey } from "@mia/catalog/lock";
import { type Location, withoutSecrets } from "@mia/step-result";
import type { ModelImage } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import { locateSpan } from "../span-location.ts";
import { externalImages } from "../stages/external-images.ts";
import { gitTrees } from "./git-trees.ts";
import { lockedPackages } from "./lock-packages.ts";
import { unlockableInstalls } from "./unlockable-installs.ts";
import { wheelPlatform } from "./wheel-platform.ts";

/**
 * What Dockerfile, requirements files and model.yaml of an image folder ask for by name, as the lock has to hold it. The same
 * thing named in two files is one pin with two places; what no lock can hold is `unknown`, with the reason.
 */
export function lockPins(image: ModelImage): LockPins {
  const { model } = image;
  const unknown: UnknownPin[] = [];
  const bases = mergedBases([...writtenBases(image, unknown)], modelBase(image));
  const sources = merged([...writtenSources(image), ...modelSources(image)], sourceKey);
  const packages = lockedPackages(image, unknown);
  unknown.push(...firstOfEach(unlockableInstalls(image)));
  const { python } = model.environment;
  const pins = {
    slug: model.slug,
    python,
    platform: wheelPlatform(image),
    bases,
    sources,
    packages,
    unknown,
  };
  return soundPins(pins);
}

function firstOfEach(pins: Iterable<UnknownPin>): UnknownPin[] {
  const found = new Map<string, UnknownPin>();
  for (const pin of pins) if (!found.has(pin.what) && found.size < 500) found.set(pin.what, pin);
  return [...found.values()];
}

/**
 * Images by their tag. Where a tag is named with two digests, or with one and without, each is an image of its own and has its digest in
 * its name; the one of model.yaml is whichever of them it fits.
 */
function mergedBases(written: readonly PinnedBase[], inModel: readonly PinnedBase[]): PinnedBase[] {
  const digests = new Map<string, Set<string | undefined>>();
  for (const { image, digest } of written) digests.set(image, (digests.get(image) ?? new Set()).add(digest));
  const severalOf = (image: string): boolean => (digests.get(image)?.size ?? 0) > 1;
  const own = written.map((pin) =>
    severalOf(pin.image) && pin.digest ? { ...pin, image: `${pin.image}@${pin.digest}` } : pin,
  );
  const fitting = inModel.map((pin) => {
    const named = digests.get(pin.image);
    if (named === undefined) return pin;
    const [first] = named;
    const differs = pin.digest !== undefined && !named.has(pin.digest) && first !== undefined;
    // Two files that name two digests of one tag: whichever is meant, both have to be seen.
    if (differs) return { ...pin, image: `${pin.image}@${pin.digest}` };
    if (!severalOf(pin.image)) return pin;
    const digest = pin.digest ?? [...named].find((one) => one !== undefined);
    return named.has(undefined) && pin.digest === undefined
      ? pin
      : { ...pin, image: `${pin.image}@${digest}` };
  });
  return merged([...own, ...fitting], ({ image }) => image);
}

/** The first of each key, with the places of all, and with what only a later one knows. */
function merged<T extends { locations: Location[] }>(pins: Iterable<T>, keyOf: (pin: T) => string): T[] {
  const found = new Map<string, T>();
  for (const pin of pins) {
    const key = keyOf(pin);
    const known = found.get(key);
    found.set(
      key,
      known ? { ...pin, ...known, locations: [...known.locations, ...pin.locations].slice(0, 20) } : pin,
    );
  }
  return [...found.values()];
}

function* writtenBases(image: ModelImage, unknown: UnknownPin[]): Generator<PinnedBase> {
  const file = image.source.dockerfile.path;
  const frontend = image.dockerfile.directives.find(({ name }) => name === "syntax");
  if (frontend) yield pinnedBase(frontend.value, { file, line: frontend.line });
  for (const { reference, word } of externalImages(image.stages, image.dockerfile.escapeMark)) {
    const location = locateSpan(file, word);
    if (reference === undefined || /[^\w.:/@-]/.test(reference)) {
      const why = reference === undefined ? undefined : "no registry has an image of such a name";
      unknown.push({
        what: withoutSecrets(`the image ${word.text.slice(0, 300)}`),
        ...(why && { why }),
        location,
      });
    } else yield pinnedBase(reference, location);
  }
}

function pinnedBase(reference: string, location: Location): PinnedBase {
  const digest = /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
  return { image: imageKey(reference), ...(digest && { digest }), locations: [location] };
}

function modelBase({ model, source }: ModelImage): PinnedBase[] {
  const { image, tag, digest } = model.base;
  const locations = modelLine(source, "tag", tag, "model.yaml names it here");
  const pin = { image: imageKey(`${image}:${tag}`), ...(digest && { digest }), locations };
  return image === "scratch" ? [] : [pin];
}

function* writtenSources(image: ModelImage): Generator<PinnedSource> {
  for (const { source, location } of gitTrees(image)) {
    yield { repository: repositoryUrl(source.repository), ref: source.ref ?? null, locations: [location] };
  }
}

function* modelSources({ model, source }: ModelImage): Generator<PinnedSource> {
  for (const { repository, commit } of [model.upstream, ...model.sources]) {
    const locations = modelLine(source, "commit", commit, "model.yaml names it here");
    yield { repository: repositoryUrl(repository), ref: commit, locations };
  }
}
