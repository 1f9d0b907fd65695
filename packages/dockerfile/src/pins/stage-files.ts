import type { Image } from "../image.ts";
import type { Stage } from "../stages/stage.ts";
import type { FileEvent, PlacedCommand } from "./file-event.ts";
import { HistoryReader } from "./read-history.ts";

/** What happens in one stage itself; what came before is the history of the stages it builds on. */
export interface StageHistory {
  /** The next of them where something happens to files: a hostile file has thousands where nothing does. */
  below: Stage | undefined;
  events: FileEvent[];
  commands: PlacedCommand[];
}

const histories = new WeakMap<Image, Map<Stage, StageHistory>>();

/** What happens to the files of a stage, and its commands between. Read once for an image. */
export function historyOf(image: Image, stage: Stage): StageHistory {
  const known = histories.get(image) ?? new Map<Stage, StageHistory>();
  histories.set(image, known);
  const open: Stage[] = [];
  for (let link: Stage | undefined = stage; link && !known.has(link); link = link.parent) open.push(link);
  for (const link of open.reverse()) {
    const reader = new HistoryReader(image);
    reader.read(link);
    const { events, commands } = reader;
    const before = link.parent && known.get(link.parent);
    known.set(link, { below: before?.events.length === 0 ? before.below : link.parent, events, commands });
  }
  return known.get(stage) as StageHistory;
}
