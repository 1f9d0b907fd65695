import { isAvoidable } from "../shell/branch.ts";
import { operands, optionValue, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import type { Position } from "../syntax/spanned-text.ts";
import { enterFolder } from "./work-folder.ts";

/** A git tree that commands bring into the image. */
export interface GitCheckout {
  /** Empty where it is not known. */
  repository: string;
  folder: string;
  /** What decides on the tree: the last ref that was checked out, or the branch of the clone; undefined for the default branch. */
  ref: ShellWord | undefined;
  /** The clone, or the command that moved the tree. */
  position: Position;
  /** One way of a script leads to this ref, another to another one. */
  isOneOfSeveral: boolean;
}

/** Options of git and its sub-commands that take a value. */
export const gitValueOptions = [
  "-C",
  "-b",
  "-c",
  "-B",
  "-j",
  "-o",
  "-u",
  "--branch",
  "--config",
  "--depth",
  "--filter",
  "--jobs",
  "--origin",
  "--reference",
  "--revision",
  "--separate-git-dir",
  "--template",
];

/**
 * The git trees of one stage, each with the ref that was checked out last. A checkout belongs to the clone whose folder
 * it stands in; where the folder is not known, to the clone before it.
 */
export function gitCheckouts(commands: Iterable<ShellCommand>): GitCheckout[] {
  const tracker = new CheckoutTracker();
  for (const command of commands) tracker.follow(command);
  return tracker.checkouts;
}

class CheckoutTracker {
  readonly checkouts: GitCheckout[] = [];
  private folder = "";
  private fetched: ShellWord | undefined;
  private instruction: unknown;

  follow(command: ShellCommand): void {
    const { instruction } = command.step;
    if (instruction !== this.instruction) {
      // Each RUN starts in the WORKDIR again.
      this.instruction = instruction;
      this.folder = command.step.folder;
    }
    if (command.name === "cd" || command.name === "pushd") this.enter(command.words[1]);
    if (command.name !== "git") return;
    const { words, at } = subCommand(command);
    const folder = at === undefined ? this.folder : enterFolder(this.folder, at);
    const git = { ...command, words };
    const verb = words[0]?.value;
    if (verb === "clone") this.clone(git);
    else if (verb === "fetch") this.fetched = operands(git, gitValueOptions)[1];
    else if (verb === "checkout" || verb === "switch") this.move(git, folder, checkedOut(git));
    else if (verb === "reset" && words.some(({ value }) => value === "--hard"))
      this.move(git, folder, operands(git)[0]);
  }

  private enter(word: ShellWord | undefined): void {
    this.folder = word?.known ? enterFolder(this.folder, word.value) : "";
  }

  private clone(git: ShellCommand): void {
    const [url, target] = operands(git, gitValueOptions);
    if (url === undefined || /^(?:\/|\.|file:)/.test(url.value)) return;
    const repository = url.known ? url.value : "";
    const named = target?.known ? target.value : folderOf(url.value);
    const ref = optionValue(git, ["--revision"]) ?? optionValue(git, ["--branch", "-b"]);
    const { position, branch } = git;
    const folder = enterFolder(this.folder, named);
    this.checkouts.push({ repository, folder, ref, position, isOneOfSeveral: isAvoidable(branch) });
  }

  private move(git: ShellCommand, folder: string, written: ShellWord | undefined): void {
    const ref = written?.value === "FETCH_HEAD" ? this.fetched : written;
    // HEAD and its relatives name what is there already, as does a checkout of single files.
    if (ref === undefined || /^(?:HEAD|@)(?:[~^@].*)?$/.test(ref.value)) return;
    const known = this.checkouts.findLast((one) => one.folder === folder && folder !== "");
    const clone = known ?? (folder === "" || this.checkouts.length === 1 ? this.checkouts.at(-1) : undefined);
    if (clone === undefined) {
      const { position, branch } = git;
      this.checkouts.push({ repository: "", folder, ref, position, isOneOfSeveral: isAvoidable(branch) });
    } else {
      clone.isOneOfSeveral = isAvoidable(git.branch);
      clone.ref = ref;
      clone.position = git.position;
    }
  }
}

/** The folder that git makes of a URL: its last part without `.git`. Split rather than matched: URLs may be hostile. */
export function folderOf(url: string): string {
  const last = url.split(/[/:]/).findLast((part) => part !== "") ?? "";
  return last.length > 4 && last.endsWith(".git") ? last.slice(0, -4) : last;
}

/** The ref that `checkout` or `switch` moves the whole tree to. */
export function checkedOut(git: ShellCommand): ShellWord | undefined {
  // `-b name start` makes a branch at start; `ref -- file` and `-- file` change single files only.
  if (git.words.some(({ value }) => value === "--" || value === "--pathspec-from-file")) return undefined;
  return operands(git, ["-b", "-B", "-c", "-C", "--orphan", "--conflict"])[0];
}

/** The sub-command with its arguments; `at` is the folder of `-C`. */
export function subCommand({ words }: ShellCommand): { words: ShellWord[]; at: string | undefined } {
  let at: string | undefined;
  let index = 1;
  for (; index < words.length; index++) {
    const value = words[index]?.value ?? "";
    if (value === "-C") at = words[++index]?.value;
    else if (value === "-c") index += 1;
    else if (!value.startsWith("-")) break;
  }
  return { words: words.slice(index), at };
}
