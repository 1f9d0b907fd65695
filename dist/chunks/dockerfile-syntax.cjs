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
const known = /* @__PURE__ */ new Set([
	"syntax",
	"escape",
	"check"
]);
/** Longer lines are no directive to us; finding the end of a value must not take the square of its length. */
const maxLine$1 = 4096;
/** The directives of a file: they end at the first line that is none, be it a comment or empty. */
function readDirectives(lines, report) {
	const directives = [];
	for (const [index, raw] of lines.entries()) {
		const line = raw.length > maxLine$1 ? "" : raw.slice(indentOf(raw));
		const match = /^#[\t\f\r ]*([A-Za-z][A-Za-z0-9]*)[\t\f\r ]*=[\t\f\r ]*(.+?)[\t\f\r ]*$/s.exec(line);
		const name = match?.[1]?.toLowerCase();
		if (name === void 0 || !known.has(name)) break;
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
const maxDepth$1 = 50;
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
		if (first === void 0 || "{}:".includes(first) || depth >= maxDepth$1) {
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
const keywords = /* @__PURE__ */ new Set([
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
	if (keywords.has(instruction.keyword)) checkInstruction(instruction, report);
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
	else if (keyword === "ARG") instruction.assignments = readArguments(body, escapeMark);
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
function readArguments(body, escapeMark) {
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
const maxProblems = 1e3;
/** Bytes of a line with its line end; the builder stops at a longer one. */
const maxLine = 65536;
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
		if (problems.length < maxProblems) problems.push(problem);
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
	if (raw.length * 3 < maxLine) return false;
	const bytes = new TextEncoder().encode(raw).length;
	return raw.endsWith("\n") ? bytes > maxLine : bytes >= maxLine;
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
function folderOf(path) {
	const slash = path.lastIndexOf("/");
	return slash > 0 ? path.slice(0, slash) : slash === 0 ? "/" : "";
}
function nameOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** What is left of `path` inside `folder`; undefined where it is not in there. */
function inside(folder, path) {
	if (folder === "") return path.startsWith("/") || path === "" ? void 0 : path;
	const start = folder === "/" ? "/" : `${folder}/`;
	return path.startsWith(start) && path.length > start.length ? path.slice(start.length) : void 0;
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
const maxDepth = 20;
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
		if (this.depth >= maxDepth) return this.values.end("limit", "variables are nested too deeply");
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

// packages/dockerfile/src/stages/expand-instruction.ts
const plain = /* @__PURE__ */ new Set([
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
	if (!plain.has(keyword)) return null;
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
			const own = at(this.set, name, version);
			if (own) return own.value;
			return this.inherited ? this.inherited.all(name) : null;
		};
	}
	inheritable() {
		const { inherited, version } = this;
		if (this.set.size === 0) return inherited;
		const environment = (name) => {
			const own = at(this.environment, name, version);
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
function at(history, name, version) {
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
	if ((next.startsWith("/") || folder === "" ? next : `${folder}/${next}`).length > maxPath) return "";
	let path = next.startsWith("/") ? "/" : folder;
	for (const part of next.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") path += path === "" || path.endsWith("/") ? part : `/${part}`;
		else if (path === "" || path === "/") return "";
		else path = path.slice(0, Math.max(path.lastIndexOf("/"), path.startsWith("/") ? 1 : 0));
	}
	return path;
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

// packages/dockerfile/src/stages/remote-source.ts
/** Whether a source of ADD is a URL or a git tree, and none of the context. */
function isRemoteSource(source) {
	return /^(?:[a-z][a-z0-9+.-]*:\/\/|[^/\s@]+@[^/\s:]+:)/i.test(source);
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

// packages/dockerfile/src/context-sources.ts
/** Whether the builder finds that target; without one it takes the last stage. */
function hasTarget(dockerfile, target) {
	return targetOf(readStages(dockerfile), target) !== void 0;
}
/**
* What BuildKit asks of the main context for a target: the sources of COPY, ADD and bind mounts in the stages that it builds
* for that. Nothing is known of the ONBUILD triggers of images from elsewhere. Undefined where a path depends on what is not
* in the file, and where there is no such target. Source of the rules: dockerfile2llb of BuildKit 0.25, tried with it.
*/
function contextSources(dockerfile, target, { buildArgs = {}, contexts = [] } = {}) {
	const stages = readStages({
		...dockerfile,
		instructions: withArguments(dockerfile.instructions, buildArgs)
	});
	const built = targetOf(stages, target);
	if (built === void 0) return void 0;
	const replaced = new Set(contexts.map((name) => name.toLowerCase()));
	const asked = new Asked(dockerfile.escapeMark);
	const waiting = [built];
	const reached = /* @__PURE__ */ new Set();
	for (let stage = waiting.pop(); stage; stage = waiting.pop()) {
		if (reached.has(stage)) continue;
		reached.add(stage);
		if (replaced.has(stage.name ?? "")) continue;
		if (stage.parent) waiting.push(stage.parent);
		for (const done of doneIn(stage)) for (const name of asked.read(done)) {
			const source = stageNamed(stages, name, done.instruction.keyword === "COPY");
			if (source) waiting.push(source);
		}
	}
	return asked.selection();
}
function targetOf(stages, target) {
	if (target === void 0 || target === "") return stages.at(-1);
	const name = target.toLowerCase();
	return stages.findLast((stage) => stage.name === name);
}
/** A mount knows stages by name only. */
function stageNamed(stages, name, numbers) {
	if (numbers && /^\d{1,5}$/.test(name)) return stages[Number(name)];
	const lower = name.toLowerCase();
	return stages.findLast((stage) => stage.name === lower);
}
function* doneIn(stage) {
	for (const { instruction } of stage.parent?.steps ?? []) if (instruction.trigger) yield {
		instruction: instruction.trigger,
		variables: void 0
	};
	for (const { instruction, variables } of stage.steps) yield {
		instruction,
		variables
	};
}
/** The instructions as if each ARG that the caller gives a value had it as its default. */
function withArguments(instructions, given) {
	return instructions.map((instruction) => {
		if (instruction.keyword !== "ARG") return instruction;
		const assignments = instruction.assignments.map((assignment) => {
			const value = Object.hasOwn(given, assignment.name) ? given[assignment.name] : void 0;
			return value === void 0 ? assignment : {
				...assignment,
				value: quoted(value)
			};
		});
		return {
			...instruction,
			assignments
		};
	});
}
function quoted(value) {
	return `'${value.replaceAll("'", `'"'"'`)}'`;
}
/** What the instructions read so far ask for. */
var Asked = class {
	escapeMark;
	sources = /* @__PURE__ */ new Map();
	whole = false;
	isUsed = false;
	isKnown = true;
	constructor(escapeMark) {
		this.escapeMark = escapeMark;
	}
	/** Gives what the instruction takes from elsewhere: names of stages, of images, of other contexts. */
	read(done) {
		const { keyword } = done.instruction;
		if (keyword === "COPY" || keyword === "ADD") return this.copied(done);
		return keyword === "RUN" ? this.mounted(done) : [];
	}
	/** Where no instruction takes anything from the context, the builder does not look at it at all. */
	selection() {
		if (!this.isKnown) return void 0;
		if (!this.isUsed) return {
			everything: false,
			sources: []
		};
		return {
			everything: this.whole,
			sources: [...this.sources.values()]
		};
	}
	copied(done) {
		const { keyword, flags, words, heredocs } = done.instruction;
		const from = flags.findLast(({ name }) => name === "from")?.value ?? "";
		if (from !== "" && keyword === "COPY") return [from];
		const excludes = flags.flatMap(({ name, value }) => name === "exclude" ? [this.known(done, value)] : []);
		const inParents = flags.some(({ name, value }) => name === "parents" && value !== "false");
		for (const { text } of words.slice(0, -1)) {
			if (heredocs.length > 0 && /^\d*<</.test(text)) continue;
			const source = this.known(done, text);
			if (!(keyword === "ADD" && isRemoteSource(source))) this.add(source, excludes, inParents);
		}
		return [];
	}
	mounted(done) {
		const names = [];
		if (done.instruction.flags.some(({ name, value }) => name === "mount" && value?.includes("\""))) this.isKnown = false;
		for (const { options } of mountsOf(done.instruction)) {
			const type = this.known(done, options.get("type") ?? "bind");
			const from = this.known(done, options.get("from"));
			if (from !== "") names.push(from);
			else if (type === "bind") this.add(this.known(done, options.get("source") ?? options.get("src")), []);
			else if (type === "tmpfs") this.whole = true;
		}
		return names;
	}
	add(source, excludes, inParents = false) {
		const path = contextPath(source);
		this.isUsed = true;
		if (path === void 0) this.isKnown = false;
		else if (path === "") this.whole = true;
		else if (!inParents) this.sources.set(JSON.stringify([path, excludes]), {
			path,
			excludes
		});
		else this.sources.set(JSON.stringify([
			path,
			excludes,
			true
		]), {
			path,
			excludes,
			mayBeMissing: true
		});
	}
	known({ variables }, text) {
		if (text === void 0) return "";
		const value = variables !== void 0 || variableUses(text, this.escapeMark).length === 0 ? knownText({ variables: variables ?? (() => null) }, text, this.escapeMark) : void 0;
		if (value === void 0) this.isKnown = false;
		return value ?? "";
	}
};

Object.defineProperty(exports, "SpannedText", {
  enumerable: true,
  get: function () {
    return SpannedText;
  }
});
Object.defineProperty(exports, "contextPath", {
  enumerable: true,
  get: function () {
    return contextPath;
  }
});
Object.defineProperty(exports, "contextSources", {
  enumerable: true,
  get: function () {
    return contextSources;
  }
});
Object.defineProperty(exports, "enterFolder", {
  enumerable: true,
  get: function () {
    return enterFolder;
  }
});
Object.defineProperty(exports, "expand", {
  enumerable: true,
  get: function () {
    return expand;
  }
});
Object.defineProperty(exports, "folderOf", {
  enumerable: true,
  get: function () {
    return folderOf;
  }
});
Object.defineProperty(exports, "hasFallback", {
  enumerable: true,
  get: function () {
    return hasFallback;
  }
});
Object.defineProperty(exports, "hasTarget", {
  enumerable: true,
  get: function () {
    return hasTarget;
  }
});
Object.defineProperty(exports, "inside", {
  enumerable: true,
  get: function () {
    return inside;
  }
});
Object.defineProperty(exports, "isBuilderVariable", {
  enumerable: true,
  get: function () {
    return isBuilderVariable;
  }
});
Object.defineProperty(exports, "isRemoteSource", {
  enumerable: true,
  get: function () {
    return isRemoteSource;
  }
});
Object.defineProperty(exports, "joinPath", {
  enumerable: true,
  get: function () {
    return joinPath;
  }
});
Object.defineProperty(exports, "keywords", {
  enumerable: true,
  get: function () {
    return keywords;
  }
});
Object.defineProperty(exports, "knownText", {
  enumerable: true,
  get: function () {
    return knownText;
  }
});
Object.defineProperty(exports, "mountsOf", {
  enumerable: true,
  get: function () {
    return mountsOf;
  }
});
Object.defineProperty(exports, "nameOf", {
  enumerable: true,
  get: function () {
    return nameOf;
  }
});
Object.defineProperty(exports, "parseDockerfile", {
  enumerable: true,
  get: function () {
    return parseDockerfile;
  }
});
Object.defineProperty(exports, "placeJsonStrings", {
  enumerable: true,
  get: function () {
    return placeJsonStrings;
  }
});
Object.defineProperty(exports, "readStages", {
  enumerable: true,
  get: function () {
    return readStages;
  }
});
Object.defineProperty(exports, "variableUses", {
  enumerable: true,
  get: function () {
    return variableUses;
  }
});