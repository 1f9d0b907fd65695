import type { PlanResult, StepResult, VerifyResult } from "@mia/step-result";
import { whyUnknown } from "../judgement/evidence.ts";
import { contextsOf } from "../judgement/stand-in.ts";
import { names } from "../text/names.ts";
import { count, duration, plural, size, unknown } from "../text/units.ts";
import { buildFacts } from "./build-facts.ts";
import { figuresOf } from "./figures.ts";
import { lockFacts } from "./lock-facts.ts";
import { smokeFacts } from "./smoke-facts.ts";
import type { Fact, Group } from "./view.ts";
import { verdictWord } from "./words.ts";

/** Everything worth reading of one record beside its issues, evidence first. What is not known has no line. */
export function factGroup(record: StepResult): Group {
  const heading = `${record.step}: ${verdictWord[record.status]}, ${duration(record.durationMs)}`;
  const facts = [evidenceFact(record), ...ownFacts(record), ...originFacts(record)];
  const figures = figuresOf(record);
  return {
    heading,
    facts: facts.filter(({ value }) => value !== unknown),
    ...(figures.length > 0 && { figures }),
  };
}

function evidenceFact(record: StepResult): Fact {
  const value = {
    real: "real",
    "stand-in": `stand-in; replaced: ${contextsOf([record])}`,
    unknown: `unknown: ${whyUnknown(record)}`,
  };
  return { label: "Evidence", value: value[record.evidence] };
}

function ownFacts(record: StepResult): Fact[] {
  switch (record.step) {
    case "plan":
      return planFacts(record);
    case "verify":
      return verifyFacts(record);
    case "build":
      return buildFacts(record);
    case "smoke":
      return smokeFacts(record);
    case "lock":
      return lockFacts(record);
    case "report":
      return [];
  }
}

function planFacts({ models, expects, base, notes = [] }: PlanResult): Fact[] {
  return [
    ...(base == null ? [] : [{ label: "Compared with", value: base, isCode: true }]),
    { label: "Steps that must leave a record", value: expects.join(", ") || "none" },
    ...notes.map((value) => ({ label: "Note", value })),
    ...models.map(({ slug, reason }) => ({ label: slug, value: reason })),
  ];
}

function verifyFacts({ folder, rules, context, policy, files, skipped, suppressed }: VerifyResult): Fact[] {
  const facts: Fact[] = [
    { label: "Folder", value: folder, isCode: true },
    ...(policy === undefined ? [] : [{ label: "Policy", value: policy, isCode: true }]),
    { label: "Rules that ran", value: count(rules.length) },
    ...(files === undefined ? [] : [{ label: "Files checked", value: filesText(files) }]),
    ...(skipped ?? [])
      .slice(0, 10)
      .map(({ path, why }) => ({ label: "Not checked", value: `${path}: ${why}` })),
    ...(skipped !== undefined && skipped.length > 10
      ? [{ label: "Not checked", value: plural(skipped.length - 10, "more file") }]
      : []),
    ...(suppressed ? [{ label: "Findings left out", value: suppressedText(suppressed) }] : []),
  ];
  if (!context) return facts;
  const { keptFiles, keptBytes, treeFiles, treeBytes, largest } = context;
  const kept = `${size(keptBytes)} in ${plural(keptFiles, "file")}, of ${size(treeBytes)} in ${plural(treeFiles, "file")}`;
  facts.push({ label: "Build context", value: kept });
  const top = largest.slice(0, 5).map(({ path, bytes }) => `${path} (${size(bytes)})`);
  if (top.length > 0) facts.push({ label: "Largest files sent", value: top.join(", ") });
  return facts;
}

function filesText(files: readonly string[]): string {
  return files.length === 0 ? "0" : `${count(files.length)} (${names(files, 5)})`;
}

function suppressedText({
  inline,
  policy = 0,
  baseline,
  scope,
}: NonNullable<VerifyResult["suppressed"]>): string {
  const parts = [
    inline > 0 ? `${count(inline)} by a comment` : "",
    policy > 0 ? `${count(policy)} by the policy` : "",
    baseline > 0 ? `${count(baseline)} in the baseline` : "",
    scope > 0 ? `${count(scope)} outside the scope` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? unknown : parts.join(", ");
}

function originFacts({ origin, startedAt }: StepResult): Fact[] {
  const started = `${startedAt.slice(0, 19).replace("T", " ")} UTC`;
  const facts: Fact[] = [{ label: "Started", value: started }];
  if (!origin) return facts;
  const run = `run ${origin.runId}, attempt ${count(origin.runAttempt)}`;
  return [
    ...facts,
    { label: "Commit", value: origin.commit, isCode: true },
    { label: "Workflow", value: run },
  ];
}
