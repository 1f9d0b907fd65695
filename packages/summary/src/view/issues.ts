import type { Failure, Finding, StepResult } from "@mia/step-result";
import { type Judgement, plannedSteps } from "../judgement/judge.ts";
import { stepName } from "../judgement/subject.ts";
import { cleanTail } from "../text/clean.ts";
import { names } from "../text/names.ts";
import { ruleLink } from "./rule-link.ts";
import { type SourceLinks, sourceLink } from "./source-link.ts";
import type { Issue, Place } from "./view.ts";

/** More of one level than anybody reads; the records hold them all. */
export const maxIssues = 1000;
const maxPlaces = 10;

/** What is wrong in these records, in their order, by level; each level is cut at `maxIssues`, `dropped` says how many. */
export function issuesOf(
  records: readonly StepResult[],
  links: SourceLinks | undefined,
  rulePages?: string,
): Record<Issue["level"], Issue[]> & { dropped: number } {
  const found = { error: [] as Issue[], warning: [] as Issue[], info: [] as Issue[], dropped: 0 };
  const add = (issue: Issue): void => {
    if (found[issue.level].length < maxIssues) found[issue.level].push(issue);
    else found.dropped++;
  };
  for (const record of records) {
    const where = stepName(record);
    const { failure, findings } = record;
    const placed = findings.filter(({ rule }) => failure && rule === `${record.step}/${failure.code}`);
    if (failure && tellsMore(record)) add(failureIssue(where, failure, placesOf(placed[0], links)));
    for (const finding of findings) {
      if (!placed.includes(finding)) add(findingIssue(where, finding, links, rulePages));
    }
  }
  return found;
}

/** A failure that only counts findings or other records, or repeats them, says nothing beside them. */
function tellsMore({ failure, findings }: StepResult): boolean {
  const code = failure?.code;
  if (code === "unreadable-input") return !findings.some(({ severity }) => severity === "error");
  return code !== "findings" && code !== "result-missing" && code !== "result-failed";
}

/** One issue for each step that counts as failed by what stands beside its record. */
export function objectionIssues({ models }: Judgement): Issue[] {
  return models.flatMap(({ model, objections }) =>
    objections.map(({ step, name, message, remedy }): Issue => {
      const where = `${model} ${step}`;
      return { level: "error", where, name, message, remedy, places: [], output: [] };
    }),
  );
}

/** One issue a model with promised steps that left no record. Where another step of it failed, that is the reason. */
export function missingIssues({ models }: Judgement): Issue[] {
  return models.flatMap(({ model, steps }) => {
    const missing = plannedSteps.filter((step) => steps[step] === "missing");
    const failed = plannedSteps.filter((step) => steps[step] === "failed");
    return missing.length === 0
      ? []
      : [missingIssue(`${model} ${names(missing)}`, missing.length, failed[0])];
  });
}

function missingIssue(where: string, steps: number, failed: string | undefined): Issue {
  const [why, remedy] = failed
    ? [` Its ${failed} failed before.`, `Mend the ${failed} first; what comes after it then runs again.`]
    : [
        "",
        "Look at the log of its job: it was cancelled, died before it wrote a record, or did not upload it.",
      ];
  const promised = steps === 1 ? "this step, but no record of it" : "these steps, but no record of them";
  const message = `The plan promised ${promised} arrived.${why}`;
  return { level: "error", where, name: "result-missing", message, remedy, places: [], output: [] };
}

function failureIssue(where: string, { code, message, remedy, detail }: Failure, places: Place[]): Issue {
  const output = detail === undefined ? [] : cleanTail(detail);
  return { level: "error", where, name: code, message, remedy, places, output };
}

function findingIssue(
  where: string,
  finding: Finding,
  links: SourceLinks | undefined,
  rulePages: string | undefined,
): Issue {
  const { code, rule, severity, message, remedy, fix } = finding;
  const href = ruleLink(rulePages, finding);
  return {
    level: severity,
    where,
    name: code === undefined ? rule : `${code} ${rule}`,
    ...(href !== undefined && { href }),
    message,
    remedy,
    ...(fix && { fix: `${fix.title} (${fix.safety})` }),
    places: placesOf(finding, links),
    output: [],
  };
}

function placesOf(finding: Finding | undefined, links: SourceLinks | undefined): Place[] {
  return (finding?.locations ?? []).slice(0, maxPlaces).map(({ file, line, endLine, note }): Place => {
    const href = sourceLink(links, file, line, endLine);
    return { file, line, ...(note !== undefined && { note }), ...(href !== undefined && { href }) };
  });
}
