import { runAction } from "@mia/action-kit/run-action";
import { report } from "./report.ts";

await runAction(report);
