const require_action_kit = require("./action-kit.cjs");
const require_build_context = require("./build-context.cjs");
const require_dockerfile_syntax = require("./dockerfile-syntax.cjs");
let node_util = require("node:util");

// cli/src/context-inputs.ts
const maxBytes = 1048576;
/** Reads the Dockerfile and the ignore file that BuildKit would take. A text: what is wrong with the request. Throws a StepFailure. */
async function contextInputs(files, request) {
	const { folder, file, target, buildArgs, contexts } = request;
	const path = file ?? `${folder}/Dockerfile`;
	const isThere = file !== void 0 || await files.entry(path) !== void 0;
	if (!isThere && target !== void 0) return `there is no ${path} that could have a target`;
	const ignoreFile = await firstThere(files, [`${path}.dockerignore`, `${folder}/.dockerignore`]);
	const ignore = ignoreFile === null ? require_build_context.emptyIgnoreFile : require_build_context.parseIgnore(await files.read(ignoreFile, { maxBytes }));
	const refused = ignore.problems.map(({ line, message }) => `${ignoreFile}:${line}: ${message}`);
	const inputs = {
		dockerfile: isThere ? path : null,
		ignoreFile,
		target: target ?? null,
		ignore,
		refused
	};
	if (!isThere) return {
		...inputs,
		selection: void 0,
		unknown: `there is no ${path}`
	};
	const dockerfile = require_dockerfile_syntax.parseDockerfile(await files.read(path, { maxBytes }));
	const [problem] = dockerfile.problems;
	if (problem) {
		refused.push(`${path}:${problem.position.line}: ${problem.message}`);
		return {
			...inputs,
			selection: void 0,
			unknown: `the builder would refuse ${path}`
		};
	}
	if (!require_dockerfile_syntax.hasTarget(dockerfile, target)) return `${path} has no stage ${target ?? "at all"}`;
	const selection = require_dockerfile_syntax.contextSources(dockerfile, target, {
		buildArgs,
		contexts
	});
	const unknown = selection ? null : "a path depends on a variable that has no value in the file; give --build-arg";
	return {
		...inputs,
		selection,
		unknown
	};
}
async function firstThere(files, paths) {
	for (const path of paths) if (await files.entry(path) !== void 0) return path;
	return null;
}

// cli/src/context-page.ts
const mostRows = 10;
/** The measure for people. */
function contextPage(inputs, measure) {
	const { tree, kept, selected, largest, rules, unmatched, problems } = measure;
	const rows = [
		row("tree", tree, "all of the folder"),
		row("kept", kept, inputs.ignoreFile ? `what ${shownPath(inputs.ignoreFile)} leaves` : "there is no .dockerignore"),
		selected ? row("selected", selected, `what ${shownPath(inputs.target ?? "the last stage")} asks for, and so is sent`) : `selected  not known: ${inputs.unknown ?? "its links lead too far"}`
	];
	const sections = [
		section("Kept back, by the line that decides", rules.map((rule) => `${amount(rule)}  line ${rule.line}: ${shownPath(rule.text)}`)),
		section("Lines that match nothing", unmatched.map(({ line, text }) => `line ${line}: ${shownPath(text)}`)),
		section(selected ? "Largest files sent" : "Largest files kept", largest.map(({ path, bytes }) => `${size(bytes)}  ${shownPath(path)}`)),
		section("Not counted in full", problems.filter(({ kind, stops }) => kind === "unreadable" && !stops).map(({ path }) => shownPath(path)))
	];
	return [...rows, ...sections.flat()].map((line) => `${require_action_kit.neutral(require_action_kit.plainLine(line))}\n`).join("");
}
/** A path that could play tricks on a terminal, or that is several lines, as a JSON text with escapes; any other as it is. */
function shownPath(path) {
	if (path.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path)) return path;
	return JSON.stringify(path).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""));
}
function section(title, lines) {
	if (lines.length === 0) return [];
	const more = lines.length > mostRows ? [`  and ${lines.length - mostRows} more; --json shows all`] : [];
	return [
		"",
		`${title}:`,
		...lines.slice(0, mostRows).map((line) => `  ${line}`),
		...more
	];
}
function row(name, counted, meaning) {
	return `${name.padEnd(8)}  ${amount(counted)}  ${meaning}`;
}
function amount({ files, bytes }) {
	return `${size(bytes)} in ${files.toLocaleString("en-US")} ${files === 1 ? "file" : "files"}`;
}
const units = [
	"B",
	"KiB",
	"MiB",
	"GiB",
	"TiB"
];
function size(bytes) {
	let value = bytes;
	let unit = 0;
	for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
	return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`.padStart(10);
}

// cli/src/context.ts
const lists = [
	"kept",
	"ignored",
	"selected"
];
/** Prints what of a folder a build would send: 0 well, 1 over budget or refused by the builder, 2 unusable words or files. */
async function contextVerb(words) {
	if (words.includes("--help") || words.includes("-h")) {
		process.stdout.write(help);
		return 0;
	}
	const wanted = readWords(words);
	if (typeof wanted === "string") return usage(wanted);
	const files = require_action_kit.diskFiles(process.cwd(), "");
	try {
		if (await files.kind(wanted.folder) !== "folder") return usage(`${wanted.folder} is no folder`);
		const inputs = await contextInputs(files, wanted);
		if (typeof inputs === "string") return usage(inputs);
		if (wanted.list === "selected" && inputs.selection === void 0) return usage(`what is selected is not known: ${inputs.unknown}`);
		return await measured(files, wanted, inputs);
	} catch (error) {
		if (!(error instanceof require_action_kit.StepFailure)) throw error;
		complain(error.message);
		return 2;
	}
}
async function measured(files, wanted, inputs) {
	const list = wanted.list && listing(wanted.list, wanted.json);
	const measure = await require_build_context.measureContext({
		list: (folder, options) => files.list(below(wanted.folder, folder), options),
		readLink: (path) => files.readLink(below(wanted.folder, path)),
		ignore: inputs.ignore,
		selection: inputs.selection,
		...list && { onPath: list.add }
	});
	const over = wanted.budgetMiB === void 0 ? void 0 : require_build_context.overBudget(measure, wanted.budgetMiB);
	if (list) list.end();
	else if (wanted.json) process.stdout.write(`${JSON.stringify(asData(wanted, inputs, measure, over))}\n`);
	else process.stdout.write(contextPage(inputs, measure));
	const stopping = [...inputs.refused, ...measure.problems.filter(({ stops }) => stops).map(problemText)];
	for (const problem of stopping) complain(problem);
	if (over) complain(over.message);
	return over || stopping.length > 0 ? 1 : 0;
}
function below(folder, path) {
	return path === "" ? folder : `${folder}/${path}`;
}
function asData(wanted, inputs, measure, over) {
	const { dockerfile, ignoreFile, target, unknown } = inputs;
	const { budgetMiB } = wanted;
	const budget = budgetMiB === void 0 ? null : {
		budgetMiB,
		isOver: over !== void 0
	};
	return {
		folder: wanted.folder,
		dockerfile,
		target,
		ignoreFile,
		...measure,
		notKnown: unknown,
		budget
	};
}
const reasons = {
	unreadable: "it cannot be listed",
	"not-utf8": "its name is not UTF-8",
	pattern: "this pattern has a control character",
	source: "this source has a control character"
};
function problemText({ path, kind }) {
	return `the builder would stop at ${shownPath(path)}: ${reasons[kind]}`;
}
/** Prints paths as they are met, in blocks: a million lines one by one take longer than the walk. */
function listing(wanted, json) {
	const blockSize = 65536;
	let block = "";
	const atLeast = ["kept", "selected"].indexOf(wanted);
	const add = (path, kind, bytes, state) => {
		if (atLeast < 0 ? state !== "ignored" : ["kept", "selected"].indexOf(state) < atLeast) return;
		const text = shownPath(kind === "folder" ? `${path}/` : path);
		block += json ? `${JSON.stringify({
			path,
			kind,
			bytes
		})}\n` : `${require_action_kit.neutral(text)}\n`;
		if (block.length > blockSize) end();
	};
	const end = () => {
		process.stdout.write(block);
		block = "";
	};
	return {
		add,
		end
	};
}
/** What the words ask for, or what is wrong with them. */
function readWords(words) {
	let read;
	try {
		read = parsed(words);
	} catch (error) {
		return error.message.split(". To specify")[0] ?? "";
	}
	const { values, positionals } = read;
	const [folder] = positionals;
	if (folder === void 0 || folder === "" || positionals.length > 1) return "context takes one folder";
	const given = Object.entries(values).find(([, value]) => value === "");
	if (given) return `--${given[0]} is given nothing; is a variable unset?`;
	const budgetMiB = values.budget === void 0 ? void 0 : Number(values.budget);
	if (budgetMiB !== void 0 && !/^\d{1,9}(\.\d{1,3})?$/.test(values.budget ?? "")) return `--budget is a number of MiB, not ${JSON.stringify(values.budget)}`;
	const list = lists.find((name) => name === values.list);
	if (values.list !== void 0 && list === void 0) return `--list is one of ${lists.join(", ")}`;
	const buildArgs = {};
	for (const text of values["build-arg"] ?? []) {
		const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
		if (name === void 0) return `--build-arg is NAME=VALUE, not ${JSON.stringify(text)}`;
		buildArgs[name] = value ?? "";
	}
	const contexts = (values["build-context"] ?? []).map((text) => text.split("=")[0] ?? "");
	const { file, target, json = false } = values;
	return {
		folder: folder.replace(/(?<=.)\/+$/, ""),
		file,
		target,
		budgetMiB,
		buildArgs,
		contexts,
		json,
		list
	};
}
function parsed(words) {
	return (0, node_util.parseArgs)({
		args: [...words],
		allowPositionals: true,
		options: {
			file: {
				type: "string",
				short: "f"
			},
			target: { type: "string" },
			budget: { type: "string" },
			list: { type: "string" },
			json: { type: "boolean" },
			"build-arg": {
				type: "string",
				multiple: true
			},
			"build-context": {
				type: "string",
				multiple: true
			}
		}
	});
}
function usage(problem) {
	complain(problem);
	process.stderr.write("See mia context --help.\n");
	return 2;
}
function complain(problem) {
	process.stderr.write(`mia context: ${require_action_kit.neutral(require_action_kit.plainLine(problem))}\n`);
}
const help = `Measures what a build would send of a folder: all of it, what .dockerignore leaves, and what the stages of the target ask for.
Nothing is built.

Usage: mia context FOLDER [options]

Options:
  --file, -f FILE
      The Dockerfile (default: Dockerfile in the folder). FILE.dockerignore beside it wins over .dockerignore of the folder.
  --target STAGE
      The stage that would be built (default: the last).
  --budget MIB
      Fails where the builder gets more than that, and names the three largest files.
  --build-arg NAME=VALUE
      As docker buildx build takes it, where paths of COPY depend on it (may be repeated).
  --build-context NAME[=WHERE]
      The caller gives a stage of that name (may be repeated).
  --list kept|ignored|selected
      Print the paths instead: what .dockerignore leaves, what it keeps back, what the builder gets.
  --json
      Print the measure as one JSON object; with --list, one object a line for each path.

Exit codes: 0 ok, 1 over the budget or something at which the builder would stop, 2 usage or unreadable input.
`;

exports.contextVerb = contextVerb;