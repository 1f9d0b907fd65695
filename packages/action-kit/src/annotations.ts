import { type Finding, modelOf, type Severity, type StepResult, severities } from "@mia/step-result";
import { clean } from "@mia/summary";
import { escapeData } from "./workflow-log.ts";

/** The runner keeps ten annotations of each kind per step and drops the rest silently (docs: problem matchers). */
const maxOfKind = 10;

const commandOf: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

export interface AnnotationOptions {
  /** Whether a finding lies on a line of the change; these come before others of their kind. */
  inDiff?: (finding: Finding) => boolean;
}

/**
 * Workflow commands for failures that no finding explains and for the findings of all records, worst first and those of
 * the change before others. Where the runner would drop some, the last of a kind says how many more the summary holds.
 */
export function annotationCommands(
  records: readonly StepResult[],
  { inDiff = () => false }: AnnotationOptions = {},
): string[] {
  const findings = records.flatMap((record) => record.findings);
  const all = [...records.flatMap(unexplainedFailure), ...changedFirst(findings, inDiff)];
  return severities.flatMap((severity) => {
    const wanted = all.filter((finding) => finding.severity === severity);
    const shown = wanted.length > maxOfKind ? wanted.slice(0, maxOfKind - 1) : wanted;
    const commands = shown.map(command);
    const more = wanted.length - shown.length;
    if (more > 0) commands.push(`::${commandOf[severity]}::+${more} more; see the job summary`);
    return commands;
  });
}

function changedFirst(findings: Finding[], inDiff: (finding: Finding) => boolean): Finding[] {
  const isChanged = findings.map(inDiff);
  return [
    ...findings.filter((_, index) => isChanged[index]),
    ...findings.filter((_, index) => !isChanged[index]),
  ];
}

type Annotated = Omit<Finding, "locations"> & { locations: Finding["locations"] | [] };

function unexplainedFailure(record: StepResult): Annotated[] {
  const { failure, findings } = record;
  if (!failure || failure.code === "findings" || findings.some((finding) => finding.severity === "error"))
    return [];
  const model = modelOf(record);
  const { code, message, remedy } = failure;
  return [
    {
      rule: `${record.step}/${code}`,
      severity: "error",
      message: `${model === undefined ? "" : `${model}: `}${message}`,
      remedy,
      locations: [],
    },
  ];
}

function command(finding: Annotated): string {
  const { code, rule, severity, locations } = finding;
  const place = locations[0];
  const title = code === undefined ? rule : `${code} ${rule}`;
  const properties = [...(place ? placeProperties(place) : []), `title=${escapeProperty(clean(title, 150))}`];
  return `::${commandOf[severity]} ${properties.join(",")}::${escapeData(textOf(finding))}`;
}

/** Columns are refused where a place goes over several lines (REST API, check runs: start_column, end_column). */
function placeProperties({
  file,
  line,
  column,
  endLine = line,
  endColumn,
}: Finding["locations"][number]): string[] {
  const isOneLine = endLine <= line;
  const hasEnd = isOneLine && column !== undefined && endColumn !== undefined && endColumn >= column;
  return [
    `file=${escapeProperty(file)}`,
    `line=${line}`,
    ...(isOneLine ? [] : [`endLine=${endLine}`]),
    ...(isOneLine && column !== undefined ? [`col=${column}`] : []),
    ...(hasEnd ? [`endLine=${line}`, `endColumn=${endColumn}`] : []),
  ];
}

/** The runner cuts a message at 4096 characters; these parts together stay below, so that each keeps its beginning. */
const maxMessage = 1400;
const maxRemedy = 800;
const maxPlaces = 1400;

/** What is wrong, what to do, and every place, the first one too where it has something to say. */
function textOf({ message, remedy, locations }: Annotated): string {
  const [first, ...others] = locations;
  const places = [...(first?.note ? [first] : []), ...others].map(
    ({ file, line, note }) => `${clean(file, 200)}:${line}${note ? `: ${clean(note, 200)}` : ""}`,
  );
  const shown: string[] = [];
  let room = maxPlaces;
  for (const place of places) {
    room -= place.length + 1;
    if (room < 0) break;
    shown.push(place);
  }
  const more = places.length - shown.length;
  return [
    clean(message, maxMessage),
    clean(remedy, maxRemedy),
    ...shown,
    ...(more > 0 ? [`and ${more} more ${more === 1 ? "place" : "places"}`] : []),
  ]
    .join("\n")
    .replaceAll("##[", "## [");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
