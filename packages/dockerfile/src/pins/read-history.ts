import type { Image } from "../image.ts";
import { BranchWalker } from "../shell/branch.ts";
import { operands, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import type { Stage } from "../stages/stage.ts";
import { joinPath, nameOf } from "./container-path.ts";
import type { FileEvent, PlacedCommand } from "./file-event.ts";
import { copiedEvents, mountedEvents } from "./placed-files.ts";

/** Redirections of one command whose content is followed; output, errors and input are three. */
const maxRedirects = 8;

interface HistoryPlace {
  seen: number;
  folder: string | undefined;
}

/** Follows the instructions of one stage and the commands of its RUNs, and notes what they do to files. */
export class HistoryReader {
  readonly events: FileEvent[] = [];
  readonly commands: PlacedCommand[] = [];
  private readonly image: Image;
  private folder: string | undefined = "";
  private readonly walker = new BranchWalker<HistoryPlace>({
    save: () => ({ seen: this.events.length, folder: this.folder }),
    restore: (before) => {
      this.doubtSince(before.seen);
      this.folder = before.folder;
    },
    join: (ends, before) => {
      const [only] = ends;
      if (ends.length > 1 || only?.seen !== this.events.length) this.doubtSince(before.seen);
      this.folder = ends.every(({ folder }) => folder === only?.folder) ? only?.folder : undefined;
    },
  });

  constructor(image: Image) {
    this.image = image;
  }

  read(stage: Stage): void {
    const byInstruction = new Map<unknown, ShellCommand[]>();
    for (const command of this.image.commandsOf(stage)) {
      const { instruction } = command.step;
      const known = byInstruction.get(instruction);
      if (known) known.push(command);
      else byInstruction.set(instruction, [command]);
    }
    for (const step of stage.steps) {
      const instruction = step.instruction.trigger ?? step.instruction;
      const { keyword } = instruction;
      if (keyword === "COPY" || keyword === "ADD") {
        for (const event of copiedEvents(this.image, { ...step, instruction })) this.events.push(event);
      } else if (keyword === "RUN") {
        this.folder = step.folder;
        const mounts = [...mountedEvents(this.image, { ...step, instruction })];
        for (const command of byInstruction.get(instruction) ?? []) {
          this.walker.enter(command.branch);
          this.run(command, mounts);
        }
        this.walker.enter(undefined);
      }
    }
  }

  /** What one way of a script puts into files is not there on another way: nobody knows then what the file holds. */
  private doubtSince(start: number): void {
    if (this.events.length === start) return;
    const paths = new Set<string>();
    for (const event of this.events.slice(start)) {
      if (event.kind === "text" || event.kind === "derive") paths.add(event.path);
      else if (event.kind === "place")
        paths.add(event.target).add(joinPath(event.target, nameOf(event.source)) ?? "");
    }
    for (const path of paths) if (path !== "") this.events.push({ kind: "replace", path, folder: false });
  }

  private run(command: ShellCommand, mounts: FileEvent[]): void {
    const { name, words } = command;
    if (name === "cd" || name === "pushd") {
      const to = words[1];
      this.folder = to?.known && !/^[~-]/.test(to.value) ? this.path(to) : undefined;
    }
    this.commands.push({ command, folder: this.folder, seen: this.events.length, mounts });
    const named = operands(command).filter(({ known }) => known);
    if (name === "cp" || name === "mv" || name === "ln") this.moved(named);
    else if (name === "git" && words.some(({ value }) => value === "clone")) this.cloned(named);
    else if (/^(?:sed|perl|patch|dos2unix|truncate)$/.test(name))
      for (const word of named) this.add("edit", word);
    else if (/^(?:tee|rm|unzip)$/.test(name)) for (const word of named) this.add("replace", word);
    else if (/^(?:wget|curl|pip-compile|uv|poetry|pipreqs|conda)$/.test(name)) this.written(words);
    for (const [index, { operator, target }] of command.redirects.entries()) {
      const path = target.known ? this.path(target) : undefined;
      if (path === undefined || !/^(?:&|\d)?>/.test(operator)) continue;
      if (operator.includes(">>")) this.events.push({ kind: "edit", path });
      // Each is held against all words: a hostile command has thousands of both.
      else if (index < maxRedirects) this.redirected(command, named, path);
      else this.events.push({ kind: "replace", path, folder: false });
    }
  }

  private redirected(command: ShellCommand, named: ShellWord[], path: string): void {
    const heredoc = command.redirects.find(({ operator }) => operator === "<<");
    if (command.name === "cat" && heredoc && named.length === 0) {
      const { target } = heredoc;
      this.events.push(
        target.known ? { kind: "text", path, word: target } : { kind: "replace", path, folder: false },
      );
      return;
    }
    const input = command.redirects.filter(({ operator }) => operator === "<").map(({ target }) => target);
    const filters = /^(?:awk|cat|cut|e?grep|fgrep|head|sed|sort|tail|tr|uniq)$/;
    const sources: string[] = [];
    for (
      let link: ShellCommand | undefined = command;
      link && filters.test(link.name);
      link = link.pipedFrom
    ) {
      const files = link === command ? [...named, ...input] : operands(link);
      for (const word of files) {
        const source = word.known ? this.path(word) : undefined;
        if (source !== undefined && source !== path) sources.push(source);
      }
    }
    this.events.push(
      sources.length > 0 ? { kind: "derive", path, sources } : { kind: "replace", path, folder: false },
    );
  }

  private moved(named: ShellWord[]): void {
    const last = named.at(-1);
    const target = last && this.path(last);
    if (target === undefined) return;
    const into = named.length > 2 || /(?:^|\/)\.{0,2}$/.test(last?.value ?? "");
    for (const word of named.slice(0, -1)) {
      const source = this.path(word);
      const from = { kind: source === undefined ? "unknown" : "here" } as const;
      this.events.push({
        kind: "place",
        from,
        source: source ?? "",
        target,
        into,
        parents: false,
        wildcards: true,
      });
    }
  }

  /** `git clone url folder`: what lies in there comes from elsewhere. */
  private cloned(named: ShellWord[]): void {
    const [, url, folder] = named;
    const name = url?.value.split(/[/:]/).findLast((part) => part !== "");
    const path = folder ? this.path(folder) : name && this.joined(name.replace(/\.git$/, ""));
    if (path) this.events.push({ kind: "replace", path, folder: true });
  }

  /** A program that writes the file its option names. */
  private written(words: ShellWord[]): void {
    for (const [index, { value }] of words.entries()) {
      const joined = /^(?:-[oO]|--output(?:-file|-document)?=)(.+)$/.exec(value)?.[1];
      const next = /^(?:-[oO]|--output|--output-file|--output-document)$/.test(value)
        ? words[index + 1]?.value
        : undefined;
      const path = joined ?? next;
      const at = path === undefined ? undefined : this.joined(path);
      if (at !== undefined) this.events.push({ kind: "replace", path: at, folder: false });
    }
  }

  private add(kind: "edit" | "replace", word: ShellWord): void {
    const path = this.path(word);
    if (path === undefined || path === "") return;
    this.events.push(kind === "edit" ? { kind, path } : { kind, path, folder: true });
  }

  private path(word: ShellWord): string | undefined {
    return /[$`~]/.test(word.value) ? undefined : this.joined(word.value);
  }

  private joined(value: string): string | undefined {
    return this.folder === undefined && !value.startsWith("/")
      ? undefined
      : joinPath(this.folder ?? "/", value);
  }
}
