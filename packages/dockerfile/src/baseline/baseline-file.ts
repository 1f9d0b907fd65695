import { type BaselineEntry, type Finding, VerifyBaseline } from "@mia/step-result";
import { neverIgnored } from "../ignores/ignore-rules.ts";
import { compareTexts } from "../text-order.ts";
import { entryLines } from "./entry-lines.ts";

/** An entry and its line in the baseline file. */
export interface BaselineLine extends BaselineEntry {
  line: number;
}

export interface Baseline {
  entries: BaselineLine[];
}

export type ParsedBaseline = { ok: true; baseline: Baseline } | { ok: false; problem: string };

/** In characters; about 40,000 entries with their messages. */
const maxLength = 16 * 1024 * 1024;

/** Reads a baseline file. What is wrong with it comes back as a sentence. */
export function parseBaseline(text: string): ParsedBaseline {
  if (text.length > maxLength)
    return { ok: false, problem: "The baseline is larger than 16 MiB; write it anew." };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : "";
    return { ok: false, problem: `The baseline is no JSON (${why}); write it anew.` };
  }
  const parsed = VerifyBaseline.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = (issue?.path ?? []).map(String).join(".").slice(0, 200) || "the file";
    return {
      ok: false,
      problem: `The baseline is not as verify-baseline/v1 asks: ${place}: ${issue?.message.slice(0, 300)}.`,
    };
  }
  const lines = entryLines(text);
  const entries = parsed.data.findings.map((entry, index) => ({ ...entry, line: lines[index] ?? 1 }));
  return { ok: true, baseline: { entries } };
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
  entries.sort(
    (a, b) =>
      compareTexts(a.file, b.file) ||
      compareTexts(a.rule, b.rule) ||
      compareTexts(a.fingerprint, b.fingerprint) ||
      compareTexts(a.message ?? "", b.message ?? ""),
  );
  return { schema: "verify-baseline/v1", findings: entries };
}

/** One entry a line, so that a change of the baseline reads well in a review. */
export function formatBaseline({ schema, findings }: VerifyBaseline): string {
  const lines = findings.map(
    ({ rule, file, fingerprint, message }) => `    ${JSON.stringify({ rule, file, fingerprint, message })}`,
  );
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "schema": ${JSON.stringify(schema)},\n  "findings": ${list}\n}\n`;
}
