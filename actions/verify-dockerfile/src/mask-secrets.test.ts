import type { Finding, Location } from "@mia/step-result";
import { expect, test } from "vitest";
import { maskSecrets } from "./mask-secrets.ts";

function found(place: Partial<Location>, rule = "no-baked-password"): Finding {
  const locations = [{ file: "Dockerfile", line: 1, ...place }];
  return { rule, severity: "error", message: "x", remedy: "x", locations };
}

test.each<[string, string, Partial<Location>, string]>([
  ["a word", "RUN echo root:x | chpasswd", { column: 10 }, "RUN echo ****** | chpasswd"],
  ["a quoted word", "RUN echo 'root:x y' | chpasswd", { column: 10 }, "RUN echo ******* ** | chpasswd"],
  ["a place with an end", "ENV A_TOKEN=x B=1", { column: 13, endColumn: 14 }, "ENV A_TOKEN=* B=1"],
  ["no column", "ENV A_TOKEN=x", {}, "*** *********"],
])("%s", (_, text, place, masked) => {
  expect(maskSecrets("Dockerfile", [text], [found(place)])).toEqual([masked]);
});

test("a place over several lines, and only in its own file", () => {
  const lines = ["RUN <<E", "root:x", "E"];
  const place = { line: 1, column: 5, endLine: 2, endColumn: 7 };
  expect(maskSecrets("Dockerfile", lines, [found(place)])).toEqual(["RUN ***", "******", "E"]);
  expect(maskSecrets("other", lines, [found(place)])).toBe(lines);
});

test("other rules hide nothing", () => {
  expect(maskSecrets("Dockerfile", ["RUN x"], [found({}, "final-user")])).toEqual(["RUN x"]);
});
