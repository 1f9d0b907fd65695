import { expect, test } from "vitest";
import { readImage } from "../image.ts";
import { sshdTakesKeysOnly } from "./sshd-takes-keys-only.ts";

test.each([
  "PermitRootLogin",
  "PasswordAuthentication",
  "PermitEmptyPasswords",
  "KbdInteractiveAuthentication",
])("%s yes: the remedy says what the fix writes", (option) => {
  const text = `FROM debian:12\nRUN echo '${option} yes' > /etc/ssh/sshd_config\nCMD ["/usr/sbin/sshd", "-D"]\n`;
  const source = { folder: ".", dockerfile: { path: "Dockerfile", text }, requirements: [] };
  const [report] = sshdTakesKeysOnly.check(readImage(source, undefined));
  expect(report?.fix?.edits).toHaveLength(1);
  expect(report?.remedy).toContain(`Write \`${option} ${report?.fix?.edits[0]?.text}\``);
  expect(report?.fix?.title).toBe(`Write ${option} ${report?.fix?.edits[0]?.text}`);
});
