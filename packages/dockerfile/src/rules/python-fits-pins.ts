import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import { acceptsPython, hasWheel, requiresPython, wheelPythons } from "../knowledge/python-needs.ts";
import { compareVersions } from "../knowledge/version-order.ts";
import { type Fact, noted } from "../pins/environment.ts";
import { sourceName } from "../pins/image-reference.ts";
import type { Install } from "../pins/installs.ts";
import { isThere, packageName, pinOf } from "../pins/packages.ts";
import { momentsOf, timelineOf } from "../pins/timeline.ts";
import type { Report, Rule } from "../rule.ts";
import type { Position } from "../syntax/spanned-text.ts";
import { uniqueReports } from "./unique-reports.ts";

export const pythonFitsPins: Rule = {
  code: "MIA108",
  id: "python-fits-pins",
  description: "The pinned packages, wheel files and pythonX.Y paths are for the Python that the image has.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    yield* uniqueReports([...packageReports(image), ...pathReports(image)]);
  },
};

function packageReports(image: Image): Report[] {
  return momentsOf(image).flatMap(({ installs, before }) => {
    const { python } = before;
    if (python === undefined) return [];
    return installs.flatMap((install) => {
      const { tool, options, applies, requirement } = install;
      const elsewhere =
        options.target !== undefined || options.uses.some(({ name }) => name === "--python-version");
      if (tool === "conda" || elsewhere || applies !== true || isThere(install, before) === true) return [];
      const why =
        requirement.source === "index"
          ? needsOther(install, python, installs)
          : isForOther(requirement.url ?? requirement.path, python);
      if (why === undefined) return [];
      const sure = applies === true && python.sure && !install.command.conditional;
      return [
        {
          message: `${why.message}, the image has ${python.value}`,
          remedy: why.remedy,
          locations: [install.location, noted(python, python.location.note ?? `Python ${python.value}`)],
          ...(sure ? {} : { severity: "warning" as const }),
        },
      ];
    });
  });
}

interface Why {
  message: string;
  remedy: string;
}

/** Packages of which no index has the source: without a wheel for this Python there is nothing. */
const onlyWheels = new Set(["torch", "torchvision", "torchaudio"]);

function needsOther(install: Install, python: Fact, siblings: readonly Install[]): Why | undefined {
  const name = packageName(install);
  const pin = pinOf(install);
  const remedy = `Ask for a version of ${name} that takes Python ${python.value}, or make an environment with another Python.`;
  if (pin === undefined) return tooOld(install, python, remedy);
  if (acceptsPython(name, pin, python.value) === false)
    return { message: `${name} ${pin} needs Python ${requiresPython(name, pin)}`, remedy };
  if (!onlyWheels.has(name) || hasWheel(name, pin, python.value) !== false) return undefined;
  // What belongs to a torch that is not there either needs no finding of its own.
  if (name !== "torch" && siblings.some((one) => packageName(one) === "torch" && pinOf(one) !== undefined))
    return undefined;
  return { message: `${name} ${pin} was published for Python ${wheelPythons(name, pin)} only`, remedy };
}

/** `numpy>=1.22` on Python 3.7: no release gives an old Python back. */
function tooOld({ name, requirement }: Install, python: Fact, remedy: string): Why | undefined {
  const bound =
    requirement.known &&
    requirement.specifiers.find(({ operator }) => operator === ">=" || operator === "~=");
  if (!bound || acceptsPython(name, bound.version, python.value) !== false) return undefined;
  const least = /^>=(3\.\d+)/.exec(requiresPython(name, bound.version) ?? "")?.[1];
  if (least === undefined || (compareVersions(python.value, least) ?? 0) >= 0) return undefined;
  return { message: `${name}${bound.operator}${bound.version} needs Python ${least} or later`, remedy };
}

/** A wheel's own file name: `operators-1.0-cp37-cp37m-linux_x86_64.whl`. */
function isForOther(path: string | undefined, python: Fact): Why | undefined {
  const file = (path ?? "").split(/[?#]/, 1)[0]?.split("/").at(-1) ?? "";
  const match = file.length > 500 ? null : /-([^-]+)-([^-]+)-[^-]+\.whl$/.exec(file);
  const tags = match?.[1]?.split(".") ?? [];
  const stable = match?.[2]?.includes("abi3") === true;
  const versions = tags.flatMap((tag) => /^cp(\d)(\d{1,2})$/.exec(tag)?.slice(1).join(".") ?? []);
  const minor = (version: string): number => Number(version.split(".")[1]);
  if (tags.length === 0 || versions.length < tags.length || !python.value.startsWith("3.")) return undefined;
  const fits = versions.some((one) => one === python.value || (stable && minor(one) <= minor(python.value)));
  if (fits) return undefined;
  return {
    message: `the wheel ${file.slice(0, 200)} is for Python ${versions.join(", ")} (${tags.join(", ")})`,
    remedy: `Take the wheel for cp${python.value.replace(".", "")}, or a base with that Python.`,
  };
}

const paths: Record<string, RegExp> = {
  "pytorch/pytorch": /(?:^|[=:])\/opt\/conda\/lib\/python(\d\.\d{1,2})(?:\/|$)/g,
  python: /(?:^|[=:])\/usr\/local\/lib\/python(\d\.\d{1,2})\/site-packages/g,
};

/** Commands that ask whether a path is there, or make it. */
const careful = /^(?:test|\[|\[\[|mkdir|install|rm|echo|printf|ls|find)$/;

/** Paths of the base's own Python, where nothing replaced that one. */
function pathReports(image: Image): Report[] {
  return image.stages.flatMap((stage) => {
    const { start, end } = timelineOf(image, stage);
    const { base } = end;
    const form = base && paths[sourceName(base.reference)];
    const has = base?.facts.python;
    if (!start.inBase || !end.inBase || base === undefined || has === undefined || form === undefined)
      return [];
    const judge = (text: string, position: Position): Report[] => {
      if (!text.includes("/python")) return [];
      const other = Array.from(text.matchAll(form), ([, version = ""]) => version).find(
        (version) => version !== has,
      );
      return other === undefined ? [] : [pathReport(image, other, has, position, base.location)];
    };
    const words = image
      .commandsOf(stage)
      .filter(({ conditional, name }) => !conditional && !careful.test(name))
      .flatMap((command) => command.words.slice(1).flatMap(({ value, position }) => judge(value, position)));
    const others = stage.steps.flatMap(({ instruction }) => {
      const { keyword, assignments } = instruction;
      if (keyword === "ENV") return assignments.flatMap(({ value = "", position }) => judge(value, position));
      if (keyword !== "COPY" && keyword !== "ADD") return [];
      const target = instruction.words.at(-1);
      return target ? judge(target.text, target.position) : [];
    });
    return [...others, ...words];
  });
}

function pathReport(image: Image, other: string, has: string, position: Position, base: Location): Report {
  return {
    message: `this path is for python${other}, and the base image has Python ${has}: nothing looks there`,
    remedy: `Write python${has}, or ask Python for the folder: \`python -c "import site; print(site.getsitepackages()[0])"\`.`,
    locations: [image.at(position), { ...base, note: `this base has Python ${has}` }],
    severity: "warning",
  };
}
