import { defineAction, findModels, type Host, type ModelFolder, StepFailure } from "@mia/action-kit";
import {
  type Lock,
  type LockDiffLine,
  type LockPins,
  lockDiff,
  parseLock,
  printLock,
} from "@mia/catalog/lock";
import type { LockResult } from "@mia/step-result";
import { type Answers, askAll } from "./asker.ts";
import { inputs } from "./inputs.ts";
import { failedRecord, judgeModel, type Run } from "./judge-model.ts";
import { type LockPlace, readLock } from "./lock-place.ts";
import { questionsOf } from "./plan-questions.ts";
import { type ReadPins, readPins } from "./read-pins.ts";
import { type Resolved, resolveModel } from "./resolve.ts";
import { tellOutcome } from "./tell-outcome.ts";
import { whileAlone, writeLock } from "./write-lock.ts";

/** Seconds that pip has for everything it is asked. */
const defaultTimeoutSeconds = 20 * 60;

export const lockImages = defineAction({
  name: "lock-images",
  description:
    "Writes down what the images are made of by digest, commit and hash, and says where that no longer holds.",
  positional: "models",
  inputs,
  outputs: {
    "lock-file": "The lock file.",
    changed: "true where the lock file was written anew.",
    drift: "Number of things that differ between the lock and the files or servers.",
    incomplete: "Number of things the lock does not hold, over all models asked for.",
  },
  async run(given, host) {
    const { check, update, offline } = given;
    if (check && update)
      throw new StepFailure({
        code: "invalid-input",
        message: "check and update exclude each other: check asks for everything anyway, and writes nothing",
        remedy: "Leave one of them.",
      });
    const started = host.now();
    const imagesDir = host.files.relative(given["images-dir"]);
    const models = await findModels(host, imagesDir, given.models);
    const file = host.files.relative(given["lock-file"] ?? `${imagesDir}/models.lock.yaml`);
    if (!check) await host.files.refuseUnwritable(file);
    const read = await readLock(host, file);
    const run: Run = { host, mode: check ? "check" : update ? "update" : "resolve", offline, file };
    if (!read.ok) {
      const records = [];
      // Said once, with the first record.
      for (const [index, model] of models.entries())
        records.push(await failedRecord(run, model, { ...read, findings: index === 0 ? read.findings : [] }));
      return { records, outputs: { "lock-file": file, changed: "false", drift: "", incomplete: "" } };
    }
    const asked = read.place;
    const parts = await readAll(host, models);
    const pins = parts.flatMap(({ read: own }) => (own.ok ? [own.pins] : []));
    const budgetMs = (given.timeout ?? defaultTimeoutSeconds) * 1000;
    const answers = offline ? undefined : await ask(host, pins, asked, check || update, budgetMs);
    const kept = given.models.length > 0 ? undefined : new Set(models.map(({ slug }) => slug));
    const merge = async (before: LockPlace): Promise<Merged> => {
      const resolved = new Map(
        pins.map((own) => [own.slug, resolveModel(own, before.lock?.models[own.slug], answers)]),
      );
      const next = nextLock(before.lock, resolved, kept);
      const text = printLock(next);
      const changes = lockDiff(before.lock, next);
      const parsed = parseLock(text);
      if (!parsed.ok) throw new Error(`what was made is no lock: ${parsed.problems[0]?.message}`);
      const changed = !check && (await writeLock(host, file, text, before.text));
      const after: LockPlace = check ? before : { file, text, lock: parsed.lock, lineOf: parsed.lineOf };
      return { before, after, resolved, changes, changed };
    };
    const merged = check
      ? await merge(asked)
      : await whileAlone(host, file, async () => merge(await readAgain(host, asked)));
    const { before, after, resolved, changes, changed } = merged;

    const records: LockResult[] = [];
    for (const { model, read: own } of parts) {
      if (!own.ok) {
        records.push(await failedRecord(run, model, own));
        continue;
      }
      const lines = changes.filter((line) => line.model === model.slug).map((line) => line.text);
      const locked = resolved.get(model.slug) as Resolved;
      const record = await judgeModel(run, model, own.pins, { locked, before, after, lines, changed });
      record.startedAt = started.toISOString();
      record.durationMs = Math.max(0, host.now().getTime() - started.getTime());
      tellOutcome(host, record);
      records.push(record);
    }
    const gone = changes.filter(({ model, text: what }) => !resolved.has(model) && what !== "");
    for (const { model, text: what } of gone) host.log.info(`${model}: ${what}`);
    if (changed) host.log.info(`wrote ${file}`);
    const count = (of: (record: LockResult) => number): string =>
      String(records.reduce((sum, record) => sum + of(record), 0));
    return {
      records,
      files: changed ? [file] : [],
      source: sourceOf(after),
      outputs: {
        "lock-file": file,
        changed: String(changed),
        drift: count(({ lock }) => lock?.drift.length ?? 0),
        incomplete: count(({ lock }) => lock?.unknown.length ?? 0),
      },
    };
  },
});

/** The lock as it was, as it is now, and what was found out for it. */
interface Merged {
  before: LockPlace;
  after: LockPlace;
  resolved: Map<string, Resolved>;
  changes: LockDiffLine[];
  changed: boolean;
}

/** Another run may have written since; what it made unreadable is not written over. */
async function readAgain(host: Host, asked: LockPlace): Promise<LockPlace> {
  const read = await readLock(host, asked.file);
  if (!read.ok) throw read.failure;
  return read.place;
}

async function readAll(
  host: Host,
  models: readonly ModelFolder[],
): Promise<{ model: ModelFolder; read: ReadPins }[]> {
  const parts: { model: ModelFolder; read: ReadPins }[] = [];
  for (const model of models) {
    const read = await readPins(host, model).catch((error: unknown): ReadPins => {
      if (error instanceof StepFailure) return { ok: false, findings: [], failure: error };
      throw error;
    });
    parts.push({ model, read });
  }
  return parts;
}

function ask(
  host: Host,
  pins: readonly LockPins[],
  before: LockPlace,
  everything: boolean,
  budgetMs: number,
): Promise<Answers> {
  const questions = pins.map((own) => questionsOf(own, before.lock?.models[own.slug], everything));
  return askAll(
    host,
    {
      bases: questions.flatMap(({ bases }) => bases),
      sources: questions.flatMap(({ sources }) => sources),
      packages: questions.flatMap(({ packages }) => packages),
    },
    budgetMs,
  );
}

/** Models that were not asked for stay as they are; those that no longer exist go, where all were asked for. */
function nextLock(
  before: Lock | undefined,
  resolved: ReadonlyMap<string, Resolved>,
  kept: ReadonlySet<string> | undefined,
): Lock {
  const old = Object.entries(before?.models ?? {}).filter(([slug]) => kept?.has(slug) ?? true);
  const now = [...resolved].map(([slug, { locked }]) => [slug, locked] as const);
  return { schema: "models-lock/v1", models: Object.fromEntries([...old, ...now]) };
}

/** Lines of the lock, for showing a finding's place. */
function sourceOf({ file, text }: LockPlace): (name: string) => readonly string[] | undefined {
  const lines = text?.split("\n");
  return (name) => (name === file ? lines : undefined);
}
