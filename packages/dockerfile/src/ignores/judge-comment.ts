import { closest } from "@mia/catalog";
import type { Finding, Fix, Location, Severity } from "@mia/step-result";
import type { IgnoreComment, IgnoredName } from "./ignore-comment.ts";
import { ignoreHasAReason, neverIgnored } from "./ignore-rules.ts";
import type { PlacedComment } from "./ignored-lines.ts";

/** What may stand in a comment's list. */
export interface IgnorableRules {
  /** The id by id and by code, in small letters. */
  ids: ReadonlyMap<string, string>;
  enforced: ReadonlySet<string>;
  /** The rule that a misspelt name may have meant. */
  suggest(name: string): string | undefined;
}

/** More suggestions help nobody, and each costs a look at every rule. */
const maxSuggestions = 20;

export function ignorableRules(
  known: readonly { id: string; code: string }[],
  enforced: readonly string[],
): IgnorableRules {
  const ids = new Map(
    known.flatMap(({ id, code }) => [[id.toLowerCase(), id] as const, [code.toLowerCase(), id]]),
  );
  const suggested = new Map<string, string | undefined>();
  return {
    ids,
    enforced: new Set(enforced.map((name) => ids.get(name.toLowerCase()) ?? name)),
    suggest: (name) => {
      if (suggested.has(name)) return suggested.get(name);
      if (suggested.size === maxSuggestions || name.length > 100) return undefined;
      const best = closest(name, ids.keys());
      suggested.set(name, best && ids.get(best));
      return suggested.get(name);
    },
  };
}

/** A name of a comment's list that ignores the rule `id` as far as its lines reach. */
export interface Ignoring {
  name: IgnoredName;
  id: string;
}

export interface Judgement {
  ignoring: Ignoring[];
  findings: Finding[];
}

/** What a comment may ignore, and what is wrong with it. A comment without a reason ignores nothing. */
export function judgeComment(
  file: string,
  { comment, misplaced }: PlacedComment,
  rules: IgnorableRules,
): Judgement {
  const findings: Finding[] = [];
  const ignoring: Ignoring[] = [];
  const report = (message: string, remedy: string, name?: IgnoredName, more: More = {}): void => {
    findings.push(reasonFinding(message, remedy, placeOf(file, comment, name), more));
  };

  const isForm = comment.form === "" || comment.form === "file" || comment.form === "stage";
  if (!isForm) {
    const message = `there is no comment mia-ignore-${comment.form.slice(0, 40)}; this one ignores nothing`;
    report(message, "Write mia-ignore, mia-ignore-stage or mia-ignore-file.");
    return { ignoring, findings };
  }
  if (misplaced !== undefined)
    report(`this comment ignores nothing: ${misplaced}`, places[comment.form] ?? "");
  if (comment.names.length === 0) {
    const remedy = `Name the rules in brackets: # ${headOf(comment)}[rule]: reason.`;
    report("this comment names no rule, so it ignores nothing", remedy);
    return { ignoring, findings };
  }
  const hasReason = comment.reason.replace(/\s+/g, "").length >= 3;
  if (!hasReason) {
    const names = comment.names
      .map(({ text }) => text)
      .join(", ")
      .slice(0, 200);
    const remedy = `Say why it is right here: # ${headOf(comment)}[${names}]: reason.`;
    report("this comment gives no reason, so it ignores nothing", remedy);
  }
  for (const name of comment.names) {
    const id = rules.ids.get(name.text.toLowerCase());
    const shown = name.text.slice(0, 100);
    if (id === undefined) {
      const meant = rules.suggest(name.text);
      const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
      const remedy = "Name the rule by its id or its code, as the finding does.";
      const more = meant === undefined ? {} : { fix: renaming(file, comment, name, meant) };
      report(`there is no rule ${shown}${hint}`, remedy, name, more);
    } else if (neverIgnored.has(id)) {
      report(`${shown} cannot be ignored`, "Mend what it says, and take its name out of the comment.", name);
    } else if (rules.enforced.has(id)) {
      const remedy = "Mend what it says; what the policy enforces is changed there.";
      report(`the policy enforces ${shown}, so no comment can ignore it`, remedy, name, {
        severity: "error",
      });
    } else if (hasReason && misplaced === undefined) ignoring.push({ name, id });
  }
  return { ignoring, findings };
}

const places: Record<string, string> = {
  file: "Put it above the first instruction, or use mia-ignore above the line in question.",
  stage: "Put it directly above the stage's FROM, or use mia-ignore above the instruction in question.",
};

const headOf = ({ form }: IgnoreComment): string => (form === "" ? "mia-ignore" : `mia-ignore-${form}`);

/** A name of the list, or all of the comment. */
export function placeOf(
  file: string,
  { line, column, endColumn }: IgnoreComment,
  name?: IgnoredName,
): Location {
  if (name === undefined) return { file, line, column, endLine: line, endColumn };
  return { file, line, column: name.column, endLine: line, endColumn: name.column + name.text.length };
}

interface More {
  severity?: Severity;
  fix?: Fix;
}

export function reasonFinding(message: string, remedy: string, location: Location, more: More = {}): Finding {
  const { id, code, severity, confidence } = ignoreHasAReason;
  return { rule: id, code, severity, confidence, message, remedy, locations: [location], ...more };
}

function renaming(file: string, { line }: IgnoreComment, { text, column }: IgnoredName, meant: string): Fix {
  const edit = { file, line, column, endLine: line, endColumn: column + text.length, text: meant };
  return { title: `Write ${meant}`, safety: "unsafe", edits: [edit] };
}
