import { posix } from "node:path";
import { type Host, StepFailure } from "@mia/action-kit";
import { closest, type PolicyFile } from "@mia/catalog";
import { findRule, none, type Policy, policies, runpod } from "@mia/dockerfile";
import { type PathIgnore, pathIgnores } from "./path-ignores.ts";
import { findPolicy, type PolicyPlace, placeOfPolicy } from "./policy-place.ts";
import { policyProblems } from "./policy-problems.ts";
import { maxBytes } from "./source-reader.ts";

/** A policy file that was read. */
export interface OwnPolicy {
  place: PolicyPlace;
  text: string;
  ignores: readonly PathIgnore[];
  /** The line of each entry of `gpus`. */
  gpuLines: readonly number[];
}

export interface ChosenPolicies {
  /** For image folders with a model.yaml. */
  model: Policy;
  /** For every other Dockerfile. */
  plain: Policy;
  ignores: readonly PathIgnore[];
  /** Undefined where only built-in policies hold. */
  own?: OwnPolicy;
}

/**
 * The policy the caller names, the repository's own, or the built-in ones. Throws a StepFailure where it is no policy, or
 * says what cannot work.
 */
export async function choosePolicies(host: Host, named: string | undefined): Promise<ChosenPolicies> {
  const builtIn = named === undefined ? undefined : policies.get(named);
  if (builtIn) return { model: builtIn, plain: builtIn, ignores: [] };
  const place = named === undefined ? await findPolicy(host) : await namedPolicy(host, named);
  if (place === undefined) return { model: runpod, plain: none, ignores: [] };
  const { policy, own } = await readPolicy(host, place);
  host.log.info(`policy: ${place.file}`);
  return { model: policy, plain: policy, ignores: own.ignores, own };
}

async function namedPolicy(host: Host, name: string): Promise<PolicyPlace> {
  if (await host.files.exists(name)) return placeOfPolicy(host, name);
  const known = [...policies.keys()];
  const near = closest(name, known);
  const message = `there is no policy ${JSON.stringify(name)}${near ? `; did you mean ${near}?` : ""}`;
  const remedy = `Name a policy file, or one of the built-in policies: ${known.join(", ")}.`;
  throw new StepFailure({ code: "invalid-input", message, remedy });
}

async function readPolicy(host: Host, place: PolicyPlace): Promise<{ policy: Policy; own: OwnPolicy }> {
  const { file } = place;
  // The schema takes time to build, and most runs have no policy file.
  const { maxPolicyBytes, parsePolicy } = await import("@mia/catalog/policy-file");
  const text = await host.files.read(file, { maxBytes: maxPolicyBytes, followLinks: "inside" });
  const parsed = parsePolicy(text);
  if (!parsed.ok) throw wrong(file, parsed.problems);
  const {
    extends: parent = "none",
    ignore = [],
    schema: _,
    rules = {},
    enforced = [],
    ...said
  } = parsed.policy;
  const matrix = said.matrix && { file: posix.join(place.folder, said.matrix.file) };
  const problems = [...policyProblems(parsed.policy), ...(await matrixProblem(host, matrix))];
  const base = policies.get(parent);
  if (base === undefined || problems.length > 0)
    throw wrong(
      file,
      problems.map(({ path, message }) => ({ line: parsed.lineOf(path), message })),
    );
  const policy = {
    ...base,
    ...said,
    ...(matrix && { matrix }),
    name: file,
    rules: { ...base.rules, ...byId(rules) },
    enforced: enforced.map(idOf),
  } as Policy;
  const ignores = pathIgnores(ignore, place, parsed.lineOf);
  const gpuLines = (said.gpus ?? []).map((_, index) => parsed.lineOf(["gpus", index]));
  return { policy, own: { place, text, ignores, gpuLines } };
}

const idOf = (name: string): string => findRule(name)?.id ?? name;

/** A built-in policy weighs a rule by its id: what the team says of its code must not stand behind that. */
function byId(rules: NonNullable<PolicyFile["rules"]>): Policy["rules"] {
  return Object.fromEntries(Object.entries(rules).map(([name, weight]) => [idOf(name), weight]));
}

/** Without the document nothing would be compared with it, and nobody would know. */
async function matrixProblem(host: Host, matrix: Policy["matrix"]) {
  if (matrix === undefined) return [];
  try {
    await host.files.read(matrix.file, { maxBytes: maxBytes.other, followLinks: "inside" });
    return [];
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    return [{ path: ["matrix", "file"], message: `matrix: ${error.message}` }];
  }
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
