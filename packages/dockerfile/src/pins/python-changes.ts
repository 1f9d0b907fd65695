import { operands, optionValue, type ShellCommand } from "../shell/shell-command.ts";
import { expand } from "../stages/expand.ts";
import type { Step } from "../stages/stage.ts";
import type { Position } from "../syntax/spanned-text.ts";
import type { Install } from "./installs.ts";
import { pinOf } from "./packages.ts";

/** A virtual or conda environment. */
export interface OwnEnvironment {
  /** Its folder, or conda's name for it. */
  place: string;
  /** x.y; undefined where the command does not say it. */
  python: string | undefined;
  /** It runs the Python that made it. */
  samePython: boolean;
  /** Nothing is in it but what the command names. */
  empty: boolean;
  position: Position;
}

const condas = /^(?:conda|mamba|micromamba)$/;
const isPython = /^python[\d.]*$/;

/** The environment a command makes; undefined for any other command. */
export function madeEnvironment(command: ShellCommand): OwnEnvironment | undefined {
  const { name, words, position } = command;
  const verbs = words.slice(1, 4).map(({ value }) => value);
  if (condas.test(name)) {
    const fromFile = verbs[0] === "env" && /^(?:create|update)$/.test(verbs[1] ?? "");
    if (verbs[0] !== "create" && !fromFile) return undefined;
    const place = optionValue(command, ["--prefix", "--name", "-p", "-n"])?.value ?? "";
    const python = words.map(({ value }) => /^python=+(\d+\.\d+)/.exec(value)?.[1]).find((one) => one);
    return { place, python, samePython: false, empty: !fromFile, position };
  }
  const isVenv =
    (isPython.test(name) && verbs[0] === "-m" && /^(?:venv|virtualenv)$/.test(verbs[1] ?? "")) ||
    name === "virtualenv" ||
    (name === "uv" && verbs[0] === "venv");
  // With this option it sees what is installed outside.
  if (!isVenv || words.some(({ value }) => value === "--system-site-packages")) return undefined;
  const place = operands(command, ["-m", "-p", "--python", "--prompt"]).at(-1)?.value ?? "";
  const chosen = optionValue(command, ["--python", "-p"])?.value ?? name;
  const python = /^(?:python)?(\d+\.\d+)$/.exec(chosen)?.[1];
  return { place, python, samePython: /^python3?$/.test(chosen), empty: true, position };
}

/** Whether an instruction or a command makes an environment the active one. */
export function activates(by: Step | ShellCommand, { place }: OwnEnvironment): boolean {
  if (place === "") return false;
  const folder = place.startsWith("/") ? `${place.replace(/\/+$/, "")}/bin` : `/envs/${place}/bin`;
  if ("words" in by) {
    const [, first, second] = by.words.map(({ value }) => value);
    if (/^(?:conda|mamba|micromamba)$/.test(by.name)) return first === "activate" && second === place;
    return /^(?:source|\.)$/.test(by.name) && (first === `${folder}/activate` || second === place);
  }
  const { keyword, assignments, json } = by.instruction;
  if (keyword === "SHELL") return json?.includes("run") === true && json.includes(place);
  if (keyword !== "ENV") return false;
  return assignments.some(({ name, value = "" }) => {
    if (name !== "PATH") return false;
    // What follows is often $PATH, which only the base knows; the beginning decides.
    const beginning = value.split(/:\$(?:PATH|\{PATH\})/, 1)[0] ?? "";
    const [first = ""] = expand(beginning, by.variables).value.split(":");
    return place.startsWith("/") ? first === folder : first.endsWith(folder);
  });
}

const mayBePython = /^(?:pip|python|uv|conda|mamba|micromamba)/;

/** The folder of the pip or Python that a command calls, or what else names an environment of its own; empty: the one on PATH. */
export function programPlace({ name, words }: ShellCommand): string | undefined {
  if (!mayBePython.test(name)) return undefined;
  const rest = words.map(({ value }) => value);
  if (condas.test(name)) return rest[1] === "run" ? rest.slice(2, 4).join(" ") : undefined;
  if (name === "uv") return rest.find((value) => /^(?:--python|-p)(?:=|$)/.test(value)) ?? "";
  if (!/^(?:pip|python)[\d.]*$/.test(name)) return undefined;
  const program = rest[0] ?? "";
  const own = program.replace(/^\/opt\/conda\/bin\//, "");
  if (!own.includes("/")) return /\d\.\d+$/.test(name) ? name.replace(/^\D+/, "") : "";
  return program.slice(0, program.lastIndexOf("/"));
}

/** Where another Python comes to be the one in use: its x.y where that is clear, and "system" for the distribution's own. */
export function movesPython(
  { name, words }: ShellCommand,
  installs: readonly Install[],
): { python: string | undefined } | "system" | undefined {
  // Every command of a file comes by here.
  const has = (pattern: RegExp): boolean =>
    words.some(({ value }, index) => index > 0 && pattern.test(value));
  const unclear = { python: undefined };
  if (condas.test(name)) {
    const python = installs.find((install) => install.name === "python");
    return python && { python: /^\d+\.\d+/.exec(pinOf(python) ?? "")?.[0] };
  }
  if ((name === "apt" || name === "apt-get") && has(/^install$/)) {
    if (has(/^(?:python|pypy)3\.\d+/)) return unclear;
    return has(/^python3(?:-(?:pip|dev|venv|minimal))?$/) ? "system" : undefined;
  }
  if (name === "pyenv" || (name === "uv" && words[1]?.value === "python")) return unclear;
  const changesLinks = name === "ln" || name === "update-alternatives";
  if (changesLinks && has(/\/(?:python|pip)[\d.]*$/)) return unclear;
  // Installers of Miniconda, and Python from its source.
  return words.some(({ value }) => isPythonSource(value.slice(0, 500))) ? unclear : undefined;
}

function isPythonSource(value: string): boolean {
  return /\.sh$/i.test(value)
    ? /(?:conda|mambaforge|miniforge)[^/]*\.sh$|Python-\d/i.test(value)
    : /Python-\d/i.test(value);
}

/** COPY of a Python or its packages out of another stage or image. */
export function copiesPython({ instruction }: Step): boolean {
  const { flags, words } = instruction;
  if (!flags.some(({ name }) => name === "from")) return false;
  return words.some(({ text }) => pythonFolder.test(text.slice(0, 500)));
}

const pythonFolder =
  /conda|venv|virtualenv|site-packages|dist-packages|\.local\b|\/python|^\/usr(?:\/local)?(?:\/lib)?\/?$|^\/$/;
