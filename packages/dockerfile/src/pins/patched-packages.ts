import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { copiedFiles } from "../stages/copied-files.ts";

const packages = [
  ["mmdet", "mmdet"],
  ["mmdet3d", "mmdet3d"],
  ["mmseg", "mmsegmentation"],
  ["mmengine", "mmengine"],
  ["mmcv", "mmcv"],
] as const;

const inFolder = packages.map(
  ([folder, name]) => [new RegExp(`(?<![a-z0-9])${folder}(?![a-z0-9])`, "i"), name] as const,
);

/** Programs that change a file, or may. */
const editors = /^(?:sed|perl|ed|ex|awk|gawk|patch|tee|cp|mv|ln|python[\d.]*|cat|echo|printf|find)$/;

/** UTF-16 units of a word that are looked at. */
const maxWord = 4000;

/**
 * Packages of OpenMMLab whose `__init__.py`, where they assert versions at import, something in the build changes: the usual way
 * to have MMCV 2.2.0 with mmdet 3.3.0. What they assert then nobody knows.
 */
export const patchedPackages = onceFor((image: Image): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const command of image.commands) {
    const text = editors.test(command.name) ? textOf(command) : "";
    if (/mm[a-z]+_m(?:ax|in)imum_version/.test(text)) for (const [, name] of packages) found.add(name);
    if (/__init__|__file__|__path__/.test(text)) addNamed(found, text);
  }
  for (const { targets } of copiedFiles(image))
    for (const target of targets)
      if (target.endsWith("/__init__.py")) addNamed(found, target.slice(-maxWord));
  return found;
});

function addNamed(found: Set<string>, text: string): void {
  for (const [folder, name] of inFolder) if (folder.test(text)) found.add(name);
}

function textOf({ name, words, redirects }: ShellCommand): string {
  const writes = redirects.some(({ operator }) => operator.includes(">"));
  // These write by a redirection only.
  if (/^(?:cat|echo|printf|g?awk)$/.test(name) && !writes) return "";
  const all = [...words.slice(0, 100), ...redirects.slice(0, 10).map(({ target }) => target)];
  const text = all.map(({ value, made = "" }) => `${value.slice(0, maxWord)} ${made}`).join(" ");
  // `python -c "import mmdet; print(mmdet.__file__)"` only shows.
  return /^python/.test(name) && !/write|replace|open\(|sub\(/.test(text) ? "" : text;
}
