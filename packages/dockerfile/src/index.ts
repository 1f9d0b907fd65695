export { applyBaseline, staleFindings } from "./baseline/apply-baseline.ts";
export {
  type Baseline,
  type BaselineLine,
  baselineOf,
  formatBaseline,
} from "./baseline/baseline-file.ts";
export { withFingerprints } from "./baseline/fingerprints.ts";
export { type MergedBaseline, mergeBaseline } from "./baseline/merge-baseline.ts";
export {
  type BuildGivens,
  type ContextSelection,
  contextSources,
  hasTarget,
} from "./context-sources.ts";
export { worstFirst } from "./finding-order.ts";
export { applyFixes, type FixOutcome } from "./fixes/apply-fixes.ts";
export { unifiedDiff } from "./fixes/unified-diff.ts";
export { applyIgnores } from "./ignores/apply-ignores.ts";
export { fileKindOf } from "./ignores/file-kind.ts";
export type { VerifiedFile } from "./ignores/find-comments.ts";
export { ignoreIsUsed, neverIgnored } from "./ignores/ignore-rules.ts";
export {
  type ContextListing,
  type FileLookup,
  hasModel,
  type IgnoreSource,
  type Image,
  type ImageSource,
  readImage,
  type SourceFile,
} from "./image.ts";
export { type BaseFacts, baseFacts } from "./pins/base-facts.ts";
export { gitTrees } from "./pins/git-trees.ts";
export { wantedByLock } from "./pins/lock-packages.ts";
export { lockPins } from "./pins/lock-pins.ts";
export { parseRequirements } from "./pins/requirements.ts";
export { namedFiles, wantedFiles } from "./pins/wanted-files.ts";
export { none, policies, runpod } from "./policy/built-in.ts";
export { gpuProblem } from "./policy/gpu-entry.ts";
export type { Policy } from "./policy/policy.ts";
export { registryProblem } from "./policy/registry-entry.ts";
export type { Rule } from "./rule.ts";
export { rules } from "./rules/all-rules.ts";
export { findRule, ruleList } from "./rules/rule-list.ts";
export { contextPathUses } from "./stages/context-path-uses.ts";
export { externalImages } from "./stages/external-images.ts";
export { type Dockerfile, parseDockerfile } from "./syntax/parse-dockerfile.ts";
export { verifiedFiles } from "./verified-files.ts";
export { checkImage, verifyImage } from "./verify-image.ts";
