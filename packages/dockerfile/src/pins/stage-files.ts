import type { Image } from "../image.ts";
import type { ShellCommand, ShellWord } from "../shell/shell-command.ts";
import type { Stage } from "../stages/stage.ts";
import { HistoryReader } from "./read-history.ts";

/** Where the sources of a placement come from: the build context, a stage as it ends, the image itself (`cp`), or nobody knows. */
export type PlacedFrom = { kind: "context" | "unknown" | "here" } | { kind: "stage"; stage: Stage };

/** Something that happens to files of an image, in the order it happens. */
export type FileEvent =
  | {
      kind: "place";
      from: PlacedFrom;
      source: string;
      /** The container's path. `into`: it is a folder for sure. */
      target: string;
      into: boolean;
      /** `--parents`: the source's own folders are made inside the target. */
      parents: boolean;
      wildcards: boolean;
    }
  /** Its lines come from other files, some of them or changed ones. */
  | { kind: "derive"; path: string; sources: string[] }
  | { kind: "edit"; path: string }
  /** Whatever lay there before is something else now. */
  | { kind: "replace"; path: string; folder: boolean }
  | { kind: "text"; path: string; word: ShellWord };

/** A command of a stage's chain, with the folder it runs in and how many events came before it. */
export interface PlacedCommand {
  command: ShellCommand;
  /** Undefined where it is not known. */
  folder: string | undefined;
  /** Events of the same stage that came before. */
  seen: number;
  /** What only this RUN sees. */
  mounts: FileEvent[];
}

/** What happens in one stage itself; what came before is the history of the stage it builds on. */
export interface StageHistory {
  parent: Stage | undefined;
  events: FileEvent[];
  commands: PlacedCommand[];
}

const histories = new WeakMap<Image, Map<Stage, StageHistory>>();

/** What happens to the files of a stage, and its commands between. Read once for an image. */
export function historyOf(image: Image, stage: Stage): StageHistory {
  const known = histories.get(image) ?? new Map<Stage, StageHistory>();
  histories.set(image, known);
  const found = known.get(stage);
  if (found) return found;
  const reader = new HistoryReader(image);
  reader.read(stage);
  const history = { parent: stage.parent, events: reader.events, commands: reader.commands };
  known.set(stage, history);
  return history;
}
