import { VerifyBaseline } from "@mia/step-result/verify-baseline";
import type { Baseline } from "./baseline-file.ts";
import { entryLines } from "./entry-lines.ts";

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
