import type { Host, ModelFolder } from "@mia/action-kit";
import { type Model, maxModelBytes } from "@mia/catalog";
import type { LockPins } from "@mia/catalog/lock";
import type { SourceFile } from "@mia/dockerfile";

const maxRequirementsBytes = 4 * 1024 * 1024;

/** What the files of an image folder ask for by name, without asking anybody. Throws `unreadable-input`. */
export async function readPins(
  host: Host,
  { folder }: ModelFolder,
  model: Model,
  dockerfile: SourceFile,
): Promise<LockPins> {
  const { hasModel, lockPins, readImage } = await import("@mia/dockerfile");
  const read = async (name: string, maxBytes: number): Promise<SourceFile> => {
    const path = host.files.relative(`${folder}/${name}`);
    return { path, text: await host.files.read(path, { maxBytes, followLinks: "inside" }) };
  };
  const names = (await host.files.list(folder, { sizes: false })).map(({ name }) => name);
  const requirements: SourceFile[] = [];
  for (const name of names.filter(isRequirements)) requirements.push(await read(name, maxRequirementsBytes));
  const modelFile = await read("model.yaml", maxModelBytes);
  const image = readImage({ folder, dockerfile, modelFile, requirements }, model);
  if (!hasModel(image)) throw new Error("an image read with its model has one");
  return lockPins(image);
}

/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`. */
function isRequirements(name: string): boolean {
  return /^(?:[\w.-]{1,100}[-_.])?requirements(?:[-_.][\w.-]{1,100})?\.txt$/.test(name);
}
