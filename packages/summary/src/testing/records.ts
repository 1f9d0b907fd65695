import {
  type BuildResult,
  type LockResult,
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

/** A build that tells everything a build can measure: a pushed image of 9 layers, 12 of 20 steps from cache. */
export function measuredBuild(model: string, change: Partial<BuildResult> = {}): BuildResult {
  const layer = (number: number, bytes: number, instruction?: string) => ({
    digest: `sha256:${String(number).repeat(64)}`,
    bytes,
    ...(instruction !== undefined && { instruction }),
  });
  return build(model, {
    pushed: true,
    sizeBytes: null,
    imageDigest: `sha256:${"a".repeat(64)}`,
    configDigest: `sha256:${"c".repeat(64)}`,
    imageRef: `registry.test/team/${model}@${digest}`,
    platform: "linux/amd64",
    phases: [
      { name: "cache-import", startMs: 100, durationMs: 900 },
      { name: "context", startMs: 150, durationMs: 350 },
      { name: "pull", startMs: 1000, durationMs: 61_000 },
      { name: "run", startMs: 62_000, durationMs: 8000 },
      { name: "copy", startMs: 70_000, durationMs: 400 },
      { name: "run", startMs: 71_000, durationMs: 92_000 },
      { name: "export", startMs: 163_000, durationMs: 21_000 },
      { name: "push", startMs: 170_000, durationMs: 30_000 },
    ],
    pulledBytes: 2_900_000_000,
    context: {
      tree: { files: 4821, bytes: 2_469_606_195 },
      kept: { files: 220, bytes: 15_728_640 },
      selected: { files: 14, bytes: 1_258_291 },
      largest: [
        { path: "patches/0001-mmcv.patch", bytes: 812_000 },
        { path: "run.py", bytes: 44_000 },
      ],
      rules: [
        { line: 4, text: "*.pth", files: 3, bytes: 2_147_483_648 },
        { line: 9, text: "data/**", files: 4400, bytes: 306_000_000 },
      ],
      unmatched: [{ line: 12, text: "wheelhouse/" }],
    },
    sizes: {
      compressedBytes: 3_200_000_000,
      layers: [
        layer(1, 28_000_000),
        layer(2, 2_400_000_000, "RUN pip install torch==1.9.1"),
        layer(3, 500_000_000, "RUN python setup.py develop"),
        layer(4, 272_000_000, "COPY --from=upstream /src /opt/model"),
      ],
      previous: { ref: `registry.test/team/${model}:main`, digest, compressedBytes: 3_300_000_000 },
    },
    cache: {
      mode: "registry",
      from: [`registry.test/team/${model}:cache`],
      to: [`registry.test/team/${model}:cache`],
      written: true,
    },
    reproducible: true,
    contentKey: "e".repeat(64),
    lock: { file: "images/models.lock.yaml", state: "held", unknown: [], drift: [] },
    pins: [
      { kind: "base-image", name: "docker.io/pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel", value: digest },
      { kind: "git-commit", name: "https://github.com/hustvl/MapTR.git", value: "0".repeat(40) },
      { kind: "frontend", name: "docker/dockerfile:1", value: null },
    ],
    ...change,
  });
}

export function lock(model: string, change: Partial<LockResult> = {}): LockResult {
  const entries = [
    { kind: "base-image", name: "pytorch/pytorch:1.9.1", locked: digest, resolved: digest },
    {
      kind: "git-commit",
      name: "https://github.com/hustvl/MapTR",
      locked: "1".repeat(40),
      resolved: "2".repeat(40),
    },
    {
      kind: "wheel",
      name: "mmcv-full 1.4.0",
      locked: null,
      resolved: null,
      reason: "its index did not answer",
    },
  ];
  return checked({ ...envelope, step: "lock", model, entries, ...change });
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
