import {
  type BuildResult,
  type PlanResult,
  type ReportResult,
  type SmokeResult,
  StepResult,
  schemaVersion,
  type VerifyResult,
} from "@mia/step-result";

/** Records for tests. Each is checked against the schema, so that no test speaks of a record that cannot exist. */
const envelope = {
  schema: schemaVersion,
  status: "passed",
  evidence: "real",
  replacedContexts: [],
  startedAt: "2026-01-01T00:00:00.000Z",
  durationMs: 1234,
  findings: [],
} as const;

function checked<T extends StepResult>(record: unknown): T {
  return StepResult.parse(record) as T;
}

export const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

export function verify(model: string, change: Partial<VerifyResult> = {}): VerifyResult {
  const context = {
    treeFiles: 220,
    treeBytes: 1_300_000,
    keptFiles: 14,
    keptBytes: 12_600,
    largest: [{ path: "patches/0001-mmcv.patch", bytes: 4100 }],
  };
  const own = { step: "verify", model, folder: `images/${model}`, rules: ["final-user", "git-pin"], context };
  return checked({ ...envelope, ...own, ...change });
}

/** Of Dockerfiles that belong to no image folder. */
export function verifyDockerfiles(change: Partial<VerifyResult> = {}): VerifyResult {
  const own = { step: "verify", folder: ".", rules: ["git-pin"], context: null, policy: "none" };
  return checked({ ...envelope, ...own, files: ["Dockerfile", "docker/Dockerfile.gpu"], ...change });
}

export function build(model: string, change: Partial<BuildResult> = {}): BuildResult {
  const own = {
    step: "build",
    model,
    folder: `images/${model}`,
    target: "runtime",
    tags: [`${model}:test`],
    digest,
    configDigest: digest,
    pushed: false,
    sizeBytes: 8_123_456_789,
    transferredBytes: 12_600,
    steps: { total: 20, cached: 12 },
    builder: "default",
  };
  return checked({ ...envelope, durationMs: 200_000, ...own, ...change });
}

export function smoke(model: string, change: Partial<SmokeResult> = {}): SmokeResult {
  const own = {
    step: "smoke",
    model,
    image: `${model}:test`,
    imageId: digest,
    container: { name: `mia-${model}`, exitCode: 0, oomKilled: false, timedOut: false, removed: true },
    gpu: {
      name: "NVIDIA RTX A5000",
      uuid: "GPU-1",
      driver: "550.54",
      computeCapability: "8.6",
      totalMiB: 24_564,
    },
    usage: { baselineMiB: 310, peakMiB: 6120, residualMiB: 310, samples: 42 },
    predictions: [
      {
        family: "vectorized-map",
        count: 50,
        byClass: { divider: 30, boundary: 20 },
        scoreMin: 0.01,
        scoreMax: 0.93,
      },
    ],
    latenciesMs: [120, 121, 125, 180],
    output: "out/raw-output.json",
  };
  return checked({ ...envelope, durationMs: 42_000, ...own, ...change });
}

export function plan(models: string[], change: Partial<PlanResult> = {}): PlanResult {
  const own = {
    step: "plan",
    expects: ["verify", "build", "smoke"],
    models: models.map((slug) => ({ slug, name: slug.toUpperCase(), reason: `images/${slug} changed` })),
  };
  return checked({ ...envelope, durationMs: 85, ...own, ...change });
}

export function report(sentence: string, change: Partial<ReportResult> = {}): ReportResult {
  return checked({ ...envelope, step: "report", sentence, rows: [], ...change });
}

export const standIn: Pick<StepResult, "evidence" | "replacedContexts"> = {
  evidence: "stand-in",
  replacedContexts: ["base", "upstream", "wheels"],
};

/** As of an image that build-image did not make. */
export const unknownEvidence: Pick<StepResult, "evidence" | "replacedContexts"> = {
  evidence: "unknown",
  replacedContexts: [],
};

export function error(file: string, line: number, message: string): VerifyResult["findings"][number] {
  const remedy = "End the Dockerfile with USER runpod.";
  return { rule: "final-user", severity: "error", message, remedy, locations: [{ file, line }] };
}

export function failedWith(code: "timeout" | "build-failed", message: string, detail?: string) {
  const remedy = "Look at the last lines of the log.";
  const failure = { code, message, remedy, ...(detail !== undefined && { detail }) };
  return { status: "failed" as const, failure };
}

/** All three steps of a model, all passed. */
export function whole(model: string): StepResult[] {
  return [verify(model), build(model), smoke(model)];
}
