import { runAction } from "@mia/action-kit/run-action";
import { report } from "./report.ts";

void runAction(report);
