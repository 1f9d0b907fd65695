const require_run_action = require("./chunks/run-action.cjs");
const require_plan_matrix_action = require("./chunks/plan-matrix-action.cjs");

// actions/plan-matrix/src/main.ts
require_run_action.runAction(require_plan_matrix_action.planMatrix);
