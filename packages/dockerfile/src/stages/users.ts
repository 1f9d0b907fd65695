import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import { isPlainRootImage } from "../pins/base-facts.ts";
import { accountChanges } from "./accounts.ts";
import { expand } from "./expand.ts";
import { rootOf, type Stage, type Step } from "./stage.ts";

/** Whom the instructions of a stage run as. */
export interface RunningUser {
  /** Without its group; undefined where it is not known. */
  name: string | undefined;
  /** With its group, as USER says it. */
  written: string;
  /** The USER that says so; undefined where none does. */
  step: Step | undefined;
}

const users = new WeakMap<Image, Map<Step, RunningUser>>();

/** Who runs a step: what the USER before it says, in its stage or in those it builds on. */
export function userAt(image: Image, step: Step): RunningUser {
  let known = users.get(image);
  if (known === undefined) {
    known = readUsers(image);
    users.set(image, known);
  }
  return known.get(step) ?? { name: undefined, written: "", step: undefined };
}

function readUsers(image: Image): Map<Step, RunningUser> {
  const found = new Map<Step, RunningUser>();
  const ends = new Map<Stage, RunningUser>();
  for (const stage of image.stages) {
    const { reference } = stage.base;
    const plain = reference !== undefined && isPlainRootImage(reference);
    const start = { name: plain ? "root" : undefined, written: "", step: undefined };
    let user: RunningUser = (stage.parent && ends.get(stage.parent)) ?? start;
    for (const step of stage.steps) {
      found.set(step, user);
      if (step.instruction.keyword !== "USER") continue;
      const { value, unknown } = expand(
        step.instruction.body.text,
        step.variables,
        image.dockerfile.escapeMark,
      );
      const written = unknown.length > 0 ? "" : value.trim();
      user = { name: written.split(":")[0] || undefined, written, step };
    }
    ends.set(stage, user);
  }
  return found;
}

/** A user of a USER instruction who certainly is not root; undefined for root and where it is not known. */
export function plainUserAt(
  image: Image,
  step: Step,
): (RunningUser & { name: string; step: Step }) | undefined {
  const user = userAt(image, step);
  const { name, step: said } = user;
  if (name === undefined || said === undefined || name === "root" || /^\+?0+$/.test(name)) return undefined;
  return { ...user, name, step: said };
}

/** True where the outer base is known to be nobody's but root's, so that its folders are too. */
export function isRootsBase(stage: Stage): boolean {
  const { reference } = rootOf(stage).base;
  return reference !== undefined && reference !== "scratch" && isPlainRootImage(reference);
}

/** True where the user, by name or number, is made with the uid 0. */
export function isMadeRoot(image: Image, name: string): boolean {
  return madeRoots(image).has(name);
}

const madeRoots = onceFor(
  (image: Image): ReadonlySet<string> =>
    new Set(accountChanges(image.commands).flatMap(({ user, uid }) => (uid === "0" ? [user] : []))),
);
