import { type Host, StepFailure } from "@mia/action-kit";
import {
  type Baseline,
  baselineOf,
  formatBaseline,
  type MergedBaseline,
  mergeBaseline,
} from "@mia/dockerfile";
import type { BaselineEntry } from "@mia/step-result";
import type { Judged } from "./judge.ts";

/** Written where no other name is given. */
export const defaultBaseline = "mia-baseline.json";

/** As much as parseBaseline reads, in bytes. */
const maxBaselineBytes = 16 * 1024 * 1024;

/** Throws a StepFailure where the file is missing or no baseline: an empty one would bring every old finding back. */
export async function readBaseline(host: Host, file: string): Promise<Baseline> {
  const text = await host.files.read(file, { maxBytes: maxBaselineBytes, followLinks: "inside" });
  const { parseBaseline } = await import("@mia/dockerfile/parse-baseline");
  const parsed = parseBaseline(text);
  if (parsed.ok) return parsed.baseline;
  throw new StepFailure({
    code: "invalid-input",
    message: `${file}: ${parsed.problem}`,
    remedy: "Restore it from the repository, or remove it and write it anew with write-baseline.",
  });
}

/** Files that entries speak of and that are no more: nobody will find anything in them. */
export async function goneFiles(host: Host, { entries }: Baseline): Promise<Set<string>> {
  const gone = new Set<string>();
  for (const file of new Set(entries.map((entry) => entry.file))) {
    if ((await host.files.entry(file)) === undefined) gone.add(file);
  }
  return gone;
}

/**
 * Writes what was found into the baseline file. Entries of files that were not looked at stay, for this run says nothing
 * of them; those of files that are no more go. Throws where another kind of file is in the way.
 */
export async function writeBaseline(
  host: Host,
  file: string,
  judged: readonly Judged[],
  enforced: readonly string[],
): Promise<MergedBaseline> {
  const former = await formerBaseline(host, file);
  const looked = new Set(judged.flatMap(({ files }) => files));
  const gone = await goneFiles(host, former);
  const fresh = baselineOf(
    judged.flatMap(({ all }) => all),
    enforced,
  );
  const covers = (entry: BaselineEntry): boolean => looked.has(entry.file) || gone.has(entry.file);
  const merged = mergeBaseline(former.entries, fresh, covers);
  await host.files.write(file, formatBaseline(merged.baseline));
  return merged;
}

/** The baseline to be written anew. One that cannot be read any more, as after a merge, is replaced. */
export async function formerBaseline(host: Host, file: string): Promise<Baseline> {
  if (!(await host.files.exists(file))) return { entries: [] };
  const text = await host.files.read(file, { maxBytes: maxBaselineBytes, followLinks: "inside" });
  const { parseBaseline } = await import("@mia/dockerfile/parse-baseline");
  const parsed = parseBaseline(text);
  if (parsed.ok) return parsed.baseline;
  if (text.trim() !== "" && !text.includes('"verify-baseline/')) {
    throw new StepFailure({
      code: "invalid-input",
      message: `${file} is there and is no baseline, so it is not written over`,
      remedy: "Name another file with baseline, or remove this one.",
    });
  }
  if (text.trim() !== "") host.log.warn(`${file}: ${parsed.problem} None of its entries is kept.`);
  return { entries: [] };
}

/** What became of the entries, for the log. */
export function baselineLine(file: string, { written, kept, dropped }: MergedBaseline): string {
  const parts = [
    `${written} ${written === 1 ? "entry" : "entries"} written`,
    ...(kept > 0 ? [`${kept} kept of files that were not verified`] : []),
    ...(dropped > 0 ? [`${dropped} dropped, for they are not found any more`] : []),
  ];
  return `${file}: ${parts.join(", ")}`;
}
