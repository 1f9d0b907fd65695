const require_run_action = require("./chunks/run-action.cjs");
const require_report_action = require("./chunks/report-action.cjs");

// actions/report/src/main.ts
require_run_action.runAction(require_report_action.report);
