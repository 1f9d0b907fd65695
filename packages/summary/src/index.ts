export { renderSummary, type SummaryOptions } from "./render-summary.ts";
