const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");

// packages/summary/src/findings/closing-line.ts
/** How many of each severity there are, and how many of them a fix exists for. */
function closingLine(findings) {
	const of = (severity, noun) => {
		const number = findings.filter((finding) => finding.severity === severity).length;
		return number === 0 ? [] : [require_action_kit.plural(number, noun)];
	};
	const counts = [
		...of("error", "error"),
		...of("warning", "warning"),
		...of("info", "info")
	];
	if (counts.length === 0) return "Found nothing.";
	const fixes = ["safe", "unsafe"].flatMap((safety) => {
		const number = findings.filter(({ fix }) => fix?.safety === safety).length;
		const flag = safety === "safe" ? "--fix" : "--fix=unsafe";
		return number === 0 ? [] : [`${require_action_kit.count(number)} ${safety} ${number === 1 ? "fix" : "fixes"} (${flag})`];
	});
	return `Found ${require_action_kit.names(counts)}${fixes.length === 0 ? "" : `; ${require_action_kit.names(fixes)}`}.`;
}

// packages/summary/src/findings/excerpt.ts
const gap = "\u2026";
/**
* The line as it can be shown: cleaned, tabs as spaces, and where it is longer than `width` columns cut around the span,
* more of it kept before the span than behind. A span that is itself longer keeps its beginning.
*/
function excerpt(line, span, width) {
	const near = cutAround(line, span, width * unitsPerColumn);
	const [before, inside, behind] = [
		near.before,
		near.inside,
		near.behind
	].map(require_action_kit.cleanSource);
	const [toLeft, length, toRight] = [
		require_action_kit.widthOf(before),
		Math.max(1, require_action_kit.widthOf(inside)),
		require_action_kit.widthOf(behind)
	];
	if (near.before.length + near.inside.length + near.behind.length === line.length && toLeft + length + toRight <= width) return {
		text: (before + inside + behind).trimEnd(),
		indent: toLeft,
		length
	};
	const room = Math.max(8, width - 2);
	const isLong = length > room || near.inside.length < span.end - span.start;
	const middle = isLong ? require_action_kit.startOf(inside, room - 1) + gap : inside;
	const rest = Math.max(0, room - require_action_kit.widthOf(middle));
	const left = Math.min(toLeft, rest - Math.min(toRight, Math.floor(rest / 4)));
	const head = toLeft > left || near.isCutBefore ? gap + require_action_kit.endOf(before, left) : before;
	const right = rest - Math.min(toLeft, left);
	const tail = isLong ? "" : toRight > right || near.isCutBehind ? require_action_kit.startOf(behind, right) + gap : behind;
	return {
		text: (head + middle + tail).trimEnd(),
		indent: require_action_kit.widthOf(head),
		length: Math.max(1, require_action_kit.widthOf(middle))
	};
}
/** A line may be a megabyte; what is further away than this is not looked at. Few units take less than a column. */
const unitsPerColumn = 4;
function cutAround(line, { start, end }, reach) {
	const from = outsidePair(line, start, -1);
	const to = outsidePair(line, end, 1);
	const first = outsidePair(line, Math.max(0, from - reach), -1);
	const last = outsidePair(line, to + reach, 1);
	return {
		before: line.slice(first, from),
		inside: line.slice(from, Math.min(to, outsidePair(line, from + reach, 1))),
		behind: line.slice(to, last),
		isCutBefore: first > 0,
		isCutBehind: last < line.length
	};
}
/** The offset, or its neighbour where it stands inside a surrogate pair. */
function outsidePair(line, offset, step) {
	return /^[\ud800-\udbff][\udc00-\udfff]$/.test(line.slice(Math.max(0, offset - 1), offset + 1)) ? offset + step : offset;
}

// packages/summary/src/findings/span.ts
/**
* What a location covers of its first line: from the column to the end column, or to the end of the line where the place
* goes on below. A column without an end means the word that begins there; no column at all means the whole line without its indentation.
*/
function firstSpan({ line, column, endLine = line, endColumn }, text) {
	if (column === void 0) return wholeLine(text);
	const start = Math.min(column - 1, text.length);
	const end = endLine > line ? wholeLine(text).end : endColumn === void 0 ? wordEnd(text, start) : endColumn - 1;
	return {
		start,
		end: Math.min(Math.max(end, start + 1), Math.max(text.length, start + 1))
	};
}
/** Behind the word at an offset. A quote goes on to its end, where that stands on the same line. */
function wordEnd(text, start) {
	const quote = text[start];
	if (quote === "\"" || quote === "'") {
		const closing = text.indexOf(quote, start + 1);
		if (closing > 0) return closing + 1;
	}
	const length = text.slice(start).search(/\s/);
	return length < 0 ? text.length : start + length;
}
/** How far a location reaches into its last line; everything up to there is covered. */
function lastEnd({ endColumn }, text) {
	return endColumn === void 0 ? wholeLine(text).end : Math.min(Math.max(endColumn - 1, 1), text.length + 1);
}
function wholeLine(text) {
	const start = text.length - text.trimStart().length;
	const end = text.trimEnd().length;
	return end > start ? {
		start,
		end
	} : {
		start: 0,
		end: Math.max(1, text.length)
	};
}

// packages/summary/src/findings/snippet.ts
const toneOf = {
	error: "failed",
	warning: "warning",
	info: "strong"
};
/** Lines of a place that are shown at its beginning and at its end, where it is longer than both together. */
const shownFirst = 3;
const shownLast = 2;
/** One place: the file with line and column, its source with carets under what is meant, and its note behind them. */
function snippet(location, source, style) {
	const { file, line, column, endLine = line, note } = location;
	const { paint, gutter, width } = style;
	const at = `${require_action_kit.clean(file, 300)}:${line}${column === void 0 ? "" : `:${column}`}`;
	const arrow = `${" ".repeat(gutter)}${paint("faint", "-->")} ${at}`;
	const text = source?.[line - 1];
	const said = note === void 0 ? "" : require_action_kit.clean(note, 1e3);
	if (source === void 0 || text === void 0) {
		const indent = " ".repeat(gutter + 4);
		return said === "" ? [arrow] : [arrow, ...require_action_kit.wrap(said, width, indent)];
	}
	const last = Math.min(Math.max(endLine, line), source.length);
	const body = last > line ? severalLines(location, source, last, said, style) : oneLine(location, text, said, style);
	return [
		arrow,
		bare(style),
		...body
	];
}
function oneLine(location, text, note, style) {
	const shown = excerpt(text, firstSpan(location, text), roomOf(style));
	return [numbered(location.line, shown.text, style), ...marked(" ".repeat(shown.indent), "^".repeat(shown.length), note, style)];
}
/** A bar at the left goes from the first line to the last and turns there to the last character that is meant. */
function severalLines(location, source, last, note, style) {
	const { line } = location;
	const { paint, tone } = style;
	const room = roomOf(style) - 2;
	const isLong = last - line + 1 > 6;
	const lastText = source[last - 1] ?? "";
	const end = Math.max(1, lastEnd(location, lastText));
	const lastShown = excerpt(lastText, {
		start: end - 1,
		end
	}, room);
	const lines = [];
	for (let at = line; at <= last; at++) {
		if (isLong && at === line + shownFirst) {
			lines.push(numbered(void 0, paint(tone, "|"), {
				...style,
				mark: "..."
			}));
			at = last - shownLast;
			continue;
		}
		const shown = at === last ? lastShown.text : beginning(source[at - 1] ?? "", room);
		const bar = paint(tone, at === line ? "/" : "|");
		lines.push(numbered(at, shown === "" ? bar : `${bar} ${shown}`, style));
	}
	return [...lines, ...marked("", `|${"_".repeat(lastShown.indent + 1)}^`, note, style)];
}
function beginning(text, room) {
	return excerpt(text, {
		start: 0,
		end: 1
	}, room).text;
}
/** The carets with the note behind them, or under them where too little room is left. */
function marked(indent, carets, note, style) {
	const { paint, tone } = style;
	const room = roomOf(style);
	const line = `${indent}${paint(tone, carets)}`;
	if (note === "") return [bare(style, line)];
	const before = indent.length + carets.length + 1;
	const noteWidth = require_action_kit.widthOf(note);
	const isRoom = room - before >= Math.min(noteWidth, 24);
	const furthest = Math.max(0, room - Math.min(noteWidth, 40));
	const hang = " ".repeat(isRoom ? before : Math.min(indent.length, furthest));
	const [first = "", ...rest] = require_action_kit.wrap(note, room, hang).map((part) => part.slice(hang.length));
	const written = (part) => bare(style, hang + paint(tone, part));
	return isRoom ? [bare(style, `${line} ${paint(tone, first)}`), ...rest.map(written)] : [bare(style, line), ...[first, ...rest].map(written)];
}
/** What the gutter, its bar and the spaces beside it leave. */
function roomOf({ width, gutter }) {
	return Math.max(20, width - gutter - 3);
}
function numbered(line, text, { gutter, paint, mark }) {
	return `${paint("faint", `${(line === void 0 ? mark ?? "" : String(line)).padStart(gutter)} |`)}${text === "" ? "" : ` ${text}`}`;
}
function bare(style, text = "") {
	return numbered(void 0, text, style);
}

// packages/summary/src/findings/finding-lines.ts
/** Places of one finding; a reader gets to no more, and the records hold them all. */
const maxPlaces = 10;
/** One finding: what is wrong, every place with its source, what to do, and what would do it. */
function findingLines(finding, source, width, paint) {
	const { severity, locations } = finding;
	const shown = locations.slice(0, maxPlaces);
	const gutter = Math.max(...shown.map(({ line, endLine = line }) => String(Math.max(line, endLine)).length));
	const places = shown.flatMap((location, index) => snippet(location, source(location.file), {
		width,
		gutter,
		paint,
		tone: index === 0 ? toneOf[severity] : "strong"
	}));
	const style = {
		width,
		gutter,
		paint,
		tone: toneOf[severity]
	};
	const more = locations.length - shown.length;
	return [
		...title(finding, width, paint),
		...places,
		...more > 0 ? [`${" ".repeat(gutter)} and ${require_action_kit.plural(more, "more place")}`] : [],
		bare(style),
		...noted("remedy", finding.remedy, gutter, width, paint),
		...finding.fix ? noted("fix", fixText(finding.fix), gutter, width, paint) : []
	];
}
function title({ code, rule, severity, message }, width, paint) {
	const mark = code === void 0 ? severity : `${severity}[${require_action_kit.clean(code, 20)}]`;
	const [first = "", ...rest] = require_action_kit.wrap(`${mark} ${require_action_kit.clean(rule, 100)}: ${require_action_kit.clean(message)}`, width, "", "  ");
	return [paint(toneOf[severity], first.slice(0, mark.length)) + paint("strong", first.slice(mark.length)), ...rest.map((line) => paint("strong", line))];
}
function fixText({ title: what, safety }) {
	const how = safety === "safe" ? "safe, apply with --fix" : "unsafe, look at it and apply with --fix=unsafe";
	return `${require_action_kit.clean(what, 200)} (${how})`;
}
function noted(word, text, gutter, width, paint) {
	const first = `${" ".repeat(gutter)} = ${word}: `;
	const [head = "", ...rest] = require_action_kit.wrap(require_action_kit.clean(text), width, first, " ".repeat(first.length));
	return [`${" ".repeat(gutter)} ${paint("faint", "=")} ${paint("strong", `${word}:`)} ` + head.slice(first.length), ...rest];
}

// packages/summary/src/findings/worst-first.ts
/** A copy with errors first, then warnings, then infos; within one severity the order stays. */
function worstFirst(findings) {
	return [...findings].sort((a, b) => require_action_kit.bySeverity(a.severity, b.severity));
}

// packages/summary/src/findings/render-findings.ts
var render_findings_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ renderFindings: () => renderFindings });
/**
* Findings as a person at a terminal reads them: each with its source and carets, in the order given, and one line at the
* end that counts them all. Texts of others are neutralised; long lines are cut around what is meant.
*/
function renderFindings(findings, options) {
	const { source, maxFindings = findings.length } = options;
	const width = Math.min(Math.max(options.width ?? 100, 40), 200);
	const paint = require_action_kit.painter(options.colour ?? false);
	const shown = worst(findings, maxFindings);
	const blocks = shown.map((finding) => findingLines(finding, source, width, paint).join("\n"));
	const more = findings.length - shown.length;
	const left = more > 0 ? [`and ${require_action_kit.plural(more, "more finding")}, in the records`] : [];
	const closing = require_action_kit.wrap(closingLine(findings), width).map((line) => paint("strong", line));
	return `${[...blocks, [...left, ...closing].join("\n")].join("\n\n")}\n`;
}
/** The worst of them, still in the order they came. */
function worst(findings, max) {
	if (findings.length <= max) return findings;
	const placed = findings.map((finding, place) => ({
		severity: finding.severity,
		place
	}));
	return worstFirst(placed).slice(0, Math.max(0, max)).sort((a, b) => a.place - b.place).map(({ place }) => findings[place]);
}

// packages/summary/src/sarif/limits.ts
/**
* What GitHub code scanning takes of one run (docs.github.com, "SARIF results exceed one or more limits" and "SARIF support
* for code scanning"). An upload above a limit is refused as a whole.
*/
const limits = {
	results: 25e3,
	rules: 25e3,
	/** Of one result. */
	locations: 1e3,
	/** Of one rule. */
	tags: 20,
	/** Characters of a rule's id and name. */
	name: 255,
	/** Characters of a rule's short and full description. */
	description: 1024,
	/** GitHub counts 10 MB after gzip. Text this long cannot be more, however badly it packs. */
	bytes: 1e7,
	/** Ours: 25,000 results with three places each are about 30 MB, which gzip packs into one. */
	unpackedBytes: 64e6
};

// packages/summary/src/sarif/descriptor.ts
const levelOf = {
	error: "error",
	warning: "warning",
	info: "note"
};
const problemOf = {
	error: "error",
	warning: "warning",
	info: "recommendation"
};
/** Pages are one screen; what is longer is not one of ours. */
const maxHelp = 2e4;
function descriptor(rule) {
	const { code, id, severity, confidence, helpUri, helpMarkdown, tags = [], securitySeverity } = rule;
	const description = { text: require_action_kit.clean(rule.description, limits.description - 40) || require_action_kit.clean(id, 100) || "rule" };
	const isSecurity = securitySeverity !== void 0;
	const all = [.../* @__PURE__ */ new Set([
		"dockerfile",
		...isSecurity ? ["security"] : [],
		...tags
	])];
	return {
		id: code.slice(0, limits.name),
		name: id.slice(0, limits.name),
		shortDescription: description,
		fullDescription: description,
		help: {
			text: description.text,
			...helpMarkdown !== void 0 && { markdown: helpMarkdown.slice(0, maxHelp).toWellFormed() }
		},
		...helpUri !== void 0 && { helpUri },
		defaultConfiguration: { level: levelOf[severity] },
		properties: {
			tags: all.slice(0, limits.tags).map((tag) => require_action_kit.clean(tag, 100)),
			precision: confidence,
			"problem.severity": problemOf[severity],
			...isSecurity && { "security-severity": Math.min(10, Math.max(.1, securitySeverity)).toFixed(1) }
		}
	};
}

// packages/summary/src/sarif/place.ts
/** The root of the repository, which code scanning knows without being told where it lies. */
const rootId = "%SRCROOT%";
function physicalLocation(location) {
	return {
		artifactLocation: artifactLocation(location.file),
		region: region(location)
	};
}
/** The file as a relative reference that holds nothing but unreserved characters, slashes and percent signs. */
function artifactLocation(file) {
	const path = file.toWellFormed().split("/").map(encodeURIComponent).join("/");
	return path.startsWith("/") ? { uri: `file://${path}` } : {
		uri: path,
		uriBaseId: rootId
	};
}
/** Without an end behind its start a place is one character, or its line where no column is known. */
function region({ line, column, endLine = line, endColumn }) {
	const start = {
		startLine: line,
		...column !== void 0 && { startColumn: column }
	};
	if (endLine < line) return start;
	const isLater = endLine > line;
	const hasEnd = endColumn !== void 0 && (isLater || endColumn >= (column ?? 1));
	return {
		...start,
		...isLater && { endLine },
		...hasEnd ? { endColumn } : !isLater && column !== void 0 && { endColumn: column + 1 }
	};
}

// packages/summary/src/sarif/result.ts
/** Ours alone: `primaryLocationLineHash` is computed by GitHub, which warns of any other value under that name. */
const fingerprintName = "miaFinding/v1";
/** `tellsSuppression`: once one result of a run says that it is suppressed, the others have to say that they are not. */
function resultOf(finding, ruleIndex, tellsSuppression) {
	const { code, rule, severity, locations, fix, fingerprint, suppressed } = finding;
	const related = locations.slice(1, limits.locations).map(relatedLocation);
	return {
		ruleId: (code ?? rule).slice(0, limits.name),
		ruleIndex,
		level: levelOf[severity],
		message: { text: messageText(finding) },
		locations: locations.slice(0, 1).map((location) => ({ physicalLocation: physicalLocation(location) })),
		...related.length > 0 && { relatedLocations: related },
		...fix && fix.edits.length > 0 && { fixes: [sarifFix(fix)] },
		...fingerprint !== void 0 && { partialFingerprints: { [fingerprintName]: fingerprint } },
		...tellsSuppression && { suppressions: suppressed ? [suppression(suppressed)] : [] }
	};
}
function suppression({ kind, reason }) {
	return {
		kind,
		status: "accepted",
		justification: require_action_kit.clean(reason, 1e3)
	};
}
function relatedLocation(location, index) {
	const note = noteOf(location, 1e3);
	return {
		id: index + 1,
		physicalLocation: physicalLocation(location),
		...note !== "" && { message: { text: note } }
	};
}
function messageText({ message, remedy, locations }) {
	const links = locations.slice(1, 11).map((location, index) => {
		const note = noteOf(location, 300);
		return `\n${`[${linkText(`${location.file}:${location.line}`)}](${index + 1})`}${note === "" ? "" : `: ${note}`}`;
	});
	const first = locations[0] === void 0 ? "" : noteOf(locations[0], 300);
	const at = first === "" ? "" : ` (${first})`;
	return `${plain(message, 4e3)}${at}\n${plain(remedy, 4e3)}${links.join("")}`;
}
function noteOf({ note = "" }, max) {
	return plain(note, max);
}
/** No text of others may become a link: `](` is what makes one of a bracket (SARIF 2.1.0, 3.11.6). */
function plain(text, max) {
	return require_action_kit.clean(text, max).replaceAll("](", "]\\(");
}
function linkText(text) {
	return require_action_kit.clean(text, 300).replace(/[[\]\\]/g, "\\$&");
}
function sarifFix({ title, safety, edits }) {
	const byFile = /* @__PURE__ */ new Map();
	for (const edit of edits) {
		const same = byFile.get(edit.file);
		if (same) same.push(edit);
		else byFile.set(edit.file, [edit]);
	}
	return {
		description: { text: `${plain(title, 200)} (${safety})` },
		artifactChanges: [...byFile].map(([file, own]) => ({
			artifactLocation: artifactLocation(file),
			replacements: own.map((edit) => ({
				deletedRegion: {
					...region(edit),
					endLine: edit.endLine,
					endColumn: edit.endColumn
				},
				insertedContent: { text: edit.text }
			}))
		}))
	};
}

// packages/summary/src/sarif/render-sarif.ts
var render_sarif_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ renderSarif: () => renderSarif });
const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/**
* Findings as SARIF 2.1.0 within the limits of GitHub code scanning: one run, one line of JSON, worst first and suppressed
* ones last. What has no room is left out, and a notification in the run says how many and why.
*/
function renderSarif(findings, options) {
	const { maxBytes = limits.bytes, packedBytes } = options;
	if (packedBytes === void 0 || maxBytes < limits.bytes) return render(findings, options, Math.min(maxBytes, limits.bytes));
	const text = render(findings, options, limits.unpackedBytes);
	return packedBytes(text) <= limits.bytes ? text : render(findings, options, limits.bytes);
}
function render(findings, options, maxBytes) {
	const { tool, category = "verify-dockerfile" } = options;
	const rules = rulesOf(findings, tool.rules, maxBytes);
	const suppressed = findings.filter((finding) => finding.suppressed);
	const open = findings.filter((finding) => !finding.suppressed);
	const wanted = [...worstFirst(open), ...worstFirst(suppressed)];
	const most = Math.min(options.maxResults ?? limits.results, limits.results);
	const runWith = (leftOut) => JSON.stringify(runOf(tool, category, rules.all, leftOut));
	let room = maxBytes - require_action_kit.bytesOf(runWith(findings.length)) - wrapping.length;
	const results = [];
	for (const finding of wanted) {
		if (results.length >= most) break;
		const ruleIndex = rules.indexOf.get(finding.code ?? finding.rule);
		if (ruleIndex === void 0) continue;
		const json = jsonOf(resultOf(finding, ruleIndex, suppressed.length > 0));
		const bytes = require_action_kit.bytesOf(json) + 1;
		if (bytes > room) continue;
		room -= bytes;
		results.push(json);
	}
	const run = runWith(findings.length - results.length);
	return wrapping.replace("{}", () => `${run.slice(0, -1)},"results":[${results.join(",")}]}`);
}
const wrapping = `${JSON.stringify({
	$schema: schema,
	version: "2.1.0",
	runs: [{}]
})}\n`;
/** Results are many; one of them may not take the place of a thousand. Its edits go first, then the other places. */
const maxResultBytes = 64e3;
function jsonOf(result) {
	const json = JSON.stringify(result);
	if (json.length <= maxResultBytes) return json;
	const { fixes: _, ...unfixed } = result;
	const shorter = JSON.stringify(unfixed);
	if (shorter.length <= maxResultBytes) return shorter;
	return JSON.stringify({
		...unfixed,
		relatedLocations: result.relatedLocations?.slice(0, 10)
	});
}
/** Rules that only findings name: failures, and rules of another version. No run of ours has more than a few. */
const maxUnknownRules = 1e3;
/** The rules that are known, and after them those that only the findings name. Pages go first where room is short. */
function rulesOf(findings, known, maxBytes) {
	const all = [];
	const indexOf = /* @__PURE__ */ new Map();
	const add = (name, rule, most) => {
		if (indexOf.has(name) || all.length >= most) return;
		indexOf.set(name, all.length);
		all.push(descriptor(rule));
	};
	for (const rule of known) add(rule.code, rule, limits.rules);
	const most = Math.min(limits.rules, all.length + maxUnknownRules);
	for (const finding of findings) {
		const { code = finding.rule, rule: id, severity, confidence = "medium" } = finding;
		add(code, {
			code,
			id,
			description: id,
			severity,
			confidence
		}, most);
	}
	if (require_action_kit.bytesOf(JSON.stringify(all)) > maxBytes / 4) for (const rule of all) delete rule.help.markdown;
	return {
		all,
		indexOf
	};
}
function runOf(tool, category, rules, leftOut) {
	const { name, version, informationUri } = tool;
	return {
		tool: { driver: {
			name,
			version,
			.../^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/.test(version) && { semanticVersion: version },
			informationUri,
			rules
		} },
		automationDetails: { id: `${require_action_kit.clean(category, 200)}/` },
		columnKind: "utf16CodeUnits",
		originalUriBaseIds: { [rootId]: { description: { text: "The root of the repository." } } },
		invocations: [{
			executionSuccessful: true,
			...leftOut > 0 && { toolExecutionNotifications: [notification(leftOut)] }
		}]
	};
}
function notification(leftOut) {
	return {
		level: "warning",
		descriptor: { id: "results-left-out" },
		message: { text: `${require_action_kit.count(leftOut)} findings were left out, the least severe first, to stay within what GitHub code scanning takes. The JSON records hold them all.` }
	};
}

Object.defineProperty(exports, "render_findings_exports", {
  enumerable: true,
  get: function () {
    return render_findings_exports;
  }
});
Object.defineProperty(exports, "render_sarif_exports", {
  enumerable: true,
  get: function () {
    return render_sarif_exports;
  }
});