import { changedLines, eventComparison, type Host, StepFailure } from "@mia/action-kit";
import type { Finding } from "@mia/step-result";

export type InScope = (finding: Finding) => boolean;

/**
 * Which findings a change is answerable for. A finding that compares files belongs to the change when any of them does.
 * Throws `invalid-input` where the change cannot be known: to check nothing would pass for consent.
 */
export async function chooseScope(
  host: Host,
  scope: "all" | "changed-files" | "changed-lines",
  base: string | undefined,
): Promise<InScope> {
  if (scope === "all") return () => true;
  const choice =
    base === undefined ? await eventComparison(host) : { comparison: { ref: base, fromMergeBase: true } };
  if ("reason" in choice) throw unknownChange(choice.reason);
  const change = await changedLines(host, choice.comparison);
  if (!change.known) throw unknownChange(change.reason);
  const { lines } = change;
  if (scope === "changed-files") return ({ locations }) => locations.some(({ file }) => lines.has(file));
  return ({ locations }) =>
    locations.some(({ file, line, endLine = line }) =>
      lines.get(file)?.some(([from, to]) => line <= to && endLine >= from),
    );
}

function unknownChange(reason: string): StepFailure {
  return new StepFailure({
    code: "invalid-input",
    message: `what changed cannot be known: ${reason}`,
    remedy: "Set base to a branch or commit, check out with fetch-depth: 0, or take scope: all.",
  });
}
