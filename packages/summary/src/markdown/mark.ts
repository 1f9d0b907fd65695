import type { Verdict } from "@mia/step-result";
import { verdictWord } from "../view/words.ts";

const symbols: Record<Verdict, string> = {
  passed: " ✅",
  failed: " ❌",
  missing: " ❌",
  skipped: "",
  "not-planned": "",
};

/** The word first, a symbol after it: mail, search and screen readers see the word. */
export function mark(verdict: Verdict): string {
  const isBad = verdict === "failed" || verdict === "missing";
  return `${isBad ? `**${verdictWord[verdict]}**` : verdictWord[verdict]}${symbols[verdict]}`;
}
