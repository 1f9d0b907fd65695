import { readFileSync } from "node:fs";
import { parseModel } from "@mia/catalog";
import { describe, expect, test } from "vitest";
import { families } from "./families.ts";
import { type OutputCheck, outputChecks } from "./output-checks.ts";
import { parseOutput } from "./parse-output.ts";

const images = new URL("../../../images/", import.meta.url);
const slugs = ["maptr", "petr", "streampetr", "topomlp", "vad"];

function sampleOf(slug: string): { checks: OutputCheck[]; text: string } {
  const parsed = parseModel(readFileSync(new URL(`${slug}/model.yaml`, images), "utf8"));
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const outputs = outputChecks(parsed.model.outputs);
  if (!outputs.ok) throw new Error(outputs.failure.message);
  return {
    checks: outputs.checks,
    text: readFileSync(new URL(`${slug}/sample-output.json`, images), "utf8"),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: the changes below break documents on purpose, in every way.
type Loose = any;

const samples = new Map(slugs.map((slug) => [slug, sampleOf(slug)]));

/** Parses a model's sample after a change to it. */
function parseChanged(slug: string, change: (document: Loose) => unknown) {
  const { checks, text } = samples.get(slug) ?? sampleOf(slug);
  const document = JSON.parse(text);
  const replaced = change(document);
  return parseOutput(slug, checks, typeof replaced === "string" ? replaced : JSON.stringify(document));
}

test.each(slugs)("the sample output of %s is believed, as a stand-in", (slug) => {
  const parsed = parseChanged(slug, () => undefined);
  expect(parsed).toMatchObject({ kind: "answer", evidence: "stand-in" });
});

test("the summary counts every class, also those with no row", () => {
  const parsed = parseChanged("maptr", (d) => d.result[0].pts_bbox.labels_3d.fill(2));
  expect(parsed).toMatchObject({
    kind: "answer",
    predictions: [
      { family: "vectorized-map", count: 50, byClass: { divider: 0, ped_crossing: 0, boundary: 50 } },
    ],
  });
});

type Change = (answer: Loose, document: Loose) => unknown;
const box = "result[0].pts_bbox";

const refused: [slug: string, what: string, change: Change, problem: string][] = [
  [
    "maptr",
    "one row fewer",
    (a) => a.scores_3d.pop(),
    `${box}.scores_3d: has 49 rows; exactly 50 are expected`,
  ],
  ["maptr", "a missing key", (a) => delete a.pts_3d, `${box}.pts_3d: is missing`],
  [
    "maptr",
    "NaN, written as null",
    (a) => {
      a.pts_3d[3][4][1] = null;
    },
    `${box}.pts_3d[3][4][1]: is null`,
  ],
  [
    "maptr",
    "text for a number",
    (a) => {
      a.scores_3d[0] = "0.9";
    },
    `${box}.scores_3d[0]: is a string`,
  ],
  [
    "maptr",
    "19 points",
    (a) => a.pts_3d[7].pop(),
    `${box}.pts_3d[7]: has 19 entries; exactly 20 are expected`,
  ],
  ["maptr", "3 coordinates", (a) => a.pts_3d[7][0].push(0), `${box}.pts_3d[7][0]: has 3 entries`],
  [
    "maptr",
    "a score above 1",
    (a) => {
      a.scores_3d[0] = 1.01;
    },
    `${box}.scores_3d[0]: is 1.01`,
  ],
  ["maptr", "unsorted scores", (a) => a.scores_3d.reverse(), `${box}.scores_3d[1]: is `],
  ["maptr", "equal scores", (a) => a.scores_3d.fill(0.01), `${box}.scores_3d: all 50 scores are 0.01`],
  [
    "maptr",
    "a fourth class",
    (a) => {
      a.labels_3d[9] = 3;
    },
    `${box}.labels_3d[9]: is 3`,
  ],
  [
    "maptr",
    "half a class",
    (a) => {
      a.labels_3d[9] = 0.5;
    },
    `${box}.labels_3d[9]: is 0.5`,
  ],
  [
    "maptr",
    "a point outside",
    (a) => {
      a.pts_3d[0][0][0] = 25.7;
    },
    `${box}.pts_3d[0][0][0]: x is 25.7 m`,
  ],
  [
    "maptr",
    "a wrong box",
    (a) => {
      a.boxes_3d[5][2] += 0.5;
    },
    `${box}.boxes_3d[5][2]: xmax is `,
  ],
  [
    "maptr",
    "identical polylines",
    (a) => {
      a.pts_3d.fill(a.pts_3d[0]);
      a.boxes_3d.fill(a.boxes_3d[0]);
    },
    `${box}.pts_3d: all 50 polylines are identical`,
  ],
  ["maptr", "a second sample", (_, d) => d.result.push({}), "result: has 2 entries"],
  [
    "maptr",
    "a list for an object",
    (_, d) => {
      d.result[0] = [];
    },
    "result[0]: is a list of 0",
  ],
  [
    "maptr",
    "non-finite values",
    (_, d) => {
      d.nonFinite = 7;
    },
    "nonFinite: the model gave 7 values",
  ],
  [
    "maptr",
    "another model",
    (_, d) => {
      d.model = "petr";
    },
    'model: is "petr"; maptr was run',
  ],
  ["petr", "299 rows", (a) => a.boxes_3d.pop(), `${box}.boxes_3d: has 299 rows`],
  [
    "petr",
    "a flat box",
    (a) => {
      a.boxes_3d[2][4] = 0;
    },
    `${box}.boxes_3d[2][4]: a side of 0 m`,
  ],
  [
    "petr",
    "a box above the range",
    (a) => {
      a.boxes_3d[2][2] = 9;
    },
    `${box}.boxes_3d[2][2]: the centre is at z`,
  ],
  [
    "streampetr",
    "rows all alike, as where the head hid NaN",
    (a) => a.boxes_3d.fill(a.boxes_3d[0]),
    "all 300 boxes are identical",
  ],
  ["topomlp", "299 lanes", (_, d) => d.result[0].pred_lc[0].pop(), "result[0].pred_lc[0]: has 299 rows"],
  [
    "topomlp",
    "a probability of 2",
    (_, d) => {
      d.result[0].pred_topology_lcte[1][2] = 2;
    },
    "result[0].pred_topology_lcte[1][2]: is 2",
  ],
  [
    "topomlp",
    "a fourteenth attribute",
    (_, d) => {
      d.result[0].pred_te[0][0][4] = 13;
    },
    "is 13; a class number from 0 to 12",
  ],
  ["vad", "a map row fewer", (a) => a.map_pts_3d.pop(), `${box}.map_pts_3d: has 49 rows`],
  [
    "vad",
    "two commands at once",
    (a) => a.ego_fut_cmd[0][0][0].fill(1),
    `${box}.ego_fut_cmd: must be 1 for one`,
  ],
  [
    "vad",
    "a jump of 30 m in half a second",
    (a) => {
      a.ego_fut_preds[1][2] = [0, 30];
    },
    `${box}.ego_fut_preds[1][2]: a way of 30.00 m`,
  ],
];

test.each(refused)("%s with %s is refused at its path", (slug, _, change, problem) => {
  const parsed = parseChanged(slug, (document) => void change(document.result[0].pts_bbox, document));
  expect(parsed).toMatchObject({ kind: "invalid", failure: { code: "output-invalid" } });
  if (parsed.kind === "invalid") expect(parsed.failure.detail).toContain(problem);
});

describe("the envelope", () => {
  test.each([
    ["", /not JSON/],
    ["{", /not JSON/],
    ['{"latenciesMs": [NaN]}', /token NaN at character 18/],
    ['{"a": -Infinity}', /token -Infinity/],
    ["null", /not a raw-output\/v1 document/],
    ["[]", /not a raw-output\/v1 document/],
    ["[".repeat(1_000_000), /nested deeper than 32/],
    [`{"a":${'{"a":'.repeat(40)}`, /nested deeper than 32/],
  ])("%.30s is refused", (text, message) => {
    const parsed = parseChanged("maptr", () => text);
    expect(parsed.kind).toBe("invalid");
    if (parsed.kind === "invalid") expect(parsed.failure.message).toMatch(message);
  });

  test.each<[string, (d: Loose) => void]>([
    [
      "an unknown key",
      (d) => {
        d.verdict = "passed";
      },
    ],
    ["an own __proto__", (d) => Object.defineProperty(d, "__proto__", { value: {}, enumerable: true })],
    [
      "another schema",
      (d) => {
        d.schema = "raw-output/v2";
      },
    ],
    [
      "no latency",
      (d) => {
        d.latenciesMs = [];
      },
    ],
    [
      "a negative latency",
      (d) => {
        d.latenciesMs = [-1];
      },
    ],
    [
      "a count that is none",
      (d) => {
        d.nonFinite = -1;
      },
    ],
    [
      "an evidence that says nothing",
      (d) => {
        d.evidence = "unknown";
      },
    ],
    [
      "an unknown evidence",
      (d) => {
        d.evidence = "very real";
      },
    ],
  ])("%s is refused", (_, change) => {
    expect(parseChanged("maptr", (d) => void change(d)).kind).toBe("invalid");
  });

  test("a broken document that calls itself a stand-in stays one", () => {
    expect(parseChanged("maptr", (d) => void delete d.result).evidence).toBe("stand-in");
  });

  test("brackets inside strings do not count as depth", () => {
    expect(
      parseChanged("maptr", (d) => {
        d.device = `${"[".repeat(49)}"`;
      }).kind,
    ).toBe("answer");
  });

  test("the numbers of one problem too many are counted, not listed", () => {
    const parsed = parseChanged("maptr", (d) => d.result[0].pts_bbox.pts_3d.fill(Array(20).fill([99, 99])));
    if (parsed.kind !== "invalid") throw new Error(parsed.kind);
    expect(parsed.failure.detail).toMatch(/\.\.\. and \d{4} more$/);
    expect(parsed.failure.detail?.length).toBeLessThan(20_000);
  });
});

test.each([
  ["checkpoint-missing", "checkpoint-missing"],
  ["checkpoint-keys", "checkpoint-unreadable"],
  ["gpu-out-of-memory", "out-of-memory"],
  ["gpu-unsupported", "gpu-incompatible"],
  ["forward-failed", "container-exit"],
  ["constructor", "container-exit"],
])("the run's own failure %s becomes %s", (code, expected) => {
  const failure = { code, phase: "forward", message: "<b>boom</b>" };
  const text = JSON.stringify({ schema: "raw-output/v1", model: "maptr", evidence: "real", failure });
  expect(parseOutput("maptr", [], text)).toMatchObject({
    kind: "refusal",
    evidence: "real",
    failure: { code: expected, message: `${code} in phase forward: <b>boom</b>` },
  });
});

describe("outputChecks", () => {
  test("a family nobody knows is a failure that names the known ones", () => {
    const outputs = outputChecks([{ family: "vectorised-map", expect: {} }]);
    if (outputs.ok) throw new Error("passed");
    expect(outputs.failure).toMatchObject({ code: "output-family-unknown" });
    expect(outputs.failure.message).toContain("did you mean vectorized-map?");
    for (const id of families.keys()) expect(outputs.failure.remedy).toContain(id);
  });

  test.each([...families.keys()])("%s refuses an expect with a typo, at its path", (family) => {
    const outputs = outputChecks([{ family, expect: { rowz: 3 } }]);
    expect(outputs).toMatchObject({ ok: false, failure: { code: "unreadable-input" } });
    if (!outputs.ok) expect(outputs.failure.message).toContain("outputs[0].expect");
  });
});

test("no change to any one value of an answer makes the parser throw", () => {
  const hostile = [null, [], {}, "x", -1, 1e308, 0.5, true, { length: 50 }];
  for (const slug of slugs) {
    const { checks, text } = samples.get(slug) ?? sampleOf(slug);
    for (let round = 0; round < 40; round++) {
      const document = JSON.parse(text);
      replaceSomewhere(document, round, hostile[round % hostile.length]);
      expect(parseOutput(slug, checks, JSON.stringify(document)).kind).toMatch(/^(?:answer|invalid)$/);
    }
  }
});

/** Walks down by a fixed rule that differs from round to round, and replaces what it meets. */
function replaceSomewhere(node: Loose, round: number, value: unknown): void {
  const keys = Object.keys(node);
  const key = keys[(round * 7 + keys.length) % keys.length];
  if (key === undefined) return;
  const child = node[key];
  const deeper = typeof child === "object" && child !== null && Object.keys(child).length > 0;
  if (deeper && round % 5 !== 0) replaceSomewhere(child, Math.floor(round / 2) + 1, value);
  else node[key] = value;
}
