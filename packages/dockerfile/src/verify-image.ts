import type { Model } from "@mia/catalog";
import type { Finding, Severity } from "@mia/step-result";
import { type Image, type ImageSource, readImage } from "./image.ts";
import type { Policy } from "./policy/policy.ts";
import { findingOf, type Rule } from "./rule.ts";
import { rules as allRules } from "./rules/all-rules.ts";

const weight: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** What the rules say about an image folder under a policy, worst first, then by file and line. */
export function verifyImage(
  source: ImageSource,
  model: Model | undefined,
  policy: Policy,
  rules: readonly Rule[] = allRules,
): Finding[] {
  return checkImage(readImage(source, model, policy), rules);
}

/** The same of an image that is read already. */
export function checkImage(image: Image, rules: readonly Rule[] = allRules): Finding[] {
  const findings = rules.flatMap((rule) => findingsOf(rule, image));
  return findings.sort(worstFirst);
}

function findingsOf(rule: Rule, image: Image): Finding[] {
  const weighed = image.policy.rules[rule.id] ?? image.policy.rules[rule.code];
  if (weighed === "off") return [];
  return Array.from(rule.check(image), (report) => {
    const finding = findingOf({ ...rule, severity: weighed ?? rule.severity }, report);
    // Where a rule itself says that a case weighs less, the policy does not make more of it.
    const heavier = weighed !== undefined && weight[finding.severity] < weight[weighed];
    return heavier ? { ...finding, severity: weighed } : finding;
  });
}

/** The order in which findings are shown. */
export function worstFirst(a: Finding, b: Finding): number {
  return (
    weight[a.severity] - weight[b.severity] ||
    compare(a.locations[0]?.file ?? "", b.locations[0]?.file ?? "") ||
    (a.locations[0]?.line ?? 0) - (b.locations[0]?.line ?? 0) ||
    compare(a.rule, b.rule)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
