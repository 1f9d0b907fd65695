import { Lock } from "./lock-file.ts";
import { baseKey, packageKey, sourceKey } from "./lock-names.ts";
import { readYaml, type YamlProblem } from "./read-yaml.ts";

/** Twenty times what five models need; a larger file is refused before it is parsed. */
export const maxLockBytes = 4 * 1024 * 1024;

export type ParsedLock =
  | { ok: true; lock: Lock; lineOf: (path: readonly PropertyKey[]) => number }
  | { ok: false; problems: YamlProblem[] };

const maxProblems = 100;

/** Checks the text of a models.lock.yaml. Reports every problem at once, each with its line. Never throws. */
export function parseLock(text: string): ParsedLock {
  if (/^(?:<{7}|>{7}|={7})(?: |$)/m.test(text)) return { ok: false, problems: [conflict(text)] };
  const read = readYaml(text, Lock, "the lock");
  if (!read.ok) return read;
  const { value, lineOf } = read;
  // Without a prototype: a model may be called `constructor`.
  const lock: Lock = { ...value, models: Object.assign(Object.create(null), value.models) };
  const problems = twice(lock).map(({ path, name }) => ({
    line: lineOf(path),
    message: `${name} stands here a second time: leave one`,
  }));
  return problems.length > 0
    ? { ok: false, problems: problems.slice(0, maxProblems) }
    : { ok: true, lock, lineOf };
}

function conflict(text: string): YamlProblem {
  const line = text.slice(0, text.search(/^(?:<{7}|>{7}|={7})(?: |$)/m)).split("\n").length;
  return { line, message: "git could not merge this file: take one side, then run `mia lock`" };
}

function twice({ models }: Lock): { path: PropertyKey[]; name: string }[] {
  return Object.entries(models).flatMap(([slug, { bases, sources, packages }]) => [
    ...repeated(
      bases.map(({ image }) => baseKey(image)),
      ["models", slug, "bases"],
    ),
    ...repeated(sources.map(sourceKey), ["models", slug, "sources"]),
    ...repeated(packages.map(packageKey), ["models", slug, "packages"]),
  ]);
}

function repeated(keys: readonly string[], path: PropertyKey[]): { path: PropertyKey[]; name: string }[] {
  const seen = new Set<string>();
  const found: { path: PropertyKey[]; name: string }[] = [];
  for (const [index, key] of keys.entries()) {
    if (seen.has(key)) found.push({ path: [...path, index], name: key });
    seen.add(key);
  }
  return found;
}
