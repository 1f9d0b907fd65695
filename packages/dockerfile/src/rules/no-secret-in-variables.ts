import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import type { Report, Rule } from "../rule.ts";
import { operands, optionValue, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import { copiedFiles } from "../stages/copied-files.ts";
import { placeOf } from "../stages/place.ts";
import { scriptCommands, scriptFiles } from "../stages/script-files.ts";
import { isSecretName, isSecretValue, secretIn } from "../stages/secrets.ts";
import { chainOf, type Step } from "../stages/stage.ts";
import type { Assignment } from "../syntax/instruction.ts";

export const noSecretInVariables: Rule = {
  code: "MIA311",
  id: "no-secret-in-variables",
  description:
    "No token, key or other secret stands in the Dockerfile, its variables, its scripts, or a file that COPY brings.",
  severity: "error",
  confidence: "high",
  since: "0.2.0",
  *check(image) {
    // One place is one finding, whatever ways lead to it.
    const seen = new Set<string>();
    const parts = [written(image), inFiles(image), logins(image), copied(image), named(image), asked(image)];
    for (const report of parts.flatMap((part) => [...part])) {
      const [place] = report.locations;
      const key = `${place?.file}:${place?.line}`;
      if (!seen.has(key)) yield report;
      seen.add(key);
    }
  },
};

const remedy =
  "Take it out and have it replaced: it is in the history. A build gets it by `RUN --mount=type=secret,id=...`, a container when it starts.";

/** A message says what it is and never what it says: it goes where the Dockerfile does not. */
function literal(kind: string, where: string, place: Location): Report {
  return {
    message: `${kind} stands in ${where}: everybody who can read the file or pull the image has it`,
    remedy,
    locations: [place],
  };
}

/** Tokens known by their shape, anywhere outside comments. */
function* written(image: Image): Generator<Report> {
  for (const [index, line] of image.dockerfile.lines.entries()) {
    if (/^\s*#/.test(line)) continue;
    const found = secretIn(line);
    if (found)
      yield literal(found.kind, "the Dockerfile", image.at({ line: index + 1, column: found.index + 1 }));
  }
}

/** UTF-16 units of a copied file that are looked at. */
const maxLooked = 256 * 1024;

function* inFiles(image: Image): Generator<Report> {
  const paths = new Set(scriptFiles(image).scripts.map(({ path }) => path));
  for (const { kind, source } of copiedFiles(image)) if (kind === "context") paths.add(source);
  for (const path of paths) {
    const file = image.files.get(path);
    // A key that is copied as such is another rule's.
    if (file === undefined || /^id_|\.pem$|\.key$/.test(nameOf(path))) continue;
    for (const [index, line] of file.text.slice(0, maxLooked).split("\n").entries()) {
      const found = /^\s*#/.test(line) ? undefined : secretIn(line);
      if (found === undefined || found.kind === "a private key") continue;
      const place = placeOf(image, { file: file.path }, { line: index + 1, column: found.index + 1 });
      yield literal(found.kind, "a file that COPY brings into the image", place);
      break;
    }
  }
}

/** Variables whose name says what they hold. */
function* named(image: Image): Generator<Report> {
  for (const { instruction, step } of declarations(image)) {
    const { keyword, assignments } = instruction;
    for (const { name, value, position } of assignments) {
      // Passwords are no-baked-password's.
      if (value === undefined || !isSecretName(name) || /PASS(?:WORD|WD|PHRASE)$/i.test(name)) continue;
      const plain = value.replace(/^(["'])(.*)\1$/s, "$2");
      if (isSecretValue(plain)) {
        yield {
          ...literal(
            `${keyword} ${name} holds what looks like a secret, and it`,
            "the Dockerfile",
            image.at(position),
          ),
          severity: "warning",
          confidence: "medium",
        };
      } else if (keyword === "ENV" && step && fromArgument(step, plain)) {
        yield {
          message: `ENV ${name} keeps what the build's caller gives: whoever has the image can read it (docker inspect)`,
          remedy:
            "Leave it out: give it when the container starts, and to a build by `RUN --mount=type=secret,id=...`.",
          locations: [image.at(position)],
          severity: "warning",
        };
      }
    }
  }
}

function* declarations(
  image: Image,
): Generator<{ instruction: { keyword: string; assignments: Assignment[] }; step: Step | undefined }> {
  const first = image.dockerfile.instructions.findIndex(({ keyword }) => keyword === "FROM");
  for (const instruction of image.dockerfile.instructions.slice(0, Math.max(first, 0)))
    if (instruction.keyword === "ARG") yield { instruction, step: undefined };
  for (const { steps } of image.stages) {
    for (const step of steps) {
      const instruction = step.instruction.trigger ?? step.instruction;
      if (instruction.keyword === "ENV" || instruction.keyword === "ARG") yield { instruction, step };
    }
  }
}

/** `ENV X=$Y` where Y is an ARG that the file gives no value. */
function fromArgument({ variables, stage }: Step, value: string): boolean {
  const name = /^\$\{?(\w{1,200})\}?$/.exec(value)?.[1];
  if (name === undefined || variables(name) !== undefined) return false;
  return stage.steps.some(
    ({ instruction }) =>
      instruction.keyword === "ARG" && instruction.assignments.some((one) => one.name === name),
  );
}

/** Arguments of one stage that are looked for in its commands; each goes through all of them. */
const maxAsked = 200;

/** `ARG HF_TOKEN` without a value, used in a RUN: the caller's secret stays in the history. */
function* asked(image: Image): Generator<Report> {
  const shipped = new Set(image.targets.flatMap(chainOf));
  for (const stage of image.stages) {
    if (!shipped.has(stage)) continue;
    let left = maxAsked;
    for (const step of stage.steps) {
      if (step.instruction.keyword !== "ARG") continue;
      for (const { name, value, position } of step.instruction.assignments) {
        if ((value !== undefined && value !== "" && value !== '""') || !isSecretName(name)) continue;
        if (--left < 0) return;
        const use = stage.steps.find(({ instruction }) =>
          isUsed(instruction, step.instruction.startLine, name),
        );
        if (use === undefined) continue;
        yield {
          message: `${name} is a build argument: the history of the image shows what the caller gives, and so does its provenance`,
          remedy: `Use \`RUN --mount=type=secret,id=${name.toLowerCase()}\` and read it from /run/secrets there.`,
          locations: [image.at(position), image.at(use.instruction.position, "used here")],
          severity: "warning",
        };
      }
    }
  }
}

function isUsed(instruction: Step["instruction"], after: number, name: string): boolean {
  if (instruction.keyword !== "RUN" || instruction.startLine <= after) return false;
  const { body, heredocs } = instruction;
  return [body, ...heredocs.map((heredoc) => heredoc.body)].some(({ text }) => mentions(text, name));
}

/** `$NAME` and `${NAME...}`, in one pass. */
function mentions(text: string, name: string): boolean {
  for (const mark of [`$${name}`, `\${${name}`]) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      if (!/\w/.test(text[at + mark.length] ?? "")) return true;
    }
  }
  return false;
}

/** Programs that keep the token they are given in a file of the home folder. */
function* logins(image: Image): Generator<Report> {
  const commands = [...image.commands, ...scriptCommands(image, "build")];
  for (const command of commands) {
    if (command.step.instruction.keyword !== "RUN") continue;
    const login = loginOf(command);
    if (login === undefined) continue;
    const { what, token } = login;
    const isLiteral = token?.known === true && isSecretValue(token.value);
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

/** Files whose name says that they hold credentials. */
const credentialFiles: [pattern: RegExp, certain: boolean][] = [
  [/(?:^|\/)\.(?:netrc|pypirc|git-credentials|pgpass|my\.cnf)$/, true],
  [/(?:^|\/)\.aws\/credentials$/, true],
  [/(?:^|\/)(?:\.kaggle\/)?kaggle\.json$/, true],
  [/(?:^|\/)application_default_credentials\.json$/, true],
  [/(?:^|\/)\.docker\/config\.json$/, false],
  [/(?:^|\/)\.(?:aws|kaggle|docker|gnupg)$/, false],
  [/(?:^|\/)\.env(?:\.(?:local|production|prod))?$/, false],
];

function* copied(image: Image): Generator<Report> {
  for (const { kind, source, keyword, position } of copiedFiles(image)) {
    const match = kind === "context" ? credentialFiles.find(([pattern]) => pattern.test(source)) : undefined;
    if (match === undefined) continue;
    yield {
      message: `${keyword} puts ${source.slice(0, 200)} into the image: ${match[1] ? "such a file holds credentials" : "such files often hold credentials"}, and the layer keeps it`,
      remedy:
        "Put it into .dockerignore. A build gets it by `RUN --mount=type=secret,id=...,target=...`, a container when it starts.",
      locations: [image.at(position)],
      ...(match[1] ? {} : { severity: "warning" as const, confidence: "medium" as const }),
    };
  }
}
