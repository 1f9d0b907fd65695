import type { StepResult } from "@mia/step-result";
import { describe, expect, test } from "vitest";
import { build, plan, smoke, verify } from "../testing/records.ts";
import { viewOf } from "../view/view-of.ts";

const sha = (digit: string): string => `sha256:${digit.repeat(64)}`;

/** The facts of a single record, as lines. */
function facts(record: StepResult): string[] {
  const [detail] = viewOf([record]).details;
  return (detail?.groups ?? []).flatMap((group) =>
    group.facts.map(({ label, value }) => `${label}: ${value}`),
  );
}

describe("a build that was skipped because it is proven", () => {
  const served = sha("9");
  const skipped = build("maptr", {
    status: "skipped",
    digest: served,
    provenBy: served,
    contentKey: "e".repeat(64),
  });
  const ran = smoke("maptr", { image: `r.test/maptr@${served}`, imageId: served });

  test("says by which digest", () => {
    const view = viewOf([skipped]);
    expect(view.verdict).toBe("skipped");
    expect(view.sentence).toBe(
      "Skipped: maptr build, since the registry already holds it (sha256:999999999999).",
    );
    expect(facts(skipped)).toContain(`Proven by: ${served}`);
    expect(facts(skipped)).toContain(`Content key: ${"e".repeat(64)}`);
  });

  test("keeps the plan's promise", () => {
    const view = viewOf([plan(["maptr"]), verify("maptr"), skipped, ran]);
    expect(view.verdict).toBe("passed");
    expect(view.sentence).toBe(
      "Passed: 2 of 3 planned steps of 1 model (maptr); 1 skipped, since proven (maptr build).",
    );
    expect(view.open).toEqual([]);
    expect(view.table?.rows).toHaveLength(1);
    expect(view.table?.rows[0]?.cells[1]).toMatchObject({
      text: "skipped",
      more: "proven by sha256:999999999999",
    });
  });

  test("does not look unproven where nothing else was due", () => {
    const view = viewOf([plan(["maptr"], { expects: ["build"] }), skipped]);
    expect(view.sentence).toBe(
      "Skipped: 0 of 1 planned build step of 1 model (maptr) ran, since the registry already holds what it would make.",
    );
  });

  test("proves nothing where nobody says what that image is", () => {
    const unknown = build("maptr", { ...skipped, evidence: "unknown" });
    const view = viewOf([plan(["maptr"], { expects: ["build"] }), unknown]);
    expect(view.open.map(({ name }) => name)).toEqual(["promise-skipped"]);
  });

  test("still fails a smoke run of another image", () => {
    const other = smoke("maptr", { imageId: sha("b") });
    expect(viewOf([{ ...skipped, configDigest: null }, other]).open.map(({ name }) => name)).toEqual([
      "other-image",
    ]);
  });
});

test("a smoke run may name the image by its manifest where the build pushed an index", () => {
  const built = build("maptr", { digest: sha("1"), imageDigest: sha("2"), configDigest: null });
  expect(viewOf([built, smoke("maptr", { imageId: sha("2") })]).open).toEqual([]);
});
