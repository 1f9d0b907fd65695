import type { PackageSource } from "./requirement.ts";

const vcsSchemes = new Set(
  ["bzr ftp lp file http https ssh sftp", "git http https ssh git file", "hg file http https ssh static-http"]
    .concat("svn ssh http https svn file")
    .flatMap((line) =>
      line.split(" ").map((scheme, index, [tool]) => (index === 0 ? "" : `${tool}+${scheme}`)),
    )
    .filter((scheme) => scheme !== ""),
);

/** Whether a text names a server, a repository or `file:`, as pip decides it. */
export function isUrl(text: string): boolean {
  const scheme = text.slice(0, Math.max(0, text.indexOf(":"))).toLowerCase();
  return /^(?:https?|file|ftp)$/.test(scheme) || vcsSchemes.has(scheme);
}

/** Which kind of place a URL names. */
export function sourceOf(url: string): PackageSource {
  const scheme = url.slice(0, Math.max(0, url.indexOf(":"))).toLowerCase();
  return scheme === "file" ? "file" : vcsSchemes.has(scheme) ? "vcs" : "url";
}
