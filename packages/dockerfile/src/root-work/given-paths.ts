import type { Image } from "../image.ts";
import { folderOf } from "../pins/container-path.ts";
import { copiedFiles } from "../stages/copied-files.ts";
import { chainOf, type Stage } from "../stages/stage.ts";
import { plainUserAt } from "../stages/users.ts";

/** Folders that may be the user's, and files that are another rule's. */
interface Given {
  folders: ReadonlySet<string>;
  files: ReadonlySet<string>;
  /** A path that is decided when the command runs: it may be any. */
  any: boolean;
}

const given = new WeakMap<Stage, Given>();

const givers =
  /^(?:chown|chmod|chgrp|setfacl|install|mkdir|useradd|usermod|adduser|python[\d.]*|virtualenv|conda)$/;

/** Somebody made the folder the user's, or a folder above it; who exactly is not looked at. */
export function isGiven(image: Image, stage: Stage, path: string): boolean {
  if (path.startsWith("/root/.")) return false;
  const { folders, files, any } = given.get(stage) ?? readGiven(image, stage);
  if (any || files.has(path)) return true;
  for (let at = path; at.length > 1; at = folderOf(at)) if (folders.has(at)) return true;
  return false;
}

function readGiven(image: Image, stage: Stage): Given {
  const chain = chainOf(stage);
  const folders = new Set<string>();
  const files = new Set<string>();
  let any = false;
  for (const link of chain) {
    for (const { folder } of link.steps) folders.add(folder);
    for (const { name, words, step, via } of image.commandsOf(link)) {
      // The user gives nothing away that is not theirs.
      if (!givers.test(name) || (via.length === 0 && plainUserAt(image, step))) continue;
      for (const { value, known } of words.slice(1)) {
        if (known) folders.add(value.replace(/\/+$/, ""));
        else any ||= /[$`]/.test(value);
      }
    }
  }
  for (const { step, owner, targets } of copiedFiles(image)) {
    if (!chain.includes(step.stage)) continue;
    for (const target of targets) (owner === undefined ? files : folders).add(target);
  }
  const found = { folders, files, any };
  given.set(stage, found);
  return found;
}
