import { n as parseStepResult, t as StepResult } from "./record-schemas.mjs";

export { parseStepResult };