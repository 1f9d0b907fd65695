import type { Rule } from "../rule.ts";
import { aptKeyIsMended } from "./apt-key-is-mended.ts";
import { archListIsSet } from "./arch-list-is-set.ts";
import { baseHasDigest } from "./base-has-digest.ts";
import { baseIsNamed } from "./base-is-named.ts";
import { baseIsTagged } from "./base-is-tagged.ts";
import { baseMatchesPins } from "./base-matches-pins.ts";
import { checkoutIsUsed } from "./checkout-is-used.ts";
import { commandIsExecForm } from "./command-is-exec-form.ts";
import { compilerIsThere } from "./compiler-is-there.ts";
import { configIsInPlace } from "./config-is-in-place.ts";
import { contextFitsBudget } from "./context-fits-budget.ts";
import { continuationIsNotBroken } from "./continuation-is-not-broken.ts";
import { copiedFilesExist } from "./copied-files-exist.ts";
import { copiedFilesHaveOwner } from "./copied-files-have-owner.ts";
import { dockerignoreExcludesWeights } from "./dockerignore-excludes-weights.ts";
import { dockerignoreHasNoTrailingComment } from "./dockerignore-has-no-trailing-comment.ts";
import { dockerignorePatternsWork } from "./dockerignore-patterns-work.ts";
import { envRunsNoCommands } from "./env-runs-no-commands.ts";
import { filesAreReadable } from "./files-are-readable.ts";
import { finalUser } from "./final-user.ts";
import { gitIsPinned } from "./git-is-pinned.ts";
import { gpuFitsCuda } from "./gpu-fits-cuda.ts";
import { localVersionHasIndex } from "./local-version-has-index.ts";
import { matrixMatchesImages } from "./matrix-matches-images.ts";
import { mmcvIndexMatchesCuda } from "./mmcv-index-matches-cuda.ts";
import { mmcvWheelExists } from "./mmcv-wheel-exists.ts";
import { noBakedPassword } from "./no-baked-password.ts";
import { noBakedSshKeys } from "./no-baked-ssh-keys.ts";
import { noPasswordlessSudo } from "./no-passwordless-sudo.ts";
import { noPipedInstaller } from "./no-piped-installer.ts";
import { noSecretInVariables } from "./no-secret-in-variables.ts";
import { oneCommandPerStage } from "./one-command-per-stage.ts";
import { openmmlabVersionsFit } from "./openmmlab-versions-fit.ts";
import { packagesDoNotConflict } from "./packages-do-not-conflict.ts";
import { pipLeavesNoCache } from "./pip-leaves-no-cache.ts";
import { pipeFailsAsAWhole } from "./pipe-fails-as-a-whole.ts";
import { pythonFitsPins } from "./python-fits-pins.ts";
import { registryIsAllowed } from "./registry-is-allowed.ts";
import { requirementsAreForPip } from "./requirements-are-for-pip.ts";
import { requirementsMatchPins } from "./requirements-match-pins.ts";
import { rootWorkBeforeUser } from "./root-work-before-user.ts";
import { specifierIsQuoted } from "./specifier-is-quoted.ts";
import { sshPortIsKeyOnly } from "./ssh-port-is-key-only.ts";
import { sshdTakesKeysOnly } from "./sshd-takes-keys-only.ts";
import { tlsStaysOn } from "./tls-stays-on.ts";
import { torchFamilyFits } from "./torch-family-fits.ts";
import { torchIsNotReplaced } from "./torch-is-not-replaced.ts";
import { torchMatchesBase } from "./torch-matches-base.ts";
import { variablesAreDeclared } from "./variables-are-declared.ts";

/** Every rule, by code. */
export const rules: readonly Rule[] = [
  baseMatchesPins,
  requirementsMatchPins,
  mmcvIndexMatchesCuda,
  torchMatchesBase,
  mmcvWheelExists,
  openmmlabVersionsFit,
  torchFamilyFits,
  pythonFitsPins,
  localVersionHasIndex,
  torchIsNotReplaced,
  gpuFitsCuda,
  archListIsSet,
  compilerIsThere,
  packagesDoNotConflict,
  matrixMatchesImages,
  configIsInPlace,
  gitIsPinned,
  checkoutIsUsed,
  baseIsTagged,
  baseIsNamed,
  registryIsAllowed,
  baseHasDigest,
  finalUser,
  rootWorkBeforeUser,
  copiedFilesHaveOwner,
  noBakedPassword,
  sshdTakesKeysOnly,
  noPasswordlessSudo,
  noBakedSshKeys,
  sshPortIsKeyOnly,
  noPipedInstaller,
  tlsStaysOn,
  noSecretInVariables,
  dockerignoreExcludesWeights,
  dockerignoreHasNoTrailingComment,
  copiedFilesExist,
  dockerignorePatternsWork,
  contextFitsBudget,
  continuationIsNotBroken,
  envRunsNoCommands,
  specifierIsQuoted,
  requirementsAreForPip,
  aptKeyIsMended,
  pipLeavesNoCache,
  oneCommandPerStage,
  pipeFailsAsAWhole,
  commandIsExecForm,
  variablesAreDeclared,
  filesAreReadable,
];
