export { type HtmlOptions, renderHtml } from "./html/render-html.ts";
export { worstEvidence } from "./judgement/evidence.ts";
export { type JudgedModel, type Judgement, judge } from "./judgement/judge.ts";
export { type Circumstances, verdictSentence } from "./judgement/sentence.ts";
export { renderSummary, type SummaryOptions } from "./markdown/render-summary.ts";
export { renderTerminal, type TerminalOptions } from "./terminal/render-terminal.ts";
export type { SourceLinks } from "./view/source-link.ts";
export { type ViewOptions, viewOf } from "./view/view-of.ts";
