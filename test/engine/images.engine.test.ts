import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import type { BuildResult, SmokeResult } from "../../packages/step-result/src/index.ts";
import { BASE_STAND_IN, ensureBaseStandIn } from "../stand-ins/base/base.mjs";
import { writeStandIns } from "../stand-ins/contexts.mjs";
import { modelSlugs } from "../support/model-slugs.ts";
import { repository } from "../support/repository.ts";
import { runBundle } from "../support/run-bundle.ts";
import { temporaryWorkspace } from "../support/workspace.ts";

const replaced = ["base", "upstream", "wheels"];

// Every folder, so that a new one is built and run without being named here.
describe.skipIf(!process.env.MIA_ENGINE)("the real Dockerfile of every model through stand-ins", () => {
  beforeAll(async () => {
    const log = (line: string): void => void process.stderr.write(`${line}\n`);
    await ensureBaseStandIn({ env: process.env as Record<string, string>, log });
  });

  test.each(modelSlugs())(
    "images/%s builds and answers, and nobody can mistake it for the real image",
    async (slug) => {
      using workspace = temporaryWorkspace();
      // As in a repository that only uses these actions: model_runtime is the one they ship.
      const model = workspace.copyImage(slug);
      const { upstream, wheels } = writeStandIns({
        root: repository(),
        slug,
        out: `${workspace.folder}/stand-ins`,
      });
      const image = `mia-test/${slug}:stand-in-${process.pid}`;
      const contexts = `base=docker-image://${BASE_STAND_IN}\nupstream=${upstream}\nwheels=${wheels}`;
      try {
        const built = await runBundle("build-image", {
          workspace: workspace.folder,
          inputs: { model, tags: image, "build-contexts": contexts },
        });
        expect(built.code, built.stdout + built.stderr).toBe(0);
        expect(built.stdout).toContain("evidence: stand-in (replaced: base, upstream, wheels)");
        const build: BuildResult = JSON.parse(
          workspace.read(`model-image-results/step-result-build-${slug}.json`),
        );
        expect(build).toMatchObject({ status: "passed", evidence: "stand-in", replacedContexts: replaced });
        const [inspected] = JSON.parse(
          execFileSync("docker", ["image", "inspect", image], { encoding: "utf8" }),
        );
        expect(inspected.Config).toMatchObject({
          User: "runpod",
          Labels: {
            "org.model-image-actions.evidence": "stand-in",
            "org.model-image-actions.replaced-contexts": replaced.join(","),
          },
        });

        const ran = await runBundle("smoke-inference", {
          workspace: workspace.folder,
          inputs: { model, image: built.outputs["image-ref"] ?? "", gpu: "none" },
        });
        expect(ran.code, ran.stdout + ran.stderr).toBe(0);
        const smoke: SmokeResult = JSON.parse(
          workspace.read(`model-image-results/step-result-smoke-${slug}.json`),
        );
        expect(smoke).toMatchObject({
          status: "passed",
          evidence: "stand-in",
          replacedContexts: replaced,
          gpu: null,
        });
      } finally {
        execFileSync("docker", ["image", "rm", "--force", image], { stdio: "pipe" });
      }
    },
  );
});
