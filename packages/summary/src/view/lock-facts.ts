import type { LockResult, LockState } from "@mia/step-result";
import { names } from "../text/names.ts";
import { count, plural } from "../text/units.ts";
import { entryState } from "./lock-state.ts";
import type { Fact } from "./view.ts";

export function lockFacts({ entries, mode, offline, written, lock }: LockResult): Fact[] {
  const of = (state: string): number => entries.filter((entry) => entryState(entry) === state).length;
  const parts = [
    { number: of("held"), words: "held" },
    { number: of("moved"), words: "moved" },
    { number: of("unknown"), words: "not known now" },
    { number: of("unasked"), words: "not asked for" },
  ].filter(({ number }) => number > 0);
  const which = parts.map(({ number, words }) => `${count(number)} ${words}`).join(", ");
  return [
    ...(mode === undefined ? [] : [{ label: "Mode", value: `${mode}${offline ? ", offline" : ""}` }]),
    ...(lock ? [lockStateFact(lock)] : []),
    { label: "Locked", value: `${plural(entries.length, "thing")}${which === "" ? "" : `: ${which}`}` },
    ...(written === undefined ? [] : [{ label: "File changed", value: written ? "yes" : "no" }]),
  ];
}

/** The lock file's state in a line. */
export function lockStateFact({ file, state, unknown, drift }: LockState): Fact {
  const words = {
    held: `held: everything is as ${file} says`,
    incomplete: `incomplete: ${file} does not hold ${names(unknown, 12)}`,
    drifted: `drifted: ${plural(drift.length, "thing")} not as ${file} says (${names(
      drift.map(({ name }) => name),
      12,
    )})`,
    absent: `absent: nothing of this model is in ${file}, so that nothing holds what the names stand for`,
  };
  const beside = state === "drifted" && unknown.length > 0 ? `; it does not hold ${names(unknown, 6)}` : "";
  return { label: "Lock", value: `${words[state]}${beside}` };
}
