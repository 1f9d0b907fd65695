import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import type { BuildResult } from "../../packages/step-result/src/index.ts";
import { writtenRecord } from "../support/build-fault.ts";
import { type BundleEnd, runBundle } from "../support/run-bundle.ts";
import { writeTinyModel } from "../support/tiny-build.ts";
import { temporaryWorkspace, type Workspace } from "../support/workspace.ts";

const registry = process.env.MIA_REGISTRY ?? "";

interface Built {
  record: BuildResult;
  end: BundleEnd;
}

async function push(workspace: Workspace, inputs: Record<string, string>): Promise<Built> {
  const end = await runBundle("build-image", {
    workspace: workspace.folder,
    inputs: { model: "tiny", push: "true", "skip-proven": "true", ...inputs },
  });
  expect(end.code, end.stdout + end.stderr).toBe(0);
  return { record: writtenRecord(workspace, "tiny"), end };
}

/** What the registry serves under a tag, by the digest it names. */
async function served(image: string): Promise<string | null> {
  const [, name, tag] = /^[^/]+\/(.+):([^:]+)$/.exec(image) ?? [];
  const accept =
    "application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json";
  const answer = await fetch(`http://${registry}/v2/${name}/manifests/${tag}`, {
    method: "HEAD",
    headers: { accept },
  });
  return answer.ok ? answer.headers.get("docker-content-digest") : null;
}

/** A workspace whose image nobody has built yet. */
function fresh(...instructions: string[]): { workspace: Workspace; image: string } {
  const workspace = temporaryWorkspace();
  const mark = randomBytes(4).toString("hex");
  writeTinyModel(workspace, `LABEL mark=${mark}`, ...instructions);
  return { workspace, image: `${registry}/mia-test/skip-${mark}` };
}

// Nothing here replaces anything: what stands in for something must never be a reason not to build.
describe.skipIf(!registry)("skip-proven on a real registry", () => {
  // With containerd's store an engine keeps what it pushes.
  afterEach(() => {
    const reference = `${registry}/mia-test/skip-*`;
    const kept = execFileSync("docker", ["image", "ls", "--format", "{{.Repository}}:{{.Tag}}", reference], {
      encoding: "utf8",
    });
    const names = kept.split("\n").filter((name) => name !== "");
    if (names.length > 0) execFileSync("docker", ["image", "rm", "--force", ...names], { stdio: "pipe" });
  });

  test("an identical second run builds nothing, and one that differs in a file does", async () => {
    const { workspace, image } = fresh("COPY data /data");
    using _ = workspace;
    workspace.write("images/tiny/data", "one");
    const first = await push(workspace, { tags: `${image}:1` });
    expect(first.record).toMatchObject({ status: "passed", evidence: "real", pushed: true });
    expect(first.end.stdout).toContain("not skipped:");

    const second = await push(workspace, { tags: `${image}:1` });
    const { digest, contentKey } = first.record;
    expect(second.record).toMatchObject({
      ...{ status: "skipped", evidence: "real", contentKey, digest, provenBy: digest, steps: null },
      imageRef: `${image}@${digest}`,
    });
    expect(second.end.outputs).toMatchObject({ skipped: "true", digest, "image-ref": `${image}@${digest}` });
    expect(second.end.stdout).not.toContain("docker buildx build");

    workspace.write("images/tiny/data", "two");
    const third = await push(workspace, { tags: `${image}:1` });
    expect(third.record).toMatchObject({ status: "passed", pushed: true });
    expect(third.record.contentKey).not.toBe(contentKey);
    expect(third.end.stdout).toContain("was made of something else");
    expect(await served(`${image}:1`)).toBe(third.record.digest);
  });

  test("a new name is given to what is there under the name before", async () => {
    const { workspace, image } = fresh();
    using _ = workspace;
    const first = await push(workspace, { tags: `${image}:1` });
    const second = await push(workspace, { tags: `${image}:2\n${image}:3`, "previous-ref": `${image}:1` });
    expect(second.record).toMatchObject({ status: "skipped", provenBy: first.record.digest });
    for (const tag of [2, 3]) expect(await served(`${image}:${tag}`)).toBe(first.record.digest);
  });

  test("a base proves only by digest", async () => {
    const { workspace, image } = fresh();
    using _ = workspace;
    const base = await push(workspace, { tags: `${image}:base` });
    const from = (reference: string): void =>
      workspace.write("images/tiny/Dockerfile", `FROM ${reference} AS runtime\nLABEL child=yes\n`);
    from(`${image}:base`);
    await push(workspace, { tags: `${image}:1` });
    const moving = await push(workspace, { tags: `${image}:1` });
    expect(moving.record.status).toBe("passed");
    expect(moving.end.stdout).toMatch(/not skipped: these names can move: .*:base/);

    from(`${image}@${base.record.digest}`);
    await push(workspace, { tags: `${image}:2` });
    expect((await push(workspace, { tags: `${image}:2` })).record.status).toBe("skipped");
  });

  test("a stand-in is built every time, and proves nothing to the real build after it", async () => {
    const { workspace, image } = fresh("COPY --from=wheels /data /data");
    using _ = workspace;
    workspace.write("stand-in/data", "a stand-in");
    const replaced = { tags: `${image}:1`, "build-contexts": "wheels=stand-in" };
    await push(workspace, replaced);
    const second = await push(workspace, replaced);
    expect(second.record).toMatchObject({
      status: "passed",
      evidence: "stand-in",
      replacedContexts: ["wheels"],
    });
    expect(second.end.stdout).toContain("a stand-in proves nothing");

    workspace.edit(
      "images/tiny/Dockerfile",
      "FROM scratch AS runtime",
      "FROM scratch AS wheels\nCOPY data /data\n\nFROM scratch AS runtime",
    );
    workspace.write("images/tiny/data", "real");
    const real = await push(workspace, { tags: `${image}:1` });
    expect(real.record).toMatchObject({ status: "passed", evidence: "real" });
    expect(real.end.stdout).toMatch(/has no content key|is a stand-in/);
  });
});
