import { type FileWrite } from "./file-write.ts";
import type { WrittenLine } from "./written-lines.ts";

/** Options that decide who gets in. */
export const doorOption =
  /^\s*(#?)\s*(PermitRootLogin|PasswordAuthentication|PermitEmptyPasswords|KbdInteractiveAuthentication|ChallengeResponseAuthentication|UsePAM|PubkeyAuthentication)(?:\s*=\s*|\s+)["']?([\w-]+)/i;

export interface SshdLine {
  text: string;
  line: WrittenLine | undefined;
  write: FileWrite | undefined;
  isGuess?: boolean;
}

/** Lines beyond this are not followed: each edit goes through all of them. */
export const maxLines = 500;
