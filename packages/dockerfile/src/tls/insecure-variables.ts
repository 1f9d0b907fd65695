import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import { expand } from "../stages/expand.ts";
import { forGood, ofOneHost, once } from "./insecure-reports.ts";
import { isMirror } from "./pip-mirror.ts";

/** Variables that switch checks off, and the values that do. */
const variables: Record<string, RegExp> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  GIT_SSL_NO_VERIFY: /^(?!(?:0|false|no|off)$)./i,
  PIP_TRUSTED_HOST: /./,
  UV_INSECURE_HOST: /./,
  CONDA_SSL_VERIFY: /^(?:0|false|no|off)$/i,
  NPM_CONFIG_STRICT_SSL: /^(?:0|false)$/i,
};

/** ENV and ARG that switch a check off. */
export function* insecureVariables(image: Image): Generator<Report> {
  for (const { steps } of image.stages) {
    for (const step of steps) {
      const { keyword, assignments } = step.instruction.trigger ?? step.instruction;
      if (keyword !== "ENV" && keyword !== "ARG") continue;
      for (const { name, value = "", position } of assignments) {
        const pattern = Object.hasOwn(variables, name.toUpperCase())
          ? variables[name.toUpperCase()]
          : undefined;
        const { value: given, unknown } = expand(value, step.variables, image.dockerfile.escapeMark);
        if (pattern === undefined || unknown.length > 0 || !pattern.test(given)) continue;
        // What an ARG says ends with the build.
        const isHost = /_HOST$/i.test(name) && isMirror(given);
        if (keyword === "ENV" && isHost) {
          yield ofOneHost(given, image.at(position));
          continue;
        }
        const say = keyword === "ENV" ? forGood : once;
        yield say(`${name} switches the check of certificates off`, image.at(position));
      }
    }
  }
}
