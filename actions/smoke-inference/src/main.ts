import { runAction } from "@mia/action-kit/run-action";
import { smokeInference } from "./smoke-inference.ts";

void runAction(smokeInference);
