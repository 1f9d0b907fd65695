import type { Lookup } from "./expand.ts";

/**
 * What is known of variables at one place of a file. A value of undefined: the build's caller decides; null: it is not
 * set there.
 */
export type Variables = Lookup;

/** Set by the builder itself before the first FROM; their values differ from machine to machine. */
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

/** Whether the builder itself sets it; a stage has it only behind an ARG that takes it up. */
export function isBuilderVariable(name: string): boolean {
  return fromBuilder.has(name);
}

/** What a stage built on another one starts with. */
export interface Inherited {
  /** What ENV set. */
  environment: Variables;
  /** What ENV or ARG set; ENV wins here, whichever came last. */
  all: Variables;
}

type History = Map<string, { version: number; value: string | undefined }[]>;

/**
 * The variables of one stage as they come, instruction by instruction. A place keeps only the number of its version, so that
 * a file with thousands of ENV lines needs no copies. Of ENV and ARG the last one counts; both go on into the stages built
 * on this one, where ENV counts first (tried with BuildKit 0.25).
 */
export class VariableScope {
  private readonly set: History = new Map();
  private readonly environment: History = new Map();
  private readonly inherited: Inherited | undefined;
  private version = 0;

  constructor(inherited?: Inherited) {
    this.inherited = inherited;
  }

  setEnvironment(name: string, value: string | undefined): void {
    this.version += 1;
    remember(this.environment, name, value, this.version);
    remember(this.set, name, value, this.version);
  }

  setArgument(name: string, value: string | undefined): void {
    this.version += 1;
    remember(this.set, name, value, this.version);
  }

  /** The variables as they are now. */
  now(): Variables {
    const { version } = this;
    return (name) => {
      const own = at(this.set, name, version);
      if (own) return own.value;
      return this.inherited ? this.inherited.all(name) : null;
    };
  }

  inheritable(): Inherited | undefined {
    const { inherited, version } = this;
    if (this.set.size === 0) return inherited;
    const environment: Variables = (name) => {
      const own = at(this.environment, name, version);
      if (own) return own.value;
      return inherited ? inherited.environment(name) : null;
    };
    const now = this.now();
    return {
      environment,
      all: (name) => {
        const value = environment(name);
        return value === null ? now(name) : value;
      },
    };
  }
}

/** The variables in front of the first FROM: there the builder's own are set, elsewhere ARG has to take them up. */
export function globalVariables(scope: VariableScope): Variables {
  const now = scope.now();
  return (name) => {
    const value = now(name);
    return value === null && isBuilderVariable(name) ? undefined : value;
  };
}

function remember(history: History, name: string, value: string | undefined, version: number): void {
  const known = history.get(name);
  if (known) known.push({ version, value });
  else history.set(name, [{ version, value }]);
}

/** The last entry at a version or before it, by bisection: a name may be set thousands of times. */
function at(history: History, name: string, version: number): { value: string | undefined } | undefined {
  const entries = history.get(name);
  if (entries === undefined) return undefined;
  let low = -1;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((entries[middle]?.version ?? 0) <= version) low = middle;
    else high = middle - 1;
  }
  return entries[low];
}
