export { type BuildRequest, buildArguments, buildEnvironment } from "./build-arguments.ts";
export { type BuildEnd, explainBuildFailure, failingDockerfileLine } from "./build-failure.ts";
export { buildFailureSigns, findBuildFailureSign } from "./build-failure-sign.ts";
export {
  imageLabels,
  isReplacedName,
  labelNames,
  replacedContextNames,
  runtimeContextName,
} from "./build-labels.ts";
export {
  type BuildMetadata,
  maxBuildMetadataBytes,
  type ParsedBuildMetadata,
  parseBuildMetadata,
} from "./build-metadata.ts";
export { type BuildPair, type ParsedPairs, parseBuildArgs, parseBuildContexts } from "./build-pairs.ts";
export { type BuildProgress, type RawProgress, rawProgress } from "./build-progress.ts";
export { replacedByArguments } from "./build-replaced-args.ts";
export { looksLikeSecret, secretBlanker } from "./build-secrets.ts";
export { defaultTag, isImageTag, repositoryOfTag } from "./build-tags.ts";
export { readableBytes, readableSeconds } from "./build-units.ts";
export { isOlderBuildx, minimumBuildx, minimumEngine, parseBuildxVersion } from "./buildx-version.ts";
export { clientNotStarted } from "./client-not-started.ts";
export { isSmokeContainerName, smokeContainerName } from "./container-name.ts";
export { type ContainerState, parseContainerState, stateArguments } from "./container-state.ts";
export { engineRefusal } from "./engine-refusal.ts";
export { exitFailure } from "./exit-sign.ts";
export { type ImageFacts, imageArguments, parseImageFacts } from "./image-facts.ts";
export { type Mount, mountValue } from "./mount.ts";
export { liesWithin } from "./path-overlap.ts";
export { type ContainerSpec, createArguments } from "./run-arguments.ts";
export { runLabelNames, runLabels } from "./run-labels.ts";
