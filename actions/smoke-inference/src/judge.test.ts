import { describe, expect, test } from "vitest";
import { containerUser } from "./container-user.ts";
import { type Facts, judge } from "./judge.ts";

const answer = {
  schema: "raw-output/v1",
  model: "maptr",
  evidence: "real",
  config: "/x.py",
  checkpoint: null,
  device: "cuda:0",
  gpu: null,
  phases: [],
  latenciesMs: [1],
  nonFinite: 0,
} as const;

const passed: Facts = {
  container: { name: "mia-smoke-1-0", exitCode: 0, oomKilled: false, timedOut: false, removed: true },
  cancelled: false,
  phase: "forward",
  lastLines: "the last words",
  timeoutSeconds: 600,
  graceSeconds: 10,
  gpuGiven: true,
  checkpointGiven: null,
  output: { kind: "text", text: "" },
  parsed: {
    kind: "answer",
    evidence: "real",
    answer: { ...answer, phases: [], latenciesMs: [1] },
    predictions: [],
  },
};
const ended = (over: Partial<Facts["container"]>): Partial<Facts> => ({
  container: { ...passed.container, ...over },
});
const refusal = {
  kind: "refusal",
  evidence: "real",
  failure: { code: "checkpoint-missing", message: "m", remedy: "r" },
} as const;

test("a run without fault passes", () => expect(judge(passed)).toBeUndefined());

test.each<[string, Partial<Facts>, string, RegExp]>([
  [
    "a container that stays",
    ended({ removed: false, timedOut: true }),
    "container-not-removed",
    /mia-smoke-1-0/,
  ],
  ["a cancel", { cancelled: true, ...ended({ exitCode: 137 }) }, "cancelled", /killed and removed/],
  ["a deadline", ended({ timedOut: true, exitCode: 143 }), "timeout", /600 s .* in phase forward/],
  [
    "a deadline before any phase",
    { ...ended({ timedOut: true }), phase: undefined },
    "timeout",
    /before it named a phase/,
  ],
  ["no memory left", ended({ oomKilled: true, exitCode: 137 }), "out-of-memory", /memory limit/],
  ["no memory left for a child, exit 0", ended({ oomKilled: true }), "out-of-memory", /memory limit/],
  [
    "the run's own failure record",
    { ...ended({ exitCode: 20 }), parsed: refusal },
    "checkpoint-missing",
    /^m$/,
  ],
  ["a failure record and exit 0", { parsed: refusal }, "checkpoint-missing", /^m$/],
  ["an answer and exit 3", ended({ exitCode: 3 }), "container-exit", /exit code 3/],
  [
    "a crash",
    { ...ended({ exitCode: 139 }), parsed: undefined, output: { kind: "missing" } },
    "container-exit",
    /SIGSEGV/,
  ],
  ["no exit code", ended({ exitCode: null }), "container-exit", /does not say/],
  ["no output", { output: { kind: "missing" }, parsed: undefined }, "output-missing", /wrote no output/],
  [
    "too much output",
    { output: { kind: "too-large", bytes: 1e9 }, parsed: undefined },
    "output-too-large",
    /1000000000 bytes/,
  ],
  [
    "a link",
    { output: { kind: "refused", why: "it is a symbolic link" }, parsed: undefined },
    "output-invalid",
    /symbolic link/,
  ],
])("%s is named", (_, over, code, message) => {
  const failure = judge({ ...passed, ...over });
  expect(failure?.code).toBe(code);
  expect(failure?.message).toMatch(message);
  expect(failure?.detail).toBe("the last words");
});

test("a pass on the CPU is none where a GPU was given", () => {
  const parsed = { ...passed.parsed, answer: { ...answer, device: "cpu", phases: [], latenciesMs: [1] } };
  const cpu = { ...passed, parsed: parsed as Facts["parsed"] };
  expect(judge(cpu)).toMatchObject({ code: "gpu-missing" });
  expect(judge({ ...cpu, gpuGiven: false })).toBeUndefined();
});

test("a pass on other weights than the ones given is none", () => {
  const checkpointGiven = { bytes: 5, sha256: null };
  expect(judge({ ...passed, checkpointGiven })).toMatchObject({ code: "checkpoint-unreadable" });
});

describe("containerUser", () => {
  const root = { uid: 0, gid: 0 };
  test.each([
    [{ uid: 1001, gid: 121 }, "runpod", "1001:121"],
    [root, "1001:1002", "1001:1002"],
    [root, "1001", "1001"],
    [undefined, "runpod", "1000:1000"],
  ])("runner %j, image %j: %s", (runner, image, user) => expect(containerUser(runner, image)).toBe(user));

  // The image's passwd file may map any name to uid 0, and docker reads `+0` as 0.
  const doubtful = [
    "",
    "root",
    "admin",
    "runpod",
    "0",
    "0:0",
    "00",
    "+0",
    "-0",
    "+1",
    "01",
    " 1",
    "1001:0",
    "1001:+0",
    "1:",
  ];
  test.each(doubtful)("a root runner does not take the image's user %j", (user) =>
    expect(containerUser(root, user)).toBe("1000:1000"),
  );
});
