import { packageName } from "./lock-names.ts";
import { isVersionOf } from "./lock-version.ts";

/**
 * Name and version that a file's own name tells, both as an index compares them: of a wheel always, of an archive where they
 * end in a version. Source: https://packaging.python.org/en/latest/specifications/binary-distribution-format/
 */
export function wheelName(file: string): { name: string; version: string } | undefined {
  const stem = file.replace(/\.(?:whl|tar\.gz|tar\.bz2|zip)$/, "");
  if (stem === file) return undefined;
  const parts = stem.split("-");
  if (file.endsWith(".whl")) {
    const [name, version] = parts;
    const isWheel = (parts.length === 5 || parts.length === 6) && name && version;
    return isWheel ? { name: packageName(name), version: version.replaceAll("_", "-") } : undefined;
  }
  const version = parts.at(-1);
  if (parts.length < 2 || !version || !/^\d/.test(version)) return undefined;
  return { name: packageName(parts.slice(0, -1).join("-")), version };
}

/** Whether a file can be that version of that package. What its name does not tell is not held against it. */
export function isFileOf(file: string, name: string, version: string): boolean {
  const told = wheelName(file);
  return told === undefined || (told.name === packageName(name) && isVersionOf(told.version, version));
}
