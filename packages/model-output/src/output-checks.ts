import { closest, type OutputSpec } from "@mia/catalog";
import type { Failure, PredictionSummary } from "@mia/step-result";
import { families } from "./families.ts";
import type { Problems } from "./problems.ts";

/** Reads one family of a raw result. */
export type OutputCheck = (result: readonly unknown[], problems: Problems) => PredictionSummary;

export type OutputChecks = { ok: true; checks: OutputCheck[] } | { ok: false; failure: Failure };

/**
 * The checks that a model.yaml's `outputs` ask for, before anything runs. A family nobody knows is a failure, never a
 * pass; so is an `expect` the family does not understand.
 */
export function outputChecks(outputs: readonly OutputSpec[]): OutputChecks {
  const checks: OutputCheck[] = [];
  const unknown: string[] = [];
  const problems: string[] = [];
  for (const [index, { family: id, expect }] of outputs.entries()) {
    const family = families.get(id);
    if (family === undefined) {
      unknown.push(id);
      continue;
    }
    const parsed = family.expect.safeParse(expect);
    if (parsed.success) checks.push((result, found) => family.read(result, parsed.data, found));
    else
      for (const issue of parsed.error.issues)
        problems.push(
          `outputs[${index}].expect${issue.path.map((key) => `.${String(key)}`).join("")}: ${issue.message}`,
        );
  }
  if (unknown.length > 0) return { ok: false, failure: unknownFamilies(unknown) };
  if (problems.length === 0) return { ok: true, checks };
  const message = `model.yaml asks for something the output family does not understand: ${problems.join("; ")}`;
  return {
    ok: false,
    failure: {
      code: "unreadable-input",
      message: message.slice(0, 4000),
      remedy: "Correct `expect` in model.yaml; docs/smoke-inference.md lists what each family takes.",
    },
  };
}

function unknownFamilies(unknown: readonly string[]): Failure {
  const near = closest(unknown[0] ?? "", families.keys());
  return {
    code: "output-family-unknown",
    message: `nothing here can check the output family ${unknown.join(", ")}${near ? `; did you mean ${near}?` : ""}`,
    remedy: `Use one of ${[...families.keys()].join(", ")}, or add packages/model-output/src/families/<id>.ts.`,
  };
}
