import type { BuildPair } from "./build-pairs.ts";

// BuildKit declares these before the first FROM of every Dockerfile, and a build argument of the name replaces them.
const platformName = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;
const plainInstruction = /^\s*ARG(?:\s+[A-Za-z_][\w.-]*(?:=(?:"[^"\\`]*"|'[^'\\`]*'|[^\s"'\\`]*))?)+\s*$/i;
// What is white space elsewhere in Unicode, Go and this language do not agree on.
const asciiText = /^[\t\r\x20-\x7e]*$/;
const declaredName = /\s([A-Za-z_][\w.-]*)/g;

/**
 * Build arguments that can change what a FROM names, as `arg:NAME`: those that an ARG before the first FROM declares.
 * The Dockerfile is read line by line, without a parser, since every build would have to load that. Whatever is
 * written there in another way than `ARG NAME=value` therefore counts every argument: doubt never makes an image real.
 */
export function replacedByArguments(dockerfile: string, args: readonly BuildPair[]): string[] {
  const declared = globalArguments(dockerfile);
  return args
    .map(({ name }) => name)
    .filter((name) => declared === "doubt" || declared.has(name) || platformName.test(name))
    .map((name) => `arg:${name}`);
}

function globalArguments(dockerfile: string): ReadonlySet<string> | "doubt" {
  const names = new Set<string>();
  let instruction = "";
  for (const line of dockerfile.replace(/^\uFEFF/, "").split("\n")) {
    // Another escape character would move the ends of instructions.
    if (/^\s*#\s*escape\s*=/i.test(line)) return "doubt";
    // A comment or an empty line does not end an instruction that goes on.
    if (/^[ \t]*(?:#|\r?$)/.test(line)) continue;
    instruction += line;
    if (/\\\s*$/.test(line)) {
      instruction = instruction.replace(/\\\s*$/, "");
      continue;
    }
    if (/^\s*FROM\s/i.test(instruction)) return names;
    if (!asciiText.test(instruction) || !plainInstruction.test(instruction)) return "doubt";
    const withoutQuoted = instruction.replace(/"[^"]*"|'[^']*'/g, "");
    for (const [, name] of withoutQuoted.trim().matchAll(declaredName)) names.add(name as string);
    instruction = "";
  }
  return "doubt";
}
