import type { ContextMeasure } from "./context-measure.ts";
import type { LargestFile } from "./largest-files.ts";
import { shownPath } from "./shown-path.ts";

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
const units = ["B", "KiB", "MiB", "GiB", "TiB"];

/** Whether the builder gets more than a budget in MiB allows; undefined where it does not. Exactly the budget is within it. */
export function overBudget(
  { selected, kept, largest }: ContextMeasure,
  budgetMiB: number,
): OverBudget | undefined {
  const { bytes } = selected ?? kept;
  const budgetBytes = budgetMiB * mebibyte;
  if (bytes <= budgetBytes) return undefined;
  const worst = largest.slice(0, named);
  const names = worst.map((file) => `${shownPath(file.path)} (${readable(file.bytes)})`).join(", ");
  const message = `the build context has ${readable(bytes)}, more than the budget of ${budgetMiB} MiB; its largest files: ${names}`;
  return { bytes, budgetBytes, largest: worst, message };
}

/** One decimal, and rounded up: what is over a budget must not look like the budget itself. */
function readable(bytes: number): string {
  let value = bytes;
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
  return `${unit === 0 ? value : (Math.ceil(value * 10) / 10).toFixed(1)} ${units[unit]}`;
}
