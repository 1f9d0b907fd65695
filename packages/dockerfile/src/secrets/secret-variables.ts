import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import { isPasswordName } from "../stages/password-names.ts";
import type { Step } from "../stages/stage.ts";
import type { Assignment } from "../syntax/instruction.ts";
import { isSecretName, isSecretValue } from "./known-secrets.ts";
import { literalSecret } from "./literal-secret.ts";

/** Variables whose name says what they hold. */
export function* secretVariables(image: Image): Generator<Report> {
  for (const { instruction, step } of declarations(image)) {
    const { keyword, assignments } = instruction;
    for (const { name, value, position } of assignments) {
      // Passwords are no-baked-password's.
      if (value === undefined || !isSecretName(name) || isPasswordName(name, value)) continue;
      const plain = value.replace(/^(["'])(.*)\1$/s, "$2");
      if (isSecretValue(plain)) {
        yield {
          ...literalSecret(
            `${keyword} ${name} holds what looks like a secret, and it`,
            "the Dockerfile",
            image.at(position),
          ),
          severity: "warning",
          confidence: "medium",
        };
      } else if (keyword === "ENV" && step && fromArgument(step, plain)) {
        yield {
          message: `ENV ${name} keeps what the build's caller gives: whoever has the image can read it (docker inspect)`,
          remedy:
            "Leave it out: give it when the container starts, and to a build by `RUN --mount=type=secret,id=...`.",
          locations: [image.at(position)],
          severity: "warning",
        };
      }
    }
  }
}

function* declarations(
  image: Image,
): Generator<{ instruction: { keyword: string; assignments: Assignment[] }; step: Step | undefined }> {
  const first = image.dockerfile.instructions.findIndex(({ keyword }) => keyword === "FROM");
  for (const instruction of image.dockerfile.instructions.slice(0, Math.max(first, 0)))
    if (instruction.keyword === "ARG") yield { instruction, step: undefined };
  for (const { steps } of image.stages) {
    for (const step of steps) {
      const instruction = step.instruction.trigger ?? step.instruction;
      if (instruction.keyword === "ENV" || instruction.keyword === "ARG") yield { instruction, step };
    }
  }
}

/** `ENV X=$Y` where Y is an ARG that the file gives no value. */
function fromArgument({ variables, stage }: Step, value: string): boolean {
  const name = /^\$\{?(\w{1,200})\}?$/.exec(value)?.[1];
  if (name === undefined || variables(name) !== undefined) return false;
  return stage.steps.some(
    ({ instruction }) =>
      instruction.keyword === "ARG" && instruction.assignments.some((one) => one.name === name),
  );
}
