import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import type { Stage, Step } from "../stages/stage.ts";
import { readCondaCommand } from "./conda-command.ts";
import { joinPath } from "./container-path.ts";
import type { PlacedCommand } from "./file-event.ts";
import { originOf } from "./file-origin.ts";
import { inlineFile, parsedFile, textOf } from "./file-text.ts";
import { followFiles } from "./follow-files.ts";
import { type OptionUse, optionsFrom, optionsOfEnvironment, useInFile, useOf } from "./install-options.ts";
import type { InstallReading } from "./installs.ts";
import { markerApplies } from "./markers.ts";
import { isUrl } from "./package-url.ts";
import { type PipCommand, readPipCommand } from "./pip-command.ts";
import { normalName, type Requirement } from "./requirement.ts";
import type { RequirementsFile } from "./requirements.ts";
import { historyOf } from "./stage-files.ts";

/** Packages that all commands of one image may bring: a hostile one installs a long file a thousand times. */
const maxInstalls = 500_000;

const budgets = new WeakMap<Image, { left: number }>();

/** The files of one command by their path in the container, and those of them that are not as they were copied. */
interface Opened {
  files: Map<string, RequirementsFile>;
  changed: Set<RequirementsFile>;
}

/** Reads the commands of one stage in their order. */
export class InstallReader {
  readonly reading: InstallReading;
  private readonly image: Image;
  private readonly stage: Stage;
  private readonly budget: { left: number };

  constructor(image: Image, stage: Stage, configured: boolean) {
    this.image = image;
    this.budget = budgets.get(image) ?? { left: maxInstalls };
    budgets.set(image, this.budget);
    this.stage = stage;
    this.reading = { installs: [], missing: [], files: new Map(), wanted: new Set(), configured };
  }

  read(): void {
    const { events, commands } = historyOf(this.image, this.stage);
    if (
      events.some((event) => event.kind === "place" && /pip\.conf$/.test(`${event.source} ${event.target}`))
    )
      this.reading.configured = true;
    for (const placed of commands) {
      const { command } = placed;
      if (configuresPip(command)) this.reading.configured = true;
      const pip = readPipCommand(command) ?? readCondaCommand(command);
      if (pip) this.install(pip, placed);
    }
  }

  private install(pip: PipCommand, placed: PlacedCommand): void {
    const { image, reading } = this;
    const { command } = placed;
    const written = command.file ?? image.source.dockerfile.path;
    const environment = optionsOfEnvironment(command.step, pip.tool);
    const uses: OptionUse[] = [...environment.uses, ...pip.options.map((option) => useOf(option, written))];
    const found: { requirement: Requirement; file: RequirementsFile | undefined }[] = [];
    const limits = new Map<string, Requirement[]>();
    const opened: Opened = { files: new Map(), changed: new Set() };
    let complete = environment.complete && !this.reading.configured && !setsPipVariables(command.step);
    for (const requirement of pip.requirements) found.push({ requirement, file: undefined });
    const constraint = command.step.variables("PIP_CONSTRAINT");
    if (constraint === undefined) complete = false;
    const named = pip.options
      .filter(({ name }) => pip.tool !== "conda" && (name === "--requirement" || name === "--constraint"))
      .map(({ name, value, known, word }) => ({
        value,
        known,
        word: word as ShellWord | undefined,
        limit: name === "--constraint",
      }));
    if (constraint)
      for (const value of constraint.split(/\s+/))
        named.push({ value, known: true, word: undefined, limit: true });
    for (const { value, known, word, limit } of named) {
      const position = word?.position ?? command.position;
      const location = {
        file: written,
        ...position,
        ...(word?.end ? { endLine: word.end.line, endColumn: word.end.column } : {}),
      };
      const path = known ? this.containerPath(value, placed) : undefined;
      if (path === undefined) {
        reading.missing.push({ path: value, location, command });
        complete = false;
        continue;
      }
      for (const item of followFiles(path, limit, (one) => this.open(one, placed, opened))) {
        if (item.kind === "missing" || --this.budget.left < 0) {
          const { option, file } =
            item.kind === "requirement" ? { option: undefined, file: item.file } : item;
          const at = option && file ? useInFile(option, file.path).location : undefined;
          const missing = item.kind === "missing" ? item.path : path;
          reading.missing.push({ path: missing, location: at ?? location, command });
          complete = false;
          if (this.budget.left < 0) break;
        } else if (item.kind === "option") uses.push(useInFile(item.option, item.file.path));
        else if (!item.constraint) found.push({ requirement: item.requirement, file: item.file });
        else {
          const key = normalName(item.requirement.name);
          const known = limits.get(key) ?? [];
          limits.set(key, known);
          if (known.length < 10) known.push(item.requirement);
        }
      }
    }
    const options = optionsFrom(uses, complete, pip.tool === "conda");
    const editable = { ...options, editable: true };
    for (const { requirement, file } of found) {
      const name = normalName(requirement.name);
      const uncertain = command.conditional || (file !== undefined && opened.changed.has(file));
      const applies = markerApplies(requirement.marker);
      reading.installs.push({
        tool: pip.tool,
        verb: pip.verb,
        name,
        requirement,
        location: locationOf(requirement, file?.path ?? written),
        step: command.step,
        command,
        from: file ? "file" : "command",
        file: file?.path,
        options: requirement.editable ? editable : options,
        applies: uncertain && applies ? "unknown" : applies,
        uncertain,
        constraints: limits.get(name) ?? noConstraints,
      });
    }
  }

  private containerPath(value: string, { folder }: PlacedCommand): string | undefined {
    if (isUrl(value)) return value;
    if (folder === undefined && !value.startsWith("/")) return undefined;
    return /[~`$]/.test(value) || value === "-" ? undefined : joinPath(folder ?? "/", value);
  }

  /** The file of the container as it is at that command: the text of a file of the context, or one the Dockerfile holds. */
  private open(path: string, placed: PlacedCommand, opened: Opened): RequirementsFile | undefined {
    const known = opened.files.get(path);
    if (known) return known;
    const origin = originOf(this.image, this.stage, path, placed.seen, placed.mounts);
    if (origin === undefined) return undefined;
    const file = origin.text ? inlineFile(this.image, origin.text) : this.fromContext(origin.context);
    if (file === undefined) return undefined;
    opened.files.set(path, file);
    this.reading.files.set(file.path, file);
    if (origin.changed) opened.changed.add(file);
    return file;
  }

  private fromContext(candidates: readonly string[]): RequirementsFile | undefined {
    for (const path of candidates) {
      this.reading.wanted.add(path);
      const source = textOf(this.image, path);
      if (source) return parsedFile(this.image, source);
    }
    return undefined;
  }
}

function locationOf({ position, end }: Requirement, file: string): Location {
  const { line, column } = position;
  return { file, line, column, endLine: end.line, endColumn: end.column };
}

const noConstraints: Requirement[] = [];

function configuresPip({ name, words, redirects }: ShellCommand): boolean {
  const isConfig = /^(?:pip[\d.]*|python[\d.]*)$/.test(name) && words.some(({ value }) => value === "config");
  return isConfig || redirects.some(({ target }) => /pip\.conf$/.test(target.value));
}

const setInRun = /\b(?:PIP|UV)_[A-Z_]+=/;
const setters = new WeakMap<object, boolean>();

/** `PIP_INDEX_URL=... pip install`: words before a command are not among its words. */
export function setsPipVariables({ instruction }: Step): boolean {
  const known = setters.get(instruction);
  if (known !== undefined) return known;
  const sets =
    setInRun.test(instruction.body.text) || instruction.heredocs.some(({ body }) => setInRun.test(body.text));
  setters.set(instruction, sets);
  return sets;
}
