import { operands, type ShellCommand } from "../shell/shell-command.ts";
import { parseRequirement, type Requirement } from "./requirements.ts";

/** Options of pip install, download and wheel that take a value. */
const withValue = [
  "-b",
  "-c",
  "-d",
  "-f",
  "-i",
  "-r",
  "-t",
  "-w",
  "--abi",
  "--cache-dir",
  "--cert",
  "--constraint",
  "--dest",
  "--extra-index-url",
  "--find-links",
  "--global-option",
  "--implementation",
  "--index-url",
  "--install-option",
  "--no-binary",
  "--only-binary",
  "--platform",
  "--prefix",
  "--python-version",
  "--requirement",
  "--retries",
  "--root",
  "--target",
  "--timeout",
  "--trusted-host",
  "--wheel-dir",
];

/** What a pip command line names itself, not through a file. `-e git+https://...` counts. */
export function pipRequirements(command: ShellCommand): Requirement[] {
  const pip = pipArguments(command);
  if (pip === undefined) return [];
  return operands(pip, withValue)
    .slice(1)
    .flatMap(({ value, known, position }) => {
      if (!known && !/^[\w.-]+==?\w|:\/\//.test(value)) return [];
      return parseRequirement(value, position) ?? [];
    })
    .filter(
      ({ url, specifiers }) => url !== undefined || specifiers.every(({ version }) => !/[$`]/.test(version)),
    );
}

/** The command from its sub-command's name on, where it is a pip that installs, downloads or builds. */
function pipArguments(command: ShellCommand): ShellCommand | undefined {
  const { name, words } = command;
  const isPython = /^python[\d.]*$/.test(name) && words[1]?.value === "-m" && words[2]?.value === "pip";
  const isUv = name === "uv" && words[1]?.value === "pip";
  if (!/^pip[\d.]*$/.test(name) && !isPython && !isUv) return undefined;
  const from = isPython ? 2 : isUv ? 1 : 0;
  const pip = { ...command, words: words.slice(from) };
  return /^(?:install|download|wheel)$/.test(operands(pip, withValue)[0]?.value ?? "") ? pip : undefined;
}
