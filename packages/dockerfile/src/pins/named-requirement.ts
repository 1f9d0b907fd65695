import { sourceOf } from "./package-url.ts";
import { readSpecifiers, refuse, skip } from "./read-specifiers.ts";
import type { Places, Requirement, RequirementReading } from "./requirement.ts";

const nameForm = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9_])?/;

type Named = Omit<Requirement, "name" | "source" | "nameEnd">;

/** `name[extra]==1.0` and `name @ url`. `begin`: where the body stands in `places`; `rest`: what is known of it already. */
export function readNamed(body: string, begin: number, places: Places, rest: Named): RequirementReading {
  const name = nameForm.exec(body)?.[0];
  if (name === undefined) return refuse("name", "no package name stands here", begin, begin + body.length);
  let next = skip(body, name.length);
  let extras: string[] = [];
  if (body[next] === "[") {
    const close = body.indexOf("]", next);
    const inside = body.slice(next + 1, Math.max(next + 1, close)).trim();
    extras = inside === "" ? [] : inside.split(",").map((extra) => extra.trim());
    if (close < 0 || extras.some((extra) => nameForm.exec(extra)?.[0] !== extra))
      return refuse("extras", "its extras are not closed or not names", begin + next, begin + body.length);
    next = skip(body, close + 1);
  }
  const named = { ...rest, name, extras, nameEnd: places.endAt(begin + name.length) };
  if (body[next] === "@") {
    const start = skip(body, next + 1);
    const url = body.slice(start);
    if (rest.known && !/^(?:(?:[a-z]+\+)?file:|[a-z][a-z0-9+.-]*:\/\/[^/ \t])[^ \t]*$/i.test(url))
      return refuse("url", "one URL must stand behind the @", begin + start, begin + body.length);
    return { requirement: { ...named, source: sourceOf(url), url } };
  }
  const specifiers = readSpecifiers(body, next, begin, places, rest.known);
  if ("refusal" in specifiers) return specifiers;
  return { requirement: { ...named, source: "index", specifiers: specifiers.read } };
}
