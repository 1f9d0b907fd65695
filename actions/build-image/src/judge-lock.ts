import type { Incomplete, LockDrift, LockPins } from "@mia/catalog/lock";
import type { Failure, Finding, Location, LockState } from "@mia/step-result";
import type { LockPlace } from "./lock-place.ts";

export interface LockVerdict {
  state: LockState;
  findings: Finding[];
  /** The build must not go on. */
  failure?: Failure;
}

const maxFindings = 50;
const maxNames = 8;

/** What the lock and the image's files differ in, and what the lock does not hold. */
export interface LockComparison {
  drift: readonly LockDrift[];
  missing: readonly Incomplete[];
}

/** What a comparison of the lock with the image's files means. One that is not there, or knows nothing of the model, is absent. */
export function judgeLock(
  place: LockPlace,
  pins: LockPins,
  comparison: LockComparison,
  isRequired: boolean,
): LockVerdict {
  if (place.lock?.models[pins.slug] === undefined) return absentLock(place, pins.slug, isRequired);
  const { drift, missing } = comparison;
  const unlocked = pins.unknown.map(({ what }) => what);
  const unknown = [...missing.map(({ name }) => name), ...unlocked];
  const state: LockState = {
    file: place.file.slice(0, 4096),
    state: drift.length > 0 ? "drifted" : unknown.length > 0 ? "incomplete" : "held",
    unknown: unknown.slice(0, 500).map((name) => name.slice(0, 500)),
    drift: drift.slice(0, 500).map(driftLine),
  };
  const remedy = `Run \`mia lock ${pins.slug}\` and review what it changes.`;
  if (drift.length > 0) {
    return {
      state,
      findings: drift.slice(0, maxFindings).map((one) => driftFinding(place, pins.slug, one, remedy)),
      failure: {
        code: "lock-drifted",
        message: `the files of ${pins.slug} and ${place.file} differ: ${named(drift.map(driftText))}`.slice(
          0,
          4000,
        ),
        remedy,
      },
    };
  }
  if (unknown.length === 0) return { state, findings: [] };
  const message = `${place.file} does not hold ${named(unknown)}`.slice(0, 4000);
  const where = missing[0] ? ["models", pins.slug, ...missing[0].path] : ["models", pins.slug];
  const lockRemedy = `Run \`mia lock ${pins.slug}\` where registries and git servers can be reached.`;
  return {
    state,
    findings: [
      {
        rule: "build/lock-incomplete",
        severity: isRequired ? "error" : "warning",
        message: [message, missing[0]?.reason].filter(Boolean).join(": ").slice(0, 4000),
        remedy: lockRemedy,
        locations: [{ file: place.file, line: place.lineOf(where) }],
      },
    ],
    ...(isRequired ? { failure: { code: "lock-incomplete", message, remedy: lockRemedy } } : {}),
  };
}

/** Nothing says what the image shall be made of. */
export function absentLock({ file, lock }: LockPlace, slug: string, isRequired: boolean): LockVerdict {
  const state: LockState = { file: file.slice(0, 4096), state: "absent", unknown: [], drift: [] };
  if (!isRequired) return { state, findings: [] };
  const message = lock ? `${file} holds nothing of ${slug}` : `there is no lock file ${file}`;
  const remedy = `Run \`mia lock ${slug}\`, review the file and commit it.`;
  return { state, findings: [], failure: { code: "lock-incomplete", message, remedy } };
}

function driftFinding(place: LockPlace, slug: string, drift: LockDrift, remedy: string): Finding {
  const inLock: Location[] =
    drift.state === "missing"
      ? []
      : [{ file: place.file, line: place.lineOf(["models", slug, ...(drift.path ?? [])]) }];
  const locations = [...inLock, ...drift.locations].slice(0, 100);
  return {
    rule: "build/lock-drifted",
    severity: "error",
    message: driftText(drift).slice(0, 4000),
    remedy,
    locations:
      locations.length > 0 ? locations : [{ file: place.file, line: place.lineOf(["models", slug]) }],
  };
}

function driftText({ state, name, locked, found }: LockDrift): string {
  if (state === "missing") return `${name} (${found}) is not locked`;
  if (state === "unused") return `${name} (${locked}) is locked, and nothing asks for it`;
  return `${name} is locked as ${locked}, and the files ask for ${found}`;
}

function driftLine({ name, locked, found }: Pick<LockDrift, "name" | "locked" | "found">) {
  return {
    name: name.slice(0, 500),
    locked: locked?.slice(0, 500) ?? null,
    found: found?.slice(0, 500) ?? null,
  };
}

/** The first few of many, on one line. */
export function named(names: readonly string[]): string {
  const more = names.length > maxNames ? ` and ${names.length - maxNames} more` : "";
  return `${names.slice(0, maxNames).join(", ")}${more}`;
}
