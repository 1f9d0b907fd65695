const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");
const require_zod = require("./zod.cjs");
const require_container = require("./container.cjs");
const require_build_context = require("./build-context.cjs");
const require_dockerfile_syntax = require("./dockerfile-syntax.cjs");
let node_os = require("node:os");
let node_path = require("node:path");
node_path = require_rolldown_runtime.__toESM(node_path, 1);
let node_timers_promises = require("node:timers/promises");
let node_crypto = require("node:crypto");

// actions/build-image/src/ask-builder.ts
/** buildx itself waits 20 s for a builder that is not there; a build tells the same sooner. */
const deadlineMs$3 = 8e3;
/** Whether what is asked for depends on which driver the builder has. A plain build of one image never does. */
function dependsOnDriver(request) {
	return request.builder !== null || request.pushByDigest === true || request.reproducible !== void 0 || (request.provenance ?? "off") !== "off" || Boolean(request.sbom) || (request.platforms ?? []).length > 1 || (request.outputs ?? []).length > 0 || require_container.pushes(request) && require_container.loads(request) || require_container.cacheValues(request).to.length > 0;
}
/** The request as the builder best takes it. Throws what speaks against it; a builder that does not answer is left to the build. */
async function fitToBuilder(host, request) {
	if (!dependsOnDriver(request)) return request;
	const exit = await host.exec("docker", require_container.inspectArguments(request.builder), {
		deadlineMs: deadlineMs$3,
		graceMs: 1e3,
		maxBytes: 262144
	});
	const facts = exit.code === 0 ? require_container.builderFacts(exit.stdout) : void 0;
	if (facts === void 0) return request;
	const refusal = require_container.driverRefusal(facts, request);
	if (refusal) throw new require_action_kit.StepFailure(refusal);
	return require_container.fittedRequest(facts, request);
}

// actions/build-image/src/image-reference.ts
/** By digest, which nobody can move; null where no registry or engine answers to one. */
function referenceByDigest(tag, digest) {
	return tag === void 0 || digest === null ? null : `${require_container.repositoryOfTag(tag)}@${digest}`;
}
/**
* The name by which the next step finds the image: by digest where that is known, else the first tag of a loaded image, since
* engines with the classic image store answer to no digest. Empty where the build failed, and where the image is in neither.
*/
function imageReference(record, isLoaded) {
	if (record.status === "failed") return "";
	return record.imageRef ?? (isLoaded ? record.tags[0] ?? "" : "");
}

// actions/build-image/src/content-key.ts
/** Label of a pushed image of which nothing was replaced: what it was made of. */
const contentKeyLabel = "org.model-image-actions.content-key";
/** Changes with the meaning of the key, so that an older key proves nothing. */
const version = "content-key/v1";
/**
* Names everything that goes into an image: 64 hexadecimal digits. Where it is stored, what it is called and how the build
* is cached do not count; neither do labels and annotations, since this key is a label itself, and the values of secrets, which are
* not in the image. Only builds of which nothing was replaced have one.
*/
function contentKey(request, parts) {
	const { compression, reproducible, provenance, sbom, attests, extra } = request;
	const named = {
		version,
		lock: parts.lock,
		dockerfile: parts.dockerfile,
		context: parts.context,
		runtime: parts.runtime,
		target: request.target,
		platforms: [...request.platforms ?? []].sort(),
		args: request.buildArgs.map(({ name, value }) => [name, value ?? parts.environment[name] ?? null]).sort(byFirst),
		secrets: [
			...request.secretEnvs ?? [],
			...request.secretFiles ?? [],
			...request.ssh ?? []
		].map(({ id }) => id).sort(),
		form: {
			compression: compression ?? null,
			reproducible: reproducible ?? null,
			provenance: provenance ?? "off",
			sbom: sbom ?? false,
			attests: attests ?? []
		},
		extra: extra ?? []
	};
	return (0, node_crypto.createHash)("sha256").update(canonicalJson(named)).digest("hex");
}
/** JSON with sorted keys and no space: one text for one value. */
function canonicalJson(value) {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (value !== null && typeof value === "object") return `{${Object.entries(value).filter(([, one]) => one !== void 0).sort(byFirst).map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(",")}}`;
	return JSON.stringify(value ?? null);
}
function byFirst([a], [b]) {
	return String(a) < String(b) ? -1 : 1;
}

// actions/build-image/src/registry-image.ts
/** A registry that does not answer must not keep a build waiting for long. */
const deadlineMs$2 = 8e3;
const graceMs$3 = 1e3;
const maxManifestBytes = 4194304;
/**
* Asks a registry for an image: one process, and a second one where the name stands for an index. Undefined where the registry does
* not have it or gives no usable answer; nothing depends on that but what is told.
*/
async function registryImage(host, reference, platform) {
	const top = await manifestOf(host, reference);
	if (top === void 0) return void 0;
	const { digest, manifest } = top;
	if (manifest.kind === "manifest") return {
		digest,
		imageDigest: digest,
		configDigest: manifest.configDigest,
		platform,
		sizes: require_container.imageSizes(manifest)
	};
	const imageDigest = require_container.imageOfIndex(manifest, platform) ?? require_container.imageOfIndex(manifest);
	if (imageDigest === null) return {
		digest,
		imageDigest,
		configDigest: null,
		platform: null,
		sizes: null
	};
	const found = manifest.images.find((image) => image.digest === imageDigest)?.platform ?? null;
	const inner = await manifestOf(host, `${withoutTag(reference)}@${imageDigest}`);
	return {
		digest,
		imageDigest,
		configDigest: inner?.manifest.kind === "manifest" ? inner.manifest.configDigest : null,
		platform: found === "unknown" ? platform : found,
		sizes: inner ? require_container.imageSizes(inner.manifest) : null
	};
}
/** buildx prints the bytes that the registry served, whose hash is the digest. */
async function manifestOf(host, reference) {
	const exit = await host.exec("docker", require_container.manifestArguments(reference), {
		deadlineMs: deadlineMs$2,
		graceMs: graceMs$3,
		maxBytes: maxManifestBytes
	});
	const manifest = exit.code === 0 ? require_container.parseManifest(exit.stdout) : void 0;
	if (manifest === void 0) return void 0;
	return {
		digest: `sha256:${(0, node_crypto.createHash)("sha256").update(exit.stdout).digest("hex")}`,
		manifest
	};
}
/** The repository of a reference that may have a tag, a digest or both. */
function withoutTag(reference) {
	const at = reference.indexOf("@");
	const named = at < 0 ? reference : reference.slice(0, at);
	const colon = named.lastIndexOf(":");
	return colon > named.lastIndexOf("/") ? named.slice(0, colon) : named;
}

// actions/build-image/src/proven-image.ts
/** A registry that does not answer must not keep a build waiting for long. */
const deadlineMs$1 = 8e3;
const graceMs$2 = 1e3;
const format$1 = "{\"manifest\":{{json .Manifest}},\"image\":{{json .Image}}}";
const Labels = require_zod.record(require_zod.string(), require_zod.string().max(1e4));
const Config = require_zod.looseObject({ config: require_zod.looseObject({ Labels: Labels.nullish() }).nullish() });
const Answer$1 = require_zod.object({
	manifest: require_zod.looseObject({
		digest: require_action_kit.Digest,
		manifests: require_zod.array(require_zod.looseObject({
			digest: require_action_kit.Digest,
			platform: require_zod.looseObject({ os: require_zod.string().max(50) }).nullish()
		})).max(1e3).nullish()
	}),
	image: require_zod.record(require_zod.string(), require_zod.unknown())
});
/** Asks for an image by name and looks for the key in it: one process. `why` says what it proves not, for the log. */
async function provenImage(host, reference, key) {
	const { code, stdout } = await host.exec("docker", [
		"buildx",
		"imagetools",
		"inspect",
		"--format",
		format$1,
		reference
	], {
		deadlineMs: deadlineMs$1,
		graceMs: graceMs$2,
		maxBytes: 4194304
	});
	if (code !== 0) return { why: `${reference} is not in the registry, or the registry does not answer` };
	return provenBy(stdout, reference, key);
}
/**
* What an answer proves. Each platform's image must carry the key, say that it is real and that nothing was replaced, and come from no
* stand-in: what stands in for something is never a reason not to build.
*/
function provenBy(answer, reference, key) {
	let value;
	try {
		value = JSON.parse(answer);
	} catch {
		return { why: `the answer about ${reference} is no JSON` };
	}
	const parsed = Answer$1.safeParse(value);
	if (!parsed.success) return { why: `the answer about ${reference} names no image` };
	const { manifest, image } = parsed.data;
	const configs = configsOf(image);
	if (configs.length === 0) return { why: `the answer about ${reference} has no configuration` };
	for (const labels of configs) {
		if (labels["org.model-image-actions.content-key"] === void 0) return { why: `${reference} has no content key` };
		if (labels["org.model-image-actions.content-key"] !== key) return { why: `${reference} was made of something else` };
		if (labels[require_container.labelNames.evidence] !== "real" || labels[require_container.labelNames.replacedContexts] !== "" || labels[require_container.labelNames.standIn] !== void 0) return { why: `${reference} is a stand-in` };
	}
	const images = (manifest.manifests ?? []).filter(({ platform }) => platform?.os !== "unknown");
	const only = images.length === 1 ? images[0]?.digest ?? null : null;
	return { proven: {
		digest: manifest.digest,
		imageDigest: manifest.manifests ? only : manifest.digest
	} };
}
/** One configuration, or one for each platform under its name. */
function configsOf(image) {
	const read = ("config" in image || "rootfs" in image ? [image] : Object.values(image)).map((one) => Config.safeParse(one));
	return read.every((one) => one.success) ? read.map((one) => one.data?.config?.Labels ?? {}) : [];
}
/** Gives an image that is there the names it shall have: a process, and only where one is missing. False where that failed. */
async function nameProven(host, reference, proven, tags) {
	const missing = tags.filter((tag) => tag !== reference);
	if (missing.length === 0) return true;
	const { code } = await host.exec("docker", [
		...[
			"buildx",
			"imagetools",
			"create",
			"--prefer-index=false"
		],
		...missing.flatMap((tag) => ["--tag", tag]),
		`${withoutTag(reference)}@${proven.digest}`
	], {
		deadlineMs: 6e4,
		maxBytes: 65536
	});
	return code === 0;
}

// actions/build-image/src/ask-registry.ts
/** Asks whether the registry already holds what would be built, where the caller wants to know, else for the image before. */
async function askRegistry(host, draft, plan, given) {
	if (given["skip-proven"] && await skipProven(host, draft, plan, given)) return {
		previous: void 0,
		isProven: true
	};
	const reference = given["previous-ref"] ?? (given["push-by-digest"] ? void 0 : draft.tags[0]);
	if (!require_container.pushes(plan.request) || reference === void 0) return {
		previous: void 0,
		isProven: false
	};
	const found = await registryImage(host, reference, onlyPlatform(plan.request));
	return {
		previous: found?.sizes ? {
			ref: reference,
			digest: found.digest,
			compressedBytes: found.sizes.compressedBytes
		} : void 0,
		isProven: false
	};
}
/** True where the registry holds exactly this, under every name it shall have. */
async function skipProven(host, draft, plan, given) {
	const { key, movable = [] } = plan;
	const reference = given["previous-ref"] ?? draft.tags[0] ?? "";
	const goOn = (why) => {
		host.log.info(`not skipped: ${why}`);
		return false;
	};
	if (key === void 0) return goOn("something of the image is replaced, and a stand-in proves nothing");
	if (movable.length > 0) return goOn(`these names can move: ${movable.slice(0, 8).join(", ")}`);
	const answer = await provenImage(host, reference, key);
	if (!("proven" in answer)) return goOn(answer.why);
	const { digest, imageDigest } = answer.proven;
	if (!given["push-by-digest"] && !await nameProven(host, reference, answer.proven, draft.tags)) return goOn(`the registry did not give ${reference} the other names`);
	draft.status = "skipped";
	draft.evidence = "real";
	draft.provenBy = digest;
	draft.digest = digest;
	draft.imageDigest = imageDigest;
	draft.imageRef = referenceByDigest(draft.tags[0], digest);
	host.log.info(`skipped: ${reference} is made of exactly this, as ${digest}; content key ${key.slice(0, 12)}`);
	return true;
}
/** The platform where one alone is asked for. */
function onlyPlatform({ platforms = [] }) {
	return platforms.length === 1 ? platforms[0] ?? null : null;
}

// actions/build-image/src/run-buildx.ts
/** The runner kills this process 10 s after it asks; buildx needs most of that to stop BuildKit, we the rest. */
const graceMs$1 = 6e3;
/** One line of raw progress carries all that was logged since the last one. */
const maxLine = 8388608;
/** Runs `docker buildx build` to its end, its progress shown live. Does not throw for a build that fails. */
async function runBuildx(host, request, { blank, timeoutSeconds }) {
	const progress = require_container.rawProgress();
	host.log.info(blank(`$ ${shownCommand(request)}`));
	const log = host.log.foreign(`docker buildx build ${request.context}`);
	const show = (lines) => {
		for (const line of lines) log.line(blank(line));
	};
	try {
		const exit = await host.exec("docker", require_container.buildArguments(request), {
			env: require_container.buildEnvironment,
			deadlineMs: timeoutSeconds * 1e3,
			endSignal: "SIGINT",
			graceMs: graceMs$1,
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
/** For the log and a dry run: a person can paste it, once the values that look secret are filled in. */
function shownCommand(request) {
	const buildArgs = request.buildArgs.map((arg) => arg.value !== null && require_container.looksLikeSecret(arg.name) ? {
		...arg,
		value: "***"
	} : arg);
	return ["docker", ...require_container.buildArguments({
		...request,
		buildArgs
	})].map(shellWord).join(" ");
}
function shellWord(argument) {
	return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

// actions/build-image/src/attempts.ts
/** Milliseconds before the second attempt; doubled before each further one. */
const firstPauseMs = 2e3;
const longestPauseMs = 6e4;
/** Builds, and builds again after a failure that may pass. Gives the last run; finished steps are cached from one to the next. */
async function runAttempts(host, request, { blank, timeoutSeconds, retries, pause }) {
	const wait = pause ?? ((ms) => (0, node_timers_promises.setTimeout)(ms, void 0, { signal: host.signal }).catch(() => {}));
	const deadline = host.now().getTime() + timeoutSeconds * 1e3;
	for (let attempt = 1;; attempt++) {
		const left = Math.max(1, (deadline - host.now().getTime()) / 1e3);
		const run = await runBuildx(host, request, {
			blank,
			timeoutSeconds: left
		});
		const { exit, progress } = run;
		const ended = exit.code === 0 || exit.cancelled || exit.timedOut || exit.notStarted !== void 0;
		const pauseMs = Math.min(firstPauseMs * 2 ** (attempt - 1), longestPauseMs);
		if (ended || attempt > retries || !require_container.isRetriable(progress) || host.now().getTime() + pauseMs >= deadline) return {
			...run,
			attempts: attempt
		};
		host.log.info(`the registry or the network failed in a way that may pass: trying again in ${pauseMs / 1e3} s (attempt ${attempt + 1} of ${retries + 1})`);
		await wait(pauseMs);
		if (host.signal.aborted) return {
			...run,
			exit: {
				...exit,
				cancelled: true
			},
			attempts: attempt
		};
	}
}

// actions/build-image/src/check-dockerfile.ts
const deadlineMs = 12e4;
/**
* Lets BuildKit check the Dockerfile before anything is built, one process, and puts what it finds into the record as errors. Throws
* `findings`. A builder that knows no checks is told of, and the build goes on.
*/
async function checkDockerfile(host, draft, request) {
	const exit = await host.exec("docker", require_container.checkArguments(request), {
		deadlineMs,
		maxBytes: 4194304
	});
	const answer = require_container.parseCheck(exit.stdout);
	if (answer === void 0) {
		host.log.warn("the Dockerfile was not checked: this builder gives no answer that is known here");
		return;
	}
	const found = require_container.checkFindings(answer.checks, {
		file: request.dockerfile,
		severity: "error"
	});
	draft.findings.push(...found);
	if (found.length === 0) return;
	throw new require_action_kit.StepFailure({
		code: "findings",
		message: `BuildKit's checks find ${found.length} ${found.length === 1 ? "fault" : "faults"} in ${request.dockerfile}; nothing was built`,
		remedy: "Mend what each finding names, or set check to warn."
	});
}

// actions/build-image/src/disk-room.ts
/** Where an engine keeps everything unless its configuration says otherwise. */
const defaultDataRoot = "/var/lib/docker";
const daemonFile = "/etc/docker/daemon.json";
const gigabyte = 1e9;
/**
* Whether the disk of the engine has room for a build. `none`: not even for the context itself, so that the build is bound to
* fail. `scarce`: less than four times the context (sent, copied, unpacked, exported), five times the compressed size of the image
* before, and 2 GB to work in; that is worth a warning, since the cache may hold most of it already.
*/
function diskRoom(free, need) {
	if (free === void 0) return { state: "unknown" };
	const told = `the disk of the engine has ${require_container.readableBytes(free)} free`;
	if (free < need.context) return {
		state: "none",
		message: `${told}, and the build context alone has ${require_container.readableBytes(need.context)}`
	};
	const wanted = 4 * need.context + 5 * need.previous + 2 * gigabyte;
	if (free >= wanted) return { state: "enough" };
	return {
		state: "scarce",
		message: `${told}; this build may take up to ${require_container.readableBytes(wanted)}`
	};
}
/**
* Free bytes where the engine keeps its data. Undefined where that is another machine or cannot be known without asking: another
* builder, DOCKER_HOST, a docker context.
*/
async function engineFreeBytes(host, builder) {
	const { env, files } = host;
	const elsewhere = [env.BUILDX_BUILDER, env.DOCKER_CONTEXT].some((name) => name && name !== "default");
	const isDefaultSocket = !env.DOCKER_HOST || /^unix:\/\/\/(?:var\/)?run\/docker\.sock$/.test(env.DOCKER_HOST);
	if (builder !== null || elsewhere || !isDefaultSocket) return void 0;
	const home = env.DOCKER_CONFIG || (env.HOME ? `${env.HOME}/.docker` : "");
	if (!env.DOCKER_HOST && home !== "" && await files.exists(`${home}/contexts/meta`)) return void 0;
	const root = await dataRoot(host);
	return await files.kind(root) === "folder" ? files.freeBytes(root) : void 0;
}
async function dataRoot({ files }) {
	try {
		const text = await files.read(daemonFile, { maxBytes: 1048576 });
		const root = JSON.parse(text)?.["data-root"];
		return typeof root === "string" && root.startsWith("/") ? root : defaultDataRoot;
	} catch {
		return defaultDataRoot;
	}
}

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
			file: end.dockerfile,
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

// actions/build-image/src/judge-lock.ts
const maxFindings = 50;
const maxNames = 8;
/** What a comparison of the lock with the image's files means. One that is not there, or knows nothing of the model, is absent. */
function judgeLock(place, pins, comparison, isRequired) {
	if (place.lock?.models[pins.slug] === void 0) return absentLock(place, pins.slug, isRequired);
	const { drift, missing } = comparison;
	const unlocked = pins.unknown.map(({ what }) => what);
	const unknown = [...missing.map(({ name }) => name), ...unlocked];
	const state = {
		file: place.file.slice(0, 4096),
		state: drift.length > 0 ? "drifted" : unknown.length > 0 ? "incomplete" : "held",
		unknown: unknown.slice(0, 500).map((name) => name.slice(0, 500)),
		drift: drift.slice(0, 500).map(driftLine)
	};
	const remedy = `Run \`mia lock ${pins.slug}\` and review what it changes.`;
	if (drift.length > 0) return {
		state,
		findings: drift.slice(0, maxFindings).map((one) => driftFinding(place, pins.slug, one, remedy)),
		failure: {
			code: "lock-drifted",
			message: `the files of ${pins.slug} and ${place.file} differ: ${named(drift.map(driftText))}`.slice(0, 4e3),
			remedy
		}
	};
	if (unknown.length === 0) return {
		state,
		findings: []
	};
	const message = `${place.file} does not hold ${named(unknown)}`.slice(0, 4e3);
	const where = missing[0] ? [
		"models",
		pins.slug,
		...missing[0].path
	] : ["models", pins.slug];
	const lockRemedy = `Run \`mia lock ${pins.slug}\` where registries and git servers can be reached.`;
	return {
		state,
		findings: [{
			rule: "build/lock-incomplete",
			severity: isRequired ? "error" : "warning",
			message: [message, missing[0]?.reason].filter(Boolean).join(": ").slice(0, 4e3),
			remedy: lockRemedy,
			locations: [{
				file: place.file,
				line: place.lineOf(where)
			}]
		}],
		...isRequired ? { failure: {
			code: "lock-incomplete",
			message,
			remedy: lockRemedy
		} } : {}
	};
}
/** Nothing says what the image shall be made of. */
function absentLock({ file, lock }, slug, isRequired) {
	const state = {
		file: file.slice(0, 4096),
		state: "absent",
		unknown: [],
		drift: []
	};
	if (!isRequired) return {
		state,
		findings: []
	};
	return {
		state,
		findings: [],
		failure: {
			code: "lock-incomplete",
			message: lock ? `${file} holds nothing of ${slug}` : `there is no lock file ${file}`,
			remedy: `Run \`mia lock ${slug}\`, review the file and commit it.`
		}
	};
}
function driftFinding(place, slug, drift, remedy) {
	const locations = [...drift.state === "missing" ? [] : [{
		file: place.file,
		line: place.lineOf([
			"models",
			slug,
			...drift.path ?? []
		])
	}], ...drift.locations].slice(0, 100);
	return {
		rule: "build/lock-drifted",
		severity: "error",
		message: driftText(drift).slice(0, 4e3),
		remedy,
		locations: locations.length > 0 ? locations : [{
			file: place.file,
			line: place.lineOf(["models", slug])
		}]
	};
}
function driftText({ state, name, locked, found }) {
	if (state === "missing") return `${name} (${found}) is not locked`;
	if (state === "unused") return `${name} (${locked}) is locked, and nothing asks for it`;
	return `${name} is locked as ${locked}, and the files ask for ${found}`;
}
function driftLine({ name, locked, found }) {
	return {
		name: name.slice(0, 500),
		locked: locked?.slice(0, 500) ?? null,
		found: found?.slice(0, 500) ?? null
	};
}
/** The first few of many, on one line. */
function named(names) {
	const more = names.length > maxNames ? ` and ${names.length - maxNames} more` : "";
	return `${names.slice(0, maxNames).join(", ")}${more}`;
}

// actions/build-image/src/judge-materials.ts
const silent = {
	drift: [],
	unknown: ["what the build started from: the builder did not say"],
	leftOut: []
};
/**
* What it means how a build's materials compare with the lock. `check` null: the builder named none, so that nothing was shown to hold.
* What the caller put in the place of a part is left out, by name.
*/
function judgeMaterials(state, found, build) {
	const check = found ?? silent;
	const unknown = [.../* @__PURE__ */ new Set([...state.unknown, ...check.unknown.map((name) => name.slice(0, 500))])];
	const outcome = {
		state: {
			...state,
			state: check.drift.length > 0 ? "drifted" : unknown.length > 0 ? "incomplete" : state.state,
			unknown: unknown.slice(0, 500),
			drift: [...state.drift, ...check.drift].slice(0, 500)
		},
		leftOut: check.leftOut
	};
	const pushed = build.pushed ? " The image was pushed all the same: do not use it." : "";
	if (check.drift.length > 0) {
		const told = check.drift.map(({ name, locked: was, found }) => `${name} is ${found ?? "unknown"}, locked as ${was ?? "nothing"}`);
		return {
			...outcome,
			failure: {
				code: "lock-drifted",
				message: `the build started from other things than ${state.file} holds: ${named(told)}`.slice(0, 4e3),
				remedy: `If that is meant, run \`mia lock\` and review what it changes.${pushed}`
			}
		};
	}
	if (!build.isRequired || check.unknown.length === 0) return outcome;
	return {
		...outcome,
		failure: {
			code: "lock-incomplete",
			message: `${state.file} could not be held against the build: ${named(check.unknown)}`.slice(0, 4e3),
			remedy: `Run \`mia lock\` where servers can be reached.${pushed}`
		}
	};
}
/**
* A build argument that reaches a FROM, a source policy and a Dockerfile from elsewhere name other things than the lock knows of,
* and not which: what it does not hold is then left out, too.
*/
function withoutReplaced(check, replaced) {
	if (!replaced.some((name) => /^(?:arg|env):|^dockerfile$/.test(name))) return check;
	const others = check.drift.filter(({ locked }) => locked === null);
	return {
		...check,
		drift: check.drift.filter(({ locked }) => locked !== null),
		leftOut: [...check.leftOut, ...others.map(({ name }) => name)]
	};
}

// actions/build-image/src/leftovers.ts
/** Prefix of the build's folder; mkdtemp adds six letters or digits. */
const folderPrefix = "mia-build-";
const folderName = new RegExp(`^${folderPrefix}\\w{6}$`);
const stateName = "folder";
/** Milliseconds that buildx gets to stop the builder. */
const graceMs = 5e3;
const pollMs = 100;
const maxCommandBytes = 262144;
/** Makes the build's folder, and tells the `post` phase of it before anything is started that a SIGKILL could leave behind. */
async function makeBuildFolder(host) {
	const folder = await host.files.makeTemporaryFolder(folderPrefix);
	host.state.save(stateName, folder);
	return folder;
}
/** Removes the folder after buildx has ended: `post` need not look again. */
async function removeBuildFolder(host, folder) {
	await host.files.remove(folder);
	host.state.save(stateName, "");
}
/**
* The `post` phase. After an ordinary end there is nothing to do. After a SIGKILL of the action, the buildx it had started still runs:
* it is known by the folder of its metadata file, which no other process names, is asked to end, and after 5 s is killed. State can be forged
* by whoever gets a line into the log, so only a folder of ours is looked for.
*/
async function removeLeftovers(host) {
	const folder = host.state.get(stateName);
	if (!isOurs(host, folder)) return;
	const left = await endBuilds(host, `${folder}/metadata.json`);
	await host.files.remove(folder);
	if (left.length === 0) return;
	throw new require_action_kit.StepFailure({
		code: "internal",
		message: `the build that this step had started still runs: process ${left.join(", ")}`,
		remedy: "Look at it on the runner's host, and end it there."
	});
}
function isOurs({ env }, folder) {
	const temporary = node_path.default.resolve(env.RUNNER_TEMP || (0, node_os.tmpdir)());
	return node_path.default.resolve(folder) === folder && node_path.default.dirname(folder) === temporary && folderName.test(node_path.default.basename(folder));
}
/** Ends every build that writes to that file; gives the ids of those that would not end. */
async function endBuilds(host, metadataFile) {
	const asked = await buildsOf(host, metadataFile);
	if (asked.length === 0) return [];
	host.log.info(`ending the build that was left: process ${asked.join(", ")}`);
	for (const id of asked) host.kill(id, "SIGINT");
	for (let waited = 0; waited < graceMs; waited += pollMs) {
		await (0, node_timers_promises.setTimeout)(pollMs);
		if ((await buildsOf(host, metadataFile)).length === 0) return [];
	}
	for (const id of await buildsOf(host, metadataFile)) host.kill(id, "SIGKILL");
	await (0, node_timers_promises.setTimeout)(200);
	return buildsOf(host, metadataFile);
}
/** Processes whose arguments name the file: docker, and the plugin it starts. Linux says them under /proc; elsewhere none are found. */
async function buildsOf(host, metadataFile) {
	const found = [];
	for (const { name } of await host.files.list("/proc", { sizes: false })) {
		if (!/^\d{1,10}$/.test(name)) continue;
		const head = await host.files.readHead(`/proc/${name}/cmdline`, maxCommandBytes).catch(() => void 0);
		const words = head ? new TextDecoder().decode(head).split("\0") : [];
		if (words.some((word, at) => word === metadataFile && words[at - 1] === "--metadata-file")) found.push(Number(name));
	}
	return found;
}

// actions/build-image/src/inspect-built.ts
const Facts = require_zod.object({
	references: require_zod.array(require_zod.string().max(1e3)).max(1e3).nullish(),
	platform: require_zod.string().max(200).nullish()
});
const Answer = require_zod.tuple([require_zod.number().int().nonnegative()], require_zod.union([require_zod.string(), Facts]));
const format = `[{{json .Size}},{"references":{{json .RepoDigests}},"platform":"{{.Os}}/{{.Architecture}}"}{{range $name, $value := .Config.Labels}}{{if eq $name "${require_container.labelNames.standIn}"}},{{json $value}}{{end}}{{end}}]`;
/**
* Size, digests and stand-in label of a loaded image, in one process; null where the engine gives no usable answer. Throws
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
		maxBytes: 262144
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
	const [sizeBytes, ...rest] = answer.data;
	const label = rest.find((one) => typeof one === "string");
	const facts = rest.find((one) => typeof one === "object");
	return {
		sizeBytes,
		references: facts?.references ?? [],
		platform: facts?.platform ?? null,
		standIn: label === void 0 ? null : nameOf(label)
	};
}
/** The label is whatever the base image says: only what looks like a name is repeated. */
function nameOf(label) {
	return require_container.isReplacedName(label) ? label : "base";
}

// actions/build-image/src/note-replaced.ts
/** Takes down what stands in for a part of the image, which makes the whole a stand-in. */
function noteReplaced(draft, names) {
	if (names.length === 0) return;
	draft.evidence = "stand-in";
	draft.replacedContexts = [.../* @__PURE__ */ new Set([...draft.replacedContexts, ...names])].sort().slice(0, 50);
}

// actions/build-image/src/note-outcome.ts
/** What engine and registry say of the image, and how it shall be called from here on. */
async function noteOutcome(host, draft, request, previous) {
	if (require_container.pushes(request) && (request.push || request.pushByDigest)) {
		requireDigest(draft);
		const reference = referenceByDigest(draft.tags[0], draft.digest);
		draft.imageRef = reference;
		const found = reference && await registryImage(host, reference, onlyPlatform(request));
		if (found) {
			draft.imageDigest = found.imageDigest ?? draft.imageDigest ?? null;
			draft.configDigest ??= found.configDigest;
			draft.platform = found.platform ?? draft.platform ?? null;
			draft.sizes = found.sizes && {
				...found.sizes,
				...previous && { previous }
			};
		}
	}
	if ((!require_container.loads(request) || await noteBuilt(host, draft)) && draft.evidence === "unknown") draft.evidence = "real";
	if (draft.sizes) host.log.info(sizeLine(draft.sizes));
}
/**
* Takes over what the engine says of a loaded image. A stand-in that the Dockerfile itself starts from is known by the
* label it hands down. False where the engine says nothing, so that nobody can tell.
*/
async function noteBuilt(host, draft) {
	const built = await inspectBuilt(host, draft.tags[0] ?? "");
	draft.sizeBytes = built?.sizeBytes ?? null;
	draft.platform ??= built?.platform ?? null;
	const { digest } = draft;
	const answers = digest !== null && built?.references.some((name) => name.endsWith(`@${digest}`));
	if (!draft.pushed) draft.imageRef = answers ? referenceByDigest(draft.tags[0], digest) : null;
	if (built?.standIn) noteReplaced(draft, [built.standIn]);
	return built !== null;
}
function requireDigest(draft) {
	if (draft.digest !== null) return;
	throw new require_action_kit.StepFailure({
		code: "push-failed",
		message: "the build ended well, but the builder names no digest of what it pushed",
		remedy: "Look for the tag in the registry; a builder of the docker-container driver always names the digest."
	});
}
function sizeLine({ compressedBytes, layers, previous }) {
	const size = `compressed size: ${require_container.readableBytes(compressedBytes)} in ${layers.length} layers`;
	if (!previous) return size;
	const delta = compressedBytes - previous.compressedBytes;
	return `${size}, ${delta < 0 ? "-" : "+"}${require_container.readableBytes(Math.abs(delta))} beside ${previous.ref}`;
}

// actions/build-image/src/lock-place.ts
/** The lock could not be read. `findings` say where. */
var LockUnreadable = class extends require_action_kit.StepFailure {
	findings;
	constructor(file, problems) {
		const remedy = "Correct it, or take a sound version from the history of the repository, or run `mia lock` anew. docs/lock.md says what it holds.";
		const message = problems.map(({ line, message: what }) => `${file}:${line}: ${what}`).join("\n");
		super({
			code: "unreadable-input",
			message: message.slice(0, 4e3),
			remedy
		});
		this.findings = problems.map(({ line, message: what }) => ({
			rule: "build/lock-unreadable",
			severity: "error",
			message: what.slice(0, 4e3),
			remedy,
			locations: [{
				file,
				line
			}]
		}));
	}
};
/** Reads the lock that is named, or the one beside the models where there is one. Throws LockUnreadable, and `unreadable-input`. */
async function readLock(host, named, imagesDir) {
	const file = host.files.relative(named ?? `${imagesDir}/models.lock.yaml`);
	if (named === void 0 && await host.files.kind(file) === void 0) return {
		file,
		lock: void 0,
		lineOf: () => 1
	};
	const { maxLockBytes, parseLock } = await Promise.resolve().then(() => require("./lock.cjs")).then((n) => n.lock_exports);
	const parsed = parseLock(await host.files.read(file, { maxBytes: maxLockBytes }));
	if (!parsed.ok) throw new LockUnreadable(file, parsed.problems);
	return {
		file,
		lock: parsed.lock,
		lineOf: parsed.lineOf
	};
}

// actions/build-image/src/pinned-images.ts
/**
* The images that the Dockerfile names by tag and the lock by digest, as build contexts: what was locked is what is built, however
* the tag has moved since. The frontend of a `# syntax=` line cannot be given so.
*/
function lockedContexts(pins, locked, dockerfile) {
	const digests = digestsOf(locked);
	return writtenBases(pins, dockerfile).filter((base) => base.digest === void 0 && !isFrontend(base, dockerfile)).flatMap(({ image }) => {
		const digest = digests.get(image);
		const value = `docker-image://${image}@${digest}`;
		return digest ? [{
			name: image.replace(/:latest$/, ""),
			value
		}] : [];
	});
}
/**
* What a build of this Dockerfile takes from elsewhere under a name that can move: images without a digest in the Dockerfile or the
* lock, git trees without a full commit, whatever a variable names.
*/
function movableNames(pins, locked, dockerfile) {
	const digests = digestsOf(locked);
	const bases = writtenBases(pins, dockerfile).filter((base) => base.digest === void 0 && (isFrontend(base, dockerfile) || !digests.get(base.image))).map(({ image }) => image);
	const sources = pins.sources.filter(({ ref, locations }) => isWritten(locations, dockerfile) && !/^[0-9a-f]{40}$/i.test(ref ?? "")).map(({ repository, ref }) => ref === null ? repository : `${repository}#${ref}`);
	return [
		...bases,
		...sources,
		...pins.unknown.map(({ what }) => what)
	];
}
/** The catalog's name of an image is the one in the lock: a tag always, a digest never. */
function digestsOf(locked) {
	return new Map((locked?.bases ?? []).map(({ image, digest }) => [image, digest]));
}
/** model.yaml names images too, which nothing fetches for that. */
function writtenBases(pins, dockerfile) {
	return pins.bases.filter(({ locations }) => isWritten(locations, dockerfile));
}
function isWritten(locations, { path }) {
	return locations.some(({ file }) => file === path);
}
function isFrontend({ locations }, { path, text }) {
	return locations.filter(({ file }) => file === path).map(({ line }) => line).some((line) => /^\s*(?:#|\/\/)/.test(text.split("\n", line)[line - 1] ?? ""));
}

// actions/build-image/src/read-pins.ts
const maxRequirementsBytes = 4194304;
const maxRounds = 5;
/** What the files of an image folder ask for by name, without asking anybody. Throws `unreadable-input`. */
async function readPins(host, { folder }, model, dockerfile) {
	const { hasModel, lockPins, readImage, wantedByLock } = await Promise.resolve().then(() => require("./dockerfile.cjs")).then((n) => n.src_exports);
	const read = async (name, maxBytes) => {
		const path = host.files.relative(`${folder}/${name}`);
		return {
			path,
			text: await host.files.read(path, {
				maxBytes,
				followLinks: "inside"
			})
		};
	};
	const names = (await host.files.list(folder, { sizes: false })).map(({ name }) => name);
	const requirements = [];
	for (const name of names.filter(isRequirements)) requirements.push(await read(name, maxRequirementsBytes));
	const modelFile = await read("model.yaml", require_action_kit.maxModelBytes);
	const files = /* @__PURE__ */ new Map();
	for (let round = 0;; round++) {
		const image = readImage({
			folder,
			dockerfile,
			modelFile,
			requirements,
			files
		}, model);
		if (!hasModel(image)) throw new Error("an image read with its model has one");
		const wanted = round < maxRounds ? wantedByLock(image) : [];
		if (wanted.length === 0) return lockPins(image);
		for (const path of wanted) files.set(path, await read(path, maxRequirementsBytes).catch(ifUnreadable));
	}
}
function ifUnreadable(error) {
	if (!(error instanceof require_action_kit.StepFailure)) throw error;
}
/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`. */
function isRequirements(name) {
	return /^(?:[\w.-]{1,100}[-_.])?requirements(?:[-_.][\w.-]{1,100})?\.txt$/.test(name);
}

// actions/build-image/src/assert-lock.ts
/** Holds the files against the lock. Throws `lock-drifted` and, where everything has to be locked, `lock-incomplete`. */
async function assertLock(host, draft, given, { model, dockerfile }) {
	const place = await readLock(host, given.lock, given["images-dir"]).catch((error) => {
		if (error instanceof LockUnreadable) draft.findings.push(...error.findings);
		throw error;
	});
	const isRequired = given["require-locked"];
	if (place.lock === void 0 && !isRequired && !given["skip-proven"]) {
		draft.lock = {
			file: place.file.slice(0, 4096),
			state: "absent",
			unknown: [],
			drift: []
		};
		return {
			locked: void 0,
			contexts: [],
			movable: void 0
		};
	}
	const pins = await readPins(host, {
		slug: draft.model,
		folder: draft.folder
	}, model, dockerfile);
	const locked = place.lock?.models[draft.model];
	const { incompleteParts, lockDrift } = await Promise.resolve().then(() => require("./lock.cjs")).then((n) => n.lock_exports);
	const comparison = {
		drift: lockDrift(pins, locked),
		missing: locked ? incompleteParts(locked) : []
	};
	const verdict = judgeLock(place, pins, comparison, isRequired);
	draft.lock = verdict.state;
	draft.findings.push(...verdict.findings);
	if (verdict.failure) throw new require_action_kit.StepFailure(verdict.failure);
	return {
		locked,
		contexts: lockedContexts(pins, locked, dockerfile).filter(({ name }) => !given["build-contexts"].some((context) => context.name === name)),
		movable: movableNames(pins, locked, dockerfile)
	};
}

// actions/build-image/src/context-digest.ts
/**
* SHA-256 over everything that the builder gets of a folder: path, permissions and content of files, targets of links. In the
* order of the walk, which is by name; what one folder holds is kept in memory, and no more. Throws `unreadable-input` for a file
* that cannot be read.
*/
async function contextDigest(host, folder, { ignore, selection }) {
	const hash = (0, node_crypto.createHash)("sha256");
	const pending = [];
	const inFolder = (path) => path === "" ? folder : `${folder}/${path}`;
	const takePending = async () => {
		for (const { path, kind } of pending.splice(0)) hash.update(`${JSON.stringify([
			path,
			kind,
			await contentOf(host, inFolder(path), kind)
		])}\n`);
	};
	await require_build_context.measureContext({
		list: async (path, options) => {
			await takePending();
			return host.files.list(inFolder(path), options);
		},
		readLink: (path) => host.files.readLink(inFolder(path)),
		ignore,
		selection,
		onPath: (path, kind, _, state) => {
			if (state === "selected" || state === "kept" && selection === void 0) pending.push({
				path,
				kind
			});
		}
	});
	await takePending();
	return hash.digest("hex");
}
async function contentOf(host, path, kind) {
	if (kind === "link") return await host.files.readLink(path) ?? null;
	return kind === "file" ? host.files.hash(path) : null;
}

// actions/build-image/src/measure.ts
const maxBytes = 1048576;
/** Measures what the build will send, without asking anybody. Throws `unreadable-input` for an ignore file that cannot be read. */
async function measure(host, order) {
	const { folder, dockerfile, target, buildArgs, contexts } = order;
	const { ignore, ignoreFile, notes } = await readIgnore(host, folder, dockerfile.path);
	const parsed = require_dockerfile_syntax.parseDockerfile(dockerfile.text);
	const selection = parsed.problems.length > 0 ? void 0 : require_dockerfile_syntax.contextSources(parsed, target, {
		buildArgs,
		contexts
	});
	const inFolder = (path) => path === "" ? folder : `${folder}/${path}`;
	return {
		measure: await require_build_context.measureContext({
			list: (path, options) => host.files.list(inFolder(path), options),
			readLink: (path) => host.files.readLink(inFolder(path)),
			entry: (path) => host.files.entry(inFolder(path)),
			ignore,
			selection
		}),
		ignore,
		ignoreFile,
		notes,
		selection
	};
}
/**
* The ignore file that BuildKit would take: the one beside the Dockerfile wins over the context's. Throws `unreadable-input` where
* the builder would not get past it.
*/
async function readIgnore(host, folder, dockerfile) {
	const { path, reads, passed } = await require_build_context.findIgnore({
		folder,
		dockerfile
	}, host.files);
	const texts = passed.map((one) => `${require_build_context.shownPath(one.path)} keeps nothing back: ${one.why}`);
	if (passed.some(({ stops }) => stops)) throw new require_action_kit.StepFailure({
		code: "unreadable-input",
		message: texts.join("; ").slice(0, 4e3),
		remedy: "Make it a regular file, or take it away."
	});
	return {
		ignore: reads === null ? require_build_context.emptyIgnoreFile : require_build_context.parseIgnore(await host.files.read(reads, { maxBytes })),
		ignoreFile: path,
		notes: texts
	};
}
/** The record's form of a measure, cut to its limits. */
function contextOf({ tree, kept, selected, largest, rules, unmatched }) {
	const short = (rows) => rows.slice(0, 50).map((row) => ({
		...row,
		text: row.text.slice(0, 1e3)
	}));
	return {
		tree,
		kept,
		selected,
		largest: largest.slice(0, 20).map(({ path, bytes }) => ({
			path: path.slice(0, 4096),
			bytes
		})),
		rules: short(rules),
		unmatched: short(unmatched)
	};
}

// actions/build-image/src/measure-within.ts
/** Measures the context into the record. Throws `context-too-large`. */
async function measureWithin(host, draft, given, dockerfile) {
	const buildArgs = Object.fromEntries(given["build-args"].flatMap(({ name, value }) => {
		const known = value ?? host.env[name];
		return known === void 0 ? [] : [[name, known]];
	}));
	const contexts = given["build-contexts"].map(({ name }) => name);
	const order = {
		folder: draft.folder,
		dockerfile,
		target: draft.target,
		buildArgs,
		contexts
	};
	const measured = await measure(host, order);
	const { measure: amounts, ignoreFile, notes } = measured;
	draft.context = contextOf(amounts);
	host.log.info(contextLine(measured));
	for (const note of notes) host.log.warn(note);
	for (const { path } of amounts.problems.filter(({ kind }) => kind === "locked")) host.log.warn(`${JSON.stringify(path)} of the build context may not be read: the builder gets it empty`);
	for (const { path, kind } of amounts.problems.filter(({ stops }) => stops)) host.log.warn(`the builder will stop at ${JSON.stringify(path)} of the build context (${kind})`);
	const budget = given["context-budget"];
	const over = budget === void 0 ? void 0 : require_build_context.overBudget(amounts, budget);
	if (over === void 0) return measured;
	throw new require_action_kit.StepFailure({
		code: "context-too-large",
		message: over.message.slice(0, 4e3),
		remedy: `Leave them out in ${ignoreFile ?? `${draft.folder}/.dockerignore`}, or copy fewer folders; \`mia context ${draft.folder}\` shows everything. Nothing was built.`
	});
}
function contextLine({ measure: { tree, kept, selected }, ignoreFile }) {
	const said = ({ files, bytes }) => `${require_container.readableBytes(bytes)} in ${files} ${files === 1 ? "file" : "files"}`;
	const left = ignoreFile === null ? "there is no .dockerignore" : `${said(kept)} after ${ignoreFile}`;
	const sent = selected === null ? "what is asked for is not known" : `${said(selected)} asked for`;
	return `build context: ${said(tree)}; ${left}; ${sent}`;
}

// actions/build-image/src/sources.ts
const ownRuntime = "images/runtime";
/** What of the files a build reads is not there: docker's own words for a missing folder name no input. */
async function sourceProblems(host, sources) {
	const { folder, file, runtimeContext: runtime, contexts } = sources;
	const problems = [];
	if (await host.files.kind(file ?? `${folder}/Dockerfile`) !== "file") problems.push(file === void 0 ? `${folder} holds no Dockerfile` : `input "file" names ${file}, which is no file`);
	if (await host.files.kind(runtime) !== "folder") problems.push(`input "runtime-context" names ${runtime}, which is no folder`);
	for (const { name, value } of contexts) {
		if (!value || !isPath(value) || await host.files.kind(value) === "folder") continue;
		problems.push(`input "build-contexts" sets ${name} to ${value}, which is no folder`);
	}
	return problems;
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
/** What the caller put in the place of a part of the image, as far as that is known without reading the Dockerfile. */
function replacedByOrder(host, parts) {
	const names = require_container.replacedContextNames(parts.contexts);
	if (!isOwnRuntime(host, parts.runtimeContext)) names.push(require_container.runtimeContextName);
	if (!(parts.folder === "." ? !parts.dockerfile.startsWith("../") : parts.dockerfile.startsWith(`${parts.folder}/`))) names.push("dockerfile");
	if (host.env[sourcePolicy]) names.push(`env:${sourcePolicy}`);
	return names.sort();
}
/** Build arguments that may change what the Dockerfile starts from. */
function replacedByArgs(dockerfile, args) {
	return args.length === 0 ? [] : require_container.replacedByArguments(dockerfile, args);
}

// actions/build-image/src/request.ts
/** The inputs as one request to buildx. */
function requestOf(given, parts) {
	const { draft, contentKey } = parts;
	const own = Object.fromEntries(given.labels.map(({ name, value }) => [name, value ?? ""]));
	return {
		context: draft.folder,
		dockerfile: parts.dockerfile,
		target: draft.target,
		tags: draft.tags,
		labels: {
			...own,
			...require_container.imageLabels(draft.model, draft.replacedContexts),
			...contentKey === void 0 ? {} : { [contentKeyLabel]: contentKey }
		},
		buildContexts: [
			{
				name: require_container.runtimeContextName,
				value: parts.runtimeContext
			},
			...given["build-contexts"],
			...parts.lockedContexts
		],
		buildArgs: given["build-args"],
		builder: given.builder ?? null,
		push: given.push,
		pushByDigest: given["push-by-digest"],
		...given.load === "auto" ? {} : { load: given.load === "true" },
		outputs: given.outputs,
		platforms: given.platforms,
		annotations: given.annotations,
		cache: parts.cache,
		cacheFrom: given["cache-from"],
		cacheTo: given["cache-to"],
		noCache: given["no-cache"],
		noCacheFilters: given["no-cache-filters"],
		pull: given.pull,
		secretEnvs: given["secret-envs"],
		secretFiles: given["secret-files"],
		ssh: given.ssh,
		provenance: given.provenance,
		sbom: given.sbom === "true" ? true : given.sbom === "false" ? false : given.sbom,
		...given.compression === "zstd" ? { compression: {
			type: "zstd",
			level: 3
		} } : {},
		...given.reproducible ? { reproducible: { epoch: parts.epoch } } : {},
		extra: given["extra-args"],
		metadataFile: parts.metadataFile
	};
}
/** 1980-01-01: a zip archive, and so a wheel, can hold no earlier time. */
const earliestZip = 315532800;
/** The time of a reproducible image, in seconds since 1970; undefined where the variable holds something else. */
function epochOf(variable) {
	if (!variable) return earliestZip;
	return /^\d{1,12}$/.test(variable) ? Number(variable) : void 0;
}

// actions/build-image/src/secrets.ts
/** A secret of more than this is blanked as far as it was read; keys and tokens have some kilobytes. */
const maxSecretBytes = 65536;
/** Blanking a very short value would cut ordinary words to pieces and hide nothing. */
const shortest = 4;
/** A line of a longer secret on its own, such as of a key, is blanked from here on. */
const shortestLine = 8;
/** What of the request's secrets is not there, in words. Nothing is started for that. */
async function missingOf(host, request) {
	const paths = [...(request.secretFiles ?? []).map(({ path }) => path), ...(request.ssh ?? []).flatMap(({ paths: keys }) => keys)];
	const there = /* @__PURE__ */ new Set();
	for (const path of paths) if (await isReadable(host, path)) there.add(path);
	return require_container.missingSecrets(request, {
		hasVariable: (name) => Boolean(host.env[name]),
		hasFile: (path) => there.has(path)
	});
}
async function isReadable(host, path) {
	if (await host.files.kind(path) === "other") return true;
	try {
		await host.files.readHead(path, 1);
		return true;
	} catch {
		return false;
	}
}
/**
* A function that blanks everything secret in text for a log or a record: values of secrets whatever they come from, of arguments
* named like secrets, and credentials in URLs. An instruction may print its secret, and BuildKit passes that on.
*/
async function blankerOf(host, request) {
	const blank = require_container.secretBlanker(request.buildArgs, host.env);
	const values = (request.secretEnvs ?? []).map(({ variable }) => host.env[variable] ?? "");
	for (const { path } of request.secretFiles ?? []) {
		const head = await host.files.readHead(path, maxSecretBytes).catch(() => /* @__PURE__ */ new Uint8Array());
		values.push(new TextDecoder().decode(head));
	}
	const words = [...new Set(values.flatMap(wordsOf))].sort((a, b) => b.length - a.length);
	if (words.length === 0) return blank;
	return (text) => words.reduce((blanked, word) => blanked.replaceAll(word, "***"), blank(text));
}
/** The value, and each line of one that has several: a log shows them line by line. */
function wordsOf(value) {
	const whole = value.trim();
	const lines = whole.includes("\n") ? whole.split(/\r?\n/).map((line) => line.trim()) : [];
	return [...whole.length >= shortest ? [whole] : [], ...lines.filter((line) => line.length >= shortestLine && !/^-----[A-Z ]+-----$/.test(line))];
}

// actions/build-image/src/cache-choice.ts
/** The typed cache that the inputs ask for. Each model has its own place, so that the legs of a matrix do not lose each other's. */
function cacheChoice(given, around) {
	const mode = given.cache;
	const ref = given["cache-ref"];
	const scope = given["cache-scope"] ?? around.slug;
	const write = given["cache-write"] === "auto" ? around.byDefault : given["cache-write"] === "true";
	const refuse = (input, message) => ({
		ok: false,
		problems: [{
			input,
			message
		}]
	});
	if (mode === "off") {
		if (ref !== void 0) return refuse("cache-ref", "names a place, but cache is off");
		if (given["cache-write"] === "true") return refuse("cache-write", "is true, but cache is off");
		return {
			ok: true,
			cache: { mode }
		};
	}
	if (mode === "gha") {
		if (ref !== void 0) return refuse("cache-ref", "goes with the caches registry and local; gha has cache-scope");
		if (!around.hasService) return refuse("cache", "is gha, but GitHub's cache service is known to actions only: ACTIONS_RUNTIME_TOKEN is not set");
		return {
			ok: true,
			cache: {
				mode,
				scope,
				write
			}
		};
	}
	if (mode === "local") {
		if (ref === void 0) return refuse("cache-ref", "must name the folder of the local cache");
		return {
			ok: true,
			cache: {
				mode,
				folder: ref,
				write
			}
		};
	}
	const [tag] = given.tags;
	if (ref === void 0 && tag === void 0) return refuse("cache-ref", "must name the place of the registry cache where there are no tags");
	return {
		ok: true,
		cache: {
			mode,
			ref: ref ?? require_container.cacheReference(tag ?? "", scope),
			write
		}
	};
}
/** Events whose code is the repository's own. Others run on the default branch too, and build what strangers sent. */
const ownEvents = [
	"push",
	"schedule",
	"workflow_dispatch",
	"repository_dispatch"
];
/**
* Whether a run may write the cache unasked: on the default branch, whose cache every other branch reads. A schedule
* runs nowhere else. Source: GitHub's docs on the events' refs.
*/
function writesByDefault(run, defaultBranch) {
	if (run.event === void 0 || !ownEvents.includes(run.event)) return false;
	if (run.event === "schedule") return true;
	return defaultBranch !== void 0 && run.ref === `refs/heads/${defaultBranch}`;
}

// actions/build-image/src/combination-problems.ts
const goesToRegistry = (given) => given.push || given["push-by-digest"];
/** Inputs that cannot be together, as far as they alone say so. What buildx refuses of a request is `requestProblems`. */
const rules = [
	...["push", "push-by-digest"].map((input) => [
		(given) => given[input] && given.tags.length === 0,
		input,
		"is true, but input \"tags\" is empty: name the registry in a tag, such as ghcr.io/owner/maptr:v1"
	]),
	[
		(given) => given["skip-proven"] && !goesToRegistry(given),
		"skip-proven",
		"needs push: only a registry can hold what was proven"
	],
	[
		(given) => given["skip-proven"] && given["push-by-digest"] && given["previous-ref"] === void 0,
		"skip-proven",
		"needs previous-ref where the image is pushed by digest: there is no tag to look under"
	],
	[
		(given) => given["skip-proven"] && (given.load === "true" || given.outputs.length > 0),
		"skip-proven",
		"does not go with load and outputs: what is skipped comes out nowhere else"
	],
	[
		(given) => given["skip-proven"] && (given["no-cache"] || given["no-cache-filters"].length > 0),
		"skip-proven",
		"does not go with no-cache and no-cache-filters, which ask for a build in any case"
	],
	[
		(given) => given["previous-ref"] !== void 0 && !goesToRegistry(given),
		"previous-ref",
		"needs push: an image in the engine has no compressed size to compare"
	],
	[
		(given) => given["no-cache"] && given["cache-from"].length > 0,
		"cache-from",
		"does not go with no-cache, which reads no cache"
	]
];
/** All of it at once. */
function combinationProblems(given) {
	return rules.filter(([wrong]) => wrong(given)).map(([, input, message]) => ({
		input,
		message
	}));
}

// actions/build-image/src/default-branch.ts
/** GitHub refuses webhook payloads above 25 MB (docs: webhook events and payloads, "Payload cap"). */
const maxEventBytes = 25e6;
/** The repository's default branch, as the event that started the workflow says it; undefined where it does not. */
async function defaultBranch({ env, files }) {
	const path = env.GITHUB_EVENT_PATH;
	if (!path) return void 0;
	try {
		const branch = JSON.parse(await files.read(path, { maxBytes: maxEventBytes }))?.repository?.default_branch;
		return typeof branch === "string" ? branch : void 0;
	} catch {
		return;
	}
}

// actions/build-image/src/sound-parts.ts
/** What a request is made of, once nothing speaks against it. Throws `invalid-input` or `secret-missing`. */
async function soundParts(host, draft, given, { runtime, path, metadataFile }) {
	const { event, ref } = {
		event: host.env.GITHUB_EVENT_NAME,
		ref: host.env.GITHUB_REF
	};
	const needsBranch = given.cache !== "off" && given["cache-write"] === "auto" && event !== void 0;
	const cache = cacheChoice(given, {
		slug: draft.model,
		byDefault: writesByDefault({
			event,
			ref
		}, needsBranch ? await defaultBranch(host) : void 0),
		hasService: Boolean(host.env.ACTIONS_RUNTIME_TOKEN)
	});
	const epoch = epochOf(host.env.SOURCE_DATE_EPOCH);
	const parts = {
		draft,
		dockerfile: path,
		runtimeContext: runtime,
		lockedContexts: [],
		cache: cache.ok ? cache.cache : { mode: "off" },
		epoch: epoch ?? 0,
		metadataFile
	};
	const request = requestOf(given, parts);
	const named = [...combinationProblems(given), ...cache.ok ? [] : cache.problems];
	const sources = {
		folder: draft.folder,
		file: given.file,
		runtimeContext: runtime
	};
	const problems = [
		...await sourceProblems(host, {
			...sources,
			contexts: given["build-contexts"]
		}),
		...named.map(({ input, message }) => `input "${input}" ${message}`),
		...require_container.requestProblems(request).map(({ input, message }) => `input "${input}": ${message}`),
		...given.reproducible && epoch === void 0 ? ["SOURCE_DATE_EPOCH in the environment must be whole seconds since 1970"] : []
	];
	const missing = await missingOf(host, request);
	if (problems.length > 0) throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: [...problems, ...missing].join("; ").slice(0, 4e3),
		remedy: "Correct the inputs; paths are relative to the workspace, and docs/build-image.md says what goes with what."
	});
	if (missing.length > 0) throw new require_action_kit.StepFailure({
		code: "secret-missing",
		message: missing.join("; ").slice(0, 4e3),
		remedy: "Give the variable to this step with env:, or write the file in a step before it. Nothing was built."
	});
	return parts;
}

// actions/build-image/src/plan-build.ts
const maxDockerfileBytes = 1048576;
/** Reading more than this for a label that no registry will be asked for is not worth its seconds. */
const maxUnaskedBytes = 536870912;
/**
* Reads, measures and decides all that can be known without docker, and fills in the draft. `metadataFile` is where buildx shall
* write. Throws StepFailure with every problem of the inputs at once.
*/
async function planBuild(host, draft, given, metadataFile) {
	draft.evidence = "unknown";
	const path = host.files.relative(given.file ?? `${draft.folder}/Dockerfile`);
	const runtime = await runtimeContext(host, given["runtime-context"]);
	const contexts = given["build-contexts"];
	noteReplaced(draft, replacedByOrder(host, {
		contexts,
		runtimeContext: runtime,
		dockerfile: path,
		folder: draft.folder
	}));
	draft.builder = given.builder ?? null;
	const model = await requireModel(host, draft);
	const parts = await soundParts(host, draft, given, {
		runtime,
		path,
		metadataFile
	});
	const dockerfile = {
		path,
		text: await host.files.read(path, { maxBytes: maxDockerfileBytes })
	};
	noteReplaced(draft, replacedByArgs(dockerfile.text, given["build-args"]));
	warnOfSecrets(host, given["build-args"]);
	const measured = await measureWithin(host, draft, given, dockerfile);
	const lock = await assertLock(host, draft, given, {
		model,
		dockerfile
	});
	const known = {
		...parts,
		lockedContexts: lock.contexts
	};
	const request = requestOf(given, known);
	const key = await keyOf(host, draft, given, {
		request,
		measured,
		locked: lock.locked,
		dockerfile,
		runtime
	});
	if (key !== void 0) draft.contentKey = key;
	const labelled = key === void 0 ? request : requestOf(given, {
		...known,
		contentKey: key
	});
	return {
		request: labelled,
		dockerfile,
		measured,
		locked: lock.locked,
		movable: lock.movable,
		key,
		blank: await blankerOf(host, labelled)
	};
}
/** Nothing is built from a folder whose model.yaml nobody can read: the image could not be judged later. */
async function requireModel(host, draft) {
	const loaded = await require_action_kit.loadModel(host, {
		slug: draft.model,
		folder: draft.folder
	});
	if (loaded.ok) return loaded.model;
	draft.findings.push(...loaded.findings);
	throw loaded.failure;
}
function warnOfSecrets(host, args) {
	for (const { name } of args.filter((arg) => require_container.looksLikeSecret(arg.name))) host.log.warn(`the build argument ${name} is named like a secret, and anyone can read build arguments in the history of the image: use RUN --mount=type=secret. Its value is kept out of this log.`);
}
/** Only of a build of which nothing was replaced, and whose files can be read. */
async function keyOf(host, draft, given, build) {
	const { request, measured, locked, dockerfile, runtime } = build;
	if (draft.replacedContexts.length > 0) return void 0;
	const { bytes } = measured.measure.selected ?? measured.measure.kept;
	if (!require_container.pushes(request) && !given["skip-proven"] && bytes > maxUnaskedBytes) return void 0;
	try {
		const { ignore } = await readIgnore(host, runtime);
		return contentKey(request, {
			lock: locked ?? null,
			dockerfile: (await host.files.hash(dockerfile.path)).sha256,
			context: await contextDigest(host, draft.folder, measured),
			runtime: await contextDigest(host, runtime, {
				ignore,
				selection: void 0
			}),
			environment: host.env
		});
	} catch (error) {
		if (!(error instanceof require_action_kit.StepFailure)) throw error;
		host.log.info(`there is no content key: ${error.message}`);
		return;
	}
}

// actions/build-image/src/read-metadata.ts
/** What buildx wrote about the image. A build that says nothing of what it built has not succeeded, whatever its exit code. */
async function readMetadata(host, file, maySayNothing) {
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
	if (!maySayNothing && parsed.metadata.digest === null && parsed.metadata.configDigest === null) throw problem("its metadata names no image");
	return parsed.metadata;
}

// actions/build-image/src/build.ts
/** Builds the image of a draft record and fills in the record as facts become known. Throws StepFailure. */
async function build(host, draft, order) {
	const folder = await makeBuildFolder(host);
	try {
		await order.keepRecord();
		const plan = await planBuild(host, draft, order.given, `${folder}/metadata.json`);
		await order.keepRecord();
		const { request, previous, isProven } = await askAhead(host, draft, plan, order.given);
		if (isProven) return;
		await checkRoom(host, draft, previous);
		if (order.given.check === "error") await checkDockerfile(host, draft, request);
		refuseCancelled(host);
		const progress = await run(host, draft, {
			...plan,
			request
		}, order);
		const lockFailure = await noteMetadata(host, draft, {
			...plan,
			request
		}, order.given);
		noteCache(draft, request, progress);
		await noteOutcome(host, draft, request, previous);
		if (lockFailure) throw lockFailure;
	} finally {
		await removeBuildFolder(host, folder);
	}
	host.log.info(closingLine(draft));
}
/** Asks builder and registry what the request depends on, side by side. Throws what the builder cannot do. */
async function askAhead(host, draft, plan, given) {
	const [fitted, asked] = await Promise.allSettled([fitToBuilder(host, plan.request), askRegistry(host, draft, plan, given)]);
	refuseCancelled(host);
	if (fitted.status === "rejected") throw fitted.reason;
	if (asked.status === "rejected") throw asked.reason;
	return {
		request: fitted.value,
		...asked.value
	};
}
/** Throws `disk-full` where not even the context would fit. */
async function checkRoom(host, draft, previous) {
	const context = (draft.context?.selected ?? draft.context?.kept)?.bytes ?? 0;
	const free = await engineFreeBytes(host, draft.builder);
	const verdict = diskRoom(free, {
		context,
		previous: previous?.compressedBytes ?? 0
	});
	if (verdict.state === "scarce") host.log.warn(verdict.message);
	if (verdict.state !== "none") return;
	throw new require_action_kit.StepFailure({
		code: "disk-full",
		message: `${verdict.message}; nothing was built`,
		remedy: "Free space (docker buildx prune, docker image prune) or use a runner with a larger disk."
	});
}
async function run(host, draft, { request, blank }, { given, timeoutSeconds }) {
	const order = {
		blank,
		timeoutSeconds,
		retries: given.retries
	};
	const { exit, progress } = await runAttempts(host, request, order);
	draft.steps = progress.steps;
	draft.transferredBytes = progress.transferredBytes;
	draft.pulledBytes = progress.pulledBytes;
	draft.phases = progress.phases.slice(0, 1e3);
	for (const problem of progress.cacheProblems) host.log.info(blank(`cache: ${problem}`));
	if (exit.code === 0 && !exit.cancelled) return progress;
	const end = {
		exit,
		progress,
		blank,
		timeoutSeconds,
		dockerfile: request.dockerfile
	};
	throw await explainEnd(host, draft, end);
}
/** Takes over what buildx says it made, and holds that against the lock; gives the failure of that for later. */
async function noteMetadata(host, draft, { request, locked }, given) {
	const metadata = await readMetadata(host, request.metadataFile, (request.outputs ?? []).length > 0);
	draft.digest = metadata.digest;
	draft.imageDigest = metadata.imageDigest;
	draft.configDigest = metadata.configDigest;
	draft.platform = metadata.platform;
	draft.builder = metadata.builder ?? draft.builder;
	draft.pushed = require_container.pushes(request);
	if (metadata.pins !== null) draft.pins = metadata.pins.slice(0, 500);
	if (given.check === "warn") draft.findings.push(...require_container.checkFindings(metadata.checks, {
		file: request.dockerfile,
		severity: "warning"
	}));
	if (locked === void 0 || draft.lock === void 0) return void 0;
	const { materialsDrift } = await Promise.resolve().then(() => require("./lock.cjs")).then((n) => n.lock_exports);
	const replaced = given["build-contexts"].map(({ name, value }) => ({
		name,
		value: value ?? ""
	}));
	const compared = metadata.pins && materialsDrift(metadata.pins, locked, replaced);
	const check = compared && withoutReplaced(compared, draft.replacedContexts);
	const circumstances = {
		isRequired: given["require-locked"],
		pushed: draft.pushed
	};
	const verdict = judgeMaterials(draft.lock, check, circumstances);
	draft.lock = verdict.state;
	if (verdict.leftOut.length > 0) host.log.info(`not held against the lock, since the caller replaced them: ${verdict.leftOut.join(", ")}`);
	return verdict.failure && new require_action_kit.StepFailure(verdict.failure);
}
function noteCache(draft, request, progress) {
	const { from, to } = require_container.cacheValues(request);
	const typed = request.cache?.mode ?? "off";
	const cut = (values) => values.slice(0, 50).map((value) => value.slice(0, 1e3));
	draft.cache = {
		mode: typed === "off" && from.length + to.length > 0 ? "raw" : typed,
		from: cut(from),
		to: cut(to),
		written: progress.cacheWritten
	};
}
function refuseCancelled(host) {
	if (!host.signal.aborted) return;
	throw new require_action_kit.StepFailure({
		code: "cancelled",
		message: "the build was cancelled before it began",
		remedy: "Run the step again."
	});
}
function closingLine(draft) {
	const { steps, digest, configDigest } = draft;
	const share = steps ? `, ${steps.cached} of ${steps.total} instructions from the cache` : "";
	const replaced = draft.replacedContexts.length > 0 ? ` (replaced: ${draft.replacedContexts.join(", ")})` : "";
	const evidence = draft.evidence === "real" ? "" : `; evidence: ${draft.evidence}${replaced}`;
	return `built ${draft.tags.join(", ")}: ${digest ?? configDigest ?? "no digest"}${share}${evidence}`;
}

// actions/build-image/src/dry-run.ts
/** What a build would do, for people; nothing was started for it. The command comes last, on one line that can be pasted. */
function dryRunPage(draft, plan, given) {
	const rows = [
		["model", `${draft.model} (${draft.folder}), target ${draft.target}`],
		["tags", draft.tags.join(", ")],
		["context", contextText(draft)],
		["lock", lockText(draft, plan)],
		["content key", plan.key ?? "none: something is replaced, or the context is too large to be read for nothing"],
		["replaced", draft.replacedContexts.join(", ") || "nothing"],
		["cache", cacheText(plan)],
		["before the build", questions(plan, given)]
	];
	const largest = (draft.context?.largest ?? []).slice(0, 3).map(({ path, bytes }) => `  ${require_container.readableBytes(bytes)}  ${path}`);
	const width = Math.max(...rows.map(([name]) => name.length));
	return `${[
		...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
		...largest.length > 0 ? [
			"",
			"largest files sent:",
			...largest
		] : [],
		"",
		"nothing was built. The command:",
		plan.blank(shownCommand(plan.request))
	].map((line) => require_action_kit.neutral(require_action_kit.plainLine(line))).join("\n")}\n`;
}
function contextText({ context }) {
	if (!context) return "not measured";
	const { tree, kept, selected } = context;
	const sent = selected === null ? "asked for: not known" : `asked for: ${require_container.readableBytes(selected.bytes)}`;
	return `${require_container.readableBytes(tree.bytes)}, after .dockerignore ${require_container.readableBytes(kept.bytes)}, ${sent}`;
}
function lockText({ lock }, { movable }) {
	if (!lock) return "none";
	const open = lock.unknown.length > 0 ? `, ${lock.unknown.length} not known` : "";
	const moving = movable && movable.length > 0 ? `; can move: ${movable.slice(0, 8).join(", ")}` : "";
	return `${lock.file}: ${lock.state}${open}${moving}`;
}
function cacheText({ request: { cache, cacheFrom = [], cacheTo = [] } }) {
	const raw = cacheFrom.length + cacheTo.length > 0 ? ", and raw ones" : "";
	if (cache === void 0 || cache.mode === "off") return `off${raw}`;
	const place = cache.mode === "registry" ? cache.ref : cache.mode === "gha" ? cache.scope : cache.folder;
	return `${cache.mode} ${place}, ${cache.write ? "read and written" : "only read"}${raw}`;
}
function questions({ request }, given) {
	const asked = [
		...dependsOnDriver(request) ? ["the builder, for its driver"] : [],
		...given["skip-proven"] ? ["the registry, whether it holds the content key"] : [],
		...require_container.pushes(request) ? ["the registry, for the size of the image before"] : [],
		...given.check === "error" ? ["BuildKit, for its checks"] : []
	];
	return asked.length > 0 ? `would ask ${asked.join("; ")}` : "would ask nobody";
}

// actions/build-image/src/input-fields.ts
/** Names of stages, builders and scopes. */
const objectName = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$/;
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
/** Turns a field's value into another; `read` gives the problems where that cannot be. */
function mapped(field, read) {
	return field.transform((value, context) => {
		const result = read(value);
		if (result.ok) return result.value;
		context.addIssue({
			code: "custom",
			message: `has ${result.problems.join("; ")}`
		});
		return require_zod.NEVER;
	}).meta({ ...require_action_kit.fieldMeta(field) });
}
/** `NAME=VALUE` lines. */
function pairs(field, parse) {
	return mapped(field, (entries) => {
		const result = parse(entries);
		return result.ok ? {
			ok: true,
			value: result.pairs
		} : result;
	});
}
/** Lines of which only so many are taken, and each must please. `problemOf` says of a line what is wrong; it may be a secret. */
function someLines(about, problemOf, most = 50) {
	return refined(require_action_kit.lines(about), (entries) => {
		if (entries.length > most) return `has more than ${most} lines`;
		const bad = entries.findIndex((line) => problemOf(line) !== void 0);
		return bad < 0 ? void 0 : `line ${bad + 1}: ${problemOf(entries[bad] ?? "")}`;
	});
}
/** A whole number from 0 up to `most`. */
function wholeNumber(about) {
	const { most, default: byDefault, ...described } = about;
	return require_zod.string().default(String(byDefault)).transform((value, context) => {
		const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
		if (number <= most) return number;
		const message = `is ${JSON.stringify(value.slice(0, 40))}; write a whole number from 0 to ${most}`;
		context.addIssue({
			code: "custom",
			message
		});
		return require_zod.NEVER;
	}).meta({
		...described,
		default: String(byDefault)
	});
}
/** A number of MiB, with up to three decimals; undefined where the input is absent. */
function mebibytes(about) {
	return mapped(require_action_kit.optionalText({
		placeholder: "MIB",
		...about
	}), (value) => {
		if (value === void 0) return {
			ok: true,
			value: void 0
		};
		if (/^\d{1,9}(?:\.\d{1,3})?$/.test(value)) return {
			ok: true,
			value: Number(value)
		};
		return {
			ok: false,
			problems: [`${JSON.stringify(value.slice(0, 40))}; write a number of MiB, such as 200`]
		};
	});
}

// actions/build-image/src/cache-inputs.ts
/** What of earlier builds is used, and what is kept for later ones. */
const cacheInputs = {
	cache: require_action_kit.choice({
		description: "Where finished steps are kept from one run to the next: in a registry, in GitHub's cache, in a folder, or not at all.",
		values: [
			"off",
			"registry",
			"gha",
			"local"
		],
		default: "off"
	}),
	"cache-ref": require_action_kit.optionalText({
		description: "Place of the cache. registry: an image name, by default the first tag's repository with the tag cache-<scope>. local: a folder.",
		placeholder: "REF|FOLDER"
	}),
	"cache-scope": refined(require_action_kit.optionalText({
		description: "Name that keeps caches of different images apart. Default: the model's slug.",
		placeholder: "NAME"
	}), (value) => value === void 0 || objectName.test(value) ? void 0 : "is letters, digits, . _ and -"),
	"cache-write": require_action_kit.choice({
		description: "Whether the typed cache is written. auto: on pushes and runs of the default branch only, and never outside of a workflow.",
		values: [
			"auto",
			"true",
			"false"
		],
		default: "auto"
	}),
	"cache-from": someLines({
		description: "Further caches to read, as buildx writes them, one a line.",
		placeholder: "CACHE"
	}, rawProblem),
	"cache-to": someLines({
		description: "Further caches to write, as buildx writes them, one a line. They are written on every branch.",
		placeholder: "CACHE"
	}, rawProblem),
	"no-cache": require_action_kit.flag({
		description: "Build every stage anew.",
		default: false
	}),
	"no-cache-filters": require_action_kit.lines({
		description: "Stages that are built anew, one a line.",
		placeholder: "STAGE"
	}),
	pull: require_action_kit.flag({
		description: "Ask the registries whether the tags that the Dockerfile starts from have moved.",
		default: false
	})
};
/** A cache's own credentials (`token=`, `secret_access_key=`) would stand in the process list and the log. */
function rawProblem(line) {
	if (line.length > 1e3) return "is too long";
	return /(?:^|,)"?(?:ghtoken|token|secret_access_key|session_token|secret_key|account_key)=/i.test(line) ? "holds a credential, which anyone could read in the process list; give it in the environment" : void 0;
}

// actions/build-image/src/parse-named.ts
const maxPairs = 200;
const namePattern = /^[A-Za-z0-9][\w.,:/[\]-]{0,299}$/;
/** Reads `NAME=VALUE` lines of labels or annotations; all mistakes are told at once. A value may be empty, but not missing. */
function parseNamed(lines, problemOf = () => void 0) {
	if (lines.length > maxPairs) return {
		ok: false,
		problems: [`more than ${maxPairs} lines`]
	};
	const seen = /* @__PURE__ */ new Set();
	const pairs = [];
	const problems = [];
	for (const [index, line] of lines.entries()) {
		const at = line.indexOf("=");
		const name = (at < 0 ? line : line.slice(0, at)).trim();
		const problem = at < 0 ? "write NAME=VALUE" : seen.has(name) ? "is given twice" : namePattern.test(name) ? problemOf(name) : "the name is no name";
		seen.add(name);
		if (problem) problems.push(`line ${index + 1} (${JSON.stringify(name.slice(0, 80))}): ${problem}`);
		else pairs.push({
			name,
			value: line.slice(at + 1).trim()
		});
	}
	return problems.length > 0 ? {
		ok: false,
		problems
	} : {
		ok: true,
		pairs
	};
}

// actions/build-image/src/output-inputs.ts
/** How the image is called and where it goes. */
const outputInputs = {
	tags: refined(require_action_kit.lines({
		description: "Tags of the image, one a line. Default: model-image/<slug>:latest.",
		placeholder: "TAG"
	}), tagProblem),
	labels: pairs(require_action_kit.lines({
		description: "Labels of the image, one NAME=VALUE a line, beside those this action sets.",
		placeholder: "NAME=VALUE"
	}), (entries) => parseNamed(entries, labelProblem)),
	annotations: pairs(require_action_kit.lines({
		description: "Annotations of the manifest, one NAME=VALUE a line; NAME may begin with manifest: or index:.",
		placeholder: "NAME=VALUE"
	}), (entries) => parseNamed(entries)),
	platforms: refined(require_action_kit.lines({
		description: "Platforms to build for, one a line, such as linux/amd64. Default: the builder's own.",
		placeholder: "PLATFORM"
	}), (entries) => entries.length > 20 ? "has more than 20 lines" : void 0),
	load: require_action_kit.choice({
		description: "Puts the image into the engine. auto: where it goes nowhere else.",
		values: [
			"auto",
			"true",
			"false"
		],
		default: "auto"
	}),
	push: require_action_kit.flag({
		description: "Push the image to the registry of its tags instead of loading it into the engine.",
		default: false
	}),
	"push-by-digest": require_action_kit.flag({
		description: "Push without a tag, to the repositories of tags; a later step makes the tag or an index of several platforms.",
		default: false
	}),
	outputs: someLines({
		description: "Further outputs as buildx writes them, one a line, such as type=oci,dest=image.tar. A comma inside a value needs quotes around the whole field.",
		placeholder: "OUTPUT"
	}, (line) => line.length > 4e3 ? "is too long" : void 0)
};
function tagProblem(tags) {
	const bad = tags.find((tag) => !require_container.isImageTag(tag));
	if (bad !== void 0) return `has ${JSON.stringify(bad.slice(0, 100))}, which is no image tag; write such as ghcr.io/owner/maptr:v1`;
	return tags.length > 50 ? "has more than 50 lines" : void 0;
}
/** Ours say what the image is, and nobody else may. */
function labelProblem(label) {
	return label.startsWith(require_container.labelNames.model.replace(/[^.]*$/, "")) ? "this label is set by the action itself" : void 0;
}

// actions/build-image/src/inputs.ts
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
	file: require_action_kit.optionalText({
		description: "Dockerfile to build. Default: the one in the model's folder, which is the build context either way; one from outside of it makes the result a stand-in.",
		placeholder: "FILE"
	}),
	target: refined(require_action_kit.text({
		description: "Stage of the Dockerfile to build: runtime or dev.",
		default: "runtime"
	}), (value) => objectName.test(value) ? void 0 : "must be the name of a stage"),
	...outputInputs,
	...cacheInputs,
	"build-contexts": pairs(require_action_kit.lines({
		description: "Build contexts, one NAME=VALUE a line, where VALUE is a folder or docker-image://REFERENCE. Each replaces the stage or image of that name and makes the result a stand-in.",
		placeholder: "NAME=VALUE"
	}), contextPairs),
	"build-args": pairs(require_action_kit.lines({
		description: "Build arguments, one NAME=VALUE a line, or NAME to take the value from the environment. Not for secrets. One that can change a FROM makes the result a stand-in.",
		placeholder: "NAME=VALUE"
	}), require_container.parseBuildArgs),
	"secret-envs": mapped(require_action_kit.lines({
		description: "Secrets for RUN --mount=type=secret from variables, one ID=VARIABLE a line. Never the value itself.",
		placeholder: "ID=VARIABLE"
	}), (entries) => ({
		ok: true,
		value: require_container.parseSecretEnvs(entries)
	})),
	"secret-files": mapped(require_action_kit.lines({
		description: "Secrets for RUN --mount=type=secret from files, one ID=PATH a line.",
		placeholder: "ID=PATH"
	}), (entries) => ({
		ok: true,
		value: require_container.parseSecretFiles(entries)
	})),
	ssh: mapped(require_action_kit.lines({
		description: "Keys for RUN --mount=type=ssh, one a line: default for the agent of SSH_AUTH_SOCK, or ID=PATH.",
		placeholder: "ID[=PATH]"
	}), (entries) => ({
		ok: true,
		value: require_container.parseSsh(entries)
	})),
	provenance: require_action_kit.choice({
		description: "Attach an attestation of how the image was built. off: the digest is the image's own and the same for equal builds; with min or max it is an index that differs at every build.",
		values: [
			"off",
			"min",
			"max"
		],
		default: "off"
	}),
	sbom: refined(require_action_kit.text({
		description: "Attach a list of the packages inside: false, true, or the image of another generator.",
		default: "false",
		placeholder: "true|false|IMAGE"
	}), (value) => /^(?:true|false)$/.test(value) || require_container.isImageTag(value.replace(/@sha256:[0-9a-f]{64}$/, "")) ? void 0 : "must be true, false or the name of an image"),
	compression: require_action_kit.choice({
		description: "How layers are packed. zstd is smaller and faster to unpack, and needs Docker 23 or containerd 1.5 to pull.",
		values: ["default", "zstd"],
		default: "default"
	}),
	reproducible: require_action_kit.flag({
		description: "Give every file and the image the time SOURCE_DATE_EPOCH (1980-01-01 where it is not set), so that equal builds have equal digests.",
		default: false
	}),
	check: require_action_kit.choice({
		description: "What BuildKit's own checks of the Dockerfile become: nothing, warnings, or errors before anything is built.",
		values: [
			"off",
			"warn",
			"error"
		],
		default: "warn"
	}),
	"context-budget": mebibytes({ description: "Fail before the build where it would send more MiB than that, and name the largest files." }),
	lock: require_action_kit.optionalText({
		description: "Lock file to hold the build against. Default: models.lock.yaml under images-dir, where there is one.",
		placeholder: "FILE"
	}),
	"require-locked": require_action_kit.flag({
		description: "Fail where the lock is not there or does not hold everything, before and after the build.",
		default: false
	}),
	"skip-proven": require_action_kit.flag({
		description: "Build nothing where the registry already holds an image made of exactly this. Needs push, and every base by digest.",
		default: false
	}),
	"previous-ref": refined(require_action_kit.optionalText({
		description: "Image that the size is compared with, and that skip-proven asks for. Default: what the first tag named before, asked for only where the image is pushed.",
		placeholder: "IMAGE"
	}), (value) => value === void 0 || require_container.isImageTag(value.replace(/@sha256:[0-9a-f]{64}$/, "")) ? void 0 : "must be the name of an image"),
	retries: wholeNumber({
		description: "How often a build is tried again after a failure of the network or a registry that may pass.",
		default: 1,
		most: 10,
		placeholder: "NUMBER"
	}),
	builder: refined(require_action_kit.optionalText({
		description: "Name of the buildx builder. Default: the current one.",
		placeholder: "NAME"
	}), (value) => value === void 0 || objectName.test(value) ? void 0 : "must be the name of a buildx builder"),
	"runtime-context": require_action_kit.optionalText({
		description: "Folder of the Python package that runs inside every image, given to the build as the context model-runtime. Default: images/runtime of the workspace, or the one these actions ship; any other makes the result a stand-in.",
		placeholder: "FOLDER"
	}),
	"extra-args": mapped(require_action_kit.lines({
		description: "Further options of docker buildx build, one --option=value a line: --add-host, --allow, --cgroup-parent, --network, --resource, --shm-size, --ulimit.",
		placeholder: "OPTION"
	}), (entries) => {
		const read = require_container.parseExtraArguments(entries);
		return read.ok ? {
			ok: true,
			value: [...read.extra]
		} : read;
	}),
	timeout: require_action_kit.duration({ description: "Time the build may take, such as 90m. Default: 2h." }),
	"dry-run": require_action_kit.flag({
		description: "Measure, decide and print the exact command; start nothing.",
		default: false
	})
};
function contextPairs(entries) {
	const result = require_container.parseBuildContexts(entries);
	if (!result.ok || !result.pairs.some((pair) => pair.name === "model-runtime")) return result;
	return {
		ok: false,
		problems: [`the context ${require_container.runtimeContextName}; it is set by the input runtime-context`]
	};
}

// actions/build-image/src/build-image.ts
var build_image_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ buildImage: () => buildImage });
/** Seconds a build may take where the caller names no limit: CUDA extensions compile for the better part of an hour. */
const defaultTimeoutSeconds = 7200;
const buildImage = require_action_kit.defineAction({
	name: "build-image",
	description: "Builds a model's image with docker buildx, holds it against its lock, and records what was sent, what came out and what stood in for what.",
	inputs,
	outputs: {
		"image-ref": "The image to run: name@digest where a registry or the engine answers to one, else its first tag.",
		digest: "Digest of what a registry serves for the tag: an index where provenance or several platforms made one; empty where the engine keeps none.",
		"image-digest": "Digest of the image's own manifest, the same for equal builds; digest itself where that is no index.",
		"config-digest": "Digest of the image configuration.",
		size: "Compressed bytes of a pushed image, else the bytes a loaded one takes in the engine; empty where neither is known.",
		"context-bytes": "Bytes of the files that the build asks for, before any are sent.",
		"cached-share": "Instructions that came from the cache, in whole percent.",
		lock: "held, incomplete, drifted or absent.",
		"content-key": "Names everything the image is made of; empty where something was replaced.",
		skipped: "true where the registry already held this image and nothing was built."
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
		const results = given["results-dir"];
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
			builder: null,
			reproducible: given.reproducible
		};
		if (given["dry-run"]) {
			let print = "";
			const record = await require_action_kit.recordStep(host, {
				...seed,
				tags
			}, async (draft) => {
				const plan = await planBuild(host, draft, given, `${results}/build-metadata-${found.slug}.json`);
				print = dryRunPage(draft, plan, given);
			});
			if (record.failure) throw new require_action_kit.StepFailure(record.failure);
			return {
				records: [],
				outputs: outputsOf(record, ""),
				print
			};
		}
		const timeoutSeconds = given.timeout ?? defaultTimeoutSeconds;
		const record = await require_action_kit.recordStep(host, {
			...seed,
			tags
		}, async (draft) => {
			const keepRecord = async () => {
				await require_action_kit.writeRecords(host.files, results, [killed(draft)]);
			};
			await build(host, draft, {
				given,
				timeoutSeconds,
				keepRecord
			});
		});
		return {
			records: [record],
			outputs: outputsOf(record, imageReference(record, isLoaded(given)))
		};
	},
	post: removeLeftovers
});
/** What stays where this process is killed in the middle of the step: a step that wrote nothing could not be told from one never run. */
function killed(draft) {
	return {
		...draft,
		status: "failed",
		evidence: "unknown",
		failure: {
			code: "cancelled",
			message: "the step was killed while it was building, before it could say what became of the build",
			remedy: "Run the step again; finished instructions are in the builder's cache."
		}
	};
}
/** Whether the image goes into the engine, as far as the inputs decide. */
function isLoaded(given) {
	if (given.load !== "auto") return given.load === "true";
	return !(given.push || given["push-by-digest"] || given.outputs.length > 0);
}
function outputsOf(record, reference) {
	const { steps, context } = record;
	const size = record.sizes?.compressedBytes ?? record.sizeBytes;
	const share = steps && steps.total > 0 ? Math.floor(100 * steps.cached / steps.total) : void 0;
	return {
		"image-ref": reference,
		digest: record.digest ?? "",
		"image-digest": record.imageDigest ?? "",
		"config-digest": record.configDigest ?? "",
		size: String(size ?? ""),
		"context-bytes": String((context?.selected ?? context?.kept)?.bytes ?? ""),
		"cached-share": String(share ?? ""),
		lock: record.lock?.state ?? "",
		"content-key": record.contentKey ?? "",
		skipped: String(record.status === "skipped")
	};
}

Object.defineProperty(exports, "build_image_exports", {
  enumerable: true,
  get: function () {
    return build_image_exports;
  }
});