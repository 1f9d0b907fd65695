import type { Host, ModelFolder } from "@mia/action-kit";
import type { SkippedFile } from "@mia/step-result";
import type { Discovery } from "./discover.ts";
import { slugOf } from "./slug-of.ts";
import type { Subjects } from "./subjects.ts";

/** The first line of ours names the schema; notes may stand above it. */
const headBytes = 16_384;

/** What several selectors name together, each once, in the order it was found. */
export class FoundSubjects {
  private readonly host: Host;
  private readonly models = new Map<string, ModelFolder>();
  private readonly folderOfSlug = new Map<string, string>();
  private readonly dockerfiles = new Set<string>();
  private readonly skipped = new Map<string, SkippedFile>();

  /** `known`: the models under images-dir, to which their names belong first. */
  constructor(host: Host, known: readonly ModelFolder[]) {
    this.host = host;
    for (const { slug, folder } of known) this.folderOfSlug.set(slug, folder);
  }

  get subjects(): Subjects {
    return {
      models: [...this.models.values()],
      dockerfiles: [...this.dockerfiles],
      skipped: [...this.skipped.values()],
    };
  }

  isEmpty(): boolean {
    return this.models.size + this.dockerfiles.size === 0;
  }

  /** A sentence where another folder has the name: the record of one would take the place of the other's. */
  addModel(model: ModelFolder): string | undefined {
    const owner = this.folderOfSlug.get(model.slug) ?? model.folder;
    if (owner !== model.folder)
      return `${model.folder} is called like ${owner}, and a record is kept by that name; one of them must be renamed`;
    this.folderOfSlug.set(model.slug, model.folder);
    this.models.set(model.folder, model);
    return undefined;
  }

  /** A Dockerfile beside a model.yaml becomes its model. Folders without one are not asked. */
  async addDiscovery({ files, modelFolders, skipped }: Discovery): Promise<void> {
    const models = new Map(
      [...modelFolders].map((folder) => [this.host.files.relative(`${folder}/Dockerfile`), folder]),
    );
    for (const file of files) {
      const folder = models.get(file);
      if (folder === undefined || !(await this.isAdded(folder))) this.dockerfiles.add(file);
    }
    for (const one of skipped) if (!this.skipped.has(one.path)) this.skipped.set(one.path, one);
  }

  private async isAdded(folder: string): Promise<boolean> {
    const file = this.host.files.relative(`${folder}/model.yaml`);
    // Git also lists what was removed from the disk and not yet from the index.
    if ((await this.host.files.kind(file)) !== "file") return false;
    const problem = (await this.isOurs(file))
      ? this.add(folder)
      : "it names no schema, so it is another program's file";
    if (problem !== undefined) this.host.log.warn(`${file} is not used: ${problem}`);
    return problem === undefined;
  }

  private add(folder: string): string | undefined {
    const slug = slugOf(this.host, folder);
    if (slug === undefined) return "a model's folder is named in lower-case letters, digits and hyphens";
    return this.addModel({ slug, folder });
  }

  /** Nobody pointed at this folder, and other programs have files of that name too. */
  private async isOurs(file: string): Promise<boolean> {
    const head = await this.host.files.readHead(file, headBytes);
    return /^["']?schema["']?\s*:/m.test(new TextDecoder().decode(head));
  }
}
