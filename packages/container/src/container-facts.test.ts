import { describe, expect, test } from "vitest";
import { clientNotStarted } from "./client-not-started.ts";
import { parseContainerState } from "./container-state.ts";
import { engineRefusal } from "./engine-refusal.ts";
import { exitFailure } from "./exit-sign.ts";
import { parseImageFacts } from "./image-facts.ts";

const state = { Status: "exited", Running: false, ExitCode: 3, OOMKilled: false, Error: "", Pid: 0 };

test.each([
  [state, { running: false, exitCode: 3, oomKilled: false, error: "" }],
  [
    { ...state, ExitCode: 137, OOMKilled: true },
    { running: false, exitCode: 137, oomKilled: true, error: "" },
  ],
  [
    { ...state, Status: "running", Running: true, ExitCode: 0 },
    { running: true, exitCode: null, oomKilled: false, error: "" },
  ],
  [
    { ...state, Status: "created", ExitCode: 127, Error: "no python" },
    { running: false, exitCode: null, oomKilled: false, error: "no python" },
  ],
])("state %j is read as %j", (inspected, expected) => {
  expect(parseContainerState(JSON.stringify(inspected))).toEqual(expected);
});

test.each(["", "[]", "null", "{", '{"Status":"exited"}'])("%j is no state", (text) => {
  expect(parseContainerState(text)).toBeUndefined();
});

describe("parseImageFacts", () => {
  const id = `sha256:${"a".repeat(64)}`;
  const label = (name: string) => `org.model-image-actions.${name}`;
  const read = (Labels: Record<string, string> | null) =>
    parseImageFacts(JSON.stringify({ Id: id, Config: { User: "runpod", Labels } }));

  test.each([
    [null, "unknown", []],
    [{ [label("model")]: "maptr" }, "unknown", []],
    [{ [label("evidence")]: "real", [label("replaced-contexts")]: "" }, "real", []],
    [
      { [label("evidence")]: "stand-in", [label("replaced-contexts")]: "wheels,base" },
      "stand-in",
      ["base", "wheels"],
    ],
    [{ [label("evidence")]: "real", [label("replaced-contexts")]: "base" }, "stand-in", ["base"]],
    [{ [label("replaced-contexts")]: "base" }, "stand-in", ["base"]],
    [{ [label("evidence")]: "real", [label("replaced-contexts")]: "x".repeat(300) }, "stand-in", []],
    [{ [label("evidence")]: "Real" }, "unknown", []],
    [{ [label("evidence")]: "real", [label("stand-in")]: "base" }, "stand-in", []],
    [{ [label("stand-in")]: "" }, "stand-in", []],
    [
      {
        [label("replaced-contexts")]:
          "base\n::save-state name=folder::/,\u001b[31m,a=b, wheels,##[error]x,upstream",
      },
      "stand-in",
      ["upstream"],
    ],
  ])("labels %j mean evidence %j", (labels, evidence, replacedContexts) => {
    expect(read(labels)).toMatchObject({ id, user: "runpod", evidence, replacedContexts });
  });

  test("the paths that the engine will make are known", () => {
    const Config = { WorkingDir: "/app/MapTR", Volumes: { "/data": {} } };
    expect(parseImageFacts(JSON.stringify({ Id: id, Config }))).toMatchObject({
      madePaths: ["/app/MapTR", "/data"],
    });
    const bare = { WorkingDir: "", Volumes: null };
    expect(parseImageFacts(JSON.stringify({ Id: id, Config: bare }))).toMatchObject({ madePaths: [] });
  });

  test.each(["", "{}", '{"Id":"x"}', "[]"])("%j is no image", (text) => {
    expect(parseImageFacts(text)).toBeUndefined();
  });
});

test.each([
  ['Error response from daemon: could not select device driver "" with capabilities: [[gpu]]', "gpu-missing"],
  [
    "Error response from daemon: CDI device injection failed: unresolvable CDI devices nvidia.com/gpu=7",
    "gpu-missing",
  ],
  ["nvidia-container-cli: requirement error: unsatisfied condition: cuda>=12.4", "gpu-incompatible"],
  ['invalid mount config for type "bind": bind source path does not exist: /x', "mount-missing"],
  ["Error response from daemon: No such image: a:b", "image-missing"],
  ["Cannot connect to the Docker daemon at unix:///x. Is the docker daemon running?", "engine-missing"],
  ['exec: "python": executable file not found in $PATH', "container-start"],
  ["", "container-start"],
])("%j means %s", (stderr, code) => {
  expect(engineRefusal("start", stderr)).toMatchObject({
    code,
    ...(stderr === "" ? {} : { detail: stderr }),
  });
});

test("a missing image is named, with a remedy that exists", () => {
  expect(engineRefusal("image inspect", "Error: No such image: nope:1", "nope:1")).toMatchObject({
    message: "the engine does not have nope:1",
    remedy: "Build it with build-image without push, or `docker pull` it first.",
  });
});

test.each([
  ["spawn docker ENOENT", "docker is not on this machine's PATH", /Install Docker/],
  ["spawn docker EACCES", "docker cannot be started: spawn docker EACCES", /this user may run/],
])("%s: %s", (reason, message, remedy) => {
  const failure = clientNotStarted(reason);
  expect(failure).toMatchObject({ code: "engine-missing", message });
  expect(failure.remedy).toMatch(remedy);
});

test.each([
  [1, false, "container-exit", /exit code 1$/],
  [125, false, "container-start", /125/],
  [127, false, "container-start", /127/],
  [137, true, "out-of-memory", /memory/],
  [137, false, "container-exit", /SIGKILL, not sent by this action/],
  [139, false, "container-exit", /SIGSEGV/],
  [0, true, "out-of-memory", /memory/],
])("exit code %i, killed for memory %j, is %s", (exitCode, oomKilled, code, message) => {
  const failure = exitFailure(exitCode, oomKilled);
  expect(failure.code).toBe(code);
  expect(failure.message).toMatch(message);
});
