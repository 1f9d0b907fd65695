import type { Instruction, Word } from "../syntax/instruction.ts";
import type { Variables } from "./variables.ts";

/** What FROM names, after expansion; undefined where the build's caller decides. */
export interface Base {
  reference: string | undefined;
  /** The word of FROM that names it. */
  word: Word;
}

/** An instruction with what is known of the variables it may use. */
export interface Step {
  instruction: Instruction;
  variables: Variables;
  stage: Stage;
  /** The program of the last SHELL; undefined for the default. */
  shell: string | undefined;
  /** The WORKDIR; empty where it is not known. */
  folder: string;
}

export interface Stage {
  index: number;
  /** Lower case; undefined where it has none. */
  name: string | undefined;
  from: Instruction;
  base: Base;
  /** The earlier stage it builds on, where FROM names one. */
  parent: Stage | undefined;
  /** Its chain begins with `FROM scratch`: no variable comes from outside the file. */
  isFromScratch: boolean;
  steps: Step[];
}

/** The stages a stage consists of, the oldest first, itself last. */
export function chainOf(stage: Stage): Stage[] {
  const chain: Stage[] = [];
  for (let link: Stage | undefined = stage; link; link = link.parent) chain.push(link);
  return chain.reverse();
}

/** Whether a stage is `below`, or builds on it. */
export function isOn(stage: Stage, below: Stage): boolean {
  let link: Stage | undefined = stage;
  // A stage builds on earlier ones only.
  while (link && link.index > below.index) link = link.parent;
  return link === below;
}

const roots = new WeakMap<Stage, Stage>();

/** The stage at the bottom: its FROM names an image. */
export function rootOf(stage: Stage): Stage {
  const above: Stage[] = [];
  let link = stage;
  while (link.parent && !roots.has(link)) {
    above.push(link);
    link = link.parent;
  }
  const root = roots.get(link) ?? link;
  for (const one of above) roots.set(one, root);
  return root;
}

/** Something of a stage and of what it builds on, read once for each stage of an image. */
export function alongChain<Answer>(
  read: (stage: Stage, before: Answer | undefined) => Answer,
): (stage: Stage) => Answer {
  const known = new WeakMap<Stage, { answer: Answer }>();
  return (stage) => {
    const open: Stage[] = [];
    let link: Stage | undefined = stage;
    for (; link && !known.has(link); link = link.parent) open.push(link);
    let last = link && known.get(link);
    for (const one of open.reverse()) {
      last = { answer: read(one, last?.answer) };
      known.set(one, last);
    }
    return (last as { answer: Answer }).answer;
  };
}

/** The steps that make up a stage, from its outer base on. */
export function stepsOfChain(stage: Stage): Step[] {
  return chainOf(stage).flatMap(({ steps }) => steps);
}
