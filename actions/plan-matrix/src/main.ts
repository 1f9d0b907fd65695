import { runAction } from "@mia/action-kit/run-action";
import { planMatrix } from "./plan-matrix.ts";

void runAction(planMatrix);
