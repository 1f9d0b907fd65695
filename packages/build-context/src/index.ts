export {
  type ContextMatch,
  type ContextPath,
  type ContextTree,
  contextFinder,
  type PatternMatch,
  patternFinder,
} from "./context-tree.ts";
export {
  emptyIgnoreFile,
  type IgnoreFile,
  type IgnorePattern,
  ignoreFileNames,
  isIgnored,
  parseIgnore,
  readmittedBy,
} from "./parse-ignore.ts";
export { type ContextEntry, type ContextSource, readContext } from "./read-context.ts";
