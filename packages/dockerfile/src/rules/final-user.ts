import type { Image } from "../image.ts";
import { hasUbuntuUser, isPlainRootImage } from "../pins/base-facts.ts";
import type { Policy } from "../policy/policy.ts";
import type { Report, Rule } from "../rule.ts";
import { accountChanges } from "../stages/accounts.ts";
import { dropsRoot } from "../stages/drops-root.ts";
import { expand } from "../stages/expand.ts";
import { chainOf, type Stage, type Step, stepsOfChain } from "../stages/stage.ts";
import { takenUids } from "../stages/taken-uids.ts";

type User = NonNullable<Policy["user"]>;

export const finalUser: Rule = {
  code: "MIA301",
  id: "final-user",
  description:
    "Every stage that is run ends as the user the policy names, with its uid; without a policy, not as root.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const seen = new Set<string>();
    for (const target of image.targets) {
      for (const report of checkTarget(image, target)) {
        // `dev` and the last stage share their beginnings; one mistake there is one finding.
        const key = JSON.stringify(report.locations);
        if (!seen.has(key)) yield report;
        seen.add(key);
      }
    }
  },
};

function* checkTarget(image: Image, target: Stage): Generator<Report> {
  const expected = image.policy.user;
  yield* checkUid(image, target);
  // No policy has promised anybody a user: root is likely wrong, and the image works all the same.
  const weight = expected ? {} : { severity: "warning" as const };
  const steps = stepsOfChain(target);
  const last = steps.findLast(({ instruction }) => instruction.keyword === "USER");
  const base = chainOf(target)[0]?.base.reference;
  const knownBase = base !== undefined && isPlainRootImage(base);
  const remedy = remedyFor(expected, base !== undefined && hasUbuntuUser(base));
  if (last === undefined) {
    if (!knownBase || isBareExport(base, steps) || (!expected && dropsRoot(image, target))) return;
    const message = `${nameOf(target)} has no USER and so runs as root, as ${base} does`;
    yield { message, remedy, locations: [image.at(target.from.position)], ...weight };
    return;
  }
  const user = userOf(last, image.dockerfile.escapeMark);
  if (user !== undefined && isRoot(user) && !expected && dropsRoot(image, target)) return;
  if (user === undefined || user === String(expected?.uid)) return;
  const locations = [image.at(last.instruction.position)];
  const rootly =
    user === "" ? "a group only, and so as root" : user !== expected?.name && uidOf(image, target, user);
  if (rootly) {
    const what = user === "" ? rootly : `user ${user}, who has uid 0: root by another name`;
    yield { message: `${nameOf(target)} ends as ${what}`, remedy, locations, ...weight };
    return;
  }
  if (expected && user === expected.name) {
    yield* checkAccount(image, target, { last, knownBase, expected });
  } else if (expected || isRoot(user)) {
    const wanted = expected ? `, not as ${expected.name}` : "";
    yield { message: `${nameOf(target)} ends as user ${user}${wanted}`, remedy, locations, ...weight };
  }
}

function remedyFor(expected: User | undefined, hasUbuntu: boolean): string {
  if (expected === undefined && hasUbuntu)
    return "End the stage with `USER ubuntu`: this base brings it, with uid 1000.";
  if (expected === undefined)
    return "End the stage with a `USER` of its own, after `RUN useradd --uid 1000 --create-home NAME`.";
  const { name, uid } = expected;
  const isThere = hasUbuntu && name === "ubuntu" && uid === 1000;
  const made = isThere ? "" : `, after \`RUN ${making(expected, hasUbuntu)}\``;
  return `End the stage with \`USER ${name}\`${made}.`;
}

/** Where the base has somebody with the uid, they go first. */
function making({ name, uid }: User, hasUbuntu: boolean): string {
  const first = hasUbuntu && (uid === 1000 || name === "ubuntu") ? "userdel --remove ubuntu && " : "";
  return `${first}useradd --uid ${uid} --create-home ${name}`;
}

/** A build that stops at a uid which the base has given away. */
function* checkUid(image: Image, target: Stage): Generator<Report> {
  for (const { command, user, base } of takenUids(image, target)) {
    yield {
      message: `${command.name} stops the build: ${base} brings a user ubuntu that has uid 1000 already, and ${user} is to get it`,
      remedy: `Take the other one out first: \`RUN userdel --remove ubuntu && useradd --uid 1000 --create-home ${user}\`.`,
      locations: [
        image.at(command.position),
        image.at((chainOf(target)[0] ?? target).from.position, "the base image"),
      ],
    };
  }
}

/** Files alone, made to be taken out with `--output`: nobody runs them. */
function isBareExport(base: string, steps: readonly Step[]): boolean {
  const starts = steps.some(({ instruction }) => /^(?:CMD|ENTRYPOINT)$/.test(instruction.keyword));
  return base === "scratch" && !starts;
}

/** In any spelling that the engine takes for uid 0. */
function isRoot(user: string): boolean {
  return user === "root" || /^\+?0+$/.test(user);
}

/** The account's name is another one, and its number is root's. */
function uidOf(image: Image, target: Stage, user: string): string | undefined {
  const commands = chainOf(target).flatMap((stage) => image.commandsOf(stage));
  const change = accountChanges(commands).findLast(
    (one) => one.user === user && (one.uid !== undefined || !one.uidKnown),
  );
  return change?.uid !== undefined && user !== "root" && isRoot(change.uid) ? change.uid : undefined;
}

interface Account {
  last: Step;
  knownBase: boolean;
  expected: User;
}

function* checkAccount(
  image: Image,
  target: Stage,
  { last, knownBase, expected }: Account,
): Generator<Report> {
  const { name, uid } = expected;
  const commands = chainOf(target).flatMap((stage) => image.commandsOf(stage));
  const changes = accountChanges(commands).filter(({ user }) => user === name);
  const change = changes.findLast((one) => one.uid !== undefined || !one.uidKnown) ?? changes.at(-1);
  if (change === undefined) {
    // A script of the image's own may make the account, and so may a base that is not known.
    const runsScripts = commands.some(({ words }) => words.some(({ value }) => /\.(?:sh|py)$/.test(value)));
    const base = chainOf(target)[0]?.base.reference ?? "";
    const hasUbuntu = hasUbuntuUser(base);
    if (!knownBase || runsScripts || (hasUbuntu && name === "ubuntu" && uid === 1000)) return;
    const message = `user ${name} is never made in this stage or those it builds on`;
    const remedy = `Make it: \`RUN ${making(expected, hasUbuntu)}\`.`;
    yield { message, remedy, locations: [image.at(last.instruction.position)] };
  } else if (change.uidKnown && change.uid !== String(uid)) {
    const has = change.uid === undefined ? "gets whatever uid is free" : `gets uid ${change.uid}`;
    const message = `user ${name} ${has}; pods mount their volumes for uid ${uid}`;
    const note = image.at(last.instruction.position, "the stage ends as this user");
    const remedy = `Give it the number: \`useradd --uid ${uid} ... ${name}\`.`;
    yield { message, remedy, locations: [image.at(change.position), note] };
  }
}

/** The account of a USER, without its group; undefined where the build's caller decides. */
function userOf({ instruction, variables }: Step, escapeMark: string): string | undefined {
  const { value, unknown } = expand(instruction.body.text, variables, escapeMark);
  // Before a colon, nothing is the account with number 0.
  return unknown.length > 0 || value.trim() === "" ? undefined : value.split(":")[0]?.trim();
}

function nameOf(stage: Stage): string {
  return stage.name === undefined ? "the last stage" : `stage ${stage.name}`;
}
