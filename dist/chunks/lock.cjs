const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_zod = require("./zod.cjs");
const require_step_result = require("./step-result.cjs");
const require_catalog = require("./catalog.cjs");

// packages/step-result/src/without-secrets.ts
/** The same text with `user:password@` and everything behind a question mark taken out of every URL: tokens stand there. */
function withoutSecrets(text) {
	return text.replace(/(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/"'<>]{1,2000}@/gi, "$1").replace(/(\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s?#"'<>]{1,2000})\?[^\s#"'<>]*/gi, "$1");
}

// packages/catalog/src/lock-diff.ts
/** What would change in the lock, a line a change, for a person to review: `base pytorch/pytorch:1.9 sha256:aaa \u2192 sha256:bbb`. */
function lockDiff(before, after) {
	return [.../* @__PURE__ */ new Set([...Object.keys(before?.models ?? {}), ...Object.keys(after.models)])].sort().flatMap((model) => {
		const [old, now] = [modelOf(before, model), modelOf(after, model)];
		if (now === void 0) return [{
			model,
			text: "the model is gone"
		}];
		if (old === void 0) return [{
			model,
			text: newText(now)
		}];
		return [...changes(entriesOf(old), entriesOf(now))].map((text) => ({
			model,
			text
		}));
	});
}
function modelOf(lock, slug) {
	return lock && Object.hasOwn(lock.models, slug) ? lock.models[slug] : void 0;
}
/** Nobody reviews two hundred lines of what was not there before. */
function newText({ bases, sources, packages }) {
	return `the model is new: ${[
		`${bases.length} images`,
		`${sources.length} repositories`,
		`${packages.length} packages`
	].join(", ")}`;
}
function* changes(before, after) {
	const kept = new Map(before.map((entry) => [entry.key, entry]));
	const keys = new Set(after.map(({ key }) => key));
	const gone = /* @__PURE__ */ new Map();
	for (const entry of before) if (!keys.has(entry.key)) gone.set(entry.family, [...gone.get(entry.family) ?? [], entry]);
	for (const entry of after) {
		const same = kept.get(entry.key);
		if (same) {
			if (same.value !== entry.value) yield `${entry.label} ${same.value} \u2192 ${entry.value}`;
			continue;
		}
		const moved = gone.get(entry.family)?.shift();
		if (moved) yield `${moved.label} ${moved.value} \u2192 ${entry.label.split(" ").at(-1)} ${entry.value}`;
		else yield `${entry.label} not locked \u2192 ${entry.value}`;
	}
	for (const { label, value } of [...gone.values()].flat()) yield `${label} ${value} \u2192 gone`;
}
function entriesOf({ python, platform, bases, sources, packages }) {
	return [
		entry("python", "python", "python", python),
		entry("platform", "platform", "platform", platform),
		...bases.map(({ image, digest }) => entry(require_catalog.baseKey(image), require_catalog.imageKey(image).split(":")[0] ?? "", `base ${image}`, digest ?? "unknown")),
		...sources.map((source) => entry(require_catalog.sourceKey(source), require_catalog.repositoryUrl(source.repository), `source ${require_catalog.repositoryUrl(source.repository)} ${source.ref ?? "HEAD"}`, sourceValue(source))),
		...packages.map((one) => entry(require_catalog.packageKey(one), require_catalog.packageName(one.name), `wheel ${one.name} ${one.version ?? "unpinned"}`, packageValue(one)))
	];
}
function entry(key, family, label, value) {
	return {
		key: `${label.split(" ")[0]} ${key}`,
		family: `${label.split(" ")[0]} ${family}`,
		label,
		value
	};
}
function sourceValue({ commit, submodules }) {
	if (commit === null) return "unknown";
	if (submodules === null) return `${commit}, submodules unknown`;
	const inside = submodules.map(({ path, commit: own }) => `${path}@${own.slice(0, 12)}`);
	return inside.length === 0 ? commit : `${commit} with ${inside.join(", ")}`;
}
function packageValue({ built, file, sha256, from }) {
	if (built) return "built by the Dockerfile";
	return file && sha256 ? `${file} sha256:${sha256} from ${from}` : "unknown";
}

// packages/catalog/src/lock-wheel-name.ts
/**
* Name and version that a file's own name tells, both as an index compares them: of a wheel always, of an archive where they
* end in a version. Source: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
*/
function wheelName(file) {
	const stem = file.replace(/\.(?:whl|tar\.gz|tar\.bz2|zip)$/, "");
	if (stem === file) return void 0;
	const parts = stem.split("-");
	if (file.endsWith(".whl")) {
		const [name, version] = parts;
		return (parts.length === 5 || parts.length === 6) && name && version ? {
			name: require_catalog.packageName(name),
			version: version.replaceAll("_", "-")
		} : void 0;
	}
	const version = parts.at(-1);
	if (parts.length < 2 || !version || !/^\d/.test(version)) return void 0;
	return {
		name: require_catalog.packageName(parts.slice(0, -1).join("-")),
		version
	};
}
/** Whether a file can be that version of that package. What its name does not tell is not held against it. */
function isFileOf(file, name, version) {
	const told = wheelName(file);
	return told === void 0 || told.name === require_catalog.packageName(name) && require_catalog.isVersionOf(told.version, version);
}

// packages/catalog/src/lock-drift.ts
/** Holds what the files ask for against the lock; nobody is asked over the network. Empty where the two agree. */
function lockDrift(pins, locked) {
	if (locked === void 0) return [{
		kind: "model",
		state: "missing",
		name: pins.slug,
		locked: null,
		found: pins.slug,
		locations: []
	}];
	return [
		...environment(pins, locked),
		...compare("base-image", pins.bases.map(baseItem), locked.bases.map((one, at) => lockedItem(baseItem({
			...one,
			locations: []
		}), "bases", at))),
		...compare("git-commit", pins.sources.map(sourceItem), locked.sources.map((one, at) => lockedItem(sourceItem({
			...one,
			locations: []
		}), "sources", at))),
		...compare("wheel", pins.packages.map(packageItem), locked.packages.map((one, at) => lockedItem(packageItem({
			...one,
			locations: []
		}), "packages", at))),
		...digests(pins, locked),
		...commits(pins, locked),
		...builds(pins, locked),
		...undecided(pins, locked),
		...fileNames(locked)
	];
}
function baseItem({ image, locations }) {
	const { image: family, tag } = require_catalog.imageParts(image);
	return {
		key: require_catalog.baseKey(image),
		family,
		name: family,
		value: tag,
		locations
	};
}
function sourceItem(source) {
	const name = require_catalog.repositoryUrl(source.repository);
	const value = source.ref ?? "the default branch";
	return {
		key: require_catalog.sourceKey(source),
		family: name.toLowerCase(),
		name,
		value,
		locations: source.locations
	};
}
function packageItem(one) {
	const value = one.version ?? "no exact version";
	return {
		key: require_catalog.packageKey(one),
		family: require_catalog.packageName(one.name),
		name: one.name,
		value,
		locations: one.locations
	};
}
function lockedItem(item, list, index) {
	return {
		...item,
		path: [list, index]
	};
}
function* environment(pins, locked) {
	for (const name of ["python", "platform"]) if (pins[name] !== locked[name]) yield {
		kind: "environment",
		state: "differs",
		name,
		locked: locked[name],
		found: pins[name],
		locations: [],
		path: [name]
	};
}
function* compare(kind, pinned, locked) {
	const lockedKeys = new Set(locked.map(({ key }) => key));
	const pinnedKeys = new Set(pinned.map(({ key }) => key));
	const left = /* @__PURE__ */ new Map();
	for (const item of locked) {
		if (pinnedKeys.has(item.key)) continue;
		left.set(item.family, [...left.get(item.family) ?? [], item]);
	}
	for (const item of pinned) {
		if (lockedKeys.has(item.key)) continue;
		const before = left.get(item.family)?.shift();
		const { name, value: found, locations } = item;
		if (before === void 0) yield {
			kind,
			state: "missing",
			name,
			locked: null,
			found,
			locations
		};
		else yield {
			kind,
			state: "differs",
			name,
			locked: before.value,
			found,
			locations,
			...before.path && { path: before.path }
		};
	}
	for (const { name, value, path } of [...left.values()].flat()) yield {
		kind,
		state: "unused",
		name,
		locked: value,
		found: null,
		locations: [],
		...path && { path }
	};
}
/** A digest that a file names is the one that is built. */
function* digests(pins, locked) {
	const byKey = new Map(locked.bases.map((base, index) => [require_catalog.baseKey(base.image), {
		...base,
		index
	}]));
	for (const { image, digest: found, locations } of pins.bases) {
		const base = byKey.get(require_catalog.baseKey(image));
		if (found === void 0 || !base || base.digest === null || base.digest === found) continue;
		yield {
			kind: "base-image",
			state: "differs",
			name: image,
			locked: base.digest,
			found,
			locations,
			path: ["bases", base.index]
		};
	}
}
/** A full commit can only be itself: another one in the lock was put there by hand. */
function* commits(pins, locked) {
	const byKey = new Map(locked.sources.map((source, index) => [require_catalog.sourceKey(source), {
		...source,
		index
	}]));
	for (const pin of pins.sources) {
		const source = byKey.get(require_catalog.sourceKey(pin));
		if (!source || source.commit === null || pin.ref === null || !/^[0-9a-f]{40}$/i.test(pin.ref)) continue;
		const found = pin.ref.toLowerCase();
		if (source.commit !== found) yield {
			kind: "git-commit",
			state: "differs",
			name: pin.repository,
			locked: source.commit,
			found,
			locations: pin.locations,
			path: ["sources", source.index]
		};
	}
}
function* builds(pins, locked) {
	const byKey = new Map(locked.packages.map((one, index) => [require_catalog.packageKey(one), {
		...one,
		index
	}]));
	for (const pin of pins.packages) {
		const one = byKey.get(require_catalog.packageKey(pin));
		if (!one || (one.built ?? false) === pin.built) continue;
		const [here, there] = pin.built ? ["built by the Dockerfile", "fetched"] : ["fetched", "built by the Dockerfile"];
		yield {
			kind: "wheel",
			state: "differs",
			name: pin.name,
			locked: there,
			found: here,
			locations: pin.locations,
			path: ["packages", one.index]
		};
	}
}
/** A file that is locked although another index or system decides on it in the image. */
function* undecided(pins, locked) {
	const byKey = new Map(locked.packages.map((one, index) => [require_catalog.packageKey(one), {
		...one,
		index
	}]));
	for (const pin of pins.packages) {
		const one = byKey.get(require_catalog.packageKey(pin));
		const isAllowed = pin.hashes === void 0 || pin.hashes.includes(one?.sha256 ?? "");
		if (!one?.file || pin.built || pin.undecided === void 0 && isAllowed) continue;
		yield {
			kind: "wheel",
			state: "differs",
			name: pin.name,
			locked: one.file,
			found: `a file that nobody can name: ${pin.undecided ?? otherHash}`,
			locations: pin.locations,
			path: ["packages", one.index]
		};
	}
}
const otherHash = "the requirements file allows other hashes";
function* fileNames(locked) {
	for (const [index, { name, version, file }] of locked.packages.entries()) if (file && version && !isFileOf(file, name, version)) yield {
		kind: "wheel",
		state: "differs",
		name,
		locked: file,
		found: `a file of ${name} ${version}`,
		locations: [],
		path: ["packages", index]
	};
}

// packages/catalog/src/lock-file.ts
const digest = require_zod.string().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits");
const commit = require_zod.string().regex(/^[0-9a-f]{40}$/, "must be a full commit of 40 hexadecimal digits");
const sha256 = require_zod.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits");
/** Visible text on one line: it is printed into YAML and shown to people. */
const visible = /^[^\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]*$/u;
const reason = require_zod.string().min(1).max(500).regex(visible, "must be one line of text");
const repository = require_zod.string().min(1).max(2e3).regex(/^[^\s\p{Cc}]+$/u, "must be the address of a git repository").refine((url) => !/^[a-z+]+:\/\/[^/@]*:[^/@]*@/i.test(url), "must not hold a password");
/** An image that a build starts from or copies from. `image` is its name with the tag, as the Dockerfile says it. */
const LockedBase = require_zod.strictObject({
	image: require_zod.string().max(700).regex(/^[A-Za-z0-9][\w.:/@-]*$/, "must be the name of an image"),
	digest: digest.nullable(),
	reason: reason.optional()
}).refine((base) => explains(base.reason, [base.digest]), whyRule("digest"));
/** A repository inside a repository, at the commit that the outer one holds. */
const LockedSubmodule = require_zod.strictObject({
	path: require_zod.string().min(1).max(1e3).regex(visible, "must be a path"),
	repository: repository.nullable(),
	commit
});
/** A git tree that the image takes in. `ref` is what the Dockerfile or model.yaml asks for; null is the default branch. */
const LockedSource = require_zod.strictObject({
	repository,
	ref: require_zod.string().min(1).max(300).regex(visible, "must be a branch, tag or commit").nullable(),
	commit: commit.nullable(),
	/** Those of the repository itself; theirs are fixed by their commits. */
	submodules: require_zod.array(LockedSubmodule).max(200).nullable(),
	reason: reason.optional()
}).refine((source) => explains(source.reason, [source.commit, source.submodules]), whyRule("commit or submodules"));
/** A Python package: the one file that pip takes for it, or `built` where the Dockerfile makes the wheel. */
const LockedPackage = require_zod.strictObject({
	name: require_zod.string().max(200).regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, "must be the name of a package"),
	version: require_zod.string().max(100).regex(/^[A-Za-z0-9][A-Za-z0-9.!+_-]*$/, "must be one exact version").nullable(),
	built: require_zod.literal(true).optional(),
	file: require_zod.string().max(300).regex(/^[A-Za-z0-9][A-Za-z0-9._+!-]*\.(?:whl|tar\.gz|tar\.bz2|zip)$/, "must be the name of a wheel or an archive").nullable().optional(),
	sha256: sha256.nullable().optional(),
	from: require_zod.string().max(253).regex(/^[a-z0-9][a-z0-9.:-]*$/, "must be the host it was found on").optional(),
	reason: reason.optional()
}).check((context) => {
	const { built, file, sha256: hash, from, reason: why, version } = context.value;
	const refuse = (key, message) => void context.issues.push({
		code: "custom",
		path: [key],
		message,
		input: context.value
	});
	if (built) {
		for (const [key, value] of Object.entries({
			file,
			sha256: hash,
			from,
			reason: why
		})) if (value !== void 0) refuse(key, "does not go with `built: true`: nothing is fetched");
		return;
	}
	if (file === void 0) refuse("file", "is missing; write null and a reason where it is not known");
	if (hash === void 0) refuse("sha256", "is missing; write null and a reason where it is not known");
	if (file === null !== (hash === null)) refuse("sha256", "is known exactly where `file` is");
	if (typeof file === "string" && from === void 0) refuse("from", "is missing: the host of the file");
	if (!explains(why, [file, version])) refuse("reason", whyRule("file").message);
});
/** What one model's image is made of. `platform` is the newest wheel tag that its system takes. */
const LockedModel = require_zod.strictObject({
	python: require_zod.string().regex(/^3\.\d{1,2}$/, "must be a quoted minor version such as \"3.8\""),
	platform: require_zod.string().regex(/^manylinux_2_\d{1,2}_(?:x86_64|aarch64)$/, "must look like manylinux_2_27_x86_64"),
	bases: require_zod.array(LockedBase).max(500),
	sources: require_zod.array(LockedSource).max(500),
	packages: require_zod.array(LockedPackage).max(4e3)
});
/** models.lock.yaml: what everything that has a movable name was when a server was last asked. */
const Lock = require_zod.strictObject({
	schema: require_zod.literal("models-lock/v1"),
	models: require_zod.record(require_step_result.ModelSlug, LockedModel)
});
/** Nobody may mistake "not looked up" for "not needed": a null has a reason, and only a null has one. */
function explains(why, values) {
	return why !== void 0 === values.some((value) => value === null);
}
function whyRule(keys) {
	return {
		path: ["reason"],
		message: `goes with null as ${keys}, and only with it: say why it is not known`
	};
}

// packages/catalog/src/lock-incomplete.ts
/** What a model's lock does not hold, and why; empty where everything is locked. */
function incompleteParts(model) {
	const { bases, sources, packages } = model;
	return [
		...bases.map(({ image, reason }, index) => part("base-image", image, reason, ["bases", index])),
		...sources.map(({ repository, reason }, index) => part("git-commit", repository, reason, ["sources", index])),
		...packages.map(({ name, version, reason }, index) => part("wheel", version === null ? name : `${name} ${version}`, reason, ["packages", index]))
	].filter((one) => one !== void 0);
}
/** The schema allows a reason exactly where something is null. */
function part(kind, name, reason, path) {
	return reason === void 0 ? void 0 : {
		kind,
		name,
		reason,
		path
	};
}

// packages/catalog/src/lock-materials.ts
/**
* Holds what a build started from (its provenance's materials) against the lock. What the lock holds and the build did not need
* is no drift: a replaced or unreached stage fetches nothing. Image and git addresses may be written in any of their forms.
*/
function materialsDrift(materials, locked, replaced) {
	const check = {
		drift: [],
		unknown: [],
		leftOut: []
	};
	const bases = /* @__PURE__ */ new Map();
	for (const { image, digest } of locked?.bases ?? []) bases.set(require_catalog.imageKey(image), [...bases.get(require_catalog.imageKey(image)) ?? [], digest]);
	const commits = commitsByRepository(locked);
	const given = new Set(replaced.flatMap(({ name, value }) => [valueKey(value), `image ${require_catalog.imageKey(name)}`]));
	for (const { kind, name: written, value } of materials) {
		if (kind === "other") continue;
		const isGit = kind === "git-commit";
		const key = isGit ? gitKey(written) : require_catalog.imageKey(imageName(written));
		const name = isGit ? withoutSecrets(written) : written;
		if (given.has(`${isGit ? "git" : "image"} ${key}`)) {
			check.leftOut.push(name);
			continue;
		}
		const known = isGit ? commits.get(key) : bases.get(key);
		if (known === void 0) check.drift.push({
			name,
			locked: null,
			found: value
		});
		else if (value === null || known.includes(null)) {
			if (value === null || !known.includes(value)) check.unknown.push(name);
		} else if (!known.includes(value)) check.drift.push({
			name,
			locked: known[0] ?? null,
			found: value
		});
	}
	return check;
}
/** One repository may be taken at several commits, and as a submodule too. */
function commitsByRepository(locked) {
	const found = /* @__PURE__ */ new Map();
	const add = (repository, commit) => {
		if (repository === null) return;
		const key = gitKey(repository);
		found.set(key, [...found.get(key) ?? [], commit]);
	};
	for (const { repository, ref, commit, submodules } of locked?.sources ?? []) {
		add(repository, commit ?? (ref !== null && /^[0-9a-f]{40}$/.test(ref) ? ref : null));
		for (const one of submodules ?? []) add(one.repository, one.commit);
	}
	return found;
}
/** What `docker-image://` or a git address in a --build-context would be called as a material; folders are none. */
function valueKey(value) {
	const image = /^docker-image:\/\/(.+)$/.exec(value)?.[1];
	return image === void 0 ? `git ${gitKey(value)}` : `image ${require_catalog.imageKey(image)}`;
}
function gitKey(url) {
	const hash = url.indexOf("#");
	return require_catalog.repositoryUrl(hash < 0 ? url : url.slice(0, hash)).replace(/^\w+:\/\//, "").toLowerCase();
}
/**
* The name behind `pkg:docker/pytorch/pytorch@1.9.1?platform=linux%2Famd64`, which is how provenance calls an image.
* Source: https://github.com/package-url/purl-spec (type docker).
*/
function imageName(name) {
	const purl = /^pkg:(?:docker|oci)\/([^?#]*)/.exec(name)?.[1];
	if (purl === void 0) return name;
	const at = purl.lastIndexOf("@");
	const [image, tag] = at < 0 ? [purl, ""] : [purl.slice(0, at), purl.slice(at + 1)];
	try {
		return tag === "" ? decodeURIComponent(image) : `${decodeURIComponent(image)}:${decodeURIComponent(tag)}`;
	} catch {
		return name;
	}
}

// packages/catalog/src/lock-parse.ts
/** Twenty times what five models need; a larger file is refused before it is parsed. */
const maxLockBytes = 4194304;
const maxProblems = 100;
/** Checks the text of a models.lock.yaml. Reports every problem at once, each with its line. Never throws. */
function parseLock(text) {
	if (/^(?:<{7}|>{7}|={7})(?: |$)/m.test(text)) return {
		ok: false,
		problems: [conflict(text)]
	};
	const read = require_catalog.readYaml(text, Lock, "the lock");
	if (!read.ok) return read;
	const { value, lineOf } = read;
	const lock = {
		...value,
		models: Object.assign(Object.create(null), value.models)
	};
	const problems = twice(lock).map(({ path, name }) => ({
		line: lineOf(path),
		message: `${name} stands here a second time: leave one`
	}));
	return problems.length > 0 ? {
		ok: false,
		problems: problems.slice(0, maxProblems)
	} : {
		ok: true,
		lock,
		lineOf
	};
}
function conflict(text) {
	return {
		line: text.slice(0, text.search(/^(?:<{7}|>{7}|={7})(?: |$)/m)).split("\n").length,
		message: "git could not merge this file: take one side, then run `mia lock`"
	};
}
function twice({ models }) {
	return Object.entries(models).flatMap(([slug, { bases, sources, packages }]) => [
		...repeated(bases.map(({ image }) => require_catalog.baseKey(image)), [
			"models",
			slug,
			"bases"
		]),
		...repeated(sources.map(require_catalog.sourceKey), [
			"models",
			slug,
			"sources"
		]),
		...repeated(packages.map(require_catalog.packageKey), [
			"models",
			slug,
			"packages"
		])
	]);
}
function repeated(keys, path) {
	const seen = /* @__PURE__ */ new Set();
	const found = [];
	for (const [index, key] of keys.entries()) {
		if (seen.has(key)) found.push({
			path: [...path, index],
			name: key
		});
		seen.add(key);
	}
	return found;
}

// packages/catalog/src/lock-print.ts
const header = `# Written by \`mia lock\`; docs/lock.md says what it holds. Each value was printed by whoever serves the thing; null: see the reason.
# Review a change here like code: it changes what the images are made of.
`;
const keys = {
	bases: [
		"image",
		"digest",
		"reason"
	],
	sources: [
		"repository",
		"ref",
		"commit",
		"submodules",
		"reason"
	],
	submodules: [
		"path",
		"repository",
		"commit"
	],
	packages: [
		"name",
		"version",
		"built",
		"file",
		"sha256",
		"from",
		"reason"
	]
};
/** The text of a lock: sorted, one line an entry, the same bytes for the same lock. */
function printLock(lock) {
	const models = Object.keys(lock.models).sort(byCodeUnits).flatMap((slug) => modelLines(slug, lock.models[slug]));
	const body = models.length === 0 ? ["models: {}"] : ["models:", ...models];
	return `${header}${[`schema: ${lock.schema}`, ...body].join("\n")}\n`;
}
function modelLines(slug, model) {
	const bases = sortedBy(model.bases, ({ image }) => image);
	const sources = sortedBy(model.sources, require_catalog.sourceKey);
	const packages = sortedBy(model.packages, require_catalog.packageKey);
	return [
		`  ${/^(?:[a-z][a-z0-9-]*)$/.test(slug) && !/^(?:null|true|false|yes|no|on|off|y|n)$/.test(slug) ? slug : JSON.stringify(slug)}:`,
		`    python: ${JSON.stringify(model.python)}`,
		`    platform: ${model.platform}`,
		...list("bases", bases.map((entry) => flow(entry, keys.bases))),
		...list("sources", sources.map((entry) => flow(entry, keys.sources))),
		...list("packages", packages.map((entry) => flow(entry, keys.packages)))
	];
}
function list(name, entries) {
	return entries.length === 0 ? [`    ${name}: []`] : [`    ${name}:`, ...entries.map((entry) => `      - ${entry}`)];
}
function flow(entry, order) {
	const values = entry;
	return `{${order.filter((key) => values[key] !== void 0).map((key) => `${key}: ${valueText(values[key])}`).join(", ")}}`;
}
/** JSON's strings are YAML's quoted ones. Everything is quoted: a commit of digits alone would be a number. */
function valueText(value) {
	if (!Array.isArray(value)) return JSON.stringify(value);
	return `[${sortedBy(value, ({ path }) => path).map((one) => flow(one, keys.submodules)).join(", ")}]`;
}
function sortedBy(entries, key) {
	return [...entries].sort((a, b) => byCodeUnits(key(a), key(b)));
}
/** No locale: the order must be the same on every machine. */
function byCodeUnits(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// packages/catalog/src/lock-sound-model.ts
/** What somebody answered need not be what a lock can hold; one such answer must not keep the rest from being written. */
function soundModel({ bases, sources, packages, ...target }) {
	const reason = "what was answered cannot be written down";
	const isSound = (schema, entry) => schema.safeParse(entry, { jitless: true }).success;
	return {
		...target,
		bases: bases.map((one) => isSound(LockedBase, one) ? one : {
			image: one.image,
			digest: null,
			reason
		}),
		sources: sources.map((one) => isSound(LockedSource, one) ? one : {
			repository: one.repository,
			ref: one.ref,
			commit: null,
			submodules: null,
			reason
		}),
		packages: packages.map((one) => isSound(LockedPackage, one) ? one : {
			name: one.name,
			version: one.version,
			file: null,
			sha256: null,
			reason
		})
	};
}

// packages/catalog/src/lock-sound-pins.ts
/** As many as the lock's lists may have. */
const most = {
	bases: 500,
	sources: 500,
	packages: 4e3,
	unknown: 500
};
/**
* The pins that a lock can hold; each of the others is unknown, with the reason. One odd line of a Dockerfile must not keep the rest
* from being locked.
*/
function soundPins(pins) {
	const unknown = [...pins.unknown];
	const sound = (list, max, nameOf, problemOf) => list.filter((pin, index) => {
		const problem = index >= max ? `a lock holds no more than ${max} of its kind` : problemOf(pin);
		if (problem === void 0) return true;
		const [location = {
			file: pins.slug,
			line: 1
		}] = pin.locations;
		unknown.push({
			what: shown(nameOf(pin)),
			why: problem,
			location
		});
		return false;
	});
	const reason = "not looked up";
	const bases = sound(pins.bases, most.bases, ({ image }) => `the image ${image}`, ({ image }) => problem(LockedBase, {
		image,
		digest: null,
		reason
	}));
	const sources = sound(pins.sources, most.sources, ({ repository, ref }) => `the repository ${repository === "" ? "of a git tree" : repository}${ref === null ? "" : ` at ${ref}`}`, ({ repository, ref }) => repository === "" ? "which repository it is stands nowhere" : problem(LockedSource, {
		repository,
		ref,
		commit: null,
		submodules: null,
		reason
	}));
	const packages = sound(pins.packages, most.packages, ({ name, version }) => `the package ${name}${version === null ? "" : ` ${version}`}`, ({ name, version }) => problem(LockedPackage, {
		name,
		version,
		file: null,
		sha256: null,
		reason
	}));
	return {
		...pins,
		bases,
		sources,
		packages,
		unknown: unknown.slice(0, most.unknown)
	};
}
function problem(schema, entry) {
	const [issue] = schema.safeParse(entry, { jitless: true }).error?.issues ?? [];
	return issue && `the lock cannot hold that name: ${issue.path.join(".")} ${issue.message}`;
}
/** One line without control characters: it comes from a file somebody wrote. */
function shown(name) {
	return withoutSecrets(name).replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, " ").slice(0, 300);
}

// packages/catalog/src/lock.ts
var lock_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	incompleteParts: () => incompleteParts,
	lockDrift: () => lockDrift,
	materialsDrift: () => materialsDrift,
	maxLockBytes: () => maxLockBytes,
	parseLock: () => parseLock
});

Object.defineProperty(exports, "incompleteParts", {
  enumerable: true,
  get: function () {
    return incompleteParts;
  }
});
Object.defineProperty(exports, "lockDiff", {
  enumerable: true,
  get: function () {
    return lockDiff;
  }
});
Object.defineProperty(exports, "lockDrift", {
  enumerable: true,
  get: function () {
    return lockDrift;
  }
});
Object.defineProperty(exports, "lock_exports", {
  enumerable: true,
  get: function () {
    return lock_exports;
  }
});
Object.defineProperty(exports, "maxLockBytes", {
  enumerable: true,
  get: function () {
    return maxLockBytes;
  }
});
Object.defineProperty(exports, "parseLock", {
  enumerable: true,
  get: function () {
    return parseLock;
  }
});
Object.defineProperty(exports, "printLock", {
  enumerable: true,
  get: function () {
    return printLock;
  }
});
Object.defineProperty(exports, "soundModel", {
  enumerable: true,
  get: function () {
    return soundModel;
  }
});
Object.defineProperty(exports, "soundPins", {
  enumerable: true,
  get: function () {
    return soundPins;
  }
});
Object.defineProperty(exports, "wheelName", {
  enumerable: true,
  get: function () {
    return wheelName;
  }
});
Object.defineProperty(exports, "withoutSecrets", {
  enumerable: true,
  get: function () {
    return withoutSecrets;
  }
});