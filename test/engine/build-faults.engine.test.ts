import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectFault, withSecrets } from "../support/build-fault.ts";
import { findBuildkitd, startRemoteBuilder } from "../support/buildkitd.ts";
import { noPrivateEngine, type PrivateEngine, startPrivateEngine } from "../support/private-engine.ts";
import { type BundleEnd, runBundle } from "../support/run-bundle.ts";
import { busybox, interruptBuild, run, writeTinyModel } from "../support/tiny-build.ts";
import { temporaryWorkspace, type Workspace } from "../support/workspace.ts";

function options(workspace: Workspace, inputs: Record<string, string>, env: Record<string, string> = {}) {
  return {
    workspace: workspace.folder,
    inputs: { model: "tiny", ...withSecrets.inputs, ...inputs },
    env: { ...withSecrets.env, ...env },
  };
}

const build = (...order: Parameters<typeof options>): Promise<BundleEnd> =>
  runBundle("build-image", options(...order));

const leak = [
  "RUN",
  "--mount=type=secret,id=test",
  JSON.stringify(["/bin/busybox", "cat", "/run/secrets/test"]),
].join(" ");

describe.skipIf(!process.env.MIA_ENGINE)("a registry", () => {
  let server: Server;
  let address = "";
  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume();
      response.writeHead(429, { "content-type": "application/json", "retry-after": "1" });
      response.end('{"errors":[{"code":"TOOMANYREQUESTS","message":"slow down"}]}');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    // An engine keeps what it could not push.
    const kept = ["127.0.0.1:1", address].map((registry) => `${registry}/o/tiny:1`);
    execFileSync("docker", ["image", "rm", "--force", ...kept], { stdio: "pipe" });
  });

  test("that is not there", async () => {
    using workspace = temporaryWorkspace();
    writeTinyModel(workspace);
    const end = await build(workspace, { tags: "127.0.0.1:1/o/tiny:1", push: "true" });
    expectFault(workspace, "tiny", end, { code: "registry-unreachable", message: /could not be reached/ });
  });

  test.each(["push", "base"])("that answers 429: %s", async (what) => {
    using workspace = temporaryWorkspace();
    writeTinyModel(workspace, ...(what === "base" ? ["", `FROM ${address}/o/base:1 AS dev`] : []));
    const inputs = what === "base" ? { target: "dev" } : { tags: `${address}/o/tiny:1`, push: "true" };
    const end = await build(workspace, inputs);
    expectFault(workspace, "tiny", end, { code: "rate-limited", message: /limits how often/ });
    expect(end.stdout).toContain("trying again in 2 s");
  });
});

describe.skipIf(!process.env.MIA_ENGINE)("a builder", () => {
  test("of an engine that is not there", async () => {
    using workspace = temporaryWorkspace();
    writeTinyModel(workspace);
    const end = await build(workspace, {}, { DOCKER_HOST: `unix://${workspace.folder}/gone.sock` });
    expectFault(workspace, "tiny", end, { code: "engine-missing", message: /no Docker engine answers/ });
  });

  test("that does not exist", async () => {
    using workspace = temporaryWorkspace();
    writeTinyModel(workspace);
    const end = await build(workspace, { builder: "mia-test-no-such-builder" });
    expectFault(workspace, "tiny", end, { code: "builder-missing", message: /no builder of that name/ });
  });

  test("that is known, and does not answer", async () => {
    using workspace = temporaryWorkspace();
    writeTinyModel(workspace);
    const env = { BUILDX_CONFIG: `${workspace.folder}/buildx` };
    const create = [
      "buildx",
      "create",
      "--name",
      "gone",
      "--driver",
      "remote",
      `unix://${workspace.folder}/gone.sock`,
    ];
    execFileSync("docker", create, { env: { ...process.env, ...env }, stdio: "pipe" });
    const end = await build(workspace, { builder: "gone" }, env);
    expectFault(workspace, "tiny", end, { code: "builder-missing", message: /"gone" does not answer/ });
  });

  const found = findBuildkitd();
  const reason = "why" in found ? ` (${found.why})` : "";
  test.skipIf("why" in found || !busybox)(`that is killed in the middle of the build${reason}`, async () => {
    using workspace = temporaryWorkspace();
    writeTinyModel(workspace, leak, run("sleep", "100"));
    const builder = await startRemoteBuilder("program" in found ? found.program : "");
    try {
      const order = options(workspace, { builder: builder.name, outputs: "type=cacheonly" }, builder.env);
      const { end, since } = await interruptBuild(
        order,
        /sleep.*100/,
        () => process.kill(builder.pid, "SIGKILL") && undefined,
      );
      expectFault(workspace, "tiny", end, { code: "engine-lost", message: /went away in the middle/, since });
    } finally {
      await builder.stop();
    }
  });
});

const noEngine = process.env.MIA_ENGINE ? noPrivateEngine() : "there is no engine";

describe.skipIf(noEngine || !busybox)("an engine of the test's own", () => {
  let engine: PrivateEngine;
  beforeAll(async () => {
    engine = await startPrivateEngine({ dataMiB: 40 });
  });
  afterAll(() => engine?.stop());

  test("whose disk is full in the middle of an instruction", async () => {
    using workspace = temporaryWorkspace();
    writeTinyModel(workspace, leak, run("dd", "if=/dev/zero", "of=/full", "bs=1M", "count=100"));
    const end = await build(workspace, {}, engine.env);
    const record = expectFault(workspace, "tiny", end, {
      code: "disk-full",
      message: /disk of the builder is full/,
    });
    expect(record.findings[0]?.locations[0]).toMatchObject({ file: "images/tiny/Dockerfile", line: 4 });
  });

  test("whose disk is full when the context is sent", async () => {
    using workspace = temporaryWorkspace();
    writeTinyModel(workspace, "COPY large /");
    writeFileSync(`${workspace.folder}/images/tiny/large`, Buffer.alloc(100 * 1024 * 1024));
    const end = await build(workspace, {}, engine.env);
    expectFault(workspace, "tiny", end, { code: "disk-full", message: /disk of the builder is full/ });
  });

  test("that is killed in the middle of the build", async () => {
    using workspace = temporaryWorkspace();
    writeTinyModel(workspace, leak, run("sleep", "100"));
    const order = options(workspace, {}, engine.env);
    const { end, since } = await interruptBuild(
      order,
      /sleep.*100/,
      () => process.kill(engine.pid, "SIGKILL") && undefined,
    );
    expectFault(workspace, "tiny", end, { code: "engine-lost", message: /went away in the middle/, since });
  });
});
