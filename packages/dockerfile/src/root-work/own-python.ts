import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { copiedFiles } from "../stages/copied-files.ts";
import { alongChain, type Stage } from "../stages/stage.ts";

/** A virtual environment, a Python of the user's own, or folders that were given away. */
export function hasOwnPython(image: Image, stage: Stage): boolean {
  return copiesOne(image) || madeIn(image)(stage);
}

const copiesOne = onceFor((image: Image): boolean =>
  copiedFiles(image).some(
    ({ targets, kind }) => kind === "elsewhere" && targets.some((one) => /venv|python|conda/.test(one)),
  ),
);

const madeIn = onceFor((image: Image) =>
  alongChain<boolean>((stage, before) => before === true || image.commandsOf(stage).some(makesPython)),
);

function makesPython({ name, words }: ShellCommand): boolean {
  if (/^(?:virtualenv|conda|mamba|micromamba|uv|pyenv|source|\.)$/.test(name)) return true;
  if (/^(?:chown|chmod|setfacl)$/.test(name) && words.slice(1).some(mayHoldPython)) return true;
  return words.some(({ value }) => /venv|conda|pyenv/i.test(value));
}

/** Not a folder such as /app, which Python does not install into. */
function mayHoldPython({ value, known }: ShellCommand["words"][number]): boolean {
  return !known || /[$`*]/.test(value) || /^\/(?:$|opt|usr|root|\w*conda|venv|\.)/.test(value);
}
