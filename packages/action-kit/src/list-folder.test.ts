import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, expect, test } from "vitest";
import { linkTarget, listFolder } from "./list-folder.ts";
import { bytesOf, textOf } from "./path-bytes.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/mia-list-`);
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([true, false])(
  "a name that is not UTF-8 is listed so that it can be found again (sizes: %s)",
  async (sizes) => {
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/d`), Buffer.of(0xff)]));
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/d`), Buffer.of(0xff), Buffer.from("/\ufffd")]),
      "123",
    );
    const [entry] = await listFolder(folder, sizes);
    expect(entry).toMatchObject({ name: "d\udcff", kind: "folder" });
    expect(await listFolder(`${folder}/${entry?.name}`, true)).toEqual([
      { name: "\ufffd", kind: "file", bytes: 3 },
    ]);
  },
);

test("only a file with several names has a number that says so", async () => {
  writeFileSync(`${folder}/a`, "12");
  linkSync(`${folder}/a`, `${folder}/b`);
  writeFileSync(`${folder}/c`, "");
  const [a, b, c] = await listFolder(folder, true);
  expect(a?.inode).toBeTypeOf("number");
  expect([b?.inode, c?.inode]).toEqual([a?.inode, undefined]);
});

test("what a link holds, and nothing for what is none", () => {
  symlinkSync("../x", `${folder}/link`);
  expect(["link", "none", "."].map((name) => linkTarget(`${folder}/${name}`))).toEqual([
    "../x",
    undefined,
    undefined,
  ]);
});

test.each(["plain", "ü数😀", "\ufffd"])("%s is as it is", (text) => {
  expect([textOf(Buffer.from(text)), bytesOf(text)]).toEqual([text, text]);
});

test.each([
  [[0xff]],
  [[0x61, 0xc3]],
  [[0xc3, 0x28, 0xe6, 0x95, 0xb0]],
  [[0xed, 0xa0, 0x80]],
  [[0xf0, 0x9f, 0x98]],
])("the bytes %j come back", (bytes) => {
  const text = textOf(Buffer.from(bytes));
  expect(text.isWellFormed()).toBe(false);
  expect([...(bytesOf(text) as Buffer)]).toEqual(bytes);
});
