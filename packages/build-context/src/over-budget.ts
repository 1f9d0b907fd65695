import type { ContextMeasure } from "./context-measure.ts";
import type { LargestFile } from "./largest-files.ts";

export interface OverBudget {
  /** What the builder gets. */
  bytes: number;
  budgetBytes: number;
  /** At most three. */
  largest: LargestFile[];
  message: string;
}

const mebibyte = 1024 * 1024;
const named = 3;

/** Whether the builder gets more than a budget in MiB allows; undefined where it does not. Exactly the budget is within it. */
export function overBudget(
  { selected, kept, largest }: ContextMeasure,
  budgetMiB: number,
): OverBudget | undefined {
  const { bytes } = selected ?? kept;
  const budgetBytes = budgetMiB * mebibyte;
  if (bytes <= budgetBytes) return undefined;
  const worst = largest.slice(0, named);
  const names = worst.map((file) => `${file.path} (${inMebibytes(file.bytes)})`).join(", ");
  const message = `the build context has ${inMebibytes(bytes)}, more than the budget of ${budgetMiB} MiB; its largest files: ${names}`;
  return { bytes, budgetBytes, largest: worst, message };
}

/** One decimal, and rounded up: what is over a budget must not look like the budget itself. */
function inMebibytes(bytes: number): string {
  return `${(Math.ceil((bytes / mebibyte) * 10) / 10).toFixed(1)} MiB`;
}
