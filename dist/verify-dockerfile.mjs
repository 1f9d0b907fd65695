import { t as runAction } from "./chunks/run-action.mjs";
import { t as verifyDockerfile } from "./chunks/verify-dockerfile-action.mjs";

// actions/verify-dockerfile/src/main.ts
await runAction(verifyDockerfile);

export {  };