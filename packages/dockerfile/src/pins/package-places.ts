import type { PackagePlaces } from "@mia/catalog/lock";
import { mayHave } from "../knowledge/page-projects.ts";
import type { InstallOptions } from "./install-options.ts";
import type { PipCommand } from "./pip-command.ts";
import { normalName } from "./requirement.ts";

/** Where a command takes a package from, or why nobody but that command can say which file it takes. */
export type PlacesOf = { places: PackagePlaces } | { undecided: string };

export const pypi: PackagePlaces = { index: null, extraIndexes: [], links: [] };

/** More than an honest command names; each is asked. */
const maxPlaces = 20;

const machineOptions = new Set([
  "--platform",
  "--python-version",
  "--python-platform",
  "--abi",
  "--implementation",
]);

/**
 * The places that may have a package. Those that are known not to have it are left out: whether they can be reached then decides
 * nothing. Each of the others has to be asked, since the best file of all is the one pip takes.
 */
export function packagePlaces(tool: PipCommand["tool"], options: InstallOptions, name: string): PlacesOf {
  if (!options.complete)
    return {
      undecided: "a variable, a configuration of pip or a file that was not read may name other indexes",
    };
  if (options.uses.some((use) => machineOptions.has(use.name)))
    return { undecided: "the command asks for the files of another machine" };
  if (namesIt(options.noBinary, name) && !options.onlyBinary.map(normalName).includes(normalName(name)))
    return {
      undecided: "pip takes no wheel of it (--no-binary), and which archive it takes is not asked for",
    };
  const links = options.findLinks.filter((url) => mayHave(url, name));
  if (links.some((place) => !/^https?:/i.test(place)))
    return { undecided: "pip looks into a folder of the build, too" };
  const extraIndexes = options.extraIndexUrls.filter((url) => mayHave(url, name));
  if (tool === "uv" && extraIndexes.length + links.length > 0)
    return { undecided: "uv chooses among several indexes in another way than pip" };
  const index = options.indexUrl === undefined || isPypi(options.indexUrl) ? null : options.indexUrl;
  const all = [...(index === null ? [] : [index]), ...extraIndexes, ...links];
  if (all.length > maxPlaces) return { undecided: `it may come from more than ${maxPlaces} places` };
  if (!all.every(isAskable))
    return {
      undecided: "a place it may come from has an address that is not asked: no https, or a password",
    };
  return {
    places: {
      index,
      extraIndexes: sorted(extraIndexes.filter((url) => !isPypi(url) || index !== null)),
      links: sorted(links),
    },
  };
}

/** The order of places decides nothing. */
function sorted(urls: readonly string[]): string[] {
  return [...new Set(urls)].sort();
}

function namesIt(names: readonly string[], name: string): boolean {
  return names.some((one) => one === ":all:" || normalName(one) === normalName(name));
}

/** Whether a command may take it as a wheel only. */
export function isWheelOnly({ onlyBinary }: InstallOptions, name: string): boolean {
  return namesIt(onlyBinary, name);
}

function isPypi(url: string): boolean {
  return /^https:\/\/pypi\.(?:org|python\.org)\/simple\/?$/.test(url);
}

function isAskable(url: string): boolean {
  return /^https:\/\/[A-Za-z0-9][^\s@?#$`"'\\]{0,1900}$/.test(url);
}

/** What several commands come to, of which nobody knows which one takes the package: all their places. */
export function joinedPlaces(all: readonly PackagePlaces[]): PlacesOf {
  const indexes = new Set(all.map(({ index }) => index));
  if (indexes.size > 1) return { undecided: "commands take it from different indexes" };
  return {
    places: {
      index: all[0]?.index ?? null,
      extraIndexes: sorted(all.flatMap(({ extraIndexes }) => extraIndexes)),
      links: sorted(all.flatMap(({ links }) => links)),
    },
  };
}
