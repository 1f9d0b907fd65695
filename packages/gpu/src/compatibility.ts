import type { Model } from "@mia/catalog";

/** Whether a model's kernels run on a GPU, and why, as one sentence's worth of text. */
export interface Compatibility {
  compatible: boolean;
  reason: string;
}

/** Compares a compute capability such as "9.0" with the bounds of model.yaml, both ends included. */
export function isCompatible(needs: Model["gpu"], computeCapability: string | null): Compatibility {
  const { min, max } = needs.computeCapability;
  const range = `the model needs compute capability ${min} to ${max} (${needs.reason})`;
  const value = order(computeCapability);
  if (value === undefined)
    return { compatible: false, reason: `the GPU's compute capability is not known; ${range}` };
  const [least, most] = [order(min) ?? 0, order(max) ?? 0];
  if (value < least)
    return { compatible: false, reason: `compute capability ${computeCapability} is too old; ${range}` };
  if (value > most)
    return { compatible: false, reason: `compute capability ${computeCapability} is too new; ${range}` };
  return { compatible: true, reason: `compute capability ${computeCapability} is within ${min} to ${max}` };
}

/** "8.6" as 806, so that 10.0 comes after 9.0; undefined where the text is none. */
function order(capability: string | null): number | undefined {
  const match = /^(\d{1,2})\.(\d{1,2})$/.exec(capability ?? "");
  return match ? Number(match[1]) * 100 + Number(match[2]) : undefined;
}
