import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { utimesSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { BuildResult } from "../../packages/step-result/src/index.ts";
import { writtenRecord } from "../support/build-fault.ts";
import { findBuildkitd, type RemoteBuilder, startRemoteBuilder } from "../support/buildkitd.ts";
import { type BundleEnd, runBundle } from "../support/run-bundle.ts";
import { busybox, run, writeTinyModel } from "../support/tiny-build.ts";
import { temporaryWorkspace, type Workspace } from "../support/workspace.ts";

const registry = process.env.MIA_REGISTRY ?? "";
const found = findBuildkitd();
const reason = "why" in found ? ` (${found.why})` : "";
const image = `${registry}/mia-test/reproducible-${randomBytes(4).toString("hex")}`;

/** An image whose files would tell when it was built: a directory, a file of the context with a time of its own, a file that RUN makes. */
function writeModel(workspace: Workspace): void {
  writeTinyModel(
    workspace,
    "COPY data /data",
    run("mkdir", "-p", "/made/inside"),
    run("touch", "/made/file"),
  );
  workspace.write("images/tiny/data", "data");
}

/** What changes between two checkouts, though nothing has changed. */
function touch(workspace: Workspace, seconds: number): void {
  utimesSync(`${workspace.folder}/images/tiny/data`, seconds, seconds);
}

type Order = { inputs: Record<string, string>; env?: Record<string, string> };

async function build(
  workspace: Workspace,
  { inputs, env = {} }: Order,
): Promise<{ record: BuildResult; end: BundleEnd }> {
  const end = await runBundle("build-image", {
    workspace: workspace.folder,
    inputs: { model: "tiny", reproducible: "true", ...inputs },
    env,
  });
  expect(end.code, end.stdout + end.stderr).toBe(0);
  return { record: writtenRecord(workspace, "tiny"), end };
}

describe.skipIf(!process.env.MIA_ENGINE || !busybox)("reproducible, with the engine itself", () => {
  test("an archive has the same image digest twice", async () => {
    using workspace = temporaryWorkspace();
    writeModel(workspace);
    const outputs = "type=oci,dest=image.tar,rewrite-timestamp=true,oci-mediatypes=true";
    const digests: (string | null | undefined)[] = [];
    for (const seconds of [1_000_000_000, 1_500_000_000]) {
      touch(workspace, seconds);
      const { record } = await build(workspace, { inputs: { outputs, "no-cache": "true" } });
      expect(record).toMatchObject({ reproducible: true, steps: { cached: 0 } });
      digests.push(record.imageDigest);
    }
    expect(digests[0]).toMatch(/^sha256:/);
    expect(digests[1]).toBe(digests[0]);
  });

  test.each([{ "push-by-digest": "true" }, { push: "true" }, {}])(
    "%j is refused before anything is built",
    async (how) => {
      using workspace = temporaryWorkspace();
      writeModel(workspace);
      const tags = `${registry || "127.0.0.1:1"}/mia-test/refused`;
      const inputs = { model: "tiny", tags, reproducible: "true", builder: "default", ...how };
      const end = await runBundle("build-image", { workspace: workspace.folder, inputs });
      const { failure } = writtenRecord(workspace, "tiny");
      expect([end.code, failure?.code]).toEqual([1, "invalid-input"]);
      expect(failure?.message).toMatch(/is the engine itself \(driver docker\) and cannot/);
      expect(end.stdout).not.toContain("$ docker buildx build");
    },
  );
});

describe.skipIf(!registry || "why" in found || !busybox)(
  `reproducible, with builders of its own${reason}`,
  () => {
    let builder: RemoteBuilder;
    let other: RemoteBuilder;
    beforeAll(async () => {
      if (!("program" in found)) return;
      builder = await startRemoteBuilder(found.program);
      other = await startRemoteBuilder(found.program);
    });
    afterAll(async () => {
      await builder?.stop();
      await other?.stop();
    });

    const prune = (): void => {
      for (const { name, env } of [builder, other]) {
        const args = ["buildx", "prune", "--all", "--force", "--builder", name];
        execFileSync("docker", args, { env: { ...process.env, ...env }, stdio: "pipe" });
      }
    };
    // What an earlier test left must not make two builds equal.
    beforeEach(prune);
    const at = ({ name, env }: RemoteBuilder, more: Record<string, string>): Order => ({
      inputs: { builder: name, tags: image, "push-by-digest": "true", ...more },
      env,
    });

    test.each(process.env.MIA_ENGINE_ALL ? ["default", "zstd"] : ["default"])(
      "compression %s: one image digest, after a prune and on another builder",
      async (compression) => {
        using workspace = temporaryWorkspace();
        writeModel(workspace);
        touch(workspace, 1_000_000_000);
        const first = await build(workspace, at(builder, { compression }));
        expect(first.end.outputs["image-ref"]).toBe(`${image}@${first.record.imageDigest}`);
        prune();
        touch(workspace, 1_500_000_000);
        const second = await build(workspace, at(builder, { compression }));
        const third = await build(workspace, at(other, { compression }));
        for (const { record } of [second, third]) {
          expect(record.steps?.cached).toBe(0);
          expect(record.imageDigest).toBe(first.record.imageDigest);
          expect(record.configDigest).toBe(first.record.configDigest);
        }
      },
    );

    test("with provenance the index differs and the image in it does not", async () => {
      using workspace = temporaryWorkspace();
      writeModel(workspace);
      const first = await build(workspace, at(builder, { provenance: "max" }));
      prune();
      const second = await build(workspace, at(builder, { provenance: "max" }));
      expect(first.record.imageDigest).not.toBe(first.record.digest);
      expect(second.record.digest).not.toBe(first.record.digest);
      expect(second.record.imageDigest).toBe(first.record.imageDigest);
      expect(second.end.outputs["image-digest"]).toBe(second.record.imageDigest);
    });

    test("without it two builds differ, so that the above means something", async () => {
      using workspace = temporaryWorkspace();
      writeModel(workspace);
      const first = await build(workspace, at(builder, { reproducible: "false" }));
      prune();
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const second = await build(workspace, at(builder, { reproducible: "false" }));
      expect(second.record.imageDigest).not.toBe(first.record.imageDigest);
    });
  },
);
