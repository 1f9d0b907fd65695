import type { BuildRequest, SecretEnv, SecretFile, SshKeys } from "./build-request.ts";

/** `ID=VARIABLE`, or `VARIABLE` for both. What else stands there is for `requestProblems` to refuse. */
export function parseSecretEnvs(lines: readonly string[]): SecretEnv[] {
  return lines.map((line) => {
    const [id, variable] = parted(line);
    return { id, variable: variable ?? id };
  });
}

/** `ID=PATH`. */
export function parseSecretFiles(lines: readonly string[]): SecretFile[] {
  return lines.map((line) => {
    const [id, path] = parted(line);
    return { id, path: path ?? "" };
  });
}

/** `ID` for the agent, `ID=PATH[,PATH...]` for keys. */
export function parseSsh(lines: readonly string[]): SshKeys[] {
  return lines.map((line) => {
    const [id, paths] = parted(line);
    return { id, paths: paths === undefined ? [] : paths.split(",").map((path) => path.trim()) };
  });
}

function parted(line: string): [string, string | undefined] {
  const at = line.indexOf("=");
  return at < 0 ? [line.trim(), undefined] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

/** Which of them the process can see. */
export interface SecretsThere {
  hasVariable(name: string): boolean;
  hasFile(path: string): boolean;
}

/**
 * What the request's secrets need and is not there, in words for the caller. buildx itself gives an instruction an
 * empty secret for a variable that is not set (seen with 0.29), and the build goes on.
 */
export function missingSecrets(request: BuildRequest, there: SecretsThere): string[] {
  const { secretEnvs = [], secretFiles = [], ssh = [] } = request;
  return [
    ...secretEnvs
      .filter(({ variable }) => !there.hasVariable(variable))
      .map(
        ({ id, variable }) =>
          `the secret ${id} shall come from the variable ${variable}, which is not set or empty`,
      ),
    ...secretFiles
      .filter(({ path }) => !there.hasFile(path))
      .map(({ id, path }) => `the secret ${id} shall come from ${path}, which is no file`),
    ...ssh
      .filter(({ paths }) => paths.length === 0 && !there.hasVariable("SSH_AUTH_SOCK"))
      .map(({ id }) => `the SSH agent for ${id} is not there: SSH_AUTH_SOCK is not set`),
    ...ssh
      .flatMap(({ id, paths }) => paths.map((path) => ({ id, path })))
      .filter(({ path }) => !there.hasFile(path))
      .map(({ id, path }) => `the SSH key ${path} for ${id} is no file`),
  ];
}
