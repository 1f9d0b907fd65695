#!/usr/bin/env node
import module from "node:module";
import os from "node:os";
import path from "node:path";

// A reader such as `head` may close the pipe before all is written: that is its right, and no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// Node.js 22 and later keep what they compiled, in a folder of this user's own: a second start is a tenth faster.
const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache");
module.enableCompileCache?.(path.join(cache, "model-image-actions", "compiled"));

const { runCommandLine } = await import("./command-line.ts");
process.exitCode = await runCommandLine(process.argv.slice(2));
// What V8 still means to tidy up would only cost time. Texts are written by then: pipes are synchronous but on Windows.
if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
