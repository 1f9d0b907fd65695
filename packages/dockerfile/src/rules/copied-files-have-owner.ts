import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import { folderOf, inside, joinPath, nameOf } from "../pins/container-path.ts";
import type { Report, Rule } from "../rule.ts";
import { operands, type ShellCommand } from "../shell/shell-command.ts";
import { type CopiedFile, copiedFiles } from "../stages/copied-files.ts";
import { mayGiveRights } from "../stages/given-rights.ts";
import { placeOf } from "../stages/place.ts";
import { alongChain, chainOf, isOn } from "../stages/stage.ts";
import { type UserCommand, userCommands } from "../stages/user-commands.ts";
import { plainUserAt } from "../stages/users.ts";

export const copiedFilesHaveOwner: Rule = {
  code: "MIA303",
  id: "copied-files-have-owner",
  description:
    "What COPY brings belongs to the user who has to change it: COPY writes as root, whatever USER says.",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    const copied = copiedFiles(image).filter(
      ({ kind, owner }) => kind !== "elsewhere" && owner === undefined,
    );
    const seen = new Set<unknown>();
    for (const report of [...changedByUser(image, copied, seen), ...inAppFolder(image, copied, seen)])
      yield report;
  },
};

/** A chmod, chown or `>` of a user who does not own the file: the build stops there. */
function* changedByUser(image: Image, copied: CopiedFile[], seen: Set<unknown>): Generator<Report> {
  const byUser = copied.filter(({ step }) => plainUserAt(image, step));
  if (byUser.length === 0) return;
  const changes = userCommands(image)
    .filter(({ command }) => /^(?:chmod|chown)$/.test(command.name) || writes(command))
    .slice(0, 1000)
    .map(changeOf);
  for (const one of byUser.slice(0, 1000)) {
    const { instruction, stage } = one.step;
    const change = changes.find(({ of, paths, isDeep }) => {
      const { step } = of.command;
      return (
        step.instruction.startLine > instruction.startLine &&
        isOn(step.stage, stage) &&
        lastGiven(image)(step.stage) <= instruction.startLine &&
        paths.some((path) => isCopied(image, one, path, isDeep))
      );
    })?.of;
    const user = plainUserAt(image, one.step);
    if (change === undefined || user === undefined || seen.has(instruction)) continue;
    seen.add(instruction);
    const { command } = change;
    const what = /^ch/.test(command.name) ? command.name : "writing to it";
    yield {
      message: `${one.keyword} writes as root whatever USER says, so ${what} as ${change.user.name.slice(0, 80)} fails: the file is not theirs`,
      remedy: `Write \`${one.keyword} --chown=${user.written}\`; COPY has \`--chmod\` as well.`,
      locations: [
        image.at(instruction.position),
        placeOf(image, command, command.position, "not allowed to whoever does not own the file"),
        image.at(user.step.instruction.position, "who runs it"),
      ],
      ...(command.conditional ? {} : { severity: "error" as const }),
      ...ownerFix(image, one, user.written),
    };
  }
}

function writes({ redirects }: ShellCommand): boolean {
  return redirects.some(({ operator }) => /^>[>|]?$/.test(operator));
}

/** A command with the paths that it changes, as far as they are known. */
interface Change {
  of: UserCommand;
  paths: readonly string[];
  /** With everything inside. */
  isDeep: boolean;
}

function changeOf(of: UserCommand): Change {
  const { command, folder } = of;
  if (folder === undefined) return { of, paths: [], isDeep: false };
  const isChange = /^(?:chmod|chown)$/.test(command.name);
  const isDeep = command.words.some(({ value }) => /^-[a-zA-Z]*R|^--recursive$/.test(value));
  const named = isChange
    ? operands(command).slice(1)
    : command.redirects.filter(({ operator }) => /^>[>|]?$/.test(operator)).map(({ target }) => target);
  const paths = named.flatMap(({ value, known }) =>
    known && !/[$`~]/.test(value) ? (joinPath(folder, value) ?? []) : [],
  );
  return { of, paths, isDeep: isChange && isDeep };
}

/** Whether a path is certainly what was copied, or inside it. */
function isCopied(
  image: Image,
  { source, kind, targets }: CopiedFile,
  path: string,
  isDeep: boolean,
): boolean {
  const [first = ""] = targets;
  if (isDeep && targets.some((target) => inside(path, target) !== undefined)) return true;
  if (isDeep && path === first) return true;
  const isOne = source !== "" && !/[*?[]/.test(source);
  if (isOne && targets.some((target) => nameOf(target) === nameOf(source) && fits(path, target))) return true;
  if (kind !== "context") return path === first && kind === "heredoc";
  const rest = inside(targets.find((target) => nameOf(target) !== nameOf(source)) ?? first, path);
  const { context } = image.source;
  if (rest === undefined || context === undefined || !isOne || /[*?[]/.test(rest))
    return source === "" && rest !== undefined && isSent(image, rest);
  return isSent(image, `${source}/${rest}`);
}

function isSent(image: Image, path: string): boolean {
  return image.source.context?.find(path, false).kind === "sent";
}

/** The path, or a `*.sh` in its folder. */
function fits(pattern: string, path: string): boolean {
  if (!pattern.includes("*")) return pattern === path;
  const name = nameOf(pattern);
  const suffix = name.slice(name.lastIndexOf("*") + 1);
  return folderOf(pattern) === folderOf(path) && name.indexOf("*") === 0 && nameOf(path).endsWith(suffix);
}

/** The line where root last gives files away, in a stage and what it builds on: which ones is not looked at. */
const lastGiven = onceFor((image: Image) =>
  alongChain<number>((stage, before = 0) => {
    const lines = image
      .commandsOf(stage)
      .filter(
        (command) =>
          mayGiveRights(command) &&
          (plainUserAt(image, command.step) === undefined || command.via.length > 0),
      )
      .map(({ step }) => step.instruction.startLine);
    return lines.reduce((last, line) => Math.max(last, line), before);
  }),
);

/** The policy's folder belongs to the policy's user, with everything in it. */
function* inAppFolder(image: Image, copied: CopiedFile[], seen: Set<unknown>): Generator<Report> {
  const { appFolder, user, name } = image.policy;
  if (appFolder === undefined || user === undefined) return;
  const chain = new Set(image.targets.flatMap(chainOf));
  for (const one of copied) {
    const { instruction, stage } = one.step;
    const target = one.targets.find((path) => path === appFolder || inside(appFolder, path) !== undefined);
    if (target === undefined || !chain.has(stage) || seen.has(instruction) || givenLater(image, one, target))
      continue;
    seen.add(instruction);
    yield {
      message: `what this ${one.keyword} writes into ${appFolder} belongs to root; the policy ${name} wants it to be ${user.name}'s`,
      remedy: `Write \`${one.keyword} --chown=${user.uid}:${user.uid}\`, which costs no second copy of the files as a later chown does.`,
      locations: [image.at(instruction.position)],
      ...ownerFix(image, one, `${user.uid}:${user.uid}`),
    };
  }
}

function givenLater(image: Image, { step }: CopiedFile, target: string): boolean {
  const { anything, byPath } = chowns(image);
  const line = step.instruction.startLine;
  if (anything >= line) return true;
  for (let path = target; path !== ""; path = path === "/" ? "" : folderOf(path))
    if ((byPath.get(path) ?? 0) >= line) return true;
  return false;
}

/** The last line of a chown by the path it names, and of one whose path is not known. */
const chowns = onceFor((image: Image): { anything: number; byPath: ReadonlyMap<string, number> } => {
  const byPath = new Map<string, number>();
  let anything = 0;
  for (const command of image.commands) {
    if (command.name !== "chown") continue;
    const { folder, instruction } = command.step;
    const line = instruction.startLine;
    for (const { value, known } of operands(command).slice(1)) {
      const path = known && !/[$`*~]/.test(value) ? (joinPath(folder, value) ?? "") : "";
      if (!path.startsWith("/")) anything = Math.max(anything, line);
      else byPath.set(path, Math.max(byPath.get(path) ?? 0, line));
    }
  }
  return { anything, byPath };
});

/** `--chown=` behind the keyword. An ONBUILD's words stand elsewhere. */
function ownerFix(image: Image, { step, keyword }: CopiedFile, owner: string): Pick<Report, "fix"> {
  const { instruction } = step;
  if (instruction.keyword !== keyword || !/^[\w.-]+(?::[\w.-]+)?$/.test(owner)) return {};
  const { line, column } = instruction.position;
  const at = column + keyword.length;
  const edit = {
    file: image.source.dockerfile.path,
    line,
    column: at,
    endLine: line,
    endColumn: at,
    text: ` --chown=${owner}`,
  };
  return { fix: { title: `Give it to ${owner}`, safety: "safe", edits: [edit] } };
}
