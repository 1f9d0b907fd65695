/** A version as PEP 440 takes it apart. Compared by `compareVersions`, never as text. */
export interface Version {
  epoch: number;
  release: number[];
  pre: { kind: "a" | "b" | "rc"; number: number } | undefined;
  post: number | undefined;
  dev: number | undefined;
  /** The label behind `+`: numbers are compared as such, and count more than words. */
  local: (string | number)[];
}

const form =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/i;

/** Longer ones are no versions, and matching them would take its time. */
const maxVersion = 256;

const preKinds: Record<string, "a" | "b" | "rc"> = { a: "a", alpha: "a", b: "b", beta: "b" };

/** The version; undefined for what is none, and for numbers beyond 15 digits, which could not be compared exactly. */
export function parseVersion(text: string): Version | undefined {
  const plain = text.trim();
  const match = plain.length > maxVersion || /\d{16}/.test(plain) ? null : form.exec(plain);
  if (match === null) return undefined;
  const [, epoch, release = "", kind, pre, implicit, post, postNumber, dev, devNumber, local] = match;
  return {
    epoch: Number(epoch ?? 0),
    release: release.split(".").map(Number),
    pre: kind === undefined ? undefined : { kind: preKinds[kind.toLowerCase()] ?? "rc", number: Number(pre) },
    post: implicit !== undefined ? Number(implicit) : post === undefined ? undefined : Number(postNumber),
    dev: dev === undefined ? undefined : Number(devNumber),
    local: (local ?? "")
      .toLowerCase()
      .split(/[-_.]/)
      .filter((part) => part !== "")
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  };
}

/** One spelling for a version: `1.0-RC1` and `v1.0rc01` are `1.0rc1`. Trailing zeros stay. */
export function formatVersion(version: Version): string {
  const { local } = version;
  return publicText(version) + (local.length > 0 ? `+${local.join(".")}` : "");
}

function publicText({ epoch, release, pre, post, dev }: Version): string {
  return [
    epoch > 0 ? `${epoch}!` : "",
    release.join("."),
    pre ? `${pre.kind}${pre.number}` : "",
    post === undefined ? "" : `.post${post}`,
    dev === undefined ? "" : `.dev${dev}`,
  ].join("");
}

/** Negative where `a` is older than `b`, zero where they are one version. `1.0.dev1 < 1.0a1 < 1.0 < 1.0+x < 1.0.post1`. */
export function compareVersions(a: Version, b: Version): number {
  return comparePublic(a, b) || compareLocal(a.local, b.local);
}

/** The order without what follows the plus. */
export function comparePublic(a: Version, b: Version): number {
  return (
    a.epoch - b.epoch ||
    compareRelease(a.release, b.release) ||
    order(preRank(a), preRank(b)) ||
    (a.pre?.number ?? 0) - (b.pre?.number ?? 0) ||
    order(a.post ?? -1, b.post ?? -1) ||
    order(a.dev ?? Number.POSITIVE_INFINITY, b.dev ?? Number.POSITIVE_INFINITY)
  );
}

export function compareRelease(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A development release of nothing else comes first; a version without `a`, `b` or `rc` comes behind those. */
function preRank({ pre, post, dev }: Version): number {
  if (pre) return pre.kind === "a" ? 1 : pre.kind === "b" ? 2 : 3;
  return post === undefined && dev !== undefined ? 0 : 4;
}

function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareLocal(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    if (left === right) continue;
    if (typeof left === typeof right) return left < right ? -1 : 1;
    return typeof left === "number" ? 1 : -1;
  }
  return 0;
}
