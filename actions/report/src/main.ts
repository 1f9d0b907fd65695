import { runAction } from "@mia/action-kit";
import { report } from "./report.ts";

await runAction(report);
