import type { Location } from "@mia/step-result";
import { type Image, locate } from "../image.ts";
import { expand } from "../stages/expand.ts";
import { gitCheckouts } from "../stages/git-checkouts.ts";
import type { Position } from "../syntax/spanned-text.ts";
import { type GitSource, gitSourceOfAdd, gitSourceOfPip } from "./git-source.ts";
import { pipRequirements } from "./pip-command.ts";

/** A git tree that the image takes in, and the place that says which. */
export interface GitTree {
  source: GitSource;
  /** With an end where the ref stands there letter by letter: then it can be replaced. */
  location: Location;
}

/** Every git tree of an image whose ref is known: a ref that the build's caller gives is not ours to judge. */
export function* gitTrees(image: Image): Generator<GitTree> {
  yield* addedTrees(image);
  for (const stage of image.stages) {
    for (const { repository, ref, position } of gitCheckouts(image.commandsOf(stage))) {
      if (ref?.known === false) continue;
      const location = ref ? atRef(image.at(ref.position), ref.text, ref.value) : image.at(position);
      yield { source: { repository, ref: ref?.value }, location };
    }
  }
  yield* pipTrees(image);
}

function* addedTrees(image: Image): Generator<GitTree> {
  const { escapeMark } = image.dockerfile;
  for (const { steps } of image.stages) {
    for (const { instruction, variables } of steps) {
      const { keyword, words } = instruction.trigger ?? instruction;
      if (keyword !== "ADD") continue;
      for (const { text, position } of words.slice(0, -1)) {
        const { value, unknown } = expand(text, variables, escapeMark);
        const source = unknown.length === 0 ? gitSourceOfAdd(value) : undefined;
        if (source) yield { source, location: atRef(image.at(position), text, source.ref) };
      }
    }
  }
}

function* pipTrees(image: Image): Generator<GitTree> {
  const { dockerfile, source } = image;
  const written = (path: string, { line, column }: Position): string => {
    const lines = path === source.dockerfile.path ? dockerfile.lines : undefined;
    return lines?.[line - 1]?.slice(column - 1) ?? "";
  };
  const named = image.commands
    .flatMap(pipRequirements)
    .map(({ url, position }) => ({ url, position, path: source.dockerfile.path }));
  const inFiles = image.requirements.flatMap(({ path, requirements }) =>
    requirements.map(({ url, position }) => ({ url, position, path })),
  );
  for (const { url, position, path } of [...named, ...inFiles]) {
    const tree = url === undefined || /[$`]/.test(url) ? undefined : gitSourceOfPip(url);
    if (tree)
      yield { source: tree, location: atRef(locate(path, position), written(path, position), tree.ref) };
  }
}

/** Narrows a place to the ref in the text that stands there; the whole place where the ref is not to be seen in it. */
function atRef(place: Location, text: string, ref: string | undefined): Location {
  if (ref === undefined || ref === "") return place;
  const whole = text === ref ? 0 : -1;
  const mark = whole === 0 ? -1 : Math.max(text.indexOf(`#${ref}`), text.indexOf(`@${ref}`));
  const quoted = text.length === ref.length + 2 && text.slice(1, -1) === ref ? 1 : -1;
  const at = whole === 0 ? 0 : quoted === 1 ? 1 : mark < 0 ? -1 : mark + 1;
  if (at < 0) return place;
  const column = (place.column ?? 1) + at;
  return { ...place, column, endLine: place.line, endColumn: column + ref.length };
}
