import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import type { TorchBuild } from "../knowledge/fitting-versions.ts";
import { modelLine } from "../model-lines.ts";
import { chainOf } from "../stages/stage.ts";
import { baseFacts, inWords } from "./base-facts.ts";
import { type Environment, noted, torchOf } from "./environment.ts";
import { agree, labelOfCuda, minorVersion } from "./versions.ts";

/** What an index of MMCV must be for. */
export interface Expectation {
  cuda: string | undefined;
  torch: string | undefined;
  locations: Location[];
  sure: boolean;
}

/** What model.yaml says, and the base where it says the same. */
export function modelExpectation({ model, source, targets, at }: Image): Expectation | undefined {
  if (model === undefined) return undefined;
  const root = targets.at(-1) && chainOf(targets.at(-1) as never)[0];
  const base = root?.base.reference === undefined ? undefined : baseFacts(root.base.reference);
  // On a base without torch, pip's torch brings the CUDA that MMCV has to match: the base's says nothing.
  const facts = base?.torch === undefined ? undefined : base;
  const { cuda } = model.environment;
  const locations: Location[] = [];
  if (root && facts?.cuda !== undefined && agree(facts.cuda, cuda))
    locations.push(at(root.base.word.position, `the base image has ${inWords(facts)}`));
  locations.push(...modelLine(source, "cuda", cuda, `model.yaml says CUDA ${cuda}`));
  return { cuda, torch: model.packages.torch ?? facts?.torch, locations, sure: true };
}

/** The torch that is there when pip has run, and the CUDA it was built for. */
export function environmentExpectation(environment: Environment): Expectation | undefined {
  const torch = torchOf(environment);
  if (torch === undefined) return undefined;
  const { version, cuda, sure, from, location } = torch;
  const note = from === "base" ? (location.note ?? "") : `installs torch ${version}`;
  return { cuda, torch: version, locations: [noted(torch, note)], sure };
}

/** Undefined where one of the two is not known. */
export function wantedBuild({ cuda, torch }: Expectation): TorchBuild | undefined {
  if (cuda === undefined || torch === undefined) return undefined;
  return { cuda: labelOfCuda(cuda), torch: minorVersion(torch) };
}
