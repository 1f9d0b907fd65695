import { csvRecord } from "./build-csv.ts";
import { compressionFields } from "./build-outputs.ts";
import type { BuildRequest, Compression } from "./build-request.ts";
import { repositoryOfTag } from "./build-tags.ts";

/** Level 3 packs about half as fast as level 1 and clearly tighter; above it, time grows faster than size shrinks. */
const cacheCompression: Compression = { type: "zstd", level: 3 };

/** Where the cache of a model lies beside its image: the same repository, so that no second one has to exist. */
export function cacheReference(tag: string, slug: string): string {
  return `${repositoryOfTag(tag)}:cache-${slug}`;
}

/** Values of `--cache-from` and `--cache-to`, the typed cache's first. */
export function cacheValues(request: BuildRequest): { from: string[]; to: string[] } {
  const typed = typedValues(request);
  return {
    from: [...typed.from, ...(request.cacheFrom ?? [])],
    to: [...typed.to, ...(request.cacheTo ?? [])],
  };
}

export function cacheArguments(request: BuildRequest): string[] {
  const { from, to } = cacheValues(request);
  return [
    ...from.flatMap((value) => ["--cache-from", value]),
    ...to.flatMap((value) => ["--cache-to", value]),
  ];
}

/**
 * All stages are kept (`mode=max`), not only the last. `ignore-error` because a cache that could not be written is no reason
 * to lose an image that was pushed. The packing is the image's own where it has one: BuildKit packs each layer once more
 * where the two differ.
 */
function typedValues({ cache, compression }: BuildRequest): { from: string[]; to: string[] } {
  if (cache === undefined || cache.mode === "off") return { from: [], to: [] };
  const kept = [["mode", "max"]] as const;
  const packed = [
    ["oci-mediatypes", "true"],
    // ECR and Harbor refuse the cache as an index; the default only since BuildKit 0.21.
    ["image-manifest", "true"],
    ...compressionFields({ ...(compression ?? cacheCompression), force: false }),
  ] as const;
  const careful = [["ignore-error", "true"]] as const;
  switch (cache.mode) {
    case "registry":
      return {
        from: [cache.ref, ...(cache.from ?? [])].map((ref) =>
          csvRecord([
            ["type", "registry"],
            ["ref", ref],
          ]),
        ),
        to: cache.write
          ? [csvRecord([["type", "registry"], ["ref", cache.ref], ...kept, ...packed, ...careful])]
          : [],
      };
    case "gha":
      return {
        from: [cache.scope, ...(cache.from ?? [])].map((scope) =>
          csvRecord([
            ["type", "gha"],
            ["scope", scope],
          ]),
        ),
        to: cache.write ? [csvRecord([["type", "gha"], ["scope", cache.scope], ...kept, ...careful])] : [],
      };
    case "local":
      return {
        from: [
          csvRecord([
            ["type", "local"],
            ["src", cache.folder],
          ]),
        ],
        to: cache.write
          ? [csvRecord([["type", "local"], ["dest", cache.folder], ...kept, ...packed, ...careful])]
          : [],
      };
  }
}
