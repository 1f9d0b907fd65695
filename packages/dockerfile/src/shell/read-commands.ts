import { type Command, forEachChild, parse, type Redirection, type SyntaxNode, type Word } from "unbash";
import type { Step } from "../stages/stage.ts";
import { placeJsonStrings } from "../syntax/json-form.ts";
import { type Position, SpannedText } from "../syntax/spanned-text.ts";
import { type CommandReading, maxDepth, maxScript } from "./command-reading.ts";
import { inputWords, scriptsRead } from "./input.ts";
import type { ShellCommand, ShellRedirect, ShellWord } from "./shell-command.ts";
import { shellSource } from "./shell-source.ts";
import { maxValue, type ShellVariables, wordValue } from "./shell-value.ts";
import { unwrap } from "./unwrap.ts";

/** Every simple command of a RUN, CMD or ENTRYPOINT, in the order written. What a limit leaves out is reported. */
export function readCommands(step: Step, reading: CommandReading): ShellCommand[] {
  const { json, body } = step.instruction;
  const reader = new CommandReader(step, reading);
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
  private readonly reading: CommandReading;
  private reported = false;
  private readonly assigned = new Map<string, string | undefined>();
  private readonly variables: ShellVariables;

  constructor(step: Step, reading: CommandReading) {
    this.step = step;
    this.reading = reading;
    // What the file does not set may come from the base image or the shell: not known, rather than empty.
    this.variables = (name) =>
      this.assigned.has(name) ? this.assigned.get(name) : (step.variables(name) ?? undefined);
  }

  readScript(source: SpannedText, depth: number): ShellCommand | undefined {
    if (source.text.length > maxScript)
      return this.leaveOut(source.positionAt(0), `its script is longer than ${maxScript / 1024} KiB`);
    try {
      const script = parse(source.text);
      const [error] = script.errors ?? [];
      if (error) {
        this.leaveOut(source.positionAt(error.pos), malformed(error));
        this.reading.malformedLeft -= source.text.length;
        if (this.reading.malformedLeft < 0) return undefined;
      }
      return this.visit(script, source, depth, undefined);
    } catch (error) {
      // The parser follows nested substitutions by recursion; what was read until then is kept.
      if (error instanceof RangeError) return this.leaveOut(source.positionAt(0), "it is nested too deeply");
      throw error;
    }
  }

  /** Says once that something of this instruction was not read: what stands there may be anything. */
  private leaveOut(position: Position, why: string): undefined {
    if (this.reported) return undefined;
    this.reported = true;
    const { keyword } = this.step.instruction;
    this.reading.report({
      position,
      message: `this ${keyword} cannot be checked: ${why}`,
      remedy: `Split the ${keyword} into shorter and simpler ones, or move it into a script of its own.`,
    });
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
    // Scripts in substitutions have errors of their own. Behind one, the parser's reading need not be the shell's.
    const error = node.type === "Script" && "errors" in node ? node.errors?.[0] : undefined;
    if (error) this.leaveOut(source.positionAt(error.pos), malformed(error));
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
    const { words, script, takesInput } = unwrap(written);
    const name = words[0];
    if (name === undefined) return undefined;
    const plain = words.filter((word) => word !== script);
    const command: ShellCommand = {
      name: name.known ? (name.value.split("/").at(-1) ?? "") : "",
      // The commands of a script given as a word follow as commands of their own.
      words: takesInput ? [...plain, ...inputWords({ redirects, pipedFrom })] : plain,
      redirects,
      pipedFrom,
      position: (written[0] as ShellWord).position,
      step: this.step,
    };
    this.commands.push(command);
    const scripts = script ? [script] : scriptsRead(command);
    let last: ShellCommand | undefined = command;
    for (const { content, value, position } of scripts) {
      if (depth >= maxDepth) {
        this.leaveOut(command.position, `more than ${maxDepth} scripts stand within each other`);
        return command;
      }
      last = this.readScript(content ?? linesFrom(value, position), depth + 1) ?? last;
    }
    return script ? last : command;
  }

  private readWord(word: Word, source: SpannedText): ShellWord {
    const position = source.positionAt(word.pos);
    const read = { text: word.text, position, ...this.valueOf(word, position) };
    const isQuoted = /^["']/.test(word.text) && word.text.slice(1, -1) === read.value;
    return isQuoted ? { ...read, content: source.slice(word.pos + 1, word.end - 1) } : read;
  }

  private valueOf(word: Word, position: Position): { value: string; known: boolean } {
    const read = wordValue(word, this.variables);
    const added = read.value.length - word.text.length;
    if (added > 0) this.reading.left -= added;
    if (this.reading.left >= 0 && !read.tooLong) return read;
    this.leaveOut(
      position,
      `with its variables put in, a word or all of them get too long (${maxValue / 1024} KiB)`,
    );
    return { value: word.text, known: false };
  }

  private readRedirect(redirect: Redirection, source: SpannedText): ShellRedirect[] {
    const { operator } = redirect;
    if (redirect.type !== "HereDoc")
      return redirect.target ? [{ operator, target: this.readWord(redirect.target, source) }] : [];
    const { text, pos } = redirect.body;
    const known = redirect.delimiter?.quoted === true || !/[$`]/.test(text);
    const target: ShellWord = { text, value: text, known, position: source.positionAt(pos) };
    const isInPlace = source.text.startsWith(text, pos);
    if (isInPlace) target.content = source.slice(pos, pos + text.length);
    return [{ operator: "<<", target }];
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
      const word = part.value as Word;
      const read = plain
        ? this.valueOf(word, this.commands.at(-1)?.position ?? this.step.instruction.position)
        : undefined;
      this.assigned.set(part.name, read?.known ? read.value : undefined);
    }
  }
}

/** A text whose lines stand below each other, the first one at `position`. */
function linesFrom(text: string, position: Position): SpannedText {
  const lines = text.split(/(?<=\n)/);
  return SpannedText.join(
    lines.map((line, index) => ({
      text: line,
      at: index === 0 ? position : { line: position.line + index, column: 1 },
    })),
  );
}

/** Without what the parser met there: it may be a password, and a finding goes where the Dockerfile does not. */
function malformed({ message }: { message: string }): string {
  const plain = message.startsWith("unexpected token") ? "unexpected token" : message.slice(0, 100);
  return `the shell could not read it (${plain})`;
}
