import type { Failure } from "@mia/step-result";
import { findBuildFailureSign, withoutCommand } from "./build-failure-sign.ts";
import type { BuildProgress } from "./build-progress.ts";

/** How `docker` ended: its exit code, or the signal that ended it. */
export interface BuildEnd {
  code: number | null;
  signal: string | null;
}

/** Lines in the message; the record's detail holds more. */
const shownLines = 12;

/** Puts a failed build into words: what it means where a sign explains it, the failing step, and its own last lines. */
export function explainBuildFailure(end: BuildEnd, progress: BuildProgress): Failure {
  const sign = findBuildFailureSign(progress);
  const { failed, plainLines } = progress;
  const what = failed
    ? `step ${quoted(failed.name)} failed: ${withoutCommand(failed.error)}`
    : `docker buildx build ended with ${endOf(end)}${lastWord(plainLines)}`;
  const shown = (failed?.lastLines ?? []).slice(-shownLines);
  const message = [sign ? `${sign.message}: ${what}` : what, ...shown].join("\n");
  const detail = [...(failed?.lastLines ?? []), ...plainLines].join("\n").slice(-20_000);
  return {
    code: sign?.code ?? "build-failed",
    message: message.slice(0, 4000),
    remedy: sign?.remedy ?? remedyOf(end, failed !== null),
    ...(detail === "" ? {} : { detail }),
  };
}

/** What buildx says at the very end, or at all. The first line must read on its own: headlines show no more. */
function lastWord(plainLines: readonly string[]): string {
  const error = plainLines.findLast((line) => line.startsWith("ERROR:"));
  if (error !== undefined) {
    return `: ${withoutCommand(error).replace(/^ERROR: (?:failed to build: )?(?:failed to solve: )?/, "")}`;
  }
  return plainLines.length === 0 ? " and said nothing" : `\n${plainLines.slice(-shownLines).join("\n")}`;
}

function endOf({ code, signal }: BuildEnd): string {
  return signal === null ? `exit code ${code}` : `signal ${signal}`;
}

function remedyOf(end: BuildEnd, inStep: boolean): string {
  if (inStep) return "Correct the instruction; its whole output is in the log of this step.";
  return end.signal === null
    ? "Read the log of this step; the logged command, run by hand, shows the same."
    : "Look for what killed it: the memory of the runner, or somebody's kill command.";
}

/** The line of its Dockerfile at which a build failed, by the excerpt that buildx prints; null where it prints none. */
export function failingDockerfileLine(plainLines: readonly string[]): number | null {
  const rule = plainLines.findIndex(
    (line, index) => /^-{10,}$/.test(line) && /^\S.*:\d+$/.test(plainLines[index - 1] ?? ""),
  );
  const line = Number(/:(\d+)$/.exec(plainLines[rule - 1] ?? "")?.[1] ?? 0);
  return line > 0 ? line : null;
}

function quoted(name: string): string {
  return JSON.stringify(name.length > 300 ? `${name.slice(0, 300)}...` : name);
}
