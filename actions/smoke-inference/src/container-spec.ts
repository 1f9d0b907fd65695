import type { Host } from "@mia/action-kit";
import type { Model } from "@mia/catalog";
import { type ContainerSpec, type Mount, runLabels, smokeContainerName } from "@mia/container";
import type { Given } from "./inputs.ts";
import type { Ready } from "./preflight.ts";
import type { Workplace } from "./workplace.ts";

/** Paths inside every image. */
const inside = {
  checkpoint: "/app/checkpoints/model.pth",
  input: "/app/input_data",
  output: "/app/output_results",
} as const;

/** What is mounted, or may be, hides what the image has there. */
export const mountTargets: readonly string[] = Object.values(inside);

export const outputName = "raw-output.json";

/** The container for one run of `model`. */
export function containerSpec(
  host: Host,
  model: Model,
  given: Given,
  ready: Ready & Workplace & { timeoutSeconds: number; graceSeconds: number },
): ContainerSpec {
  const seconds = host.now().getTime() / 1000 + ready.timeoutSeconds + ready.graceSeconds;
  return {
    name: smokeContainerName(host.env.GITHUB_RUN_ID || String(process.pid), crypto.randomUUID().slice(0, 8)),
    image: ready.image.id,
    command: command(model, given, ready.gpu !== null),
    labels: runLabels(model.slug, seconds),
    user: ready.user,
    env: environment(ready.gpu?.uuid ?? null),
    mounts: mounts(host, given, ready.output),
    memoryMiB: model.smoke.memoryMiB,
    shmMiB: model.smoke.shmMiB,
    gpuUuid: ready.gpu?.uuid ?? null,
  };
}

function command(model: Model, given: Given, gpu: boolean): string[] {
  return [
    ...["python", "-m", "model_runtime", "infer"],
    ...["--model", model.slug],
    ...["--config", given.config ?? model.config],
    ...(given.checkpoint === undefined ? [] : ["--model-path", inside.checkpoint]),
    ...(given.input === undefined ? [] : ["--input", inside.input]),
    ...["--output", `${inside.output}/${outputName}`],
    ...["--runs", String(given.runs)],
    // Named, so that a model which finds no GPU fails instead of passing on the CPU.
    ...["--device", gpu ? "cuda" : "cpu"],
  ];
}

/** The root is read-only and the user may have no home: everything that caches must cache in /tmp. */
function environment(gpuUuid: string | null): Record<string, string> {
  return {
    HOME: "/tmp",
    USER: "model",
    PYTHONUNBUFFERED: "1",
    PYTHONFAULTHANDLER: "1",
    XDG_CACHE_HOME: "/tmp/cache",
    MPLCONFIGDIR: "/tmp/cache/matplotlib",
    NUMBA_CACHE_DIR: "/tmp/cache/numba",
    TORCH_HOME: "/tmp/cache/torch",
    CUDA_CACHE_PATH: "/tmp/cache/cuda",
    // CUDA images say `all`, which an engine with NVIDIA's runtime as its default obeys even without --gpus.
    NVIDIA_VISIBLE_DEVICES: gpuUuid ?? "void",
  };
}

function mounts(host: Host, given: Given, output: string): Mount[] {
  const list: Mount[] = [{ source: output, target: inside.output, readonly: false }];
  const add = (path: string | undefined, target: string): void => {
    if (path !== undefined) list.push({ source: host.files.absolute(path), target, readonly: true });
  };
  add(given.checkpoint, inside.checkpoint);
  add(given.input, inside.input);
  return list;
}
