import { runAction } from "@mia/action-kit";
import { smokeInference } from "./smoke-inference.ts";

await runAction(smokeInference);
