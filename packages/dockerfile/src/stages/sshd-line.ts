import type { FileWrite } from "./file-write.ts";
import type { WrittenLine } from "./written-lines.ts";

/** Options that decide who gets in. */
export const doorOption =
  /^\s*(#?)\s*(PermitRootLogin|PasswordAuthentication|PermitEmptyPasswords|KbdInteractiveAuthentication|ChallengeResponseAuthentication|UsePAM|PubkeyAuthentication)(?:\s*=\s*|\s+)["']?([\w-]+)/i;

/** A line of sshd_config, and what wrote it; the distribution where nothing here did. */
export interface SshdLine {
  text: string;
  line: WrittenLine | undefined;
  write: FileWrite | undefined;
  isGuess?: boolean;
}
