import type { Finding, Severity, StepResult } from "@mia/step-result";
import { escapeData } from "./workflow-log.ts";

/** The runner keeps ten annotations of each kind per step and drops the rest silently (docs: problem matchers). */
const maxOfKind = 10;

const commandOf: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/**
 * Workflow commands for the findings of all records, worst first, and for failures that no finding explains.
 * Where the runner would drop some, the last of a kind says how many more the summary holds.
 */
export function annotationCommands(records: readonly StepResult[]): string[] {
  const all = records.flatMap((record) => [...record.findings, ...unexplainedFailure(record)]);
  return (["error", "warning", "info"] as const).flatMap((severity) => {
    const wanted = all.filter((finding) => finding.severity === severity);
    const shown = wanted.length > maxOfKind ? wanted.slice(0, maxOfKind - 1) : wanted;
    const commands = shown.map(command);
    const more = wanted.length - shown.length;
    if (more > 0) commands.push(`::${commandOf[severity]}::+${more} more; see the job summary`);
    return commands;
  });
}

type Annotated = Omit<Finding, "locations"> & { locations: Finding["locations"] | [] };

function unexplainedFailure(record: StepResult): Annotated[] {
  const { failure, findings } = record;
  if (!failure || failure.code === "findings" || findings.some((finding) => finding.severity === "error"))
    return [];
  const who = "model" in record ? `${record.model}: ` : "";
  const { code, message, remedy } = failure;
  return [
    { rule: `${record.step}/${code}`, severity: "error", message: `${who}${message}`, remedy, locations: [] },
  ];
}

function command(finding: Annotated): string {
  const place = finding.locations[0];
  const also = finding.locations
    .slice(1)
    .map((other) => `\n${other.file}:${other.line} ${other.note ?? ""}`.trimEnd());
  const properties = [
    ...(place ? [`file=${escapeProperty(place.file)}`, `line=${place.line}`] : []),
    ...(place?.column === undefined ? [] : [`col=${place.column}`]),
    ...(place?.endLine === undefined ? [] : [`endLine=${place.endLine}`]),
    `title=${escapeProperty(finding.rule)}`,
  ];
  const text = `${finding.message}\n${finding.remedy}${also.join("")}`;
  // The runner cuts a message at 4096 characters; cutting here keeps the end of a command whole.
  return `::${commandOf[finding.severity]} ${properties.join(",")}::${escapeData(text.slice(0, 3500))}`;
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
