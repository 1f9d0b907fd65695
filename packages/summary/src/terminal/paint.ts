import type { Verdict } from "@mia/step-result";

export type Tone = Verdict | "warning" | "strong" | "faint";

/** SGR codes of the sixteen colours every terminal has, so that the reader's own theme decides how they look. */
const codes: Record<Tone, string> = {
  passed: "32",
  failed: "1;31",
  missing: "1;31",
  skipped: "33",
  "not-planned": "2",
  warning: "33",
  strong: "1",
  faint: "2",
};

export type Paint = (tone: Tone, text: string) => string;

/** Colour never says what the words do not say. */
export function painter(colour: boolean): Paint {
  return (tone, text) => (colour && text !== "" ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text);
}
