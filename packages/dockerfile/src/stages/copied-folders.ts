import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import { inside, nameOf } from "../pins/container-path.ts";
import { type CopiedFile, copiedFiles } from "./copied-files.ts";

/** COPY and ADD of folders that are looked at. */
const maxCopies = 200;

/** Files of one pattern that are looked at. */
const maxListed = 50;

const wild = /[*?[\]\\]/;

const folderCopies = onceFor((image: Image): readonly CopiedFile[] =>
  copiedFiles(image)
    .filter(({ kind, source }) => kind === "context" && (source === "" || !wild.test(source)))
    .slice(0, maxCopies),
);

/** A file of the context that a COPY brings with the folder it lies in. */
export interface FolderFile {
  /** Relative to the context. */
  path: string;
  copied: CopiedFile;
}

/** Files that lie in copied folders by a pattern such as `**\/.netrc`; none where nobody knows what the context holds. */
export function inCopiedFolders(image: Image, pattern: string): FolderFile[] {
  const copies = folderCopies(image);
  if (copies.length === 0) return [];
  const found = image.source.context?.matches?.(pattern, maxListed) ?? [];
  return found.flatMap(({ path, kind, sent }) => {
    if (kind !== "file" || !sent) return [];
    const copied = copies.find(({ source }) => source === "" || path.startsWith(`${source}/`));
    return copied ? [{ path, copied }] : [];
  });
}

/** Folders of settings each of whose files counts. */
const settingFolders = ["/etc/sudoers.d", "/etc/ssh/sshd_config.d", "/etc/doas.d"];

/** The files of the context that COPY puts into a folder of settings, each with its place in the image. */
export const copiedSettings = onceFor((image: Image): readonly (FolderFile & { target: string })[] =>
  copiedFiles(image)
    .filter(({ kind }) => kind === "context")
    .slice(0, maxCopies)
    .flatMap((copied) => settingFolders.flatMap((folder) => settingsIn(image, copied, folder))),
);

function settingsIn(image: Image, copied: CopiedFile, folder: string): (FolderFile & { target: string })[] {
  const matches = image.source.context?.matches;
  const { source, targets } = copied;
  if (matches === undefined || !targets.some((target) => isWithin(target, folder))) return [];
  const patterns = wild.test(source)
    ? targets.includes(folder)
      ? [source]
      : []
    : targets.flatMap((target) => {
        const rest = target === folder ? "" : inside(target === "" ? "/" : target, folder);
        const parts = [source, ...(rest === undefined || rest === "" ? [] : [rest]), "*"];
        return rest === undefined ? [] : [parts.filter((part) => part !== "").join("/")];
      });
  return patterns.flatMap((pattern) =>
    (matches(pattern, maxListed) ?? [])
      .filter(({ kind, sent }) => kind === "file" && sent)
      .map(({ path }) => ({ path, copied, target: `${folder}/${nameOf(path)}` })),
  );
}

function isWithin(target: string, folder: string): boolean {
  return target === folder || inside(target === "" ? "/" : target, folder) !== undefined;
}
