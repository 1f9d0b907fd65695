import { type Host, StepFailure } from "@mia/action-kit";
import { closest, type PolicyFile } from "@mia/catalog";
import { none, type Policy, policies, rules, runpod } from "@mia/dockerfile";

/** Found without being named, at the top of the workspace. */
const defaultFile = "mia-policy.yaml";

/** Findings a policy file accepts. */
export type PathIgnore = NonNullable<PolicyFile["ignore"]>[number];

export interface ChosenPolicies {
  /** For image folders with a model.yaml. */
  model: Policy;
  /** For every other Dockerfile. */
  plain: Policy;
  ignores: readonly PathIgnore[];
}

/** The policy the caller names, the workspace's own, or the built-in ones. Throws a StepFailure where it is no policy. */
export async function choosePolicies(host: Host, named: string | undefined): Promise<ChosenPolicies> {
  const builtIn = named === undefined ? undefined : policies.get(named);
  if (builtIn) return { model: builtIn, plain: builtIn, ignores: [] };
  if (named === undefined && !(await host.files.exists(defaultFile)))
    return { model: runpod, plain: none, ignores: [] };
  const { policy, ignores } = await readPolicy(host, named ?? defaultFile);
  return { model: policy, plain: policy, ignores };
}

async function readPolicy(host: Host, file: string): Promise<{ policy: Policy; ignores: PathIgnore[] }> {
  const known = [...policies.keys()];
  if (!(await host.files.exists(file))) {
    const near = closest(file, known);
    const message = `there is no policy ${JSON.stringify(file)}${near ? `; did you mean ${near}?` : ""}`;
    const remedy = `Name a policy file, or one of the built-in policies: ${known.join(", ")}.`;
    throw new StepFailure({ code: "invalid-input", message, remedy });
  }
  // The schema takes time to build, and most runs have no policy file.
  const { maxPolicyBytes, parsePolicy } = await import("@mia/catalog/policy-file");
  const parsed = parsePolicy(
    await host.files.read(file, { maxBytes: maxPolicyBytes, followLinks: "inside" }),
  );
  if (!parsed.ok) throw wrong(file, parsed.problems);
  const { extends: parent = "none", ignore = [], schema: _, ...own } = parsed.policy;
  const base = policies.get(parent);
  const problems = unknownRules(parsed.policy).map(({ path, message }) => ({
    line: parsed.lineOf(path),
    message,
  }));
  if (base === undefined) {
    const message = `extends: there is no built-in policy ${parent}; they are ${known.join(", ")}`;
    problems.push({ line: parsed.lineOf(["extends"]), message });
  }
  if (base === undefined || problems.length > 0) throw wrong(file, problems);
  const policy = { ...base, ...own, name: file, rules: { ...base.rules, ...own.rules } } as Policy;
  return { policy, ignores: ignore };
}

function wrong(file: string, problems: { line: number; message: string }[]): StepFailure {
  const message = problems.map(({ line, message: text }) => `${file}:${line}: ${text}`).join("\n");
  return new StepFailure({
    code: "invalid-input",
    message: message.slice(0, 4000),
    remedy:
      "Correct it. docs/policies.md lists the keys; schemas/verify-policy.v1.json checks them in an editor.",
  });
}

/** A rule that is misspelt would silently stay as it is. */
function unknownRules({ rules: weighed = {}, enforced = [], ignore = [] }: PolicyFile) {
  const known = rules.flatMap(({ code, id }) => [code, id]);
  const named = [
    ...Object.keys(weighed).map((name) => ({ name, path: ["rules", name] as PropertyKey[] })),
    ...enforced.map((name, index) => ({ name, path: ["enforced", index] })),
    ...ignore.flatMap((one, index) => one.rules.map((name) => ({ name, path: ["ignore", index, "rules"] }))),
  ];
  return named
    .filter(({ name }) => !known.includes(name))
    .map(({ name, path }) => {
      const near = closest(name, known);
      return { path, message: `there is no rule ${name}${near ? `; did you mean ${near}?` : ""}` };
    });
}
