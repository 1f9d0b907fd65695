import { type Host, loadModel, type ModelFolder, StepFailure } from "@mia/action-kit";
import { maxModelBytes } from "@mia/catalog";
import type { LockPins } from "@mia/catalog/lock";
import { hasModel, lockPins, readImage, type SourceFile, wantedByLock } from "@mia/dockerfile";
import type { Finding } from "@mia/step-result";

export type ReadPins =
  | { ok: true; pins: LockPins }
  | { ok: false; findings: Finding[]; failure: StepFailure };

const maxDockerfileBytes = 1024 * 1024;
const maxRequirementsBytes = 4 * 1024 * 1024;
/** Files within files. */
const maxRounds = 5;

/**
 * What the files of an image folder ask for. Throws a StepFailure `unreadable-input` for a Dockerfile or requirements file that
 * is missing or too large.
 */
export async function readPins(host: Host, model: ModelFolder): Promise<ReadPins> {
  const loaded = await loadModel(host, model);
  if (!loaded.ok) return loaded;
  const { python } = loaded.model.environment;
  if (!/^3\.\d{1,2}$/.test(python)) {
    const message = `${model.folder}/model.yaml: there is no Python ${python}`.slice(0, 4000);
    return {
      ok: false,
      findings: [],
      failure: new StepFailure({
        code: "unreadable-input",
        message,
        remedy: "Name the minor version, such as 3.8.",
      }),
    };
  }
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
  const files = new Map<string, SourceFile | undefined>();
  for (let round = 0; ; round++) {
    const image = readImage({ ...source, files }, loaded.model);
    if (!hasModel(image)) throw new Error("an image read with its model has one");
    // Requirements and constraints that a command or a file names; those may name others in turn.
    const wanted = round < maxRounds ? wantedByLock(image) : [];
    if (wanted.length === 0) return { ok: true, pins: lockPins(image) };
    for (const path of wanted) files.set(path, await read(path, maxRequirementsBytes).catch(ifUnreadable));
  }
}

/** Then nobody knows what it says, and the pins say so. */
function ifUnreadable(error: unknown): undefined {
  if (!(error instanceof StepFailure)) throw error;
}

/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`. */
function isRequirements(name: string): boolean {
  return /^(?:[\w.-]{1,100}[-_.])?requirements(?:[-_.][\w.-]{1,100})?\.txt$/.test(name);
}
