import type { Places, Refusal, Specifier } from "./requirement.ts";
import { isSpecifier } from "./specifiers.ts";

const operatorForm = /(?:===|==|~=|!=|<=|>=|<|>)/y;
const versionForm = /[^\s,;)]*/y;

/** The versions behind a name and its extras, from `from` on, with or without brackets around them. */
export function readSpecifiers(
  body: string,
  from: number,
  begin: number,
  places: Places,
  known: boolean,
): { read: Specifier[] } | { refusal: Refusal } {
  const read: Specifier[] = [];
  let next = from;
  const bracket = body[next] === "(";
  if (bracket) next = skip(body, next + 1);
  const stop = bracket && body.endsWith(")") ? body.length - 1 : body.length;
  if (next >= stop) return bracket && stop === body.length ? unclosed(body, from, begin) : { read };
  for (;;) {
    operatorForm.lastIndex = next;
    const operator = operatorForm.exec(body)?.[0];
    if (operator === undefined) return noOperator(body, next, begin);
    const start = skip(body, next + operator.length);
    versionForm.lastIndex = start;
    const version = versionForm.exec(body)?.[0] ?? "";
    const end = start + version.length;
    if (version === "")
      return refuse("version", `a version is missing behind ${operator}`, begin + next, begin + end);
    const legacy = !isSpecifier({ operator, version });
    if ((version.endsWith("]") || (legacy && /^(?:~=|===)$/.test(operator))) && known)
      return refuse(
        "version",
        `${operator} cannot stand before ${version.slice(0, 80)}`,
        begin + next,
        begin + end,
      );
    const position = places.positionAt(begin + next);
    const versionPosition = places.positionAt(begin + start);
    read.push({ operator, version, legacy, position, versionPosition, end: places.endAt(begin + end) });
    next = skip(body, end);
    if (next >= stop) break;
    if (body[next] !== ",") return noOperator(body, next, begin);
    // A comma may end the list.
    next = skip(body, next + 1);
    if (next >= stop) break;
  }
  return bracket && stop === body.length ? unclosed(body, from, begin) : { read };
}

function noOperator(body: string, next: number, begin: number): { refusal: Refusal } {
  const single = body[next] === "=";
  const message = single
    ? "`=` is no operator of pip: `==` is"
    : "neither a version nor the end of the requirement follows";
  return refuse("operator", message, begin + next, begin + (single ? next + 1 : body.length));
}

function unclosed(body: string, from: number, begin: number): { refusal: Refusal } {
  return refuse("version", "the bracket is not closed", begin + from, begin + body.length);
}

export function refuse(
  kind: Refusal["kind"],
  message: string,
  start: number,
  end: number,
): { refusal: Refusal } {
  return { refusal: { kind, message, start, end } };
}

/** Where spaces and tabs end. */
export function skip(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at;
}
