import { runAction } from "@mia/action-kit/run-action";
import { buildImage } from "./build-image.ts";

void runAction(buildImage);
