import { packageName } from "@mia/catalog/lock";
import type { WantedPackage } from "./package-request.ts";

/** Packages that pip can be asked for in one go: of each name one version. */
export function batchesOf(packages: readonly WantedPackage[]): WantedPackage[][] {
  const batches: WantedPackage[][] = [];
  const seen = new Map<string, number>();
  for (const one of packages) {
    const name = packageName(one.name);
    const index = seen.get(name) ?? 0;
    seen.set(name, index + 1);
    batches[index] = [...(batches[index] ?? []), one];
  }
  return batches;
}
