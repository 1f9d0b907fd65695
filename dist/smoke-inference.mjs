import { t as runAction } from "./chunks/run-action.mjs";
import { t as smokeInference } from "./chunks/smoke-inference-action.mjs";

// actions/smoke-inference/src/main.ts
await runAction(smokeInference);

export {  };