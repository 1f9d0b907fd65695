import { describe, expect, test } from "vitest";
import { batchesOf } from "./batches.ts";
import { archiveArguments, impossibleHash, wheelArguments } from "./pip-arguments.ts";
import { parseReport } from "./pip-report.ts";
import {
  fileOfUrl,
  hadNoConnection,
  publicHost,
  refusedArchive,
  unfetchedPage,
  unfoundPackage,
} from "./pip-words.ts";
import { platformTags } from "./wheel-tags.ts";

const hash = "a6b0d49e98c8963910021f92bba66f65ab440da2982b78eb1bbf95a0a34aacc6";

// What pip 23.2.1 printed; addresses of others are left as they were.
describe("what pip prints", () => {
  test("which package has no wheel", () => {
    const stderr = `ERROR: Could not find a version that satisfies the requirement fire==0.5.0 (from versions: 0.7.1)
ERROR: No matching distribution found for fire==0.5.0
`;
    expect(unfoundPackage(stderr)).toBe("fire");
    expect(hadNoConnection(stderr)).toBe(false);
  });

  test("a Python that does not fit is no missing package", () => {
    expect(
      unfoundPackage("ERROR: Package 'scipy' requires a different Python: 3.11.7 not in '<3.11,>=3.7'"),
    ).toBeUndefined();
  });

  test("no way to the index", () => {
    const stderr =
      "WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError(...)': /simple/fire/\nERROR: No matching distribution found for fire==0.5.0";
    expect(hadNoConnection(stderr)).toBe(true);
  });

  test.each([
    [
      "no way to a page",
      "Could not fetch URL https://download.pytorch.org/whl/torch_stable.html: connection error: HTTPSConnectionPool(host=...) - skipping",
      "https://download.pytorch.org/whl/torch_stable.html",
    ],
    [
      "no leave to read it",
      "Could not fetch URL https://example.org/simple/x/: 403 Client Error: Forbidden for url: https://example.org/simple/x/ - skipping",
      "https://example.org/simple/x/",
    ],
    [
      "a page that is not there",
      "Could not fetch URL https://pypi.org/simple/x/: 404 Client Error: Not Found for url: https://pypi.org/simple/x/ - skipping",
      undefined,
    ],
    [
      "a page that was read",
      "Fetching project page and analyzing links: https://pypi.org/simple/torch/",
      undefined,
    ],
  ])("%s", (_, line, url) => {
    expect(unfetchedPage(line)).toBe(url);
  });

  test("the archive it refused, and its hash", () => {
    const stderr = `ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have updated the package versions, please update the hashes.
    fire==0.5.0 from https://files.pythonhosted.org/packages/94/ed/fire-0.5.0.tar.gz (from -r requirements.txt (line 1)):
        Expected sha256 ${impossibleHash}
             Got        ${hash}
`;
    expect(refusedArchive(stderr)).toEqual({
      file: "fire-0.5.0.tar.gz",
      sha256: hash,
      url: "https://files.pythonhosted.org/packages/94/ed/fire-0.5.0.tar.gz",
    });
    expect(refusedArchive(stderr.replace(hash, "zz"))).toBeUndefined();
  });
});

test.each([
  [
    "https://download.pytorch.org/whl/cu111/torch-1.9.1%2Bcu111-cp38-cp38-linux_x86_64.whl",
    "torch-1.9.1+cu111-cp38-cp38-linux_x86_64.whl",
  ],
  ["https://example.org/a-1.0.tar.gz?token=x#sha256=y", "a-1.0.tar.gz"],
  ["https://example.org/%2E%2E%2Fa-1.0.whl", undefined],
  ["https://example.org/%zz.whl", undefined],
  ["https://example.org/", undefined],
])("the file of %s is %s", (url, file) => {
  expect(fileOfUrl(url)).toBe(file);
});

test.each([
  ["https://files.pythonhosted.org/packages/a.whl", "files.pythonhosted.org"],
  ["https://download-r2.pytorch.org/whl/a.whl", "download-r2.pytorch.org"],
  ["https://user:secret@packages.our-company.example/a.whl", "configured-index"],
  ["https://pypi.org.evil.example/a.whl", "configured-index"],
  ["file:///home/me/wheels/a.whl", undefined],
])("%s is told as %s", (url, host) => {
  expect(publicHost(url, ["https://download.pytorch.org/whl/torch_stable.html"])).toBe(host);
});

describe("a report", () => {
  const item = (name: unknown, url: unknown, archive: unknown) => ({
    metadata: { name },
    download_info: { url, archive_info: archive },
  });
  const report = (...install: unknown[]): string => JSON.stringify({ version: "1", install });

  test("of both forms of hashes", () => {
    const text = report(
      item("Fire_X", "https://pypi.org/fire_x-1.0-py3-none-any.whl", { hashes: { sha256: hash } }),
      item("old", "https://pypi.org/old-1.0-py3-none-any.whl", { hash: `sha256=${hash}` }),
    );
    expect([...parseReport(text, [])]).toEqual([
      ["fire-x", { file: "fire_x-1.0-py3-none-any.whl", sha256: hash, from: "pypi.org" }],
      ["old", { file: "old-1.0-py3-none-any.whl", sha256: hash, from: "pypi.org" }],
    ]);
  });

  test.each([
    [
      "a file of this machine",
      item("a", "file:///tmp/a-1.0-py3-none-any.whl", { hashes: { sha256: hash } }),
      /folder of the machine/,
    ],
    [
      "another hash",
      item("a", "https://pypi.org/a-1.0-py3-none-any.whl", { hashes: { md5: "x" } }),
      /SHA-256/,
    ],
    [
      "a name no wheel has",
      item("a", "https://pypi.org/a.exe", { hashes: { sha256: hash } }),
      /name that no wheel has/,
    ],
  ])("%s is refused with a reason", (_, entry, reason) => {
    expect(parseReport(report(entry), []).get("a")).toEqual({ refused: expect.stringMatching(reason) });
  });

  test.each([
    "",
    "[]",
    "null",
    '{"install": 3}',
    '{"install": [null, 3, {"metadata": {"name": {}}}]}',
    '{"install": [{"__proto__": {"metadata": {"name": "a"}}}]}',
  ])("nothing is taken from %s", (text) => {
    expect(parseReport(text, []).size).toBe(0);
  });
});

test("platform tags from the newest to the oldest, with their older names", () => {
  const tags = platformTags("manylinux_2_27_x86_64");
  expect(tags.slice(0, 2)).toEqual(["manylinux_2_27_x86_64", "manylinux_2_26_x86_64"]);
  expect(tags.slice(tags.indexOf("manylinux_2_17_x86_64")).slice(0, 3)).toEqual([
    "manylinux_2_17_x86_64",
    "manylinux2014_x86_64",
    "manylinux_2_16_x86_64",
  ]);
  expect(tags.slice(-3)).toEqual(["manylinux_2_5_x86_64", "manylinux1_x86_64", "linux_x86_64"]);
  expect(platformTags("manylinux_2_31_aarch64").at(-1)).toBe("linux_aarch64");
});

test("of each name one version a batch, and no local versions", () => {
  const wanted = [
    ["a", "1"],
    ["A", "2"],
    ["b", "1"],
    ["torch", "1+cu111"],
  ].map(([name = "", version = ""]) => ({ name, version, wheelOnly: false }));
  expect(batchesOf(wanted).map((batch) => batch.map(({ name, version }) => `${name} ${version}`))).toEqual([
    ["a 1", "b 1", "torch 1+cu111"],
    ["A 2"],
  ]);
});

const places = {
  index: "https://a.example/simple",
  extraIndexes: ["https://b.example/simple"],
  links: ["https://c.example/x.html"],
};

test("neither question installs anything, runs a setup.py or asks a person", () => {
  const target = { python: "3.8", platform: "manylinux_2_27_x86_64", places };
  const wheels = wheelArguments(target, { requirements: "r", report: "j", folder: "f" });
  expect(wheels).toEqual(
    expect.arrayContaining(["--dry-run", "--no-deps", "--only-binary=:all:", "--no-input"]),
  );
  const archive = archiveArguments(target, { requirements: "r", folder: "f" });
  for (const args of [wheels, archive])
    expect(args.join(" "), "every place that the image's pip looks at, and no other").toContain(
      "--index-url https://a.example/simple --extra-index-url https://b.example/simple --find-links https://c.example/x.html",
    );
  expect(archive).toEqual(
    expect.arrayContaining(["download", "--no-deps", "--require-hashes", "--no-binary=:all:"]),
  );
});
