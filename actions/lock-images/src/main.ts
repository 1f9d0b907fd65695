import { runAction } from "@mia/action-kit/run-action";
import { lockImages } from "./lock-images.ts";

void runAction(lockImages);
