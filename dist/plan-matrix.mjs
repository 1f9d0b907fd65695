import { t as runAction } from "./chunks/run-action.mjs";
import { t as planMatrix } from "./chunks/plan-matrix-action.mjs";

// actions/plan-matrix/src/main.ts
await runAction(planMatrix);

export {  };