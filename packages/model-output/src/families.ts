import { detection3d } from "./families/detection-3d.ts";
import { laneTopology } from "./families/lane-topology.ts";
import { planning } from "./families/planning.ts";
import { vectorizedMap } from "./families/vectorized-map.ts";
import type { Family } from "./family.ts";

/** Every kind of answer that can be checked, by the name a model.yaml uses. */
export const families: ReadonlyMap<string, Family> = new Map(
  [vectorizedMap, detection3d, laneTopology, planning].map((family) => [family.id, family]),
);
