import {
  defineAction,
  findModels,
  type Host,
  lines,
  loadModel,
  type ModelFolder,
  recordStep,
  text,
} from "@mia/action-kit";
import { rules, runpod, verifyImage } from "@mia/dockerfile";
import type { ContextSize, VerifyResult } from "@mia/step-result";
import { readImageFolder } from "./read-image-folder.ts";

/** Whether image folders keep their promises. One record a model; one broken folder does not stop the others. */
export const verifyDockerfile = defineAction({
  name: "verify-dockerfile",
  description:
    "Checks that image folders keep their promises: pins that agree, a non-root user, no secrets, a small build context.",
  positional: "models",
  inputs: {
    models: lines({
      description: "Models to check, one a line: folders or slugs. Default: every model under images-dir.",
      placeholder: "MODEL",
    }),
    "images-dir": text({
      description: "Folder whose subfolders are the image folders.",
      default: "images",
      placeholder: "FOLDER",
    }),
  },
  outputs: {
    findings: "Number of findings of any severity, over all models.",
    errors: "Number of findings of severity error, over all models.",
  },
  async run(inputs, host) {
    const models = await findModels(host, inputs["images-dir"], inputs.models);
    // All at once: most of the time goes into waiting for the disk.
    const records = await Promise.all(models.map((model) => verifyModel(host, model)));
    for (const record of records) host.log.info(lineOf(record));
    const findings = records.flatMap((record) => record.findings);
    const errors = findings.filter(({ severity }) => severity === "error");
    return { records, outputs: { findings: String(findings.length), errors: String(errors.length) } };
  },
});

/** More would fill a record that nobody reads to its end. The worst come first. */
const maxFindings = 1000;

function verifyModel(host: Host, model: ModelFolder): Promise<VerifyResult> {
  const { slug, folder } = model;
  const seed = { step: "verify" as const, model: slug, folder, rules: [], context: null };
  return recordStep(host, seed, async (draft) => {
    const loaded = await loadModel(host, model);
    if (!loaded.ok) {
      draft.findings = loaded.findings;
      throw loaded.failure;
    }
    const { source, size } = await readImageFolder(host, folder);
    draft.context = size;
    draft.rules = rules.map(({ id }) => id);
    const findings = verifyImage(source, loaded.model, runpod);
    draft.findings = findings.slice(0, maxFindings);
    if (findings.length > maxFindings)
      host.log.warn(`${slug}: ${findings.length} findings; the worst ${maxFindings} are recorded`);
  });
}

function lineOf({ model, status, findings, failure, context }: VerifyResult): string {
  if (failure && failure.code !== "findings") return `${model}: failed: ${failure.message}`;
  const counts =
    findings.length === 0 ? "no findings" : `${findings.length} finding${findings.length === 1 ? "" : "s"}`;
  return `${model}: ${status}, ${counts}${context ? `, ${contextOf(context)}` : ""}`;
}

function contextOf({ keptFiles, keptBytes, treeBytes }: ContextSize): string {
  return `context ${keptFiles} files, ${kibibytes(keptBytes)} of ${kibibytes(treeBytes)}`;
}

/** With one decimal, as the report shows it. */
function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
