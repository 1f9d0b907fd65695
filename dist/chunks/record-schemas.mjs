import { _ as prettifyError, a as discriminatedUnion, c as number, d as strictObject, f as string, i as boolean, m as union, n as _enum, o as int, r as array, s as literal, u as record } from "./zod.mjs";
import { F as BuildResult, I as envelope, L as origin } from "./container.mjs";
import { a as ModelSlug, o as schemaVersion } from "./step-result.mjs";

// packages/step-result/src/lock.ts
/** One thing that can move under a name. A value that could not be resolved is null and says why; none is invented. */
const LockEntry = strictObject({
	kind: _enum([
		"base-image",
		"git-commit",
		"wheel"
	]),
	name: string().min(1).max(500),
	locked: string().max(500).nullable(),
	resolved: string().max(500).nullable(),
	reason: string().max(1e3).optional()
});
/** What the lock file says of a model, beside what the world says now. */
const LockResult = strictObject({
	...envelope,
	origin,
	step: literal("lock"),
	model: ModelSlug,
	entries: array(LockEntry).max(5e3)
});

// packages/step-result/src/plan.ts
/** The steps a plan can promise for a model; `report` counts a promised step without a record as failed. */
const ExpectedStep = _enum([
	"verify",
	"build",
	"smoke"
]);
/** Which models a change touches, why, and which steps each of them must leave a record of. */
const PlanResult = strictObject({
	...envelope,
	origin,
	step: literal("plan"),
	expects: array(ExpectedStep).max(3),
	models: array(strictObject({
		slug: ModelSlug,
		name: string().max(200),
		reason: string().max(1e3)
	})).max(256),
	/** The commit the change was compared with; null where all models were taken without comparing. */
	base: string().max(64).nullable().optional(),
	/** What the plan left out, and why it could not compare. */
	notes: array(string().max(1e3)).max(300).optional()
});

// packages/step-result/src/report.ts
/** `missing`: planned, but no record arrived; it counts as failed. `not-planned`: nobody asked for it. */
const Verdict = _enum([
	"passed",
	"failed",
	"skipped",
	"missing",
	"not-planned"
]);
/** No slug has a capital letter, so that no model is called like this. */
const Dockerfiles = string().max(4200).regex(/^Dockerfiles(?: in .+)?$/s);
/** One model's line of the page; one more where Dockerfiles that belong to no model were verified. */
const ReportRow = strictObject({
	model: union([ModelSlug, Dockerfiles]),
	verdict: Verdict,
	verify: Verdict,
	build: Verdict,
	smoke: Verdict
});
/** The verdict over all models. `sentence` answers "may I merge?" and names what decided it. */
const ReportResult = strictObject({
	...envelope,
	origin,
	step: literal("report"),
	sentence: string().min(1).max(2e3),
	rows: array(ReportRow).max(1e3)
});

// packages/step-result/src/smoke.ts
const count = int().nonnegative();
const megabytes = number().nonnegative();
/** The GPU the container was given, as `nvidia-smi` describes it. Memory in MiB; null where the tool said N/A. */
const Gpu = strictObject({
	name: string().max(200),
	uuid: string().max(100),
	driver: string().max(50),
	computeCapability: string().max(10),
	totalMiB: megabytes.nullable()
});
/** Device memory in MiB before the container started, at its highest, and after the container was gone. */
const GpuUsage = strictObject({
	baselineMiB: megabytes.nullable(),
	peakMiB: megabytes.nullable(),
	residualMiB: megabytes.nullable(),
	samples: count
});
/** One family's reading of the raw output, small enough to compare: how many, of which class, with which scores. */
const PredictionSummary = strictObject({
	family: string().max(100),
	count,
	byClass: record(string().max(100), count),
	scoreMin: number().nullable(),
	scoreMax: number().nullable()
});
/** How the container ended. `timedOut` is true where our deadline ended it. */
const ContainerEnd = strictObject({
	name: string().max(200),
	exitCode: int().nullable(),
	oomKilled: boolean(),
	timedOut: boolean(),
	removed: boolean()
});
/** The weights file the model says it loaded, hashed inside the container. */
const LoadedCheckpoint = strictObject({
	sha256: string().regex(/^[0-9a-f]{64}$/),
	bytes: count
});
/** Whether the built image ran its model in time, with a believable answer. */
const SmokeResult = strictObject({
	...envelope,
	origin,
	step: literal("smoke"),
	model: ModelSlug,
	image: string().max(500),
	imageId: string().max(200).nullable(),
	container: ContainerEnd.nullable(),
	gpu: Gpu.nullable(),
	usage: GpuUsage.nullable(),
	/** Null: the weights were random. Missing: the run did not get so far as to say. */
	checkpoint: LoadedCheckpoint.nullable().optional(),
	predictions: array(PredictionSummary).max(20),
	latenciesMs: array(number().nonnegative()).max(1e4),
	output: string().max(4096).nullable()
});

// packages/step-result/src/verify.ts
const bytes = int().nonnegative();
/** What a build would send: the whole folder, what `.dockerignore` leaves of it, and the largest files it leaves. */
const ContextSize = strictObject({
	treeFiles: bytes,
	treeBytes: bytes,
	keptFiles: bytes,
	keptBytes: bytes,
	largest: array(strictObject({
		path: string().max(4096),
		bytes
	})).max(20)
});
/** A file that was found, or named, and not checked: which one and why. */
const SkippedFile = strictObject({
	path: string().max(4096),
	why: string().max(1e3)
});
/**
* Whether an image folder keeps its promises. `rules` names the rules that ran. Without `model` it is the record of all
* Dockerfiles that belong to no image folder; `files` then names them.
*/
const VerifyResult = strictObject({
	...envelope,
	origin,
	step: literal("verify"),
	model: ModelSlug.optional(),
	folder: string().max(4096),
	rules: array(string().max(100)).max(1e3),
	context: ContextSize.nullable(),
	/** The policy that was held against the files. */
	policy: string().max(4096).optional(),
	files: array(string().max(4096)).max(1e4).optional(),
	skipped: array(SkippedFile).max(1e3).optional(),
	/** Findings that are left out: for a comment says so, or the baseline, or they lie outside the scope. */
	suppressed: strictObject({
		inline: bytes,
		baseline: bytes,
		scope: bytes
	}).optional()
});

// packages/step-result/src/step-result.ts
/**
* The record steps hand to each other. Adding an optional field keeps v1; anything else is v2, and a reader
* refuses versions it does not know.
*/
const StepResult = discriminatedUnion("step", [
	PlanResult,
	VerifyResult,
	BuildResult,
	SmokeResult,
	LockResult,
	ReportResult
]);
/** Checks a value that came from outside (an artifact, a file): unknown versions are refused by name. */
function parseStepResult(value) {
	const version = value?.schema;
	if (version !== "step-result/v1") return {
		ok: false,
		problem: `schema is ${JSON.stringify(version)?.slice(0, 60) ?? "missing"}, this reader knows ${schemaVersion} only`
	};
	const parsed = StepResult.safeParse(value);
	return parsed.success ? {
		ok: true,
		result: parsed.data
	} : {
		ok: false,
		problem: prettifyError(parsed.error).slice(0, 2e3)
	};
}

export { parseStepResult as n, ExpectedStep as r, StepResult as t };