import type { Confidence, Finding, Fix, Location, Severity } from "@mia/step-result";
import type { Image } from "./image.ts";

/** What a rule found: a finding without the rule's own name. */
export interface Report {
  message: string;
  remedy: string;
  /** The first is the one to change. */
  locations: Location[];
  /** Where this case weighs less than the rule usually does. */
  severity?: Severity;
  /** Where this case is less sure than the rule usually is. */
  confidence?: Confidence;
  fix?: Fix;
}

/** One promise of an image folder. What a rule cannot know, it is silent about. */
export interface Rule {
  /** Stable, and short enough to say: MIA103. Never given to another rule. */
  code: string;
  id: string;
  /** What it asks for, in one sentence. */
  description: string;
  severity: Severity;
  confidence: Confidence;
  /** The version of this project that had it first. */
  since: string;
  /** The most daring fix it offers. */
  fix?: "safe" | "unsafe";
  /** Each location of a finding is a place to change, and an ignore comment speaks of those in its lines only. */
  everyPlace?: true;
  check(image: Image): Iterable<Report>;
}

export function findingOf(rule: Rule, report: Report): Finding {
  const { message, remedy, locations, fix } = report;
  return {
    rule: rule.id,
    code: rule.code,
    severity: report.severity ?? rule.severity,
    confidence: report.confidence ?? rule.confidence,
    message: message.slice(0, 4000),
    remedy: remedy.slice(0, 4000),
    locations: locations.slice(0, 100),
    ...(fix && { fix }),
  };
}
