import type { Fix } from "@mia/step-result";
import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { placedValue } from "../shell/shell-command.ts";
import { placeOf } from "../stages/place.ts";
import { passwordsOf } from "../stages/set-passwords.ts";
import { type SshdConfig, type SshdSetting, sshdConfigs } from "../stages/sshd-config.ts";
import { optionsOf } from "../stages/sshd-start.ts";
import { chainOf } from "../stages/stage.ts";
import type { SpannedText } from "../syntax/spanned-text.ts";

export const sshdTakesKeysOnly: Rule = {
  code: "MIA305",
  id: "sshd-takes-keys-only",
  description: "sshd lets in neither root nor passwords, only keys of the image's own user.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  *check(image) {
    // `dev` and the last stage share their beginnings; one mistake there is one finding.
    const seen = new Set<string>();
    for (const config of sshdConfigs(image)) {
      for (const report of [
        ...ofFile(image, config),
        ...ofCommands(image, config),
        ...idleEdits(image, config),
      ]) {
        const key = JSON.stringify([report.locations[0], report.message]);
        if (!seen.has(key)) yield report;
        seen.add(key);
      }
    }
  },
};

/** What an option means where it is on, for a message. */
const doors: Record<string, { written: string; means: string; closed: string }> = {
  permitrootlogin: { written: "PermitRootLogin", means: "root may log in", closed: "prohibit-password" },
  passwordauthentication: {
    written: "PasswordAuthentication",
    means: "a guessed password is enough to log in",
    closed: "no",
  },
  permitemptypasswords: {
    written: "PermitEmptyPasswords",
    means: "an account without a password is open",
    closed: "no",
  },
  kbdinteractiveauthentication: {
    written: "KbdInteractiveAuthentication",
    means: "PAM asks for a password, and a guessed one is enough to log in",
    closed: "no",
  },
  challengeresponseauthentication: {
    written: "ChallengeResponseAuthentication",
    means: "PAM asks for a password, and a guessed one is enough to log in",
    closed: "no",
  },
};

function* ofFile(image: Image, config: SshdConfig): Generator<Report> {
  for (const setting of [...config.settings.values(), ...config.inMatch]) {
    const { name, value, line, write } = setting;
    if (line === undefined || write === undefined || config.overridden.has(name)) continue;
    const place = { position: line.position, file: write.file };
    const isUnsure = write.command?.conditional || setting.inMatch || setting.isGuess;
    const weight = isUnsure ? ("warning" as const) : undefined;
    if (value === "yes" && opens(config, name)) {
      yield opened(image, config, name, { ...place, content: line.content, weight });
    } else if (name === "usepam" && value === "no" && !setting.inMatch && takesPasswords(image, config)) {
      yield {
        message:
          "sshd is told UsePAM no while it takes passwords: what PAM checks beyond the password is left out",
        remedy: "Leave UsePAM as it is, and let sshd take keys only.",
        locations: [placeOf(image, place, line.position)],
        severity: "warning",
      };
    } else if (name === "pubkeyauthentication" && value === "no" && !setting.inMatch) {
      yield {
        message: "sshd is told PubkeyAuthentication no: keys are refused, and a password is the only way in",
        remedy: "Take the line out; the default is yes.",
        locations: [placeOf(image, place, line.position)],
        severity: "warning",
      };
    }
  }
}

function* ofCommands(image: Image, config: SshdConfig): Generator<Report> {
  for (const command of config.starts) {
    for (const { name, value, word } of optionsOf(command)) {
      if (value !== "yes" || !opens(config, name)) continue;
      const { position } = word;
      const weight = command.conditional ? ("warning" as const) : undefined;
      yield opened(image, config, name, { position, file: command.file, content: placedValue(word), weight });
    }
  }
}

/** Without PAM, nobody answers to the questions of keyboard-interactive. */
function opens({ settings }: SshdConfig, name: string): boolean {
  if (!Object.hasOwn(doors, name)) return false;
  const asks = name === "kbdinteractiveauthentication" || name === "challengeresponseauthentication";
  return !asks || settings.get("usepam")?.value !== "no";
}

interface Opening {
  position: SshdPosition;
  file: string | undefined;
  content: SpannedText | undefined;
  weight: "warning" | undefined;
}
type SshdPosition = { line: number; column: number };

function opened(image: Image, config: SshdConfig, name: string, opening: Opening): Report {
  const { position, file, content } = opening;
  const { written, means, closed } = doors[name] as { written: string; means: string; closed: string };
  const keysOnly = name === "permitrootlogin" && refusesPasswords(config);
  const how = keysOnly ? `${means}, though with a key only,` : means;
  const severity = opening.weight ?? (keysOnly ? "warning" : undefined);
  const fix = content && closing(image, file, content, written, closed);
  return {
    message: `sshd is told ${written} yes: ${how} over the network`,
    remedy: remedyOf(name, written, closed),
    locations: [placeOf(image, { file }, position)],
    ...(severity && { severity }),
    ...(fix && { fix }),
  };
}

/** The same that the fix does. */
function remedyOf(name: string, written: string, closed: string): string {
  const write = `Write \`${written} ${closed}\``;
  if (name === "passwordauthentication")
    return `${write}; put the caller's public key into authorized_keys at start.`;
  // A pod's owner may well log in as root; with a key nobody else can.
  return name === "permitrootlogin"
    ? `${write}: then root needs a key. Where root need not log in, \`no\`.`
    : `${write}.`;
}

/** Puts the value that closes the door where `yes` stands. */
function closing(
  image: Image,
  file: string | undefined,
  content: SpannedText,
  written: string,
  closed: string,
): Fix | undefined {
  const option = new RegExp(`${written}(?:\\s*=\\s*|\\s+)["']?yes\\b`, "i").exec(content.text);
  if (option === null || !content.isExact) return undefined;
  const end = option.index + option[0].length;
  const { line, column } = content.positionAt(end - 3);
  const behind = content.endAt(end);
  if (behind.line !== line || behind.column !== column + 3) return undefined;
  const where = file ?? image.source.dockerfile.path;
  const edit = { file: where, line, column, endLine: line, endColumn: column + 3, text: closed };
  return { title: `Write ${written} ${closed}`, safety: "unsafe", edits: [edit] };
}

function settingValue({ settings, starts }: SshdConfig, name: string): string | undefined {
  const onCommand = starts.flatMap(optionsOf).find((option) => option.name === name);
  return onCommand?.value ?? settings.get(name)?.value;
}

/** Told so by name, and not asked for in another way. */
export function refusesPasswords(config: SshdConfig): boolean {
  const asks = ["kbdinteractiveauthentication", "challengeresponseauthentication"];
  return (
    settingValue(config, "passwordauthentication") === "no" &&
    asks.every((name) => settingValue(config, name) !== "yes")
  );
}

/** Told so, or by default where the image sets a password. */
export function takesPasswords(image: Image, config: SshdConfig): boolean {
  const told = settingValue(config, "passwordauthentication");
  if (told !== undefined) return told === "yes";
  const chain = new Set(chainOf(config.stage));
  return passwordsOf(image).some(({ command }) => chain.has(command.step.stage));
}

const idleMatters: Record<string, string> = {
  permitrootlogin: "PermitRootLogin",
  passwordauthentication: "PasswordAuthentication",
};

/** A sed whose pattern is not in the distribution's file, or whose line stays a comment. */
function* idleEdits(image: Image, { idle, settings }: SshdConfig): Generator<Report> {
  for (const { edit, write, name, value } of idle) {
    const now: SshdSetting | undefined = settings.get(name);
    // Somebody else says the same: then it does not matter.
    if (now?.value === value) continue;
    const written = idleMatters[name];
    if (written === undefined) continue;
    const closes = value === "no" || value === "prohibit-password" || value === "without-password";
    const leavesOpen = closes && name === "passwordauthentication";
    const stays = leavesOpen ? ": passwords are still taken" : "";
    yield {
      message: `this ${write.command?.name ?? "sed"} sets nothing: in the file that the distribution's openssh-server brings, ${written} is a comment and stays one${stays}`,
      remedy: `Match the comment too: \`sed -i 's/^#*${written} .*/${written} ${closes ? value : "no"}/'\`.`,
      locations: [placeOf(image, write, write.lines[0]?.position ?? edit.word.position)],
      severity: leavesOpen ? "warning" : "info",
      confidence: "medium",
    };
  }
}
