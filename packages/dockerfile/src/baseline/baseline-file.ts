import type { BaselineEntry, Finding, VerifyBaseline } from "@mia/step-result";
import { neverIgnored } from "../ignores/ignore-rules.ts";
import { compareTexts } from "../text-order.ts";

/** An entry and its line in the baseline file. */
export interface BaselineLine extends BaselineEntry {
  line: number;
}

export interface Baseline {
  entries: BaselineLine[];
}

/** A baseline of these findings. What must not be waved away (`neverIgnored`, `enforced` by id or code) is left out. */
export function baselineOf(findings: readonly Finding[], enforced: readonly string[] = []): VerifyBaseline {
  const entries = findings.flatMap((finding): BaselineEntry[] => {
    const { rule, code = "", fingerprint, message, locations } = finding;
    const file = locations[0]?.file;
    if (fingerprint === undefined || file === undefined) return [];
    const refused = neverIgnored.has(rule) || enforced.includes(rule) || enforced.includes(code);
    return refused ? [] : [{ rule, file, fingerprint, message }];
  });
  entries.sort(compareEntries);
  return { schema: "verify-baseline/v1", findings: entries };
}

/** The order in the file: it depends on nothing but the entries. */
export function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compareTexts(a.file, b.file) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.fingerprint, b.fingerprint) ||
    compareTexts(a.message ?? "", b.message ?? "")
  );
}

/** One entry a line, so that a change of the baseline reads well in a review. */
export function formatBaseline({ schema, findings }: VerifyBaseline): string {
  const lines = findings.map(
    ({ rule, file, fingerprint, message }) => `    ${JSON.stringify({ rule, file, fingerprint, message })}`,
  );
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "schema": ${JSON.stringify(schema)},\n  "findings": ${list}\n}\n`;
}
