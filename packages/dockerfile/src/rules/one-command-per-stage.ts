import { fixOf, removeLines } from "../fixes/edit.ts";
import type { Rule } from "../rule.ts";
import { atSpan } from "../span-location.ts";
import type { Instruction } from "../syntax/instruction.ts";

const single = ["CMD", "ENTRYPOINT", "HEALTHCHECK"];

export const oneCommandPerStage: Rule = {
  code: "MIA507",
  id: "one-command-per-stage",
  description: "A stage has one CMD, one ENTRYPOINT and one HEALTHCHECK: the last one counts.",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "unsafe",
  *check(image) {
    for (const { steps } of image.stages) {
      const last = new Map<string, Instruction>();
      for (const { instruction } of steps) {
        if (single.includes(instruction.keyword)) last.set(instruction.keyword, instruction);
      }
      for (const { instruction } of steps) {
        const { keyword, startLine, endLine } = instruction;
        const counts = last.get(keyword);
        if (counts === undefined || counts === instruction) continue;
        yield {
          message: `this ${keyword} has no effect: the one on line ${counts.startLine} replaces it`,
          remedy: `Keep the one that is meant. To start several programs, let one script start them.`,
          locations: [atSpan(image, instruction), atSpan(image, counts, "this one counts")],
          ...fixOf(
            `Remove the ${keyword} that has no effect`,
            "unsafe",
            removeLines(image.source.dockerfile, startLine, endLine),
          ),
        };
      }
    }
  },
};
