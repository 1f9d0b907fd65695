import type { Image } from "../image.ts";
import { torchOf } from "../pins/environment.ts";
import type { Expectation } from "../pins/mmcv-expectation.ts";
import type { MmcvIndex } from "../pins/mmcv-index.ts";
import type { IndexUser, Place } from "../pins/mmcv-places.ts";
import { timelineOf } from "../pins/timeline.ts";
import { agree, cudaOfLabel, minorVersion } from "../pins/versions.ts";
import type { Report } from "../rule.ts";

/**
 * The policy's index, asked of the images that it is for. `error` where the image ends with that index's torch and CUDA, `warning`
 * where nobody knows what it has, `info` where it has another torch or CUDA: there the policy's index would be the wrong one.
 */
export function* ofPolicy(
  image: Image,
  { index, location }: Place,
  expected: Expectation | undefined,
  user: IndexUser | undefined,
): Generator<Report> {
  const { name, mmcvIndex } = image.policy;
  if (mmcvIndex === undefined || isAsked(index, mmcvIndex)) return;
  const severity = weight(image, mmcvIndex, expected, user);
  yield {
    message: `the MMCV index is ${index.label}/torch${index.torch}, and the policy ${name} asks for ${mmcvIndex}`,
    remedy:
      severity === "info"
        ? `Nothing where the image's torch and CUDA are meant; else build it on those of ${mmcvIndex}.`
        : `Use https://download.openmmlab.com/mmcv/dist/${mmcvIndex}/index.html.`,
    locations: [location, ...(expected?.locations ?? [])],
    severity,
  };
}

/** `cu111/torch1.9`: every torch1.9.x is meant. */
function isAsked({ label, torch }: MmcvIndex, asked: string): boolean {
  const [wanted = "", version = ""] = asked.split("/torch");
  return label === wanted && minorVersion(torch) === minorVersion(version);
}

function weight(
  image: Image,
  asked: string,
  expected: Expectation | undefined,
  user: IndexUser | undefined,
): "error" | "warning" | "info" {
  const [label = "", version = ""] = asked.split("/torch");
  const cudaAsked = cudaOfLabel(label);
  const isCuda = (cuda: string): boolean => cudaAsked !== undefined && agree(cudaAsked, cuda);
  const isTorch = (torch: string): boolean => minorVersion(torch) === minorVersion(version);
  // A later command may bring the torch of the policy's index: then that is the one MMCV has to go with.
  const last = user && torchOf(timelineOf(image, user.command.step.stage).end);
  if (last?.sure && last.cuda !== undefined && isTorch(last.version) && isCuda(last.cuda)) return "error";
  const cuda = expected?.cuda ?? user?.after.cuda?.value;
  const isOther =
    (cuda !== undefined && !isCuda(cuda)) || (expected?.torch !== undefined && !isTorch(expected.torch));
  return isOther ? "info" : "warning";
}
