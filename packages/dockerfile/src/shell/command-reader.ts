import { type Command, forEachChild, parse, type SyntaxNode } from "unbash";
import type { Step } from "../stages/stage.ts";
import { type Position, SpannedText } from "../syntax/spanned-text.ts";
import { type CommandReading, maxCommands, maxDepth, maxScript } from "./command-reading.ts";
import { inputWords, scriptsRead } from "./input.ts";
import { bracketDepth } from "./nesting.ts";
import { ScriptWays } from "./script-ways.ts";
import type { ShellCommand, ShellLoop, ShellRedirect, ShellWord } from "./shell-command.ts";
import { changedBySourcing, isSourcing } from "./sourced.ts";
import { malformed, UnreadScript } from "./unread-script.ts";
import { unwrap } from "./unwrap.ts";
import { WordReader } from "./word-reader.ts";

/** Follows a script, and the scripts inside it, to its simple commands. */
export class CommandReader {
  readonly commands: ShellCommand[] = [];
  private readonly step: Step;
  private readonly reading: CommandReading;
  private readonly file: string | undefined;
  private readonly unread: UnreadScript;
  private readonly words: WordReader;
  private readonly ways: ScriptWays;
  /** What is around the command that is read now. */
  private via: readonly string[] = [];
  private conditional = false;
  private outputs: readonly ShellRedirect[] = [];
  private loops: readonly ShellLoop[] = [];
  private inFunction: ShellCommand["inFunction"];

  constructor(step: Step, reading: CommandReading, file?: string) {
    this.step = step;
    this.reading = reading;
    this.file = file;
    this.unread = new UnreadScript(step, reading, file);
    this.words = new WordReader(step, reading, this.unread);
    this.ways = new ScriptWays(this.words.values);
  }

  /** Gives the last command of the script. `depth`: how many scripts it stands in. */
  readScript(source: SpannedText, depth: number, pipedFrom?: ShellCommand): ShellCommand | undefined {
    if (source.text.length > maxScript)
      return this.unread.leaveOut(source.positionAt(0), `its script is longer than ${maxScript / 1024} KiB`);
    this.reading.parseLeft -= source.text.length * (1 + bracketDepth(source.text));
    if (this.reading.parseLeft < 0)
      return this.unread.leaveOut(
        source.positionAt(0),
        "the scripts of this file are too long, or too deeply nested",
      );
    try {
      const script = parse(source.text);
      const [error] = script.errors ?? [];
      if (error) {
        this.unread.leaveOut(source.positionAt(error.pos), malformed(error));
        this.reading.malformedLeft -= source.text.length;
        if (this.reading.malformedLeft < 0) return undefined;
      }
      return this.visit(script, source, depth, pipedFrom);
    } catch (error) {
      // The parser follows nested substitutions by recursion; what was read until then is kept.
      if (error instanceof RangeError)
        return this.unread.leaveOut(source.positionAt(0), "it is nested too deeply");
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
      const inner = SpannedText.join([{ text: node.source, at: source.positionAt(0) }], false);
      return this.visit({ ...node, source: node.source }, inner, depth, undefined);
    }
    // Scripts in substitutions have errors of their own. Behind one, the parser's reading need not be the shell's.
    const error = node.type === "Script" && "errors" in node ? node.errors?.[0] : undefined;
    if (error) this.unread.leaveOut(source.positionAt(error.pos), malformed(error));
    const { loops, inFunction } = this;
    if (node.type === "For" || node.type === "Select") {
      const values = node.wordlist?.map((word) => this.words.read(word, source)) ?? [];
      this.words.forget(node.name.text);
      if (values.length <= maxLoopValues && values.every(({ known }) => known))
        this.loops = [...loops, { name: node.name.text, values: values.map(({ value }) => value) }].slice(-3);
    }
    if (node.type === "Function") this.inFunction = { name: node.name.text, always: true };
    let last: ShellCommand | undefined;
    const piped = node.type === "Pipeline";
    const { conditional, outputs } = this;
    const negated = node.type === "Pipeline" && node.prefixes.some(({ type }) => type === "Negation");
    if (negated || onCondition.has(node.type)) {
      this.conditional = true;
      if (node.type !== "Function") this.inCondition();
    }
    // `{ echo a; echo b; } > file`: each command inside writes there.
    if (node.type === "Redirected") {
      const read = node.redirects.flatMap((redirect) => this.words.redirect(redirect, source));
      this.outputs = [...outputs, ...read.filter(({ operator }) => operator.startsWith(">"))];
    }
    let index = 0;
    const lastOr = node.type === "AndOr" ? node.operators.lastIndexOf("||") : -1;
    this.ways.follow(node, (child) => {
      const input = piped ? (last ?? pipedFrom) : pipedFrom;
      if (node.type === "AndOr") {
        const at = index++;
        const decides = at <= lastOr || node.operators[at - 1] === "||" || this.ways.isGuarded(node, at);
        this.conditional = conditional || decides;
        if (decides) this.inCondition();
      }
      last = this.visit(child, source, depth, input) ?? last;
    });
    this.conditional = conditional;
    this.outputs = outputs;
    this.loops = loops;
    this.inFunction = inFunction;
    return last;
  }

  private inCondition(): void {
    if (this.inFunction) this.inFunction = { ...this.inFunction, always: false };
  }

  private readCommand(
    node: Command,
    source: SpannedText,
    depth: number,
    pipedFrom: ShellCommand | undefined,
  ): ShellCommand | undefined {
    const written = [...(node.name ? [node.name] : []), ...node.args];
    const words = splitName(written.map((word) => this.words.read(word, source)));
    const own = node.redirects.flatMap((redirect) => this.words.redirect(redirect, source));
    const writes = own.some(({ operator }) => operator.startsWith(">"));
    const redirects = writes ? own : [...own, ...this.outputs];
    this.visitSubstitutions(node, source, depth);
    if (words[0]?.value === "read") this.words.keepRead(words, own);
    this.words.keepAssignments(node, this.commands.at(-1)?.position ?? this.step.instruction.position);
    return words.length === 0 ? undefined : this.add(words, redirects, pipedFrom, depth);
  }

  /** Takes in one command by its words, and follows the scripts that it is given. */
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
      return this.unread.leaveOut(
        name.position,
        `this file's scripts are too long (${maxCommands} commands)`,
      );
    const plain = words.filter((word) => word !== script);
    const command: ShellCommand = {
      name: name.known ? (name.value.split("/").at(-1) ?? "") : "",
      // The commands of a script given as a word follow as commands of their own.
      words: takesInput ? [...plain, ...inputWords({ redirects, pipedFrom })] : plain,
      redirects,
      pipedFrom,
      via: via.length === 0 ? this.via : [...this.via, ...via],
      conditional: this.conditional,
      branch: this.ways.branch,
      ...(this.loops.length === 0 ? {} : { loops: this.loops }),
      ...(this.inFunction === undefined ? {} : { inFunction: this.inFunction }),
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
        this.unread.leaveOut(command.position, `more than ${maxDepth} scripts stand within each other`);
        break;
      }
      const read = (): void => {
        // `curl ... | su user -c bash`: what is piped in is what the script inside reads.
        const input = script ? pipedFrom : undefined;
        last = this.readScript(content ?? linesFrom(value, position), depth + 1, input) ?? last;
      };
      if (isSourcing(command)) read();
      else this.words.values.isolated(read);
    }
    this.via = around;
    if (isSourcing(command)) this.words.forgetSourced(changedBySourcing({ name: command.name, words }));
    return script ? last : command;
  }

  private visitSubstitutions(node: Command, source: SpannedText, depth: number): void {
    const inside = (child: SyntaxNode): void => {
      if (child.type === "Script")
        this.words.values.isolated(() => this.visit(child, source, depth, undefined));
      else if (child.type === "Command") this.visit(child, source, depth, undefined);
      else forEachChild(child, inside);
    };
    forEachChild(node, inside);
  }
}

/** `$CURL url` with `CURL="curl -k"`: the shell makes words of a name that has no quotes. */
function splitName(words: ShellWord[]): ShellWord[] {
  const [name, ...others] = words;
  if (!name?.known || !/^\$(?:\w+|\{\w+\})$/.test(name.text) || !/\S\s+\S/.test(name.value)) return words;
  const { content, ...rest } = name;
  const values = name.value.trim().split(/\s+/, 100);
  return [...values.map((value) => ({ ...rest, value, end: undefined })), ...others];
}

/** Words of a `for` that are put in one by one. */
const maxLoopValues = 20;

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
