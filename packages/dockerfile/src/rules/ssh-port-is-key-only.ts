import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { expand } from "../stages/expand.ts";
import type { SetPassword } from "../stages/passwords.ts";
import { placeOf } from "../stages/place.ts";
import { scriptFiles } from "../stages/script-files.ts";
import { passwordsOf } from "../stages/set-passwords.ts";
import { type SshdConfig, sshdConfigs } from "../stages/sshd-config.ts";
import { optionsOf, startsSshd } from "../stages/sshd-start.ts";
import { chainOf, type Stage } from "../stages/stage.ts";

export const sshPortIsKeyOnly: Rule = {
  code: "MIA308",
  id: "ssh-port-is-key-only",
  description: "Where the SSH port is open, a key is the only way in.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const seen = new Set<string>();
    const parents = new Set(image.stages.map(({ parent }) => parent));
    const ends = image.stages.filter((stage) => !parents.has(stage) || image.targets.includes(stage));
    for (const stage of ends.slice(0, 100)) {
      const report = judge(image, stage);
      const key = JSON.stringify(report?.locations[0]);
      if (report && !seen.has(key)) yield report;
      seen.add(key);
    }
  },
};

interface OpenPort {
  place: Location;
  /** What opens it, for a message. */
  how: string;
}

function judge(image: Image, stage: Stage): Report | undefined {
  const port = openPort(image, stage);
  if (port === undefined) return undefined;
  if (!image.policy.allowSshPort) {
    return {
      message: `${port.how}, and the policy ${image.policy.name} allows no SSH`,
      remedy: "Leave sshd out of the image; `docker exec` or the pod's own terminal does the same.",
      locations: [port.place],
    };
  }
  const config = sshdConfigs(image).find((one) => one.stage === stage);
  const door = config && openDoor(image, stage, config);
  if (door === undefined) return undefined;
  return {
    message: `${port.how} while ${door.why}: whoever reaches the port may try passwords`,
    remedy:
      "Write `PasswordAuthentication no`, set no password, and put the caller's public key into authorized_keys at start.",
    locations: [port.place, ...door.places],
    ...(door.sure ? {} : { severity: "warning" as const }),
  };
}

function openPort(image: Image, stage: Stage): OpenPort | undefined {
  const chain = chainOf(stage);
  for (const { steps } of chain) {
    for (const step of steps) {
      if (step.instruction.keyword !== "EXPOSE") continue;
      for (const { text, position } of step.instruction.words) {
        const { value, unknown } = expand(text, step.variables, image.dockerfile.escapeMark);
        if (unknown.length === 0 && value.split(/\s+/).some(isSsh))
          return { place: image.at(position), how: "port 22 is exposed" };
      }
    }
  }
  const started = commandsOfChain(image, chain).find(startsSshd);
  return started && { place: placeOf(image, started, started.position), how: "sshd is started" };
}

/** `22`, `22/tcp`, `20-25`. */
function isSsh(port: string): boolean {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/tcp)?$/i.exec(port);
  return match !== null && Number(match[1]) <= 22 && Number(match[2] ?? match[1]) >= 22;
}

function commandsOfChain(image: Image, chain: readonly Stage[]): ShellCommand[] {
  const own = chain.flatMap((stage) => image.commandsOf(stage));
  const inScripts = scriptFiles(image).scripts.flatMap(({ commands }) => commands);
  return [...own, ...inScripts.filter(({ step }) => chain.includes(step.stage))];
}

interface OpenDoor {
  why: string;
  places: Location[];
  sure: boolean;
}

function openDoor(image: Image, stage: Stage, config: SshdConfig): OpenDoor | undefined {
  const value = (name: string): { value: string; place: Location | undefined } | undefined => {
    for (const command of config.starts) {
      const option = optionsOf(command).find((one) => one.name === name);
      if (option)
        return { value: option.value, place: placeOf(image, command, option.word.position, "said here") };
    }
    const set = config.settings.get(name);
    if (set === undefined) return undefined;
    const place = set.line && set.write && placeOf(image, set.write, set.line.position, "said here");
    return { value: set.value, place };
  };
  const told = value("passwordauthentication");
  const asks = value("kbdinteractiveauthentication") ?? value("challengeresponseauthentication");
  const pam = value("usepam");
  const open = told?.value === "yes" ? told : asks?.value === "yes" && pam?.value !== "no" ? asks : undefined;
  if (told?.value === "no" && open === undefined) return undefined;
  const root = value("permitrootlogin");
  const chain = new Set(chainOf(stage));
  const passwords = passwordsOf(image).filter(({ command }) => chain.has(command.step.stage));
  // By default root may log in with a key only, whatever its password.
  const usable = passwords.find(
    ({ users }) => root?.value === "yes" || users.length === 0 || users.some((user) => user !== "root"),
  );
  const places = [open?.place, root?.value === "yes" ? root.place : undefined].filter(
    (place) => place !== undefined,
  );
  if (usable)
    return { why: whyOf(usable, open !== undefined), places: [placed(image, usable), ...places], sure: true };
  if (open?.place === undefined) return undefined;
  // A password may still be set when the container starts; with none, nobody gets in by one.
  return { why: "sshd takes passwords", places, sure: false };
}

function whyOf({ kind }: SetPassword, told: boolean): string {
  const set = kind === "open" ? "an account needs no password" : "an account has a password";
  return told ? `sshd takes passwords and ${set}` : `sshd takes passwords, as it does by default, and ${set}`;
}

function placed(image: Image, { command, position }: Pick<SetPassword, "command" | "position">): Location {
  return placeOf(image, command, position, "the password");
}
