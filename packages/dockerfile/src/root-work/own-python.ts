import type { Image } from "../image.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { copiedFiles } from "../stages/copied-files.ts";
import { chainOf, type Stage } from "../stages/stage.ts";

const ownPython = new WeakMap<Stage, boolean>();

/** A virtual environment, a Python of the user's own, or folders that were given away. */
export function hasOwnPython(image: Image, stage: Stage): boolean {
  const known = ownPython.get(stage) ?? findOwnPython(image, stage);
  ownPython.set(stage, known);
  return known;
}

function findOwnPython(image: Image, stage: Stage): boolean {
  for (const link of chainOf(stage)) {
    for (const { name, words } of image.commandsOf(link)) {
      if (/^(?:virtualenv|conda|mamba|micromamba|uv|pyenv|source|\.)$/.test(name)) return true;
      if (/^(?:chown|chmod|setfacl)$/.test(name) && words.slice(1).some(mayHoldPython)) return true;
      if (words.some(({ value }) => /venv|conda|pyenv/i.test(value))) return true;
    }
  }
  return copiedFiles(image).some(
    ({ targets, kind }) => kind === "elsewhere" && targets.some((one) => /venv|python|conda/.test(one)),
  );
}

/** Not a folder such as /app, which Python does not install into. */
function mayHoldPython({ value, known }: ShellCommand["words"][number]): boolean {
  return !known || /[$`*]/.test(value) || /^\/(?:$|opt|usr|root|\w*conda|venv|\.)/.test(value);
}
