import type { Finding } from "@mia/step-result";
import { type IgnorableRules, reasonFinding } from "./judge-comment.ts";
import type { NearIgnore } from "./near-ignore.ts";

/** That a comment ignores nothing although it means to; undefined where it may be an ordinary one. */
export function judgeNearIgnore(file: string, near: NearIgnore, rules: IgnorableRules): Finding | undefined {
  const names = namesIn(near.rest, rules);
  if (near.isVague && names.length === 0) return undefined;
  const { line, column, endColumn } = near;
  const location = { file, line, column, endLine: line, endColumn };
  const form = `# mia-ignore[${names.length === 0 ? "rule" : names.join(", ")}]: reason`;
  if (near.wrong === "place") {
    const message =
      "this comment stands behind something on its line, where it is not read, so it ignores nothing";
    return reasonFinding(message, `Put it on a line of its own, directly above: ${form}.`, location);
  }
  const message = "this comment seems to ignore a rule, but is not written so, and ignores nothing";
  return reasonFinding(message, `Write ${form}.`, location);
}

/** The rules that a text names by id or code, each as it is written there. */
function namesIn(text: string, { ids }: IgnorableRules): string[] {
  const words = text.split(/[^\w-]+/).filter((word) => ids.has(word.toLowerCase()));
  return [...new Set(words)].slice(0, 10);
}
