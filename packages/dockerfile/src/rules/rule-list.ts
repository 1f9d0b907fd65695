import {
  baselineIsCurrent,
  ignoreHasAReason,
  ignoreIsUsed,
  type RuleFacts,
} from "../ignores/ignore-rules.ts";
import { rules } from "./all-rules.ts";

/** A model.yaml that cannot be used. Whoever reads the file finds it, before there is an image to check. */
export const modelYaml: RuleFacts = {
  code: "MIA905",
  id: "model-yaml",
  description: "model.yaml is well-formed, and says everything it has to say.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
};

/** What is known of every rule a finding can name, by code. */
export const ruleList: readonly RuleFacts[] = [
  ...rules,
  ignoreHasAReason,
  ignoreIsUsed,
  baselineIsCurrent,
  modelYaml,
].sort((a, b) => (a.code < b.code ? -1 : 1));

export function findRule(name: string): RuleFacts | undefined {
  const wanted = name.trim().toLowerCase();
  return ruleList.find(({ code, id }) => id === wanted || code.toLowerCase() === wanted);
}
