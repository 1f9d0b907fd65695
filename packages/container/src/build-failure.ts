import type { Failure } from "@mia/step-result";
import { findBuildFailureSign } from "./build-failure-sign.ts";
import type { BuildProgress } from "./build-progress.ts";

/** How `docker` ended: its exit code, or the signal that ended it. */
export interface BuildEnd {
  code: number | null;
  signal: string | null;
}

/** Lines in the message; the record's detail holds more. */
const shownLines = 12;

/** Puts a failed build into words: what it means if a sign explains it, then the failing step and its own last lines. */
export function explainBuildFailure(end: BuildEnd, progress: BuildProgress): Failure {
  const sign = findBuildFailureSign(progress);
  const { failed, plainLines } = progress;
  const lines = failed?.lastLines.length ? failed.lastLines : plainLines;
  const what = failed
    ? `step ${JSON.stringify(failed.name)} failed: ${failed.error}`
    : `docker buildx build ended with ${endOf(end)}${lines.length === 0 ? " and said nothing" : ""}`;
  const shown = lines.slice(-shownLines).join("\n");
  const message = [sign ? `${sign.message}: ${what}` : what, shown].filter((part) => part !== "").join("\n");
  const detail = [...(failed?.lastLines ?? []), ...plainLines].join("\n").slice(-20_000);
  return {
    code: sign?.code ?? "build-failed",
    message: message.slice(0, 4000),
    remedy: sign?.remedy ?? remedyOf(end, failed !== null),
    ...(detail === "" ? {} : { detail }),
  };
}

function endOf({ code, signal }: BuildEnd): string {
  return signal === null ? `exit code ${code}` : `signal ${signal}`;
}

function remedyOf(end: BuildEnd, inStep: boolean): string {
  if (end.signal !== null) return "Look for what killed it: the memory of the runner, or somebody's kill command.";
  return inStep
    ? "Correct the instruction; its whole output is in the log of this step."
    : "Read the log of this step; run the logged command by hand to see the same.";
}

/** Where in its Dockerfile a build failed, from 1, by the source excerpt that buildx prints; null where it prints none. */
export function failingDockerfileLine(plainLines: readonly string[]): number | null {
  const rule = plainLines.findIndex((line, index) => /^-{10,}$/.test(line) && /:\d+$/.test(plainLines[index - 1] ?? ""));
  const line = Number(/:(\d+)$/.exec(plainLines[rule - 1] ?? "")?.[1] ?? 0);
  return line > 0 ? line : null;
}
