import type { Rule } from "../rule.ts";

const mebibyte = 1024 * 1024;

const shownFiles = 3;

export const contextFitsBudget: Rule = {
  code: "MIA405",
  id: "context-fits-budget",
  description: "What .dockerignore leaves of the build context fits into the budget of the policy.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check({ source, policy }) {
    const { context, dockerignore, dockerfile, folder } = source;
    const budget = policy.contextBudgetMiB;
    if (budget === undefined || context?.size === undefined) return;
    const { keptBytes, largest } = context.size;
    if (keptBytes <= budget * mebibyte) return;
    const files = largest
      .slice(0, shownFiles)
      .map(({ path, bytes }) => `${path.slice(0, 200)} (${mib(bytes)})`);
    yield {
      message: `the build context holds ${mib(keptBytes)}, more than the ${budget} MiB of the policy ${policy.name}; the largest: ${files.join(", ")}`,
      remedy: dockerignore
        ? `Leave out in ${dockerignore.path} what no COPY takes.`
        : `Write a .dockerignore in ${folder} that leaves out what no COPY takes.`,
      locations: [{ file: dockerignore?.path ?? dockerfile.path, line: 1 }],
    };
  },
};

/** With one decimal; what is less than a tenth is shown as that. */
function mib(bytes: number): string {
  return bytes < mebibyte / 10 ? "less than 0.1 MiB" : `${(bytes / mebibyte).toFixed(1)} MiB`;
}
