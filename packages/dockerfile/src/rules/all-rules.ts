import type { Rule } from "../rule.ts";
import { aptKeyIsMended } from "./apt-key-is-mended.ts";
import { baseMatchesPins } from "./base-matches-pins.ts";
import { continuationIsNotBroken } from "./continuation-is-not-broken.ts";
import { copiedFilesExist } from "./copied-files-exist.ts";
import { dockerignoreExcludesWeights } from "./dockerignore-excludes-weights.ts";
import { dockerignoreHasNoTrailingComment } from "./dockerignore-has-no-trailing-comment.ts";
import { filesAreReadable } from "./files-are-readable.ts";
import { finalUser } from "./final-user.ts";
import { gitIsPinned } from "./git-is-pinned.ts";
import { mmcvIndexMatchesCuda } from "./mmcv-index-matches-cuda.ts";
import { noBakedPassword } from "./no-baked-password.ts";
import { noPasswordlessSudo } from "./no-passwordless-sudo.ts";
import { requirementsMatchPins } from "./requirements-match-pins.ts";
import { sshdTakesKeysOnly } from "./sshd-takes-keys-only.ts";

/** Every rule, by name. */
export const rules: readonly Rule[] = [
  aptKeyIsMended,
  baseMatchesPins,
  continuationIsNotBroken,
  copiedFilesExist,
  dockerignoreExcludesWeights,
  dockerignoreHasNoTrailingComment,
  filesAreReadable,
  finalUser,
  gitIsPinned,
  mmcvIndexMatchesCuda,
  noBakedPassword,
  noPasswordlessSudo,
  sshdTakesKeysOnly,
  requirementsMatchPins,
];
