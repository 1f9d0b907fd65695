import type { LockedModel } from "./lock-file.ts";

/** Something the lock names and does not hold. `path` leads to it from the model's own entry. */
export interface Incomplete {
  kind: "base-image" | "git-commit" | "wheel";
  name: string;
  reason: string;
  path: PropertyKey[];
}

/** What a model's lock does not hold, and why; empty where everything is locked. */
export function incompleteParts(model: LockedModel): Incomplete[] {
  const { bases, sources, packages } = model;
  return [
    ...bases.map(({ image, reason }, index) => part("base-image", image, reason, ["bases", index])),
    ...sources.map(({ repository, reason }, index) =>
      part("git-commit", repository, reason, ["sources", index]),
    ),
    ...packages.map(({ name, version, reason }, index) =>
      part("wheel", version === null ? name : `${name} ${version}`, reason, ["packages", index]),
    ),
  ].filter((one) => one !== undefined);
}

/** The schema allows a reason exactly where something is null. */
function part(
  kind: Incomplete["kind"],
  name: string,
  reason: string | undefined,
  path: PropertyKey[],
): Incomplete | undefined {
  return reason === undefined ? undefined : { kind, name, reason, path };
}
