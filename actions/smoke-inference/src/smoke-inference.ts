import { defineAction, findModels, recordStep, StepFailure } from "@mia/action-kit";
import { dockerPlace } from "./docker-place.ts";
import { inputs } from "./inputs.ts";
import { removeLeftovers } from "./leftovers.ts";
import { smoke } from "./smoke.ts";

export const smokeInference = defineAction({
  name: "smoke-inference",
  description:
    "Runs a model once inside its image, bounded and isolated, on a GPU or without, and checks that its answer can be true.",
  inputs,
  outputs: {
    predictions:
      "JSON list, one entry an output family: family, count, byClass, scoreMin, scoreMax. An empty list on failure.",
    "exit-code": "Exit code of the container; empty where it never ran.",
    "peak-gpu-mib":
      "Highest memory use of the GPU while the container ran, in MiB, sampled every 200 ms; empty without a GPU.",
  },
  positional: "model",
  async run(given, host) {
    const [found] = await findModels(host, given["images-dir"], [given.model]);
    if (!found)
      throw new StepFailure({ code: "invalid-input", message: "no model", remedy: "Name one model." });
    const seed = {
      step: "smoke",
      model: found.slug,
      image: given.image,
      imageId: null,
      container: null,
      gpu: null,
      usage: null,
      predictions: [],
      latenciesMs: [],
      output: null,
    } as const;
    const place = dockerPlace(host);
    const record = await recordStep(host, { ...seed, predictions: [], latenciesMs: [] }, (draft) =>
      smoke(host, place, draft, found, given),
    );
    const outputs = {
      predictions: JSON.stringify(record.predictions),
      "exit-code": String(record.container?.exitCode ?? ""),
      "peak-gpu-mib": String(record.usage?.peakMiB ?? ""),
    };
    return { records: [record], outputs, files: record.output === null ? [] : [record.output] };
  },
  post: (host) => removeLeftovers(host, dockerPlace(host)),
});
