/**
 * The shape SARIF 2.1.0 demands of what is written here: which properties an object may have, which it must, and of what
 * kind they are. The schema itself is no dependency of this project; this says the part of it that is used.
 */
interface Shape {
  must: string[];
  may?: string[];
}

const shapes: Record<string, Shape> = {
  log: { must: ["$schema", "version", "runs"] },
  run: {
    must: ["tool", "automationDetails", "columnKind", "originalUriBaseIds", "invocations", "results"],
  },
  driver: { must: ["name", "version", "informationUri", "rules"], may: ["semanticVersion"] },
  rule: {
    must: ["id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"],
    may: ["helpUri"],
  },
  ruleProperties: { must: ["tags", "precision", "problem.severity"], may: ["security-severity"] },
  result: {
    must: ["ruleId", "ruleIndex", "level", "message", "locations"],
    may: ["relatedLocations", "fixes", "partialFingerprints", "suppressions"],
  },
  location: { must: ["physicalLocation"], may: ["id", "message"] },
  physicalLocation: { must: ["artifactLocation", "region"] },
  artifactLocation: { must: ["uri"], may: ["uriBaseId"] },
  region: { must: ["startLine"], may: ["startColumn", "endLine", "endColumn"] },
  fix: { must: ["description", "artifactChanges"] },
  change: { must: ["artifactLocation", "replacements"] },
  replacement: { must: ["deletedRegion", "insertedContent"] },
  suppression: { must: ["kind", "status", "justification"] },
  text: { must: ["text"], may: ["markdown"] },
};

// biome-ignore lint/suspicious/noExplicitAny: the log is read back from its text, as a stranger would read it.
type Json = any;

/** Everything that is wrong with a log, as sentences; empty where it is right. */
export function sarifFaults(log: Json): string[] {
  const faults: string[] = [];
  const fault = (text: string): void => void faults.push(text);
  const shaped = (name: string, value: Json): void => {
    const { must, may = [] } = shapes[name] as Shape;
    for (const key of must) if (!(key in value)) fault(`${name} lacks ${key}`);
    for (const key of Object.keys(value)) if (![...must, ...may].includes(key)) fault(`${name} has ${key}`);
  };
  const text = (value: Json, max = Number.POSITIVE_INFINITY): void => {
    shaped("text", value);
    if (typeof value.text !== "string" || value.text === "" || value.text.length > max)
      fault("a text is none or too long");
  };
  const region = (value: Json): void => {
    shaped("region", value);
    const { startLine, startColumn = 1, endLine = startLine, endColumn } = value;
    for (const number of Object.values(value))
      if (!Number.isInteger(number) || (number as number) < 1) fault(`${number} is no line and no column`);
    if (endLine < startLine) fault("a region ends above its start");
    if (endColumn !== undefined && endLine === startLine && endColumn < startColumn)
      fault("a region ends before its start");
  };
  const artifact = (value: Json): void => {
    shaped("artifactLocation", value);
    const isRelative = value.uriBaseId === "%SRCROOT%";
    const good = isRelative ? /^[^/:?#\s[\]][^:?#\s[\]]*$/ : /^file:\/\/\//;
    if (!good.test(value.uri) || /%(?![0-9A-F]{2})/.test(value.uri)) fault(`${value.uri} is no reference`);
  };
  const location = (value: Json): void => {
    shaped("location", value);
    shaped("physicalLocation", value.physicalLocation);
    artifact(value.physicalLocation.artifactLocation);
    region(value.physicalLocation.region);
    if (value.message) text(value.message);
  };

  shaped("log", log);
  if (log.version !== "2.1.0" || log.runs.length !== 1) fault("not one run of 2.1.0");
  const run = log.runs[0];
  shaped("run", run);
  const { driver } = run.tool;
  shaped("driver", driver);
  if (!URL.canParse(driver.informationUri)) fault("informationUri is no address");
  for (const rule of driver.rules) {
    shaped("rule", rule);
    shaped("ruleProperties", rule.properties);
    text(rule.shortDescription, 1024);
    text(rule.fullDescription, 1024);
    text(rule.help);
    if (rule.id.length > 255 || rule.name.length > 255) fault(`${rule.id} is too long`);
    if (rule.properties.tags.length > 20) fault(`${rule.id} has too many tags`);
    if (rule.helpUri !== undefined && !URL.canParse(rule.helpUri)) fault(`${rule.helpUri} is no address`);
  }
  if (new Set(driver.rules.map(({ id }: Json) => id)).size < driver.rules.length)
    fault("two rules have one id");
  for (const result of run.results) {
    shaped("result", result);
    text(result.message);
    if (driver.rules[result.ruleIndex]?.id !== result.ruleId)
      fault(`${result.ruleId} is not the rule at its index`);
    if (!["error", "warning", "note"].includes(result.level)) fault(`${result.level} is no level`);
    if (result.locations.length !== 1) fault("GitHub reads one location");
    const related: Json[] = result.relatedLocations ?? [];
    if (related.length > 999) fault("more than 1,000 locations");
    for (const one of [...result.locations, ...related]) location(one);
    for (const [, id] of result.message.text.matchAll(/(?<!\\)\]\((\d+)\)/g))
      if (!related.some((one) => one.id === Number(id))) fault(`the text links to place ${id}`);
    for (const fix of result.fixes ?? []) {
      shaped("fix", fix);
      text(fix.description);
      for (const change of fix.artifactChanges) {
        shaped("change", change);
        artifact(change.artifactLocation);
        for (const replacement of change.replacements) {
          shaped("replacement", replacement);
          region(replacement.deletedRegion);
        }
      }
    }
    for (const one of result.suppressions ?? []) shaped("suppression", one);
  }
  const telling = run.results.filter((result: Json) => result.suppressions).length;
  if (telling !== 0 && telling !== run.results.length)
    fault("some results say whether they are suppressed, others do not");
  return faults;
}
