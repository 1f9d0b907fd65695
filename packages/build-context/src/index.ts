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
export { type FoundIgnore, findIgnore } from "./find-ignore.ts";
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
export { type PlaceSource, resolveWithin } from "./resolve-within.ts";
export { shownPath } from "./shown-path.ts";
export type { ContextEntry } from "./walk-context.ts";
