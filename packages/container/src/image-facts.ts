import type { Evidence } from "@mia/step-result";
import * as z from "zod";
import { isReplacedName, labelNames } from "./build-labels.ts";

/** What a local image says of itself. */
export interface ImageFacts {
  id: string;
  /** The image's USER, as written: a name, a uid, uid:gid, or empty for root. */
  user: string;
  /** The model it was built for; null where the image carries no such label. */
  model: string | null;
  /** `unknown` where no label says it: build-image did not make the image. */
  evidence: Evidence;
  /** Only names that build-image could have written: they are printed. */
  replacedContexts: string[];
  /** Paths in the container that the engine makes, as root, before anything runs: WORKDIR and VOLUMEs. */
  madePaths: string[];
}

const Inspected = z.object({
  Id: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  Config: z
    .object({
      User: z.string().optional(),
      Labels: z.record(z.string(), z.string()).nullish(),
      WorkingDir: z.string().nullish(),
      Volumes: z.record(z.string(), z.unknown()).nullish(),
    })
    .nullish(),
});

/** Arguments that print one local image as JSON. */
export function imageArguments(reference: string): string[] {
  return ["image", "inspect", "--format", "{{json .}}", reference];
}

/** Reads the answer to `imageArguments`; undefined where it is none. */
export function parseImageFacts(stdout: string): ImageFacts | undefined {
  let value: unknown;
  try {
    value = JSON.parse(stdout);
  } catch {
    return undefined;
  }
  const parsed = Inspected.safeParse(value);
  if (!parsed.success) return undefined;
  const { Labels, User, WorkingDir, Volumes } = parsed.data.Config ?? {};
  const labels = Labels ?? {};
  const replaced = labels[labelNames.replacedContexts] ?? "";
  const replacedContexts = replaced.split(",").filter(isReplacedName).slice(0, 50).sort();
  return {
    id: parsed.data.Id,
    user: User ?? "",
    model: labels[labelNames.model] ?? null,
    evidence: evidenceOf(
      labels[labelNames.evidence],
      replaced !== "" || Object.hasOwn(labels, labelNames.standIn),
    ),
    replacedContexts,
    madePaths: [...(WorkingDir ? [WorkingDir] : []), ...Object.keys(Volumes ?? {})],
  };
}

/**
 * A replaced context or a stand-in as a base makes a stand-in, whatever the other label claims. A word nobody knows says
 * nothing.
 */
function evidenceOf(label: string | undefined, hasStandIn: boolean): Evidence {
  if (hasStandIn || label === "stand-in") return "stand-in";
  return label === "real" ? "real" : "unknown";
}
