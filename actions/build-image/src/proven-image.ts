import type { Host } from "@mia/action-kit";
import { labelNames } from "@mia/container";
import { Digest } from "@mia/step-result";
import * as z from "zod";
import { contentKeyLabel } from "./content-key.ts";
import { withoutTag } from "./registry-image.ts";

/** An image that a registry already holds and that is made of exactly what would be built. */
export interface ProvenImage {
  digest: string;
  /** Null where the name stands for images of several platforms. */
  imageDigest: string | null;
}

/** A registry that does not answer must not keep a build waiting for long. */
const deadlineMs = 8000;
const graceMs = 1000;
const format = '{"manifest":{{json .Manifest}},"image":{{json .Image}}}';

const Labels = z.record(z.string(), z.string().max(10_000));
const Config = z.looseObject({ config: z.looseObject({ Labels: Labels.nullish() }).nullish() });
const Answer = z.object({
  manifest: z.looseObject({
    digest: Digest,
    manifests: z
      .array(
        z.looseObject({
          digest: Digest,
          platform: z.looseObject({ os: z.string().max(50) }).nullish(),
        }),
      )
      .max(1000)
      .nullish(),
  }),
  image: z.record(z.string(), z.unknown()),
});

export type RegistryAnswer = { proven: ProvenImage } | { why: string };

/** Asks for an image by name and looks for the key in it: one process. `why` says what it proves not, for the log. */
export async function provenImage(host: Host, reference: string, key: string): Promise<RegistryAnswer> {
  const { code, stdout } = await host.exec(
    "docker",
    ["buildx", "imagetools", "inspect", "--format", format, reference],
    { deadlineMs, graceMs, maxBytes: 4 * 1024 * 1024 },
  );
  if (code !== 0) return { why: `${reference} is not in the registry, or the registry does not answer` };
  return provenBy(stdout, reference, key);
}

/**
 * What an answer proves. Each platform's image must carry the key, say that it is real and that nothing was replaced, and come from no
 * stand-in: what stands in for something is never a reason not to build.
 */
export function provenBy(answer: string, reference: string, key: string): RegistryAnswer {
  let value: unknown;
  try {
    value = JSON.parse(answer);
  } catch {
    return { why: `the answer about ${reference} is no JSON` };
  }
  const parsed = Answer.safeParse(value);
  if (!parsed.success) return { why: `the answer about ${reference} names no image` };
  const { manifest, image } = parsed.data;
  const configs = configsOf(image);
  if (configs.length === 0) return { why: `the answer about ${reference} has no configuration` };
  for (const labels of configs) {
    if (labels[contentKeyLabel] === undefined) return { why: `${reference} has no content key` };
    if (labels[contentKeyLabel] !== key) return { why: `${reference} was made of something else` };
    if (
      labels[labelNames.evidence] !== "real" ||
      labels[labelNames.replacedContexts] !== "" ||
      labels[labelNames.standIn] !== undefined
    )
      return { why: `${reference} is a stand-in` };
  }
  const images = (manifest.manifests ?? []).filter(({ platform }) => platform?.os !== "unknown");
  const only = images.length === 1 ? (images[0]?.digest ?? null) : null;
  return {
    proven: { digest: manifest.digest, imageDigest: manifest.manifests ? only : manifest.digest },
  };
}

/** One configuration, or one for each platform under its name. */
function configsOf(image: Record<string, unknown>): Record<string, string>[] {
  const isOne = "config" in image || "rootfs" in image;
  const all = isOne ? [image] : Object.values(image);
  const read = all.map((one) => Config.safeParse(one));
  return read.every((one) => one.success) ? read.map((one) => one.data?.config?.Labels ?? {}) : [];
}

/** Gives an image that is there the names it shall have: a process, and only where one is missing. False where that failed. */
export async function nameProven(
  host: Host,
  reference: string,
  proven: ProvenImage,
  tags: readonly string[],
): Promise<boolean> {
  const missing = tags.filter((tag) => tag !== reference);
  if (missing.length === 0) return true;
  const { code } = await host.exec(
    "docker",
    [
      ...["buildx", "imagetools", "create", "--prefer-index=false"],
      ...missing.flatMap((tag) => ["--tag", tag]),
      `${withoutTag(reference)}@${proven.digest}`,
    ],
    { deadlineMs: 60_000, maxBytes: 64 * 1024 },
  );
  return code === 0;
}
