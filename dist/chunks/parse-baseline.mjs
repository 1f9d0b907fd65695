import { t as parseBaseline } from "./dockerfile.mjs";

export { parseBaseline };