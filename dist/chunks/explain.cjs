const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");
const require_dockerfile = require("./dockerfile.cjs");
let node_path = require("node:path");
node_path = require_rolldown_runtime.__toESM(node_path, 1);
let node_fs = require("node:fs");

// cli/src/explain.ts
/** `mia explain CODE`: prints the page of a rule, which ships beside the bundle. */
function explain(words) {
	const [name, ...more] = words;
	if (name === void 0 || more.length > 0 || name.startsWith("-")) {
		const wanted = name === "--help" || name === "-h";
		(wanted ? process.stdout : process.stderr).write(explainHelp);
		return wanted ? 0 : 2;
	}
	const rule = require_dockerfile.findRule(name);
	if (rule === void 0) {
		if (name === "all") return list();
		const near = nearestRule(name.slice(0, 100));
		const meant = near ? `Did you mean ${near}? ` : "";
		const shown = require_action_kit.neutral(require_action_kit.plainLine(JSON.stringify(name.slice(0, 100))));
		process.stderr.write(`mia explain: there is no rule ${shown}. ${meant}The list of rules: mia explain all\n`);
		return 2;
	}
	const page = node_path.default.resolve(node_path.default.dirname((0, node_fs.realpathSync)(process.argv[1] ?? "")), "../docs/rules", `${rule.id}.md`);
	try {
		process.stdout.write((0, node_fs.readFileSync)(page, "utf8"));
		return 0;
	} catch {
		const { code, id, description } = rule;
		process.stdout.write(`${code} ${id}: ${description}\n`);
		process.stderr.write(`mia explain: ${page} is missing from this installation\n`);
		return 2;
	}
}
/** Of codes those of the same hundred: the digits behind it are what is mistyped, and the hundred is what it is about. */
function nearestRule(name) {
	const hundred = /^MIA\d/i.exec(name)?.[0].toUpperCase();
	if (hundred === void 0) return require_action_kit.closest(name, require_dockerfile.ruleList.map(({ id }) => id));
	return require_action_kit.closest(name, require_dockerfile.ruleList.map(({ code }) => code).filter((code) => code.startsWith(hundred)));
}
function list() {
	for (const { code, id, severity, description } of require_dockerfile.ruleList) process.stdout.write(`${code}  ${id.padEnd(38)} ${severity.padEnd(8)} ${description}\n`);
	return 0;
}
const explainHelp = `Prints the page of a rule: what it asks for, why, a bad and a good example, the fix.

Usage: mia explain CODE|RULE     such as MIA103 or mmcv-index-matches-cuda
       mia explain all           lists every rule
       mia verify-dockerfile --explain CODE|RULE

Exit codes: 0 ok, 2 there is no such rule.
`;

exports.explain = explain;