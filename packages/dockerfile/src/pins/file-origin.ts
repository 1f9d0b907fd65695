import type { Image } from "../image.ts";
import type { ShellWord } from "../shell/shell-command.ts";
import type { Stage } from "../stages/stage.ts";
import { contextPath, inside, joinPath } from "./container-path.ts";
import type { FileEvent } from "./file-event.ts";
import { sourcesOf } from "./placed-sources.ts";
import { historyOf } from "./stage-files.ts";

/** What a file of a container is made of. */
export interface FileOrigin {
  /** False where nobody knows whether any of the paths is a file: then an earlier copy may be the one. */
  found: boolean;
  /** Paths relative to the context, the likeliest first: which of them it is depends on what is a folder there. */
  context: string[];
  /** The text itself, where the Dockerfile holds it. */
  text: ShellWord | undefined;
  /** Commands changed it, or took only some of its lines: then none of its lines is certain. */
  changed: boolean;
}

/** COPY --from of a COPY --from, and `cp` of `cp`. */
const maxHops = 8;

/** Paths that one file may come from. */
const maxCandidates = 20;

/** Events that all questions about one image look at: hostile files have thousands of both. */
const maxLooked = 1_000_000;

const looked = new WeakMap<Image, { left: number }>();

/** Where a file of a stage comes from, as it stood before the stage's event number `before`; undefined where nobody knows. */
export function originOf(
  image: Image,
  stage: Stage,
  path: string,
  before = Number.POSITIVE_INFINITY,
  mounts: readonly FileEvent[] = [],
): FileOrigin | undefined {
  return new OriginFinder(image).find(stage, path, before, mounts, 0);
}

class OriginFinder {
  private readonly image: Image;
  private readonly budget: { left: number };

  constructor(image: Image) {
    this.image = image;
    this.budget = looked.get(image) ?? { left: maxLooked };
    looked.set(image, this.budget);
  }

  find(
    stage: Stage,
    path: string,
    before: number,
    mounts: readonly FileEvent[],
    hops: number,
  ): FileOrigin | undefined {
    if (hops > maxHops) return undefined;
    let changed = false;
    let maybe: FileOrigin | undefined;
    let link: Stage | undefined = stage;
    let start = before;
    let own = mounts;
    while (link) {
      const { events, below } = historyOf(this.image, link);
      start = Math.min(start, events.length);
      for (let index = start + own.length - 1; index >= 0; index--) {
        if (--this.budget.left < 0) return undefined;
        const event = (index < start ? events[index] : own[index - start]) as FileEvent;
        const told = this.told(link, event, path, Math.min(index, start), hops);
        if (told === undefined) continue;
        if (told === "unknown") return maybe;
        if (told === "changed") changed = true;
        else {
          const { found, text } = told;
          const context = [...(maybe?.context ?? []), ...told.context].slice(0, maxCandidates);
          maybe = { found, context, text, changed: told.changed || changed };
          if (found) return maybe;
        }
      }
      link = below;
      start = Number.POSITIVE_INFINITY;
      own = [];
    }
    return maybe;
  }

  /** What one event says about a path; undefined: nothing. */
  private told(
    stage: Stage,
    event: FileEvent,
    path: string,
    before: number,
    hops: number,
  ): FileOrigin | "unknown" | "changed" | undefined {
    if (event.kind === "place") return this.placed(stage, event, path, before, hops);
    if (event.kind === "replace" && event.folder && inside(event.path, path) !== undefined) return "unknown";
    if (event.path !== path) return undefined;
    if (event.kind === "edit") return "changed";
    if (event.kind === "replace") return "unknown";
    if (event.kind === "text") return { found: true, context: [], text: event.word, changed: false };
    return this.union(stage, event.sources, before, hops) ?? "unknown";
  }

  private union(stage: Stage, sources: string[], before: number, hops: number): FileOrigin | undefined {
    const all = sources.flatMap((source) => this.find(stage, source, before, [], hops + 1) ?? []);
    const best = all.find(({ found }) => found) ?? all[0];
    return (
      best && {
        ...best,
        context: all.flatMap(({ context }) => context).slice(0, maxCandidates),
        changed: true,
      }
    );
  }

  private placed(
    stage: Stage,
    event: FileEvent & { kind: "place" },
    path: string,
    before: number,
    hops: number,
  ): FileOrigin | "unknown" | undefined {
    const candidates = [...sourcesOf(event, path)];
    if (candidates.length === 0) return undefined;
    const { from } = event;
    if (from.kind === "unknown") return "unknown";
    if (from.kind === "context") {
      const kinds = candidates.flatMap((one) => {
        const path = contextPath(one);
        return path ? [{ path, kind: this.kindOf(path) }] : [];
      });
      const context = kinds.filter(({ kind }) => kind !== "missing").map(({ path }) => path);
      const found = kinds.some(({ kind }) => kind === "there");
      return context.length > 0 ? { found, context, text: undefined, changed: false } : undefined;
    }
    for (const one of candidates) {
      const origin = from.kind === "stage" ? from.stage : stage;
      const source = from.kind === "stage" ? (joinPath("/", one) ?? one) : one;
      const end = from.kind === "stage" ? Number.POSITIVE_INFINITY : before;
      const found = this.find(origin, source, end, [], hops + 1);
      if (found) return found;
    }
    return undefined;
  }

  private kindOf(path: string): "there" | "missing" | "unknown" {
    const { files, source } = this.image;
    if (files.has(path)) return files.get(path) ? "there" : "missing";
    const kind = source.context?.find(path, false).kind ?? "unknown";
    return kind === "sent" ? "there" : kind === "unknown" ? "unknown" : "missing";
  }
}
