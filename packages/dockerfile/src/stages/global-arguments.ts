import type { Assignment, Instruction } from "../syntax/instruction.ts";
import { expand } from "./expand.ts";
import { isBuilderVariable } from "./variables.ts";

export interface GlobalArgument extends Assignment {
  /** What it holds when nobody gives --build-arg; undefined where that is not known. */
  given: string | undefined;
}

/** The ARGs before the first FROM, by name; the last of a name counts. Only these are known to FROM. */
export function globalArguments(
  instructions: readonly Instruction[],
  escapeMark: string,
): ReadonlyMap<string, GlobalArgument> {
  const found = new Map<string, GlobalArgument>();
  for (const { keyword, assignments } of instructions) {
    if (keyword === "FROM") break;
    if (keyword !== "ARG") continue;
    for (const one of assignments)
      found.set(one.name, { ...one, given: givenTo(found, one.value ?? "", escapeMark) });
  }
  return found;
}

/** A text with the defaults put in. */
export function givenTo(
  globals: ReadonlyMap<string, GlobalArgument>,
  text: string,
  escapeMark: string,
): string | undefined {
  const lookup = (name: string): string | undefined | null => {
    const known = globals.get(name);
    if (known) return known.given;
    return isBuilderVariable(name) ? undefined : null;
  };
  const { value, unknown } = expand(text, lookup, escapeMark);
  return unknown.length > 0 ? undefined : value;
}
