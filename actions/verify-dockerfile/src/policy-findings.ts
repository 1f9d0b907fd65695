import { findRule, gpuProblem, ignoreIsUsed, type Policy, withFingerprints } from "@mia/dockerfile";
import type { Finding } from "@mia/step-result";
import type { Judged } from "./judge.ts";
import type { PathIgnore } from "./path-ignores.ts";
import type { OwnPolicy } from "./policies.ts";

/** What a run was about. */
export interface RunReach {
  /** The caller named nothing: what an entry speaks of was looked at, if it is `everywhere` or below one of these folders. */
  whole: boolean;
  /** Folders beyond which nothing was looked at; undefined where there are none. */
  folders: readonly string[] | undefined;
}

/** What a policy file says that has no effect, at its lines. */
export function policyFindings(
  { place, text, ignores, gpuLines }: OwnPolicy,
  policy: Policy,
  judged: readonly Judged[],
  reach: RunReach,
): Finding[] {
  const gpus = unknownGpus(policy, place.file, gpuLines);
  const isKnown = reach.whole && place.folder === "." && judged.every(({ complete }) => complete);
  const unused = isKnown ? unusedIgnores(place.file, ignores, judged, reach) : [];
  return withFingerprints([...gpus, ...unused], [{ path: place.file, text, kind: "other" }]);
}

function unknownGpus({ gpus = [], rules }: Policy, file: string, lines: readonly number[]): Finding[] {
  const rule = findRule("gpu-fits-cuda");
  const severity = rules["gpu-fits-cuda"] ?? "warning";
  if (rule === undefined || severity === "off") return [];
  const { id, code } = rule;
  return gpus.flatMap((gpu, index) => {
    const problem = gpuProblem(gpu);
    const locations = [{ file, line: lines[index] ?? 1 }];
    return problem ? [{ rule: id, code, severity, confidence: "high" as const, ...problem, locations }] : [];
  });
}

/** Entries that accept nothing which was found, or rules of them. */
function unusedIgnores(
  file: string,
  ignores: readonly PathIgnore[],
  judged: readonly Judged[],
  { folders }: RunReach,
): Finding[] {
  const { id: rule, code, severity, confidence } = ignoreIsUsed;
  const wasSeen = ({ files }: PathIgnore): boolean =>
    folders === undefined || files.every((one) => folders.some((folder) => one.startsWith(`${folder}/`)));
  return ignores.filter(wasSeen).flatMap((entry) => {
    const used = new Set(judged.flatMap((one) => [...(one.used.get(entry) ?? [])]));
    const unused = entry.rules.filter(({ id }) => !used.has(id)).map(({ name }) => name);
    if (unused.length === 0) return [];
    const all = unused.length === entry.rules.length;
    const names = unused.slice(0, 20).join(", ");
    const where = entry.files.slice(0, 5).join(", ").slice(0, 500);
    return [
      {
        rule,
        code,
        severity,
        confidence,
        message: `${names} ${unused.length === 1 ? "finds" : "find"} nothing in ${where} that this entry could ignore`,
        remedy: all
          ? "Remove the entry, or correct its files: they are relative to the workspace, with the wildcards of .dockerignore."
          : "Take what is not needed out of its rules.",
        locations: [{ file, line: entry.line }],
      },
    ];
  });
}
