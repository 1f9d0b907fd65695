const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");
const require_zod = require("./zod.cjs");
const require_container = require("./container.cjs");

// actions/build-image/src/explain-end.ts
/** The failure of a build that did not end well; puts a finding at the Dockerfile's line where one instruction is to blame. */
async function explainEnd(host, draft, end) {
	const { exit, progress, blank } = end;
	const ours = exit.notStarted === void 0 ? stopped(end) : require_container.clientNotStarted(exit.notStarted);
	if (ours) return new require_action_kit.StepFailure(blanked(ours, blank));
	const failure = blanked(require_container.explainBuildFailure(exit, progress), blank);
	if (failure.code === "engine-too-old") failure.message += await foundVersion(host);
	const line = require_container.failingDockerfileLine(progress.plainLines);
	if (line !== null) {
		const { message, remedy } = failure;
		const locations = [{
			file: `${draft.folder}/Dockerfile`,
			line
		}];
		draft.findings.push({
			rule: `build/${failure.code}`,
			severity: "error",
			message,
			remedy,
			locations
		});
	}
	return new require_action_kit.StepFailure(failure);
}
function stopped({ exit, progress, timeoutSeconds }) {
	const names = progress.failed ? [progress.failed.name] : progress.running;
	const at = names.length > 0 ? `; it was at ${names.map(quote).join(", ")}` : "";
	if (exit.cancelled) return {
		code: "cancelled",
		message: `the build was cancelled${at}`,
		remedy: "Run the step again."
	};
	if (exit.timedOut) return {
		code: "timeout",
		message: `the build was stopped after ${timeoutSeconds} s${at}`,
		remedy: "Give it more time with the input timeout; finished instructions are cached by the builder."
	};
}
/** Which of the two is too old costs a process, and is asked only once a build has failed. */
async function foundVersion(host) {
	const { stdout } = await host.exec("docker", ["buildx", "version"], {
		deadlineMs: 1e4,
		maxBytes: 4096
	});
	const version = require_container.parseBuildxVersion(stdout);
	if (version === void 0) return "";
	return require_container.isOlderBuildx(version) ? `\nThe buildx here is ${version}.` : `\nThe buildx here is ${version}, which is new enough: it is the engine.`;
}
function blanked(failure, blank) {
	const { code, message, remedy, detail } = failure;
	return {
		code,
		message: blank(message),
		remedy,
		...detail === void 0 ? {} : { detail: blank(detail) }
	};
}
function quote(name) {
	return JSON.stringify(name.slice(0, 200));
}

// actions/build-image/src/inspect-built.ts
const Answer = require_zod.tuple([require_zod.number().int().nonnegative()], require_zod.string());
const format = `[{{json .Size}}{{range $name, $value := .Config.Labels}}{{if eq $name "${require_container.labelNames.standIn}"}},{{json $value}}{{end}}{{end}}]`;
/**
* Size and stand-in label of a loaded image, in one process; null where the engine gives no usable answer. Throws
* `image-missing`.
*/
async function inspectBuilt(host, tag) {
	const { code, stdout, stderr } = await host.exec("docker", [
		"image",
		"inspect",
		"--format",
		format,
		tag
	], {
		deadlineMs: 3e4,
		maxBytes: 65536
	});
	if (code !== 0 && /no such image/i.test(stderr)) throw new require_action_kit.StepFailure({
		code: "image-missing",
		message: `the build ended well, but the engine has no image ${tag}`,
		remedy: "The builder loads into another engine than docker runs on; check builder, DOCKER_HOST and the docker context."
	});
	const built = code === 0 ? answerOf(stdout) : void 0;
	if (built) return built;
	host.log.warn(`the size of ${tag} is not known, nor whether it was built on a stand-in: docker image inspect gave no usable answer`);
	return null;
}
function answerOf(stdout) {
	let value;
	try {
		value = JSON.parse(stdout);
	} catch {
		return;
	}
	const answer = Answer.safeParse(value);
	if (!answer.success) return void 0;
	const [sizeBytes, label] = answer.data;
	return {
		sizeBytes,
		standIn: label === void 0 ? null : nameOf(label)
	};
}
/** The label is whatever the base image says: only what looks like a name is repeated. */
function nameOf(label) {
	return require_container.isReplacedName(label) ? label : "base";
}

// actions/build-image/src/read-metadata.ts
/** What buildx wrote about the image. A build that says nothing of what it built has not succeeded, whatever its exit code. */
async function readMetadata(host, file) {
	const problem = (what) => new require_action_kit.StepFailure({
		code: "build-failed",
		message: `docker buildx build ended with exit code 0, but ${what}`,
		remedy: "Check that the docker first on PATH is the real one, and that its buildx is not a wrapper."
	});
	if (!await host.files.exists(file)) throw problem("wrote no metadata about the image");
	const text = await host.files.read(file, {
		maxBytes: require_container.maxBuildMetadataBytes,
		followLinks: false
	});
	const parsed = require_container.parseBuildMetadata(text);
	if (!parsed.ok) throw problem(`its metadata cannot be used: ${parsed.problem}`);
	if (parsed.metadata.digest === null && parsed.metadata.configDigest === null) throw problem("its metadata names no image");
	return parsed.metadata;
}

// actions/build-image/src/sources.ts
const ownRuntime = "images/runtime";
/** What a build reads from the disk, before it starts: docker's own words for a missing folder name no input. */
async function checkSources(host, sources) {
	const problems = [];
	if (await host.files.kind(`${sources.folder}/Dockerfile`) !== "file") problems.push(`${sources.folder} holds no Dockerfile`);
	if (await host.files.kind(sources.runtimeContext) !== "folder") problems.push(`input "runtime-context" names ${sources.runtimeContext}, which is no folder`);
	for (const { name, value } of sources.contexts) {
		if (!value || !isPath(value) || await host.files.kind(value) === "folder") continue;
		problems.push(`input "build-contexts" sets ${name} to ${value}, which is no folder`);
	}
	if (problems.length === 0) return;
	throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: problems.join("; "),
		remedy: "Paths are relative to the workspace; write docker-image://REFERENCE for an image."
	});
}
/** Anything with a scheme, and the short form of a git address, is buildx's to fetch. */
function isPath(value) {
	return !/^[a-z][a-z0-9+-]*:\/\/|^[\w.-]+@[\w.-]+:|^target:/i.test(value);
}
/** The package that runs inside every image: the caller's choice, the workspace's own, or the one that ships with us. */
async function runtimeContext(host, given) {
	if (given !== void 0) return given;
	return await host.files.kind(ownRuntime) === "folder" ? ownRuntime : `${host.ownFolder}/${ownRuntime}`;
}
/** Whether a folder is the workspace's own runtime or the one that ships with us, however its path is written. */
function isOwnRuntime(host, folder) {
	return [ownRuntime, `${host.ownFolder}/${ownRuntime}`].some((path) => host.files.absolute(path) === host.files.absolute(folder));
}

// actions/build-image/src/replaced-parts.ts
/** buildx reads this file of rules, which may put another source in the place of any that the Dockerfile names. */
const sourcePolicy = "EXPERIMENTAL_BUILDKIT_SOURCE_POLICY";
const maxDockerfileBytes = 1048576;
/** What the caller put in the place of a part of the image, as far as that is known without reading the Dockerfile. */
function replacedByOrder(host, order) {
	const names = require_container.replacedContextNames(order.contexts);
	if (!isOwnRuntime(host, order.runtimeContext)) names.push(require_container.runtimeContextName);
	if (host.env[sourcePolicy]) names.push(`env:${sourcePolicy}`);
	return names.sort();
}
/** Build arguments that may change what the Dockerfile starts from. It is only read where there are any. */
async function replacedByArgs(host, folder, { args }) {
	if (args.length === 0) return [];
	const dockerfile = await host.files.read(`${folder}/Dockerfile`, { maxBytes: maxDockerfileBytes });
	return require_container.replacedByArguments(dockerfile, args);
}

// actions/build-image/src/run-buildx.ts
/** The runner kills this process 10 s after it asks; buildx needs most of that to stop BuildKit, we the rest. */
const graceMs = 6e3;
/** One line of raw progress carries all that was logged since the last one. */
const maxLine = 8388608;
/** Runs `docker buildx build` to its end, its progress shown live. Does not throw for a build that fails. */
async function runBuildx(host, request, { blank, timeoutSeconds }) {
	const progress = require_container.rawProgress();
	host.log.info(blank(`$ docker ${shownArguments(request).join(" ")}`));
	const log = host.log.foreign(`docker buildx build ${request.context}`);
	const show = (lines) => {
		for (const line of lines) log.line(blank(line));
	};
	try {
		const exit = await host.exec("docker", require_container.buildArguments(request), {
			env: require_container.buildEnvironment,
			deadlineMs: timeoutSeconds * 1e3,
			endSignal: "SIGINT",
			graceMs,
			maxBytes: 16384,
			maxLine,
			onLine: (line) => show(progress.push(line))
		});
		show(progress.end());
		return {
			exit,
			progress: progress.result()
		};
	} finally {
		log.close();
	}
}
/** For the log: a person can paste it, once the values that look secret are filled in. */
function shownArguments(request) {
	const buildArgs = request.buildArgs.map((arg) => arg.value !== null && require_container.looksLikeSecret(arg.name) ? {
		...arg,
		value: "***"
	} : arg);
	return require_container.buildArguments({
		...request,
		buildArgs
	}).map((argument) => /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`);
}

// actions/build-image/src/build.ts
/** Builds the image of a draft record and fills in the record as facts become known. Throws StepFailure. */
async function build(host, draft, order) {
	draft.evidence = "unknown";
	noteReplaced(draft, replacedByOrder(host, order));
	draft.builder = order.builder;
	await requireModel(host, draft);
	refusePushWithoutTag(order);
	await checkSources(host, {
		folder: draft.folder,
		...order
	});
	noteReplaced(draft, await replacedByArgs(host, draft.folder, order));
	warnOfSecrets(host, order.args);
	const temporary = await host.files.makeTemporaryFolder("build-image-");
	try {
		const request = requestOf(draft, order, `${temporary}/metadata.json`);
		const blank = require_container.secretBlanker(order.args, host.env);
		const { exit, progress } = await runBuildx(host, request, {
			blank,
			timeoutSeconds: order.timeoutSeconds
		});
		draft.steps = progress.steps;
		draft.transferredBytes = progress.transferredBytes;
		if (exit.code !== 0 || exit.cancelled) throw await explainEnd(host, draft, {
			exit,
			progress,
			blank,
			timeoutSeconds: order.timeoutSeconds
		});
		const metadata = await readMetadata(host, request.metadataFile);
		draft.digest = metadata.digest;
		draft.configDigest = metadata.configDigest;
		draft.builder = metadata.builder ?? order.builder;
		draft.pushed = order.push;
	} finally {
		await host.files.remove(temporary);
	}
	if (order.push) requireDigest(draft);
	if ((order.push || await noteBuilt(host, draft)) && draft.evidence === "unknown") draft.evidence = "real";
	host.log.info(closingLine(draft));
}
function noteReplaced(draft, names) {
	if (names.length === 0) return;
	draft.evidence = "stand-in";
	draft.replacedContexts = [.../* @__PURE__ */ new Set([...draft.replacedContexts, ...names])].sort().slice(0, 50);
}
/**
* Takes over what the engine says of a loaded image. A stand-in that the Dockerfile itself starts from is known by the
* label it hands down. False where the engine says nothing, so that nobody can tell.
*/
async function noteBuilt(host, draft) {
	const built = await inspectBuilt(host, draft.tags[0] ?? "");
	draft.sizeBytes = built?.sizeBytes ?? null;
	if (built?.standIn) noteReplaced(draft, [built.standIn]);
	return built !== null;
}
/** Nothing is built from a folder whose model.yaml nobody can read: the image could not be judged later. */
async function requireModel(host, draft) {
	const loaded = await require_action_kit.loadModel(host, {
		slug: draft.model,
		folder: draft.folder
	});
	if (loaded.ok) return;
	draft.findings.push(...loaded.findings);
	throw loaded.failure;
}
function requestOf(draft, order, metadataFile) {
	return {
		context: draft.folder,
		dockerfile: `${draft.folder}/Dockerfile`,
		target: draft.target,
		tags: draft.tags,
		labels: require_container.imageLabels(draft.model, draft.replacedContexts),
		buildContexts: [{
			name: require_container.runtimeContextName,
			value: order.runtimeContext
		}, ...order.contexts],
		buildArgs: order.args,
		builder: order.builder,
		push: order.push,
		metadataFile
	};
}
function refusePushWithoutTag({ push, tagsGiven }) {
	if (!push || tagsGiven) return;
	throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: "input \"push\" is true, but input \"tags\" is empty",
		remedy: "Name the registry in a tag, such as ghcr.io/owner/maptr:v1."
	});
}
function warnOfSecrets(host, args) {
	for (const { name } of args.filter((arg) => require_container.looksLikeSecret(arg.name))) host.log.warn(`the build argument ${name} is named like a secret, and anyone can read build arguments in the history of the image: use RUN --mount=type=secret. Its value is kept out of this log.`);
}
function requireDigest(draft) {
	if (draft.digest !== null) return;
	throw new require_action_kit.StepFailure({
		code: "push-failed",
		message: "the build ended well, but the builder names no digest of what it pushed",
		remedy: "Look for the tag in the registry; a builder of the docker-container driver always names the digest."
	});
}
function closingLine(draft) {
	const { steps, digest, configDigest } = draft;
	const share = steps ? `, ${steps.cached} of ${steps.total} instructions from the cache` : "";
	const replaced = draft.replacedContexts.length > 0 ? ` (replaced: ${draft.replacedContexts.join(", ")})` : "";
	const evidence = draft.evidence === "real" ? "" : `; evidence: ${draft.evidence}${replaced}`;
	return `built ${draft.tags.join(", ")}: ${digest ?? configDigest ?? "no digest"}${share}${evidence}`;
}

// actions/build-image/src/image-reference.ts
/**
* The name by which the next step finds the image. A pushed image is named by digest, which nobody can move; a local one
* by its tag, since engines differ in which digest they answer to. Empty where the build failed.
*/
function imageReference(record) {
	const [tag] = record.tags;
	if (record.status !== "passed" || tag === void 0) return "";
	return record.pushed && record.digest !== null ? `${require_container.repositoryOfTag(tag)}@${record.digest}` : tag;
}

// actions/build-image/src/inputs.ts
const name = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$/;
const inputs = {
	model: require_action_kit.requiredText({
		description: "The model to build: its folder, or its slug under images-dir.",
		placeholder: "FOLDER"
	}),
	"images-dir": require_action_kit.text({
		description: "Folder that holds one folder a model.",
		default: "images",
		placeholder: "FOLDER"
	}),
	target: refined(require_action_kit.text({
		description: "Stage of the Dockerfile to build: runtime or dev.",
		default: "runtime"
	}), (value) => name.test(value) ? void 0 : "must be the name of a stage"),
	tags: refined(require_action_kit.lines({
		description: "Tags of the image, one a line. Default: model-image/<slug>:latest.",
		placeholder: "TAG"
	}), tagProblem),
	push: require_action_kit.flag({
		description: "Push the image to the registry of its tags instead of loading it into the engine.",
		default: false
	}),
	"build-contexts": pairs(require_action_kit.lines({
		description: "Build contexts, one NAME=VALUE a line, where VALUE is a folder or docker-image://REFERENCE. Each replaces the stage or image of that name and makes the result a stand-in.",
		placeholder: "NAME=VALUE"
	}), contextPairs),
	"build-args": pairs(require_action_kit.lines({
		description: "Build arguments, one NAME=VALUE a line, or NAME to take the value from the environment. Not for secrets. One that can change a FROM makes the result a stand-in.",
		placeholder: "NAME=VALUE"
	}), require_container.parseBuildArgs),
	builder: refined(require_action_kit.optionalText({
		description: "Name of the buildx builder. Default: the current one.",
		placeholder: "NAME"
	}), (value) => value === void 0 || name.test(value) ? void 0 : "must be the name of a buildx builder"),
	"runtime-context": require_action_kit.optionalText({
		description: "Folder of the Python package that runs inside every image, given to the build as the context model-runtime. Default: images/runtime of the workspace, or the one these actions ship; any other makes the result a stand-in.",
		placeholder: "FOLDER"
	}),
	timeout: require_action_kit.duration({ description: "Time the build may take, such as 90m. Default: 2h." })
};
/** Adds a check; what action.yml and the help say stays with the field. */
function refined(field, problemOf) {
	return field.superRefine((value, context) => {
		const message = problemOf(value);
		if (message !== void 0) context.addIssue({
			code: "custom",
			message
		});
	}).meta({ ...require_action_kit.fieldMeta(field) });
}
function pairs(field, parse) {
	return field.transform((entries, context) => {
		const result = parse(entries);
		if (result.ok) return result.pairs;
		context.addIssue({
			code: "custom",
			message: `has ${result.problems.join("; ")}`
		});
		return require_zod.NEVER;
	}).meta({ ...require_action_kit.fieldMeta(field) });
}
function contextPairs(entries) {
	const result = require_container.parseBuildContexts(entries);
	if (!result.ok || !result.pairs.some((pair) => pair.name === "model-runtime")) return result;
	return {
		ok: false,
		problems: [`the context ${require_container.runtimeContextName}; it is set by the input runtime-context`]
	};
}
function tagProblem(tags) {
	const bad = tags.find((tag) => !require_container.isImageTag(tag));
	if (bad !== void 0) return `has ${JSON.stringify(bad.slice(0, 100))}, which is no image tag; write such as ghcr.io/owner/maptr:v1`;
	return tags.length > 50 ? "has more than 50 lines" : void 0;
}

// actions/build-image/src/build-image.ts
var build_image_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ buildImage: () => buildImage });
/** Seconds a build may take where the caller names no limit: CUDA extensions compile for the better part of an hour. */
const defaultTimeoutSeconds = 7200;
const buildImage = require_action_kit.defineAction({
	name: "build-image",
	description: "Builds a model's image with docker buildx and records its digest, its size and what stood in for what.",
	inputs,
	outputs: {
		"image-ref": "The image to run: name@digest where it was pushed, else its first tag.",
		digest: "Digest of the manifest, as a registry serves it; empty where the engine keeps none.",
		"config-digest": "Digest of the image configuration."
	},
	positional: "model",
	async run(given, host) {
		const [found] = await require_action_kit.findModels(host, given["images-dir"], [given.model]);
		if (!found) throw new require_action_kit.StepFailure({
			code: "invalid-input",
			message: "no model",
			remedy: "Name one model."
		});
		const tags = given.tags.length > 0 ? given.tags : [require_container.defaultTag(found.slug)];
		const seed = {
			step: "build",
			model: found.slug,
			folder: found.folder,
			target: given.target,
			tags,
			digest: null,
			configDigest: null,
			pushed: false,
			sizeBytes: null,
			transferredBytes: null,
			steps: null,
			builder: null
		};
		const record = await require_action_kit.recordStep(host, {
			...seed,
			tags
		}, async (draft) => build(host, draft, {
			contexts: given["build-contexts"],
			args: given["build-args"],
			builder: given.builder ?? null,
			runtimeContext: await runtimeContext(host, given["runtime-context"]),
			push: given.push,
			tagsGiven: given.tags.length > 0,
			timeoutSeconds: given.timeout ?? defaultTimeoutSeconds
		}));
		const outputs = {
			"image-ref": imageReference(record),
			digest: record.digest ?? "",
			"config-digest": record.configDigest ?? ""
		};
		return {
			records: [record],
			outputs
		};
	}
});

Object.defineProperty(exports, "buildImage", {
  enumerable: true,
  get: function () {
    return buildImage;
  }
});
Object.defineProperty(exports, "build_image_exports", {
  enumerable: true,
  get: function () {
    return build_image_exports;
  }
});