import { worstFirst } from "../findings/worst-first.ts";
import { bytesOf } from "../text/bytes-of.ts";
import { clean } from "../text/clean.ts";
import { count } from "../text/units.ts";
import { descriptor, type SarifRule } from "./descriptor.ts";
import { limits } from "./limits.ts";
import { rootId } from "./place.ts";
import { maxLinks, resultOf, type SarifFinding } from "./result.ts";
import type { ReportingDescriptor, Result } from "./sarif-log.ts";

export type { SarifRule } from "./descriptor.ts";
export type { SarifFinding } from "./result.ts";

export interface SarifTool {
  name: string;
  version: string;
  /** An absolute address. */
  informationUri: string;
  rules: readonly SarifRule[];
}

export interface SarifOptions {
  tool: SarifTool;
  /** Tells apart the uploads of one commit; a second upload with the same one replaces the first. */
  category?: string;
  /** At most, and never more than, 25,000. */
  maxResults?: number;
  /** Of the text in UTF-8. Default 10,000,000, which no packing makes more than GitHub takes. */
  maxBytes?: number;
  /** How many bytes gzip makes of a text. With it longer texts are given back, where they pack into what GitHub takes. */
  packedBytes?: (text: string) => number;
}

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * Findings as SARIF 2.1.0 within the limits of GitHub code scanning: one run, one line of JSON, worst first and suppressed
 * ones last. What has no room is left out, and a notification in the run says how many and why.
 */
export function renderSarif(findings: readonly SarifFinding[], options: SarifOptions): string {
  const { maxBytes = limits.bytes, packedBytes } = options;
  if (packedBytes === undefined || maxBytes < limits.bytes)
    return render(findings, options, Math.min(maxBytes, limits.bytes));
  const text = render(findings, options, limits.unpackedBytes);
  return packedBytes(text) <= limits.bytes ? text : render(findings, options, limits.bytes);
}

function render(findings: readonly SarifFinding[], options: SarifOptions, maxBytes: number): string {
  const { tool, category = "verify-dockerfile" } = options;
  const rules = rulesOf(findings, tool.rules, maxBytes);
  const suppressed = findings.filter((finding) => finding.suppressed);
  const open = findings.filter((finding) => !finding.suppressed);
  const wanted = [...worstFirst(open), ...worstFirst(suppressed)];
  const most = Math.min(options.maxResults ?? limits.results, limits.results);
  const runWith = (leftOut: number): string => JSON.stringify(runOf(tool, category, rules.all, leftOut));
  let room = maxBytes - bytesOf(runWith(findings.length)) - wrapping.length;
  const results: string[] = [];
  for (const finding of wanted) {
    if (results.length >= most) break;
    const ruleIndex = rules.indexOf.get(finding.code ?? finding.rule);
    if (ruleIndex === undefined) continue;
    const json = jsonOf(resultOf(finding, ruleIndex, suppressed.length > 0));
    const bytes = bytesOf(json) + 1;
    if (bytes > room) continue;
    room -= bytes;
    results.push(json);
  }
  const run = runWith(findings.length - results.length);
  return wrapping.replace("{}", () => `${run.slice(0, -1)},"results":[${results.join(",")}]}`);
}

const wrapping = `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [{}] })}\n`;

/** Results are many; one of them may not take the place of a thousand. Its edits go first, then the other places. */
const maxResultBytes = 64_000;

function jsonOf(result: Result): string {
  const json = JSON.stringify(result);
  if (json.length <= maxResultBytes) return json;
  const { fixes: _, ...unfixed } = result;
  const shorter = JSON.stringify(unfixed);
  if (shorter.length <= maxResultBytes) return shorter;
  return JSON.stringify({ ...unfixed, relatedLocations: result.relatedLocations?.slice(0, maxLinks) });
}

interface Rules {
  all: ReportingDescriptor[];
  indexOf: Map<string, number>;
}

/** Rules that only findings name: failures, and rules of another version. No run of ours has more than a few. */
const maxUnknownRules = 1000;

/** The rules that are known, and after them those that only the findings name. Pages go first where room is short. */
function rulesOf(findings: readonly SarifFinding[], known: readonly SarifRule[], maxBytes: number): Rules {
  const all: ReportingDescriptor[] = [];
  const indexOf = new Map<string, number>();
  const add = (name: string, rule: SarifRule, most: number): void => {
    if (indexOf.has(name) || all.length >= most) return;
    indexOf.set(name, all.length);
    all.push(descriptor(rule));
  };
  for (const rule of known) add(rule.code, rule, limits.rules);
  const most = Math.min(limits.rules, all.length + maxUnknownRules);
  for (const finding of findings) {
    const { code = finding.rule, rule: id, severity, confidence = "medium" } = finding;
    add(code, { code, id, description: id, severity, confidence }, most);
  }
  if (bytesOf(JSON.stringify(all)) > maxBytes / 4) {
    for (const rule of all) delete rule.help.markdown;
  }
  return { all, indexOf };
}

function runOf(tool: SarifTool, category: string, rules: ReportingDescriptor[], leftOut: number) {
  const { name, version, informationUri } = tool;
  const isSemantic = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/.test(version);
  const driver = { name, version, ...(isSemantic && { semanticVersion: version }), informationUri, rules };
  return {
    tool: { driver },
    // GitHub takes what stands before the last slash for the category.
    automationDetails: { id: `${clean(category, 200)}/` },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [rootId]: { description: { text: "The root of the repository." } } },
    invocations: [
      {
        executionSuccessful: true,
        ...(leftOut > 0 && { toolExecutionNotifications: [notification(leftOut)] }),
      },
    ],
  };
}

function notification(leftOut: number) {
  const text = `${count(leftOut)} findings were left out, the least severe first, to stay within what GitHub code scanning takes. The JSON records hold them all.`;
  return { level: "warning", descriptor: { id: "results-left-out" }, message: { text } };
}
