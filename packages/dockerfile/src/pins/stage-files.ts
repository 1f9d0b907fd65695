import type { Image } from "../image.ts";
import type { Stage } from "../stages/stage.ts";
import type { FileEvent, PlacedCommand } from "./file-event.ts";
import { HistoryReader } from "./read-history.ts";

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
