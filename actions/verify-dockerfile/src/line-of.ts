import type { ContextSize, VerifyResult } from "@mia/step-result";

/** A record in one line of the log. */
export function lineOf({
  model,
  files,
  status,
  findings,
  failure,
  context,
  suppressed,
}: VerifyResult): string {
  const who = model ?? `${files?.length ?? 0} Dockerfile${files?.length === 1 ? "" : "s"}`;
  if (failure && failure.code !== "findings") return `${who}: failed: ${failure.message}`;
  const counts =
    findings.length === 0 ? "no findings" : `${findings.length} finding${findings.length === 1 ? "" : "s"}`;
  const left = Object.entries(suppressed ?? {})
    .filter(([, count = 0]) => count > 0)
    .map(([by, count]) => `${count} left out by ${words[by as keyof typeof words]}`);
  return [`${who}: ${status}`, counts, ...left, ...(context ? [contextOf(context)] : [])].join(", ");
}

const words = { inline: "comments", policy: "the policy", baseline: "the baseline", scope: "the scope" };

function contextOf({ keptFiles, keptBytes, treeBytes }: ContextSize): string {
  return `context ${keptFiles} files, ${kibibytes(keptBytes)} of ${kibibytes(treeBytes)}`;
}

/** With one decimal, as the report shows it. */
function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
