const require_action_kit = require("./action-kit.cjs");
const require_version = require("./version.cjs");
let node_util = require("node:util");

// cli/src/arguments.ts
const doorOptions = {
	json: { type: "boolean" },
	help: {
		type: "boolean",
		short: "h"
	}
};
/** Turns command line words into the same texts a workflow's `with:` would give. */
function commandArguments(action, words) {
	const fields = Object.entries(action.inputs.shape).map(([name, field]) => [name, require_action_kit.fieldMeta(field)]);
	const options = Object.fromEntries(fields.map(([name, meta]) => [name, {
		type: meta.flag || meta.implied ? "boolean" : "string",
		multiple: true
	}]));
	const { tokens } = (0, node_util.parseArgs)({
		args: words,
		options: {
			...doorOptions,
			...options
		},
		strict: false,
		allowPositionals: true,
		tokens: true
	});
	const found = {
		raw: {},
		json: false,
		help: false,
		problems: []
	};
	const isList = new Map(fields.map(([name, meta]) => [name, meta.list === true]));
	let bare;
	for (const token of tokens ?? []) {
		if (token.kind === "positional") {
			const meant = bare && valueApart(action, bare, token);
			if (meant === void 0) addPositional(found, action, token.value, isList);
			else found.problems.push(meant);
		}
		bare = token.kind === "option" && token.value === void 0 ? token : void 0;
		if (token.kind !== "option") continue;
		if (token.name === "json") found.json = true;
		else if (token.name === "help") found.help = true;
		else addOption(found, action, token, isList);
	}
	return found;
}
/** `--fix unsafe`: the word is a value of the option before it, which takes its value only behind `=`. */
function valueApart(action, option, word) {
	const field = action.inputs.shape[option.name];
	if (field === void 0 || word.index !== option.index + 1) return void 0;
	const { implied, flag, placeholder = "" } = require_action_kit.fieldMeta(field);
	if (!(implied ? placeholder.split("|") : flag ? ["true", "false"] : []).includes(word.value)) return void 0;
	return `${option.rawName} ${word.value}: write ${option.rawName}=${word.value}, or ./${word.value} for a file of that name`;
}
function addPositional(found, action, value, isList) {
	const name = action.positional;
	if (value.trim() === "") found.problems.push("an empty argument names nothing; is a variable unset?");
	else if (name === void 0) found.problems.push(`${JSON.stringify(value)} is not expected: ${action.name} takes no arguments`);
	else add(found, name, value, isList);
}
function addOption(found, action, token, isList) {
	const field = action.inputs.shape[token.name];
	const implied = field && require_action_kit.fieldMeta(field).implied;
	if (field === void 0) add(found, token.name, token.value ?? "true", isList);
	else if (token.value?.trim() === "") found.problems.push(`${token.rawName} is given nothing; is a variable unset?`);
	else if (token.value !== void 0) add(found, token.name, token.value, isList);
	else if (implied !== void 0) add(found, token.name, implied, isList);
	else if (require_action_kit.fieldMeta(field).flag) add(found, token.name, "true", isList);
	else found.problems.push(`${token.rawName} needs a value`);
}
function add(found, name, value, isList) {
	const before = found.raw[name];
	if (before === void 0) found.raw[name] = value;
	else if (isList.get(name)) found.raw[name] = `${before}\n${value}`;
	else found.problems.push(`${name} is given twice: ${JSON.stringify(before)} and ${JSON.stringify(value)}`);
}

// cli/src/verbs.ts
/** An action knows its own inputs; to the command line they are texts by name, checked by the action's schema. */
const erased = (action) => action;
const verbs = [
	{
		name: "plan-matrix",
		aliases: ["plan"],
		answers: "which models does this change touch?",
		load: async () => erased((await Promise.resolve().then(() => require("./plan-matrix-action.cjs")).then((n) => n.plan_matrix_exports)).planMatrix)
	},
	{
		name: "verify-dockerfile",
		aliases: ["verify"],
		answers: "does the image folder keep its promises?",
		besides: "  --explain CODE|RULE\n      Print the page of a rule, such as MIA103, and do nothing else; mia explain all lists the rules.",
		load: async () => erased((await Promise.resolve().then(() => require("./verify-dockerfile-action.cjs")).then((n) => n.verify_dockerfile_exports)).verifyDockerfile)
	},
	{
		name: "lock-images",
		aliases: ["lock"],
		answers: "what are the images made of, and does that still hold?",
		load: async () => erased((await Promise.resolve().then(() => require("./lock-images-action.cjs")).then((n) => n.lock_images_exports)).lockImages)
	},
	{
		name: "build-image",
		aliases: ["build"],
		answers: "does it build, and what exactly came out?",
		load: async () => erased((await Promise.resolve().then(() => require("./build-image-action.cjs")).then((n) => n.build_image_exports)).buildImage)
	},
	{
		name: "smoke-inference",
		aliases: ["smoke", "run"],
		answers: "does the built image run its model, in time, with a believable answer?",
		load: async () => erased((await Promise.resolve().then(() => require("./smoke-inference-action.cjs")).then((n) => n.smoke_inference_exports)).smokeInference)
	},
	{
		name: "report",
		aliases: [],
		answers: "one page that says it all, verdict first",
		load: async () => erased((await Promise.resolve().then(() => require("./report-action.cjs")).then((n) => n.report_exports)).report)
	}
];
function findVerb(word) {
	return verbs.find((verb) => verb.name === word || verb.aliases.includes(word));
}

// cli/src/help.ts
function generalHelp(version) {
	const width = Math.max(...verbs.map((verb) => verb.name.length));
	return `mia ${version}: plan, verify, build, smoke-test and report on GPU model images

Usage: mia <verb> [folder or model ...] [options]

${verbs.map((verb) => {
		const also = verb.aliases.length > 0 ? ` (also: ${verb.aliases.join(", ")})` : "";
		return `  ${verb.name.padEnd(width)}  ${verb.answers}${also}`;
	}).join("\n")}

  ${"explain CODE".padEnd(width)}  what does a rule ask for, and why? mia explain all lists the rules
  ${"dockerfile parse".padEnd(width)}  what does a Dockerfile say, as BuildKit reads it?
  ${"context FOLDER".padEnd(width)}  what of a folder would a build send, and what is large in it?
  ${"help VERB".padEnd(width)}  the options of a verb

Every verb takes --json (records on stdout, everything else on stderr) and --help.
Exit codes: 0 all well, 1 findings or a failure, 2 usage or unreadable input.
`;
}
/** Help of one verb, made from the same input schema that action.yml is checked against. */
function verbHelp(verb, action) {
	const options = Object.entries(action.inputs.shape).map(([name, field]) => optionHelp(action, name, field));
	const also = verb.aliases.length > 0 ? `\nAlso: mia ${verb.aliases.join(", mia ")}` : "";
	return `${action.description}

Usage: mia ${verb.name}${positionalUsage(action)} [options]${also}

Options:
${options.join("\n")}${verb.besides ? `\n${verb.besides}` : ""}
  --json
      Print the records on stdout, one a line, and everything else on stderr.

Exit codes: 0 all well, 1 findings or a failure, 2 usage or unreadable input.
`;
}
function positionalUsage(action) {
	const name = action.positional;
	if (name === void 0) return "";
	const field = action.inputs.shape[name];
	if (field === void 0) return "";
	const { placeholder = "VALUE", list } = require_action_kit.fieldMeta(field);
	const word = `${placeholder}${list ? " ..." : ""}`;
	return require_action_kit.isRequired(field) ? ` ${word}` : ` [${word}]`;
}
function optionHelp(action, name, field) {
	const meta = require_action_kit.fieldMeta(field);
	const placeholder = meta.placeholder ?? "VALUE";
	const value = meta.flag ? "" : meta.implied ? `[=${placeholder}]` : ` ${placeholder}`;
	const notes = [
		require_action_kit.isRequired(field) ? "required" : "",
		meta.implied ? `alone it means ${meta.implied}` : "",
		meta.default ? `default: ${meta.default.replaceAll("\n", ", ")}` : "",
		meta.list ? "may be repeated" : "",
		name === action.positional ? "or as a plain argument" : ""
	].filter((note) => note !== "");
	const suffix = notes.length > 0 ? ` (${notes.join("; ")})` : "";
	return `  --${name}${value}\n      ${meta.description}${suffix}`;
}

// cli/src/run-verb.ts
/** The door for terminals: the result on stdout, everything else on stderr. */
async function runVerb(action, given) {
	if (given.problems.length > 0) return usage(action, given.problems);
	const write = (text) => void process.stderr.write(text);
	const log = process.env.GITHUB_ACTIONS === "true" ? require_action_kit.workflowLog(write) : require_action_kit.terminalLog(write, { colour: wantsColour(process.stderr) });
	const signal = require_action_kit.cancellationSignal((name) => log.info(`received ${name}: cleaning up`));
	const performance = await performAndCleanUp(action, given, require_action_kit.nodeHost({
		log,
		signal,
		state: memoryState(),
		workspace: process.cwd()
	}));
	const { inputProblems } = performance;
	if (inputProblems.length > 0) return usage(action, inputProblems.map((problem) => flagProblem(action, problem)));
	await print(performance, given.json);
	return performance.exitCode;
}
/** A workflow runs `post` in a process of its own; here it follows at once, whatever became of the run. */
async function performAndCleanUp(action, given, host) {
	try {
		return await require_action_kit.perform(action, given.raw, host);
	} finally {
		await action.post?.(host);
	}
}
function memoryState() {
	const kept = /* @__PURE__ */ new Map();
	return {
		save: (name, value) => void kept.set(name, value),
		get: (name) => kept.get(name) ?? ""
	};
}
function flagProblem(action, { input, message }) {
	const field = action.inputs.shape[input];
	if (input === action.positional && field) return `${require_action_kit.fieldMeta(field).placeholder ?? input} ${message}`;
	return `--${input} ${message}`;
}
function usage(action, problems) {
	for (const problem of problems) process.stderr.write(`mia ${action.name}: ${require_action_kit.neutral(require_action_kit.plainLine(problem))}\n`);
	process.stderr.write(`See mia ${action.name} --help.\n`);
	return 2;
}
async function print(performance, json) {
	const { records, failure } = performance;
	if (json) for (const record of records) process.stdout.write(`${JSON.stringify(record)}\n`);
	else process.stdout.write((await pageOf(performance)).split("\n").map(require_action_kit.neutral).join("\n"));
	if (failure) for (const line of [`error: ${failure.message}`, failure.remedy]) process.stderr.write(`${require_action_kit.neutral(require_action_kit.plainLine(line))}\n`);
}
/** What the action has to print itself; else its findings where they stand, and the page about its records. */
async function pageOf({ summary, print, source }) {
	if (print !== void 0) return print;
	if (summary.length === 0) return "";
	const look = {
		width: process.stdout.columns ?? 100,
		colour: wantsColour(process.stdout)
	};
	const findings = summary.flatMap((record) => record.findings);
	if (source === void 0 || findings.length === 0) return require_action_kit.renderTerminal(summary, look);
	const { renderFindings } = await Promise.resolve().then(() => require("./summary.cjs")).then((n) => n.render_findings_exports);
	return `${renderFindings(findings, {
		...look,
		source
	})}\n${require_action_kit.renderTerminal(summary, {
		...look,
		issues: false
	})}`;
}
/** https://no-color.org: NO_COLOR, when set and not empty, wins over everything. */
function wantsColour(stream) {
	if (process.env.NO_COLOR) return false;
	return stream.isTTY === true || Boolean(process.env.FORCE_COLOR);
}

// cli/src/version.ts
/** One version for all actions and the command line: they exchange one record format. */
const version = require_version.version;

// cli/src/command-line.ts
/** Runs `mia` on the words after it and gives the exit code: 0 ok, 1 findings or failure, 2 usage or unreadable input. */
async function runCommandLine(words) {
	const [first, ...rest] = words;
	if (first === "--version" || first === "-v") {
		process.stdout.write(`${version}\n`);
		return 0;
	}
	if (first === void 0 || first === "--help" || first === "-h" || first === "help") {
		const [asked] = first === "help" ? rest : [];
		if (asked !== void 0 && asked !== "help" && !asked.startsWith("-")) return runCommandLine([asked, "--help"]);
		(first === void 0 ? process.stderr : process.stdout).write(generalHelp(version));
		return first === void 0 ? 2 : 0;
	}
	const asked = explained(first, rest);
	if (asked) return (await Promise.resolve().then(() => require("./explain.cjs"))).explain(asked);
	if (first === "dockerfile") return (await Promise.resolve().then(() => require("./dockerfile-parse.cjs"))).dockerfileVerb(rest);
	if (first === "context") return (await Promise.resolve().then(() => require("./context.cjs"))).contextVerb(rest);
	const verb = findVerb(first);
	if (verb === void 0) return unknownVerb(first);
	const action = await verb.load();
	const given = commandArguments(action, rest);
	if (given.help) {
		process.stdout.write(verbHelp(verb, action));
		return 0;
	}
	return runVerb(action, given);
}
/** The words behind `mia explain`, or behind the `--explain` of the verb whose rules they are. */
function explained(first, rest) {
	if (first === "explain") return rest;
	const at = rest.findIndex((word) => word === "--explain" || word.startsWith("--explain="));
	if (at < 0 || findVerb(first)?.name !== "verify-dockerfile") return void 0;
	const [, inline] = (rest[at] ?? "").split("=");
	return inline === void 0 ? rest.slice(at + 1) : [inline];
}
function unknownVerb(word) {
	const names = [
		...verbs.flatMap((verb) => [verb.name, ...verb.aliases]),
		"explain",
		"dockerfile",
		"context",
		"help"
	];
	const near = require_action_kit.closest(word, names);
	const hint = near ? `Did you mean ${near}?` : `The verbs are ${verbs.map((verb) => verb.name).join(", ")}.`;
	process.stderr.write(`mia: there is no verb ${JSON.stringify(word)}. ${hint} See mia --help.\n`);
	return 2;
}

exports.runCommandLine = runCommandLine;