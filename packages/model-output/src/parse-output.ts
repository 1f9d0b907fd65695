import type { Evidence, Failure, PredictionSummary } from "@mia/step-result";
import type * as z from "zod";
import { jsonShapeProblem } from "./json-shape.ts";
import type { OutputCheck } from "./output-checks.ts";
import { collectProblems, problemText } from "./problems.ts";
import { RawAnswer, RawRefusal } from "./raw-output.ts";
import { runtimeFailure } from "./runtime-failure.ts";

/**
 * What a raw output file turned out to hold: an answer that can be believed, the run's own failure record, or something
 * that is neither. `evidence` is null where the file is too broken to say.
 */
export type ParsedOutput =
  | {
      kind: "answer";
      evidence: Evidence;
      answer: Omit<RawAnswer, "result">;
      predictions: PredictionSummary[];
    }
  | { kind: "refusal"; evidence: Evidence; failure: Failure }
  | InvalidOutput;

interface InvalidOutput {
  kind: "invalid";
  evidence: Evidence | null;
  failure: Failure;
}

/**
 * Reads a raw-output/v1 file, written by code that nobody here trusts, for the model it must be of. The caller bounds
 * the text's size. Never throws: whatever is wrong is a failure, with every problem at its path in the detail.
 */
export function parseOutput(model: string, checks: readonly OutputCheck[], text: string): ParsedOutput {
  const shape = jsonShapeProblem(text);
  if (shape !== undefined) return broken(`the output is not usable: ${shape}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return broken(`the output is not JSON: ${notJson(text, error as Error)}`);
  }
  const refusal = RawRefusal.safeParse(value);
  if (refusal.success)
    return { kind: "refusal", evidence: refusal.data.evidence, failure: runtimeFailure(refusal.data) };
  const answer = RawAnswer.safeParse(value);
  if (!answer.success)
    return {
      ...broken("the output is not a raw-output/v1 document", issueText(answer.error)),
      ...claim(value),
    };
  return judge(model, checks, answer.data);
}

function judge(model: string, checks: readonly OutputCheck[], answer: RawAnswer): ParsedOutput {
  const problems = collectProblems();
  if (answer.model !== model) problems.add("model", `is ${JSON.stringify(answer.model)}; ${model} was run`);
  if (answer.nonFinite > 0)
    problems.add("nonFinite", `the model gave ${answer.nonFinite} values that are NaN or infinite`);
  const predictions = checks.map((check) => check(answer.result, problems));
  const { result: _, ...rest } = answer;
  if (problems.count === 0) return { kind: "answer", evidence: answer.evidence, answer: rest, predictions };
  const first = problems.kept[0];
  const others = problems.count === 1 ? "" : ` (and ${problems.count - 1} more)`;
  const message = `the output cannot be a working model's answer: ${first?.path}: ${first?.message}${others}`;
  return { kind: "invalid", evidence: answer.evidence, failure: invalid(message, problemText(problems)) };
}

/** Even a broken document that says it is a stand-in is one. */
function claim(value: unknown): { evidence?: "stand-in" } {
  const evidence = (value as { evidence?: unknown } | null)?.evidence;
  return evidence === "stand-in" ? { evidence } : {};
}

function broken(message: string, detail?: string): InvalidOutput {
  return { kind: "invalid", evidence: null, failure: invalid(message, detail) };
}

function invalid(message: string, detail?: string): Failure {
  return {
    code: "output-invalid",
    message: message.slice(0, 4000),
    remedy:
      "Compare with the model's sample-output.json; docs/smoke-inference.md says what each family must show.",
    ...(detail ? { detail: detail.slice(0, 20_000) } : {}),
  };
}

/** Python's json writes NaN and Infinity, which are no JSON: the commonest reason deserves its name. */
function notJson(text: string, error: Error): string {
  const token = /[[,:]\s*(-?(?:NaN|Infinity))\b/.exec(text);
  if (token) {
    const place = token.index + token[0].length - (token[1]?.length ?? 0) + 1;
    return `it holds the token ${token[1]} at character ${place}, which JSON does not know`;
  }
  return error.message.replace(/[\r\n]+/g, " ").slice(0, 300);
}

function issueText(error: z.ZodError): string {
  return error.issues
    .slice(0, 50)
    .map(({ path, message }) => `${path.map(String).join(".") || "document"}: ${message}`)
    .join("\n");
}
