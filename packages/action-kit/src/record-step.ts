import { type Severity, type Step, type StepResult, schemaVersion, severities } from "@mia/step-result";
import type { Host } from "./host.ts";
import { failureOf, StepFailure } from "./step-failure.ts";

type Variant<S extends Step> = Extract<StepResult, { step: S }>;
type EnvelopeKey =
  | "schema"
  | "status"
  | "evidence"
  | "replacedContexts"
  | "startedAt"
  | "durationMs"
  | "findings";

/** A record's own fields, as they are before anything is known. */
export type Seed<S extends Step> = Omit<Variant<S>, EnvelopeKey | "failure" | "origin"> & { step: S };

/**
 * Runs `work` on a draft record and always gives back a whole one: what the draft holds when something fails is
 * kept. A StepFailure becomes the record's failure; anything else too, as `internal`, with its stack in the log.
 */
export async function recordStep<S extends Step>(
  host: Host,
  seed: Seed<S>,
  work: (draft: Variant<S>) => Promise<void>,
  failOn: Severity | "never" = "error",
): Promise<Variant<S>> {
  const start = host.now();
  const draft = {
    schema: schemaVersion,
    status: "passed",
    evidence: "real",
    replacedContexts: [],
    startedAt: start.toISOString(),
    durationMs: 0,
    findings: [],
    ...origin(host),
    ...seed,
  } as unknown as Variant<S>;
  try {
    await work(draft);
    if (draft.status === "passed") failOnFindings(draft, failOn);
  } catch (thrown) {
    draft.status = "failed";
    draft.failure = failureOf(thrown);
    if (!(thrown instanceof StepFailure)) host.log.warn(String((thrown as Error)?.stack ?? thrown));
  }
  draft.durationMs = Math.max(0, host.now().getTime() - start.getTime());
  return draft;
}

/** A step fails on findings from the worst up to the severity it names. */
function failOnFindings(draft: StepResult, failOn: Severity | "never"): void {
  const failing = failOn === "never" ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
  const count = draft.findings.filter(({ severity }) => failing.includes(severity)).length;
  if (count === 0) return;
  draft.status = "failed";
  draft.failure = {
    code: "findings",
    message: `${count} finding${count === 1 ? "" : "s"} of severity ${failing.join(" or ")}`,
    remedy: "Follow the remedy of each finding; those of lower severity do not fail the step.",
  };
}

function origin(host: Host): { origin?: StepResult["origin"] } {
  const { GITHUB_SHA: commit, GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: attempt } = host.env;
  if (!commit || !runId) return {};
  return { origin: { commit, runId, runAttempt: Math.max(1, Number.parseInt(attempt ?? "1", 10) || 1) } };
}
