import { editableDockerfile, fixOf, indentOf, insertLineBelow } from "../fixes/edit.ts";
import type { Image } from "../image.ts";
import { isEnvironmentKnown, mayComeFromOutside } from "../knowledge/base-variables.ts";
import { isOneSlipFrom } from "../near-name.ts";
import type { Report, Rule } from "../rule.ts";
import { atSpan } from "../span-location.ts";
import { type GlobalArgument, globalArguments } from "../stages/global-arguments.ts";
import type { Stage } from "../stages/stage.ts";
import { type StageUse, usesOfBuilder, usesOfShell } from "../stages/stage-uses.ts";
import { isBuilderVariable } from "../stages/variables.ts";
import type { Assignment } from "../syntax/instruction.ts";

export const variablesAreDeclared: Rule = {
  code: "MIA510",
  id: "variables-are-declared",
  description:
    "A variable is set where it is used: an ARG from above the first FROM is taken up in the stage.",
  severity: "warning",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    const { instructions, escapeMark } = image.dockerfile;
    const globals = globalArguments(instructions, escapeMark);
    const declared = new Map<Stage, Names>();
    const bases = new Map<Stage, string | undefined>();
    for (const stage of image.stages) {
      const names = namesOf(stage, stage.parent && declared.get(stage.parent));
      const near = nearestOf(names);
      const base = stage.isFromScratch ? "scratch" : outerBase(stage, bases);
      declared.set(stage, names);
      const seen = new Set<string>();
      for (const use of [...usesOfBuilder(stage, escapeMark), ...usesOfShell(image, stage)]) {
        const { name } = use;
        if (seen.has(name) || !isMissing(use)) continue;
        if (base !== "scratch" && mayComeFromOutside(name, base)) continue;
        const report = judge(image, stage, use, globals.get(name), names, near);
        if (report === undefined) continue;
        seen.add(name);
        yield base === "scratch" || isEnvironmentKnown(base) ? report : doubted(report);
      }
    }
  },
};

/** The base image may set the name: then it is not empty, and an ARG would put another value in its place. */
function doubted({ fix, ...report }: Report): Report {
  const advice = { ...report, severity: "info", confidence: "low" } as const;
  return fix === undefined ? advice : { ...advice, fix: { ...fix, safety: "unsafe" } };
}

/** Looks for a name like the one that is missing, each once. */
function nearestOf(names: Names): (name: string) => string | undefined {
  const compared = [...names.keys()].slice(0, maxNames);
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name))
      known.set(
        name,
        compared.find((one) => isOneSlipFrom(one, name)),
      );
    return known.get(name);
  };
}

function isMissing({ name, step }: StageUse): boolean {
  return step.variables(name) === null;
}

/** Every name that a stage, or one it builds on, sets anywhere, and the first place that does. */
type Names = ReadonlyMap<string, Assignment>;

function namesOf({ steps }: Stage, inherited: Names | undefined): Names {
  const own = steps.flatMap(({ instruction: { keyword, assignments } }) =>
    keyword === "ARG" || keyword === "ENV" ? assignments : [],
  );
  if (own.length === 0 && inherited) return inherited;
  const names = new Map(inherited);
  for (const one of own) if (!names.has(one.name)) names.set(one.name, one);
  return names;
}

function judge(
  image: Image,
  stage: Stage,
  use: StageUse,
  global: GlobalArgument | undefined,
  names: Names,
  nearest: (name: string) => string | undefined,
): Report | undefined {
  const { name, byBuilder, step } = use;
  const shown = name.slice(0, 80);
  const reads = byBuilder ? step.instruction.keyword : "the shell of RUN";
  if (global && !names.has(name)) {
    const file = editableDockerfile(image);
    const { endLine } = stage.from;
    return {
      message: `${reads} finds ${shown} empty: an ARG from above the first FROM is known to FROM only`,
      remedy: `Write ARG ${shown} behind the FROM of this stage; it takes the value from above.`,
      locations: [atSpan(image, use), atSpan(image, global, "declared here, for FROM")],
      ...fixOf(
        `Take ${shown} up in the stage`,
        "safe",
        insertLineBelow(file, endLine, `${indentOf(file, stage.from.startLine)}ARG ${name}`),
      ),
    };
  }
  if (!byBuilder || global) return undefined;
  if (isBuilderVariable(name)) {
    return {
      message: `${reads} finds ${shown} empty: what the builder sets is known to a stage only behind an ARG of that name`,
      remedy: `Write ARG ${shown} above it, in the same stage.`,
      locations: [atSpan(image, use)],
    };
  }
  const below = names.get(name);
  if (below) return setBelow(image, use, below, reads);
  const near = nearest(name);
  if (near === undefined && !stage.isFromScratch) return undefined;
  return {
    message: `${reads} finds ${shown} empty: nothing sets it${near ? `, but there is ${near.slice(0, 80)}` : ""}`,
    remedy: near
      ? `Did you mean ${near.slice(0, 80)}?`
      : `Write ARG ${shown}=<default> above it, in the same stage.`,
    locations: [atSpan(image, use)],
    // The base image may well set a name that looks like one of ours.
    ...(stage.isFromScratch ? {} : { confidence: "medium" as const }),
  };
}

/** `ENV A=$B` above `ENV B=1`, or in the same ENV, whose values see only what came before it. */
function setBelow(image: Image, use: StageUse, below: Assignment, reads: string): Report | undefined {
  const { assignments } = use.step.instruction;
  // `ENV A=$A:/b` adds to what the base image has; ARG sees what stands to its left.
  if (
    assignments.some(({ name }) => name === use.name) &&
    (below.position === use.position || reads === "ARG")
  )
    return undefined;
  const isSame = assignments.includes(below);
  return {
    message: `${reads} finds ${use.name.slice(0, 80)} empty: ${isSame ? `the values of one ${reads} see only what was set before it` : "it is set only further down"}`,
    remedy: "Set it in an instruction above this one.",
    locations: [atSpan(image, use), atSpan(image, below, "set here")],
    // The base image may have set it before.
    confidence: "medium",
  };
}

/** A parent comes before what builds on it. */
function outerBase(stage: Stage, known: Map<Stage, string | undefined>): string | undefined {
  const reference = stage.parent ? known.get(stage.parent) : stage.base.reference;
  known.set(stage, reference);
  return reference;
}

/** Names of a stage that an unknown one is compared with. */
const maxNames = 200;
