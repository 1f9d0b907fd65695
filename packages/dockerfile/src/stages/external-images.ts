import type { Flag, Word } from "../syntax/instruction.ts";
import { knownText } from "./known-text.ts";
import { mountsOf } from "./mounts.ts";
import type { Stage, Step } from "./stage.ts";

/** An image that a build takes from a registry. */
export interface ExternalImage {
  /** What is written, variables put in; undefined where the build's caller decides. */
  reference: string | undefined;
  word: Pick<Word, "text" | "position" | "end">;
  by: "FROM" | "COPY --from" | "RUN --mount";
  stage: Stage;
}

/**
 * The images of FROM, of `COPY --from` and of `RUN --mount=from`. A name without a slash, tag or digest behind `from` may be a
 * build context that the caller gives, hence is left out; so are the file's own stages, their numbers and `scratch`.
 */
export function* externalImages(stages: readonly Stage[], escapeMark: string): Generator<ExternalImage> {
  for (const stage of stages) {
    const { reference, word } = stage.base;
    // The file is a template that another program fills in.
    if (word.text.includes("{{")) continue;
    if (stage.parent === undefined && reference !== "scratch") yield { reference, word, by: "FROM", stage };
    for (const step of stage.steps) yield* taken(step, stages, escapeMark);
  }
}

function* taken(step: Step, stages: readonly Stage[], escapeMark: string): Generator<ExternalImage> {
  const instruction = step.instruction.trigger ?? step.instruction;
  const { keyword, flags } = instruction;
  const { stage } = step;
  if (keyword === "COPY") {
    for (const flag of flags) {
      if (flag.name !== "from" || flag.value === undefined) continue;
      const reference = imageNamed(step, flag.value, stages, escapeMark);
      if (reference !== undefined) yield { reference, word: behindEquals(flag), by: "COPY --from", stage };
    }
  } else if (keyword === "RUN") {
    for (const { flag, options } of mountsOf(instruction)) {
      const reference = imageNamed(step, options.get("from") ?? "", stages, escapeMark);
      if (reference !== undefined) yield { reference, word: flag, by: "RUN --mount", stage };
    }
  }
}

/** The part behind the `=`, where it stands in the file as it is. */
function behindEquals(flag: Flag): ExternalImage["word"] {
  const { line, column } = flag.position;
  const text = flag.value ?? "";
  const isPlain = flag.end.line === line && flag.end.column - column === flag.text.length;
  return isPlain ? { text, position: { line, column: flag.end.column - text.length }, end: flag.end } : flag;
}

function imageNamed(
  { variables, stage }: Step,
  written: string,
  stages: readonly Stage[],
  escapeMark: string,
): string | undefined {
  const value = knownText({ variables }, written, escapeMark);
  if (value === undefined || !/[/:@]/.test(value)) return undefined;
  const name = value.toLowerCase();
  return stages.some((one) => one.index < stage.index && one.name === name) ? undefined : value;
}
