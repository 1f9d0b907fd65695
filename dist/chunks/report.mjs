import { t as report } from "./report-action.mjs";

export { report };