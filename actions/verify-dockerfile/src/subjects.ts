import { findModels, type Host, listModels, type ModelFolder, nearPath, StepFailure } from "@mia/action-kit";
import { isIgnored, parseIgnore } from "@mia/build-context";
import { closest } from "@mia/catalog";
import type { SkippedFile } from "@mia/step-result";
import { type Discovery, discover, folderOf } from "./discover.ts";
import { FoundSubjects } from "./found-subjects.ts";
import { slugOf } from "./slug-of.ts";

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
    await search.found.addDiscovery(await discover(host, "."));
    // The message of a workspace without anything to check is the one about models.
    if (search.found.isEmpty()) await findModels(host, imagesDir, []);
    return search.found.subjects;
  }
  const problems: string[] = [];
  for (const selector of selectors) {
    const problem = await search.select(selector);
    if (problem !== undefined) problems.push(problem);
  }
  if (problems.length === 0) return search.found.subjects;
  const names = known.map(({ slug }) => slug).join(", ");
  const remedy =
    names === ""
      ? "Name a Dockerfile or a folder."
      : `Name a Dockerfile, a folder, or one of the models under ${imagesDir}/: ${names}.`;
  throw new StepFailure({ code: "invalid-input", message: problems.join("; ").slice(0, 4000), remedy });
}

/** More suggestions help nobody, and each looks through folders. */
const maxSuggestions = 20;

class Search {
  readonly found: FoundSubjects;
  private readonly host: Host;
  private readonly known: readonly ModelFolder[];
  private whole: Discovery | undefined;
  private suggestions = 0;

  constructor(host: Host, known: readonly ModelFolder[]) {
    this.host = host;
    this.known = known;
    this.found = new FoundSubjects(host, known);
  }

  /** Adds what a selector names; a sentence where it names nothing. */
  async select(selector: string): Promise<string | undefined> {
    const bySlug = this.known.find(({ slug }) => slug === selector);
    if (bySlug) return this.found.addModel(bySlug);
    const { files } = this.host;
    const path = files.relative(selector.replace(/\/+$/, ""));
    const kind = await files.kind(path);
    if (kind === "file") return this.addFile(path);
    if (kind === "folder") return this.addFolder(path);
    if (kind !== undefined) return `${selector} is not a regular file`;
    if (/[*?[]/.test(selector)) return this.addMatches(selector);
    return this.unknown(selector);
  }

  /** A Dockerfile in an image folder stands for the whole folder. */
  private async addFile(path: string): Promise<string | undefined> {
    const folder = folderOf(path);
    const hasModel = await this.host.files.exists(`${folder}/model.yaml`);
    const slug = hasModel && path === `${folder}/Dockerfile` ? slugOf(this.host, folder) : undefined;
    if (slug !== undefined) return this.found.addModel({ slug, folder });
    // The workspace itself is named by whoever checked it out, so it is looked at like a folder that was come upon.
    const modelFolders = new Set(hasModel && folder === "." ? ["."] : []);
    await this.found.addDiscovery({ files: [path], modelFolders, skipped: [] });
    return undefined;
  }

  private async addFolder(folder: string): Promise<string | undefined> {
    if (folder !== "." && (await this.host.files.exists(`${folder}/model.yaml`))) {
      const slug = slugOf(this.host, folder);
      return slug === undefined
        ? `${folder} is not named like a model`
        : this.found.addModel({ slug, folder });
    }
    const discovery = await discover(this.host, folder);
    await this.found.addDiscovery(discovery);
    return discovery.files.length > 0 ? undefined : `${folder} holds neither a model.yaml nor a Dockerfile`;
  }

  private async addMatches(pattern: string): Promise<string | undefined> {
    const glob = parseIgnore(pattern);
    const [problem] = glob.problems;
    if (problem) return `${JSON.stringify(pattern)} cannot be searched for: ${problem.message}`;
    this.whole ??= await discover(this.host, ".");
    const files = this.whole.files.filter((file) => isIgnored(glob, file));
    await this.found.addDiscovery({ ...this.whole, files });
    return files.length > 0 ? undefined : `no Dockerfile matches ${pattern}`;
  }

  private async unknown(selector: string): Promise<string> {
    const what = selector.includes("/")
      ? `file or folder ${selector}`
      : `model or file ${JSON.stringify(selector)}`;
    const near = this.suggestions++ < maxSuggestions ? await this.nearest(selector) : undefined;
    return `there is no ${what}${near === undefined ? "" : `; did you mean ${near}?`}`;
  }

  private async nearest(selector: string): Promise<string | undefined> {
    const path = await nearPath(this.host.files, selector);
    if (selector.includes("/") || selector.length > 200) return path;
    const names = [...this.known.map(({ slug }) => slug), ...(path === undefined ? [] : [path])];
    return closest(selector, names);
  }
}
