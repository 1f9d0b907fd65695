import { packageName } from "@mia/catalog/lock";
import type { Image } from "../image.ts";
import { operands, type ShellCommand } from "../shell/shell-command.ts";
import { readPipCommand } from "./pip-command.ts";

/**
 * The packages whose wheel the Dockerfile makes itself, by their normal names: those that `grep -v` keeps out of the list of what
 * is fetched, in a file that also builds something from a tree. An index may have other files under the same names.
 */
export function builtPackages({ commands }: Pick<Image, "commands">): Set<string> {
  if (!commands.some(buildsTree)) return new Set();
  return new Set(commands.flatMap(keptOut));
}

/** `pip wheel /src/mmdetection3d`, `python setup.py bdist_wheel` */
function buildsTree(command: ShellCommand): boolean {
  const pip = readPipCommand(command);
  if (pip) return pip.requirements.some(({ source }) => source === "path");
  return (
    /^python[\d.]*$/.test(command.name) && command.words.some(({ value }) => /^setup[\w-]*\.py$/.test(value))
  );
}

/** `grep -vE '^(mmdet3d|GeometricKernelAttention)==' requirements.txt`. Any other pattern tells no names. */
function keptOut(command: ShellCommand): string[] {
  if (!/^e?grep$/.test(command.name)) return [];
  const inverts = command.words.some(
    ({ value }) => value === "--invert-match" || /^-[a-zA-Z]*v[a-zA-Z]*$/.test(value),
  );
  const [pattern, file] = operands(command);
  if (!inverts || !pattern?.known || !file?.value.endsWith(".txt")) return [];
  const names = /^\^\(?([\w.|-]{1,2000})\)?==$/.exec(pattern.value)?.[1];
  return names === undefined ? [] : names.split("|").map(packageName);
}
