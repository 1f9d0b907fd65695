import type { Finding } from "@mia/step-result";
import { painter } from "../terminal/paint.ts";
import { wrap } from "../terminal/wrap.ts";
import { plural } from "../text/units.ts";
import { closingLine } from "./closing-line.ts";
import { findingLines, type Source } from "./finding-lines.ts";
import { worstFirst } from "./worst-first.ts";

export type { Source } from "./finding-lines.ts";
export { worstFirst } from "./worst-first.ts";

export interface FindingsOptions {
  source: Source;
  /** Columns of the terminal. Default 100. */
  width?: number;
  colour?: boolean;
  /** Findings beyond these are counted, the worst are shown. Default: all are shown. */
  maxFindings?: number;
}

/**
 * Findings as a person at a terminal reads them: each with its source and carets, in the order given, and one line at the
 * end that counts them all. Texts of others are neutralised; long lines are cut around what is meant.
 */
export function renderFindings(findings: readonly Finding[], options: FindingsOptions): string {
  const { source, maxFindings = findings.length } = options;
  const width = Math.min(Math.max(options.width ?? 100, 40), 200);
  const paint = painter(options.colour ?? false);
  const shown = worst(findings, maxFindings);
  const blocks = shown.map((finding) => findingLines(finding, source, width, paint).join("\n"));
  const more = findings.length - shown.length;
  const left = more > 0 ? [`and ${plural(more, "more finding")}, in the records`] : [];
  const closing = wrap(closingLine(findings), width).map((line) => paint("strong", line));
  return `${[...blocks, [...left, ...closing].join("\n")].join("\n\n")}\n`;
}

/** The worst of them, still in the order they came. */
function worst(findings: readonly Finding[], max: number): readonly Finding[] {
  if (findings.length <= max) return findings;
  const placed = findings.map((finding, place) => ({ severity: finding.severity, place }));
  const kept = worstFirst(placed).slice(0, Math.max(0, max));
  return kept.sort((a, b) => a.place - b.place).map(({ place }) => findings[place] as Finding);
}
