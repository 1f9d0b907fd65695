const require_zod = require("./zod.cjs");
const require_step_result = require("./step-result.cjs");

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
	"build-failed",
	"push-failed",
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
/** `error`: the build or the run breaks, or a door stands open. `warning`: likely wrong. `info`: advice. */
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
const origin = require_zod.strictObject({
	commit: require_zod.string().max(64),
	runId: require_zod.string().max(32),
	runAttempt: require_zod.int().positive()
}).optional();

// packages/step-result/src/build.ts
const Digest = require_zod.string().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits");
const count$1 = require_zod.int().nonnegative();
/**
* What came out of a build. `digest` is what a registry would serve for the tag (an index where provenance is on);
* `configDigest` names the image configuration. Both are null where nothing was exported.
* `transferredBytes` is what BuildKit received for the build context; `sizeBytes` what the engine says the image takes.
*/
const BuildResult = require_zod.strictObject({
	...envelope,
	origin,
	step: require_zod.literal("build"),
	model: require_step_result.ModelSlug,
	folder: require_zod.string().max(4096),
	target: require_zod.string().max(200),
	tags: require_zod.array(require_zod.string().max(500)).max(50),
	digest: Digest.nullable(),
	configDigest: Digest.nullable(),
	pushed: require_zod.boolean(),
	sizeBytes: count$1.nullable(),
	transferredBytes: count$1.nullable(),
	steps: require_zod.strictObject({
		total: count$1,
		cached: count$1
	}).nullable(),
	builder: require_zod.string().max(500).nullable()
});

// packages/container/src/build-labels.ts
/** The build context that carries the Python package which runs inside every image; it replaces no stage. */
const runtimeContextName = "model-runtime";
const labelNames = {
	model: "org.model-image-actions.model",
	evidence: "org.model-image-actions.evidence",
	replacedContexts: "org.model-image-actions.replaced-contexts",
	/** On the image of a stand-in, and by inheritance on every image built from it: the part it stands in for. */
	standIn: "org.model-image-actions.stand-in"
};
/**
* Names of the contexts that stand in place of a part of the Dockerfile, sorted. Any name but the runtime's counts:
* a context replaces a stage, or an image named in FROM or COPY, and either way the image is no longer what its
* Dockerfile says.
*/
function replacedContextNames(contexts) {
	return [...new Set(contexts.map(({ name }) => name).filter((name) => name !== runtimeContextName))].sort();
}
/** True where build-image could have written the name into a record or a label: `base`, `arg:BASE`, `env:NAME`. */
function isReplacedName(name) {
	return /^[A-Za-z0-9_][A-Za-z0-9._/:@-]{0,199}$/.test(name);
}
/** Labels of an image: which model it is, and whether it is the real one, so that nobody has to take our word. */
function imageLabels(model, replaced) {
	const evidence = replaced.length === 0 ? "real" : "stand-in";
	return {
		[labelNames.model]: model,
		[labelNames.evidence]: evidence,
		[labelNames.replacedContexts]: replaced.join(",")
	};
}

// packages/container/src/build-arguments.ts
/** The arguments of `docker` for a request. Every value is its own argument; no shell sees them. */
function buildArguments(request) {
	return [
		"buildx",
		"build",
		...request.builder === null ? [] : ["--builder", request.builder],
		"--progress",
		"rawjson",
		"--provenance=false",
		"--file",
		pathArgument(request.dockerfile),
		"--target",
		request.target,
		...request.tags.flatMap((tag) => ["--tag", tag]),
		...Object.entries(request.labels).flatMap(([name, value]) => ["--label", `${name}=${value}`]),
		...request.buildContexts.flatMap((pair) => ["--build-context", joined(contextArgument(pair))]),
		...request.buildArgs.flatMap((pair) => ["--build-arg", joined(pair)]),
		"--metadata-file",
		request.metadataFile,
		request.push ? "--push" : "--load",
		pathArgument(request.context)
	];
}
/**
* Environment of the build. Git facts and the provenance step are switched off: nobody reads them here, and each
* costs time in every build. Colours would only have to be removed again.
*/
const buildEnvironment = {
	BUILDX_GIT_INFO: "false",
	BUILDX_METADATA_PROVENANCE: "disabled",
	DOCKER_CLI_HINTS: "false",
	NO_COLOR: "1"
};
/**
* A folder may begin with a hyphen, and docker's plugins take no `--` that ends the options; or it may read like an
* address (`git@host:o/maptr`), and buildx would rather fetch than look at the disk.
*/
function pathArgument(path) {
	return path.startsWith("/") || path.startsWith("./") ? path : `./${path}`;
}
/** The runtime is always a folder. Of the caller's contexts only the caller knows. */
function contextArgument({ name, value }) {
	return {
		name,
		value: name === "model-runtime" && value !== null ? pathArgument(value) : value
	};
}
function joined({ name, value }) {
	return value === null ? name : `${name}=${value}`;
}

// packages/container/src/buildx-version.ts
/**
* The oldest buildx we ask for, with `minimumEngine`. What we use came with 0.13 (`--progress rawjson`; named contexts are
* older); between that and this one nobody tries ours. Only a failed build asks for the version.
*/
const minimumBuildx = "0.20.0";
/**
* The version in the output of `docker buildx version`, such as 0.30.1, or undefined. Distributions write it their
* own way: `github.com/docker/buildx v0.30.1 9e66234...`, `github.com/docker/buildx 0.29.1+ds1 0.29.1+ds1-4`.
*/
function parseBuildxVersion(text) {
	const match = /(?:^|\s)v?(\d{1,4})\.(\d{1,4})\.(\d{1,4})(?=[\s+~.-]|$)/.exec(text.slice(0, 4096));
	return match ? `${match[1]}.${match[2]}.${match[3]}` : void 0;
}
/** True where `version` is older than `minimum`; both as `parseBuildxVersion` gives them. */
function isOlderBuildx(version, minimum = minimumBuildx) {
	const [ours, theirs] = [version, minimum].map((text) => text.split(".").map(Number));
	for (const [index, wanted] of (theirs ?? []).entries()) {
		const found = ours?.[index] ?? 0;
		if (found !== wanted) return found < wanted;
	}
	return false;
}

// packages/container/src/build-failure-sign.ts
/** The first row that matches wins. Each row has a text it was seen in, under fixtures/build or in the test. */
const buildFailureSigns = [
	{
		pattern: /unknown command: docker buildx|'buildx' is not a docker command|Usage:\s+docker \[OPTIONS\]/,
		where: "start",
		code: "engine-missing",
		message: "docker is here, but its buildx plugin is not",
		remedy: "Install the plugin (package docker-buildx-plugin or docker-buildx), or run docker/setup-buildx-action before this step."
	},
	{
		pattern: /permission denied while trying to connect|dial unix \S+: connect: permission denied/,
		where: "start",
		code: "engine-missing",
		message: "the Docker engine does not let this user in",
		remedy: "Add the user of the runner to the group docker, or point DOCKER_HOST at an engine it may use."
	},
	{
		pattern: /cannot connect to the docker daemon|error during connect|failed to connect to the docker API/i,
		where: "start",
		code: "engine-missing",
		message: "no Docker engine answers",
		remedy: "Start the engine, or set DOCKER_HOST or the docker context to one that runs; `docker info` must succeed."
	},
	{
		pattern: /no builder "?[^"\n]{0,200}"? found/,
		where: "start",
		code: "engine-missing",
		message: "there is no builder of that name",
		remedy: "Create it first (docker buildx create, or docker/setup-buildx-action), or leave the input builder empty."
	},
	{
		pattern: /failed to receive status: .{0,200}code = Unavailable/,
		where: "tool",
		code: "engine-missing",
		message: "the builder went away in the middle of the build",
		remedy: "Read the log of the Docker engine; it was stopped, crashed, or ran out of memory."
	},
	{
		pattern: /unknown flag: --|invalid progress mode|unsupported frontend capability|does not support --build-context|unknown method|client version \S+ is too/,
		where: "tool",
		code: "engine-too-old",
		message: "the Docker engine or its buildx plugin is too old for named build contexts or raw progress",
		remedy: `Use buildx ${minimumBuildx} or later with Docker Engine ${25} or later, or a builder made by docker/setup-buildx-action.`
	},
	{
		pattern: /no space left on device|disk quota exceeded/i,
		where: "step",
		code: "build-failed",
		message: "the disk of the builder is full",
		remedy: "Free space (docker buildx prune, docker image prune) or use a runner with a larger disk."
	},
	{
		pattern: /failed to push|push access denied/,
		where: "tool",
		code: "push-failed",
		message: "the image was built, but the registry did not take it",
		remedy: "Check the registry in the tag, and log in before this step (docker/login-action) with a right to write there."
	},
	{
		pattern: /failed to calculate checksum of ref [^"\n]{0,200}"[^"\n]{0,1000}": not found/,
		where: "tool",
		code: "build-failed",
		message: "the Dockerfile copies a file that is not in its build context",
		remedy: "Check the path, and that no pattern of .dockerignore leaves the file out."
	},
	{
		pattern: /failed to (?:resolve source metadata|do request|fetch anonymous token|authorize)|pull access denied|no such host/,
		where: "tool",
		code: "build-failed",
		message: "something the Dockerfile starts from could not be fetched",
		remedy: "Check its name and digest, and that the builder reaches its host; a mirror can stand in through build-contexts."
	},
	{
		pattern: /target stage "?[^"\n]{0,200}"? could not be found/,
		where: "tool",
		code: "build-failed",
		message: "the Dockerfile has no such target",
		remedy: "Name one of its stages in the input target; the image folders have runtime and dev."
	},
	{
		pattern: /did not complete successfully: exit code: 137$/m,
		where: "tool",
		code: "build-failed",
		message: "an instruction was killed, most likely for want of memory",
		remedy: "Give the builder more memory, or compile with fewer jobs (MAX_JOBS for CUDA extensions)."
	}
];
/** The row that explains a failed build, if one does. */
function findBuildFailureSign(progress) {
	const { failed, began, plainLines } = progress;
	const errors = plainLines.filter((line) => line.startsWith("ERROR:"));
	const tool = [failed?.error ?? "", ...errors.length > 0 ? errors : plainLines].map(withoutCommand).join("\n");
	const step = [tool, ...failed?.lastLines ?? []].join("\n");
	return buildFailureSigns.find(({ pattern, where }) => {
		if (where === "start" && began) return false;
		return pattern.test(where === "step" ? step : tool);
	});
}
/** BuildKit's `process "/bin/sh -c ..." did not complete` without the command, which may hold any words. */
function withoutCommand(error) {
	return error.replace(/process ".*" did not complete/s, "it did not complete");
}

// packages/container/src/build-failure.ts
/** Puts a failed build into words: what it means where a sign explains it, the failing step, and its own last lines. */
function explainBuildFailure(end, progress) {
	const sign = findBuildFailureSign(progress);
	const { failed, plainLines } = progress;
	const what = failed ? `step ${quoted(failed.name)} failed: ${withoutCommand(failed.error)}` : `docker buildx build ended with ${endOf(end)}${lastWord(plainLines)}`;
	const shown = (failed?.lastLines ?? []).slice(-12);
	const message = [sign ? `${sign.message}: ${what}` : what, ...shown].join("\n");
	const detail = [...failed?.lastLines ?? [], ...plainLines].join("\n").slice(-2e4);
	return {
		code: sign?.code ?? "build-failed",
		message: message.slice(0, 4e3),
		remedy: sign?.remedy ?? remedyOf(end, failed !== null),
		...detail === "" ? {} : { detail }
	};
}
/** What buildx says at the very end, or at all. The first line must read on its own: headlines show no more. */
function lastWord(plainLines) {
	const error = plainLines.findLast((line) => line.startsWith("ERROR:"));
	if (error !== void 0) return `: ${withoutCommand(error).replace(/^ERROR: (?:failed to build: )?(?:failed to solve: )?/, "")}`;
	return plainLines.length === 0 ? " and said nothing" : `\n${plainLines.slice(-12).join("\n")}`;
}
function endOf({ code, signal }) {
	return signal === null ? `exit code ${code}` : `signal ${signal}`;
}
function remedyOf(end, inStep) {
	if (inStep) return "Correct the instruction; its whole output is in the log of this step.";
	return end.signal === null ? "Read the log of this step; the logged command, run by hand, shows the same." : "Look for what killed it: the memory of the runner, or somebody's kill command.";
}
/** The line of its Dockerfile at which a build failed, by the excerpt that buildx prints; null where it prints none. */
function failingDockerfileLine(plainLines) {
	const rule = plainLines.findIndex((line, index) => /^-{10,}$/.test(line) && /^\S.*:\d+$/.test(plainLines[index - 1] ?? ""));
	const line = Number(/:(\d+)$/.exec(plainLines[rule - 1] ?? "")?.[1] ?? 0);
	return line > 0 ? line : null;
}
function quoted(name) {
	return JSON.stringify(name.length > 300 ? `${name.slice(0, 300)}...` : name);
}

// packages/container/src/build-metadata.ts
/** An honest file has some hundred bytes, with provenance some hundred thousand. */
const maxBuildMetadataBytes = 16777216;
const Descriptor = require_zod.object({
	mediaType: require_zod.string().max(200),
	digest: Digest,
	size: require_zod.int().nonnegative()
});
const MetadataFile = require_zod.object({
	"buildx.build.ref": require_zod.string().max(2e3).optional(),
	"containerimage.digest": Digest.optional(),
	"containerimage.config.digest": Digest.optional(),
	"containerimage.descriptor": Descriptor.optional()
});
/** Reads the file of `--metadata-file` (docs.docker.com, "docker buildx build", --metadata-file). Never throws. */
function parseBuildMetadata(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return {
			ok: false,
			problem: "it is not JSON"
		};
	}
	const parsed = MetadataFile.safeParse(value);
	if (!parsed.success) return {
		ok: false,
		problem: require_zod.prettifyError(parsed.error).replaceAll("\n", " ").slice(0, 500)
	};
	const file = parsed.data;
	const digest = file["containerimage.digest"] ?? null;
	const configDigest = file["containerimage.config.digest"] ?? null;
	return {
		ok: true,
		metadata: {
			digest: digest === configDigest ? null : digest,
			configDigest,
			descriptor: file["containerimage.descriptor"] ?? null,
			builder: file["buildx.build.ref"]?.split("/")[0] ?? null
		}
	};
}

// packages/container/src/build-pairs.ts
const contextName = /^[a-z0-9][a-z0-9._/:@-]{0,199}$/;
const argumentName = /^[A-Za-z_][A-Za-z0-9_.-]{0,149}$/;
/** Reads the lines of build contexts. A context without a value, or given twice, is a mistake; all are told at once. */
function parseBuildContexts(lines) {
	return parsePairs(lines, (pair) => {
		if (!contextName.test(pair.name)) return "the name must be a stage of the Dockerfile, in lower case";
		return pair.value ? void 0 : "write NAME=FOLDER or NAME=docker-image://REFERENCE";
	});
}
/**
* Reads the lines of build arguments. `NAME` alone passes the value from the environment, outside of the command line.
* Names that begin with BUILDKIT_ steer BuildKit itself, and are refused: BUILDKIT_SYNTAX lets another program read the
* Dockerfile, and that program may build anything.
*/
function parseBuildArgs(lines) {
	return parsePairs(lines, (pair) => {
		if (/^BUILDKIT_/i.test(pair.name)) return "names that begin with BUILDKIT_ change how the Dockerfile is read, not what it is given; leave the line out";
		return argumentName.test(pair.name) ? void 0 : "the name must be letters, digits and underscores";
	});
}
function parsePairs(lines, problemOf) {
	const pairs = lines.map(splitPair);
	const problems = [];
	const seen = /* @__PURE__ */ new Set();
	for (const [index, pair] of pairs.entries()) {
		const problem = seen.has(pair.name) ? "is given twice" : problemOf(pair);
		seen.add(pair.name);
		if (problem) problems.push(`line ${index + 1} (${JSON.stringify(pair.name.slice(0, 80))}): ${problem}`);
	}
	return problems.length > 0 ? {
		ok: false,
		problems
	} : {
		ok: true,
		pairs
	};
}
function splitPair(line) {
	const at = line.indexOf("=");
	return at < 0 ? {
		name: line.trim(),
		value: null
	} : {
		name: line.slice(0, at).trim(),
		value: line.slice(at + 1).trim()
	};
}

// packages/container/src/build-progress-event.ts
/**
* Reads one line of `--progress=rawjson` (moby/buildkit, client.SolveStatus; all keys are optional). Undefined where
* the line is something else: buildx writes warnings and its last words as plain text into the same stream.
*/
function parseProgressLine(line) {
	if (!line.startsWith("{")) return void 0;
	let value;
	try {
		value = JSON.parse(line);
	} catch {
		return;
	}
	const event = value;
	if (![
		"vertexes",
		"statuses",
		"logs",
		"warnings"
	].some((key) => Array.isArray(event[key]))) return void 0;
	return {
		vertexes: objects(event.vertexes).map(vertex),
		statuses: objects(event.statuses).map(status),
		logs: objects(event.logs).map((log) => ({
			vertex: text(log.vertex),
			data: bytes(text(log.data))
		}))
	};
}
function vertex(fields) {
	return {
		digest: text(fields.digest),
		name: text(fields.name),
		started: text(fields.started) || void 0,
		completed: text(fields.completed) || void 0,
		cached: fields.cached === true,
		error: text(fields.error)
	};
}
function status(fields) {
	return {
		id: text(fields.id),
		vertex: text(fields.vertex),
		current: count(fields.current),
		total: count(fields.total),
		completed: text(fields.completed) !== ""
	};
}
function objects(value) {
	return Array.isArray(value) ? value.filter((item) => typeof item === "object" && item !== null) : [];
}
function text(value) {
	return typeof value === "string" ? value : "";
}
function count(value) {
	return typeof value === "number" && value >= 0 && Number.isSafeInteger(value) ? value : 0;
}
function bytes(base64) {
	try {
		return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
	} catch {
		return /* @__PURE__ */ new Uint8Array();
	}
}

// packages/container/src/build-step-log.ts
const maxLine = 4096;
/** Cuts at line feeds; of a line that a progress bar wrote over with carriage returns only the last state stays. */
function stepLog() {
	const decoder = new TextDecoder();
	let pending = "";
	let kept = [];
	const keep = (lines) => {
		const shown = lines.map((line) => line.replace(/\r$/, "").split("\r").at(-1)?.slice(0, maxLine) ?? "");
		kept = [...kept, ...shown.slice(-60)].slice(-60);
		return shown;
	};
	return {
		push(data) {
			const parts = (pending + decoder.decode(data, { stream: true })).split("\n");
			pending = parts.pop() ?? "";
			if (pending.length > maxLine) {
				parts.push(pending);
				pending = "";
			}
			return keep(parts);
		},
		end() {
			const rest = pending + decoder.decode();
			pending = "";
			return rest === "" ? [] : keep([rest]);
		},
		last: () => kept
	};
}

// packages/container/src/build-units.ts
const units = [
	"B",
	"kB",
	"MB",
	"GB",
	"TB"
];
/** Decimal units, as docker prints sizes: 1.5 GB. */
function readableBytes(bytes) {
	let value = bytes;
	let unit = 0;
	while (value >= 1e3 && unit < units.length - 1) {
		value /= 1e3;
		unit++;
	}
	return `${unit === 0 ? value : value.toFixed(value < 10 ? 2 : 1)} ${units[unit]}`;
}
/** 0.4s, 12.3s, 3m 20s, 1h 05m. */
function readableSeconds(seconds) {
	if (seconds < 60) return `${seconds.toFixed(1)}s`;
	const whole = Math.round(seconds);
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) return `${minutes}m ${String(whole % 60).padStart(2, "0")}s`;
	return `${Math.floor(minutes / 60)}h ${String(minutes % 60).padStart(2, "0")}m`;
}

// packages/container/src/build-progress.ts
/** A build has hundreds of steps; a stream that tells of more than this is not read further. */
const maxSteps = 2e4;
const maxPlainLines = 400;
/** A long pull must not look dead, and a short one needs no lines. */
const shownEvery = 268435456;
const mainContext = "[internal] load build context";
/** Reduces the stderr of `docker buildx build --progress=rawjson`, line by line. Never throws; keeps bounded memory. */
function rawProgress() {
	const steps = /* @__PURE__ */ new Map();
	const plain = [];
	let labelled = 0;
	const known = (digest, name = "") => {
		const found = steps.get(digest);
		if (found || digest === "" || steps.size >= maxSteps) return found;
		const step = newStep(name, () => ++labelled);
		steps.set(digest, step);
		return step;
	};
	const read = (event) => [
		...event.vertexes.flatMap((vertex) => {
			const step = known(vertex.digest, vertex.name);
			return [...begin(step, vertex), ...vertex.cached ? finish(step, vertex) : []];
		}),
		...event.statuses.flatMap((status) => move(known(status.vertex), status)),
		...event.logs.flatMap((log) => {
			const step = known(log.vertex);
			return step ? step.log.push(log.data).map((line) => `${step.label()} | ${line}`) : [];
		}),
		...event.vertexes.flatMap((vertex) => vertex.cached ? [] : finish(known(vertex.digest), vertex))
	];
	return {
		push(line) {
			const event = parseProgressLine(line);
			if (event) return read(event);
			if (line.trim() === "") return [];
			plain.push(line.slice(0, 4096));
			if (plain.length > 2 * maxPlainLines) plain.splice(0, maxPlainLines);
			return [line];
		},
		end: () => [...steps.values()].flatMap(restOfLog),
		result: () => summarize([...steps.values()], plain.slice(-400))
	};
}
function newStep(name, nextNumber) {
	let number = 0;
	const label = () => {
		if (number === 0) number = nextNumber();
		return `#${number}`;
	};
	return {
		label,
		name,
		started: false,
		ended: false,
		closed: false,
		cached: false,
		seconds: 0,
		error: "",
		log: stepLog(),
		moved: /* @__PURE__ */ new Map()
	};
}
function begin(step, vertex) {
	if (!step || !(vertex.started || vertex.cached)) return [];
	step.ended = false;
	if (step.started) return [];
	step.started = true;
	step.name = vertex.name;
	return [`${step.label()} ${vertex.name}`];
}
function finish(step, vertex) {
	if (!step) return [];
	step.cached ||= vertex.cached;
	if (vertex.started && vertex.completed) step.seconds += Math.max(0, Date.parse(vertex.completed) - Date.parse(vertex.started)) / 1e3 || 0;
	if (vertex.error !== "") step.error = vertex.error.slice(-2e4);
	if (!(vertex.completed || vertex.error)) return [];
	step.ended = true;
	const computedOnly = step.seconds === 0 && !step.cached && step.error === "";
	if (step.closed || computedOnly) return [];
	step.closed = true;
	const end = step.error !== "" ? `ERROR: ${step.error}` : ending(step);
	return [...restOfLog(step), `${step.label()} ${end}`];
}
function ending(step) {
	return step.cached ? "CACHED" : `DONE ${readableSeconds(step.seconds)}`;
}
function restOfLog(step) {
	return step.log.end().map((line) => `${step.label()} | ${line}`);
}
function move(step, status) {
	if (!step) return [];
	const moved = step.moved.get(status.id) ?? {
		bytes: 0,
		shown: 0
	};
	moved.bytes = Math.max(moved.bytes, status.current);
	step.moved.set(status.id, moved);
	if (moved.bytes - moved.shown < shownEvery) return [];
	moved.shown = moved.bytes;
	const of = status.total > 0 ? ` of ${readableBytes(status.total)}` : "";
	return [`${step.label()} ${status.id.slice(0, 100)} ${readableBytes(moved.bytes)}${of}`];
}
/** BuildKit numbers the instructions of a stage: `[2/7] RUN`, `[image 2/7] RUN`, `[linux/amd64 image 2/7] RUN`. */
const instruction = /^\[(?:[^\]]* )?\d+\/\d+\] /;
function summarize(steps, plainLines) {
	const instructions = steps.filter((step) => instruction.test(step.name));
	const contexts = steps.filter((step) => step.name === mainContext);
	const received = contexts.flatMap((step) => [...step.moved.values()].map(({ bytes }) => bytes));
	const failed = steps.filter((step) => step.error !== "").sort((a, b) => rank(a) - rank(b))[0];
	return {
		began: steps.length > 0,
		steps: {
			total: instructions.length,
			cached: instructions.filter((step) => step.cached).length
		},
		transferredBytes: contexts.length === 0 ? null : received.reduce((sum, bytes) => sum + bytes, 0),
		failed: failed ? {
			name: failed.name,
			error: failed.error,
			lastLines: failed.log.last()
		} : null,
		running: steps.filter((step) => step.started && !step.ended).map((step) => step.name),
		plainLines
	};
}
function rank(step) {
	return /\bcontext canceled\b|\bcanceled\b/i.test(step.error) ? 1 : 0;
}

// packages/container/src/build-replaced-args.ts
const platformName = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$|^TARGETSTAGE$/;
const plainInstruction = /^\s*ARG(?:\s+[A-Za-z_][\w.-]*(?:=(?:"[^"\\`]*"|'[^'\\`]*'|[^\s"'\\`]*))?)+\s*$/i;
const asciiText = /^[\t\r\x20-\x7e]*$/;
const declaredName = /\s([A-Za-z_][\w.-]*)/g;
/**
* Build arguments that can change what a FROM names, as `arg:NAME`: those that an ARG before the first FROM declares.
* The Dockerfile is read line by line, without a parser, since every build would have to load that. Whatever is
* written there in another way than `ARG NAME=value` therefore counts every argument: doubt never makes an image real.
*/
function replacedByArguments(dockerfile, args) {
	const declared = globalArguments(dockerfile);
	return args.map(({ name }) => name).filter((name) => declared === "doubt" || declared.has(name) || platformName.test(name)).map((name) => `arg:${name}`);
}
function globalArguments(dockerfile) {
	const names = /* @__PURE__ */ new Set();
	let instruction = "";
	for (const line of dockerfile.replace(/^\uFEFF/, "").split("\n")) {
		if (/^\s*#\s*escape\s*=/i.test(line)) return "doubt";
		if (/^[ \t]*(?:#|\r?$)/.test(line)) continue;
		instruction += line;
		if (/\\\s*$/.test(line)) {
			instruction = instruction.replace(/\\\s*$/, "");
			continue;
		}
		if (/^\s*FROM\s/i.test(instruction)) return names;
		if (!asciiText.test(instruction) || !plainInstruction.test(instruction)) return "doubt";
		const withoutQuoted = instruction.replace(/"[^"]*"|'[^']*'/g, "");
		for (const [, name] of withoutQuoted.trim().matchAll(declaredName)) names.add(name);
		instruction = "";
	}
	return "doubt";
}

// packages/container/src/build-secrets.ts
const longWord = /token(?!i[sz])|secret|passw|passphrase|credential/i;
const shortWord = /(?:key|auth|pwd)s?(?=$|[\d_.-])|(?:^|[_.-])(?:gh|git|github|gitlab|ado|azure)?pat(?=$|[\d_.-])|(?:^|[_.-])(?:db|pg|user|root|admin)?(?:pw|pass|pword|creds?)(?=$|[\d_.-])/i;
const publicKey = /public[_.-]?keys?/gi;
const workingFolder = /^(?:OLD)?PWD$/;
/** True where a build argument is named like a secret. Build arguments stay readable in the image's history. */
function looksLikeSecret(name) {
	if (workingFolder.test(name)) return false;
	const parted = name.replace(/([a-z\d])([A-Z])/g, "$1_$2").replace(publicKey, "");
	return longWord.test(parted) || shortWord.test(parted);
}
const userInUrl = /\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^/?#\s"'<>]+@/gi;
/** Here an @ stands before a digest, and `git` is the user of every ssh address. */
const notSecret = /^(?:docker-image|oci-layout):\/\/|^ssh:\/\/git@$/i;
/**
* A function that blanks the values of secret-looking arguments, and the credentials of any URL, in text that goes to
* a log or a record. `environment` gives the values of arguments that were passed by name alone.
*/
function secretBlanker(args, environment) {
	const values = args.filter(({ name }) => looksLikeSecret(name)).map(({ name, value }) => value ?? environment[name] ?? "").filter((value) => value.length >= 4).sort((a, b) => b.length - a.length);
	return (text) => {
		let blanked = text.includes("://") ? text.replace(userInUrl, blankUser) : text;
		for (const value of values) blanked = blanked.replaceAll(value, "***");
		return blanked;
	};
}
function blankUser(matched, scheme) {
	return notSecret.test(matched) ? matched : `${scheme}***@`;
}

// packages/container/src/build-tags.ts
const component = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
const reference = new RegExp(`^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d{1,5})?/)?${component}(?:/${component})*(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?$`);
/** True for a name an image can be tagged with: `[HOST[:PORT]/]PATH[:TAG]` (distribution/reference grammar), no digest. */
function isImageTag(text) {
	return text.length <= 383 && reference.test(text);
}
/** The repository of a tag: `ghcr.io/o/maptr:v1` gives `ghcr.io/o/maptr`; the colon of a port stays. */
function repositoryOfTag(tag) {
	const colon = tag.lastIndexOf(":");
	return colon > tag.lastIndexOf("/") ? tag.slice(0, colon) : tag;
}
/** The tag of a build for which nobody named one. It cannot be pushed: no registry is in it. */
function defaultTag(slug) {
	return `model-image/${slug}:latest`;
}

// packages/container/src/client-not-started.ts
/** Why the docker client itself did not start. `reason` is the operating system's, such as `spawn docker ENOENT`. */
function clientNotStarted(reason) {
	if (reason.includes("ENOENT")) return {
		code: "engine-missing",
		message: "docker is not on this machine's PATH",
		remedy: "Install Docker with the buildx plugin (https://docs.docker.com/engine/install/), or add the folder that holds `docker` to PATH."
	};
	return {
		code: "engine-missing",
		message: `docker cannot be started: ${reason.slice(0, 500)}`,
		remedy: "Look at the file that `command -v docker` names: it must be a program this user may run."
	};
}

// packages/container/src/container-name.ts
const shape = /^mia-smoke-[a-z0-9]{1,32}-[0-9a-f]{8}$/;
/**
* A name nobody else has, known before the container exists, so that clean-up needs no answer from docker. `run` is the
* workflow's run id or a process id, `random` 8 hexadecimal digits.
*/
function smokeContainerName(run, random) {
	return `mia-smoke-${run.toLowerCase().replace(/[^a-z0-9]/g, "").slice(0, 32) || "0"}-${random}`;
}
/** True for names that `smokeContainerName` makes: clean-up removes no other container, whatever its state says. */
function isSmokeContainerName(name) {
	return shape.test(name);
}

// packages/container/src/container-state.ts
const Inspected$1 = require_zod.object({
	Status: require_zod.string(),
	Running: require_zod.boolean(),
	ExitCode: require_zod.int(),
	OOMKilled: require_zod.boolean(),
	Error: require_zod.string()
});
/** Arguments that print the state of one container as JSON. */
function stateArguments(name) {
	return [
		"container",
		"inspect",
		"--format",
		"{{json .State}}",
		name
	];
}
/** Reads the answer to `stateArguments`; undefined where it is none. */
function parseContainerState(stdout) {
	const parsed = Inspected$1.safeParse(jsonOrUndefined(stdout));
	if (!parsed.success) return void 0;
	const { Status, Running, ExitCode, OOMKilled, Error: error } = parsed.data;
	return {
		running: Running,
		exitCode: Status === "exited" || Status === "dead" ? ExitCode : null,
		oomKilled: OOMKilled,
		error
	};
}
function jsonOrUndefined(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

// packages/container/src/engine-refusal.ts
/** What the docker client or engine says when it refuses, most telling first. Each sentence was seen on Docker 20.10 to 28. */
const signsFor = (image) => [
	{
		pattern: /could not select device driver .* with capabilities: \[\[gpu/i,
		code: "gpu-missing",
		message: "the engine cannot give a GPU to a container: the NVIDIA container toolkit is not set up",
		remedy: "Install nvidia-container-toolkit, run `nvidia-ctk runtime configure --runtime=docker` and restart the engine; or set gpu: none."
	},
	{
		pattern: /unresolvable CDI devices|nvidia-container-cli: .*(?:unknown device|device error)/i,
		code: "gpu-missing",
		message: "the engine does not know this GPU",
		remedy: "Run `nvidia-ctk cdi generate` again after a driver update, and compare with `nvidia-smi -L`."
	},
	{
		pattern: /nvidia-container-cli: (?:requirement error|initialization error)/i,
		code: "gpu-incompatible",
		message: "the GPU's driver does not meet what the image requires",
		remedy: "Update the NVIDIA driver of this host; the log names the requirement."
	},
	{
		pattern: /bind source path does not exist/i,
		code: "mount-missing",
		message: "a file or folder to be mounted does not exist where the engine runs",
		remedy: "Check the inputs checkpoint and input. Where the runner is itself a container, its paths must exist on the engine's host too."
	},
	{
		pattern: /No such image|manifest unknown|pull access denied/i,
		code: "image-missing",
		message: `the engine does not have ${image}`,
		remedy: "Build it with build-image without push, or `docker pull` it first."
	},
	{
		pattern: /Cannot connect to the Docker daemon|error during connect|dial unix|permission denied.*docker\.sock/i,
		code: "engine-missing",
		message: "no Docker engine answers",
		remedy: "Start Docker on this runner, and let the runner's user reach its socket (the group docker, or DOCKER_HOST)."
	},
	{
		pattern: /executable file not found|no such file or directory.*exec|exec format error/i,
		code: "container-start",
		message: "the image cannot start its command",
		remedy: "The image must have `python` on its PATH, for this machine's architecture."
	}
];
/**
* Names what docker's error text means; `container-start` where no sign is known. The text's last lines are the detail.
* `image` is the reference the caller asked for.
*/
function engineRefusal(what, stderr, image = "this image") {
	const detail = stderr.trim().slice(-4e3);
	const { code, message, remedy } = signsFor(image).find(({ pattern }) => pattern.test(detail)) ?? {
		code: "container-start",
		message: `docker ${what} failed`,
		remedy: "The engine's own words are in the detail; its log on the host may say more."
	};
	return {
		code,
		message,
		remedy,
		...detail === "" ? {} : { detail }
	};
}

// packages/container/src/exit-sign.ts
/**
* What a non-zero exit code of the container means. 125 to 127 are docker's own (docker-run(1), "Exit Status"), 128 + n
* stands for signal n, and the rest is the program's.
*/
function exitFailure(exitCode, oomKilled) {
	if (oomKilled) return {
		code: "out-of-memory",
		message: `the container reached its memory limit and the kernel killed it (exit code ${exitCode})`,
		remedy: "Raise smoke.memoryMiB in model.yaml, or make the model need less."
	};
	if (exitCode >= 125 && exitCode <= 127) return {
		code: "container-start",
		message: `the container's command could not be run (exit code ${exitCode})`,
		remedy: "The image must have `python` on its PATH and the package model_runtime on its PYTHONPATH."
	};
	const signal = signals[exitCode];
	return {
		code: "container-exit",
		message: `the container ended with exit code ${exitCode}${signal ? ` (${signal.name})` : ""}`,
		remedy: signal?.remedy ?? "Read the container's last lines in the detail."
	};
}
const signals = {
	134: {
		name: "SIGABRT",
		remedy: "A library called abort(); the container's last lines name the assertion."
	},
	137: {
		name: "SIGKILL, not sent by this action",
		remedy: "Somebody or something on the host killed it: look for the host's own out-of-memory killer."
	},
	139: {
		name: "SIGSEGV",
		remedy: "A compiled extension crashed; it may be built for another torch or CUDA than the image has."
	},
	143: {
		name: "SIGTERM, not sent by this action",
		remedy: "Somebody or something on the host stopped it."
	}
};

// packages/container/src/image-facts.ts
const Inspected = require_zod.object({
	Id: require_zod.string().regex(/^sha256:[0-9a-f]{64}$/),
	Config: require_zod.object({
		User: require_zod.string().optional(),
		Labels: require_zod.record(require_zod.string(), require_zod.string()).nullish(),
		WorkingDir: require_zod.string().nullish(),
		Volumes: require_zod.record(require_zod.string(), require_zod.unknown()).nullish()
	}).nullish()
});
/** Arguments that print one local image as JSON. */
function imageArguments(reference) {
	return [
		"image",
		"inspect",
		"--format",
		"{{json .}}",
		reference
	];
}
/** Reads the answer to `imageArguments`; undefined where it is none. */
function parseImageFacts(stdout) {
	let value;
	try {
		value = JSON.parse(stdout);
	} catch {
		return;
	}
	const parsed = Inspected.safeParse(value);
	if (!parsed.success) return void 0;
	const { Labels, User, WorkingDir, Volumes } = parsed.data.Config ?? {};
	const labels = Labels ?? {};
	const replaced = labels[labelNames.replacedContexts] ?? "";
	const replacedContexts = replaced.split(",").filter(isReplacedName).slice(0, 50).sort();
	return {
		id: parsed.data.Id,
		user: User ?? "",
		model: labels[labelNames.model] ?? null,
		evidence: evidenceOf(labels[labelNames.evidence], replaced !== "" || Object.hasOwn(labels, labelNames.standIn)),
		replacedContexts,
		madePaths: [...WorkingDir ? [WorkingDir] : [], ...Object.keys(Volumes ?? {})]
	};
}
/**
* A replaced context or a stand-in as a base makes a stand-in, whatever the other label claims. A word nobody knows says
* nothing.
*/
function evidenceOf(label, hasStandIn) {
	if (hasStandIn || label === "stand-in") return "stand-in";
	return label === "real" ? "real" : "unknown";
}

// packages/container/src/mount.ts
/**
* The value of `--mount`. Never `-v`: for a missing source that form makes an empty folder, owned by root, on the host.
* The value is one line of CSV (docker/cli, opts/mount.go), so a field with a comma or a quote is quoted.
*/
function mountValue({ source, target, readonly }) {
	return [
		"type=bind",
		`src=${source}`,
		`dst=${target}`,
		...readonly ? ["readonly"] : []
	].map(csvField).join(",");
}
function csvField(field) {
	return /[",\r\n]|^\s/.test(field) ? `"${field.replaceAll("\"", "\"\"")}"` : field;
}

// packages/container/src/path-overlap.ts
/** A path of an image as its container will see it: absolute, without `.`, `..` and doubled slashes. */
function normalised(path) {
	const parts = [];
	for (const part of path.split("/")) if (part === "..") parts.pop();
	else if (part !== "" && part !== ".") parts.push(part);
	return parts;
}
/** True where `path` is `folder` or lies in it. Both are paths inside a container; links are not known here. */
function liesWithin(path, folder) {
	const parts = normalised(path);
	return normalised(folder).every((part, index) => parts[index] === part);
}

// packages/container/src/no-proxy.ts
const names = [
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"FTP_PROXY",
	"NO_PROXY",
	"ALL_PROXY"
];
/**
* Empty proxy variables. The docker client adds `proxies` of its config.json, credentials included, to every container
* (docker/cli, ConfigFile.ParseProxyConfig), but overrides no variable that the command line sets. Without a network the
* container has no use for a proxy.
*/
const noProxy = Object.fromEntries(names.flatMap((name) => [name, name.toLowerCase()]).map((name) => [name, ""]));

// packages/container/src/run-arguments.ts
/** Threads and processes together. PyTorch and OpenMP start hundreds; a fork bomb wants more. */
const pidsLimit = 4096;
/**
* Arguments after `docker`. The container has no network, no capability, no way to gain one, a read-only root, and
* bounds on memory, threads and log; swap equals memory, so a run ends instead of crawling. Never `--rm`: the exit
* code must be readable afterwards. `--init`: as PID 1 the model would ignore signals it has no handler for.
*/
function createArguments(spec) {
	const memory = `${spec.memoryMiB}m`;
	return [
		"create",
		...["--name", spec.name],
		...pairs("--label", spec.labels),
		"--init",
		...["--network", "none"],
		...["--cap-drop", "ALL"],
		...["--security-opt", "no-new-privileges"],
		"--read-only",
		...["--tmpfs", "/tmp:rw,nosuid,nodev,size=2g"],
		...["--pids-limit", String(pidsLimit)],
		...["--memory", memory],
		...["--memory-swap", memory],
		...["--shm-size", `${spec.shmMiB}m`],
		...["--ulimit", "core=0"],
		...[
			"--log-driver",
			"json-file",
			"--log-opt",
			"max-size=16m",
			"--log-opt",
			"max-file=2"
		],
		...["--user", spec.user],
		...pairs("--env", {
			...noProxy,
			...spec.env
		}),
		...spec.mounts.flatMap((mount) => ["--mount", mountValue(mount)]),
		...spec.gpuUuid === null ? [] : ["--gpus", `device=${spec.gpuUuid}`],
		...["--entrypoint", spec.command[0] ?? ""],
		spec.image,
		...spec.command.slice(1)
	];
}
function pairs(option, values) {
	return Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
}

// packages/container/src/run-labels.ts
/** Labels of a smoke container, by which left-overs of a dead runner can be told from other people's containers. */
const runLabelNames = {
	smoke: "org.model-image-actions.smoke",
	model: "org.model-image-actions.model",
	deadline: "org.model-image-actions.deadline"
};
/** `deadline` is in seconds since 1970: after it, nobody waits for the container any more. */
function runLabels(model, deadline) {
	return {
		[runLabelNames.smoke]: "1",
		[runLabelNames.model]: model,
		[runLabelNames.deadline]: String(Math.ceil(deadline))
	};
}

Object.defineProperty(exports, "BuildResult", {
  enumerable: true,
  get: function () {
    return BuildResult;
  }
});
Object.defineProperty(exports, "Evidence", {
  enumerable: true,
  get: function () {
    return Evidence;
  }
});
Object.defineProperty(exports, "buildArguments", {
  enumerable: true,
  get: function () {
    return buildArguments;
  }
});
Object.defineProperty(exports, "buildEnvironment", {
  enumerable: true,
  get: function () {
    return buildEnvironment;
  }
});
Object.defineProperty(exports, "clientNotStarted", {
  enumerable: true,
  get: function () {
    return clientNotStarted;
  }
});
Object.defineProperty(exports, "createArguments", {
  enumerable: true,
  get: function () {
    return createArguments;
  }
});
Object.defineProperty(exports, "defaultTag", {
  enumerable: true,
  get: function () {
    return defaultTag;
  }
});
Object.defineProperty(exports, "engineRefusal", {
  enumerable: true,
  get: function () {
    return engineRefusal;
  }
});
Object.defineProperty(exports, "envelope", {
  enumerable: true,
  get: function () {
    return envelope;
  }
});
Object.defineProperty(exports, "exitFailure", {
  enumerable: true,
  get: function () {
    return exitFailure;
  }
});
Object.defineProperty(exports, "explainBuildFailure", {
  enumerable: true,
  get: function () {
    return explainBuildFailure;
  }
});
Object.defineProperty(exports, "failingDockerfileLine", {
  enumerable: true,
  get: function () {
    return failingDockerfileLine;
  }
});
Object.defineProperty(exports, "imageArguments", {
  enumerable: true,
  get: function () {
    return imageArguments;
  }
});
Object.defineProperty(exports, "imageLabels", {
  enumerable: true,
  get: function () {
    return imageLabels;
  }
});
Object.defineProperty(exports, "isImageTag", {
  enumerable: true,
  get: function () {
    return isImageTag;
  }
});
Object.defineProperty(exports, "isOlderBuildx", {
  enumerable: true,
  get: function () {
    return isOlderBuildx;
  }
});
Object.defineProperty(exports, "isReplacedName", {
  enumerable: true,
  get: function () {
    return isReplacedName;
  }
});
Object.defineProperty(exports, "isSmokeContainerName", {
  enumerable: true,
  get: function () {
    return isSmokeContainerName;
  }
});
Object.defineProperty(exports, "labelNames", {
  enumerable: true,
  get: function () {
    return labelNames;
  }
});
Object.defineProperty(exports, "liesWithin", {
  enumerable: true,
  get: function () {
    return liesWithin;
  }
});
Object.defineProperty(exports, "looksLikeSecret", {
  enumerable: true,
  get: function () {
    return looksLikeSecret;
  }
});
Object.defineProperty(exports, "maxBuildMetadataBytes", {
  enumerable: true,
  get: function () {
    return maxBuildMetadataBytes;
  }
});
Object.defineProperty(exports, "origin", {
  enumerable: true,
  get: function () {
    return origin;
  }
});
Object.defineProperty(exports, "parseBuildArgs", {
  enumerable: true,
  get: function () {
    return parseBuildArgs;
  }
});
Object.defineProperty(exports, "parseBuildContexts", {
  enumerable: true,
  get: function () {
    return parseBuildContexts;
  }
});
Object.defineProperty(exports, "parseBuildMetadata", {
  enumerable: true,
  get: function () {
    return parseBuildMetadata;
  }
});
Object.defineProperty(exports, "parseBuildxVersion", {
  enumerable: true,
  get: function () {
    return parseBuildxVersion;
  }
});
Object.defineProperty(exports, "parseContainerState", {
  enumerable: true,
  get: function () {
    return parseContainerState;
  }
});
Object.defineProperty(exports, "parseImageFacts", {
  enumerable: true,
  get: function () {
    return parseImageFacts;
  }
});
Object.defineProperty(exports, "rawProgress", {
  enumerable: true,
  get: function () {
    return rawProgress;
  }
});
Object.defineProperty(exports, "replacedByArguments", {
  enumerable: true,
  get: function () {
    return replacedByArguments;
  }
});
Object.defineProperty(exports, "replacedContextNames", {
  enumerable: true,
  get: function () {
    return replacedContextNames;
  }
});
Object.defineProperty(exports, "repositoryOfTag", {
  enumerable: true,
  get: function () {
    return repositoryOfTag;
  }
});
Object.defineProperty(exports, "runLabels", {
  enumerable: true,
  get: function () {
    return runLabels;
  }
});
Object.defineProperty(exports, "runtimeContextName", {
  enumerable: true,
  get: function () {
    return runtimeContextName;
  }
});
Object.defineProperty(exports, "secretBlanker", {
  enumerable: true,
  get: function () {
    return secretBlanker;
  }
});
Object.defineProperty(exports, "smokeContainerName", {
  enumerable: true,
  get: function () {
    return smokeContainerName;
  }
});
Object.defineProperty(exports, "stateArguments", {
  enumerable: true,
  get: function () {
    return stateArguments;
  }
});