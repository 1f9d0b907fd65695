const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");
const require_dockerfile = require("./dockerfile.cjs");
const require_build_context = require("./build-context.cjs");
const require_version = require("./version.cjs");
const require_step_result = require("./step-result.cjs");
let node_path = require("node:path");

// actions/verify-dockerfile/src/baseline-input.ts
/** Written where no other name is given. */
const defaultBaseline = "mia-baseline.json";
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
		remedy: "Restore it from the repository, or remove it and write it anew with write-baseline."
	});
}
/** Files that entries speak of and that are no more: nobody will find anything in them. */
async function goneFiles(host, { entries }) {
	const gone = /* @__PURE__ */ new Set();
	for (const file of new Set(entries.map((entry) => entry.file))) if (await host.files.entry(file) === void 0) gone.add(file);
	return gone;
}
/**
* Writes what was found into the baseline file. Entries of files that were not looked at stay, for this run says nothing
* of them; those of files that are no more go. Throws where another kind of file is in the way.
*/
async function writeBaseline(host, file, judged, enforced) {
	const former = await formerBaseline(host, file);
	const looked = new Set(judged.flatMap(({ files }) => files));
	const gone = await goneFiles(host, former);
	const fresh = require_dockerfile.baselineOf(judged.flatMap(({ all }) => all), enforced);
	const covers = (entry) => looked.has(entry.file) || gone.has(entry.file);
	const merged = require_dockerfile.mergeBaseline(former.entries, fresh, covers);
	await host.files.write(file, require_dockerfile.formatBaseline(merged.baseline));
	return merged;
}
/** The baseline to be written anew. One that cannot be read any more, as after a merge, is replaced. */
async function formerBaseline(host, file) {
	if (!await host.files.exists(file)) return { entries: [] };
	const text = await host.files.read(file, {
		maxBytes: maxBaselineBytes,
		followLinks: "inside"
	});
	const { parseBaseline } = await Promise.resolve().then(() => require("./dockerfile.cjs")).then((n) => n.parse_baseline_exports);
	const parsed = parseBaseline(text);
	if (parsed.ok) return parsed.baseline;
	if (text.trim() !== "" && !text.includes("\"verify-baseline/")) throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: `${file} is there and is no baseline, so it is not written over`,
		remedy: "Name another file with baseline, or remove this one."
	});
	if (text.trim() !== "") host.log.warn(`${file}: ${parsed.problem} None of its entries is kept.`);
	return { entries: [] };
}
/** What became of the entries, for the log. */
function baselineLine(file, { written, kept, dropped }) {
	return `${file}: ${[
		`${written} ${written === 1 ? "entry" : "entries"} written`,
		...kept > 0 ? [`${kept} kept of files that were not verified`] : [],
		...dropped > 0 ? [`${dropped} dropped, for they are not found any more`] : []
	].join(", ")}`;
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
		description: "What is promised of the images: none, runpod, or a policy file. Default: mia-policy.yaml here or in a folder above, up to the repository's top, else runpod for models and none for other Dockerfiles.",
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
		description: "Writes the baseline file from what is found now, and passes. Default file: mia-baseline.json. Entries of files that were not verified stay.",
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

// actions/verify-dockerfile/src/check-options.ts
/**
* Refuses options that cannot mean what their author hopes for, before anything is read or written: each would otherwise do
* less than was asked, and say nothing. Throws `invalid-input` with every one of them.
*/
async function checkOptions(host, given) {
	const problems = [
		...contradictions(given),
		...await missingFolder(host, "context", given.context),
		...await missingFolder(host, "images-dir", isDefault(given["images-dir"]) ? void 0 : given["images-dir"])
	];
	if (problems.length > 0) throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: problems.map(({ message }) => message).join("; "),
		remedy: problems.map(({ remedy }) => remedy).join(" ")
	});
	if (given.sarif !== void 0) await refuseSarif(host, given.sarif);
	if (given["write-baseline"]) {
		const file = given.baseline ?? "mia-baseline.json";
		await host.files.refuseUnwritable(file);
		await formerBaseline(host, file);
	}
}
function contradictions({ diff, fix, base, scope }) {
	const problems = [];
	if (diff && fix === "off") problems.push({
		message: "diff shows what fix would change, and fix is off",
		remedy: "Set fix to safe or unsafe (--fix --diff), or leave diff out."
	});
	if (base !== void 0 && scope === "all") problems.push({
		message: "base is what scope compares with, and scope is all, which compares with nothing",
		remedy: "Set scope to changed-lines or changed-files, or leave base out."
	});
	return problems;
}
function isDefault(imagesDir) {
	return imagesDir === inputs["images-dir"].parse(void 0);
}
async function missingFolder(host, input, folder) {
	if (folder === void 0) return [];
	const kind = await host.files.kind(folder);
	if (kind === "folder") return [];
	const near = kind === void 0 ? await require_action_kit.nearPath(host.files, folder) : void 0;
	return [{
		message: `${input}: ${kind === void 0 ? `there is no folder ${folder}` : `${folder} is not a folder`}${near === void 0 ? "" : `; did you mean ${near}?`}`,
		remedy: `Name a folder with ${input}, relative to the workspace.`
	}];
}
/** A Dockerfile named by mistake would be gone: what is written over must be JSON, as SARIF is. */
async function refuseSarif(host, file) {
	await host.files.refuseUnwritable(file);
	if (!await host.files.exists(file)) return;
	const head = new TextDecoder().decode(await host.files.readHead(file, 64)).trimStart();
	if (head === "" || head.startsWith("{")) return;
	throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: `sarif: ${file} is there and holds something else, so it is not written over`,
		remedy: "Name another file with sarif, or remove this one."
	});
}

// actions/verify-dockerfile/src/choose-context.ts
/** Folders above a Dockerfile that may be its build context. */
const maxFolders$1 = 16;
/**
* The build context of a Dockerfile that no model.yaml stands beside: the nearest folder, from its own upwards, that
* holds every file the Dockerfile names; its own where it names none. Undefined where no folder holds them all.
*/
async function chooseContext(host, path, image) {
	const own = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
	if (own.startsWith("..")) return void 0;
	const named = /* @__PURE__ */ new Set();
	for (const use of require_dockerfile.contextPathUses(image.stages, image.dockerfile.escapeMark)) {
		const clean = use.path.replace(/^\/+/, "");
		if (!/[*?[\\]/.test(clean) && !/^(?:\.\/?)*$/.test(clean)) named.add(clean);
	}
	if (named.size === 0) return own;
	for (const folder of upwards(own)) if (await holdsAll(host, folder, named)) return folder;
}
function upwards(folder) {
	const parts = folder === "." ? [] : folder.split("/");
	return [...parts.map((_, index) => parts.slice(0, parts.length - index).join("/")), "."].slice(0, maxFolders$1);
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
		const { path, passed } = await this.findIgnore(folder, dockerfile);
		const [stopping] = passed.filter(({ stops }) => stops);
		if (stopping) return { unreadIgnore: {
			path: stopping.path,
			why: `${stopping.path}: ${stopping.why}`
		} };
		let ignore;
		try {
			ignore = path === void 0 ? void 0 : await this.read(path, maxBytes.ignore);
		} catch (error) {
			if (path === void 0 || !(error instanceof require_action_kit.StepFailure)) throw error;
			return { unreadIgnore: {
				path,
				why: error.message
			} };
		}
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
		const listing = {
			...walked.listing,
			find: require_build_context.contextFinder(tree)
		};
		return {
			...walked,
			listing,
			passedIgnores: passed.map(({ path: at, why }) => ({
				path: at,
				why
			}))
		};
	}
	/** The ignore file that the builder takes, by the file behind a link. What a fix has written counts as there. */
	async findIgnore(folder, dockerfile) {
		const beside = `${dockerfile}.dockerignore`;
		if (this.texts.has(beside)) return {
			path: beside,
			passed: []
		};
		const { reads, passed } = await require_build_context.findIgnore({
			folder,
			dockerfile
		}, this.host.files);
		const own = join(folder, ".dockerignore");
		if (reads === null && this.texts.has(own)) return {
			path: own,
			passed: []
		};
		return {
			path: reads ?? void 0,
			passed
		};
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
	const walked = await reader.context(folder, path, true);
	const source = {
		folder,
		dockerfile,
		requirements,
		...contextOf$1(walked)
	};
	if (names.includes("model.yaml")) source.modelFile = await reader.read(join(folder, "model.yaml"), require_action_kit.maxModelBytes);
	return {
		image: await complete(reader, source, model, policy),
		size: "size" in walked ? walked.size : null
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
	const walked = await reader.context(folder, path, policy.contextBudgetMiB !== void 0);
	return {
		image: await complete(reader, {
			...source,
			folder,
			...contextOf$1(walked)
		}, void 0, policy),
		size: "size" in walked ? walked.size : null
	};
}
/** Without its .dockerignore nobody knows what a context holds, and rules about it are silent. */
function contextOf$1(walked) {
	if ("unreadIgnore" in walked) return walked;
	const { listing, ignore, passedIgnores = [] } = walked;
	return {
		context: listing,
		...ignore && { dockerignore: ignore },
		passedIgnores
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

// actions/verify-dockerfile/src/path-ignores.ts
function pathIgnores(written, { toOwn }, lineOf) {
	return written.map(({ rules, files, reason }, index) => {
		const glob = require_build_context.parseIgnore(files.join("\n"));
		return {
			rules: rules.map((name) => ({
				name,
				id: require_dockerfile.findRule(name)?.id ?? name
			})),
			files,
			reason,
			line: lineOf(["ignore", index]),
			covers: (path) => require_build_context.isIgnored(glob, toOwn(path))
		};
	});
}
/** The entries that accept a finding: the place to change lies in their files. */
function ignoringEntries(finding, ignores) {
	const path = finding.locations[0]?.file ?? "";
	return ignores.filter(({ rules, covers }) => rules.some(({ id }) => id === finding.rule) && covers(path));
}

// actions/verify-dockerfile/src/judge.ts
const confidences = [
	"high",
	"medium",
	"low"
];
/** Leaves out what comments, the policy, the baseline, the scope or the caller's thresholds leave out, in this order. */
function judge(checked, measure) {
	const { findings: found, files, failure, unreadable } = checked;
	const { enforced, ignores, baseline, gone, inScope } = measure;
	const byComment = require_dockerfile.applyIgnores(found, files, {
		known: require_dockerfile.ruleList,
		enforced,
		ran: ruleIds
	});
	const byPolicy = parted(require_dockerfile.withFingerprints(byComment.findings, files), ignores, enforced);
	const weighty = byPolicy.kept.filter((finding) => isWeighty(finding, measure));
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
		excused: [...byPolicy.excused, ...byComment.suppressed.map(({ finding, reason }) => ({
			finding,
			reason,
			by: "comment"
		}))],
		stale: known?.stale ?? [],
		suppressed: {
			inline: byComment.suppressed.length,
			policy: byPolicy.excused.length,
			baseline: known?.known.length ?? 0,
			scope: fresh.length - findings.length
		},
		files: [...checkedFiles],
		used: usedBy([...byPolicy.excused, ...byComment.suppressed], ignores),
		complete: failure === void 0 && unreadable.length === 0
	};
}
/** Whether a finding reaches the caller's thresholds. */
function isWeighty({ severity, confidence = "high" }, { minSeverity, minConfidence }) {
	return require_action_kit.bySeverity(severity, minSeverity) <= 0 && confidences.indexOf(confidence) <= confidences.indexOf(minConfidence);
}
/** What the policy file accepts at some paths. */
function parted(findings, ignores, enforced) {
	const kept = [];
	const excused = [];
	for (const finding of findings) {
		const { rule, code = "" } = finding;
		const by = enforced.includes(rule) || enforced.includes(code) || require_dockerfile.neverIgnored.has(rule) ? void 0 : ignoringEntries(finding, ignores)[0];
		if (by) excused.push({
			finding,
			reason: by.reason,
			by: "policy"
		});
		else kept.push(finding);
	}
	return {
		kept,
		excused
	};
}
/** Also of what a comment left out before: an entry that says the same is no mistake. */
function usedBy(excused, ignores) {
	const used = /* @__PURE__ */ new Map();
	for (const { finding } of excused) for (const entry of ignoringEntries(finding, ignores)) {
		const known = used.get(entry) ?? /* @__PURE__ */ new Set();
		used.set(entry, known.add(finding.rule));
	}
	return used;
}

// actions/verify-dockerfile/src/line-of.ts
/** A record in one line of the log. */
function lineOf({ model, files, status, findings, failure, context, suppressed }) {
	const who = model ?? `${files?.length ?? 0} Dockerfile${files?.length === 1 ? "" : "s"}`;
	if (failure && failure.code !== "findings") return `${who}: failed: ${failure.message}`;
	const counts = findings.length === 0 ? "no findings" : `${findings.length} finding${findings.length === 1 ? "" : "s"}`;
	const left = Object.entries(suppressed ?? {}).filter(([, count = 0]) => count > 0).map(([by, count]) => `${count} left out by ${words[by]}`);
	return [
		`${who}: ${status}`,
		counts,
		...left,
		...context ? [contextOf(context)] : []
	].join(", ");
}
const words = {
	inline: "comments",
	policy: "the policy",
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
		applied: outcome.applied,
		left: outcome.skipped,
		diff: diffs.join("")
	};
}
/** Writes each changed file whole, and leaves its mode and links as they were. */
async function writeMended(host, { files }) {
	for (const [path, text] of files) await host.files.rewrite(path, text);
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
	return await mend(reader.texts, findings, safety, again, dockerfiles);
}

// actions/verify-dockerfile/src/mended-lines.ts
/** Beyond so many the diff says it better. */
const maxLines = 500;
/** What was mended and where, or would be, and what was not and why: lines for the log. */
function mendedLines({ applied, left }, isTrial) {
	const number = `${applied.length} finding${applied.length === 1 ? "" : "s"}`;
	const head = isTrial ? `${number} would be mended; no file was changed` : `${number} mended`;
	return [
		applied.length === 0 ? head : `${head}:`,
		...capped(applied.map((finding) => `  ${placeOf$1(finding)}: ${nameOf$1(finding)}: ${finding.fix?.title ?? "mended"}`)),
		...capped(left.map(({ finding, why }) => `${placeOf$1(finding)}: ${nameOf$1(finding)} is left: ${why}`))
	];
}
function placeOf$1({ locations: [place] }) {
	return `${place?.file ?? ""}:${place?.line ?? 1}`;
}
function nameOf$1({ code, rule }) {
	return code === void 0 ? rule : `${code} ${rule}`;
}
function capped(lines) {
	const more = lines.length - maxLines;
	return more > 0 ? [...lines.slice(0, maxLines), `  and ${more} more`] : lines;
}

// actions/verify-dockerfile/src/moving-names.ts
/** The commit a branch or tag of a public repository names; of an annotated tag, the commit and not the tag. */
async function commitOf(host, repository, ref) {
	if (!/^https?:\/\//.test(repository) || ref.startsWith("-")) return void 0;
	return knownOrWarn(host, await require_action_kit.askCommit(host, repository, ref), `${require_action_kit.plainLine(repository)} does not say what ${require_action_kit.plainLine(ref)} is`);
}
/** The digest of what a tag names now: of the index, where there is one. */
async function digestOf(host, reference) {
	if (reference.startsWith("-")) return void 0;
	return knownOrWarn(host, await require_action_kit.askDigest(host, reference), `the digest of ${require_action_kit.plainLine(reference)} is not known`);
}
function knownOrWarn(host, answer, lament) {
	if (answer.state === "known") return answer.value;
	host.log.warn(`${lament}: ${answer.detail}`);
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
			dockerfiles: [join(folder, "Dockerfile")],
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

// actions/verify-dockerfile/src/policy-place.ts
/** Found without being named, in the workspace or above it. */
const defaultPolicy = "mia-policy.yaml";
/** Folders above the workspace that are looked into. */
const maxFolders = 64;
/**
* The nearest mia-policy.yaml from the workspace up to the top of its git repository; outside of a repository, that of the
* workspace alone. A job's workspace is the top, whatever lies above it.
*/
async function findPolicy(host) {
	const { files, env, workspace } = host;
	const folders = [];
	let isRepository = false;
	for (let folder = "."; folders.length < maxFolders; folder = node_path.posix.join("..", folder)) {
		folders.push(folder);
		const absolute = files.absolute(folder);
		isRepository = env.GITHUB_WORKSPACE !== void 0 && absolute === files.absolute(env.GITHUB_WORKSPACE) || await files.entry(node_path.posix.join(folder, ".git")) !== void 0;
		if (isRepository || absolute === files.absolute(node_path.posix.join("..", folder))) break;
	}
	for (const folder of isRepository ? folders : ["."]) {
		const file = node_path.posix.join(folder, defaultPolicy);
		if (await files.exists(file)) return placeOfPolicy({
			files,
			workspace
		}, file);
	}
}
/** A file above the workspace speaks of the folder it lies in; any other of the workspace. */
function placeOfPolicy({ files, workspace }, named) {
	const file = files.relative(named);
	const folder = /^(?:\.\.\/)+[^/]+$/.test(file) ? node_path.posix.dirname(file) : ".";
	const depth = folder === "." ? 0 : folder.split("/").length;
	const below = depth === 0 ? [] : workspace.split(/[\\/]+/).slice(-depth);
	return {
		file,
		folder,
		toOwn: (path) => node_path.posix.join(...below, path)
	};
}

// actions/verify-dockerfile/src/policy-problems.ts
/** What a well-formed policy says that cannot work: nothing of it would ever be checked, or it contradicts itself. */
function* policyProblems(policy) {
	const { extends: parent = "none", registries = [] } = policy;
	if (!require_dockerfile.policies.has(parent)) {
		const near = require_action_kit.closest(parent, require_dockerfile.policies.keys());
		const known = [...require_dockerfile.policies.keys()].join(", ");
		yield {
			path: ["extends"],
			message: `extends: there is no built-in policy ${parent}; ${near ? `did you mean ${near}?` : `they are ${known}`}`
		};
	}
	for (const [index, entry] of registries.entries()) {
		const problem = require_dockerfile.registryProblem(entry);
		if (problem) yield {
			path: ["registries", index],
			message: `registries: ${problem}`
		};
	}
	yield* ofRules(policy);
	yield* ofIgnores(policy);
}
function* ofRules({ rules: weighed = {}, enforced = [] }) {
	const seen = /* @__PURE__ */ new Map();
	for (const name of Object.keys(weighed)) {
		const problem = unknownRule(name) ?? notWeighed(name);
		if (problem) yield {
			path: ["rules", name],
			message: `rules: ${problem}`
		};
		const id = require_dockerfile.findRule(name)?.id ?? name;
		const other = seen.get(id);
		if (other !== void 0) yield {
			path: ["rules", name],
			message: `rules: ${other} and ${name} are the same rule`
		};
		seen.set(id, name);
	}
	for (const [index, name] of enforced.entries()) {
		const problem = unknownRule(name);
		if (problem) yield {
			path: ["enforced", index],
			message: `enforced: ${problem}`
		};
		if (weightOf(weighed, name) === "off") {
			const message = `enforced: ${name} is enforced here and turned off under rules; take it out of one`;
			yield {
				path: ["enforced", index],
				message
			};
		}
	}
}
function* ofIgnores({ enforced = [], ignore = [] }) {
	const isEnforced = new Set(enforced.map((name) => require_dockerfile.findRule(name)?.id));
	for (const [index, { rules: names, files }] of ignore.entries()) {
		for (const [at, name] of names.entries()) {
			const path = [
				"ignore",
				index,
				"rules",
				at
			];
			const id = require_dockerfile.findRule(name)?.id;
			const unknown = unknownRule(name);
			if (unknown) yield {
				path,
				message: `ignore: ${unknown}`
			};
			else if (id !== void 0 && require_dockerfile.neverIgnored.has(id)) yield {
				path,
				message: `ignore: ${name} cannot be ignored`
			};
			else if (isEnforced.has(id)) yield {
				path,
				message: `ignore: ${name} is enforced by this policy, so this ignores nothing; take it out of one of the two`
			};
		}
		for (const [at, pattern] of files.entries()) {
			const [problem] = require_build_context.parseIgnore(pattern).problems;
			const why = problem?.message ?? (require_build_context.parseIgnore(pattern).patterns.length === 1 ? void 0 : "is no pattern");
			const shown = JSON.stringify(pattern.slice(0, 200));
			if (why) yield {
				path: [
					"ignore",
					index,
					"files",
					at
				],
				message: `ignore: ${shown} ${why}`
			};
		}
	}
}
/** A rule that is misspelt would silently stay as it is. */
function unknownRule(name) {
	const found = require_dockerfile.findRule(name);
	if (found && (found.id === name || found.code === name)) return void 0;
	const isCode = /^mia\d/i.test(name);
	const near = found?.code ?? (isCode ? nearCode(name) : require_action_kit.closest(name, require_dockerfile.ruleList.map(({ id }) => id)));
	return `there is no rule ${name}; ${near ? `did you mean ${near}?` : "`mia explain all` lists them"}`;
}
/** Two digits that changed places; with any other digit a code is another rule's. */
function nearCode(name) {
	const [, a, b, c] = /^MIA(\d)(\d)(\d)$/.exec(name) ?? [];
	const near = require_dockerfile.ruleList.filter(({ code }) => code === `MIA${b}${a}${c}` || code === `MIA${a}${c}${b}`);
	return near.length === 1 ? near[0]?.code : void 0;
}
/** Those that look at comments, the baseline and model.yaml run outside of what a policy weighs. */
function notWeighed(name) {
	const id = require_dockerfile.findRule(name)?.id;
	return require_dockerfile.rules.some((rule) => rule.id === id) ? void 0 : `${name} weighs the same under every policy`;
}
function weightOf(weighed, name) {
	const rule = require_dockerfile.findRule(name);
	return rule && (weighed[rule.id] ?? weighed[rule.code]);
}

// actions/verify-dockerfile/src/policies.ts
/**
* The policy the caller names, the repository's own, or the built-in ones. Throws a StepFailure where it is no policy, or
* says what cannot work.
*/
async function choosePolicies(host, named) {
	const builtIn = named === void 0 ? void 0 : require_dockerfile.policies.get(named);
	if (builtIn) return {
		model: builtIn,
		plain: builtIn,
		ignores: []
	};
	const place = named === void 0 ? await findPolicy(host) : await namedPolicy(host, named);
	if (place === void 0) return {
		model: require_dockerfile.runpod,
		plain: require_dockerfile.none,
		ignores: []
	};
	const { policy, own } = await readPolicy(host, place);
	host.log.info(`policy: ${place.file}`);
	return {
		model: policy,
		plain: policy,
		ignores: own.ignores,
		own
	};
}
async function namedPolicy(host, name) {
	if (await host.files.exists(name)) return placeOfPolicy(host, name);
	const known = [...require_dockerfile.policies.keys()];
	const near = require_action_kit.closest(name, known);
	const message = `there is no policy ${JSON.stringify(name)}${near ? `; did you mean ${near}?` : ""}`;
	const remedy = `Name a policy file, or one of the built-in policies: ${known.join(", ")}.`;
	throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message,
		remedy
	});
}
async function readPolicy(host, place) {
	const { file } = place;
	const { maxPolicyBytes, parsePolicy } = await Promise.resolve().then(() => require("./policy-file.cjs"));
	const text = await host.files.read(file, {
		maxBytes: maxPolicyBytes,
		followLinks: "inside"
	});
	const parsed = parsePolicy(text);
	if (!parsed.ok) throw wrong(file, parsed.problems);
	const { extends: parent = "none", ignore = [], schema: _, rules = {}, enforced = [], ...said } = parsed.policy;
	const matrix = said.matrix && { file: node_path.posix.join(place.folder, said.matrix.file) };
	const problems = [...policyProblems(parsed.policy), ...await matrixProblem(host, matrix)];
	const base = require_dockerfile.policies.get(parent);
	if (base === void 0 || problems.length > 0) throw wrong(file, problems.map(({ path, message }) => ({
		line: parsed.lineOf(path),
		message
	})));
	return {
		policy: {
			...base,
			...said,
			...matrix && { matrix },
			name: file,
			rules: {
				...base.rules,
				...byId(rules)
			},
			enforced: enforced.map(idOf)
		},
		own: {
			place,
			text,
			ignores: pathIgnores(ignore, place, parsed.lineOf),
			gpuLines: (said.gpus ?? []).map((_, index) => parsed.lineOf(["gpus", index]))
		}
	};
}
const idOf = (name) => require_dockerfile.findRule(name)?.id ?? name;
/** A built-in policy weighs a rule by its id: what the team says of its code must not stand behind that. */
function byId(rules) {
	return Object.fromEntries(Object.entries(rules).map(([name, weight]) => [idOf(name), weight]));
}
/** Without the document nothing would be compared with it, and nobody would know. */
async function matrixProblem(host, matrix) {
	if (matrix === void 0) return [];
	try {
		await host.files.read(matrix.file, {
			maxBytes: maxBytes.other,
			followLinks: "inside"
		});
		return [];
	} catch (error) {
		if (!(error instanceof require_action_kit.StepFailure)) throw error;
		return [{
			path: ["matrix", "file"],
			message: `matrix: ${error.message}`
		}];
	}
}
function wrong(file, problems) {
	const message = problems.map(({ line, message: text }) => `${file}:${line}: ${text}`).join("\n");
	return new require_action_kit.StepFailure({
		code: "invalid-input",
		message: message.slice(0, 4e3),
		remedy: "Correct it. docs/policies.md lists the keys; schemas/verify-policy.v1.json checks them in an editor."
	});
}

// actions/verify-dockerfile/src/policy-findings.ts
/** What a policy file says that has no effect, at its lines. */
function policyFindings({ place, text, ignores, gpuLines }, policy, judged, reach) {
	const gpus = unknownGpus(policy, place.file, gpuLines);
	const unused = reach.whole && place.folder === "." && judged.every(({ complete }) => complete) ? unusedIgnores(place.file, ignores, judged, reach) : [];
	return require_dockerfile.withFingerprints([...gpus, ...unused], [{
		path: place.file,
		text,
		kind: "other"
	}]);
}
function unknownGpus({ gpus = [], rules }, file, lines) {
	const rule = require_dockerfile.findRule("gpu-fits-cuda");
	const severity = rules["gpu-fits-cuda"] ?? "warning";
	if (rule === void 0 || severity === "off") return [];
	const { id, code } = rule;
	return gpus.flatMap((gpu, index) => {
		const problem = require_dockerfile.gpuProblem(gpu);
		const locations = [{
			file,
			line: lines[index] ?? 1
		}];
		return problem ? [{
			rule: id,
			code,
			severity,
			confidence: "high",
			...problem,
			locations
		}] : [];
	});
}
/** Entries that accept nothing which was found, or rules of them. */
function unusedIgnores(file, ignores, judged, { folders }) {
	const { id: rule, code, severity, confidence } = require_dockerfile.ignoreIsUsed;
	const wasSeen = ({ files }) => folders === void 0 || files.every((one) => folders.some((folder) => one.startsWith(`${folder}/`)));
	return ignores.filter(wasSeen).flatMap((entry) => {
		const used = new Set(judged.flatMap((one) => [...one.used.get(entry) ?? []]));
		const unused = entry.rules.filter(({ id }) => !used.has(id)).map(({ name }) => name);
		if (unused.length === 0) return [];
		const all = unused.length === entry.rules.length;
		const names = unused.slice(0, 20).join(", ");
		const where = entry.files.slice(0, 5).join(", ").slice(0, 500);
		return [{
			rule,
			code,
			severity,
			confidence,
			message: `${names} ${unused.length === 1 ? "finds" : "find"} nothing in ${where} that this entry could ignore`,
			remedy: all ? "Remove the entry, or correct its files: they are relative to the workspace, with the wildcards of .dockerignore." : "Take what is not needed out of its rules.",
			locations: [{
				file,
				line: entry.line
			}]
		}];
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
	const suppressed = excused.map(({ finding, reason, by }) => ({
		...finding,
		suppressed: {
			kind: by === "comment" ? "inSource" : "external",
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
/** Endings of what goes with a Dockerfile: notes, copies, programs. */
const other = /\.(?:dockerignore|md|rst|txt|ya?ml|json|py|sh|orig|bak|swp)$/i;
/** Endings of what becomes a Dockerfile, and is none before. */
const template = /\.(?:jinja2?|j2|tmpl|tpl|template|mustache|erb|in)$/i;
/** `Dockerfile`, `Dockerfile.gpu`, `Dockerfile_gpu`, `gpu.dockerfile`, `gpu_Dockerfile`, `Containerfile`; not `Dockerfile.dockerignore`. */
function isDockerfileName(name) {
	return !other.test(name) && !template.test(name) && isNamedAfterDockerfile(name);
}
function isNamedAfterDockerfile(name) {
	return /^(?:Dockerfile|Containerfile)(?:[._-][^\s\p{C}]+)?$/iu.test(name) || /^[^\s\p{C}]+[._-](?:Dockerfile|Containerfile)$/iu.test(name);
}
function isTemplateName(name) {
	return template.test(name) && isNamedAfterDockerfile(name);
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
		...found,
		files
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
	const keptFiles = split(kept.stdout);
	const ignoredFiles = split(ignored.stdout);
	const files = keptFiles.filter(isDockerfile);
	const modelFolders = new Set([...keptFiles, ...ignoredFiles].filter(isModelFile).map(folderOf));
	const skipped = [...ignoredFiles.filter((path) => path.endsWith("/") || isDockerfile(path)).map((path) => ({
		path,
		why: "git ignores it"
	})), ...keptFiles.filter((path) => isTemplateName(nameOf(path))).map(asTemplate)];
	return {
		files: [...new Set(files)],
		modelFolders,
		skipped
	};
}
function split(list) {
	return list.split("\0").filter((path) => path !== "");
}
function isDockerfile(path) {
	return isDockerfileName(nameOf(path));
}
function nameOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
function asTemplate(path) {
	return {
		path,
		why: "its name says that it is a template"
	};
}
function isModelFile(path) {
	return path === "model.yaml" || path.endsWith("/model.yaml");
}
/** The folder a file lies in; `.` for the workspace. */
function folderOf(path) {
	return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
}
async function walk(host, folder) {
	const found = {
		files: [],
		modelFolders: /* @__PURE__ */ new Set(),
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
			else if (isTemplateName(name)) found.skipped.push(asTemplate(path));
			else if (name === "model.yaml") found.modelFolders.add(next);
		} else if (!foreign.has(name)) waiting.push(path);
		else found.skipped.push({
			path: `${path}/`,
			why: "it holds other people's files"
		});
	}
	return found;
}

// actions/verify-dockerfile/src/slug-of.ts
/** The model that a folder is named for; undefined where a model cannot be called so. */
function slugOf(host, folder) {
	const name = host.files.absolute(folder).split(/[\\/]/).at(-1);
	const parsed = require_step_result.ModelSlug.safeParse(name);
	return parsed.success ? parsed.data : void 0;
}

// actions/verify-dockerfile/src/found-subjects.ts
/** The first line of ours names the schema; notes may stand above it. */
const headBytes = 16384;
/** What several selectors name together, each once, in the order it was found. */
var FoundSubjects = class {
	host;
	models = /* @__PURE__ */ new Map();
	folderOfSlug = /* @__PURE__ */ new Map();
	dockerfiles = /* @__PURE__ */ new Set();
	skipped = /* @__PURE__ */ new Map();
	/** `known`: the models under images-dir, to which their names belong first. */
	constructor(host, known) {
		this.host = host;
		for (const { slug, folder } of known) this.folderOfSlug.set(slug, folder);
	}
	get subjects() {
		return {
			models: [...this.models.values()],
			dockerfiles: [...this.dockerfiles],
			skipped: [...this.skipped.values()]
		};
	}
	isEmpty() {
		return this.models.size + this.dockerfiles.size === 0;
	}
	/** A sentence where another folder has the name: the record of one would take the place of the other's. */
	addModel(model) {
		const owner = this.folderOfSlug.get(model.slug) ?? model.folder;
		if (owner !== model.folder) return `${model.folder} is called like ${owner}, and a record is kept by that name; one of them must be renamed`;
		this.folderOfSlug.set(model.slug, model.folder);
		this.models.set(model.folder, model);
	}
	/** A Dockerfile beside a model.yaml becomes its model. Folders without one are not asked. */
	async addDiscovery({ files, modelFolders, skipped }) {
		const models = new Map([...modelFolders].map((folder) => [this.host.files.relative(`${folder}/Dockerfile`), folder]));
		for (const file of files) {
			const folder = models.get(file);
			if (folder === void 0 || !await this.isAdded(folder)) this.dockerfiles.add(file);
		}
		for (const one of skipped) if (!this.skipped.has(one.path)) this.skipped.set(one.path, one);
	}
	async isAdded(folder) {
		const file = this.host.files.relative(`${folder}/model.yaml`);
		if (await this.host.files.kind(file) !== "file") return false;
		const problem = await this.isOurs(file) ? this.add(folder) : "it names no schema, so it is another program's file";
		if (problem !== void 0) this.host.log.warn(`${file} is not used: ${problem}`);
		return problem === void 0;
	}
	add(folder) {
		const slug = slugOf(this.host, folder);
		if (slug === void 0) return "a model's folder is named in lower-case letters, digits and hyphens";
		return this.addModel({
			slug,
			folder
		});
	}
	/** Nobody pointed at this folder, and other programs have files of that name too. */
	async isOurs(file) {
		const head = await this.host.files.readHead(file, headBytes);
		return /^["']?schema["']?\s*:/m.test(new TextDecoder().decode(head));
	}
};

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
		await search.found.addDiscovery(await discover(host, "."));
		if (search.found.isEmpty()) await require_action_kit.findModels(host, imagesDir, []);
		return search.found.subjects;
	}
	const problems = [];
	for (const selector of selectors) {
		const problem = await search.select(selector);
		if (problem !== void 0) problems.push(problem);
	}
	if (problems.length === 0) return search.found.subjects;
	const names = known.map(({ slug }) => slug).join(", ");
	const remedy = names === "" ? "Name a Dockerfile or a folder." : `Name a Dockerfile, a folder, or one of the models under ${imagesDir}/: ${names}.`;
	throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: problems.join("; ").slice(0, 4e3),
		remedy
	});
}
/** More suggestions help nobody, and each looks through folders. */
const maxSuggestions = 20;
var Search = class {
	found;
	host;
	known;
	whole;
	suggestions = 0;
	constructor(host, known) {
		this.host = host;
		this.known = known;
		this.found = new FoundSubjects(host, known);
	}
	/** Adds what a selector names; a sentence where it names nothing. */
	async select(selector) {
		const bySlug = this.known.find(({ slug }) => slug === selector);
		if (bySlug) return this.found.addModel(bySlug);
		const { files } = this.host;
		const path = files.relative(selector.replace(/\/+$/, ""));
		const kind = await files.kind(path);
		if (kind === "file") return this.addFile(path);
		if (kind === "folder") return this.addFolder(path);
		if (kind !== void 0) return `${selector} is not a regular file`;
		if (/[*?[]/.test(selector)) return this.addMatches(selector);
		return this.unknown(selector);
	}
	/** A Dockerfile in an image folder stands for the whole folder. */
	async addFile(path) {
		const folder = folderOf(path);
		const hasModel = await this.host.files.exists(`${folder}/model.yaml`);
		const slug = hasModel && path === `${folder}/Dockerfile` ? slugOf(this.host, folder) : void 0;
		if (slug !== void 0) return this.found.addModel({
			slug,
			folder
		});
		const modelFolders = new Set(hasModel && folder === "." ? ["."] : []);
		await this.found.addDiscovery({
			files: [path],
			modelFolders,
			skipped: []
		});
	}
	async addFolder(folder) {
		if (folder !== "." && await this.host.files.exists(`${folder}/model.yaml`)) {
			const slug = slugOf(this.host, folder);
			return slug === void 0 ? `${folder} is not named like a model` : this.found.addModel({
				slug,
				folder
			});
		}
		const discovery = await discover(this.host, folder);
		await this.found.addDiscovery(discovery);
		return discovery.files.length > 0 ? void 0 : `${folder} holds neither a model.yaml nor a Dockerfile`;
	}
	async addMatches(pattern) {
		const glob = require_build_context.parseIgnore(pattern);
		const [problem] = glob.problems;
		if (problem) return `${JSON.stringify(pattern)} cannot be searched for: ${problem.message}`;
		this.whole ??= await discover(this.host, ".");
		const files = this.whole.files.filter((file) => require_build_context.isIgnored(glob, file));
		await this.found.addDiscovery({
			...this.whole,
			files
		});
		return files.length > 0 ? void 0 : `no Dockerfile matches ${pattern}`;
	}
	async unknown(selector) {
		const what = selector.includes("/") ? `file or folder ${selector}` : `model or file ${JSON.stringify(selector)}`;
		const near = this.suggestions++ < maxSuggestions ? await this.nearest(selector) : void 0;
		return `there is no ${what}${near === void 0 ? "" : `; did you mean ${near}?`}`;
	}
	async nearest(selector) {
		const path = await require_action_kit.nearPath(this.host.files, selector);
		if (selector.includes("/") || selector.length > 200) return path;
		const names = [...this.known.map(({ slug }) => slug), ...path === void 0 ? [] : [path]];
		return require_action_kit.closest(selector, names);
	}
};

// actions/verify-dockerfile/src/verify-part.ts
/** More would fill a record that nobody reads to its end. The worst come first. */
const maxFindings = 1e3;
/** The record of one part, and what was judged for it; without the latter where the part could not be checked. */
async function verifyPart(host, part, { reader, measure, network, failOn, staleIn, besides }) {
	let own;
	return {
		record: await require_action_kit.recordStep(host, part.seed, async (draft) => {
			const checked = await part.check(reader);
			draft.context = checked.size;
			const judged = judge(checked, measure);
			if (network) judged.findings = await network.answer(checked.images, judged.findings);
			judged.findings = [...judged.findings, ...besides(judged)].sort(require_dockerfile.worstFirst);
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
		await checkOptions(host, given);
		const policies = await choosePolicies(host, given.policy);
		const subjects = await findSubjects(host, given["images-dir"], given.models);
		const parts = partsOf(host, subjects, policies, given.context);
		if (given.context !== void 0 && subjects.dockerfiles.length === 0) host.log.warn("context is not used: the build context of a model is its own folder");
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
		for (const line of mended ? mendedLines(mended, given.diff) : []) host.log.info(line);
		const reader = new SourceReader(host);
		const judged = [];
		const records = [];
		const failOn = given["write-baseline"] ? "never" : given["fail-on"];
		const staleIn = given.scope === "all" ? baselineFile ?? "" : void 0;
		const { own: policyFile } = policies;
		if (policyFile) reader.texts.set(policyFile.place.file, policyFile.text);
		const reach = {
			whole: given.models.length === 0 && given.scope === "all",
			folders: subjects.models.length > 0 ? [host.files.relative(given["images-dir"])] : void 0
		};
		const ofPolicy = (own) => policyFile && records.length === parts.length - 1 ? policyFindings(policyFile, policies.model, [...judged, own], {
			...reach,
			whole: reach.whole && judged.length === records.length
		}).filter((finding) => isWeighty(finding, fixed) && fixed.inScope(finding)) : [];
		for (const part of parts) {
			const settings = {
				reader,
				measure: measureOf(part.policy),
				network,
				failOn,
				staleIn,
				besides: ofPolicy
			};
			const { record, own } = await verifyPart(host, part, settings);
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
			const file = given.baseline ?? "mia-baseline.json";
			const enforced = [...policies.model.enforced, ...policies.plain.enforced];
			host.log.info(baselineLine(file, await writeBaseline(host, file, judged, enforced)));
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
				fixed: String(mended?.applied.length ?? 0),
				sarif: given.sarif ?? ""
			}
		};
	}
});

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