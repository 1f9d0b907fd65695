import { type Host, loadModel, type ModelFolder, type StepFailure } from "@mia/action-kit";
import { maxModelBytes } from "@mia/catalog";
import type { LockPins } from "@mia/catalog/lock";
import { hasModel, lockPins, readImage, type SourceFile } from "@mia/dockerfile";
import type { Finding } from "@mia/step-result";

export type ReadPins =
  | { ok: true; pins: LockPins }
  | { ok: false; findings: Finding[]; failure: StepFailure };

const maxDockerfileBytes = 1024 * 1024;
const maxRequirementsBytes = 4 * 1024 * 1024;

/**
 * What the files of an image folder ask for. Throws a StepFailure `unreadable-input` for a Dockerfile or requirements file that
 * is missing or too large.
 */
export async function readPins(host: Host, model: ModelFolder): Promise<ReadPins> {
  const loaded = await loadModel(host, model);
  if (!loaded.ok) return loaded;
  const read = async (name: string, maxBytes: number): Promise<SourceFile> => {
    const path = host.files.relative(`${model.folder}/${name}`);
    return { path, text: await host.files.read(path, { maxBytes, followLinks: "inside" }) };
  };
  const names = (await host.files.list(model.folder, { sizes: false })).map(({ name }) => name);
  const source = {
    folder: model.folder,
    dockerfile: await read("Dockerfile", maxDockerfileBytes),
    modelFile: await read("model.yaml", maxModelBytes),
    requirements: [] as SourceFile[],
  };
  for (const name of names.filter(isRequirements))
    source.requirements.push(await read(name, maxRequirementsBytes));
  const image = readImage(source, loaded.model);
  if (!hasModel(image)) throw new Error("an image read with its model has one");
  return { ok: true, pins: lockPins(image) };
}

/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`. */
function isRequirements(name: string): boolean {
  return /^(?:[\w.-]{1,100}[-_.])?requirements(?:[-_.][\w.-]{1,100})?\.txt$/.test(name);
}
