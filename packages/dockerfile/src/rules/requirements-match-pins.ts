import type { Location } from "@mia/step-result";
import { hasModel, type Image, locate } from "../image.ts";
import { modelLine } from "../model-lines.ts";
import { pipRequirements } from "../pins/pip-command.ts";
import { normalName, type Requirement, type Specifier } from "../pins/requirements.ts";
import { publicVersion } from "../pins/versions.ts";
import type { Rule } from "../rule.ts";

export const requirementsMatchPins: Rule = {
  code: "MIA102",
  id: "requirements-match-pins",
  description: "Requirements name the very versions that model.yaml pins.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    if (!hasModel(image)) return;
    const { model, source } = image;
    const pins = new Map(
      Object.entries(model.packages).map(([name, version]) => [normalName(name), { name, version }]),
    );
    for (const { requirement, location, inFile } of requirementsOf(image)) {
      const pin = pins.get(normalName(requirement.name));
      // A condition may leave the line out; a URL has no version to compare.
      if (pin === undefined || requirement.marker || requirement.url) continue;
      const pinned = modelLine(source, pin.name, pin.version, `model.yaml pins ${pin.version}`);
      const locations = [location, ...pinned];
      const remedy = `Write \`${requirement.name}==${pin.version}\`, or change the pin in model.yaml.`;
      const exact = requirement.specifiers.find(isExact);
      if (exact && !isVersion(exact, pin.version)) {
        const message = `${requirement.name} is ${exact.version} here and ${pin.version} in model.yaml`;
        yield { message, remedy, locations };
      } else if (!exact && inFile) {
        const asks = requirement.specifiers.map(({ operator, version }) => operator + version).join(",");
        const message = `${requirement.name} is not pinned here (${asks || "any version"}); model.yaml pins ${pin.version}`;
        yield { message, remedy, locations, severity: "warning" };
      }
    }
  },
};

function isExact({ operator, version }: Specifier): boolean {
  return (operator === "==" || operator === "===") && !version.includes("*");
}

/** `==1.9.1` takes 1.9.1+cu111 too: pip leaves a local label out of account where the requirement has none. */
function isVersion({ operator, version }: Specifier, pinned: string): boolean {
  if (version.toLowerCase() === pinned.toLowerCase()) return true;
  return operator === "==" && !version.includes("+") && sameRelease(version, publicVersion(pinned));
}

/** 1.0 and 1.0.0 are one version. */
function sameRelease(a: string, b: string): boolean {
  const plain = (version: string): string => version.toLowerCase().replace(/(?:\.0)+$/, "");
  return plain(a) === plain(b);
}

function* requirementsOf(
  image: Image,
): Generator<{ requirement: Requirement; location: Location; inFile: boolean }> {
  for (const { path, requirements } of image.requirements) {
    for (const requirement of requirements)
      yield { requirement, location: locate(path, requirement.position), inFile: true };
  }
  for (const command of image.commands) {
    for (const requirement of pipRequirements(command))
      yield { requirement, location: image.at(requirement.position), inFile: false };
  }
}
