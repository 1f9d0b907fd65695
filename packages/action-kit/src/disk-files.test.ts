import { execFileSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { testHost } from "./testing.ts";

function folder(): { at: string; files: ReturnType<typeof testHost>["files"] } {
  const at = mkdtempSync(`${tmpdir()}/mia-files-`);
  return { at, files: testHost(at).files };
}

test.each([
  ["missing", () => {}, /no such file/],
  ["a folder", (at: string) => mkdirSync(`${at}/x`), /not a regular file|folder/],
  ["a FIFO", (at: string) => execFileSync("mkfifo", [`${at}/x`]), /not a regular file/],
  ["too large", (at: string) => writeFileSync(`${at}/x`, "12345678901"), /it has 11 bytes; at most 10/],
  ["a link that is not followed", (at: string) => symlinkSync("/etc/passwd", `${at}/x`), /symbolic link/],
])("refuses to read what is %s", async (_, make, message) => {
  const { at, files } = folder();
  make(at);
  const reading = files.read("x", { maxBytes: 10, followLinks: false });
  await expect(reading).rejects.toMatchObject({
    code: "unreadable-input",
    message: expect.stringMatching(message),
  });
});

test.each([
  ["a folder", "x", (at: string) => mkdirSync(`${at}/x`), /cannot write x: it is a folder/],
  [
    "below a file",
    "x/y/z",
    (at: string) => writeFileSync(`${at}/x`, ""),
    /cannot write x\/y\/z: .*not a folder/,
  ],
  ["of too long a name", `${"x".repeat(300)}`, () => {}, /name is too long/],
])("refuses in words to write what is %s, and leaves no draft", async (_, name, make, message) => {
  const { at, files } = folder();
  make(at);
  const before = readdirSync(at);
  const refused = { code: "invalid-input", message: expect.stringMatching(message) };
  await expect(files.write(name, "text")).rejects.toMatchObject(refused);
  expect(readdirSync(at)).toEqual(before);
});

test.each([
  ["a folder", "x", (at: string) => mkdirSync(`${at}/x`), /it is a folder/],
  ["below a file", "x/y/z", (at: string) => writeFileSync(`${at}/x`, ""), /not a folder/],
  ["a FIFO", "x", (at: string) => execFileSync("mkfifo", [`${at}/x`]), /not a regular file/],
])("foresees without writing that %s cannot be written", async (_, name, make, message) => {
  const { at, files } = folder();
  make(at);
  await expect(files.refuseUnwritable(name)).rejects.toMatchObject({
    message: expect.stringMatching(message),
  });
  await files.refuseUnwritable("new/folder/file");
  expect(readdirSync(at)).toEqual(["x"]);
});

test.each([0o755, 0o751, 0o440, 0o644])("a file that is rewritten keeps its mode %o", async (mode) => {
  const { at, files } = folder();
  writeFileSync(`${at}/start.sh`, "old");
  chmodSync(`${at}/start.sh`, mode);
  await files.rewrite("start.sh", "new");
  expect(readFileSync(`${at}/start.sh`, "utf8")).toBe("new");
  expect(statSync(`${at}/start.sh`).mode & 0o7777).toBe(mode);
  expect(readdirSync(at)).toEqual(["start.sh"]);
});

test("a link is rewritten where it leads, and stays a link", async () => {
  const { at, files } = folder();
  mkdirSync(`${at}/in`);
  writeFileSync(`${at}/in/real`, "old");
  symlinkSync("in/real", `${at}/Dockerfile`);
  await files.rewrite("Dockerfile", "new");
  expect(lstatSync(`${at}/Dockerfile`).isSymbolicLink()).toBe(true);
  expect(readFileSync(`${at}/in/real`, "utf8")).toBe("new");
});

test("nothing is rewritten through a link that leads out of the workspace", async () => {
  const { at, files } = folder();
  const outside = folder().at;
  writeFileSync(`${outside}/real`, "old");
  symlinkSync(`${outside}/real`, `${at}/Dockerfile`);
  await expect(files.rewrite("Dockerfile", "new")).rejects.toMatchObject({
    message: expect.stringMatching(/leads out of the workspace/),
  });
  expect(readFileSync(`${outside}/real`, "utf8")).toBe("old");
});

test("a folder that the system cannot make is said, not tried for ever", async () => {
  const { files } = folder();
  await expect(files.write("/proc/none/at/all", "text")).rejects.toMatchObject({ code: "invalid-input" });
  await expect(files.makeFolder("/proc/none/at/all")).rejects.toThrow();
});

test("reads what it wrote, and lists by name with sizes", async () => {
  const { files } = folder();
  await files.write("b/two.txt", "two");
  await files.write("b/a.txt", "a");
  expect(await files.read("b/two.txt", { maxBytes: 3 })).toBe("two");
  expect(await files.list("b")).toEqual([
    { name: "a.txt", kind: "file", bytes: 1 },
    { name: "two.txt", kind: "file", bytes: 3 },
  ]);
  expect(await files.list("nothing")).toEqual([]);
});

test("paths for findings are relative to the workspace", () => {
  const { at, files } = folder();
  expect(files.relative(`${at}/images/x/Dockerfile`)).toBe("images/x/Dockerfile");
  expect(files.relative("./images//x/")).toBe("images/x");
});

test("an entry is told without following a link unless asked, and without looking at its neighbours", async () => {
  const { at, files } = folder();
  symlinkSync("/etc/passwd", `${at}/link`);
  await files.write("file", "four");
  expect(await files.entry("link")).toEqual({ name: "link", kind: "link", bytes: 0 });
  expect(await files.entry("file")).toEqual({ name: "file", kind: "file", bytes: 4 });
  symlinkSync("file", `${at}/near`);
  expect(await files.entry("near", { followLinks: true })).toMatchObject({ kind: "file", bytes: 4 });
  expect(await files.entry("nothing")).toBeUndefined();
});

test("removing takes everything below, and a link but not what it points to", async () => {
  const { at, files } = folder();
  await files.write("kept/a", "1");
  await files.write("gone/b/c", "1");
  symlinkSync(`${at}/kept`, `${at}/gone/link`);
  await files.remove("gone");
  expect([await files.exists("gone"), await files.exists("kept/a")]).toEqual([false, true]);
});
