/**
 * The oldest buildx we ask for, with `minimumEngine`. What we use came with 0.13 (`--progress rawjson`; named contexts are
 * older); between that and this one nobody tries ours. Only a failed build asks for the version.
 */
export const minimumBuildx = "0.20.0";

/**
 * The oldest Docker Engine. `ADD` of a git repository left the labs channel with Dockerfile 1.6, which is BuildKit 0.12,
 * which is Docker Engine 25: the built-in frontend of an older engine would download the page behind the address.
 */
export const minimumEngine = 25;

/**
 * The version in the output of `docker buildx version`, such as 0.30.1, or undefined. Distributions write it their
 * own way: `github.com/docker/buildx v0.30.1 9e66234...`, `github.com/docker/buildx 0.29.1+ds1 0.29.1+ds1-4`.
 */
export function parseBuildxVersion(text: string): string | undefined {
  const match = /(?:^|\s)v?(\d{1,4})\.(\d{1,4})\.(\d{1,4})(?=[\s+~.-]|$)/.exec(text.slice(0, 4096));
  return match ? `${match[1]}.${match[2]}.${match[3]}` : undefined;
}

/** True where `version` is older than `minimum`; both as `parseBuildxVersion` gives them. */
export function isOlderBuildx(version: string, minimum: string = minimumBuildx): boolean {
  const [ours, theirs] = [version, minimum].map((text) => text.split(".").map(Number));
  for (const [index, wanted] of (theirs ?? []).entries()) {
    const found = ours?.[index] ?? 0;
    if (found !== wanted) return found < wanted;
  }
  return false;
}
