const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");

// actions/report/src/judged-report.ts
const maxRows = 1e3;
const maxContexts = 50;
/** Judges records against the plan among them. `refused` counts the files that could not be read as records. */
function judgedReport(records, refused, places) {
	const judgement = require_action_kit.judge(records);
	const sentence = require_action_kit.verdictSentence(judgement, {
		planExpected: true,
		refused
	});
	const verdict = refused > 0 && judgement.verdict !== "missing" ? "failed" : judgement.verdict;
	const ofModels = judgement.models.flatMap((model) => model.records);
	const standIns = ofModels.filter((record) => record.evidence === "stand-in");
	const contexts = new Set(standIns.flatMap((record) => record.replacedContexts));
	return {
		verdict,
		sentence,
		rows: judgement.models.map(({ model, verdict: ofModel, steps }) => ({
			model,
			verdict: ofModel,
			...steps
		})).slice(0, maxRows),
		evidence: require_action_kit.worstEvidence(ofModels),
		replacedContexts: [...contexts].sort().slice(0, maxContexts),
		...(verdict === "failed" || verdict === "missing") && { failure: failure(verdict, sentence, records.length, places) }
	};
}
function failure(verdict, message, found, places) {
	const noRecords = `Nothing was found in ${places}: download the artifacts of the other jobs there, or name their folders in records.`;
	return new require_action_kit.StepFailure({
		code: verdict === "missing" ? "result-missing" : "result-failed",
		message,
		remedy: found === 0 ? noRecords : verdict === "missing" ? "Look at the jobs that left no result: cancelled, dead, or without their upload step." : "Follow the remedy of each failure on the page."
	});
}

// actions/report/src/pages.ts
/** What a job summary may weigh, so that the file can be put into one. */
const maxMarkdownBytes = 1e6;
/** Writes the pages that were asked for and returns their paths. Throws a StepFailure that names the input. */
async function writePages(host, wishes, records) {
	const { title, html, markdown } = wishes;
	const links = await require_action_kit.sourceLinks(host);
	const options = links ? { links } : {};
	if (html !== void 0) await write(host, "html", html, require_action_kit.renderHtml(records, {
		...options,
		title
	}));
	if (markdown !== void 0) await write(host, "markdown", markdown, require_action_kit.renderSummary(records, {
		...options,
		maxBytes: maxMarkdownBytes
	}));
	return [html, markdown].filter((path) => path !== void 0);
}
async function write(host, input, path, content) {
	try {
		await host.files.write(path, content);
	} catch (cause) {
		const message = `input ${JSON.stringify(input)}: cannot write ${path}: ${cause.message}`;
		throw new require_action_kit.StepFailure({
			code: "invalid-input",
			message,
			remedy: "Name a file in a folder that this user may write to."
		}, { cause });
	}
}

// actions/report/src/read-folders.ts
/** Reads the records of all folders. An earlier report is no evidence and is not read as such. */
async function readFolders(host, folders) {
	const found = {
		records: [],
		refused: [],
		absent: []
	};
	for (const folder of new Set(folders.map((name) => host.files.relative(name)))) {
		if (await host.files.kind(folder) !== "folder") {
			found.absent.push(folder);
			continue;
		}
		const { records, refused } = await require_action_kit.readRecords(host.files, folder);
		found.records.push(...records.filter((record) => record.step !== "report"));
		found.refused.push(...refused.map(({ path, problem }) => ({
			path: host.files.relative(path),
			problem
		})));
	}
	return found;
}

// actions/report/src/refused-findings.ts
const maxFindings = 200;
/** A file that should hold a record and does not: whatever it was to prove is not proven. */
function refusedFindings(refused) {
	return refused.slice(0, maxFindings).map(({ path, problem }) => ({
		rule: "result-unreadable",
		severity: "error",
		message: `This file should hold a record and cannot be used: ${problem}`.slice(0, 4e3),
		remedy: "Write records with the actions of this version only, and delete files left from elsewhere.",
		locations: [{
			file: path.slice(0, 4096),
			line: 1
		}]
	}));
}

// actions/report/src/report.ts
var report_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ report: () => report });
const inputs = {
	records: require_action_kit.lines({
		description: "Folders that hold records, one a line; records may also stand one folder down, as downloaded artifacts do. Default: results-dir.",
		placeholder: "FOLDER"
	}),
	html: require_action_kit.optionalText({
		description: "File to write the page to as self-contained HTML. Default: none is written.",
		placeholder: "FILE"
	}),
	markdown: require_action_kit.optionalText({
		description: "File to write the page to as Markdown. Default: none is written; the job summary shows it anyhow.",
		placeholder: "FILE"
	}),
	title: require_action_kit.text({
		description: "Title of the HTML page.",
		default: "Model images",
		placeholder: "TEXT"
	})
};
const report = require_action_kit.defineAction({
	name: "report",
	description: "Compares the records of all steps with the plan and says in one page whether the change may be merged.",
	inputs,
	outputs: {
		verdict: "passed, failed, missing (a planned step left no record) or skipped.",
		sentence: "The verdict in one sentence.",
		html: "The HTML file that was written, or empty.",
		markdown: "The Markdown file that was written, or empty."
	},
	positional: "records",
	async run(given, host) {
		const folders = given.records.length > 0 ? given.records : [given["results-dir"]];
		const found = await readFolders(host, folders);
		for (const folder of found.absent) host.log.warn(`there is no folder ${folder}: no record was read from it`);
		const judged = judgedReport(found.records, found.refused.length, folders.join(", "));
		const record = await reportRecord(host, found, judged);
		const shown = [record, ...found.records];
		const files = await pagesOrFailure(host, given, shown, record);
		host.log.info(record.sentence);
		for (const file of files) host.log.info(`wrote ${file}`);
		const outputs = {
			verdict: judged.verdict,
			sentence: record.sentence.replace(/\s+/g, " "),
			html: written(given.html, files),
			markdown: written(given.markdown, files)
		};
		return {
			records: [record],
			summary: shown,
			files,
			outputs
		};
	}
});
function reportRecord(host, found, judged) {
	const { sentence, rows, evidence, replacedContexts, failure } = judged;
	return require_action_kit.recordStep(host, {
		step: "report",
		sentence,
		rows
	}, async (draft) => {
		Object.assign(draft, {
			evidence,
			replacedContexts,
			findings: refusedFindings(found.refused)
		});
		if (failure) throw failure;
	});
}
/** A page that cannot be written fails the step, but the verdict is known by then and must not be lost. */
async function pagesOrFailure(host, wishes, shown, record) {
	try {
		return await writePages(host, wishes, shown);
	} catch (thrown) {
		const failure = require_action_kit.failureOf(thrown);
		host.log.warn(`${failure.message}. ${failure.remedy}`);
		record.status = "failed";
		record.failure ??= failure;
		return [];
	}
}
function written(path, files) {
	return path !== void 0 && files.includes(path) ? path : "";
}

Object.defineProperty(exports, "report", {
  enumerable: true,
  get: function () {
    return report;
  }
});
Object.defineProperty(exports, "report_exports", {
  enumerable: true,
  get: function () {
    return report_exports;
  }
});