/**
 * What a file of requirements really is. `conda-list`: `conda list --export`, lines of name=version=build;
 * `conda-explicit`: one with @EXPLICIT and URLs; `conda-environment`: an environment.yml; `pip-list`: the table that
 * `pip list` prints; `toml`: a pyproject.toml or Pipfile.
 */
export type RequirementsKind =
  | "pip"
  | "conda-list"
  | "conda-explicit"
  | "conda-environment"
  | "pip-list"
  | "toml";

/** UTF-16 units that are looked at: the beginning tells what a file is. */
const maxLooked = 64 * 1024;

const condaLine = /^[\w.-]+=[^=\s]+=[^=\s]*$/;

export function fileKind(text: string): RequirementsKind {
  const lines = text
    .slice(0, maxLooked)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const [first = "", second = ""] = lines;
  if (lines.slice(0, 20).includes("@EXPLICIT")) return "conda-explicit";
  if (/^Package\s+Version\b/.test(first) && /^-+\s+-+/.test(second)) return "pip-list";
  const keys = lines.filter((line) => /^(?:name|channels|dependencies|prefix):/.test(line));
  if (keys.some((line) => line.startsWith("dependencies:")) || keys.length > 1) return "conda-environment";
  if (/^\[{1,2}[\w.-]+\]{1,2}$/.test(first)) return "toml";
  const conda = lines.filter((line) => condaLine.test(line)).length;
  return conda > 0 && conda * 2 >= lines.length ? "conda-list" : "pip";
}
