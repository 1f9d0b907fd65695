import { type Host, StepFailure } from "@mia/action-kit";
import type { Model } from "@mia/catalog";
import type { ImageFacts } from "@mia/container";
import type { UsableGpu } from "@mia/gpu";
import { type OutputCheck, outputChecks } from "@mia/model-output";
import type { SmokeResult } from "@mia/step-result";
import { checkCheckpoint } from "./check-checkpoint.ts";
import { checkImagePaths } from "./check-image-paths.ts";
import type { ContainerPlace } from "./container-place.ts";
import { mountTargets } from "./container-spec.ts";
import { findGpu } from "./find-gpu.ts";
import type { Given } from "./inputs.ts";
import type { GivenCheckpoint } from "./judge-checkpoint.ts";

export interface Ready {
  checks: OutputCheck[];
  image: ImageFacts;
  /** Null where the model is to run on random weights. */
  checkpoint: GivenCheckpoint | null;
  /** Null where the caller asked for a run without a GPU. */
  gpu: UsableGpu | null;
}

/** Everything that can be known before GPU time is spent. Cheap checks of the caller's own input come first. */
export async function preflight(
  host: Host,
  place: ContainerPlace,
  draft: SmokeResult,
  model: Model,
  given: Given,
): Promise<Ready> {
  const outputs = outputChecks(model.outputs);
  if (!outputs.ok) throw new StepFailure(outputs.failure);
  const checkpoint =
    given.checkpoint === undefined
      ? null
      : { bytes: await checkCheckpoint(host, given.checkpoint), sha256: model.checkpoint.sha256 };
  if (given.input !== undefined) await checkInput(host, given.input);
  await place.check();
  const image = await place.image(given.image);
  draft.imageId = image.id;
  draft.replacedContexts = image.replacedContexts;
  draft.evidence = image.evidence;
  checkLabels(host, image, model.slug, given.image);
  checkImagePaths(image, given.image, mountTargets);
  const gpu = await findGpu(host, draft, given.gpu, model);
  return { checks: outputs.checks, image, checkpoint, gpu };
}

async function checkInput(host: Host, input: string): Promise<void> {
  if ((await host.files.kind(input)) === "folder") return;
  throw new StepFailure({
    code: "mount-missing",
    message: `the input ${input} is not a folder`,
    remedy: "Give the folder with the sample in the input `input`, or leave it out for a synthetic sample.",
  });
}

/** A label may hold anything; only a name is printed as it is. */
function shown(label: string): string {
  return /^[a-z0-9-]{1,100}$/.test(label) ? label : JSON.stringify(label.slice(0, 100));
}

function checkLabels(host: Host, image: ImageFacts, model: string, reference: string): void {
  if (image.model !== null && image.model !== model)
    throw new StepFailure({
      code: "invalid-input",
      message: `the image ${reference} was built for ${shown(image.model)}, not for ${model}`,
      remedy:
        "Give the image of this model in the input image, or the model of this image in the input model.",
    });
  if (image.evidence === "stand-in") {
    const parts = image.replacedContexts.join(", ") || "parts it does not name";
    host.log.info(`stand-in: the image has ${parts} replaced; this run proves the plumbing, not the model`);
  }
  if (image.evidence === "unknown")
    host.log.warn(
      `evidence: unknown; no label of the image ${reference} says how it was built, so build-image did not make it, and this run proves nothing about the real image`,
    );
}
