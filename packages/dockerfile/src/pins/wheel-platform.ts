import type { Image } from "../image.ts";
import { rowOf } from "../knowledge/row-of.ts";
import { baseFacts } from "./base-facts.ts";

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
  let stage = stages.at(-1);
  while (stage?.parent) stage = stage.parent;
  const os = stage?.base.reference === undefined ? undefined : baseFacts(stage.base.reference)?.os;
  return `manylinux_2_${(os && rowOf(glibcMinor, os)) ?? leastMinor}_x86_64`;
}
