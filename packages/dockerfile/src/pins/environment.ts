import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import type { Stage } from "../stages/stage.ts";
import type { BaseFacts } from "./base-facts.ts";
import type { Install } from "./installs.ts";
import { timelineOf } from "./timeline.ts";

/** Something known of a place of a build, and where it was learnt. */
export interface Fact {
  value: string;
  from: "base" | "table" | "requirement" | "conda" | "command" | "model.yaml";
  location: Location;
  /** False where something in between may have changed it: a file nobody could read, a command under a condition. */
  sure: boolean;
}

/** A package that is installed, of those that rules ask for. */
export interface Package {
  name: string;
  /** As its metadata has it, with the local label; undefined where not known. */
  version: string | undefined;
  /** The CUDA (x.y) it was built for, where known. */
  cuda: string | undefined;
  from: "base" | "requirement" | "conda";
  location: Location;
  install: Install | undefined;
  sure: boolean;
}

/** What a build starts from. */
export interface BaseOfStage {
  reference: string;
  location: Location;
  facts: BaseFacts;
}

/** What is known at one place of a build. What is missing is not known. */
export interface Environment {
  /** The image below everything, where something is known of it. */
  base: BaseOfStage | undefined;
  /** False from where a virtual or conda environment, or a Python copied in, takes the place of the base's. */
  inBase: boolean;
  /** No package is there but those in `packages`: of images that bring none. */
  complete: boolean;
  packages: ReadonlyMap<string, Package>;
  /** The toolkit's: what nvcc compiles with. */
  cuda: Fact | undefined;
  /** x.y of the Python that pip installs for. */
  python: Fact | undefined;
  /** `devel` has nvcc, or something in the build may have brought it. */
  flavor: Fact | undefined;
}

/** What is known at the end of a stage. Read once for an image. */
export function environmentOf(image: Image, stage: Stage): Environment {
  return timelineOf(image, stage).end;
}

/** torch, where its version is known. */
export function torchOf({ packages }: Environment): (Package & { version: string }) | undefined {
  const torch = packages.get("torch");
  return torch?.version === undefined ? undefined : (torch as Package & { version: string });
}

/** A copy of a location with a note. */
export function noted({ location }: { location: Location }, note: string): Location {
  return { ...location, note: note.slice(0, 1000) };
}
