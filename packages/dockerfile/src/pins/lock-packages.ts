import {
  type PackagePlaces,
  type PinnedPackage,
  packageKey,
  packageName,
  type UnknownPin,
} from "@mia/catalog/lock";
import { type Location, withoutSecrets } from "@mia/step-result";
import { locate, type ModelImage } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import type { Stage } from "../stages/stage.ts";
import { builtPackages } from "./built-packages.ts";
import { optionsFrom, optionsOfEnvironment, useInFile, useOf } from "./install-options.ts";
import { type Install, readInstalls } from "./installs.ts";
import { linux, markerApplies } from "./markers.ts";
import { isWheelOnly, joinedPlaces, type PlacesOf, packagePlaces } from "./package-places.ts";
import { readPipCommand } from "./pip-command.ts";
import { setsPipVariables } from "./read-installs.ts";
import type { Requirement } from "./requirement.ts";
import type { RequirementsFile } from "./requirements.ts";
import { satisfies } from "./specifiers.ts";
import { platformDoubt, wheelPlatform } from "./wheel-platform.ts";

/** One place where a package is asked for, and where pip would take it from there. */
interface Asked {
  requirement: Requirement;
  constraints: readonly Requirement[];
  location: Location;
  from: PlacesOf | "folder";
  /** False where nobody knows whether that command takes it. */
  certain: boolean;
  wheelOnly: boolean;
}

/**
 * The packages that commands install, that requirements files name, and that model.yaml alone names. Of each it is worked out where
 * pip in the image looks for it: only who is asked there says which file it takes.
 */
export function lockedPackages(image: ModelImage, unknown: UnknownPin[]): PinnedPackage[] {
  const built = builtPackages(image);
  const found = new Map<string, Asked[]>();
  for (const asked of [...installed(image), ...unfollowed(image)]) {
    const { requirement, location } = asked;
    if (requirement.source === "vcs" || requirement.source === "path" || requirement.editable) continue;
    if (!requirement.known || requirement.name === "") {
      const what = `the package ${requirement.name || requirement.url || ""}`;
      const why = requirement.known ? "its name stands nowhere" : undefined;
      unknown.push({ what: withoutSecrets(what).slice(0, 300), ...(why && { why }), location });
      continue;
    }
    const key = packageKey({ name: requirement.name, version: versionOf(asked) });
    const known = found.get(key) ?? [];
    found.set(key, known);
    known.push(asked);
  }
  const named = new Set([...found.values()].flat().map(({ requirement }) => packageName(requirement.name)));
  const pins = new Map<string, PinnedPackage>();
  for (const [key, all] of found) {
    const pin = pinOf(all, built);
    if (pin) pins.set(key, pin);
  }
  addModelPackages(image, pins, named, built);
  return [...pins.values()];
}

function pinOf(all: readonly Asked[], built: ReadonlySet<string>): PinnedPackage | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  const { requirement } = first;
  const isBuilt = built.has(packageName(requirement.name));
  // What comes out of a folder was put there by another command: that one decides.
  const fetched = all.filter(({ from }) => from !== "folder");
  const decided = decide(fetched);
  const hashes = [...new Set(all.flatMap(({ requirement: one }) => one.hashes.map(sha256Of)))];
  return {
    name: requirement.name,
    version: versionOf(first),
    built: isBuilt,
    wheelOnly: fetched.some(({ wheelOnly }) => wheelOnly),
    ...(isBuilt ? {} : decided),
    ...(hashes.length > 0 && !isBuilt ? { hashes } : {}),
    locations: all.map(({ location }) => location).slice(0, 20),
  };
}

function sha256Of(hash: string): string {
  return hash.replace(/^sha256:/, "").toLowerCase();
}

function decide(fetched: readonly Asked[]): { places?: PackagePlaces; undecided?: string } {
  if (fetched.length === 0) return { undecided: "pip takes it from a folder of the build (--no-index)" };
  if (fetched.some(({ requirement }) => requirement.source !== "index"))
    return { undecided: "it comes from an address of its own, which is not asked" };
  const certain = new Set<string>();
  const places: PackagePlaces[] = [];
  for (const { from, certain: isCertain } of fetched) {
    if (from === "folder") continue;
    if ("undecided" in from) return from;
    if (isCertain) certain.add(JSON.stringify(from.places));
    places.push(from.places);
  }
  if (certain.size > 1) return { undecided: "commands take it from different places" };
  const joined = joinedPlaces(places);
  if ("undecided" in joined) return joined;
  const { index, extraIndexes, links } = joined.places;
  return index === null && extraIndexes.length + links.length === 0 ? {} : joined;
}

/** What the commands of the Dockerfile install, themselves and by the files they name. */
function* installed(image: ModelImage): Generator<Asked> {
  const environment = machineOf(image);
  const platform = wheelPlatform(image);
  for (const stage of image.stages) {
    const doubt = platformDoubt(stage, platform);
    for (const install of readInstalls(image, stage).installs) {
      const { requirement, options, tool, verb, constraints, location } = install;
      if (tool === "conda" || verb === "create" || install.applies === false) continue;
      if (markerApplies(requirement.marker, environment) === false) continue;
      const from = options.noIndex
        ? "folder"
        : doubt === undefined
          ? packagePlaces(tool, options, requirement.name)
          : { undecided: doubt };
      // Of a package that the command itself names, a folder decides alone: an archive may lie there that nobody named.
      if (from === "folder" && isNamedInCommand(install)) continue;
      yield {
        requirement,
        constraints,
        location,
        from,
        certain: !install.uncertain && install.applies === true,
        wheelOnly: isWheelOnly(options, requirement.name),
      };
    }
  }
}

function isNamedInCommand({ from }: Install): boolean {
  return from === "command";
}

/** What stands in requirements files that no command is seen to read: any of them may. */
function* unfollowed(image: ModelImage): Generator<Asked> {
  const readings = image.stages.map((stage) => readInstalls(image, stage));
  const read = new Set(readings.flatMap(({ files }) => [...files.keys()]));
  const files = image.requirements.filter(({ path }) => !read.has(path));
  if (files.length === 0) return;
  const doubt =
    platformDoubt(image.stages.at(-1), wheelPlatform(image)) ??
    (readings.some(({ configured }) => configured)
      ? "a configuration of pip may name other indexes"
      : readings.some(({ missing }) => missing.length > 0)
        ? "a requirements file that was not read may name other indexes"
        : undefined);
  const environment = machineOf(image);
  for (const file of files) {
    const ways = waysOf(image, file);
    for (const requirement of file.requirements) {
      if (markerApplies(requirement.marker, environment) === false) continue;
      const rest = {
        requirement,
        constraints: [],
        location: locate(file.path, requirement.position),
        certain: false,
      };
      const wheelOnly = ways.some(({ options }) => isWheelOnly(options, requirement.name));
      for (const { tool, options } of ways) {
        const from =
          doubt === undefined ? packagePlaces(tool, options, requirement.name) : { undecided: doubt };
        yield { ...rest, from, wheelOnly };
      }
    }
  }
}

/** What each command of the Dockerfile would make of a file, were it the one that reads it. */
function waysOf(image: ModelImage, file: RequirementsFile) {
  const own = file.options.map((option) => useInFile(option, file.path));
  const names = file.options.some(({ name }) => name === "--requirement" || name === "--constraint");
  const ways = image.commands.flatMap((command) => {
    const pip = readPipCommand(command);
    if (!pip || pip.tool === "conda" || pip.options.some(({ name }) => name === "--no-index")) return [];
    const { uses, complete } = optionsOfEnvironment(command.step, pip.tool);
    const isWhole = complete && !names && !setsPipVariables(command.step);
    const written = pip.options.map((option) => useOf(option, image.source.dockerfile.path));
    return [{ tool: pip.tool, options: optionsFrom([...uses, ...written, ...own], isWhole, false) }];
  });
  return ways.length > 0 ? ways : [{ tool: "pip" as const, options: optionsFrom(own, !names, false) }];
}

/** The machine as far as the image's files tell it. */
function machineOf({ model }: ModelImage): Record<string, string> {
  return {
    ...(linux as Record<string, string>),
    python_version: model.environment.python,
    platform_machine: "x86_64",
  };
}

/** The one version that the file, or a constraint on it, allows; null where there may be several. */
function versionOf({ requirement, constraints }: Asked): string | null {
  const own = exactVersion(requirement);
  if (own !== null || requirement.source !== "index") return own;
  const versions = new Set(constraints.map(exactVersion));
  const [only] = versions;
  if (versions.size !== 1 || only === undefined || only === null) return null;
  return satisfies(only, requirement.specifiers) === false ? null : only;
}

function exactVersion({ specifiers, source }: Requirement): string | null {
  const [only, ...more] = specifiers;
  const isExact =
    source === "index" && more.length === 0 && (only?.operator === "==" || only?.operator === "===");
  return isExact && only && !only.version.includes("*") ? only.version : null;
}

/** Those of model.yaml that nothing else names; where something does, verify-dockerfile compares the versions. */
function addModelPackages(
  image: ModelImage,
  pins: Map<string, PinnedPackage>,
  named: ReadonlySet<string>,
  built: ReadonlySet<string>,
): void {
  for (const [name, version] of Object.entries(image.model.packages)) {
    const key = packageKey({ name, version });
    const locations: Location[] = modelLine(image.source, name, version, "model.yaml names it here");
    const known = pins.get(key);
    if (known) known.locations = [...known.locations, ...locations].slice(0, 20);
    else if (!named.has(packageName(name))) {
      const isBuilt = built.has(packageName(name));
      const undecided = "no command that was read installs it, so that nobody knows where it comes from";
      pins.set(key, {
        name,
        version,
        built: isBuilt,
        wheelOnly: false,
        ...(!isBuilt && { undecided }),
        locations,
      });
    }
  }
}

/** Requirements and constraints files, relative to the context, that commands name and nobody has read yet; those may name more. */
export function wantedByLock(image: ModelImage): string[] {
  const wanted = new Set<string>();
  for (const stage of image.stages as Stage[])
    for (const path of readInstalls(image, stage).wanted) if (!image.files.has(path)) wanted.add(path);
  return [...wanted].slice(0, 200);
}
