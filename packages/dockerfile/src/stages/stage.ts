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

/** The steps that make up a stage, from its outer base on. */
export function stepsOfChain(stage: Stage): Step[] {
  return chainOf(stage).flatMap(({ steps }) => steps);
}
