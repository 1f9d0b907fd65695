import { describe, expect, test } from "vitest";
import { hostileRecords, hostileTexts, manyRecords } from "../testing/hostile.ts";
import {
  build,
  digest,
  failedWith,
  measuredBuild,
  plan,
  smoke,
  standIn,
  unknownEvidence,
  verify,
  whole,
} from "../testing/records.ts";
import { renderHtml } from "./render-html.ts";
import { style } from "./style.ts";

const voidTags = new Set(["meta", "br"]);

function expectIntact(html: string): void {
  const open: string[] = [];
  const body = html.replace(style, "").replace("<!doctype html>", "");
  for (const [, slash, name = ""] of body.matchAll(/<(\/?)([a-z0-9]+)(?:\s[^<>]*)?>/g)) {
    if (voidTags.has(name)) continue;
    if (slash === "") open.push(name);
    else expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
  expect(body.replaceAll(/<\/?[a-z0-9]+(?:\s[^<>]*)?>/g, "")).not.toMatch(/[<>]/);
}

test("the page asks nobody for anything and says what it is", () => {
  const html = renderHtml([plan(["maptr"]), ...whole("maptr")], { title: "Nightly" });
  expectIntact(html);
  expect(html).toContain('<html lang="en">');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|<img|<link|url\(|@import|src=/);
  expect(html).toContain('<th scope="row" role="rowheader">maptr</th>');
  expect(html).toContain("<title>Nightly: passed</title>");
  expect(html.match(/<h1>/g)).toHaveLength(1);
});

test("plumbing that passed does not look like a proof", () => {
  const html = renderHtml([verify("maptr"), smoke("maptr", standIn)]);
  expect(html).toContain('<header class="verdict plumbing">');
  expect(html).toContain("evidence: stand-in for maptr smoke; replaced: base, upstream, wheels.");
  expect(html).toContain(
    '<span class="tag stand-in">stand-in</span><small>base, upstream, wheels replaced</small>',
  );
});

test("what is not known does not look like a proof", () => {
  const html = renderHtml([verify("maptr"), smoke("maptr", unknownEvidence)]);
  expect(html).toContain('<header class="verdict plumbing">');
  expect(html).toContain(
    '<span class="tag unknown">unknown</span><small>smoke: nothing says how its image was built</small>',
  );
});

test("a wide table scrolls where a keyboard reaches it, and is one card a model on a phone", () => {
  const html = renderHtml([plan(["maptr"]), ...whole("maptr")]);
  expect(html).toContain('<div class="scroll" role="region" aria-labelledby="models" tabindex="0">');
  expect(html).toContain('<td role="cell" data-label="Context kept">');
  const phone = style.slice(style.indexOf("@media (max-width:40rem)"), style.indexOf("@media print"));
  expect(phone).toContain("content:attr(data-label)");
  expect(phone).toMatch(/tbody th,td\{display:block;white-space:normal\}/);
});

test("a single failed record says once in its details what its heading says", () => {
  const html = renderHtml([build("maptr", failedWith("build-failed", "exited with 1"))]);
  expect(html).toContain("<summary>maptr: build failed</summary>");
});

test("what a build measured has bars that need no script, and numbers for whoever cannot see them", () => {
  const html = renderHtml([measuredBuild("maptr")]);
  expectIntact(html);
  expect(html).toContain('<span class="bar" aria-hidden="true"><i style="left:31%;width:50.5%"></i></span>');
  expect(html).toContain('<td role="cell" data-label="Takes" class="number"><div>1 min 40 s</div></td>');
  expect(html).toContain(`<code class="copied">registry.test/team/maptr@${digest}</code>`);
  expect(html).not.toMatch(/<script|<img|<link|url\(|@import|src=|<svg/);
});

describe("hostile texts", () => {
  test("stay texts", () => {
    const links = { server: "https://github.com", repository: "o/r", commit: "c".repeat(40) };
    const rulePages = "https://github.com/o/r/blob/v1/docs/rules";
    const html = renderHtml(hostileRecords(), {
      title: hostileTexts[0],
      problems: [...hostileTexts],
      links,
      rulePages,
    });
    expectIntact(html);
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|\p{Cc}(?<!\n)/u);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g))
      expect(href).toMatch(/^https:\/\/github\.com\/o\/r\/blob\//);
  });
});

test("256 models take less than half a second", () => {
  const records = manyRecords();
  expectIntact(renderHtml(records));
  const start = performance.now();
  renderHtml(records);
  expect(performance.now() - start).toBeLessThan(500);
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join("") : hex.slice(1);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe.each(["light", "dark"])("contrast in %s", (scheme) => {
  const roots = [...style.matchAll(/:root\{([^}]*)\}/g)].map(([, body = ""]) => body);
  const body = roots[scheme === "light" ? 0 : 1] ?? "";
  const colours = Object.fromEntries(
    [...body.matchAll(/--([a-z-]+):(#[0-9a-f]+)/g)].map(([, name, hex]) => [name, hex]),
  );
  test.each([
    ["ink", "ground"],
    ["ink", "card"],
    ["faint", "ground"],
    ["faint", "card"],
    ["faint", "shade"],
    ["link", "card"],
    ["good", "good-bg"],
    ["bad", "bad-bg"],
    ["warn", "warn-bg"],
    ["none", "none-bg"],
  ])("%s on %s is at least 4.5", (ink, ground) => {
    const [a, b] = [luminance(colours[ink] ?? "#000"), luminance(colours[ground] ?? "#000")].sort(
      (x, y) => y - x,
    );
    expect(((a ?? 0) + 0.05) / ((b ?? 0) + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
