import { operands, optionValue, type ShellCommand } from "../shell/shell-command.ts";
import type { Position } from "../syntax/spanned-text.ts";

/** What a command says about an account: the uid as text, or undefined where it gives none or one that is not known. */
export interface AccountChange {
  user: string;
  uid: string | undefined;
  /** False where the command has a uid, but which one is decided at build time. */
  uidKnown: boolean;
  position: Position;
}

const adders = new Set(["useradd", "adduser"]);

/** Options of useradd, adduser and usermod that take a value. */
const withValue = [
  ..."bcdefgGkKpRsuZ".split("").map((letter) => `-${letter}`),
  "--base-dir",
  "--comment",
  "--expiredate",
  "--gecos",
  "--gid",
  "--groups",
  "--home",
  "--home-dir",
  "--inactive",
  "--ingroup",
  "--key",
  "--login",
  "--password",
  "--shell",
  "--skel",
  "--uid",
  "-l",
];

/** The accounts that commands make or renumber, in the order written. */
export function accountChanges(commands: Iterable<ShellCommand>): AccountChange[] {
  const changes: AccountChange[] = [];
  for (const command of commands) {
    if (adders.has(command.name) || command.name === "usermod") {
      const change = readChange(command);
      if (change) changes.push(change);
    } else changes.push(...passwdLines(command));
  }
  return changes;
}

function readChange(command: ShellCommand): AccountChange | undefined {
  // `-l` takes a value in usermod only; in useradd it is --no-log-init.
  const valued = command.name === "usermod" ? withValue : withValue.filter((option) => option !== "-l");
  const names = operands(command, clustered(command, valued));
  const user = command.name === "adduser" ? names[0] : names.at(-1);
  if (user === undefined || !user.known) return undefined;
  const uid = givenUid(command);
  if (command.name === "usermod") {
    const renamed = optionValue(command, ["--login", "-l"]);
    // Whoever it was brings along the uid.
    if (renamed?.known)
      return {
        user: renamed.value,
        uid: uid?.known ? uid.value : undefined,
        uidKnown: uid?.known === true,
        position: command.position,
      };
    if (uid === undefined) return undefined;
  }
  const uidKnown = uid === undefined || uid.known;
  return { user: user.value, uid: uid?.known ? uid.value : undefined, uidKnown, position: command.position };
}

/** The uid that useradd, adduser or usermod is told; undefined where it is told none. */
export function givenUid(command: ShellCommand): ShellCommand["words"][number] | undefined {
  return optionValue(command, ["--uid", "-u"]) ?? clusteredUid(command);
}

/** `-mu 1000`: short options in one word, the last of which takes the value. */
function clustered({ words }: ShellCommand, valued: string[]): string[] {
  const inOne = words
    .map(({ value }) => value)
    .filter((value) => /^-[a-zA-Z]{2,}$/.test(value) && valued.includes(`-${value.at(-1)}`));
  return [...valued, ...inOne];
}

function clusteredUid({ words }: ShellCommand): ShellCommand["words"][number] | undefined {
  const at = words.findIndex(({ value }) => /^-[a-zA-Z]+u$/.test(value));
  return at < 0 ? undefined : words[at + 1];
}

/** `echo "runpod:x:1000:1000::/home/runpod:/bin/bash" >> /etc/passwd` */
function passwdLines({ words, redirects }: ShellCommand): AccountChange[] {
  if (!redirects.some(({ operator, target }) => operator.includes(">") && target.value === "/etc/passwd"))
    return [];
  return [...words, ...redirects.map(({ target }) => target)].flatMap(({ value, position }) => {
    const match = /^([a-z_][\w-]*):[^:]*:(\d+):/m.exec(value);
    return match ? [{ user: match[1] ?? "", uid: match[2], uidKnown: true, position }] : [];
  });
}
