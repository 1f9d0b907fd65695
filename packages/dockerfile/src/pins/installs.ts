import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { chainOf, type Stage, type Step } from "../stages/stage.ts";
import type { InstallOptions } from "./install-options.ts";
import { type Applies, linux, type MarkerEnvironment, markerApplies } from "./markers.ts";
import type { PipCommand, PipVerb } from "./pip-command.ts";
import { InstallReader } from "./read-installs.ts";
import type { Requirement } from "./requirement.ts";
import type { RequirementsFile } from "./requirements.ts";

/** A package that a command of a stage asks for. */
export interface Install {
  tool: PipCommand["tool"];
  verb: PipVerb;
  /** Normalised; empty where a URL or a path does not tell it. conda's names are its own: `pytorch`. */
  name: string;
  requirement: Requirement;
  location: Location;
  step: Step;
  command: ShellCommand;
  from: "command" | "file";
  /** The requirements file it stands in, as findings name it. */
  file: string | undefined;
  options: InstallOptions;
  /**
   * By its marker, and whether it certainly happens: `unknown` where the command need not run, and where another one changed or
   * filtered the file.
   */
  applies: Applies;
  /** Whether it may not happen, whatever its marker says. */
  uncertain: boolean;
  /** Limits that `-c` files of the same command set on this package. */
  constraints: Requirement[];
}

/** A file of requirements whose text is not known, and the place that names it. */
export interface MissingFile {
  /** In the container, or a URL. */
  path: string;
  location: Location;
  command: ShellCommand;
}

export interface InstallReading {
  installs: Install[];
  missing: MissingFile[];
  /** Every requirements file that was read, by the path findings name. */
  files: Map<string, RequirementsFile>;
  /** Paths relative to the context whose text was looked for. */
  wanted: Set<string>;
  /** pip was configured by a file or `pip config` here or below: it may know more indexes than its options say. */
  configured: boolean;
}

const readings = new WeakMap<Image, Map<Stage, InstallReading>>();

/** Everything that a stage and the stages it builds on install by pip, uv or conda, in order. */
export function installsOf(image: Image, stage: Stage, environment: MarkerEnvironment = linux): Install[] {
  const all = chainOf(stage).flatMap((link) => readInstalls(image, link).installs);
  return environment === linux ? all : all.map((install) => judgedIn(install, environment));
}

/** The same install with its marker judged by someone who knows more of the machine, such as its Python. */
export function judgedIn(install: Install, environment: MarkerEnvironment): Install {
  if (install.applies !== "unknown" || install.uncertain) return install;
  return { ...install, applies: markerApplies(install.requirement.marker, { ...linux, ...environment }) };
}

/** What one stage itself installs, and the files it took for that. Read once for an image. */
export function readInstalls(image: Image, stage: Stage): InstallReading {
  const known = readings.get(image) ?? new Map<Stage, InstallReading>();
  readings.set(image, known);
  const open: Stage[] = [];
  for (let link: Stage | undefined = stage; link && !known.has(link); link = link.parent) open.push(link);
  for (const link of open.reverse()) {
    const before = link.parent && known.get(link.parent);
    const reader = new InstallReader(image, link, before?.configured ?? false);
    reader.read();
    known.set(link, reader.reading);
  }
  return known.get(stage) as InstallReading;
}
