import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { memorySampleArguments, usageFrom, withResidual, withSample } from "./usage.ts";

const recorded = readFileSync(new URL("fixtures/h100-memory-samples.csv", import.meta.url), "utf8");

test("the peak of a recorded run is found, and one process samples it", () => {
  const usage = recorded.split("\n").reduce(withSample, usageFrom(0));
  expect(withResidual(usage, "0\n")).toEqual({ baselineMiB: 0, peakMiB: 1643, residualMiB: 0, samples: 45 });
  expect(memorySampleArguments("GPU-1", 200)).toContain("-lms");
});

test("what is not a number is no sample", () => {
  const usage = ["[N/A]", "[GPU is lost]", "", "Unable to determine the device handle"].reduce(
    withSample,
    usageFrom(null),
  );
  expect(withResidual(usage, "[Unknown Error]")).toEqual({
    baselineMiB: null,
    peakMiB: null,
    residualMiB: null,
    samples: 0,
  });
});
