import { expect, test } from "vitest";
import type { ShellWord } from "../shell/shell-command.ts";
import { plainReplacement, sedEdits, sedPattern } from "./sed-edits.ts";

const wordOf = (value: string): ShellWord => ({
  text: value,
  value,
  known: true,
  position: { line: 1, column: 1 },
  end: undefined,
});

test.each([
  ["s/a b/c d/", false, [["a b", "c d"]]],
  [
    "s@a/b@c@g; s|x|y|",
    false,
    [
      ["a/b", "c"],
      ["x", "y"],
    ],
  ],
  ["s/a\\/b/c\\/d/", false, [["a\\/b", "c\\/d"]]],
  ["/x/c\\Port 22", false, [["", "Port 22"]]],
  ["$a Port 22", false, [["", "Port 22"]]],
  ["/etc/ssh/sshd_config", false, []],
  ["s/open", false, []],
])("the edits in %j", (value, extended, expected) => {
  expect(sedEdits(wordOf(value), extended).map(({ from, to }) => [from, to])).toEqual(expected);
});

test.each([
  // pattern, extended, a line, whether it matches
  ["#PermitRootLogin no", false, "#PermitRootLogin no", true],
  ["^#\\?PermitRootLogin.*", false, "PermitRootLogin yes", true],
  ["^#?PermitRootLogin\\s+.*", true, "#PermitRootLogin yes", true],
  ["^#?PermitRootLogin", false, "#?PermitRootLogin", true],
  ["^#?PermitRootLogin", false, "PermitRootLogin", false],
  ["^[# ]*PasswordAuthentication[[:space:]]yes", false, "# PasswordAuthentication yes", true],
  ["\\(UsePAM\\) yes", false, "UsePAM yes", true],
  ["(UsePAM|Other) yes", true, "UsePAM yes", true],
  ["(UsePAM) yes", false, "UsePAM yes", false],
  ["a.c", false, "abc", true],
  ["a\\.c", false, "abc", false],
])("%j (extended: %s) and %j: %s", (from, extended, line, matches) => {
  const [edit] = sedEdits(wordOf(`s@${from}@x@`), extended);
  expect(edit && sedPattern(edit)?.test(line)).toBe(matches);
});

test.each(["\\(a*\\)*b", "a*b*c*d*e*f", "x\\{3\\}", `${"a".repeat(300)}`])("%j is not followed", (from) => {
  const [edit] = sedEdits(wordOf(`s@${from}@x@`), false);
  expect(edit && sedPattern(edit)).toBeUndefined();
});

test("a name that the replacement refers back to is put in", () => {
  const [edit] = sedEdits(wordOf("s/^#*\\(PermitRootLogin\\) .*/\\1 yes/"), false);
  expect(edit && plainReplacement(edit)).toBe("PermitRootLogin yes");
});
