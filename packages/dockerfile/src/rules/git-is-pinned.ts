import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import { type GitSource, isFullCommit, repositoryKey } from "../pins/git-source.ts";
import { gitTrees } from "../pins/git-trees.ts";
import type { Report, Rule } from "../rule.ts";

export const gitIsPinned: Rule = {
  code: "MIA201",
  id: "git-is-pinned",
  description:
    "Every git tree is taken at a full commit, and those that model.yaml names at the commit it names.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    for (const { source, location } of gitTrees(image)) {
      const report = judge(image, source, location);
      if (report) yield report;
    }
  },
};

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
    // A release's tag seldom moves. Where model.yaml names commits, that is no excuse.
    const light = image.model === undefined && /^v?\d+\.\d/.test(ref) ? { severity: "info" as const } : {};
    return { message, remedy, locations: [location], ...light };
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
