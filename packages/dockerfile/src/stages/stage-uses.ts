import type { Image } from "../image.ts";
import { isSourcing } from "../shell/sourced.ts";
import type { Standing } from "../span-location.ts";
import type { Instruction } from "../syntax/instruction.ts";
import type { Stage, Step } from "./stage.ts";
import { hasFallback, variableUses } from "./variable-uses.ts";

/** A variable that is put in somewhere in a stage, with nothing to fall back on. */
export interface StageUse extends Standing {
  name: string;
  step: Step;
  /** The builder puts it in, not a shell when the build runs. */
  byBuilder: boolean;
}

const expanding = new Set([
  "ADD",
  "ARG",
  "COPY",
  "ENV",
  "EXPOSE",
  "LABEL",
  "STOPSIGNAL",
  "USER",
  "VOLUME",
  "WORKDIR",
]);

/** Uses in the words of instructions, which the builder puts in. */
export function* usesOfBuilder({ steps }: Stage, escapeMark: string): Generator<StageUse> {
  for (const step of steps) {
    const { instruction } = step;
    if (!expanding.has(instruction.keyword) || instruction.json) continue;
    for (const part of partsOf(instruction)) {
      for (const use of variableUses(part.text, escapeMark)) {
        if (!hasFallback(use)) yield { ...part, name: use.name, step, byBuilder: true };
      }
    }
  }
}

function partsOf({ keyword, words, flags, assignments }: Instruction): (Standing & { text: string })[] {
  if (keyword !== "ARG" && keyword !== "ENV" && keyword !== "LABEL") return [...words, ...flags];
  return assignments.map(({ value = "", position, end }) => ({ text: value, position, end }));
}

/** UTF-16 units of a shell word that is looked at. */
const maxWord = 4096;

/** `$X` in the commands of a RUN, as far as no command of that RUN may have set it. */
export function* usesOfShell(image: Image, stage: Stage): Generator<StageUse> {
  let sourced: Instruction | undefined;
  for (const command of image.commandsOf(stage)) {
    const { step, words, redirects } = command;
    // Behind a script that was run in this shell, any name may have a value.
    if (step.instruction.keyword !== "RUN" || step.instruction === sourced) continue;
    if (isSourcing(command)) sourced = step.instruction;
    for (const word of [...words, ...redirects.map(({ target }) => target)]) {
      if (word.known || word.value.length > maxWord) continue;
      // What is known is put in already: what still stands there is what nobody gave a value.
      for (const use of variableUses(word.value.replaceAll("'", ""))) {
        if (!hasFallback(use) && !setsItself(step, use.name))
          yield { ...word, name: use.name, step, byBuilder: false };
      }
    }
  }
}

const scripts = new WeakMap<Instruction, ReadonlySet<string>>();

/** `X=...`, `read X`, `for X in` anywhere in the script: then the shell has a value of its own. */
function setsItself({ instruction }: Step, name: string): boolean {
  let names = scripts.get(instruction);
  if (names === undefined) {
    const text = [instruction.body.text, ...instruction.heredocs.map(({ body }) => body.text)].join("\n");
    const sets = /(?<![\w$-])(\w+)\+?=|\bfor\s+(\w+)|\bread\b([^;|&\n]{0,200})/g;
    names = new Set(
      [...text.matchAll(sets)]
        .flatMap(([, set, loop, read]) => [set, loop, ...(read?.split(/\s+/) ?? [])])
        .filter((one) => one !== undefined),
    );
    scripts.set(instruction, names);
  }
  return names.has(name);
}
