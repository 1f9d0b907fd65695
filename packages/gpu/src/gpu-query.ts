import { numberOrNull, saysBroken, textOrNull } from "./reading.ts";

const fields = ["index", "uuid", "name", "driver_version", "compute_cap", "memory.total", "memory.used"];

/** Arguments that make `nvidia-smi` list every GPU, one CSV line each, memory in MiB. */
export function gpuQueryArguments(): string[] {
  return [`--query-gpu=${fields.join(",")}`, "--format=csv,noheader,nounits"];
}

/** One GPU as nvidia-smi describes it. Memory in MiB. Null: nvidia-smi did not say. */
export interface GpuState {
  index: number | null;
  uuid: string | null;
  name: string;
  driver: string | null;
  computeCapability: string | null;
  totalMiB: number | null;
  usedMiB: number | null;
  /** The line says that the device is lost, needs a reset or answers with errors. */
  broken: boolean;
}

/** The GPUs of a query's standard output. Lines that are no answer (warnings, a message) are left out. */
export function parseGpuQuery(stdout: string): GpuState[] {
  return stdout
    .split(/\r?\n/)
    .map((line) => line.split(",").map((field) => field.trim()))
    .filter((values) => values.length >= fields.length)
    .map(gpuState);
}

function gpuState(values: string[]): GpuState {
  // A product name may hold a comma; every other field may not, so the surplus belongs to the name.
  const surplus = values.length - fields.length;
  const [index = "", uuid = ""] = values;
  const [driver = "", computeCapability = "", total = "", used = ""] = values.slice(3 + surplus);
  return {
    index: numberOrNull(index),
    uuid: textOrNull(uuid),
    name: textOrNull(values.slice(2, 3 + surplus).join(", ")) ?? "unnamed GPU",
    driver: textOrNull(driver),
    computeCapability: textOrNull(computeCapability),
    totalMiB: numberOrNull(total),
    usedMiB: numberOrNull(used),
    broken: values.some(saysBroken),
  };
}
