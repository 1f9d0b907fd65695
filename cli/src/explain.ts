import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { neutral, plainLine } from "@mia/action-kit";
import { closest } from "@mia/catalog";
import { findRule, ruleList } from "@mia/dockerfile";

/** `mia explain CODE`: prints the page of a rule, which ships beside the bundle. */
export function explain(words: readonly string[]): 0 | 2 {
  const [name, ...more] = words;
  if (name === undefined || more.length > 0 || name.startsWith("-")) {
    const wanted = name === "--help" || name === "-h";
    (wanted ? process.stdout : process.stderr).write(explainHelp);
    return wanted ? 0 : 2;
  }
  const rule = findRule(name);
  if (rule === undefined) {
    if (name === "all") return list();
    const near = nearestRule(name.slice(0, 100));
    const meant = near ? `Did you mean ${near}? ` : "";
    const shown = neutral(plainLine(JSON.stringify(name.slice(0, 100))));
    process.stderr.write(
      `mia explain: there is no rule ${shown}. ${meant}The list of rules: mia explain all\n`,
    );
    return 2;
  }
  const page = path.resolve(
    path.dirname(realpathSync(process.argv[1] ?? "")),
    "../docs/rules",
    `${rule.id}.md`,
  );
  try {
    process.stdout.write(readFileSync(page, "utf8"));
    return 0;
  } catch {
    const { code, id, description } = rule;
    process.stdout.write(`${code} ${id}: ${description}\n`);
    process.stderr.write(`mia explain: ${page} is missing from this installation\n`);
    return 2;
  }
}

/** Of codes those of the same hundred: the digits behind it are what is mistyped, and the hundred is what it is about. */
function nearestRule(name: string): string | undefined {
  const hundred = /^MIA\d/i.exec(name)?.[0].toUpperCase();
  if (hundred === undefined)
    return closest(
      name,
      ruleList.map(({ id }) => id),
    );
  return closest(
    name,
    ruleList.map(({ code }) => code).filter((code) => code.startsWith(hundred)),
  );
}

function list(): 0 {
  for (const { code, id, severity, description } of ruleList)
    process.stdout.write(`${code}  ${id.padEnd(38)} ${severity.padEnd(8)} ${description}\n`);
  return 0;
}

export const explainHelp = `Prints the page of a rule: what it asks for, why, a bad and a good example, the fix.

Usage: mia explain CODE|RULE     such as MIA103 or mmcv-index-matches-cuda
       mia explain all           lists every rule
       mia verify-dockerfile --explain CODE|RULE

Exit codes: 0 ok, 2 there is no such rule.
`;
