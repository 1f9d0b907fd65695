const require_run_action = require("./chunks/run-action.cjs");
const require_lock_images_action = require("./chunks/lock-images-action.cjs");

// actions/lock-images/src/main.ts
require_run_action.runAction(require_lock_images_action.lockImages);
