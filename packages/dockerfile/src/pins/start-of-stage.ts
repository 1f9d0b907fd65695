import type { Location } from "@mia/step-result";
import { hasModel, type Image } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import type { Stage } from "../stages/stage.ts";
import { baseFacts, inWords } from "./base-facts.ts";
import type { Environment, Fact, Package } from "./environment.ts";
import { sourceName } from "./image-reference.ts";

/** Images that bring no Python package anybody would install. */
const bare = /^(?:(?:nvcr\.io\/)?nvidia\/cuda(?:gl)?|python|ubuntu|debian)$/;

/** Of pytorch/pytorch and NVIDIA's: torchvision comes with torch. Source: their Dockerfiles. */
const withVision = /^(?:pytorch\/pytorch|nvcr\.io\/nvidia\/pytorch|runpod\/pytorch)$/;

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
    if (withVision.test(sourceName(reference))) brought("torchvision", undefined);
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
