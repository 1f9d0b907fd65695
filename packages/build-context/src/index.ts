export type { Amount, ContextMeasure, ContextProblem } from "./context-measure.ts";
export type { ContextSelection } from "./context-selection.ts";
export {
  type ContextMatch,
  type ContextPath,
  type ContextTree,
  contextFinder,
  type PatternMatch,
  patternFinder,
} from "./context-tree.ts";
export { type MeasureSource, measureContext, type PathState } from "./measure-context.ts";
export { type OverBudget, overBudget } from "./over-budget.ts";
export {
  emptyIgnoreFile,
  type IgnoreFile,
  type IgnorePattern,
  ignoreFileNames,
  isIgnored,
  parseIgnore,
  readmittedBy,
} from "./parse-ignore.ts";
export { type ContextSource, readContext } from "./read-context.ts";
export type { ContextEntry } from "./walk-context.ts";
