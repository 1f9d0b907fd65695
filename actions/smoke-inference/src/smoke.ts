import { type Host, loadModel, type ModelFolder, StepFailure } from "@mia/action-kit";
import { parseOutput } from "@mia/model-output";
import type { LoadedCheckpoint, SmokeResult } from "@mia/step-result";
import type { ContainerPlace } from "./container-place.ts";
import { containerSpec } from "./container-spec.ts";
import type { Given } from "./inputs.ts";
import { judge } from "./judge.ts";
import { forget, keepForCleanUp } from "./leftovers.ts";
import { preflight } from "./preflight.ts";
import { readOutput } from "./read-output.ts";
import { runContainer } from "./run-container.ts";
import { watchGpu } from "./watch-gpu.ts";
import { makeWorkplace } from "./workplace.ts";

/** The story of one smoke run. Facts go into `draft` as they become known; a failure is thrown. */
export async function smoke(
  host: Host,
  place: ContainerPlace,
  draft: SmokeResult,
  found: ModelFolder,
  given: Given & { "results-dir": string },
): Promise<void> {
  // Only the image's label can make it more, and only a look at the image can tell.
  draft.evidence = "unknown";
  const loaded = await loadModel(host, found);
  if (!loaded.ok) {
    draft.findings.push(...loaded.findings);
    throw loaded.failure;
  }
  const { model } = loaded;
  const ready = await preflight(host, place, draft, model, given);
  const workplace = await makeWorkplace(host, ready.image.user);
  const limits = {
    timeoutSeconds: given.timeout ?? model.smoke.timeoutSeconds,
    graceSeconds: given["kill-grace"] ?? model.smoke.killGraceSeconds,
  };
  const spec = containerSpec(host, model, given, { ...ready, ...workplace, ...limits });
  keepForCleanUp(host, { container: spec.name, folder: workplace.folder });
  const gpu = ready.gpu ? watchGpu(host, ready.gpu) : undefined;
  try {
    const ran = await runContainer(host, place, draft, spec, limits);
    if (gpu) draft.usage = await gpu.finish();
    const output = await readOutput(host, workplace.output);
    const parsed = output.kind === "text" ? parseOutput(model.slug, ready.checks, output.text) : undefined;
    if (output.kind === "text") {
      draft.output = `${given["results-dir"]}/raw-output-${model.slug}.json`;
      await host.files.write(draft.output, output.text);
    }
    // What runs inside the image can lower what its label says, never raise it.
    if (parsed?.evidence === "stand-in") draft.evidence = "stand-in";
    const asked = { gpuGiven: ready.gpu !== null, checkpointGiven: ready.checkpoint };
    const failure = judge({ ...ran, ...limits, ...asked, output, parsed });
    if (parsed?.kind === "answer") {
      draft.checkpoint = loadedCheckpoint(parsed.answer);
      draft.latenciesMs = parsed.answer.latenciesMs;
      draft.predictions = parsed.predictions;
    }
    if (failure) throw new StepFailure(failure);
  } finally {
    await gpu?.stop();
    await forget(host, draft, workplace.folder);
  }
}

/** Without the path inside the container, which is always the same. */
function loadedCheckpoint({ checkpoint }: { checkpoint: LoadedCheckpoint | null }): LoadedCheckpoint | null {
  return checkpoint && { sha256: checkpoint.sha256, bytes: checkpoint.bytes };
}
