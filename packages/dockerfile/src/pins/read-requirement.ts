import { nameOf } from "./container-path.ts";
import { readNamed } from "./named-requirement.ts";
import { isUrl } from "./package-url.ts";
import { parseMarker } from "./parse-marker.ts";
import { spaceAfter, spaceBefore } from "./python-space.ts";
import { refuse } from "./read-specifiers.ts";
import type { Places, RequirementReading } from "./requirement.ts";
import { readUrl } from "./url-requirement.ts";
import { readWheel } from "./wheel-requirement.ts";

const archive = /\.(?:zip|whl|tar|tgz|tbz|txz|tlz|tar\.(?:bz2|gz|xz|lz|lzma))$/i;

/**
 * Reads one requirement as pip reads the part of a line before its options, and one word of its command line:
 * `name[extra]==1.0; marker`, `name @ url`, a URL or a path. Whether a path is there, nobody looks. `known`: no variable stands in
 * it; `exact`: the places are those of its characters.
 */
export function readRequirement(places: Places, known = true, exact = true): RequirementReading {
  const { text } = places;
  const begin = spaceBefore(text);
  const url = isUrl(text.slice(begin));
  const semicolon = text.indexOf(url ? "; " : ";");
  const stop = semicolon < 0 ? text.length : semicolon;
  const markerText = semicolon < 0 ? "" : text.slice(semicolon + 1).trim();
  const marker = markerText === "" ? undefined : markerText;
  const body = text.slice(begin, spaceAfter(text, stop));
  const end = places.endAt(marker === undefined ? begin + body.length : text.trimEnd().length);
  const none = { extras: [], specifiers: [], url: undefined, path: undefined, editable: false, hashes: [] };
  const rest = { ...none, marker, known, exact, position: places.positionAt(begin), end };
  if (marker !== undefined && known && parseMarker(marker) === undefined)
    return refuse("marker", "its condition is none that pip can read", semicolon + 1, text.trimEnd().length);
  if (url) return readUrl(body, begin, { ...rest, name: "", source: "url", nameEnd: rest.position });
  const bare = body.endsWith("]") ? body.replace(/\[[^\][]*\]$/, "") : body;
  const [left = ""] = body.split("@", 1);
  const path = { ...rest, name: "", source: "path" as const, path: bare, nameEnd: rest.position };
  if (archive.test(bare) && (left === body || isPath(left))) {
    if (!/\.whl$/i.test(bare)) return { requirement: path };
    return readWheel(nameOf(bare), begin, body.length, path);
  }
  const named = readNamed(body, begin, places, rest);
  // What pip cannot read as a name may still be a folder; with a scheme that pip does not know, or behind @, it is none.
  const mayBeFolder = "refusal" in named && named.refusal.kind !== "url" && isPath(body);
  return mayBeFolder && !/^[\w.+-]+:\/\//.test(body) ? { requirement: path } : named;
}

/** What is no requirement by its first characters alone: pip looks for a folder or an archive there. */
function isPath(text: string): boolean {
  return text.includes("/") || text.startsWith(".");
}
