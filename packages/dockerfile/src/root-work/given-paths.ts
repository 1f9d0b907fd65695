import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import { folderOf } from "../pins/container-path.ts";
import { copiedFiles } from "../stages/copied-files.ts";
import { alongChain, isOn, type Stage } from "../stages/stage.ts";
import { plainUserAt } from "../stages/users.ts";

/** By path, the stages that give it away: folders that may be the user's, and files that are another rule's. */
interface Given {
  folders: ReadonlyMap<string, readonly Stage[]>;
  files: ReadonlyMap<string, readonly Stage[]>;
  /** Whether a stage gives away a path that is decided when the command runs: it may be any. */
  any: (stage: Stage) => boolean;
}

const givers =
  /^(?:chown|chmod|chgrp|setfacl|install|mkdir|useradd|usermod|adduser|python[\d.]*|virtualenv|conda)$/;

/** Somebody made the folder the user's, or a folder above it; who exactly is not looked at. */
export function isGiven(image: Image, stage: Stage, path: string): boolean {
  if (path.startsWith("/root/.")) return false;
  const { folders, files, any } = givenIn(image);
  const isHere = (stages: readonly Stage[] | undefined): boolean =>
    stages?.some((one) => isOn(stage, one)) === true;
  if (any(stage) || isHere(files.get(path))) return true;
  for (let at = path; at.length > 1; at = folderOf(at)) if (isHere(folders.get(at))) return true;
  return false;
}

const givenIn = onceFor((image: Image): Given => {
  const folders = new Map<string, Stage[]>();
  const files = new Map<string, Stage[]>();
  const open = new Set<Stage>();
  for (const stage of image.stages) {
    for (const { folder } of stage.steps) add(folders, folder, stage);
    for (const { name, words, step, via } of image.commandsOf(stage)) {
      // The user gives nothing away that is not theirs.
      if (!givers.test(name) || (via.length === 0 && plainUserAt(image, step))) continue;
      for (const { value, known } of words.slice(1)) {
        if (known) add(folders, value.replace(/\/+$/, ""), stage);
        else if (/[$`]/.test(value)) open.add(stage);
      }
    }
  }
  for (const { step, owner, targets } of copiedFiles(image))
    for (const target of targets) add(owner === undefined ? files : folders, target, step.stage);
  return { folders, files, any: alongChain<boolean>((stage, before) => before === true || open.has(stage)) };
});

function add(given: Map<string, Stage[]>, path: string, stage: Stage): void {
  const known = given.get(path);
  if (known === undefined) given.set(path, [stage]);
  else if (known.at(-1) !== stage) known.push(stage);
}
