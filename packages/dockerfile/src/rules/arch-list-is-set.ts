import type { Edit } from "@mia/step-result";
import { fixOf, indentOf, insertLineAbove } from "../fixes/edit.ts";
import { fileOf } from "../fixes/file-of.ts";
import { hasModel, type Image } from "../image.ts";
import { capabilitiesOf } from "../knowledge/cuda-gpus.ts";
import { gpuOf } from "../knowledge/gpu-architectures.ts";
import { type Compile, compilesOf } from "../pins/cuda-projects.ts";
import { sourceName } from "../pins/image-reference.ts";
import type { Report, Rule } from "../rule.ts";
import type { Step } from "../stages/stage.ts";
import { textFrom } from "../stages/text-from.ts";
import type { Position } from "../syntax/spanned-text.ts";
import { uniqueReports } from "./unique-reports.ts";

export const archListIsSet: Rule = {
  code: "MIA112",
  id: "arch-list-is-set",
  description:
    "Where CUDA operators are compiled, TORCH_CUDA_ARCH_LIST says for which GPUs, and CUDA knows every entry.",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  fix: "unsafe",
  *check(image) {
    yield* uniqueReports(unsetLists(image));
    yield* uniqueReports(unknownEntries(image));
  },
};

/**
 * Without it torch takes the GPUs it sees, and with none of them ends in an IndexError. Source: _get_cuda_arch_flags of
 * torch/utils/cpp_extension.py in the wheels of 1.9.1, 2.9.1, 2.12.0 and 2.15.0, read 2026-11-24.
 */
const list = "TORCH_CUDA_ARCH_LIST";

/**
 * Images that are known to set neither variable. Sources, read 2026-11-24: pytorch/pytorch Dockerfile at f658b151 (conda) and
 * 01343dcd (pip); nvidia/cuda: copies of NVIDIA's dist/ folders of 11.1.1 on Ubuntu 20.04 (wimjan123/cuda11.7-gptj-training)
 * and 12.4.1 on 22.04 (taehun-kmu/FMCL-Docker), base and devel. Other releases were not read.
 */
const silentImages = /^(?:pytorch\/pytorch|(?:nvcr\.io\/)?nvidia\/cuda)$/;

function* unsetLists(image: Image): Generator<Report> {
  for (const compile of compilesOf(image)) {
    const { project, moment } = compile;
    const { step, position, file } = moment.command;
    const { base, flavor } = moment.before;
    if (
      base === undefined ||
      !silentImages.test(sourceName(base.reference)) ||
      flavor?.value !== "devel" ||
      file
    )
      continue;
    const missing = [
      ...(isSet(step, list) ? [] : [list]),
      ...(project.needsForce && !isSet(step, "FORCE_CUDA") ? ["FORCE_CUDA"] : []),
    ];
    if (missing.length === 0) continue;
    const effect = missing.includes("FORCE_CUDA")
      ? "it sees no GPU during a build and leaves its CUDA operators out"
      : "torch sees no GPU during a build and does not know what to compile for";
    yield {
      message: `${project.name} is compiled here without ${missing.join(" and ")}: ${effect}`,
      remedy: `Set ${missing.map((name) => (name === list ? `${list}="${capabilities(image, compile).join(";")}"` : "FORCE_CUDA=1")).join(" and ")} before it, or what your GPUs are.`,
      locations: [image.at(position)],
      ...fixOf(`Set ${missing.join(" and ")}`, "unsafe", variablesAbove(image, compile, missing)),
    };
  }
}

/** Not known counts as set. */
function isSet({ variables, instruction }: Step, name: string): boolean {
  return variables(name) !== null || textFrom(instruction, name) !== undefined;
}

function variablesAbove(image: Image, compile: Compile, missing: string[]): Edit | undefined {
  const { instruction } = compile.moment.command.step;
  const file = fileOf(image, image.source.dockerfile.path);
  const values: Record<string, string> = {
    FORCE_CUDA: "FORCE_CUDA=1",
    [list]: `${list}="${capabilities(image, compile).join(";")}"`,
  };
  const assigned = missing.sort().map((name) => values[name]);
  if (file === undefined || capabilities(image, compile).length === 0) return undefined;
  return insertLineAbove(
    file,
    instruction.startLine,
    `${indentOf(file, instruction.startLine)}ENV ${assigned.join(" ")}`,
  );
}

/** What people rent and own: Volta, Turing, Ampere, Ada, Hopper, Blackwell. */
const common = ["7.0", "7.5", "8.0", "8.6", "8.9", "9.0", "10.0", "12.0"];

function capabilities(image: Image, { moment }: Compile): string[] {
  const cuda = moment.before.cuda?.value;
  const known = cuda === undefined ? [] : capabilitiesOf(cuda);
  const range = hasModel(image) ? image.model.gpu.computeCapability : undefined;
  const wanted = (image.policy.gpus ?? []).flatMap((text) => gpuOf(text)?.capability ?? []);
  const within = common.filter(
    (one) => range === undefined || (Number(one) >= Number(range.min) && Number(one) <= Number(range.max)),
  );
  return (wanted.length > 0 ? [...new Set(wanted)].sort((a, b) => Number(a) - Number(b)) : within).filter(
    (one) => known.includes(one),
  );
}

/** Entries that no nvcc of the image's CUDA takes. Names such as `Ampere` are torch's own and are left alone. */
function* unknownEntries(image: Image): Generator<Report> {
  const places = listPlaces(image);
  for (const { moment } of compilesOf(image)) {
    const { step } = moment.command;
    const { cuda, flavor } = moment.before;
    const value = step.variables(list);
    const known = cuda === undefined ? [] : capabilitiesOf(cuda.value);
    // Where a toolkit was installed, nobody knows which nvcc it is.
    if (!value || cuda === undefined || flavor === undefined || known.length === 0) continue;
    const entries = value
      .split(/[;\s]+/)
      .flatMap((entry) => /^(\d{1,2}\.\d)a?(?:\+PTX)?$/.exec(entry)?.[1] ?? []);
    const unknown = entries.filter((entry) => !known.includes(entry));
    const assignment = places.findLast(({ line }) => line < step.instruction.startLine);
    if (unknown.length === 0 || assignment === undefined) continue;
    const names =
      unknown.length === 1
        ? `does not know ${unknown[0]}`
        : `knows neither ${unknown.slice(0, -1).join(", ")} nor ${unknown.at(-1)}`;
    yield {
      message: `CUDA ${cuda.value} ${names}: nvcc ends with "Unsupported gpu architecture"`,
      remedy: `Leave the entry out of ${list}. Code for 8.6 runs on 8.9 too; for another major number a newer CUDA is needed.`,
      locations: [image.at(assignment), cuda.location],
      severity: "error",
    };
  }
}

/** Where the list is given a value, in the order of the file. */
function listPlaces(image: Image): Position[] {
  return image.stages
    .flatMap((stage) => stage.steps)
    .filter(({ instruction: { keyword } }) => keyword === "ENV" || keyword === "ARG")
    .flatMap(({ instruction }) => instruction.assignments)
    .filter(({ name, value }) => name === list && value !== undefined)
    .map(({ position }) => position);
}
