import { type Host, StepFailure } from "@mia/action-kit";
import { type BuildMetadata, maxBuildMetadataBytes, parseBuildMetadata } from "@mia/container";

/** What buildx wrote about the image. A build that says nothing of what it built has not succeeded, whatever its exit code. */
export async function readMetadata(host: Host, file: string, maySayNothing: boolean): Promise<BuildMetadata> {
  const problem = (what: string): StepFailure =>
    new StepFailure({
      code: "build-failed",
      message: `docker buildx build ended with exit code 0, but ${what}`,
      remedy: "Check that the docker first on PATH is the real one, and that its buildx is not a wrapper.",
    });
  if (!(await host.files.exists(file))) throw problem("wrote no metadata about the image");
  const text = await host.files.read(file, { maxBytes: maxBuildMetadataBytes, followLinks: false });
  const parsed = parseBuildMetadata(text);
  if (!parsed.ok) throw problem(`its metadata cannot be used: ${parsed.problem}`);
  // A folder of files or a cache is no image and has no digest.
  if (!maySayNothing && parsed.metadata.digest === null && parsed.metadata.configDigest === null) {
    throw problem("its metadata names no image");
  }
  return parsed.metadata;
}
