import { compareVersions } from "../knowledge/version-order.ts";
import type { Environment } from "./environment.ts";
import type { Install } from "./installs.ts";
import { isThere, pinOf } from "./packages.ts";

/** A command's request for MMCV, as far as wheels go. */
export interface MmcvUse {
  name: "mmcv" | "mmcv-full";
  /** Undefined where it is not pinned. */
  version: string | undefined;
  install: Install;
  /** Without a wheel the compilation works: nvcc is there, and the operators are forced on. */
  compiles: boolean;
}

/** Undefined for other packages, and where pip leaves the MMCV that is there. */
export function mmcvUse(install: Install, before: Environment): MmcvUse | undefined {
  const { name, applies, step } = install;
  if ((name !== "mmcv" && name !== "mmcv-full") || applies === false) return undefined;
  if (isThere(install, before) === true) return undefined;
  const compiles = step.variables("FORCE_CUDA") === "1" && before.flavor?.value === "devel";
  return { name, version: pinOf(install), install, compiles };
}

/** Whether pip looks for a wheel of it: the sources were not asked for, and `mmcv` of 1.x has no compiled part. */
export function takesWheel({ name, version, install }: MmcvUse): boolean {
  const isPlainPython =
    name === "mmcv" && version !== undefined && (compareVersions(version, "2.0.0rc1") ?? 0) < 0;
  return !isPlainPython && !refusesWheels(install);
}

export function refusesWheels({ name, options }: Install): boolean {
  return options.noBinary.some((one) => one === ":all:" || one === name);
}

/** Said in the command or its environment: this one is to be compiled. */
export function compilesOnPurpose(install: Install): boolean {
  const { step, requirement } = install;
  if (requirement.source !== "index" || refusesWheels(install)) return true;
  return step.variables("MMCV_WITH_OPS") !== null || step.instruction.body.text.includes("MMCV_WITH_OPS");
}
