import type { Finding } from "@mia/step-result";
import { describe, expect, test } from "vitest";
import { widthOf } from "../terminal/width.ts";
import { elsewhere, sources, threeLines, threePlaces } from "../testing/findings.ts";
import { hostileTexts } from "../testing/hostile.ts";
import { type FindingsOptions, renderFindings } from "./render-findings.ts";

const source = (file: string): readonly string[] | undefined => sources[file];
const render = (findings: readonly Finding[], options: Partial<FindingsOptions> = {}): string =>
  renderFindings(findings, { source, ...options });

test("three files that disagree, each with its carets", () => {
  expect(render([threePlaces], { width: 100 })).toBe(`\
error[MIA103] mmcv-index-matches-cuda: the MMCV index is for CUDA 11.8 (cu118), the image has 11.1
 --> Dockerfile:5:93
  |
5 | …e-dir mmcv-full==1.4.0 -f https://download.openmmlab.com/mmcv/dist/cu118/torch1.9.0/index.html…
  |                                                                     ^^^^^ the index says cu118
 --> Dockerfile:1:28
  |
1 | FROM pytorch/pytorch:1.9.1-cuda11.1-cudnn8-devel
  |                            ^^^^^^^^ the base says 11.1
 --> requirements.txt:1:13
  |
1 | torch==1.9.1+cu118
  |             ^^^^^^ and so do the requirements
  |
  = remedy: Use the index of cu111.
  = fix: name the index of cu111 (safe, apply with --fix)

Found 1 error; 1 safe fix (--fix).
`);
});

test("the same in 40 columns: lines are cut around what is meant, notes stand below", () => {
  expect(render([threePlaces], { width: 40 })).toBe(`\
error[MIA103] mmcv-index-matches-cuda:
  the MMCV index is for CUDA 11.8
  (cu118), the image has 11.1
 --> Dockerfile:5:93
  |
5 | …enmmlab.com/mmcv/dist/cu118/torch1…
  |                        ^^^^^
  |                 the index says cu118
 --> Dockerfile:1:28
  |
1 | …torch/pytorch:1.9.1-cuda11.1-cudnn…
  |                      ^^^^^^^^
  |                   the base says 11.1
 --> requirements.txt:1:13
  |
1 | torch==1.9.1+cu118
  |             ^^^^^^
  |           and so do the requirements
  |
  = remedy: Use the index of cu111.
  = fix: name the index of cu111 (safe,
         apply with --fix)

Found 1 error; 1 safe fix (--fix).
`);
});

test("a place of several lines, and one whose file is not at hand", () => {
  expect(render([threeLines, elsewhere], { width: 100 })).toBe(`\
warning[MIA506] pip-leaves-no-cache: the package lists stay in the layer
 --> Dockerfile:2:5
  |
2 | / RUN apt-get update \\
3 | |     && apt-get install -y \\
4 | |        git
  | |__________^ this RUN
  |
  = remedy: Remove /var/lib/apt/lists in the same RUN.
  = fix: remove the lists (unsafe, look at it and apply with --fix=unsafe)

info model-yaml: no licence is named
 --> model.yaml:3
     here it would stand
  |
  = remedy: Name it.

Found 1 warning and 1 info; 1 unsafe fix (--fix=unsafe).
`);
});

test("a long place shows its beginning and its end", () => {
  const lines = Array.from({ length: 12 }, (_, index) => `    line ${index + 1} \\`);
  const finding = { ...threeLines, locations: [{ file: "long", line: 2, endLine: 11 }] };
  expect(
    render([finding], { source: () => lines })
      .split("\n")
      .slice(1, 10)
      .join("\n"),
  ).toBe(`\
  --> long:2
   |
 2 | /     line 2 \\
 3 | |     line 3 \\
 4 | |     line 4 \\
... | |
10 | |     line 10 \\
11 | |     line 11 \\
   | |_____________^`);
});

test("colour marks the severity, the carets of the place to change, and nothing that words do not say", () => {
  const coloured = render([threePlaces], { colour: true });
  const [red, bold, faint, off] = ["\u001b[1;31m", "\u001b[1m", "\u001b[2m", "\u001b[0m"];
  expect(coloured.startsWith(`${red}error[MIA103]${off}${bold} mmcv-index-matches-cuda: the`)).toBe(true);
  expect(coloured).toContain(`${red}^^^^^${off} ${red}the index says cu118${off}`);
  expect(coloured).toContain(`${bold}^^^^^^^^${off} ${bold}the base says 11.1${off}`);
  expect(coloured).toContain(`  ${faint}-->${off} Dockerfile:5:93\n`.slice(1));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are what is taken away.
  expect(coloured.replaceAll(/\u001b\[[\d;]*m/g, "")).toBe(render([threePlaces]));
});

test("where not all are shown the worst are, in the order they came, and all are counted", () => {
  const text = render([elsewhere, threeLines, threePlaces, threeLines], { maxFindings: 2 });
  const titles = text.split("\n").filter((line) => /^(error|warning|info)/.test(line));
  expect(titles.map((line) => line.split(" ")[0])).toEqual(["warning[MIA506]", "error[MIA103]"]);
  expect(text).toContain("\n\nand 2 more findings, in the records\nFound 1 error, 2 warnings and 1 info; ");
  expect(text).toContain("; 1 safe fix (--fix) and 2 unsafe fixes (--fix=unsafe).\n");
});

test("nothing found is said", () => {
  expect(render([])).toBe("Found nothing.\n");
});

test("of a hundred places ten are shown", () => {
  const locations = Array.from({ length: 100 }, () => ({ file: "Dockerfile", line: 6 }));
  const text = render([{ ...threeLines, locations }]);
  expect(text.match(/-->/g)).toHaveLength(10);
  expect(text).toContain("\n  and 90 more places\n");
});

describe("hostile texts", () => {
  const findings = hostileTexts.map((text): Finding => {
    const long = text.slice(0, 1000);
    return {
      rule: text.slice(0, 100),
      code: text.slice(0, 20),
      severity: "error",
      message: text.slice(0, 4000),
      remedy: text.slice(0, 4000),
      locations: [
        { file: long, line: 1, column: 5, endColumn: 9, note: long },
        { file: long, line: 1, column: 5, endLine: 3, endColumn: 2, note: long },
        { file: long, line: 9_007_199_254_740_991, column: 9_007_199_254_740_991 },
        { file: long, line: 2, column: 1, endLine: 9_007_199_254_740_991, endColumn: 9_007_199_254_740_991 },
        { file: long, line: 3, column: 9, endLine: 1, endColumn: 1 },
      ],
      fix: { title: text.slice(0, 200), safety: "safe", edits: [] },
    };
  });
  test.each([40, 100])("bring no control characters of their own, in %i columns", (width) => {
    const text = renderFindings(findings, { source: (file) => [file, `a${file}`, file], width });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/);
    expect(text.isWellFormed()).toBe(true);
    const sourceLines = text.split("\n").filter((line) => /^ *\d+ \|/.test(line));
    for (const line of sourceLines) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });
});

test("25,000 findings take less than four seconds", () => {
  const findings = Array.from({ length: 25_000 }, () => threePlaces);
  const start = performance.now();
  render(findings);
  expect(performance.now() - start).toBeLessThan(4000);
});
