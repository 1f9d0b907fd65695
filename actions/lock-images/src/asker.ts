import { type Answer, askDigest, type Host, hostOf, plainLine, registryOf } from "@mia/action-kit";
import {
  baseKey,
  imageParts,
  type LockPins,
  type PackagePlaces,
  type PinnedBase,
  type PinnedPackage,
  type PinnedSource,
  packageKey,
  sourceKey,
} from "@mia/catalog/lock";
import { withoutSecrets } from "@mia/step-result";
import { askPackages } from "./ask-packages.ts";
import { askTree, type GitTreeFacts } from "./git-tree.ts";
import type { PackageFile, PackageRequest, WantedPackage } from "./package-request.ts";
import { cancelled, findPip } from "./pip.ts";

/** The names whose values somebody has to be asked for; `packages` in groups that one image's pip would take alike. */
export interface Questions {
  bases: PinnedBase[];
  sources: PinnedSource[];
  packages: { pins: LockPins; places: PackagePlaces; wanted: WantedPackage[] }[];
}

/** What was answered, by the keys of the lock; a name that is in none of the maps was not asked for. */
export interface Answers {
  bases: Map<string, Answer>;
  sources: Map<string, Answer<GitTreeFacts>>;
  /** Behind the group's key: the same version is another file for another Python. */
  packages: Map<string, Answer<PackageFile>>;
}

/** A run's limit for each kind of question; a name more than that is not asked for. */
const maxQuestions = 1000;

/** Asks everything once, however many models want to know it. Throws a StepFailure `cancelled`; nothing else. */
export async function askAll(host: Host, questions: Questions, packageMs: number): Promise<Answers> {
  const folder = await host.files.makeTemporaryFolder("mia-lock-");
  try {
    const bases = await askBases(host, questions.bases);
    const sources = await askSources(host, questions.sources, folder);
    const packages = await askGroups(host, questions.packages, folder, packageMs);
    return { bases, sources, packages };
  } finally {
    await host.files.remove(folder);
  }
}

/** The part of a package's key that says for which image it was asked, and where. */
export function groupKey(
  { python, platform }: Pick<LockPins, "python" | "platform">,
  places: PackagePlaces = defaultPlaces,
): string {
  return JSON.stringify([python, platform, places.index, places.extraIndexes, places.links]);
}

/** What pip knows without being told. */
export const defaultPlaces: PackagePlaces = { index: null, extraIndexes: [], links: [] };

/** Where the answer to a package of an image stands. */
export function answerKey(pins: LockPins, pin: PinnedPackage): string {
  return groupKey(pins, pin.places) + packageKey(pin) + String(pin.wheelOnly);
}

async function askBases(host: Host, bases: readonly PinnedBase[]): Promise<Answers["bases"]> {
  const found: Answers["bases"] = new Map();
  const lost = new Map<string, Answer<never>>();
  for (const { image, digest } of bases) {
    const key = baseKey(image);
    if (found.has(key) || found.size === maxQuestions) continue;
    const registry = registryOf(image);
    const before = lost.get(registry);
    const answer =
      before ??
      (await askDigest(host, digest === undefined ? image : `${imageParts(image).image}@${digest}`));
    if (host.signal.aborted) throw cancelled();
    if (answer.state === "silent" && answer.unreachable) lost.set(registry, answer);
    if (answer.state !== "known" && answer !== before)
      host.log.warn(`${plainLine(withoutSecrets(image))}: ${answer.reason} (${answer.detail})`);
    found.set(key, answer);
  }
  return found;
}

async function askSources(
  host: Host,
  sources: readonly PinnedSource[],
  folder: string,
): Promise<Answers["sources"]> {
  const found: Answers["sources"] = new Map();
  const lost = new Map<string, Answer<never>>();
  for (const source of sources) {
    const key = sourceKey(source);
    if (found.has(key) || found.size === maxQuestions) continue;
    const server = hostOf(source.repository);
    const own = `${folder}/git-${found.size}`;
    await host.files.makeFolder(own);
    const before = lost.get(server);
    const answer = before ?? (await askTree(host, own, source.repository, source.ref));
    if (host.signal.aborted) throw cancelled();
    if (answer.state === "silent" && answer.unreachable) lost.set(server, answer);
    if (answer.state !== "known" && answer !== before)
      host.log.warn(`${plainLine(withoutSecrets(source.repository))}: ${answer.reason} (${answer.detail})`);
    found.set(key, answer);
    await host.files.remove(own);
  }
  return found;
}

async function askGroups(
  host: Host,
  questions: Questions["packages"],
  folder: string,
  budgetMs: number,
): Promise<Answers["packages"]> {
  const groups = new Map<string, PackageRequest & { wanted: Map<string, WantedPackage> }>();
  for (const { pins, places, wanted } of questions) {
    const { python, platform } = pins;
    // What may be a wheel alone is another question than the same without that.
    for (const one of wanted) {
      const key = groupKey(pins, places);
      const group = groups.get(key + String(one.wheelOnly)) ?? {
        python,
        platform,
        places,
        packages: [],
        wanted: new Map(),
      };
      group.wanted.set(packageKey(one), one);
      groups.set(key + String(one.wheelOnly), group);
    }
  }
  const found: Answers["packages"] = new Map();
  if (groups.size === 0) return found;
  const pip = await findPip(host, folder, budgetMs);
  const lost = new Set<string>();
  for (const { python, platform, places, wanted } of groups.values()) {
    const packages = [...wanted.values()];
    const keyOf = (own: string, wheelOnly: boolean): string =>
      groupKey({ python, platform }, places) + own + String(wheelOnly);
    if ("missing" in pip) {
      for (const one of packages)
        found.set(keyOf(packageKey(one), one.wheelOnly), {
          state: "silent",
          reason: pip.missing,
          detail: pip.missing,
          unreachable: true,
        });
      continue;
    }
    host.log.info(`asking for the files of ${packages.length} packages for Python ${python} on ${platform}`);
    const answers = await askPackages(host, pip, { python, platform, places, packages }, lost);
    for (const [own, answer] of answers) found.set(keyOf(own, packages[0]?.wheelOnly ?? false), answer);
  }
  return found;
}
