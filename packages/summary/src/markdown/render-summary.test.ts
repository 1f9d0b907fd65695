import { describe, expect, test } from "vitest";
import { hostileRecords, hostileTexts, manyRecords } from "../testing/hostile.ts";
import {
  build,
  digest,
  error,
  failedWith,
  measuredBuild,
  plan,
  report,
  smoke,
  standIn,
  unknownEvidence,
  verify,
  whole,
} from "../testing/records.ts";
import { bytesOf } from "../text/bytes-of.ts";
import { renderSummary } from "./render-summary.ts";

const large = { maxBytes: 1_000_000 };
const rulePages = "https://github.com/o/actions/blob/v1/docs/rules";
const links = { server: "https://github.com", repository: "o/r", commit: "b".repeat(40) };

function times(text: string, part: string | RegExp): number {
  return text.split(part).length - 1;
}

/** Every tag this renderer writes, closed as often as opened, in order; every table row with as many cells as its head. */
function expectIntact(markdown: string): void {
  const open: string[] = [];
  for (const [, slash, name = ""] of markdown.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
    if (name === "br") continue;
    if (slash === "") open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
  let cells = 0;
  for (const line of markdown.split("\n")) {
    if (!line.startsWith("|")) cells = 0;
    else if (cells === 0) cells = times(line, "|");
    else expect(times(line, "|")).toBe(cells);
  }
}

test("verdict, rows, failures with a link, then the rest folded", () => {
  const findings = [error("images/maptr/Dockerfile", 41, "The final USER is root.")];
  const records = [
    plan(["maptr", "vad"]),
    ...whole("vad"),
    verify("maptr", { status: "failed", findings }),
    build("maptr"),
  ];
  const markdown = renderSummary(records, { ...large, links });
  expectIntact(markdown);
  expect(markdown.split("\n", 1)[0]).toMatch(/^### Failed: 1 of 6 planned steps \(maptr verify\)/);
  expect(markdown).toContain("| **maptr** | **failed** ❌<br><sub>1 error</sub> |");
  expect(markdown).toContain("12.3 KiB of 1.2 MiB");
  expect(markdown).toContain(`](https://github.com/o/r/blob/${links.commit}/images/maptr/Dockerfile#L41)`);
  expect(markdown).toContain("**Fix:** End the Dockerfile with USER runpod.");
  expect(markdown.indexOf("#### 2 failures")).toBeLessThan(markdown.indexOf("<details>"));
});

test("a stand-in is named in its row and in the text", () => {
  const markdown = renderSummary(
    [plan(["maptr"]), verify("maptr"), build("maptr", standIn), smoke("maptr", standIn)],
    large,
  );
  const row = markdown.split("\n").find((line) => line.startsWith("| maptr"));
  expect(row).toContain("**stand-in**<br><sub>base, upstream, wheels replaced</sub>");
  expect(markdown).toContain(
    "> evidence: stand-in for maptr build and maptr smoke; replaced: base, upstream, wheels.",
  );
  expect(markdown).toContain("- Evidence: stand-in; replaced: base, upstream, wheels");
  expect(markdown).toMatch(/^### Passed, but this proves only the plumbing/);
});

test("unknown evidence is named in its row and in the text", () => {
  const markdown = renderSummary(
    [plan(["maptr"]), ...whole("maptr"), smoke("maptr", unknownEvidence)],
    large,
  );
  expect(markdown).toContain("**unknown**<br><sub>smoke: nothing says how its image was built</sub>");
  expect(markdown).toContain(
    "> evidence: unknown for maptr smoke: nothing says how its image was built; it was not built by build-image.",
  );
  expect(markdown).toContain("- Evidence: unknown: nothing says how its image was built");
});

describe("a single record", () => {
  test.each([
    [verify("maptr"), "- Rules that ran: 2"],
    [build("maptr", standIn), "> evidence: stand-in for maptr build; replaced: base, upstream, wheels."],
    [smoke("maptr"), "- Latency: p50 121 ms, p95 180 ms over 4 runs"],
    [plan(["maptr"]), "- maptr: images/maptr changed"],
    [report("Passed: all.", { rows: [] }), "### Passed: all."],
  ])("%# is shown by its facts, open and without a table", (record, part) => {
    const markdown = renderSummary([record], large);
    expect(markdown).toContain(part);
    expect(markdown).not.toContain("<details>");
    expect(markdown).not.toContain("| Model |");
  });

  test("a failure shows the end of its log folded", () => {
    const log = "step 1\n\n  </pre></details> error: nvcc\n";
    const markdown = renderSummary([build("maptr", failedWith("build-failed", "exited with 1", log))], large);
    expect(markdown).toContain("<pre>step 1\n\n  &#60;/pre&#62;&#60;/details&#62; error: nvcc</pre>");
    expectIntact(markdown);
  });
});

test("problems before any record are shown", () => {
  const markdown = renderSummary([], { ...large, problems: ['input "timeout" is "ten"'] });
  expect(markdown).toContain("### Failed: nothing ran, for 1 reason.");
  expect(markdown).toContain("input &#34;timeout&#34; is &#34;ten&#34;");
});

test("a report alone still has its rows", () => {
  const rows = [
    { model: "vad", verdict: "missing", verify: "passed", build: "passed", smoke: "missing" },
  ] as const;
  const markdown = renderSummary([report("Failed: 1 of 3.", { status: "failed", rows: [...rows] })], large);
  expect(markdown).toContain("| **vad** | passed ✅ | passed ✅ | **no result** ❌ |");
});

describe("hostile texts", () => {
  test.each([1_000_000, 65_536, 10_000, 2000, 300, 20, 0])("stay texts within %i bytes", (maxBytes) => {
    const markdown = renderSummary(hostileRecords(), {
      maxBytes,
      links,
      rulePages,
      problems: [...hostileTexts],
    });
    expect(bytesOf(markdown)).toBeLessThanOrEqual(maxBytes);
    expectIntact(markdown);
    expect(markdown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|\p{Cc}(?<!\n)/u);
    expect(markdown.replaceAll(/\]\(https:\/\/github\.com[^)]*\)/g, "")).not.toMatch(/\]\(/);
    expect(markdown.isWellFormed()).toBe(true);
  });
});

describe("what a build measured", () => {
  const markdown = renderSummary([measuredBuild("maptr")], large);

  test("is drawn, and stands in tables for where nothing is drawn", () => {
    expectIntact(markdown);
    expect(times(markdown, "```mermaid\n")).toBe(1);
    expect(markdown).toContain(
      "| RUN | 1 min 2 s | 1 min 40 s | 50% | <code>░░░░░░░█████████████░░░░</code> |",
    );
    expect(markdown).toContain(
      "| 4 | <code>&#42;.pth</code> | 3 | 2.0 GiB | <code>█████████████████████░░░</code> |",
    );
    expect(markdown).toContain("| now | 3.0 GiB | 3% smaller |");
  });

  test("has the reference to run as a block that can be copied", () => {
    expect(markdown).toContain(`Run it as:\n\n\`\`\`text\nregistry.test/team/maptr@${digest}\n\`\`\`\n`);
  });

  test.each(["a b", "x\n```\n# y", "`x`", "<b>", "~~~"])(
    "has the reference %j, which is none, as text",
    (imageRef) => {
      const odd = renderSummary([measuredBuild("maptr", { imageRef })], large);
      expectIntact(odd);
      expect(odd).toMatch(/^- Run it as: <code>/m);
      expect(odd).not.toContain("```text");
    },
  );

  test("leaves out figures before facts, and says so", () => {
    const records = [plan(["maptr"]), measuredBuild("maptr")];
    const whole = renderSummary(records, large);
    const less = renderSummary(records, { maxBytes: bytesOf(whole) - 1 });
    expectIntact(less);
    expect(less).toMatch(/> Left out, to stay under [^:]+: 1 figure\./);
    const least = renderSummary(records, { maxBytes: 4000 });
    expectIntact(least);
    expect(bytesOf(least)).toBeLessThanOrEqual(4000);
    expect(least).toContain("- Build steps: 20, 12 from cache (60%)");
  });

  test("draws ten diagrams at most, and each model keeps its table", () => {
    const slugs = Array.from({ length: 14 }, (_, at) => `m-${at}`);
    const page = renderSummary(
      slugs.map((slug) => measuredBuild(slug)),
      large,
    );
    expectIntact(page);
    expect(times(page, "```mermaid\n")).toBe(10);
    expect(times(page, "**Where 3 min 20 s of build went**")).toBe(14);
    expect(times(page, /^\| m-\d+ \|/m)).toBe(14);
  });

  test("of 256 models fits into a summary in less than a second", () => {
    const records = Array.from({ length: 256 }, (_, at) => measuredBuild(`m-${at}`));
    renderSummary(records.slice(0, 30), large);
    const start = performance.now();
    const page = renderSummary(records, large);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(bytesOf(page)).toBeLessThanOrEqual(large.maxBytes);
    expectIntact(page);
  });
});

describe("256 models", () => {
  test.each([200_000, 65_536, 20_000, 5000])(
    "fit into %i bytes, failures first, and say what is left out",
    (maxBytes) => {
      const markdown = renderSummary(manyRecords(), { maxBytes });
      expect(bytesOf(markdown)).toBeLessThanOrEqual(maxBytes);
      expectIntact(markdown);
      expect(markdown).toMatch(/^### Failed: \d+ of 768 planned steps/);
      expect(markdown).toContain("> Left out, to stay under");
      expect(markdown).toContain("**failed** ❌");
    },
  );

  test("take less than half a second", () => {
    const records = manyRecords();
    renderSummary(records.slice(0, 30), large);
    const start = performance.now();
    renderSummary(records, large);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

test("no number that is none reaches the page", () => {
  const unknown = smoke("maptr", {
    latenciesMs: [],
    predictions: [],
    gpu: null,
    usage: null,
    container: null,
    output: null,
  });
  const empty = build("maptr", {
    digest: null,
    configDigest: null,
    sizeBytes: null,
    transferredBytes: null,
    steps: null,
    builder: null,
  });
  const markdown = renderSummary([verify("maptr", { context: null }), empty, unknown], large);
  expect(markdown).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
});
