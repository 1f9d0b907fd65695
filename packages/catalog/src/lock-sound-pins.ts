import { type Location, withoutSecrets } from "@mia/step-result";
import type * as z from "zod";
import { LockedBase, LockedPackage, LockedSource } from "./lock-file.ts";
import type { LockPins, UnknownPin } from "./lock-pins.ts";

/** As many as the lock's lists may have. */
const most = { bases: 500, sources: 500, packages: 4000, unknown: 500 } as const;

/**
 * The pins that a lock can hold; each of the others is unknown, with the reason. One odd line of a Dockerfile must not keep the rest
 * from being locked.
 */
export function soundPins(pins: LockPins): LockPins {
  const unknown: UnknownPin[] = [...pins.unknown];
  const sound = <T extends { locations: Location[] }>(
    list: readonly T[],
    max: number,
    nameOf: (pin: T) => string,
    problemOf: (pin: T) => string | undefined,
  ): T[] =>
    list.filter((pin, index) => {
      const problem = index >= max ? `a lock holds no more than ${max} of its kind` : problemOf(pin);
      if (problem === undefined) return true;
      const [location = { file: pins.slug, line: 1 }] = pin.locations;
      unknown.push({ what: shown(nameOf(pin)), why: problem, location });
      return false;
    });
  const reason = "not looked up";
  const bases = sound(
    pins.bases,
    most.bases,
    ({ image }) => `the image ${image}`,
    ({ image }) => problem(LockedBase, { image, digest: null, reason }),
  );
  const sources = sound(
    pins.sources,
    most.sources,
    ({ repository, ref }) =>
      `the repository ${repository === "" ? "of a git tree" : repository}${ref === null ? "" : ` at ${ref}`}`,
    ({ repository, ref }) =>
      repository === ""
        ? "which repository it is stands nowhere"
        : problem(LockedSource, { repository, ref, commit: null, submodules: null, reason }),
  );
  const packages = sound(
    pins.packages,
    most.packages,
    ({ name, version }) => `the package ${name}${version === null ? "" : ` ${version}`}`,
    ({ name, version }) => problem(LockedPackage, { name, version, file: null, sha256: null, reason }),
  );
  return { ...pins, bases, sources, packages, unknown: unknown.slice(0, most.unknown) };
}

function problem(schema: z.ZodType, entry: object): string | undefined {
  const [issue] = schema.safeParse(entry, { jitless: true }).error?.issues ?? [];
  return issue && `the lock cannot hold that name: ${issue.path.join(".")} ${issue.message}`;
}

/** One line without control characters: it comes from a file somebody wrote. */
function shown(name: string): string {
  return withoutSecrets(name)
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, " ")
    .slice(0, 300);
}
