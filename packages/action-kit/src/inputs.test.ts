import { expect, test } from "vitest";
import * as z from "zod";
import {
  choice,
  duration,
  flag,
  isRequired,
  lines,
  optionalText,
  parseInputs,
  requiredText,
  text,
} from "./inputs.ts";

const about = { description: "x" };

const schema = z.object({
  name: requiredText(about),
  note: optionalText(about),
  place: text({ ...about, default: "here" }),
  tags: lines(about),
  push: flag({ ...about, default: false }),
  level: choice({ ...about, values: ["low", "high"], default: "low" }),
  timeout: duration(about),
});

test("absent and empty inputs take their defaults", () => {
  expect(parseInputs(schema, { name: "a", note: "", place: " " })).toEqual({
    ok: true,
    values: { name: "a", place: "here", tags: [], push: false, level: "low" },
  });
});

test.each([
  ["600", 600],
  ["600s", 600],
  ["10m", 600],
  ["1h", 3600],
])("the duration %s is %d seconds", (written, seconds) => {
  expect(parseInputs(schema, { name: "a", timeout: written })).toMatchObject({
    values: { timeout: seconds },
  });
});

test("lines are trimmed and empty ones dropped", () => {
  expect(parseInputs(schema, { name: "a", tags: " x:1 \r\n\n y:2" })).toMatchObject({
    values: { tags: ["x:1", "y:2"] },
  });
});

test("every problem is reported at once, each with its input", () => {
  const parsed = parseInputs(schema, { push: "yes", level: "mid", timeout: "ten" });
  expect(parsed).toEqual({
    ok: false,
    problems: [
      { input: "name", message: "is required" },
      { input: "push", message: 'is "yes"; write true or false' },
      { input: "level", message: 'is "mid"; write one of low, high' },
      { input: "timeout", message: 'is "ten"; write seconds such as 600, or 10m, at most 24h' },
    ],
  });
});

test.each(["0", "-1", "1d", "25h", "1e3", "9".repeat(400)])("refuses the duration %s", (written) => {
  expect(parseInputs(schema, { name: "a", timeout: written })).toMatchObject({ ok: false });
});

test("knows which inputs are required", () => {
  const required = Object.entries(schema.shape).filter(([, field]) => isRequired(field));
  expect(required.map(([name]) => name)).toEqual(["name"]);
});
