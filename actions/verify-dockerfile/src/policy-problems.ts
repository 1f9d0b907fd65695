import { parseIgnore } from "@mia/build-context";
import { closest, type PolicyFile } from "@mia/catalog";
import { findRule, neverIgnored, policies, registryProblem, ruleList, rules } from "@mia/dockerfile";

export interface PolicyProblem {
  /** Of the value in the policy file. */
  path: PropertyKey[];
  message: string;
}

/** What a well-formed policy says that cannot work: nothing of it would ever be checked, or it contradicts itself. */
export function* policyProblems(policy: PolicyFile): Generator<PolicyProblem> {
  const { extends: parent = "none", registries = [] } = policy;
  if (!policies.has(parent)) {
    const near = closest(parent, policies.keys());
    const known = [...policies.keys()].join(", ");
    const hint = near ? `did you mean ${near}?` : `they are ${known}`;
    yield { path: ["extends"], message: `extends: there is no built-in policy ${parent}; ${hint}` };
  }
  for (const [index, entry] of registries.entries()) {
    const problem = registryProblem(entry);
    if (problem) yield { path: ["registries", index], message: `registries: ${problem}` };
  }
  yield* ofRules(policy);
  yield* ofIgnores(policy);
}

function* ofRules({ rules: weighed = {}, enforced = [] }: PolicyFile): Generator<PolicyProblem> {
  const seen = new Map<string, string>();
  for (const name of Object.keys(weighed)) {
    const problem = unknownRule(name) ?? notWeighed(name);
    if (problem) yield { path: ["rules", name], message: `rules: ${problem}` };
    const id = findRule(name)?.id ?? name;
    const other = seen.get(id);
    if (other !== undefined)
      yield { path: ["rules", name], message: `rules: ${other} and ${name} are the same rule` };
    seen.set(id, name);
  }
  for (const [index, name] of enforced.entries()) {
    const problem = unknownRule(name);
    if (problem) yield { path: ["enforced", index], message: `enforced: ${problem}` };
    if (weightOf(weighed, name) === "off") {
      const message = `enforced: ${name} is enforced here and turned off under rules; take it out of one`;
      yield { path: ["enforced", index], message };
    }
  }
}

function* ofIgnores({ enforced = [], ignore = [] }: PolicyFile): Generator<PolicyProblem> {
  const isEnforced = new Set(enforced.map((name) => findRule(name)?.id));
  for (const [index, { rules: names, files }] of ignore.entries()) {
    for (const [at, name] of names.entries()) {
      const path = ["ignore", index, "rules", at];
      const id = findRule(name)?.id;
      const unknown = unknownRule(name);
      if (unknown) yield { path, message: `ignore: ${unknown}` };
      else if (id !== undefined && neverIgnored.has(id))
        yield { path, message: `ignore: ${name} cannot be ignored` };
      else if (isEnforced.has(id)) {
        const message = `ignore: ${name} is enforced by this policy, so this ignores nothing; take it out of one of the two`;
        yield { path, message };
      }
    }
    for (const [at, pattern] of files.entries()) {
      const [problem] = parseIgnore(pattern).problems;
      const why =
        problem?.message ?? (parseIgnore(pattern).patterns.length === 1 ? undefined : "is no pattern");
      const shown = JSON.stringify(pattern.slice(0, 200));
      if (why) yield { path: ["ignore", index, "files", at], message: `ignore: ${shown} ${why}` };
    }
  }
}

/** A rule that is misspelt would silently stay as it is. */
function unknownRule(name: string): string | undefined {
  // Codes are taken as they are written in findings, in capitals.
  const found = findRule(name);
  if (found && (found.id === name || found.code === name)) return undefined;
  const isCode = /^mia\d/i.test(name);
  const near =
    found?.code ??
    (isCode
      ? nearCode(name)
      : closest(
          name,
          ruleList.map(({ id }) => id),
        ));
  return `there is no rule ${name}; ${near ? `did you mean ${near}?` : "`mia explain all` lists them"}`;
}

/** Two digits that changed places; with any other digit a code is another rule's. */
function nearCode(name: string): string | undefined {
  const [, a, b, c] = /^MIA(\d)(\d)(\d)$/.exec(name) ?? [];
  const near = ruleList.filter(({ code }) => code === `MIA${b}${a}${c}` || code === `MIA${a}${c}${b}`);
  return near.length === 1 ? near[0]?.code : undefined;
}

/** Those that look at comments, the baseline and model.yaml run outside of what a policy weighs. */
function notWeighed(name: string): string | undefined {
  const id = findRule(name)?.id;
  return rules.some((rule) => rule.id === id) ? undefined : `${name} weighs the same under every policy`;
}

function weightOf(weighed: NonNullable<PolicyFile["rules"]>, name: string): string | undefined {
  const rule = findRule(name);
  return rule && (weighed[rule.id] ?? weighed[rule.code]);
}
