import type { StepResult } from "@mia/step-result";
import { bytesOf } from "../text/bytes-of.ts";
import { plural, size } from "../text/units.ts";
import type { Detail, View } from "../view/view.ts";
import { type ViewOptions, viewOf } from "../view/view-of.ts";
import { fitSections, type Section } from "./blocks.ts";
import { detailSection } from "./detail-section.ts";
import { escapeMarkdown } from "./escape.ts";
import { foldedIssues, issueItems } from "./issue-section.ts";
import { tableSection } from "./table-section.ts";
import { weights } from "./weights.ts";

export interface SummaryOptions extends ViewOptions {
  /** The largest size of the text in UTF-8 bytes. */
  maxBytes: number;
}

/**
 * Markdown for a job summary or a comment: the verdict's sentence, one row a model, what is wrong, and the rest
 * folded. Never longer than `maxBytes`; what does not fit is left out between whole blocks, and the text says so.
 */
export function renderSummary(records: readonly StepResult[], options: SummaryOptions): string {
  const view = viewOf(records, options);
  const notice = (leftOut: string[]): string => leftOutText([...view.leftOut, ...leftOut], options.maxBytes);
  return fitSections(leadOf(view.sentence, options.maxBytes), sectionsOf(view), options.maxBytes, notice);
}

/** Each diagram is a frame of its own to the browser; the tables under them say the same for the models beyond. */
const maxDiagrams = 10;

function sectionsOf(view: View): Section[] {
  const hasTimeline = ({ groups }: Detail): boolean =>
    groups.some(({ figures = [] }) => figures.some(({ timeline }) => timeline !== undefined));
  const drawn = new Set(view.details.filter(hasTimeline).slice(0, maxDiagrams));
  return [
    textSection(view.notes, weights.note, "note"),
    textSection(view.problems, weights.problem, "problem"),
    ...(view.table ? [tableSection(view.table)] : []),
    {
      head: `#### ${plural(view.open.length, "failure")}\n\n`,
      items: issueItems(view.open, weights.open, weights.output),
      tail: "",
    },
    ...foldedIssues(plural(view.warnings.length, "warning"), view.warnings, weights.warning),
    ...view.details.map((detail) => detailSection(detail, drawn.has(detail))),
    ...foldedIssues(plural(view.infos.length, "info"), view.infos, weights.info),
  ];
}

function textSection(texts: readonly string[], weight: number, noun: string): Section {
  const items = texts.map((text) => ({ text: `> ${escapeMarkdown(text)}\n\n`, weight, noun }));
  return { head: "", items, tail: "" };
}

function leftOutText(leftOut: string[], maxBytes: number): string {
  if (leftOut.length === 0) return "";
  return `> Left out, to stay under ${size(maxBytes)}: ${leftOut.join(", ")}. The JSON records hold everything.\n\n`;
}

/** The sentence as a heading, shortened until it fits; nothing at all where not even a word would. */
function leadOf(sentence: string, maxBytes: number): string {
  for (let length = sentence.length; length > 0; length = Math.floor(length * 0.8)) {
    const text = length < sentence.length ? `${sentence.slice(0, length)}...` : sentence;
    const lead = `### ${escapeMarkdown(text)}\n\n`;
    if (bytesOf(lead) <= maxBytes) return lead;
  }
  return "";
}
