import type { Model } from "@mia/catalog";
import type { Finding } from "@mia/step-result";
import { worstFirst } from "./finding-order.ts";
import { type Image, type ImageSource, readImage } from "./image.ts";
import type { Policy } from "./policy/policy.ts";
import { findingOf, type Rule } from "./rule.ts";
import { rules as allRules } from "./rules/all-rules.ts";

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
    // What the rule itself calls advice in this one case stays advice; everything else weighs what the team says.
    const isAdvice = report.severity === "info";
    return weighed === undefined || isAdvice ? finding : { ...finding, severity: weighed };
  });
}
