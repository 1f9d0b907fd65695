import type { Location } from "@mia/step-result";
import { hasModel, locate, type ModelImage } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import { type BaseFacts, baseFacts, inWords } from "../pins/base-facts.ts";
import { parseReference } from "../pins/image-reference.ts";
import { normalName } from "../pins/requirements.ts";
import { agree, cudaOfVersion, publicVersion } from "../pins/versions.ts";
import type { Report, Rule } from "../rule.ts";
import { chainOf, type Stage } from "../stages/stage.ts";

/** Packages whose version carries the CUDA they were built for. */
const labelled = ["torch", "torchvision", "torchaudio"];

export const baseMatchesPins: Rule = {
  code: "MIA101",
  id: "base-matches-pins",
  description: "The base image is the one model.yaml pins, with the CUDA and PyTorch of the other pins.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    if (!hasModel(image)) return;
    const roots = new Set(image.targets.map((target) => chainOf(target)[0]));
    for (const root of roots) {
      const reference = root?.base.reference;
      if (root === undefined || reference === undefined || reference === "scratch") continue;
      const difference = differenceFrom(image, reference);
      if (difference) yield otherBase(image, root, reference, difference);
      else yield* checkFacts(image, root, baseFacts(reference));
      yield* checkDigest(image, root, reference);
    }
    yield* checkLabels(image);
  },
};

function differenceFrom({ model }: ModelImage, reference: string): "image" | "tag" | undefined {
  const written = parseReference(reference);
  if (written.image !== parseReference(model.base.image).image) return "image";
  return written.tag === model.base.tag || (written.tag === undefined && written.digest) ? undefined : "tag";
}

function otherBase(image: ModelImage, root: Stage, reference: string, key: "image" | "tag"): Report {
  const { model, source } = image;
  const pinned = `${model.base.image}:${model.base.tag}`;
  const facts = baseFacts(reference);
  const locations = [image.at(root.base.word.position, `builds on ${reference}`)];
  locations.push(...modelLine(source, key, model.base[key], `model.yaml pins ${pinned}`));
  if (facts) locations.push(...disagreeing(image, facts));
  return {
    message: `the image builds on ${reference}, but model.yaml pins ${pinned}`,
    remedy:
      "Change FROM or `base` in model.yaml, and the pins that follow from it: CUDA, torch, the MMCV index.",
    locations,
  };
}

/** The lines of other files that a base with these facts contradicts. */
function disagreeing({ model, source, requirements }: ModelImage, facts: BaseFacts): Location[] {
  const { cuda } = model.environment;
  const found: Location[] = [];
  if (facts.cuda !== undefined && !agree(cuda, facts.cuda))
    found.push(...modelLine(source, "cuda", cuda, `model.yaml says CUDA ${cuda}`));
  for (const { path, requirements: lines } of requirements) {
    for (const { name, specifiers, position } of lines) {
      const version = specifiers.find(({ operator }) => operator === "==")?.version ?? "";
      if (normalName(name) !== "torch" || version === "") continue;
      const label = cudaOfVersion(version);
      const sameTorch = facts.torch === undefined || agree(publicVersion(version), facts.torch);
      const sameCuda = !label || facts.cuda === undefined || agree(label, facts.cuda);
      if (!sameTorch || !sameCuda) found.push(locate(path, position, `asks for torch ${version}`));
    }
  }
  return found;
}

/** FROM is the pinned one, so a contradiction stands in model.yaml or follows from it. */
function* checkFacts(image: ModelImage, root: Stage, facts: BaseFacts | undefined): Generator<Report> {
  // On a base without torch, pip's torch brings the CUDA it needs: it may be another one than the base's.
  if (facts?.torch === undefined) return;
  const { model, source } = image;
  const { cuda } = model.environment;
  const torch = model.packages.torch;
  const tag = image.at(root.base.word.position, `the tag says ${inWords(facts)}`);
  if (facts.cuda !== undefined && !agree(cuda, facts.cuda)) {
    yield {
      message: `model.yaml says CUDA ${cuda}, but the base image has CUDA ${facts.cuda}`,
      remedy: `Set environment.cuda to "${facts.cuda}", or choose a base with CUDA ${cuda}.`,
      locations: [...modelLine(source, "cuda", cuda, `CUDA ${cuda}`), tag],
    };
  }
  if (torch !== undefined && !agree(publicVersion(torch), facts.torch)) {
    yield {
      message: `torch is pinned to ${torch}, but the base image has ${facts.torch}`,
      remedy: `Pin torch ${facts.torch}, or choose a base with torch ${publicVersion(torch)}.`,
      locations: [...modelLine(source, "torch", torch, `torch ${torch}`), tag],
    };
  }
}

function* checkDigest(image: ModelImage, root: Stage, reference: string): Generator<Report> {
  const { digest } = image.model.base;
  const written = parseReference(reference).digest;
  if (digest === null || written === digest) return;
  const says = written === undefined ? "has no digest" : `has the digest ${written.slice(0, 80)}`;
  yield {
    message: `FROM ${says}, but model.yaml pins ${digest}`,
    remedy: `Write \`FROM ${image.model.base.image}:${image.model.base.tag}@${digest}\`, or correct model.yaml.`,
    locations: [
      image.at(root.base.word.position),
      ...modelLine(image.source, "digest", digest, "the pinned digest"),
    ],
    severity: written === undefined ? "warning" : "error",
  };
}

/** `torch: 1.9.1+cu118` under `cuda: "11.1"`. Requirements that differ from model.yaml are another rule's. */
function* checkLabels({ model, source }: ModelImage): Generator<Report> {
  const { cuda } = model.environment;
  for (const name of labelled) {
    const version = model.packages[name];
    const label = version === undefined ? undefined : cudaOfVersion(version);
    if (version === undefined || label === undefined || agree(label, cuda)) continue;
    yield {
      message: `${name} ${version} is built for CUDA ${label}, but model.yaml says CUDA ${cuda}`,
      remedy: `Take the build of ${name} for CUDA ${cuda}, here and in requirements.txt.`,
      locations: [
        ...modelLine(source, name, version, `${name} ${version}`),
        ...modelLine(source, "cuda", cuda, `CUDA ${cuda}`),
      ],
    };
  }
}
