export { closest } from "./closest.ts";
export { baseReference } from "./image-reference.ts";
export { Model, OutputSpec } from "./model.ts";
export { maxModelBytes, type ParsedModel, parseModel } from "./parse-model.ts";
export type { PolicyFile } from "./policy-file.ts";
export type { YamlProblem } from "./read-yaml.ts";
