import type { PackageFile } from "./package-request.ts";

/** `ERROR: No matching distribution found for fire==0.5.0` */
export function unfoundPackage(stderr: string): string | undefined {
  return /No matching distribution found for ([A-Za-z0-9][A-Za-z0-9._-]{0,199})==/.exec(stderr)?.[1];
}

/** The URL and the reason of a page that pip passed over; a page that is not there (404) is an answer. */
export function unfetchedPage(line: string): string | undefined {
  const match = /Could not fetch URL (\S{1,2000}?):? (.{0,400})/.exec(line);
  return match && !/\b404\b/.test(match[2] ?? "") ? match[1] : undefined;
}

/** Whether pip had no way to somebody's server; to a person it then says that there is no such package. */
export function hadNoConnection(stderr: string): boolean {
  return /Retrying \(Retry\(|connection broken|Max retries exceeded|ReadTimeoutError|ProxyError/.test(stderr);
}

/** Name and hash of the archive that pip fetched and refused for its hash, which we made impossible. */
export function refusedArchive(stderr: string): { file: string; sha256: string; url: string } | undefined {
  const url = /^ {4}\S+ from (https?:\/\/\S{1,2000}?)(?:#\S*)? \(from /m.exec(stderr)?.[1];
  const sha256 = /^\s+Got\s+([0-9a-f]{64})\s*$/m.exec(stderr)?.[1];
  const file = url && fileOfUrl(url);
  return url && file && sha256 ? { file, sha256, url } : undefined;
}

/** The last part of a URL's path, as the file is called. */
export function fileOfUrl(url: string): string | undefined {
  const last = /^[^?#]*\/([^/?#]+)/.exec(url)?.[1];
  try {
    const name = last && decodeURIComponent(last);
    return name && /^[A-Za-z0-9][A-Za-z0-9._+!-]{0,290}\.(?:whl|tar\.gz|tar\.bz2|zip)$/.test(name)
      ? name
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The host a file came from, as the lock may name it: PyPI's, or one of a domain that the image's own files name. Any other belongs
 * to the configuration of the pip that asked, which is nobody else's business. Undefined for a file of this machine.
 */
export function publicHost(url: string, places: readonly string[]): PackageFile["from"] | undefined {
  const host = /^https?:\/\/(?:[^/@]*@)?([a-z0-9.-]{1,253}(?::\d{1,5})?)(?:\/|$)/i
    .exec(url)?.[1]
    ?.toLowerCase();
  if (host === undefined) return undefined;
  const named = places.map((place) => domainOf(place));
  if (host === "files.pythonhosted.org" || host === "pypi.org") return host;
  return named.includes(domainOf(`https://${host}/`)) ? host : "configured-index";
}

/** The last two parts of a host's name: what download.pytorch.org links to may lie on download-r2.pytorch.org. */
function domainOf(url: string): string {
  const host = /^https?:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? "";
  return host.split(".").slice(-2).join(".");
}
