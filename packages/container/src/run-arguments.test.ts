import { expect, test } from "vitest";
import { isSmokeContainerName, smokeContainerName } from "./container-name.ts";
import { mountValue } from "./mount.ts";
import { createArguments } from "./run-arguments.ts";

const spec = {
  name: "mia-smoke-1-00000000",
  image: "sha256:1",
  command: ["python", "-m", "x"],
  labels: { a: "b" },
  user: "1000:1000",
  env: { HOME: "/tmp" },
  mounts: [{ source: "/out", target: "/app/out", readonly: false }],
  memoryMiB: 100,
  shmMiB: 10,
  gpuUuid: null,
};

test("the container is closed off, bounded and not removed by docker itself", () => {
  const args = createArguments(spec);
  const line = args.join(" ");
  for (const part of [
    "create --name mia-smoke-1-00000000",
    "--label a=b",
    "--init",
    "--network none",
    "--cap-drop ALL",
    "--security-opt no-new-privileges",
    "--read-only",
    "--tmpfs /tmp:rw,nosuid,nodev,size=2g",
    "--pids-limit 4096",
    "--memory 100m --memory-swap 100m --shm-size 10m",
    "--ulimit core=0",
    "--user 1000:1000",
    "--mount type=bind,src=/out,dst=/app/out --entrypoint python sha256:1 -m x",
  ])
    expect(line).toContain(part);
  for (const never of ["--rm", "-v", "--volume", "--privileged", "--gpus"]) expect(args).not.toContain(never);
});

test("no proxy of the docker client's configuration reaches the container", () => {
  const args = createArguments(spec);
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"])
    for (const either of [name, name.toLowerCase()])
      expect(args[args.indexOf(`${either}=`) - 1], either).toBe("--env");
});

test("exactly one GPU is passed, by UUID", () => {
  const args = createArguments({ ...spec, gpuUuid: "GPU-1" });
  expect(args[args.indexOf("--gpus") + 1]).toBe("device=GPU-1");
});

test.each([
  ["/a b", "type=bind,src=/a b,dst=/t,readonly"],
  ["/a,b", 'type=bind,"src=/a,b",dst=/t,readonly'],
  ['/a"b', 'type=bind,"src=/a""b",dst=/t,readonly'],
])("the mount of %j is %s", (source, value) => {
  expect(mountValue({ source, target: "/t", readonly: true })).toBe(value);
});

test.each(["123456789", "PID 17; rm -rf /", "", "-x", "a".repeat(99)])(
  "a name made of %j is one of ours",
  (run) => {
    expect(isSmokeContainerName(smokeContainerName(run, "0123abcd"))).toBe(true);
  },
);

test.each(["", "db", "mia-smoke-", "mia-smoke-1-00000000 --all", "mia-smoke-1-0000000g"])(
  "%j is not",
  (name) => {
    expect(isSmokeContainerName(name)).toBe(false);
  },
);
