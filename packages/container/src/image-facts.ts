import type { Evidence } from "@mia/step-result";
import * as z from "zod";
import { labelNames } from "./build-labels.ts";

/** What a local image says of itself. */
export interface ImageFacts {
  id: string;
  /** The image's USER, as written: a name, a uid, uid:gid, or empty for root. */
  user: string;
  /** The model it was built for; null where the image carries no such label. */
  model: string | null;
  /** `unknown` where no label says it: build-image did not make the image. */
  evidence: Evidence;
  replacedContexts: string[];
}

const Inspected = z.object({
  Id: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  Config: z
    .object({
      User: z.string().optional(),
      Labels: z.record(z.string(), z.string()).nullish(),
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
  const labels = parsed.data.Config?.Labels ?? {};
  const replaced = labels[labelNames.replacedContexts] ?? "";
  const replacedContexts = replaced
    .split(",")
    .filter((name) => name !== "" && name.length <= 200)
    .slice(0, 50)
    .sort();
  return {
    id: parsed.data.Id,
    user: parsed.data.Config?.User ?? "",
    model: labels[labelNames.model] ?? null,
    evidence: evidenceOf(labels[labelNames.evidence], replaced !== ""),
    replacedContexts,
  };
}

/** A replaced context makes a stand-in, whatever the other label claims. A word nobody knows says nothing. */
function evidenceOf(label: string | undefined, isReplaced: boolean): Evidence {
  if (isReplaced || label === "stand-in") return "stand-in";
  return label === "real" ? "real" : "unknown";
}
