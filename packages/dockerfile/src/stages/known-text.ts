import { expand } from "./expand.ts";
import type { Step } from "./stage.ts";

/**
 * A text of a step with its variables put in; undefined where one of them is not known. What the file does not set may come
 * from the base image: nothing is known then.
 */
export function knownText(
  { variables }: Pick<Step, "variables">,
  text: string,
  escapeMark: string,
): string | undefined {
  const { value, unknown } = expand(text, (name) => variables(name) ?? undefined, escapeMark);
  return unknown.length > 0 ? undefined : value;
}
