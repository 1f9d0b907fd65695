// packages/build-context/src/clean-path.ts
/**
* The shortest path that means the same, by the rules of Go's path.Clean, which the builder applies to each pattern:
* no double or trailing slashes, no `.`, and `..` taken back where there is something to take back.
*/
function cleanPath(path) {
	const rooted = path.startsWith("/");
	const kept = [];
	for (const segment of path.split("/")) {
		if (segment === "" || segment === ".") continue;
		if (segment !== "..") kept.push(segment);
		else if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
		else if (!rooted) kept.push("..");
	}
	const joined = kept.join("/");
	if (rooted) return `/${joined}`;
	return joined === "" ? "." : joined;
}

// packages/build-context/src/glob.ts
/**
* Reads a pattern of the builder's language (Go's filepath.Match, and `**`). Gives a sentence where it is malformed,
* which the builder refuses too.
*/
function parseGlob(pattern) {
	const characters = [...pattern];
	const steps = [];
	let at = 0;
	while (at < characters.length) {
		const character = characters[at++];
		if (character === "*") {
			if (characters[at] !== "*") {
				if (steps.at(-1)?.kind !== "many") steps.push({ kind: "many" });
				continue;
			}
			at++;
			if (characters[at] === "/") at++;
			if (at >= characters.length) steps.push({ kind: "rest" });
			else if (steps.at(-1)?.kind !== "deep") steps.push({ kind: "deep" });
		} else if (character === "?") steps.push({ kind: "one" });
		else if (character === "\\") {
			const escaped = characters[at++];
			if (escaped === void 0) return "ends in a backslash that escapes nothing";
			steps.push({
				kind: "literal",
				character: escaped
			});
		} else if (character === "[") {
			const read = readClass(characters, at);
			if (read === void 0) return "has a [ without a well-formed character class";
			steps.push(read.step);
			at = read.end;
		} else steps.push({
			kind: "literal",
			character
		});
	}
	return {
		steps,
		...literalEnds(steps)
	};
}
function readClass(characters, start) {
	let at = start;
	const negated = characters[at] === "^";
	if (negated) at++;
	const ranges = [];
	const next = () => {
		const character = characters[at++];
		if (character === void 0 || character === "-" || character === "]") return void 0;
		return character === "\\" ? characters[at++] : character;
	};
	while (characters[at] !== "]" || ranges.length === 0) {
		const low = next();
		if (low === void 0) return void 0;
		let high = low;
		if (characters[at] === "-") {
			at++;
			high = next();
		}
		if (high === void 0 || at >= characters.length) return void 0;
		ranges.push([low, high]);
	}
	return {
		step: {
			kind: "class",
			negated,
			ranges
		},
		end: at + 1
	};
}
function literalEnds(steps) {
	const text = (some) => some.map((step) => step.kind === "literal" ? step.character : "").join("");
	const first = steps.findIndex((step) => step.kind !== "literal");
	if (first < 0) return {
		head: text(steps),
		tail: text(steps)
	};
	const last = steps.findLastIndex((step) => step.kind !== "literal");
	return {
		head: text(steps.slice(0, first)),
		tail: text(steps.slice(last + 1))
	};
}
/** What is known of a step: it was just reached, or it is a `**` in the middle of a folder's name. */
const reached = 1;
const inside = 2;
/**
* Whether the whole path matches. All ways through the pattern are followed at once, so that no pattern can make
* this slower than the product of both lengths.
*/
function globMatches(glob, path) {
	if (!path.startsWith(glob.head) || !path.endsWith(glob.tail)) return false;
	const { steps } = glob;
	if (glob.head.length > 0 && steps.every((step) => step.kind === "literal")) return path === glob.head;
	let active = new Uint8Array(steps.length + 1);
	active[0] = reached;
	passEmpty(steps, active);
	for (const character of path) {
		const next = new Uint8Array(steps.length + 1);
		for (let index = 0; index < steps.length; index++) if (active[index]) advance(steps[index], character, index, next);
		passEmpty(steps, next);
		active = next;
	}
	return active[steps.length] === reached;
}
function mark(states, index, state) {
	states[index] = states[index] | state;
}
function advance(step, character, index, next) {
	if (step.kind === "rest") mark(next, index, reached);
	else if (step.kind === "many") {
		if (character !== "/") mark(next, index, reached);
	} else if (step.kind === "deep") {
		mark(next, index, inside);
		if (character === "/") mark(next, index + 1, reached);
	} else if (accepts(step, character)) mark(next, index + 1, reached);
}
function accepts(step, character) {
	if (step.kind === "literal") return step.character === character;
	if (step.kind === "one") return character !== "/";
	if (step.kind !== "class") return false;
	return step.negated !== step.ranges.some(([low, high]) => low <= character && character <= high);
}
/** Passes the steps that may stand for nothing; a `**` only where it has swallowed nothing yet. */
function passEmpty(steps, states) {
	for (let index = 0; index < steps.length; index++) {
		const kind = steps[index]?.kind;
		if ((kind === "many" || kind === "rest" || kind === "deep") && states[index] & reached) mark(states, index + 1, reached);
	}
}

// packages/build-context/src/context-tree.ts
/**
* Looks a source up as BuildKit does (tried with Docker 28): relative to the context's root, which `..` and a leading `/`
* do not leave. Wildcards that match nothing are no mistake to the builder, a missing folder before them is.
* Nothing is said about what lies behind a symbolic link.
*/
function contextFinder(tree) {
	const budget = { left: maxWork };
	return (source, wildcards) => {
		const path = cleanPath(`/${source}`).slice(1);
		const segments = path.split("/");
		const first = wildcards ? segments.findIndex((segment) => /[*?[\\]/.test(segment)) : -1;
		if (first < 0) return findPath(tree, path);
		const above = segments.slice(0, first).join("/");
		const folder = findPath(tree, above);
		if (folder.kind !== "sent") return folder;
		if (tree.paths.get(above)?.kind === "link" || path.includes("\\")) return { kind: "unknown" };
		const glob = path.length > maxPatternLength$1 ? "is too long" : parseGlob(path);
		return typeof glob === "string" ? { kind: "unknown" } : findMatches(tree, glob, path, budget);
	};
}
/** Longer than any path can be. */
const maxPatternLength$1 = 4096;
/** Steps of matching that all wildcards of a file may take together: a fraction of a second. */
const maxWork = 2e7;
function findPath({ paths, complete }, path) {
	if (path === "") return { kind: "sent" };
	const found = paths.get(path);
	if (found) return found.ignoredBy ? ignored(found.ignoredBy, path, false) : { kind: "sent" };
	if (!complete) return { kind: "unknown" };
	for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1)) if (paths.get(path.slice(0, end))?.kind === "link") return { kind: "unknown" };
	return {
		kind: "missing",
		goesOn: false
	};
}
function findMatches({ paths, complete }, glob, pattern, budget) {
	let kept;
	for (const [path, { ignoredBy }] of paths) {
		budget.left -= path.startsWith(glob.head) ? 1 + glob.steps.length * path.length : 1;
		if (budget.left < 0) return { kind: "unknown" };
		if (!globMatches(glob, path)) continue;
		if (ignoredBy === void 0) return { kind: "sent" };
		kept ??= ignoredBy;
	}
	if (kept) return ignored(kept, pattern, true);
	return complete ? {
		kind: "missing",
		goesOn: true
	} : { kind: "unknown" };
}
function ignored({ line }, path, goesOn) {
	return {
		kind: "ignored",
		goesOn,
		path,
		line
	};
}

// packages/build-context/src/parse-ignore.ts
const emptyIgnoreFile = {
	patterns: [],
	problems: []
};
/** A hundred times what any honest file has. Each pattern is tried on each path, so the rest of a longer one is not used. */
const maxPatterns = 1e4;
/** Longer than any path can be; a longer pattern is refused, for it could only cost time. */
const maxPatternLength = 4096;
/**
* Reads a .dockerignore as the builder does: `#` is a comment in column 1 only, there are no trailing comments,
* a leading `/` means nothing, and a pattern is anchored at the context's root (unlike in .gitignore).
* Source of the rules: moby/patternmatcher 0.6 and its ignorefile package.
*/
function parseIgnore(text) {
	const file = {
		patterns: [],
		problems: []
	};
	for (const [index, raw] of text.replace(/^\uFEFF/, "").split("\n").entries()) {
		if (raw.startsWith("#") || raw.trim() === "") continue;
		const line = index + 1;
		if (file.patterns.length + file.problems.length >= maxPatterns) {
			const message = `there are more than ${maxPatterns} patterns; what follows is not used and not checked`;
			file.problems.push({
				line,
				message,
				kind: "size"
			});
			break;
		}
		const read = readPattern(raw.trim());
		if (typeof read === "string") file.problems.push({
			line,
			message: read
		});
		else file.patterns.push({
			...read,
			line
		});
	}
	return file;
}
function readPattern(written) {
	if (written.length > maxPatternLength) return `the pattern is longer than ${maxPatternLength} characters`;
	const cleaned = cleanPath(withoutRoot(written).trim());
	const readmits = cleaned.startsWith("!");
	const text = readmits ? cleaned.slice(1) : cleaned;
	if (text === "") return "a lone ! names nothing to send";
	const glob = parseGlob(text);
	if (typeof glob === "string") return `the pattern ${glob}`;
	return {
		text,
		readmits,
		glob,
		matches: (path) => globMatches(glob, path)
	};
}
function withoutRoot(written) {
	const sign = written.startsWith("!") ? "!" : "";
	const body = written.slice(sign.length).trim();
	return sign + (body === "" ? "" : cleanPath(body).replace(/^\/(?=.)/, ""));
}
/**
* Whether a file (path relative to the context, forward slashes) is kept from the build. A pattern that matches a
* parent folder matches the file; the last pattern that matches decides.
*/
function isIgnored(ignore, path) {
	const parts = path.split("/");
	const withParents = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
	let ignored = false;
	for (const pattern of ignore.patterns) if (pattern.readmits === ignored && withParents.some((name) => pattern.matches(name))) ignored = !pattern.readmits;
	return ignored;
}
/** The names under which the builder looks for ignore rules, first found wins, beside a Dockerfile of this path. */
function ignoreFileNames(dockerfile) {
	return [`${dockerfile}.dockerignore`, ".dockerignore"];
}

// packages/build-context/src/read-context.ts
const largestShown = 10;
/**
* Walks the whole folder once: counts files and bytes of it and of what `.dockerignore` leaves for the builder, and
* remembers the paths. Below an ignored folder that no `!` pattern can reach, files are never matched.
*/
async function readContext(source) {
	const { list, ignore, alwaysSent = ["Dockerfile", ".dockerignore"], maxPaths = 1e5 } = source;
	const always = new Set(alwaysSent);
	const size = {
		treeFiles: 0,
		treeBytes: 0,
		keptFiles: 0,
		keptBytes: 0,
		largest: []
	};
	const paths = /* @__PURE__ */ new Map();
	let complete = true;
	const waiting = [{
		path: "",
		hits: new Uint8Array(ignore.patterns.length),
		open: true,
		ignoredBy: void 0
	}];
	for (let folder = waiting.pop(); folder; folder = waiting.pop()) for (const { name, kind, bytes } of await list(folder.path)) {
		const path = folder.path === "" ? name : `${folder.path}/${name}`;
		let ignoredBy = folder.ignoredBy;
		if (kind === "folder") {
			const inner = below(folder, path, ignore.patterns);
			ignoredBy = inner.ignoredBy;
			waiting.push(inner);
		} else {
			if (folder.open) ignoredBy = decidingPattern(ignore.patterns, folder.hits, path);
			if (kind !== "other") {
				size.treeFiles += 1;
				size.treeBytes += bytes;
				if (always.has(path) || ignoredBy === void 0) keep(size, path, bytes);
			}
		}
		if (paths.size < maxPaths) paths.set(path, {
			kind,
			ignoredBy
		});
		else complete = false;
		if (ignoredBy === void 0) sendParents(paths, path);
	}
	return {
		size,
		tree: {
			paths,
			complete
		}
	};
}
/** A file that is sent brings the folders above it along, ignored or not. */
function sendParents(paths, path) {
	for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
		const parent = paths.get(path.slice(0, end));
		if (parent?.ignoredBy === void 0) return;
		parent.ignoredBy = void 0;
	}
}
function keep(size, path, bytes) {
	size.keptFiles += 1;
	size.keptBytes += bytes;
	const last = size.largest.at(-1);
	if (size.largest.length === largestShown && last && last.bytes >= bytes) return;
	size.largest.push({
		path: path.slice(0, 4096),
		bytes
	});
	size.largest.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
	if (size.largest.length > largestShown) size.largest.pop();
}
/** The pattern that keeps a file back: the last one that matches it or a folder above, if that is no `!` pattern. */
function decidingPattern(patterns, parentHits, path) {
	let decides;
	for (let index = 0; index < patterns.length; index++) {
		const pattern = patterns[index];
		if (pattern.readmits === (decides !== void 0) && (parentHits[index] || pattern.matches(path))) decides = pattern.readmits ? void 0 : pattern;
	}
	return decides;
}
function below(parent, path, patterns) {
	if (!parent.open) return {
		...parent,
		path
	};
	const hits = parent.hits.slice();
	let ignoredBy;
	for (let index = 0; index < patterns.length; index++) {
		const pattern = patterns[index];
		if (!hits[index] && pattern.matches(path)) hits[index] = 1;
		if (hits[index] && pattern.readmits === (ignoredBy !== void 0)) ignoredBy = pattern.readmits ? void 0 : pattern;
	}
	return {
		path,
		hits,
		open: ignoredBy === void 0 || patterns.some((pattern) => pattern.readmits && mayMatchBelow(pattern, path)),
		ignoredBy
	};
}
/** False only where the literal beginning of the pattern leads elsewhere. */
function mayMatchBelow(pattern, folder) {
	const { head } = pattern.glob;
	const inside = `${folder}/`;
	return head.startsWith(inside) || inside.startsWith(head);
}

export { parseIgnore as a, isIgnored as i, emptyIgnoreFile as n, contextFinder as o, ignoreFileNames as r, readContext as t };