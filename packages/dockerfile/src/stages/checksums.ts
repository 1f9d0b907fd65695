import type { ShellCommand } from "../shell/shell-command.ts";

/** Programs that hold a file against a checksum or a signature. */
const checkers =
  /^(?:(?:sha(?:1|224|256|384|512)|md5|b2)sum|shasum|cosign|minisign|signify|gpg2?|gpgv|openssl|slsa-verifier)$/;

/** Whether a command checks what was downloaded. */
export function checksFile({ name, words }: ShellCommand): boolean {
  if (!checkers.test(name)) return false;
  if (/^gpg2?$/.test(name)) return words.some(({ value }) => value === "--verify");
  return name !== "openssl" || words.some(({ value }) => /^(?:dgst|sha\d+|cms)$/.test(value));
}
