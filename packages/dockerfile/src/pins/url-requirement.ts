import type { Position } from "../syntax/spanned-text.ts";
import { nameOf } from "./container-path.ts";
import { readNamed } from "./named-requirement.ts";
import { sourceOf } from "./package-url.ts";
import { refuse } from "./read-specifiers.ts";
import type { Requirement, RequirementReading } from "./requirement.ts";
import { readWheel } from "./wheel-requirement.ts";

/** A bare URL, whose name stands behind `egg=` or is that of a wheel, or nobody knows it. */
export function readUrl(body: string, begin: number, rest: Requirement): RequirementReading {
  const source = sourceOf(body);
  const egg = /[#&]egg=([^&]*)/.exec(body)?.[1];
  const requirement: Requirement = { ...rest, source, url: body };
  const file = nameOf(body.split(/[?#]/, 1)[0] ?? "");
  if (/\.whl$/i.test(file)) return readWheel(file, begin, body.length, requirement);
  if (!egg || !rest.known) return { requirement };
  const at = (): Position => rest.position;
  const named = readNamed(egg, 0, { text: egg, positionAt: at, endAt: at }, rest);
  if ("refusal" in named)
    return refuse(
      "url",
      "no package name stands behind egg=",
      begin + body.lastIndexOf(egg),
      begin + body.length,
    );
  const { name, extras, specifiers } = named.requirement;
  return { requirement: { ...requirement, name, extras, specifiers } };
}
