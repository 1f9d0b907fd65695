import type { Location } from "@mia/step-result";
import { hasModel, type Image, type ModelImage } from "../image.ts";
import { codeRunsOn, cudaRunsOn, endedWithCuda, firstCudaFor, type Runs } from "../knowledge/cuda-gpus.ts";
import { gpuOf } from "../knowledge/gpu-architectures.ts";
import { wheelCapabilitiesOf } from "../knowledge/torch-family.ts";
import { modelLine } from "../model-lines.ts";
import { type Environment, environmentOf, noted, torchOf } from "../pins/environment.ts";
import type { Report, Rule } from "../rule.ts";
import { uniqueReports } from "./unique-reports.ts";

export const gpuFitsCuda: Rule = {
  code: "MIA111",
  id: "gpu-fits-cuda",
  description: "Every GPU that the policy or model.yaml names can run what the image's CUDA makes.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    yield* uniqueReports([...(hasModel(image) ? ofModel(image) : []), ...ofPolicy(image)]);
  },
};

function* ofModel({ model, source }: ModelImage): Generator<Report> {
  const { cuda } = model.environment;
  const { min, max } = model.gpu.computeCapability;
  for (const capability of new Set([min, max])) {
    const gpu = gpuOf(capability);
    if (gpu === undefined || cudaRunsOn(cuda, gpu.capability) !== "no") continue;
    const [place] = modelLine(source, "computeCapability", capability, `asks for ${gpu.sm}`);
    if (place === undefined) continue;
    const says = modelLine(source, "cuda", cuda, `CUDA ${cuda}`);
    yield report(gpu.sm, gpu.capability, cuda, [place, ...says]);
  }
}

function* ofPolicy(image: Image): Generator<Report> {
  for (const target of image.targets) {
    const found = codeOf(environmentOf(image, target));
    if (found === undefined) continue;
    for (const text of image.policy.gpus ?? []) {
      const gpu = gpuOf(text);
      if (gpu === undefined || found.runsOn(gpu.capability) !== "no") continue;
      const name = gpu.name === undefined ? gpu.sm : `${gpu.name} (${gpu.sm})`;
      yield report(name, gpu.capability, found.cuda, [found.location]);
    }
  }
}

interface Code {
  cuda: string;
  location: Location;
  runsOn(capability: string): Runs;
}

/** The CUDA whose machine code runs: torch's own, or the toolkit's where no torch is known. */
function codeOf(environment: Environment): Code | undefined {
  const torch = torchOf(environment);
  if (torch?.cuda !== undefined && torch.sure) {
    const { cuda, version, from } = torch;
    // pip's wheels hold less than their CUDA could make; of conda's, and so of base images, that is not known.
    const targets = from === "requirement" ? wheelCapabilitiesOf(version, cuda) : undefined;
    return {
      cuda,
      location: from === "base" ? torch.location : noted(torch, `torch for CUDA ${cuda}`),
      runsOn: (capability) => (targets ? codeRunsOn(targets, capability) : cudaRunsOn(cuda, capability)),
    };
  }
  const { cuda, complete, packages } = environment;
  // A torch nobody knows the CUDA of decides, and not the toolkit beside it.
  if (cuda === undefined || packages.has("torch") || !complete) return undefined;
  return {
    cuda: cuda.value,
    location: cuda.location,
    runsOn: (capability) => cudaRunsOn(cuda.value, capability),
  };
}

function report(gpu: string, capability: string, cuda: string, locations: Location[]): Report {
  const since = firstCudaFor(capability);
  const until = endedWithCuda(capability);
  const take =
    since === undefined
      ? "Take another CUDA"
      : `Take CUDA ${since} or later${until === undefined ? "" : ` and before ${until}`} and a torch built for it`;
  return {
    message: `nothing built for CUDA ${cuda} runs on ${gpu}: the first kernel ends with "no kernel image is available"`,
    remedy: `${take}, or take this GPU off the list.`,
    locations,
  };
}
