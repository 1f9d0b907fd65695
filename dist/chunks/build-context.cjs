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

// packages/build-context/src/glob-expression.ts
/** Steps that may swallow any number of characters; with each one more, a path that does not match costs its length again. */
const maxOpenSteps = 2;
/**
* The steps as an expression of this language, which is some thirty times faster than following them one by one; undefined
* where they say what has no counterpart here, or where going back and forth could take long.
*/
function globExpression(steps) {
	let source = "";
	let openSteps = 0;
	for (const step of steps) {
		if (step.kind === "deep" || step.kind === "rest" || step.kind === "set" && step.repeats) openSteps += 1;
		const part = partOf(step);
		if (part === void 0 || openSteps > maxOpenSteps) return void 0;
		source += part;
	}
	return new RegExp(`^${source}$`, "u");
}
function partOf(step) {
	if (step.kind === "literal") return escaped(step.character);
	if (step.kind === "deep") return "(?:[^\\n]*/)?";
	if (step.kind === "rest") return "[^\\n]*";
	if (step.kind !== "set" || step.set.tests.length > 0) return void 0;
	const set = classOf(step.set);
	return set && set + (step.repeats ? "*" : step.optional ? "?" : "");
}
function classOf({ negated, ranges }) {
	if (ranges.length === 0) return negated ? "[^]" : void 0;
	return `[${negated ? "^" : ""}${ranges.map(([low, high]) => `${escaped(low)}-${escaped(high)}`).join("")}]`;
}
function escaped(character) {
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

// packages/build-context/src/go-match.ts
/**
* Go's filepath.Match on a name, which the builder uses where a source of COPY with wildcards meets symbolic links, and to
* find out whether a pattern is well formed. `problem`: what makes it malformed. It looks no further than it has to: behind a
* part that does not match, anything may stand.
*/
function goMatch(pattern, whole) {
	let name = whole;
	let at = 0;
	while (at < pattern.length) {
		const start = at;
		while (pattern[at] === "*") at += 1;
		const hasStar = at > start;
		const end = partEnd(pattern, at);
		const part = pattern.slice(at, end);
		at = end;
		if (hasStar && part.length === 0) return !name.includes("/");
		const isLast = at >= pattern.length;
		let rest;
		for (let skipped = 0; rest === void 0 && skipped <= name.length; skipped++) {
			if (skipped > 0 && (!hasStar || name[skipped - 1] === "/")) break;
			const left = matchPart(part, name.slice(skipped));
			if (left !== void 0 && "problem" in left) return left;
			if (left !== void 0 && (left.length === 0 || !isLast)) rest = left;
		}
		if (rest === void 0) return false;
		name = rest;
	}
	return name.length === 0;
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
	let next = 0;
	let isLost = false;
	for (let at = 0; at < part.length;) {
		const character = part[at];
		const first = isLost ? void 0 : name[next];
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
		if (first === void 0 || !isMatch) isLost = true;
		next += 1;
	}
	return isLost ? void 0 : name.slice(next);
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

// packages/build-context/src/pattern-problem.ts
/**
* What makes a pattern malformed to the builder before it looks at any path; undefined where nothing does. It asks Go's
* filepath.Match whether the pattern matches ".".
*/
function patternProblem(characters) {
	const answer = goMatch(characters, ["."]);
	return typeof answer === "object" ? answer.problem : void 0;
}

// packages/build-context/src/pattern-steps.ts
/** Any characters, line ends too: where an expression is not bound to the beginning, or the end, of the path. */
const anything = {
	kind: "set",
	set: {
		negated: true,
		ranges: [],
		tests: []
	},
	repeats: true
};
const one = {
	negated: true,
	ranges: [["/", "/"]],
	tests: []
};
/**
* The steps of a pattern that is more than plain text. The builder turns it into a regular expression character by
* character, a class included, and so do we: within `[ ]` a `*` is `[^/]*`, which ends the class at its bracket. It forgets to
* escape `|` and `{ }`: the parts between the bars are alternatives, of which only the first is bound to the beginning of the
* path and only the last to its end (tried with BuildKit 0.25). A sentence where the expression is malformed.
*/
function patternSteps(characters) {
	const expression = asExpression(characters);
	const alternatives = [];
	let steps = [];
	for (let at = 0; at < expression.length;) {
		const character = expression[at];
		at += 1;
		if (character === "|") {
			alternatives.push(steps);
			steps = [];
			continue;
		}
		const repetition = character === "{" ? readRepetition(expression, at) : void 0;
		if (repetition !== void 0) {
			if (!(at > 1 && repeat(steps, repetition))) return "has a { } that the builder cannot read";
			at = repetition.end;
			continue;
		}
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
	alternatives.push(steps);
	const last = alternatives.length - 1;
	return alternatives.map((part, index) => [
		...index > 0 ? [anything] : [],
		...part,
		...index < last ? [anything] : []
	]);
}
/** `{2}`, `{2,}` and `{2,3}`; any other brace is only a brace. */
function readRepetition(expression, start) {
	const match = /^(\d{1,9})(,?)(\d{0,9})\}/.exec(expression.slice(start, start + 22).join(""));
	if (match === null) return void 0;
	const [whole, least = "", comma, most = ""] = match;
	if (comma === "" && most !== "") return void 0;
	const bound = most === "" ? void 0 : Number(most);
	return {
		least: Number(least),
		most: comma === "" ? Number(least) : bound,
		end: start + whole.length
	};
}
/** More is refused by the builder. */
const mostRepetitions = 1e3;
const maxSteps = 8192;
/** Repeats the last step; false where the builder refuses that. */
function repeat(steps, { least, most }) {
	const last = steps.at(-1);
	if (!(last?.kind === "literal" || last?.kind === "set" && !last.repeats && !last.optional) || least > mostRepetitions || (most ?? least) > mostRepetitions || (most ?? least) < least) return false;
	if (steps.length + (most ?? least) > maxSteps) return false;
	const set = last.kind === "set" ? last.set : {
		negated: false,
		ranges: [[last.character, last.character]],
		tests: []
	};
	steps.pop();
	for (let count = 0; count < least; count++) steps.push(last);
	if (most === void 0) steps.push({
		kind: "set",
		set,
		repeats: true
	});
	for (let count = least; count < (most ?? 0); count++) steps.push({
		kind: "set",
		set,
		repeats: false,
		optional: true
	});
	return true;
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
		else if (".+()$".includes(character)) expression.push("\\", character);
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
/** Characters of a path that the expression is asked about: its work may grow with the square of them. */
const maxExpressionPath = 1024;
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
	const alternatives = patternSteps(characters);
	if (typeof alternatives === "string") return alternatives;
	const globs = alternatives.map(globOf);
	const [only] = globs;
	if (only && globs.length === 1) return only;
	return {
		steps: alternatives.flat(),
		head: "",
		tail: "",
		alternatives: globs
	};
}
function globOf(steps) {
	const slashes = slashesOf(steps);
	const expression = globExpression(steps);
	return {
		steps,
		...literalEnds(steps),
		...slashes === void 0 ? {} : { slashes },
		...expression === void 0 ? {} : { expression }
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
	if (glob.alternatives) return glob.alternatives.some((one) => globMatches(one, path));
	if (!path.startsWith(glob.head) || !path.endsWith(glob.tail)) return false;
	if (glob.slashes !== void 0 && glob.slashes !== slashesIn(path)) return false;
	if (glob.expression && path.length <= maxExpressionPath) return glob.expression.test(path);
	return stepsMatch(steps, path);
}
/** Follows all ways through the steps at once. */
function stepsMatch(steps, path) {
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
	if (step.kind === "set") return step.repeats || step.optional === true;
	if (step.kind === "start") return before === void 0;
	if (step.kind === "end") return after === void 0;
	if (step.kind === "boundary") return step.negated === (isWord(before) === isWord(after));
	return step.kind === "rest" || step.kind === "deep";
}
function isWord(character) {
	return character !== void 0 && /[0-9A-Za-z_]/.test(character);
}

// packages/build-context/src/name-pattern.ts
/** Undefined for a pattern that says more. The first and the last text are the ends of the name, and may be empty. */
function namePattern(pattern) {
	const found = /^\*\*\/([^/?[\]\\*{}|]*(?:\*[^/?[\]\\*{}|]*)*)$/.exec(pattern)?.[1];
	return found === void 0 || found === "" ? void 0 : found.split("*");
}
/** Linear in the name: each text is taken where it comes first, which leaves the most for those behind it. */
function matchesName(texts, name) {
	const [first = ""] = texts;
	if (texts.length === 1) return name === first;
	const last = texts.at(-1) ?? "";
	if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false;
	let from = first.length;
	const end = name.length - last.length;
	for (let index = 1; index < texts.length - 1; index++) {
		const text = texts[index] ?? "";
		const at = name.indexOf(text, from);
		if (at < 0 || at + text.length > end) return false;
		from = at + text.length;
	}
	return true;
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
* The paths that a pattern matches by itself, whatever other patterns say: at most `limit`.
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
		const texts = pattern.length > maxPatternLength$1 ? void 0 : namePattern(pattern);
		if (texts) return findNames(tree, texts, limit);
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
const namesOf = /* @__PURE__ */ new WeakMap();
/** By name alone: one search through all names, or none for a pattern without wildcards in the name. */
function findNames(tree, texts, limit) {
	const names = namesOf.get(tree) ?? readNames(tree);
	namesOf.set(tree, names);
	const found = [];
	for (const name of texts.length === 1 ? texts : namesWith(names, texts)) for (const path of names.paths.get(name) ?? []) {
		if (found.length >= limit) return found;
		const { kind, ignoredBy } = tree.paths.get(path);
		found.push({
			path,
			kind,
			sent: ignoredBy === void 0
		});
	}
	return found;
}
function* namesWith({ all }, texts) {
	const longest = texts.reduce((a, b) => b.length > a.length ? b : a);
	for (let at = all.indexOf(longest, 1); at >= 0; at = all.indexOf(longest, at)) {
		const start = all.lastIndexOf("\0", at - 1) + 1;
		at = all.indexOf("\0", at);
		if (at < 0) return;
		const name = all.slice(start, at);
		if (matchesName(texts, name)) yield name;
		at += 1;
		if (at >= all.length) return;
	}
}
function readNames(tree) {
	const paths = /* @__PURE__ */ new Map();
	for (const path of tree.paths.keys()) {
		const name = nameOf(path);
		const same = paths.get(name);
		if (same) same.push(path);
		else paths.set(name, [path]);
	}
	return {
		paths,
		all: `\0${[...paths.keys()].join("\0")}\0`
	};
}
function nameOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
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

// packages/build-context/src/resolve-within.ts
/** As many as the builder follows; of a path of Linux. */
const mostLinks = 255;
const maxPath$1 = 4096;
/**
* Where a path in a folder leads in the end; undefined where nothing is. As to BuildKit, the folder is the root of everything: a
* link to `/x` or `../x` leads to `x` in the folder, whatever lies outside (tried with BuildKit 0.25).
*/
async function resolveWithin(folder, name, source) {
	const top = folder === "" || folder.endsWith("/") ? folder : `${folder}/`;
	const waiting = name.split("/").reverse();
	let at = [];
	let place = {
		path: "",
		kind: "folder"
	};
	let links = 0;
	for (let segment = waiting.pop(); segment !== void 0; segment = waiting.pop()) {
		if (segment === "" || segment === ".") continue;
		if (place.kind !== "folder") return void 0;
		if (segment === "..") {
			at.pop();
			continue;
		}
		at.push(segment);
		const path = at.join("/");
		const entry = await source.entry(top + path);
		if (entry === void 0) return void 0;
		if (entry.kind !== "link") {
			place = {
				path,
				...entry
			};
			continue;
		}
		const target = await source.readLink(top + path);
		links += 1;
		if (target === void 0 || links > mostLinks || target.length > maxPath$1) return void 0;
		at = target.startsWith("/") ? [] : at.slice(0, -1);
		waiting.push(...target.split("/").reverse());
		place = {
			path: at.join("/"),
			kind: "folder"
		};
	}
	return place.kind === "folder" ? {
		...place,
		path: at.join("/")
	} : place;
}

// packages/build-context/src/find-ignore.ts
/**
* Finds the ignore file that BuildKit would take: the one beside the Dockerfile, else `.dockerignore` of the context. A folder
* of that name, and a link that leads to no file within its folder, are to the builder as if they were not there; a file that
* it may not read is one without lines. Tried with BuildKit 0.25.
*/
async function findIgnore({ folder, dockerfile }, source) {
	const passed = [];
	const beside = dockerfile === void 0 ? [] : [`${dockerfile}.dockerignore`];
	for (const path of [...beside, inFolder(folder, ".dockerignore")]) {
		const entry = await source.entry(path);
		if (entry === void 0) continue;
		const slash = path.lastIndexOf("/");
		const top = slash < 0 ? "" : path.slice(0, Math.max(slash, 1));
		const place = await resolveWithin(top, path.slice(slash + 1), source);
		if (place?.kind === "other") {
			const why = "it is neither file nor folder, and the builder would wait for it for ever";
			return {
				path: null,
				reads: null,
				passed: [...passed, {
					path,
					why,
					stops: true
				}]
			};
		}
		if (place?.kind === "file" && !place.locked) return {
			path,
			reads: inFolder(top, place.path),
			passed
		};
		if (place?.kind === "file") {
			const why = "it may not be read, which is to the builder as if it had no lines";
			return {
				path: null,
				reads: null,
				passed: [...passed, {
					path,
					why,
					stops: false
				}]
			};
		}
		const what = entry.kind === "link" ? "it is a link that leads to no file within its folder" : "it is a folder";
		passed.push({
			path,
			why: `${what}, which the builder passes over`,
			stops: false
		});
	}
	return {
		path: null,
		reads: null,
		passed
	};
}
/** Paths have no `./` in front. */
function inFolder(folder, name) {
	if (folder === "" || folder === ".") return name;
	return folder === "/" ? `/${name}` : `${folder}/${name}`;
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
	return compilePattern(withoutRoot(written));
}
/** A pattern as the builder compiles it, wherever it comes from; a sentence where it refuses it. */
function compilePattern(written) {
	const cleaned = cleanPath(trimSpace(written));
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

// packages/build-context/src/absent-sources.ts
/** Patterns that all sources together are held against: about a second. */
const maxComparisons$1 = 2e7;
/**
* Looks up what has to be there: each source, and of one with wildcards the folder in front of them, for wildcards may match
* nothing. Tried with BuildKit 0.25.
*/
async function neededSources({ sources }, disk) {
	const needed = /* @__PURE__ */ new Map();
	for (const { path, mayBeMissing } of sources) {
		if (mayBeMissing || needed.has(path)) continue;
		const segments = path.split("/");
		const first = segments.findIndex((segment) => /[*?[\\]/.test(segment));
		const fixed = first < 0 ? path : segments.slice(0, first).join("/");
		if (fixed === "") continue;
		const found = await resolveWithin("", fixed, disk);
		const place = found && {
			path: found.path,
			isFolder: found.kind === "folder"
		};
		needed.set(path, {
			source: path,
			place
		});
	}
	return [...needed.values()];
}
/** Those that the builder does not find. `isKept`: whether anything in a folder gets past the ignore file, or the folder itself. */
function* absentSources(needed, ignore, isKept) {
	let left = maxComparisons$1;
	for (const { source, place } of needed) {
		left -= ignore.patterns.length;
		if (left < 0) return;
		if (place === void 0) yield {
			path: source,
			kind: "missing"
		};
		else if (place.path === "") continue;
		else if (place.isFolder ? !isKept(place.path) : isIgnored(ignore, place.path)) yield {
			path: source,
			kind: "ignored"
		};
	}
}

// packages/build-context/src/largest-files.ts
/** The largest of many files, the largest first; equal ones by path. */
var LargestFiles = class {
	files = [];
	limit;
	constructor(limit) {
		this.limit = limit;
	}
	add(path, bytes) {
		const last = this.files.at(-1);
		if (this.files.length === this.limit && last && last.bytes >= bytes) return;
		this.files.push({
			path: path.slice(0, 4096),
			bytes
		});
		this.files.sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
		if (this.files.length > this.limit) this.files.pop();
	}
};

// packages/build-context/src/name-index.ts
/** Fewer than this are tried one by one as fast as they are looked up. */
const fewest = 16;
const none = [];
function nameIndex(patterns) {
	const has = new Uint8Array(patterns.length);
	const index = {
		has,
		size: 0,
		readmitting: 0,
		names: /* @__PURE__ */ new Map(),
		endings: /* @__PURE__ */ new Map(),
		lengths: []
	};
	const keys = patterns.map(keyOf);
	if (keys.filter((key) => key !== void 0).length < fewest) return index;
	for (const [place, key] of keys.entries()) {
		if (key === void 0) continue;
		has[place] = 1;
		index.size += 1;
		if (patterns[place]?.readmits) index.readmitting += 1;
		const map = key.isWhole ? index.names : index.endings;
		const same = map.get(key.text);
		if (same) same.push(place);
		else map.set(key.text, [place]);
	}
	index.lengths = [...new Set([...index.endings.keys()].map(({ length }) => length))].sort((a, b) => a - b);
	return index;
}
/** What every name has that the pattern matches: it is this text, or ends in it. */
function keyOf({ glob: { plain } }) {
	if (plain?.is !== "end" && plain?.is !== "name-end") return void 0;
	const slash = plain.text.lastIndexOf("/");
	const text = plain.text.slice(slash + 1);
	return text === "" ? void 0 : {
		text,
		isWhole: slash >= 0
	};
}
/** The places of the patterns that may match a path, ascending. They have to be asked all the same. */
function placesFor({ size, names, endings, lengths }, path) {
	if (size === 0) return none;
	const name = path.slice(path.lastIndexOf("/") + 1);
	let places = names.get(name) ?? none;
	for (const length of lengths) {
		if (length > name.length) break;
		const more = endings.get(name.slice(-length));
		if (more) places = places.length === 0 ? more : [...places, ...more].sort((a, b) => a - b);
	}
	return places;
}

// packages/build-context/src/pattern-folder.ts
/** The top folder, which no pattern takes. */
function patternRoot(patterns) {
	const all = patterns.map((pattern, index) => ({
		pattern,
		index,
		slashes: fixedSlashes(pattern),
		hit: false
	}));
	const names = nameIndex(patterns);
	return folderOf(void 0, all.filter(({ index }) => names.has[index] !== 1), 0, {
		all,
		names,
		matched: new Uint8Array(patterns.length)
	});
}
/**
* A folder in a folder. The builder does not ask a pattern where the answer would change nothing, and what lies below goes by
* what was asked: a pattern behind a `!` that was not asked about a folder does not take what is in it.
*/
function patternsBelow(parent, path) {
	if (!parent.open) return parent;
	const depth = parent.depth + 1;
	const inside = `${path}/`;
	let decidedBy;
	const live = [];
	for (const candidate of withNamed(parent.live, parent.root, path)) {
		const { pattern, slashes, index } = candidate;
		let { hit } = candidate;
		if (pattern.readmits === (decidedBy !== void 0)) {
			hit ||= isMatch(candidate, path, parent);
			if (hit) decidedBy = pattern.readmits ? void 0 : pattern;
		}
		if (hit) live.push(candidate.hit ? candidate : {
			...candidate,
			hit
		});
		else if (parent.root.names.has[index] !== 1 && (slashes === void 0 || slashes >= depth) && mayMatchBelow(pattern, inside)) live.push(candidate);
	}
	return folderOf(decidedBy, live, depth, parent.root);
}
/** The pattern that takes what stands in a folder: the last one that matches it or a folder above, if that is no `!` pattern. */
function decidingPattern(folder, path) {
	if (!folder.open) return folder.decidedBy;
	let decidedBy;
	for (const candidate of withNamed(folder.direct, folder.root, path)) {
		const { pattern, hit } = candidate;
		if (pattern.readmits === (decidedBy !== void 0) && (hit || isMatch(candidate, path, folder))) decidedBy = pattern.readmits ? void 0 : pattern;
	}
	return decidedBy;
}
/** The candidates in the order of the list, with those that the name of the path brings in. */
function withNamed(candidates, { all, names }, path) {
	const places = placesFor(names, path);
	if (places.length === 0) return candidates;
	const merged = [];
	let next = 0;
	for (const place of places) {
		while (next < candidates.length && candidates[next].index < place) merged.push(candidates[next++]);
		if (candidates[next]?.index !== place) merged.push(all[place]);
	}
	while (next < candidates.length) merged.push(candidates[next++]);
	return merged;
}
/** False only where the literal beginning of the pattern leads elsewhere. `inside`: the folder with its slash. */
function mayMatchBelow({ glob: { head } }, inside) {
	return head.startsWith(inside) || inside.startsWith(head);
}
/** The number of slashes of every path that a pattern matches; undefined where it may be any. */
function fixedSlashes({ glob }) {
	return glob.plain?.is === "whole" ? slashesIn(glob.plain.text) : glob.slashes;
}
function folderOf(decidedBy, live, depth, root) {
	const open = live.some(({ hit, pattern }) => !hit && (decidedBy === void 0 || pattern.readmits)) || mayBeNamed(root, live, decidedBy !== void 0);
	const isDirect = ({ hit, slashes }) => hit || slashes === void 0 || slashes === depth;
	return {
		decidedBy,
		open,
		depth,
		live,
		direct: open ? live.filter(isDirect) : [],
		root
	};
}
/** Whether a pattern that is found by name, and does not hit anyway, could change something below. */
function mayBeNamed({ names }, live, isDecided) {
	let left = isDecided ? names.readmitting : names.size;
	if (left === 0) return false;
	for (const { index, pattern } of live) if (names.has[index] === 1 && (!isDecided || pattern.readmits)) left -= 1;
	return left > 0;
}
function isMatch({ pattern, index, slashes }, path, { depth, root }) {
	if (slashes !== void 0 && slashes !== depth || !pattern.matches(path)) return false;
	root.matched[index] = 1;
	return true;
}

// packages/build-context/src/walk-context.ts
/** Walks all below the top folder, depth first, in the order in which folders are listed. */
async function walkContext(list, top, visitor) {
	const enter = async (folder, path) => {
		let entries = [];
		try {
			const listing = list(path);
			entries = "then" in listing ? await listing : listing;
		} catch (error) {
			if (path === "" || visitor.unreadable === void 0) throw error;
			visitor.unreadable(folder, path);
		}
		visitor.entries(folder, path, entries);
		const folders = [];
		for (const { name, kind } of entries) if (kind === "folder") folders.push(name);
		return {
			folder,
			path,
			folders,
			next: 0
		};
	};
	const frames = [await enter(top, "")];
	for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
		const name = frame.folders[frame.next++];
		if (name === void 0) {
			visitor.leave?.(frame.folder, frame.path);
			frames.pop();
		} else {
			const path = pathIn(frame.path, name);
			frames.push(await enter(visitor.below(frame.folder, path), path));
		}
	}
}
function pathIn(folder, name) {
	return folder === "" ? name : `${folder}/${name}`;
}

// packages/build-context/src/pattern-watch.ts
/** Comparisons that may be made for the sake of patterns that match nothing: about two seconds. */
const maxComparisons = 4e7;
/**
* Finds the patterns that match nothing at all. A pattern that is not asked, because an earlier one took the path already,
* may still match: such a one is no mistake, and must not be called one.
*/
var PatternWatch = class {
	/** By the pattern's place in the list: 1 once it matched something. Who asks patterns anyway notes it here too. */
	matched;
	all;
	names;
	left = maxComparisons;
	constructor(patterns, { matched, names }) {
		this.all = patterns;
		this.matched = matched;
		this.names = names;
	}
	top() {
		return {
			depth: 0,
			patterns: this.all.map((pattern, index) => ({
				pattern,
				index,
				slashes: fixedSlashes(pattern)
			})).filter(({ index }) => this.names.has[index] !== 1)
		};
	}
	below(parent, path) {
		const depth = parent.depth + 1;
		if (parent.patterns.length === 0) return {
			depth,
			patterns: []
		};
		const inside = `${path}/`;
		return {
			depth,
			patterns: parent.patterns.filter(({ pattern, index, slashes }) => this.matched[index] !== 1 && (slashes === void 0 || slashes >= depth) && mayMatchBelow(pattern, inside))
		};
	}
	look(folder, at, entries) {
		if (this.names.size > 0) for (const { name } of entries) this.lookUp(name, pathIn(at, name));
		for (const { pattern, index, slashes } of folder.patterns) {
			if (slashes !== void 0 && slashes !== folder.depth) continue;
			for (const { name } of entries) {
				if (this.matched[index] === 1 || --this.left < 0) break;
				if (pattern.matches(pathIn(at, name))) this.matched[index] = 1;
			}
		}
	}
	lookUp(name, path) {
		for (const index of placesFor(this.names, name)) if (this.matched[index] !== 1 && this.all[index]?.matches(path)) this.matched[index] = 1;
	}
	/** None where looking for them took too long. */
	unmatched() {
		return this.left < 0 ? [] : this.all.filter((_, index) => this.matched[index] !== 1);
	}
};

// packages/build-context/src/context-count.ts
const states = [
	"ignored",
	"kept",
	"selected"
];
/** By rank: the bits of the amounts that a file of that rank is part of: tree 1, kept 2, selected 4. */
const inAmounts = [
	1,
	3,
	7
];
const largestKept = 20;
const maxProblems = 50;
/** Counts a context while it is walked. */
var ContextCount = class {
	tree = {
		files: 0,
		bytes: 0
	};
	kept = {
		files: 0,
		bytes: 0
	};
	selected = {
		files: 0,
		bytes: 0
	};
	largest = new LargestFiles(largestKept);
	problems = [];
	/** By inode: the amounts that hold its bytes, one bit each. */
	counted = /* @__PURE__ */ new Map();
	keptBack = /* @__PURE__ */ new Map();
	asked;
	always;
	onPath;
	watch;
	ignoreTop;
	/** Of the folders that are sought: those of which something is kept. */
	keptFolders = /* @__PURE__ */ new Set();
	sought;
	/** The best a path can be here. */
	topRank;
	constructor(patterns, asked, always, onPath, sought = /* @__PURE__ */ new Set()) {
		this.sought = sought;
		this.asked = asked;
		this.always = always;
		this.onPath = onPath;
		this.topRank = asked === void 0 ? 1 : 2;
		this.ignoreTop = patternRoot(patterns);
		this.watch = new PatternWatch(patterns, this.ignoreTop.root);
	}
	top() {
		const asked = Array.isArray(this.asked) ? patternRoot(this.asked) : void 0;
		const watched = this.watch.top();
		return {
			path: "",
			parent: void 0,
			ignore: this.ignoreTop,
			asked,
			watched,
			rank: 0,
			isReported: true
		};
	}
	below(parent, path) {
		const ignore = patternsBelow(parent.ignore, path);
		const asked = parent.asked && patternsBelow(parent.asked, path);
		const folder = {
			path,
			parent,
			ignore,
			asked,
			watched: this.watch.below(parent.watched, path)
		};
		const rank = this.rankOf(ignore.decidedBy, asked?.decidedBy, path);
		const made = {
			...folder,
			rank: 0,
			isReported: false
		};
		if (rank > 0) this.raise(made, rank);
		return made;
	}
	entries(folder, at, entries) {
		const { ignore, asked } = folder;
		this.watch.look(folder.watched, at, entries);
		for (const entry of entries) {
			const { name, kind } = entry;
			const path = pathIn(at, name);
			if (kind === "folder") {
				if (!name.isWellFormed()) this.note(path, "not-utf8", this.isSent(folder, path));
				continue;
			}
			const ignoredBy = decidingPattern(ignore, path);
			const rank = this.rankOf(ignoredBy, asked && decidingPattern(asked, path), path);
			this.add(entry, path, rank, ignoredBy);
			if (rank > folder.rank) this.raise(folder, rank);
			this.onPath?.(path, kind, entry.bytes, states[rank]);
			if (!name.isWellFormed()) this.note(path, "not-utf8", rank === this.topRank);
			if (entry.locked && rank === this.topRank) this.note(path, "locked", false);
		}
	}
	leave(folder) {
		if (!folder.isReported) this.report(folder);
	}
	unreadable(folder, path) {
		this.note(path, "unreadable", folder.rank === this.topRank);
	}
	note(path, kind, stops) {
		if (this.problems.length < maxProblems) this.problems.push({
			path,
			kind,
			stops
		});
	}
	measure() {
		const rules = [...this.keptBack].map(([pattern, amount]) => ({
			...shown(pattern),
			...amount
		}));
		return {
			tree: this.tree,
			kept: this.kept,
			selected: this.asked === void 0 ? null : this.selected,
			largest: this.largest.files,
			rules: rules.sort((a, b) => b.bytes - a.bytes || b.files - a.files || a.line - b.line),
			unmatched: this.watch.unmatched().map(shown),
			problems: this.problems
		};
	}
	isSent(folder, path) {
		const taken = folder.asked && decidingPattern(folder.asked, path);
		return this.rankOf(decidingPattern(folder.ignore, path), taken, path) === this.topRank;
	}
	rankOf(ignoredBy, askedBy, path) {
		if (ignoredBy !== void 0 && !this.always.has(path)) return 0;
		return this.asked === "everything" || askedBy !== void 0 ? 2 : 1;
	}
	add(entry, path, rank, ignoredBy) {
		if (entry.kind === "other") return;
		const { bytes, inode } = entry;
		const before = inode === void 0 ? 0 : this.counted.get(inode) ?? 0;
		addTo(this.tree, before & 1 ? 0 : bytes);
		if (rank > 0) addTo(this.kept, before & 2 ? 0 : bytes);
		else if (ignoredBy) addTo(this.amountOf(ignoredBy), before === 0 ? bytes : 0);
		if (rank > 1) addTo(this.selected, before & 4 ? 0 : bytes);
		if (inode !== void 0) this.counted.set(inode, before | (inAmounts[rank] ?? 0));
		if (rank === this.topRank) this.largest.add(path, bytes);
	}
	amountOf(pattern) {
		const known = this.keptBack.get(pattern);
		if (known) return known;
		const made = {
			files: 0,
			bytes: 0
		};
		this.keptBack.set(pattern, made);
		return made;
	}
	/** A folder goes along with what is in it; it is told of at once where nothing better can become of it. */
	raise(folder, rank) {
		const raised = [];
		for (let at = folder; at && at.rank < rank; at = at.parent) {
			at.rank = rank;
			if (this.sought.has(at.path)) this.keptFolders.add(at.path);
			raised.push(at);
		}
		if (rank < this.topRank) return;
		for (const one of raised.reverse()) if (!one.isReported) this.report(one);
	}
	report(folder) {
		folder.isReported = true;
		this.onPath?.(folder.path, "folder", 0, states[folder.rank]);
	}
};
function addTo(amount, bytes) {
	amount.files += 1;
	amount.bytes += bytes;
}
function shown({ line, text, readmits }) {
	return {
		line,
		text: readmits ? `!${text}` : text
	};
}

// packages/build-context/src/follow-paths.ts
/** Characters of all paths that are followed: what a hundred thousand links have. */
const maxCharacters = 1e7;
/** Of a path of Linux; the builder stops at a longer one. */
const maxPath = 4096;
/**
* The patterns that the builder makes of the paths it follows: each path itself, each symbolic link on its way, and what the
* links lead to, within the context. `everything`: one of them is the context itself. Undefined where it takes too long.
*
* As in the builder, a link is followed once: of `COPY link/a link/b` only the first reaches what is behind the link, and a link
* that a wildcard meets makes the wildcard itself one of the patterns. Source of the rules: fsutil as in BuildKit 0.25.
*/
async function followPaths(paths, source) {
	const resolved = /* @__PURE__ */ new Set();
	const waiting = paths.map(relative).reverse();
	let left = maxCharacters;
	for (let path = waiting.pop(); path !== void 0; path = waiting.pop()) {
		left -= path.length;
		if (path.length > maxPath || left < 0) return void 0;
		const segments = path.split("/");
		let current = "";
		for (const [index, segment] of segments.entries()) {
			current = pathIn(current, segment);
			const isLast = index === segments.length - 1;
			const targets = await targetsOf(current, source);
			if ((isLast || targets !== void 0) && resolved.has(current)) break;
			if (targets === void 0 && !isLast) continue;
			resolved.add(current);
			const rest = segments.slice(index + 1).join("/");
			for (const target of targets?.reverse() ?? []) waiting.push(relative(`${target}/${rest}`));
			break;
		}
	}
	return resolved.has(".") ? "everything" : withoutCovered([...resolved].sort());
}
/** Within the context, without a slash in front; `.` for the context itself. */
function relative(path) {
	return cleanPath(`/${path}`).slice(1) || ".";
}
/** Where a link leads, or all links whose names match the wildcards of the last part; undefined where there are none. */
async function targetsOf(path, source) {
	if (path === ".") return void 0;
	const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
	const name = path.slice(folder === "" ? 0 : folder.length + 1);
	if (!hasWildcards(name)) {
		const target = await targetOf(path, folder, source);
		return target === void 0 ? void 0 : [target];
	}
	const targets = [];
	const pattern = [...name];
	for (const entry of await source.list(folder)) {
		if (entry.kind !== "link" || goMatch(pattern, [...entry.name]) !== true) continue;
		const target = await targetOf(pathIn(folder, entry.name), folder, source);
		if (target !== void 0) targets.push(target);
	}
	return targets.length > 0 ? targets : void 0;
}
async function targetOf(path, folder, source) {
	const target = await source.readLink(path);
	if (target === void 0) return void 0;
	return target.startsWith("/") ? target : `${folder}/${target}`;
}
function hasWildcards(name) {
	return /^(?:[^\\*?[]|\\.)*[*?[]/s.test(name);
}
/** Without what lies below another one; the paths are sorted. */
function withoutCovered(paths) {
	const kept = [];
	for (const path of paths) {
		const last = kept.at(-1);
		if (last === void 0 || !path.startsWith(`${last}/`)) kept.push(path);
	}
	return kept;
}

// packages/build-context/src/unsendable.ts
const control = /[\u0000-\u001f\u007f]/;
/**
* The texts with a control character, such as a tab, that BuildKit cannot hand to the client; the build ends there with an
* error about gRPC headers. A text beyond ASCII among them makes it encode them all, and then it can. Tried with BuildKit 0.25.
*/
function unsendable(texts) {
	if (texts.some((text) => /[^\u0000-\u007f]/.test(text))) return [];
	return texts.filter((text) => control.test(text));
}

// packages/build-context/src/measure-context.ts
/**
* Measures a build context in one walk, without holding its paths: all of it, what .dockerignore leaves, and what the builder
* asks for of that. Tried against BuildKit 0.25 by test/engine/context.engine.test.ts.
*/
async function measureContext(source) {
	const { ignore, onPath } = source;
	const asked = await askedPatterns(source);
	const needed = await needs(source);
	const folders = new Set(needed.flatMap(({ place }) => place?.isFolder ? [place.path] : []));
	const always = new Set(source.alwaysSent);
	const count = new ContextCount(ignore.patterns, asked, always, onPath, folders);
	for (const { path, kind } of problemsOfAsking(source)) count.note(path, kind, true);
	await walkContext((folder) => source.list(folder, { sizes: true }), count.top(), count);
	for (const { path, kind } of absentSources(needed, ignore, (folder) => count.keptFolders.has(folder))) count.note(path, kind, true);
	return count.measure();
}
/** What the builder has to find. */
async function needs({ selection, entry, readLink }) {
	if (selection === void 0 || entry === void 0 || readLink === void 0) return [];
	return neededSources(selection, {
		entry,
		readLink: async (path) => readLink(path)
	});
}
/** What the builder could not ask for; where nothing is asked for, there is nothing. */
function* problemsOfAsking({ ignore, selection }) {
	const { everything = true, sources = [] } = selection ?? {};
	if (!everything && sources.length === 0) return;
	const patterns = ignore.patterns.map(({ text, readmits }) => readmits ? `!${text}` : text);
	for (const path of unsendable(patterns)) yield {
		path,
		kind: "pattern"
	};
	if (everything) return;
	for (const path of unsendable(sources.map((source) => source.path))) yield {
		path,
		kind: "source"
	};
}
/** The patterns of what is asked for; "everything", or undefined where it is not known. */
async function askedPatterns({ selection, list, readLink }) {
	if (selection === void 0) return void 0;
	if (selection.everything) return "everything";
	if (selection.sources.length === 0) return [];
	const followed = await followPaths(selection.sources.map(({ path }) => path), {
		list: async (folder) => {
			try {
				return await list(folder, { sizes: false });
			} catch {
				return [];
			}
		},
		readLink: (path) => readLink?.(path)
	});
	if (followed === void 0 || followed === "everything") return followed;
	const patterns = [];
	for (const path of followed) {
		const pattern = compilePattern(path);
		if (typeof pattern === "string") return void 0;
		patterns.push({
			...pattern,
			line: 0
		});
	}
	return patterns;
}

// packages/build-context/src/shown-path.ts
/** A path that could play tricks on a terminal, or that is several lines, as a JSON text with escapes; any other as it is. */
function shownPath(path) {
	if (path.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path)) return path;
	return JSON.stringify(path).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""));
}

// packages/build-context/src/over-budget.ts
const mebibyte = 1048576;
const named = 3;
const units = [
	"B",
	"KiB",
	"MiB",
	"GiB",
	"TiB"
];
/** Whether the builder gets more than a budget in MiB allows; undefined where it does not. Exactly the budget is within it. */
function overBudget({ selected, kept, largest }, budgetMiB) {
	const { bytes } = selected ?? kept;
	const budgetBytes = budgetMiB * mebibyte;
	if (bytes <= budgetBytes) return void 0;
	const worst = largest.slice(0, named);
	const names = worst.map((file) => `${shownPath(file.path)} (${readable(file.bytes)})`).join(", ");
	return {
		bytes,
		budgetBytes,
		largest: worst,
		message: `the build context has ${readable(bytes)}, more than the budget of ${budgetMiB} MiB; its largest files: ${names}`
	};
}
/** One decimal, and rounded up: what is over a budget must not look like the budget itself. */
function readable(bytes) {
	let value = bytes;
	let unit = 0;
	for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
	return `${unit === 0 ? value : (Math.ceil(value * 10) / 10).toFixed(1)} ${units[unit]}`;
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
	const largest = new LargestFiles(largestShown);
	const size = {
		treeFiles: 0,
		treeBytes: 0,
		keptFiles: 0,
		keptBytes: 0,
		largest: largest.files
	};
	const paths = /* @__PURE__ */ new Map();
	const facts = new FileFacts();
	let complete = true;
	const remember = (path, fact, folder) => {
		if (paths.size < maxPaths) paths.set(path, fact);
		else complete = false;
		if (fact.ignoredBy === void 0 && folder.decidedBy !== void 0) sendParents(paths, path);
	};
	await walkContext(list, patternRoot(ignore.patterns), {
		entries: (folder, at, entries) => {
			for (const { name, kind, bytes } of entries) {
				const path = pathIn(at, name);
				const ignoredBy = decidingPattern(folder, path);
				if (kind !== "other" && kind !== "folder") {
					size.treeFiles += 1;
					size.treeBytes += bytes;
					if (always.has(path) || ignoredBy === void 0) {
						size.keptFiles += 1;
						size.keptBytes += bytes;
						largest.add(path, bytes);
					}
				}
				remember(path, kind === "folder" ? {
					kind,
					ignoredBy
				} : facts.of(kind, ignoredBy), folder);
			}
		},
		below: patternsBelow
	});
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
Object.defineProperty(exports, "findIgnore", {
  enumerable: true,
  get: function () {
    return findIgnore;
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
Object.defineProperty(exports, "measureContext", {
  enumerable: true,
  get: function () {
    return measureContext;
  }
});
Object.defineProperty(exports, "overBudget", {
  enumerable: true,
  get: function () {
    return overBudget;
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
Object.defineProperty(exports, "resolveWithin", {
  enumerable: true,
  get: function () {
    return resolveWithin;
  }
});
Object.defineProperty(exports, "shownPath", {
  enumerable: true,
  get: function () {
    return shownPath;
  }
});