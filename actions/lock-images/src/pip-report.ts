import { packageName } from "@mia/catalog/lock";
import type { PackageFile } from "./package-request.ts";
import { fileOfUrl, publicHost } from "./pip-words.ts";

/** A report holds the whole description of each package. */
export const maxReportBytes = 64 * 1024 * 1024;

/** What pip's report says of a package: its file, or why that file cannot be locked. */
export type Reported = PackageFile | { refused: string };

/**
 * The files of a report of `pip install --dry-run --report`, by package name. What has another form than pip documents is left
 * out. Source: https://pip.pypa.io/en/stable/reference/installation-report/
 */
export function parseReport(text: string, places: readonly string[]): Map<string, Reported> {
  const found = new Map<string, Reported>();
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return found;
  }
  const install = at(report, "install");
  if (!Array.isArray(install)) return found;
  for (const item of install.slice(0, 5000)) {
    const name = at(at(item, "metadata"), "name");
    const url = at(at(item, "download_info"), "url");
    const archive = at(at(item, "download_info"), "archive_info");
    if (typeof name !== "string" || name.length > 200 || typeof url !== "string" || url.length > 4000)
      continue;
    found.set(packageName(name), reported(url, hashOf(archive), places));
  }
  return found;
}

function reported(url: string, sha256: string | undefined, places: readonly string[]): Reported {
  const from = publicHost(url, places);
  if (from === undefined)
    return { refused: "pip found it in a folder of the machine that asked, not on a server" };
  const file = fileOfUrl(url);
  if (file === undefined) return { refused: "the file pip found has a name that no wheel has" };
  return sha256 === undefined
    ? { refused: "pip did not say the SHA-256 of its file" }
    : { file, sha256, from };
}

/** pip before 22.3 writes `hash: "sha256=..."` alone. */
function hashOf(archive: unknown): string | undefined {
  const hash =
    at(at(archive, "hashes"), "sha256") ?? String(at(archive, "hash") ?? "").replace(/^sha256=/, "");
  return typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash) ? hash : undefined;
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
