export { type ContextEntry, type ContextSource, measureContext } from "./measure-context.ts";
export {
  emptyIgnoreFile,
  type IgnoreFile,
  type IgnorePattern,
  ignoreFileNames,
  isIgnored,
  parseIgnore,
} from "./parse-ignore.ts";
