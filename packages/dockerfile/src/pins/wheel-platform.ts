import type { Image } from "../image.ts";
import { rowOf } from "../knowledge/row-of.ts";
import { chainOf, rootOf, type Stage } from "../stages/stage.ts";
import { baseFacts } from "./base-facts.ts";
import { parseReference, sourceName } from "./image-reference.ts";

/**
 * glibc of the distributions that GPU images build on; a wheel tagged manylinux_2_N runs where glibc is 2.N or newer (PEP 600).
 * Which release has which glibc is general knowledge, not checked at a source.
 */
const glibcMinor: Record<string, string> = {
  "ubuntu16.04": "23",
  "ubuntu18.04": "27",
  "ubuntu20.04": "31",
  "ubuntu22.04": "35",
  "ubuntu24.04": "39",
  debian10: "28",
  debian11: "31",
  debian12: "36",
  debian13: "41",
};

/** What an unknown base is taken for: pip older than 2021 knows no newer tag. */
const leastMinor = "17";

/** The newest wheel tag that pip takes in the image, after the system its last stage starts from. */
export function wheelPlatform({ stages }: Pick<Image, "stages">): string {
  return platformOf(minorOf(stages.at(-1)));
}

/** Why nobody can say which files pip takes in a stage; undefined where `platform` is what its system takes. */
export function platformDoubt(stage: Stage | undefined, platform: string): string | undefined {
  if (stage === undefined) return "there is no stage that could take it";
  const other = chainOf(stage).flatMap(({ from }) => from.flags.filter(isOtherPlatform));
  if (other[0])
    return `it is built for ${(other[0].value ?? "").slice(0, 60)}, whose files are not asked for`;
  const { reference } = rootOf(stage).base;
  if (reference !== undefined && isMusl(reference))
    return "the base is built on musl: its pip takes files for musl, which are not asked for";
  const minor = minorOf(stage);
  if (minor === undefined) return "the system of the base is not known, and it decides which file pip takes";
  return platformOf(minor) === platform
    ? undefined
    : "it is installed on another system than that of the image";
}

function minorOf(stage: Stage | undefined): string | undefined {
  const reference = stage && rootOf(stage).base.reference;
  const os = reference === undefined ? undefined : baseFacts(reference)?.os;
  return os === undefined ? undefined : rowOf(glibcMinor, os);
}

function platformOf(minor: string | undefined): string {
  return `manylinux_2_${minor ?? leastMinor}_x86_64`;
}

/** `--platform=$TARGETPLATFORM` says what holds without it. */
function isOtherPlatform({ name, value }: { name: string; value: string | undefined }): boolean {
  if (name !== "platform" || value === undefined) return false;
  return !/^(?:(?:linux\/)?(?:amd64|x86_64|x86-64)(?:\/v\d)?|\$TARGETPLATFORM|\$\{TARGETPLATFORM\})$/i.test(
    value,
  );
}

function isMusl(reference: string): boolean {
  const { tag = "" } = parseReference(reference);
  return /(?:^|[/_.-])(?:alpine|musl)/.test(sourceName(reference)) || /(?:^|[-_.])(?:alpine|musl)/.test(tag);
}
