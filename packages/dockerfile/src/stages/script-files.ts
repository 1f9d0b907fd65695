import type { Image, SourceFile } from "../image.ts";
import { onceFor } from "../once-for.ts";
import { newReading } from "../shell/command-reading.ts";
import { readScriptFile } from "../shell/read-commands.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import type { Unread } from "../unread.ts";
import { scriptText } from "./script-text.ts";
import { runBy, type ScriptUse, scriptUses } from "./script-uses.ts";
import { writtenScripts } from "./written-scripts.ts";

/** A shell script of the build context that the image gets. */
export interface ScriptFile {
  /** Relative to the context. */
  path: string;
  /** Whether a RUN runs it, the container's start does, or it only lies there. */
  when: ScriptUse["when"];
  commands: ShellCommand[];
}

/** Scripts of one image that are looked into, and scripts that scripts run. */
const maxScripts = 100;
const maxDepth = 4;

/** The shell scripts that COPY brings into the image, as far as their texts are there. Read once, after all files are. */
export const scriptFiles = onceFor(
  (image: Image): { scripts: readonly ScriptFile[]; unread: readonly Unread[] } => {
    const { scripts, unread } = readScripts(image);
    return { scripts: [...scripts, ...writtenScripts(image)], unread };
  },
);

/** The commands of all of those scripts. */
export function scriptCommands(image: Image, ...when: ScriptFile["when"][]): ShellCommand[] {
  const { scripts } = scriptFiles(image);
  return scripts
    .filter((one) => when.length === 0 || when.includes(one.when))
    .flatMap(({ commands }) => commands);
}

/** Context paths of scripts whose texts the rules would read. Ask again when they are there: scripts run scripts. */
export function wantedScripts(image: Image): string[] {
  const wanted = scriptUses(image).flatMap(({ candidates }) => candidates.slice(0, 4));
  if (image.source.files === undefined || image.source.files.size === 0) return [...new Set(wanted)];
  const { nested } = readScripts(image);
  return [...new Set([...wanted, ...nested])];
}

const ranks = { build: 2, start: 1, copied: 0 };

function readScripts(image: Image): { scripts: ScriptFile[]; unread: Unread[]; nested: string[] } {
  const unread: Unread[] = [];
  const reading = newReading((part) => unread.push(part));
  const found = new Map<string, ScriptFile>();
  const nested: string[] = [];
  let uses = scriptUses(image).sort((a, b) => ranks[b.when] - ranks[a.when]);
  for (let depth = 0; depth < maxDepth && uses.length > 0; depth++) {
    const inner: ScriptUse[] = [];
    for (const { candidates, when, step, isScript } of uses) {
      const path = candidates.find((one) => image.files.get(one) !== undefined);
      if (path === undefined) {
        if (depth > 0) nested.push(...candidates.slice(0, 4));
        continue;
      }
      if (found.has(path) || found.size >= maxScripts) continue;
      const file = image.files.get(path) as SourceFile;
      const text = scriptText(file, isScript);
      if (text === undefined) continue;
      const commands = readScriptFile(text, step, file.path, reading);
      found.set(path, { path, when, commands });
      inner.push(...runBy(image, commands, step.stage, when, path));
    }
    uses = inner;
  }
  return { scripts: [...found.values()], unread, nested };
}
