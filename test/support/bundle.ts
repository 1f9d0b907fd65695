import path from "node:path";
import { repository } from "./repository.ts";

/** The bundle of an action, or `cli`: the committed one, or the one in MIA_DIST, the folder that a build was told to write to. */
export function bundle(name: string): string {
  return path.resolve(repository(process.env.MIA_DIST ?? "dist"), `${name}.cjs`);
}
