// packages/build-context/src/measure-context.ts
const largestShown = 10;
/**
* Counts files and bytes of the whole folder and of what `.dockerignore` leaves for the builder. Below an ignored
* folder that no `!` pattern can reach, files are only counted, never matched.
*/
async function measureContext({ list, ignore, alwaysSent }) {
	const always = new Set(alwaysSent ?? ["Dockerfile", ".dockerignore"]);
	const size = {
		treeFiles: 0,
		treeBytes: 0,
		keptFiles: 0,
		keptBytes: 0,
		largest: []
	};
	const waiting = [{
		path: "",
		hits: new Uint8Array(ignore.patterns.length),
		open: true
	}];
	for (let folder = waiting.pop(); folder; folder = waiting.pop()) for (const entry of await list(folder.path)) {
		const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
		if (entry.kind === "folder") waiting.push(below(folder, path, ignore.patterns));
		else if (entry.kind !== "other") {
			size.treeFiles += 1;
			size.treeBytes += entry.bytes;
			if (always.has(path) || folder.open && !verdict(ignore.patterns, folder.hits, path)) keep(size, path, entry.bytes);
		}
	}
	return size;
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
function verdict(patterns, parentHits, path) {
	let ignored = false;
	for (let index = 0; index < patterns.length; index++) {
		const pattern = patterns[index];
		if (pattern.readmits === ignored && (parentHits[index] || pattern.matches(path))) ignored = !pattern.readmits;
	}
	return ignored;
}
function below(parent, path, patterns) {
	if (!parent.open) return {
		path,
		hits: parent.hits,
		open: false
	};
	const hits = parent.hits.slice();
	let ignored = false;
	for (let index = 0; index < patterns.length; index++) {
		const pattern = patterns[index];
		if (!hits[index] && pattern.matches(path)) hits[index] = 1;
		if (hits[index]) ignored = !pattern.readmits;
	}
	return {
		path,
		hits,
		open: !ignored || patterns.some((pattern) => pattern.readmits && mayMatchBelow(pattern, path))
	};
}
/** False only where the literal beginning of the pattern leads elsewhere. */
function mayMatchBelow(pattern, folder) {
	const { head } = pattern.glob;
	const inside = `${folder}/`;
	return head.startsWith(inside) || inside.startsWith(head);
}

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

// packages/build-context/src/parse-ignore.ts
const emptyIgnoreFile = {
	patterns: [],
	problems: []
};
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
		const read = readPattern(raw.trim());
		const line = index + 1;
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

export { measureContext as a, parseIgnore as i, ignoreFileNames as n, isIgnored as r, emptyIgnoreFile as t };