import { defineAction, findModels, recordStep, StepFailure, writeRecords } from "@mia/action-kit";
import { defaultTag } from "@mia/container";
import type { BuildResult } from "@mia/step-result";
import { build } from "./build.ts";
import { dryRunPage } from "./dry-run.ts";
import { imageReference } from "./image-reference.ts";
import { type Given, inputs } from "./inputs.ts";
import { removeLeftovers } from "./leftovers.ts";
import { planBuild } from "./plan-build.ts";

/** Seconds a build may take where the caller names no limit: CUDA extensions compile for the better part of an hour. */
const defaultTimeoutSeconds = 2 * 3600;

export const buildImage = defineAction({
  name: "build-image",
  description:
    "Builds a model's image with docker buildx, holds it against its lock, and records what was sent, what came out and what stood in for what.",
  inputs,
  outputs: {
    "image-ref":
      "The image to run: name@digest where a registry or the engine answers to one, else its first tag.",
    digest:
      "Digest of what a registry serves for the tag: an index where provenance or several platforms made one; empty where the engine keeps none.",
    "image-digest":
      "Digest of the image's own manifest, the same for equal builds; digest itself where that is no index.",
    "config-digest": "Digest of the image configuration.",
    size: "Compressed bytes of a pushed image, else the bytes a loaded one takes in the engine; empty where neither is known.",
    "context-bytes": "Bytes of the files that the build asks for, before any are sent.",
    "cached-share": "Instructions that came from the cache, in whole percent.",
    lock: "held, incomplete, drifted or absent.",
    "content-key": "Names everything the image is made of; empty where something was replaced.",
    skipped: "true where the registry already held this image and nothing was built.",
  },
  positional: "model",
  async run(given, host) {
    const [found] = await findModels(host, given["images-dir"], [given.model]);
    if (!found)
      throw new StepFailure({ code: "invalid-input", message: "no model", remedy: "Name one model." });
    const tags = given.tags.length > 0 ? given.tags : [defaultTag(found.slug)];
    const results = given["results-dir"];
    const seed = {
      step: "build",
      model: found.slug,
      folder: found.folder,
      target: given.target,
      tags,
      digest: null,
      configDigest: null,
      pushed: false,
      sizeBytes: null,
      transferredBytes: null,
      steps: null,
      builder: null,
      reproducible: given.reproducible,
    } as const;
    if (given["dry-run"]) {
      let print = "";
      const record = await recordStep(host, { ...seed, tags }, async (draft) => {
        const plan = await planBuild(host, draft, given, `${results}/build-metadata-${found.slug}.json`);
        print = dryRunPage(draft, plan, given);
      });
      // A record says that something was built; nothing was.
      if (record.failure) throw new StepFailure(record.failure);
      return { records: [], outputs: outputsOf(record, ""), print };
    }
    const timeoutSeconds = given.timeout ?? defaultTimeoutSeconds;
    const record = await recordStep(host, { ...seed, tags }, async (draft) => {
      const keepRecord = async (): Promise<void> => {
        await writeRecords(host.files, results, [killed(draft)]);
      };
      await build(host, draft, { given, timeoutSeconds, keepRecord });
    });
    return { records: [record], outputs: outputsOf(record, imageReference(record, isLoaded(given))) };
  },
  post: removeLeftovers,
});

/** What stays where this process is killed in the middle of the step: a step that wrote nothing could not be told from one never run. */
function killed(draft: BuildResult): BuildResult {
  return {
    ...draft,
    status: "failed",
    evidence: "unknown",
    failure: {
      code: "cancelled",
      message: "the step was killed while it was building, before it could say what became of the build",
      remedy: "Run the step again; finished instructions are in the builder's cache.",
    },
  };
}

/** Whether the image goes into the engine, as far as the inputs decide. */
function isLoaded(given: Given): boolean {
  if (given.load !== "auto") return given.load === "true";
  return !(given.push || given["push-by-digest"] || given.outputs.length > 0);
}

function outputsOf(record: BuildResult, reference: string): Record<string, string> {
  const { steps, context } = record;
  const size = record.sizes?.compressedBytes ?? record.sizeBytes;
  const share = steps && steps.total > 0 ? Math.floor((100 * steps.cached) / steps.total) : undefined;
  return {
    "image-ref": reference,
    digest: record.digest ?? "",
    "image-digest": record.imageDigest ?? "",
    "config-digest": record.configDigest ?? "",
    size: String(size ?? ""),
    "context-bytes": String((context?.selected ?? context?.kept)?.bytes ?? ""),
    "cached-share": String(share ?? ""),
    lock: record.lock?.state ?? "",
    "content-key": record.contentKey ?? "",
    skipped: String(record.status === "skipped"),
  };
}
