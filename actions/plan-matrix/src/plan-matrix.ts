import {
  changedFiles,
  defineAction,
  eventComparison,
  findModels,
  type Host,
  lines,
  listModels,
  loadModel,
  type ModelFolder,
  optionalText,
  recordStep,
  text,
} from "@mia/action-kit";
import type { PlanResult } from "@mia/step-result";
import { type Affected, affectedModels } from "./affected-models.ts";
import { expectedSteps } from "./expected-steps.ts";
import { checkMatrixSize, matrixJson } from "./matrix.ts";

const inputs = {
  models: lines({
    description: "Models to plan, one a line: folders or slugs. Default: those the change touches.",
    placeholder: "MODEL",
  }),
  "images-dir": text({
    description: "Folder whose subfolders are the image folders.",
    default: "images",
    placeholder: "FOLDER",
  }),
  base: optionalText({
    description:
      "Commit, branch or tag to compare with, from the merge base. Default: what the workflow's event says; without one, all models.",
    placeholder: "REF",
  }),
  expects: expectedSteps,
  "shared-paths": lines({
    description:
      "Files and folders whose change touches every model, one a line, beside the shared folders under images-dir.",
    default: "packages\nactions\ndist\n.github",
    placeholder: "PATH",
  }),
};

export const planMatrix = defineAction({
  name: "plan-matrix",
  description:
    "Finds the models a change touches and makes the matrix that verifies, builds and smoke-tests them.",
  inputs,
  outputs: {
    matrix: 'JSON for strategy.matrix: {"include":[{"model":"maptr","folder":"images/maptr"}]}.',
    any: "true where at least one model is affected; an empty matrix is an error on GitHub, so test this first.",
    models: "The affected models, separated by spaces.",
  },
  positional: "models",
  async run(given, host) {
    let affected: Affected = { models: [], notes: [] };
    const seed = { step: "plan" as const, expects: given.expects, models: [], base: null };
    const record = await recordStep(host, seed, async (draft) => {
      affected = await decide(host, given, draft);
      draft.notes = affected.notes.map((note) => note.slice(0, 1000));
      checkMatrixSize(affected.models);
      draft.models = await Promise.all(
        affected.models.map(async (model) => ({
          slug: model.slug,
          name: await nameOf(host, model),
          reason: model.reason.slice(0, 1000),
        })),
      );
      for (const note of affected.notes) host.log.info(note);
      host.log.info(`planned: ${affected.models.map(({ slug }) => slug).join(", ") || "no model"}`);
    });
    const { models } = record.status === "failed" ? { models: [] } : affected;
    const outputs = {
      matrix: matrixJson(models),
      any: String(models.length > 0),
      models: models.map(({ slug }) => slug).join(" "),
    };
    return { records: [record], outputs };
  },
});

interface Given {
  models: string[];
  "images-dir": string;
  base: string | undefined;
  "shared-paths": string[];
}

async function decide(host: Host, given: Given, draft: PlanResult): Promise<Affected> {
  const imagesDir = host.files.relative(given["images-dir"]);
  if (given.models.length > 0)
    return all(await findModels(host, imagesDir, given.models), "asked for by name", []);
  const catalog = await findModels(host, imagesDir, []);
  const whole = (reason: string): Affected =>
    all(catalog, `all models, since ${reason}`, [`All models are planned: ${reason}.`]);
  const choice =
    given.base === undefined
      ? await eventComparison(host)
      : { comparison: { ref: given.base, fromMergeBase: true } };
  if ("reason" in choice) return whole(choice.reason);
  if (imagesDir === ".." || imagesDir.startsWith("../"))
    return whole(`${imagesDir} lies outside the workspace`);
  const change = await changedFiles(host, choice.comparison);
  if (!change.known) return whole(change.reason);
  draft.base = change.base;
  const sharedPaths = given["shared-paths"].map((path) => host.files.relative(path));
  const otherFolders = await foldersWithoutModel(host, imagesDir);
  return affectedModels({ catalog, imagesDir, otherFolders, sharedPaths, changed: change.files });
}

function all(models: ModelFolder[], reason: string, notes: string[]): Affected {
  return { models: models.map((model) => ({ ...model, reason })), notes };
}

async function foldersWithoutModel(host: Host, imagesDir: string): Promise<string[]> {
  const models = new Set((await listModels(host, imagesDir)).map(({ folder }) => folder));
  const entries = await host.files.list(imagesDir);
  return entries
    .filter(({ kind, name }) => kind === "folder" && !models.has(host.files.relative(`${imagesDir}/${name}`)))
    .map(({ name }) => name);
}

/** A model.yaml that cannot be read is for verify to judge; the plan must still name the model. */
async function nameOf(host: Host, model: ModelFolder): Promise<string> {
  try {
    const loaded = await loadModel(host, model);
    return loaded.ok ? loaded.model.name : model.slug;
  } catch {
    return model.slug;
  }
}
