import { describe, expect, test } from "vitest";
import { parseRequirement, parseRequirements } from "./requirements.ts";

const at = (line: number, column = 1) => ({ line, column });

describe("requirements", () => {
  test.each([
    ["torch==1.9.1+cu111", "torch", "==1.9.1+cu111"],
    ["torch == 1.9.1  # pinned", "torch", "==1.9.1"],
    ["mmcv_full[all]>=1.3,<1.4", "mmcv_full", ">=1.3 <1.4"],
    ["numpy", "numpy", ""],
    ["numpy (>=1.19)", "numpy", ">=1.19"],
    ["torch===1.9.1", "torch", "===1.9.1"],
    ["a~=1.0 ; python_version < '3.8'", "a", "~=1.0"],
    ["a==1 \\\n  --hash=sha256:00 \\\n  --hash=sha256:11", "a", "==1"],
    ["\uFEFFa==1", "a", "==1"],
    ["a==1\r", "a", "==1"],
  ])("%j", (text, name, specifiers) => {
    const [requirement, ...others] = parseRequirements("r", text).requirements;
    expect(others).toEqual([]);
    expect(requirement?.name).toBe(name);
    expect(requirement?.specifiers.map(({ operator, version }) => operator + version).join(" ")).toBe(
      specifiers,
    );
  });

  test.each([
    ["a @ git+https://x/y@main", "a", "git+https://x/y@main"],
    ["git+https://x/y@main#egg=a", "a", "git+https://x/y@main#egg=a"],
    ["-e git+https://x/y#egg=a", "a", "git+https://x/y#egg=a"],
    ["https://x/a-1-py3-none-any.whl", "a", "https://x/a-1-py3-none-any.whl"],
  ])("from a URL: %s", (text, name, url) => {
    expect(parseRequirements("r", text).requirements).toEqual([expect.objectContaining({ name, url })]);
  });

  test.each([["torch=1.9.1=py37"], ["# a==1"], [""], ["-r other.txt"], ["a=="]])("none in %j", (text) => {
    expect(parseRequirements("r", text).requirements).toEqual([]);
  });
});

test.each([
  ["-f https://x", "--find-links", "https://x", at(1, 4)],
  ["-fhttps://x", "--find-links", "https://x", at(1)],
  ["--find-links=https://x", "--find-links", "https://x", at(1)],
  ["--find-links \\\n  https://x", "--find-links", "https://x", at(2, 3)],
  ["-r other.txt", "--requirement", "other.txt", at(1, 4)],
  ["--no-index", "--no-index", "", at(1)],
])("the option in %j", (text, name, value, position) => {
  expect(parseRequirements("r", text).options).toEqual([expect.objectContaining({ name, value, position })]);
});

test("places are those of the file", () => {
  const { requirements } = parseRequirements("r", "# a\n\n  b==1\nc \\\n # d\n ==2\n");
  expect(requirements.map(({ name, position }) => [name, position])).toEqual([
    ["b", at(3, 3)],
    ["c", at(4)],
  ]);
});

test.each([
  ["spaces", `torch${" ".repeat(100_000)}x`, 1],
  ["a version without end", `a==1\ntorch==${"1.".repeat(1_000_000)}`, 2],
  ["a continued line", `a==1 \\\n  --hash=${"0".repeat(5000)} \\\n  --hash=00\nb==1`, 2],
  ["many continued lines", `a==1${" \\\n  --hash=sha256:00000000".repeat(5000)}\nb==1`, 2522],
])("a line too long is reported and not read: %s", (_, text, line) => {
  const start = performance.now();
  const { requirements, unread } = parseRequirements("r", text);
  expect(unread).toEqual([expect.objectContaining({ position: at(line) })]);
  expect(unread[0]?.message).toContain("cannot be checked");
  expect(requirements.map(({ name }) => name)).not.toContain("torch");
  expect(requirements.length).toBeLessThan(2);
  expect(performance.now() - start).toBeLessThan(2000);
});

test("a hundred hashes are read", () => {
  const hashes = ` \\\n    --hash=sha256:${"0".repeat(64)}`.repeat(100);
  const { requirements, unread } = parseRequirements("r", `a==1${hashes}\nb==2`);
  expect(unread).toEqual([]);
  expect(requirements.map(({ name }) => name)).toEqual(["a", "b"]);
});

test.each([[`torch${" ".repeat(60_000)}x`], [`torch ${"[".repeat(60_000)}`], [`a @${" b".repeat(30_000)}`]])(
  "a word of a command line costs no more than its length: %#",
  (written) => {
    const start = performance.now();
    parseRequirement(written, at(1));
    expect(performance.now() - start).toBeLessThan(500);
  },
);
