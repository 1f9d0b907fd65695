import { type Host, type ModelFolder, StepFailure } from "@mia/action-kit";
import { type Model, maxModelBytes } from "@mia/catalog";
import type { LockPins } from "@mia/catalog/lock";
import type { SourceFile } from "@mia/dockerfile";

const maxRequirementsBytes = 4 * 1024 * 1024;
const maxRounds = 5;

/** What the files of an image folder ask for by name, without asking anybody. Throws `unreadable-input`. */
export async function readPins(
  host: Host,
  { folder }: ModelFolder,
  model: Model,
  dockerfile: SourceFile,
): Promise<LockPins> {
  const { hasModel, lockPins, readImage, wantedByLock } = await import("@mia/dockerfile");
  const read = async (name: string, maxBytes: number): Promise<SourceFile> => {
    const path = host.files.relative(`${folder}/${name}`);
    return { path, text: await host.files.read(path, { maxBytes, followLinks: "inside" }) };
  };
  const names = (await host.files.list(folder, { sizes: false })).map(({ name }) => name);
  const requirements: SourceFile[] = [];
  for (const name of names.filter(isRequirements)) requirements.push(await read(name, maxRequirementsBytes));
  const modelFile = await read("model.yaml", maxModelBytes);
  const files = new Map<string, SourceFile | undefined>();
  for (let round = 0; ; round++) {
    const image = readImage({ folder, dockerfile, modelFile, requirements, files }, model);
    if (!hasModel(image)) throw new Error("an image read with its model has one");
    // As lock-images reads them: files that a command names, and those that they name.
    const wanted = round < maxRounds ? wantedByLock(image) : [];
    if (wanted.length === 0) return lockPins(image);
    for (const path of wanted) files.set(path, await read(path, maxRequirementsBytes).catch(ifUnreadable));
  }
}

function ifUnreadable(error: unknown): undefined {
  if (!(error instanceof StepFailure)) throw error;
}

/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`. */
function isRequirements(name: string): boolean {
  return /^(?:[\w.-]{1,100}[-_.])?requirements(?:[-_.][\w.-]{1,100})?\.txt$/.test(name);
}
