import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import { optionValue, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import { placeOf } from "../stages/place.ts";
import { scriptCommands } from "../stages/script-files.ts";
import { isSecretValue } from "./known-secrets.ts";
import { literalSecret } from "./literal-secret.ts";

/** Passwords and tokens that a download is given on its command line. */
export function* commandSecrets(image: Image): Generator<Report> {
  for (const command of [...image.commands, ...scriptCommands(image)]) {
    const found = secretOf(command);
    if (found === undefined) continue;
    const where = command.file === undefined ? "the Dockerfile" : "a script that the image holds";
    yield {
      ...literalSecret(found.kind, where, placeOf(image, command, found.word.position)),
      severity: "warning",
      confidence: "medium",
    };
  }
}

function secretOf(command: ShellCommand): { kind: string; word: ShellWord } | undefined {
  const { name } = command;
  if (name === "curl") {
    const login = optionValue(command, ["--user", "-u", "--proxy-user", "-U"]);
    const password = login?.known ? login.value.slice(login.value.indexOf(":") + 1) : "";
    if (login?.value.includes(":") && !/^(?:anonymous|ftp):/.test(login.value) && isSecretValue(password))
      return { kind: "the password of curl's --user", word: login };
  }
  if (name === "wget") {
    const password = optionValue(command, [
      "--password",
      "--http-password",
      "--ftp-password",
      "--proxy-password",
    ]);
    if (password?.known && isSecretValue(password.value))
      return { kind: "the password of a wget", word: password };
  }
  if (name === "sshpass") {
    const password = optionValue(command, ["-p"]);
    if (password?.known && isSecretValue(password.value))
      return { kind: "the password of an sshpass", word: password };
  }
  if (name !== "curl" && name !== "wget" && name !== "http") return undefined;
  for (const word of command.words.slice(1)) {
    const match = word.known && word.value.length < 5000 ? header.exec(word.value) : null;
    if (match && isSecretValue(match[1] ?? "")) return { kind: "what an Authorization header says", word };
  }
  return undefined;
}

const header =
  /(?:^|[=\s"'])(?:(?:Proxy-)?Authorization\s*:\s*(?:Basic|Bearer|token)\s+|(?:X-[A-Za-z-]{0,40})?(?:Api-Key|Auth-Token|Private-Token)\s*:\s*)([A-Za-z0-9+/_.~=-]{8,4000})["']?\s*$/i;
