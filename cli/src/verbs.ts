import type { Action } from "@mia/action-kit";

/** A verb of the command line. The action behind it loads only when it is run: `mia --help` needs none of them. */
export interface Verb {
  name: string;
  aliases: readonly string[];
  /** What it answers, in a few words, for the list of verbs. */
  answers: string;
  /** An option of the command line alone, as help prints it. */
  besides?: string;
  load(): Promise<Action>;
}

/** An action knows its own inputs; to the command line they are texts by name, checked by the action's schema. */
const erased = (action: unknown): Action => action as Action;

export const verbs: readonly Verb[] = [
  {
    name: "plan-matrix",
    aliases: ["plan"],
    answers: "which models does this change touch?",
    load: async () => erased((await import("@mia/plan-matrix")).planMatrix),
  },
  {
    name: "verify-dockerfile",
    aliases: ["verify"],
    answers: "does the image folder keep its promises?",
    besides:
      "  --explain CODE|RULE\n      Print the page of a rule, such as MIA103, and do nothing else; mia explain all lists the rules.",
    load: async () => erased((await import("@mia/verify-dockerfile")).verifyDockerfile),
  },
  {
    name: "lock-images",
    aliases: ["lock"],
    answers: "what are the images made of, and does that still hold?",
    load: async () => erased((await import("@mia/lock-images")).lockImages),
  },
  {
    name: "build-image",
    aliases: ["build"],
    answers: "does it build, and what exactly came out?",
    load: async () => erased((await import("@mia/build-image")).buildImage),
  },
  {
    name: "smoke-inference",
    aliases: ["smoke", "run"],
    answers: "does the built image run its model, in time, with a believable answer?",
    load: async () => erased((await import("@mia/smoke-inference")).smokeInference),
  },
  {
    name: "report",
    aliases: [],
    answers: "one page that says it all, verdict first",
    load: async () => erased((await import("@mia/report")).report),
  },
];

export function findVerb(word: string): Verb | undefined {
  return verbs.find((verb) => verb.name === word || verb.aliases.includes(word));
}
