import type { Host } from "@mia/action-kit";
import { ModelSlug } from "@mia/step-result";

/** The model that a folder is named for; undefined where a model cannot be called so. */
export function slugOf(host: Host, folder: string): ModelSlug | undefined {
  const name = host.files.absolute(folder).split(/[\\/]/).at(-1);
  const parsed = ModelSlug.safeParse(name);
  return parsed.success ? parsed.data : undefined;
}
