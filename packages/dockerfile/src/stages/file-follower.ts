import { joinPath, nameOf } from "../pins/container-path.ts";
import { operands, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import { destinationsOf } from "./command-writes.ts";
import type { FileWrite } from "./file-write.ts";

/** What the following of one image's files may cost. */
export interface FollowBudget {
  /** Lines that are carried from file to file. */
  lines: number;
}

/** Writes that make up one file; more are not kept. */
const maxWrites = 20;

/** Stages whose files are looked for, one below the other. */
const maxParents = 20;

export function newFollowing(): FollowBudget {
  return { lines: 100_000 };
}

/** Follows what the commands of a stage or a script put into files: what is written here and moved there is known there. */
export class FileFollower {
  private readonly files = new Map<string, readonly FileWrite[]>();
  private readonly budget: FollowBudget;
  private readonly parent: FileFollower | undefined;
  private readonly copied: (path: string) => FileWrite | undefined;
  private folder: string | undefined;

  constructor(
    budget: FollowBudget,
    copied: (path: string) => FileWrite | undefined,
    parent?: FileFollower | undefined,
  ) {
    this.budget = budget;
    this.copied = copied;
    this.parent = parent;
  }

  /** A RUN begins in its own folder. */
  enter(folder: string): void {
    this.folder = folder.startsWith("/") ? folder : undefined;
  }

  /** What a file holds that was written or copied before. */
  contentOf(word: ShellWord): readonly FileWrite[] {
    const path = this.pathOf(word);
    if (path === undefined) return [];
    let link: FileFollower | undefined = this;
    for (let hops = 0; link && hops < maxParents; hops++) {
      const found = link.files.get(path);
      if (found) return found;
      link = link.parent;
    }
    const copied = this.copied(path);
    return copied ? [copied] : [];
  }

  /** The writes of a command with the places they go to, and those of files that it moves, copies or prints into others. */
  *follow(
    command: ShellCommand,
    writes: Iterable<FileWrite>,
    consumers: ReadonlyMap<ShellCommand, ShellCommand>,
  ): Generator<FileWrite> {
    const { name, words } = command;
    if (name === "cd" || name === "pushd") {
      const to = words[1];
      this.folder = to?.known && !/^[~$-]/.test(to.value) ? this.pathOf(to) : undefined;
    }
    for (const write of writes) {
      const target = write.target === undefined ? undefined : (this.joined(write.target) ?? write.target);
      const placed = { ...write, target };
      if (write.how === "edit" && target !== undefined) yield* this.filtered(command, target);
      this.keep(placed);
      yield placed;
    }
    for (const { sources, target, how } of this.moves(command, consumers))
      yield* this.carry(sources, target, how);
  }

  /** `sed ... a > b`: b begins as what a is. */
  private *filtered(command: ShellCommand, target: string): Generator<FileWrite> {
    const source = operands(command, ["-e", "-f", "--expression"]).at(-1);
    const isOther = command.redirects.some(({ operator }) => operator.includes(">"));
    if (isOther && source?.known && this.pathOf(source) !== target)
      yield* this.carry([source], target, "replace");
  }

  private *carry(
    sources: readonly ShellWord[],
    target: string,
    how: "replace" | "append",
  ): Generator<FileWrite> {
    let isFirst = how === "replace";
    for (const source of sources.slice(0, maxWrites)) {
      for (const write of this.contentOf(source)) {
        this.budget.lines -= 10 + write.lines.length;
        if (this.budget.lines < 0) return;
        const moved = write.how === "edit" ? write.how : isFirst ? ("replace" as const) : ("append" as const);
        if (write.how === "replace") isFirst = false;
        const carried = { ...write, target, how: moved };
        this.keep(carried);
        yield carried;
      }
    }
  }

  private keep(write: FileWrite): void {
    const { target, how } = write;
    if (target === undefined || !target.startsWith("/")) return;
    const before = how === "replace" ? [] : (this.files.get(target) ?? this.parent?.files.get(target) ?? []);
    if (before.length < maxWrites) this.files.set(target, [...before, write]);
  }

  private *moves(
    command: ShellCommand,
    consumers: ReadonlyMap<ShellCommand, ShellCommand>,
  ): Generator<{ sources: ShellWord[]; target: string; how: "replace" | "append" }> {
    const { name, words, redirects } = command;
    if (/^(?:cp|mv|install|ln)$/.test(name)) {
      const folder = words.findIndex(({ value }) => value === "-t" || value === "--target-directory");
      const named = operands(command, ["-m", "-o", "-g", "-t", "-S", "--mode", "--owner", "--group"]);
      const last = folder > 0 ? words[folder + 1] : named.pop();
      const target = last && this.pathOf(last);
      if (target === undefined || last === undefined) return;
      for (const source of named.slice(0, maxWrites)) {
        const isInto = folder > 0 || named.length > 1 || /(?:^|\/)\.{0,2}$|\.d$/.test(last.value);
        const path = isInto ? joinPath(target, nameOf(source.value)) : target;
        if (path !== undefined) yield { sources: [source], target: path, how: "replace" };
      }
    } else if (name === "cat" || name === "dd") {
      const inputs = redirects.filter(({ operator }) => operator === "<").map(({ target }) => target);
      const input = words.find(({ value }) => value.startsWith("if="));
      const sources =
        name === "cat"
          ? [...operands(command), ...inputs]
          : input
            ? [{ ...input, value: input.value.slice(3) }]
            : inputs;
      if (sources.length === 0) return;
      for (const { target, how } of destinationsOf(command, consumers)) {
        const path = target === undefined ? undefined : this.joined(target);
        if (path !== undefined && how !== "edit") yield { sources, target: path, how };
      }
    }
  }

  private pathOf({ value, known }: ShellWord): string | undefined {
    return known && !/[$`~]/.test(value) ? this.joined(value) : undefined;
  }

  private joined(path: string): string | undefined {
    if (path.startsWith("/")) return joinPath("/", path);
    return this.folder === undefined || /[$`~]/.test(path) ? undefined : joinPath(this.folder, path);
  }
}
