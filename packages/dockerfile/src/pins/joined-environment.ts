import type { Environment, Fact, Package } from "./environment.ts";

/** What is known where two ways of a script meet: what both agree on. */
export function joinedEnvironment(one: Environment, other: Environment): Environment {
  if (one === other) return one;
  const packages = new Map<string, Package>();
  for (const name of new Set([...one.packages.keys(), ...other.packages.keys()])) {
    const met = joinedPackage(one.packages.get(name), other.packages.get(name));
    if (met) packages.set(name, met);
  }
  return {
    base: one.base === other.base ? one.base : undefined,
    inBase: one.inBase && other.inBase,
    complete: one.complete && other.complete,
    packages,
    cuda: joinedFact(one.cuda, other.cuda),
    python: joinedFact(one.python, other.python),
    flavor: joinedFact(one.flavor, other.flavor),
  };
}

function joinedFact(one: Fact | undefined, other: Fact | undefined): Fact | undefined {
  if (one === undefined || one.value !== other?.value) return undefined;
  return one === other ? one : { ...one, sure: one.sure && other.sure };
}

/** Where only one way has it, this is the one if it is there at all. Two different ones are no version that a rule may go by. */
function joinedPackage(one: Package | undefined, other: Package | undefined): Package | undefined {
  if (one === other) return one;
  if (one === undefined || other === undefined) {
    const only = one ?? other;
    return only && { ...only, sure: false };
  }
  const isSame = one.version === other.version;
  return {
    ...other,
    version: isSame ? one.version : undefined,
    cuda: isSame && one.cuda === other.cuda ? one.cuda : undefined,
    sure: isSame && one.sure && other.sure,
  };
}
