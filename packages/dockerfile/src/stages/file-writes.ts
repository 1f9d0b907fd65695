import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import type { FileWrite } from "./file-write.ts";
import { pythonWrites } from "./python-writes.ts";
import { scriptFiles } from "./script-files.ts";
import { type FollowedFiles, stageWrites } from "./stage-writes.ts";

/** What the Dockerfile and the scripts it copies write into files, in the order written; scripts of the start last. */
export function fileWrites(image: Image): readonly FileWrite[] {
  return followedFiles(image).writes;
}

export const followedFiles = onceFor((image: Image): FollowedFiles => {
  const { writes, reads, variants, reader } = stageWrites(image);
  const { scripts } = scriptFiles(image);
  return { writes: [...writes, ...reader.inScripts(scripts), ...pythonWrites(image)], reads, variants };
});
