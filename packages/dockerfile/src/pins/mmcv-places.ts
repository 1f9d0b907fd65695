import type { Location } from "@mia/step-result";
import { type Image, locate } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import type { Environment } from "./environment.ts";
import { type MmcvIndex, mmcvIndexesIn, mmcvIndexesOf } from "./mmcv-index.ts";
import { type MmcvUse, mmcvUse } from "./mmcv-use.ts";
import { momentsOf } from "./timeline.ts";

/** Where an index of MMCV stands. */
export interface Place {
  index: MmcvIndex;
  location: Location;
  /** The command whose own words name it. */
  command: ShellCommand | undefined;
}

/** A command that an index is for. */
export interface IndexUser {
  after: Environment;
  uses: MmcvUse[];
  command: ShellCommand;
}

/** What is known behind a command, and behind the first that uses a URL, wherever that stands. */
export function usersOf(image: Image): Map<ShellCommand | string, IndexUser> {
  const users = new Map<ShellCommand | string, IndexUser>();
  for (const { command, installs, before, after } of momentsOf(image)) {
    const uses = installs.flatMap((install) => mmcvUse(install, before) ?? []);
    const user = { after, uses, command };
    users.set(command, user);
    const add = ({ url }: MmcvIndex): void => {
      if (!users.has(url)) users.set(url, user);
    };
    for (const { value } of command.words) for (const index of mmcvIndexesIn(value)) add(index);
    for (const options of new Set(installs.map((install) => install.options)))
      for (const { index } of mmcvIndexesOf(options)) add(index);
  }
  return users;
}

/** Every place of an image that names an index: Dockerfile, requirements, model.yaml. */
export function* placesOf(image: Image): Generator<Place> {
  const { dockerfile, source } = image;
  const assigned = dockerfile.instructions
    .filter(({ keyword }) => keyword === "ENV" || keyword === "ARG")
    .flatMap(({ assignments }) => assignments);
  for (const { value = "", position } of assigned) yield* placesIn(value, image.at(position), undefined);
  for (const command of image.commands) {
    const { words, redirects } = command;
    for (const { value, text, position } of [...words, ...redirects.map(({ target }) => target)]) {
      // Of a URL that a variable holds, the variable's own line is the place to change.
      for (const place of placesIn(value, image.at(position), command)) {
        const { url } = place.index;
        if (text.includes(url) || !assigned.some((one) => one.value?.includes(url))) yield place;
      }
    }
  }
  for (const { path, options, requirements } of image.requirements) {
    for (const { value, position } of options) yield* placesIn(value, locate(path, position), undefined);
    for (const { url, position } of requirements) {
      if (url) yield* placesIn(url, locate(path, position), undefined);
    }
  }
  const mmcvFindLinks = image.model?.mmcvFindLinks;
  const [line] = mmcvFindLinks ? modelLine(source, "mmcvFindLinks", mmcvFindLinks, "mmcvFindLinks") : [];
  if (mmcvFindLinks && line) yield* placesIn(mmcvFindLinks, line, undefined);
}

function* placesIn(text: string, location: Location, command: ShellCommand | undefined): Generator<Place> {
  for (const index of mmcvIndexesIn(text)) yield { index, location, command };
}
