import type { Lookup } from "./expand.ts";

/**
 * What is known of variables at one place of a file. A value of undefined: the build's caller decides; null: it is not
 * set there.
 */
export type Variables = Lookup;

/** Set by the builder itself; their values differ from machine to machine. */
const fromBuilder = new Set([
  "BUILDARCH",
  "BUILDOS",
  "BUILDPLATFORM",
  "BUILDVARIANT",
  "TARGETARCH",
  "TARGETOS",
  "TARGETPLATFORM",
  "TARGETSTAGE",
  "TARGETVARIANT",
]);

type History = Map<string, { version: number; value: string | undefined }[]>;

/**
 * The variables of one stage as they come, instruction by instruction. A place keeps only the number of its version, so that
 * a file with thousands of ENV lines needs no copies. ENV goes on into the stages built on this one, ARG does not.
 */
export class VariableScope {
  private readonly environment: History = new Map();
  private readonly arguments: History = new Map();
  private readonly inherited: Variables | undefined;
  private version = 0;

  constructor(inherited?: Variables) {
    this.inherited = inherited;
  }

  setEnvironment(name: string, value: string | undefined): void {
    this.remember(this.environment, name, value);
  }

  setArgument(name: string, value: string | undefined): void {
    this.remember(this.arguments, name, value);
  }

  /** The variables as they are now, ENV before ARG of the same name. */
  now(): Variables {
    const { version } = this;
    return (name) => {
      const set = at(this.environment, name, version);
      if (set) return set.value;
      const inherited = this.inherited?.(name) ?? null;
      if (inherited !== null) return inherited;
      const argument = at(this.arguments, name, version);
      if (argument) return argument.value;
      return fromBuilder.has(name) ? undefined : null;
    };
  }

  /** What a stage built on this one starts with. */
  inheritable(): Variables | undefined {
    if (this.environment.size === 0) return this.inherited;
    return (name) => {
      const set = at(this.environment, name, this.version);
      return set ? set.value : (this.inherited?.(name) ?? null);
    };
  }

  private remember(history: History, name: string, value: string | undefined): void {
    this.version += 1;
    const entry = { version: this.version, value };
    const known = history.get(name);
    if (known) known.push(entry);
    else history.set(name, [entry]);
  }
}

function at(history: History, name: string, version: number): { value: string | undefined } | undefined {
  return history.get(name)?.findLast((entry) => entry.version <= version);
}
