import type { Location } from "@mia/step-result";
import type { Step } from "../stages/stage.ts";
import type { PipCommand, PipOption } from "./pip-command.ts";
import type { RequirementOption } from "./requirement-options.ts";

/** An option that counts for a command, wherever it is written. */
export interface OptionUse {
  name: string;
  value: string;
  known: boolean;
  /** Undefined for an environment variable: `PIP_INDEX_URL` and the like. */
  location: Location | undefined;
}

/** What holds for all that one command installs: its own options, those of its files and of `PIP_...` variables. */
export interface InstallOptions {
  /** Undefined: the default, PyPI. */
  indexUrl: string | undefined;
  extraIndexUrls: string[];
  findLinks: string[];
  /** conda's. */
  channels: string[];
  noDeps: boolean;
  noIndex: boolean;
  requireHashes: boolean;
  editable: boolean;
  upgrade: boolean;
  /** `--force-reinstall` or `--ignore-installed`: what the base brought is replaced. */
  reinstall: boolean;
  user: boolean;
  pre: boolean;
  noBuildIsolation: boolean;
  noCacheDir: boolean;
  /** Names, or `:all:`. */
  noBinary: string[];
  onlyBinary: string[];
  /** `--target`, `--prefix`, `--root`, conda's `--name` and `--prefix`: not the environment that is active there. */
  target: string | undefined;
  /**
   * False where a variable hides a value, or a pip.conf, `pip config set` or a `PIP_...` set within the RUN may add indexes: then
   * a missing index proves nothing.
   */
  complete: boolean;
  /** All of them as written, in order. */
  uses: OptionUse[];
}

/** The variables that pip and uv read in place of options. Sources: pip's and uv's documentation of their configuration. */
const fromEnvironment: Record<PipCommand["tool"], Record<string, string>> = {
  pip: {
    PIP_EXTRA_INDEX_URL: "--extra-index-url",
    PIP_FIND_LINKS: "--find-links",
    PIP_IGNORE_INSTALLED: "--ignore-installed",
    PIP_INDEX_URL: "--index-url",
    PIP_NO_BINARY: "--no-binary",
    PIP_NO_DEPS: "--no-deps",
    PIP_NO_INDEX: "--no-index",
    PIP_ONLY_BINARY: "--only-binary",
    PIP_PRE: "--pre",
    PIP_PREFIX: "--prefix",
    PIP_REQUIRE_HASHES: "--require-hashes",
    PIP_TARGET: "--target",
    PIP_UPGRADE: "--upgrade",
    PIP_USER: "--user",
  },
  uv: {
    UV_DEFAULT_INDEX: "--index-url",
    UV_EXTRA_INDEX_URL: "--extra-index-url",
    UV_FIND_LINKS: "--find-links",
    UV_INDEX: "--extra-index-url",
    UV_INDEX_URL: "--index-url",
    UV_TORCH_BACKEND: "--torch-backend",
  },
  conda: {},
};

const lists = new Set(["--extra-index-url", "--find-links"]);

/** What the environment of a step sets. `PIP_NO_CACHE_DIR` is left out: what it means changed between pips. */
export function optionsOfEnvironment(
  step: Step,
  tool: PipCommand["tool"],
): { uses: OptionUse[]; complete: boolean } {
  const uses: OptionUse[] = [];
  let complete = step.variables("PIP_CONFIG_FILE") === null;
  for (const [variable, name] of Object.entries(fromEnvironment[tool])) {
    const value = step.variables(variable);
    if (value === undefined) complete = false;
    if (value === undefined || value === null || /^(?:|0|false|no|off)$/i.test(value.trim())) continue;
    for (const one of lists.has(name) ? value.trim().split(/\s+/) : [value])
      uses.push({ name, value: one, known: true, location: undefined });
  }
  return { uses, complete };
}

export function useOf({ name, value, known, word }: PipOption, file: string): OptionUse {
  const end = word.end ? { endLine: word.end.line, endColumn: word.end.column } : {};
  return { name, value, known, location: { file, ...word.position, ...end } };
}

export function useInFile({ name, value, known, position, end }: RequirementOption, file: string): OptionUse {
  return { name, value, known, location: { file, ...position, endLine: end.line, endColumn: end.column } };
}

/** The options that a list of uses comes to: later ones win, `--no-index` leaves indexes out. */
export function optionsFrom(uses: OptionUse[], complete: boolean, conda: boolean): InstallOptions {
  const has = (...names: string[]): boolean => uses.some(({ name }) => names.includes(name));
  const all = (...names: string[]): string[] =>
    uses.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  const words = (name: string): string[] =>
    all(name).flatMap((value) => value.split(",").map((one) => one.trim()));
  const urls = [
    "--index-url",
    "--extra-index-url",
    "--find-links",
    "--index",
    "--default-index",
    "--channel",
  ];
  const hidden = uses.some(({ name, known }) => !known && urls.includes(name));
  const noIndex = has("--no-index");
  return {
    indexUrl: noIndex ? undefined : all("--index-url", "--default-index").at(-1),
    extraIndexUrls: noIndex
      ? []
      : all("--extra-index-url", "--index", ...(has("--torch-backend") ? ["--torch-backend"] : [])),
    findLinks: all("--find-links"),
    channels: all("--channel"),
    noDeps: has("--no-deps", "--no-dependencies"),
    noIndex,
    requireHashes: has("--require-hashes"),
    editable: false,
    upgrade: has("--upgrade"),
    reinstall: has("--force-reinstall", "--ignore-installed", "--reinstall"),
    user: has("--user"),
    pre: has("--pre", "--prerelease"),
    noBuildIsolation: has("--no-build-isolation"),
    noCacheDir: has("--no-cache-dir", "--no-cache"),
    noBinary: words("--no-binary"),
    onlyBinary: words("--only-binary"),
    target: all("--target", "--prefix", "--root", ...(conda ? ["-n", "-p", "--name"] : [])).at(-1),
    complete: complete && !hidden && !has("--torch-backend", "--index-strategy"),
    uses,
  };
}
