import { baseFacts } from "../pins/base-facts.ts";
import { sourceName } from "../pins/image-reference.ts";
import type { SshdLine } from "./sshd-line.ts";
import type { Stage } from "./stage.ts";

/**
 * What the packages of Ubuntu 18.04 and Debian 9 or newer write into /etc/ssh/sshd_config: most of it as comments that repeat
 * the default. Source: debian/patches of the openssh packages, https://salsa.debian.org/ssh-team/openssh.
 */
export function distributionLines(root: Stage | undefined): SshdLine[] | undefined {
  const reference = root?.base.reference;
  if (reference === undefined) return undefined;
  const facts = baseFacts(reference);
  const match = /^(ubuntu|debian)([\d.]+)$/.exec(facts?.os ?? "");
  if (match === null)
    return isRecentPytorch(reference, facts?.torch) ? linesOfRelease("ubuntu", 20) : undefined;
  const [, name = "", version = ""] = match;
  // Ubuntu 16.04 and Debian 8 had PermitRootLogin as a line of its own.
  return Number(version) < (name === "ubuntu" ? 18 : 9) ? undefined : linesOfRelease(name, Number(version));
}

/** Which Ubuntu its tags have is not said everywhere; since 1.9 it is 18.04 or newer. Source: its Dockerfile and docker.Makefile. */
function isRecentPytorch(reference: string, torch: string | undefined): boolean {
  const [major = 0, minor = 0] = (torch ?? "").split(".").map(Number);
  return sourceName(reference) === "pytorch/pytorch" && (major > 1 || (major === 1 && minor >= 9));
}

/** Those of a release of Ubuntu or Debian. */
export function linesOfRelease(name: string, version: number): SshdLine[] {
  const texts = [
    "#PermitRootLogin prohibit-password",
    "#PubkeyAuthentication yes",
    "#PasswordAuthentication yes",
    "#PermitEmptyPasswords no",
    version >= (name === "ubuntu" ? 22 : 12) ? kbd : challenge,
    "UsePAM yes",
  ];
  return texts.map((text) => ({ text, line: undefined, write: undefined }));
}

const kbd = "KbdInteractiveAuthentication no";

const challenge = "ChallengeResponseAuthentication no";
