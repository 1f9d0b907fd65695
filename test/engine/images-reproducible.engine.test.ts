import { describe, expect, test } from "vitest";
import { BASE_STAND_IN, ensureBaseStandIn } from "../stand-ins/base/base.mjs";
import { writeStandIns } from "../stand-ins/contexts.mjs";
import { writtenRecord } from "../support/build-fault.ts";
import { modelSlugs } from "../support/model-slugs.ts";
import { repository } from "../support/repository.ts";
import { runBundle } from "../support/run-bundle.ts";
import { temporaryWorkspace } from "../support/workspace.ts";

/** The archive of a model's real Dockerfile on stand-ins, every instruction run anew; its image manifest's digest. */
async function archive(slug: string): Promise<string | null | undefined> {
  using workspace = temporaryWorkspace();
  const model = workspace.copyImage(slug);
  const { upstream, wheels } = writeStandIns({
    root: repository(),
    slug,
    out: `${workspace.folder}/stand-ins`,
  });
  const end = await runBundle("build-image", {
    workspace: workspace.folder,
    inputs: {
      model,
      "build-contexts": `base=docker-image://${BASE_STAND_IN}\nupstream=${upstream}\nwheels=${wheels}`,
      outputs: "type=oci,dest=image.tar,rewrite-timestamp=true,oci-mediatypes=true",
      reproducible: "true",
      "no-cache": "true",
    },
  });
  expect(end.code, end.stdout + end.stderr).toBe(0);
  const record = writtenRecord(workspace, slug);
  expect(record).toMatchObject({ reproducible: true, steps: { cached: 0 } });
  return record.imageDigest;
}

// One of the five takes ten seconds, and all share what could differ.
const slugs = process.env.MIA_ENGINE_ALL ? modelSlugs() : modelSlugs().slice(0, 1);

describe.skipIf(!process.env.MIA_ENGINE)("real Dockerfiles on stand-ins, built twice without a cache", () => {
  test.each(slugs)("%s has the same image digest", async (slug) => {
    const log = (line: string): void => void process.stderr.write(`${line}\n`);
    await ensureBaseStandIn({ env: process.env as Record<string, string>, log });
    const first = await archive(slug);
    expect(first).toMatch(/^sha256:/);
    expect(await archive(slug)).toBe(first);
  });
});
