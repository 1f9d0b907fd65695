import type { Host } from "@mia/action-kit";
import type { LockResult } from "@mia/step-result";

/** A reader of a log scrolls no further; the record and the file's own diff have them all. */
const maxShownChanges = 40;

/** Logs what changed in a model's lock, and how it stands now. */
export function tellOutcome(
  { log }: Host,
  { model, changes = [], lock, entries, mode, offline }: LockResult,
): void {
  for (const line of changes.slice(0, maxShownChanges)) log.info(`${model} - ${line}`);
  if (changes.length > maxShownChanges)
    log.info(`${model} - and ${changes.length - maxShownChanges} more changes`);
  const unasked = entries.filter(({ asked }) => asked === false).length;
  const silent = entries.filter(({ asked, resolved }) => asked === true && resolved === null).length;
  const notes = [
    `${entries.filter(({ resolved, locked }) => (resolved ?? locked) !== null).length} of ${entries.length} locked`,
    ...(mode === "check" && offline ? [`${unasked} not verified: offline`] : []),
    ...(silent > 0 ? [`${silent} got no answer`] : []),
  ];
  log.info(`${model}: ${lock?.state ?? "unknown"}, ${notes.join(", ")}`);
}
