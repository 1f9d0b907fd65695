import { expect, test } from "vitest";
import { gantt } from "./gantt.ts";

const run = (startMs: number, durationMs: number) => ({
  totalMs: startMs + durationMs,
  lanes: [{ name: "RUN", stretches: [{ startMs, durationMs }] }],
});

test("bars are told by times of day, each with its own end", () => {
  const lines = gantt(run(1_500, 3_723_004)).split("\n");
  expect(lines[0]).toBe("```mermaid");
  expect(lines.slice(lines.indexOf("gantt"))).toEqual([
    "gantt",
    "    dateFormat HH:mm:ss.SSS",
    "    axisFormat %H:%M",
    "    tickInterval 10minute",
    "    todayMarker off",
    "    section RUN",
    "    1 h 02 min :00:00:01.500, 01:02:04.504",
    "```",
  ]);
});

test.each([
  [999, false],
  [1000, true],
  [86_399_999, true],
  [86_400_000, false],
  [9_007_199_254_740_991, false],
])("a build of %i ms is drawn: %s", (ms, isDrawn) => {
  expect(gantt(run(0, ms)) !== "").toBe(isDrawn);
});

test.each([
  [1000, "%S.%L", "200millisecond"],
  [8000, "%M:%S", "1second"],
  [60_000, "%M:%S", "10second"],
  [3_600_000, "%H:%M", "10minute"],
  [24 * 3_600_000 - 1, "%H:%M", "3hour"],
])("the axis of %i ms has about eight marks", (ms, format, tick) => {
  const text = gantt(run(0, ms));
  expect(text).toContain(`axisFormat ${format}\n    tickInterval ${tick}\n`);
});

test("a thousand stretches are drawn as forty bars at most, small ones without a label", () => {
  const stretches = Array.from({ length: 1000 }, (_, at) => ({
    startMs: at * 1000,
    durationMs: 1 + (at % 700),
  }));
  const text = gantt({ totalMs: 1_000_000, lanes: [{ name: "RUN", stretches }] });
  expect(text.match(/ :\d\d:/g)?.length).toBeLessThanOrEqual(40);
  expect(text.length).toBeLessThan(3000);
  // Gaps that are closed in the picture are no time that was taken.
  expect(text).toContain("    4 min 51 s :00:00:00.000, 00:16:39.300");
});
