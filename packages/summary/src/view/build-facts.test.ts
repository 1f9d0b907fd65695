import type { StepResult } from "@mia/step-result";
import { describe, expect, test } from "vitest";
import { measuredBuild } from "../testing/records.ts";
import { viewOf } from "./view-of.ts";

const sha = (digit: string): string => `sha256:${digit.repeat(64)}`;

/** The facts of a single record, as lines. */
function facts(record: StepResult): string[] {
  const [detail] = viewOf([record]).details;
  return (detail?.groups ?? []).flatMap((group) =>
    group.facts.map(({ label, value }) => `${label}: ${value}`),
  );
}

describe("digests are told apart", () => {
  const [index, manifest, config] = [sha("1"), sha("2"), sha("3")];
  test.each([
    [
      "an index",
      { digest: index, imageDigest: manifest, configDigest: config },
      [`Index digest: ${index}`, `Manifest digest: ${manifest}`, `Configuration: ${config}`],
    ],
    [
      "no index",
      { digest: manifest, imageDigest: manifest, configDigest: null },
      [`Manifest digest: ${manifest}`],
    ],
    ["not known which", { digest: index, imageDigest: null, configDigest: null }, [`Digest: ${index}`]],
    [
      "nothing exported",
      { digest: null, imageDigest: null, configDigest: null },
      ["Digest: none: nothing was exported"],
    ],
  ])("%s", (_, digests, lines) => {
    const all = facts(measuredBuild("maptr", { ...digests, imageRef: null }));
    expect(all.filter((line) => /^(Digest|Index|Manifest|Configuration)/.test(line))).toEqual(lines);
  });
});

test.each([
  [{ mode: "off", from: [], to: [], written: false }, "off"],
  [{ mode: "gha", from: ["a"], to: ["b"], written: true }, "gha; read from a; written to b"],
  [{ mode: "local", from: ["a"], to: ["b"], written: false }, "local; read from a; not written"],
  [{ mode: "raw", from: [], to: ["b"], written: null }, "raw; whether b was written is not known"],
] as const)("cache %#", (cache, words) => {
  const record = measuredBuild("maptr", { cache: { ...cache, from: [...cache.from], to: [...cache.to] } });
  expect(facts(record)).toContain(`Cache: ${words}`);
});
