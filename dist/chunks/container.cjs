const require_action_kit = require("./action-kit.cjs");
const require_zod = require("./zod.cjs");

// packages/container/src/build-csv.ts
/** Fields that Go's `encoding/csv` and buildx's own reader take as they stand, bare spaces at the ends excepted. */
const plainField = /^[^",\r\n\s](?:[^",\r\n]*[^",\r\n\s])?$/;
/**
* One field of a buildx option that is a CSV record (`--output`, `--secret`, `--cache-to`): a field with a comma, a quote, a
* line end or an outer space stands in quotes, with its quotes doubled. The quotes go around the whole field, `"src=a,b"`, as
* RFC 4180 has it: a quote behind the equal sign is refused.
*/
function csvField$1(text) {
	return plainField.test(text) ? text : `"${text.replaceAll("\"", "\"\"")}"`;
}
/** `NAME=VALUE` fields in the order given, as one record. */
function csvRecord(fields) {
	return fields.map(([name, value]) => csvField$1(`${name}=${value}`)).join(",");
}

// packages/container/src/build-request.ts
/** True where the build sends something to a registry, as far as the request itself tells. */
function pushes(request) {
	return request.push || request.pushByDigest === true || (request.outputs ?? []).some((output) => /(?:^|,)"?(?:push=(?:true|1)|type=registry)(?:"?,|"?$)/i.test(output));
}
/** True where the image is put into the engine. */
function loads(request) {
	return request.load ?? !(pushes(request) || (request.outputs ?? []).length > 0);
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

// packages/container/src/build-outputs.ts
/**
* Options for names and outputs. Plain pushing and loading are `--push` and `--load`, which any reader knows; with
* an attribute they are written out as exporters. Pushed by digest, a name has no tag, so the names stand in each exporter.
*/
function outputArguments(request) {
	const byDigest = request.pushByDigest === true;
	const attributes = attributesOf(request);
	const load = loads(request);
	const outputs = [];
	if (request.push || byDigest) {
		if (!byDigest && attributes.length === 0) outputs.push("--push");
		else outputs.push("--output", csvRecord([
			["type", "image"],
			...pushFields(request),
			...attributes
		]));
	}
	if (load) {
		if (!byDigest && attributes.length === 0) outputs.push("--load");
		else {
			const named = byDigest ? [["name", request.tags.join(",")]] : [];
			const loaded = attributes.filter(([name]) => name !== "oci-mediatypes");
			outputs.push("--output", csvRecord([
				["type", "docker"],
				...named,
				...loaded
			]));
		}
	}
	return [
		...byDigest ? [] : request.tags.flatMap((tag) => ["--tag", tag]),
		...outputs,
		...(request.outputs ?? []).flatMap((output) => ["--output", output])
	];
}
function pushFields(request) {
	if (!request.pushByDigest) return [["push", "true"]];
	return [
		["name", [...new Set(request.tags.map(repositoryOfTag))].join(",")],
		["push-by-digest", "true"],
		["name-canonical", "true"],
		["push", "true"]
	];
}
/**
* What the exporters are told of the image's bytes. OCI media types are asked for by name: BuildKit changed its default
* with 0.32, and digests with it; zstd and estargz exist in no other format.
*/
function attributesOf({ reproducible, compression }) {
	return [
		...reproducible !== void 0 || compression?.type === "zstd" || compression?.type === "estargz" ? [["oci-mediatypes", "true"]] : [],
		...reproducible ? [["rewrite-timestamp", "true"]] : [],
		...compression ? compressionFields(compression) : []
	];
}
function compressionFields({ type, level, force }) {
	return [
		["compression", type],
		...level === void 0 ? [] : [["compression-level", String(level)]],
		...force ? [["force-compression", "true"]] : []
	];
}

// packages/container/src/build-cache.ts
/** Level 3 packs about half as fast as level 1 and clearly tighter; above it, time grows faster than size shrinks. */
const cacheCompression = {
	type: "zstd",
	level: 3
};
/** Where the cache of a model lies beside its image: the same repository, so that no second one has to exist. */
function cacheReference(tag, slug) {
	return `${repositoryOfTag(tag)}:cache-${slug}`;
}
/** Values of `--cache-from` and `--cache-to`, the typed cache's first. */
function cacheValues(request) {
	const typed = typedValues(request);
	return {
		from: [...typed.from, ...request.cacheFrom ?? []],
		to: [...typed.to, ...request.cacheTo ?? []]
	};
}
function cacheArguments(request) {
	const { from, to } = cacheValues(request);
	return [...from.flatMap((value) => ["--cache-from", value]), ...to.flatMap((value) => ["--cache-to", value])];
}
/**
* All stages are kept (`mode=max`), not only the last. `ignore-error` because a cache that could not be written is no reason
* to lose an image that was pushed. The packing is the image's own where it has one: BuildKit packs each layer once more
* where the two differ.
*/
function typedValues({ cache, compression }) {
	if (cache === void 0 || cache.mode === "off") return {
		from: [],
		to: []
	};
	const kept = [["mode", "max"]];
	const packed = [
		["oci-mediatypes", "true"],
		["image-manifest", "true"],
		...compressionFields({
			...compression ?? cacheCompression,
			force: false
		})
	];
	const careful = [["ignore-error", "true"]];
	switch (cache.mode) {
		case "registry": return {
			from: [cache.ref, ...cache.from ?? []].map((ref) => csvRecord([["type", "registry"], ["ref", ref]])),
			to: cache.write ? [csvRecord([
				["type", "registry"],
				["ref", cache.ref],
				...kept,
				...packed,
				...careful
			])] : []
		};
		case "gha": return {
			from: [cache.scope, ...cache.from ?? []].map((scope) => csvRecord([["type", "gha"], ["scope", scope]])),
			to: cache.write ? [csvRecord([
				["type", "gha"],
				["scope", cache.scope],
				...kept,
				...careful
			])] : []
		};
		case "local": return {
			from: [csvRecord([["type", "local"], ["src", cache.folder]])],
			to: cache.write ? [csvRecord([
				["type", "local"],
				["dest", cache.folder],
				...kept,
				...packed,
				...careful
			])] : []
		};
	}
}

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
/**
* The arguments of `docker` for a request. Every value is its own argument; no shell sees them, and no secret's value is
* among them. The request shall have no `requestProblems`.
*/
function buildArguments(request) {
	return [
		...[
			"buildx",
			"build",
			...builderArguments(request),
			"--progress",
			"rawjson"
		],
		...attestationArguments(request),
		...sourceArguments(request),
		...(request.platforms ?? []).flatMap((platform) => ["--platform", platform]),
		...Object.entries(request.labels).flatMap(([name, value]) => ["--label", `${name}=${value}`]),
		...(request.annotations ?? []).flatMap((pair) => ["--annotation", joined(pair)]),
		...freshnessArguments(request),
		...cacheArguments(request),
		...secretArguments(request),
		...request.extra ?? [],
		...["--metadata-file", request.metadataFile],
		...outputArguments(request),
		pathArgument(request.context)
	];
}
/** The arguments that let BuildKit check the Dockerfile and build nothing; the answer is for `parseCheck`. */
function checkArguments(request) {
	return [
		...[
			"buildx",
			"build",
			...builderArguments(request),
			"--call",
			"check,format=json,ignorestatus=true"
		],
		...["--progress", "quiet"],
		...sourceArguments(request),
		...(request.platforms ?? []).flatMap((platform) => ["--platform", platform]),
		pathArgument(request.context)
	];
}
/**
* Environment of the build. Git facts are switched off: nobody reads them here, and they cost time in every build. The
* provenance in the metadata file, about 10 ms, says what the build started from; the warnings are BuildKit's checks.
*/
const buildEnvironment = {
	BUILDX_GIT_INFO: "false",
	BUILDX_METADATA_PROVENANCE: "min",
	BUILDX_METADATA_WARNINGS: "1",
	DOCKER_CLI_HINTS: "false",
	NO_COLOR: "1"
};
function builderArguments({ builder }) {
	return builder === null ? [] : ["--builder", builder];
}
function attestationArguments({ provenance, sbom, attests }) {
	const generator = typeof sbom === "string" ? csvRecord([["generator", sbom]]) : String(sbom ?? false);
	return [
		provenance === void 0 || provenance === "off" ? "--provenance=false" : `--provenance=mode=${provenance}`,
		`--sbom=${generator}`,
		...(attests ?? []).flatMap((value) => ["--attest", value])
	];
}
/** What is built: the Dockerfile, its target, contexts and arguments. */
function sourceArguments(request) {
	const { reproducible } = request;
	return [
		...[
			"--file",
			pathArgument(request.dockerfile),
			"--target",
			request.target
		],
		...request.buildContexts.flatMap((pair) => ["--build-context", joined(contextArgument(pair))]),
		...request.buildArgs.flatMap((pair) => ["--build-arg", joined(pair)]),
		...reproducible ? ["--build-arg", `SOURCE_DATE_EPOCH=${reproducible.epoch}`] : []
	];
}
function freshnessArguments({ noCache, noCacheFilters, pull }) {
	return [
		...noCache ? ["--no-cache"] : [],
		...(noCacheFilters ?? []).flatMap((stage) => ["--no-cache-filter", stage]),
		...pull ? ["--pull"] : []
	];
}
/** With its type written out: left to guess, buildx takes a variable for a secret file of the same name. */
function secretArguments({ secretEnvs, secretFiles, ssh }) {
	return [...(secretEnvs ?? []).map(({ id, variable }) => csvRecord([
		["id", id],
		["type", "env"],
		["env", variable]
	])), ...(secretFiles ?? []).map(({ id, path }) => csvRecord([
		["id", id],
		["type", "file"],
		["src", path]
	]))].flatMap((secret) => ["--secret", secret]).concat((ssh ?? []).flatMap(({ id, paths }) => ["--ssh", paths.length > 0 ? `${id}=${paths.join(",")}` : id]));
}
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

// packages/container/src/build-check.ts
const maxChecks$1 = 1e3;
const Place = require_zod.object({ line: require_zod.int().nonnegative().max(1e7) });
const Range = require_zod.object({
	start: Place,
	end: Place
});
const Places = require_zod.object({ ranges: require_zod.array(Range).nullish() }).nullish();
const Text = require_zod.string().transform((text) => text.slice(0, 4e3));
const Answer = require_zod.object({
	warnings: require_zod.array(require_zod.object({
		ruleName: Text.optional(),
		description: Text.optional(),
		detail: Text.optional(),
		url: Text.optional(),
		location: Places
	})).nullish(),
	buildError: require_zod.object({
		message: Text,
		location: Places
	}).nullish()
});
/** Reads the answer of `--call=check,format=json`; undefined where the text is none. */
function parseCheck(text) {
	const end = text.lastIndexOf("\n}");
	const parsed = Answer.safeParse(json$1(end < 0 ? text : text.slice(0, end + 2)));
	if (!parsed.success) return void 0;
	const { warnings, buildError } = parsed.data;
	return {
		checks: (warnings ?? []).slice(0, maxChecks$1).map((warning) => ({
			rule: warning.ruleName ?? "",
			message: warning.detail || warning.description || warning.ruleName || "BuildKit warns",
			url: warning.url ?? "",
			...linesOf(warning.location?.ranges)
		})),
		error: buildError ? {
			message: buildError.message,
			line: linesOf(buildError.location?.ranges).line
		} : null
	};
}
/** A warning as the metadata file has it; texts are base64. */
const VertexWarning = require_zod.object({
	short: require_zod.string().max(1e5).optional(),
	detail: require_zod.array(require_zod.string().max(1e5)).nullish(),
	url: require_zod.string().optional(),
	range: require_zod.array(Range).nullish()
});
/** The same check out of the metadata file: `Rule: what is wrong (line 11)` in base64. */
function checkOfWarning({ short, detail, url, range }) {
	const text = decoded(short ?? "");
	const [, rule = "", message = text] = /^([A-Z][A-Za-z]{2,60}): ([\s\S]*)$/.exec(text) ?? [];
	const lines = linesOf(range);
	return {
		rule,
		message: (message.replace(/ \(line \d{1,8}\)$/, "") || decoded(detail?.[0] ?? "") || "BuildKit warns").slice(0, 4e3),
		url: (url ?? "").slice(0, 1e3),
		...lines
	};
}
/** Checks as findings at their line; the first line where BuildKit names none. */
function checkFindings(checks, { file, severity }) {
	return checks.slice(0, maxChecks$1).map(({ rule, message, url, line, endLine }) => {
		const location = {
			file,
			line: line ?? 1,
			...endLine && line && endLine > line ? { endLine } : {}
		};
		return {
			rule: `build/${kebab(rule) || "check"}`,
			severity,
			message,
			remedy: /^https:\/\/docs\.docker\.com\//.test(url) ? `Read ${url}` : "Read BuildKit's page on build checks.",
			locations: [location]
		};
	});
}
function linesOf(ranges) {
	const first = ranges?.[0];
	if (!first || first.start.line < 1) return {
		line: null,
		endLine: null
	};
	return {
		line: first.start.line,
		endLine: Math.max(first.start.line, first.end.line)
	};
}
/** JSONArgsRecommended becomes json-args-recommended. */
function kebab(rule) {
	return /^[A-Za-z]{1,60}$/.test(rule) ? rule.replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3-$2$4").toLowerCase() : "";
}
function decoded(base64) {
	try {
		return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
	} catch {
		return "";
	}
}
function json$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

// packages/container/src/build-extra-arguments.ts
/**
* Options of buildx that have no input of their own and change neither what is built nor where it goes: each with what its
* value must look like. `--allow` gives an instruction a right that the builder must grant too.
*/
const options = {
	"--add-host": /^[A-Za-z0-9._-]{1,253}[:=](?:host-gateway|\[?[0-9A-Fa-f:.]{2,45}\]?)$/,
	"--allow": /^(?:network\.host|security\.insecure|device(?:=[\w./=-]{1,200})?)$/,
	"--cgroup-parent": /^[\w./:-]{1,300}$/,
	"--network": /^(?:default|none|host)$/,
	"--resource": /^[a-z][a-z-]{0,40}=[\w.]{1,40}(?:,[a-z][a-z-]{0,40}=[\w.]{1,40}){0,10}$/,
	"--shm-size": /^\d{1,15}[bkmg]?b?$/i,
	"--ulimit": /^[a-z]{2,20}=-?\d{1,20}(?::-?\d{1,20})?$/
};
/** Reads lines `--option=value` or `--option value`. All mistakes are told at once; options not on the list are refused. */
function parseExtraArguments(lines) {
	const problems = [];
	const extra = [];
	for (const [index, line] of lines.entries()) {
		const [, name = "", value = ""] = /^(--[a-z-]{1,40})[= ]\s{0,20}(\S.{0,999})$/.exec(line.trim()) ?? [];
		const pattern = Object.hasOwn(options, name) ? options[name] : void 0;
		if (pattern?.test(value)) extra.push(`${name}=${value}`);
		else if (pattern) problems.push(`line ${index + 1}: ${name} does not take that value`);
		else problems.push(`line ${index + 1}: write one of ${Object.keys(options).join(", ")} with its value`);
	}
	return problems.length > 0 ? {
		ok: false,
		problems
	} : {
		ok: true,
		extra
	};
}

// packages/container/src/build-phase-name.ts
/** First row that matches. The names are BuildKit's and its frontend's, as seen in fixtures/build. */
const phases = [
	[/^\[(?:internal|context [^\]]{1,300})\] load (?:build definition|\.dockerignore|build context|from client)/, "context"],
	[/^\[(?:internal|context [^\]]{1,300})\] load metadata for /, "pull"],
	[/^resolve image config for /, "pull"],
	[/^(?:docker-image|oci-layout|https?|git|ssh):\/\//, "pull"],
	[/^\[[^\]]{1,300}\] (?:FROM|(?:docker-image|oci-layout|https?|git|ssh):\/\/)/i, "pull"],
	[/^\[[^\]]{1,300}\] ADD (?:--\S{1,100} ){0,8}(?:(?:https?|git|ssh):\/\/|git@)/i, "pull"],
	[/^\[[^\]]{1,300}\] RUN\b/i, "run"],
	[/^\[[^\]]{1,300}\] (?:COPY|ADD)\b/i, "copy"],
	[/^importing cache manifest from /, "cache-import"],
	[/^(?:exporting cache to|preparing layers for inline cache)/, "cache-export"],
	[/^(?:exporting to |copying files|sending tarball)/, "export"],
	[/^pushing /, "push"]
];
/** The phase a step of BuildKit belongs to, by its name. WORKDIR, [auth] and what nobody knows is `other`. */
function phaseOfStep(name) {
	const start = name.slice(0, 500);
	return phases.find(([pattern]) => pattern.test(start))?.[1] ?? "other";
}
/**
* The phase of a part of a step, where it is another than the step's own: an export pushes, and a step taken from a
* registry's cache fetches its layers when somebody needs them, under the name of the instruction that once made them.
*/
function phaseOfStatus(id, step) {
	if (step === "export") return /^pushing (?:layers|manifest)/.test(id) ? "push" : void 0;
	if (step === "pull" || step === "context") return void 0;
	return /^(?:extracting )?sha256:/.test(id) && step !== "cache-export" ? "cache-import" : void 0;
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
/** Errors of the network under a request to a server, and servers that fail; `EOF` is a connection that was closed. */
const unreachable$1 = /(?:dial tcp|lookup|read tcp|write tcp|failed to do request)[^\n]{0,2000}(?:connection refused|connection reset|no such host|i\/o timeout|TLS handshake timeout|network is unreachable|no route to host|server misbehaving|Temporary failure|broken pipe|first record does not look like a TLS handshake|certificate signed by unknown authority|: EOF|unexpected EOF)|\b50[0234] (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\b/;
/** Of those, what may be over in a moment. */
const passing = /\b429 Too Many Requests\b|\btoomanyrequests\b|\b50[0234] (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\b|connection reset by peer|broken pipe|i\/o timeout|TLS handshake timeout|: EOF$|unexpected EOF/im;
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
		code: "builder-missing",
		message: "there is no builder of that name",
		remedy: "Create it first (docker buildx create, or docker/setup-buildx-action), or leave the input builder empty."
	},
	{
		pattern: /^(?:ERROR: failed to build: )?context deadline exceeded$/m,
		where: "tool",
		code: "builder-missing",
		message: "the builder does not answer",
		remedy: "Start it (docker buildx inspect --bootstrap shows what it says), or name another in the input builder."
	},
	{
		pattern: /failed to receive status: .{0,200}code = Unavailable|failed to solve: Unavailable: error reading from server/,
		where: "tool",
		code: "engine-lost",
		message: "the builder went away in the middle of the build",
		remedy: "Read the log of the Docker engine; it was stopped, crashed, or ran out of memory."
	},
	{
		pattern: /is not supported for the docker driver|not implemented for docker driver|conflicts with "unpack"/,
		where: "tool",
		code: "invalid-input",
		message: "this builder cannot make that output or cache",
		remedy: "Use a builder of the docker-container driver (docker/setup-buildx-action) in the input builder, or ask for less; docs/build-image.md says what each driver can do."
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
		code: "disk-full",
		message: "the disk of the builder is full",
		remedy: "Free space (docker buildx prune, docker image prune) or use a runner with a larger disk."
	},
	{
		pattern: /^ERROR: (?:failed to build: )?failed to stat [^\n]{1,4000}: no such file or directory$/m,
		where: "start",
		code: "secret-missing",
		message: "the file of a secret is not there",
		remedy: "Check the path in secret-files; it is relative to the workspace."
	},
	{
		pattern: /\bsecret [^\s:]{1,200}: not found|unset ssh forward key|invalid empty ssh agent socket|failed to convert agent config/,
		where: "tool",
		code: "secret-missing",
		message: "the Dockerfile asks for a secret or an SSH key that the build was not given",
		remedy: "Give it with secret-envs, secret-files or ssh, under the id that the Dockerfile names."
	},
	{
		pattern: /\b429 Too Many Requests\b|\btoomanyrequests\b|pull rate limit/i,
		where: "tool",
		code: "rate-limited",
		message: "a registry or server limits how often it is asked",
		remedy: "Log in to the registry before this step, since anonymous limits are low, or copy the base image to a registry of your own."
	},
	{
		pattern: /\b(?:401 Unauthorized|403 Forbidden)\b|(?:push|pull) access denied|insufficient_scope|authorization failed|no basic auth credentials/,
		where: "tool",
		code: "registry-refused",
		message: "the registry did not let this build in",
		remedy: "Check the name, and log in before this step (docker/login-action) with a right to read there, and to write where something is pushed."
	},
	{
		pattern: unreachable$1,
		where: "tool",
		code: "registry-unreachable",
		message: "a registry or server could not be reached, or failed itself",
		remedy: "Check the name of its host and that the builder reaches it; a mirror can stand in through build-contexts."
	},
	{
		pattern: /failed to push/,
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
		pattern: /failed to (?:resolve source metadata|do request|fetch anonymous token|authorize)/,
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
	const tool = toolText(progress);
	const step = [tool, ...progress.failed?.lastLines ?? []].join("\n");
	return buildFailureSigns.find(({ pattern, where }) => {
		if (where === "start" && progress.began) return false;
		return pattern.test(where === "step" ? step : tool);
	});
}
/**
* True where the same build, started again, may well succeed and can do no harm: a registry that was busy, failed or hung up
* while something was fetched, pushed or cached. Finished steps are in the builder's cache. An instruction that ran and
* failed is never tried again, whatever it printed, and neither is a registry that refused, or that is not there.
*/
function isRetriable(progress) {
	if (progress.failed && phaseOfStep(progress.failed.name) === "run") return false;
	const code = findBuildFailureSign(progress)?.code;
	return (code === "rate-limited" || code === "registry-unreachable") && passing.test(toolText(progress));
}
/** What docker, buildx and BuildKit say of the failure themselves. */
function toolText({ failed, plainLines }) {
	const errors = plainLines.filter((line) => line.startsWith("ERROR:"));
	return [failed?.error ?? "", ...errors.length > 0 ? errors : plainLines].map(withoutCommand).join("\n");
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

// packages/container/src/build-materials.ts
const maxPins = 500;
const Provenance = require_zod.object({
	materials: require_zod.array(require_zod.object({
		uri: require_zod.string().max(4096),
		digest: require_zod.record(require_zod.string(), require_zod.string().max(200)).nullish()
	})).max(2e4).nullish(),
	invocation: require_zod.object({
		parameters: require_zod.object({ args: require_zod.record(require_zod.string(), require_zod.unknown()).nullish() }).nullish(),
		environment: require_zod.object({ platform: require_zod.string().max(200).nullish() }).nullish()
	}).nullish()
});
/**
* What a build started from, out of its provenance (SLSA 0.2 `materials`, as moby/buildkit writes them): images as package
* URLs `pkg:docker/NAME@TAG?platform=...` with the digest that was resolved, git repositories as URL#REF with the
* commit as `sha1`, other addresses with their `sha256`. Sorted, each once.
*/
function pinsOf(provenance) {
	const pins = /* @__PURE__ */ new Map();
	for (const { materials, invocation } of provenance) {
		const frontend = String(invocation?.parameters?.args?.source ?? "");
		for (const { uri, digest } of materials ?? []) {
			const pin = pinOf(uri, digest ?? {}, frontend);
			if (pin && pins.size < maxPins) pins.set(`${pin.kind} ${pin.name} ${pin.value}`, pin);
		}
	}
	return [...pins].sort(([a], [b]) => a < b ? -1 : 1).map(([, pin]) => pin);
}
function pinOf(uri, digest, frontend) {
	const sha256 = /^[0-9a-f]{64}$/.test(digest.sha256 ?? "") ? `sha256:${digest.sha256}` : null;
	const image = /^pkg:docker\/([^?#]{1,400})/.exec(uri)?.[1];
	if (image !== void 0) {
		const name = imageName(image);
		return {
			kind: name.replace(/@.*$/, "") === frontend.replace(/@.*$/, "") || /(?:^|\/)docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(name) ? "frontend" : "base-image",
			name,
			value: sha256
		};
	}
	const name = withoutCredentials(uri).slice(0, 500);
	if (name === "") return void 0;
	const commit = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(digest.sha1 ?? "") ? digest.sha1 : null;
	if (commit !== null || /\.git(?:[#?]|$)|^git(?:\+|:)|^pkg:git/.test(uri)) return {
		kind: "git-commit",
		name,
		value: commit
	};
	return {
		kind: "other",
		name,
		value: sha256
	};
}
/** `NAME@TAG` of a package URL is `NAME:TAG` to docker; a digest stays behind its @. */
function imageName(path) {
	const decoded = percentDecoded(path);
	const at = decoded.lastIndexOf("@");
	if (at < 0) return decoded;
	const version = decoded.slice(at + 1);
	return /^sha256:/.test(version) ? decoded : `${decoded.slice(0, at)}:${version}`;
}
function withoutCredentials(uri) {
	return uri.replace(/^([a-z][a-z0-9+.-]{0,30}:\/\/)[^/?#]*@/i, "$1");
}
function percentDecoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// packages/container/src/build-metadata.ts
/** An honest file has some hundred bytes, with provenance some hundred thousand. */
const maxBuildMetadataBytes = 16777216;
const maxChecks = 1e3;
const Platform = require_zod.object({
	os: require_zod.string().max(50),
	architecture: require_zod.string().max(50),
	variant: require_zod.string().max(50).optional()
});
const Descriptor = require_zod.object({
	mediaType: require_zod.string().max(200),
	digest: require_action_kit.Digest,
	size: require_zod.int().nonnegative(),
	platform: Platform.optional()
});
const MetadataFile = require_zod.looseObject({
	"buildx.build.ref": require_zod.string().max(2e3).optional(),
	"containerimage.digest": require_action_kit.Digest.optional(),
	"containerimage.config.digest": require_action_kit.Digest.optional(),
	"containerimage.descriptor": Descriptor.optional(),
	"image.name": require_zod.string().max(1e5).optional()
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
	const described = file["containerimage.descriptor"];
	const kind = described ? kindOf(described.mediaType) : null;
	const ownDigest = digest === configDigest ? null : digest;
	const provenance = provenanceOf(file);
	return {
		ok: true,
		metadata: {
			digest: ownDigest,
			kind,
			imageDigest: kind === "manifest" || kind === null && configDigest !== null ? ownDigest : null,
			configDigest,
			descriptor: described ? {
				mediaType: described.mediaType,
				digest: described.digest,
				size: described.size
			} : null,
			platform: described?.platform ? platformName$1(described.platform) : onlyPlatform(provenance),
			builder: file["buildx.build.ref"]?.split("/")[0] ?? null,
			names: (file["image.name"] ?? "").split(",").filter(Boolean).slice(0, 100),
			checks: warningsOf(file["buildx.build.warnings"]),
			pins: provenance.length > 0 ? pinsOf(provenance) : null
		}
	};
}
function platformName$1({ os, architecture, variant }) {
	return [
		os,
		architecture,
		...variant ? [variant] : []
	].join("/");
}
function kindOf(mediaType) {
	if (/\.image\.index\.|\.manifest\.list\./.test(mediaType)) return "index";
	return /\.image\.manifest\.|\.distribution\.manifest\./.test(mediaType) ? "manifest" : null;
}
/** One object, or one for each platform under `buildx.build.provenance/linux/amd64`. */
function provenanceOf(file) {
	return Object.entries(file).filter(([name]) => name === "buildx.build.provenance" || name.startsWith("buildx.build.provenance/")).slice(0, 50).flatMap(([, value]) => {
		const parsed = Provenance.safeParse(value);
		return parsed.success ? [parsed.data] : [];
	});
}
function onlyPlatform(provenance) {
	return provenance.length === 1 ? provenance[0]?.invocation?.environment?.platform ?? null : null;
}
/** Warnings in a shape that nobody knows are no reason to refuse a good build. */
function warningsOf(value) {
	if (!Array.isArray(value)) return [];
	return value.slice(0, maxChecks).flatMap((item) => {
		const parsed = VertexWarning.safeParse(item);
		return parsed.success ? [checkOfWarning(parsed.data)] : [];
	});
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

// packages/container/src/build-interval.ts
/** The same time as few stretches as there are: sorted, and joined where the gap between two is no longer than `gap`. */
function mergedIntervals(intervals, gap = 0) {
	const sorted = intervals.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
	const merged = [];
	for (const { start, end } of sorted) {
		const last = merged.at(-1);
		if (last && start <= last.end + gap) last.end = Math.max(last.end, end);
		else merged.push({
			start,
			end
		});
	}
	return merged;
}
/** What of `intervals` lies in none of `cuts`; both as `mergedIntervals` gives them. */
function withoutIntervals(intervals, cuts) {
	const left = [];
	let next = 0;
	for (const { start, end } of intervals) {
		let from = start;
		while (next < cuts.length && cuts[next].end <= start) next++;
		for (let index = next; index < cuts.length; index++) {
			const cut = cuts[index];
			if (cut.start >= end) break;
			if (cut.start > from) left.push({
				start: from,
				end: cut.start
			});
			from = Math.max(from, cut.end);
		}
		if (from < end) left.push({
			start: from,
			end
		});
	}
	return left;
}

// packages/container/src/build-phases.ts
/** No build is that long; what is told to lie beyond was timed by a clock that jumped. */
const longestBuildMs = 6048e5;
const maxSteps$1 = 2e4;
/** Intervals of one step. A step runs once or twice; a layer takes three. */
const maxIntervals = 512;
const maxOpenParts = 512;
/** BuildKit needs a moment between two steps; joined, a row of steps is one stretch. */
const joinedGapMs = 10;
const maxStretches = 200;
/**
* Gathers the times of steps and turns them into phases.
*
* A phase's stretches are the wall-clock times at which at least one of its steps ran: steps that run side by side
* count once, gaps of up to 10 ms are closed, and stretches shorter than a millisecond are dropped. Phases may overlap one
* another, since BuildKit pulls, sends and runs at the same time; so the sum over all phases can be more than the build
* took, and a phase's own sum never is. Pushing is taken out of the export it happens in, and the fetching of layers from
* a cache out of the step that needed them. A cached instruction counts only for what it fetched.
*
* Time 0 is the first start that was told. Times are BuildKit's clock. A step that is started again without an end is taken
* to have run until then; one without an end at all until the latest time told of anything. An end before its start counts
* nothing, and what is told to lie before time 0 or a week behind it is cut off. Memory is bounded: beyond 20,000 steps
* nothing new is taken in, and beyond 512 stretches of one step the nearest are joined.
*/
function stepTimes() {
	const steps = /* @__PURE__ */ new Map();
	let origin;
	let latest = 0;
	const see = (text) => {
		const time = text === void 0 ? NaN : Date.parse(text);
		if (!Number.isFinite(time)) return void 0;
		origin ??= time;
		if (time > latest && time <= origin + longestBuildMs) latest = time;
		return time;
	};
	return {
		vertex(vertex) {
			const step = steps.get(vertex.digest) ?? newTimes(steps, vertex);
			if (!step) return;
			step.cached ||= vertex.cached;
			const start = see(vertex.started);
			const end = see(vertex.completed);
			if (start === void 0) return;
			if (step.open !== void 0 && step.open !== start) add(step.ran, {
				start: step.open,
				end: start
			});
			step.open = end === void 0 ? start : void 0;
			if (end !== void 0) add(step.ran, {
				start,
				end
			});
		},
		status(status) {
			const step = steps.get(status.vertex);
			const start = see(status.started);
			const end = see(status.completedAt);
			if (!step || start === void 0) return;
			const phase = phaseOfStatus(status.id, phaseOfStep(step.name));
			if (phase === void 0) return;
			const id = status.id.slice(0, 200);
			if (end === void 0) {
				if (step.openParts.size < maxOpenParts) step.openParts.set(id, {
					phase,
					start
				});
				return;
			}
			step.openParts.delete(id);
			addPart(step, phase, {
				start,
				end
			});
		},
		phases: () => origin === void 0 ? [] : phasesOf([...steps.values()], {
			start: origin,
			end: latest
		})
	};
}
function newTimes(steps, { digest, name }) {
	if (digest === "" || steps.size >= maxSteps$1) return void 0;
	const times = {
		name: name.slice(0, 500),
		cached: false,
		open: void 0,
		ran: [],
		parts: /* @__PURE__ */ new Map(),
		openParts: /* @__PURE__ */ new Map()
	};
	steps.set(digest, times);
	return times;
}
function add(intervals, interval) {
	intervals.push(interval);
	if (intervals.length <= maxIntervals) return;
	const fewer = atMost(intervals, maxIntervals / 2);
	intervals.splice(0, intervals.length, ...fewer);
}
function addPart(step, phase, interval) {
	const parts = step.parts.get(phase) ?? [];
	step.parts.set(phase, parts);
	add(parts, interval);
}
/** Joins the nearest until there are few enough. */
function atMost(intervals, most, gap = 0) {
	let merged = mergedIntervals(intervals, gap);
	for (let wider = Math.max(gap, 1); merged.length > most; wider *= 2) merged = mergedIntervals(merged, wider);
	return merged;
}
function phasesOf(steps, window) {
	const byPhase = /* @__PURE__ */ new Map();
	const put = (phase, intervals) => {
		const all = byPhase.get(phase) ?? [];
		byPhase.set(phase, all);
		for (const { start, end } of intervals) all.push({
			start: Math.max(start, window.start),
			end: Math.min(end, window.end)
		});
	};
	for (const step of steps) {
		if (step.open !== void 0) add(step.ran, {
			start: step.open,
			end: window.end
		});
		for (const { phase, start } of step.openParts.values()) addPart(step, phase, {
			start,
			end: window.end
		});
		const parts = mergedIntervals([...step.parts.values()].flat());
		const own = withoutIntervals(mergedIntervals(step.ran), parts);
		const phase = phaseOfStep(step.name);
		if (!(step.cached && (phase === "run" || phase === "copy"))) put(phase, own);
		for (const [part, intervals] of step.parts) put(part, intervals);
	}
	return [...byPhase].flatMap(([name, intervals]) => stretches(name, intervals, window.start)).sort(byStart);
}
function stretches(name, intervals, origin) {
	return atMost(intervals, maxStretches / 2, joinedGapMs).map(({ start, end }) => ({
		name,
		startMs: start - origin,
		durationMs: end - start
	})).filter(({ durationMs }) => durationMs >= 1);
}
function byStart(a, b) {
	return a.startMs - b.startMs || (a.name < b.name ? -1 : 1);
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
		started: text(fields.started) || void 0,
		completedAt: text(fields.completed) || void 0
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

// packages/container/src/build-progress-summary.ts
const mainContext = "[internal] load build context";
/** BuildKit numbers the instructions of a stage: `[2/7] RUN`, `[image 2/7] RUN`, `[linux/amd64 image 2/7] RUN`. */
const instruction = /^\[(?:[^\]]* )?\d+\/\d+\] /;
const namedContext = /^\[context ([^\]]{1,300})\] load from client$/;
/** Everything but the times, out of the steps of a build. */
function summarizeSteps(steps, plainLines) {
	const instructions = steps.filter((step) => instruction.test(step.name));
	const contexts = steps.filter((step) => step.name === mainContext);
	const layers = fetchedLayers(steps);
	const imports = steps.filter((step) => phaseOfStep(step.name) === "cache-import");
	const exports = steps.filter((step) => phaseOfStep(step.name) === "cache-export");
	const failed = steps.filter((step) => step.error !== "" && !imports.includes(step)).sort((a, b) => rank(a) - rank(b))[0];
	return {
		began: steps.length > 0,
		steps: {
			total: instructions.length,
			cached: instructions.filter((step) => step.cached).length
		},
		transferredBytes: contexts.length === 0 ? null : received(contexts),
		contexts: namedContexts(steps),
		pulledBytes: layers.pulled,
		importedBytes: layers.imported,
		cacheWritten: exports.length === 0 ? null : exports.every((step) => step.ended && step.error === ""),
		cacheProblems: [...imports, ...exports].filter((step) => step.error !== "").map((step) => `${step.name}: ${step.error}`.slice(0, 1e3)).slice(0, 20),
		failed: failed ? {
			name: failed.name,
			error: failed.error,
			lastLines: failed.log.last()
		} : null,
		running: steps.filter((step) => step.started && !step.ended).map((step) => step.name),
		plainLines
	};
}
function received(steps) {
	return steps.flatMap((step) => [...step.moved.values()]).reduce((sum, { bytes }) => sum + bytes, 0);
}
function namedContexts(steps) {
	const byName = /* @__PURE__ */ new Map();
	for (const step of steps) {
		const name = namedContext.exec(step.name)?.[1];
		if (name !== void 0) byName.set(name, (byName.get(name) ?? 0) + received([step]));
	}
	return [...byName].map(([name, bytes]) => ({
		name,
		bytes
	})).slice(0, 200);
}
/** A layer's status is its digest. Two stages of one base tell of the same layers. */
function fetchedLayers(steps) {
	const pulled = /* @__PURE__ */ new Map();
	const imported = /* @__PURE__ */ new Map();
	for (const step of steps) {
		const phase = phaseOfStep(step.name);
		if (phase === "context" || phase === "export" || phase === "cache-export") continue;
		const layers = phase === "pull" ? pulled : imported;
		for (const [id, { bytes }] of step.moved) if (/^sha256:[0-9a-f]{64}$/.test(id)) layers.set(id, Math.max(layers.get(id) ?? 0, bytes));
	}
	const sum = (layers) => [...layers.values()].reduce((a, b) => a + b, 0);
	return {
		pulled: sum(pulled),
		imported: sum(imported)
	};
}
function rank(step) {
	if (/\bcontext canceled\b|\bcanceled\b/i.test(step.error)) return 2;
	return phaseOfStep(step.name) === "cache-export" ? 1 : 0;
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
/** Different statuses of one step: two for each layer of an image, which has at most some hundred. */
const maxStatuses = 2e3;
const maxPlainLines = 400;
/** A RUN is named by its whole command, which may be a script. */
const maxName = 2e4;
/** A long pull must not look dead, and a short one needs no lines. */
const shownEvery = 268435456;
/** Reduces the stderr of `docker buildx build --progress=rawjson`, line by line. Never throws; keeps bounded memory. */
function rawProgress() {
	const steps = /* @__PURE__ */ new Map();
	const plain = [];
	const times = stepTimes();
	let labelled = 0;
	const known = (digest, name = "") => {
		const found = steps.get(digest);
		if (found || digest === "" || steps.size >= maxSteps) return found;
		const step = newStep(name.slice(0, maxName), () => ++labelled);
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
			if (event) {
				for (const vertex of event.vertexes) times.vertex(vertex);
				for (const status of event.statuses) times.status(status);
				return read(event);
			}
			if (line.trim() === "") return [];
			plain.push(line.slice(0, 4096));
			if (plain.length > 2 * maxPlainLines) plain.splice(0, maxPlainLines);
			return [line];
		},
		end: () => [...steps.values()].flatMap(restOfLog),
		result: () => ({
			...summarizeSteps([...steps.values()], plain.slice(-400)),
			phases: times.phases()
		})
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
	step.name = vertex.name.slice(0, maxName);
	return [`${step.label()} ${step.name}`];
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
	const id = status.id.slice(0, 200);
	const moved = step.moved.get(id) ?? {
		bytes: 0,
		shown: 0
	};
	if (step.moved.size >= maxStatuses && !step.moved.has(id)) return [];
	moved.bytes = Math.max(moved.bytes, status.current);
	step.moved.set(id, moved);
	if (moved.bytes - moved.shown < shownEvery) return [];
	moved.shown = moved.bytes;
	const of = status.total > 0 ? ` of ${readableBytes(status.total)}` : "";
	return [`${step.label()} ${status.id.slice(0, 100)} ${readableBytes(moved.bytes)}${of}`];
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

// packages/container/src/build-request-problems.ts
const platform = /^[a-z0-9]{1,20}\/[a-z0-9_]{1,20}(?:\/[a-z0-9.]{1,20})?$/;
const annotation = /^(?:(?:manifest|index|manifest-descriptor|index-descriptor)(?:\[[a-z0-9_/]{1,40}\])?(?:,(?:manifest|index|manifest-descriptor|index-descriptor)(?:\[[a-z0-9_/]{1,40}\])?)*:)?[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/;
const stageName = /^[a-z0-9][a-z0-9._-]{0,127}$/i;
const secretId = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/;
const variableName = /^[A-Za-z_][A-Za-z0-9_]{0,149}$/;
const scopeName = /^[\w./-]{1,200}$/;
const maxLevel = {
	gzip: 9,
	estargz: 9,
	zstd: 22,
	uncompressed: 0
};
/** Everything that is wrong with a request, before anything is started. */
function requestProblems(request) {
	return [
		...outputProblems(request),
		...freshnessProblems(request),
		...cacheProblems(request),
		...secretProblems(request),
		...attestationProblems(request),
		...listed(request.platforms, "platforms", platform, "write OS/ARCHITECTURE, such as linux/amd64"),
		...listed((request.annotations ?? []).map(({ name }) => name), "annotations", annotation, "write KEY=VALUE, where KEY may begin with manifest: or index:"),
		...(request.annotations ?? []).filter(({ value }) => value === null).map(() => ({
			input: "annotations",
			message: "an annotation has no value; write KEY=VALUE"
		})),
		...nulProblems(request)
	];
}
function outputProblems(request) {
	const { pushByDigest, tags, compression, reproducible, buildArgs } = request;
	const problems = [];
	const say = (input, message) => void problems.push({
		input,
		message
	});
	if ((request.push || pushByDigest) && tags.length === 0) say("tags", "nothing can be pushed without a name");
	if (tags.some((tag) => !isImageTag(tag))) say("tags", "a tag is no image name");
	if (request.push && pushByDigest) say("push-by-digest", "choose one of push and push-by-digest");
	if (compression) {
		const highest = maxLevel[compression.type];
		const { level } = compression;
		if (level !== void 0 && !(Number.isInteger(level) && level >= 0 && level <= highest)) say("compression", `the level of ${compression.type} is a whole number from 0 to ${highest}`);
	}
	if (reproducible) {
		const { epoch } = reproducible;
		if (!Number.isSafeInteger(epoch) || epoch < 0) say("reproducible", "the time must be whole seconds since 1970");
		if (buildArgs.some(({ name }) => name === "SOURCE_DATE_EPOCH")) say("build-args", "SOURCE_DATE_EPOCH is given twice: reproducible sets it");
	}
	for (const output of request.outputs ?? []) if (!/(?:^|,)"?type=[a-z]+/.test(output) && !/^[^=,]+$/.test(output)) say("outputs", "an output names no type");
	if (!(loads(request) || pushes(request) || (request.outputs ?? []).length > 0)) say("load", "nothing would come out: load, push and outputs are all off");
	return problems;
}
function freshnessProblems({ noCache, noCacheFilters }) {
	return [...noCache === true && (noCacheFilters ?? []).length > 0 ? [{
		input: "no-cache-filters",
		message: "buildx takes no-cache or no-cache-filters, not both"
	}] : [], ...listed(noCacheFilters, "no-cache-filters", stageName, "name stages of the Dockerfile")];
}
function cacheProblems({ cache }) {
	if (cache?.mode === "registry") return [cache.ref, ...cache.from ?? []].every((ref) => isImageTag(ref)) ? [] : [{
		input: "cache",
		message: "the place of the cache is no image name"
	}];
	if (cache?.mode === "gha") return listed([cache.scope, ...cache.from ?? []], "cache", scopeName, "a scope is letters, digits, . _ / and -");
	return cache?.mode === "local" && cache.folder === "" ? [{
		input: "cache",
		message: "the folder is empty"
	}] : [];
}
function secretProblems({ secretEnvs = [], secretFiles = [], ssh = [] }) {
	const ids = [...secretEnvs, ...secretFiles].map(({ id }) => id);
	const twice = ids.some((id, index) => ids.indexOf(id) !== index);
	return [
		...listed(ids, "secrets", secretId, "an id is letters, digits, . _ and -"),
		...twice ? [{
			input: "secrets",
			message: "an id is given twice"
		}] : [],
		...listed(secretEnvs.map(({ variable }) => variable), "secret-envs", variableName, "write ID=VARIABLE, the name of an environment variable and never its value"),
		...secretFiles.filter(({ path }) => path === "").map(() => ({
			input: "secret-files",
			message: "a secret names no file"
		})),
		...listed(ssh.map(({ id }) => id), "ssh", secretId, "write ID or ID=PATH"),
		...ssh.filter(({ paths }) => paths.some((path) => path === "" || path.includes(","))).map(() => ({
			input: "ssh",
			message: "the path of a key is empty or holds a comma"
		}))
	];
}
function attestationProblems({ attests = [] }) {
	return attests.filter((value) => /(?:^|,)"?type=(?:provenance|sbom)\b/.test(value)).map(() => ({
		input: "attests",
		message: "provenance and sbom have inputs of their own"
	}));
}
function listed(values, input, pattern, advice) {
	return (values ?? []).some((value) => !pattern.test(value)) ? [{
		input,
		message: advice
	}] : [];
}
/** No argument of a program can hold a NUL, and Node throws over one. */
function nulProblems(request) {
	return JSON.stringify(request).includes("\\u0000") ? [{
		input: "inputs",
		message: "a value holds a NUL character"
	}] : [];
}

// packages/container/src/build-secret-lines.ts
/** `ID=VARIABLE`, or `VARIABLE` for both. What else stands there is for `requestProblems` to refuse. */
function parseSecretEnvs(lines) {
	return lines.map((line) => {
		const [id, variable] = parted(line);
		return {
			id,
			variable: variable ?? id
		};
	});
}
/** `ID=PATH`. */
function parseSecretFiles(lines) {
	return lines.map((line) => {
		const [id, path] = parted(line);
		return {
			id,
			path: path ?? ""
		};
	});
}
/** `ID` for the agent, `ID=PATH[,PATH...]` for keys. */
function parseSsh(lines) {
	return lines.map((line) => {
		const [id, paths] = parted(line);
		return {
			id,
			paths: paths === void 0 ? [] : paths.split(",").map((path) => path.trim())
		};
	});
}
function parted(line) {
	const at = line.indexOf("=");
	return at < 0 ? [line.trim(), void 0] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}
/**
* What the request's secrets need and is not there, in words for the caller. buildx itself gives an instruction an
* empty secret for a variable that is not set (seen with 0.29), and the build goes on.
*/
function missingSecrets(request, there) {
	const { secretEnvs = [], secretFiles = [], ssh = [] } = request;
	return [
		...secretEnvs.filter(({ variable }) => !there.hasVariable(variable)).map(({ id, variable }) => `the secret ${id} shall come from the variable ${variable}, which is not set or empty`),
		...secretFiles.filter(({ path }) => !there.hasFile(path)).map(({ id, path }) => `the secret ${id} shall come from ${path}, which is no file`),
		...ssh.filter(({ paths }) => paths.length === 0 && !there.hasVariable("SSH_AUTH_SOCK")).map(({ id }) => `the SSH agent for ${id} is not there: SSH_AUTH_SOCK is not set`),
		...ssh.flatMap(({ id, paths }) => paths.map((path) => ({
			id,
			path
		}))).filter(({ path }) => !there.hasFile(path)).map(({ id, path }) => `the SSH key ${path} for ${id} is no file`)
	];
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

// packages/container/src/builder-facts.ts
const maxText = 262144;
const maxNodes = 100;
/** The question that `builderFacts` reads the answer to. It starts no builder. */
function inspectArguments(builder) {
	return [
		"buildx",
		"inspect",
		...builder === null ? [] : [builder]
	];
}
/**
* Reads `docker buildx inspect`, which has no JSON form: `Key: value` lines, the builder's before the line `Nodes:`,
* then a block for each node that begins with `Name:`. Undefined where the text is none.
*/
function builderFacts(text) {
	const head = /* @__PURE__ */ new Map();
	const nodes = [];
	let node;
	let containerd = false;
	let inNodes = false;
	for (const line of text.slice(0, maxText).split("\n")) {
		if (/^Nodes:\s*$/.test(line)) inNodes = true;
		if (inNodes && /^\s+org\.mobyproject\.buildkit\.worker\.containerd\./.test(line)) containerd = true;
		const [, key, value = ""] = /^([A-Z][A-Za-z ]{0,30}):[ \t]*(.*)$/.exec(line.trimEnd()) ?? [];
		if (key === void 0) continue;
		if (!inNodes) head.set(key, value);
		else if (key === "Name") {
			if (nodes.length >= maxNodes) break;
			node = {
				name: value,
				endpoint: "",
				status: "",
				buildkit: null,
				platforms: [],
				error: null
			};
			nodes.push(node);
		} else if (node) note(node, key, value);
	}
	const [name, driver] = [head.get("Name"), head.get("Driver")];
	if (!name || !driver) return void 0;
	const running = nodes.some(({ status }) => status === "running");
	return {
		name,
		driver,
		nodes,
		containerdStore: driver === "docker" && running ? containerd : null
	};
}
function note(node, key, value) {
	if (key === "Endpoint") node.endpoint = value;
	else if (key === "Status") node.status = value;
	else if (key === "Error") node.error = value;
	else if (key === "BuildKit version" || key === "Buildkit") node.buildkit = value || null;
	else if (key === "Platforms") node.platforms = value.split(/,\s*/).map((name) => name.replace(/\*$/, "")).filter(Boolean);
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

// packages/container/src/driver-refusal.ts
const otherBuilder = "Name another builder in the input builder (docker/setup-buildx-action makes one of the docker-container driver)";
const otherStore = "or keep images in containerd: {\"features\": {\"containerd-snapshotter\": true}} in the engine's daemon.json";
/**
* Why this builder cannot do what is asked, before it is asked; undefined where nothing speaks against it. Each limit was
* seen with buildx 0.29 on Docker Engine 28: most in buildx's own words, the one of `rewrite-timestamp` in BuildKit's.
*/
function driverRefusal(facts, request) {
	return unreachable(facts) ?? (facts.driver === "docker" ? dockerLimits(facts, request) : archiveLimits(facts, request));
}
/** buildx waits 20 s for a remote builder that is not there. Builders of the other drivers are started by the build. */
function unreachable({ name, driver, nodes }) {
	const silent = nodes.filter(({ status, error }) => error !== null || status !== "running");
	if (driver !== "remote" || nodes.length === 0 || silent.length < nodes.length) return void 0;
	return {
		code: "builder-missing",
		message: `the remote builder "${name}" does not answer at ${silent.map(({ endpoint }) => endpoint).join(", ")}`,
		remedy: "Start buildkitd there, or name another builder in the input builder."
	};
}
function dockerLimits({ containerdStore, name }, request) {
	const cannot = (what, remedy) => ({
		code: "invalid-input",
		message: `the builder "${name}" is the engine itself (driver docker) and cannot ${what}`,
		remedy
	});
	if (request.pushByDigest) return cannot("push by digest", `${otherBuilder}, or push with a tag.`);
	if (request.reproducible && (loads(request) || request.push)) return cannot("rewrite the times of files, since it unpacks what it builds", `${otherBuilder}, or write an archive with outputs: type=oci,dest=...,rewrite-timestamp=true,oci-mediatypes=true.`);
	if (containerdStore !== false) return void 0;
	const withClassicStore = (what) => cannot(`${what} with its classic image store`, `${otherBuilder}, ${otherStore}.`);
	if (cacheValues(request).to.filter((value) => !/(?:^|,)"?type=inline\b/.test(value)).length > 0) return withClassicStore("write a cache");
	if ((request.platforms ?? []).length > 1) return withClassicStore("build for several platforms");
	if ((request.provenance ?? "off") !== "off" || request.sbom || (request.attests ?? []).length > 0) return withClassicStore("attach provenance or an SBOM");
	if ((request.outputs ?? []).some((output) => /(?:^|,)"?type=oci\b/.test(output))) return withClassicStore("write an OCI archive");
}
function archiveLimits({ name }, request) {
	if (!loads(request) || (request.platforms ?? []).length < 2) return void 0;
	return {
		code: "invalid-input",
		message: `the builder "${name}" cannot load an image of several platforms into the engine`,
		remedy: "Push it, or build for one platform."
	};
}
/**
* The request as this builder best takes it. The docker driver keeps what it pushes, and exporting the same name
* twice at once can fail with `already exists`.
*/
function fittedRequest(facts, request) {
	return facts.driver === "docker" && request.push && loads(request) && facts.containerdStore === true ? {
		...request,
		load: false
	} : request;
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

// packages/container/src/image-history.ts
const maxEntries = 5e3;
const Config = require_zod.object({ history: require_zod.array(require_zod.object({
	created_by: require_zod.string().optional(),
	empty_layer: require_zod.boolean().optional()
})).max(maxEntries).nullish() });
const HistoryLine = require_zod.object({
	CreatedBy: require_zod.string(),
	Size: require_zod.string()
});

// packages/container/src/image-manifest.ts
const maxLayers = 1e3;
const size = require_zod.int().nonnegative();
const Index = require_zod.object({ manifests: require_zod.array(require_zod.object({
	digest: require_action_kit.Digest,
	size,
	platform: require_zod.object({
		os: require_zod.string().max(50),
		architecture: require_zod.string().max(50),
		variant: require_zod.string().max(50).optional()
	}).optional(),
	annotations: require_zod.record(require_zod.string(), require_zod.string()).nullish()
})).max(1e3) });
const Single = require_zod.object({
	config: require_zod.object({ digest: require_action_kit.Digest }),
	layers: require_zod.array(require_zod.object({
		digest: require_action_kit.Digest,
		size
	})).max(maxLayers)
});
/** Prints the manifest of a reference byte for byte; the registry is asked from here, without the engine. */
function manifestArguments(reference) {
	return [
		"buildx",
		"imagetools",
		"inspect",
		"--raw",
		reference
	];
}
/** Reads an index or a manifest (OCI image-spec 1.1, Docker schema 2); undefined where the text is neither. */
function parseManifest(raw) {
	const value = json(raw);
	const index = Index.safeParse(value);
	if (index.success) {
		const isAttestation = (entry) => entry.annotations?.["vnd.docker.reference.type"] !== void 0 || entry.platform?.os === "unknown";
		return {
			kind: "index",
			images: index.data.manifests.filter((entry) => !isAttestation(entry)).map(({ digest, size: bytes, platform }) => ({
				digest,
				platform: platform ? platformName$1(platform) : "unknown",
				bytes
			})),
			attestations: index.data.manifests.filter(isAttestation).map(({ digest, annotations }) => {
				const of = annotations?.["vnd.docker.reference.digest"];
				return {
					digest,
					of: require_action_kit.Digest.safeParse(of).success ? of : null
				};
			})
		};
	}
	const single = Single.safeParse(value);
	if (!single.success) return void 0;
	const layers = single.data.layers.map(({ digest, size: bytes }) => ({
		digest,
		bytes
	}));
	return {
		kind: "manifest",
		configDigest: single.data.config.digest,
		layers,
		compressedBytes: layers.reduce((sum, { bytes }) => sum + bytes, 0)
	};
}
/** The image of a platform in an index; the only one where no platform is asked for. */
function imageOfIndex(manifest, platform = null) {
	if (manifest.kind !== "index") return null;
	const fitting = platform === null ? manifest.images : manifest.images.filter((image) => image.platform === platform);
	return fitting.length === 1 ? fitting[0]?.digest ?? null : null;
}
/** Sizes for the record: each layer with the instruction that made it, where the history names as many as there are. */
function imageSizes(manifest, instructions = []) {
	if (manifest.kind !== "manifest") return null;
	const named = instructions.length === manifest.layers.length;
	return {
		compressedBytes: manifest.compressedBytes,
		layers: manifest.layers.slice(0, 500).map(({ digest, bytes }, index) => ({
			digest,
			bytes,
			...named && instructions[index] ? { instruction: instructions[index].slice(0, 500) } : {}
		}))
	};
}
function json(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
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
Object.defineProperty(exports, "builderFacts", {
  enumerable: true,
  get: function () {
    return builderFacts;
  }
});
Object.defineProperty(exports, "cacheReference", {
  enumerable: true,
  get: function () {
    return cacheReference;
  }
});
Object.defineProperty(exports, "cacheValues", {
  enumerable: true,
  get: function () {
    return cacheValues;
  }
});
Object.defineProperty(exports, "checkArguments", {
  enumerable: true,
  get: function () {
    return checkArguments;
  }
});
Object.defineProperty(exports, "checkFindings", {
  enumerable: true,
  get: function () {
    return checkFindings;
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
Object.defineProperty(exports, "driverRefusal", {
  enumerable: true,
  get: function () {
    return driverRefusal;
  }
});
Object.defineProperty(exports, "engineRefusal", {
  enumerable: true,
  get: function () {
    return engineRefusal;
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
Object.defineProperty(exports, "fittedRequest", {
  enumerable: true,
  get: function () {
    return fittedRequest;
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
Object.defineProperty(exports, "imageOfIndex", {
  enumerable: true,
  get: function () {
    return imageOfIndex;
  }
});
Object.defineProperty(exports, "imageSizes", {
  enumerable: true,
  get: function () {
    return imageSizes;
  }
});
Object.defineProperty(exports, "inspectArguments", {
  enumerable: true,
  get: function () {
    return inspectArguments;
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
Object.defineProperty(exports, "isRetriable", {
  enumerable: true,
  get: function () {
    return isRetriable;
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
Object.defineProperty(exports, "loads", {
  enumerable: true,
  get: function () {
    return loads;
  }
});
Object.defineProperty(exports, "looksLikeSecret", {
  enumerable: true,
  get: function () {
    return looksLikeSecret;
  }
});
Object.defineProperty(exports, "manifestArguments", {
  enumerable: true,
  get: function () {
    return manifestArguments;
  }
});
Object.defineProperty(exports, "maxBuildMetadataBytes", {
  enumerable: true,
  get: function () {
    return maxBuildMetadataBytes;
  }
});
Object.defineProperty(exports, "missingSecrets", {
  enumerable: true,
  get: function () {
    return missingSecrets;
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
Object.defineProperty(exports, "parseCheck", {
  enumerable: true,
  get: function () {
    return parseCheck;
  }
});
Object.defineProperty(exports, "parseContainerState", {
  enumerable: true,
  get: function () {
    return parseContainerState;
  }
});
Object.defineProperty(exports, "parseExtraArguments", {
  enumerable: true,
  get: function () {
    return parseExtraArguments;
  }
});
Object.defineProperty(exports, "parseImageFacts", {
  enumerable: true,
  get: function () {
    return parseImageFacts;
  }
});
Object.defineProperty(exports, "parseManifest", {
  enumerable: true,
  get: function () {
    return parseManifest;
  }
});
Object.defineProperty(exports, "parseSecretEnvs", {
  enumerable: true,
  get: function () {
    return parseSecretEnvs;
  }
});
Object.defineProperty(exports, "parseSecretFiles", {
  enumerable: true,
  get: function () {
    return parseSecretFiles;
  }
});
Object.defineProperty(exports, "parseSsh", {
  enumerable: true,
  get: function () {
    return parseSsh;
  }
});
Object.defineProperty(exports, "pushes", {
  enumerable: true,
  get: function () {
    return pushes;
  }
});
Object.defineProperty(exports, "rawProgress", {
  enumerable: true,
  get: function () {
    return rawProgress;
  }
});
Object.defineProperty(exports, "readableBytes", {
  enumerable: true,
  get: function () {
    return readableBytes;
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
Object.defineProperty(exports, "requestProblems", {
  enumerable: true,
  get: function () {
    return requestProblems;
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