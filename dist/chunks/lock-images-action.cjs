const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");
const require_lock = require("./lock.cjs");
const require_catalog = require("./catalog.cjs");
const require_dockerfile = require("./dockerfile.cjs");
let node_timers_promises = require("node:timers/promises");

// actions/lock-images/src/batches.ts
/** Packages that pip can be asked for in one go: of each name one version. */
function batchesOf(packages) {
	const batches = [];
	const seen = /* @__PURE__ */ new Map();
	for (const one of packages) {
		const name = require_catalog.packageName(one.name);
		const index = seen.get(name) ?? 0;
		seen.set(name, index + 1);
		batches[index] = [...batches[index] ?? [], one];
	}
	return batches;
}

// actions/lock-images/src/wheel-tags.ts
/** Older names of three manylinux tags, by the glibc they stand for (PEP 600). */
const aliases = {
	17: "manylinux2014",
	12: "manylinux2010",
	5: "manylinux1"
};
/**
* Every platform tag that pip in the image takes, the best first, as pip orders them: `--platform` alone would stand for a single one.
* Source: https://peps.python.org/pep-0600/ and packaging.tags.
*/
function platformTags(newest) {
	const match = /^manylinux_2_(\d{1,2})_(x86_64|aarch64)$/.exec(newest);
	if (!match) return [newest];
	const machine = match[2];
	const oldest = machine === "x86_64" ? 5 : 17;
	const tags = [];
	for (let minor = Number(match[1]); minor >= oldest; minor--) {
		tags.push(`manylinux_2_${minor}_${machine}`);
		const alias = aliases[minor];
		if (alias) tags.push(`${alias}_${machine}`);
	}
	return [...tags, `linux_${machine}`];
}

// actions/lock-images/src/pip-arguments.ts
/** Nobody is there to answer, and one more try than the first must do. */
const quick = [
	"--no-input",
	"--disable-pip-version-check",
	"--no-color",
	"--retries",
	"1",
	"--timeout",
	"15"
];
/**
* The image's Python, as pip shall imagine it. `pip install` holds Requires-Python against the Python that runs pip, whatever
* `--python-version` says (pip 23.2), and nobody told us the image's patch release: exact versions need no such check.
*/
function target({ python, platform }) {
	return [
		"--implementation",
		"cp",
		"--python-version",
		python,
		"--ignore-requires-python",
		...platformTags(platform).flatMap((tag) => ["--platform", tag])
	];
}
/** Every place that pip in the image looks at, and no other. */
function places({ index, extraIndexes, links }) {
	return [
		...index === null ? [] : ["--index-url", index],
		...extraIndexes.flatMap((url) => ["--extra-index-url", url]),
		...links.flatMap((url) => ["--find-links", url])
	];
}
/** Asks which wheels pip would install; none is. `--target` is never written to, but pip wants one for another platform. */
function wheelArguments(request, files) {
	return [
		"install",
		"-vv",
		...quick,
		"--dry-run",
		"--ignore-installed",
		"--no-deps",
		"--only-binary=:all:",
		...target(request),
		...places(request.places),
		...[
			"--target",
			files.folder,
			"--report",
			files.report,
			"--requirement",
			files.requirements
		]
	];
}
/** A hash that no file has: pip fetches the archive, says what it has instead, and stops before it runs any of it. */
const impossibleHash = "0".repeat(64);
/** Asks for the source archive of one package, whose `setup.py` must not run here. */
function archiveArguments(request, files) {
	return [
		"download",
		"-vv",
		...quick,
		"--progress-bar=off",
		"--no-deps",
		"--no-binary=:all:",
		"--require-hashes",
		...target(request),
		...places(request.places),
		...[
			"--dest",
			files.folder,
			"--requirement",
			files.requirements
		]
	];
}

// actions/lock-images/src/pip-words.ts
/** `ERROR: No matching distribution found for fire==0.5.0` */
function unfoundPackage(stderr) {
	return /No matching distribution found for ([A-Za-z0-9][A-Za-z0-9._-]{0,199})==/.exec(stderr)?.[1];
}
/** The URL and the reason of a page that pip passed over; a page that is not there (404) is an answer. */
function unfetchedPage(line) {
	const match = /Could not fetch URL (\S{1,2000}?):? (.{0,400})/.exec(line);
	return match && !/\b404\b/.test(match[2] ?? "") ? match[1] : void 0;
}
/** Whether pip had no way to somebody's server; to a person it then says that there is no such package. */
function hadNoConnection(stderr) {
	return /Retrying \(Retry\(|connection broken|Max retries exceeded|ReadTimeoutError|ProxyError/.test(stderr);
}
/** Name and hash of the archive that pip fetched and refused for its hash, which we made impossible. */
function refusedArchive(stderr) {
	const url = /^ {4}\S+ from (https?:\/\/\S{1,2000}?)(?:#\S*)? \(from /m.exec(stderr)?.[1];
	const sha256 = /^\s+Got\s+([0-9a-f]{64})\s*$/m.exec(stderr)?.[1];
	const file = url && fileOfUrl(url);
	return url && file && sha256 ? {
		file,
		sha256,
		url
	} : void 0;
}
/** The last part of a URL's path, as the file is called. */
function fileOfUrl(url) {
	const last = /^[^?#]*\/([^/?#]+)/.exec(url)?.[1];
	try {
		const name = last && decodeURIComponent(last);
		return name && /^[A-Za-z0-9][A-Za-z0-9._+!-]{0,290}\.(?:whl|tar\.gz|tar\.bz2|zip)$/.test(name) ? name : void 0;
	} catch {
		return;
	}
}
/**
* The host a file came from, as the lock may name it: PyPI's, or one of a domain that the image's own files name. Any other belongs
* to the configuration of the pip that asked, which is nobody else's business. Undefined for a file of this machine.
*/
function publicHost(url, places) {
	const host = /^https?:\/\/(?:[^/@]*@)?([a-z0-9.-]{1,253}(?::\d{1,5})?)(?:\/|$)/i.exec(url)?.[1]?.toLowerCase();
	if (host === void 0) return void 0;
	const named = places.map((place) => domainOf(place));
	if (host === "files.pythonhosted.org" || host === "pypi.org") return host;
	return named.includes(domainOf(`https://${host}/`)) ? host : "configured-index";
}
/** The last two parts of a host's name: what download.pytorch.org links to may lie on download-r2.pytorch.org. */
function domainOf(url) {
	return (/^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? "").split(".").slice(-2).join(".");
}

// actions/lock-images/src/pip-report.ts
/** A report holds the whole description of each package. */
const maxReportBytes = 67108864;
/**
* The files of a report of `pip install --dry-run --report`, by package name. What has another form than pip documents is left
* out. Source: https://pip.pypa.io/en/stable/reference/installation-report/
*/
function parseReport(text, places) {
	const found = /* @__PURE__ */ new Map();
	let report;
	try {
		report = JSON.parse(text);
	} catch {
		return found;
	}
	const install = at(report, "install");
	if (!Array.isArray(install)) return found;
	for (const item of install.slice(0, 5e3)) {
		const name = at(at(item, "metadata"), "name");
		const url = at(at(item, "download_info"), "url");
		const archive = at(at(item, "download_info"), "archive_info");
		if (typeof name !== "string" || name.length > 200 || typeof url !== "string" || url.length > 4e3) continue;
		found.set(require_catalog.packageName(name), reported(url, hashOf(archive), places));
	}
	return found;
}
function reported(url, sha256, places) {
	const from = publicHost(url, places);
	if (from === void 0) return { refused: "pip found it in a folder of the machine that asked, not on a server" };
	const file = fileOfUrl(url);
	if (file === void 0) return { refused: "the file pip found has a name that no wheel has" };
	return sha256 === void 0 ? { refused: "pip did not say the SHA-256 of its file" } : {
		file,
		sha256,
		from
	};
}
/** pip before 22.3 writes `hash: "sha256=..."` alone. */
function hashOf(archive) {
	const hash = at(at(archive, "hashes"), "sha256") ?? String(at(archive, "hash") ?? "").replace(/^sha256=/, "");
	return typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash) ? hash : void 0;
}
function at(value, key) {
	return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? value[key] : void 0;
}

// actions/lock-images/src/ask-packages.ts
/**
* The file that pip takes in the image for each package, by `packageKey`. All places are asked at once, as pip in the image does: where one
* of them says nothing, nobody knows what it has, and there is no answer. First the wheels of all, then one by one the source
* archives of what has no wheel. Nothing is installed and no code of a package runs. `lost`: what could not be reached before in
* this run, and is not waited for again.
*/
async function askPackages(host, pip, request, lost) {
	const asking = new Asking(host, pip, request, lost);
	for (const batch of batchesOf(request.packages)) await asking.askBatch(batch);
	for (const one of request.packages) if (!asking.answers.has(require_catalog.packageKey(one))) await asking.askRest(one);
	return asking.answers;
}
var Asking = class {
	answers = /* @__PURE__ */ new Map();
	host;
	pip;
	request;
	lost;
	/** Hosts of the places, and `index` for the one that pip knows by itself. */
	hosts;
	urls;
	/** Of which pip said that no place has a wheel; that it said nothing else is not the same. */
	unfound = /* @__PURE__ */ new Set();
	files = 0;
	constructor(host, pip, request, lost) {
		this.host = host;
		this.pip = pip;
		this.request = request;
		this.lost = lost;
		const { index, extraIndexes, links } = request.places;
		this.urls = [
			...index === null ? [] : [index],
			...extraIndexes,
			...links
		];
		this.hosts = [...index === null ? ["index"] : [], ...this.urls.map(require_action_kit.hostOf)];
	}
	/** Packages without an answer afterwards have no wheel anywhere. pip names one of them at a time. */
	async askBatch(batch) {
		let rest = [...batch];
		while (rest.length > 0 && this.pip.hasTime() && !this.isLost()) {
			const { exit, reported } = await this.askWheels(rest);
			if (exit.code !== 0 && !this.isLost() && hadNoConnection(exit.stderr)) this.lose("index");
			if (this.isLost()) return;
			if (exit.code === 0) {
				for (const one of rest) this.keep(one, reported.get(require_catalog.packageName(one.name)));
				return;
			}
			const name = unfoundPackage(exit.stderr);
			const without = rest.filter((one) => require_catalog.packageName(one.name) !== require_catalog.packageName(name ?? ""));
			for (const one of rest) if (!without.includes(one)) this.unfound.add(require_catalog.packageKey(one));
			if (without.length === rest.length) return this.askHalves(rest, exit.timedOut);
			rest = without;
		}
	}
	/** pip stopped for a reason that names no package: whichever it is, the others shall not suffer. */
	async askHalves(rest, isLate) {
		if (rest.length === 1) {
			for (const one of rest) this.leave(one, isLate ? "pip did not end in time" : "pip could not find it out");
			return;
		}
		const middle = Math.ceil(rest.length / 2);
		await this.askBatch(rest.slice(0, middle));
		await this.askBatch(rest.slice(middle));
	}
	async askRest(one) {
		if (this.isLost()) return this.leave(one, this.lostWords());
		if (!this.unfound.has(require_catalog.packageKey(one))) return this.leave(one, this.pip.hasTime() ? "pip could not find it out" : "the time for asking was over");
		const isLocal = one.version.includes("+");
		if (!one.wheelOnly && !isLocal) {
			if (!this.pip.hasTime()) return this.leave(one, "the time for asking was over");
			if (await this.askArchive(one)) return;
		}
		if (this.isLost()) return this.leave(one, this.lostWords());
		const { python, platform } = this.request;
		const reason = `${one.wheelOnly || isLocal ? "no wheel" : "neither a wheel nor a source archive"} for Python ${python} and ${platform} was found`;
		this.answers.set(require_catalog.packageKey(one), {
			state: "absent",
			reason,
			detail: reason
		});
	}
	async askWheels(packages) {
		const { requirements, report, folder } = await this.freshFiles(packages);
		const args = wheelArguments(this.request, {
			requirements,
			report,
			folder
		});
		const exit = await this.pip.run(args, { onLine: (line) => this.noteLoss(line) });
		const text = exit.code === 0 ? await this.host.files.read(report, { maxBytes: maxReportBytes }) : "";
		return {
			exit,
			reported: parseReport(text, this.urls)
		};
	}
	async askArchive(one) {
		const { requirements, folder } = await this.freshFiles([one], ` --hash=sha256:${impossibleHash}`);
		const args = archiveArguments(this.request, {
			requirements,
			folder
		});
		const exit = await this.pip.run(args, { onLine: (line) => this.noteLoss(line) });
		const archive = refusedArchive(exit.stderr);
		const from = archive && publicHost(archive.url, this.urls);
		if (archive === void 0 && !this.isLost() && hadNoConnection(exit.stderr)) this.lose("index");
		if (this.isLost() || archive === void 0 || from === void 0) return false;
		this.keep(one, {
			file: archive.file,
			sha256: archive.sha256,
			from
		});
		return true;
	}
	noteLoss(line) {
		const url = unfetchedPage(line);
		if (url === void 0) return;
		const lost = this.urls.find((place) => require_action_kit.hostOf(place) === require_action_kit.hostOf(url));
		this.lose(lost === void 0 ? this.hosts[0] ?? "index" : require_action_kit.hostOf(lost));
	}
	lose(name) {
		const place = this.hosts.includes(name) ? name : this.hosts[0] ?? name;
		if (!this.lost.has(place)) this.host.log.warn(`pip could not read ${placeWords(place)}; what it would have said stays unknown`);
		this.lost.add(place);
	}
	isLost() {
		return this.hosts.some((name) => this.lost.has(name));
	}
	lostWords() {
		const names = [...new Set(this.hosts)].filter((name) => this.lost.has(name)).sort();
		const shown = names.slice(0, 5).map(placeWords);
		const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : "";
		return `${shown.join(" and ")}${more} could not be reached`.slice(0, 500);
	}
	keep(one, reported) {
		const why = reported === void 0 ? "pip's report does not name it" : refusal(one, reported);
		if (reported === void 0 || "refused" in reported || why !== void 0) this.leave(one, why ?? "pip could not find it out");
		else this.answers.set(require_catalog.packageKey(one), {
			state: "known",
			value: reported
		});
	}
	leave(one, reason, detail = reason) {
		this.answers.set(require_catalog.packageKey(one), {
			state: "silent",
			reason,
			detail,
			unreachable: false
		});
	}
	async freshFiles(packages, behind = "") {
		const folder = `${this.pip.folder}/${this.files++}`;
		await this.host.files.makeFolder(folder);
		const requirements = `${folder}/requirements.txt`;
		const text = packages.map(({ name, version }) => `${name}==${version}${behind}\n`).join("");
		await this.host.files.write(requirements, text);
		return {
			requirements,
			report: `${folder}/report.json`,
			folder: `${folder}/none`
		};
	}
};
/** Why what pip reported is no answer. */
function refusal(one, reported) {
	if ("refused" in reported) return reported.refused;
	const told = require_lock.wheelName(reported.file);
	return !told || told.name === require_catalog.packageName(one.name) && require_catalog.isVersionOf(told.version, one.version) ? void 0 : "the file pip found is called after another package or version";
}
function placeWords(name) {
	return name === "index" ? "the package index" : name;
}

// actions/lock-images/src/pip.ts
/** Milliseconds one call may take: a wheel of torch weighs two gigabytes, and its page does not say its hash. */
const callMs = 6e5;
/**
* The pip of this machine, with the user's own configuration; or why there is none. It runs in a folder of its own: `-m pip` would
* else run a pip.py that lies in the workspace.
*/
async function findPip(host, folder, budgetMs) {
	const end = performance.now() + budgetMs;
	const env = {
		LC_ALL: "C",
		PIP_USER: "0",
		PIP_REQUIRE_VIRTUALENV: "0",
		PYTHONSAFEPATH: "1",
		...noOwnPlaces
	};
	for (const python of ["python3", "python"]) {
		const exit = await host.exec(python, [
			"-m",
			"pip",
			"--version"
		], {
			cwd: folder,
			env,
			deadlineMs: 3e4
		});
		if (exit.cancelled) throw cancelled();
		const version = /^pip (\d+)\.(\d+)/.exec(exit.stdout);
		if (exit.code !== 0 || !version) continue;
		if (Number(version[1]) * 100 + Number(version[2]) < 2202) return { missing: "the pip that was asked is older than 22.2" };
		const own = await host.exec(python, [
			"-m",
			"pip",
			"config",
			"list"
		], {
			cwd: folder,
			env,
			deadlineMs: 3e4
		});
		if (own.cancelled) throw cancelled();
		if (own.code !== 0 || choosesFiles(own.stdout)) return { missing: "the configuration of the pip that was asked names places of its own" };
		const run = async (args, { onLine }) => {
			const deadlineMs = Math.max(1, Math.min(callMs, end - performance.now()));
			const done = await host.exec(python, [
				"-m",
				"pip",
				...args
			], {
				cwd: folder,
				env,
				deadlineMs,
				...onLine && { onLine }
			});
			if (done.cancelled) throw cancelled();
			return done;
		};
		return {
			run,
			folder,
			hasTime: () => performance.now() < end
		};
	}
	return { missing: "there was no Python with pip to ask with" };
}
/** What this machine's pip looks at beside its index is not what the image's pip looks at. An empty variable counts as none. */
const noOwnPlaces = {
	PIP_ABI: "",
	PIP_CONSTRAINT: "",
	PIP_EXTRA_INDEX_URL: "",
	PIP_FIND_LINKS: "",
	PIP_IMPLEMENTATION: "",
	PIP_NO_BINARY: "",
	PIP_NO_INDEX: "",
	PIP_ONLY_BINARY: "",
	PIP_PLATFORM: "",
	PIP_PREFER_BINARY: "",
	PIP_PYTHON_VERSION: ""
};
/** `global.extra-index-url='...'` of a configuration file, which no variable takes back. */
function choosesFiles(listing) {
	return /^(?!:env:)[\w-]{1,100}\.(?:abi|constraint|extra-index-url|find-links|implementation|no-binary|no-index|only-binary|platform|prefer-binary|python-version)=/m.test(listing);
}
function cancelled() {
	return new require_action_kit.StepFailure({
		code: "cancelled",
		message: "the run was cancelled before everything was asked; the lock file is as it was",
		remedy: "Run it again."
	});
}

// actions/lock-images/src/git-tree.ts
/** Milliseconds for one fetch: a commit with its folders and no files. */
const fetchMs = 12e4;
const maxSubmodules = 200;
/**
* Asks whether a repository has the commit, and which submodules that commit holds. Only the commit and its folders are fetched,
* into an empty repository that the caller removes.
*/
async function askTree(host, folder, repository, ref) {
	const refused = require_action_kit.unaskable(repository, ref);
	if (refused) return refused;
	const named = ref !== null && /^[0-9a-f]{40}$/i.test(ref) ? {
		state: "known",
		value: ref.toLowerCase()
	} : await require_action_kit.askCommit(host, repository, ref);
	if (named.state !== "known") return named;
	const commit = named.value;
	const git = async (args, onLine) => {
		const exit = await host.exec("git", args, {
			cwd: folder,
			env: require_action_kit.gitAskEnvironment,
			deadlineMs: fetchMs,
			...onLine && { onLine }
		});
		if (exit.cancelled) throw cancelled();
		return exit;
	};
	const setUp = await git([
		"init",
		"--quiet",
		"--bare",
		"."
	]);
	if (setUp.code !== 0) return require_action_kit.gitSilence(setUp, repository, fetchMs);
	await git([
		"config",
		"remote.origin.url",
		repository
	]);
	const fetched = await git([
		"fetch",
		"--quiet",
		"--depth=1",
		"--no-tags",
		"--filter=blob:none",
		"origin",
		commit
	]);
	if (fetched.code !== 0) {
		if (/not our ref/.test(fetched.stderr)) return {
			state: "absent",
			reason: `${require_action_kit.hostOf(repository)} has no such commit in this repository`,
			detail: require_action_kit.exitReason(fetched, fetchMs)
		};
		if (/unadvertised object|does not support shallow/.test(fetched.stderr)) return {
			state: "silent",
			reason: `${require_action_kit.hostOf(repository)} does not give out single commits`,
			detail: require_action_kit.exitReason(fetched, fetchMs),
			unreachable: false
		};
		return require_action_kit.gitSilence(fetched, repository, fetchMs);
	}
	const links = [];
	if ((await git([
		"-c",
		"core.quotePath=false",
		"ls-tree",
		"-r",
		commit
	], (line) => {
		const link = /^160000 commit ([0-9a-f]{40})\t(.{1,1000})$/u.exec(line);
		if (link && links.length <= maxSubmodules) links.push({
			commit: link[1] ?? "",
			path: link[2] ?? ""
		});
	})).code !== 0) return known(commit, null, "git could not list its folders");
	if (links.length === 0) return known(commit, []);
	if (links.length > maxSubmodules) return known(commit, null, `it has more than ${maxSubmodules} submodules`);
	if (links.some(({ path }) => /^"|[\p{Cc}\u2028\u2029\ufffd]/u.test(path))) return known(commit, null, "a submodule has a name that cannot be written down");
	const urls = urlsByPath((await git([
		"config",
		"--null",
		`--blob=${commit}:.gitmodules`,
		"--get-regexp",
		"^submodule\\..*\\.(path|url)$"
	])).stdout);
	return known(commit, links.map(({ path, commit: own }) => ({
		path,
		repository: urls.get(path) ?? null,
		commit: own
	})));
}
function known(commit, submodules, reason) {
	return {
		state: "known",
		value: {
			commit,
			submodules,
			...reason && { reason }
		}
	};
}
/** Where .gitmodules says each path comes from: `submodule.NAME.path LF VALUE NUL`, and the same with `url`. */
function urlsByPath(text) {
	const byName = /* @__PURE__ */ new Map();
	for (const record of text.split("\0").slice(0, 410)) {
		const match = /^submodule\.(.{1,1000})\.(path|url)\n(.{1,2000})$/su.exec(record);
		if (!match) continue;
		const [, name = "", key, value = ""] = match;
		byName.set(name, {
			...byName.get(name),
			[key]: value
		});
	}
	const found = /* @__PURE__ */ new Map();
	for (const { path, url } of byName.values()) {
		const address = url && require_lock.withoutSecrets(url);
		if (path && address && /^[^\s\p{Cc}]+$/u.test(address)) found.set(path, address);
	}
	return found;
}

// actions/lock-images/src/asker.ts
/** A run's limit for each kind of question; a name more than that is not asked for. */
const maxQuestions = 1e3;
/** Asks everything once, however many models want to know it. Throws a StepFailure `cancelled`; nothing else. */
async function askAll(host, questions, packageMs) {
	const folder = await host.files.makeTemporaryFolder("mia-lock-");
	try {
		return {
			bases: await askBases(host, questions.bases),
			sources: await askSources(host, questions.sources, folder),
			packages: await askGroups(host, questions.packages, folder, packageMs)
		};
	} finally {
		await host.files.remove(folder);
	}
}
/** The part of a package's key that says for which image it was asked, and where. */
function groupKey({ python, platform }, places = defaultPlaces) {
	return JSON.stringify([
		python,
		platform,
		places.index,
		places.extraIndexes,
		places.links
	]);
}
/** What pip knows without being told. */
const defaultPlaces = {
	index: null,
	extraIndexes: [],
	links: []
};
/** Where the answer to a package of an image stands. */
function answerKey(pins, pin) {
	return groupKey(pins, pin.places) + require_catalog.packageKey(pin) + String(pin.wheelOnly);
}
async function askBases(host, bases) {
	const found = /* @__PURE__ */ new Map();
	const lost = /* @__PURE__ */ new Map();
	for (const { image, digest } of bases) {
		const key = require_catalog.baseKey(image);
		if (found.has(key) || found.size === maxQuestions) continue;
		const registry = require_action_kit.registryOf(image);
		const before = lost.get(registry);
		const answer = before ?? await require_action_kit.askDigest(host, digest === void 0 ? image : `${require_catalog.imageParts(image).image}@${digest}`);
		if (host.signal.aborted) throw cancelled();
		if (answer.state === "silent" && answer.unreachable) lost.set(registry, answer);
		if (answer.state !== "known" && answer !== before) host.log.warn(`${require_action_kit.plainLine(require_lock.withoutSecrets(image))}: ${answer.reason} (${answer.detail})`);
		found.set(key, answer);
	}
	return found;
}
async function askSources(host, sources, folder) {
	const found = /* @__PURE__ */ new Map();
	const lost = /* @__PURE__ */ new Map();
	for (const source of sources) {
		const key = require_catalog.sourceKey(source);
		if (found.has(key) || found.size === maxQuestions) continue;
		const server = require_action_kit.hostOf(source.repository);
		const own = `${folder}/git-${found.size}`;
		await host.files.makeFolder(own);
		const before = lost.get(server);
		const answer = before ?? await askTree(host, own, source.repository, source.ref);
		if (host.signal.aborted) throw cancelled();
		if (answer.state === "silent" && answer.unreachable) lost.set(server, answer);
		if (answer.state !== "known" && answer !== before) host.log.warn(`${require_action_kit.plainLine(require_lock.withoutSecrets(source.repository))}: ${answer.reason} (${answer.detail})`);
		found.set(key, answer);
		await host.files.remove(own);
	}
	return found;
}
async function askGroups(host, questions, folder, budgetMs) {
	const groups = /* @__PURE__ */ new Map();
	for (const { pins, places, wanted } of questions) {
		const { python, platform } = pins;
		for (const one of wanted) {
			const key = groupKey(pins, places);
			const group = groups.get(key + String(one.wheelOnly)) ?? {
				python,
				platform,
				places,
				packages: [],
				wanted: /* @__PURE__ */ new Map()
			};
			group.wanted.set(require_catalog.packageKey(one), one);
			groups.set(key + String(one.wheelOnly), group);
		}
	}
	const found = /* @__PURE__ */ new Map();
	if (groups.size === 0) return found;
	const pip = await findPip(host, folder, budgetMs);
	const lost = /* @__PURE__ */ new Set();
	for (const { python, platform, places, wanted } of groups.values()) {
		const packages = [...wanted.values()];
		const keyOf = (own, wheelOnly) => groupKey({
			python,
			platform
		}, places) + own + String(wheelOnly);
		if ("missing" in pip) {
			for (const one of packages) found.set(keyOf(require_catalog.packageKey(one), one.wheelOnly), {
				state: "silent",
				reason: pip.missing,
				detail: pip.missing,
				unreachable: true
			});
			continue;
		}
		host.log.info(`asking for the files of ${packages.length} packages for Python ${python} on ${platform}`);
		const answers = await askPackages(host, pip, {
			python,
			platform,
			places,
			packages
		}, lost);
		for (const [own, answer] of answers) found.set(keyOf(own, packages[0]?.wheelOnly ?? false), answer);
	}
	return found;
}

// actions/lock-images/src/inputs.ts
const inputs = {
	models: require_action_kit.lines({
		description: "Models to lock, one a line: folders or slugs. Default: all under images-dir. The others keep what the lock holds of them.",
		placeholder: "MODEL"
	}),
	"images-dir": require_action_kit.text({
		description: "Folder whose subfolders are the image folders.",
		default: "images",
		placeholder: "FOLDER"
	}),
	"lock-file": require_action_kit.optionalText({
		description: "The lock file. Default: models.lock.yaml in images-dir.",
		placeholder: "FILE"
	}),
	check: require_action_kit.flag({
		description: "Writes nothing, and fails where the files or the servers no longer say what the lock holds.",
		default: false
	}),
	update: require_action_kit.flag({
		description: "Asks again for everything. Without it only what the lock lacks is asked for.",
		default: false
	}),
	offline: require_action_kit.flag({
		description: "Asks nobody over the network. What that leaves unverified is named.",
		default: false
	}),
	timeout: require_action_kit.duration({ description: "Limit for asking about Python packages, such as 30m; pip may have to fetch them to hash them. Default: 20m." })
};

// actions/lock-images/src/findings.ts
/** More of one kind than this are told by their number. */
const maxFindings = 100;
const maxNames = 8;
/** Says findings about one model's part of the lock. */
var LockFindings = class {
	place;
	pins;
	fallback;
	/** `folder`: of the image; its model.yaml is shown where the lock has no line for it. */
	constructor(place, pins, folder) {
		this.place = place;
		this.pins = pins;
		this.fallback = {
			file: `${folder}/model.yaml`,
			line: 1
		};
	}
	/** What the files ask for and the lock does not hold, or the other way round. */
	drift(drift) {
		return capped(drift.map((one) => this.finding("lock-drift", "error", driftMessage(one, this.place.file), {
			remedy: `Run \`mia lock ${this.pins.slug}\` and review what it changes.`,
			locations: [...this.inLock(one.path, one.state === "missing"), ...one.locations]
		})));
	}
	/** What servers no longer say. */
	moved(entries) {
		return capped(entries.filter(isMoved).map(({ kind, name, locked, resolved }) => this.finding("lock-moved", "error", `${name} is locked as ${locked}, and now it is ${resolved}`, {
			remedy: `If that is meant, run \`mia lock ${this.pins.slug} --update\` and review what it changes; else ask why it moved.`,
			locations: [...this.inLock(this.pathOf(kind, name), false), ...this.pinned(kind, name)]
		})));
	}
	/** What a server answered that it does not have. */
	absent(absent) {
		return absent.map(({ kind, name, reason, pin }) => this.finding("lock-absent", "error", `${name}: ${reason}`, {
			remedy: "Name one that exists; a build from an empty cache ends here.",
			locations: [...pin.locations, ...this.inLock(this.pathOf(kind, name), false)]
		}));
	}
	/** What nobody knows yet, one finding for all that lack the same for the same reason. */
	incomplete(parts) {
		return [...grouped(parts).values()].slice(0, maxFindings).map((group) => {
			const [first] = group;
			const names = group.slice(0, maxNames).map(({ name }) => name).join(", ");
			const more = group.length > maxNames ? ` and ${group.length - maxNames} more` : "";
			return this.finding("lock-incomplete", "warning", `not locked: ${names}${more}: ${first.reason}`, {
				remedy: `Run \`mia lock ${this.pins.slug}\` where they can be asked for.`,
				locations: group.slice(0, 20).flatMap(({ path }) => this.inLock(path, false))
			});
		});
	}
	/** What no lock can hold. */
	unknown() {
		return capped(this.pins.unknown.map(({ what, why, location }) => this.finding("lock-unknown", "warning", `${what} cannot be locked: ${why ?? "only the caller of the build knows what it is"}`, {
			remedy: why ? "Ask for it in a way that can be followed, such as pip with a requirements file; or live without its lock." : "Give the build argument a default value, or write the name out.",
			locations: [location]
		})));
	}
	finding(rule, severity, message, rest) {
		const locations = rest.locations.length > 0 ? rest.locations.slice(0, 100) : [this.fallback];
		return {
			rule,
			severity,
			message: message.slice(0, 4e3),
			remedy: rest.remedy,
			locations
		};
	}
	/** What is missing has no line: the pin itself is shown, and the lock is not the first to change. */
	inLock(path, isMissing) {
		const { lock, file, lineOf } = this.place;
		if (isMissing || lock?.models[this.pins.slug] === void 0) return [];
		return [{
			file,
			line: lineOf([
				"models",
				this.pins.slug,
				...path ?? []
			])
		}];
	}
	pathOf(kind, name) {
		const model = this.place.lock?.models[this.pins.slug];
		if (!model) return void 0;
		const [list, index] = {
			"base-image": ["bases", model.bases.findIndex(({ image }) => image === name)],
			"git-commit": ["sources", model.sources.findIndex(({ repository, ref }) => name === (ref === null ? repository : `${repository}#${ref}`))],
			wheel: ["packages", model.packages.findIndex((one) => name === `${one.name} ${one.version}`)],
			environment: [name, -1]
		}[kind];
		return index < 0 ? [list] : [list, index];
	}
	pinned(kind, name) {
		const { bases, sources, packages } = this.pins;
		if (kind === "base-image") return bases.find(({ image }) => image === name)?.locations ?? [];
		if (kind === "wheel") return packages.find((one) => name === `${one.name} ${one.version}`)?.locations ?? [];
		return sources.find(({ repository, ref }) => name === (ref === null ? repository : `${repository}#${ref}`))?.locations ?? [];
	}
};
/** A server said another value than the one that is locked. */
function isMoved({ asked, locked, resolved }) {
	if (asked !== true || locked === null || resolved === null) return false;
	return [locked, resolved].some((text) => text.includes(" configured-index/")) ? withoutHost(locked) !== withoutHost(resolved) : locked !== resolved;
}
function withoutHost(file) {
	return file.replace(/ [^ /]*\//, " ");
}
function driftMessage({ kind, state, name, locked, found }, file) {
	if (kind === "model") return `${file} holds nothing of ${name}`;
	const what = {
		environment: "",
		"base-image": "the image ",
		"git-commit": "the repository ",
		wheel: "the package "
	}[kind];
	if (state === "missing") return `${what}${name} (${found}) is not locked`;
	if (state === "unused") return `${what}${name} (${locked}) is locked, and nothing asks for it`;
	return `${what}${name} is locked as ${locked}, and the image's files ask for ${found}`;
}
function capped(findings) {
	const [first, ...rest] = findings.slice(maxFindings);
	if (first === void 0) return findings;
	const message = `${first.message}, and ${rest.length} more like it`;
	return [...findings.slice(0, maxFindings), {
		...first,
		message: message.slice(0, 4e3)
	}];
}
/** Node.js 20 has no Map.groupBy. */
function grouped(parts) {
	const groups = /* @__PURE__ */ new Map();
	for (const part of parts) {
		const key = `${part.kind} ${part.reason}`;
		const group = groups.get(key);
		if (group) group.push(part);
		else groups.set(key, [part]);
	}
	return groups;
}

// actions/lock-images/src/judge-model.ts
/** The record of a model: what its files, its lock and the servers say of each other. */
function judgeModel(run, model, pins, outcome) {
	const { locked, before, after, lines, changed } = outcome;
	return require_action_kit.recordStep(run.host, seedOf(run, model), async (draft) => {
		const own = after.lock?.models[model.slug];
		const drift = require_lock.lockDrift(pins, own);
		const incomplete = own ? require_lock.incompleteParts(own) : [];
		const findings = new LockFindings(after, pins, model.folder);
		const moved = run.mode === "check" ? locked.entries.filter(isMoved) : [];
		draft.entries = locked.entries.slice(0, 5e3).map(({ now, ...entry }) => run.mode === "check" ? entry : {
			...entry,
			locked: now
		});
		draft.written = changed;
		draft.changes = lines.slice(0, 500).map((line) => line.slice(0, 2e3));
		draft.findings = [
			...findings.drift(drift),
			...findings.moved(moved),
			...findings.absent(locked.absent),
			...findings.incomplete(incomplete),
			...findings.unknown()
		];
		const isAbsent = before.lock?.models[model.slug] === void 0 && run.mode === "check";
		draft.lock = {
			file: run.file.slice(0, 4096),
			state: isAbsent ? "absent" : drift.length + moved.length > 0 ? "drifted" : incomplete.length > 0 ? "incomplete" : "held",
			unknown: incomplete.slice(0, 500).map(({ name }) => name.slice(0, 500)),
			drift: [...drift.map(driftLine), ...moved.map(({ name, locked: old, resolved: now }) => ({
				name,
				locked: old,
				found: now
			}))].slice(0, 500)
		};
	});
}
function driftLine({ name, locked, found }) {
	return {
		name: name.slice(0, 500),
		locked: locked?.slice(0, 500) ?? null,
		found: found?.slice(0, 500) ?? null
	};
}
function seedOf({ mode, offline }, model) {
	return {
		step: "lock",
		model: model.slug,
		entries: [],
		mode,
		offline,
		written: false
	};
}
/** The record of a model, or of a lock, that could not be read. */
function failedRecord(run, model, { findings, failure }) {
	return require_action_kit.recordStep(run.host, seedOf(run, model), async (draft) => {
		draft.findings = findings;
		throw failure;
	});
}

// actions/lock-images/src/lock-place.ts
const remedy = "Correct it, or take a sound version from the history of the repository; then run `mia lock`. docs/lock.md says what it holds.";
/** Reads the lock. One that is no lock is refused, and never written over: it may be all that says what was locked. */
async function readLock(host, file) {
	if (await host.files.kind(file) === void 0) return {
		ok: true,
		place: {
			file,
			text: void 0,
			lock: void 0,
			lineOf: () => 1
		}
	};
	const text = await host.files.read(file, { maxBytes: require_lock.maxLockBytes });
	const parsed = require_lock.parseLock(text);
	if (parsed.ok) return {
		ok: true,
		place: {
			file,
			text,
			lock: parsed.lock,
			lineOf: parsed.lineOf
		}
	};
	const { problems } = parsed;
	const message = problems.map(({ line, message: what }) => `${file}:${line}: ${what}`).join("\n");
	return {
		ok: false,
		findings: problems.map(({ line, message: what }) => ({
			rule: "lock-file",
			severity: "error",
			message: what.slice(0, 4e3),
			remedy,
			locations: [{
				file,
				line
			}]
		})),
		failure: new require_action_kit.StepFailure({
			code: "unreadable-input",
			message: message.slice(0, 4e3),
			remedy
		})
	};
}

// actions/lock-images/src/plan-questions.ts
/**
* What to ask for a model: everything, or only what its lock does not hold. Wheels of another Python or platform do not count as held,
* nor does a value that contradicts the files.
*/
function questionsOf(pins, locked, everything) {
	const held = everything || locked === void 0 ? emptyHold : holdOf(locked, pins);
	const groups = /* @__PURE__ */ new Map();
	for (const pin of pins.packages) {
		const { name, version, wheelOnly, built, undecided, places = defaultPlaces } = pin;
		if (built || undecided !== void 0 || version === null || held.packages.has(require_catalog.packageKey(pin))) continue;
		const one = {
			name,
			version,
			wheelOnly
		};
		if (!isAskable(one)) continue;
		const key = groupKey(pins, places);
		const group = groups.get(key) ?? {
			pins,
			places,
			wanted: []
		};
		groups.set(key, group);
		group.wanted.push(one);
	}
	return {
		bases: pins.bases.filter(({ image, digest }) => {
			const known = held.bases.get(require_catalog.baseKey(image));
			return known === void 0 || digest !== void 0 && digest !== known;
		}),
		sources: pins.sources.filter((source) => !held.sources.has(require_catalog.sourceKey(source))),
		packages: [...groups.values()]
	};
}
/** pip gets these words in a file, where a line can hold options too. */
function isAskable({ name, version }) {
	return /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,198}[A-Za-z0-9])?$/.test(name) && /^[A-Za-z0-9][A-Za-z0-9.!+_-]{0,99}$/.test(version);
}
const emptyHold = {
	bases: /* @__PURE__ */ new Map(),
	sources: /* @__PURE__ */ new Set(),
	packages: /* @__PURE__ */ new Set()
};
function holdOf(locked, pins) {
	const samePython = locked.python === pins.python && locked.platform === pins.platform;
	const { bases, sources, packages } = locked;
	return {
		bases: new Map(bases.flatMap(({ image, digest }) => digest === null ? [] : [[require_catalog.baseKey(image), digest]])),
		sources: new Set(sources.filter(({ commit, submodules }) => commit !== null && submodules !== null).map(require_catalog.sourceKey)),
		packages: new Set(samePython ? packages.filter(({ file }) => file).map(require_catalog.packageKey) : [])
	};
}

// actions/lock-images/src/read-pins.ts
const maxDockerfileBytes = 1048576;
const maxRequirementsBytes = 4194304;
/** Files within files. */
const maxRounds = 5;
/**
* What the files of an image folder ask for. Throws a StepFailure `unreadable-input` for a Dockerfile or requirements file that
* is missing or too large.
*/
async function readPins(host, model) {
	const loaded = await require_action_kit.loadModel(host, model);
	if (!loaded.ok) return loaded;
	const { python } = loaded.model.environment;
	if (!/^3\.\d{1,2}$/.test(python)) {
		const message = `${model.folder}/model.yaml: there is no Python ${python}`.slice(0, 4e3);
		return {
			ok: false,
			findings: [],
			failure: new require_action_kit.StepFailure({
				code: "unreadable-input",
				message,
				remedy: "Name the minor version, such as 3.8."
			})
		};
	}
	const read = async (name, maxBytes) => {
		const path = host.files.relative(`${model.folder}/${name}`);
		return {
			path,
			text: await host.files.read(path, {
				maxBytes,
				followLinks: "inside"
			})
		};
	};
	const names = (await host.files.list(model.folder, { sizes: false })).map(({ name }) => name);
	const source = {
		folder: model.folder,
		dockerfile: await read("Dockerfile", maxDockerfileBytes),
		modelFile: await read("model.yaml", require_action_kit.maxModelBytes),
		requirements: []
	};
	for (const name of names.filter(isRequirements)) source.requirements.push(await read(name, maxRequirementsBytes));
	const files = /* @__PURE__ */ new Map();
	for (let round = 0;; round++) {
		const image = require_dockerfile.readImage({
			...source,
			files
		}, loaded.model);
		if (!require_dockerfile.hasModel(image)) throw new Error("an image read with its model has one");
		const wanted = round < maxRounds ? require_dockerfile.wantedByLock(image) : [];
		if (wanted.length === 0) return {
			ok: true,
			pins: require_dockerfile.lockPins(image)
		};
		for (const path of wanted) files.set(path, await read(path, maxRequirementsBytes).catch(ifUnreadable));
	}
}
/** Then nobody knows what it says, and the pins say so. */
function ifUnreadable(error) {
	if (!(error instanceof require_action_kit.StepFailure)) throw error;
}
/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`. */
function isRequirements(name) {
	return /^(?:[\w.-]{1,100}[-_.])?requirements(?:[-_.][\w.-]{1,100})?\.txt$/.test(name);
}

// actions/lock-images/src/resolve.ts
const offlineReason = "nobody was asked: it was made offline";
/**
* Puts answers into a model's lock. What is locked under the same name stays where nobody answers: a silent network must not make a
* lock forget.
*/
function resolveModel(pins, before, answers) {
	const isSameTarget = before?.python === pins.python && before.platform === pins.platform;
	const resolved = {
		locked: {
			python: pins.python,
			platform: pins.platform,
			bases: [],
			sources: [],
			packages: []
		},
		entries: [],
		absent: []
	};
	const oldBases = new Map(before?.bases.map((one) => [require_catalog.baseKey(one.image), one]));
	for (const pin of pins.bases) {
		const key = require_catalog.baseKey(pin.image);
		addBase(resolved, pin, oldBases.get(key), answers?.bases.get(key));
	}
	const oldSources = new Map(before?.sources.map((one) => [require_catalog.sourceKey(one), one]));
	for (const pin of pins.sources) {
		const key = require_catalog.sourceKey(pin);
		addSource(resolved, pin, oldSources.get(key), answers?.sources.get(key));
	}
	const oldPackages = new Map(isSameTarget ? before.packages.map((one) => [require_catalog.packageKey(one), one]) : []);
	for (const pin of pins.packages) {
		const key = require_catalog.packageKey(pin);
		addPackage(resolved, pin, oldPackages.get(key), answers?.packages.get(answerKey(pins, pin)));
	}
	return {
		...resolved,
		locked: require_lock.soundModel(resolved.locked)
	};
}
function addBase({ locked, entries, absent }, pin, old, answer) {
	const { image } = pin;
	const { value, reason } = settled(answer, pin.digest === void 0 || pin.digest === old?.digest ? old?.digest ?? null : null, old?.reason);
	locked.bases.push(value === null ? {
		image,
		digest: null,
		reason
	} : {
		image,
		digest: value
	});
	entries.push(entry("base-image", image, old?.digest ?? null, answer, (digest) => digest, value, reason));
	if (answer?.state === "absent") absent.push({
		kind: "base-image",
		name: image,
		reason: answer.reason,
		pin
	});
}
function addSource({ locked, entries, absent }, pin, old, answer) {
	const { repository, ref } = pin;
	const name = ref === null ? repository : `${repository}#${ref}`;
	const held = old && old.commit !== null && isCommitOf(ref, old.commit) ? old : void 0;
	if (answer?.state === "known") {
		const { commit, submodules, reason } = answer.value;
		const kept = submodules ?? (held?.commit === commit ? held.submodules : null);
		locked.sources.push({
			repository,
			ref,
			commit,
			submodules: kept,
			...kept === null && { reason: oneLine(reason ?? "its submodules are not known") }
		});
	} else if (held) locked.sources.push({
		...held,
		repository,
		ref
	});
	else {
		const { reason } = settled(answer, null, old?.reason);
		locked.sources.push({
			repository,
			ref,
			commit: null,
			submodules: null,
			reason
		});
	}
	const now = locked.sources.at(-1);
	entries.push(entry("git-commit", name, old ? treeText(old) : null, answer, treeText, now ? treeText(now) : null, now?.reason ?? ""));
	if (answer?.state === "absent") absent.push({
		kind: "git-commit",
		name,
		reason: answer.reason,
		pin
	});
}
function addPackage({ locked, entries }, pin, old, answer) {
	const { name, version } = pin;
	if (pin.built) {
		locked.packages.push({
			name,
			version,
			built: true
		});
		return;
	}
	const label = version === null ? name : `${name} ${version}`;
	const before = old?.file && old.sha256 && old.from ? {
		file: old.file,
		sha256: old.sha256,
		from: old.from
	} : null;
	const mayBe = (one) => one !== null && pin.undecided === void 0 && (pin.hashes?.includes(one.sha256) ?? true);
	const shown = (one) => one && fileText(one);
	const held = mayBe(before) ? before : null;
	const { value, reason } = pin.undecided !== void 0 ? {
		value: null,
		reason: pin.undecided
	} : version === null ? {
		value: null,
		reason: "no exact version is asked for"
	} : answer?.state === "known" && !mayBe(answer.value) ? {
		value: null,
		reason: "the requirements file allows other hashes than that of the file there is"
	} : settled(answer, held, old?.reason);
	locked.packages.push({
		name,
		version,
		...value ?? {
			file: null,
			sha256: null,
			reason
		}
	});
	entries.push(entry("wheel", label, shown(before), answer, shown, shown(value), reason));
}
/** All that the lock holds of a file: a hash under another name, or of another host, is another thing. */
function fileText({ file, sha256, from }) {
	return `sha256:${sha256} ${from}/${file}`.slice(0, 500);
}
/** The answer where there is one, else what is held; else null and why. */
function settled(answer, held, before) {
	if (answer?.state === "known") return {
		value: answer.value,
		reason: ""
	};
	return {
		value: held,
		reason: oneLine(answer?.reason ?? before ?? offlineReason)
	};
}
/** As the lock takes it, whatever it was made of. */
function oneLine(reason) {
	return reason.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu, " ").slice(0, 500) || "not known";
}
/** A commit with what it holds inside, cut to what a record takes. */
function treeText({ commit, submodules }) {
	if (commit === null) return null;
	const inside = (submodules ?? []).map(({ path, commit: own }) => `${path}@${own}`);
	return (inside.length === 0 ? commit : `${commit} with ${inside.join(", ")}`).slice(0, 500);
}
/** A full commit can be locked as itself alone. */
function isCommitOf(ref, commit) {
	return ref === null || !/^[0-9a-f]{40}$/i.test(ref) || ref.toLowerCase() === commit;
}
function entry(kind, name, locked, answer, show, now, reason) {
	const asked = answer !== void 0;
	const why = answer && answer.state !== "known" ? answer.reason : now === null ? reason : "";
	return {
		kind,
		name: name.slice(0, 500),
		locked,
		resolved: answer?.state === "known" ? show(answer.value) : asked ? null : now,
		asked,
		now,
		...why && { reason: why.slice(0, 1e3) }
	};
}

// actions/lock-images/src/tell-outcome.ts
/** A reader of a log scrolls no further; the record and the file's own diff have them all. */
const maxShownChanges = 40;
/** Logs what changed in a model's lock, and how it stands now. */
function tellOutcome({ log }, { model, changes = [], lock, entries, mode, offline }) {
	for (const line of changes.slice(0, maxShownChanges)) log.info(`${model} - ${line}`);
	if (changes.length > maxShownChanges) log.info(`${model} - and ${changes.length - maxShownChanges} more changes`);
	const unasked = entries.filter(({ asked }) => asked === false).length;
	const silent = entries.filter(({ asked, resolved }) => asked === true && resolved === null).length;
	const notes = [
		`${entries.filter(({ resolved, locked }) => (resolved ?? locked) !== null).length} of ${entries.length} locked`,
		...mode === "check" && offline ? [`${unasked} not verified: offline`] : [],
		...silent > 0 ? [`${silent} got no answer`] : []
	];
	log.info(`${model}: ${lock?.state ?? "unknown"}, ${notes.join(", ")}`);
}

// actions/lock-images/src/write-lock.ts
/** Milliseconds: reading, merging and writing take a fraction of a second. */
const staleMs = 2e4;
const pauseMs = 50;
/**
* Runs `work` while no other run may write the lock. Asking takes minutes, so that another run may have written it since it was
* read: whoever writes reads it again first. Throws `invalid-input` where the other one does not let go, and `cancelled`.
*/
async function whileAlone(host, file, work) {
	const claim = `${file}.writing`;
	const end = performance.now() + 2 * staleMs;
	while (!await host.files.claim(claim, staleMs)) {
		if (host.signal.aborted) throw cancelled();
		if (performance.now() > end) throw new require_action_kit.StepFailure({
			code: "invalid-input",
			message: `another run keeps writing ${file}`,
			remedy: `Wait for it to end; if there is none, remove ${claim}.`
		});
		await (0, node_timers_promises.setTimeout)(pauseMs);
	}
	try {
		return await work();
	} finally {
		await host.files.remove(claim);
	}
}
/** Writes the lock, unless it says that already or nobody could read it again. Throws `invalid-input`. */
async function writeLock(host, file, text, before) {
	if (text === before) return false;
	if (text.length > 4194304) throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: `${file} would have ${text.length} bytes, and a lock has at most ${require_lock.maxLockBytes}`,
		remedy: "Keep the lock of some of the models in a file of its own, with lock-file."
	});
	await host.files.write(file, text);
	return true;
}

// actions/lock-images/src/lock-images.ts
var lock_images_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ lockImages: () => lockImages });
/** Seconds that pip has for everything it is asked. */
const defaultTimeoutSeconds = 1200;
const lockImages = require_action_kit.defineAction({
	name: "lock-images",
	description: "Writes down what the images are made of by digest, commit and hash, and says where that no longer holds.",
	positional: "models",
	inputs,
	outputs: {
		"lock-file": "The lock file.",
		changed: "true where the lock file was written anew.",
		drift: "Number of things that differ between the lock and the files or servers.",
		incomplete: "Number of things the lock does not hold, over all models asked for."
	},
	async run(given, host) {
		const { check, update, offline } = given;
		if (check && update) throw new require_action_kit.StepFailure({
			code: "invalid-input",
			message: "check and update exclude each other: check asks for everything anyway, and writes nothing",
			remedy: "Leave one of them."
		});
		const started = host.now();
		const imagesDir = host.files.relative(given["images-dir"]);
		const models = await require_action_kit.findModels(host, imagesDir, given.models);
		const file = host.files.relative(given["lock-file"] ?? `${imagesDir}/models.lock.yaml`);
		if (!check) await host.files.refuseUnwritable(file);
		const read = await readLock(host, file);
		const run = {
			host,
			mode: check ? "check" : update ? "update" : "resolve",
			offline,
			file
		};
		if (!read.ok) {
			const records = [];
			for (const [index, model] of models.entries()) records.push(await failedRecord(run, model, {
				...read,
				findings: index === 0 ? read.findings : []
			}));
			return {
				records,
				outputs: {
					"lock-file": file,
					changed: "false",
					drift: "",
					incomplete: ""
				}
			};
		}
		const asked = read.place;
		const parts = await readAll(host, models);
		const pins = parts.flatMap(({ read: own }) => own.ok ? [own.pins] : []);
		const budgetMs = (given.timeout ?? defaultTimeoutSeconds) * 1e3;
		const answers = offline ? void 0 : await ask(host, pins, asked, check || update, budgetMs);
		const kept = given.models.length > 0 ? void 0 : new Set(models.map(({ slug }) => slug));
		const merge = async (before) => {
			const resolved = new Map(pins.map((own) => [own.slug, resolveModel(own, before.lock?.models[own.slug], answers)]));
			const next = nextLock(before.lock, resolved, kept);
			const text = require_lock.printLock(next);
			const changes = require_lock.lockDiff(before.lock, next);
			const parsed = require_lock.parseLock(text);
			if (!parsed.ok) throw new Error(`what was made is no lock: ${parsed.problems[0]?.message}`);
			const changed = !check && await writeLock(host, file, text, before.text);
			return {
				before,
				after: check ? before : {
					file,
					text,
					lock: parsed.lock,
					lineOf: parsed.lineOf
				},
				resolved,
				changes,
				changed
			};
		};
		const { before, after, resolved, changes, changed } = check ? await merge(asked) : await whileAlone(host, file, async () => merge(await readAgain(host, asked)));
		const records = [];
		for (const { model, read: own } of parts) {
			if (!own.ok) {
				records.push(await failedRecord(run, model, own));
				continue;
			}
			const lines = changes.filter((line) => line.model === model.slug).map((line) => line.text);
			const locked = resolved.get(model.slug);
			const record = await judgeModel(run, model, own.pins, {
				locked,
				before,
				after,
				lines,
				changed
			});
			record.startedAt = started.toISOString();
			record.durationMs = Math.max(0, host.now().getTime() - started.getTime());
			tellOutcome(host, record);
			records.push(record);
		}
		const gone = changes.filter(({ model, text: what }) => !resolved.has(model) && what !== "");
		for (const { model, text: what } of gone) host.log.info(`${model}: ${what}`);
		if (changed) host.log.info(`wrote ${file}`);
		const count = (of) => String(records.reduce((sum, record) => sum + of(record), 0));
		return {
			records,
			files: changed ? [file] : [],
			source: sourceOf(after),
			outputs: {
				"lock-file": file,
				changed: String(changed),
				drift: count(({ lock }) => lock?.drift.length ?? 0),
				incomplete: count(({ lock }) => lock?.unknown.length ?? 0)
			}
		};
	}
});
/** Another run may have written since; what it made unreadable is not written over. */
async function readAgain(host, asked) {
	const read = await readLock(host, asked.file);
	if (!read.ok) throw read.failure;
	return read.place;
}
async function readAll(host, models) {
	const parts = [];
	for (const model of models) {
		const read = await readPins(host, model).catch((error) => {
			if (error instanceof require_action_kit.StepFailure) return {
				ok: false,
				findings: [],
				failure: error
			};
			throw error;
		});
		parts.push({
			model,
			read
		});
	}
	return parts;
}
function ask(host, pins, before, everything, budgetMs) {
	const questions = pins.map((own) => questionsOf(own, before.lock?.models[own.slug], everything));
	return askAll(host, {
		bases: questions.flatMap(({ bases }) => bases),
		sources: questions.flatMap(({ sources }) => sources),
		packages: questions.flatMap(({ packages }) => packages)
	}, budgetMs);
}
/** Models that were not asked for stay as they are; those that no longer exist go, where all were asked for. */
function nextLock(before, resolved, kept) {
	const old = Object.entries(before?.models ?? {}).filter(([slug]) => kept?.has(slug) ?? true);
	const now = [...resolved].map(([slug, { locked }]) => [slug, locked]);
	return {
		schema: "models-lock/v1",
		models: Object.fromEntries([...old, ...now])
	};
}
/** Lines of the lock, for showing a finding's place. */
function sourceOf({ file, text }) {
	const lines = text?.split("\n");
	return (name) => name === file ? lines : void 0;
}

Object.defineProperty(exports, "lockImages", {
  enumerable: true,
  get: function () {
    return lockImages;
  }
});
Object.defineProperty(exports, "lock_images_exports", {
  enumerable: true,
  get: function () {
    return lock_images_exports;
  }
});