import { C as defineAction, M as maxModelBytes, O as lines, g as loadModel, j as text, m as findModels, u as recordStep } from "./action-kit.mjs";
import { n as rules, t as verifyImage } from "./dockerfile.mjs";
import { a as parseIgnore, i as isIgnored, n as emptyIgnoreFile, o as contextFinder, r as ignoreFileNames, t as readContext } from "./build-context.mjs";

// actions/verify-dockerfile/src/read-image-folder.ts
const mebibyte = 1048576;
/** Sizes beyond which a file is refused: each is a hundred times what an honest image folder holds. */
const maxBytes = {
	dockerfile: mebibyte,
	ignore: mebibyte,
	requirements: 4 * mebibyte
};
/** Reads what the rules look at, and walks the folder once. Throws a StepFailure `unreadable-input` where a file is too large, or no file at all. */
async function readImageFolder(host, folder) {
	const read = async (name, limit) => {
		const path = `${folder}/${name}`;
		return {
			path,
			text: await host.files.read(path, { maxBytes: limit })
		};
	};
	const top = await host.files.list(folder);
	const names = top.map(({ name }) => name);
	const ignoreName = ignoreFileNames("Dockerfile").find((name) => names.includes(name));
	const [dockerfile, modelFile, ignoreText, requirements] = await Promise.all([
		read("Dockerfile", maxBytes.dockerfile),
		read("model.yaml", maxModelBytes),
		ignoreName === void 0 ? void 0 : read(ignoreName, maxBytes.ignore),
		Promise.all(names.filter(isRequirements).map((name) => read(name, maxBytes.requirements)))
	]);
	const ignore = ignoreText === void 0 ? emptyIgnoreFile : parseIgnore(ignoreText.text);
	const { size, tree } = await readContext({
		list: async (path) => path === "" ? top : host.files.list(`${folder}/${path}`),
		ignore,
		alwaysSent: ["Dockerfile", ...ignoreFileNames("Dockerfile")]
	});
	const source = {
		folder,
		dockerfile,
		requirements,
		modelFile,
		context: { find: contextFinder(tree) }
	};
	if (ignoreText) source.dockerignore = ignoreSource(ignoreText, ignore);
	return {
		source,
		size
	};
}
/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`. */
function isRequirements(name) {
	return /^(?:[\w.-]+[-_.])?requirements(?:[-_.][\w.-]+)?\.txt$/.test(name);
}
function ignoreSource(file, ignore) {
	return {
		...file,
		problems: ignore.problems,
		ignores: (path) => isIgnored(ignore, path)
	};
}

// actions/verify-dockerfile/src/verify-dockerfile.ts
/** Whether image folders keep their promises. One record a model; one broken folder does not stop the others. */
const verifyDockerfile = defineAction({
	name: "verify-dockerfile",
	description: "Checks that image folders keep their promises: pins that agree, a non-root user, no secrets, a small build context.",
	positional: "models",
	inputs: {
		models: lines({
			description: "Models to check, one a line: folders or slugs. Default: every model under images-dir.",
			placeholder: "MODEL"
		}),
		"images-dir": text({
			description: "Folder whose subfolders are the image folders.",
			default: "images",
			placeholder: "FOLDER"
		})
	},
	outputs: {
		findings: "Number of findings of any severity, over all models.",
		errors: "Number of findings of severity error, over all models."
	},
	async run(inputs, host) {
		const models = await findModels(host, inputs["images-dir"], inputs.models);
		const records = await Promise.all(models.map((model) => verifyModel(host, model)));
		for (const record of records) host.log.info(lineOf(record));
		const findings = records.flatMap((record) => record.findings);
		const errors = findings.filter(({ severity }) => severity === "error");
		return {
			records,
			outputs: {
				findings: String(findings.length),
				errors: String(errors.length)
			}
		};
	}
});
/** More would fill a record that nobody reads to its end. The worst come first. */
const maxFindings = 1e3;
function verifyModel(host, model) {
	const { slug, folder } = model;
	return recordStep(host, {
		step: "verify",
		model: slug,
		folder,
		rules: [],
		context: null
	}, async (draft) => {
		const loaded = await loadModel(host, model);
		if (!loaded.ok) {
			draft.findings = loaded.findings;
			throw loaded.failure;
		}
		const { source, size } = await readImageFolder(host, folder);
		draft.context = size;
		draft.rules = rules.map(({ id }) => id);
		const findings = verifyImage(source, loaded.model);
		draft.findings = findings.slice(0, maxFindings);
		if (findings.length > maxFindings) host.log.warn(`${slug}: ${findings.length} findings; the worst ${maxFindings} are recorded`);
	});
}
function lineOf({ model, status, findings, failure, context }) {
	if (failure && failure.code !== "findings") return `${model}: failed: ${failure.message}`;
	return `${model}: ${status}, ${findings.length === 0 ? "no findings" : `${findings.length} finding${findings.length === 1 ? "" : "s"}`}${context ? `, ${contextOf(context)}` : ""}`;
}
function contextOf({ keptFiles, keptBytes, treeBytes }) {
	return `context ${keptFiles} files, ${kibibytes(keptBytes)} of ${kibibytes(treeBytes)}`;
}
/** With one decimal, as the report shows it. */
function kibibytes(bytes) {
	return `${(bytes / 1024).toFixed(1)} KiB`;
}

export { verifyDockerfile as t };