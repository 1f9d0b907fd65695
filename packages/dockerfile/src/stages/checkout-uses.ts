import type { Image } from "../image.ts";
import { operands, optionValue, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import type { Position } from "../syntax/spanned-text.ts";
import { checkedOut, folderOf, gitValueOptions, subCommand } from "./git-checkouts.ts";
import type { Stage } from "./stage.ts";
import { enterFolder } from "./work-folder.ts";

/** A `git checkout` of a whole tree, and what keeps it from deciding on the tree that is used. */
export interface CheckoutUse {
  command: ShellCommand;
  ref: ShellWord;
  trouble:
    | { kind: "lost-cd" | "late-cd" | "used-before" | "new-branch"; folder: string; position: Position }
    | undefined;
}

/** Stages below one that are looked at. */
const maxChain = 20;

/** The checkouts of one stage; the stages below it are looked at for their clones only. */
export function checkoutUses(stage: Stage, image: Pick<Image, "commandsOf">): CheckoutUse[] {
  const tracker = new Tracker();
  for (const link of nearest(stage)) {
    tracker.uses = [];
    for (const command of image.commandsOf(link)) tracker.follow(command);
  }
  return tracker.uses;
}

function nearest(stage: Stage): Stage[] {
  const chain: Stage[] = [];
  for (let link: Stage | undefined = stage; link && chain.length < maxChain; link = link.parent)
    chain.push(link);
  return chain.reverse();
}

interface Clone {
  /** The first time the tree was built or installed, where no ref had been checked out by then. */
  installed: Position | undefined;
  moved: boolean;
}

class Tracker {
  uses: CheckoutUse[] = [];
  private readonly clones = new Map<string, Clone>();
  private instruction: unknown;
  private folder = "";
  /** False where the folder may be another one: subshells, variables, `cd -`. */
  private sure = false;
  private entered: Position | undefined;
  /** The clone in which an earlier RUN ended, and its cd. */
  private lost: { folder: string; position: Position } | undefined;
  private readonly usedBefore = new Map<string, CheckoutUse>();
  /** Checkouts of this RUN in a folder that is no clone. */
  private early: CheckoutUse[] = [];

  follow(command: ShellCommand): void {
    if (command.step.instruction !== this.instruction) this.begin(command);
    const { name, words } = command;
    if (name === "cd") this.enter(words[1], command.position);
    else if (name === "pushd" || name === "popd") this.sure = false;
    else if (name === "git") this.git(command);
    else if (installs(command)) this.install(command);
  }

  private begin(command: ShellCommand): void {
    if (this.sure && this.entered && this.clones.has(this.folder))
      this.lost = { folder: this.folder, position: this.entered };
    const { instruction, folder } = command.step;
    this.instruction = instruction;
    this.folder = folder;
    this.entered = undefined;
    this.early = [];
    const script = [instruction.body.text, ...instruction.heredocs.map(({ body }) => body.text)].join("\n");
    this.sure = !/[({]\s*cd\s|\bdo\s+cd\s|\bthen\s+cd\s/.test(script);
  }

  private enter(word: ShellWord | undefined, position: Position): void {
    const next = word?.known ? enterFolder(this.folder, word.value) : "";
    if (next === "") this.sure = false;
    this.folder = next;
    this.entered = position;
    for (const use of this.sure && this.clones.has(next) ? this.early : [])
      use.trouble = { kind: "late-cd", folder: next, position };
    this.early = [];
  }

  private git(command: ShellCommand): void {
    const { words, at } = subCommand(command);
    const git = { ...command, words };
    const verb = words[0]?.value;
    const folder = at === undefined ? this.folder : enterFolder(this.folder, at);
    if (verb === "clone") this.clone(git);
    else if (verb === "init") this.clones.set(folder, { installed: undefined, moved: true });
    else if (verb === "checkout" || verb === "switch") {
      const ref = checkedOut(git);
      if (ref === undefined) this.branch(command, optionValue(git, ["-b", "-c", "--create"]), folder);
      else this.checkout(command, ref, folder, at);
    }
  }

  private clone(git: ShellCommand): void {
    const [url, target] = operands(git, gitValueOptions);
    if (url === undefined) return;
    const named = target?.known ? target.value : target ? "" : folderOf(url.value);
    const folder = enterFolder(this.folder, named);
    // `-b ref` takes the tree at a ref from the start.
    const moved = git.words.some(({ value }) => /^(?:-b|--branch|--revision)\b/.test(value));
    if (folder !== "" && !/[$`*]/.test(folder)) this.clones.set(folder, { installed: undefined, moved });
  }

  /** `checkout -b v1.0` makes a branch of that name where the tree stands, whatever tag is called so. */
  private branch(command: ShellCommand, ref: ShellWord | undefined, folder: string): void {
    const clone = this.clones.get(folder);
    if (!this.sure || ref === undefined || clone === undefined || clone.moved) return;
    if (!/\d\.\d|VERSION|TAG|COMMIT|^[0-9a-f]{7,40}$/.test(ref.value)) return;
    this.uses.push({ command, ref, trouble: { kind: "new-branch", folder, position: ref.position } });
    clone.moved = true;
  }

  private checkout(command: ShellCommand, ref: ShellWord, folder: string, at: string | undefined): void {
    if (/^(?:HEAD|@)(?:[~^@].*)?$/.test(ref.value)) return;
    const use: CheckoutUse = { command, ref, trouble: undefined };
    this.uses.push(use);
    const clone = this.clones.get(folder);
    if (clone) {
      if (clone.installed && !clone.moved) {
        use.trouble = { kind: "used-before", folder, position: clone.installed };
        this.usedBefore.set(folder, use);
      }
      clone.moved = true;
      return;
    }
    if (!this.sure || this.isInClone(folder) || at !== undefined || this.clones.size === 0) return;
    if (this.entered === undefined && this.lost) use.trouble = { kind: "lost-cd", ...this.lost };
    this.early.push(use);
  }

  private install(command: ShellCommand): void {
    const clone = this.clones.get(this.folder);
    if (this.sure && clone && !clone.moved) clone.installed ??= command.position;
    // Installed once more after the checkout: then the ref decides after all.
    const use = this.usedBefore.get(this.folder);
    if (use) use.trouble = undefined;
  }

  private isInClone(folder: string): boolean {
    for (let end = folder.lastIndexOf("/"); end > 0; end = folder.lastIndexOf("/", end - 1)) {
      if (this.clones.has(folder.slice(0, end))) return true;
    }
    return false;
  }
}

/** `pip install .`, `python setup.py install`; an editable install follows the tree. */
function installs({ name, words }: ShellCommand): boolean {
  const values = words.map(({ value }) => value);
  if (/^pip[\d.]*$/.test(name))
    return (
      values[1] === "install" && values.includes(".") && !values.some((one) => /^(?:-e|--editable)/.test(one))
    );
  return /^python[\d.]*$/.test(name) && values[1] === "setup.py" && values[2] === "install";
}
