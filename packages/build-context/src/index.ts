export { type ContextMatch, type ContextPath, type ContextTree, contextFinder } from "./context-tree.ts";
export {
  emptyIgnoreFile,
  type IgnoreFile,
  type IgnorePattern,
  ignoreFileNames,
  isIgnored,
  parseIgnore,
} from "./parse-ignore.ts";
export { type ContextEntry, type ContextSource, readContext } from "./read-context.ts";
