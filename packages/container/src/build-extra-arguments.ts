import type { BuildRequest } from "./build-request.ts";

/**
 * Options of buildx that have no input of their own and change neither what is built nor where it goes: each with what its
 * value must look like. `--allow` gives an instruction a right that the builder must grant too.
 */
const options: Readonly<Record<string, RegExp>> = {
  "--add-host": /^[A-Za-z0-9._-]{1,253}[:=](?:host-gateway|\[?[0-9A-Fa-f:.]{2,45}\]?)$/,
  "--allow": /^(?:network\.host|security\.insecure|device(?:=[\w./=-]{1,200})?)$/,
  "--cgroup-parent": /^[\w./:-]{1,300}$/,
  "--network": /^(?:default|none|host)$/,
  "--resource": /^[a-z][a-z-]{0,40}=[\w.]{1,40}(?:,[a-z][a-z-]{0,40}=[\w.]{1,40}){0,10}$/,
  "--shm-size": /^\d{1,15}[bkmg]?b?$/i,
  "--ulimit": /^[a-z]{2,20}=-?\d{1,20}(?::-?\d{1,20})?$/,
};

export type ParsedExtra =
  | { ok: true; extra: NonNullable<BuildRequest["extra"]> }
  | { ok: false; problems: string[] };

/** Reads lines `--option=value` or `--option value`. All mistakes are told at once; options not on the list are refused. */
export function parseExtraArguments(lines: readonly string[]): ParsedExtra {
  const problems: string[] = [];
  const extra: string[] = [];
  for (const [index, line] of lines.entries()) {
    const [, name = "", value = ""] = /^(--[a-z-]{1,40})[= ]\s{0,20}(\S.{0,999})$/.exec(line.trim()) ?? [];
    const pattern = Object.hasOwn(options, name) ? options[name] : undefined;
    if (pattern?.test(value)) extra.push(`${name}=${value}`);
    else if (pattern) problems.push(`line ${index + 1}: ${name} does not take that value`);
    else problems.push(`line ${index + 1}: write one of ${Object.keys(options).join(", ")} with its value`);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, extra };
}
