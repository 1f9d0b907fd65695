import type { Image } from "../image.ts";
import { wantedForTokens } from "../secrets/listed-files.ts";
import { wantedKeys } from "../ssh-keys/copied-keys.ts";
import { wantedConfigurations } from "../stages/copied-configurations.ts";
import { knownText } from "../stages/known-text.ts";
import { wantedScripts } from "../stages/script-files.ts";
import { contextPath, nameOf } from "./container-path.ts";
import { textOf } from "./file-text.ts";
import { readInstalls } from "./installs.ts";

/** Files that one call asks for; no honest image folder has as many scripts. */
const maxWanted = 200;

/**
 * Files of the build context, relative to it, whose text the rules look at and nobody has read yet: requirements files that a
 * command installs, scripts that the image runs, and settings that land in it. What a file names may be wanted by the next call.
 */
export function wantedFiles(image: Image): string[] {
  const wanted = new Set<string>();
  const add = (path: string | undefined): void => {
    if (path && wanted.size < maxWanted && !image.files.has(path) && textOf(image, path) === undefined)
      wanted.add(path);
  };
  for (const stage of image.stages) for (const path of readInstalls(image, stage).wanted) add(path);
  for (const path of copiedTexts(image)) add(path);
  for (const path of wantedScripts(image)) add(path);
  for (const path of wantedConfigurations(image)) add(path);
  for (const path of wantedForTokens(image)) add(path);
  for (const path of wantedKeys(image)) add(path);
  return [...wanted].filter((path) => isThere(image, path));
}

/**
 * Those of them that the names of COPY and ADD alone tell. Whoever reads these first need not look at the image twice: what
 * rules work out of an image they remember.
 */
export function namedFiles(image: Image): string[] {
  const paths = new Set(copiedTexts(image));
  return [...paths]
    .slice(0, maxWanted)
    .filter((path) => textOf(image, path) === undefined && isThere(image, path));
}

function isThere({ source }: Image, path: string): boolean {
  const kind = source.context?.find(path, false).kind ?? "unknown";
  return kind === "sent" || kind === "unknown";
}

/** What COPY and ADD take whose name or place says that somebody reads it as a script, as settings or as requirements. */
function* copiedTexts(image: Image): Generator<string> {
  for (const { steps } of image.stages) {
    for (const step of steps) {
      const { keyword, flags, words, json, heredocs } = step.instruction.trigger ?? step.instruction;
      if (
        (keyword !== "COPY" && keyword !== "ADD") ||
        flags.some(({ name, value }) => name === "from" && value)
      )
        continue;
      if (heredocs.length > 0) continue;
      const known = (json ?? words.map(({ text }) => text)).map((text) =>
        knownText(step, text, image.dockerfile.escapeMark),
      );
      const target = known.at(-1) ?? "";
      for (const source of known.slice(0, -1)) {
        const path = source === undefined || /[*?[]/.test(source) ? undefined : contextPath(source);
        if (path && (isText(nameOf(path)) || isText(nameOf(target)) || landsInSettings(target))) yield path;
      }
    }
  }
}

function isText(name: string): boolean {
  return (
    /\.(?:sh|bash|conf)$/.test(name) ||
    /^(?:[\w.-]+[-_.])?requirements(?:[-_.][\w.-]+)?\.(?:txt|in)$/.test(name) ||
    /^(?:docker[-_])?(?:entry[-_]?point|start|run|init|launch)(?:[-_][\w-]+)?$/i.test(name)
  );
}

function landsInSettings(target: string): boolean {
  return /^\/etc\/(?:ssh|sudoers|pam\.d|security|passwd|shadow)(?:[/.]|$)|^\/etc\/sudoers/.test(target);
}
