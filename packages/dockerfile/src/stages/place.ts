import type { Location } from "@mia/step-result";
import { type Image, locate } from "../image.ts";
import type { Position } from "../syntax/spanned-text.ts";

/** A place in the Dockerfile or, where the part stands in a script that was copied, in that script. */
export function placeOf(
  image: Image,
  { file }: { file?: string | undefined },
  position: Position,
  note?: string,
): Location {
  return locate(file ?? image.source.dockerfile.path, position, note);
}
