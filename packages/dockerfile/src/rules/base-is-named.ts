import type { Image } from "../image.ts";
import { nameFinder } from "../near-name.ts";
import { referenceProblem } from "../pins/reference-grammar.ts";
import type { Report, Rule } from "../rule.ts";
import { atSpan } from "../span-location.ts";
import { type GlobalArgument, givenTo, globalArguments } from "../stages/global-arguments.ts";
import type { Stage } from "../stages/stage.ts";
import { hasFallback, variableUses } from "../stages/variable-uses.ts";
import { isBuilderVariable } from "../stages/variables.ts";
import type { Assignment } from "../syntax/instruction.ts";

export const baseIsNamed: Rule = {
  code: "MIA204",
  id: "base-is-named",
  description:
    "What FROM names is an image: its variables are ARGs from above the first FROM, and give a valid name.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const globals = globalArguments(image.dockerfile.instructions, image.dockerfile.escapeMark);
    const context: Declarations = { globals, later: new Map(), near: nameFinder() };
    for (const stage of image.stages) {
      // An empty FROM is files-are-readable's, and a template another program's.
      const isOther = stage.base.word.text === "" || stage.base.word.text.includes("{{");
      const report = isOther || stage.parent ? undefined : judge(image, stage, context);
      if (report) yield report;
      for (const { instruction } of stage.steps) {
        if (instruction.keyword !== "ARG") continue;
        for (const one of instruction.assignments)
          if (!context.later.has(one.name)) context.later.set(one.name, one);
      }
    }
  },
};

interface Declarations {
  globals: ReadonlyMap<string, GlobalArgument>;
  /** The ARGs of earlier stages, which FROM does not see. */
  later: Map<string, Assignment>;
  near: ReturnType<typeof nameFinder>;
}

function judge(image: Image, stage: Stage, declarations: Declarations): Report | undefined {
  const { word } = stage.base;
  const { globals } = declarations;
  const { escapeMark } = image.dockerfile;
  const uses = variableUses(word.text, escapeMark);
  const value = givenTo(globals, word.text, escapeMark);
  const problem = value === undefined ? undefined : referenceProblem(value);
  const undeclared = uses.find(
    (use) => !globals.has(use.name) && !isBuilderVariable(use.name) && !hasFallback(use),
  );
  if (undeclared) return undeclaredReport(image, stage, undeclared.name, declarations, problem);
  if (problem === undefined) return undefined;
  const named = uses.flatMap(({ name }) => globals.get(name) ?? []);
  const shown = (value ?? "").slice(0, 200);
  if (named.some((one) => /^(?:""|'')?$/.test(one.value ?? ""))) {
    const names = named.filter((one) => /^(?:""|'')?$/.test(one.value ?? "")).map(({ name }) => name);
    return {
      message: `without --build-arg ${names.join(" and ")} FROM gives ${shown === "" ? "no name" : shown}, which the builder refuses`,
      remedy: `Give ${names.join(" and ")} a default that builds, so that a plain \`docker build\` works.`,
      locations: [atSpan(image, word), ...named.map((one) => atSpan(image, one, "has no default"))],
      // Whoever builds it may always give it: then it works.
      severity: "info",
    };
  }
  return {
    message: `FROM ${shown} names no image: it ${problem}`,
    remedy: "Write registry/name:tag in small letters; only a tag may hold capitals.",
    locations: [atSpan(image, word), ...named.map((one) => atSpan(image, one, `the value of ${one.name}`))],
  };
}

function undeclaredReport(
  image: Image,
  { base }: Stage,
  name: string,
  { globals, later, near: find }: Declarations,
  problem: string | undefined,
): Report {
  const near = find(name, globals.keys());
  const nearest = near === undefined ? undefined : globals.get(near);
  const late = later.get(name);
  const why = late
    ? "is declared behind the first FROM, where FROM does not see it"
    : "is declared nowhere above";
  const remedy = late
    ? `Move ARG ${name} above the first FROM.`
    : near
      ? `Did you mean ${near}? If not, write ARG ${name}=<default> above the first FROM.`
      : `Write ARG ${name}=<default> above the first FROM.`;
  const others = late
    ? [atSpan(image, late, "too late for FROM")]
    : nearest
      ? [atSpan(image, nearest, "declared")]
      : [];
  return {
    message: `FROM uses ${name.slice(0, 80)}, which ${why}: it is empty${problem ? `, and the name then ${problem}` : ""}`,
    remedy,
    locations: [atSpan(image, base.word), ...others],
    // An empty part may leave a name that builds, though hardly the one that was meant.
    ...(problem ? {} : { severity: "warning" as const }),
  };
}
