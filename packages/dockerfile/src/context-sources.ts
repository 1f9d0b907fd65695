import { contextPath } from "./pins/container-path.ts";
import { knownText } from "./stages/known-text.ts";
import { mountsOf } from "./stages/mounts.ts";
import { readStages } from "./stages/read-stages.ts";
import { isRemoteSource } from "./stages/remote-source.ts";
import type { Stage } from "./stages/stage.ts";
import { variableUses } from "./stages/variable-uses.ts";
import type { Variables } from "./stages/variables.ts";
import type { Instruction } from "./syntax/instruction.ts";
import { type Dockerfile, parseDockerfile } from "./syntax/parse-dockerfile.ts";

export { type Dockerfile, parseDockerfile };

/** What the stages of a build ask of its main context. */
export interface ContextSelection {
  /** The whole context is asked for, by `COPY .` or its like. */
  everything: boolean;
  /** Relative to the context, wildcards as written. Of what `--exclude` names, the builder fetches all the same. */
  sources: { path: string; excludes: string[]; mayBeMissing?: true }[];
}

/** What the caller of a build adds to the Dockerfile. */
export interface BuildGivens {
  /** `--build-arg`, and what the builder sets itself, such as TARGETARCH, where that is known. */
  buildArgs?: Readonly<Record<string, string>>;
  /** Names of `--build-context`: a stage of that name is not built. */
  contexts?: readonly string[];
}

/** Whether the builder finds that target; without one it takes the last stage. */
export function hasTarget(dockerfile: Dockerfile, target: string | undefined): boolean {
  return targetOf(readStages(dockerfile), target) !== undefined;
}

/**
 * What BuildKit asks of the main context for a target: the sources of COPY, ADD and bind mounts in the stages that it builds
 * for that. Nothing is known of the ONBUILD triggers of images from elsewhere. Undefined where a path depends on what is not
 * in the file, and where there is no such target. Source of the rules: dockerfile2llb of BuildKit 0.25, tried with it.
 */
export function contextSources(
  dockerfile: Dockerfile,
  target?: string,
  { buildArgs = {}, contexts = [] }: BuildGivens = {},
): ContextSelection | undefined {
  const stages = readStages({
    ...dockerfile,
    instructions: withArguments(dockerfile.instructions, buildArgs),
  });
  const built = targetOf(stages, target);
  if (built === undefined) return undefined;
  const replaced = new Set(contexts.map((name) => name.toLowerCase()));
  const asked = new Asked(dockerfile.escapeMark);
  const waiting = [built];
  const reached = new Set<Stage>();
  for (let stage = waiting.pop(); stage; stage = waiting.pop()) {
    if (reached.has(stage)) continue;
    reached.add(stage);
    if (replaced.has(stage.name ?? "")) continue;
    if (stage.parent) waiting.push(stage.parent);
    for (const done of doneIn(stage)) {
      for (const name of asked.read(done)) {
        const source = stageNamed(stages, name, done.instruction.keyword === "COPY");
        if (source) waiting.push(source);
      }
    }
  }
  return asked.selection();
}

function targetOf(stages: readonly Stage[], target: string | undefined): Stage | undefined {
  if (target === undefined || target === "") return stages.at(-1);
  const name = target.toLowerCase();
  return stages.findLast((stage) => stage.name === name);
}

/** A mount knows stages by name only. */
function stageNamed(stages: readonly Stage[], name: string, numbers: boolean): Stage | undefined {
  if (numbers && /^\d{1,5}$/.test(name)) return stages[Number(name)];
  const lower = name.toLowerCase();
  return stages.findLast((stage) => stage.name === lower);
}

/** An instruction that a stage carries out; of a trigger of another stage, the variables are not known. */
interface Done {
  instruction: Instruction;
  variables: Variables | undefined;
}

function* doneIn(stage: Stage): Generator<Done> {
  for (const { instruction } of stage.parent?.steps ?? []) {
    if (instruction.trigger) yield { instruction: instruction.trigger, variables: undefined };
  }
  for (const { instruction, variables } of stage.steps) yield { instruction, variables };
}

/** The instructions as if each ARG that the caller gives a value had it as its default. */
function withArguments(
  instructions: readonly Instruction[],
  given: Readonly<Record<string, string>>,
): Instruction[] {
  return instructions.map((instruction) => {
    if (instruction.keyword !== "ARG") return instruction;
    const assignments = instruction.assignments.map((assignment) => {
      const value = Object.hasOwn(given, assignment.name) ? given[assignment.name] : undefined;
      return value === undefined ? assignment : { ...assignment, value: quoted(value) };
    });
    return { ...instruction, assignments };
  });
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", `'"'"'`)}'`;
}

/** What the instructions read so far ask for. */
class Asked {
  private readonly escapeMark: string;
  private readonly sources = new Map<string, ContextSelection["sources"][number]>();
  private whole = false;
  private isUsed = false;
  private isKnown = true;

  constructor(escapeMark: string) {
    this.escapeMark = escapeMark;
  }

  /** Gives what the instruction takes from elsewhere: names of stages, of images, of other contexts. */
  read(done: Done): string[] {
    const { keyword } = done.instruction;
    if (keyword === "COPY" || keyword === "ADD") return this.copied(done);
    return keyword === "RUN" ? this.mounted(done) : [];
  }

  /** Where no instruction takes anything from the context, the builder does not look at it at all. */
  selection(): ContextSelection | undefined {
    if (!this.isKnown) return undefined;
    if (!this.isUsed) return { everything: false, sources: [] };
    return { everything: this.whole, sources: [...this.sources.values()] };
  }

  private copied(done: Done): string[] {
    const { keyword, flags, words, heredocs } = done.instruction;
    const from = flags.findLast(({ name }) => name === "from")?.value ?? "";
    if (from !== "" && keyword === "COPY") return [from];
    const excludes = flags.flatMap(({ name, value }) =>
      name === "exclude" ? [this.known(done, value)] : [],
    );
    const inParents = flags.some(({ name, value }) => name === "parents" && value !== "false");
    for (const { text } of words.slice(0, -1)) {
      if (heredocs.length > 0 && /^\d*<</.test(text)) continue;
      const source = this.known(done, text);
      if (!(keyword === "ADD" && isRemoteSource(source))) this.add(source, excludes, inParents);
    }
    return [];
  }

  private mounted(done: Done): string[] {
    const names: string[] = [];
    // A quoted field of a mount is a rarity, and what it holds is not guessed.
    if (done.instruction.flags.some(({ name, value }) => name === "mount" && value?.includes('"')))
      this.isKnown = false;
    for (const { options } of mountsOf(done.instruction)) {
      const type = this.known(done, options.get("type") ?? "bind");
      const from = this.known(done, options.get("from"));
      if (from !== "") names.push(from);
      else if (type === "bind") this.add(this.known(done, options.get("source") ?? options.get("src")), []);
      // Nothing comes from the context here, but the builder notes that its top is used, and then fetches all of it.
      else if (type === "tmpfs") this.whole = true;
    }
    return names;
  }

  private add(source: string, excludes: string[], inParents = false): void {
    const path = contextPath(source);
    this.isUsed = true;
    if (path === undefined) this.isKnown = false;
    else if (path === "") this.whole = true;
    else if (!inParents) this.sources.set(JSON.stringify([path, excludes]), { path, excludes });
    else this.sources.set(JSON.stringify([path, excludes, true]), { path, excludes, mayBeMissing: true });
  }

  private known({ variables }: Done, text: string | undefined): string {
    if (text === undefined) return "";
    const isKnown = variables !== undefined || variableUses(text, this.escapeMark).length === 0;
    const value = isKnown
      ? knownText({ variables: variables ?? (() => null) }, text, this.escapeMark)
      : undefined;
    if (value === undefined) this.isKnown = false;
    return value ?? "";
  }
}
