import type { Image } from "../image.ts";
import { systemPython } from "../knowledge/base-images.ts";
import { BranchWalker } from "../shell/branch.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import type { Stage, Step } from "../stages/stage.ts";
import { bringsCompiler, copiesCompiler } from "./brings-compiler.ts";
import type { Environment, Fact } from "./environment.ts";
import { type Install, judgedIn, readInstalls } from "./installs.ts";
import { joinedEnvironment } from "./joined-environment.ts";
import { mimInstalls } from "./mim-command.ts";
import { withInstalls, withoutUninstalled } from "./package-changes.ts";
import {
  activates,
  copiesPython,
  madeEnvironment,
  movesPython,
  type OwnEnvironment,
  programPlace,
} from "./python-changes.ts";
import { modelPython, startOf } from "./start-of-stage.ts";

/** One command of a build, and what is known before and behind it. */
export interface Moment {
  command: ShellCommand;
  /** What it installs. */
  installs: readonly Install[];
  before: Environment;
  after: Environment;
}

export interface Timeline {
  start: Environment;
  moments: readonly Moment[];
  end: Environment;
}

interface StageTimeline extends Timeline {
  own: OwnEnvironment | undefined;
}

const timelines = new WeakMap<Image, Map<Stage, StageTimeline>>();

/** What the commands of one stage itself change, in order. Read once for an image. */
export function timelineOf(image: Image, stage: Stage): Timeline {
  const known = timelines.get(image) ?? new Map<Stage, StageTimeline>();
  timelines.set(image, known);
  const open: Stage[] = [];
  for (let link: Stage | undefined = stage; link && !known.has(link); link = link.parent) open.push(link);
  for (const link of open.reverse()) {
    const before = link.parent && known.get(link.parent);
    const reader = new TimelineReader(image, link, before?.end ?? startOf(image, link), before?.own);
    known.set(link, reader.read());
  }
  return known.get(stage) as Timeline;
}

const moments = new WeakMap<Image, readonly Moment[]>();

/** Every command of an image that runs while it is built, with what is known there. A dozen rules ask. */
export function momentsOf(image: Image): readonly Moment[] {
  const known = moments.get(image) ?? image.stages.flatMap((stage) => timelineOf(image, stage).moments);
  moments.set(image, known);
  return known;
}

/** What a reader knows at one place. */
interface Standing {
  now: Environment;
  own: OwnEnvironment | undefined;
  place: string | undefined;
}

function joined(ends: readonly Standing[]): Standing {
  const [first] = ends as [Standing];
  const now = ends.map((one) => one.now).reduce(joinedEnvironment);
  const agree = (of: (one: Standing) => unknown): boolean => ends.every((one) => of(one) === of(first));
  return {
    now,
    own: agree(({ own }) => own) ? first.own : undefined,
    place: agree(({ place }) => place) ? first.place : undefined,
  };
}

class TimelineReader {
  private readonly image: Image;
  private readonly stage: Stage;
  private readonly start: Environment;
  private readonly moments: Moment[] = [];
  private readonly model: Fact | undefined;
  private now: Environment;
  /** The environment that a command made and nothing has entered so far. */
  private own: OwnEnvironment | undefined;
  /** Whose pip was called last; empty: the one on PATH. Undefined where the ways of a script differ. */
  private place: string | undefined = "";
  private readonly walker = new BranchWalker<Standing>({
    save: () => ({ now: this.now, own: this.own, place: this.place }),
    restore: (standing) => this.stand(standing),
    join: (ends) => this.stand(joined(ends)),
  });

  constructor(image: Image, stage: Stage, start: Environment, own: OwnEnvironment | undefined) {
    this.image = image;
    this.stage = stage;
    this.start = start;
    this.model = modelPython(image);
    this.now = start;
    this.own = own;
  }

  private stand({ now, own, place }: Standing): void {
    this.now = now;
    this.own = own;
    this.place = place;
  }

  read(): StageTimeline {
    const { installs, missing } = readInstalls(this.image, this.stage);
    const byCommand = grouped(installs, ({ command }) => command);
    const unread = new Set(missing.map(({ command }) => command));
    const byInstruction = grouped(this.image.commandsOf(this.stage), ({ step }) => step.instruction);
    for (const step of this.stage.steps) {
      const instruction = step.instruction.trigger ?? step.instruction;
      if (instruction.keyword === "RUN") {
        for (const command of byInstruction.get(instruction) ?? []) {
          this.walker.enter(command.branch);
          this.run(command, byCommand.get(command) ?? mimInstalls(this.image, command), unread.has(command));
        }
        this.walker.enter(undefined);
      } else this.set({ ...step, instruction });
    }
    return { start: this.start, moments: this.moments, end: this.now, own: this.own };
  }

  private set(step: Step): void {
    const { keyword } = step.instruction;
    if (keyword === "COPY" || keyword === "ADD") {
      if (copiesPython(step)) this.leave(undefined, false);
      if (copiesCompiler(step)) this.now = { ...this.now, flavor: undefined };
    } else if (this.own !== undefined && activates(step, this.own)) this.enter(this.own);
  }

  private run(command: ShellCommand, installs: readonly Install[], unread: boolean): void {
    const made = madeEnvironment(command);
    if (made) {
      const { python } = this.now;
      this.leave(undefined, false);
      this.own = made.samePython && python ? { ...made, python: python.value } : made;
    } else this.switch(command, installs);
    const before = this.now;
    const { python } = before;
    const judged =
      python === undefined
        ? installs
        : installs.map((one) => judgedIn(one, { python_version: python.value }));
    this.now = withoutUninstalled(withInstalls(this.now, judged, unread), command);
    if (bringsCompiler(command)) this.now = { ...this.now, flavor: undefined };
    this.moments.push({ command, installs: judged, before, after: this.now });
  }

  private switch(command: ShellCommand, installs: readonly Install[]): void {
    const place = programPlace(command);
    if (place !== undefined && place !== this.place) {
      const { own } = this;
      const isOwn = own !== undefined && own.place !== "" && place.includes(own.place);
      const named = /^\d+\.\d+$/.test(place) ? place : undefined;
      const location = this.image.at(command.position, `this is Python ${named}`);
      if (isOwn) this.enter(own);
      else
        this.leave(
          named === undefined ? undefined : { value: named, from: "command", location, sure: true },
          false,
        );
      this.place = place;
    }
    const moved = movesPython(command, installs);
    if (moved === "system") this.takeSystemPython(command);
    else if (moved) {
      const { python } = moved;
      const location = this.image.at(command.position, `Python ${python} is installed here`);
      const sure = !command.conditional;
      this.leave(
        python === undefined ? undefined : { value: python, from: "conda", location, sure },
        this.now.complete,
      );
    }
    if (this.own !== undefined && activates(command, this.own)) this.enter(this.own);
  }

  private takeSystemPython(command: ShellCommand): void {
    const { python, base, complete } = this.now;
    const { os } = base?.facts ?? {};
    const system = os === undefined ? undefined : systemPython(os);
    if (python !== undefined || system === undefined || !complete) return;
    const location = this.image.at(command.position, `apt installs Python ${system} on ${os}`);
    const fact: Fact = { value: system, from: "table", location, sure: !command.conditional };
    this.now = { ...this.now, python: fact };
  }

  private enter({ python, position, empty }: OwnEnvironment): void {
    this.own = undefined;
    const location = this.image.at(position, `the environment is made with Python ${python}`);
    const fact: Fact | undefined =
      python === undefined ? undefined : { value: python, from: "conda", location, sure: true };
    this.now = { ...this.now, complete: empty, python: this.model ?? fact };
  }

  /** Another Python sees none of the packages of the one before. */
  private leave(python: Fact | undefined, complete: boolean): void {
    this.now = {
      ...this.now,
      inBase: false,
      complete,
      packages: new Map(),
      python: this.model ?? python,
    };
  }
}

function grouped<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const found = new Map<Key, Item[]>();
  for (const item of items) {
    const known = found.get(keyOf(item));
    if (known) known.push(item);
    else found.set(keyOf(item), [item]);
  }
  return found;
}
