import { type IgnoreFile, isIgnored, parseIgnore } from "@mia/build-context";
import type { PolicyFile } from "@mia/catalog";
import { findRule } from "@mia/dockerfile";
import type { Finding } from "@mia/step-result";
import type { PolicyPlace } from "./policy-place.ts";

/** Findings of some rules in some files that a policy file accepts. */
export interface PathIgnore {
  rules: readonly { name: string; id: string }[];
  /** As written. */
  files: readonly string[];
  reason: string;
  /** In the policy file. */
  line: number;
  /** Whether a path relative to the workspace is meant. */
  covers(path: string): boolean;
}

export function pathIgnores(
  written: NonNullable<PolicyFile["ignore"]>,
  { toOwn }: Pick<PolicyPlace, "toOwn">,
  lineOf: (path: readonly PropertyKey[]) => number,
): PathIgnore[] {
  return written.map(({ rules, files, reason }, index) => {
    const glob: IgnoreFile = parseIgnore(files.join("\n"));
    return {
      rules: rules.map((name) => ({ name, id: findRule(name)?.id ?? name })),
      files,
      reason,
      line: lineOf(["ignore", index]),
      covers: (path) => isIgnored(glob, toOwn(path)),
    };
  });
}

/** The entries that accept a finding: the place to change lies in their files. */
export function ignoringEntries(finding: Finding, ignores: readonly PathIgnore[]): PathIgnore[] {
  const path = finding.locations[0]?.file ?? "";
  return ignores.filter(({ rules, covers }) => rules.some(({ id }) => id === finding.rule) && covers(path));
}
