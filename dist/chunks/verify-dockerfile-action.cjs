const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");
const require_dockerfile = require("./dockerfile.cjs");
const require_build_context = require("./build-context.cjs");
const require_version = require("./version.cjs");
const require_step_result = require("./step-result.cjs");

// actions/verify-dockerfile/src/baseline-input.ts
/** As much as parseBaseline reads, in bytes. */
const maxBaselineBytes = 16777216;
/** Throws a StepFailure where the file is missing or no baseline: an empty one would bring every old finding back. */
async function readBaseline(host, file) {
	const text = await host.files.read(file, {
		maxBytes: maxBaselineBytes,
		followLinks: "inside"
	});
	const { parseBaseline } = await Promise.resolve().then(() => require("./dockerfile.cjs")).then((n) => n.parse_baseline_exports);
	const parsed = parseBaseline(text);
	if (parsed.ok) return parsed.baseline;
	throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: `${file}: ${parsed.problem}`,
		remedy: "Write it anew with write-baseline, or restore it from the repository."
	});
}
/** Files that entries speak of and that are no more: nobody will find anything in them. */
async function goneFiles(host, { entries }) {
	const gone = /* @__PURE__ */ new Set();
	for (const file of new Set(entries.map((entry) => entry.file))) if (await host.files.entry(file) === void 0) gone.add(file);
	return gone;
}
async function writeBaseline(host, file, findings, enforced) {
	await host.files.write(file, require_dockerfile.formatBaseline(require_dockerfile.baselineOf(findings, enforced)));
}

// actions/verify-dockerfile/src/inputs.ts
const inputs = {
	models: require_action_kit.lines({
		description: "What to check, one a line: models by slug or folder, Dockerfiles, folders to search, wildcards such as docker/**. Default: every model under images-dir, or every Dockerfile where there is none.",
		placeholder: "MODEL|PATH"
	}),
	"images-dir": require_action_kit.text({
		description: "Folder whose subfolders are the image folders.",
		default: "images",
		placeholder: "FOLDER"
	}),
	context: require_action_kit.optionalText({
		description: "Build context of Dockerfiles that belong to no image folder. Default: the nearest folder that holds what they copy.",
		placeholder: "FOLDER"
	}),
	policy: require_action_kit.optionalText({
		description: "What is promised of the images: none, runpod, or a policy file. Default: mia-policy.yaml where it exists, else runpod for models and none for other Dockerfiles.",
		placeholder: "NAME|FILE"
	}),
	"fail-on": require_action_kit.choice({
		description: "The step fails on findings of this severity or worse.",
		values: [
			"error",
			"warning",
			"info",
			"never"
		],
		default: "error"
	}),
	"min-severity": require_action_kit.choice({
		description: "Findings below this severity are left out.",
		values: [
			"error",
			"warning",
			"info"
		],
		default: "info"
	}),
	"min-confidence": require_action_kit.choice({
		description: "Findings that their rule is less sure of are left out.",
		values: [
			"high",
			"medium",
			"low"
		],
		default: "medium"
	}),
	scope: require_action_kit.choice({
		description: "Which findings count: all, those in files a change touches, or those on its lines.",
		values: [
			"all",
			"changed-files",
			"changed-lines"
		],
		default: "all"
	}),
	base: require_action_kit.optionalText({
		description: "Branch, tag or commit that scope compares with, from the commit at which HEAD left it. Default: what the event says.",
		placeholder: "REF"
	}),
	baseline: require_action_kit.optionalText({
		description: "File with the findings that are known and accepted for now; they are left out.",
		placeholder: "FILE"
	}),
	"write-baseline": require_action_kit.flag({
		description: "Writes the baseline file from what is found now, and passes.",
		default: false
	}),
	fix: require_action_kit.choice({
		description: "Mends what can be mended: safe leaves what the image does as its author meant it, unsafe wants a look.",
		values: [
			"off",
			"safe",
			"unsafe"
		],
		default: "off",
		implied: "safe"
	}),
	diff: require_action_kit.flag({
		description: "With fix: prints the changes as a diff and leaves the files alone.",
		default: false
	}),
	online: require_action_kit.flag({
		description: "Asks git and the registry for the commits and digests that fixes suggest. Without it nothing goes over the network.",
		default: false
	}),
	sarif: require_action_kit.optionalText({
		description: "File to write the findings to as SARIF 2.1.0, for code scanning.",
		placeholder: "FILE"
	})
};

// actions/verify-dockerfile/src/line-of.ts
/** A record in one line of the log. */
function lineOf({ model, files, status, findings, failure, context, suppressed }) {
	const who = model ?? `${files?.length ?? 0} Dockerfile${files?.length === 1 ? "" : "s"}`;
	if (failure && failure.code !== "findings") return `${who}: failed: ${failure.message}`;
	const counts = findings.length === 0 ? "no findings" : `${findings.length} finding${findings.length === 1 ? "" : "s"}`;
	const left = Object.entries(suppressed ?? {}).filter(([, count]) => count > 0).map(([by, count]) => `${count} left out by ${words[by]}`);
	return [
		`${who}: ${status}`,
		counts,
		...left,
		...context ? [contextOf(context)] : []
	].join(", ");
}
const words = {
	inline: "ignores",
	baseline: "the baseline",
	scope: "the scope"
};
function contextOf({ keptFiles, keptBytes, treeBytes }) {
	return `context ${keptFiles} files, ${kibibytes(keptBytes)} of ${kibibytes(treeBytes)}`;
}
/** With one decimal, as the report shows it. */
function kibibytes(bytes) {
	return `${(bytes / 1024).toFixed(1)} KiB`;
}

// actions/verify-dockerfile/src/mask-secrets.ts
/** Rules whose places are secrets themselves. A log is read by more people than the Dockerfile. */
const aboutSecrets = /* @__PURE__ */ new Set([
	"no-baked-password",
	"no-secret-in-variables",
	"no-baked-ssh-keys"
]);
/** The lines of a file with the secrets that were found in it starred out; every other character keeps its place. */
function maskSecrets(file, lines, findings) {
	const places = findings.filter(({ rule }) => aboutSecrets.has(rule)).flatMap(({ locations }) => locations).filter((place) => place.file === file);
	if (places.length === 0) return lines;
	const masked = [...lines];
	for (const place of places) mask(masked, place);
	return masked;
}
function mask(lines, { line, column, endLine = line, endColumn }) {
	for (let number = line; number <= endLine; number++) {
		const text = lines[number - 1];
		if (text === void 0) return;
		const start = number === line ? (column ?? 1) - 1 : 0;
		const known = number === endLine && endColumn !== void 0 ? endColumn - 1 : text.length;
		const end = column === void 0 || endColumn !== void 0 ? known : wordEnd(text, start);
		lines[number - 1] = text.slice(0, start) + text.slice(start, end).replace(/\S/g, "*") + text.slice(end);
	}
}
/** Behind the word, or behind the quote that closes it. */
function wordEnd(text, start) {
	const quote = text[start];
	const closing = quote === "\"" || quote === "'" ? text.indexOf(quote, start + 1) : -1;
	if (closing > 0) return closing + 1;
	const length = text.slice(start).search(/\s/);
	return length < 0 ? text.length : start + length;
}

// actions/verify-dockerfile/src/mend.ts
/**
* Works out what the fixes of findings make of the files, in as many rounds as one fix needs to make room for another.
* Nothing is written. `verifyAgain` says what is found in the files as a round leaves them.
*/
async function mend(texts, findings, safety, verifyAgain, dockerfiles) {
	const outcome = await require_dockerfile.applyFixes(texts, findings, {
		safety,
		verifyAgain,
		isDockerfile: (path) => dockerfiles.has(path)
	});
	const diffs = [...outcome.files].sort(([a], [b]) => a < b ? -1 : 1).map(([path, text]) => require_dockerfile.unifiedDiff(path, texts.get(path) ?? "", text));
	return {
		files: outcome.files,
		fixed: outcome.applied.length,
		left: outcome.skipped,
		diff: diffs.join("")
	};
}
/** Writes each changed file whole. */
async function writeMended(host, { files }) {
	for (const [path, text] of files) await host.files.write(path, text);
}

// actions/verify-dockerfile/src/choose-context.ts
/** Folders above a Dockerfile that may be its build context. */
const maxFolders = 16;
/**
* The build context of a Dockerfile that no model.yaml stands beside: the nearest folder, from its own upwards, that
* holds every file the Dockerfile names; its own where it names none. Undefined where no folder holds them all.
*/
async function chooseContext(host, path, image) {
	const own = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
	if (own.startsWith("..")) return void 0;
	const named = /* @__PURE__ */ new Set();
	for (const use of require_dockerfile.contextSources(image.stages, image.dockerfile.escapeMark)) {
		const clean = use.path.replace(/^\/+/, "");
		if (!/[*?[\\]/.test(clean) && !/^(?:\.\/?)*$/.test(clean)) named.add(clean);
	}
	if (named.size === 0) return own;
	for (const folder of upwards(own)) if (await holdsAll(host, folder, named)) return folder;
}
function upwards(folder) {
	const parts = folder === "." ? [] : folder.split("/");
	return [...parts.map((_, index) => parts.slice(0, parts.length - index).join("/")), "."].slice(0, maxFolders);
}
async function holdsAll(host, folder, names) {
	for (const name of names) if (name.includes("..") || await host.files.entry(`${folder}/${name}`) === void 0) return false;
	return true;
}

// actions/verify-dockerfile/src/source-reader.ts
const mebibyte = 1048576;
/** Sizes beyond which a file is refused: each is a hundred times what an honest one has. */
const maxBytes = {
	dockerfile: mebibyte,
	ignore: mebibyte,
	requirements: 4 * mebibyte,
	other: mebibyte
};
/** Reads the files that rules look at; each is read once, each context walked once, however many Dockerfiles share it. */
var SourceReader = class {
	/** Every text that was read, by its path relative to the workspace. */
	texts = /* @__PURE__ */ new Map();
	host;
	walks = /* @__PURE__ */ new Map();
	/** `changed`: texts that stand for those on the disk, as they will be once fixes are written. */
	constructor(host, changed = /* @__PURE__ */ new Map()) {
		this.host = host;
		for (const [path, text] of changed) this.texts.set(path, text);
	}
	/** Throws a StepFailure `unreadable-input` for what is missing, too large, no regular file or outside the workspace. */
	async read(path, limit) {
		const known = this.texts.get(path);
		if (known !== void 0) return {
			path,
			text: known
		};
		const text = await this.host.files.read(path, {
			maxBytes: limit,
			followLinks: "inside"
		});
		this.texts.set(path, text);
		return {
			path,
			text
		};
	}
	/** Undefined where it cannot be read, whatever the reason. */
	async tryRead(path, limit) {
		try {
			return await this.read(path, limit);
		} catch {
			return;
		}
	}
	/** Walks a context for the Dockerfile at `dockerfile`, both relative to the workspace. Asking for sizes takes twice as long. */
	async context(folder, dockerfile, sizes) {
		const ignore = await this.ignoreFile(folder, dockerfile);
		const inContext = dockerfile.startsWith(`${folder}/`) ? dockerfile.slice(folder.length + 1) : dockerfile;
		const alwaysSent = [inContext, ...require_build_context.ignoreFileNames(inContext)];
		const key = JSON.stringify([
			folder,
			ignore?.path,
			sizes
		]);
		const walk = this.walks.get(key) ?? this.walk(folder, ignore, alwaysSent, sizes);
		this.walks.set(key, walk);
		const { tree, ...walked } = await walk;
		return {
			...walked,
			listing: {
				...walked.listing,
				find: require_build_context.contextFinder(tree)
			}
		};
	}
	/** `<Dockerfile>.dockerignore` beside the Dockerfile wins over .dockerignore at the top of the context. */
	async ignoreFile(folder, dockerfile) {
		for (const path of [`${dockerfile}.dockerignore`, join(folder, ".dockerignore")]) if (this.texts.has(path) || await this.host.files.entry(path) !== void 0) return this.read(path, maxBytes.ignore);
	}
	async walk(folder, file, alwaysSent, sizes) {
		const rules = file === void 0 ? require_build_context.emptyIgnoreFile : require_build_context.parseIgnore(file.text);
		const { size, tree } = await require_build_context.readContext({
			list: (path) => this.host.files.list(path === "" ? folder : join(folder, path), { sizes }),
			ignore: rules,
			alwaysSent
		});
		const listing = {
			find: require_build_context.contextFinder(tree),
			matches: require_build_context.patternFinder(tree)
		};
		if (sizes) listing.size = size;
		return {
			ignore: file && ignoreSource(file, rules),
			listing,
			size,
			tree
		};
	}
};
/** Paths of findings have no `./` in front. */
function join(folder, name) {
	return folder === "." ? name : `${folder}/${name}`;
}
function ignoreSource(file, ignore) {
	const ignores = (path) => require_build_context.isIgnored(ignore, path);
	return {
		...file,
		problems: ignore.problems,
		ignores,
		readmittedBy: (path) => require_build_context.readmittedBy(ignore, path)?.line
	};
}

// actions/verify-dockerfile/src/read-image.ts
/** Rounds of files that name further files; what lies deeper is not read. */
const maxRounds = 12;
/** An image folder: Dockerfile, model.yaml, and the folder itself as the build context. */
async function readModelImage(host, reader, folder, model, policy) {
	const path = join(folder, "Dockerfile");
	const dockerfile = await reader.read(path, maxBytes.dockerfile);
	const names = (await host.files.list(folder)).map(({ name }) => name);
	const requirements = await readAll(reader, folder, names.filter(isRequirements), maxBytes.requirements);
	const { ignore, listing, size } = await reader.context(folder, path, true);
	const source = {
		folder,
		dockerfile,
		requirements,
		context: listing
	};
	if (ignore) source.dockerignore = ignore;
	if (names.includes("model.yaml")) source.modelFile = await reader.read(join(folder, "model.yaml"), require_action_kit.maxModelBytes);
	return {
		image: await complete(reader, source, model, policy),
		size
	};
}
/** A Dockerfile of any other place; `context` where the caller names it. */
async function readPlainImage(host, reader, path, context, policy) {
	const dockerfile = await reader.read(path, maxBytes.dockerfile);
	const source = {
		folder: path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".",
		dockerfile,
		requirements: []
	};
	const folder = context ?? await chooseContext(host, path, require_dockerfile.readImage(source, void 0, policy));
	if (folder === void 0) host.log.info(`${path}: no folder holds all it copies, so that was not checked; say which with context`);
	if (folder === void 0) return {
		image: require_dockerfile.readImage(source, void 0, policy),
		size: null
	};
	const { ignore, listing, size } = await reader.context(folder, path, policy.contextBudgetMiB !== void 0);
	source.folder = folder;
	source.context = listing;
	if (ignore) source.dockerignore = ignore;
	return {
		image: await complete(reader, source, void 0, policy),
		size
	};
}
/** Reads the further files that the rules want, and those that these name in turn. */
async function complete(reader, source, model, policy) {
	const files = /* @__PURE__ */ new Map();
	source.files = files;
	const matrix = policy.matrix && await reader.tryRead(policy.matrix.file, maxBytes.other);
	if (matrix) source.matrixFile = matrix;
	const read = async (paths) => {
		for (const path of paths) files.set(path, await reader.tryRead(join(source.folder, path), maxBytes.requirements));
	};
	let image = require_dockerfile.readImage(source, model, policy);
	const named = require_dockerfile.namedFiles(image);
	await read(named);
	image = withRequirements(image, named);
	for (let round = 0; round < maxRounds; round++) {
		const wanted = require_dockerfile.wantedFiles(image).filter((path) => !files.has(path));
		if (wanted.length === 0) break;
		await read(wanted);
		image = withRequirements(image, wanted);
	}
	return image;
}
/** Requirements files that commands name are the image's as much as those at the top of its folder. */
function withRequirements(image, paths) {
	const known = new Set(image.requirements.map(({ path }) => path));
	const parsed = paths.map((path) => image.files.get(path)).filter((file) => file && !known.has(file.path) && require_dockerfile.fileKindOf(file.path) === "requirements").map((file) => require_dockerfile.parseRequirements(file?.path ?? "", file?.text ?? ""));
	return {
		...image,
		requirements: [...image.requirements, ...parsed]
	};
}
function readAll(reader, folder, names, limit) {
	return Promise.all(names.map((name) => reader.read(join(folder, name), limit)));
}
/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`. */
function isRequirements(name) {
	return /^(?:[\w.-]+[-_.])?requirements(?:[-_.][\w.-]+)?\.txt$/.test(name);
}

// actions/verify-dockerfile/src/check.ts
/** An image folder. A model.yaml that cannot be used is a finding, and the rest is checked without it. */
async function checkModel(host, reader, folder, policies) {
	const loaded = await require_action_kit.loadModel(host, folder);
	const model = loaded.ok ? loaded.model : void 0;
	try {
		const { image, size } = await readModelImage(host, reader, folder.folder, model, policies.model);
		const checked = {
			findings: [...loaded.ok ? [] : loaded.findings, ...require_dockerfile.checkImage(image)],
			files: require_dockerfile.verifiedFiles(image),
			images: [image],
			size,
			unreadable: []
		};
		return loaded.ok ? checked : {
			...checked,
			failure: loaded.failure
		};
	} catch (error) {
		if (loaded.ok || !(error instanceof require_action_kit.StepFailure)) throw error;
		return {
			findings: loaded.findings,
			files: [],
			images: [],
			size: null,
			unreadable: [],
			failure: loaded.failure
		};
	}
}
/** Dockerfiles of any place. One that cannot be read does not stop the others. */
async function checkDockerfiles(host, reader, paths, { context, policies }) {
	const all = {
		findings: [],
		files: [],
		images: [],
		size: null,
		unreadable: []
	};
	const seen = /* @__PURE__ */ new Set();
	const files = /* @__PURE__ */ new Map();
	for (const path of paths) try {
		const { image } = await readPlainImage(host, reader, path, context, policies.plain);
		all.images.push(image);
		for (const file of require_dockerfile.verifiedFiles(image)) files.set(file.path, file);
		for (const finding of require_dockerfile.checkImage(image)) {
			const key = JSON.stringify([
				finding.rule,
				finding.message,
				finding.locations[0]
			]);
			if (!seen.has(key)) all.findings.push(finding);
			seen.add(key);
		}
	} catch (error) {
		if (!(error instanceof require_action_kit.StepFailure)) throw error;
		all.unreadable.push({
			path,
			why: error.message.slice(0, 1e3)
		});
	}
	all.files = [...files.values()];
	const [first] = all.unreadable;
	if (first) {
		const more = all.unreadable.length > 1 ? ` (and ${all.unreadable.length - 1} more)` : "";
		all.failure = new require_action_kit.StepFailure({
			code: "unreadable-input",
			message: `${first.why}${more}`,
			remedy: "Name regular files of ordinary size inside the workspace."
		});
	}
	return all;
}
const ruleIds = require_dockerfile.rules.map(({ id }) => id);

// actions/verify-dockerfile/src/judge.ts
const confidences = [
	"high",
	"medium",
	"low"
];
/** Leaves out what comments, the policy, the baseline, the scope or the caller's thresholds leave out, in this order. */
function judge({ findings: found, files }, measure) {
	const { minSeverity, minConfidence, enforced, ignores, baseline, gone, inScope } = measure;
	const byComment = require_dockerfile.applyIgnores(found, files, {
		known: require_dockerfile.ruleList,
		enforced,
		ran: ruleIds
	});
	const byPolicy = parted(require_dockerfile.withFingerprints(byComment.findings, files), ignores, enforced);
	const weighty = byPolicy.kept.filter(({ severity, confidence = "high" }) => require_action_kit.bySeverity(severity, minSeverity) <= 0 && confidences.indexOf(confidence) <= confidences.indexOf(minConfidence));
	const checkedFiles = new Set(files.map(({ path }) => path));
	const covers = ({ file }) => checkedFiles.has(file) || gone.has(file);
	const known = baseline && require_dockerfile.applyBaseline(weighty, baseline, {
		enforced,
		covers
	});
	const fresh = known?.fresh ?? weighty;
	const findings = fresh.filter(inScope).sort(require_dockerfile.worstFirst);
	return {
		findings,
		all: weighty,
		excused: [...byPolicy.excused, ...byComment.suppressed],
		stale: known?.stale ?? [],
		suppressed: {
			inline: byComment.suppressed.length + byPolicy.excused.length,
			baseline: known?.known.length ?? 0,
			scope: fresh.length - findings.length
		}
	};
}
/** What the policy file accepts at some paths. */
function parted(findings, ignores, enforced) {
	const accepted = ignores.map(({ rules, files, reason }) => ({
		rules: new Set(rules),
		glob: require_build_context.parseIgnore(files.join("\n")),
		reason
	}));
	const kept = [];
	const excused = [];
	for (const finding of findings) {
		const { rule, code = "", locations } = finding;
		const mayNot = enforced.includes(rule) || enforced.includes(code);
		const by = accepted.find(({ rules, glob }) => !mayNot && (rules.has(rule) || rules.has(code)) && require_build_context.isIgnored(glob, locations[0]?.file ?? ""));
		if (by) excused.push({
			finding,
			reason: by.reason
		});
		else kept.push(finding);
	}
	return {
		kept,
		excused
	};
}

// actions/verify-dockerfile/src/mend-parts.ts
/** What the fixes of all findings that count make of the files. */
async function mendParts(host, parts, measureOf, safety, network) {
	const check = async (reader) => {
		const found = [];
		for (const part of parts) {
			const checked = await part.check(reader);
			const { findings } = judge(checked, measureOf(part.policy));
			found.push(...network ? await network.answer(checked.images, findings) : findings);
		}
		return found;
	};
	const reader = new SourceReader(host);
	const findings = await check(reader);
	const dockerfiles = new Set(parts.flatMap((part) => part.dockerfiles));
	const again = (changed) => check(new SourceReader(host, changed));
	const mended = await mend(reader.texts, findings, safety, again, dockerfiles);
	host.log.info(`${mended.fixed} finding${mended.fixed === 1 ? "" : "s"} mended`);
	for (const { finding, why } of mended.left) {
		const { file = "", line = 1 } = finding.locations[0] ?? {};
		host.log.info(`${file}:${line}: ${finding.rule} is left: ${why}`);
	}
	return mended;
}

// actions/verify-dockerfile/src/moving-names.ts
/** Milliseconds a server has for one answer. */
const deadlineMs = 3e4;
/** The commit a branch or tag of a public repository names; of an annotated tag, the commit and not the tag. */
async function commitOf(host, repository, ref) {
	if (!/^https?:\/\//.test(repository) || ref.startsWith("-")) return void 0;
	const env = {
		GIT_TERMINAL_PROMPT: "0",
		GIT_ALLOW_PROTOCOL: "http:https",
		GIT_ASKPASS: "true",
		LC_ALL: "C"
	};
	const names = [
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
		env,
		deadlineMs
	});
	const lines = exit.stdout.split("\n").map((line) => line.split("	"));
	const commitAt = (name) => lines.find((line) => line[1] === name)?.[0];
	const commit = commitAt(`refs/tags/${ref}^{}`) ?? commitAt(`refs/tags/${ref}`) ?? commitAt(`refs/heads/${ref}`);
	if (commit && /^[0-9a-f]{40}$/.test(commit)) return commit;
	host.log.warn(`${require_action_kit.plainLine(repository)} does not say what ${require_action_kit.plainLine(ref)} is: ${reasonOf(exit)}`);
}
/** The digest of what a tag names now: of the index, where there is one. */
async function digestOf(host, reference) {
	if (reference.startsWith("-")) return void 0;
	const args = [
		"buildx",
		"imagetools",
		"inspect",
		"--format",
		"{{json .Manifest.Digest}}",
		reference
	];
	const exit = await host.exec("docker", args, { deadlineMs });
	const digest = /"(sha256:[0-9a-f]{64})"/.exec(exit.stdout)?.[1];
	if (exit.code === 0 && digest) return digest;
	host.log.warn(`the digest of ${require_action_kit.plainLine(reference)} is not known: ${reasonOf(exit)}`);
}
function reasonOf({ notStarted, timedOut, stderr, code }) {
	if (notStarted) return notStarted;
	if (timedOut) return `no answer within ${deadlineMs / 1e3} s`;
	const said = stderr.trim().split("\n").at(-1) ?? "";
	return said === "" ? `exit code ${code}` : require_action_kit.plainLine(said).slice(0, 300);
}

// actions/verify-dockerfile/src/question.ts
/** What could be asked about an image, by the rule and the place that would like to know. */
function* questionsOf(image) {
	for (const { source, location } of require_dockerfile.gitTrees(image)) {
		const { repository, ref } = source;
		if (ref === void 0 || location.endColumn === void 0) continue;
		yield [`git-is-pinned ${placeOf(location)}`, {
			key: `git ${repository} ${ref}`,
			title: `Pin ${ref} to its commit`,
			safety: "unsafe",
			span: location,
			mark: "",
			ask: (host) => commitOf(host, repository, ref)
		}];
	}
	for (const { reference, word } of require_dockerfile.externalImages(image.stages, image.dockerfile.escapeMark)) {
		if (reference === void 0 || word.end === void 0 || word.text !== reference) continue;
		const { position, end } = word;
		const file = image.source.dockerfile.path;
		yield [`base-has-digest ${placeOf({
			file,
			...position
		})}`, {
			key: `image ${reference}`,
			title: `Pin ${reference} to its digest`,
			safety: "safe",
			span: {
				file,
				line: end.line,
				column: end.column
			},
			mark: "@",
			ask: (host) => digestOf(host, reference)
		}];
	}
}
/** By which a finding finds its question. */
function placeOf(location) {
	return `${location?.file}:${location?.line}:${location?.column}`;
}

// actions/verify-dockerfile/src/network.ts
/** Questions one run asks of others' servers; further findings keep their remedy without an answer. */
const maxQuestions = 100;
/** Asks servers what moving names mean now. Each question is asked once a run. */
var Network = class {
	host;
	known = /* @__PURE__ */ new Map();
	constructor(host) {
		this.host = host;
	}
	/**
	* Findings with the fixes that answers make possible: git refs are looked up by `git ls-remote`, tags by `docker buildx
	* imagetools inspect`. A name that nobody answers for is logged and gets no fix; it never fails the step.
	*/
	async answer(images, findings) {
		const questions = new Map(images.flatMap((image) => [...questionsOf(image)]));
		const answered = [];
		for (const finding of findings) {
			const question = finding.fix ? void 0 : questions.get(`${finding.rule} ${placeOf(finding.locations[0])}`);
			const answer = question && await this.ask(question);
			answered.push(question && answer ? withFix(finding, question, answer) : finding);
		}
		return answered;
	}
	ask({ key, ask }) {
		const before = this.known.get(key);
		if (before) return before;
		const answer = this.known.size < maxQuestions ? ask(this.host) : Promise.resolve(void 0);
		this.known.set(key, answer);
		return answer;
	}
};
function withFix(finding, { title, safety, span, mark }, answer) {
	const remedy = `${finding.remedy} Now it is ${answer}.`.slice(0, 4e3);
	const edits = [editOf(span, mark + answer)];
	return {
		...finding,
		remedy,
		fix: {
			title: title.slice(0, 200),
			safety,
			edits
		}
	};
}
function editOf({ file, line, column = 1, endLine = line, endColumn = column }, text) {
	return {
		file,
		line,
		column,
		endLine,
		endColumn,
		text
	};
}

// actions/verify-dockerfile/src/parts.ts
function partsOf(host, { models, dockerfiles, skipped }, policies, context) {
	const common = {
		step: "verify",
		context: null
	};
	const parts = models.map((model) => {
		const { slug, folder } = model;
		return {
			seed: {
				...common,
				rules: [...ruleIds],
				model: slug,
				folder,
				policy: policies.model.name
			},
			policy: policies.model,
			dockerfiles: [`${folder}/Dockerfile`],
			check: (reader) => checkModel(host, reader, model, policies)
		};
	});
	if (dockerfiles.length > 0) parts.push({
		seed: {
			...common,
			rules: [...ruleIds],
			folder: ".",
			policy: policies.plain.name,
			files: dockerfiles.slice(0, maxFiles),
			skipped: skipped.slice(0, maxSkipped)
		},
		policy: policies.plain,
		dockerfiles,
		check: (reader) => checkDockerfiles(host, reader, dockerfiles, {
			context,
			policies
		})
	});
	return parts;
}
/** As many as a record has room for. */
const maxFiles = 1e4;
const maxSkipped = 1e3;

// actions/verify-dockerfile/src/policies.ts
/** Found without being named, at the top of the workspace. */
const defaultFile = "mia-policy.yaml";
/** The policy the caller names, the workspace's own, or the built-in ones. Throws a StepFailure where it is no policy. */
async function choosePolicies(host, named) {
	const builtIn = named === void 0 ? void 0 : require_dockerfile.policies.get(named);
	if (builtIn) return {
		model: builtIn,
		plain: builtIn,
		ignores: []
	};
	if (named === void 0 && !await host.files.exists(defaultFile)) return {
		model: require_dockerfile.runpod,
		plain: require_dockerfile.none,
		ignores: []
	};
	const { policy, ignores } = await readPolicy(host, named ?? defaultFile);
	return {
		model: policy,
		plain: policy,
		ignores
	};
}
async function readPolicy(host, file) {
	const known = [...require_dockerfile.policies.keys()];
	if (!await host.files.exists(file)) {
		const near = require_action_kit.closest(file, known);
		const message = `there is no policy ${JSON.stringify(file)}${near ? `; did you mean ${near}?` : ""}`;
		const remedy = `Name a policy file, or one of the built-in policies: ${known.join(", ")}.`;
		throw new require_action_kit.StepFailure({
			code: "invalid-input",
			message,
			remedy
		});
	}
	const { maxPolicyBytes, parsePolicy } = await Promise.resolve().then(() => require("./policy-file.cjs"));
	const parsed = parsePolicy(await host.files.read(file, {
		maxBytes: maxPolicyBytes,
		followLinks: "inside"
	}));
	if (!parsed.ok) throw wrong(file, parsed.problems);
	const { extends: parent = "none", ignore = [], schema: _, ...own } = parsed.policy;
	const base = require_dockerfile.policies.get(parent);
	const problems = unknownRules(parsed.policy).map(({ path, message }) => ({
		line: parsed.lineOf(path),
		message
	}));
	if (base === void 0) {
		const message = `extends: there is no built-in policy ${parent}; they are ${known.join(", ")}`;
		problems.push({
			line: parsed.lineOf(["extends"]),
			message
		});
	}
	if (base === void 0 || problems.length > 0) throw wrong(file, problems);
	return {
		policy: {
			...base,
			...own,
			name: file,
			rules: {
				...base.rules,
				...own.rules
			}
		},
		ignores: ignore
	};
}
function wrong(file, problems) {
	const message = problems.map(({ line, message: text }) => `${file}:${line}: ${text}`).join("\n");
	return new require_action_kit.StepFailure({
		code: "invalid-input",
		message: message.slice(0, 4e3),
		remedy: "Correct it. docs/policies.md lists the keys; schemas/verify-policy.v1.json checks them in an editor."
	});
}
/** A rule that is misspelt would silently stay as it is. */
function unknownRules({ rules: weighed = {}, enforced = [], ignore = [] }) {
	const known = require_dockerfile.rules.flatMap(({ code, id }) => [code, id]);
	return [
		...Object.keys(weighed).map((name) => ({
			name,
			path: ["rules", name]
		})),
		...enforced.map((name, index) => ({
			name,
			path: ["enforced", index]
		})),
		...ignore.flatMap((one, index) => one.rules.map((name) => ({
			name,
			path: [
				"ignore",
				index,
				"rules"
			]
		})))
	].filter(({ name }) => !known.includes(name)).map(({ name, path }) => {
		const near = require_action_kit.closest(name, known);
		return {
			path,
			message: `there is no rule ${name}${near ? `; did you mean ${near}?` : ""}`
		};
	});
}

// actions/verify-dockerfile/src/sarif-file.ts
/** Where no runner says which repository the action came from. */
const home = "https://github.com/OWNER/model-image-actions/blob/HEAD/docs/rules";
/** Writes findings for code scanning. The renderer loads only here: most runs need none. */
async function writeSarif(host, file, findings, excused) {
	const [{ renderSarif }, { gzipSync }] = await Promise.all([Promise.resolve().then(() => require("./summary.cjs")).then((n) => n.render_sarif_exports), import("node:zlib")]);
	const pages = require_action_kit.rulePages(host) ?? home;
	const rules = require_dockerfile.ruleList.map(({ code, id, description, severity, confidence }) => ({
		code,
		id,
		description,
		severity,
		confidence,
		helpUri: `${pages}/${id}.md`,
		.../^MIA3(?:0[4-9]|1\d)$/.test(code) && { securitySeverity: severity === "error" ? 8 : 5 }
	}));
	const packedBytes = (text) => gzipSync(text).length;
	const tool = {
		name: "model-image-actions",
		version: require_version.version,
		informationUri: pages,
		rules
	};
	const suppressed = excused.map(({ finding, reason }) => ({
		...finding,
		suppressed: {
			kind: "inSource",
			reason
		}
	}));
	await host.files.write(file, renderSarif([...findings, ...suppressed], {
		tool,
		packedBytes
	}));
}

// actions/verify-dockerfile/src/scope.ts
/**
* Which findings a change is answerable for. A finding that compares files belongs to the change when any of them does.
* Throws `invalid-input` where the change cannot be known: to check nothing would pass for consent.
*/
async function chooseScope(host, scope, base) {
	if (scope === "all") return () => true;
	const change = await changeOf(host, base);
	if (!change.known) throw unknownChange(change.reason);
	const { lines } = change;
	if (scope === "changed-files") return ({ locations }) => locations.some(({ file }) => lines.has(file));
	return touches(lines);
}
/** More findings of a kind than the runner annotates: those that the change is answerable for come first. */
const worthAsking = 10;
/** Which findings to show first in a workflow; undefined where that makes no difference or cannot be known. */
async function chooseFirst(host, findings) {
	if (findings.length <= worthAsking || !host.env.GITHUB_EVENT_NAME) return void 0;
	const change = await changeOf(host, void 0);
	return change.known ? touches(change.lines) : void 0;
}
async function changeOf(host, base) {
	const choice = base === void 0 ? await require_action_kit.eventComparison(host) : { comparison: {
		ref: base,
		fromMergeBase: true
	} };
	return "reason" in choice ? {
		known: false,
		reason: choice.reason
	} : require_action_kit.changedLines(host, choice.comparison);
}
function touches(lines) {
	return ({ locations }) => locations.some(({ file, line, endLine = line }) => lines.get(file)?.some(([from, to]) => line <= to && endLine >= from));
}
function unknownChange(reason) {
	return new require_action_kit.StepFailure({
		code: "invalid-input",
		message: `what changed cannot be known: ${reason}`,
		remedy: "Set base to a branch or commit, check out with fetch-depth: 0, or take scope: all."
	});
}

// actions/verify-dockerfile/src/discover.ts
/** Files and folders that a walk without git's help looks at; beyond, it says that it stopped. */
const maxEntries = 2e5;
/** Folders of other people's files, which no repository means to have checked. */
const foreign = /* @__PURE__ */ new Set([
	".git",
	".hg",
	".svn",
	".venv",
	"__pycache__",
	"node_modules",
	"venv"
]);
/** Endings of what goes with a Dockerfile, or becomes one: notes, copies, templates. */
const other = /\.(?:dockerignore|md|rst|txt|ya?ml|json|py|sh|orig|bak|swp|jinja2?|j2|tmpl|tpl|template|mustache|erb|in)$/i;
/** `Dockerfile`, `Dockerfile.gpu`, `Dockerfile_gpu`, `gpu.dockerfile`, `gpu_Dockerfile`, `Containerfile`; not `Dockerfile.dockerignore`. */
function isDockerfileName(name) {
	if (other.test(name)) return false;
	return /^(?:Dockerfile|Containerfile)(?:[._-][\w.-]+)?$/i.test(name) || /^[\w.-]+[._-](?:Dockerfile|Containerfile)$/i.test(name);
}
/**
* The Dockerfiles below a folder. Where git knows the folder, those it does not ignore; elsewhere every one, without
* the folders of package managers. Links are not followed.
*/
async function discover(host, folder) {
	const found = await askGit(host, folder) ?? await walk(host, folder);
	const files = [];
	for (const file of found.files.sort()) {
		const kind = (await host.files.entry(file))?.kind;
		if (kind === "file") files.push(file);
		else if (kind === "link") found.skipped.push({
			path: file,
			why: "it is a symbolic link"
		});
		else if (kind !== void 0) found.skipped.push({
			path: file,
			why: "it is not a regular file"
		});
	}
	return {
		files,
		skipped: found.skipped
	};
}
async function askGit(host, folder) {
	const list = (...options) => require_action_kit.git(host, [
		"ls-files",
		"-z",
		"--exclude-standard",
		...options,
		"--",
		folder
	]);
	const [kept, ignored] = await Promise.all([list("--cached", "--others"), list("--others", "--ignored", "--directory")]);
	if (kept.code !== 0 || ignored.code !== 0) return void 0;
	const files = split(kept.stdout).filter(isDockerfile);
	const skipped = split(ignored.stdout).filter((path) => path.endsWith("/") || isDockerfile(path)).map((path) => ({
		path,
		why: "git ignores it"
	}));
	return {
		files: [...new Set(files)],
		skipped
	};
}
function split(list) {
	return list.split("\0").filter((path) => path !== "");
}
function isDockerfile(path) {
	return isDockerfileName(path.slice(path.lastIndexOf("/") + 1));
}
async function walk(host, folder) {
	const found = {
		files: [],
		skipped: []
	};
	const waiting = [folder];
	let left = maxEntries;
	for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) for (const { name, kind } of await host.files.list(next, { sizes: false })) {
		const path = next === "." ? name : `${next}/${name}`;
		left -= 1;
		if (left < 0) {
			const why = `the search ended after ${maxEntries} files and folders`;
			return {
				...found,
				skipped: [...found.skipped, {
					path,
					why
				}]
			};
		}
		if (kind !== "folder") {
			if (isDockerfileName(name)) found.files.push(path);
		} else if (!foreign.has(name)) waiting.push(path);
		else found.skipped.push({
			path: `${path}/`,
			why: "it holds other people's files"
		});
	}
	return found;
}

// actions/verify-dockerfile/src/subjects.ts
/**
* What the selectors name; without one, every model under `imagesDir`, or every Dockerfile of the workspace where there is
* none. Throws `invalid-input` with every unknown name at once.
*/
async function findSubjects(host, imagesDir, selectors) {
	const known = await require_action_kit.listModels(host, imagesDir);
	const search = new Search(host, known);
	if (selectors.length === 0) {
		if (known.length > 0) return {
			models: known,
			dockerfiles: [],
			skipped: []
		};
		search.add(await discover(host, "."));
		return search.isEmpty() ? {
			...search.found,
			models: await require_action_kit.findModels(host, imagesDir, [])
		} : search.found;
	}
	const problems = [];
	for (const selector of selectors) {
		const problem = await search.select(selector);
		if (problem !== void 0) problems.push(problem);
	}
	if (problems.length === 0) return search.found;
	const names = known.map(({ slug }) => slug).join(", ");
	const remedy = `Name a Dockerfile, a folder${names === "" ? "" : `, or one of the models under ${imagesDir}/: ${names}`}.`;
	throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: problems.join("; ").slice(0, 4e3),
		remedy
	});
}
var Search = class {
	found = {
		models: [],
		dockerfiles: [],
		skipped: []
	};
	host;
	known;
	whole;
	constructor(host, known) {
		this.host = host;
		this.known = known;
	}
	isEmpty() {
		return this.found.models.length + this.found.dockerfiles.length === 0;
	}
	/** Adds what a selector names; a sentence where it names nothing. */
	async select(selector) {
		const bySlug = this.known.find(({ slug }) => slug === selector);
		if (bySlug) return this.addModel(bySlug);
		const { files } = this.host;
		const path = files.relative(selector.replace(/\/+$/, ""));
		const kind = await files.kind(path);
		if (kind === "file") return this.addFile(path);
		if (kind === "folder") return this.addFolder(path);
		if (kind !== void 0) return `${selector} is not a regular file`;
		if (/[*?[]/.test(selector)) return this.addMatches(selector);
		return unknown(selector, this.known);
	}
	add({ files, skipped }) {
		for (const file of files) {
			const model = modelOf(this.host, file, this.known);
			if (model) this.addModel(model);
			else if (!this.found.dockerfiles.includes(file)) this.found.dockerfiles.push(file);
		}
		for (const one of skipped) if (!this.found.skipped.some(({ path }) => path === one.path)) this.found.skipped.push(one);
	}
	addModel(model) {
		if (!this.found.models.some(({ folder }) => folder === model.folder)) this.found.models.push(model);
	}
	/** A Dockerfile in an image folder stands for the whole folder. */
	async addFile(path) {
		const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
		const slug = folder.split("/").at(-1) ?? "";
		if (path.endsWith("/Dockerfile") && await this.host.files.exists(`${folder}/model.yaml`) && require_step_result.ModelSlug.safeParse(slug).success) return this.addModel({
			slug,
			folder
		});
		this.add({
			files: [path],
			skipped: []
		});
	}
	async addFolder(folder) {
		if (await this.host.files.exists(`${folder}/model.yaml`)) {
			const slug = folder.split("/").at(-1) ?? "";
			if (!require_step_result.ModelSlug.safeParse(slug).success) return `${folder} is not named like a model`;
			return this.addModel({
				slug,
				folder
			});
		}
		const discovery = await discover(this.host, folder);
		this.add(discovery);
		return discovery.files.length > 0 ? void 0 : `${folder} holds neither a model.yaml nor a Dockerfile`;
	}
	async addMatches(pattern) {
		const glob = require_build_context.parseIgnore(pattern);
		const [problem] = glob.problems;
		if (problem) return `the pattern ${pattern} ${problem.message}`;
		this.whole ??= await discover(this.host, ".");
		const files = this.whole.files.filter((file) => require_build_context.isIgnored(glob, file));
		this.add({
			files,
			skipped: this.whole.skipped
		});
		return files.length > 0 ? void 0 : `no Dockerfile matches ${pattern}`;
	}
};
/** The model of a discovered Dockerfile: those under images-dir are known by their folder. */
function modelOf(host, file, known) {
	return known.find(({ folder }) => host.files.relative(`${folder}/Dockerfile`) === file);
}
function unknown(selector, known) {
	if (selector.includes("/")) return `there is no file or folder ${selector}`;
	const near = require_action_kit.closest(selector, known.map(({ slug }) => slug));
	return `there is no model or file ${JSON.stringify(selector)}${near ? `; did you mean ${near}?` : ""}`;
}

// actions/verify-dockerfile/src/verify-part.ts
/** More would fill a record that nobody reads to its end. The worst come first. */
const maxFindings = 1e3;
/** The record of one part, and what was judged for it; without the latter where the part could not be checked. */
async function verifyPart(host, part, { reader, measure, network, failOn, staleIn }) {
	let own;
	return {
		record: await require_action_kit.recordStep(host, part.seed, async (draft) => {
			const checked = await part.check(reader);
			draft.context = checked.size;
			const judged = judge(checked, measure);
			if (network) judged.findings = await network.answer(checked.images, judged.findings);
			own = judged;
			const stale = staleIn === void 0 ? [] : require_dockerfile.staleFindings(judged.stale, staleIn);
			draft.findings = [...judged.findings, ...stale].slice(0, maxFindings);
			draft.suppressed = judged.suppressed;
			draft.skipped = [...draft.skipped ?? [], ...checked.unreadable].slice(0, 1e3);
			if (judged.findings.length > maxFindings) host.log.warn(`${judged.findings.length} findings; the worst ${maxFindings} are recorded`);
			if (checked.failure) throw checked.failure;
		}, failOn),
		own
	};
}

// actions/verify-dockerfile/src/verify-dockerfile.ts
var verify_dockerfile_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ verifyDockerfile: () => verifyDockerfile });
/** Whether images keep their promises. One record a model, one for all other Dockerfiles; a broken one does not stop the others. */
const verifyDockerfile = require_action_kit.defineAction({
	name: "verify-dockerfile",
	description: "Checks that image folders and Dockerfiles keep their promises: versions that fit, a non-root user, no secrets, a small build context.",
	positional: "models",
	inputs,
	outputs: {
		findings: "Number of findings of any severity, over all models and Dockerfiles.",
		errors: "Number of findings of severity error, over all models and Dockerfiles.",
		fixed: "Number of findings that were mended.",
		sarif: "The SARIF file, where one was asked for."
	},
	async run(given, host) {
		const policies = await choosePolicies(host, given.policy);
		const subjects = await findSubjects(host, given["images-dir"], given.models);
		const parts = partsOf(host, subjects, policies, given.context);
		for (const { path, why } of subjects.skipped.slice(0, 20)) host.log.info(`skipped ${path}: ${why}`);
		const baselineFile = given["write-baseline"] ? void 0 : given.baseline;
		const baseline = baselineFile === void 0 ? void 0 : await readBaseline(host, baselineFile);
		let gone = baseline ? await goneFiles(host, baseline) : /* @__PURE__ */ new Set();
		const fixed = {
			minSeverity: given["min-severity"],
			minConfidence: given["min-confidence"],
			ignores: policies.ignores,
			baseline,
			inScope: await chooseScope(host, given.scope, given.base)
		};
		const measureOf = ({ enforced }) => ({
			...fixed,
			enforced,
			gone
		});
		const network = given.online ? new Network(host) : void 0;
		const mended = given.fix === "off" ? void 0 : await mendParts(host, parts, measureOf, given.fix, network);
		if (mended && !given.diff) await writeMended(host, mended);
		const reader = new SourceReader(host);
		const judged = [];
		const records = [];
		const failOn = given["write-baseline"] ? "never" : given["fail-on"];
		const staleIn = given.scope === "all" ? baselineFile ?? "" : void 0;
		for (const part of parts) {
			const measure = measureOf(part.policy);
			const { record, own } = await verifyPart(host, part, {
				reader,
				measure,
				network,
				failOn,
				staleIn
			});
			if (own) {
				gone = /* @__PURE__ */ new Set();
				judged.push(own);
			}
			records.push(record);
			host.log.info(lineOf(record));
		}
		const findings = judged.flatMap((one) => one.findings);
		const files = [];
		if (given["write-baseline"]) {
			const file = given.baseline ?? defaultBaseline;
			const enforced = [...policies.model.enforced, ...policies.plain.enforced];
			await writeBaseline(host, file, judged.flatMap((one) => one.all), enforced);
			files.push(file);
		}
		if (given.sarif !== void 0) {
			await writeSarif(host, given.sarif, findings, judged.flatMap((one) => one.excused));
			files.push(given.sarif);
		}
		const inDiff = given.scope === "all" ? await chooseFirst(host, findings) : void 0;
		const everything = judged.flatMap(({ all, excused }) => [...all, ...excused.map(({ finding }) => finding)]);
		const lines = /* @__PURE__ */ new Map();
		return {
			records,
			files,
			source: (file) => {
				const text = lines.has(file) ? void 0 : reader.texts.get(file);
				if (text !== void 0) lines.set(file, maskSecrets(file, text.split(/\r?\n/), everything));
				return lines.get(file);
			},
			...inDiff && { inDiff },
			...mended && given.diff && { print: mended.diff },
			outputs: {
				findings: String(findings.length),
				errors: String(findings.filter(({ severity }) => severity === "error").length),
				fixed: String(mended?.fixed ?? 0),
				sarif: given.sarif ?? ""
			}
		};
	}
});
const defaultBaseline = "mia-baseline.json";

Object.defineProperty(exports, "verifyDockerfile", {
  enumerable: true,
  get: function () {
    return verifyDockerfile;
  }
});
Object.defineProperty(exports, "verify_dockerfile_exports", {
  enumerable: true,
  get: function () {
    return verify_dockerfile_exports;
  }
});