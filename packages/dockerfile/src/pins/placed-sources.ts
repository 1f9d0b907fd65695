import { contextPath, folderOf, inside, joinPath, nameOf } from "./container-path.ts";
import type { FileEvent } from "./file-event.ts";

/** What `path` is called at the source of a placement: a file under its own name, in a copied folder, or beside it. */
export function* sourcesOf(
  { source, target, into, parents, wildcards }: FileEvent & { kind: "place" },
  path: string,
) {
  const rest = path === target ? "" : inside(target, path);
  if (rest === undefined) return;
  const clean = source.replace(/\/+$/, "") || (source.startsWith("/") ? "/" : ".");
  if (parents) {
    const whole = contextPath(clean) ?? "";
    if (rest === whole || inside(whole, rest) !== undefined || /[*?[]/.test(clean)) yield rest;
    return;
  }
  const last = nameOf(clean);
  const matches = (name: string): boolean =>
    wildcards && /[*?[]/.test(last) ? globMatches(last, name) : name === last;
  if (rest === "") {
    if (!into) yield clean;
    return;
  }
  const [first = ""] = rest.split("/", 1);
  const folder = folderOf(clean);
  // The source may be a file or, with wildcards, several; then it keeps its name.
  if (rest === first && matches(first)) yield folder === "" ? first : (joinPath(folder, first) ?? "");
  if (!/[*?[]/.test(last)) yield clean === "." ? rest : `${clean === "/" ? "" : clean}/${rest}`;
  else if (last === "*") yield joinPath(folder, rest) ?? "";
}

/** `*` and `?` within one name; classes are not followed. Linear: no expression that could blow up. */
function globMatches(pattern: string, name: string): boolean {
  if (pattern.length > 200 || name.length > 300 || pattern.includes("[")) return false;
  const pieces = pattern.split("*");
  const fits = (piece: string, at: number): boolean =>
    at + piece.length <= name.length &&
    [...piece].every((one, index) => one === "?" || name[at + index] === one);
  const [head = "", ...others] = pieces;
  if (!fits(head, 0)) return false;
  if (others.length === 0) return head.length === name.length;
  let at = head.length;
  const tail = others.pop() ?? "";
  for (const piece of others) {
    while (at <= name.length && !fits(piece, at)) at += 1;
    if (at > name.length) return false;
    at += piece.length;
  }
  return name.length - tail.length >= at && fits(tail, name.length - tail.length);
}
