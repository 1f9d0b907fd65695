const require_js_yaml = require("./js-yaml.cjs");

// packages/catalog/src/yaml-lines.ts
/** Finds the line (from 1) of the value at a path, or of the nearest value around it that the document holds. */
function linesByPath(events, source) {
	const root = readPlaces(events, source);
	const starts = lineStarts(source);
	return (path) => {
		let place = root;
		for (const key of path) {
			const child = place.children.get(key);
			if (child === void 0) break;
			place = child;
		}
		return lineAt(starts, place.start);
	};
}
/** The offset each line begins at. */
function lineStarts(source) {
	const starts = [0];
	for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
function lineAt(starts, offset) {
	const next = starts.findIndex((start) => start > offset);
	return next === -1 ? starts.length : Math.max(1, next);
}
function readPlaces(events, source) {
	let next = 0;
	const read = () => {
		const event = events[next++];
		const place = {
			start: 0,
			children: /* @__PURE__ */ new Map()
		};
		if (event?.type === require_js_yaml.EVENT_ID.SCALAR) return {
			...place,
			start: event.valueStart
		};
		if (event?.type === require_js_yaml.EVENT_ID.SEQUENCE) return {
			...place,
			start: event.start,
			children: items()
		};
		if (event?.type === require_js_yaml.EVENT_ID.MAPPING) return {
			...place,
			start: event.start,
			children: pairs()
		};
		return place;
	};
	const isOpen = () => next < events.length && events[next]?.type !== require_js_yaml.EVENT_ID.POP;
	const items = () => {
		const children = /* @__PURE__ */ new Map();
		while (isOpen()) children.set(children.size, read());
		next++;
		return children;
	};
	const pairs = () => {
		const children = /* @__PURE__ */ new Map();
		while (isOpen()) {
			const key = events[next];
			const { start } = read();
			const name = key?.type === require_js_yaml.EVENT_ID.SCALAR ? source.slice(key.valueStart, key.valueEnd) : "";
			children.set(name, {
				...read(),
				start
			});
		}
		next++;
		return children;
	};
	next++;
	return read();
}

// packages/catalog/src/read-yaml.ts
/** More than anybody mends in one go. */
const maxProblems = 100;
/**
* Reads one YAML document and checks it. Every problem at once, each with its line; `file` is what the reader calls the
* file. Never throws. The caller has bounded the size of the text.
*/
function readYaml(text, schema, file) {
	let events;
	let value;
	try {
		events = require_js_yaml.parseEvents(text, {});
		const documents = require_js_yaml.constructFromEvents(events, {
			source: text,
			maxAliases: 0
		});
		if (documents.length > 1) throw new require_js_yaml.YAMLException(`it must be one document, not ${documents.length}`);
		if (documents.length === 0) throw new require_js_yaml.YAMLException("the file is empty");
		[value] = documents;
	} catch (error) {
		return {
			ok: false,
			problems: [unreadable(text, error)]
		};
	}
	const parsed = checked(schema, value);
	if (parsed === void 0) return {
		ok: false,
		problems: [{
			line: 1,
			message: `${file} has too many entries that are wrong to tell them all`
		}]
	};
	let lines;
	const lineOf = (path) => {
		lines ??= linesByPath(events, text);
		return lines(path);
	};
	if (parsed.success) return {
		ok: true,
		value: parsed.data,
		lineOf
	};
	return {
		ok: false,
		problems: parsed.error.issues.flatMap((issue) => describe(issue, lineOf, file)).slice(0, maxProblems)
	};
}
/** Undefined where zod itself gives up: it cannot gather the mistakes of tens of thousands of entries. */
function checked(schema, value) {
	try {
		return schema.safeParse(value, { jitless: true });
	} catch (error) {
		if (error instanceof RangeError) return void 0;
		throw error;
	}
}
function unreadable(text, error) {
	const reason = error instanceof require_js_yaml.YAMLException ? error.reason : error.message;
	const offset = error instanceof require_js_yaml.YAMLException ? error.mark?.position ?? 0 : 0;
	return {
		line: lineAt(lineStarts(text), offset),
		message: `not readable as YAML: ${reason}`
	};
}
function describe(issue, lineOf, file) {
	const where = issue.path.join(".");
	if (issue.code === "unrecognized_keys") return issue.keys.slice(0, maxProblems).map((key) => ({
		line: lineOf([...issue.path, key]),
		message: `${[...issue.path, key].join(".")}: not a key of ${file} here; check the spelling`
	}));
	const message = inWords(issue);
	return [{
		line: lineOf(issue.path),
		message: where === "" ? message : `${where}: ${message}`
	}];
}
/** zod speaks of JavaScript types; the reader has a YAML file open. */
function inWords(given) {
	const { code, message, ...issue } = given.code === "invalid_key" ? given.issues[0] ?? given : given;
	if (code !== "invalid_type") return message;
	const expected = "expected" in issue ? String(issue.expected) : "value";
	if (message.endsWith("received undefined")) return `is missing; it must be a ${expected}`;
	if (expected === "string" && message.endsWith("received number")) return "is read as a number: put it in quotes";
	return message;
}

// packages/catalog/src/lock-version.ts
const words = {
	alpha: "a",
	beta: "b",
	c: "rc",
	pre: "rc",
	preview: "rc",
	r: "post",
	rev: "post"
};
/**
* One spelling for all texts that pip takes for the same version: `1.0`, `v1.0.0`, `1.0-RC1` and `1.0rc01`, `1.0-1` and `1.0.post1`.
* What is no version comes back in lower case. Source: PEP 440, "Normalization".
*/
function versionKey(version) {
	if (version.length > 200) return version;
	const [own = "", ...label] = version.trim().toLowerCase().split("+");
	const release = own.replace(/^v/, "").replace(/[-_.]?([a-z]+)[-_.]?/g, (_, word) => Object.hasOwn(words, word) ? words[word] ?? word : word).replace(/-(\d+)$/, "post$1").replace(/[-_]/g, ".").replace(/(?<!\d)0+(?=\d)/g, "").replace(/([a-z])(?![\da-z])/g, "$10").replace(/^((?:\d+!)?\d+(?:\.\d+)*?)(?:\.0)+(?=$|[a-z])/, "$1");
	const local = label.join("+").replace(/[-_]/g, ".");
	return local === "" ? release : `${release}+${local}`;
}
/** Whether a file of version `there` is one that `==wanted` takes: a local label counts where one is asked for. */
function isVersionOf(there, wanted) {
	const [have, want] = [versionKey(there), versionKey(wanted)];
	return have === want || !want.includes("+") && have.split("+", 1)[0] === want;
}

// packages/catalog/src/lock-names.ts
/** Docker Hub's images have several names. One for all: no registry, no `library/`; a tag always, a digest never. */
function imageKey(reference) {
	const { image, tag } = imageParts(reference);
	return `${image}:${tag}`;
}
/** By which an image is found in the lock: with the digest where its name has one. Two digests of one tag are two images. */
function baseKey(reference) {
	const { digest } = imageParts(reference);
	return digest === void 0 ? imageKey(reference) : `${imageKey(reference)}@${digest}`;
}
/** A reference taken apart. Without a tag it means `latest`; without a tag and with a digest it means no tag at all. */
function imageParts(reference) {
	const at = reference.indexOf("@");
	const named = at < 0 ? reference : reference.slice(0, at);
	const digest = at < 0 ? void 0 : reference.slice(at + 1);
	const colon = named.lastIndexOf(":");
	const hasTag = colon > named.lastIndexOf("/");
	return {
		image: (hasTag ? named.slice(0, colon) : named).replace(/^(?:(?:index|registry-1)\.)?docker\.io\//, "").replace(/^library\//, ""),
		tag: hasTag ? named.slice(colon + 1) : "latest",
		digest
	};
}
/**
* A repository's address without what does not change it: password, `.git`, a slash at the end. What stands behind a question mark
* goes, too: no server of git repositories needs it but for a token.
*/
function repositoryUrl(url) {
	return url.replace(/^git\+/, "").replace(/[?#].*$/s, "").replace(/^(\w+:\/\/)[^/]*@/, "$1").replace(/\/{1,10}$/, "").replace(/\.git$/, "");
}
/** By which a git tree is found in the lock. */
function sourceKey({ repository, ref }) {
	return `${repositoryUrl(repository).toLowerCase()}#${ref ?? ""}`;
}
/** Package names are compared without case, and `-`, `_` and `.` are the same (PEP 503). */
function packageName(name) {
	return name.toLowerCase().replace(/[-_.]+/g, "-");
}
/** By which a package is found in the lock. `1.16` and `1.16.0` are one version. */
function packageKey({ name, version }) {
	return `${packageName(name)}==${version === null ? "" : versionKey(version)}`;
}

Object.defineProperty(exports, "baseKey", {
  enumerable: true,
  get: function () {
    return baseKey;
  }
});
Object.defineProperty(exports, "imageKey", {
  enumerable: true,
  get: function () {
    return imageKey;
  }
});
Object.defineProperty(exports, "imageParts", {
  enumerable: true,
  get: function () {
    return imageParts;
  }
});
Object.defineProperty(exports, "isVersionOf", {
  enumerable: true,
  get: function () {
    return isVersionOf;
  }
});
Object.defineProperty(exports, "packageKey", {
  enumerable: true,
  get: function () {
    return packageKey;
  }
});
Object.defineProperty(exports, "packageName", {
  enumerable: true,
  get: function () {
    return packageName;
  }
});
Object.defineProperty(exports, "readYaml", {
  enumerable: true,
  get: function () {
    return readYaml;
  }
});
Object.defineProperty(exports, "repositoryUrl", {
  enumerable: true,
  get: function () {
    return repositoryUrl;
  }
});
Object.defineProperty(exports, "sourceKey", {
  enumerable: true,
  get: function () {
    return sourceKey;
  }
});