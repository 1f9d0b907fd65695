import type { Finding } from "@mia/step-result";
import type { Mended } from "./mend.ts";

/** Beyond so many the diff says it better. */
const maxLines = 500;

/** What was mended and where, or would be, and what was not and why: lines for the log. */
export function mendedLines({ applied, left }: Pick<Mended, "applied" | "left">, isTrial: boolean): string[] {
  const number = `${applied.length} finding${applied.length === 1 ? "" : "s"}`;
  const head = isTrial ? `${number} would be mended; no file was changed` : `${number} mended`;
  return [
    applied.length === 0 ? head : `${head}:`,
    ...capped(
      applied.map(
        (finding) => `  ${placeOf(finding)}: ${nameOf(finding)}: ${finding.fix?.title ?? "mended"}`,
      ),
    ),
    ...capped(left.map(({ finding, why }) => `${placeOf(finding)}: ${nameOf(finding)} is left: ${why}`)),
  ];
}

function placeOf({ locations: [place] }: Finding): string {
  return `${place?.file ?? ""}:${place?.line ?? 1}`;
}

function nameOf({ code, rule }: Finding): string {
  return code === undefined ? rule : `${code} ${rule}`;
}

function capped(lines: string[]): string[] {
  const more = lines.length - maxLines;
  return more > 0 ? [...lines.slice(0, maxLines), `  and ${more} more`] : lines;
}
