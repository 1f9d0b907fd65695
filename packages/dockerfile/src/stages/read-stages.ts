import type { Instruction } from "../syntax/instruction.ts";
import type { Dockerfile } from "../syntax/parse-dockerfile.ts";
import { expand } from "./expand.ts";
import type { Stage } from "./stage.ts";
import { lookupIn, type Variables } from "./variables.ts";

/** The stages of a file, and for each instruction the variables that hold there. */
export function readStages({ instructions, escapeMark }: Dockerfile): Stage[] {
  const stages: Stage[] = [];
  let globals: Variables = new Map();
  let variables: Variables = globals;
  let arguments_ = new Set<string>();
  const environments = new Map<Stage, Variables>();
  for (const instruction of instructions) {
    if (instruction.keyword === "FROM") {
      const stage = openStage(instruction, stages, globals, escapeMark);
      stages.push(stage);
      arguments_ = new Set();
      variables = (stage.parent && environments.get(stage.parent)) ?? new Map();
      environments.set(stage, variables);
      continue;
    }
    const stage = stages.at(-1);
    const assigned = assign(instruction, variables, arguments_, globals, escapeMark);
    if (stage === undefined) {
      globals = assigned;
      variables = assigned;
      continue;
    }
    stage.steps.push({ instruction, variables, stage });
    variables = assigned;
    // ARG ends with its stage, ENV goes on into the stages built on it.
    if (instruction.keyword === "ENV")
      environments.set(stage, new Map([...assigned].filter(([name]) => !arguments_.has(name))));
  }
  return stages;
}

function openStage(from: Instruction, stages: Stage[], globals: Variables, escapeMark: string): Stage {
  const [image, as, name] = from.words;
  const word = image ?? { text: "", position: from.position };
  const expanded = expand(word.text, lookupIn(globals), escapeMark);
  const reference = expanded.unknown.length > 0 || expanded.value === "" ? undefined : expanded.value;
  const earlier = stages.findLast(
    (stage) => stage.name !== undefined && stage.name === reference?.toLowerCase(),
  );
  return {
    index: stages.length,
    name: as?.text.toUpperCase() === "AS" ? name?.text.toLowerCase() : undefined,
    from,
    base: { reference, word },
    parent: earlier,
    steps: [],
  };
}

function assign(
  { keyword, assignments }: Instruction,
  variables: Variables,
  arguments_: Set<string>,
  globals: Variables,
  escapeMark: string,
): Variables {
  if (keyword !== "ARG" && keyword !== "ENV") return variables;
  const next = new Map(variables);
  for (const { name, value } of assignments) {
    // Within one ENV, every value sees the variables from before it; ARG sees those to its left.
    const seen = keyword === "ENV" ? variables : next;
    const expanded = value === undefined ? undefined : expand(value, lookupIn(seen), escapeMark);
    const known = expanded && expanded.unknown.length === 0 ? expanded.value : undefined;
    if (keyword === "ENV") {
      next.set(name, known);
      arguments_.delete(name);
    } else if (!variables.has(name) || arguments_.has(name)) {
      // ENV wins over an ARG of the same name.
      next.set(name, value === undefined ? globals.get(name) : known);
      arguments_.add(name);
    }
  }
  return next;
}
