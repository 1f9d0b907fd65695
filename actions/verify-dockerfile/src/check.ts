import { type Host, loadModel, type ModelFolder, StepFailure } from "@mia/action-kit";
import { checkImage, type Image, rules, type VerifiedFile, verifiedFiles } from "@mia/dockerfile";
import type { ContextSize, Finding, SkippedFile } from "@mia/step-result";
import type { ChosenPolicies } from "./policies.ts";
import { readModelImage, readPlainImage } from "./read-image.ts";
import type { SourceReader } from "./source-reader.ts";

/** What the rules found in one image or several, before anything is left out. */
export interface Checked {
  findings: Finding[];
  /** Every file that findings can point into. */
  files: VerifiedFile[];
  images: Image[];
  size: ContextSize | null;
  /** Dockerfiles that could not be read. */
  unreadable: SkippedFile[];
  /** Why no judgement can be complete. */
  failure?: StepFailure;
}

/** An image folder. A model.yaml that cannot be used is a finding, and the rest is checked without it. */
export async function checkModel(
  host: Host,
  reader: SourceReader,
  folder: ModelFolder,
  policies: ChosenPolicies,
): Promise<Checked> {
  const loaded = await loadModel(host, folder);
  const model = loaded.ok ? loaded.model : undefined;
  try {
    const { image, size } = await readModelImage(host, reader, folder.folder, model, policies.model);
    const findings = [...(loaded.ok ? [] : loaded.findings), ...checkImage(image)];
    const checked: Checked = { findings, files: verifiedFiles(image), images: [image], size, unreadable: [] };
    return loaded.ok ? checked : { ...checked, failure: loaded.failure };
  } catch (error) {
    if (loaded.ok || !(error instanceof StepFailure)) throw error;
    return {
      findings: loaded.findings,
      files: [],
      images: [],
      size: null,
      unreadable: [],
      failure: loaded.failure,
    };
  }
}

/** Dockerfiles of any place. One that cannot be read does not stop the others. */
export async function checkDockerfiles(
  host: Host,
  reader: SourceReader,
  paths: readonly string[],
  { context, policies }: { context: string | undefined; policies: ChosenPolicies },
): Promise<Checked> {
  const all: Checked = { findings: [], files: [], images: [], size: null, unreadable: [] };
  const seen = new Set<string>();
  const files = new Map<string, VerifiedFile>();
  for (const path of paths) {
    try {
      const { image } = await readPlainImage(host, reader, path, context, policies.plain);
      all.images.push(image);
      for (const file of verifiedFiles(image)) files.set(file.path, file);
      for (const finding of checkImage(image)) {
        // Files that several Dockerfiles share are spoken of once.
        const key = JSON.stringify([finding.rule, finding.message, finding.locations[0]]);
        if (!seen.has(key)) all.findings.push(finding);
        seen.add(key);
      }
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
      all.unreadable.push({ path, why: error.message.slice(0, 1000) });
    }
  }
  all.files = [...files.values()];
  const [first] = all.unreadable;
  if (first) {
    const more = all.unreadable.length > 1 ? ` (and ${all.unreadable.length - 1} more)` : "";
    all.failure = new StepFailure({
      code: "unreadable-input",
      message: `${first.why}${more}`,
      remedy: "Name regular files of ordinary size inside the workspace.",
    });
  }
  return all;
}

export const ruleIds: readonly string[] = rules.map(({ id }) => id);
