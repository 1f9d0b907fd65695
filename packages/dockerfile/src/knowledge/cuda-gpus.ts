import { rowOf } from "./row-of.ts";
import { compareVersions } from "./version-order.ts";

/**
 * By compute capability: the first CUDA toolkit that makes machine code for it, and the first that no longer does.
 * Sources, read 2026-11-23: `nvcc --list-gpu-code` and `ptxas --help` of NVIDIA's wheels on PyPI, run: nvidia-cuda-nvcc-cu11
 * 11.7.99 and 11.8.89, -cu12 12.0.140, 12.4.131, 12.6.85, 12.8.93 and 12.9.86, nvidia-cuda-nvcc 13.0.88, 13.1.115, 13.2.86,
 * 13.3.73, 13.4.92 and 13.5.37. Before 11.7: Kitware/CMake Modules/Internal/CMakeCUDAArchitecturesAll.cmake at 031593de, read
 * 2026-11-24 (3.0 to 7.2 before 10.0, 7.5 with 10.0, 3.0 ended and 8.0 began with 11.0, 8.6 with 11.1, 8.7 with 11.4), which
 * cuFFT's documentation and the lists of pytorch/builder bear out. 10.0 stands for "10.0 or older".
 */
const lives: Record<string, [since: string, until?: string]> = {
  "3.0": ["10.0", "11.0"],
  "3.5": ["10.0", "12.0"],
  "3.7": ["10.0", "12.0"],
  "5.0": ["10.0", "13.0"],
  "5.2": ["10.0", "13.0"],
  "5.3": ["10.0", "13.0"],
  "6.0": ["10.0", "13.0"],
  "6.1": ["10.0", "13.0"],
  "6.2": ["10.0", "13.0"],
  "7.0": ["10.0", "13.0"],
  "7.2": ["10.0", "13.0"],
  "7.5": ["10.0"],
  "8.0": ["11.0"],
  "8.6": ["11.1"],
  "8.7": ["11.4"],
  "8.8": ["13.0"],
  "8.9": ["11.8"],
  "9.0": ["11.8"],
  "10.0": ["12.8"],
  "10.1": ["12.8", "13.0"],
  "10.3": ["12.9"],
  "10.7": ["13.4"],
  "11.0": ["13.0"],
  "12.0": ["12.8"],
  "12.1": ["12.9"],
};

/** The toolkits the table speaks of: since the first, and before the second. */
const known = ["10.0", "13.6"] as const;

/**
 * `native`: the toolkit makes code for exactly this GPU. `forward`: it makes code for an older GPU of the same generation
 * (major number), and that runs on this one: CUDA 11.1 serves an RTX 4090 by code for 8.6. `no`: neither; what runs all the
 * same was built with `+PTX` for an older GPU, and is compiled anew when the program starts.
 * Source of the rule: CUDA C++ Programming Guide, "Binary Compatibility" and "PTX Compatibility".
 */
export type Runs = "native" | "forward" | "no" | "unknown";

/** Whether machine code by CUDA `11.1` (x.y or x.y.z) can run on a GPU of capability `8.9` or `sm_89`. */
export function cudaRunsOn(cuda: string, capability: string): Runs {
  const targets = capabilitiesOf(cuda);
  return targets.length === 0 ? "unknown" : codeRunsOn(targets, capability);
}

/** The same for code made for a list of capabilities, such as those in a wheel of torch. */
export function codeRunsOn(targets: readonly string[], capability: string): Runs {
  const written = /^(?:sm_?)?(\d{1,2})\.?(\d)[af]?$/.exec(capability);
  if (!written) return "unknown";
  const [, major = "", minor = ""] = written;
  const wanted = `${major}.${minor}`;
  if (targets.includes(wanted)) return "native";
  if (lives[wanted] === undefined) return "unknown";
  const older = targets.some(
    (one) => one.startsWith(`${major}.`) && Number(one.split(".")[1]) < Number(minor),
  );
  return older ? "forward" : "no";
}

/** The capabilities a toolkit makes machine code for, lowest first; empty where the toolkit is not known. */
export function capabilitiesOf(cuda: string): string[] {
  const toolkit = cuda.split(".").slice(0, 2).join(".");
  const [first, end] = known;
  if (!/^\d{1,2}\.\d$/.test(toolkit) || before(toolkit, first) || !before(toolkit, end)) return [];
  return Object.entries(lives)
    .filter(
      ([, [since, until]]) => !before(toolkit, since) && (until === undefined || before(toolkit, until)),
    )
    .map(([capability]) => capability);
}

/** The first toolkit (x.y) that makes machine code for a capability (10.0: or an older one); undefined where not known. */
export function firstCudaFor(capability: string): string | undefined {
  return rowOf(lives, capability)?.[0];
}

/** The first toolkit (x.y) that no longer does; undefined where there is none, or where not known. */
export function endedWithCuda(capability: string): string | undefined {
  return rowOf(lives, capability)?.[1];
}

function before(a: string, b: string): boolean {
  return (compareVersions(a, b) ?? 0) < 0;
}
