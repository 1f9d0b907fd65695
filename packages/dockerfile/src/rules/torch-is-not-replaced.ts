import { newestWants } from "../knowledge/newest-with-torch.ts";
import { torchOf as torchBuiltFor } from "../knowledge/torch-family.ts";
import { type Environment, noted, type Package, torchOf } from "../pins/environment.ts";
import type { Install } from "../pins/installs.ts";
import { isThere, packageName, pinOf } from "../pins/packages.ts";
import { satisfies } from "../pins/specifiers.ts";
import { type Moment, momentsOf } from "../pins/timeline.ts";
import { agree, publicVersion } from "../pins/versions.ts";
import type { Report, Rule } from "../rule.ts";
import { uniqueReports } from "./unique-reports.ts";

export const torchIsNotReplaced: Rule = {
  code: "MIA110",
  id: "torch-is-not-replaced",
  description: "Once torch is there, no later command makes pip replace it.",
  severity: "warning",
  confidence: "medium",
  since: "0.1.0",
  *check(image) {
    yield* uniqueReports(momentsOf(image).flatMap(judge));
  },
};

type Torch = Package & { version: string };

function judge({ installs, before }: Moment): Report[] {
  const torch = torchOf(before);
  if (torch?.sure !== true) return [];
  const counted = installs.filter(
    ({ verb, tool, options, applies }) =>
      verb === "install" && tool !== "conda" && options.target === undefined && applies === true,
  );
  // Constraints and --no-deps are there to keep torch where it is.
  const guarded = counted.some(
    ({ options, step }) =>
      options.noDeps ||
      options.uses.some(({ name }) => name === "--constraint") ||
      step.variables("PIP_CONSTRAINT") !== null,
  );
  if (guarded) return [];
  // Named beside the others, torch stays where it can, and pip looks for what fits it.
  const named = counted.some((install) => packageName(install) === "torch");
  return counted.flatMap((install) => {
    const why =
      packageName(install) === "torch"
        ? ofTorch(install, torch, before)
        : named
          ? undefined
          : ofOthers(install, torch, before);
    return why === undefined
      ? []
      : [{ ...why, locations: [install.location, noted(torch, `torch ${torch.version}`)] }];
  });
}

type Why = Pick<Report, "message" | "remedy">;

function ofTorch(install: Install, torch: Torch, before: Environment): Why | undefined {
  const { requirement, options } = install;
  const remedy = `Pin torch ${torch.version} there too, or leave torch out.`;
  if (requirement.source !== "index" || !requirement.known) return undefined;
  const pin = pinOf(install);
  if (pin !== undefined) {
    // Against the base's torch, that is another rule's.
    if (torch.from === "base" || isThere(install, before) !== false) return undefined;
    return { message: `torch ${pin} replaces the torch ${torch.version} that was installed before`, remedy };
  }
  const asks = requirement.specifiers.map(({ operator, version }) => operator + version).join(",");
  if (satisfies(torch.version, requirement.specifiers) === false)
    return { message: `torch${asks} replaces the torch ${torch.version} that is there`, remedy };
  if (!options.upgrade && !options.reinstall) return undefined;
  // A range that ends at what is there moves nothing.
  if (requirement.specifiers.some(({ operator }) => /^(?:<|~=)/.test(operator))) return undefined;
  const how = options.upgrade ? "--upgrade" : "--force-reinstall";
  return {
    message: `${how} makes pip replace the torch ${torch.version} that is there by the newest`,
    remedy,
  };
}

function ofOthers(install: Install, torch: Torch, before: Environment): Why | undefined {
  const name = packageName(install);
  const { requirement, options } = install;
  if (requirement.source !== "index" || !requirement.known) return undefined;
  const pin = pinOf(install);
  const have = publicVersion(torch.version);
  if (pin !== undefined) {
    const wanted = name === "torchvision" || name === "torchaudio" ? torchBuiltFor(name, pin) : [];
    if (wanted.length === 0 || wanted.some((one) => agree(one, have)) || isThere(install, before) === true)
      return undefined;
    return {
      message: `${name} ${pin} is for torch ${wanted.join(" or ")}: pip replaces the torch ${torch.version} that is there`,
      remedy: `Pin the ${name} that belongs to torch ${have}.`,
    };
  }
  if (requirement.specifiers.length > 0 || (isThere(install, before) !== false && !options.upgrade))
    return undefined;
  // What another index has as its newest, nobody knows.
  if (options.indexUrl !== undefined || options.noIndex || !options.complete) return undefined;
  const python = before.python?.sure ? before.python.value : undefined;
  const wants = newestWants(name, python, have);
  if (wants === undefined) return undefined;
  const asks = wants === "" ? "another torch" : `torch${wants}`;
  return {
    message: `the newest ${name}${python === undefined ? "" : ` for Python ${python}`} asks for ${asks}: pip replaces the torch ${torch.version} that is there`,
    remedy: `Pin the ${name} that belongs to torch ${have}, or say --no-deps.`,
  };
}
