const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");
const require_zod = require("./zod.cjs");
const require_step_result = require("./step-result.cjs");
const require_unbash = require("./unbash.cjs");

// packages/dockerfile/src/ignores/ignore-rules.ts
const ignoreHasAReason = {
	code: "MIA902",
	id: "ignore-has-a-reason",
	description: "A comment that ignores a rule names a rule that may be ignored, and says why.",
	severity: "warning",
	confidence: "high",
	since: "0.1.0",
	fix: "unsafe"
};
const ignoreIsUsed = {
	code: "MIA903",
	id: "ignore-is-used",
	description: "A comment that ignores a rule ignores something.",
	severity: "warning",
	confidence: "high",
	since: "0.1.0",
	fix: "safe"
};
const baselineIsCurrent = {
	code: "MIA904",
	id: "baseline-is-current",
	description: "Every entry of the baseline is still found.",
	severity: "info",
	confidence: "high",
	since: "0.1.0"
};
/** No comment silences these: an unreadable file was not checked, and the others speak of the comments themselves. */
const neverIgnored = /* @__PURE__ */ new Set([
	"files-are-readable",
	ignoreHasAReason.id,
	ignoreIsUsed.id,
	baselineIsCurrent.id
]);

// packages/dockerfile/src/baseline/apply-baseline.ts
/** Parts findings into new ones and known ones. Each entry covers one finding. */
function applyBaseline(findings, { entries }, { enforced = [], covers = () => true } = {}) {
	const refused = /* @__PURE__ */ new Set([...neverIgnored, ...enforced]);
	const open = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		if (refused.has(entry.rule)) continue;
		const same = open.get(keyOf(entry));
		if (same) same.push(entry);
		else open.set(keyOf(entry), [entry]);
	}
	for (const same of open.values()) same.reverse();
	const used = /* @__PURE__ */ new Set();
	const fresh = [];
	const known = [];
	for (const finding of findings) {
		const { rule, code = "", fingerprint = "", locations } = finding;
		const entry = refused.has(code) ? void 0 : open.get(keyOf({
			rule,
			fingerprint,
			file: locations[0]?.file ?? ""
		}))?.pop();
		if (entry) used.add(entry);
		(entry ? known : fresh).push(finding);
	}
	return {
		fresh,
		known,
		stale: entries.filter((entry) => !used.has(entry) && covers(entry))
	};
}
function keyOf({ rule, file, fingerprint }) {
	return `${fingerprint} ${rule} ${file}`;
}
/** Beyond so many entries one finding speaks for the rest: somebody will write the baseline anew. */
const maxFindings = 100;
/** Findings for entries that are out of date, at their lines in the baseline file. */
function staleFindings(stale, baselinePath) {
	const { id, code, severity, confidence } = baselineIsCurrent;
	const about = (message, line) => ({
		rule: id,
		code,
		severity,
		confidence,
		message,
		remedy: "Remove the entry, or write the baseline anew.",
		locations: [{
			file: baselinePath,
			line
		}]
	});
	const shown = stale.slice(0, maxFindings).map(({ rule, file, line }) => {
		const why = neverIgnored.has(rule) ? "no baseline can hold it" : "it is not found any more";
		return about(`the baseline has ${rule} in ${file.slice(0, 1e3)}, but ${why}`, line);
	});
	const next = stale[maxFindings];
	if (next === void 0) return shown;
	const count = stale.length - maxFindings;
	return [...shown, about(`${count} more entries of the baseline are not found any more`, next.line)];
}

// packages/dockerfile/src/text-order.ts
/** For sorting by UTF-16 units: the same on every machine, whatever its language. */
function compareTexts(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

// packages/dockerfile/src/baseline/baseline-file.ts
/** A baseline of these findings. What must not be waved away (`neverIgnored`, `enforced` by id or code) is left out. */
function baselineOf(findings, enforced = []) {
	const entries = findings.flatMap((finding) => {
		const { rule, code = "", fingerprint, message, locations } = finding;
		const file = locations[0]?.file;
		if (fingerprint === void 0 || file === void 0) return [];
		return neverIgnored.has(rule) || enforced.includes(rule) || enforced.includes(code) ? [] : [{
			rule,
			file,
			fingerprint,
			message
		}];
	});
	entries.sort((a, b) => compareTexts(a.file, b.file) || compareTexts(a.rule, b.rule) || compareTexts(a.fingerprint, b.fingerprint) || compareTexts(a.message ?? "", b.message ?? ""));
	return {
		schema: "verify-baseline/v1",
		findings: entries
	};
}
/** One entry a line, so that a change of the baseline reads well in a review. */
function formatBaseline({ schema, findings }) {
	const lines = findings.map(({ rule, file, fingerprint, message }) => `    ${JSON.stringify({
		rule,
		file,
		fingerprint,
		message
	})}`);
	const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
	return `{\n  "schema": ${JSON.stringify(schema)},\n  "findings": ${list}\n}\n`;
}

// packages/dockerfile/src/fixes/edit.ts
function editableDockerfile({ source, dockerfile }) {
	return {
		path: source.dockerfile.path,
		lines: dockerfile.lines
	};
}
/** Any other file: requirements.txt, .dockerignore, a script. */
function editableFile({ path, text }) {
	const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
	if (lines.at(-1) === "") lines.pop();
	return {
		path,
		lines
	};
}
/** In `text` a line ends with `\n`; it is written as the file writes its own line ends. */
function replaceSpan(span, text) {
	const { file, line, column, endLine = line, endColumn = endLine === line ? column : 1 } = span;
	return {
		file,
		line,
		column,
		endLine,
		endColumn,
		text
	};
}
/** Puts text in front of the character at a position. */
function insertAt(file, { line, column }, text) {
	return {
		file: file.path,
		line,
		column,
		endLine: line,
		endColumn: column,
		text
	};
}
/** One line or several, each ending with `\n` or, the last one, without. The number may be one behind the last line's. */
function insertLineAbove(file, line, text) {
	return insertAt(file, {
		line,
		column: 1
	}, text.endsWith("\n") ? text : `${text}\n`);
}
/** For the line behind an instruction take its `endLine`: that is behind its heredocs. */
function insertLineBelow(file, line, text) {
	return insertLineAbove(file, line + 1, text);
}
/** With their line ends. */
function removeLines(file, first, last = first) {
	return {
		file: file.path,
		line: first,
		column: 1,
		endLine: last + 1,
		endColumn: 1,
		text: ""
	};
}
const removeLine = (file, line) => removeLines(file, line);
/** Lines by others; `text` may have any number of them, and its last may lack the line end. */
function replaceLines(file, first, last, text) {
	return {
		...removeLines(file, first, last),
		text: text === "" || text.endsWith("\n") ? text : `${text}\n`
	};
}
/**
* A word by another. Undefined where the file does not hold the word as such at its place, for it goes on over a
* continued line or was made from other text: then there is no fix.
*/
function replaceWord(file, word, text) {
	const { line, column } = word.position;
	if (file.lines[line - 1]?.slice(column - 1, column - 1 + word.text.length) !== word.text || word.text === "") return void 0;
	return replaceSpan({
		file: file.path,
		line,
		column,
		endLine: line,
		endColumn: column + word.text.length
	}, text);
}
/** The characters `from` up to `to` of an instruction's body, where they stand on one line as they read; else undefined. */
function replacePart(file, body, from, to, text) {
	const position = body.positionAt(from);
	if (from === to) return insertAt(file, position, text);
	return replaceWord(file, {
		text: body.text.slice(from, to),
		position
	}, text);
}
/** The white space a line begins with, for lines put beside it. */
function indentOf$1(file, line) {
	return /^\s*/.exec(file.lines[line - 1] ?? "")?.[0] ?? "";
}
/**
* A fix, to be spread into a report: `{ message, ..., ...fixOf("Pin it", "safe", replaceWord(...)) }`. Without all of its
* edits it is none: half a repair is worse than a finding.
*/
function fixOf(title, safety, ...edits) {
	const all = edits.filter((edit) => edit !== void 0);
	return all.length === edits.length && all.length > 0 ? { fix: {
		title,
		safety,
		edits: all
	} } : {};
}

// packages/dockerfile/src/syntax/white-space.ts
/**
* White space as the builder's language (Go) has it, which is not what `\s` means here: U+0085 belongs to it, U+FEFF
* does not.
*/
function isSpace(character) {
	if (character === void 0) return false;
	if (character <= " ") return character === " " || character >= "	" && character <= "\r";
	return /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(character);
}
function isBlank(text) {
	return indentOf(text) === text.length;
}
/** How many characters of white space the text begins with. */
function indentOf(text) {
	let at = 0;
	while (at < text.length && isSpace(text[at])) at += 1;
	return at;
}
/** Where the text ends when white space at its end is left out. */
function contentEnd(text) {
	let end = text.length;
	while (end > 0 && isSpace(text[end - 1])) end -= 1;
	return end;
}

// packages/dockerfile/src/syntax/directives.ts
const known$3 = /* @__PURE__ */ new Set([
	"syntax",
	"escape",
	"check"
]);
/** Longer lines are no directive to us; finding the end of a value must not take the square of its length. */
const maxLine$3 = 4096;
/** The directives of a file: they end at the first line that is none, be it a comment or empty. */
function readDirectives(lines, report) {
	const directives = [];
	for (const [index, raw] of lines.entries()) {
		const line = raw.length > maxLine$3 ? "" : raw.slice(indentOf(raw));
		const match = /^#[\t\f\r ]*([A-Za-z][A-Za-z0-9]*)[\t\f\r ]*=[\t\f\r ]*(.+?)[\t\f\r ]*$/s.exec(line);
		const name = match?.[1]?.toLowerCase();
		if (name === void 0 || !known$3.has(name)) break;
		const position = {
			line: index + 1,
			column: indentOf(raw) + 1
		};
		if (directives.some((directive) => directive.name === name)) {
			report({
				kind: "directive",
				position,
				message: `the directive ${name} stands here a second time`
			});
			break;
		}
		directives.push({
			name,
			value: match?.[2] ?? "",
			line: index + 1
		});
	}
	return directives;
}

// packages/dockerfile/src/syntax/heredoc-words.ts
/** Nesting of `${x:-${y}}` that is followed. */
const maxDepth$4 = 50;
/** Operators behind a name in `${ }`; behind any other the builder gives up on the whole line. */
const operators = /* @__PURE__ */ new Set([
	"-",
	"+",
	"?",
	"#",
	"%"
]);
/**
* The words of a line as the builder takes them for finding `<<NAME`, undefined where it gives up: at an open quote, and at
* a `${ }` it does not know. Then no heredoc begins on that line. The escape character is `\` here, whatever the file says.
*/
function heredocWords(line, keeping) {
	const scanner = new WordScanner(line, keeping);
	scanner.scan("", keeping.escapes, 0, (character, isRaw, at) => scanner.add(character, isRaw, at));
	return scanner.failed ? void 0 : scanner.finish();
}
var WordScanner = class {
	failed = false;
	line;
	keeping;
	words = [];
	at = 0;
	current = [];
	start = -1;
	constructor(line, keeping) {
		this.line = line;
		this.keeping = keeping;
	}
	/** A piece of a word; white space that is not raw ends the word. */
	add(text, isRaw, at) {
		if (!isRaw && isSpace(text)) this.push();
		else if (text !== "") {
			if (this.start < 0) this.start = at;
			this.current.push(text);
		}
	}
	finish() {
		this.push();
		return this.words;
	}
	push() {
		if (this.current.length > 0) this.words.push({
			text: this.current.join(""),
			start: this.start
		});
		this.current = [];
		this.start = -1;
	}
	scan(end, keepsEscapes, depth, emit) {
		const { line } = this;
		while (this.at < line.length && !this.failed) {
			const at = this.at;
			const character = line[at];
			this.at += 1;
			if (character === end) return;
			if (character === "$") this.scanVariable(at, depth, (text, _, place) => emit(text, false, place));
			else if (character === "<") emit(`<${this.passMark()}`, true, at);
			else if (character === "'") this.scanSingleQuoted(at, emit);
			else if (character === "\"") this.scanDoubleQuoted(at, keepsEscapes, depth, emit);
			else if (character === "\\") {
				if (keepsEscapes) emit("\\", true, at);
				const next = line[this.at];
				if (next !== void 0) emit(next, true, at);
				this.at += 1;
			} else emit(character, false, at);
		}
		if (end !== "") this.failed = true;
	}
	/** The second `<` of a mark, and the white space behind it, which belongs to the word. */
	passMark() {
		if (this.line[this.at] !== "<") return "";
		const from = this.at;
		this.at += 1;
		while (this.at < this.line.length && "	\r ".includes(this.line[this.at])) this.at += 1;
		return this.line.slice(from, this.at);
	}
	scanSingleQuoted(start, emit) {
		const close = this.line.indexOf("'", this.at);
		if (close < 0) {
			this.failed = true;
			return;
		}
		emit(this.keeping.quotes ? this.line.slice(start, close + 1) : this.line.slice(start + 1, close), true, start);
		this.at = close + 1;
	}
	scanDoubleQuoted(start, keepsEscapes, depth, emit) {
		const parts = [];
		if (this.keeping.quotes) parts.push("\"");
		while (this.at < this.line.length && !this.failed) {
			const at = this.at;
			const character = this.line[at];
			this.at += 1;
			if (character === "\"") {
				if (this.keeping.quotes) parts.push("\"");
				emit(parts.join(""), true, start);
				return;
			}
			if (character === "$") this.scanVariable(at, depth, (text) => void parts.push(text));
			else if (character === "\\") {
				const next = this.line[this.at] ?? "";
				const hides = next === "\"" || next === "$" || next === "\\";
				if (keepsEscapes || !hides && next !== "") parts.push("\\");
				if (!hides) continue;
				parts.push(next);
				this.at += 1;
			} else parts.push(character);
		}
		this.failed = true;
	}
	scanVariable(start, depth, emit) {
		const { line } = this;
		const emitAll = (text) => {
			for (const character of text) emit(character, false, start);
		};
		if (line[this.at] !== "{") {
			emitAll(`$${this.passName()}`);
			return;
		}
		this.at += 1;
		const first = line[this.at];
		if (first === void 0 || "{}:".includes(first) || depth >= maxDepth$4) {
			this.failed = true;
			return;
		}
		emitAll(`\${${this.passName()}`);
		this.scanOperand(line[this.at] ?? "", depth, emit, emitAll);
		emitAll("}");
	}
	/** What follows the name in `${ }`, its end included. */
	scanOperand(first, depth, emit, emitAll) {
		const { line } = this;
		this.at += 1;
		if (first === "}") return;
		emitAll(first);
		if (first === "/") {
			if (line[this.at] === "/") this.at += 1;
			this.scan("/", true, depth + 1, emit);
			emitAll("/");
			this.scan("}", true, depth + 1, emit);
			return;
		}
		let operator = first;
		if (first === ":") {
			operator = line[this.at] ?? "";
			this.at += 1;
			emitAll(operator);
		}
		const edits = operator === "#" || operator === "%";
		if (!operators.has(operator) || first === ":" && edits) this.failed = true;
		else this.scan("}", edits, depth + 1, emit);
	}
	passName() {
		const first = this.line[this.at] ?? "";
		const kind = /\p{Nd}/u.test(first) ? /\p{Nd}+/uy : /[@*#?\-$!]|[\p{L}\p{Nd}_]*/uy;
		kind.lastIndex = this.at;
		const name = kind.exec(this.line)?.[0] ?? "";
		this.at += name.length;
		return name;
	}
};

// packages/dockerfile/src/syntax/spanned-text.ts
/**
* Text assembled from pieces of source lines (continuations joined, comments left out) that still knows where each
* character stood. Finding the place of a character takes the logarithm of the number of pieces.
*/
var SpannedText = class SpannedText {
	text;
	/** False where the text does not stand in the file like this: its places only say about where it came from. */
	isExact;
	pieces;
	constructor(text, pieces, isExact) {
		this.text = text;
		this.pieces = pieces;
		this.isExact = isExact;
	}
	/** Pieces must not contain line ends of their own, except as their last character. */
	static join(parts, isExact = true) {
		const texts = [];
		const pieces = [];
		let start = 0;
		for (const part of parts) {
			pieces.push({
				start,
				at: part.at,
				width: part.width
			});
			texts.push(part.text);
			start += part.text.length;
		}
		return new SpannedText(texts.join(""), pieces, isExact);
	}
	/** Where the character at `offset` stood; the end of the text is the place behind its last character. */
	positionAt(offset) {
		const piece = this.pieces[this.pieceAt(offset)];
		if (piece === void 0) return {
			line: 1,
			column: 1
		};
		return {
			line: piece.at.line,
			column: piece.at.column + offset - piece.start
		};
	}
	/**
	* The place behind the character before `offset`: the exclusive end of a word that ends there. It differs from
	* `positionAt` where the word ends a line and the text goes on in another one.
	*/
	endAt(offset) {
		if (offset <= 0) return this.positionAt(0);
		const index = this.pieceAt(offset - 1);
		const piece = this.pieces[index];
		if (piece === void 0) return {
			line: 1,
			column: 1
		};
		if (this.text[offset - 1] === "\n") return {
			line: piece.at.line + 1,
			column: 1
		};
		const { line, column } = piece.at;
		const isWhole = offset === (this.pieces[index + 1]?.start ?? this.text.length);
		if (piece.width !== void 0 && isWhole) return {
			line,
			column: column + piece.width
		};
		return {
			line,
			column: column + offset - piece.start
		};
	}
	/** The pieces it was assembled from, for assembling another text with them. */
	parts() {
		return this.pieces.map(({ start, at, width }, index) => ({
			text: this.text.slice(start, this.pieces[index + 1]?.start),
			at,
			...width === void 0 ? {} : { width }
		}));
	}
	slice(from, to = this.text.length) {
		if (from === 0 && to === this.text.length) return this;
		const first = this.pieceAt(from);
		const width = this.pieces[first]?.start === from ? this.pieces[first]?.width : void 0;
		const pieces = [{
			start: 0,
			at: this.positionAt(from),
			width
		}];
		for (let index = first + 1; index < this.pieces.length; index++) {
			const { start, at, width } = this.pieces[index];
			if (start >= to) break;
			if (start > from) pieces.push({
				start: start - from,
				at,
				width
			});
		}
		return new SpannedText(this.text.slice(from, to), pieces, this.isExact);
	}
	trim() {
		const from = indentOf(this.text);
		return this.slice(from, Math.max(from, contentEnd(this.text)));
	}
	/** The last piece that begins at `offset` or before it. */
	pieceAt(offset) {
		let low = 0;
		let high = this.pieces.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if (this.pieces[middle].start <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}
};

// packages/dockerfile/src/syntax/heredoc.ts
/** The heredocs that a line announces. */
function heredocMarks(line) {
	if (!line.includes("<<")) return [];
	return (heredocWords(line, {
		quotes: true,
		escapes: true
	}) ?? []).flatMap(({ text, start }) => {
		const match = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/.exec(text);
		const written = match?.[2] ?? "";
		const [name, ...others] = heredocWords(written, {
			quotes: false,
			escapes: false
		}) ?? [];
		if (name === void 0 || others.length > 0) return [];
		const [quoted] = heredocWords(written, {
			quotes: true,
			escapes: false
		}) ?? [];
		const expands = countQuotes(name.text) === countQuotes(quoted?.text ?? "");
		return [{
			name: name.text,
			expands,
			stripsTabs: match?.[1] === "-",
			start
		}];
	});
}
function countQuotes(text) {
	return text.split(/['"]/).length;
}
/** Takes the body of a heredoc from the lines that follow, its closing line included. */
function takeHeredoc(mark, reader) {
	const parts = [];
	for (let next = reader.nextRaw(); next; next = reader.nextRaw()) {
		if ((mark.stripsTabs ? next.text.replace(/^\t+/, "") : next.text) === mark.name) return {
			...mark,
			body: SpannedText.join(parts),
			terminated: true
		};
		parts.push({
			text: next.raw,
			at: {
				line: next.line,
				column: 1
			}
		});
	}
	return {
		...mark,
		body: SpannedText.join(parts),
		terminated: false
	};
}

// packages/dockerfile/src/syntax/logical-lines.ts
/** Reads physical lines one after the other; heredoc bodies are taken from it between two logical lines. */
var LineReader = class {
	index = 0;
	lines;
	rawLines;
	escapeMark;
	constructor(lines, rawLines, escapeMark) {
		this.lines = lines;
		this.rawLines = rawLines;
		this.escapeMark = escapeMark;
	}
	/** The next physical line, with its number. */
	nextRaw() {
		const text = this.lines[this.index];
		if (text === void 0) return void 0;
		const raw = this.rawLines[this.index] ?? text;
		this.index += 1;
		return {
			text,
			raw,
			line: this.index
		};
	}
	nextLogical() {
		for (let first = this.nextRaw(); first; first = this.nextRaw()) {
			const indent = indentOf(first.text);
			const opening = first.text.slice(indent);
			if (opening === "" || opening.startsWith("#")) continue;
			return this.joinFrom(opening, {
				line: first.line,
				column: indent + 1
			});
		}
	}
	joinFrom(opening, at) {
		const parts = [];
		let end = at.line;
		let body = this.withoutContinuation(opening);
		parts.push({
			text: body ?? opening,
			at
		});
		while (body !== void 0) {
			const next = this.nextRaw();
			if (next === void 0) break;
			end = next.line;
			if (isBlank(next.text) || next.text[indentOf(next.text)] === "#") continue;
			body = this.withoutContinuation(next.text);
			parts.push({
				text: body ?? next.text,
				at: {
					line: next.line,
					column: 1
				}
			});
		}
		return {
			text: SpannedText.join(parts),
			startLine: at.line,
			endLine: end
		};
	}
	/** The line without its continuation mark, or undefined where it has none. A doubled mark is none. */
	withoutContinuation(line) {
		let end = line.length;
		while (end > 0 && (line[end - 1] === " " || line[end - 1] === "	")) end -= 1;
		if (line[end - 1] !== this.escapeMark || line[end - 2] === this.escapeMark) return void 0;
		return line.slice(0, end - 1);
	}
};

// packages/dockerfile/src/syntax/check-instruction.ts
/**
* The flags of an instruction, those of the labs channel included. ARG and STOPSIGNAL are not here: the builder does not
* look at theirs. Source: tried with BuildKit 0.25, and https://docs.docker.com/reference/dockerfile/.
*/
const flagsOf = {
	ADD: [
		"chown",
		"chmod",
		"link",
		"keep-git-dir",
		"checksum",
		"unpack",
		"exclude"
	],
	COPY: [
		"from",
		"chown",
		"chmod",
		"link",
		"parents",
		"exclude"
	],
	FROM: ["platform"],
	HEALTHCHECK: [
		"interval",
		"timeout",
		"start-period",
		"start-interval",
		"retries"
	],
	RUN: [
		"mount",
		"network",
		"security",
		"device"
	]
};
const unchecked = /* @__PURE__ */ new Set(["ARG", "STOPSIGNAL"]);
const repeatable = /* @__PURE__ */ new Set([
	"mount",
	"exclude",
	"device"
]);
const withoutValue = /* @__PURE__ */ new Set([
	"link",
	"keep-git-dir",
	"unpack",
	"parents"
]);
/** How many words an instruction takes at least. */
const fewest = {
	ADD: 2,
	ARG: 1,
	COPY: 2,
	ENV: 1,
	EXPOSE: 1,
	FROM: 1,
	HEALTHCHECK: 1,
	LABEL: 1,
	MAINTAINER: 1,
	ONBUILD: 1,
	SHELL: 1,
	STOPSIGNAL: 1,
	USER: 1,
	VOLUME: 1,
	WORKDIR: 1
};
/** What the builder refuses of an instruction whose words are read. A trigger of ONBUILD is not looked into before it is used. */
function checkInstruction(instruction, report) {
	const { keyword, words, position, assignments } = instruction;
	const refuse = (message, at = position) => report({
		kind: "arguments",
		position: at,
		message
	});
	const needed = fewest[keyword] ?? 0;
	if (words.length < needed) {
		refuse(`${keyword} needs ${needed === 1 ? "an argument" : "a source and a destination"}`);
		return;
	}
	checkFlags(instruction, report);
	for (const { name, position: at } of assignments) if (name === "") refuse(`${keyword} needs a name before =`, at);
	if (keyword === "FROM") checkFrom(instruction, refuse);
	else if (keyword === "ONBUILD") checkTrigger(instruction, refuse);
	else if (keyword === "HEALTHCHECK") checkHealth(instruction, refuse);
	else if (keyword === "SHELL" && instruction.json === void 0) report({
		kind: "json",
		position,
		message: "SHELL takes the JSON form only"
	});
	else if (keyword === "VOLUME" && words.some(({ text }) => isBlank(text))) refuse("VOLUME needs a path");
	else if (keyword === "COPY" || keyword === "ADD") {
		const last = words.at(-1);
		if (last && heredocMarks(last.text).length > 0) refuse(`a heredoc cannot be the destination of ${keyword}`, last.position);
	}
}
function checkFlags({ keyword, flags, words }, report) {
	if (unchecked.has(keyword) || keyword === "HEALTHCHECK" && words[0]?.text.toUpperCase() === "NONE") return;
	const seen = /* @__PURE__ */ new Set();
	for (const { name, value, position } of flags) {
		const refuse = (message) => report({
			kind: "flag",
			position,
			message
		});
		const shown = `--${name.slice(0, 40)}`;
		const takesNone = withoutValue.has(name);
		if (!flagsOf[keyword]?.includes(name)) refuse(`${keyword} has no flag ${shown}`);
		else if (seen.has(name) && !repeatable.has(name)) refuse(`${shown} is given twice`);
		else if (value === void 0 ? !takesNone : takesNone && !/^(?:true|false)$/i.test(value)) refuse(takesNone ? `${shown} is true or false` : `${shown} needs a value`);
		seen.add(name);
	}
}
function checkFrom({ words }, refuse) {
	const [, as, name] = words;
	if (words.length === 3 && as?.text.toUpperCase() === "AS") {
		if (!/^[a-z][a-z0-9\-_.]*$/.test(name?.text.toLowerCase() ?? "")) refuse("the name of a stage begins with a letter and holds letters, digits, -, _ and . only", name?.position);
	} else if (words.length !== 1) refuse("FROM takes an image, or an image, AS and a name", as?.position);
}
function checkTrigger({ body, trigger }, refuse) {
	if (trigger === void 0) refuse("ONBUILD may not hold another ONBUILD", body.positionAt(0));
	else if (trigger.keyword === "FROM" || trigger.keyword === "MAINTAINER") refuse(`ONBUILD may not hold ${trigger.keyword}`, trigger.position);
}
function checkHealth({ words, json }, refuse) {
	const [type] = words;
	const kind = type?.text.toUpperCase();
	const hasCommand = words.length > 1;
	if (kind === "NONE") {
		if (hasCommand) refuse("HEALTHCHECK NONE takes no arguments", words[1]?.position);
	} else if (kind !== "CMD") refuse("HEALTHCHECK takes CMD or NONE", type?.position);
	else if (!hasCommand || json?.length === 0) refuse("HEALTHCHECK CMD needs a command");
}

// packages/dockerfile/src/syntax/flags.ts
const spaces = "	\n\v\f\r ";
/** The words behind the keyword that begin with `--`, up to `--` alone or the first other word. */
function readFlags(text, from, escapeMark) {
	const flags = [];
	let at = from;
	for (;;) {
		while (at < text.text.length && spaces.includes(text.text[at])) at += 1;
		if (!text.text.startsWith("--", at)) return {
			flags,
			bodyStart: at
		};
		const { value: plain, end } = readFlag(text.text, at, escapeMark);
		if (plain === "--") return {
			flags,
			bodyStart: end
		};
		const equals = plain.indexOf("=");
		flags.push({
			text: plain,
			position: text.positionAt(at),
			end: text.endAt(end),
			name: plain.slice(2, equals < 0 ? void 0 : equals),
			value: equals < 0 ? void 0 : plain.slice(equals + 1)
		});
		at = end;
	}
}
/** The flag without quotes and escapes. The builder escapes in single quotes too, here and nowhere else. */
function readFlag(text, start, escapeMark) {
	const parts = [];
	let quote = "";
	let at = start;
	for (; at < text.length; at++) {
		const character = text[at];
		if (character === quote) quote = "";
		else if (quote === "" && spaces.includes(character)) break;
		else if (quote === "" && (character === "'" || character === "\"")) quote = character;
		else if (character === escapeMark) {
			at += 1;
			parts.push(text[at] ?? "");
		} else parts.push(character);
	}
	return {
		value: parts.join(""),
		end: Math.min(at, text.length)
	};
}

// packages/dockerfile/src/syntax/json-form.ts
/**
* The strings of `["a", "b"]`; "mixed" for an array that holds something else, which the builder refuses; undefined where
* the text is no JSON array, and thus a shell command or paths.
*/
function readJsonForm(text) {
	const start = indentOf(text);
	if (text[start] !== "[") return void 0;
	let value;
	try {
		value = JSON.parse(text.slice(start));
	} catch {
		return;
	}
	if (!Array.isArray(value)) return void 0;
	if (value.some((item) => typeof item === "number" && !Number.isFinite(item))) return void 0;
	if (!value.every((item) => typeof item === "string")) return "mixed";
	return value.map((item) => item.toWellFormed());
}
const escapes = {
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	"
};
/** The strings of a well-formed JSON form again, each with the places of its characters. */
function placeJsonStrings(body) {
	return [...body.text.matchAll(/"((?:[^"\\]|\\.)*)"/gs)].map((literal) => {
		const parts = [];
		for (const match of (literal[1] ?? "").matchAll(/[^\\]+|\\u([0-9a-fA-F]{4})|\\(.)/gs)) {
			const [plain, code, escaped] = match;
			const letter = escaped === void 0 ? void 0 : escapes[escaped] ?? escaped;
			const text = code === void 0 ? letter ?? plain : String.fromCharCode(Number.parseInt(code, 16));
			const offset = literal.index + 1 + match.index;
			parts.push(...body.slice(offset, offset + plain.length).parts().map((part, index, all) => ({
				text: all.length === 1 ? text : part.text,
				at: index === 0 ? body.positionAt(offset) : part.at,
				...all.length === 1 && text !== plain ? { width: plain.length } : {}
			})));
		}
		return parts.length === 0 ? body.slice(literal.index + 1, literal.index + 1) : SpannedText.join(parts);
	});
}

// packages/dockerfile/src/syntax/keywords.ts
/** The instructions there are. */
const keywords$1 = /* @__PURE__ */ new Set([
	"ADD",
	"ARG",
	"CMD",
	"COPY",
	"ENTRYPOINT",
	"ENV",
	"EXPOSE",
	"FROM",
	"HEALTHCHECK",
	"LABEL",
	"MAINTAINER",
	"ONBUILD",
	"RUN",
	"SHELL",
	"STOPSIGNAL",
	"USER",
	"VOLUME",
	"WORKDIR"
]);

// packages/dockerfile/src/syntax/words.ts
/** Splits at white space outside quotes, as the builder splits ENV, LABEL and ARG. */
function splitWords(text, escapeMark) {
	const words = [];
	let at = 0;
	for (;;) {
		while (at < text.length && isSpace(text[at])) at += 1;
		if (at >= text.length) return words;
		const end = wordEnd(text, at, escapeMark);
		const word = text.slice(at, end.end);
		if (end.keeps > at) words.push({
			text: text.slice(at, end.keeps),
			start: at,
			end: at + word.length
		});
		at = end.end;
	}
}
/** Where the word ends; `keeps`: without an escape character that stands last in the text and hides nothing. */
function wordEnd(text, start, escapeMark) {
	let quote = "";
	let at = start;
	for (; at < text.length; at++) {
		const character = text[at];
		const escapes = character === escapeMark && quote !== "'";
		if (escapes && at + 1 === text.length) return {
			end: text.length,
			keeps: at
		};
		if (escapes) at += 1;
		else if (quote !== "") {
			if (character === quote) quote = "";
		} else if (isSpace(character)) break;
		else if (character === "'" || character === "\"") quote = character;
	}
	const end = Math.min(at, text.length);
	return {
		end,
		keeps: end
	};
}
/** Splits at white space of ASCII, whatever the quotes: paths of COPY and names of FROM. */
function splitBare(text) {
	return [...text.matchAll(/[^\t\v\f\r ]+/g)].map((match) => ({
		text: match[0],
		start: match.index,
		end: match.index + match[0].length
	}));
}

// packages/dockerfile/src/syntax/parse-instruction.ts
const withJson = /* @__PURE__ */ new Set([
	"ADD",
	"CMD",
	"COPY",
	"ENTRYPOINT",
	"HEALTHCHECK",
	"RUN",
	"SHELL",
	"VOLUME"
]);
const withBareWords = /* @__PURE__ */ new Set([
	"ADD",
	"COPY",
	"EXPOSE",
	"FROM",
	"VOLUME"
]);
const withAssignments = /* @__PURE__ */ new Set([
	"ENV",
	"LABEL",
	"ARG"
]);
/** A hundred times what any honest instruction has. */
const maxWords = 1e4;
/** Reads one joined line. Heredocs are added afterwards: their bodies stand on the lines behind it. */
function parseInstruction(line, escapeMark, report) {
	const instruction = readInstruction(line, escapeMark, report);
	if (keywords$1.has(instruction.keyword)) checkInstruction(instruction, report);
	else {
		const message = `there is no instruction ${instruction.keyword.slice(0, 40)}`;
		report({
			kind: "unknown-instruction",
			position: instruction.position,
			message
		});
	}
	return instruction;
}
function readInstruction(line, escapeMark, report) {
	const start = indentOf(line.text.text);
	const last = Math.max(start, contentEnd(line.text.text));
	const text = line.text.slice(0, last);
	const length = text.text.slice(start).search(/[\t\v\f\r ]|$/);
	const keyword = text.text.slice(start, start + length).toUpperCase();
	const { flags, bodyStart } = readFlags(text, start + length, escapeMark);
	const body = text.slice(bodyStart).trim();
	const instruction = {
		keyword,
		startLine: line.startLine,
		endLine: line.endLine,
		position: text.positionAt(start),
		end: text.endAt(last),
		flags,
		body,
		words: [],
		assignments: [],
		json: void 0,
		heredocs: [],
		trigger: void 0
	};
	if (keyword === "ENV" || keyword === "LABEL") instruction.assignments = readPairs(instruction, escapeMark, report);
	else if (keyword === "ARG") instruction.assignments = readArguments$1(body, escapeMark);
	else if (withJson.has(keyword)) instruction.json = readJson(instruction, report);
	else if (keyword === "ONBUILD" && body.text !== "" && !/^ONBUILD(?:\s|$)/i.test(body.text)) instruction.trigger = readInstruction({
		...line,
		text: body
	}, escapeMark, report);
	instruction.words = wordsOf(instruction, escapeMark);
	limitWords(instruction, report);
	return instruction;
}
/** The last word stays: it is the destination of COPY. */
function limitWords(instruction, report) {
	const { keyword, words, assignments, position } = instruction;
	if (words.length <= maxWords) return;
	instruction.words = [...words.slice(0, 9999), ...words.slice(-1)];
	instruction.assignments = assignments.slice(0, maxWords);
	report({
		kind: "size",
		position,
		message: `this ${keyword} has more than ${maxWords} words; the others are not checked`
	});
}
/** What may be a JSON array: all behind the flags, and of HEALTHCHECK what follows CMD. */
function jsonPart({ keyword, body }) {
	if (keyword !== "HEALTHCHECK") return body;
	const space = body.text.search(/[\t-\r ]/);
	return space < 0 ? body.slice(body.text.length) : body.slice(space).trim();
}
function readJson(instruction, report) {
	const part = jsonPart(instruction);
	const json = readJsonForm(part.text);
	if (json !== "mixed") return json;
	report({
		kind: "json",
		position: part.positionAt(0),
		message: "the JSON form may hold nothing but strings"
	});
}
function wordsOf(instruction, escapeMark) {
	const { keyword, body, json } = instruction;
	if (body.text === "") return [];
	const part = jsonPart(instruction);
	const strings = json ? placedStrings(json, part) : void 0;
	if (keyword === "HEALTHCHECK") {
		const type = body.text.slice(0, body.text.search(/[\t-\r ]|$/));
		const rest = part.text === "" ? [] : [wholeWord(part)];
		return [...place(body, [{
			text: type,
			start: 0,
			end: type.length
		}]), ...strings ?? rest];
	}
	if (strings) return strings;
	if (withBareWords.has(keyword)) return place(body, splitBare(body.text));
	if (withAssignments.has(keyword)) return place(body, splitWords(body.text, escapeMark));
	return [wholeWord(body)];
}
function wholeWord(text) {
	return {
		text: text.text,
		position: text.positionAt(0),
		end: text.endAt(text.text.length)
	};
}
function placedStrings(json, text) {
	const places = placeJsonStrings(text);
	return json.map((string, index) => ({
		...wholeWord(places[index] ?? text),
		text: string
	}));
}
function place(body, words) {
	return words.map(({ text, start, end }) => ({
		text,
		position: body.positionAt(start),
		end: body.endAt(end)
	}));
}
/** `name=value ...`, or the old form `name the rest is the value`. */
function readPairs({ keyword, body, position }, escapeMark, report) {
	const [first, ...others] = splitWords(body.text, escapeMark);
	if (first === void 0) return [];
	if (!first.text.includes("=")) {
		const name = body.text.slice(0, body.text.search(/[\t\v\f\r ]|$/));
		const rest = body.text.slice(name.length);
		const value = rest.slice(rest.search(/[^\t\v\f\r ]|$/));
		if (value === "") report({
			kind: "arguments",
			position,
			message: `${keyword} needs a value`
		});
		return [{
			name,
			value,
			position: body.positionAt(0),
			end: body.endAt(body.text.length)
		}];
	}
	return [first, ...others].flatMap(({ text, start, end }) => {
		const at = {
			position: body.positionAt(start),
			end: body.endAt(end)
		};
		const equals = text.indexOf("=");
		if (equals >= 0) return [{
			name: text.slice(0, equals),
			value: text.slice(equals + 1),
			...at
		}];
		const message = `${keyword} wants name=value; there is no name with = in one of its words`;
		report({
			kind: "arguments",
			position: at.position,
			message
		});
		return [];
	});
}
function readArguments$1(body, escapeMark) {
	return splitWords(body.text, escapeMark).map(({ text, start, end }) => {
		const equals = text.indexOf("=");
		return {
			name: equals < 0 ? text : text.slice(0, equals),
			value: equals < 0 ? void 0 : text.slice(equals + 1),
			position: body.positionAt(start),
			end: body.endAt(end)
		};
	});
}

// packages/dockerfile/src/syntax/parse-dockerfile.ts
/** Ten times what any honest file has; the rest of a longer one is not looked at. */
const maxInstructions = 1e4;
/** The builder stops at the first one; nobody reads more than some. */
const maxProblems$1 = 1e3;
/** Bytes of a line with its line end; the builder stops at a longer one. */
const maxLine$2 = 65536;
const withHeredocs = /* @__PURE__ */ new Set([
	"ADD",
	"COPY",
	"RUN"
]);
/**
* Reads a Dockerfile as BuildKit does. Never throws: what BuildKit would refuse becomes a problem at its place, and
* reading goes on behind it, so that one mistake hides no other.
*/
function parseDockerfile(source) {
	const rawLines = source.replace(/^\uFEFF/, "").split(/(?<=\n)/);
	const lines = rawLines.map(withoutLineEnd);
	if (source === "") lines.pop();
	const problems = [];
	const report = (problem) => {
		if (problems.length < maxProblems$1) problems.push(problem);
	};
	const directives = readDirectives(lines, report);
	const escapeMark = escapeOf(directives, report);
	const reader = new LineReader(lines, rawLines, escapeMark);
	const instructions = [];
	for (let line = reader.nextLogical(); line; line = reader.nextLogical()) {
		if (instructions.length === maxInstructions) {
			const message = `there are more than ${maxInstructions} instructions; what follows is not checked`;
			problems.push({
				kind: "size",
				position: line.text.positionAt(0),
				message
			});
			break;
		}
		const instruction = parseInstruction(line, escapeMark, report);
		takeHeredocs(instruction, line, reader, lines, report);
		instructions.push(instruction);
	}
	checkLengths(rawLines, report);
	checkOrder(instructions, report);
	return {
		directives,
		escapeMark,
		instructions,
		problems,
		lines
	};
}
function withoutLineEnd(raw) {
	let end = raw.endsWith("\n") ? raw.length - 1 : raw.length;
	while (raw[end - 1] === "\r") end -= 1;
	return raw.slice(0, end);
}
function escapeOf(directives, report) {
	const directive = directives.find(({ name }) => name === "escape");
	if (directive === void 0 || directive.value === "\\" || directive.value === "`") return directive?.value ?? "\\";
	const message = `escape may be \\ or \`, not ${directive.value.slice(0, 20)}`;
	report({
		kind: "directive",
		position: {
			line: directive.line,
			column: 1
		},
		message
	});
	return "\\";
}
function takeHeredocs(instruction, line, reader, lines, report) {
	const subject = instruction.trigger ?? instruction;
	if (!withHeredocs.has(subject.keyword) || subject.json) return;
	for (const mark of heredocMarks(line.text.text)) {
		const heredoc = takeHeredoc(mark, reader);
		subject.heredocs.push(heredoc);
		const length = heredoc.body.parts().length;
		instruction.endLine += heredoc.terminated ? length + 1 : length;
		if (heredoc.terminated) continue;
		const message = `the heredoc ${mark.name.slice(0, 40)} is never closed`;
		report({
			kind: "heredoc",
			position: line.text.positionAt(mark.start),
			message
		});
		break;
	}
	if (subject.heredocs.length === 0) return;
	instruction.end = {
		line: instruction.endLine,
		column: (lines[instruction.endLine - 1] ?? "").length + 1
	};
	subject.endLine = instruction.endLine;
	subject.end = instruction.end;
}
function checkLengths(rawLines, report) {
	const index = rawLines.findIndex((raw) => isTooLong(raw));
	if (index < 0) return;
	report({
		kind: "line",
		position: {
			line: index + 1,
			column: 1
		},
		message: `the line is longer than 65535 bytes`
	});
}
function isTooLong(raw) {
	if (raw.length * 3 < maxLine$2) return false;
	const bytes = new TextEncoder().encode(raw).length;
	return raw.endsWith("\n") ? bytes > maxLine$2 : bytes >= maxLine$2;
}
function checkOrder(instructions, report) {
	const first = instructions.findIndex(({ keyword }) => keyword === "FROM");
	if (first < 0) {
		report({
			kind: "empty",
			position: {
				line: 1,
				column: 1
			},
			message: instructions.length === 0 ? "the file has no instructions" : "there is no FROM"
		});
		return;
	}
	const early = instructions.slice(0, first).find(({ keyword }) => keyword !== "ARG");
	if (early === void 0 || isBlank(early.keyword)) return;
	const message = `${early.keyword.slice(0, 40)} stands before the first FROM`;
	report({
		kind: "order",
		position: early.position,
		message
	});
}

// packages/dockerfile/src/baseline/fingerprints.ts
/** Longer texts are digested once, not once a finding: an instruction may be a megabyte long and have a thousand of them. */
const maxText = 1e3;
/**
* Findings with fingerprints that stay when lines move. In a Dockerfile the text of the place is that of its instruction
* without comments, elsewhere that of its line. Findings whose rule, file and text are the same are told apart by
* their order. A fingerprint that a finding has already stays.
*/
function withFingerprints(findings, files) {
	const byPath = new Map(files.map((file) => [file.path, file]));
	const readers = /* @__PURE__ */ new Map();
	const textAt = (path, line) => {
		const file = byPath.get(path);
		if (file === void 0) return "";
		const reader = readers.get(path) ?? readerOf$1(file);
		readers.set(path, reader);
		return reader(line);
	};
	const counts = /* @__PURE__ */ new Map();
	return findings.map((finding) => {
		if (finding.fingerprint !== void 0) return finding;
		const { file = "", line = 1 } = finding.locations[0] ?? {};
		const first = require_step_result.fingerprintOf(finding.rule, file, textAt(file, line), 0);
		const occurrence = counts.get(first) ?? 0;
		counts.set(first, occurrence + 1);
		const fingerprint = occurrence === 0 ? first : require_step_result.fingerprintOf(finding.rule, file, textAt(file, line), occurrence);
		return {
			...finding,
			fingerprint
		};
	});
}
function readerOf$1(file) {
	const parsed = file.kind === "dockerfile" ? file.dockerfile ?? parseDockerfile(file.text) : void 0;
	const lines = parsed?.lines ?? editableFile(file).lines;
	const texts = /* @__PURE__ */ new Map();
	return (line) => {
		const place = (parsed && instructionAt(parsed.instructions, line)) ?? line;
		const known = texts.get(place);
		if (known !== void 0) return known;
		const text = collapsed(typeof place === "number" ? lines[place - 1] ?? "" : textOf$1(place));
		texts.set(place, text);
		return text;
	};
}
function collapsed(text) {
	const short = text.replace(/\s+/g, " ").trim();
	return short.length > maxText ? require_step_result.fingerprintOf("", "", short, 0) : short;
}
function textOf$1(instruction) {
	const { keyword, flags, body, heredocs } = instruction;
	const all = [...heredocs, ...instruction.trigger?.heredocs ?? []];
	return [
		keyword,
		...flags.map(({ text }) => text),
		body.text,
		...all.map(({ body: { text } }) => text)
	].join(" ");
}
/** The instruction a line belongs to; undefined for comments and empty lines between instructions. */
function instructionAt(instructions, line) {
	let low = 0;
	let high = instructions.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((instructions[middle]?.startLine ?? 0) <= line) low = middle;
		else high = middle - 1;
	}
	const found = instructions[low];
	return found && found.startLine <= line && line <= found.endLine ? found : void 0;
}

// packages/dockerfile/src/finding-order.ts
/** The order in which findings are shown. */
function worstFirst(a, b) {
	return require_action_kit.bySeverity(a.severity, b.severity) || byLine(a, b) || compareTexts(a.rule, b.rule);
}
/** The order in which fixes take their places: as findings are shown, but from left to right within a line. */
function fixedFirst(a, b) {
	return require_action_kit.bySeverity(a.severity, b.severity) || byLine(a, b) || (a.locations[0]?.column ?? 0) - (b.locations[0]?.column ?? 0) || compareTexts(a.rule, b.rule);
}
function byLine({ locations: [one] }, { locations: [other] }) {
	return compareTexts(one?.file ?? "", other?.file ?? "") || (one?.line ?? 0) - (other?.line ?? 0);
}

// packages/dockerfile/src/ignores/file-kind.ts
const isDockerfileName = /^(?:dockerfile|containerfile)(?:\..+)?$|\.(?:dockerfile|containerfile)$/i;
/** The kind a file's name speaks for; whoever knows better should say so. */
function fileKindOf(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (/\.dockerignore$/i.test(name)) return "dockerignore";
	if (isDockerfileName.test(name)) return "dockerfile";
	if (name === "model.yaml") return "model";
	if (/requirements.*\.(?:txt|in)$|constraints.*\.txt$/i.test(name)) return "requirements";
	return /\.(?:sh|bash|py)$/i.test(name) ? "script" : "other";
}

// packages/dockerfile/src/fixes/open-text.ts
function openText(source) {
	const mark = source.startsWith("﻿") ? "﻿" : "";
	const bare = source.slice(mark.length);
	const starts = [0];
	let windows = 0;
	for (let at = bare.indexOf("\n"); at >= 0; at = bare.indexOf("\n", at + 1)) {
		if (bare[at - 1] === "\r") windows += 1;
		starts.push(at + 1);
	}
	const lineEnd = windows > (starts.length - 1) / 2 ? "\r\n" : "\n";
	const added = bare === "" || bare.endsWith("\n") ? "" : lineEnd;
	if (added !== "") starts.push(bare.length + added.length);
	return {
		text: bare + added,
		starts,
		lineEnd,
		mark,
		added,
		isDamaged: source.includes("�")
	};
}
/** The file's text again. A file without a line end at its end still has none. */
function closeText({ mark, added }, text) {
	return mark + (added !== "" && text.endsWith(added) ? text.slice(0, -added.length) : text);
}
/** Undefined for a place outside the text. Behind the last line there is one more, of which column 1 exists. */
function offsetOf({ text, starts }, line, column) {
	const start = starts[line - 1];
	if (start === void 0 || column < 1) return void 0;
	const next = starts[line];
	let end = next === void 0 ? text.length : next - 1;
	if (next !== void 0 && end > start && text[end - 1] === "\r") end -= 1;
	const offset = start + column - 1;
	return Number.isInteger(offset) && offset <= end ? offset : void 0;
}

// packages/dockerfile/src/fixes/placed-edit.ts
/** A fix in the opened files, or in half a sentence why it cannot be applied. */
function placeFix(finding, fix, files) {
	const edits = [];
	for (const { file, line, column, endLine, endColumn, text } of fix.edits) {
		const open = files.get(file);
		if (open === void 0) return { why: `it would change ${file.slice(0, 200)}, which was not given` };
		if (open.isDamaged) return { why: `${file.slice(0, 200)} holds bytes that are no UTF-8` };
		const start = offsetOf(open, line, column);
		const end = offsetOf(open, endLine, endColumn);
		if (start === void 0 || end === void 0 || end < start) return { why: `it names a place that ${file.slice(0, 200)} does not have` };
		edits.push({
			file,
			start,
			end,
			text: text.replace(/\r?\n/g, open.lineEnd)
		});
	}
	edits.sort(byPlace);
	if (edits.some((edit, index) => {
		const next = edits[index + 1];
		return next !== void 0 && next.file === edit.file && next.start < edit.end;
	})) return { why: "its own edits overlap" };
	if (edits.every((edit) => files.get(edit.file)?.text.slice(edit.start, edit.end) === edit.text)) return { why: "it changes nothing" };
	return {
		finding,
		edits
	};
}
function byPlace(a, b) {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return a.start - b.start || a.end - b.end;
}
/** The text with edits done that are in order and do not overlap. */
function edited(text, edits) {
	const parts = [];
	let at = 0;
	for (const edit of edits) {
		parts.push(text.slice(at, edit.start), edit.text);
		at = edit.end;
	}
	parts.push(text.slice(at));
	return parts.join("");
}

// packages/dockerfile/src/fixes/reads-as-before.ts
/**
* Whether a Dockerfile, after edits, still reads as before wherever they did not reach: the same directives, the same
* instructions, nothing new that the builder refuses. Undefined when it does; else half a sentence that says what differs.
*/
function differenceInReading(before, edits, after) {
	const dockerfile = parseDockerfile(after);
	const problem = newProblem(before.dockerfile, dockerfile);
	if (problem !== void 0) return `the builder would stop: ${problem}`;
	const directives = ({ directives }) => directives.map(({ name, value }) => `${name}=${value}`);
	if (directives(before.dockerfile).join("\n") !== directives(dockerfile).join("\n")) return "the directives at the head of the file would change";
	const kept = untouched(before.dockerfile, before.open, edits);
	const left = untouched(dockerfile, openText(after), written(edits));
	const index = kept.findIndex((instruction, at) => contentOf(instruction) !== contentOf(left[at]));
	const changed = index < 0 && left.length > kept.length ? left[kept.length] : kept[index];
	return changed && `${changed.keyword.slice(0, 40)} in line ${changed.startLine} would change too`;
}
function newProblem(before, after) {
	const known = /* @__PURE__ */ new Map();
	for (const { message } of before.problems) known.set(message, (known.get(message) ?? 0) + 1);
	return after.problems.find(({ message }) => {
		const count = known.get(message) ?? 0;
		known.set(message, count - 1);
		return count === 0;
	})?.message;
}
/** Where the edits' texts stand once they are done. */
function written(edits) {
	let shift = 0;
	return edits.map((edit) => {
		const start = edit.start + shift;
		shift += edit.text.length - (edit.end - edit.start);
		return {
			...edit,
			start,
			end: start + edit.text.length
		};
	});
}
/** The instructions that no edit reaches into. A line put above an instruction or below it does not. */
function untouched({ instructions }, open, edits) {
	let first = 0;
	return instructions.filter(({ startLine, endLine }) => {
		const begin = open.starts[startLine - 1] ?? 0;
		const end = open.starts[endLine] ?? open.text.length;
		while (first < edits.length && (edits[first]?.end ?? 0) < begin) first += 1;
		for (let index = first; index < edits.length; index++) {
			const edit = edits[index];
			if (edit === void 0 || edit.start >= end) break;
			if (reachesInto(edit, begin, end)) return false;
		}
		return true;
	});
}
function reachesInto({ start, end, text }, begin, behind) {
	if (start < end) return start < behind && end > begin;
	return start < behind && (start > begin || start === begin && text !== "" && !text.endsWith("\n"));
}
function contentOf(instruction) {
	if (instruction === void 0) return void 0;
	const { keyword, flags, body, heredocs } = instruction.trigger ? {
		...instruction,
		heredocs: instruction.trigger.heredocs
	} : instruction;
	const bodies = heredocs.map(({ name, expands, body: { text } }) => [
		name,
		String(expands),
		text
	]);
	return [
		keyword,
		...flags.map(({ text }) => text),
		body.text,
		...bodies.flat()
	].join("\0");
}

// packages/dockerfile/src/fixes/taken-places.ts
/** More in one round than any honest file needs; what is beyond waits for the next round. */
const maxPlaces = 5e3;
/** The places that fixes of one round have taken, in order; a place can be taken once. */
var TakenPlaces = class {
	byFile = /* @__PURE__ */ new Map();
	count = 0;
	/** Takes the places of all edits of a fix, or of none: false where one of them is taken already. */
	take(edits) {
		if (this.count + edits.length > maxPlaces || edits.some((edit) => this.isTaken(edit))) return false;
		for (const { file, start, end } of edits) {
			const places = this.byFile.get(file) ?? [];
			this.byFile.set(file, places);
			places.splice(firstAt(places, start), 0, {
				start,
				end
			});
		}
		this.count += edits.length;
		return true;
	}
	isTaken({ file, start, end }) {
		const places = this.byFile.get(file);
		if (places === void 0) return false;
		const index = firstAt(places, start);
		return [places[index - 1], places[index]].some((place) => place && meets(place, {
			start,
			end
		}));
	}
};
/** Two stretches that only touch do not meet, but an insertion meets what it touches: which comes first would be chance. */
function meets(a, b) {
	return a.start === a.end || b.start === b.end ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}
/** The index of the first place that begins at `start` or behind. */
function firstAt(places, start) {
	let low = 0;
	let high = places.length;
	while (low < high) {
		const middle = low + high >> 1;
		if ((places[middle]?.start ?? 0) < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

// packages/dockerfile/src/fixes/fix-round.ts
/** Fixes are tried on so many characters of Dockerfiles; then the round has taken long enough. */
const maxTriedCharacters = 33554432;
/** Applies as many of the findings' fixes as go together. `files` of the outcome are those that changed. */
function fixRound(files, findings, safety, isDockerfile = (path) => fileKindOf(path) === "dockerfile") {
	const skipped = [];
	const opened = /* @__PURE__ */ new Map();
	const taken = new TakenPlaces();
	const chosen = [];
	for (const finding of [...findings].sort(fixedFirst)) {
		if (finding.fix === void 0) continue;
		for (const { file } of finding.fix.edits) {
			const text = files.get(file);
			if (text !== void 0 && !opened.has(file)) opened.set(file, openText(text));
		}
		const placed = placeFix(finding, finding.fix, opened);
		if (safety === "safe" && finding.fix.safety !== "safe") skipped.push({
			finding,
			why: "a person must look at it: it is not a safe fix"
		});
		else if ("why" in placed) skipped.push({
			finding,
			why: placed.why
		});
		else if (!taken.take(placed.edits)) skipped.push({
			finding,
			why: "another fix of this round changes the same place"
		});
		else chosen.push(placed);
	}
	const going = thatGoTogether(chosen, readerOf(opened, isDockerfile), skipped);
	const changed = [...editsByFile(going)].map(([path, edits]) => {
		const open = opened.get(path);
		return [path, closeText(open, edited(open.text, edits))];
	});
	return {
		files: new Map(changed),
		applied: going.map(({ finding }) => finding),
		skipped
	};
}
function readerOf(opened, isDockerfile) {
	const parsed = /* @__PURE__ */ new Map();
	let budget = maxTriedCharacters;
	return (path, edits) => {
		const open = opened.get(path);
		if (open === void 0 || !isDockerfile(path)) return void 0;
		if (budget < 0) return "among so many fixes it could not be tried; fix again";
		const before = parsed.get(path) ?? {
			open,
			dockerfile: parseDockerfile(open.text)
		};
		parsed.set(path, before);
		budget -= open.text.length;
		return differenceInReading(before, edits, edited(open.text, edits));
	};
}
/** Drops fixes until what is left reads well: first those that spoil a file alone, then all but one of those that do together. */
function thatGoTogether(chosen, read, skipped) {
	const reads = (fixes) => {
		const bad = /* @__PURE__ */ new Map();
		for (const [path, edits] of editsByFile(fixes)) {
			const why = read(path, edits);
			if (why !== void 0) bad.set(path, why);
		}
		return bad;
	};
	const skip = ({ finding }, why = "") => {
		skipped.push({
			finding,
			why
		});
		return [];
	};
	const eachGood = (fixes) => {
		const [first, second] = fixes;
		if (first === void 0) return [];
		const bad = reads(fixes);
		if (bad.size === 0) return fixes;
		if (second === void 0) return skip(first, [...bad.values()][0]);
		const half = fixes.length >> 1;
		return [...eachGood(fixes.slice(0, half)), ...eachGood(fixes.slice(half))];
	};
	const good = eachGood(chosen);
	if (good === chosen) return chosen;
	const together = "it does not go together with another fix of this round";
	const meets = (fix, bad) => fix.edits.some(({ file }) => bad.has(file));
	let bad = reads(good);
	const kept = good.find((fix) => meets(fix, bad));
	let going = good.flatMap((fix) => fix !== kept && meets(fix, bad) ? skip(fix, together) : [fix]);
	for (bad = reads(going); bad.size > 0; bad = reads(going)) going = going.flatMap((fix) => meets(fix, bad) ? skip(fix, together) : [fix]);
	return going;
}
function editsByFile(fixes) {
	const byFile = /* @__PURE__ */ new Map();
	for (const edit of fixes.flatMap(({ edits }) => edits)) {
		const edits = byFile.get(edit.file) ?? [];
		byFile.set(edit.file, edits);
		edits.push(edit);
	}
	for (const edits of byFile.values()) edits.sort(byPlace);
	return byFile;
}

// packages/dockerfile/src/fixes/apply-fixes.ts
/** Fixes that mend each other's work in turns must end somewhere. */
const maxRounds = 10;
/**
* Applies the fixes of findings. The edits of a fix are done all or none. Of fixes that overlap, the one of the worst
* finding, then the first in its file, is done; the others wait for the next round, which begins with `verifyAgain`.
*/
async function applyFixes(files, findings, { safety, verifyAgain, isDockerfile }) {
	const now = new Map(files);
	const applied = [];
	let current = findings;
	for (let round = 1;; round++) {
		const outcome = fixRound(now, current, safety, isDockerfile);
		for (const [path, text] of outcome.files) now.set(path, text);
		applied.push(...outcome.applied);
		const settled = outcome.applied.length === 0;
		if (settled || verifyAgain === void 0 || round === maxRounds) {
			const changed = [...now].filter(([path, text]) => files.get(path) !== text);
			return {
				files: new Map(changed),
				applied,
				skipped: outcome.skipped,
				settled: settled || !verifyAgain
			};
		}
		current = await verifyAgain(now);
	}
}

// packages/dockerfile/src/fixes/changed-runs.ts
/** Beyond so many differing lines, or so many comparisons, the whole stretch is said to have changed. */
const maxDistance = 1e3;
const maxSteps = 2e7;
/** Where two texts differ, by lines: few runs, in order, that do not touch. */
function changedRuns(old, now) {
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
	let tail = 0;
	const room = Math.min(old.length, now.length) - start;
	while (tail < room && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
	const a = old.slice(start, old.length - tail);
	const b = now.slice(start, now.length - tail);
	if (a.length === 0 && b.length === 0) return [];
	return (shortestRuns(numbered(a, b)) ?? [{
		oldStart: 0,
		oldEnd: a.length,
		nowStart: 0,
		nowEnd: b.length
	}]).map(({ oldStart, oldEnd, nowStart, nowEnd }) => ({
		oldStart: oldStart + start,
		oldEnd: oldEnd + start,
		nowStart: nowStart + start,
		nowEnd: nowEnd + start
	}));
}
/** Equal lines get equal numbers: comparing long lines again and again would cost their length each time. */
function numbered(a, b) {
	const numbers = /* @__PURE__ */ new Map();
	const numberOf = (line) => {
		const known = numbers.get(line);
		if (known !== void 0) return known;
		numbers.set(line, numbers.size);
		return numbers.size - 1;
	};
	return [Int32Array.from(a, numberOf), Int32Array.from(b, numberOf)];
}
/**
* E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): the furthest point on each diagonal with d
* differences, for growing d, and the way back through what was kept. Undefined where a bound is reached.
*/
function shortestRuns([a, b]) {
	const bound = Math.min(a.length + b.length, maxDistance);
	const furthest = new Int32Array(2 * bound + 3);
	const middle = bound + 1;
	const kept = [];
	let steps = 0;
	for (let d = 0; d <= bound; d++) {
		kept.push(furthest.slice(middle - d - 1, middle + d + 2));
		for (let k = -d; k <= d; k += 2) {
			let x = k === -d || k !== d && at$2(furthest, middle + k - 1) < at$2(furthest, middle + k + 1) ? at$2(furthest, middle + k + 1) : at$2(furthest, middle + k - 1) + 1;
			let y = x - k;
			const from = x;
			while (x < a.length && y < b.length && a[x] === b[y]) {
				x += 1;
				y += 1;
			}
			steps += x - from + 1;
			furthest[middle + k] = x;
			if (x >= a.length && y >= b.length) return wayBack(kept, a.length, b.length);
		}
		if (steps > maxSteps) return void 0;
	}
}
function wayBack(kept, oldLength, nowLength) {
	const runs = [];
	let [x, y] = [oldLength, nowLength];
	for (let d = kept.length - 1; d > 0; d--) {
		const furthest = kept[d];
		const middle = d + 1;
		const k = x - y;
		const down = k === -d || k !== d && at$2(furthest, middle + k - 1) < at$2(furthest, middle + k + 1);
		const oldStart = down ? at$2(furthest, middle + k + 1) : at$2(furthest, middle + k - 1);
		const nowStart = oldStart - (down ? k + 1 : k - 1);
		const step = {
			oldStart,
			oldEnd: oldStart + (down ? 0 : 1),
			nowStart,
			nowEnd: nowStart + (down ? 1 : 0)
		};
		const next = runs.at(-1);
		if (next && next.oldStart === step.oldEnd && next.nowStart === step.nowEnd) {
			next.oldStart = oldStart;
			next.nowStart = nowStart;
		} else runs.push(step);
		[x, y] = [oldStart, nowStart];
	}
	return runs.reverse();
}
const at$2 = (numbers, index) => numbers[index] ?? 0;

// packages/dockerfile/src/fixes/quote-path.ts
const letters = {
	7: "\\a",
	8: "\\b",
	9: "\\t",
	10: "\\n",
	11: "\\v",
	12: "\\f",
	13: "\\r",
	34: "\\\"",
	92: "\\\\"
};
/** A path as git writes it in a patch: as it is, or in quotes with the bytes escaped that could be taken for something else. */
function quotePath(path) {
	if (/^[ !#-[\]-~]*$/.test(path)) return path;
	return `"${Array.from(new TextEncoder().encode(path), (byte) => {
		if (letters[byte] !== void 0) return letters[byte];
		return byte < 32 || byte > 126 ? `\\${byte.toString(8).padStart(3, "0")}` : String.fromCharCode(byte);
	}).join("")}"`;
}

// packages/dockerfile/src/fixes/unified-diff.ts
/** The changes of one file as `git diff` writes them and `git apply` reads them; empty where nothing changed. */
function unifiedDiff(path, before, after, context = 3) {
	if (before === after) return "";
	const old = linesOf$2(before);
	const now = linesOf$2(after);
	const [a, b] = [quotePath(`a/${path}`), quotePath(`b/${path}`)];
	const tab = /\s/.test(path) ? "	" : "";
	return `diff --git ${a} ${b}\n--- ${a}${tab}\n+++ ${b}${tab}\n` + hunksOf(changedRuns(old, now), context, old.length).map((runs) => writeHunk(runs, old, now, context)).join("");
}
/** The lines with their ends; the last one may have none. */
function linesOf$2(text) {
	return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
/** Runs whose context would meet stand in one hunk. */
function hunksOf(runs, context, length) {
	const hunks = [];
	let reach = Number.NEGATIVE_INFINITY;
	for (const run of runs) {
		if (run.oldStart - context <= reach) hunks.at(-1)?.push(run);
		else hunks.push([run]);
		reach = Math.min(run.oldEnd + context, length);
	}
	return hunks;
}
function writeHunk(runs, old, now, context) {
	const first = runs[0];
	const last = runs.at(-1);
	const from = Math.max(0, first.oldStart - context);
	const to = Math.min(old.length, last.oldEnd + context);
	const nowFrom = first.nowStart - (first.oldStart - from);
	const nowTo = last.nowEnd + (to - last.oldEnd);
	const parts = [`@@ -${range$1(from, to)} +${range$1(nowFrom, nowTo)} @@\n`];
	const put = (sign, lines, start, end) => {
		for (let at = start; at < end; at++) parts.push(write(sign, lines[at]));
	};
	let at = from;
	for (const { oldStart, oldEnd, nowStart, nowEnd } of runs) {
		put(" ", old, at, oldStart);
		put("-", old, oldStart, oldEnd);
		put("+", now, nowStart, nowEnd);
		at = oldEnd;
	}
	put(" ", old, at, to);
	return parts.join("");
}
/** A range without lines is named by the line before it. */
function range$1(from, to) {
	return to === from ? `${from},0` : `${from + 1},${to - from}`;
}
function write(sign, line) {
	return line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}

// packages/dockerfile/src/ignores/command-lines.ts
/**
* The last line of the shell command that begins on line `first`. It ends where its last line ends with an operator
* (`&&`, `||`, `|`, `;`), where the next begins with one, where no mark continues the line, and at line `last`.
*/
function lastCommandLine(content, first, last, continues) {
	let line = first;
	for (;;) {
		const text = content.lines[line - 1] ?? "";
		const next = content.next(line);
		if (next > last || !continues(text) || endsCommand(text)) return line;
		if (beginsCommand(content.lines[next - 1] ?? "")) return line;
		line = next;
	}
}
/** Whether the line's last word is an operator; a mark that continues the line may stand behind it. */
function endsCommand(line) {
	let end = line.trimEnd();
	if (end.endsWith("\\") || end.endsWith("`")) end = end.slice(0, -1).trimEnd();
	return end.endsWith("&&") || end.endsWith("|") || end.endsWith(";");
}
function beginsCommand(line) {
	return /^\s*(?:&&|\||;)/.test(line);
}
/** As the shell and pip go on: a backslash as the very last character. */
function endsWithBackslash(line) {
	return line.endsWith("\\");
}

// packages/dockerfile/src/ignores/content-lines.ts
function contentLines(lines, isComment) {
	const before = new Uint32Array(lines.length + 2);
	const behind = new Uint32Array(lines.length + 2);
	const says = lines.map((line) => line.trim() !== "" && !isComment(line));
	for (let line = 1; line <= lines.length; line++) before[line + 1] = says[line - 1] ? line : before[line] ?? 0;
	for (let line = lines.length; line >= 1; line--) behind[line - 1] = says[line - 1] ? line : behind[line] ?? 0;
	return {
		lines,
		next: (line) => behind[line] || Number.POSITIVE_INFINITY,
		previous: (line) => before[line] ?? 0
	};
}

// packages/dockerfile/src/ignores/ignored-lines.ts
const wholeFile = {
	from: 1,
	to: Number.POSITIVE_INFINITY
};

// packages/dockerfile/src/ignores/dockerfile-comments.ts
const withShell = /* @__PURE__ */ new Set([
	"RUN",
	"CMD",
	"ENTRYPOINT",
	"HEALTHCHECK"
]);
/** Where comments of a Dockerfile count: above an instruction, between its lines, and in a heredoc that a shell runs. */
function dockerfileComments({ instructions, lines }) {
	const content = contentLines(lines, (line) => line.trimStart().startsWith("#"));
	const ends = /* @__PURE__ */ new Map();
	/** Several comments above one command look for its end once. */
	const commandEnd = (first, last, continues) => {
		const end = ends.get(first) ?? lastCommandLine(content, first, last, continues);
		ends.set(first, end);
		return end;
	};
	const stages = instructions.filter(({ keyword }) => keyword === "FROM");
	return ({ line, form }) => {
		const index = lastBefore(instructions, line + 1);
		const around = instructions[index];
		const inside = around !== void 0 && line <= around.endLine ? around : void 0;
		const heredoc = inside && heredocAt(inside, line);
		if (heredoc && !heredoc.isShell) return void 0;
		if (form === "file") {
			if (index < 0) return { lines: wholeFile };
			return {
				lines: void 0,
				misplaced: "it stands below the first instruction"
			};
		}
		const below = instructions[index + 1];
		if (form === "stage") {
			if (inside || below?.keyword !== "FROM") return {
				lines: void 0,
				misplaced: "the instruction below it is no FROM"
			};
			const next = stages[lastBefore(stages, below.startLine + 1) + 1];
			return { lines: {
				from: below.startLine,
				to: (next?.startLine ?? Number.POSITIVE_INFINITY) - 1
			} };
		}
		if (inside === void 0) return { lines: below && {
			from: below.startLine,
			to: below.endLine
		} };
		const first = content.next(line);
		const last = heredoc?.last ?? lastOwnLine(inside);
		if (first > last) return { lines: void 0 };
		if (heredoc) return { lines: {
			from: first,
			to: commandEnd(first, last, endsWithBackslash)
		} };
		return { lines: {
			from: first,
			to: beginsAt(inside, content, first) ? commandEnd(first, last, () => true) : first
		} };
	};
}
/** The index of the last instruction that begins before `line`; -1 where none does. */
function lastBefore(instructions, line) {
	let low = -1;
	let high = instructions.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((instructions[middle]?.startLine ?? 0) < line) low = middle;
		else high = middle - 1;
	}
	return low;
}
/** Whether a shell command begins on a line of an instruction. Other instructions than those of a shell have none. */
function beginsAt(instruction, content, line) {
	const { keyword, body } = instruction.trigger ?? instruction;
	if (!withShell.has(keyword)) return false;
	if (body.positionAt(0).line >= line) return true;
	const before = content.lines[content.previous(line) - 1] ?? "";
	return endsCommand(before) || beginsCommand(content.lines[line - 1] ?? "");
}
/** The heredoc that a line is part of, and its last line. */
function heredocAt(instruction, line) {
	const { keyword, body, heredocs } = instruction.trigger ?? instruction;
	let first = lastOwnLine(instruction) + 1;
	for (const heredoc of heredocs) {
		const last = first + lengthOf(heredoc) - 1;
		if (line >= first && line <= last) {
			const runs = body.text.startsWith("<<") || /^(?:\S*\/)?(?:ba|da|a|z|k)?sh\s/.test(body.text);
			return {
				isShell: keyword === "RUN" && runs,
				last
			};
		}
		first = last + 1;
	}
}
/** The last line of an instruction without its heredocs. */
function lastOwnLine(instruction) {
	const { heredocs } = instruction.trigger ?? instruction;
	return heredocs.reduce((line, heredoc) => line - lengthOf(heredoc), instruction.endLine);
}
const lengths = /* @__PURE__ */ new WeakMap();
/** The number of lines, the closing one included. */
function lengthOf(heredoc) {
	const known = lengths.get(heredoc);
	if (known !== void 0) return known;
	const length = heredoc.body.text.split("\n").length - (heredoc.terminated ? 0 : 1);
	lengths.set(heredoc, length);
	return length;
}

// packages/dockerfile/src/ignores/ignore-comment.ts
const opening = /(?:^|\s)(#\s*mia-ignore(?:-([\w-]*))?)(?![\w-])/i;
/** A reason is a sentence, not an essay; the rest of a longer one is left out where it is repeated. */
const maxReason = 1e3;
/** The comment that a line is, or, with `atEnd`, ends with. */
function readIgnoreComment(text, line, atEnd) {
	const match = opening.exec(text);
	if (match === null) return void 0;
	const head = match[1] ?? "";
	const start = match.index + match[0].length - head.length;
	const alone = text.slice(0, start).trim() === "";
	if (!alone && !atEnd) return void 0;
	const { names, list, rest } = readList(text, start + head.length);
	return {
		line,
		column: start + 1,
		endColumn: text.length + 1,
		alone,
		form: (match[2] ?? "").toLowerCase(),
		names,
		list,
		reason: /^\s*:/.test(rest) ? rest.slice(rest.indexOf(":") + 1).trim().slice(0, maxReason) : ""
	};
}
function readList(text, from) {
	const open = from + (text.slice(from).length - text.slice(from).trimStart().length);
	const close = text[open] === "[" ? text.indexOf("]", open) : -1;
	if (close < 0) return {
		names: [],
		list: void 0,
		rest: text.slice(from)
	};
	const names = [];
	let at = open + 1;
	for (const part of text.slice(open + 1, close).split(",")) {
		const name = part.trim();
		if (name !== "") names.push({
			text: name,
			column: at + part.indexOf(name) + 1
		});
		at += part.length + 1;
	}
	return {
		names,
		list: {
			column: open + 2,
			endColumn: close + 1
		},
		rest: text.slice(close + 1)
	};
}

// packages/dockerfile/src/ignores/line-comments.ts
/** Kinds in which a comment may stand behind something else on its line. */
function hasCommentsAtEnd(kind) {
	return kind === "requirements" || kind === "model";
}
/** Where comments of other files count: on the line above, and, where the format knows it, at the end of the line. */
function lineComments(lines, kind) {
	const isComment = (line) => (kind === "dockerignore" ? line : line.trimStart()).startsWith("#");
	const content = contentLines(lines, isComment);
	const ends = /* @__PURE__ */ new Map();
	const endOf = (first) => {
		const end = ends.get(first) ?? lastLine(first);
		ends.set(first, end);
		return end;
	};
	const lastLine = (first) => {
		if (kind === "script") return lastCommandLine(content, first, lines.length, endsWithBackslash);
		let line = first;
		if (kind === "requirements") while (line < lines.length && endsWithBackslash(lines[line - 1] ?? "")) line += 1;
		return line;
	};
	return ({ line, alone, column, form }) => {
		const text = lines[line - 1] ?? "";
		if (kind === "dockerignore" && column > 1) return void 0;
		if (kind === "model" && !alone && isQuoted(text.slice(0, column - 1))) return void 0;
		if (form === "file") {
			if (alone && content.previous(line) === 0) return { lines: wholeFile };
			return {
				lines: void 0,
				misplaced: "it stands below the first line with content"
			};
		}
		if (form === "stage") return {
			lines: void 0,
			misplaced: "only a Dockerfile has stages"
		};
		if (!alone) {
			let from = line;
			if (kind === "requirements") while (from > 1 && endsWithBackslash(lines[from - 2] ?? "")) from -= 1;
			return { lines: {
				from,
				to: line
			} };
		}
		const first = content.next(line);
		return { lines: first === Number.POSITIVE_INFINITY ? void 0 : {
			from: first,
			to: endOf(first)
		} };
	};
}
/** Whether a quote is open at the end of a piece of YAML: what follows is then part of a string. */
function isQuoted(text) {
	return text.split("\"").length % 2 === 0 || text.split("'").length % 2 === 0;
}

// packages/dockerfile/src/ignores/find-comments.ts
/** Ten times what any honest file has. */
const maxComments = 1e3;
const maxNames$2 = 2e3;
/** The ignore comments of a file with the lines each speaks of. */
function findComments(file) {
	if (!/mia-ignore/i.test(file.text)) return {
		comments: [],
		complete: true
	};
	const { kind } = file;
	const dockerfile = kind === "dockerfile" ? file.dockerfile ?? parseDockerfile(file.text) : void 0;
	const lines = dockerfile?.lines ?? editableFile(file).lines;
	const place = dockerfile ? dockerfileComments(dockerfile) : lineComments(lines, kind);
	const complete = dockerfile === void 0 || dockerfile.problems.length === 0;
	const comments = [];
	let names = 0;
	for (const [index, text] of lines.entries()) {
		const comment = readIgnoreComment(text, index + 1, hasCommentsAtEnd(kind));
		const placed = comment && place(comment);
		if (!placed) continue;
		names += comment.names.length;
		if (comments.length === maxComments || names > maxNames$2) return {
			comments,
			complete,
			unreadFrom: comment.line
		};
		comments.push({
			comment,
			...placed
		});
	}
	return {
		comments,
		complete
	};
}

// packages/dockerfile/src/ignores/judge-comment.ts
/** More suggestions help nobody, and each costs a look at every rule. */
const maxSuggestions$1 = 20;
function ignorableRules(known, enforced) {
	const ids = new Map(known.flatMap(({ id, code }) => [[id.toLowerCase(), id], [code.toLowerCase(), id]]));
	const suggested = /* @__PURE__ */ new Map();
	return {
		ids,
		enforced: new Set(enforced.map((name) => ids.get(name.toLowerCase()) ?? name)),
		suggest: (name) => {
			if (suggested.has(name)) return suggested.get(name);
			if (suggested.size === maxSuggestions$1 || name.length > 100) return void 0;
			const best = require_action_kit.closest(name, ids.keys());
			suggested.set(name, best && ids.get(best));
			return suggested.get(name);
		}
	};
}
/** What a comment may ignore, and what is wrong with it. A comment without a reason ignores nothing. */
function judgeComment(file, { comment, misplaced }, rules) {
	const findings = [];
	const ignoring = [];
	const report = (message, remedy, name, more = {}) => {
		findings.push(reasonFinding(message, remedy, placeOf$1(file, comment, name), more));
	};
	if (!(comment.form === "" || comment.form === "file" || comment.form === "stage")) {
		report(`there is no comment mia-ignore-${comment.form.slice(0, 40)}; this one ignores nothing`, "Write mia-ignore, mia-ignore-stage or mia-ignore-file.");
		return {
			ignoring,
			findings
		};
	}
	if (misplaced !== void 0) report(`this comment ignores nothing: ${misplaced}`, places[comment.form] ?? "");
	if (comment.names.length === 0) {
		report("this comment names no rule, so it ignores nothing", `Name the rules in brackets: # ${headOf(comment)}[rule]: reason.`);
		return {
			ignoring,
			findings
		};
	}
	const hasReason = comment.reason.replace(/\s+/g, "").length >= 3;
	if (!hasReason) {
		const names = comment.names.map(({ text }) => text).join(", ").slice(0, 200);
		report("this comment gives no reason, so it ignores nothing", `Say why it is right here: # ${headOf(comment)}[${names}]: reason.`);
	}
	for (const name of comment.names) {
		const id = rules.ids.get(name.text.toLowerCase());
		const shown = name.text.slice(0, 100);
		if (id === void 0) {
			const meant = rules.suggest(name.text);
			const hint = meant === void 0 ? "" : `; did you mean ${meant}?`;
			const remedy = "Name the rule by its id or its code, as the finding does.";
			const more = meant === void 0 ? {} : { fix: renaming(file, comment, name, meant) };
			report(`there is no rule ${shown}${hint}`, remedy, name, more);
		} else if (neverIgnored.has(id)) report(`${shown} cannot be ignored`, "Mend what it says, and take its name out of the comment.", name);
		else if (rules.enforced.has(id)) report(`the policy enforces ${shown}, so no comment can ignore it`, "Mend what it says; what the policy enforces is changed there.", name, { severity: "error" });
		else if (hasReason && misplaced === void 0) ignoring.push({
			name,
			id
		});
	}
	return {
		ignoring,
		findings
	};
}
const places = {
	file: "Put it above the first instruction, or use mia-ignore above the line in question.",
	stage: "Put it directly above the stage's FROM, or use mia-ignore above the instruction in question."
};
const headOf = ({ form }) => form === "" ? "mia-ignore" : `mia-ignore-${form}`;
/** A name of the list, or all of the comment. */
function placeOf$1(file, { line, column, endColumn }, name) {
	if (name === void 0) return {
		file,
		line,
		column,
		endLine: line,
		endColumn
	};
	return {
		file,
		line,
		column: name.column,
		endLine: line,
		endColumn: name.column + name.text.length
	};
}
function reasonFinding(message, remedy, location, more = {}) {
	const { id, code, severity, confidence } = ignoreHasAReason;
	return {
		rule: id,
		code,
		severity,
		confidence,
		message,
		remedy,
		locations: [location],
		...more
	};
}
function renaming(file, { line }, { text, column }, meant) {
	const edit = {
		file,
		line,
		column,
		endLine: line,
		endColumn: column + text.length,
		text: meant
	};
	return {
		title: `Write ${meant}`,
		safety: "unsafe",
		edits: [edit]
	};
}

// packages/dockerfile/src/ignores/unused-ignores.ts
/** That names of a comment ignore nothing, with a fix that takes them out: of the list, or all of the comment. */
function unusedFinding(file, textOfLine, comment, unused) {
	const { id, code, severity, confidence } = ignoreIsUsed;
	const all = unused.length === comment.names.length;
	const names = unused.map(({ text }) => text.slice(0, 100)).join(", ");
	const finds = unused.length === 1 ? "finds" : "find";
	return {
		rule: id,
		code,
		severity,
		confidence,
		message: `${names.slice(0, 1e3)} ${finds} nothing that this comment could ignore`,
		remedy: all ? "Remove the comment." : "Take what is not needed out of the list.",
		locations: [placeOf$1(file, comment, unused.length === 1 ? unused[0] : void 0)],
		fix: {
			title: all ? "Remove the comment" : "Shorten the list",
			safety: "safe",
			edits: [all ? withoutComment$1(file, textOfLine, comment) : withoutNames(file, comment, unused)]
		}
	};
}
function withoutComment$1(file, text, { line, column, endColumn, alone }) {
	if (alone) return removeLine({ path: file }, line);
	return {
		file,
		line,
		column: text.slice(0, column - 1).trimEnd().length + 1,
		endLine: line,
		endColumn,
		text: ""
	};
}
function withoutNames(file, { line, names, list }, unused) {
	const kept = names.filter((name) => !unused.includes(name));
	const { column, endColumn } = list ?? {
		column: 1,
		endColumn: 1
	};
	return {
		file,
		line,
		column,
		endLine: line,
		endColumn,
		text: kept.map(({ text }) => text).join(", ")
	};
}

// packages/dockerfile/src/ignores/apply-ignores.ts
/**
* Takes out the findings that a comment in a file ignores. A finding is ignored where its first location is, the place to
* change, and nowhere else: who looks at that place must see why it stays as it is.
*/
function applyIgnores(findings, files, { known, enforced = [], ran }) {
	const rules = ignorableRules(known, enforced);
	const read = /* @__PURE__ */ new Map();
	for (const file of files) if (!read.has(file.path)) read.set(file.path, readFile(file, rules));
	const kept = [];
	const suppressed = [];
	for (const finding of findings) {
		const place = finding.locations[0];
		const ignores = place && read.get(place.file)?.byRule.get(finding.rule);
		let first;
		for (const ignore of ignores ?? []) {
			if (place === void 0 || !ignore.lines) continue;
			if (place.line < ignore.lines.from || place.line > ignore.lines.to) continue;
			ignore.used = true;
			first ??= ignore;
		}
		if (first) suppressed.push({
			finding,
			reason: first.reason,
			location: first.location
		});
		else kept.push(finding);
	}
	const seen = ran && new Set(ran);
	const about = [...read.values()].flatMap((file) => [...file.findings, ...unusedOf(file, seen)]);
	return {
		findings: [...kept, ...about],
		suppressed
	};
}
function readFile(file, rules) {
	const { comments, complete, unreadFrom } = findComments(file);
	const found = {
		file,
		byRule: /* @__PURE__ */ new Map(),
		byComment: [],
		findings: [],
		complete
	};
	for (const placed of comments) {
		const { comment, lines } = placed;
		const { ignoring, findings } = judgeComment(file.path, placed, rules);
		found.findings.push(...findings);
		const location = placeOf$1(file.path, comment);
		const ignores = ignoring.map(({ name, id }) => {
			const ignore = {
				name,
				lines,
				reason: comment.reason,
				location,
				used: false
			};
			const others = found.byRule.get(id) ?? [];
			found.byRule.set(id, others);
			if (others.at(-1)?.location !== location) others.push(ignore);
			return {
				id,
				ignore
			};
		});
		found.byComment.push({
			comment,
			ignores
		});
	}
	if (unreadFrom !== void 0) found.findings.push(reasonFinding("there are too many mia-ignore comments in this file; from here on they are not read", "Ignore a rule for a whole stage or file, or leave it out in the policy.", {
		file: file.path,
		line: unreadFrom
	}));
	return found;
}
/** In a file that could not be read to its end, a rule may have found nothing because it never got there. */
function unusedOf({ file, byComment, complete }, ran) {
	if (!complete) return [];
	const unused = byComment.map(({ comment, ignores }) => ({
		comment,
		names: ignores.filter(({ id, ignore }) => !ignore.used && (ran?.has(id) ?? true)).map(({ ignore }) => ignore.name)
	})).filter(({ names }) => names.length > 0);
	if (unused.length === 0) return [];
	const { lines } = editableFile(file);
	return unused.map(({ comment, names }) => unusedFinding(file.path, lines[comment.line - 1] ?? "", comment, names));
}

// packages/dockerfile/src/pins/file-kind.ts
/** UTF-16 units that are looked at: the beginning tells what a file is. */
const maxLooked$2 = 65536;
const condaLine = /^[\w.-]+=[^=\s]+=[^=\s]*$/;
function fileKind(text) {
	const lines = text.slice(0, maxLooked$2).split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	const [first = "", second = ""] = lines;
	if (lines.slice(0, 20).includes("@EXPLICIT")) return "conda-explicit";
	if (/^Package\s+Version\b/.test(first) && /^-+\s+-+/.test(second)) return "pip-list";
	const keys = lines.filter((line) => /^(?:name|channels|dependencies|prefix):/.test(line));
	if (keys.some((line) => line.startsWith("dependencies:")) || keys.length > 1) return "conda-environment";
	if (/^\[{1,2}[\w.-]+\]{1,2}$/.test(first)) return "toml";
	const conda = lines.filter((line) => condaLine.test(line)).length;
	return conda > 0 && conda * 2 >= lines.length ? "conda-list" : "pip";
}

// packages/dockerfile/src/pins/package-url.ts
const vcsSchemes = new Set([
	"bzr ftp lp file http https ssh sftp",
	"git http https ssh git file",
	"hg file http https ssh static-http"
].concat("svn ssh http https svn file").flatMap((line) => line.split(" ").map((scheme, index, [tool]) => index === 0 ? "" : `${tool}+${scheme}`)).filter((scheme) => scheme !== ""));
/** Whether a text names a server, a repository or `file:`, as pip decides it. */
function isUrl(text) {
	const scheme = text.slice(0, Math.max(0, text.indexOf(":"))).toLowerCase();
	return /^(?:https?|file|ftp)$/.test(scheme) || vcsSchemes.has(scheme);
}
/** Which kind of place a URL names. */
function sourceOf$1(url) {
	const scheme = url.slice(0, Math.max(0, url.indexOf(":"))).toLowerCase();
	return scheme === "file" ? "file" : vcsSchemes.has(scheme) ? "vcs" : "url";
}

// packages/dockerfile/src/pins/python-space.ts
/** White space as Python strips it. To JavaScript a byte order mark is white space too; to pip it is a character no name has. */
const space = /[^\S\uFEFF]/;
/** Where the text begins behind its white space. */
function spaceBefore(text) {
	let at = 0;
	while (at < text.length && space.test(text[at])) at += 1;
	return at;
}
/** Where the text up to `end` ends before its white space. */
function spaceAfter(text, end = text.length) {
	let at = end;
	while (at > 0 && space.test(text[at - 1])) at -= 1;
	return at;
}

// packages/dockerfile/src/pins/container-path.ts
/** The longest path of Linux. */
const maxPath$1 = 4096;
/**
* A path in a container: absolute, or relative to a working folder that nobody knows (empty: that folder itself).
* `..` above the root stays at the root. Undefined where `..` leaves what is known, and for what is too long.
*/
function joinPath(folder, next) {
	const whole = next.startsWith("/") || folder === "" ? next : `${folder}/${next}`;
	if (whole.length > maxPath$1) return void 0;
	const absolute = whole.startsWith("/");
	const parts = [];
	for (const part of whole.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0 && !absolute) return void 0;
	}
	return (absolute ? "/" : "") + parts.join("/");
}
/** A path of the build context, relative to it: the builder lets none out of it. */
function contextPath(source) {
	return joinPath("/", `/${source}`)?.slice(1);
}
function folderOf$1(path) {
	const slash = path.lastIndexOf("/");
	return slash > 0 ? path.slice(0, slash) : slash === 0 ? "/" : "";
}
function nameOf$3(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** What is left of `path` inside `folder`; undefined where it is not in there. */
function inside(folder, path) {
	if (folder === "") return path.startsWith("/") || path === "" ? void 0 : path;
	const start = folder === "/" ? "/" : `${folder}/`;
	return path.startsWith(start) && path.length > start.length ? path.slice(start.length) : void 0;
}

// packages/dockerfile/src/pins/pep440.ts
const form = /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/i;
/** Longer ones are no versions, and matching them would take its time. */
const maxVersion = 256;
const preKinds = {
	a: "a",
	alpha: "a",
	b: "b",
	beta: "b"
};
/** The version; undefined for what is none, and for numbers beyond 15 digits, which could not be compared exactly. */
function parseVersion(text) {
	const plain = text.trim();
	const match = plain.length > maxVersion || /\d{16}/.test(plain) ? null : form.exec(plain);
	if (match === null) return void 0;
	const [, epoch, release = "", kind, pre, implicit, post, postNumber, dev, devNumber, local] = match;
	return {
		epoch: Number(epoch ?? 0),
		release: release.split(".").map(Number),
		pre: kind === void 0 ? void 0 : {
			kind: preKinds[kind.toLowerCase()] ?? "rc",
			number: Number(pre)
		},
		post: implicit !== void 0 ? Number(implicit) : post === void 0 ? void 0 : Number(postNumber),
		dev: dev === void 0 ? void 0 : Number(devNumber),
		local: (local ?? "").toLowerCase().split(/[-_.]/).filter((part) => part !== "").map((part) => /^\d+$/.test(part) ? Number(part) : part)
	};
}
/** One spelling for a version: `1.0-RC1` and `v1.0rc01` are `1.0rc1`. Trailing zeros stay. */
function formatVersion(version) {
	const { local } = version;
	return publicText(version) + (local.length > 0 ? `+${local.join(".")}` : "");
}
function publicText({ epoch, release, pre, post, dev }) {
	return [
		epoch > 0 ? `${epoch}!` : "",
		release.join("."),
		pre ? `${pre.kind}${pre.number}` : "",
		post === void 0 ? "" : `.post${post}`,
		dev === void 0 ? "" : `.dev${dev}`
	].join("");
}
/** Negative where `a` is older than `b`, zero where they are one version. `1.0.dev1 < 1.0a1 < 1.0 < 1.0+x < 1.0.post1`. */
function compareVersions$1(a, b) {
	return comparePublic(a, b) || compareLocal(a.local, b.local);
}
/** The order without what follows the plus. */
function comparePublic(a, b) {
	return a.epoch - b.epoch || compareRelease(a.release, b.release) || order(preRank(a), preRank(b)) || (a.pre?.number ?? 0) - (b.pre?.number ?? 0) || order(a.post ?? -1, b.post ?? -1) || order(a.dev ?? Number.POSITIVE_INFINITY, b.dev ?? Number.POSITIVE_INFINITY);
}
function compareRelease(a, b) {
	for (let index = 0; index < Math.max(a.length, b.length); index++) {
		const difference = (a[index] ?? 0) - (b[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
/** A development release of nothing else comes first; a version without `a`, `b` or `rc` comes behind those. */
function preRank({ pre, post, dev }) {
	if (pre) return pre.kind === "a" ? 1 : pre.kind === "b" ? 2 : 3;
	return post === void 0 && dev !== void 0 ? 0 : 4;
}
function order(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function compareLocal(a, b) {
	for (let index = 0; index < Math.max(a.length, b.length); index++) {
		const [left, right] = [a[index], b[index]];
		if (left === void 0 || right === void 0) return left === void 0 ? -1 : 1;
		if (left === right) continue;
		if (typeof left === typeof right) return left < right ? -1 : 1;
		return typeof left === "number" ? 1 : -1;
	}
	return 0;
}

// packages/dockerfile/src/pins/specifiers.ts
/**
* Whether a version that is already there fulfils every condition, as PEP 440 compares: `1.9.1` does not fulfil
* `==1.9.1+cu111`, `1.9.1+cu111` does fulfil `==1.9.1`. Pre-releases count, as they do for what is installed.
* Undefined where a text is no version and nothing else decides.
*/
function satisfies(version, clauses) {
	const parsed = parseVersion(version);
	let unknown = false;
	for (const clause of clauses) {
		const holds = fulfils(version, parsed, clause);
		if (holds === false) return false;
		if (holds === void 0) unknown = true;
	}
	return unknown ? void 0 : true;
}
/** The one version that a requirement allows, apart from local labels: of `==1.9.1` and `===1.9.1`; undefined for ranges. */
function exactVersion(clauses) {
	return clauses.find(({ operator, version }) => (operator === "==" || operator === "===") && !/[*$`]/.test(version))?.version;
}
/** Whether packaging takes it: an operator with a version that this operator may have. */
function isSpecifier({ operator, version }) {
	if (operator === "===") return version !== "" && !/[\s;)]/.test(version);
	if (version.endsWith(".*")) return /^[!=]=$/.test(operator) && /^v?(?:\d+!)?\d+(?:\.\d+)*\.\*$/i.test(version);
	if (/^\d{1,9}(?:\.\d{1,9}){0,5}$/.test(version)) return /^(?:[=!]=|<=?|>=?)$/.test(operator) || operator === "~=" && version.includes(".");
	const parsed = parseVersion(version);
	if (parsed === void 0) return false;
	if (operator === "==" || operator === "!=") return true;
	if (operator === "~=" && parsed.release.length < 2) return false;
	return parsed.local.length === 0 && /^(?:~=|<=?|>=?)$/.test(operator);
}
function fulfils(text, version, clause) {
	const { operator } = clause;
	if (operator === "===") {
		const wanted = clause.version.toLowerCase();
		return (version ? formatVersion(version) : text.toLowerCase()) === wanted;
	}
	if (version === void 0) return void 0;
	if (operator === "=") return withPrefix(version, clause.version.replace(/\.?\*$/, ""));
	if (!isSpecifier(clause)) return void 0;
	if (clause.version.endsWith(".*")) {
		const holds = withPrefix(version, clause.version.slice(0, -2));
		return holds === void 0 ? void 0 : holds === (operator === "==");
	}
	const wanted = parseVersion(clause.version);
	return wanted && compared(version, operator, wanted);
}
function compared(version, operator, wanted) {
	switch (operator) {
		case "==": return isSame$2(version, wanted);
		case "!=": return !isSame$2(version, wanted);
		case "<=": return comparePublic(version, wanted) <= 0;
		case ">=": return comparePublic(version, wanted) >= 0;
		case "<": return compareVersions$1(version, wanted) < 0 && !isPreOf(version, wanted);
		case ">": return comparePublic(version, wanted) > 0 && !isPostOf(version, wanted);
		case "~=": return comparePublic(version, wanted) >= 0 && withPrefix(version, parent(wanted));
		default: return;
	}
}
function isSame$2(version, wanted) {
	return (wanted.local.length > 0 ? compareVersions$1 : comparePublic)(version, wanted) === 0;
}
/** 1.0rc1 is not below 1.0, nor 1.0.post1.dev1 below 1.0.post1, unless a pre-release was asked about. */
function isPreOf(version, wanted) {
	if (wanted.pre || wanted.dev !== void 0 || !sameBase(version, wanted)) return false;
	if (wanted.post === void 0) return version.pre !== void 0 || version.dev !== void 0;
	return version.pre === void 0 && version.post === wanted.post && version.dev !== void 0;
}
/** 1.0.post1 is not above 1.0, unless a post-release was asked about. */
function isPostOf(version, wanted) {
	const { pre } = version;
	if (version.post === void 0 || wanted.post !== void 0 || wanted.dev !== void 0) return false;
	return sameBase(version, wanted) && pre?.kind === wanted.pre?.kind && pre?.number === wanted.pre?.number;
}
function sameBase(a, b) {
	return a.epoch === b.epoch && compareRelease(a.release, b.release) === 0;
}
/** `~=1.4.5` goes on with every 1.4. */
function parent({ epoch, release }) {
	return `${epoch}!${release.slice(0, -1).join(".")}`;
}
/** Whether it begins as `prefix` does, part by part: 1.10 does not begin with 1.1. */
function withPrefix(version, prefix) {
	const wanted = parseVersion(prefix);
	if (wanted === void 0) return void 0;
	const padded = [...version.release];
	while (padded.length < wanted.release.length) padded.push(0);
	const have = parts({
		...version,
		release: padded
	});
	return parts(wanted).every((part, index) => have[index] === part);
}
function parts({ epoch, release, pre, post, dev }) {
	return [
		epoch,
		...release,
		...pre ? [`${pre.kind}${pre.number}`] : [],
		...post === void 0 ? [] : [`post${post}`],
		...dev === void 0 ? [] : [`dev${dev}`]
	];
}

// packages/dockerfile/src/pins/read-specifiers.ts
const operatorForm = /(?:===|==|~=|!=|<=|>=|<|>)/y;
const versionForm = /[^\s,;)]*/y;
/** The versions behind a name and its extras, from `from` on, with or without brackets around them. */
function readSpecifiers(body, from, begin, places, known) {
	const read = [];
	let next = from;
	const bracket = body[next] === "(";
	if (bracket) next = skip(body, next + 1);
	const stop = bracket && body.endsWith(")") ? body.length - 1 : body.length;
	if (next >= stop) return bracket && stop === body.length ? unclosed(body, from, begin) : { read };
	for (;;) {
		operatorForm.lastIndex = next;
		const operator = operatorForm.exec(body)?.[0];
		if (operator === void 0) return noOperator(body, next, begin);
		const start = skip(body, next + operator.length);
		versionForm.lastIndex = start;
		const version = versionForm.exec(body)?.[0] ?? "";
		const end = start + version.length;
		if (version === "") return refuse("version", `a version is missing behind ${operator}`, begin + next, begin + end);
		const legacy = !isSpecifier({
			operator,
			version
		});
		if ((version.endsWith("]") || legacy && /^(?:~=|===)$/.test(operator)) && known) return refuse("version", `${operator} cannot stand before ${version.slice(0, 80)}`, begin + next, begin + end);
		const position = places.positionAt(begin + next);
		const versionPosition = places.positionAt(begin + start);
		read.push({
			operator,
			version,
			legacy,
			position,
			versionPosition,
			end: places.endAt(begin + end)
		});
		next = skip(body, end);
		if (next >= stop) break;
		if (body[next] !== ",") return noOperator(body, next, begin);
		next = skip(body, next + 1);
		if (next >= stop) break;
	}
	return bracket && stop === body.length ? unclosed(body, from, begin) : { read };
}
function noOperator(body, next, begin) {
	const single = body[next] === "=";
	return refuse("operator", single ? "`=` is no operator of pip: `==` is" : "neither a version nor the end of the requirement follows", begin + next, begin + (single ? next + 1 : body.length));
}
function unclosed(body, from, begin) {
	return refuse("version", "the bracket is not closed", begin + from, begin + body.length);
}
function refuse(kind, message, start, end) {
	return { refusal: {
		kind,
		message,
		start,
		end
	} };
}
/** Where spaces and tabs end. */
function skip(text, from) {
	let at = from;
	while (text[at] === " " || text[at] === "	") at += 1;
	return at;
}

// packages/dockerfile/src/pins/named-requirement.ts
const nameForm = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9_])?/;
/** `name[extra]==1.0` and `name @ url`. `begin`: where the body stands in `places`; `rest`: what is known of it already. */
function readNamed(body, begin, places, rest) {
	const name = nameForm.exec(body)?.[0];
	if (name === void 0) return refuse("name", "no package name stands here", begin, begin + body.length);
	let next = skip(body, name.length);
	let extras = [];
	if (body[next] === "[") {
		const close = body.indexOf("]", next);
		const inside = body.slice(next + 1, Math.max(next + 1, close)).trim();
		extras = inside === "" ? [] : inside.split(",").map((extra) => extra.trim());
		if (close < 0 || extras.some((extra) => nameForm.exec(extra)?.[0] !== extra)) return refuse("extras", "its extras are not closed or not names", begin + next, begin + body.length);
		next = skip(body, close + 1);
	}
	const named = {
		...rest,
		name,
		extras,
		nameEnd: places.endAt(begin + name.length)
	};
	if (body[next] === "@") {
		const start = skip(body, next + 1);
		const url = body.slice(start);
		if (rest.known && !/^(?:(?:[a-z]+\+)?file:|[a-z][a-z0-9+.-]*:\/\/[^/ \t])[^ \t]*$/i.test(url)) return refuse("url", "one URL must stand behind the @", begin + start, begin + body.length);
		return { requirement: {
			...named,
			source: sourceOf$1(url),
			url
		} };
	}
	const specifiers = readSpecifiers(body, next, begin, places, rest.known);
	if ("refusal" in specifiers) return specifiers;
	return { requirement: {
		...named,
		source: "index",
		specifiers: specifiers.read
	} };
}

// packages/dockerfile/src/pins/marker-tokens.ts
const tokens = /\s*(?:('[^']*'|"[^"]*")|([()])|(===|==|~=|!=|<=|>=|<|>)|([A-Za-z_][\w.]*))/y;
/** Parts of one condition; no honest marker comes near. */
const maxTokens = 1e3;
/** The parts of a condition; undefined where a character belongs to none. */
function tokenize(text) {
	const found = [];
	const end = text.trimEnd().length;
	tokens.lastIndex = 0;
	for (let at = 0; at < end; at = tokens.lastIndex) {
		tokens.lastIndex = at;
		const match = tokens.exec(text);
		if (match === null || found.length >= maxTokens) return void 0;
		const [, string, bracket, operator, word = ""] = match;
		if (string !== void 0) found.push({
			text: string.slice(1, -1),
			kind: "string"
		});
		else if (bracket !== void 0) found.push({
			text: bracket,
			kind: "bracket"
		});
		else if (operator !== void 0) found.push({
			text: operator,
			kind: "operator"
		});
		else found.push({
			text: word,
			kind: "word"
		});
	}
	return found;
}

// packages/dockerfile/src/pins/parse-marker.ts
const aliases$1 = {
	"os.name": "os_name",
	"platform.machine": "platform_machine",
	"platform.python_implementation": "platform_python_implementation",
	"platform.version": "platform_version",
	python_implementation: "platform_python_implementation",
	"sys.platform": "sys_platform"
};
const variables$1 = /* @__PURE__ */ new Set([
	...Object.values(aliases$1),
	"extra",
	"implementation_name",
	"implementation_version",
	"platform_release",
	"platform_system",
	"python_full_version",
	"python_version"
]);
/** Conditions within conditions; no honest marker comes near. */
const maxDepth$3 = 50;
/** A frozen file has the same few conditions on hundreds of lines. */
const parsed = /* @__PURE__ */ new Map();
const maxParsed$1 = 1e3;
/** The condition behind `;` (PEP 508); undefined for what pip refuses. */
function parseMarker(text) {
	if (parsed.has(text)) return parsed.get(text);
	const marker = readMarker(text);
	if (parsed.size < maxParsed$1 && text.length < 200) parsed.set(text, marker);
	return marker;
}
function readMarker(text) {
	const read = tokenize(text);
	if (read === void 0) return void 0;
	const parser = new MarkerParser(read);
	const marker = parser.alternatives(0);
	return parser.isAtEnd() ? marker : void 0;
}
var MarkerParser = class {
	tokens;
	at = 0;
	constructor(tokens) {
		this.tokens = tokens;
	}
	isAtEnd() {
		return this.at === this.tokens.length;
	}
	alternatives(depth) {
		return this.joined("or", () => this.joined("and", () => this.atom(depth)));
	}
	joined(kind, next) {
		const parts = [];
		do {
			const part = next();
			if (part === void 0) return void 0;
			parts.push(part);
		} while (this.take("word", kind));
		return parts.length === 1 ? parts[0] : {
			kind,
			parts
		};
	}
	atom(depth) {
		if (!this.take("bracket", "(")) return this.comparison();
		const inner = depth < maxDepth$3 ? this.alternatives(depth + 1) : void 0;
		return inner && this.take("bracket", ")") ? inner : void 0;
	}
	comparison() {
		const left = this.operand();
		const operator = left && this.operator();
		const right = operator && this.operand();
		if (!left || !operator || !right) return void 0;
		return {
			kind: "compare",
			left,
			operator,
			right
		};
	}
	operand() {
		const token = this.tokens[this.at++];
		if (token?.kind === "string") return {
			name: void 0,
			value: token.text
		};
		const name = token?.kind === "word" ? aliases$1[token.text] ?? token.text : "";
		return variables$1.has(name) ? {
			name,
			value: ""
		} : void 0;
	}
	operator() {
		const token = this.tokens[this.at++];
		if (token?.kind === "operator") return token.text;
		if (token?.kind !== "word") return void 0;
		if (token.text === "in") return "in";
		return token.text === "not" && this.take("word", "in") ? "not in" : void 0;
	}
	take(kind, text) {
		const token = this.tokens[this.at];
		if (token?.kind !== kind || token.text !== text) return false;
		this.at += 1;
		return true;
	}
};

// packages/dockerfile/src/pins/wheel-requirement.ts
const wheelName = /^([^\s-]+?)-([^\s-]*?)(?:-\d[^-]*?)?-[^\s-]+?-[^\s-]+?-[^\s-]+?\.whl$/;
/** A wheel's file name tells name and version; pip refuses one that does not. */
function readWheel(file, begin, length, rest) {
	const match = wheelName.exec(file.length > 500 ? "" : decoded(file));
	if (!rest.known || /^[^\s]*[*?][^\s]*$/.test(file)) return { requirement: rest };
	if (match === null) return refuse("wheel", "a wheel is named name-version-python-abi-platform.whl", begin, begin + length);
	const version = (match[2] ?? "").replace(/_/g, "-");
	const { position, end } = rest;
	const specifier = {
		operator: "==",
		version,
		legacy: false,
		position,
		versionPosition: position,
		end
	};
	return { requirement: {
		...rest,
		name: match[1] ?? "",
		specifiers: version === "" ? [] : [specifier]
	} };
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// packages/dockerfile/src/pins/url-requirement.ts
/** A bare URL, whose name stands behind `egg=` or is that of a wheel, or nobody knows it. */
function readUrl(body, begin, rest) {
	const source = sourceOf$1(body);
	const egg = /[#&]egg=([^&]*)/.exec(body)?.[1];
	const requirement = {
		...rest,
		source,
		url: body
	};
	const file = nameOf$3(body.split(/[?#]/, 1)[0] ?? "");
	if (/\.whl$/i.test(file)) return readWheel(file, begin, body.length, requirement);
	if (!egg || !rest.known) return { requirement };
	const at = () => rest.position;
	const named = readNamed(egg, 0, {
		text: egg,
		positionAt: at,
		endAt: at
	}, rest);
	if ("refusal" in named) return refuse("url", "no package name stands behind egg=", begin + body.lastIndexOf(egg), begin + body.length);
	const { name, extras, specifiers } = named.requirement;
	return { requirement: {
		...requirement,
		name,
		extras,
		specifiers
	} };
}

// packages/dockerfile/src/pins/read-requirement.ts
const archive = /\.(?:zip|whl|tar|tgz|tbz|txz|tlz|tar\.(?:bz2|gz|xz|lz|lzma))$/i;
/**
* Reads one requirement as pip reads the part of a line before its options, and one word of its command line:
* `name[extra]==1.0; marker`, `name @ url`, a URL or a path. Whether a path is there, nobody looks. `known`: no variable stands in
* it; `exact`: the places are those of its characters.
*/
function readRequirement(places, known = true, exact = true) {
	const { text } = places;
	const begin = spaceBefore(text);
	const url = isUrl(text.slice(begin));
	const semicolon = text.indexOf(url ? "; " : ";");
	const stop = semicolon < 0 ? text.length : semicolon;
	const markerText = semicolon < 0 ? "" : text.slice(semicolon + 1).trim();
	const marker = markerText === "" ? void 0 : markerText;
	const body = text.slice(begin, spaceAfter(text, stop));
	const end = places.endAt(marker === void 0 ? begin + body.length : text.trimEnd().length);
	const rest = {
		extras: [],
		specifiers: [],
		url: void 0,
		path: void 0,
		editable: false,
		hashes: [],
		marker,
		known,
		exact,
		position: places.positionAt(begin),
		end
	};
	if (marker !== void 0 && known && parseMarker(marker) === void 0) return refuse("marker", "its condition is none that pip can read", semicolon + 1, text.trimEnd().length);
	if (url) return readUrl(body, begin, {
		...rest,
		name: "",
		source: "url",
		nameEnd: rest.position
	});
	const bare = body.endsWith("]") ? body.replace(/\[[^\][]*\]$/, "") : body;
	const [left = ""] = body.split("@", 1);
	const path = {
		...rest,
		name: "",
		source: "path",
		path: bare,
		nameEnd: rest.position
	};
	if (archive.test(bare) && (left === body || isPath(left))) {
		if (!/\.whl$/i.test(bare)) return { requirement: path };
		return readWheel(nameOf$3(bare), begin, body.length, path);
	}
	const named = readNamed(body, begin, places, rest);
	return "refusal" in named && named.refusal.kind !== "url" && isPath(body) && !/^[\w.+-]+:\/\//.test(body) ? { requirement: path } : named;
}
/** What is no requirement by its first characters alone: pip looks for a folder or an archive there. */
function isPath(text) {
	return text.includes("/") || text.startsWith(".");
}

// packages/dockerfile/src/pins/requirement.ts
/** Package names are compared without case, and `-`, `_` and `.` are the same (PEP 503). */
function normalName(name) {
	return name.toLowerCase().replace(/[-_.]+/g, "-");
}

// packages/dockerfile/src/pins/requirement-lines.ts
/** UTF-16 units of one line, and of one with all that `\\` joins to it: a package may have a hundred hashes. */
const maxLine$1 = 4096;
const maxJoined = 65536;
/** What Python takes for the end of a line besides the line feed, which editors do not count. */
const otherEnds = /[\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
const comment = /^[^\S\uFEFF]*#/;
/** A line that stands in the file as it is. */
var WholeLine = class WholeLine {
	text;
	line;
	column;
	constructor(text, line, column) {
		this.text = text;
		this.line = line;
		this.column = column;
	}
	positionAt(offset) {
		return {
			line: this.line,
			column: this.column + offset
		};
	}
	endAt(offset) {
		return this.positionAt(offset);
	}
	slice(from, to = this.text.length) {
		return new WholeLine(this.text.slice(from, to), this.line, this.column + from);
	}
};
/** Nearly every line of a frozen file. A version that ends like an archive would be one. */
const plainLine = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9_])?)==(\d+(?:\.\d+)*(?:(?:a|b|rc)\d+)?(?:\.post\d+)?(?:\+[a-z0-9]+)?)$/;
/** Lines joined at `\\`, without comments and empty lines, as pip joins them. `linesBefore` are above the text. */
function* logicalLines(text, linesBefore, report) {
	const joiner = new LineJoiner(report);
	let line = linesBefore;
	for (let from = 0; from < text.length;) {
		const feed = text.indexOf("\n", from);
		const end = feed < 0 ? text.length : feed;
		line += 1;
		const raw = text.slice(from, feed > from && text[feed - 1] === "\r" ? feed - 1 : end);
		from = end + 1;
		if (joiner.isEmpty() && raw.length <= maxLine$1) {
			if (raw === "") continue;
			const plain = plainLine.exec(raw);
			if (plain) {
				yield {
					name: plain[1],
					version: plain[2],
					line
				};
				continue;
			}
		}
		if (!otherEnds.test(raw)) {
			const joined = joiner.add(raw, {
				line,
				column: 1
			});
			if (joined) yield joined;
			continue;
		}
		let column = 1;
		for (const part of raw.split(otherEnds)) {
			const joined = joiner.add(part, {
				line,
				column
			});
			if (joined) yield joined;
			column += part.length + 1;
		}
	}
	const last = joiner.take();
	if (last) yield last;
}
/** Collects what belongs to one line. */
var LineJoiner = class {
	report;
	parts = [];
	length = 0;
	refused = false;
	constructor(report) {
		this.report = report;
	}
	isEmpty() {
		return this.parts.length === 0;
	}
	/** The joined line, where this part ends one that says something. */
	add(raw, at) {
		const isComment = comment.test(raw);
		const continues = !isComment && raw.endsWith("\\");
		this.length += raw.length;
		if (!this.refused && !isComment && (raw.length > maxLine$1 || this.length > maxJoined)) {
			this.refused = true;
			this.report({
				position: at,
				...tooLong(raw.length > maxLine$1)
			});
		}
		if (!this.refused || this.parts.length === 0) {
			const part = {
				text: isComment ? " #" : raw,
				at
			};
			this.parts.push(continues && !this.refused ? withoutBackslashes(part) : part);
		}
		return continues ? void 0 : this.take();
	}
	take() {
		const { parts, refused } = this;
		this.parts = [];
		this.length = 0;
		this.refused = false;
		return refused || parts.length === 0 ? void 0 : withoutComment(parts);
	}
};
/** Both ends of a continued line lose their backslashes. */
function withoutBackslashes({ text, at }) {
	let from = 0;
	let to = text.length;
	while (text[from] === "\\") from += 1;
	while (to > from && text[to - 1] === "\\") to -= 1;
	return {
		text: text.slice(from, to),
		at: {
			line: at.line,
			column: at.column + from
		}
	};
}
function tooLong(alone) {
	return {
		message: `this line cannot be checked: it is longer than ${(alone ? maxLine$1 : maxJoined) / 1024} KiB${alone ? "" : " with those joined to it"}`,
		remedy: "Write one requirement a line; long lists of hashes go on behind a backslash."
	};
}
function withoutComment(parts) {
	const [only] = parts;
	const joined = only && parts.length === 1 ? new WholeLine(only.text, only.at.line, only.at.column) : SpannedText.join(parts);
	const hash = joined.text.includes("#") ? joined.text.search(/(?:^|[^\S\uFEFF])#/) : -1;
	const to = spaceAfter(joined.text, hash < 0 ? void 0 : hash);
	const from = Math.min(to, spaceBefore(joined.text));
	return from < to ? joined.slice(from, to) : void 0;
}

// packages/dockerfile/src/pins/requirement-options.ts
/** What pip takes in a requirements file. `true`: with a value. Source: pip's documentation of the requirements file format. */
const takesValue = {
	"--config-setting": true,
	"--config-settings": true,
	"--constraint": true,
	"--editable": true,
	"--extra-index-url": true,
	"--find-links": true,
	"--global-option": true,
	"--hash": true,
	"--index-url": true,
	"--no-binary": true,
	"--no-index": false,
	"--only-binary": true,
	"--pre": false,
	"--prefer-binary": false,
	"--pypi-url": true,
	"--require-hashes": false,
	"--requirement": true,
	"--trusted-host": true,
	"--use-feature": true
};
/** Older pips took these too; whether this image's pip does, nobody here knows. */
const onceTaken = {
	"--allow-all-external": false,
	"--allow-external": true,
	"--allow-unverified": true,
	"--always-unzip": false,
	"--install-option": true,
	"--process-dependency-links": false,
	"--use-wheel": false,
	"--no-use-wheel": false
};
const shortNames = {
	"-C": "--config-settings",
	"-Z": "--always-unzip",
	"-c": "--constraint",
	"-e": "--editable",
	"-f": "--find-links",
	"-i": "--index-url",
	"-r": "--requirement"
};
/** Options of one requirement; pip ignores all others on its line. */
const ofOneRequirement = /* @__PURE__ */ new Set([
	"--hash",
	"--global-option",
	"--config-settings",
	"--config-setting",
	"--install-option"
]);
/** pip puts variables in where they are written like this, and leaves them alone where they are not set. */
function hasVariable$1(text) {
	return text.includes("${") && /\$\{[A-Z0-9_]+\}/.test(text);
}
/** Reads the options of one line, from `from` on, as pip does: the words of a shell, then each option by its name or a beginning of it. */
function readOptions(line, from) {
	const words = shellWords(line.text, from);
	if ("problem" in words) return words;
	const { tokens } = words;
	const options = [];
	const add = (name, value, word) => {
		const known = !hasVariable$1(value);
		options.push({
			name,
			value,
			known,
			position: line.positionAt(word.start),
			end: line.endAt(word.end)
		});
	};
	for (let index = 0; index < tokens.length; index++) {
		const word = tokens[index];
		if (word.value === "--") break;
		const written = splitOption(word.value);
		if (written === void 0) continue;
		const name = longName(written.name);
		if (typeof name !== "string") return problem(word, name.message);
		if (!(takesValue[name] ?? onceTaken[name])) {
			if (written.value !== void 0) return problem(word, `${name} takes no value`);
			add(name, "", word);
			continue;
		}
		const next = tokens[index + 1];
		if (written.value === void 0 && next === void 0) return problem(word, `${name} needs a value`);
		const value = written.value ?? next?.value ?? "";
		if (written.value === void 0) index += 1;
		const wrong = wrongValue(name, value);
		if (wrong !== void 0) return problem(word, wrong);
		add(name === "--pypi-url" ? "--index-url" : name, value, written.value === void 0 && next ? next : word);
	}
	return { options };
}
function splitOption(word) {
	if (word.startsWith("--")) {
		const equals = word.indexOf("=");
		return equals < 0 ? {
			name: word,
			value: void 0
		} : {
			name: word.slice(0, equals),
			value: word.slice(equals + 1)
		};
	}
	if (!word.startsWith("-") || word === "-") return void 0;
	return {
		name: word.slice(0, 2),
		value: word.length > 2 ? word.slice(2) : void 0
	};
}
function longName(written) {
	if (!written.startsWith("--")) return shortNames[written] ?? { message: `pip knows no option ${written} in a requirements file` };
	if (Object.hasOwn(takesValue, written) || Object.hasOwn(onceTaken, written)) return written;
	const matches = Object.keys(takesValue).filter((name) => name.startsWith(written));
	if (matches.length === 1) return matches[0];
	if (matches.every((name) => name.startsWith("--config-setting")) && matches.length > 0) return matches[0];
	const shown = written.slice(0, 80);
	return { message: matches.length === 0 ? `pip knows no option ${shown} in a requirements file` : `${shown} may be any of ${matches.join(", ")}` };
}
function wrongValue(name, value) {
	if (value.includes("${")) return void 0;
	if (name === "--hash" && !/^(?:sha256|sha384|sha512):/.test(value)) return "--hash takes sha256:, sha384: or sha512: with the digest behind it";
	if (/^--config-settings?$/.test(name) && !value.includes("=")) return `${name} takes NAME=VALUE`;
	if (/^--(?:no|only)-binary$/.test(name) && value.startsWith("-")) return `${name} needs a value`;
}
/** Splits as a POSIX shell does: quotes and backslashes, nothing else. */
function shellWords(text, from) {
	const tokens = [];
	let at = from;
	while (at < text.length) {
		if (/[ \t\r\n]/.test(text[at])) {
			at += 1;
			continue;
		}
		const start = at;
		let value = "";
		let quote = "";
		for (; at < text.length; at++) {
			const character = text[at];
			if (quote === "" && /[ \t\r\n]/.test(character)) break;
			if (character === quote) quote = "";
			else if (quote === "" && (character === "'" || character === "\"")) quote = character;
			else if (character === "\\" && quote !== "'") {
				const next = text[at + 1];
				if (next === void 0) return { problem: {
					message: "nothing follows the backslash",
					start: at,
					end: at + 1
				} };
				value += quote === "\"" && next !== "\"" && next !== "\\" ? `\\${next}` : next;
				at += 1;
			} else value += character;
		}
		if (quote !== "") return { problem: {
			message: "a quote is not closed",
			start,
			end: text.length
		} };
		tokens.push({
			value,
			start,
			end: at
		});
	}
	return { tokens };
}
function problem({ start, end }, message) {
	return { problem: {
		message,
		start,
		end
	} };
}

// packages/dockerfile/src/pins/requirements.ts
const maxProblems = 100;
/**
* Reads a requirements file as pip does. Lines that pip would refuse are problems; nothing is followed. `linesBefore`: of a
* text that stands inside another file, the lines above it.
*/
function parseRequirements(path, text, linesBefore = 0) {
	const source = plainText(text);
	const file = {
		path,
		kind: fileKind(source),
		unread: [],
		requirements: [],
		options: [],
		ignored: [],
		problems: []
	};
	for (const line of logicalLines(source, linesBefore, (unread) => file.unread.push(unread))) if ("text" in line) readLine(line, file);
	else file.requirements.push(plainRequirement(line));
	return file;
}
/**
* Without a byte order mark. PowerShell's `>` writes UTF-16, which pip reads; read as UTF-8 it is two replacement
* characters and a zero behind each letter.
*/
function plainText(text) {
	if (text.startsWith("��") && text.includes("\0")) return text.slice(2).replaceAll("\0", "");
	return text.startsWith("﻿") ? text.slice(1) : text;
}
function plainRequirement({ name, version, line }) {
	const nameEnd = {
		line,
		column: name.length + 1
	};
	const versionPosition = {
		line,
		column: name.length + 3
	};
	const end = {
		line,
		column: name.length + 3 + version.length
	};
	return {
		name,
		extras: [],
		specifiers: [{
			operator: "==",
			version,
			legacy: false,
			position: nameEnd,
			versionPosition,
			end
		}],
		source: "index",
		url: void 0,
		path: void 0,
		marker: void 0,
		editable: false,
		hashes: [],
		known: true,
		exact: true,
		position: {
			line,
			column: 1
		},
		nameEnd,
		end
	};
}
const noOptions = { options: [] };
function readLine(line, file) {
	const split = optionsStart(line.text);
	const read = split < line.text.length ? readOptions(line, split) : noOptions;
	if ("problem" in read) {
		const { message, start, end } = read.problem;
		addProblem(file, {
			kind: "option",
			message,
			position: line.positionAt(start),
			end: line.endAt(end)
		}, line);
		return;
	}
	const { options } = read;
	const written = line.slice(0, spaceAfter(line.text, split));
	if (written.text === "") {
		readOptionLine(options, file);
		return;
	}
	const reading = readRequirement(written, !hasVariable$1(written.text));
	for (const option of options) if (!ofOneRequirement.has(option.name)) file.ignored.push(option);
	if ("refusal" in reading) {
		const { kind, message, start, end } = reading.refusal;
		addProblem(file, {
			kind,
			message,
			position: written.positionAt(start),
			end: written.endAt(end)
		}, line);
		return;
	}
	const hashes = options.filter(({ name }) => name === "--hash").map(({ value }) => value);
	file.requirements.push(hashes.length > 0 ? {
		...reading.requirement,
		hashes
	} : reading.requirement);
}
/** pip splits at single spaces and takes for options what begins with a dash, from there to the end. */
function optionsStart(text) {
	if (text.startsWith("-")) return 0;
	const at = text.indexOf(" -");
	return at < 0 ? text.length : at + 1;
}
/** What counts of a line of options: one editable, or one file, or else all but further find-links and earlier indexes. */
function readOptionLine(options, file) {
	const first = (name) => options.find((option) => option.name === name);
	const editable = first("--editable");
	const only = editable ?? first("--requirement") ?? first("--constraint");
	const links = first("--find-links");
	const index = options.findLast(({ name }) => name === "--index-url");
	for (const option of options) {
		const { name } = option;
		if (!(only ? option === only : (name !== "--find-links" || option === links) && (name !== "--index-url" || option === index))) file.ignored.push(option);
		else if (option === editable) addEditable(option, file);
		else if (!ofOneRequirement.has(name)) file.options.push(option);
	}
}
function addEditable(option, file) {
	const requirement = readEditable(option);
	const { position, end } = option;
	if (requirement.source !== "url" || !option.known) file.requirements.push(requirement);
	else if (file.problems.length < maxProblems) file.problems.push({
		kind: "url",
		message: "only a folder or a repository can be editable",
		position,
		end
	});
}
/** `-e path`, `-e git+https://...#egg=name`. */
function readEditable({ value, position, end, known }) {
	const exact = end.line === position.line && end.column - position.column === value.length;
	const at = (offset) => ({
		line: position.line,
		column: position.column + offset
	});
	const endAt = (offset) => offset === value.length ? end : at(offset);
	const places = {
		text: value,
		positionAt: exact ? at : () => position,
		endAt: exact ? endAt : () => end
	};
	const reading = isUrl(value) || /^[\w.-]+(?:\[[^\]]*\])?\s*@/.test(value) ? readRequirement(places, known, exact) : void 0;
	if (reading && "requirement" in reading) return {
		...reading.requirement,
		editable: true,
		known
	};
	return {
		name: "",
		extras: [],
		specifiers: [],
		url: void 0,
		marker: void 0,
		hashes: [],
		source: "path",
		path: value.replace(/\[[^\][]*\]$/, ""),
		editable: true,
		known,
		exact,
		position,
		nameEnd: position,
		end
	};
}
function addProblem(file, problem, { text }) {
	if (file.problems.length < maxProblems && !hasVariable$1(text)) file.problems.push(problem);
}

// packages/dockerfile/src/policy/built-in.ts
/** Nothing beyond what is true of every image. */
const none = {
	name: "none",
	targets: [],
	requireDigest: false,
	allowSshPort: true,
	rules: {
		"git-is-pinned": "warning",
		"dockerignore-has-no-trailing-comment": "warning"
	},
	enforced: []
};
/** What RunPod's pods need of an image, and what every image of this repository promises. */
const runpod = {
	...none,
	name: "runpod",
	rules: {},
	user: {
		name: "runpod",
		uid: 1e3
	},
	targets: ["dev"],
	appFolder: "/app",
	mmcvIndex: "cu111/torch1.9",
	configFolders: ["/app"]
};
/** The policies that can be named. */
const policies = new Map([none, runpod].map((one) => [one.name, one]));

// packages/dockerfile/src/shell/command-reading.ts
/** UTF-16 units of a script beyond which it is not looked into: hostile nesting costs the square of its length. */
const maxScript = 65536;
/** UTF-16 units that variables may add to the words of all commands of a file together. */
const maxAdded = 1048576;
/** UTF-16 units of all scripts of a file together, each as often as it is parsed: once for every level of substitutions. */
const maxParsed = 4194304;
/** Commands of a file together; the longest honest file has two thousand. */
const maxCommands = 1e5;
function newReading(report) {
	return {
		report,
		commandsLeft: maxCommands,
		left: maxAdded,
		parseLeft: maxParsed,
		malformedLeft: maxScript
	};
}

// packages/dockerfile/src/shell/base64.ts
/** UTF-16 units; what is longer is no script that somebody wrote down by hand. */
const maxEncoded = 65536;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** The text behind base64; undefined where it is none, too long, or no ASCII text. */
function decodeBase64(encoded) {
	if (encoded.length > maxEncoded) return void 0;
	const digits = encoded.replace(/\s+/g, "").replace(/=+$/, "");
	let text = "";
	let bits = 0;
	let width = 0;
	for (const digit of digits) {
		const value = alphabet.indexOf(digit);
		if (value < 0) return void 0;
		bits = bits << 6 | value;
		width += 6;
		if (width < 8) continue;
		width -= 8;
		const code = bits >> width & 255;
		if (code > 126 || code < 32 && code !== 9 && code !== 10 && code !== 13) return void 0;
		text += String.fromCharCode(code);
		bits &= (1 << width) - 1;
	}
	return text;
}

// packages/dockerfile/src/shell/shell-command.ts
/** The value with the places of its characters; undefined where it does not stand in the file as it is. */
function placedValue({ content, text, value, position, end }) {
	if (content?.text === value) return content.isExact ? content : void 0;
	return text === value && end?.line === position.line && end.column - position.column === value.length ? SpannedText.join([{
		text: value,
		at: position
	}]) : void 0;
}
/** The words behind the name that are no options. Options with a separate value must be named. */
function operands({ words }, withValue = []) {
	const found = [];
	for (let index = 1; index < words.length; index++) {
		const word = words[index];
		if (word.value === "--") return [...found, ...words.slice(index + 1)];
		if (withValue.includes(word.value)) index += 1;
		else if (!word.value.startsWith("-") || word.value === "-") found.push(word);
	}
	return found;
}
/** The value of an option in any spelling: `-u 1000`, `-u1000`, `--uid 1000`, `--uid=1000`. */
function optionValue({ words }, names) {
	for (const [index, word] of words.entries()) for (const name of names) {
		if (word.value === name) return words[index + 1];
		const joined = name.startsWith("--") ? `${name}=` : name;
		if (index > 0 && word.value.startsWith(joined) && !(joined === name && word.value.startsWith("--"))) return {
			...word,
			value: word.value.slice(joined.length)
		};
	}
}

// packages/dockerfile/src/shell/unwrap.ts
/** Programs that run the command behind them. */
const wrappers = {
	command: {},
	doas: { valued: ["-u", "-C"] },
	"dumb-init": { valued: ["-r", "--rewrite"] },
	env: { valued: [
		"-u",
		"-C",
		"--unset",
		"--chdir"
	] },
	exec: { valued: ["-a"] },
	gosu: { skips: 1 },
	ionice: { valued: ["-c", "-n"] },
	nice: { valued: ["-n"] },
	nohup: {},
	runuser: { valued: ["-u", "-g"] },
	stdbuf: { valued: [
		"-i",
		"-o",
		"-e"
	] },
	"su-exec": { skips: 1 },
	sudo: { valued: [
		"-u",
		"-g",
		"-h",
		"-p",
		"-C",
		"-D",
		"-r",
		"-t",
		"--user",
		"--group",
		"--host",
		"--chdir"
	] },
	time: {},
	timeout: {
		valued: [
			"-k",
			"-s",
			"--kill-after",
			"--signal"
		],
		skips: 1
	},
	tini: { valued: ["-p", "-e"] },
	xargs: { valued: [
		"-I",
		"-n",
		"-P",
		"-L",
		"-d",
		"-a"
	] }
};
/** Shells that may read a script from their standard input. */
const shells = /(?:^|\/)(?:ba|da|a|k|z)?sh$/;
/** Takes wrappers off a command, and finds the script in `bash -c script` and `su -c script`. */
function unwrap(words) {
	let rest = words;
	let takesInput = false;
	const via = [];
	for (let name = nameOf$2(rest); name !== void 0 && Object.hasOwn(wrappers, name); name = nameOf$2(rest)) {
		const { valued = [], skips = 0 } = wrappers[name] ?? {};
		let left = skips;
		let at = 1;
		for (; at < rest.length; at++) {
			const { value } = rest[at];
			if (valued.includes(value)) at += 1;
			else if (!value.startsWith("-") && !/^\w+=/.test(value) && left-- <= 0) break;
		}
		if (at >= rest.length) break;
		rest = rest.slice(at);
		via.push(name);
		if (name === "xargs") takesInput = true;
	}
	return {
		words: rest,
		script: scriptOf(rest),
		takesInput,
		via
	};
}
function nameOf$2(words) {
	return words[0]?.known ? words[0].value.split("/").at(-1) : void 0;
}
function scriptOf(words) {
	const name = words[0]?.value ?? "";
	if (name === "eval") return joinWords(words.slice(1));
	if (!shells.test(name) && nameOf$2(words) !== "su") return void 0;
	const isSu = nameOf$2(words) === "su";
	for (let at = 1; at < words.length; at++) {
		const value = words[at]?.value ?? "";
		if (/^-[a-z]*c$/.test(value) || isSu && value === "--command") return words[at + 1];
		if (/^[-+]o$|^[-+]O$/.test(value)) at += 1;
		else if (!isSu && !/^[-+]/.test(value)) return void 0;
	}
}
/** `eval a b` runs "a b". */
function joinWords(words) {
	const [first] = words;
	if (first === void 0 || words.length === 1) return first;
	const { position } = first;
	return {
		text: words.map((word) => word.text).join(" "),
		value: words.map(({ value }) => value).join(" "),
		known: words.every(({ known }) => known),
		position,
		end: void 0
	};
}

// packages/dockerfile/src/shell/input.ts
/** The texts a command gets on its standard input, as far as the script shows them: heredocs, `<<<`, echo and cat. */
function inputTexts(input) {
	let at = input;
	while (at.pipedFrom && passesOn.has(at.pipedFrom.name) && textsOf(at).length === 0) at = at.pipedFrom;
	const given = textsOf(at);
	const { pipedFrom } = at;
	if (given.length > 0 || pipedFrom === void 0) return given;
	if (pipedFrom.name === "base64") return decodedBy(pipedFrom);
	if (pipedFrom.name === "printf") return operands(pipedFrom).map(withLines);
	if (pipedFrom.name !== "echo") return [];
	const words = pipedFrom.words.slice(1).filter(({ value }) => !/^-[neE]+$/.test(value));
	const [first] = words;
	if (first === void 0) return [];
	if (words.length === 1) return [withLines(first)];
	return [{
		...withLines(first),
		value: words.map(({ value }) => value).join(" ")
	}];
}
/** `echo ... | base64 -d`: a script hidden like this is a script all the same. */
function decodedBy(command) {
	if (!command.words.some(({ value }) => /^(?:-d|-D|-di|--decode)$/.test(value))) return [];
	return inputTexts(command).flatMap(({ content, ...word }) => {
		const value = word.known ? decodeBase64(word.value) : void 0;
		return value === void 0 ? [] : {
			...word,
			value,
			end: void 0
		};
	});
}
const passesOn = /* @__PURE__ */ new Set(["cat", "tee"]);
function textsOf({ redirects }) {
	return redirects.filter(({ operator }) => operator === "<<" || operator === "<<<").map(({ target }) => target);
}
/** printf, and the echo of sh, write `\\n` as the end of a line. */
function withLines(word) {
	if (!word.value.includes("\\n")) return word;
	const { content, ...rest } = word;
	return {
		...rest,
		value: word.value.replaceAll("\\n", "\n")
	};
}
/** The scripts that a shell reads from its standard input: `bash <<EOF`, `echo ... | sh -s`. */
function scriptsRead(command) {
	return readsInput$1(command) ? inputTexts(command) : [];
}
function readsInput$1(command) {
	const { name, words } = command;
	if (name === "su") return true;
	if (name === "." || name === "source") return words[1]?.value === "/dev/stdin";
	if (!shells.test(name)) return false;
	const [file] = operands(command, [
		"-o",
		"+o",
		"-O",
		"+O",
		"--rcfile",
		"--init-file"
	]);
	return words.some(({ value }) => /^-[a-z]*s$/.test(value)) || file === void 0 || file.value === "-" || file.value === "/dev/stdin";
}
/** What xargs makes of its input: words behind those it was given. */
function inputWords(input) {
	return inputTexts(input).flatMap((text) => text.value.split(/\s+/).filter((value) => value !== "").map((value) => ({
		text: value,
		value,
		known: text.known,
		position: text.position,
		end: void 0
	})));
}

// packages/dockerfile/src/shell/nesting.ts
/**
* How deep brackets stand within each other in a script, at most. Quotes are not looked at: a bracket too many makes the
* answer larger, and it serves as a limit only.
*/
function bracketDepth(script) {
	let depth = 0;
	let deepest = 0;
	for (let at = 0; at < script.length; at++) {
		const code = script.charCodeAt(at);
		if (code === 40 || code === 123) {
			depth += 1;
			if (depth > deepest) deepest = depth;
		} else if ((code === 41 || code === 125) && depth > 0) depth -= 1;
	}
	return deepest;
}

// packages/dockerfile/src/shell/unread-script.ts
/** Says once of an instruction, or of a script that came with COPY, that not all of it was read. */
var UnreadScript = class {
	step;
	reading;
	file;
	reported = false;
	constructor(step, reading, file) {
		this.step = step;
		this.reading = reading;
		this.file = file;
	}
	/** What stands there may be anything. */
	leaveOut(position, why) {
		if (this.reported) return void 0;
		this.reported = true;
		const { keyword } = this.step.instruction;
		const [what, elsewhere] = this.file === void 0 ? [keyword, ", or move it into a script of its own"] : ["script", ""];
		this.reading.report({
			position,
			message: `this ${what} cannot be checked: ${why}`,
			remedy: `Split the ${what} into shorter and simpler ones${elsewhere}.`,
			...this.file === void 0 ? {} : { file: this.file }
		});
	}
};
/** Without what the parser met there: it may be a password, and a finding goes where the Dockerfile does not. */
function malformed({ message }) {
	return `the shell could not read it (${message.startsWith("unexpected token") ? "unexpected token" : message.slice(0, 100)})`;
}

// packages/dockerfile/src/stages/value-pattern.ts
/** Reads a pattern; a sentence where the builder refuses it. Only `*`, `?` and the backslash itself may be escaped, and `}` and `/`. */
function globPattern(written) {
	const characters = [...written];
	const steps = [];
	for (let at = 0; at < characters.length; at++) {
		const character = characters[at];
		if (character === "*") {
			if (steps.at(-1)?.kind !== "many") steps.push({ kind: "many" });
		} else if (character === "?") steps.push({ kind: "one" });
		else if (character === "\\") {
			at += 1;
			const escaped = characters[at];
			if (escaped === void 0 || !"*?\\}/".includes(escaped)) return `its pattern has a backslash before ${escaped ?? "its end"}`;
			steps.push({
				kind: "literal",
				character: escaped
			});
		} else steps.push({
			kind: "literal",
			character
		});
	}
	return steps;
}
function withoutPrefix(value, pattern, longest) {
	const characters = [...value];
	const end = matchEnds(characters, pattern, longest)[0] ?? -1;
	return end < 0 ? value : characters.slice(end).join("");
}
/** Value and pattern are turned round: what is shortest from the end is then what is shortest from the beginning. */
function withoutSuffix(value, pattern, longest) {
	const characters = [...value].reverse();
	const end = matchEnds(characters, pattern.toReversed(), longest)[0] ?? -1;
	return end < 0 ? value : characters.slice(end).reverse().join("");
}
/** Undefined where the result gets longer than `maxLength`. */
function replaceMatches(value, pattern, replacement, every, maxLength) {
	const characters = [...value];
	const ends = matchEnds(characters, pattern, true);
	const out = [];
	let length = 0;
	let lastEnd = -1;
	let at = 0;
	let done = false;
	while (at <= characters.length) {
		const end = done ? -1 : ends[at] ?? -1;
		if (end > at || end === at && at !== lastEnd) {
			const text = every ? fillIn(replacement, characters.slice(at, end).join("")) : replacement;
			out.push(text);
			length += text.length;
			lastEnd = end;
			done = !every;
		}
		if (end > at) at = end;
		else {
			out.push(characters[at] ?? "");
			length += 1;
			at += 1;
		}
		if (length > maxLength) return void 0;
	}
	return out.join("");
}
/** Where every match is replaced, the builder reads `$0` and `${0}` in the replacement as the match, other names as nothing. */
function fillIn(replacement, match) {
	if (!replacement.includes("$")) return replacement;
	return replacement.replace(/\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu, (all, braced, plain) => {
		if (all === "$$") return "$";
		return (braced ?? plain) === "0" ? match : "";
	});
}
/**
* For every place of the value where a match of the pattern ends that begins there, the longest or the shortest; -1 for
* none. Filled from the last step to the first, so that no pattern costs more than the product of both lengths.
*/
function matchEnds(value, pattern, longest) {
	const size = value.length + 1;
	let ends = Int32Array.from({ length: size }, (_, index) => index);
	for (const step of pattern.toReversed()) {
		const before = new Int32Array(size).fill(-1);
		for (let at = value.length; at >= 0; at--) {
			const character = value[at];
			const isPlain = character !== void 0 && character !== "\n";
			if (step.kind === "many") {
				const now = ends[at];
				const later = isPlain ? before[at + 1] : -1;
				before[at] = longest ? later >= 0 ? later : now : now >= 0 ? now : later;
			} else if (step.kind === "one" ? isPlain : character === step.character) before[at] = ends[at + 1];
		}
		ends = before;
	}
	return ends;
}

// packages/dockerfile/src/stages/expanded-values.ts
/** Longer patterns and values are left alone: matching them could take for ever. */
const maxPattern = 200;
const maxEdited = 4096;
/** What the variables of one text become, which of them nobody knows, and why reading ended early. */
var ExpandedValues = class {
	unknown = [];
	stop;
	lookup;
	budget;
	maxLength;
	constructor(lookup, { budget, maxLength }) {
		this.lookup = lookup;
		this.budget = budget;
		this.maxLength = maxLength;
	}
	/** Of `$x` and `${x}`. */
	plain(name) {
		const value = this.lookup(name);
		if (value === void 0) return this.missing(name);
		this.budget.left -= 1 + (value?.length ?? 0) / 16;
		return value ?? "";
	}
	/** `-`, `+` and `?`. */
	chosen(name, operator, emptyIsUnset, operand, unknownBefore) {
		const value = this.lookup(name);
		if (value === void 0) return operator === "-" ? operand : this.missing(name);
		const isSet = value !== null && (!emptyIsUnset || value !== "");
		if (operator === "+" ? isSet : operator === "-" && !isSet) return operand;
		this.unknown.length = unknownBefore;
		if (operator === "+") return "";
		if (operator === "?" && !isSet) return this.end("refused", `${name.slice(0, 80)} must be set`);
		return value ?? "";
	}
	/** `#` and `%`, once or twice. */
	trimmed(name, operator, operand) {
		const longest = operand.startsWith(operator);
		const pattern = globPattern(longest ? operand.slice(1) : operand);
		if (typeof pattern === "string") return this.end("refused", pattern);
		const value = this.editable(name, operand);
		if (value === void 0 || this.stop) return "";
		return operator === "#" ? withoutPrefix(value, pattern, longest) : withoutSuffix(value, pattern, longest);
	}
	/** `/` and `//`. */
	replaced(name, written, replacement, every) {
		const pattern = globPattern(written);
		if (typeof pattern === "string") return this.end("refused", pattern);
		const value = this.editable(name, written);
		if (value === void 0 || this.stop) return "";
		return replaceMatches(value, pattern, replacement, every, this.maxLength) ?? this.end("too-long", "the text gets too long");
	}
	/** The first reason stands. */
	end(kind, why) {
		this.stop ??= {
			kind,
			why
		};
		return "";
	}
	/** The value of a variable that a pattern is about to change. */
	editable(name, pattern) {
		const value = this.lookup(name);
		if (value === void 0) {
			this.missing(name);
			return;
		}
		this.budget.left -= (value?.length ?? 0) * (pattern.length + 1);
		if (!(pattern.length > maxPattern || (value?.length ?? 0) > maxEdited || this.budget.left < 0)) return value ?? "";
		this.end("limit", "matching its pattern takes too long");
	}
	missing(name) {
		this.unknown.push(name);
		return "";
	}
};

// packages/dockerfile/src/stages/variable-name.ts
const special = /* @__PURE__ */ new Set("@*#?-$!0");
/** The name at a place: letters, digits and `_`; only digits where the first is one; or one special character. */
function variableNameAt(source, start) {
	const first = source[start] ?? "";
	const kind = /\p{Nd}/u.test(first) ? /\p{Nd}*/uy : /[\p{L}\p{Nd}_]*/uy;
	if (kind.source !== "\\p{Nd}*" && special.has(first)) return first;
	kind.lastIndex = start;
	return kind.exec(source)?.[0] ?? "";
}

// packages/dockerfile/src/stages/expansion-reader.ts
/** Nesting of `${x:-${y:-...}}` that is followed; no honest file comes near. */
const maxDepth$2 = 20;
/**
* One pass over a text with variables. Both sides of `${x:-y}` are read whatever x holds, because the builder stops at a
* mistake in either. Behaviour tried against BuildKit, see test/engine/agreement.
*/
var ExpansionReader = class {
	source;
	values;
	escapeMark;
	maxLength;
	/** In the body of a heredoc quotes are characters like others. */
	keepsQuotes;
	at = 0;
	depth = 0;
	constructor(source, values, { escapeMark, maxLength, keepsQuotes }) {
		this.source = source;
		this.values = values;
		this.escapeMark = escapeMark;
		this.maxLength = maxLength;
		this.keepsQuotes = keepsQuotes;
	}
	readAll() {
		return this.readUntil("", false);
	}
	/** Reads to the character `end` outside quotes and passes it; to the end of the text where `end` is empty. */
	readUntil(end, keepsEscapes) {
		let out = "";
		while (this.at < this.source.length && this.values.stop === void 0) {
			const character = this.source[this.at];
			if (character === end) {
				this.at += 1;
				return out;
			}
			out += this.readOne(character, keepsEscapes);
			if (out.length > this.maxLength) this.values.end("too-long", "the text gets too long");
		}
		if (end !== "") this.values.end("refused", `there is no ${end} where one must follow`);
		return out;
	}
	readOne(character, keepsEscapes) {
		if (character === "$") return this.readVariable();
		if (character === "'" && !this.keepsQuotes) return this.readSingleQuoted();
		if (character === "\"" && !this.keepsQuotes) return this.readDoubleQuoted(keepsEscapes);
		this.at += 1;
		if (character !== this.escapeMark) return character;
		const escaped = this.source[this.at] ?? "";
		this.at += 1;
		return keepsEscapes ? character + escaped : escaped;
	}
	readSingleQuoted() {
		const close = this.source.indexOf("'", this.at + 1);
		if (close < 0) return this.values.end("refused", "a single quote is never closed");
		const text = this.source.slice(this.at + 1, close);
		this.at = close + 1;
		return text;
	}
	readDoubleQuoted(keepsEscapes) {
		let out = "";
		this.at += 1;
		while (this.at < this.source.length && this.values.stop === void 0) {
			const character = this.source[this.at];
			if (character === "\"") {
				this.at += 1;
				return out;
			}
			if (character === "$") {
				out += this.readVariable();
				if (out.length > this.maxLength) this.values.end("too-long", "the text gets too long");
				continue;
			}
			this.at += 1;
			if (character !== this.escapeMark) {
				out += character;
				continue;
			}
			const next = this.source[this.at] ?? "";
			const hides = next === "\"" || next === "$" || next === this.escapeMark;
			if (keepsEscapes || !hides && next !== "") out += character;
			if (!hides) continue;
			out += next;
			this.at += 1;
		}
		return this.values.end("refused", "a double quote is never closed");
	}
	readVariable() {
		this.at += 1;
		if (this.source[this.at] !== "{") {
			const name = this.readName();
			return name === "" ? "$" : this.values.plain(name);
		}
		this.at += 1;
		if (this.depth >= maxDepth$2) return this.values.end("limit", "variables are nested too deeply");
		this.depth += 1;
		const value = this.readBraced();
		this.depth -= 1;
		return value;
	}
	/** What stands behind `${`. */
	readBraced() {
		const first = this.source[this.at];
		if (first === void 0) return this.values.end("refused", "there is no } behind ${");
		if (first === "{" || first === "}" || first === ":") return this.values.end("refused", `\${${first} begins no variable`);
		const name = this.readName();
		let operator = this.source[this.at] ?? "";
		this.at += 1;
		if (operator === "}") return this.values.plain(name);
		if (operator === "/") return this.readReplacement(name);
		const emptyIsUnset = operator === ":";
		if (emptyIsUnset) {
			operator = this.source[this.at] ?? "";
			this.at += 1;
		}
		const edits = operator === "#" || operator === "%";
		const isKnown = edits || operator === "-" || operator === "+" || operator === "?";
		if (operator === "") return this.values.end("refused", `there is no } behind \${${name.slice(0, 40)}`);
		if (!isKnown || edits && emptyIsUnset) return this.values.end("refused", `\${ } knows no ${emptyIsUnset ? ":" : ""}${operator}`);
		const before = this.values.unknown.length;
		const operand = this.readUntil("}", edits);
		if (this.values.stop) return "";
		return edits ? this.values.trimmed(name, operator, operand) : this.values.chosen(name, operator, emptyIsUnset, operand, before);
	}
	readReplacement(name) {
		const every = this.source[this.at] === "/";
		if (every) this.at += 1;
		const written = this.readUntil("/", true);
		const replacement = this.values.stop ? "" : this.readUntil("}", true);
		if (this.values.stop) return "";
		return this.values.replaced(name, written, replacement, every);
	}
	readName() {
		const name = variableNameAt(this.source, this.at);
		this.at += name.length;
		return name;
	}
};

// packages/dockerfile/src/stages/expand.ts
/** UTF-16 units of an expanded text. Thirty variables that each hold the one before twice need a gigabyte. */
const maxExpanded = 65536;
/** Steps of matching that one text may take, or all texts that share a budget: a fraction of a second. */
const maxWork = 2e7;
function expansionBudget() {
	return { left: maxWork };
}
/**
* Expands `$x`, `${x}` and the forms with `:-`, `:+`, `:?`, `#`, `%` and `/`, and takes quotes away, as the builder does for
* FROM, ENV, USER and the like. A variable that is not set is the empty text, as there.
*/
function expand(text, lookup, escapeMark = "\\", budget = expansionBudget()) {
	return expanded(text, lookup, {
		escapeMark,
		budget,
		keepsQuotes: false
	});
}
/** The body of a heredoc of COPY or ADD whose name is not quoted: quotes stay, and `\\` escapes whatever the file says. */
function expandHeredoc(body, lookup, budget = expansionBudget()) {
	return expanded(body, lookup, {
		escapeMark: "\\",
		budget,
		keepsQuotes: true
	});
}
function expanded(text, lookup, settings) {
	const maxLength = Math.max(maxExpanded, text.length);
	const values = new ExpandedValues(lookup, {
		...settings,
		maxLength
	});
	const value = new ExpansionReader(text, values, {
		...settings,
		maxLength
	}).readAll();
	const { unknown, stop } = values;
	if (stop === void 0) return {
		value,
		unknown,
		tooLong: false
	};
	if (stop.kind === "too-long") return {
		value: "",
		unknown: [...unknown, "a value without end"],
		tooLong: true
	};
	const nothing = {
		value: "",
		unknown: [text.slice(0, 40)],
		tooLong: false
	};
	return stop.kind === "refused" ? {
		...nothing,
		refused: stop.why
	} : nothing;
}

// packages/dockerfile/src/shell/shell-value.ts
/** UTF-16 units of a word with its variables put in. */
const maxValue = 65536;
/** What a word becomes, as far as it is known before the script runs. */
function wordValue(word, variables) {
	if (word.parts === void 0) return {
		value: word.value,
		known: true,
		tooLong: false
	};
	return joined(word.parts, variables);
}
function joined(parts, lookup) {
	let value = "";
	let known = true;
	for (const part of parts) {
		const read = partValue(part, lookup);
		value += read.value;
		known &&= read.known;
		if (read.tooLong || value.length > 65536) return {
			value: value.slice(0, maxValue),
			known: false,
			tooLong: true
		};
	}
	return {
		value,
		known,
		tooLong: false
	};
}
function partValue(part, lookup) {
	const tooLong = false;
	switch (part.type) {
		case "Literal":
		case "SingleQuoted":
		case "AnsiCQuoted": return {
			value: part.value,
			known: true,
			tooLong
		};
		case "DoubleQuoted":
		case "LocaleString": return joined(part.parts, lookup);
		case "Glob": return {
			value: part.text,
			known: true,
			tooLong
		};
		case "SimpleExpansion":
		case "ParameterExpansion": {
			const read = expand(part.text, lookup);
			const known = read.unknown.length === 0;
			return {
				value: known ? read.value : part.text,
				known,
				tooLong: read.tooLong
			};
		}
		default: return {
			value: part.text,
			known: false,
			tooLong
		};
	}
}

// packages/dockerfile/src/shell/word-reader.ts
/** Reads words with the variables that the script has set until then. */
var WordReader = class {
	reading;
	unread;
	assigned = /* @__PURE__ */ new Map();
	variables;
	constructor(step, reading, unread) {
		this.reading = reading;
		this.unread = unread;
		this.variables = (name) => this.assigned.has(name) ? this.assigned.get(name) : step.variables(name) ?? void 0;
	}
	read(word, source) {
		const position = source.positionAt(word.pos);
		const end = source.isExact ? source.endAt(word.end) : void 0;
		const read = {
			text: word.text,
			position,
			end,
			...this.valueOf(word, position)
		};
		return /^["']/.test(word.text) && word.text.slice(1, -1) === read.value ? {
			...read,
			content: source.slice(word.pos + 1, word.end - 1)
		} : read;
	}
	/** One redirection, or none where it has no target. */
	redirect(redirect, source) {
		const { operator } = redirect;
		if (redirect.type !== "HereDoc") return redirect.target ? [{
			operator,
			target: this.read(redirect.target, source)
		}] : [];
		const { text, pos } = redirect.body;
		const known = redirect.delimiter?.quoted === true || !/[$`]/.test(text);
		const isInPlace = source.text.startsWith(text, pos);
		const end = isInPlace && source.isExact ? source.endAt(pos + text.length) : void 0;
		const target = {
			text,
			value: text,
			known,
			position: source.positionAt(pos),
			end
		};
		if (isInPlace) target.content = source.slice(pos, pos + text.length);
		return [{
			operator: "<<",
			target
		}];
	}
	/** Keeps what the command sets. `position`: where to say that a value gets too long. */
	keepAssignments(node, position) {
		const alone = node.name === void 0;
		const exported = /^(?:export|readonly|local|declare|typeset)$/.test(node.name?.value ?? "");
		for (const part of [...alone ? node.prefix : [], ...exported ? node.args : []]) {
			if (part.type !== "Assignment") continue;
			const plain = part.value.type === "Word" && !part.append && !part.index;
			const word = part.value;
			const read = plain ? this.valueOf(word, position) : void 0;
			this.assigned.set(part.name, read?.known ? read.value : void 0);
		}
	}
	/** From here on nobody knows what the variable holds. */
	forget(name) {
		this.assigned.set(name, void 0);
	}
	valueOf(word, position) {
		if (word.type === "Assignment") {
			if (word.value.type !== "Word") return {
				value: word.text,
				known: false
			};
			const read = this.valueOf(word.value, position);
			return {
				...read,
				value: word.text.slice(0, word.value.pos - word.pos) + read.value
			};
		}
		const read = wordValue(word, this.variables);
		const added = read.value.length - word.text.length;
		if (added > 0) this.reading.left -= added;
		if (this.reading.left >= 0 && !read.tooLong) return read;
		this.unread.leaveOut(position, `with its variables put in, a word or all of them get too long (${maxValue / 1024} KiB)`);
		return {
			value: word.text,
			known: false
		};
	}
};

// packages/dockerfile/src/shell/command-reader.ts
/** Follows a script, and the scripts inside it, to its simple commands. */
var CommandReader = class {
	commands = [];
	step;
	reading;
	file;
	unread;
	words;
	/** What is around the command that is read now. */
	via = [];
	conditional = false;
	outputs = [];
	constructor(step, reading, file) {
		this.step = step;
		this.reading = reading;
		this.file = file;
		this.unread = new UnreadScript(step, reading, file);
		this.words = new WordReader(step, reading, this.unread);
	}
	/** Gives the last command of the script. `depth`: how many scripts it stands in. */
	readScript(source, depth) {
		if (source.text.length > 65536) return this.unread.leaveOut(source.positionAt(0), `its script is longer than ${maxScript / 1024} KiB`);
		this.reading.parseLeft -= source.text.length * (1 + bracketDepth(source.text));
		if (this.reading.parseLeft < 0) return this.unread.leaveOut(source.positionAt(0), "the scripts of this file are too long, or too deeply nested");
		try {
			const script = require_unbash.parse(source.text);
			const [error] = script.errors ?? [];
			if (error) {
				this.unread.leaveOut(source.positionAt(error.pos), malformed(error));
				this.reading.malformedLeft -= source.text.length;
				if (this.reading.malformedLeft < 0) return void 0;
			}
			return this.visit(script, source, depth, void 0);
		} catch (error) {
			if (error instanceof RangeError) return this.unread.leaveOut(source.positionAt(0), "it is nested too deeply");
			throw error;
		}
	}
	/** Gives the last command inside the node: its output is what a pipe behind the node reads. */
	visit(node, source, depth, pipedFrom) {
		if (node.type === "Command") return this.readCommand(node, source, depth, pipedFrom);
		if (node.type === "Script" && node.source !== void 0 && node.source !== source.text) {
			const inner = SpannedText.join([{
				text: node.source,
				at: source.positionAt(0)
			}], false);
			return this.visit({
				...node,
				source: node.source
			}, inner, depth, void 0);
		}
		const error = node.type === "Script" && "errors" in node ? node.errors?.[0] : void 0;
		if (error) this.unread.leaveOut(source.positionAt(error.pos), malformed(error));
		if (node.type === "For" || node.type === "Select") this.words.forget(node.name.text);
		let last;
		const piped = node.type === "Pipeline";
		const { conditional, outputs } = this;
		if (node.type === "Pipeline" && node.prefixes.some(({ type }) => type === "Negation") || onCondition.has(node.type)) this.conditional = true;
		if (node.type === "Redirected") {
			const read = node.redirects.flatMap((redirect) => this.words.redirect(redirect, source));
			this.outputs = [...outputs, ...read.filter(({ operator }) => operator.startsWith(">"))];
		}
		let index = 0;
		const lastOr = node.type === "AndOr" ? node.operators.lastIndexOf("||") : -1;
		require_unbash.forEachChild(node, (child) => {
			const input = piped ? last ?? pipedFrom : pipedFrom;
			if (node.type === "AndOr") {
				const at = index++;
				this.conditional = conditional || at <= lastOr || node.operators[at - 1] === "||";
			}
			last = this.visit(child, source, depth, input) ?? last;
		});
		this.conditional = conditional;
		this.outputs = outputs;
		return last;
	}
	readCommand(node, source, depth, pipedFrom) {
		const words = [...node.name ? [node.name] : [], ...node.args].map((word) => this.words.read(word, source));
		const own = node.redirects.flatMap((redirect) => this.words.redirect(redirect, source));
		const redirects = own.some(({ operator }) => operator.startsWith(">")) ? own : [...own, ...this.outputs];
		this.visitSubstitutions(node, source, depth);
		this.words.keepAssignments(node, this.commands.at(-1)?.position ?? this.step.instruction.position);
		return words.length === 0 ? void 0 : this.add(words, redirects, pipedFrom, depth);
	}
	/** Takes in one command by its words, and follows the scripts that it is given. */
	add(written, redirects, pipedFrom, depth) {
		const { words, script, takesInput, via } = unwrap(written);
		const name = words[0];
		if (name === void 0) return void 0;
		if (--this.reading.commandsLeft < 0) return this.unread.leaveOut(name.position, `this file's scripts are too long (${maxCommands} commands)`);
		const plain = words.filter((word) => word !== script);
		const command = {
			name: name.known ? name.value.split("/").at(-1) ?? "" : "",
			words: takesInput ? [...plain, ...inputWords({
				redirects,
				pipedFrom
			})] : plain,
			redirects,
			pipedFrom,
			via: via.length === 0 ? this.via : [...this.via, ...via],
			conditional: this.conditional,
			position: written[0].position,
			step: this.step,
			...this.file === void 0 ? {} : { file: this.file }
		};
		this.commands.push(command);
		const scripts = script ? [script] : scriptsRead(command);
		let last = command;
		const around = this.via;
		if (scripts.length > 0) this.via = [...command.via, command.name];
		for (const { content, value, position } of scripts) {
			if (depth >= 5) {
				this.unread.leaveOut(command.position, `more than ${5} scripts stand within each other`);
				break;
			}
			last = this.readScript(content ?? linesFrom(value, position), depth + 1) ?? last;
		}
		this.via = around;
		return script ? last : command;
	}
	visitSubstitutions(node, source, depth) {
		const inside = (child) => {
			if (child.type === "Script" || child.type === "Command") this.visit(child, source, depth, void 0);
			else require_unbash.forEachChild(child, inside);
		};
		require_unbash.forEachChild(node, inside);
	}
};
/** What stands inside may not run. A function's body counts: whether it is called is not looked at. */
const onCondition = /* @__PURE__ */ new Set([
	"If",
	"While",
	"Case",
	"Function"
]);
/** A text whose lines stand below each other, the first one at `position`. */
function linesFrom(text, position) {
	const lines = text.split(/(?<=\n)/);
	return SpannedText.join(lines.map((line, index) => ({
		text: line,
		at: index === 0 ? position : {
			line: position.line + index,
			column: 1
		}
	})), false);
}

// packages/dockerfile/src/shell/shell-source.ts
const posixShells = /(?:^|[/\\])(?:ba|da|a|k|z)?sh$/;
/** The script a RUN, CMD or ENTRYPOINT gives to a POSIX shell; undefined where another program reads it. */
function shellSource({ instruction, shell }) {
	const { body, heredocs } = instruction;
	if (!posixShells.test(shell ?? "/bin/sh")) return void 0;
	const [only] = heredocs;
	if (only && heredocs.length === 1 && /^\d*<<-?\s*\S+$/.test(body.text)) {
		const shebang = /^#![ \t]*(\S+)(?:[ \t]+(\S+))?/.exec(only.body.text);
		const program = shebang?.[1]?.endsWith("/env") ? shebang[2] : shebang?.[1];
		return program === void 0 || posixShells.test(program) ? only.body : void 0;
	}
	if (heredocs.length === 0) return body;
	return SpannedText.join([...body.parts(), ...heredocs.flatMap((heredoc) => [
		{
			text: "\n",
			at: body.positionAt(body.text.length)
		},
		...heredoc.body.parts(),
		{
			text: heredoc.name,
			at: {
				line: instruction.endLine,
				column: 1
			}
		}
	])]);
}

// packages/dockerfile/src/shell/read-commands.ts
/** Every simple command of a RUN, CMD or ENTRYPOINT, in the order written. What a limit leaves out is reported. */
function readCommands(step, reading) {
	const { json, body } = step.instruction;
	const reader = new CommandReader(step, reading);
	if (json) {
		const words = placeJsonStrings(body).map((content) => {
			const { text } = content;
			const end = content.endAt(text.length);
			return {
				text,
				value: text,
				known: true,
				position: content.positionAt(0),
				end,
				content
			};
		});
		reader.add(words, [], void 0, 0);
	} else {
		const source = shellSource(step);
		if (source) reader.readScript(source, 0);
	}
	return reader.commands;
}
/** The same of a script that came with COPY. `step` is what runs it, or brings it in; `file` is how findings name it. */
function readScriptFile(source, step, file, reading) {
	const reader = new CommandReader(step, reading, file);
	reader.readScript(source, 0);
	return reader.commands;
}

// packages/dockerfile/src/stages/expand-instruction.ts
const plain$1 = /* @__PURE__ */ new Set([
	"ADD",
	"COPY",
	"EXPOSE",
	"STOPSIGNAL",
	"USER",
	"VOLUME",
	"WORKDIR"
]);
const expandedFlags = /* @__PURE__ */ new Set([
	"chown",
	"chmod",
	"checksum",
	"platform"
]);
/** Expands what the builder expands of an instruction; which that is was tried with BuildKit 0.25. */
function expandInstruction(instruction, lookup, escapeMark, budget) {
	const { keyword } = instruction;
	const refused = [];
	let known = true;
	const read = (text, position, seen = lookup) => {
		const expanded = expand(text, seen, escapeMark, budget);
		if (expanded.unknown.length > 0) known = false;
		if (expanded.refused) refused.push({
			kind: "expansion",
			position,
			message: `${keyword}: ${expanded.refused}`
		});
		return expanded.value;
	};
	const words = expandWords(instruction, read, lookup);
	const found = known ? words : null;
	if (keyword === "FROM" && found?.[0] === "") {
		const { position } = instruction.words[0] ?? instruction;
		refused.push({
			kind: "expansion",
			position,
			message: "FROM names no image: its variable is empty"
		});
	}
	for (const { name, value, position } of instruction.flags) {
		if (value === void 0) continue;
		if (expandedFlags.has(name)) read(value, position);
		else if (keyword === "COPY" && name === "from" && hasVariable(value, escapeMark)) refused.push({
			kind: "expansion",
			position,
			message: "COPY: --from takes no variables"
		});
	}
	if (keyword === "COPY" || keyword === "ADD") for (const { expands, body } of instruction.heredocs) {
		const { refused: why } = expands ? expandHeredoc(body.text, lookup, budget) : {};
		if (why) refused.push({
			kind: "expansion",
			position: body.positionAt(0),
			message: `${keyword}: ${why}`
		});
	}
	return {
		arguments: found,
		refused
	};
}
function hasVariable(text, escapeMark) {
	return expand(text, () => void 0, escapeMark).unknown.length > 0;
}
function expandWords(instruction, read, lookup) {
	const { keyword, words, assignments, heredocs } = instruction;
	if (keyword === "FROM") return words.map(({ text, position }, index) => index === 0 ? read(text, position) : text);
	if (keyword === "ARG") return expandArguments(assignments, read, lookup);
	if (keyword === "ENV" || keyword === "LABEL") {
		const mark = words[0]?.text.includes("=") ? "=" : "";
		return assignments.flatMap(({ name, value = "", position }) => [
			read(name, position),
			read(value, position),
			mark
		]);
	}
	if (!plain$1.has(keyword)) return null;
	return words.flatMap(({ text, position }) => {
		if (heredocs.length > 0 && heredocMarks(text).length > 0) return [text];
		const value = read(text, position);
		return keyword === "EXPOSE" && !/["'\\`]/.test(text) ? value.split(/\s+/).filter(Boolean) : [value];
	});
}
/** Each argument sees those to its left. */
function expandArguments(assignments, read, lookup) {
	const own = /* @__PURE__ */ new Map();
	const seen = (name) => own.get(name) ?? lookup(name);
	return assignments.map(({ name, value, position }) => {
		if (value === void 0) return name;
		const expanded = read(value, position, seen);
		own.set(name, expanded);
		return `${name}=${expanded}`;
	});
}

// packages/dockerfile/src/stages/variables.ts
/** Set by the builder itself before the first FROM; their values differ from machine to machine. */
const fromBuilder = /* @__PURE__ */ new Set([
	"BUILDARCH",
	"BUILDOS",
	"BUILDPLATFORM",
	"BUILDVARIANT",
	"TARGETARCH",
	"TARGETOS",
	"TARGETPLATFORM",
	"TARGETSTAGE",
	"TARGETVARIANT"
]);
/** Whether the builder itself sets it; a stage has it only behind an ARG that takes it up. */
function isBuilderVariable(name) {
	return fromBuilder.has(name);
}
/**
* The variables of one stage as they come, instruction by instruction. A place keeps only the number of its version, so that
* a file with thousands of ENV lines needs no copies. Of ENV and ARG the last one counts; both go on into the stages built
* on this one, where ENV counts first (tried with BuildKit 0.25).
*/
var VariableScope = class {
	set = /* @__PURE__ */ new Map();
	environment = /* @__PURE__ */ new Map();
	inherited;
	version = 0;
	constructor(inherited) {
		this.inherited = inherited;
	}
	setEnvironment(name, value) {
		this.version += 1;
		remember(this.environment, name, value, this.version);
		remember(this.set, name, value, this.version);
	}
	setArgument(name, value) {
		this.version += 1;
		remember(this.set, name, value, this.version);
	}
	/** The variables as they are now. */
	now() {
		const { version } = this;
		return (name) => {
			const own = at$1(this.set, name, version);
			if (own) return own.value;
			return this.inherited ? this.inherited.all(name) : null;
		};
	}
	inheritable() {
		const { inherited, version } = this;
		if (this.set.size === 0) return inherited;
		const environment = (name) => {
			const own = at$1(this.environment, name, version);
			if (own) return own.value;
			return inherited ? inherited.environment(name) : null;
		};
		const now = this.now();
		return {
			environment,
			all: (name) => {
				const value = environment(name);
				return value === null ? now(name) : value;
			}
		};
	}
};
/** The variables in front of the first FROM: there the builder's own are set, elsewhere ARG has to take them up. */
function globalVariables(scope) {
	const now = scope.now();
	return (name) => {
		const value = now(name);
		return value === null && isBuilderVariable(name) ? void 0 : value;
	};
}
function remember(history, name, value, version) {
	const known = history.get(name);
	if (known) known.push({
		version,
		value
	});
	else history.set(name, [{
		version,
		value
	}]);
}
/** The last entry at a version or before it, by bisection: a name may be set thousands of times. */
function at$1(history, name, version) {
	const entries = history.get(name);
	if (entries === void 0) return void 0;
	let low = -1;
	let high = entries.length - 1;
	while (low < high) {
		const middle = low + high + 1 >> 1;
		if ((entries[middle]?.version ?? 0) <= version) low = middle;
		else high = middle - 1;
	}
	return entries[low];
}

// packages/dockerfile/src/stages/work-folder.ts
/** The longest path of Linux; no folder lies behind a longer one. */
const maxPath = 4096;
/** Joins a folder and a path as WORKDIR and `cd` do; empty where the result is not known. */
function enterFolder(folder, next) {
	if (/[$`~]/.test(next) || next === "-") return "";
	const whole = next.startsWith("/") || folder === "" ? next : `${folder}/${next}`;
	if (whole.length > maxPath) return "";
	const parts = [];
	for (const part of whole.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return "";
	}
	return (whole.startsWith("/") ? "/" : "") + parts.join("/");
}

// packages/dockerfile/src/stages/read-stages.ts
/** The stages of a file, and for each instruction what holds there: variables, shell and folder. */
function readStages(dockerfile, report = () => {}, see) {
	const reader = new StageReader(dockerfile.escapeMark, report, see);
	for (const instruction of dockerfile.instructions) reader.read(instruction);
	return reader.stages;
}
/** What the builder sets where the image has none. */
const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
var StageReader = class {
	stages = [];
	escapeMark;
	report;
	see;
	budget = expansionBudget();
	globals = new VariableScope();
	byName = /* @__PURE__ */ new Map();
	ends = /* @__PURE__ */ new Map();
	constructor(escapeMark, report, see) {
		this.escapeMark = escapeMark;
		this.report = report;
		this.see = see;
	}
	read(instruction) {
		if (instruction.keyword === "FROM") {
			this.open(instruction);
			return;
		}
		const stage = this.stages.at(-1);
		const around = stage && this.ends.get(stage);
		if (stage === void 0 || around === void 0) {
			const globals = globalVariables(this.globals);
			this.show(instruction, globals, void 0);
			if (instruction.keyword === "ARG") this.assignArguments(instruction, this.globals, () => globalVariables(this.globals));
			return;
		}
		const { variables, shell, folder } = around;
		const step = {
			instruction,
			variables,
			stage,
			shell,
			folder
		};
		stage.steps.push(step);
		this.show(instruction, asBuilt(stage, variables), stage);
		if (instruction.keyword === "SHELL") around.shell = instruction.json?.[0];
		else if (instruction.keyword === "WORKDIR") around.folder = this.workFolder(step);
		else if (instruction.keyword === "ARG" || instruction.keyword === "ENV") {
			const { scope } = around;
			if (instruction.keyword === "ENV") this.assignEnvironment(instruction, scope, asBuilt(stage, variables));
			else this.assignArguments(instruction, scope, () => asBuilt(stage, scope.now()));
			around.variables = scope.now();
		}
	}
	show(instruction, lookup, stage) {
		this.see?.(instruction, expandInstruction(instruction, lookup, this.escapeMark, this.budget), stage);
	}
	open(from) {
		const [image, as, name] = from.words;
		const word = image ?? {
			text: "",
			position: from.position,
			end: from.end
		};
		const globals = globalVariables(this.globals);
		const expanded = expand(word.text, globals, this.escapeMark, this.budget);
		const reference = expanded.unknown.length > 0 || expanded.value === "" ? void 0 : expanded.value;
		const parent = this.byName.get(reference ?? "");
		const stage = {
			index: this.stages.length,
			name: as?.text.toUpperCase() === "AS" ? name?.text.toLowerCase() : void 0,
			from,
			base: {
				reference,
				word
			},
			parent,
			isFromScratch: parent ? parent.isFromScratch : reference === "scratch",
			steps: []
		};
		const before = parent && this.ends.get(parent);
		const scope = new VariableScope(before?.scope.inheritable());
		const { shell, folder = "" } = before ?? {};
		this.ends.set(stage, {
			scope,
			variables: scope.now(),
			shell,
			folder
		});
		this.stages.push(stage);
		if (stage.name !== void 0) this.byName.set(stage.name, stage);
		this.show(from, globals, stage);
	}
	/** Within one ENV, every name and value sees the variables from before it. */
	assignEnvironment({ keyword, assignments }, scope, seen) {
		for (const assignment of assignments) {
			const name = expand(assignment.name, seen, this.escapeMark, this.budget);
			if (name.unknown.length === 0) scope.setEnvironment(name.value, this.valueOf(keyword, assignment, seen));
		}
	}
	/** An ARG sees those to its left. `ARG name` takes what was given before the first FROM, and else changes nothing. */
	assignArguments({ keyword, assignments }, scope, seen) {
		for (const assignment of assignments) {
			const { name, value } = assignment;
			if (value !== void 0) {
				scope.setArgument(name, this.valueOf(keyword, assignment, seen()));
				continue;
			}
			const given = scope === this.globals ? null : globalVariables(this.globals)(name);
			if (given !== null) scope.setArgument(name, given);
			else if (scope.now()(name) === null) scope.setArgument(name, void 0);
		}
	}
	valueOf(keyword, { name, value = "", position }, seen) {
		const expanded = expand(value, seen, this.escapeMark, this.budget);
		if (expanded.tooLong) {
			const message = `${keyword} ${name.slice(0, 80)} cannot be checked: it becomes longer than ${maxExpanded / 1024} KiB`;
			this.report({
				position,
				message,
				remedy: "Write the value shorter."
			});
		}
		return expanded.unknown.length === 0 ? expanded.value : void 0;
	}
	workFolder({ instruction, variables, folder, stage }) {
		const { value, unknown } = expand(instruction.body.text, asBuilt(stage, variables), this.escapeMark, this.budget);
		return unknown.length > 0 ? "" : enterFolder(folder, value);
	}
};
/** The variables as a build has them: what the file does not set may come from the base image, and then nobody knows it. */
function asBuilt(stage, variables) {
	return (name) => {
		const value = variables(name);
		if (value !== null || !stage.isFromScratch) return value ?? void 0;
		return name === "PATH" ? defaultPath : null;
	};
}

// packages/dockerfile/src/image.ts
function hasModel(image) {
	return image.model !== void 0;
}
const withCommands = /* @__PURE__ */ new Set([
	"RUN",
	"CMD",
	"ENTRYPOINT"
]);
/** Reads the files of an image folder. Never throws, whatever the files hold. */
function readImage(source, model, policy = none) {
	const dockerfile = parseDockerfile(source.dockerfile.text);
	const unread = [];
	const stages = readStages(dockerfile, (part) => unread.push(part), (_, { refused }) => dockerfile.problems.push(...refused));
	const reading = newReading((part) => unread.push(part));
	const byStage = new Map(stages.map((stage) => {
		return [stage, stage.steps.map(triggered).filter(hasCommands).flatMap((step) => readCommands(step, reading))];
	}));
	const named = policy.targets.map((name) => stages.findLast((stage) => stage.name === name));
	return {
		source,
		model,
		policy,
		files: {
			get: (path) => source.files?.get(path),
			has: (path) => source.files?.has(path) ?? false
		},
		dockerfile,
		stages,
		targets: stages.filter((stage) => stage === stages.at(-1) || named.includes(stage)),
		commands: [...byStage.values()].flat(),
		unread,
		commandsOf: (stage) => byStage.get(stage) ?? [],
		requirements: source.requirements.map(({ path, text }) => parseRequirements(path, text)),
		at: (position, note) => locate(source.dockerfile.path, position, note)
	};
}
/** What ONBUILD keeps for later becomes part of the images built on this one: its commands count as the stage's. */
function triggered(step) {
	const { trigger } = step.instruction;
	return trigger ? {
		...step,
		instruction: trigger
	} : step;
}
function hasCommands({ instruction }) {
	return withCommands.has(instruction.keyword);
}
function locate(file, { line, column }, note) {
	return {
		file,
		line,
		column,
		...note === void 0 ? {} : { note: note.slice(0, 1e3) }
	};
}

// packages/dockerfile/src/knowledge/row-of.ts
/** A row of a table by a key from outside: `constructor` and its like are no rows, though every object answers to them. */
function rowOf(table, key) {
	return Object.hasOwn(table, key) ? table[key] : void 0;
}

// packages/dockerfile/src/knowledge/version-order.ts
/** Below 0, 0 or above 0; undefined where one of the two is no version this reader knows. */
function compareVersions(a, b) {
	const left = parse$1(a);
	const right = parse$1(b);
	if (!left || !right) return void 0;
	for (let at = 0; at < Math.max(left.release.length, right.release.length); at += 1) {
		const difference = (left.release[at] ?? 0) - (right.release[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return left.stage - right.stage || left.serial - right.serial;
}
const stages = {
	dev: -4,
	a: -3,
	b: -2,
	rc: -1,
	post: 1
};
function parse$1(version) {
	const match = /^v?(\d{1,9}(?:\.\d{1,9}){0,5})(?:[.-]?(dev|a|b|rc|post)\.?(\d{1,9})?)?(?:\+\S{0,99})?$/.exec(version);
	if (!match) return void 0;
	const [, release = "", stage = "", serial = "0"] = match;
	return {
		release: release.split(".").map(Number),
		stage: stages[stage] ?? 0,
		serial: Number(serial)
	};
}

// packages/dockerfile/src/knowledge/base-images.ts
/**
* pytorch/pytorch by the torch (and where they differ the CUDA) of the tag: python, os.
* Sources, read 2026-11-23: pytorch/pytorch issues 42604 (1.6.0), 68901 (1.7.1, 1.10.0), 60932 (1.8.1 with CUDA 11.1, 1.9.0),
* 69685 (1.9.1), 73714 (1.11.0, 1.12.0); k2-fsa/icefall docker/*.dockerfile (1.12.1, 1.13.0, 2.0.0 to 2.3.1);
* opentensor/bittensor pull request 1089 (1.13.1); rlan/notebooks build/ (2.5.1, 2.6.0, 2.8.0). Not found: 2.4, 2.7, 2.9 on.
* os: issue 69685 (1.9.1, 1.10.0), docker.Makefile at 04da8a0f (1.13).
*/
const pytorch = {
	"1.6.0": "3.7",
	"1.7.1": "3.8",
	"1.8.1 11.1": "3.8",
	"1.9.0": "3.7 ubuntu18.04",
	"1.9.1": "3.7 ubuntu18.04",
	"1.10.0": "3.7 ubuntu18.04",
	"1.11.0": "3.8",
	"1.12.0": "3.7",
	"1.12.1": "3.7",
	"1.13.0": "3.9 ubuntu18.04",
	"1.13.1": "3.10 ubuntu18.04",
	"2.0.0": "3.10",
	"2.1.0": "3.10",
	"2.2.0": "3.10",
	"2.2.1": "3.10",
	"2.2.2": "3.10",
	"2.3.1": "3.10",
	"2.5.1": "3.11",
	"2.6.0": "3.11",
	"2.8.0": "3.11"
};
/**
* nvcr.io/nvidia/pytorch by YY.MM: torch x.y (a preview of it: NVIDIA builds from the development branch), CUDA x.y, python, os.
* Sources, read 2026-11-23: NVIDIA's release notes of 25.12; lablup/backend.ai-kernels vendor/ngc-pytorch, which names the
* four in its files and labels (23.01 on; only what its own entries agree on); for 22.12 what users print, in many places.
*/
const nvcr = {
	"22.12": "1.14 11.8 3.8 ubuntu20.04",
	"23.01": "1.14 - 3.8 -",
	"23.02": "1.14 - 3.8 -",
	"23.05": "2.0 12.1 3.10 ubuntu22.04",
	"23.06": "- 12.1 3.10 ubuntu22.04",
	"23.07": "2.1 12.1 3.10 ubuntu22.04",
	"23.09": "2.1 12.2 3.10 ubuntu22.04",
	"23.12": "2.2 12.3 3.10 ubuntu22.04",
	"24.01": "2.2 12.3 3.10 ubuntu22.04",
	"24.02": "2.3 12.3 3.10 ubuntu22.04",
	"24.03": "2.3 12.3 3.10 ubuntu22.04",
	"24.04": "2.3 12.4 3.10 ubuntu22.04",
	"24.07": "2.4 12.5 3.10 ubuntu22.04",
	"24.09": "2.5 12.6 3.10 ubuntu22.04",
	"24.10": "2.5 12.6 3.10 ubuntu22.04",
	"24.12": "2.6 12.6 3.12 ubuntu24.04",
	"25.01": "2.6 12.8 3.12 ubuntu24.04",
	"25.03": "2.7 12.8 3.12 ubuntu24.04",
	"25.05": "2.8 12.9 3.12 ubuntu24.04",
	"25.08": "2.8 13.0 3.12 ubuntu24.04",
	"25.09": "2.9 13.0 3.12 ubuntu24.04",
	"25.10": "2.9 13.0 3.12 ubuntu24.04",
	"25.11": "2.10 13.0 3.12 ubuntu24.04",
	"25.12": "2.10 13.1 3.12 ubuntu24.04",
	"26.03": "2.11 13.2 3.12 ubuntu24.04",
	"26.06": "2.13 13.3 3.12 ubuntu24.04"
};
/**
* The `python3` that apt installs, by OS. Sources, read 2026-11-24 in stored copies: packages.ubuntu.com/{focal,jammy,noble}/python3
* and packages.debian.org/src:python3-defaults (11 to 13). Ubuntu 16.04 and 18.04 and Debian 10 are no longer listed there: those
* three rows are general knowledge, not checked at a source.
*/
const systemPythons = {
	"ubuntu16.04": "3.5",
	"ubuntu18.04": "3.6",
	"ubuntu20.04": "3.8",
	"ubuntu22.04": "3.10",
	"ubuntu24.04": "3.12",
	debian10: "3.7",
	debian11: "3.9",
	debian12: "3.11",
	debian13: "3.13"
};
function pytorchImage(torch, cuda) {
	return read$1(["python", "os"], rowOf(pytorch, torch) ?? rowOf(pytorch, `${torch} ${cuda}`));
}
function nvcrImage(release) {
	const row = rowOf(nvcr, release);
	return row === void 0 ? void 0 : {
		...read$1([
			"torch",
			"cuda",
			"python",
			"os"
		], row),
		flavor: "devel"
	};
}
/**
* runpod/pytorch and runpod/base by their release (`1.0.3`): on CUDA's devel images since 0.7.0; `python` has been 3.12 since 1.0.1.
* Source: runpod/containers, official-templates/base/docker-bake.hcl and Dockerfile with the releases of shared/versions.hcl.
*/
function runpodImage(release) {
	const since = (version) => (compareVersions(release, version) ?? -1) >= 0;
	const python = since("1.0.1") && !since("1.1.0") ? "3.12" : void 0;
	return {
		...since("0.7.0") && { flavor: "devel" },
		...python && { python }
	};
}
/** The Python that `apt-get install python3` gives: `3.8` on `ubuntu20.04`; undefined where not known. */
function systemPython(os) {
	return rowOf(systemPythons, os);
}
function read$1(names, row = "") {
	const words = row.split(" ");
	return Object.fromEntries(names.flatMap((name, at) => {
		const word = words[at];
		return word && word !== "-" ? [[name, word]] : [];
	}));
}
/**
* Tags whose contents users found to be other than the tag says. The tag stays what facts are taken from: nobody knows
* whether an image was pushed again.
* Sources: pytorch/pytorch issues 69685 and 72784 (open, read 2026-11-23): the devel image pushed by hand on 2021-11-08
* (issue 67966) holds the conda package pytorch 1.10.0 py3.7_cuda11.1_cudnn8.0.5_0.
*/
const doubtful = { "pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel": {
	torch: "1.10.0",
	source: "https://github.com/pytorch/pytorch/issues/69685"
} };
/** What users found in an image instead of what its tag says, by the image's name and tag; undefined where nothing is known. */
function foundInstead(nameAndTag) {
	return rowOf(doubtful, nameAndTag);
}

// packages/dockerfile/src/pins/image-reference.ts
function parseReference(reference) {
	const [named = "", digest] = reference.split("@", 2);
	const colon = named.lastIndexOf(":");
	const hasTag = colon > named.lastIndexOf("/");
	return {
		image: (hasTag ? named.slice(0, colon) : named).replace(/^(?:(?:index|registry-1)\.)?docker\.io\//, "").replace(/^library\//, ""),
		tag: hasTag ? named.slice(colon + 1) : void 0,
		digest
	};
}
/** The registry that serves an image: `docker.io` where the name has no host in front. */
function registryOf(reference) {
	const { image } = parseReference(reference);
	const [host = "", ...rest] = image.split("/");
	return rest.length > 0 && (/[.:]/.test(host) || host === "localhost") ? host : "docker.io";
}
/** Hosts that serve Docker Hub's images under Docker Hub's names, and the part of the path that is theirs. */
const mirrors = /^(?:mirror\.gcr\.io|registry\.hub\.docker\.com|public\.ecr\.aws\/docker)\/(?:library\/)?/;
/** The name an image has at its source: behind a public mirror of Docker Hub, Docker Hub's. */
function sourceName(reference) {
	return parseReference(reference).image.replace(mirrors, "");
}

// packages/dockerfile/src/pins/base-facts.ts
/** The facts in an image's tag, and those known about that tag; undefined where there is none: nothing is guessed. */
function baseFacts(reference) {
	const { tag = "" } = parseReference(reference);
	const image = sourceName(reference);
	if (image === "nvcr.io/nvidia/pytorch") {
		const known = nvcrImage(/^(\d\d\.\d\d)-py3$/.exec(tag)?.[1] ?? "");
		return known && {
			...known,
			source: "table"
		};
	}
	const facts = rowOf(readers, image)?.(tag.slice(0, 200)) ?? ofManylinux(image, tag);
	if (!facts || Object.keys(facts).length === 0) return void 0;
	const doubt = foundInstead(`${image}:${tag}`);
	return {
		...facts,
		source: "tag",
		...doubt && { doubt }
	};
}
const readers = {
	"pytorch/pytorch": ofPytorch,
	"nvidia/cuda": ofCuda,
	"nvidia/cudagl": ofCuda,
	"nvcr.io/nvidia/cuda": ofCuda,
	"nvcr.io/nvidia/cudagl": ofCuda,
	"runpod/pytorch": ofRunpod,
	"runpod/base": ofRunpod,
	python: ofPython,
	ubuntu: (tag) => releaseOf$1("ubuntu", tag),
	debian: (tag) => releaseOf$1("debian", tag)
};
/** `1.9.1-cuda11.1-cudnn8-devel` */
function ofPytorch(tag) {
	const match = /^(\d+\.\d+(?:\.\d+)?)-cuda(\d+(?:\.\d+)?)-cudnn(\d+)-(devel|runtime)$/.exec(tag);
	if (!match) return void 0;
	const [, torch = "", cuda = "", cudnn = "", flavor] = match;
	return {
		torch,
		cuda,
		cudnn,
		flavor,
		...pytorchImage(torch, cuda)
	};
}
/** `11.1.1-cudnn8-devel-ubuntu20.04`, `12.4.1-devel-rockylinux8`, `10.2-base` */
function ofCuda(tag) {
	const match = /^(\d+\.\d+(?:\.\d+)?)(?:-cudnn(\d+)?)?-(devel|runtime|base)(?:-([a-z]+[\d.]+))?$/.exec(tag);
	if (!match) return void 0;
	const [, cuda = "", cudnn, flavor, os] = match;
	return {
		cuda,
		...cudnn && { cudnn },
		flavor,
		...os && { os }
	};
}
/** `2.4.0-py3.11-cuda12.4.1-devel-ubuntu22.04`, and since 2025 `1.0.3-cu1290-torch260-ubuntu2204`. */
function ofRunpod(tag) {
	const long = /^(\d+\.\d+\.\d+)-py(\d+\.\d+)-cuda(\d+\.\d+(?:\.\d+)?)(?:-(devel|runtime))?(?:-([a-z]+[\d.]+))?$/.exec(tag);
	if (long) {
		const [, torch = "", python = "", cuda = "", flavor, os] = long;
		return {
			torch,
			cuda,
			python,
			...flavor && { flavor },
			...os && { os }
		};
	}
	const short = /^(\d+\.\d+\.\d+)-cu(\d\d)(\d)(\d)(?:-torch(\d)(\d{1,2})(\d))?-ubuntu(\d\d)(\d\d)$/.exec(tag);
	if (!short) return void 0;
	const [, release = "", major, minor, patch, ...rest] = short;
	const [torchMajor, torchMinor, torchPatch, year, month] = rest;
	return {
		...torchMajor && { torch: `${torchMajor}.${torchMinor}.${torchPatch}` },
		cuda: `${major}.${minor}.${patch}`,
		os: `ubuntu${year}.${month}`,
		...runpodImage(release)
	};
}
/** `3.8`, `3.8.18-slim-bullseye`, `3.11-alpine3.20` */
function ofPython(tag) {
	const match = /^(\d+\.\d+)(?:\.\d+)?(?:(?:rc|a|b)\d+)?(?:-(.+))?$/.exec(tag);
	if (!match) return void 0;
	const variant = (match[2] ?? "").replace(/^slim-?/, "");
	return {
		python: match[1] ?? "",
		.../^alpine/.test(variant) ? alpineOf(variant) : releaseOf$1("debian", variant)
	};
}
function alpineOf(variant) {
	const version = /^alpine(\d+\.\d+)$/.exec(variant)?.[1];
	return version === void 0 ? {} : { os: `alpine${version}` };
}
/**
* Code names never change their release. packages.ubuntu.com shows focal, jammy and noble with their numbers (read 2026-11-24);
* the others are general knowledge, not checked at a source.
*/
const codeNames = {
	xenial: "ubuntu16.04",
	bionic: "ubuntu18.04",
	focal: "ubuntu20.04",
	jammy: "ubuntu22.04",
	noble: "ubuntu24.04",
	buster: "debian10",
	bullseye: "debian11",
	bookworm: "debian12",
	trixie: "debian13"
};
/** `22.04`, `jammy-20240530`, `bookworm-slim`, `12.5` */
function releaseOf$1(name, tag) {
	const [word = ""] = tag.split("-");
	const named = rowOf(codeNames, word);
	if (named !== void 0) return named.startsWith(name) ? { os: named } : {};
	if (name === "ubuntu") return /^\d\d\.\d\d$/.test(word) ? { os: `ubuntu${word}` } : {};
	const major = /^(\d{1,2})(?:\.\d+)?$/.exec(word)?.[1];
	return major === void 0 ? {} : { os: `debian${major}` };
}
/** `pytorch/manylinux-cuda118`, `pytorch/manylinux2_28-builder:cuda12.4`, `pytorch/conda-builder:cuda11.8`; many Pythons. */
function ofManylinux(image, tag) {
	const inName = /^pytorch\/(?:manylinux|conda)-cuda(\d{1,2})(\d)$/.exec(image);
	if (inName) return {
		cuda: `${inName[1]}.${inName[2]}`,
		flavor: "devel"
	};
	const inTag = /^pytorch\/(?:manylinux(?:2_28)?|conda|libtorch-cxx11)-builder$/.test(image) ? /^cuda(\d+\.\d+)(?:-|$)/.exec(tag) : null;
	return inTag ? {
		cuda: inTag[1] ?? "",
		flavor: "devel"
	} : void 0;
}
/** `torch 1.9.1 and CUDA 11.1`: what is known of the two, in words. */
function inWords({ torch, cuda }) {
	return [torch && `torch ${torch}`, cuda && `CUDA ${cuda}`].filter(Boolean).join(" and ");
}
/**
* Public images that run as root and bring no user of their own: their Dockerfiles say neither USER nor useradd (pytorch/pytorch
* at f658b151 and 01343dcd, docker-library/python 3.12/slim-bookworm at 01ba658c, copies of NVIDIA's dist/ folders of 11.1.1 and
* 12.4.1, read 2026-11-24). Of debian it is general knowledge. Those on Ubuntu 24.04 have Ubuntu's own `ubuntu`.
*/
const plainRootImages = /* @__PURE__ */ new Set([
	"scratch",
	"debian",
	"nvidia/cuda",
	"python",
	"pytorch/pytorch"
]);
/** True where the image is known to run as root and to bring no user of its own; false means not known. */
function isPlainRootImage(reference) {
	return plainRootImages.has(sourceName(reference));
}

// packages/dockerfile/src/stages/git-checkouts.ts
/** Options of git and its sub-commands that take a value. */
const gitValueOptions = [
	"-C",
	"-b",
	"-c",
	"-B",
	"-j",
	"-o",
	"-u",
	"--branch",
	"--config",
	"--depth",
	"--filter",
	"--jobs",
	"--origin",
	"--reference",
	"--revision",
	"--separate-git-dir",
	"--template"
];
/**
* The git trees of one stage, each with the ref that was checked out last. A checkout belongs to the clone whose folder
* it stands in; where the folder is not known, to the clone before it.
*/
function gitCheckouts(commands) {
	const tracker = new CheckoutTracker();
	for (const command of commands) tracker.follow(command);
	return tracker.checkouts;
}
var CheckoutTracker = class {
	checkouts = [];
	folder = "";
	fetched;
	instruction;
	follow(command) {
		const { instruction } = command.step;
		if (instruction !== this.instruction) {
			this.instruction = instruction;
			this.folder = command.step.folder;
		}
		if (command.name === "cd" || command.name === "pushd") this.enter(command.words[1]);
		if (command.name !== "git") return;
		const { words, at } = subCommand(command);
		const folder = at === void 0 ? this.folder : enterFolder(this.folder, at);
		const git = {
			...command,
			words
		};
		const verb = words[0]?.value;
		if (verb === "clone") this.clone(git);
		else if (verb === "fetch") this.fetched = operands(git, gitValueOptions)[1];
		else if (verb === "checkout" || verb === "switch") this.move(git, folder, checkedOut(git));
		else if (verb === "reset" && words.some(({ value }) => value === "--hard")) this.move(git, folder, operands(git)[0]);
	}
	enter(word) {
		this.folder = word?.known ? enterFolder(this.folder, word.value) : "";
	}
	clone(git) {
		const [url, target] = operands(git, gitValueOptions);
		if (url === void 0 || /^(?:\/|\.|file:)/.test(url.value)) return;
		const repository = url.known ? url.value : "";
		const named = target?.known ? target.value : folderOf(url.value);
		const ref = optionValue(git, ["--revision"]) ?? optionValue(git, ["--branch", "-b"]);
		this.checkouts.push({
			repository,
			folder: enterFolder(this.folder, named),
			ref,
			position: git.position
		});
	}
	move(git, folder, written) {
		const ref = written?.value === "FETCH_HEAD" ? this.fetched : written;
		if (ref === void 0 || /^(?:HEAD|@)(?:[~^@].*)?$/.test(ref.value)) return;
		const clone = this.checkouts.findLast((one) => one.folder === folder && folder !== "") ?? (folder === "" || this.checkouts.length === 1 ? this.checkouts.at(-1) : void 0);
		if (clone === void 0) {
			const unnamed = {
				repository: "",
				folder,
				ref,
				position: git.position
			};
			this.checkouts.push(unnamed);
		} else {
			clone.ref = ref;
			clone.position = git.position;
		}
	}
};
/** The folder that git makes of a URL: its last part without `.git`. Split rather than matched: URLs may be hostile. */
function folderOf(url) {
	const last = url.split(/[/:]/).findLast((part) => part !== "") ?? "";
	return last.length > 4 && last.endsWith(".git") ? last.slice(0, -4) : last;
}
/** The ref that `checkout` or `switch` moves the whole tree to. */
function checkedOut(git) {
	if (git.words.some(({ value }) => value === "--" || value === "--pathspec-from-file")) return void 0;
	return operands(git, [
		"-b",
		"-B",
		"-c",
		"-C",
		"--orphan",
		"--conflict"
	])[0];
}
/** The sub-command with its arguments; `at` is the folder of `-C`. */
function subCommand({ words }) {
	let at;
	let index = 1;
	for (; index < words.length; index++) {
		const value = words[index]?.value ?? "";
		if (value === "-C") at = words[++index]?.value;
		else if (value === "-c") index += 1;
		else if (!value.startsWith("-")) break;
	}
	return {
		words: words.slice(index),
		at
	};
}

// packages/dockerfile/src/pins/git-source.ts
function isFullCommit(ref) {
	return /^[0-9a-f]{40}$/i.test(ref);
}
/** A source of ADD that the builder treats as a git repository; undefined for any other. */
function gitSourceOfAdd(source) {
	const match = /^((?:(?:https?|git|ssh):\/\/|git@)[^#?\s]+?)(\?[^#]*)?(?:#(.*))?$/s.exec(source);
	const repository = match?.[1] ?? "";
	const isGit = /^(?:git:|ssh:|git@)/.test(repository) || /^https?:.*\.git\/?$/.test(repository);
	if (!match || !isGit) return void 0;
	const query = new URLSearchParams(match[2] ?? "");
	return {
		repository,
		ref: match[3]?.split(":", 1)[0] || query.get("commit") || query.get("ref") || query.get("tag") || query.get("branch") || void 0
	};
}
/** `git+https://github.com/o/r@ref#egg=name`, as pip reads it. */
function gitSourceOfPip(url) {
	const match = /^git\+((?:https?|ssh|git|file):\/\/(?:[^@/\s]+@)?[^@#\s]+)(?:@([^#\s]+))?/.exec(url);
	return match ? {
		repository: match[1] ?? "",
		ref: match[2]
	} : void 0;
}
/** One name for a repository, however its URL is written. */
function repositoryKey(url) {
	return url.toLowerCase().replace(/^git@([^:/]+):/, "https://$1/").replace(/^(?:git\+)?\w+:\/\/(?:[^@/]*@)?/, "").replace(/\/+$/, "").replace(/\.git$/, "");
}

// packages/dockerfile/src/pins/pip-command.ts
/** Options with a value: of pip install, download and wheel, of pip itself, and of uv pip. Sources: their `--help`. */
const withValue$2 = new Set(`--abi --allow-insecure-host --build --build-constraint --build-constraints --build-option --cache-dir --cert --client-cert
  --color --config-file --config-setting --config-settings --constraint --constraints --default-index --dest --directory
  --editable --exclude-newer --excludes --exists-action --extra --extra-index-url --find-links --global-option --group
  --implementation --index --index-strategy --index-url --install-option --keyring-provider --link-mode --log --no-binary
  --no-binary-package --no-build-isolation-package --no-build-package --only-binary --override --overrides --platform
  --prefix --prerelease --progress-bar --project --proxy --python --python-platform --python-version --refresh-package
  --reinstall-package --report --requirement --requirements --resolution --retries --root --root-user-action --src
  --target --timeout --torch-backend --trusted-host --upgrade-package --upgrade-strategy --use-deprecated --use-feature
  --wheel-dir`.split(/\s+/));
const shortOptions = {
	C: "--config-settings",
	I: "--ignore-installed",
	P: "--upgrade-package",
	U: "--upgrade",
	b: "--build",
	c: "--constraint",
	d: "--dest",
	e: "--editable",
	f: "--find-links",
	i: "--index-url",
	p: "--python",
	r: "--requirement",
	t: "--target",
	w: "--wheel-dir"
};
const sameOption = {
	"--constraints": "--constraint",
	"--requirements": "--requirement"
};
const readBefore = /* @__PURE__ */ new WeakMap();
/** A pip that installs, downloads or builds, however it is called; undefined for any other command. Half a dozen rules ask. */
function readPipCommand(command) {
	const known = readBefore.get(command) ?? { pip: takeApart(command) };
	readBefore.set(command, known);
	return known.pip;
}
function takeApart(command) {
	const called = calledAs(command.words);
	if (called === void 0) return void 0;
	const { tool, words } = called;
	const read = readArguments(words);
	const [first, ...rest] = read.operands;
	const sync = tool === "uv" && first?.value === "sync";
	const verb = sync ? "install" : first?.value;
	if (verb !== "install" && verb !== "download" && verb !== "wheel") return void 0;
	const { options } = read;
	if (sync) options.push(...rest.map((word) => ({
		name: "--requirement",
		value: word.value,
		known: word.known,
		word
	})));
	const named = sync ? [] : rest.flatMap((word) => requirementOf(word) ?? []);
	const editable = options.filter(({ name }) => name === "--editable").map(editableOf);
	return {
		tool,
		verb,
		command,
		requirements: [...named, ...editable],
		options
	};
}
/** What a pip command line names itself, not through a file, where no variable hides the version or the URL. */
function pipRequirements(command) {
	return readPipCommand(command)?.requirements.filter(({ known, specifiers }) => known || specifiers.length === 0) ?? [];
}
/** The words behind `pip`, `python -m pip`, `uv pip` or `conda run ... pip`. */
function calledAs(words) {
	const name = words[0]?.known ? words[0].value.split("/").at(-1) ?? "" : "";
	if (/^pip[\d.]*$/.test(name)) return {
		tool: "pip",
		words: words.slice(1)
	};
	if (name === "uv") {
		const at = words.findIndex(({ value }, index) => index > 0 && !value.startsWith("-"));
		return words[at]?.value === "pip" ? {
			tool: "uv",
			words: words.slice(at + 1)
		} : void 0;
	}
	if (/^python[\d.]*$/.test(name)) {
		const at = words.findIndex(({ value }, index) => index > 0 && !/^-[a-ln-zA-Z]+$/.test(value));
		if (words[at]?.value !== "-m" || !/^(?:pip|uv)$/.test(words[at + 1]?.value ?? "")) return void 0;
		return calledAs(words.slice(at + 1));
	}
	if (/^(?:conda|mamba|micromamba)$/.test(name) && words[1]?.value === "run") {
		let at = 2;
		for (; words[at]?.value.startsWith("-"); at++) if (/^(?:-n|-p|--name|--prefix|--cwd)$/.test(words[at]?.value ?? "")) at += 1;
		return calledAs(words.slice(at));
	}
}
/** Options and operands as pip's option parser tells them apart: `-Ur file`, `--requirement=file`, `-rfile`. */
function readArguments(words) {
	const operands = [];
	const options = [];
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		const { value } = word;
		if (value === "--") return {
			operands: [...operands, ...words.slice(index + 1)],
			options
		};
		if (!value.startsWith("-") || value === "-") {
			operands.push(word);
			continue;
		}
		for (const { name, joined } of value.startsWith("--") ? [longOption(value)] : shortCluster(value)) {
			const next = withValue$2.has(name) && joined === void 0 ? words[index + 1] : void 0;
			if (next) index += 1;
			options.push({
				name: sameOption[name] ?? name,
				value: joined ?? next?.value ?? "",
				known: (next ?? word).known,
				word: next ?? word
			});
		}
	}
	return {
		operands,
		options
	};
}
function longOption(value) {
	const equals = value.indexOf("=");
	return equals < 0 ? {
		name: value,
		joined: void 0
	} : {
		name: value.slice(0, equals),
		joined: value.slice(equals + 1)
	};
}
function* shortCluster(value) {
	for (let at = 1; at < value.length; at++) {
		const name = shortOptions[value[at]] ?? `-${value[at]}`;
		if (!withValue$2.has(name)) {
			yield {
				name,
				joined: void 0
			};
			continue;
		}
		const rest = value.slice(at + 1);
		yield {
			name,
			joined: rest === "" ? void 0 : rest
		};
		return;
	}
}
function requirementOf(word) {
	const { places, exact } = placesOf$1(word);
	const reading = readRequirement(places, word.known, exact);
	return "requirement" in reading ? reading.requirement : void 0;
}
function editableOf({ value, known, word }) {
	const end = word.end ?? word.position;
	const inWord = word.text.length === value.length ? word.position : end;
	return {
		...readEditable({
			value,
			known,
			position: word.position,
			end
		}),
		exact: inWord === word.position
	};
}
/** The places of a word's characters; where a variable stands in it, only where it begins and ends. */
function placesOf$1(word) {
	const { value, text, position, content } = word;
	if (content && content.text === value) return {
		places: content,
		exact: content.isExact
	};
	const end = word.end ?? position;
	const exact = text === value && end.line === position.line && end.column - position.column === value.length;
	if (exact) {
		const at = (offset) => ({
			line: position.line,
			column: position.column + offset
		});
		return {
			places: {
				text: value,
				positionAt: at,
				endAt: at
			},
			exact
		};
	}
	return {
		places: {
			text: value,
			positionAt: () => position,
			endAt: () => end
		},
		exact
	};
}

// packages/dockerfile/src/pins/git-trees.ts
/** Every git tree of an image whose ref is known: a ref that the build's caller gives is not ours to judge. */
function* gitTrees(image) {
	yield* addedTrees(image);
	for (const stage of image.stages) for (const { repository, ref, position } of gitCheckouts(image.commandsOf(stage))) {
		if (ref?.known === false) continue;
		const location = ref ? atRef(image.at(ref.position), ref.text, ref.value) : image.at(position);
		yield {
			source: {
				repository,
				ref: ref?.value
			},
			location
		};
	}
	yield* pipTrees(image);
}
function* addedTrees(image) {
	const { escapeMark } = image.dockerfile;
	for (const { steps } of image.stages) for (const { instruction, variables } of steps) {
		const { keyword, words } = instruction.trigger ?? instruction;
		if (keyword !== "ADD") continue;
		for (const { text, position } of words.slice(0, -1)) {
			const { value, unknown } = expand(text, variables, escapeMark);
			const source = unknown.length === 0 ? gitSourceOfAdd(value) : void 0;
			if (source) yield {
				source,
				location: atRef(image.at(position), text, source.ref)
			};
		}
	}
}
function* pipTrees(image) {
	const { dockerfile, source } = image;
	const written = (path, { line, column }) => {
		return (path === source.dockerfile.path ? dockerfile.lines : void 0)?.[line - 1]?.slice(column - 1) ?? "";
	};
	const named = image.commands.flatMap(pipRequirements).map(({ url, position }) => ({
		url,
		position,
		path: source.dockerfile.path
	}));
	const inFiles = image.requirements.flatMap(({ path, requirements }) => requirements.map(({ url, position }) => ({
		url,
		position,
		path
	})));
	for (const { url, position, path } of [...named, ...inFiles]) {
		const tree = url === void 0 || /[$`]/.test(url) ? void 0 : gitSourceOfPip(url);
		if (tree) yield {
			source: tree,
			location: atRef(locate(path, position), written(path, position), tree.ref)
		};
	}
}
/** Narrows a place to the ref in the text that stands there; the whole place where the ref is not to be seen in it. */
function atRef(place, text, ref) {
	if (ref === void 0 || ref === "") return place;
	const whole = text === ref ? 0 : -1;
	const mark = whole === 0 ? -1 : Math.max(text.indexOf(`#${ref}`), text.indexOf(`@${ref}`));
	const quoted = text.length === ref.length + 2 && text.slice(1, -1) === ref ? 1 : -1;
	const at = whole === 0 ? 0 : quoted === 1 ? 1 : mark < 0 ? -1 : mark + 1;
	if (at < 0) return place;
	const column = (place.column ?? 1) + at;
	return {
		...place,
		column,
		endLine: place.line,
		endColumn: column + ref.length
	};
}

// packages/dockerfile/src/pins/placed-sources.ts
/** What `path` is called at the source of a placement: a file under its own name, in a copied folder, or beside it. */
function* sourcesOf({ source, target, into, parents, wildcards }, path) {
	const rest = path === target ? "" : inside(target, path);
	if (rest === void 0) return;
	const clean = source.replace(/\/+$/, "") || (source.startsWith("/") ? "/" : ".");
	if (parents) {
		const whole = contextPath(clean) ?? "";
		if (rest === whole || inside(whole, rest) !== void 0 || /[*?[]/.test(clean)) yield rest;
		return;
	}
	const last = nameOf$3(clean);
	const matches = (name) => wildcards && /[*?[]/.test(last) ? globMatches(last, name) : name === last;
	if (rest === "") {
		if (!into) yield clean;
		return;
	}
	const [first = ""] = rest.split("/", 1);
	const folder = folderOf$1(clean);
	if (rest === first && matches(first)) yield folder === "" ? first : joinPath(folder, first) ?? "";
	if (!/[*?[]/.test(last)) yield clean === "." ? rest : `${clean === "/" ? "" : clean}/${rest}`;
	else if (last === "*") yield joinPath(folder, rest) ?? "";
}
/** `*` and `?` within one name; classes are not followed. Linear: no expression that could blow up. */
function globMatches(pattern, name) {
	if (pattern.length > 200 || name.length > 300 || pattern.includes("[")) return false;
	const pieces = pattern.split("*");
	const fits = (piece, at) => at + piece.length <= name.length && [...piece].every((one, index) => one === "?" || name[at + index] === one);
	const [head = "", ...others] = pieces;
	if (!fits(head, 0)) return false;
	if (others.length === 0) return head.length === name.length;
	let at = head.length;
	const tail = others.pop() ?? "";
	for (const piece of others) {
		while (at <= name.length && !fits(piece, at)) at += 1;
		if (at > name.length) return false;
		at += piece.length;
	}
	return name.length - tail.length >= at && fits(tail, name.length - tail.length);
}

// packages/dockerfile/src/stages/known-text.ts
/**
* A text of a step with its variables put in; undefined where one of them is not known. What the file does not set may come
* from the base image: nothing is known then.
*/
function knownText({ variables }, text, escapeMark) {
	const { value, unknown } = expand(text, (name) => variables(name) ?? void 0, escapeMark);
	return unknown.length > 0 ? void 0 : value;
}

// packages/dockerfile/src/stages/mounts.ts
/** The `--mount` flags of a RUN, taken apart. */
function* mountsOf({ flags }) {
	for (const flag of flags) {
		if (flag.name !== "mount" || flag.value === void 0 || flag.value.includes("\"")) continue;
		const fields = flag.value.split(",").map((field) => /^\s*([^=]*)=?(.*)$/s.exec(field));
		yield {
			flag,
			options: new Map(fields.map((field) => [(field?.[1] ?? "").toLowerCase(), field?.[2] ?? ""]))
		};
	}
}

// packages/dockerfile/src/stages/remote-source.ts
/** Whether a source of ADD is a URL or a git tree, and none of the context. */
function isRemoteSource(source) {
	return /^(?:[a-z][a-z0-9+.-]*:\/\/|[^/\s@]+@[^/\s:]+:)/i.test(source);
}

// packages/dockerfile/src/pins/placed-files.ts
/** What COPY or ADD puts into the image. */
function* copiedEvents(image, step) {
	const { flags, words, json, heredocs } = step.instruction;
	const from = flags.find(({ name }) => name === "from")?.value;
	const parents = flags.some(({ name, value }) => name === "parents" && value !== "false");
	const texts = json ?? words.map(({ text }) => text);
	const target = knownText(step, texts.at(-1) ?? "", image.dockerfile.escapeMark);
	if (target === void 0 || texts.length < 2) return;
	const folder = joinPath(step.folder, target);
	if (folder === void 0) return;
	const into = /(?:^|\/)\.{0,2}$/.test(target) || texts.length > 2;
	let heredoc = 0;
	for (const text of texts.slice(0, -1)) {
		if (heredocs.length > 0 && /^\d*<</.test(text)) {
			const { name, body } = heredocs[heredoc++] ?? {};
			const path = into && name !== void 0 ? joinPath(folder, name) : folder;
			if (path === void 0 || body === void 0) continue;
			const position = body.positionAt(0);
			yield {
				kind: "text",
				path,
				word: {
					text: body.text,
					value: body.text,
					known: true,
					position,
					end: void 0,
					content: body
				}
			};
			continue;
		}
		const source = knownText(step, text, image.dockerfile.escapeMark);
		const remote = source !== void 0 && isRemoteSource(source);
		yield {
			kind: "place",
			from: source === void 0 || remote ? { kind: "unknown" } : fromOf(image, step, from),
			source: source ?? "",
			target: folder,
			into,
			parents,
			wildcards: true
		};
	}
}
/** What the mounts of a RUN show to its commands. */
function* mountedEvents(image, step) {
	for (const { options } of mountsOf(step.instruction)) {
		const option = (...names) => names.map((one) => options.get(one)).find((one) => one !== void 0) ?? "";
		const type = option("type") || "bind";
		const target = knownText(step, option("target", "dst", "destination"), image.dockerfile.escapeMark);
		const path = target === void 0 || target === "" ? void 0 : joinPath(step.folder, target);
		if (path === void 0) continue;
		if (type !== "bind") {
			yield {
				kind: "replace",
				path,
				folder: type !== "secret"
			};
			continue;
		}
		const source = knownText(step, option("source", "src"), image.dockerfile.escapeMark);
		yield {
			kind: "place",
			from: source === void 0 ? { kind: "unknown" } : fromOf(image, step, option("from")),
			source: source ?? "",
			target: path,
			into: false,
			parents: false,
			wildcards: false
		};
	}
}
function fromOf(image, step, written) {
	if (written === void 0 || written === "") return { kind: "context" };
	const name = knownText(step, written, image.dockerfile.escapeMark)?.toLowerCase();
	const number = name !== void 0 && /^\d+$/.test(name) ? Number(name) : void 0;
	const stage = image.stages.findLast((one) => one.index < step.stage.index && (one.name === name || one.index === number));
	return stage && name !== void 0 ? {
		kind: "stage",
		stage
	} : { kind: "unknown" };
}

// packages/dockerfile/src/pins/read-history.ts
/** Redirections of one command whose content is followed; output, errors and input are three. */
const maxRedirects = 8;
/** Follows the instructions of one stage and the commands of its RUNs, and notes what they do to files. */
var HistoryReader = class {
	events = [];
	commands = [];
	image;
	folder = "";
	constructor(image) {
		this.image = image;
	}
	read(stage) {
		const byInstruction = /* @__PURE__ */ new Map();
		for (const command of this.image.commandsOf(stage)) {
			const { instruction } = command.step;
			const known = byInstruction.get(instruction);
			if (known) known.push(command);
			else byInstruction.set(instruction, [command]);
		}
		for (const step of stage.steps) {
			const instruction = step.instruction.trigger ?? step.instruction;
			const { keyword } = instruction;
			if (keyword === "COPY" || keyword === "ADD") for (const event of copiedEvents(this.image, {
				...step,
				instruction
			})) this.events.push(event);
			else if (keyword === "RUN") {
				this.folder = step.folder;
				const mounts = [...mountedEvents(this.image, {
					...step,
					instruction
				})];
				for (const command of byInstruction.get(instruction) ?? []) this.run(command, mounts);
			}
		}
	}
	run(command, mounts) {
		const { name, words } = command;
		if (name === "cd" || name === "pushd") {
			const to = words[1];
			this.folder = to?.known && !/^[~-]/.test(to.value) ? this.path(to) : void 0;
		}
		this.commands.push({
			command,
			folder: this.folder,
			seen: this.events.length,
			mounts
		});
		const named = operands(command).filter(({ known }) => known);
		if (name === "cp" || name === "mv" || name === "ln") this.moved(named);
		else if (name === "git" && words.some(({ value }) => value === "clone")) this.cloned(named);
		else if (/^(?:sed|perl|patch|dos2unix|truncate)$/.test(name)) for (const word of named) this.add("edit", word);
		else if (/^(?:tee|rm|unzip)$/.test(name)) for (const word of named) this.add("replace", word);
		else if (/^(?:wget|curl|pip-compile|uv|poetry|pipreqs|conda)$/.test(name)) this.written(words);
		for (const [index, { operator, target }] of command.redirects.entries()) {
			const path = target.known ? this.path(target) : void 0;
			if (path === void 0 || !/^(?:&|\d)?>/.test(operator)) continue;
			if (operator.includes(">>")) this.events.push({
				kind: "edit",
				path
			});
			else if (index < maxRedirects) this.redirected(command, named, path);
			else this.events.push({
				kind: "replace",
				path,
				folder: false
			});
		}
	}
	redirected(command, named, path) {
		const heredoc = command.redirects.find(({ operator }) => operator === "<<");
		if (command.name === "cat" && heredoc && named.length === 0) {
			const { target } = heredoc;
			this.events.push(target.known ? {
				kind: "text",
				path,
				word: target
			} : {
				kind: "replace",
				path,
				folder: false
			});
			return;
		}
		const input = command.redirects.filter(({ operator }) => operator === "<").map(({ target }) => target);
		const filters = /^(?:awk|cat|cut|e?grep|fgrep|head|sed|sort|tail|tr|uniq)$/;
		const sources = [];
		for (let link = command; link && filters.test(link.name); link = link.pipedFrom) {
			const files = link === command ? [...named, ...input] : operands(link);
			for (const word of files) {
				const source = word.known ? this.path(word) : void 0;
				if (source !== void 0 && source !== path) sources.push(source);
			}
		}
		this.events.push(sources.length > 0 ? {
			kind: "derive",
			path,
			sources
		} : {
			kind: "replace",
			path,
			folder: false
		});
	}
	moved(named) {
		const last = named.at(-1);
		const target = last && this.path(last);
		if (target === void 0) return;
		const into = named.length > 2 || /(?:^|\/)\.{0,2}$/.test(last?.value ?? "");
		for (const word of named.slice(0, -1)) {
			const source = this.path(word);
			const from = { kind: source === void 0 ? "unknown" : "here" };
			this.events.push({
				kind: "place",
				from,
				source: source ?? "",
				target,
				into,
				parents: false,
				wildcards: true
			});
		}
	}
	/** `git clone url folder`: what lies in there comes from elsewhere. */
	cloned(named) {
		const [, url, folder] = named;
		const name = url?.value.split(/[/:]/).findLast((part) => part !== "");
		const path = folder ? this.path(folder) : name && this.joined(name.replace(/\.git$/, ""));
		if (path) this.events.push({
			kind: "replace",
			path,
			folder: true
		});
	}
	/** A program that writes the file its option names. */
	written(words) {
		for (const [index, { value }] of words.entries()) {
			const joined = /^(?:-[oO]|--output(?:-file|-document)?=)(.+)$/.exec(value)?.[1];
			const next = /^(?:-[oO]|--output|--output-file|--output-document)$/.test(value) ? words[index + 1]?.value : void 0;
			const path = joined ?? next;
			const at = path === void 0 ? void 0 : this.joined(path);
			if (at !== void 0) this.events.push({
				kind: "replace",
				path: at,
				folder: false
			});
		}
	}
	add(kind, word) {
		const path = this.path(word);
		if (path === void 0 || path === "") return;
		this.events.push(kind === "edit" ? {
			kind,
			path
		} : {
			kind,
			path,
			folder: true
		});
	}
	path(word) {
		return /[$`~]/.test(word.value) ? void 0 : this.joined(word.value);
	}
	joined(value) {
		return this.folder === void 0 && !value.startsWith("/") ? void 0 : joinPath(this.folder ?? "/", value);
	}
};

// packages/dockerfile/src/pins/stage-files.ts
const histories = /* @__PURE__ */ new WeakMap();
/** What happens to the files of a stage, and its commands between. Read once for an image. */
function historyOf(image, stage) {
	const known = histories.get(image) ?? /* @__PURE__ */ new Map();
	histories.set(image, known);
	const found = known.get(stage);
	if (found) return found;
	const reader = new HistoryReader(image);
	reader.read(stage);
	const history = {
		parent: stage.parent,
		events: reader.events,
		commands: reader.commands
	};
	known.set(stage, history);
	return history;
}

// packages/dockerfile/src/pins/file-origin.ts
/** COPY --from of a COPY --from, and `cp` of `cp`. */
const maxHops = 8;
/** Paths that one file may come from. */
const maxCandidates = 20;
/** Events that all questions about one image look at: hostile files have thousands of both. */
const maxLooked$1 = 1e6;
const looked = /* @__PURE__ */ new WeakMap();
/** Where a file of a stage comes from, as it stood before the stage's event number `before`; undefined where nobody knows. */
function originOf(image, stage, path, before = Number.POSITIVE_INFINITY, mounts = []) {
	return new OriginFinder(image).find(stage, path, before, mounts, 0);
}
var OriginFinder = class {
	image;
	budget;
	constructor(image) {
		this.image = image;
		this.budget = looked.get(image) ?? { left: maxLooked$1 };
		looked.set(image, this.budget);
	}
	find(stage, path, before, mounts, hops) {
		if (hops > maxHops) return void 0;
		let changed = false;
		let maybe;
		let link = stage;
		let start = before;
		let own = mounts;
		while (link) {
			const { events, parent } = historyOf(this.image, link);
			start = Math.min(start, events.length);
			for (let index = start + own.length - 1; index >= 0; index--) {
				if (--this.budget.left < 0) return void 0;
				const event = index < start ? events[index] : own[index - start];
				const told = this.told(link, event, path, Math.min(index, start), hops);
				if (told === void 0) continue;
				if (told === "unknown") return maybe;
				if (told === "changed") changed = true;
				else {
					const { found, text } = told;
					maybe = {
						found,
						context: [...maybe?.context ?? [], ...told.context].slice(0, maxCandidates),
						text,
						changed: told.changed || changed
					};
					if (found) return maybe;
				}
			}
			link = parent;
			start = Number.POSITIVE_INFINITY;
			own = [];
		}
		return maybe;
	}
	/** What one event says about a path; undefined: nothing. */
	told(stage, event, path, before, hops) {
		if (event.kind === "place") return this.placed(stage, event, path, before, hops);
		if (event.kind === "replace" && event.folder && inside(event.path, path) !== void 0) return "unknown";
		if (event.path !== path) return void 0;
		if (event.kind === "edit") return "changed";
		if (event.kind === "replace") return "unknown";
		if (event.kind === "text") return {
			found: true,
			context: [],
			text: event.word,
			changed: false
		};
		return this.union(stage, event.sources, before, hops) ?? "unknown";
	}
	union(stage, sources, before, hops) {
		const all = sources.flatMap((source) => this.find(stage, source, before, [], hops + 1) ?? []);
		const best = all.find(({ found }) => found) ?? all[0];
		return best && {
			...best,
			context: all.flatMap(({ context }) => context).slice(0, maxCandidates),
			changed: true
		};
	}
	placed(stage, event, path, before, hops) {
		const candidates = [...sourcesOf(event, path)];
		if (candidates.length === 0) return void 0;
		const { from } = event;
		if (from.kind === "unknown") return "unknown";
		if (from.kind === "context") {
			const kinds = candidates.flatMap((one) => {
				const path = contextPath(one);
				return path ? [{
					path,
					kind: this.kindOf(path)
				}] : [];
			});
			const context = kinds.filter(({ kind }) => kind !== "missing").map(({ path }) => path);
			const found = kinds.some(({ kind }) => kind === "there");
			return context.length > 0 ? {
				found,
				context,
				text: void 0,
				changed: false
			} : void 0;
		}
		for (const one of candidates) {
			const origin = from.kind === "stage" ? from.stage : stage;
			const source = from.kind === "stage" ? joinPath("/", one) ?? one : one;
			const end = from.kind === "stage" ? Number.POSITIVE_INFINITY : before;
			const found = this.find(origin, source, end, [], hops + 1);
			if (found) return found;
		}
	}
	kindOf(path) {
		const { files, source } = this.image;
		if (files.has(path)) return files.get(path) ? "there" : "missing";
		const kind = source.context?.find(path, false).kind ?? "unknown";
		return kind === "sent" ? "there" : kind === "unknown" ? "unknown" : "missing";
	}
};

// packages/dockerfile/src/once-for.ts
/** What `read` says of a thing, read when somebody asks for the first time and kept as long as the thing is. */
function onceFor(read) {
	const answers = /* @__PURE__ */ new WeakMap();
	return (thing) => {
		const known = answers.get(thing) ?? { answer: read(thing) };
		answers.set(thing, known);
		return known.answer;
	};
}

// packages/dockerfile/src/stages/copied-files.ts
/** What COPY and ADD bring into the stages, in the order written. Read once for an image. */
const copiedFiles = onceFor((image) => image.stages.flatMap(({ steps }) => steps.flatMap((step) => copiedBy(step, image.dockerfile.escapeMark))));
function copiedBy(step, escapeMark) {
	const { keyword, words, flags, heredocs } = step.instruction.trigger ?? step.instruction;
	if (keyword !== "COPY" && keyword !== "ADD") return [];
	const expanded = (text) => knownText(step, text, escapeMark);
	const flag = (name) => {
		const value = flags.findLast((one) => one.name === name)?.value;
		return value === void 0 ? void 0 : expanded(value) ?? "";
	};
	const destination = expanded(words.at(-1)?.text ?? "");
	if (destination === void 0 || words.length < 2) return [];
	const elsewhere = flags.some(({ name, value }) => name === "from" && value !== "");
	let heredoc = 0;
	return words.slice(0, -1).flatMap(({ text, position }) => {
		const given = heredocs.length > 0 && /^\d*<</.test(text) ? heredocs[heredoc++] : void 0;
		const written = given ? given.name : expanded(text);
		if (written === void 0) return [];
		const isUrl = isRemoteSource(written);
		const kind = given ? "heredoc" : elsewhere ? "elsewhere" : isUrl ? "url" : "context";
		const source = kind === "context" ? contextPath(written) : written;
		if (source === void 0) return [];
		const targets = targetsOf(step.folder, destination, kind === "url" ? written.split(/[?#]/)[0] ?? "" : source, words.length > 2);
		return [{
			step,
			keyword,
			source,
			kind,
			heredoc: given,
			destination,
			targets,
			owner: flag("chown"),
			mode: flag("chmod"),
			position
		}];
	});
}
function targetsOf(folder, destination, source, several) {
	const path = joinPath(folder, destination);
	if (path === void 0) return [];
	const inside = joinPath(path === "" ? "/" : path, nameOf$3(source));
	return (several || /(?:^|\/)\.{0,2}$/.test(destination) ? [inside, path] : [path, inside]).filter((one) => one !== void 0);
}

// packages/dockerfile/src/stages/written-lines.ts
/** `echo PermitRootLogin yes`: the line's characters stand in several words. */
function wordsAsLine(words, position) {
	const text = words.map(({ value }) => value).join(" ");
	const parts = words.flatMap((word, index) => {
		const placed = placedValue(word);
		const space = index === 0 ? [] : [{
			text: " ",
			at: word.position
		}];
		return placed ? [...space, ...placed.parts()] : [];
	});
	const content = SpannedText.join(parts);
	return content.text === text ? linesOfContent(content) : linesAt(text, position);
}
/** The lines of a word's value, each with its place as far as that is known. */
function linesOfWord(word) {
	const placed = placedValue(word);
	return placed ? linesOfContent(placed) : linesAt(word.value, word.position);
}
const lineEnd = /\\n|\n/g;
/** The lines of a text, empty ones left out; a written `\n` ends one too. */
function linesOfContent(content) {
	const lines = [];
	const { text } = content;
	let start = 0;
	const add = (end) => {
		const line = text.slice(start, end);
		const isComment = /^\s*#/.test(line);
		if (line.trim() !== "") lines.push({
			text: line,
			position: content.positionAt(start),
			content: content.slice(start, end),
			isComment
		});
	};
	for (const match of text.matchAll(lineEnd)) {
		add(match.index);
		start = match.index + match[0].length;
	}
	add(text.length);
	return lines;
}
/** The lines of a text of which only the beginning's place is known. */
function linesAt(text, position) {
	return text.split(lineEnd).filter((line) => line.trim() !== "").map((line) => ({
		text: line,
		position,
		content: void 0,
		isComment: /^\s*#/.test(line)
	}));
}

// packages/dockerfile/src/stages/copied-configurations.ts
/** Files that matter wherever they come from, a copied folder included. */
const configurations = [
	"/etc/ssh/sshd_config",
	"/etc/sudoers",
	"/etc/apt/apt.conf"
];
const configuration = /(?:^|\/)(?:sshd_config|sudoers|sshd_config\.d\/[^/]+|sudoers\.d\/[^/]+|pip\.conf|\.condarc|\.npmrc|\.curlrc|\.wgetrc|\.gitconfig|gitconfig|apt\.conf(?:\.d\/[^/]+)?|[^/]+\.list|jupyter_[a-z_]+_config\.(?:py|json))$/;
/** Context paths of configuration files whose texts the rules would read. */
function wantedConfigurations(image) {
	const wanted = /* @__PURE__ */ new Set();
	for (const { kind, source, targets } of copiedFiles(image)) {
		const isWanted = targets.some(isConfiguration) || /\.(?:pem|key)$/.test(source);
		if (kind === "context" && !/[*?[]/.test(source) && isWanted) wanted.add(source);
	}
	for (const stage of image.stages) for (const path of configurations) for (const one of originOf(image, stage, path)?.context.slice(0, 2) ?? []) wanted.add(one);
	return [...wanted];
}
function isConfiguration(path) {
	return configuration.test(path);
}
/** The configuration files that COPY brings into a stage, as far as their texts are there. */
function* copiedConfigurations(image, stage) {
	const seen = /* @__PURE__ */ new Set();
	const copied = copiedFiles(image).filter(({ step, kind }) => step.stage === stage && kind === "context");
	for (const { source, targets, step } of copied) {
		const target = targets.find(isConfiguration);
		const file = target === void 0 ? void 0 : image.files.get(source);
		if (file === void 0 || seen.has(source)) continue;
		seen.add(source);
		yield copiedWrite(file, target, step);
	}
	const last = copied.at(-1);
	for (const target of last ? configurations : []) {
		const path = originOf(image, stage, target)?.context.find((one) => image.files.get(one) !== void 0);
		const file = path === void 0 ? void 0 : image.files.get(path);
		if (file === void 0 || path === void 0 || seen.has(path) || last === void 0) continue;
		seen.add(path);
		yield copiedWrite(file, target, last.step);
	}
}
/** UTF-16 units; a configuration is short. */
const maxConfiguration = 262144;
function copiedWrite(file, target, step) {
	const lines = file.text.slice(0, maxConfiguration).replace(/^\uFEFF/, " ").split("\n");
	const content = SpannedText.join(lines.map((line, index) => ({
		text: `${line.replace(/\r$/, " ")}\n`,
		at: {
			line: index + 1,
			column: 1
		}
	})));
	const rest = {
		command: void 0,
		stage: step.stage,
		step,
		file: file.path,
		when: "build"
	};
	return {
		target,
		how: "replace",
		lines: linesOfContent(content),
		edits: [],
		...rest
	};
}

// packages/dockerfile/src/stages/script-text.ts
/** The lines of a shell script; undefined where another program reads the file, or nobody can. */
function scriptText({ path, text }) {
	const plain = text.replace(/^\uFEFF/, "");
	if (plain.slice(0, 4096).includes("\0")) return void 0;
	const shebang = /^#![ \t]*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(plain.slice(0, 400));
	const program = shebang?.[1]?.endsWith("/env") ? shebang[2] : shebang?.[1];
	if (program === void 0 ? /\.(?!(?:ba|da|z|k)?sh$)\w+$/i.test(nameOf$3(path)) : !shells.test(program)) return void 0;
	const lines = plain.split("\n");
	return SpannedText.join(lines.map((line, index) => ({
		text: `${line.replace(/\r$/, "")}\n`,
		at: {
			line: index + 1,
			column: 1
		}
	})));
}

// packages/dockerfile/src/stages/script-uses.ts
/** Each one walks through what happened to the files of a stage. */
const maxLookUps = 1e3;
/** The scripts that the commands of an image run, and those that COPY brings. */
function scriptUses(image) {
	const uses = [];
	const copied = copiedFiles(image).filter(({ kind }) => kind === "context");
	const names = new Set(copied.flatMap(({ source, targets }) => [source, ...targets].map(nameOf$3)));
	const budget = { left: maxLookUps };
	for (const stage of image.stages) {
		if (copied.length === 0 && !stage.steps.some(hasMount)) continue;
		const inRun = historyOf(image, stage).commands.filter(({ command }) => command.step.stage === stage);
		for (const { command, folder, seen, mounts } of inRun) uses.push(...usesOf(image, command, {
			folder,
			seen,
			mounts,
			names,
			budget,
			when: "build"
		}));
		for (const command of image.commandsOf(stage)) {
			const { instruction, folder } = command.step;
			if (instruction.keyword === "RUN") continue;
			uses.push(...usesOf(image, command, {
				folder,
				names,
				budget,
				when: "start"
			}));
		}
	}
	for (const one of copied) if (looksLikeScript(one)) uses.push({
		candidates: [one.source],
		when: "copied",
		step: one.step
	});
	return uses;
}
function hasMount({ instruction }) {
	return instruction.flags.some(({ name }) => name === "mount");
}
const programFolders = /^\/(?:usr\/(?:local\/)?)?s?bin$/;
/** `start.sh`, and what lands among the programs without a suffix. */
function looksLikeScript({ source, targets }) {
	if (/[*?[]/.test(source) || source === "") return false;
	const name = nameOf$3(source);
	if (/\.(?:ba|da|z|k)?sh$/.test(name)) return true;
	return !name.includes(".") && targets.some((target) => programFolders.test(folderOf$1(target)) && nameOf$3(target) === name);
}
function* usesOf(image, command, around) {
	const { stage } = command.step;
	for (const path of pathsRun(command, around)) {
		if (--around.budget.left < 0) return;
		const origin = originOf(image, stage, path, around.seen, around.mounts);
		if (origin && origin.context.length > 0) yield {
			candidates: origin.context,
			when: around.when,
			step: command.step
		};
	}
}
/** Scripts that a script runs: by their place in the image, or beside it where it says so relatively. */
function* runBy(image, commands, stage, when, path) {
	const names = new Set(copiedFiles(image).flatMap(({ targets }) => targets.map(nameOf$3)));
	for (const command of commands.slice(0, 2e3)) for (const inner of pathsRun(command, {
		folder: command.step.folder,
		names,
		when: "build"
	})) {
		const origin = originOf(image, stage, inner);
		const beside = joinPath(folderOf$1(path), nameOf$3(inner));
		const known = [...origin?.context ?? [], ...beside === void 0 || origin ? [] : [beside]].filter((one) => nameOf$3(one) !== "" && /\.(?:ba)?sh$|\/[^.]+$/.test(one));
		if (known.length > 0) yield {
			candidates: known,
			when,
			step: command.step
		};
	}
}
/** The paths in the image of what a command runs. */
function* pathsRun(command, { folder, names, when }) {
	const { name, words } = command;
	const absolute = (value) => value.startsWith("/") ? joinPath("/", value) : folder ? joinPath(folder, value) : void 0;
	const first = words[0];
	const isShell = shells.test(name);
	const run = isShell || name === "." || name === "source" ? operands(command, ["-o", "-O"])[0] : first;
	const others = when === "start" && !isShell ? words.slice(1, 20) : [];
	for (const word of [run, ...others]) {
		if (!word?.known || word.value === "" || word.value.length > 400) continue;
		const { value } = word;
		if (value.includes("/") || word !== first && names.has(value)) {
			const path = absolute(value);
			if (path !== void 0) yield path;
		} else if (word === first && names.has(value)) for (const bin of [
			"/usr/local/bin",
			"/usr/bin",
			"/bin",
			"/usr/local/sbin",
			"/usr/sbin",
			"/sbin"
		]) yield `${bin}/${value}`;
	}
}

// packages/dockerfile/src/stages/script-files.ts
/** Scripts of one image that are looked into, and scripts that scripts run. */
const maxScripts = 100;
const maxDepth$1 = 4;
/** The shell scripts that COPY brings into the image, as far as their texts are there. Read once, after all files are. */
const scriptFiles = onceFor((image) => readScripts(image));
/** The commands of all of those scripts. */
function scriptCommands(image, ...when) {
	const { scripts } = scriptFiles(image);
	return scripts.filter((one) => when.length === 0 || when.includes(one.when)).flatMap(({ commands }) => commands);
}
/** Context paths of scripts whose texts the rules would read. Ask again when they are there: scripts run scripts. */
function wantedScripts(image) {
	const wanted = scriptUses(image).flatMap(({ candidates }) => candidates.slice(0, 4));
	if (image.source.files === void 0 || image.source.files.size === 0) return [...new Set(wanted)];
	const { nested } = readScripts(image);
	return [.../* @__PURE__ */ new Set([...wanted, ...nested])];
}
const ranks = {
	build: 2,
	start: 1,
	copied: 0
};
function readScripts(image) {
	const unread = [];
	const reading = newReading((part) => unread.push(part));
	const found = /* @__PURE__ */ new Map();
	const nested = [];
	let uses = scriptUses(image).sort((a, b) => ranks[b.when] - ranks[a.when]);
	for (let depth = 0; depth < maxDepth$1 && uses.length > 0; depth++) {
		const inner = [];
		for (const { candidates, when, step } of uses) {
			const path = candidates.find((one) => image.files.get(one) !== void 0);
			if (path === void 0) {
				if (depth > 0) nested.push(...candidates.slice(0, 4));
				continue;
			}
			if (found.has(path) || found.size >= maxScripts) continue;
			const file = image.files.get(path);
			const text = scriptText(file);
			if (text === void 0) continue;
			const commands = readScriptFile(text, step, file.path, reading);
			found.set(path, {
				path,
				when,
				commands
			});
			inner.push(...runBy(image, commands, step.stage, when, path));
		}
		uses = inner;
	}
	return {
		scripts: [...found.values()],
		unread,
		nested
	};
}

// packages/dockerfile/src/pins/file-text.ts
const parsedFiles = /* @__PURE__ */ new WeakMap();
/** The text of a file of the context: asked for by name, or one of the requirements files at its top. */
function textOf({ files, source }, path) {
	return files.get(path) ?? source.requirements.find((file) => contextPath(inFolder(file.path, source.folder)) === path);
}
function inFolder(path, folder) {
	return folder !== "." && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}
/** Read once for an image, however many commands name it. */
function parsedFile(image, { path, text }) {
	const known = parsedFiles.get(image) ?? /* @__PURE__ */ new Map();
	parsedFiles.set(image, known);
	const found = known.get(path) ?? image.requirements.find((file) => file.path === path) ?? parseRequirements(path, text);
	known.set(path, found);
	return found;
}
/** A heredoc: its lines stand below each other in the Dockerfile. */
function inlineFile({ source }, { value, position }) {
	return parseRequirements(source.dockerfile.path, value, position.line - 1);
}

// packages/dockerfile/src/stages/stage.ts
/** The stages a stage consists of, the oldest first, itself last. */
function chainOf(stage) {
	const chain = [];
	for (let link = stage; link; link = link.parent) chain.push(link);
	return chain.reverse();
}
/** The steps that make up a stage, from its outer base on. */
function stepsOfChain(stage) {
	return chainOf(stage).flatMap(({ steps }) => steps);
}

// packages/dockerfile/src/pins/markers.ts
/** Every image is Linux with CPython; which Python and which processor, another place knows or nobody. */
const linux = {
	extra: "",
	implementation_name: "cpython",
	os_name: "posix",
	platform_python_implementation: "CPython",
	platform_system: "Linux",
	sys_platform: "linux"
};
/** Whether a condition holds there. `undefined` as marker: there is none, so it does. */
function markerApplies(text, environment = linux) {
	if (text === void 0 || text.trim() === "") return true;
	const marker = parseMarker(text);
	return marker === void 0 ? "unknown" : evaluate(marker, environment);
}
function evaluate(marker, environment) {
	if (marker.kind === "compare") return compare(marker, environment);
	const decisive = marker.kind === "or";
	let result = !decisive;
	for (const part of marker.parts) {
		const one = evaluate(part, environment);
		if (one === decisive) return decisive;
		if (one === "unknown") result = "unknown";
	}
	return result;
}
function compare({ left, operator, right }, environment) {
	if (left.name === void 0 === (right.name === void 0)) return "unknown";
	const name = left.name ?? right.name ?? "";
	if (name === "python_full_version" && environment[name] === void 0 && left.name !== void 0) return fullVersion(operator, right.value, environment.python_version);
	const value = environment[name];
	if (value === void 0) return "unknown";
	const [a, b] = left.name === void 0 ? [left.value, value] : [value, right.value];
	return holds$1(a, operator, b, /version$/.test(name));
}
/** Of `3.8` every 3.8.x is meant: known where the first and the last of them agree and the text names none of them. */
function fullVersion(operator, wanted, minor) {
	if (minor === void 0 || wanted === minor || wanted.startsWith(`${minor}.`)) return "unknown";
	const first = holds$1(`${minor}.0`, operator, wanted, true);
	return first === holds$1(`${minor}.999`, operator, wanted, true) ? first : "unknown";
}
function holds$1(a, operator, b, isVersion) {
	if (operator === "in") return b.includes(a);
	if (operator === "not in") return !b.includes(a);
	if (isVersion && isSpecifier({
		operator,
		version: b
	})) return satisfies(a, [{
		operator,
		version: b
	}]) ?? "unknown";
	switch (operator) {
		case "==": return a === b;
		case "!=": return a !== b;
		default: return "unknown";
	}
}

// packages/dockerfile/src/pins/conda-command.ts
const withValue$1 = new Set(`-c -f -n -p --channel --name --prefix --file --repodata-fn --solver --subdir --platform --experimental --revision --clone
  --cert --rc-file --root-prefix -r --log-level`.split(/\s+/));
/** `conda install pytorch=1.9.1 -c pytorch`. Names are conda's own: its pytorch is pip's torch. */
function readCondaCommand(command) {
	const { name, words } = command;
	if (!/^(?:conda|mamba|micromamba)$/.test(name)) return void 0;
	const operands = [];
	const options = [];
	for (let index = 1; index < words.length; index++) {
		const word = words[index];
		if (!word.value.startsWith("-")) {
			operands.push(word);
			continue;
		}
		const [option = "", ...joined] = word.value.split("=");
		const next = withValue$1.has(option) && joined.length === 0 ? words[index + 1] : void 0;
		if (next) index += 1;
		const value = next?.value ?? joined.join("=");
		options.push({
			name: option === "-c" ? "--channel" : option,
			value,
			known: (next ?? word).known,
			word: next ?? word
		});
	}
	const [verb, ...rest] = operands;
	if (verb?.value !== "install" && verb?.value !== "create") return void 0;
	const requirements = rest.flatMap((word) => condaRequirement(word) ?? []);
	return {
		tool: "conda",
		verb: verb.value,
		command,
		requirements,
		options
	};
}
/** `channel::name`, then nothing, `=1.9`, `=1.9.1=build`, `==1.9.1` or `>=1,<2`, with or without a space. */
function condaRequirement(word) {
	const { places, exact } = placesOf$1(word);
	const text = word.value.length > 1e3 ? "" : word.value;
	const match = /^(?:[^\s:]+::)?([A-Za-z0-9_][\w.-]*)\s*/.exec(text);
	if (match === null) return void 0;
	const name = match[1] ?? "";
	const start = match[0].trimEnd().length - name.length;
	const specifiers = [];
	for (const part of text.slice(match[0].length).matchAll(/[^,\s]+/g)) {
		const written = /^(===?|=|~=|!=|<=?|>=?)?([^=]*)/.exec(part[0]);
		const from = match[0].length + part.index;
		const operator = written?.[1] ?? "=";
		const version = written?.[2] ?? "";
		const versionFrom = from + (written?.[1] ?? "").length;
		specifiers.push({
			operator,
			version,
			legacy: false,
			position: places.positionAt(from),
			versionPosition: places.positionAt(versionFrom),
			end: places.endAt(versionFrom + version.length)
		});
	}
	return {
		extras: [],
		url: void 0,
		path: void 0,
		marker: void 0,
		editable: false,
		hashes: [],
		name,
		specifiers,
		source: "index",
		known: word.known,
		exact,
		position: places.positionAt(start),
		nameEnd: places.endAt(start + name.length),
		end: places.endAt(text.trimEnd().length)
	};
}

// packages/dockerfile/src/pins/follow-files.ts
/** Files within files, and all of them together. */
const maxDepth = 10;
const maxFiles = 200;
/**
* A requirements file and what it names by `-r` and `-c`, relative to its own folder as pip takes them. A file that names itself
* is read once. `open` gives a file by its path.
*/
function* followFiles(path, constraint, open) {
	yield* new Follower(open).follow(path, constraint, void 0, void 0, 0);
}
var Follower = class {
	open;
	within = /* @__PURE__ */ new Set();
	left = maxFiles;
	constructor(open) {
		this.open = open;
	}
	*follow(path, constraint, option, from, depth) {
		if (this.within.has(path)) return;
		const file = depth > maxDepth || this.left <= 0 || isUrl(path) ? void 0 : this.open(path);
		this.left -= 1;
		if (file === void 0) {
			yield {
				kind: "missing",
				path,
				option,
				file: from
			};
			return;
		}
		this.within.add(path);
		let next = 0;
		for (const one of file.options) {
			const { line, column } = one.position;
			for (; next < file.requirements.length; next++) {
				const requirement = file.requirements[next];
				const { position } = requirement;
				if (position.line > line || position.line === line && position.column > column) break;
				yield {
					kind: "requirement",
					requirement,
					file,
					constraint
				};
			}
			if (one.name !== "--requirement" && one.name !== "--constraint") yield {
				kind: "option",
				option: one,
				file
			};
			else {
				const named = isUrl(one.value) ? one.value : joinPath(folderOf$1(path), one.value);
				const isConstraint = one.name === "--constraint";
				if (named === void 0 || !one.known) yield {
					kind: "missing",
					path: one.value,
					option: one,
					file
				};
				else yield* this.follow(named, isConstraint, one, file, depth + 1);
			}
		}
		for (const requirement of file.requirements.slice(next)) yield {
			kind: "requirement",
			requirement,
			file,
			constraint
		};
		this.within.delete(path);
	}
};

// packages/dockerfile/src/pins/install-options.ts
/** The variables that pip and uv read in place of options. Sources: pip's and uv's documentation of their configuration. */
const fromEnvironment = {
	pip: {
		PIP_EXTRA_INDEX_URL: "--extra-index-url",
		PIP_FIND_LINKS: "--find-links",
		PIP_IGNORE_INSTALLED: "--ignore-installed",
		PIP_INDEX_URL: "--index-url",
		PIP_NO_BINARY: "--no-binary",
		PIP_NO_DEPS: "--no-deps",
		PIP_NO_INDEX: "--no-index",
		PIP_ONLY_BINARY: "--only-binary",
		PIP_PRE: "--pre",
		PIP_PREFIX: "--prefix",
		PIP_REQUIRE_HASHES: "--require-hashes",
		PIP_TARGET: "--target",
		PIP_UPGRADE: "--upgrade",
		PIP_USER: "--user"
	},
	uv: {
		UV_DEFAULT_INDEX: "--index-url",
		UV_EXTRA_INDEX_URL: "--extra-index-url",
		UV_FIND_LINKS: "--find-links",
		UV_INDEX: "--extra-index-url",
		UV_INDEX_URL: "--index-url",
		UV_TORCH_BACKEND: "--torch-backend"
	},
	conda: {}
};
const lists$1 = /* @__PURE__ */ new Set(["--extra-index-url", "--find-links"]);
/** What the environment of a step sets. `PIP_NO_CACHE_DIR` is left out: what it means changed between pips. */
function optionsOfEnvironment(step, tool) {
	const uses = [];
	let complete = step.variables("PIP_CONFIG_FILE") === null;
	for (const [variable, name] of Object.entries(fromEnvironment[tool])) {
		const value = step.variables(variable);
		if (value === void 0) complete = false;
		if (value === void 0 || value === null || /^(?:|0|false|no|off)$/i.test(value.trim())) continue;
		for (const one of lists$1.has(name) ? value.trim().split(/\s+/) : [value]) uses.push({
			name,
			value: one,
			known: true,
			location: void 0
		});
	}
	return {
		uses,
		complete
	};
}
function useOf({ name, value, known, word }, file) {
	const end = word.end ? {
		endLine: word.end.line,
		endColumn: word.end.column
	} : {};
	return {
		name,
		value,
		known,
		location: {
			file,
			...word.position,
			...end
		}
	};
}
function useInFile({ name, value, known, position, end }, file) {
	return {
		name,
		value,
		known,
		location: {
			file,
			...position,
			endLine: end.line,
			endColumn: end.column
		}
	};
}
/** The options that a list of uses comes to: later ones win, `--no-index` leaves indexes out. */
function optionsFrom(uses, complete, conda) {
	const has = (...names) => uses.some(({ name }) => names.includes(name));
	const all = (...names) => uses.filter(({ name }) => names.includes(name)).map(({ value }) => value);
	const words = (name) => all(name).flatMap((value) => value.split(",").map((one) => one.trim()));
	const urls = [
		"--index-url",
		"--extra-index-url",
		"--find-links",
		"--index",
		"--default-index",
		"--channel"
	];
	const hidden = uses.some(({ name, known }) => !known && urls.includes(name));
	const noIndex = has("--no-index");
	return {
		indexUrl: noIndex ? void 0 : all("--index-url", "--default-index").at(-1),
		extraIndexUrls: noIndex ? [] : all("--extra-index-url", "--index", ...has("--torch-backend") ? ["--torch-backend"] : []),
		findLinks: all("--find-links"),
		channels: all("--channel"),
		noDeps: has("--no-deps", "--no-dependencies"),
		noIndex,
		requireHashes: has("--require-hashes"),
		editable: false,
		upgrade: has("--upgrade"),
		reinstall: has("--force-reinstall", "--ignore-installed", "--reinstall"),
		user: has("--user"),
		pre: has("--pre", "--prerelease"),
		noBuildIsolation: has("--no-build-isolation"),
		noCacheDir: has("--no-cache-dir", "--no-cache"),
		noBinary: words("--no-binary"),
		onlyBinary: words("--only-binary"),
		target: all("--target", "--prefix", "--root", ...conda ? [
			"-n",
			"-p",
			"--name"
		] : []).at(-1),
		complete: complete && !hidden && !has("--torch-backend", "--index-strategy"),
		uses
	};
}

// packages/dockerfile/src/pins/read-installs.ts
/** Packages that all commands of one image may bring: a hostile one installs a long file a thousand times. */
const maxInstalls = 5e5;
const budgets = /* @__PURE__ */ new WeakMap();
/** Reads the commands of one stage in their order. */
var InstallReader = class {
	reading;
	image;
	stage;
	budget;
	constructor(image, stage, configured) {
		this.image = image;
		this.budget = budgets.get(image) ?? { left: maxInstalls };
		budgets.set(image, this.budget);
		this.stage = stage;
		this.reading = {
			installs: [],
			missing: [],
			files: /* @__PURE__ */ new Map(),
			wanted: /* @__PURE__ */ new Set(),
			configured
		};
	}
	read() {
		const { events, commands } = historyOf(this.image, this.stage);
		if (events.some((event) => event.kind === "place" && /pip\.conf$/.test(`${event.source} ${event.target}`))) this.reading.configured = true;
		for (const placed of commands) {
			const { command } = placed;
			if (configuresPip(command)) this.reading.configured = true;
			const pip = readPipCommand(command) ?? readCondaCommand(command);
			if (pip) this.install(pip, placed);
		}
	}
	install(pip, placed) {
		const { image, reading } = this;
		const { command } = placed;
		const written = command.file ?? image.source.dockerfile.path;
		const environment = optionsOfEnvironment(command.step, pip.tool);
		const uses = [...environment.uses, ...pip.options.map((option) => useOf(option, written))];
		const found = [];
		const limits = /* @__PURE__ */ new Map();
		const opened = {
			files: /* @__PURE__ */ new Map(),
			changed: /* @__PURE__ */ new Set()
		};
		let complete = environment.complete && !this.reading.configured && !setsPipVariables(command.step);
		for (const requirement of pip.requirements) found.push({
			requirement,
			file: void 0
		});
		const constraint = command.step.variables("PIP_CONSTRAINT");
		if (constraint === void 0) complete = false;
		const named = pip.options.filter(({ name }) => pip.tool !== "conda" && (name === "--requirement" || name === "--constraint")).map(({ name, value, known, word }) => ({
			value,
			known,
			word,
			limit: name === "--constraint"
		}));
		if (constraint) for (const value of constraint.split(/\s+/)) named.push({
			value,
			known: true,
			word: void 0,
			limit: true
		});
		for (const { value, known, word, limit } of named) {
			const location = {
				file: written,
				...word?.position ?? command.position,
				...word?.end ? {
					endLine: word.end.line,
					endColumn: word.end.column
				} : {}
			};
			const path = known ? this.containerPath(value, placed) : void 0;
			if (path === void 0) {
				reading.missing.push({
					path: value,
					location,
					command
				});
				complete = false;
				continue;
			}
			for (const item of followFiles(path, limit, (one) => this.open(one, placed, opened))) if (item.kind === "missing" || --this.budget.left < 0) {
				const { option, file } = item.kind === "requirement" ? {
					option: void 0,
					file: item.file
				} : item;
				const at = option && file ? useInFile(option, file.path).location : void 0;
				const missing = item.kind === "missing" ? item.path : path;
				reading.missing.push({
					path: missing,
					location: at ?? location,
					command
				});
				complete = false;
				if (this.budget.left < 0) break;
			} else if (item.kind === "option") uses.push(useInFile(item.option, item.file.path));
			else if (!item.constraint) found.push({
				requirement: item.requirement,
				file: item.file
			});
			else {
				const key = normalName(item.requirement.name);
				const known = limits.get(key) ?? [];
				limits.set(key, known);
				if (known.length < 10) known.push(item.requirement);
			}
		}
		const options = optionsFrom(uses, complete, pip.tool === "conda");
		const editable = {
			...options,
			editable: true
		};
		for (const { requirement, file } of found) {
			const name = normalName(requirement.name);
			const uncertain = command.conditional || file !== void 0 && opened.changed.has(file);
			const applies = markerApplies(requirement.marker);
			reading.installs.push({
				tool: pip.tool,
				verb: pip.verb,
				name,
				requirement,
				location: locationOf(requirement, file?.path ?? written),
				step: command.step,
				command,
				from: file ? "file" : "command",
				file: file?.path,
				options: requirement.editable ? editable : options,
				applies: uncertain && applies ? "unknown" : applies,
				uncertain,
				constraints: limits.get(name) ?? noConstraints
			});
		}
	}
	containerPath(value, { folder }) {
		if (isUrl(value)) return value;
		if (folder === void 0 && !value.startsWith("/")) return void 0;
		return /[~`$]/.test(value) || value === "-" ? void 0 : joinPath(folder ?? "/", value);
	}
	/** The file of the container as it is at that command: the text of a file of the context, or one the Dockerfile holds. */
	open(path, placed, opened) {
		const known = opened.files.get(path);
		if (known) return known;
		const origin = originOf(this.image, this.stage, path, placed.seen, placed.mounts);
		if (origin === void 0) return void 0;
		const file = origin.text ? inlineFile(this.image, origin.text) : this.fromContext(origin.context);
		if (file === void 0) return void 0;
		opened.files.set(path, file);
		this.reading.files.set(file.path, file);
		if (origin.changed) opened.changed.add(file);
		return file;
	}
	fromContext(candidates) {
		for (const path of candidates) {
			this.reading.wanted.add(path);
			const source = textOf(this.image, path);
			if (source) return parsedFile(this.image, source);
		}
	}
};
function locationOf({ position, end }, file) {
	const { line, column } = position;
	return {
		file,
		line,
		column,
		endLine: end.line,
		endColumn: end.column
	};
}
const noConstraints = [];
function configuresPip({ name, words, redirects }) {
	return /^(?:pip[\d.]*|python[\d.]*)$/.test(name) && words.some(({ value }) => value === "config") || redirects.some(({ target }) => /pip\.conf$/.test(target.value));
}
const setInRun = /\b(?:PIP|UV)_[A-Z_]+=/;
const setters = /* @__PURE__ */ new WeakMap();
/** `PIP_INDEX_URL=... pip install`: words before a command are not among its words. */
function setsPipVariables({ instruction }) {
	const known = setters.get(instruction);
	if (known !== void 0) return known;
	const sets = setInRun.test(instruction.body.text) || instruction.heredocs.some(({ body }) => setInRun.test(body.text));
	setters.set(instruction, sets);
	return sets;
}

// packages/dockerfile/src/pins/installs.ts
const readings = /* @__PURE__ */ new WeakMap();
/** The same install with its marker judged by someone who knows more of the machine, such as its Python. */
function judgedIn(install, environment) {
	if (install.applies !== "unknown" || install.uncertain) return install;
	return {
		...install,
		applies: markerApplies(install.requirement.marker, {
			...linux,
			...environment
		})
	};
}
/** What one stage itself installs, and the files it took for that. Read once for an image. */
function readInstalls(image, stage) {
	const known = readings.get(image) ?? /* @__PURE__ */ new Map();
	readings.set(image, known);
	const open = [];
	for (let link = stage; link && !known.has(link); link = link.parent) open.push(link);
	for (const link of open.reverse()) {
		const before = link.parent && known.get(link.parent);
		const reader = new InstallReader(image, link, before?.configured ?? false);
		reader.read();
		known.set(link, reader.reading);
	}
	return known.get(stage);
}

// packages/dockerfile/src/pins/wanted-files.ts
/** Files that one call asks for; no honest image folder has as many scripts. */
const maxWanted = 200;
/**
* Files of the build context, relative to it, whose text the rules look at and nobody has read yet: requirements files that a
* command installs, scripts that the image runs, and settings that land in it. What a file names may be wanted by the next call.
*/
function wantedFiles(image) {
	const wanted = /* @__PURE__ */ new Set();
	const add = (path) => {
		if (path && wanted.size < maxWanted && !image.files.has(path) && textOf(image, path) === void 0) wanted.add(path);
	};
	for (const stage of image.stages) for (const path of readInstalls(image, stage).wanted) add(path);
	for (const path of copiedTexts(image)) add(path);
	for (const path of wantedScripts(image)) add(path);
	for (const path of wantedConfigurations(image)) add(path);
	return [...wanted].filter((path) => isThere$1(image, path));
}
/**
* Those of them that the names of COPY and ADD alone tell. Whoever reads these first need not look at the image twice: what
* rules work out of an image they remember.
*/
function namedFiles(image) {
	return [...new Set(copiedTexts(image))].slice(0, maxWanted).filter((path) => textOf(image, path) === void 0 && isThere$1(image, path));
}
function isThere$1({ source }, path) {
	const kind = source.context?.find(path, false).kind ?? "unknown";
	return kind === "sent" || kind === "unknown";
}
/** What COPY and ADD take whose name or place says that somebody reads it as a script, as settings or as requirements. */
function* copiedTexts(image) {
	for (const { steps } of image.stages) for (const step of steps) {
		const { keyword, flags, words, json, heredocs } = step.instruction.trigger ?? step.instruction;
		if (keyword !== "COPY" && keyword !== "ADD" || flags.some(({ name, value }) => name === "from" && value)) continue;
		if (heredocs.length > 0) continue;
		const known = (json ?? words.map(({ text }) => text)).map((text) => knownText(step, text, image.dockerfile.escapeMark));
		const target = known.at(-1) ?? "";
		for (const source of known.slice(0, -1)) {
			const path = source === void 0 || /[*?[]/.test(source) ? void 0 : contextPath(source);
			if (path && (isText(nameOf$3(path)) || isText(nameOf$3(target)) || landsInSettings(target))) yield path;
		}
	}
}
function isText(name) {
	return /\.(?:sh|bash|conf)$/.test(name) || /^(?:[\w.-]+[-_.])?requirements(?:[-_.][\w.-]+)?\.(?:txt|in)$/.test(name) || /^(?:docker[-_])?(?:entry[-_]?point|start|run|init|launch)(?:[-_][\w-]+)?$/i.test(name);
}
function landsInSettings(target) {
	return /^\/etc\/(?:ssh|sudoers|pam\.d|security|passwd|shadow)(?:[/.]|$)|^\/etc\/sudoers/.test(target);
}

// packages/dockerfile/src/knowledge/nvidia-apt-key.ts
/**
* pytorch/pytorch's devel images are built on nvidia/cuda and bring its lists; its runtime images are built on plain Ubuntu
* and have none (docker.Makefile: BASE_RUNTIME, BASE_DEVEL). 1.11.0 came in March 2022 (1.9.1's images were pushed on
* 2021-11-08, issue 67966), 1.12.0 on 28 June 2022.
* Sources: https://developer.nvidia.com/blog/updating-the-cuda-linux-gpg-repository-key/, pytorch/builder issue 1025.
* Not known: nvidia/cuda, whose images were pushed again under the same tags; nvcr.io/nvidia/pytorch.
*/
const lastWithOldKey = "1.11.0";
function nvidiaAptKey(reference) {
	const { tag = "" } = parseReference(reference);
	if (sourceName(reference) !== "pytorch/pytorch") return "unknown";
	const [, torch, flavor] = /^(\d+\.\d+(?:\.\d+)?)-cuda[\d.]+-cudnn\d+-(devel|runtime)$/.exec(tag) ?? [];
	if (torch === void 0) return "unknown";
	if (flavor === "runtime") return "fine";
	return (compareVersions(torch, lastWithOldKey) ?? 1) <= 0 ? "dead" : "fine";
}

// packages/dockerfile/src/span-location.ts
/** A stretch of the Dockerfile, for findings to underline. */
function atSpan({ source }, span, note) {
	return locateSpan(source.dockerfile.path, span, note);
}
/** The same in any file. */
function locateSpan(file, { position, end }, note) {
	const start = locate(file, position, note);
	return end === void 0 ? start : {
		...start,
		endLine: end.line,
		endColumn: end.column
	};
}
/** One line of a file, from a column up to another; both count from 1, `to` is not included. */
function locateInLine(file, line, from, to, note) {
	return locateSpan(file, {
		position: {
			line,
			column: from
		},
		end: {
			line,
			column: to
		}
	}, note);
}

// packages/dockerfile/src/rules/apt-key-is-mended.ts
const aptKeyIsMended = {
	code: "MIA505",
	id: "apt-key-is-mended",
	description: "On base images from before April 2022, NVIDIA's lists go before the first apt-get update.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		/** The base whose lists still stand at the end of a stage; the stages built on it go on from there. */
		const open = /* @__PURE__ */ new Map();
		const roots = /* @__PURE__ */ new Map();
		for (const stage of image.stages) {
			const base = (stage.parent && roots.get(stage.parent)) ?? stage;
			roots.set(stage, base);
			yield* otherReleases(image, stage, base);
			const root = stage.parent ? open.get(stage.parent) : hasOldKey(stage.base.reference) ? stage : void 0;
			if (root === void 0) continue;
			const first = image.commandsOf(stage).find((command) => isUpdate(command) || mends(command));
			if (first === void 0) open.set(stage, root);
			else if (isUpdate(first)) yield report$6(image, first, root);
		}
	}
};
const lists = "/etc/apt/sources.list.d/cuda.list /etc/apt/sources.list.d/nvidia-ml.list";
function report$6(image, update, { base }) {
	return {
		message: `apt-get update fails on ${base.reference}: NVIDIA replaced the key that two lists in this image are signed with`,
		remedy: `Before it, \`rm -f ${lists}\`; nothing else needs them.`,
		locations: [atSpan(image, {
			position: update.position,
			end: update.words.find(({ value }) => value === "update")?.end
		}), atSpan(image, base.word, "pushed before April 2022")],
		...fixFor$3(image, update)
	};
}
function fixFor$3(image, { step, position }) {
	const file = editableDockerfile(image);
	const { instruction, stage } = step;
	if (file.lines[position.line - 1]?.startsWith("sudo", position.column - 1) || !stage.steps.some((one) => one.instruction === instruction) || !isRootAt(step)) return {};
	const line = `${indentOf$1(file, instruction.startLine)}RUN rm -f ${lists}`;
	return fixOf("Remove NVIDIA's lists first", "safe", insertLineAbove(file, instruction.startLine, line));
}
function isRootAt({ stage, instruction }) {
	let user = "root";
	for (const { steps } of chainOf(stage)) for (const one of steps) {
		if (one.instruction === instruction) return /^(?:root|0)(?::|$)/.test(user);
		if (one.instruction.keyword === "USER") user = one.instruction.body.text;
	}
	return false;
}
/** The keyring package brings a list with it; the key file alone is the same for every release. */
const ownList = /\/repos\/((?:ubuntu|debian|rhel)\d+)\/[^\s"']{0,200}?(?:cuda-keyring_[\w.-]+\.deb|cuda-\w+\.(?:pin|repo))/;
/** A mend that was copied from another release: apt then installs packages that were built for that one. */
function* otherReleases(image, stage, { base }) {
	const os = base.reference === void 0 ? void 0 : baseFacts(base.reference)?.os;
	if (os === void 0 || !/^(?:ubuntu|debian)/.test(os)) return;
	const own = os.replace(".", "");
	for (const { words } of image.commandsOf(stage)) for (const word of words) {
		const named = word.value.length > 2e3 ? void 0 : ownList.exec(word.value)?.[1];
		if (named === void 0 || named === own) continue;
		yield otherRelease(image, word, named, own, base);
	}
}
function otherRelease(image, word, named, own, base) {
	return {
		message: `this takes NVIDIA's packages for ${named}, but ${base.reference} is ${own}`,
		remedy: `Take it from /repos/${own}/.`,
		locations: [atSpan(image, word), atSpan(image, base.word, `is ${own}`)],
		severity: "warning"
	};
}
function hasOldKey(reference) {
	return reference !== void 0 && nvidiaAptKey(reference) === "dead";
}
function isUpdate(command) {
	return /^apt(?:-get)?$/.test(command.name) && operands(command, ["-o", "-c"])[0]?.value === "update";
}
/** Anything that touches the lists or the key counts: what exactly it does is not for us to guess. */
function mends({ name, words, redirects }) {
	if (name === "apt-key") return words.some(({ value }) => /^(?:add|adv|del)$/.test(value));
	return [...words, ...redirects.map(({ target }) => target)].map(({ value }) => value).some((value) => /sources\.list\.d|cuda-keyring|3bf863cc|7fa2af80|A4B469963BF863CC/i.test(value));
}

// packages/dockerfile/src/fixes/file-of.ts
/** The file that a location names, as edits see it; undefined where its text is not at hand. */
function fileOf$1(image, path) {
	const { dockerfile, requirements, modelFile, files } = image.source;
	if (path === dockerfile.path) return editableDockerfile(image);
	const found = [
		...requirements,
		...modelFile ? [modelFile] : [],
		...files?.values() ?? []
	].find((file) => file?.path === path);
	return found && editableFile(found);
}
/** A part of the line at a location by another text; undefined where the line does not hold it behind the location's beginning. */
function replaceInLine(image, location, from, to) {
	const at = fileOf$1(image, location.file)?.lines[location.line - 1]?.indexOf(from, (location.column ?? 1) - 1) ?? -1;
	if (at < 0) return void 0;
	const { line } = location;
	return replaceSpan({
		file: location.file,
		line,
		column: at + 1,
		endLine: line,
		endColumn: at + 1 + from.length
	}, to);
}

// packages/dockerfile/src/knowledge/cuda-gpus.ts
/**
* By compute capability: the first CUDA toolkit that makes machine code for it, and the first that no longer does.
* Sources, read 2026-11-23: `nvcc --list-gpu-code` and `ptxas --help` of NVIDIA's wheels on PyPI, run: nvidia-cuda-nvcc-cu11
* 11.7.99 and 11.8.89, -cu12 12.0.140, 12.4.131, 12.6.85, 12.8.93 and 12.9.86, nvidia-cuda-nvcc 13.0.88, 13.1.115, 13.2.86,
* 13.3.73, 13.4.92 and 13.5.37. Before 11.7: Kitware/CMake Modules/Internal/CMakeCUDAArchitecturesAll.cmake at 031593de, read
* 2026-11-24 (3.0 to 7.2 before 10.0, 7.5 with 10.0, 3.0 ended and 8.0 began with 11.0, 8.6 with 11.1, 8.7 with 11.4), which
* cuFFT's documentation and the lists of pytorch/builder bear out. 10.0 stands for "10.0 or older".
*/
const lives = {
	"3.0": ["10.0", "11.0"],
	"3.5": ["10.0", "12.0"],
	"3.7": ["10.0", "12.0"],
	"5.0": ["10.0", "13.0"],
	"5.2": ["10.0", "13.0"],
	"5.3": ["10.0", "13.0"],
	"6.0": ["10.0", "13.0"],
	"6.1": ["10.0", "13.0"],
	"6.2": ["10.0", "13.0"],
	"7.0": ["10.0", "13.0"],
	"7.2": ["10.0", "13.0"],
	"7.5": ["10.0"],
	"8.0": ["11.0"],
	"8.6": ["11.1"],
	"8.7": ["11.4"],
	"8.8": ["13.0"],
	"8.9": ["11.8"],
	"9.0": ["11.8"],
	"10.0": ["12.8"],
	"10.1": ["12.8", "13.0"],
	"10.3": ["12.9"],
	"10.7": ["13.4"],
	"11.0": ["13.0"],
	"12.0": ["12.8"],
	"12.1": ["12.9"]
};
/** The toolkits the table speaks of: since the first, and before the second. */
const known$2 = ["10.0", "13.6"];
/** Whether machine code by CUDA `11.1` (x.y or x.y.z) can run on a GPU of capability `8.9` or `sm_89`. */
function cudaRunsOn(cuda, capability) {
	const targets = capabilitiesOf(cuda);
	return targets.length === 0 ? "unknown" : codeRunsOn(targets, capability);
}
/** The same for code made for a list of capabilities, such as those in a wheel of torch. */
function codeRunsOn(targets, capability) {
	const written = /^(?:sm_?)?(\d{1,2})\.?(\d)[af]?$/.exec(capability);
	if (!written) return "unknown";
	const [, major = "", minor = ""] = written;
	const wanted = `${major}.${minor}`;
	if (targets.includes(wanted)) return "native";
	if (lives[wanted] === void 0) return "unknown";
	return targets.some((one) => one.startsWith(`${major}.`) && Number(one.split(".")[1]) < Number(minor)) ? "forward" : "no";
}
/** The capabilities a toolkit makes machine code for, lowest first; empty where the toolkit is not known. */
function capabilitiesOf(cuda) {
	const toolkit = cuda.split(".").slice(0, 2).join(".");
	const [first, end] = known$2;
	if (!/^\d{1,2}\.\d$/.test(toolkit) || before(toolkit, first) || !before(toolkit, end)) return [];
	return Object.entries(lives).filter(([, [since, until]]) => !before(toolkit, since) && (until === void 0 || before(toolkit, until))).map(([capability]) => capability);
}
/** The first toolkit (x.y) that makes machine code for a capability (10.0: or an older one); undefined where not known. */
function firstCudaFor(capability) {
	return rowOf(lives, capability)?.[0];
}
/** The first toolkit (x.y) that no longer does; undefined where there is none, or where not known. */
function endedWithCuda(capability) {
	return rowOf(lives, capability)?.[1];
}
function before(a, b) {
	return (compareVersions(a, b) ?? 0) < 0;
}

// packages/dockerfile/src/knowledge/gpu-architectures.ts
/**
* Products by compute capability. Source: https://developer.nvidia.com/cuda-gpus and https://developer.nvidia.com/cuda-legacy-gpus,
* read 2026-11-23. Written in lower case with dashes, without words that say nothing about the chip (`idle` below). What is
* sold under one name with two chips is missing: "RTX 6000" may be a Quadro (7.5) or an Ada (8.9).
*/
const products = {
	"3.7": "k80",
	"6.0": "p100",
	"6.1": "p40 p4 gtx-1080-ti gtx-1080 gtx-1070-ti gtx-1070 gtx-1060 titan-xp",
	"7.0": "v100 titan-v",
	"7.5": "t4 titan-rtx quadro-rtx-4000 quadro-rtx-5000 quadro-rtx-6000 quadro-rtx-8000 rtx-2060 rtx-2070 rtx-2080 rtx-2080-ti gtx-1650 gtx-1660",
	"8.0": "a100 a30",
	"8.6": "a10 a16 a2 a40 rtx-a2000 rtx-a3000 rtx-a4000 rtx-a5000 rtx-a6000 rtx-3050 rtx-3060 rtx-3060-ti rtx-3070 rtx-3070-ti rtx-3080 rtx-3080-ti rtx-3090 rtx-3090-ti",
	"8.9": "l4 l40 l40s rtx-2000-ada rtx-4000-ada rtx-4000-sff-ada rtx-4500-ada rtx-5000-ada rtx-6000-ada rtx-4050 rtx-4060 rtx-4060-ti rtx-4070 rtx-4070-ti rtx-4080 rtx-4090",
	"9.0": "h100 h200 gh200",
	"10.0": "b200 gb200",
	"10.3": "b300 gb300",
	"12.0": "rtx-pro-2000 rtx-pro-4000 rtx-pro-4000-sff rtx-pro-4500 rtx-pro-5000 rtx-pro-6000 rtx-5050 rtx-5060 rtx-5060-ti rtx-5070 rtx-5070-ti rtx-5080 rtx-5090",
	"12.1": "gb10"
};
/** Brands, form factors, memory and editions. */
const idle = /^(?:nvidia|geforce|tesla|gpu|blackwell|generation|edition|workstation|server|super|sxm\d?|pcie|hbm\d?e?|nvl|max|q|\d+gb|)$/;
/** The GPU that `RTX 4090`, `NVIDIA A100-SXM4-80GB`, `sm_89`, `compute_89` or `8.9` names; undefined where not known. */
function gpuOf(text) {
	const written = text.trim();
	if (written.length > 100) return void 0;
	const number = /^(?:(?:sm|compute)_?(\d{1,2})(\d)[af]?|(\d{1,2})\.(\d)[af]?)$/i.exec(written);
	if (number) return gpu(`${number[1] ?? number[3]}.${number[2] ?? number[4]}`, void 0);
	const words = written.toLowerCase().split(/[\s_/-]+/);
	const capability = byName().get(words.filter((word) => !idle.test(word)).join("-"));
	return capability === void 0 ? void 0 : gpu(capability, written);
}
function gpu(capability, name) {
	return {
		capability,
		sm: `sm_${capability.replace(".", "")}`,
		name
	};
}
let names;
function byName() {
	names ??= new Map(Object.entries(products).flatMap(([capability, list]) => list.split(" ").map((name) => [name, capability])));
	return names;
}

// packages/dockerfile/src/knowledge/compiled-projects.ts
/**
* Sources, read 2026-11-24: the setup.py of each project, at every tag there is and at the newest commit: open-mmlab/mmcv
* v1.0.0 to v2.2.0 (MMCV_WITH_OPS is off before 2.0.0rc1; .github/workflows/publish-to-pypi.yml switches it on in the sources
* of mmcv-full), open-mmlab/mmdetection3d v0.5.0 to v1.4.0, facebookresearch/detectron2 v0.1 to v0.6 and 02b5c4e2,
* facebookresearch/pytorch3d v0.1.1 to v0.7.9, rusty1s/pytorch_scatter 2.0.2 to 2.1.2, pytorch_sparse 0.5.1 to 0.6.18 and
* pytorch_cluster 1.5.2 to 1.6.3, mit-han-lab/torchsparse v1.1.0 to 385f5ce8, open-mmlab/OpenPCDet v0.1.0 to 8cacccec,
* graphdeco-inria/diff-gaussian-rasterization at 59f5f77e. `packages`: the files of mmcv and mmcv-full on PyPI, no wheel in
* 105 and 60 of them.
* Left out on purpose: NVIDIA/apex (22.03 to 25.09) sets a list of its own where it sees no GPU; flash-attention 2
* (v2.5.8 to v2.8.3) passes its own architectures.
*/
const cudaProjects = [
	{
		name: "MMCV",
		needsForce: true,
		packages: ["mmcv-full", "mmcv"],
		repository: "mmcv",
		since: "1.0.0",
		operators: {
			variable: "MMCV_WITH_OPS",
			onSince: "2.0.0rc1"
		}
	},
	{
		name: "mmdetection3d",
		needsForce: true,
		packages: [],
		repository: "mmdetection3d",
		until: "1.0.0rc1"
	},
	{
		name: "detectron2",
		needsForce: true,
		packages: [],
		repository: "detectron2"
	},
	{
		name: "pytorch3d",
		needsForce: true,
		packages: [],
		repository: "pytorch3d",
		since: "0.1.1"
	},
	{
		name: "torch-scatter",
		needsForce: true,
		packages: [],
		repository: "pytorch_scatter",
		since: "2.0.2"
	},
	{
		name: "torch-sparse",
		needsForce: true,
		packages: [],
		repository: "pytorch_sparse",
		since: "0.5.1"
	},
	{
		name: "torch-cluster",
		needsForce: true,
		packages: [],
		repository: "pytorch_cluster",
		since: "1.5.2"
	},
	{
		name: "torchsparse",
		needsForce: true,
		packages: [],
		repository: "torchsparse",
		since: "1.1.0"
	},
	{
		name: "OpenPCDet",
		needsForce: false,
		packages: [],
		repository: "OpenPCDet"
	},
	{
		name: "diff-gaussian-rasterization",
		needsForce: false,
		packages: [],
		repository: "diff-gaussian-rasterization"
	}
];
/** Whether a release compiles operators, as the table knows it. Without a release: whether every later one does. */
function compiles({ since, until }, release) {
	if (release === void 0) return until === void 0;
	const after = (than) => than === void 0 ? void 0 : compareVersions(release, than);
	return (after(since) ?? 0) >= 0 && (until === void 0 || (after(until) ?? 0) < 0);
}

// packages/dockerfile/src/stages/text-from.ts
/** What was looked up, by instruction: a RUN of a megabyte may be asked for each of its commands. */
const found = /* @__PURE__ */ new WeakMap();
/** The text of an instruction, or of its heredocs, from the first mention of a word on; undefined where there is none. */
function textFrom(instruction, word) {
	const known = found.get(instruction) ?? /* @__PURE__ */ new Map();
	found.set(instruction, known);
	if (!known.has(word)) known.set(word, find(instruction, word));
	return known.get(word);
}
function find({ body, heredocs }, word) {
	const text = [body.text, ...heredocs.map((heredoc) => heredoc.body.text)].find((one) => one.includes(word));
	return text?.slice(text.indexOf(word));
}

// packages/dockerfile/src/pins/versions.ts
/** Facts about version texts of the PyTorch world. Versions are compared as text: an exact pin is meant. */
/** `1.9.1+cu111` without what follows the plus. */
function publicVersion(version) {
	return version.split("+", 1)[0] ?? version;
}
/** `1.9.1` to `1.9`: what decides which compiled extensions fit. */
function minorVersion(version) {
	return publicVersion(version).split(".").slice(0, 2).join(".");
}
/** The CUDA version of a label: `cu111` is 11.1, `cu92` is 9.2; undefined for `cpu` and what is no label. */
function cudaOfLabel(label) {
	const match = /^cu(\d{1,2})(\d)$/.exec(label);
	return match ? `${match[1]}.${match[2]}` : void 0;
}
/** The CUDA version a local version names: `1.9.1+cu111` is for 11.1. */
function cudaOfVersion(version) {
	return cudaOfLabel(version.split("+")[1] ?? "");
}
/** `11.1` to `cu111`. */
function labelOfCuda(cuda) {
	return `cu${cuda.split(".").slice(0, 2).join("")}`;
}
/** Whether two versions are the same as far as the shorter one goes: `11.1` and `11.1.1` agree. */
function agree(a, b) {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	return long === short || long.startsWith(`${short}.`);
}

// packages/dockerfile/src/knowledge/torch-family.ts
/**
* By torch: torchvision, torchaudio, labels, CUDA on PyPI. `-` is not known.
* Sources, read 2026-11-23: torchvision and torchaudio: `Requires-Dist: torch==...` of their wheels on PyPI (from torchaudio
* 2.11.0 and torchvision 0.29.1 on they no longer name one torch). What torch 1.10.0 and 2.0.0 have behind the comma, 1.8.2 and the labels: pytorch.org's page "Previous PyTorch
* Versions", which does not list all. CUDA on PyPI: the nvidia-cuda-runtime that torch's wheel on PyPI requires, from 1.13 on;
* before that the same page, where it says which CUDA a command without a label gives.
*/
const families$1 = {
	"1.4.0": "0.5.0 0.4.0 cu92,cu101 10.1",
	"1.5.0": "0.6.0 0.5.0 cu92,cu101,cu102 10.2",
	"1.5.1": "0.6.1 0.5.1 cu92,cu101,cu102 10.2",
	"1.6.0": "0.7.0 0.6.0 cu92,cu101,cu102 10.2",
	"1.7.0": "0.8.0,0.8.1 0.7.0 cu92,cu101,cu102,cu110 10.2",
	"1.7.1": "0.8.2 0.7.2 cu92,cu101,cu102,cu110 10.2",
	"1.8.0": "0.9.0 0.8.0 cu102,cu111 10.2",
	"1.8.1": "0.9.1 0.8.1 cu101,cu102,cu111 -",
	"1.8.2": "0.9.2 0.8.2 cu102,cu111 -",
	"1.9.0": "0.10.0 0.9.0 cu102,cu111 -",
	"1.9.1": "0.10.1 0.9.1 cu102,cu111 -",
	"1.10.0": "0.11.1,0.11.0 0.10.0 cu102,cu111 -",
	"1.10.1": "0.11.2 0.10.1 cu102,cu111 -",
	"1.10.2": "0.11.3 0.10.2 - -",
	"1.11.0": "0.12.0 0.11.0 cu102,cu113 -",
	"1.12.0": "0.13.0 0.12.0 cu102,cu113,cu116 -",
	"1.12.1": "0.13.1 0.12.1 cu102,cu113,cu116 -",
	"1.13.0": "0.14.0 0.13.0 cu116,cu117 11.7",
	"1.13.1": "0.14.1 0.13.1 cu116,cu117 11.7",
	"2.0.0": "0.15.1,0.15.0 2.0.1,2.0.0 cu117,cu118 11.7",
	"2.0.1": "0.15.2 2.0.2 cu117,cu118 11.7",
	"2.1.0": "0.16.0 2.1.0 cu118,cu121 12.1",
	"2.1.1": "0.16.1 2.1.1 cu118,cu121 12.1",
	"2.1.2": "0.16.2 2.1.2 cu118,cu121 12.1",
	"2.2.0": "0.17.0 2.2.0 cu118,cu121 12.1",
	"2.2.1": "0.17.1 2.2.1 cu118,cu121 12.1",
	"2.2.2": "0.17.2 2.2.2 cu118,cu121 12.1",
	"2.3.0": "0.18.0 2.3.0 cu118,cu121 12.1",
	"2.3.1": "0.18.1 2.3.1 cu118,cu121 12.1",
	"2.4.0": "0.19.0 2.4.0 - 12.1",
	"2.4.1": "0.19.1 2.4.1 - 12.1",
	"2.5.0": "0.20.0 2.5.0 - 12.4",
	"2.5.1": "0.20.1 2.5.1 - 12.4",
	"2.6.0": "0.21.0 2.6.0 - 12.4",
	"2.7.0": "0.22.0 2.7.0 - 12.6",
	"2.7.1": "0.22.1 2.7.1 - 12.6",
	"2.8.0": "0.23.0 2.8.0 - 12.8",
	"2.9.0": "0.24.0 2.9.0 - 12.8",
	"2.9.1": "0.24.1 2.9.1 - 12.8",
	"2.10.0": "0.25.0 2.10.0 - 12.8",
	"2.11.0": "0.26.0 - - 13.0",
	"2.12.0": "0.27.0 - - 13.0",
	"2.12.1": "0.27.1 - - 13.0",
	"2.13.0": "0.28.0 - - 13.0",
	"2.14.0": "0.29.0 - - 13.0",
	"2.14.1": "- - - 13.0"
};
/** The family of a torch version (`1.9.1`, `1.9.1+cu111`); undefined where the table does not know it. */
function torchFamily$1(version) {
	const torch = publicVersion(version);
	const row = rowOf(families$1, torch);
	if (row === void 0) return void 0;
	const [torchvision = [], torchaudio = [], labels = [], cuda = []] = row.split(" ").map((list) => list === "-" ? [] : list.split(","));
	return {
		torch,
		torchvision,
		torchaudio,
		labels,
		pypiCuda: cuda[0]
	};
}
/** The torch versions that a torchvision or torchaudio was built for; empty where not known. */
function torchOf$1(name, version) {
	const wanted = publicVersion(version);
	return Object.keys(families$1).filter((torch) => torchFamily$1(torch)?.[name].includes(wanted));
}
/**
* The capabilities the official pip wheels of a torch x.y hold machine code for, by CUDA. None of these builds has PTX. The
* conda packages, and so pytorch/pytorch's images up to 2.4, differ: they add 6.1, and up to CUDA 11.8 `3.7+PTX`.
* Source: TORCH_CUDA_ARCH_LIST in manywheel/build.sh and build_cuda.sh of pytorch/builder, branches lts/release/1.8 and
* release/1.9 to release/2.5, read 2026-11-23.
*/
const kepler = "3.7 5.0 6.0 7.0";
const maxwell = "5.0 6.0 7.0 7.5 8.0 8.6";
const wheelCapabilities = [
	[
		"1.8 1.9 1.10 1.11 1.12",
		"cu92 cu101 cu102",
		kepler
	],
	[
		"1.8 1.9 1.10",
		"cu110",
		`${kepler} 7.5 8.0`
	],
	[
		"1.8 1.9 1.10 1.11 1.12 1.13 2.0",
		"cu111 cu112 cu113 cu115 cu116 cu117",
		`${kepler} 7.5 8.0 8.6`
	],
	[
		"2.0",
		"cu118",
		`${kepler} 7.5 8.0 8.6 9.0`
	],
	[
		"2.1 2.2 2.3 2.4 2.5",
		"cu118",
		`3.7 ${maxwell} 9.0`
	],
	[
		"2.1 2.2 2.3 2.4 2.5",
		"cu121",
		`${maxwell} 9.0`
	],
	[
		"2.4 2.5",
		"cu124",
		`${maxwell} 9.0`
	]
];
/** The capabilities (`8.6`) in the official wheel of torch `1.9.1` for CUDA `11.1`; undefined where not known. */
function wheelCapabilitiesOf(torch, cuda) {
	const minor = publicVersion(torch).split(".").slice(0, 2).join(".");
	const toolkit = cuda.split(".").slice(0, 2).join(".");
	return wheelCapabilities.find(([torches, labels]) => torches.split(" ").includes(minor) && labels.split(" ").some((label) => cudaOfLabel(label) === toolkit))?.[2].split(" ");
}

// packages/dockerfile/src/pins/packages.ts
/** The packages whose presence rules ask for; of others nothing is remembered, so a build's state stays small. */
const followed = new Set(`torch torchvision torchaudio torchtext xformers mmcv mmcv-full mmdet mmdet3d mmsegmentation mmengine
  opencv-python opencv-python-headless opencv-contrib-python opencv-contrib-python-headless`.split(/\s+/));
const condaNames = {
	pytorch: "torch",
	"pytorch-gpu": "torch"
};
/** The name that pip has for what a command installs. */
function packageName({ tool, name }) {
	return tool === "conda" ? condaNames[name] ?? name : name;
}
function isFollowed(name) {
	return followed.has(name);
}
/** The exact version an install asks for, of pip's `==` and conda's `=`; undefined for ranges and where a variable decides. */
function pinOf({ tool, requirement }) {
	const { specifiers, known } = requirement;
	const conda = tool === "conda" ? specifiers.find(({ operator }) => operator === "=")?.version : void 0;
	const version = exactVersion(specifiers) ?? conda;
	return version === void 0 || version === "" || version.includes("*") || !known && version.includes("$") ? void 0 : version;
}
/** Whether pip leaves what is there as it is; undefined where that is not known. */
function isThere(install, { packages, complete }) {
	const { requirement, options } = install;
	const present = packages.get(packageName(install));
	if (present === void 0) return complete ? false : void 0;
	if (options.reinstall) return false;
	if (requirement.source !== "index") return false;
	if (requirement.specifiers.length === 0) return options.upgrade ? void 0 : true;
	if (present.version === void 0) return void 0;
	return satisfies(present.version, requirement.specifiers);
}
/** What is there after an install that does something. `siblings`: all that the same command installs. */
function installed(install, siblings, before) {
	const name = packageName(install);
	const version = pinOf(install);
	const certain = install.applies === true && !install.command.conditional;
	const same = before === void 0 || before.version === version;
	return {
		name,
		version,
		cuda: version === void 0 ? void 0 : cudaOf(install, version, siblings),
		from: install.tool === "conda" ? "conda" : "requirement",
		location: install.location,
		install,
		sure: certain || same && before?.sure === true
	};
}
/** The CUDA a torch, torchvision or torchaudio is built for: of its label, its index, conda's metapackages, or PyPI's default. */
function cudaOf(install, version, siblings) {
	const { tool, options } = install;
	const label = cudaOfVersion(version);
	if (label !== void 0 || version.includes("+")) return label;
	if (tool === "conda") {
		const toolkit = siblings.find(({ name }) => name === "cudatoolkit" || name === "pytorch-cuda");
		return toolkit && pinOf(toolkit);
	}
	const index = /\/whl\/(?:nightly\/|test\/)?(cu\d+)\/?$/.exec(options.indexUrl ?? "")?.[1];
	if (index !== void 0) return cudaOfLabel(index);
	const fromPypi = options.complete && options.indexUrl === void 0 && !options.noIndex;
	const others = [...options.findLinks, ...options.extraIndexUrls].some((url) => /pytorch|whl/.test(url));
	return fromPypi && !others ? torchFamily$1(version)?.pypiCuda : void 0;
}

// packages/dockerfile/src/pins/brings-compiler.ts
/** Names of packages, archives and files that have nvcc in them, by apt, conda, pip, NVIDIA's installers and by hand. */
const compiler = /nvcc|cuda[-_]?toolkit|cudatoolkit[-_]dev|cuda[-_](?:compiler|minimal-build|devel|\d)|^cuda(?:=|$)|\/usr\/local\/cuda/i;
/** Whether a command may bring the CUDA compiler: better one too many than an alarm about one that is there. */
function bringsCompiler({ words }) {
	return words.some(({ value }) => compiler.test(value.slice(0, 500)));
}
/** COPY of a toolkit out of another image. */
function copiesCompiler({ instruction }) {
	return instruction.words.some(({ text }) => /cuda/i.test(text.slice(0, 500)));
}

// packages/dockerfile/src/pins/mim-command.ts
/**
* `mim install mmcv-full==1.4.0`: OpenMMLab's pip, which looks up the wheel index for the torch that is there. So which
* indexes it uses is never known from its words alone.
*/
function mimInstalls(image, command) {
	const [verb, ...named] = command.name === "mim" ? operands(command, [
		"-i",
		"-f",
		"-r",
		"--find-links"
	]) : [];
	if (verb?.value !== "install") return [];
	const links = optionValue(command, ["--find-links", "-f"]);
	const uses = links ? [{
		name: "--find-links",
		value: links.value,
		known: links.known,
		location: image.at(links.position)
	}] : [];
	const options = optionsFrom(uses, false, false);
	return named.flatMap((word) => {
		const { places, exact } = placesOf$1(word);
		const reading = readRequirement(places, exact);
		if (!("requirement" in reading) || reading.requirement.source !== "index") return [];
		const requirement = word.known ? reading.requirement : {
			...reading.requirement,
			known: false
		};
		const { position, end } = requirement;
		return [{
			tool: "pip",
			verb: "install",
			name: normalName(requirement.name),
			requirement,
			location: {
				...image.at(position),
				endLine: end.line,
				endColumn: end.column
			},
			step: command.step,
			command,
			from: "command",
			file: void 0,
			options,
			applies: true,
			uncertain: false,
			constraints: []
		}];
	});
}

// packages/dockerfile/src/pins/python-changes.ts
const condas = /^(?:conda|mamba|micromamba)$/;
const isPython$1 = /^python[\d.]*$/;
/** The environment a command makes; undefined for any other command. */
function madeEnvironment(command) {
	const { name, words, position } = command;
	const verbs = words.slice(1, 4).map(({ value }) => value);
	if (condas.test(name)) {
		const fromFile = verbs[0] === "env" && /^(?:create|update)$/.test(verbs[1] ?? "");
		if (verbs[0] !== "create" && !fromFile) return void 0;
		return {
			place: optionValue(command, [
				"--prefix",
				"--name",
				"-p",
				"-n"
			])?.value ?? "",
			python: words.map(({ value }) => /^python=+(\d+\.\d+)/.exec(value)?.[1]).find((one) => one),
			samePython: false,
			empty: !fromFile,
			position
		};
	}
	if (!(isPython$1.test(name) && verbs[0] === "-m" && /^(?:venv|virtualenv)$/.test(verbs[1] ?? "") || name === "virtualenv" || name === "uv" && verbs[0] === "venv") || words.some(({ value }) => value === "--system-site-packages")) return void 0;
	const place = operands(command, [
		"-m",
		"-p",
		"--python",
		"--prompt"
	]).at(-1)?.value ?? "";
	const chosen = optionValue(command, ["--python", "-p"])?.value ?? name;
	return {
		place,
		python: /^(?:python)?(\d+\.\d+)$/.exec(chosen)?.[1],
		samePython: /^python3?$/.test(chosen),
		empty: true,
		position
	};
}
/** Whether an instruction or a command makes an environment the active one. */
function activates(by, { place }) {
	if (place === "") return false;
	const folder = place.startsWith("/") ? `${place.replace(/\/+$/, "")}/bin` : `/envs/${place}/bin`;
	if ("words" in by) {
		const [, first, second] = by.words.map(({ value }) => value);
		if (/^(?:conda|mamba|micromamba)$/.test(by.name)) return first === "activate" && second === place;
		return /^(?:source|\.)$/.test(by.name) && (first === `${folder}/activate` || second === place);
	}
	const { keyword, assignments, json } = by.instruction;
	if (keyword === "SHELL") return json?.includes("run") === true && json.includes(place);
	if (keyword !== "ENV") return false;
	return assignments.some(({ name, value = "" }) => {
		if (name !== "PATH") return false;
		const beginning = value.split(/:\$(?:PATH|\{PATH\})/, 1)[0] ?? "";
		const [first = ""] = expand(beginning, by.variables).value.split(":");
		return place.startsWith("/") ? first === folder : first.endsWith(folder);
	});
}
/** The folder of the pip or Python that a command calls, or what else names an environment of its own; empty: the one on PATH. */
function programPlace({ name, words }) {
	const rest = words.map(({ value }) => value);
	if (condas.test(name)) return rest[1] === "run" ? rest.slice(2, 4).join(" ") : void 0;
	if (name === "uv") return rest.find((value) => /^(?:--python|-p)(?:=|$)/.test(value)) ?? "";
	if (!/^(?:pip|python)[\d.]*$/.test(name)) return void 0;
	const program = rest[0] ?? "";
	if (!program.replace(/^\/opt\/conda\/bin\//, "").includes("/")) return /\d\.\d+$/.test(name) ? name.replace(/^\D+/, "") : "";
	return program.slice(0, program.lastIndexOf("/"));
}
/** Where another Python comes to be the one in use: its x.y where that is clear, and "system" for the distribution's own. */
function movesPython({ name, words }, installs) {
	const rest = words.slice(1).map(({ value }) => value);
	const unclear = { python: void 0 };
	if (condas.test(name)) {
		const python = installs.find((install) => install.name === "python");
		return python && { python: /^\d+\.\d+/.exec(pinOf(python) ?? "")?.[0] };
	}
	if (/^apt(?:-get)?$/.test(name) && rest.includes("install")) {
		if (rest.some((value) => /^(?:python|pypy)3\.\d+/.test(value))) return unclear;
		return rest.some((value) => /^python3(?:-(?:pip|dev|venv|minimal))?$/.test(value)) ? "system" : void 0;
	}
	if (name === "pyenv" || name === "uv" && rest[0] === "python") return unclear;
	if ((name === "ln" || name === "update-alternatives") && rest.some((value) => /\/(?:python|pip)[\d.]*$/.test(value))) return unclear;
	return rest.concat(words[0]?.value ?? "").map((value) => value.slice(0, 500)).some((value) => /(?:conda|mambaforge|miniforge)[^/]*\.sh$|Python-\d/i.test(value)) ? unclear : void 0;
}
/** COPY of a Python or its packages out of another stage or image. */
function copiesPython({ instruction }) {
	const { flags, words } = instruction;
	if (!flags.some(({ name }) => name === "from")) return false;
	return words.some(({ text }) => pythonFolder.test(text.slice(0, 500)));
}
const pythonFolder = /conda|venv|virtualenv|site-packages|dist-packages|\.local\b|\/python|^\/usr(?:\/local)?(?:\/lib)?\/?$|^\/$/;

// packages/dockerfile/src/model-lines.ts
/** Split once: a requirements file may give a finding for each of 100,000 lines. */
const splitFiles = /* @__PURE__ */ new WeakMap();
function linesOf$1(file) {
	const known = splitFiles.get(file) ?? file.text.split(/\r?\n/);
	splitFiles.set(file, known);
	return known;
}
/**
* The line of model.yaml that a key and its value stand on. The file is known to be a well-formed model.yaml, where
* a key with its value identifies a line; no location where the text was not given.
*/
function modelLine(source, key, value, note) {
	const { modelFile } = source;
	if (modelFile === void 0) return [];
	const lines = linesOf$1(modelFile);
	const isKey = (line) => {
		const at = line.indexOf(`${key}:`);
		return at >= 0 && /^[\s{,"'-]*$/.test(line.slice(0, at).replace(/^.*[{,]/, ""));
	};
	const exact = lines.findIndex((line) => isKey(line) && line.includes(value));
	return exact < 0 ? [] : [{
		file: modelFile.path,
		line: exact + 1,
		note: note.slice(0, 1e3)
	}];
}

// packages/dockerfile/src/pins/start-of-stage.ts
/**
* Images that bring no Python package anybody would install. Sources, read 2026-11-24: docker-library/python
* 3.12/slim-bookworm/Dockerfile at 01ba658c; nvidia/cuda: copies of NVIDIA's dist/ folders of 11.1.1 and 12.4.1. Of ubuntu and
* debian, which have no Python, and of cudagl it is general knowledge, not read at a source.
*/
const bare = /^(?:(?:nvcr\.io\/)?nvidia\/cuda(?:gl)?|python|ubuntu|debian)$/;
/**
* torchvision comes with torch. Sources, read 2026-11-24: pytorch/pytorch Dockerfile at f658b151 and 01343dcd, pull request
* 45071 before that; runpod/containers official-templates/pytorch at each commit up to 6990d377, where torch 2.9.1 alone has
* none. Of NVIDIA's images it is general knowledge, not read at a source; to be wrong there costs a finding, no false alarm.
*/
function bringsVision(image, torch) {
	if (image === "runpod/pytorch") return torch !== "2.9.1";
	return image === "pytorch/pytorch" || image === "nvcr.io/nvidia/pytorch";
}
/** What is known before the first instruction of a stage whose FROM names an image. */
function startOf(image, stage) {
	const { reference, word } = stage.base;
	const none = {
		base: void 0,
		inBase: true,
		complete: false,
		packages: /* @__PURE__ */ new Map()
	};
	const nothing = {
		...none,
		cuda: void 0,
		python: modelPython(image),
		flavor: void 0
	};
	const facts = reference === void 0 ? void 0 : baseFacts(reference);
	if (reference === void 0 || facts === void 0) return nothing;
	const location = {
		...image.at(word.position),
		endLine: word.end.line,
		endColumn: word.end.column
	};
	const from = facts.source === "table" ? "table" : "base";
	const fact = (value, note) => value === void 0 ? void 0 : {
		value,
		from,
		location: {
			...location,
			note
		},
		sure: true
	};
	const note = `the base image has ${inWords(facts)}`;
	const packages = /* @__PURE__ */ new Map();
	const brought = (name, version) => {
		const { cuda } = facts;
		const at = {
			...location,
			note
		};
		packages.set(name, {
			name,
			version,
			cuda,
			from: "base",
			location: at,
			install: void 0,
			sure: true
		});
	};
	if (facts.torch !== void 0) {
		brought("torch", facts.torch);
		if (bringsVision(sourceName(reference), facts.torch)) brought("torchvision", void 0);
	}
	return {
		...none,
		base: {
			reference,
			location: {
				...location,
				note
			},
			facts
		},
		complete: bare.test(sourceName(reference)),
		packages,
		cuda: fact(facts.cuda, note),
		python: modelPython(image) ?? fact(facts.python, `this base has Python ${facts.python}`),
		flavor: fact(facts.flavor, `this is a ${facts.flavor} image`)
	};
}
/** The Python that model.yaml names: it counts everywhere. */
function modelPython(image) {
	if (!hasModel(image)) return void 0;
	const { python } = image.model.environment;
	const [location] = modelLine(image.source, "python", python, `model.yaml says Python ${python}`);
	return location && {
		value: python,
		from: "model.yaml",
		location,
		sure: true
	};
}

// packages/dockerfile/src/pins/timeline.ts
const timelines = /* @__PURE__ */ new WeakMap();
/** What the commands of one stage itself change, in order. Read once for an image. */
function timelineOf(image, stage) {
	const known = timelines.get(image) ?? /* @__PURE__ */ new Map();
	timelines.set(image, known);
	const open = [];
	for (let link = stage; link && !known.has(link); link = link.parent) open.push(link);
	for (const link of open.reverse()) {
		const before = link.parent && known.get(link.parent);
		const reader = new TimelineReader(image, link, before?.end ?? startOf(image, link), before?.own);
		known.set(link, reader.read());
	}
	return known.get(stage);
}
const moments = /* @__PURE__ */ new WeakMap();
/** Every command of an image that runs while it is built, with what is known there. A dozen rules ask. */
function momentsOf(image) {
	const known = moments.get(image) ?? image.stages.flatMap((stage) => timelineOf(image, stage).moments);
	moments.set(image, known);
	return known;
}
var TimelineReader = class {
	image;
	stage;
	start;
	moments = [];
	model;
	now;
	/** The environment that a command made and nothing has entered so far. */
	own;
	/** Whose pip was called last; empty: the one on PATH. */
	place = "";
	constructor(image, stage, start, own) {
		this.image = image;
		this.stage = stage;
		this.start = start;
		this.model = modelPython(image);
		this.now = start;
		this.own = own;
	}
	read() {
		const { installs, missing } = readInstalls(this.image, this.stage);
		const byCommand = grouped(installs, ({ command }) => command);
		const unread = new Set(missing.map(({ command }) => command));
		const byInstruction = grouped(this.image.commandsOf(this.stage), ({ step }) => step.instruction);
		for (const step of this.stage.steps) {
			const instruction = step.instruction.trigger ?? step.instruction;
			if (instruction.keyword === "RUN") for (const command of byInstruction.get(instruction) ?? []) this.run(command, byCommand.get(command) ?? mimInstalls(this.image, command), unread.has(command));
			else this.set({
				...step,
				instruction
			});
		}
		return {
			start: this.start,
			moments: this.moments,
			end: this.now,
			own: this.own
		};
	}
	set(step) {
		const { keyword } = step.instruction;
		if (keyword === "COPY" || keyword === "ADD") {
			if (copiesPython(step)) this.leave(void 0, false);
			if (copiesCompiler(step)) this.now = {
				...this.now,
				flavor: void 0
			};
		} else if (this.own !== void 0 && activates(step, this.own)) this.enter(this.own);
	}
	run(command, installs, unread) {
		const made = madeEnvironment(command);
		if (made) {
			const { python } = this.now;
			this.leave(void 0, false);
			this.own = made.samePython && python ? {
				...made,
				python: python.value
			} : made;
		} else this.switch(command, installs);
		const before = this.now;
		const { python } = before;
		const judged = python === void 0 ? installs : installs.map((one) => judgedIn(one, { python_version: python.value }));
		this.put(judged, unread);
		this.remove(command);
		if (bringsCompiler(command)) this.now = {
			...this.now,
			flavor: void 0
		};
		this.moments.push({
			command,
			installs: judged,
			before,
			after: this.now
		});
	}
	switch(command, installs) {
		const place = programPlace(command);
		if (place !== void 0 && place !== this.place) {
			const { own } = this;
			const isOwn = own !== void 0 && own.place !== "" && place.includes(own.place);
			const named = /^\d+\.\d+$/.test(place) ? place : void 0;
			const location = this.image.at(command.position, `this is Python ${named}`);
			if (isOwn) this.enter(own);
			else this.leave(named === void 0 ? void 0 : {
				value: named,
				from: "command",
				location,
				sure: true
			}, false);
			this.place = place;
		}
		const moved = movesPython(command, installs);
		if (moved === "system") this.takeSystemPython(command);
		else if (moved) {
			const { python } = moved;
			const location = this.image.at(command.position, `Python ${python} is installed here`);
			const sure = !command.conditional;
			this.leave(python === void 0 ? void 0 : {
				value: python,
				from: "conda",
				location,
				sure
			}, this.now.complete);
		}
		if (this.own !== void 0 && activates(command, this.own)) this.enter(this.own);
	}
	put(installs, unread) {
		const counted = installs.filter(fillsEnvironment);
		const changes = counted.filter((install) => isFollowed(packageName(install)));
		const brings = counted.some(({ name, options }) => name === "" && !options.noDeps);
		if (changes.length === 0 && !unread && !brings) return;
		const packages = new Map(this.now.packages);
		if (unread) for (const [name, one] of packages) packages.set(name, {
			...one,
			sure: false
		});
		for (const install of changes) {
			const name = packageName(install);
			if (packages.has(name) && isThere(install, this.now) === true) continue;
			packages.set(name, installed(install, counted, packages.get(name)));
		}
		this.now = {
			...this.now,
			packages,
			complete: this.now.complete && !unread && !brings
		};
	}
	remove({ name, words }) {
		const at = words.findIndex(({ value }) => value === "uninstall");
		if (at < 1 || !/^(?:pip[\d.]*|python[\d.]*|uv|conda|mamba)$/.test(name)) return;
		const packages = new Map(this.now.packages);
		for (const { value } of words.slice(at + 1)) packages.delete(normalName(value));
		this.now = {
			...this.now,
			packages
		};
	}
	takeSystemPython(command) {
		const { python, base, complete } = this.now;
		const { os } = base?.facts ?? {};
		const system = os === void 0 ? void 0 : systemPython(os);
		if (python !== void 0 || system === void 0 || !complete) return;
		const fact = {
			value: system,
			from: "table",
			location: this.image.at(command.position, `apt installs Python ${system} on ${os}`),
			sure: !command.conditional
		};
		this.now = {
			...this.now,
			python: fact
		};
	}
	enter({ python, position, empty }) {
		this.own = void 0;
		const location = this.image.at(position, `the environment is made with Python ${python}`);
		const fact = python === void 0 ? void 0 : {
			value: python,
			from: "conda",
			location,
			sure: true
		};
		this.now = {
			...this.now,
			complete: empty,
			python: this.model ?? fact
		};
	}
	/** Another Python sees none of the packages of the one before. */
	leave(python, complete) {
		this.now = {
			...this.now,
			inBase: false,
			complete,
			packages: /* @__PURE__ */ new Map(),
			python: this.model ?? python
		};
	}
};
function fillsEnvironment({ verb, applies, options, tool }) {
	return (verb === "install" || verb === "create") && applies !== false && (options.target === void 0 || tool === "conda");
}
function grouped(items, keyOf) {
	const found = /* @__PURE__ */ new Map();
	for (const item of items) {
		const known = found.get(keyOf(item));
		if (known) known.push(item);
		else found.set(keyOf(item), [item]);
	}
	return found;
}

// packages/dockerfile/src/pins/cuda-projects.ts
const known$1 = /* @__PURE__ */ new WeakMap();
/** The commands of an image that compile CUDA operators for certain: an unknown release of a project that once did is left out. */
function compilesOf(image) {
	const before = known$1.get(image);
	if (before) return before;
	const trees = /* @__PURE__ */ new Map();
	const found = image.stages.flatMap((stage) => {
		const finder = new TreeFinder(image, stage, stage.parent && trees.get(stage.parent));
		trees.set(stage, finder);
		return compilesOfStage(image, stage, finder);
	});
	known$1.set(image, found);
	return found;
}
function compilesOfStage(image, stage, trees) {
	const folders = new Map(historyOf(image, stage).commands.map(({ command, folder }) => [command, folder]));
	const found = [];
	for (const moment of timelineOf(image, stage).moments) {
		const { command, installs } = moment;
		const built = [];
		const folder = folders.get(command) ?? "";
		const setup = setupFolder(command, folder);
		if (setup !== void 0) built.push(trees.at(setup));
		for (const install of installs) if (isThere(install, moment.before) !== true) built.push(treeOf(install, folder, trees));
		const projects = built.flatMap((tree) => tree && hasOperators(tree, command.step) ? [tree.project] : []);
		for (const project of new Set(projects)) found.push({
			project,
			moment
		});
	}
	return found;
}
/** Whether the operators are on: of themselves, or by the variable. Not known counts as off. */
function hasOperators({ project, release }, { variables, instruction }) {
	if (project.operators === void 0) return true;
	const { variable, onSince } = project.operators;
	const text = textFrom(instruction, variable);
	if (text !== void 0) return /^=["']?[1-9]/.test(text.slice(variable.length, variable.length + 3));
	const value = variables(variable);
	if (value !== null) return value !== void 0 && value !== "0";
	return release !== void 0 && (compareVersions(release, onSince) ?? -1) >= 0;
}
/** The folder whose `setup.py` a command builds or installs. */
function setupFolder({ name, words }, folder) {
	if (!/^python[\d.]*$/.test(name)) return void 0;
	const at = words.findIndex(({ value }) => /(?:^|\/)setup\.py$/.test(value));
	const verbs = words.slice(at + 1).map(({ value }) => value);
	if (at < 1 || !verbs.some((verb) => /^(?:develop|install|build|build_ext|bdist_wheel|bdist_egg)$/.test(verb))) return void 0;
	const script = words[at]?.value ?? "";
	return joinPath(folder, script.slice(0, -8));
}
function treeOf(install, folder, trees) {
	const { requirement, verb, tool, options, name, applies } = install;
	if (verb === "download" || tool === "conda" || applies !== true) return void 0;
	if (requirement.source === "vcs") {
		const source = gitSourceOfPip(requirement.url ?? "");
		return source && trees.tree(source.repository, source.ref);
	}
	if (requirement.source === "path") {
		const path = joinPath(folder, requirement.path ?? "");
		return path === void 0 || /\.\w{2,4}$/.test(path) ? void 0 : trees.at(path);
	}
	if (requirement.source !== "index" || install.command.name === "mim") return void 0;
	const project = cudaProjects.find(({ packages }) => packages.includes(name));
	const version = pinOf(install);
	if (project === void 0) return void 0;
	if (!options.noBinary.some((one) => one === ":all:" || one === name) && !isFromPypi(install)) return void 0;
	return {
		project,
		release: name === "mmcv-full" ? project.operators?.onSince : version
	};
}
/** PyPI has the sources of MMCV and no wheels; an index, a folder or a pip.conf may have some. */
function isFromPypi({ options }) {
	const { complete, findLinks, extraIndexUrls, indexUrl, noIndex } = options;
	return complete && !noIndex && findLinks.length === 0 && extraIndexUrls.length === 0 && indexUrl === void 0;
}
/** Stages below a stage that are looked into. */
const maxStages = 200;
/** Which project a folder of a stage holds, by the git trees that were brought there. */
var TreeFinder = class {
	folders = /* @__PURE__ */ new Map();
	mmdet3d;
	below;
	constructor(image, stage, below) {
		this.below = below;
		for (const { instruction } of stage.steps) {
			const { keyword, words } = instruction;
			const source = keyword === "ADD" ? gitSourceOfAdd(words[0]?.text ?? "") : void 0;
			if (source) this.folders.set((words.at(-1)?.text ?? "").replace(/\/+$/, ""), source);
		}
		for (const { repository, folder, ref } of gitCheckouts(image.commandsOf(stage))) this.folders.set(folder, {
			repository,
			ref: ref?.known ? ref.value : void 0
		});
		this.mmdet3d = hasModel(image) ? image.model.packages.mmdet3d : void 0;
	}
	at(folder) {
		const path = folder.replace(/\/+$/, "");
		let left = maxStages;
		for (let finder = this; finder && left-- > 0; finder = finder.below) {
			const tree = finder.folders.get(path);
			if (tree) return this.tree(tree.repository, tree.ref);
		}
	}
	tree(url, ref) {
		const last = repositoryKey(url).split("/").at(-1) ?? "";
		const project = cudaProjects.find(({ repository }) => repository.toLowerCase() === last);
		if (project === void 0) return void 0;
		const release = /^v?(\d+\.\d+(?:\.\d+)?(?:rc\d+)?)$/i.exec(ref ?? "")?.[1] ?? (project.name === "mmdetection3d" ? this.mmdet3d : void 0);
		return compiles(project, release) ? {
			project,
			release
		} : void 0;
	}
};

// packages/dockerfile/src/rules/unique-reports.ts
/** The same finding once: a file that several stages install is read as often. */
function* uniqueReports(reports) {
	const seen = /* @__PURE__ */ new Set();
	for (const report of reports) {
		if (report === void 0) continue;
		const [place] = report.locations;
		const key = `${place?.file}:${place?.line}:${place?.column}:${report.message}`;
		if (seen.has(key)) continue;
		seen.add(key);
		yield report;
	}
}

// packages/dockerfile/src/rules/arch-list-is-set.ts
const archListIsSet = {
	code: "MIA112",
	id: "arch-list-is-set",
	description: "Where CUDA operators are compiled, TORCH_CUDA_ARCH_LIST says for which GPUs, and CUDA knows every entry.",
	severity: "warning",
	confidence: "medium",
	since: "0.1.0",
	fix: "unsafe",
	*check(image) {
		yield* uniqueReports(unsetLists(image));
		yield* uniqueReports(unknownEntries(image));
	}
};
/**
* Without it torch takes the GPUs it sees, and with none of them ends in an IndexError. Source: _get_cuda_arch_flags of
* torch/utils/cpp_extension.py in the wheels of 1.9.1, 2.9.1, 2.12.0 and 2.15.0, read 2026-11-24.
*/
const list = "TORCH_CUDA_ARCH_LIST";
/**
* Images that are known to set neither variable. Sources, read 2026-11-24: pytorch/pytorch Dockerfile at f658b151 (conda) and
* 01343dcd (pip); nvidia/cuda: copies of NVIDIA's dist/ folders of 11.1.1 on Ubuntu 20.04 (wimjan123/cuda11.7-gptj-training)
* and 12.4.1 on 22.04 (taehun-kmu/FMCL-Docker), base and devel. Other releases were not read.
*/
const silentImages = /^(?:pytorch\/pytorch|(?:nvcr\.io\/)?nvidia\/cuda)$/;
function* unsetLists(image) {
	for (const compile of compilesOf(image)) {
		const { project, moment } = compile;
		const { step, position, file } = moment.command;
		const { base, flavor } = moment.before;
		if (base === void 0 || !silentImages.test(sourceName(base.reference)) || flavor?.value !== "devel" || file) continue;
		const missing = [...isSet(step, list) ? [] : [list], ...project.needsForce && !isSet(step, "FORCE_CUDA") ? ["FORCE_CUDA"] : []];
		if (missing.length === 0) continue;
		const effect = missing.includes("FORCE_CUDA") ? "it sees no GPU during a build and leaves its CUDA operators out" : "torch sees no GPU during a build and does not know what to compile for";
		yield {
			message: `${project.name} is compiled here without ${missing.join(" and ")}: ${effect}`,
			remedy: `Set ${missing.map((name) => name === list ? `${list}="${capabilities(image, compile).join(";")}"` : "FORCE_CUDA=1").join(" and ")} before it, or what your GPUs are.`,
			locations: [image.at(position)],
			...fixOf(`Set ${missing.join(" and ")}`, "unsafe", variablesAbove(image, compile, missing))
		};
	}
}
/** Not known counts as set. */
function isSet({ variables, instruction }, name) {
	return variables(name) !== null || textFrom(instruction, name) !== void 0;
}
function variablesAbove(image, compile, missing) {
	const { instruction } = compile.moment.command.step;
	const file = fileOf$1(image, image.source.dockerfile.path);
	const values = {
		FORCE_CUDA: "FORCE_CUDA=1",
		[list]: `${list}="${capabilities(image, compile).join(";")}"`
	};
	const assigned = missing.sort().map((name) => values[name]);
	if (file === void 0 || capabilities(image, compile).length === 0) return void 0;
	return insertLineAbove(file, instruction.startLine, `${indentOf$1(file, instruction.startLine)}ENV ${assigned.join(" ")}`);
}
/** What people rent and own: Volta, Turing, Ampere, Ada, Hopper, Blackwell. */
const common = [
	"7.0",
	"7.5",
	"8.0",
	"8.6",
	"8.9",
	"9.0",
	"10.0",
	"12.0"
];
function capabilities(image, { moment }) {
	const cuda = moment.before.cuda?.value;
	const known = cuda === void 0 ? [] : capabilitiesOf(cuda);
	const range = hasModel(image) ? image.model.gpu.computeCapability : void 0;
	const wanted = (image.policy.gpus ?? []).flatMap((text) => gpuOf(text)?.capability ?? []);
	const within = common.filter((one) => range === void 0 || Number(one) >= Number(range.min) && Number(one) <= Number(range.max));
	return (wanted.length > 0 ? [...new Set(wanted)].sort((a, b) => Number(a) - Number(b)) : within).filter((one) => known.includes(one));
}
/** Entries that no nvcc of the image's CUDA takes. Names such as `Ampere` are torch's own and are left alone. */
function* unknownEntries(image) {
	const places = listPlaces(image);
	for (const { moment } of compilesOf(image)) {
		const { step } = moment.command;
		const { cuda, flavor } = moment.before;
		const value = step.variables(list);
		const known = cuda === void 0 ? [] : capabilitiesOf(cuda.value);
		if (!value || cuda === void 0 || flavor === void 0 || known.length === 0) continue;
		const unknown = value.split(/[;\s]+/).flatMap((entry) => /^(\d{1,2}\.\d)a?(?:\+PTX)?$/.exec(entry)?.[1] ?? []).filter((entry) => !known.includes(entry));
		const assignment = places.findLast(({ line }) => line < step.instruction.startLine);
		if (unknown.length === 0 || assignment === void 0) continue;
		const names = unknown.length === 1 ? `does not know ${unknown[0]}` : `knows neither ${unknown.slice(0, -1).join(", ")} nor ${unknown.at(-1)}`;
		yield {
			message: `CUDA ${cuda.value} ${names}: nvcc ends with "Unsupported gpu architecture"`,
			remedy: `Leave the entry out of ${list}. Code for 8.6 runs on 8.9 too; for another major number a newer CUDA is needed.`,
			locations: [image.at(assignment), cuda.location],
			severity: "error"
		};
	}
}
/** Where the list is given a value, in the order of the file. */
function listPlaces(image) {
	return image.stages.flatMap((stage) => stage.steps).filter(({ instruction: { keyword } }) => keyword === "ENV" || keyword === "ARG").flatMap(({ instruction }) => instruction.assignments).filter(({ name, value }) => name === list && value !== void 0).map(({ position }) => position);
}

// packages/dockerfile/src/stages/external-images.ts
/**
* The images of FROM, of `COPY --from` and of `RUN --mount=from`. A name without a slash, tag or digest behind `from` may be a
* build context that the caller gives, hence is left out; so are the file's own stages, their numbers and `scratch`.
*/
function* externalImages(stages, escapeMark) {
	for (const stage of stages) {
		const { reference, word } = stage.base;
		if (word.text.includes("{{")) continue;
		if (stage.parent === void 0 && reference !== "scratch") yield {
			reference,
			word,
			by: "FROM",
			stage
		};
		for (const step of stage.steps) yield* taken(step, stages, escapeMark);
	}
}
function* taken(step, stages, escapeMark) {
	const instruction = step.instruction.trigger ?? step.instruction;
	const { keyword, flags } = instruction;
	const { stage } = step;
	if (keyword === "COPY") for (const flag of flags) {
		if (flag.name !== "from" || flag.value === void 0) continue;
		const reference = imageNamed(step, flag.value, stages, escapeMark);
		if (reference !== void 0) yield {
			reference,
			word: behindEquals(flag),
			by: "COPY --from",
			stage
		};
	}
	else if (keyword === "RUN") for (const { flag, options } of mountsOf(instruction)) {
		const reference = imageNamed(step, options.get("from") ?? "", stages, escapeMark);
		if (reference !== void 0) yield {
			reference,
			word: flag,
			by: "RUN --mount",
			stage
		};
	}
}
/** The part behind the `=`, where it stands in the file as it is. */
function behindEquals(flag) {
	const { line, column } = flag.position;
	const text = flag.value ?? "";
	return flag.end.line === line && flag.end.column - column === flag.text.length ? {
		text,
		position: {
			line,
			column: flag.end.column - text.length
		},
		end: flag.end
	} : flag;
}
function imageNamed({ variables, stage }, written, stages, escapeMark) {
	const value = knownText({ variables }, written, escapeMark);
	if (value === void 0 || !/[/:@]/.test(value)) return void 0;
	const name = value.toLowerCase();
	return stages.some((one) => one.index < stage.index && one.name === name) ? void 0 : value;
}

// packages/dockerfile/src/rules/base-has-digest.ts
const baseHasDigest = {
	code: "MIA206",
	id: "base-has-digest",
	description: "FROM names the digest of its image: a tag can be pushed again.",
	severity: "info",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const { policy, stages, dockerfile } = image;
		for (const { reference, word, by } of externalImages(stages, dockerfile.escapeMark)) {
			if (by !== "FROM" || reference === void 0 || isForModel(image, reference)) continue;
			const { tag, digest } = parseReference(reference);
			if (digest !== void 0) continue;
			if ((tag === void 0 || tag === "latest") && !policy.requireDigest) continue;
			yield {
				message: `FROM ${reference.slice(0, 200)} has no digest: whoever may push the tag decides what the next build gets`,
				remedy: "Write @sha256:... behind the tag; `docker buildx imagetools inspect` prints the digest.",
				locations: [atSpan(image, word)],
				...policy.requireDigest ? { severity: "error" } : {}
			};
		}
	}
};
/** Where model.yaml has a digest, base-matches-pins compares; where it says why there is none, nothing is left to say. */
function isForModel({ model, policy }, reference) {
	if (model === void 0) return false;
	const { image, tag } = parseReference(reference);
	const { base } = model;
	if (parseReference(base.image).image !== image || base.tag !== tag) return false;
	return base.digest === null || !policy.requireDigest;
}

// packages/dockerfile/src/near-name.ts
/** Suggestions of one check, names that one word is compared with, and their length: comparing costs the product of them. */
const maxSuggestions = 50;
const maxNames$1 = 200;
const maxLength$1 = 60;
/** Finds the name that was meant, for as many words as anybody reads. */
function nameFinder() {
	let left = maxSuggestions;
	return (word, names) => {
		if (left === 0 || word.length > maxLength$1) return void 0;
		left -= 1;
		const known = [];
		for (const name of names) {
			if (known.length === maxNames$1) break;
			if (name.length <= maxLength$1) known.push(name);
		}
		return require_action_kit.closest(word, known);
	};
}
/** One character too many, too few, another one, or two that changed places; in names long enough for that to be a slip. */
function isOneSlipFrom(a, b) {
	if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1 || a === b) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start += 1;
	let end = 0;
	while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
	const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
	if (/\d/.test(left + right)) return false;
	const swapped = left.length === 2 && left[0] === right[1] && left[1] === right[0];
	return left.length <= 1 && right.length <= 1 || swapped;
}

// packages/dockerfile/src/pins/reference-grammar.ts
/** Longer than any registry takes. */
const maxReference = 1e3;
const component = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/;
const host = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:.]+\])(?::\d+)?$/;
const tagShape = /^\w[\w.-]{0,127}$/;
const digestShape = /^[A-Za-z][\w+.-]*:[0-9a-fA-F]{32,}$/;
/** Why the builder refuses `registry/name:tag@digest`; undefined where it takes it. Source: distribution/reference's grammar. */
function referenceProblem(reference) {
	if (reference === "") return "is empty";
	if (reference.length > maxReference) return "is longer than any image's name";
	if (/\s/.test(reference)) return "has white space in it";
	const at = reference.indexOf("@");
	const named = at < 0 ? reference : reference.slice(0, at);
	if (at >= 0 && !digestShape.test(reference.slice(at + 1))) return "has a digest that is none";
	const colon = named.lastIndexOf(":");
	const hasTag = colon > named.lastIndexOf("/");
	if (hasTag && !tagShape.test(named.slice(colon + 1))) return colon === named.length - 1 ? "ends in a colon without a tag" : "has a tag that is none";
	const parts = (hasTag ? named.slice(0, colon) : named).split("/");
	const [first = ""] = parts;
	const isHost = parts.length > 1 && (/[.:[]/.test(first) || first === "localhost" || /[A-Z]/.test(first));
	if (isHost && !host.test(first)) return `has a registry that is none: ${first.slice(0, 80)}`;
	const wrong = parts.slice(isHost ? 1 : 0).find((part) => !component.test(part));
	if (wrong === void 0) return void 0;
	if (wrong === "") return "has an empty part before or behind a slash, or no name";
	return /[A-Z]/.test(wrong) ? `has capitals in it: ${wrong.slice(0, 80)}` : `has a part that is no name: ${wrong.slice(0, 80)}`;
}

// packages/dockerfile/src/stages/global-arguments.ts
/** The ARGs before the first FROM, by name; the last of a name counts. Only these are known to FROM. */
function globalArguments(instructions, escapeMark) {
	const found = /* @__PURE__ */ new Map();
	for (const { keyword, assignments } of instructions) {
		if (keyword === "FROM") break;
		if (keyword !== "ARG") continue;
		for (const one of assignments) found.set(one.name, {
			...one,
			given: givenTo(found, one.value ?? "", escapeMark)
		});
	}
	return found;
}
/** A text with the defaults put in. */
function givenTo(globals, text, escapeMark) {
	const lookup = (name) => {
		const known = globals.get(name);
		if (known) return known.given;
		return isBuilderVariable(name) ? void 0 : null;
	};
	const { value, unknown } = expand(text, lookup, escapeMark);
	return unknown.length > 0 ? void 0 : value;
}

// packages/dockerfile/src/stages/variable-uses.ts
/** The variables a text names, those inside of defaults included. Escaped and single-quoted ones are none. */
function variableUses(text, escapeMark = "\\") {
	if (!text.includes("$")) return [];
	const uses = [];
	const name = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(:?[-+?=]|##?|%%?|\/\/?|\})?)/y;
	let quote = "";
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (quote === "'") {
			if (character === "'") quote = "";
		} else if (character === escapeMark) at += 1;
		else if (character === "\"") quote = quote === "\"" ? "" : "\"";
		else if (character === "'" && quote === "") quote = "'";
		else if (character === "$") {
			name.lastIndex = at;
			const match = name.exec(text);
			if (match === null) continue;
			const operator = match[3] === "}" ? "" : match[3] ?? "";
			uses.push({
				name: match[1] ?? match[2] ?? "",
				operator,
				start: at,
				end: name.lastIndex
			});
			at = name.lastIndex - 1;
		}
	}
	return uses;
}
/** Whether the text is something else than empty where the variable is not set. */
function hasFallback({ operator }) {
	return /^:?[-+?=]$/.test(operator);
}

// packages/dockerfile/src/rules/base-is-named.ts
const baseIsNamed = {
	code: "MIA204",
	id: "base-is-named",
	description: "What FROM names is an image: its variables are ARGs from above the first FROM, and give a valid name.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const context = {
			globals: globalArguments(image.dockerfile.instructions, image.dockerfile.escapeMark),
			later: /* @__PURE__ */ new Map(),
			near: nameFinder()
		};
		for (const stage of image.stages) {
			const report = stage.base.word.text === "" || stage.base.word.text.includes("{{") || stage.parent ? void 0 : judge$13(image, stage, context);
			if (report) yield report;
			for (const { instruction } of stage.steps) {
				if (instruction.keyword !== "ARG") continue;
				for (const one of instruction.assignments) if (!context.later.has(one.name)) context.later.set(one.name, one);
			}
		}
	}
};
function judge$13(image, stage, declarations) {
	const { word } = stage.base;
	const { globals } = declarations;
	const { escapeMark } = image.dockerfile;
	const uses = variableUses(word.text, escapeMark);
	const value = givenTo(globals, word.text, escapeMark);
	const problem = value === void 0 ? void 0 : referenceProblem(value);
	const undeclared = uses.find((use) => !globals.has(use.name) && !isBuilderVariable(use.name) && !hasFallback(use));
	if (undeclared) return undeclaredReport(image, stage, undeclared.name, declarations, problem);
	if (problem === void 0) return void 0;
	const named = uses.flatMap(({ name }) => globals.get(name) ?? []);
	const shown = (value ?? "").slice(0, 200);
	if (named.some((one) => /^(?:""|'')?$/.test(one.value ?? ""))) {
		const names = named.filter((one) => /^(?:""|'')?$/.test(one.value ?? "")).map(({ name }) => name);
		return {
			message: `without --build-arg ${names.join(" and ")} FROM gives ${shown === "" ? "no name" : shown}, which the builder refuses`,
			remedy: `Give ${names.join(" and ")} a default that builds, so that a plain \`docker build\` works.`,
			locations: [atSpan(image, word), ...named.map((one) => atSpan(image, one, "has no default"))],
			severity: "info"
		};
	}
	return {
		message: `FROM ${shown} names no image: it ${problem}`,
		remedy: "Write registry/name:tag in small letters; only a tag may hold capitals.",
		locations: [atSpan(image, word), ...named.map((one) => atSpan(image, one, `the value of ${one.name}`))]
	};
}
function undeclaredReport(image, { base }, name, { globals, later, near: find }, problem) {
	const near = find(name, globals.keys());
	const nearest = near === void 0 ? void 0 : globals.get(near);
	const late = later.get(name);
	const why = late ? "is declared behind the first FROM, where FROM does not see it" : "is declared nowhere above";
	const remedy = late ? `Move ARG ${name} above the first FROM.` : near ? `Did you mean ${near}? If not, write ARG ${name}=<default> above the first FROM.` : `Write ARG ${name}=<default> above the first FROM.`;
	const others = late ? [atSpan(image, late, "too late for FROM")] : nearest ? [atSpan(image, nearest, "declared")] : [];
	return {
		message: `FROM uses ${name.slice(0, 80)}, which ${why}: it is empty${problem ? `, and the name then ${problem}` : ""}`,
		remedy,
		locations: [atSpan(image, base.word), ...others],
		...problem ? {} : { severity: "warning" }
	};
}

// packages/dockerfile/src/rules/base-is-tagged.ts
const baseIsTagged = {
	code: "MIA203",
	id: "base-is-tagged",
	description: "FROM names a tag that says which version it is: not none, and not latest.",
	severity: "warning",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const near = nameFinder();
		const globals = globalArguments(image.dockerfile.instructions, image.dockerfile.escapeMark);
		for (const used of externalImages(image.stages, image.dockerfile.escapeMark)) {
			const report = judge$12(image, used, near, globals);
			if (report) yield report;
		}
	}
};
function judge$12(image, { reference, word, by, stage }, near, globals) {
	if (reference === void 0) return void 0;
	const { tag, digest } = parseReference(reference);
	if (digest !== void 0 || tag !== void 0 && tag !== "latest") return void 0;
	if (by !== "FROM" && tag === void 0) return void 0;
	const meant = by === "FROM" ? stageMeant(image.stages, stage, reference, near) : void 0;
	const isForCaller = tag === void 0 && /^"?\$(?:\w+|\{\w+\})"?$/.test(word.text);
	const said = tag === void 0 ? "no tag, which means latest" : "the tag latest";
	return {
		message: `${by} ${reference.slice(0, 200)} has ${said}: the next build may get another image`,
		remedy: meant ? `Did you mean the stage ${meant}? If not, name the version: ${parseReference(reference).image.slice(0, 200)}:<version>.` : "Name the version as a tag.",
		locations: [atSpan(image, word), ...argumentsOf$1(image, word.text, globals)],
		...isForCaller || by !== "FROM" ? { severity: "info" } : {}
	};
}
/** The lines of the ARGs that the reference is made of. */
function argumentsOf$1(image, text, globals) {
	return variableUses(text, image.dockerfile.escapeMark).flatMap(({ name }) => {
		const argument = globals.get(name);
		return argument ? [atSpan(image, argument, `the value of ${name}`)] : [];
	});
}
/** An earlier stage whose name was misspelt: a name of four characters or more with one or two of them wrong. */
function stageMeant(stages, stage, reference, near) {
	if (reference.length < 4 || /[/:@.]/.test(reference)) return void 0;
	return near(reference, stages.slice(Math.max(0, stage.index - 100), stage.index).flatMap(({ name }) => name ?? []));
}

// packages/dockerfile/src/rules/base-matches-pins.ts
/** Packages whose version carries the CUDA they were built for. */
const labelled = [
	"torch",
	"torchvision",
	"torchaudio"
];
const baseMatchesPins = {
	code: "MIA101",
	id: "base-matches-pins",
	description: "The base image is the one model.yaml pins, with the CUDA and PyTorch of the other pins.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		if (!hasModel(image)) return;
		const roots = new Set(image.targets.map((target) => chainOf(target)[0]));
		for (const root of roots) {
			const reference = root?.base.reference;
			if (root === void 0 || reference === void 0 || reference === "scratch") continue;
			const difference = differenceFrom(image, reference);
			if (difference) yield otherBase(image, root, reference, difference);
			else yield* checkFacts(image, root, baseFacts(reference));
			yield* checkDigest(image, root, reference);
		}
		yield* checkLabels(image);
	}
};
function differenceFrom({ model }, reference) {
	const written = parseReference(reference);
	if (written.image !== parseReference(model.base.image).image) return "image";
	return written.tag === model.base.tag || written.tag === void 0 && written.digest ? void 0 : "tag";
}
function otherBase(image, root, reference, key) {
	const { model, source } = image;
	const pinned = `${model.base.image}:${model.base.tag}`;
	const facts = baseFacts(reference);
	const locations = [image.at(root.base.word.position, `builds on ${reference}`)];
	locations.push(...modelLine(source, key, model.base[key], `model.yaml pins ${pinned}`));
	if (facts) locations.push(...disagreeing(image, facts));
	return {
		message: `the image builds on ${reference}, but model.yaml pins ${pinned}`,
		remedy: "Change FROM or `base` in model.yaml, and the pins that follow from it: CUDA, torch, the MMCV index.",
		locations
	};
}
/** The lines of other files that a base with these facts contradicts. */
function disagreeing({ model, source, requirements }, facts) {
	const { cuda } = model.environment;
	const found = [];
	if (facts.cuda !== void 0 && !agree(cuda, facts.cuda)) found.push(...modelLine(source, "cuda", cuda, `model.yaml says CUDA ${cuda}`));
	for (const { path, requirements: lines } of requirements) for (const { name, specifiers, position } of lines) {
		const version = specifiers.find(({ operator }) => operator === "==")?.version ?? "";
		if (normalName(name) !== "torch" || version === "") continue;
		const label = cudaOfVersion(version);
		const sameTorch = facts.torch === void 0 || agree(publicVersion(version), facts.torch);
		const sameCuda = !label || facts.cuda === void 0 || agree(label, facts.cuda);
		if (!sameTorch || !sameCuda) found.push(locate(path, position, `asks for torch ${version}`));
	}
	return found;
}
/** FROM is the pinned one, so a contradiction stands in model.yaml or follows from it. */
function* checkFacts(image, root, facts) {
	if (facts?.torch === void 0) return;
	const { model, source } = image;
	const { cuda } = model.environment;
	const torch = model.packages.torch;
	const tag = image.at(root.base.word.position, `the tag says ${inWords(facts)}`);
	if (facts.cuda !== void 0 && !agree(cuda, facts.cuda)) yield {
		message: `model.yaml says CUDA ${cuda}, but the base image has CUDA ${facts.cuda}`,
		remedy: `Set environment.cuda to "${facts.cuda}", or choose a base with CUDA ${cuda}.`,
		locations: [...modelLine(source, "cuda", cuda, `CUDA ${cuda}`), tag]
	};
	if (torch !== void 0 && !agree(publicVersion(torch), facts.torch)) yield {
		message: `torch is pinned to ${torch}, but the base image has ${facts.torch}`,
		remedy: `Pin torch ${facts.torch}, or choose a base with torch ${publicVersion(torch)}.`,
		locations: [...modelLine(source, "torch", torch, `torch ${torch}`), tag]
	};
}
function* checkDigest(image, root, reference) {
	const { digest } = image.model.base;
	const written = parseReference(reference).digest;
	if (digest === null || written === digest) return;
	yield {
		message: `FROM ${written === void 0 ? "has no digest" : `has the digest ${written.slice(0, 80)}`}, but model.yaml pins ${digest}`,
		remedy: `Write \`FROM ${image.model.base.image}:${image.model.base.tag}@${digest}\`, or correct model.yaml.`,
		locations: [image.at(root.base.word.position), ...modelLine(image.source, "digest", digest, "the pinned digest")],
		severity: written === void 0 ? "warning" : "error"
	};
}
/** `torch: 1.9.1+cu118` under `cuda: "11.1"`. Requirements that differ from model.yaml are another rule's. */
function* checkLabels({ model, source }) {
	const { cuda } = model.environment;
	for (const name of labelled) {
		const version = model.packages[name];
		const label = version === void 0 ? void 0 : cudaOfVersion(version);
		if (version === void 0 || label === void 0 || agree(label, cuda)) continue;
		yield {
			message: `${name} ${version} is built for CUDA ${label}, but model.yaml says CUDA ${cuda}`,
			remedy: `Take the build of ${name} for CUDA ${cuda}, here and in requirements.txt.`,
			locations: [...modelLine(source, name, version, `${name} ${version}`), ...modelLine(source, "cuda", cuda, `CUDA ${cuda}`)]
		};
	}
}

// packages/dockerfile/src/shell/unchecked-commands.ts
/**
* The places (`line:column`) of a step's simple commands whose failure the script does not notice: something follows behind
* `;` or a new line, and nothing like `set -e` stops it. Scripts within scripts, loops and conditions are left out, and so is
* a command that has an `||` behind it: there somebody decided.
*/
function uncheckedCommands(step, shell) {
	const found = /* @__PURE__ */ new Set();
	const source = shellSource(step);
	if (source === void 0 || source.text.length > 65536) return found;
	if (shell?.slice(1).some(isErrexit) || /^#!.*\s-[a-z]*e/.test(source.text)) return found;
	const reader = new ListReader((offset) => {
		const { line, column } = source.positionAt(offset);
		found.add(`${line}:${column}`);
	});
	try {
		reader.readList(require_unbash.parse(source.text).commands, false);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
	}
	return found;
}
/** `-e`, `-euo`, and the `errexit` of `-o errexit`. */
function isErrexit(word) {
	return /^-[a-z]*e[a-z]*$/.test(word) || word === "errexit";
}
var ListReader = class {
	stops = false;
	report;
	constructor(report) {
		this.report = report;
	}
	readList(statements, unnoticed) {
		for (const [index, { command }] of statements.entries()) {
			const isLast = index === statements.length - 1;
			this.read(command, (unnoticed || !isLast) && !this.stops);
			if (command.type === "Command" && setsErrexit(command)) this.stops = true;
		}
	}
	read(node, unnoticed) {
		if (node.type === "Command") {
			if (unnoticed && node.name) this.report(node.name.pos);
		} else if (node.type === "AndOr") this.readChain(node, unnoticed);
		else if (node.type === "BraceGroup" || node.type === "Subshell") this.readList(node.body.commands, unnoticed);
	}
	readChain({ commands, operators }, unnoticed) {
		for (const [index, command] of commands.entries()) {
			if (setsErrexit(command)) this.stops = true;
			const decided = operators.slice(index).includes("||");
			this.read(command, unnoticed && !decided && !this.stops);
		}
	}
};
function setsErrexit(node) {
	if (node.type !== "Command" || node.name?.value !== "set") return false;
	return node.args.some((word) => word.type === "Word" && isErrexit(word.value));
}

// packages/dockerfile/src/stages/checkout-uses.ts
/** The checkouts of one stage; the stages below it are looked at for their clones only. */
function checkoutUses(stage, image) {
	const tracker = new Tracker();
	for (const link of chainOf(stage).slice(-20)) {
		tracker.uses = [];
		for (const command of image.commandsOf(link)) tracker.follow(command);
	}
	return tracker.uses;
}
var Tracker = class {
	uses = [];
	clones = /* @__PURE__ */ new Map();
	instruction;
	folder = "";
	/** False where the folder may be another one: subshells, variables, `cd -`. */
	sure = false;
	entered;
	/** The clone in which an earlier RUN ended, and its cd. */
	lost;
	usedBefore = /* @__PURE__ */ new Map();
	/** Checkouts of this RUN in a folder that is no clone. */
	early = [];
	follow(command) {
		if (command.step.instruction !== this.instruction) this.begin(command);
		const { name, words } = command;
		if (name === "cd") this.enter(words[1], command.position);
		else if (name === "pushd" || name === "popd") this.sure = false;
		else if (name === "git") this.git(command);
		else if (installs$1(command)) this.install(command);
	}
	begin(command) {
		if (this.sure && this.entered && this.clones.has(this.folder)) this.lost = {
			folder: this.folder,
			position: this.entered
		};
		const { instruction, folder } = command.step;
		this.instruction = instruction;
		this.folder = folder;
		this.entered = void 0;
		this.early = [];
		const script = [instruction.body.text, ...instruction.heredocs.map(({ body }) => body.text)].join("\n");
		this.sure = !/[({]\s*cd\s|\bdo\s+cd\s|\bthen\s+cd\s/.test(script);
	}
	enter(word, position) {
		const next = word?.known ? enterFolder(this.folder, word.value) : "";
		if (next === "") this.sure = false;
		this.folder = next;
		this.entered = position;
		for (const use of this.sure && this.clones.has(next) ? this.early : []) use.trouble = {
			kind: "late-cd",
			folder: next,
			position
		};
		this.early = [];
	}
	git(command) {
		const { words, at } = subCommand(command);
		const git = {
			...command,
			words
		};
		const verb = words[0]?.value;
		const folder = at === void 0 ? this.folder : enterFolder(this.folder, at);
		if (verb === "clone") this.clone(git);
		else if (verb === "init") this.clones.set(folder, {
			installed: void 0,
			moved: true
		});
		else if (verb === "checkout" || verb === "switch") {
			const ref = checkedOut(git);
			if (ref === void 0) this.branch(command, optionValue(git, [
				"-b",
				"-c",
				"--create"
			]), folder);
			else this.checkout(command, ref, folder, at);
		}
	}
	clone(git) {
		const [url, target] = operands(git, gitValueOptions);
		if (url === void 0) return;
		const named = target?.known ? target.value : target ? "" : folderOf(url.value);
		const folder = enterFolder(this.folder, named);
		const moved = git.words.some(({ value }) => /^(?:-b|--branch|--revision)\b/.test(value));
		if (folder !== "" && !/[$`*]/.test(folder)) this.clones.set(folder, {
			installed: void 0,
			moved
		});
	}
	/** `checkout -b v1.0` makes a branch of that name where the tree stands, whatever tag is called so. */
	branch(command, ref, folder) {
		const clone = this.clones.get(folder);
		if (!this.sure || ref === void 0 || clone === void 0 || clone.moved) return;
		if (!/\d\.\d|VERSION|TAG|COMMIT|^[0-9a-f]{7,40}$/.test(ref.value)) return;
		this.uses.push({
			command,
			ref,
			trouble: {
				kind: "new-branch",
				folder,
				position: ref.position
			}
		});
		clone.moved = true;
	}
	checkout(command, ref, folder, at) {
		if (/^(?:HEAD|@)(?:[~^@].*)?$/.test(ref.value)) return;
		const use = {
			command,
			ref,
			trouble: void 0
		};
		this.uses.push(use);
		const clone = this.clones.get(folder);
		if (clone) {
			if (clone.installed && !clone.moved) {
				use.trouble = {
					kind: "used-before",
					folder,
					position: clone.installed
				};
				this.usedBefore.set(folder, use);
			}
			clone.moved = true;
			return;
		}
		if (!this.sure || this.isInClone(folder) || at !== void 0 || this.clones.size === 0) return;
		if (this.entered === void 0 && this.lost) use.trouble = {
			kind: "lost-cd",
			...this.lost
		};
		this.early.push(use);
	}
	install(command) {
		const clone = this.clones.get(this.folder);
		if (this.sure && clone && !clone.moved) clone.installed ??= command.position;
		const use = this.usedBefore.get(this.folder);
		if (use) use.trouble = void 0;
	}
	isInClone(folder) {
		for (let end = folder.lastIndexOf("/"); end > 0; end = folder.lastIndexOf("/", end - 1)) if (this.clones.has(folder.slice(0, end))) return true;
		return false;
	}
};
/** `pip install .`, `python setup.py install`; an editable install follows the tree. */
function installs$1({ name, words }) {
	const values = words.map(({ value }) => value);
	if (/^pip[\d.]*$/.test(name)) return values[1] === "install" && values.includes(".") && !values.some((one) => /^(?:-e|--editable)/.test(one));
	return /^python[\d.]*$/.test(name) && values[1] === "setup.py" && values[2] === "install";
}

// packages/dockerfile/src/stages/shells.ts
/** The words of the SHELL that holds at each step; undefined for the default. */
function shellsOf(stages) {
	const shells = /* @__PURE__ */ new Map();
	const ends = /* @__PURE__ */ new Map();
	for (const stage of stages) {
		let shell = stage.parent && ends.get(stage.parent);
		for (const step of stage.steps) {
			if (step.instruction.keyword === "SHELL") shell = step.instruction.json;
			shells.set(step, shell);
		}
		ends.set(stage, shell);
	}
	return shells;
}

// packages/dockerfile/src/rules/checkout-is-used.ts
const checkoutIsUsed = {
	code: "MIA202",
	id: "checkout-is-used",
	description: "The ref that is checked out is the one the build goes on with: in the right folder, in time, and checked.",
	severity: "warning",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const uses = image.stages.flatMap((stage) => checkoutUses(stage, image));
		if (uses.length === 0) return;
		const isUnchecked = uncheckedOf(image, uses);
		for (const use of uses) {
			const report = judge$11(image, use) ?? (isUnchecked(use.command) ? goesOn(image, use) : void 0);
			if (report) yield report;
		}
	}
};
function uncheckedOf(image, uses) {
	const shells = shellsOf(image.stages);
	const steps = new Set(uses.map(({ command }) => command.step));
	const byStep = new Map([...steps].map((step) => [step, uncheckedCommands(step, shells.get(step))]));
	return ({ step, position }) => byStep.get(step)?.has(`${position.line}:${position.column}`) ?? false;
}
const shown$1 = (ref) => ref.value.slice(0, 80);
function judge$11(image, { command, ref, trouble }) {
	if (trouble === void 0) return void 0;
	const place = atSpan(image, {
		position: command.position,
		end: ref.end
	});
	const folder = trouble.folder.slice(0, 200);
	switch (trouble.kind) {
		case "lost-cd": return {
			message: `git checkout ${shown$1(ref)} does not run in ${folder}: the cd of another RUN ended with that RUN`,
			remedy: `Write \`git -C ${folder} checkout ${shown$1(ref)}\`, or cd in the same RUN.`,
			locations: [place, image.at(trouble.position, "this cd lasts for its own RUN only")]
		};
		case "late-cd": return {
			message: `git checkout ${shown$1(ref)} runs before ${folder} is entered, so it is not that tree it moves`,
			remedy: `Write \`git -C ${folder} checkout ${shown$1(ref)}\`, or cd first.`,
			locations: [place, image.at(trouble.position, "entered only here")]
		};
		case "new-branch": return {
			message: `git checkout -b ${shown$1(ref)} makes a new branch of that name from the default branch; it takes no tag`,
			remedy: `Write \`git checkout ${shown$1(ref)}\`, without -b.`,
			locations: [place]
		};
		case "used-before": return {
			message: `${folder} is installed before ${shown$1(ref)} is checked out: the image gets the default branch`,
			remedy: "Check the ref out first, right behind the clone.",
			locations: [place, image.at(trouble.position, "installed here")]
		};
	}
}
function goesOn(image, { command, ref }) {
	return {
		message: `where git checkout ${shown$1(ref)} fails, the build goes on with the default branch: nothing looks at its result`,
		remedy: "Write && behind it instead of ; or a new line, or begin the script with `set -e`.",
		locations: [atSpan(image, {
			position: command.position,
			end: ref.end
		})],
		confidence: "medium"
	};
}

// packages/dockerfile/src/rules/command-is-exec-form.ts
const commandIsExecForm = {
	code: "MIA509",
	id: "command-is-exec-form",
	description: "CMD and ENTRYPOINT are JSON arrays, or exec: signals must reach the program.",
	severity: "warning",
	confidence: "medium",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const shellOf = shellsOf(image.stages);
		const keywords = /* @__PURE__ */ new Map();
		for (const stage of image.stages) {
			const own = stage.steps.map(({ instruction }) => instruction.keyword);
			const set = /* @__PURE__ */ new Set([...(stage.parent && keywords.get(stage.parent)) ?? [], ...own]);
			keywords.set(stage, set);
			for (const step of stage.steps) {
				const { keyword, json, body, heredocs } = step.instruction;
				if (keyword !== "CMD" && keyword !== "ENTRYPOINT" || json || body.text === "") continue;
				if (isMeantAsJson(body.text)) {
					yield brokenJson(image, step);
					continue;
				}
				if (heredocs.length > 0 || execs(body.text) || isBareShell(body.text)) continue;
				yield report$5(image, set, step, shellOf.get(step) !== void 0);
			}
		}
	}
};
/** `['a', "b"]`, `["a" "b"]`: a list for sure, for `[ "$X" = y ]` has no comma behind its first word. */
function isMeantAsJson(text) {
	return /^\[\s*(?:"[^"$]*"|'[^'$]*')\s*[,\]]/.test(text);
}
function brokenJson(image, { instruction }) {
	const { keyword, body } = instruction;
	const quote = /'/.test(body.text) ? "in double quotes" : "with commas between them, and none behind the last";
	return {
		message: `${keyword} looks like a JSON array and is none, so /bin/sh is given the brackets to run, and there is no such program`,
		remedy: `Write the strings ${quote}.`,
		locations: [atSpan(image, instruction)],
		severity: "error",
		confidence: "high"
	};
}
/** The shell gives its place to the program. */
function execs(text) {
	return /(?:^|[;&|]\s*)exec\s/.test(text);
}
/** Somebody sits in front of it: nothing is lost. */
function isBareShell(text) {
	return /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|z)?sh(?:\s+-[il]+)*$/.test(text);
}
function report$5(image, keywords, step, ownShell) {
	const { keyword, body } = step.instruction;
	const words = ownShell ? void 0 : plainWords(body.text);
	const json = words && `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
	return {
		message: `${keyword} in shell form runs under /bin/sh: ${keyword === "ENTRYPOINT" ? "its program does not get the signal that stops the container, nor CMD and the arguments of docker run" : "its program does not get the signal that stops the container, and is killed"}`,
		remedy: json ? `Write ${keyword} ${json}.` : `Write ${keyword} ["program", "argument"], or put exec in front of the program.`,
		locations: [atSpan(image, step.instruction)],
		...json && !keywords.has(keyword === "CMD" ? "ENTRYPOINT" : "CMD") ? fixOf(`Write ${keyword} as a JSON array`, "safe", replacePart(editableDockerfile(image), body, 0, body.text.length, json)) : {}
	};
}
/** Words of the shell itself, which no file on PATH stands for. */
const builtins = /^(?:\.|:|alias|cd|eval|export|hash|read|set|shift|source|trap|type|ulimit|umask|unset|wait)$/;
/** The words of a command that the shell would only split: no quotes, variables, wildcards or operators. */
function plainWords(text) {
	if (text.length > 1e3 || !/^[\w./:=,@%+\- \t]+$/.test(text)) return void 0;
	const words = text.trim().split(/[ \t]+/);
	const [first = ""] = words;
	return first.includes("=") || builtins.test(first) ? void 0 : words;
}

// packages/dockerfile/src/pins/environment.ts
/** What is known at the end of a stage. Read once for an image. */
function environmentOf(image, stage) {
	return timelineOf(image, stage).end;
}
/** torch, where its version is known. */
function torchOf({ packages }) {
	const torch = packages.get("torch");
	return torch?.version === void 0 ? void 0 : torch;
}
/** A copy of a location with a note. */
function noted({ location }, note) {
	return {
		...location,
		note: note.slice(0, 1e3)
	};
}

// packages/dockerfile/src/rules/compiler-is-there.ts
const compilerIsThere = {
	code: "MIA113",
	id: "compiler-is-there",
	description: "What compiles CUDA operators starts from an image with nvcc.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		yield* uniqueReports(compilesOf(image).map(({ project, moment }) => {
			const { command, before } = moment;
			const { flavor, base } = before;
			if (flavor === void 0 || flavor.value === "devel" || base === void 0 || command.conditional) return void 0;
			const { variables, instruction } = command.step;
			const forced = variables("FORCE_CUDA");
			if (forced === void 0 || instruction.body.text.includes("FORCE_CUDA")) return void 0;
			const fails = !project.needsForce || forced === "1";
			return {
				message: fails ? `${project.name} is compiled here, and the ${flavor.value} image has no nvcc` : `${project.name} is compiled here on a ${flavor.value} image, which has no nvcc: it is built without its CUDA operators`,
				remedy: `Compile it in a stage on the devel image, and install the wheel here.`,
				locations: [image.at(command.position), noted(flavor, `a ${flavor.value} image`)],
				...fails ? {} : { severity: "warning" }
			};
		}));
	}
};

// packages/dockerfile/src/rules/config-is-in-place.ts
const configIsInPlace = {
	code: "MIA116",
	id: "config-is-in-place",
	description: "The configuration model.yaml names stands in a folder the policy allows, and something puts it into the image.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		if (!hasModel(image)) return;
		const { config } = image.model;
		const { configFolders: folders = [], name } = image.policy;
		if (folders.length > 0 && !folders.some((folder) => inside(folder, config) !== void 0)) yield {
			message: `config is ${config}, and the policy ${name} wants it below ${folders.join(" or ")}`,
			remedy: `Put the configuration below ${folders[0]}, or add its folder to configFolders of the policy.`,
			locations: modelLine(image.source, "config", config, "the configuration a run starts from")
		};
		yield* absent$1(image, config);
	}
};
/** Nothing that the Dockerfile copies reaches the path, and no command that might make it is in the way. */
function* absent$1(image, config) {
	const target = image.stages.at(-1);
	const base = target && chainOf(target)[0]?.base.reference;
	if (target === void 0 || base === void 0 || mayMake(image, target, config)) return;
	const [line] = modelLine(image.source, "config", config, "the configuration a run starts from");
	if (line === void 0) return;
	yield {
		message: `nothing in the Dockerfile puts ${config} into the image: a run ends before it begins`,
		remedy: "COPY the folder that holds it, or correct `config` in model.yaml.",
		locations: [line, image.at(target.from.position, "the stage that is run")]
	};
}
function mayMake(image, target, config) {
	const top = `/${config.split("/")[1] ?? ""}`;
	let beside = false;
	for (const stage of chainOf(target)) {
		const { events, commands } = historyOf(image, stage);
		if (commands.some(({ command }) => makesFiles(command))) return true;
		for (const event of events) {
			if (event.kind === "derive") return true;
			const path = event.kind === "place" ? event.target : event.path;
			if (reaches(path, config)) return true;
			if (event.kind === "place" && reaches(top, path)) beside = true;
		}
	}
	return !beside;
}
function reaches(target, path) {
	return target === path || inside(target, path) !== void 0;
}
/** What may leave files at places that no COPY names. Only a Dockerfile without any of these is certain. */
const makers = /^$|^(?:git|wget|curl|aria2c|tar|unzip|7z|gunzip|cp|mv|ln|rsync|python[\d.]*|make|cmake|bash|sh|source|\.|mim|hf|huggingface-cli)$/;
function makesFiles({ name, words }) {
	const onlyFolders = words.some(({ value }) => value === "-d" || value === "--directory");
	return name === "install" ? !onlyFolders : makers.test(name) || name.includes("/");
}

// packages/dockerfile/src/rules/context-fits-budget.ts
const mebibyte = 1048576;
const shownFiles = 3;
const contextFitsBudget = {
	code: "MIA405",
	id: "context-fits-budget",
	description: "What .dockerignore leaves of the build context fits into the budget of the policy.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check({ source, policy }) {
		const { context, dockerignore, dockerfile, folder } = source;
		const budget = policy.contextBudgetMiB;
		if (budget === void 0 || context?.size === void 0) return;
		const { keptBytes, largest } = context.size;
		if (keptBytes <= budget * mebibyte) return;
		const files = largest.slice(0, shownFiles).map(({ path, bytes }) => `${path.slice(0, 200)} (${mib(bytes)})`);
		yield {
			message: `the build context holds ${mib(keptBytes)}, more than the ${budget} MiB of the policy ${policy.name}; the largest: ${files.join(", ")}`,
			remedy: dockerignore ? `Leave out in ${dockerignore.path} what no COPY takes.` : `Write a .dockerignore in ${folder} that leaves out what no COPY takes.`,
			locations: [{
				file: dockerignore?.path ?? dockerfile.path,
				line: 1
			}]
		};
	}
};
/** With one decimal; what is less than a tenth is shown as that. */
function mib(bytes) {
	return bytes < mebibyte / 10 ? "less than 0.1 MiB" : `${(bytes / mebibyte).toFixed(1)} MiB`;
}

// packages/dockerfile/src/rules/continuation-is-not-broken.ts
const continuationIsNotBroken = {
	code: "MIA501",
	id: "continuation-is-not-broken",
	description: "Nothing stands behind the backslash that continues a line.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const { instructions } = image.dockerfile;
		const { path } = image.source.dockerfile;
		const file = editableDockerfile(image);
		let mendedTo = 0;
		for (const [index, instruction] of instructions.entries()) {
			const { endLine } = instruction;
			const mark = brokenMark(image, instruction);
			if (mark === void 0) continue;
			const chain = endLine > mendedTo ? brokenChain(image, index) : [];
			mendedTo = Math.max(mendedTo, chain.at(-1)?.endLine ?? 0);
			yield {
				message: "the comment behind the backslash ends the instruction here; the next line is read as an instruction",
				remedy: "Put the comment on a line of its own, above: comment lines inside an instruction are left out.",
				locations: [locateInLine(path, endLine, mark + 1, (file.lines[endLine - 1] ?? "").trimEnd().length + 1)],
				...fixFor$2(image, file, chain)
			};
		}
	}
};
/** Where in its last line the backslash stands, counted from 0; undefined where no comment breaks the continuation. */
function brokenMark({ dockerfile }, { endLine, heredocs }) {
	const { lines, escapeMark } = dockerfile;
	const mark = (lines[endLine - 1] ?? "").search(escapeMark === "\\" ? /(?<!\\)\\[ \t]+#/ : /`[ \t]+#/);
	return mark < 0 || heredocs.length > 0 || !breaks(lines, endLine) ? void 0 : mark;
}
/** Whether the lines behind were meant to go on: the next one with content begins no instruction. */
function breaks(lines, endLine) {
	for (let index = endLine; index < lines.length; index++) {
		const line = lines[index];
		if (line.trim() === "" || /^\s*#/.test(line)) continue;
		const word = /^\s*(\S+)/.exec(line)?.[1];
		return word !== void 0 && !keywords$1.has(word.toUpperCase());
	}
	return false;
}
/** The instruction and the pieces of it that were read as instructions of their own. */
function brokenChain(image, index) {
	const { instructions } = image.dockerfile;
	const chain = [];
	for (let at = index; at < instructions.length && chain.length < maxPieces; at++) {
		const instruction = instructions[at];
		chain.push(instruction);
		if (brokenMark(image, instruction) === void 0) break;
	}
	return chain;
}
/** Pieces that one fix puts together. */
const maxPieces = 200;
function fixFor$2(image, file, chain) {
	const [first, ...pieces] = chain;
	const last = pieces.at(-1);
	if (first === void 0 || last === void 0 || chain.length === maxPieces) return {};
	if (pieces.some(({ keyword, heredocs }) => keywords$1.has(keyword) || heredocs.length > 0)) return {};
	const marks = new Map(chain.map((one) => [one.endLine, brokenMark(image, one)]));
	const lines = [];
	for (let number = first.endLine; number <= last.endLine; number++) {
		const line = file.lines[number - 1] ?? "";
		const mark = marks.get(number);
		const comment = mark === void 0 ? "" : line.slice(mark + 1).trim();
		if (/^#\s*\w+\s*=/.test(comment)) return {};
		if (mark === void 0) lines.push(line);
		else lines.push(indentOf$1(file, number) + comment, line.slice(0, mark + 1));
	}
	return fixOf("Move the comment to a line of its own", "safe", replaceLines(file, first.endLine, last.endLine, lines.join("\n")));
}

// packages/dockerfile/src/stages/context-sources.ts
/**
* Every source of COPY, ADD and bind mounts that comes from the main build context. Left out: other stages, images and
* contexts (`from`), URLs, git trees, heredocs, a mount of the whole context, and what depends on a variable that the
* file does not set.
*/
function* contextSources(stages, escapeMark) {
	for (const { steps } of stages) for (const step of steps) {
		const { keyword } = step.instruction;
		if (keyword === "COPY" || keyword === "ADD") yield* copied(step, escapeMark);
		else if (keyword === "RUN") yield* mounted(step, escapeMark);
	}
}
function* copied(step, escapeMark) {
	const { keyword, flags, words, heredocs } = step.instruction;
	if (flags.some(({ name, value }) => name === "from" && value !== "")) return;
	for (const { text, position } of words.slice(0, -1)) {
		if (heredocs.length > 0 && /^\d*<</.test(text)) continue;
		const path = knownText(step, text, escapeMark);
		if (path !== void 0 && !isRemote(path)) yield {
			path,
			wildcards: true,
			keyword,
			position
		};
	}
}
/** URLs and git trees in all their spellings; COPY refuses them, which is not for this list to say. */
function isRemote(source) {
	return isRemoteSource(source) || /^github\.com\//i.test(source);
}
function* mounted(step, escapeMark) {
	for (const { flag, options } of mountsOf(step.instruction)) {
		const source = options.get("source") ?? options.get("src") ?? "";
		if ((options.get("type") ?? "bind") !== "bind" || (options.get("from") ?? "") !== "" || source === "") continue;
		const path = knownText(step, source, escapeMark);
		if (path !== void 0) yield {
			path,
			wildcards: false,
			keyword: "RUN --mount",
			position: flag.position
		};
	}
}

// packages/dockerfile/src/rules/copied-files-exist.ts
const copiedFilesExist = {
	code: "MIA403",
	id: "copied-files-exist",
	description: "What COPY, ADD and bind mounts take from the folder is there, and .dockerignore lets it through.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const { context } = image.source;
		if (context === void 0) return;
		for (const use of contextSources(image.stages, image.dockerfile.escapeMark)) {
			const report = judge$10(image, use, context.find(use.path, use.wildcards));
			if (report) yield report;
		}
	}
};
function judge$10(image, use, match) {
	if (match.kind !== "missing" && match.kind !== "ignored") return void 0;
	const { source, at } = image;
	const path = use.path.slice(0, 200);
	const end = match.goesOn ? "the builder copies nothing and says nothing" : `the builder stops at ${use.keyword}`;
	const severity = match.goesOn ? { severity: "warning" } : {};
	if (match.kind === "missing") {
		if (match.goesOn && isOptional(use.path)) return void 0;
		return {
			message: match.goesOn ? `nothing in ${source.folder} matches ${path}: ${end}` : `there is no ${path} in ${source.folder}: ${end}`,
			remedy: `Add it to the folder, or correct the path: it is relative to ${source.folder}.`,
			locations: [at(use.position)],
			...severity
		};
	}
	const { dockerignore } = source;
	const name = dockerignore?.path.split("/").at(-1) ?? ".dockerignore";
	const pattern = dockerignore ? {
		file: dockerignore.path,
		line: match.line,
		note: "the pattern that leaves it out"
	} : [];
	return {
		message: `${path} is in the folder, but ${name} leaves it out: ${end}`,
		remedy: `Write \`!${match.path.slice(0, 200)}\` behind the pattern in ${name}, or narrow the pattern.`,
		locations: [at(use.position)].concat(pattern),
		...severity
	};
}
/** `wheel[s]`: a class of one character has no other use than to let the copy go on without the file. */
function isOptional(path) {
	return /\[[^\]^!]\]/.test(path);
}

// packages/dockerfile/src/stages/given-rights.ts
const givers$1 = /^(?:chown|chmod|chgrp|setfacl)$/;
/** `fix-permissions` of Jupyter's images, `own.sh`, `/usr/local/bin/setup`: what they do is not known. */
const own = /perm|own|\.(?:sh|bash|py)$|^\/(?:usr\/local|opt|tmp|app|root|home)\//;
/** Whether a command, run by root, may give files to somebody: it does so by name, or is a program of the image's own. */
function mayGiveRights(command) {
	const { name } = command;
	if (givers$1.test(name) || own.test(name)) return true;
	if (!/^(?:(?:ba|da|z)?sh|python[\d.]*|source|\.)$/.test(name)) return false;
	const [script] = operands(command);
	return script !== void 0 && script.value !== "-";
}

// packages/dockerfile/src/stages/place.ts
/** A place in the Dockerfile or, where the part stands in a script that was copied, in that script. */
function placeOf(image, { file }, position, note) {
	return locate(file ?? image.source.dockerfile.path, position, note);
}

// packages/dockerfile/src/stages/accounts.ts
const adders = /* @__PURE__ */ new Set(["useradd", "adduser"]);
/** Options of useradd, adduser and usermod that take a value. */
const withValue = [
	..."bcdefgGkKpRsuZ".split("").map((letter) => `-${letter}`),
	"--base-dir",
	"--comment",
	"--expiredate",
	"--gecos",
	"--gid",
	"--groups",
	"--home",
	"--home-dir",
	"--inactive",
	"--ingroup",
	"--key",
	"--login",
	"--password",
	"--shell",
	"--skel",
	"--uid",
	"-l"
];
/** The accounts that commands make or renumber, in the order written. */
function accountChanges(commands) {
	const changes = [];
	for (const command of commands) if (adders.has(command.name) || command.name === "usermod") {
		const change = readChange(command);
		if (change) changes.push(change);
	} else changes.push(...passwdLines(command));
	return changes;
}
function readChange(command) {
	const valued = command.name === "usermod" ? withValue : withValue.filter((option) => option !== "-l");
	const names = operands(command, clustered(command, valued));
	const user = command.name === "adduser" ? names[0] : names.at(-1);
	if (user === void 0 || !user.known) return void 0;
	const uid = optionValue(command, ["--uid", "-u"]) ?? clusteredUid(command);
	if (command.name === "usermod" && uid === void 0) return void 0;
	const uidKnown = uid === void 0 || uid.known;
	return {
		user: user.value,
		uid: uid?.known ? uid.value : void 0,
		uidKnown,
		position: command.position
	};
}
/** `-mu 1000`: short options in one word, the last of which takes the value. */
function clustered({ words }, valued) {
	const inOne = words.map(({ value }) => value).filter((value) => /^-[a-zA-Z]{2,}$/.test(value) && valued.includes(`-${value.at(-1)}`));
	return [...valued, ...inOne];
}
function clusteredUid({ words }) {
	const at = words.findIndex(({ value }) => /^-[a-zA-Z]+u$/.test(value));
	return at < 0 ? void 0 : words[at + 1];
}
/** `echo "runpod:x:1000:1000::/home/runpod:/bin/bash" >> /etc/passwd` */
function passwdLines({ words, redirects }) {
	if (!redirects.some(({ operator, target }) => operator.includes(">") && target.value === "/etc/passwd")) return [];
	return [...words, ...redirects.map(({ target }) => target)].flatMap(({ value, position }) => {
		const match = /^([a-z_][\w-]*):[^:]*:(\d+):/m.exec(value);
		return match ? [{
			user: match[1] ?? "",
			uid: match[2],
			uidKnown: true,
			position
		}] : [];
	});
}

// packages/dockerfile/src/stages/users.ts
const users = /* @__PURE__ */ new WeakMap();
/** Who runs a step: what the USER before it says, in its stage or in those it builds on. */
function userAt(image, step) {
	let known = users.get(image);
	if (known === void 0) {
		known = readUsers(image);
		users.set(image, known);
	}
	return known.get(step) ?? {
		name: void 0,
		written: "",
		step: void 0
	};
}
function readUsers(image) {
	const found = /* @__PURE__ */ new Map();
	const ends = /* @__PURE__ */ new Map();
	for (const stage of image.stages) {
		const { reference } = stage.base;
		const start = {
			name: reference !== void 0 && isPlainRootImage(reference) ? "root" : void 0,
			written: "",
			step: void 0
		};
		let user = (stage.parent && ends.get(stage.parent)) ?? start;
		for (const step of stage.steps) {
			found.set(step, user);
			if (step.instruction.keyword !== "USER") continue;
			const { value, unknown } = expand(step.instruction.body.text, step.variables, image.dockerfile.escapeMark);
			const written = unknown.length > 0 ? "" : value.trim();
			user = {
				name: written.split(":")[0] || void 0,
				written,
				step
			};
		}
		ends.set(stage, user);
	}
	return found;
}
/** A user of a USER instruction who certainly is not root; undefined for root and where it is not known. */
function plainUserAt(image, step) {
	const user = userAt(image, step);
	const { name, step: said } = user;
	if (name === void 0 || said === void 0 || name === "root" || /^\+?0+$/.test(name)) return void 0;
	return {
		...user,
		name,
		step: said
	};
}
/** True where the outer base is known to be nobody's but root's, so that its folders are too. */
function isRootsBase(stage) {
	const reference = chainOf(stage)[0]?.base.reference;
	return reference !== void 0 && reference !== "scratch" && isPlainRootImage(reference);
}
/** True where the user, by name or number, is made with the uid 0. */
function isMadeRoot(image, name) {
	return accountChanges(image.commands).some(({ user, uid }) => user === name && uid === "0");
}

// packages/dockerfile/src/stages/user-commands.ts
/** Programs that run a command as somebody else, root most often. */
const switches = /* @__PURE__ */ new Set([
	"sudo",
	"su",
	"doas",
	"gosu",
	"su-exec",
	"runuser",
	"fakeroot",
	"unshare",
	"ssh"
]);
/** The commands of RUN, and of scripts that RUN runs, behind a USER that is not root. Read once for an image. */
const userCommands = onceFor((image) => [...read(image)]);
function* read(image) {
	const rootNames = /* @__PURE__ */ new Map();
	const asUser = (command, folder) => {
		const user = plainUserAt(image, command.step);
		if (user === void 0 || command.step.instruction.keyword !== "RUN") return void 0;
		if (command.via.some((name) => switches.has(name))) return void 0;
		const isRoot = rootNames.get(user.name) ?? isMadeRoot(image, user.name);
		rootNames.set(user.name, isRoot);
		return isRoot ? void 0 : {
			command,
			folder,
			user
		};
	};
	for (const stage of image.stages) {
		if (!stage.steps.some((step) => plainUserAt(image, step))) continue;
		for (const { command, folder } of historyOf(image, stage).commands) {
			const found = command.step.stage === stage ? asUser(command, folder) : void 0;
			if (found) yield found;
		}
	}
	for (const command of scriptCommands(image, "build")) {
		const found = asUser(command, void 0);
		if (found) yield found;
	}
}

// packages/dockerfile/src/rules/copied-files-have-owner.ts
const copiedFilesHaveOwner = {
	code: "MIA303",
	id: "copied-files-have-owner",
	description: "What COPY brings belongs to the user who has to change it: COPY writes as root, whatever USER says.",
	severity: "warning",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const copied = copiedFiles(image).filter(({ kind, owner }) => kind !== "elsewhere" && owner === void 0);
		const seen = /* @__PURE__ */ new Set();
		for (const report of [...changedByUser(image, copied, seen), ...inAppFolder(image, copied, seen)]) yield report;
	}
};
/** A chmod, chown or `>` of a user who does not own the file: the build stops there. */
function* changedByUser(image, copied, seen) {
	const byUser = copied.filter(({ step }) => plainUserAt(image, step));
	if (byUser.length === 0) return;
	const changes = userCommands(image).filter(({ command }) => /^(?:chmod|chown)$/.test(command.name) || writes(command));
	for (const one of byUser.slice(0, 1e3)) {
		const { instruction, stage } = one.step;
		const change = changes.slice(0, 1e3).find((other) => {
			const { step } = other.command;
			return step.instruction.startLine > instruction.startLine && chainOf(step.stage).includes(stage) && touches(image, one, other) && !givenBetween(image, one, step.stage);
		});
		const user = plainUserAt(image, one.step);
		if (change === void 0 || user === void 0 || seen.has(instruction)) continue;
		seen.add(instruction);
		const { command } = change;
		const what = /^ch/.test(command.name) ? command.name : "writing to it";
		yield {
			message: `${one.keyword} writes as root whatever USER says, so ${what} as ${change.user.name.slice(0, 80)} fails: the file is not theirs`,
			remedy: `Write \`${one.keyword} --chown=${user.written}\`; COPY has \`--chmod\` as well.`,
			locations: [
				image.at(instruction.position),
				placeOf(image, command, command.position, "not allowed to whoever does not own the file"),
				image.at(user.step.instruction.position, "who runs it")
			],
			...command.conditional ? {} : { severity: "error" },
			...ownerFix(image, one, user.written)
		};
	}
}
function writes({ redirects }) {
	return redirects.some(({ operator }) => /^>[>|]?$/.test(operator));
}
function touches(image, one, { command, folder }) {
	if (folder === void 0) return false;
	const isChange = /^(?:chmod|chown)$/.test(command.name);
	const isDeep = command.words.some(({ value }) => /^-[a-zA-Z]*R|^--recursive$/.test(value));
	return (isChange ? operands(command).slice(1) : command.redirects.filter(({ operator }) => /^>[>|]?$/.test(operator)).map(({ target }) => target)).some(({ value, known }) => {
		const path = known && !/[$`~]/.test(value) ? joinPath(folder, value) : void 0;
		return path !== void 0 && isCopied(image, one, path, isChange && isDeep);
	});
}
/** Whether a path is certainly what was copied, or inside it. */
function isCopied(image, { source, kind, targets }, path, isDeep) {
	const [first = ""] = targets;
	if (isDeep && targets.some((target) => inside(path, target) !== void 0)) return true;
	if (isDeep && path === first) return true;
	const isOne = source !== "" && !/[*?[]/.test(source);
	if (isOne && targets.some((target) => nameOf$3(target) === nameOf$3(source) && fits$1(path, target))) return true;
	if (kind !== "context") return path === first && kind === "heredoc";
	const rest = inside(targets.find((target) => nameOf$3(target) !== nameOf$3(source)) ?? first, path);
	const { context } = image.source;
	if (rest === void 0 || context === void 0 || !isOne || /[*?[]/.test(rest)) return source === "" && rest !== void 0 && isSent(image, rest);
	return isSent(image, `${source}/${rest}`);
}
function isSent(image, path) {
	return image.source.context?.find(path, false).kind === "sent";
}
/** The path, or a `*.sh` in its folder. */
function fits$1(pattern, path) {
	if (!pattern.includes("*")) return pattern === path;
	const name = nameOf$3(pattern);
	const suffix = name.slice(name.lastIndexOf("*") + 1);
	return folderOf$1(pattern) === folderOf$1(path) && name.indexOf("*") === 0 && nameOf$3(path).endsWith(suffix);
}
/** Root gives files away later: which ones is not looked at. */
function givenBetween(image, { step }, stage) {
	return chainOf(stage).some((link) => image.commandsOf(link).some((command) => mayGiveRights(command) && command.step.instruction.startLine > step.instruction.startLine && (plainUserAt(image, command.step) === void 0 || command.via.length > 0)));
}
/** The policy's folder belongs to the policy's user, with everything in it. */
function* inAppFolder(image, copied, seen) {
	const { appFolder, user, name } = image.policy;
	if (appFolder === void 0 || user === void 0) return;
	const chain = new Set(image.targets.flatMap(chainOf));
	for (const one of copied) {
		const { instruction, stage } = one.step;
		const target = one.targets.find((path) => path === appFolder || inside(appFolder, path) !== void 0);
		if (target === void 0 || !chain.has(stage) || seen.has(instruction) || givenLater(image, one, target)) continue;
		seen.add(instruction);
		yield {
			message: `what this ${one.keyword} writes into ${appFolder} belongs to root; the policy ${name} wants it to be ${user.name}'s`,
			remedy: `Write \`${one.keyword} --chown=${user.uid}:${user.uid}\`, which costs no second copy of the files as a later chown does.`,
			locations: [image.at(instruction.position)],
			...ownerFix(image, one, `${user.uid}:${user.uid}`)
		};
	}
}
function givenLater(image, { step }, target) {
	return image.commands.some((command) => {
		if (command.name !== "chown" || command.step.instruction.startLine < step.instruction.startLine) return false;
		return operands(command).slice(1).some(({ value, known }) => {
			if (!known || /[$`*~]/.test(value)) return true;
			const path = joinPath(command.step.folder, value) ?? "";
			return path === target || inside(path, target) !== void 0 || !path.startsWith("/");
		});
	});
}
/** `--chown=` behind the keyword. An ONBUILD's words stand elsewhere. */
function ownerFix(image, { step, keyword }, owner) {
	const { instruction } = step;
	if (instruction.keyword !== keyword || !/^[\w.-]+(?::[\w.-]+)?$/.test(owner)) return {};
	const { line, column } = instruction.position;
	const at = column + keyword.length;
	const edit = {
		file: image.source.dockerfile.path,
		line,
		column: at,
		endLine: line,
		endColumn: at,
		text: ` --chown=${owner}`
	};
	return { fix: {
		title: `Give it to ${owner}`,
		safety: "safe",
		edits: [edit]
	} };
}

// packages/dockerfile/src/ignore-file/written-patterns.ts
function writtenPatterns({ text }) {
	return text.replace(/^\uFEFF/, "").split("\n").flatMap((raw, index) => {
		const written = raw.trim();
		if (raw.startsWith("#") || written === "") return [];
		const line = index + 1;
		const column = raw.length - raw.trimStart().length + 1;
		const readmits = written.startsWith("!");
		const body = (readmits ? written.slice(1).trim() : written).replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
		const end = {
			line,
			column: column + written.length
		};
		return [{
			line,
			written,
			text: body,
			readmits,
			position: {
				line,
				column
			},
			end
		}];
	});
}

// packages/dockerfile/src/stages/context-reach.ts
function contextReach({ stages, dockerfile }) {
	const paths = [];
	let all = false;
	for (const { path } of contextSources(stages, dockerfile.escapeMark)) {
		const clean = contextPath(path) ?? "";
		if (clean === "" || clean === "*" || clean === "**") all = true;
		else paths.push(clean);
	}
	for (const { instruction } of stages.flatMap(({ steps }) => steps)) if (instruction.keyword === "RUN" && [...mountsOf(instruction)].some(({ options }) => takesWhole(options))) all = true;
	return {
		all,
		paths
	};
}
function takesWhole(options) {
	const type = options.get("type") ?? "bind";
	const source = options.get("source") ?? options.get("src") ?? "";
	return type === "bind" && (options.get("from") ?? "") === "" && /^(?:\.?\/?)$/.test(source);
}
/** Whether a path, or a folder above it, is named itself: somebody wants it in the image. */
function takesByName({ paths }, path) {
	return paths.some((one) => one === path || path.startsWith(`${one}/`));
}

// packages/dockerfile/src/rules/dockerignore-excludes-weights.ts
const probes = [
	{
		what: "weights",
		paths: ["model.pth", "ckpts/model.pth"],
		pattern: "**/*.pth"
	},
	{
		what: "the git history",
		paths: [".git/HEAD"],
		pattern: "**/.git"
	},
	{
		what: "Python's caches",
		paths: ["tools/__pycache__/train.cpython-38.pyc"],
		pattern: "**/__pycache__"
	}
];
const remedyOf = (patterns) => `Add ${patterns.map((pattern) => `\`${pattern}\``).join(", ")}: unlike in .gitignore, a pattern without \`**/\` matches at the root only.`;
const dockerignoreExcludesWeights = {
	code: "MIA401",
	id: "dockerignore-excludes-weights",
	description: ".dockerignore keeps weights, the git history and caches from the builder, at any depth.",
	severity: "warning",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const { dockerignore, dockerfile, context } = image.source;
		const reach = contextReach(image);
		const takes = reach.all || reach.paths.length > 0;
		if (dockerignore === void 0) {
			if (context === void 0 || !takes) return;
			yield {
				message: "there is no .dockerignore: weights and data that lie in the folder are sent with every build",
				remedy: remedyOf(probes.map(({ pattern }) => pattern)).replace("Add", "Make one with"),
				locations: [{
					file: dockerfile.path,
					line: 1
				}],
				...weighed(reach.all)
			};
			return;
		}
		const patterns = writtenPatterns(dockerignore);
		for (const probe of probes) {
			const path = probe.paths.find((one) => !dockerignore.ignores(one));
			if (path !== void 0 && !isWanted(reach, probe) && !isSpoilt(probe, patterns)) yield report$4(image, reach, probe, path, patterns);
		}
	}
};
/** BuildKit sends what COPY can reach: where that is a few files, only other builders send the rest. */
function weighed(isCertain) {
	return isCertain ? {} : { severity: "info" };
}
/** Of a pattern with a comment behind it, dockerignore-has-no-trailing-comment speaks; without it, the pattern is judged. */
function isSpoilt({ pattern }, patterns) {
	const name = pattern.replace("**/", "");
	return patterns.some(({ text }) => text.replace(/\/*\s+#.*$/s, "").replace(/^\*\*\//, "") === name && text.includes("#"));
}
/** `COPY model.pth`: somebody builds the weights in, and the context has to have them. */
function isWanted({ paths }, { pattern }) {
	const name = pattern.replace("**/", "").replace("*", "");
	return paths.some((path) => path.endsWith(name) || path.includes(`${name}/`));
}
function report$4(image, reach, { what, pattern }, path, patterns) {
	const ignore = image.source.dockerignore;
	const name = pattern.replace("**/", "");
	const meant = patterns.find((one) => !one.readmits && one.text === name);
	const readmits = patterns.find((one) => one.readmits && one.text.includes(name.replace("*", "")));
	const place = readmits ?? meant;
	const location = place ? locateSpan(ignore.path, place) : {
		file: ignore.path,
		line: 1
	};
	return {
		message: `${what} would be sent to the builder: ${path} matches no pattern, or a ! pattern sends it again`,
		remedy: remedyOf([pattern]),
		locations: [location],
		...weighed(reach.all || place !== void 0 && reach.paths.length > 0),
		...readmits || needsGit(image, pattern) ? {} : fixFor$1(ignore, pattern, meant)
	};
}
function fixFor$1(ignore, pattern, meant) {
	if (meant) {
		const edit = replaceSpan({
			...locateSpan(ignore.path, meant),
			file: ignore.path,
			column: meant.position.column
		}, pattern);
		return fixOf(`Write ${pattern}`, "safe", edit);
	}
	const file = editableFile(ignore);
	return fixOf(`Add ${pattern}`, "safe", insertLineBelow(file, file.lines.length, pattern));
}
/** `git describe` and its like read the history that the pattern would leave out. */
function needsGit({ commands }, pattern) {
	if (pattern !== "**/.git") return false;
	return commands.some(({ name, words }) => name === "git" && !/^(?:clone|config|init|lfs)$/.test(words[1]?.value ?? ""));
}

// packages/dockerfile/src/rules/dockerignore-has-no-trailing-comment.ts
const dockerignoreHasNoTrailingComment = {
	code: "MIA402",
	id: "dockerignore-has-no-trailing-comment",
	description: "No pattern of .dockerignore has a comment behind it: it would be part of the pattern.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const { dockerignore, context } = image.source;
		if (dockerignore === void 0) return;
		const { paths } = contextReach(image);
		const { path: file } = dockerignore;
		for (const [index, line] of editableFile(dockerignore).lines.entries()) {
			const written = line.trimStart();
			const mark = line.search(/\s#/);
			if (written.startsWith("#") || mark < 0) continue;
			if ((context?.matches?.(line.trim(), 1) ?? []).length > 0) continue;
			const pattern = line.slice(0, mark).trim();
			const number = index + 1;
			const whole = {
				file,
				line: number,
				column: 1,
				endLine: number,
				endColumn: line.length + 1
			};
			yield {
				message: `the comment belongs to the pattern, which so matches nothing: ${pattern.slice(0, 200)} is sent to the builder`,
				remedy: "Put the comment on a line of its own; # begins a comment in the first column only.",
				locations: [locateInLine(file, number, mark + 2, line.trimEnd().length + 1)],
				...fixOf("Move the comment above the pattern", leavesOut(pattern, context, paths) ? "unsafe" : "safe", replaceSpan(whole, `${line.slice(mark + 1).trim()}\n${pattern}`))
			};
		}
	}
};
/** Whether the pattern, once it works, leaves out what the Dockerfile copies by name: today that builds. */
function leavesOut(pattern, context, copied) {
	if (pattern.startsWith("!")) return false;
	const text = pattern.replace(/^(?:\.?\/)+|\/+$/g, "");
	const matched = new Set(context?.matches?.(text, maxMatches)?.map(({ path }) => path));
	return copied.some((one) => one === text || one.startsWith(`${text}/`) || matched.has(one));
}
/** Paths that one pattern is held against. */
const maxMatches = 1e3;

// packages/dockerfile/src/rules/dockerignore-patterns-work.ts
const dockerignorePatternsWork = {
	code: "MIA404",
	id: "dockerignore-patterns-work",
	description: "The patterns of .dockerignore match what they are meant to match.",
	severity: "warning",
	confidence: "medium",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const { dockerignore, context } = image.source;
		if (dockerignore === void 0) return;
		if (context?.matches) yield* secondFile(dockerignore, context);
		const patterns = writtenPatterns(dockerignore).slice(0, maxPatterns);
		const reach = contextReach(image);
		for (const pattern of patterns) {
			const report = rootOnly(dockerignore, context, pattern) ?? withSpace(dockerignore, context, pattern);
			if (report) yield report;
		}
		yield* readmittedWeights(image, dockerignore, reach);
		yield* withoutMatch(dockerignore, context, patterns);
	}
};
/** Patterns that are looked at; each is held against every path. */
const maxPatterns = 1e3;
/** dockerignore-excludes-weights judges these, listing or not. */
const judgedElsewhere = /* @__PURE__ */ new Set([
	"*.pth",
	".git",
	"__pycache__"
]);
/** Names that lie anywhere in a tree; in .gitignore they need no more than this. */
const anywhere = /^(?:\*\.\w[\w*]*|__pycache__|\.DS_Store|\.git|\.ipynb_checkpoints|\.mypy_cache|\.pytest_cache|\.ruff_cache|\.venv|Thumbs\.db|node_modules|venv)$/;
/** What tools leave behind. Everything else may be wanted further down: `*.txt` is no word against `app/requirements.txt`. */
const leftBehind = /^(?:\*\.(?:log|tmp|temp|bak|swp|swo|orig|py[cod]|class|o)|\.DS_Store|\.ipynb_checkpoints|\.\w+_cache|\.venv|Thumbs\.db|node_modules|venv)$/;
const isWeights = (text) => weights.some((one) => text === `*.${one}`);
/** `*.log` matches at the root alone, where .gitignore would match it anywhere. */
function rootOnly(ignore, context, pattern) {
	const { text, written, readmits } = pattern;
	if (readmits || /^\.?\//.test(written) || judgedElsewhere.has(text) || !anywhere.test(text)) return void 0;
	if (ignore.ignores(`a/b/${text.replace(/\*/g, "x")}`)) return void 0;
	const [first] = context?.matches?.(`**/${text}`, maxShown)?.filter(({ sent, path }) => sent && path.includes("/")) ?? [];
	const isRest = leftBehind.test(text) || isWeights(text);
	const edit = replaceSpan({
		...locateSpan(ignore.path, pattern),
		column: pattern.position.column
	}, `**/${text}`);
	return {
		message: first ? `${written.slice(0, 80)} matches at the root only: ${first.path.slice(0, 200)} is sent to the builder` : `${written.slice(0, 80)} matches at the root only, unlike in .gitignore`,
		remedy: `Write **/${text.slice(0, 80)}; where only the root is meant, /${text.slice(0, 80)}.`,
		locations: [locateSpan(ignore.path, pattern)],
		...first && isRest ? {} : { severity: "info" },
		...fixOf(`Write **/${text.slice(0, 80)}`, isRest ? "safe" : "unsafe", edit)
	};
}
/** `*.md (except README.md)`: a line is one pattern, with all its words. */
function withSpace(ignore, context, pattern) {
	const { text, written } = pattern;
	if (!/\s/.test(text) || text.includes("#") || context?.matches?.(text, 1)?.length !== 0) return void 0;
	if (!text.split(/\s+/, 20).some((word) => isPatternOfItsOwn(word, context))) return void 0;
	return {
		message: `${written.slice(0, 80)} is one pattern with white space in it, and nothing has such a name: it leaves nothing out`,
		remedy: "Write one pattern a line; an exception is a line of its own behind it, which begins with !.",
		locations: [locateSpan(ignore.path, pattern)]
	};
}
/** `Network Trash Folder` is a name that macOS gives; `*.md`, `(except` and what lies in the folder are no words of a name. */
function isPatternOfItsOwn(word, { matches }) {
	return /[*?[\]/()!]|\w\.\w/.test(word) || (matches?.(word, 1)?.length ?? 0) > 0;
}
const weights = [
	"pth",
	"pt",
	"ckpt",
	"onnx",
	"engine",
	"safetensors"
];
/** Paths of one kind that are looked at. */
const maxShown = 100;
/** `!ckpts` brings the weights in it along. */
function* readmittedWeights(image, ignore, reach) {
	const { matches } = image.source.context ?? {};
	if (matches === void 0 || ignore.readmittedBy === void 0 || !ignore.text.includes("!")) return;
	const byLine = /* @__PURE__ */ new Map();
	for (const { path, sent } of weights.flatMap((extension) => matches(`**/*.${extension}`, maxShown) ?? [])) {
		const line = sent && !takesByName(reach, path) ? ignore.readmittedBy(path) : void 0;
		if (line !== void 0) byLine.set(line, [...byLine.get(line) ?? [], path]);
	}
	for (const pattern of writtenPatterns(ignore)) {
		const [first, ...more] = byLine.get(pattern.line) ?? [];
		if (first === void 0 || weights.some((one) => pattern.text.endsWith(`.${one}`))) continue;
		yield {
			message: `${pattern.written.slice(0, 80)} sends weights to the builder again: ${first.slice(0, 200)}${more.length > 0 ? ` and ${more.length} more` : ""}`,
			remedy: `Write **/*.${first.split(".").at(-1)} behind it, or name what is meant more closely.`,
			locations: [locateSpan(ignore.path, pattern)]
		};
	}
}
/** Literal names that nothing has. What a clean checkout lacks may well lie there elsewhere, hence advice. */
function* withoutMatch(ignore, context, patterns) {
	if (context?.matches === void 0) return;
	const top = context.matches("*", maxTop)?.map(({ path }) => path);
	if (top === void 0) return;
	const idle = [];
	for (const pattern of patterns) {
		const { text, readmits } = pattern;
		if (/[*?[\\#]/.test(text) || isUsual(text) || context.matches(text, 1)?.length !== 0) continue;
		const near = text.includes("/") || text.length < 4 ? void 0 : require_action_kit.closest(text, top);
		if (near === void 0 && !readmits) idle.push(pattern);
		else yield nothingMatched(ignore, pattern, near);
	}
	const [first, ...more] = idle;
	if (first === void 0) return;
	const names = idle.slice(0, 5).map(({ written }) => written.slice(0, 60));
	yield {
		message: `${idle.length === 1 ? "a pattern matches" : `${idle.length} patterns match`} nothing in the folder: ${names.join(", ")}${idle.length > 5 ? " and others" : ""}`,
		remedy: "Take out what is gone for good; what only your copy lacks may stay.",
		locations: [first, ...more].slice(0, 20).map((one) => locateSpan(ignore.path, one)),
		severity: "info"
	};
}
/** Entries of the top folder that a misspelt name is compared with. */
const maxTop = 500;
/** Names that are left out just in case. */
function isUsual(text) {
	return /^\.|^(?:Dockerfile|LICENSE|README|__pycache__|build|dist|node_modules|venv|wandb|docker-compose)/i.test(text);
}
function nothingMatched(ignore, pattern, near) {
	return {
		message: `${pattern.written.slice(0, 80)} matches nothing in the folder${near ? `, which has ${near.slice(0, 80)}` : ""}`,
		remedy: near ? `Did you mean ${near.slice(0, 80)}?` : "Correct the path: it is relative to the build context.",
		locations: [locateSpan(ignore.path, pattern)],
		severity: "info"
	};
}
/** Only one of the two files counts. */
function* secondFile(ignore, context) {
	const name = ignore.path.split("/").at(-1) ?? "";
	if (name === ".dockerignore" || (context.matches?.(".dockerignore", 1) ?? []).length === 0) return;
	yield {
		message: `${name} stands in place of .dockerignore: for this Dockerfile the patterns of .dockerignore count for nothing`,
		remedy: `Keep in ${name} what .dockerignore says, as far as it is meant for this Dockerfile too.`,
		locations: [{
			file: ignore.path,
			line: 1
		}],
		severity: "info"
	};
}

// packages/dockerfile/src/rules/env-runs-no-commands.ts
/** Variables whose commands a shell runs itself, later. */
const forLater = /^(?:PS[0-4]|PROMPT_COMMAND)$/;
const keywords = /* @__PURE__ */ new Set([
	"ENV",
	"ARG",
	"LABEL"
]);
const envRunsNoCommands = {
	code: "MIA502",
	id: "env-runs-no-commands",
	description: "ENV, ARG and LABEL do not run the commands in their values.",
	severity: "warning",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const { escapeMark, instructions } = image.dockerfile;
		for (const instruction of instructions) {
			const { keyword, assignments } = instruction.trigger ?? instruction;
			if (!keywords.has(keyword)) continue;
			for (const assignment of assignments) {
				const { name, value } = assignment;
				const command = value === void 0 || forLater.test(name) ? void 0 : commandIn(value, escapeMark);
				if (command === void 0) continue;
				yield {
					message: `${keyword} runs nothing: ${name.slice(0, 80)} holds the very text ${command.slice(0, 100)}`,
					remedy: keyword === "LABEL" ? "Give the value with --build-arg and write an ARG's name here." : "Write the value itself, or take it in the RUN that needs it: `RUN X=$(...) && ...`.",
					locations: [atSpan(image, assignment)]
				};
			}
		}
	}
};
/** The `$(...)` or backquotes in a value, unless somebody quoted or escaped them to be literal. */
function commandIn(value, escapeMark) {
	let quote = "";
	for (let at = 0; at < value.length; at++) {
		const character = value[at];
		if (quote === "'") {
			if (character === "'") quote = "";
		} else if (character === escapeMark) at += 1;
		else if (character === "\"") quote = quote === "\"" ? "" : "\"";
		else if (character === "'" && quote === "") quote = "'";
		else if (value.startsWith("$((", at)) return void 0;
		else if (value.startsWith("$(", at)) return isForLater(value, at, escapeMark) ? void 0 : commandText(value.slice(at), quote);
		else if (character === "`") return quotedBack(value, at);
	}
}
/** The command in backquotes. With words around it, it is prose: `the action \`checkout\``. */
function quotedBack(value, at) {
	const end = value.indexOf("`", at + 1);
	const around = end < 0 ? " " : value.slice(0, at) + value.slice(end + 1);
	return /\s/.test(around) ? void 0 : value.slice(at, end + 1);
}
/** Behind two escapes one of them stays in the value, for the shell of whoever reads it. */
function isForLater(value, at, escapeMark) {
	return value[at - 1] === escapeMark;
}
/** Without the quotes that end the value. */
function commandText(text, quote) {
	return quote !== "" && text.endsWith(quote) ? text.slice(0, -1) : text;
}

// packages/dockerfile/src/rules/files-are-readable.ts
const filesAreReadable = {
	code: "MIA901",
	id: "files-are-readable",
	description: "The builder can read the Dockerfile and .dockerignore.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const { source, dockerfile, unread, requirements, at } = image;
		const { problems, instructions, lines } = dockerfile;
		let last = -1;
		for (const { kind, position, message } of problems) {
			const index = instructions.findIndex(({ startLine }) => startLine === position.line);
			const follows = kind === "unknown-instruction" && index > 0 && index === last + 1;
			const before = lines[(instructions[index - 1]?.endLine ?? 0) - 1] ?? "";
			const broken = kind === "unknown-instruction" && index > 0 && /[\\`][ \t]+#/.test(before);
			if (kind === "unknown-instruction") last = index;
			if (follows && last > 0 || broken) continue;
			yield {
				message: kind === "size" ? message : `the builder stops here: ${message}`,
				remedy: remedies[kind],
				locations: [at(position)]
			};
		}
		for (const { position, message, remedy } of unread) yield {
			message,
			remedy,
			locations: [at(position)]
		};
		for (const { position, message, remedy, file = source.dockerfile.path } of scriptFiles(image).unread) yield {
			message,
			remedy,
			locations: [locate(file, position)],
			severity: "info"
		};
		for (const { path, unread: lines } of requirements) for (const { position, message, remedy } of lines) yield {
			message,
			remedy,
			locations: [locate(path, position)]
		};
		for (const { line, message, kind } of source.dockerignore?.problems ?? []) yield {
			message: kind === "size" ? message : `the builder stops here: ${message}`,
			remedy: kind === "size" ? "Name folders rather than each file; wildcards and `**/` cover many paths." : "Correct the pattern; a backslash before a special character makes it an ordinary one.",
			locations: [{
				file: source.dockerignore?.path ?? "",
				line
			}]
		};
		yield* otherBytes([
			source.dockerfile,
			source.dockerignore,
			...source.requirements
		]);
	}
};
/** The builder passes bytes on as they are; to us they are lost when they are not UTF-8. */
function* otherBytes(files) {
	for (const file of files) {
		const at = file?.text.indexOf("�") ?? -1;
		if (file === void 0 || at < 0) continue;
		yield {
			message: "from here on there are bytes that are not UTF-8; what they mean was not checked",
			remedy: "Save the file as UTF-8.",
			locations: [{
				file: file.path,
				line: file.text.slice(0, at).split("\n").length
			}],
			severity: "warning"
		};
	}
}
const remedies = {
	"unknown-instruction": "Correct the keyword, or end the line before with a backslash if this was meant to go on.",
	heredoc: "Write the name that closes it on a line of its own, without spaces.",
	arguments: "Write the instruction with all of its arguments; a value that has spaces needs quotes around it.",
	directive: "Write `# escape=\\` or `# escape=\\``, once.",
	flag: "Correct or remove the flag; what an instruction knows is in https://docs.docker.com/reference/dockerfile/.",
	json: "Put every word in double quotes, or leave out the brackets.",
	expansion: "Close every quote and every ${; write a backslash before a $ that begins no variable.",
	order: "Move it behind the first FROM; only ARG may stand before it.",
	line: "Break the line with backslashes, or move what is generated into a file.",
	size: "Split the file, or move what is generated into a script.",
	empty: "Begin with `FROM <image>`."
};

// packages/dockerfile/src/rules/final-user.ts
const finalUser = {
	code: "MIA301",
	id: "final-user",
	description: "Every stage that is run ends as the user the policy names, with its uid; without a policy, not as root.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const seen = /* @__PURE__ */ new Set();
		for (const target of image.targets) for (const report of checkTarget(image, target)) {
			const key = JSON.stringify(report.locations);
			if (!seen.has(key)) yield report;
			seen.add(key);
		}
	}
};
function* checkTarget(image, target) {
	const expected = image.policy.user;
	const remedy = remedyFor(expected);
	const weight = expected ? {} : { severity: "warning" };
	const steps = stepsOfChain(target);
	const last = steps.findLast(({ instruction }) => instruction.keyword === "USER");
	const base = chainOf(target)[0]?.base.reference;
	const knownBase = base !== void 0 && isPlainRootImage(base);
	if (last === void 0) {
		if (!knownBase || isBareExport(base, steps)) return;
		yield {
			message: `${nameOf$1(target)} has no USER and so runs as root, as ${base} does`,
			remedy,
			locations: [image.at(target.from.position)],
			...weight
		};
		return;
	}
	const user = userOf(last, image.dockerfile.escapeMark);
	if (user === void 0 || user === String(expected?.uid)) return;
	const locations = [image.at(last.instruction.position)];
	if (expected && user === expected.name) yield* checkAccount(image, target, {
		last,
		knownBase,
		expected
	});
	else if (expected || isRoot(user)) {
		const wanted = expected ? `, not as ${expected.name}` : "";
		yield {
			message: `${nameOf$1(target)} ends as user ${user}${wanted}`,
			remedy,
			locations,
			...weight
		};
	}
}
function remedyFor(expected) {
	if (expected === void 0) return "End the stage with a `USER` of its own, after `RUN useradd --uid 1000 --create-home NAME`.";
	const { name, uid } = expected;
	return `End the stage with \`USER ${name}\`, after \`RUN useradd --uid ${uid} --create-home ${name}\`.`;
}
/** Files alone, made to be taken out with `--output`: nobody runs them. */
function isBareExport(base, steps) {
	const starts = steps.some(({ instruction }) => /^(?:CMD|ENTRYPOINT)$/.test(instruction.keyword));
	return base === "scratch" && !starts;
}
/** In any spelling that the engine takes for uid 0. */
function isRoot(user) {
	return user === "root" || /^\+?0+$/.test(user);
}
function* checkAccount(image, target, { last, knownBase, expected }) {
	const { name, uid } = expected;
	const commands = chainOf(target).flatMap((stage) => image.commandsOf(stage));
	const changes = accountChanges(commands).filter(({ user }) => user === name);
	const change = changes.findLast((one) => one.uid !== void 0 || !one.uidKnown) ?? changes.at(-1);
	if (change === void 0) {
		const runsScripts = commands.some(({ words }) => words.some(({ value }) => /\.(?:sh|py)$/.test(value)));
		if (!knownBase || runsScripts) return;
		yield {
			message: `user ${name} is never made in this stage or those it builds on`,
			remedy: `Make it: \`RUN useradd --uid ${uid} --create-home ${name}\`.`,
			locations: [image.at(last.instruction.position)]
		};
	} else if (change.uidKnown && change.uid !== String(uid)) {
		const message = `user ${name} ${change.uid === void 0 ? "gets whatever uid is free" : `gets uid ${change.uid}`}; pods mount their volumes for uid ${uid}`;
		const note = image.at(last.instruction.position, "the stage ends as this user");
		yield {
			message,
			remedy: `Give it the number: \`useradd --uid ${uid} ... ${name}\`.`,
			locations: [image.at(change.position), note]
		};
	}
}
/** The account of a USER, without its group; undefined where the build's caller decides. */
function userOf({ instruction, variables }, escapeMark) {
	const { value, unknown } = expand(instruction.body.text, variables, escapeMark);
	return unknown.length > 0 ? void 0 : value.split(":")[0]?.trim();
}
function nameOf$1(stage) {
	return stage.name === void 0 ? "the last stage" : `stage ${stage.name}`;
}

// packages/dockerfile/src/rules/git-is-pinned.ts
const gitIsPinned = {
	code: "MIA201",
	id: "git-is-pinned",
	description: "Every git tree is taken at a full commit, and those that model.yaml names at the commit it names.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		for (const { source, location } of gitTrees(image)) {
			const report = judge$9(image, source, location);
			if (report) yield report;
		}
	}
};
function judge$9(image, { repository, ref }, location) {
	const pinned = pinnedCommit(image, repository);
	const shown = repository === "" ? "a git tree" : repositoryKey(repository);
	const remedy = `Write the full commit of 40 digits${pinned ? `: ${pinned}` : "; `git ls-remote` prints it"}.`;
	if (ref === void 0) return {
		message: `${shown} is taken from its default branch, which moves: the next build may get other code`,
		remedy,
		locations: [location]
	};
	if (!isFullCommit(ref)) {
		const kind = /^[0-9a-f]{7,39}$/i.test(ref) ? "a shortened commit" : "a branch or tag";
		const message = `${shown} is taken at ${ref.slice(0, 80)}, ${kind}, which may come to mean other code`;
		const light = image.model === void 0 && /^v?\d+\.\d/.test(ref) ? { severity: "info" } : {};
		return {
			message,
			remedy,
			locations: [location],
			...light
		};
	}
	if (pinned === void 0 || pinned === ref.toLowerCase()) return void 0;
	return {
		message: `${shown} is taken at ${ref}, but model.yaml pins ${pinned}`,
		remedy: "Write the same commit in both files.",
		locations: [location, ...modelLine(image.source, "commit", pinned, "the commit of model.yaml")]
	};
}
/** The commit of model.yaml for a repository; undefined where it names none, or several. */
function pinnedCommit({ model }, repository) {
	if (model === void 0) return void 0;
	const key = repositoryKey(repository);
	const named = [model.upstream, ...model.sources].filter((one) => repositoryKey(one.repository) === key);
	return named.length === 1 ? named[0]?.commit : void 0;
}

// packages/dockerfile/src/rules/gpu-fits-cuda.ts
const gpuFitsCuda = {
	code: "MIA111",
	id: "gpu-fits-cuda",
	description: "Every GPU that the policy or model.yaml names can run what the image's CUDA makes.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		yield* uniqueReports([...hasModel(image) ? ofModel(image) : [], ...ofPolicy$1(image)]);
	}
};
function* ofModel({ model, source }) {
	const { cuda } = model.environment;
	const { min, max } = model.gpu.computeCapability;
	for (const capability of /* @__PURE__ */ new Set([min, max])) {
		const gpu = gpuOf(capability);
		if (gpu === void 0 || cudaRunsOn(cuda, gpu.capability) !== "no") continue;
		const [place] = modelLine(source, "computeCapability", capability, `asks for ${gpu.sm}`);
		if (place === void 0) continue;
		const says = modelLine(source, "cuda", cuda, `CUDA ${cuda}`);
		yield report$3(gpu.sm, gpu.capability, cuda, [place, ...says]);
	}
}
function* ofPolicy$1(image) {
	for (const target of image.targets) {
		const found = codeOf(environmentOf(image, target));
		if (found === void 0) continue;
		for (const text of image.policy.gpus ?? []) {
			const gpu = gpuOf(text);
			if (gpu === void 0 || found.runsOn(gpu.capability) !== "no") continue;
			yield report$3(gpu.name === void 0 ? gpu.sm : `${gpu.name} (${gpu.sm})`, gpu.capability, found.cuda, [found.location]);
		}
	}
}
/** The CUDA whose machine code runs: torch's own, or the toolkit's where no torch is known. */
function codeOf(environment) {
	const torch = torchOf(environment);
	if (torch?.cuda !== void 0 && torch.sure) {
		const { cuda, version, from } = torch;
		const targets = from === "requirement" ? wheelCapabilitiesOf(version, cuda) : void 0;
		return {
			cuda,
			location: from === "base" ? torch.location : noted(torch, `torch for CUDA ${cuda}`),
			runsOn: (capability) => targets ? codeRunsOn(targets, capability) : cudaRunsOn(cuda, capability)
		};
	}
	const { cuda, complete, packages } = environment;
	if (cuda === void 0 || packages.has("torch") || !complete) return void 0;
	return {
		cuda: cuda.value,
		location: cuda.location,
		runsOn: (capability) => cudaRunsOn(cuda.value, capability)
	};
}
function report$3(gpu, capability, cuda, locations) {
	const since = firstCudaFor(capability);
	const until = endedWithCuda(capability);
	const take = since === void 0 ? "Take another CUDA" : `Take CUDA ${since} or later${until === void 0 ? "" : ` and before ${until}`} and a torch built for it`;
	return {
		message: `nothing built for CUDA ${cuda} runs on ${gpu}: the first kernel ends with "no kernel image is available"`,
		remedy: `${take}, or take this GPU off the list.`,
		locations
	};
}

// packages/dockerfile/src/pins/wheel-servers.ts
/** Packages that download.pytorch.org has. */
const torchFamily = /^(?:torch|torchvision|torchaudio|torchtext|torchdata|triton|pytorch-triton|xformers|fbgemm-gpu)$/;
/**
* Indexes that have no labelled version of torch: PyPI takes none, its mirrors have what PyPI has, and the others have
* packages of their own.
*/
const others = /^https?:\/\/(?:(?:files|test)\.)?(?:pypi\.org|pypi\.python\.org|pypi\.tuna\.tsinghua\.edu\.cn|mirrors?\.[\w.-]+\/(?:pypi|simple)|pypi\.douban\.com|pypi\.mirrors\.ustc\.edu\.cn|download\.openmmlab\.com|data\.pyg\.org|data\.dgl\.ai|pypi\.nvidia\.com|pypi\.ngc\.nvidia\.com|developer\.download\.nvidia\.com)(?:[/:]|$)/i;
/** `torch_stable.html` is a page of links: pip looks for a folder of projects behind an index, and finds none there. */
function isLinksPage(url) {
	return /^https?:\/\/download\.pytorch\.org\/whl\/(?:[\w.]+\/)?torch_stable\.html$/.test(url);
}
/** Whether one of the places a command takes packages from may have a labelled version, such as `torch==1.9.1+cu111`. */
function isServed({ name, options }, label) {
	const indexes = [...options.indexUrl === void 0 ? [] : [options.indexUrl], ...options.extraIndexUrls];
	if (!torchFamily.test(name)) return indexes.length > 0 || options.findLinks.length > 0 || options.noIndex;
	if (options.noIndex && options.findLinks.length > 0) return true;
	return indexes.some((url) => !isLinksPage(url) && mayServe(url, label)) || options.findLinks.some((url) => mayServe(url, label));
}
function mayServe(url, label) {
	if (others.test(url)) return false;
	const [, folder] = /^https?:\/\/download\.pytorch\.org\/whl\/(cu\d+|cpu|rocm[\d.]+)(?:\/|$)/.exec(url) ?? [];
	return folder === void 0 || folder === label;
}

// packages/dockerfile/src/rules/local-version-has-index.ts
const localVersionHasIndex = {
	code: "MIA109",
	id: "local-version-has-index",
	description: "A version with a label, such as torch==1.9.1+cu111, comes with the index or the page of links that has it.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		yield* uniqueReports(momentsOf(image).map((moment) => judge$8(image, moment)));
	}
};
const indexOptions = /* @__PURE__ */ new Set([
	"--index-url",
	"--extra-index-url",
	"--index",
	"--default-index"
]);
function judge$8(image, { installs, before }) {
	const missing = installs.filter((install) => isMissing$1(install, before));
	const [options] = installs.map((install) => install.options);
	const page = options?.uses.find(({ name, value }) => indexOptions.has(name) && isLinksPage(value));
	if (page && options && !options.noIndex) return wrongOption(image, page, missing, installs);
	return missing.length > 0 ? noIndex(image, missing, before) : void 0;
}
function labelOf(install) {
	return /\+(cu\d{2,3}|cpu)$/.exec(pinOf(install) ?? "")?.[1];
}
function isMissing$1(install, before) {
	const { requirement, options, tool, applies, command } = install;
	const label = labelOf(install);
	if (label === void 0 || requirement.source !== "index" || tool === "conda" || command.name === "mim") return false;
	if (applies !== true || !options.complete || mayBeConfigured(install)) return false;
	return isThere(install, before) !== true && !isServed(install, label);
}
/** A secret or a file that only this RUN sees may be a pip.conf. */
function mayBeConfigured({ step }) {
	const { flags } = step.instruction.trigger ?? step.instruction;
	return flags.some(({ name, value = "" }) => name === "mount" && /type=secret|pip\.conf|\/\.?pip\/?(?:,|$)/.test(value) && !value.includes("type=cache"));
}
/** Nobody knows what a base image brings that is not known: it may have that very version. */
function severityOf(install, before) {
	const fromBase = torchOf(before)?.from === "base";
	if (!(before.complete || isThere(install, before) === false || fromBase && packageName(install) !== "torch")) return "info";
	return install.applies === true && !install.command.conditional ? "error" : "warning";
}
function noIndex(image, missing, before) {
	const [first, ...others] = missing;
	const pin = pinOf(first) ?? "";
	const label = labelOf(first) ?? "";
	const where = serverOf(packageName(first), pin, label);
	const urls = first.options.uses.filter(({ name }) => indexOptions.has(name) || name === "--find-links").map(({ value }) => value);
	const other = urls.find((url) => /^https?:\/\/download\.pytorch\.org\/whl\/(?:cu\d|cpu)/.test(url));
	const command = image.at(first.command.position, "the command that installs it");
	const places = urls.length > 0 ? `, nor at ${urls.slice(0, 3).join(" or ").slice(0, 500)}` : "";
	const add = where === void 0 ? "Name the index that has it." : `Add \`${where}\` to the command or the file.`;
	return {
		message: `${packageName(first)} ${pin} is not on PyPI${places}: pip finds no version with the label ${label}`,
		remedy: other === void 0 ? add : `Make the label and the index agree: ${label} is at https://download.pytorch.org/whl/${label}.`,
		locations: [
			first.location,
			...first.from === "file" ? [command] : [],
			...others.map(({ location }) => location)
		],
		severity: severityOf(first, before),
		...where && other === void 0 ? fixOf(`Add ${where}`.slice(0, 200), "safe", optionBeside(image, first, where)) : {}
	};
}
/**
* What was built for torch 1.11 or later is in an index for each CUDA, for 1.10.1 on a page of links for each CUDA, and what is
* older on one page; that 1.10.2 goes with 1.10.1 is inferred. Source: pytorch.org's "Previous PyTorch Versions", that is
* _get_started/previous-versions.md of pytorch/pytorch.github.io at 04862e37, read 2026-11-24.
*/
const servers = {
	torch: {
		ownPage: "1.10.1",
		ownIndex: "1.11"
	},
	torchvision: {
		ownPage: "0.11.2",
		ownIndex: "0.12"
	},
	torchaudio: {
		ownPage: "0.10.1",
		ownIndex: "0.11"
	}
};
function serverOf(name, pin, label) {
	const since = rowOf(servers, name);
	if (since === void 0) return void 0;
	const isFrom = (first) => (compareVersions(publicVersion(pin), first) ?? 0) >= 0;
	if (isFrom(since.ownIndex)) return `--extra-index-url https://download.pytorch.org/whl/${label}`;
	return `--find-links https://download.pytorch.org/whl/${isFrom(since.ownPage) ? `${label}/` : ""}torch_stable.html`;
}
function optionBeside(image, { from, location, requirement, command }, option) {
	if (from === "file") return insertLineAbove({ path: location.file }, location.line, option);
	const word = command.words.find(({ position }) => position.line === location.line && position.column <= (location.column ?? 0) && position.column + 2 > (location.column ?? 0));
	if (word?.end === void 0 || !requirement.exact) return void 0;
	return insertAt({ path: image.source.dockerfile.path }, word.end, ` ${option}`);
}
function wrongOption(image, page, missing, installs) {
	const [command] = installs;
	const place = page.location ?? (command && image.at(command.command.position));
	if (place === void 0) return void 0;
	const others = missing.map(({ location }) => location).filter(({ file, line }) => file !== place.file || line !== place.line);
	const effect = missing.length > 0 ? `pip does not find ${missing.map(spelt).join(", ")}` : "pip takes nothing from it";
	return {
		message: `torch_stable.html is a page of links and no index: with ${page.name} ${effect}`,
		remedy: "Give it to --find-links (-f).",
		locations: [{
			...place,
			note: `${page.name} ${page.value}`.slice(0, 1e3)
		}, ...others],
		...missing.length > 0 ? {} : { severity: "warning" },
		...page.location ? fixOf("Give it to --find-links", "safe", optionNameEdit(image, page, page.location)) : {}
	};
}
function spelt(install) {
	return `${packageName(install)} ${pinOf(install)}`;
}
/** The option's name, which stands before its value on the same line. */
function optionNameEdit(image, { value }, location) {
	const line = fileOf$1(image, location.file)?.lines[location.line - 1] ?? "";
	const at = line.indexOf(value, (location.column ?? 1) - 1);
	const before = at < 0 || line.length > 4096 ? null : /(?:--index-url|--extra-index-url|-i)(?=(?:=|\s+)["']?$)/.exec(line.slice(0, at));
	if (before === null) return void 0;
	const column = before.index + 1;
	const end = column + before[0].length;
	return replaceSpan({
		file: location.file,
		line: location.line,
		column,
		endLine: location.line,
		endColumn: end
	}, "--find-links");
}

// packages/dockerfile/src/pins/version-matrix.ts
const heads = {
	python: "python",
	cuda: "cuda",
	pytorch: "torch",
	torch: "torch",
	torchvision: "torchvision",
	torchaudio: "torchaudio",
	mmcv: "mmcv",
	"mmcv-full": "mmcv",
	mmdet: "mmdet",
	mmdetection: "mmdet",
	mmdet3d: "mmdet3d",
	mmdetection3d: "mmdet3d",
	mmseg: "mmseg",
	mmsegmentation: "mmseg",
	base: "base",
	"base image": "base",
	基础镜像: "base"
};
/** Rows of a document that are looked at, and the length of a line of a table. */
const maxLines$1 = 2e4;
const maxLine = 4096;
/** The rows of a document's tables whose first cell is one of the names, with the cells that hold a version. */
function* matrixRows(text, names) {
	const wanted = new Set(names.map(plain));
	const lines = text.split(/\r?\n/, maxLines$1);
	let columns = [];
	for (const [index, line] of lines.entries()) {
		if (line.length > maxLine || !line.includes("|")) {
			columns = [];
			continue;
		}
		if (isRule(lines[index + 1] ?? "") && !isRule(line)) {
			columns = cellsOf(line).map(({ text }) => ({
				column: heads[plain(text)],
				head: shown(text)
			}));
			continue;
		}
		if (columns.length === 0 || isRule(line)) continue;
		const [first, ...rest] = cellsOf(line);
		if (first === void 0 || !wanted.has(plain(first.text))) continue;
		const cells = rest.flatMap(({ text, start, end }, at) => {
			const { column, head } = columns[at + 1] ?? {};
			const value = shown(text);
			return column && head && isValue(column, value) ? [{
				column,
				head,
				text: value,
				start,
				end
			}] : [];
		});
		yield {
			line: index + 1,
			cells
		};
	}
}
/** `| --- | :-: |` */
function isRule(line) {
	return line.includes("-") && /^[\s|:-]+$/.test(line.slice(0, maxLine)) && line.includes("|");
}
function cellsOf(line) {
	const cells = [];
	const last = line.trimEnd().length;
	let from = line.length - line.trimStart().length;
	if (line[from] === "|") from += 1;
	for (let at = from; at <= last; at++) {
		if (at < last && (line[at] !== "|" || line[at - 1] === "\\")) continue;
		const raw = line.slice(from, at);
		const lead = raw.length - raw.trimStart().length;
		if (at < last || raw.trim() !== "") {
			const text = raw.trim();
			cells.push({
				text,
				start: from + lead + 1,
				end: from + lead + 1 + text.length
			});
		}
		from = at + 1;
	}
	return cells;
}
/** Without links, emphasis and code marks. */
function shown(text) {
	return text.replace(/\[([^\][]*)\]\([^()]*\)/g, "$1").replace(/[`*]/g, "").trim();
}
function plain(text) {
	return shown(text).toLowerCase();
}
function isValue(column, value) {
	if (column === "base") return /^[\w./-]+(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/.test(value) && /\d/.test(value);
	return /^\d+(?:\.\d+)+(?:(?:a|b|rc)\d+)?(?:\.post\d+)?(?:\+\w+)?$/.test(value);
}

// packages/dockerfile/src/rules/matrix-matches-images.ts
const matrixMatchesImages = {
	code: "MIA115",
	id: "matrix-matches-images",
	description: "The table of versions in a document says what the image is made of.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const { matrixFile, folder } = image.source;
		if (matrixFile === void 0) return;
		const names = hasModel(image) ? [image.model.slug, image.model.name] : [folder.split("/").findLast((part) => part !== "") ?? folder];
		const facts = factsOf(image);
		for (const row of matrixRows(matrixFile.text, names)) yield* checkRow(matrixFile.path, row, facts);
	}
};
function* checkRow(path, { line, cells }, facts) {
	for (const { column, head, text, start, end } of cells) {
		const known = facts.get(column);
		if (known === void 0 || isSame$1(column, text, known.value)) continue;
		const has = column === "base" ? known.value : publicVersion(known.value);
		yield {
			message: `the table says ${head} ${text}, the image has ${has}`,
			remedy: `Write ${has} into the table, or change the image.`,
			locations: [{
				file: path,
				line,
				column: start,
				endLine: line,
				endColumn: end
			}, {
				...known.location,
				note: `${head} ${has}`.slice(0, 1e3)
			}]
		};
	}
}
function isSame$1(column, text, known) {
	if (column !== "base") return agree(publicVersion(text), publicVersion(known));
	const [left, right] = [parseReference(text), parseReference(known)];
	const last = (name) => name.split("/").at(-1) ?? name;
	const sameName = left.image === right.image || left.image === last(right.image);
	return left.tag === void 0 && left.image === right.tag || sameName && (left.tag === void 0 || left.tag === right.tag);
}
/** What model.yaml pins; what it leaves out, and everything where there is none, as the last stage ends. */
function factsOf(image) {
	const facts = /* @__PURE__ */ new Map();
	const last = image.stages.at(-1);
	if (last) {
		const { python, cuda, base, packages } = environmentOf(image, last);
		if (python?.sure) facts.set("python", python);
		const torch = packages.get("torch");
		const built = torch ? torch.cuda : cuda?.value;
		if (built !== void 0 && torch?.sure !== false) facts.set("cuda", {
			value: built,
			location: torch?.location ?? cuda?.location ?? image.at({
				line: 1,
				column: 1
			})
		});
		const root = chainOf(last)[0];
		if (base && root?.base.reference) facts.set("base", {
			value: root.base.reference,
			location: noted(base, "the base image")
		});
		for (const { name, version, location, sure } of packages.values()) {
			const column = columnOfPackage[name];
			if (column && version !== void 0 && sure) facts.set(column, {
				value: version,
				location
			});
		}
	}
	if (!hasModel(image)) return facts;
	const { model, source } = image;
	const pins = [
		[
			"python",
			"python",
			model.environment.python
		],
		[
			"cuda",
			"cuda",
			model.environment.cuda
		],
		...Object.entries(model.packages).map(([name, version]) => [
			columnOfPackage[name],
			name,
			version
		])
	];
	for (const [column, key, value] of pins) {
		const [location] = modelLine(source, key, value, "");
		if (column && location) facts.set(column, {
			value,
			location
		});
	}
	const [tag] = modelLine(source, "tag", model.base.tag, "");
	if (tag) facts.set("base", {
		value: `${model.base.image}:${model.base.tag}`,
		location: tag
	});
	return facts;
}
const columnOfPackage = {
	torch: "torch",
	torchvision: "torchvision",
	torchaudio: "torchaudio",
	mmcv: "mmcv",
	"mmcv-full": "mmcv",
	mmdet: "mmdet",
	mmdet3d: "mmdet3d",
	mmsegmentation: "mmseg"
};

// packages/dockerfile/src/pins/mmcv-index.ts
const indexUrl = /https?:\/\/\S{1,300}?\/mmcv\/dist\/(cu\d{2,3}|cpu)\/torch(\d{1,3}(?:\.\d{1,3}){0,3})/g;
function mmcvIndexesIn(text) {
	if (!text.includes("/mmcv/dist/")) return [];
	return Array.from(text.matchAll(indexUrl), ([url, label = "", torch = ""]) => ({
		url,
		label,
		torch
	}));
}
/** The indexes among the options of a command, each with the option that names it. */
function mmcvIndexesOf({ uses }) {
	return uses.flatMap((use) => mmcvIndexesIn(use.value).map((index) => ({
		index,
		use
	})));
}

// packages/dockerfile/src/rules/mmcv-index-matches-cuda.ts
const mmcvIndexMatchesCuda = {
	code: "MIA103",
	id: "mmcv-index-matches-cuda",
	description: "The MMCV wheel index is the one for the image's CUDA and PyTorch.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const ofModel = modelExpectation(image);
		const users = usersOf(image);
		for (const place of placesOf(image)) {
			const after = users.get(place.command ?? place.index.url);
			const expected = ofModel ?? (after && environmentExpectation(after));
			const wrong = expected ? differences(place.index, expected) : [];
			if (expected && wrong.length > 0) yield ofImage(image, place, wrong, expected);
			else yield* ofPolicy(image, place, expected);
		}
	}
};
function differences({ label, torch }, expected) {
	const wrong = [];
	const cuda = cudaOfLabel(label);
	if (expected.cuda !== void 0) {
		if (cuda === void 0) wrong.push(`has no CUDA operators (${label})`);
		else if (!agree(cuda, expected.cuda)) wrong.push(`is for CUDA ${cuda} (${label}), the image has ${expected.cuda}`);
	}
	if (expected.torch !== void 0 && minorVersion(torch) !== minorVersion(expected.torch)) wrong.push(`is for torch ${torch}, the image has ${publicVersion(expected.torch)}`);
	return wrong;
}
/** Another CUDA of the same major number, for the right torch: its libraries mostly serve. */
function isNear({ label, torch }, expected) {
	const major = (cuda) => cuda?.split(".")[0];
	return expected.torch !== void 0 && minorVersion(torch) === minorVersion(expected.torch) && major(cudaOfLabel(label)) === major(expected.cuda);
}
/** `cu111/torch1.9`: every torch1.9.x is meant. */
function isAsked({ label, torch }, asked) {
	const [wanted = "", version = ""] = asked.split("/torch");
	return label === wanted && minorVersion(torch) === minorVersion(version);
}
function ofImage(image, { index, location }, wrong, expected) {
	const { cuda, torch, locations, sure } = expected;
	const fitting = `${cuda === void 0 ? index.label : labelOfCuda(cuda)}/torch${torch === void 0 ? "<version>" : `${minorVersion(torch)}.0`}`;
	const isMild = !sure || image.model === void 0 && isNear(index, expected);
	const effect = isMild ? "its operators may not load" : "pip finds no wheel there and compiles for an hour, or takes one that does not load";
	const [from, to] = [`${index.label}/torch${index.torch}`, fitting].map((part) => `/mmcv/dist/${part}`);
	const isKnown = cuda !== void 0 && torch !== void 0;
	return {
		message: `the MMCV index ${index.url} ${wrong.join(" and ")}: ${effect}`,
		remedy: `Use https://download.openmmlab.com/mmcv/dist/${fitting}/index.html.`,
		locations: [location, ...locations],
		...isMild ? { severity: "warning" } : {},
		...isKnown ? fixOf(`Take the MMCV index ${fitting}`, "safe", replaceInLine(image, location, from, to)) : {}
	};
}
function* ofPolicy({ policy, model }, { index, location }, expected) {
	const { name, mmcvIndex } = policy;
	if (mmcvIndex === void 0 || isAsked(index, mmcvIndex)) return;
	const url = `https://download.openmmlab.com/mmcv/dist/${mmcvIndex}/index.html`;
	yield {
		message: `the MMCV index ${index.url} is ${index.label}/torch${index.torch}, and the policy ${name} asks for ${mmcvIndex}`,
		remedy: expected ? `Build on the torch and CUDA of ${mmcvIndex}, or change the policy.` : `Use ${url}.`,
		locations: [location, ...expected?.locations ?? []],
		...model === void 0 ? {} : { severity: "info" }
	};
}
/** What model.yaml says, and the base where it says the same. */
function modelExpectation({ model, source, targets, at }) {
	if (model === void 0) return void 0;
	const root = targets.at(-1) && chainOf(targets.at(-1))[0];
	const base = root?.base.reference === void 0 ? void 0 : baseFacts(root.base.reference);
	const facts = base?.torch === void 0 ? void 0 : base;
	const { cuda } = model.environment;
	const locations = [];
	if (root && facts?.cuda !== void 0 && agree(facts.cuda, cuda)) locations.push(at(root.base.word.position, `the base image has ${inWords(facts)}`));
	locations.push(...modelLine(source, "cuda", cuda, `model.yaml says CUDA ${cuda}`));
	return {
		cuda,
		torch: model.packages.torch ?? facts?.torch,
		locations,
		sure: true
	};
}
/** The torch that is there when pip has run, and the CUDA it was built for. */
function environmentExpectation(environment) {
	const torch = torchOf(environment);
	if (torch === void 0) return void 0;
	const { version, cuda, sure, from, location } = torch;
	const note = from === "base" ? location.note ?? "" : `installs torch ${version}`;
	return {
		cuda,
		torch: version,
		locations: [noted(torch, note)],
		sure
	};
}
/** What is known behind a command, and behind the first that uses a URL, wherever that stands. */
function usersOf(image) {
	const users = /* @__PURE__ */ new Map();
	for (const { command, installs, after } of momentsOf(image)) {
		users.set(command, after);
		const words = command.words.map(({ value }) => value);
		const uses = [...new Set(installs.map(({ options }) => options))];
		const urls = [...words.flatMap(mmcvIndexesIn), ...uses.flatMap((options) => mmcvIndexesOf(options).map(({ index }) => index))];
		for (const { url } of urls) if (!users.has(url)) users.set(url, after);
	}
	return users;
}
function* placesOf(image) {
	const { dockerfile, source } = image;
	const assigned = dockerfile.instructions.filter(({ keyword }) => keyword === "ENV" || keyword === "ARG").flatMap(({ assignments }) => assignments);
	for (const { value = "", position } of assigned) yield* placesIn(value, image.at(position), void 0);
	for (const command of image.commands) {
		const { words, redirects } = command;
		for (const { value, text, position } of [...words, ...redirects.map(({ target }) => target)]) for (const place of placesIn(value, image.at(position), command)) {
			const { url } = place.index;
			if (text.includes(url) || !assigned.some((one) => one.value?.includes(url))) yield place;
		}
	}
	for (const { path, options, requirements } of image.requirements) {
		for (const { value, position } of options) yield* placesIn(value, locate(path, position), void 0);
		for (const { url, position } of requirements) if (url) yield* placesIn(url, locate(path, position), void 0);
	}
	const mmcvFindLinks = image.model?.mmcvFindLinks;
	const [line] = mmcvFindLinks ? modelLine(source, "mmcvFindLinks", mmcvFindLinks, "mmcvFindLinks") : [];
	if (mmcvFindLinks && line) yield* placesIn(mmcvFindLinks, line, void 0);
}
function* placesIn(text, location, command) {
	for (const index of mmcvIndexesIn(text)) yield {
		index,
		location,
		command
	};
}

// packages/dockerfile/src/knowledge/mmcv-wheels.ts
/**
* The Linux wheels of MMCV on download.openmmlab.com: which CUDA label and torch x.y each version was published for.
* Source: `docs/en/_static/version.json`, which upstream makes from the index itself: of open-mmlab/mmcv at tag v1.7.2
* (file of 2023-11-02) for 1.x and at main (file of 2024-08-17, unchanged on 2026-01-16) for 2.x. Read 2026-11-23.
* The install pages at the tags say less and sometimes more than the index: torch 1.3 and 1.4 are listed there for
* versions the index has no wheel of, so for those two a missing row means unknown.
*/
const published = {
	"1.0.0": "cpu:1.3-1.5 cu92:1.3-1.5 cu100:1.3-1.4 cu101:1.3-1.5 cu102:1.5",
	"1.0.1": "cpu:1.3 cu92:1.3 cu100:1.3 cu101:1.3",
	"1.0.2 1.0.3 1.0.4": "cpu:1.3-1.5 cu92:1.3-1.5 cu100:1.3-1.4 cu101:1.3-1.5 cu102:1.5",
	"1.0.5": "cpu:1.3-1.6 cu92:1.3,1.5-1.6 cu100:1.3 cu101:1.3-1.6 cu102:1.5-1.6",
	"1.1.0 1.1.1 1.1.2 1.1.3 1.1.4 1.1.5 1.1.6": "cpu:1.3-1.6 cu92:1.3-1.6 cu100:1.3-1.4 cu101:1.3-1.6 cu102:1.5-1.6",
	"1.2.0": "cpu:1.3-1.7 cu92:1.3-1.7 cu100:1.3-1.4 cu101:1.3-1.7 cu102:1.5-1.7 cu110:1.7",
	"1.2.1": "cpu:1.3-1.7 cu92:1.3-1.7 cu100:1.3-1.4 cu101:1.3-1.7 cu102:1.5-1.7",
	"1.2.2": "cpu:1.5-1.7 cu92:1.5-1.7 cu101:1.5-1.7 cu102:1.5-1.7 cu110:1.7",
	"1.2.3 1.2.4 1.2.5 1.2.6 1.2.7": "cpu:1.3,1.5-1.7 cu92:1.3,1.5-1.7 cu100:1.3 cu101:1.3,1.5-1.7 cu102:1.5-1.7 cu110:1.7",
	"1.3.0 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.3.6 1.3.7 1.3.8": "cpu:1.3,1.5-1.8 cu92:1.3,1.5-1.7 cu100:1.3 cu101:1.3,1.5-1.8 cu102:1.5-1.8 cu110:1.7 cu111:1.8",
	"1.3.9 1.3.10 1.3.11 1.3.12 1.3.13 1.3.14 1.3.15": "cpu:1.3,1.5-1.9 cu92:1.3,1.5-1.7 cu100:1.3 cu101:1.3,1.5-1.8 cu102:1.5-1.9 cu110:1.7 cu111:1.8-1.9",
	"1.3.16": "cpu:1.3,1.5-1.10 cu92:1.3,1.5-1.7 cu100:1.3 cu101:1.3,1.5-1.8 cu102:1.5-1.10 cu110:1.7 cu111:1.8-1.10 cu113:1.10",
	"1.3.17 1.3.18 1.4.0 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.6": "cpu:1.5-1.10 cu92:1.5-1.7 cu101:1.5-1.8 cu102:1.5-1.10 cu110:1.7 cu111:1.8-1.10 cu113:1.10",
	"1.4.7 1.4.8 1.5.0 1.5.1 1.5.2 1.5.3": "cpu:1.5-1.11 cu92:1.5-1.7 cu101:1.5-1.8 cu102:1.5-1.11 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.11 cu115:1.11",
	"1.6.0 1.6.1 1.6.2": "cpu:1.5-1.12 cu92:1.5-1.7 cu101:1.5-1.8 cu102:1.5-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12",
	"1.7.0 1.7.1": "cpu:1.5-1.13 cu92:1.5-1.7 cu101:1.5-1.8 cu102:1.5-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13",
	"2.0.0rc1": "cpu:1.6-1.12 cu92:1.6-1.7 cu101:1.6-1.8 cu102:1.6-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12",
	"2.0.0rc2": "cpu:1.5-1.12 cu92:1.5-1.7 cu101:1.6-1.8 cu102:1.6-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12",
	"2.0.0rc3": "cpu:1.5-1.13 cu92:1.5-1.7 cu101:1.5-1.8 cu102:1.5-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13",
	"2.0.0rc4": "cpu:1.6-1.13 cu92:1.6-1.7 cu101:1.6-1.8 cu102:1.6-1.12 cu110:1.7 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13",
	"2.0.0 2.0.1": "cpu:1.8-2.0 cu101:1.8 cu102:1.8-1.12 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13-2.0 cu118:2.0",
	"2.1.0": "cpu:1.8-2.1 cu101:1.8 cu102:1.8-1.12 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13-2.0 cu118:2.0-2.1 cu121:2.1",
	"2.2.0": "cpu:1.8-2.4 cu101:1.8 cu102:1.8-1.12 cu111:1.8-1.10 cu113:1.10-1.12 cu115:1.11 cu116:1.12-1.13 cu117:1.13-2.0 cu118:2.0-2.4 cu121:2.1-2.4"
};
/** Since when nobody looked: a newer torch may have wheels of a 2.x version that the table does not know. */
const newestTorch = "2.4";
const minors = "1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 1.11 1.12 1.13 2.0 2.1 2.2 2.3 2.4".split(" ");
/**
* Whether there is a Linux wheel, for some Python, in the index of that CUDA label and torch. `absent`: pip takes the source
* instead and compiles. Says nothing about `mmcv` of 1.x, which has no compiled part.
*/
function mmcvWheel({ name, version, cuda, torch }) {
	const builds = tableOf$1(name).get(version);
	if (builds === void 0) return "unknown";
	if (builds.some((build) => build.cuda === cuda && build.torch.includes(torch))) return "published";
	if (!/^(?:cpu|cu\d{2,3})$/.test(cuda) || torch === "1.3" || torch === "1.4") return "unknown";
	const newer = compareVersions(torch, newestTorch);
	if (newer === void 0 || newer > 0 && name === "mmcv") return "unknown";
	return "absent";
}
/** What exists of a version, lowest CUDA first, for saying what to take instead; empty where the version is not known. */
function publishedFor(version, name = nameOf(version)) {
	return tableOf$1(name).get(version) ?? [];
}
/** The versions with a wheel for a CUDA label and torch x.y, oldest first. */
function mmcvVersionsFor(name, cuda, torch) {
	return [...tableOf$1(name)].filter(([, builds]) => builds.some((build) => build.cuda === cuda && build.torch.includes(torch))).map(([version]) => version);
}
function nameOf(version) {
	return version.startsWith("2.") ? "mmcv" : "mmcv-full";
}
let tables$1;
/** Oldest version first, as the rows stand. Read when first asked for. */
function tableOf$1(name) {
	if (tables$1 === void 0) {
		tables$1 = {
			mmcv: /* @__PURE__ */ new Map(),
			"mmcv-full": /* @__PURE__ */ new Map()
		};
		for (const [versions, row] of Object.entries(published)) {
			const builds = row.split(" ").map(buildOf);
			for (const version of versions.split(" ")) tables$1[nameOf(version)].set(version, builds);
		}
	}
	return tables$1[name];
}
/** `cu102:1.5,1.7-1.9` */
function buildOf(text) {
	const [cuda = "", ranges = ""] = text.split(":");
	return {
		cuda,
		torch: ranges.split(",").flatMap((range) => {
			const [first = "", last = first] = range.split("-");
			return minors.slice(minors.indexOf(first), minors.indexOf(last) + 1);
		})
	};
}

// packages/dockerfile/src/rules/mmcv-wheel-exists.ts
const mmcvWheelExists = {
	code: "MIA105",
	id: "mmcv-wheel-exists",
	description: "The version of MMCV that is installed from a wheel index was published there.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const seen = /* @__PURE__ */ new Set();
		for (const { installs, before } of momentsOf(image)) for (const install of installs) {
			if (install.name !== "mmcv" && install.name !== "mmcv-full") continue;
			const report = judge$7({
				...install,
				name: install.name
			}, before);
			const [place] = report?.locations ?? [];
			const key = `${place?.file}:${place?.line}:${report?.message}`;
			if (report === void 0 || seen.has(key)) continue;
			seen.add(key);
			yield report;
		}
	}
};
function judge$7(install, before) {
	const { name, applies, command } = install;
	const version = pinOf(install);
	if (version === void 0 || applies !== true || compilesOnPurpose(install)) return void 0;
	if (isThere(install, before) === true) return void 0;
	const named = mmcvIndexesOf(install.options);
	if (named.length === 0) return command.name === "mim" ? byTorch(install, version, before) : void 0;
	if (otherSources(install)) return void 0;
	const missing = named.filter(({ index }) => mmcvWheel({
		name,
		version,
		cuda: index.label,
		torch: minorVersion(index.torch)
	}) === "absent");
	const [first] = missing;
	if (first === void 0 || missing.length < named.length) return void 0;
	const { label, torch } = first.index;
	const at = first.use.location ? [noted({ location: first.use.location }, "the index")] : [];
	const compiles = install.step.variables("FORCE_CUDA") === "1" && before.flavor?.value === "devel";
	return absent(install, version, label, minorVersion(torch), at, compiles ? "slow" : "broken");
}
function byTorch(install, version, before) {
	const torch = torchOf(before);
	if (!torch?.sure || torch.cuda === void 0) return void 0;
	const wheel = {
		name: install.name,
		version,
		cuda: labelOfCuda(torch.cuda),
		torch: minorVersion(torch.version)
	};
	if (mmcvWheel(wheel) !== "absent") return void 0;
	const at = noted(torch, `torch ${publicVersion(torch.version)} for CUDA ${torch.cuda}`);
	return absent(install, version, wheel.cuda, wheel.torch, [at], "slow");
}
function absent({ name, location }, version, label, torch, others, effect) {
	const published = publishedFor(version, name).filter(({ cuda }) => cuda !== "cpu").map((build) => `${build.cuda} for torch ${build.torch.join(", ")}`).join("; ");
	const fitting = mmcvVersionsFor(name, label, torch);
	const instead = fitting.length > 0 ? `Pin one that is there for this torch and CUDA (${range(fitting)})` : "Choose a torch and CUDA that it is published for";
	return {
		message: `${name} ${version} has no wheel for torch ${torch} and ${label}: pip takes the source and compiles for up to an hour${effect === "slow" ? "" : ", without FORCE_CUDA=1 and nvcc a version that has no CUDA operators"}. Published: ${published}`,
		remedy: `${instead}, or compile it on purpose: MMCV_WITH_OPS=1 and --no-binary ${name}.`,
		locations: [location, ...others],
		...effect === "slow" ? { severity: "warning" } : {}
	};
}
function range(versions) {
	const [first = ""] = versions;
	return versions.length > 4 ? `${first} to ${versions.at(-1)}` : versions.join(", ");
}
function compilesOnPurpose({ name, options, step, requirement }) {
	if (requirement.source !== "index") return true;
	if (options.noBinary.some((one) => one === ":all:" || one === name)) return true;
	const { variables, instruction } = step;
	return variables("MMCV_WITH_OPS") !== null || instruction.body.text.includes("MMCV_WITH_OPS");
}
/** A page or folder of wheels that may have what the index has not. */
function otherSources({ options }) {
	const known = /\/mmcv\/dist\/|^https:\/\/(?:download\.pytorch\.org|pypi\.org|data\.pyg\.org)\//;
	return options.findLinks.some((url) => !known.test(url));
}

// packages/dockerfile/src/stages/file-write.ts
/** A word of the file's own: its last folder and name decide, for folders are variables often. */
function writesTo({ target }, name) {
	return target === void 0 || name.test(target) || /[$`]/.test(target) || nameOf$3(target) === "";
}

// packages/dockerfile/src/stages/sed-edits.ts
/** More edits than this in one word are not looked at. */
const maxEdits = 200;
/** The edits in one word of a sed or perl command line. */
function sedEdits(word, extended) {
	const { value } = word;
	const edits = [];
	const inPlace = placedValue(word);
	const add = (from, to, offset, flags) => {
		const content = inPlace?.slice(offset, offset + to.length);
		edits.push({
			from,
			to,
			content,
			extended,
			ignoresCase: /i/i.test(flags),
			word
		});
	};
	for (const match of value.matchAll(/(?:^|[;\s\d$/}!,])s([/|#,@!%:])((?:\\.|(?!\1)[^\\\n])*)\1((?:\\.|(?!\1)[^\\\n])*)\1([a-zA-Z\d]*)/g)) {
		if (edits.length >= maxEdits) return edits;
		const [whole, , from = "", to = "", flags = ""] = match;
		add(from, to, match.index + whole.length - flags.length - 1 - to.length, flags);
	}
	const text = /(?:^|[\s\d$/])[aic](?:\\\s*|\s+)(\S.*)$/s.exec(value)?.[1];
	if (text !== void 0 && edits.length === 0) add("", text, value.length - text.length, "");
	return edits;
}
/** What `to` becomes: a name that it only refers back to is put in, as far as it can be seen in `from`. */
function plainReplacement({ from, to }) {
	if (!/\\1|\$1|&/.test(to)) return to;
	const pattern = from.slice(0, 1e3);
	const group = /\\?\((.*?)\\?\)/.exec(pattern)?.[1] ?? "";
	return to.replace(/\\1|\$1|&/g, () => group.replace(/[^A-Za-z ].*$/, "") || pattern);
}
/** Stars and questions that are followed: each more multiplies the time that a hostile pattern can take. */
const maxRepeats = 4;
/** The pattern as an expression of ours; undefined where it has what is not followed. */
function sedPattern({ from, extended, ignoresCase }) {
	if (from.length > 200) return void 0;
	let source = "";
	let repeats = 0;
	for (let at = 0; at < from.length; at++) {
		const one = from[at];
		if (one === "\\") {
			const next = from[++at] ?? "";
			if (/[sSwWbdD]/.test(next)) source += `\\${next}`;
			else if (/[()|+?]/.test(next)) {
				if (extended) source += `\\${next}`;
				else source += next;
				if (!extended && /[+?]/.test(next)) repeats += 1;
			} else if (/[0-9{}<>]/.test(next)) return void 0;
			else source += next.replace(/[.*^$[\]\\/]/, "\\$&");
		} else if (one === "[") {
			const end = from.indexOf("]", at + (from[at + 1] === "^" ? 3 : 2));
			if (end < 0) return void 0;
			const inner = from.slice(at + 1, end).replace("[:space:", "\\s").replace("[:blank:", " \\t");
			if (inner.includes("[")) return void 0;
			const isNamed = from.slice(at + 1, end).startsWith("[:");
			source += `[${inner.replace(/\](?!$)/g, "\\]")}]`;
			at = isNamed && from[end + 1] === "]" ? end + 1 : end;
		} else if (one === "*") {
			repeats += 1;
			source += source === "" ? "\\*" : "*";
		} else if (/[+?|(){}]/.test(one)) {
			if (one === "{" || one === "}") return void 0;
			if (extended && /[+?]/.test(one)) repeats += 1;
			source += extended ? one : `\\${one}`;
		} else source += one;
	}
	if (repeats > maxRepeats || /\)[*+?]/.test(source)) return void 0;
	try {
		return new RegExp(source, ignoresCase ? "i" : "");
	} catch {
		return;
	}
}

// packages/dockerfile/src/stages/command-writes.ts
const writers = /* @__PURE__ */ new Set([
	"echo",
	"printf",
	"cat",
	"tee"
]);
/** Which command reads another's output. */
function consumersOf(commands) {
	const consumers = /* @__PURE__ */ new Map();
	for (const command of commands) if (command.pipedFrom) consumers.set(command.pipedFrom, command);
	return consumers;
}
/** What one command writes by its words: echo, printf, cat, tee, and the edits of sed and perl. */
function* writesOf(command, consumers, when) {
	const { name, step, file } = command;
	const rest = {
		command,
		stage: step.stage,
		step,
		file,
		when
	};
	if (writers.has(name)) {
		const lines = linesOf(command);
		if (lines.length > 0) yield {
			...destinationOf(command, consumers),
			lines,
			edits: [],
			...rest
		};
	} else if (name === "sed" || name === "perl") {
		const extended = name === "perl" || command.words.some(({ value }) => /^-[a-zA-Z]*[Er]|^--regexp-ext/.test(value));
		const edits = command.words.slice(1).flatMap((word) => sedEdits(word, extended));
		if (edits.length === 0) return;
		const target = operands(command, [
			"-e",
			"-f",
			"--expression"
		]).at(-1);
		const isFile = target !== void 0 && sedEdits(target, extended).length === 0 && target.known;
		const named = command.redirects.find(({ operator }) => operator.startsWith(">"))?.target ?? (isFile ? target : void 0);
		const lines = edits.flatMap((edit) => {
			const text = plainReplacement(edit);
			return text === edit.to && edit.content ? linesOfContent(edit.content) : linesAt(text, edit.word.position);
		});
		yield {
			target: named?.known ? named.value : void 0,
			how: "edit",
			lines,
			edits,
			...rest
		};
	}
}
/** Where echo's words end up: a redirection, or the file of a tee behind it. */
function destinationOf(command, consumers) {
	let at = command;
	for (let hops = 0; hops < 10; hops++) {
		const redirect = at.redirects.find(({ operator }) => /^>[>|]?$/.test(operator));
		if (redirect && !/^\/dev\/(?:null|stdout|stderr)$/.test(redirect.target.value)) {
			const { target, operator } = redirect;
			return {
				target: target.known ? target.value : void 0,
				how: operator === ">>" ? "append" : "replace"
			};
		}
		if (at.name === "tee") {
			const file = operands(at)[0];
			const appends = at.words.some(({ value }) => value === "-a" || value === "--append");
			return {
				target: file?.known ? file.value : void 0,
				how: appends ? "append" : "replace"
			};
		}
		const next = consumers.get(at);
		if (next === void 0 || next.name !== "cat" && next.name !== "tee") break;
		at = next;
	}
	return {
		target: void 0,
		how: "append"
	};
}
function linesOf({ name, words, redirects }) {
	const lines = [];
	if (name === "echo" || name === "printf") {
		const options = words.slice(1).filter(({ value }) => !/^-[neE]+$/.test(value));
		const [first] = options;
		if (first && options.every(({ value }) => !/\s/.test(value))) lines.push(...wordsAsLine(options, first.position));
		else lines.push(...options.flatMap(linesOfWord));
	}
	for (const { operator, target } of redirects) if (operator === "<<" || operator === "<<<") lines.push(...linesOfWord(target));
	return lines;
}

// packages/dockerfile/src/stages/file-writes.ts
/** What the Dockerfile and the scripts it copies write into files, in the order written; scripts of the start last. */
const fileWrites = onceFor((image) => [...inStages(image), ...inScripts(image)]);
function* inStages(image) {
	const copies = new Map(copiedFiles(image).map((one) => [one.heredoc ?? one, one]));
	for (const stage of image.stages) {
		const commands = image.commandsOf(stage);
		const consumers = consumersOf(commands);
		let next = 0;
		for (const step of stage.steps) {
			const instruction = step.instruction.trigger ?? step.instruction;
			const { keyword, heredocs } = instruction;
			for (; next < commands.length; next++) {
				const command = commands[next];
				if (command.step.instruction !== instruction) break;
				yield* writesOf(command, consumers, keyword === "RUN" ? "build" : "start");
			}
			if (keyword !== "RUN") for (const heredoc of heredocs) yield heredocWrite(heredoc, copies.get(heredoc)?.targets[0], step);
		}
		yield* copiedConfigurations(image, stage);
	}
}
function heredocWrite({ body }, target, step) {
	const rest = {
		command: void 0,
		stage: step.stage,
		step,
		file: void 0,
		when: "build"
	};
	return {
		target,
		how: "replace",
		lines: linesOfContent(body),
		edits: [],
		...rest
	};
}
function* inScripts(image) {
	for (const { commands, when } of scriptFiles(image).scripts) {
		const consumers = consumersOf(commands);
		for (const command of commands) yield* writesOf(command, consumers, when === "build" ? "build" : "start");
	}
}

// packages/dockerfile/src/stages/passwords.ts
/** The passwords that one command sets. A value from a secret mount, which no layer keeps, is none. */
function* passwordsSetBy(command) {
	const { name, words, position } = command;
	if (name === "chpasswd" || name === "smbpasswd" || name === "vncpasswd") yield* fromInput(command);
	else if (name === "passwd") {
		if (words.some(({ value }) => value === "-d" || value === "--delete")) yield {
			command,
			position,
			how: "passwd --delete lets an account in without a password",
			kind: "open",
			weak: false,
			users: operands(command).map(({ value }) => value)
		};
		else yield* fromInput(command);
	} else if (name === "usermod" || name === "useradd") {
		const password = optionValue(command, ["--password", "-p"]);
		if (password && !fromSecret(password.value) && !locked.test(password.value)) {
			const users = operands(command).slice(-1).map(({ value }) => value);
			yield {
				...judged(command, password, password.value),
				how: `${name} --password sets a password`,
				users
			};
		}
	} else {
		const password = asOperand(command);
		if (password && password.value !== "" && !fromSecret(password.value)) yield {
			...judged(command, password, password.value),
			how: `${name} sets a password`,
			users: []
		};
	}
}
/** Programs of services that take the password as a word. */
function asOperand(command) {
	const { name, words } = command;
	if (name === "htpasswd" && words.some(({ value }) => /^-[a-zA-Z]*b/.test(value))) return operands(command, ["-C", "-r"]).slice(1).at(-1);
	if (name === "mysqladmin") {
		const at = words.findIndex(({ value }) => value === "password");
		return at < 0 ? void 0 : words[at + 1];
	}
	if (name === "x11vnc") {
		const at = words.findIndex(({ value }) => value === "-storepasswd" || value === "-passwd");
		return at < 0 ? void 0 : words[at + 1];
	}
}
/** Fields of /etc/shadow that let nobody in. */
const locked = /^(?:[!*]+|x|\*LK\*)$/;
function* fromInput(command) {
	const { name, words } = command;
	const fed = inputOf(command);
	const encrypted = words.some(({ value }) => value === "-e" || value === "--encrypted");
	const given = fed.find(({ value }) => !fromSecret(value) && !(encrypted && locksOnly(value)));
	if (given === void 0) return;
	const pairs = name === "chpasswd" ? fed.flatMap(({ value }) => accountsIn(value)) : [];
	const users = name === "chpasswd" ? pairs.map(([user]) => user) : operands(command).map(({ value }) => value);
	const weak = pairs.length > 0 ? pairs.some(([user, password]) => isWorldKnown(password, user)) : void 0;
	const read = judged(command, given, given.value);
	yield {
		...read,
		weak: weak ?? read.weak,
		how: `${name} sets a password`,
		users
	};
}
function judged(command, word, password) {
	const { value, known, position } = word;
	const kind = isGenerator(value) || !known && /(?:\$\(|`)[^)`]*\b(?:openssl rand|pwgen|urandom|uuidgen|mktemp)\b/.test(value) ? "generated" : known || !/[$`]/.test(value) ? "literal" : "variable";
	return {
		command,
		position,
		kind,
		weak: kind === "literal" && isWorldKnown(password.trim())
	};
}
/** The words that end up on a command's standard input, as far as the script shows them. */
function inputOf({ redirects, pipedFrom }) {
	const fed = redirects.filter(({ operator }) => operator === "<<" || operator === "<<<").map(({ target }) => target);
	let source = pipedFrom;
	while ((source?.name === "cat" || source?.name === "tee") && source.redirects.length === 0 && source.pipedFrom) source = source.pipedFrom;
	if (source === void 0) return fed;
	if (source.name === "echo" || source.name === "printf") return [...fed, ...operands(source)];
	if (source.name === "cat") return [...fed, ...inputOf(source)];
	const readsSecret = source.words.some(({ value }) => fromSecret(value));
	return isGenerator(source.name) && !readsSecret ? [...fed, source.words[0]] : fed;
}
function isGenerator(name) {
	return /^(?:\/usr\/bin\/)?(?:openssl|pwgen|makepasswd|mkpasswd|head|tr|base64|uuidgen|yes|python[\d.]*|perl)$/.test(name);
}
function fromSecret(value) {
	return value.includes("/run/secrets/");
}
/** `user:*` given to `chpasswd -e` locks the account. */
function locksOnly(value) {
	const all = accountsIn(value);
	return all.length > 0 && all.every(([, password]) => locked.test(password));
}
function accountsIn(value) {
	return value.split(/\n|\\n/, 1e3).filter((line) => line.includes(":")).map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]);
}
/** What is tried first on every open port: the top of the lists of leaked passwords, and the names of accounts. */
const worldKnown = new Set("root toor admin administrator password passwd pass p@ssw0rd passw0rd password1 password123 root123 admin123 test test123 guest 1234 12345 123456 1234567 12345678 123456789 1234567890 111111 000000 123123 654321 666666 888888 abc123 qwerty letmein welcome iloveyou changeme change_me default secret docker ubuntu debian user vagrant screencast jupyter dev developer runpod runpod123".split(" "));
function isWorldKnown(password, user = "") {
	const plain = password.toLowerCase();
	return plain !== "" && (worldKnown.has(plain) || plain === user.toLowerCase());
}

// packages/dockerfile/src/rules/no-baked-password.ts
const noBakedPassword = {
	code: "MIA304",
	id: "no-baked-password",
	description: "No password is set at build time: whoever has the image has it too.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		for (const command of image.commands) for (const set of passwordsSetBy(command)) yield baked(image, set);
		for (const { commands, when } of scriptFiles(image).scripts) for (const command of commands) for (const set of passwordsSetBy(command)) if (when === "build") yield baked(image, set);
		else if (set.kind === "literal" || set.kind === "open") yield inScript(image, set);
		yield* variablesOf(image);
		yield* openNotebooks(image);
	}
};
const remedy$1 = "Remove it. Log in with a key that is given when the container starts (PUBLIC_KEY), and lock the password.";
function known(how, weak) {
	return weak ? `${how}, and one that is tried first everywhere` : how;
}
function baked(image, { command, position, how, kind, weak }) {
	const made = kind === "generated" ? "it is made up once, while building, for all containers, and " : "";
	return {
		message: `${known(how, weak)}: ${made}everybody who can pull the image can read it from its layers`,
		remedy: remedy$1,
		locations: [placeOf(image, command, position)]
	};
}
function inScript(image, { command, position, how, weak }) {
	const message = `${known(how, weak)}: it stands in a script that the image holds, and is the same in every container`;
	const note = image.at(command.step.instruction.position, "brings or runs the script");
	return {
		message,
		remedy: remedy$1,
		locations: [placeOf(image, command, position), note]
	};
}
const passwordName = /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE)$/i;
/** Values of switches such as ALLOW_EMPTY_PASSWORD=yes. */
const isSwitch = /^(?:|0|1|true|false|yes|no|on|off|none|disabled?)$/i;
function* variablesOf(image) {
	const { escapeMark, instructions } = image.dockerfile;
	const steps = new Map(image.stages.flatMap((stage) => stage.steps).map((step) => [step.instruction, step]));
	for (const instruction of instructions) {
		const { keyword, assignments } = instruction.trigger ?? instruction;
		if (keyword !== "ENV" && keyword !== "ARG") continue;
		for (const { name, value, position } of assignments) {
			const plain = value?.replace(/^(["'])(.*)\1$/s, "$2") ?? "";
			if (!passwordName.test(name) || isSwitch.test(plain)) continue;
			const step = plain.includes("$") ? steps.get(instruction) : void 0;
			const handed = step && expand(value ?? "", step.variables, escapeMark);
			if (handed && handed.unknown.length === 0 && isSwitch.test(handed.value)) continue;
			if (handed && handed.unknown.length > 0) {
				yield handedOn(image.at(position), `${keyword} ${name}`);
				continue;
			}
			yield {
				message: `${known(`${keyword} ${name} holds a password`, isWorldKnown(plain))}: everybody who can pull the image can read it from its layers`,
				remedy: remedy$1,
				locations: [image.at(position)]
			};
		}
	}
}
/** By default there is none; whoever gives one with --build-arg leaves it in the image. */
function handedOn(location, what) {
	return {
		message: `${what} keeps the password that the build's caller gives: whoever has the image can read it`,
		remedy: remedy$1,
		locations: [location],
		severity: "warning"
	};
}
const notebookOption = /^(?:--|c\.)(?:NotebookApp|ServerApp|LabApp|IdentityProvider|PasswordIdentityProvider|SingleUserNotebookApp)\.(token|password|hashed_password)\s*=\s*(.*)$/s;
/** jupyter without a token, or with one that is the same in every container. */
function* openNotebooks(image) {
	const commands = [...image.commands, ...scriptFiles(image).scripts.flatMap((script) => script.commands)];
	for (const command of commands) if (/^jupyter(?:-\w+)?$|^start-(?:notebook|singleuser)/.test(command.name)) yield* judgeNotebook(image, notebookWords(command));
	for (const write of fileWrites(image)) {
		if (!writesTo(write, /jupyter[^/]*$/)) continue;
		const { file } = write;
		yield* judgeNotebook(image, write.lines.flatMap(({ text, position }) => notebookSetting(text.trim(), true, position, file)));
	}
}
function notebookWords({ words, file }) {
	return words.flatMap(({ value, known: literal, position }) => notebookSetting(value, literal, position, file));
}
function notebookSetting(text, literal, position, file) {
	const match = text.length > 2e3 ? null : notebookOption.exec(text);
	const value = match?.[2]?.trim().replace(/^u?(["'])(.*)\1$/s, "$2") ?? "";
	return match ? [{
		name: match[1] ?? "",
		value,
		position,
		file,
		literal
	}] : [];
}
function* judgeNotebook(image, settings) {
	const token = settings.find(({ name }) => name === "token");
	const password = settings.find(({ name, value }) => name !== "token" && value !== "");
	if (token?.value === "" && token.literal && password === void 0) yield {
		message: "jupyter is told to ask for no token: whoever reaches its port runs commands in the container",
		remedy: "Leave the option out: jupyter makes a token when it starts, or takes JUPYTER_TOKEN from the container's caller.",
		locations: [placeOf(image, token, token.position)],
		severity: "warning"
	};
	for (const set of [token, password]) {
		if (!set?.literal || set.value === "" || /[$`(]|\bos\./.test(set.value) || set.value === "None") continue;
		yield {
			message: `jupyter's ${set.name === "token" ? "token" : "password"} stands in the image: it is the same in every container`,
			remedy: "Leave it out, and give JUPYTER_TOKEN when the container starts.",
			locations: [placeOf(image, set, set.position)],
			severity: "warning"
		};
	}
}

// packages/dockerfile/src/ssh-keys/private-key.ts
/** Names that OpenSSH gives to private keys. */
const privateName = /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$|^ssh_host_\w+_key$/;
/** How the text of a private key begins. */
const privateText = /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----/;

// packages/dockerfile/src/ssh-keys/copied-keys.ts
/** COPY and ADD of private keys, or of a folder that holds some. */
function* copiedKeys(image) {
	const shipped = new Set(image.targets.flatMap(chainOf));
	for (const one of copiedFiles(image)) {
		const what = keyIn(image, one);
		if (what === void 0) continue;
		const isShipped = shipped.has(one.step.stage);
		const where = isShipped ? "its layer keeps it, even where a later RUN removes it" : "the stage is left behind, but the build's cache keeps it";
		yield {
			message: `${one.keyword} puts ${what} into the image: ${where}`,
			remedy: "Leave it out of the context. For a build that needs it, `RUN --mount=type=ssh` or `--mount=type=secret` lends it and leaves nothing.",
			locations: [image.at(one.position)],
			...isShipped && what !== "an .ssh folder" ? {} : { severity: "warning" }
		};
	}
}
function keyIn(image, { source, kind, heredoc }) {
	if (heredoc) return privateText.test(heredoc.body.text) ? "a private key" : void 0;
	if (kind !== "context") return void 0;
	const name = nameOf$3(source);
	const text = image.files.get(source)?.text;
	if (text !== void 0) return privateText.test(text.slice(0, 2e4)) ? "a private key" : void 0;
	if (privateName.test(name)) return `${name}, a private key,`;
	return name === ".ssh" ? "an .ssh folder" : void 0;
}

// packages/dockerfile/src/stages/sshd-line.ts
/** Options that decide who gets in. */
const doorOption = /^\s*(#?)\s*(PermitRootLogin|PasswordAuthentication|PermitEmptyPasswords|KbdInteractiveAuthentication|ChallengeResponseAuthentication|UsePAM|PubkeyAuthentication)(?:\s*=\s*|\s+)["']?([\w-]+)/i;

// packages/dockerfile/src/stages/sshd-start.ts
/** Whether a command starts the SSH server, by its name or as a service. */
function startsSshd({ name, words }) {
	const values = words.map(({ value }) => value);
	if (name === "sshd") return !values.some((value) => /^-[tTV?]$/.test(value));
	const started = values.includes("start") || values.includes("restart");
	if (name === "service") return started && values.some((value) => value === "ssh" || value === "sshd");
	return started && /^\/etc\/(?:init\.d|rc\.d)\/sshd?$/.test(words[0]?.value ?? "");
}
/** The options of a `sshd -o`, each with the word that holds it. */
function optionsOf({ name, words }) {
	if (name !== "sshd") return [];
	return words.flatMap((word, index) => {
		const joined = /^-[a-zA-Z]*?o(.+)$/s.exec(word.value)?.[1];
		const text = words[index - 1]?.value.match(/^-[a-zA-Z]*o$/) ? word.value : joined;
		const match = text === void 0 || text.length > 1e3 ? null : doorOption.exec(text);
		return match ? [{
			name: (match[2] ?? "").toLowerCase(),
			value: (match[3] ?? "").toLowerCase(),
			word
		}] : [];
	});
}
/** The names of the options that every one of these commands gives. */
function optionsOfAll(starts) {
	const [first, ...others] = starts.map((command) => new Set(optionsOf(command).map(({ name }) => name)));
	return new Set([...first ?? []].filter((name) => others.every((one) => one.has(name))));
}

// packages/dockerfile/src/ssh-keys/host-key-commands.ts
/** Debian's package makes keys when it is installed; those of Alpine, Fedora and Red Hat wait for the first start. */
function makesHostKeys(command) {
	const { name, words } = command;
	if (name === "ssh-keygen") return words.some(({ value }) => /^-[a-z]*A$/.test(value)) || /\/etc\/ssh\/ssh_host_/.test(optionValue(command, ["-f"])?.value ?? "");
	if (name === "dpkg-reconfigure") return words.some(({ value }) => value === "openssh-server");
	if (!/^(?:apt|apt-get|aptitude)$/.test(name)) return false;
	const [verb, ...packages] = operands(command, [
		"-o",
		"-c",
		"-t"
	]);
	if (verb?.value !== "install" || words.some(({ value }) => /^(?:-d|-s|--download-only|--simulate|--dry-run)$/.test(value))) return false;
	return packages.some(({ value }) => /^(?:openssh-server|ssh|task-ssh-server)(?:[:=/].*)?$/.test(value));
}
/** rm, shred or find on the keys of the host, or on the folder they lie in. */
function removesHostKeys({ name, words }) {
	if (name === "rm" || name === "shred" || name === "unlink") return words.some(({ value }) => /\/etc\/ssh(?:\/?$|\/\*$|\/ssh_host|\/.*key|\/\*)/.test(value) || /^ssh_host_/.test(value));
	return name === "find" && words.some(({ value }) => value === "-delete" || value === "rm") && words.some(({ value }) => /\/etc\/ssh/.test(value));
}

// packages/dockerfile/src/ssh-keys/removal-fix.ts
/** Puts the removal behind the last command of a RUN; no fix where that would read as something else. */
function removalFix(image, { instruction }, safety) {
	const { keyword, json, heredocs, body } = instruction;
	const last = body.text.trimEnd();
	const { line, column } = body.endAt(last.length);
	const written = image.dockerfile.lines[line - 1] ?? "";
	const isOpen = /[;&|\\(`{#]$|\b(?:do|then|else)$/.test(last) || /(?:^|\s)#/.test(written.slice(0, column));
	if (keyword !== "RUN" || json || heredocs.length > 0 || isOpen || written.slice(column - 1).trim() !== "") return {};
	return { fix: {
		title: "Remove the host keys in the same RUN",
		safety,
		edits: [{
			file: image.source.dockerfile.path,
			line,
			column,
			endLine: line,
			endColumn: column,
			text: " && rm -f /etc/ssh/ssh_host_*"
		}]
	} };
}

// packages/dockerfile/src/ssh-keys/host-keys.ts
/** RUNs that make keys of the host and leave them in their layer. */
function* hostKeys(image) {
	const makers = image.commands.filter((command) => command.step.instruction.keyword === "RUN" && makesHostKeys(command));
	if (makers.length === 0) return;
	const removals = [...image.commands, ...scriptCommands(image)].filter(removesHostKeys);
	const server = {
		isUsed: usesServer(image),
		makesKeys: makesKeysAtStart(image)
	};
	const last = new Map(makers.map((command) => [command.step, command]));
	for (const [step, command] of last) {
		const own = image.commandsOf(step.stage).indexOf(command);
		if (!removals.some((one) => one.step === step && one.file === void 0 && image.commandsOf(step.stage).indexOf(one) > own)) yield hostKeyReport(image, command, laterRemoval(removals, step), server);
	}
}
function hostKeyReport(image, command, removed, server) {
	const { instruction } = command.step;
	const what = command.name === "ssh-keygen" ? "ssh-keygen makes" : "installing openssh-server makes";
	const location = image.at(command.position);
	const isMeant = server.isUsed || command.name === "ssh-keygen";
	if (removed) return {
		message: `${what} host keys here, and another layer removes them: this one still holds them, for whoever has the image`,
		remedy: "Remove them in the same RUN: `&& rm -f /etc/ssh/ssh_host_*`.",
		locations: [location, placeOf(image, removed, removed.position, "removed only here")],
		severity: "warning",
		...removalFix(image, command.step, "safe")
	};
	return {
		message: `${what} host keys, and they stay: every container has the same ones, and whoever has the image can pass itself off as any of them`,
		remedy: "Remove them in the same RUN (`&& rm -f /etc/ssh/ssh_host_*`), and run `ssh-keygen -A` when a container starts: it makes those that are missing.",
		locations: [location],
		...isMeant ? {} : { confidence: "medium" },
		...isMeant && image.policy.user ? {} : { severity: "warning" },
		...instruction.keyword === "RUN" ? removalFix(image, command.step, server.makesKeys ? "safe" : "unsafe") : {}
	};
}
function makesKeysAtStart(image) {
	return [...image.commands.filter(({ step }) => /^(?:CMD|ENTRYPOINT)$/.test(step.instruction.keyword)), ...scriptCommands(image, "start", "copied")].some((command) => command.name === "ssh-keygen" && makesHostKeys(command));
}
/** sshd is started or set up here, or its port is open. */
function usesServer(image) {
	if (image.commands.some(startsSshd) || scriptCommands(image).some(startsSshd)) return true;
	if (fileWrites(image).some(({ target }) => target !== void 0 && /sshd_config|authorized_keys/.test(target))) return true;
	return image.dockerfile.instructions.some(({ keyword, words }) => keyword === "EXPOSE" && words.some(({ text }) => /^22(?:\/tcp)?$/.test(text)));
}
/** In a later RUN of the same image, or by what runs when the container starts. */
function laterRemoval(removals, step) {
	return removals.slice(0, 1e3).find((command) => {
		const { instruction } = command.step;
		return (command.file !== void 0 || instruction.startLine > step.instruction.startLine) && chainOf(command.step.stage).includes(step.stage);
	});
}

// packages/dockerfile/src/ssh-keys/made-keys.ts
/** `ssh-keygen -f ~/.ssh/id_rsa` in a RUN. */
function* madeKeys(image) {
	const makers = [...image.commands, ...scriptCommands(image, "build")].filter((command) => command.step.instruction.keyword === "RUN" && makesKey(command));
	if (makers.length === 0) return;
	const removed = /* @__PURE__ */ new Map();
	for (const { name, step, words } of image.commands) if (name === "rm") removed.set(step, `${removed.get(step) ?? ""} ${words.map(({ value }) => value).join(" ")}`);
	const isTrusted = trustsPublicKey(image);
	for (const command of makers) {
		const file = nameOf$3(optionValue(command, ["-f"])?.value ?? "~/.ssh/id_rsa");
		if (removed.get(command.step)?.includes(file)) continue;
		yield {
			message: "ssh-keygen makes a private key while building: every container has it, and so has whoever has the image",
			remedy: "Make it when the container starts, or mount it; `RUN --mount=type=ssh` lends yours to a build.",
			locations: [placeOf(image, command, command.position)],
			severity: isTrusted ? "error" : "warning"
		};
	}
}
/** Those that read, change or sign keys make none. */
function makesKey(command) {
	const { name, words } = command;
	return name === "ssh-keygen" && !makesHostKeys(command) && !words.some(({ value }) => /^-[yeilFRHLpcBrQYDkKUMW]$/.test(value));
}
/** The image lets in whoever has the key that it made. */
function trustsPublicKey(image) {
	return [...image.commands, ...scriptCommands(image)].some(({ words, redirects }) => [...words, ...redirects.map(({ target }) => target)].some(({ value }) => value.endsWith("authorized_keys")) && words.some(({ value }) => value.endsWith(".pub")));
}

// packages/dockerfile/src/ssh-keys/written-keys.ts
/** `echo "$SSH_KEY" > ~/.ssh/id_rsa` in a RUN. */
function* writtenKeys(image) {
	for (const { command, target, when, lines, file } of fileWrites(image)) {
		if (command === void 0 || when === "start" || command.step.instruction.keyword !== "RUN") continue;
		if (target === void 0 || !privateName.test(nameOf$3(target)) || lines.length === 0) continue;
		if (command.words.some(({ value }) => value.includes("/run/secrets/"))) continue;
		yield {
			message: `a private key is written to ${target.slice(0, 200)} while building: the history of the image shows where it came from, and the layer keeps it`,
			remedy: "Use `RUN --mount=type=ssh`: it lends the caller's agent to one RUN and leaves nothing.",
			locations: [placeOf(image, { file }, command.position)]
		};
	}
}

// packages/dockerfile/src/rules/no-baked-ssh-keys.ts
const noBakedSshKeys = {
	code: "MIA307",
	id: "no-baked-ssh-keys",
	description: "The image holds no private SSH key: neither the host's, which every container would share, nor a person's.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	fix: "unsafe",
	*check(image) {
		yield* hostKeys(image);
		yield* madeKeys(image);
		yield* copiedKeys(image);
		yield* writtenKeys(image);
	}
};

// packages/dockerfile/src/rules/no-passwordless-sudo.ts
const noPasswordlessSudo = {
	code: "MIA306",
	id: "no-passwordless-sudo",
	description: "No account becomes root without a password.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const checked = image.commands.some(({ name, words }) => name === "visudo" && words.some(({ value }) => /^-[a-z]*c/.test(value)));
		for (const write of fileWrites(image)) {
			if (!writesTo(write, /sudoers(?:$|\.d\/|\.tmp)/)) continue;
			let open = false;
			for (const line of write.lines) {
				const report = judge$6(image, write, line);
				if (report) yield report;
				open ||= report !== void 0;
			}
			if (!open && !checked) yield* advise(image, write);
		}
	}
};
function judge$6(image, write, { text, position, isComment }) {
	if (isComment) return void 0;
	const rule = /\bNOPASSWD\s*:\s*(.{0,200})/.exec(text);
	const never = /^\s*Defaults\b.{0,200}!authenticate\b/.test(text);
	if (rule === null && !never) return void 0;
	const commands = (rule?.[1] ?? "ALL").replace(/^(?:(?:SETENV|NOEXEC|EXEC|LOG_\w+)\s*:\s*)*/, "").trim();
	const all = /^ALL\b|^[$`%"']|^$/.test(commands);
	const severity = image.policy.user && all ? void 0 : "warning";
	const asked = write.when === "start" && write.command?.conditional === true;
	return {
		message: all ? "sudo without a password makes the account root: running as another user protects nothing" : "sudo runs some commands as root without a password: each of them must be safe with any argument and any environment",
		remedy: "Install what needs root while building, before USER, and leave sudo out.",
		locations: [placeOf(image, write, position)],
		...asked ? { severity: "info" } : severity && { severity }
	};
}
function* advise(image, write) {
	const [line] = write.lines;
	const { command, target = "", how } = write;
	if (command === void 0 || line === void 0 || write.when === "start" || write.file !== void 0) return;
	const grants = write.lines.find(({ text }) => /^\s*[%\w][\w$@{}-]*\s+\S+\s*=/.test(text));
	if (grants === void 0 || how === "edit") return;
	const locations = [placeOf(image, write, grants.position)];
	if (/\/sudoers$/.test(target)) yield {
		message: "a line is added to /etc/sudoers and nobody checks it: with one mistake in it, sudo works for no one",
		remedy: "Run `visudo -c` behind it, or write a file of its own in /etc/sudoers.d.",
		locations,
		severity: "info"
	};
	else if (/\/sudoers\.d\//.test(target) && !setsMode(image, target)) yield {
		message: `${target.slice(0, 200)} keeps the mode that the build gives it; sudo asks for 0440`,
		remedy: `Run \`chmod 0440\` on it, and \`visudo -c\`.`,
		locations,
		severity: "info"
	};
}
function setsMode(image, target) {
	const folder = target.slice(0, target.lastIndexOf("/"));
	return image.commands.some(({ name, words }) => (name === "chmod" || name === "install") && words.some(({ value }) => value === target || value.startsWith(folder)));
}

// packages/dockerfile/src/stages/checksums.ts
/** Programs that hold a file against a checksum or a signature. */
const checkers = /^(?:(?:sha(?:1|224|256|384|512)|md5|b2)sum|shasum|cosign|minisign|signify|gpg2?|gpgv|openssl|slsa-verifier)$/;
/** Whether a command checks what was downloaded. */
function checksFile({ name, words }) {
	if (!checkers.test(name)) return false;
	if (/^gpg2?$/.test(name)) return words.some(({ value }) => value === "--verify");
	return name !== "openssl" || words.some(({ value }) => /^(?:dgst|sha\d+|cms)$/.test(value));
}

// packages/dockerfile/src/rules/no-piped-installer.ts
const noPipedInstaller = {
	code: "MIA309",
	id: "no-piped-installer",
	description: "What a server sends is not run unseen: a script is held against a checksum first.",
	severity: "warning",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const commands = [...image.commands.filter(({ step }) => step.instruction.keyword === "RUN"), ...scriptCommands(image, "build")];
		const checked = new Set(commands.filter(checksFile).map(({ step }) => step.instruction));
		for (const command of commands) {
			const source = pipedSource(command);
			if (source !== void 0) yield piped(image, command, source);
		}
		yield* downloaded(image, commands, checked);
		yield* added(image, commands, checked);
	}
};
const interpreters = /^(?:(?:ba|da|a|k|z)?sh|python[\d.]*|perl|ruby|node|php)$/;
const loaders = /^(?:curl|wget|fetch|aria2c)$/;
function piped(image, command, source) {
	const from = source === "" ? "a server" : source;
	const plain = source.startsWith("http:") ? ", over a connection that anybody on the way can change" : "";
	return {
		message: `${command.name || command.via.at(-1) || "the shell"} runs whatever ${from} sends on the day of the build${plain}; half a script runs too when the connection breaks`,
		remedy: "Download a version with a number in its name to a file, check it (`echo \"<sha256>  file\" | sha256sum -c`), then run it; or install a package.",
		locations: [placeOf(image, command, command.position)]
	};
}
/** The address of what a command runs straight from the network; empty where it cannot be read, undefined where it does not. */
function pipedSource(command) {
	const { name, words } = command;
	const [first] = words;
	if (name === "" && first && /^["']?(?:\$\(|`)\s*(?:sudo\s+)?(?:curl|wget)\b/.test(first.text)) return addressIn(first.text);
	if (interpreters.test(name) || name === "source" || name === ".") {
		const within = words.find(({ text }) => /<\(\s*(?:sudo\s+)?(?:curl|wget)\b/.test(text));
		if (within) return addressIn(within.text);
	}
	if (!interpreters.test(name) || !readsInput(command)) return void 0;
	let at = command.pipedFrom;
	for (let hops = 0; at && hops < 20; hops++) {
		if (loaders.test(at.name)) return addressIn(at.words.map(({ value }) => value).join(" "));
		if (checksFile(at)) return void 0;
		at = at.pipedFrom;
	}
}
/** `sh`, `bash -s -- args`, `python -`, `bash /dev/stdin`: not `python script.py`, which may read data. */
function readsInput(command) {
	const { words } = command;
	if (words.some(({ value }) => /^-[a-z]*c$/.test(value) || value === "-m")) return false;
	const [first] = operands(command, [
		"-o",
		"-O",
		"-W",
		"-X"
	]);
	return shells.test(command.name) && words.some(({ value }) => /^-[a-z]*s$/.test(value)) || first === void 0 || first.value === "-" || first.value === "/dev/stdin";
}
/** Without what follows the host's path: a query may hold a token. */
function addressIn(text) {
	return (/\bhttps?:\/\/[^\s"'`)?#;|]{1,200}/.exec(text.slice(0, 2e4))?.[0] ?? "").replace(/\/\/[^/@]*@/, "//");
}
function* downloaded(image, commands, checked) {
	let files = /* @__PURE__ */ new Map();
	let instruction;
	for (const command of commands) {
		if (command.step.instruction !== instruction) {
			instruction = command.step.instruction;
			files = /* @__PURE__ */ new Map();
		}
		if (checked.has(instruction)) continue;
		const saved = savedBy(command);
		if (saved !== void 0) files.set(saved, command);
		const run = runWord(command);
		const source = run?.known ? files.get(nameOf$3(run.value)) : void 0;
		if (source === void 0 || run === void 0) continue;
		files.delete(nameOf$3(run.value));
		yield {
			message: `${nameOf$3(run.value).slice(0, 100)} is downloaded and run, and nothing checks that it is what it was`,
			remedy: "Check it in between: `echo \"<sha256>  file\" | sha256sum -c`.",
			locations: [placeOf(image, command, command.position), placeOf(image, source, source.position, "downloaded here")],
			severity: "info"
		};
	}
}
/** The name of the file that a download makes. */
function savedBy(command) {
	const { name, words } = command;
	const url = words.find(({ value }) => /^(?:https?|ftp):\/\//.test(value))?.value;
	if (url === void 0) return void 0;
	const fromUrl = nameOf$3((url.split(/[?#]/)[0] ?? "").slice(0, 2e3));
	const into = (option) => {
		const at = words.findIndex(({ value }) => option.test(value));
		return at < 0 ? void 0 : words[at + 1]?.value;
	};
	if (name === "wget") return nameOf$3(into(/^-[a-zA-Z]*O$|^--output-document$/) ?? fromUrl);
	if (name === "aria2c") return nameOf$3(into(/^-o$|^--out$/) ?? fromUrl);
	if (name !== "curl") return void 0;
	const redirect = command.redirects.find(({ operator }) => operator === ">")?.target.value;
	const named = into(/^-[a-zA-Z]*o$|^--output$/) ?? redirect;
	if (named !== void 0) return nameOf$3(named);
	return words.some(({ value }) => /^-[a-zA-Z]*O|^--remote-name$/.test(value)) ? fromUrl : void 0;
}
function runWord(command) {
	if (interpreters.test(command.name)) return operands(command, [
		"-o",
		"-O",
		"-W",
		"-X"
	])[0];
	const [first] = command.words;
	return first?.value.includes("/") ? first : void 0;
}
/** `ADD https://.../install.sh` and a RUN of it. */
function* added(image, commands, checked) {
	for (const { kind, source, targets, step, position } of copiedFiles(image)) {
		if (kind !== "url" || !/^https?:/.test(source) || step.instruction.flags.some(({ name }) => name === "checksum")) continue;
		const names = new Set(targets.map(nameOf$3));
		const run = commands.find((command) => {
			const word = runWord(command);
			return command.step.instruction.startLine > step.instruction.startLine && word?.known === true && names.has(nameOf$3(word.value));
		});
		if (run === void 0 || checked.has(run.step.instruction)) continue;
		yield {
			message: "a script is added from the network and run, and nothing checks that it is what it was",
			remedy: "Write `ADD --checksum=sha256:<digest>`.",
			locations: [image.at(position), placeOf(image, run, run.position, "run here")],
			severity: "info"
		};
	}
}

// packages/dockerfile/src/secrets/credential-files.ts
/** Files whose name says that they hold credentials. */
const credentialFiles = [
	[/(?:^|\/)\.(?:netrc|pypirc|git-credentials|pgpass|my\.cnf)$/, true],
	[/(?:^|\/)\.aws\/credentials$/, true],
	[/(?:^|\/)(?:\.kaggle\/)?kaggle\.json$/, true],
	[/(?:^|\/)application_default_credentials\.json$/, true],
	[/(?:^|\/)\.docker\/config\.json$/, false],
	[/(?:^|\/)\.(?:aws|kaggle|docker|gnupg)$/, false],
	[/(?:^|\/)\.env(?:\.(?:local|production|prod))?$/, false]
];
/** COPY of such a file. What stands in it is not looked at. */
function* copiedCredentials(image) {
	for (const { kind, source, keyword, position } of copiedFiles(image)) {
		const match = kind === "context" ? credentialFiles.find(([pattern]) => pattern.test(source)) : void 0;
		if (match === void 0) continue;
		yield {
			message: `${keyword} puts ${source.slice(0, 200)} into the image: ${match[1] ? "such a file holds credentials" : "such files often hold credentials"}, and the layer keeps it`,
			remedy: "Put it into .dockerignore. A build gets it by `RUN --mount=type=secret,id=...,target=...`, a container when it starts.",
			locations: [image.at(position)],
			...match[1] ? {} : {
				severity: "warning",
				confidence: "medium"
			}
		};
	}
}

// packages/dockerfile/src/secrets/known-secrets.ts
/** Tokens that are known by their shape. Each pattern is one pass: no part of it can be repeated in two ways. */
const shapes = [
	["a GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{50,255})\b/],
	["a GitLab token", /\bglpat-[A-Za-z0-9_-]{20,100}/],
	["a Hugging Face token", /\bhf_[A-Za-z0-9]{30,100}\b/],
	["an AWS key", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
	["an OpenAI key", /\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{32,255}\b/],
	["an Anthropic key", /\bsk-ant-[A-Za-z0-9_-]{32,255}\b/],
	["a Slack token", /\bxox[abeoprs]-[A-Za-z0-9-]{20,255}\b/],
	["a Google key", /\bAIza[A-Za-z0-9_-]{35}\b/],
	["an npm token", /\bnpm_[A-Za-z0-9]{36}\b/],
	["a PyPI token", /\bpypi-AgEI[A-Za-z0-9_-]{50,255}/],
	["an NVIDIA key", /\bnvapi-[A-Za-z0-9_-]{40,255}/],
	["a Docker Hub token", /\bdckr_pat_[A-Za-z0-9_-]{20,100}/],
	["a RunPod key", /\brpa_[A-Z0-9]{40,60}\b/],
	["a private key", /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----/],
	["a password in an address", /\bhttps?:\/\/[A-Za-z0-9._%+-]{0,100}:[^\s@/:$"'{}<>`()]{4,255}@[A-Za-z0-9]/],
	["a token in an address", /\bhttps?:\/\/(?=[a-z0-9_]{0,60}\d)[A-Za-z0-9_]{20,255}@(?:github|gitlab|bitbucket|huggingface)\./]
];
/** What a text gives away: the kind of secret and where it begins. Never the secret itself. */
function secretIn(text) {
	if (text.length > 2e4 || !/[_:-]|AKIA|ASIA|AIza/.test(text)) return void 0;
	for (const [kind, pattern] of shapes) {
		const match = pattern.exec(text);
		if (match && !isPlaceholder(match[0])) return {
			kind,
			index: match.index
		};
	}
}
/** What people write where a secret would stand. */
const placeholders = /example|placeholder|changeme|change_me|change-me|your[-_]?|xxxx|<|>|\.\.\.|\*\*\*|dummy|redacted|todo|replace|insert|(?:user|username|token):(?:pass|password|token|secret)@|:x-oauth-basic@|:password@|:token@/i;
function isPlaceholder(text) {
	return placeholders.test(text) || /([A-Za-z0-9])\1{7}/.test(text);
}
const secretName = /(?:^|_)(?:TOKEN|SECRET|API_?KEY|ACCESS_KEY|SECRET_KEY|SECRET_ACCESS_KEY|PRIVATE_KEY|AUTH_KEY|LICENSE_KEY|CREDENTIALS?|PASS|PASSWORD|PASSWD|PASSPHRASE)$/i;
/** Names of the same form that hold no secret: tokens of a tokenizer, keys that are public. */
const harmlessName = /(?:^|_)(?:BOS|EOS|PAD|UNK|SEP|CLS|MASK|MAX|MIN|NUM|NEW|STOP|SPECIAL|IMAGE|AUDIO|VIDEO|USE|NO|SKIP|ALLOW|REQUIRE|ENABLE|DISABLE|HAS|WITH|PUBLIC|GPG|APT|BY|BY_?)_/i;
/** Whether a variable's name says that it holds a secret. */
function isSecretName(name) {
	return name.length < 200 && secretName.test(name) && !harmlessName.test(name) && !/^_?(?:PASS|TOKEN)$/i.test(name);
}
/** Whether a value may be a secret: no switch, number, path, address, or words that hold its place. */
function isSecretValue(value) {
	if (value.length < 8 || value.length > 4096 || /\s/.test(value)) return false;
	if (/^[\d.,-]+$/.test(value) || /[$`]/.test(value) || /^(?:[~.]{0,2}\/|https?:)/.test(value)) return false;
	if (/^(?:[[<{(%])|(?:[\]>})%])$/.test(value)) return false;
	return !isPlaceholder(value) && !/^(?:none|null|undefined|disabled|default|required|optional|secret|password|token)/i.test(value);
}

// packages/dockerfile/src/secrets/program-logins.ts
/** Programs that keep the token they are given in a file of the home folder. */
function* keptLogins(image) {
	const commands = [...image.commands, ...scriptCommands(image, "build")];
	for (const command of commands) {
		if (command.step.instruction.keyword !== "RUN") continue;
		const login = loginOf(command);
		if (login === void 0) continue;
		const { what, token } = login;
		const isLiteral = token?.known === true && isSecretValue(token.value);
		if (token !== void 0 && !isLiteral && token.known) continue;
		yield {
			message: isLiteral ? `${what} is given its token in the Dockerfile, and keeps it in the image` : `${what} keeps the token in the home folder, and so in this layer`,
			remedy: "Give the token to the one command that needs it, by a secret mount and its variable (HF_TOKEN, WANDB_API_KEY), without a login.",
			locations: [placeOf(image, command, command.position)],
			...isLiteral ? {} : { severity: "warning" }
		};
	}
}
function loginOf(command) {
	const { name, words } = command;
	const [first, second] = operands(command, [
		"--token",
		"-t",
		"-u",
		"-p",
		"--username",
		"--password",
		"--host"
	]);
	if (name === "hf" && first?.value === "auth" && second?.value === "login" || name === "huggingface-cli" && first?.value === "login") {
		const token = optionValue(command, ["--token"]);
		return token && {
			what: `${name} login`,
			token
		};
	}
	if (name === "wandb" && first?.value === "login") {
		const token = operands(command, ["--host"])[1];
		return token && {
			what: "wandb login",
			token
		};
	}
	if (name === "docker" && first?.value === "login") {
		const token = optionValue(command, ["--password", "-p"]);
		return token && {
			what: "docker login",
			token
		};
	}
	if (name === "aws" && first?.value === "configure" && /secret_access_key|session_token/.test(words[3]?.value ?? "")) return words[4] && {
		what: "aws configure",
		token: words[4]
	};
}

// packages/dockerfile/src/secrets/secret-arguments.ts
/** Arguments of one stage that are looked for in its commands; each goes through all of them. */
const maxAsked = 200;
/** `ARG HF_TOKEN` without a value, used in a RUN: the caller's secret stays in the history. */
function* secretArguments(image) {
	const shipped = new Set(image.targets.flatMap(chainOf));
	for (const stage of image.stages) {
		if (!shipped.has(stage)) continue;
		let left = maxAsked;
		for (const step of stage.steps) {
			if (step.instruction.keyword !== "ARG") continue;
			for (const { name, value, position } of step.instruction.assignments) {
				if (value !== void 0 && value !== "" && value !== "\"\"" || !isSecretName(name)) continue;
				if (--left < 0) return;
				const use = stage.steps.find(({ instruction }) => isUsed(instruction, step.instruction.startLine, name));
				if (use === void 0) continue;
				yield {
					message: `${name} is a build argument: the history of the image shows what the caller gives, and so does its provenance`,
					remedy: `Use \`RUN --mount=type=secret,id=${name.toLowerCase()}\` and read it from /run/secrets there.`,
					locations: [image.at(position), image.at(use.instruction.position, "used here")],
					severity: "warning"
				};
			}
		}
	}
}
function isUsed(instruction, after, name) {
	if (instruction.keyword !== "RUN" || instruction.startLine <= after) return false;
	const { body, heredocs } = instruction;
	return [body, ...heredocs.map((heredoc) => heredoc.body)].some(({ text }) => mentions(text, name));
}
/** `$NAME` and `${NAME...}`, in one pass. */
function mentions(text, name) {
	for (const mark of [`$${name}`, `\${${name}`]) for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) if (!/\w/.test(text[at + mark.length] ?? "")) return true;
	return false;
}

// packages/dockerfile/src/secrets/literal-secret.ts
const remedy = "Take it out and have it replaced: it is in the history. A build gets it by `RUN --mount=type=secret,id=...`, a container when it starts.";
/** A message says what it is and never what it says: it goes where the Dockerfile does not. */
function literalSecret(kind, where, place) {
	return {
		message: `${kind} stands in ${where}: everybody who can read the file or pull the image has it`,
		remedy,
		locations: [place]
	};
}

// packages/dockerfile/src/secrets/secret-variables.ts
/** Variables whose name says what they hold. */
function* secretVariables(image) {
	for (const { instruction, step } of declarations(image)) {
		const { keyword, assignments } = instruction;
		for (const { name, value, position } of assignments) {
			if (value === void 0 || !isSecretName(name) || /PASS(?:WORD|WD|PHRASE)$/i.test(name)) continue;
			const plain = value.replace(/^(["'])(.*)\1$/s, "$2");
			if (isSecretValue(plain)) yield {
				...literalSecret(`${keyword} ${name} holds what looks like a secret, and it`, "the Dockerfile", image.at(position)),
				severity: "warning",
				confidence: "medium"
			};
			else if (keyword === "ENV" && step && fromArgument(step, plain)) yield {
				message: `ENV ${name} keeps what the build's caller gives: whoever has the image can read it (docker inspect)`,
				remedy: "Leave it out: give it when the container starts, and to a build by `RUN --mount=type=secret,id=...`.",
				locations: [image.at(position)],
				severity: "warning"
			};
		}
	}
}
function* declarations(image) {
	const first = image.dockerfile.instructions.findIndex(({ keyword }) => keyword === "FROM");
	for (const instruction of image.dockerfile.instructions.slice(0, Math.max(first, 0))) if (instruction.keyword === "ARG") yield {
		instruction,
		step: void 0
	};
	for (const { steps } of image.stages) for (const step of steps) {
		const instruction = step.instruction.trigger ?? step.instruction;
		if (instruction.keyword === "ENV" || instruction.keyword === "ARG") yield {
			instruction,
			step
		};
	}
}
/** `ENV X=$Y` where Y is an ARG that the file gives no value. */
function fromArgument({ variables, stage }, value) {
	const name = /^\$\{?(\w{1,200})\}?$/.exec(value)?.[1];
	if (name === void 0 || variables(name) !== void 0) return false;
	return stage.steps.some(({ instruction }) => instruction.keyword === "ARG" && instruction.assignments.some((one) => one.name === name));
}

// packages/dockerfile/src/secrets/written-tokens.ts
/** Tokens known by their shape, anywhere outside comments. */
function* tokensInDockerfile(image) {
	for (const [index, line] of image.dockerfile.lines.entries()) {
		if (/^\s*#/.test(line)) continue;
		const found = secretIn(line);
		if (found) yield literalSecret(found.kind, "the Dockerfile", image.at({
			line: index + 1,
			column: found.index + 1
		}));
	}
}
/** UTF-16 units of a copied file that are looked at. */
const maxLooked = 262144;
/** The same in the scripts and other files that COPY brings, once for each. */
function* tokensInFiles(image) {
	const paths = new Set(scriptFiles(image).scripts.map(({ path }) => path));
	for (const { kind, source } of copiedFiles(image)) if (kind === "context") paths.add(source);
	for (const path of paths) {
		const file = image.files.get(path);
		if (file === void 0 || /^id_|\.pem$|\.key$/.test(nameOf$3(path))) continue;
		for (const [index, line] of file.text.slice(0, maxLooked).split("\n").entries()) {
			const found = /^\s*#/.test(line) ? void 0 : secretIn(line);
			if (found === void 0 || found.kind === "a private key") continue;
			const place = placeOf(image, { file: file.path }, {
				line: index + 1,
				column: found.index + 1
			});
			yield literalSecret(found.kind, "a file that COPY brings into the image", place);
			break;
		}
	}
}

// packages/dockerfile/src/rules/no-secret-in-variables.ts
const noSecretInVariables = {
	code: "MIA311",
	id: "no-secret-in-variables",
	description: "No token, key or other secret stands in the Dockerfile, its variables, its scripts, or a file that COPY brings.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const seen = /* @__PURE__ */ new Set();
		const parts = [
			tokensInDockerfile(image),
			tokensInFiles(image),
			keptLogins(image),
			copiedCredentials(image),
			secretVariables(image),
			secretArguments(image)
		];
		for (const report of parts.flatMap((part) => [...part])) {
			const [place] = report.locations;
			const key = `${place?.file}:${place?.line}`;
			if (!seen.has(key)) yield report;
			seen.add(key);
		}
	}
};

// packages/dockerfile/src/rules/one-command-per-stage.ts
const single = [
	"CMD",
	"ENTRYPOINT",
	"HEALTHCHECK"
];
const oneCommandPerStage = {
	code: "MIA507",
	id: "one-command-per-stage",
	description: "A stage has one CMD, one ENTRYPOINT and one HEALTHCHECK: the last one counts.",
	severity: "warning",
	confidence: "high",
	since: "0.1.0",
	fix: "unsafe",
	*check(image) {
		for (const { steps } of image.stages) {
			const last = /* @__PURE__ */ new Map();
			for (const { instruction } of steps) if (single.includes(instruction.keyword)) last.set(instruction.keyword, instruction);
			for (const { instruction } of steps) {
				const { keyword, startLine, endLine } = instruction;
				const counts = last.get(keyword);
				if (counts === void 0 || counts === instruction) continue;
				yield {
					message: `this ${keyword} has no effect: the one on line ${counts.startLine} replaces it`,
					remedy: `Keep the one that is meant. To start several programs, let one script start them.`,
					locations: [atSpan(image, instruction), atSpan(image, counts, "this one counts")],
					...fixOf(`Remove the ${keyword} that has no effect`, "unsafe", removeLines(image.source.dockerfile, startLine, endLine))
				};
			}
		}
	}
};

// packages/dockerfile/src/knowledge/openmmlab-ranges.ts
/**
* What OpenMMLab's packages ask of each other. In front of `|`: asserted when the package is imported, so a wrong version
* dies there, hours after the build. Behind it: what requirements/runtime.txt makes pip install.
* Sources: `mmdet3d/__init__.py` and requirements/runtime.txt of open-mmlab/mmdetection3d at each tag; `mmdet/__init__.py`
* and `mmseg/__init__.py` in the wheels of mmdet and mmsegmentation on PyPI. Read 2026-11-23. Upstream's upper bounds are
* inclusive in some versions and exclusive in others; both are written here as they stand there.
*/
const tables = {
	mmdet3d: {
		"0.6.1": "mmcv>=1.1.5 mmdet>=2.5.0,<=2.5.0 | networkx>=2.2,<2.3 numba==0.48.0",
		"0.7.0 0.8.0": "mmcv>=1.1.5,<=1.3.0 mmdet>=2.5.0,<=2.7.0 | networkx>=2.2,<2.3 numba==0.48.0",
		"0.9.0": "mmcv>=1.2.4,<=1.3.0 mmdet>=2.5.0,<=3.0.0 | networkx>=2.2,<2.3 numba==0.48.0",
		"0.10.0 0.11.0": "mmcv>=1.2.4,<=1.3.0 mmdet>=2.5.0,<=3.0.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
		"0.12.0": "mmcv>=1.2.4,<=1.4.0 mmdet>=2.5.0,<=3.0.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
		"0.13.0": "mmcv>=1.2.4,<=1.4.0 mmdet>=2.10.0,<=2.11.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
		"0.14.0": "mmcv>=1.3.1,<=1.4.0 mmdet>=2.10.0,<=2.11.0 mmseg>=0.13.0,<=0.13.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
		"0.15.0 0.16.0 0.17.0 0.17.1 0.17.2": "mmcv>=1.3.8,<=1.4.0 mmdet>=2.14.0,<=3.0.0 mmseg>=0.14.1,<=1.0.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
		"0.17.3": "mmcv>=1.3.8,<=1.5.0 mmdet>=2.14.0,<=3.0.0 mmseg>=0.14.1,<=1.0.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
		"0.18.0 0.18.1": "mmcv>=1.3.8,<=1.5.0 mmdet>=2.19.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.48.0 numpy<1.20.0",
		"1.0.0rc0": "mmcv>=1.3.8,<=1.5.0 mmdet>=2.19.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.53.0",
		"1.0.0rc1": "mmcv>=1.4.8,<=1.5.0 mmdet>=2.19.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.53.0",
		"1.0.0rc2": "mmcv>=1.4.8,<=1.6.0 mmdet>=2.19.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.53.0",
		"1.0.0rc3": "mmcv>=1.4.8,<=1.6.0 mmdet>=2.24.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.53.0",
		"1.0.0rc4 1.0.0rc5 1.0.0rc6": "mmcv>=1.5.2,<=1.7.0 mmdet>=2.24.0,<=3.0.0 mmseg>=0.20.0,<=1.0.0 | networkx>=2.2,<2.3 numba==0.53.0",
		"1.1.0rc0": "mmcv>=2.0.0rc0,<2.1.0 mmdet>=3.0.0rc0,<3.1.0 | networkx>=2.2,<2.3 numba==0.53.0",
		"1.1.0rc1": "mmcv>=2.0.0rc0,<2.1.0 mmdet>=3.0.0rc0,<3.1.0 | networkx>=2.5 numba==0.53.0",
		"1.1.0rc2 1.1.0rc3": "mmengine>=0.1.0,<1.0.0 mmcv>=2.0.0rc0,<2.1.0 mmdet>=3.0.0rc0,<3.1.0 | networkx>=2.5 numba==0.53.0",
		"1.1.0 1.1.1": "mmengine>=0.7.1,<1.0.0 mmcv>=2.0.0rc4,<2.1.0 mmdet>=3.0.0,<3.1.0 | networkx>=2.5",
		"1.2.0": "mmengine>=0.8.0,<1.0.0 mmcv>=2.0.0rc4,<2.1.0 mmdet>=3.0.0,<3.2.0 | networkx>=2.5",
		"1.3.0": "mmengine>=0.8.0,<1.0.0 mmcv>=2.0.0rc4,<2.2.0 mmdet>=3.0.0rc5,<3.3.0 | networkx>=2.5",
		"1.4.0": "mmengine>=0.8.0,<1.0.0 mmcv>=2.0.0rc4,<2.2.0 mmdet>=3.0.0rc5,<3.4.0 | networkx>=2.5"
	},
	mmdet: {
		"2.3.0": "mmcv>=1.0.5,<=1.0.5",
		"2.4.0": "mmcv>=1.1.1,<=1.2",
		"2.5.0": "mmcv>=1.1.5,<=1.2",
		"2.6.0 2.7.0": "mmcv>=1.1.5,<=1.3",
		"2.8.0 2.9.0 2.10.0": "mmcv>=1.2.4,<=1.3",
		"2.11.0": "mmcv>=1.2.4,<=1.4.0",
		"2.12.0 2.13.0": "mmcv>=1.3.2,<=1.4.0",
		"2.14.0 2.15.0 2.15.1 2.16.0 2.17.0 2.18.0 2.18.1": "mmcv>=1.3.8,<=1.4.0",
		"2.19.0 2.19.1": "mmcv>=1.3.8,<=1.5.0",
		"2.20.0 2.21.0 2.22.0 2.23.0": "mmcv>=1.3.17,<=1.5.0",
		"2.24.0 2.24.1 2.25.0": "mmcv>=1.3.17,<=1.6.0",
		"2.25.1 2.25.2 2.25.3": "mmcv>=1.3.17,<=1.7.0",
		"2.26.0 2.27.0 2.28.0 2.28.1 2.28.2": "mmcv>=1.3.17,<=1.8.0",
		"3.0.0 3.1.0": "mmengine>=0.7.1,<1.0.0 mmcv>=2.0.0rc4,<2.1.0",
		"3.2.0 3.3.0": "mmengine>=0.7.1,<1.0.0 mmcv>=2.0.0rc4,<2.2.0"
	},
	mmseg: {
		"0.6.0 0.7.0": "mmcv>=1.1.2,<=1.2.0",
		"0.8.0": "mmcv>=1.1.4,<=1.2.0",
		"0.9.0 0.10.0 0.11.0": "mmcv>=1.1.4,<=1.3.0",
		"0.12.0": "mmcv>=1.1.4,<=1.4.0",
		"0.13.0 0.14.0 0.14.1": "mmcv>=1.3.1,<=1.4.0",
		"0.15.0 0.16.0 0.17.0": "mmcv>=1.3.7,<=1.4.0",
		"0.18.0 0.19.0": "mmcv>=1.3.13,<=1.4.0",
		"0.20.0 0.20.1 0.20.2 0.21.0 0.21.1 0.22.0 0.22.1 0.23.0": "mmcv>=1.3.13,<=1.5.0",
		"0.24.0 0.24.1 0.25.0 0.26.0": "mmcv>=1.3.13,<=1.6.0",
		"0.27.0 0.28.0 0.29.0": "mmcv>=1.3.13,<1.7.0",
		"0.29.1 0.30.0": "mmcv>=1.3.13,<1.8.0",
		"1.0.0 1.1.0 1.1.1 1.1.2": "mmengine>=0.5.0,<1.0.0 mmcv>=2.0.0rc4,<2.1.0",
		"1.2.0 1.2.1 1.2.2": "mmengine>=0.5.0,<1.0.0 mmcv>=2.0.0rc4,<2.2.0"
	}
};
/** Names pip and people use for the same package. */
const aliases = {
	mmsegmentation: "mmseg",
	mmdetection: "mmdet",
	mmdetection3d: "mmdet3d"
};
/**
* What one version of mmdet3d, mmdet or mmseg (also by their longer names) asks for; undefined where the table does not know
* that version. A leading `v`, as in a git tag, is fine.
*/
function openmmlabRange(name, version) {
	const wanted = version.replace(/^v/, "");
	for (const [versions, row] of Object.entries(tableOf(name))) if (versions.split(" ").includes(wanted)) return rangesOf(row);
}
/** The versions of a package whose conditions a version of `other` meets, oldest first: what to take instead. */
function openmmlabVersionsFor(name, other, version) {
	return Object.entries(tableOf(name)).flatMap(([versions, row]) => {
		const range = rangesOf(row).find((one) => one.name === other && one.when === "import");
		return range && fits(version, range) ? versions.split(" ") : [];
	});
}
/** Whether a version meets a range; undefined where it is no version this reader knows. `+local` does not count. */
function fits(version, { specifiers }) {
	let all = true;
	for (const { operator, version: bound } of specifiers) {
		const order = compareVersions(version, bound);
		if (order === void 0) return void 0;
		all &&= holds[operator](order);
	}
	return all;
}
const holds = {
	">=": (order) => order >= 0,
	"<=": (order) => order <= 0,
	"<": (order) => order < 0,
	">": (order) => order > 0,
	"==": (order) => order === 0
};
function tableOf(name) {
	return rowOf(tables, rowOf(aliases, name) ?? name) ?? {};
}
function rangesOf(row) {
	const [atImport = "", atInstall = ""] = row.split(" | ");
	return [...parse(atImport, "import"), ...parse(atInstall, "install")];
}
function parse(text, when) {
	return text.split(" ").flatMap((one) => {
		const [, name = "", bounds = ""] = /^([a-z\d]+)(.+)$/.exec(one) ?? [];
		return name === "" ? [] : [{
			name,
			text: bounds,
			when,
			specifiers: bounds.split(",").map(specifierOf)
		}];
	});
}
function specifierOf(text) {
	const [, operator = "==", version = ""] = /^([<>=]=?)(.+)$/.exec(text) ?? [];
	return {
		operator,
		version
	};
}

// packages/dockerfile/src/pins/openmmlab-releases.ts
const repositories = {
	"github.com/open-mmlab/mmcv": "mmcv",
	"github.com/open-mmlab/mmdetection": "mmdet",
	"github.com/open-mmlab/mmdetection3d": "mmdet3d",
	"github.com/open-mmlab/mmengine": "mmengine",
	"github.com/open-mmlab/mmsegmentation": "mmsegmentation"
};
function isOpenMmlab(name) {
	return /^(?:mmcv|mmdet|mmdet3d|mmsegmentation|mmengine)$/.test(name);
}
/** By stage: the releases that open-mmlab's repositories are checked out at when it ends, of each package the last. */
function checkedOutReleases(image) {
	const installsTrees = buildsTrees(image);
	const found = /* @__PURE__ */ new Map();
	for (const stage of image.stages) {
		const before = (stage.parent && found.get(stage.parent)) ?? /* @__PURE__ */ new Map();
		const own = ownReleases(image, stage, installsTrees);
		found.set(stage, own.length === 0 ? before : new Map([...before, ...own.map((one) => [one.name, one])]));
	}
	return found;
}
function ownReleases(image, stage, installsTrees) {
	const found = [];
	const add = (url, ref, location, sure) => {
		const name = repositories[repositoryKey(url)];
		const version = /^v?(\d+\.\d+\.\d+(?:rc\d+)?)$/.exec(ref ?? "")?.[1];
		if (name && version) found.push({
			name,
			version,
			location: {
				...location,
				note: `${name} ${version}`
			},
			sure
		});
	};
	for (const { instruction, variables } of stage.steps) {
		if (instruction.keyword !== "ADD") continue;
		for (const { text, position } of instruction.words.slice(0, -1)) {
			const value = knownText({ variables }, text, image.dockerfile.escapeMark);
			const source = value === void 0 ? void 0 : gitSourceOfAdd(value);
			if (source) add(source.repository, source.ref, image.at(position), installsTrees);
		}
	}
	for (const { repository, ref, position } of gitCheckouts(image.commandsOf(stage))) add(repository, ref?.known ? ref.value : void 0, image.at(position), installsTrees);
	for (const { installs } of timelineOf(image, stage).moments) for (const { requirement, location } of installs) {
		const source = gitSourceOfPip(requirement.url ?? "");
		if (source) add(source.repository, source.ref, location, true);
	}
	return found;
}
/** Whether anything in the build installs a tree: a checkout alone may be there for its configuration files. */
function buildsTrees(image) {
	return momentsOf(image).some(({ command, installs }) => installs.some(({ requirement }) => requirement.source === "path") || command.words.some(({ value }) => /(?:^|\/)setup\.py$/.test(value)));
}

// packages/dockerfile/src/rules/openmmlab-versions-fit.ts
const openmmlabVersionsFit = {
	code: "MIA106",
	id: "openmmlab-versions-fit",
	description: "mmdet3d, mmdet and mmsegmentation meet the MMCV and each other that they assert at import.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		yield* uniqueReports(reportsOf(image));
	}
};
function* reportsOf(image) {
	const told = /* @__PURE__ */ new Set();
	const checkedOut = checkedOutReleases(image);
	for (const stage of image.stages) {
		const found = [];
		for (const { name, version, location, sure } of environmentOf(image, stage).packages.values()) {
			const plain = name === "mmcv-full" ? "mmcv" : name;
			if (version !== void 0 && isOpenMmlab(plain)) found.push({
				name: plain,
				version,
				location,
				sure
			});
		}
		found.push(...checkedOut.get(stage)?.values() ?? []);
		for (const pair of conflicts(found)) {
			told.add(pair.key);
			yield pair.report;
		}
	}
	if (!hasModel(image)) return;
	const { packages } = image.model;
	const pinned = Object.entries(packages).flatMap(([name, version]) => {
		const plain = name === "mmcv-full" ? "mmcv" : name;
		const [location] = modelLine(image.source, name, version, `model.yaml pins ${name} ${version}`);
		return location && isOpenMmlab(plain) ? [{
			name: plain,
			version,
			location,
			sure: true
		}] : [];
	});
	for (const { key, report } of conflicts(pinned)) if (!told.has(key)) yield report;
}
function* conflicts(found) {
	for (const release of found) for (const range of openmmlabRange(release.name, release.version) ?? []) {
		const wanted = range.name === "mmseg" ? "mmsegmentation" : range.name;
		const other = range.when === "import" ? found.findLast(({ name }) => name === wanted) : void 0;
		if (other === void 0 || fits(other.version, range) !== false) continue;
		const { name, version, location, sure } = release;
		const fitting = openmmlabVersionsFor(name, range.name, other.version);
		const instead = fitting.length > 0 ? `${name} ${between(fitting)}, which takes ${range.name} ${other.version}` : "";
		const report = {
			message: `${name} ${version} asserts ${range.name} ${range.text} when it is imported, and ${other.version} is installed`,
			remedy: `Take ${range.name} ${range.text}${instead === "" ? "" : `, or ${instead}`}.`,
			locations: [location, {
				...other.location,
				note: `${range.name} ${other.version}`
			}],
			...sure && other.sure ? {} : { severity: "warning" }
		};
		yield {
			key: `${name} ${version} ${range.name} ${other.version}`,
			report
		};
	}
}
function between(versions) {
	const [first = ""] = versions;
	return versions.length > 2 ? `${first} to ${versions.at(-1)}` : versions.join(" or ");
}

// packages/dockerfile/src/rules/packages-do-not-conflict.ts
const packagesDoNotConflict = {
	code: "MIA114",
	id: "packages-do-not-conflict",
	description: "No two packages that write the same files, and no two versions of one package.",
	severity: "warning",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		yield* uniqueReports([...twins(image), ...doublePins(image)]);
	}
};
/** What they are imported as, and the packages that write it. */
const families = {
	mmcv: ["mmcv", "mmcv-full"],
	cv2: [
		"opencv-python",
		"opencv-python-headless",
		"opencv-contrib-python",
		"opencv-contrib-python-headless"
	]
};
/** At the end of a stage, so that an uninstall in between counts. */
function* twins(image) {
	for (const stage of image.stages) {
		const { packages } = environmentOf(image, stage);
		for (const [module, names] of Object.entries(families)) {
			const there = names.flatMap((name) => packages.get(name) ?? []).filter(({ sure, install }) => sure && install !== void 0);
			const [later, ...earlier] = there.sort(byInstall(image)).reverse();
			if (there.length < 2) continue;
			const all = [...earlier].reverse().concat(later).map(({ name }) => name);
			yield {
				message: `${all.slice(0, -1).join(", ")} and ${later.name} are ${all.length === 2 ? "both" : "all"} installed and imported as ${module}: the later one overwrites files of the other`,
				remedy: "Keep one of them, and uninstall the other before, if something else brings it.",
				locations: [later.location, ...earlier.map((one) => noted(one, `installs ${one.name}`))]
			};
		}
	}
}
/** The order in which the commands of an image stand. */
function byInstall(image) {
	const order = (one) => one.install ? image.commands.indexOf(one.install.command) : -1;
	return (a, b) => order(a) - order(b);
}
/** Two exact versions of one package in one command. */
function* doublePins(image) {
	for (const { installs } of momentsOf(image)) {
		const first = /* @__PURE__ */ new Map();
		for (const install of installs) {
			const pin = pinOf(install);
			if (pin === void 0 || install.applies !== true || install.tool === "conda" || install.requirement.source !== "index") continue;
			const name = packageName(install);
			const other = first.get(name);
			first.set(name, other ?? install);
			const otherPin = other && pinOf(other);
			if (other === void 0 || otherPin === void 0 || isSame(pin, otherPin)) continue;
			const [change, keep] = other.from === "command" && install.from === "file" ? [install, other] : [other, install];
			yield {
				message: `${name} ${pinOf(change)} here and ${name} ${pinOf(keep)} there are asked for by one command: pip installs neither`,
				remedy: "Keep one of the two pins.",
				locations: [change.location, noted(keep, `${name} ${pinOf(keep)}`)],
				severity: "error"
			};
		}
	}
}
function isSame(a, b) {
	const [left, right] = [parseVersion(a), parseVersion(b)];
	if (left === void 0 || right === void 0) return true;
	if (left.local.length === 0 || right.local.length === 0) return compareVersions$1({
		...left,
		local: []
	}, {
		...right,
		local: []
	}) === 0;
	return compareVersions$1(left, right) === 0;
}

// packages/dockerfile/src/stages/shipped-stages.ts
/**
* The stages whose layers somebody gets: the targets, every stage that no other one uses, and all that these build on. What
* others only copy from stays on the machine that builds.
*/
function shippedStages({ stages, targets, dockerfile }) {
	const used = /* @__PURE__ */ new Set();
	for (const stage of stages) {
		if (stage.parent) used.add(stage.parent);
		for (const step of stage.steps) for (const name of namesTaken(step, dockerfile.escapeMark)) {
			const source = stageNamed(stages, name);
			if (source) used.add(source);
		}
	}
	const shipped = /* @__PURE__ */ new Set();
	for (const leaf of [...targets, ...stages.filter((stage) => !used.has(stage))]) for (let link = leaf; link && !shipped.has(link); link = link.parent) shipped.add(link);
	return stages.filter((stage) => shipped.has(stage));
}
function* namesTaken({ instruction, variables }, escapeMark) {
	const written = instruction.keyword === "RUN" ? [...mountsOf(instruction)].map(({ options }) => options.get("from") ?? "") : instruction.flags.flatMap(({ name, value }) => name === "from" && value ? [value] : []);
	for (const text of written) yield expand(text, (name) => variables(name) ?? void 0, escapeMark).value;
}
function stageNamed(stages, name) {
	if (name === "") return void 0;
	const lower = name.toLowerCase();
	return stages.find((stage) => stage.name === lower) ?? (/^\d{1,5}$/.test(name) ? stages[Number(name)] : void 0);
}

// packages/dockerfile/src/rules/pip-leaves-no-cache.ts
const pipLeavesNoCache = {
	code: "MIA506",
	id: "pip-leaves-no-cache",
	description: "pip leaves no cache of what it downloaded in the image.",
	severity: "info",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const configured = /* @__PURE__ */ new Set();
		const shipped = new Set(shippedStages(image));
		for (const stage of image.stages) {
			if (stage.parent && configured.has(stage.parent) || isConfigured(image, stage)) configured.add(stage);
			if (!shipped.has(stage) || configured.has(stage)) continue;
			for (const [step, commands] of cachingPips(image, stage)) {
				if (isCleaned(step)) continue;
				const edits = commands.map(({ end }) => end && insertAt(image.source.dockerfile, end, " --no-cache-dir"));
				yield {
					message: `pip keeps a copy of what it downloads in this layer${commands.length === 1 ? "" : ` (${commands.length} commands)`}, and nothing reads it again`,
					remedy: "Add --no-cache-dir, or mount a cache: `RUN --mount=type=cache,target=/root/.cache/pip`.",
					locations: commands.map((word) => atSpan(image, word)),
					...fixOf("Add --no-cache-dir", "safe", ...edits)
				};
			}
		}
	}
};
/** The word `install` of each pip that keeps its cache, by the step it runs in. */
function cachingPips(image, stage) {
	const found = /* @__PURE__ */ new Map();
	for (const command of image.commandsOf(stage)) {
		const word = keepsCache(command);
		if (word === void 0) continue;
		const known = found.get(command.step);
		if (known) known.push(word);
		else found.set(command.step, [word]);
	}
	return found;
}
function keepsCache(command) {
	const pip = readPipCommand(command);
	if (pip?.tool !== "pip" || pip.verb !== "install" || command.step.instruction.keyword !== "RUN") return void 0;
	if (pip.options.some(({ name }) => name === "--cache-dir" || name.startsWith("--no-ca"))) return void 0;
	if (pip.options.some(({ name }) => name === "--no-index")) return void 0;
	return command.words.find(({ value }) => value === "install");
}
/** A mount, a variable, or a command of the same RUN that takes the cache away. */
function isCleaned({ instruction, variables }) {
	for (const { options } of mountsOf(instruction)) {
		const target = options.get("target") ?? options.get("dst") ?? options.get("destination") ?? "";
		if (options.get("type") !== "bind" && /pip|\.cache/.test(target)) return true;
	}
	const text = [instruction.body.text, ...instruction.heredocs.map(({ body }) => body.text)].join("\n");
	if (/PIP_NO_CACHE_DIR|PIP_CACHE_DIR|\bcache purge\b/.test(text)) return true;
	if (text.split(/[;&|\n]/).some((part) => part.includes(".cache") && /\brm\s/.test(part))) return true;
	return variables("PIP_NO_CACHE_DIR") !== null || variables("PIP_CACHE_DIR") !== null;
}
/** `pip config set global.no-cache-dir true`, or a pip.conf that nobody here has read. */
function isConfigured(image, stage) {
	const sets = image.commandsOf(stage).some(({ name, words }) => /^pip[\d.]*$/.test(name) && words.some(({ value }) => /^[^-].*no-cache-dir$/.test(value)));
	const copies = ({ instruction: { keyword, body } }) => /^(?:COPY|ADD)$/.test(keyword) && /\bpip\.conf\b/.test(body.text);
	return sets || stage.steps.some(copies);
}

// packages/dockerfile/src/rules/pipe-fails-as-a-whole.ts
const pipeFailsAsAWhole = {
	code: "MIA508",
	id: "pipe-fails-as-a-whole",
	description: "A pipe fails where its left side fails: the shell looks at the last command only.",
	severity: "warning",
	confidence: "medium",
	since: "0.1.0",
	*check(image) {
		const shellOf = shellsOf(image.stages);
		const careful = /* @__PURE__ */ new Map();
		const inMiddle = new Set(image.commands.flatMap(({ pipedFrom }) => pipedFrom ?? []));
		for (const command of image.commands) {
			const { step, pipedFrom } = command;
			if (pipedFrom === void 0 || inMiddle.has(command) || step.instruction.keyword !== "RUN") continue;
			const known = careful.get(step) ?? setsPipefail(step, shellOf.get(step));
			careful.set(step, known);
			if (known) continue;
			const report = judge$5(image, command);
			if (report) yield report;
		}
	}
};
/** Wherever the word stands, somebody thought of it. */
function setsPipefail({ instruction }, shell) {
	return [
		instruction.body.text,
		...instruction.heredocs.map(({ body }) => body.text),
		...shell ?? []
	].some((text) => text.includes("pipefail"));
}
/** They fetch something, and fail for reasons that lie elsewhere. */
const fetching = /^(?:aria2c|aws|curl|gh|gsutil|wget)$/;
function fetches({ name, words }) {
	return fetching.test(name) || name === "git" && words[1]?.value === "ls-remote";
}
/**
* Commands that take nothing at all for an answer: with empty input they do nothing and say that all is well. tar, gunzip, gpg,
* apt-key, grep and `git apply` are not among them: they fail on it (tried).
*/
const contentWithNothing = /^(?:awk|base64|cut|dd|debconf-set-selections|head|jq|patch|python[\d.]*|sed|sort|tail|tee|tr|uniq)$/;
/** Those of them that only change a text: what becomes of it is seen further on. */
const filters = /^(?:awk|base64|cut|head|jq|sed|sort|tail|tr|uniq)$/;
/** Links of one pipe that are followed. */
const maxLinks = 100;
function judge$5(image, last) {
	if (!(shells.test(last.name) || contentWithNothing.test(last.name)) || last.words.some(({ value }) => value === "-c")) return void 0;
	const first = sourceOf(last);
	if (first === void 0 || !fetches(first)) return void 0;
	const writes = last.redirects.some(({ operator }) => operator.startsWith(">"));
	const isInstaller = shells.test(last.name) || last.name.startsWith("python");
	return {
		message: `where ${first.name} fails, ${last.name} gets nothing, is content with it, and the build goes on`,
		remedy: "Write SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"] above, begin the RUN with `set -o pipefail` in bash, or fetch into a file first.",
		locations: [image.at(first.position)],
		...isInstaller || filters.test(last.name) && !writes ? { severity: "info" } : {}
	};
}
/** The command that begins the pipe. */
function sourceOf(last) {
	let link = last;
	for (let count = 0; link.pipedFrom && count < maxLinks; count++) link = link.pipedFrom;
	return link === last ? void 0 : link;
}

// packages/dockerfile/src/knowledge/python-needs.ts
/**
* On which Pythons a package's releases can be installed: from a version on, Requires-Python (`-` where the release says
* none) and the Pythons that PyPI has Linux x86-64 wheels for (`any`; `3.7+` of abi3 wheels; `-` where there are none), up to
* the next entry. `end` is the newest release when it was read: what is newer is unknown.
* Source: PyPI, read 2026-11-23 by scripts/python-needs.ts, which prints these rows.
*/
const needs = {
	numpy: "1.16.0 >=2.7 3.5-3.7; 1.17.0 >=3.5 3.5-3.7; 1.17.3 >=3.5 3.5-3.8; 1.19.0 >=3.6 3.6-3.8; 1.19.3 >=3.6 3.6-3.9; 1.20.0 >=3.7 3.7-3.9; 1.21.2 >=3.7,<3.11 3.7-3.10; 1.22.0 >=3.8 3.8-3.10; 1.23.2 >=3.8 3.8-3.11; 1.25.0 >=3.9 3.9-3.11; 1.26.0 >=3.9,<3.13 3.9-3.12; 1.26.2 >=3.9 3.9-3.12; 2.1.0 >=3.10 3.10-3.13; 2.3.0 >=3.11 3.11-3.13; 2.3.2 >=3.11 3.11-3.14; 2.5.0 >=3.12 3.12-3.14; 2.5.2 >=3.12 3.12-3.15; 2.5.5 end",
	scipy: "1.2.0 >=2.7 3.4-3.7; 1.3.0 >=3.5 3.5-3.7; 1.3.2 >=3.5 3.5-3.8; 1.5.0 >=3.6 3.6-3.8; 1.5.4 >=3.6 3.6-3.9; 1.6.0 >=3.7 3.7-3.9; 1.6.2 >=3.7,<3.10 3.7-3.9; 1.7.2 >=3.7,<3.11 3.7-3.10; 1.8.0 >=3.8,<3.11 3.8-3.10; 1.9.0 >=3.8,<3.12 3.8-3.10; 1.9.2 >=3.8 3.8-3.11; 1.10.0 >=3.8,<3.12 3.8-3.11; 1.11.1 >=3.9,<3.13 3.9-3.11; 1.11.2 >=3.9,<3.13 3.9-3.12; 1.11.4 >=3.9 3.9-3.12; 1.14.0 >=3.10 3.10-3.12; 1.14.1 >=3.10 3.10-3.13; 1.16.0 >=3.11 3.11-3.13; 1.16.1 >=3.11 3.11-3.14; 1.18.0 >=3.12 3.12-3.14; 1.18.1 >=3.12 3.12-3.15; 1.18.1 end",
	numba: "0.43.0 - 3.5-3.7; 0.47.0 - 3.5-3.8; 0.48.0 >=3.6 3.6-3.8; 0.52.0 >=3.6,<3.9 3.6-3.8; 0.53.0 >=3.6,<3.10 3.6-3.9; 0.54.0 >=3.7,<3.10 3.7-3.9; 0.55.0 >=3.7,<3.11 3.7-3.10; 0.56.0 >=3.7 3.7-3.10; 0.57.0 >=3.8 3.8-3.11; 0.59.0 >=3.9 3.9-3.12; 0.61.0 >=3.10 3.10-3.13; 0.63.0 >=3.10 3.10-3.14; 0.68.0 >=3.10 3.10-3.15; 0.68.1 end",
	llvmlite: "0.28.0 - 3.5-3.7; 0.31.0 - 3.5-3.8; 0.32.0 - 3.6-3.8; 0.33.0 >=3.6 3.6-3.8; 0.36.0 >=3.6,<3.10 3.6-3.9; 0.37.0 >=3.7,<3.10 3.7-3.9; 0.38.0 >=3.7,<3.11 3.7-3.10; 0.39.0 >=3.7 3.7-3.10; 0.40.0 >=3.8 3.8-3.11; 0.42.0 >=3.9 3.9-3.12; 0.44.0 >=3.10 3.10-3.13; 0.46.0 >=3.10 3.10-3.14; 0.50.0 >=3.10 3.10-3.15; 0.50.0 end",
	"scikit-image": "0.14.2 >=2.7 3.5-3.7; 0.14.3 >=2.7 3.4-3.7; 0.14.4 >=2.7 3.5-3.7; 0.14.5 >=2.7 3.6-3.7; 0.15.0 >=3.5 3.5-3.7; 0.16.1 >=3.6 3.6-3.7; 0.16.2 >=3.6 3.6-3.8; 0.18.0 >=3.7 3.7-3.9; 0.19.0 >=3.7 3.7-3.10; 0.20.0 >=3.8 3.8-3.11; 0.22.0 >=3.9 3.9-3.12; 0.23.1 >=3.10 3.10-3.12; 0.24.0 >=3.9 3.9-3.12; 0.25.0 >=3.10 3.10-3.13; 0.26.0 >=3.11 3.11-3.14; 0.26.0 end",
	"scikit-learn": "0.20.0 - 3.4-3.7; 0.21.0 - 3.5-3.7; 0.21.1 >=3.5 3.5-3.7; 0.22 >=3.5 3.5-3.8; 0.22.2 >=3.5 3.6-3.8; 0.22.2.post1 >=3.5 3.5-3.8; 0.23.0 >=3.6 3.6-3.8; 0.24.0 >=3.6 3.6-3.9; 1.0 >=3.7 3.7-3.9; 1.0.2 >=3.7 3.7-3.10; 1.1.0 >=3.8 3.8-3.10; 1.1.3 >=3.8 3.8-3.11; 1.3.1 >=3.8 3.8-3.12; 1.4.0 >=3.9 3.9-3.12; 1.5.2 >=3.9 3.9-3.13; 1.7.0 >=3.10 3.10-3.13; 1.7.2 >=3.10 3.10-3.14; 1.8.0 >=3.11 3.11-3.14; 1.9.1 >=3.11 3.11-3.15; 1.9.1 end",
	networkx: "2.0 - -; 2.3 >=3.5 -; 2.4 >=3.5 any; 2.5 >=3.6 any; 2.6.2 >=3.7 any; 2.7 >=3.8 any; 3.2 >=3.9 any; 3.3 >=3.10 any; 3.5 >=3.11 any; 3.7 >=3.12 any; 3.7 end",
	shapely: "1.6.0 - 3.4-3.6; 1.6.4.post2 - 3.4-3.7; 1.7.0 - 3.5-3.8; 1.7.1 - 3.5-3.9; 1.8.0 >=3.6 3.6-3.10; 1.8.5 >=3.6 3.7-3.11; 1.8.5.post1 >=3.6 3.6-3.11; 2.0.0 >=3.7 3.7-3.11; 2.0.2 >=3.7 3.7-3.12; 2.0.6 >=3.7 3.7-3.13; 2.1.0 >=3.10 3.10-3.13; 2.1.2 >=3.10 3.10-3.14; 2.2.0 >=3.11 3.11-3.15; 2.2.0 end",
	pillow: "6.0.0 >=2.7 3.5-3.7; 6.2.1 >=2.7 3.5-3.8; 7.0.0 >=3.5 3.5-3.8; 8.0.0 >=3.6 3.6-3.9; 8.3.2 >=3.6 3.6-3.10; 9.0.0 >=3.7 3.7-3.10; 9.2.0 >=3.7 3.7-3.11; 10.0.0 >=3.8 3.8-3.12; 10.4.0 >=3.8 3.8-3.13; 11.0.0 >=3.9 3.9-3.13; 11.3.0 >=3.9 3.9-3.14; 12.0.0 >=3.10 3.10-3.14; 12.3.0 >=3.10 3.10-3.15; 13.0.0 >=3.11 3.11-3.15; 13.0.0 end",
	"opencv-python": "4.0.0.21 - 3.4-3.7; 4.1.2.30 - 3.5-3.8; 4.4.0.40 >=3.5 3.5-3.8; 4.4.0.46 >=3.6 3.6-3.9; 4.5.4.60 >=3.6 3.6-3.10; 4.5.5.64 >=3.6 3.6+; 4.7.0.72 >=3.6 3.7+; 5.0.0.93 end",
	"opencv-python-headless": "4.0.0.21 - 3.4-3.7; 4.1.2.30 - 3.5-3.8; 4.4.0.46 >=3.6 3.6-3.9; 4.5.4.58 >=3.6 3.6-3.10; 4.5.5.64 >=3.6 3.6+; 4.7.0.72 >=3.6 3.7+; 5.0.0.93 end",
	pandas: "0.24.0 >=2.7 3.5-3.7; 0.25.0 >=3.5 3.5-3.7; 0.25.2 >=3.5 3.5-3.8; 1.0.0 >=3.6 3.6-3.8; 1.1.3 >=3.6 3.6-3.9; 1.2.0 >=3.7 3.7-3.9; 1.3.3 >=3.7 3.7-3.10; 1.4.0 >=3.8 3.8-3.10; 1.5.0 >=3.8 3.8-3.11; 2.1.0 >=3.9 3.9-3.11; 2.1.1 >=3.9 3.9-3.12; 2.2.3 >=3.9 3.9-3.13; 2.3.3 >=3.9 3.9-3.14; 3.0.0 >=3.11 3.11-3.14; 3.0.6 >=3.11 3.11-3.15; 3.1.1 end",
	matplotlib: "3.0.0 >=3.5 3.5-3.7; 3.1.0 >=3.6 3.6-3.7; 3.1.2 >=3.6 3.6-3.8; 3.3.3 >=3.6 3.6-3.9; 3.4.0 >=3.7 3.7-3.9; 3.5.0 >=3.7 3.7-3.10; 3.6.0 >=3.8 3.8-3.11; 3.7.3 >=3.8 3.8-3.12; 3.8.0 >=3.9 3.9-3.12; 3.9.2 >=3.9 3.9-3.13; 3.10.0 >=3.10 3.10-3.13; 3.10.5 >=3.10 3.10-3.14; 3.11.0 >=3.11 3.11-3.14; 3.11.2 >=3.11 3.11-3.15; 3.11.2 end",
	setuptools: "40.0.0 >=2.7 any; 45.0.0 >=3.5 any; 51.0.0 >=3.6 any; 59.7.0 >=3.7 any; 68.1.0 >=3.8 any; 75.4.0 >=3.9 any; 83.0.0 >=3.10 any; 84.2.1 end",
	torch: "1.4.0 >=2.7 3.5-3.8; 1.6.0 >=3.6 3.6-3.8; 1.7.1 >=3.6 3.6-3.9; 1.11.0 >=3.7 3.7-3.10; 1.13.0 >=3.7 3.7-3.11; 2.0.0 >=3.8 3.8-3.11; 2.2.0 >=3.8 3.8-3.12; 2.5.0 >=3.8 3.9-3.13; 2.6.0 >=3.9 3.9-3.13; 2.9.0 >=3.10 3.10-3.14; 2.15.0 >=3.11 3.11-3.15; 2.15.0 end",
	torchvision: "0.5.0 - 3.5-3.8; 0.7.0 - 3.6-3.8; 0.8.2 - 3.6-3.9; 0.11.3 - 3.7-3.9; 0.12.0 >=3.7 3.7-3.10; 0.15.1 >=3.8 3.8-3.11; 0.17.0 >=3.8 3.8-3.12; 0.20.0 >=3.8 3.9-3.12; 0.21.0 >=3.9 3.9-3.13; 0.24.0 >=3.10 3.10-3.14; 0.29.2 >=3.10 any; 0.29.2 end",
	torchaudio: "0.4.0 - 3.5-3.8; 0.6.0 - 3.6-3.8; 0.7.2 - 3.6-3.9; 0.10.2 - 3.7-3.9; 0.11.0 - 3.7-3.10; 2.0.1 - 3.8-3.11; 2.2.0 - 3.8-3.12; 2.5.0 - 3.9-3.12; 2.6.0 - 3.9-3.13; 2.9.0 - 3.10-3.14; 2.11.0 end",
	"mmcv-full": "1.0.0 - -; 1.7.2 end",
	mmcv: "1.0.0 - -; 2.0.0 >=3.7 -; 2.2.0 end",
	mmengine: "0.1.0 >=3.6 any; 0.5.0 >=3.7 any; 0.10.7 end",
	mmdet: "2.3.0 - any; 3.3.0 end",
	mmsegmentation: "0.5.0 - any; 1.2.2 end",
	mmdet3d: "0.5.0 - -; 1.1.0 - any; 1.4.0 end",
	av2: "0.1.0.0 >=3.8 any; 0.3.1 >=3.8 3.8-3.13; 0.3.4 >=3.8 3.9-3.12; 0.3.6 end",
	"nuscenes-devkit": "1.0.0 >=3.6 any; 1.2.0 >=3.9 any; 1.2.0 end",
	open3d: "0.9.0.0 - 3.5-3.7; 0.10.0.0 - 3.5-3.8; 0.10.0.1 - -; 0.11.0 - 3.6-3.8; 0.13.0 >=3.6 3.6-3.8; 0.14.1 >=3.6 3.6-3.9; 0.15.1 >=3.6 -; 0.15.2 >=3.6 3.6-3.9; 0.16.0 >=3.6 3.7-3.10; 0.16.1 >=3.6 -; 0.17.0 >=3.6 3.7-3.10; 0.18.0 >=3.8 3.8-3.11; 0.19.0 >=3.8 3.8-3.12; 0.20.0 >=3.10 3.10-3.14; 0.20.0 end",
	timm: "0.3.0 >=3.6 any; 0.6.13 >=3.7 any; 0.9.16 >=3.8 any; 1.0.31 >=3.10 any; 1.0.31 end",
	transformers: "4.0.0 >=3.6 any; 4.19.0 >=3.7 any; 4.31.0 >=3.8 any; 4.47.0 >=3.9 any; 5.0.0 >=3.10 any; 5.21.0 >=3.11 any; 5.23.0 end",
	"flash-attn": "0.2.0 >=3.7 -; 2.6.0.post1 >=3.8 -; 2.7.1.post4 >=3.9 -; 2.8.3.post2 end",
	pycocotools: "2.0.0 - -; 2.0.4 >=3.5 -; 2.0.7 >=3.5 3.7-3.11; 2.0.8 >=3.9 3.9-3.12; 2.0.10 >=3.9 3.12+,3.9-3.11; 2.0.11 end"
};
/** Requires-Python of a release as x.y bounds: `>=3.7,<3.11`; undefined where it has none or the table does not know it. */
function requiresPython(name, version) {
	const requires = releaseOf(name, version)?.requires;
	return requires === "-" ? void 0 : requires;
}
/** Whether pip takes a release on a Python (`3.8`) at all; undefined where not known. */
function acceptsPython(name, version, python) {
	const release = releaseOf(name, version);
	if (release === void 0 || !isPython(python)) return void 0;
	if (release.requires === "-") return true;
	return release.requires.split(",").every((bound) => {
		const [, operator, than = ""] = /^(>=|<=|<)(.+)$/.exec(bound) ?? [];
		const order = compareVersions(python, than) ?? 0;
		return operator === ">=" ? order >= 0 : operator === "<=" ? order <= 0 : order < 0;
	});
}
/**
* Whether PyPI has a ready wheel of a release for a Python on Linux x86-64. Without one pip compiles the source, which for most
* of these packages takes compilers and long, or fails. Other indexes may have more. Undefined where not known.
*/
function hasWheel(name, version, python) {
	const wheels = releaseOf(name, version)?.wheels;
	if (wheels === void 0 || !isPython(python)) return void 0;
	return wheels.split(",").some((run) => {
		if (run === "any") return true;
		if (run === "-") return false;
		const [first = "", last = first] = run.replace("+", "-3.99").split("-");
		return (compareVersions(python, first) ?? -1) >= 0 && (compareVersions(python, last) ?? 1) <= 0;
	});
}
/**
* The Pythons (`3.8`) with such a wheel, lowest first, none where PyPI has only the source; undefined where not known, and
* where wheels fit every later Python, so that no list is complete.
*/
function wheelPythons(name, version) {
	const wheels = releaseOf(name, version)?.wheels;
	if (wheels === void 0 || /any|\+/.test(wheels)) return void 0;
	return Array.from({ length: 30 }, (_, minor) => `3.${minor}`).filter((python) => hasWheel(name, version, python));
}
function isPython(python) {
	return /^3\.\d{1,2}$/.test(python);
}
/** Three questions are asked about each pin of each image, and images share their pins. */
const answered = /* @__PURE__ */ new Map();
const maxAnswered = 1e4;
function releaseOf(name, version) {
	if (rowOf(needs, name) === void 0 && rowOf(needs, normalName(name)) === void 0) return void 0;
	const key = `${name} ${version}`;
	if (!answered.has(key) && answered.size < maxAnswered) answered.set(key, findRelease(name, version));
	return answered.has(key) ? answered.get(key) : findRelease(name, version);
}
function findRelease(name, version) {
	const rows = rowOf(needs, normalName(name))?.split("; ") ?? [];
	const wanted = publicVersion(version);
	let found;
	for (const row of rows) {
		const [from = "", requires = "", wheels = ""] = row.split(" ");
		const order = compareVersions(wanted, from);
		if (order === void 0) return void 0;
		if (requires === "end") return order <= 0 ? found : void 0;
		if (order < 0) return found;
		found = {
			from,
			requires,
			wheels
		};
	}
}

// packages/dockerfile/src/rules/python-fits-pins.ts
const pythonFitsPins = {
	code: "MIA108",
	id: "python-fits-pins",
	description: "The pinned packages, wheel files and pythonX.Y paths are for the Python that the image has.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		yield* uniqueReports([...packageReports(image), ...pathReports(image)]);
	}
};
function packageReports(image) {
	return momentsOf(image).flatMap(({ installs, before }) => {
		const { python } = before;
		if (python === void 0) return [];
		return installs.flatMap((install) => {
			const { tool, options, applies, requirement } = install;
			const elsewhere = options.target !== void 0 || options.uses.some(({ name }) => name === "--python-version");
			if (tool === "conda" || elsewhere || applies !== true || isThere(install, before) === true) return [];
			const why = requirement.source === "index" ? needsOther(install, python, installs) : isForOther(requirement.url ?? requirement.path, python);
			if (why === void 0) return [];
			const sure = applies === true && python.sure && !install.command.conditional;
			return [{
				message: `${why.message}, the image has ${python.value}`,
				remedy: why.remedy,
				locations: [install.location, noted(python, python.location.note ?? `Python ${python.value}`)],
				...sure ? {} : { severity: "warning" }
			}];
		});
	});
}
/** Packages of which no index has the source: without a wheel for this Python there is nothing. */
const onlyWheels = /* @__PURE__ */ new Set([
	"torch",
	"torchvision",
	"torchaudio"
]);
function needsOther(install, python, siblings) {
	const name = packageName(install);
	const pin = pinOf(install);
	const remedy = `Ask for a version of ${name} that takes Python ${python.value}, or make an environment with another Python.`;
	if (pin === void 0) return tooOld(install, python, remedy);
	if (acceptsPython(name, pin, python.value) === false) return {
		message: `${name} ${pin} needs Python ${requiresPython(name, pin)}`,
		remedy
	};
	if (!onlyWheels.has(name) || hasWheel(name, pin, python.value) !== false) return void 0;
	if (name !== "torch" && siblings.some((one) => packageName(one) === "torch" && pinOf(one) !== void 0)) return void 0;
	return {
		message: `${name} ${pin} was published for Python ${wheelPythons(name, pin)} only`,
		remedy
	};
}
/** `numpy>=1.22` on Python 3.7: no release gives an old Python back. */
function tooOld({ name, requirement }, python, remedy) {
	const bound = requirement.known && requirement.specifiers.find(({ operator }) => operator === ">=" || operator === "~=");
	if (!bound || acceptsPython(name, bound.version, python.value) !== false) return void 0;
	const least = /^>=(3\.\d+)/.exec(requiresPython(name, bound.version) ?? "")?.[1];
	if (least === void 0 || (compareVersions(python.value, least) ?? 0) >= 0) return void 0;
	return {
		message: `${name}${bound.operator}${bound.version} needs Python ${least} or later`,
		remedy
	};
}
/** A wheel's own file name: `operators-1.0-cp37-cp37m-linux_x86_64.whl`. */
function isForOther(path, python) {
	const file = (path ?? "").split(/[?#]/, 1)[0]?.split("/").at(-1) ?? "";
	const match = file.length > 500 ? null : /-([^-]+)-([^-]+)-[^-]+\.whl$/.exec(file);
	const tags = match?.[1]?.split(".") ?? [];
	const stable = match?.[2]?.includes("abi3") === true;
	const versions = tags.flatMap((tag) => /^cp(\d)(\d{1,2})$/.exec(tag)?.slice(1).join(".") ?? []);
	const minor = (version) => Number(version.split(".")[1]);
	if (tags.length === 0 || versions.length < tags.length || !python.value.startsWith("3.")) return void 0;
	if (versions.some((one) => one === python.value || stable && minor(one) <= minor(python.value))) return void 0;
	return {
		message: `the wheel ${file.slice(0, 200)} is for Python ${versions.join(", ")} (${tags.join(", ")})`,
		remedy: `Take the wheel for cp${python.value.replace(".", "")}, or a base with that Python.`
	};
}
const paths = {
	"pytorch/pytorch": /(?:^|[=:])\/opt\/conda\/lib\/python(\d\.\d{1,2})(?:\/|$)/g,
	python: /(?:^|[=:])\/usr\/local\/lib\/python(\d\.\d{1,2})\/site-packages/g
};
/** Commands that ask whether a path is there, or make it. */
const careful = /^(?:test|\[|\[\[|mkdir|install|rm|echo|printf|ls|find)$/;
/** Paths of the base's own Python, where nothing replaced that one. */
function pathReports(image) {
	return image.stages.flatMap((stage) => {
		const { start, end } = timelineOf(image, stage);
		const { base } = end;
		const form = base && paths[sourceName(base.reference)];
		const has = base?.facts.python;
		if (!start.inBase || !end.inBase || base === void 0 || has === void 0 || form === void 0) return [];
		const judge = (text, position) => {
			if (!text.includes("/python")) return [];
			const other = Array.from(text.matchAll(form), ([, version = ""]) => version).find((version) => version !== has);
			return other === void 0 ? [] : [pathReport(image, other, has, position, base.location)];
		};
		const words = image.commandsOf(stage).filter(({ conditional, name }) => !conditional && !careful.test(name)).flatMap((command) => command.words.slice(1).flatMap(({ value, position }) => judge(value, position)));
		return [...stage.steps.flatMap(({ instruction }) => {
			const { keyword, assignments } = instruction;
			if (keyword === "ENV") return assignments.flatMap(({ value = "", position }) => judge(value, position));
			if (keyword !== "COPY" && keyword !== "ADD") return [];
			const target = instruction.words.at(-1);
			return target ? judge(target.text, target.position) : [];
		}), ...words];
	});
}
function pathReport(image, other, has, position, base) {
	return {
		message: `this path is for python${other}, and the base image has Python ${has}: nothing looks there`,
		remedy: `Write python${has}, or ask Python for the folder: \`python -c "import site; print(site.getsitepackages()[0])"\`.`,
		locations: [image.at(position), {
			...base,
			note: `this base has Python ${has}`
		}],
		severity: "warning"
	};
}

// packages/dockerfile/src/rules/registry-is-allowed.ts
const registryIsAllowed = {
	code: "MIA205",
	id: "registry-is-allowed",
	description: "Images come from the registries that the policy names.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const { policy, stages, dockerfile } = image;
		if (policy.registries === void 0) return;
		const allowed = policy.registries.map((entry) => fullName(entry.replace(/\/+$/, "")));
		for (const { reference, word, by } of externalImages(stages, dockerfile.escapeMark)) {
			const name = reference === void 0 ? void 0 : fullName(parseReference(reference).image);
			if (!(name === void 0 ? mayBeAllowed(word.text, allowed) : allowed.some((entry) => isUnder(name, entry)))) yield report$2(image, by, reference ?? word.text, atSpan(image, word));
		}
		yield* checkFrontend(image, allowed);
	}
};
function report$2(image, by, written, location) {
	const shown = written.slice(0, 200);
	const { policy } = image;
	return {
		message: `${by} ${shown} comes from ${registryOf(written).slice(0, 200)}, which the policy ${policy.name} does not allow`,
		remedy: `Take it from ${(policy.registries ?? []).join(", ") || "a stage of this file: the policy allows no registry"}.`,
		locations: [location]
	};
}
/** The host first, always: `docker.io/library/python`. A bare host stays one. */
function fullName(image) {
	const lower = image.toLowerCase().replace(/^(?:index\.|registry-1\.)?docker\.io(?=\/|$)/, "docker.io");
	const [host = "", ...rest] = lower.split("/");
	if (/[.:]/.test(host) || host === "localhost") return lower;
	return rest.length > 0 ? `docker.io/${lower}` : `docker.io/library/${lower}`;
}
function isUnder(name, entry) {
	if (name === entry || name.startsWith(`${entry}/`)) return true;
	return name.replace("docker.io/library/", "docker.io/").startsWith(`${entry}/`);
}
/** A name that a variable ends: what stands before it may already say that no entry fits. */
function mayBeAllowed(written, allowed) {
	const known = written.replace(/^["']/, "").split("$", 1)[0] ?? "";
	const slash = known.lastIndexOf("/");
	if (slash < 0) return true;
	const folder = fullName(`${known.slice(0, slash)}/x`).slice(0, -2);
	return allowed.some((entry) => isUnder(folder, entry) || entry.startsWith(`${folder}/`));
}
/** `# syntax=` runs an image too; Docker's own are part of the builder. */
function* checkFrontend(image, allowed) {
	const directive = image.dockerfile.directives.find(({ name }) => name === "syntax");
	const reference = directive?.value.split(/\s/, 1)[0];
	if (directive === void 0 || reference === void 0) return;
	const name = fullName(parseReference(reference).image);
	if (/^docker\.io\/docker\/dockerfile(?:-upstream)?$/.test(name)) return;
	if (allowed.some((entry) => isUnder(name, entry))) return;
	yield report$2(image, "# syntax", reference, image.at({
		line: directive.line,
		column: 1
	}));
}

// packages/dockerfile/src/rules/requirements-are-for-pip.ts
const requirementsAreForPip = {
	code: "MIA504",
	id: "requirements-are-for-pip",
	description: "A file that is given to pip holds what pip can read, not what conda exports.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const seen = /* @__PURE__ */ new Set();
		for (const stage of image.stages) for (const { file, option } of givenToPip(image, stage)) {
			if (file.problems.length === 0 || seen.has(file)) continue;
			seen.add(file);
			yield report$1(image, file, option);
		}
	}
};
/** The files of the context that `pip install -r` reads as they are. */
function* givenToPip(image, stage) {
	const { files } = readInstalls(image, stage);
	if (files.size === 0) return;
	for (const placed of historyOf(image, stage).commands) {
		const pip = readPipCommand(placed.command);
		for (const option of pip?.options ?? []) {
			if (option.name !== "--requirement" || !option.known) continue;
			const file = fileOf(image, stage, placed, option.value, files);
			if (file) yield {
				file,
				option
			};
		}
	}
}
function fileOf(image, stage, { folder, seen, mounts }, value, files) {
	const path = folder === void 0 && !value.startsWith("/") ? void 0 : joinPath(folder ?? "", value);
	const origin = path === void 0 ? void 0 : originOf(image, stage, path, seen, mounts);
	if (origin === void 0 || origin.changed) return void 0;
	const text = origin.context.map((one) => textOf(image, one)).find((one) => one !== void 0);
	return text && files.get(text.path);
}
const exported = {
	"conda-list": "it is a list that `conda list --export` wrote, name=version=build",
	"conda-explicit": "it is a list of URLs for conda",
	"conda-environment": "it is an environment.yml of conda",
	"pip-list": "it is the table that `pip list` prints",
	toml: "it is a TOML file"
};
function report$1(image, { path, kind, problems }, { word }) {
	const [first] = problems;
	const more = problems.length > 1 ? `, and at ${problems.length - 1} lines more` : "";
	const why = exported[kind] ?? first?.message ?? "";
	const forConda = kind.startsWith("conda") ? ", or give the file to conda" : "";
	return {
		message: `pip refuses ${path}${more}: ${why}`.slice(0, 1e3),
		remedy: `Write name==version, one a line (\`pip list --format=freeze\` prints it)${forConda}.`,
		locations: [locateSpan(path, first ?? { position: {
			line: 1,
			column: 1
		} }), atSpan(image, word, "pip is given the file here")]
	};
}

// packages/dockerfile/src/rules/requirements-match-pins.ts
const requirementsMatchPins = {
	code: "MIA102",
	id: "requirements-match-pins",
	description: "Requirements name the very versions that model.yaml pins.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		if (!hasModel(image)) return;
		const { model, source } = image;
		const pins = new Map(Object.entries(model.packages).map(([name, version]) => [normalName(name), {
			name,
			version
		}]));
		for (const { requirement, location, inFile } of requirementsOf(image)) {
			const pin = pins.get(normalName(requirement.name));
			if (pin === void 0 || requirement.marker || requirement.url) continue;
			const locations = [location, ...modelLine(source, pin.name, pin.version, `model.yaml pins ${pin.version}`)];
			const remedy = `Write \`${requirement.name}==${pin.version}\`, or change the pin in model.yaml.`;
			const exact = requirement.specifiers.find(isExact);
			if (exact && !isVersion(exact, pin.version)) yield {
				message: `${requirement.name} is ${exact.version} here and ${pin.version} in model.yaml`,
				remedy,
				locations
			};
			else if (!exact && inFile) {
				const asks = requirement.specifiers.map(({ operator, version }) => operator + version).join(",");
				yield {
					message: `${requirement.name} is not pinned here (${asks || "any version"}); model.yaml pins ${pin.version}`,
					remedy,
					locations,
					severity: "warning"
				};
			}
		}
	}
};
function isExact({ operator, version }) {
	return (operator === "==" || operator === "===") && !version.includes("*");
}
/** `==1.9.1` takes 1.9.1+cu111 too: pip leaves a local label out of account where the requirement has none. */
function isVersion({ operator, version }, pinned) {
	if (version.toLowerCase() === pinned.toLowerCase()) return true;
	return operator === "==" && !version.includes("+") && sameRelease(version, publicVersion(pinned));
}
/** 1.0 and 1.0.0 are one version. */
function sameRelease(a, b) {
	const plain = (version) => version.toLowerCase().replace(/(?:\.0)+$/, "");
	return plain(a) === plain(b);
}
function* requirementsOf(image) {
	for (const { path, requirements } of image.requirements) for (const requirement of requirements) yield {
		requirement,
		location: locate(path, requirement.position),
		inFile: true
	};
	for (const command of image.commands) for (const requirement of pipRequirements(command)) yield {
		requirement,
		location: image.at(requirement.position),
		inFile: false
	};
}

// packages/dockerfile/src/root-work/own-python.ts
const ownPython = /* @__PURE__ */ new WeakMap();
/** A virtual environment, a Python of the user's own, or folders that were given away. */
function hasOwnPython(image, stage) {
	const known = ownPython.get(stage) ?? findOwnPython(image, stage);
	ownPython.set(stage, known);
	return known;
}
function findOwnPython(image, stage) {
	for (const link of chainOf(stage)) for (const { name, words } of image.commandsOf(link)) {
		if (/^(?:virtualenv|conda|mamba|micromamba|uv|pyenv|source|\.)$/.test(name)) return true;
		if (/^(?:chown|chmod|setfacl)$/.test(name) && words.slice(1).some(mayHoldPython)) return true;
		if (words.some(({ value }) => /venv|conda|pyenv/i.test(value))) return true;
	}
	return copiedFiles(image).some(({ targets, kind }) => kind === "elsewhere" && targets.some((one) => /venv|python|conda/.test(one)));
}
/** Not a folder such as /app, which Python does not install into. */
function mayHoldPython({ value, known }) {
	return !known || /[$`*]/.test(value) || /^\/(?:$|opt|usr|root|\w*conda|venv|\.)/.test(value);
}

// packages/dockerfile/src/root-work/pip-into-roots.ts
/** pip as somebody who may not write where it installs: it goes into the home folder instead, and says so in one line. */
function pipIntoRoots(image, { command, user }) {
	const { name, words, step } = command;
	if (!(/^pip[\d.]*$/.test(name) || /^python[\d.]*$/.test(name) && words[1]?.value === "-m" && words[2]?.value === "pip") || command.file !== void 0 || !words.some(({ value }) => value === "install")) return void 0;
	const elsewhere = /^(?:--user|--target|-t|--prefix|--root|--python|--dry-run)(?:=|$)/;
	if (words.some(({ value }) => elsewhere.test(value)) || words[0]?.value.includes("/")) return void 0;
	if (!isRootsBase(step.stage) || hasOwnPython(image, step.stage)) return void 0;
	if ([
		"PIP_USER",
		"PIP_TARGET",
		"PIP_PREFIX",
		"VIRTUAL_ENV",
		"PYTHONUSERBASE"
	].some((one) => step.variables(one) !== null)) return void 0;
	const path = step.variables("PATH");
	if (path && /\.local\/bin|\/home\/|venv/.test(path)) return void 0;
	return {
		message: `pip install as ${user.name.slice(0, 80)}: Python's folders belong to root, so it falls back to ~/.local, whose programs are not on PATH`,
		remedy: "Install before USER, or say `--user` and put ~/.local/bin on PATH.",
		locations: [placeOf(image, command, command.position), image.at(user.step.instruction.position, "from here on it is not root")],
		severity: "warning",
		confidence: "medium"
	};
}

// packages/dockerfile/src/root-work/root-programs.ts
const aptWork = /* @__PURE__ */ new Set([
	"update",
	"install",
	"upgrade",
	"dist-upgrade",
	"full-upgrade",
	"remove",
	"purge",
	"autoremove",
	"reinstall"
]);
/** Work of a package manager, as a message names it. */
function packageWork(command) {
	const { name, words } = command;
	const has = (...options) => words.some(({ value }) => options.includes(value));
	const verb = operands(command, [
		"-o",
		"-c",
		"-t"
	])[0]?.value ?? "";
	if (/^(?:apt|apt-get|aptitude)$/.test(name)) {
		if (has("-s", "--simulate", "--dry-run", "--print-uris", "-o", "-c", "--help", "-h")) return void 0;
		return aptWork.has(verb) ? `${name} ${verb}` : void 0;
	}
	if (/^(?:yum|dnf|microdnf|zypper)$/.test(name) && /^(?:install|update|upgrade|remove|in|up)$/.test(verb)) return has("--installroot") ? void 0 : `${name} ${verb}`;
	if (name === "apk" && /^(?:add|del|update|upgrade)$/.test(verb)) return has("--root", "-p") ? void 0 : `apk ${verb}`;
	if (name === "dpkg" && has("-i", "--install", "--configure", "--purge")) return "dpkg";
}
const accountTools = /* @__PURE__ */ new Set([
	"useradd",
	"adduser",
	"usermod",
	"userdel",
	"groupadd",
	"addgroup",
	"groupmod",
	"chpasswd",
	"visudo"
]);
/** Programs that write files of the system, whatever their words. */
const systemTools = /* @__PURE__ */ new Set([
	"add-apt-repository",
	"dpkg-reconfigure",
	"ldconfig",
	"locale-gen",
	"update-ca-certificates"
]);
/** Work on accounts and on files of the system that no word names. */
function accountWork({ name, words }) {
	if (words.some(({ value }) => /^(?:--help|-h|-D|--root|-R|-P|--prefix)$/.test(value))) return void 0;
	if (accountTools.has(name) && words.length > 1) return name;
	if (systemTools.has(name) && !words.some(({ value }) => /^-[a-zA-Z]*[pnNCV]/.test(value))) return name;
	return name === "chpasswd" ? name : void 0;
}
/** Nobody but root gives a file to somebody else. */
function givesAway({ command, user }) {
	if (command.name !== "chown" || command.words.some(({ value }) => /^--(?:reference|from)/.test(value))) return void 0;
	const owner = operands(command)[0];
	if (owner === void 0 || !owner.known) return void 0;
	const named = owner.value.split(/[:.]/)[0] ?? "";
	const isNumber = /^\d+$/.test(named);
	if (named === "" || named === user.name || isNumber !== /^\d+$/.test(user.name)) {
		if (named !== "0" && named !== "root") return void 0;
	}
	return `chown to ${named.slice(0, 80)}`;
}

// packages/dockerfile/src/root-work/given-paths.ts
const given = /* @__PURE__ */ new WeakMap();
const givers = /^(?:chown|chmod|chgrp|setfacl|install|mkdir|useradd|usermod|adduser|python[\d.]*|virtualenv|conda)$/;
/** Somebody made the folder the user's, or a folder above it; who exactly is not looked at. */
function isGiven(image, stage, path) {
	if (path.startsWith("/root/.")) return false;
	const { folders, files, any } = given.get(stage) ?? readGiven(image, stage);
	if (any || files.has(path)) return true;
	for (let at = path; at.length > 1; at = folderOf$1(at)) if (folders.has(at)) return true;
	return false;
}
function readGiven(image, stage) {
	const chain = chainOf(stage);
	const folders = /* @__PURE__ */ new Set();
	const files = /* @__PURE__ */ new Set();
	let any = false;
	for (const link of chain) {
		for (const { folder } of link.steps) folders.add(folder);
		for (const { name, words, step, via } of image.commandsOf(link)) {
			if (!givers.test(name) || via.length === 0 && plainUserAt(image, step)) continue;
			for (const { value, known } of words.slice(1)) if (known) folders.add(value.replace(/\/+$/, ""));
			else any ||= /[$`]/.test(value);
		}
	}
	for (const { step, owner, targets } of copiedFiles(image)) {
		if (!chain.includes(step.stage)) continue;
		for (const target of targets) (owner === void 0 ? files : folders).add(target);
	}
	const found = {
		folders,
		files,
		any
	};
	given.set(stage, found);
	return found;
}

// packages/dockerfile/src/root-work/system-files.ts
const systemFolder = /^\/(?:etc|usr|bin|sbin|lib|lib64|root|boot|opt|var\/(?:lib|log|cache))\//;
/** A file of the system that the command writes, and that nobody gave to the user. */
function systemFile(image, one) {
	const { command, folder } = one;
	if (folder === void 0 || command.file !== void 0) return void 0;
	const { stage } = command.step;
	if (!isRootsBase(stage)) return void 0;
	for (const { value, known } of writtenPaths(command)) {
		if (!known || /[$`*~]/.test(value)) continue;
		const path = joinPath(folder, value);
		if (path === void 0 || !systemFolder.test(path) || isGiven(image, stage, path)) continue;
		return `writing ${path.slice(0, 200)}`;
	}
}
function writtenPaths(command) {
	const { name, words, redirects } = command;
	const named = operands(command);
	const into = redirects.filter(({ operator }) => /^>[>|]?$/.test(operator)).map(({ target }) => target);
	if (name === "tee" || name === "touch") return [...into, ...named];
	if (name === "chmod" || name === "chown") return named.slice(1);
	if (name === "mkdir" && !words.some(({ value }) => /^-[a-z]*p|^--parents$/.test(value))) return [...into, ...named];
	if (name === "ln" || name === "cp" || name === "mv") return named.length > 1 ? [...into, ...named.slice(-1)] : into;
	if (name === "sed" && words.some(({ value }) => /^-[a-zA-Z]*i|^--in-place/.test(value))) return [...into, ...named.slice(-1).filter(({ value }) => value.startsWith("/"))];
	return into;
}

// packages/dockerfile/src/rules/root-work-before-user.ts
const rootWorkBeforeUser = {
	code: "MIA302",
	id: "root-work-before-user",
	description: "What only root may do stands before USER: packages, accounts, and files of the system.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const seen = /* @__PURE__ */ new Set();
		for (const one of userCommands(image)) {
			const { instruction } = one.command.step;
			if (seen.has(instruction) || one.command.conditional) continue;
			const report = needsRoot(image, one) ?? pipIntoRoots(image, one);
			if (report === void 0) continue;
			seen.add(instruction);
			yield report;
		}
	}
};
function needsRoot(image, one) {
	const { command, user } = one;
	const what = packageWork(command) ?? accountWork(command) ?? givesAway(one) ?? systemFile(image, one);
	if (what === void 0) return void 0;
	return {
		message: `${what} needs root, and this runs as ${user.name.slice(0, 80)}: it fails`,
		remedy: "Move it above the USER line, or write `USER root` before it and the user's own USER behind it.",
		locations: [placeOf(image, command, command.position), image.at(user.step.instruction.position, "from here on it is not root")]
	};
}

// packages/dockerfile/src/rules/specifier-is-quoted.ts
const specifierIsQuoted = {
	code: "MIA503",
	id: "specifier-is-quoted",
	description: "A version with > or < in it stands in quotes: the shell would take the sign for a redirection.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const scripted = stepsWithScripts(image);
		for (const command of image.commands) {
			if (command.redirects.length === 0 || !installs(command)) continue;
			for (const found of brokenWords(command)) yield report(image, scripted.has(command.step), found);
		}
	}
};
function installs(command) {
	if (readPipCommand(command) || readCondaCommand(command)) return true;
	return command.name === "uv" && command.words[1]?.value === "add";
}
/** Words that a redirection follows without a space, to or from a file named like a version. */
function* brokenWords(command) {
	const starts = /* @__PURE__ */ new Map();
	for (const redirect of command.redirects) {
		const { operator, target } = redirect;
		if (!/^>>?$|^<$/.test(operator) || !/^=|^v?\d/.test(target.value)) continue;
		const { line, column } = target.position;
		starts.set(`${line}:${column - operator.length}`, redirect);
	}
	for (const word of command.words.slice(1)) {
		if (word.end === void 0 || !/^["']?[A-Za-z]/.test(word.text)) continue;
		const redirects = [];
		let { text } = word;
		let end = word.end;
		for (let next = at(starts, end); next && end; next = at(starts, end)) {
			redirects.push(next);
			text += next.operator + next.target.text;
			end = next.target.end;
		}
		if (redirects.length > 0 && end) yield {
			position: word.position,
			end,
			text,
			redirects
		};
	}
}
function at(starts, end) {
	return end && starts.get(`${end.line}:${end.column}`);
}
function report(image, isScripted, broken) {
	const { text, redirects } = broken;
	const shown = text.slice(0, 100);
	const read = redirects.find(({ operator }) => operator === "<");
	const [written] = redirects;
	const file = (read ?? written)?.target.value.slice(0, 80) ?? "";
	return {
		message: read ? `the shell reads ${shown} as a redirection and stops, for there is no file ${file} to read` : `the shell writes a file named ${file} and installs whatever version there is: ${shown} is a redirection to it`,
		remedy: `Put it in quotes: "${shown}".`,
		locations: [atSpan(image, broken)],
		...read ? {} : { severity: "warning" },
		...isScripted ? {} : fixFor(image, broken)
	};
}
function fixFor(image, { text, position }) {
	if (/["'\\`~*?]|\$\(/.test(text)) return {};
	const quoted = replaceWord(editableDockerfile(image), {
		text,
		position
	}, `"${text}"`);
	return fixOf("Quote the requirement", "safe", quoted);
}
/** Steps in which a command may stand in the words of another one: `bash -c "pip install a>=1"`. */
function stepsWithScripts({ commands }) {
	const running = commands.filter(({ name }) => shells.test(name) || name === "eval" || name === "su");
	return new Set(running.map(({ step }) => step));
}

// packages/dockerfile/src/stages/distribution-sshd-lines.ts
/**
* What the packages of Ubuntu 18.04 and Debian 9 or newer write into /etc/ssh/sshd_config: most of it as comments that repeat
* the default. Source: debian/patches of the openssh packages, https://salsa.debian.org/ssh-team/openssh.
*/
function distributionLines(root) {
	const reference = root?.base.reference;
	if (reference === void 0) return void 0;
	const facts = baseFacts(reference);
	const match = /^(ubuntu|debian)([\d.]+)$/.exec(facts?.os ?? "");
	if (match === null) return isRecentPytorch(reference, facts?.torch) ? linesOfRelease("ubuntu", 20) : void 0;
	const [, name = "", version = ""] = match;
	return Number(version) < (name === "ubuntu" ? 18 : 9) ? void 0 : linesOfRelease(name, Number(version));
}
/** Which Ubuntu its tags have is not said everywhere; since 1.9 it is 18.04 or newer. Source: its Dockerfile and docker.Makefile. */
function isRecentPytorch(reference, torch) {
	const [major = 0, minor = 0] = (torch ?? "").split(".").map(Number);
	return sourceName(reference) === "pytorch/pytorch" && (major > 1 || major === 1 && minor >= 9);
}
/** Those of a release of Ubuntu or Debian. */
function linesOfRelease(name, version) {
	return [
		"#PermitRootLogin prohibit-password",
		"#PubkeyAuthentication yes",
		"#PasswordAuthentication yes",
		"#PermitEmptyPasswords no",
		version >= (name === "ubuntu" ? 22 : 12) ? kbd : challenge,
		"UsePAM yes"
	].map((text) => ({
		text,
		line: void 0,
		write: void 0
	}));
}
const kbd = "KbdInteractiveAuthentication no";
const challenge = "ChallengeResponseAuthentication no";

// packages/dockerfile/src/stages/sshd-edits.ts
/** Changes the lines; gives the setting that the edit was for where it changes none that counts. */
function applyEdit(lines, edit, write, isKnown) {
	const text = plainReplacement(edit);
	const line = write.lines.find((line) => line.text === text || text.includes(line.text)) ?? {
		text,
		position: edit.word.position,
		content: void 0,
		isComment: false
	};
	const meant = doorOption.exec(text);
	const pattern = edit.from === "" ? void 0 : sedPattern(edit);
	if (pattern === void 0) {
		if (meant && meant[1] === "") lines.push({
			text,
			line,
			write
		});
		return;
	}
	let counts = false;
	for (const one of lines) {
		if (one.text.length > 1e3 || !pattern.test(one.text)) continue;
		const changed = one.text.replace(pattern, replacementOf(edit.to));
		counts ||= !/^\s*#/.test(changed);
		Object.assign(one, {
			text: changed,
			line,
			write
		});
	}
	if (meant?.[1] !== "" || counts) return void 0;
	if (isKnown) return {
		name: (meant[2] ?? "").toLowerCase(),
		value: (meant[3] ?? "").toLowerCase()
	};
	lines.push({
		text,
		line,
		write,
		isGuess: true
	});
}
/** sed's `\1` and `&` in our spelling. */
function replacementOf(to) {
	return to.slice(0, 1e3).replace(/\$/g, "$$$$").replace(/\\([\s\S])|&/g, (whole, next) => whole === "&" ? "$&" : /\d/.test(next ?? "") ? `$${next}` : next === "n" ? "\n" : next ?? "");
}

// packages/dockerfile/src/stages/sshd-config.ts
/** sshd's settings at the end of each stage that no other builds on, and of each that is run. */
const sshdConfigs = onceFor((image) => {
	const parents = new Set(image.stages.map(({ parent }) => parent));
	const ends = image.stages.filter((stage) => !parents.has(stage) || image.targets.includes(stage));
	const writes = fileWrites(image).filter((write) => writesTo(write, /sshd_config/) && (write.lines.some(({ text }) => /permit|authentication|usepam|^\s*match\b/i.test(text)) || write.how === "replace" && write.target !== void 0));
	const starts = [...image.commands, ...scriptFiles(image).scripts.flatMap(({ commands }) => commands)].filter(startsSshd);
	return ends.slice(0, 100).map((stage) => readConfig(stage, writes.slice(0, 300), starts));
});
/** Lines beyond this are not followed: each edit goes through all of them. */
const maxLines = 500;
function readConfig(stage, writes, starts) {
	const chain = new Set(chainOf(stage));
	const started = starts.filter(({ step }) => chain.has(step.stage));
	const own = distributionLines(chainOf(stage)[0]);
	let lines = own ?? linesOfRelease("debian", 12);
	let isKnown = own !== void 0;
	const before = [];
	const idle = [];
	for (const write of writes) {
		if (!chain.has(write.stage)) continue;
		const written = write.lines.map((line) => ({
			text: line.text,
			line,
			write
		}));
		if (write.how === "edit") for (const edit of write.edits) {
			const left = applyEdit(lines, edit, write, isKnown);
			if (left) idle.push({
				edit,
				write,
				...left
			});
		}
		else if (/sshd_config\.d\//.test(write.target ?? "")) before.push(...written);
		else if (write.how === "replace" && write.target !== void 0) {
			lines = written;
			isKnown = true;
		} else lines.push(...written);
		if (lines.length > maxLines) break;
	}
	return {
		stage,
		...settingsOf([...before, ...lines]),
		idle,
		overridden: optionsOfAll(started),
		starts: started
	};
}
function settingsOf(lines) {
	const settings = /* @__PURE__ */ new Map();
	const within = [];
	let inMatch = false;
	for (const { text, line, write, isGuess = false } of lines) {
		if (/^\s*Match\s/i.test(text)) inMatch = !/^\s*Match\s+all\s*$/i.test(text);
		const match = text.length > 2e3 ? null : doorOption.exec(text);
		if (match === null || match[1] !== "") continue;
		const name = (match[2] ?? "").toLowerCase();
		const setting = {
			name,
			value: (match[3] ?? "").toLowerCase(),
			line,
			write,
			inMatch,
			isGuess
		};
		if (inMatch) within.push(setting);
		else if (!settings.has(name)) settings.set(name, setting);
	}
	return {
		settings,
		inMatch: within
	};
}

// packages/dockerfile/src/rules/ssh-port-is-key-only.ts
const sshPortIsKeyOnly = {
	code: "MIA308",
	id: "ssh-port-is-key-only",
	description: "Where the SSH port is open, a key is the only way in.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		const seen = /* @__PURE__ */ new Set();
		const parents = new Set(image.stages.map(({ parent }) => parent));
		const ends = image.stages.filter((stage) => !parents.has(stage) || image.targets.includes(stage));
		for (const stage of ends.slice(0, 100)) {
			const report = judge$4(image, stage);
			const key = JSON.stringify(report?.locations[0]);
			if (report && !seen.has(key)) yield report;
			seen.add(key);
		}
	}
};
function judge$4(image, stage) {
	const port = openPort(image, stage);
	if (port === void 0) return void 0;
	if (!image.policy.allowSshPort) return {
		message: `${port.how}, and the policy ${image.policy.name} allows no SSH`,
		remedy: "Leave sshd out of the image; `docker exec` or the pod's own terminal does the same.",
		locations: [port.place]
	};
	const config = sshdConfigs(image).find((one) => one.stage === stage);
	const door = config && openDoor(image, stage, config);
	if (door === void 0) return void 0;
	return {
		message: `${port.how} while ${door.why}: whoever reaches the port may try passwords`,
		remedy: "Write `PasswordAuthentication no`, set no password, and put the caller's public key into authorized_keys at start.",
		locations: [port.place, ...door.places],
		...door.sure ? {} : { severity: "warning" }
	};
}
function openPort(image, stage) {
	const chain = chainOf(stage);
	for (const { steps } of chain) for (const step of steps) {
		if (step.instruction.keyword !== "EXPOSE") continue;
		for (const { text, position } of step.instruction.words) {
			const { value, unknown } = expand(text, step.variables, image.dockerfile.escapeMark);
			if (unknown.length === 0 && value.split(/\s+/).some(isSsh)) return {
				place: image.at(position),
				how: "port 22 is exposed"
			};
		}
	}
	const started = commandsOfChain(image, chain).find(startsSshd);
	return started && {
		place: placeOf(image, started, started.position),
		how: "sshd is started"
	};
}
/** `22`, `22/tcp`, `20-25`. */
function isSsh(port) {
	const match = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/tcp)?$/i.exec(port);
	return match !== null && Number(match[1]) <= 22 && Number(match[2] ?? match[1]) >= 22;
}
function commandsOfChain(image, chain) {
	const own = chain.flatMap((stage) => image.commandsOf(stage));
	const inScripts = scriptFiles(image).scripts.flatMap(({ commands }) => commands);
	return [...own, ...inScripts.filter(({ step }) => chain.includes(step.stage))];
}
function openDoor(image, stage, config) {
	const value = (name) => {
		for (const command of config.starts) {
			const option = optionsOf(command).find((one) => one.name === name);
			if (option) return {
				value: option.value,
				place: placeOf(image, command, option.word.position, "said here")
			};
		}
		const set = config.settings.get(name);
		if (set === void 0) return void 0;
		const place = set.line && set.write && placeOf(image, set.write, set.line.position, "said here");
		return {
			value: set.value,
			place
		};
	};
	const told = value("passwordauthentication");
	const asks = value("kbdinteractiveauthentication") ?? value("challengeresponseauthentication");
	const pam = value("usepam");
	const open = told?.value === "yes" ? told : asks?.value === "yes" && pam?.value !== "no" ? asks : void 0;
	if (told?.value === "no" && open === void 0) return void 0;
	const root = value("permitrootlogin");
	const usable = commandsOfChain(image, chainOf(stage)).flatMap((command) => [...passwordsSetBy(command)]).find(({ users }) => root?.value === "yes" || users.length === 0 || users.some((user) => user !== "root"));
	const places = [open?.place, root?.value === "yes" ? root.place : void 0].filter((place) => place !== void 0);
	if (usable) return {
		why: whyOf(usable, open !== void 0),
		places: [placed(image, usable), ...places],
		sure: true
	};
	if (open?.place === void 0) return void 0;
	return {
		why: "sshd takes passwords",
		places,
		sure: false
	};
}
function whyOf({ kind }, told) {
	const set = kind === "open" ? "an account needs no password" : "an account has a password";
	return told ? `sshd takes passwords and ${set}` : `sshd takes passwords, as it does by default, and ${set}`;
}
function placed(image, { command, position }) {
	return placeOf(image, command, position, "the password");
}

// packages/dockerfile/src/rules/sshd-takes-keys-only.ts
const sshdTakesKeysOnly = {
	code: "MIA305",
	id: "sshd-takes-keys-only",
	description: "sshd lets in neither root nor passwords, only keys of the image's own user.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const seen = /* @__PURE__ */ new Set();
		for (const config of sshdConfigs(image)) for (const report of [
			...ofFile(image, config),
			...ofCommands(image, config),
			...idleEdits(image, config)
		]) {
			const key = JSON.stringify([report.locations[0], report.message]);
			if (!seen.has(key)) yield report;
			seen.add(key);
		}
	}
};
/** What an option means where it is on, for a message. */
const doors = {
	permitrootlogin: {
		written: "PermitRootLogin",
		means: "root may log in",
		closed: "prohibit-password"
	},
	passwordauthentication: {
		written: "PasswordAuthentication",
		means: "a guessed password is enough to log in",
		closed: "no"
	},
	permitemptypasswords: {
		written: "PermitEmptyPasswords",
		means: "an account without a password is open",
		closed: "no"
	},
	kbdinteractiveauthentication: {
		written: "KbdInteractiveAuthentication",
		means: "PAM asks for a password, and a guessed one is enough to log in",
		closed: "no"
	},
	challengeresponseauthentication: {
		written: "ChallengeResponseAuthentication",
		means: "PAM asks for a password, and a guessed one is enough to log in",
		closed: "no"
	}
};
function* ofFile(image, config) {
	for (const setting of [...config.settings.values(), ...config.inMatch]) {
		const { name, value, line, write } = setting;
		if (line === void 0 || write === void 0 || config.overridden.has(name)) continue;
		const place = {
			position: line.position,
			file: write.file
		};
		const weight = write.command?.conditional || setting.inMatch || setting.isGuess ? "warning" : void 0;
		if (value === "yes" && opens(config, name)) yield opened(image, config, name, {
			...place,
			content: line.content,
			weight
		});
		else if (name === "usepam" && value === "no" && !setting.inMatch && takesPasswords(image, config)) yield {
			message: "sshd is told UsePAM no while it takes passwords: what PAM checks beyond the password is left out",
			remedy: "Leave UsePAM as it is, and let sshd take keys only.",
			locations: [placeOf(image, place, line.position)],
			severity: "warning"
		};
		else if (name === "pubkeyauthentication" && value === "no" && !setting.inMatch) yield {
			message: "sshd is told PubkeyAuthentication no: keys are refused, and a password is the only way in",
			remedy: "Take the line out; the default is yes.",
			locations: [placeOf(image, place, line.position)],
			severity: "warning"
		};
	}
}
function* ofCommands(image, config) {
	for (const command of config.starts) for (const { name, value, word } of optionsOf(command)) {
		if (value !== "yes" || !opens(config, name)) continue;
		const { position } = word;
		const weight = command.conditional ? "warning" : void 0;
		yield opened(image, config, name, {
			position,
			file: command.file,
			content: placedValue(word),
			weight
		});
	}
}
/** Without PAM, nobody answers to the questions of keyboard-interactive. */
function opens({ settings }, name) {
	if (!Object.hasOwn(doors, name)) return false;
	return !(name === "kbdinteractiveauthentication" || name === "challengeresponseauthentication") || settings.get("usepam")?.value !== "no";
}
function opened(image, config, name, opening) {
	const { position, file, content } = opening;
	const { written, means, closed } = doors[name];
	const keysOnly = name === "permitrootlogin" && refusesPasswords(config);
	const how = keysOnly ? `${means}, though with a key only,` : means;
	const severity = opening.weight ?? (keysOnly ? "warning" : void 0);
	const fix = content && closing(image, file, content, written, closed);
	return {
		message: `sshd is told ${written} yes: ${how} over the network`,
		remedy: `Leave it out, or write \`${written} no\`; put the caller's public key into authorized_keys at start.`,
		locations: [placeOf(image, { file }, position)],
		...severity && { severity },
		...fix && { fix }
	};
}
/** Puts the value that closes the door where `yes` stands. */
function closing(image, file, content, written, closed) {
	const option = new RegExp(`${written}(?:\\s*=\\s*|\\s+)["']?yes\\b`, "i").exec(content.text);
	if (option === null || !content.isExact) return void 0;
	const end = option.index + option[0].length;
	const { line, column } = content.positionAt(end - 3);
	const behind = content.endAt(end);
	if (behind.line !== line || behind.column !== column + 3) return void 0;
	const edit = {
		file: file ?? image.source.dockerfile.path,
		line,
		column,
		endLine: line,
		endColumn: column + 3,
		text: closed
	};
	return {
		title: `Write ${written} ${closed}`,
		safety: "safe",
		edits: [edit]
	};
}
function settingValue({ settings, starts }, name) {
	return starts.flatMap(optionsOf).find((option) => option.name === name)?.value ?? settings.get(name)?.value;
}
function refusesPasswords(config) {
	return settingValue(config, "passwordauthentication") === "no" && ["kbdinteractiveauthentication", "challengeresponseauthentication"].every((name) => settingValue(config, name) !== "yes");
}
/** Told so, or by default where the image sets a password. */
function takesPasswords(image, config) {
	const told = settingValue(config, "passwordauthentication");
	if (told !== void 0) return told === "yes";
	const chain = new Set(chainOf(config.stage));
	return [...image.commands, ...scriptFiles(image).scripts.flatMap((script) => script.commands)].some((command) => chain.has(command.step.stage) && !passwordsSetBy(command).next().done);
}
const idleMatters = {
	permitrootlogin: "PermitRootLogin",
	passwordauthentication: "PasswordAuthentication"
};
/** A sed whose pattern is not in the distribution's file, or whose line stays a comment. */
function* idleEdits(image, { idle, settings }) {
	for (const { edit, write, name, value } of idle) {
		if (settings.get(name)?.value === value) continue;
		const written = idleMatters[name];
		if (written === void 0) continue;
		const closes = value === "no" || value === "prohibit-password" || value === "without-password";
		const leavesOpen = closes && name === "passwordauthentication";
		const stays = leavesOpen ? ": passwords are still taken" : "";
		yield {
			message: `this ${write.command?.name ?? "sed"} sets nothing: in the file that the distribution's openssh-server brings, ${written} is a comment and stays one${stays}`,
			remedy: `Match the comment too: \`sed -i 's/^#*${written} .*/${written} ${closes ? value : "no"}/'\`.`,
			locations: [placeOf(image, write, write.lines[0]?.position ?? edit.word.position)],
			severity: leavesOpen ? "warning" : "info",
			confidence: "medium"
		};
	}
}

// packages/dockerfile/src/tls/insecure-reports.ts
/** For good: every later download of every container. */
function forGood(what, place) {
	return {
		message: `${what}: every program in the container that asks for it takes what anybody on the way sends, from now on`,
		remedy: "Take it out. For a server with a certificate of your own, install that certificate (`update-ca-certificates`).",
		locations: [place]
	};
}
/** For one download of the build. */
function once(what, place) {
	return {
		message: `${what}: whoever is on the way can send something else, and it becomes part of the image`,
		remedy: "Take it out; where a certificate is not known, install `ca-certificates` first. Or check what came against a sha256.",
		locations: [place],
		severity: "warning"
	};
}
/** For good, but of one mirror that the image's people chose, and for pip alone. */
function ofOneHost(host, place) {
	return {
		message: `pip is told to trust ${host.slice(0, 100)} without its certificate: whoever is on the way there can send other packages, now and in every container`,
		remedy: "Take it out where the server has a certificate that everybody knows; otherwise install its own (`update-ca-certificates`).",
		locations: [place],
		severity: "warning"
	};
}

// packages/dockerfile/src/tls/insecure-configurations.ts
/** What configuration files say. */
const lines = [
	{
		file: /npmrc$/,
		line: /^\s*strict-ssl\s*=\s*false\b/i,
		what: "npm is told to check no certificates"
	},
	{
		file: /gitconfig$/,
		line: /^\s*sslverify\s*=\s*(?:false|0|no|off)\b/i,
		what: "git is told to check no certificates"
	},
	{
		file: /condarc$/,
		line: /^\s*ssl_verify\s*:\s*(?:false|no|off)\b/i,
		what: "conda is told to check no certificates"
	},
	{
		file: /curlrc$/,
		line: /^\s*-?-?(?:insecure|k)\s*$/i,
		what: "curl is told to check no certificates"
	},
	{
		file: /wgetrc$/,
		line: /^\s*check_certificate\s*=\s*(?:off|no|0)\b/i,
		what: "wget is told to check no certificates"
	},
	{
		file: /pip\.(?:conf|ini)$/,
		line: /^\s*trusted-host\s*=/i,
		what: "pip is told to trust a host without its certificate"
	},
	{
		file: /apt\.conf(?:\.d\/[^/]+)?$/,
		line: /(?:AllowUnauthenticated|AllowInsecureRepositories)\s+"?(?:true|1|yes)\b|Verify-(?:Peer|Host)\s+"?(?:false|0|no)\b/i,
		what: "apt is told to check neither signatures nor certificates"
	},
	{
		file: /sources\.list(?:\.d\/[^/]+)?$|\.list$/,
		line: /^\s*deb(?:-src)?\s+\[[^\]]{0,200}\btrusted=yes\b[^\]]{0,200}\]\s+(?!file:|copy:)/i,
		what: "apt is told to take packages of this list without a signature"
	}
];
/** Configuration files that are written or copied, and switch a check off. */
function* insecureConfigurations(image) {
	for (const write of fileWrites(image)) {
		if (write.target === void 0) continue;
		for (const { file, line, what } of lines) {
			if (!file.test(write.target) || !writesTo(write, file)) continue;
			const hit = write.lines.find(({ text, isComment }) => !isComment && text.length < 5e3 && line.test(text));
			const say = isTakenBack(image, write) ? once : forGood;
			if (hit) yield say(what, placeOf(image, write, hit.position));
		}
	}
}
/** The same RUN removes the file again. */
function isTakenBack(image, { target, command }) {
	if (command === void 0 || target === void 0) return false;
	return image.commands.some(({ name, step, words }) => step === command.step && name === "rm" && words.some(({ value }) => value === target));
}

// packages/dockerfile/src/tls/pip-mirror.ts
/** Whether hosts that pip trusts are others than PyPI's, which are where nearly everything comes from. */
function isMirror(hosts) {
	return !/pypi\.(?:org|python\.org)|pythonhosted\.org/i.test(hosts);
}

// packages/dockerfile/src/tls/insecure-command.ts
/** What a download, an installation or a setting says against the check of certificates or signatures. */
function insecureCommand(command) {
	const { name } = command;
	if (name === "curl") return ofCurl(command);
	if (name === "wget") return withOption(command, /^--no-check-certificate$/, "wget does not check the server's certificate");
	if (/^(?:apt|apt-get|aptitude)$/.test(name)) return ofApt(command);
	if (name === "git") return ofGit(command);
	if (/^(?:conda|mamba|micromamba)$/.test(name)) return ofConda(command);
	if (/^(?:npm|yarn|pnpm)$/.test(name)) return ofNpm(command);
	if (/^(?:pip[\d.]*|python[\d.]*|uv)$/.test(name)) return ofPip(command);
}
/** Short options of curl that take a value: what stands behind one of them in a word is that value. */
const curlValued = "AbcCdDeEFhHKmopPQrtTuUwxXyYz";
function ofCurl(command) {
	const { words } = command;
	const isOff = ({ value }) => {
		if (value === "--insecure" || value === "--proxy-insecure") return true;
		if (!/^-[a-zA-Z#]/.test(value)) return false;
		for (const letter of value.slice(1)) {
			if (letter === "k") return true;
			if (curlValued.includes(letter)) return false;
		}
		return false;
	};
	const word = words.slice(1).find(isOff);
	const urls = words.filter(({ value }) => /^[a-z]+:\/\//.test(value)).map(({ value }) => value);
	const isNear = urls.length > 0 && urls.every((url) => /^https?:\/\/(?:localhost|127\.\d|\[::1\])|^http:/.test(url));
	return word && !isNear ? {
		what: "curl does not check the server's certificate",
		word
	} : void 0;
}
function ofApt(command) {
	const what = "apt installs packages whose signature nobody checked";
	const option = withOption(command, /^--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)$/, what);
	if (option) return option;
	return withOption(command, /^(?:-o=?)?(?:APT::Get::AllowUnauthenticated|Acquire::(?:AllowInsecureRepositories|AllowWeakRepositories))=(?:true|1|yes)$|^(?:-o=?)?Acquire::https?::(?:.*::)?Verify-(?:Peer|Host)=(?:false|0|no)$/i, what);
}
function ofGit(command) {
	const what = "git does not check the server's certificate";
	const { words } = command;
	const config = words.findIndex(({ value }) => value === "config");
	const key = words.findIndex(({ value }) => /^http\.(?:.*\.)?sslverify$/i.test(value));
	const value = words[key + 1];
	if (config > 0 && key > config && /^(?:false|0|no|off)$/i.test(value?.value ?? "")) return {
		what,
		word: words[key],
		stays: words.some((word) => /^--(?:global|system)$/.test(word.value))
	};
	return withOption(command, /^http\.(?:.*\.)?sslverify=(?:false|0|no|off)$/i, what);
}
function ofConda(command) {
	const { words } = command;
	const key = words.findIndex(({ value }) => value === "ssl_verify");
	if (operands(command)[0]?.value === "config" && key > 0 && /^(?:false|no|0|off)$/i.test(words[key + 1]?.value ?? "")) return {
		what: "conda is told to check no certificates",
		word: words[key],
		stays: true
	};
	return withOption(command, /^(?:--insecure|-k)$/, "conda does not check the server's certificate");
}
function ofNpm(command) {
	const { words } = command;
	const key = words.findIndex(({ value }) => value === "strict-ssl" || value === "strict-ssl=false");
	const off = words[key]?.value.endsWith("=false") || words[key + 1]?.value === "false";
	if (key > 0 && off && words.some(({ value }) => value === "set" || value === "config")) return {
		what: `${command.name} is told to check no certificates`,
		word: words[key],
		stays: true
	};
	return withOption(command, /^--(?:no-strict-ssl|strict-ssl=false)$/, `${command.name} does not check the server's certificate`);
}
function ofPip(command) {
	const { words } = command;
	if (!(/^(?:pip|uv)/.test(command.name) || words[1]?.value === "-m" && words[2]?.value === "pip")) return void 0;
	const key = words.findIndex(({ value }) => /^(?:\w+\.)?trusted-host$/.test(value));
	const host = words[key + 1]?.value;
	if (words.some(({ value }) => value === "config") && key > 0 && host) return {
		what: "pip is told to trust a host without its certificate",
		word: words[key],
		stays: true,
		...isMirror(host) ? { host } : {}
	};
	return withOption(command, /^--(?:trusted-host|allow-insecure-host)(?:=|$)/, "pip trusts a host without its certificate");
}
function withOption({ words }, option, what) {
	const word = words.slice(1).find(({ value }) => option.test(value));
	return word && {
		what,
		word
	};
}

// packages/dockerfile/src/tls/insecure-downloads.ts
/** Commands of the build, the start and copied scripts; where a RUN checks what came, a download of it is checked. */
function* insecureDownloads(image) {
	const inScripts = scriptCommands(image);
	const checked = new Set([...image.commands, ...inScripts].filter(checksFile).map(({ step }) => step.instruction));
	const said = /* @__PURE__ */ new Map();
	for (const command of [...image.commands, ...inScripts]) {
		const found = insecureCommand(command);
		if (found === void 0) continue;
		const { instruction } = command.step;
		const known = said.get(instruction) ?? /* @__PURE__ */ new Set();
		said.set(instruction, known);
		if (known.has(found.what)) continue;
		known.add(found.what);
		const place = placeOf(image, command, found.word.position);
		if (found.stays) yield found.host ? ofOneHost(found.host, place) : forGood(found.what, place);
		else if (!checked.has(command.step.instruction)) yield once(found.what, place);
	}
}

// packages/dockerfile/src/tls/insecure-variables.ts
/** Variables that switch checks off, and the values that do. */
const variables = {
	NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
	PYTHONHTTPSVERIFY: /^0$/,
	GIT_SSL_NO_VERIFY: /^(?!(?:0|false|no|off)$)./i,
	PIP_TRUSTED_HOST: /./,
	UV_INSECURE_HOST: /./,
	CONDA_SSL_VERIFY: /^(?:0|false|no|off)$/i,
	NPM_CONFIG_STRICT_SSL: /^(?:0|false)$/i
};
/** ENV and ARG that switch a check off. */
function* insecureVariables(image) {
	for (const { steps } of image.stages) for (const step of steps) {
		const { keyword, assignments } = step.instruction.trigger ?? step.instruction;
		if (keyword !== "ENV" && keyword !== "ARG") continue;
		for (const { name, value = "", position } of assignments) {
			const pattern = Object.hasOwn(variables, name.toUpperCase()) ? variables[name.toUpperCase()] : void 0;
			const { value: given, unknown } = expand(value, step.variables, image.dockerfile.escapeMark);
			if (pattern === void 0 || unknown.length > 0 || !pattern.test(given)) continue;
			const isHost = /_HOST$/i.test(name) && isMirror(given);
			if (keyword === "ENV" && isHost) {
				yield ofOneHost(given, image.at(position));
				continue;
			}
			yield (keyword === "ENV" ? forGood : once)(`${name} switches the check of certificates off`, image.at(position));
		}
	}
}

// packages/dockerfile/src/rules/tls-stays-on.ts
const tlsStaysOn = {
	code: "MIA310",
	id: "tls-stays-on",
	description: "No download, and no program of the image, takes what somebody on the way may have changed.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		yield* insecureVariables(image);
		yield* insecureDownloads(image);
		yield* insecureConfigurations(image);
	}
};

// packages/dockerfile/src/rules/torch-family-fits.ts
const torchFamilyFits = {
	code: "MIA107",
	id: "torch-family-fits",
	description: "torch, torchvision and torchaudio that are installed together belong together.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const seen = /* @__PURE__ */ new Set();
		for (const { installs } of momentsOf(image)) {
			const certain = installs.filter(({ applies }) => applies === true);
			const torches = certain.filter((install) => packageName(install) === "torch" && pinOf(install) !== void 0);
			const [torch] = torches;
			if (torch === void 0 || new Set(torches.map(pinOf)).size > 1) continue;
			for (const member of certain) {
				const report = judge$3(torch, member);
				const [place] = report?.locations ?? [];
				const key = `${place?.file}:${place?.line}:${report?.message}`;
				if (report === void 0 || seen.has(key)) continue;
				seen.add(key);
				yield report;
			}
		}
	}
};
function judge$3(torch, member) {
	const name = packageName(member);
	const asked = pinOf(member);
	const torchPin = pinOf(torch) ?? "";
	if (name !== "torchvision" && name !== "torchaudio" || asked === void 0) return void 0;
	const fitting = torchFamily$1(torchPin)?.[name] ?? [];
	const version = fitting.at(-1);
	if (version === void 0) return void 0;
	const locations = [member.location, noted(torch, `torch ${torchPin}`)];
	const label = asked.split("+")[1];
	if (!fitting.some((one) => agree(one, publicVersion(asked)))) {
		const sameMinor = minorVersion(asked) === minorVersion(version);
		if (sameMinor && (torchOf$1(name, asked).length === 0 || member.options.noDeps)) return void 0;
		const to = label === void 0 ? version : `${version}+${label}`;
		return {
			message: `${name} ${asked} does not belong to torch ${torchPin}, ${name} ${version} does: ${sameMinor ? "pip since 20.3 refuses the two together" : "pip refuses the two together, or the import fails"}`,
			remedy: `Write ${name}==${to}, or another torch.`,
			locations,
			...sameMinor ? { severity: "warning" } : {},
			...fixOf(`Pin ${name} ${to}`, "safe", versionEdit(member, to))
		};
	}
	const [cuda, torchCuda] = [cudaOfVersion(asked), cudaOfVersion(torchPin)];
	if (name !== "torchvision" || cuda === void 0 || torchCuda === void 0 || cuda === torchCuda) return void 0;
	const to = `${publicVersion(asked)}+${torchPin.split("+")[1]}`;
	const sameMajor = cuda.split(".")[0] === torchCuda.split(".")[0];
	return {
		message: `${name} ${asked} is built for CUDA ${cuda} (${label}), torch ${torchPin} for CUDA ${torchCuda}: importing torchvision ${sameMajor ? "may raise" : "raises"} an error`,
		remedy: `Write ${name}==${to}.`,
		locations,
		...sameMajor ? { severity: "warning" } : {},
		...fixOf(`Pin ${name} ${to}`, "safe", versionEdit(member, to))
	};
}
/** The version by another, where it stands in the file as it is. */
function versionEdit({ requirement, location }, version) {
	const [only, ...others] = requirement.specifiers;
	if (only === void 0 || others.length > 0 || !requirement.exact || !requirement.known) return void 0;
	const { versionPosition, end } = only;
	if (versionPosition.line !== end.line || end.column - versionPosition.column !== only.version.length) return void 0;
	return replaceSpan({
		file: location.file,
		...versionPosition,
		endLine: end.line,
		endColumn: end.column
	}, version);
}

// packages/dockerfile/src/knowledge/newest-with-torch.ts
/**
* What the newest release on PyPI that a Python can take asks of torch, by the Python it is for; `-` asks nothing of it.
* Sources, read 2026-11-24: Requires-Dist and the file names of torchvision 0.14.1, 0.19.1, 0.23.0 and 0.29.2, torchaudio 0.13.1,
* 2.4.1, 2.8.0 and 2.11.0, xformers 0.0.35. On older Pythons xformers has many candidates, and its rows are missing.
*/
const newest = {
	torchvision: {
		"3.7": "==1.13.1",
		"3.8": "==2.4.1",
		"3.9": "==2.8.0",
		"3.10": ">=2.14.0"
	},
	torchaudio: {
		"3.7": "==1.13.1",
		"3.8": "==2.4.1",
		"3.9": "==2.8.0",
		"3.10": "-"
	},
	xformers: { "3.10": ">=2.10" }
};
/** The last row holds for every later Python. */
const lastRow = "3.10";
/**
* What of torch (`==2.8.0`) the newest torchvision, torchaudio or xformers wants instead of the torch that is there; undefined
* where that torch suits it, or where nobody knows. Without a Python, only what is so on each of them: then without a version.
*/
function newestWants(name, python, torch) {
	const rows = rowOf(newest, name);
	if (rows === void 0) return void 0;
	if (python !== void 0) {
		const isLate = (compareVersions(python, lastRow) ?? -1) >= 0;
		const asks = rowOf(rows, isLate ? lastRow : python);
		return asks === void 0 || suits(torch, asks) ? void 0 : asks;
	}
	return [
		"3.7",
		"3.8",
		"3.9",
		lastRow
	].map((one) => rowOf(rows, one)).some((asks) => asks === void 0 || suits(torch, asks)) ? void 0 : "";
}
function suits(torch, asks) {
	if (asks === "-") return true;
	const order = compareVersions(torch, asks.slice(2)) ?? 0;
	return asks.startsWith("==") ? order === 0 : order >= 0;
}

// packages/dockerfile/src/rules/torch-is-not-replaced.ts
const torchIsNotReplaced = {
	code: "MIA110",
	id: "torch-is-not-replaced",
	description: "Once torch is there, no later command makes pip replace it.",
	severity: "warning",
	confidence: "medium",
	since: "0.1.0",
	*check(image) {
		yield* uniqueReports(momentsOf(image).flatMap(judge$2));
	}
};
function judge$2({ installs, before }) {
	const torch = torchOf(before);
	if (torch?.sure !== true) return [];
	const counted = installs.filter(({ verb, tool, options, applies }) => verb === "install" && tool !== "conda" && options.target === void 0 && applies === true);
	if (counted.some(({ options, step }) => options.noDeps || options.uses.some(({ name }) => name === "--constraint") || step.variables("PIP_CONSTRAINT") !== null)) return [];
	const named = counted.some((install) => packageName(install) === "torch");
	return counted.flatMap((install) => {
		const why = packageName(install) === "torch" ? ofTorch(install, torch, before) : named ? void 0 : ofOthers(install, torch, before);
		return why === void 0 ? [] : [{
			...why,
			locations: [install.location, noted(torch, `torch ${torch.version}`)]
		}];
	});
}
function ofTorch(install, torch, before) {
	const { requirement, options } = install;
	const remedy = `Pin torch ${torch.version} there too, or leave torch out.`;
	if (requirement.source !== "index" || !requirement.known) return void 0;
	const pin = pinOf(install);
	if (pin !== void 0) {
		if (torch.from === "base" || isThere(install, before) !== false) return void 0;
		return {
			message: `torch ${pin} replaces the torch ${torch.version} that was installed before`,
			remedy
		};
	}
	const asks = requirement.specifiers.map(({ operator, version }) => operator + version).join(",");
	if (satisfies(torch.version, requirement.specifiers) === false) return {
		message: `torch${asks} replaces the torch ${torch.version} that is there`,
		remedy
	};
	if (!options.upgrade && !options.reinstall) return void 0;
	if (requirement.specifiers.some(({ operator }) => /^(?:<|~=)/.test(operator))) return void 0;
	return {
		message: `${options.upgrade ? "--upgrade" : "--force-reinstall"} makes pip replace the torch ${torch.version} that is there by the newest`,
		remedy
	};
}
function ofOthers(install, torch, before) {
	const name = packageName(install);
	const { requirement, options } = install;
	if (requirement.source !== "index" || !requirement.known) return void 0;
	const pin = pinOf(install);
	const have = publicVersion(torch.version);
	if (pin !== void 0) {
		const wanted = name === "torchvision" || name === "torchaudio" ? torchOf$1(name, pin) : [];
		if (wanted.length === 0 || wanted.some((one) => agree(one, have)) || isThere(install, before) === true) return void 0;
		return {
			message: `${name} ${pin} is for torch ${wanted.join(" or ")}: pip replaces the torch ${torch.version} that is there`,
			remedy: `Pin the ${name} that belongs to torch ${have}.`
		};
	}
	if (requirement.specifiers.length > 0 || isThere(install, before) !== false && !options.upgrade) return void 0;
	if (options.indexUrl !== void 0 || options.noIndex || !options.complete) return void 0;
	const python = before.python?.sure ? before.python.value : void 0;
	const wants = newestWants(name, python, have);
	if (wants === void 0) return void 0;
	const asks = wants === "" ? "another torch" : `torch${wants}`;
	return {
		message: `the newest ${name}${python === void 0 ? "" : ` for Python ${python}`} asks for ${asks}: pip replaces the torch ${torch.version} that is there`,
		remedy: `Pin the ${name} that belongs to torch ${have}, or say --no-deps.`
	};
}

// packages/dockerfile/src/rules/torch-matches-base.ts
const torchMatchesBase = {
	code: "MIA104",
	id: "torch-matches-base",
	description: "What pip installs as torch is the torch that the base image brings.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	fix: "unsafe",
	*check(image) {
		const proofs = new Proofs(image);
		yield* uniqueReports(momentsOf(image).flatMap(({ installs, before }) => installs.map((install) => judge$1(install, installs, before, proofs))));
	}
};
function judge$1(install, siblings, before, proofs) {
	const base = torchOf(before);
	const pin = pinOf(install);
	const { verb, applies, options, tool, step } = install;
	if (base?.from !== "base" || !before.inBase || pin === void 0 || packageName(install) !== "torch") return void 0;
	if (verb !== "install" || applies !== true || options.target !== void 0 || tool === "conda") return void 0;
	if (isThere(install, before) === true) return void 0;
	const proof = proofs.find(base, pin, step.stage);
	const severity = proof !== void 0 && base.sure && applies === true && !install.command.conditional ? {} : { severity: "warning" };
	const locations = [
		install.location,
		noted(base, base.location.note ?? ""),
		...proof ? [proof.location] : []
	];
	if (!agree(publicVersion(pin), publicVersion(base.version))) return {
		message: `torch ${pin} replaces the torch ${base.version} of the base image: ${proof ? proof.why : "pip downloads gigabytes that the base was chosen for"}`,
		remedy: `Take a base with torch ${publicVersion(pin)}, pin torch ${base.version}, or start from nvidia/cuda, which has none.`,
		locations,
		...severity
	};
	const cuda = cudaOfVersion(pin);
	if (!(cuda !== void 0 && base.cuda !== void 0 && agree(cuda, base.cuda))) return {
		message: `torch ${pin} replaces the torch ${base.version} of the base image, which is for CUDA ${base.cuda}: ${proof ? proof.why : "pip downloads torch again"}`,
		remedy: `Take a base with CUDA ${cuda ?? "that fits"}, or pin torch for CUDA ${base.cuda}.`,
		locations,
		...severity
	};
	if (!hasPlainVersion(before, base)) return void 0;
	const label = pin.split("+")[1] ?? "";
	const family = siblings.filter((one) => one !== install && familyName.test(one.name) && pinOf(one)?.endsWith(`+${label}`));
	return {
		message: `torch ${pin} does not accept the torch ${base.version} of the base image, whose version carries no label: pip downloads torch again`,
		remedy: `Write torch==${publicVersion(pin)}, which the base's own fulfils, or start from nvidia/cuda, which has none.`,
		locations: [...locations, ...family.map(({ location }) => location)],
		...severity,
		...fixOf("Take the base image's torch", "unsafe", ...[install, ...family].map(withoutLabel))
	};
}
const familyName = /^(?:torchvision|torchaudio)$/;
/** What in a build only works with the base's torch or its CUDA. */
var Proofs = class {
	/** By the stage everything builds on, and torch's x.y: where MMCV is taken for it. */
	mmcv = /* @__PURE__ */ new Map();
	roots = /* @__PURE__ */ new Map();
	compiled;
	constructor(image) {
		for (const stage of image.stages) this.rootOf(stage);
		for (const { command, installs } of momentsOf(image)) {
			for (const { value, position } of command.words) for (const { torch } of mmcvIndexesIn(value)) this.add(command.step.stage, torch, image.at(position));
			for (const options of new Set(installs.map((install) => install.options))) for (const { index, use } of mmcvIndexesOf(options)) if (use.location) this.add(command.step.stage, index.torch, use.location);
		}
		const [compile] = compilesOf(image);
		this.compiled = compile && {
			name: compile.project.name,
			location: image.at(compile.moment.command.position, `compiles ${compile.project.name}`)
		};
	}
	find(base, pin, stage) {
		const wanted = minorVersion(base.version ?? "");
		const index = minorVersion(pin) === wanted ? void 0 : this.mmcv.get(this.rootOf(stage))?.get(wanted);
		if (index) return {
			why: `MMCV is taken for torch ${wanted} and does not load with it`,
			location: {
				...index,
				note: `MMCV for torch ${wanted}`
			}
		};
		const cuda = cudaOfVersion(pin);
		const { compiled } = this;
		if (cuda === void 0 || base.cuda === void 0 || compiled === void 0) return void 0;
		if (cuda.split(".")[0] === base.cuda.split(".")[0]) return void 0;
		return {
			why: `torch refuses to compile ${compiled.name} for CUDA ${cuda} with the base's nvcc ${base.cuda}`,
			location: compiled.location
		};
	}
	rootOf(stage) {
		const { parent } = stage;
		const root = this.roots.get(stage) ?? (parent ? this.roots.get(parent) ?? chainOf(stage)[0] : stage);
		this.roots.set(stage, root);
		return root;
	}
	add(stage, torch, location) {
		const root = this.rootOf(stage);
		const known = this.mmcv.get(root) ?? /* @__PURE__ */ new Map();
		this.mmcv.set(root, known);
		if (!known.has(minorVersion(torch))) known.set(minorVersion(torch), location);
	}
};
/**
* pytorch/pytorch took torch from conda up to 2.4; there its version carries no label. Sources, read 2026-11-24: pytorch/pytorch
* pull requests 45071 (1.7), 115633 (2.2) and 125770 (2.4), the Dockerfile at f658b151, and pull request 134274 of 2024-08-22,
* a month after 2.4.0, which turns to pip. Which of the two 2.5 was built with was not found.
*/
function hasPlainVersion({ base }, { version = "" }) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	return base !== void 0 && sourceName(base.reference) === "pytorch/pytorch" && (major < 2 || major === 2 && minor < 5);
}
function withoutLabel({ requirement, location }) {
	const [only, ...others] = requirement.specifiers;
	if (only === void 0 || others.length > 0 || !requirement.exact || !requirement.known) return void 0;
	const { version, versionPosition, end } = only;
	if (end.line !== versionPosition.line || end.column - versionPosition.column !== version.length) return void 0;
	const span = {
		file: location.file,
		...versionPosition,
		endLine: end.line,
		endColumn: end.column
	};
	return replaceSpan(span, publicVersion(version));
}

// packages/dockerfile/src/knowledge/base-variables.ts
/** What shells, Docker and the programs that everybody uses set or read; nobody is surprised to find them empty. */
const everywhere = new Set(`CC CFLAGS CPATH CPLUS_INCLUDE_PATH CPPFLAGS CXX CXXFLAGS C_INCLUDE_PATH DEBIAN_FRONTEND DISPLAY EDITOR EUID GROUP HOME HOSTNAME
  HOSTTYPE IFS INCLUDE LANG LANGUAGE LDFLAGS LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH LINENO LOGNAME MACHTYPE MAKEFLAGS MANPATH OLDPWD
  OPTARG OPTIND OSTYPE PATH PIPESTATUS PKG_CONFIG_PATH PPID PS1 PS2 PS4 PWD PYTHONPATH RANDOM REPLY SECONDS SHELL SHLVL
  SOURCE_DATE_EPOCH TERM TMPDIR TZ UID USER FTP_PROXY HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY`.split(/\s+/));
const everywhereFamilies = /^(?:BASH|BUILDKIT|DOCKER|LC|SSH|XDG)_\w+$|^(?:[a-z]+_proxy)$/;
/**
* What the images themselves set. Sources, read 2026-11-24: copies of NVIDIA's dist/ folders of 11.1.1 and 12.4.1, base and devel;
* pytorch/pytorch Dockerfile at f658b151 and 01343dcd; docker-library/python 3.12/slim-bookworm/Dockerfile at 01ba658c. That
* alpine, debian and ubuntu set PATH alone is general knowledge, not checked at a source.
*/
const byImage = {
	"nvidia/cuda": /^(?:CUDA|CUDNN|NCCL|NV|NVIDIA|NVARCH)(?:_\w+)?$/,
	"pytorch/pytorch": /^(?:CUDA|CUDNN|NCCL|NV|NVIDIA|PYTORCH)_\w+$/,
	alpine: /^$/,
	debian: /^$/,
	python: /^(?:PYTHON_\w+|GPG_KEY)$/,
	ubuntu: /^$/
};
/** Names that some base image may set: versions of what it brings, places of it, and what belongs to its vendor. */
const somewhere = /^(?:CONDA|CUBLAS|CUDA|CUDNN|GO|GOLANG|HIP|HPCX|JAVA|JUPYTER|MAMBA|MPI|NCCL|NODE|NV|NVIDIA|OMPI|OPAL|OPENMPI|PIP|PYTHON|PYTORCH|ROCM|RUST|TENSORRT|TORCH|TRT|UBUNTU|VIRTUAL|YARN)(?:_?[A-Z]\w*)?$|^(?:CMAKE_PREFIX_PATH|GPG_KEY)$/;
/** Whether a variable that a Dockerfile does not set may have a value all the same: from the shell, Docker or the base image. */
function mayComeFromOutside(name, base) {
	if (everywhere.has(name) || everywhereFamilies.test(name)) return true;
	const image = base === void 0 ? "" : parseReference(base).image.replace(/^nvcr\.io\/nvidia\/cuda$/, "nvidia/cuda");
	return ((Object.hasOwn(byImage, image) ? byImage[image] : void 0) ?? somewhere).test(name);
}

// packages/dockerfile/src/stages/stage-uses.ts
const expanding = /* @__PURE__ */ new Set([
	"ADD",
	"ARG",
	"COPY",
	"ENV",
	"EXPOSE",
	"LABEL",
	"STOPSIGNAL",
	"USER",
	"VOLUME",
	"WORKDIR"
]);
/** Uses in the words of instructions, which the builder puts in. */
function* usesOfBuilder({ steps }, escapeMark) {
	for (const step of steps) {
		const { instruction } = step;
		if (!expanding.has(instruction.keyword) || instruction.json) continue;
		for (const part of partsOf(instruction)) for (const use of variableUses(part.text, escapeMark)) if (!hasFallback(use)) yield {
			...part,
			name: use.name,
			step,
			byBuilder: true
		};
	}
}
function partsOf({ keyword, words, flags, assignments }) {
	if (keyword !== "ARG" && keyword !== "ENV" && keyword !== "LABEL") return [...words, ...flags];
	return assignments.map(({ value = "", position, end }) => ({
		text: value,
		position,
		end
	}));
}
/** UTF-16 units of a shell word that is looked at. */
const maxWord = 4096;
/** `$X` in the commands of a RUN, as far as no command of that RUN may have set it. */
function* usesOfShell(image, stage) {
	for (const { step, words, redirects } of image.commandsOf(stage)) {
		if (step.instruction.keyword !== "RUN") continue;
		for (const word of [...words, ...redirects.map(({ target }) => target)]) {
			if (word.known || word.value.length > maxWord) continue;
			for (const use of variableUses(word.value.replaceAll("'", ""))) if (!hasFallback(use) && !setsItself(step, use.name)) yield {
				...word,
				name: use.name,
				step,
				byBuilder: false
			};
		}
	}
}
const scripts = /* @__PURE__ */ new WeakMap();
/** `X=...`, `read X`, `for X in` anywhere in the script: then the shell has a value of its own. */
function setsItself({ instruction }, name) {
	let names = scripts.get(instruction);
	if (names === void 0) {
		const text = [instruction.body.text, ...instruction.heredocs.map(({ body }) => body.text)].join("\n");
		names = new Set([...text.matchAll(/(?<![\w$-])(\w+)\+?=|\bfor\s+(\w+)|\bread\b([^;|&\n]{0,200})/g)].flatMap(([, set, loop, read]) => [
			set,
			loop,
			...read?.split(/\s+/) ?? []
		]).filter((one) => one !== void 0));
		scripts.set(instruction, names);
	}
	return names.has(name);
}

// packages/dockerfile/src/rules/variables-are-declared.ts
const variablesAreDeclared = {
	code: "MIA510",
	id: "variables-are-declared",
	description: "A variable is set where it is used: an ARG from above the first FROM is taken up in the stage.",
	severity: "warning",
	confidence: "high",
	since: "0.1.0",
	fix: "safe",
	*check(image) {
		const { instructions, escapeMark } = image.dockerfile;
		const globals = globalArguments(instructions, escapeMark);
		const declared = /* @__PURE__ */ new Map();
		for (const stage of image.stages) {
			const names = namesOf(stage, stage.parent && declared.get(stage.parent));
			const compared = [...names.keys()].slice(0, maxNames);
			declared.set(stage, names);
			const seen = /* @__PURE__ */ new Set();
			for (const use of [...usesOfBuilder(stage, escapeMark), ...usesOfShell(image, stage)]) {
				const { name } = use;
				if (seen.has(name) || !isMissing(use)) continue;
				const report = judge(image, stage, use, globals.get(name), names, compared);
				if (report) seen.add(name);
				if (report) yield report;
			}
		}
	}
};
function isMissing({ name, step }) {
	return step.variables(name) === null;
}
function namesOf({ steps }, inherited) {
	const own = steps.flatMap(({ instruction: { keyword, assignments } }) => keyword === "ARG" || keyword === "ENV" ? assignments : []);
	if (own.length === 0 && inherited) return inherited;
	const names = new Map(inherited);
	for (const one of own) if (!names.has(one.name)) names.set(one.name, one);
	return names;
}
function judge(image, stage, use, global, names, compared) {
	const { name, byBuilder, step } = use;
	if (!stage.isFromScratch && mayComeFromOutside(name, outerBase(stage))) return void 0;
	const shown = name.slice(0, 80);
	const reads = byBuilder ? step.instruction.keyword : "the shell of RUN";
	if (global && !names.has(name)) {
		const file = editableDockerfile(image);
		const { endLine } = stage.from;
		return {
			message: `${reads} finds ${shown} empty: an ARG from above the first FROM is known to FROM only`,
			remedy: `Write ARG ${shown} behind the FROM of this stage; it takes the value from above.`,
			locations: [atSpan(image, use), atSpan(image, global, "declared here, for FROM")],
			...fixOf(`Take ${shown} up in the stage`, "safe", insertLineBelow(file, endLine, `${indentOf$1(file, stage.from.startLine)}ARG ${name}`))
		};
	}
	if (!byBuilder || global) return void 0;
	if (isBuilderVariable(name)) return {
		message: `${reads} finds ${shown} empty: what the builder sets is known to a stage only behind an ARG of that name`,
		remedy: `Write ARG ${shown} above it, in the same stage.`,
		locations: [atSpan(image, use)]
	};
	const below = names.get(name);
	if (below) return setBelow(image, use, below, reads);
	const near = compared.find((one) => isOneSlipFrom(one, name));
	if (near === void 0 && !stage.isFromScratch) return void 0;
	return {
		message: `${reads} finds ${shown} empty: nothing sets it${near ? `, but there is ${near.slice(0, 80)}` : ""}`,
		remedy: near ? `Did you mean ${near.slice(0, 80)}?` : `Write ARG ${shown}=<default> above it, in the same stage.`,
		locations: [atSpan(image, use)],
		...stage.isFromScratch ? {} : { confidence: "medium" }
	};
}
/** `ENV A=$B` above `ENV B=1`, or in the same ENV, whose values see only what came before it. */
function setBelow(image, use, below, reads) {
	const { assignments } = use.step.instruction;
	if (assignments.some(({ name }) => name === use.name) && (below.position === use.position || reads === "ARG")) return void 0;
	const isSame = assignments.includes(below);
	return {
		message: `${reads} finds ${use.name.slice(0, 80)} empty: ${isSame ? `the values of one ${reads} see only what was set before it` : "it is set only further down"}`,
		remedy: "Set it in an instruction above this one.",
		locations: [atSpan(image, use), atSpan(image, below, "set here")],
		confidence: "medium"
	};
}
function outerBase(stage) {
	let link = stage;
	while (link.parent) link = link.parent;
	return link.base.reference;
}
/** Names of a stage that an unknown one is compared with. */
const maxNames = 200;

// packages/dockerfile/src/rules/all-rules.ts
/** Every rule, by code. */
const rules = [
	baseMatchesPins,
	requirementsMatchPins,
	mmcvIndexMatchesCuda,
	torchMatchesBase,
	mmcvWheelExists,
	openmmlabVersionsFit,
	torchFamilyFits,
	pythonFitsPins,
	localVersionHasIndex,
	torchIsNotReplaced,
	gpuFitsCuda,
	archListIsSet,
	compilerIsThere,
	packagesDoNotConflict,
	matrixMatchesImages,
	configIsInPlace,
	gitIsPinned,
	checkoutIsUsed,
	baseIsTagged,
	baseIsNamed,
	registryIsAllowed,
	baseHasDigest,
	finalUser,
	rootWorkBeforeUser,
	copiedFilesHaveOwner,
	noBakedPassword,
	sshdTakesKeysOnly,
	noPasswordlessSudo,
	noBakedSshKeys,
	sshPortIsKeyOnly,
	noPipedInstaller,
	tlsStaysOn,
	noSecretInVariables,
	dockerignoreExcludesWeights,
	dockerignoreHasNoTrailingComment,
	copiedFilesExist,
	dockerignorePatternsWork,
	contextFitsBudget,
	continuationIsNotBroken,
	envRunsNoCommands,
	specifierIsQuoted,
	requirementsAreForPip,
	aptKeyIsMended,
	pipLeavesNoCache,
	oneCommandPerStage,
	pipeFailsAsAWhole,
	commandIsExecForm,
	variablesAreDeclared,
	filesAreReadable
];

// packages/dockerfile/src/rules/rule-list.ts
/** A model.yaml that cannot be used. Whoever reads the file finds it, before there is an image to check. */
const modelYaml = {
	code: "MIA905",
	id: "model-yaml",
	description: "model.yaml is well-formed, and says everything it has to say.",
	severity: "error",
	confidence: "high",
	since: "0.1.0"
};
/** What is known of every rule a finding can name, by code. */
const ruleList = [
	...rules,
	ignoreHasAReason,
	ignoreIsUsed,
	baselineIsCurrent,
	modelYaml
].sort((a, b) => a.code < b.code ? -1 : 1);
function findRule(name) {
	const wanted = name.trim().toLowerCase();
	return ruleList.find(({ code, id }) => id === wanted || code.toLowerCase() === wanted);
}

// packages/dockerfile/src/verified-files.ts
/** Every file of an image that was read, and so may hold findings and the comments that ignore them. */
function verifiedFiles({ source, dockerfile }) {
	const files = [{
		...source.dockerfile,
		kind: "dockerfile",
		dockerfile
	}];
	const add = (file, kind = file && fileKindOf(file.path)) => {
		if (file === void 0 || kind === void 0 || files.some(({ path }) => path === file.path)) return;
		files.push({
			path: file.path,
			text: file.text,
			kind
		});
	};
	add(source.dockerignore, "dockerignore");
	for (const file of source.requirements) add(file, "requirements");
	add(source.modelFile, "model");
	add(source.matrixFile);
	for (const file of source.files?.values() ?? []) add(file);
	return files;
}

// packages/dockerfile/src/rule.ts
function findingOf(rule, report) {
	const { message, remedy, locations, fix } = report;
	return {
		rule: rule.id,
		code: rule.code,
		severity: report.severity ?? rule.severity,
		confidence: report.confidence ?? rule.confidence,
		message: message.slice(0, 4e3),
		remedy: remedy.slice(0, 4e3),
		locations: locations.slice(0, 100),
		...fix && { fix }
	};
}

// packages/dockerfile/src/verify-image.ts
/** The same of an image that is read already. */
function checkImage(image, rules$2 = rules) {
	return rules$2.flatMap((rule) => findingsOf(rule, image)).sort(worstFirst);
}
function findingsOf(rule, image) {
	const weighed = image.policy.rules[rule.id] ?? image.policy.rules[rule.code];
	if (weighed === "off") return [];
	return Array.from(rule.check(image), (report) => {
		const finding = findingOf({
			...rule,
			severity: weighed ?? rule.severity
		}, report);
		return weighed !== void 0 && require_action_kit.bySeverity(finding.severity, weighed) < 0 ? {
			...finding,
			severity: weighed
		} : finding;
	});
}

// packages/dockerfile/src/parsed-view.ts
/** What a Dockerfile says, for holding it against another parser, and what the builder would refuse in it. Never throws. */
function parsedView(text) {
	const dockerfile = parseDockerfile(text);
	const seen = /* @__PURE__ */ new Map();
	readStages(dockerfile, () => {}, (instruction, expanded, stage) => seen.set(instruction, {
		expanded,
		stage: stage?.index ?? null
	}));
	const instructions = dockerfile.instructions.map((instruction) => {
		const found = seen.get(instruction);
		return {
			keyword: instruction.keyword,
			startLine: instruction.startLine,
			endLine: instruction.endLine,
			flags: instruction.flags.map((flag) => flag.text),
			arguments: argumentsOf(instruction),
			json: instruction.json ?? null,
			heredocs: (instruction.trigger ?? instruction).heredocs.map(heredocView),
			stage: found?.stage ?? null,
			expanded: found?.expanded.arguments ?? null
		};
	});
	const refused = [...seen.values()].flatMap(({ expanded }) => expanded.refused);
	const problems = [...dockerfile.problems, ...refused];
	problems.sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column);
	return {
		view: { instructions },
		problems
	};
}
function argumentsOf({ keyword, words, assignments, trigger }) {
	if (!keywords$1.has(keyword)) return [];
	if (trigger) return [trigger.keyword, ...argumentsOf(trigger)];
	if (keyword !== "ENV" && keyword !== "LABEL") return words.map((word) => word.text);
	const mark = words[0]?.text.includes("=") ? "=" : "";
	return assignments.flatMap(({ name, value = "" }) => [
		name,
		value,
		mark
	]);
}
function heredocView({ name, body, expands, stripsTabs }) {
	return {
		name,
		content: body.text,
		expand: expands,
		chomp: stripsTabs
	};
}

// packages/step-result/src/verify-baseline.ts
/** A finding that was there when the baseline was written. `message` is for people; it is not compared. */
const BaselineEntry = require_zod.strictObject({
	rule: require_zod.string().min(1).max(100),
	file: require_zod.string().min(1).max(4096),
	fingerprint: require_zod.string().regex(/^[0-9a-f]{16,64}$/),
	message: require_zod.string().max(4e3).optional()
});
/** The findings a team lives with for now. An entry that stands there twice covers two findings. */
const VerifyBaseline = require_zod.strictObject({
	schema: require_zod.literal("verify-baseline/v1"),
	findings: require_zod.array(BaselineEntry).max(1e5)
});

// packages/dockerfile/src/baseline/entry-lines.ts
/**
* The line on which each element of the array in a JSON object begins, for JSON text that is known to be well-formed.
* `JSON.parse` tells no places, and an entry that is out of date must be found by the person who removes it.
*/
function entryLines(text) {
	const lines = [];
	let line = 1;
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === "\n") line += 1;
		else if (character === "\"") at = endOfString(text, at);
		else if (character === "{" || character === "[") {
			if (character === "{" && depth === 2) lines.push(line);
			depth += 1;
		} else if (character === "}" || character === "]") depth -= 1;
	}
	return lines;
}
/** JSON strings hold no line ends, so the count of lines goes on behind them. */
function endOfString(text, start) {
	let at = start + 1;
	while (at < text.length && text[at] !== "\"") at += text[at] === "\\" ? 2 : 1;
	return at;
}

// packages/dockerfile/src/baseline/parse-baseline.ts
var parse_baseline_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ parseBaseline: () => parseBaseline });
/** In characters; about 40,000 entries with their messages. */
const maxLength = 16777216;
/** Reads a baseline file. What is wrong with it comes back as a sentence. */
function parseBaseline(text) {
	if (text.length > maxLength) return {
		ok: false,
		problem: "The baseline is larger than 16 MiB; write it anew."
	};
	let value;
	try {
		value = JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch (error) {
		return {
			ok: false,
			problem: `The baseline is no JSON (${error instanceof Error ? error.message.slice(0, 200) : ""}); write it anew.`
		};
	}
	const parsed = VerifyBaseline.safeParse(value);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		return {
			ok: false,
			problem: `The baseline is not as verify-baseline/v1 asks: ${(issue?.path ?? []).map(String).join(".").slice(0, 200) || "the file"}: ${issue?.message.slice(0, 300)}.`
		};
	}
	const lines = entryLines(text);
	return {
		ok: true,
		baseline: { entries: parsed.data.findings.map((entry, index) => ({
			...entry,
			line: lines[index] ?? 1
		})) }
	};
}

Object.defineProperty(exports, "applyBaseline", {
  enumerable: true,
  get: function () {
    return applyBaseline;
  }
});
Object.defineProperty(exports, "applyFixes", {
  enumerable: true,
  get: function () {
    return applyFixes;
  }
});
Object.defineProperty(exports, "applyIgnores", {
  enumerable: true,
  get: function () {
    return applyIgnores;
  }
});
Object.defineProperty(exports, "baselineOf", {
  enumerable: true,
  get: function () {
    return baselineOf;
  }
});
Object.defineProperty(exports, "checkImage", {
  enumerable: true,
  get: function () {
    return checkImage;
  }
});
Object.defineProperty(exports, "contextSources", {
  enumerable: true,
  get: function () {
    return contextSources;
  }
});
Object.defineProperty(exports, "externalImages", {
  enumerable: true,
  get: function () {
    return externalImages;
  }
});
Object.defineProperty(exports, "fileKindOf", {
  enumerable: true,
  get: function () {
    return fileKindOf;
  }
});
Object.defineProperty(exports, "findRule", {
  enumerable: true,
  get: function () {
    return findRule;
  }
});
Object.defineProperty(exports, "formatBaseline", {
  enumerable: true,
  get: function () {
    return formatBaseline;
  }
});
Object.defineProperty(exports, "gitTrees", {
  enumerable: true,
  get: function () {
    return gitTrees;
  }
});
Object.defineProperty(exports, "namedFiles", {
  enumerable: true,
  get: function () {
    return namedFiles;
  }
});
Object.defineProperty(exports, "none", {
  enumerable: true,
  get: function () {
    return none;
  }
});
Object.defineProperty(exports, "parseRequirements", {
  enumerable: true,
  get: function () {
    return parseRequirements;
  }
});
Object.defineProperty(exports, "parse_baseline_exports", {
  enumerable: true,
  get: function () {
    return parse_baseline_exports;
  }
});
Object.defineProperty(exports, "parsedView", {
  enumerable: true,
  get: function () {
    return parsedView;
  }
});
Object.defineProperty(exports, "policies", {
  enumerable: true,
  get: function () {
    return policies;
  }
});
Object.defineProperty(exports, "readImage", {
  enumerable: true,
  get: function () {
    return readImage;
  }
});
Object.defineProperty(exports, "ruleList", {
  enumerable: true,
  get: function () {
    return ruleList;
  }
});
Object.defineProperty(exports, "rules", {
  enumerable: true,
  get: function () {
    return rules;
  }
});
Object.defineProperty(exports, "runpod", {
  enumerable: true,
  get: function () {
    return runpod;
  }
});
Object.defineProperty(exports, "staleFindings", {
  enumerable: true,
  get: function () {
    return staleFindings;
  }
});
Object.defineProperty(exports, "unifiedDiff", {
  enumerable: true,
  get: function () {
    return unifiedDiff;
  }
});
Object.defineProperty(exports, "verifiedFiles", {
  enumerable: true,
  get: function () {
    return verifiedFiles;
  }
});
Object.defineProperty(exports, "wantedFiles", {
  enumerable: true,
  get: function () {
    return wantedFiles;
  }
});
Object.defineProperty(exports, "withFingerprints", {
  enumerable: true,
  get: function () {
    return withFingerprints;
  }
});
Object.defineProperty(exports, "worstFirst", {
  enumerable: true,
  get: function () {
    return worstFirst;
  }
});