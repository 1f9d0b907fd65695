/** Where the files that findings name can be read: at this commit of this repository. */
export interface SourceLinks {
  /** Such as https://github.com. */
  server: string;
  /** Such as owner/name. */
  repository: string;
  /** Full commit; for a pull request its head, not the merge commit that vanishes. */
  commit: string;
}

/**
 * The address of a line, or of several, at the commit, or undefined where any part is not exactly what it should be: a record is not
 * trusted to name a place outside the repository, and a half-right link helps nobody.
 */
export function sourceLink(
  links: SourceLinks | undefined,
  file: string,
  line: number,
  endLine = line,
): string | undefined {
  if (!links) return undefined;
  const { server, repository, commit } = links;
  const segments = file.split("/");
  const isGood =
    /^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?$/.test(server) &&
    /^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+$/.test(repository) &&
    /^[0-9a-f]{7,64}$/.test(commit) &&
    Number.isSafeInteger(line) &&
    line > 0 &&
    file.length <= 1000 &&
    file.isWellFormed() &&
    segments.every((segment) => segment !== "" && segment !== "." && segment !== "..");
  if (!isGood) return undefined;
  const path = segments.map(encodeSegment).join("/");
  const lines = Number.isSafeInteger(endLine) && endLine > line ? `L${line}-L${endLine}` : `L${line}`;
  return `${server}/${repository}/blob/${commit}/${path}#${lines}`;
}

/** encodeURIComponent leaves ' ( ) * ! alone, which end a Markdown link or an attribute. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
