import type { Position, SpannedText } from "../syntax/spanned-text.ts";

/** A text that knows where its characters stand. */
export type Places = Pick<SpannedText, "text" | "positionAt" | "endAt">;

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

/**
 * Where a package comes from. `index`: an index or a find-links page; `url`: an archive on a server; `vcs`: `git+https` and
 * its like; `file`: a `file:` URL, as `pip freeze` writes where conda built the package; `path`: a folder, an archive or a wheel.
 */
export type PackageSource = "index" | "url" | "vcs" | "file" | "path";

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

export type RequirementReading = { requirement: Requirement } | { refusal: Refusal };

/** Why pip refuses a text. */
export interface Refusal {
  kind: "name" | "operator" | "version" | "marker" | "extras" | "url" | "wheel";
  message: string;
  /** In the text. */
  start: number;
  end: number;
}

/** Package names are compared without case, and `-`, `_` and `.` are the same (PEP 503). */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
