import { type AndOr, type Command, forEachChild, type If, type SyntaxNode } from "unbash";
import type { Branch, Fork } from "./branch.ts";
import { namesInLoops } from "./names-set.ts";
import type { ScriptValues } from "./script-values.ts";

/** Ways within ways that are followed one by one; no honest script comes near. */
const maxNested = 40;

type Visit = (child: SyntaxNode) => void;

/** Which ways a script may go: keeps the values of its variables apart, and says of each command in which way it stands. */
export class ScriptWays {
  /** Of the command that is read now. */
  branch: Branch | undefined;
  private readonly values: ScriptValues;
  private readonly inLoops = new WeakMap<SyntaxNode, ReadonlySet<string>>();
  private readonly last = new WeakSet<SyntaxNode>();
  private readonly guards = new WeakMap<AndOr, number>();

  constructor(values: ScriptValues) {
    this.values = values;
  }

  /** Visits the children of a node in the order written. */
  follow(node: SyntaxNode, visit: Visit): void {
    switch (node.type) {
      case "If":
        visit(node.clause);
        this.fork(node.else === undefined, armsOf(node), visit);
        return;
      case "Case": {
        visit(node.word);
        // One way goes on into the next: what any of them sets is not known in any.
        if (node.items.some(({ terminator }) => terminator === ";&" || terminator === ";;&"))
          this.forgetIn(node);
        const takesAll = node.items.some(({ pattern }) => pattern.some(({ text }) => text === "*"));
        this.fork(!takesAll, node.items, visit);
        return;
      }
      case "While":
        this.forgetIn(node);
        this.fork(true, [node], () => forEachChild(node, visit));
        return;
      case "For":
      case "Select":
      case "ArithmeticFor":
        this.forgetIn(node);
        this.values.fork(true, [{ ends: false, run: () => forEachChild(node, visit) }]);
        return;
      case "Function":
        this.values.inFunction(() => this.fork(true, [node], () => forEachChild(node, visit)));
        return;
      case "Subshell":
      case "Coproc":
      case "CommandExpansion":
      case "ProcessSubstitution":
        this.values.isolated(() => forEachChild(node, visit));
        return;
      case "Statement":
        if (node.background) this.values.isolated(() => visit(node.command));
        else visit(node.command);
        return;
      case "Pipeline":
        if (node.commands.length === 1) forEachChild(node, visit);
        else forEachChild(node, (child) => this.values.isolated(() => visit(child)));
        return;
      case "AndOr":
        this.followChain(node, visit);
        return;
      case "Script": {
        const last = node.commands.at(-1)?.command;
        if (last) this.last.add(last);
        forEachChild(node, visit);
        return;
      }
      default:
        forEachChild(node, visit);
        return;
    }
  }

  /**
   * Whether a command of a list runs only where a test says so: `[ "$A" = b ] && ...`. Where nothing follows the list, its
   * failure is the script's.
   */
  isGuarded(node: AndOr, at: number): boolean {
    return at > this.guardOf(node);
  }

  private guardOf(node: AndOr): number {
    const known = this.guards.get(node) ?? (this.last.has(node) ? node.commands.length : firstTest(node));
    this.guards.set(node, known);
    return known;
  }

  private followChain(node: AndOr, visit: Visit): void {
    const { commands, operators } = node;
    const lastOr = operators.lastIndexOf("||");
    const around = this.branch;
    const ending = chainArms(node);
    const fork = forkOf(ending, false);
    const guard = this.guardOf(node);
    const chain = this.values.chain();
    let arm = 0;
    let way = around;
    for (const [index, command] of commands.entries()) {
      const isOther = index > 0 && operators[index - 1] === "||";
      if (isOther) arm += 1;
      if (lastOr < 0) {
        if (index === guard + 1) way = this.inside(forkOf([false], true), 0, false);
      } else if (index > lastOr + 1) way = around;
      else if (index === 0 || isOther) way = this.inside(fork, arm, ending[arm] === true);
      this.branch = way;
      if (isOther) chain.otherwise(ends(command), canFail(command), () => visit(command));
      else chain.next(canFail(command), () => visit(command));
      this.branch = around;
    }
    chain.close();
  }

  private fork(mayPass: boolean, nodes: readonly SyntaxNode[], visit: Visit): void {
    const around = this.branch;
    if ((around?.depth ?? 0) >= maxNested) {
      this.values.unfollowed(() => {
        for (const node of nodes) visit(node);
      });
      return;
    }
    const ending = nodes.map(ends);
    const fork = forkOf(ending, mayPass);
    const arms = nodes.map((node, arm) => ({
      ends: ending[arm] === true,
      run: () => {
        this.branch = this.inside(fork, arm, ending[arm] === true);
        visit(node);
        this.branch = around;
      },
    }));
    this.values.fork(mayPass, arms);
  }

  private inside(fork: Fork, arm: number, isEnd: boolean): Branch | undefined {
    const { branch: within } = this;
    const depth = (within?.depth ?? 0) + 1;
    return depth > maxNested ? within : { fork, arm, ends: isEnd, within, depth };
  }

  private forgetIn(node: SyntaxNode): void {
    for (const name of namesInLoops(node, this.inLoops, maxNested)) this.values.set(name, undefined);
  }
}

/** `ending`: of each way whether it ends the script. */
function forkOf(ending: readonly boolean[], mayPass: boolean): Fork {
  const open = ending.filter((isEnd) => !isEnd).length + (mayPass ? 1 : 0);
  return { arms: ending.length, mayPass, open };
}

/** What `||` parts: of each whether it ends the script. */
function chainArms({ commands, operators }: AndOr): boolean[] {
  return commands.flatMap((_, index) => {
    const begins = index === 0 || operators[index - 1] === "||";
    return begins ? [ends(commands[endOfArm(operators, index)])] : [];
  });
}

function armsOf({ then, elif, else: other }: If): SyntaxNode[] {
  return [then, ...elif, ...(other ? [other] : [])];
}

/** Where the list's first test stands; behind its end where it has none. */
function firstTest({ commands }: AndOr): number {
  const at = commands.findIndex((one) => {
    const node = one.type === "Pipeline" && one.commands.length === 1 ? one.commands[0] : one;
    if (node?.type === "TestCommand" || node?.type === "ArithmeticCommand") return true;
    return node?.type === "Command" && /^(?:\[|test)$/.test(node.name?.value ?? "");
  });
  return at < 0 ? commands.length : at;
}

function endOfArm(operators: readonly string[], start: number): number {
  let at = start;
  while (operators[at] === "&&") at += 1;
  return at;
}

/** Whether the script surely stops at the end of a node, or the function does. */
function ends(node: SyntaxNode | undefined): boolean {
  switch (node?.type) {
    case "Command":
      return /^(?:exit|return)$/.test(node.name?.value ?? "");
    case "Statement":
    case "Redirected":
      return ends(node.command);
    case "CompoundList":
      return ends(node.commands.at(-1));
    case "AndOr":
      return !node.operators.includes("||") && ends(node.commands.at(-1));
    case "BraceGroup":
    case "CaseItem":
      return ends(node.body);
    case "Elif":
      return ends(node.then);
    default:
      return false;
  }
}

const cannotFail = /^(?:true|:|echo|export|readonly|local|declare|typeset|set|shopt|umask|unset)$/;

function canFail(node: SyntaxNode): boolean {
  if (node.type !== "Command") return true;
  return node.name === undefined ? mayRun(node) : !cannotFail.test(node.name.value);
}

/** `V=$(program)` fails where the program does. */
function mayRun({ prefix }: Command): boolean {
  return prefix.some((part) => part.type !== "Assignment" || /\$\(|`/.test(part.text));
}
