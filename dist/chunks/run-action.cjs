const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_actions_core = require("./actions-core.cjs");
const require_action_kit = require("./action-kit.cjs");
let node_fs = require("node:fs");

// packages/action-kit/src/run-action.ts
var run_action_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ runAction: () => runAction });
/** The runner drops a step's whole summary above 1 MiB, and sometimes just below it (actions/runner#4337). */
const maxSummaryBytes = 1e6;
/**
* The door for workflows: parse inputs, run, write records, annotate, summary, outputs, and fail last. The same bundle
* serves the `post` phase; which one it is stands in the step's state.
*/
async function runAction(action) {
	const log = require_action_kit.workflowLog((text) => process.stdout.write(text));
	const signal = require_action_kit.cancellationSignal((name) => {
		log.closeForeign();
		log.info(`received ${name}: cleaning up`);
	});
	process.exitCode = 1;
	const state = {
		save: require_actions_core.saveState,
		get: require_actions_core.getState
	};
	const workspace = process.env.GITHUB_WORKSPACE || process.cwd();
	const host = require_action_kit.nodeHost({
		log,
		signal,
		state,
		workspace
	});
	if (state.get("phase") === "post") {
		await runPost(action, host);
		return;
	}
	state.save("phase", "post");
	const performance = await require_action_kit.perform(action, rawInputs(action), host);
	log.closeForeign();
	show(performance, await require_action_kit.sourceLinks(host), require_action_kit.rulePages(host));
	process.exitCode = performance.exitCode === 0 ? 0 : 1;
}
/** A failing clean-up must be seen, but must not hide the verdict of the step itself. */
async function runPost(action, host) {
	try {
		await action.post?.(host);
		process.exitCode = 0;
	} catch (error$1) {
		require_actions_core.error(`clean-up failed: ${error$1.message}`);
	}
}
/** `INPUT_<NAME>` with the name in capitals, hyphens kept (actions/toolkit, core.getInput). */
function rawInputs(action) {
	return Object.fromEntries(Object.keys(action.inputs.shape).map((name) => [name, process.env[`INPUT_${name.toUpperCase()}`]]));
}
function show(performance, links, pages) {
	for (const { input, message } of performance.inputProblems) require_actions_core.error(`input ${JSON.stringify(input)} ${message}`);
	if (performance.failure) require_actions_core.error(`${performance.failure.message}\n${performance.failure.remedy}`);
	for (const command of require_action_kit.annotationCommands(performance.records, { inDiff: performance.inDiff ?? (() => false) })) process.stdout.write(`${command}\n`);
	writeSummary(performance, links, pages);
	for (const [name, value] of Object.entries(performance.outputs)) require_actions_core.setOutput(name, value);
}
function writeSummary({ summary, failure, inputProblems }, links, pages) {
	const file = process.env.GITHUB_STEP_SUMMARY;
	if (!file) return;
	const problems = inputProblems.map(({ input, message }) => `input ${JSON.stringify(input)} ${message}`);
	const markdown = require_action_kit.renderSummary(summary, {
		maxBytes: maxSummaryBytes,
		problems: [...problems, ...failureText(failure)],
		...links && { links },
		...pages !== void 0 && { rulePages: pages }
	});
	try {
		(0, node_fs.appendFileSync)(file, markdown);
	} catch (error) {
		require_actions_core.warning(`the job summary could not be written: ${error.message}`);
	}
}
function failureText(failure) {
	return failure ? [`${failure.message} ${failure.remedy}`] : [];
}

Object.defineProperty(exports, "runAction", {
  enumerable: true,
  get: function () {
    return runAction;
  }
});
Object.defineProperty(exports, "run_action_exports", {
  enumerable: true,
  get: function () {
    return run_action_exports;
  }
});