import { type Host, StepFailure } from "@mia/action-kit";

/** Bytes the engine says a loaded image takes; null where it gives no number. Throws `image-missing`. */
export async function imageSize(host: Host, tag: string): Promise<number | null> {
  const inspect = ["image", "inspect", "--format", "{{json .Size}}", tag];
  const { code, stdout, stderr } = await host.exec("docker", inspect, {
    deadlineMs: 30_000,
    maxBytes: 64 * 1024,
  });
  if (code !== 0 && /no such image/i.test(stderr)) {
    throw new StepFailure({
      code: "image-missing",
      message: `the build ended well, but the engine has no image ${tag}`,
      remedy:
        "The builder loads into another engine than docker runs on; check builder, DOCKER_HOST and the docker context.",
    });
  }
  const size = Number(stdout.trim() || Number.NaN);
  if (code === 0 && Number.isSafeInteger(size) && size >= 0) return size;
  host.log.warn(`the size of ${tag} is not known: docker image inspect gave no number`);
  return null;
}
