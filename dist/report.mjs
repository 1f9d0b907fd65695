import { n as runAction } from "./chunks/action-kit.mjs";
import { t as report } from "./chunks/report-action.mjs";

// actions/report/src/main.ts
await runAction(report);

export {  };