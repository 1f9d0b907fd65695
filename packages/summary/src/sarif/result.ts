import type { Edit, Finding, Fix } from "@mia/step-result";
import { clean } from "../text/clean.ts";
import { levelOf } from "./descriptor.ts";
import { limits } from "./limits.ts";
import { artifactLocation, physicalLocation, region } from "./place.ts";
import type { PlacedLocation, Result, SarifFix } from "./sarif-log.ts";

/** A finding; `suppressed` where a comment in the file, or the baseline, says that it is known. */
export type SarifFinding = Finding & { suppressed?: { kind: "inSource" | "external"; reason: string } };

/** Ours alone: `primaryLocationLineHash` is computed by GitHub, which warns of any other value under that name. */
const fingerprintName = "miaFinding/v1";

/** Places that the text itself links to; GitHub shows a related place only where the text links to it. */
export const maxLinks = 10;

/** `tellsSuppression`: once one result of a run says that it is suppressed, the others have to say that they are not. */
export function resultOf(finding: SarifFinding, ruleIndex: number, tellsSuppression: boolean): Result {
  const { code, rule, severity, locations, fix, fingerprint, suppressed } = finding;
  const related = locations.slice(1, limits.locations).map(relatedLocation);
  return {
    ruleId: (code ?? rule).slice(0, limits.name),
    ruleIndex,
    level: levelOf[severity],
    message: { text: messageText(finding) },
    locations: locations.slice(0, 1).map((location) => ({ physicalLocation: physicalLocation(location) })),
    ...(related.length > 0 && { relatedLocations: related }),
    ...(fix && fix.edits.length > 0 && { fixes: [sarifFix(fix)] }),
    ...(fingerprint !== undefined && { partialFingerprints: { [fingerprintName]: fingerprint } }),
    ...(tellsSuppression && { suppressions: suppressed ? [suppression(suppressed)] : [] }),
  };
}

function suppression({ kind, reason }: NonNullable<SarifFinding["suppressed"]>) {
  return { kind, status: "accepted" as const, justification: clean(reason, 1000) };
}

function relatedLocation(location: Finding["locations"][number], index: number): PlacedLocation {
  const note = noteOf(location, 1000);
  return {
    id: index + 1,
    physicalLocation: physicalLocation(location),
    ...(note !== "" && { message: { text: note } }),
  };
}

function messageText({ message, remedy, locations }: Finding): string {
  const links = locations.slice(1, maxLinks + 1).map((location, index) => {
    const note = noteOf(location, 300);
    const link = `[${linkText(`${location.file}:${location.line}`)}](${index + 1})`;
    return `\n${link}${note === "" ? "" : `: ${note}`}`;
  });
  const first = locations[0] === undefined ? "" : noteOf(locations[0], 300);
  const at = first === "" ? "" : ` (${first})`;
  return `${plain(message, 4000)}${at}\n${plain(remedy, 4000)}${links.join("")}`;
}

function noteOf({ note = "" }: Finding["locations"][number], max: number): string {
  return plain(note, max);
}

/** No text of others may become a link: `](` is what makes one of a bracket (SARIF 2.1.0, 3.11.6). */
function plain(text: string, max: number): string {
  return clean(text, max).replaceAll("](", "]\\(");
}

function linkText(text: string): string {
  return clean(text, 300).replace(/[[\]\\]/g, "\\$&");
}

function sarifFix({ title, safety, edits }: Fix): SarifFix {
  const byFile = new Map<string, Edit[]>();
  for (const edit of edits) {
    const same = byFile.get(edit.file);
    if (same) same.push(edit);
    else byFile.set(edit.file, [edit]);
  }
  return {
    description: { text: `${plain(title, 200)} (${safety})` },
    artifactChanges: [...byFile].map(([file, own]) => ({
      artifactLocation: artifactLocation(file),
      replacements: own.map((edit) => ({
        deletedRegion: { ...region(edit), endLine: edit.endLine, endColumn: edit.endColumn },
        insertedContent: { text: edit.text },
      })),
    })),
  };
}
