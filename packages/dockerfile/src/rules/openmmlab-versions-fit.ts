import { hasModel, type Image } from "../image.ts";
import { fits, openmmlabRange, openmmlabVersionsFor } from "../knowledge/openmmlab-ranges.ts";
import { modelLine } from "../model-lines.ts";
import { environmentOf } from "../pins/environment.ts";
import { checkedOutReleases, isOpenMmlab, type Release } from "../pins/openmmlab-releases.ts";
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
  for (const stage of image.stages) {
    const found: Release[] = [];
    for (const { name, version, location, sure } of environmentOf(image, stage).packages.values()) {
      const plain = name === "mmcv-full" ? "mmcv" : name;
      if (version !== undefined && isOpenMmlab(plain)) found.push({ name: plain, version, location, sure });
    }
    found.push(...(checkedOut.get(stage)?.values() ?? []));
    for (const pair of conflicts(found)) {
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
  for (const { key, report } of conflicts(pinned)) if (!told.has(key)) yield report;
}

function* conflicts(found: readonly Release[]): Generator<{ key: string; report: Report }> {
  for (const release of found) {
    for (const range of openmmlabRange(release.name, release.version) ?? []) {
      const wanted = range.name === "mmseg" ? "mmsegmentation" : range.name;
      const other = range.when === "import" ? found.findLast(({ name }) => name === wanted) : undefined;
      if (other === undefined || fits(other.version, range) !== false) continue;
      const { name, version, location, sure } = release;
      const fitting = openmmlabVersionsFor(name, range.name, other.version);
      const instead =
        fitting.length > 0 ? `${name} ${between(fitting)}, which takes ${range.name} ${other.version}` : "";
      const report: Report = {
        message: `${name} ${version} asserts ${range.name} ${range.text} when it is imported, and ${other.version} is installed`,
        remedy: `Take ${range.name} ${range.text}${instead === "" ? "" : `, or ${instead}`}.`,
        locations: [location, { ...other.location, note: `${range.name} ${other.version}` }],
        ...(sure && other.sure ? {} : { severity: "warning" as const }),
      };
      yield { key: `${name} ${version} ${range.name} ${other.version}`, report };
    }
  }
}

function between(versions: string[]): string {
  const [first = ""] = versions;
  return versions.length > 2 ? `${first} to ${versions.at(-1)}` : versions.join(" or ");
}
