import { type ChangedLines, changedLines, eventComparison, type Host, StepFailure } from "@mia/action-kit";
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
  const change = await changeOf(host, base);
  if (!change.known) throw unknownChange(change.reason);
  const { lines } = change;
  if (scope === "changed-files") return ({ locations }) => locations.some(({ file }) => lines.has(file));
  return touches(lines);
}

/** More findings of a kind than the runner annotates: those that the change is answerable for come first. */
const worthAsking = 10;

/** Which findings to show first in a workflow; undefined where that makes no difference or cannot be known. */
export async function chooseFirst(host: Host, findings: readonly Finding[]): Promise<InScope | undefined> {
  if (findings.length <= worthAsking || !host.env.GITHUB_EVENT_NAME) return undefined;
  const change = await changeOf(host, undefined);
  return change.known ? touches(change.lines) : undefined;
}

async function changeOf(host: Host, base: string | undefined): Promise<ChangedLines> {
  const choice =
    base === undefined ? await eventComparison(host) : { comparison: { ref: base, fromMergeBase: true } };
  return "reason" in choice ? { known: false, reason: choice.reason } : changedLines(host, choice.comparison);
}

function touches(lines: Extract<ChangedLines, { known: true }>["lines"]): InScope {
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
