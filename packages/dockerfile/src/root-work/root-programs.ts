import { operands, type ShellCommand } from "../shell/shell-command.ts";
import type { UserCommand } from "../stages/user-commands.ts";

const aptWork = new Set([
  "update",
  "install",
  "upgrade",
  "dist-upgrade",
  "full-upgrade",
  "remove",
  "purge",
  "autoremove",
  "reinstall",
]);

/** Work of a package manager, as a message names it. */
export function packageWork(command: ShellCommand): string | undefined {
  const { name, words } = command;
  const has = (...options: string[]): boolean => words.some(({ value }) => options.includes(value));
  const verb = operands(command, ["-o", "-c", "-t"])[0]?.value ?? "";
  if (/^(?:apt|apt-get|aptitude)$/.test(name)) {
    if (has("-s", "--simulate", "--dry-run", "--print-uris", "-o", "-c", "--help", "-h")) return undefined;
    return aptWork.has(verb) ? `${name} ${verb}` : undefined;
  }
  if (/^(?:yum|dnf|microdnf|zypper)$/.test(name) && /^(?:install|update|upgrade|remove|in|up)$/.test(verb))
    return has("--installroot") ? undefined : `${name} ${verb}`;
  if (name === "apk" && /^(?:add|del|update|upgrade)$/.test(verb))
    return has("--root", "-p") ? undefined : `apk ${verb}`;
  if (name === "dpkg" && has("-i", "--install", "--configure", "--purge")) return "dpkg";
  return undefined;
}

const accountTools = new Set([
  "useradd",
  "adduser",
  "usermod",
  "userdel",
  "groupadd",
  "addgroup",
  "groupmod",
  "chpasswd",
  "visudo",
]);

/** Programs that write files of the system, whatever their words. */
const systemTools = new Set([
  "add-apt-repository",
  "dpkg-reconfigure",
  "ldconfig",
  "locale-gen",
  "update-ca-certificates",
]);

/** Work on accounts and on files of the system that no word names. */
export function accountWork({ name, words }: ShellCommand): string | undefined {
  if (words.some(({ value }) => /^(?:--help|-h|-D|--root|-R|-P|--prefix)$/.test(value))) return undefined;
  if (accountTools.has(name) && words.length > 1) return name;
  // `ldconfig -p` only shows, and `-n`, `-N` and `-C` leave the system's cache alone.
  if (systemTools.has(name) && !words.some(({ value }) => /^-[a-zA-Z]*[pnNCV]/.test(value))) return name;
  return name === "chpasswd" ? name : undefined;
}

/** Nobody but root gives a file to somebody else. */
export function givesAway({ command, user }: UserCommand): string | undefined {
  if (command.name !== "chown" || command.words.some(({ value }) => /^--(?:reference|from)/.test(value)))
    return undefined;
  const owner = operands(command)[0];
  if (owner === undefined || !owner.known) return undefined;
  const named = owner.value.split(/[:.]/)[0] ?? "";
  const isNumber = /^\d+$/.test(named);
  // A name and a number may be one account.
  if (named === "" || named === user.name || isNumber !== /^\d+$/.test(user.name)) {
    if (named !== "0" && named !== "root") return undefined;
  }
  return `chown to ${named.slice(0, 80)}`;
}
