const require_action_kit = require("./action-kit.cjs");
const require_dockerfile = require("./dockerfile.cjs");

// cli/src/dockerfile-parse.ts
const mebibyte = 1048576;
/** Prints what a Dockerfile says: 0 well, 1 where the builder would refuse it, 2 unusable words or an unreadable file. */
async function dockerfileVerb(words) {
	const [task, ...rest] = words;
	const options = rest.filter((word) => word.startsWith("-") && word !== "-");
	const names = rest.filter((word) => !options.includes(word));
	if ([task, ...options].some((word) => word === "--help" || word === "-h")) {
		process.stdout.write(help);
		return 0;
	}
	const unknown = options.find((option) => option !== "--json");
	if (task !== "parse") return usage(`there is ${task ? `no ${JSON.stringify(task)}` : "nothing to do"}`);
	if (unknown !== void 0) return usage(`there is no option ${JSON.stringify(unknown)}`);
	const [file] = names;
	if (file === void 0 || names.length > 1) return usage("parse takes one file");
	return parse(file, options.includes("--json"));
}
async function parse(file, json) {
	let text;
	try {
		text = await require_action_kit.diskFiles(process.cwd(), "").read(file, { maxBytes: mebibyte });
	} catch (error) {
		if (!(error instanceof require_action_kit.StepFailure)) throw error;
		complain(error.message);
		return 2;
	}
	const { view, problems } = require_dockerfile.parsedView(text);
	if (json) process.stdout.write(`${JSON.stringify(view)}\n`);
	else for (const instruction of view.instructions) process.stdout.write(listing(instruction));
	for (const { position, message } of problems) {
		const { line, column } = position;
		process.stderr.write(`${require_action_kit.neutral(require_action_kit.plainLine(`${file}:${line}:${column}: ${message}`))}\n`);
	}
	return problems.length > 0 ? 1 : 0;
}
/** A line for the instruction, and indented ones for what is not seen in it. */
function listing(instruction) {
	const { keyword, startLine, endLine, flags, json, heredocs, stage, expanded } = instruction;
	const rows = [`${(startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`).padEnd(9)} ${stage === null ? "-" : stage}  ${[
		keyword,
		...flags,
		...shown(instruction.arguments)
	].join(" ")}`];
	const indent = " ".repeat(13);
	if (json) rows.push(`${indent}JSON form`);
	if (expanded && JSON.stringify(expanded) !== JSON.stringify(instruction.arguments)) rows.push(`${indent}= ${shown(expanded).join(" ")}`);
	for (const { name, content, expand, chomp } of heredocs) {
		const notes = [expand ? "" : ", nothing expanded", chomp ? ", leading tabs left out" : ""].join("");
		const count = content.split("\n").length - 1;
		rows.push(`${indent}<<${name}: ${count} ${count === 1 ? "line" : "lines"}${notes}`);
	}
	return rows.map((row) => `${require_action_kit.neutral(require_action_kit.plainLine(row))}\n`).join("");
}
/** Words that could be taken for several, or for none, in quotes. */
function shown(words) {
	const many = words.length > 1;
	return words.map((word) => word === "" || many && /\s/.test(word) ? JSON.stringify(word) : word);
}
function usage(problem) {
	complain(problem);
	process.stderr.write("See mia dockerfile --help.\n");
	return 2;
}
function complain(problem) {
	process.stderr.write(`mia dockerfile: ${require_action_kit.neutral(require_action_kit.plainLine(problem))}\n`);
}
const help = `Prints what a Dockerfile says, instruction by instruction, as BuildKit reads it. Nothing is judged, built or fetched.

Usage: mia dockerfile parse FILE [--json]

Options:
  --json
      Print {"instructions":[...]} on one line; docs/verify-dockerfile.md says what the fields hold.

What the builder would refuse goes to stderr, as FILE:LINE:COLUMN: MESSAGE.

Exit codes: 0 ok, 1 the builder would refuse it, 2 usage or unreadable input.
`;

exports.dockerfileVerb = dockerfileVerb;