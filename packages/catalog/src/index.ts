export { closest } from "./closest.ts";
export { baseReference } from "./image-reference.ts";
export { Model, OutputSpec } from "./model.ts";
export { type ModelProblem, maxModelBytes, type ParsedModel, parseModel } from "./parse-model.ts";
