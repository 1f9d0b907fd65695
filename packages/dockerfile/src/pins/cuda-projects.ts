import { hasModel, type Image } from "../image.ts";
import { type CudaProject, compiles, cudaProjects } from "../knowledge/compiled-projects.ts";
import { compareVersions } from "../knowledge/version-order.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { gitCheckouts } from "../stages/git-checkouts.ts";
import type { Stage, Step } from "../stages/stage.ts";
import { textFrom } from "../stages/text-from.ts";
import { joinPath } from "./container-path.ts";
import { gitSourceOfAdd, gitSourceOfPip, repositoryKey } from "./git-source.ts";
import type { Install } from "./installs.ts";
import { isThere, pinOf } from "./packages.ts";
import { historyOf } from "./stage-files.ts";
import { type Moment, timelineOf } from "./timeline.ts";

/** A command that compiles such a project. */
export interface Compile {
  project: CudaProject;
  moment: Moment;
}

const known = new WeakMap<Image, Compile[]>();

/** The commands of an image that compile CUDA operators for certain: an unknown release of a project that once did is left out. */
export function compilesOf(image: Image): Compile[] {
  const before = known.get(image);
  if (before) return before;
  const trees = new Map<Stage, TreeFinder>();
  const found = image.stages.flatMap((stage) => {
    const finder = new TreeFinder(image, stage, stage.parent && trees.get(stage.parent));
    trees.set(stage, finder);
    return compilesOfStage(image, stage, finder);
  });
  known.set(image, found);
  return found;
}

function compilesOfStage(image: Image, stage: Stage, trees: TreeFinder): Compile[] {
  let folders: Map<ShellCommand, string | undefined> | undefined;
  const found: Compile[] = [];
  for (const moment of timelineOf(image, stage).moments) {
    const { command, installs } = moment;
    if (installs.length === 0 && !/^(?:python|pip)/.test(command.name)) continue;
    folders ??= new Map(historyOf(image, stage).commands.map((placed) => [placed.command, placed.folder]));
    const built: (Tree | undefined)[] = [];
    const folder = folders.get(command) ?? "";
    const setup = setupFolder(command, folder);
    if (setup !== undefined) built.push(trees.at(setup));
    for (const install of installs)
      if (isThere(install, moment.before) !== true) built.push(treeOf(install, folder, trees));
    const projects = built.flatMap((tree) =>
      tree && hasOperators(tree, command.step) ? [tree.project] : [],
    );
    for (const project of new Set(projects)) found.push({ project, moment });
  }
  return found;
}

/** A project at a release, where that is known. */
interface Tree {
  project: CudaProject;
  release: string | undefined;
}

/** Whether the operators are on: of themselves, or by the variable. Not known counts as off. */
function hasOperators({ project, release }: Tree, { variables, instruction }: Step): boolean {
  if (project.operators === undefined) return true;
  const { variable, onSince } = project.operators;
  const text = textFrom(instruction, variable);
  if (text !== undefined) return /^=["']?[1-9]/.test(text.slice(variable.length, variable.length + 3));
  const value = variables(variable);
  if (value !== null) return value !== undefined && value !== "0";
  return release !== undefined && (compareVersions(release, onSince) ?? -1) >= 0;
}

/** The folder whose `setup.py` a command builds or installs. */
function setupFolder({ name, words }: ShellCommand, folder: string): string | undefined {
  if (!/^python[\d.]*$/.test(name)) return undefined;
  const at = words.findIndex(({ value }) => /(?:^|\/)setup\.py$/.test(value));
  const verbs = words.slice(at + 1).map(({ value }) => value);
  if (
    at < 1 ||
    !verbs.some((verb) => /^(?:develop|install|build|build_ext|bdist_wheel|bdist_egg)$/.test(verb))
  )
    return undefined;
  const script = words[at]?.value ?? "";
  return joinPath(folder, script.slice(0, -"setup.py".length));
}

function treeOf(install: Install, folder: string, trees: TreeFinder): Tree | undefined {
  const { requirement, verb, tool, options, name, applies } = install;
  if (verb === "download" || tool === "conda" || applies !== true) return undefined;
  if (requirement.source === "vcs") {
    const source = gitSourceOfPip(requirement.url ?? "");
    return source && trees.tree(source.repository, source.ref);
  }
  if (requirement.source === "path") {
    const path = joinPath(folder, requirement.path ?? "");
    return path === undefined || /\.\w{2,4}$/.test(path) ? undefined : trees.at(path);
  }
  if (requirement.source !== "index" || install.command.name === "mim") return undefined;
  const project = cudaProjects.find(({ packages }) => packages.includes(name));
  const version = pinOf(install);
  if (project === undefined) return undefined;
  const onPurpose = options.noBinary.some((one) => one === ":all:" || one === name);
  if (!onPurpose && !isFromPypi(install)) return undefined;
  // The sources of mmcv-full have the operators switched on, those of mmcv are the tree's.
  return { project, release: name === "mmcv-full" ? project.operators?.onSince : version };
}

/** PyPI has the sources of MMCV and no wheels; an index, a folder or a pip.conf may have some. */
function isFromPypi({ options }: Install): boolean {
  const { complete, findLinks, extraIndexUrls, indexUrl, noIndex } = options;
  return (
    complete && !noIndex && findLinks.length === 0 && extraIndexUrls.length === 0 && indexUrl === undefined
  );
}

/** Stages below a stage that are looked into. */
const maxStages = 200;

/** Which project a folder of a stage holds, by the git trees that were brought there. */
class TreeFinder {
  private readonly folders = new Map<string, { repository: string; ref: string | undefined }>();
  private readonly mmdet3d: string | undefined;

  private readonly below: TreeFinder | undefined;

  constructor(image: Image, stage: Stage, below: TreeFinder | undefined) {
    this.below = below;
    for (const { instruction } of stage.steps) {
      const { keyword, words } = instruction;
      const source = keyword === "ADD" ? gitSourceOfAdd(words[0]?.text ?? "") : undefined;
      if (source) this.folders.set((words.at(-1)?.text ?? "").replace(/\/+$/, ""), source);
    }
    for (const { repository, folder, ref } of gitCheckouts(image.commandsOf(stage)))
      this.folders.set(folder, { repository, ref: ref?.known ? ref.value : undefined });
    this.mmdet3d = hasModel(image) ? image.model.packages.mmdet3d : undefined;
  }

  at(folder: string): Tree | undefined {
    const path = folder.replace(/\/+$/, "");
    let left = maxStages;
    for (let finder: TreeFinder | undefined = this; finder && left-- > 0; finder = finder.below) {
      const tree = finder.folders.get(path);
      if (tree) return this.tree(tree.repository, tree.ref);
    }
    return undefined;
  }

  tree(url: string, ref: string | undefined): Tree | undefined {
    const last = repositoryKey(url).split("/").at(-1) ?? "";
    const project = cudaProjects.find(({ repository }) => repository.toLowerCase() === last);
    if (project === undefined) return undefined;
    const written = /^v?(\d+\.\d+(?:\.\d+)?(?:rc\d+)?)$/i.exec(ref ?? "")?.[1];
    const release = written ?? (project.name === "mmdetection3d" ? this.mmdet3d : undefined);
    return compiles(project, release) ? { project, release } : undefined;
  }
}
