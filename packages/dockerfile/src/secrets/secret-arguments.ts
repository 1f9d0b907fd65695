import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import { chainOf, type Step } from "../stages/stage.ts";
import { isSecretName } from "./known-secrets.ts";

/** Arguments of one stage that are looked for in its commands; each goes through all of them. */
const maxAsked = 200;

/** `ARG HF_TOKEN` without a value, used in a RUN: the caller's secret stays in the history. */
export function* secretArguments(image: Image): Generator<Report> {
  const shipped = new Set(image.targets.flatMap(chainOf));
  for (const stage of image.stages) {
    if (!shipped.has(stage)) continue;
    let left = maxAsked;
    for (const step of stage.steps) {
      if (step.instruction.keyword !== "ARG") continue;
      for (const { name, value, position } of step.instruction.assignments) {
        if ((value !== undefined && value !== "" && value !== '""') || !isSecretName(name)) continue;
        if (--left < 0) return;
        const use = stage.steps.find(({ instruction }) =>
          isUsed(instruction, step.instruction.startLine, name),
        );
        if (use === undefined) continue;
        yield {
          message: `${name} is a build argument: the history of the image shows what the caller gives, and so does its provenance`,
          remedy: `Use \`RUN --mount=type=secret,id=${name.toLowerCase()}\` and read it from /run/secrets there.`,
          locations: [image.at(position), image.at(use.instruction.position, "used here")],
          severity: "warning",
        };
      }
    }
  }
}

function isUsed(instruction: Step["instruction"], after: number, name: string): boolean {
  if (instruction.keyword !== "RUN" || instruction.startLine <= after) return false;
  const { body, heredocs } = instruction;
  return [body, ...heredocs.map((heredoc) => heredoc.body)].some(({ text }) => mentions(text, name));
}

/** `$NAME` and `${NAME...}`, in one pass. */
function mentions(text: string, name: string): boolean {
  for (const mark of [`$${name}`, `\${${name}`]) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      if (!/\w/.test(text[at + mark.length] ?? "")) return true;
    }
  }
  return false;
}
