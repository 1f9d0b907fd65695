export { families } from "./families.ts";
export type { Family } from "./family.ts";
export { type OutputCheck, type OutputChecks, outputChecks } from "./output-checks.ts";
export { type ParsedOutput, parseOutput } from "./parse-output.ts";
export { type OutputProblem, problemText } from "./problems.ts";
export { RawAnswer, RawRefusal } from "./raw-output.ts";
