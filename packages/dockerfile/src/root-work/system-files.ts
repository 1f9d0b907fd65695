import type { Image } from "../image.ts";
import { joinPath } from "../pins/container-path.ts";
import { operands, type ShellCommand } from "../shell/shell-command.ts";
import type { UserCommand } from "../stages/user-commands.ts";
import { isRootsBase } from "../stages/users.ts";
import { isGiven } from "./given-paths.ts";

const systemFolder = /^\/(?:etc|usr|bin|sbin|lib|lib64|root|boot|opt|var\/(?:lib|log|cache))\//;

/** A file of the system that the command writes, and that nobody gave to the user. */
export function systemFile(image: Image, one: UserCommand): string | undefined {
  const { command, folder } = one;
  if (folder === undefined || command.file !== undefined) return undefined;
  const { stage } = command.step;
  if (!isRootsBase(stage)) return undefined;
  for (const { value, known } of writtenPaths(command)) {
    if (!known || /[$`*~]/.test(value)) continue;
    const path = joinPath(folder, value);
    if (path === undefined || !systemFolder.test(path) || isGiven(image, stage, path)) continue;
    return `writing ${path.slice(0, 200)}`;
  }
  return undefined;
}

function writtenPaths(command: ShellCommand): { value: string; known: boolean }[] {
  const { name, words, redirects } = command;
  const named = operands(command);
  const into = redirects.filter(({ operator }) => /^>[>|]?$/.test(operator)).map(({ target }) => target);
  if (name === "tee" || name === "touch") return [...into, ...named];
  // What COPY brought is another rule's.
  if (name === "chmod" || name === "chown") return named.slice(1);
  if (name === "mkdir" && !words.some(({ value }) => /^-[a-z]*p|^--parents$/.test(value)))
    return [...into, ...named];
  if (name === "ln" || name === "cp" || name === "mv")
    return named.length > 1 ? [...into, ...named.slice(-1)] : into;
  if (name === "sed" && words.some(({ value }) => /^-[a-zA-Z]*i|^--in-place/.test(value)))
    return [...into, ...named.slice(-1).filter(({ value }) => value.startsWith("/"))];
  return into;
}
