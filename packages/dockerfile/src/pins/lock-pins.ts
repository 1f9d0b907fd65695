import type { LockPins, PinnedBase, PinnedPackage, PinnedSource } from "@mia/catalog/lock";
import { imageKey, packageKey, packageName, repositoryUrl, sourceKey } from "@mia/catalog/lock";
import type { Location } from "@mia/step-result";
import type { ModelImage } from "../image.ts";
import { locate } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import { locateSpan } from "../span-location.ts";
import { externalImages } from "../stages/external-images.ts";
import { builtPackages } from "./built-packages.ts";
import { gitTrees } from "./git-trees.ts";
import { readPipCommand } from "./pip-command.ts";
import type { Requirement } from "./requirement.ts";
import { wheelPlatform } from "./wheel-platform.ts";

/**
 * What Dockerfile, requirements files and model.yaml of an image folder ask for by name, as the lock has to hold it. The same
 * thing named in two files is one pin with two places.
 */
export function lockPins(image: ModelImage): LockPins {
  const { model } = image;
  const pins: LockPins = {
    slug: model.slug,
    python: model.environment.python,
    platform: wheelPlatform(image),
    bases: [],
    sources: [],
    packages: [],
    wheelPages: wheelPages(image),
    unknown: [],
  };
  pins.bases = merged([...writtenBases(image, pins.unknown), ...modelBase(image)], ({ image: name }) =>
    imageKey(name),
  );
  pins.sources = merged([...writtenSources(image), ...modelSources(image)], sourceKey);
  pins.packages = merged([...packagesOf(image, pins.unknown), ...modelPackages(image)], packageKey);
  return pins;
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

function* writtenBases(image: ModelImage, unknown: LockPins["unknown"]): Generator<PinnedBase> {
  const file = image.source.dockerfile.path;
  const frontend = image.dockerfile.directives.find(({ name }) => name === "syntax");
  if (frontend) yield pinnedBase(frontend.value, { file, line: frontend.line });
  for (const { reference, word } of externalImages(image.stages, image.dockerfile.escapeMark)) {
    const location = locateSpan(file, word);
    if (reference === undefined || /[^\w.:/@-]/.test(reference)) {
      unknown.push({ what: `the image ${word.text.slice(0, 300)}`, location });
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

function* packagesOf(image: ModelImage, unknown: LockPins["unknown"]): Generator<PinnedPackage> {
  const built = builtPackages(image);
  const wheelOnly = wheelOnlyPackages(image);
  const file = image.source.dockerfile.path;
  const inFiles = image.requirements.flatMap(({ path, requirements }) =>
    requirements.map((one) => ({ one, path })),
  );
  const named = image.commands.flatMap((command) => {
    const pip = readPipCommand(command);
    if (!pip || pip.options.some(({ name }) => name === "--no-index")) return [];
    return pip.requirements.map((one) => ({ one, path: command.file ?? file }));
  });
  for (const { one, path } of [...inFiles, ...named]) {
    const location = locate(path, one.position);
    if (one.source === "vcs" || one.source === "path" || one.editable) continue;
    if (!one.known || one.name === "") {
      unknown.push({ what: `the package ${one.name || one.url || ""}`.slice(0, 300), location });
      continue;
    }
    const key = packageName(one.name);
    yield {
      name: one.name,
      version: exactVersion(one),
      built: built.has(key),
      wheelOnly: wheelOnly.has(key) || wheelOnly.has(":all:"),
      locations: [location],
    };
  }
}

function exactVersion({ specifiers, source }: Requirement): string | null {
  const [only, ...more] = specifiers;
  const isExact =
    source === "index" && more.length === 0 && (only?.operator === "==" || only?.operator === "===");
  return isExact && only && !only.version.includes("*") ? only.version : null;
}

/** Those of model.yaml that no requirements file names; where one does, verify-dockerfile compares the versions. */
function* modelPackages(image: ModelImage): Generator<PinnedPackage> {
  const named = new Set(
    image.requirements.flatMap(({ requirements }) => requirements.map(({ name }) => packageName(name))),
  );
  const built = builtPackages(image);
  const wheelOnly = wheelOnlyPackages(image);
  for (const [name, version] of Object.entries(image.model.packages)) {
    const key = packageName(name);
    if (named.has(key)) continue;
    const locations = modelLine(image.source, name, version, "model.yaml names it here");
    yield { name, version, built: built.has(key), wheelOnly: wheelOnly.has(key), locations };
  }
}

/** Pages of links that pip is given beside its index. Folders of the image are none. */
function wheelPages({ commands, model }: ModelImage): string[] {
  const named = commands.flatMap((command) =>
    (readPipCommand(command)?.options ?? [])
      .filter(({ name, known }) => known && (name === "--find-links" || name === "--extra-index-url"))
      .map(({ value }) => value),
  );
  const all = model.mmcvFindLinks === undefined ? named : [...named, model.mmcvFindLinks];
  return [...new Set(all.filter((page) => /^https:\/\/[^\s@]{1,1900}$/.test(page)))].slice(0, 20);
}

function wheelOnlyPackages({ commands }: ModelImage): Set<string> {
  const lists = commands.flatMap((command) =>
    (readPipCommand(command)?.options ?? []).filter(({ name }) => name === "--only-binary"),
  );
  return new Set(lists.flatMap(({ value }) => value.split(",").map((name) => packageName(name.trim()))));
}
