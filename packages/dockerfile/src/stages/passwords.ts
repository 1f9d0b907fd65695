import { operands, optionValue, type ShellCommand, type ShellWord } from "../shell/shell-command.ts";
import type { Position } from "../syntax/spanned-text.ts";
import type { FileWrite } from "./file-write.ts";
import { isFromSecret } from "./secret-mounts.ts";

/** A command that gives an account a password, or takes the need of one away. */
export interface SetPassword {
  /** Where it stands: in a command, or in a file that is written or copied. */
  command: Pick<ShellCommand, "step" | "file" | "conditional">;
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

/**
 * The passwords that one command sets. A value from a secret mount, which no layer keeps, is none. `read`: what the files hold
 * that its input comes from.
 */
export function* passwordsSetBy(
  command: ShellCommand,
  read: (command: ShellCommand) => readonly FileWrite[] = () => [],
): Generator<SetPassword> {
  const { name, words, position } = command;
  const fromSecret = (word: ShellWord): boolean => isFromSecret(word, command);
  if (name === "chpasswd" || name === "smbpasswd" || name === "vncpasswd" || name === "newusers")
    yield* fromInput(command, read);
  else if (name === "passwd") {
    if (words.some(({ value }) => value === "-d" || value === "--delete")) {
      const how = "passwd --delete lets an account in without a password";
      const users = operands(command).map(({ value }) => value);
      yield { command, position, how, kind: "open", weak: false, users };
    } else yield* fromInput(command, read);
  } else if (name === "usermod" || name === "useradd") {
    // adduser of Debian has no --password; -p there is busybox's or none at all.
    const password = optionValue(command, ["--password", "-p"]);
    if (password && !fromSecret(password) && !locked.test(password.value)) {
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
    if (password && password.value !== "" && !fromSecret(password))
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

function* fromInput(
  command: ShellCommand,
  read: (command: ShellCommand) => readonly FileWrite[],
): Generator<SetPassword> {
  const { name, words } = command;
  const fed = [...inputOf(command), ...filesRead(command, read)];
  // Only an encrypted field can say "nobody": as plain text, `*` and `x` are passwords like any other.
  const encrypted = words.some(({ value }) => value === "-e" || value === "--encrypted");
  const hasPairs = name === "chpasswd" || name === "newusers";
  const given = fed.find(
    (word) =>
      !isFromSecret(word, command) &&
      !(encrypted && locksOnly(word.value)) &&
      (name !== "newusers" || accountsIn(word.value, true).length > 0),
  );
  if (given === undefined) return;
  const pairs = hasPairs ? fed.flatMap(({ value }) => accountsIn(value, name === "newusers")) : [];
  const users = hasPairs ? pairs.map(([user]) => user) : operands(command).map(({ value }) => value);
  const weak = pairs.length > 0 ? pairs.some(([user, password]) => isWorldKnown(password, user)) : undefined;
  const judgement = judged(command, given, given.value);
  yield { ...judgement, weak: weak ?? judgement.weak, how: `${name} sets a password`, users };
}

/** `chpasswd < file` and `cat file | chpasswd`, where the file was written or copied before. */
function filesRead(
  command: ShellCommand,
  read: (command: ShellCommand) => readonly FileWrite[],
): ShellWord[] {
  const found: ShellWord[] = [];
  let at: ShellCommand | undefined = command;
  for (let hops = 0; at && hops < 10; hops++) {
    for (const { lines, command: writer, edits } of read(at)) {
      const value = lines.map(({ text }) => text).join("\n");
      // What a secret wrote into a file is still the secret's.
      const own = writer?.words.find((word) => isFromSecret(word, writer));
      if (edits.length > 0 || value.trim() === "") continue;
      const known = !/\$[A-Za-z_{(]|`/.test(value);
      const { position } = command;
      found.push({
        text: value,
        value,
        known,
        position,
        end: undefined,
        ...(own ? { made: own.text + (own.made ?? "") } : {}),
      });
    }
    at = at === command ? at.pipedFrom : at.name === "cat" ? at.pipedFrom : undefined;
  }
  return found.slice(0, 20);
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
  if (source.name === "echo" || source.name === "printf") {
    const words = operands(source);
    // `printf 'root:%s' "$(cat /run/secrets/pw)"`: the format holds no password of its own.
    const isFilled = source.name === "printf" && words[0]?.value.includes("%") === true;
    const writer = source;
    return isFilled && words.some((word) => isFromSecret(word, writer)) ? fed : [...fed, ...words];
  }
  if (source.name === "cat") return [...fed, ...inputOf(source)];
  // `openssl rand`, `pwgen` and the like: a password made while building is baked all the same.
  const readsSecret = source.words.some((word) => isFromSecret(word, source as ShellCommand));
  return isGenerator(source.name) && !readsSecret ? [...fed, source.words[0] as ShellWord] : fed;
}

function isGenerator(name: string): boolean {
  return /^(?:\/usr\/bin\/)?(?:openssl|pwgen|makepasswd|mkpasswd|head|tr|base64|uuidgen|yes|python[\d.]*|perl)$/.test(
    name,
  );
}

/** `user:*` given to `chpasswd -e` locks the account. */
function locksOnly(value: string): boolean {
  const all = accountsIn(value);
  return all.length > 0 && all.every(([, password]) => locked.test(password));
}

/** `user:password`, or the lines of /etc/passwd that newusers takes. */
function accountsIn(value: string, asLines = false): [string, string][] {
  return value
    .split(/\n|\\n/, 1000)
    .filter((line) => line.includes(":"))
    .map((line): [string, string] => {
      const user = line.slice(0, line.indexOf(":")).trim();
      const rest = line.slice(line.indexOf(":") + 1).trim();
      return [user, asLines ? (rest.split(":", 1)[0] ?? "") : rest];
    })
    .filter(([, password]) => !asLines || (password !== "" && !locked.test(password)));
}

/** Fields of /etc/shadow and /etc/passwd that a file is given: hashes, and empty ones, which ask for nothing. */
export function* passwordsIn(write: FileWrite): Generator<SetPassword> {
  const target = /^\/etc\/(shadow|passwd)$/.exec(write.target ?? "")?.[1];
  if (target === undefined) return;
  const { step, file, command } = write;
  const said =
    write.how === "edit"
      ? write.edits.map(({ to, word }) => ({ text: to, position: word.position }))
      : write.lines;
  for (const { text, position } of said.slice(0, 1000)) {
    const [, user = "", field] = /^\^?([a-z_][\w-]{0,40}):([^:\s\\]{0,300})(?::|$)/.exec(text.trim()) ?? [];
    if (field === undefined || locked.test(field) || (target === "passwd" && field === "")) continue;
    const isHash = /^\$[\w-]{1,10}\$./.test(field);
    if (!isHash && field !== "") continue;
    const open = field === "";
    yield {
      command: { step, conditional: command?.conditional ?? false, ...(file === undefined ? {} : { file }) },
      position,
      how: open
        ? "an empty field in /etc/shadow lets an account in without a password"
        : `a line of /etc/${target} sets a password`,
      kind: open ? "open" : "literal",
      weak: false,
      users: [user],
    };
  }
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
