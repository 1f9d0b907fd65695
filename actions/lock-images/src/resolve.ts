import type { Answer } from "@mia/action-kit";
import {
  baseKey,
  type LockedBase,
  type LockedModel,
  type LockedPackage,
  type LockedSource,
  type LockPins,
  type PinnedBase,
  type PinnedPackage,
  type PinnedSource,
  packageKey,
  soundModel,
  sourceKey,
} from "@mia/catalog/lock";
import type { LockEntry } from "@mia/step-result";
import { type Answers, answerKey } from "./asker.ts";
import type { PackageFile } from "./package-request.ts";

/** A model's lock after asking, and what was held and said of each thing. */
export interface Resolved {
  locked: LockedModel;
  /** `locked` is what the lock held before, `now` what it holds once it is written. */
  entries: (LockEntry & { now: string | null })[];
  /** What a server answered that it does not have: the image cannot be built from it. */
  absent: { kind: LockEntry["kind"]; name: string; reason: string; pin: PinnedBase | PinnedSource }[];
}

const offlineReason = "nobody was asked: it was made offline";

/**
 * Puts answers into a model's lock. What is locked under the same name stays where nobody answers: a silent network must not make a
 * lock forget.
 */
export function resolveModel(
  pins: LockPins,
  before: LockedModel | undefined,
  answers: Answers | undefined,
): Resolved {
  const isSameTarget = before?.python === pins.python && before.platform === pins.platform;
  const resolved: Resolved = {
    locked: { python: pins.python, platform: pins.platform, bases: [], sources: [], packages: [] },
    entries: [],
    absent: [],
  };
  const oldBases = new Map(before?.bases.map((one) => [baseKey(one.image), one]));
  for (const pin of pins.bases) {
    const key = baseKey(pin.image);
    addBase(resolved, pin, oldBases.get(key), answers?.bases.get(key));
  }
  const oldSources = new Map(before?.sources.map((one) => [sourceKey(one), one]));
  for (const pin of pins.sources) {
    const key = sourceKey(pin);
    addSource(resolved, pin, oldSources.get(key), answers?.sources.get(key));
  }
  const oldPackages = new Map(isSameTarget ? before.packages.map((one) => [packageKey(one), one]) : []);
  for (const pin of pins.packages) {
    const key = packageKey(pin);
    addPackage(resolved, pin, oldPackages.get(key), answers?.packages.get(answerKey(pins, pin)));
  }
  return { ...resolved, locked: soundModel(resolved.locked) };
}

function addBase(
  { locked, entries, absent }: Resolved,
  pin: PinnedBase,
  old: LockedBase | undefined,
  answer: Answer | undefined,
): void {
  const { image } = pin;
  // A digest that the files name contradicts an older one in the lock.
  const held = pin.digest === undefined || pin.digest === old?.digest ? (old?.digest ?? null) : null;
  const { value, reason } = settled(answer, held, old?.reason);
  locked.bases.push(value === null ? { image, digest: null, reason } : { image, digest: value });
  entries.push(entry("base-image", image, old?.digest ?? null, answer, (digest) => digest, value, reason));
  if (answer?.state === "absent")
    absent.push({ kind: "base-image", name: image, reason: answer.reason, pin });
}

function addSource(
  { locked, entries, absent }: Resolved,
  pin: PinnedSource,
  old: LockedSource | undefined,
  answer: Answers["sources"] extends Map<string, infer A> ? A | undefined : never,
): void {
  const { repository, ref } = pin;
  const name = ref === null ? repository : `${repository}#${ref}`;
  const held = old && old.commit !== null && isCommitOf(ref, old.commit) ? old : undefined;
  if (answer?.state === "known") {
    const { commit, submodules, reason } = answer.value;
    const kept = submodules ?? (held?.commit === commit ? held.submodules : null);
    locked.sources.push({
      repository,
      ref,
      commit,
      submodules: kept,
      ...(kept === null && { reason: oneLine(reason ?? "its submodules are not known") }),
    });
  } else if (held) locked.sources.push({ ...held, repository, ref });
  else {
    const { reason } = settled(answer, null, old?.reason);
    locked.sources.push({ repository, ref, commit: null, submodules: null, reason });
  }
  const now = locked.sources.at(-1);
  entries.push(
    entry(
      "git-commit",
      name,
      old ? treeText(old) : null,
      answer,
      treeText,
      now ? treeText(now) : null,
      now?.reason ?? "",
    ),
  );
  if (answer?.state === "absent") absent.push({ kind: "git-commit", name, reason: answer.reason, pin });
}

function addPackage(
  { locked, entries }: Resolved,
  pin: PinnedPackage,
  old: LockedPackage | undefined,
  answer: Answers["packages"] extends Map<string, infer A> ? A | undefined : never,
): void {
  const { name, version } = pin;
  if (pin.built) {
    locked.packages.push({ name, version, built: true });
    return;
  }
  const label = version === null ? name : `${name} ${version}`;
  const before =
    old?.file && old.sha256 && old.from ? { file: old.file, sha256: old.sha256, from: old.from } : null;
  // What another index or system decides on was never ours to lock.
  const mayBe = (one: PackageFile | null): boolean =>
    one !== null && pin.undecided === undefined && (pin.hashes?.includes(one.sha256) ?? true);
  const shown = (one: PackageFile | null): string | null => one && fileText(one);
  const held = mayBe(before) ? before : null;
  const { value, reason } =
    pin.undecided !== undefined
      ? { value: null, reason: pin.undecided }
      : version === null
        ? { value: null, reason: "no exact version is asked for" }
        : answer?.state === "known" && !mayBe(answer.value)
          ? {
              value: null,
              reason: "the requirements file allows other hashes than that of the file there is",
            }
          : settled(answer, held, old?.reason);
  locked.packages.push({ name, version, ...(value ?? { file: null, sha256: null, reason }) });
  entries.push(entry("wheel", label, shown(before), answer, shown, shown(value), reason));
}

/** All that the lock holds of a file: a hash under another name, or of another host, is another thing. */
function fileText({ file, sha256, from }: PackageFile): string {
  return `sha256:${sha256} ${from}/${file}`.slice(0, 500);
}

/** The answer where there is one, else what is held; else null and why. */
function settled<T>(
  answer: Answer<T> | undefined,
  held: T | null,
  before: string | undefined,
): { value: T | null; reason: string } {
  if (answer?.state === "known") return { value: answer.value, reason: "" };
  const reason = answer?.reason ?? before ?? offlineReason;
  return { value: held, reason: oneLine(reason) };
}

/** As the lock takes it, whatever it was made of. */
function oneLine(reason: string): string {
  return reason.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu, " ").slice(0, 500) || "not known";
}

/** A commit with what it holds inside, cut to what a record takes. */
function treeText({ commit, submodules }: Pick<LockedSource, "commit" | "submodules">): string | null {
  if (commit === null) return null;
  const inside = (submodules ?? []).map(({ path, commit: own }) => `${path}@${own}`);
  return (inside.length === 0 ? commit : `${commit} with ${inside.join(", ")}`).slice(0, 500);
}

/** A full commit can be locked as itself alone. */
function isCommitOf(ref: string | null, commit: string): boolean {
  return ref === null || !/^[0-9a-f]{40}$/i.test(ref) || ref.toLowerCase() === commit;
}

function entry<T>(
  kind: LockEntry["kind"],
  name: string,
  locked: string | null,
  answer: Answer<T> | undefined,
  show: (value: T) => string | null,
  now: string | null,
  reason: string,
): LockEntry & { now: string | null } {
  const asked = answer !== undefined;
  const why = answer && answer.state !== "known" ? answer.reason : now === null ? reason : "";
  return {
    kind,
    name: name.slice(0, 500),
    locked,
    resolved: answer?.state === "known" ? show(answer.value) : asked ? null : now,
    asked,
    now,
    ...(why && { reason: why.slice(0, 1000) }),
  };
}
