import { type Answer, askDigest, type Host, hostOf, plainLine, registryOf } from "@mia/action-kit";
import {
  imageKey,
  type LockPins,
  type PinnedBase,
  type PinnedSource,
  packageKey,
  sourceKey,
} from "@mia/catalog/lock";
import { askPackages } from "./ask-packages.ts";
import { askTree, type GitTreeFacts } from "./git-tree.ts";
import type { PackageFile, WantedPackage } from "./package-request.ts";
import { cancelled, findPip } from "./pip.ts";

/** The names whose values somebody has to be asked for; `packages` in groups that one image's pip would take alike. */
export interface Questions {
  bases: PinnedBase[];
  sources: PinnedSource[];
  packages: { pins: LockPins; wanted: WantedPackage[] }[];
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

/** The part of a package's key that says for which image it was asked. */
export function groupKey({ python, platform, wheelPages }: LockPins): string {
  return JSON.stringify([python, platform, wheelPages]);
}

async function askBases(host: Host, bases: readonly PinnedBase[]): Promise<Answers["bases"]> {
  const found: Answers["bases"] = new Map();
  const lost = new Map<string, Answer<never>>();
  for (const { image, digest } of bases) {
    const key = imageKey(image);
    if (found.has(key) || found.size === maxQuestions) continue;
    const registry = registryOf(image);
    const before = lost.get(registry);
    const answer =
      before ??
      (await askDigest(host, digest === undefined ? image : `${image.replace(/:[^/:]*$/, "")}@${digest}`));
    if (host.signal.aborted) throw cancelled();
    if (answer.state === "silent" && answer.unreachable) lost.set(registry, answer);
    if (answer.state !== "known" && answer !== before)
      host.log.warn(`${plainLine(image)}: ${answer.reason} (${answer.detail})`);
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
      host.log.warn(`${plainLine(source.repository)}: ${answer.reason} (${answer.detail})`);
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
  const groups = new Map<string, { pins: LockPins; wanted: Map<string, WantedPackage> }>();
  for (const { pins, wanted } of questions) {
    const key = groupKey(pins);
    const group = groups.get(key) ?? { pins, wanted: new Map() };
    for (const one of wanted) {
      const before = group.wanted.get(packageKey(one));
      group.wanted.set(packageKey(one), { ...one, wheelOnly: one.wheelOnly || (before?.wheelOnly ?? false) });
    }
    if (group.wanted.size > 0) groups.set(key, group);
  }
  const found: Answers["packages"] = new Map();
  if (groups.size === 0) return found;
  const pip = await findPip(host, folder, budgetMs);
  for (const [key, { pins, wanted }] of groups) {
    const packages = [...wanted.values()];
    if ("missing" in pip) {
      for (const one of packages)
        found.set(key + packageKey(one), {
          state: "silent",
          reason: pip.missing,
          detail: pip.missing,
          unreachable: true,
        });
      continue;
    }
    host.log.info(
      `asking for the files of ${packages.length} packages for Python ${pins.python} on ${pins.platform}`,
    );
    const { python, platform, wheelPages: pages } = pins;
    const answers = await askPackages(host, pip, { python, platform, pages, packages });
    for (const [own, answer] of answers) found.set(key + own, answer);
  }
  return found;
}
