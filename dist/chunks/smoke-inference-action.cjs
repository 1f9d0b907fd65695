const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_action_kit = require("./action-kit.cjs");
const require_zod = require("./zod.cjs");
const require_container = require("./container.cjs");
const require_model_output = require("./model-output.cjs");
const require_checkpoint = require("./checkpoint.cjs");
const require_gpu = require("./gpu.cjs");
let node_os = require("node:os");
let node_path = require("node:path");
node_path = require_rolldown_runtime.__toESM(node_path, 1);

// actions/smoke-inference/src/docker-place.ts
/** Milliseconds for a call to the engine that does no long work. */
const callMs = 6e4;
/** Lines of the container's output that go into a failure. */
const tailLines = 40;
/** Docker (or what answers to its name) on this host, through its client. */
function dockerPlace(host) {
	const call = (args, deadlineMs = callMs) => host.exec("docker", args, {
		deadlineMs,
		evenIfCancelled: true
	});
	const must = async (what, args, image) => {
		const exit = await call(args);
		if (exit.code === 0) return exit;
		if (exit.notStarted) throw new require_action_kit.StepFailure(require_container.clientNotStarted(exit.notStarted));
		throw new require_action_kit.StepFailure(require_container.engineRefusal(what, reasonOf(exit), image));
	};
	return {
		async check() {
			const exit = await call([
				"version",
				"--format",
				"{{.Server.Version}}"
			], 2e4);
			if (exit.code === 0) return;
			if (exit.notStarted) throw new require_action_kit.StepFailure(require_container.clientNotStarted(exit.notStarted));
			throw new require_action_kit.StepFailure({
				code: "engine-missing",
				message: "no Docker engine answers on this machine",
				remedy: "Start Docker, and let the runner's user reach its socket (the group docker, or DOCKER_HOST).",
				...detail(exit)
			});
		},
		async image(reference) {
			const exit = await must("image inspect", require_container.imageArguments(reference), reference);
			const facts = require_container.parseImageFacts(exit.stdout);
			if (facts) return facts;
			throw new require_action_kit.StepFailure(require_container.engineRefusal("image inspect", "the answer is not the description of an image"));
		},
		create: async (spec) => void await must("create", require_container.createArguments(spec)),
		start: async (name) => void await must("start", ["start", name]),
		follow(name, onLine) {
			const client = host.spawn("docker", [
				"logs",
				"--follow",
				name
			], { onLine });
			return {
				stop: () => client.stop(),
				ended: client.exited
			};
		},
		async lastLines(name) {
			const { stdout, stderr } = await call([
				"logs",
				"--tail",
				String(tailLines),
				name
			], 1e4);
			return [stdout, stderr].filter((text) => text.trim() !== "").join("\n");
		},
		async wait(name, { deadlineMs, evenIfCancelled = false }) {
			const exit = await host.exec("docker", ["wait", name], {
				deadlineMs,
				evenIfCancelled,
				graceMs: 100
			});
			if (exit.cancelled) return "cancelled";
			return exit.timedOut ? "deadline" : "ended";
		},
		kill: async (name, signal) => (await call([
			"kill",
			"--signal",
			signal,
			name
		], 2e4)).code === 0,
		state: async (name) => require_container.parseContainerState((await call(require_container.stateArguments(name), 2e4)).stdout),
		async remove(name) {
			const exit = await call([
				"rm",
				"--force",
				"--volumes",
				name
			]);
			return exit.code === 0 || /No such container/i.test(exit.stderr);
		}
	};
}
function reasonOf(exit) {
	if (exit.timedOut) return `no answer within ${callMs / 1e3} s\n${exit.stderr}`;
	return exit.stderr.trim() || exit.stdout.trim() || `exit code ${exit.code}, and not a word`;
}
function detail(exit) {
	const text = exit.stderr.trim().slice(-4e3);
	return text === "" ? {} : { detail: text };
}

// actions/smoke-inference/src/inputs.ts
const inputs = {
	model: require_action_kit.requiredText({
		description: "The model to run: its folder, or its slug under images-dir.",
		placeholder: "FOLDER"
	}),
	"images-dir": require_action_kit.text({
		description: "Folder that holds one folder a model.",
		default: "images",
		placeholder: "FOLDER"
	}),
	image: require_zod.string({ error: "is required" }).regex(/^[A-Za-z0-9][A-Za-z0-9._/:@-]{0,499}$/, "must be an image reference such as model-image/maptr:latest").meta({
		description: "The image to run: a tag, digest or id that the engine already has (output image-ref of build-image).",
		placeholder: "REFERENCE"
	}),
	gpu: require_zod.string().regex(/^(?:auto|none|\d{1,3}|(?:GPU|MIG)-[0-9a-fA-F-]{1,80})$/, "must be auto, none, an index such as 0, or a UUID such as GPU-37032c1f-1bc6-e897-962e-82c92b088465").default("auto").meta({
		description: "The GPU the container sees: auto (a compatible one with the most free memory), an index, a UUID, or none. With none the run proves nothing about CUDA.",
		default: "auto",
		placeholder: "GPU"
	}),
	checkpoint: require_action_kit.optionalText({
		description: "File with the model's weights. Without it the model runs on random weights, which is recorded.",
		placeholder: "FILE"
	}),
	input: require_action_kit.optionalText({
		description: "Folder with the sample to run on, mounted read-only. Without it the image makes a synthetic sample.",
		placeholder: "FOLDER"
	}),
	config: require_zod.string().regex(/^\/[\w./-]{1,4000}\.py$/, "must be the absolute path of a .py file inside the image").optional().meta({
		description: "Path of the model's config inside the image. Default: config in model.yaml.",
		placeholder: "PATH"
	}),
	runs: require_zod.string().regex(/^[1-9]\d{0,3}$/, "must be a whole number from 1 to 9999").transform(Number).default(1).meta({
		description: "Timed forward passes.",
		default: "1",
		placeholder: "NUMBER"
	}),
	timeout: require_action_kit.duration({ description: "Time the container may take, such as 10m. Default: smoke.timeoutSeconds in model.yaml." }),
	"kill-grace": require_action_kit.duration({ description: "Time between SIGTERM at the deadline and SIGKILL. Default: smoke.killGraceSeconds in model.yaml." })
};

// actions/smoke-inference/src/leftovers.ts
/** Prefix of the run's folder; mkdtemp adds six letters or digits. */
const folderPrefix = "mia-smoke-";
const folderName = new RegExp(`^${folderPrefix}\\w{6}$`);
/** Tells the `post` phase what may be left, before there is anything: after a SIGKILL nobody else could know. */
function keepForCleanUp(host, { container, folder }) {
	host.state.save("container", container);
	host.state.save("folder", folder);
}
/** Removes the run's folder; `post` need not look again where the container is gone too. */
async function forget(host, draft, folder) {
	if (!await removeFolder(host, folder)) return;
	if (draft.container?.removed) keepForCleanUp(host, {
		container: "",
		folder: ""
	});
}
/**
* The `post` phase: runs after a pass, a failure, a cancel and a SIGKILL of the action alike. State can be forged by
* whoever gets a line into the log, so nothing is removed that is not recognised as this action's own. Throws only where
* a container stays: it may hold the GPU, while a folder merely takes up room.
*/
async function removeLeftovers(host, place) {
	const container = host.state.get("container");
	const folder = host.state.get("folder");
	const gone = !require_container.isSmokeContainerName(container) || await place.remove(container);
	if (require_container.isSmokeContainerName(container) && gone) host.log.info(`container ${container} is gone`);
	if (isOurFolder(host, folder)) await removeFolder(host, folder);
	if (gone) return;
	throw new require_action_kit.StepFailure({
		code: "container-not-removed",
		message: `the container ${container} could not be removed`,
		remedy: `Look at it on the runner's host: docker inspect ${container}`
	});
}
function isOurFolder(host, folder) {
	const temporary = node_path.default.resolve(host.env.RUNNER_TEMP ?? (0, node_os.tmpdir)());
	return node_path.default.resolve(folder) === folder && node_path.default.dirname(folder) === temporary && folderName.test(node_path.default.basename(folder));
}
/** Says on the log where it cannot, and why; true where it is gone. */
async function removeFolder(host, folder) {
	try {
		await host.files.remove(folder);
		return true;
	} catch (error) {
		host.log.warn(`the run's folder ${folder} could not be removed: ${error.message}. Somebody who may must delete it on the runner's host.`);
		return false;
	}
}

// actions/smoke-inference/src/container-spec.ts
/** Paths inside every image. */
const inside = {
	checkpoint: "/app/checkpoints/model.pth",
	input: "/app/input_data",
	output: "/app/output_results"
};
/** What is mounted, or may be, hides what the image has there. */
const mountTargets = Object.values(inside);
const outputName = "raw-output.json";
/** The container for one run of `model`. */
function containerSpec(host, model, given, ready) {
	const seconds = host.now().getTime() / 1e3 + ready.timeoutSeconds + ready.graceSeconds;
	return {
		name: require_container.smokeContainerName(host.env.GITHUB_RUN_ID || String(process.pid), crypto.randomUUID().slice(0, 8)),
		image: ready.image.id,
		command: command(model, given, ready.gpu !== null),
		labels: require_container.runLabels(model.slug, seconds),
		user: ready.user,
		env: environment(ready.gpu?.uuid ?? null),
		mounts: mounts(host, given, ready.output),
		memoryMiB: model.smoke.memoryMiB,
		shmMiB: model.smoke.shmMiB,
		gpuUuid: ready.gpu?.uuid ?? null
	};
}
function command(model, given, gpu) {
	return [
		...[
			"python",
			"-m",
			"model_runtime",
			"infer"
		],
		...["--model", model.slug],
		...["--config", given.config ?? model.config],
		...given.checkpoint === void 0 ? [] : ["--model-path", inside.checkpoint],
		...given.input === void 0 ? [] : ["--input", inside.input],
		...["--output", `${inside.output}/${outputName}`],
		...["--runs", String(given.runs)],
		...["--device", gpu ? "cuda" : "cpu"]
	];
}
/** The root is read-only and the user may have no home: everything that caches must cache in /tmp. */
function environment(gpuUuid) {
	return {
		HOME: "/tmp",
		USER: "model",
		PYTHONUNBUFFERED: "1",
		PYTHONFAULTHANDLER: "1",
		XDG_CACHE_HOME: "/tmp/cache",
		MPLCONFIGDIR: "/tmp/cache/matplotlib",
		NUMBA_CACHE_DIR: "/tmp/cache/numba",
		TORCH_HOME: "/tmp/cache/torch",
		CUDA_CACHE_PATH: "/tmp/cache/cuda",
		NVIDIA_VISIBLE_DEVICES: gpuUuid ?? "void"
	};
}
function mounts(host, given, output) {
	const list = [{
		source: output,
		target: inside.output,
		readonly: false
	}];
	const add = (path, target) => {
		if (path !== void 0) list.push({
			source: host.files.absolute(path),
			target,
			readonly: true
		});
	};
	add(given.checkpoint, inside.checkpoint);
	add(given.input, inside.input);
	return list;
}

// actions/smoke-inference/src/judge-checkpoint.ts
/** A failure where the model does not say that it loaded just the file it was given: a pass would be of other weights. */
function judgeCheckpoint(given, loaded) {
	if (given === null) return void 0;
	if (loaded === null) return unreadable("a checkpoint was given, but the model ran on random weights", "The image must load the file named by --model-path and report it; rebuild it with the model_runtime of this repository.");
	if (loaded.bytes !== given.bytes) return unreadable(`the model loaded ${loaded.bytes} bytes, but the checkpoint given has ${given.bytes}`, "The image loads another file than the one named by --model-path, or the file changed during the run.");
	if (given.sha256 !== null && loaded.sha256 !== given.sha256) return unreadable(`the checkpoint has the SHA-256 ${loaded.sha256}, but model.yaml asks for ${given.sha256}`, "Download it again from checkpoint.url in model.yaml; if upstream published new weights, correct checkpoint.sha256.");
}
function unreadable(message, remedy) {
	return {
		code: "checkpoint-unreadable",
		message,
		remedy
	};
}

// actions/smoke-inference/src/read-output.ts
/** Bytes. The largest of the five models (two topology matrices as text) needs about 3 MB. */
const maxOutputBytes = 16777216;
/**
* Reads the output file as what it is: something a hostile program wrote. A link is not followed, a FIFO is not waited
* for, and no more is read than the limit, whatever the size was said to be.
*/
async function readOutput(host, folder) {
	const entry = await host.files.entry(`${folder}/${outputName}`);
	if (entry === void 0) return { kind: "missing" };
	if (entry.kind !== "file") return {
		kind: "refused",
		why: `it is a ${words[entry.kind]}, not a regular file`
	};
	if (entry.bytes > 16777216) return {
		kind: "too-large",
		bytes: entry.bytes
	};
	try {
		return {
			kind: "text",
			text: await host.files.read(`${folder}/${outputName}`, {
				maxBytes: maxOutputBytes,
				followLinks: false
			})
		};
	} catch (error) {
		if (error instanceof require_action_kit.StepFailure) return {
			kind: "refused",
			why: error.message
		};
		throw error;
	}
}
const words = {
	folder: "folder",
	link: "symbolic link",
	other: "device, pipe or socket"
};

// actions/smoke-inference/src/judge.ts
/** The verdict, or undefined for a pass. First match wins: what happened to the container explains what it left. */
function judge(facts) {
	const failure = ofContainer(facts) ?? ofOutput(facts);
	if (failure === void 0 || failure.detail !== void 0) return failure;
	const detail = facts.lastLines.trim().slice(-8e3);
	return detail === "" ? failure : {
		...failure,
		detail
	};
}
function ofContainer(facts) {
	const { container, parsed } = facts;
	if (!container.removed) return {
		code: "container-not-removed",
		message: `the container ${container.name} could not be removed`,
		remedy: `Look at it on the runner's host (docker inspect ${container.name}); a process stuck in the GPU driver needs a reset of the GPU.`
	};
	if (facts.cancelled) return {
		code: "cancelled",
		message: "the run was cancelled; the container was killed and removed",
		remedy: "Run it again."
	};
	if (container.timedOut) return timeout(facts);
	if (container.oomKilled) return require_container.exitFailure(container.exitCode ?? 137, true);
	if (container.exitCode === 0) return void 0;
	if (parsed?.kind === "refusal") return parsed.failure;
	if (container.exitCode !== null) return require_container.exitFailure(container.exitCode, false);
	return {
		code: "container-exit",
		message: "the engine does not say how the container ended",
		remedy: "The engine may have been restarted during the run; look at its log, then run again."
	};
}
function timeout({ phase, timeoutSeconds, graceSeconds }) {
	return {
		code: "timeout",
		message: `the container did not end within ${timeoutSeconds} s and was ended ${phase === void 0 ? "before it named a phase" : `in phase ${phase}`} (SIGTERM, then SIGKILL after ${graceSeconds} s)`,
		remedy: "The last lines in the detail say what it was doing. If it was only slow, raise the input timeout or smoke.timeoutSeconds in model.yaml."
	};
}
function ofOutput({ output, parsed, gpuGiven, checkpointGiven }) {
	if (output.kind === "missing") return {
		code: "output-missing",
		message: "the container ended with exit code 0 but wrote no output",
		remedy: "model_runtime must write the file named by --output; the last lines say what it did instead."
	};
	if (output.kind === "too-large") return {
		code: "output-too-large",
		message: `the output has ${output.bytes} bytes; at most ${maxOutputBytes} are read`,
		remedy: "The model must write its result only, not intermediate tensors."
	};
	if (output.kind === "refused") return {
		code: "output-invalid",
		message: `the output cannot be read: ${output.why}`,
		remedy: "model_runtime writes a regular file; something else in the image put this there."
	};
	if (parsed === void 0) return void 0;
	if (parsed.kind !== "answer") return parsed.failure;
	if (gpuGiven && !parsed.answer.device.startsWith("cuda")) return {
		code: "gpu-missing",
		message: `a GPU was given, but the model ran on ${parsed.answer.device}`,
		remedy: "torch in the image may be built without CUDA; a pass on the CPU proves nothing about the GPU."
	};
	return judgeCheckpoint(checkpointGiven, parsed.answer.checkpoint);
}

// actions/smoke-inference/src/check-checkpoint.ts
const kinds = {
	file: "a file",
	folder: "a folder",
	link: "a link",
	other: "a device or a pipe"
};
/**
* Throws `checkpoint-missing` or `checkpoint-unreadable` for a file that torch.load could not even begin to read. The path
* is told as it was given, which is how the caller knows it. Returns the file's bytes.
*/
async function checkCheckpoint(host, path) {
	const entry = await host.files.entry(path, { followLinks: true });
	if (entry?.kind !== "file") throw new require_action_kit.StepFailure({
		code: "checkpoint-missing",
		message: entry === void 0 ? `there is no checkpoint ${path}` : `the checkpoint ${path} is ${kinds[entry.kind]}, not a file`,
		remedy: "Download the weights first; checkpoint.url in model.yaml says where upstream publishes them."
	});
	const head = await host.files.readHead(path, 512);
	const sniffed = require_checkpoint.sniffCheckpoint(head, entry.bytes);
	host.log.info(`checkpoint ${path}: ${sniffed.sentence}`);
	if (sniffed.usable) return entry.bytes;
	throw new require_action_kit.StepFailure({
		code: "checkpoint-unreadable",
		message: `the checkpoint ${path} cannot be loaded: ${sniffed.sentence}`,
		remedy: sniffed.remedy
	});
}

// actions/smoke-inference/src/check-image-paths.ts
/**
* Throws where the engine would make one of the image's paths inside one of our mounts: it does so as root and on the host's
* own disk, where the runner's user could never remove it. Links inside the image are not seen.
*/
function checkImagePaths(image, reference, targets) {
	for (const path of image.madePaths) {
		const target = targets.find((folder) => require_container.liesWithin(path, folder));
		if (target === void 0) continue;
		throw new require_action_kit.StepFailure({
			code: "invalid-input",
			message: `the image ${reference} has its WORKDIR or a VOLUME at ${JSON.stringify(path.slice(0, 200))}, where ${target} is mounted`,
			remedy: `Change the WORKDIR or VOLUME in the image's Dockerfile to a path outside of ${targets.join(", ")}, and build it again.`
		});
	}
}

// actions/smoke-inference/src/find-gpu.ts
/** The GPU that the container will see, compatible with the model; null where `wanted` is none. */
async function findGpu(host, draft, wanted, model) {
	if (wanted === "none") {
		host.log.info("gpu: none. No GPU is used, so this run proves nothing about CUDA or the GPU's memory.");
		return null;
	}
	const exit = await host.exec("nvidia-smi", require_gpu.gpuQueryArguments(), { deadlineMs: 2e4 });
	const failure = require_gpu.queryFailure(exit);
	if (failure) throw new require_action_kit.StepFailure(failure);
	const choice = require_gpu.chooseGpu(require_gpu.parseGpuQuery(exit.stdout), wanted, model.gpu);
	if (!choice.ok) throw new require_action_kit.StepFailure(choice.failure);
	const { gpu } = choice;
	draft.gpu = {
		name: gpu.name.slice(0, 200),
		uuid: gpu.uuid.slice(0, 100),
		driver: (gpu.driver ?? "unknown").slice(0, 50),
		computeCapability: gpu.computeCapability.slice(0, 10),
		totalMiB: gpu.totalMiB
	};
	host.log.info(`gpu: ${gpu.name} (${gpu.uuid}), driver ${gpu.driver ?? "unknown"}; ${choice.reason}`);
	const freeMiB = gpu.totalMiB === null || gpu.usedMiB === null ? null : gpu.totalMiB - gpu.usedMiB;
	if (freeMiB !== null && freeMiB < model.gpu.memoryMiB) host.log.warn(`${freeMiB} MiB of the GPU's memory are free; the model needs about ${model.gpu.memoryMiB} MiB`);
	return gpu;
}

// actions/smoke-inference/src/preflight.ts
/** Everything that can be known before GPU time is spent. Cheap checks of the caller's own input come first. */
async function preflight(host, place, draft, model, given) {
	const outputs = require_model_output.outputChecks(model.outputs);
	if (!outputs.ok) throw new require_action_kit.StepFailure(outputs.failure);
	const checkpoint = given.checkpoint === void 0 ? null : {
		bytes: await checkCheckpoint(host, given.checkpoint),
		sha256: model.checkpoint.sha256
	};
	if (given.input !== void 0) await checkInput(host, given.input);
	await place.check();
	const image = await place.image(given.image);
	draft.imageId = image.id;
	draft.replacedContexts = image.replacedContexts;
	draft.evidence = image.evidence;
	checkLabels(host, image, model.slug, given.image);
	checkImagePaths(image, given.image, mountTargets);
	const gpu = await findGpu(host, draft, given.gpu, model);
	return {
		checks: outputs.checks,
		image,
		checkpoint,
		gpu
	};
}
async function checkInput(host, input) {
	if (await host.files.kind(input) === "folder") return;
	throw new require_action_kit.StepFailure({
		code: "mount-missing",
		message: `the input ${input} is not a folder`,
		remedy: "Give the folder with the sample in the input `input`, or leave it out for a synthetic sample."
	});
}
/** A label may hold anything; only a name is printed as it is. */
function shown(label) {
	return /^[a-z0-9-]{1,100}$/.test(label) ? label : JSON.stringify(label.slice(0, 100));
}
function checkLabels(host, image, model, reference) {
	if (image.model !== null && image.model !== model) throw new require_action_kit.StepFailure({
		code: "invalid-input",
		message: `the image ${reference} was built for ${shown(image.model)}, not for ${model}`,
		remedy: "Give the image of this model in the input image, or the model of this image in the input model."
	});
	if (image.evidence === "stand-in") {
		const parts = image.replacedContexts.join(", ") || "parts it does not name";
		host.log.info(`stand-in: the image has ${parts} replaced; this run proves the plumbing, not the model`);
	}
	if (image.evidence === "unknown") host.log.warn(`evidence: unknown; no label of the image ${reference} says how it was built, so build-image did not make it, and this run proves nothing about the real image`);
}

// actions/smoke-inference/src/follow-log.ts
/** Bytes of the container's output shown in the log; the engine keeps more, and a failure shows the end of it. */
const maxBytes = 4194304;
/** Milliseconds for the last lines to arrive once the container has ended. */
const lastLinesMs = 2e3;
/** Shows what the container prints as it prints it. `close` before anything else is logged. */
function followLog(host, place, name) {
	const block = host.log.foreign(`output of ${name}`);
	let shown = 0;
	let phase;
	const follower = place.follow(name, (line) => {
		const named = /^phase: ([a-z-]{1,40})$/.exec(line);
		if (named) phase = named[1];
		if (shown > maxBytes) return;
		shown += line.length + 1;
		block.line(shown > maxBytes ? `[more than ${maxBytes} bytes of output; the rest is not shown]` : line);
		if (shown > maxBytes) follower.stop();
	});
	return {
		phase: () => phase,
		async close() {
			const patience = new Promise((resolve) => setTimeout(resolve, lastLinesMs).unref());
			await Promise.race([follower.ended, patience]);
			await follower.stop();
			block.close();
		}
	};
}

// actions/smoke-inference/src/until-ended.ts
/** After SIGKILL only a process stuck inside the driver goes on; nobody waits for that for ever. */
const lastWaitMs = 3e4;
/** A cancelled run has 10 s in all (actions/runner: 7.5 s to SIGTERM, 2.5 s to SIGKILL). */
const cancelledWaitMs = 3e3;
/**
* Waits until the container has ended, and ends it from outside at the deadline: a limit inside the container is no
* limit for a hung CUDA call. A signal that could not be sent proves nothing: `ended` needs the engine's word. On a cancel
* there is no grace.
*/
async function untilEnded(place, name, { timeoutSeconds, graceSeconds }) {
	const first = await place.wait(name, { deadlineMs: timeoutSeconds * 1e3 });
	if (first === "ended") return "ended";
	if (first === "deadline") {
		if (!await place.kill(name, "SIGTERM") && (await place.state(name))?.running === false) return "ended";
		if ((graceSeconds === 0 ? "deadline" : await place.wait(name, { deadlineMs: graceSeconds * 1e3 })) === "ended") return "deadline";
	}
	await place.kill(name, "SIGKILL");
	const deadlineMs = first === "cancelled" ? cancelledWaitMs : lastWaitMs;
	await place.wait(name, {
		deadlineMs,
		evenIfCancelled: true
	});
	return first;
}

// actions/smoke-inference/src/run-container.ts
/** Creates, starts, bounds, inspects and removes one container, whatever happens in between. */
async function runContainer(host, place, draft, spec, limits) {
	if (host.signal.aborted) throw cancelledBeforeStart();
	const { name } = spec;
	const container = {
		name,
		exitCode: null,
		oomKilled: false,
		timedOut: false,
		removed: false
	};
	draft.container = container;
	try {
		await place.create(spec);
		if (host.signal.aborted) throw cancelledBeforeStart();
		host.log.info(`container ${name}: ends after ${limits.timeoutSeconds} s at the latest`);
		await place.start(name);
		const log = followLog(host, place, name);
		const end = await untilEnded(place, name, limits);
		container.timedOut = end === "deadline";
		const state = await place.state(name);
		container.exitCode = state?.exitCode ?? null;
		container.oomKilled = state?.oomKilled ?? false;
		const lastLines = await place.lastLines(name);
		await log.close();
		return {
			container,
			cancelled: end === "cancelled",
			phase: log.phase(),
			lastLines
		};
	} finally {
		container.removed = await place.remove(name);
	}
}
function cancelledBeforeStart() {
	return new require_action_kit.StepFailure({
		code: "cancelled",
		message: "the run was cancelled before the container started",
		remedy: "Run it again."
	});
}

// actions/smoke-inference/src/watch-gpu.ts
/** Milliseconds between two samples: a spike shorter than this can be missed, so the peak is a lower bound. */
const periodMs = 200;
/** Samples the GPU's memory with one nvidia-smi until `stop` or `finish`. */
function watchGpu(host, gpu) {
	let usage = require_gpu.usageFrom(gpu.usedMiB);
	const sampler = host.spawn("nvidia-smi", require_gpu.memorySampleArguments(gpu.uuid, periodMs), { onLine: (line, stream) => {
		if (stream === "stdout") usage = require_gpu.withSample(usage, line);
	} });
	return {
		stop: () => sampler.stop(),
		async finish() {
			await sampler.stop();
			const once = await host.exec("nvidia-smi", require_gpu.memoryOnceArguments(gpu.uuid), {
				deadlineMs: 1e4,
				graceMs: 500
			});
			return require_gpu.withResidual(usage, once.stdout);
		}
	};
}

// actions/smoke-inference/src/container-user.ts
/** The user that every image here promises to be able to run as. */
const promised = "1000:1000";
/** Only digits that cannot be 0: docker reads `+0` as root, and the image's own passwd file may give any name uid 0. */
const unprivileged = /^[1-9]\d*(?::[1-9]\d*)?$/;
/**
* uid:gid the container runs as. The runner's own, so that what it writes is the runner's to delete; never root's: a root
* runner takes the image's user where that is a number, and else the one the images promise.
*/
function containerUser(runner, imageUser) {
	if (runner && runner.uid !== 0) return `${runner.uid}:${runner.gid}`;
	return unprivileged.test(imageUser) ? imageUser : promised;
}

// actions/smoke-inference/src/workplace.ts
/** A fresh folder for one run's output: nothing stale can be taken for an answer, and nobody else can reach it. */
async function makeWorkplace(host, imageUser) {
	const folder = await host.files.makeTemporaryFolder(folderPrefix);
	const output = `${folder}/output`;
	await host.files.makeFolder(output, { mode: 511 });
	const [uid, gid] = [process.getuid?.(), process.getgid?.()];
	return {
		folder,
		output,
		user: containerUser(uid === void 0 || gid === void 0 ? void 0 : {
			uid,
			gid
		}, imageUser)
	};
}

// actions/smoke-inference/src/smoke.ts
/** The story of one smoke run. Facts go into `draft` as they become known; a failure is thrown. */
async function smoke(host, place, draft, found, given) {
	draft.evidence = "unknown";
	const loaded = await require_action_kit.loadModel(host, found);
	if (!loaded.ok) {
		draft.findings.push(...loaded.findings);
		throw loaded.failure;
	}
	const { model } = loaded;
	const ready = await preflight(host, place, draft, model, given);
	const workplace = await makeWorkplace(host, ready.image.user);
	const limits = {
		timeoutSeconds: given.timeout ?? model.smoke.timeoutSeconds,
		graceSeconds: given["kill-grace"] ?? model.smoke.killGraceSeconds
	};
	const spec = containerSpec(host, model, given, {
		...ready,
		...workplace,
		...limits
	});
	keepForCleanUp(host, {
		container: spec.name,
		folder: workplace.folder
	});
	const gpu = ready.gpu ? watchGpu(host, ready.gpu) : void 0;
	try {
		const ran = await runContainer(host, place, draft, spec, limits);
		if (gpu) draft.usage = await gpu.finish();
		const output = await readOutput(host, workplace.output);
		const parsed = output.kind === "text" ? require_model_output.parseOutput(model.slug, ready.checks, output.text) : void 0;
		if (output.kind === "text") {
			draft.output = `${given["results-dir"]}/raw-output-${model.slug}.json`;
			await host.files.write(draft.output, output.text);
		}
		if (parsed?.evidence === "stand-in") draft.evidence = "stand-in";
		const asked = {
			gpuGiven: ready.gpu !== null,
			checkpointGiven: ready.checkpoint
		};
		const failure = judge({
			...ran,
			...limits,
			...asked,
			output,
			parsed
		});
		if (parsed?.kind === "answer") {
			draft.checkpoint = loadedCheckpoint(parsed.answer);
			draft.latenciesMs = parsed.answer.latenciesMs;
			draft.predictions = parsed.predictions;
		}
		if (failure) throw new require_action_kit.StepFailure(failure);
	} finally {
		await gpu?.stop();
		await forget(host, draft, workplace.folder);
	}
}
/** Without the path inside the container, which is always the same. */
function loadedCheckpoint({ checkpoint }) {
	return checkpoint && {
		sha256: checkpoint.sha256,
		bytes: checkpoint.bytes
	};
}

// actions/smoke-inference/src/smoke-inference.ts
var smoke_inference_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ smokeInference: () => smokeInference });
const smokeInference = require_action_kit.defineAction({
	name: "smoke-inference",
	description: "Runs a model once inside its image, bounded and isolated, on a GPU or without, and checks that its answer can be true.",
	inputs,
	outputs: {
		predictions: "JSON list, one entry an output family: family, count, byClass, scoreMin, scoreMax. An empty list on failure.",
		"exit-code": "Exit code of the container; empty where it never ran.",
		"peak-gpu-mib": "Highest memory use of the GPU while the container ran, in MiB, sampled every 200 ms; empty without a GPU."
	},
	positional: "model",
	async run(given, host) {
		const [found] = await require_action_kit.findModels(host, given["images-dir"], [given.model]);
		if (!found) throw new require_action_kit.StepFailure({
			code: "invalid-input",
			message: "no model",
			remedy: "Name one model."
		});
		const seed = {
			step: "smoke",
			model: found.slug,
			image: given.image,
			imageId: null,
			container: null,
			gpu: null,
			usage: null,
			predictions: [],
			latenciesMs: [],
			output: null
		};
		const place = dockerPlace(host);
		const record = await require_action_kit.recordStep(host, {
			...seed,
			predictions: [],
			latenciesMs: []
		}, (draft) => smoke(host, place, draft, found, given));
		const outputs = {
			predictions: JSON.stringify(record.predictions),
			"exit-code": String(record.container?.exitCode ?? ""),
			"peak-gpu-mib": String(record.usage?.peakMiB ?? "")
		};
		return {
			records: [record],
			outputs,
			files: record.output === null ? [] : [record.output]
		};
	},
	post: (host) => removeLeftovers(host, dockerPlace(host))
});

Object.defineProperty(exports, "smokeInference", {
  enumerable: true,
  get: function () {
    return smokeInference;
  }
});
Object.defineProperty(exports, "smoke_inference_exports", {
  enumerable: true,
  get: function () {
    return smoke_inference_exports;
  }
});