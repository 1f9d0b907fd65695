import { runAction } from "@mia/action-kit";
import { verifyDockerfile } from "./verify-dockerfile.ts";

await runAction(verifyDockerfile);
