import { t as runAction } from "./chunks/run-action.mjs";
import { t as report } from "./chunks/report-action.mjs";

// actions/report/src/main.ts
await runAction(report);

export {  };