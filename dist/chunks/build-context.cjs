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

// packages/build-context/src/character-set.ts
function isInSet({ negated, ranges, tests }, character) {
	const point = character.codePointAt(0) ?? 0;
	return negated !== (ranges.some(([low, high]) => (low.codePointAt(0) ?? 0) <= point && point <= (high.codePointAt(0) ?? 0)) || tests.some((test) => test(character)));
}
const controls = {
	a: "\x07",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v"
};
const tests = {
	d: /[0-9]/,
	D: /[^0-9]/,
	s: /[\t\n\f\r ]/,
	S: /[^\t\n\f\r ]/,
	w: /[0-9A-Za-z_]/,
	W: /[^0-9A-Za-z_]/
};
/**
* What a backslash means before a letter or digit: the builder hands it on to a regular expression, so `\d` is a digit
* there. Undefined for what Go's package regexp refuses. `length` counts the characters behind the backslash.
*/
function readEscape(characters, at) {
	const character = characters[at] ?? "";
	const control = controls[character];
	if (control !== void 0) return {
		kind: "character",
		character: control,
		length: 1
	};
	const test = tests[character];
	if (test !== void 0) return {
		kind: "test",
		test: (one) => test.test(one),
		length: 1
	};
	if (character === "b" || character === "B") return {
		kind: "boundary",
		negated: character === "B",
		length: 1
	};
	if (character === "A") return {
		kind: "start",
		length: 1
	};
	if (character === "z") return {
		kind: "end",
		length: 1
	};
	if (character === "x") return readHexadecimal(characters.slice(at + 1, at + 12).join(""));
	if (character === "0") {
		const digits = /^[0-7]{1,3}/.exec(characters.slice(at, at + 3).join(""))?.[0] ?? "0";
		return point(Number.parseInt(digits, 8), digits.length);
	}
	if (character === "p" || character === "P") return readProperty(character === "P", characters.slice(at + 1, at + 40).join(""));
	return /[0-9A-Za-z]/.test(character) || character > "" ? void 0 : {
		kind: "character",
		character,
		length: 1
	};
}
function readHexadecimal(text) {
	const match = /^(?:\{([0-9A-Fa-f]{1,8})\}|([0-9A-Fa-f]{2}))/.exec(text);
	return match ? point(Number.parseInt(match[1] ?? match[2] ?? "", 16), 1 + match[0].length) : void 0;
}
function point(code, length) {
	return code > 1114111 ? void 0 : {
		kind: "character",
		character: String.fromCodePoint(code),
		length
	};
}
function readProperty(negated, text) {
	const match = /^(?:\{(\^?)(\w+)\}|([A-Z]))/.exec(text);
	const name = match?.[2] ?? match?.[3];
	if (match === null || name === void 0) return void 0;
	const wants = negated === (match[1] === "^");
	for (const property of [name, `Script=${name}`]) try {
		const expression = new RegExp(`\\p{${property}}`, "u");
		return {
			kind: "test",
			test: (one) => expression.test(one) === wants,
			length: 1 + match[0].length
		};
	} catch {}
}
/** `[:alpha:]` and its like inside a class. */
const namedSets = {
	alnum: /[0-9A-Za-z]/,
	alpha: /[A-Za-z]/,
	ascii: /\p{ASCII}/u,
	blank: /[\t ]/,
	cntrl: /(?=\p{ASCII})\p{Cc}/u,
	digit: /[0-9]/,
	graph: /[!-~]/,
	lower: /[a-z]/,
	print: /[ -~]/,
	punct: /[!-/:-@[-`{-~]/,
	space: /[\t\n\v\f\r ]/,
	upper: /[A-Z]/,
	word: /[0-9A-Za-z_]/,
	xdigit: /[0-9A-Fa-f]/
};

// packages/build-context/src/pattern-problem.ts
/**
* What makes a pattern malformed to the builder before it looks at any path; undefined where nothing does. It asks Go's
* filepath.Match whether the pattern matches ".", and that looks no further than it has to: behind a part that does not
* match, anything may stand.
*/
function patternProblem(characters) {
	let name = ".";
	let at = 0;
	while (at < characters.length) {
		const start = at;
		while (characters[at] === "*") at += 1;
		const hasStar = at > start;
		const end = partEnd(characters, at);
		const part = characters.slice(at, end);
		at = end;
		if (hasStar && part.length === 0) return void 0;
		const isLast = at >= characters.length;
		const names = hasStar && name !== "" ? [name, ""] : [name];
		let rest;
		for (const one of names) {
			const left = matchPart(part, one);
			if (typeof left === "object") return left.problem;
			if (left !== void 0 && (left === "" || !isLast)) {
				rest = left;
				break;
			}
		}
		if (rest === void 0) return void 0;
		name = rest;
	}
}
/** Where the part ends that begins at `start`: at the next star outside a class. */
function partEnd(characters, start) {
	let isClass = false;
	let at = start;
	for (; at < characters.length; at++) {
		const character = characters[at];
		if (character === "\\") at += 1;
		else if (character === "[") isClass = true;
		else if (character === "]") isClass = false;
		else if (character === "*" && !isClass) break;
	}
	return Math.min(at, characters.length);
}
/** What is left of the name behind a part without stars; undefined where it does not match. The whole part is read. */
function matchPart(part, name) {
	let left = name;
	for (let at = 0; at < part.length;) {
		const character = part[at];
		const first = left?.[0];
		let isMatch;
		at += 1;
		if (character === "[") {
			const read = readClass$1(part, at, first);
			if (read === void 0) return { problem: "has a [ without a well-formed character class" };
			at = read.end;
			isMatch = read.isIn;
		} else if (character === "\\") {
			if (at >= part.length) return { problem: "ends in a backslash that escapes nothing" };
			isMatch = part[at] === first;
			at += 1;
		} else isMatch = character === "?" ? first !== void 0 && first !== "/" : character === first;
		left = left !== void 0 && first !== void 0 && isMatch ? left.slice(1) : void 0;
	}
	return left;
}
function readClass$1(part, start, character) {
	let at = start;
	const negated = part[at] === "^";
	if (negated) at += 1;
	let isIn = false;
	const next = () => {
		const one = part[at++];
		if (one === void 0 || one === "-" || one === "]") return void 0;
		return one === "\\" ? part[at++] : one;
	};
	for (let first = true; first || part[at] !== "]"; first = false) {
		const low = next();
		if (low === void 0) return void 0;
		let high = low;
		if (part[at] === "-") {
			at += 1;
			high = next();
		}
		if (high === void 0 || at >= part.length) return void 0;
		if (character !== void 0 && low <= character && character <= high) isIn = true;
	}
	return {
		end: at + 1,
		isIn: isIn !== negated
	};
}

// packages/build-context/src/pattern-steps.ts
const one = {
	negated: true,
	ranges: [["/", "/"]],
	tests: []
};
/**
* The steps of a pattern that is more than plain text. The builder turns it into a regular expression character by
* character, a class included, and so do we: within `[ ]` a `*` is `[^/]*`, which ends the class at its bracket.
* A sentence where that expression is malformed.
*/
function patternSteps(characters) {
	const expression = asExpression(characters);
	const steps = [];
	for (let at = 0; at < expression.length;) {
		const character = expression[at];
		at += 1;
		if (character === deep || character === rest) {
			const kind = character === deep ? "deep" : "rest";
			if (steps.at(-1)?.kind !== kind) steps.push({ kind });
		} else if (character === "[") {
			const read = readClass(expression, at);
			if (read === void 0) return "has a character class that the builder cannot read";
			at = read.end;
			const repeats = expression[at] === star;
			if (repeats) at += 1;
			const last = steps.at(-1);
			if (!(repeats && last?.kind === "set" && last.repeats && last.set === read.set)) steps.push({
				kind: "set",
				set: read.set,
				repeats
			});
		} else if (character === "^") steps.push({ kind: "start" });
		else if (character === "\\") {
			const meaning = readEscape(expression, at);
			if (meaning === void 0) return `has a backslash before ${expression[at]}, which the builder cannot read`;
			at += meaning.length;
			if (meaning.kind === "character") steps.push({
				kind: "literal",
				character: meaning.character
			});
			else if (meaning.kind === "test") steps.push({
				kind: "set",
				set: {
					negated: false,
					ranges: [],
					tests: [meaning.test]
				},
				repeats: false
			});
			else if (meaning.kind === "boundary") steps.push(meaning);
			else steps.push({ kind: meaning.kind });
		} else steps.push({
			kind: "literal",
			character
		});
	}
	return steps;
}
/** Marks for what is several characters in the expression; no path and no pattern has them. */
const deep = "(.*/)?";
const rest = ".*";
const star = "*";
const anyOne = [
	"[",
	"^",
	"/",
	"]"
];
function asExpression(characters) {
	const expression = [];
	for (let at = 0; at < characters.length; at++) {
		const character = characters[at];
		if (character === "*" && characters[at + 1] === "*") {
			at += characters[at + 2] === "/" ? 2 : 1;
			expression.push(at + 1 >= characters.length ? rest : deep);
		} else if (character === "*") expression.push(...anyOne, star);
		else if (character === "?") expression.push(...anyOne);
		else if (".+()|{}$".includes(character)) expression.push("\\", character);
		else if (character === "\\") {
			const escaped = characters[++at];
			expression.push(character, ...escaped === void 0 ? ["$", rest] : [escaped]);
		} else expression.push(character);
	}
	return expression;
}
function readClass(expression, start) {
	let at = start;
	const negated = expression[at] === "^";
	if (negated) at += 1;
	const set = {
		negated,
		ranges: [],
		tests: []
	};
	for (let first = true; first || expression[at] !== "]"; first = false) {
		const name = /^\[:(\^?)([a-z]+):\]/.exec(expression.slice(at, at + 12).join(""));
		if (name) {
			const test = namedSets[name[2] ?? ""];
			if (test === void 0) return void 0;
			const wants = name[1] !== "^";
			set.tests.push((character) => test.test(character) === wants);
			at += name[0].length;
			continue;
		}
		const low = readMember(expression, at, set);
		if (low === void 0) return void 0;
		at = low.end;
		if (low.character === void 0 || expression[at] !== "-" || expression[at + 1] === "]") {
			if (low.character !== void 0) set.ranges.push([low.character, low.character]);
			continue;
		}
		const high = readMember(expression, at + 1, set);
		if (high?.character === void 0) return void 0;
		if ((high.character.codePointAt(0) ?? 0) < (low.character.codePointAt(0) ?? 0)) return void 0;
		set.ranges.push([low.character, high.character]);
		at = high.end;
	}
	return {
		set: negated && set.tests.length === 0 && set.ranges.every(([low, high]) => low === "/" && high === "/") && set.ranges.length > 0 ? one : set,
		end: at + 1
	};
}
/** A character of a class; one that stands for several is put into the set at once. */
function readMember(expression, at, set) {
	const character = expression[at];
	if (character === void 0) return void 0;
	if (character === deep || character === rest) {
		for (const part of character) set.ranges.push([part, part]);
		return {
			character: void 0,
			end: at + 1
		};
	}
	if (character !== "\\") return {
		character,
		end: at + 1
	};
	const meaning = readEscape(expression, at + 1);
	if (meaning?.kind === "character") return {
		character: meaning.character,
		end: at + 1 + meaning.length
	};
	if (meaning?.kind !== "test") return void 0;
	set.tests.push(meaning.test);
	return {
		character: void 0,
		end: at + 1 + meaning.length
	};
}

// packages/build-context/src/glob.ts
/**
* Reads a pattern of the builder's language (Go's filepath.Match, and `**`). Gives a sentence where it is malformed,
* which the builder refuses too. Source of the rules: moby/patternmatcher 0.6, tried with BuildKit 0.25.
*/
function parseGlob(pattern) {
	const characters = [...pattern];
	const problem = patternProblem(characters);
	if (problem !== void 0) return problem;
	const plain = plainText(pattern);
	if (plain !== void 0) {
		const { text, is } = plain;
		const steps = [...text].map((character) => ({
			kind: "literal",
			character
		}));
		const tail = text.startsWith("/") ? text.slice(1) : text;
		if (is === "whole") return {
			steps,
			head: text,
			tail: text,
			plain
		};
		return is === "beginning" ? {
			steps,
			head: text,
			tail: "",
			plain
		} : {
			steps,
			head: "",
			tail,
			plain
		};
	}
	const steps = patternSteps(characters);
	if (typeof steps === "string") return steps;
	const slashes = slashesOf(steps);
	return {
		steps,
		...literalEnds(steps),
		...slashes === void 0 ? {} : { slashes }
	};
}
/** Undefined where a step may take a slash among other characters. */
function slashesOf(steps) {
	let count = 0;
	for (const step of steps) {
		if (step.kind === "deep" || step.kind === "rest" || step.kind === "set" && isInSet(step.set, "/")) return void 0;
		if (step.kind === "literal" && step.character === "/") count += 1;
	}
	return count;
}
/** How deep a path lies. */
function slashesIn(path) {
	let count = 0;
	for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) count += 1;
	return count;
}
/** The text of a pattern without wildcards but a `**` in front or, where there is none, at the end. */
function plainText(pattern) {
	if (/[?[\]\\]/.test(pattern)) return void 0;
	if (!pattern.includes("*")) return {
		text: pattern,
		is: "whole"
	};
	if (pattern.startsWith("**")) {
		const ending = pattern.startsWith("**/*") ? pattern.slice(4) : "";
		if (ending !== "" && !/[*/]/.test(ending)) return {
			text: ending,
			is: "name-end"
		};
		const text = pattern.slice(2);
		return text.includes("*") ? void 0 : {
			text,
			is: "end"
		};
	}
	const match = /^([^*]+)\*\*$/.exec(pattern);
	return match ? {
		text: match[1] ?? "",
		is: "beginning"
	} : void 0;
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
	const { steps, plain } = glob;
	if (plain) {
		if (plain.is === "whole") return path === plain.text;
		if (plain.is === "beginning") return path.startsWith(plain.text);
		if (plain.is === "name-end") return path.endsWith(plain.text) && !path.slice(0, path.lastIndexOf("/") + 1).includes("\n");
		return path.endsWith(plain.text) || plain.text.startsWith("/") && path === plain.text.slice(1);
	}
	if (!path.startsWith(glob.head) || !path.endsWith(glob.tail)) return false;
	if (glob.slashes !== void 0 && glob.slashes !== slashesIn(path)) return false;
	const characters = [...path];
	let active = new Uint8Array(steps.length + 1);
	active[0] = reached;
	passEmpty(steps, active, void 0, characters[0]);
	for (const [at, character] of characters.entries()) {
		const next = new Uint8Array(steps.length + 1);
		for (let index = 0; index < steps.length; index++) if (active[index]) advance(steps[index], character, index, active[index], next);
		passEmpty(steps, next, character, characters[at + 1]);
		active = next;
	}
	return (active[steps.length] & reached) !== 0;
}
function mark(states, index, state) {
	states[index] = states[index] | state;
}
function advance(step, character, index, state, next) {
	if (step.kind === "rest") {
		if (character !== "\n") mark(next, index, reached);
	} else if (step.kind === "deep") {
		if (character !== "\n") mark(next, index, inside);
		if (character === "/") mark(next, index + 1, reached);
	} else if ((state & reached) === 0) return;
	else if (step.kind === "literal") {
		if (step.character === character) mark(next, index + 1, reached);
	} else if (step.kind === "set" && isInSet(step.set, character)) mark(next, step.repeats ? index : index + 1, reached);
}
/** Passes the steps that may stand for nothing; a `**` only where it has swallowed nothing yet. */
function passEmpty(steps, states, before, after) {
	for (let index = 0; index < steps.length; index++) {
		if ((states[index] & reached) === 0) continue;
		if (mayBeEmpty(steps[index], before, after)) mark(states, index + 1, reached);
	}
}
function mayBeEmpty(step, before, after) {
	if (step.kind === "set") return step.repeats;
	if (step.kind === "start") return before === void 0;
	if (step.kind === "end") return after === void 0;
	if (step.kind === "boundary") return step.negated === (isWord(before) === isWord(after));
	return step.kind === "rest" || step.kind === "deep";
}
function isWord(character) {
	return character !== void 0 && /[0-9A-Za-z_]/.test(character);
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
/**
* The paths that a pattern matches by itself, whatever other patterns say: at most `limit`, in the order of the walk.
* Undefined where not every path was remembered, or where looking through them would take too long.
*/
function patternFinder(tree) {
	const budget = { left: maxWork };
	const known = /* @__PURE__ */ new Map();
	const find = (pattern, limit) => {
		if (!tree.complete) return void 0;
		if (!/[*?[\\]/.test(pattern)) {
			const path = tree.paths.get(pattern);
			return path ? [{
				path: pattern,
				kind: path.kind,
				sent: path.ignoredBy === void 0
			}] : [];
		}
		const glob = pattern.length > maxPatternLength$1 ? "is too long" : parseGlob(pattern);
		if (typeof glob === "string") return void 0;
		const found = [];
		for (const [path, { kind, ignoredBy }] of candidates(tree, glob)) {
			if (!mayMatch(glob, path, budget)) continue;
			if (budget.left < 0) return void 0;
			if (globMatches(glob, path)) found.push({
				path,
				kind,
				sent: ignoredBy === void 0
			});
			if (found.length >= limit) break;
		}
		return found;
	};
	return (pattern, limit) => {
		const key = `${limit} ${pattern}`;
		if (!known.has(key)) known.set(key, find(pattern, limit));
		return known.get(key);
	};
}
/** Counts what looking at a path costs; false where its literal ends rule it out at once. */
function mayMatch(glob, path, budget) {
	const may = path.startsWith(glob.head) && path.endsWith(glob.tail);
	budget.left -= may ? 1 + glob.steps.length * path.length : 1;
	return may || budget.left < 0;
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
function findMatches(tree, glob, pattern, budget) {
	let kept;
	for (const [path, { ignoredBy }] of candidates(tree, glob)) {
		if (!mayMatch(glob, path, budget)) continue;
		if (budget.left < 0) return { kind: "unknown" };
		if (!globMatches(glob, path)) continue;
		if (ignoredBy === void 0) return { kind: "sent" };
		kept ??= ignoredBy;
	}
	if (kept) return ignored(kept, pattern, true);
	return tree.complete ? {
		kind: "missing",
		goesOn: true
	} : { kind: "unknown" };
}
const byDepth = /* @__PURE__ */ new WeakMap();
/** The paths that lie as deep as the pattern wants: of a large tree the first wildcard sorts them, the others profit. */
function candidates(tree, { slashes }) {
	if (slashes === void 0) return tree.paths;
	const known = byDepth.get(tree);
	if (known) return known.get(slashes) ?? [];
	const sorted = /* @__PURE__ */ new Map();
	for (const entry of tree.paths) {
		const depth = slashesIn(entry[0]);
		const same = sorted.get(depth);
		if (same) same.push(entry);
		else sorted.set(depth, [entry]);
	}
	byDepth.set(tree, sorted);
	return sorted.get(slashes) ?? [];
}
function ignored({ line }, path, goesOn) {
	return {
		kind: "ignored",
		goesOn,
		path,
		line
	};
}

// packages/build-context/src/trim-space.ts
/** White space as Go's strings.TrimSpace has it: U+0085 belongs to it, U+FEFF does not. */
const space = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
/** The text without white space at its ends, by the builder's rules. */
function trimSpace(text) {
	let start = 0;
	let end = text.length;
	while (start < end && space.test(text[start])) start += 1;
	while (end > start && space.test(text[end - 1])) end -= 1;
	return text.slice(start, end);
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
		if (raw.startsWith("#") || trimSpace(raw) === "") continue;
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
		const read = readPattern(trimSpace(raw));
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
	const cleaned = cleanPath(trimSpace(withoutRoot(written)));
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
	const body = trimSpace(written.slice(sign.length));
	return sign + (body === "" ? "" : cleanPath(body).replace(/^\/(?=.)/, ""));
}
/**
* Whether a file (path relative to the context, forward slashes) is kept from the build. A pattern that matches a
* parent folder matches the file; the last pattern that matches decides.
*/
function isIgnored(ignore, path) {
	return follow(ignore, path).ignored;
}
/** The `!` pattern that sends a file which an earlier pattern kept back; undefined where none does. */
function readmittedBy(ignore, path) {
	const { ignored, last } = follow(ignore, path);
	return ignored ? void 0 : last;
}
/**
* Goes down to a path folder by folder, as the builder does. It asks a pattern only where the answer would change something,
* and remembers for what lies below which patterns matched; so a pattern behind a `!` that was not asked about a folder does
* not keep back what is in it. `last`: the pattern that changed something last.
*/
function follow({ patterns }, path) {
	const hits = new Uint8Array(patterns.length);
	let ignored = false;
	let last;
	for (let end = 0; end >= 0;) {
		end = path.indexOf("/", end + 1);
		const name = end < 0 ? path : path.slice(0, end);
		ignored = false;
		last = void 0;
		for (const [index, pattern] of patterns.entries()) {
			if (!(pattern.readmits === ignored)) continue;
			if (hits[index] === 0 && !pattern.matches(name)) continue;
			hits[index] = 1;
			ignored = !pattern.readmits;
			last = pattern;
		}
	}
	return {
		ignored,
		last
	};
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
	const facts = new FileFacts();
	let complete = true;
	const waiting = [{
		path: "",
		hits: new Uint8Array(ignore.patterns.length),
		open: true,
		ignoredBy: void 0
	}];
	for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
		const candidates = folder.open ? candidatesIn(folder, ignore.patterns) : [];
		for (const { name, kind, bytes } of await list(folder.path)) {
			const path = folder.path === "" ? name : `${folder.path}/${name}`;
			let ignoredBy = folder.ignoredBy;
			if (kind === "folder") {
				const inner = below(folder, path, ignore.patterns);
				ignoredBy = inner.ignoredBy;
				waiting.push(inner);
			} else {
				if (folder.open) ignoredBy = decidingPattern(candidates, path);
				if (kind !== "other") {
					size.treeFiles += 1;
					size.treeBytes += bytes;
					if (always.has(path) || ignoredBy === void 0) keep(size, path, bytes);
				}
			}
			if (paths.size < maxPaths) paths.set(path, kind === "folder" ? {
				kind,
				ignoredBy
			} : facts.of(kind, ignoredBy));
			else complete = false;
			if (ignoredBy === void 0 && folder.ignoredBy !== void 0) sendParents(paths, path);
		}
	}
	return {
		size,
		tree: {
			paths,
			complete
		}
	};
}
/** One object for all files of which the same is true: most of a large tree, and of the time it takes to make. */
var FileFacts = class {
	known = /* @__PURE__ */ new Map();
	of(kind, ignoredBy) {
		const all = this.known.get(ignoredBy) ?? [];
		const found = all.find((one) => one.kind === kind);
		if (found) return found;
		const made = {
			kind,
			ignoredBy
		};
		this.known.set(ignoredBy, [...all, made]);
		return made;
	}
};
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
function candidatesIn({ path, hits }, patterns) {
	const depth = path === "" ? 0 : path.split("/").length;
	const candidates = [];
	for (const [index, pattern] of patterns.entries()) {
		const hit = hits[index] === 1;
		if (hit || isOfDepth(pattern, depth) && (path === "" || mayMatchBelow(pattern, path))) candidates.push({
			pattern,
			hit
		});
	}
	return candidates;
}
/** False where a pattern has more slashes, or fewer, than the files of a folder so deep. */
function isOfDepth({ text }, depth) {
	if (/\*\*|[[\\]/.test(text)) return true;
	let slashes = 0;
	for (let at = text.indexOf("/"); at >= 0; at = text.indexOf("/", at + 1)) slashes += 1;
	return slashes === depth;
}
/** The pattern that keeps a file back: the last one that matches it or a folder above, if that is no `!` pattern. */
function decidingPattern(candidates, path) {
	let decides;
	for (const { pattern, hit } of candidates) if (pattern.readmits === (decides !== void 0) && (hit || pattern.matches(path))) decides = pattern.readmits ? void 0 : pattern;
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
		if (pattern.readmits !== (ignoredBy !== void 0)) continue;
		if (!hits[index] && pattern.matches(path)) hits[index] = 1;
		if (hits[index]) ignoredBy = pattern.readmits ? void 0 : pattern;
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

Object.defineProperty(exports, "contextFinder", {
  enumerable: true,
  get: function () {
    return contextFinder;
  }
});
Object.defineProperty(exports, "emptyIgnoreFile", {
  enumerable: true,
  get: function () {
    return emptyIgnoreFile;
  }
});
Object.defineProperty(exports, "ignoreFileNames", {
  enumerable: true,
  get: function () {
    return ignoreFileNames;
  }
});
Object.defineProperty(exports, "isIgnored", {
  enumerable: true,
  get: function () {
    return isIgnored;
  }
});
Object.defineProperty(exports, "parseIgnore", {
  enumerable: true,
  get: function () {
    return parseIgnore;
  }
});
Object.defineProperty(exports, "patternFinder", {
  enumerable: true,
  get: function () {
    return patternFinder;
  }
});
Object.defineProperty(exports, "readContext", {
  enumerable: true,
  get: function () {
    return readContext;
  }
});
Object.defineProperty(exports, "readmittedBy", {
  enumerable: true,
  get: function () {
    return readmittedBy;
  }
});