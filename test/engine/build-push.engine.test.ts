import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BuildResult } from "../../packages/step-result/src/index.ts";
import { BASE_STAND_IN, ensureBaseStandIn } from "../stand-ins/base/base.mjs";
import { writeStandIns } from "../stand-ins/contexts.mjs";
import { writtenRecord } from "../support/build-fault.ts";
import { findBuildkitd, startRemoteBuilder } from "../support/buildkitd.ts";
import { modelSlugs } from "../support/model-slugs.ts";
import { noPrivateEngine, startPrivateEngine } from "../support/private-engine.ts";
import { repository } from "../support/repository.ts";
import { runBundle } from "../support/run-bundle.ts";
import { temporaryWorkspace } from "../support/workspace.ts";

const registry = process.env.MIA_REGISTRY ?? "";
const found = findBuildkitd();
const isRemote = "program" in found;
const why = !registry ? "no engine or registry" : isRemote ? undefined : noPrivateEngine();
const folder = `${registry}/mia-test/${randomBytes(4).toString("hex")}`;
const base = `${folder}/base:1`;

interface Builder {
  inputs: Record<string, string>;
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** A builder that has built nothing yet: buildkitd, which can push by digest, or an engine. */
async function emptyBuilder(): Promise<Builder> {
  if (!("program" in found)) return { inputs: {}, ...(await startPrivateEngine()) };
  const { name, env, stop } = await startRemoteBuilder(found.program);
  return { inputs: { builder: name }, env, stop };
}

/** Pushes the image of a model through its stand-ins, with a cache in the registry. */
async function push(
  slug: string,
  { inputs, env }: Builder,
  more: Record<string, string>,
): Promise<BuildResult> {
  using workspace = temporaryWorkspace();
  const model = workspace.copyImage(slug);
  const out = `${workspace.folder}/stand-ins`;
  const { upstream, wheels } = writeStandIns({ root: repository(), slug, out });
  const contexts = `base=docker-image://${base}\nupstream=${upstream}\nwheels=${wheels}`;
  const how = isRemote
    ? { "push-by-digest": "true", tags: `${folder}/${slug}` }
    : { push: "true", tags: `${folder}/${slug}:1` };
  const end = await runBundle("build-image", {
    workspace: workspace.folder,
    inputs: {
      model,
      "build-contexts": contexts,
      cache: "registry",
      "cache-ref": `${folder}/${slug}:cache`,
      ...how,
      ...inputs,
      ...more,
    },
    env,
  });
  expect(end.code, end.stdout + end.stderr).toBe(0);
  const record = writtenRecord(workspace, slug);
  expect(end.outputs["image-ref"]).toBe(`${folder}/${slug}@${record.digest}`);
  return record;
}

describe.skipIf(why !== undefined)(
  `real Dockerfiles through a registry, ${isRemote ? "by digest" : "by tag"}`,
  () => {
    let first: Builder;
    let second: Builder;
    beforeAll(async () => {
      const log = (line: string): void => void process.stderr.write(`${line}\n`);
      await ensureBaseStandIn({ env: process.env as Record<string, string>, log });
      execFileSync("docker", ["tag", BASE_STAND_IN, base], { stdio: "pipe" });
      execFileSync("docker", ["push", "--quiet", base], { stdio: "pipe" });
      first = await emptyBuilder();
      second = await emptyBuilder();
    });
    afterAll(async () => {
      execFileSync("docker", ["image", "rm", "--force", base], { stdio: "pipe" });
      await first?.stop();
      await second?.stop();
    });

    test.each(modelSlugs())(
      "%s is pushed, and built again on an empty builder with every RUN from the cache",
      async (slug) => {
        const made = await push(slug, first, { "cache-write": "true" });
        expect(made).toMatchObject({
          ...{ status: "passed", evidence: "stand-in", pushed: true },
          replacedContexts: ["base", "upstream", "wheels"],
          cache: { mode: "registry", written: true },
        });
        expect(made.contentKey).toBeUndefined();
        expect(made.steps?.total).toBeGreaterThan(4);
        expect(made.phases?.some(({ name }) => name === "run")).toBe(true);
        expect(made.imageDigest).toBe(made.digest);
        const manifest = execFileSync("docker", [
          "buildx",
          "imagetools",
          "inspect",
          "--raw",
          made.imageRef ?? "",
        ]);
        expect(`sha256:${createHash("sha256").update(manifest).digest("hex")}`).toBe(made.digest);
        const { config, layers } = JSON.parse(manifest.toString());
        expect(config.digest).toBe(made.configDigest);
        expect(made.sizes?.layers.map(({ digest }) => digest)).toEqual(
          layers.map(({ digest }: { digest: string }) => digest),
        );
        if (isRemote) expect(await tagsOf(slug)).toEqual(["cache"]);

        const again = await push(slug, second, {});
        expect(again.steps).toEqual({ total: made.steps?.total, cached: made.steps?.total });
        expect(again.phases?.filter(({ name }) => name === "run")).toEqual([]);
        expect(again.configDigest).toBe(made.configDigest);
      },
    );
  },
);

async function tagsOf(slug: string): Promise<string[]> {
  const answer = await fetch(`http://${folder.replace("/", "/v2/")}/${slug}/tags/list`);
  return ((await answer.json()) as { tags: string[] }).tags;
}
