import { type Host, StepFailure } from "@mia/action-kit";
import type { Model } from "@mia/catalog";
import type { LockedModel } from "@mia/catalog/lock";
import type { BuildPair } from "@mia/container";
import type { BuildResult } from "@mia/step-result";
import type { Given } from "./inputs.ts";
import { judgeLock } from "./judge-lock.ts";
import { LockUnreadable, readLock } from "./lock-place.ts";
import { lockedContexts, movableNames } from "./pinned-images.ts";
import { readPins } from "./read-pins.ts";

/** What the lock says of a build. */
export interface LockPart {
  locked: LockedModel | undefined;
  contexts: BuildPair[];
  movable: string[] | undefined;
}

/** Holds the files against the lock. Throws `lock-drifted` and, where everything has to be locked, `lock-incomplete`. */
export async function assertLock(
  host: Host,
  draft: BuildResult,
  given: Given,
  { model, dockerfile }: { model: Model; dockerfile: { path: string; text: string } },
): Promise<LockPart> {
  const place = await readLock(host, given.lock, given["images-dir"]).catch((error: unknown) => {
    if (error instanceof LockUnreadable) draft.findings.push(...error.findings);
    throw error;
  });
  const isRequired = given["require-locked"];
  if (place.lock === undefined && !isRequired && !given["skip-proven"]) {
    draft.lock = { file: place.file.slice(0, 4096), state: "absent", unknown: [], drift: [] };
    return { locked: undefined, contexts: [], movable: undefined };
  }
  const pins = await readPins(host, { slug: draft.model, folder: draft.folder }, model, dockerfile);
  const locked = place.lock?.models[draft.model];
  const { incompleteParts, lockDrift } = await import("@mia/catalog/lock");
  const comparison = { drift: lockDrift(pins, locked), missing: locked ? incompleteParts(locked) : [] };
  const verdict = judgeLock(place, pins, comparison, isRequired);
  draft.lock = verdict.state;
  draft.findings.push(...verdict.findings);
  if (verdict.failure) throw new StepFailure(verdict.failure);
  return {
    locked,
    contexts: lockedContexts(pins, locked, dockerfile).filter(
      ({ name }) => !given["build-contexts"].some((context) => context.name === name),
    ),
    movable: movableNames(pins, locked, dockerfile),
  };
}
