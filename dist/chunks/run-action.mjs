import { a as warning, i as setOutput, n as getState, r as saveState, t as error } from "./actions-core.mjs";
import { D as nodeHost, H as renderSummary, M as annotationCommands, P as workflowLog, d as sourceLinks, f as rulePages, j as cancellationSignal, p as perform } from "./action-kit.mjs";
import { appendFileSync } from "node:fs";

// packages/action-kit/src/run-action.ts
/** The runner drops a step's whole summary above 1 MiB, and sometimes just below it (actions/runner#4337). */
const maxSummaryBytes = 1e6;
/**
* The door for workflows: parse inputs, run, write records, annotate, summary, outputs, and fail last. The same bundle
* serves the `post` phase; which one it is stands in the step's state.
*/
async function runAction(action) {
	const log = workflowLog((text) => process.stdout.write(text));
	const signal = cancellationSignal((name) => {
		log.closeForeign();
		log.info(`received ${name}: cleaning up`);
	});
	const state = {
		save: saveState,
		get: getState
	};
	const workspace = process.env.GITHUB_WORKSPACE || process.cwd();
	const host = nodeHost({
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
	const performance = await perform(action, rawInputs(action), host);
	log.closeForeign();
	show(performance, await sourceLinks(host), rulePages(host));
	process.exitCode = performance.exitCode === 0 ? 0 : 1;
}
/** A failing clean-up must be seen, but must not hide the verdict of the step itself. */
async function runPost(action, host) {
	try {
		await action.post?.(host);
	} catch (error$1) {
		error(`clean-up failed: ${error$1.message}`);
		process.exitCode = 1;
	}
}
/** `INPUT_<NAME>` with the name in capitals, hyphens kept (actions/toolkit, core.getInput). */
function rawInputs(action) {
	return Object.fromEntries(Object.keys(action.inputs.shape).map((name) => [name, process.env[`INPUT_${name.toUpperCase()}`]]));
}
function show(performance, links, pages) {
	for (const { input, message } of performance.inputProblems) error(`input ${JSON.stringify(input)} ${message}`);
	if (performance.failure) error(`${performance.failure.message}\n${performance.failure.remedy}`);
	for (const command of annotationCommands(performance.records, { inDiff: performance.inDiff ?? (() => false) })) process.stdout.write(`${command}\n`);
	writeSummary(performance, links, pages);
	for (const [name, value] of Object.entries(performance.outputs)) setOutput(name, value);
}
function writeSummary({ summary, failure, inputProblems }, links, pages) {
	const file = process.env.GITHUB_STEP_SUMMARY;
	if (!file) return;
	const problems = inputProblems.map(({ input, message }) => `input ${JSON.stringify(input)} ${message}`);
	const markdown = renderSummary(summary, {
		maxBytes: maxSummaryBytes,
		problems: [...problems, ...failureText(failure)],
		...links && { links },
		...pages !== void 0 && { rulePages: pages }
	});
	try {
		appendFileSync(file, markdown);
	} catch (error) {
		warning(`the job summary could not be written: ${error.message}`);
	}
}
function failureText(failure) {
	return failure ? [`${failure.message} ${failure.remedy}`] : [];
}

export { runAction as t };