import { runAction } from "@mia/action-kit";
import { buildImage } from "./build-image.ts";

await runAction(buildImage);
