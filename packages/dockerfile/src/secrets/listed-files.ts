import type { Image } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import { type CopiedFile, copiedFiles } from "../stages/copied-files.ts";
import { inCopiedFolders } from "../stages/copied-folders.ts";

/** Texts that tokens are often left in, where COPY names them. */
const texts =
  /\.(?:json|ya?ml|toml|ini|cfg|conf|env|txt|py|js|ts|xml|properties|tfvars|npmrc)$|^\.(?:env|npmrc)(?:\.\w+)?$/i;

/** Their names inside of folders; a folder has many files, and few of them are looked into. */
const named = [
  "**/.env",
  "**/.env.*",
  "**/*.env",
  "**/*secret*",
  "**/*credential*",
  "**/*token.*",
  "**/config.*",
  "**/settings.*",
  "**/.npmrc",
];

/** Files inside of folders that are read for their tokens. */
const maxRead = 40;

/** Context paths of the texts that are looked through for tokens: those that COPY names, and a few of copied folders. */
export function wantedForTokens(image: Image): string[] {
  const wanted = new Set<string>();
  for (const { kind, source } of copiedFiles(image))
    if (kind === "context" && !/[*?[]/.test(source) && texts.test(nameOf(source))) wanted.add(source);
  for (const path of tokenFilesInFolders(image)) wanted.add(path);
  return [...wanted];
}

/** Those of folders alone. */
export function tokenFilesInFolders(image: Image): string[] {
  const found = new Set<string>();
  for (const pattern of named) {
    for (const { path } of inCopiedFolders(image, pattern).slice(0, 10))
      if (texts.test(nameOf(path)) && !isExample(path)) found.add(path);
  }
  return [...found].slice(0, maxRead);
}

/** Keys and settings that a project's tests and examples bring are nobody's. */
export function isExample(path: string): boolean {
  return /(?:^|[/._-])(?:tests?|testdata|fixtures?|examples?|samples?|templates?|dist|mocks?|docs?|node_modules|site-packages)(?:[/._-]|$)/i.test(
    path,
  );
}

/** What messages call it: the first of several. */
export function pathsNamed(paths: readonly string[]): string {
  const [first = ""] = paths;
  return `${first.slice(0, 200)}${paths.length > 1 ? ` and ${paths.length - 1} more` : ""}`;
}

/** Groups files of folders by the COPY that brings them. */
export function byCopy(
  files: readonly { path: string; copied: CopiedFile }[],
): ReadonlyMap<CopiedFile, string[]> {
  const groups = new Map<CopiedFile, string[]>();
  for (const { path, copied } of files) {
    const known = groups.get(copied);
    if (known === undefined) groups.set(copied, [path]);
    else if (!known.includes(path)) known.push(path);
  }
  return groups;
}
