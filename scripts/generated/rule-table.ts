import * as dockerfile from "../../packages/dockerfile/src/index.ts";
import { markdownTable } from "./markdown-table.ts";

/** One line a rule, with a link to its page. */
export function ruleTable(): string {
  const rows = dockerfile.ruleList.map(({ code, id, severity, confidence, fix, description }) => [
    code,
    `[${id}](${id}.md)`,
    confidence === "high" ? severity : `${severity} (${confidence} confidence)`,
    fix ?? "",
    description,
  ]);
  return markdownTable(["code", "rule", "severity", "fix", "what it asks for"], rows);
}
