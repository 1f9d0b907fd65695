import { runAction } from "@mia/action-kit";
import { planMatrix } from "./plan-matrix.ts";

await runAction(planMatrix);
