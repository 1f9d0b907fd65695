import { expect, test } from "vitest";
import { mirrors } from "./apt.mjs";
import { lastLines } from "./command.mjs";

const uris = (...names: string[]) => names.map((name) => `'${name}/InRelease' some_file 0 \n`).join("");

test("the archive that also has updates goes before a third party's", () => {
  const printed = uris(
    "https://third.example/linux/debian/dists/bookworm",
    "http://mirror.example/debian/dists/bookworm",
    "http://mirror.example/debian/dists/bookworm-updates",
    "http://mirror.example/debian-security/dists/bookworm-security",
  );
  expect(mirrors(printed, "bookworm")).toEqual([
    "http://mirror.example/debian/",
    "https://third.example/linux/debian/",
  ]);
});

test("other releases' archives are not ours", () => {
  expect(mirrors(uris("http://mirror.example/debian/dists/trixie"), "bookworm")).toEqual([]);
});

test("a mirror's password stays out of errors", () => {
  expect(lastLines("Err http://me:secret@mirror.example/debian\n\n")).toBe(
    "\n    Err http://***@mirror.example/debian",
  );
});
