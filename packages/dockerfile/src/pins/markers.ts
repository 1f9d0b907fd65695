import { type Marker, parseMarker } from "./parse-marker.ts";
import { isSpecifier, satisfies } from "./specifiers.ts";

/** What is known of the machine that pip runs on. A name that is missing is not known. */
export type MarkerEnvironment = Readonly<Partial<Record<string, string>>>;

export type Applies = boolean | "unknown";

/** Every image is Linux with CPython; which Python and which processor, another place knows or nobody. */
export const linux: MarkerEnvironment = {
  extra: "",
  implementation_name: "cpython",
  os_name: "posix",
  platform_python_implementation: "CPython",
  platform_system: "Linux",
  sys_platform: "linux",
};

/** Whether a condition holds there. `undefined` as marker: there is none, so it does. */
export function markerApplies(text: string | undefined, environment: MarkerEnvironment = linux): Applies {
  if (text === undefined || text.trim() === "") return true;
  const marker = parseMarker(text);
  return marker === undefined ? "unknown" : evaluate(marker, environment);
}

function evaluate(marker: Marker, environment: MarkerEnvironment): Applies {
  if (marker.kind === "compare") return compare(marker, environment);
  const decisive = marker.kind === "or";
  let result: Applies = !decisive;
  for (const part of marker.parts) {
    const one = evaluate(part, environment);
    if (one === decisive) return decisive;
    if (one === "unknown") result = "unknown";
  }
  return result;
}

function compare(
  { left, operator, right }: Marker & { kind: "compare" },
  environment: MarkerEnvironment,
): Applies {
  // Two names, or two texts, say nothing about the machine; pip's versions differ on them.
  if ((left.name === undefined) === (right.name === undefined)) return "unknown";
  const name = left.name ?? right.name ?? "";
  if (name === "python_full_version" && environment[name] === undefined && left.name !== undefined)
    return fullVersion(operator, right.value, environment.python_version);
  const value = environment[name];
  if (value === undefined) return "unknown";
  const [a, b] = left.name === undefined ? [left.value, value] : [value, right.value];
  return holds(a, operator, b, /version$/.test(name));
}

/** Of `3.8` every 3.8.x is meant: known where the first and the last of them agree and the text names none of them. */
function fullVersion(operator: string, wanted: string, minor: string | undefined): Applies {
  if (minor === undefined || wanted === minor || wanted.startsWith(`${minor}.`)) return "unknown";
  const first = holds(`${minor}.0`, operator, wanted, true);
  return first === holds(`${minor}.999`, operator, wanted, true) ? first : "unknown";
}

function holds(a: string, operator: string, b: string, isVersion: boolean): Applies {
  if (operator === "in") return b.includes(a);
  if (operator === "not in") return !b.includes(a);
  if (isVersion && isSpecifier({ operator, version: b }))
    return satisfies(a, [{ operator, version: b }]) ?? "unknown";
  switch (operator) {
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    default:
      // What pip makes of an order of words differs between its versions.
      return "unknown";
  }
}
