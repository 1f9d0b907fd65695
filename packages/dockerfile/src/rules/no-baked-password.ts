import type { Location } from "@mia/step-result";
import type { Image } from "../image.ts";
import { onceFor } from "../once-for.ts";
import type { Report, Rule } from "../rule.ts";
import type { ShellCommand } from "../shell/shell-command.ts";
import { expand } from "../stages/expand.ts";
import { writesTo } from "../stages/file-write.ts";
import { fileWrites } from "../stages/file-writes.ts";
import { isPasswordName } from "../stages/password-names.ts";
import { isWorldKnown, type SetPassword } from "../stages/passwords.ts";
import { placeOf } from "../stages/place.ts";
import { scriptFiles } from "../stages/script-files.ts";
import { passwordsOf } from "../stages/set-passwords.ts";
import { sshdConfigs } from "../stages/sshd-config.ts";
import { chainOf, type Stage } from "../stages/stage.ts";
import type { Position } from "../syntax/spanned-text.ts";
import { refusesPasswords } from "./sshd-takes-keys-only.ts";

export const noBakedPassword: Rule = {
  code: "MIA304",
  id: "no-baked-password",
  description: "No password is set at build time: whoever has the image has it too.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    for (const set of passwordsOf(image)) {
      if (set.when === "build") yield baked(image, set);
      // A password that is made or given when the container starts is that container's own.
      else if (set.kind === "literal" || set.kind === "open") yield inScript(image, set);
    }
    yield* variablesOf(image);
    yield* openNotebooks(image);
  },
};

const remedy =
  "Remove it. Log in with a key that is given when the container starts (PUBLIC_KEY), and lock the password.";

// A message never repeats the password: it goes into logs and reports that more people read than the Dockerfile.
function known(how: string, weak: boolean): string {
  return weak ? `${how}, and one that is tried first everywhere` : how;
}

function baked(image: Image, { command, position, how, kind, weak }: SetPassword): Report {
  const made = kind === "generated" ? "it is made up once, while building, for all containers, and " : "";
  const message = `${known(how, weak)}: ${made}everybody who can pull the image can read it from its layers`;
  return {
    message: kind === "open" ? `${how}: in every container of the image` : message,
    remedy,
    locations: [placeOf(image, command, position)],
    ...(kind === "open" && asksNobody(image, command) ? { severity: "warning" as const } : {}),
  };
}

/** An account without a password opens nothing where sshd takes keys only: whoever is in the container already can use it. */
function asksNobody(image: Image, { step }: SetPassword["command"]): boolean {
  return keysOnly(image).has(step.stage);
}

/** Stages that become images whose sshd refuses passwords, and none whose sshd takes them. */
const keysOnly = onceFor((image: Image): ReadonlySet<Stage> => {
  const closed = new Set<Stage>();
  const open = new Set<Stage>();
  for (const config of sshdConfigs(image))
    for (const stage of chainOf(config.stage)) (refusesPasswords(config) ? closed : open).add(stage);
  for (const stage of open) closed.delete(stage);
  return closed;
});

function inScript(image: Image, { command, position, how, kind, weak }: SetPassword): Report {
  const message = `${known(how, weak)}: it stands in a script that the image holds, and is the same in every container`;
  const note = image.at(command.step.instruction.position, "brings or runs the script");
  return {
    message,
    remedy,
    locations: [placeOf(image, command, position), note],
    ...(kind === "open" && asksNobody(image, command) ? { severity: "warning" as const } : {}),
  };
}

/** Values of switches such as ALLOW_EMPTY_PASSWORD=yes. */
const isSwitch = /^(?:|0|1|true|false|yes|no|on|off|none|disabled?)$/i;

function* variablesOf(image: Image): Generator<Report> {
  const { escapeMark, instructions } = image.dockerfile;
  const steps = new Map(
    image.stages.flatMap((stage) => stage.steps).map((step) => [step.instruction, step] as const),
  );
  for (const instruction of instructions) {
    const { keyword, assignments } = instruction.trigger ?? instruction;
    if (keyword !== "ENV" && keyword !== "ARG") continue;
    for (const { name, value, position } of assignments) {
      const plain = value?.replace(/^(["'])(.*)\1$/s, "$2") ?? "";
      if (!isPasswordName(name, plain) || isSwitch.test(plain)) continue;
      const step = plain.includes("$") ? steps.get(instruction) : undefined;
      const handed = step && expand(value ?? "", step.variables, escapeMark);
      if (handed && handed.unknown.length === 0 && isSwitch.test(handed.value)) continue;
      if (handed && handed.unknown.length > 0) {
        yield handedOn(image.at(position), `${keyword} ${name}`);
        continue;
      }
      const how = known(`${keyword} ${name} holds a password`, isWorldKnown(plain));
      const message = `${how}: everybody who can pull the image can read it from its layers`;
      yield { message, remedy, locations: [image.at(position)] };
    }
  }
}

/** By default there is none; whoever gives one with --build-arg leaves it in the image. */
function handedOn(location: Location, what: string): Report {
  const message = `${what} keeps the password that the build's caller gives: whoever has the image can read it`;
  return { message, remedy, locations: [location], severity: "warning" };
}

const notebookOption =
  /^(?:--|c\.)(?:NotebookApp|ServerApp|LabApp|IdentityProvider|PasswordIdentityProvider|SingleUserNotebookApp)\.(token|password|hashed_password)\s*=\s*(.*)$/s;

interface NotebookSetting {
  name: string;
  value: string;
  position: Position;
  file: string | undefined;
  literal: boolean;
}

/** jupyter without a token, or with one that is the same in every container. */
function* openNotebooks(image: Image): Generator<Report> {
  const commands = [...image.commands, ...scriptFiles(image).scripts.flatMap((script) => script.commands)];
  for (const command of commands) {
    if (/^jupyter(?:-\w+)?$|^start-(?:notebook|singleuser)/.test(command.name))
      yield* judgeNotebook(image, notebookWords(command));
  }
  for (const write of fileWrites(image)) {
    if (!writesTo(write, /jupyter[^/]*$/)) continue;
    const { file } = write;
    yield* judgeNotebook(
      image,
      write.lines.flatMap(({ text, position }) => notebookSetting(text.trim(), true, position, file)),
    );
  }
}

function notebookWords({ words, file }: ShellCommand): NotebookSetting[] {
  return words.flatMap(({ value, known: literal, position }) =>
    notebookSetting(value, literal, position, file),
  );
}

function notebookSetting(
  text: string,
  literal: boolean,
  position: Position,
  file: string | undefined,
): NotebookSetting[] {
  const match = text.length > 2000 ? null : notebookOption.exec(text);
  const value = match?.[2]?.trim().replace(/^u?(["'])(.*)\1$/s, "$2") ?? "";
  return match ? [{ name: match[1] ?? "", value, position, file, literal }] : [];
}

function* judgeNotebook(image: Image, settings: NotebookSetting[]): Generator<Report> {
  const token = settings.find(({ name }) => name === "token");
  const password = settings.find(({ name, value }) => name !== "token" && value !== "");
  if (token?.value === "" && token.literal && password === undefined) {
    yield {
      message: "jupyter is told to ask for no token: whoever reaches its port runs commands in the container",
      remedy:
        "Leave the option out: jupyter makes a token when it starts, or takes JUPYTER_TOKEN from the container's caller.",
      locations: [placeOf(image, token, token.position)],
      severity: "warning",
    };
  }
  for (const set of [token, password]) {
    // Calls such as `passwd("...")` and variables decide at start.
    if (!set?.literal || set.value === "" || /[$`(]|\bos\./.test(set.value) || set.value === "None") continue;
    const message = `jupyter's ${set.name === "token" ? "token" : "password"} stands in the image: it is the same in every container`;
    const remedyHere = "Leave it out, and give JUPYTER_TOKEN when the container starts.";
    yield {
      message,
      remedy: remedyHere,
      locations: [placeOf(image, set, set.position)],
      severity: "warning",
    };
  }
}
