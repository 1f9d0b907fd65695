import type { Image } from "../image.ts";
import { expand } from "./expand.ts";
import { mountsOf } from "./mounts.ts";
import type { Stage, Step } from "./stage.ts";

/**
 * The stages whose layers somebody gets: the targets, every stage that no other one uses, and all that these build on. What
 * others only copy from stays on the machine that builds.
 */
export function shippedStages({ stages, targets, dockerfile }: Image): Stage[] {
  const used = new Set<Stage>();
  for (const stage of stages) {
    if (stage.parent) used.add(stage.parent);
    for (const step of stage.steps) {
      for (const name of namesTaken(step, dockerfile.escapeMark)) {
        const source = stageNamed(stages, name);
        if (source) used.add(source);
      }
    }
  }
  const shipped = new Set<Stage>();
  for (const leaf of [...targets, ...stages.filter((stage) => !used.has(stage))]) {
    for (let link: Stage | undefined = leaf; link && !shipped.has(link); link = link.parent)
      shipped.add(link);
  }
  return stages.filter((stage) => shipped.has(stage));
}

function* namesTaken({ instruction, variables }: Step, escapeMark: string): Generator<string> {
  const written =
    instruction.keyword === "RUN"
      ? [...mountsOf(instruction)].map(({ options }) => options.get("from") ?? "")
      : instruction.flags.flatMap(({ name, value }) => (name === "from" && value ? [value] : []));
  for (const text of written) yield expand(text, (name) => variables(name) ?? undefined, escapeMark).value;
}

function stageNamed(stages: readonly Stage[], name: string): Stage | undefined {
  if (name === "") return undefined;
  const lower = name.toLowerCase();
  return (
    stages.find((stage) => stage.name === lower) ??
    (/^\d{1,5}$/.test(name) ? stages[Number(name)] : undefined)
  );
}
