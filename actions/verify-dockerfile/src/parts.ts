import type { Host, Seed } from "@mia/action-kit";
import type { Policy } from "@mia/dockerfile";
import { type Checked, checkDockerfiles, checkModel, ruleIds } from "./check.ts";
import type { ChosenPolicies } from "./policies.ts";
import { join, type SourceReader } from "./source-reader.ts";
import type { Subjects } from "./subjects.ts";

/** What one record speaks of: a model, or all Dockerfiles that belong to none. */
export interface Part {
  seed: Seed<"verify">;
  policy: Policy;
  /** The Dockerfiles, relative to the workspace. */
  dockerfiles: readonly string[];
  check(reader: SourceReader): Promise<Checked>;
}

export function partsOf(
  host: Host,
  { models, dockerfiles, skipped }: Subjects,
  policies: ChosenPolicies,
  context: string | undefined,
): Part[] {
  const common = { step: "verify", context: null } as const;
  const parts = models.map((model): Part => {
    const { slug, folder } = model;
    return {
      seed: { ...common, rules: [...ruleIds], model: slug, folder, policy: policies.model.name },
      policy: policies.model,
      dockerfiles: [join(folder, "Dockerfile")],
      check: (reader) => checkModel(host, reader, model, policies),
    };
  });
  if (dockerfiles.length > 0) {
    parts.push({
      seed: {
        ...common,
        rules: [...ruleIds],
        folder: ".",
        policy: policies.plain.name,
        files: dockerfiles.slice(0, maxFiles),
        skipped: skipped.slice(0, maxSkipped),
      },
      policy: policies.plain,
      dockerfiles,
      check: (reader) => checkDockerfiles(host, reader, dockerfiles, { context, policies }),
    });
  }
  return parts;
}

/** As many as a record has room for. */
const maxFiles = 10_000;
const maxSkipped = 1000;
