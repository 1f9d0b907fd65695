import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runCommandLine } from "./command-line.ts";

let out: string;
let err: string;

beforeEach(() => {
  out = err = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += text;
    return true;
  });
});

afterEach(() => vi.restoreAllMocks());

test.each([
  [["help"], /explain CODE .*mia explain all/],
  [["help", "--help"], /Usage: mia <verb>/],
  [["help", "verify"], /^Usage: mia verify-dockerfile [\s\S]*--explain CODE\|RULE/m],
  [["help", "build-image"], /^Usage: mia build-image /m],
  [["help", "report"], /^Usage: mia report /m],
  [["help", "explain"], /^Usage: mia explain CODE\|RULE/m],
  [["help", "dockerfile"], /^Usage: mia dockerfile parse FILE/m],
  [["verify", "--help"], /--explain CODE\|RULE\n.*mia explain all lists the rules/],
])("%j prints help", async (words, expected) => {
  expect([await runCommandLine(words), err]).toEqual([0, ""]);
  expect(out).toMatch(expected);
});

test.each([
  [["help", "verfy"], /there is no verb "verfy"\. Did you mean verify\?/],
  [["expalin"], /Did you mean explain\?/],
  [["explain", "MIA999"], /no rule "MIA999"\. Did you mean MIA90\d\? The list of rules: mia explain all/],
  [["explain", "nothing-of-the-kind"], /no rule "nothing-of-the-kind"\. The list of rules: mia explain all/],
  [["explain", "::error::x\u001b[31m"], /^mia explain: there is no rule /],
  [["verify", ""], /an empty argument names nothing/],
  [["verify", "--fix", "unsafe"], /write --fix=unsafe/],
])("%j exits 2 and says what to do", async (words, expected) => {
  expect([await runCommandLine(words), out]).toEqual([2, ""]);
  expect(err).toMatch(expected);
  expect(err).not.toContain("\u001b");
});
