const require_action_kit = require("./action-kit.cjs");
const require_build_context = require("./build-context.cjs");
const require_dockerfile_syntax = require("./dockerfile-syntax.cjs");
let node_util = require("node:util");

// cli/src/find-dockerfile.ts
/**
* The Dockerfile that the builder would take: `dockerfile` where `Dockerfile` is no file. As with all it gets, a link out of
* the folder leads nowhere. Tried with buildx 0.29.
*/
async function findDockerfile(files, wanted) {
	const found = await lookUp(files, wanted);
	if (typeof found.reads === "string" || !/(?:^|\/)Dockerfile$/.test(wanted)) return found;
	const lower = await lookUp(files, wanted.replace(/D(?=ockerfile$)/, "d"));
	return typeof lower.reads === "string" ? lower : found;
}
async function lookUp(files, path) {
	const entry = await files.entry(path);
	if (entry?.kind !== "link") return {
		path,
		reads: entry?.kind === "folder" ? void 0 : entry && path
	};
	const slash = path.lastIndexOf("/");
	const top = slash < 0 ? "." : path.slice(0, slash) || "/";
	const place = await require_build_context.resolveWithin(top, path.slice(slash + 1), files);
	return {
		path,
		reads: place?.kind === "file" ? `${top === "/" ? "" : top}/${place.path}` : null
	};
}

// cli/src/newer-syntax.ts
/** Source: the release notes of dockerfile/1.20.0; until then it was of the labs channel. */
const firstWithParents = 20;
/**
* Flags that a builder knows only with a newer syntax than its own: BuildKit 0.25 refuses them in whatever stage they stand.
* Of a `# syntax=` line that names another image, nobody knows.
*/
function* newerSyntax({ directives, instructions }) {
	const syntax = directives.find(({ name }) => name === "syntax")?.value;
	if (syntax !== void 0 && !isTooOld(syntax)) return;
	for (const { keyword, flags, position } of instructions) {
		const wanted = keyword === "COPY" ? "parents" : keyword === "RUN" ? "device" : void 0;
		if (!flags.some(({ name }) => name === wanted)) continue;
		const message = `a builder like BuildKit 0.25 would stop at --${wanted}: write \`# syntax=${wanted === "parents" ? "docker/dockerfile:1.20" : "docker/dockerfile:1-labs"}\` in the first line`;
		yield {
			line: position.line,
			message
		};
	}
}
/** A release of docker/dockerfile that has a number, and is older than the flag. */
function isTooOld(syntax) {
	const minor = /^(?:docker\.io\/)?docker\/dockerfile:1\.(\d{1,3})(?:\.\d{1,3})?$/.exec(syntax)?.[1];
	return minor !== void 0 && Number(minor) < firstWithParents;
}

// cli/src/context-inputs.ts
const maxBytes = 1048576;
/** Reads the Dockerfile and the ignore file that BuildKit would take. A text: what is wrong with the request. Throws a StepFailure. */
async function contextInputs(files, request) {
	const { folder, file, target, buildArgs, contexts } = request;
	const { path, reads } = await findDockerfile(files, file ?? `${folder}/Dockerfile`);
	const isThere = file !== void 0 || reads !== void 0;
	if (!isThere && target !== void 0) return `there is no ${path} that could have a target`;
	const ignored = await readIgnore(files, folder, path);
	const { refused } = ignored;
	const inputs = {
		dockerfile: isThere ? path : null,
		target: target ?? null,
		...ignored
	};
	if (!isThere) return {
		...inputs,
		selection: void 0,
		unknown: `there is no ${path}`
	};
	if (reads === null) {
		refused.push(`${path}: it is a link that leads to no file within its folder; the builder would stop`);
		return {
			...inputs,
			selection: void 0,
			unknown: `the builder would not find ${path}`
		};
	}
	const dockerfile = require_dockerfile_syntax.parseDockerfile(await files.read(reads ?? path, { maxBytes }));
	const [problem] = dockerfile.problems;
	if (problem) {
		refused.push(`${path}:${problem.position.line}: ${problem.message}`);
		return {
			...inputs,
			selection: void 0,
			unknown: `the builder would refuse ${path}`
		};
	}
	for (const { line, message } of newerSyntax(dockerfile)) refused.push(`${path}:${line}: ${message}`);
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
async function readIgnore(files, folder, dockerfile) {
	const { path, reads, passed } = await require_build_context.findIgnore({
		folder,
		dockerfile
	}, files);
	const ignore = reads === null ? require_build_context.emptyIgnoreFile : require_build_context.parseIgnore(await files.read(reads, { maxBytes }));
	const refused = ignore.problems.map(({ line, message }) => `${path}:${line}: ${message}`);
	const notes = [];
	for (const { path: name, why, stops } of passed) {
		const text = `${require_build_context.shownPath(name)} keeps nothing back: ${why}`;
		if (stops) refused.push(text);
		else notes.push(text);
	}
	return {
		ignore,
		ignoreFile: path,
		ignoreReads: reads,
		passed,
		refused,
		notes
	};
}

// cli/src/context-page.ts
const mostRows = 10;
/** The measure for people. */
function contextPage(inputs, measure) {
	const { tree, kept, selected, largest, rules, unmatched, problems } = measure;
	const rows = [
		row("tree", tree, "all of the folder"),
		row("kept", kept, keptBy(inputs)),
		selected ? row("selected", selected, `what ${require_build_context.shownPath(inputs.target ?? "the last stage")} asks for, and so is sent`) : `selected  not known: ${inputs.unknown ?? "its links lead too far"}`
	];
	const sections = [
		section("Kept back, by the line that decides", rules.map((rule) => `${amount(rule)}  line ${rule.line}: ${require_build_context.shownPath(rule.text)}`)),
		section("Lines that match nothing", unmatched.map(({ line, text }) => `line ${line}: ${require_build_context.shownPath(text)}`)),
		section(selected ? "Largest files sent" : "Largest files kept", largest.map(({ path, bytes }) => `${size(bytes)}  ${require_build_context.shownPath(path)}`)),
		section("Not counted in full", problems.filter(({ kind, stops }) => kind === "unreadable" && !stops).map(({ path }) => require_build_context.shownPath(path))),
		section("May not be read, and so are sent empty", problems.filter(({ kind }) => kind === "locked").map(({ path }) => require_build_context.shownPath(path)))
	];
	return [...rows, ...sections.flat()].map((line) => `${require_action_kit.neutral(require_action_kit.plainLine(line))}\n`).join("");
}
function keptBy({ ignoreFile, ignoreReads, passed }) {
	if (ignoreFile === null) return passed.length > 0 ? "no ignore file counts" : "there is no .dockerignore";
	const behind = ignoreReads === null || ignoreReads === ignoreFile ? "" : `, a link to ${require_build_context.shownPath(ignoreReads)},`;
	return `what ${require_build_context.shownPath(ignoreFile)}${behind} leaves`;
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
		entry: (path) => files.entry(below(wanted.folder, path)),
		ignore: inputs.ignore,
		selection: inputs.selection,
		...list && { onPath: list.add }
	});
	const over = wanted.budgetMiB === void 0 ? void 0 : require_build_context.overBudget(measure, wanted.budgetMiB);
	if (list) list.end();
	else if (wanted.json) process.stdout.write(`${JSON.stringify(asData(wanted, inputs, measure, over))}\n`);
	else process.stdout.write(contextPage(inputs, measure));
	const stopping = [...inputs.refused, ...measure.problems.filter(({ stops }) => stops).map(problemText)];
	for (const problem of [
		...inputs.notes,
		...locked(measure),
		...stopping
	]) complain(problem);
	if (over) complain(over.message);
	return over || stopping.length > 0 ? 1 : 0;
}
function below(folder, path) {
	return path === "" ? folder : `${folder}/${path}`;
}
function asData(wanted, inputs, measure, over) {
	const { dockerfile, ignoreFile, passed, target, unknown } = inputs;
	const { budgetMiB } = wanted;
	const budget = budgetMiB === void 0 ? null : {
		budgetMiB,
		isOver: over !== void 0
	};
	const files = {
		dockerfile,
		target,
		ignoreFile,
		ignoreFilesPassedOver: passed
	};
	return {
		folder: wanted.folder,
		...files,
		...measure,
		notKnown: unknown,
		budget
	};
}
const reasons = {
	unreadable: "it cannot be listed",
	locked: "it may not be read",
	missing: "there is no such file or folder",
	ignored: "the ignore file keeps it back",
	"not-utf8": "its name is not UTF-8",
	pattern: "this pattern has a control character",
	source: "this source has a control character"
};
/** The builder does not stop at these, which is worse. */
function locked({ problems }) {
	return problems.filter(({ kind }) => kind === "locked").map(({ path }) => `${require_build_context.shownPath(path)} may not be read: the builder would get it empty`);
}
function problemText({ path, kind }) {
	return `the builder would stop at ${require_build_context.shownPath(path)}: ${reasons[kind]}`;
}
/** Prints paths as they are met, in blocks: a million lines one by one take longer than the walk. */
function listing(wanted, json) {
	const blockSize = 65536;
	let block = "";
	const atLeast = ["kept", "selected"].indexOf(wanted);
	const add = (path, kind, bytes, state) => {
		if (atLeast < 0 ? state !== "ignored" : ["kept", "selected"].indexOf(state) < atLeast) return;
		const text = require_build_context.shownPath(kind === "folder" ? `${path}/` : path);
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
      The Dockerfile (default: Dockerfile in the folder, else dockerfile). FILE.dockerignore beside it wins over .dockerignore of the folder.
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