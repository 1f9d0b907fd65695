import type { Position, SpannedText } from "../syntax/spanned-text.ts";
import { parseMarker } from "./markers.ts";
import { spaceAfter, spaceBefore } from "./python-space.ts";
import { readSpecifiers, refuse, skip } from "./read-specifiers.ts";

/** A text that knows where its characters stand. */
export type Places = Pick<SpannedText, "text" | "positionAt" | "endAt">;

export interface Specifier {
  operator: string;
  version: string;
  /** PEP 440 does not know it. pip before 24.1 compares such versions as text, later ones refuse the line. */
  legacy: boolean;
  /** Of the operator. */
  position: Position;
  versionPosition: Position;
  /** Behind the version. */
  end: Position;
}

/**
 * Where a package comes from. `index`: an index or a find-links page; `url`: an archive on a server; `vcs`: `git+https` and
 * its like; `file`: a `file:` URL, as `pip freeze` writes where conda built the package; `path`: a folder, an archive or a wheel.
 */
export type PackageSource = "index" | "url" | "vcs" | "file" | "path";

/** A package that a requirements file or a pip command line asks for. */
export interface Requirement {
  /** As written; empty where a URL or a path does not tell it. */
  name: string;
  extras: string[];
  specifiers: Specifier[];
  source: PackageSource;
  /** Where it comes from, of `name @ url` and of a bare or editable URL. */
  url: string | undefined;
  /** The folder or file, where `source` is `path`. */
  path: string | undefined;
  /** The condition behind `;`, as written. */
  marker: string | undefined;
  editable: boolean;
  /** `sha256:...`, each. */
  hashes: string[];
  /** False where a part of it is decided only by a variable: then neither version nor URL says anything. */
  known: boolean;
  /** False where the places below are those of the whole word, because a variable stood in it. */
  exact: boolean;
  position: Position;
  nameEnd: Position;
  /** Behind its last character: of the version, the URL or the marker. */
  end: Position;
}

/** Why pip refuses a text. */
export interface Refusal {
  kind: "name" | "operator" | "version" | "marker" | "extras" | "url" | "wheel";
  message: string;
  /** In the text. */
  start: number;
  end: number;
}

export type RequirementReading = { requirement: Requirement } | { refusal: Refusal };

const vcsSchemes = new Set(
  ["bzr ftp lp file http https ssh sftp", "git http https ssh git file", "hg file http https ssh static-http"]
    .concat("svn ssh http https svn file")
    .flatMap((line) =>
      line.split(" ").map((scheme, index, [tool]) => (index === 0 ? "" : `${tool}+${scheme}`)),
    )
    .filter((scheme) => scheme !== ""),
);

const archive = /\.(?:zip|whl|tar|tgz|tbz|txz|tlz|tar\.(?:bz2|gz|xz|lz|lzma))$/i;
const wheelName = /^([^\s-]+?)-([^\s-]*?)(?:-\d[^-]*?)?-[^\s-]+?-[^\s-]+?-[^\s-]+?\.whl$/;
const nameForm = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9_])?/;

/** Package names are compared without case, and `-`, `_` and `.` are the same (PEP 503). */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** Whether a text names a server, a repository or `file:`, as pip decides it. */
export function isUrl(text: string): boolean {
  const scheme = text.slice(0, Math.max(0, text.indexOf(":"))).toLowerCase();
  return /^(?:https?|file|ftp)$/.test(scheme) || vcsSchemes.has(scheme);
}

/** What is no requirement by its first characters alone: pip looks for a folder or an archive there. */
function isPath(text: string): boolean {
  return text.includes("/") || text.startsWith(".");
}

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

type Named = Omit<Requirement, "name" | "source" | "nameEnd">;

function readNamed(body: string, begin: number, places: Places, rest: Named): RequirementReading {
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

function sourceOf(url: string): PackageSource {
  const scheme = url.slice(0, Math.max(0, url.indexOf(":"))).toLowerCase();
  return scheme === "file" ? "file" : vcsSchemes.has(scheme) ? "vcs" : "url";
}

function readUrl(body: string, begin: number, rest: Requirement): RequirementReading {
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

/** A wheel's file name tells name and version; pip refuses one that does not. */
function readWheel(file: string, begin: number, length: number, rest: Requirement): RequirementReading {
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

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
