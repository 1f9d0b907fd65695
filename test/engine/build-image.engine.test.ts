import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { buildImage } from "../../actions/build-image/src/build-image.ts";
import { modelYaml } from "../../actions/build-image/src/model-yaml.fixture.ts";
import { perform } from "../../packages/action-kit/src/index.ts";
import { type TestHost, testHost } from "../../packages/action-kit/src/testing.ts";
import type { BuildResult } from "../../packages/step-result/src/index.ts";
import { temporaryWorkspace, type Workspace } from "../support/workspace.ts";

interface Built {
  record: BuildResult;
  outputs: Record<string, string>;
  host: TestHost;
}

async function build(folder: string, inputs: Record<string, string>): Promise<Built> {
  const host = testHost(folder);
  const { records, outputs } = await perform(buildImage, inputs, host);
  return { record: records[0] as BuildResult, outputs, host };
}

const docker = (...args: string[]): string => execFileSync("docker", args, { encoding: "utf8" }).trim();

const dockerfile = `FROM scratch AS image
COPY weights/ /weights/
COPY --from=model-runtime runtime.txt /runtime.txt

FROM image AS broken
COPY not-there /

FROM image AS runtime
USER 1000
`;

/** A model of 2,000,000 bytes, of which .dockerignore leaves half, with contents that no cache has seen. */
function tinyModel(workspace: Workspace, images = "images"): void {
  workspace.write(`${images}/tiny/model.yaml`, modelYaml("tiny"));
  workspace.write(`${images}/tiny/Dockerfile`, dockerfile);
  workspace.write(`${images}/tiny/.dockerignore`, "**/*.pth\n");
  workspace.write(`${images}/tiny/weights/kept.bin`, randomBytes(500_000).toString("hex"));
  workspace.write(`${images}/tiny/weights/ignored.pth`, randomBytes(500_000).toString("hex"));
  workspace.write("images/runtime/runtime.txt", "runtime");
}

describe.skipIf(!process.env.MIA_ENGINE)("build-image on a real engine", () => {
  test("loads an image, and the engine agrees with the record", async () => {
    using workspace = temporaryWorkspace();
    tinyModel(workspace);
    const tag = `mia-test/tiny:${randomBytes(4).toString("hex")}`;
    const first = await build(workspace.folder, { model: "images/tiny", tags: tag });
    try {
      const { record, outputs } = first;
      expect(record.failure).toBeUndefined();
      expect(record).toMatchObject({ evidence: "real", steps: { total: 2, cached: 0 }, pushed: false });
      // Half of the files, and some tens of bytes for each name.
      expect(record.transferredBytes).toBeGreaterThan(1_000_000);
      expect(record.transferredBytes).toBeLessThan(1_002_000);
      // By digest where the engine keeps images in containerd; with its classic store, by tag.
      expect(outputs["image-ref"]).toBe(record.imageRef ?? tag);
      const [image] = JSON.parse(docker("image", "inspect", outputs["image-ref"] ?? ""));
      expect([record.digest, record.configDigest]).toContain(image.Id);
      expect(record.sizeBytes).toBe(image.Size);
      expect(image.Config).toMatchObject({
        User: "1000",
        Labels: { "org.model-image-actions.model": "tiny", "org.model-image-actions.evidence": "real" },
      });
      const second = await build(workspace.folder, { model: "tiny", tags: tag });
      expect(second.record).toMatchObject({ steps: { total: 2, cached: 2 }, digest: record.digest });
    } finally {
      docker("image", "rm", "--force", tag);
    }
  });

  test("a stand-in that the Dockerfile itself starts from, or a build argument brings, makes a stand-in", async () => {
    using workspace = temporaryWorkspace();
    tinyModel(workspace);
    const [base, tag] = ["base", "tiny"].map((n) => `mia-test/${n}:${randomBytes(4).toString("hex")}`) as [
      string,
      string,
    ];
    try {
      workspace.write(
        "images/tiny/Dockerfile",
        "FROM scratch AS runtime\nLABEL org.model-image-actions.stand-in=base\n",
      );
      const made = await build(workspace.folder, { model: "tiny", tags: base });
      expect(made.record).toMatchObject({ evidence: "stand-in", replacedContexts: ["base"] });

      workspace.write("images/tiny/Dockerfile", `FROM ${base} AS runtime\nUSER 1000\n`);
      const inherited = await build(workspace.folder, { model: "tiny", tags: tag });
      expect(inherited.record).toMatchObject({ evidence: "stand-in", replacedContexts: ["base"] });
      expect(inherited.record.sizeBytes).not.toBeNull();

      workspace.write("images/tiny/Dockerfile", "ARG BASE=scratch\nFROM $BASE AS runtime\nUSER 1000\n");
      const argument = await build(workspace.folder, {
        model: "tiny",
        tags: tag,
        "build-args": `BASE=${base}`,
      });
      expect(argument.record).toMatchObject({ evidence: "stand-in", replacedContexts: ["arg:BASE", "base"] });
    } finally {
      docker("image", "rm", "--force", tag, base);
    }
  });

  test("a folder that is named like an address is a folder", async () => {
    using workspace = temporaryWorkspace();
    tinyModel(workspace, "git@github.com:o");
    const tag = `mia-test/tiny:${randomBytes(4).toString("hex")}`;
    const { record } = await build(workspace.folder, { model: "git@github.com:o/tiny", tags: tag });
    try {
      expect(record.failure).toBeUndefined();
      expect(record.transferredBytes).toBeGreaterThan(1_000_000);
    } finally {
      docker("image", "rm", "--force", tag);
    }
  });

  test("a failing instruction is named, at its line", async () => {
    using workspace = temporaryWorkspace();
    tinyModel(workspace);
    const { record } = await build(workspace.folder, { model: "tiny", target: "broken" });
    expect(record.failure).toMatchObject({ code: "build-failed" });
    expect(record.failure?.message).toMatch(
      /not in its build context: step "\[broken 1\/1\] COPY not-there \/"/,
    );
    expect(record.findings[0]?.locations).toEqual([{ file: "images/tiny/Dockerfile", line: 6 }]);
  });

  test.skipIf(!process.env.MIA_REGISTRY)(
    "pushes what the registry then serves by the same digest",
    async () => {
      using workspace = temporaryWorkspace();
      tinyModel(workspace);
      const tag = `${process.env.MIA_REGISTRY}/mia-test/tiny:${randomBytes(4).toString("hex")}`;
      const { record, outputs } = await build(workspace.folder, { model: "tiny", tags: tag, push: "true" });
      expect(record.failure).toBeUndefined();
      const inspect = ["buildx", "imagetools", "inspect", "--format", "{{json .Manifest}}"];
      expect(JSON.parse(docker(...inspect, tag)).digest).toBe(record.digest);
      const reference = outputs["image-ref"] ?? "";
      expect(reference).toBe(`${process.env.MIA_REGISTRY}/mia-test/tiny@${record.digest}`);
      const raw = JSON.parse(docker("buildx", "imagetools", "inspect", "--raw", reference));
      expect(raw.config.digest).toBe(record.configDigest);
    },
  );

  test("a registry that is not there is told from a build that fails", async () => {
    using workspace = temporaryWorkspace();
    tinyModel(workspace);
    const { record } = await build(workspace.folder, {
      model: "tiny",
      tags: "127.0.0.1:1/tiny:1",
      push: "true",
    });
    expect(record).toMatchObject({
      status: "failed",
      pushed: false,
      failure: { code: "registry-unreachable" },
    });
  });

  test("cancelled: buildx stops the builder and the record says so", async () => {
    using workspace = temporaryWorkspace();
    tinyModel(workspace);
    // Large enough that the build is still sending it when it is asked to stop.
    workspace.write("images/tiny/weights/large.bin", randomBytes(60_000_000).toString("base64"));
    const host = testHost(workspace.folder);
    const running = perform(buildImage, { model: "tiny" }, host);
    const began = (): boolean => host.logged.some((line) => line.includes("load build context"));
    while (!began()) await new Promise((resolve) => setTimeout(resolve, 5));
    const asked = Date.now();
    host.cancel();
    const { records } = await running;
    expect(records[0]?.failure).toMatchObject({ code: "cancelled" });
    expect(Date.now() - asked).toBeLessThan(6000);
  });
});
