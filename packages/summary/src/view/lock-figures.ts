import type { LockEntry, LockResult, LockState } from "@mia/step-result";
import { plural } from "../text/units.ts";
import { maxPins } from "./figure-limits.ts";
import { entryState } from "./lock-state.ts";
import type { Figure, FigureColumn } from "./view.ts";

const columns: FigureColumn[] = [
  { label: "Name", kind: "code" },
  { label: "Locked", kind: "digest" },
  { label: "Found", kind: "digest" },
];

/** Where the lock and what a build used do not agree. */
export function driftFigure({ drift }: LockState): Figure | undefined {
  if (drift.length === 0) return undefined;
  return {
    title: "Not as the lock file says",
    columns,
    rows: drift.slice(0, maxPins).map(({ name, locked, found }) => ({
      cells: [name, locked ?? "nothing", found ?? "nothing"],
    })),
    ...moreOf(drift.length),
  };
}

/** What a lock's record found wanting, and what it changed. */
export function lockFigures({ entries, lock, changes, written }: LockResult): Figure[] {
  const moved = entries.filter((entry) => entryState(entry) === "moved");
  const unknown = entries.filter((entry) => entryState(entry) === "unknown");
  const figures = [
    lock && driftFigure(lock),
    // What moved is part of the drift, where the record tells that.
    entryFigure(lock ? unknown : [...moved, ...unknown]),
    changes && changeFigure(changes, written === true),
  ];
  return figures.filter((figure) => figure !== undefined);
}

function entryFigure(entries: readonly LockEntry[]): Figure | undefined {
  if (entries.length === 0) return undefined;
  return {
    title: "Not held, or without an answer",
    columns: [...columns, { label: "Why", kind: "text" }],
    rows: entries.slice(0, maxPins).map(({ name, locked, resolved, reason }) => ({
      cells: [name, locked ?? "nothing", resolved ?? "unknown", reason ?? ""],
    })),
    ...moreOf(entries.length),
  };
}

function changeFigure(changes: readonly string[], isWritten: boolean): Figure | undefined {
  if (changes.length === 0) return undefined;
  return {
    title: isWritten ? "Changes written to the lock file" : "Changes not written to the lock file",
    columns: [{ label: "Change", kind: "digest" }],
    rows: changes.slice(0, maxPins).map((change) => ({ cells: [change] })),
    ...moreOf(changes.length),
  };
}

function moreOf(all: number): { note?: string } {
  return all > maxPins ? { note: `${plural(all - maxPins, "more line")} in the record.` } : {};
}
