import * as z from "zod";

/** What HEAD is compared with. */
export interface Comparison {
  /** A commit, or for the `base` input anything git can name. */
  ref: string;
  /** True: with the commit at which HEAD left that branch. False: with that very commit. */
  fromMergeBase: boolean;
}

export type ComparisonChoice = { comparison: Comparison } | { reason: string };

const Commit = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);

/** Only what is read from an event; whatever else a payload holds is not looked at. */
const PullRequestEvent = z.object({ pull_request: z.object({ base: z.object({ sha: Commit }) }) });
const MergeGroupEvent = z.object({ merge_group: z.object({ base_sha: Commit }) });
const PushEvent = z.object({ before: Commit, forced: z.boolean().optional() });

/**
 * Chooses what to compare with from the event that started the workflow. A pull request or merge group is compared
 * from its merge base, since its target may have moved on; a push with the commit the branch stood at before.
 */
export function chooseComparison(eventName: string, event: unknown): ComparisonChoice {
  switch (eventName) {
    case "pull_request":
    case "pull_request_target":
      return fromEvent(PullRequestEvent.safeParse(event), (found) => found.pull_request.base.sha, true);
    case "merge_group":
      return fromEvent(MergeGroupEvent.safeParse(event), (found) => found.merge_group.base_sha, true);
    case "push":
      return fromPush(event);
    case "":
      return { reason: "no base was given and no event says what to compare with" };
    default:
      return { reason: `an event of kind ${eventName.slice(0, 50)} compares with nothing` };
  }
}

function fromPush(event: unknown): ComparisonChoice {
  const choice = fromEvent(PushEvent.safeParse(event), ({ before }) => before, false);
  if ("comparison" in choice && /^0+$/.test(choice.comparison.ref))
    return { reason: "the branch is new: there is no earlier commit to compare with" };
  return choice;
}

function fromEvent<T>(
  parsed: { success: true; data: T } | { success: false },
  refOf: (event: T) => string,
  fromMergeBase: boolean,
): ComparisonChoice {
  if (!parsed.success) return { reason: "the event file does not name a base commit" };
  return { comparison: { ref: refOf(parsed.data), fromMergeBase } };
}
