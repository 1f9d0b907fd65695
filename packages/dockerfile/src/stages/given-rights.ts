import { operands, type ShellCommand } from "../shell/shell-command.ts";

const givers = /^(?:chown|chmod|chgrp|setfacl)$/;

/** `fix-permissions` of Jupyter's images, `own.sh`, `/usr/local/bin/setup`: what they do is not known. */
const own = /perm|own|\.(?:sh|bash|py)$|^\/(?:usr\/local|opt|tmp|app|root|home)\//;

/** Whether a command, run by root, may give files to somebody: it does so by name, or is a program of the image's own. */
export function mayGiveRights(command: ShellCommand): boolean {
  const { name } = command;
  if (givers.test(name) || own.test(name)) return true;
  if (!/^(?:(?:ba|da|z)?sh|python[\d.]*|source|\.)$/.test(name)) return false;
  const [script] = operands(command);
  return script !== undefined && script.value !== "-";
}
