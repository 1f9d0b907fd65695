const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_zod = require("./zod.cjs");
const require_step_result = require("./step-result.cjs");
const require_lock = require("./lock.cjs");
const require_catalog = require("./catalog.cjs");
let node_module = require("node:module");
let node_os = require("node:os");
node_os = require_rolldown_runtime.__toESM(node_os, 1);
let node_path = require("node:path");
node_path = require_rolldown_runtime.__toESM(node_path, 1);
let node_buffer = require("node:buffer");
let node_fs = require("node:fs");
let node_events = require("node:events");
let node_timers_promises = require("node:timers/promises");
let node_string_decoder = require("node:string_decoder");

// packages/summary/src/text/units.ts
/** Shown where a number is not known or is none (NaN, Infinity): a page never prints those words of a computer. */
const unknown = "unknown";
function known(value) {
	return typeof value === "number" && Number.isFinite(value);
}
/** Bytes in binary units: 512 B, 12.3 KiB, 4.2 GiB. */
function size(bytes) {
	if (!known(bytes) || bytes < 0) return unknown;
	const units = [
		"B",
		"KiB",
		"MiB",
		"GiB",
		"TiB"
	];
	let value = bytes;
	let unit = 0;
	while (value >= 1023.95 && unit < units.length - 1) {
		value /= 1024;
		unit++;
	}
	return unit === 0 ? `${value} B` : `${value.toFixed(1)} ${units[unit]}`;
}
/** Device memory is compared by its MiB, so the unit stays MiB. */
function mebibytes$1(value) {
	return known(value) ? `${count$2(Math.round(value))} MiB` : unknown;
}
/** Milliseconds as a person would say them: 85 ms, 1.4 s, 42 s, 3 min 20 s, 1 h 02 min. */
function duration$1(ms) {
	if (!known(ms) || ms < 0) return unknown;
	if (ms < 1e3) return `${ms < 10 ? Number(ms.toFixed(1)) : Math.round(ms)} ms`;
	if (ms < 9950) return `${(ms / 1e3).toFixed(1)} s`;
	const seconds = Math.round(ms / 1e3);
	if (seconds < 60) return `${seconds} s`;
	if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
	const minutes = Math.round(seconds / 60);
	return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
/** A whole number with its thousands apart. */
function count$2(value) {
	return known(value) ? Math.round(value).toString().replace(/\B(?=(?:\d{3})+$)/g, ",") : unknown;
}
/** A score or a ratio with at most four significant digits. */
function decimal(value) {
	return known(value) ? String(Number(value.toPrecision(4))) : unknown;
}
/** 1 warning, 2 warnings. */
function plural(value, noun) {
	return `${count$2(value)} ${noun}${value === 1 ? "" : "s"}`;
}
/** The middle value and the value that 95 of 100 do not exceed (nearest rank); null where there is none. */
function percentiles(values) {
	const sorted = values.filter(known).sort((a, b) => a - b);
	const at = (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
	return sorted.length === 0 ? null : {
		p50: at(.5),
		p95: at(.95)
	};
}

// packages/summary/src/text/names.ts
/** "a, b and c", or "a, b, c and 4 more" where there are more than `max`. */
function names(all, max = 6) {
	const shown = all.length > max ? all.slice(0, Math.max(1, max - 1)) : all;
	const more = all.length - shown.length;
	if (more > 0) return `${shown.join(", ")} and ${more} more`;
	return shown.length < 2 ? shown[0] ?? "none" : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

// packages/step-result/src/build-context.ts
const count$1 = require_zod.int().nonnegative();
const Amount = require_zod.strictObject({
	files: count$1,
	bytes: count$1
});
const line = {
	line: require_zod.int().positive(),
	text: require_zod.string().max(1e3)
};
/**
* The build context in numbers: the folder (`tree`), what its ignore file leaves (`kept`), and what the Dockerfile asks
* for (`selected`; null where nobody can tell). `rules` says what each ignore rule keeps back, `unmatched` which keep back
* nothing. Bytes are those of file contents.
*/
const BuildContext = require_zod.strictObject({
	tree: Amount,
	kept: Amount,
	selected: Amount.nullable(),
	largest: require_zod.array(require_zod.strictObject({
		path: require_zod.string().max(4096),
		bytes: count$1
	})).max(20),
	rules: require_zod.array(require_zod.strictObject({
		...line,
		files: count$1,
		bytes: count$1
	})).max(50),
	unmatched: require_zod.array(require_zod.strictObject(line)).max(50)
});

// packages/step-result/src/digest.ts
const Digest = require_zod.string().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits");

// packages/step-result/src/evidence.ts
/**
* What a record proves. `stand-in` means that some part of the real image was replaced (stub wheels, a small base,
* a model that only imitates the output's shape): it proves the plumbing and nothing about the model. `unknown` means
* that nothing says how the image was built, or that the step failed before it could look: it is no proof either.
*/
const Evidence = require_zod._enum([
	"real",
	"stand-in",
	"unknown"
]);
/** Names of the build contexts the caller put in place of the Dockerfile's own stages, sorted. */
const ReplacedContexts = require_zod.array(require_zod.string().min(1).max(200)).max(50);

// packages/step-result/src/failure.ts
/**
* Why a step failed, as a closed list: a reader can switch on it, and each code has one owner.
* `invalid-input` and `unreadable-input` are the caller's to fix and give exit code 2 on the command line.
*/
const FailureCode = require_zod._enum([
	"invalid-input",
	"unreadable-input",
	"findings",
	"engine-missing",
	"engine-too-old",
	"engine-lost",
	"builder-missing",
	"build-failed",
	"push-failed",
	"registry-unreachable",
	"registry-refused",
	"rate-limited",
	"disk-full",
	"secret-missing",
	"context-too-large",
	"lock-drifted",
	"lock-incomplete",
	"image-missing",
	"mount-missing",
	"checkpoint-missing",
	"checkpoint-unreadable",
	"gpu-missing",
	"gpu-incompatible",
	"gpu-lost",
	"container-start",
	"container-exit",
	"container-not-removed",
	"out-of-memory",
	"timeout",
	"cancelled",
	"output-missing",
	"output-too-large",
	"output-invalid",
	"output-family-unknown",
	"result-missing",
	"result-failed",
	"results-unwritable",
	"internal"
]);
/** A failure a person can act on: what happened, and what to do. `detail` holds the last lines of the tool that failed. */
const Failure = require_zod.strictObject({
	code: FailureCode,
	message: require_zod.string().min(1).max(4e3),
	remedy: require_zod.string().min(1).max(4e3),
	detail: require_zod.string().max(2e4).optional()
});

// packages/step-result/src/finding.ts
/** `error`: the build or the run breaks, or a door stands open. `warning`: likely wrong. `info`: worth knowing. */
const Severity = require_zod._enum([
	"error",
	"warning",
	"info"
]);
/** A place in a file. `file` is relative to the workspace, with forward slashes; lines and columns count from 1. */
const Location = require_zod.strictObject({
	file: require_zod.string().min(1).max(4096),
	line: require_zod.int().positive(),
	column: require_zod.int().positive().optional(),
	endLine: require_zod.int().positive().optional(),
	/** Behind the last character. */
	endColumn: require_zod.int().positive().optional(),
	note: require_zod.string().max(1e3).optional()
});
/**
* One replacement in a file: the text from (line, column) up to (endLine, endColumn), not included, becomes `text`.
* An empty range inserts. Columns count UTF-16 units.
*/
const Edit = require_zod.strictObject({
	file: require_zod.string().min(1).max(4096),
	line: require_zod.int().positive(),
	column: require_zod.int().positive(),
	endLine: require_zod.int().positive(),
	endColumn: require_zod.int().positive(),
	text: require_zod.string().max(65536)
});
/** What would mend a finding. `safe`: what the image does stays as its author meant it; `unsafe`: a person must look at it. */
const Fix = require_zod.strictObject({
	title: require_zod.string().min(1).max(200),
	safety: require_zod._enum(["safe", "unsafe"]),
	edits: require_zod.array(Edit).min(1).max(100)
});
/** How sure a rule is that what it found is so. */
const Confidence = require_zod._enum([
	"high",
	"medium",
	"low"
]);
/** Something wrong in a file: what, where (the first location is the one to change) and what to do about it. */
const Finding = require_zod.strictObject({
	rule: require_zod.string().min(1).max(100),
	/** The rule's stable short name, such as MIA103. */
	code: require_zod.string().max(20).optional(),
	severity: Severity,
	confidence: Confidence.optional(),
	message: require_zod.string().min(1).max(4e3),
	remedy: require_zod.string().min(1).max(4e3),
	locations: require_zod.array(Location).min(1).max(100),
	fix: Fix.optional(),
	/** The same for the same finding when lines move; hexadecimal. */
	fingerprint: require_zod.string().regex(/^[0-9a-f]{16,64}$/).optional()
});

// packages/step-result/src/envelope.ts
const Status = require_zod._enum([
	"passed",
	"failed",
	"skipped"
]);
/** The fields every record has, whatever its step. `startedAt` is UTC; `durationMs` counts wall milliseconds. */
const envelope = {
	schema: require_zod.literal(require_step_result.schemaVersion),
	status: Status,
	evidence: Evidence,
	replacedContexts: ReplacedContexts,
	startedAt: require_zod.datetime(),
	durationMs: require_zod.int().nonnegative(),
	findings: require_zod.array(Finding).max(25e3),
	failure: Failure.optional()
};
/** The commit, run and attempt a record belongs to, where the step ran under GitHub Actions. */
const origin$1 = require_zod.strictObject({
	commit: require_zod.string().max(64),
	runId: require_zod.string().max(32),
	runAttempt: require_zod.int().positive()
}).optional();

// packages/step-result/src/build.ts
const count = require_zod.int().nonnegative();
/** What a build spends its time on. Several can run at once; each is told as intervals of the wall clock. */
const PhaseName = require_zod._enum([
	"context",
	"pull",
	"run",
	"copy",
	"export",
	"push",
	"cache-import",
	"cache-export",
	"other"
]);
/** One unbroken stretch of a phase: `startMs` counts from the first thing BuildKit told of. */
const BuildPhase = require_zod.strictObject({
	name: PhaseName,
	startMs: count,
	durationMs: count
});
/** Bytes as a registry keeps them. `layers` are in the image's order, with the instruction that made each. */
const ImageSizes = require_zod.strictObject({
	compressedBytes: count,
	layers: require_zod.array(require_zod.strictObject({
		digest: Digest,
		bytes: count,
		instruction: require_zod.string().max(500).optional()
	})).max(500),
	previous: require_zod.strictObject({
		ref: require_zod.string().max(500),
		digest: Digest,
		compressedBytes: count
	}).optional()
});
/** `written`: null where nobody can tell, as with a raw cache-to. */
const BuildCache = require_zod.strictObject({
	mode: require_zod._enum([
		"registry",
		"gha",
		"local",
		"off",
		"raw"
	]),
	from: require_zod.array(require_zod.string().max(1e3)).max(50),
	to: require_zod.array(require_zod.string().max(1e3)).max(50),
	written: require_zod.boolean().nullable()
});
/** Something the build started from. `value` is a digest or a commit; null where BuildKit names none. */
const Pin = require_zod.strictObject({
	kind: require_zod._enum([
		"base-image",
		"git-commit",
		"frontend",
		"other"
	]),
	name: require_zod.string().min(1).max(500),
	value: require_zod.string().max(200).nullable()
});
/** The lock file beside what the build used. */
const LockState = require_zod.strictObject({
	file: require_zod.string().max(4096),
	state: require_zod._enum([
		"held",
		"incomplete",
		"drifted",
		"absent"
	]),
	unknown: require_zod.array(require_zod.string().max(500)).max(500),
	drift: require_zod.array(require_zod.strictObject({
		name: require_zod.string().max(500),
		locked: require_zod.string().max(500).nullable(),
		found: require_zod.string().max(500).nullable()
	})).max(500)
});
/**
* What came out of a build. `digest` is what a registry would serve for the tag (an index where provenance is on);
* `imageDigest` the manifest of the image itself, equal to it where there is no index; `configDigest` names the image
* configuration. All are null where nothing was exported. `imageRef` is what a later step shall run, by digest.
* `transferredBytes` is what BuildKit received for the build context; `sizeBytes` what the engine says the image takes;
* `pulledBytes` the compressed bytes of base layers it fetched. `contentKey` names what went into the build; where the
* registry already held it, the step is skipped and `provenBy` is the digest it was found under.
*/
const BuildResult = require_zod.strictObject({
	...envelope,
	origin: origin$1,
	step: require_zod.literal("build"),
	model: require_step_result.ModelSlug,
	folder: require_zod.string().max(4096),
	target: require_zod.string().max(200),
	tags: require_zod.array(require_zod.string().max(500)).max(50),
	digest: Digest.nullable(),
	configDigest: Digest.nullable(),
	pushed: require_zod.boolean(),
	sizeBytes: count.nullable(),
	transferredBytes: count.nullable(),
	steps: require_zod.strictObject({
		total: count,
		cached: count
	}).nullable(),
	builder: require_zod.string().max(500).nullable(),
	imageDigest: Digest.nullable().optional(),
	imageRef: require_zod.string().max(1e3).nullable().optional(),
	platform: require_zod.string().max(200).nullable().optional(),
	phases: require_zod.array(BuildPhase).max(1e3).optional(),
	pulledBytes: count.nullable().optional(),
	context: BuildContext.nullable().optional(),
	sizes: ImageSizes.nullable().optional(),
	cache: BuildCache.optional(),
	reproducible: require_zod.boolean().optional(),
	contentKey: require_zod.string().regex(/^[0-9a-f]{64}$/).optional(),
	provenBy: Digest.optional(),
	lock: LockState.optional(),
	pins: require_zod.array(Pin).max(500).optional()
});

// packages/step-result/src/severity-order.ts
/** The worst first. */
const severities = [
	"error",
	"warning",
	"info"
];
/** For sorting: below zero where `a` weighs more than `b`. */
function bySeverity(a, b) {
	return severities.indexOf(a) - severities.indexOf(b);
}

// packages/summary/src/judgement/subject.ts
function isModelRecord(record) {
	return record.step !== "plan" && record.step !== "report";
}
/** The row a record belongs to. No slug has a capital letter, so that no model is called like this. */
function subjectOf(record) {
	const model = require_step_result.modelOf(record);
	if (model !== void 0) return model;
	const folder = record.step === "verify" ? record.folder : "";
	return folder === "" || folder === "." ? "Dockerfiles" : `Dockerfiles in ${folder}`;
}
/** Such as `maptr smoke`; a step over all models has its own name only. */
function stepName(record) {
	return isModelRecord(record) ? `${subjectOf(record)} ${record.step}` : record.step;
}

// packages/summary/src/judgement/evidence.ts
const order = [
	"stand-in",
	"unknown",
	"real"
];
/** The weakest of several: a stand-in anywhere outweighs what is not known, and that outweighs what is real. */
function worstEvidence(records) {
	return order.find((evidence) => records.some((record) => record.evidence === evidence)) ?? "real";
}
/** A step that passed without anything saying whether it saw the real image; one that did not pass proves nothing anyhow. */
function isUnproven({ status, evidence }) {
	return status === "passed" && evidence === "unknown";
}
/** Why nothing is known. A failed smoke may have looked for the image's label or not: its record does not tell. */
function whyUnknown({ status, step, failure }) {
	if (failure?.code === "result-failed") return "it was skipped or ran another image";
	if (status === "skipped") return "it was skipped";
	if (status === "passed") return "nothing says how its image was built";
	return step === "smoke" ? "nothing said how its image was built before it failed" : "it failed before it could look";
}
/** What to say of passed steps whose evidence is unknown, in at most one text. */
function unknownNotes(records) {
	const unproven = records.filter((record) => isUnproven(record) && record.step !== "report");
	if (unproven.length === 0) return [];
	return [`evidence: unknown for ${names(unproven.map(stepName), 12)}: ${unproven.length === 1 ? "nothing says how its image was built; it was not built by build-image" : "nothing says how their images were built; they were not built by build-image"}.`];
}

// packages/summary/src/judgement/newest.ts
/**
* The newest record of each step and model, in the order they were given. Within one workflow run the highest attempt
* wins, since a re-run starts later but may run on a machine with another clock; between runs the later start wins.
*/
function newestRecords(records) {
	const newest = /* @__PURE__ */ new Map();
	for (const [key, sameStep] of groupBy(records, stepName)) {
		const ofRuns = [...groupBy(sameStep, (record) => record.origin?.runId ?? "").values()].map((run) => latest(run, isLaterAttempt));
		newest.set(key, latest(ofRuns, startedLater));
	}
	return [...newest.values()];
}
function isLaterAttempt(a, b) {
	const [first, second] = [a.origin?.runAttempt ?? 1, b.origin?.runAttempt ?? 1];
	return first === second ? startedLater(a, b) : first > second;
}
function startedLater(a, b) {
	return Date.parse(a.startedAt) >= Date.parse(b.startedAt);
}
function latest(records, isLater) {
	return records.reduce((best, record) => isLater(record, best) ? record : best);
}
function groupBy(values, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group) group.push(value);
		else groups.set(key, [value]);
	}
	return groups;
}

// packages/summary/src/judgement/proven-skip.ts
/**
* A build that was skipped because the registry already holds what it would have made: it left a digest, so that a promise
* to build is kept by it. Where nothing says what that image is, nothing is proven.
*/
function isProvenSkip(record) {
	return record?.step === "build" && record.status === "skipped" && record.provenBy !== void 0 && record.evidence !== "unknown";
}

// packages/summary/src/judgement/objection.ts
/** What the records of one model, each step once, say against each other and against the plan's promise. */
function objectionsTo(records, promised) {
	const build = records.find((record) => record.step === "build");
	const smoke = records.find((record) => record.step === "smoke");
	const skipped = promised.filter((step) => records.some((record) => record.step === step && record.status === "skipped" && !isProvenSkip(record)));
	return [...build && smoke && ranOther(build, smoke) ? [otherImage(build, smoke)] : [], ...skipped.map(promiseSkipped)];
}
/**
* The record as it counts. The cause it gives itself stays: a skipped step may say why, a failed one knows better.
*/
function withObjections(record, objections) {
	const own = objections.find(({ step }) => step === record.step);
	if (!own || record.status === "failed") return record;
	const failure = record.failure ?? {
		code: "result-failed",
		message: own.gist,
		remedy: own.remedy
	};
	return {
		...record,
		status: "failed",
		failure
	};
}
/**
* Docker's containerd image store names an image by the digest of its manifest or index, the classic store by that of
* its configuration. The configuration behind an index is not in the build's record, so that a classic engine that
* pulled `name@digest` reports an id nobody can compare: there the reference itself is the proof.
*/
function ranOther({ digest, imageDigest, configDigest, provenBy }, { status, image, imageId }) {
	const served = [
		digest,
		imageDigest,
		provenBy
	].filter((known) => known != null);
	const built = [...served, ...configDigest === null ? [] : [configDigest]];
	if (status === "skipped" || imageId === null || built.length === 0) return false;
	if (built.includes(imageId)) return false;
	return !served.some((known) => image.endsWith(`@${known}`));
}
function otherImage({ digest, configDigest, provenBy }, { imageId }) {
	const gist = "the smoke run used another image than the one that was built";
	const built = [digest === null ? short(provenBy ?? "") : short(digest), configDigest === null || configDigest === digest ? "" : `configuration ${short(configDigest)}`].filter((part) => part !== "");
	return {
		step: "smoke",
		name: "other-image",
		gist,
		message: `${gist}: it ran ${short(imageId ?? "")}, built was ${built.join(", ")}`,
		remedy: "Pass the output image-ref of build-image to the input image of smoke-inference, and run it again."
	};
}
function promiseSkipped(step) {
	const gist = "the plan promised this step, but it was skipped";
	return {
		step,
		name: "promise-skipped",
		gist,
		message: `${gist}: nothing is proven by it`,
		remedy: "Let the step run, or take it out of the input expects of plan-matrix where nothing shall promise it."
	};
}
/** The algorithm and twelve digits, as other tables of this page show a digest. */
function short(digest) {
	return digest.slice(0, 19);
}

// packages/summary/src/judgement/judge.ts
/** The steps a plan can promise, in the order they run. */
const plannedSteps = [
	"verify",
	"build",
	"smoke"
];
/** Compares records with the plan among them, if there is one. A promised step without a record is `missing`. */
function judge(all) {
	const plan = latestOf(all, "plan");
	const report = latestOf(all, "report");
	const ofModels = all.filter(isModelRecord);
	const own = ofModels.filter((record) => isOfSameRun(record, plan));
	const byModel = /* @__PURE__ */ new Map();
	for (const { slug } of plan?.models ?? []) byModel.set(slug, []);
	for (const record of newestRecords(own)) {
		const subject = subjectOf(record);
		const records = byModel.get(subject);
		if (records) records.push(record);
		else byModel.set(subject, [record]);
	}
	const models = [...byModel].map(([model, records]) => judgeModel(model, records, plan));
	models.sort((a, b) => rank[a.verdict] - rank[b.verdict]);
	return {
		verdict: overall(models, plan),
		models,
		foreign: ofModels.length - own.length,
		...plan && { plan },
		...report && { report }
	};
}
const rank = {
	failed: 0,
	missing: 1,
	skipped: 2,
	passed: 2,
	"not-planned": 3
};
function latestOf(records, step) {
	return newestRecords(records.filter((record) => record.step === step))[0];
}
function isOfSameRun(record, plan) {
	const [own, planned] = [record.origin?.runId, plan?.origin?.runId];
	return own === void 0 || planned === void 0 || own === planned;
}
function judgeModel(model, given, plan) {
	const planned = plan?.models.find(({ slug }) => slug === model);
	const promised = planned && plan ? plan.expects : [];
	const objections = objectionsTo(given, promised);
	const records = given.map((record) => withObjections(record, objections));
	const verdictOf = (step) => records.find((record) => record.step === step)?.status ?? (promised.includes(step) ? "missing" : "not-planned");
	const steps = {
		verify: verdictOf("verify"),
		build: verdictOf("build"),
		smoke: verdictOf("smoke")
	};
	return {
		model,
		verdict: worst([...Object.values(steps), ...records.map((record) => record.status)]),
		steps,
		records,
		objections,
		...planned && { reason: planned.reason }
	};
}
function worst(verdicts) {
	return [
		"failed",
		"missing",
		"passed",
		"skipped"
	].find((verdict) => verdicts.includes(verdict)) ?? "not-planned";
}
function overall(models, plan) {
	if (plan?.status === "failed") return "failed";
	if (models.length === 0) return plan ? "passed" : "missing";
	const verdict = worst(models.map((model) => model.verdict));
	return verdict === "not-planned" ? "passed" : verdict;
}

// packages/summary/src/text/clean.ts
const escapeSequences$1 = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
const controls$1 = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/**
* Characters that change how their neighbours are shown without being seen: soft hyphen, joiners and zero-width
* spaces, marks that turn the writing direction, annotation anchors, tag characters (Unicode, category Cf).
*/
const unseen = /\p{Cf}|\u034f|\u115f|\u1160|\u3164|\uffa0/gu;
/** They choose between two drawings of the character before; nothing is lost without them. */
const variationSelectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const lineEnds = /[\t\r\n\u2028\u2029]+/g;
/**
* One line of text that shows what it is: escape sequences and control characters are gone, unseen characters stand
* there by their number, line ends are spaces, half characters are replaced. At most `max` characters (UTF-16 units).
*/
function clean(text, max = 4e3) {
	return visible(cut(text, max).replace(lineEnds, " ")).trim();
}
/** A part of a line of source, cleaned with its spaces kept: a tab is four of them, wherever it stands. */
function cleanSource(text) {
	return visible(text.replaceAll("	", "    ").replace(lineEnds, " "));
}
/** Several lines, each cleaned; the last `maxLines` of them within `max` characters, for what a failing tool said. */
function cleanTail(text, max = 8e3, maxLines = 60) {
	const kept = text.length > max ? text.slice(-max) : text;
	const all = kept.split(/\r\n|\r|\n|\u2028|\u2029/);
	while (all.at(-1)?.trim() === "") all.pop();
	const lines = all.slice(-maxLines).map((line) => visible(line.replaceAll("	", "  ")).trimEnd());
	return text.length - kept.length > 0 || all.length > maxLines ? ["[earlier lines left out]", ...lines] : lines;
}
/** Nearly all texts; they need no second look, and a page of 256 models has tens of thousands of them. */
const printableAscii$1 = /^[ -~]*$/;
function visible(text) {
	if (printableAscii$1.test(text)) return text;
	return text.toWellFormed().replace(escapeSequences$1, "").replace(variationSelectors, "").replace(unseen, (char) => `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`).replace(controls$1, "");
}
/** At most `max` characters, saying how many more there were. */
function cut(text, max) {
	return text.length <= max ? text : `${text.slice(0, max)} [${text.length - max} more characters]`;
}

// packages/summary/src/judgement/tally.ts
function tally({ models, plan }) {
	const present = models.flatMap(({ model, records, reason }) => records.map((record) => {
		const isPlanned = reason !== void 0 && plan?.expects.some((step) => step === record.step) === true;
		return {
			model,
			step: record.step,
			isPlanned,
			record
		};
	}));
	const missing = models.flatMap(missingOf);
	const withStatus = (status) => present.filter(({ record }) => record.status === status);
	const records = present.map(({ record }) => record);
	return {
		all: [...present, ...missing],
		failed: withStatus("failed"),
		missing,
		skipped: withStatus("skipped"),
		standIns: records.filter((record) => record.evidence === "stand-in"),
		unproven: present.filter(({ record }) => isUnproven(record)),
		warnings: records.reduce((sum, { findings }) => sum + countOf(findings, "warning"), 0)
	};
}
function missingOf({ model, steps }) {
	return plannedSteps.filter((step) => steps[step] === "missing").map((step) => ({
		model,
		step,
		isPlanned: true
	}));
}
/** How many findings have this severity. */
function countOf(findings, severity) {
	return findings.reduce((sum, finding) => sum + (finding.severity === severity ? 1 : 0), 0);
}

// packages/summary/src/judgement/reason.ts
/** Enough to know the failure by; its issue, further down on every page, holds the whole message. */
const maxLength$2 = 100;
/**
* Why a record failed, ending the sentence it stands in: code and first line of the failure, or the first error where
* findings decided.
*/
function reasonOf$1({ failure, findings }) {
	const errors = countOf(findings, "error");
	const first = findings.find((finding) => finding.severity === "error");
	if (first && (failure === void 0 || failure.code === "findings")) {
		const place = first.locations[0];
		const where = place ? `${errors > 1 ? "the first " : ""}at ${clean(place.file, 200)}:${place.line}` : "";
		return `${plural(errors, "error")}${where === "" ? "" : `, ${where}`}: ${firstLine$1(first.message)}`;
	}
	return failure ? `${failure.code}: ${firstLine$1(failure.message)}` : "it says failed without a reason.";
}
/** The first line with a full stop behind it, or the words of it that fit with three. */
function firstLine$1(text) {
	const line = clean(text.split("\n", 1)[0] ?? "");
	if (line.length <= maxLength$2) return `${line.replace(/[.\s]+$/, "")}.`;
	return `${line.slice(0, maxLength$2).replace(/\s+\S{0,40}$/, "").toWellFormed()}...`;
}

// packages/summary/src/judgement/scope.ts
/** A record that nobody planned must neither swell the promise nor hide in it. */
function scopeOf({ plan, models }, { all, missing }) {
	const hasPlanned = all.some(({ isPlanned }) => isPlanned);
	const isCounted = (step) => step.isPlanned || !hasPlanned;
	const counted = all.filter(isCounted);
	const kinds = new Set(counted.map(({ step }) => step));
	const noun = kinds.size === 1 && missing.length === 0 ? `${[...kinds][0]} step` : "step";
	const kind = hasPlanned ? "planned " : plan ? "unplanned " : "";
	const counts = new Set(counted.map(({ model }) => model));
	return {
		counted,
		isCounted,
		unit: `${kind}${noun}`,
		models: models.map(({ model }) => model).filter((model) => counts.has(model)),
		beyond: all.filter((step) => !isCounted(step))
	};
}
/** Such as "2 of 15 planned steps and 1 of 2 more", for some of the steps in scope. */
function shareOf$1(some, { counted, isCounted, unit, beyond }) {
	const inside = some.filter(isCounted).length;
	const outside = some.length - inside;
	const own = `${count$2(inside)} of ${plural(counted.length, unit)}`;
	if (outside === 0) return own;
	if (inside === 0) return `${count$2(outside)} of ${plural(beyond.length, "step")} beyond the plan`;
	return `${own} and ${count$2(outside)} of ${count$2(beyond.length)} more`;
}

// packages/summary/src/judgement/stand-in.ts
/** Images have three contexts to replace; more than these come from a record that is odd. */
const maxContexts = 8;
/** Sets of contexts that get a text of their own; beyond them, one text speaks for the rest. */
const maxSets = 3;
/** The contexts that were replaced in any of these records, as a list of words. */
function contextsOf(records) {
	const shown = [...new Set(records.flatMap((record) => record.replacedContexts))].sort().map((context) => clean(context, 60));
	if (shown.length === 0) return "contexts it does not name";
	return shown.length <= maxContexts ? shown.join(", ") : names(shown, maxContexts);
}
/**
* What to say of the stand-ins among the records, one text for each set of replaced contexts; empty where all is real.
*/
function standInNotes(records) {
	const bySet = /* @__PURE__ */ new Map();
	for (const record of records) {
		if (record.evidence !== "stand-in" || record.step === "report") continue;
		const key = contextsOf([record]);
		bySet.set(key, [...bySet.get(key) ?? [], record]);
	}
	const sets = [...bySet.values()];
	const rest = sets.slice(maxSets).flat();
	return [...sets.slice(0, maxSets), ...rest.length > 0 ? [rest] : []].map((replaced) => {
		return `evidence: stand-in for ${names(replaced.map(stepName), 12)}; replaced: ${contextsOf(replaced)}. This proves the plumbing and nothing about the real image.`;
	});
}

// packages/summary/src/judgement/sentence.ts
/** Longer sentences are no answer; a record holds 2000 characters. */
const maxLength$1 = 900;
/**
* One sentence that answers "may I merge?": the verdict first, then the number that decided it and the models.
* Stand-ins and what is not known come before anything good that is said, so that nobody takes plumbing for proof.
*/
function verdictSentence(judgement, circumstances = {}) {
	const { refused = 0, planExpected = false } = circumstances;
	const steps = tally(judgement);
	const unreadable = refused > 0 ? ` ${plural(refused, "record file")} could not be read.` : "";
	const noPlan = planExpected && !judgement.plan ? " No plan was found: nothing says whether more was due." : "";
	const sentence = refused > 0 && isGood(judgement) ? unreadableOnly(refused, steps) : main(judgement, steps) + unreadable;
	return `${sentence.length > maxLength$1 ? `${sentence.slice(0, maxLength$1)}...` : sentence}${noPlan}`;
}
function isGood({ verdict }) {
	return verdict === "passed" || verdict === "skipped";
}
function unreadableOnly(refused, { all }) {
	return `Failed: ${plural(refused, "record file")} could not be read, beside ${plural(all.length, "step")} that did not fail.`;
}
function main(judgement, steps) {
	if (judgement.models.length === 0) return withoutModels(judgement);
	if (!isGood(judgement)) return failed(judgement, steps);
	if (steps.all.length === 0) return "Passed: the plan promises 0 steps, so nothing had to run.";
	return passed(steps, scopeOf(judgement, steps));
}
function withoutModels({ plan, foreign }) {
	if (plan?.status === "failed") return `Failed: the plan itself failed, ${reasonOf$1(plan)}`;
	if (plan) return "Passed: the plan names 0 models, so nothing had to run.";
	if (foreign > 0) return `Failed: 0 of ${plural(foreign, "record")} belong to this run.`;
	return "Failed: 0 records were found.";
}
function failed(judgement, steps) {
	const { plan } = judgement;
	const { failed, missing, standIns } = steps;
	const scope = scopeOf(judgement, steps);
	const first = failed[0]?.record;
	const tail = `${plan?.status === "failed" ? ` The plan itself failed, ${reasonOf$1(plan)}` : ""}${standIns.length > 0 ? ` evidence: stand-in in ${plural(standIns.length, "step")} (${contextsOf(standIns)} replaced).` : ""}`;
	if (failed.length === 0 && missing.length === 0) return `Failed:${tail.replace(" The", " the")}`;
	if (failed.length === 0) return `Failed: ${shareOf$1(missing, scope)} left no result (${list$1(missing)}).${tail}`;
	const missed = missing.length > 0 ? `; ${count$2(missing.length)} left no result (${list$1(missing)})` : "";
	const why = first ? ` ${failed.length > 1 ? `First: ${stepName(first)}, ` : ""}${reasonOf$1(first)}` : "";
	return `Failed: ${shareOf$1(failed, scope)} (${list$1(failed)})${missed}.${why}${tail}`;
}
function passed(steps, scope) {
	const { skipped, all, warnings } = steps;
	const of = `${plural(scope.counted.length, scope.unit)} of ${plural(scope.models.length, "model")} (${names(scope.models)})`;
	const proven = skipped.filter(({ record }) => isProvenSkip(record));
	const idleOnly = skipped.filter(({ record }) => !isProvenSkip(record));
	if (skipped.length === all.length) {
		const why = idleOnly.length > 0 ? "so nothing is proven" : `since the registry already holds what ${all.length === 1 ? "it" : "they"} would make`;
		return `Skipped: 0 of ${of}${beyondPart(scope, skipped)} ran, ${why}.`;
	}
	const idle = skipped.filter(scope.isCounted).length;
	const share = idle > 0 ? `${count$2(scope.counted.length - idle)} of ` : scope.counted.length > 1 ? "all " : "";
	const rest = [
		proven.length > 0 ? `${count$2(proven.length)} skipped, since proven (${list$1(proven)})` : "",
		idleOnly.length > 0 ? `${count$2(idleOnly.length)} skipped (${list$1(idleOnly)})` : "",
		warnings > 0 ? plural(warnings, "warning") : ""
	].filter((part) => part !== "");
	const tail = rest.length > 0 ? `; ${rest.join(", ")}` : "";
	const ran = `${share}${of}${beyondPart(scope, skipped)}`;
	return `Passed${doubt(steps)}: ${[ran, ...evidenceParts(steps)].join(", ")}${tail}.`;
}
/** What ran beside the promise, by name: a reader of the plan does not expect it. */
function beyondPart({ beyond, isCounted }, skipped) {
	if (beyond.length === 0) return "";
	const idle = skipped.filter((step) => !isCounted(step)).length;
	return `, and ${idle > 0 ? `${count$2(beyond.length - idle)} of ` : ""}${count$2(beyond.length)} more (${list$1(beyond)})`;
}
function doubt({ standIns, unproven }) {
	if (standIns.length > 0) return ", but this proves only the plumbing, not the real images";
	return unproven.length > 0 ? ", but nothing says whether all images are the real ones" : "";
}
function evidenceParts({ all, standIns, unproven }) {
	const of = (some) => some.length === all.length ? "" : `${count$2(some.length)} of them `;
	return [...standIns.length > 0 ? [`${of(standIns)}on stand-ins (${contextsOf(standIns)})`] : [], ...unproven.length > 0 ? [`${of(unproven)}with evidence unknown (${list$1(unproven)})`] : []];
}
function list$1(steps) {
	return names(steps.map(({ model, step }) => `${model} ${step}`), 4);
}

// packages/summary/src/judgement/single-sentence.ts
/** The sentence over one record alone, as the summary of a single step shows it. */
function singleSentence(record) {
	const what = stepName(record);
	if (record.status === "failed") return `Failed: ${what}, ${reasonOf$1(record)}${standInTail(record)}`;
	if (isProvenSkip(record)) return `Skipped: ${what}, since the registry already holds it (${record.provenBy.slice(0, 19)})${standInTail(record) || "."}`;
	if (record.status === "skipped") return `Skipped: ${what}, so nothing is proven.`;
	if (record.step === "plan") return planned(record);
	const said = `${what}, ${achievement(record)}`;
	if (record.evidence === "real") return `Passed: ${said}.`;
	if (record.evidence === "unknown") return `Passed, but nothing says whether the image is the real one: ${said}.`;
	return `Passed, but this proves only the plumbing, not the real image (${contextsOf([record])} replaced): ${said}.`;
}
/** What was replaced stands in the note below; after a failure the word alone is enough. */
function standInTail({ evidence }) {
	return evidence === "stand-in" ? " evidence: stand-in." : "";
}
function planned({ models, expects }) {
	if (models.length === 0) return "Planned: 0 models, so nothing has to run.";
	const steps = expects.length > 0 ? `; each must leave a record of ${names(expects)}` : "";
	return `Planned: ${plural(models.length, "model")} (${names(models.map(({ slug }) => slug))})${steps}.`;
}
function achievement(record) {
	switch (record.step) {
		case "verify": return verified(record);
		case "build": return built(record);
		case "smoke": return answered(record);
		case "lock": return `${record.lock ? `${record.lock.state}, ` : ""}${plural(record.entries.length, "locked thing")}`;
		default: return `in ${duration$1(record.durationMs)}`;
	}
}
function verified({ rules, findings }) {
	const warnings = countOf(findings, "warning");
	return `${warnings > 0 ? plural(warnings, "warning") : "no error and no warning"} from ${plural(rules.length, "rule")}`;
}
function built({ digest, sizeBytes, sizes, durationMs, target }) {
	const which = digest === null ? "no digest, since nothing was exported" : `${digest.slice(0, 19)}`;
	const own = sizeBytes === null ? "" : `, ${size(sizeBytes)}`;
	const weight = sizes ? `, ${size(sizes.compressedBytes)} compressed` : own;
	return `target ${clean(target, 60)} in ${duration$1(durationMs)}, ${which}${weight}`;
}
function answered({ predictions, latenciesMs, gpu, usage }) {
	const times = percentiles(latenciesMs);
	return [
		predictions.map(({ family, count: found }) => `${clean(family, 60)}: ${count$2(found)}`).join(" and "),
		times ? `p50 ${duration$1(times.p50)}` : "",
		gpu ? `on ${clean(gpu.name, 60)}` : "without a GPU",
		usage?.peakMiB == null ? "" : `peak ${mebibytes$1(usage.peakMiB)}`
	].filter((part) => part !== "").join(", ");
}

// packages/summary/src/text/change.ts
/** What became of a number of bytes, the direction in a word: 12,345 bytes (12.1 KiB, 3%) smaller. */
function changeOfBytes(before, after) {
	const bytes = Math.abs(after - before);
	if (bytes === 0) return "the same size";
	const share = before > 0 ? `, ${shareOf(bytes, before)}` : "";
	return `${plural(bytes, "byte")} (${size(bytes)}${share}) ${after < before ? "smaller" : "larger"}`;
}
/** The same in a word, for a narrow place: 3% smaller. */
function shortChange(before, after) {
	if (before === after) return "same size as before";
	const difference = Math.abs(after - before);
	return `${before > 0 ? shareOf(difference, before) : size(difference)} ${after < before ? "smaller" : "larger"}`;
}
/** A part of a whole in percent. What is there is never shown as 0%, nor what is missing as 100%. */
function shareOf(part, whole) {
	if (!(whole > 0) || !Number.isFinite(part)) return "";
	const percent = part / whole * 100;
	if (percent > 0 && percent < .1) return "<0.1%";
	if (percent < 100 && percent >= 99.95) return ">99.9%";
	return `${percent < 10 || percent > 99 ? decimal(Math.round(percent * 10) / 10) : Math.round(percent)}%`;
}

// packages/summary/src/view/lock-state.ts
/**
* `moved`: locked is one thing, found another. `unknown`: nobody could say what it is. `unasked`: locked, and nobody was
* asked whether it still is that.
*/
function entryState({ locked, resolved, asked }) {
	if (resolved === null) return "unknown";
	if (locked !== resolved) return "moved";
	return asked === false ? "unasked" : "held";
}

// packages/summary/src/view/lock-facts.ts
function lockFacts({ entries, mode, offline, written, lock }) {
	const of = (state) => entries.filter((entry) => entryState(entry) === state).length;
	const which = [
		{
			number: of("held"),
			words: "held"
		},
		{
			number: of("moved"),
			words: "moved"
		},
		{
			number: of("unknown"),
			words: "not known now"
		},
		{
			number: of("unasked"),
			words: "not asked for"
		}
	].filter(({ number }) => number > 0).map(({ number, words }) => `${count$2(number)} ${words}`).join(", ");
	return [
		...mode === void 0 ? [] : [{
			label: "Mode",
			value: `${mode}${offline ? ", offline" : ""}`
		}],
		...lock ? [lockStateFact(lock)] : [],
		{
			label: "Locked",
			value: `${plural(entries.length, "thing")}${which === "" ? "" : `: ${which}`}`
		},
		...written === void 0 ? [] : [{
			label: "File changed",
			value: written ? "yes" : "no"
		}]
	];
}
/** The lock file's state in a line. */
function lockStateFact({ file, state, unknown, drift }) {
	const words = {
		held: `held: everything is as ${file} says`,
		incomplete: `incomplete: ${file} does not hold ${names(unknown, 12)}`,
		drifted: `drifted: ${plural(drift.length, "thing")} not as ${file} says (${names(drift.map(({ name }) => name), 12)})`,
		absent: `absent: nothing of this model is in ${file}, so that nothing holds what the names stand for`
	};
	const beside = state === "drifted" && unknown.length > 0 ? `; it does not hold ${names(unknown, 6)}` : "";
	return {
		label: "Lock",
		value: `${words[state]}${beside}`
	};
}

// packages/summary/src/view/build-facts.ts
function buildFacts(record) {
	const { folder, target, tags, platform, cache, reproducible, lock } = record;
	return [
		{
			label: "Folder",
			value: folder,
			isCode: true
		},
		{
			label: "Target",
			value: target,
			isCode: true
		},
		...platform == null ? [] : [{
			label: "Platform",
			value: platform,
			isCode: true
		}],
		...tags.slice(0, 5).map((tag) => ({
			label: "Tag",
			value: tag,
			isCode: true
		})),
		...provenFacts(record),
		...digestFacts(record),
		...sizeFacts(record),
		{
			label: "Sent to the builder",
			value: size(record.transferredBytes)
		},
		{
			label: "Base layers fetched",
			value: size(record.pulledBytes)
		},
		{
			label: "Build steps",
			value: stepsText(record)
		},
		...cache ? [{
			label: "Cache",
			value: cacheText(cache)
		}] : [],
		...reproducible === void 0 ? [] : [{
			label: "Reproducible mode",
			value: reproducible ? "on" : "off"
		}],
		...lock ? [lockStateFact(lock)] : [],
		{
			label: "Pushed",
			value: record.pushed ? "yes" : "no"
		},
		{
			label: "Builder",
			value: record.builder ?? "unknown"
		}
	];
}
/** The step did nothing, and this is why nothing is missing. */
function provenFacts({ status, provenBy, contentKey }) {
	const key = contentKey === void 0 ? [] : [{
		label: "Content key",
		value: contentKey,
		isCode: true
	}];
	if (provenBy === void 0) return key;
	return [
		{
			label: "Skipped, since proven",
			value: status === "skipped" ? "the registry already holds an image made of the same things, under the digest below" : "the registry held an image made of the same things, under the digest below"
		},
		{
			label: "Proven by",
			value: provenBy,
			isCode: true
		},
		...key
	];
}
/** Three digests name one image: that of an index, where there is one, that of its manifest, that of its configuration. */
function digestFacts({ digest, imageDigest, configDigest, imageRef }) {
	const code = (label, value) => value == null ? [] : [{
		label,
		value,
		isCode: true
	}];
	const ref = imageRef == null ? [] : [{
		label: "Run it as",
		value: imageRef,
		isCode: true,
		isCopied: true
	}];
	const configuration = code("Configuration", configDigest);
	if (digest === null) return [
		{
			label: "Digest",
			value: "none: nothing was exported"
		},
		...code("Manifest digest", imageDigest),
		...configuration,
		...ref
	];
	if (imageDigest == null) return [
		...code("Digest", digest),
		...configuration,
		...ref
	];
	return [
		...imageDigest !== digest ? code("Index digest", digest) : [],
		...code("Manifest digest", imageDigest),
		...configuration,
		...ref
	];
}
function sizeFacts({ sizeBytes, sizes }) {
	const own = {
		label: "Image size",
		value: size(sizeBytes)
	};
	if (!sizes) return [own];
	const { compressedBytes, layers, previous } = sizes;
	const facts = [own, {
		label: "Compressed size",
		value: `${size(compressedBytes)} in ${plural(layers.length, "layer")}`
	}];
	if (!previous) return facts;
	const change = changeOfBytes(previous.compressedBytes, compressedBytes);
	const value = `${change} ${change === "the same size" ? "as" : "than"} ${previous.ref} (${previous.digest.slice(0, 19)})`;
	return [...facts, {
		label: "Size change",
		value
	}];
}
function stepsText({ steps, phases, cache }) {
	if (!steps) return unknown;
	const share = (phases !== void 0 || cache !== void 0) && steps.total > 0 ? ` (${shareOf(steps.cached, steps.total)})` : "";
	return `${count$2(steps.total)}, ${count$2(steps.cached)} from cache${share}`;
}
function cacheText({ mode, from, to, written }) {
	if (mode === "off") return "off";
	return [
		mode,
		from.length > 0 ? `read from ${names(from, 3)}` : "",
		to.length > 0 && written === true ? `written to ${names(to, 3)}` : "",
		to.length > 0 && written === null ? `whether ${names(to, 3)} was written is not known` : "",
		written === false ? "not written" : ""
	].filter((part) => part !== "").join("; ");
}

// packages/summary/src/view/stretches.ts
/** Stretches in order, those that overlap or lie at most `gapMs` apart made one. */
function mergeStretches(stretches, gapMs = 0) {
	const merged = [];
	for (const { startMs, durationMs } of [...stretches].sort((a, b) => a.startMs - b.startMs)) {
		const last = merged.at(-1);
		if (last && startMs <= last.startMs + last.durationMs + gapMs) last.durationMs = Math.max(last.durationMs, startMs + durationMs - last.startMs);
		else merged.push({
			startMs,
			durationMs
		});
	}
	return merged;
}
/** Finer than anybody sees in a bar, and a bound on how many spans it has. */
const steps = 200;
/** The stretches as parts of a bar that stands for `totalMs`. */
function spansOf(stretches, totalMs) {
	if (!(totalMs > 0)) return [];
	return mergeStretches(stretches, totalMs / steps).map(({ startMs, durationMs }) => ({
		from: Math.min(startMs / totalMs, 1),
		to: Math.min((startMs + durationMs) / totalMs, 1)
	}));
}
/** A part of a whole as a bar; undefined where there is no whole. */
function partBar(part, whole) {
	if (!(whole > 0)) return void 0;
	return part > 0 ? [{
		from: 0,
		to: Math.min(part / whole, 1)
	}] : [];
}

// packages/summary/src/view/context-figures.ts
/** What of the folder went to the builder, what kept the rest back, and what could still go. */
function contextFigures(context, transferredBytes) {
	const { tree, rules, largest, unmatched } = context;
	return [
		amounts(context, transferredBytes),
		...rulesThatKeepBack(rules, tree),
		...largestPaths(largest),
		...rulesWithoutMatch(unmatched)
	];
}
function amounts({ tree, kept, selected }, transferredBytes) {
	const row = (name, amount) => {
		if (amount?.bytes === void 0) return { cells: [
			name,
			"",
			"unknown",
			""
		] };
		const bar = partBar(amount.bytes, tree.bytes);
		const files = amount.files === void 0 ? "" : count$2(amount.files);
		const share = amount.bytes > tree.bytes ? "" : shareOf(amount.bytes, tree.bytes);
		return {
			cells: [
				name,
				files,
				size(amount.bytes),
				share
			],
			...bar && { bar }
		};
	};
	return {
		title: "Build context",
		columns: [
			{
				label: "Files",
				kind: "text"
			},
			{
				label: "Number",
				kind: "number"
			},
			{
				label: "Bytes",
				kind: "number"
			},
			{
				label: "Share",
				kind: "number"
			}
		],
		barLabel: "Of the folder",
		rows: [
			row("in the folder", tree),
			row("left by the ignore file", kept),
			row("asked for by the Dockerfile", selected),
			row("sent to the builder", transferredBytes === null ? null : { bytes: transferredBytes })
		],
		...selected === null && { note: "What the Dockerfile asks for depends on a value that is not known here." }
	};
}
function rulesThatKeepBack(rules, tree) {
	if (rules.length === 0) return [];
	return [{
		title: "Ignore rules that keep back most",
		columns: [
			{
				label: "Line",
				kind: "number"
			},
			{
				label: "Rule",
				kind: "code"
			},
			{
				label: "Files",
				kind: "number"
			},
			{
				label: "Bytes",
				kind: "number"
			}
		],
		barLabel: "Of the folder",
		rows: rules.slice(0, 10).map(({ line, text, files, bytes }) => {
			const bar = partBar(bytes, tree.bytes);
			return {
				cells: [
					String(line),
					text,
					count$2(files),
					size(bytes)
				],
				...bar && { bar }
			};
		}),
		...moreOf$1(rules.length, "rule")
	}];
}
function largestPaths(largest) {
	if (largest.length === 0) return [];
	return [{
		title: "Largest files of the context",
		columns: [{
			label: "Bytes",
			kind: "number"
		}, {
			label: "Path",
			kind: "code"
		}],
		rows: largest.slice(0, 10).map(({ path, bytes }) => ({ cells: [size(bytes), path] })),
		...moreOf$1(largest.length, "file")
	}];
}
function rulesWithoutMatch(unmatched) {
	if (unmatched.length === 0) return [];
	return [{
		title: "Ignore rules that match nothing",
		columns: [{
			label: "Line",
			kind: "number"
		}, {
			label: "Rule",
			kind: "code"
		}],
		rows: unmatched.slice(0, 10).map(({ line, text }) => ({ cells: [String(line), text] })),
		...moreOf$1(unmatched.length, "rule")
	}];
}
function moreOf$1(all, noun) {
	return all > 10 ? { note: `${plural(all - 10, `more ${noun}`)} in the record.` } : {};
}

// packages/summary/src/view/lock-figures.ts
const columns = [
	{
		label: "Name",
		kind: "code"
	},
	{
		label: "Locked",
		kind: "digest"
	},
	{
		label: "Found",
		kind: "digest"
	}
];
/** Where the lock and what a build used do not agree. */
function driftFigure({ drift }) {
	if (drift.length === 0) return void 0;
	return {
		title: "Not as the lock file says",
		columns,
		rows: drift.slice(0, 20).map(({ name, locked, found }) => ({ cells: [
			name,
			locked ?? "nothing",
			found ?? "nothing"
		] })),
		...moreOf(drift.length)
	};
}
/** What a lock's record found wanting, and what it changed. */
function lockFigures({ entries, lock, changes, written }) {
	const moved = entries.filter((entry) => entryState(entry) === "moved");
	const unknown = entries.filter((entry) => entryState(entry) === "unknown");
	return [
		lock && driftFigure(lock),
		entryFigure(lock ? unknown : [...moved, ...unknown]),
		changes && changeFigure(changes, written === true)
	].filter((figure) => figure !== void 0);
}
function entryFigure(entries) {
	if (entries.length === 0) return void 0;
	return {
		title: "Not held, or without an answer",
		columns: [...columns, {
			label: "Why",
			kind: "text"
		}],
		rows: entries.slice(0, 20).map(({ name, locked, resolved, reason }) => ({ cells: [
			name,
			locked ?? "nothing",
			resolved ?? "unknown",
			reason ?? ""
		] })),
		...moreOf(entries.length)
	};
}
function changeFigure(changes, isWritten) {
	if (changes.length === 0) return void 0;
	return {
		title: isWritten ? "Changes written to the lock file" : "Changes not written to the lock file",
		columns: [{
			label: "Change",
			kind: "digest"
		}],
		rows: changes.slice(0, 20).map((change) => ({ cells: [change] })),
		...moreOf(changes.length)
	};
}
function moreOf(all) {
	return all > 20 ? { note: `${plural(all - 20, "more line")} in the record.` } : {};
}

// packages/summary/src/view/phase-figure.ts
const words$1 = {
	context: "context",
	pull: "base pull",
	run: "RUN",
	copy: "COPY",
	export: "export",
	push: "push",
	"cache-import": "cache in",
	"cache-export": "cache out",
	other: "other"
};
/** Where the time went, each phase over one clock, in the order they began. Undefined where nothing took any. */
function phaseFigure(phases) {
	const totalMs = phases.reduce((end, { startMs, durationMs }) => Math.max(end, startMs + durationMs), 0);
	const lanes = lanesOf(phases);
	if (totalMs === 0 || lanes.length === 0) return void 0;
	return {
		title: `Where ${duration$1(totalMs)} of build went`,
		columns: [
			{
				label: "Phase",
				kind: "text"
			},
			{
				label: "Begins at",
				kind: "number"
			},
			{
				label: "Takes",
				kind: "number"
			},
			{
				label: "Share",
				kind: "number"
			}
		],
		barLabel: "When",
		rows: lanes.map(({ name, stretches }) => {
			const taken = stretches.reduce((sum, { durationMs }) => sum + durationMs, 0);
			return {
				cells: [
					name,
					duration$1(stretches[0]?.startMs),
					duration$1(taken),
					shareOf(taken, totalMs)
				],
				bar: spansOf(stretches, totalMs)
			};
		}),
		...overlap(lanes, totalMs) && { note: "Phases run at the same time where they can: shares add up to more than 100%." },
		timeline: {
			totalMs,
			lanes
		}
	};
}
function lanesOf(phases) {
	return PhaseName.options.map((name) => ({
		name: words$1[name],
		stretches: mergeStretches(phases.filter((phase) => phase.name === name && phase.durationMs > 0))
	})).filter(({ stretches }) => stretches.length > 0).sort((a, b) => (a.stretches[0]?.startMs ?? 0) - (b.stretches[0]?.startMs ?? 0));
}
function overlap(lanes, totalMs) {
	return lanes.flatMap(({ stretches }) => stretches).reduce((sum, one) => sum + one.durationMs, 0) > totalMs;
}

// packages/summary/src/view/pin-figure.ts
const words = {
	"base-image": "base image",
	"git-commit": "git commit",
	frontend: "frontend",
	other: "other"
};
/** What the build started from, as the builder itself says it. */
function pinFigure(pins) {
	if (pins.length === 0) return void 0;
	const more = pins.length - 20;
	return {
		title: "What it was built from",
		columns: [
			{
				label: "Kind",
				kind: "text"
			},
			{
				label: "Name",
				kind: "code"
			},
			{
				label: "Digest or commit",
				kind: "digest"
			}
		],
		rows: pins.slice(0, 20).map(({ kind, name, value }) => ({ cells: [
			words[kind],
			name,
			value ?? "none named"
		] })),
		...more > 0 && { note: `${plural(more, "more pin")} in the record.` }
	};
}

// packages/summary/src/view/size-figures.ts
/** The image beside the one before it, then the layers that weigh most with the instruction that made each. */
function sizeFigures({ compressedBytes, layers, previous }) {
	return [...previous ? [besidePrevious(compressedBytes, previous)] : [], ...layers.length > 0 ? [largestLayers(compressedBytes, layers)] : []];
}
function besidePrevious(bytes, previous) {
	const before = previous.compressedBytes;
	const most = Math.max(bytes, before);
	return {
		title: "Size in the registry, beside the previous image",
		columns: [
			{
				label: "Image",
				kind: "text"
			},
			{
				label: "Compressed",
				kind: "number"
			},
			{
				label: "Change",
				kind: "text"
			}
		],
		barLabel: "Size",
		rows: [{
			name: "before",
			value: before,
			change: ""
		}, {
			name: "now",
			value: bytes,
			change: shortChange(before, bytes)
		}].map(({ name, value, change }) => {
			const bar = partBar(value, most);
			return {
				cells: [
					name,
					size(value),
					change
				],
				...bar && { bar }
			};
		})
	};
}
function largestLayers(total, layers) {
	const numbered = layers.map((layer, index) => ({
		...layer,
		number: index + 1
	}));
	const shown = numbered.sort((a, b) => b.bytes - a.bytes).slice(0, 10);
	const rest = numbered.slice(10).reduce((sum, { bytes }) => sum + bytes, 0);
	const more = numbered.length - shown.length;
	return {
		title: "Largest layers",
		columns: [
			{
				label: "Layer",
				kind: "number"
			},
			{
				label: "Compressed",
				kind: "number"
			},
			{
				label: "Share",
				kind: "number"
			},
			{
				label: "Made by",
				kind: "code"
			}
		],
		barLabel: "Of the image",
		rows: shown.map(({ number, bytes, digest, instruction }) => {
			const bar = partBar(bytes, total);
			const by = instruction ?? digest.slice(0, 19);
			return {
				cells: [
					String(number),
					size(bytes),
					shareOf(bytes, total),
					by
				],
				...bar && { bar }
			};
		}),
		...more > 0 && { note: `${plural(more, "more layer")} of ${size(rest)} together.` }
	};
}

// packages/summary/src/view/figures.ts
/** What a record knows that a list of facts would hide; none for records that do not measure it. */
function figuresOf(record) {
	if (record.step === "lock") return lockFigures(record);
	if (record.step !== "build") return [];
	const { phases, sizes, context, lock, pins } = record;
	return [
		...phases ? present(phaseFigure(phases)) : [],
		...sizes ? sizeFigures(sizes) : [],
		...context ? contextFigures(context, record.transferredBytes) : [],
		...lock ? present(driftFigure(lock)) : [],
		...pins ? present(pinFigure(pins)) : []
	];
}
function present(figure) {
	return figure ? [figure] : [];
}

// packages/summary/src/view/smoke-facts.ts
function smokeFacts(record) {
	const { image, imageId, container, gpu, usage, predictions, latenciesMs, output } = record;
	return [
		{
			label: "Image",
			value: image,
			isCode: true
		},
		...imageId === null ? [] : [{
			label: "Image id",
			value: imageId,
			isCode: true
		}],
		{
			label: "GPU",
			value: gpu ? gpuText(gpu) : "none was given to the container"
		},
		...usage ? [{
			label: "GPU memory",
			value: usageText(usage)
		}] : [],
		...predictions.map((prediction) => ({
			label: "Prediction",
			value: predictionText(prediction)
		})),
		...latencyFacts(latenciesMs),
		{
			label: "Container",
			value: container ? containerText(container) : "never started"
		},
		...output === null ? [] : [{
			label: "Raw output",
			value: output,
			isCode: true
		}]
	];
}
function gpuText({ name, driver, computeCapability, totalMiB }) {
	return `${name}, compute capability ${computeCapability}, ${mebibytes$1(totalMiB)}, driver ${driver}`;
}
function usageText({ baselineMiB, peakMiB, residualMiB, samples }) {
	const [before, peak, after] = [
		baselineMiB,
		peakMiB,
		residualMiB
	].map(mebibytes$1);
	return `peak ${peak}, before ${before}, after ${after} (${plural(samples, "sample")})`;
}
function predictionText({ family, count: found, byClass, scoreMin, scoreMax }) {
	const split = Object.entries(byClass).slice(0, 12).map(([name, number]) => `${name} ${count$2(number)}`).join(", ");
	const scores = scoreMin === null || scoreMax === null ? "" : `, scores ${decimal(scoreMin)} to ${decimal(scoreMax)}`;
	return `${count$2(found)} ${family}${split === "" ? "" : ` (${split})`}${scores}`;
}
function latencyFacts(latenciesMs) {
	const times = percentiles(latenciesMs);
	if (!times) return [];
	return [{
		label: "Latency",
		value: `p50 ${duration$1(times.p50)}, p95 ${duration$1(times.p95)} over ${plural(latenciesMs.length, "run")}`
	}];
}
function containerText({ exitCode, oomKilled, timedOut, removed }) {
	return [
		exitCode === null ? `exit code ${unknown}` : `exit code ${exitCode}`,
		timedOut ? "ended by the deadline" : "",
		oomKilled ? "killed for its memory" : "",
		removed ? "removed" : "NOT removed"
	].filter((part) => part !== "").join(", ");
}

// packages/summary/src/view/words.ts
/** The word a reader sees; a symbol may follow it, but never stands alone. */
const verdictWord = {
	passed: "passed",
	failed: "failed",
	skipped: "skipped",
	missing: "no result",
	"not-planned": "not planned"
};

// packages/summary/src/view/facts.ts
/** Everything worth reading of one record beside its issues, evidence first. What is not known has no line. */
function factGroup(record) {
	const heading = `${record.step}: ${verdictWord[record.status]}, ${duration$1(record.durationMs)}`;
	const facts = [
		evidenceFact(record),
		...ownFacts(record),
		...originFacts(record)
	];
	const figures = figuresOf(record);
	return {
		heading,
		facts: facts.filter(({ value }) => value !== unknown),
		...figures.length > 0 && { figures }
	};
}
function evidenceFact(record) {
	return {
		label: "Evidence",
		value: {
			real: "real",
			"stand-in": `stand-in; replaced: ${contextsOf([record])}`,
			unknown: `unknown: ${whyUnknown(record)}`
		}[record.evidence]
	};
}
function ownFacts(record) {
	switch (record.step) {
		case "plan": return planFacts(record);
		case "verify": return verifyFacts(record);
		case "build": return buildFacts(record);
		case "smoke": return smokeFacts(record);
		case "lock": return lockFacts(record);
		case "report": return [];
	}
}
function planFacts({ models, expects, base, notes = [] }) {
	return [
		...base == null ? [] : [{
			label: "Compared with",
			value: base,
			isCode: true
		}],
		{
			label: "Steps that must leave a record",
			value: expects.join(", ") || "none"
		},
		...notes.map((value) => ({
			label: "Note",
			value
		})),
		...models.map(({ slug, reason }) => ({
			label: slug,
			value: reason
		}))
	];
}
function verifyFacts({ folder, rules, context, policy, files, skipped, suppressed }) {
	const facts = [
		{
			label: "Folder",
			value: folder,
			isCode: true
		},
		...policy === void 0 ? [] : [{
			label: "Policy",
			value: policy,
			isCode: true
		}],
		{
			label: "Rules that ran",
			value: count$2(rules.length)
		},
		...files === void 0 ? [] : [{
			label: "Files checked",
			value: filesText(files)
		}],
		...(skipped ?? []).slice(0, 10).map(({ path, why }) => ({
			label: "Not checked",
			value: `${path}: ${why}`
		})),
		...skipped !== void 0 && skipped.length > 10 ? [{
			label: "Not checked",
			value: plural(skipped.length - 10, "more file")
		}] : [],
		...suppressed ? [{
			label: "Findings left out",
			value: suppressedText(suppressed)
		}] : []
	];
	if (!context) return facts;
	const { keptFiles, keptBytes, treeFiles, treeBytes, largest } = context;
	const kept = `${size(keptBytes)} in ${plural(keptFiles, "file")}, of ${size(treeBytes)} in ${plural(treeFiles, "file")}`;
	facts.push({
		label: "Build context",
		value: kept
	});
	const top = largest.slice(0, 5).map(({ path, bytes }) => `${path} (${size(bytes)})`);
	if (top.length > 0) facts.push({
		label: "Largest files sent",
		value: top.join(", ")
	});
	return facts;
}
function filesText(files) {
	return files.length === 0 ? "0" : `${count$2(files.length)} (${names(files, 5)})`;
}
function suppressedText({ inline, policy = 0, baseline, scope }) {
	const parts = [
		inline > 0 ? `${count$2(inline)} by a comment` : "",
		policy > 0 ? `${count$2(policy)} by the policy` : "",
		baseline > 0 ? `${count$2(baseline)} in the baseline` : "",
		scope > 0 ? `${count$2(scope)} outside the scope` : ""
	].filter((part) => part !== "");
	return parts.length === 0 ? unknown : parts.join(", ");
}
function originFacts({ origin, startedAt }) {
	const facts = [{
		label: "Started",
		value: `${startedAt.slice(0, 19).replace("T", " ")} UTC`
	}];
	if (!origin) return facts;
	const run = `run ${origin.runId}, attempt ${count$2(origin.runAttempt)}`;
	return [
		...facts,
		{
			label: "Commit",
			value: origin.commit,
			isCode: true
		},
		{
			label: "Workflow",
			value: run
		}
	];
}

// packages/summary/src/view/details.ts
/** The facts of every record: the plan first, then one detail a model. */
function detailsOf({ plan, models }, isOpen) {
	const withRecords = models.filter(({ records }) => records.length > 0);
	return [...plan ? [planDetail(plan, isOpen)] : [], ...withRecords.map((model) => modelDetail(model, isOpen))];
}
function planDetail(plan, isOpen) {
	return {
		about: "plan",
		title: `Plan: ${plural(plan.models.length, "model")}, each with its reason`,
		verdict: plan.status,
		isOpen,
		groups: [factGroup(plan)]
	};
}
function modelDetail({ model, verdict, steps, records }, isOpen) {
	const seen = Object.entries(steps).filter(([, of]) => of !== "not-planned").map(([step, of]) => `${step} ${verdictWord[of]}`);
	return {
		about: "model",
		title: seen.length > 0 ? `${model}: ${seen.join(", ")}` : model,
		verdict,
		isOpen,
		groups: records.map(factGroup)
	};
}

// packages/summary/src/view/rule-link.ts
/**
* The address of the page about a finding's rule, or undefined where there is none. `rulePages` is the folder of the pages
* in the actions' own repository, at the commit that runs; only rules with a code have a page.
*/
function ruleLink(rulePages, { code, rule }) {
	if (rulePages === void 0 || code === void 0) return void 0;
	return /^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._-]+)+$/.test(rulePages) && !/\/\.{1,2}(?:\/|$)/.test(rulePages) && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(rule) ? `${rulePages}/${rule}.md` : void 0;
}

// packages/summary/src/view/source-link.ts
/**
* The address of a line, or of several, at the commit, or undefined where any part is not exactly what it should be: a record is not
* trusted to name a place outside the repository, and a half-right link helps nobody.
*/
function sourceLink(links, file, line, endLine = line) {
	if (!links) return void 0;
	const { server, repository, commit } = links;
	const segments = file.split("/");
	if (!(/^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?$/.test(server) && /^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/.test(repository) && /^[0-9a-f]{7,64}$/.test(commit) && Number.isSafeInteger(line) && line > 0 && file.length <= 1e3 && file.isWellFormed() && segments.every((segment) => segment !== "" && segment !== "." && segment !== ".."))) return void 0;
	return `${server}/${repository}/blob/${commit}/${segments.map(encodeSegment).join("/")}#${Number.isSafeInteger(endLine) && endLine > line ? `L${line}-L${endLine}` : `L${line}`}`;
}
/** encodeURIComponent leaves ' ( ) * ! alone, which end a Markdown link or an attribute. */
function encodeSegment(segment) {
	return encodeURIComponent(segment).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

// packages/summary/src/view/issues.ts
/** More of one level than anybody reads; the records hold them all. */
const maxIssues = 1e3;
const maxPlaces$1 = 10;
/** What is wrong in these records, in their order, by level; each level is cut at `maxIssues`, `dropped` says how many. */
function issuesOf(records, links, rulePages) {
	const found = {
		error: [],
		warning: [],
		info: [],
		dropped: 0
	};
	const add = (issue) => {
		if (found[issue.level].length < 1e3) found[issue.level].push(issue);
		else found.dropped++;
	};
	for (const record of records) {
		const where = stepName(record);
		const { failure, findings } = record;
		const placed = findings.filter(({ rule }) => failure && rule === `${record.step}/${failure.code}`);
		if (failure && tellsMore(record)) add(failureIssue(where, failure, placesOf(placed[0], links)));
		for (const finding of findings) if (!placed.includes(finding)) add(findingIssue(where, finding, links, rulePages));
	}
	return found;
}
/** A failure that only counts findings or other records, or repeats them, says nothing beside them. */
function tellsMore({ failure, findings }) {
	const code = failure?.code;
	if (code === "unreadable-input") return !findings.some(({ severity }) => severity === "error");
	return code !== "findings" && code !== "result-missing" && code !== "result-failed";
}
/** One issue for each step that counts as failed by what stands beside its record. */
function objectionIssues({ models }) {
	return models.flatMap(({ model, objections }) => objections.map(({ step, name, message, remedy }) => {
		return {
			level: "error",
			where: `${model} ${step}`,
			name,
			message,
			remedy,
			places: [],
			output: []
		};
	}));
}
/** One issue a model with promised steps that left no record. Where another step of it failed, that is the reason. */
function missingIssues({ models }) {
	return models.flatMap(({ model, steps }) => {
		const missing = plannedSteps.filter((step) => steps[step] === "missing");
		const failed = plannedSteps.filter((step) => steps[step] === "failed");
		return missing.length === 0 ? [] : [missingIssue(`${model} ${names(missing)}`, missing.length, failed[0])];
	});
}
function missingIssue(where, steps, failed) {
	const [why, remedy] = failed ? [` Its ${failed} failed before.`, `Mend the ${failed} first; what comes after it then runs again.`] : ["", "Look at the log of its job: it was cancelled, died before it wrote a record, or did not upload it."];
	return {
		level: "error",
		where,
		name: "result-missing",
		message: `The plan promised ${steps === 1 ? "this step, but no record of it" : "these steps, but no record of them"} arrived.${why}`,
		remedy,
		places: [],
		output: []
	};
}
function failureIssue(where, { code, message, remedy, detail }, places) {
	return {
		level: "error",
		where,
		name: code,
		message,
		remedy,
		places,
		output: detail === void 0 ? [] : cleanTail(detail)
	};
}
function findingIssue(where, finding, links, rulePages) {
	const { code, rule, severity, message, remedy, fix } = finding;
	const href = ruleLink(rulePages, finding);
	return {
		level: severity,
		where,
		name: code === void 0 ? rule : `${code} ${rule}`,
		...href !== void 0 && { href },
		message,
		remedy,
		...fix && { fix: `${fix.title} (${fix.safety})` },
		places: placesOf(finding, links),
		output: []
	};
}
function placesOf(finding, links) {
	return (finding?.locations ?? []).slice(0, maxPlaces$1).map(({ file, line, endLine, note }) => {
		const href = sourceLink(links, file, line, endLine);
		return {
			file,
			line,
			...note !== void 0 && { note },
			...href !== void 0 && { href }
		};
	});
}

// packages/summary/src/view/reported-rows.ts
/** The table of a report whose records are not at hand, from what it remembers of them. */
function reportedRows({ rows }) {
	if (rows.length === 0) return null;
	const keys = [
		"verify",
		"build",
		"smoke"
	];
	const labels = {
		verify: "Verify",
		build: "Build",
		smoke: "Smoke"
	};
	return {
		columns: keys.map((key) => ({
			key,
			label: labels[key]
		})),
		rows: rows.map((row) => ({
			model: row.model,
			verdict: row.verdict,
			cells: keys.map((key) => {
				const verdict = row[key];
				return verdict === "not-planned" ? { text: "\u2013" } : {
					text: verdictWord[verdict],
					verdict
				};
			})
		}))
	};
}

// packages/summary/src/view/table.ts
const labels = {
	verify: "Verify",
	build: "Build",
	smoke: "Smoke",
	context: "Context kept",
	image: "Image",
	memory: "GPU peak",
	evidence: "Evidence"
};
/** One row a model. Columns that no row can fill are left out, so that one step's summary stays narrow. */
function modelTable(models) {
	const keys = Object.keys(labels).filter((key) => models.some((model) => isFilled(key, model)));
	return {
		columns: keys.map((key) => ({
			key,
			label: labels[key]
		})),
		rows: models.map((judged) => ({
			model: judged.model,
			verdict: judged.verdict,
			cells: keys.map((key) => cell(key, judged))
		}))
	};
}
const columnStep = {
	verify: "verify",
	context: "verify",
	build: "build",
	image: "build",
	smoke: "smoke",
	memory: "smoke"
};
function isFilled(key, { steps, records }) {
	if (key === "context" && records.some((record) => record.step === "build" && record.context)) return true;
	return key === "evidence" || steps[columnStep[key]] !== "not-planned";
}
function cell(key, { steps, records, objections }) {
	const of = (step) => records.find((record) => record.step === step);
	switch (key) {
		case "verify": return objected(objections, "verify") ?? step(steps.verify, of("verify"), verifyNote);
		case "build": return objected(objections, "build") ?? step(steps.build, of("build"), buildNote);
		case "smoke": return objected(objections, "smoke") ?? step(steps.smoke, of("smoke"), smokeNote);
		case "context": return contextCell(of("verify"), of("build"));
		case "image": return imageCell(of("build"));
		case "memory": return memoryCell(of("smoke"));
		case "evidence": return evidenceCell(records);
	}
}
const none = { text: "\u2013" };
function objected(objections, key) {
	const own = objections.find((objection) => objection.step === key);
	return own && {
		text: verdictWord.failed,
		verdict: "failed",
		more: own.name
	};
}
function step(verdict, record, note) {
	if (verdict === "not-planned") return none;
	const more = record === void 0 ? "" : note(record);
	return {
		text: verdictWord[verdict],
		verdict,
		...more !== "" && { more }
	};
}
function failureOr(record, text) {
	const { status, failure } = record;
	return status === "failed" && failure && failure.code !== "findings" ? failure.code : text;
}
function verifyNote(record) {
	const errors = countOf(record.findings, "error");
	const warnings = countOf(record.findings, "warning");
	return failureOr(record, [errors > 0 ? plural(errors, "error") : "", warnings > 0 ? plural(warnings, "warning") : ""].filter((part) => part !== "").join(", "));
}
/** The share from cache is told where the record measured its build. */
function buildNote(record) {
	const { status, steps, phases, lock, provenBy } = record;
	if (status === "skipped" && provenBy !== void 0) return `proven by ${provenBy.slice(0, 19)}`;
	return failureOr(record, [
		duration$1(record.durationMs),
		phases && steps && steps.cached > 0 ? `${shareOf(steps.cached, steps.total)} cached` : "",
		lock?.state === "drifted" || lock?.state === "incomplete" ? `lock ${lock.state}` : ""
	].filter((part) => part !== "").join(", "));
}
function smokeNote(record) {
	const seen = record.predictions.map((prediction) => `${prediction.family}: ${count$2(prediction.count)}`).join(", ");
	return failureOr(record, seen === "" ? duration$1(record.durationMs) : seen);
}
function contextCell(verify, build) {
	const { keptBytes, treeBytes } = verify?.context ?? {
		keptBytes: build?.context?.kept.bytes,
		treeBytes: build?.context?.tree.bytes
	};
	return keptBytes === void 0 ? none : { text: `${size(keptBytes)} of ${size(treeBytes)}` };
}
/**
* What the registry weighs it at, where the record knows, with the change; else what the engine says. A pushed image has
* a digest but no size of the engine, which never held it.
*/
function imageCell(record) {
	const digest = record?.digest?.slice(0, 19);
	if (record?.sizes) {
		const { compressedBytes, previous } = record.sizes;
		const more = [
			"compressed",
			previous ? shortChange(previous.compressedBytes, compressedBytes) : void 0,
			digest
		].filter((part) => part !== void 0).join(", ");
		return {
			text: size(compressedBytes),
			more
		};
	}
	if (!record || record.sizeBytes === null) return digest === void 0 ? none : { text: digest };
	return {
		text: size(record.sizeBytes),
		...digest !== void 0 && { more: digest }
	};
}
function memoryCell(record) {
	if (!record) return none;
	if (!record.gpu) return record.usage?.peakMiB == null ? { text: "no GPU" } : { text: mebibytes$1(record.usage.peakMiB) };
	const peak = record.usage?.peakMiB;
	return {
		text: peak == null ? "not measured" : mebibytes$1(peak),
		more: record.gpu.name
	};
}
/** The worst evidence of a row speaks for it, with the reason. */
function evidenceCell(records) {
	if (records.length === 0) return none;
	const evidence = worstEvidence(records);
	if (evidence === "real") return { text: evidence };
	const of = records.filter((record) => record.evidence === evidence);
	return {
		text: evidence,
		more: evidence === "stand-in" ? `${contextsOf(of)} replaced` : of.map((record) => `${record.step}: ${whyUnknown(record)}`).join("; "),
		evidence
	};
}

// packages/summary/src/view/view-of.ts
/** More models than a plan may hold several times over; a folder of hostile files must not make an endless page. */
const maxModels = 1e3;
/**
* Everything the renderers show. Records may be of one step, of one step of many models, or of a whole change; with a
* report's own record among them its sentence stands first, since it was made from all there was to see.
*/
function viewOf(records, options = {}) {
	const problems = options.problems ?? [];
	const judgement = judge(records);
	const { plan, report } = judgement;
	const ofModels = judgement.models.flatMap((model) => model.records);
	const shown = [
		...report ? [report] : [],
		...plan ? [plan] : [],
		...ofModels
	];
	const isSingle = shown.length === 1 && report === void 0;
	const issues = issuesOf(shown, options.links, options.rulePages);
	const missing = isSingle ? [] : missingIssues(judgement);
	const models = judgement.models.slice(0, maxModels);
	const rows = models.length > 0 ? modelTable(models) : report ? reportedRows(report) : null;
	return {
		verdict: problems.length > 0 || records.length === 0 ? "failed" : verdictOf(judgement, isSingle),
		sentence: sentenceOf(judgement, isSingle ? shown[0] : void 0, problems),
		evidence: worstEvidence(shown.filter((record) => record.evidence === "stand-in" || isUnproven(record))),
		problems,
		notes: [
			...contextNotes(judgement),
			...standInNotes(shown),
			...unknownNotes(shown)
		],
		table: isSingle ? null : rows,
		open: [
			...issues.error,
			...objectionIssues(judgement),
			...missing
		],
		warnings: issues.warning,
		infos: issues.info,
		details: detailsOf({
			...judgement,
			models
		}, isSingle),
		leftOut: leftOut(issues.dropped, judgement.models.length - models.length)
	};
}
function verdictOf({ report, plan, verdict }, isSingle) {
	if (isSingle && plan) return plan.status;
	if (report?.status === "passed") return verdict === "skipped" ? "skipped" : "passed";
	return report && verdict !== "missing" ? "failed" : verdict;
}
function sentenceOf(judgement, single, problems) {
	if (judgement.report) return judgement.report.sentence;
	if (single) return singleSentence(single);
	if (judgement.models.length === 0 && judgement.plan === void 0 && problems.length > 0) return `Failed: nothing ran, for ${plural(problems.length, "reason")}.`;
	return verdictSentence(judgement);
}
function contextNotes({ report, plan, foreign, models }) {
	const isAlone = models.length === 0 && report !== void 0 && report.rows.length > 0;
	const other = `${plural(foreign, "record")} of another workflow run were set aside: they say nothing about this change.`;
	return [...report && !plan && !isAlone ? ["No plan was among the records: what is here is judged, but nothing says whether more was due. Run plan-matrix first and hand its record over."] : [], ...foreign > 0 ? [other] : []];
}
function leftOut(issues, models) {
	return [issues > 0 ? plural(issues, "finding") : "", models > 0 ? plural(models, "model") : ""].filter((text) => text !== "");
}

// packages/summary/src/html/escape.ts
const entityOf = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
/** Text of others as HTML text or as an attribute in quotes. */
function escapeHtml(text, max) {
	return entities$1(clean(text, max));
}
/** The same for a line that is clean already and whose spaces count. */
function entities$1(text) {
	return text.replace(/[&<>"']/g, (char) => entityOf[char] ?? "");
}

// packages/summary/src/html/figure.ts
/** A figure as a table; its bars repeat what its numbers say, so that a screen reader passes them over. */
function figureHtml({ title, columns, barLabel, rows, note }) {
	const heads = columns.map(({ label, kind }) => `<th scope="col" role="columnheader"${classOf(kind)}>${escapeHtml(label)}</th>`);
	const drawn = barLabel === void 0 ? "" : escapeHtml(barLabel);
	const name = escapeHtml(title, 200);
	return `<div class="figure"><h4>${name}</h4><div class="scroll" role="region" aria-label="${name}" tabindex="0"><table role="table">
<thead role="rowgroup"><tr role="row">${heads.join("")}${drawn === "" ? "" : `<th scope="col" role="columnheader">${drawn}</th>`}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowHtml$1(row, columns, drawn)).join("\n")}
</tbody></table></div>${note === void 0 ? "" : `<p>${escapeHtml(note, 500)}</p>`}</div>`;
}
function rowHtml$1({ cells, bar }, columns, drawn) {
	const texts = columns.map(({ label, kind }, index) => {
		const text = escapeHtml(cells[index] ?? "", 300);
		const shown = (kind === "code" || kind === "digest") && text !== "" ? `<code>${text}</code>` : text;
		return `<td role="cell" data-label="${escapeHtml(label)}"${classOf(kind)}><div>${shown}</div></td>`;
	});
	const last = drawn === "" ? "" : `<td role="cell" data-label="${drawn}">${bar ? barHtml(bar) : ""}</td>`;
	return `<tr role="row">${texts.join("")}${last}</tr>`;
}
function classOf(kind) {
	return kind === "number" ? " class=\"number\"" : "";
}
function barHtml(spans) {
	return `<span class="bar" aria-hidden="true">${spans.map(({ from, to }) => {
		const [left, length] = [from, to - from].map((share) => `${Math.round(share * 1e4) / 100}%`);
		return `<i style="left:${left};width:${length}"></i>`;
	}).join("")}</span>`;
}

// packages/summary/src/html/details.ts
function detailHtml({ title, verdict, isOpen, groups }) {
	const tone = verdict === "passed" || isOpen ? "" : ` <span class="tag ${verdict}">${verdict}</span>`;
	return `<details${isOpen ? " open" : ""}><summary>${escapeHtml(title, 300)}${tone}</summary><div>
${groups.map(groupHtml).join("\n")}</div></details>`;
}
function groupHtml({ heading, facts, figures = [] }) {
	const tables = figures.map((figure) => `\n${figureHtml(figure)}`);
	return `<h3>${escapeHtml(heading, 200)}</h3><dl>${facts.map(factHtml).join("")}</dl>${tables.join("")}`;
}
function factHtml({ label, value, isCode, isCopied }) {
	const text = escapeHtml(value, 1500);
	const code = isCopied ? `<code class="copied">${text}</code>` : `<code>${text}</code>`;
	return `<dt>${escapeHtml(label, 200)}</dt><dd>${isCode ? code : text}</dd>`;
}

// packages/summary/src/html/issues.ts
function openIssuesHtml(issues) {
	if (issues.length === 0) return "";
	return `<section aria-labelledby="failures"><h2 id="failures">${plural(issues.length, "failure")}</h2>
${issues.map(issueHtml).join("\n")}</section>`;
}
function foldedIssuesHtml(title, issues) {
	if (issues.length === 0) return "";
	return `<details><summary>${escapeHtml(title)}</summary><div>
${issues.map(issueHtml).join("\n")}</div></details>`;
}
function issueHtml({ level, where, name, href, message, remedy, fix, places, output }) {
	const [first, ...others] = places;
	const at = first ? ` at ${placeHtml(first)}` : "";
	const also = others.map((place) => `<p>also ${placeHtml(place)}${place.note ? `: ${escapeHtml(place.note, 300)}` : ""}</p>`);
	const last = output.map((line) => entities$1(cut(line, 500))).join("\n");
	const log = last === "" ? "" : `<details><summary>Last lines</summary><div><pre tabindex="0">${last}</pre></div></details>`;
	const rule = linked(`<code>${escapeHtml(name, 130)}</code>`, href);
	const noted = first?.note === void 0 ? "" : ` (${escapeHtml(first.note, 300)})`;
	const own = fix === void 0 ? "" : `<p><strong>--fix:</strong> ${escapeHtml(fix, 230)}</p>`;
	return `<article class="${level}"><h3><span class="tag ${level}">${level}</span> ${escapeHtml(where, 200)}${at} ${rule}</h3>
<p>${escapeHtml(message)}${noted}</p><p><strong>Fix:</strong> ${escapeHtml(remedy)}</p>${own}${also.join("")}${log}</article>`;
}
function placeHtml({ file, line, href }) {
	return linked(`<code>${escapeHtml(`${file}:${line}`, 300)}</code>`, href);
}
function linked(text, href) {
	return href === void 0 ? text : `<a href="${escapeHtml(href)}">${text}</a>`;
}

// packages/summary/src/html/style.ts
/**
* The page's whole style. Colours are chosen in pairs that keep at least 4.5 to 1 on their ground in light and dark
* (WCAG 2.2, 1.4.3). System fonts: a page without external requests has no others.
*/
const style = `
:root{color-scheme:light dark;--ground:#f6f7f9;--card:#fff;--ink:#1b1f24;--faint:#57606a;--line:#d8dee4;--shade:#f1f3f5;--edge:#0003;
--good:#116329;--good-bg:#dcf5e3;--bad:#a40e26;--bad-bg:#ffe5e8;--warn:#7a4a00;--warn-bg:#fff3d1;--none:#57606a;--none-bg:#eaeef2;--link:#0550ae}
@media (prefers-color-scheme:dark){:root{--ground:#0d1117;--card:#161b22;--ink:#e6edf3;--faint:#9aa4af;--line:#30363d;--shade:#1c222a;--edge:#000c;
--good:#6fdd8b;--good-bg:#12361f;--bad:#ff9492;--bad-bg:#4a1519;--warn:#f0c465;--warn-bg:#3b2b06;--none:#b1bac4;--none-bg:#2a3038;--link:#79b8ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
main{max-width:76rem;margin:0 auto;padding:2rem 1.25rem 4rem}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
.kicker{margin:0 0 .4rem;color:var(--faint);font-size:.875rem;letter-spacing:.02em}
header.verdict{background:var(--card);border:1px solid var(--line);border-left:.5rem solid var(--none);border-radius:10px;padding:1.25rem 1.5rem;margin-bottom:1rem}
header.verdict h1{font-size:1.3rem;line-height:1.4;font-weight:650;margin:0;overflow-wrap:anywhere;text-wrap:pretty}
header.passed{border-left-color:var(--good)}header.failed,header.missing{border-left-color:var(--bad)}header.skipped{border-left-color:var(--warn)}
header.plumbing{border-left-color:var(--warn)}
.counts{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0 0;padding:0;list-style:none}
.note{background:var(--warn-bg);color:var(--warn);border-radius:8px;padding:.7rem 1rem;margin:.6rem 0;overflow-wrap:anywhere}
.problem{background:var(--bad-bg);color:var(--bad);border-radius:8px;padding:.7rem 1rem;margin:.6rem 0;overflow-wrap:anywhere}
h2{font-size:1.05rem;margin:2rem 0 .6rem}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:10px;background-color:var(--card);background-repeat:no-repeat;
background-image:linear-gradient(to right,var(--card) 40%,transparent),linear-gradient(to left,var(--card) 40%,transparent),linear-gradient(to right,var(--edge),transparent),linear-gradient(to left,var(--edge),transparent);
background-size:3rem 100%,3rem 100%,1.1rem 100%,1.1rem 100%;background-position:left,right,left,right;background-attachment:local,local,scroll,scroll}
table{border-collapse:collapse;width:100%;font-size:.925rem;font-variant-numeric:tabular-nums}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{padding:.65rem .9rem;text-align:left;vertical-align:top;border-top:1px solid var(--line);white-space:nowrap}
thead th{border-top:0;background:var(--shade);color:var(--faint);font-weight:600;font-size:.82rem}
tbody th{font-weight:650}
td small{display:block;color:var(--faint);font-size:.8rem;white-space:normal;max-width:15rem;overflow-wrap:break-word}
.tag{display:inline-block;border-radius:99px;padding:.05rem .6rem;font-size:.85rem;font-weight:600;background:var(--none-bg);color:var(--none)}
.tag.passed{background:var(--good-bg);color:var(--good)}.tag.failed,.tag.missing,.tag.error{background:var(--bad-bg);color:var(--bad)}
.tag.skipped,.tag.stand-in,.tag.unknown,.tag.warning{background:var(--warn-bg);color:var(--warn)}
article,details{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:.6rem 0}
article{padding:.9rem 1.1rem;border-left:.3rem solid var(--none)}
article.error{border-left-color:var(--bad)}article.warning{border-left-color:var(--warn)}
article h3{font-size:.95rem;font-weight:600;margin:0 0 .35rem;overflow-wrap:anywhere}
article p{margin:.25rem 0;overflow-wrap:anywhere}
article details{border:0;margin:.4rem 0 0}article details>summary{padding:.2rem 0;color:var(--faint)}
article details>div{padding:0}
summary{cursor:pointer;padding:.65rem 1.1rem;font-weight:600;font-size:.95rem}
details>div{padding:0 1.1rem .9rem}
details h3{font-size:.92rem;margin:.9rem 0 .3rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;margin:0;font-size:.9rem}
dt{color:var(--faint)}dd{margin:0;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.86em}
pre{background:var(--shade);border-radius:8px;padding:.8rem 1rem;overflow-x:auto;margin:.4rem 0;line-height:1.45}
code.copied{display:block;user-select:all;background:var(--shade);border-radius:6px;padding:.35rem .6rem}
.figure{margin:1rem 0}.figure h4{font-size:.88rem;margin:0 0 .3rem}.figure p{margin:.3rem 0 0;color:var(--faint);font-size:.85rem;overflow-wrap:anywhere}
.figure th,.figure td{padding:.3rem .7rem;font-size:.85rem;font-weight:400}.figure thead th{font-weight:600}.figure td.number,.figure th.number{text-align:right;width:1%}
.figure td code{white-space:normal;overflow-wrap:anywhere}
.bar{display:block;position:relative;height:.7rem;min-width:9rem;margin-top:.3rem;background:var(--none-bg);border-radius:3px;overflow:hidden}
.bar i{position:absolute;top:0;bottom:0;min-width:2px;background:var(--link)}
footer{margin-top:2.5rem;color:var(--faint);font-size:.85rem}
@media (max-width:40rem){main{padding:1rem .75rem 3rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}header.verdict{padding:1rem}header.verdict h1{font-size:1.1rem}
.scroll{border:0;background:none;overflow:visible}table,tbody,tr,tbody th,td{display:block;white-space:normal}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:0 0 .6rem;padding:.3rem 0}
tbody th{border:0;padding:.4rem 1rem;font-size:1rem;overflow-wrap:anywhere}
td{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.5rem;border:0;padding:.2rem 1rem;overflow-wrap:anywhere}
td::before{content:attr(data-label);color:var(--faint)}td small{max-width:none}.figure td.number{text-align:left}.figure td{grid-template-columns:7.5rem minmax(0,1fr)}}
@media print{body{background:#fff}.scroll{overflow:visible}th,td{white-space:normal}}
`;

// packages/summary/src/html/table.ts
/**
* A table that scrolls in its own region, and on a phone one card a model. The roles repeat what the elements say,
* since a browser forgets it once the style lays them out as blocks; the label of each card's line is the column's.
*/
function tableHtml({ columns, rows }) {
	const labels = columns.map(({ label }) => escapeHtml(label));
	return `<h2 id="models">Models</h2>
<div class="scroll" role="region" aria-labelledby="models" tabindex="0"><table role="table">
<caption>What became of each model, worst first</caption>
<thead role="rowgroup"><tr role="row">${["Model", ...labels].map((label) => `<th scope="col" role="columnheader">${label}</th>`).join("")}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowHtml(row, labels)).join("\n")}
</tbody></table></div>`;
}
function rowHtml({ model, cells }, labels) {
	const texts = cells.map((cell, index) => cellHtml(cell, labels[index] ?? ""));
	return `<tr role="row"><th scope="row" role="rowheader">${escapeHtml(model, 63)}</th>${texts.join("")}</tr>`;
}
function cellHtml({ text, more, verdict, evidence }, label) {
	const tone = verdict ?? evidence;
	const word = escapeHtml(text, 100);
	return `<td role="cell" data-label="${label}"><div>${tone === void 0 ? word : `<span class="tag ${tone}">${word}</span>`}${more === void 0 ? "" : `<small>${escapeHtml(more, 200)}</small>`}</div></td>`;
}

// packages/summary/src/html/render-html.ts
/** No script, no request to anywhere: the browser itself holds the page to that. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** One self-contained page with everything the records say, readable without a network and by a screen reader. */
function renderHtml(records, options = {}) {
	const view = viewOf(records, options);
	const title = options.title ?? "Model images";
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title, 200)}: ${escapeHtml(view.verdict)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body(view, title)}
</main>
</body>
</html>
`;
}
function body(view, title) {
	const isPlumbing = view.verdict === "passed" && view.evidence !== "real";
	return [
		`<p class="kicker">${escapeHtml(title, 200)}</p>`,
		`<header class="verdict ${isPlumbing ? "plumbing" : view.verdict}"><h1>${escapeHtml(view.sentence)}</h1>${countsHtml(view)}</header>`,
		...view.notes.map((note) => `<p class="note" role="note">${escapeHtml(note)}</p>`),
		...view.problems.map((problem) => `<p class="problem">${escapeHtml(problem)}</p>`),
		view.table ? tableHtml(view.table) : "",
		openIssuesHtml(view.open),
		foldedIssuesHtml(plural(view.warnings.length, "warning"), view.warnings),
		detailsHtml(view),
		foldedIssuesHtml(plural(view.infos.length, "info"), view.infos),
		view.leftOut.length > 0 ? `<p class="note">Not shown: ${escapeHtml(view.leftOut.join(", "))}.</p>` : "",
		"<footer>Made by model-image-actions from the records of each step. The JSON records hold everything shown here.</footer>"
	].filter((part) => part !== "").join("\n");
}
function detailsHtml({ details }) {
	if (details.length === 0) return "";
	return `<section aria-labelledby="details"><h2 id="details">Details</h2>\n${details.map(detailHtml).join("\n")}\n</section>`;
}
/** The numbers behind the sentence, each with its word. */
function countsHtml({ table, open, warnings }) {
	if (!table) return "";
	const cells = table.rows.flatMap((row) => row.cells);
	const of = (verdict) => cells.filter((cell) => cell.verdict === verdict).length;
	return `<ul class="counts">${[
		{
			tone: "",
			text: plural(table.rows.length, "model")
		},
		{
			tone: "passed",
			text: `${plural(of("passed"), "step")} passed`,
			isShown: of("passed") > 0
		},
		{
			tone: "failed",
			text: `${plural(of("failed"), "step")} failed`,
			isShown: of("failed") > 0
		},
		{
			tone: "missing",
			text: `${plural(of("missing"), "step")} without a result`,
			isShown: of("missing") > 0
		},
		{
			tone: "skipped",
			text: `${plural(of("skipped"), "step")} skipped`,
			isShown: of("skipped") > 0
		},
		{
			tone: "failed",
			text: plural(open.length, "failure"),
			isShown: open.length > 0 && of("failed") === 0
		},
		{
			tone: "warning",
			text: plural(warnings.length, "warning"),
			isShown: warnings.length > 0
		}
	].filter(({ isShown = true }) => isShown).map(({ tone, text }) => `<li class="tag ${tone}">${text}</li>`).join("")}</ul>`;
}

// packages/summary/src/text/bytes-of.ts
const encoder = new TextEncoder();
/** Bytes of a text in UTF-8, which is what every limit of GitHub's summaries counts. */
function bytesOf$1(text) {
	return encoder.encode(text).length;
}

// packages/summary/src/markdown/blocks.ts
/**
* The sections in their order, cut between whole items so that everything fits into `maxBytes` of UTF-8. `notice` says
* what was left out and stands behind `lead`; it is empty where nothing was.
*/
function fitSections(lead, sections, maxBytes, notice) {
	const whole = lead + notice([]) + sections.map((section) => textOf$2(section, () => true)).join("");
	if (bytesOf$1(whole) <= maxBytes) return whole;
	const all = sections.flatMap((section) => section.items.map((item) => ({
		section,
		item
	})));
	const reserved = bytesOf$1(notice(leftOutNouns(all.map(({ item }) => item))));
	const kept = chooseItems(all, maxBytes - bytesOf$1(lead) - reserved);
	const dropped = all.filter(({ item }) => !kept.has(item)).map(({ item }) => item);
	const body = sections.map((section) => textOf$2(section, (item) => kept.has(item))).join("");
	const text = lead + notice(leftOutNouns(dropped)) + body;
	return bytesOf$1(text) <= maxBytes ? text : lead;
}
function chooseItems(all, budget) {
	const kept = /* @__PURE__ */ new Set();
	const opened = /* @__PURE__ */ new Set();
	let left = budget;
	for (const { section, item } of [...all].sort((a, b) => a.item.weight - b.item.weight)) {
		const opening = opened.has(section) ? 0 : bytesOf$1(section.head) + bytesOf$1(section.tail);
		const cost = bytesOf$1(item.text) + opening;
		if (cost > left) continue;
		left -= cost;
		opened.add(section);
		kept.add(item);
	}
	return kept;
}
function textOf$2({ head, items, tail }, isKept) {
	const texts = items.filter(isKept).map((item) => item.text);
	return texts.length === 0 ? "" : head + texts.join("") + tail;
}
/** Such as ["12 warnings", "1 detail"], in the order they first appear. */
function leftOutNouns(items) {
	const numbers = /* @__PURE__ */ new Map();
	for (const { noun } of items) numbers.set(noun, (numbers.get(noun) ?? 0) + 1);
	return [...numbers].map(([noun, number]) => number === 1 ? `1 ${noun}` : `${count$2(number)} ${noun}s`);
}

// packages/summary/src/markdown/escape.ts
/**
* Text of others inside Markdown and inside HTML within Markdown. Everything that either could read as structure
* becomes a numeric entity: entities never open emphasis, code, links, cells or tags (CommonMark, section 2.5), and
* they mean the same inside raw HTML, where a backslash would be shown. Result is one line.
*/
function escapeMarkdown(text, max) {
	return entities(clean(text, max)).replace(/^(?:[-+=]|\d+(?=[.)](?:\s|$)))/, (start) => [...start].map(entity).join(""));
}
/** The same for a line that is clean already and whose first characters mean nothing, as inside a pre block. */
function entities(text) {
	return text.replace(/[&<>"'`*[\]|~\\$#@{}]/g, entity).replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, entity).replace(/:(?=\/\/)|w(?=ww\.)/gi, entity);
}
/** As code. Not with backticks: a text may hold any number of them. */
function code(text, max) {
	const escaped = escapeMarkdown(text, max);
	return escaped === "" ? "" : `<code>${escaped}</code>`;
}
function entity(char) {
	return `&#${char.charCodeAt(0)};`;
}

// packages/summary/src/text/bar.ts
/** A bar of `width` characters. A span that is there fills one at least: what is short must not look like nothing. */
function bar(spans, width, full, empty) {
	const cells = Array.from({ length: Math.max(0, width) }, () => empty);
	for (const { from, to } of spans) {
		const first = Math.min(Math.floor(from * width), width - 1);
		const end = Math.max(first + 1, Math.min(Math.round(to * width), width));
		for (let at = first; at < end; at++) cells[at] = full;
	}
	return cells.join("");
}

// packages/summary/src/markdown/gantt.ts
const second = 1e3;
const minute = 60 * second;
const hour = 60 * minute;
/** A time of day is how Mermaid is told when a bar begins, and a day has no more of them. */
const longest = 24 * hour;
/** More bars are neither seen nor drawn in time. */
const maxBars = 40;
/** Shorter bars have no room for their time. */
const labelled = .08;
/**
* The lanes as a Mermaid gantt, in the one form that Mermaid 11.3, 11.17 and 12.3 draw alike (each looked at): times of
* day with milliseconds, since bars told in epoch seconds come out full width; compact, so that a phase keeps to one
* row; without the line for the present moment, which would stand at the reader's time of day. Nothing in it is text of
* others. Empty where a diagram would show nothing: under a second, or a day and longer.
*/
function gantt({ totalMs, lanes }) {
	if (totalMs < second || totalMs >= longest) return "";
	const tick = ticks.find(({ ms }) => ms >= totalMs / 8) ?? {
		ms: 4 * hour,
		text: "4hour"
	};
	const lines = coarse(lanes, totalMs).flatMap(({ name, stretches }) => [`    section ${name}`, ...stretches.map(({ startMs, durationMs, takenMs }) => {
		const isLabelled = stretches.length === 1 || durationMs >= totalMs * labelled;
		const end = clock(startMs + durationMs);
		return `    ${isLabelled ? duration$1(takenMs) : "\u00b7"} :${clock(startMs)}, ${end}`;
	})]);
	return [
		"```mermaid",
		"---",
		"displayMode: compact",
		"config:",
		"  gantt:",
		"    displayMode: compact",
		"    leftPadding: 90",
		"---",
		"gantt",
		"    dateFormat HH:mm:ss.SSS",
		`    axisFormat ${tick.ms < second ? "%S.%L" : totalMs < hour ? "%M:%S" : "%H:%M"}`,
		`    tickInterval ${tick.text}`,
		"    todayMarker off",
		...lines,
		"```"
	].join("\n");
}
const ticks = [
	...[200, 500].map((ms) => ({
		ms,
		text: `${ms}millisecond`
	})),
	...[
		1,
		2,
		5,
		10,
		15,
		30
	].map((number) => ({
		ms: number * second,
		text: `${number}second`
	})),
	...[
		1,
		2,
		5,
		10,
		15,
		30
	].map((number) => ({
		ms: number * minute,
		text: `${number}minute`
	})),
	...[
		1,
		2,
		3
	].map((number) => ({
		ms: number * hour,
		text: `${number}hour`
	}))
];
/** Short gaps closed, then longer ones, until there are few enough bars. */
function coarse(lanes, totalMs) {
	for (let gap = totalMs / 400;; gap *= 2) {
		const merged = lanes.map(({ name, stretches }) => ({
			name,
			stretches: mergeStretches(stretches, gap)
		}));
		if (merged.reduce((sum, { stretches }) => sum + stretches.length, 0) > maxBars && gap <= totalMs) continue;
		return merged.map(({ name, stretches }, at) => ({
			name,
			stretches: stretches.map((bar) => ({
				...bar,
				takenMs: takenIn(bar, lanes[at]?.stretches ?? [])
			}))
		}));
	}
}
function takenIn(bar, stretches) {
	const end = bar.startMs + bar.durationMs;
	return stretches.filter(({ startMs }) => startMs >= bar.startMs && startMs < end).reduce((sum, { durationMs }) => sum + durationMs, 0);
}
/** Milliseconds as 01:02:03.004. */
function clock(ms) {
	const part = (value, digits) => String(Math.floor(value)).padStart(digits, "0");
	return `${[
		ms / hour,
		ms % hour / minute,
		ms % minute / second
	].map((value) => part(value, 2)).join(":")}.${part(ms % second, 3)}`;
}

// packages/summary/src/markdown/figure.ts
/**
* A figure as a table whose bars are characters: it reads the same in a mail, in the mobile app and where no diagram is
* drawn. The bars of Mermaid's own charts begin left of their zero, so that their lengths would not be the numbers.
*/
function figureText({ title, columns, barLabel, rows, note, timeline }, isDrawn) {
	const drawing = isDrawn && timeline ? gantt(timeline) : "";
	const labels = [...columns.map(({ label }) => label), ...barLabel === void 0 ? [] : [barLabel]];
	const rules = [...columns.map(({ kind }) => kind === "number" ? "---:" : "---"), ...barLabel === void 0 ? [] : ["---"]];
	const lines = rows.map((row) => rowText(row, columns, barLabel !== void 0));
	return [
		`**${escapeMarkdown(title, 200)}**\n\n`,
		drawing === "" ? "" : `${drawing}\n\n`,
		`| ${labels.join(" | ")} |\n| ${rules.join(" | ")} |\n${lines.join("")}\n`,
		note === void 0 ? "" : `${escapeMarkdown(note, 500)}\n\n`
	].join("");
}
function rowText({ cells, bar: spans }, columns, hasBar) {
	const texts = columns.map(({ kind }, index) => cellText$1(cells[index] ?? "", kind));
	const drawn = hasBar ? [spans ? `<code>${bar(spans, 24, "\u2588", "\u2591")}</code>` : ""] : [];
	return `| ${[...texts, ...drawn].join(" | ")} |\n`;
}
function cellText$1(text, kind) {
	return kind === "code" || kind === "digest" && /^sha256:|^[0-9a-f]{12,}$/.test(text) ? code(text, 320) : escapeMarkdown(text, 320);
}

// packages/summary/src/markdown/weights.ts
/** What goes in first when not everything fits: what is wrong, then what is right, then how it came about. */
const weights = {
	note: 0,
	problem: 1,
	badRow: 2,
	open: 3,
	goodRow: 4,
	warning: 5,
	output: 6,
	plan: 7,
	badDetail: 8,
	goodDetail: 9,
	figure: 10,
	info: 11
};

// packages/summary/src/markdown/detail-section.ts
/**
* One section a model. Its facts are kept or left out as a whole: half a list of them would look like all. Each of its
* figures stands for itself and goes before any facts do. `isDrawn`: with a diagram where there is one to draw.
*/
function detailSection(detail, isDrawn = false) {
	const isBad = detail.verdict === "failed" || detail.verdict === "missing";
	const weight = detail.about === "plan" ? weights.plan : isBad ? weights.badDetail : weights.goodDetail;
	const body = detail.groups.map(groupText).join("");
	const figures = detail.groups.flatMap((group) => group.figures ?? []);
	const items = [{
		text: body,
		weight,
		noun: "folded detail"
	}, ...figures.map((figure) => ({
		text: figureText(figure, isDrawn),
		weight: weights.figure,
		noun: "figure"
	}))];
	if (detail.isOpen) return {
		head: "",
		items,
		tail: ""
	};
	return {
		head: `<details><summary>${escapeMarkdown(detail.title, 300)}</summary>\n\n`,
		items,
		tail: "</details>\n\n"
	};
}
function groupText({ heading, facts }) {
	const blocks = facts.filter(isBlock);
	const list = facts.filter((fact) => !isBlock(fact));
	return `**${escapeMarkdown(heading, 200)}**\n\n${list.map(factText).join("")}\n${blocks.map(blockText).join("")}`;
}
/** What a fenced block can hold as it is: no letter of it can end the block. */
const plain = /^[\w.:/@+-]+$/;
/** GitHub puts a button for copying on a fenced block, and on no code within a line. */
function isBlock({ value, isCopied }) {
	return isCopied === true && plain.test(value);
}
function blockText({ label, value }) {
	return `${escapeMarkdown(label, 200)}:\n\n\`\`\`text\n${value}\n\`\`\`\n\n`;
}
function factText({ label, value, isCode }) {
	const shown = isCode ? code(value, 600) : escapeMarkdown(value, 1500);
	return `- ${escapeMarkdown(label, 200)}: ${shown}\n`;
}

// packages/summary/src/markdown/issue-section.ts
const nouns = {
	error: "failure",
	warning: "warning",
	info: "info"
};
/** Issues that stand open, each a paragraph; what the failed program said follows it folded. */
function issueItems(issues, weight, outputWeight) {
	return issues.flatMap((issue) => [{
		text: paragraph(issue),
		weight,
		noun: nouns[issue.level]
	}, ...issue.output.length > 0 ? [{
		text: outputBlock(issue),
		weight: outputWeight,
		noun: "log end"
	}] : []]);
}
/** Issues behind one line that says what they are. */
function foldedIssues(title, issues, weight) {
	if (issues.length === 0) return [];
	return [{
		head: `<details><summary>${escapeMarkdown(title)}</summary>\n\n`,
		items: issueItems(issues, weight, weight),
		tail: "</details>\n\n"
	}];
}
function paragraph({ level, where, name, href, message, remedy, fix, places }) {
	const [first, ...others] = places;
	const at = first ? ` at ${placeText(first)}` : "";
	const also = others.map((place) => `<br>also ${placeText(place)}${place.note ? `: ${escapeMarkdown(place.note, 300)}` : ""}`);
	const rule = href === void 0 ? code(name, 130) : `[${code(name, 130)}](${href})`;
	const title = `**${level}** in ${escapeMarkdown(where, 200)}${at} (${rule})`;
	const noted = first?.note === void 0 ? "" : ` (${escapeMarkdown(first.note, 300)})`;
	const own = fix === void 0 ? "" : `<br>**--fix:** ${escapeMarkdown(fix, 230)}`;
	return `${title}<br>${escapeMarkdown(message)}${noted}<br>**Fix:** ${escapeMarkdown(remedy)}${own}${also.join("")}\n\n`;
}
function placeText({ file, line, href }) {
	const text = code(`${file}:${line}`, 300);
	return href === void 0 ? text : `[${text}](${href})`;
}
/** A pre block ends only at its closing tag, which no escaped text can hold; empty lines are safe inside it. */
function outputBlock({ where, output }) {
	const lines = output.map((line) => entities(cut(line, 500)));
	return `<details><summary>${`Last lines of ${escapeMarkdown(where, 200)}`}</summary>\n\n<pre>${lines.join("\n")}</pre>\n\n</details>\n\n`;
}

// packages/summary/src/markdown/mark.ts
const symbols = {
	passed: " \u2705",
	failed: " \u274c",
	missing: " \u274c",
	skipped: "",
	"not-planned": ""
};
/** The word first, a symbol after it: mail, search and screen readers see the word. */
function mark(verdict) {
	return `${verdict === "failed" || verdict === "missing" ? `**${verdictWord[verdict]}**` : verdictWord[verdict]}${symbols[verdict]}`;
}

// packages/summary/src/markdown/table-section.ts
/** One row a model. A row with something wrong goes in before everything else; a good one can wait. */
function tableSection({ columns, rows }) {
	const labels = ["Model", ...columns.map((column) => column.label)];
	return {
		head: `| ${labels.join(" | ")} |\n|${" --- |".repeat(labels.length)}\n`,
		items: rows.map(rowItem),
		tail: "\n"
	};
}
function rowItem({ model, verdict, cells }) {
	const isBad = verdict === "failed" || verdict === "missing";
	return {
		text: `| ${[isBad ? `**${escapeMarkdown(model, 63)}**` : escapeMarkdown(model, 63), ...cells.map(cellText)].join(" | ")} |\n`,
		weight: isBad ? weights.badRow : weights.goodRow,
		noun: isBad ? "failed row" : "passing row"
	};
}
function cellText({ text, more, verdict, evidence }) {
	const word = escapeMarkdown(text, 100);
	const main = verdict === void 0 ? evidence ? `**${word}**` : word : mark(verdict);
	return more === void 0 ? main : `${main}<br><sub>${escapeMarkdown(more, 200)}</sub>`;
}

// packages/summary/src/markdown/render-summary.ts
/**
* Markdown for a job summary or a comment: the verdict's sentence, one row a model, what is wrong, and the rest
* folded. Never longer than `maxBytes`; what does not fit is left out between whole blocks, and the text says so.
*/
function renderSummary(records, options) {
	const view = viewOf(records, options);
	const notice = (leftOut) => leftOutText([...view.leftOut, ...leftOut], options.maxBytes);
	return fitSections(leadOf(view.sentence, options.maxBytes), sectionsOf(view), options.maxBytes, notice);
}
/** Each diagram is a frame of its own to the browser; the tables under them say the same for the models beyond. */
const maxDiagrams = 10;
function sectionsOf(view) {
	const hasTimeline = ({ groups }) => groups.some(({ figures = [] }) => figures.some(({ timeline }) => timeline !== void 0));
	const drawn = new Set(view.details.filter(hasTimeline).slice(0, maxDiagrams));
	return [
		textSection(view.notes, weights.note, "note"),
		textSection(view.problems, weights.problem, "problem"),
		...view.table ? [tableSection(view.table)] : [],
		{
			head: `#### ${plural(view.open.length, "failure")}\n\n`,
			items: issueItems(view.open, weights.open, weights.output),
			tail: ""
		},
		...foldedIssues(plural(view.warnings.length, "warning"), view.warnings, weights.warning),
		...view.details.map((detail) => detailSection(detail, drawn.has(detail))),
		...foldedIssues(plural(view.infos.length, "info"), view.infos, weights.info)
	];
}
function textSection(texts, weight, noun) {
	return {
		head: "",
		items: texts.map((text) => ({
			text: `> ${escapeMarkdown(text)}\n\n`,
			weight,
			noun
		})),
		tail: ""
	};
}
function leftOutText(leftOut, maxBytes) {
	if (leftOut.length === 0) return "";
	return `> Left out, to stay under ${size(maxBytes)}: ${leftOut.join(", ")}. The JSON records hold everything.\n\n`;
}
/** The sentence as a heading, shortened until it fits; nothing at all where not even a word would. */
function leadOf(sentence, maxBytes) {
	for (let length = sentence.length; length > 0; length = Math.floor(length * .8)) {
		const text = length < sentence.length ? `${sentence.slice(0, length)}...` : sentence;
		const lead = `### ${escapeMarkdown(text)}\n\n`;
		if (bytesOf$1(lead) <= maxBytes) return lead;
	}
	return "";
}

// packages/summary/src/terminal/width.ts
/** Nearly all texts; their width is their length. */
const printableAscii = /^[ -~]*$/;
/** Columns a text takes in a terminal: two for wide East Asian characters and pictures, none for combining marks. */
function widthOf(text) {
	if (printableAscii.test(text)) return text.length;
	let width = 0;
	for (const char of text) width += widthOfChar(char);
	return width;
}
function widthOfChar(char) {
	if (/\p{M}/u.test(char)) return 0;
	return isWide(char.codePointAt(0) ?? 0) ? 2 : 1;
}
/** The longest beginning of the text that takes at most `width` columns. */
function startOf(text, width) {
	if (printableAscii.test(text)) return text.slice(0, Math.max(0, width));
	let taken = "";
	let left = width;
	for (const char of text) {
		left -= widthOfChar(char);
		if (left < 0) break;
		taken += char;
	}
	return taken;
}
/** The longest end of the text that takes at most `width` columns. It never starts with a mark that lost its letter. */
function endOf(text, width) {
	const dropped = widthOf(text) - Math.max(0, width);
	if (dropped <= 0) return text;
	let passed = 0;
	let index = 0;
	for (const char of text) {
		const own = widthOfChar(char);
		if (passed >= dropped && own > 0) break;
		passed += own;
		index += char.length;
	}
	return text.slice(index);
}
function padTo(text, width) {
	return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
/** Ranges of Unicode's East Asian Width W and F that are in daily use, and the emoji planes. */
function isWide(point) {
	return point >= 4352 && (point <= 4447 || point >= 11904 && point <= 42191 || point >= 44032 && point <= 55203 || point >= 63744 && point <= 64255 || point >= 65072 && point <= 65135 || point >= 65280 && point <= 65376 || point >= 65504 && point <= 65510 || point >= 127744 && point <= 129791 || point >= 131072 && point <= 262141);
}

// packages/summary/src/terminal/wrap.ts
/**
* A text in lines of at most `width` columns, the first after `first`, the others after `rest` (both count). A word
* longer than a line stands alone: digests and paths must stay whole to be copied.
*/
function wrap(text, width, first = "", rest = first) {
	const lines = [];
	let line = first;
	let isEmpty = true;
	for (const word of text.split(/\s+/).filter((part) => part !== "")) {
		if (!isEmpty && widthOf(line) + 1 + widthOf(word) > width) {
			lines.push(line);
			line = rest;
			isEmpty = true;
		}
		line += isEmpty ? word : ` ${word}`;
		isEmpty = false;
	}
	return [...lines, line];
}

// packages/summary/src/terminal/figure.ts
const widestBar = 32;
const narrowestBar = 8;
/** What a column of other people's texts is cut to at most, so that its neighbours stay in sight. */
const narrowestText = 16;
/**
* A figure in aligned columns. Where there is little room the bar gets shorter and goes, then texts of others are cut;
* where even that is not enough, each row is told in words, so that a digest stays whole.
*/
function figureLines(figure, width, paint) {
	const title = wrap(clean(figure.title, 200), width, "  ").map((line) => paint("strong", line));
	const note = figure.note === void 0 ? [] : wrap(clean(figure.note, 500), width, "  ");
	return [
		...title,
		...rowsOf(figure, width, paint),
		...note.map((line) => paint("faint", line))
	];
}
function rowsOf({ columns, rows, barLabel }, width, paint) {
	const texts = rows.map(({ cells }) => columns.map((_, index) => clean(cells[index] ?? "", 300)));
	const natural = columns.map(({ label }, index) => Math.max(widthOf(label), ...texts.map((row) => widthOf(row[index] ?? ""))));
	const isDrawn = barLabel !== void 0;
	const widths = fitted(natural, columns, width - 2 - (isDrawn ? 12 : 0)) ?? fitted(natural, columns, width - 2);
	if (widths === void 0) return texts.flatMap((row) => told(row, columns, width));
	const left = width - 2 - total(widths) - 4;
	const barWidth = isDrawn && left >= narrowestBar ? Math.min(left, widestBar) : 0;
	const line = (cells, end) => `  ${cells.map((text, index) => placed(text, columns[index], widths[index] ?? 0)).join("  ")}${end}`.trimEnd();
	const labels = columns.map(({ label }) => label);
	const named = line(labels, barWidth > 0 ? `  ${barLabel}` : "");
	return [paint("faint", widthOf(named) <= width ? named : line(labels, "")), ...rows.map(({ bar: spans }, at) => line(texts[at] ?? [], spans && barWidth > 0 ? `  [${bar(spans, barWidth, "#", ".")}]` : ""))];
}
/** The columns' widths within `room`, those of texts of others made narrower by need; undefined where it cannot be. */
function fitted(natural, columns, room) {
	const widths = [...natural];
	for (const [index, { kind }] of columns.entries()) {
		const over = total(widths) - room;
		const own = widths[index] ?? 0;
		if (over > 0 && kind === "code") widths[index] = Math.max(Math.min(own, narrowestText), own - over);
	}
	return total(widths) <= room ? widths : void 0;
}
function total(widths) {
	return widths.reduce((sum, column) => sum + column + 2, -2);
}
function placed(text, column, width) {
	const shown = widthOf(text) > width ? `${startOf(text, width - 3)}...` : text;
	return column?.kind === "number" ? " ".repeat(Math.max(0, width - widthOf(shown))) + shown : padTo(shown, width);
}
/** One row as a list of its cells. */
function told(cells, columns, width) {
	const parts = columns.flatMap(({ label }, index) => {
		const text = cells[index] ?? "";
		return text === "" ? [] : [`${label.toLowerCase()}: ${text}`];
	});
	return wrap(parts.join("; "), width, "  - ", "    ");
}

// packages/summary/src/terminal/details.ts
/** The facts of an open detail with their labels in one column. A terminal cannot fold, so closed ones are not shown. */
function detailLines({ groups }, width, paint) {
	return groups.flatMap(({ heading, facts, figures = [] }) => {
		const labels = facts.map(({ label }) => clean(label, 60));
		const labelWidth = Math.max(...labels.map(widthOf), 0);
		const lines = facts.flatMap(({ value }, index) => {
			const first = `  ${padTo(labels[index] ?? "", labelWidth)}  `;
			return wrap(clean(value, 1500), width, first, " ".repeat(labelWidth + 4));
		});
		const tables = figures.flatMap((figure) => ["", ...figureLines(figure, width, paint)]);
		return [
			paint("strong", clean(heading, 200)),
			...lines,
			...tables
		];
	});
}

// packages/summary/src/terminal/issues.ts
/** One issue: its place first, as editors and terminals make `file:line` a link. */
function issueLines(issue, width, paint) {
	const { level, where, name, message, remedy, fix, places, output } = issue;
	const tone = level === "error" ? "failed" : level === "warning" ? "warning" : "faint";
	const [first, ...others] = places.map(({ file, line, note }) => ({
		at: `${clean(file, 300)}:${line}`,
		note
	}));
	return [
		[
			paint(tone, level),
			clean(where, 100),
			...first ? [first.at] : [],
			clean(name, 130)
		].join("  "),
		...wrap(`${clean(message)}${first?.note ? ` (${clean(first.note, 300)})` : ""}`, width, "  "),
		...wrap(`Fix: ${clean(remedy)}`, width, "  ", "       "),
		...fix === void 0 ? [] : wrap(`--fix: ${clean(fix, 230)}`, width, "  ", "       "),
		...others.flatMap(({ at, note }) => wrap(`also ${at}${note ? `: ${clean(note, 300)}` : ""}`, width, "  ", "    ")),
		...output.slice(-15).map((line) => paint("faint", `  | ${cut(line, 300)}`))
	];
}

// packages/summary/src/terminal/paint.ts
/** SGR codes of the sixteen colours every terminal has, so that the reader's own theme decides how they look. */
const codes = {
	passed: "32",
	failed: "1;31",
	missing: "1;31",
	skipped: "33",
	"not-planned": "2",
	warning: "33",
	strong: "1",
	faint: "2"
};
/** Colour never says what the words do not say. */
function painter(colour) {
	return (tone, text) => colour && text !== "" ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text;
}

// packages/summary/src/terminal/table.ts
/** The rows in aligned columns, or one under the other where the terminal is too narrow for columns. */
function tableLines(table, width, paint) {
	const labels = ["Model", ...table.columns.map(({ label }) => label)];
	const texts = table.rows.map((row) => [clean(row.model, 63), ...row.cells.map(({ text }) => clean(text, 60))]);
	const widths = labels.map((label, index) => Math.max(widthOf(label), ...texts.map((row) => widthOf(row[index] ?? ""))));
	if (widths.reduce((sum, column) => sum + column + 2, -2) > width) return table.rows.flatMap((row) => stacked(row, labels, width, paint));
	const line = (cells, paintCell) => cells.map((text, index) => paintCell(index === cells.length - 1 ? text : padTo(text, widths[index] ?? 0), index)).join("  ");
	return [line(labels, (text) => paint("faint", text)), ...table.rows.flatMap((row, at) => [line(texts[at] ?? [], (text, index) => paintCell(paint, row, index, text)), ...moreLines(row, labels, width, paint)])];
}
function paintCell(paint, row, index, text) {
	const tone = index === 0 ? "strong" : toneOf(row.cells[index - 1]);
	return tone === void 0 ? text : paint(tone, text);
}
function toneOf(cell) {
	return cell?.evidence ? "warning" : cell?.verdict;
}
/** What the narrow cells had no room for, under its row. */
function moreLines({ cells }, labels, width, paint) {
	const parts = cells.flatMap(({ more }, index) => more === void 0 ? [] : [`${(labels[index + 1] ?? "").toLowerCase()}: ${clean(more, 200)}`]);
	if (parts.length === 0) return [];
	return wrap(parts.join("; "), width, "    ").map((text) => paint("faint", text));
}
function stacked(row, labels, width, paint) {
	const labelWidth = Math.max(...labels.map(widthOf));
	const lines = row.cells.map((cell, index) => {
		const tone = toneOf(cell);
		const text = clean(cell.text, 60);
		const more = cell.more === void 0 ? "" : ` (${clean(cell.more, 200)})`;
		const label = `  ${padTo(labels[index + 1] ?? "", labelWidth)}  `;
		const [first = "", ...rest] = wrap(`${text}${more}`, width, label, " ".repeat(labelWidth + 4));
		return [tone === void 0 ? first : first.replace(text, () => paint(tone, text)), ...rest];
	});
	return [paint("strong", clean(row.model, 63)), ...lines.flat()];
}

// packages/summary/src/terminal/render-terminal.ts
/** More issues than a screen holds are counted instead. */
const maxShown = 50;
/** The same facts as the job summary, for a terminal: verdict first, one row a model, then what is wrong. */
function renderTerminal(records, options = {}) {
	const view = viewOf(records, options);
	const width = Math.min(Math.max(options.width ?? 100, 40), 200);
	const paint = painter(options.colour ?? false);
	return `${[
		wrap(clean(view.sentence), width).map((line) => paint(view.verdict, line)),
		...view.notes.map((note) => wrap(clean(note), width).map((line) => paint("warning", line))),
		...view.problems.map((problem) => wrap(clean(problem), width, "- ", "  ")),
		...view.table ? [tableLines(view.table, width, paint)] : [],
		...options.issues === false ? [] : allIssues(view, width, paint),
		...view.details.filter(({ isOpen }) => isOpen).map((detail) => detailLines(detail, width, paint)),
		...options.issues === false ? [] : counted(view)
	].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function allIssues(view, width, paint) {
	return [
		...issueBlocks(view.open, "failure", width, paint),
		...issueBlocks(view.warnings, "warning", width, paint),
		...isShort(view) ? issueBlocks(view.infos, "info", width, paint) : []
	];
}
function isShort(view) {
	return view.table === null;
}
function issueBlocks(issues, noun, width, paint) {
	const shown = issues.slice(0, maxShown).map((issue) => issueLines(issue, width, paint));
	const more = issues.length - shown.length;
	return more > 0 ? [...shown, [`and ${plural(more, `more ${noun}`)}, in the records`]] : shown;
}
function counted(view) {
	const infos = isShort(view) || view.infos.length === 0 ? [] : [`${plural(view.infos.length, "info")} not shown`];
	const all = [...view.leftOut.map((text) => `${text} not shown`), ...infos];
	return all.length === 0 ? [] : [[`${all.join(", ")}; the JSON records hold everything.`]];
}

// packages/action-kit/src/plain-text.ts
/** Longest line of another program's output that is passed on. */
const maxLine = 16384;
const escapeSequences = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** One line without terminal escape sequences and control characters (tabs stay), cut at 16 KiB. */
function plainLine(text) {
	return (text.length > maxLine ? `${text.slice(0, maxLine)} [line cut]` : text).replace(escapeSequences, "").replace(/[\r\n]+/g, " ").replace(controls, "");
}

// packages/action-kit/src/workflow-log.ts
/**
* A log the runner reads. Whatever another program printed stands between `::stop-commands::TOKEN` and `::TOKEN::`,
* so that a model cannot set outputs, mask words or forge annotations (GitHub docs, "Stopping and starting workflow
* commands"). The token is unguessable and never logged before it is used up.
*/
function workflowLog(write) {
	let open;
	const own = (text) => {
		for (const line of text.split("\n")) write(`${neutral(plainLine(line))}\n`);
	};
	return {
		info: own,
		warn: (text) => write(`::warning::${escapeData(text.replaceAll("##[", "## ["))}\n`),
		foreign(title) {
			open?.close();
			const token = globalThis.crypto.randomUUID();
			write(`::group::${neutral(plainLine(title))}\n::stop-commands::${token}\n`);
			const block = {
				line: (text) => write(`${plainLine(text)}\n`),
				close() {
					if (open !== block) return;
					open = void 0;
					write(`::${token}::\n::endgroup::\n`);
				}
			};
			open = block;
			return block;
		},
		closeForeign: () => open?.close()
	};
}
/**
* Our own messages quote names and texts of others, and none of these may be a command. The runner takes `::` for one at
* the start of a line, after white space, and `##[` anywhere in it (actions/runner, ActionCommand.cs).
*/
function neutral(line) {
	return line.replaceAll("##[", "## [").replace(/^(\s*)::/, "$1\u200b::");
}
/** Escapes the text of a workflow command (actions/toolkit, packages/core/src/command.ts). */
function escapeData(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

// packages/action-kit/src/annotations.ts
/** The runner keeps ten annotations of each kind per step and drops the rest silently (docs: problem matchers). */
const maxOfKind = 10;
const commandOf = {
	error: "error",
	warning: "warning",
	info: "notice"
};
/**
* Workflow commands for failures that no finding explains and for the findings of all records, worst first and those of
* the change before others. Where the runner would drop some, the last of a kind says how many more the summary holds.
*/
function annotationCommands(records, { inDiff = () => false } = {}) {
	const findings = records.flatMap((record) => record.findings);
	const all = [...records.flatMap(unexplainedFailure), ...changedFirst(findings, inDiff)];
	return severities.flatMap((severity) => {
		const wanted = all.filter((finding) => finding.severity === severity);
		const shown = wanted.length > maxOfKind ? wanted.slice(0, 9) : wanted;
		const commands = shown.map(command);
		const more = wanted.length - shown.length;
		if (more > 0) commands.push(`::${commandOf[severity]}::+${more} more; see the job summary`);
		return commands;
	});
}
function changedFirst(findings, inDiff) {
	const isChanged = findings.map(inDiff);
	return [...findings.filter((_, index) => isChanged[index]), ...findings.filter((_, index) => !isChanged[index])];
}
function unexplainedFailure(record) {
	const { failure, findings } = record;
	if (!failure || failure.code === "findings" || findings.some((finding) => finding.severity === "error")) return [];
	const model = require_step_result.modelOf(record);
	const { code, message, remedy } = failure;
	return [{
		rule: `${record.step}/${code}`,
		severity: "error",
		message: `${model === void 0 ? "" : `${model}: `}${message}`,
		remedy,
		locations: []
	}];
}
function command(finding) {
	const { code, rule, severity, locations } = finding;
	const place = locations[0];
	const title = code === void 0 ? rule : `${code} ${rule}`;
	const properties = [...place ? placeProperties(place) : [], `title=${escapeProperty(clean(title, 150))}`];
	return `::${commandOf[severity]} ${properties.join(",")}::${escapeData(textOf$1(finding))}`;
}
/** Columns are refused where a place goes over several lines (REST API, check runs: start_column, end_column). */
function placeProperties({ file, line, column, endLine = line, endColumn }) {
	const isOneLine = endLine <= line;
	const hasEnd = isOneLine && column !== void 0 && endColumn !== void 0 && endColumn >= column;
	return [
		`file=${escapeProperty(file)}`,
		`line=${line}`,
		...isOneLine ? [] : [`endLine=${endLine}`],
		...isOneLine && column !== void 0 ? [`col=${column}`] : [],
		...hasEnd ? [`endLine=${line}`, `endColumn=${endColumn}`] : []
	];
}
/** The runner cuts a message at 4096 characters; these parts together stay below, so that each keeps its beginning. */
const maxMessage = 1400;
const maxRemedy = 800;
const maxPlaces = 1400;
/** What is wrong, what to do, and every place, the first one too where it has something to say. */
function textOf$1({ message, remedy, locations }) {
	const [first, ...others] = locations;
	const places = [...first?.note ? [first] : [], ...others].map(({ file, line, note }) => `${clean(file, 200)}:${line}${note ? `: ${clean(note, 200)}` : ""}`);
	const shown = [];
	let room = maxPlaces;
	for (const place of places) {
		room -= place.length + 1;
		if (room < 0) break;
		shown.push(place);
	}
	const more = places.length - shown.length;
	return [
		clean(message, maxMessage),
		clean(remedy, maxRemedy),
		...shown,
		...more > 0 ? [`and ${more} more ${more === 1 ? "place" : "places"}`] : []
	].join("\n").replaceAll("##[", "## [");
}
function escapeProperty(text) {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// packages/action-kit/src/cancellation.ts
/**
* The one place where SIGINT and SIGTERM are received. The runner sends SIGINT, 7.5 s later SIGTERM, 2.5 s later
* SIGKILL, and only to this process (actions/runner, ProcessInvoker.cs): children learn of it from the signal below.
*/
function cancellationSignal(onCancel) {
	const controller = new AbortController();
	for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => {
		if (controller.signal.aborted) return;
		onCancel(name);
		controller.abort(/* @__PURE__ */ new Error(`cancelled by ${name}`));
	});
	return controller.signal;
}

// packages/action-kit/src/captured-output.ts
/** Keeps the head and the tail of a stream within `maxBytes`; what a failure needs is nearly always at an end. */
function capturedOutput(maxBytes) {
	const half = Math.floor(maxBytes / 2);
	const head = [];
	let headBytes = 0;
	let tail = [];
	let tailBytes = 0;
	let dropped = 0;
	const keepTail = (chunk) => {
		tail.push(chunk);
		tailBytes += chunk.length;
		if (tailBytes > 2 * half) {
			const joined = Buffer.concat(tail);
			const kept = Buffer.from(joined.subarray(joined.length - half));
			dropped += joined.length - kept.length;
			tail = [kept];
			tailBytes = kept.length;
		}
	};
	return {
		push(chunk) {
			const room = half - headBytes;
			if (room > 0) {
				head.push(chunk.subarray(0, room));
				headBytes += Math.min(room, chunk.length);
			}
			if (chunk.length > room) keepTail(chunk.subarray(Math.max(0, room)));
		},
		text() {
			const start = Buffer.concat(head).toString("utf8");
			const end = Buffer.concat(tail).toString("utf8");
			return dropped === 0 ? start + end : `${start}\n[${dropped} bytes dropped]\n${end}`;
		}
	};
}

// packages/action-kit/src/line-splitter.ts
const defaultMaxLine = 16384;
/**
* Turns chunks of bytes into whole lines; a carriage return also ends a line, as progress bars use it. A line longer
* than `maxLine` characters is given in parts.
*/
function lineSplitter(onLine, maxLine = defaultMaxLine) {
	const decoder = new node_string_decoder.StringDecoder("utf8");
	let pending = "";
	const take = (textPart) => {
		const parts = (pending + textPart).split(/\r\n|\n|\r/);
		pending = parts.pop() ?? "";
		for (const part of parts) onLine(part);
		if (pending.length > maxLine) {
			onLine(pending);
			pending = "";
		}
	};
	return {
		push: (chunk) => take(decoder.write(chunk)),
		end: () => {
			take(decoder.end());
			if (pending !== "") onLine(pending);
			pending = "";
		}
	};
}

// packages/action-kit/src/child-process.ts
/** Takes ten milliseconds to load, and many a run starts no program. */
function childProcesses() {
	return (0, node_module.createRequire)(require("url").pathToFileURL(__filename).href)("node:child_process");
}
/** Runs a program to its end, without a shell. Never rejects: what went wrong is in the result. */
async function execProgram(place, command, args, options = {}) {
	const cancelled = options.evenIfCancelled ? void 0 : place.signal;
	if (cancelled?.aborted) return {
		...emptyExit,
		cancelled: true
	};
	const running = start(place, command, args, options, options.maxBytes ?? 1048576);
	let timedOut = false;
	const ask = () => {
		running.child.kill(options.endSignal ?? "SIGTERM");
		setTimeout(() => running.child.kill("SIGKILL"), options.graceMs ?? 5e3).unref();
	};
	const onDeadline = () => {
		timedOut = true;
		ask();
	};
	const deadline = options.deadlineMs === void 0 ? void 0 : setTimeout(onDeadline, options.deadlineMs);
	cancelled?.addEventListener("abort", ask);
	try {
		return {
			...await running.exited,
			timedOut,
			cancelled: cancelled?.aborted ?? false
		};
	} finally {
		clearTimeout(deadline);
		cancelled?.removeEventListener("abort", ask);
	}
}
/** Starts a program that runs beside the action until `stop`. */
function spawnProgram(place, command, args, options = {}) {
	const running = start(place, command, args, options, 65536);
	const stop = async () => {
		running.child.kill("SIGTERM");
		const killer = setTimeout(() => running.child.kill("SIGKILL"), 1e3);
		await running.exited;
		clearTimeout(killer);
	};
	return {
		pid: running.child.pid,
		stop,
		exited: running.exited
	};
}
/** False where there is no such process, or it may not be signalled. */
function killProcess(pid, signal) {
	try {
		return process.kill(pid, signal);
	} catch {
		return false;
	}
}
const emptyExit = {
	code: null,
	signal: null,
	timedOut: false,
	cancelled: false,
	stdout: "",
	stderr: ""
};
function start(place, command, args, options, maxBytes) {
	const child = childProcesses().spawn(command, args, {
		cwd: options.cwd ?? place.cwd,
		env: {
			...place.env,
			...options.env
		},
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	const streams = ["stdout", "stderr"].map((name) => {
		const kept = capturedOutput(maxBytes);
		const lines = lineSplitter((line) => options.onLine?.(line, name), options.maxLine);
		child[name]?.on("data", (chunk) => {
			kept.push(chunk);
			lines.push(chunk);
		});
		return {
			kept,
			lines
		};
	});
	const finished = async () => {
		const outcome = await ended(child);
		for (const { lines } of streams) lines.end();
		const [stdout = "", stderr = ""] = streams.map(({ kept }) => kept.text());
		return {
			...emptyExit,
			...outcome,
			stdout,
			stderr
		};
	};
	return {
		child,
		exited: finished()
	};
}
async function ended(child) {
	try {
		const closed = (0, node_events.once)(child, "close").catch(() => {});
		const [code, signal] = await (0, node_events.once)(child, "exit");
		await Promise.race([closed, (0, node_timers_promises.setTimeout)(1e3, void 0, { ref: false })]);
		child.stdout?.destroy();
		child.stderr?.destroy();
		return {
			code,
			signal
		};
	} catch (error) {
		return {
			code: null,
			signal: null,
			notStarted: error.message
		};
	}
}

// packages/action-kit/src/step-failure.ts
/**
* A failure that somebody can fix: what happened, and what to do. It becomes part of the record. Any other
* exception is a bug of ours and is recorded as `internal`, its stack in the log.
*/
var StepFailure = class extends Error {
	code;
	remedy;
	detail;
	constructor(failure, options) {
		super(failure.message, options);
		this.name = "StepFailure";
		this.code = failure.code;
		this.remedy = failure.remedy;
		this.detail = failure.detail;
	}
};
/** The record's form of whatever was thrown, cut to the record's limits. */
function failureOf(thrown) {
	if (thrown instanceof StepFailure) {
		const { code, message, remedy, detail } = thrown;
		const failure = {
			code,
			message: message.slice(0, 4e3),
			remedy: remedy.slice(0, 4e3)
		};
		return detail === void 0 ? failure : {
			...failure,
			detail: detail.slice(-2e4)
		};
	}
	return {
		code: "internal",
		message: `this is a bug in model-image-actions: ${(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)).slice(0, 3e3)}`,
		remedy: "Report it with the log of this step; the record names the step and the model."
	};
}
/** Exit code 2 on the command line: the caller gave something we cannot use, and no judgement was made. */
function isUsageFailure(code) {
	return code === "invalid-input" || code === "unreadable-input";
}

// packages/action-kit/src/claim-file.ts
/**
* Makes a file that only one process can make; false where another one holds it. A file older than `staleMs` was left behind by a process
* that ended in between, and is taken over. Throws `invalid-input` where no file can be made.
*/
function claimFile(name, shown, staleMs) {
	try {
		if (isStale(name, staleMs)) takeAway(name, staleMs);
		const file = (0, node_fs.openSync)(name, "wx", 384);
		(0, node_fs.writeSync)(file, `${process.pid}\n`);
		(0, node_fs.closeSync)(file);
		return true;
	} catch (error) {
		const { code, message } = error;
		if (code === "EEXIST") return false;
		const remedy = `Check that files can be made in ${node_path.default.dirname(shown)}.`;
		const failure = {
			code: "invalid-input",
			message: `cannot make ${shown}: ${code ?? message}`,
			remedy
		};
		throw new StepFailure(failure, { cause: error });
	}
}
function isStale(name, staleMs) {
	const there = (0, node_fs.statSync)(name, { throwIfNoEntry: false });
	return there !== void 0 && Date.now() - there.mtimeMs > staleMs;
}
/** By another name first: of two that found it stale, only one can move it, and what a third one has made anew is given back. */
function takeAway(name, staleMs) {
	const aside = `${name}.${process.pid}.stale`;
	try {
		(0, node_fs.renameSync)(name, aside);
		if (!isStale(aside, staleMs)) (0, node_fs.linkSync)(aside, name);
	} catch {}
	(0, node_fs.rmSync)(aside, { force: true });
}

// packages/action-kit/src/hash-file.ts
const pieceBytes = 1048576;
/** Bytes after which a signal is let in: some 30 ms of hashing. */
const turnBytes = 16 * pieceBytes;
let piece;
/** Takes milliseconds to load, and many a run hashes nothing. */
function crypto() {
	return (0, node_module.createRequire)(require("url").pathToFileURL(__filename).href)("node:crypto");
}
/** SHA-256 of an open file and its permission bits. One piece is held at a time. Throws what the system says. */
async function hashFile(file) {
	const hash = crypto().createHash("sha256");
	piece ??= Buffer.allocUnsafe(pieceBytes);
	let sinceTurn = 0;
	for (;;) {
		const count = (0, node_fs.readSync)(file, piece, 0, pieceBytes, null);
		if (count === 0) break;
		hash.update(count === pieceBytes ? piece : piece.subarray(0, count));
		sinceTurn += count;
		if (sinceTurn < turnBytes) continue;
		sinceTurn = 0;
		await (0, node_timers_promises.setImmediate)();
	}
	return {
		sha256: hash.digest("hex"),
		mode: (0, node_fs.fstatSync)(file).mode & 4095
	};
}

// packages/action-kit/src/path-bytes.ts
const firstLow = 56320;
/**
* The text of a path as the system has it. A byte that is no UTF-8 becomes a lone surrogate, U+DC80 to U+DCFF, which no other
* text has: so the bytes can be found again, and JSON shows them (the way Python calls `surrogateescape`).
*/
function textOf(bytes) {
	if ((0, node_buffer.isUtf8)(bytes)) return bytes.toString("utf8");
	let text = "";
	for (let at = 0; at < bytes.length;) {
		const length = [
			1,
			2,
			3,
			4
		].find((count) => at + count <= bytes.length && (0, node_buffer.isUtf8)(bytes.subarray(at, at + count)));
		text += length === void 0 ? String.fromCharCode(firstLow + (bytes[at] ?? 0)) : bytes.toString("utf8", at, at + length);
		at += length ?? 1;
	}
	return text;
}
/** What the system takes for such a text: the text itself, but where a lone surrogate stands for a byte. */
function bytesOf(text) {
	if (text.isWellFormed()) return text;
	const parts = [...text].map((character) => {
		const code = character.codePointAt(0) ?? 0;
		return code >= 56448 && code <= 56575 ? Buffer.of(code - firstLow) : Buffer.from(character, "utf8");
	});
	return Buffer.concat(parts);
}

// packages/action-kit/src/list-folder.ts
function entryKind(entry) {
	if (entry.isFile()) return "file";
	if (entry.isDirectory()) return "folder";
	return entry.isSymbolicLink() ? "link" : "other";
}
/** Milliseconds that listing may keep a signal waiting. Date, because `performance` takes milliseconds to load. */
const longestTurn = 30;
let lastTurn = Date.now();
/** What stands in a folder, sorted by name. With `sizes` it asks for every file; without, for none. Throws what the system says. */
async function listFolder(folder, sizes) {
	if (Date.now() - lastTurn > longestTurn) {
		await (0, node_timers_promises.setImmediate)();
		lastTurn = Date.now();
	}
	return sizes ? listSizes(folder) : listKinds(folder);
}
function listKinds(folder) {
	const found = (0, node_fs.readdirSync)(bytesOf(folder), { withFileTypes: true });
	if (found.some(({ name }) => name.includes("\ufffd"))) return listSizes(folder);
	return found.map((entry) => ({
		name: entry.name,
		kind: entryKind(entry),
		bytes: 0
	})).sort((a, b) => a.name < b.name ? -1 : 1);
}
function listSizes(folder) {
	const entries = [];
	for (const name of namesIn(folder).sort()) {
		const found = (0, node_fs.lstatSync)(bytesOf(`${folder}/${name}`), { throwIfNoEntry: false });
		if (found === void 0) continue;
		const kind = entryKind(found);
		const entry = {
			name,
			kind,
			bytes: kind === "file" ? found.size : 0
		};
		if (kind === "file" && found.nlink > 1) entry.inode = found.ino;
		if (kind === "file" && isLocked(`${folder}/${name}`, found)) entry.locked = true;
		entries.push(entry);
	}
	return entries;
}
/** Asks the system only where the permission bits leave room for a no: the owner, or else everybody, lacks the right to read. */
function isLocked(path, { mode, uid }) {
	const bits = uid === process.geteuid?.() ? 256 : 36;
	if ((mode & bits) === bits) return false;
	try {
		(0, node_fs.accessSync)(bytesOf(path), node_fs.constants.R_OK);
		return false;
	} catch (error) {
		return error.code === "EACCES";
	}
}
/** A name that is not UTF-8 would come with a mark in place of what nobody can read, and could not be found again. */
function namesIn(folder) {
	const names = (0, node_fs.readdirSync)(bytesOf(folder));
	if (!names.some((name) => name.includes("\ufffd"))) return names;
	return (0, node_fs.readdirSync)(bytesOf(folder), { encoding: "buffer" }).map(textOf);
}
/** What a symbolic link holds; undefined for what is none, and where nothing is. */
function linkTarget(path) {
	try {
		return textOf((0, node_fs.readlinkSync)(bytesOf(path), { encoding: "buffer" }));
	} catch {
		return;
	}
}

// packages/action-kit/src/make-folders.ts
/**
* Makes a folder and those above it. Not by Node.js's own `recursive`, which tries for ever where a file system such as
* /proc answers that a folder whose parent is there cannot be made for want of a parent. Throws what the system says.
*/
function makeFolders(folder) {
	const missing = [];
	for (let next = folder; (0, node_fs.statSync)(next, { throwIfNoEntry: false }) === void 0; next = node_path.default.dirname(next)) missing.push(next);
	for (const next of missing.reverse()) makeOne(next);
	if (missing.length === 0 && !(0, node_fs.statSync)(folder).isDirectory()) throw Object.assign(/* @__PURE__ */ new Error(`EEXIST: ${folder}`), { code: "EEXIST" });
}
/** Another program may make the same folder at the same time. */
function makeOne(folder) {
	try {
		(0, node_fs.mkdirSync)(folder);
	} catch (error) {
		if (error.code !== "EEXIST" || !(0, node_fs.statSync)(folder).isDirectory()) throw error;
	}
}

// packages/action-kit/src/write-file.ts
const reasons$1 = {
	EACCES: "permission denied",
	EEXIST: "a part of the path is not a folder",
	EISDIR: "it is a folder",
	ELOOP: "its links go in a circle",
	ENAMETOOLONG: "the name is too long",
	ENOSPC: "there is no space left",
	ENOTDIR: "a part of the path is not a folder",
	EPERM: "it is not permitted",
	EROFS: "the file system is read-only"
};
function unwritable(shown, why, cause) {
	return new StepFailure({
		code: "invalid-input",
		message: `cannot write ${shown}: ${why}`,
		remedy: "Name a file in a folder that is there or can be made, and that may be written to."
	}, { cause });
}
function reasonOf(error) {
	const { code = "", message } = error;
	return reasons$1[code] ?? message;
}
/** Throws `invalid-input` where the file cannot be written, as far as that can be known without writing. */
function refuseUnwritable(name, shown) {
	try {
		const there = (0, node_fs.statSync)(name, { throwIfNoEntry: false });
		if (there?.isDirectory()) throw unwritable(shown, "it is a folder");
		if (there && !there.isFile()) throw unwritable(shown, "it is not a regular file");
		(0, node_fs.accessSync)(existingFolder(node_path.default.dirname(name)), node_fs.constants.W_OK | node_fs.constants.X_OK);
	} catch (error) {
		throw error instanceof StepFailure ? error : unwritable(shown, reasonOf(error), error);
	}
}
/** The nearest folder upwards that is there. Throws as the system does where a part of the path is a file. */
function existingFolder(folder) {
	for (let next = folder;; next = node_path.default.dirname(next)) {
		const there = (0, node_fs.statSync)(next, { throwIfNoEntry: false });
		if (there?.isDirectory()) return next;
		if (there || next === node_path.default.dirname(next)) throw Object.assign(new Error(next), { code: "ENOTDIR" });
	}
}
/** Makes parent folders; the file appears whole or not at all, and a draft never stays. Throws `invalid-input`. */
function writeWhole(name, shown, content) {
	replace(name, shown, content, () => {
		makeFolders(node_path.default.dirname(name));
	});
}
/**
* Replaces the text of a file that is there: mode and owner stay, and a link goes on being one. Where links may lead is
* the caller's to decide before. Throws `invalid-input`.
*/
function rewriteWhole(name, shown, content) {
	let target;
	let there;
	try {
		target = node_fs.realpathSync.native(name);
		there = (0, node_fs.statSync)(target);
	} catch (error) {
		throw unwritable(shown, reasonOf(error), error);
	}
	replace(target, shown, content, void 0, (draft) => {
		if (there.uid !== process.getuid?.() || there.gid !== process.getgid?.()) giveTo(draft, there.uid, there.gid);
		(0, node_fs.chmodSync)(draft, there.mode & 4095);
	});
}
/** Only root may give files away, and nobody else needs to: the file is then the caller's own in the end. */
function giveTo(draft, uid, gid) {
	try {
		(0, node_fs.chownSync)(draft, uid, gid);
	} catch {}
}
function replace(name, shown, content, prepare, finish) {
	const draft = `${name}.${process.pid}.tmp`;
	try {
		prepare?.();
		(0, node_fs.writeFileSync)(draft, content);
		finish?.(draft);
		(0, node_fs.renameSync)(draft, name);
	} catch (error) {
		removeDraft(draft);
		throw unwritable(shown, reasonOf(error), error);
	}
}
function removeDraft(draft) {
	try {
		(0, node_fs.rmSync)(draft, { force: true });
	} catch {}
}

// packages/action-kit/src/disk-files.ts
/**
* The disk, with relative paths taken from `workspace`. What reads and writes is synchronous inside: an action has a few files of
* bounded size, and each would otherwise take five turns through the thread pool.
*/
function diskFiles(workspace, temporary) {
	const absolute = (name) => node_path.default.resolve(workspace, name);
	const relative = (name) => {
		const inside = node_path.default.relative(workspace, absolute(name)).split(node_path.default.sep).join("/");
		return inside === "" ? "." : inside;
	};
	return {
		absolute,
		relative,
		read: async (name, options) => {
			if (options.followLinks === "inside") refuseOutside(workspace, absolute(name), relative(name));
			return readText(absolute(name), relative(name), options);
		},
		readHead: (name, bytes) => readHead(absolute(name), relative(name), bytes),
		exists: async (name) => await kindOf(absolute(name)) !== void 0,
		kind: (name) => kindOf(absolute(name)),
		entry: (name, options) => entryOf(absolute(name), options?.followLinks ?? false),
		list: (name, options) => list(absolute(name), options?.sizes ?? true),
		readLink: async (name) => linkTarget(absolute(name)),
		hash: async (name) => {
			const file = open(absolute(name), relative(name), false);
			try {
				return await hashFile(file);
			} finally {
				(0, node_fs.closeSync)(file);
			}
		},
		freeBytes: async (name) => freeBytes(absolute(name)),
		write: async (name, content) => writeWhole(absolute(name), relative(name), content),
		rewrite: async (name, content) => {
			refuseOutside(workspace, absolute(name), relative(name));
			rewriteWhole(absolute(name), relative(name), content);
		},
		claim: async (name, staleMs) => claimFile(absolute(name), relative(name), staleMs),
		refuseUnwritable: async (name) => refuseUnwritable(absolute(name), relative(name)),
		makeFolder: async (name, options) => {
			makeFolders(absolute(name));
			if (options?.mode !== void 0) (0, node_fs.chmodSync)(absolute(name), options.mode);
		},
		makeTemporaryFolder: async (prefix) => {
			makeFolders(temporary);
			return (0, node_fs.mkdtempSync)(node_path.default.join(temporary, prefix));
		},
		remove: (name) => removeAll(absolute(name))
	};
}
function unreadable(shown, why, cause) {
	return new StepFailure({
		code: "unreadable-input",
		message: `cannot read ${shown}: ${why}`,
		remedy: "Check the path and its permissions; it must be a regular file of ordinary size."
	}, { cause });
}
const reasons = {
	ENOENT: "there is no such file",
	EACCES: "permission denied",
	EISDIR: "it is a folder",
	ELOOP: "it is a symbolic link, or links that go in a circle",
	ENOTDIR: "a part of the path is not a folder",
	ENXIO: "it is not a regular file"
};
function open(name, shown, followLinks) {
	const flags = node_fs.constants.O_RDONLY | node_fs.constants.O_NONBLOCK | (followLinks ? 0 : node_fs.constants.O_NOFOLLOW);
	try {
		const file = (0, node_fs.openSync)(bytesOf(name), flags);
		if ((0, node_fs.fstatSync)(file).isFile()) return file;
		(0, node_fs.closeSync)(file);
	} catch (error) {
		const code = error.code ?? "";
		throw unreadable(shown, reasons[code] ?? error.message, error);
	}
	throw unreadable(shown, "it is not a regular file");
}
/** A path that climbs out by its own words was named by the caller; a link may lead out of neither. */
function refuseOutside(workspace, name, shown) {
	try {
		const top = isBelow(workspace, name) ? workspace : node_path.default.dirname(name);
		if (isBelow(node_fs.realpathSync.native(top), node_fs.realpathSync.native(name))) return;
	} catch (error) {
		const code = error.code ?? "";
		throw unreadable(shown, reasons[code] ?? error.message, error);
	}
	throw unreadable(shown, "it is a link that leads out of the workspace");
}
function isBelow(folder, name) {
	const inside = node_path.default.relative(folder, name);
	return inside !== ".." && !inside.startsWith(`..${node_path.default.sep}`) && !node_path.default.isAbsolute(inside);
}
async function readText(name, shown, options) {
	const file = open(name, shown, options.followLinks !== false);
	try {
		const { size } = (0, node_fs.fstatSync)(file);
		if (size > options.maxBytes) throw unreadable(shown, `it has ${size} bytes; at most ${options.maxBytes} are read`);
		const buffer = Buffer.alloc(Math.min(options.maxBytes, size + 1) + 1);
		let filled = 0;
		for (;;) {
			const bytesRead = (0, node_fs.readSync)(file, buffer, filled, buffer.length - filled, null);
			filled += bytesRead;
			if (bytesRead === 0) break;
			if (filled === buffer.length) throw unreadable(shown, "it grew while it was read");
		}
		return buffer.toString("utf8", 0, filled);
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
async function readHead(name, shown, bytes) {
	const file = open(name, shown, true);
	try {
		const buffer = Buffer.alloc(bytes);
		return buffer.subarray(0, (0, node_fs.readSync)(file, buffer, 0, bytes, 0));
	} catch (error) {
		throw unreadable(shown, error.message, error);
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
/** What an unprivileged user may take; some file systems keep a part for root. */
function freeBytes(name) {
	try {
		const { bavail, bsize } = (0, node_fs.statfsSync)(name);
		return bavail * bsize;
	} catch {
		return;
	}
}
async function kindOf(name) {
	try {
		return entryKind((0, node_fs.statSync)(name));
	} catch {
		return;
	}
}
async function entryOf(name, followLinks) {
	try {
		const found = followLinks ? (0, node_fs.statSync)(name) : (0, node_fs.lstatSync)(name);
		const entry = {
			name: node_path.default.basename(name),
			kind: entryKind(found),
			bytes: found.isFile() ? found.size : 0
		};
		if (found.isFile() && isLocked(name, found)) entry.locked = true;
		return entry;
	} catch {
		return;
	}
}
async function removeAll(name) {
	const all = {
		recursive: true,
		force: true
	};
	try {
		(0, node_fs.rmSync)(name, all);
	} catch (error) {
		if (error.code !== "EACCES") throw error;
		await openFolders(name);
		(0, node_fs.rmSync)(name, all);
	}
}
/** A container may leave folders of mode 000; their owner can still give the permissions back. Links are not followed. */
async function openFolders(folder) {
	try {
		if (!(0, node_fs.lstatSync)(folder).isDirectory()) return;
		(0, node_fs.chmodSync)(folder, 448);
	} catch {}
	for (const { name, kind } of await list(folder, false).catch(() => [])) if (kind === "folder") await openFolders(node_path.default.join(folder, name));
}
async function list(folder, sizes) {
	try {
		return await listFolder(folder, sizes);
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw unreadable(folder, error.message, error);
	}
}

// packages/action-kit/src/node-host.ts
/** The real world. Both doors use it; they differ in how they log and in where state is kept. */
function nodeHost(door) {
	const { env } = process;
	const place = {
		cwd: door.workspace,
		env,
		signal: door.signal
	};
	return {
		...door,
		env,
		exec: (command, args, options) => execProgram(place, command, args, options),
		spawn: (command, args, options) => spawnProgram(place, command, args, options),
		kill: killProcess,
		files: diskFiles(door.workspace, env.RUNNER_TEMP ?? node_os.default.tmpdir()),
		now: () => /* @__PURE__ */ new Date(),
		ownFolder: ownFolder()
	};
}
/** Every bundle is dist/<name>.cjs; npm runs it through a link in node_modules/.bin. */
function ownFolder() {
	const bundle = process.argv[1];
	return bundle === void 0 ? process.cwd() : node_path.default.resolve(node_path.default.dirname((0, node_fs.realpathSync)(bundle)), "..");
}

// packages/catalog/src/closest.ts
/** The known word nearest to `word` by edit distance, or undefined where none is near enough to be meant. */
function closest(word, known) {
	let best;
	let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
	for (const candidate of known) {
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
		if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
	}
	return best;
}
function editDistance(a, b) {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}

// packages/catalog/src/pins.ts
const commit = require_zod.string().regex(/^[0-9a-f]{40}$/, "must be a full commit of 40 hexadecimal digits, not a branch or tag");
const httpsUrl = require_zod.url({
	protocol: /^https$/,
	error: "must be an https address"
}).max(2e3);
const version = require_zod.string().min(1).max(100).regex(/^[0-9]+(?:\.[0-9A-Za-z]+)*(?:\+[0-9A-Za-z.]+)?$/, "must be one exact version");
/** A git tree the image contains, pinned by commit. `branch` and `ref` are for people and never checked out. */
const Upstream = require_zod.strictObject({
	repository: httpsUrl,
	commit,
	branch: require_zod.string().max(200),
	licence: require_zod.string().max(100)
});
const Source = require_zod.strictObject({
	name: require_zod.string().min(1).max(100),
	repository: httpsUrl,
	commit,
	ref: require_zod.string().max(200).optional(),
	licence: require_zod.string().max(100)
});
const digestShape = require_zod.string().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits");
/** A value that may be unknown must say why: nobody may mistake "not looked up" for "not needed". */
function reasonIffNull(known, reason) {
	return known === null === (reason !== void 0);
}
const BaseImage = require_zod.strictObject({
	image: require_zod.string().min(1).max(300),
	tag: require_zod.string().min(1).max(200),
	digest: digestShape.nullable(),
	digestReason: require_zod.string().min(1).max(1e3).optional()
}).refine((base) => reasonIffNull(base.digest, base.digestReason), {
	path: ["digestReason"],
	message: "goes with `digest: null`, and only with it: say why the digest is not known"
});
const Environment = require_zod.strictObject({
	python: require_zod.string().regex(/^3\.\d+$/, "must be a quoted minor version such as \"3.8\""),
	cuda: require_zod.string().regex(/^\d+\.\d+$/, "must be a quoted CUDA version such as \"11.1\"")
});
const Packages = require_zod.record(require_zod.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/).max(100), version);
const Checkpoint = require_zod.strictObject({
	url: httpsUrl,
	sha256: require_zod.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits").nullable(),
	sha256Reason: require_zod.string().min(1).max(1e3).optional(),
	licence: require_zod.string().max(300)
}).refine((file) => reasonIffNull(file.sha256, file.sha256Reason), {
	path: ["sha256Reason"],
	message: "goes with `sha256: null`, and only with it: say why the hash is not known"
});

// packages/catalog/src/model.ts
const capability = require_zod.string().regex(/^\d{1,2}\.\d$/, "must be a quoted compute capability such as \"8.6\"");
const mebibytes = require_zod.int().positive();
/** What one output family must show. `expect` belongs to the family (packages/model-output) and is checked there. */
const OutputSpec = require_zod.strictObject({
	family: require_zod.string().regex(/^[a-z0-9-]+$/).max(100),
	expect: require_zod.record(require_zod.string(), require_zod.unknown())
});
/** The GPUs whose kernels the image carries, by compute capability (both ends included), and the memory a run needs. */
const GpuNeeds = require_zod.strictObject({
	computeCapability: require_zod.strictObject({
		min: capability,
		max: capability
	}),
	reason: require_zod.string().min(1).max(1e3),
	memoryMiB: mebibytes
}).refine((gpu) => Number(gpu.computeCapability.min) <= Number(gpu.computeCapability.max), {
	path: ["computeCapability"],
	message: "min is greater than max"
});
/** Limits of one smoke run: seconds for everything, seconds between asking to stop and killing, container memory in MiB. */
const SmokeLimits = require_zod.strictObject({
	timeoutSeconds: require_zod.int().positive().max(86400),
	killGraceSeconds: require_zod.int().nonnegative().max(600),
	memoryMiB: mebibytes,
	shmMiB: mebibytes
});
/** What is true of one model: its pins, its needs, what its answer must look like. One `model.yaml` an image folder. */
const Model = require_zod.strictObject({
	schema: require_zod.literal("model/v1"),
	slug: require_step_result.ModelSlug,
	name: require_zod.string().min(1).max(100),
	summary: require_zod.string().min(1).max(500),
	upstream: Upstream,
	sources: require_zod.array(Source).max(50),
	base: BaseImage,
	environment: Environment,
	packages: Packages,
	mmcvFindLinks: httpsUrl.optional(),
	config: require_zod.string().regex(/^\/[\w./-]+\.py$/, "must be the absolute path of a .py file inside the image"),
	outputs: require_zod.array(OutputSpec).min(1).max(20),
	checkpoint: Checkpoint,
	dataset: require_zod.strictObject({
		name: require_zod.string().max(200),
		licence: require_zod.string().max(200),
		note: require_zod.string().max(1e3).optional()
	}),
	gpu: GpuNeeds,
	smoke: SmokeLimits
});

// packages/catalog/src/parse-model.ts
/** Larger than any honest model.yaml by two orders of magnitude; a larger file is refused before it is parsed. */
const maxModelBytes = 262144;
/**
* Checks the text of a model.yaml, and that its slug is `folder`, where one is given. Reports every problem at once,
* each with its line. Never throws.
*/
function parseModel(text, folder) {
	const read = require_catalog.readYaml(text, Model, "model.yaml");
	if (!read.ok) return read;
	const { value: model, lineOf } = read;
	if (folder === void 0 || model.slug === folder) return {
		ok: true,
		model
	};
	const message = `slug is ${model.slug}, but the folder is ${folder}: rename one of them`;
	return {
		ok: false,
		problems: [{
			line: lineOf(["slug"]),
			message
		}]
	};
}

// packages/action-kit/src/inputs.ts
function describe(schema, meta) {
	return schema.meta({ ...meta });
}
const given = require_zod.string({ error: "is required" });
function requiredText(about) {
	return describe(given, about);
}
/** Undefined where the input is absent or empty. */
function optionalText(about) {
	return describe(require_zod.string().optional(), about);
}
function text(about) {
	return describe(require_zod.string().default(about.default), about);
}
/** One entry a line; empty lines are dropped. */
function lines(about) {
	const split = (value) => value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
	return describe(require_zod.string().default(about.default ?? "").transform(split), {
		...about,
		list: true
	});
}
/** `true` or `false`, in the spellings of YAML 1.2's core schema. */
function flag(about) {
	return describe(require_zod.string().default(String(about.default)).transform((value, context) => {
		if (/^(?:true|True|TRUE)$/.test(value)) return true;
		if (/^(?:false|False|FALSE)$/.test(value)) return false;
		context.addIssue({
			code: "custom",
			message: `is ${JSON.stringify(value)}; write true or false`
		});
		return require_zod.NEVER;
	}), {
		...about,
		default: String(about.default),
		flag: true
	});
}
function choice(about) {
	const error = (issue) => issue.input === void 0 ? `is required; write one of ${about.values.join(", ")}` : `is ${JSON.stringify(issue.input)}; write one of ${about.values.join(", ")}`;
	const { values, ...meta } = about;
	const schema = require_zod._enum(values, { error });
	return describe(about.default === void 0 ? schema : schema.default(about.default), {
		...meta,
		placeholder: values.join("|")
	});
}
const unitSeconds = {
	"": 1,
	s: 1,
	m: 60,
	h: 3600
};
/** Seconds. Written `600`, `600s`, `10m` or `1h`. Undefined where the input is absent. */
function duration(about) {
	return describe(require_zod.string().optional().transform((value, context) => {
		if (value === void 0) return void 0;
		const match = /^(\d{1,6})(s|m|h)?$/.exec(value);
		const seconds = Number(match?.[1]) * (unitSeconds[match?.[2] ?? ""] ?? 1);
		if (match && seconds > 0 && seconds <= 86400) return seconds;
		const problem = `is ${JSON.stringify(value)}; write seconds such as 600, or 10m, at most 24h`;
		context.addIssue({
			code: "custom",
			message: problem
		});
		return require_zod.NEVER;
	}), {
		placeholder: "SECONDS",
		...about
	});
}
/** Parses all inputs and reports every problem at once. An empty text counts as absent, as on GitHub. */
function parseInputs(schema, raw) {
	const present = Object.fromEntries(Object.entries(raw).filter(([, value]) => value?.trim()));
	const parsed = schema.safeParse(present);
	if (parsed.success) return {
		ok: true,
		values: parsed.data
	};
	return {
		ok: false,
		problems: parsed.error.issues.map((issue) => ({
			input: String(issue.path[0] ?? ""),
			message: issue.message
		}))
	};
}
function fieldMeta(field) {
	return {
		description: "",
		...field.meta()
	};
}
/** True where the field refuses to be absent. */
function isRequired(field) {
	return !field.safeParse(void 0).success;
}

// packages/action-kit/src/records.ts
/** Far above any honest record; an artifact can come from anywhere, and checking one costs time by the byte. */
const maxRecordBytes = 2097152;
/** Makes the folder for records. Throws `invalid-input` where that cannot be: it is a file, or may not be written. */
async function makeResultsFolder(files, folder) {
	try {
		await files.makeFolder(folder);
		const ignore = `${folder}/.gitignore`;
		if (!await files.exists(ignore)) await files.write(ignore, "*\n");
	} catch (error) {
		throw new StepFailure({
			code: "invalid-input",
			message: `results-dir ${folder} cannot be used: ${error.message}`,
			remedy: "Name a folder that is there or can be made, and that may be written to."
		}, { cause: error });
	}
}
/** Writes each record under its own name. What cannot be written is a failure to show, not a reason to lose the rest. */
async function writeRecords(files, folder, records) {
	const problems = [];
	for (const record of records) {
		const name = require_step_result.resultFileName(record);
		try {
			await files.write(`${folder}/${name}`, `${JSON.stringify(record, null, 2)}\n`);
		} catch (error) {
			problems.push(`${name}: ${error.message}`);
		}
	}
	if (problems.length === 0) return void 0;
	return {
		code: "results-unwritable",
		message: `the records could not be written: ${problems.join("; ")}`.slice(0, 4e3),
		remedy: `Free space or mend the permissions of ${folder}.`
	};
}
/**
* Reads every record below `folder`: its own files, and those of artifacts one folder down (download-artifact
* makes a folder per artifact). Links are not followed; what does not parse is reported, not thrown.
*/
async function readRecords(files, folder) {
	const found = {
		records: [],
		refused: []
	};
	const folders = [folder];
	for (const entry of await files.list(folder)) if (entry.kind === "folder") folders.push(`${folder}/${entry.name}`);
	for (const place of folders) for (const entry of await files.list(place)) if (require_step_result.isResultFileName(entry.name)) await readInto(found, files, `${place}/${entry.name}`);
	return found;
}
async function readInto(found, files, path) {
	try {
		const text = await files.read(path, {
			maxBytes: maxRecordBytes,
			followLinks: false
		});
		const { parseStepResult } = await Promise.resolve().then(() => require("./record-schemas.cjs")).then((n) => n.step_result_exports);
		const parsed = parseStepResult(JSON.parse(text));
		if (parsed.ok) found.records.push(parsed.result);
		else found.refused.push({
			path,
			problem: parsed.problem
		});
	} catch (error) {
		found.refused.push({
			path,
			problem: error.message
		});
	}
}

// packages/action-kit/src/perform.ts
/** Parse all inputs, run, write the records: the part both doors share. Never throws. */
async function perform(action, raw, host) {
	const unknown = unknownInputs(action, raw);
	const parsed = parseInputs(action.inputs, raw);
	const inputProblems = [...unknown, ...parsed.ok ? [] : parsed.problems];
	const nothing = {
		records: [],
		summary: [],
		outputs: { status: "failed" },
		files: [],
		inputProblems
	};
	if (!parsed.ok || inputProblems.length > 0) return {
		...nothing,
		exitCode: 2
	};
	const folder = String(parsed.values["results-dir"]);
	try {
		await makeResultsFolder(host.files, folder);
		const { records, summary = records, outputs = {}, files = [], source, print, inDiff } = await action.run(parsed.values, host);
		const failure = await writeRecords(host.files, folder, records);
		const exitCode = failure ? 1 : exitCodeOf(records);
		return {
			exitCode,
			records,
			summary,
			outputs: {
				status: exitCode === 0 ? "passed" : "failed",
				"results-dir": folder,
				...outputs
			},
			files,
			inputProblems,
			...source && { source },
			...inDiff && { inDiff },
			...print !== void 0 && { print },
			...failure && { failure }
		};
	} catch (thrown) {
		const failure = failureOf(thrown);
		if (!(thrown instanceof StepFailure)) host.log.warn(String(thrown?.stack ?? thrown));
		return {
			...nothing,
			exitCode: isUsageFailure(failure.code) ? 2 : 1,
			failure
		};
	}
}
function exitCodeOf(records) {
	const failed = records.filter((record) => record.status === "failed");
	if (failed.length === 0) return 0;
	return failed.every((record) => isUsageFailure(record.failure?.code)) ? 2 : 1;
}
function unknownInputs(action, raw) {
	const known = Object.keys(action.inputs.shape);
	return Object.keys(raw).filter((name) => !known.includes(name)).map((input) => {
		const near = closest(input, known);
		return {
			input,
			message: `is not an input of ${action.name}${near ? `; did you mean ${near}?` : ""}`
		};
	});
}

// packages/action-kit/src/rule-pages.ts
/**
* The folder of the pages about rules, in the actions' own repository at the ref that runs, or undefined where the runner
* names none: at a terminal, and for a workflow that uses the actions of its own checkout.
*/
function rulePages({ env }) {
	const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env;
	return server && repository && ref ? `${server}/${repository}/blob/${ref}/docs/rules` : void 0;
}

// packages/action-kit/src/source-links.ts
/** GitHub refuses webhook payloads above 25 MB. */
const maxEventBytes$1 = 25e6;
const PullRequest = require_zod.object({ pull_request: require_zod.object({ head: require_zod.object({ sha: require_zod.string().max(64) }) }) });
/**
* Where a reader finds the files of this run, or undefined outside a workflow. For a pull request it is the head
* commit: GITHUB_SHA names a merge commit there, which nobody has seen and which vanishes with the next push.
*/
async function sourceLinks({ env, files }) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env;
	if (!server || !repository || !sha) return void 0;
	return {
		server,
		repository,
		commit: await headOfPullRequest({
			env,
			files
		}) ?? sha
	};
}
async function headOfPullRequest({ env, files }) {
	const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = env;
	if (!path || name !== "pull_request" && name !== "pull_request_target") return void 0;
	try {
		return PullRequest.safeParse(JSON.parse(await files.read(path, { maxBytes: maxEventBytes$1 }))).data?.pull_request.head.sha;
	} catch {
		return;
	}
}

// packages/action-kit/src/action.ts
/** Folder for records, relative to the workspace. Not hidden: upload-artifact leaves hidden folders out by default. */
const defaultResultsDir = "model-image-results";
const everyInput = { "results-dir": text({
	description: "Folder the records are written to, one JSON file per step and model.",
	default: defaultResultsDir,
	placeholder: "FOLDER"
}) };
const everyOutput = {
	status: "passed or failed.",
	"results-dir": "Folder the records were written to."
};
/** Adds the inputs and outputs every action has. */
function defineAction(action) {
	const inputs = require_zod.object({
		...action.inputs,
		...everyInput
	});
	return {
		...action,
		inputs,
		outputs: {
			...everyOutput,
			...action.outputs
		}
	};
}

// packages/action-kit/src/ask/answer.ts
/** Milliseconds a server has for one answer. */
const answerDeadlineMs = 3e4;
/** Why a program that asked came back without an answer, in one line without passwords and tokens. */
function exitReason(exit, deadlineMs = answerDeadlineMs) {
	const { notStarted, timedOut, stderr, code } = exit;
	if (notStarted) return notStarted;
	if (timedOut) return `no answer within ${deadlineMs / 1e3} s`;
	const said = stderr.trim().split("\n").findLast((line) => line.trim() !== "" && !/^Run '.*--help'/.test(line)) ?? "";
	return said === "" ? `exit code ${code}` : require_lock.withoutSecrets(plainLine(said)).slice(0, 300);
}
/** What the resolvers and sockets of git, docker and pip say when there is no way to a host. */
function isUnreachable({ timedOut, stderr }) {
	return timedOut || unreachable.test(stderr);
}
const unreachable = /could not resolve host|no such host|name or service not known|name resolution|failed to connect|couldn't connect|connection (?:timed out|refused|reset)|network is unreachable|no route to host|i\/o timeout|deadline exceeded|tls handshake timeout|operation timed out/i;

// packages/action-kit/src/ask/git-commit.ts
/** git must neither ask a person, nor run programs or read files of this machine for an address somebody wrote down. */
const gitAskEnvironment = {
	GIT_TERMINAL_PROMPT: "0",
	GIT_ALLOW_PROTOCOL: "http:https",
	GIT_ASKPASS: "true",
	LC_ALL: "C"
};
/** The commit a branch or tag of a public repository names; of an annotated tag, the commit and not the tag. Null: its HEAD. */
async function askCommit(host, repository, ref) {
	const refused = unaskable(repository, ref);
	if (refused) return refused;
	const names = ref === null ? ["HEAD"] : [
		`refs/heads/${ref}`,
		`refs/tags/${ref}`,
		`refs/tags/${ref}^{}`
	];
	const exit = await host.exec("git", [
		"ls-remote",
		"--exit-code",
		"--",
		repository,
		...names
	], {
		env: gitAskEnvironment,
		deadlineMs: answerDeadlineMs
	});
	const lines = exit.stdout.split("\n").map((line) => line.split("	"));
	const commitAt = (name) => lines.find((line) => line[1] === name)?.[0];
	const commit = ref === null ? commitAt("HEAD") : ofRef(commitAt, ref);
	if (commit && /^[0-9a-f]{40}$/.test(commit)) return {
		state: "known",
		value: commit
	};
	if (exit.code === 2 && exit.stderr.trim() === "") return {
		state: "absent",
		reason: `${hostOf(repository)} has no branch or tag of that name`,
		detail: exitReason(exit, answerDeadlineMs)
	};
	return gitSilence(exit, repository, answerDeadlineMs);
}
function ofRef(commitAt, ref) {
	return commitAt(`refs/tags/${ref}^{}`) ?? commitAt(`refs/tags/${ref}`) ?? commitAt(`refs/heads/${ref}`);
}
/** An address or a name that is not put to git at all. */
function unaskable(repository, ref) {
	const reason = !/^https?:\/\/[^\s/]/.test(repository) ? "only repositories behind http and https are asked" : ref?.startsWith("-") ? "no branch or tag begins with a hyphen" : void 0;
	return reason === void 0 ? void 0 : {
		state: "silent",
		reason,
		detail: reason,
		unreachable: false
	};
}
/** Why git came back without an answer. */
function gitSilence(exit, repository, deadlineMs) {
	const detail = exitReason(exit, deadlineMs);
	const server = hostOf(repository);
	const silent = (reason, unreachable) => ({
		state: "silent",
		reason,
		detail,
		unreachable
	});
	if (exit.notStarted) return silent("there was no git to ask with", true);
	if (isUnreachable(exit)) return silent(`${server} could not be reached`, true);
	if (/could not read Username|Authentication failed|terminal prompts disabled|error: 40[13]/i.test(exit.stderr)) return silent(`${server} refused to say it`, false);
	if (/not found/i.test(exit.stderr)) return silent(`${server} shows no such repository`, false);
	return silent("git could not find it out", false);
}
/** The host of an http address, without password; the address itself is somebody's text. */
function hostOf(repository) {
	return /^https?:\/\/(?:[^/@]*@)?([\w.-]{1,253}(?::\d{1,5})?)/.exec(repository)?.[1]?.toLowerCase() ?? "the host";
}

// packages/action-kit/src/ask/image-digest.ts
/** The digest of what an image's name means now: of the index, where there is one. Asked by `docker buildx imagetools`. */
async function askDigest(host, reference) {
	const deadlineMs = answerDeadlineMs;
	if (!/^[A-Za-z0-9][\w.:/@-]{0,700}$/.test(reference)) {
		const reason = "its name is not one that a registry knows";
		return {
			state: "silent",
			reason,
			detail: reason,
			unreachable: false
		};
	}
	const args = [
		"buildx",
		"imagetools",
		"inspect",
		"--format",
		"{{json .Manifest.Digest}}",
		reference
	];
	const exit = await host.exec("docker", args, { deadlineMs });
	const value = /"(sha256:[0-9a-f]{64})"/.exec(exit.stdout)?.[1];
	if (exit.code === 0 && value) return {
		state: "known",
		value
	};
	const detail = exitReason(exit, deadlineMs);
	const registry = registryOf(reference);
	const { stderr } = exit;
	if (isAbsent(stderr)) return {
		state: "absent",
		reason: `${registry} has no such tag`,
		detail
	};
	const silent = (reason, isLost) => ({
		state: "silent",
		reason,
		detail,
		unreachable: isLost
	});
	if (exit.notStarted) return silent("there was no docker to ask with", true);
	if (/unknown (?:command|flag|shorthand)|is not a docker command/.test(stderr)) return silent("docker had no buildx to ask with", true);
	if (isUnreachable(exit)) return silent(`${registry} could not be reached`, true);
	if (/\b429\b|toomanyrequests/i.test(stderr)) return silent(`${registry} had been asked too often`, true);
	if (/\b40[13]\b|unauthorized|denied/i.test(stderr)) return silent(`${registry} refused to say it`, false);
	return silent("docker could not find it out", false);
}
function isAbsent(stderr) {
	if (/executable file/.test(stderr)) return false;
	return /manifest[ _]unknown|name[ _]unknown|: not found\s*$/i.test(stderr);
}
/** The registry an image's name points at: `docker.io` where it has no host in front. */
function registryOf(reference) {
	const [first = "", ...rest] = reference.split("/");
	return rest.length > 0 && (/[.:]/.test(first) || first === "localhost") ? first : "docker.io";
}

// packages/action-kit/src/git/changed-files.ts
/** A list this long touches everything anyhow; more is not read. */
const maxListBytes = 16777216;
/**
* Asks git which files differ between the comparison's base and HEAD, without following renames: both the old and the
* new path are then named. Never throws: a base that is not there (shallow clone, rewritten branch) is an answer.
*/
async function changedFiles(host, comparison) {
	const base = await baseCommit(host, comparison);
	if ("reason" in base) return {
		known: false,
		reason: base.reason
	};
	const diff = await git(host, [
		"diff",
		...[
			"--no-ext-diff",
			"--name-only",
			"-z",
			"--no-renames",
			"--relative"
		],
		base.commit,
		"HEAD",
		"--"
	]);
	if (diff.code !== 0) return {
		known: false,
		reason: `git diff failed: ${firstLine(diff)}`
	};
	if (Buffer.byteLength(diff.stdout) >= maxListBytes) return {
		known: false,
		reason: `the change names more than ${maxListBytes} bytes of files`
	};
	return {
		known: true,
		files: diff.stdout.split("\0").filter((file) => file !== ""),
		base: base.commit
	};
}
/** The commit that a comparison starts from, or why there is none. */
async function baseCommit(host, { ref, fromMergeBase }) {
	const shown = plainLine(ref).slice(0, 80);
	const found = await git(host, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	]);
	if (found.notStarted) return { reason: `git could not be started (${found.notStarted})` };
	const shallow = (await git(host, ["rev-parse", "--is-shallow-repository"])).stdout.trim() === "true";
	if (found.code !== 0) return { reason: absent(shown, shallow, found) };
	const commit = found.stdout.trim();
	return fromMergeBase ? mergeBase(host, commit, shallow) : { commit };
}
/**
* The commit at which HEAD left the base's branch. A shallow clone lacks history, so that git may find an older
* common commit, or none; only a base that HEAD itself contains is certain there.
*/
async function mergeBase(host, commit, shallow) {
	const found = await git(host, [
		"merge-base",
		commit,
		"HEAD"
	]);
	const merged = found.stdout.trim();
	if (found.code === 0 && (!shallow || merged === commit)) return { commit: merged };
	if (shallow) return { reason: "the clone is shallow and does not reach the merge base; check out with fetch-depth: 0" };
	return { reason: `HEAD and ${commit.slice(0, 12)} have no common commit` };
}
function absent(shown, shallow, exit) {
	if (shallow) return `the clone is shallow and does not hold ${shown}; check out with fetch-depth: 0`;
	const said = firstLine(exit);
	return said === "" ? `the repository does not hold ${shown}` : `git does not answer: ${said}`;
}
function firstLine({ stderr }) {
	return plainLine(stderr.trim().split("\n", 1)[0] ?? "").slice(0, 300);
}
/** Git, asked for a fact: no locks, no questions, no translations. */
function git(host, args) {
	return host.exec("git", args, {
		env: {
			GIT_OPTIONAL_LOCKS: "0",
			GIT_TERMINAL_PROMPT: "0",
			LC_ALL: "C"
		},
		maxBytes: maxListBytes,
		deadlineMs: 6e4
	});
}

// packages/action-kit/src/git/changed-lines.ts
/**
* Asks git which lines of the working tree differ from the comparison's base; a file git does not know yet counts as
* changed from its first line to its last. Never throws.
*/
async function changedLines(host, comparison) {
	const base = await baseCommit(host, comparison);
	if ("reason" in base) return {
		known: false,
		reason: base.reason
	};
	const plain = [
		"--no-ext-diff",
		"--no-color",
		"--no-renames",
		"--relative",
		"--unified=0"
	];
	const prefixes = [
		"--src-prefix=a/",
		"--dst-prefix=b/",
		"--no-textconv"
	];
	const [diff, untracked] = await Promise.all([git(host, [
		"-c",
		"core.quotePath=false",
		"diff",
		...plain,
		...prefixes,
		base.commit,
		"--"
	]), git(host, [
		"ls-files",
		"-z",
		"--others",
		"--exclude-standard"
	])]);
	for (const exit of [diff, untracked]) if (exit.code !== 0) return {
		known: false,
		reason: `git failed: ${firstLine(exit)}`
	};
	const lines = readDiff(diff.stdout);
	for (const file of untracked.stdout.split("\0")) if (file !== "") lines.set(file, [[1, Number.MAX_SAFE_INTEGER]]);
	return {
		known: true,
		lines,
		base: base.commit
	};
}
/** The new sides of a diff without context lines. */
function readDiff(diff) {
	const found = /* @__PURE__ */ new Map();
	let ranges = [];
	let left = 0;
	for (const line of diff.split("\n")) {
		if (left > 0) {
			if (!line.startsWith("\\")) left -= 1;
			continue;
		}
		const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
		if (hunk) {
			const [removed, first, added] = [
				Number(hunk[1] ?? 1),
				Number(hunk[2]),
				Number(hunk[3] ?? 1)
			];
			left = removed + added;
			ranges.push(added > 0 ? [first, first + added - 1] : [Math.max(1, first), first + 1]);
			continue;
		}
		const file = /^\+\+\+ b\/(.*?)\t?$/.exec(line)?.[1] ?? unquoted(/^\+\+\+ ("b\/.*")\t?$/.exec(line)?.[1]);
		if (file !== void 0) {
			ranges = [];
			found.set(file, ranges);
		}
	}
	return found;
}
/** Git quotes a path with control characters, quotes or backslashes as C does. */
function unquoted(path) {
	if (path === void 0) return void 0;
	const plain = {
		n: "\n",
		t: "	",
		r: "\r",
		"\"": "\"",
		"\\": "\\"
	};
	return path.slice(3, -1).replace(/\\([ntr"\\])/g, (_, mark) => plain[mark] ?? mark);
}

// packages/action-kit/src/git/comparison.ts
const Commit = require_zod.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
/** Only what is read from an event; whatever else a payload holds is not looked at. */
const PullRequestEvent = require_zod.object({ pull_request: require_zod.object({ base: require_zod.object({ sha: Commit }) }) });
const MergeGroupEvent = require_zod.object({ merge_group: require_zod.object({ base_sha: Commit }) });
const PushEvent = require_zod.object({
	before: Commit,
	forced: require_zod.boolean().optional()
});
/**
* Chooses what to compare with from the event that started the workflow. A pull request or merge group is compared
* from its merge base, since its target may have moved on; a push with the commit the branch stood at before.
*/
function chooseComparison(eventName, event) {
	switch (eventName) {
		case "pull_request":
		case "pull_request_target": return fromEvent(PullRequestEvent.safeParse(event), (found) => found.pull_request.base.sha, true);
		case "merge_group": return fromEvent(MergeGroupEvent.safeParse(event), (found) => found.merge_group.base_sha, true);
		case "push": return fromPush(event);
		case "": return { reason: "no base was given and no event says what to compare with" };
		default: return { reason: `an event of kind ${eventName.slice(0, 50)} compares with nothing` };
	}
}
function fromPush(event) {
	const choice = fromEvent(PushEvent.safeParse(event), ({ before }) => before, false);
	if ("comparison" in choice && /^0+$/.test(choice.comparison.ref)) return { reason: "the branch is new: there is no earlier commit to compare with" };
	return choice;
}
function fromEvent(parsed, refOf, fromMergeBase) {
	if (!parsed.success) return { reason: "the event file does not name a base commit" };
	return { comparison: {
		ref: refOf(parsed.data),
		fromMergeBase
	} };
}

// packages/action-kit/src/git/event.ts
/** GitHub refuses webhook payloads above 25 MB (docs: webhook events and payloads, "Payload cap"). */
const maxEventBytes = 25e6;
/** Reads the event that started the workflow. Its text comes from strangers: size and shape are checked, nothing throws. */
async function eventComparison(host) {
	const { GITHUB_EVENT_NAME: name = "", GITHUB_EVENT_PATH: path } = host.env;
	const choice = chooseComparison(name, void 0);
	if (![
		"pull_request",
		"pull_request_target",
		"merge_group",
		"push"
	].includes(name)) return choice;
	if (!path) return { reason: "GITHUB_EVENT_PATH is not set" };
	try {
		return chooseComparison(name, JSON.parse(await host.files.read(path, { maxBytes: maxEventBytes })));
	} catch (error) {
		return { reason: `the event file cannot be read: ${plainLine(error.message).slice(0, 300)}` };
	}
}

// packages/action-kit/src/models.ts
/**
* The image folders that `selectors` name, each a folder or a slug under `imagesDir`; all of them where none is named.
* Throws `invalid-input` with every unknown name at once.
*/
async function findModels(host, imagesDir, selectors) {
	const known = await listModels(host, imagesDir);
	if (selectors.length === 0) {
		if (known.length > 0) return known;
		throw unknownModels([await whyNone(host, imagesDir)], imagesDir, known);
	}
	const found = [];
	const problems = [];
	for (const selector of selectors) {
		const match = await findModel(host, known, selector);
		if (typeof match === "string") problems.push(match);
		else if (!found.some((model) => model.folder === match.folder)) found.push(match);
	}
	if (problems.length > 0) throw unknownModels(problems, imagesDir, known);
	return found;
}
async function whyNone(host, imagesDir) {
	const kind = await host.files.kind(imagesDir);
	if (kind === void 0) return `there is no folder ${imagesDir}`;
	return kind === "folder" ? `no folder with a model.yaml under ${imagesDir}/` : `${imagesDir} is not a folder`;
}
/** Every folder under `imagesDir` that holds a model.yaml, by name. */
async function listModels(host, imagesDir) {
	const models = [];
	if (await host.files.kind(imagesDir) !== "folder") return models;
	for (const entry of await host.files.list(imagesDir)) {
		const folder = host.files.relative(`${imagesDir}/${entry.name}`);
		if (entry.kind !== "folder" || !await host.files.exists(`${folder}/model.yaml`)) continue;
		if (require_step_result.ModelSlug.safeParse(entry.name).success) models.push({
			slug: entry.name,
			folder
		});
		else host.log.warn(`${folder} is left out: a model's folder is named in lower-case letters, digits and hyphens`);
	}
	return models;
}
async function findModel(host, known, selector) {
	const bySlug = known.find((model) => model.slug === selector);
	if (bySlug) return bySlug;
	const folder = host.files.relative(selector.replace(/\/+$/, ""));
	const kind = await host.files.kind(folder);
	if (kind === "folder") {
		const slug = folder.split("/").at(-1) ?? "";
		if (!await host.files.exists(`${folder}/model.yaml`)) return `${selector} holds no model.yaml`;
		return require_step_result.ModelSlug.safeParse(slug).success ? {
			slug,
			folder
		} : `${selector} is not named like a model`;
	}
	if (kind !== void 0) return `${selector} is not a folder`;
	if (selector.includes("/")) return `there is no folder ${selector}`;
	const near = closest(selector, known.map((model) => model.slug));
	return `there is no model ${JSON.stringify(selector)}${near ? `; did you mean ${near}?` : ""}`;
}
function unknownModels(problems, imagesDir, known) {
	const names = known.map((model) => model.slug).join(", ");
	const remedy = names === "" ? `Add images/<model>/model.yaml, or set images-dir; ${imagesDir}/ has no model.` : `Name a folder, or one of the models under ${imagesDir}/: ${names}.`;
	return new StepFailure({
		code: "invalid-input",
		message: problems.join("; "),
		remedy
	});
}
/** Reads and checks a folder's model.yaml. A model whose slug is not its folder's name is refused too. */
async function loadModel(host, { slug, folder }) {
	const file = host.files.relative(`${folder}/model.yaml`);
	const parsed = parseModel(await host.files.read(file, { maxBytes: maxModelBytes }), slug);
	if (parsed.ok) return parsed;
	const { problems } = parsed;
	const remedy = "Correct it. model-image-actions lists the keys in docs/model-yaml.md; its schemas/model.v1.json checks them in an editor.";
	const findings = problems.map(({ line, message }) => ({
		rule: "model-yaml",
		code: "MIA905",
		confidence: "high",
		severity: "error",
		message: message.slice(0, 4e3),
		remedy,
		locations: [{
			file,
			line
		}]
	}));
	const message = problems.map(({ line, message: text }) => `${file}:${line}: ${text}`).join("\n");
	return {
		ok: false,
		findings,
		failure: new StepFailure({
			code: "unreadable-input",
			message: message.slice(0, 4e3),
			remedy
		})
	};
}

// packages/action-kit/src/near-path.ts
/** Names of a folder that are looked through; a folder with more is nobody's place for a Dockerfile. */
const maxNames = 5e3;
const maxLength = 200;
/**
* The path that a mistyped one may have meant: folder by folder the name that is there, or else the nearest one. Undefined
* where a part is near to nothing, or the path leads out of the workspace.
*/
async function nearPath(files, mistyped) {
	const path = files.relative(mistyped);
	if (path.length > maxLength || path.startsWith("..")) return void 0;
	let near = ".";
	for (const part of path.split("/")) {
		const exact = near === "." ? part : `${near}/${part}`;
		if (await files.exists(exact)) near = exact;
		else {
			const found = await files.kind(near) === "folder" ? await nearName(files, near, part) : void 0;
			if (found === void 0) return void 0;
			near = near === "." ? found : `${near}/${found}`;
		}
	}
	return near;
}
async function nearName(files, folder, part) {
	const names = (await files.list(folder, { sizes: false })).slice(0, maxNames).map(({ name }) => name);
	return closest(part, names.filter((name) => Math.abs(name.length - part.length) <= Math.max(2, part.length / 3)));
}

// packages/action-kit/src/record-step.ts
/**
* Runs `work` on a draft record and always gives back a whole one: what the draft holds when something fails is
* kept. A StepFailure becomes the record's failure; anything else too, as `internal`, with its stack in the log.
*/
async function recordStep(host, seed, work, failOn = "error") {
	const start = host.now();
	const draft = {
		schema: require_step_result.schemaVersion,
		status: "passed",
		evidence: "real",
		replacedContexts: [],
		startedAt: start.toISOString(),
		durationMs: 0,
		findings: [],
		...origin(host),
		...seed
	};
	try {
		await work(draft);
		if (draft.status === "passed") failOnFindings(draft, failOn);
	} catch (thrown) {
		draft.status = "failed";
		draft.failure = failureOf(thrown);
		if (!(thrown instanceof StepFailure)) host.log.warn(String(thrown?.stack ?? thrown));
	}
	draft.durationMs = Math.max(0, host.now().getTime() - start.getTime());
	return draft;
}
/** A step fails on findings from the worst up to the severity it names. */
function failOnFindings(draft, failOn) {
	const failing = failOn === "never" ? [] : severities.slice(0, severities.indexOf(failOn) + 1);
	const count = draft.findings.filter(({ severity }) => failing.includes(severity)).length;
	if (count === 0) return;
	draft.status = "failed";
	draft.failure = {
		code: "findings",
		message: `${count} finding${count === 1 ? "" : "s"} of severity ${failing.join(" or ")}`,
		remedy: "Follow the remedy of each finding; those of lower severity do not fail the step."
	};
}
function origin(host) {
	const { GITHUB_SHA: commit, GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: attempt } = host.env;
	if (!commit || !runId) return {};
	return { origin: {
		commit,
		runId,
		runAttempt: Math.max(1, Number.parseInt(attempt ?? "1", 10) || 1)
	} };
}

// packages/action-kit/src/terminal-log.ts
/** A log for people at a terminal. It goes to stderr; stdout belongs to the result. */
function terminalLog(write, options) {
	const paint = (code, text) => options.colour ? `\u001b[${code}m${text}\u001b[0m` : text;
	const print = (text, code) => {
		for (const line of text.split("\n")) {
			const plain = plainLine(line);
			write(`${code === void 0 ? plain : paint(code, plain)}\n`);
		}
	};
	return {
		info: (text) => print(text),
		warn: (text) => print(`warning: ${text}`, 33),
		foreign(title) {
			print(`> ${title}`, 36);
			return {
				line: (text) => print(`  ${text.length > 200 ? `${text.slice(0, 199)}\u2026` : text}`, 2),
				close: () => {}
			};
		}
	};
}

Object.defineProperty(exports, "BuildResult", {
  enumerable: true,
  get: function () {
    return BuildResult;
  }
});
Object.defineProperty(exports, "Digest", {
  enumerable: true,
  get: function () {
    return Digest;
  }
});
Object.defineProperty(exports, "Evidence", {
  enumerable: true,
  get: function () {
    return Evidence;
  }
});
Object.defineProperty(exports, "LockState", {
  enumerable: true,
  get: function () {
    return LockState;
  }
});
Object.defineProperty(exports, "StepFailure", {
  enumerable: true,
  get: function () {
    return StepFailure;
  }
});
Object.defineProperty(exports, "annotationCommands", {
  enumerable: true,
  get: function () {
    return annotationCommands;
  }
});
Object.defineProperty(exports, "askCommit", {
  enumerable: true,
  get: function () {
    return askCommit;
  }
});
Object.defineProperty(exports, "askDigest", {
  enumerable: true,
  get: function () {
    return askDigest;
  }
});
Object.defineProperty(exports, "bySeverity", {
  enumerable: true,
  get: function () {
    return bySeverity;
  }
});
Object.defineProperty(exports, "bytesOf", {
  enumerable: true,
  get: function () {
    return bytesOf$1;
  }
});
Object.defineProperty(exports, "cancellationSignal", {
  enumerable: true,
  get: function () {
    return cancellationSignal;
  }
});
Object.defineProperty(exports, "changedFiles", {
  enumerable: true,
  get: function () {
    return changedFiles;
  }
});
Object.defineProperty(exports, "changedLines", {
  enumerable: true,
  get: function () {
    return changedLines;
  }
});
Object.defineProperty(exports, "choice", {
  enumerable: true,
  get: function () {
    return choice;
  }
});
Object.defineProperty(exports, "clean", {
  enumerable: true,
  get: function () {
    return clean;
  }
});
Object.defineProperty(exports, "cleanSource", {
  enumerable: true,
  get: function () {
    return cleanSource;
  }
});
Object.defineProperty(exports, "closest", {
  enumerable: true,
  get: function () {
    return closest;
  }
});
Object.defineProperty(exports, "count", {
  enumerable: true,
  get: function () {
    return count$2;
  }
});
Object.defineProperty(exports, "defineAction", {
  enumerable: true,
  get: function () {
    return defineAction;
  }
});
Object.defineProperty(exports, "diskFiles", {
  enumerable: true,
  get: function () {
    return diskFiles;
  }
});
Object.defineProperty(exports, "duration", {
  enumerable: true,
  get: function () {
    return duration;
  }
});
Object.defineProperty(exports, "endOf", {
  enumerable: true,
  get: function () {
    return endOf;
  }
});
Object.defineProperty(exports, "envelope", {
  enumerable: true,
  get: function () {
    return envelope;
  }
});
Object.defineProperty(exports, "eventComparison", {
  enumerable: true,
  get: function () {
    return eventComparison;
  }
});
Object.defineProperty(exports, "exitReason", {
  enumerable: true,
  get: function () {
    return exitReason;
  }
});
Object.defineProperty(exports, "failureOf", {
  enumerable: true,
  get: function () {
    return failureOf;
  }
});
Object.defineProperty(exports, "fieldMeta", {
  enumerable: true,
  get: function () {
    return fieldMeta;
  }
});
Object.defineProperty(exports, "findModels", {
  enumerable: true,
  get: function () {
    return findModels;
  }
});
Object.defineProperty(exports, "flag", {
  enumerable: true,
  get: function () {
    return flag;
  }
});
Object.defineProperty(exports, "git", {
  enumerable: true,
  get: function () {
    return git;
  }
});
Object.defineProperty(exports, "gitAskEnvironment", {
  enumerable: true,
  get: function () {
    return gitAskEnvironment;
  }
});
Object.defineProperty(exports, "gitSilence", {
  enumerable: true,
  get: function () {
    return gitSilence;
  }
});
Object.defineProperty(exports, "hostOf", {
  enumerable: true,
  get: function () {
    return hostOf;
  }
});
Object.defineProperty(exports, "isRequired", {
  enumerable: true,
  get: function () {
    return isRequired;
  }
});
Object.defineProperty(exports, "judge", {
  enumerable: true,
  get: function () {
    return judge;
  }
});
Object.defineProperty(exports, "lines", {
  enumerable: true,
  get: function () {
    return lines;
  }
});
Object.defineProperty(exports, "listModels", {
  enumerable: true,
  get: function () {
    return listModels;
  }
});
Object.defineProperty(exports, "loadModel", {
  enumerable: true,
  get: function () {
    return loadModel;
  }
});
Object.defineProperty(exports, "maxModelBytes", {
  enumerable: true,
  get: function () {
    return maxModelBytes;
  }
});
Object.defineProperty(exports, "names", {
  enumerable: true,
  get: function () {
    return names;
  }
});
Object.defineProperty(exports, "nearPath", {
  enumerable: true,
  get: function () {
    return nearPath;
  }
});
Object.defineProperty(exports, "neutral", {
  enumerable: true,
  get: function () {
    return neutral;
  }
});
Object.defineProperty(exports, "nodeHost", {
  enumerable: true,
  get: function () {
    return nodeHost;
  }
});
Object.defineProperty(exports, "optionalText", {
  enumerable: true,
  get: function () {
    return optionalText;
  }
});
Object.defineProperty(exports, "origin", {
  enumerable: true,
  get: function () {
    return origin$1;
  }
});
Object.defineProperty(exports, "painter", {
  enumerable: true,
  get: function () {
    return painter;
  }
});
Object.defineProperty(exports, "perform", {
  enumerable: true,
  get: function () {
    return perform;
  }
});
Object.defineProperty(exports, "plainLine", {
  enumerable: true,
  get: function () {
    return plainLine;
  }
});
Object.defineProperty(exports, "plural", {
  enumerable: true,
  get: function () {
    return plural;
  }
});
Object.defineProperty(exports, "readRecords", {
  enumerable: true,
  get: function () {
    return readRecords;
  }
});
Object.defineProperty(exports, "recordStep", {
  enumerable: true,
  get: function () {
    return recordStep;
  }
});
Object.defineProperty(exports, "registryOf", {
  enumerable: true,
  get: function () {
    return registryOf;
  }
});
Object.defineProperty(exports, "renderHtml", {
  enumerable: true,
  get: function () {
    return renderHtml;
  }
});
Object.defineProperty(exports, "renderSummary", {
  enumerable: true,
  get: function () {
    return renderSummary;
  }
});
Object.defineProperty(exports, "renderTerminal", {
  enumerable: true,
  get: function () {
    return renderTerminal;
  }
});
Object.defineProperty(exports, "requiredText", {
  enumerable: true,
  get: function () {
    return requiredText;
  }
});
Object.defineProperty(exports, "rulePages", {
  enumerable: true,
  get: function () {
    return rulePages;
  }
});
Object.defineProperty(exports, "sourceLinks", {
  enumerable: true,
  get: function () {
    return sourceLinks;
  }
});
Object.defineProperty(exports, "startOf", {
  enumerable: true,
  get: function () {
    return startOf;
  }
});
Object.defineProperty(exports, "terminalLog", {
  enumerable: true,
  get: function () {
    return terminalLog;
  }
});
Object.defineProperty(exports, "text", {
  enumerable: true,
  get: function () {
    return text;
  }
});
Object.defineProperty(exports, "unaskable", {
  enumerable: true,
  get: function () {
    return unaskable;
  }
});
Object.defineProperty(exports, "verdictSentence", {
  enumerable: true,
  get: function () {
    return verdictSentence;
  }
});
Object.defineProperty(exports, "widthOf", {
  enumerable: true,
  get: function () {
    return widthOf;
  }
});
Object.defineProperty(exports, "workflowLog", {
  enumerable: true,
  get: function () {
    return workflowLog;
  }
});
Object.defineProperty(exports, "worstEvidence", {
  enumerable: true,
  get: function () {
    return worstEvidence;
  }
});
Object.defineProperty(exports, "wrap", {
  enumerable: true,
  get: function () {
    return wrap;
  }
});
Object.defineProperty(exports, "writeRecords", {
  enumerable: true,
  get: function () {
    return writeRecords;
  }
});