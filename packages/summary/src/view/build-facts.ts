import type { BuildCache, BuildResult } from "@mia/step-result";
import { changeOfBytes, shareOf } from "../text/change.ts";
import { names } from "../text/names.ts";
import { count, plural, size, unknown } from "../text/units.ts";
import { lockStateFact } from "./lock-facts.ts";
import type { Fact } from "./view.ts";

export function buildFacts(record: BuildResult): Fact[] {
  const { folder, target, tags, platform, cache, reproducible, lock } = record;
  return [
    { label: "Folder", value: folder, isCode: true },
    { label: "Target", value: target, isCode: true },
    ...(platform == null ? [] : [{ label: "Platform", value: platform, isCode: true }]),
    ...tags.slice(0, 5).map((tag) => ({ label: "Tag", value: tag, isCode: true })),
    ...provenFacts(record),
    ...digestFacts(record),
    ...sizeFacts(record),
    { label: "Sent to the builder", value: size(record.transferredBytes) },
    { label: "Base layers fetched", value: size(record.pulledBytes) },
    { label: "Build steps", value: stepsText(record) },
    ...(cache ? [{ label: "Cache", value: cacheText(cache) }] : []),
    ...(reproducible === undefined
      ? []
      : [{ label: "Reproducible mode", value: reproducible ? "on" : "off" }]),
    ...(lock ? [lockStateFact(lock)] : []),
    { label: "Pushed", value: record.pushed ? "yes" : "no" },
    { label: "Builder", value: record.builder ?? unknown },
  ];
}

/** The step did nothing, and this is why nothing is missing. */
function provenFacts({ status, provenBy, contentKey }: BuildResult): Fact[] {
  const key = contentKey === undefined ? [] : [{ label: "Content key", value: contentKey, isCode: true }];
  if (provenBy === undefined) return key;
  const why =
    status === "skipped"
      ? "the registry already holds an image made of the same things, under the digest below"
      : "the registry held an image made of the same things, under the digest below";
  return [
    { label: "Skipped, since proven", value: why },
    { label: "Proven by", value: provenBy, isCode: true },
    ...key,
  ];
}

/** Three digests name one image: that of an index, where there is one, that of its manifest, that of its configuration. */
function digestFacts({ digest, imageDigest, configDigest, imageRef }: BuildResult): Fact[] {
  const code = (label: string, value: string | null | undefined): Fact[] =>
    value == null ? [] : [{ label, value, isCode: true }];
  const ref = imageRef == null ? [] : [{ label: "Run it as", value: imageRef, isCode: true, isCopied: true }];
  const configuration = code("Configuration", configDigest);
  if (digest === null)
    return [
      { label: "Digest", value: "none: nothing was exported" },
      ...code("Manifest digest", imageDigest),
      ...configuration,
      ...ref,
    ];
  // A record that does not tell index from manifest says digest, and so does this line.
  if (imageDigest == null) return [...code("Digest", digest), ...configuration, ...ref];
  const isIndex = imageDigest !== digest;
  return [
    ...(isIndex ? code("Index digest", digest) : []),
    ...code("Manifest digest", imageDigest),
    ...configuration,
    ...ref,
  ];
}

function sizeFacts({ sizeBytes, sizes }: BuildResult): Fact[] {
  const own = { label: "Image size", value: size(sizeBytes) };
  if (!sizes) return [own];
  const { compressedBytes, layers, previous } = sizes;
  const compressed = `${size(compressedBytes)} in ${plural(layers.length, "layer")}`;
  const facts: Fact[] = [own, { label: "Compressed size", value: compressed }];
  if (!previous) return facts;
  const change = changeOfBytes(previous.compressedBytes, compressedBytes);
  const than = change === "the same size" ? "as" : "than";
  const value = `${change} ${than} ${previous.ref} (${previous.digest.slice(0, 19)})`;
  return [...facts, { label: "Size change", value }];
}

function stepsText({ steps, phases, cache }: BuildResult): string {
  if (!steps) return unknown;
  const isMeasured = phases !== undefined || cache !== undefined;
  const share = isMeasured && steps.total > 0 ? ` (${shareOf(steps.cached, steps.total)})` : "";
  return `${count(steps.total)}, ${count(steps.cached)} from cache${share}`;
}

function cacheText({ mode, from, to, written }: BuildCache): string {
  if (mode === "off") return "off";
  const parts = [
    mode,
    from.length > 0 ? `read from ${names(from, 3)}` : "",
    to.length > 0 && written === true ? `written to ${names(to, 3)}` : "",
    to.length > 0 && written === null ? `whether ${names(to, 3)} was written is not known` : "",
    written === false ? "not written" : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}
