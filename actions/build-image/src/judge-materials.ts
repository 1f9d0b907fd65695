import type { MaterialsCheck } from "@mia/catalog/lock";
import type { Failure, LockState } from "@mia/step-result";
import { named } from "./judge-lock.ts";

export interface MaterialsVerdict {
  state: LockState;
  /** Names that the caller replaced, and that were not looked at. */
  leftOut: string[];
  failure?: Failure;
}

const silent: MaterialsCheck = {
  drift: [],
  unknown: ["what the build started from: the builder did not say"],
  leftOut: [],
};

/**
 * What it means how a build's materials compare with the lock. `check` null: the builder named none, so that nothing was shown to hold.
 * What the caller put in the place of a part is left out, by name.
 */
export function judgeMaterials(
  state: LockState,
  found: MaterialsCheck | null,
  build: { isRequired: boolean; pushed: boolean },
): MaterialsVerdict {
  const check = found ?? silent;
  const unknown = [...new Set([...state.unknown, ...check.unknown.map((name) => name.slice(0, 500))])];
  const next: LockState = {
    ...state,
    state: check.drift.length > 0 ? "drifted" : unknown.length > 0 ? "incomplete" : state.state,
    unknown: unknown.slice(0, 500),
    drift: [...state.drift, ...check.drift].slice(0, 500),
  };
  const outcome = { state: next, leftOut: check.leftOut };
  const pushed = build.pushed ? " The image was pushed all the same: do not use it." : "";
  if (check.drift.length > 0) {
    const told = check.drift.map(
      ({ name, locked: was, found }) => `${name} is ${found ?? "unknown"}, locked as ${was ?? "nothing"}`,
    );
    return {
      ...outcome,
      failure: {
        code: "lock-drifted",
        message: `the build started from other things than ${state.file} holds: ${named(told)}`.slice(
          0,
          4000,
        ),
        remedy: `If that is meant, run \`mia lock\` and review what it changes.${pushed}`,
      },
    };
  }
  if (!build.isRequired || check.unknown.length === 0) return outcome;
  return {
    ...outcome,
    failure: {
      code: "lock-incomplete",
      message: `${state.file} could not be held against the build: ${named(check.unknown)}`.slice(0, 4000),
      remedy: `Run \`mia lock\` where servers can be reached.${pushed}`,
    },
  };
}

/**
 * A build argument that reaches a FROM, a source policy and a Dockerfile from elsewhere name other things than the lock knows of,
 * and not which: what it does not hold is then left out, too.
 */
export function withoutReplaced(check: MaterialsCheck, replaced: readonly string[]): MaterialsCheck {
  if (!replaced.some((name) => /^(?:arg|env):|^dockerfile$/.test(name))) return check;
  const others = check.drift.filter(({ locked }) => locked === null);
  return {
    ...check,
    drift: check.drift.filter(({ locked }) => locked !== null),
    leftOut: [...check.leftOut, ...others.map(({ name }) => name)],
  };
}
