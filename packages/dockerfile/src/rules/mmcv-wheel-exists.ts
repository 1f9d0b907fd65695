import type { Location } from "@mia/step-result";
import { mmcvVersionsFor, mmcvWheel, publishedFor } from "../knowledge/mmcv-wheels.ts";
import { type Environment, noted, torchOf } from "../pins/environment.ts";
import type { Install } from "../pins/installs.ts";
import { mmcvIndexesOf } from "../pins/mmcv-index.ts";
import { isThere, pinOf } from "../pins/packages.ts";
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
        if (install.name !== "mmcv" && install.name !== "mmcv-full") continue;
        const report = judge({ ...install, name: install.name }, before);
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

type MmcvInstall = Install & { name: "mmcv" | "mmcv-full" };

function judge(install: MmcvInstall, before: Environment): Report | undefined {
  const { name, applies, command } = install;
  const version = pinOf(install);
  if (version === undefined || applies !== true || compilesOnPurpose(install)) return undefined;
  if (isThere(install, before) === true) return undefined;
  const named = mmcvIndexesOf(install.options);
  // mim looks for the index of the torch that is there.
  if (named.length === 0) return command.name === "mim" ? byTorch(install, version, before) : undefined;
  if (otherSources(install)) return undefined;
  const missing = named.filter(
    ({ index }) =>
      mmcvWheel({ name, version, cuda: index.label, torch: minorVersion(index.torch) }) === "absent",
  );
  const [first] = missing;
  if (first === undefined || missing.length < named.length) return undefined;
  const { label, torch } = first.index;
  const at = first.use.location ? [noted({ location: first.use.location }, "the index")] : [];
  const compiles = install.step.variables("FORCE_CUDA") === "1" && before.flavor?.value === "devel";
  return absent(install, version, label, minorVersion(torch), at, compiles ? "slow" : "broken");
}

function byTorch(install: MmcvInstall, version: string, before: Environment): Report | undefined {
  const torch = torchOf(before);
  if (!torch?.sure || torch.cuda === undefined) return undefined;
  const wheel = {
    name: install.name,
    version,
    cuda: labelOfCuda(torch.cuda),
    torch: minorVersion(torch.version),
  };
  if (mmcvWheel(wheel) !== "absent") return undefined;
  const at = noted(torch, `torch ${publicVersion(torch.version)} for CUDA ${torch.cuda}`);
  return absent(install, version, wheel.cuda, wheel.torch, [at], "slow");
}

function absent(
  { name, location }: MmcvInstall,
  version: string,
  label: string,
  torch: string,
  others: Location[],
  effect: "slow" | "broken",
): Report {
  const builds = publishedFor(version, name).filter(({ cuda }) => cuda !== "cpu");
  const published = builds.map((build) => `${build.cuda} for torch ${build.torch.join(", ")}`).join("; ");
  const fitting = mmcvVersionsFor(name, label, torch);
  const instead =
    fitting.length > 0
      ? `Pin one that is there for this torch and CUDA (${range(fitting)})`
      : "Choose a torch and CUDA that it is published for";
  return {
    message: `${name} ${version} has no wheel for torch ${torch} and ${label}: pip takes the source and compiles for up to an hour${effect === "slow" ? "" : ", without FORCE_CUDA=1 and nvcc a version that has no CUDA operators"}. Published: ${published}`,
    remedy: `${instead}, or compile it on purpose: MMCV_WITH_OPS=1 and --no-binary ${name}.`,
    locations: [location, ...others],
    ...(effect === "slow" ? { severity: "warning" as const } : {}),
  };
}

function range(versions: string[]): string {
  const [first = ""] = versions;
  return versions.length > 4 ? `${first} to ${versions.at(-1)}` : versions.join(", ");
}

function compilesOnPurpose({ name, options, step, requirement }: Install): boolean {
  if (requirement.source !== "index") return true;
  if (options.noBinary.some((one) => one === ":all:" || one === name)) return true;
  const { variables, instruction } = step;
  return variables("MMCV_WITH_OPS") !== null || instruction.body.text.includes("MMCV_WITH_OPS");
}

/** A page or folder of wheels that may have what the index has not. */
function otherSources({ options }: Install): boolean {
  const known = /\/mmcv\/dist\/|^https:\/\/(?:download\.pytorch\.org|pypi\.org|data\.pyg\.org)\//;
  return options.findLinks.some((url) => !known.test(url));
}
