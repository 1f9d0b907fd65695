import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import { type FileWrite, writesTo } from "../stages/file-write.ts";
import { fileWrites } from "../stages/file-writes.ts";
import { placeOf } from "../stages/place.ts";
import { forGood, once } from "./insecure-reports.ts";

/** What configuration files say. */
const lines: { file: RegExp; line: RegExp; what: string }[] = [
  { file: /npmrc$/, line: /^\s*strict-ssl\s*=\s*false\b/i, what: "npm is told to check no certificates" },
  {
    file: /gitconfig$/,
    line: /^\s*sslverify\s*=\s*(?:false|0|no|off)\b/i,
    what: "git is told to check no certificates",
  },
  {
    file: /condarc$/,
    line: /^\s*ssl_verify\s*:\s*(?:false|no|off)\b/i,
    what: "conda is told to check no certificates",
  },
  { file: /curlrc$/, line: /^\s*-?-?(?:insecure|k)\s*$/i, what: "curl is told to check no certificates" },
  {
    file: /wgetrc$/,
    line: /^\s*check_certificate\s*=\s*(?:off|no|0)\b/i,
    what: "wget is told to check no certificates",
  },
  {
    file: /pip\.(?:conf|ini)$/,
    line: /^\s*trusted-host\s*=/i,
    what: "pip is told to trust a host without its certificate",
  },
  {
    file: /apt\.conf(?:\.d\/[^/]+)?$/,
    line: /(?:AllowUnauthenticated|AllowInsecureRepositories)\s+"?(?:true|1|yes)\b|Verify-(?:Peer|Host)\s+"?(?:false|0|no)\b/i,
    what: "apt is told to check neither signatures nor certificates",
  },
  {
    file: /sources\.list(?:\.d\/[^/]+)?$|\.list$/,
    // Packages that lie in the image are as trusted as the image.
    line: /^\s*deb(?:-src)?\s+\[[^\]]{0,200}\btrusted=yes\b[^\]]{0,200}\]\s+(?!file:|copy:)/i,
    what: "apt is told to take packages of this list without a signature",
  },
];

/** Configuration files that are written or copied, and switch a check off. */
export function* insecureConfigurations(image: Image): Generator<Report> {
  for (const write of fileWrites(image)) {
    if (write.target === undefined) continue;
    for (const { file, line, what } of lines) {
      if (!file.test(write.target) || !writesTo(write, file)) continue;
      const hit = write.lines.find(
        ({ text, isComment }) => !isComment && text.length < 5000 && line.test(text),
      );
      const say = isTakenBack(image, write) ? once : forGood;
      if (hit) yield say(what, placeOf(image, write, hit.position));
    }
  }
}

/** The same RUN removes the file again. */
function isTakenBack(image: Image, { target, command }: FileWrite): boolean {
  if (command === undefined || target === undefined) return false;
  return image.commands.some(
    ({ name, step, words }) =>
      step === command.step && name === "rm" && words.some(({ value }) => value === target),
  );
}
