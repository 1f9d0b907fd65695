import { type Host, StepFailure } from "@mia/action-kit";
import { type Baseline, baselineOf, formatBaseline } from "@mia/dockerfile";
import type { Finding } from "@mia/step-result";

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
    remedy: "Write it anew with write-baseline, or restore it from the repository.",
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

export async function writeBaseline(
  host: Host,
  file: string,
  findings: readonly Finding[],
  enforced: readonly string[],
): Promise<void> {
  await host.files.write(file, formatBaseline(baselineOf(findings, enforced)));
}
