import { operands, optionValue, type ShellCommand } from "../shell/shell-command.ts";

/** Debian's package makes keys when it is installed; those of Alpine, Fedora and Red Hat wait for the first start. */
export function makesHostKeys(command: ShellCommand): boolean {
  const { name, words } = command;
  if (name === "ssh-keygen")
    return (
      words.some(({ value }) => /^-[a-z]*A$/.test(value)) ||
      /\/etc\/ssh\/ssh_host_/.test(optionValue(command, ["-f"])?.value ?? "")
    );
  if (name === "dpkg-reconfigure") return words.some(({ value }) => value === "openssh-server");
  if (!/^(?:apt|apt-get|aptitude)$/.test(name)) return false;
  const [verb, ...packages] = operands(command, ["-o", "-c", "-t"]);
  if (
    verb?.value !== "install" ||
    words.some(({ value }) => /^(?:-d|-s|--download-only|--simulate|--dry-run)$/.test(value))
  )
    return false;
  return packages.some(({ value }) => /^(?:openssh-server|ssh|task-ssh-server)(?:[:=/].*)?$/.test(value));
}

/** rm, shred or find on the keys of the host, or on the folder they lie in. */
export function removesHostKeys({ name, words }: ShellCommand): boolean {
  if (name === "rm" || name === "shred" || name === "unlink")
    return words.some(
      ({ value }) =>
        /\/etc\/ssh(?:\/?$|\/\*$|\/ssh_host|\/.*key|\/\*)/.test(value) || /^ssh_host_/.test(value),
    );
  return (
    name === "find" &&
    words.some(({ value }) => value === "-delete" || value === "rm") &&
    words.some(({ value }) => /\/etc\/ssh/.test(value))
  );
}
