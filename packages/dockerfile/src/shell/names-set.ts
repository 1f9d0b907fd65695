import { type Command, forEachChild, type SyntaxNode } from "unbash";

const readers = /^(?:read|mapfile|readarray|getopts|unset)$/;
const keepers = /^(?:export|readonly|local|declare|typeset)$/;

/** Whether the command's words may be `NAME=value`. */
export function keepsValues(command: Command): boolean {
  return keepers.test(command.name?.value ?? "");
}

/** Variables that a command gives a value which its words do not show: `read X`, `printf -v X`, `unset X`, `local X`. */
export function namesFilled(command: Command): string[] {
  const name = command.name?.value ?? "";
  const words = command.args.flatMap((word) => (word.type === "Word" ? [word.value] : []));
  if (readers.test(name) || name === "local") return words.filter((word) => /^[A-Za-z_]\w*$/.test(word));
  if (name === "printf" && words[0] === "-v") return words.slice(1, 2);
  return name === "let" ? words.flatMap((word) => /^[A-Za-z_]\w*/.exec(word)?.[0] ?? []) : [];
}

/** All variables that a command sets in the shell that runs it. */
function namesOf(command: Command): string[] {
  const alone = command.name === undefined;
  const parts = [...(alone ? command.prefix : []), ...(keepsValues(command) ? command.args : [])];
  const given = parts.flatMap((part) => (part.type === "Assignment" ? [part.name] : []));
  return [...given, ...namesFilled(command)];
}

const loops = new Set(["For", "Select", "While", "ArithmeticFor"]);

/**
 * The variables that something sets inside of a loop, at whichever of its rounds. All loops inside are looked at in the same
 * walk: they stand within each other. `maxOpen`: those that are nested deeper get no answer of their own.
 */
export function namesInLoops(
  node: SyntaxNode,
  known: WeakMap<SyntaxNode, ReadonlySet<string>>,
  maxOpen: number,
): ReadonlySet<string> {
  const found = known.get(node);
  if (found) return found;
  const open: Set<string>[] = [];
  const add = (name: string): void => {
    for (const names of open) names.add(name);
  };
  const visit = (at: SyntaxNode): void => {
    if (at.type === "Word" || at.type === "Script" || at.type === "Function" || at.type === "Subshell")
      return;
    if (at.type === "Command") {
      for (const name of namesOf(at)) add(name);
      return;
    }
    const isOwn = at === node || (loops.has(at.type) && open.length < maxOpen);
    if (isOwn) {
      const names = new Set<string>();
      open.push(names);
      known.set(at, names);
    }
    if (at.type === "For" || at.type === "Select") add(at.name.text);
    forEachChild(at, visit);
    if (isOwn) open.pop();
  };
  visit(node);
  return known.get(node) ?? new Set();
}
