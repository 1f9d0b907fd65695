import { type Command, forEachChild, parse, type Redirection, type SyntaxNode, type Word } from "unbash";
import type { Step } from "../stages/stage.ts";
import { placeJsonStrings } from "../syntax/json-form.ts";
import { SpannedText } from "../syntax/spanned-text.ts";
import type { ShellCommand, ShellRedirect, ShellWord } from "./shell-command.ts";
import { shellSource } from "./shell-source.ts";
import { type ShellVariables, wordValue } from "./shell-value.ts";
import { unwrap } from "./unwrap.ts";

/** Scripts within scripts (`bash -c "bash -c ..."`) that are followed. */
const maxDepth = 5;

/** UTF-16 units of a script beyond which it is not looked into: hostile nesting costs the square of its length. */
const maxScript = 64 * 1024;

/** Every simple command of a RUN, CMD or ENTRYPOINT, in the order written. */
export function readCommands(step: Step): ShellCommand[] {
  const { json, body } = step.instruction;
  const reader = new CommandReader(step);
  if (json) {
    const words = placeJsonStrings(body).map((content) => {
      const { text } = content;
      return { text, value: text, known: true, position: content.positionAt(0), content };
    });
    reader.add(words, [], undefined, 0);
  } else {
    const source = shellSource(step);
    if (source) reader.readScript(source, 0);
  }
  return reader.commands;
}

class CommandReader {
  readonly commands: ShellCommand[] = [];
  private readonly step: Step;
  private readonly assigned = new Map<string, string | undefined>();
  private readonly variables: ShellVariables;

  constructor(step: Step) {
    this.step = step;
    // What the file does not set may come from the base image or the shell: not known, rather than empty.
    this.variables = (name) =>
      this.assigned.has(name) ? this.assigned.get(name) : (step.variables(name) ?? undefined);
  }

  readScript(source: SpannedText, depth: number): ShellCommand | undefined {
    if (source.text.length > maxScript) return undefined;
    try {
      return this.visit(parse(source.text), source, depth, undefined);
    } catch (error) {
      // The parser follows nested substitutions by recursion; what was read until then is kept.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** Gives the last command inside the node: its output is what a pipe behind the node reads. */
  private visit(
    node: SyntaxNode,
    source: SpannedText,
    depth: number,
    pipedFrom: ShellCommand | undefined,
  ): ShellCommand | undefined {
    if (node.type === "Command") return this.readCommand(node, source, depth, pipedFrom);
    if (node.type === "Script" && node.source !== undefined && node.source !== source.text) {
      // A script in backquotes is unescaped first; its places are those of its beginning.
      const inner = SpannedText.join([{ text: node.source, at: source.positionAt(0) }]);
      return this.visit({ ...node, source: node.source }, inner, depth, undefined);
    }
    if (node.type === "For" || node.type === "Select") this.assigned.set(node.name.text, undefined);
    let last: ShellCommand | undefined;
    const piped = node.type === "Pipeline";
    forEachChild(node, (child) => {
      const input = piped ? (last ?? pipedFrom) : pipedFrom;
      last = this.visit(child, source, depth, input) ?? last;
    });
    return last;
  }

  private readCommand(
    node: Command,
    source: SpannedText,
    depth: number,
    pipedFrom: ShellCommand | undefined,
  ): ShellCommand | undefined {
    const written = [...(node.name ? [node.name] : []), ...node.args];
    const words = written.map((word) => this.readWord(word as Word, source));
    const redirects = node.redirects.flatMap((redirect) => this.readRedirect(redirect, source));
    this.visitSubstitutions(node, source, depth);
    this.keepAssignments(node);
    return words.length === 0 ? undefined : this.add(words, redirects, pipedFrom, depth);
  }

  add(
    written: ShellWord[],
    redirects: ShellRedirect[],
    pipedFrom: ShellCommand | undefined,
    depth: number,
  ): ShellCommand | undefined {
    const { words, script } = unwrap(written);
    const name = words[0];
    if (name === undefined) return undefined;
    const command: ShellCommand = {
      name: name.known ? (name.value.split("/").at(-1) ?? "") : "",
      // The commands of a script given as a word follow as commands of their own.
      words: words.filter((word) => word !== script),
      redirects,
      pipedFrom,
      position: (written[0] as ShellWord).position,
      step: this.step,
    };
    this.commands.push(command);
    if (script === undefined || depth >= maxDepth) return command;
    const { content, value, position } = script;
    return this.readScript(content ?? SpannedText.join([{ text: value, at: position }]), depth + 1);
  }

  private readWord(word: Word, source: SpannedText): ShellWord {
    const read = {
      text: word.text,
      position: source.positionAt(word.pos),
      ...wordValue(word, this.variables),
    };
    const isQuoted = /^["']/.test(word.text) && word.text.slice(1, -1) === read.value;
    return isQuoted ? { ...read, content: source.slice(word.pos + 1, word.end - 1) } : read;
  }

  private readRedirect(redirect: Redirection, source: SpannedText): ShellRedirect[] {
    const { operator } = redirect;
    if (redirect.type !== "HereDoc")
      return redirect.target ? [{ operator, target: this.readWord(redirect.target, source) }] : [];
    const { text, pos } = redirect.body;
    const known = redirect.delimiter?.quoted === true || !/[$`]/.test(text);
    return [{ operator: "<<", target: { text, value: text, known, position: source.positionAt(pos) } }];
  }

  private visitSubstitutions(node: Command, source: SpannedText, depth: number): void {
    const inside = (child: SyntaxNode): void => {
      if (child.type === "Script" || child.type === "Command") this.visit(child, source, depth, undefined);
      else forEachChild(child, inside);
    };
    forEachChild(node, inside);
  }

  private keepAssignments(node: Command): void {
    const alone = node.name === undefined;
    const exported = /^(?:export|readonly|local|declare|typeset)$/.test(node.name?.value ?? "");
    for (const part of [...(alone ? node.prefix : []), ...(exported ? node.args : [])]) {
      if (part.type !== "Assignment") continue;
      const plain = part.value.type === "Word" && !part.append && !part.index;
      const read = plain ? wordValue(part.value as Word, this.variables) : undefined;
      this.assigned.set(part.name, read?.known ? read.value : undefined);
    }
  }
}
