import { findModels, type Host, listModels, type ModelFolder, StepFailure } from "@mia/action-kit";
import { isIgnored, parseIgnore } from "@mia/build-context";
import { closest } from "@mia/catalog";
import { ModelSlug, type SkippedFile } from "@mia/step-result";
import { type Discovery, discover } from "./discover.ts";

/** What is to be checked: image folders with a model.yaml, and Dockerfiles that belong to none. */
export interface Subjects {
  models: ModelFolder[];
  /** Relative to the workspace. */
  dockerfiles: string[];
  skipped: SkippedFile[];
}

/**
 * What the selectors name; without one, every model under `imagesDir`, or every Dockerfile of the workspace where there is
 * none. Throws `invalid-input` with every unknown name at once.
 */
export async function findSubjects(host: Host, imagesDir: string, selectors: string[]): Promise<Subjects> {
  const known = await listModels(host, imagesDir);
  const search = new Search(host, known);
  if (selectors.length === 0) {
    if (known.length > 0) return { models: known, dockerfiles: [], skipped: [] };
    search.add(await discover(host, "."));
    // The message of a workspace without anything to check is the one about models.
    return search.isEmpty()
      ? { ...search.found, models: await findModels(host, imagesDir, []) }
      : search.found;
  }
  const problems: string[] = [];
  for (const selector of selectors) {
    const problem = await search.select(selector);
    if (problem !== undefined) problems.push(problem);
  }
  if (problems.length === 0) return search.found;
  const names = known.map(({ slug }) => slug).join(", ");
  const remedy = `Name a Dockerfile, a folder${names === "" ? "" : `, or one of the models under ${imagesDir}/: ${names}`}.`;
  throw new StepFailure({ code: "invalid-input", message: problems.join("; ").slice(0, 4000), remedy });
}

class Search {
  readonly found: Subjects = { models: [], dockerfiles: [], skipped: [] };
  private readonly host: Host;
  private readonly known: readonly ModelFolder[];
  private whole: Discovery | undefined;

  constructor(host: Host, known: readonly ModelFolder[]) {
    this.host = host;
    this.known = known;
  }

  isEmpty(): boolean {
    return this.found.models.length + this.found.dockerfiles.length === 0;
  }

  /** Adds what a selector names; a sentence where it names nothing. */
  async select(selector: string): Promise<string | undefined> {
    const bySlug = this.known.find(({ slug }) => slug === selector);
    if (bySlug) return this.addModel(bySlug);
    const { files } = this.host;
    const path = files.relative(selector.replace(/\/+$/, ""));
    const kind = await files.kind(path);
    if (kind === "file") return this.addFile(path);
    if (kind === "folder") return this.addFolder(path);
    if (kind !== undefined) return `${selector} is not a regular file`;
    if (/[*?[]/.test(selector)) return this.addMatches(selector);
    return unknown(selector, this.known);
  }

  add({ files, skipped }: Discovery): void {
    for (const file of files) {
      const model = modelOf(this.host, file, this.known);
      if (model) this.addModel(model);
      else if (!this.found.dockerfiles.includes(file)) this.found.dockerfiles.push(file);
    }
    for (const one of skipped) {
      if (!this.found.skipped.some(({ path }) => path === one.path)) this.found.skipped.push(one);
    }
  }

  private addModel(model: ModelFolder): undefined {
    if (!this.found.models.some(({ folder }) => folder === model.folder)) this.found.models.push(model);
  }

  /** A Dockerfile in an image folder stands for the whole folder. */
  private async addFile(path: string): Promise<string | undefined> {
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
    const slug = folder.split("/").at(-1) ?? "";
    const isOfModel = path.endsWith("/Dockerfile") && (await this.host.files.exists(`${folder}/model.yaml`));
    if (isOfModel && ModelSlug.safeParse(slug).success) return this.addModel({ slug, folder });
    this.add({ files: [path], skipped: [] });
    return undefined;
  }

  private async addFolder(folder: string): Promise<string | undefined> {
    if (await this.host.files.exists(`${folder}/model.yaml`)) {
      const slug = folder.split("/").at(-1) ?? "";
      if (!ModelSlug.safeParse(slug).success) return `${folder} is not named like a model`;
      return this.addModel({ slug, folder });
    }
    const discovery = await discover(this.host, folder);
    this.add(discovery);
    return discovery.files.length > 0 ? undefined : `${folder} holds neither a model.yaml nor a Dockerfile`;
  }

  private async addMatches(pattern: string): Promise<string | undefined> {
    const glob = parseIgnore(pattern);
    const [problem] = glob.problems;
    if (problem) return `the pattern ${pattern} ${problem.message}`;
    this.whole ??= await discover(this.host, ".");
    const files = this.whole.files.filter((file) => isIgnored(glob, file));
    this.add({ files, skipped: this.whole.skipped });
    return files.length > 0 ? undefined : `no Dockerfile matches ${pattern}`;
  }
}

/** The model of a discovered Dockerfile: those under images-dir are known by their folder. */
function modelOf(host: Host, file: string, known: readonly ModelFolder[]): ModelFolder | undefined {
  return known.find(({ folder }) => host.files.relative(`${folder}/Dockerfile`) === file);
}

function unknown(selector: string, known: readonly ModelFolder[]): string {
  if (selector.includes("/")) return `there is no file or folder ${selector}`;
  const near = closest(
    selector,
    known.map(({ slug }) => slug),
  );
  return `there is no model or file ${JSON.stringify(selector)}${near ? `; did you mean ${near}?` : ""}`;
}
