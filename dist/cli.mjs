#!/usr/bin/env node
import module from "node:module";
import os from "node:os";
import path from "node:path";

// cli/src/main.ts
process.stdout.on("error", (error) => {
	if (error.code !== "EPIPE") throw error;
});
const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache");
module.enableCompileCache?.(path.join(cache, "model-image-actions", "compiled"));
const { runCommandLine } = await import("./chunks/command-line.mjs");
process.exitCode = await runCommandLine(process.argv.slice(2));
if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();

export {  };