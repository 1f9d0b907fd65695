const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");
const require_zod = require("./zod.cjs");
const require_step_result = require("./step-result.cjs");
const require_lock = require("./lock.cjs");
const require_catalog = require("./catalog.cjs");
const require_dockerfile_syntax = require("./dockerfile-syntax.cjs");
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
		const same = open.get(keyOf$2(entry));
		if (same) same.push(entry);
		else open.set(keyOf$2(entry), [entry]);
	}
	for (const same of open.values()) same.reverse();
	const used = /* @__PURE__ */ new Set();
	const fresh = [];
	const known = [];
	for (const finding of findings) {
		const { rule, code = "", fingerprint = "", locations } = finding;
		const entry = refused.has(code) ? void 0 : open.get(keyOf$2({
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
function keyOf$2({ rule, file, fingerprint }) {
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
	entries.sort(compareEntries);
	return {
		schema: "verify-baseline/v1",
		findings: entries
	};
}
/** The order in the file: it depends on nothing but the entries. */
function compareEntries(a, b) {
	return compareTexts(a.file, b.file) || compareTexts(a.rule, b.rule) || compareTexts(a.fingerprint, b.fingerprint) || compareTexts(a.message ?? "", b.message ?? "");
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
function indentOf(file, line) {
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
		const text = textAt(file, line);
		const key = JSON.stringify([finding.rule, file]);
		const ofRule = counts.get(key) ?? /* @__PURE__ */ new Map();
		counts.set(key, ofRule);
		const occurrence = ofRule.get(text) ?? 0;
		ofRule.set(text, occurrence + 1);
		return {
			...finding,
			fingerprint: require_step_result.fingerprintOf(finding.rule, file, text, occurrence)
		};
	});
}
function readerOf$1(file) {
	const parsed = file.kind === "dockerfile" ? file.dockerfile ?? require_dockerfile_syntax.parseDockerfile(file.text) : void 0;
	const lines = parsed?.lines ?? editableFile(file).lines;
	const texts = /* @__PURE__ */ new Map();
	return (line) => {
		const place = (parsed && instructionAt(parsed.instructions, line)) ?? line;
		const known = texts.get(place);
		if (known !== void 0) return known;
		const text = collapsed(typeof place === "number" ? lines[place - 1] ?? "" : textOf$2(place));
		texts.set(place, text);
		return text;
	};
}
function collapsed(text) {
	const short = text.replace(/\s+/g, " ").trim();
	return short.length > maxText ? require_step_result.fingerprintOf("", "", short, 0) : short;
}
function textOf$2(instruction) {
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

// packages/dockerfile/src/baseline/merge-baseline.ts
/** A baseline written anew, with the entries of the former one that `covers` says this run could not have found. */
function mergeBaseline(former, fresh, covers) {
	const kept = former.filter((entry) => !covers(entry));
	const again = /* @__PURE__ */ new Map();
	for (const entry of fresh.findings) again.set(keyOf$1(entry), (again.get(keyOf$1(entry)) ?? 0) + 1);
	let dropped = 0;
	for (const entry of former) {
		if (!covers(entry)) continue;
		const left = again.get(keyOf$1(entry)) ?? 0;
		if (left === 0) dropped += 1;
		else again.set(keyOf$1(entry), left - 1);
	}
	const findings = [...fresh.findings, ...kept].sort(compareEntries);
	return {
		baseline: {
			...fresh,
			findings
		},
		written: fresh.findings.length,
		kept: kept.length,
		dropped
	};
}
function keyOf$1({ rule, file, fingerprint }) {
	return `${fingerprint} ${rule} ${file}`;
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
	const mark = source.startsWith("\ufeff") ? "\ufeff" : "";
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
		isDamaged: source.includes("\ufffd")
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
	const dockerfile = require_dockerfile_syntax.parseDockerfile(after);
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
const maxPlaces$2 = 5e3;
/** The places that fixes of one round have taken, in order; a place can be taken once. */
var TakenPlaces = class {
	byFile = /* @__PURE__ */ new Map();
	count = 0;
	/** Takes the places of all edits of a fix, or of none: false where one of them is taken already. */
	take(edits) {
		if (this.count + edits.length > maxPlaces$2 || edits.some((edit) => this.isTaken(edit))) return false;
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
			dockerfile: require_dockerfile_syntax.parseDockerfile(open.text)
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
const maxSteps$1 = 2e7;
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
			let x = k === -d || k !== d && at$1(furthest, middle + k - 1) < at$1(furthest, middle + k + 1) ? at$1(furthest, middle + k + 1) : at$1(furthest, middle + k - 1) + 1;
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
		if (steps > maxSteps$1) return void 0;
	}
}
function wayBack(kept, oldLength, nowLength) {
	const runs = [];
	let [x, y] = [oldLength, nowLength];
	for (let d = kept.length - 1; d > 0; d--) {
		const furthest = kept[d];
		const middle = d + 1;
		const k = x - y;
		const down = k === -d || k !== d && at$1(furthest, middle + k - 1) < at$1(furthest, middle + k + 1);
		const oldStart = down ? at$1(furthest, middle + k + 1) : at$1(furthest, middle + k - 1);
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
const at$1 = (numbers, index) => numbers[index] ?? 0;

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
	const old = linesOf$3(before);
	const now = linesOf$3(after);
	const [a, b] = [quotePath(`a/${path}`), quotePath(`b/${path}`)];
	const tab = /\s/.test(path) ? "	" : "";
	return `diff --git ${a} ${b}\n--- ${a}${tab}\n+++ ${b}${tab}\n` + hunksOf(changedRuns(old, now), context, old.length).map((runs) => writeHunk(runs, old, now, context)).join("");
}
/** The lines with their ends; the last one may have none. */
function linesOf$3(text) {
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
	const parts = [`@@ -${range(from, to)} +${range(nowFrom, nowTo)} @@\n`];
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
function range(from, to) {
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
		if (kind === "model" && !alone && isQuoted$1(text.slice(0, column - 1))) return void 0;
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
function isQuoted$1(text) {
	return text.split("\"").length % 2 === 0 || text.split("'").length % 2 === 0;
}

// packages/dockerfile/src/ignores/near-ignore.ts
/** A comment of ours is short; of a longer one the beginning says what it is. */
const maxLength$2 = 300;
/** Files with comments, where one of ours would be looked for. */
const speaks = /mia[\s:_.-]*[a-z]|MIA\d{3}/i;
/** Whether reading the lines of a text can find anything. */
function mayHoldNearIgnores(text) {
	return speaks.test(text);
}
/** The near miss that a line is. It must have been read for a proper comment before. */
function readNearIgnore(text, line, kind) {
	if (!speaks.test(text)) return void 0;
	const start = text.length - text.trimStart().length;
	if (text[start] !== "#") return behindCode(text, line, kind);
	const body = text.slice(start, start + maxLength$2).replace(/^#+\s*/, "");
	const found = ofOurName(body) ?? ofOurCode(body);
	return found && {
		line,
		column: start + 1,
		endColumn: text.length + 1,
		wrong: "words",
		...found
	};
}
/** `RUN x  # mia-ignore[...]: reason`: only on a line of its own is it read there. */
function behindCode(text, line, kind) {
	if (kind !== "dockerfile" && kind !== "script") return void 0;
	const at = text.search(/\s#\s?mia-ignore(?:-file|-stage)?\[/i);
	if (at < 0 || isQuoted(text.slice(0, at))) return void 0;
	const rest = text.slice(text.indexOf("[", at), at + maxLength$2);
	return {
		line,
		column: at + 2,
		endColumn: text.length + 1,
		wrong: "place",
		rest,
		isVague: false
	};
}
/** `mia ignore`, `mia: ignore`, `mia_ingore[...]`. */
function ofOurName(body) {
	const match = /^mia\s?[:_.-]?\s?([a-z]+)/i.exec(body);
	const word = match?.[1]?.toLowerCase() ?? "";
	if (match === null || !(meansIgnoring.has(word) || isNearIgnore(word))) return void 0;
	const rest = body.slice(match[0].length);
	return {
		rest,
		isVague: !((word === "ignore" || isNearIgnore(word)) && /^\s*(?:[:=].*)?$/.test(rest)) && !/^\s*[[(]/.test(rest)
	};
}
/** `ignore MIA103`, `noqa: MIA103`, `MIA103: ignore`. */
function ofOurCode(body) {
	const first = /^([a-z]+)[\s:=]{0,3}[[(]?(?=MIA\d{3}\b)/i.exec(body);
	if (first && meansIgnoring.has(first[1]?.toLowerCase() ?? "")) return {
		rest: body.slice(first[0].length),
		isVague: true
	};
	return /^MIA\d{3}\s?[:=]?\s?ignore\b/i.test(body) ? {
		rest: body,
		isVague: true
	} : void 0;
}
const meansIgnoring = /* @__PURE__ */ new Set([
	"ignore",
	"ignored",
	"noqa",
	"nolint",
	"disable",
	"suppress",
	"skip",
	"allow"
]);
/** Two letters that changed places, one too many, too few or wrong. */
function isNearIgnore(word) {
	return /^(?:ingore|ignroe|igonre|ignoer|gnore|inore|igore|ignre|ignoe|ignor|i+g+n+o+r+e+)$/.test(word);
}
/** Whether a quote is open at the end of a piece of a shell command. */
function isQuoted(text) {
	return text.split("\"").length % 2 === 0 || text.split("'").length % 2 === 0;
}

// packages/dockerfile/src/ignores/find-comments.ts
/** Ten times what any honest file has. */
const maxComments = 1e3;
const maxNames$3 = 2e3;
const maxNear = 100;
/** The ignore comments of a file with the lines each speaks of. */
function findComments(file) {
	if (!mayHoldNearIgnores(file.text)) return {
		comments: [],
		near: [],
		complete: true
	};
	const { kind } = file;
	const dockerfile = kind === "dockerfile" ? file.dockerfile ?? require_dockerfile_syntax.parseDockerfile(file.text) : void 0;
	const lines = dockerfile?.lines ?? editableFile(file).lines;
	const place = dockerfile ? dockerfileComments(dockerfile) : lineComments(lines, kind);
	const complete = dockerfile === void 0 || dockerfile.problems.length === 0;
	const comments = [];
	const near = [];
	let names = 0;
	for (const [index, text] of lines.entries()) {
		const comment = readIgnoreComment(text, index + 1, hasCommentsAtEnd(kind));
		const missed = comment || near.length === maxNear ? void 0 : readNearIgnore(text, index + 1, kind);
		if (missed && place({
			...missed,
			form: "",
			alone: missed.wrong === "words"
		})) near.push(missed);
		const placed = comment && place(comment);
		if (!placed) continue;
		names += comment.names.length;
		if (comments.length === maxComments || names > maxNames$3) return {
			comments,
			near,
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
		near,
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
	if (misplaced !== void 0) report(`this comment ignores nothing: ${misplaced}`, places$1[comment.form] ?? "");
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
const places$1 = {
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

// packages/dockerfile/src/ignores/judge-near-ignore.ts
/** That a comment ignores nothing although it means to; undefined where it may be an ordinary one. */
function judgeNearIgnore(file, near, rules) {
	const names = namesIn(near.rest, rules);
	if (near.isVague && names.length === 0) return void 0;
	const { line, column, endColumn } = near;
	const location = {
		file,
		line,
		column,
		endLine: line,
		endColumn
	};
	const form = `# mia-ignore[${names.length === 0 ? "rule" : names.join(", ")}]: reason`;
	if (near.wrong === "place") return reasonFinding("this comment stands behind something on its line, where it is not read, so it ignores nothing", `Put it on a line of its own, directly above: ${form}.`, location);
	return reasonFinding("this comment seems to ignore a rule, but is not written so, and ignores nothing", `Write ${form}.`, location);
}
/** The rules that a text names by id or code, each as it is written there. */
function namesIn(text, { ids }) {
	const words = text.split(/[^\w-]+/).filter((word) => ids.has(word.toLowerCase()));
	return [...new Set(words)].slice(0, 10);
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
* change, and nowhere else: who looks at that place must see why it stays as it is. Where a rule's locations are all places
* to change, each is ignored by itself.
*/
function applyIgnores(findings, files, { known, enforced = [], ran }) {
	const rules = ignorableRules(known, enforced);
	const read = /* @__PURE__ */ new Map();
	for (const file of files) if (!read.has(file.path)) read.set(file.path, readFile(file, rules));
	const kept = [];
	const suppressed = [];
	const ofPlaces = new Set(known.filter(({ everyPlace }) => everyPlace).map(({ id }) => id));
	const ignoreOf = (rule, place) => {
		const ignores = place && read.get(place.file)?.byRule.get(rule);
		let first;
		for (const ignore of ignores ?? []) {
			if (place === void 0 || !ignore.lines) continue;
			if (place.line < ignore.lines.from || place.line > ignore.lines.to) continue;
			ignore.used = true;
			first ??= ignore;
		}
		return first;
	};
	for (const whole of findings) {
		const parts = ofPlaces.has(whole.rule) ? partsOf$1(whole, ignoreOf) : [whole];
		for (const finding of parts) {
			const first = ignoreOf(finding.rule, finding.locations[0]);
			if (first) suppressed.push({
				finding,
				reason: first.reason,
				location: first.location
			});
			else kept.push(finding);
		}
	}
	const seen = ran && new Set(ran);
	const about = [...read.values()].flatMap((file) => [...file.findings, ...unusedOf(file, seen)]);
	return {
		findings: [...kept, ...about],
		suppressed
	};
}
/** What of a finding no comment ignores, and a finding for the places of each comment that ignores some. */
function partsOf$1(finding, ignoreOf) {
	const byIgnore = /* @__PURE__ */ new Map();
	for (const place of finding.locations) {
		const ignore = ignoreOf(finding.rule, place);
		const others = byIgnore.get(ignore);
		if (others) others.push(place);
		else byIgnore.set(ignore, [place]);
	}
	if (byIgnore.size === 1) return [finding];
	return [...byIgnore.values()].map((locations) => {
		const { fix, ...rest } = finding;
		const lines = new Set(locations.map(({ file, line }) => `${line} ${file}`));
		const edits = fix?.edits.filter(({ file, line }) => lines.has(`${line} ${file}`)) ?? [];
		return {
			...rest,
			locations,
			...fix && edits.length > 0 && { fix: {
				...fix,
				edits
			} }
		};
	});
}
function readFile(file, rules) {
	const { comments, near, complete, unreadFrom } = findComments(file);
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
	for (const one of near) {
		const finding = judgeNearIgnore(file.path, one, rules);
		if (finding) found.findings.push(finding);
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
const maxLooked$3 = 65536;
const condaLine = /^[\w.-]+=[^=\s]+=[^=\s]*$/;
function fileKind(text) {
	const lines = text.slice(0, maxLooked$3).split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
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
function exactVersion$1(clauses) {
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
		case "==": return isSame$3(version, wanted);
		case "!=": return !isSame$3(version, wanted);
		case "<=": return comparePublic(version, wanted) <= 0;
		case ">=": return comparePublic(version, wanted) >= 0;
		case "<": return compareVersions$1(version, wanted) < 0 && !isPreOf(version, wanted);
		case ">": return comparePublic(version, wanted) > 0 && !isPostOf(version, wanted);
		case "~=": return comparePublic(version, wanted) >= 0 && withPrefix(version, parent(wanted));
		default: return;
	}
}
function isSame$3(version, wanted) {
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
const maxDepth$2 = 50;
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
		const inner = depth < maxDepth$2 ? this.alternatives(depth + 1) : void 0;
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
	const file = require_dockerfile_syntax.nameOf(body.split(/[?#]/, 1)[0] ?? "");
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
		return readWheel(require_dockerfile_syntax.nameOf(bare), begin, body.length, path);
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
const maxLine$2 = 4096;
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
		if (joiner.isEmpty() && raw.length <= maxLine$2) {
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
		if (!this.refused && !isComment && (raw.length > maxLine$2 || this.length > maxJoined)) {
			this.refused = true;
			this.report({
				position: at,
				...tooLong(raw.length > maxLine$2)
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
		message: `this line cannot be checked: it is longer than ${(alone ? maxLine$2 : maxJoined) / 1024} KiB${alone ? "" : " with those joined to it"}`,
		remedy: "Write one requirement a line; long lists of hashes go on behind a backslash."
	};
}
function withoutComment(parts) {
	const [only] = parts;
	const joined = only && parts.length === 1 ? new WholeLine(only.text, only.at.line, only.at.column) : require_dockerfile_syntax.SpannedText.join(parts);
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
function hasVariable(text) {
	return text.includes("${") && /\$\{[A-Z0-9_]+\}/.test(text);
}
/** Reads the options of one line, from `from` on, as pip does: the words of a shell, then each option by its name or a beginning of it. */
function readOptions(line, from) {
	const words = shellWords(line.text, from);
	if ("problem" in words) return words;
	const { tokens } = words;
	const options = [];
	const add = (name, value, word) => {
		const known = !hasVariable(value);
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
	if (text.startsWith("\ufffd\ufffd") && text.includes("\0")) return text.slice(2).replaceAll("\0", "");
	return text.startsWith("\ufeff") ? text.slice(1) : text;
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
	const reading = readRequirement(written, !hasVariable(written.text));
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
	if (file.problems.length < maxProblems && !hasVariable(text)) file.problems.push(problem);
}

// packages/dockerfile/src/policy/built-in.ts
/** Nothing beyond what is true of every image. */
const none$1 = {
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
	...none$1,
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
const policies = new Map([none$1, runpod].map((one) => [one.name, one]));

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
	return text === value && end?.line === position.line && end.column - position.column === value.length ? require_dockerfile_syntax.SpannedText.join([{
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
	busybox: {},
	chroot: {
		valued: ["--userspec", "--groups"],
		skips: 1
	},
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
	setpriv: { valued: [
		"--reuid",
		"--regid",
		"--groups",
		"--securebits",
		"--pdeathsig"
	] },
	setsid: {},
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
	const inFind = shellInFind(rest);
	if (inFind) {
		rest = inFind;
		via.push("find");
	}
	return {
		words: rest,
		script: scriptOf$1(rest),
		takesInput,
		via
	};
}
/** `find ... -exec sh -c script`: other programs than shells are left to whoever looks at find. */
function shellInFind(words) {
	if (nameOf$2(words) !== "find") return void 0;
	const at = words.findIndex(({ value }) => /^-(?:exec|execdir|ok|okdir)$/.test(value));
	return at > 0 && shells.test(words[at + 1]?.value ?? "") ? words.slice(at + 1) : void 0;
}
function nameOf$2(words) {
	return words[0]?.known ? words[0].value.split("/").at(-1) : void 0;
}
function scriptOf$1(words) {
	const name = words[0]?.value ?? "";
	if (name === "eval") return joinWords(words.slice(1));
	const isSu = nameOf$2(words) === "su" || nameOf$2(words) === "script";
	if (!shells.test(name) && !isSu) return void 0;
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
	while (at.pipedFrom && passesOn$1.has(at.pipedFrom.name) && textsOf(at).length === 0) at = at.pipedFrom;
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
const passesOn$1 = /* @__PURE__ */ new Set(["cat", "tee"]);
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

// packages/dockerfile/src/shell/names-set.ts
const readers$2 = /^(?:read|mapfile|readarray|getopts|unset)$/;
const keepers = /^(?:export|readonly|local|declare|typeset)$/;
/** Whether the command's words may be `NAME=value`. */
function keepsValues(command) {
	return keepers.test(command.name?.value ?? "");
}
/** Variables that a command gives a value which its words do not show: `read X`, `printf -v X`, `unset X`, `local X`. */
function namesFilled(command) {
	const name = command.name?.value ?? "";
	const words = command.args.flatMap((word) => word.type === "Word" ? [word.value] : []);
	if (readers$2.test(name) || name === "local") return words.filter((word) => /^[A-Za-z_]\w*$/.test(word));
	if (name === "printf" && words[0] === "-v") return words.slice(1, 2);
	return name === "let" ? words.flatMap((word) => /^[A-Za-z_]\w*/.exec(word)?.[0] ?? []) : [];
}
/** All variables that a command sets in the shell that runs it. */
function namesOf$1(command) {
	return [...[...command.name === void 0 ? command.prefix : [], ...keepsValues(command) ? command.args : []].flatMap((part) => part.type === "Assignment" ? [part.name] : []), ...namesFilled(command)];
}
const loops = /* @__PURE__ */ new Set([
	"For",
	"Select",
	"While",
	"ArithmeticFor"
]);
/**
* The variables that something sets inside of a loop, at whichever of its rounds. All loops inside are looked at in the same
* walk: they stand within each other. `maxOpen`: those that are nested deeper get no answer of their own.
*/
function namesInLoops(node, known, maxOpen) {
	const found = known.get(node);
	if (found) return found;
	const open = [];
	const add = (name) => {
		for (const names of open) names.add(name);
	};
	const visit = (at) => {
		if (at.type === "Word" || at.type === "Script" || at.type === "Function" || at.type === "Subshell") return;
		if (at.type === "Command") {
			for (const name of namesOf$1(at)) add(name);
			return;
		}
		const isOwn = at === node || loops.has(at.type) && open.length < maxOpen;
		if (isOwn) {
			const names = /* @__PURE__ */ new Set();
			open.push(names);
			known.set(at, names);
		}
		if (at.type === "For" || at.type === "Select") add(at.name.text);
		require_unbash.forEachChild(at, visit);
		if (isOwn) open.pop();
	};
	visit(node);
	return known.get(node) ?? /* @__PURE__ */ new Set();
}

// packages/dockerfile/src/shell/script-ways.ts
/** Ways within ways that are followed one by one; no honest script comes near. */
const maxNested = 40;
/** Which ways a script may go: keeps the values of its variables apart, and says of each command in which way it stands. */
var ScriptWays = class {
	/** Of the command that is read now. */
	branch;
	values;
	inLoops = /* @__PURE__ */ new WeakMap();
	last = /* @__PURE__ */ new WeakSet();
	guards = /* @__PURE__ */ new WeakMap();
	constructor(values) {
		this.values = values;
	}
	/** Visits the children of a node in the order written. */
	follow(node, visit) {
		switch (node.type) {
			case "If":
				visit(node.clause);
				this.fork(node.else === void 0, armsOf(node), visit);
				return;
			case "Case": {
				visit(node.word);
				if (node.items.some(({ terminator }) => terminator === ";&" || terminator === ";;&")) this.forgetIn(node);
				const takesAll = node.items.some(({ pattern }) => pattern.some(({ text }) => text === "*"));
				this.fork(!takesAll, node.items, visit);
				return;
			}
			case "While":
				this.forgetIn(node);
				this.fork(true, [node], () => require_unbash.forEachChild(node, visit));
				return;
			case "For":
			case "Select":
			case "ArithmeticFor":
				this.forgetIn(node);
				this.values.fork(true, [{
					ends: false,
					run: () => require_unbash.forEachChild(node, visit)
				}]);
				return;
			case "Function":
				this.values.inFunction(() => this.fork(true, [node], () => require_unbash.forEachChild(node, visit)));
				return;
			case "Subshell":
			case "Coproc":
			case "CommandExpansion":
			case "ProcessSubstitution":
				this.values.isolated(() => require_unbash.forEachChild(node, visit));
				return;
			case "Statement":
				if (node.background) this.values.isolated(() => visit(node.command));
				else visit(node.command);
				return;
			case "Pipeline":
				if (node.commands.length === 1) require_unbash.forEachChild(node, visit);
				else require_unbash.forEachChild(node, (child) => this.values.isolated(() => visit(child)));
				return;
			case "AndOr":
				this.followChain(node, visit);
				return;
			case "Script": {
				const last = node.commands.at(-1)?.command;
				if (last) this.last.add(last);
				require_unbash.forEachChild(node, visit);
				return;
			}
			default:
				require_unbash.forEachChild(node, visit);
				return;
		}
	}
	/**
	* Whether a command of a list runs only where a test says so: `[ "$A" = b ] && ...`. Where nothing follows the list, its
	* failure is the script's.
	*/
	isGuarded(node, at) {
		return at > this.guardOf(node);
	}
	guardOf(node) {
		const known = this.guards.get(node) ?? (this.last.has(node) ? node.commands.length : firstTest(node));
		this.guards.set(node, known);
		return known;
	}
	followChain(node, visit) {
		const { commands, operators } = node;
		const lastOr = operators.lastIndexOf("||");
		const around = this.branch;
		const ending = chainArms(node);
		const fork = forkOf(ending, false);
		const guard = this.guardOf(node);
		const chain = this.values.chain();
		let arm = 0;
		let way = around;
		for (const [index, command] of commands.entries()) {
			const isOther = index > 0 && operators[index - 1] === "||";
			if (isOther) arm += 1;
			if (lastOr < 0) {
				if (index === guard + 1) way = this.inside(forkOf([false], true), 0, false);
			} else if (index > lastOr + 1) way = around;
			else if (index === 0 || isOther) way = this.inside(fork, arm, ending[arm] === true);
			this.branch = way;
			if (isOther) chain.otherwise(ends(command), canFail(command), () => visit(command));
			else chain.next(canFail(command), () => visit(command));
			this.branch = around;
		}
		chain.close();
	}
	fork(mayPass, nodes, visit) {
		const around = this.branch;
		if ((around?.depth ?? 0) >= maxNested) {
			this.values.unfollowed(() => {
				for (const node of nodes) visit(node);
			});
			return;
		}
		const ending = nodes.map(ends);
		const fork = forkOf(ending, mayPass);
		const arms = nodes.map((node, arm) => ({
			ends: ending[arm] === true,
			run: () => {
				this.branch = this.inside(fork, arm, ending[arm] === true);
				visit(node);
				this.branch = around;
			}
		}));
		this.values.fork(mayPass, arms);
	}
	inside(fork, arm, isEnd) {
		const { branch: within } = this;
		const depth = (within?.depth ?? 0) + 1;
		return depth > maxNested ? within : {
			fork,
			arm,
			ends: isEnd,
			within,
			depth
		};
	}
	forgetIn(node) {
		for (const name of namesInLoops(node, this.inLoops, maxNested)) this.values.set(name, void 0);
	}
};
/** `ending`: of each way whether it ends the script. */
function forkOf(ending, mayPass) {
	const open = ending.filter((isEnd) => !isEnd).length + (mayPass ? 1 : 0);
	return {
		arms: ending.length,
		mayPass,
		open
	};
}
/** What `||` parts: of each whether it ends the script. */
function chainArms({ commands, operators }) {
	return commands.flatMap((_, index) => {
		return index === 0 || operators[index - 1] === "||" ? [ends(commands[endOfArm(operators, index)])] : [];
	});
}
function armsOf({ then, elif, else: other }) {
	return [
		then,
		...elif,
		...other ? [other] : []
	];
}
/** Where the list's first test stands; behind its end where it has none. */
function firstTest({ commands }) {
	const at = commands.findIndex((one) => {
		const node = one.type === "Pipeline" && one.commands.length === 1 ? one.commands[0] : one;
		if (node?.type === "TestCommand" || node?.type === "ArithmeticCommand") return true;
		return node?.type === "Command" && /^(?:\[|test)$/.test(node.name?.value ?? "");
	});
	return at < 0 ? commands.length : at;
}
function endOfArm(operators, start) {
	let at = start;
	while (operators[at] === "&&") at += 1;
	return at;
}
/** Whether the script surely stops at the end of a node, or the function does. */
function ends(node) {
	switch (node?.type) {
		case "Command": return /^(?:exit|return)$/.test(node.name?.value ?? "");
		case "Statement":
		case "Redirected": return ends(node.command);
		case "CompoundList": return ends(node.commands.at(-1));
		case "AndOr": return !node.operators.includes("||") && ends(node.commands.at(-1));
		case "BraceGroup":
		case "CaseItem": return ends(node.body);
		case "Elif": return ends(node.then);
		default: return false;
	}
}
const cannotFail = /^(?:true|:|echo|export|readonly|local|declare|typeset|set|shopt|umask|unset)$/;
function canFail(node) {
	if (node.type !== "Command") return true;
	return node.name === void 0 ? mayRun(node) : !cannotFail.test(node.name.value);
}
/** `V=$(program)` fails where the program does. */
function mayRun({ prefix }) {
	return prefix.some((part) => part.type !== "Assignment" || /\$\(|`/.test(part.text));
}

// packages/dockerfile/src/shell/sourced.ts
/** What os-release(5) names; general knowledge, not checked at a source. One too many costs a finding, no false alarm. */
const osRelease = "NAME ID ID_LIKE PRETTY_NAME CPE_NAME VARIANT VARIANT_ID VERSION VERSION_ID VERSION_CODENAME BUILD_ID IMAGE_ID IMAGE_VERSION RELEASE_TYPE HOME_URL DOCUMENTATION_URL SUPPORT_URL BUG_REPORT_URL PRIVACY_POLICY_URL SUPPORT_END LOGO ANSI_COLOR VENDOR_NAME VENDOR_URL DEFAULT_HOSTNAME ARCHITECTURE SYSEXT_LEVEL UBUNTU_CODENAME DEBIAN_CODENAME".split(" ");
/** Scripts of environments and shells: they set PATH and names of their own, and leave what a Dockerfile sets. */
const plain$2 = /(?:^|\/)(?:activate|conda\.sh|mamba\.sh|nvm\.sh|\.?(?:bash|z|ksh)rc|bash\.bashrc|\.?(?:bash_)?profile|bash_completion|setvars\.sh|setup-env\.sh|\.cargo\/env|env_parallel\.bash)$|^\/opt\/ros\/.*\/(?:local_)?setup\.(?:ba)?sh$/;
const hooks = /\b(?:conda|mamba|micromamba|pyenv|ssh-agent|brew|direnv|dircolors|luarocks)\b/;
/** Whether a command runs a script in the shell itself: it may set names that nobody sees. */
function isSourcing({ name }) {
	return name === "." || name === "source" || name === "eval";
}
/** What such a script may change of the variables that are set already. */
function changedBySourcing({ name, words }) {
	if (name === "eval") return words.slice(1).filter(({ known }) => !known).every(({ text }) => hooks.test(text.slice(0, 1e3))) ? [] : "all";
	const file = words[1]?.value.slice(-1e3) ?? "";
	if (file === "/dev/stdin" || plain$2.test(file)) return [];
	return /^\/(?:etc|usr\/lib)\/(?:os-release|lsb-release)$/.test(file) ? osRelease : "all";
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

// packages/dockerfile/src/shell/script-values.ts
/**
* The variables of a script along its ways: each way of an `if` starts from what was before it, and behind it a value is known
* only where all ways agree. Changes are kept in a list and taken back from its end, so that no way costs a copy.
*/
var ScriptValues = class {
	outer;
	entries = /* @__PURE__ */ new Map();
	trail = [];
	/** Set in functions, which may be called anywhere: never known. */
	anywhere = /* @__PURE__ */ new Set();
	age = 0;
	ages = 0;
	hidesOuter = false;
	inUnfollowed = false;
	constructor(outer) {
		this.outer = outer;
	}
	/** Undefined where the value is not known. */
	get = (name) => {
		if (this.anywhere.has(name)) return void 0;
		const entry = this.entries.get(name);
		if (entry) return entry.age === this.age ? entry.value : void 0;
		return this.hidesOuter ? void 0 : this.outer(name);
	};
	set(name, value) {
		if (this.inUnfollowed) this.anywhere.add(name);
		else this.put(name, {
			value,
			age: this.age
		});
	}
	/** A script that nobody can read was run here: it may have set anything. */
	forgetAll() {
		this.age = ++this.ages;
		this.hidesOuter = true;
	}
	/** A subshell: what it sets stays inside. */
	isolated(run) {
		const { age, hidesOuter } = this;
		const start = this.trail.length;
		run();
		this.take(start);
		this.age = age;
		this.hidesOuter = hidesOuter;
	}
	/** The body of a function. What was set outside may be something else when it is called. */
	inFunction(run) {
		const { age, hidesOuter } = this;
		const start = this.trail.length;
		this.age = ++this.ages;
		run();
		for (const name of this.take(start).keys()) this.anywhere.add(name);
		this.age = age;
		this.hidesOuter = hidesOuter;
	}
	/** Nested too deeply to be followed: what is set inside is not known from here on. */
	unfollowed(run) {
		const before = this.inUnfollowed;
		this.inUnfollowed = true;
		run();
		this.inUnfollowed = before;
	}
	/** One of several ways, or none of them where `mayPass`. A way that ends leaves nothing behind. */
	fork(mayPass, arms) {
		const start = this.trail.length;
		let left;
		let open = mayPass ? 1 : 0;
		for (const { ends, run } of arms) {
			run();
			const changed = this.take(start);
			if (ends) continue;
			open += 1;
			for (const [name, value] of changed) {
				left ??= /* @__PURE__ */ new Map();
				const known = left.get(name);
				if (known) known.push(value);
				else left.set(name, [value]);
			}
		}
		for (const [name, values] of left ?? []) {
			if (values.length < open) values.push(this.get(name));
			const [first] = values;
			this.set(name, values.every((value) => value === first) ? first : void 0);
		}
	}
	/** Follows a list of `&&` and `||`. */
	chain() {
		return new ValueChain(this);
	}
	mark() {
		return this.trail.length;
	}
	/** The names that were set since then. */
	namesSince(mark) {
		return this.trail.slice(mark).map(({ name }) => name);
	}
	/** Takes back what was set since then, and gives it. */
	take(mark) {
		if (this.trail.length === mark) return nothing;
		const changed = /* @__PURE__ */ new Map();
		for (let index = this.trail.length - 1; index >= mark; index--) {
			const { name } = this.trail[index];
			if (!changed.has(name)) changed.set(name, this.get(name));
		}
		while (this.trail.length > mark) {
			const { name, before } = this.trail.pop();
			if (before) this.entries.set(name, before);
			else this.entries.delete(name);
		}
		return changed;
	}
	put(name, entry) {
		this.trail.push({
			name,
			before: this.entries.get(name)
		});
		this.entries.set(name, entry);
	}
};
const nothing = /* @__PURE__ */ new Map();
/** What a list of `&&` and `||` leaves: whatever stands behind a command that may fail need not have happened. */
var ValueChain = class {
	values;
	/** From where on something may not have happened; undefined where nothing failed so far. */
	start;
	/** Names from before `start` of which the same is true. */
	doubtful = [];
	constructor(values) {
		this.values = values;
	}
	/** The first command, and those behind `&&`. */
	next(canFail, run) {
		if (canFail) this.start ??= this.values.mark();
		run();
	}
	/** Behind `||`. */
	otherwise(ends, canFail, run) {
		const { values } = this;
		if (this.start === void 0) {
			values.isolated(run);
			return;
		}
		const doubtful = this.inDoubt();
		const mark = values.mark();
		for (const name of doubtful) values.set(name, void 0);
		run();
		const left = values.take(mark);
		this.start = void 0;
		this.doubtful = [];
		if (ends) return;
		for (const [name, value] of left) if (values.get(name) !== value) values.set(name, void 0);
		else if (value !== void 0) this.doubtful.push(name);
		if (canFail) this.start = values.mark();
		else this.doubtful = [];
	}
	close() {
		for (const name of this.inDoubt()) this.values.set(name, void 0);
	}
	inDoubt() {
		const recent = this.start === void 0 ? [] : this.values.namesSince(this.start);
		return new Set([...this.doubtful, ...recent].filter((name) => this.values.get(name) !== void 0));
	}
};

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
	return joined$1(word.parts, variables);
}
function joined$1(parts, lookup) {
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
		case "LocaleString": return joined$1(part.parts, lookup);
		case "Glob": return {
			value: part.text,
			known: true,
			tooLong
		};
		case "SimpleExpansion":
		case "ParameterExpansion": {
			const read = require_dockerfile_syntax.expand(part.text, lookup);
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
/** UTF-16 units of a substitution that are kept. */
const maxMade = 2e3;
/** Reads words with the variables that the script has set until then. */
var WordReader = class {
	reading;
	unread;
	values;
	/** Of variables that a substitution sets: its text. */
	made = /* @__PURE__ */ new Map();
	constructor(step, reading, unread) {
		this.reading = reading;
		this.unread = unread;
		this.values = new ScriptValues((name) => step.variables(name) ?? void 0);
	}
	read(word, source) {
		const position = source.positionAt(word.pos);
		const end = source.isExact ? source.endAt(word.end) : void 0;
		const plain = this.valueOf(word, position);
		const made = plain.known ? void 0 : this.madeBy(word.text);
		const read = {
			text: word.text,
			position,
			end,
			...plain,
			...made === void 0 ? {} : { made }
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
		for (const name of namesFilled(node)) this.values.set(name, void 0);
		for (const part of [...alone ? node.prefix : [], ...keepsValues(node) ? node.args : []]) {
			if (part.type !== "Assignment") continue;
			const plain = part.value.type === "Word" && !part.append && !part.index;
			const word = part.value;
			const read = plain ? this.valueOf(word, position) : void 0;
			this.values.set(part.name, read?.known ? read.value : void 0);
			this.keepMade(part.name, read && !read.known ? part.text : void 0);
		}
	}
	/** From here on nobody knows what the variable holds. */
	forget(name) {
		this.values.set(name, void 0);
	}
	/** A script that was run in this shell may have changed these. */
	forgetSourced(names) {
		if (names === "all") this.values.forgetAll();
		else for (const name of names) this.values.set(name, void 0);
	}
	/** `read KEY < file`: as `KEY=$(cat file)`. */
	keepRead(words, redirects) {
		const file = redirects.find(({ operator }) => operator === "<")?.target.text;
		for (const { value } of words.slice(1, 20)) {
			if (!/^[A-Za-z_]\w*$/.test(value)) continue;
			this.forget(value);
			this.keepMade(value, file === void 0 ? void 0 : `$(cat ${file})`);
		}
	}
	keepMade(name, text) {
		const made = (text !== void 0 && /\$\(|`/.test(text) ? text.slice(0, maxMade) : void 0) ?? (text === void 0 ? void 0 : this.madeBy(text));
		if (made === void 0) this.made.delete(name);
		else this.made.set(name, made);
	}
	/** What the variables that a text names were set by. */
	madeBy(text) {
		if (this.made.size === 0) return void 0;
		const names = text.slice(0, maxMade).matchAll(/\$\{?([A-Za-z_]\w{0,99})/g);
		const found = new Set([...names].flatMap(([, name = ""]) => this.made.get(name) ?? []));
		return found.size === 0 ? void 0 : [...found].join(" ").slice(0, maxMade);
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
		const read = wordValue(word, this.values.get);
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
	ways;
	/** What is around the command that is read now. */
	via = [];
	conditional = false;
	outputs = [];
	loops = [];
	inFunction;
	constructor(step, reading, file) {
		this.step = step;
		this.reading = reading;
		this.file = file;
		this.unread = new UnreadScript(step, reading, file);
		this.words = new WordReader(step, reading, this.unread);
		this.ways = new ScriptWays(this.words.values);
	}
	/** Gives the last command of the script. `depth`: how many scripts it stands in. */
	readScript(source, depth, pipedFrom) {
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
			return this.visit(script, source, depth, pipedFrom);
		} catch (error) {
			if (error instanceof RangeError) return this.unread.leaveOut(source.positionAt(0), "it is nested too deeply");
			throw error;
		}
	}
	/** Gives the last command inside the node: its output is what a pipe behind the node reads. */
	visit(node, source, depth, pipedFrom) {
		if (node.type === "Command") return this.readCommand(node, source, depth, pipedFrom);
		if (node.type === "Script" && node.source !== void 0 && node.source !== source.text) {
			const inner = require_dockerfile_syntax.SpannedText.join([{
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
		const { loops, inFunction } = this;
		if (node.type === "For" || node.type === "Select") {
			const values = node.wordlist?.map((word) => this.words.read(word, source)) ?? [];
			this.words.forget(node.name.text);
			if (values.length <= maxLoopValues && values.every(({ known }) => known)) this.loops = [...loops, {
				name: node.name.text,
				values: values.map(({ value }) => value)
			}].slice(-3);
		}
		if (node.type === "Function") this.inFunction = {
			name: node.name.text,
			always: true
		};
		let last;
		const piped = node.type === "Pipeline";
		const { conditional, outputs } = this;
		if (node.type === "Pipeline" && node.prefixes.some(({ type }) => type === "Negation") || onCondition.has(node.type)) {
			this.conditional = true;
			if (node.type !== "Function") this.inCondition();
		}
		if (node.type === "Redirected") {
			const read = node.redirects.flatMap((redirect) => this.words.redirect(redirect, source));
			this.outputs = [...outputs, ...read.filter(({ operator }) => operator.startsWith(">"))];
		}
		let index = 0;
		const lastOr = node.type === "AndOr" ? node.operators.lastIndexOf("||") : -1;
		this.ways.follow(node, (child) => {
			const input = piped ? last ?? pipedFrom : pipedFrom;
			if (node.type === "AndOr") {
				const at = index++;
				const decides = at <= lastOr || node.operators[at - 1] === "||" || this.ways.isGuarded(node, at);
				this.conditional = conditional || decides;
				if (decides) this.inCondition();
			}
			last = this.visit(child, source, depth, input) ?? last;
		});
		this.conditional = conditional;
		this.outputs = outputs;
		this.loops = loops;
		this.inFunction = inFunction;
		return last;
	}
	inCondition() {
		if (this.inFunction) this.inFunction = {
			...this.inFunction,
			always: false
		};
	}
	readCommand(node, source, depth, pipedFrom) {
		const words = splitName([...node.name ? [node.name] : [], ...node.args].map((word) => this.words.read(word, source)));
		const own = node.redirects.flatMap((redirect) => this.words.redirect(redirect, source));
		const redirects = own.some(({ operator }) => operator.startsWith(">")) ? own : [...own, ...this.outputs];
		this.visitSubstitutions(node, source, depth);
		if (words[0]?.value === "read") this.words.keepRead(words, own);
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
			branch: this.ways.branch,
			...this.loops.length === 0 ? {} : { loops: this.loops },
			...this.inFunction === void 0 ? {} : { inFunction: this.inFunction },
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
			const read = () => {
				const input = script ? pipedFrom : void 0;
				last = this.readScript(content ?? linesFrom(value, position), depth + 1, input) ?? last;
			};
			if (isSourcing(command)) read();
			else this.words.values.isolated(read);
		}
		this.via = around;
		if (isSourcing(command)) this.words.forgetSourced(changedBySourcing({
			name: command.name,
			words
		}));
		return script ? last : command;
	}
	visitSubstitutions(node, source, depth) {
		const inside = (child) => {
			if (child.type === "Script") this.words.values.isolated(() => this.visit(child, source, depth, void 0));
			else if (child.type === "Command") this.visit(child, source, depth, void 0);
			else require_unbash.forEachChild(child, inside);
		};
		require_unbash.forEachChild(node, inside);
	}
};
/** `$CURL url` with `CURL="curl -k"`: the shell makes words of a name that has no quotes. */
function splitName(words) {
	const [name, ...others] = words;
	if (!name?.known || !/^\$(?:\w+|\{\w+\})$/.test(name.text) || !/\S\s+\S/.test(name.value)) return words;
	const { content, ...rest } = name;
	return [...name.value.trim().split(/\s+/, 100).map((value) => ({
		...rest,
		value,
		end: void 0
	})), ...others];
}
/** Words of a `for` that are put in one by one. */
const maxLoopValues = 20;
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
	return require_dockerfile_syntax.SpannedText.join(lines.map((line, index) => ({
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
	return require_dockerfile_syntax.SpannedText.join([...body.parts(), ...heredocs.flatMap((heredoc) => [
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
		const words = require_dockerfile_syntax.placeJsonStrings(body).map((content) => {
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
/** The same of a script that came with COPY. `step` is what runs it, or brings it in; `file` is how findings name it, undefined for the Dockerfile. */
function readScriptFile(source, step, file, reading) {
	const reader = new CommandReader(step, reading, file);
	reader.readScript(source, 0);
	return reader.commands;
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
function readImage(source, model, policy = none$1) {
	const dockerfile = require_dockerfile_syntax.parseDockerfile(source.dockerfile.text);
	const unread = [];
	const stages = require_dockerfile_syntax.readStages(dockerfile, (part) => unread.push(part), (_, { refused }) => dockerfile.problems.push(...refused));
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
	return read$4(["python", "os"], rowOf(pytorch, torch) ?? rowOf(pytorch, `${torch} ${cuda}`));
}
function nvcrImage(release) {
	const row = rowOf(nvcr, release);
	return row === void 0 ? void 0 : {
		...read$4([
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
function read$4(names, row = "") {
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
	const facts = rowOf(readers$1, image)?.(tag.slice(0, 200)) ?? ofManylinux(image, tag);
	if (!facts || Object.keys(facts).length === 0) return void 0;
	const doubt = foundInstead(`${image}:${tag}`);
	return {
		...facts,
		source: "tag",
		...doubt && { doubt }
	};
}
const readers$1 = {
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
/**
* True where the image is known to bring Ubuntu's own user `ubuntu` with uid 1000, as Ubuntu 24.04 does: `useradd --uid 1000`
* fails there. Sources: https://bugs.launchpad.net/cloud-images/+bug/2005129, https://github.com/jupyterhub/repo2docker/issues/1346
* (ubuntu:24.04 prints it); NVIDIA's images are built FROM ubuntu and take nobody out.
*/
function hasUbuntuUser(reference) {
	return /^(?:ubuntu|(?:nvcr\.io\/)?nvidia\/cuda)$/.test(sourceName(reference)) && baseFacts(reference)?.os === "ubuntu24.04";
}
/** True where the image is known to run as root and to bring no user of its own; false means not known. */
function isPlainRootImage(reference) {
	return plainRootImages.has(sourceName(reference));
}

// packages/dockerfile/src/shell/branch.ts
/** Whether the script may go on without having gone this way: another way goes on too. */
function isAvoidable(branch) {
	for (let link = branch; link; link = link.within) if (link.fork.open > 1 || link.ends) return true;
	return false;
}
/** Follows commands in the order written, each way of a fork from what was before the fork, and joins the ways behind it. */
var BranchWalker = class {
	ways;
	open = [];
	constructor(ways) {
		this.ways = ways;
	}
	/** Goes to the place of the next command; undefined: behind all forks. */
	enter(branch) {
		const { open, ways } = this;
		if (open.at(-1)?.branch === branch) return;
		const inner = [];
		let link = branch;
		while (link && link.depth > open.length) {
			inner.push(link);
			link = link.within;
		}
		while (open.length > (link?.depth ?? 0)) this.leave();
		for (let frame = open.at(-1); frame && link && frame.branch !== link; frame = open.at(-1)) {
			if (frame.branch.fork === link.fork) {
				this.endArm(frame);
				ways.restore(frame.before);
				frame.branch = link;
				frame.seen += 1;
				break;
			}
			this.leave();
			inner.push(link);
			link = link.within;
		}
		for (const one of inner.reverse()) open.push({
			branch: one,
			before: ways.save(),
			ends: [],
			seen: 1
		});
	}
	leave() {
		const frame = this.open.pop();
		if (frame === void 0) return;
		this.endArm(frame);
		const { fork } = frame.branch;
		if (fork.mayPass || frame.seen < fork.arms) frame.ends.push(frame.before);
		if (frame.ends.length > 0) this.ways.join(frame.ends, frame.before);
		else this.ways.restore(frame.before);
	}
	endArm({ branch, ends }) {
		if (!branch.ends) ends.push(this.ways.save());
	}
};

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
		const folder = at === void 0 ? this.folder : require_dockerfile_syntax.enterFolder(this.folder, at);
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
		this.folder = word?.known ? require_dockerfile_syntax.enterFolder(this.folder, word.value) : "";
	}
	clone(git) {
		const [url, target] = operands(git, gitValueOptions);
		if (url === void 0 || /^(?:\/|\.|file:)/.test(url.value)) return;
		const repository = url.known ? url.value : "";
		const named = target?.known ? target.value : folderOf(url.value);
		const ref = optionValue(git, ["--revision"]) ?? optionValue(git, ["--branch", "-b"]);
		const { position, branch } = git;
		const folder = require_dockerfile_syntax.enterFolder(this.folder, named);
		this.checkouts.push({
			repository,
			folder,
			ref,
			position,
			isOneOfSeveral: isAvoidable(branch)
		});
	}
	move(git, folder, written) {
		const ref = written?.value === "FETCH_HEAD" ? this.fetched : written;
		if (ref === void 0 || /^(?:HEAD|@)(?:[~^@].*)?$/.test(ref.value)) return;
		const clone = this.checkouts.findLast((one) => one.folder === folder && folder !== "") ?? (folder === "" || this.checkouts.length === 1 ? this.checkouts.at(-1) : void 0);
		if (clone === void 0) {
			const { position, branch } = git;
			this.checkouts.push({
				repository: "",
				folder,
				ref,
				position,
				isOneOfSeveral: isAvoidable(branch)
			});
		} else {
			clone.isOneOfSeveral = isAvoidable(git.branch);
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
	if (!mayCallPip.test(command.name)) return void 0;
	const known = readBefore.get(command);
	if (known) return known.pip;
	const pip = takeApart(command);
	readBefore.set(command, { pip });
	return pip;
}
/** A hundred thousand other commands are not worth remembering. */
const mayCallPip = /^(?:pip|uv$|python|conda$|mamba$|micromamba$)/;
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
	const { places, exact } = placesOf$2(word);
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
function placesOf$2(word) {
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
			const { value, unknown } = require_dockerfile_syntax.expand(text, variables, escapeMark);
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

// packages/dockerfile/src/model-lines.ts
/** Split once: a requirements file may give a finding for each of 100,000 lines. */
const splitFiles = /* @__PURE__ */ new WeakMap();
function linesOf$2(file) {
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
	const lines = linesOf$2(modelFile);
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

// packages/dockerfile/src/pins/built-packages.ts
/**
* The packages whose wheel the Dockerfile makes itself, by their normal names: those that `grep -v` keeps out of the list of what
* is fetched, in a file that also builds something from a tree. An index may have other files under the same names.
*/
function builtPackages({ commands }) {
	if (!commands.some(buildsTree)) return /* @__PURE__ */ new Set();
	return new Set(commands.flatMap(keptOut));
}
/** `pip wheel /src/mmdetection3d`, `python setup.py bdist_wheel` */
function buildsTree(command) {
	const pip = readPipCommand(command);
	if (pip) return pip.requirements.some(({ source }) => source === "path");
	return /^python[\d.]*$/.test(command.name) && command.words.some(({ value }) => /^setup[\w-]*\.py$/.test(value));
}
/** `grep -vE '^(mmdet3d|GeometricKernelAttention)==' requirements.txt`. Any other pattern tells no names. */
function keptOut(command) {
	if (!/^e?grep$/.test(command.name)) return [];
	const inverts = command.words.some(({ value }) => value === "--invert-match" || /^-[a-zA-Z]*v[a-zA-Z]*$/.test(value));
	const [pattern, file] = operands(command);
	if (!inverts || !pattern?.known || !file?.value.endsWith(".txt")) return [];
	const names = /^\^\(?([\w.|-]{1,2000})\)?==$/.exec(pattern.value)?.[1];
	return names === void 0 ? [] : names.split("|").map(require_catalog.packageName);
}

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

// packages/dockerfile/src/stages/stage.ts
/** The stages a stage consists of, the oldest first, itself last. */
function chainOf(stage) {
	const chain = [];
	for (let link = stage; link; link = link.parent) chain.push(link);
	return chain.reverse();
}
/** Whether a stage is `below`, or builds on it. */
function isOn(stage, below) {
	let link = stage;
	while (link && link.index > below.index) link = link.parent;
	return link === below;
}
const roots = /* @__PURE__ */ new WeakMap();
/** The stage at the bottom: its FROM names an image. */
function rootOf(stage) {
	const above = [];
	let link = stage;
	while (link.parent && !roots.has(link)) {
		above.push(link);
		link = link.parent;
	}
	const root = roots.get(link) ?? link;
	for (const one of above) roots.set(one, root);
	return root;
}
/** Something of a stage and of what it builds on, read once for each stage of an image. */
function alongChain(read) {
	const known = /* @__PURE__ */ new WeakMap();
	return (stage) => {
		const open = [];
		let link = stage;
		for (; link && !known.has(link); link = link.parent) open.push(link);
		let last = link && known.get(link);
		for (const one of open.reverse()) {
			last = { answer: read(one, last?.answer) };
			known.set(one, last);
		}
		return last.answer;
	};
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
	const { places, exact } = placesOf$2(word);
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

// packages/dockerfile/src/pins/placed-sources.ts
/** What `path` is called at the source of a placement: a file under its own name, in a copied folder, or beside it. */
function* sourcesOf({ source, target, into, parents, wildcards }, path) {
	const rest = path === target ? "" : require_dockerfile_syntax.inside(target, path);
	if (rest === void 0) return;
	const clean = source.replace(/\/+$/, "") || (source.startsWith("/") ? "/" : ".");
	if (parents) {
		const whole = require_dockerfile_syntax.contextPath(clean) ?? "";
		if (rest === whole || require_dockerfile_syntax.inside(whole, rest) !== void 0 || /[*?[]/.test(clean)) yield rest;
		return;
	}
	const last = require_dockerfile_syntax.nameOf(clean);
	const matches = (name) => wildcards && /[*?[]/.test(last) ? globMatches(last, name) : name === last;
	if (rest === "") {
		if (!into) yield clean;
		return;
	}
	const [first = ""] = rest.split("/", 1);
	const folder = require_dockerfile_syntax.folderOf(clean);
	if (rest === first && matches(first)) yield folder === "" ? first : require_dockerfile_syntax.joinPath(folder, first) ?? "";
	if (!/[*?[]/.test(last)) yield clean === "." ? rest : `${clean === "/" ? "" : clean}/${rest}`;
	else if (last === "*") yield require_dockerfile_syntax.joinPath(folder, rest) ?? "";
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

// packages/dockerfile/src/pins/placed-files.ts
/** What COPY or ADD puts into the image. */
function* copiedEvents(image, step) {
	const { flags, words, json, heredocs } = step.instruction;
	const from = flags.find(({ name }) => name === "from")?.value;
	const parents = flags.some(({ name, value }) => name === "parents" && value !== "false");
	const texts = json ?? words.map(({ text }) => text);
	const target = require_dockerfile_syntax.knownText(step, texts.at(-1) ?? "", image.dockerfile.escapeMark);
	if (target === void 0 || texts.length < 2) return;
	const folder = require_dockerfile_syntax.joinPath(step.folder, target);
	if (folder === void 0) return;
	const into = /(?:^|\/)\.{0,2}$/.test(target) || texts.length > 2;
	let heredoc = 0;
	for (const text of texts.slice(0, -1)) {
		if (heredocs.length > 0 && /^\d*<</.test(text)) {
			const { name, body } = heredocs[heredoc++] ?? {};
			const path = into && name !== void 0 ? require_dockerfile_syntax.joinPath(folder, name) : folder;
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
		const source = require_dockerfile_syntax.knownText(step, text, image.dockerfile.escapeMark);
		const remote = source !== void 0 && require_dockerfile_syntax.isRemoteSource(source);
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
	for (const { options } of require_dockerfile_syntax.mountsOf(step.instruction)) {
		const option = (...names) => names.map((one) => options.get(one)).find((one) => one !== void 0) ?? "";
		const type = option("type") || "bind";
		const target = require_dockerfile_syntax.knownText(step, option("target", "dst", "destination"), image.dockerfile.escapeMark);
		const path = target === void 0 || target === "" ? void 0 : require_dockerfile_syntax.joinPath(step.folder, target);
		if (path === void 0) continue;
		if (type !== "bind") {
			yield {
				kind: "replace",
				path,
				folder: type !== "secret"
			};
			continue;
		}
		const source = require_dockerfile_syntax.knownText(step, option("source", "src"), image.dockerfile.escapeMark);
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
	const name = require_dockerfile_syntax.knownText(step, written, image.dockerfile.escapeMark)?.toLowerCase();
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
	walker = new BranchWalker({
		save: () => ({
			seen: this.events.length,
			folder: this.folder
		}),
		restore: (before) => {
			this.doubtSince(before.seen);
			this.folder = before.folder;
		},
		join: (ends, before) => {
			const [only] = ends;
			if (ends.length > 1 || only?.seen !== this.events.length) this.doubtSince(before.seen);
			this.folder = ends.every(({ folder }) => folder === only?.folder) ? only?.folder : void 0;
		}
	});
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
				for (const command of byInstruction.get(instruction) ?? []) {
					this.walker.enter(command.branch);
					this.run(command, mounts);
				}
				this.walker.enter(void 0);
			}
		}
	}
	/** What one way of a script puts into files is not there on another way: nobody knows then what the file holds. */
	doubtSince(start) {
		if (this.events.length === start) return;
		const paths = /* @__PURE__ */ new Set();
		for (const event of this.events.slice(start)) if (event.kind === "text" || event.kind === "derive") paths.add(event.path);
		else if (event.kind === "place") paths.add(event.target).add(require_dockerfile_syntax.joinPath(event.target, require_dockerfile_syntax.nameOf(event.source)) ?? "");
		for (const path of paths) if (path !== "") this.events.push({
			kind: "replace",
			path,
			folder: false
		});
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
		return this.folder === void 0 && !value.startsWith("/") ? void 0 : require_dockerfile_syntax.joinPath(this.folder ?? "/", value);
	}
};

// packages/dockerfile/src/pins/stage-files.ts
const histories = /* @__PURE__ */ new WeakMap();
/** What happens to the files of a stage, and its commands between. Read once for an image. */
function historyOf(image, stage) {
	const known = histories.get(image) ?? /* @__PURE__ */ new Map();
	histories.set(image, known);
	const open = [];
	for (let link = stage; link && !known.has(link); link = link.parent) open.push(link);
	for (const link of open.reverse()) {
		const reader = new HistoryReader(image);
		reader.read(link);
		const { events, commands } = reader;
		const before = link.parent && known.get(link.parent);
		known.set(link, {
			below: before?.events.length === 0 ? before.below : link.parent,
			events,
			commands
		});
	}
	return known.get(stage);
}

// packages/dockerfile/src/pins/file-origin.ts
/** COPY --from of a COPY --from, and `cp` of `cp`. */
const maxHops = 8;
/** Paths that one file may come from. */
const maxCandidates = 20;
/** Events that all questions about one image look at: hostile files have thousands of both. */
const maxLooked$2 = 1e6;
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
		this.budget = looked.get(image) ?? { left: maxLooked$2 };
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
			const { events, below } = historyOf(this.image, link);
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
			link = below;
			start = Number.POSITIVE_INFINITY;
			own = [];
		}
		return maybe;
	}
	/** What one event says about a path; undefined: nothing. */
	told(stage, event, path, before, hops) {
		if (event.kind === "place") return this.placed(stage, event, path, before, hops);
		if (event.kind === "replace" && event.folder && require_dockerfile_syntax.inside(event.path, path) !== void 0) return "unknown";
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
				const path = require_dockerfile_syntax.contextPath(one);
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
			const source = from.kind === "stage" ? require_dockerfile_syntax.joinPath("/", one) ?? one : one;
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

// packages/dockerfile/src/pins/file-text.ts
const parsedFiles = /* @__PURE__ */ new WeakMap();
/** The text of a file of the context: asked for by name, or one of the requirements files at its top. */
function textOf$1({ files, source }, path) {
	return files.get(path) ?? source.requirements.find((file) => require_dockerfile_syntax.contextPath(inFolder$1(file.path, source.folder)) === path);
}
function inFolder$1(path, folder) {
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

// packages/dockerfile/src/pins/follow-files.ts
/** Files within files, and all of them together. */
const maxDepth$1 = 10;
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
		const file = depth > maxDepth$1 || this.left <= 0 || isUrl(path) ? void 0 : this.open(path);
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
				const named = isUrl(one.value) ? one.value : require_dockerfile_syntax.joinPath(require_dockerfile_syntax.folderOf(path), one.value);
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
		return /[~`$]/.test(value) || value === "-" ? void 0 : require_dockerfile_syntax.joinPath(folder ?? "/", value);
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
			const source = textOf$1(this.image, path);
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

// packages/dockerfile/src/knowledge/page-projects.ts
/** PyTorch's own projects and NVIDIA's libraries have one beginning each; the rest are mirrored for whoever has no PyPI. */
const pytorchProjects = /^(?:(?:py)?torch|nvidia-|triton|fbgemm-gpu|xformers|functorch|executorch|nestedtensor|intel-)/;
const pytorchMirrors = new Set(`aiohappyeyeballs aiohttp aiosignal antlr4-python3-runtime arpeggio async-timeout attrs blobfile caliper-reader certifi
  charset-normalizer cmake colorama contourpy cycler datasets dill dpcpp-cpp-rt filelock fonttools frozenlist fsspec
  huggingface-hub idna importlib-metadata importlib-resources iopath jinja2 kiwisolver lightning-utilities lit llnl-hatchet lxml
  markupsafe matplotlib mkl mpmath multidict multiprocess mypy-extensions networkx ninja numpy omegaconf onnx onnxruntime packaging
  pandas pillow portalocker psutil pyarrow pyarrow-hotfix pycryptodomex pydot pyparsing pyre-extensions python-dateutil pytz pyyaml
  regex requests safetensors sentencepiece setuptools six sympy tbb tcmlib textx tiktoken tqdm typing-extensions typing-inspect
  tzdata umf urllib3 wheel xxhash yarl zipp`.split(/\s+/));
/**
* Whether a page or index may have a project: false only where what it has is known. OpenMMLab's pages under mmcv/dist have MMCV alone,
* as their address says. Of download.pytorch.org it is what PyTorch's own program which makes its pages lets in
* (s3_management/manage.py of pytorch/builder at 004fa703 and of pytorch/test-infra at 027dd134, both lists together; read 2026-11-24),
* and a few more to be on the safe side.
*/
function mayHave(url, project) {
	const name = normalName(project);
	if (/^https:\/\/download\.openmmlab\.com\/mmcv\/dist\//.test(url)) return /^mmcv(?:-|$)/.test(name);
	if (/^https:\/\/download\.pytorch\.org\/whl\//.test(url)) return pytorchProjects.test(name) || pytorchMirrors.has(name);
	return true;
}

// packages/dockerfile/src/pins/package-places.ts
/** More than an honest command names; each is asked. */
const maxPlaces$1 = 20;
const machineOptions = /* @__PURE__ */ new Set([
	"--platform",
	"--python-version",
	"--python-platform",
	"--abi",
	"--implementation"
]);
/**
* The places that may have a package. Those that are known not to have it are left out: whether they can be reached then decides
* nothing. Each of the others has to be asked, since the best file of all is the one pip takes.
*/
function packagePlaces(tool, options, name) {
	if (!options.complete) return { undecided: "a variable, a configuration of pip or a file that was not read may name other indexes" };
	if (options.uses.some((use) => machineOptions.has(use.name))) return { undecided: "the command asks for the files of another machine" };
	if (namesIt(options.noBinary, name) && !options.onlyBinary.map(normalName).includes(normalName(name))) return { undecided: "pip takes no wheel of it (--no-binary), and which archive it takes is not asked for" };
	const links = options.findLinks.filter((url) => mayHave(url, name));
	if (links.some((place) => !/^https?:/i.test(place))) return { undecided: "pip looks into a folder of the build, too" };
	const extraIndexes = options.extraIndexUrls.filter((url) => mayHave(url, name));
	if (tool === "uv" && extraIndexes.length + links.length > 0) return { undecided: "uv chooses among several indexes in another way than pip" };
	const index = options.indexUrl === void 0 || isPypi(options.indexUrl) ? null : options.indexUrl;
	const all = [
		...index === null ? [] : [index],
		...extraIndexes,
		...links
	];
	if (all.length > maxPlaces$1) return { undecided: `it may come from more than ${maxPlaces$1} places` };
	if (!all.every(isAskable)) return { undecided: "a place it may come from has an address that is not asked: no https, or a password" };
	return { places: {
		index,
		extraIndexes: sorted(extraIndexes.filter((url) => !isPypi(url) || index !== null)),
		links: sorted(links)
	} };
}
/** The order of places decides nothing. */
function sorted(urls) {
	return [...new Set(urls)].sort();
}
function namesIt(names, name) {
	return names.some((one) => one === ":all:" || normalName(one) === normalName(name));
}
/** Whether a command may take it as a wheel only. */
function isWheelOnly({ onlyBinary }, name) {
	return namesIt(onlyBinary, name);
}
function isPypi(url) {
	return /^https:\/\/pypi\.(?:org|python\.org)\/simple\/?$/.test(url);
}
function isAskable(url) {
	return /^https:\/\/[A-Za-z0-9][^\s@?#$`"'\\]{0,1900}$/.test(url);
}
/** What several commands come to, of which nobody knows which one takes the package: all their places. */
function joinedPlaces(all) {
	if (new Set(all.map(({ index }) => index)).size > 1) return { undecided: "commands take it from different indexes" };
	return { places: {
		index: all[0]?.index ?? null,
		extraIndexes: sorted(all.flatMap(({ extraIndexes }) => extraIndexes)),
		links: sorted(all.flatMap(({ links }) => links))
	} };
}

// packages/dockerfile/src/pins/wheel-platform.ts
/**
* glibc of the distributions that GPU images build on; a wheel tagged manylinux_2_N runs where glibc is 2.N or newer (PEP 600).
* Which release has which glibc is general knowledge, not checked at a source.
*/
const glibcMinor = {
	"ubuntu16.04": "23",
	"ubuntu18.04": "27",
	"ubuntu20.04": "31",
	"ubuntu22.04": "35",
	"ubuntu24.04": "39",
	debian10: "28",
	debian11: "31",
	debian12: "36",
	debian13: "41"
};
/** What an unknown base is taken for: pip older than 2021 knows no newer tag. */
const leastMinor = "17";
/** The newest wheel tag that pip takes in the image, after the system its last stage starts from. */
function wheelPlatform({ stages }) {
	return platformOf(minorOf(stages.at(-1)));
}
/** Why nobody can say which files pip takes in a stage; undefined where `platform` is what its system takes. */
function platformDoubt(stage, platform) {
	if (stage === void 0) return "there is no stage that could take it";
	const other = chainOf(stage).flatMap(({ from }) => from.flags.filter(isOtherPlatform));
	if (other[0]) return `it is built for ${(other[0].value ?? "").slice(0, 60)}, whose files are not asked for`;
	const { reference } = rootOf(stage).base;
	if (reference !== void 0 && isMusl(reference)) return "the base is built on musl: its pip takes files for musl, which are not asked for";
	const minor = minorOf(stage);
	if (minor === void 0) return "the system of the base is not known, and it decides which file pip takes";
	return platformOf(minor) === platform ? void 0 : "it is installed on another system than that of the image";
}
function minorOf(stage) {
	const reference = stage && rootOf(stage).base.reference;
	const os = reference === void 0 ? void 0 : baseFacts(reference)?.os;
	return os === void 0 ? void 0 : rowOf(glibcMinor, os);
}
function platformOf(minor) {
	return `manylinux_2_${minor ?? leastMinor}_x86_64`;
}
/** `--platform=$TARGETPLATFORM` says what holds without it. */
function isOtherPlatform({ name, value }) {
	if (name !== "platform" || value === void 0) return false;
	return !/^(?:(?:linux\/)?(?:amd64|x86_64|x86-64)(?:\/v\d)?|\$TARGETPLATFORM|\$\{TARGETPLATFORM\})$/i.test(value);
}
function isMusl(reference) {
	const { tag = "" } = parseReference(reference);
	return /(?:^|[/_.-])(?:alpine|musl)/.test(sourceName(reference)) || /(?:^|[-_.])(?:alpine|musl)/.test(tag);
}

// packages/dockerfile/src/pins/lock-packages.ts
/**
* The packages that commands install, that requirements files name, and that model.yaml alone names. Of each it is worked out where
* pip in the image looks for it: only who is asked there says which file it takes.
*/
function lockedPackages(image, unknown) {
	const built = builtPackages(image);
	const found = /* @__PURE__ */ new Map();
	for (const asked of [...installed$1(image), ...unfollowed(image)]) {
		const { requirement, location } = asked;
		if (requirement.source === "vcs" || requirement.source === "path" || requirement.editable) continue;
		if (!requirement.known || requirement.name === "") {
			const what = `the package ${requirement.name || requirement.url || ""}`;
			const why = requirement.known ? "its name stands nowhere" : void 0;
			unknown.push({
				what: require_lock.withoutSecrets(what).slice(0, 300),
				...why && { why },
				location
			});
			continue;
		}
		const key = require_catalog.packageKey({
			name: requirement.name,
			version: versionOf(asked)
		});
		const known = found.get(key) ?? [];
		found.set(key, known);
		known.push(asked);
	}
	const named = new Set([...found.values()].flat().map(({ requirement }) => require_catalog.packageName(requirement.name)));
	const pins = /* @__PURE__ */ new Map();
	for (const [key, all] of found) {
		const pin = pinOf$1(all, built);
		if (pin) pins.set(key, pin);
	}
	addModelPackages(image, pins, named, built);
	return [...pins.values()];
}
function pinOf$1(all, built) {
	const [first] = all;
	if (first === void 0) return void 0;
	const { requirement } = first;
	const isBuilt = built.has(require_catalog.packageName(requirement.name));
	const fetched = all.filter(({ from }) => from !== "folder");
	const decided = decide(fetched);
	const hashes = [...new Set(all.flatMap(({ requirement: one }) => one.hashes.map(sha256Of)))];
	return {
		name: requirement.name,
		version: versionOf(first),
		built: isBuilt,
		wheelOnly: fetched.some(({ wheelOnly }) => wheelOnly),
		...isBuilt ? {} : decided,
		...hashes.length > 0 && !isBuilt ? { hashes } : {},
		locations: all.map(({ location }) => location).slice(0, 20)
	};
}
function sha256Of(hash) {
	return hash.replace(/^sha256:/, "").toLowerCase();
}
function decide(fetched) {
	if (fetched.length === 0) return { undecided: "pip takes it from a folder of the build (--no-index)" };
	if (fetched.some(({ requirement }) => requirement.source !== "index")) return { undecided: "it comes from an address of its own, which is not asked" };
	const certain = /* @__PURE__ */ new Set();
	const places = [];
	for (const { from, certain: isCertain } of fetched) {
		if (from === "folder") continue;
		if ("undecided" in from) return from;
		if (isCertain) certain.add(JSON.stringify(from.places));
		places.push(from.places);
	}
	if (certain.size > 1) return { undecided: "commands take it from different places" };
	const joined = joinedPlaces(places);
	if ("undecided" in joined) return joined;
	const { index, extraIndexes, links } = joined.places;
	return index === null && extraIndexes.length + links.length === 0 ? {} : joined;
}
/** What the commands of the Dockerfile install, themselves and by the files they name. */
function* installed$1(image) {
	const environment = machineOf(image);
	const platform = wheelPlatform(image);
	for (const stage of image.stages) {
		const doubt = platformDoubt(stage, platform);
		for (const install of readInstalls(image, stage).installs) {
			const { requirement, options, tool, verb, constraints, location } = install;
			if (tool === "conda" || verb === "create" || install.applies === false) continue;
			if (markerApplies(requirement.marker, environment) === false) continue;
			const from = options.noIndex ? "folder" : doubt === void 0 ? packagePlaces(tool, options, requirement.name) : { undecided: doubt };
			if (from === "folder" && isNamedInCommand(install)) continue;
			yield {
				requirement,
				constraints,
				location,
				from,
				certain: !install.uncertain && install.applies === true,
				wheelOnly: isWheelOnly(options, requirement.name)
			};
		}
	}
}
function isNamedInCommand({ from }) {
	return from === "command";
}
/** What stands in requirements files that no command is seen to read: any of them may. */
function* unfollowed(image) {
	const readings = image.stages.map((stage) => readInstalls(image, stage));
	const read = new Set(readings.flatMap(({ files }) => [...files.keys()]));
	const files = image.requirements.filter(({ path }) => !read.has(path));
	if (files.length === 0) return;
	const doubt = platformDoubt(image.stages.at(-1), wheelPlatform(image)) ?? (readings.some(({ configured }) => configured) ? "a configuration of pip may name other indexes" : readings.some(({ missing }) => missing.length > 0) ? "a requirements file that was not read may name other indexes" : void 0);
	const environment = machineOf(image);
	for (const file of files) {
		const ways = waysOf(image, file);
		for (const requirement of file.requirements) {
			if (markerApplies(requirement.marker, environment) === false) continue;
			const rest = {
				requirement,
				constraints: [],
				location: locate(file.path, requirement.position),
				certain: false
			};
			const wheelOnly = ways.some(({ options }) => isWheelOnly(options, requirement.name));
			for (const { tool, options } of ways) {
				const from = doubt === void 0 ? packagePlaces(tool, options, requirement.name) : { undecided: doubt };
				yield {
					...rest,
					from,
					wheelOnly
				};
			}
		}
	}
}
/** What each command of the Dockerfile would make of a file, were it the one that reads it. */
function waysOf(image, file) {
	const own = file.options.map((option) => useInFile(option, file.path));
	const names = file.options.some(({ name }) => name === "--requirement" || name === "--constraint");
	const ways = image.commands.flatMap((command) => {
		const pip = readPipCommand(command);
		if (!pip || pip.tool === "conda" || pip.options.some(({ name }) => name === "--no-index")) return [];
		const { uses, complete } = optionsOfEnvironment(command.step, pip.tool);
		const isWhole = complete && !names && !setsPipVariables(command.step);
		const written = pip.options.map((option) => useOf(option, image.source.dockerfile.path));
		return [{
			tool: pip.tool,
			options: optionsFrom([
				...uses,
				...written,
				...own
			], isWhole, false)
		}];
	});
	return ways.length > 0 ? ways : [{
		tool: "pip",
		options: optionsFrom(own, !names, false)
	}];
}
/** The machine as far as the image's files tell it. */
function machineOf({ model }) {
	return {
		...linux,
		python_version: model.environment.python,
		platform_machine: "x86_64"
	};
}
/** The one version that the file, or a constraint on it, allows; null where there may be several. */
function versionOf({ requirement, constraints }) {
	const own = exactVersion(requirement);
	if (own !== null || requirement.source !== "index") return own;
	const versions = new Set(constraints.map(exactVersion));
	const [only] = versions;
	if (versions.size !== 1 || only === void 0 || only === null) return null;
	return satisfies(only, requirement.specifiers) === false ? null : only;
}
function exactVersion({ specifiers, source }) {
	const [only, ...more] = specifiers;
	return source === "index" && more.length === 0 && (only?.operator === "==" || only?.operator === "===") && only && !only.version.includes("*") ? only.version : null;
}
/** Those of model.yaml that nothing else names; where something does, verify-dockerfile compares the versions. */
function addModelPackages(image, pins, named, built) {
	for (const [name, version] of Object.entries(image.model.packages)) {
		const key = require_catalog.packageKey({
			name,
			version
		});
		const locations = modelLine(image.source, name, version, "model.yaml names it here");
		const known = pins.get(key);
		if (known) known.locations = [...known.locations, ...locations].slice(0, 20);
		else if (!named.has(require_catalog.packageName(name))) {
			const isBuilt = built.has(require_catalog.packageName(name));
			pins.set(key, {
				name,
				version,
				built: isBuilt,
				wheelOnly: false,
				...!isBuilt && { undecided: "no command that was read installs it, so that nobody knows where it comes from" },
				locations
			});
		}
	}
}
/** Requirements and constraints files, relative to the context, that commands name and nobody has read yet; those may name more. */
function wantedByLock(image) {
	const wanted = /* @__PURE__ */ new Set();
	for (const stage of image.stages) for (const path of readInstalls(image, stage).wanted) if (!image.files.has(path)) wanted.add(path);
	return [...wanted].slice(0, 200);
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
	else if (keyword === "RUN") for (const { flag, options } of require_dockerfile_syntax.mountsOf(instruction)) {
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
	const value = require_dockerfile_syntax.knownText({ variables }, written, escapeMark);
	if (value === void 0 || !/[/:@]/.test(value)) return void 0;
	const name = value.toLowerCase();
	return stages.some((one) => one.index < stage.index && one.name === name) ? void 0 : value;
}

// packages/dockerfile/src/pins/unlockable-installs.ts
/** More of one kind than anybody reads. */
const maxNames$2 = 100;
/** Programs that install what a file of theirs names, and the words by which they do. */
const projectTools = {
	uv: /^(?:sync|add|run|tool)$/,
	poetry: /^(?:install|sync|add|update)$/,
	pdm: /^(?:install|sync|add|update)$/,
	pipenv: /^(?:install|sync|update)$/,
	pixi: /^(?:install|add)$/,
	pipx: /^(?:install|run|inject)$/,
	hatch: /^(?:env|run)$/
};
/** What an image installs by ways that cannot be followed to a file: each by its name. */
function* unlockableInstalls(image) {
	for (const command of image.commands) {
		yield* byMim(image, command);
		yield* byProject(image, command);
	}
	for (const stage of image.stages) {
		for (const { path, location } of readInstalls(image, stage).missing) yield {
			what: shown$2(`the packages of ${path}`),
			why: "that file could not be read",
			location
		};
		for (const step of stage.steps) yield* inOtherShell(image, step);
	}
}
/** OpenMMLab's pip finds the index for MMCV by the torch that is there when it runs. */
function* byMim(image, command) {
	const words = behindProgram(command, "mim");
	if (words?.[0]?.value !== "install") return;
	const why = "mim chooses the index by the torch that is there when it runs";
	for (const word of words.slice(1, maxNames$2)) {
		if (word.value.startsWith("-")) continue;
		yield {
			what: shown$2(/[/\\]|\.txt$/.test(word.value) ? `the packages of ${word.value}` : `the package ${plain$1(word.value)}`),
			why,
			location: image.at(word.position)
		};
	}
}
function* byProject(image, command) {
	for (const [program, verbs] of Object.entries(projectTools)) {
		const words = behindProgram(command, program);
		const verb = words?.find(({ value }) => !value.startsWith("-"))?.value ?? "";
		if (!words || !verbs.test(verb)) continue;
		yield {
			what: `the packages that \`${program} ${verb}\` installs`,
			why: `${program} takes them from a file of its own, which is not read`,
			location: image.at(command.position)
		};
	}
}
/** The words behind a program, called by its name or as a module of Python. */
function behindProgram({ name, words }, program) {
	if (name === program) return words.slice(1);
	if (!/^python[\d.]*$/.test(name)) return void 0;
	const at = words.findIndex(({ value }, index) => value === "-m" && words[index + 1]?.value === program);
	return at < 0 ? void 0 : words.slice(at + 2);
}
const installs$2 = /\b(?:pip[\d.]*|mim)\s{1,20}(?:install|wheel|download)\s{1,20}([^\n;&|]{0,4000})/g;
/** `SHELL ["conda", "run", ...]`: what such a program makes of its words is not read. */
function* inOtherShell(image, step) {
	const { instruction } = step;
	if (instruction.keyword !== "RUN" || instruction.json || shellSource(step)) return;
	const words = [instruction.body.text, ...instruction.heredocs.map(({ body }) => body.text)].flatMap((text) => Array.from(text.matchAll(installs$2), ([, named = ""]) => named.split(/\s+/)));
	const why = "it is installed in a SHELL whose commands are not read";
	for (const word of words.flat().slice(0, maxNames$2)) {
		const name = plain$1(word.replace(/["']/g, ""));
		if (/^[A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?(?:[=<>!~ ].*)?$/.test(name)) yield {
			what: shown$2(`the package ${name}`),
			why,
			location: image.at(instruction.position)
		};
	}
}
/** `mmcv==2.0.0` as people say it. */
function plain$1(requirement) {
	const [, name, version] = /^([A-Za-z0-9][\w.-]{0,100})={2,3}([\w.!+-]{1,100})$/.exec(requirement) ?? [];
	return name && version ? `${require_catalog.packageName(name)} ${version}` : requirement;
}
function shown$2(what) {
	return require_lock.withoutSecrets(what).replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, " ").slice(0, 300);
}

// packages/dockerfile/src/pins/lock-pins.ts
/**
* What Dockerfile, requirements files and model.yaml of an image folder ask for by name, as the lock has to hold it. The same
* thing named in two files is one pin with two places; what no lock can hold is `unknown`, with the reason.
*/
function lockPins(image) {
	const { model } = image;
	const unknown = [];
	const bases = mergedBases([...writtenBases(image, unknown)], modelBase(image));
	const sources = merged([...writtenSources(image), ...modelSources(image)], require_catalog.sourceKey);
	const packages = lockedPackages(image, unknown);
	unknown.push(...firstOfEach(unlockableInstalls(image)));
	const { python } = model.environment;
	const pins = {
		slug: model.slug,
		python,
		platform: wheelPlatform(image),
		bases,
		sources,
		packages,
		unknown
	};
	return require_lock.soundPins(pins);
}
function firstOfEach(pins) {
	const found = /* @__PURE__ */ new Map();
	for (const pin of pins) if (!found.has(pin.what) && found.size < 500) found.set(pin.what, pin);
	return [...found.values()];
}
/**
* Images by their tag. Where a tag is named with two digests, or with one and without, each is an image of its own and has its digest in
* its name; the one of model.yaml is whichever of them it fits.
*/
function mergedBases(written, inModel) {
	const digests = /* @__PURE__ */ new Map();
	for (const { image, digest } of written) digests.set(image, (digests.get(image) ?? /* @__PURE__ */ new Set()).add(digest));
	const severalOf = (image) => (digests.get(image)?.size ?? 0) > 1;
	const own = written.map((pin) => severalOf(pin.image) && pin.digest ? {
		...pin,
		image: `${pin.image}@${pin.digest}`
	} : pin);
	const fitting = inModel.map((pin) => {
		const named = digests.get(pin.image);
		if (named === void 0) return pin;
		const [first] = named;
		if (pin.digest !== void 0 && !named.has(pin.digest) && first !== void 0) return {
			...pin,
			image: `${pin.image}@${pin.digest}`
		};
		if (!severalOf(pin.image)) return pin;
		const digest = pin.digest ?? [...named].find((one) => one !== void 0);
		return named.has(void 0) && pin.digest === void 0 ? pin : {
			...pin,
			image: `${pin.image}@${digest}`
		};
	});
	return merged([...own, ...fitting], ({ image }) => image);
}
/** The first of each key, with the places of all, and with what only a later one knows. */
function merged(pins, keyOf) {
	const found = /* @__PURE__ */ new Map();
	for (const pin of pins) {
		const key = keyOf(pin);
		const known = found.get(key);
		found.set(key, known ? {
			...pin,
			...known,
			locations: [...known.locations, ...pin.locations].slice(0, 20)
		} : pin);
	}
	return [...found.values()];
}
function* writtenBases(image, unknown) {
	const file = image.source.dockerfile.path;
	const frontend = image.dockerfile.directives.find(({ name }) => name === "syntax");
	if (frontend) yield pinnedBase(frontend.value, {
		file,
		line: frontend.line
	});
	for (const { reference, word } of externalImages(image.stages, image.dockerfile.escapeMark)) {
		const location = locateSpan(file, word);
		if (reference === void 0 || /[^\w.:/@-]/.test(reference)) {
			const why = reference === void 0 ? void 0 : "no registry has an image of such a name";
			unknown.push({
				what: require_lock.withoutSecrets(`the image ${word.text.slice(0, 300)}`),
				...why && { why },
				location
			});
		} else yield pinnedBase(reference, location);
	}
}
function pinnedBase(reference, location) {
	const digest = /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
	return {
		image: require_catalog.imageKey(reference),
		...digest && { digest },
		locations: [location]
	};
}
function modelBase({ model, source }) {
	const { image, tag, digest } = model.base;
	const locations = modelLine(source, "tag", tag, "model.yaml names it here");
	const pin = {
		image: require_catalog.imageKey(`${image}:${tag}`),
		...digest && { digest },
		locations
	};
	return image === "scratch" ? [] : [pin];
}
function* writtenSources(image) {
	for (const { source, location } of gitTrees(image)) yield {
		repository: require_catalog.repositoryUrl(source.repository),
		ref: source.ref ?? null,
		locations: [location]
	};
}
function* modelSources({ model, source }) {
	for (const { repository, commit } of [model.upstream, ...model.sources]) {
		const locations = modelLine(source, "commit", commit, "model.yaml names it here");
		yield {
			repository: require_catalog.repositoryUrl(repository),
			ref: commit,
			locations
		};
	}
}

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
	const expanded = (text) => require_dockerfile_syntax.knownText(step, text, escapeMark);
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
		const isUrl = require_dockerfile_syntax.isRemoteSource(written);
		const kind = given ? "heredoc" : elsewhere ? "elsewhere" : isUrl ? "url" : "context";
		const source = kind === "context" ? require_dockerfile_syntax.contextPath(written) : written;
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
	const path = require_dockerfile_syntax.joinPath(folder, destination);
	if (path === void 0) return [];
	const inside = require_dockerfile_syntax.joinPath(path === "" ? "/" : path, require_dockerfile_syntax.nameOf(source));
	return (several || /(?:^|\/)\.{0,2}$/.test(destination) ? [inside, path] : [path, inside]).filter((one) => one !== void 0);
}

// packages/dockerfile/src/stages/copied-folders.ts
/** COPY and ADD of folders that are looked at. */
const maxCopies = 200;
/** Files of one pattern that are looked at. */
const maxListed = 50;
const wild = /[*?[\]\\]/;
const folderCopies = onceFor((image) => copiedFiles(image).filter(({ kind, source }) => kind === "context" && (source === "" || !wild.test(source))).slice(0, maxCopies));
/** Files that lie in copied folders by a pattern such as `**\/.netrc`; none where nobody knows what the context holds. */
function inCopiedFolders(image, pattern) {
	const copies = folderCopies(image);
	if (copies.length === 0) return [];
	return (image.source.context?.matches?.(pattern, maxListed) ?? []).flatMap(({ path, kind, sent }) => {
		if (kind !== "file" || !sent) return [];
		const copied = copies.find(({ source }) => source === "" || path.startsWith(`${source}/`));
		return copied ? [{
			path,
			copied
		}] : [];
	});
}
/** Folders of settings each of whose files counts. */
const settingFolders = [
	"/etc/sudoers.d",
	"/etc/ssh/sshd_config.d",
	"/etc/doas.d"
];
/** The files of the context that COPY puts into a folder of settings, each with its place in the image. */
const copiedSettings = onceFor((image) => copiedFiles(image).filter(({ kind }) => kind === "context").slice(0, maxCopies).flatMap((copied) => settingFolders.flatMap((folder) => settingsIn(image, copied, folder))));
function settingsIn(image, copied, folder) {
	const matches = image.source.context?.matches;
	const { source, targets } = copied;
	if (matches === void 0 || !targets.some((target) => isWithin(target, folder))) return [];
	return (wild.test(source) ? targets.includes(folder) ? [source] : [] : targets.flatMap((target) => {
		const rest = target === folder ? "" : require_dockerfile_syntax.inside(target === "" ? "/" : target, folder);
		const parts = [
			source,
			...rest === void 0 || rest === "" ? [] : [rest],
			"*"
		];
		return rest === void 0 ? [] : [parts.filter((part) => part !== "").join("/")];
	})).flatMap((pattern) => (matches(pattern, maxListed) ?? []).filter(({ kind, sent }) => kind === "file" && sent).map(({ path }) => ({
		path,
		copied,
		target: `${folder}/${require_dockerfile_syntax.nameOf(path)}`
	})));
}
function isWithin(target, folder) {
	return target === folder || require_dockerfile_syntax.inside(target === "" ? "/" : target, folder) !== void 0;
}

// packages/dockerfile/src/secrets/listed-files.ts
/** Texts that tokens are often left in, where COPY names them. */
const texts = /\.(?:json|ya?ml|toml|ini|cfg|conf|env|txt|py|js|ts|xml|properties|tfvars|npmrc)$|^\.(?:env|npmrc)(?:\.\w+)?$/i;
/** Their names inside of folders; a folder has many files, and few of them are looked into. */
const named = [
	"**/.env",
	"**/.env.*",
	"**/*.env",
	"**/*secret*",
	"**/*credential*",
	"**/*token.*",
	"**/config.*",
	"**/settings.*",
	"**/.npmrc"
];
/** Files inside of folders that are read for their tokens. */
const maxRead$1 = 40;
/** Context paths of the texts that are looked through for tokens: those that COPY names, and a few of copied folders. */
function wantedForTokens(image) {
	const wanted = /* @__PURE__ */ new Set();
	for (const { kind, source } of copiedFiles(image)) if (kind === "context" && !/[*?[]/.test(source) && texts.test(require_dockerfile_syntax.nameOf(source))) wanted.add(source);
	for (const path of tokenFilesInFolders(image)) wanted.add(path);
	return [...wanted];
}
/** Those of folders alone. */
function tokenFilesInFolders(image) {
	const found = /* @__PURE__ */ new Set();
	for (const pattern of named) for (const { path } of inCopiedFolders(image, pattern).slice(0, 10)) if (texts.test(require_dockerfile_syntax.nameOf(path)) && !isExample(path)) found.add(path);
	return [...found].slice(0, maxRead$1);
}
/** Keys and settings that a project's tests and examples bring are nobody's. */
function isExample(path) {
	return /(?:^|[/._-])(?:tests?|testdata|fixtures?|examples?|samples?|templates?|dist|mocks?|docs?|node_modules|site-packages)(?:[/._-]|$)/i.test(path);
}
/** What messages call it: the first of several. */
function pathsNamed(paths) {
	const [first = ""] = paths;
	return `${first.slice(0, 200)}${paths.length > 1 ? ` and ${paths.length - 1} more` : ""}`;
}
/** Groups files of folders by the COPY that brings them. */
function byCopy(files) {
	const groups = /* @__PURE__ */ new Map();
	for (const { path, copied } of files) {
		const known = groups.get(copied);
		if (known === void 0) groups.set(copied, [path]);
		else if (!known.includes(path)) known.push(path);
	}
	return groups;
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
/** Keys inside of copied folders, by their names; what can be read has to look like one. */
function* keysInFolders(image) {
	const shipped = new Set(image.targets.flatMap(chainOf));
	for (const [{ keyword, position, source, step }, paths] of byCopy(keyFilesInFolders(image))) {
		const isShipped = shipped.has(step.stage);
		const where = isShipped ? "its layer keeps it, even where a later RUN removes it" : "the stage is left behind, but the build's cache keeps it";
		yield {
			message: `${keyword} of ${source === "" ? "the whole context" : source.slice(0, 200)} puts ${pathsNamed(paths)}, a private key, into the image: ${where}`,
			remedy: "Put it into .dockerignore. For a build that needs it, `RUN --mount=type=ssh` or `--mount=type=secret` lends it and leaves nothing.",
			locations: [image.at(position)],
			...isShipped ? {} : { severity: "warning" }
		};
	}
}
const keyNames = [
	"**/id_rsa",
	"**/id_dsa",
	"**/id_ecdsa",
	"**/id_ed25519",
	"**/ssh_host_*_key"
];
function keyFilesInFolders(image) {
	return keyNames.flatMap((pattern) => inCopiedFolders(image, pattern)).filter(({ path, copied }) => {
		if (isExample(path) || copied.source === path || !privateName.test(require_dockerfile_syntax.nameOf(path))) return false;
		const text = image.files.get(path)?.text;
		return text === void 0 || privateText.test(text.slice(0, 2e4));
	});
}
/** Context paths of files whose names say that they are keys. */
function wantedKeys(image) {
	return keyNames.flatMap((pattern) => inCopiedFolders(image, pattern).slice(0, 5)).map(({ path }) => path);
}
function keyIn(image, { source, kind, heredoc }) {
	if (heredoc) return privateText.test(heredoc.body.text) ? "a private key" : void 0;
	if (kind !== "context") return void 0;
	const name = require_dockerfile_syntax.nameOf(source);
	const text = image.files.get(source)?.text;
	if (text !== void 0) return privateText.test(text.slice(0, 2e4)) ? "a private key" : void 0;
	if (privateName.test(name)) return `${name}, a private key,`;
	return name === ".ssh" ? "an .ssh folder" : void 0;
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
	const content = require_dockerfile_syntax.SpannedText.join(parts);
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
	"/etc/apt/apt.conf",
	"/etc/shadow"
];
const configuration = /(?:^|\/)(?:sshd_config|sudoers|sshd_config\.d\/[^/]+|sudoers\.d\/[^/]+|pip\.conf|\.condarc|\.npmrc|\.curlrc|\.wgetrc|\.gitconfig|gitconfig|apt\.conf(?:\.d\/[^/]+)?|etc\/(?:shadow|passwd|doas\.conf|doas\.d\/[^/]+)|[^/]+\.list|jupyter_[a-z_]+_config\.(?:py|json))$/;
/** Context paths of configuration files whose texts the rules would read. */
function wantedConfigurations(image) {
	const wanted = /* @__PURE__ */ new Set();
	for (const { kind, source, targets } of copiedFiles(image)) {
		const isWanted = targets.some(isConfiguration) || /\.(?:pem|key)$/.test(source);
		if (kind === "context" && !/[*?[]/.test(source) && isWanted) wanted.add(source);
	}
	for (const stage of image.stages) for (const path of configurations) for (const one of originOf(image, stage, path)?.context.slice(0, 2) ?? []) wanted.add(one);
	for (const { path } of copiedSettings(image)) wanted.add(path);
	for (const path of filesRead$1(image)) wanted.add(path);
	return [...wanted];
}
/** Copied files that a command hands on: `chpasswd < file`, `cp file /etc/sudoers.d`, `cat file >> sshd_config`. */
function filesRead$1(image) {
	const byName = /* @__PURE__ */ new Map();
	for (const { kind, source, targets } of copiedFiles(image)) if (kind === "context" && !/[*?[]/.test(source)) for (const target of targets) byName.set(require_dockerfile_syntax.nameOf(target), source);
	const found = /* @__PURE__ */ new Set();
	if (byName.size === 0) return found;
	for (const { name, words, redirects } of image.commands) {
		const isReader = /^(?:chpasswd|newusers|passwd)$/.test(name);
		if (!isReader && !/^(?:cp|mv|install|cat|dd|ln)$/.test(name)) continue;
		const all = [...words.slice(1, 50), ...redirects.slice(0, 10).map(({ target }) => target)];
		const isSetting = all.some(({ value }) => /sudoers|sshd_config|shadow|\/etc\/(?:ssh|doas)/.test(value));
		if (!isReader && !isSetting && name !== "cat") continue;
		for (const { value } of all) {
			const source = byName.get(require_dockerfile_syntax.nameOf(value.replace(/^if=/, "")));
			if (source && found.size < maxRead) found.add(source);
		}
	}
	return found;
}
/** Files that commands read and that are read for it. */
const maxRead = 50;
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
	for (const { path, copied: by, target } of copiedSettings(image)) {
		const file = by.step.stage === stage && !seen.has(path) ? image.files.get(path) : void 0;
		if (file === void 0) continue;
		seen.add(path);
		yield copiedWrite(file, target, by.step);
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
	const content = require_dockerfile_syntax.SpannedText.join(lines.map((line, index) => ({
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
/** The lines of a shell script, by its first line, its name, or because a shell is told to read it (`isScript`); undefined where another program reads the file, or nobody can. */
function scriptText({ path, text }, isScript = false) {
	const plain = text.replace(/^\uFEFF/, "");
	if (plain.slice(0, 4096).includes("\0")) return void 0;
	const shebang = /^#![ \t]*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(plain.slice(0, 400));
	const program = shebang?.[1]?.endsWith("/env") ? shebang[2] : shebang?.[1];
	if (program === void 0 ? !isScript && /\.(?!(?:ba|da|z|k)?sh$)\w+$/i.test(require_dockerfile_syntax.nameOf(path)) : !shells.test(program)) return void 0;
	const lines = plain.split("\n");
	return require_dockerfile_syntax.SpannedText.join(lines.map((line, index) => ({
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
	const names = new Set(copied.flatMap(({ source, targets }) => [source, ...targets].map(require_dockerfile_syntax.nameOf)));
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
	const name = require_dockerfile_syntax.nameOf(source);
	if (/\.(?:ba|da|z|k)?sh$/.test(name)) return true;
	return !name.includes(".") && targets.some((target) => programFolders.test(require_dockerfile_syntax.folderOf(target)) && require_dockerfile_syntax.nameOf(target) === name);
}
function* usesOf(image, command, around) {
	const { stage } = command.step;
	for (const path of pathsRun(command, around)) {
		if (--around.budget.left < 0) return;
		const origin = originOf(image, stage, path, around.seen, around.mounts);
		if (origin && origin.context.length > 0) yield {
			candidates: origin.context,
			when: around.when,
			step: command.step,
			...isShellOrSource(command) ? { isScript: true } : {}
		};
	}
}
/** Scripts that a script runs: by their place in the image, or beside it where it says so relatively. */
function* runBy(image, commands, stage, when, path) {
	const names = new Set(copiedFiles(image).flatMap(({ targets }) => targets.map(require_dockerfile_syntax.nameOf)));
	for (const command of commands.slice(0, 2e3)) for (const inner of pathsRun(command, {
		folder: command.step.folder,
		names,
		when: "build"
	})) {
		const origin = originOf(image, stage, inner);
		const beside = require_dockerfile_syntax.joinPath(require_dockerfile_syntax.folderOf(path), require_dockerfile_syntax.nameOf(inner));
		const known = [...origin?.context ?? [], ...beside === void 0 || origin ? [] : [beside]].filter((one) => require_dockerfile_syntax.nameOf(one) !== "" && /\.(?:ba)?sh$|\/[^.]+$/.test(one));
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
	const absolute = (value) => value.startsWith("/") ? require_dockerfile_syntax.joinPath("/", value) : folder ? require_dockerfile_syntax.joinPath(folder, value) : void 0;
	const first = words[0];
	const isShell = shells.test(name);
	const run = isShell || name === "." || name === "source" ? operands(command, ["-o", "-O"])[0] : first;
	const fed = isShell && run === void 0 ? inputFiles(command) : [];
	const others = when === "start" && !isShell ? words.slice(1, 20) : [];
	for (const word of [
		run,
		...fed,
		...others
	]) {
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
function isShellOrSource({ name }) {
	return shells.test(name) || name === "." || name === "source";
}
function inputFiles({ redirects, pipedFrom }) {
	return [...redirects.filter(({ operator }) => operator === "<").map(({ target }) => target), ...pipedFrom?.name === "cat" ? operands(pipedFrom) : []].slice(0, 5);
}

// packages/dockerfile/src/stages/python-strings.ts
/** Programs and strings beyond these are not looked at. */
const maxSource = 262144;
const maxStrings = 2e3;
const token = /#[^\n]*|([bBrRuUfF]{0,2})("""|'''|"|')/g;
/** The string literals of a program, in one pass; what is no string is not read. */
function pythonStrings({ text }) {
	const found = [];
	const source = text.slice(0, maxSource);
	token.lastIndex = 0;
	let from = 0;
	for (;;) {
		token.lastIndex = from;
		const match = token.exec(source);
		if (match === null || found.length >= maxStrings) return found;
		const quote = match[2];
		const start = token.lastIndex;
		from = start;
		if (quote === void 0) continue;
		const end = endOf(source, start, quote);
		if (end === void 0) continue;
		const prefix = (match[1] ?? "").toLowerCase();
		const raw = source.slice(start, end);
		from = end + quote.length;
		found.push({
			value: prefix.includes("r") ? raw : raw.replace(/\\(?:\n|(.))/g, (_, one = "") => escapes[one] ?? one),
			start,
			before: source.slice(Math.max(0, match.index - 60), match.index).trimEnd(),
			after: source.slice(from, from + 40).trimStart(),
			formatted: prefix.includes("f")
		});
	}
}
const escapes = {
	n: "\n",
	t: "	",
	r: "\r"
};
function endOf(source, start, quote) {
	for (let at = start; at < source.length; at++) if (source[at] === "\\") at += 1;
	else if (source.startsWith(quote, at)) return at;
	else if (source[at] === "\n" && quote.length === 1) return void 0;
}

// packages/dockerfile/src/stages/python-programs.ts
/** Programs of one image that are looked into. */
const maxPrograms = 100;
const pythonPrograms = onceFor((image) => {
	const found = [];
	const add = (source, step, file, when) => {
		if (found.length >= maxPrograms || !matters.test(source.text)) return;
		found.push({
			strings: pythonStrings(source),
			source,
			step,
			file,
			when
		});
	};
	const copies = copiedPrograms(image);
	for (const { steps } of image.stages) for (const step of steps) {
		const { heredocs, keyword } = step.instruction.trigger ?? step.instruction;
		const [only] = heredocs;
		if (keyword === "RUN" && only && /^#!.*\bpython/.test(only.body.text)) add(only.body, step, void 0, "build");
	}
	for (const command of image.commands) {
		const { step, words, file } = command;
		if (!/^python[\d.]*$/.test(command.name)) continue;
		const when = step.instruction.keyword === "RUN" ? "build" : "start";
		const at = words.findIndex(({ value }) => /^-[a-zA-Z]*c$/.test(value));
		const given = at > 0 ? words[at + 1] : command.redirects.find(({ operator }) => /^<<<?$/.test(operator))?.target;
		if (given) add(given.content ?? linesOf$1(given.value, given.position), step, file, when);
		else addCopied(command, copies, image, (source, path) => add(source, step, path, when));
	}
	return found;
});
const matters = /chpasswd|sudoers|sshd_config|system\(|subprocess|popen/i;
function copiedPrograms(image) {
	const python = copiedFiles(image).filter(({ kind }) => kind === "context" || kind === "heredoc");
	return new Map(python.flatMap((one) => one.targets.map((target) => [require_dockerfile_syntax.nameOf(target), one])));
}
function addCopied(command, copies, { files }, add) {
	const [program] = operands(command, ["-W", "-X"]);
	const copied = program?.known ? copies.get(require_dockerfile_syntax.nameOf(program.value)) : void 0;
	if (copied?.heredoc) add(copied.heredoc.body, void 0);
	const file = copied?.kind === "context" ? files.get(copied.source) : void 0;
	if (file) add(linesOf$1(file.text, {
		line: 1,
		column: 1
	}), file.path);
}
function linesOf$1(text, at) {
	const lines = text.slice(0, 262144).split(/(?<=\n)/);
	return require_dockerfile_syntax.SpannedText.join(lines.map((line, index) => ({
		text: line,
		at: index === 0 ? at : {
			line: at.line + index,
			column: 1
		}
	})), false);
}
/** Strings that a program hands to a shell. */
function shellStrings({ strings }) {
	return strings.filter(({ before, formatted, value }) => !formatted && /\b(?:system|popen|getoutput|run|call|check_call|check_output|Popen)\($/.test(before) && /\s/.test(value));
}
/** Strings that may end up in a file: not what is looked for, compared or printed. */
function writtenStrings({ strings }) {
	return strings.filter(({ before, after }) => !/\b(?:replace|sub|subn|compile|match|search|find|index|count|startswith|endswith|split|print|log|info|debug|warning|error|exit|[A-Z]\w*(?:Error|Exception))\([bruf]?$|(?:==|!=|\bin|\bassert|\braise)$/.test(before) && !/^(?:not\s+in\b|in\b|==|!=)/.test(after));
}

// packages/dockerfile/src/stages/command-variants.ts
const maxVariants = 5e3;
/** Calls of one function, and turns of loops within loops, that are followed. */
const maxCalls = 50;
const maxTurns = 40;
function newVariants() {
	return { left: maxVariants };
}
/** The calls of each function by its name; a function lives as long as the shell of its RUN or script. */
function callsOf(commands) {
	const names = new Set(commands.flatMap((command) => command.inFunction ? keyOf(command, command.inFunction.name) : []));
	const calls = /* @__PURE__ */ new Map();
	if (names.size === 0) return calls;
	for (const command of commands) {
		const key = keyOf(command, command.name);
		if (!names.has(key)) continue;
		const known = calls.get(key);
		if (known === void 0) calls.set(key, [command]);
		else if (known.length < maxCalls) known.push(command);
	}
	return calls;
}
const numbers = /* @__PURE__ */ new WeakMap();
let count = 0;
function keyOf({ step, file }, name) {
	const known = numbers.get(step.instruction) ?? ++count;
	numbers.set(step.instruction, known);
	return `${known} ${file ?? ""} ${name}`;
}
/**
* A command as it runs: once for each value of the loops around it, and with the arguments of each call of the function that
* it stands in. Only itself where there are none.
*/
function variantsOf(command, calls, budget) {
	let variants = [command];
	const { loops = [], inFunction } = command;
	if (loops.length > 0 && mentionsVariable(command)) for (const { name, values } of loops) {
		if (values.length === 0) continue;
		variants = variants.flatMap((one) => values.map((value) => filled(one, (asked) => asked === name ? value : void 0))).slice(0, maxTurns);
	}
	if (inFunction) variants = (calls.get(keyOf(command, inFunction.name)) ?? []).filter((call) => call.inFunction?.name !== inFunction.name).flatMap((call) => variants.map((one) => called(one, call, inFunction.always)));
	if (variants.length === 1 && variants[0] === command) return variants;
	budget.left -= variants.length;
	return budget.left < 0 ? [command] : variants;
}
function called(command, call, always) {
	const given = call.words.slice(1, 20);
	const all = given.map(({ value }) => value).join(" ");
	const lookup = (name) => {
		if (name === "@" || name === "*") return all;
		const word = /^[1-9]$/.test(name) ? given[Number(name) - 1] : void 0;
		return word?.known ? word.value : void 0;
	};
	const redirects = command.redirects.some(({ operator }) => operator.includes(">")) ? command.redirects : [...command.redirects, ...call.redirects.filter(({ operator }) => operator.includes(">"))];
	const conditional = always ? call.conditional : command.conditional;
	return {
		...filled(command, lookup),
		redirects: filled({
			...command,
			redirects
		}, lookup).redirects,
		conditional
	};
}
function mentionsVariable({ words, redirects }) {
	return [...words, ...redirects.map(({ target }) => target)].some(({ value }) => value.includes("$"));
}
function filled(command, lookup) {
	if (!mentionsVariable(command)) return { ...command };
	return {
		...command,
		words: command.words.map((word) => filledWord(word, lookup)),
		redirects: command.redirects.map((one) => ({
			...one,
			target: filledWord(one.target, lookup)
		}))
	};
}
/** UTF-16 units of a word that is written out. */
const maxWord$2 = 1e4;
function filledWord(word, lookup) {
	if (!word.value.includes("$") || word.value.length > maxWord$2 || word.text.startsWith("'")) return word;
	let left = false;
	const value = word.value.replace(/\$(?:(\w+|[@*])|\{(\w+|[@*])\})|[$`]/g, (whole, plain, braced) => {
		const name = plain ?? braced;
		const put = name === void 0 ? void 0 : lookup(/^\d/.test(name) ? name.slice(0, 1) : name);
		if (put === void 0 && (name !== void 0 || whole === "`")) left = true;
		return put ?? whole;
	});
	if (value === word.value || value.length > maxWord$2) return word;
	const { content, ...rest } = word;
	return {
		...rest,
		value,
		known: !left,
		end: void 0
	};
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
	const appended = /(?:^|[\s\d$/])[aic](?:\\\s*|\s+)(\S.*)$/s.exec(value);
	const joined = appended ? null : /^\s*(?:\d{1,9}|\$|\/[^/]{1,200}\/)\s*[aic]([A-Z]\w{2,40}[ \t=]\S.*)$/s.exec(value);
	const text = (appended ?? joined)?.[1];
	if (text !== void 0 && edits.length === 0) add("", text, value.length - text.length, "");
	return edits;
}
/** What `to` becomes: what it only refers back to is put in, as far as it can be seen in `from`. */
function plainReplacement({ from, to, extended }) {
	if (!/\\[1-9]|\$[1-9]|&/.test(to)) return to;
	const pattern = from.slice(0, 1e3);
	const groups = groupsIn(pattern, extended);
	return to.replace(/\\([1-9])|\$([1-9])|&/g, (_, back, dollar) => {
		const group = groups[Number(back ?? dollar ?? 1) - 1] ?? "";
		if ((back ?? dollar) && group.includes("#")) return "#";
		return group.replace(/[^A-Za-z ].*$/, "") || (back === void 0 || back === "1" ? pattern : "");
	});
}
/** The texts of the bracketed groups, by the order they open. */
function groupsIn(pattern, extended) {
	const groups = [];
	const open = [];
	for (let at = 0; at < pattern.length && groups.length < 20; at++) {
		const isEscaped = pattern[at] === "\\";
		const mark = isEscaped ? pattern[++at] : pattern[at];
		if (isEscaped === extended) continue;
		if (mark === "(") open.push({
			index: groups.push("") - 1,
			start: at + 1
		});
		else if (mark === ")") {
			const one = open.pop();
			if (one) groups[one.index] = pattern.slice(one.start, isEscaped ? at - 1 : at);
		}
	}
	return groups;
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
	if (repeats > maxRepeats || /\)[*+]/.test(source)) return void 0;
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
		if (lines.length === 0) return;
		for (const one of destinationsOf(command, consumers)) yield {
			...one,
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
		const named = command.redirects.find(({ operator }) => writing.test(operator))?.target ?? (isFile ? target : void 0);
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
/** Redirections of the output into a file. */
const writing = /^(?:>[>|]?|&>>?)$/;
const console = /^\/dev\/(?:null|stdout|stderr|tty|console)$/;
/** Where echo's words end up: a redirection, or the files of a tee or dd behind it. None where that is the build's output. */
function destinationsOf(command, consumers) {
	let at = command;
	for (let hops = 0; hops < 10; hops++) {
		const files = filesOf(at);
		if (files) return files;
		const next = consumers.get(at);
		if (next === void 0) return at.via.length > 0 && isOpen(at) ? [{
			target: void 0,
			how: "append"
		}] : [];
		if (!passesOn.has(next.name)) break;
		at = next;
	}
	return [{
		target: void 0,
		how: "append"
	}];
}
const passesOn = /* @__PURE__ */ new Set([
	"cat",
	"tee",
	"dd",
	"sponge",
	"base64",
	"tr"
]);
function isOpen({ redirects }) {
	return !redirects.some(({ operator }) => operator.includes(">"));
}
/** Undefined where the output goes on into a pipe, or nowhere that is known. */
function filesOf(command) {
	const { name, words, redirects } = command;
	const named = [];
	if (name === "tee" || name === "sponge") {
		const how = words.some(({ value }) => /^-[a-z]*a|^--append$/.test(value)) ? "append" : "replace";
		for (const { known, value } of operands(command).slice(0, 10)) if (!known || !console.test(value)) named.push({
			target: known ? value : void 0,
			how
		});
	}
	const output = name === "dd" ? words.find(({ value }) => value.startsWith("of=")) : void 0;
	if (output) named.push({
		target: output.known ? output.value.slice(3) : void 0,
		how: "replace"
	});
	if (named.length > 0) return named;
	const redirect = redirects.findLast(({ operator }) => writing.test(operator) || operator === ">&");
	if (redirect === void 0) return void 0;
	const { target, operator } = redirect;
	if (console.test(target.value) || operator === ">&" && /^\d+$|^-$/.test(target.value)) return [];
	return [{
		target: target.known ? target.value : void 0,
		how: operator.includes(">>") ? "append" : "replace"
	}];
}
function linesOf({ name, words, redirects }) {
	const lines = [];
	if (name === "echo" || name === "printf") {
		const options = words.slice(1).filter(({ value }) => !/^-[neE]+$/.test(value));
		const [first, ...given] = options;
		if (first && name === "printf" && given.length > 0 && first.value.includes("%")) lines.push(...linesAt(formatted(first.value, given), first.position));
		else if (first && options.every(({ value }) => !/\s/.test(value))) lines.push(...wordsAsLine(options, first.position));
		else lines.push(...options.flatMap(linesOfWord));
	}
	for (const { operator, target } of redirects) if (operator === "<<" || operator === "<<<") lines.push(...linesOfWord(target));
	return lines;
}
/** UTF-16 units of what printf makes. */
const maxFormatted = 1e4;
/** `printf '%s %s\n' a b`: the format is used again as long as words are left. */
function formatted(format, words) {
	let text = "";
	let next = 0;
	do {
		const before = next;
		text += format.replace(/%(?:%|-?[\d.]*([a-z]))/g, (whole, kind) => kind === void 0 ? whole === "%%" ? "%" : whole : words[next++]?.value ?? "");
		if (next === before) break;
	} while (next < words.length && text.length < maxFormatted);
	return text.slice(0, maxFormatted);
}

// packages/dockerfile/src/stages/file-follower.ts
/** Writes that make up one file; more are not kept. */
const maxWrites = 20;
/** Stages whose files are looked for, one below the other. */
const maxParents = 20;
function newFollowing() {
	return { lines: 1e5 };
}
/** Follows what the commands of a stage or a script put into files: what is written here and moved there is known there. */
var FileFollower = class {
	files = /* @__PURE__ */ new Map();
	budget;
	parent;
	copied;
	folder;
	constructor(budget, copied, parent) {
		this.budget = budget;
		this.copied = copied;
		this.parent = parent;
	}
	/** A RUN begins in its own folder. */
	enter(folder) {
		this.folder = folder.startsWith("/") ? folder : void 0;
	}
	/** What a file holds that was written or copied before. */
	contentOf(word) {
		const path = this.pathOf(word);
		if (path === void 0) return [];
		let link = this;
		for (let hops = 0; link && hops < maxParents; hops++) {
			const found = link.files.get(path);
			if (found) return found;
			link = link.parent;
		}
		const copied = this.copied(path);
		return copied ? [copied] : [];
	}
	/** The writes of a command with the places they go to, and those of files that it moves, copies or prints into others. */
	*follow(command, writes, consumers) {
		const { name, words } = command;
		if (name === "cd" || name === "pushd") {
			const to = words[1];
			this.folder = to?.known && !/^[~$-]/.test(to.value) ? this.pathOf(to) : void 0;
		}
		for (const write of writes) {
			const target = write.target === void 0 ? void 0 : this.joined(write.target) ?? write.target;
			const placed = {
				...write,
				target
			};
			if (write.how === "edit" && target !== void 0) yield* this.filtered(command, target);
			this.keep(placed);
			yield placed;
		}
		for (const { sources, target, how } of this.moves(command, consumers)) yield* this.carry(sources, target, how);
	}
	/** `sed ... a > b`: b begins as what a is. */
	*filtered(command, target) {
		const source = operands(command, [
			"-e",
			"-f",
			"--expression"
		]).at(-1);
		if (command.redirects.some(({ operator }) => operator.includes(">")) && source?.known && this.pathOf(source) !== target) yield* this.carry([source], target, "replace");
	}
	*carry(sources, target, how) {
		let isFirst = how === "replace";
		for (const source of sources.slice(0, maxWrites)) for (const write of this.contentOf(source)) {
			this.budget.lines -= 10 + write.lines.length;
			if (this.budget.lines < 0) return;
			const moved = write.how === "edit" ? write.how : isFirst ? "replace" : "append";
			if (write.how === "replace") isFirst = false;
			const carried = {
				...write,
				target,
				how: moved
			};
			this.keep(carried);
			yield carried;
		}
	}
	keep(write) {
		const { target, how } = write;
		if (target === void 0 || !target.startsWith("/")) return;
		const before = how === "replace" ? [] : this.files.get(target) ?? this.parent?.files.get(target) ?? [];
		if (before.length < maxWrites) this.files.set(target, [...before, write]);
	}
	*moves(command, consumers) {
		const { name, words, redirects } = command;
		if (/^(?:cp|mv|install|ln)$/.test(name)) {
			const folder = words.findIndex(({ value }) => value === "-t" || value === "--target-directory");
			const named = operands(command, [
				"-m",
				"-o",
				"-g",
				"-t",
				"-S",
				"--mode",
				"--owner",
				"--group"
			]);
			const last = folder > 0 ? words[folder + 1] : named.pop();
			const target = last && this.pathOf(last);
			if (target === void 0 || last === void 0) return;
			for (const source of named.slice(0, maxWrites)) {
				const path = folder > 0 || named.length > 1 || /(?:^|\/)\.{0,2}$|\.d$/.test(last.value) ? require_dockerfile_syntax.joinPath(target, require_dockerfile_syntax.nameOf(source.value)) : target;
				if (path !== void 0) yield {
					sources: [source],
					target: path,
					how: "replace"
				};
			}
		} else if (name === "cat" || name === "dd") {
			const inputs = redirects.filter(({ operator }) => operator === "<").map(({ target }) => target);
			const input = words.find(({ value }) => value.startsWith("if="));
			const sources = name === "cat" ? [...operands(command), ...inputs] : input ? [{
				...input,
				value: input.value.slice(3)
			}] : inputs;
			if (sources.length === 0) return;
			for (const { target, how } of destinationsOf(command, consumers)) {
				const path = target === void 0 ? void 0 : this.joined(target);
				if (path !== void 0 && how !== "edit") yield {
					sources,
					target: path,
					how
				};
			}
		}
	}
	pathOf({ value, known }) {
		return known && !/[$`~]/.test(value) ? this.joined(value) : void 0;
	}
	joined(path) {
		if (path.startsWith("/")) return require_dockerfile_syntax.joinPath("/", path);
		return this.folder === void 0 || /[$`~]/.test(path) ? void 0 : require_dockerfile_syntax.joinPath(this.folder, path);
	}
};

// packages/dockerfile/src/stages/stage-writes.ts
/** The same of the Dockerfile's own commands alone, and the reader that goes on with scripts. */
const stageWrites = onceFor((image) => {
	const reader = new WriteReader(image);
	return {
		writes: [...reader.inStages()],
		reads: reader.reads,
		variants: reader.variants,
		reader
	};
});
/** Commands whose input or file decides what they do, beyond what they write. */
const readers = /^(?:chpasswd|newusers|passwd|cat|smbpasswd|vncpasswd|openssl|source|\.|(?:ba|da|a|k|z)?sh)$/;
var WriteReader = class {
	reads = /* @__PURE__ */ new Map();
	variants = /* @__PURE__ */ new Map();
	image;
	budget = newFollowing();
	variantsLeft = newVariants();
	followers = /* @__PURE__ */ new Map();
	copied;
	constructor(image) {
		this.image = image;
		const named = copiedFiles(image).filter(({ kind }) => kind === "context" || kind === "heredoc");
		this.copied = new Map(named.flatMap((one) => one.targets.map((target) => [target, one])));
	}
	*inStages() {
		const { image } = this;
		const copies = new Map(copiedFiles(image).map((one) => [one.heredoc ?? one, one]));
		for (const stage of image.stages) {
			const commands = image.commandsOf(stage);
			const { consumers, calls } = read$3(commands);
			const follower = new FileFollower(this.budget, (path) => this.copiedTo(path), stage.parent && this.followers.get(stage.parent));
			this.followers.set(stage, follower);
			let next = 0;
			for (const step of stage.steps) {
				const instruction = step.instruction.trigger ?? step.instruction;
				const { keyword, heredocs } = instruction;
				follower.enter(step.folder);
				for (; next < commands.length; next++) {
					const command = commands[next];
					if (command.step.instruction !== instruction) break;
					yield* this.follow(follower, command, consumers, calls, keyword === "RUN" ? "build" : "start");
				}
				if (keyword !== "RUN") for (const heredoc of heredocs) yield heredocWrite(heredoc, copies.get(heredoc)?.targets[0], step);
			}
			yield* copiedConfigurations(image, stage);
		}
	}
	*inScripts(scripts) {
		for (const { commands, when } of scripts) {
			const { consumers, calls } = read$3(commands);
			const parent = commands[0] && this.followers.get(commands[0].step.stage);
			const follower = new FileFollower(this.budget, (path) => this.copiedTo(path), parent);
			for (const command of commands) yield* this.follow(follower, command, consumers, calls, when === "build" ? "build" : "start");
		}
	}
	*follow(follower, command, consumers, calls, when) {
		const variants = variantsOf(command, calls, this.variantsLeft);
		if (variants.length !== 1 || variants[0] !== command) this.variants.set(command, variants);
		const consumer = consumers.get(command);
		for (const variant of variants) {
			if (consumer && variant !== command) consumers.set(variant, consumer);
			yield* follower.follow(variant, writesOf(variant, consumers, when), consumers);
		}
		const [first] = command.words;
		const isPath = first?.known === true && first.value.startsWith("/");
		if (readers.test(command.name) || isPath) {
			const found = [
				...command.redirects.filter(({ operator }) => operator === "<").map(({ target }) => target),
				.../^(?:chpasswd|passwd)$/.test(command.name) ? [] : operands(command).slice(0, 5),
				...isPath && first && !readers.test(command.name) ? [first] : [],
				...command.pipedFrom?.name === "cat" ? operands(command.pipedFrom).slice(0, 5) : []
			].slice(0, 20).flatMap((word) => follower.contentOf(word));
			if (found.length > 0) this.reads.set(command, found);
		}
	}
	/** The text of a file that COPY brought, where somebody read it. */
	copiedTo(path) {
		const one = this.copied.get(path);
		if (one?.heredoc) return heredocWrite(one.heredoc, path, one.step);
		const file = one && this.image.files.get(one.source);
		return file && one && copiedWrite(file, path, one.step);
	}
};
function read$3(commands) {
	return {
		consumers: consumersOf(commands),
		calls: callsOf(commands)
	};
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

// packages/dockerfile/src/stages/written-scripts.ts
/** Scripts of one image that the Dockerfile itself holds and that are looked into. */
const maxScripts$1 = 100;
/** Shell scripts whose text stands in the Dockerfile: heredocs of COPY, files that a RUN writes and runs, calls from Python. */
function writtenScripts(image) {
	const found = [];
	const reading = newReading(() => void 0);
	for (const copied of copiedFiles(image)) {
		if (found.length >= maxScripts$1) return found;
		const body = copied.heredoc?.body;
		if (body === void 0 || !isScript(copied, body.text)) continue;
		const commands = readScriptFile(body, copied.step, void 0, reading);
		found.push({
			path: copied.targets[0] ?? "",
			when: whenRun(image, copied),
			commands
		});
	}
	const seen = /* @__PURE__ */ new Set();
	for (const [command, writes] of stageWrites(image).reads) {
		const { step, name, words } = command;
		if (!shells.test(name) && name !== "." && name !== "source" && !words[0]?.value.startsWith("/")) continue;
		const own = writes.filter(({ file, command: writer }) => file === void 0 && writer !== void 0);
		const text = own.length === 1 && own[0]?.how === "replace" ? scriptOf(own[0]) : void 0;
		if (text === void 0 || seen.has(own[0]?.command) || found.length >= maxScripts$1) continue;
		seen.add(own[0]?.command);
		const when = step.instruction.keyword === "RUN" ? "build" : "start";
		found.push({
			path: own[0]?.target ?? "",
			when,
			commands: readScriptFile(text, step, void 0, reading)
		});
	}
	for (const program of pythonPrograms(image)) for (const { value, start } of shellStrings(program).slice(0, 20)) {
		const text = require_dockerfile_syntax.SpannedText.join([{
			text: value,
			at: program.source.positionAt(start)
		}], false);
		const commands = readScriptFile(text, program.step, program.file, reading);
		found.push({
			path: "",
			when: program.when,
			commands
		});
	}
	return found;
}
function isScript({ targets }, text) {
	const program = /^#![ \t]*(?:\S*\/env[ \t]+)?(\S+)/.exec(text.slice(0, 400))?.[1];
	return program === void 0 ? targets.some((target) => /\.(?:ba)?sh$/.test(target)) : shells.test(program);
}
function whenRun({ commands }, { targets }) {
	const names = new Set(targets.map(require_dockerfile_syntax.nameOf));
	const runs = commands.filter(({ words }) => words.slice(0, 5).some(({ value }) => names.has(require_dockerfile_syntax.nameOf(value))));
	if (runs.some(({ step, name }) => step.instruction.keyword === "RUN" && !/^(?:chmod|chown|ls|cat|test)$/.test(name))) return "build";
	return runs.some(({ step }) => step.instruction.keyword !== "RUN") ? "start" : "copied";
}
function scriptOf({ lines, command }) {
	const heredoc = command?.redirects.find(({ operator }) => operator === "<<")?.target;
	if (heredoc) return heredoc.content ?? require_dockerfile_syntax.SpannedText.join([{
		text: heredoc.value,
		at: heredoc.position
	}], false);
	return require_dockerfile_syntax.SpannedText.join(lines.flatMap(({ text, position }) => [{
		text: `${text}\n`,
		at: position
	}]), false);
}

// packages/dockerfile/src/stages/script-files.ts
/** Scripts of one image that are looked into, and scripts that scripts run. */
const maxScripts = 100;
const maxDepth = 4;
/** The shell scripts that COPY brings into the image, as far as their texts are there. Read once, after all files are. */
const scriptFiles = onceFor((image) => {
	const { scripts, unread } = readScripts(image);
	return {
		scripts: [...scripts, ...writtenScripts(image)],
		unread
	};
});
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
	for (let depth = 0; depth < maxDepth && uses.length > 0; depth++) {
		const inner = [];
		for (const { candidates, when, step, isScript } of uses) {
			const path = candidates.find((one) => image.files.get(one) !== void 0);
			if (path === void 0) {
				if (depth > 0) nested.push(...candidates.slice(0, 4));
				continue;
			}
			if (found.has(path) || found.size >= maxScripts) continue;
			const file = image.files.get(path);
			const text = scriptText(file, isScript);
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
		if (path && wanted.size < maxWanted && !image.files.has(path) && textOf$1(image, path) === void 0) wanted.add(path);
	};
	for (const stage of image.stages) for (const path of readInstalls(image, stage).wanted) add(path);
	for (const path of copiedTexts(image)) add(path);
	for (const path of wantedScripts(image)) add(path);
	for (const path of wantedConfigurations(image)) add(path);
	for (const path of wantedForTokens(image)) add(path);
	for (const path of wantedKeys(image)) add(path);
	return [...wanted].filter((path) => isThere$1(image, path));
}
/**
* Those of them that the names of COPY and ADD alone tell. Whoever reads these first need not look at the image twice: what
* rules work out of an image they remember.
*/
function namedFiles(image) {
	return [...new Set(copiedTexts(image))].slice(0, maxWanted).filter((path) => textOf$1(image, path) === void 0 && isThere$1(image, path));
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
		const known = (json ?? words.map(({ text }) => text)).map((text) => require_dockerfile_syntax.knownText(step, text, image.dockerfile.escapeMark));
		const target = known.at(-1) ?? "";
		for (const source of known.slice(0, -1)) {
			const path = source === void 0 || /[*?[]/.test(source) ? void 0 : require_dockerfile_syntax.contextPath(source);
			if (path && (isText(require_dockerfile_syntax.nameOf(path)) || isText(require_dockerfile_syntax.nameOf(target)) || landsInSettings(target))) yield path;
		}
	}
}
function isText(name) {
	return /\.(?:sh|bash|conf)$/.test(name) || /^(?:[\w.-]+[-_.])?requirements(?:[-_.][\w.-]+)?\.(?:txt|in)$/.test(name) || /^(?:docker[-_])?(?:entry[-_]?point|start|run|init|launch)(?:[-_][\w-]+)?$/i.test(name);
}
function landsInSettings(target) {
	return /^\/etc\/(?:ssh|sudoers|pam\.d|security|passwd|shadow)(?:[/.]|$)|^\/etc\/sudoers/.test(target);
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
const known$4 = ["10.0", "13.6"];
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
	const [first, end] = known$4;
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
/** Every product there is a capability of, as gpuOf compares them: `rtx-4090`. */
function gpuNames() {
	return byName().keys();
}
let names$1;
function byName() {
	names$1 ??= new Map(Object.entries(products).flatMap(([capability, list]) => list.split(" ").map((name) => [name, capability])));
	return names$1;
}

// packages/dockerfile/src/policy/gpu-entry.ts
/** Why nothing can be checked for an entry of `gpus`, and what to write; undefined where it names a GPU that is known. */
function gpuProblem(entry) {
	const gpu = gpuOf(entry);
	if (gpu !== void 0 && firstCudaFor(gpu.capability) !== void 0) return void 0;
	const shown = entry.slice(0, 100);
	const near = gpu === void 0 ? nearest$1(entry) : void 0;
	return {
		message: `${gpu === void 0 ? `no GPU called ${shown} is known here` : `no CUDA toolkit known here makes code for ${shown}`}, so nothing is checked for it${near ? `; did you mean ${near}?` : ""}`,
		remedy: "Name the GPU as `RTX 4090` or `A100`, or give its compute capability as `sm_89` or `8.9`."
	};
}
function nearest$1(entry) {
	const words = entry.trim().toLowerCase().split(/[\s_/-]+/).join("-");
	const number = /^(?:(?:sm|compute|cc)-?)?(\d{1,2})\.?(\d)$/.exec(words);
	const capability = number && `${number[1]}.${number[2]}`;
	if (capability && firstCudaFor(capability) !== void 0) return `sm_${number[1]}${number[2]}`;
	const known = [...gpuNames()];
	return (known.find((one) => one === `rtx-${words}`) ?? require_action_kit.closest(words.slice(0, 60), known))?.toUpperCase().replaceAll("-", " ");
}

// packages/dockerfile/src/policy/registry-entry.ts
/** Why no image can ever lie under an entry of `registries`, and what to write; undefined where one can. */
function registryProblem(entry) {
	const [written, shown] = [entry.trim(), entry.slice(0, 200)];
	const scheme = /^[a-z][a-z0-9+.-]*:\/\/+/i.exec(written)?.[0];
	if (scheme !== void 0) return `${shown} has a scheme; write ${insteadOf(written.slice(scheme.length))}`;
	const wildcard = written.search(/[*?[]/);
	if (wildcard >= 0) {
		const folder = written.slice(0, wildcard);
		return `${shown} has a wildcard, and an entry stands for everything below it anyhow; ${/[^/]\/$/.test(folder) ? `write ${insteadOf(folder)}` : "name each registry"}`;
	}
	if (/\s/.test(written) || written === "") return `${JSON.stringify(shown)} is no name of a registry`;
	if ((/@|:(?!\d{1,5}(?:\/|$))/.exec(written) ?? /\/[^:]*:/.exec(written)) === null) return void 0;
	const name = written.replace(/@.*$/, "").replace(/(?<=\/[^:/]*|^[^./]*):[^/]*$/, "");
	return `${shown} names a tag or a digest, and an entry speaks of names alone; write ${insteadOf(name)}`;
}
const insteadOf = (name) => name.slice(0, 200).replace(/\/+$/, "");

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
	const line = `${indentOf(file, instruction.startLine)}RUN rm -f ${lists}`;
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
	const version = exactVersion$1(specifiers) ?? conda;
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

// packages/dockerfile/src/pins/joined-environment.ts
/** What is known where two ways of a script meet: what both agree on. */
function joinedEnvironment(one, other) {
	if (one === other) return one;
	const packages = /* @__PURE__ */ new Map();
	for (const name of /* @__PURE__ */ new Set([...one.packages.keys(), ...other.packages.keys()])) {
		const met = joinedPackage(one.packages.get(name), other.packages.get(name));
		if (met) packages.set(name, met);
	}
	return {
		base: one.base === other.base ? one.base : void 0,
		inBase: one.inBase && other.inBase,
		complete: one.complete && other.complete,
		packages,
		cuda: joinedFact(one.cuda, other.cuda),
		python: joinedFact(one.python, other.python),
		flavor: joinedFact(one.flavor, other.flavor)
	};
}
function joinedFact(one, other) {
	if (one === void 0 || one.value !== other?.value) return void 0;
	return one === other ? one : {
		...one,
		sure: one.sure && other.sure
	};
}
/** Where only one way has it, this is the one if it is there at all. Two different ones are no version that a rule may go by. */
function joinedPackage(one, other) {
	if (one === other) return one;
	if (one === void 0 || other === void 0) {
		const only = one ?? other;
		return only && {
			...only,
			sure: false
		};
	}
	const isSame = one.version === other.version;
	return {
		...other,
		version: isSame ? one.version : void 0,
		cuda: isSame && one.cuda === other.cuda ? one.cuda : void 0,
		sure: isSame && one.sure && other.sure
	};
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
		const { places, exact } = placesOf$2(word);
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

// packages/dockerfile/src/pins/package-changes.ts
/** An environment behind what one command installs. `unread`: it names a requirements file that nobody could read. */
function withInstalls(now, installs, unread) {
	const counted = installs.filter(fillsEnvironment);
	const changes = counted.filter((install) => isFollowed(packageName(install)));
	const brings = counted.some(({ name, options }) => name === "" && !options.noDeps);
	if (changes.length === 0 && !unread && !brings) return now;
	const packages = new Map(now.packages);
	if (unread) for (const [name, one] of packages) packages.set(name, {
		...one,
		sure: false
	});
	for (const install of changes) {
		const name = packageName(install);
		if (packages.has(name) && isThere(install, now) === true) continue;
		packages.set(name, installed(install, counted, packages.get(name)));
	}
	return {
		...now,
		packages,
		complete: now.complete && !unread && !brings
	};
}
/** The same behind `pip uninstall` and its like. */
function withoutUninstalled(now, { name, words }) {
	const at = words.findIndex(({ value }) => value === "uninstall");
	if (at < 1 || !/^(?:pip[\d.]*|python[\d.]*|uv|conda|mamba)$/.test(name)) return now;
	const packages = new Map(now.packages);
	for (const { value } of words.slice(at + 1)) packages.delete(normalName(value));
	return {
		...now,
		packages
	};
}
function fillsEnvironment({ verb, applies, options, tool }) {
	return (verb === "install" || verb === "create") && applies !== false && (options.target === void 0 || tool === "conda");
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
		const [first = ""] = require_dockerfile_syntax.expand(beginning, by.variables).value.split(":");
		return place.startsWith("/") ? first === folder : first.endsWith(folder);
	});
}
const mayBePython = /^(?:pip|python|uv|conda|mamba|micromamba)/;
/** The folder of the pip or Python that a command calls, or what else names an environment of its own; empty: the one on PATH. */
function programPlace({ name, words }) {
	if (!mayBePython.test(name)) return void 0;
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
	const has = (pattern) => words.some(({ value }, index) => index > 0 && pattern.test(value));
	const unclear = { python: void 0 };
	if (condas.test(name)) {
		const python = installs.find((install) => install.name === "python");
		return python && { python: /^\d+\.\d+/.exec(pinOf(python) ?? "")?.[0] };
	}
	if ((name === "apt" || name === "apt-get") && has(/^install$/)) {
		if (has(/^(?:python|pypy)3\.\d+/)) return unclear;
		return has(/^python3(?:-(?:pip|dev|venv|minimal))?$/) ? "system" : void 0;
	}
	if (name === "pyenv" || name === "uv" && words[1]?.value === "python") return unclear;
	if ((name === "ln" || name === "update-alternatives") && has(/\/(?:python|pip)[\d.]*$/)) return unclear;
	return words.some(({ value }) => isPythonSource(value.slice(0, 500))) ? unclear : void 0;
}
function isPythonSource(value) {
	return /\.sh$/i.test(value) ? /(?:conda|mambaforge|miniforge)[^/]*\.sh$|Python-\d/i.test(value) : /Python-\d/i.test(value);
}
/** COPY of a Python or its packages out of another stage or image. */
function copiesPython({ instruction }) {
	const { flags, words } = instruction;
	if (!flags.some(({ name }) => name === "from")) return false;
	return words.some(({ text }) => pythonFolder.test(text.slice(0, 500)));
}
const pythonFolder = /conda|venv|virtualenv|site-packages|dist-packages|\.local\b|\/python|^\/usr(?:\/local)?(?:\/lib)?\/?$|^\/$/;

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
function joined(ends) {
	const [first] = ends;
	const now = ends.map((one) => one.now).reduce(joinedEnvironment);
	const agree = (of) => ends.every((one) => of(one) === of(first));
	return {
		now,
		own: agree(({ own }) => own) ? first.own : void 0,
		place: agree(({ place }) => place) ? first.place : void 0
	};
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
	/** Whose pip was called last; empty: the one on PATH. Undefined where the ways of a script differ. */
	place = "";
	walker = new BranchWalker({
		save: () => ({
			now: this.now,
			own: this.own,
			place: this.place
		}),
		restore: (standing) => this.stand(standing),
		join: (ends) => this.stand(joined(ends))
	});
	constructor(image, stage, start, own) {
		this.image = image;
		this.stage = stage;
		this.start = start;
		this.model = modelPython(image);
		this.now = start;
		this.own = own;
	}
	stand({ now, own, place }) {
		this.now = now;
		this.own = own;
		this.place = place;
	}
	read() {
		const { installs, missing } = readInstalls(this.image, this.stage);
		const byCommand = grouped(installs, ({ command }) => command);
		const unread = new Set(missing.map(({ command }) => command));
		const byInstruction = grouped(this.image.commandsOf(this.stage), ({ step }) => step.instruction);
		for (const step of this.stage.steps) {
			const instruction = step.instruction.trigger ?? step.instruction;
			if (instruction.keyword === "RUN") {
				for (const command of byInstruction.get(instruction) ?? []) {
					this.walker.enter(command.branch);
					this.run(command, byCommand.get(command) ?? mimInstalls(this.image, command), unread.has(command));
				}
				this.walker.enter(void 0);
			} else this.set({
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
		this.now = withoutUninstalled(withInstalls(this.now, judged, unread), command);
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
const known$3 = /* @__PURE__ */ new WeakMap();
/** The commands of an image that compile CUDA operators for certain: an unknown release of a project that once did is left out. */
function compilesOf(image) {
	const before = known$3.get(image);
	if (before) return before;
	const trees = /* @__PURE__ */ new Map();
	const found = image.stages.flatMap((stage) => {
		const finder = new TreeFinder(image, stage, stage.parent && trees.get(stage.parent));
		trees.set(stage, finder);
		return compilesOfStage(image, stage, finder);
	});
	known$3.set(image, found);
	return found;
}
function compilesOfStage(image, stage, trees) {
	let folders;
	const found = [];
	for (const moment of timelineOf(image, stage).moments) {
		const { command, installs } = moment;
		if (installs.length === 0 && !/^(?:python|pip)/.test(command.name)) continue;
		folders ??= new Map(historyOf(image, stage).commands.map((placed) => [placed.command, placed.folder]));
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
	return require_dockerfile_syntax.joinPath(folder, script.slice(0, -8));
}
function treeOf(install, folder, trees) {
	const { requirement, verb, tool, options, name, applies } = install;
	if (verb === "download" || tool === "conda" || applies !== true) return void 0;
	if (requirement.source === "vcs") {
		const source = gitSourceOfPip(requirement.url ?? "");
		return source && trees.tree(source.repository, source.ref);
	}
	if (requirement.source === "path") {
		const path = require_dockerfile_syntax.joinPath(folder, requirement.path ?? "");
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
	return insertLineAbove(file, instruction.startLine, `${indentOf(file, instruction.startLine)}ENV ${assigned.join(" ")}`);
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
		return require_dockerfile_syntax.isBuilderVariable(name) ? void 0 : null;
	};
	const { value, unknown } = require_dockerfile_syntax.expand(text, lookup, escapeMark);
	return unknown.length > 0 ? void 0 : value;
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
	const uses = require_dockerfile_syntax.variableUses(word.text, escapeMark);
	const value = givenTo(globals, word.text, escapeMark);
	const problem = value === void 0 ? void 0 : referenceProblem(value);
	const undeclared = uses.find((use) => !globals.has(use.name) && !require_dockerfile_syntax.isBuilderVariable(use.name) && !require_dockerfile_syntax.hasFallback(use));
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
	return require_dockerfile_syntax.variableUses(text, image.dockerfile.escapeMark).flatMap(({ name }) => {
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
/** Stages below one that are looked at. */
const maxChain = 20;
/** The checkouts of one stage; the stages below it are looked at for their clones only. */
function checkoutUses(stage, image) {
	const tracker = new Tracker();
	for (const link of nearest(stage)) {
		tracker.uses = [];
		for (const command of image.commandsOf(link)) tracker.follow(command);
	}
	return tracker.uses;
}
function nearest(stage) {
	const chain = [];
	for (let link = stage; link && chain.length < maxChain; link = link.parent) chain.push(link);
	return chain.reverse();
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
		const next = word?.known ? require_dockerfile_syntax.enterFolder(this.folder, word.value) : "";
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
		const folder = at === void 0 ? this.folder : require_dockerfile_syntax.enterFolder(this.folder, at);
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
		const folder = require_dockerfile_syntax.enterFolder(this.folder, named);
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
		const entry = /* @__PURE__ */ new Map();
		for (const stage of image.stages) {
			const inherited = stage.parent && entry.get(stage.parent);
			const entries = stage.steps.filter(({ instruction }) => instruction.keyword === "ENTRYPOINT");
			entry.set(stage, entries.at(-1) ?? inherited);
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
				const shell = shellOf.get(step);
				const last = entry.get(stage);
				if (keyword === "CMD" && last && startsShell(last)) continue;
				const found = report$5(image, set, step, shell);
				if (found) yield found;
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
/** `ENTRYPOINT ["/bin/sh", "-c"]`: of a CMD in exec form it would take the first word for the whole script. */
function startsShell({ instruction: { json } }) {
	return json !== void 0 && json.length > 1 && json.some((word) => shells.test(word)) && isScriptNext(json);
}
function isScriptNext(words) {
	return /^-[a-z]*c$/.test(words.at(-1) ?? "");
}
/** Undefined where nobody here knows what the shell does with signals, or where all is well. */
function report$5(image, keywords, step, shell) {
	const { keyword, body } = step.instruction;
	if (shell && !(shells.test(shell[0] ?? "") && isScriptNext(shell))) return void 0;
	const isEntry = keyword === "ENTRYPOINT";
	const gives = shell?.[0]?.endsWith("bash") === true && !/[;&|\n]/.test(body.text);
	if (gives && !isEntry) return void 0;
	const words = shell ? void 0 : plainWords(body.text);
	const json = words && `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
	const signal = "its program does not get the signal that stops the container";
	const why = gives ? "its program gets neither CMD nor the arguments of docker run" : isEntry ? `${signal}, nor CMD and the arguments of docker run` : `${signal}, and is killed`;
	return {
		message: `${keyword} in shell form runs under ${(shell ?? ["/bin/sh"])[0]}: ${why}`,
		remedy: json ? `Write ${keyword} ${json}.` : remedyOf$3(keyword, shell),
		locations: [atSpan(image, step.instruction)],
		...json && !keywords.has(keyword === "CMD" ? "ENTRYPOINT" : "CMD") ? fixOf(`Write ${keyword} as a JSON array`, "safe", replacePart(editableDockerfile(image), body, 0, body.text.length, json)) : {}
	};
}
function remedyOf$3(keyword, shell) {
	if (shell === void 0) return `Write ${keyword} ["program", "argument"], or put exec in front of the program.`;
	const own = JSON.stringify([
		...shell,
		keyword === "CMD" ? "exec program" : "exec program \"$@\"",
		"--"
	]);
	return keyword === "CMD" ? "Put exec in front of the program: the shell of SHELL then gives its place to it." : `Write ENTRYPOINT ${own.replaceAll(",", ", ")}: so the shell of SHELL goes on to do what it is for.`;
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
		if (folders.length > 0 && !folders.some((folder) => require_dockerfile_syntax.inside(folder, config) !== void 0)) yield {
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
	return target === path || require_dockerfile_syntax.inside(target, path) !== void 0;
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
		return word !== void 0 && !require_dockerfile_syntax.keywords.has(word.toUpperCase());
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
	if (pieces.some(({ keyword, heredocs }) => require_dockerfile_syntax.keywords.has(keyword) || heredocs.length > 0)) return {};
	const marks = new Map(chain.map((one) => [one.endLine, brokenMark(image, one)]));
	const lines = [];
	for (let number = first.endLine; number <= last.endLine; number++) {
		const line = file.lines[number - 1] ?? "";
		const mark = marks.get(number);
		const comment = mark === void 0 ? "" : line.slice(mark + 1).trim();
		if (/^#\s*\w+\s*=/.test(comment)) return {};
		if (mark === void 0) lines.push(line);
		else lines.push(indentOf(file, number) + comment, line.slice(0, mark + 1));
	}
	return fixOf("Move the comment to a line of its own", "safe", replaceLines(file, first.endLine, last.endLine, lines.join("\n")));
}

// packages/dockerfile/src/stages/context-path-uses.ts
/**
* Every source of COPY, ADD and bind mounts that comes from the main build context. Left out: other stages, images and
* contexts (`from`), URLs, git trees, heredocs, a mount of the whole context, and what depends on a variable that the
* file does not set.
*/
function* contextPathUses(stages, escapeMark) {
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
		const path = require_dockerfile_syntax.knownText(step, text, escapeMark);
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
	return require_dockerfile_syntax.isRemoteSource(source) || /^github\.com\//i.test(source);
}
function* mounted(step, escapeMark) {
	for (const { flag, options } of require_dockerfile_syntax.mountsOf(step.instruction)) {
		const source = options.get("source") ?? options.get("src") ?? "";
		if ((options.get("type") ?? "bind") !== "bind" || (options.get("from") ?? "") !== "" || source === "") continue;
		const path = require_dockerfile_syntax.knownText(step, source, escapeMark);
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
		for (const use of contextPathUses(image.stages, image.dockerfile.escapeMark)) {
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
const adders$1 = /* @__PURE__ */ new Set(["useradd", "adduser"]);
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
	for (const command of commands) if (adders$1.has(command.name) || command.name === "usermod") {
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
	const uid = givenUid(command);
	if (command.name === "usermod") {
		const renamed = optionValue(command, ["--login", "-l"]);
		if (renamed?.known) return {
			user: renamed.value,
			uid: uid?.known ? uid.value : void 0,
			uidKnown: uid?.known === true,
			position: command.position
		};
		if (uid === void 0) return void 0;
	}
	const uidKnown = uid === void 0 || uid.known;
	return {
		user: user.value,
		uid: uid?.known ? uid.value : void 0,
		uidKnown,
		position: command.position
	};
}
/** The uid that useradd, adduser or usermod is told; undefined where it is told none. */
function givenUid(command) {
	return optionValue(command, ["--uid", "-u"]) ?? clusteredUid(command);
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
			const { value, unknown } = require_dockerfile_syntax.expand(step.instruction.body.text, step.variables, image.dockerfile.escapeMark);
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
	const { reference } = rootOf(stage).base;
	return reference !== void 0 && reference !== "scratch" && isPlainRootImage(reference);
}
/** True where the user, by name or number, is made with the uid 0. */
function isMadeRoot(image, name) {
	return madeRoots(image).has(name);
}
const madeRoots = onceFor((image) => new Set(accountChanges(image.commands).flatMap(({ user, uid }) => uid === "0" ? [user] : [])));

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
const userCommands = onceFor((image) => [...read$2(image)]);
function* read$2(image) {
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
	const changes = userCommands(image).filter(({ command }) => /^(?:chmod|chown)$/.test(command.name) || writes(command)).slice(0, 1e3).map(changeOf);
	for (const one of byUser.slice(0, 1e3)) {
		const { instruction, stage } = one.step;
		const change = changes.find(({ of, paths, isDeep }) => {
			const { step } = of.command;
			return step.instruction.startLine > instruction.startLine && isOn(step.stage, stage) && lastGiven(image)(step.stage) <= instruction.startLine && paths.some((path) => isCopied(image, one, path, isDeep));
		})?.of;
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
function changeOf(of) {
	const { command, folder } = of;
	if (folder === void 0) return {
		of,
		paths: [],
		isDeep: false
	};
	const isChange = /^(?:chmod|chown)$/.test(command.name);
	const isDeep = command.words.some(({ value }) => /^-[a-zA-Z]*R|^--recursive$/.test(value));
	return {
		of,
		paths: (isChange ? operands(command).slice(1) : command.redirects.filter(({ operator }) => /^>[>|]?$/.test(operator)).map(({ target }) => target)).flatMap(({ value, known }) => known && !/[$`~]/.test(value) ? require_dockerfile_syntax.joinPath(folder, value) ?? [] : []),
		isDeep: isChange && isDeep
	};
}
/** Whether a path is certainly what was copied, or inside it. */
function isCopied(image, { source, kind, targets }, path, isDeep) {
	const [first = ""] = targets;
	if (isDeep && targets.some((target) => require_dockerfile_syntax.inside(path, target) !== void 0)) return true;
	if (isDeep && path === first) return true;
	const isOne = source !== "" && !/[*?[]/.test(source);
	if (isOne && targets.some((target) => require_dockerfile_syntax.nameOf(target) === require_dockerfile_syntax.nameOf(source) && fits$1(path, target))) return true;
	if (kind !== "context") return path === first && kind === "heredoc";
	const rest = require_dockerfile_syntax.inside(targets.find((target) => require_dockerfile_syntax.nameOf(target) !== require_dockerfile_syntax.nameOf(source)) ?? first, path);
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
	const name = require_dockerfile_syntax.nameOf(pattern);
	const suffix = name.slice(name.lastIndexOf("*") + 1);
	return require_dockerfile_syntax.folderOf(pattern) === require_dockerfile_syntax.folderOf(path) && name.indexOf("*") === 0 && require_dockerfile_syntax.nameOf(path).endsWith(suffix);
}
/** The line where root last gives files away, in a stage and what it builds on: which ones is not looked at. */
const lastGiven = onceFor((image) => alongChain((stage, before = 0) => {
	return image.commandsOf(stage).filter((command) => mayGiveRights(command) && (plainUserAt(image, command.step) === void 0 || command.via.length > 0)).map(({ step }) => step.instruction.startLine).reduce((last, line) => Math.max(last, line), before);
}));
/** The policy's folder belongs to the policy's user, with everything in it. */
function* inAppFolder(image, copied, seen) {
	const { appFolder, user, name } = image.policy;
	if (appFolder === void 0 || user === void 0) return;
	const chain = new Set(image.targets.flatMap(chainOf));
	for (const one of copied) {
		const { instruction, stage } = one.step;
		const target = one.targets.find((path) => path === appFolder || require_dockerfile_syntax.inside(appFolder, path) !== void 0);
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
	const { anything, byPath } = chowns(image);
	const line = step.instruction.startLine;
	if (anything >= line) return true;
	for (let path = target; path !== ""; path = path === "/" ? "" : require_dockerfile_syntax.folderOf(path)) if ((byPath.get(path) ?? 0) >= line) return true;
	return false;
}
/** The last line of a chown by the path it names, and of one whose path is not known. */
const chowns = onceFor((image) => {
	const byPath = /* @__PURE__ */ new Map();
	let anything = 0;
	for (const command of image.commands) {
		if (command.name !== "chown") continue;
		const { folder, instruction } = command.step;
		const line = instruction.startLine;
		for (const { value, known } of operands(command).slice(1)) {
			const path = known && !/[$`*~]/.test(value) ? require_dockerfile_syntax.joinPath(folder, value) ?? "" : "";
			if (!path.startsWith("/")) anything = Math.max(anything, line);
			else byPath.set(path, Math.max(byPath.get(path) ?? 0, line));
		}
	}
	return {
		anything,
		byPath
	};
});
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
	for (const { path } of contextPathUses(stages, dockerfile.escapeMark)) {
		const clean = require_dockerfile_syntax.contextPath(path) ?? "";
		if (clean === "" || clean === "*" || clean === "**") all = true;
		else paths.push(clean);
	}
	for (const { instruction } of stages.flatMap(({ steps }) => steps)) if (instruction.keyword === "RUN" && [...require_dockerfile_syntax.mountsOf(instruction)].some(({ options }) => takesWhole(options))) all = true;
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
		are: "are",
		paths: ["model.pth", "ckpts/model.pth"],
		pattern: "**/*.pth"
	},
	{
		what: "the git history",
		are: "is",
		paths: [".git/HEAD"],
		pattern: "**/.git"
	},
	{
		what: "Python's caches",
		are: "are",
		paths: ["tools/__pycache__/train.cpython-38.pyc"],
		pattern: "**/__pycache__"
	}
];
const remedyOf$2 = (patterns) => `Add ${patterns.map((pattern) => `\`${pattern}\``).join(", ")}: unlike in .gitignore, a pattern without \`**/\` matches at the root only.`;
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
				message: `there is no .dockerignore in ${contextName(image)}: ${withoutFile(image)}`,
				remedy: remedyOf$2(probes.map(({ pattern }) => pattern)).replace("Add", "Make one with"),
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
/** The build context, as people call it. */
function contextName({ source: { folder } }) {
	return folder === "." ? "the build context (the workspace itself)" : `the build context ${folder}/`;
}
/** As many files as are looked at for one that is sent. */
const maxLooked$1 = 50;
/** A file or folder that is there and is sent; undefined where none is, or where nobody knows. */
function sentFile({ source: { context } }, pattern) {
	return context?.matches?.(pattern, maxLooked$1)?.find(({ sent }) => sent)?.path;
}
function withoutFile(image) {
	const there = probes.flatMap(({ pattern }) => sentFile(image, pattern) ?? []);
	return there.length === 0 ? "weights, caches and data that come to lie there are sent with every build" : `${there.join(", ").slice(0, 1e3)} and all else that lies there are sent with every build`;
}
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
function report$4(image, reach, { what, are, pattern }, path, patterns) {
	const ignore = image.source.dockerignore;
	const name = pattern.replace("**/", "");
	const meant = patterns.find((one) => !one.readmits && one.text === name);
	const readmits = patterns.find((one) => one.readmits && one.text.includes(name.replace("*", "")));
	const place = readmits ?? meant;
	const location = place ? locateSpan(ignore.path, place) : {
		file: ignore.path,
		line: 1
	};
	const real = sentFile(image, pattern);
	const why = readmits ? "a ! pattern sends it again" : "no pattern matches it";
	return {
		message: real ? `${what} in ${contextName(image)} ${are} sent to the builder: ${real.slice(0, 500)} is there, and ${why}` : `nothing keeps ${what} in ${contextName(image)} from the builder: if there were a ${path}, it would be sent, since ${why}`,
		remedy: remedyOf$2([pattern]),
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
/** Literal names that nothing has. What a clean checkout lacks may well lie there elsewhere, hence an info. */
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
		if (source.unreadIgnore) {
			const { path, why } = source.unreadIgnore;
			yield {
				message: `${why}; what it keeps from the builder, and so what the build context holds, was not checked`,
				remedy: "Make it a regular file of ordinary size; wildcards and `**/` cover many paths.",
				locations: [{
					file: path,
					line: 1
				}]
			};
		}
		for (const { path, why } of source.passedIgnores ?? []) yield {
			message: `this keeps nothing from the builder: ${why}`,
			remedy: "Make it a regular file, or take it away.",
			locations: [{
				file: path,
				line: 1
			}],
			severity: "warning"
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
		const at = file?.text.indexOf("\ufffd") ?? -1;
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

// packages/dockerfile/src/stages/drops-root.ts
const droppers = /* @__PURE__ */ new Set([
	"gosu",
	"runuser",
	"setpriv",
	"su-exec"
]);
/** Whether the container's start, root's as it is, hands over to another user: by `exec gosu app "$@"` and its like in a script. */
function dropsRoot(image, target) {
	const entry = entryOf(stepsOfChain(target));
	if (entry === void 0) return false;
	const own = chainOf(target).flatMap((stage) => image.commandsOf(stage));
	const { text } = image.source.dockerfile;
	if (own.some((command) => command.step === entry && drops(text, command))) return true;
	const started = /* @__PURE__ */ new Set([...scriptUses(image).flatMap(({ step, candidates }) => step === entry ? candidates : []), ...own.flatMap(({ step, words }) => step === entry ? words.map(({ value }) => value) : [])]);
	return scriptFiles(image).scripts.filter(({ path }) => started.has(path)).some(({ path, commands }) => commands.some((command) => drops(command.file ? image.files.get(path)?.text : text, command)));
}
/** What starts the container: ENTRYPOINT, else CMD. */
function entryOf(steps) {
	const last = (keyword) => steps.findLast(({ instruction }) => instruction.keyword === keyword);
	return last("ENTRYPOINT") ?? last("CMD");
}
/** The shell, or whoever starts the container, gives its place to the program of somebody else. `text`: what the command stands in. */
function drops(text, { via, position }) {
	const dropper = via.find((name) => droppers.has(name));
	if (dropper === void 0 || via[0] !== "exec" && via[0] !== dropper && via[1] !== dropper) return false;
	const line = text?.split("\n", position.line)[position.line - 1] ?? "";
	return !/\b(?:gosu|su-exec|--reuid[= ]|-u)["',\s]+(?:root|0)\b|--reuid[= ](?:root|0)\b/.test(line) && (dropper !== "setpriv" || line.includes("--reuid"));
}

// packages/dockerfile/src/stages/taken-uids.ts
const adders = /* @__PURE__ */ new Set(["useradd", "adduser"]);
/** Programs that leave the list of users alone, whatever words stand behind them. */
const harmless = /^(?:apt|apt-get|apt-key|cd|chmod|chown|conda|cp|curl|dpkg|echo|export|git|groupadd|install|ln|locale-gen|mkdir|mv|npm|pip[\d.]*|printf|rm|rmdir|set|tar|test|touch|true|unzip|update-alternatives|uv|wget)$/;
/** Where a stage's build certainly stops: what may have taken the base's own user out before ends the search. */
function takenUids(image, target) {
	const chain = chainOf(target);
	const base = chain[0]?.base.reference;
	if (base === void 0 || image.unread.length > 0 || !hasUbuntuUser(base)) return [];
	const shellAt = shellsOf(image.stages);
	for (const stage of chain) {
		const steps = new Set(stage.steps);
		if (stage.steps.some(({ instruction }) => bringsUsers(instruction.keyword, instruction.body.text))) return [];
		const commands = image.commandsOf(stage);
		const feeding = new Set(commands.map(({ pipedFrom }) => pipedFrom));
		for (const command of commands) {
			if (command.step.instruction.keyword !== "RUN" || !steps.has(command.step)) continue;
			if (!adders.has(command.name)) {
				if (mayTakeOut(command)) return [];
				continue;
			}
			const user = accountChanges([command])[0]?.user;
			const { line, column } = command.position;
			const isUnchecked = uncheckedCommands(command.step, shellAt.get(command.step)).has(`${line}:${column}`);
			if (!command.conditional && !isUnchecked && !feeding.has(command) && isPlain(command) && user !== void 0) return [{
				command,
				user,
				base
			}];
		}
	}
	return [];
}
/** `COPY passwd /etc/`, `COPY rootfs /`: who is in it nobody knows. */
function bringsUsers(keyword, body) {
	return /^(?:COPY|ADD)$/.test(keyword) && /(?:^|[\s",])\/(?:etc(?:\/passwd)?\/?)?["\]\s]*$/.test(body.slice(-200));
}
function mayTakeOut({ name, words, redirects }) {
	if (redirects.some(({ target }) => /passwd/.test(target.value))) return true;
	if (harmless.test(name)) return words.some(({ value }) => /\/etc\/passwd/.test(value));
	return name === "" || name === "." || name === "source" || shells.test(name) || words.some(({ value, known }) => !known || /ubuntu|1000|passwd|\.(?:sh|py|pl)$/.test(value));
}
/** Uid 1000 in digits, for an account of this image, and not to be shared. */
function isPlain(command) {
	const uid = givenUid(command);
	if (uid === void 0 || !uid.known || uid.value !== "1000" || uid.text.includes("$")) return false;
	if (command.via.some((name) => name !== "sudo")) return false;
	return !command.words.some(({ value }) => /^(?:-[a-zA-Z]*[oRP][a-zA-Z]*|--(?:non|root|prefix|extra|force).*)$/.test(value));
}

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
	yield* checkUid(image, target);
	const weight = expected ? {} : { severity: "warning" };
	const steps = stepsOfChain(target);
	const last = steps.findLast(({ instruction }) => instruction.keyword === "USER");
	const base = chainOf(target)[0]?.base.reference;
	const knownBase = base !== void 0 && isPlainRootImage(base);
	const remedy = remedyFor(expected, base !== void 0 && hasUbuntuUser(base));
	if (last === void 0) {
		if (!knownBase || isBareExport(base, steps) || !expected && dropsRoot(image, target)) return;
		yield {
			message: `${nameOf$1(target)} has no USER and so runs as root, as ${base} does`,
			remedy,
			locations: [image.at(target.from.position)],
			...weight
		};
		return;
	}
	const user = userOf(last, image.dockerfile.escapeMark);
	if (user !== void 0 && isRoot(user) && !expected && dropsRoot(image, target)) return;
	if (user === void 0 || user === String(expected?.uid)) return;
	const locations = [image.at(last.instruction.position)];
	const rootly = user === "" ? "a group only, and so as root" : user !== expected?.name && uidOf(image, target, user);
	if (rootly) {
		const what = user === "" ? rootly : `user ${user}, who has uid 0: root by another name`;
		yield {
			message: `${nameOf$1(target)} ends as ${what}`,
			remedy,
			locations,
			...weight
		};
		return;
	}
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
function remedyFor(expected, hasUbuntu) {
	if (expected === void 0 && hasUbuntu) return "End the stage with `USER ubuntu`: this base brings it, with uid 1000.";
	if (expected === void 0) return "End the stage with a `USER` of its own, after `RUN useradd --uid 1000 --create-home NAME`.";
	const { name, uid } = expected;
	return `End the stage with \`USER ${name}\`${hasUbuntu && name === "ubuntu" && uid === 1e3 ? "" : `, after \`RUN ${making(expected, hasUbuntu)}\``}.`;
}
/** Where the base has somebody with the uid, they go first. */
function making({ name, uid }, hasUbuntu) {
	return `${hasUbuntu && (uid === 1e3 || name === "ubuntu") ? "userdel --remove ubuntu && " : ""}useradd --uid ${uid} --create-home ${name}`;
}
/** A build that stops at a uid which the base has given away. */
function* checkUid(image, target) {
	for (const { command, user, base } of takenUids(image, target)) yield {
		message: `${command.name} stops the build: ${base} brings a user ubuntu that has uid 1000 already, and ${user} is to get it`,
		remedy: `Take the other one out first: \`RUN userdel --remove ubuntu && useradd --uid 1000 --create-home ${user}\`.`,
		locations: [image.at(command.position), image.at((chainOf(target)[0] ?? target).from.position, "the base image")]
	};
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
/** The account's name is another one, and its number is root's. */
function uidOf(image, target, user) {
	const commands = chainOf(target).flatMap((stage) => image.commandsOf(stage));
	const change = accountChanges(commands).findLast((one) => one.user === user && (one.uid !== void 0 || !one.uidKnown));
	return change?.uid !== void 0 && user !== "root" && isRoot(change.uid) ? change.uid : void 0;
}
function* checkAccount(image, target, { last, knownBase, expected }) {
	const { name, uid } = expected;
	const commands = chainOf(target).flatMap((stage) => image.commandsOf(stage));
	const changes = accountChanges(commands).filter(({ user }) => user === name);
	const change = changes.findLast((one) => one.uid !== void 0 || !one.uidKnown) ?? changes.at(-1);
	if (change === void 0) {
		const runsScripts = commands.some(({ words }) => words.some(({ value }) => /\.(?:sh|py)$/.test(value)));
		const base = chainOf(target)[0]?.base.reference ?? "";
		const hasUbuntu = hasUbuntuUser(base);
		if (!knownBase || runsScripts || hasUbuntu && name === "ubuntu" && uid === 1e3) return;
		yield {
			message: `user ${name} is never made in this stage or those it builds on`,
			remedy: `Make it: \`RUN ${making(expected, hasUbuntu)}\`.`,
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
	const { value, unknown } = require_dockerfile_syntax.expand(instruction.body.text, variables, escapeMark);
	return unknown.length > 0 || value.trim() === "" ? void 0 : value.split(":")[0]?.trim();
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
	return indexes.some((url) => !isLinksPage(url) && mayServe$1(url, label)) || options.findLinks.some((url) => mayServe$1(url, label));
}
function mayServe$1(url, label) {
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
	\u57fa\u7840\u955c\u50cf: "base"
};
/** Rows of a document that are looked at, and the length of a line of a table. */
const maxLines$1 = 2e4;
const maxLine$1 = 4096;
/** The rows of a document's tables whose first cell is one of the names, with the cells that hold a version. */
function* matrixRows(text, names) {
	const wanted = new Set(names.map(plain));
	const lines = text.split(/\r?\n/, maxLines$1);
	let columns = [];
	for (const [index, line] of lines.entries()) {
		if (line.length > maxLine$1 || !line.includes("|")) {
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
	return line.includes("-") && /^[\s|:-]+$/.test(line.slice(0, maxLine$1)) && line.includes("|");
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
		if (known === void 0 || isSame$2(column, text, known.value)) continue;
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
function isSame$2(column, text, known) {
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
/** Every version of the table with what it was published for, oldest first. */
function mmcvBuilds(name) {
	return tableOf$1(name);
}
/** Whether a torch (x.y) is newer than all the table speaks of. */
function isBeyondTable(torch) {
	return (compareVersions(torch, newestTorch) ?? 0) > 0;
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
			const builds = row.split(" ").map(buildOf$1);
			for (const version of versions.split(" ")) tables$1[nameOf(version)].set(version, builds);
		}
	}
	return tables$1[name];
}
/** `cu102:1.5,1.7-1.9` */
function buildOf$1(text) {
	const [cuda = "", ranges = ""] = text.split(":");
	return {
		cuda,
		torch: ranges.split(",").flatMap((range) => {
			const [first = "", last = first] = range.split("-");
			return minors.slice(minors.indexOf(first), minors.indexOf(last) + 1);
		})
	};
}

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
/** All versions the table knows of a package, oldest first. */
function openmmlabVersions(name) {
	return Object.keys(tableOf(name)).flatMap((versions) => versions.split(" "));
}
const asserted = /* @__PURE__ */ new Map();
const maxAsserted = 1e3;
/** What a version asserts at import, none where the table does not know it. Remembered: a search asks again and again. */
function asserts(name, version) {
	const key = `${name} ${version}`;
	const known = asserted.get(key);
	if (known !== void 0) return known;
	const ranges = (openmmlabRange(name, version) ?? []).filter(({ when }) => when === "import");
	if (asserted.size < maxAsserted) asserted.set(key, ranges);
	return ranges;
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
const answered$2 = /* @__PURE__ */ new Map();
const maxAnswered$1 = 1e4;
function releaseOf(name, version) {
	if (rowOf(needs, name) === void 0 && rowOf(needs, normalName(name)) === void 0) return void 0;
	const key = `${name} ${version}`;
	if (!answered$2.has(key) && answered$2.size < maxAnswered$1) answered$2.set(key, findRelease(name, version));
	return answered$2.has(key) ? answered$2.get(key) : findRelease(name, version);
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

// packages/dockerfile/src/knowledge/torch-bases.ts
const bases = `1.7.1-cuda11.0-cudnn8 1.8.1-cuda11.1-cudnn8 1.9.0-cuda11.1-cudnn8 1.9.1-cuda11.1-cudnn8 1.10.0-cuda11.3-cudnn8
  1.11.0-cuda11.3-cudnn8 1.12.1-cuda11.3-cudnn8 1.13.1-cuda11.6-cudnn8 2.0.1-cuda11.7-cudnn8 2.1.2-cuda11.8-cudnn8
  2.1.0-cuda12.1-cudnn8 2.2.2-cuda12.1-cudnn8 2.3.1-cuda11.8-cudnn8 2.4.0-cuda12.1-cudnn9`.split(/\s+/).map((tag) => {
	const [torch = "", cuda = ""] = tag.split("-cuda");
	return {
		reference: `pytorch/pytorch:${tag}`,
		torch,
		cuda: cuda.split("-", 1)[0] ?? ""
	};
});
/** A base with a torch x.y for a CUDA x.y: the one of `preferred` (x.y.z) where it is listed, else the newest; undefined for none. */
function torchBase(torch, cuda, preferred) {
	const fitting = bases.filter((base) => minorVersion(base.torch) === torch && base.cuda === cuda);
	return fitting.find((base) => base.torch === preferred) ?? fitting.at(-1);
}

// packages/dockerfile/src/knowledge/fitting-versions.ts
/** The packages whose asserted ranges the tables know. */
const asserting = [
	"mmdet3d",
	"mmdet",
	"mmseg"
];
/** A part that moves costs more than any distance it moves. The base with its torch is the dearest. */
const moved = 2;
const movedBuild = 5;
const otherMmcv = 50;
/**
* The nearest versions that satisfy all tables at once: the MMCV wheel is published for the torch and its CUDA, and what
* mmdet3d, mmdet and mmseg assert of MMCV and each other holds. MMCV changes between 1.x and 2.x only for a release that is to be
* kept: code for the one does not run with the other. Undefined where there is no such set.
*/
function fittingVersions(named, kept = {}) {
	let best;
	let price = Number.POSITIVE_INFINITY;
	const candidates = new Map([...named.releases].map(([name, version]) => [name, candidatesOf(name, version, kept)]));
	for (const { mmcv, build, cost } of mmcvChoices(named, kept)) {
		if (cost >= price) break;
		const others = fittingReleases(candidates, mmcv.version);
		if (others === void 0 || cost + others.cost >= price) continue;
		price = cost + others.cost;
		best = {
			build,
			mmcv: named.mmcv && mmcv,
			releases: others.releases
		};
	}
	return best;
}
/** Every version of the named MMCV with the best torch for it, the cheapest first. */
function mmcvChoices(named, kept) {
	const { mmcv } = named;
	const names = mmcv && !kept.release ? [mmcv.name] : ["mmcv-full", "mmcv"];
	const known = /* @__PURE__ */ new Map();
	return names.flatMap((name) => {
		const from = placeIn([...mmcvBuilds(name).keys()], mmcv?.version ?? "");
		return [...mmcvBuilds(name)].flatMap(([version, builds], at, all) => {
			const isNamed = mmcv?.version === version;
			if (kept.mmcv && mmcv?.version !== void 0 && !isNamed) return [];
			const away = mmcv?.version === void 0 ? all.length - at : Math.abs(at - from);
			const own = (isNamed || mmcv?.version === void 0 ? away / 1e4 : moved + away / 1e3) + (mmcv && mmcv.name !== name ? otherMmcv : 0);
			if (!mmcv?.wheel) return [{
				mmcv: {
					name,
					version
				},
				build: void 0,
				cost: own
			}];
			if (!known.has(builds)) known.set(builds, buildFor(builds, named, kept));
			const best = known.get(builds);
			return best ? [{
				mmcv: {
					name,
					version
				},
				build: best.build,
				cost: own + best.cost
			}] : [];
		});
	}).sort((a, b) => a.cost - b.cost);
}
/** Where a version stands in a table, or would stand. */
function placeIn(all, version) {
	const known = all.indexOf(version);
	const next = known >= 0 ? known : all.findIndex((one) => (compareVersions(one, version) ?? -1) >= 0);
	return next < 0 ? all.length : next;
}
function buildFor(published, { builds, python, ofBase }, kept) {
	let best;
	for (const { cuda, torch: minors } of published) {
		if (cuda === "cpu") continue;
		for (const torch of minors) {
			if (python !== void 0 && hasWheel("torch", `${torch}.0`, python) === false) continue;
			const same = builds.findIndex((one) => one.torch === torch && (one.cuda === void 0 || one.cuda === cuda));
			if (ofBase && same !== 0 && torchBase(torch, cudaOfLabel(cuda) ?? "") === void 0) continue;
			if (kept.build && builds.length > 0 && same !== 0) continue;
			const cost = same >= 0 ? same : movedBuild + away({
				torch,
				cuda
			}, builds[0]);
			if (best === void 0 || cost <= best.cost) best = {
				build: {
					torch,
					cuda
				},
				cost
			};
		}
	}
	return best;
}
function away({ torch, cuda }, from) {
	if (from === void 0) return 0;
	const step = (version) => {
		const [major = 0, minor = 0] = version.split(".").map(Number);
		return major === 1 ? minor : 14 + minor;
	};
	const number = (label = cuda) => Number(label.slice(2));
	return Math.abs(step(torch) - step(from.torch)) / 10 + Math.abs(number() - number(from.cuda)) / 1e4;
}
function fittingReleases(candidates, mmcv) {
	let best;
	for (const top of candidates.get("mmdet3d") ?? [void 0]) {
		if (best !== void 0 && (top?.cost ?? 0) >= best.cost) break;
		if (top && !accepts("mmdet3d", top.version, "mmcv", mmcv)) continue;
		const chosen = {
			releases: /* @__PURE__ */ new Map(),
			cost: top?.cost ?? 0
		};
		if (top) chosen.releases.set("mmdet3d", top.version);
		if (["mmdet", "mmseg"].every((name) => {
			const others = candidates.get(name);
			if (others === void 0) return true;
			const found = others.find(({ version }) => accepts(name, version, "mmcv", mmcv) && (!top || accepts("mmdet3d", top.version, name, version)));
			if (found) chosen.releases.set(name, found.version);
			chosen.cost += found?.cost ?? 0;
			return found !== void 0;
		}) && (best === void 0 || chosen.cost < best.cost)) best = chosen;
	}
	return best;
}
/** The version that is named, and the others by their distance from it. */
function candidatesOf(name, own, kept) {
	if (kept.release === name) return [{
		version: own,
		cost: 0
	}];
	const all = openmmlabVersions(name);
	const from = placeIn(all, own);
	const others = all.flatMap((version, at) => version === own ? [] : [{
		version,
		cost: moved + Math.abs(at - from) / 1e3
	}]);
	return [{
		version: own,
		cost: 0
	}, ...others.sort((a, b) => a.cost - b.cost)];
}
/** A search asks the same few thousand questions again and again, and images share their versions. */
const answered$1 = /* @__PURE__ */ new Map();
const maxAnswered = 2e4;
/** What the tables do not know is not against it. */
function accepts(name, version, other, otherVersion) {
	const key = `${name} ${version} ${other} ${otherVersion}`;
	const known = answered$1.get(key);
	if (known !== void 0) return known;
	const answer = asserts(name, version).every((range) => range.name !== other || fits(otherVersion, range) !== false);
	if (answered$1.size < maxAnswered) answered$1.set(key, answer);
	return answer;
}

// packages/dockerfile/src/pins/fitting-words.ts
/**
* What to write so that every table is content, as a sentence's object: `torch==1.9.1, mmcv-full 1.4.0 and the MMCV index
* https://...`; undefined where no such versions are known, or where nothing would have to move.
*/
function fittingWords(versions, kept = {}) {
	if (!versions.searched) return void 0;
	const key = JSON.stringify(kept);
	const before = answered.get(versions) ?? /* @__PURE__ */ new Map();
	answered.set(versions, before);
	if (!before.has(key)) before.set(key, wordsFor(versions, kept));
	return before.get(key);
}
/** A search for each finding of an image would be the same search again. */
const answered = /* @__PURE__ */ new WeakMap();
function wordsFor(versions, kept) {
	const fitting = fittingVersions(versions, kept);
	if (fitting === void 0) return void 0;
	const parts = [...buildParts(versions, fitting), ...mmcvParts(versions, fitting)];
	for (const [name, version] of fitting.releases) {
		const spelt = name === "mmseg" ? "mmsegmentation" : name;
		if (versions.releases.get(name) !== version) parts.push(`${spelt} ${version}${othersThatFit(name, version, fitting, versions)}`);
	}
	if (parts.length === 0) return void 0;
	const last = parts.pop();
	return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}
/** ` (0.15.0 to 0.17.3 fit)`, where no other release moves with it. */
function othersThatFit(name, version, fitting, versions) {
	const { releases } = fitting;
	const moving = [...releases].filter(([one, to]) => versions.releases.get(one) !== to);
	const mmcv = fitting.mmcv?.version;
	if (moving.length > 1 || mmcv === void 0) return "";
	const all = openmmlabVersions(name);
	const fitsHere = (one) => one !== void 0 && accepts(name, one, "mmcv", mmcv) && [...releases].every(([other, to]) => other === name || accepts(name, one, other, to) && accepts(other, to, name, one));
	let first = all.indexOf(version);
	let last = first;
	while (fitsHere(all[first - 1])) first -= 1;
	while (fitsHere(all[last + 1])) last += 1;
	return first < last ? ` (${all[first]} to ${all[last]} fit)` : "";
}
function buildParts(versions, { build }) {
	const { base, builds, torches, family } = versions;
	const torchBuilds = builds.filter(({ from }) => from !== "index");
	if (build === void 0 || torchBuilds.length > 0 && torchBuilds.every((one) => isSame$1(one, build))) return [];
	const cuda = cudaOfLabel(build.cuda) ?? "";
	const stays = torchBuilds.some((one) => one.from === "base" && isSame$1(one, build));
	const other = base && !stays ? torchBase(build.torch, cuda, torches.get(build.torch)) : void 0;
	const version = other?.torch ?? torches.get(build.torch) ?? `${build.torch}.0`;
	const parts = [];
	if (other) parts.push(`the base ${other.reference}-${base?.flavor}`);
	else if (base) parts.push(`the torch ${version} of the base`);
	else parts.push(`torch==${version}+${build.cuda} (from https://download.pytorch.org/whl/${build.cuda})`);
	if (base && builds.some(({ from }) => from === "pin")) parts.push(`torch==${version}`);
	for (const name of family) {
		const member = torchFamily$1(version)?.[name].at(-1);
		if (member) parts.push(`${name}==${member}${base ? "" : `+${build.cuda}`}`);
	}
	return parts;
}
function mmcvParts({ mmcv, builds }, { mmcv: to, build }) {
	if (mmcv === void 0 || to === void 0) return [];
	const parts = mmcv.name === to.name && (mmcv.version === to.version || mmcv.version === void 0) ? [] : [`${to.name} ${to.version}`];
	const indexes = builds.filter(({ from }) => from === "index");
	if (build && indexes.some((one) => !isSame$1(one, build))) parts.push(`the MMCV index ${mmcvIndexUrl(build)}`);
	return parts;
}
function mmcvIndexUrl({ cuda, torch }) {
	return `https://download.openmmlab.com/mmcv/dist/${cuda}/torch${torch}.0/index.html`;
}
function isSame$1(one, build) {
	return one.torch === build.torch && (one.cuda === void 0 || one.cuda === build.cuda);
}

// packages/dockerfile/src/pins/mmcv-expectation.ts
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
/** Undefined where one of the two is not known. */
function wantedBuild({ cuda, torch }) {
	if (cuda === void 0 || torch === void 0) return void 0;
	return {
		cuda: labelOfCuda(cuda),
		torch: minorVersion(torch)
	};
}

// packages/dockerfile/src/pins/mmcv-index.ts
const indexUrl = /https?:\/\/\S{1,300}?\/mmcv\/dist\/(cu\d{2,3}|cpu)\/torch(\d{1,3}(?:\.\d{1,3}){0,3})/g;
const none = [];
function mmcvIndexesIn(text) {
	if (!text.includes("/mmcv/dist/")) return none;
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

// packages/dockerfile/src/pins/mmcv-use.ts
/** Undefined for other packages, and where pip leaves the MMCV that is there. */
function mmcvUse(install, before) {
	const { name, applies, step } = install;
	if (name !== "mmcv" && name !== "mmcv-full" || applies === false) return void 0;
	if (isThere(install, before) === true) return void 0;
	const compiles = step.variables("FORCE_CUDA") === "1" && before.flavor?.value === "devel";
	return {
		name,
		version: pinOf(install),
		install,
		compiles
	};
}
/** Whether pip looks for a wheel of it: the sources were not asked for, and `mmcv` of 1.x has no compiled part. */
function takesWheel({ name, version, install }) {
	return !(name === "mmcv" && version !== void 0 && (compareVersions(version, "2.0.0rc1") ?? 0) < 0) && !refusesWheels(install);
}
function refusesWheels({ name, options }) {
	return options.noBinary.some((one) => one === ":all:" || one === name);
}
/** Said in the command or its environment: this one is to be compiled. */
function compilesOnPurpose(install) {
	const { step, requirement } = install;
	if (requirement.source !== "index" || refusesWheels(install)) return true;
	return step.variables("MMCV_WITH_OPS") !== null || step.instruction.body.text.includes("MMCV_WITH_OPS");
}

// packages/dockerfile/src/pins/mmcv-places.ts
/** What is known behind a command, and behind the first that uses a URL, wherever that stands. */
function usersOf(image) {
	const users = /* @__PURE__ */ new Map();
	for (const { command, installs, before, after } of momentsOf(image)) {
		const user = {
			after,
			uses: installs.flatMap((install) => mmcvUse(install, before) ?? []),
			command
		};
		users.set(command, user);
		const add = ({ url }) => {
			if (!users.has(url)) users.set(url, user);
		};
		for (const { value } of command.words) for (const index of mmcvIndexesIn(value)) add(index);
		for (const options of new Set(installs.map((install) => install.options))) for (const { index } of mmcvIndexesOf(options)) add(index);
	}
	return users;
}
/** Every place of an image that names an index: Dockerfile, requirements, model.yaml. */
function* placesOf$1(image) {
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

// packages/dockerfile/src/pins/mmcv-wanted.ts
/** What is installed from an index. Where nothing says it, any MMCV may be. */
function wheelsOf({ model }, uses) {
	const wanted = uses.filter(takesWheel).map(({ name, version }) => ({
		name,
		version
	}));
	if (wanted.length > 0) return wanted;
	const ofModel = ["mmcv-full", "mmcv"].flatMap((name) => {
		const version = model?.packages[name];
		return version === void 0 ? [] : [{
			name,
			version
		}];
	});
	return ofModel.length > 0 ? ofModel : [{
		name: "mmcv-full",
		version: void 0
	}, {
		name: "mmcv",
		version: void 0
	}];
}
/** `published` only where it is so of all that are wanted; without a version, where any is there. */
function wheelsIn(build, wheels) {
	const pinned = wheels.filter(({ version }) => version !== void 0);
	if (pinned.length === 0) return wheels.some(({ name }) => mmcvVersionsFor(name, build.cuda, build.torch).length > 0) ? "published" : "unknown";
	return pinned.map(({ name, version = "" }) => mmcvWheel({
		name,
		version,
		...build
	})).find((answer) => answer !== "published") ?? "published";
}
function buildOf({ label, torch }) {
	return {
		cuda: label,
		torch: minorVersion(torch)
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
const known$2 = /* @__PURE__ */ new WeakMap();
/** By stage: the releases that open-mmlab's repositories are checked out at when it ends, of each package the last. */
function checkedOutReleases(image) {
	const found = known$2.get(image) ?? readReleases(image);
	known$2.set(image, found);
	return found;
}
function readReleases(image) {
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
			const value = require_dockerfile_syntax.knownText({ variables }, text, image.dockerfile.escapeMark);
			const source = value === void 0 ? void 0 : gitSourceOfAdd(value);
			if (source) add(source.repository, source.ref, image.at(position), installsTrees);
		}
	}
	for (const { repository, ref, position, isOneOfSeveral } of gitCheckouts(image.commandsOf(stage))) if (!isOneOfSeveral) add(repository, ref?.known ? ref.value : void 0, image.at(position), installsTrees);
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

// packages/dockerfile/src/pins/named-versions.ts
const maxSearched = 50;
const known$1 = /* @__PURE__ */ new WeakMap();
/** Versions of all stages that build on what `stage` builds on: a remedy for one has to suit the others. */
function buildVersions(image, stage) {
	const roots = known$1.get(image) ?? rootsOf(image);
	known$1.set(image, roots);
	const root = roots.of.get(stage) ?? stage;
	const versions = roots.found.get(root) ?? {
		...read$1(image, root, roots.stages.get(root) ?? [root]),
		searched: roots.found.size < maxSearched
	};
	roots.found.set(root, versions);
	return versions;
}
/** A parent stands above what builds on it. */
function rootsOf({ stages }) {
	const of = /* @__PURE__ */ new Map();
	const byRoot = /* @__PURE__ */ new Map();
	for (const stage of stages) {
		const { parent } = stage;
		const root = parent ? of.get(parent) ?? parent : stage;
		of.set(stage, root);
		const all = byRoot.get(root);
		if (all) all.push(stage);
		else byRoot.set(root, [stage]);
	}
	return {
		of,
		stages: byRoot,
		found: /* @__PURE__ */ new Map()
	};
}
function read$1(image, root, stages) {
	const moments = stages.flatMap((stage) => timelineOf(image, stage).moments);
	const model = hasModel(image) ? image.model : void 0;
	const builds = [];
	const torches = /* @__PURE__ */ new Map();
	const addBuild = (from, torch, cuda) => {
		builds.push({
			from,
			torch: minorVersion(torch),
			cuda
		});
		if (from !== "index" && torch.split(".").length > 2 && !torches.has(minorVersion(torch))) torches.set(minorVersion(torch), publicVersion(torch));
	};
	const { start } = timelineOf(image, root);
	const ofBase = torchOf(start);
	const { end } = timelineOf(image, stages.at(-1) ?? root);
	const base = end.inBase && ofBase?.from === "base" ? {
		torch: publicVersion(ofBase.version),
		cuda: ofBase.cuda,
		flavor: start.flavor?.value ?? "devel"
	} : void 0;
	if (base) addBuild("base", base.torch, base.cuda && labelOfCuda(base.cuda));
	const modelTorch = model?.packages.torch;
	if (model && modelTorch !== void 0) addBuild("pin", modelTorch, labelOfCuda(model.environment.cuda));
	const family = /* @__PURE__ */ new Set();
	let mmcv;
	const indexes = [];
	for (const { installs, before, after } of moments) for (const install of installs) {
		const name = packageName(install);
		if (install.applies === false) continue;
		if (name === "torch" && pinOf(install) !== void 0) {
			const torch = torchOf(after);
			addBuild("pin", pinOf(install) ?? "", torch?.cuda && labelOfCuda(torch.cuda));
		}
		if ((name === "torchvision" || name === "torchaudio") && pinOf(install)) family.add(name);
		mmcv = mmcvUse(install, before) ?? mmcv;
		for (const { index } of mmcvIndexesOf(install.options)) indexes.push({
			torch: index.torch,
			cuda: index.label
		});
	}
	for (const { torch, cuda } of indexes) addBuild("index", torch, cuda);
	const modelMmcv = ["mmcv-full", "mmcv"].find((name) => model?.packages[name] !== void 0);
	const wheel = mmcv === void 0 ? modelMmcv !== void 0 : takesWheel(mmcv);
	const name = mmcv?.name ?? modelMmcv;
	return {
		builds: builds.slice(0, 20),
		mmcv: name && {
			name,
			version: mmcv?.version ?? model?.packages[name],
			wheel
		},
		releases: releasesOf(image, stages),
		ofBase: base !== void 0,
		python: base === void 0 ? end.python?.value : void 0,
		base,
		torches,
		family
	};
}
function releasesOf(image, stages) {
	const found = /* @__PURE__ */ new Map();
	const checkedOut = checkedOutReleases(image);
	const shortName = (name) => name === "mmsegmentation" ? "mmseg" : name;
	for (const stage of stages) {
		const installed = [...timelineOf(image, stage).end.packages.values()];
		for (const { name, version } of [...installed, ...checkedOut.get(stage)?.values() ?? []]) if (version !== void 0 && isAsserting(shortName(name))) found.set(shortName(name), version);
	}
	if (hasModel(image)) {
		for (const [name, version] of Object.entries(image.model.packages)) if (isAsserting(shortName(name)) && !found.has(shortName(name))) found.set(shortName(name), version);
	}
	return found;
}
function isAsserting(name) {
	return asserting.includes(name);
}

// packages/dockerfile/src/rules/mmcv-index-of-policy.ts
/**
* The policy's index, asked of the images that it is for. `error` where the image ends with that index's torch and CUDA, `warning`
* where nobody knows what it has, `info` where it has another torch or CUDA: there the policy's index would be the wrong one.
*/
function* ofPolicy(image, { index, location }, expected, user) {
	const { name, mmcvIndex } = image.policy;
	if (mmcvIndex === void 0 || isAsked(index, mmcvIndex)) return;
	const severity = weight(image, mmcvIndex, expected, user);
	yield {
		message: `the MMCV index is ${index.label}/torch${index.torch}, and the policy ${name} asks for ${mmcvIndex}`,
		remedy: severity === "info" ? `Nothing where the image's torch and CUDA are meant; else build it on those of ${mmcvIndex}.` : `Use https://download.openmmlab.com/mmcv/dist/${mmcvIndex}/index.html.`,
		locations: [location, ...expected?.locations ?? []],
		severity
	};
}
/** `cu111/torch1.9`: every torch1.9.x is meant. */
function isAsked({ label, torch }, asked) {
	const [wanted = "", version = ""] = asked.split("/torch");
	return label === wanted && minorVersion(torch) === minorVersion(version);
}
function weight(image, asked, expected, user) {
	const [label = "", version = ""] = asked.split("/torch");
	const cudaAsked = cudaOfLabel(label);
	const isCuda = (cuda) => cudaAsked !== void 0 && agree(cudaAsked, cuda);
	const isTorch = (torch) => minorVersion(torch) === minorVersion(version);
	const last = user && torchOf(timelineOf(image, user.command.step.stage).end);
	if (last?.sure && last.cuda !== void 0 && isTorch(last.version) && isCuda(last.cuda)) return "error";
	const cuda = expected?.cuda ?? user?.after.cuda?.value;
	return cuda !== void 0 && !isCuda(cuda) || expected?.torch !== void 0 && !isTorch(expected.torch) ? "info" : "warning";
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
		for (const place of placesOf$1(image)) {
			const user = users.get(place.command ?? place.index.url);
			const uses = user?.uses ?? [];
			if (uses.length > 0 && !uses.some(takesWheel)) continue;
			const expected = ofModel ?? (user && environmentExpectation(user.after));
			const wrong = expected && differences(place.index, expected);
			const wheels = wheelsOf(image, uses);
			if (!expected || !wrong) yield* ofPolicy(image, place, expected, user);
			else if (!servesAllTheSame(place.index, expected, wheels)) yield ofImage(image, place, wrong, expected, user, wheels);
		}
	}
};
/** What the index is for, and what the image has instead; undefined where they agree. */
function differences({ label, torch }, expected) {
	const says = [];
	const has = [];
	const cuda = cudaOfLabel(label);
	if (expected.cuda !== void 0 && (cuda === void 0 || !agree(cuda, expected.cuda))) {
		says.push(cuda === void 0 ? "the CPU" : `CUDA ${cuda}`);
		has.push(`CUDA ${expected.cuda}`);
	}
	if (expected.torch !== void 0 && minorVersion(torch) !== minorVersion(expected.torch)) {
		says.push(`torch ${minorVersion(torch)}`);
		has.push(`torch ${publicVersion(expected.torch)}`);
	}
	return says.length === 0 ? void 0 : {
		says: says.join(" and "),
		has: has.join(" and ")
	};
}
const major = (version) => version?.split(".")[0];
function isSameTorch({ torch }, expected) {
	return expected.torch !== void 0 && minorVersion(torch) === minorVersion(expected.torch);
}
/** For the right torch, and a CUDA of the same major number: its libraries mostly serve. */
function isNear(index, expected) {
	return isSameTorch(index, expected) && major(cudaOfLabel(index.label)) === major(expected.cuda);
}
/** cu121 for a torch of CUDA 12.4: no wheel is published for 12.4, and what is built with 12.1 runs with it. */
function servesAllTheSame(index, expected, wheels) {
	const wanted = wantedBuild(expected);
	if (wanted === void 0 || !isNear(index, expected)) return false;
	return wheelsIn(wanted, wheels) !== "published" && wheelsIn(buildOf(index), wheels) === "published";
}
function ofImage(image, { index, location }, { says, has }, expected, user, wheels) {
	const wanted = wantedBuild(expected);
	const there = wheelsIn(buildOf(index), wheels);
	const isMild = !expected.sure || image.model === void 0 && mayServe(index, expected, user, there);
	const fitting = wanted && wheelsIn(wanted, wheels) === "published" ? wanted : void 0;
	const [from, to] = [`${index.label}/torch${index.torch}`, `${fitting?.cuda}/torch${fitting?.torch}.0`];
	const isWhole = user?.uses.every(({ install }) => install.requirement.source === "index") ?? true;
	return {
		message: `the MMCV index ${from} is for ${says}, the image has ${has}: ${effectOf(index, there, isMild, wheels)}`,
		remedy: fitting ? `Use ${mmcvIndexUrl(fitting)}.` : remedyWithout(image, expected, wanted, user, wheels),
		locations: [location, ...expected.locations],
		...isMild ? { severity: "warning" } : {},
		...fitting && isWhole ? fixOf(`Take the MMCV index ${to}`, "safe", replaceInLine(image, location, `/mmcv/dist/${from}`, `/mmcv/dist/${to}`)) : {}
	};
}
/** Where nobody can say that it breaks: then it is a warning. */
function mayServe(index, expected, user, there) {
	if (isNear(index, expected)) return true;
	if (there === "absent" && user?.uses.every(({ compiles }) => compiles)) return true;
	if (expected.torch !== void 0 && isBeyondTable(minorVersion(expected.torch))) return true;
	const toolkit = user?.after.cuda?.value;
	return isSameTorch(index, expected) && toolkit !== void 0 && major(cudaOfLabel(index.label)) === major(toolkit);
}
function effectOf({ label }, there, isMild, wheels) {
	const [wheel] = wheels;
	if (there === "absent" && wheel?.version !== void 0) return `pip finds no wheel of ${wheel.name} ${wheel.version} there and compiles it for up to an hour`;
	if (label === "cpu") return "its wheels have no CUDA operators";
	if (isMild) return "its operators may not load";
	return there === "published" ? "pip takes a wheel whose operators do not load" : "pip finds no wheel there and compiles for an hour, or takes one that does not load";
}
/** What to do where the index of the image's own torch and CUDA is not known, or not known to have the wheel. */
function remedyWithout(image, { cuda, torch }, wanted, user, wheels) {
	if (wanted === void 0) return `Use https://download.openmmlab.com/mmcv/dist/${cuda === void 0 ? "<cuda>" : labelOfCuda(cuda)}/torch${torch === void 0 ? "<version>" : `${minorVersion(torch)}.0`}/index.html.`;
	const [{ name, version }] = wheels;
	const none = `No wheel of ${version === void 0 ? "any MMCV" : `${name} ${version}`} is known for torch ${wanted.torch} and ${wanted.cuda}`;
	const stage = user?.command.step.stage ?? image.targets.at(-1) ?? image.stages.at(-1);
	const versions = stage && buildVersions(image, stage);
	const [here, anywhere] = versions ? [fittingWords(versions, { build: true }), fittingWords(versions)] : [];
	const words = [.../* @__PURE__ */ new Set([here, anywhere])].filter((one) => one !== void 0);
	return `${none}: ${words.length > 0 ? `take ${words.join(", or ")}` : "move torch and CUDA"}, or compile MMCV from source.`;
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
			const report = judge$7(image, install, before);
			const [place] = report?.locations ?? [];
			const key = `${place?.file}:${place?.line}:${report?.message}`;
			if (report === void 0 || seen.has(key)) continue;
			seen.add(key);
			yield report;
		}
	}
};
function judge$7(image, install, before) {
	const use = mmcvUse(install, before);
	const { name, version } = use ?? {};
	if (use === void 0 || name === void 0 || version === void 0) return void 0;
	if (install.applies !== true || compilesOnPurpose(install)) return void 0;
	const named = mmcvIndexesOf(install.options);
	if (named.length === 0) return install.command.name === "mim" ? byTorch(image, {
		...use,
		version
	}, before) : void 0;
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
	const build = {
		cuda: label,
		torch: minorVersion(torch)
	};
	return absent(image, {
		...use,
		version
	}, build, at, use.compiles ? "slow" : "broken");
}
function byTorch(image, use, before) {
	const torch = torchOf(before);
	if (!torch?.sure || torch.cuda === void 0) return void 0;
	const build = {
		cuda: labelOfCuda(torch.cuda),
		torch: minorVersion(torch.version)
	};
	if (mmcvWheel({
		name: use.name,
		version: use.version,
		...build
	}) !== "absent") return void 0;
	return absent(image, use, build, [noted(torch, `torch ${publicVersion(torch.version)} for CUDA ${torch.cuda}`)], "slow");
}
function absent(image, { name, version, install }, { cuda, torch }, others, effect) {
	const published = publishedFor(version, name).filter((build) => build.cuda !== "cpu").map((build) => `${build.cuda} for torch ${build.torch.join(", ")}`).join("; ");
	const versions = buildVersions(image, install.step.stage);
	const [here, anywhere] = [fittingWords(versions, { build: true }), fittingWords(versions)];
	const words = [.../* @__PURE__ */ new Set([here, anywhere])].filter((one) => one !== void 0);
	const instead = words.length > 0 ? `Take ${words.join(", or ")}` : "Take a torch and CUDA that it is published for";
	return {
		message: `${name} ${version} has no wheel for torch ${torch} and ${cuda}: pip takes the source and compiles for up to an hour${effect === "slow" ? "" : ", without FORCE_CUDA=1 and nvcc a version that has no CUDA operators"}. Published: ${published}`,
		remedy: `${instead}, or compile it on purpose: MMCV_WITH_OPS=1 and --no-binary ${name}.`,
		locations: [install.location, ...others],
		...effect === "slow" ? { severity: "warning" } : {}
	};
}
/** A page or folder of wheels that may have what the index has not. */
function otherSources({ options }) {
	const known = /\/mmcv\/dist\/|^https:\/\/(?:download\.pytorch\.org|pypi\.org|data\.pyg\.org)\//;
	return options.findLinks.some((url) => !known.test(url));
}

// packages/dockerfile/src/stages/file-write.ts
/** A word of the file's own: its last folder and name decide, for folders are variables often. */
function writesTo({ target }, name) {
	return target === void 0 || name.test(target) || /[$`]/.test(target) || require_dockerfile_syntax.nameOf(target) === "";
}

// packages/dockerfile/src/stages/secret-mounts.ts
const places = /* @__PURE__ */ new WeakMap();
function placesOf({ instruction, folder }) {
	const known = places.get(instruction);
	if (known) return known;
	const paths = ["/run/secrets/"];
	const names = /* @__PURE__ */ new Set();
	for (const { options } of require_dockerfile_syntax.mountsOf(instruction)) {
		if (options.get("type") !== "secret") continue;
		const id = options.get("id") ?? "";
		const target = options.get("target") ?? options.get("dst") ?? options.get("destination") ?? "";
		const path = target === "" ? void 0 : require_dockerfile_syntax.joinPath(folder.startsWith("/") ? folder : "/", target);
		if (path !== void 0 && path.length > 1) paths.push(path);
		if (options.has("env")) names.add(options.get("env") || id);
	}
	const found = {
		paths: paths.slice(0, 50),
		names
	};
	places.set(instruction, found);
	return found;
}
/** Whether a word takes what it says from a secret that only its RUN sees. */
function isFromSecret({ text, value, made = "" }, { step }) {
	const { paths, names } = placesOf(step);
	const all = [
		value,
		text,
		made
	].map((one) => one.slice(0, 2e4));
	if (all.some((one) => paths.some((path) => holdsPath(one, path)))) return true;
	if (names.size === 0) return false;
	return all.some((one) => [...one.matchAll(/\$\{?([A-Za-z_]\w{0,99})/g)].some(([, name = ""]) => names.has(name)));
}
function holdsPath(text, path) {
	const at = text.indexOf(path);
	return at >= 0 && (path.endsWith("/") || !/[\w./-]/.test(text[at + path.length] ?? "")) && !/[\w.]/.test(text[at - 1] ?? "");
}

// packages/dockerfile/src/stages/passwords.ts
/**
* The passwords that one command sets. A value from a secret mount, which no layer keeps, is none. `read`: what the files hold
* that its input comes from.
*/
function* passwordsSetBy(command, read = () => []) {
	const { name, words, position } = command;
	const fromSecret = (word) => isFromSecret(word, command);
	if (name === "chpasswd" || name === "smbpasswd" || name === "vncpasswd" || name === "newusers") yield* fromInput(command, read);
	else if (name === "passwd") {
		if (words.some(({ value }) => value === "-d" || value === "--delete")) yield {
			command,
			position,
			how: "passwd --delete lets an account in without a password",
			kind: "open",
			weak: false,
			users: operands(command).map(({ value }) => value)
		};
		else yield* fromInput(command, read);
	} else if (name === "usermod" || name === "useradd") {
		const password = optionValue(command, ["--password", "-p"]);
		if (password && !fromSecret(password) && !locked.test(password.value)) {
			const users = operands(command).slice(-1).map(({ value }) => value);
			yield {
				...judged(command, password, password.value),
				how: `${name} --password sets a password`,
				users
			};
		}
	} else {
		const password = asOperand(command);
		if (password && password.value !== "" && !fromSecret(password)) yield {
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
function* fromInput(command, read) {
	const { name, words } = command;
	const fed = [...inputOf(command), ...filesRead(command, read)];
	const encrypted = words.some(({ value }) => value === "-e" || value === "--encrypted");
	const hasPairs = name === "chpasswd" || name === "newusers";
	const given = fed.find((word) => !isFromSecret(word, command) && !(encrypted && locksOnly(word.value)) && (name !== "newusers" || accountsIn(word.value, true).length > 0));
	if (given === void 0) return;
	const pairs = hasPairs ? fed.flatMap(({ value }) => accountsIn(value, name === "newusers")) : [];
	const users = hasPairs ? pairs.map(([user]) => user) : operands(command).map(({ value }) => value);
	const weak = pairs.length > 0 ? pairs.some(([user, password]) => isWorldKnown(password, user)) : void 0;
	const judgement = judged(command, given, given.value);
	yield {
		...judgement,
		weak: weak ?? judgement.weak,
		how: `${name} sets a password`,
		users
	};
}
/** `chpasswd < file` and `cat file | chpasswd`, where the file was written or copied before. */
function filesRead(command, read) {
	const found = [];
	let at = command;
	for (let hops = 0; at && hops < 10; hops++) {
		for (const { lines, command: writer, edits } of read(at)) {
			const value = lines.map(({ text }) => text).join("\n");
			const own = writer?.words.find((word) => isFromSecret(word, writer));
			if (edits.length > 0 || value.trim() === "") continue;
			const known = !/\$[A-Za-z_{(]|`/.test(value);
			const { position } = command;
			found.push({
				text: value,
				value,
				known,
				position,
				end: void 0,
				...own ? { made: own.text + (own.made ?? "") } : {}
			});
		}
		at = at === command ? at.pipedFrom : at.name === "cat" ? at.pipedFrom : void 0;
	}
	return found.slice(0, 20);
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
	if (source.name === "echo" || source.name === "printf") {
		const words = operands(source);
		const isFilled = source.name === "printf" && words[0]?.value.includes("%") === true;
		const writer = source;
		return isFilled && words.some((word) => isFromSecret(word, writer)) ? fed : [...fed, ...words];
	}
	if (source.name === "cat") return [...fed, ...inputOf(source)];
	const readsSecret = source.words.some((word) => isFromSecret(word, source));
	return isGenerator(source.name) && !readsSecret ? [...fed, source.words[0]] : fed;
}
function isGenerator(name) {
	return /^(?:\/usr\/bin\/)?(?:openssl|pwgen|makepasswd|mkpasswd|head|tr|base64|uuidgen|yes|python[\d.]*|perl)$/.test(name);
}
/** `user:*` given to `chpasswd -e` locks the account. */
function locksOnly(value) {
	const all = accountsIn(value);
	return all.length > 0 && all.every(([, password]) => locked.test(password));
}
/** `user:password`, or the lines of /etc/passwd that newusers takes. */
function accountsIn(value, asLines = false) {
	return value.split(/\n|\\n/, 1e3).filter((line) => line.includes(":")).map((line) => {
		const user = line.slice(0, line.indexOf(":")).trim();
		const rest = line.slice(line.indexOf(":") + 1).trim();
		return [user, asLines ? rest.split(":", 1)[0] ?? "" : rest];
	}).filter(([, password]) => !asLines || password !== "" && !locked.test(password));
}
/** Fields of /etc/shadow and /etc/passwd that a file is given: hashes, and empty ones, which ask for nothing. */
function* passwordsIn(write) {
	const target = /^\/etc\/(shadow|passwd)$/.exec(write.target ?? "")?.[1];
	if (target === void 0) return;
	const { step, file, command } = write;
	const said = write.how === "edit" ? write.edits.map(({ to, word }) => ({
		text: to,
		position: word.position
	})) : write.lines;
	for (const { text, position } of said.slice(0, 1e3)) {
		const [, user = "", field] = /^\^?([a-z_][\w-]{0,40}):([^:\s\\]{0,300})(?::|$)/.exec(text.trim()) ?? [];
		if (field === void 0 || locked.test(field) || target === "passwd" && field === "") continue;
		if (!/^\$[\w-]{1,10}\$./.test(field) && field !== "") continue;
		const open = field === "";
		yield {
			command: {
				step,
				conditional: command?.conditional ?? false,
				...file === void 0 ? {} : { file }
			},
			position,
			how: open ? "an empty field in /etc/shadow lets an account in without a password" : `a line of /etc/${target} sets a password`,
			kind: open ? "open" : "literal",
			weak: false,
			users: [user]
		};
	}
}
/** What is tried first on every open port: the top of the lists of leaked passwords, and the names of accounts. */
const worldKnown = new Set("root toor admin administrator password passwd pass p@ssw0rd passw0rd password1 password123 root123 admin123 test test123 guest 1234 12345 123456 1234567 12345678 123456789 1234567890 111111 000000 123123 654321 666666 888888 abc123 qwerty letmein welcome iloveyou changeme change_me default secret docker ubuntu debian user vagrant screencast jupyter dev developer runpod runpod123".split(" "));
function isWorldKnown(password, user = "") {
	const plain = password.toLowerCase();
	return plain !== "" && (worldKnown.has(plain) || plain === user.toLowerCase());
}

// packages/dockerfile/src/stages/sshd-line.ts
/** Options that decide who gets in. */
const doorOption = /^\s*(#?)\s*(PermitRootLogin|PasswordAuthentication|PermitEmptyPasswords|KbdInteractiveAuthentication|ChallengeResponseAuthentication|UsePAM|PubkeyAuthentication)(?:\s*=\s*|\s+)["']?([\w-]+)/i;

// packages/dockerfile/src/stages/python-writes.ts
/** Settings that Python programs write, as far as a string holds a whole line of them and another names the file. */
function* pythonWrites(image) {
	for (const program of pythonPrograms(image)) {
		yield* settingsOf$1(program, /^\/etc\/ssh\/sshd_config(?:\.d\/[\w.-]+)?$/, (line) => doorOption.exec(line)?.[1] === "");
		yield* settingsOf$1(program, /^\/etc\/sudoers(?:\.d\/[\w.-]+)?$/, (line) => /\bNOPASSWD\s*:|!authenticate/.test(line));
	}
}
function* settingsOf$1(program, file, matters) {
	const target = program.strings.find(({ value }) => value.length < 200 && file.test(value))?.value;
	if (target === void 0) return;
	const lines = [];
	for (const { value, start } of writtenStrings(program)) {
		const position = program.source.positionAt(start);
		for (const text of value.slice(0, 1e4).split("\n")) if (text.length < 1e3 && matters(text)) lines.push({
			text,
			position,
			content: void 0,
			isComment: false
		});
	}
	const { step, when } = program;
	if (lines.length > 0) yield {
		target,
		how: "append",
		lines,
		edits: [],
		command: void 0,
		stage: step.stage,
		step,
		file: program.file,
		when
	};
}
/** `subprocess.run(["chpasswd"], input=b"root:...")` */
function* pythonPasswords(image) {
	for (const program of pythonPrograms(image)) {
		if (!program.strings.some(({ value }) => /^(?:\/usr\/sbin\/)?chpasswd$/.test(value))) continue;
		for (const { value, start, formatted } of program.strings) {
			const match = value.length > 300 || formatted ? null : /^([a-z_][\w-]{0,40}):([^\s:%{}]{1,200})\n?$/.exec(value);
			if (match === null) continue;
			const { step, file, when, source } = program;
			yield {
				command: {
					step,
					conditional: false,
					...file === void 0 ? {} : { file }
				},
				position: source.positionAt(start),
				how: "chpasswd sets a password",
				kind: "literal",
				weak: isWorldKnown(match[2] ?? "", match[1]),
				users: [match[1] ?? ""],
				when
			};
		}
	}
}

// packages/dockerfile/src/stages/file-writes.ts
/** What the Dockerfile and the scripts it copies write into files, in the order written; scripts of the start last. */
function fileWrites(image) {
	return followedFiles(image).writes;
}
const followedFiles = onceFor((image) => {
	const { writes, reads, variants, reader } = stageWrites(image);
	const { scripts } = scriptFiles(image);
	return {
		writes: [
			...writes,
			...reader.inScripts(scripts),
			...pythonWrites(image)
		],
		reads,
		variants
	};
});

// packages/dockerfile/src/stages/password-names.ts
/** Names of variables that say that a password is in them; those of clients that read one (`PGPASSWORD`, `SSHPASS`) included. */
const names = /(?<!NO_?)(?:PASSWORD|PASSWD|PASSPHRASE)$|(?:^|_)(?:SSH|PG|MYSQL|RSYNC)_?(?:PASS|PWD)$|(?:^|_)(?:ROOT|VNC|ADMIN|DB|DATABASE|SSH|SUDO|LOGIN|MYSQL|POSTGRES|REDIS|MONGO|JUPYTER|USER)_?(?:PW|PWD|PASS)$/i;
/** Whether a variable of that name and value holds a password: a path is a file that does. */
function isPasswordName(name, value) {
	if (name.length > 200 || !names.test(name)) return false;
	return /PASS(?:WORD|WD|PHRASE)$/i.test(name) || !/^(?:[~.]{0,2}\/)/.test(value);
}

// packages/dockerfile/src/stages/set-passwords.ts
/** Every password that the Dockerfile, its scripts and the files it brings set. Read once for an image. */
const passwordsOf = onceFor((image) => [...read(image)]);
function* read(image) {
	const { writes, reads, variants } = followedFiles(image);
	const read = (command) => reads.get(command) ?? [];
	const of = function* (command, when) {
		const [as = command] = variants.get(command) ?? [];
		for (const set of passwordsSetBy(as, (asked) => read(asked === as ? command : asked))) if (set.kind !== "variable" || !sourced.has(command.step.instruction)) yield {
			...set,
			when
		};
	};
	const sourced = new Set(image.commands.filter((command) => (command.name === "." || command.name === "source") && readsSecret(command)).map(({ step }) => step.instruction));
	for (const command of image.commands) yield* of(command, "build");
	for (const { commands, when } of scriptFiles(image).scripts) for (const command of commands) yield* of(command, when);
	yield* pythonPasswords(image);
	for (const write of writes) for (const set of passwordsIn(write)) yield {
		...set,
		when: write.when
	};
}
function readsSecret(command) {
	return command.words.slice(1, 3).some((word) => isFromSecret(word, command));
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
function newEditing() {
	return { left: 5e7 };
}
/** Steps of one pattern on one line; a `sed` that somebody meant takes a hundredth of it. */
const maxSteps = 2e6;
/** With each star more, the places where a pattern may fail become as many times more as the line is long. */
function isAffordable({ source }, { length }, budget) {
	const repeats = (source.match(/[*+?]/g)?.length ?? 0) + (source.startsWith("^") ? 0 : 1);
	let steps = 1;
	for (let index = 1; index <= repeats; index++) steps *= (length + index) / index;
	if (length > 1e3 || steps > maxSteps) return false;
	budget.left -= steps;
	return budget.left >= 0;
}
/** Changes the lines; gives the setting that the edit was for where it changes none that counts. */
function applyEdit(lines, edit, write, isKnown, budget) {
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
		if (!isAffordable(pattern, one.text, budget) || !pattern.test(one.text)) continue;
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

// packages/dockerfile/src/stages/sshd-config.ts
/** sshd's settings at the end of each stage that no other builds on, and of each that is run. */
const sshdConfigs = onceFor((image) => {
	const parents = new Set(image.stages.map(({ parent }) => parent));
	const ends = image.stages.filter((stage) => !parents.has(stage) || image.targets.includes(stage));
	const writes = fileWrites(image).filter((write) => writesTo(write, /sshd_config/) && (write.lines.some(({ text }) => /permit|authentication|usepam|^\s*match\b/i.test(text)) || write.how !== "append" && write.target !== void 0));
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
	const budget = newEditing();
	for (const write of writes) {
		if (!chain.has(write.stage)) continue;
		const written = write.lines.map((line) => ({
			text: line.text,
			line,
			write
		}));
		if (write.how === "edit") for (const edit of write.edits) {
			const left = applyEdit(lines, edit, write, isKnown, budget);
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

// packages/dockerfile/src/rules/sshd-takes-keys-only.ts
const sshdTakesKeysOnly = {
	code: "MIA305",
	id: "sshd-takes-keys-only",
	description: "sshd lets in neither root nor passwords, only keys of the image's own user.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	fix: "unsafe",
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
		remedy: remedyOf$1(name, written, closed),
		locations: [placeOf(image, { file }, position)],
		...severity && { severity },
		...fix && { fix }
	};
}
/** The same that the fix does. */
function remedyOf$1(name, written, closed) {
	const write = `Write \`${written} ${closed}\``;
	if (name === "passwordauthentication") return `${write}; put the caller's public key into authorized_keys at start.`;
	return name === "permitrootlogin" ? `${write}: then root needs a key. Where root need not log in, \`no\`.` : `${write}.`;
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
		safety: "unsafe",
		edits: [edit]
	};
}
function settingValue({ settings, starts }, name) {
	return starts.flatMap(optionsOf).find((option) => option.name === name)?.value ?? settings.get(name)?.value;
}
/** Told so by name, and not asked for in another way. */
function refusesPasswords(config) {
	return settingValue(config, "passwordauthentication") === "no" && ["kbdinteractiveauthentication", "challengeresponseauthentication"].every((name) => settingValue(config, name) !== "yes");
}
/** Told so, or by default where the image sets a password. */
function takesPasswords(image, config) {
	const told = settingValue(config, "passwordauthentication");
	if (told !== void 0) return told === "yes";
	const chain = new Set(chainOf(config.stage));
	return passwordsOf(image).some(({ command }) => chain.has(command.step.stage));
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

// packages/dockerfile/src/rules/no-baked-password.ts
const noBakedPassword = {
	code: "MIA304",
	id: "no-baked-password",
	description: "No password is set at build time: whoever has the image has it too.",
	severity: "error",
	confidence: "high",
	since: "0.1.0",
	*check(image) {
		for (const set of passwordsOf(image)) if (set.when === "build") yield baked(image, set);
		else if (set.kind === "literal" || set.kind === "open") yield inScript(image, set);
		yield* variablesOf(image);
		yield* openNotebooks(image);
	}
};
const remedy$2 = "Remove it. Log in with a key that is given when the container starts (PUBLIC_KEY), and lock the password.";
function known(how, weak) {
	return weak ? `${how}, and one that is tried first everywhere` : how;
}
function baked(image, { command, position, how, kind, weak }) {
	const made = kind === "generated" ? "it is made up once, while building, for all containers, and " : "";
	const message = `${known(how, weak)}: ${made}everybody who can pull the image can read it from its layers`;
	return {
		message: kind === "open" ? `${how}: in every container of the image` : message,
		remedy: remedy$2,
		locations: [placeOf(image, command, position)],
		...kind === "open" && asksNobody(image, command) ? { severity: "warning" } : {}
	};
}
/** An account without a password opens nothing where sshd takes keys only: whoever is in the container already can use it. */
function asksNobody(image, { step }) {
	return keysOnly(image).has(step.stage);
}
/** Stages that become images whose sshd refuses passwords, and none whose sshd takes them. */
const keysOnly = onceFor((image) => {
	const closed = /* @__PURE__ */ new Set();
	const open = /* @__PURE__ */ new Set();
	for (const config of sshdConfigs(image)) for (const stage of chainOf(config.stage)) (refusesPasswords(config) ? closed : open).add(stage);
	for (const stage of open) closed.delete(stage);
	return closed;
});
function inScript(image, { command, position, how, kind, weak }) {
	const message = `${known(how, weak)}: it stands in a script that the image holds, and is the same in every container`;
	const note = image.at(command.step.instruction.position, "brings or runs the script");
	return {
		message,
		remedy: remedy$2,
		locations: [placeOf(image, command, position), note],
		...kind === "open" && asksNobody(image, command) ? { severity: "warning" } : {}
	};
}
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
			if (!isPasswordName(name, plain) || isSwitch.test(plain)) continue;
			const step = plain.includes("$") ? steps.get(instruction) : void 0;
			const handed = step && require_dockerfile_syntax.expand(value ?? "", step.variables, escapeMark);
			if (handed && handed.unknown.length === 0 && isSwitch.test(handed.value)) continue;
			if (handed && handed.unknown.length > 0) {
				yield handedOn(image.at(position), `${keyword} ${name}`);
				continue;
			}
			yield {
				message: `${known(`${keyword} ${name} holds a password`, isWorldKnown(plain))}: everybody who can pull the image can read it from its layers`,
				remedy: remedy$2,
				locations: [image.at(position)]
			};
		}
	}
}
/** By default there is none; whoever gives one with --build-arg leaves it in the image. */
function handedOn(location, what) {
	return {
		message: `${what} keeps the password that the build's caller gives: whoever has the image can read it`,
		remedy: remedy$2,
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
		return (command.file !== void 0 || instruction.startLine > step.instruction.startLine) && isOn(command.step.stage, step.stage);
	});
}

// packages/dockerfile/src/ssh-keys/made-keys.ts
/** `ssh-keygen -f ~/.ssh/id_rsa` in a RUN. */
function* madeKeys(image) {
	const inBuild = [...image.commands, ...scriptCommands(image, "build")];
	if (!inBuild.some(makesKey)) return;
	const isTrusted = trustsPublicKey(image);
	for (const command of keptOf(inBuild)) yield {
		message: "ssh-keygen makes a private key while building: every container has it, and so has whoever has the image",
		remedy: "Make it when the container starts, or mount it; `RUN --mount=type=ssh` lends yours to a build.",
		locations: [placeOf(image, command, command.position)],
		severity: isTrusted ? "error" : "warning"
	};
}
/** The commands whose key nothing behind them removes in the same RUN, in the order written. */
function keptOf(commands) {
	const kept = [];
	const removed = /* @__PURE__ */ new Map();
	let file;
	for (const command of commands.toReversed()) {
		const { name, step, words, conditional } = command;
		if (command.file !== file) removed.clear();
		file = command.file;
		if (/^(?:rm|shred|unlink)$/.test(name) && !conditional) {
			const known = removed.get(step) ?? /* @__PURE__ */ new Set();
			removed.set(step, known);
			for (const { value } of words.slice(1)) known.add(value.replace(/\/+$/, ""));
		} else if (step.instruction.keyword === "RUN" && makesKey(command)) {
			if (!isRemoved(optionValue(command, ["-f"])?.value ?? "~/.ssh/id_rsa", removed.get(step))) kept.push(command);
		}
	}
	return kept.reverse();
}
/** By its name, by a `*`, or with a folder that it lies in. */
function isRemoved(file, removed) {
	if (removed === void 0) return false;
	for (const value of removed) {
		const star = value.indexOf("*");
		if (require_dockerfile_syntax.nameOf(value) === require_dockerfile_syntax.nameOf(file)) return true;
		if (star > 0 ? file.startsWith(value.slice(0, star)) || !value.includes("/") && require_dockerfile_syntax.nameOf(file).startsWith(value.slice(0, star)) : file.startsWith(`${value}/`)) return true;
	}
	return false;
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
		if (target === void 0 || !privateName.test(require_dockerfile_syntax.nameOf(target)) || lines.length === 0) continue;
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
		yield* keysInFolders(image);
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
		let found = false;
		for (const write of fileWrites(image)) {
			for (const report of judgeDoas(image, write)) {
				yield report;
				found = true;
			}
			if (!writesTo(write, /sudoers(?:$|\.d\/|\.tmp)/)) continue;
			let open = false;
			for (const line of write.lines) {
				const report = judge$6(image, write, line);
				if (report) yield report;
				open ||= report !== void 0;
			}
			found ||= open;
			if (!open && !checked) yield* advise(image, write);
		}
		if (!found) yield* startedAsRoot(image);
	}
};
/** doas without a password: OpenBSD's sudo, and Alpine's. */
function* judgeDoas(image, write) {
	if (write.target === void 0 || !/doas\.(?:conf$|d\/)/.test(write.target)) return;
	for (const { text, position, isComment } of write.lines) {
		if ((isComment || text.length > 1e3 ? null : /^\s*permit\b.*\bnopass\b/.exec(text)) === null) continue;
		const all = !/\scmd\s/.test(text);
		yield {
			message: all ? "doas without a password makes the account root: running as another user protects nothing" : "doas runs a command as root without a password: it must be safe with any argument and any environment",
			remedy: "Install what needs root while building, before USER, and leave doas out.",
			locations: [placeOf(image, write, position)],
			...image.policy.user && all ? {} : { severity: "warning" }
		};
	}
}
/** `USER app` and `ENTRYPOINT ["sudo", ...]`: it starts only where sudo asks for no password, and then as root. */
function* startedAsRoot(image) {
	const shipped = new Set(image.targets.flatMap(chainOf));
	for (const { step, via, position, conditional, file } of image.commands) {
		const [wrapper] = via;
		if (step.instruction.keyword === "RUN" || conditional || file !== void 0) continue;
		if (wrapper !== "sudo" && wrapper !== "doas" || !shipped.has(step.stage)) continue;
		if (plainUserAt(image, step) === void 0 || /(?:^|[\s",])-(?:-user\b|[a-zA-Z]*u)/.test(step.instruction.body.text)) continue;
		yield {
			message: `the container starts with ${wrapper}: it works only without a password, and then what runs is root whatever USER says`,
			remedy: `Take ${wrapper} out: do what needs root while building, before USER.`,
			locations: [image.at(position)],
			severity: "warning",
			confidence: "medium"
		};
	}
}
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
		const loading = loadingFunctions(commands);
		const said = /* @__PURE__ */ new Set();
		for (const command of commands) {
			const source = pipedSource(command, loading);
			const key = `${command.file ?? ""}:${command.position.line}:${source}`;
			if (source !== void 0 && !said.has(key)) yield piped(image, command, source);
			if (source !== void 0) said.add(key);
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
/** Functions that load something, by their step and name: `get() { curl ...; }`. */
function loadingFunctions(commands) {
	const found = /* @__PURE__ */ new Map();
	for (const command of commands) {
		if (command.inFunction === void 0 || !loaders.test(command.name)) continue;
		const { instruction } = command.step;
		const known = found.get(instruction) ?? /* @__PURE__ */ new Map();
		found.set(instruction, known);
		if (savedBy(command) === void 0 && !known.has(command.inFunction.name)) known.set(command.inFunction.name, command);
	}
	return found;
}
const loads = /(?:\$\(|`)\s*(?:sudo\s+)?(?:curl|wget)\b/;
/** What the server sends, put into a variable first: `S=$(curl ...)`; what goes into a file there is none. */
function loadedInto({ made }) {
	return made !== void 0 && loads.test(made) && !/\s-[a-zA-Z]*[oO]\b|\s--output|[^0-9&]>|\|/.test(made) ? made : void 0;
}
/** The address of what a command runs straight from the network; empty where it cannot be read, undefined where it does not. */
function pipedSource(command, loading) {
	const { name, words } = command;
	const [first] = words;
	if (name === "" && first && /^["']?(?:\$\(|`)\s*(?:sudo\s+)?(?:curl|wget)\b/.test(first.text)) return addressIn(first.text);
	const isScript = command.via.some((one) => one === "eval" || shells.test(one));
	if (name === "" && first && isScript && /^["']?\$\{?\w+\}?["']?$/.test(first.text)) {
		const made = loadedInto(first);
		if (made !== void 0) return addressIn(made);
	}
	if (interpreters.test(name) || name === "source" || name === ".") {
		const within = words.find(({ text }) => /<\(\s*(?:sudo\s+)?(?:curl|wget)\b/.test(text));
		if (within) return addressIn(within.text);
		const given = words.find(({ text, made }) => made !== void 0 && /^["']?\$\{?\w+\}?["']?$/.test(text));
		const made = given && command.redirects.length === 0 && words.some(({ value }) => /^-[a-z]*c$/.test(value)) ? loadedInto(given) : void 0;
		if (made !== void 0) return addressIn(made);
		for (const { operator, target } of command.redirects) {
			const text = operator === "<<<" ? loadedInto(target) ?? (loads.test(target.text) ? target.text : void 0) : void 0;
			if (text !== void 0 && readsInput(command)) return addressIn(text);
		}
	}
	const asWord = command.via.at(-1) === "xargs" && /^-[a-z]*c$/.test(words.at(-1)?.value ?? "");
	if (!interpreters.test(name) || !(asWord || readsInput(command))) return void 0;
	let at = command.pipedFrom;
	for (let hops = 0; at && hops < 20; hops++) {
		if (loaders.test(at.name)) return addressIn(at.words.map(({ value }) => value).join(" "));
		if (at.name === "echo" || at.name === "printf") {
			const made = at.words.map(loadedInto).find((one) => one !== void 0);
			return made === void 0 ? void 0 : addressIn(made);
		}
		const inside = loading.get(at.step.instruction)?.get(at.name);
		if (inside) return addressIn(inside.words.map(({ value }) => value).join(" "));
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
		const source = run?.known ? files.get(require_dockerfile_syntax.nameOf(run.value)) : void 0;
		if (source === void 0 || run === void 0) continue;
		files.delete(require_dockerfile_syntax.nameOf(run.value));
		yield {
			message: `${require_dockerfile_syntax.nameOf(run.value).slice(0, 100)} is downloaded and run, and nothing checks that it is what it was`,
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
	const fromUrl = require_dockerfile_syntax.nameOf((url.split(/[?#]/)[0] ?? "").slice(0, 2e3));
	const into = (option) => {
		const at = words.findIndex(({ value }) => option.test(value));
		return at < 0 ? void 0 : words[at + 1]?.value;
	};
	if (name === "wget") return require_dockerfile_syntax.nameOf(into(/^-[a-zA-Z]*O$|^--output-document$/) ?? fromUrl);
	if (name === "aria2c") return require_dockerfile_syntax.nameOf(into(/^-o$|^--out$/) ?? fromUrl);
	if (name !== "curl") return void 0;
	const redirect = command.redirects.find(({ operator }) => operator === ">")?.target.value;
	const named = into(/^-[a-zA-Z]*o$|^--output$/) ?? redirect;
	if (named !== void 0) return require_dockerfile_syntax.nameOf(named);
	return words.some(({ value }) => /^-[a-zA-Z]*O|^--remote-name$/.test(value)) ? fromUrl : void 0;
}
function runWord(command) {
	if (interpreters.test(command.name) || command.name === "." || command.name === "source") return operands(command, [
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
		const names = new Set(targets.map(require_dockerfile_syntax.nameOf));
		const run = commands.find((command) => {
			const word = runWord(command);
			return command.step.instruction.startLine > step.instruction.startLine && word?.known === true && names.has(require_dockerfile_syntax.nameOf(word.value));
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

// packages/dockerfile/src/secrets/literal-secret.ts
const remedy$1 = "Take it out and have it replaced: it is in the history. A build gets it by `RUN --mount=type=secret,id=...`, a container when it starts.";
/** A message says what it is and never what it says: it goes where the Dockerfile does not. */
function literalSecret(kind, where, place) {
	return {
		message: `${kind} stands in ${where}: everybody who can read the file or pull the image has it`,
		remedy: remedy$1,
		locations: [place]
	};
}

// packages/dockerfile/src/secrets/command-secrets.ts
/** Passwords and tokens that a download is given on its command line. */
function* commandSecrets(image) {
	for (const command of [...image.commands, ...scriptCommands(image)]) {
		const found = secretOf(command);
		if (found === void 0) continue;
		const where = command.file === void 0 ? "the Dockerfile" : "a script that the image holds";
		yield {
			...literalSecret(found.kind, where, placeOf(image, command, found.word.position)),
			severity: "warning",
			confidence: "medium"
		};
	}
}
function secretOf(command) {
	const { name } = command;
	if (name === "curl") {
		const login = optionValue(command, [
			"--user",
			"-u",
			"--proxy-user",
			"-U"
		]);
		const password = login?.known ? login.value.slice(login.value.indexOf(":") + 1) : "";
		if (login?.value.includes(":") && !/^(?:anonymous|ftp):/.test(login.value) && isSecretValue(password)) return {
			kind: "the password of curl's --user",
			word: login
		};
	}
	if (name === "wget") {
		const password = optionValue(command, [
			"--password",
			"--http-password",
			"--ftp-password",
			"--proxy-password"
		]);
		if (password?.known && isSecretValue(password.value)) return {
			kind: "the password of a wget",
			word: password
		};
	}
	if (name === "sshpass") {
		const password = optionValue(command, ["-p"]);
		if (password?.known && isSecretValue(password.value)) return {
			kind: "the password of an sshpass",
			word: password
		};
	}
	if (name !== "curl" && name !== "wget" && name !== "http") return void 0;
	for (const word of command.words.slice(1)) {
		const match = word.known && word.value.length < 5e3 ? header.exec(word.value) : null;
		if (match && isSecretValue(match[1] ?? "")) return {
			kind: "what an Authorization header says",
			word
		};
	}
}
const header = /(?:^|[=\s"'])(?:(?:Proxy-)?Authorization\s*:\s*(?:Basic|Bearer|token)\s+|(?:X-[A-Za-z-]{0,40})?(?:Api-Key|Auth-Token|Private-Token)\s*:\s*)([A-Za-z0-9+/_.~=-]{8,4000})["']?\s*$/i;

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
const remedy = "Put it into .dockerignore. A build gets it by `RUN --mount=type=secret,id=...,target=...`, a container when it starts.";
/** COPY of such a file. What stands in it is not looked at. */
function* copiedCredentials(image) {
	for (const { kind, source, keyword, position } of copiedFiles(image)) {
		const match = kind === "context" ? credentialFiles.find(([pattern]) => pattern.test(source)) : void 0;
		if (match === void 0) continue;
		yield {
			message: `${keyword} puts ${source.slice(0, 200)} into the image: ${match[1] ? "such a file holds credentials" : "such files often hold credentials"}, and the layer keeps it`,
			remedy,
			locations: [image.at(position)],
			...match[1] ? {} : {
				severity: "warning",
				confidence: "medium"
			}
		};
	}
}
/** Their names inside of copied folders. */
const inFolders = [
	"**/.netrc",
	"**/.pypirc",
	"**/.git-credentials",
	"**/.pgpass",
	"**/.aws/credentials",
	"**/kaggle.json",
	"**/application_default_credentials.json",
	"**/.env",
	"**/.env.local",
	"**/.env.production"
];
/** COPY of a folder that holds such files, by what lies there and .dockerignore leaves. */
function* credentialsInFolders(image) {
	const files = inFolders.flatMap((pattern) => inCopiedFolders(image, pattern)).filter(({ path }) => !isExample(path));
	const shipped = new Set(image.targets.flatMap(chainOf));
	for (const [{ keyword, position, source, step }, paths] of byCopy(files)) {
		const isCertain = (path) => credentialFiles.some(([pattern, certain]) => certain && pattern.test(path));
		const certain = paths.filter(isCertain);
		const isShipped = shipped.has(step.stage);
		if (certain.length === 0 && !isShipped) continue;
		const said = certain.length > 0 ? certain : paths;
		const why = certain.length > 0 ? "such files hold credentials" : "such files often hold credentials";
		yield {
			message: `${keyword} of ${source === "" ? "the whole context" : source.slice(0, 200)} puts ${pathsNamed(said)} into the image: ${why}, and the layer keeps it`,
			remedy,
			locations: [image.at(position)],
			...certain.length > 0 && isShipped ? {} : {
				severity: "warning",
				confidence: "medium"
			}
		};
	}
}

// packages/dockerfile/src/secrets/program-logins.ts
/** Programs that keep the token they are given in a file of the home folder. */
function* keptLogins(image) {
	const commands = [...image.commands, ...scriptCommands(image, "build")];
	const loggedOut = /* @__PURE__ */ new Map();
	for (const command of commands) {
		if (command.conditional || !command.words.slice(1, 4).some(({ value }) => value === "logout")) continue;
		const known = loggedOut.get(command.step) ?? /* @__PURE__ */ new Set();
		loggedOut.set(command.step, known.add(command.name));
	}
	for (const command of commands) {
		if (command.step.instruction.keyword !== "RUN") continue;
		const login = loginOf(command);
		if (login === void 0) continue;
		const { what, token } = login;
		if (!isLiteralToken(token) && loggedOut.get(command.step)?.has(command.name)) continue;
		const isLiteral = isLiteralToken(token);
		if (token !== void 0 && !isLiteral && token.known) continue;
		yield {
			message: isLiteral ? `${what} is given its token in the Dockerfile, and keeps it in the image` : `${what} keeps the token in the home folder, and so in this layer`,
			remedy: "Give the token to the one command that needs it, by a secret mount and its variable (HF_TOKEN, WANDB_API_KEY), without a login.",
			locations: [placeOf(image, command, command.position)],
			...isLiteral ? {} : { severity: "warning" }
		};
	}
}
function isLiteralToken(token) {
	return token?.known === true && isSecretValue(token.value);
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

// packages/dockerfile/src/secrets/secret-variables.ts
/** Variables whose name says what they hold. */
function* secretVariables(image) {
	for (const { instruction, step } of declarations(image)) {
		const { keyword, assignments } = instruction;
		for (const { name, value, position } of assignments) {
			if (value === void 0 || !isSecretName(name) || isPasswordName(name, value)) continue;
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
/** UTF-16 units of a line: JSON often is one. */
const maxLine = 2e4;
/** UTF-16 units of a copied file that are looked at. */
const maxLooked = 262144;
/** The same in the scripts and other files that COPY brings, once for each. */
function* tokensInFiles(image) {
	const paths = new Set(scriptFiles(image).scripts.map(({ path }) => path));
	for (const { kind, source } of copiedFiles(image)) if (kind === "context") paths.add(source);
	for (const path of tokenFilesInFolders(image)) paths.add(path);
	for (const path of paths) {
		const file = image.files.get(path);
		if (file === void 0 || /^id_|\.pem$|\.key$/.test(require_dockerfile_syntax.nameOf(path))) continue;
		for (const [index, line] of file.text.slice(0, maxLooked).split("\n").entries()) {
			const found = /^\s*#/.test(line) ? void 0 : secretIn(line.slice(0, maxLine));
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
			commandSecrets(image),
			copiedCredentials(image),
			credentialsInFolders(image),
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

// packages/dockerfile/src/pins/patched-packages.ts
const packages = [
	["mmdet", "mmdet"],
	["mmdet3d", "mmdet3d"],
	["mmseg", "mmsegmentation"],
	["mmengine", "mmengine"],
	["mmcv", "mmcv"]
];
const inFolder = packages.map(([folder, name]) => [new RegExp(`(?<![a-z0-9])${folder}(?![a-z0-9])`, "i"), name]);
/** Programs that change a file, or may. */
const editors = /^(?:sed|perl|ed|ex|awk|gawk|patch|tee|cp|mv|ln|python[\d.]*|cat|echo|printf|find)$/;
/** UTF-16 units of a word that are looked at. */
const maxWord$1 = 4e3;
/**
* Packages of OpenMMLab whose `__init__.py`, where they assert versions at import, something in the build changes: the usual way
* to have MMCV 2.2.0 with mmdet 3.3.0. What they assert then nobody knows.
*/
const patchedPackages = onceFor((image) => {
	const found = /* @__PURE__ */ new Set();
	for (const command of image.commands) {
		const text = editors.test(command.name) ? textOf(command) : "";
		if (/mm[a-z]+_m(?:ax|in)imum_version/.test(text)) for (const [, name] of packages) found.add(name);
		if (/__init__|__file__|__path__/.test(text)) addNamed(found, text);
	}
	for (const { targets } of copiedFiles(image)) for (const target of targets) if (target.endsWith("/__init__.py")) addNamed(found, target.slice(-4e3));
	return found;
});
function addNamed(found, text) {
	for (const [folder, name] of inFolder) if (folder.test(text)) found.add(name);
}
function textOf({ name, words, redirects }) {
	const writes = redirects.some(({ operator }) => operator.includes(">"));
	if (/^(?:cat|echo|printf|g?awk)$/.test(name) && !writes) return "";
	const text = [...words.slice(0, 100), ...redirects.slice(0, 10).map(({ target }) => target)].map(({ value, made = "" }) => `${value.slice(0, maxWord$1)} ${made}`).join(" ");
	return /^python/.test(name) && !/write|replace|open\(|sub\(/.test(text) ? "" : text;
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
	const patched = patchedPackages(image);
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
		for (const pair of conflicts(found, () => buildVersions(image, stage), patched)) {
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
	const last = image.stages.at(-1);
	if (last === void 0) return;
	for (const { key, report } of conflicts(pinned, () => buildVersions(image, last), patched)) if (!told.has(key)) yield report;
}
function* conflicts(found, versionsOf, patched) {
	for (const release of found) {
		if (patched.has(release.name)) continue;
		for (const range of openmmlabRange(release.name, release.version) ?? []) {
			const wanted = range.name === "mmseg" ? "mmsegmentation" : range.name;
			const other = range.when === "import" ? found.findLast(({ name }) => name === wanted) : void 0;
			if (other === void 0 || fits(other.version, range) !== false) continue;
			const { name, version, location, sure } = release;
			const report = {
				message: `${name} ${version} asserts ${range.name} ${range.text} when it is imported, and ${other.version} is installed`,
				remedy: remedyOf(versionsOf(), name, range),
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
}
/** One way keeps the release that asserts, the other what it asserts of: each named whole, so that following it raises nothing new. */
function remedyOf(versions, name, { name: asserted, text }) {
	const isKnown = (one) => asserting.includes(one);
	const short = name === "mmsegmentation" ? "mmseg" : name;
	const ways = [];
	if (asserted === "mmcv") ways.push(fittingWords(versions, { mmcv: true }));
	else if (isKnown(asserted)) ways.push(fittingWords(versions, { release: asserted }));
	if (isKnown(short)) ways.push(fittingWords(versions, { release: short }));
	const words = [...new Set(ways)].filter((one) => one !== void 0);
	return words.length > 0 ? `Take ${words.join(", or ")}.` : `Take ${asserted} ${text}.`;
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
	const written = instruction.keyword === "RUN" ? [...require_dockerfile_syntax.mountsOf(instruction)].map(({ options }) => options.get("from") ?? "") : instruction.flags.flatMap(({ name, value }) => name === "from" && value ? [value] : []);
	for (const text of written) yield require_dockerfile_syntax.expand(text, (name) => variables(name) ?? void 0, escapeMark).value;
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
	everyPlace: true,
	*check(image) {
		const all = [...cachingPips(image)];
		const mount = all.every(({ ofRoot }) => ofRoot) ? ", or mount a cache: `RUN --mount=type=cache,target=/root/.cache/pip`" : "";
		for (let from = 0; from < all.length; from += maxPlaces) {
			const words = all.slice(from, from + maxPlaces).map(({ word }) => word);
			const edits = words.flatMap(({ end }) => end ? [insertAt(image.source.dockerfile, end, " --no-cache-dir")] : []);
			const who = all.length === 1 ? "pip keeps" : `${all.length} pip commands keep`;
			const times = all.length > maxPlaces ? `, of which these are ${words.length}` : "";
			yield {
				message: `${who} a copy of what ${all.length === 1 ? "it downloads in this layer" : "they download in their layers"}${times}, and nothing reads it again`,
				remedy: `Add --no-cache-dir${mount}.`,
				locations: words.map((word) => atSpan(image, word)),
				...fixOf("Add --no-cache-dir", "safe", ...edits)
			};
		}
	}
};
const maxPlaces = 100;
/** Each pip that keeps its cache in a layer somebody gets. */
function* cachingPips(image) {
	const configured = /* @__PURE__ */ new Set();
	const shipped = new Set(shippedStages(image));
	for (const stage of image.stages) {
		if (stage.parent && configured.has(stage.parent) || isConfigured(image, stage)) configured.add(stage);
		if (!shipped.has(stage) || configured.has(stage)) continue;
		const cleaned = /* @__PURE__ */ new Map();
		for (const command of image.commandsOf(stage)) {
			const word = keepsCache(command);
			if (word === void 0) continue;
			const isClean = cleaned.get(command.step) ?? isCleaned(command.step);
			cleaned.set(command.step, isClean);
			if (!isClean) yield {
				word,
				ofRoot: isRoots(image, command)
			};
		}
	}
}
/** Programs that make another user of whoever runs them, or another home. */
const becoming = /* @__PURE__ */ new Set([
	"chroot",
	"doas",
	"gosu",
	"runuser",
	"setpriv",
	"su",
	"su-exec",
	"sudo"
]);
function isRoots(image, { via, step }) {
	const { name } = userAt(image, step);
	const isRoot = name !== void 0 && (name === "root" || /^\+?0+$/.test(name));
	const { variables } = step;
	const isAtHome = variables("HOME") === null && variables("XDG_CACHE_HOME") === null;
	return isRoot && isAtHome && !via.some((one) => becoming.has(one));
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
	for (const { options } of require_dockerfile_syntax.mountsOf(instruction)) {
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
const contentWithNothing = /^(?:awk|base64|cut|dd|debconf-set-selections|jq|patch|python[\d.]*|sed|sort|tail|tee|tr|uniq)$/;
/** Those of them that only change a text: what becomes of it is seen further on. */
const filters = /^(?:awk|base64|cut|jq|sed|sort|tail|tr|uniq)$/;
/** Links of one pipe that are followed. */
const maxLinks = 100;
function judge$5(image, last) {
	if (!(shells.test(last.name) || contentWithNothing.test(last.name)) || last.words.some(({ value }) => value === "-c")) return void 0;
	const first = sourceOf(last);
	if (first === void 0 || !fetches(first) || stopsReading(last)) return void 0;
	const writes = last.redirects.some(({ operator }) => operator.startsWith(">"));
	const isInstaller = shells.test(last.name) || last.name.startsWith("python");
	return {
		message: `where ${first.name} fails, ${last.name} gets nothing, is content with it, and the build goes on`,
		remedy: "Write SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"] above, begin the RUN with `set -o pipefail` in bash, or fetch into a file first.",
		locations: [image.at(first.position)],
		...isInstaller || filters.test(last.name) && !writes ? { severity: "info" } : {}
	};
}
/**
* Somebody in the pipe takes what they need and leaves: what writes to them then ends with an error, and pipefail would stop the
* build where nothing is wrong.
*/
function stopsReading(last) {
	let link = last;
	for (let count = 0; link && count < maxLinks; count++, link = link.pipedFrom) if (leavesEarly(link)) return true;
	return false;
}
function leavesEarly({ name, words }) {
	const has = (pattern) => words.slice(1).some(({ value }) => pattern.test(value));
	if (/^[ef]?grep$/.test(name)) return has(/^-[a-zA-Z]*[qm]|^--(?:quiet|silent|max-count)/);
	if (name === "sed") return has(/(?:^|[\s\d;{}$!/])[qQ]\s*\d*\s*(?:$|[;}\n])/);
	if (name === "awk") return has(/\bexit\b/);
	return name === "head" || name === "dd" && has(/^count=/);
}
/** The command that begins the pipe. */
function sourceOf(last) {
	let link = last;
	for (let count = 0; link.pipedFrom && count < maxLinks; count++) link = link.pipedFrom;
	return link === last ? void 0 : link;
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
	const path = folder === void 0 && !value.startsWith("/") ? void 0 : require_dockerfile_syntax.joinPath(folder ?? "", value);
	const origin = path === void 0 ? void 0 : originOf(image, stage, path, seen, mounts);
	if (origin === void 0 || origin.changed) return void 0;
	const text = origin.context.map((one) => textOf$1(image, one)).find((one) => one !== void 0);
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
/** A virtual environment, a Python of the user's own, or folders that were given away. */
function hasOwnPython(image, stage) {
	return copiesOne(image) || madeIn(image)(stage);
}
const copiesOne = onceFor((image) => copiedFiles(image).some(({ targets, kind }) => kind === "elsewhere" && targets.some((one) => /venv|python|conda/.test(one))));
const madeIn = onceFor((image) => alongChain((stage, before) => before === true || image.commandsOf(stage).some(makesPython)));
function makesPython({ name, words }) {
	if (/^(?:virtualenv|conda|mamba|micromamba|uv|pyenv|source|\.)$/.test(name)) return true;
	if (/^(?:chown|chmod|setfacl)$/.test(name) && words.slice(1).some(mayHoldPython)) return true;
	return words.some(({ value }) => /venv|conda|pyenv/i.test(value));
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
const givers = /^(?:chown|chmod|chgrp|setfacl|install|mkdir|useradd|usermod|adduser|python[\d.]*|virtualenv|conda)$/;
/** Somebody made the folder the user's, or a folder above it; who exactly is not looked at. */
function isGiven(image, stage, path) {
	if (path.startsWith("/root/.")) return false;
	const { folders, files, any } = givenIn(image);
	const isHere = (stages) => stages?.some((one) => isOn(stage, one)) === true;
	if (any(stage) || isHere(files.get(path))) return true;
	for (let at = path; at.length > 1; at = require_dockerfile_syntax.folderOf(at)) if (isHere(folders.get(at))) return true;
	return false;
}
const givenIn = onceFor((image) => {
	const folders = /* @__PURE__ */ new Map();
	const files = /* @__PURE__ */ new Map();
	const open = /* @__PURE__ */ new Set();
	for (const stage of image.stages) {
		for (const { folder } of stage.steps) add(folders, folder, stage);
		for (const { name, words, step, via } of image.commandsOf(stage)) {
			if (!givers.test(name) || via.length === 0 && plainUserAt(image, step)) continue;
			for (const { value, known } of words.slice(1)) if (known) add(folders, value.replace(/\/+$/, ""), stage);
			else if (/[$`]/.test(value)) open.add(stage);
		}
	}
	for (const { step, owner, targets } of copiedFiles(image)) for (const target of targets) add(owner === void 0 ? files : folders, target, step.stage);
	return {
		folders,
		files,
		any: alongChain((stage, before) => before === true || open.has(stage))
	};
});
function add(given, path, stage) {
	const known = given.get(path);
	if (known === void 0) given.set(path, [stage]);
	else if (known.at(-1) !== stage) known.push(stage);
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
		const path = require_dockerfile_syntax.joinPath(folder, value);
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
			const { value, unknown } = require_dockerfile_syntax.expand(text, step.variables, image.dockerfile.escapeMark);
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
	const chain = new Set(chainOf(stage));
	const usable = passwordsOf(image).filter(({ command }) => chain.has(command.step.stage)).find(({ users }) => root?.value === "yes" || users.length === 0 || users.some((user) => user !== "root"));
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
	if (name === "alias") return ofAlias(command);
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
/** `alias curl="curl -k"` */
function ofAlias({ words }) {
	const word = words.slice(1).find(({ value }) => {
		const match = value.length > 500 ? null : /^\w+=(curl|wget)\s(.*)$/s.exec(value);
		const off = match?.[1] === "curl" ? /(?:^|\s)(?:-[a-zA-Z]*k|--insecure)(?:\s|$)/ : /--no-check-certificate/;
		return match !== null && off.test(match[2] ?? "");
	});
	return word && {
		what: "an alias switches the check of certificates off",
		word
	};
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
			const { value: given, unknown } = require_dockerfile_syntax.expand(value, step.variables, image.dockerfile.escapeMark);
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
		yield* uniqueReports(momentsOf(image).flatMap(({ installs, before }) => installs.map((install) => judge$1(image, install, installs, before, proofs))));
	}
};
function judge$1(image, install, siblings, before, proofs) {
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
	const together = remedyWithMmcv(image, step.stage);
	if (!agree(publicVersion(pin), publicVersion(base.version))) return {
		message: `torch ${pin} replaces the torch ${base.version} of the base image: ${proof ? proof.why : "pip downloads gigabytes that the base was chosen for"}`,
		remedy: together ?? `Take a base with torch ${publicVersion(pin)}, pin torch ${base.version}, or start from nvidia/cuda, which has none.`,
		locations,
		...severity
	};
	const cuda = cudaOfVersion(pin);
	if (!(cuda !== void 0 && base.cuda !== void 0 && agree(cuda, base.cuda))) return {
		message: `torch ${pin} replaces the torch ${base.version} of the base image, which is for CUDA ${base.cuda}: ${proof ? proof.why : "pip downloads torch again"}`,
		remedy: together ?? `Take a base with CUDA ${cuda ?? "that fits"}, or pin torch for CUDA ${base.cuda}.`,
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
/** Where an MMCV wheel has to go with the torch, base, pin, wheel and index are named together. */
function remedyWithMmcv(image, stage) {
	const versions = buildVersions(image, stage);
	const words = versions.mmcv?.wheel ? fittingWords(versions) : void 0;
	return words && `Take ${words}.`;
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
* Images whose every ENV is known. Sources, read 2026-11-24: copies of NVIDIA's dist/ folders of 11.1.1 and 12.4.1, base and devel;
* pytorch/pytorch Dockerfile at f658b151 and 01343dcd; docker-library/python 3.12/slim-bookworm/Dockerfile at 01ba658c. That
* alpine, debian and ubuntu set PATH alone is general knowledge, not checked at a source.
*/
const whole = {
	"nvidia/cuda": /^(?:CUDA|CUDNN|NCCL|NV|NVIDIA|NVARCH)(?:_\w+)?$/,
	"pytorch/pytorch": /^(?:CUDA|CUDNN|NCCL|NV|NVIDIA|PYTORCH)_\w+$/,
	alpine: /^$/,
	debian: /^$/,
	python: /^(?:PYTHON_\w+|GPG_KEY)$/,
	ubuntu: /^$/
};
/**
* Names that some base image may set: versions of what it brings, places of it, its user (the NB_ names of Jupyter's images, the
* ROS_ names of those of ROS), and what belongs to its vendor.
*/
const somewhere = /^(?:AMENT|COLCON|CONDA|CUBLAS|CUDA|CUDNN|GO|GOLANG|GRADLE|HIP|HPCX|JAVA|JUPYTER|JULIA|MAMBA|MAVEN|MICROMAMBA|MPI|NB|NCCL|NODE|NV|NVIDIA|OMPI|OPAL|OPENMPI|PIP|POETRY|PYTHON|PYTORCH|R|ROCM|ROS|RUST|SPARK|TENSORRT|TORCH|TRT|UBUNTU|UV|VIRTUAL|YARN)(?:_?[A-Z]\w*)?$|^(?:CMAKE_PREFIX_PATH|GPG_KEY)$/;
/** Whether a variable that a Dockerfile does not set may have a value all the same: from the shell, Docker or the base image. */
function mayComeFromOutside(name, base) {
	if (everywhere.has(name) || everywhereFamilies.test(name)) return true;
	return (rowFor(base) ?? somewhere).test(name);
}
/** Whether everything is known that the image sets. Any other may set any name. */
function isEnvironmentKnown(base) {
	return rowFor(base) !== void 0;
}
function rowFor(base) {
	if (base === void 0) return void 0;
	const image = parseReference(base).image.replace(/^nvcr\.io\/nvidia\/cuda$/, "nvidia/cuda");
	return Object.hasOwn(whole, image) ? whole[image] : void 0;
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
		for (const part of partsOf(instruction)) for (const use of require_dockerfile_syntax.variableUses(part.text, escapeMark)) if (!require_dockerfile_syntax.hasFallback(use)) yield {
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
	let sourced;
	for (const command of image.commandsOf(stage)) {
		const { step, words, redirects } = command;
		if (step.instruction.keyword !== "RUN" || step.instruction === sourced) continue;
		if (isSourcing(command)) sourced = step.instruction;
		for (const word of [...words, ...redirects.map(({ target }) => target)]) {
			if (word.known || word.value.length > maxWord) continue;
			for (const use of require_dockerfile_syntax.variableUses(word.value.replaceAll("'", ""))) if (!require_dockerfile_syntax.hasFallback(use) && !setsItself(step, use.name)) yield {
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
		const bases = /* @__PURE__ */ new Map();
		for (const stage of image.stages) {
			const names = namesOf(stage, stage.parent && declared.get(stage.parent));
			const near = nearestOf(names);
			const base = stage.isFromScratch ? "scratch" : outerBase(stage, bases);
			declared.set(stage, names);
			const seen = /* @__PURE__ */ new Set();
			for (const use of [...usesOfBuilder(stage, escapeMark), ...usesOfShell(image, stage)]) {
				const { name } = use;
				if (seen.has(name) || !isMissing(use)) continue;
				if (base !== "scratch" && mayComeFromOutside(name, base)) continue;
				const report = judge(image, stage, use, globals.get(name), names, near);
				if (report === void 0) continue;
				seen.add(name);
				yield base === "scratch" || isEnvironmentKnown(base) ? report : doubted(report);
			}
		}
	}
};
/** The base image may set the name: then it is not empty, and an ARG would put another value in its place. */
function doubted({ fix, ...report }) {
	const advice = {
		...report,
		severity: "info",
		confidence: "low"
	};
	return fix === void 0 ? advice : {
		...advice,
		fix: {
			...fix,
			safety: "unsafe"
		}
	};
}
/** Looks for a name like the one that is missing, each once. */
function nearestOf(names) {
	const compared = [...names.keys()].slice(0, maxNames);
	const known = /* @__PURE__ */ new Map();
	return (name) => {
		if (!known.has(name)) known.set(name, compared.find((one) => isOneSlipFrom(one, name)));
		return known.get(name);
	};
}
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
function judge(image, stage, use, global, names, nearest) {
	const { name, byBuilder, step } = use;
	const shown = name.slice(0, 80);
	const reads = byBuilder ? step.instruction.keyword : "the shell of RUN";
	if (global && !names.has(name)) {
		const file = editableDockerfile(image);
		const { endLine } = stage.from;
		return {
			message: `${reads} finds ${shown} empty: an ARG from above the first FROM is known to FROM only`,
			remedy: `Write ARG ${shown} behind the FROM of this stage; it takes the value from above.`,
			locations: [atSpan(image, use), atSpan(image, global, "declared here, for FROM")],
			...fixOf(`Take ${shown} up in the stage`, "safe", insertLineBelow(file, endLine, `${indentOf(file, stage.from.startLine)}ARG ${name}`))
		};
	}
	if (!byBuilder || global) return void 0;
	if (require_dockerfile_syntax.isBuilderVariable(name)) return {
		message: `${reads} finds ${shown} empty: what the builder sets is known to a stage only behind an ARG of that name`,
		remedy: `Write ARG ${shown} above it, in the same stage.`,
		locations: [atSpan(image, use)]
	};
	const below = names.get(name);
	if (below) return setBelow(image, use, below, reads);
	const near = nearest(name);
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
/** A parent comes before what builds on it. */
function outerBase(stage, known) {
	const reference = stage.parent ? known.get(stage.parent) : stage.base.reference;
	known.set(stage, reference);
	return reference;
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
		const isAdvice = report.severity === "info";
		return weighed === void 0 || isAdvice ? finding : {
			...finding,
			severity: weighed
		};
	});
}

// packages/dockerfile/src/index.ts
var src_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	hasModel: () => hasModel,
	lockPins: () => lockPins,
	readImage: () => readImage,
	wantedByLock: () => wantedByLock
});

// packages/dockerfile/src/parsed-view.ts
/** What a Dockerfile says, for holding it against another parser, and what the builder would refuse in it. Never throws. */
function parsedView(text) {
	const dockerfile = require_dockerfile_syntax.parseDockerfile(text);
	const seen = /* @__PURE__ */ new Map();
	require_dockerfile_syntax.readStages(dockerfile, () => {}, (instruction, expanded, stage) => seen.set(instruction, {
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
	if (!require_dockerfile_syntax.keywords.has(keyword)) return [];
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
Object.defineProperty(exports, "contextPathUses", {
  enumerable: true,
  get: function () {
    return contextPathUses;
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
Object.defineProperty(exports, "gpuProblem", {
  enumerable: true,
  get: function () {
    return gpuProblem;
  }
});
Object.defineProperty(exports, "hasModel", {
  enumerable: true,
  get: function () {
    return hasModel;
  }
});
Object.defineProperty(exports, "ignoreIsUsed", {
  enumerable: true,
  get: function () {
    return ignoreIsUsed;
  }
});
Object.defineProperty(exports, "lockPins", {
  enumerable: true,
  get: function () {
    return lockPins;
  }
});
Object.defineProperty(exports, "mergeBaseline", {
  enumerable: true,
  get: function () {
    return mergeBaseline;
  }
});
Object.defineProperty(exports, "namedFiles", {
  enumerable: true,
  get: function () {
    return namedFiles;
  }
});
Object.defineProperty(exports, "neverIgnored", {
  enumerable: true,
  get: function () {
    return neverIgnored;
  }
});
Object.defineProperty(exports, "none", {
  enumerable: true,
  get: function () {
    return none$1;
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
Object.defineProperty(exports, "registryProblem", {
  enumerable: true,
  get: function () {
    return registryProblem;
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
Object.defineProperty(exports, "src_exports", {
  enumerable: true,
  get: function () {
    return src_exports;
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
Object.defineProperty(exports, "wantedByLock", {
  enumerable: true,
  get: function () {
    return wantedByLock;
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