/** How versions are ordered, as far as the tables need it (PEP 440: release numbers, `rc`, `post`; `+local` does not count). */

interface Parsed {
  release: number[];
  /** What stands behind the numbers: a candidate sorts before the release, a post release behind it. */
  stage: number;
  serial: number;
}

/** Below 0, 0 or above 0; undefined where one of the two is no version this reader knows. */
export function compareVersions(a: string, b: string): number | undefined {
  const left = parse(a);
  const right = parse(b);
  if (!left || !right) return undefined;
  for (let at = 0; at < Math.max(left.release.length, right.release.length); at += 1) {
    const difference = (left.release[at] ?? 0) - (right.release[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.stage - right.stage || left.serial - right.serial;
}

const stages: Record<string, number> = { dev: -4, a: -3, b: -2, rc: -1, post: 1 };

function parse(version: string): Parsed | undefined {
  const match = /^v?(\d{1,9}(?:\.\d{1,9}){0,5})(?:[.-]?(dev|a|b|rc|post)\.?(\d{1,9})?)?(?:\+\S{0,99})?$/.exec(
    version,
  );
  if (!match) return undefined;
  const [, release = "", stage = "", serial = "0"] = match;
  return { release: release.split(".").map(Number), stage: stages[stage] ?? 0, serial: Number(serial) };
}
