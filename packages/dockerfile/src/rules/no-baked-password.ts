import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { operands, optionValue, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import type { Position } from "../syntax/spanned-text.ts";

export const noBakedPassword: Rule = {
  code: "MIA304",
  id: "no-baked-password",
  description: "No password is set at build time: whoever has the image has it too.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    for (const command of image.commands) {
      for (const { position, how } of passwordsSetBy(command)) yield report(image, position, how);
    }
    yield* variablesOf(image);
  },
};

// A message never repeats the password: it goes into logs and reports that more people read than the Dockerfile.
function report(image: Image, position: Position, how: string): Report {
  return {
    message: `${how}: everybody who can pull the image can read it from its layers`,
    remedy:
      "Remove it. Log in with a key that is given when the container starts (PUBLIC_KEY), and lock the password.",
    locations: [image.at(position)],
  };
}

interface SetPassword {
  position: Position;
  how: string;
}

/** Fields of /etc/shadow that let nobody in. */
const locked = /^(?:[!*]+|x|\*LK\*)$/;

function* passwordsSetBy(command: ShellCommand): Generator<SetPassword> {
  const { name, words, position } = command;
  if (name === "chpasswd" || (name === "passwd" && words.some(({ value }) => value === "--stdin"))) {
    const fed = inputOf(command);
    // Only an encrypted field can say "nobody": as plain text, `*` and `x` are passwords like any other.
    const encrypted = words.some(({ value }) => value === "-e" || value === "--encrypted");
    const given = fed.find(({ value }) => !fromSecret(value) && !(encrypted && locksOnly(value)));
    if (given) yield { position: given.position, how: `${name} sets a password` };
  } else if (name === "passwd") {
    if (words.some(({ value }) => value === "-d" || value === "--delete"))
      yield { position, how: "passwd --delete lets an account in without a password" };
    else {
      const given = inputOf(command).find(({ value }) => !fromSecret(value));
      if (given) yield { position: given.position, how: "passwd sets a password" };
    }
  } else if (name === "usermod" || name === "useradd" || name === "adduser") {
    // adduser of Debian has no --password; -p there is busybox's or none at all.
    const password = name === "adduser" ? undefined : optionValue(command, ["--password", "-p"]);
    if (password && !fromSecret(password.value) && !locked.test(password.value))
      yield { position: password.position, how: `${name} --password sets a password` };
  }
}

/** The words that end up on a command's standard input, as far as the script shows them. */
function inputOf({ redirects, pipedFrom }: ShellCommand): ShellWord[] {
  const fed = redirects
    .filter(({ operator }) => operator === "<<" || operator === "<<<")
    .map(({ target }) => target);
  let source = pipedFrom;
  // A loop, for a chain of thousands would exhaust the stack.
  while (source?.name === "cat" && source.redirects.length === 0 && source.pipedFrom)
    source = source.pipedFrom;
  if (source === undefined) return fed;
  if (source.name === "echo" || source.name === "printf") return [...fed, ...operands(source)];
  if (source.name === "cat") return [...fed, ...inputOf(source)];
  // `openssl rand`, `pwgen` and the like: a password made while building is baked all the same.
  const makes = /^(?:openssl|pwgen|makepasswd|mkpasswd|head|tr|base64|uuidgen|yes|python[\d.]*|perl)$/.test(
    source.name,
  );
  const readsSecret = source.words.some(({ value }) => fromSecret(value));
  return makes && !readsSecret ? [...fed, source.words[0] as ShellWord] : fed;
}

/** From a secret mount, which no layer keeps. */
function fromSecret(value: string): boolean {
  return value.includes("/run/secrets/");
}

/** `user:*` given to `chpasswd -e` locks the account. */
function locksOnly(value: string): boolean {
  const lines = value.split(/\n|\\n/).filter((line) => line.includes(":"));
  return lines.length > 0 && lines.every((line) => locked.test(line.slice(line.indexOf(":") + 1).trim()));
}

const passwordName = /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE)$/i;
/** Values of switches such as ALLOW_EMPTY_PASSWORD=yes. */
const isSwitch = /^(?:|0|1|true|false|yes|no|on|off|none|disabled?)$/i;

function* variablesOf(image: Image): Generator<Report> {
  for (const instruction of image.dockerfile.instructions) {
    const { keyword, assignments } = instruction.trigger ?? instruction;
    if (keyword !== "ENV" && keyword !== "ARG") continue;
    for (const { name, value, position } of assignments) {
      const plain = value?.replace(/^(["'])(.*)\1$/s, "$2") ?? "";
      if (passwordName.test(name) && !isSwitch.test(plain))
        yield report(image, position, `${keyword} ${name} holds a password`);
    }
  }
}
