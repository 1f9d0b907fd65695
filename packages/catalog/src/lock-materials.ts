import { type Pin, withoutSecrets } from "@mia/step-result";
import type { LockedModel } from "./lock-file.ts";
import { imageKey, repositoryUrl } from "./lock-names.ts";

/** A build context that the caller put in the place of a stage or an image: `--build-context name=value`. */
export interface ReplacedContext {
  name: string;
  value: string;
}

export interface MaterialsCheck {
  /** What the build used and the lock does not hold, or holds as something else. */
  drift: { name: string; locked: string | null; found: string | null }[];
  /** What the lock does not know the value of, or BuildKit did not say it. */
  unknown: string[];
  /** What was not checked because the caller put it there. */
  leftOut: string[];
}

/**
 * Holds what a build started from (its provenance's materials) against the lock. What the lock holds and the build did not need
 * is no drift: a replaced or unreached stage fetches nothing. Image and git addresses may be written in any of their forms.
 */
export function materialsDrift(
  materials: readonly Pin[],
  locked: LockedModel | undefined,
  replaced: readonly ReplacedContext[],
): MaterialsCheck {
  const check: MaterialsCheck = { drift: [], unknown: [], leftOut: [] };
  const bases = new Map<string, (string | null)[]>();
  for (const { image, digest } of locked?.bases ?? [])
    bases.set(imageKey(image), [...(bases.get(imageKey(image)) ?? []), digest]);
  const commits = commitsByRepository(locked);
  const given = new Set(replaced.flatMap(({ name, value }) => [valueKey(value), `image ${imageKey(name)}`]));
  for (const { kind, name: written, value } of materials) {
    if (kind === "other") continue;
    const isGit = kind === "git-commit";
    const key = isGit ? gitKey(written) : imageKey(imageName(written));
    // A builder writes an address as it was given, with the token.
    const name = isGit ? withoutSecrets(written) : written;
    if (given.has(`${isGit ? "git" : "image"} ${key}`)) {
      check.leftOut.push(name);
      continue;
    }
    const known = isGit ? commits.get(key) : bases.get(key);
    if (known === undefined) check.drift.push({ name, locked: null, found: value });
    else if (value === null || known.includes(null)) {
      if (value === null || !known.includes(value)) check.unknown.push(name);
    } else if (!known.includes(value)) check.drift.push({ name, locked: known[0] ?? null, found: value });
  }
  return check;
}

/** One repository may be taken at several commits, and as a submodule too. */
function commitsByRepository(locked: LockedModel | undefined): Map<string, (string | null)[]> {
  const found = new Map<string, (string | null)[]>();
  const add = (repository: string | null, commit: string | null): void => {
    if (repository === null) return;
    const key = gitKey(repository);
    found.set(key, [...(found.get(key) ?? []), commit]);
  };
  for (const { repository, ref, commit, submodules } of locked?.sources ?? []) {
    // A full commit is known by its name, whether or not its server has shown it.
    add(repository, commit ?? (ref !== null && /^[0-9a-f]{40}$/.test(ref) ? ref : null));
    for (const one of submodules ?? []) add(one.repository, one.commit);
  }
  return found;
}

/** What `docker-image://` or a git address in a --build-context would be called as a material; folders are none. */
function valueKey(value: string): string {
  const image = /^docker-image:\/\/(.+)$/.exec(value)?.[1];
  return image === undefined ? `git ${gitKey(value)}` : `image ${imageKey(image)}`;
}

function gitKey(url: string): string {
  const hash = url.indexOf("#");
  return repositoryUrl(hash < 0 ? url : url.slice(0, hash))
    .replace(/^\w+:\/\//, "")
    .toLowerCase();
}

/**
 * The name behind `pkg:docker/pytorch/pytorch@1.9.1?platform=linux%2Famd64`, which is how provenance calls an image.
 * Source: https://github.com/package-url/purl-spec (type docker).
 */
function imageName(name: string): string {
  const purl = /^pkg:(?:docker|oci)\/([^?#]*)/.exec(name)?.[1];
  if (purl === undefined) return name;
  const at = purl.lastIndexOf("@");
  const [image, tag] = at < 0 ? [purl, ""] : [purl.slice(0, at), purl.slice(at + 1)];
  try {
    return tag === "" ? decodeURIComponent(image) : `${decodeURIComponent(image)}:${decodeURIComponent(tag)}`;
  } catch {
    return name;
  }
}
