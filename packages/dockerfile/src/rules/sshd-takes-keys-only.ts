import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { writtenLines } from "../stages/written-lines.ts";
import type { Position } from "../syntax/spanned-text.ts";

const setting = /\b(PermitRootLogin|PasswordAuthentication|PermitEmptyPasswords)[\s=]+["']?yes\b/i;

const meaning: Record<string, string> = {
  permitrootlogin: "root may log in",
  passwordauthentication: "a guessed password is enough to log in",
  permitemptypasswords: "an account without a password is open",
};

export const sshdTakesKeysOnly: Rule = {
  code: "MIA305",
  id: "sshd-takes-keys-only",
  description: "sshd lets in neither root nor passwords, only keys of the image's own user.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    for (const { text, position } of writtenLines(image.stages, image.commands)) {
      const name = setting.exec(text)?.[1];
      if (name) yield report(image, name, position);
    }
    for (const { name, words } of image.commands) {
      if (name !== "sshd") continue;
      for (const { value, position } of words) {
        const option = setting.exec(value)?.[1];
        if (option) yield report(image, option, position);
      }
    }
  },
};

function report(image: Image, name: string, position: Position): Report {
  return {
    message: `sshd is told ${name} yes: ${meaning[name.toLowerCase()] ?? ""} over the network`,
    remedy: `Leave it out, or write \`${name} no\`; put the caller's public key into authorized_keys at start.`,
    locations: [image.at(position)],
  };
}
