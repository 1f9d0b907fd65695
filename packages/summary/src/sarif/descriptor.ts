import type { Confidence, Severity } from "@mia/step-result";
import { clean } from "../text/clean.ts";
import { limits } from "./limits.ts";
import type { Level, ReportingDescriptor } from "./sarif-log.ts";

/** A rule as a reader of alerts gets to know it. */
export interface SarifRule {
  code: string;
  id: string;
  description: string;
  severity: Severity;
  confidence: Confidence;
  /** An absolute address of the rule's page. */
  helpUri?: string;
  /** The rule's page. */
  helpMarkdown?: string;
  tags?: readonly string[];
  /** From 0.1 to 10, for rules about secrets and open doors only: GitHub then shows the alert as one of security. */
  securitySeverity?: number;
}

export const levelOf: Record<Severity, Level> = { error: "error", warning: "warning", info: "note" };
const problemOf = { error: "error", warning: "warning", info: "recommendation" } as const;

/** Pages are one screen; what is longer is not one of ours. */
const maxHelp = 20_000;

export function descriptor(rule: SarifRule): ReportingDescriptor {
  const { code, id, severity, confidence, helpUri, helpMarkdown, tags = [], securitySeverity } = rule;
  const description = { text: clean(rule.description, limits.description - 40) || clean(id, 100) || "rule" };
  const isSecurity = securitySeverity !== undefined;
  const all = [...new Set(["dockerfile", ...(isSecurity ? ["security"] : []), ...tags])];
  return {
    id: code.slice(0, limits.name),
    name: id.slice(0, limits.name),
    shortDescription: description,
    fullDescription: description,
    help: {
      text: description.text,
      ...(helpMarkdown !== undefined && { markdown: helpMarkdown.slice(0, maxHelp).toWellFormed() }),
    },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levelOf[severity] },
    properties: {
      tags: all.slice(0, limits.tags).map((tag) => clean(tag, 100)),
      precision: confidence,
      "problem.severity": problemOf[severity],
      ...(isSecurity && { "security-severity": Math.min(10, Math.max(0.1, securitySeverity)).toFixed(1) }),
    },
  };
}
