// Running one child command: an argument list, a deadline, and an error that carries the last lines it printed.
import { spawn } from "node:child_process";

/** How much of a command's output is kept for its error, in bytes. */
const KEPT_OUTPUT = 64 * 1024;

/**
 * @typedef {object} CommandOptions
 * @property {number} seconds deadline; past it the command's whole process group is killed
 * @property {NodeJS.ProcessEnv} [env] the child's full environment (default: this process's)
 * @property {string} [cwd]
 */

/**
 * Runs a command to its end and returns its stdout (at most the last 64 KiB of it).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {CommandOptions} options
 * @returns {Promise<string>}
 * @throws {Error} when it cannot start, exits non-zero, or runs past its deadline
 */
export function command(program, args, { seconds, env, cwd }) {
  return new Promise((resolve, reject) => {
    // A group of its own, so that a deadline also ends what the command started (apt's download methods, say).
    const child = spawn(program, args, { env, cwd, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let all = "";
    let late = false;
    child.stdout.on("data", (chunk) => {
      stdout = (stdout + chunk).slice(-KEPT_OUTPUT);
      all = (all + chunk).slice(-KEPT_OUTPUT);
    });
    child.stderr.on("data", (chunk) => {
      all = (all + chunk).slice(-KEPT_OUTPUT);
    });
    const timer = setTimeout(() => {
      late = true;
      killGroup(child.pid);
    }, seconds * 1000);
    child.on("error", (cause) => {
      clearTimeout(timer);
      reject(new Error(`${program} could not be started: ${cause.message}`, { cause }));
    });
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0 && !late) return resolve(stdout);
      const how = late ? `did not finish within ${seconds} s` : `failed (${signal ?? `exit ${code}`})`;
      reject(new Error(`${[program, ...args.slice(0, 2)].join(" ")} ${how}${lastLines(all)}`));
    });
  });
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group ended between the deadline and the signal: that is what was wanted.
  }
}

/**
 * The last lines of a command's output, indented below a message. Passwords inside URLs (`https://user:pass@host`)
 * are left out, because package mirrors may carry them.
 * @param {string} output
 * @param {number} [count]
 */
export function lastLines(output, count = 8) {
  const lines = output
    .replaceAll(/\/\/[^/\s@]+@/g, "//***@")
    .trimEnd()
    .split("\n");
  const kept = lines.filter((line) => line.trim() !== "").slice(-count);
  return kept.map((line) => `\n    ${line}`).join("");
}
