import { fixOf } from "../fixes/edit.ts";
import { replaceInLine } from "../fixes/file-of.ts";
import type { Image } from "../image.ts";
import type { TorchBuild } from "../knowledge/fitting-versions.ts";
import { isBeyondTable, type Published } from "../knowledge/mmcv-wheels.ts";
import { fittingWords, mmcvIndexUrl } from "../pins/fitting-words.ts";
import {
  type Expectation,
  environmentExpectation,
  modelExpectation,
  wantedBuild,
} from "../pins/mmcv-expectation.ts";
import type { MmcvIndex } from "../pins/mmcv-index.ts";
import { type IndexUser, type Place, placesOf, usersOf } from "../pins/mmcv-places.ts";
import { takesWheel } from "../pins/mmcv-use.ts";
import { buildOf, type WantedWheel, wheelsIn, wheelsOf } from "../pins/mmcv-wanted.ts";
import { buildVersions } from "../pins/named-versions.ts";
import { agree, cudaOfLabel, labelOfCuda, minorVersion, publicVersion } from "../pins/versions.ts";
import type { Report, Rule } from "../rule.ts";
import { ofPolicy } from "./mmcv-index-of-policy.ts";

export const mmcvIndexMatchesCuda: Rule = {
  code: "MIA103",
  id: "mmcv-index-matches-cuda",
  description: "The MMCV wheel index is the one for the image's CUDA and PyTorch.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    const ofModel = modelExpectation(image);
    const users = usersOf(image);
    for (const place of placesOf(image)) {
      const user = users.get(place.command ?? place.index.url);
      const uses = user?.uses ?? [];
      // Whoever compiles, or takes the MMCV that has no operators, takes no wheel from any index.
      if (uses.length > 0 && !uses.some(takesWheel)) continue;
      const expected = ofModel ?? (user && environmentExpectation(user.after));
      const wrong = expected && differences(place.index, expected);
      const wheels = wheelsOf(image, uses);
      if (!expected || !wrong) yield* ofPolicy(image, place, expected, user);
      else if (!servesAllTheSame(place.index, expected, wheels))
        yield ofImage(image, place, wrong, expected, user, wheels);
    }
  },
};

/** What the index is for, and what the image has instead; undefined where they agree. */
function differences(
  { label, torch }: MmcvIndex,
  expected: Expectation,
): { says: string; has: string } | undefined {
  const says: string[] = [];
  const has: string[] = [];
  const cuda = cudaOfLabel(label);
  if (expected.cuda !== undefined && (cuda === undefined || !agree(cuda, expected.cuda))) {
    says.push(cuda === undefined ? "the CPU" : `CUDA ${cuda}`);
    has.push(`CUDA ${expected.cuda}`);
  }
  // Wheels are built for x.y.0 and serve every x.y.z, so only x.y counts.
  if (expected.torch !== undefined && minorVersion(torch) !== minorVersion(expected.torch)) {
    says.push(`torch ${minorVersion(torch)}`);
    has.push(`torch ${publicVersion(expected.torch)}`);
  }
  return says.length === 0 ? undefined : { says: says.join(" and "), has: has.join(" and ") };
}

const major = (version: string | undefined): string | undefined => version?.split(".")[0];

function isSameTorch({ torch }: MmcvIndex, expected: Expectation): boolean {
  return expected.torch !== undefined && minorVersion(torch) === minorVersion(expected.torch);
}

/** For the right torch, and a CUDA of the same major number: its libraries mostly serve. */
function isNear(index: MmcvIndex, expected: Expectation): boolean {
  return isSameTorch(index, expected) && major(cudaOfLabel(index.label)) === major(expected.cuda);
}

/** cu121 for a torch of CUDA 12.4: no wheel is published for 12.4, and what is built with 12.1 runs with it. */
function servesAllTheSame(index: MmcvIndex, expected: Expectation, wheels: readonly WantedWheel[]): boolean {
  const wanted = wantedBuild(expected);
  if (wanted === undefined || !isNear(index, expected)) return false;
  return wheelsIn(wanted, wheels) !== "published" && wheelsIn(buildOf(index), wheels) === "published";
}

function ofImage(
  image: Image,
  { index, location }: Place,
  { says, has }: { says: string; has: string },
  expected: Expectation,
  user: IndexUser | undefined,
  wheels: readonly WantedWheel[],
): Report {
  const wanted = wantedBuild(expected);
  const there = wheelsIn(buildOf(index), wheels);
  const isMild = !expected.sure || (image.model === undefined && mayServe(index, expected, user, there));
  const fitting = wanted && wheelsIn(wanted, wheels) === "published" ? wanted : undefined;
  const [from, to] = [`${index.label}/torch${index.torch}`, `${fitting?.cuda}/torch${fitting?.torch}.0`];
  // A wheel's own URL holds its version and Python besides.
  const isWhole = user?.uses.every(({ install }) => install.requirement.source === "index") ?? true;
  return {
    message: `the MMCV index ${from} is for ${says}, the image has ${has}: ${effectOf(index, there, isMild, wheels)}`,
    remedy: fitting ? `Use ${mmcvIndexUrl(fitting)}.` : remedyWithout(image, expected, wanted, user, wheels),
    locations: [location, ...expected.locations],
    ...(isMild ? { severity: "warning" as const } : {}),
    ...(fitting && isWhole
      ? fixOf(
          `Take the MMCV index ${to}`,
          "safe",
          replaceInLine(image, location, `/mmcv/dist/${from}`, `/mmcv/dist/${to}`),
        )
      : {}),
  };
}

/** Where nobody can say that it breaks: then it is a warning. */
function mayServe(
  index: MmcvIndex,
  expected: Expectation,
  user: IndexUser | undefined,
  there: Published,
): boolean {
  if (isNear(index, expected)) return true;
  // Without a wheel pip compiles, and that works where it is prepared.
  if (there === "absent" && user?.uses.every(({ compiles }) => compiles)) return true;
  // For the newest torch nobody looked which wheels there are.
  if (expected.torch !== undefined && isBeyondTable(minorVersion(expected.torch))) return true;
  // The toolkit of the image has the libraries that torch's own CUDA lacks.
  const toolkit = user?.after.cuda?.value;
  return (
    isSameTorch(index, expected) &&
    toolkit !== undefined &&
    major(cudaOfLabel(index.label)) === major(toolkit)
  );
}

function effectOf(
  { label }: MmcvIndex,
  there: Published,
  isMild: boolean,
  wheels: readonly WantedWheel[],
): string {
  const [wheel] = wheels;
  if (there === "absent" && wheel?.version !== undefined)
    return `pip finds no wheel of ${wheel.name} ${wheel.version} there and compiles it for up to an hour`;
  if (label === "cpu") return "its wheels have no CUDA operators";
  if (isMild) return "its operators may not load";
  return there === "published"
    ? "pip takes a wheel whose operators do not load"
    : "pip finds no wheel there and compiles for an hour, or takes one that does not load";
}

/** What to do where the index of the image's own torch and CUDA is not known, or not known to have the wheel. */
function remedyWithout(
  image: Image,
  { cuda, torch }: Expectation,
  wanted: TorchBuild | undefined,
  user: IndexUser | undefined,
  wheels: readonly WantedWheel[],
): string {
  if (wanted === undefined) {
    const label = cuda === undefined ? "<cuda>" : labelOfCuda(cuda);
    const version = torch === undefined ? "<version>" : `${minorVersion(torch)}.0`;
    return `Use https://download.openmmlab.com/mmcv/dist/${label}/torch${version}/index.html.`;
  }
  const [{ name, version }] = wheels as [WantedWheel];
  const what = version === undefined ? "any MMCV" : `${name} ${version}`;
  const none = `No wheel of ${what} is known for torch ${wanted.torch} and ${wanted.cuda}`;
  const stage = user?.command.step.stage ?? image.targets.at(-1) ?? image.stages.at(-1);
  const versions = stage && buildVersions(image, stage);
  const [here, anywhere] = versions ? [fittingWords(versions, { build: true }), fittingWords(versions)] : [];
  const words = [...new Set([here, anywhere])].filter((one) => one !== undefined);
  const instead = words.length > 0 ? `take ${words.join(", or ")}` : "move torch and CUDA";
  return `${none}: ${instead}, or compile MMCV from source.`;
}
