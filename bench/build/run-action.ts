import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";

/** An action as its action.yml describes it. */
export interface Action {
  main: string;
  post: string | undefined;
  /** Defaults of its inputs; what needs an expression is empty, as it is without a token. */
  defaults: Record<string, string>;
}

interface Manifest {
  inputs?: Record<string, { default?: string }>;
  runs: { main: string; post?: string };
}

/** @param dist where bundles lie that action.yml names by `../../dist/` */
export function readAction(folder: string, dist?: string): Action {
  const { inputs = {}, runs } = load(readFileSync(path.join(folder, "action.yml"), "utf8")) as Manifest;
  const script = (name: string): string =>
    dist && name.startsWith("../../dist/")
      ? path.join(dist, name.slice("../../dist/".length))
      : path.join(folder, name);
  const defaults = Object.entries(inputs).map(([name, input]) => {
    const value = String(input.default ?? "");
    return [name, value.includes("${{") ? "" : value] as const;
  });
  return {
    main: script(runs.main),
    post: runs.post === undefined ? undefined : script(runs.post),
    defaults: Object.fromEntries(defaults),
  };
}

export interface Surroundings {
  workspace: string;
  /** A folder for the runner's own files; emptied before each run. */
  runner: string;
  /** Put first on PATH. */
  bin: string;
  env?: Record<string, string>;
}

/** Milliseconds; CPU is user and system time of the process and of all it waited for. */
export interface Cost {
  wallMs: number;
  cpuMs: number;
}

export interface ActionCost {
  main: Cost;
  /** Undefined where the action has none. */
  post: Cost | undefined;
}

/** Runs main, then post with the state that main saved, as the runner does. Throws where one of them fails. */
export function runAction(
  action: Action,
  inputs: Record<string, string>,
  at: Surroundings,
  probe?: { main: string; post: string },
): ActionCost {
  rmSync(at.runner, { recursive: true, force: true });
  mkdirSync(path.join(at.runner, "temp"), { recursive: true });
  const env = environment(at, { ...action.defaults, ...inputs });
  for (const file of ["GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH"])
    writeFileSync(env[file] ?? "", "");
  const main = timed(action.main, at, { ...env, ...probed(probe?.main) });
  const state = savedState(env.GITHUB_STATE ?? "");
  const post = action.post && timed(action.post, at, { ...env, ...state, ...probed(probe?.post) });
  return { main, post: post || undefined };
}

function environment(at: Surroundings, inputs: Record<string, string>): Record<string, string> {
  const { workspace, runner } = at;
  const file = (name: string): string => path.join(runner, name);
  return {
    PATH: [at.bin, process.env.PATH].join(path.delimiter),
    HOME: runner,
    CI: "true",
    GITHUB_ACTIONS: "true",
    ...{ GITHUB_WORKSPACE: workspace, RUNNER_TEMP: file("temp"), RUNNER_OS: "Linux", RUNNER_ARCH: "X64" },
    ...{ GITHUB_OUTPUT: file("output"), GITHUB_STATE: file("state"), GITHUB_ENV: file("env") },
    ...{ GITHUB_STEP_SUMMARY: file("summary"), GITHUB_PATH: file("path"), RUNNER_TOOL_CACHE: file("tools") },
    ...{ GITHUB_REPOSITORY: "example/models", GITHUB_REPOSITORY_OWNER: "example", GITHUB_RUN_ID: "1" },
    ...{ GITHUB_RUN_NUMBER: "1", GITHUB_RUN_ATTEMPT: "1", GITHUB_EVENT_NAME: "push", GITHUB_JOB: "build" },
    ...{ GITHUB_REF: "refs/heads/main", GITHUB_REF_NAME: "main", GITHUB_SHA: "1".repeat(40) },
    ...{ GITHUB_SERVER_URL: "https://github.com", GITHUB_API_URL: "https://api.github.com" },
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [
        `INPUT_${name.toUpperCase().replaceAll(" ", "_")}`,
        value,
      ]),
    ),
    ...at.env,
  };
}

/** `time` of bash knows what the children used too. */
const stopwatch = `TIMEFORMAT='%3R %3U %3S'; exec 3>&2; { time "$@" 2>&3; } 2> "$0"`;

export function timed(script: string, at: Surroundings, env: Record<string, string>): Cost {
  const times = path.join(at.runner, "times");
  const { status, stdout, stderr } = spawnSync("bash", ["-c", stopwatch, times, process.execPath, script], {
    ...{ cwd: at.workspace, env, encoding: "utf8", timeout: 60_000, maxBuffer: 64 * 1024 * 1024 },
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${`${stdout}${stderr}`.slice(-2000)}`);
  const [wall = 0, user = 0, system = 0] = readFileSync(times, "utf8").trim().split(" ").map(Number);
  return { wallMs: wall * 1000, cpuMs: (user + system) * 1000 };
}

/** `name<<DELIMITER`, lines, the delimiter; or `name=value`. The runner keeps the case of the names. */
function savedState(file: string): Record<string, string> {
  const state: Record<string, string> = {};
  const text = readFileSync(file, "utf8");
  for (const [, long, , value, short, rest] of text.matchAll(
    /^([^=<\n]+)<<(.+)\n([\s\S]*?)\n?^\2$|^([^=<\n]+)=(.*)$/gm,
  ))
    state[`STATE_${long ?? short}`] = value ?? rest ?? "";
  return state;
}

const probeScript = path.join(import.meta.dirname, "probe.cjs");

function probed(report: string | undefined): Record<string, string> {
  return report === undefined ? {} : { NODE_OPTIONS: `--require=${probeScript}`, BENCH_PROBE: report };
}

/** What the probe saw: processes started, and the bytes of the files that were loaded, each once. */
export function readProbe(reports: readonly string[]): { started: number; bytes: number } {
  const seen = reports.map(
    (file) => JSON.parse(readFileSync(file, "utf8")) as { started: number; loaded: string[] },
  );
  const files = new Set(seen.flatMap(({ loaded }) => loaded));
  return {
    started: seen.reduce((sum, { started }) => sum + started, 0),
    bytes: [...files].reduce((sum, file) => sum + statSync(file).size, 0),
  };
}
