import * as dockerfile from "../../packages/dockerfile/src/index.ts";
import { markdownTable } from "./markdown-table.ts";

/** One line a rule, with a link to its page. */
export function ruleTable(): string {
  const rows = dockerfile.rules.map(({ id, severity, description }) => [
    `[${id}](${id}.md)`,
    severity,
    description,
  ]);
  return markdownTable(["rule", "severity", "what it asks for"], rows);
}
