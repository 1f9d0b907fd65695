import { n as runAction } from "./chunks/action-kit.mjs";
import { t as buildImage } from "./chunks/build-image-action.mjs";

// actions/build-image/src/main.ts
await runAction(buildImage);

export {  };