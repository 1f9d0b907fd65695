import { existsSync, readdirSync } from "node:fs";
import { repository } from "./repository.ts";

/** The folders under images/ that hold a model.yaml, sorted: what plan-matrix finds. */
export function modelSlugs(): string[] {
  return readdirSync(repository("images"))
    .filter((name) => existsSync(repository("images", name, "model.yaml")))
    .sort();
}
