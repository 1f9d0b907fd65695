import { t as runAction } from "./chunks/run-action.mjs";
import { t as buildImage } from "./chunks/build-image-action.mjs";

// actions/build-image/src/main.ts
await runAction(buildImage);

export {  };