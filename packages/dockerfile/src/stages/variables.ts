import type { Lookup } from "./expand.ts";

/** What is known of variables at one place of a file. A value of undefined: the build's caller decides. */
export type Variables = ReadonlyMap<string, string | undefined>;

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

export function lookupIn(variables: Variables): Lookup {
  return (name) => {
    if (variables.has(name)) return variables.get(name);
    return fromBuilder.has(name) ? undefined : null;
  };
}
