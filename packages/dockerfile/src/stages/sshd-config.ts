import type { Image } from "../image.ts";
import { baseFacts } from "../pins/base-facts.ts";
import { sourceName } from "../pins/image-reference.ts";
import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import { type FileWrite, fileWrites, type WrittenLine, writesTo } from "./file-writes.ts";
import { scriptFiles } from "./script-files.ts";
import { plainReplacement, type SedEdit, sedPattern } from "./sed-edits.ts";
import { chainOf, type Stage } from "./stage.ts";

/** One line of sshd_config as the image ends up with it. */
export interface SshdSetting {
  /** Lower case. */
  name: string;
  value: string;
  /** Who wrote it; undefined for what the distribution's own file says. */
  line: WrittenLine | undefined;
  write: FileWrite | undefined;
  /** Inside a Match block: it holds for some. */
  inMatch: boolean;
  /** An edit says so whose pattern would not be found in today's files; what this base has is not known. */
  isGuess: boolean;
}

/** What sshd is told in an image, by its file and on its command line. */
export interface SshdConfig {
  stage: Stage;
  /** By name; sshd takes the first value of each. */
  settings: ReadonlyMap<string, SshdSetting>;
  inMatch: SshdSetting[];
  /** Edits that change nothing: their pattern is not in the distribution's file, or what they change stays a comment. */
  idle: { edit: SedEdit; write: FileWrite; name: string; value: string }[];
  /** Settings of every `sshd -o`, which go before the file's. */
  overridden: ReadonlySet<string>;
  /** The commands that start sshd. */
  starts: ShellCommand[];
}

/** Options that decide who gets in. */
export const doorOption =
  /^\s*(#?)\s*(PermitRootLogin|PasswordAuthentication|PermitEmptyPasswords|KbdInteractiveAuthentication|ChallengeResponseAuthentication|UsePAM|PubkeyAuthentication)(?:\s*=\s*|\s+)["']?([\w-]+)/i;

const configs = new WeakMap<Image, SshdConfig[]>();

/** sshd's settings at the end of each stage that no other builds on, and of each that is run. */
export function sshdConfigs(image: Image): readonly SshdConfig[] {
  const known = configs.get(image);
  if (known) return known;
  const parents = new Set(image.stages.map(({ parent }) => parent));
  const ends = image.stages.filter((stage) => !parents.has(stage) || image.targets.includes(stage));
  const writes = fileWrites(image).filter(
    (write) =>
      writesTo(write, /sshd_config/) &&
      (write.lines.some(({ text }) => /permit|authentication|usepam|^\s*match\b/i.test(text)) ||
        (write.how === "replace" && write.target !== undefined)),
  );
  const starts = [
    ...image.commands,
    ...scriptFiles(image).scripts.flatMap(({ commands }) => commands),
  ].filter(startsSshd);
  const found = ends.slice(0, 100).map((stage) => readConfig(stage, writes.slice(0, 300), starts));
  configs.set(image, found);
  return found;
}

export function startsSshd({ name, words }: ShellCommand): boolean {
  const values = words.map(({ value }) => value);
  if (name === "sshd") return !values.some((value) => /^-[tTV?]$/.test(value));
  const started = values.includes("start") || values.includes("restart");
  if (name === "service") return started && values.some((value) => value === "ssh" || value === "sshd");
  return started && /^\/etc\/(?:init\.d|rc\.d)\/sshd?$/.test(words[0]?.value ?? "");
}

interface Line {
  text: string;
  line: WrittenLine | undefined;
  write: FileWrite | undefined;
  isGuess?: boolean;
}

/** Lines beyond this are not followed: each edit goes through all of them. */
const maxLines = 500;

function readConfig(stage: Stage, writes: readonly FileWrite[], starts: readonly ShellCommand[]): SshdConfig {
  const chain = new Set(chainOf(stage));
  const started = starts.filter(({ step }) => chain.has(step.stage));
  const own = distributionLines(chainOf(stage)[0]);
  let lines = own ?? linesOfRelease("debian", 12);
  // Where the base is not known, a pattern that is not found in these lines may be found in its own.
  let isKnown = own !== undefined;
  const before: Line[] = [];
  const idle: SshdConfig["idle"] = [];
  for (const write of writes) {
    if (!chain.has(write.stage)) continue;
    const written = write.lines.map((line) => ({ text: line.text, line, write }));
    if (write.how === "edit") {
      for (const edit of write.edits) {
        const left = applyEdit(lines, edit, write, isKnown);
        if (left) idle.push({ edit, write, ...left });
      }
    } else if (/sshd_config\.d\//.test(write.target ?? "")) before.push(...written);
    else if (write.how === "replace" && write.target !== undefined) {
      lines = written;
      isKnown = true;
    } else lines.push(...written);
    if (lines.length > maxLines) break;
  }
  return {
    stage,
    ...settingsOf([...before, ...lines]),
    idle,
    overridden: optionsOfAll(started),
    starts: started,
  };
}

/**
 * What the packages of Ubuntu 18.04 and Debian 9 or newer write into /etc/ssh/sshd_config: most of it as comments that repeat
 * the default. Source: debian/patches of the openssh packages, https://salsa.debian.org/ssh-team/openssh.
 */
function distributionLines(root: Stage | undefined): Line[] | undefined {
  const reference = root?.base.reference;
  if (reference === undefined) return undefined;
  const facts = baseFacts(reference);
  const match = /^(ubuntu|debian)([\d.]+)$/.exec(facts?.os ?? "");
  if (match === null)
    return isRecentPytorch(reference, facts?.torch) ? linesOfRelease("ubuntu", 20) : undefined;
  const [, name = "", version = ""] = match;
  // Ubuntu 16.04 and Debian 8 had PermitRootLogin as a line of its own.
  return Number(version) < (name === "ubuntu" ? 18 : 9) ? undefined : linesOfRelease(name, Number(version));
}

/** Which Ubuntu its tags have is not said everywhere; since 1.9 it is 18.04 or newer. Source: its Dockerfile and docker.Makefile. */
function isRecentPytorch(reference: string, torch: string | undefined): boolean {
  const [major = 0, minor = 0] = (torch ?? "").split(".").map(Number);
  return sourceName(reference) === "pytorch/pytorch" && (major > 1 || (major === 1 && minor >= 9));
}

function linesOfRelease(name: string, version: number): Line[] {
  const texts = [
    "#PermitRootLogin prohibit-password",
    "#PubkeyAuthentication yes",
    "#PasswordAuthentication yes",
    "#PermitEmptyPasswords no",
    version >= (name === "ubuntu" ? 22 : 12) ? kbd : challenge,
    "UsePAM yes",
  ];
  return texts.map((text) => ({ text, line: undefined, write: undefined }));
}

const kbd = "KbdInteractiveAuthentication no";
const challenge = "ChallengeResponseAuthentication no";

/** Changes the lines; gives the setting that the edit was for where it changes none that counts. */
function applyEdit(
  lines: Line[],
  edit: SedEdit,
  write: FileWrite,
  isKnown: boolean,
): { name: string; value: string } | undefined {
  const text = plainReplacement(edit);
  const placed = write.lines.find((line) => line.text === text || text.includes(line.text));
  const line = placed ?? { text, position: edit.word.position, content: undefined, isComment: false };
  const meant = doorOption.exec(text);
  const pattern = edit.from === "" ? undefined : sedPattern(edit);
  if (pattern === undefined) {
    // An addition, or an expression that is not followed: it is taken to do what it says.
    if (meant && meant[1] === "") lines.push({ text, line, write });
    return undefined;
  }
  let counts = false;
  for (const one of lines) {
    if (one.text.length > 1000 || !pattern.test(one.text)) continue;
    const changed = one.text.replace(pattern, replacementOf(edit.to));
    counts ||= !/^\s*#/.test(changed);
    Object.assign(one, { text: changed, line, write });
  }
  if (meant?.[1] !== "" || counts) return undefined;
  if (isKnown) return { name: (meant[2] ?? "").toLowerCase(), value: (meant[3] ?? "").toLowerCase() };
  lines.push({ text, line, write, isGuess: true });
  return undefined;
}

/** sed's `\1` and `&` in our spelling. */
function replacementOf(to: string): string {
  return to
    .slice(0, 1000)
    .replace(/\$/g, "$$$$")
    .replace(/\\([\s\S])|&/g, (whole, next: string | undefined) =>
      whole === "&" ? "$&" : /\d/.test(next ?? "") ? `$${next}` : next === "n" ? "\n" : (next ?? ""),
    );
}

function settingsOf(lines: readonly Line[]): Pick<SshdConfig, "settings" | "inMatch"> {
  const settings = new Map<string, SshdSetting>();
  const within: SshdSetting[] = [];
  let inMatch = false;
  for (const { text, line, write, isGuess = false } of lines) {
    if (/^\s*Match\s/i.test(text)) inMatch = !/^\s*Match\s+all\s*$/i.test(text);
    const match = text.length > 2000 ? null : doorOption.exec(text);
    if (match === null || match[1] !== "") continue;
    const name = (match[2] ?? "").toLowerCase();
    const setting = { name, value: (match[3] ?? "").toLowerCase(), line, write, inMatch, isGuess };
    if (inMatch) within.push(setting);
    else if (!settings.has(name)) settings.set(name, setting);
  }
  return { settings, inMatch: within };
}

/** The options of a `sshd -o`, each with the word that holds it. */
export function optionsOf({ name, words }: ShellCommand): { name: string; value: string; word: ShellWord }[] {
  if (name !== "sshd") return [];
  return words.flatMap((word, index) => {
    const joined = /^-[a-zA-Z]*?o(.+)$/s.exec(word.value)?.[1];
    const text = words[index - 1]?.value.match(/^-[a-zA-Z]*o$/) ? word.value : joined;
    const match = text === undefined || text.length > 1000 ? null : doorOption.exec(text);
    return match
      ? [{ name: (match[2] ?? "").toLowerCase(), value: (match[3] ?? "").toLowerCase(), word }]
      : [];
  });
}

function optionsOfAll(starts: readonly ShellCommand[]): Set<string> {
  const [first, ...others] = starts.map((command) => new Set(optionsOf(command).map(({ name }) => name)));
  return new Set([...(first ?? [])].filter((name) => others.every((one) => one.has(name))));
}
