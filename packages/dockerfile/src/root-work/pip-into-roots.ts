import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import { placeOf } from "../stages/place.ts";
import type { UserCommand } from "../stages/user-commands.ts";
import { isRootsBase } from "../stages/users.ts";
import { hasOwnPython } from "./own-python.ts";

/** pip as somebody who may not write where it installs: it goes into the home folder instead, and says so in one line. */
export function pipIntoRoots(image: Image, { command, user }: UserCommand): Report | undefined {
  const { name, words, step } = command;
  const isPip =
    /^pip[\d.]*$/.test(name) ||
    (/^python[\d.]*$/.test(name) && words[1]?.value === "-m" && words[2]?.value === "pip");
  if (!isPip || command.file !== undefined || !words.some(({ value }) => value === "install"))
    return undefined;
  const elsewhere = /^(?:--user|--target|-t|--prefix|--root|--python|--dry-run)(?:=|$)/;
  if (words.some(({ value }) => elsewhere.test(value)) || words[0]?.value.includes("/")) return undefined;
  if (!isRootsBase(step.stage) || hasOwnPython(image, step.stage)) return undefined;
  if (
    ["PIP_USER", "PIP_TARGET", "PIP_PREFIX", "VIRTUAL_ENV", "PYTHONUSERBASE"].some(
      (one) => step.variables(one) !== null,
    )
  )
    return undefined;
  const path = step.variables("PATH");
  if (path && /\.local\/bin|\/home\/|venv/.test(path)) return undefined;
  return {
    message: `pip install as ${user.name.slice(0, 80)}: Python's folders belong to root, so it falls back to ~/.local, whose programs are not on PATH`,
    remedy: "Install before USER, or say `--user` and put ~/.local/bin on PATH.",
    locations: [
      placeOf(image, command, command.position),
      image.at(user.step.instruction.position, "from here on it is not root"),
    ],
    severity: "warning",
    confidence: "medium",
  };
}
