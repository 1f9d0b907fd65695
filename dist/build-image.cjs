const require_run_action = require("./chunks/run-action.cjs");
const require_build_image_action = require("./chunks/build-image-action.cjs");

// actions/build-image/src/main.ts
require_run_action.runAction(require_build_image_action.buildImage);
