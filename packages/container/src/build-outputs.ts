import { csvRecord } from "./build-csv.ts";
import { type BuildRequest, type Compression, loads } from "./build-request.ts";
import { repositoryOfTag } from "./build-tags.ts";

type Field = readonly [string, string];

/**
 * Options for names and outputs. Plain pushing and loading are `--push` and `--load`, which any reader knows; with
 * an attribute they are written out as exporters. Pushed by digest, a name has no tag, so the names stand in each exporter.
 */
export function outputArguments(request: BuildRequest): string[] {
  const byDigest = request.pushByDigest === true;
  const attributes = attributesOf(request);
  const load = loads(request);
  const outputs: string[] = [];
  if (request.push || byDigest) {
    if (!byDigest && attributes.length === 0) outputs.push("--push");
    else outputs.push("--output", csvRecord([["type", "image"], ...pushFields(request), ...attributes]));
  }
  if (load) {
    if (!byDigest && attributes.length === 0) outputs.push("--load");
    else {
      const named: Field[] = byDigest ? [["name", request.tags.join(",")]] : [];
      // The engine's own format: what is loaded is no OCI archive.
      const loaded = attributes.filter(([name]) => name !== "oci-mediatypes");
      outputs.push("--output", csvRecord([["type", "docker"], ...named, ...loaded]));
    }
  }
  return [
    ...(byDigest ? [] : request.tags.flatMap((tag) => ["--tag", tag])),
    ...outputs,
    ...(request.outputs ?? []).flatMap((output) => ["--output", output]),
  ];
}

function pushFields(request: BuildRequest): Field[] {
  if (!request.pushByDigest) return [["push", "true"]];
  const names = [...new Set(request.tags.map(repositoryOfTag))];
  return [
    ["name", names.join(",")],
    ["push-by-digest", "true"],
    ["name-canonical", "true"],
    ["push", "true"],
  ];
}

/**
 * What the exporters are told of the image's bytes. OCI media types are asked for by name: BuildKit changed its default
 * with 0.32, and digests with it; zstd and estargz exist in no other format.
 */
function attributesOf({ reproducible, compression }: BuildRequest): Field[] {
  const oci = reproducible !== undefined || compression?.type === "zstd" || compression?.type === "estargz";
  return [
    ...(oci ? [["oci-mediatypes", "true"] as const] : []),
    ...(reproducible ? [["rewrite-timestamp", "true"] as const] : []),
    ...(compression ? compressionFields(compression) : []),
  ];
}

export function compressionFields({ type, level, force }: Compression): Field[] {
  return [
    ["compression", type],
    ...(level === undefined ? [] : [["compression-level", String(level)] as const]),
    ...(force ? [["force-compression", "true"] as const] : []),
  ];
}
