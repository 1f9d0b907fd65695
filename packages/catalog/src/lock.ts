// The lock file, apart from the rest of this package: few runs need it, and its schemas take time to build.
export { type LockDiffLine, lockDiff } from "./lock-diff.ts";
export { type LockDrift, lockDrift } from "./lock-drift.ts";
export { Lock, LockedBase, LockedModel, LockedPackage, LockedSource, LockedSubmodule } from "./lock-file.ts";
export { type Incomplete, incompleteParts } from "./lock-incomplete.ts";
export { type MaterialsCheck, materialsDrift, type ReplacedContext } from "./lock-materials.ts";
export {
  baseKey,
  imageKey,
  imageParts,
  packageKey,
  packageName,
  repositoryUrl,
  sourceKey,
} from "./lock-names.ts";
export { maxLockBytes, type ParsedLock, parseLock } from "./lock-parse.ts";
export type {
  LockPins,
  PackagePlaces,
  PinnedBase,
  PinnedPackage,
  PinnedSource,
  UnknownPin,
} from "./lock-pins.ts";
export { printLock } from "./lock-print.ts";
export { soundModel } from "./lock-sound-model.ts";
export { soundPins } from "./lock-sound-pins.ts";
export { isVersionOf, versionKey } from "./lock-version.ts";
export { wheelName } from "./lock-wheel-name.ts";
