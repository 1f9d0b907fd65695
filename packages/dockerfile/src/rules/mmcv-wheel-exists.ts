import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import type { TorchBuild } from "../knowledge/fitting-versions.ts";
import { mmcvWheel, publishedFor } from "../knowledge/mmcv-wheels.ts";
import { type Environment, noted, torchOf } from "../pins/environment.ts";
import { fittingWords } from "../pins/fitting-words.ts";
import type { Install } from "../pins/installs.ts";
import { mmcvIndexesOf } from "../pins/mmcv-index.ts";
import { compilesOnPurpose, type MmcvUse, mmcvUse } from "../pins/mmcv-use.ts";
import { buildVersions } from "../pins/named-versions.ts";
import { momentsOf } from "../pins/timeline.ts";
import { labelOfCuda, minorVersion, publicVersion } from "../pins/versions.ts";
import type { Report, Rule } from "../rule.ts";

export const mmcvWheelExists: Rule = {
  code: "MIA105",
  id: "mmcv-wheel-exists",
  description: "The version of MMCV that is installed from a wheel index was published there.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const seen = new Set<string>();
    for (const { installs, before } of momentsOf(image)) {
      for (const install of installs) {
        const report = judge(image, install, before);
        const [place] = report?.locations ?? [];
        const key = `${place?.file}:${place?.line}:${report?.message}`;
        // One file may be installed by several stages.
        if (report === undefined || seen.has(key)) continue;
        seen.add(key);
        yield report;
      }
    }
  },
};

function judge(image: Image, install: Install, before: Environment): Report | undefined {
  const use = mmcvUse(install, before);
  const { name, version } = use ?? {};
  if (use === undefined || name === undefined || version === undefined) return undefined;
  if (install.applies !== true || compilesOnPurpose(install)) return undefined;
  const named = mmcvIndexesOf(install.options);
  // mim looks for the index of the torch that is there.
  if (named.length === 0)
    return install.command.name === "mim" ? byTorch(image, { ...use, version }, before) : undefined;
  if (otherSources(install)) return undefined;
  const missing = named.filter(
    ({ index }) =>
      mmcvWheel({ name, version, cuda: index.label, torch: minorVersion(index.torch) }) === "absent",
  );
  const [first] = missing;
  if (first === undefined || missing.length < named.length) return undefined;
  const { label, torch } = first.index;
  const at = first.use.location ? [noted({ location: first.use.location }, "the index")] : [];
  const build = { cuda: label, torch: minorVersion(torch) };
  return absent(image, { ...use, version }, build, at, use.compiles ? "slow" : "broken");
}

type PinnedUse = MmcvUse & { version: string };

function byTorch(image: Image, use: PinnedUse, before: Environment): Report | undefined {
  const torch = torchOf(before);
  if (!torch?.sure || torch.cuda === undefined) return undefined;
  const build = { cuda: labelOfCuda(torch.cuda), torch: minorVersion(torch.version) };
  if (mmcvWheel({ name: use.name, version: use.version, ...build }) !== "absent") return undefined;
  const at = noted(torch, `torch ${publicVersion(torch.version)} for CUDA ${torch.cuda}`);
  return absent(image, use, build, [at], "slow");
}

function absent(
  image: Image,
  { name, version, install }: PinnedUse,
  { cuda, torch }: TorchBuild,
  others: Location[],
  effect: "slow" | "broken",
): Report {
  const builds = publishedFor(version, name).filter((build) => build.cuda !== "cpu");
  const published = builds.map((build) => `${build.cuda} for torch ${build.torch.join(", ")}`).join("; ");
  const versions = buildVersions(image, install.step.stage);
  const [here, anywhere] = [fittingWords(versions, { build: true }), fittingWords(versions)];
  const words = [...new Set([here, anywhere])].filter((one) => one !== undefined);
  const instead =
    words.length > 0 ? `Take ${words.join(", or ")}` : "Take a torch and CUDA that it is published for";
  return {
    message: `${name} ${version} has no wheel for torch ${torch} and ${cuda}: pip takes the source and compiles for up to an hour${effect === "slow" ? "" : ", without FORCE_CUDA=1 and nvcc a version that has no CUDA operators"}. Published: ${published}`,
    remedy: `${instead}, or compile it on purpose: MMCV_WITH_OPS=1 and --no-binary ${name}.`,
    locations: [install.location, ...others],
    ...(effect === "slow" ? { severity: "warning" as const } : {}),
  };
}

/** A page or folder of wheels that may have what the index has not. */
function otherSources({ options }: Install): boolean {
  const known = /\/mmcv\/dist\/|^https:\/\/(?:download\.pytorch\.org|pypi\.org|data\.pyg\.org)\//;
  return options.findLinks.some((url) => !known.test(url));
}
