const require_run_action = require("./chunks/run-action.cjs");
const require_smoke_inference_action = require("./chunks/smoke-inference-action.cjs");

// actions/smoke-inference/src/main.ts
require_run_action.runAction(require_smoke_inference_action.smokeInference);
