import { torchFamily } from "../knowledge/torch-family.ts";
import type { Environment, Package } from "./environment.ts";
import type { Install } from "./installs.ts";
import { exactVersion, satisfies } from "./specifiers.ts";
import { cudaOfLabel, cudaOfVersion } from "./versions.ts";

/** The packages whose presence rules ask for; of others nothing is remembered, so a build's state stays small. */
const followed = new Set(
  `torch torchvision torchaudio torchtext xformers mmcv mmcv-full mmdet mmdet3d mmsegmentation mmengine
  opencv-python opencv-python-headless opencv-contrib-python opencv-contrib-python-headless`.split(/\s+/),
);

const condaNames: Record<string, string> = { pytorch: "torch", "pytorch-gpu": "torch" };

/** The name that pip has for what a command installs. */
export function packageName({ tool, name }: Pick<Install, "tool" | "name">): string {
  return tool === "conda" ? (condaNames[name] ?? name) : name;
}

export function isFollowed(name: string): boolean {
  return followed.has(name);
}

/** The exact version an install asks for, of pip's `==` and conda's `=`; undefined for ranges and where a variable decides. */
export function pinOf({ tool, requirement }: Pick<Install, "tool" | "requirement">): string | undefined {
  const { specifiers, known } = requirement;
  const conda = tool === "conda" ? specifiers.find(({ operator }) => operator === "=")?.version : undefined;
  const version = exactVersion(specifiers) ?? conda;
  return version === undefined || version === "" || version.includes("*") || (!known && version.includes("$"))
    ? undefined
    : version;
}

/** Whether pip leaves what is there as it is; undefined where that is not known. */
export function isThere(install: Install, { packages, complete }: Environment): boolean | undefined {
  const { requirement, options } = install;
  const present = packages.get(packageName(install));
  if (present === undefined) return complete ? false : undefined;
  if (options.reinstall) return false;
  if (requirement.source !== "index") return false;
  if (requirement.specifiers.length === 0) return options.upgrade ? undefined : true;
  if (present.version === undefined) return undefined;
  return satisfies(present.version, requirement.specifiers);
}

/** What is there after an install that does something. `siblings`: all that the same command installs. */
export function installed(
  install: Install,
  siblings: readonly Install[],
  before: Package | undefined,
): Package {
  const name = packageName(install);
  const version = pinOf(install);
  const certain = install.applies === true && !install.command.conditional;
  // Two builds may end here; where they are the same there is nothing to doubt.
  const same = before === undefined || before.version === version;
  return {
    name,
    version,
    cuda: version === undefined ? undefined : cudaOf(install, version, siblings),
    from: install.tool === "conda" ? "conda" : "requirement",
    location: install.location,
    install,
    sure: certain || (same && before?.sure === true),
  };
}

/** The CUDA a torch, torchvision or torchaudio is built for: of its label, its index, conda's metapackages, or PyPI's default. */
function cudaOf(install: Install, version: string, siblings: readonly Install[]): string | undefined {
  const { tool, options } = install;
  const label = cudaOfVersion(version);
  if (label !== undefined || version.includes("+")) return label;
  if (tool === "conda") {
    const toolkit = siblings.find(({ name }) => name === "cudatoolkit" || name === "pytorch-cuda");
    return toolkit && pinOf(toolkit);
  }
  const index = /\/whl\/(?:nightly\/|test\/)?(cu\d+)\/?$/.exec(options.indexUrl ?? "")?.[1];
  if (index !== undefined) return cudaOfLabel(index);
  const fromPypi = options.complete && options.indexUrl === undefined && !options.noIndex;
  const others = [...options.findLinks, ...options.extraIndexUrls].some((url) => /pytorch|whl/.test(url));
  return fromPypi && !others ? torchFamily(version)?.pypiCuda : undefined;
}
