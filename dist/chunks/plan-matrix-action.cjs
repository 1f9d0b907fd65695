const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");
const require_record_schemas = require("./record-schemas.cjs");

// actions/plan-matrix/src/affected-models.ts
const maxNotes = 100;
/**
* Which models a change touches. A file of a shared part touches all of them; a file of a model's folder touches that
* model; a folder that is gone has nothing left to build and is only named.
*/
function affectedModels(scope) {
	const shared = scope.changed.find((file) => isShared(file, scope));
	if (shared !== void 0) {
		const reason = `${show(shared)} changed, which every model shares`;
		return {
			models: scope.catalog.map((model) => ({
				...model,
				reason
			})),
			notes: goneNotes(scope)
		};
	}
	return {
		models: scope.catalog.flatMap((model) => {
			const own = scope.changed.filter((file) => file.startsWith(`${model.folder}/`));
			return own.length === 0 ? [] : [{
				...model,
				reason: reasonOf(own)
			}];
		}),
		notes: goneNotes(scope)
	};
}
function reasonOf([first = "", ...others]) {
	const more = others.length === 0 ? "" : ` and ${others.length} more file${others.length === 1 ? "" : "s"}`;
	return `${show(first)}${more} changed`;
}
function isShared(file, { imagesDir, otherFolders, sharedPaths }) {
	const inImages = below(file, imagesDir);
	if (inImages !== void 0 && !inImages.includes("/")) return true;
	return otherFolders.some((name) => inImages?.startsWith(`${name}/`)) || sharedPaths.some((path) => file === path || file.startsWith(`${path}/`));
}
function goneNotes({ changed, imagesDir, catalog, otherFolders }) {
	const present = /* @__PURE__ */ new Set([...catalog.map(({ folder }) => below(folder, imagesDir)), ...otherFolders]);
	const gone = /* @__PURE__ */ new Set();
	for (const file of changed) {
		const [name, ...rest] = below(file, imagesDir)?.split("/") ?? [];
		if (name !== void 0 && rest.length > 0 && !present.has(name)) gone.add(name);
	}
	return [...gone].slice(0, maxNotes).map((name) => `${show(`${imagesDir === "." ? "" : `${imagesDir}/`}${name}`)} is gone: there is nothing left to build`);
}
/** The path below a folder, or undefined where it is not below it. */
function below(file, folder) {
	if (folder === ".") return file;
	return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : void 0;
}
function show(path) {
	return path.length <= 200 ? path : `${path.slice(0, 200)}...`;
}

// actions/plan-matrix/src/expected-steps.ts
const words = require_action_kit.lines({
	description: "Steps that must leave a record for each model, one a line: verify, build, smoke. The report counts a missing one as failed.",
	default: "verify\nbuild\nsmoke",
	placeholder: "STEP"
});
/** The input `expects`, each step once and in the order the steps run. */
const expectedSteps = words.transform((given, context) => {
	const unknown = given.filter((word) => !require_record_schemas.ExpectedStep.safeParse(word).success);
	for (const word of unknown) context.addIssue({
		code: "custom",
		message: `has ${JSON.stringify(word)}; write ${require_record_schemas.ExpectedStep.options.join(", ")}`
	});
	return require_record_schemas.ExpectedStep.options.filter((step) => given.includes(step));
}).meta({ ...require_action_kit.fieldMeta(words) });

// actions/plan-matrix/src/matrix.ts
/** Jobs a matrix can generate in one run (GitHub docs, "Usage limits"). */
const maxMatrixJobs = 256;
/** The `matrix` output: what `strategy.matrix: ${{ fromJSON(...) }}` takes, one job a model. */
function matrixJson(models) {
	return JSON.stringify({ include: models.map(({ slug, folder }) => ({
		model: slug,
		folder
	})) });
}
/** Throws where the models are too many for one matrix; leaving some out would leave them unproven. */
function checkMatrixSize(models) {
	if (models.length <= 256) return;
	throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: `${models.length} models are affected, and one matrix holds at most ${256} jobs`,
		remedy: "Split the run: name the models of each part in the input models."
	});
}

// actions/plan-matrix/src/plan-matrix.ts
var plan_matrix_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ planMatrix: () => planMatrix });
const inputs = {
	models: require_action_kit.lines({
		description: "Models to plan, one a line: folders or slugs. Default: those the change touches.",
		placeholder: "MODEL"
	}),
	"images-dir": require_action_kit.text({
		description: "Folder whose subfolders are the image folders.",
		default: "images",
		placeholder: "FOLDER"
	}),
	base: require_action_kit.optionalText({
		description: "Commit, branch or tag to compare with, from the merge base. Default: what the workflow's event says; without one, all models.",
		placeholder: "REF"
	}),
	expects: expectedSteps,
	"shared-paths": require_action_kit.lines({
		description: "Files and folders whose change touches every model, one a line, beside the shared folders under images-dir.",
		default: "packages\nactions\ndist\n.github",
		placeholder: "PATH"
	})
};
const planMatrix = require_action_kit.defineAction({
	name: "plan-matrix",
	description: "Finds the models a change touches and makes the matrix that verifies, builds and smoke-tests them.",
	inputs,
	outputs: {
		matrix: "JSON for strategy.matrix: {\"include\":[{\"model\":\"maptr\",\"folder\":\"images/maptr\"}]}.",
		any: "true where at least one model is affected; an empty matrix is an error on GitHub, so test this first.",
		models: "The affected models, separated by spaces."
	},
	positional: "models",
	async run(given, host) {
		let affected = {
			models: [],
			notes: []
		};
		const seed = {
			step: "plan",
			expects: given.expects,
			models: [],
			base: null
		};
		const record = await require_action_kit.recordStep(host, seed, async (draft) => {
			affected = await decide(host, given, draft);
			draft.notes = affected.notes.map((note) => note.slice(0, 1e3));
			checkMatrixSize(affected.models);
			draft.models = await Promise.all(affected.models.map(async (model) => ({
				slug: model.slug,
				name: await nameOf(host, model),
				reason: model.reason.slice(0, 1e3)
			})));
			for (const note of affected.notes) host.log.info(note);
			host.log.info(`planned: ${affected.models.map(({ slug }) => slug).join(", ") || "no model"}`);
		});
		const { models } = record.status === "failed" ? { models: [] } : affected;
		const outputs = {
			matrix: matrixJson(models),
			any: String(models.length > 0),
			models: models.map(({ slug }) => slug).join(" ")
		};
		return {
			records: [record],
			outputs
		};
	}
});
async function decide(host, given, draft) {
	const imagesDir = host.files.relative(given["images-dir"]);
	if (given.models.length > 0) return all(await require_action_kit.findModels(host, imagesDir, given.models), "asked for by name", []);
	const catalog = await require_action_kit.findModels(host, imagesDir, []);
	const whole = (reason) => all(catalog, `all models, since ${reason}`, [`All models are planned: ${reason}.`]);
	const choice = given.base === void 0 ? await require_action_kit.eventComparison(host) : { comparison: {
		ref: given.base,
		fromMergeBase: true
	} };
	if ("reason" in choice) return whole(choice.reason);
	if (imagesDir === ".." || imagesDir.startsWith("../")) return whole(`${imagesDir} lies outside the workspace`);
	const change = await require_action_kit.changedFiles(host, choice.comparison);
	if (!change.known) return whole(change.reason);
	draft.base = change.base;
	const sharedPaths = given["shared-paths"].map((path) => host.files.relative(path));
	const otherFolders = await foldersWithoutModel(host, imagesDir);
	return affectedModels({
		catalog,
		imagesDir,
		otherFolders,
		sharedPaths,
		changed: change.files
	});
}
function all(models, reason, notes) {
	return {
		models: models.map((model) => ({
			...model,
			reason
		})),
		notes
	};
}
async function foldersWithoutModel(host, imagesDir) {
	const models = new Set((await require_action_kit.listModels(host, imagesDir)).map(({ folder }) => folder));
	return (await host.files.list(imagesDir)).filter(({ kind, name }) => kind === "folder" && !models.has(host.files.relative(`${imagesDir}/${name}`))).map(({ name }) => name);
}
/** A model.yaml that cannot be read is for verify to judge; the plan must still name the model. */
async function nameOf(host, model) {
	try {
		const loaded = await require_action_kit.loadModel(host, model);
		return loaded.ok ? loaded.model.name : model.slug;
	} catch {
		return model.slug;
	}
}

Object.defineProperty(exports, "planMatrix", {
  enumerable: true,
  get: function () {
    return planMatrix;
  }
});
Object.defineProperty(exports, "plan_matrix_exports", {
  enumerable: true,
  get: function () {
    return plan_matrix_exports;
  }
});