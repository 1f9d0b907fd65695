import { type AndOr, type Command, parse, type Statement, type SyntaxNode } from "unbash";
import type { Step } from "../stages/stage.ts";
import { maxScript } from "./command-reading.ts";
import { shellSource } from "./shell-source.ts";

/**
 * The places (`line:column`) of a step's simple commands whose failure the script does not notice: something follows behind
 * `;` or a new line, and nothing like `set -e` stops it. Scripts within scripts, loops and conditions are left out, and so is
 * a command that has an `||` behind it: there somebody decided.
 */
export function uncheckedCommands(step: Step, shell: readonly string[] | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const source = shellSource(step);
  if (source === undefined || source.text.length > maxScript) return found;
  if (shell?.slice(1).some(isErrexit) || /^#!.*\s-[a-z]*e/.test(source.text)) return found;
  const reader = new ListReader((offset) => {
    const { line, column } = source.positionAt(offset);
    found.add(`${line}:${column}`);
  });
  try {
    reader.readList(parse(source.text).commands, false);
  } catch (error) {
    // The parser follows nesting by recursion.
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

/** `-e`, `-euo`, and the `errexit` of `-o errexit`. */
function isErrexit(word: string): boolean {
  return /^-[a-z]*e[a-z]*$/.test(word) || word === "errexit";
}

class ListReader {
  private stops = false;
  private readonly report: (offset: number) => void;

  constructor(report: (offset: number) => void) {
    this.report = report;
  }

  readList(statements: readonly Statement[], unnoticed: boolean): void {
    for (const [index, { command }] of statements.entries()) {
      const isLast = index === statements.length - 1;
      this.read(command, (unnoticed || !isLast) && !this.stops);
      if (command.type === "Command" && setsErrexit(command)) this.stops = true;
    }
  }

  private read(node: SyntaxNode, unnoticed: boolean): void {
    if (node.type === "Command") {
      if (unnoticed && node.name) this.report(node.name.pos);
    } else if (node.type === "AndOr") this.readChain(node, unnoticed);
    else if (node.type === "BraceGroup" || node.type === "Subshell")
      this.readList(node.body.commands, unnoticed);
  }

  private readChain({ commands, operators }: AndOr, unnoticed: boolean): void {
    for (const [index, command] of commands.entries()) {
      if (setsErrexit(command)) this.stops = true;
      const decided = operators.slice(index).includes("||");
      this.read(command, unnoticed && !decided && !this.stops);
    }
  }
}

function setsErrexit(node: SyntaxNode): boolean {
  if (node.type !== "Command" || node.name?.value !== "set") return false;
  return (node as Command).args.some((word) => word.type === "Word" && isErrexit(word.value));
}
