import { type Host, type ModelFolder, recordStep } from "@mia/action-kit";
import { incompleteParts, type LockDrift, type LockPins, lockDrift } from "@mia/catalog/lock";
import type { LockResult } from "@mia/step-result";
import { isMoved, LockFindings } from "./findings.ts";
import type { LockPlace } from "./lock-place.ts";
import type { ReadPins } from "./read-pins.ts";
import type { Resolved } from "./resolve.ts";

/** What is the same for all models of a run. */
export interface Run {
  host: Host;
  mode: "resolve" | "update" | "check";
  offline: boolean;
  file: string;
}

/** What one model's lock was, became, and what changed in it. */
interface Outcome {
  locked: Resolved;
  before: LockPlace;
  after: LockPlace;
  lines: string[];
  changed: boolean;
}

/** The record of a model: what its files, its lock and the servers say of each other. */
export function judgeModel(
  run: Run,
  model: ModelFolder,
  pins: LockPins,
  outcome: Outcome,
): Promise<LockResult> {
  const { locked, before, after, lines, changed } = outcome;
  return recordStep(run.host, seedOf(run, model), async (draft) => {
    const own = after.lock?.models[model.slug];
    const drift = lockDrift(pins, own);
    const incomplete = own ? incompleteParts(own) : [];
    const findings = new LockFindings(after, pins, model.folder);
    const moved = run.mode === "check" ? locked.entries.filter(isMoved) : [];
    // The record speaks of the file as this step leaves it.
    draft.entries = locked.entries
      .slice(0, 5000)
      .map(({ now, ...entry }) => (run.mode === "check" ? entry : { ...entry, locked: now }));
    draft.written = changed;
    draft.changes = lines.slice(0, 500).map((line) => line.slice(0, 2000));
    draft.findings = [
      ...findings.drift(drift),
      ...findings.moved(moved),
      ...findings.absent(locked.absent),
      ...findings.incomplete(incomplete),
      ...findings.unknown(),
    ];
    const isAbsent = before.lock?.models[model.slug] === undefined && run.mode === "check";
    draft.lock = {
      file: run.file.slice(0, 4096),
      state: isAbsent
        ? "absent"
        : drift.length + moved.length > 0
          ? "drifted"
          : incomplete.length > 0
            ? "incomplete"
            : "held",
      unknown: incomplete.slice(0, 500).map(({ name }) => name.slice(0, 500)),
      drift: [
        ...drift.map(driftLine),
        ...moved.map(({ name, locked: old, resolved: now }) => ({ name, locked: old, found: now })),
      ].slice(0, 500),
    };
  });
}

function driftLine({ name, locked, found }: LockDrift): {
  name: string;
  locked: string | null;
  found: string | null;
} {
  return {
    name: name.slice(0, 500),
    locked: locked?.slice(0, 500) ?? null,
    found: found?.slice(0, 500) ?? null,
  };
}

function seedOf({ mode, offline }: Run, model: ModelFolder) {
  return { step: "lock" as const, model: model.slug, entries: [], mode, offline, written: false };
}

/** The record of a model, or of a lock, that could not be read. */
export function failedRecord(
  run: Run,
  model: ModelFolder,
  { findings, failure }: Extract<ReadPins, { ok: false }>,
): Promise<LockResult> {
  return recordStep(run.host, seedOf(run, model), async (draft) => {
    draft.findings = findings;
    throw failure;
  });
}
