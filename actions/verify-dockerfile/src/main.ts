import { runAction } from "@mia/action-kit/run-action";
import { verifyDockerfile } from "./verify-dockerfile.ts";

void runAction(verifyDockerfile);
