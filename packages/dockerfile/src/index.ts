export {
  type ContextListing,
  type IgnoreSource,
  type ImageSource,
  readImage,
  type SourceFile,
} from "./image.ts";
export { type BaseFacts, baseFacts } from "./pins/base-facts.ts";
export type { Rule } from "./rule.ts";
export { rules } from "./rules/all-rules.ts";
export { type Dockerfile, parseDockerfile } from "./syntax/parse-dockerfile.ts";
export { verifyImage } from "./verify-image.ts";
