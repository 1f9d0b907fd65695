import { versionKey } from "./lock-version.ts";

/** Docker Hub's images have several names. One for all: no registry, no `library/`; a tag always, a digest never. */
export function imageKey(reference: string): string {
  const { image, tag } = imageParts(reference);
  return `${image}:${tag}`;
}

/** By which an image is found in the lock: with the digest where its name has one. Two digests of one tag are two images. */
export function baseKey(reference: string): string {
  const { digest } = imageParts(reference);
  return digest === undefined ? imageKey(reference) : `${imageKey(reference)}@${digest}`;
}

/** A reference taken apart. Without a tag it means `latest`; without a tag and with a digest it means no tag at all. */
export function imageParts(reference: string): { image: string; tag: string; digest: string | undefined } {
  const at = reference.indexOf("@");
  const named = at < 0 ? reference : reference.slice(0, at);
  const digest = at < 0 ? undefined : reference.slice(at + 1);
  const colon = named.lastIndexOf(":");
  // A colon before the last slash belongs to a registry's port.
  const hasTag = colon > named.lastIndexOf("/");
  const image = (hasTag ? named.slice(0, colon) : named)
    .replace(/^(?:(?:index|registry-1)\.)?docker\.io\//, "")
    .replace(/^library\//, "");
  return { image, tag: hasTag ? named.slice(colon + 1) : "latest", digest };
}

/**
 * A repository's address without what does not change it: password, `.git`, a slash at the end. What stands behind a question mark
 * goes, too: no server of git repositories needs it but for a token.
 */
export function repositoryUrl(url: string): string {
  return url
    .replace(/^git\+/, "")
    .replace(/[?#].*$/s, "")
    .replace(/^(\w+:\/\/)[^/]*@/, "$1")
    .replace(/\/{1,10}$/, "")
    .replace(/\.git$/, "");
}

/** By which a git tree is found in the lock. */
export function sourceKey({ repository, ref }: { repository: string; ref: string | null }): string {
  return `${repositoryUrl(repository).toLowerCase()}#${ref ?? ""}`;
}

/** Package names are compared without case, and `-`, `_` and `.` are the same (PEP 503). */
export function packageName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** By which a package is found in the lock. `1.16` and `1.16.0` are one version. */
export function packageKey({ name, version }: { name: string; version: string | null }): string {
  return `${packageName(name)}==${version === null ? "" : versionKey(version)}`;
}
