#!/usr/bin/env node
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { compiledCode } from "./compiled-code.ts";

// A reader such as `head` may close the pipe before all is written: that is its right, and no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const words = process.argv.slice(2);
const compiled = compiledCode(cacheRoot(), words[0] ?? "");
createRequire(import.meta.url).extensions[".cjs"] = compiled.run;

// A run that ends before its answer must not pass for a good one.
process.exitCode = 1;
void import("./command-line.ts").then(async ({ runCommandLine }) => {
  process.exitCode = await runCommandLine(words);
  if (process.exitCode !== 2) compiled.save();
  // What V8 still means to tidy up would only cost time. Texts are written by then: pipes are synchronous but on Windows.
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
});

/** XDG Base Directory Specification: a path that is not absolute counts for nothing. */
function cacheRoot(): string | undefined {
  const given = process.env.XDG_CACHE_HOME ?? "";
  if (path.isAbsolute(given)) return given;
  try {
    return path.join(os.homedir(), ".cache");
  } catch {
    // A user without a home.
    return undefined;
  }
}
