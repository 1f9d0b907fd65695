import type { Edit } from "@mia/step-result";
import { fixOf, replaceSpan } from "../fixes/edit.ts";
import { torchOf as torchBuiltFor, torchFamily } from "../knowledge/torch-family.ts";
import { noted } from "../pins/environment.ts";
import type { Install } from "../pins/installs.ts";
import { packageName, pinOf } from "../pins/packages.ts";
import { momentsOf } from "../pins/timeline.ts";
import { agree, cudaOfVersion, minorVersion, publicVersion } from "../pins/versions.ts";
import type { Report, Rule } from "../rule.ts";

export const torchFamilyFits: Rule = {
  code: "MIA107",
  id: "torch-family-fits",
  description: "torch, torchvision and torchaudio that are installed together belong together.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  fix: "safe",
  *check(image) {
    const seen = new Set<string>();
    for (const { installs } of momentsOf(image)) {
      const certain = installs.filter(({ applies }) => applies === true);
      const torches = certain.filter(
        (install) => packageName(install) === "torch" && pinOf(install) !== undefined,
      );
      const [torch] = torches;
      // Two torches in one command are another rule's.
      if (torch === undefined || new Set(torches.map(pinOf)).size > 1) continue;
      for (const member of certain) {
        const report = judge(torch, member);
        const [place] = report?.locations ?? [];
        const key = `${place?.file}:${place?.line}:${report?.message}`;
        if (report === undefined || seen.has(key)) continue;
        seen.add(key);
        yield report;
      }
    }
  },
};

function judge(torch: Install, member: Install): Report | undefined {
  const name = packageName(member);
  const asked = pinOf(member);
  const torchPin = pinOf(torch) ?? "";
  if ((name !== "torchvision" && name !== "torchaudio") || asked === undefined) return undefined;
  const fitting = torchFamily(torchPin)?.[name] ?? [];
  const version = fitting.at(-1);
  if (version === undefined) return undefined;
  const locations = [member.location, noted(torch, `torch ${torchPin}`)];
  const label = asked.split("+")[1];
  if (!fitting.some((one) => agree(one, publicVersion(asked)))) {
    const sameMinor = minorVersion(asked) === minorVersion(version);
    // Some releases are on conda's channels only: one that no torch is known for may well be this one's.
    if (sameMinor && (torchBuiltFor(name, asked).length === 0 || member.options.noDeps)) return undefined;
    const to = label === undefined ? version : `${version}+${label}`;
    const effect = sameMinor
      ? "pip since 20.3 refuses the two together"
      : "pip refuses the two together, or the import fails";
    return {
      message: `${name} ${asked} does not belong to torch ${torchPin}, ${name} ${version} does: ${effect}`,
      remedy: `Write ${name}==${to}, or another torch.`,
      locations,
      ...(sameMinor ? { severity: "warning" as const } : {}),
      ...fixOf(`Pin ${name} ${to}`, "safe", versionEdit(member, to)),
    };
  }
  const [cuda, torchCuda] = [cudaOfVersion(asked), cudaOfVersion(torchPin)];
  if (name !== "torchvision" || cuda === undefined || torchCuda === undefined || cuda === torchCuda)
    return undefined;
  const to = `${publicVersion(asked)}+${torchPin.split("+")[1]}`;
  // Older releases compare the minor version as well.
  const sameMajor = cuda.split(".")[0] === torchCuda.split(".")[0];
  return {
    message: `${name} ${asked} is built for CUDA ${cuda} (${label}), torch ${torchPin} for CUDA ${torchCuda}: importing torchvision ${sameMajor ? "may raise" : "raises"} an error`,
    remedy: `Write ${name}==${to}.`,
    locations,
    ...(sameMajor ? { severity: "warning" as const } : {}),
    ...fixOf(`Pin ${name} ${to}`, "safe", versionEdit(member, to)),
  };
}

/** The version by another, where it stands in the file as it is. */
function versionEdit({ requirement, location }: Install, version: string): Edit | undefined {
  const [only, ...others] = requirement.specifiers;
  if (only === undefined || others.length > 0 || !requirement.exact || !requirement.known) return undefined;
  const { versionPosition, end } = only;
  if (versionPosition.line !== end.line || end.column - versionPosition.column !== only.version.length)
    return undefined;
  return replaceSpan(
    { file: location.file, ...versionPosition, endLine: end.line, endColumn: end.column },
    version,
  );
}
