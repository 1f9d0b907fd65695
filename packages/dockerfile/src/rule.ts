import type { Finding, Location, Severity } from "@mia/step-result";
import type { Image } from "./image.ts";

/** What a rule found: a finding without the rule's own name. */
export interface Report {
  message: string;
  remedy: string;
  /** The first is the one to change. */
  locations: Location[];
  /** Where this case weighs less than the rule usually does. */
  severity?: Severity;
}

/** One promise of an image folder. What a rule cannot know, it is silent about. */
export interface Rule {
  id: string;
  /** What it asks for, in one sentence. */
  description: string;
  severity: Severity;
  check(image: Image): Iterable<Report>;
}

export function findingOf(rule: Rule, report: Report): Finding {
  const { message, remedy, locations, severity = rule.severity } = report;
  return {
    rule: rule.id,
    severity,
    message: message.slice(0, 4000),
    remedy: remedy.slice(0, 4000),
    locations: locations.slice(0, 100),
  };
}
