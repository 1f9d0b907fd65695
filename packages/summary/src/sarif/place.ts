import type { Location } from "@mia/step-result";
import type { ArtifactLocation, PlacedLocation, Region } from "./sarif-log.ts";

/** The root of the repository, which code scanning knows without being told where it lies. */
export const rootId = "%SRCROOT%";

export function physicalLocation(location: Location): PlacedLocation["physicalLocation"] {
  return { artifactLocation: artifactLocation(location.file), region: region(location) };
}

/** The file as a relative reference that holds nothing but unreserved characters, slashes and percent signs. */
export function artifactLocation(file: string): ArtifactLocation {
  const path = file.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? { uri: `file://${path}` } : { uri: path, uriBaseId: rootId };
}

type Place = Pick<Location, "line" | "column" | "endLine" | "endColumn">;

/** Without an end behind its start a place is one character, or its line where no column is known. */
export function region({ line, column, endLine = line, endColumn }: Place): Region {
  const start = { startLine: line, ...(column !== undefined && { startColumn: column }) };
  if (endLine < line) return start;
  const isLater = endLine > line;
  const hasEnd = endColumn !== undefined && (isLater || endColumn >= (column ?? 1));
  return {
    ...start,
    ...(isLater && { endLine }),
    ...(hasEnd ? { endColumn } : !isLater && column !== undefined && { endColumn: column + 1 }),
  };
}
