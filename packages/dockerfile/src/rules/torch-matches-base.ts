import type { Edit, Location } from "@mia/step-result";
import { fixOf, replaceSpan } from "../fixes/edit.ts";
import type { Image } from "../image.ts";
import { compilesOf } from "../pins/cuda-projects.ts";
import { type Environment, noted, type Package, torchOf } from "../pins/environment.ts";
import { fittingWords } from "../pins/fitting-words.ts";
import { sourceName } from "../pins/image-reference.ts";
import type { Install } from "../pins/installs.ts";
import { mmcvIndexesIn, mmcvIndexesOf } from "../pins/mmcv-index.ts";
import { buildVersions } from "../pins/named-versions.ts";
import { isThere, packageName, pinOf } from "../pins/packages.ts";
import { momentsOf } from "../pins/timeline.ts";
import { agree, cudaOfVersion, minorVersion, publicVersion } from "../pins/versions.ts";
import type { Report, Rule } from "../rule.ts";
import { chainOf, type Stage } from "../stages/stage.ts";
import { uniqueReports } from "./unique-reports.ts";

export const torchMatchesBase: Rule = {
  code: "MIA104",
  id: "torch-matches-base",
  description: "What pip installs as torch is the torch that the base image brings.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  *check(image) {
    const proofs = new Proofs(image);
    yield* uniqueReports(
      momentsOf(image).flatMap(({ installs, before }) =>
        installs.map((install) => judge(image, install, installs, before, proofs)),
      ),
    );
  },
};

function judge(
  image: Image,
  install: Install,
  siblings: readonly Install[],
  before: Environment,
  proofs: Proofs,
): Report | undefined {
  const base = torchOf(before);
  const pin = pinOf(install);
  const { verb, applies, options, tool, step } = install;
  if (base?.from !== "base" || !before.inBase || pin === undefined || packageName(install) !== "torch")
    return undefined;
  if (verb !== "install" || applies !== true || options.target !== undefined || tool === "conda")
    return undefined;
  if (isThere(install, before) === true) return undefined;
  const proof = proofs.find(base, pin, step.stage);
  const isError = proof !== undefined && base.sure && applies === true && !install.command.conditional;
  const severity = isError ? {} : { severity: "warning" as const };
  const locations = [
    install.location,
    noted(base, base.location.note ?? ""),
    ...(proof ? [proof.location] : []),
  ];
  const together = remedyWithMmcv(image, step.stage);
  if (!agree(publicVersion(pin), publicVersion(base.version)))
    return {
      message: `torch ${pin} replaces the torch ${base.version} of the base image: ${proof ? proof.why : "pip downloads gigabytes that the base was chosen for"}`,
      remedy:
        together ??
        `Take a base with torch ${publicVersion(pin)}, pin torch ${base.version}, or start from nvidia/cuda, which has none.`,
      locations,
      ...severity,
    };
  const cuda = cudaOfVersion(pin);
  const sameCuda = cuda !== undefined && base.cuda !== undefined && agree(cuda, base.cuda);
  if (!sameCuda)
    return {
      message: `torch ${pin} replaces the torch ${base.version} of the base image, which is for CUDA ${base.cuda}: ${proof ? proof.why : "pip downloads torch again"}`,
      remedy: together ?? `Take a base with CUDA ${cuda ?? "that fits"}, or pin torch for CUDA ${base.cuda}.`,
      locations,
      ...severity,
    };
  if (!hasPlainVersion(before, base)) return undefined;
  const label = pin.split("+")[1] ?? "";
  const family = siblings.filter(
    (one) => one !== install && familyName.test(one.name) && pinOf(one)?.endsWith(`+${label}`),
  );
  return {
    message: `torch ${pin} does not accept the torch ${base.version} of the base image, whose version carries no label: pip downloads torch again`,
    remedy: `Write torch==${publicVersion(pin)}, which the base's own fulfils, or start from nvidia/cuda, which has none.`,
    locations: [...locations, ...family.map(({ location }) => location)],
    ...severity,
    ...fixOf("Take the base image's torch", "unsafe", ...[install, ...family].map(withoutLabel)),
  };
}

/** Where an MMCV wheel has to go with the torch, base, pin, wheel and index are named together. */
function remedyWithMmcv(image: Image, stage: Stage): string | undefined {
  const versions = buildVersions(image, stage);
  const words = versions.mmcv?.wheel ? fittingWords(versions) : undefined;
  return words && `Take ${words}.`;
}

const familyName = /^(?:torchvision|torchaudio)$/;

interface Proof {
  why: string;
  location: Location;
}

/** What in a build only works with the base's torch or its CUDA. */
class Proofs {
  /** By the stage everything builds on, and torch's x.y: where MMCV is taken for it. */
  private readonly mmcv = new Map<Stage, Map<string, Location>>();
  private readonly roots = new Map<Stage, Stage>();
  private readonly compiled: { name: string; location: Location } | undefined;

  constructor(image: Image) {
    for (const stage of image.stages) this.rootOf(stage);
    for (const { command, installs } of momentsOf(image)) {
      for (const { value, position } of command.words)
        for (const { torch } of mmcvIndexesIn(value)) this.add(command.step.stage, torch, image.at(position));
      for (const options of new Set(installs.map((install) => install.options)))
        for (const { index, use } of mmcvIndexesOf(options))
          if (use.location) this.add(command.step.stage, index.torch, use.location);
    }
    const [compile] = compilesOf(image);
    this.compiled = compile && {
      name: compile.project.name,
      location: image.at(compile.moment.command.position, `compiles ${compile.project.name}`),
    };
  }

  find(base: Package, pin: string, stage: Stage): Proof | undefined {
    const wanted = minorVersion(base.version ?? "");
    const index = minorVersion(pin) === wanted ? undefined : this.mmcv.get(this.rootOf(stage))?.get(wanted);
    if (index)
      return {
        why: `MMCV is taken for torch ${wanted} and does not load with it`,
        location: { ...index, note: `MMCV for torch ${wanted}` },
      };
    const cuda = cudaOfVersion(pin);
    const { compiled } = this;
    if (cuda === undefined || base.cuda === undefined || compiled === undefined) return undefined;
    if (cuda.split(".")[0] === base.cuda.split(".")[0]) return undefined;
    const why = `torch refuses to compile ${compiled.name} for CUDA ${cuda} with the base's nvcc ${base.cuda}`;
    return { why, location: compiled.location };
  }

  private rootOf(stage: Stage): Stage {
    const { parent } = stage;
    const root =
      this.roots.get(stage) ?? (parent ? (this.roots.get(parent) ?? (chainOf(stage)[0] as Stage)) : stage);
    this.roots.set(stage, root);
    return root;
  }

  private add(stage: Stage, torch: string, location: Location): void {
    const root = this.rootOf(stage);
    const known = this.mmcv.get(root) ?? new Map<string, Location>();
    this.mmcv.set(root, known);
    if (!known.has(minorVersion(torch))) known.set(minorVersion(torch), location);
  }
}

/**
 * pytorch/pytorch took torch from conda up to 2.4; there its version carries no label. Sources, read 2026-11-24: pytorch/pytorch
 * pull requests 45071 (1.7), 115633 (2.2) and 125770 (2.4), the Dockerfile at f658b151, and pull request 134274 of 2024-08-22,
 * a month after 2.4.0, which turns to pip. Which of the two 2.5 was built with was not found.
 */
function hasPlainVersion({ base }: Environment, { version = "" }: Package): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (
    base !== undefined &&
    sourceName(base.reference) === "pytorch/pytorch" &&
    (major < 2 || (major === 2 && minor < 5))
  );
}

function withoutLabel({ requirement, location }: Install): Edit | undefined {
  const [only, ...others] = requirement.specifiers;
  if (only === undefined || others.length > 0 || !requirement.exact || !requirement.known) return undefined;
  const { version, versionPosition, end } = only;
  if (end.line !== versionPosition.line || end.column - versionPosition.column !== version.length)
    return undefined;
  const span = { file: location.file, ...versionPosition, endLine: end.line, endColumn: end.column };
  return replaceSpan(span, publicVersion(version));
}
