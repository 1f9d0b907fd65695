import type { Model } from "@mia/catalog";
import type { Finding, Severity } from "@mia/step-result";
import { type ImageSource, readImage } from "./image.ts";
import { findingOf, type Rule } from "./rule.ts";
import { rules as allRules } from "./rules/all-rules.ts";

const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** What the rules say about an image folder, worst first, then by file and line. */
export function verifyImage(source: ImageSource, model: Model, rules: readonly Rule[] = allRules): Finding[] {
  const image = readImage(source, model);
  const findings = rules.flatMap((rule) =>
    Array.from(rule.check(image), (report) => findingOf(rule, report)),
  );
  return findings.sort(
    (a, b) =>
      weight[a.severity] - weight[b.severity] ||
      compare(a.locations[0]?.file ?? "", b.locations[0]?.file ?? "") ||
      (a.locations[0]?.line ?? 0) - (b.locations[0]?.line ?? 0) ||
      compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
