import { t as smokeInference } from "./smoke-inference-action.mjs";

export { smokeInference };