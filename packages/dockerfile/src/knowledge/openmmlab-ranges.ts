import { rowOf } from "./row-of.ts";
import { compareVersions } from "./version-order.ts";

/**
 * What OpenMMLab's packages ask of each other. In front of `|`: asserted when the package is imported, so a wrong version
 * dies there, hours after the build. Behind it: what requirements/runtime.txt makes pip install.
 * Sources: `mmdet3d/__init__.py` and requirements/runtime.txt of open-mmlab/mmdetection3d at each tag; `mmdet/__init__.py`
 * and `mmseg/__init__.py` in the wheels of mmdet and mmsegmentation on PyPI. Read 2026-11-23. Upstream's upper bounds are
 * inclusive in some versions and exclusive in others; both are written here as they stand there.
 */
const tables: Record<string, Record<string, string>> = {
  mmdet3d: {
    "0.6.1": "mmcv>=1.1.5 mmdet>=2.5.0,<=2.5.0 | networkx>=2.2,<2.3 numba==0.48.0",
    "0.7.0 0.8.0": "mmcv>=1.1.5,<=1.3.0 mmdet>=2.5.0,<=2.7.0 | networkx>=2.2,<2.3 numba==0.48.0",
    "0.9.0": "mmcv>=1.2.4,<=1.3.0 mmdet>=2.5.0,<=3.0.0 | networkx>=2.2,<2.3 numba==0.48.0",
    "0.10.0 0.11.0":
      "mmcv>=1.2.4,<=1.3.0 mmdet>=2.5.0,<=3.0.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
    "0.12.0": "mmcv>=1.2.4,<=1.4.0 mmdet>=2.5.0,<=3.0.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
    "0.13.0": "mmcv>=1.2.4,<=1.4.0 mmdet>=2.10.0,<=2.11.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
    "0.14.0":
      "mmcv>=1.3.1,<=1.4.0 mmdet>=2.10.0,<=2.11.0 mmseg>=0.13.0,<=0.13.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
    "0.15.0 0.16.0 0.17.0 0.17.1 0.17.2":
      "mmcv>=1.3.8,<=1.4.0 mmdet>=2.14.0,<=3.0.0 mmseg>=0.14.1,<=1.0.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
    "0.17.3":
      "mmcv>=1.3.8,<=1.5.0 mmdet>=2.14.0,<=3.0.0 mmseg>=0.14.1,<=1.0.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
    "0.18.0 0.18.1":
      "mmcv>=1.3.8,<=1.5.0 mmdet>=2.19.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
    "1.0.0rc0":
      "mmcv>=1.3.8,<=1.5.0 mmdet>=2.19.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.53.0",
    "1.0.0rc1":
      "mmcv>=1.4.8,<=1.5.0 mmdet>=2.19.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.53.0",
    "1.0.0rc2":
      "mmcv>=1.4.8,<=1.6.0 mmdet>=2.19.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.53.0",
    "1.0.0rc3":
      "mmcv>=1.4.8,<=1.6.0 mmdet>=2.24.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.53.0",
    "1.0.0rc4 1.0.0rc5 1.0.0rc6":
      "mmcv>=1.5.2,<=1.7.0 mmdet>=2.24.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.53.0",
    "1.1.0rc0": "mmcv>=2.0.0rc0,<2.1.0 mmdet>=3.0.0rc0,<3.1.0 | networkx>=2.2,<2.3 numba==0.53.0",
    "1.1.0rc1": "mmcv>=2.0.0rc0,<2.1.0 mmdet>=3.0.0rc0,<3.1.0 | networkx>=2.5 numba==0.53.0",
    "1.1.0rc2 1.1.0rc3":
      "mmengine>=0.1.0,<1.0.0 mmcv>=2.0.0rc0,<2.1.0 mmdet>=3.0.0rc0,<3.1.0 | networkx>=2.5 numba==0.53.0",
    "1.1.0 1.1.1": "mmengine>=0.7.1,<1.0.0 mmcv>=2.0.0rc4,<2.1.0 mmdet>=3.0.0,<3.1.0 | networkx>=2.5",
    "1.2.0": "mmengine>=0.8.0,<1.0.0 mmcv>=2.0.0rc4,<2.1.0 mmdet>=3.0.0,<3.2.0 | networkx>=2.5",
    "1.3.0": "mmengine>=0.8.0,<1.0.0 mmcv>=2.0.0rc4,<2.2.0 mmdet>=3.0.0rc5,<3.3.0 | networkx>=2.5",
    "1.4.0": "mmengine>=0.8.0,<1.0.0 mmcv>=2.0.0rc4,<2.2.0 mmdet>=3.0.0rc5,<3.4.0 | networkx>=2.5",
  },
  mmdet: {
    "2.3.0": "mmcv>=1.0.5,<=1.0.5",
    "2.4.0": "mmcv>=1.1.1,<=1.2",
    "2.5.0": "mmcv>=1.1.5,<=1.2",
    "2.6.0 2.7.0": "mmcv>=1.1.5,<=1.3",
    "2.8.0 2.9.0 2.10.0": "mmcv>=1.2.4,<=1.3",
    "2.11.0": "mmcv>=1.2.4,<=1.4.0",
    "2.12.0 2.13.0": "mmcv>=1.3.2,<=1.4.0",
    "2.14.0 2.15.0 2.15.1 2.16.0 2.17.0 2.18.0 2.18.1": "mmcv>=1.3.8,<=1.4.0",
    "2.19.0 2.19.1": "mmcv>=1.3.8,<=1.5.0",
    "2.20.0 2.21.0 2.22.0 2.23.0": "mmcv>=1.3.17,<=1.5.0",
    "2.24.0 2.24.1 2.25.0": "mmcv>=1.3.17,<=1.6.0",
    "2.25.1 2.25.2 2.25.3": "mmcv>=1.3.17,<=1.7.0",
    "2.26.0 2.27.0 2.28.0 2.28.1 2.28.2": "mmcv>=1.3.17,<=1.8.0",
    "3.0.0 3.1.0": "mmengine>=0.7.1,<1.0.0 mmcv>=2.0.0rc4,<2.1.0",
    "3.2.0 3.3.0": "mmengine>=0.7.1,<1.0.0 mmcv>=2.0.0rc4,<2.2.0",
  },
  mmseg: {
    "0.6.0 0.7.0": "mmcv>=1.1.2,<=1.2.0",
    "0.8.0": "mmcv>=1.1.4,<=1.2.0",
    "0.9.0 0.10.0 0.11.0": "mmcv>=1.1.4,<=1.3.0",
    "0.12.0": "mmcv>=1.1.4,<=1.4.0",
    "0.13.0 0.14.0 0.14.1": "mmcv>=1.3.1,<=1.4.0",
    "0.15.0 0.16.0 0.17.0": "mmcv>=1.3.7,<=1.4.0",
    "0.18.0 0.19.0": "mmcv>=1.3.13,<=1.4.0",
    "0.20.0 0.20.1 0.20.2 0.21.0 0.21.1 0.22.0 0.22.1 0.23.0": "mmcv>=1.3.13,<=1.5.0",
    "0.24.0 0.24.1 0.25.0 0.26.0": "mmcv>=1.3.13,<=1.6.0",
    "0.27.0 0.28.0 0.29.0": "mmcv>=1.3.13,<1.7.0",
    "0.29.1 0.30.0": "mmcv>=1.3.13,<1.8.0",
    "1.0.0 1.1.0 1.1.1 1.1.2": "mmengine>=0.5.0,<1.0.0 mmcv>=2.0.0rc4,<2.1.0",
    "1.2.0 1.2.1 1.2.2": "mmengine>=0.5.0,<1.0.0 mmcv>=2.0.0rc4,<2.2.0",
  },
};

/** Names pip and people use for the same package. */
const aliases: Record<string, string> = {
  mmsegmentation: "mmseg",
  mmdetection: "mmdet",
  mmdetection3d: "mmdet3d",
};

/** One condition: `mmcv >=1.3.8,<=1.4.0`. */
export interface Range {
  /** Package as imported: `mmcv` (by mmcv-full, too), `mmdet`, `mmseg`, `mmengine`, `numba`, `numpy`, `networkx`. */
  name: string;
  specifiers: { operator: RangeOperator; version: string }[];
  /** As a person would write it: `>=1.3.8,<=1.4.0`. */
  text: string;
  /** `import`: an AssertionError at import. `install`: a requirement that pip resolves, unless told not to. */
  when: "import" | "install";
}

export type RangeOperator = ">=" | "<=" | "<" | ">" | "==";

/**
 * What one version of mmdet3d, mmdet or mmseg (also by their longer names) asks for; undefined where the table does not know
 * that version. A leading `v`, as in a git tag, is fine.
 */
export function openmmlabRange(name: string, version: string): Range[] | undefined {
  const wanted = version.replace(/^v/, "");
  for (const [versions, row] of Object.entries(tableOf(name))) {
    if (versions.split(" ").includes(wanted)) return rangesOf(row);
  }
  return undefined;
}

/** All versions the table knows of a package, oldest first. */
export function openmmlabVersions(name: string): string[] {
  return Object.keys(tableOf(name)).flatMap((versions) => versions.split(" "));
}

const asserted = new Map<string, Range[]>();
const maxAsserted = 1000;

/** What a version asserts at import, none where the table does not know it. Remembered: a search asks again and again. */
export function asserts(name: string, version: string): readonly Range[] {
  const key = `${name} ${version}`;
  const known = asserted.get(key);
  if (known !== undefined) return known;
  const ranges = (openmmlabRange(name, version) ?? []).filter(({ when }) => when === "import");
  if (asserted.size < maxAsserted) asserted.set(key, ranges);
  return ranges;
}

/** Whether a version meets a range; undefined where it is no version this reader knows. `+local` does not count. */
export function fits(version: string, { specifiers }: Range): boolean | undefined {
  let all = true;
  for (const { operator, version: bound } of specifiers) {
    const order = compareVersions(version, bound);
    if (order === undefined) return undefined;
    all &&= holds[operator](order);
  }
  return all;
}

const holds: Record<RangeOperator, (order: number) => boolean> = {
  ">=": (order) => order >= 0,
  "<=": (order) => order <= 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "==": (order) => order === 0,
};

function tableOf(name: string): Record<string, string> {
  return rowOf(tables, rowOf(aliases, name) ?? name) ?? {};
}

function rangesOf(row: string): Range[] {
  const [atImport = "", atInstall = ""] = row.split(" | ");
  return [...parse(atImport, "import"), ...parse(atInstall, "install")];
}

function parse(text: string, when: Range["when"]): Range[] {
  return text.split(" ").flatMap((one) => {
    const [, name = "", bounds = ""] = /^([a-z\d]+)(.+)$/.exec(one) ?? [];
    return name === "" ? [] : [{ name, text: bounds, when, specifiers: bounds.split(",").map(specifierOf) }];
  });
}

function specifierOf(text: string): Range["specifiers"][number] {
  const [, operator = "==", version = ""] = /^([<>=]=?)(.+)$/.exec(text) ?? [];
  return { operator: operator as RangeOperator, version };
}
