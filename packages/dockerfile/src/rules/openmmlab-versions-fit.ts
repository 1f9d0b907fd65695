import { hasModel, type Image } from "../image.ts";
import { type Asserting, asserting } from "../knowledge/fitting-versions.ts";
import { fits, openmmlabRange, type Range } from "../knowledge/openmmlab-ranges.ts";
import { modelLine } from "../model-lines.ts";
import { environmentOf } from "../pins/environment.ts";
import { fittingWords } from "../pins/fitting-words.ts";
import { type BuildVersions, buildVersions } from "../pins/named-versions.ts";
import { checkedOutReleases, isOpenMmlab, type Release } from "../pins/openmmlab-releases.ts";
import { patchedPackages } from "../pins/patched-packages.ts";
import type { Report, Rule } from "../rule.ts";
import { uniqueReports } from "./unique-reports.ts";

export const openmmlabVersionsFit: Rule = {
  code: "MIA106",
  id: "openmmlab-versions-fit",
  description: "mmdet3d, mmdet and mmsegmentation meet the MMCV and each other that they assert at import.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    yield* uniqueReports(reportsOf(image));
  },
};

function* reportsOf(image: Image): Generator<Report> {
  const told = new Set<string>();
  const checkedOut = checkedOutReleases(image);
  const patched = patchedPackages(image);
  for (const stage of image.stages) {
    const found: Release[] = [];
    for (const { name, version, location, sure } of environmentOf(image, stage).packages.values()) {
      const plain = name === "mmcv-full" ? "mmcv" : name;
      if (version !== undefined && isOpenMmlab(plain)) found.push({ name: plain, version, location, sure });
    }
    found.push(...(checkedOut.get(stage)?.values() ?? []));
    for (const pair of conflicts(found, () => buildVersions(image, stage), patched)) {
      told.add(pair.key);
      yield pair.report;
    }
  }
  if (!hasModel(image)) return;
  const { packages } = image.model;
  const pinned = Object.entries(packages).flatMap(([name, version]): Release[] => {
    const plain = name === "mmcv-full" ? "mmcv" : name;
    const [location] = modelLine(image.source, name, version, `model.yaml pins ${name} ${version}`);
    return location && isOpenMmlab(plain) ? [{ name: plain, version, location, sure: true }] : [];
  });
  const last = image.stages.at(-1);
  if (last === undefined) return;
  for (const { key, report } of conflicts(pinned, () => buildVersions(image, last), patched))
    if (!told.has(key)) yield report;
}

function* conflicts(
  found: readonly Release[],
  versionsOf: () => BuildVersions,
  patched: ReadonlySet<string>,
): Generator<{ key: string; report: Report }> {
  for (const release of found) {
    if (patched.has(release.name)) continue;
    for (const range of openmmlabRange(release.name, release.version) ?? []) {
      const wanted = range.name === "mmseg" ? "mmsegmentation" : range.name;
      const other = range.when === "import" ? found.findLast(({ name }) => name === wanted) : undefined;
      if (other === undefined || fits(other.version, range) !== false) continue;
      const { name, version, location, sure } = release;
      const report: Report = {
        message: `${name} ${version} asserts ${range.name} ${range.text} when it is imported, and ${other.version} is installed`,
        remedy: remedyOf(versionsOf(), name, range),
        locations: [location, { ...other.location, note: `${range.name} ${other.version}` }],
        ...(sure && other.sure ? {} : { severity: "warning" as const }),
      };
      yield { key: `${name} ${version} ${range.name} ${other.version}`, report };
    }
  }
}

/** One way keeps the release that asserts, the other what it asserts of: each named whole, so that following it raises nothing new. */
function remedyOf(versions: BuildVersions, name: string, { name: asserted, text }: Range): string {
  const isKnown = (one: string): one is Asserting => (asserting as readonly string[]).includes(one);
  const short = name === "mmsegmentation" ? "mmseg" : name;
  const ways: (string | undefined)[] = [];
  if (asserted === "mmcv") ways.push(fittingWords(versions, { mmcv: true }));
  else if (isKnown(asserted)) ways.push(fittingWords(versions, { release: asserted }));
  if (isKnown(short)) ways.push(fittingWords(versions, { release: short }));
  const words = [...new Set(ways)].filter((one) => one !== undefined);
  return words.length > 0 ? `Take ${words.join(", or ")}.` : `Take ${asserted} ${text}.`;
}
