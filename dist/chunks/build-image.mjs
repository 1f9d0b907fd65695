import { t as buildImage } from "./build-image-action.mjs";

export { buildImage };