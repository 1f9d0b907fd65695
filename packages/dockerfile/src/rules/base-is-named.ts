import { closest } from "@mia/catalog";
import type { Image } from "../image.ts";
import { referenceProblem } from "../pins/reference-grammar.ts";
import type { Report, Rule } from "../rule.ts";
import { atSpan } from "../span-location.ts";
import { type GlobalArgument, givenTo, globalArguments } from "../stages/global-arguments.ts";
import type { Stage } from "../stages/stage.ts";
import { hasFallback, variableUses } from "../stages/variable-uses.ts";
import { isBuilderVariable } from "../stages/variables.ts";

export const baseIsNamed: Rule = {
  code: "MIA204",
  id: "base-is-named",
  description:
    "What FROM names is an image: its variables are ARGs from above the first FROM, and give a valid name.",
  severity: "error",
  confidence: "high",
  since: "0.2.0",
  *check(image) {
    const globals = globalArguments(image.dockerfile.instructions, image.dockerfile.escapeMark);
    for (const stage of image.stages) {
      // ONBUILD-like oddities and an empty FROM are files-are-readable's.
      if (stage.base.word.text === "" || stage.parent) continue;
      const report = judge(image, stage, globals);
      if (report) yield report;
    }
  },
};

type Globals = ReadonlyMap<string, GlobalArgument>;

function judge(image: Image, stage: Stage, globals: Globals): Report | undefined {
  const { word } = stage.base;
  const { escapeMark } = image.dockerfile;
  const uses = variableUses(word.text, escapeMark);
  const value = givenTo(globals, word.text, escapeMark);
  const problem = value === undefined ? undefined : referenceProblem(value);
  const undeclared = uses.find(
    (use) => !globals.has(use.name) && !isBuilderVariable(use.name) && !hasFallback(use),
  );
  if (undeclared) return undeclaredReport(image, stage, undeclared.name, globals, problem);
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
  { base, index }: Stage,
  name: string,
  globals: Globals,
  problem: string | undefined,
): Report {
  const near = closest(name, globals.keys());
  const nearest = near === undefined ? undefined : globals.get(near);
  const late = image.stages
    .slice(0, index)
    .flatMap(({ steps }) =>
      steps.flatMap(({ instruction }) =>
        instruction.keyword === "ARG" ? instruction.assignments.filter((one) => one.name === name) : [],
      ),
    )[0];
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
