import type { Location } from "@mia/step-result";
import { hasModel, type Image } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import type { Stage } from "../stages/stage.ts";
import { baseFacts, inWords } from "./base-facts.ts";
import type { Environment, Fact, Package } from "./environment.ts";
import { sourceName } from "./image-reference.ts";

/**
 * Images that bring no Python package anybody would install. Sources, read 2026-11-24: docker-library/python
 * 3.12/slim-bookworm/Dockerfile at 01ba658c; nvidia/cuda: copies of NVIDIA's dist/ folders of 11.1.1 and 12.4.1. Of ubuntu and
 * debian, which have no Python, and of cudagl it is general knowledge, not read at a source.
 */
const bare = /^(?:(?:nvcr\.io\/)?nvidia\/cuda(?:gl)?|python|ubuntu|debian)$/;

/**
 * torchvision comes with torch. Sources, read 2026-11-24: pytorch/pytorch Dockerfile at f658b151 and 01343dcd, pull request
 * 45071 before that; runpod/containers official-templates/pytorch at each commit up to 6990d377, where torch 2.9.1 alone has
 * none. Of NVIDIA's images it is general knowledge, not read at a source; to be wrong there costs a finding, no false alarm.
 */
function bringsVision(image: string, torch: string): boolean {
  if (image === "runpod/pytorch") return torch !== "2.9.1";
  return image === "pytorch/pytorch" || image === "nvcr.io/nvidia/pytorch";
}

/** What is known before the first instruction of a stage whose FROM names an image. */
export function startOf(image: Image, stage: Stage): Environment {
  const { reference, word } = stage.base;
  const none = { base: undefined, inBase: true, complete: false, packages: new Map<string, Package>() };
  const nothing = { ...none, cuda: undefined, python: modelPython(image), flavor: undefined };
  const facts = reference === undefined ? undefined : baseFacts(reference);
  if (reference === undefined || facts === undefined) return nothing;
  const location = { ...image.at(word.position), endLine: word.end.line, endColumn: word.end.column };
  const from = facts.source === "table" ? "table" : "base";
  const fact = (value: string | undefined, note: string): Fact | undefined =>
    value === undefined ? undefined : { value, from, location: { ...location, note }, sure: true };
  const note = `the base image has ${inWords(facts)}`;
  const packages = new Map<string, Package>();
  const brought = (name: string, version: string | undefined): void => {
    const { cuda } = facts;
    const at: Location = { ...location, note };
    packages.set(name, { name, version, cuda, from: "base", location: at, install: undefined, sure: true });
  };
  if (facts.torch !== undefined) {
    brought("torch", facts.torch);
    if (bringsVision(sourceName(reference), facts.torch)) brought("torchvision", undefined);
  }
  return {
    ...none,
    base: { reference, location: { ...location, note }, facts },
    complete: bare.test(sourceName(reference)),
    packages,
    cuda: fact(facts.cuda, note),
    python: modelPython(image) ?? fact(facts.python, `this base has Python ${facts.python}`),
    flavor: fact(facts.flavor, `this is a ${facts.flavor} image`),
  };
}

/** The Python that model.yaml names: it counts everywhere. */
export function modelPython(image: Image): Fact | undefined {
  if (!hasModel(image)) return undefined;
  const { python } = image.model.environment;
  const [location] = modelLine(image.source, "python", python, `model.yaml says Python ${python}`);
  return location && { value: python, from: "model.yaml", location, sure: true };
}
