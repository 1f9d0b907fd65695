import type { Finding, Location } from "@mia/step-result";
import { editableFile } from "../fixes/edit.ts";
import { findComments, type VerifiedFile } from "./find-comments.ts";
import type { IgnoreComment, IgnoredName } from "./ignore-comment.ts";
import type { IgnoredLines } from "./ignored-lines.ts";
import {
  type IgnorableRules,
  ignorableRules,
  judgeComment,
  placeOf,
  reasonFinding,
} from "./judge-comment.ts";
import { judgeNearIgnore } from "./judge-near-ignore.ts";
import { unusedFinding } from "./unused-ignores.ts";

export interface IgnoreOptions {
  /** Every rule there is, MIA902 and its like included. */
  known: readonly { id: string; code: string; everyPlace?: true }[];
  /** Ids or codes that no comment may silence. */
  enforced?: readonly string[];
  /** Ids of the rules that ran: only of these it is known that they found nothing. All, where it is left out. */
  ran?: readonly string[];
}

export interface SuppressedFinding {
  finding: Finding;
  reason: string;
  /** The comment. */
  location: Location;
}

export interface IgnoreOutcome {
  /** What no comment ignores, in the order given, and then what is wrong with comments. */
  findings: Finding[];
  suppressed: SuppressedFinding[];
}

/** One name of one comment that ignores a rule in some lines. */
interface Ignore {
  name: IgnoredName;
  lines: IgnoredLines | undefined;
  reason: string;
  location: Location;
  used: boolean;
}

/**
 * Takes out the findings that a comment in a file ignores. A finding is ignored where its first location is, the place to
 * change, and nowhere else: who looks at that place must see why it stays as it is. Where a rule's locations are all places
 * to change, each is ignored by itself.
 */
export function applyIgnores(
  findings: readonly Finding[],
  files: readonly VerifiedFile[],
  { known, enforced = [], ran }: IgnoreOptions,
): IgnoreOutcome {
  const rules = ignorableRules(known, enforced);
  const read = new Map<string, ReadFile>();
  for (const file of files) if (!read.has(file.path)) read.set(file.path, readFile(file, rules));
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const ofPlaces = new Set(known.filter(({ everyPlace }) => everyPlace).map(({ id }) => id));
  const ignoreOf = (rule: string, place: Location | undefined): Ignore | undefined => {
    const ignores = place && read.get(place.file)?.byRule.get(rule);
    let first: Ignore | undefined;
    for (const ignore of ignores ?? []) {
      if (place === undefined || !ignore.lines) continue;
      if (place.line < ignore.lines.from || place.line > ignore.lines.to) continue;
      ignore.used = true;
      first ??= ignore;
    }
    return first;
  };
  for (const whole of findings) {
    const parts = ofPlaces.has(whole.rule) ? partsOf(whole, ignoreOf) : [whole];
    for (const finding of parts) {
      const first = ignoreOf(finding.rule, finding.locations[0]);
      if (first) suppressed.push({ finding, reason: first.reason, location: first.location });
      else kept.push(finding);
    }
  }
  const seen = ran && new Set(ran);
  const about = [...read.values()].flatMap((file) => [...file.findings, ...unusedOf(file, seen)]);
  return { findings: [...kept, ...about], suppressed };
}

/** What of a finding no comment ignores, and a finding for the places of each comment that ignores some. */
function partsOf(
  finding: Finding,
  ignoreOf: (rule: string, place: Location) => Ignore | undefined,
): Finding[] {
  const byIgnore = new Map<Ignore | undefined, Location[]>();
  for (const place of finding.locations) {
    const ignore = ignoreOf(finding.rule, place);
    const others = byIgnore.get(ignore);
    if (others) others.push(place);
    else byIgnore.set(ignore, [place]);
  }
  if (byIgnore.size === 1) return [finding];
  return [...byIgnore.values()].map((locations) => {
    const { fix, ...rest } = finding;
    const lines = new Set(locations.map(({ file, line }) => `${line} ${file}`));
    const edits = fix?.edits.filter(({ file, line }) => lines.has(`${line} ${file}`)) ?? [];
    return { ...rest, locations, ...(fix && edits.length > 0 && { fix: { ...fix, edits } }) };
  });
}

interface ReadFile {
  file: VerifiedFile;
  byRule: Map<string, Ignore[]>;
  byComment: { comment: IgnoreComment; ignores: { id: string; ignore: Ignore }[] }[];
  findings: Finding[];
  complete: boolean;
}

function readFile(file: VerifiedFile, rules: IgnorableRules): ReadFile {
  const { comments, near, complete, unreadFrom } = findComments(file);
  const found: ReadFile = { file, byRule: new Map(), byComment: [], findings: [], complete };
  for (const placed of comments) {
    const { comment, lines } = placed;
    const { ignoring, findings } = judgeComment(file.path, placed, rules);
    found.findings.push(...findings);
    const location = placeOf(file.path, comment);
    const ignores = ignoring.map(({ name, id }) => {
      const ignore: Ignore = { name, lines, reason: comment.reason, location, used: false };
      const others = found.byRule.get(id) ?? [];
      found.byRule.set(id, others);
      // A rule that one list names twice is ignored by the first of the two.
      if (others.at(-1)?.location !== location) others.push(ignore);
      return { id, ignore };
    });
    found.byComment.push({ comment, ignores });
  }
  for (const one of near) {
    const finding = judgeNearIgnore(file.path, one, rules);
    if (finding) found.findings.push(finding);
  }
  if (unreadFrom !== undefined) {
    const message = "there are too many mia-ignore comments in this file; from here on they are not read";
    const remedy = "Ignore a rule for a whole stage or file, or leave it out in the policy.";
    found.findings.push(reasonFinding(message, remedy, { file: file.path, line: unreadFrom }));
  }
  return found;
}

/** In a file that could not be read to its end, a rule may have found nothing because it never got there. */
function unusedOf({ file, byComment, complete }: ReadFile, ran: ReadonlySet<string> | undefined): Finding[] {
  if (!complete) return [];
  const unused = byComment
    .map(({ comment, ignores }) => ({
      comment,
      names: ignores
        .filter(({ id, ignore }) => !ignore.used && (ran?.has(id) ?? true))
        .map(({ ignore }) => ignore.name),
    }))
    .filter(({ names }) => names.length > 0);
  if (unused.length === 0) return [];
  const { lines } = editableFile(file);
  return unused.map(({ comment, names }) =>
    unusedFinding(file.path, lines[comment.line - 1] ?? "", comment, names),
  );
}
