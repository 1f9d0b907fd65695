#!/usr/bin/env node
import { runCommandLine } from "./command-line.ts";

// A reader such as `head` may close the pipe before all is written: that is its right, and no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2));
