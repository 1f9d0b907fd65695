import { type Host, StepFailure } from "@mia/action-kit";
import { isReplacedName, labelNames } from "@mia/container";
import * as z from "zod";

/** What the engine says of the image that was loaded. */
export interface BuiltImage {
  /** Bytes it takes. */
  sizeBytes: number;
  /** `name@sha256:...`, by which the engine finds the image; none with the classic image store. */
  references: string[];
  platform: string | null;
  /** The part that a stand-in somewhere below it stands in for; null where no label says so. */
  standIn: string | null;
}

const Facts = z.object({
  references: z.array(z.string().max(1000)).max(1000).nullish(),
  platform: z.string().max(200).nullish(),
});
const Answer = z.tuple([z.number().int().nonnegative()], z.union([z.string(), Facts]));
// The size, what else is known, and the label where there is one: an empty label counts too.
const format = `[{{json .Size}},{"references":{{json .RepoDigests}},"platform":"{{.Os}}/{{.Architecture}}"}{{range $name, $value := .Config.Labels}}{{if eq $name "${labelNames.standIn}"}},{{json $value}}{{end}}{{end}}]`;

/**
 * Size, digests and stand-in label of a loaded image, in one process; null where the engine gives no usable answer. Throws
 * `image-missing`.
 */
export async function inspectBuilt(host: Host, tag: string): Promise<BuiltImage | null> {
  const { code, stdout, stderr } = await host.exec("docker", ["image", "inspect", "--format", format, tag], {
    deadlineMs: 30_000,
    maxBytes: 256 * 1024,
  });
  if (code !== 0 && /no such image/i.test(stderr)) {
    throw new StepFailure({
      code: "image-missing",
      message: `the build ended well, but the engine has no image ${tag}`,
      remedy:
        "The builder loads into another engine than docker runs on; check builder, DOCKER_HOST and the docker context.",
    });
  }
  const built = code === 0 ? answerOf(stdout) : undefined;
  if (built) return built;
  host.log.warn(
    `the size of ${tag} is not known, nor whether it was built on a stand-in: docker image inspect gave no usable answer`,
  );
  return null;
}

function answerOf(stdout: string): BuiltImage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(stdout);
  } catch {
    return undefined;
  }
  const answer = Answer.safeParse(value);
  if (!answer.success) return undefined;
  const [sizeBytes, ...rest] = answer.data;
  const label = rest.find((one) => typeof one === "string");
  const facts = rest.find((one) => typeof one === "object");
  return {
    sizeBytes,
    references: facts?.references ?? [],
    platform: facts?.platform ?? null,
    standIn: label === undefined ? null : nameOf(label),
  };
}

/** The label is whatever the base image says: only what looks like a name is repeated. */
function nameOf(label: string): string {
  return isReplacedName(label) ? label : "base";
}
