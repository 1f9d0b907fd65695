import { readdirSync } from "node:fs";
import { load } from "js-yaml";
import { onDisk, root } from "./generated-file.ts";

export interface ActionManifest {
  /** The folder's name, such as `plan-matrix`. */
  folder: string;
  name: string;
  description: string;
  inputs: Record<string, { description?: string; default?: string; required?: boolean }>;
  outputs: Record<string, { description?: string }>;
}

/** Every actions/<folder>/action.yml, by name. */
export function actionManifests(): ActionManifest[] {
  const manifests: ActionManifest[] = [];
  for (const folder of readdirSync(`${root}/actions`).sort()) {
    const text = onDisk(`actions/${folder}/action.yml`);
    if (text === undefined) continue;
    const { name, description, inputs, outputs } = load(text) as Partial<ActionManifest> & {
      name: string;
      description: string;
    };
    manifests.push({ folder, name, description, inputs: inputs ?? {}, outputs: outputs ?? {} });
  }
  return manifests;
}
