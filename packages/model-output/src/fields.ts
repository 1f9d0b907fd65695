import type { Problems } from "./problems.ts";
import { kindOf } from "./tensor.ts";

/** The value of an own key; a problem and undefined where there is none. `__proto__` and the like are no own keys. */
export function field(object: unknown, path: string, key: string, problems: Problems): unknown {
  if (typeof object !== "object" || object === null || Array.isArray(object)) {
    problems.add(path, `is ${kindOf(object)}; an object with ${key} is expected`);
    return undefined;
  }
  if (Object.hasOwn(object, key)) return (object as Record<string, unknown>)[key];
  problems.add(`${path}.${key}`, "is missing");
  return undefined;
}

/** The one sample's answer, `result[0]`; mmdet-like models always answer with a list of one. */
export function onlySample(result: readonly unknown[], problems: Problems): unknown {
  if (result.length !== 1) problems.add("result", `has ${result.length} entries; exactly 1 is expected`);
  return result[0];
}
