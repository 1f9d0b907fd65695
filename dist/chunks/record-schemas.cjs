const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");
const require_zod = require("./zod.cjs");
const require_step_result = require("./step-result.cjs");

// packages/step-result/src/lock.ts
/**
* One thing that can move under a name. A value that could not be resolved is null and says why; none is invented. `asked`: false
* where nobody was asked this time, and `resolved` says what the lock already held.
*/
const LockEntry = require_zod.strictObject({
	kind: require_zod._enum([
		"environment",
		"base-image",
		"git-commit",
		"wheel"
	]),
	name: require_zod.string().min(1).max(500),
	locked: require_zod.string().max(500).nullable(),
	resolved: require_zod.string().max(500).nullable(),
	asked: require_zod.boolean().optional(),
	reason: require_zod.string().max(1e3).optional()
});
/**
* What the lock file says of a model (`locked`), beside what the world says now (`resolved`). `lock` is the state of the file when the
* step ended; `changes` are the differences as people read them, `written` says whether the file has them now.
*/
const LockResult = require_zod.strictObject({
	...require_action_kit.envelope,
	origin: require_action_kit.origin,
	step: require_zod.literal("lock"),
	model: require_step_result.ModelSlug,
	entries: require_zod.array(LockEntry).max(5e3),
	mode: require_zod._enum([
		"resolve",
		"update",
		"check"
	]).optional(),
	offline: require_zod.boolean().optional(),
	written: require_zod.boolean().optional(),
	lock: require_action_kit.LockState.optional(),
	changes: require_zod.array(require_zod.string().max(2e3)).max(500).optional()
});

// packages/step-result/src/plan.ts
/** The steps a plan can promise for a model; `report` counts a promised step without a record as failed. */
const ExpectedStep = require_zod._enum([
	"verify",
	"build",
	"smoke"
]);
/** Which models a change touches, why, and which steps each of them must leave a record of. */
const PlanResult = require_zod.strictObject({
	...require_action_kit.envelope,
	origin: require_action_kit.origin,
	step: require_zod.literal("plan"),
	expects: require_zod.array(ExpectedStep).max(3),
	models: require_zod.array(require_zod.strictObject({
		slug: require_step_result.ModelSlug,
		name: require_zod.string().max(200),
		reason: require_zod.string().max(1e3)
	})).max(256),
	/** The commit the change was compared with; null where all models were taken without comparing. */
	base: require_zod.string().max(64).nullable().optional(),
	/** What the plan left out, and why it could not compare. */
	notes: require_zod.array(require_zod.string().max(1e3)).max(300).optional()
});

// packages/step-result/src/report.ts
/** `missing`: planned, but no record arrived; it counts as failed. `not-planned`: nobody asked for it. */
const Verdict = require_zod._enum([
	"passed",
	"failed",
	"skipped",
	"missing",
	"not-planned"
]);
/** No slug has a capital letter, so that no model is called like this. */
const Dockerfiles = require_zod.string().max(4200).regex(/^Dockerfiles(?: in .+)?$/s);
/** One model's line of the page; one more where Dockerfiles that belong to no model were verified. */
const ReportRow = require_zod.strictObject({
	model: require_zod.union([require_step_result.ModelSlug, Dockerfiles]),
	verdict: Verdict,
	verify: Verdict,
	build: Verdict,
	smoke: Verdict
});
/** The verdict over all models. `sentence` answers "may I merge?" and names what decided it. */
const ReportResult = require_zod.strictObject({
	...require_action_kit.envelope,
	origin: require_action_kit.origin,
	step: require_zod.literal("report"),
	sentence: require_zod.string().min(1).max(2e3),
	rows: require_zod.array(ReportRow).max(1e3)
});

// packages/step-result/src/smoke.ts
const count = require_zod.int().nonnegative();
const megabytes = require_zod.number().nonnegative();
/** The GPU the container was given, as `nvidia-smi` describes it. Memory in MiB; null where the tool said N/A. */
const Gpu = require_zod.strictObject({
	name: require_zod.string().max(200),
	uuid: require_zod.string().max(100),
	driver: require_zod.string().max(50),
	computeCapability: require_zod.string().max(10),
	totalMiB: megabytes.nullable()
});
/** Device memory in MiB before the container started, at its highest, and after the container was gone. */
const GpuUsage = require_zod.strictObject({
	baselineMiB: megabytes.nullable(),
	peakMiB: megabytes.nullable(),
	residualMiB: megabytes.nullable(),
	samples: count
});
/** One family's reading of the raw output, small enough to compare: how many, of which class, with which scores. */
const PredictionSummary = require_zod.strictObject({
	family: require_zod.string().max(100),
	count,
	byClass: require_zod.record(require_zod.string().max(100), count),
	scoreMin: require_zod.number().nullable(),
	scoreMax: require_zod.number().nullable()
});
/** How the container ended. `timedOut` is true where our deadline ended it. */
const ContainerEnd = require_zod.strictObject({
	name: require_zod.string().max(200),
	exitCode: require_zod.int().nullable(),
	oomKilled: require_zod.boolean(),
	timedOut: require_zod.boolean(),
	removed: require_zod.boolean()
});
/** The weights file the model says it loaded, hashed inside the container. */
const LoadedCheckpoint = require_zod.strictObject({
	sha256: require_zod.string().regex(/^[0-9a-f]{64}$/),
	bytes: count
});
/** Whether the built image ran its model in time, with a believable answer. */
const SmokeResult = require_zod.strictObject({
	...require_action_kit.envelope,
	origin: require_action_kit.origin,
	step: require_zod.literal("smoke"),
	model: require_step_result.ModelSlug,
	image: require_zod.string().max(500),
	imageId: require_zod.string().max(200).nullable(),
	container: ContainerEnd.nullable(),
	gpu: Gpu.nullable(),
	usage: GpuUsage.nullable(),
	/** Null: the weights were random. Missing: the run did not get so far as to say. */
	checkpoint: LoadedCheckpoint.nullable().optional(),
	predictions: require_zod.array(PredictionSummary).max(20),
	latenciesMs: require_zod.array(require_zod.number().nonnegative()).max(1e4),
	output: require_zod.string().max(4096).nullable()
});

// packages/step-result/src/verify.ts
const bytes = require_zod.int().nonnegative();
/** What a build would send: the whole folder, what `.dockerignore` leaves of it, and the largest files it leaves. */
const ContextSize = require_zod.strictObject({
	treeFiles: bytes,
	treeBytes: bytes,
	keptFiles: bytes,
	keptBytes: bytes,
	largest: require_zod.array(require_zod.strictObject({
		path: require_zod.string().max(4096),
		bytes
	})).max(20)
});
/** A file that was found, or named, and not checked: which one and why. */
const SkippedFile = require_zod.strictObject({
	path: require_zod.string().max(4096),
	why: require_zod.string().max(1e3)
});
/**
* Whether an image folder keeps its promises. `rules` names the rules that ran. Without `model` it is the record of all
* Dockerfiles that belong to no image folder; `files` then names them.
*/
const VerifyResult = require_zod.strictObject({
	...require_action_kit.envelope,
	origin: require_action_kit.origin,
	step: require_zod.literal("verify"),
	model: require_step_result.ModelSlug.optional(),
	folder: require_zod.string().max(4096),
	rules: require_zod.array(require_zod.string().max(100)).max(1e3),
	context: ContextSize.nullable(),
	/** The policy that was held against the files. */
	policy: require_zod.string().max(4096).optional(),
	files: require_zod.array(require_zod.string().max(4096)).max(1e4).optional(),
	skipped: require_zod.array(SkippedFile).max(1e3).optional(),
	/** Findings that are left out: for a comment says so, or the policy, or the baseline, or they lie outside the scope. */
	suppressed: require_zod.strictObject({
		inline: bytes,
		policy: bytes.optional(),
		baseline: bytes,
		scope: bytes
	}).optional()
});

// packages/step-result/src/step-result.ts
var step_result_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ parseStepResult: () => parseStepResult });
/**
* The record steps hand to each other. Adding an optional field keeps v1; anything else is v2, and a reader
* refuses versions it does not know.
*/
const StepResult = require_zod.discriminatedUnion("step", [
	PlanResult,
	VerifyResult,
	require_action_kit.BuildResult,
	SmokeResult,
	LockResult,
	ReportResult
]);
/** Checks a value that came from outside (an artifact, a file): unknown versions are refused by name. */
function parseStepResult(value) {
	const version = value?.schema;
	if (version !== "step-result/v1") return {
		ok: false,
		problem: `schema is ${JSON.stringify(version)?.slice(0, 60) ?? "missing"}, this reader knows ${require_step_result.schemaVersion} only`
	};
	const parsed = StepResult.safeParse(value);
	return parsed.success ? {
		ok: true,
		result: parsed.data
	} : {
		ok: false,
		problem: require_zod.prettifyError(parsed.error).slice(0, 2e3)
	};
}

Object.defineProperty(exports, "ExpectedStep", {
  enumerable: true,
  get: function () {
    return ExpectedStep;
  }
});
Object.defineProperty(exports, "step_result_exports", {
  enumerable: true,
  get: function () {
    return step_result_exports;
  }
});