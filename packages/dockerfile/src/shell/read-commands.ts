import {
  type Assignment,
  type Command,
  forEachChild,
  parse,
  type Redirection,
  type SyntaxNode,
  type Word,
} from "unbash";
import type { Step } from "../stages/stage.ts";
import { placeJsonStrings } from "../syntax/json-form.ts";
import { type Position, SpannedText } from "../syntax/spanned-text.ts";
import { type CommandReading, maxCommands, maxDepth, maxScript } from "./command-reading.ts";
import { inputWords, scriptsRead } from "./input.ts";
import { bracketDepth } from "./nesting.ts";
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
      const end = content.endAt(text.length);
      return { text, value: text, known: true, position: content.positionAt(0), end, content };
    });
    reader.add(words, [], undefined, 0);
  } else {
    const source = shellSource(step);
    if (source) reader.readScript(source, 0);
  }
  return reader.commands;
}

/** The same of a script that came with COPY. `step` is what runs it, or brings it in; `file` is how findings name it. */
export function readScriptFile(
  source: SpannedText,
  step: Step,
  file: string,
  reading: CommandReading,
): ShellCommand[] {
  const reader = new CommandReader(step, reading, file);
  reader.readScript(source, 0);
  return reader.commands;
}

class CommandReader {
  readonly commands: ShellCommand[] = [];
  private readonly step: Step;
  private readonly reading: CommandReading;
  private readonly file: string | undefined;
  private reported = false;
  /** What is around the command that is read now. */
  private via: readonly string[] = [];
  private conditional = false;
  private outputs: readonly ShellRedirect[] = [];
  private readonly assigned = new Map<string, string | undefined>();
  private readonly variables: ShellVariables;

  constructor(step: Step, reading: CommandReading, file?: string) {
    this.step = step;
    this.reading = reading;
    this.file = file;
    // What the file does not set may come from the base image or the shell: not known, rather than empty.
    this.variables = (name) =>
      this.assigned.has(name) ? this.assigned.get(name) : (step.variables(name) ?? undefined);
  }

  readScript(source: SpannedText, depth: number): ShellCommand | undefined {
    if (source.text.length > maxScript)
      return this.leaveOut(source.positionAt(0), `its script is longer than ${maxScript / 1024} KiB`);
    this.reading.parseLeft -= source.text.length * (1 + bracketDepth(source.text));
    if (this.reading.parseLeft < 0)
      return this.leaveOut(
        source.positionAt(0),
        "the scripts of this file are too long, or too deeply nested",
      );
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
    const [what, elsewhere] =
      this.file === undefined ? [keyword, ", or move it into a script of its own"] : ["script", ""];
    this.reading.report({
      position,
      message: `this ${what} cannot be checked: ${why}`,
      remedy: `Split the ${what} into shorter and simpler ones${elsewhere}.`,
      ...(this.file === undefined ? {} : { file: this.file }),
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
      const inner = SpannedText.join([{ text: node.source, at: source.positionAt(0) }], false);
      return this.visit({ ...node, source: node.source }, inner, depth, undefined);
    }
    // Scripts in substitutions have errors of their own. Behind one, the parser's reading need not be the shell's.
    const error = node.type === "Script" && "errors" in node ? node.errors?.[0] : undefined;
    if (error) this.leaveOut(source.positionAt(error.pos), malformed(error));
    if (node.type === "For" || node.type === "Select") this.assigned.set(node.name.text, undefined);
    let last: ShellCommand | undefined;
    const piped = node.type === "Pipeline";
    const { conditional, outputs } = this;
    const negated = node.type === "Pipeline" && node.prefixes.some(({ type }) => type === "Negation");
    if (negated || onCondition.has(node.type)) this.conditional = true;
    // `{ echo a; echo b; } > file`: each command inside writes there.
    if (node.type === "Redirected") {
      const read = node.redirects.flatMap((redirect) => this.readRedirect(redirect, source));
      this.outputs = [...outputs, ...read.filter(({ operator }) => operator.startsWith(">"))];
    }
    let index = 0;
    const lastOr = node.type === "AndOr" ? node.operators.lastIndexOf("||") : -1;
    forEachChild(node, (child) => {
      const input = piped ? (last ?? pipedFrom) : pipedFrom;
      if (node.type === "AndOr") {
        const at = index++;
        this.conditional = conditional || at <= lastOr || node.operators[at - 1] === "||";
      }
      last = this.visit(child, source, depth, input) ?? last;
    });
    this.conditional = conditional;
    this.outputs = outputs;
    return last;
  }

  private readCommand(
    node: Command,
    source: SpannedText,
    depth: number,
    pipedFrom: ShellCommand | undefined,
  ): ShellCommand | undefined {
    const written = [...(node.name ? [node.name] : []), ...node.args];
    const words = written.map((word) => this.readWord(word, source));
    const own = node.redirects.flatMap((redirect) => this.readRedirect(redirect, source));
    const writes = own.some(({ operator }) => operator.startsWith(">"));
    const redirects = writes ? own : [...own, ...this.outputs];
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
    const { words, script, takesInput, via } = unwrap(written);
    const name = words[0];
    if (name === undefined) return undefined;
    if (--this.reading.commandsLeft < 0)
      return this.leaveOut(name.position, `this file's scripts are too long (${maxCommands} commands)`);
    const plain = words.filter((word) => word !== script);
    const command: ShellCommand = {
      name: name.known ? (name.value.split("/").at(-1) ?? "") : "",
      // The commands of a script given as a word follow as commands of their own.
      words: takesInput ? [...plain, ...inputWords({ redirects, pipedFrom })] : plain,
      redirects,
      pipedFrom,
      via: via.length === 0 ? this.via : [...this.via, ...via],
      conditional: this.conditional,
      position: (written[0] as ShellWord).position,
      step: this.step,
      ...(this.file === undefined ? {} : { file: this.file }),
    };
    this.commands.push(command);
    const scripts = script ? [script] : scriptsRead(command);
    let last: ShellCommand | undefined = command;
    const around = this.via;
    if (scripts.length > 0) this.via = [...command.via, command.name];
    for (const { content, value, position } of scripts) {
      if (depth >= maxDepth) {
        this.leaveOut(command.position, `more than ${maxDepth} scripts stand within each other`);
        break;
      }
      last = this.readScript(content ?? linesFrom(value, position), depth + 1) ?? last;
    }
    this.via = around;
    return script ? last : command;
  }

  private readWord(word: Word | Assignment, source: SpannedText): ShellWord {
    const position = source.positionAt(word.pos);
    const end = source.isExact ? source.endAt(word.end) : undefined;
    const read = { text: word.text, position, end, ...this.valueOf(word, position) };
    const isQuoted = /^["']/.test(word.text) && word.text.slice(1, -1) === read.value;
    return isQuoted ? { ...read, content: source.slice(word.pos + 1, word.end - 1) } : read;
  }

  private valueOf(word: Word | Assignment, position: Position): { value: string; known: boolean } {
    if (word.type === "Assignment") {
      // `export X=y`: the text up to the value, and the value.
      if (word.value.type !== "Word") return { value: word.text, known: false };
      const read = this.valueOf(word.value, position);
      return { ...read, value: word.text.slice(0, word.value.pos - word.pos) + read.value };
    }
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
    const isInPlace = source.text.startsWith(text, pos);
    const end = isInPlace && source.isExact ? source.endAt(pos + text.length) : undefined;
    const target: ShellWord = { text, value: text, known, position: source.positionAt(pos), end };
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

/** What stands inside may not run. A function's body counts: whether it is called is not looked at. */
const onCondition = new Set(["If", "While", "Case", "Function"]);

/** A text whose lines stand below each other, the first one at `position`. */
function linesFrom(text: string, position: Position): SpannedText {
  const lines = text.split(/(?<=\n)/);
  return SpannedText.join(
    lines.map((line, index) => ({
      text: line,
      at: index === 0 ? position : { line: position.line + index, column: 1 },
    })),
    false,
  );
}

/** Without what the parser met there: it may be a password, and a finding goes where the Dockerfile does not. */
function malformed({ message }: { message: string }): string {
  const plain = message.startsWith("unexpected token") ? "unexpected token" : message.slice(0, 100);
  return `the shell could not read it (${plain})`;
}
