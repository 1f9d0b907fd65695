import { rowOf } from "./row-of.ts";
import { compareVersions } from "./version-order.ts";

/**
 * What the newest release on PyPI that a Python can take asks of torch, by the Python it is for; `-` asks nothing of it.
 * Sources, read 2026-11-24: Requires-Dist and the file names of torchvision 0.14.1, 0.19.1, 0.23.0 and 0.29.2, torchaudio 0.13.1,
 * 2.4.1, 2.8.0 and 2.11.0, xformers 0.0.35. On older Pythons xformers has many candidates, and its rows are missing.
 */
const newest: Record<string, Record<string, string>> = {
  torchvision: { "3.7": "==1.13.1", "3.8": "==2.4.1", "3.9": "==2.8.0", "3.10": ">=2.14.0" },
  torchaudio: { "3.7": "==1.13.1", "3.8": "==2.4.1", "3.9": "==2.8.0", "3.10": "-" },
  xformers: { "3.10": ">=2.10" },
};

/** The last row holds for every later Python. */
const lastRow = "3.10";

/**
 * What of torch (`==2.8.0`) the newest torchvision, torchaudio or xformers wants instead of the torch that is there; undefined
 * where that torch suits it, or where nobody knows. Without a Python, only what is so on each of them: then without a version.
 */
export function newestWants(name: string, python: string | undefined, torch: string): string | undefined {
  const rows = rowOf(newest, name);
  if (rows === undefined) return undefined;
  if (python !== undefined) {
    const isLate = (compareVersions(python, lastRow) ?? -1) >= 0;
    const asks = rowOf(rows, isLate ? lastRow : python);
    return asks === undefined || suits(torch, asks) ? undefined : asks;
  }
  const all = ["3.7", "3.8", "3.9", lastRow].map((one) => rowOf(rows, one));
  return all.some((asks) => asks === undefined || suits(torch, asks)) ? undefined : "";
}

function suits(torch: string, asks: string): boolean {
  if (asks === "-") return true;
  const order = compareVersions(torch, asks.slice(2)) ?? 0;
  return asks.startsWith("==") ? order === 0 : order >= 0;
}
