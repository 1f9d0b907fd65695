import { defineAction, findModels, recordStep, StepFailure } from "@mia/action-kit";
import { defaultTag } from "@mia/container";
import { build } from "./build.ts";
import { imageReference } from "./image-reference.ts";
import { inputs } from "./inputs.ts";
import { runtimeContext } from "./sources.ts";

/** Seconds a build may take where the caller names no limit: CUDA extensions compile for the better part of an hour. */
const defaultTimeoutSeconds = 2 * 3600;

export const buildImage = defineAction({
  name: "build-image",
  description:
    "Builds a model's image with docker buildx and records its digest, its size and what stood in for what.",
  inputs,
  outputs: {
    "image-ref": "The image to run: name@digest where it was pushed, else its first tag.",
    digest: "Digest of the manifest, as a registry serves it; empty where the engine keeps none.",
    "config-digest": "Digest of the image configuration.",
  },
  positional: "model",
  async run(given, host) {
    const [found] = await findModels(host, given["images-dir"], [given.model]);
    if (!found)
      throw new StepFailure({ code: "invalid-input", message: "no model", remedy: "Name one model." });
    const tags = given.tags.length > 0 ? given.tags : [defaultTag(found.slug)];
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
    } as const;
    const record = await recordStep(host, { ...seed, tags }, async (draft) =>
      build(host, draft, {
        contexts: given["build-contexts"],
        args: given["build-args"],
        builder: given.builder ?? null,
        runtimeContext: await runtimeContext(host, given["runtime-context"]),
        push: given.push,
        tagsGiven: given.tags.length > 0,
        timeoutSeconds: given.timeout ?? defaultTimeoutSeconds,
      }),
    );
    const outputs = {
      "image-ref": imageReference(record),
      digest: record.digest ?? "",
      "config-digest": record.configDigest ?? "",
    };
    return { records: [record], outputs };
  },
});
