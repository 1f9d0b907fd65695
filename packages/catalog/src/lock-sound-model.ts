import type * as z from "zod";
import { LockedBase, type LockedModel, LockedPackage, LockedSource } from "./lock-file.ts";

/** What somebody answered need not be what a lock can hold; one such answer must not keep the rest from being written. */
export function soundModel({ bases, sources, packages, ...target }: LockedModel): LockedModel {
  const reason = "what was answered cannot be written down";
  const isSound = (schema: z.ZodType, entry: unknown): boolean =>
    schema.safeParse(entry, { jitless: true }).success;
  return {
    ...target,
    bases: bases.map((one) => (isSound(LockedBase, one) ? one : { image: one.image, digest: null, reason })),
    sources: sources.map((one) =>
      isSound(LockedSource, one)
        ? one
        : { repository: one.repository, ref: one.ref, commit: null, submodules: null, reason },
    ),
    packages: packages.map((one) =>
      isSound(LockedPackage, one)
        ? one
        : { name: one.name, version: one.version, file: null, sha256: null, reason },
    ),
  };
}
