import type { Image } from "../image.ts";
import { folderOf, joinPath } from "../pins/container-path.ts";
import type { Report, Rule } from "../rule.ts";
import { operands, type ShellCommand } from "../shell/shell-command.ts";
import { copiedFiles } from "../stages/copied-files.ts";
import { placeOf } from "../stages/place.ts";
import { chainOf, type Stage } from "../stages/stage.ts";
import { type UserCommand, userCommands } from "../stages/user-commands.ts";
import { isRootsBase, plainUserAt } from "../stages/users.ts";

export const rootWorkBeforeUser: Rule = {
  code: "MIA302",
  id: "root-work-before-user",
  description: "What only root may do stands before USER: packages, accounts, and files of the system.",
  severity: "error",
  confidence: "high",
  since: "0.2.0",
  *check(image) {
    // The first command of a RUN stops it, or stands for those behind it.
    const seen = new Set<unknown>();
    for (const one of userCommands(image)) {
      const { instruction } = one.command.step;
      if (seen.has(instruction) || one.command.conditional) continue;
      const report = needsRoot(image, one) ?? pipIntoRoots(image, one);
      if (report === undefined) continue;
      seen.add(instruction);
      yield report;
    }
  },
};

function needsRoot(image: Image, one: UserCommand): Report | undefined {
  const { command, user } = one;
  const what = packageWork(command) ?? accountWork(command) ?? givesAway(one) ?? systemFile(image, one);
  if (what === undefined) return undefined;
  return {
    message: `${what} needs root, and this runs as ${user.name.slice(0, 80)}: it fails`,
    remedy: "Move it above the USER line, or write `USER root` before it and the user's own USER behind it.",
    locations: [
      placeOf(image, command, command.position),
      image.at(user.step.instruction.position, "from here on it is not root"),
    ],
  };
}

const aptWork = new Set([
  "update",
  "install",
  "upgrade",
  "dist-upgrade",
  "full-upgrade",
  "remove",
  "purge",
  "autoremove",
  "reinstall",
]);

function packageWork(command: ShellCommand): string | undefined {
  const { name, words } = command;
  const has = (...options: string[]): boolean => words.some(({ value }) => options.includes(value));
  const verb = operands(command, ["-o", "-c", "-t"])[0]?.value ?? "";
  if (/^(?:apt|apt-get|aptitude)$/.test(name)) {
    if (has("-s", "--simulate", "--dry-run", "--print-uris", "-o", "-c", "--help", "-h")) return undefined;
    return aptWork.has(verb) ? `${name} ${verb}` : undefined;
  }
  if (/^(?:yum|dnf|microdnf|zypper)$/.test(name) && /^(?:install|update|upgrade|remove|in|up)$/.test(verb))
    return has("--installroot") ? undefined : `${name} ${verb}`;
  if (name === "apk" && /^(?:add|del|update|upgrade)$/.test(verb))
    return has("--root", "-p") ? undefined : `apk ${verb}`;
  if (name === "dpkg" && has("-i", "--install", "--configure", "--purge")) return "dpkg";
  return undefined;
}

const accountTools = new Set([
  "useradd",
  "adduser",
  "usermod",
  "userdel",
  "groupadd",
  "addgroup",
  "groupmod",
  "chpasswd",
  "visudo",
]);

/** Programs that write files of the system, whatever their words. */
const systemTools = new Set([
  "add-apt-repository",
  "dpkg-reconfigure",
  "ldconfig",
  "locale-gen",
  "update-ca-certificates",
]);

function accountWork({ name, words }: ShellCommand): string | undefined {
  if (words.some(({ value }) => /^(?:--help|-h|-D|--root|-R|-P|--prefix)$/.test(value))) return undefined;
  if (accountTools.has(name) && words.length > 1) return name;
  // `ldconfig -p` only shows, and `-n`, `-N` and `-C` leave the system's cache alone.
  if (systemTools.has(name) && !words.some(({ value }) => /^-[a-zA-Z]*[pnNCV]/.test(value))) return name;
  return name === "chpasswd" ? name : undefined;
}

/** Nobody but root gives a file to somebody else. */
function givesAway({ command, user }: UserCommand): string | undefined {
  if (command.name !== "chown" || command.words.some(({ value }) => /^--(?:reference|from)/.test(value)))
    return undefined;
  const owner = operands(command)[0];
  if (owner === undefined || !owner.known) return undefined;
  const named = owner.value.split(/[:.]/)[0] ?? "";
  const isNumber = /^\d+$/.test(named);
  // A name and a number may be one account.
  if (named === "" || named === user.name || isNumber !== /^\d+$/.test(user.name)) {
    if (named !== "0" && named !== "root") return undefined;
  }
  return `chown to ${named.slice(0, 80)}`;
}

const systemFolder = /^\/(?:etc|usr|bin|sbin|lib|lib64|root|boot|opt|var\/(?:lib|log|cache))\//;

function systemFile(image: Image, one: UserCommand): string | undefined {
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
function isGiven(image: Image, stage: Stage, path: string): boolean {
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

/** pip as somebody who may not write where it installs: it goes into the home folder instead, and says so in one line. */
function pipIntoRoots(image: Image, { command, user }: UserCommand): Report | undefined {
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

/** Not a folder such as /app, which Python does not install into. */
function mayHoldPython({ value, known }: ShellCommand["words"][number]): boolean {
  return !known || /[$`*]/.test(value) || /^\/(?:$|opt|usr|root|\w*conda|venv|\.)/.test(value);
}

const ownPython = new WeakMap<Stage, boolean>();

/** A virtual environment, a Python of the user's own, or folders that were given away. */
function hasOwnPython(image: Image, stage: Stage): boolean {
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
