import type { Assignment, Instruction } from "../syntax/instruction.ts";
import type { Dockerfile } from "../syntax/parse-dockerfile.ts";
import type { ReportUnread } from "../unread.ts";
import { expand, expansionBudget, type Lookup, maxExpanded } from "./expand.ts";
import { type ExpandedInstruction, expandInstruction } from "./expand-instruction.ts";
import type { Stage, Step } from "./stage.ts";
import { globalVariables, VariableScope, type Variables } from "./variables.ts";
import { enterFolder } from "./work-folder.ts";

/** Gets every instruction as the builder has it after expansion, with the stage it belongs to. */
export type SeeExpanded = (
  instruction: Instruction,
  expanded: ExpandedInstruction,
  stage: Stage | undefined,
) => void;

/** The stages of a file, and for each instruction what holds there: variables, shell and folder. */
export function readStages(
  dockerfile: Dockerfile,
  report: ReportUnread = () => {},
  see?: SeeExpanded,
): Stage[] {
  const reader = new StageReader(dockerfile.escapeMark, report, see);
  for (const instruction of dockerfile.instructions) reader.read(instruction);
  return reader.stages;
}

/** What later instructions of a stage, and the stages built on it, start from. */
interface Surroundings {
  scope: VariableScope;
  variables: Variables;
  shell: string | undefined;
  folder: string;
}

/** What the builder sets where the image has none. */
const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

class StageReader {
  readonly stages: Stage[] = [];
  private readonly escapeMark: string;
  private readonly report: ReportUnread;
  private readonly see: SeeExpanded | undefined;
  private readonly budget = expansionBudget();
  private readonly globals = new VariableScope();
  private readonly byName = new Map<string, Stage>();
  private readonly ends = new Map<Stage, Surroundings>();

  constructor(escapeMark: string, report: ReportUnread, see: SeeExpanded | undefined) {
    this.escapeMark = escapeMark;
    this.report = report;
    this.see = see;
  }

  read(instruction: Instruction): void {
    if (instruction.keyword === "FROM") {
      this.open(instruction);
      return;
    }
    const stage = this.stages.at(-1);
    const around = stage && this.ends.get(stage);
    if (stage === undefined || around === undefined) {
      const globals = globalVariables(this.globals);
      this.show(instruction, globals, undefined);
      if (instruction.keyword === "ARG")
        this.assignArguments(instruction, this.globals, () => globalVariables(this.globals));
      return;
    }
    const { variables, shell, folder } = around;
    const step: Step = { instruction, variables, stage, shell, folder };
    stage.steps.push(step);
    this.show(instruction, asBuilt(stage, variables), stage);
    if (instruction.keyword === "SHELL") around.shell = instruction.json?.[0];
    else if (instruction.keyword === "WORKDIR") around.folder = this.workFolder(step);
    else if (instruction.keyword === "ARG" || instruction.keyword === "ENV") {
      const { scope } = around;
      if (instruction.keyword === "ENV")
        this.assignEnvironment(instruction, scope, asBuilt(stage, variables));
      else this.assignArguments(instruction, scope, () => asBuilt(stage, scope.now()));
      around.variables = scope.now();
    }
  }

  private show(instruction: Instruction, lookup: Lookup, stage: Stage | undefined): void {
    this.see?.(instruction, expandInstruction(instruction, lookup, this.escapeMark, this.budget), stage);
  }

  private open(from: Instruction): void {
    const [image, as, name] = from.words;
    const word = image ?? { text: "", position: from.position, end: from.end };
    const globals = globalVariables(this.globals);
    const expanded = expand(word.text, globals, this.escapeMark, this.budget);
    const reference = expanded.unknown.length > 0 || expanded.value === "" ? undefined : expanded.value;
    const parent = this.byName.get(reference ?? "");
    const stage: Stage = {
      index: this.stages.length,
      name: as?.text.toUpperCase() === "AS" ? name?.text.toLowerCase() : undefined,
      from,
      base: { reference, word },
      parent,
      isFromScratch: parent ? parent.isFromScratch : reference === "scratch",
      steps: [],
    };
    const before = parent && this.ends.get(parent);
    const scope = new VariableScope(before?.scope.inheritable());
    const { shell, folder = "" } = before ?? {};
    this.ends.set(stage, { scope, variables: scope.now(), shell, folder });
    this.stages.push(stage);
    if (stage.name !== undefined) this.byName.set(stage.name, stage);
    this.show(from, globals, stage);
  }

  /** Within one ENV, every name and value sees the variables from before it. */
  private assignEnvironment({ keyword, assignments }: Instruction, scope: VariableScope, seen: Lookup): void {
    for (const assignment of assignments) {
      const name = expand(assignment.name, seen, this.escapeMark, this.budget);
      if (name.unknown.length === 0)
        scope.setEnvironment(name.value, this.valueOf(keyword, assignment, seen));
    }
  }

  /** An ARG sees those to its left. `ARG name` takes what was given before the first FROM, and else changes nothing. */
  private assignArguments(
    { keyword, assignments }: Instruction,
    scope: VariableScope,
    seen: () => Lookup,
  ): void {
    for (const assignment of assignments) {
      const { name, value } = assignment;
      if (value !== undefined) {
        scope.setArgument(name, this.valueOf(keyword, assignment, seen()));
        continue;
      }
      const given = scope === this.globals ? null : globalVariables(this.globals)(name);
      if (given !== null) scope.setArgument(name, given);
      else if (scope.now()(name) === null) scope.setArgument(name, undefined);
    }
  }

  private valueOf(
    keyword: string,
    { name, value = "", position }: Assignment,
    seen: Lookup,
  ): string | undefined {
    const expanded = expand(value, seen, this.escapeMark, this.budget);
    if (expanded.tooLong) {
      const message = `${keyword} ${name.slice(0, 80)} cannot be checked: it becomes longer than ${maxExpanded / 1024} KiB`;
      this.report({ position, message, remedy: "Write the value shorter." });
    }
    return expanded.unknown.length === 0 ? expanded.value : undefined;
  }

  private workFolder({ instruction, variables, folder, stage }: Step): string {
    const { value, unknown } = expand(
      instruction.body.text,
      asBuilt(stage, variables),
      this.escapeMark,
      this.budget,
    );
    return unknown.length > 0 ? "" : enterFolder(folder, value);
  }
}

/** The variables as a build has them: what the file does not set may come from the base image, and then nobody knows it. */
function asBuilt(stage: Stage, variables: Variables): Lookup {
  return (name) => {
    const value = variables(name);
    if (value !== null || !stage.isFromScratch) return value ?? undefined;
    return name === "PATH" ? defaultPath : null;
  };
}
