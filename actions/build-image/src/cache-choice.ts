import { cacheReference, type TypedCache } from "@mia/container";
import type { InputProblem } from "./input-problem.ts";
import type { Given } from "./inputs.ts";

type CacheInputs = Pick<Given, "cache" | "cache-ref" | "cache-scope" | "cache-write" | "tags">;

export interface CacheCircumstances {
  slug: string;
  /** This run is one of those that write: see `writesByDefault`. */
  byDefault: boolean;
  /** GitHub's cache service lets this process in. */
  hasService: boolean;
}

export type CacheChoice = { ok: true; cache: TypedCache } | { ok: false; problems: InputProblem[] };

/** The typed cache that the inputs ask for. Each model has its own place, so that the legs of a matrix do not lose each other's. */
export function cacheChoice(given: CacheInputs, around: CacheCircumstances): CacheChoice {
  const mode = given.cache;
  const ref = given["cache-ref"];
  const scope = given["cache-scope"] ?? around.slug;
  const write = given["cache-write"] === "auto" ? around.byDefault : given["cache-write"] === "true";
  const refuse = (input: string, message: string): CacheChoice => ({
    ok: false,
    problems: [{ input, message }],
  });
  if (mode === "off") {
    if (ref !== undefined) return refuse("cache-ref", "names a place, but cache is off");
    if (given["cache-write"] === "true") return refuse("cache-write", "is true, but cache is off");
    return { ok: true, cache: { mode } };
  }
  if (mode === "gha") {
    if (ref !== undefined)
      return refuse("cache-ref", "goes with the caches registry and local; gha has cache-scope");
    if (!around.hasService)
      return refuse(
        "cache",
        "is gha, but GitHub's cache service is known to actions only: ACTIONS_RUNTIME_TOKEN is not set",
      );
    return { ok: true, cache: { mode, scope, write } };
  }
  if (mode === "local") {
    if (ref === undefined) return refuse("cache-ref", "must name the folder of the local cache");
    return { ok: true, cache: { mode, folder: ref, write } };
  }
  const [tag] = given.tags;
  if (ref === undefined && tag === undefined)
    return refuse("cache-ref", "must name the place of the registry cache where there are no tags");
  return { ok: true, cache: { mode, ref: ref ?? cacheReference(tag ?? "", scope), write } };
}

/** Events whose code is the repository's own. Others run on the default branch too, and build what strangers sent. */
const ownEvents = ["push", "schedule", "workflow_dispatch", "repository_dispatch"];

/**
 * Whether a run may write the cache unasked: on the default branch, whose cache every other branch reads. A schedule
 * runs nowhere else. Source: GitHub's docs on the events' refs.
 */
export function writesByDefault(
  run: { event: string | undefined; ref: string | undefined },
  defaultBranch: string | undefined,
): boolean {
  if (run.event === undefined || !ownEvents.includes(run.event)) return false;
  if (run.event === "schedule") return true;
  return defaultBranch !== undefined && run.ref === `refs/heads/${defaultBranch}`;
}
