export { buildArguments, buildEnvironment, checkArguments } from "./build-arguments.ts";
export { cacheReference, cacheValues } from "./build-cache.ts";
export { type BuildCheck, type CheckAnswer, checkFindings, parseCheck } from "./build-check.ts";
export { csvField, csvRecord } from "./build-csv.ts";
export { type ParsedExtra, parseExtraArguments } from "./build-extra-arguments.ts";
export { type BuildEnd, explainBuildFailure, failingDockerfileLine } from "./build-failure.ts";
export { buildFailureSigns, findBuildFailureSign, isRetriable } from "./build-failure-sign.ts";
export {
  imageLabels,
  isReplacedName,
  labelNames,
  replacedContextNames,
  runtimeContextName,
} from "./build-labels.ts";
export { pinsOf } from "./build-materials.ts";
export {
  type BuildMetadata,
  maxBuildMetadataBytes,
  type ParsedBuildMetadata,
  parseBuildMetadata,
} from "./build-metadata.ts";
export { type BuildPair, type ParsedPairs, parseBuildArgs, parseBuildContexts } from "./build-pairs.ts";
export { phaseOfStep } from "./build-phase-name.ts";
export { phaseTotals } from "./build-phases.ts";
export { type BuildProgress, type RawProgress, rawProgress } from "./build-progress.ts";
export { replacedByArguments } from "./build-replaced-args.ts";
export {
  type BuildRequest,
  type Compression,
  loads,
  pushes,
  type SecretEnv,
  type SecretFile,
  type SshKeys,
  type TypedCache,
} from "./build-request.ts";
export { type RequestProblem, requestProblems } from "./build-request-problems.ts";
export {
  missingSecrets,
  parseSecretEnvs,
  parseSecretFiles,
  parseSsh,
  type SecretsThere,
} from "./build-secret-lines.ts";
export { looksLikeSecret, secretBlanker } from "./build-secrets.ts";
export { defaultTag, isImageTag, repositoryOfTag } from "./build-tags.ts";
export { readableBytes, readableSeconds } from "./build-units.ts";
export { type BuilderFacts, type BuilderNode, builderFacts, inspectArguments } from "./builder-facts.ts";
export { isOlderBuildx, minimumBuildx, minimumEngine, parseBuildxVersion } from "./buildx-version.ts";
export { clientNotStarted } from "./client-not-started.ts";
export { isSmokeContainerName, smokeContainerName } from "./container-name.ts";
export { type ContainerState, parseContainerState, stateArguments } from "./container-state.ts";
export { driverRefusal, fittedRequest } from "./driver-refusal.ts";
export { engineRefusal } from "./engine-refusal.ts";
export { exitFailure } from "./exit-sign.ts";
export { type ImageFacts, imageArguments, parseImageFacts } from "./image-facts.ts";
export { configArguments, historyArguments, layerInstructions, parseHistory } from "./image-history.ts";
export {
  imageOfIndex,
  imageSizes,
  type Layer,
  type Manifest,
  manifestArguments,
  parseManifest,
} from "./image-manifest.ts";
export { type Mount, mountValue } from "./mount.ts";
export { liesWithin } from "./path-overlap.ts";
export { type ContainerSpec, createArguments } from "./run-arguments.ts";
export { runLabelNames, runLabels } from "./run-labels.ts";
