import { refuse } from "./read-specifiers.ts";
import type { Requirement, RequirementReading } from "./requirement.ts";

const wheelName = /^([^\s-]+?)-([^\s-]*?)(?:-\d[^-]*?)?-[^\s-]+?-[^\s-]+?-[^\s-]+?\.whl$/;

/** A wheel's file name tells name and version; pip refuses one that does not. */
export function readWheel(
  file: string,
  begin: number,
  length: number,
  rest: Requirement,
): RequirementReading {
  const match = wheelName.exec(file.length > 500 ? "" : decoded(file));
  // A shell puts the names of files in for wildcards.
  if (!rest.known || /^[^\s]*[*?][^\s]*$/.test(file)) return { requirement: rest };
  if (match === null)
    return refuse("wheel", "a wheel is named name-version-python-abi-platform.whl", begin, begin + length);
  const version = (match[2] ?? "").replace(/_/g, "-");
  const { position, end } = rest;
  const specifier = { operator: "==", version, legacy: false, position, versionPosition: position, end };
  return { requirement: { ...rest, name: match[1] ?? "", specifiers: version === "" ? [] : [specifier] } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
