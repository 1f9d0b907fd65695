// packages/gpu/src/compatibility.ts
/** Compares a compute capability such as "9.0" with the bounds of model.yaml, both ends included. */
function isCompatible(needs, computeCapability) {
	const { min, max } = needs.computeCapability;
	const range = `the model needs compute capability ${min} to ${max} (${needs.reason})`;
	const value = order(computeCapability);
	if (value === void 0) return {
		compatible: false,
		reason: `the GPU's compute capability is not known; ${range}`
	};
	const [least, most] = [order(min) ?? 0, order(max) ?? 0];
	if (value < least) return {
		compatible: false,
		reason: `compute capability ${computeCapability} is too old; ${range}`
	};
	if (value > most) return {
		compatible: false,
		reason: `compute capability ${computeCapability} is too new; ${range}`
	};
	return {
		compatible: true,
		reason: `compute capability ${computeCapability} is within ${min} to ${max}`
	};
}
/** "8.6" as 806, so that 10.0 comes after 9.0; undefined where the text is none. */
function order(capability) {
	const match = /^(\d{1,2})\.(\d{1,2})$/.exec(capability ?? "");
	return match ? Number(match[1]) * 100 + Number(match[2]) : void 0;
}

// packages/gpu/src/choose-gpu.ts
/**
* The GPU that `wanted` names: `auto` (of the compatible ones that answer, the one with the most free memory), an index,
* or a UUID. Fails with gpu-missing, gpu-lost or gpu-incompatible.
*/
function chooseGpu(gpus, wanted, needs) {
	if (gpus.length === 0) return refuse("gpu-missing", "nvidia-smi lists no GPU", "Attach a GPU, or set gpu: none.");
	const named = wanted === "auto" ? gpus : gpus.filter(({ uuid, index }) => uuid === wanted || String(index) === wanted);
	if (named.length === 0) return refuse("gpu-missing", `there is no GPU ${wanted}; this host has ${listed(gpus)}`, "Name one of them in the input gpu, or write auto.");
	const answering = named.filter(isUsable);
	if (answering.length === 0) return refuse("gpu-lost", `no usable answer from ${listed(named)}`, "Reset the GPU or restart the host; the kernel log names the Xid.");
	const judged = answering.map((gpu) => ({
		gpu,
		...isCompatible(needs, gpu.computeCapability)
	}));
	const best = judged.filter(({ compatible }) => compatible).sort((a, b) => freeMiB(b.gpu) - freeMiB(a.gpu))[0];
	if (best) return {
		ok: true,
		gpu: best.gpu,
		reason: best.reason
	};
	return refuse("gpu-incompatible", judged.map(({ gpu, reason }) => `${gpu.name}: ${reason}`).join("; "), "Run on a GPU within these bounds, or build the image for more architectures and widen gpu.computeCapability in model.yaml.");
}
function isUsable(gpu) {
	return !gpu.broken && gpu.uuid !== null && gpu.computeCapability !== null;
}
/** Unknown counts as nothing free: such a GPU is the last choice. */
function freeMiB({ totalMiB, usedMiB }) {
	return totalMiB === null || usedMiB === null ? -1 : totalMiB - usedMiB;
}
function listed(gpus) {
	return gpus.map(({ index, uuid, name }) => `${index ?? "?"} (${name}, ${uuid ?? "no UUID"})`).join(", ");
}
function refuse(code, message, remedy) {
	return {
		ok: false,
		failure: {
			code,
			message: message.slice(0, 4e3),
			remedy
		}
	};
}

// packages/gpu/src/reading.ts
/**
* One number of nvidia-smi's CSV. What it cannot tell is null, never 0: `[N/A]`, `[Not Supported]`, `[Unknown Error]`,
* `[GPU is lost]`, `[Insufficient Permissions]`, `ERR!` or an empty field.
*/
function numberOrNull(field) {
	const text = field.trim();
	return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : null;
}
/** A text field, or null where nvidia-smi put a bracketed excuse or `ERR!` in its place. */
function textOrNull(field) {
	const text = field.trim();
	return text === "" || text.startsWith("[") || text === "ERR!" || text === "N/A" ? null : text;
}
/** True where the field says that the device itself is broken, as opposed to a value it does not offer. */
function saysBroken(field) {
	return /\[(?:Unknown Error|GPU is lost|GPU requires reset)\]|ERR!/i.test(field);
}

// packages/gpu/src/gpu-query.ts
const fields = [
	"index",
	"uuid",
	"name",
	"driver_version",
	"compute_cap",
	"memory.total",
	"memory.used"
];
/** Arguments that make `nvidia-smi` list every GPU, one CSV line each, memory in MiB. */
function gpuQueryArguments() {
	return [`--query-gpu=${fields.join(",")}`, "--format=csv,noheader,nounits"];
}
/** The GPUs of a query's standard output. Lines that are no answer (warnings, a message) are left out. */
function parseGpuQuery(stdout) {
	return stdout.split(/\r?\n/).map((line) => line.split(",").map((field) => field.trim())).filter((values) => values.length >= fields.length).map(gpuState);
}
function gpuState(values) {
	const surplus = values.length - fields.length;
	const [index = "", uuid = ""] = values;
	const [driver = "", computeCapability = "", total = "", used = ""] = values.slice(3 + surplus);
	return {
		index: numberOrNull(index),
		uuid: textOrNull(uuid),
		name: textOrNull(values.slice(2, 3 + surplus).join(", ")) ?? "unnamed GPU",
		driver: textOrNull(driver),
		computeCapability: textOrNull(computeCapability),
		totalMiB: numberOrNull(total),
		usedMiB: numberOrNull(used),
		broken: values.some(saysBroken)
	};
}

// packages/gpu/src/query-failure.ts
/** Exit codes of nvidia-smi that speak of a device that was there and is not well (nvidia-smi(1), RETURN VALUE; NVML's 16 is "reset required"). */
const lostCodes = /* @__PURE__ */ new Set([15, 16]);
/**
* Undefined where the answer can be used: exit code 0, and 14 (the infoROM is damaged, yet the GPU works; NVIDIA's and
* PyTorch's own infrastructure accept it too). Otherwise what is wrong with the host.
*/
function queryFailure(exit) {
	if (exit.code === 0 || exit.code === 14) return void 0;
	const said = `${exit.stderr}\n${exit.stdout}`.trim().slice(-2e3);
	const detail = said === "" ? {} : { detail: said };
	if (exit.notStarted !== void 0) return {
		code: "gpu-missing",
		message: `nvidia-smi cannot be run: ${exit.notStarted}`,
		remedy: "Run on a host with an NVIDIA driver, or set gpu: none for a run without a GPU."
	};
	if (exit.timedOut || exit.code === null) return {
		code: "gpu-lost",
		message: "nvidia-smi did not answer: the driver or a GPU hangs",
		remedy: "Reset the GPU or restart the host; the kernel log names the Xid.",
		...detail
	};
	if (lostCodes.has(exit.code)) return {
		code: "gpu-lost",
		message: `nvidia-smi ended with ${exit.code}: a GPU is lost or needs a reset`,
		remedy: "Reset the GPU or restart the host, then run again.",
		...detail
	};
	return {
		code: "gpu-missing",
		message: `nvidia-smi ended with ${exit.code}${firstLine(said)}`,
		remedy: remedyFor(exit.code),
		...detail
	};
}
function firstLine(said) {
	const line = said.split("\n").find((candidate) => candidate.trim() !== "");
	return line === void 0 ? "" : `: ${line.trim().slice(0, 300)}`;
}
function remedyFor(code) {
	if (code === 2) return "Update the NVIDIA driver: this one does not tell the compute capability (R495 and later do).";
	if (code === 6) return "The driver sees no GPU: check that one is attached to this host, or set gpu: none.";
	if (code === 9) return "Load the NVIDIA kernel driver (modprobe nvidia), or set gpu: none.";
	if (code === 12) return "Install the driver's libnvidia-ml beside nvidia-smi, or set gpu: none.";
	return "Run nvidia-smi on this host and mend what it says, or set gpu: none.";
}

// packages/gpu/src/usage.ts
/**
* Arguments of the one nvidia-smi that runs beside the container and prints the device's used memory (MiB) every
* `periodMs`. One process for the whole run: starting one a sample costs 0.1 to 3 s each.
*/
function memorySampleArguments(uuid, periodMs) {
	return [
		"--query-gpu=memory.used",
		"--format=csv,noheader,nounits",
		"-lms",
		String(periodMs),
		"-i",
		uuid
	];
}
/** Arguments that ask once for the device's used memory in MiB. */
function memoryOnceArguments(uuid) {
	return [
		"--query-gpu=memory.used",
		"--format=csv,noheader,nounits",
		"-i",
		uuid
	];
}
/** A usage with nothing seen yet but what was used before the container started. */
function usageFrom(baselineMiB) {
	return {
		baselineMiB,
		peakMiB: null,
		residualMiB: null,
		samples: 0
	};
}
/** Takes in one line of the sampler. What is not a number is no sample: neither 0 nor counted. */
function withSample(usage, line) {
	const used = numberOrNull(line);
	if (used === null) return usage;
	return {
		...usage,
		peakMiB: Math.max(usage.peakMiB ?? 0, used),
		samples: usage.samples + 1
	};
}
/** Adds what is used once the container is gone, from the answer to `memoryOnceArguments`. */
function withResidual(usage, stdout) {
	return {
		...usage,
		residualMiB: numberOrNull(stdout.split("\n")[0] ?? "")
	};
}

Object.defineProperty(exports, "chooseGpu", {
  enumerable: true,
  get: function () {
    return chooseGpu;
  }
});
Object.defineProperty(exports, "gpuQueryArguments", {
  enumerable: true,
  get: function () {
    return gpuQueryArguments;
  }
});
Object.defineProperty(exports, "memoryOnceArguments", {
  enumerable: true,
  get: function () {
    return memoryOnceArguments;
  }
});
Object.defineProperty(exports, "memorySampleArguments", {
  enumerable: true,
  get: function () {
    return memorySampleArguments;
  }
});
Object.defineProperty(exports, "parseGpuQuery", {
  enumerable: true,
  get: function () {
    return parseGpuQuery;
  }
});
Object.defineProperty(exports, "queryFailure", {
  enumerable: true,
  get: function () {
    return queryFailure;
  }
});
Object.defineProperty(exports, "usageFrom", {
  enumerable: true,
  get: function () {
    return usageFrom;
  }
});
Object.defineProperty(exports, "withResidual", {
  enumerable: true,
  get: function () {
    return withResidual;
  }
});
Object.defineProperty(exports, "withSample", {
  enumerable: true,
  get: function () {
    return withSample;
  }
});