import type { Location } from "@mia/step-result";
import { type Image, locate } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import {
  type GitSource,
  gitSourceOfAdd,
  gitSourceOfPip,
  isFullCommit,
  repositoryKey,
} from "../pins/git-source.ts";
import { pipRequirements } from "../pins/pip-command.ts";
import type { Report, Rule } from "../rule.ts";
import { expand } from "../stages/expand.ts";
import { gitCheckouts } from "../stages/git-checkouts.ts";

export const gitIsPinned: Rule = {
  code: "MIA201",
  id: "git-is-pinned",
  description:
    "Every git tree is taken at a full commit, and those that model.yaml names at the commit it names.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    for (const { source, location } of treesOf(image)) {
      const report = judge(image, source, location);
      if (report) yield report;
    }
  },
};

interface Tree {
  source: GitSource;
  location: Location;
}

function judge(image: Image, { repository, ref }: GitSource, location: Location): Report | undefined {
  const pinned = pinnedCommit(image, repository);
  const shown = repository === "" ? "a git tree" : repositoryKey(repository);
  const remedy = `Write the full commit of 40 digits${pinned ? `: ${pinned}` : "; `git ls-remote` prints it"}.`;
  if (ref === undefined) {
    const message = `${shown} is taken from its default branch, which moves: the next build may get other code`;
    return { message, remedy, locations: [location] };
  }
  if (!isFullCommit(ref)) {
    const kind = /^[0-9a-f]{7,39}$/i.test(ref) ? "a shortened commit" : "a branch or tag";
    const message = `${shown} is taken at ${ref.slice(0, 80)}, ${kind}, which may come to mean other code`;
    return { message, remedy, locations: [location] };
  }
  if (pinned === undefined || pinned === ref.toLowerCase()) return undefined;
  return {
    message: `${shown} is taken at ${ref}, but model.yaml pins ${pinned}`,
    remedy: "Write the same commit in both files.",
    locations: [location, ...modelLine(image.source, "commit", pinned, "the commit of model.yaml")],
  };
}

/** The commit of model.yaml for a repository; undefined where it names none, or several. */
function pinnedCommit({ model }: Image, repository: string): string | undefined {
  if (model === undefined) return undefined;
  const key = repositoryKey(repository);
  const named = [model.upstream, ...model.sources].filter((one) => repositoryKey(one.repository) === key);
  return named.length === 1 ? named[0]?.commit : undefined;
}

/** Every git tree of a folder whose ref is known: a ref that the build's caller gives is not ours to judge. */
function* treesOf(image: Image): Generator<Tree> {
  const lookup = image.dockerfile.escapeMark;
  for (const { steps } of image.stages) {
    for (const { instruction, variables } of steps) {
      const { keyword, words } = instruction.trigger ?? instruction;
      if (keyword !== "ADD") continue;
      for (const { text, position } of words.slice(0, -1)) {
        const { value, unknown } = expand(text, variables, lookup);
        const source = unknown.length === 0 ? gitSourceOfAdd(value) : undefined;
        if (source) yield { source, location: image.at(position) };
      }
    }
  }
  for (const stage of image.stages) {
    for (const { repository, ref, position } of gitCheckouts(image.commandsOf(stage))) {
      if (ref?.known === false) continue;
      yield { source: { repository, ref: ref?.value }, location: image.at(ref?.position ?? position) };
    }
  }
  yield* pipTrees(image);
}

function* pipTrees(image: Image): Generator<Tree> {
  const named = image.commands
    .flatMap(pipRequirements)
    .map(({ url, position }) => ({ url, location: image.at(position) }));
  const inFiles = image.requirements.flatMap(({ path, requirements }) =>
    requirements.map(({ url, position }) => ({ url, location: locate(path, position) })),
  );
  for (const { url, location } of [...named, ...inFiles]) {
    const source = url === undefined || /[$`]/.test(url) ? undefined : gitSourceOfPip(url);
    if (source) yield { source, location };
  }
}
