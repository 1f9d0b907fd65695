import { type Host, StepFailure } from "@mia/action-kit";
import { type BuildRequest, checkArguments, checkFindings, parseCheck } from "@mia/container";
import type { BuildResult } from "@mia/step-result";

const deadlineMs = 120_000;

/**
 * Lets BuildKit check the Dockerfile before anything is built, one process, and puts what it finds into the record as errors. Throws
 * `findings`. A builder that knows no checks is told of, and the build goes on.
 */
export async function checkDockerfile(host: Host, draft: BuildResult, request: BuildRequest): Promise<void> {
  const exit = await host.exec("docker", checkArguments(request), { deadlineMs, maxBytes: 4 * 1024 * 1024 });
  const answer = parseCheck(exit.stdout);
  if (answer === undefined) {
    host.log.warn("the Dockerfile was not checked: this builder gives no answer that is known here");
    return;
  }
  const found = checkFindings(answer.checks, { file: request.dockerfile, severity: "error" });
  draft.findings.push(...found);
  if (found.length === 0) return;
  throw new StepFailure({
    code: "findings",
    message: `BuildKit's checks find ${found.length} ${found.length === 1 ? "fault" : "faults"} in ${request.dockerfile}; nothing was built`,
    remedy: "Mend what each finding names, or set check to warn.",
  });
}
