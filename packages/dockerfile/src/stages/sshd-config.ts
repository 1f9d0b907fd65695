import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { distributionLines, linesOfRelease } from "./distribution-sshd-lines.ts";
import { type FileWrite, writesTo } from "./file-write.ts";
import { fileWrites } from "./file-writes.ts";
import { scriptFiles } from "./script-files.ts";
import type { SedEdit } from "./sed-edits.ts";
import { applyEdit, newEditing } from "./sshd-edits.ts";
import { doorOption, type SshdLine } from "./sshd-line.ts";
import { optionsOfAll, startsSshd } from "./sshd-start.ts";
import { chainOf, type Stage } from "./stage.ts";
import type { WrittenLine } from "./written-lines.ts";

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

/** sshd's settings at the end of each stage that no other builds on, and of each that is run. */
export const sshdConfigs = onceFor((image: Image): readonly SshdConfig[] => {
  const parents = new Set(image.stages.map(({ parent }) => parent));
  const ends = image.stages.filter((stage) => !parents.has(stage) || image.targets.includes(stage));
  const writes = fileWrites(image).filter(
    (write) =>
      writesTo(write, /sshd_config/) &&
      (write.lines.some(({ text }) => /permit|authentication|usepam|^\s*match\b/i.test(text)) ||
        (write.how !== "append" && write.target !== undefined)),
  );
  const starts = [
    ...image.commands,
    ...scriptFiles(image).scripts.flatMap(({ commands }) => commands),
  ].filter(startsSshd);
  return ends.slice(0, 100).map((stage) => readConfig(stage, writes.slice(0, 300), starts));
});

/** Lines beyond this are not followed: each edit goes through all of them. */
const maxLines = 500;

function readConfig(stage: Stage, writes: readonly FileWrite[], starts: readonly ShellCommand[]): SshdConfig {
  const chain = new Set(chainOf(stage));
  const started = starts.filter(({ step }) => chain.has(step.stage));
  const own = distributionLines(chainOf(stage)[0]);
  let lines = own ?? linesOfRelease("debian", 12);
  // Where the base is not known, a pattern that is not found in these lines may be found in its own.
  let isKnown = own !== undefined;
  const before: SshdLine[] = [];
  const idle: SshdConfig["idle"] = [];
  const budget = newEditing();
  for (const write of writes) {
    if (!chain.has(write.stage)) continue;
    const written = write.lines.map((line) => ({ text: line.text, line, write }));
    if (write.how === "edit") {
      for (const edit of write.edits) {
        const left = applyEdit(lines, edit, write, isKnown, budget);
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

function settingsOf(lines: readonly SshdLine[]): Pick<SshdConfig, "settings" | "inMatch"> {
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
