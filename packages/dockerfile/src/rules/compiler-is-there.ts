import { compilesOf } from "../pins/cuda-projects.ts";
import { noted } from "../pins/environment.ts";
import type { Rule } from "../rule.ts";
import { uniqueReports } from "./unique-reports.ts";

export const compilerIsThere: Rule = {
  code: "MIA113",
  id: "compiler-is-there",
  description: "What compiles CUDA operators starts from an image with nvcc.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    yield* uniqueReports(
      compilesOf(image).map(({ project, moment }) => {
        const { command, before } = moment;
        const { flavor, base } = before;
        if (flavor === undefined || flavor.value === "devel" || base === undefined || command.conditional)
          return undefined;
        const { variables, instruction } = command.step;
        const forced = variables("FORCE_CUDA");
        // Set within the command, or by the build's caller: which it is decides what happens.
        if (forced === undefined || instruction.body.text.includes("FORCE_CUDA")) return undefined;
        const fails = !project.needsForce || forced === "1";
        return {
          message: fails
            ? `${project.name} is compiled here, and the ${flavor.value} image has no nvcc`
            : `${project.name} is compiled here on a ${flavor.value} image, which has no nvcc: it is built without its CUDA operators`,
          remedy: `Compile it in a stage on the devel image, and install the wheel here.`,
          locations: [image.at(command.position), noted(flavor, `a ${flavor.value} image`)],
          ...(fails ? {} : { severity: "warning" as const }),
        };
      }),
    );
  },
};
