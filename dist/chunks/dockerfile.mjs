import { n as forEachChild, t as parse } from "./unbash.mjs";

// packages/dockerfile/src/pins/policy.ts
/** What every image of this repository promises, apart from its own pins. */
const policy = {
	/** The account the container runs as, and its number: pods mount their volumes for it. */
	user: "runpod",
	uid: 1e3,
	/** Stages somebody runs besides the last one. */
	targets: ["dev"]
};

// packages/dockerfile/src/syntax/spanned-text.ts
/**
* Text assembled from pieces of source lines (continuations joined, comments left out) that still knows where each
* character stood. Finding the place of a character takes the logarithm of the number of pieces.
*/
var SpannedText = class SpannedText {
	text;
	pieces;
	constructor(text, pieces) {
		this.text = text;
		this.pieces = pieces;
	}
	/** Pieces must not contain line ends of their own, except as their last character. */
	static join(parts) {
		const texts = [];
		const pieces = [];
		let start = 0;
		for (const part of parts) {
			pieces.push({
				start,
				at: part.at
			});
			texts.push(part.text);
			start += part.text.length;
		}
		return new SpannedText(texts.join(""), pieces);
	}
	/** Where the character at `offset` stood; the end of the text is the place behind its last character. */
	positionAt(offset) {
		let low = 0;
		let high = this.pieces.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if (this.pieces[middle].start <= offset) low = middle;
			else high = middle - 1;
		}
		const piece = this.pieces[low];
		if (piece === void 0) return {
			line: 1,
			column: 1
		};
		return {
			line: piece.at.line,
			column: piece.at.column + offset - piece.start
		};
	}
	/** The pieces it was assembled from, for assembling another text with them. */
	parts() {
		return this.pieces.map(({ start, at }, index) => ({
			text: this.text.slice(start, this.pieces[index + 1]?.start),
			at
		}));
	}
	slice(from, to = this.text.length) {
		if (from === 0 && to === this.text.length) return this;
		const pieces = [{
			start: 0,
			at: this.positionAt(from)
		}];
		for (const { start, at } of this.pieces) if (start > from && start < to) pieces.push({
			start: start - from,
			at
		});
		return new SpannedText(this.text.slice(from, to), pieces);
	}
	trim() {
		const { text } = this;
		const from = text.length - text.trimStart().length;
		return this.slice(from, Math.max(from, text.trimEnd().length));
	}
};

// packages/dockerfile/src/syntax/words.ts
/** Splits at white space outside quotes, as the builder splits flags, ENV and heredoc marks. */
function splitWords(text, escapeMark) {
	const words = [];
	let at = 0;
	for (;;) {
		at = skipSpace(text, at);
		if (at >= text.length) return words;
		const end = wordEnd(text, at, escapeMark);
		words.push({
			text: text.slice(at, end),
			start: at
		});
		at = end;
	}
}
/** Splits at white space, whatever the quotes: paths of COPY and names of FROM. */
function splitBare(text) {
	return [...text.matchAll(/\S+/g)].map((match) => ({
		text: match[0],
		start: match.index
	}));
}
function skipSpace(text, from) {
	let at = from;
	while (at < text.length && /\s/.test(text[at])) at += 1;
	return at;
}
function wordEnd(text, start, escapeMark) {
	let quote = "";
	let at = start;
	for (; at < text.length; at++) {
		const character = text[at];
		if (quote !== "") {
			if (character === quote) quote = "";
			else if (character === escapeMark && quote !== "'") at += 1;
		} else if (/\s/.test(character)) return at;
		else if (character === "'" || character === "\"") quote = character;
		else if (character === escapeMark) at += 1;
	}
	return Math.min(at, text.length);
}
/** The word without its quotes and escapes; undefined where a quote stays open. */
function unquote(word, escapeMark) {
	let value = "";
	let quote = "";
	let quoted = false;
	for (let at = 0; at < word.length; at++) {
		const character = word[at];
		const next = word[at + 1];
		if (character === quote) quote = "";
		else if (quote === "" && (character === "'" || character === "\"")) {
			quote = character;
			quoted = true;
		} else if (character === escapeMark && next !== void 0 && escapes$1(quote, next, escapeMark)) {
			value += next;
			at += 1;
		} else value += character;
	}
	return quote === "" ? {
		value,
		quoted
	} : void 0;
}
function escapes$1(quote, next, escapeMark) {
	if (quote === "'") return false;
	return quote === "" || next === "\"" || next === "$" || next === escapeMark;
}

// packages/dockerfile/src/pins/requirements.ts
const shortOptions = {
	"-c": "--constraint",
	"-e": "--editable",
	"-f": "--find-links",
	"-i": "--index-url",
	"-r": "--requirement"
};
/** Package names are compared without case, and `-`, `_` and `.` are the same (PEP 503). */
function normalName(name) {
	return name.toLowerCase().replace(/[-_.]+/g, "-");
}
/** Reads a requirements file as pip does. Lines that pip would refuse are left out. */
function parseRequirements(path, text) {
	const file = {
		path,
		requirements: [],
		options: [],
		unread: []
	};
	for (const line of logicalLines(text, (unread) => file.unread.push(unread))) if (line.text.startsWith("-")) readOption(line, file);
	else {
		const requirement = parseRequirement(line.text, line.positionAt(0));
		if (requirement) file.requirements.push(requirement);
	}
	return file;
}
/** `name[extra]==1.0; marker`, `name @ url` or a URL of its own. */
function parseRequirement(written, position) {
	const none = {
		specifiers: [],
		url: void 0,
		marker: void 0,
		position
	};
	const pinned = /^([A-Za-z0-9][\w.-]*)==([\w.+]+)$/.exec(written);
	if (pinned) {
		const specifiers = [{
			operator: "==",
			version: pinned[2] ?? ""
		}];
		return {
			...none,
			name: pinned[1] ?? "",
			specifiers
		};
	}
	const options = written.search(/\s--\w/);
	const text = (options < 0 ? written : written.slice(0, options)).trimEnd();
	if (/^[\w+.-]+:\/\//.test(text)) {
		const url = text.split(/\s/, 1)[0] ?? text;
		return {
			...none,
			name: /[#&]egg=([\w.-]+)/.exec(url)?.[1] ?? "",
			url
		};
	}
	const match = /^([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*(?:@\s*(\S+)|([^;]*))\s*(?:;(.*))?$/s.exec(text);
	if (!match) return void 0;
	const specifiers = readSpecifiers(match[3] ?? "");
	if (specifiers === void 0) return void 0;
	return {
		...none,
		name: match[1] ?? "",
		specifiers,
		url: match[2],
		marker: match[4]?.trim()
	};
}
function readSpecifiers(text) {
	const plain = text.trim().replace(/^\((.*)\)$/, "$1");
	if (plain === "") return [];
	const specifiers = [];
	for (const part of plain.split(",")) {
		const match = /^\s*(===|==|~=|!=|<=|>=|<|>)\s*(\S+)\s*$/.exec(part);
		if (!match) return void 0;
		specifiers.push({
			operator: match[1] ?? "",
			version: match[2] ?? ""
		});
	}
	return specifiers;
}
function readOption(line, file) {
	const words = splitWords(line.text, "\\");
	for (let index = 0; index < words.length; index++) {
		const { text, start } = words[index];
		const match = /^(--[\w-]+)(?:=(.*))?$/s.exec(text) ?? /^(-[a-z])(.+)?$/s.exec(text);
		if (!match) continue;
		const name = shortOptions[match[1] ?? ""] ?? match[1] ?? "";
		const next = words[index + 1];
		const separate = match[2] === void 0 && next !== void 0 && !next.text.startsWith("-");
		const position = line.positionAt(separate ? next.start : start);
		const value = (separate ? next.text : match[2] ?? "").replace(/^(["'])(.*)\1$/, "$2");
		if (separate) index += 1;
		if (name === "--editable") {
			const requirement = parseRequirement(value, position);
			if (requirement?.url) file.requirements.push(requirement);
		} else file.options.push({
			name,
			value,
			position
		});
	}
}
/** UTF-16 units of one line, and of one with all that `\\` joins to it: a package may have a hundred hashes. */
const maxLine = 4096;
const maxJoined = 65536;
const plainLine = /^[\w.[\]-]+==[\w.+]+$/;
/** Lines joined at `\`, without comments and empty lines. */
function* logicalLines(text, report) {
	let parts = [];
	let joined = 0;
	let refused = false;
	for (const [index, raw] of text.replace(/^\uFEFF/, "").split(/\r?\n/).entries()) {
		if (parts.length === 0 && raw.length <= maxLine && (raw === "" || plainLine.test(raw))) {
			if (raw !== "") yield SpannedText.join([{
				text: raw,
				at: {
					line: index + 1,
					column: 1
				}
			}]);
			continue;
		}
		const isComment = raw.trimStart().startsWith("#");
		const continues = !isComment && raw.endsWith("\\");
		const at = {
			line: index + 1,
			column: 1
		};
		joined += raw.length;
		if (!refused && !isComment && (raw.length > maxLine || joined > maxJoined)) {
			refused = true;
			report({
				position: at,
				...tooLong(raw.length > maxLine)
			});
		}
		if (!refused || parts.length === 0) parts.push({
			text: isComment ? " " : continues ? raw.slice(0, -1) : raw,
			at
		});
		if (continues) continue;
		if (!refused) yield* withoutComment(parts);
		parts = [];
		joined = 0;
		refused = false;
	}
	if (refused) return;
	yield* withoutComment(parts);
}
function tooLong(alone) {
	return {
		message: `this line cannot be checked: it is longer than ${(alone ? maxLine : maxJoined) / 1024} KiB${alone ? "" : " with those joined to it"}`,
		remedy: "Write one requirement a line; long lists of hashes go on behind a backslash."
	};
}
function* withoutComment(parts) {
	const joined = SpannedText.join(parts);
	const end = joined.text.search(/(?:^|\s)#/);
	const line = (end < 0 ? joined : joined.slice(0, end)).trim();
	if (line.text !== "") yield line;
}

// packages/dockerfile/src/shell/command-reading.ts
/** UTF-16 units of a script beyond which it is not looked into: hostile nesting costs the square of its length. */
const maxScript = 65536;
/** UTF-16 units that variables may add to the words of all commands of a file together. */
const maxAdded = 1048576;
function newReading(report) {
	return {
		report,
		left: maxAdded,
		malformedLeft: maxScript
	};
}

// packages/dockerfile/src/syntax/json-form.ts
/** The strings of `["a", "b"]`; undefined where the text is no JSON array of strings, and thus a shell command. */
function readJsonForm(text) {
	if (!text.trimStart().startsWith("[")) return void 0;
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return;
	}
	return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : void 0;
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
				at: index === 0 ? body.positionAt(offset) : part.at
			})));
		}
		return parts.length === 0 ? body.slice(literal.index + 1, literal.index + 1) : SpannedText.join(parts);
	});
}

// packages/dockerfile/src/shell/shell-command.ts
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
/** Programs that run the command behind them, and their options that take a value. */
const wrappers = {
	command: [],
	env: [
		"-u",
		"-C",
		"--unset",
		"--chdir"
	],
	exec: ["-a"],
	nice: ["-n"],
	nohup: [],
	runuser: ["-u", "-g"],
	sudo: [
		"-u",
		"-g",
		"-h",
		"-p"
	],
	time: [],
	xargs: [
		"-I",
		"-n",
		"-P",
		"-L",
		"-d",
		"-a"
	]
};
/** Shells that may read a script from their standard input. */
const shells = /(?:^|\/)(?:ba|da|a|k|z)?sh$/;
/** Takes wrappers off a command, and finds the script in `bash -c script` and `su -c script`. */
function unwrap(words) {
	let rest = words;
	let takesInput = false;
	for (let name = nameOf$1(rest); name !== void 0 && Object.hasOwn(wrappers, name); name = nameOf$1(rest)) {
		const withValue = wrappers[name] ?? [];
		let at = 1;
		for (; at < rest.length; at++) {
			const { value } = rest[at];
			if (withValue.includes(value)) at += 1;
			else if (!value.startsWith("-") && !/^\w+=/.test(value)) break;
		}
		if (at >= rest.length) break;
		rest = rest.slice(at);
		if (name === "xargs") takesInput = true;
	}
	return {
		words: rest,
		script: scriptOf(rest),
		takesInput
	};
}
function nameOf$1(words) {
	return words[0]?.known ? words[0].value.split("/").at(-1) : void 0;
}
function scriptOf(words) {
	const name = words[0]?.value ?? "";
	if (name === "eval") return joinWords(words.slice(1));
	if (!shells.test(name) && nameOf$1(words) !== "su") return void 0;
	const option = words.findIndex(({ value }, index) => index > 0 && /^-[a-z]*c$/.test(value));
	return option < 0 ? void 0 : words[option + 1];
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
		position
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
	return readsInput(command) ? inputTexts(command) : [];
}
function readsInput(command) {
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
		position: text.position
	})));
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

// packages/dockerfile/src/stages/expand.ts
/** UTF-16 units of an expanded text. Thirty variables that each hold the one before twice need a gigabyte. */
const maxExpanded = 65536;
/**
* Expands `$x`, `${x}` and the forms with `:-`, `:+`, `:?`, `#`, `%` and `/`, and takes quotes away, as the builder does for
* FROM, ENV, USER and the like. A variable that is not set is the empty text, as there.
*/
function expand(text, lookup, escapeMark = "\\") {
	const expansion = new Expansion(lookup, escapeMark);
	const value = expansion.text(text, 0);
	const { unknown, tooLong } = expansion;
	return tooLong ? {
		value: "",
		unknown: [...unknown, "a value without end"],
		tooLong
	} : {
		value,
		unknown,
		tooLong
	};
}
/** Nesting of `${x:-${y:-...}}` that is followed; no honest file comes near. */
const maxDepth = 20;
/** Longer patterns and values are left alone: matching them could take for ever. */
const maxPattern = 40;
const maxEdited = 1e3;
var Expansion = class {
	unknown = [];
	tooLong = false;
	lookup;
	escapeMark;
	constructor(lookup, escapeMark) {
		this.lookup = lookup;
		this.escapeMark = escapeMark;
	}
	text(source, depth) {
		let out = "";
		let quote = "";
		for (let at = 0; at < source.length; at++) {
			const character = source[at];
			const next = source[at + 1];
			if (quote !== "'" && character === this.escapeMark && next !== void 0) {
				if (quote === "\"" && next !== "\"" && next !== "$" && next !== this.escapeMark) out += character;
				out += next;
				at += 1;
			} else if (character === quote) quote = "";
			else if (quote === "" && (character === "'" || character === "\"")) quote = character;
			else if (character === "$" && quote !== "'") {
				const end = variableEnd(source, at);
				out += this.variable(source.slice(at, end), depth);
				at = end - 1;
				if (out.length > Math.max(65536, source.length)) this.tooLong = true;
				if (this.tooLong) return "";
			} else out += character;
		}
		return out;
	}
	variable(written, depth) {
		const match = /^\$(?:\{(\w+)(?:(:?[-+?]|##?|%%?|\/\/?)(.*))?\}|(\w+))$/s.exec(written);
		const name = match?.[1] ?? match?.[4];
		if (match === null || name === void 0 || depth > maxDepth) {
			if (written.length > 1) this.unknown.push(written.slice(0, 40));
			return written;
		}
		return this.operate(name, match[2] ?? "", match[3] ?? "", depth + 1);
	}
	operate(name, operator, operand, depth) {
		const value = this.lookup(name);
		const isSet = value !== null && (!operator.startsWith(":") || value !== "");
		const kind = operator.replace(":", "");
		if (value === void 0) {
			if (kind === "-") return this.text(operand, depth);
			this.unknown.push(name);
			return "";
		}
		if (kind === "+") return isSet ? this.text(operand, depth) : "";
		if (kind === "-" && !isSet) return this.text(operand, depth);
		const plain = value ?? "";
		if (kind === "" || kind === "-" || kind === "?") return plain;
		if (operand.length > maxPattern || plain.length > maxEdited) {
			this.unknown.push(name);
			return plain;
		}
		return edit(plain, kind, kind.startsWith("/") ? operand : this.text(operand, depth));
	}
};
function variableEnd(source, start) {
	if (source[start + 1] !== "{") {
		const name = /^\w+/.exec(source.slice(start + 1, start + 200));
		return start + 1 + (name?.[0].length ?? 0);
	}
	let depth = 0;
	for (let at = start + 1; at < source.length; at++) if (source[at] === "{") depth += 1;
	else if (source[at] === "}" && --depth === 0) return at + 1;
	return source.length;
}
/** `#` and `%` take the shortest match of a pattern away, doubled the longest; `/` replaces the first, `//` every. */
function edit(value, operator, operand) {
	if (operator.startsWith("/")) {
		const [pattern = "", replacement = ""] = splitOnce(operand, "/");
		const matches = globExpression(pattern, true);
		return value.replace(new RegExp(matches, operator === "//" ? "gs" : "s"), () => replacement);
	}
	const greedy = operator.length === 2;
	const pattern = globExpression(operand, greedy);
	if (operator.startsWith("#")) return value.replace(new RegExp(`^${pattern}`, "s"), "");
	const suffix = new RegExp(`^${pattern}$`, "s");
	const starts = Array.from({ length: value.length + 1 }, (_, index) => index);
	const start = (greedy ? starts : starts.reverse()).find((index) => suffix.test(value.slice(index)));
	return start === void 0 ? value : value.slice(0, start);
}
function splitOnce(text, separator) {
	const at = text.indexOf(separator);
	return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
function globExpression(pattern, greedy) {
	const some = greedy ? ".*" : ".*?";
	return pattern.replace(/\*+/g, "*").replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/[*?]/g, (wildcard) => wildcard === "*" ? some : ".");
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

// packages/dockerfile/src/shell/read-commands.ts
/** Every simple command of a RUN, CMD or ENTRYPOINT, in the order written. What a limit leaves out is reported. */
function readCommands(step, reading) {
	const { json, body } = step.instruction;
	const reader = new CommandReader(step, reading);
	if (json) {
		const words = placeJsonStrings(body).map((content) => {
			const { text } = content;
			return {
				text,
				value: text,
				known: true,
				position: content.positionAt(0),
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
var CommandReader = class {
	commands = [];
	step;
	reading;
	reported = false;
	assigned = /* @__PURE__ */ new Map();
	variables;
	constructor(step, reading) {
		this.step = step;
		this.reading = reading;
		this.variables = (name) => this.assigned.has(name) ? this.assigned.get(name) : step.variables(name) ?? void 0;
	}
	readScript(source, depth) {
		if (source.text.length > 65536) return this.leaveOut(source.positionAt(0), `its script is longer than ${maxScript / 1024} KiB`);
		try {
			const script = parse(source.text);
			const [error] = script.errors ?? [];
			if (error) {
				this.leaveOut(source.positionAt(error.pos), malformed(error));
				this.reading.malformedLeft -= source.text.length;
				if (this.reading.malformedLeft < 0) return void 0;
			}
			return this.visit(script, source, depth, void 0);
		} catch (error) {
			if (error instanceof RangeError) return this.leaveOut(source.positionAt(0), "it is nested too deeply");
			throw error;
		}
	}
	/** Says once that something of this instruction was not read: what stands there may be anything. */
	leaveOut(position, why) {
		if (this.reported) return void 0;
		this.reported = true;
		const { keyword } = this.step.instruction;
		this.reading.report({
			position,
			message: `this ${keyword} cannot be checked: ${why}`,
			remedy: `Split the ${keyword} into shorter and simpler ones, or move it into a script of its own.`
		});
	}
	/** Gives the last command inside the node: its output is what a pipe behind the node reads. */
	visit(node, source, depth, pipedFrom) {
		if (node.type === "Command") return this.readCommand(node, source, depth, pipedFrom);
		if (node.type === "Script" && node.source !== void 0 && node.source !== source.text) {
			const inner = SpannedText.join([{
				text: node.source,
				at: source.positionAt(0)
			}]);
			return this.visit({
				...node,
				source: node.source
			}, inner, depth, void 0);
		}
		const error = node.type === "Script" && "errors" in node ? node.errors?.[0] : void 0;
		if (error) this.leaveOut(source.positionAt(error.pos), malformed(error));
		if (node.type === "For" || node.type === "Select") this.assigned.set(node.name.text, void 0);
		let last;
		const piped = node.type === "Pipeline";
		forEachChild(node, (child) => {
			const input = piped ? last ?? pipedFrom : pipedFrom;
			last = this.visit(child, source, depth, input) ?? last;
		});
		return last;
	}
	readCommand(node, source, depth, pipedFrom) {
		const words = [...node.name ? [node.name] : [], ...node.args].map((word) => this.readWord(word, source));
		const redirects = node.redirects.flatMap((redirect) => this.readRedirect(redirect, source));
		this.visitSubstitutions(node, source, depth);
		this.keepAssignments(node);
		return words.length === 0 ? void 0 : this.add(words, redirects, pipedFrom, depth);
	}
	add(written, redirects, pipedFrom, depth) {
		const { words, script, takesInput } = unwrap(written);
		const name = words[0];
		if (name === void 0) return void 0;
		const plain = words.filter((word) => word !== script);
		const command = {
			name: name.known ? name.value.split("/").at(-1) ?? "" : "",
			words: takesInput ? [...plain, ...inputWords({
				redirects,
				pipedFrom
			})] : plain,
			redirects,
			pipedFrom,
			position: written[0].position,
			step: this.step
		};
		this.commands.push(command);
		const scripts = script ? [script] : scriptsRead(command);
		let last = command;
		for (const { content, value, position } of scripts) {
			if (depth >= 5) {
				this.leaveOut(command.position, `more than ${5} scripts stand within each other`);
				return command;
			}
			last = this.readScript(content ?? linesFrom(value, position), depth + 1) ?? last;
		}
		return script ? last : command;
	}
	readWord(word, source) {
		const position = source.positionAt(word.pos);
		const read = {
			text: word.text,
			position,
			...this.valueOf(word, position)
		};
		return /^["']/.test(word.text) && word.text.slice(1, -1) === read.value ? {
			...read,
			content: source.slice(word.pos + 1, word.end - 1)
		} : read;
	}
	valueOf(word, position) {
		const read = wordValue(word, this.variables);
		const added = read.value.length - word.text.length;
		if (added > 0) this.reading.left -= added;
		if (this.reading.left >= 0 && !read.tooLong) return read;
		this.leaveOut(position, `with its variables put in, a word or all of them get too long (${maxValue / 1024} KiB)`);
		return {
			value: word.text,
			known: false
		};
	}
	readRedirect(redirect, source) {
		const { operator } = redirect;
		if (redirect.type !== "HereDoc") return redirect.target ? [{
			operator,
			target: this.readWord(redirect.target, source)
		}] : [];
		const { text, pos } = redirect.body;
		const target = {
			text,
			value: text,
			known: redirect.delimiter?.quoted === true || !/[$`]/.test(text),
			position: source.positionAt(pos)
		};
		if (source.text.startsWith(text, pos)) target.content = source.slice(pos, pos + text.length);
		return [{
			operator: "<<",
			target
		}];
	}
	visitSubstitutions(node, source, depth) {
		const inside = (child) => {
			if (child.type === "Script" || child.type === "Command") this.visit(child, source, depth, void 0);
			else forEachChild(child, inside);
		};
		forEachChild(node, inside);
	}
	keepAssignments(node) {
		const alone = node.name === void 0;
		const exported = /^(?:export|readonly|local|declare|typeset)$/.test(node.name?.value ?? "");
		for (const part of [...alone ? node.prefix : [], ...exported ? node.args : []]) {
			if (part.type !== "Assignment") continue;
			const plain = part.value.type === "Word" && !part.append && !part.index;
			const word = part.value;
			const read = plain ? this.valueOf(word, this.commands.at(-1)?.position ?? this.step.instruction.position) : void 0;
			this.assigned.set(part.name, read?.known ? read.value : void 0);
		}
	}
};
/** A text whose lines stand below each other, the first one at `position`. */
function linesFrom(text, position) {
	const lines = text.split(/(?<=\n)/);
	return SpannedText.join(lines.map((line, index) => ({
		text: line,
		at: index === 0 ? position : {
			line: position.line + index,
			column: 1
		}
	})));
}
/** Without what the parser met there: it may be a password, and a finding goes where the Dockerfile does not. */
function malformed({ message }) {
	return `the shell could not read it (${message.startsWith("unexpected token") ? "unexpected token" : message.slice(0, 100)})`;
}

// packages/dockerfile/src/stages/variables.ts
/** Set by the builder itself; their values differ from machine to machine. */
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
/**
* The variables of one stage as they come, instruction by instruction. A place keeps only the number of its version, so that
* a file with thousands of ENV lines needs no copies. ENV goes on into the stages built on this one, ARG does not.
*/
var VariableScope = class {
	environment = /* @__PURE__ */ new Map();
	arguments = /* @__PURE__ */ new Map();
	inherited;
	version = 0;
	constructor(inherited) {
		this.inherited = inherited;
	}
	setEnvironment(name, value) {
		this.remember(this.environment, name, value);
	}
	setArgument(name, value) {
		this.remember(this.arguments, name, value);
	}
	/** The variables as they are now, ENV before ARG of the same name. */
	now() {
		const { version } = this;
		return (name) => {
			const set = at(this.environment, name, version);
			if (set) return set.value;
			const inherited = this.inherited?.(name) ?? null;
			if (inherited !== null) return inherited;
			const argument = at(this.arguments, name, version);
			if (argument) return argument.value;
			return fromBuilder.has(name) ? void 0 : null;
		};
	}
	/** What a stage built on this one starts with. */
	inheritable() {
		if (this.environment.size === 0) return this.inherited;
		return (name) => {
			const set = at(this.environment, name, this.version);
			return set ? set.value : this.inherited?.(name) ?? null;
		};
	}
	remember(history, name, value) {
		this.version += 1;
		const entry = {
			version: this.version,
			value
		};
		const known = history.get(name);
		if (known) known.push(entry);
		else history.set(name, [entry]);
	}
};
function at(history, name, version) {
	return history.get(name)?.findLast((entry) => entry.version <= version);
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
function readStages(dockerfile, report = () => {}) {
	const reader = new StageReader(dockerfile.escapeMark, report);
	for (const instruction of dockerfile.instructions) reader.read(instruction);
	return reader.stages;
}
var StageReader = class {
	stages = [];
	escapeMark;
	report;
	globals = new VariableScope();
	byName = /* @__PURE__ */ new Map();
	ends = /* @__PURE__ */ new Map();
	constructor(escapeMark, report) {
		this.escapeMark = escapeMark;
		this.report = report;
	}
	read(instruction) {
		if (instruction.keyword === "FROM") {
			this.open(instruction);
			return;
		}
		const stage = this.stages.at(-1);
		const around = stage && this.ends.get(stage);
		if (stage === void 0 || around === void 0) {
			if (instruction.keyword === "ARG") this.assign(instruction, this.globals, this.globals.now());
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
		if (instruction.keyword === "SHELL") around.shell = instruction.json?.[0];
		else if (instruction.keyword === "WORKDIR") around.folder = this.workFolder(step);
		else if (instruction.keyword === "ARG" || instruction.keyword === "ENV") {
			this.assign(instruction, around.scope, variables);
			around.variables = around.scope.now();
		}
	}
	open(from) {
		const [image, as, name] = from.words;
		const word = image ?? {
			text: "",
			position: from.position
		};
		const expanded = expand(word.text, this.globals.now(), this.escapeMark);
		const reference = expanded.unknown.length > 0 || expanded.value === "" ? void 0 : expanded.value;
		const parent = this.byName.get(reference?.toLowerCase() ?? "");
		const stage = {
			index: this.stages.length,
			name: as?.text.toUpperCase() === "AS" ? name?.text.toLowerCase() : void 0,
			from,
			base: {
				reference,
				word
			},
			parent,
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
	}
	assign({ keyword, assignments }, scope, before) {
		for (const { name, value, position } of assignments) {
			const seen = keyword === "ENV" ? before : scope.now();
			const expanded = value === void 0 ? void 0 : expand(value, seen, this.escapeMark);
			if (expanded?.tooLong) {
				const message = `${keyword} ${name.slice(0, 80)} cannot be checked: it becomes longer than ${maxExpanded / 1024} KiB`;
				this.report({
					position,
					message,
					remedy: "Write the value shorter."
				});
			}
			const known = expanded && expanded.unknown.length === 0 ? expanded.value : void 0;
			if (keyword === "ENV") scope.setEnvironment(name, known);
			else scope.setArgument(name, value === void 0 ? this.globals.now()(name) ?? void 0 : known);
		}
	}
	workFolder({ instruction, variables, folder }) {
		const { value, unknown } = expand(instruction.body.text, variables, this.escapeMark);
		return unknown.length > 0 ? "" : enterFolder(folder, value);
	}
};

// packages/dockerfile/src/syntax/directives.ts
const known$1 = /* @__PURE__ */ new Set([
	"syntax",
	"escape",
	"check"
]);
/** The directives of a file: they end at the first line that is none, be it a comment or empty. */
function readDirectives(lines) {
	const directives = [];
	for (const [index, line] of lines.entries()) {
		const match = /^#[ \t]*([A-Za-z][A-Za-z0-9]*)[ \t]*=[ \t]*(\S.*?)[ \t]*$/.exec(line);
		const name = match?.[1]?.toLowerCase();
		if (name === void 0 || !known$1.has(name)) break;
		directives.push({
			name,
			value: match?.[2] ?? "",
			line: index + 1
		});
	}
	return directives;
}

// packages/dockerfile/src/syntax/heredoc.ts
/** The heredocs that a line announces. */
function heredocMarks(line, escapeMark) {
	if (!line.includes("<<")) return [];
	const words = splitWords(line, escapeMark);
	const marks = [];
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		const match = word && /^\d*<<(-?)([^<]*)$/s.exec(word.text);
		if (!match) continue;
		let name = match[2] ?? "";
		if (name === "") {
			const next = words[index + 1];
			if (next === void 0) continue;
			index += 1;
			name = next.text;
			if (/[<>]/.test(name)) continue;
		}
		const plain = unquote(name, escapeMark);
		if (plain === void 0 || plain.value === "") continue;
		const { value, quoted } = plain;
		marks.push({
			name: value,
			expands: !quoted,
			stripsTabs: match[1] === "-",
			start: word.start
		});
	}
	return marks;
}
/** Takes the body of a heredoc from the lines that follow, its closing line included. */
function takeHeredoc(mark, reader) {
	const parts = [];
	for (let raw = reader.nextRaw(); raw; raw = reader.nextRaw()) {
		if ((mark.stripsTabs ? raw.text.replace(/^\t+/, "") : raw.text) === mark.name) return {
			...mark,
			body: SpannedText.join(parts),
			terminated: true
		};
		parts.push({
			text: `${raw.text}\n`,
			at: {
				line: raw.line,
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
	escapeMark;
	constructor(lines, escapeMark) {
		this.lines = lines;
		this.escapeMark = escapeMark;
	}
	/** The next physical line as it stands, with its number. */
	nextRaw() {
		const text = this.lines[this.index];
		if (text === void 0) return void 0;
		this.index += 1;
		return {
			text,
			line: this.index
		};
	}
	nextLogical() {
		for (let first = this.nextRaw(); first; first = this.nextRaw()) {
			const indent = first.text.length - first.text.trimStart().length;
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
			const content = next.text.trimStart();
			if (content === "" || content.startsWith("#")) continue;
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

// packages/dockerfile/src/syntax/parse-instruction.ts
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
const withJson = /* @__PURE__ */ new Set([
	"ADD",
	"CMD",
	"COPY",
	"ENTRYPOINT",
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
/** Reads one joined line. Heredocs are added afterwards: their bodies stand on the lines behind it. */
function parseInstruction(line, escapeMark, report) {
	const { text } = line;
	const end = text.text.search(/\s|$/);
	const keyword = text.text.slice(0, end).toUpperCase();
	const { flags, bodyStart } = readFlags(text, end, escapeMark);
	const body = text.slice(bodyStart).trim();
	const instruction = {
		keyword,
		startLine: line.startLine,
		endLine: line.endLine,
		position: text.positionAt(0),
		flags,
		body,
		words: [],
		assignments: [],
		json: withJson.has(keyword) ? readJsonForm(body.text) : void 0,
		heredocs: [],
		trigger: void 0
	};
	if (!keywords.has(keyword)) {
		const message = `there is no instruction ${keyword.slice(0, 40)}`;
		report({
			kind: "unknown-instruction",
			position: instruction.position,
			message
		});
	} else if (keyword === "ONBUILD") {
		if (/^ONBUILD(?:\s|$)/i.test(body.text)) report({
			kind: "arguments",
			position: body.positionAt(0),
			message: "ONBUILD may not hold another ONBUILD"
		});
		else if (body.text !== "") instruction.trigger = parseInstruction({
			...line,
			text: body
		}, escapeMark, report);
	} else if (keyword === "ENV" || keyword === "LABEL") instruction.assignments = readPairs(instruction, escapeMark, report);
	else if (keyword === "ARG") instruction.assignments = readArguments(body, escapeMark);
	instruction.words = wordsOf(instruction, escapeMark);
	return instruction;
}
function readFlags(text, from, escapeMark) {
	const flags = [];
	let at = from;
	for (;;) {
		at = skipSpace(text.text, at);
		if (!text.text.startsWith("--", at)) return {
			flags,
			bodyStart: at
		};
		const end = wordEnd(text.text, at, escapeMark);
		const written = text.text.slice(at, end);
		if (written === "--") return {
			flags,
			bodyStart: end
		};
		const plain = unquote(written, escapeMark)?.value ?? written;
		const equals = plain.indexOf("=");
		flags.push({
			text: plain,
			position: text.positionAt(at),
			name: plain.slice(2, equals < 0 ? void 0 : equals),
			value: equals < 0 ? void 0 : plain.slice(equals + 1)
		});
		at = end;
	}
}
function wordsOf({ keyword, body, json }, escapeMark) {
	if (body.text === "") return [];
	if (json) return json.map((text) => ({
		text,
		position: body.positionAt(0)
	}));
	if (withBareWords.has(keyword)) return place(body, splitBare(body.text));
	if (keyword === "ENV" || keyword === "LABEL" || keyword === "ARG") return place(body, splitWords(body.text, escapeMark));
	return [{
		text: body.text,
		position: body.positionAt(0)
	}];
}
function place(body, words) {
	return words.map(({ text, start }) => ({
		text,
		position: body.positionAt(start)
	}));
}
/** `name=value ...`, or the old form `name the rest is the value`. */
function readPairs({ keyword, body, position }, escapeMark, report) {
	const words = splitWords(body.text, escapeMark);
	const first = words[0];
	if (first === void 0) {
		report({
			kind: "arguments",
			position,
			message: `${keyword} needs a name and a value`
		});
		return [];
	}
	if (!first.text.includes("=")) {
		const value = body.text.slice(first.text.length).trim();
		if (value === "") report({
			kind: "arguments",
			position,
			message: `${keyword} needs a value`
		});
		return [{
			name: first.text,
			value,
			position: body.positionAt(first.start)
		}];
	}
	return words.flatMap((word) => {
		const equals = word.text.indexOf("=");
		const at = body.positionAt(word.start);
		if (equals > 0) return [{
			name: word.text.slice(0, equals),
			value: word.text.slice(equals + 1),
			position: at
		}];
		report({
			kind: "arguments",
			position: at,
			message: `${keyword} wants name=value; there is no name with = in one of its words`
		});
		return [];
	});
}
function readArguments(body, escapeMark) {
	return splitWords(body.text, escapeMark).map(({ text, start }) => {
		const equals = text.indexOf("=");
		return {
			name: equals < 0 ? text : text.slice(0, equals),
			value: equals < 0 ? void 0 : text.slice(equals + 1),
			position: body.positionAt(start)
		};
	});
}

// packages/dockerfile/src/syntax/parse-dockerfile.ts
/** Ten times what any honest file has; the rest of a longer one is not looked at. */
const maxInstructions = 1e4;
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
	const lines = source.replace(/^\uFEFF/, "").split(/\r?\n/);
	if (lines.at(-1) === "") lines.pop();
	const problems = [];
	const directives = readDirectives(lines);
	const escapeMark = escapeOf(directives, problems);
	const reader = new LineReader(lines, escapeMark);
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
		const instruction = parseInstruction(line, escapeMark, (problem) => problems.push(problem));
		takeHeredocs(instruction, reader, escapeMark, problems);
		instructions.push(instruction);
	}
	if (!instructions.some(({ keyword }) => keyword === "FROM")) {
		const message = instructions.length === 0 ? "the file has no instructions" : "there is no FROM";
		problems.push({
			kind: "empty",
			position: {
				line: 1,
				column: 1
			},
			message
		});
	}
	return {
		directives,
		escapeMark,
		instructions,
		problems,
		lines
	};
}
function escapeOf(directives, problems) {
	const directive = directives.find(({ name }) => name === "escape");
	if (directive === void 0 || directive.value === "\\" || directive.value === "`") return directive?.value ?? "\\";
	const message = `escape may be \\ or \`, not ${directive.value.slice(0, 20)}`;
	problems.push({
		kind: "directive",
		position: {
			line: directive.line,
			column: 1
		},
		message
	});
	return "\\";
}
function takeHeredocs(instruction, reader, escapeMark, problems) {
	const subject = instruction.trigger ?? instruction;
	if (!keywords.has(subject.keyword) || !withHeredocs.has(subject.keyword) || subject.json) return;
	for (const mark of heredocMarks(subject.body.text, escapeMark)) {
		const heredoc = takeHeredoc(mark, reader);
		subject.heredocs.push(heredoc);
		const length = heredoc.body.text.split("\n").length;
		instruction.endLine += heredoc.terminated ? length : length - 1;
		if (heredoc.terminated) continue;
		const position = subject.body.positionAt(mark.start);
		const message = `the heredoc ${mark.name.slice(0, 40)} is never closed`;
		problems.push({
			kind: "heredoc",
			position,
			message
		});
		break;
	}
	subject.endLine = instruction.endLine;
}

// packages/dockerfile/src/image.ts
const withCommands = /* @__PURE__ */ new Set([
	"RUN",
	"CMD",
	"ENTRYPOINT"
]);
/** Reads the files of an image folder. Never throws, whatever the files hold. */
function readImage(source, model) {
	const dockerfile = parseDockerfile(source.dockerfile.text);
	const unread = [];
	const stages = readStages(dockerfile, (part) => unread.push(part));
	const reading = newReading((part) => unread.push(part));
	const byStage = new Map(stages.map((stage) => {
		return [stage, stage.steps.map(triggered).filter(hasCommands).flatMap((step) => readCommands(step, reading))];
	}));
	const named = policy.targets.map((name) => stages.findLast((stage) => stage.name === name));
	return {
		source,
		model,
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

// packages/dockerfile/src/pins/image-reference.ts
function parseReference(reference) {
	const [named = "", digest] = reference.split("@", 2);
	const colon = named.lastIndexOf(":");
	const hasTag = colon > named.lastIndexOf("/");
	return {
		image: (hasTag ? named.slice(0, colon) : named).replace(/^(?:index\.)?docker\.io\//, "").replace(/^library\//, ""),
		tag: hasTag ? named.slice(colon + 1) : void 0,
		digest
	};
}

// packages/dockerfile/src/pins/base-facts.ts
/** The facts in a tag of pytorch/pytorch; undefined for any other image: nothing is guessed. */
function baseFacts(reference) {
	const { image, tag = "" } = parseReference(reference);
	if (image !== "pytorch/pytorch") return void 0;
	const match = /^(\d+\.\d+(?:\.\d+)?)-cuda(\d+\.\d+)-cudnn\d+-(devel|runtime)$/.exec(tag);
	return match ? {
		torch: match[1] ?? "",
		cuda: match[2] ?? "",
		flavor: match[3] ?? ""
	} : void 0;
}
/** Public images that are known to run as root and to have no user 1000. Source: their Dockerfiles and image configs. */
const plainRootImages = /* @__PURE__ */ new Set([
	"scratch",
	"debian",
	"nvidia/cuda",
	"python",
	"pytorch/pytorch"
]);
/** True where the image is known to run as root and to bring no user of its own; false means not known. */
function isPlainRootImage(reference) {
	return plainRootImages.has(parseReference(reference).image);
}

// packages/dockerfile/src/rules/apt-key-is-mended.ts
const aptKeyIsMended = {
	id: "apt-key-is-mended",
	description: "On base images from before April 2022, NVIDIA's lists go before the first apt-get update.",
	severity: "error",
	*check(image) {
		/** The base whose lists still stand at the end of a stage; the stages built on it go on from there. */
		const open = /* @__PURE__ */ new Map();
		for (const stage of image.stages) {
			const root = stage.parent ? open.get(stage.parent) : hasOldKey(stage.base.reference) ? stage : void 0;
			if (root === void 0) continue;
			const first = image.commandsOf(stage).find((command) => isUpdate(command) || mends(command));
			if (first === void 0) open.set(stage, root);
			else if (isUpdate(first)) yield report$3(image, first, root);
		}
	}
};
function report$3(image, update, { base }) {
	return {
		message: `apt-get update fails on ${base.reference}: NVIDIA replaced the key that two lists in this image are signed with`,
		remedy: "Before it, `rm -f /etc/apt/sources.list.d/cuda.list /etc/apt/sources.list.d/nvidia-ml.list`; nothing else needs them.",
		locations: [image.at(update.position), image.at(base.word.position, "pushed before April 2022")]
	};
}
/**
* pytorch/pytorch's devel images up to 1.11.0 were pushed before the key was replaced (28 April 2022), 1.12.0 after it.
* Images of nvidia/cuda were pushed again under the same tags, so their tags tell nothing.
*/
function hasOldKey(reference) {
	const facts = reference === void 0 ? void 0 : baseFacts(reference);
	if (facts?.flavor !== "devel") return false;
	const [major = 0, minor = 0] = facts.torch.split(".").map(Number);
	return major === 0 || major === 1 && minor <= 11;
}
function isUpdate(command) {
	return /^apt(?:-get)?$/.test(command.name) && operands(command, ["-o", "-c"])[0]?.value === "update";
}
/** Anything that touches the lists or the key counts: what exactly it does is not for us to guess. */
function mends({ name, words, redirects }) {
	if (name === "apt-key") return words.some(({ value }) => /^(?:add|adv|del)$/.test(value));
	return [...words, ...redirects.map(({ target }) => target)].map(({ value }) => value).some((value) => /sources\.list\.d|cuda-keyring|3bf863cc|7fa2af80|A4B469963BF863CC/i.test(value));
}

// packages/dockerfile/src/model-lines.ts
/**
* The line of model.yaml that a key and its value stand on. The file is known to be a well-formed model.yaml, where
* a key with its value identifies a line; no location where the text was not given.
*/
function modelLine(source, key, value, note) {
	const { modelFile } = source;
	if (modelFile === void 0) return [];
	const lines = modelFile.text.split(/\r?\n/);
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

// packages/dockerfile/src/rules/base-matches-pins.ts
/** Packages whose version carries the CUDA they were built for. */
const labelled = [
	"torch",
	"torchvision",
	"torchaudio"
];
const baseMatchesPins = {
	id: "base-matches-pins",
	description: "The base image is the one model.yaml pins, with the CUDA and PyTorch of the other pins.",
	severity: "error",
	*check(image) {
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
	if (!agree(cuda, facts.cuda)) found.push(...modelLine(source, "cuda", cuda, `model.yaml says CUDA ${cuda}`));
	for (const { path, requirements: lines } of requirements) for (const { name, specifiers, position } of lines) {
		const version = specifiers.find(({ operator }) => operator === "==")?.version ?? "";
		if (normalName(name) !== "torch" || version === "") continue;
		const label = cudaOfVersion(version);
		if (!(agree(publicVersion(version), facts.torch) && (!label || agree(label, facts.cuda)))) found.push(locate(path, position, `asks for torch ${version}`));
	}
	return found;
}
/** FROM is the pinned one, so a contradiction stands in model.yaml or follows from it. */
function* checkFacts(image, root, facts) {
	if (facts === void 0) return;
	const { model, source } = image;
	const { cuda } = model.environment;
	const torch = model.packages.torch;
	const tag = image.at(root.base.word.position, `the tag says torch ${facts.torch} and CUDA ${facts.cuda}`);
	if (!agree(cuda, facts.cuda)) yield {
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

// packages/dockerfile/src/rules/continuation-is-not-broken.ts
const continuationIsNotBroken = {
	id: "continuation-is-not-broken",
	description: "Nothing stands behind the backslash that continues a line.",
	severity: "error",
	*check({ dockerfile, at }) {
		const { lines, escapeMark, instructions } = dockerfile;
		for (const { endLine, heredocs } of instructions) {
			const mark = (lines[endLine - 1] ?? "").search(escapeMark === "\\" ? /(?<!\\)\\[ \t]+#/ : /`[ \t]+#/);
			if (mark < 0 || heredocs.length > 0 || !breaks(lines, endLine)) continue;
			yield {
				message: "the comment behind the backslash ends the instruction here; the next line is read as an instruction",
				remedy: "Put the comment on a line of its own, above: comment lines inside an instruction are left out.",
				locations: [at({
					line: endLine,
					column: mark + 1
				})]
			};
		}
	}
};
/** Whether the lines behind were meant to go on: the next one with content begins no instruction. */
function breaks(lines, endLine) {
	const next = lines.slice(endLine).find((line) => line.trim() !== "" && !/^\s*#/.test(line));
	const word = next === void 0 ? void 0 : /^\s*(\S+)/.exec(next)?.[1];
	return word !== void 0 && !keywords.has(word.toUpperCase());
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
		const path = known(step, text, escapeMark);
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
	return /^(?:[a-z][a-z0-9+.-]*:\/\/|[^/\s@]+@[^/\s:]+:|github\.com\/)/i.test(source);
}
function* mounted(step, escapeMark) {
	for (const { flag, options } of mountsOf(step.instruction)) {
		const source = options.get("source") ?? options.get("src") ?? "";
		if ((options.get("type") ?? "bind") !== "bind" || (options.get("from") ?? "") !== "" || source === "") continue;
		const path = known(step, source, escapeMark);
		if (path !== void 0) yield {
			path,
			wildcards: false,
			keyword: "RUN --mount",
			position: flag.position
		};
	}
}
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
/** The text after expansion. What the file does not set may come from the base image: nothing is known then. */
function known({ variables }, text, escapeMark) {
	const { value, unknown } = expand(text, (name) => variables(name) ?? void 0, escapeMark);
	return unknown.length > 0 ? void 0 : value;
}

// packages/dockerfile/src/rules/copied-files-exist.ts
const copiedFilesExist = {
	id: "copied-files-exist",
	description: "What COPY, ADD and bind mounts take from the folder is there, and .dockerignore lets it through.",
	severity: "error",
	*check(image) {
		const { context } = image.source;
		if (context === void 0) return;
		for (const use of contextSources(image.stages, image.dockerfile.escapeMark)) {
			const report = judge$1(image, use, context.find(use.path, use.wildcards));
			if (report) yield report;
		}
	}
};
function judge$1(image, use, match) {
	if (match.kind !== "missing" && match.kind !== "ignored") return void 0;
	const { source, at } = image;
	const path = use.path.slice(0, 200);
	const end = match.goesOn ? "the builder copies nothing and says nothing" : `the builder stops at ${use.keyword}`;
	const severity = match.goesOn ? { severity: "warning" } : {};
	if (match.kind === "missing") return {
		message: match.goesOn ? `nothing in ${source.folder} matches ${path}: ${end}` : `there is no ${path} in ${source.folder}: ${end}`,
		remedy: `Add it to the folder, or correct the path: it is relative to ${source.folder}.`,
		locations: [at(use.position)],
		...severity
	};
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

// packages/dockerfile/src/rules/dockerignore-excludes-weights.ts
/** Files as they lie in a working copy, by what they are. */
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
	id: "dockerignore-excludes-weights",
	description: ".dockerignore keeps weights, the git history and caches from the builder, at any depth.",
	severity: "warning",
	*check({ source }) {
		const { dockerignore, dockerfile } = source;
		if (dockerignore === void 0) {
			yield {
				message: "there is no .dockerignore: weights and data that lie in the folder are sent with every build",
				remedy: remedyOf(probes.map(({ pattern }) => pattern)).replace("Add", "Make one with"),
				locations: [{
					file: dockerfile.path,
					line: 1
				}]
			};
			return;
		}
		const sent = probes.flatMap(({ what, paths, pattern }) => {
			const path = paths.find((one) => !dockerignore.ignores(one));
			return path === void 0 ? [] : [{
				what,
				path,
				pattern
			}];
		});
		if (sent.length === 0) return;
		const lines = dockerignore.text.split(/\r?\n/);
		for (const one of sent) yield* atPattern(one, lines, dockerignore.path);
	}
};
/** Points at the pattern that was meant to do it, where there is one. */
function* atPattern({ what, path, pattern }, lines, file) {
	const name = pattern.replace("**/", "");
	const meant = lines.findIndex((line) => !line.startsWith("#") && line.trim().replace(/^\/|\/$/g, "") === name);
	const readmits = lines.findIndex((line) => line.trim().startsWith("!") && line.includes(name.replace("*", "")));
	const line = (readmits >= 0 ? readmits : meant) + 1;
	yield {
		message: `${what} would be sent to the builder: ${path} matches no pattern, or a ! pattern sends it again`,
		remedy: remedyOf([pattern]),
		locations: [{
			file,
			line: Math.max(1, line)
		}]
	};
}

// packages/dockerfile/src/rules/dockerignore-has-no-trailing-comment.ts
const dockerignoreHasNoTrailingComment = {
	id: "dockerignore-has-no-trailing-comment",
	description: "No pattern of .dockerignore has a comment behind it: it would be part of the pattern.",
	severity: "error",
	*check({ source }) {
		const { dockerignore } = source;
		const lines = dockerignore?.text.replace(/^\uFEFF/, "").split(/\r?\n/) ?? [];
		for (const [index, line] of lines.entries()) {
			const written = line.trimStart();
			const mark = line.search(/\s#/);
			if (written.startsWith("#") || mark < 0 || !dockerignore) continue;
			yield {
				message: `the comment belongs to the pattern, which so matches nothing: ${line.slice(0, mark).trim().slice(0, 200)} is sent to the builder`,
				remedy: "Put the comment on a line of its own; # begins a comment in the first column only.",
				locations: [{
					file: dockerignore.path,
					line: index + 1,
					column: mark + 2
				}]
			};
		}
	}
};

// packages/dockerfile/src/rules/files-are-readable.ts
const filesAreReadable = {
	id: "files-are-readable",
	description: "The builder can read the Dockerfile and .dockerignore.",
	severity: "error",
	*check({ source, dockerfile, unread, requirements, at }) {
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
	}
};
const remedies = {
	"unknown-instruction": "Correct the keyword, or end the line before with a backslash if this was meant to go on.",
	heredoc: "Write the name that closes it on a line of its own, without spaces.",
	arguments: "Write `NAME=value`, with quotes around a value that has spaces.",
	directive: "Write `# escape=\\` or `# escape=\\``.",
	size: "Split the file, or move what is generated into a script.",
	empty: "Begin with `FROM <image>`."
};

// packages/dockerfile/src/stages/accounts.ts
const adders = /* @__PURE__ */ new Set(["useradd", "adduser"]);
/** Options of useradd, adduser and usermod that take a value. */
const withValue$2 = [
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
	const valued = command.name === "usermod" ? withValue$2 : withValue$2.filter((option) => option !== "-l");
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

// packages/dockerfile/src/rules/final-user-is-runpod.ts
const { user: expected, uid } = policy;
const finalUserIsRunpod = {
	id: "final-user-is-runpod",
	description: `Every stage that is run ends as user ${expected}, who has uid ${uid}.`,
	severity: "error",
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
	const remedy = `End the stage with \`USER ${expected}\`, after \`RUN useradd --uid ${uid} --create-home ${expected}\`.`;
	const last = stepsOfChain(target).findLast(({ instruction }) => instruction.keyword === "USER");
	const base = chainOf(target)[0]?.base.reference;
	const knownBase = base !== void 0 && isPlainRootImage(base);
	if (last === void 0) {
		if (!knownBase) return;
		yield {
			message: `${nameOf(target)} has no USER and so runs as root, as ${base} does`,
			remedy,
			locations: [image.at(target.from.position)]
		};
		return;
	}
	const user = userOf(last, image.dockerfile.escapeMark);
	if (user === void 0 || user === String(uid)) return;
	const locations = [image.at(last.instruction.position)];
	if (user !== expected) {
		yield {
			message: `${nameOf(target)} ends as user ${user}, not as ${expected}`,
			remedy,
			locations
		};
		return;
	}
	yield* checkAccount(image, target, last, knownBase);
}
function* checkAccount(image, target, last, knownBase) {
	const commands = chainOf(target).flatMap((stage) => image.commandsOf(stage));
	const changes = accountChanges(commands).filter(({ user }) => user === expected);
	const change = changes.findLast((one) => one.uid !== void 0 || !one.uidKnown) ?? changes.at(-1);
	if (change === void 0) {
		const runsScripts = commands.some(({ words }) => words.some(({ value }) => /\.(?:sh|py)$/.test(value)));
		if (!knownBase || runsScripts) return;
		yield {
			message: `user ${expected} is never made in this stage or those it builds on`,
			remedy: `Make it: \`RUN useradd --uid ${uid} --create-home ${expected}\`.`,
			locations: [image.at(last.instruction.position)]
		};
	} else if (change.uidKnown && change.uid !== String(uid)) {
		const has = change.uid === void 0 ? "gets whatever uid is free" : `gets uid ${change.uid}`;
		const message = `user ${expected} ${has}; pods mount their volumes for uid ${uid}`;
		const note = image.at(last.instruction.position, "the stage ends as this user");
		yield {
			message,
			remedy: `Give it the number: \`useradd --uid ${uid} ... ${expected}\`.`,
			locations: [image.at(change.position), note]
		};
	}
}
/** The account of a USER, without its group; undefined where the build's caller decides. */
function userOf({ instruction, variables }, escapeMark) {
	const { value, unknown } = expand(instruction.body.text, variables, escapeMark);
	return unknown.length > 0 ? void 0 : value.split(":")[0]?.trim();
}
function nameOf(stage) {
	return stage.name === void 0 ? "the last stage" : `stage ${stage.name}`;
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
/** Options of pip install, download and wheel that take a value. */
const withValue$1 = [
	"-b",
	"-c",
	"-d",
	"-f",
	"-i",
	"-r",
	"-t",
	"-w",
	"--abi",
	"--cache-dir",
	"--cert",
	"--constraint",
	"--dest",
	"--extra-index-url",
	"--find-links",
	"--global-option",
	"--implementation",
	"--index-url",
	"--install-option",
	"--no-binary",
	"--only-binary",
	"--platform",
	"--prefix",
	"--python-version",
	"--requirement",
	"--retries",
	"--root",
	"--target",
	"--timeout",
	"--trusted-host",
	"--wheel-dir"
];
/** What a pip command line names itself, not through a file. `-e git+https://...` counts. */
function pipRequirements(command) {
	const pip = pipArguments(command);
	if (pip === void 0) return [];
	return operands(pip, withValue$1).slice(1).flatMap(({ value, known, position }) => {
		if (!known && !/^[\w.-]+==?\w|:\/\//.test(value)) return [];
		return parseRequirement(value, position) ?? [];
	}).filter(({ url, specifiers }) => url !== void 0 || specifiers.every(({ version }) => !/[$`]/.test(version)));
}
/** The command from its sub-command's name on, where it is a pip that installs, downloads or builds. */
function pipArguments(command) {
	const { name, words } = command;
	const isPython = /^python[\d.]*$/.test(name) && words[1]?.value === "-m" && words[2]?.value === "pip";
	const isUv = name === "uv" && words[1]?.value === "pip";
	if (!/^pip[\d.]*$/.test(name) && !isPython && !isUv) return void 0;
	const from = isPython ? 2 : isUv ? 1 : 0;
	const pip = {
		...command,
		words: words.slice(from)
	};
	return /^(?:install|download|wheel)$/.test(operands(pip, withValue$1)[0]?.value ?? "") ? pip : void 0;
}

// packages/dockerfile/src/stages/git-checkouts.ts
const withValue = [
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
		else if (verb === "fetch") this.fetched = operands(git, withValue)[1];
		else if (verb === "checkout" || verb === "switch") this.move(git, folder, checkedOut(git));
		else if (verb === "reset" && words.some(({ value }) => value === "--hard")) this.move(git, folder, operands(git)[0]);
	}
	enter(word) {
		this.folder = word?.known ? enterFolder(this.folder, word.value) : "";
	}
	clone(git) {
		const [url, target] = operands(git, withValue);
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

// packages/dockerfile/src/rules/git-is-pinned.ts
const gitIsPinned = {
	id: "git-is-pinned",
	description: "Every git tree is taken at a full commit, and those that model.yaml names at the commit it names.",
	severity: "error",
	*check(image) {
		for (const { source, location } of treesOf(image)) {
			const report = judge(image, source, location);
			if (report) yield report;
		}
	}
};
function judge(image, { repository, ref }, location) {
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
		return {
			message: `${shown} is taken at ${ref.slice(0, 80)}, ${kind}, which may come to mean other code`,
			remedy,
			locations: [location]
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
	const key = repositoryKey(repository);
	const named = [model.upstream, ...model.sources].filter((one) => repositoryKey(one.repository) === key);
	return named.length === 1 ? named[0]?.commit : void 0;
}
/** Every git tree of a folder whose ref is known: a ref that the build's caller gives is not ours to judge. */
function* treesOf(image) {
	const lookup = image.dockerfile.escapeMark;
	for (const { steps } of image.stages) for (const { instruction, variables } of steps) {
		const { keyword, words } = instruction.trigger ?? instruction;
		if (keyword !== "ADD") continue;
		for (const { text, position } of words.slice(0, -1)) {
			const { value, unknown } = expand(text, variables, lookup);
			const source = unknown.length === 0 ? gitSourceOfAdd(value) : void 0;
			if (source) yield {
				source,
				location: image.at(position)
			};
		}
	}
	for (const stage of image.stages) for (const { repository, ref, position } of gitCheckouts(image.commandsOf(stage))) {
		if (ref?.known === false) continue;
		yield {
			source: {
				repository,
				ref: ref?.value
			},
			location: image.at(ref?.position ?? position)
		};
	}
	yield* pipTrees(image);
}
function* pipTrees(image) {
	const named = image.commands.flatMap(pipRequirements).map(({ url, position }) => ({
		url,
		location: image.at(position)
	}));
	const inFiles = image.requirements.flatMap(({ path, requirements }) => requirements.map(({ url, position }) => ({
		url,
		location: locate(path, position)
	})));
	for (const { url, location } of [...named, ...inFiles]) {
		const source = url === void 0 || /[$`]/.test(url) ? void 0 : gitSourceOfPip(url);
		if (source) yield {
			source,
			location
		};
	}
}

// packages/dockerfile/src/rules/mmcv-index-matches-cuda.ts
/** `.../mmcv/dist/cu111/torch1.9.0/index.html` */
const indexUrl = /https?:\/\/\S*?\/mmcv\/dist\/(cu\d+|cpu)\/torch(\d+(?:\.\d+)*)/g;
const mmcvIndexMatchesCuda = {
	id: "mmcv-index-matches-cuda",
	description: "The MMCV wheel index is the one for the image's CUDA and PyTorch.",
	severity: "error",
	*check(image) {
		const expected = expectation(image);
		for (const { url, label, torch, location } of indexesOf(image)) {
			const wrong = [];
			if (cudaOfLabel(label) === void 0) wrong.push(`has no CUDA operators (${label})`);
			else if (!agree(cudaOfLabel(label) ?? "", expected.cuda)) wrong.push(`is for CUDA ${cudaOfLabel(label)} (${label}), the image has ${expected.cuda}`);
			if (expected.torch !== void 0 && minorVersion(torch) !== minorVersion(expected.torch)) wrong.push(`is for torch ${torch}, the image has ${publicVersion(expected.torch)}`);
			if (wrong.length === 0) continue;
			yield report$2(url, wrong, [location, ...expected.locations], expected);
		}
	}
};
function report$2(url, wrong, locations, { cuda, torch }) {
	const fitting = `${labelOfCuda(cuda)}/torch${torch === void 0 ? "<version>" : `${minorVersion(torch)}.0`}`;
	return {
		message: `the MMCV index ${url} ${wrong.join(" and ")}: pip finds no wheel there and compiles for an hour, or takes one that does not load`,
		remedy: `Use https://download.openmmlab.com/mmcv/dist/${fitting}/index.html.`,
		locations
	};
}
/** What model.yaml says, and the base where it says the same. */
function expectation({ model, source, targets, at }) {
	const { cuda } = model.environment;
	const root = targets.at(-1) && chainOf(targets.at(-1))[0];
	const facts = root?.base.reference === void 0 ? void 0 : baseFacts(root.base.reference);
	const torch = model.packages.torch ?? facts?.torch;
	const locations = [];
	if (root && facts && agree(facts.cuda, cuda)) locations.push(at(root.base.word.position, `the base image has torch ${facts.torch} and CUDA ${facts.cuda}`));
	locations.push(...modelLine(source, "cuda", cuda, `model.yaml says CUDA ${cuda}`));
	return {
		cuda,
		torch,
		locations
	};
}
function* indexesOf(image) {
	const { dockerfile, source } = image;
	const assigned = dockerfile.instructions.filter(({ keyword }) => keyword === "ENV" || keyword === "ARG").flatMap(({ assignments }) => assignments);
	for (const { value = "", position } of assigned) yield* indexesIn(value, image.at(position));
	for (const { words, redirects } of image.commands) for (const { value, text, position } of [...words, ...redirects.map(({ target }) => target)]) for (const index of indexesIn(value, image.at(position))) if (text.includes(index.url) || !assigned.some((one) => one.value?.includes(index.url))) yield index;
	for (const { path, options, requirements } of image.requirements) {
		for (const { value, position } of options) yield* indexesIn(value, locate(path, position));
		for (const { url, position } of requirements) if (url) yield* indexesIn(url, locate(path, position));
	}
	const { mmcvFindLinks } = image.model;
	const [line] = mmcvFindLinks ? modelLine(source, "mmcvFindLinks", mmcvFindLinks, "mmcvFindLinks") : [];
	if (mmcvFindLinks && line) yield* indexesIn(mmcvFindLinks, line);
}
function* indexesIn(text, location) {
	for (const [url, label = "", torch = ""] of text.matchAll(indexUrl)) yield {
		url,
		label,
		torch,
		location
	};
}

// packages/dockerfile/src/rules/no-baked-password.ts
const noBakedPassword = {
	id: "no-baked-password",
	description: "No password is set at build time: whoever has the image has it too.",
	severity: "error",
	*check(image) {
		for (const command of image.commands) for (const { position, how } of passwordsSetBy(command)) yield report$1(image, position, how);
		yield* variablesOf(image);
	}
};
function report$1(image, position, how) {
	return {
		message: `${how}: everybody who can pull the image can read it from its layers`,
		remedy: "Remove it. Log in with a key that is given when the container starts (PUBLIC_KEY), and lock the password.",
		locations: [image.at(position)]
	};
}
/** Fields of /etc/shadow that let nobody in. */
const locked = /^(?:[!*]+|x|\*LK\*)$/;
function* passwordsSetBy(command) {
	const { name, words, position } = command;
	if (name === "chpasswd" || name === "passwd" && words.some(({ value }) => value === "--stdin")) {
		const fed = inputOf(command);
		const encrypted = words.some(({ value }) => value === "-e" || value === "--encrypted");
		const given = fed.find(({ value }) => !fromSecret(value) && !(encrypted && locksOnly(value)));
		if (given) yield {
			position: given.position,
			how: `${name} sets a password`
		};
	} else if (name === "passwd") {
		if (words.some(({ value }) => value === "-d" || value === "--delete")) yield {
			position,
			how: "passwd --delete lets an account in without a password"
		};
		else {
			const given = inputOf(command).find(({ value }) => !fromSecret(value));
			if (given) yield {
				position: given.position,
				how: "passwd sets a password"
			};
		}
	} else if (name === "usermod" || name === "useradd" || name === "adduser") {
		const password = name === "adduser" ? void 0 : optionValue(command, ["--password", "-p"]);
		if (password && !fromSecret(password.value) && !locked.test(password.value)) yield {
			position: password.position,
			how: `${name} --password sets a password`
		};
	}
}
/** The words that end up on a command's standard input, as far as the script shows them. */
function inputOf({ redirects, pipedFrom }) {
	const fed = redirects.filter(({ operator }) => operator === "<<" || operator === "<<<").map(({ target }) => target);
	let source = pipedFrom;
	while (source?.name === "cat" && source.redirects.length === 0 && source.pipedFrom) source = source.pipedFrom;
	if (source === void 0) return fed;
	if (source.name === "echo" || source.name === "printf") return [...fed, ...operands(source)];
	if (source.name === "cat") return [...fed, ...inputOf(source)];
	const makes = /^(?:openssl|pwgen|makepasswd|mkpasswd|head|tr|base64|uuidgen|yes|python[\d.]*|perl)$/.test(source.name);
	const readsSecret = source.words.some(({ value }) => fromSecret(value));
	return makes && !readsSecret ? [...fed, source.words[0]] : fed;
}
/** From a secret mount, which no layer keeps. */
function fromSecret(value) {
	return value.includes("/run/secrets/");
}
/** `user:*` given to `chpasswd -e` locks the account. */
function locksOnly(value) {
	const lines = value.split(/\n|\\n/).filter((line) => line.includes(":"));
	return lines.length > 0 && lines.every((line) => locked.test(line.slice(line.indexOf(":") + 1).trim()));
}
const passwordName = /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE)$/i;
/** Values of switches such as ALLOW_EMPTY_PASSWORD=yes. */
const isSwitch = /^(?:|0|1|true|false|yes|no|on|off|none|disabled?)$/i;
function* variablesOf(image) {
	for (const instruction of image.dockerfile.instructions) {
		const { keyword, assignments } = instruction.trigger ?? instruction;
		if (keyword !== "ENV" && keyword !== "ARG") continue;
		for (const { name, value, position } of assignments) {
			const plain = value?.replace(/^(["'])(.*)\1$/s, "$2") ?? "";
			if (passwordName.test(name) && !isSwitch.test(plain)) yield report$1(image, position, `${keyword} ${name} holds a password`);
		}
	}
}

// packages/dockerfile/src/stages/written-lines.ts
const writers = /* @__PURE__ */ new Set([
	"echo",
	"printf",
	"cat",
	"tee"
]);
const editors = /* @__PURE__ */ new Set(["sed", "perl"]);
/** The lines that the commands and COPY heredocs of a build write, without comments. */
function* writtenLines(stages, commands) {
	for (const command of commands) if (writers.has(command.name)) yield* linesOf(command);
	else if (editors.has(command.name)) for (const word of command.words.slice(1)) yield* editedLines(word);
	for (const { steps } of stages) for (const { instruction } of steps) {
		const { keyword, heredocs } = instruction.trigger ?? instruction;
		if (keyword === "RUN") continue;
		for (const { body } of heredocs) yield* split(body.text, (offset) => body.positionAt(offset));
	}
}
function* linesOf({ words, redirects }) {
	const options = words.slice(1).filter(({ value }) => !/^-[neE]+$/.test(value));
	const spaced = options.every(({ value }) => !/\s/.test(value));
	const [first] = options;
	if (spaced && first) yield* split(options.map(({ value }) => value).join(" "), () => first.position);
	else for (const { value, position } of options) yield* split(value, () => position);
	for (const { operator, target } of redirects) {
		if (operator !== "<<" && operator !== "<<<") continue;
		let line = 0;
		for (const text of target.value.split("\n")) {
			const position = {
				line: target.position.line + line++,
				column: 1
			};
			yield* split(text, () => position);
		}
	}
}
/** What a `s/from/to/` or `a text` of sed writes; a name that `to` only refers back to is put in. */
function* editedLines({ value, position }) {
	for (const match of value.matchAll(/(?:^|[;\s\d$/}!,])s([/|#,@!%])((?:\\.|(?!\1)[^\\\n])*)\1((?:\\.|(?!\1)[^\\\n])*)\1/g)) {
		const from = (match[2] ?? "").slice(0, 1e3);
		const group = /\\?\((.*?)\\?\)/.exec(from)?.[1] ?? "";
		yield* split((match[3] ?? "").replace(/\\1|\$1|&/g, () => group.replace(/[^A-Za-z ].*$/, "") || from), () => position);
	}
	const appended = /(?:^|[\s\d$/])[aic]\\?\s+(.*)$/s.exec(value)?.[1];
	if (appended !== void 0) yield* split(appended, () => position);
}
function* split(text, positionAt) {
	let offset = 0;
	for (const line of text.split(/\\n|\n/)) {
		if (!/^\s*#/.test(line)) yield {
			text: line,
			position: positionAt(offset)
		};
		offset = text.indexOf(line, offset) + line.length;
	}
}

// packages/dockerfile/src/rules/no-passwordless-sudo.ts
const noPasswordlessSudo = {
	id: "no-passwordless-sudo",
	description: "No account becomes root without a password.",
	severity: "error",
	*check(image) {
		for (const { text, position } of writtenLines(image.stages, image.commands)) {
			if (!/\bNOPASSWD\s*:/.test(text)) continue;
			yield {
				message: "sudo without a password makes the account root: running as another user protects nothing",
				remedy: "Install what needs root while building, before USER, and leave sudo out.",
				locations: [image.at(position)]
			};
		}
	}
};

// packages/dockerfile/src/rules/no-root-login.ts
const setting = /\b(PermitRootLogin|PasswordAuthentication|PermitEmptyPasswords)[\s=]+["']?yes\b/i;
const meaning = {
	permitrootlogin: "root may log in",
	passwordauthentication: "a guessed password is enough to log in",
	permitemptypasswords: "an account without a password is open"
};
const noRootLogin = {
	id: "no-root-login",
	description: "sshd lets in neither root nor passwords, only keys of the image's own user.",
	severity: "error",
	*check(image) {
		for (const { text, position } of writtenLines(image.stages, image.commands)) {
			const name = setting.exec(text)?.[1];
			if (name) yield report(image, name, position);
		}
		for (const { name, words } of image.commands) {
			if (name !== "sshd") continue;
			for (const { value, position } of words) {
				const option = setting.exec(value)?.[1];
				if (option) yield report(image, option, position);
			}
		}
	}
};
function report(image, name, position) {
	return {
		message: `sshd is told ${name} yes: ${meaning[name.toLowerCase()] ?? ""} over the network`,
		remedy: `Leave it out, or write \`${name} no\`; put the caller's public key into authorized_keys at start.`,
		locations: [image.at(position)]
	};
}

// packages/dockerfile/src/rules/requirements-match-pins.ts
const requirementsMatchPins = {
	id: "requirements-match-pins",
	description: "Requirements name the very versions that model.yaml pins.",
	severity: "error",
	*check(image) {
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

// packages/dockerfile/src/rules/all-rules.ts
/** Every rule, by name. */
const rules = [
	aptKeyIsMended,
	baseMatchesPins,
	continuationIsNotBroken,
	copiedFilesExist,
	dockerignoreExcludesWeights,
	dockerignoreHasNoTrailingComment,
	filesAreReadable,
	finalUserIsRunpod,
	gitIsPinned,
	mmcvIndexMatchesCuda,
	noBakedPassword,
	noPasswordlessSudo,
	noRootLogin,
	requirementsMatchPins
];

// packages/dockerfile/src/rule.ts
function findingOf(rule, report) {
	const { message, remedy, locations, severity = rule.severity } = report;
	return {
		rule: rule.id,
		severity,
		message: message.slice(0, 4e3),
		remedy: remedy.slice(0, 4e3),
		locations: locations.slice(0, 100)
	};
}

// packages/dockerfile/src/verify-image.ts
const weight = {
	error: 0,
	warning: 1,
	info: 2
};
/** What the rules say about an image folder, worst first, then by file and line. */
function verifyImage(source, model, rules$1 = rules) {
	const image = readImage(source, model);
	return rules$1.flatMap((rule) => Array.from(rule.check(image), (report) => findingOf(rule, report))).sort((a, b) => weight[a.severity] - weight[b.severity] || compare(a.locations[0]?.file ?? "", b.locations[0]?.file ?? "") || (a.locations[0]?.line ?? 0) - (b.locations[0]?.line ?? 0) || compare(a.rule, b.rule));
}
function compare(a, b) {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

export { rules as n, verifyImage as t };