import type { ShellCommand } from "./shell-command.ts";

/** What os-release(5) names; general knowledge, not checked at a source. One too many costs a finding, no false alarm. */
const osRelease = (
  "NAME ID ID_LIKE PRETTY_NAME CPE_NAME VARIANT VARIANT_ID VERSION VERSION_ID VERSION_CODENAME BUILD_ID IMAGE_ID " +
  "IMAGE_VERSION RELEASE_TYPE HOME_URL DOCUMENTATION_URL SUPPORT_URL BUG_REPORT_URL PRIVACY_POLICY_URL SUPPORT_END LOGO " +
  "ANSI_COLOR VENDOR_NAME VENDOR_URL DEFAULT_HOSTNAME ARCHITECTURE SYSEXT_LEVEL UBUNTU_CODENAME DEBIAN_CODENAME"
).split(" ");

/** Scripts of environments and shells: they set PATH and names of their own, and leave what a Dockerfile sets. */
const plain =
  /(?:^|\/)(?:activate|conda\.sh|mamba\.sh|nvm\.sh|\.?(?:bash|z|ksh)rc|bash\.bashrc|\.?(?:bash_)?profile|bash_completion|setvars\.sh|setup-env\.sh|\.cargo\/env|env_parallel\.bash)$|^\/opt\/ros\/.*\/(?:local_)?setup\.(?:ba)?sh$/;
const hooks = /\b(?:conda|mamba|micromamba|pyenv|ssh-agent|brew|direnv|dircolors|luarocks)\b/;

/** Whether a command runs a script in the shell itself: it may set names that nobody sees. */
export function isSourcing({ name }: Pick<ShellCommand, "name">): boolean {
  return name === "." || name === "source" || name === "eval";
}

/** What such a script may change of the variables that are set already. */
export function changedBySourcing({
  name,
  words,
}: Pick<ShellCommand, "name" | "words">): "all" | readonly string[] {
  if (name === "eval") {
    const unknown = words.slice(1).filter(({ known }) => !known);
    return unknown.every(({ text }) => hooks.test(text.slice(0, 1000))) ? [] : "all";
  }
  const file = words[1]?.value.slice(-1000) ?? "";
  if (file === "/dev/stdin" || plain.test(file)) return [];
  return /^\/(?:etc|usr\/lib)\/(?:os-release|lsb-release)$/.test(file) ? osRelease : "all";
}
