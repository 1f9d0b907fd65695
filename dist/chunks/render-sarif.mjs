import { t as renderSarif } from "./summary.mjs";

export { renderSarif };