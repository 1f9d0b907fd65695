import { t as planMatrix } from "./plan-matrix-action.mjs";

export { planMatrix };