import { expect, test } from "vitest";
import { queryFailure } from "./query-failure.ts";

const exit = { stdout: "", stderr: "" };

test.each([
  [{ ...exit, code: 0 }, undefined],
  [{ ...exit, code: 14 }, undefined],
  [{ ...exit, code: null, notStarted: "spawn nvidia-smi ENOENT" }, "gpu-missing"],
  [{ ...exit, code: null, timedOut: true }, "gpu-lost"],
  [{ ...exit, code: 15 }, "gpu-lost"],
  [{ ...exit, code: 9 }, "gpu-missing"],
  // Both were seen on the host of the fixtures.
  [{ ...exit, code: 6, stdout: "No devices were found\n" }, "gpu-missing"],
  [{ ...exit, code: 2, stdout: 'Field "compute_cap" is not a valid field to query.\n' }, "gpu-missing"],
])("%j gives %s", (end, code) => {
  const failure = queryFailure(end);
  expect(failure?.code).toBe(code);
  if (failure && end.stdout !== "") expect(failure.message).toContain(end.stdout.trim());
});
