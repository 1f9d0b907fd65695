const require_action_kit = require("./action-kit.cjs");
const require_zod = require("./zod.cjs");

// packages/model-output/src/expectations.ts
/** A count that upstream's code fixes, whatever the weights: fewer rows mean that NaN was filtered out. */
const rows = require_zod.int().positive().max(1e4);
/** Class names in upstream's order: the label is the index. */
const classes = require_zod.array(require_zod.string().min(1).max(100)).min(1).max(1e3).refine((names) => new Set(names).size === names.length, { message: "must not name a class twice" });

// packages/model-output/src/family.ts
/** Lets a family be written with its own type of `expect`, and kept in a list with the others. */
function defineFamily(family) {
	return family;
}

// packages/model-output/src/tensor.ts
/**
* Reads nested lists of exactly `shape` (such as [50, 20, 2]), or says what is wrong and gives undefined. A length is
* compared before anything below it is looked at, so hostile lists cost nothing. null is what the runtime writes for
* NaN and infinity.
*/
function readTensor(value, path, shape, problems) {
	const before = problems.count;
	const values = new Float64Array(shape.reduce((product, length) => product * length, 1));
	fill(value, path, 0, 0);
	return problems.count === before ? {
		shape,
		values,
		path
	} : void 0;
	function fill(part, place, depth, row) {
		const length = shape[depth];
		if (length === void 0) {
			const problem = numberProblem(part);
			if (problem === void 0) values[row] = part;
			else problems.add(place, problem);
			return;
		}
		if (!Array.isArray(part)) {
			problems.add(place, `is ${kindOf(part)}; a list of ${length} is expected (shape ${shape.join(" x ")})`);
			return;
		}
		if (part.length !== length) {
			problems.add(place, `has ${part.length} ${depth === 0 ? "rows" : "entries"}; exactly ${length} are expected`);
			return;
		}
		for (let index = 0; index < length; index++) fill(part[index], `${place}[${index}]`, depth + 1, row * length + index);
	}
}
function numberProblem(value) {
	if (value === null) return "is null: the model gave NaN or infinity";
	if (typeof value !== "number") return `is ${kindOf(value)}; a number is expected`;
	return Number.isFinite(value) ? void 0 : "is infinite";
}
function kindOf(value) {
	if (value === void 0) return "missing";
	if (value === null) return "null";
	return Array.isArray(value) ? `a list of ${value.length}` : `a ${typeof value}`;
}

// packages/model-output/src/fields.ts
/** The value of an own key; a problem and undefined where there is none. `__proto__` and the like are no own keys. */
function field(object, path, key, problems) {
	if (typeof object !== "object" || object === null || Array.isArray(object)) {
		problems.add(path, `is ${kindOf(object)}; an object with ${key} is expected`);
		return;
	}
	if (Object.hasOwn(object, key)) return object[key];
	problems.add(`${path}.${key}`, "is missing");
}
/** The one sample's answer, `result[0]`; mmdet-like models always answer with a list of one. */
function onlySample(result, problems) {
	if (result.length !== 1) problems.add("result", `has ${result.length} entries; exactly 1 is expected`);
	return result[0];
}

// packages/model-output/src/labels.ts
/** Class numbers of `rows` predictions: whole, and each names one of `classes`. */
function readLabels(value, path, rows, classes, problems) {
	const labels = readTensor(value, path, [rows], problems);
	for (const [index, label] of labels?.values.entries() ?? []) if (!Number.isInteger(label) || label < 0 || label >= classes.length) problems.add(`${path}[${index}]`, `is ${label}; a class number from 0 to ${classes.length - 1} is expected`);
	return labels;
}
/** How many rows each class has, every class named, none left out for being 0. */
function countByClass(labels, classes) {
	const counts = classes.map((_, label) => labels?.values.filter((value) => value === label).length ?? 0);
	return Object.fromEntries(classes.map((name, label) => [name, counts[label] ?? 0]));
}

// packages/model-output/src/range.ts
/** Both ends of an axis in metres. */
const Interval = require_zod.tuple([require_zod.number(), require_zod.number()]).refine(([low, high]) => low < high, { message: "must be [low, high] with low < high" });
/** Metres. Upstream computes sigmoid times range, so only rounding can lead outside. */
const margin = .001;
/**
* Coordinates stand in the last dimension: axis 0 is x, and so on. Names every point that lies outside; `axes` gives
* the bounds of the first of them in metres.
*/
function checkRange(tensor, axes, problems) {
	const width = tensor.shape.at(-1) ?? 1;
	for (const [flat, value] of tensor.values.entries()) {
		const axis = axes[flat % width];
		if (axis === void 0) continue;
		const [low, high] = axis.bounds;
		if (value >= low - .001 && value <= high + .001) continue;
		problems.add(placeOf(tensor, flat), `${axis.name} is ${value} m; the model's range is ${low} to ${high} m`);
	}
}
/** The path of one value of a tensor. */
function placeOf({ path, shape }, flat) {
	const indexes = [];
	let rest = flat;
	for (const length of shape.toReversed()) {
		indexes.unshift(rest % length);
		rest = Math.floor(rest / length);
	}
	return `${path}${indexes.map((index) => `[${index}]`).join("")}`;
}
/** A network whose weights are dead or NaN-scrubbed gives every row the same numbers. */
function checkNotAllAlike(tensor, what, problems) {
	const rows = tensor.shape[0] ?? 0;
	const width = tensor.values.length / Math.max(1, rows);
	if (rows > 1 && tensor.values.every((value, flat) => value === tensor.values[flat % width])) problems.add(tensor.path, `all ${rows} ${what} are identical: a network that is alive tells rows apart`);
}

// packages/model-output/src/scores.ts
/** Scores of `rows` predictions: each in [0, 1], and not all the same. */
function readScores(value, path, rows, problems, options) {
	const scores = readTensor(value, path, [rows], problems);
	if (scores === void 0) return void 0;
	const { values } = scores;
	for (const [index, score] of values.entries()) {
		if (score < 0 || score > 1) problems.add(`${path}[${index}]`, `is ${score}; a score lies in 0 to 1`);
		const previous = values[index - 1];
		if (options.sorted && previous !== void 0 && score > previous) problems.add(`${path}[${index}]`, `is ${score}, greater than the one before (${previous}); upstream sorts them`);
	}
	if (rows > 1 && values.every((score) => score === values[0])) problems.add(path, `all ${rows} scores are ${values[0]}: a network that is alive tells rows apart`);
	return scores;
}
/** Smallest and greatest score; null where there is none. */
function scoreRange(scores) {
	if (scores === void 0 || scores.values.length === 0) return {
		scoreMin: null,
		scoreMax: null
	};
	let [scoreMin, scoreMax] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const score of scores.values) {
		scoreMin = Math.min(scoreMin, score);
		scoreMax = Math.max(scoreMax, score);
	}
	return {
		scoreMin,
		scoreMax
	};
}

// packages/model-output/src/families/detection-3d.ts
/**
* `range` bounds the boxes' centres, in metres. `boxConvention` says what the sizes and the yaw mean: mmdet3d 0.17 has
* (w, l, h) and yaw 0 along -y, clockwise; 1.0 has (l, w, h) and yaw 0 along +x, counter-clockwise.
*/
const Expect$3 = require_zod.strictObject({
	rows,
	classes,
	range: require_zod.strictObject({
		x: Interval,
		y: Interval,
		z: Interval
	}),
	boxConvention: require_zod._enum(["mmdet3d-0.17", "mmdet3d-1.0"])
});
/** x, y, z of the bottom's centre, three sizes (the last is the height in both conventions), yaw, vx, vy. */
const columns = 9;
/** Metres: the bottom is the centre less half a height, in 32-bit numbers. */
const heightMargin = .01;
/** Boxes as mmdet3d's LiDARInstance3DBoxes holds them, in metres, radians and metres per second. */
const detection3d = defineFamily({
	id: "detection-3d",
	expect: Expect$3,
	read(result, expect, problems) {
		const path = "result[0].pts_bbox";
		const answer = field(onlySample(result, problems), "result[0]", "pts_bbox", problems);
		const named = (key) => [field(answer, path, key, problems), `${path}.${key}`];
		const scores = readScores(...named("scores_3d"), expect.rows, problems, { sorted: true });
		const labels = readLabels(...named("labels_3d"), expect.rows, expect.classes, problems);
		const boxes = readTensor(...named("boxes_3d"), [expect.rows, columns], problems);
		if (boxes) checkBoxes$1(boxes, expect.range, problems);
		return {
			family: "detection-3d",
			count: expect.rows,
			byClass: countByClass(labels, expect.classes),
			...scoreRange(scores)
		};
	}
});
function checkBoxes$1(boxes, range, problems) {
	const axes = [{
		name: "x",
		bounds: range.x
	}, {
		name: "y",
		bounds: range.y
	}];
	checkRange(boxes, axes, problems);
	checkNotAllAlike(boxes, "boxes", problems);
	for (const [flat, value] of boxes.values.entries()) {
		const column = flat % columns;
		if (column >= 3 && column < 6 && value <= 0) problems.add(placeOf(boxes, flat), `a side of ${value} m; sizes are greater than 0`);
		if (column === 2) checkHeight(boxes, flat, range.z, problems);
	}
}
/** The model bounds the centre, and then stores the bottom. */
function checkHeight(boxes, flat, [low, high], problems) {
	const centre = (boxes.values[flat] ?? 0) + (boxes.values[flat + 3] ?? 0) / 2;
	if (centre >= low - heightMargin && centre <= high + heightMargin) return;
	const message = `the centre is at z ${centre} m; the model's range is ${low} to ${high} m`;
	problems.add(placeOf(boxes, flat), message);
}

// packages/model-output/src/families/lane-topology.ts
/** `range` in metres, in the frame of the vehicle: x forward, y left. `classes` are the attributes of
* traffic elements. */
const Expect$2 = require_zod.strictObject({
	lanes: rows,
	controlPoints: require_zod.int().min(2).max(100).default(4),
	elements: rows,
	classes,
	range: require_zod.strictObject({
		x: Interval,
		y: Interval,
		z: Interval
	})
});
/**
* Lane centre lines (Bezier control points), traffic elements and how they connect, as TopoMLP gives them: pairs of
* (geometry, confidence), not sorted by confidence, and two matrices of probabilities.
*/
const laneTopology = defineFamily({
	id: "lane-topology",
	expect: Expect$2,
	read(result, expect, problems) {
		const sample = onlySample(result, problems);
		const { lanes, elements, controlPoints, range, classes: attributes } = expect;
		const [lanePart, laneScores] = pair(sample, "pred_lc", problems);
		const points = readTensor(lanePart, "result[0].pred_lc[0]", [lanes, controlPoints * 3], problems);
		const scores = readScores(flat(laneScores), "result[0].pred_lc[1]", lanes, problems, { sorted: false });
		const [elementPart, elementScores] = pair(sample, "pred_te", problems);
		const boxes = readTensor(elementPart, "result[0].pred_te[0]", [elements, 5], problems);
		readScores(flat(elementScores), "result[0].pred_te[1]", elements, problems, { sorted: false });
		if (points) {
			const axes = Array.from({ length: controlPoints }, () => [
				{
					name: "x",
					bounds: range.x
				},
				{
					name: "y",
					bounds: range.y
				},
				{
					name: "z",
					bounds: range.z
				}
			]).flat();
			checkRange(points, axes, problems);
			checkNotAllAlike(points, "lanes", problems);
		}
		const labels = boxes ? readLabels(column(boxes, 4), "result[0].pred_te[0][..][4]", elements, attributes, problems) : void 0;
		readProbabilities(sample, "pred_topology_lclc", [lanes, lanes], problems);
		readProbabilities(sample, "pred_topology_lcte", [lanes, elements], problems);
		return {
			family: "lane-topology",
			count: lanes + elements,
			byClass: {
				lane: lanes,
				...countByClass(labels, attributes)
			},
			...scoreRange(scores)
		};
	}
});
function pair(sample, key, problems) {
	const value = field(sample, "result[0]", key, problems);
	if (Array.isArray(value) && value.length === 2) return [value[0], value[1]];
	problems.add(`result[0].${key}`, `is ${kindOf(value)}; a list of geometry and confidence is expected`);
	return [void 0, void 0];
}
/** Lanes' confidences come as (n, 1), elements' as (n,). */
function flat(value) {
	if (!Array.isArray(value)) return value;
	return value.map((entry) => Array.isArray(entry) && entry.length === 1 ? entry[0] : entry);
}
function column(tensor, index) {
	const width = tensor.shape[1] ?? 1;
	return Array.from(tensor.values.filter((_, place) => place % width === index));
}
function readProbabilities(sample, key, shape, problems) {
	const path = `result[0].${key}`;
	const matrix = readTensor(field(sample, "result[0]", key, problems), path, shape, problems);
	for (const [place, value] of matrix?.values.entries() ?? []) if (value < 0 || value > 1) problems.add(`${path}[${Math.floor(place / shape[1])}][${place % shape[1]}]`, `is ${value}; a probability lies in 0 to 1`);
}

// packages/model-output/src/families/planning.ts
/** `commands` in upstream's order. */
const Expect$1 = require_zod.strictObject({
	commands: require_zod.array(require_zod.string().min(1).max(100)).min(1).max(20),
	steps: require_zod.int().positive().max(1e3),
	stepSeconds: require_zod.number().positive().max(60)
});
/** Metres per second: faster than any car on a road. */
const fastest = 50;
/**
* The ego vehicle's future as VAD gives it: for each command, steps of (dx, dy) in metres. These are offsets from step
* to step: the path is their running sum.
*/
const planning = defineFamily({
	id: "planning",
	expect: Expect$1,
	read(result, expect, problems) {
		const path = "result[0].pts_bbox";
		const answer = field(onlySample(result, problems), "result[0]", "pts_bbox", problems);
		const commands = expect.commands.length;
		const offsets = readTensor(field(answer, path, "ego_fut_preds", problems), `${path}.ego_fut_preds`, [
			commands,
			expect.steps,
			2
		], problems);
		const chosen = readTensor(field(answer, path, "ego_fut_cmd", problems), `${path}.ego_fut_cmd`, [
			1,
			1,
			1,
			commands
		], problems);
		if (offsets) checkSteps(offsets, expect.stepSeconds * fastest, problems);
		if (chosen) checkOneHot(chosen, problems);
		const byClass = Object.fromEntries(expect.commands.map((name, index) => [name, chosen?.values[index] === 1 ? 1 : 0]));
		return {
			family: "planning",
			count: commands * expect.steps,
			byClass,
			scoreMin: null,
			scoreMax: null
		};
	}
});
function checkSteps(offsets, most, problems) {
	const [, steps = 1] = offsets.shape;
	for (let step = 0; step < offsets.values.length / 2; step++) {
		const way = Math.hypot(offsets.values[step * 2] ?? 0, offsets.values[step * 2 + 1] ?? 0);
		if (way > most) problems.add(`${offsets.path}[${Math.floor(step / steps)}][${step % steps}]`, `a way of ${way.toFixed(2)} m in one step; at most ${most} m is possible`);
	}
	checkNotAllAlike(offsets, "commands' paths", problems);
}
function checkOneHot(chosen, problems) {
	const ones = chosen.values.filter((value) => value === 1).length;
	const zeros = chosen.values.filter((value) => value === 0).length;
	if (ones !== 1 || ones + zeros !== chosen.values.length) problems.add(chosen.path, "must be 1 for one command and 0 for the others");
}

// packages/model-output/src/families/vectorized-map.ts
/** `range` in metres, in the frame of the LiDAR: x right, y forward. `points` is the number of points a polyline. */
const Expect = require_zod.strictObject({
	rows,
	points: require_zod.int().min(2).max(1e3),
	classes,
	range: require_zod.strictObject({
		x: Interval,
		y: Interval
	})
});
/**
* Polylines of a map, as MapTR's head gives them (and VAD's, under keys that begin with `map_`): `boxes_3d` is, in spite
* of its name, the rectangle xmin, ymin, xmax, ymax round `pts_3d`. The same polyline may come twice under two labels,
* since the best rows are taken over vectors times classes.
*/
const vectorizedMap = defineFamily({
	id: "vectorized-map",
	expect: Expect,
	read(result, expect, problems) {
		const path = "result[0].pts_bbox";
		const answer = field(onlySample(result, problems), "result[0]", "pts_bbox", problems);
		const prefix = mapPrefix(answer);
		const named = (name) => {
			const key = `${prefix}${name}`;
			return [field(answer, path, key, problems), `${path}.${key}`];
		};
		const scores = readScores(...named("scores_3d"), expect.rows, problems, { sorted: true });
		const labels = readLabels(...named("labels_3d"), expect.rows, expect.classes, problems);
		const points = readTensor(...named("pts_3d"), [
			expect.rows,
			expect.points,
			2
		], problems);
		const boxes = readTensor(...named("boxes_3d"), [expect.rows, 4], problems);
		if (points) checkPoints(points, expect.range, problems);
		if (points && boxes) checkBoxes(points, boxes, problems);
		return {
			family: "vectorized-map",
			count: expect.rows,
			byClass: countByClass(labels, expect.classes),
			...scoreRange(scores)
		};
	}
});
/** Where an answer holds boxes and a map, upstream keeps them apart by `map_` before the map's keys (VAD). */
function mapPrefix(answer) {
	return typeof answer === "object" && answer !== null && Object.hasOwn(answer, "map_pts_3d") ? "map_" : "";
}
function checkPoints(points, range, problems) {
	const axes = [{
		name: "x",
		bounds: range.x
	}, {
		name: "y",
		bounds: range.y
	}];
	checkRange(points, axes, problems);
	checkNotAllAlike(points, "polylines", problems);
}
const sides = [
	"xmin",
	"ymin",
	"xmax",
	"ymax"
];
/** Upstream derives the rectangle from the points, so the two can differ by rounding only. */
function checkBoxes(points, boxes, problems) {
	const [rowCount = 0, pointCount = 0] = points.shape;
	for (let row = 0; row < rowCount; row++) {
		const line = points.values.subarray(row * pointCount * 2, (row + 1) * pointCount * 2);
		const xs = line.filter((_, index) => index % 2 === 0);
		const ys = line.filter((_, index) => index % 2 === 1);
		const hull = [
			Math.min(...xs),
			Math.min(...ys),
			Math.max(...xs),
			Math.max(...ys)
		];
		for (const [side, wanted] of hull.entries()) {
			const given = boxes.values[row * 4 + side] ?? NaN;
			if (Math.abs(given - wanted) <= .001) continue;
			problems.add(`${boxes.path}[${row}][${side}]`, `${sides[side]} is ${given}; the polyline's own is ${wanted}`);
		}
	}
}

// packages/model-output/src/families.ts
/** Every kind of answer that can be checked, by the name a model.yaml uses. */
const families = new Map([
	vectorizedMap,
	detection3d,
	laneTopology,
	planning
].map((family) => [family.id, family]));

// packages/model-output/src/output-checks.ts
/**
* The checks that a model.yaml's `outputs` ask for, before anything runs. A family nobody knows is a failure, never a
* pass; so is an `expect` the family does not understand.
*/
function outputChecks(outputs) {
	const checks = [];
	const unknown = [];
	const problems = [];
	for (const [index, { family: id, expect }] of outputs.entries()) {
		const family = families.get(id);
		if (family === void 0) {
			unknown.push(id);
			continue;
		}
		const parsed = family.expect.safeParse(expect);
		if (parsed.success) checks.push((result, found) => family.read(result, parsed.data, found));
		else for (const issue of parsed.error.issues) problems.push(`outputs[${index}].expect${issue.path.map((key) => `.${String(key)}`).join("")}: ${issue.message}`);
	}
	if (unknown.length > 0) return {
		ok: false,
		failure: unknownFamilies(unknown)
	};
	if (problems.length === 0) return {
		ok: true,
		checks
	};
	return {
		ok: false,
		failure: {
			code: "unreadable-input",
			message: `model.yaml asks for something the output family does not understand: ${problems.join("; ")}`.slice(0, 4e3),
			remedy: "Correct `expect` in model.yaml; docs/smoke-inference.md lists what each family takes."
		}
	};
}
function unknownFamilies(unknown) {
	const near = require_action_kit.closest(unknown[0] ?? "", families.keys());
	return {
		code: "output-family-unknown",
		message: `nothing here can check the output family ${unknown.join(", ")}${near ? `; did you mean ${near}?` : ""}`,
		remedy: `Use one of ${[...families.keys()].join(", ")}, or add packages/model-output/src/families/<id>.ts.`
	};
}

// packages/model-output/src/json-shape.ts
/** Deeper than any tensor or evidence in an honest answer. */
const maxDepth = 32;
/**
* Undefined, or why a text is not worth parsing. Looks at brackets outside strings only, in one pass, so that nesting
* is bounded before any parser or schema walks it.
*/
function jsonShapeProblem(text) {
	let depth = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === 34) index = endOfString(text, index);
		else if (code === 91 || code === 123) {
			depth += 1;
			if (depth > maxDepth) return `it is nested deeper than ${maxDepth} levels`;
		} else if (code === 93 || code === 125) depth -= 1;
	}
}
/** The index of the closing quote, or of the text's end. */
function endOfString(text, start) {
	for (let end = text.indexOf("\"", start + 1); end !== -1; end = text.indexOf("\"", end + 1)) {
		let escapes = 0;
		while (text.charCodeAt(end - 1 - escapes) === 92) escapes += 1;
		if (escapes % 2 === 0) return end;
	}
	return text.length;
}

// packages/model-output/src/problems.ts
const maxKept = 50;
function collectProblems() {
	const kept = [];
	let count = 0;
	return {
		add(path, message) {
			count += 1;
			if (kept.length < maxKept) kept.push({
				path,
				message
			});
		},
		kept,
		get count() {
			return count;
		}
	};
}
/** One line a problem, and how many were left out. */
function problemText({ kept, count }) {
	const lines = kept.map(({ path, message }) => `${path}: ${message}`);
	if (count > kept.length) lines.push(`... and ${count - kept.length} more`);
	return lines.join("\n");
}

// packages/model-output/src/raw-output.ts
const seconds = require_zod.number().nonnegative();
const mebibytes = require_zod.number().nonnegative();
const short = require_zod.string().max(500);
const envelope = {
	schema: require_zod.literal("raw-output/v1"),
	model: require_zod.string().max(100),
	evidence: require_action_kit.Evidence.exclude(["unknown"])
};
/** The GPU as the model's own process saw it. Memory in MiB, the peak as its allocator counted it. */
const SeenGpu = require_zod.strictObject({
	name: short,
	uuid: short.nullable(),
	computeCapability: short,
	totalMiB: mebibytes,
	peakAllocatedMiB: mebibytes
});
/** What model_runtime writes after a run that went well. `result` is upstream's own structure, tensors as lists. */
const RawAnswer = require_zod.strictObject({
	...envelope,
	config: require_zod.string().max(4096),
	checkpoint: require_zod.strictObject({
		path: require_zod.string().max(4096),
		sha256: require_zod.string().regex(/^[0-9a-f]{64}$/),
		bytes: require_zod.int().nonnegative()
	}).nullable(),
	device: require_zod.string().max(50),
	gpu: SeenGpu.nullable(),
	phases: require_zod.array(require_zod.strictObject({
		name: require_zod.string().max(100),
		seconds
	})).max(100),
	latenciesMs: require_zod.array(require_zod.number().nonnegative()).min(1).max(1e4),
	nonFinite: require_zod.int().nonnegative(),
	result: require_zod.array(require_zod.unknown()).max(100)
});
/** What it writes after a run that failed. */
const RawRefusal = require_zod.strictObject({
	...envelope,
	failure: require_zod.strictObject({
		code: require_zod.string().max(100),
		phase: require_zod.string().max(100),
		message: require_zod.string().max(8e3)
	})
});

// packages/model-output/src/runtime-failure.ts
/** Failure codes of model_runtime that have a code of their own in a record; any other is the container's. */
const codes = {
	"checkpoint-missing": {
		code: "checkpoint-missing",
		remedy: "Give the file in the input checkpoint."
	},
	"gpu-missing": {
		code: "gpu-missing",
		remedy: "torch in the container sees no GPU: check the NVIDIA container toolkit, and that torch is built for CUDA."
	},
	"gpu-out-of-memory": {
		code: "out-of-memory",
		remedy: "The GPU's memory was full: run on a larger or an idle GPU, and correct gpu.memoryMiB in model.yaml."
	},
	"gpu-unsupported": {
		code: "gpu-incompatible",
		remedy: "A kernel was not built for this GPU: correct the arch list of the build and gpu.computeCapability in model.yaml."
	}
};
const checkpointCodes = /^checkpoint-/;
/** The failure that a run's own failure record stands for. The container wrote it, so it is quoted, never trusted. */
function runtimeFailure({ failure }) {
	const known = Object.hasOwn(codes, failure.code) ? codes[failure.code] : void 0;
	const message = `${failure.code} in phase ${failure.phase}: ${failure.message}`.slice(0, 4e3);
	if (known) return {
		...known,
		message
	};
	if (checkpointCodes.test(failure.code)) return {
		code: "checkpoint-unreadable",
		message,
		remedy: "Give the checkpoint that belongs to this model and config, whole and readable for the container's user."
	};
	return {
		code: "container-exit",
		message,
		remedy: "The message is the model runtime's own; the container's last lines in the detail say more."
	};
}

// packages/model-output/src/parse-output.ts
/**
* Reads a raw-output/v1 file, written by code that nobody here trusts, for the model it must be of. The caller bounds
* the text's size. Never throws: whatever is wrong is a failure, with every problem at its path in the detail.
*/
function parseOutput(model, checks, text) {
	const shape = jsonShapeProblem(text);
	if (shape !== void 0) return broken(`the output is not usable: ${shape}`);
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		return broken(`the output is not JSON: ${notJson(text, error)}`);
	}
	const refusal = RawRefusal.safeParse(value);
	if (refusal.success) return {
		kind: "refusal",
		evidence: refusal.data.evidence,
		failure: runtimeFailure(refusal.data)
	};
	const answer = RawAnswer.safeParse(value);
	if (!answer.success) return {
		...broken("the output is not a raw-output/v1 document", issueText(answer.error)),
		...claim(value)
	};
	return judge(model, checks, answer.data);
}
function judge(model, checks, answer) {
	const problems = collectProblems();
	if (answer.model !== model) problems.add("model", `is ${JSON.stringify(answer.model)}; ${model} was run`);
	if (answer.nonFinite > 0) problems.add("nonFinite", `the model gave ${answer.nonFinite} values that are NaN or infinite`);
	const predictions = checks.map((check) => check(answer.result, problems));
	const { result: _, ...rest } = answer;
	if (problems.count === 0) return {
		kind: "answer",
		evidence: answer.evidence,
		answer: rest,
		predictions
	};
	const first = problems.kept[0];
	const others = problems.count === 1 ? "" : ` (and ${problems.count - 1} more)`;
	const message = `the output cannot be a working model's answer: ${first?.path}: ${first?.message}${others}`;
	return {
		kind: "invalid",
		evidence: answer.evidence,
		failure: invalid(message, problemText(problems))
	};
}
/** Even a broken document that says it is a stand-in is one. */
function claim(value) {
	const evidence = value?.evidence;
	return evidence === "stand-in" ? { evidence } : {};
}
function broken(message, detail) {
	return {
		kind: "invalid",
		evidence: null,
		failure: invalid(message, detail)
	};
}
function invalid(message, detail) {
	return {
		code: "output-invalid",
		message: message.slice(0, 4e3),
		remedy: "Compare with the model's sample-output.json; docs/smoke-inference.md says what each family must show.",
		...detail ? { detail: detail.slice(0, 2e4) } : {}
	};
}
/** Python's json writes NaN and Infinity, which are no JSON: the commonest reason deserves its name. */
function notJson(text, error) {
	const token = /[[,:]\s*(-?(?:NaN|Infinity))\b/.exec(text);
	if (token) {
		const place = token.index + token[0].length - (token[1]?.length ?? 0) + 1;
		return `it holds the token ${token[1]} at character ${place}, which JSON does not know`;
	}
	return error.message.replace(/[\r\n]+/g, " ").slice(0, 300);
}
function issueText(error) {
	return error.issues.slice(0, 50).map(({ path, message }) => `${path.map(String).join(".") || "document"}: ${message}`).join("\n");
}

Object.defineProperty(exports, "outputChecks", {
  enumerable: true,
  get: function () {
    return outputChecks;
  }
});
Object.defineProperty(exports, "parseOutput", {
  enumerable: true,
  get: function () {
    return parseOutput;
  }
});