import type { Lock, LockedModel, LockedPackage, LockedSource } from "./lock-file.ts";
import { baseKey, imageKey, packageKey, packageName, repositoryUrl, sourceKey } from "./lock-names.ts";

export interface LockDiffLine {
  /** Empty for what concerns the file as a whole. */
  model: string;
  text: string;
}

/** One line of the lock in words: what it is called, and what it is. */
interface Entry {
  key: string;
  family: string;
  label: string;
  value: string;
}

/** What would change in the lock, a line a change, for a person to review: `base pytorch/pytorch:1.9 sha256:aaa → sha256:bbb`. */
export function lockDiff(before: Lock | undefined, after: Lock): LockDiffLine[] {
  const slugs = [...new Set([...Object.keys(before?.models ?? {}), ...Object.keys(after.models)])].sort();
  return slugs.flatMap((model) => {
    const [old, now] = [modelOf(before, model), modelOf(after, model)];
    if (now === undefined) return [{ model, text: "the model is gone" }];
    if (old === undefined) return [{ model, text: newText(now) }];
    return [...changes(entriesOf(old), entriesOf(now))].map((text) => ({ model, text }));
  });
}

function modelOf(lock: Lock | undefined, slug: string): LockedModel | undefined {
  return lock && Object.hasOwn(lock.models, slug) ? lock.models[slug] : undefined;
}

/** Nobody reviews two hundred lines of what was not there before. */
function newText({ bases, sources, packages }: LockedModel): string {
  const counts = [`${bases.length} images`, `${sources.length} repositories`, `${packages.length} packages`];
  return `the model is new: ${counts.join(", ")}`;
}

function* changes(before: readonly Entry[], after: readonly Entry[]): Generator<string> {
  const kept = new Map(before.map((entry) => [entry.key, entry]));
  const keys = new Set(after.map(({ key }) => key));
  const gone = new Map<string, Entry[]>();
  for (const entry of before)
    if (!keys.has(entry.key)) gone.set(entry.family, [...(gone.get(entry.family) ?? []), entry]);
  for (const entry of after) {
    const same = kept.get(entry.key);
    if (same) {
      if (same.value !== entry.value) yield `${entry.label} ${same.value} → ${entry.value}`;
      continue;
    }
    const moved = gone.get(entry.family)?.shift();
    if (moved) yield `${moved.label} ${moved.value} → ${entry.label.split(" ").at(-1)} ${entry.value}`;
    else yield `${entry.label} not locked → ${entry.value}`;
  }
  for (const { label, value } of [...gone.values()].flat()) yield `${label} ${value} → gone`;
}

function entriesOf({ python, platform, bases, sources, packages }: LockedModel): Entry[] {
  return [
    entry("python", "python", "python", python),
    entry("platform", "platform", "platform", platform),
    ...bases.map(({ image, digest }) =>
      entry(baseKey(image), imageKey(image).split(":")[0] ?? "", `base ${image}`, digest ?? "unknown"),
    ),
    ...sources.map((source) =>
      entry(
        sourceKey(source),
        repositoryUrl(source.repository),
        `source ${repositoryUrl(source.repository)} ${source.ref ?? "HEAD"}`,
        sourceValue(source),
      ),
    ),
    ...packages.map((one) =>
      entry(
        packageKey(one),
        packageName(one.name),
        `wheel ${one.name} ${one.version ?? "unpinned"}`,
        packageValue(one),
      ),
    ),
  ];
}

function entry(key: string, family: string, label: string, value: string): Entry {
  return { key: `${label.split(" ")[0]} ${key}`, family: `${label.split(" ")[0]} ${family}`, label, value };
}

function sourceValue({ commit, submodules }: LockedSource): string {
  if (commit === null) return "unknown";
  if (submodules === null) return `${commit}, submodules unknown`;
  const inside = submodules.map(({ path, commit: own }) => `${path}@${own.slice(0, 12)}`);
  return inside.length === 0 ? commit : `${commit} with ${inside.join(", ")}`;
}

function packageValue({ built, file, sha256, from }: LockedPackage): string {
  if (built) return "built by the Dockerfile";
  return file && sha256 ? `${file} sha256:${sha256} from ${from}` : "unknown";
}
