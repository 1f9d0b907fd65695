import type { Edit, Location } from "@mia/step-result";
import { fixOf, insertAt, insertLineAbove, replaceSpan } from "../fixes/edit.ts";
import { fileOf } from "../fixes/file-of.ts";
import type { Image } from "../image.ts";
import { rowOf } from "../knowledge/row-of.ts";
import { compareVersions } from "../knowledge/version-order.ts";
import { type Environment, torchOf } from "../pins/environment.ts";
import type { OptionUse } from "../pins/install-options.ts";
import type { Install } from "../pins/installs.ts";
import { isThere, packageName, pinOf } from "../pins/packages.ts";
import { type Moment, momentsOf } from "../pins/timeline.ts";
import { publicVersion } from "../pins/versions.ts";
import { isLinksPage, isServed } from "../pins/wheel-servers.ts";
import type { Report, Rule } from "../rule.ts";
import { uniqueReports } from "./unique-reports.ts";

export const localVersionHasIndex: Rule = {
  code: "MIA109",
  id: "local-version-has-index",
  description:
    "A version with a label, such as torch==1.9.1+cu111, comes with the index or the page of links that has it.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    yield* uniqueReports(momentsOf(image).map((moment) => judge(image, moment)));
  },
};

const indexOptions = new Set(["--index-url", "--extra-index-url", "--index", "--default-index"]);

function judge(image: Image, { installs, before }: Moment): Report | undefined {
  const missing = installs.filter((install) => isMissing(install, before));
  const [options] = installs.map((install) => install.options);
  const page = options?.uses.find(({ name, value }) => indexOptions.has(name) && isLinksPage(value));
  if (page && options && !options.noIndex) return wrongOption(image, page, missing, installs);
  return missing.length > 0 ? noIndex(image, missing, before) : undefined;
}

function labelOf(install: Install): string | undefined {
  return /\+(cu\d{2,3}|cpu)$/.exec(pinOf(install) ?? "")?.[1];
}

function isMissing(install: Install, before: Environment): boolean {
  const { requirement, options, tool, applies, command } = install;
  const label = labelOf(install);
  if (label === undefined || requirement.source !== "index" || tool === "conda" || command.name === "mim")
    return false;
  if (applies !== true || !options.complete || mayBeConfigured(install)) return false;
  return isThere(install, before) !== true && !isServed(install, label);
}

/** A secret or a file that only this RUN sees may be a pip.conf. */
function mayBeConfigured({ step }: Install): boolean {
  const { flags } = step.instruction.trigger ?? step.instruction;
  return flags.some(
    ({ name, value = "" }) =>
      name === "mount" &&
      /type=secret|pip\.conf|\/\.?pip\/?(?:,|$)/.test(value) &&
      !value.includes("type=cache"),
  );
}

/** Nobody knows what a base image brings that is not known: it may have that very version. */
function severityOf(install: Install, before: Environment): "error" | "warning" | "info" {
  const fromBase = torchOf(before)?.from === "base";
  const known =
    before.complete || isThere(install, before) === false || (fromBase && packageName(install) !== "torch");
  if (!known) return "info";
  return install.applies === true && !install.command.conditional ? "error" : "warning";
}

function noIndex(image: Image, missing: Install[], before: Environment): Report {
  const [first, ...others] = missing as [Install, ...Install[]];
  const pin = pinOf(first) ?? "";
  const label = labelOf(first) ?? "";
  const where = serverOf(packageName(first), pin, label);
  const urls = first.options.uses
    .filter(({ name }) => indexOptions.has(name) || name === "--find-links")
    .map(({ value }) => value);
  // An index for another CUDA: whether the label or the index is wrong, nobody but the author knows.
  const other = urls.find((url) => /^https?:\/\/download\.pytorch\.org\/whl\/(?:cu\d|cpu)/.test(url));
  const command = image.at(first.command.position, "the command that installs it");
  const places = urls.length > 0 ? `, nor at ${urls.slice(0, 3).join(" or ").slice(0, 500)}` : "";
  const add =
    where === undefined ? "Name the index that has it." : `Add \`${where}\` to the command or the file.`;
  return {
    message: `${packageName(first)} ${pin} is not on PyPI${places}: pip finds no version with the label ${label}`,
    remedy:
      other === undefined
        ? add
        : `Make the label and the index agree: ${label} is at https://download.pytorch.org/whl/${label}.`,
    locations: [
      first.location,
      ...(first.from === "file" ? [command] : []),
      ...others.map(({ location }) => location),
    ],
    severity: severityOf(first, before),
    ...(where && other === undefined
      ? fixOf(`Add ${where}`.slice(0, 200), "safe", optionBeside(image, first, where))
      : {}),
  };
}

/**
 * What was built for torch 1.11 or later is in an index for each CUDA, for 1.10.1 on a page of links for each CUDA, and what is
 * older on one page; that 1.10.2 goes with 1.10.1 is inferred. Source: pytorch.org's "Previous PyTorch Versions", that is
 * _get_started/previous-versions.md of pytorch/pytorch.github.io at 04862e37, read 2026-11-24.
 */
const servers: Record<string, { ownPage: string; ownIndex: string }> = {
  torch: { ownPage: "1.10.1", ownIndex: "1.11" },
  torchvision: { ownPage: "0.11.2", ownIndex: "0.12" },
  torchaudio: { ownPage: "0.10.1", ownIndex: "0.11" },
};

function serverOf(name: string, pin: string, label: string): string | undefined {
  const since = rowOf(servers, name);
  if (since === undefined) return undefined;
  const isFrom = (first: string): boolean => (compareVersions(publicVersion(pin), first) ?? 0) >= 0;
  if (isFrom(since.ownIndex)) return `--extra-index-url https://download.pytorch.org/whl/${label}`;
  const folder = isFrom(since.ownPage) ? `${label}/` : "";
  return `--find-links https://download.pytorch.org/whl/${folder}torch_stable.html`;
}

function optionBeside(
  image: Image,
  { from, location, requirement, command }: Install,
  option: string,
): Edit | undefined {
  if (from === "file") return insertLineAbove({ path: location.file }, location.line, option);
  const word = command.words.find(
    ({ position }) =>
      position.line === location.line &&
      position.column <= (location.column ?? 0) &&
      position.column + 2 > (location.column ?? 0),
  );
  if (word?.end === undefined || !requirement.exact) return undefined;
  return insertAt({ path: image.source.dockerfile.path }, word.end, ` ${option}`);
}

function wrongOption(
  image: Image,
  page: OptionUse,
  missing: Install[],
  installs: readonly Install[],
): Report | undefined {
  const [command] = installs;
  const place = page.location ?? (command && image.at(command.command.position));
  if (place === undefined) return undefined;
  const others = missing
    .map(({ location }) => location)
    .filter(({ file, line }) => file !== place.file || line !== place.line);
  const effect =
    missing.length > 0 ? `pip does not find ${missing.map(spelt).join(", ")}` : "pip takes nothing from it";
  return {
    message: `torch_stable.html is a page of links and no index: with ${page.name} ${effect}`,
    remedy: "Give it to --find-links (-f).",
    locations: [{ ...place, note: `${page.name} ${page.value}`.slice(0, 1000) }, ...others],
    ...(missing.length > 0 ? {} : { severity: "warning" as const }),
    ...(page.location
      ? fixOf("Give it to --find-links", "safe", optionNameEdit(image, page, page.location))
      : {}),
  };
}

function spelt(install: Install): string {
  return `${packageName(install)} ${pinOf(install)}`;
}

/** The option's name, which stands before its value on the same line. */
function optionNameEdit(image: Image, { value }: OptionUse, location: Location): Edit | undefined {
  const line = fileOf(image, location.file)?.lines[location.line - 1] ?? "";
  const at = line.indexOf(value, (location.column ?? 1) - 1);
  const before =
    at < 0 || line.length > 4096
      ? null
      : /(?:--index-url|--extra-index-url|-i)(?=(?:=|\s+)["']?$)/.exec(line.slice(0, at));
  if (before === null) return undefined;
  const column = before.index + 1;
  const end = column + before[0].length;
  return replaceSpan(
    { file: location.file, line: location.line, column, endLine: location.line, endColumn: end },
    "--find-links",
  );
}
