const require_zod = require("./zod.cjs");
const require_catalog = require("./catalog.cjs");

// packages/catalog/src/policy-file.ts
const Rule = require_zod.string().regex(/^(?:MIA\d{3}|[a-z0-9]+(?:-[a-z0-9]+)*)$/, "must be a rule's id or code");
const Weight = require_zod._enum([
	"error",
	"warning",
	"info",
	"off"
]);
const InImage = require_zod.string().max(4096).regex(/^\//, "must be an absolute path in the image");
/** Findings of some rules in some files that a team accepts, and why. */
const Ignore = require_zod.strictObject({
	rules: require_zod.array(Rule).min(1).max(100),
	files: require_zod.array(require_zod.string().min(1).max(4096)).min(1).max(1e3).meta({ description: "Paths relative to the workspace, with the wildcards of .dockerignore: `docker/**`." }),
	reason: require_zod.string().trim().min(3).max(1e3)
});
/** A team's policy as it writes it: what it takes from a built-in one, and what is its own. */
const PolicyFile = require_zod.strictObject({
	schema: require_zod.literal("verify-policy/v1"),
	extends: require_zod.string().max(100).optional().meta({ description: "A built-in policy whose promises hold where this file does not say otherwise: none or runpod." }),
	user: require_zod.strictObject({
		name: require_zod.string().regex(/^[a-z_][a-z0-9_-]{0,31}$/, "must be a name that useradd takes"),
		uid: require_zod.int().min(1).max(2147483647)
	}).optional().meta({ description: "The account every stage that is run ends as." }),
	targets: require_zod.array(require_zod.string().min(1).max(200)).max(100).optional().meta({ description: "Stages somebody runs besides the last one." }),
	appFolder: InImage.optional().meta({ description: "The folder in the image that the user owns." }),
	registries: require_zod.array(require_zod.string().min(1).max(400)).max(1e3).optional().meta({ description: "Registries, or parts of them, that images may come from: `docker.io/pytorch`, `ghcr.io`." }),
	gpus: require_zod.array(require_zod.string().min(1).max(100)).max(100).optional().meta({ description: "The GPUs the images must run on: `RTX 4090`, `sm_86` or `8.6`." }),
	contextBudgetMiB: require_zod.number().positive().max(1e7).optional().meta({ description: "The most a build context may hold after .dockerignore, in MiB." }),
	requireDigest: require_zod.boolean().optional().meta({ description: "FROM must name a digest." }),
	mmcvIndex: require_zod.string().regex(/^(?:cu\d{2,4}|cpu)\/torch\d+(?:\.\d+)+$/, "must look like cu111/torch1.9.0").optional().meta({ description: "The MMCV wheel index of images with that torch and CUDA, as the part behind /mmcv/dist/." }),
	configFolders: require_zod.array(InImage).max(100).optional().meta({ description: "Folders in the image where a model's configuration may stand." }),
	matrix: require_zod.strictObject({ file: require_zod.string().min(1).max(4096) }).optional().meta({ description: "A Markdown file whose table names the versions of each model." }),
	allowSshPort: require_zod.boolean().optional().meta({ description: "Port 22 may be exposed where sshd takes keys only." }),
	rules: require_zod.record(Rule, Weight).optional().meta({ description: "Weighs rules differently, or leaves them out. Keys are ids or codes." }),
	enforced: require_zod.array(Rule).max(1e3).optional().meta({ description: "Rules that no comment in a file may silence." }),
	ignore: require_zod.array(Ignore).max(1e3).optional().meta({ description: "Findings that are accepted, each with its reason." })
});
/** Larger than any honest policy by two orders of magnitude. */
const maxPolicyBytes = 262144;
/** Checks the text of a policy file. Reports every problem at once, each with its line. Never throws. */
function parsePolicy(text) {
	const read = require_catalog.readYaml(text, PolicyFile, "a policy");
	return read.ok ? {
		ok: true,
		policy: read.value,
		lineOf: read.lineOf
	} : read;
}

exports.maxPolicyBytes = maxPolicyBytes;
exports.parsePolicy = parsePolicy;