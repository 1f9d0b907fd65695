const require_run_action = require("./chunks/run-action.cjs");
const require_verify_dockerfile_action = require("./chunks/verify-dockerfile-action.cjs");

// actions/verify-dockerfile/src/main.ts
require_run_action.runAction(require_verify_dockerfile_action.verifyDockerfile);
