import type { Finding } from "@mia/step-result";
import { names } from "../text/names.ts";
import { count, plural } from "../text/units.ts";

/** How many of each severity there are, and how many of them a fix exists for. */
export function closingLine(findings: readonly Finding[]): string {
  const of = (severity: Finding["severity"], noun: string): string[] => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [plural(number, noun)];
  };
  const counts = [...of("error", "error"), ...of("warning", "warning"), ...of("info", "info")];
  if (counts.length === 0) return "Found nothing.";
  const fixes = (["safe", "unsafe"] as const).flatMap((safety) => {
    const number = findings.filter(({ fix }) => fix?.safety === safety).length;
    const flag = safety === "safe" ? "--fix" : "--fix=unsafe";
    return number === 0 ? [] : [`${count(number)} ${safety} ${number === 1 ? "fix" : "fixes"} (${flag})`];
  });
  return `Found ${names(counts)}${fixes.length === 0 ? "" : `; ${names(fixes)}`}.`;
}
