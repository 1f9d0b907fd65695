import type { Image } from "../image.ts";
import { folderOf, inside, joinPath, nameOf } from "../pins/container-path.ts";
import type { Report, Rule } from "../rule.ts";
import { operands, type ShellCommand } from "../shell/shell-command.ts";
import { type CopiedFile, copiedFiles } from "../stages/copied-files.ts";
import { mayGiveRights } from "../stages/given-rights.ts";
import { placeOf } from "../stages/place.ts";
import { chainOf, type Stage } from "../stages/stage.ts";
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
  const changes = userCommands(image).filter(
    ({ command }) => /^(?:chmod|chown)$/.test(command.name) || writes(command),
  );
  for (const one of byUser.slice(0, 1000)) {
    const { instruction, stage } = one.step;
    const change = changes.slice(0, 1000).find((other) => {
      const { step } = other.command;
      const isBehind =
        step.instruction.startLine > instruction.startLine && chainOf(step.stage).includes(stage);
      return isBehind && touches(image, one, other) && !givenBetween(image, one, step.stage);
    });
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

function touches(image: Image, one: CopiedFile, { command, folder }: UserCommand): boolean {
  if (folder === undefined) return false;
  const isChange = /^(?:chmod|chown)$/.test(command.name);
  const isDeep = command.words.some(({ value }) => /^-[a-zA-Z]*R|^--recursive$/.test(value));
  const named = isChange
    ? operands(command).slice(1)
    : command.redirects.filter(({ operator }) => /^>[>|]?$/.test(operator)).map(({ target }) => target);
  return named.some(({ value, known }) => {
    const path = known && !/[$`~]/.test(value) ? joinPath(folder, value) : undefined;
    return path !== undefined && isCopied(image, one, path, isChange && isDeep);
  });
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

/** Root gives files away later: which ones is not looked at. */
function givenBetween(image: Image, { step }: CopiedFile, stage: Stage): boolean {
  return chainOf(stage).some((link) =>
    image
      .commandsOf(link)
      .some(
        (command) =>
          mayGiveRights(command) &&
          command.step.instruction.startLine > step.instruction.startLine &&
          (plainUserAt(image, command.step) === undefined || command.via.length > 0),
      ),
  );
}

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
  return image.commands.some((command) => {
    if (command.name !== "chown" || command.step.instruction.startLine < step.instruction.startLine)
      return false;
    return operands(command)
      .slice(1)
      .some(({ value, known }) => {
        if (!known || /[$`*~]/.test(value)) return true;
        const path = joinPath(command.step.folder, value) ?? "";
        return path === target || inside(path, target) !== undefined || !path.startsWith("/");
      });
  });
}

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
