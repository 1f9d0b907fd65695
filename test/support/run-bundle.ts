import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundle } from "./bundle.ts";
import { type ProgramEnd, type RunningProgram, startProgram } from "./run-program.ts";

export interface BundleOptions {
  /** The consumer's checkout; also where the runner's own files are put, under `.runner/`. */
  workspace: string;
  inputs?: Record<string, string>;
  env?: Record<string, string | undefined>;
  /** Folders put first on PATH, for fakes of programs. */
  path?: string[];
  /** State saved by the main phase; given, the bundle runs as `post`. */
  state?: Record<string, string>;
  node?: string;
}

export interface BundleEnd extends ProgramEnd {
  outputs: Record<string, string>;
  state: Record<string, string>;
  summary: string;
  /** `::error file=a,line=1::text` and the like, as printed. */
  annotations: string[];
}

/** Runs the bundle of an action as the runner runs a JavaScript action, to its end. */
export async function runBundle(name: string, options: BundleOptions): Promise<BundleEnd> {
  const { running, collect } = startBundle(name, options);
  return collect(await running.ended);
}

/** The same, for tests that interfere while it runs. */
export function startBundle(
  name: string,
  options: BundleOptions,
): { running: RunningProgram; collect(end: ProgramEnd): BundleEnd } {
  const runner = path.join(options.workspace, ".runner");
  mkdirSync(path.join(runner, "temp"), { recursive: true });
  const file = (kind: string): string => {
    const place = path.join(runner, kind);
    writeFileSync(place, "");
    return place;
  };
  const files = { output: file("output"), state: file("state"), summary: file("summary"), env: file("env") };
  const prefixed = (prefix: string, values: Record<string, string> = {}): [string, string][] =>
    Object.entries(values).map(([key, value]) => [`${prefix}${key.toUpperCase()}`, value]);
  const env = {
    PATH: [...(options.path ?? []), process.env.PATH].join(path.delimiter),
    HOME: process.env.HOME,
    ...engineEnvironment(),
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: options.workspace,
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_ENV: files.env,
    RUNNER_TEMP: path.join(runner, "temp"),
    ...Object.fromEntries(prefixed("INPUT_", options.inputs)),
    // The runner keeps the case of a state's name: actions/runner, NodeScriptActionHandler.cs.
    ...Object.fromEntries(Object.entries(options.state ?? {}).map(([key, value]) => [`STATE_${key}`, value])),
    ...options.env,
  };
  const node = options.node ?? process.execPath;
  const running = startProgram(node, [bundle(name)], { cwd: options.workspace, env });
  const collect = (end: ProgramEnd): BundleEnd => ({
    ...end,
    outputs: keyValues(files.output),
    state: keyValues(files.state),
    summary: readFileSync(files.summary, "utf8"),
    annotations: end.stdout.split("\n").filter((line) => /^::(?:error|warning|notice)[ :]/.test(line)),
  });
  return { running, collect };
}

function engineEnvironment(): Record<string, string | undefined> {
  const { DOCKER_HOST, DOCKER_CONFIG } = process.env;
  return { DOCKER_HOST, DOCKER_CONFIG };
}

/** The runner's file format: `name<<DELIMITER`, lines, `DELIMITER`; or `name=value`. */
function keyValues(file: string): Record<string, string> {
  const values: Record<string, string> = {};
  if (!existsSync(file)) return values;
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const heredoc = /^([^=<]+)<<(.+)$/.exec(line);
    if (heredoc?.[1] !== undefined) {
      const end = lines.indexOf(heredoc[2] ?? "");
      values[heredoc[1]] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join("\n");
    } else if (line.includes("=")) {
      values[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
    }
  }
  return values;
}
