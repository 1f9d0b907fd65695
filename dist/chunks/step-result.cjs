const require_zod = require("./zod.cjs");

// packages/step-result/src/schema-version.ts
/** Of all records. A reader refuses versions it does not know. */
const schemaVersion = "step-result/v1";

// packages/step-result/src/model-slug.ts
/** The name of a model's folder under `images/`, also used in file names, container names and image tags. */
const ModelSlug = require_zod.string().max(63).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case letters, digits and single hyphens, such as maptr");

// packages/step-result/src/model-of.ts
/** The model a record speaks of; plan and report speak of all models and have none, and so has a verify of plain Dockerfiles. */
function modelOf(result) {
	return "model" in result ? result.model : void 0;
}

// packages/step-result/src/file-name.ts
/** One file per step and model, named from these alone, so that a re-run replaces its own record and no other. */
function resultFileName(result) {
	const model = modelOf(result);
	return model === void 0 ? `step-result-${result.step}.json` : `step-result-${result.step}-${model}.json`;
}
/** True for names `resultFileName` can have made. */
function isResultFileName(name) {
	return /^step-result-(?:plan|report|verify|(?:verify|build|smoke|lock)-[a-z0-9-]{1,63})\.json$/.test(name);
}

// packages/step-result/src/fingerprint.ts
/**
* A name for a finding that stays the same when lines move: 32 hexadecimal digits made of the rule, the file, the text of
* the place and which of several identical places it is (from 0). White space in the text counts as one space, so that a
* change of indentation or a line broken elsewhere makes no new finding.
*
* A 128-bit mixing hash of our own over UTF-16 units, since this package may import nothing. It tells places apart; it
* does not resist anybody who looks for two texts with the same value.
*/
function fingerprintOf(rule, file, normalisedText, occurrence) {
	const text = normalisedText.replace(/\s+/g, " ").trim();
	return hash128(`${rule.length} ${file.length} ${occurrence} ${rule}${file}${text}`);
}
/** Odd multipliers with about as many ones as zeros, one a lane: equal lanes would say the same thing four times. */
const multipliers = [
	2654435761,
	2246822519,
	3266489917,
	668265263
];
function hash128(text) {
	let [a, b, c, d] = [
		608135816,
		2242054355,
		320440878,
		57701188
	];
	const [ma, mb, mc, md] = multipliers;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		a = Math.imul(rotate(a ^ unit, 13) + b, ma);
		b = Math.imul(rotate(b ^ unit, 17) + c, mb);
		c = Math.imul(rotate(c ^ unit, 19) + d, mc);
		d = Math.imul(rotate(d ^ unit, 23) + a, md);
	}
	for (let round = 0; round < 3; round++) {
		a = avalanche(a + d);
		b = avalanche(b ^ a);
		c = avalanche(c + b);
		d = avalanche(d ^ c);
	}
	return [
		a,
		b,
		c,
		d
	].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
function rotate(value, by) {
	return value << by | value >>> 32 - by;
}
/** Every bit of the value comes to bear on every bit of the result. */
function avalanche(value) {
	let mixed = Math.imul(value ^ value >>> 16, 2146121005);
	mixed = Math.imul(mixed ^ mixed >>> 15, 2221713035);
	return mixed ^ mixed >>> 16;
}

Object.defineProperty(exports, "ModelSlug", {
  enumerable: true,
  get: function () {
    return ModelSlug;
  }
});
Object.defineProperty(exports, "fingerprintOf", {
  enumerable: true,
  get: function () {
    return fingerprintOf;
  }
});
Object.defineProperty(exports, "isResultFileName", {
  enumerable: true,
  get: function () {
    return isResultFileName;
  }
});
Object.defineProperty(exports, "modelOf", {
  enumerable: true,
  get: function () {
    return modelOf;
  }
});
Object.defineProperty(exports, "resultFileName", {
  enumerable: true,
  get: function () {
    return resultFileName;
  }
});
Object.defineProperty(exports, "schemaVersion", {
  enumerable: true,
  get: function () {
    return schemaVersion;
  }
});