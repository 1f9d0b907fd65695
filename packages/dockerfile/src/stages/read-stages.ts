import type { Instruction } from "../syntax/instruction.ts";
import type { Dockerfile } from "../syntax/parse-dockerfile.ts";
import type { ReportUnread } from "../unread.ts";
import { expand, maxExpanded } from "./expand.ts";
import type { Stage, Step } from "./stage.ts";
import { VariableScope, type Variables } from "./variables.ts";
import { enterFolder } from "./work-folder.ts";

/** The stages of a file, and for each instruction what holds there: variables, shell and folder. */
export function readStages(dockerfile: Dockerfile, report: ReportUnread = () => {}): Stage[] {
  const reader = new StageReader(dockerfile.escapeMark, report);
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

class StageReader {
  readonly stages: Stage[] = [];
  private readonly escapeMark: string;
  private readonly report: ReportUnread;
  private readonly globals = new VariableScope();
  private readonly byName = new Map<string, Stage>();
  private readonly ends = new Map<Stage, Surroundings>();

  constructor(escapeMark: string, report: ReportUnread) {
    this.escapeMark = escapeMark;
    this.report = report;
  }

  read(instruction: Instruction): void {
    if (instruction.keyword === "FROM") {
      this.open(instruction);
      return;
    }
    const stage = this.stages.at(-1);
    const around = stage && this.ends.get(stage);
    if (stage === undefined || around === undefined) {
      if (instruction.keyword === "ARG") this.assign(instruction, this.globals, this.globals.now());
      return;
    }
    const { variables, shell, folder } = around;
    const step: Step = { instruction, variables, stage, shell, folder };
    stage.steps.push(step);
    if (instruction.keyword === "SHELL") around.shell = instruction.json?.[0];
    else if (instruction.keyword === "WORKDIR") around.folder = this.workFolder(step);
    else if (instruction.keyword === "ARG" || instruction.keyword === "ENV") {
      this.assign(instruction, around.scope, variables);
      around.variables = around.scope.now();
    }
  }

  private open(from: Instruction): void {
    const [image, as, name] = from.words;
    const word = image ?? { text: "", position: from.position };
    const expanded = expand(word.text, this.globals.now(), this.escapeMark);
    const reference = expanded.unknown.length > 0 || expanded.value === "" ? undefined : expanded.value;
    const parent = this.byName.get(reference?.toLowerCase() ?? "");
    const stage: Stage = {
      index: this.stages.length,
      name: as?.text.toUpperCase() === "AS" ? name?.text.toLowerCase() : undefined,
      from,
      base: { reference, word },
      parent,
      steps: [],
    };
    const before = parent && this.ends.get(parent);
    const scope = new VariableScope(before?.scope.inheritable());
    const { shell, folder = "" } = before ?? {};
    this.ends.set(stage, { scope, variables: scope.now(), shell, folder });
    this.stages.push(stage);
    if (stage.name !== undefined) this.byName.set(stage.name, stage);
  }

  private assign({ keyword, assignments }: Instruction, scope: VariableScope, before: Variables): void {
    for (const { name, value, position } of assignments) {
      // Within one ENV, every value sees the variables from before it; ARG sees those to its left.
      const seen = keyword === "ENV" ? before : scope.now();
      const expanded = value === undefined ? undefined : expand(value, seen, this.escapeMark);
      if (expanded?.tooLong) {
        const message = `${keyword} ${name.slice(0, 80)} cannot be checked: it becomes longer than ${maxExpanded / 1024} KiB`;
        this.report({ position, message, remedy: "Write the value shorter." });
      }
      const known = expanded && expanded.unknown.length === 0 ? expanded.value : undefined;
      if (keyword === "ENV") scope.setEnvironment(name, known);
      // `ARG name` in a stage takes the default given before the first FROM.
      else scope.setArgument(name, value === undefined ? (this.globals.now()(name) ?? undefined) : known);
    }
  }

  private workFolder({ instruction, variables, folder }: Step): string {
    const { value, unknown } = expand(instruction.body.text, variables, this.escapeMark);
    return unknown.length > 0 ? "" : enterFolder(folder, value);
  }
}
