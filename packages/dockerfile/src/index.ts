export {
  type ContextListing,
  type FileLookup,
  type IgnoreSource,
  type Image,
  type ImageSource,
  readImage,
  type SourceFile,
} from "./image.ts";
export { type BaseFacts, baseFacts } from "./pins/base-facts.ts";
export { none, policies, runpod } from "./policy/built-in.ts";
export type { Policy } from "./policy/policy.ts";
export type { Rule } from "./rule.ts";
export { rules } from "./rules/all-rules.ts";
export { type Dockerfile, parseDockerfile } from "./syntax/parse-dockerfile.ts";
export { checkImage, verifyImage, worstFirst } from "./verify-image.ts";
