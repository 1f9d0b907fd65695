import type { Finding } from "@mia/step-result";
import { fixedFirst } from "../finding-order.ts";
import { fileKindOf } from "../ignores/file-kind.ts";
import { parseDockerfile } from "../syntax/parse-dockerfile.ts";
import { closeText, type OpenText, openText } from "./open-text.ts";
import { byPlace, edited, type PlacedEdit, type PlacedFix, placeFix } from "./placed-edit.ts";
import { differenceInReading } from "./reads-as-before.ts";
import { TakenPlaces } from "./taken-places.ts";

export interface SkippedFix {
  finding: Finding;
  why: string;
}

export interface RoundOutcome {
  files: Map<string, string>;
  applied: Finding[];
  skipped: SkippedFix[];
}

/** Fixes are tried on so many characters of Dockerfiles; then the round has taken long enough. */
const maxTriedCharacters = 32 * 1024 * 1024;

/** Applies as many of the findings' fixes as go together. `files` of the outcome are those that changed. */
export function fixRound(
  files: ReadonlyMap<string, string>,
  findings: readonly Finding[],
  safety: "safe" | "unsafe",
  isDockerfile: (path: string) => boolean = (path) => fileKindOf(path) === "dockerfile",
): RoundOutcome {
  const skipped: SkippedFix[] = [];
  const opened = new Map<string, OpenText>();
  const taken = new TakenPlaces();
  const chosen: PlacedFix[] = [];
  for (const finding of [...findings].sort(fixedFirst)) {
    if (finding.fix === undefined) continue;
    for (const { file } of finding.fix.edits) {
      const text = files.get(file);
      if (text !== undefined && !opened.has(file)) opened.set(file, openText(text));
    }
    const placed = placeFix(finding, finding.fix, opened);
    if (safety === "safe" && finding.fix.safety !== "safe")
      skipped.push({ finding, why: "a person must look at it: it is not a safe fix" });
    else if ("why" in placed) skipped.push({ finding, why: placed.why });
    else if (!taken.take(placed.edits))
      skipped.push({ finding, why: "another fix of this round changes the same place" });
    else chosen.push(placed);
  }
  const going = thatGoTogether(chosen, readerOf(opened, isDockerfile), skipped);
  const changed = [...editsByFile(going)].map(([path, edits]): [string, string] => {
    const open = opened.get(path) as OpenText;
    return [path, closeText(open, edited(open.text, edits))];
  });
  return { files: new Map(changed), applied: going.map(({ finding }) => finding), skipped };
}

/** Says for a file and the edits in it why the result would not read as it should; undefined where it does. */
type Reader = (path: string, edits: readonly PlacedEdit[]) => string | undefined;

function readerOf(opened: ReadonlyMap<string, OpenText>, isDockerfile: (path: string) => boolean): Reader {
  const parsed = new Map<string, { open: OpenText; dockerfile: ReturnType<typeof parseDockerfile> }>();
  let budget = maxTriedCharacters;
  return (path, edits) => {
    const open = opened.get(path);
    if (open === undefined || !isDockerfile(path)) return undefined;
    if (budget < 0) return "among so many fixes it could not be tried; fix again";
    const before = parsed.get(path) ?? { open, dockerfile: parseDockerfile(open.text) };
    parsed.set(path, before);
    budget -= open.text.length;
    return differenceInReading(before, edits, edited(open.text, edits));
  };
}

/** Drops fixes until what is left reads well: first those that spoil a file alone, then all but one of those that do together. */
function thatGoTogether(
  chosen: readonly PlacedFix[],
  read: Reader,
  skipped: SkippedFix[],
): readonly PlacedFix[] {
  const reads = (fixes: readonly PlacedFix[]): Map<string, string> => {
    const bad = new Map<string, string>();
    for (const [path, edits] of editsByFile(fixes)) {
      const why = read(path, edits);
      if (why !== undefined) bad.set(path, why);
    }
    return bad;
  };
  const skip = ({ finding }: PlacedFix, why = ""): readonly PlacedFix[] => {
    skipped.push({ finding, why });
    return [];
  };
  // Halving finds one that spoils the file among a thousand in ten readings of the file.
  const eachGood = (fixes: readonly PlacedFix[]): readonly PlacedFix[] => {
    const [first, second] = fixes;
    if (first === undefined) return [];
    const bad = reads(fixes);
    if (bad.size === 0) return fixes;
    if (second === undefined) return skip(first, [...bad.values()][0]);
    const half = fixes.length >> 1;
    return [...eachGood(fixes.slice(0, half)), ...eachGood(fixes.slice(half))];
  };
  const good = eachGood(chosen);
  if (good === chosen) return chosen;
  const together = "it does not go together with another fix of this round";
  const meets = (fix: PlacedFix, bad: ReadonlyMap<string, string>): boolean =>
    fix.edits.some(({ file }) => bad.has(file));
  let bad = reads(good);
  const kept = good.find((fix) => meets(fix, bad));
  let going = good.flatMap((fix) => (fix !== kept && meets(fix, bad) ? skip(fix, together) : [fix]));
  // What was dropped here may be missed in another file that it changed too. Each turn leaves a file alone for good.
  for (bad = reads(going); bad.size > 0; bad = reads(going))
    going = going.flatMap((fix) => (meets(fix, bad) ? skip(fix, together) : [fix]));
  return going;
}

function editsByFile(fixes: readonly PlacedFix[]): Map<string, PlacedEdit[]> {
  const byFile = new Map<string, PlacedEdit[]>();
  for (const edit of fixes.flatMap(({ edits }) => edits)) {
    const edits = byFile.get(edit.file) ?? [];
    byFile.set(edit.file, edits);
    edits.push(edit);
  }
  for (const edits of byFile.values()) edits.sort(byPlace);
  return byFile;
}
