import type { Image } from "../image.ts";
import { isPlainRootImage } from "../pins/base-facts.ts";
import { policy } from "../pins/policy.ts";
import type { Report, Rule } from "../rule.ts";
import { accountChanges } from "../stages/accounts.ts";
import { expand } from "../stages/expand.ts";
import { chainOf, type Stage, type Step, stepsOfChain } from "../stages/stage.ts";

const { user: expected, uid } = policy;

export const finalUserIsRunpod: Rule = {
  id: "final-user-is-runpod",
  description: `Every stage that is run ends as user ${expected}, who has uid ${uid}.`,
  severity: "error",
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
  const remedy = `End the stage with \`USER ${expected}\`, after \`RUN useradd --uid ${uid} --create-home ${expected}\`.`;
  const steps = stepsOfChain(target);
  const last = steps.findLast(({ instruction }) => instruction.keyword === "USER");
  const base = chainOf(target)[0]?.base.reference;
  const knownBase = base !== undefined && isPlainRootImage(base);
  if (last === undefined) {
    if (!knownBase) return;
    const message = `${nameOf(target)} has no USER and so runs as root, as ${base} does`;
    yield { message, remedy, locations: [image.at(target.from.position)] };
    return;
  }
  const user = userOf(last, image.dockerfile.escapeMark);
  if (user === undefined || user === String(uid)) return;
  const locations = [image.at(last.instruction.position)];
  if (user !== expected) {
    yield { message: `${nameOf(target)} ends as user ${user}, not as ${expected}`, remedy, locations };
    return;
  }
  yield* checkAccount(image, target, last, knownBase);
}

function* checkAccount(image: Image, target: Stage, last: Step, knownBase: boolean): Generator<Report> {
  const commands = chainOf(target).flatMap((stage) => image.commandsOf(stage));
  const changes = accountChanges(commands).filter(({ user }) => user === expected);
  const change = changes.findLast((one) => one.uid !== undefined || !one.uidKnown) ?? changes.at(-1);
  if (change === undefined) {
    // A script of the image's own may make the account, and so may a base that is not known.
    const runsScripts = commands.some(({ words }) => words.some(({ value }) => /\.(?:sh|py)$/.test(value)));
    if (!knownBase || runsScripts) return;
    const message = `user ${expected} is never made in this stage or those it builds on`;
    const remedy = `Make it: \`RUN useradd --uid ${uid} --create-home ${expected}\`.`;
    yield { message, remedy, locations: [image.at(last.instruction.position)] };
  } else if (change.uidKnown && change.uid !== String(uid)) {
    const has = change.uid === undefined ? "gets whatever uid is free" : `gets uid ${change.uid}`;
    const message = `user ${expected} ${has}; pods mount their volumes for uid ${uid}`;
    const note = image.at(last.instruction.position, "the stage ends as this user");
    const remedy = `Give it the number: \`useradd --uid ${uid} ... ${expected}\`.`;
    yield { message, remedy, locations: [image.at(change.position), note] };
  }
}

/** The account of a USER, without its group; undefined where the build's caller decides. */
function userOf({ instruction, variables }: Step, escapeMark: string): string | undefined {
  const { value, unknown } = expand(instruction.body.text, variables, escapeMark);
  return unknown.length > 0 ? undefined : value.split(":")[0]?.trim();
}

function nameOf(stage: Stage): string {
  return stage.name === undefined ? "the last stage" : `stage ${stage.name}`;
}
