import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ownFolder } from "./own-folder.ts";

let scratch: string;
let home: string;
beforeEach(() => {
  scratch = realpathSync(mkdtempSync(path.join(tmpdir(), "mia-own-")));
  home = path.join(scratch, "home");
  mkdirSync(home);
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const root = (): string => path.join(home, ".cache");
const asked = (): string | undefined => ownFolder(root(), ["mia", "compiled"]);

test("a folder is made where there is none, for this user alone", () => {
  expect(asked()).toBe(path.join(root(), "mia", "compiled"));
  expect(statSync(path.join(root(), "mia")).mode & 0o777).toBe(0o700);
  expect(asked()).toBe(path.join(root(), "mia", "compiled"));
});

test("a link to one's own cache folder is followed", () => {
  mkdirSync(path.join(scratch, "elsewhere"));
  symlinkSync(path.join(scratch, "elsewhere"), root());
  expect(asked()).toBe(path.join(scratch, "elsewhere", "mia", "compiled"));
});

const mia = (): string => path.join(root(), "mia");
const foreignUser = 54321;

const spoilt: Record<string, () => void> = {
  "the folder is a git work tree": () => mkdirSync(path.join(home, ".git")),
  "a folder above is a git work tree, by a file": () =>
    writeFileSync(path.join(scratch, ".git"), "gitdir: x"),
  "everybody may write to it": () => {
    mkdirSync(root());
    chmodSync(root(), 0o777);
  },
  "everybody may write to a folder above": () => chmodSync(home, 0o777),
  "a part is a link": () => {
    mkdirSync(root());
    mkdirSync(path.join(home, "mine"));
    symlinkSync(path.join(home, "mine"), mia());
  },
  "a part is a file": () => {
    mkdirSync(root());
    writeFileSync(mia(), "");
  },
  "the whole is a file": () => writeFileSync(root(), ""),
  "its links go in a circle": () => symlinkSync(".cache", root()),
};

test.each(Object.keys(spoilt))("none where %s", (name) => {
  spoilt[name]?.();
  expect(asked()).toBeUndefined();
});

const onlyRootGivesAway = test.skipIf(process.getuid?.() !== 0);

onlyRootGivesAway("none where another user owns a part", () => {
  mkdirSync(mia(), { recursive: true });
  chownSync(mia(), foreignUser, foreignUser);
  expect(asked()).toBeUndefined();
});

onlyRootGivesAway("none where another user owns a folder above", () => {
  chownSync(home, foreignUser, foreignUser);
  expect(asked()).toBeUndefined();
});

test("none that is not absolute, nor too long, nor in the working folder or a workspace", () => {
  expect(ownFolder(".cache", ["mia"])).toBeUndefined();
  expect(ownFolder("", ["mia"])).toBeUndefined();
  expect(ownFolder(`/${"x".repeat(5000)}`, ["mia"])).toBeUndefined();
  const { GITHUB_WORKSPACE } = process.env;
  try {
    process.env.GITHUB_WORKSPACE = scratch;
    expect(asked()).toBeUndefined();
    delete process.env.GITHUB_WORKSPACE;
    expect(asked()).toBeDefined();
  } finally {
    if (GITHUB_WORKSPACE === undefined) delete process.env.GITHUB_WORKSPACE;
    else process.env.GITHUB_WORKSPACE = GITHUB_WORKSPACE;
  }
});
