import { closest, type Model, maxModelBytes, parseModel } from "@mia/catalog";
import { type Finding, ModelSlug } from "@mia/step-result";
import type { Host } from "./host.ts";
import { StepFailure } from "./step-failure.ts";

/** An image folder on disk, not read yet. `folder` is relative to the workspace. */
export interface ModelFolder {
  slug: ModelSlug;
  folder: string;
}

/**
 * The image folders that `selectors` name, each a folder or a slug under `imagesDir`; all of them where none is named.
 * Throws `invalid-input` with every unknown name at once.
 */
export async function findModels(host: Host, imagesDir: string, selectors: string[]): Promise<ModelFolder[]> {
  const known = await listModels(host, imagesDir);
  if (selectors.length === 0) {
    if (known.length > 0) return known;
    throw unknownModels([await whyNone(host, imagesDir)], imagesDir, known);
  }
  const found: ModelFolder[] = [];
  const problems: string[] = [];
  for (const selector of selectors) {
    const match = await findModel(host, known, selector);
    if (typeof match === "string") problems.push(match);
    else if (!found.some((model) => model.folder === match.folder)) found.push(match);
  }
  if (problems.length > 0) throw unknownModels(problems, imagesDir, known);
  return found;
}

async function whyNone(host: Host, imagesDir: string): Promise<string> {
  const kind = await host.files.kind(imagesDir);
  if (kind === undefined) return `there is no folder ${imagesDir}`;
  return kind === "folder"
    ? `no folder with a model.yaml under ${imagesDir}/`
    : `${imagesDir} is not a folder`;
}

/** Every folder under `imagesDir` that holds a model.yaml, by name. */
export async function listModels(host: Host, imagesDir: string): Promise<ModelFolder[]> {
  const models: ModelFolder[] = [];
  if ((await host.files.kind(imagesDir)) !== "folder") return models;
  for (const entry of await host.files.list(imagesDir)) {
    const folder = host.files.relative(`${imagesDir}/${entry.name}`);
    if (entry.kind !== "folder" || !(await host.files.exists(`${folder}/model.yaml`))) continue;
    if (ModelSlug.safeParse(entry.name).success) models.push({ slug: entry.name, folder });
    else
      host.log.warn(
        `${folder} is left out: a model's folder is named in lower-case letters, digits and hyphens`,
      );
  }
  return models;
}

async function findModel(host: Host, known: ModelFolder[], selector: string): Promise<ModelFolder | string> {
  const bySlug = known.find((model) => model.slug === selector);
  if (bySlug) return bySlug;
  const folder = host.files.relative(selector.replace(/\/+$/, ""));
  const kind = await host.files.kind(folder);
  if (kind === "folder") {
    const slug = folder.split("/").at(-1) ?? "";
    if (!(await host.files.exists(`${folder}/model.yaml`))) return `${selector} holds no model.yaml`;
    return ModelSlug.safeParse(slug).success ? { slug, folder } : `${selector} is not named like a model`;
  }
  if (kind !== undefined) return `${selector} is not a folder`;
  if (selector.includes("/")) return `there is no folder ${selector}`;
  const near = closest(
    selector,
    known.map((model) => model.slug),
  );
  return `there is no model ${JSON.stringify(selector)}${near ? `; did you mean ${near}?` : ""}`;
}

function unknownModels(problems: string[], imagesDir: string, known: ModelFolder[]): StepFailure {
  const names = known.map((model) => model.slug).join(", ");
  const remedy =
    names === ""
      ? `Add images/<model>/model.yaml, or set images-dir; ${imagesDir}/ has no model.`
      : `Name a folder, or one of the models under ${imagesDir}/: ${names}.`;
  return new StepFailure({ code: "invalid-input", message: problems.join("; "), remedy });
}

export type LoadedModel =
  | { ok: true; model: Model }
  | { ok: false; findings: Finding[]; failure: StepFailure };

/** Reads and checks a folder's model.yaml. A model whose slug is not its folder's name is refused too. */
export async function loadModel(host: Host, { slug, folder }: ModelFolder): Promise<LoadedModel> {
  const file = host.files.relative(`${folder}/model.yaml`);
  const parsed = parseModel(await host.files.read(file, { maxBytes: maxModelBytes }), slug);
  if (parsed.ok) return parsed;
  const { problems } = parsed;
  const remedy =
    "Correct it. model-image-actions lists the keys in docs/model-yaml.md; its schemas/model.v1.json checks them in an editor.";
  const findings = problems.map(
    ({ line, message }): Finding => ({
      rule: "model-yaml",
      code: "MIA905",
      confidence: "high",
      severity: "error",
      message: message.slice(0, 4000),
      remedy,
      locations: [{ file, line }],
    }),
  );
  const message = problems.map(({ line, message: text }) => `${file}:${line}: ${text}`).join("\n");
  return {
    ok: false,
    findings,
    failure: new StepFailure({ code: "unreadable-input", message: message.slice(0, 4000), remedy }),
  };
}
