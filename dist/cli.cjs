#!/usr/bin/env node
const require_rolldown_runtime = require("./chunks/rolldown-runtime.cjs");
let node_module = require("node:module");
let node_os = require("node:os");
node_os = require_rolldown_runtime.__toESM(node_os, 1);
let node_path = require("node:path");
node_path = require_rolldown_runtime.__toESM(node_path, 1);
let node_buffer = require("node:buffer");
let node_fs = require("node:fs");
let node_vm = require("node:vm");
node_vm = require_rolldown_runtime.__toESM(node_vm, 1);
let node_zlib = require("node:zlib");

// cli/src/compiled-code.ts
/**
* `folder` must be this user's own, or nothing is kept: who can write there decides what runs. Each verb has its own
* subfolder, because each calls other functions. There is one file a chunk, so that the cache does not grow with versions.
*/
function compiledCode(folder, verb) {
	const place = node_path.default.join(folder, `${process.versions.v8}-${process.arch}`, verb);
	const isUsable = /^[a-z][a-z-]{0,30}$/.test(verb) && isOwn(folder) && node_zlib.crc32 !== void 0;
	const fresh = /* @__PURE__ */ new Map();
	return {
		run(module, filename) {
			const source = (0, node_fs.readFileSync)(filename);
			const name = node_path.default.basename(filename);
			const cachedData = isUsable ? dataOf(source, node_path.default.join(place, name)) : void 0;
			const wrapped = `(function (exports, require, module, __filename, __dirname) {${(0, node_buffer.isAscii)(source) ? source.toString("latin1") : source.toString()}\n})`;
			const script = new node_vm.default.Script(wrapped, {
				filename,
				...cachedData && { cachedData }
			});
			if (cachedData === void 0 || script.cachedDataRejected) fresh.set(name, {
				source,
				script
			});
			script.runInThisContext()(module.exports, (id) => module.require(id), module, filename, node_path.default.dirname(filename));
		},
		save() {
			if (!isUsable || fresh.size === 0) return;
			try {
				(0, node_fs.mkdirSync)(place, {
					recursive: true,
					mode: 448
				});
				for (const [name, { source, script }] of fresh) {
					const data = script.createCachedData();
					replace(node_path.default.join(place, name), [header(source, data), data]);
				}
			} catch {}
		}
	};
}
/**
* V8 itself compares no more of a source than its length, and crashes on damaged data: a disk may have lost what it was
* given before it lost power. So sums of both stand before the data, as in Node.js's own cache.
*/
function dataOf(source, file) {
	try {
		const kept = (0, node_fs.readFileSync)(file);
		const data = kept.subarray(kept.indexOf("\n") + 1);
		return kept.subarray(0, -data.length).equals(header(source, data)) ? data : void 0;
	} catch {
		return;
	}
}
function header(source, data) {
	return Buffer.from(`${source.length} ${(0, node_zlib.crc32)(source)} ${data.length} ${(0, node_zlib.crc32)(data)}\n`);
}
function replace(file, parts) {
	const half = `${file}.${process.pid}`;
	try {
		(0, node_fs.writeFileSync)(half, Buffer.concat(parts), { mode: 384 });
		(0, node_fs.renameSync)(half, file);
	} catch (error) {
		(0, node_fs.rmSync)(half, { force: true });
		throw error;
	}
}
/** True for a folder that nobody else can write to, and for one that is not there yet. */
function isOwn(folder) {
	const stat = (0, node_fs.statSync)(folder, { throwIfNoEntry: false });
	if (stat === void 0 || process.getuid === void 0) return true;
	return stat.isDirectory() && stat.uid === process.getuid() && (stat.mode & 18) === 0;
}

// cli/src/main.ts
process.stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
const words = process.argv.slice(2);
const cache = process.env.XDG_CACHE_HOME || node_path.default.join(node_os.default.homedir(), ".cache");
const compiled = compiledCode(node_path.default.join(cache, "model-image-actions", "compiled"), words[0] ?? "");
(0, node_module.createRequire)(require("url").pathToFileURL(__filename).href).extensions[".cjs"] = compiled.run;
process.exitCode = 1;
Promise.resolve().then(() => require("./chunks/command-line.cjs")).then(async ({ runCommandLine }) => {
	process.exitCode = await runCommandLine(words);
	if (process.exitCode !== 2) compiled.save();
	if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
});
