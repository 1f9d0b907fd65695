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

// cli/src/own-folder.ts
/**
* A folder for what this user's programs keep and later run: `names` below `root`, made where it is missing. Undefined where
* anybody else could have put something into it: the path is not absolute, another user owns or may write to a part of it,
* a part below `root` is a link, or it lies in the working folder, the workspace of a workflow or a git work tree, which
* bring other people's files.
*/
function ownFolder(root, names) {
	const user = process.getuid?.();
	if (user === void 0 || !node_path.default.isAbsolute(root)) return void 0;
	try {
		makeFolder(root);
		let folder = node_fs.realpathSync.native(root);
		if ([process.cwd(), process.env.GITHUB_WORKSPACE ?? process.cwd()].map((one) => node_fs.realpathSync.native(one)).some((one) => isBelow(one, folder))) return void 0;
		if (!partsOf(folder).every((part) => isSafe(part, user))) return void 0;
		for (const name of names) {
			folder = node_path.default.join(folder, name);
			makeFolder(folder);
			if (!isOwn((0, node_fs.lstatSync)(folder), user)) return void 0;
		}
		return folder;
	} catch {
		return;
	}
}
/** Not with the parents: Node.js tries for ever to make a folder in /proc so. */
function makeFolder(folder) {
	if ((0, node_fs.statSync)(folder, { throwIfNoEntry: false }) === void 0) (0, node_fs.mkdirSync)(folder, { mode: 448 });
}
/** Owned by this user, and nobody else may write to it. */
function isOwn(stats, user = process.getuid?.()) {
	return (stats.isDirectory() || stats.isFile()) && stats.uid === user && (stats.mode & 18) === 0;
}
/** A folder on the way: nobody else may replace what lies in it, and it is no checkout. */
function isSafe(folder, user) {
	const { uid, mode } = (0, node_fs.lstatSync)(folder);
	const isSticky = (mode & 512) !== 0;
	if (uid !== user && uid !== 0 || (mode & 18) !== 0 && !isSticky) return false;
	return (0, node_fs.lstatSync)(node_path.default.join(folder, ".git"), { throwIfNoEntry: false }) === void 0;
}
function partsOf(folder) {
	const above = node_path.default.dirname(folder);
	return above === folder ? [folder] : [...partsOf(above), folder];
}
function isBelow(folder, inner) {
	return inner === folder || inner.startsWith(folder.endsWith(node_path.default.sep) ? folder : `${folder}${node_path.default.sep}`);
}

// cli/src/compiled-code.ts
/**
* `root` is the user's cache folder, undefined where there is none. Who can write there decides what runs, so it is used only
* where it is this user's alone. Each verb has its own subfolder, because each calls other functions. There is one file a
* chunk, so that the cache does not grow with versions.
*/
function compiledCode(root, verb) {
	const isVerb = /^[a-z][a-z-]{0,30}$/.test(verb);
	const names = [
		"model-image-actions",
		"compiled",
		`${process.versions.v8}-${process.arch}`,
		verb
	];
	const place = isVerb && root !== void 0 && node_zlib.crc32 !== void 0 ? ownFolder(root, names) : void 0;
	const fresh = /* @__PURE__ */ new Map();
	return {
		run(module, filename) {
			const source = (0, node_fs.readFileSync)(filename);
			const name = node_path.default.basename(filename);
			const cachedData = place === void 0 ? void 0 : dataOf(source, node_path.default.join(place, name));
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
			if (place === void 0) return;
			try {
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
	const kept = readOwn(file);
	const data = kept?.subarray(kept.indexOf("\n") + 1);
	if (kept === void 0 || data === void 0 || data.length === 0) return void 0;
	return kept.subarray(0, -data.length).equals(header(source, data)) ? data : void 0;
}
/** Only a regular file of this user's own; a pipe would keep its reader waiting for ever. */
function readOwn(file) {
	let descriptor;
	try {
		descriptor = (0, node_fs.openSync)(file, node_fs.constants.O_RDONLY | node_fs.constants.O_NOFOLLOW | node_fs.constants.O_NONBLOCK);
		const stats = (0, node_fs.fstatSync)(descriptor);
		return stats.isFile() && isOwn(stats) ? (0, node_fs.readFileSync)(descriptor) : void 0;
	} catch {
		return;
	} finally {
		if (descriptor !== void 0) (0, node_fs.closeSync)(descriptor);
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

// cli/src/main.ts
process.stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
const words = process.argv.slice(2);
const compiled = compiledCode(cacheRoot(), words[0] ?? "");
(0, node_module.createRequire)(require("url").pathToFileURL(__filename).href).extensions[".cjs"] = compiled.run;
process.exitCode = 1;
Promise.resolve().then(() => require("./chunks/command-line.cjs")).then(async ({ runCommandLine }) => {
	process.exitCode = await runCommandLine(words);
	if (process.exitCode !== 2) compiled.save();
	if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
});
/** XDG Base Directory Specification: a path that is not absolute counts for nothing. */
function cacheRoot() {
	const given = process.env.XDG_CACHE_HOME ?? "";
	if (node_path.default.isAbsolute(given)) return given;
	try {
		return node_path.default.join(node_os.default.homedir(), ".cache");
	} catch {
		return;
	}
}
