import type { Edit, Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import { type EditableFile, editableDockerfile, editableFile, replaceSpan } from "./edit.ts";

/** The file that a location names, as edits see it; undefined where its text is not at hand. */
export function fileOf(image: Image, path: string): EditableFile | undefined {
  const { dockerfile, requirements, modelFile, files } = image.source;
  if (path === dockerfile.path) return editableDockerfile(image);
  const known = [...requirements, ...(modelFile ? [modelFile] : []), ...(files?.values() ?? [])];
  const found = known.find((file) => file?.path === path);
  return found && editableFile(found);
}

/** A part of the line at a location by another text; undefined where the line does not hold it behind the location's beginning. */
export function replaceInLine(image: Image, location: Location, from: string, to: string): Edit | undefined {
  const file = fileOf(image, location.file);
  const at = file?.lines[location.line - 1]?.indexOf(from, (location.column ?? 1) - 1) ?? -1;
  if (at < 0) return undefined;
  const { line } = location;
  return replaceSpan(
    { file: location.file, line, column: at + 1, endLine: line, endColumn: at + 1 + from.length },
    to,
  );
}
