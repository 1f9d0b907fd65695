import type { Image } from "../image.ts";
import type { Report } from "../rule.ts";
import { operands, optionValue, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import { placeOf } from "../stages/place.ts";
import { scriptCommands } from "../stages/script-files.ts";
import { isSecretValue } from "./known-secrets.ts";

/** Programs that keep the token they are given in a file of the home folder. */
export function* keptLogins(image: Image): Generator<Report> {
  const commands = [...image.commands, ...scriptCommands(image, "build")];
  // A logout in the same RUN takes the token out again before the layer is made.
  const loggedOut = new Map<unknown, Set<string>>();
  for (const command of commands) {
    if (command.conditional || !command.words.slice(1, 4).some(({ value }) => value === "logout")) continue;
    const known = loggedOut.get(command.step) ?? new Set<string>();
    loggedOut.set(command.step, known.add(command.name));
  }
  for (const command of commands) {
    if (command.step.instruction.keyword !== "RUN") continue;
    const login = loginOf(command);
    if (login === undefined) continue;
    const { what, token } = login;
    if (!isLiteralToken(token) && loggedOut.get(command.step)?.has(command.name)) continue;
    const isLiteral = isLiteralToken(token);
    // A token of the caller's, or of a secret mount, is written into the image all the same.
    if (token !== undefined && !isLiteral && token.known) continue;
    yield {
      message: isLiteral
        ? `${what} is given its token in the Dockerfile, and keeps it in the image`
        : `${what} keeps the token in the home folder, and so in this layer`,
      remedy:
        "Give the token to the one command that needs it, by a secret mount and its variable (HF_TOKEN, WANDB_API_KEY), without a login.",
      locations: [placeOf(image, command, command.position)],
      ...(isLiteral ? {} : { severity: "warning" as const }),
    };
  }
}

function isLiteralToken(token: ShellWord | undefined): boolean {
  return token?.known === true && isSecretValue(token.value);
}

function loginOf(command: ShellCommand): { what: string; token: ShellWord | undefined } | undefined {
  const { name, words } = command;
  const [first, second] = operands(command, [
    "--token",
    "-t",
    "-u",
    "-p",
    "--username",
    "--password",
    "--host",
  ]);
  if (
    (name === "hf" && first?.value === "auth" && second?.value === "login") ||
    (name === "huggingface-cli" && first?.value === "login")
  ) {
    const token = optionValue(command, ["--token"]);
    return token && { what: `${name} login`, token };
  }
  if (name === "wandb" && first?.value === "login") {
    const token = operands(command, ["--host"])[1];
    return token && { what: "wandb login", token };
  }
  if (name === "docker" && first?.value === "login") {
    const token = optionValue(command, ["--password", "-p"]);
    return token && { what: "docker login", token };
  }
  if (
    name === "aws" &&
    first?.value === "configure" &&
    /secret_access_key|session_token/.test(words[3]?.value ?? "")
  )
    return words[4] && { what: "aws configure", token: words[4] };
  return undefined;
}
