import { operands, optionValue, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import type { Position } from "../syntax/spanned-text.ts";

/** A command that gives an account a password, or takes the need of one away. */
export interface SetPassword {
  command: ShellCommand;
  position: Position;
  /** What sets it, for a message: `chpasswd sets a password`. */
  how: string;
  /**
   * `literal`: it stands in the text. `generated`: the command makes one up. `open`: none is needed any more. `variable`: it
   * comes from a variable that the file does not set.
   */
  kind: "literal" | "generated" | "open" | "variable";
  /** It is one of those that everybody tries first. */
  weak: boolean;
  /** The accounts, where they can be seen. */
  users: string[];
}

/** The passwords that one command sets. A value from a secret mount, which no layer keeps, is none. */
export function* passwordsSetBy(command: ShellCommand): Generator<SetPassword> {
  const { name, words, position } = command;
  if (name === "chpasswd" || name === "smbpasswd" || name === "vncpasswd") yield* fromInput(command);
  else if (name === "passwd") {
    if (words.some(({ value }) => value === "-d" || value === "--delete")) {
      const how = "passwd --delete lets an account in without a password";
      const users = operands(command).map(({ value }) => value);
      yield { command, position, how, kind: "open", weak: false, users };
    } else yield* fromInput(command);
  } else if (name === "usermod" || name === "useradd") {
    // adduser of Debian has no --password; -p there is busybox's or none at all.
    const password = optionValue(command, ["--password", "-p"]);
    if (password && !fromSecret(password.value) && !locked.test(password.value)) {
      const users = operands(command)
        .slice(-1)
        .map(({ value }) => value);
      yield {
        ...judged(command, password, password.value),
        how: `${name} --password sets a password`,
        users,
      };
    }
  } else {
    const password = asOperand(command);
    if (password && password.value !== "" && !fromSecret(password.value))
      yield { ...judged(command, password, password.value), how: `${name} sets a password`, users: [] };
  }
}

/** Programs of services that take the password as a word. */
function asOperand(command: ShellCommand): ShellWord | undefined {
  const { name, words } = command;
  if (name === "htpasswd" && words.some(({ value }) => /^-[a-zA-Z]*b/.test(value)))
    return operands(command, ["-C", "-r"]).slice(1).at(-1);
  if (name === "mysqladmin") {
    const at = words.findIndex(({ value }) => value === "password");
    return at < 0 ? undefined : words[at + 1];
  }
  if (name === "x11vnc") {
    const at = words.findIndex(({ value }) => value === "-storepasswd" || value === "-passwd");
    return at < 0 ? undefined : words[at + 1];
  }
  return undefined;
}

/** Fields of /etc/shadow that let nobody in. */
const locked = /^(?:[!*]+|x|\*LK\*)$/;

function* fromInput(command: ShellCommand): Generator<SetPassword> {
  const { name, words } = command;
  const fed = inputOf(command);
  // Only an encrypted field can say "nobody": as plain text, `*` and `x` are passwords like any other.
  const encrypted = words.some(({ value }) => value === "-e" || value === "--encrypted");
  const given = fed.find(({ value }) => !fromSecret(value) && !(encrypted && locksOnly(value)));
  if (given === undefined) return;
  const pairs = name === "chpasswd" ? fed.flatMap(({ value }) => accountsIn(value)) : [];
  const users =
    name === "chpasswd" ? pairs.map(([user]) => user) : operands(command).map(({ value }) => value);
  const weak = pairs.length > 0 ? pairs.some(([user, password]) => isWorldKnown(password, user)) : undefined;
  const read = judged(command, given, given.value);
  yield { ...read, weak: weak ?? read.weak, how: `${name} sets a password`, users };
}

function judged(
  command: ShellCommand,
  word: ShellWord,
  password: string,
): Omit<SetPassword, "how" | "users"> {
  const { value, known, position } = word;
  const made =
    isGenerator(value) ||
    (!known && /(?:\$\(|`)[^)`]*\b(?:openssl rand|pwgen|urandom|uuidgen|mktemp)\b/.test(value));
  const kind = made ? "generated" : known || !/[$`]/.test(value) ? "literal" : "variable";
  return { command, position, kind, weak: kind === "literal" && isWorldKnown(password.trim()) };
}

/** The words that end up on a command's standard input, as far as the script shows them. */
function inputOf({ redirects, pipedFrom }: ShellCommand): ShellWord[] {
  const fed = redirects
    .filter(({ operator }) => operator === "<<" || operator === "<<<")
    .map(({ target }) => target);
  let source = pipedFrom;
  // A loop, for a chain of thousands would exhaust the stack.
  while (
    (source?.name === "cat" || source?.name === "tee") &&
    source.redirects.length === 0 &&
    source.pipedFrom
  )
    source = source.pipedFrom;
  if (source === undefined) return fed;
  if (source.name === "echo" || source.name === "printf") return [...fed, ...operands(source)];
  if (source.name === "cat") return [...fed, ...inputOf(source)];
  // `openssl rand`, `pwgen` and the like: a password made while building is baked all the same.
  const readsSecret = source.words.some(({ value }) => fromSecret(value));
  return isGenerator(source.name) && !readsSecret ? [...fed, source.words[0] as ShellWord] : fed;
}

function isGenerator(name: string): boolean {
  return /^(?:\/usr\/bin\/)?(?:openssl|pwgen|makepasswd|mkpasswd|head|tr|base64|uuidgen|yes|python[\d.]*|perl)$/.test(
    name,
  );
}

function fromSecret(value: string): boolean {
  return value.includes("/run/secrets/");
}

/** `user:*` given to `chpasswd -e` locks the account. */
function locksOnly(value: string): boolean {
  const all = accountsIn(value);
  return all.length > 0 && all.every(([, password]) => locked.test(password));
}

function accountsIn(value: string): [string, string][] {
  return value
    .split(/\n|\\n/, 1000)
    .filter((line) => line.includes(":"))
    .map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]);
}

/** What is tried first on every open port: the top of the lists of leaked passwords, and the names of accounts. */
const worldKnown = new Set(
  (
    "root toor admin administrator password passwd pass p@ssw0rd passw0rd password1 password123 root123 admin123 test test123 guest " +
    "1234 12345 123456 1234567 12345678 123456789 1234567890 111111 000000 123123 654321 666666 888888 abc123 qwerty letmein welcome " +
    "iloveyou changeme change_me default secret docker ubuntu debian user vagrant screencast jupyter dev developer runpod runpod123"
  ).split(" "),
);

export function isWorldKnown(password: string, user = ""): boolean {
  const plain = password.toLowerCase();
  return plain !== "" && (worldKnown.has(plain) || plain === user.toLowerCase());
}
