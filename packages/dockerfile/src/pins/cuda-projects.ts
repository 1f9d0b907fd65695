import { hasModel, type Image } from "../image.ts";
import { compareVersions } from "../knowledge/version-order.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { gitCheckouts } from "../stages/git-checkouts.ts";
import type { Stage } from "../stages/stage.ts";
import { joinPath } from "./container-path.ts";
import { gitSourceOfAdd, gitSourceOfPip, repositoryKey } from "./git-source.ts";
import type { Install } from "./installs.ts";
import { isThere, pinOf } from "./packages.ts";
import { historyOf } from "./stage-files.ts";
import { type Moment, timelineOf } from "./timeline.ts";

/** A project whose CUDA operators torch's extension builder compiles. */
export interface CudaProject {
  name: string;
  /** Without a GPU in sight its setup.py leaves the operators out, unless FORCE_CUDA=1. */
  needsForce: boolean;
  /** Names on PyPI of which there are only sources there. */
  packages: readonly string[];
  /** The last part of its repository's URL, and so of the folder it is cloned into. */
  repository: string;
  /** The first release that compiles nothing any more. */
  until?: string;
}

/** Sources: the setup.py of each project at its newest release, read 2026-11-23; mmdetection3d's at v0.17.1 and v1.0.0rc0. */
export const cudaProjects: readonly CudaProject[] = [
  { name: "MMCV", needsForce: true, packages: ["mmcv-full", "mmcv"], repository: "mmcv" },
  { name: "mmdetection3d", needsForce: true, packages: [], repository: "mmdetection3d", until: "1.0.0rc0" },
  { name: "detectron2", needsForce: true, packages: [], repository: "detectron2" },
  { name: "pytorch3d", needsForce: true, packages: [], repository: "pytorch3d" },
  { name: "torch-scatter", needsForce: true, packages: [], repository: "pytorch_scatter" },
  { name: "torch-sparse", needsForce: true, packages: [], repository: "pytorch_sparse" },
  { name: "torch-cluster", needsForce: true, packages: [], repository: "pytorch_cluster" },
  { name: "torchsparse", needsForce: true, packages: [], repository: "torchsparse" },
  { name: "OpenPCDet", needsForce: false, packages: [], repository: "OpenPCDet" },
  {
    name: "diff-gaussian-rasterization",
    needsForce: false,
    packages: [],
    repository: "diff-gaussian-rasterization",
  },
];

/** A command that compiles such a project. */
export interface Compile {
  project: CudaProject;
  moment: Moment;
}

const compiles = new WeakMap<Image, Compile[]>();

/** The commands of an image that compile CUDA operators for certain: an unknown release of a project that once did is left out. */
export function compilesOf(image: Image): Compile[] {
  const known = compiles.get(image);
  if (known) return known;
  const trees = new Map<Stage, TreeFinder>();
  const found = image.stages.flatMap((stage) => {
    const finder = new TreeFinder(image, stage, stage.parent && trees.get(stage.parent));
    trees.set(stage, finder);
    return compilesOfStage(image, stage, finder);
  });
  compiles.set(image, found);
  return found;
}

function compilesOfStage(image: Image, stage: Stage, trees: TreeFinder): Compile[] {
  const folders = new Map(historyOf(image, stage).commands.map(({ command, folder }) => [command, folder]));
  const found: Compile[] = [];
  for (const moment of timelineOf(image, stage).moments) {
    const { command, installs } = moment;
    const projects = new Set<CudaProject>();
    const folder = folders.get(command) ?? "";
    const setup = setupFolder(command, folder);
    if (setup !== undefined) projects.add(trees.at(setup) as CudaProject);
    for (const install of installs)
      if (isThere(install, moment.before) !== true)
        projects.add(projectOf(install, folder, trees) as CudaProject);
    for (const project of projects) if (project) found.push({ project, moment });
  }
  return found;
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

function projectOf(install: Install, folder: string, trees: TreeFinder): CudaProject | undefined {
  const { requirement, verb, tool, options, name, applies } = install;
  if (verb === "download" || tool === "conda" || applies !== true) return undefined;
  if (requirement.source === "vcs") {
    const source = gitSourceOfPip(requirement.url ?? "");
    return source && trees.project(source.repository, source.ref);
  }
  if (requirement.source === "path") {
    const path = joinPath(folder, requirement.path ?? "");
    return path === undefined || /\.\w{2,4}$/.test(path) ? undefined : trees.at(path);
  }
  if (requirement.source !== "index" || install.command.name === "mim") return undefined;
  const project = cudaProjects.find(({ packages }) => packages.includes(name));
  const version = pinOf(install);
  // MMCV's own part without operators.
  if (project === undefined || (name === "mmcv" && (version === undefined || version.startsWith("1."))))
    return undefined;
  const onPurpose = options.noBinary.some((one) => one === ":all:" || one === name);
  return onPurpose || isFromPypi(install) ? project : undefined;
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

  at(folder: string): CudaProject | undefined {
    const path = folder.replace(/\/+$/, "");
    let left = maxStages;
    for (let finder: TreeFinder | undefined = this; finder && left-- > 0; finder = finder.below) {
      const tree = finder.folders.get(path);
      if (tree) return this.project(tree.repository, tree.ref);
    }
    return undefined;
  }

  project(url: string, ref: string | undefined): CudaProject | undefined {
    const last = repositoryKey(url).split("/").at(-1) ?? "";
    const project = cudaProjects.find(({ repository }) => repository.toLowerCase() === last);
    if (project?.until === undefined) return project;
    const release = /^v?(\d+\.\d+\.\d+(?:rc\d+)?)$/.exec(ref ?? "")?.[1] ?? this.mmdet3d ?? "";
    return (compareVersions(release, project.until) ?? 0) < 0 ? project : undefined;
  }
}
