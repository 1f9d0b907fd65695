import type { Image } from "../image.ts";
import { hasUbuntuUser } from "../pins/base-facts.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { uncheckedCommands } from "../shell/unchecked-commands.ts";
import { shells } from "../shell/unwrap.ts";
import { accountChanges, givenUid } from "./accounts.ts";
import { shellsOf } from "./shells.ts";
import { chainOf, type Stage } from "./stage.ts";

/** A command that is to give a new user uid 1000, which the base image has given to its own. */
export interface TakenUid {
  command: ShellCommand;
  user: string;
  base: string;
}

const adders = new Set(["useradd", "adduser"]);

/** Programs that leave the list of users alone, whatever words stand behind them. */
const harmless =
  /^(?:apt|apt-get|apt-key|cd|chmod|chown|conda|cp|curl|dpkg|echo|export|git|groupadd|install|ln|locale-gen|mkdir|mv|npm|pip[\d.]*|printf|rm|rmdir|set|tar|test|touch|true|unzip|update-alternatives|uv|wget)$/;

/** Where a stage's build certainly stops: what may have taken the base's own user out before ends the search. */
export function takenUids(image: Image, target: Stage): TakenUid[] {
  const chain = chainOf(target);
  const base = chain[0]?.base.reference;
  if (base === undefined || image.unread.length > 0 || !hasUbuntuUser(base)) return [];
  const shellAt = shellsOf(image.stages);
  for (const stage of chain) {
    // What ONBUILD keeps for later is a step of nobody's.
    const steps = new Set(stage.steps);
    if (stage.steps.some(({ instruction }) => bringsUsers(instruction.keyword, instruction.body.text)))
      return [];
    const commands = image.commandsOf(stage);
    const feeding = new Set(commands.map(({ pipedFrom }) => pipedFrom));
    for (const command of commands) {
      if (command.step.instruction.keyword !== "RUN" || !steps.has(command.step)) continue;
      if (!adders.has(command.name)) {
        if (mayTakeOut(command)) return [];
        continue;
      }
      const user = accountChanges([command])[0]?.user;
      const { line, column } = command.position;
      const isUnchecked = uncheckedCommands(command.step, shellAt.get(command.step)).has(`${line}:${column}`);
      const isSure = !command.conditional && !isUnchecked && !feeding.has(command) && isPlain(command);
      if (isSure && user !== undefined) return [{ command, user, base }];
    }
  }
  return [];
}

/** `COPY passwd /etc/`, `COPY rootfs /`: who is in it nobody knows. */
function bringsUsers(keyword: string, body: string): boolean {
  return (
    /^(?:COPY|ADD)$/.test(keyword) && /(?:^|[\s",])\/(?:etc(?:\/passwd)?\/?)?["\]\s]*$/.test(body.slice(-200))
  );
}

function mayTakeOut({ name, words, redirects }: ShellCommand): boolean {
  if (redirects.some(({ target }) => /passwd/.test(target.value))) return true;
  if (harmless.test(name)) return words.some(({ value }) => /\/etc\/passwd/.test(value));
  const runsOther = name === "" || name === "." || name === "source" || shells.test(name);
  return (
    runsOther || words.some(({ value, known }) => !known || /ubuntu|1000|passwd|\.(?:sh|py|pl)$/.test(value))
  );
}

/** Uid 1000 in digits, for an account of this image, and not to be shared. */
function isPlain(command: ShellCommand): boolean {
  const uid = givenUid(command);
  // A variable may be given another value by whoever builds.
  if (uid === undefined || !uid.known || uid.value !== "1000" || uid.text.includes("$")) return false;
  if (command.via.some((name) => name !== "sudo")) return false;
  return !command.words.some(({ value }) =>
    /^(?:-[a-zA-Z]*[oRP][a-zA-Z]*|--(?:non|root|prefix|extra|force).*)$/.test(value),
  );
}
