import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";

/** Commands that all loops and functions of one image are written out to. */
export interface VariantBudget {
  left: number;
}

const maxVariants = 5000;

/** Calls of one function, and turns of loops within loops, that are followed. */
const maxCalls = 50;
const maxTurns = 40;

export function newVariants(): VariantBudget {
  return { left: maxVariants };
}

/** The calls of each function by its name; a function lives as long as the shell of its RUN or script. */
export function callsOf(commands: readonly ShellCommand[]): ReadonlyMap<string, ShellCommand[]> {
  const names = new Set(
    commands.flatMap((command) => (command.inFunction ? keyOf(command, command.inFunction.name) : [])),
  );
  const calls = new Map<string, ShellCommand[]>();
  if (names.size === 0) return calls;
  for (const command of commands) {
    const key = keyOf(command, command.name);
    if (!names.has(key)) continue;
    const known = calls.get(key);
    if (known === undefined) calls.set(key, [command]);
    else if (known.length < maxCalls) known.push(command);
  }
  return calls;
}

const numbers = new WeakMap<object, number>();
let count = 0;

function keyOf({ step, file }: ShellCommand, name: string): string {
  const known = numbers.get(step.instruction) ?? ++count;
  numbers.set(step.instruction, known);
  return `${known} ${file ?? ""} ${name}`;
}

/**
 * A command as it runs: once for each value of the loops around it, and with the arguments of each call of the function that
 * it stands in. Only itself where there are none.
 */
export function variantsOf(
  command: ShellCommand,
  calls: ReadonlyMap<string, readonly ShellCommand[]>,
  budget: VariantBudget,
): ShellCommand[] {
  let variants = [command];
  const { loops = [], inFunction } = command;
  if (loops.length > 0 && mentionsVariable(command)) {
    for (const { name, values } of loops) {
      if (values.length === 0) continue;
      variants = variants
        .flatMap((one) => values.map((value) => filled(one, (asked) => (asked === name ? value : undefined))))
        .slice(0, maxTurns);
    }
  }
  if (inFunction) {
    const found = calls.get(keyOf(command, inFunction.name)) ?? [];
    variants = found
      .filter((call) => call.inFunction?.name !== inFunction.name)
      .flatMap((call) => variants.map((one) => called(one, call, inFunction.always)));
  }
  if (variants.length === 1 && variants[0] === command) return variants;
  budget.left -= variants.length;
  return budget.left < 0 ? [command] : variants;
}

function called(command: ShellCommand, call: ShellCommand, always: boolean): ShellCommand {
  const given = call.words.slice(1, 20);
  const all = given.map(({ value }) => value).join(" ");
  const lookup = (name: string): string | undefined => {
    if (name === "@" || name === "*") return all;
    const word = /^[1-9]$/.test(name) ? given[Number(name) - 1] : undefined;
    return word?.known ? word.value : undefined;
  };
  // What a call's output is sent to, each command inside writes there.
  const redirects = command.redirects.some(({ operator }) => operator.includes(">"))
    ? command.redirects
    : [...command.redirects, ...call.redirects.filter(({ operator }) => operator.includes(">"))];
  const conditional = always ? call.conditional : command.conditional;
  return {
    ...filled(command, lookup),
    redirects: filled({ ...command, redirects }, lookup).redirects,
    conditional,
  };
}

type Lookup = (name: string) => string | undefined;

function mentionsVariable({ words, redirects }: ShellCommand): boolean {
  return [...words, ...redirects.map(({ target }) => target)].some(({ value }) => value.includes("$"));
}

function filled(command: ShellCommand, lookup: Lookup): ShellCommand {
  if (!mentionsVariable(command)) return { ...command };
  return {
    ...command,
    words: command.words.map((word) => filledWord(word, lookup)),
    redirects: command.redirects.map((one) => ({ ...one, target: filledWord(one.target, lookup) })),
  };
}

/** UTF-16 units of a word that is written out. */
const maxWord = 10_000;

function filledWord(word: ShellWord, lookup: Lookup): ShellWord {
  if (!word.value.includes("$") || word.value.length > maxWord || word.text.startsWith("'")) return word;
  let left = false;
  const value = word.value.replace(
    /\$(?:(\w+|[@*])|\{(\w+|[@*])\})|[$`]/g,
    (whole, plain?: string, braced?: string) => {
      const name = plain ?? braced;
      const put = name === undefined ? undefined : lookup(/^\d/.test(name) ? name.slice(0, 1) : name);
      // The `$` of an expression of sed stays one.
      if (put === undefined && (name !== undefined || whole === "`")) left = true;
      return put ?? whole;
    },
  );
  if (value === word.value || value.length > maxWord) return word;
  const { content, ...rest } = word;
  return { ...rest, value, known: !left, end: undefined };
}
