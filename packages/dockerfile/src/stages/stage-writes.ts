import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import { operands, type ShellCommand } from "../shell/shell-command.ts";
import type { Heredoc } from "../syntax/heredoc.ts";
import { callsOf, newVariants, variantsOf } from "./command-variants.ts";
import { consumersOf, writesOf } from "./command-writes.ts";
import { copiedConfigurations, copiedWrite } from "./copied-configurations.ts";
import { type CopiedFile, copiedFiles } from "./copied-files.ts";
import { FileFollower, newFollowing } from "./file-follower.ts";
import type { FileWrite } from "./file-write.ts";
import type { ScriptFile } from "./script-files.ts";
import type { Stage, Step } from "./stage.ts";
import { linesOfContent } from "./written-lines.ts";

export interface FollowedFiles {
  writes: readonly FileWrite[];
  /** What commands such as `chpasswd < file` read, as far as it was written or copied before. */
  reads: ReadonlyMap<ShellCommand, readonly FileWrite[]>;
  /** Commands of loops and functions as they run, by the command as written. */
  variants: ReadonlyMap<ShellCommand, readonly ShellCommand[]>;
}

/** The same of the Dockerfile's own commands alone, and the reader that goes on with scripts. */
export const stageWrites = onceFor((image: Image): FollowedFiles & { reader: WriteReader } => {
  const reader = new WriteReader(image);
  return { writes: [...reader.inStages()], reads: reader.reads, variants: reader.variants, reader };
});

/** Commands whose input or file decides what they do, beyond what they write. */
const readers = /^(?:chpasswd|newusers|passwd|cat|smbpasswd|vncpasswd|openssl|source|\.|(?:ba|da|a|k|z)?sh)$/;

class WriteReader {
  readonly reads = new Map<ShellCommand, readonly FileWrite[]>();
  readonly variants = new Map<ShellCommand, readonly ShellCommand[]>();
  private readonly image: Image;
  private readonly budget = newFollowing();
  private readonly variantsLeft = newVariants();
  private readonly followers = new Map<Stage, FileFollower>();
  private readonly copied: ReadonlyMap<string, CopiedFile>;

  constructor(image: Image) {
    this.image = image;
    const named = copiedFiles(image).filter(({ kind }) => kind === "context" || kind === "heredoc");
    this.copied = new Map(named.flatMap((one) => one.targets.map((target) => [target, one] as const)));
  }

  *inStages(): Generator<FileWrite> {
    const { image } = this;
    const copies = new Map(copiedFiles(image).map((one) => [one.heredoc ?? one, one]));
    for (const stage of image.stages) {
      const commands = image.commandsOf(stage);
      const { consumers, calls } = read(commands);
      const follower = new FileFollower(
        this.budget,
        (path) => this.copiedTo(path),
        stage.parent && this.followers.get(stage.parent),
      );
      this.followers.set(stage, follower);
      let next = 0;
      for (const step of stage.steps) {
        const instruction = step.instruction.trigger ?? step.instruction;
        const { keyword, heredocs } = instruction;
        follower.enter(step.folder);
        for (; next < commands.length; next++) {
          const command = commands[next] as ShellCommand;
          if (command.step.instruction !== instruction) break;
          yield* this.follow(follower, command, consumers, calls, keyword === "RUN" ? "build" : "start");
        }
        if (keyword !== "RUN")
          for (const heredoc of heredocs) yield heredocWrite(heredoc, copies.get(heredoc)?.targets[0], step);
      }
      yield* copiedConfigurations(image, stage);
    }
  }

  *inScripts(scripts: readonly Pick<ScriptFile, "commands" | "when">[]): Generator<FileWrite> {
    for (const { commands, when } of scripts) {
      const { consumers, calls } = read(commands);
      const parent = commands[0] && this.followers.get(commands[0].step.stage);
      const follower = new FileFollower(this.budget, (path) => this.copiedTo(path), parent);
      for (const command of commands)
        yield* this.follow(follower, command, consumers, calls, when === "build" ? "build" : "start");
    }
  }

  private *follow(
    follower: FileFollower,
    command: ShellCommand,
    consumers: Map<ShellCommand, ShellCommand>,
    calls: ReadonlyMap<string, readonly ShellCommand[]>,
    when: "build" | "start",
  ): Generator<FileWrite> {
    const variants = variantsOf(command, calls, this.variantsLeft);
    if (variants.length !== 1 || variants[0] !== command) this.variants.set(command, variants);
    const consumer = consumers.get(command);
    for (const variant of variants) {
      if (consumer && variant !== command) consumers.set(variant, consumer);
      yield* follower.follow(variant, writesOf(variant, consumers, when), consumers);
    }
    const [first] = command.words;
    const isPath = first?.known === true && first.value.startsWith("/");
    if (readers.test(command.name) || isPath) {
      const words = [
        ...command.redirects.filter(({ operator }) => operator === "<").map(({ target }) => target),
        ...(/^(?:chpasswd|passwd)$/.test(command.name) ? [] : operands(command).slice(0, 5)),
        ...(isPath && first && !readers.test(command.name) ? [first] : []),
        ...(command.pipedFrom?.name === "cat" ? operands(command.pipedFrom).slice(0, 5) : []),
      ];
      const found = words.slice(0, 20).flatMap((word) => follower.contentOf(word));
      if (found.length > 0) this.reads.set(command, found);
    }
  }

  /** The text of a file that COPY brought, where somebody read it. */
  private copiedTo(path: string): FileWrite | undefined {
    const one = this.copied.get(path);
    if (one?.heredoc) return heredocWrite(one.heredoc, path, one.step);
    const file = one && this.image.files.get(one.source);
    return file && one && copiedWrite(file, path, one.step);
  }
}

function read(commands: readonly ShellCommand[]): {
  consumers: Map<ShellCommand, ShellCommand>;
  calls: ReadonlyMap<string, ShellCommand[]>;
} {
  return { consumers: consumersOf(commands), calls: callsOf(commands) };
}

function heredocWrite({ body }: Heredoc, target: string | undefined, step: Step): FileWrite {
  const rest = { command: undefined, stage: step.stage, step, file: undefined, when: "build" as const };
  return { target, how: "replace", lines: linesOfContent(body), edits: [], ...rest };
}
