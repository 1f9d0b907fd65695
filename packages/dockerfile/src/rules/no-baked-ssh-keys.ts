import type { Image } from "../image.ts";
import { nameOf } from "../pins/container-path.ts";
import type { Report, Rule } from "../rule.ts";
import { operands, optionValue, type ShellCommand } from "../shell/shell-command.ts";
import { type CopiedFile, copiedFiles } from "../stages/copied-files.ts";
import { fileWrites } from "../stages/file-writes.ts";
import { placeOf } from "../stages/place.ts";
import { scriptCommands } from "../stages/script-files.ts";
import { startsSshd } from "../stages/sshd-start.ts";
import { chainOf, type Step } from "../stages/stage.ts";

export const noBakedSshKeys: Rule = {
  code: "MIA307",
  id: "no-baked-ssh-keys",
  description:
    "The image holds no private SSH key: neither the host's, which every container would share, nor a person's.",
  severity: "error",
  confidence: "high",
  since: "0.2.0",
  fix: "unsafe",
  *check(image) {
    yield* hostKeys(image);
    yield* madeKeys(image);
    yield* copiedKeys(image);
    yield* writtenKeys(image);
  },
};

function* hostKeys(image: Image): Generator<Report> {
  const makers = image.commands.filter(
    (command) => command.step.instruction.keyword === "RUN" && makesHostKeys(command),
  );
  if (makers.length === 0) return;
  const removals = [...image.commands, ...scriptCommands(image)].filter(removesHostKeys);
  const server = { isUsed: usesServer(image), makesKeys: makesKeysAtStart(image) };
  // The last of several installations in one RUN says it for all of them.
  const last = new Map(makers.map((command) => [command.step, command]));
  for (const [step, command] of last) {
    const own = image.commandsOf(step.stage).indexOf(command);
    const isRemoved = removals.some(
      (one) => one.step === step && one.file === undefined && image.commandsOf(step.stage).indexOf(one) > own,
    );
    if (!isRemoved) yield hostKeyReport(image, command, laterRemoval(removals, step), server);
  }
}

function hostKeyReport(
  image: Image,
  command: ShellCommand,
  removed: ShellCommand | undefined,
  server: { isUsed: boolean; makesKeys: boolean },
): Report {
  const { instruction } = command.step;
  const what = command.name === "ssh-keygen" ? "ssh-keygen makes" : "installing openssh-server makes";
  const location = image.at(command.position);
  const isMeant = server.isUsed || command.name === "ssh-keygen";
  if (removed) {
    return {
      message: `${what} host keys here, and another layer removes them: this one still holds them, for whoever has the image`,
      remedy: "Remove them in the same RUN: `&& rm -f /etc/ssh/ssh_host_*`.",
      locations: [location, placeOf(image, removed, removed.position, "removed only here")],
      severity: "warning",
      ...removalFix(image, command.step, "safe"),
    };
  }
  return {
    message: `${what} host keys, and they stay: every container has the same ones, and whoever has the image can pass itself off as any of them`,
    remedy:
      "Remove them in the same RUN (`&& rm -f /etc/ssh/ssh_host_*`), and run `ssh-keygen -A` when a container starts: it makes those that are missing.",
    locations: [location],
    // Keys of a server that nobody starts open nothing. A base that is not known may start it.
    ...(isMeant ? {} : { confidence: "medium" as const }),
    // They let somebody pass for the server, and nobody in: whether that weighs as much as an open door, the policy says.
    ...(isMeant && image.policy.user ? {} : { severity: "warning" as const }),
    // Without keys sshd does not start: somebody has to make new ones first.
    ...(instruction.keyword === "RUN"
      ? removalFix(image, command.step, server.makesKeys ? "safe" : "unsafe")
      : {}),
  };
}

function makesKeysAtStart(image: Image): boolean {
  const started = image.commands.filter(({ step }) => /^(?:CMD|ENTRYPOINT)$/.test(step.instruction.keyword));
  return [...started, ...scriptCommands(image, "start", "copied")].some(
    (command) => command.name === "ssh-keygen" && makesHostKeys(command),
  );
}

/** sshd is started or set up here, or its port is open. */
function usesServer(image: Image): boolean {
  if (image.commands.some(startsSshd) || scriptCommands(image).some(startsSshd)) return true;
  if (
    fileWrites(image).some(({ target }) => target !== undefined && /sshd_config|authorized_keys/.test(target))
  )
    return true;
  return image.dockerfile.instructions.some(
    ({ keyword, words }) => keyword === "EXPOSE" && words.some(({ text }) => /^22(?:\/tcp)?$/.test(text)),
  );
}

/** Debian's package makes keys when it is installed; those of Alpine, Fedora and Red Hat wait for the first start. */
function makesHostKeys(command: ShellCommand): boolean {
  const { name, words } = command;
  if (name === "ssh-keygen")
    return (
      words.some(({ value }) => /^-[a-z]*A$/.test(value)) ||
      /\/etc\/ssh\/ssh_host_/.test(optionValue(command, ["-f"])?.value ?? "")
    );
  if (name === "dpkg-reconfigure") return words.some(({ value }) => value === "openssh-server");
  if (!/^(?:apt|apt-get|aptitude)$/.test(name)) return false;
  const [verb, ...packages] = operands(command, ["-o", "-c", "-t"]);
  if (
    verb?.value !== "install" ||
    words.some(({ value }) => /^(?:-d|-s|--download-only|--simulate|--dry-run)$/.test(value))
  )
    return false;
  return packages.some(({ value }) => /^(?:openssh-server|ssh|task-ssh-server)(?:[:=/].*)?$/.test(value));
}

function removesHostKeys({ name, words }: ShellCommand): boolean {
  if (name === "rm" || name === "shred" || name === "unlink")
    return words.some(
      ({ value }) =>
        /\/etc\/ssh(?:\/?$|\/\*$|\/ssh_host|\/.*key|\/\*)/.test(value) || /^ssh_host_/.test(value),
    );
  return (
    name === "find" &&
    words.some(({ value }) => value === "-delete" || value === "rm") &&
    words.some(({ value }) => /\/etc\/ssh/.test(value))
  );
}

/** In a later RUN of the same image, or by what runs when the container starts. */
function laterRemoval(removals: readonly ShellCommand[], step: Step): ShellCommand | undefined {
  return removals.slice(0, 1000).find((command) => {
    const { instruction } = command.step;
    const isBehind = command.file !== undefined || instruction.startLine > step.instruction.startLine;
    return isBehind && chainOf(command.step.stage).includes(step.stage);
  });
}

function removalFix(image: Image, { instruction }: Step, safety: "safe" | "unsafe"): Pick<Report, "fix"> {
  const { keyword, json, heredocs, body } = instruction;
  const last = body.text.trimEnd();
  const { line, column } = body.endAt(last.length);
  const written = image.dockerfile.lines[line - 1] ?? "";
  // Behind an open list or a comment, the words would mean something else.
  const isOpen = /[;&|\\(`{#]$|\b(?:do|then|else)$/.test(last) || /(?:^|\s)#/.test(written.slice(0, column));
  if (keyword !== "RUN" || json || heredocs.length > 0 || isOpen || written.slice(column - 1).trim() !== "")
    return {};
  const edit = { file: image.source.dockerfile.path, line, column, endLine: line, endColumn: column };
  return {
    fix: {
      title: "Remove the host keys in the same RUN",
      safety,
      edits: [{ ...edit, text: " && rm -f /etc/ssh/ssh_host_*" }],
    },
  };
}

/** `ssh-keygen -f ~/.ssh/id_rsa` in a RUN. */
function* madeKeys(image: Image): Generator<Report> {
  const inBuild = [...image.commands, ...scriptCommands(image, "build")];
  const makers = inBuild.filter((command) => command.step.instruction.keyword === "RUN" && makesKey(command));
  if (makers.length === 0) return;
  const removed = new Map<Step, string>();
  for (const { name, step, words } of image.commands) {
    if (name === "rm")
      removed.set(step, `${removed.get(step) ?? ""} ${words.map(({ value }) => value).join(" ")}`);
  }
  const isTrusted = trustsPublicKey(image);
  for (const command of makers) {
    const file = nameOf(optionValue(command, ["-f"])?.value ?? "~/.ssh/id_rsa");
    if (removed.get(command.step)?.includes(file)) continue;
    yield {
      message:
        "ssh-keygen makes a private key while building: every container has it, and so has whoever has the image",
      remedy:
        "Make it when the container starts, or mount it; `RUN --mount=type=ssh` lends yours to a build.",
      locations: [placeOf(image, command, command.position)],
      severity: isTrusted ? "error" : "warning",
    };
  }
}

/** Those that read, change or sign keys make none. */
function makesKey(command: ShellCommand): boolean {
  const { name, words } = command;
  return (
    name === "ssh-keygen" &&
    !makesHostKeys(command) &&
    !words.some(({ value }) => /^-[yeilFRHLpcBrQYDkKUMW]$/.test(value))
  );
}

/** The image lets in whoever has the key that it made. */
function trustsPublicKey(image: Image): boolean {
  return [...image.commands, ...scriptCommands(image)].some(
    ({ words, redirects }) =>
      [...words, ...redirects.map(({ target }) => target)].some(({ value }) =>
        value.endsWith("authorized_keys"),
      ) && words.some(({ value }) => value.endsWith(".pub")),
  );
}

const privateName = /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$|^ssh_host_\w+_key$/;
const privateText = /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----/;

function* copiedKeys(image: Image): Generator<Report> {
  const shipped = new Set(image.targets.flatMap(chainOf));
  for (const one of copiedFiles(image)) {
    const what = keyIn(image, one);
    if (what === undefined) continue;
    const isShipped = shipped.has(one.step.stage);
    const where = isShipped
      ? "its layer keeps it, even where a later RUN removes it"
      : "the stage is left behind, but the build's cache keeps it";
    yield {
      message: `${one.keyword} puts ${what} into the image: ${where}`,
      remedy:
        "Leave it out of the context. For a build that needs it, `RUN --mount=type=ssh` or `--mount=type=secret` lends it and leaves nothing.",
      locations: [image.at(one.position)],
      ...(isShipped && what !== "an .ssh folder" ? {} : { severity: "warning" as const }),
    };
  }
}

function keyIn(image: Image, { source, kind, heredoc }: CopiedFile): string | undefined {
  if (heredoc) return privateText.test(heredoc.body.text) ? "a private key" : undefined;
  if (kind !== "context") return undefined;
  const name = nameOf(source);
  const text = image.files.get(source)?.text;
  if (text !== undefined) return privateText.test(text.slice(0, 20_000)) ? "a private key" : undefined;
  if (privateName.test(name)) return `${name}, a private key,`;
  return name === ".ssh" ? "an .ssh folder" : undefined;
}

/** `echo "$SSH_KEY" > ~/.ssh/id_rsa` in a RUN. */
function* writtenKeys(image: Image): Generator<Report> {
  for (const { command, target, when, lines, file } of fileWrites(image)) {
    if (command === undefined || when === "start" || command.step.instruction.keyword !== "RUN") continue;
    if (target === undefined || !privateName.test(nameOf(target)) || lines.length === 0) continue;
    if (command.words.some(({ value }) => value.includes("/run/secrets/"))) continue;
    yield {
      message: `a private key is written to ${target.slice(0, 200)} while building: the history of the image shows where it came from, and the layer keeps it`,
      remedy: "Use `RUN --mount=type=ssh`: it lends the caller's agent to one RUN and leaves nothing.",
      locations: [placeOf(image, { file }, command.position)],
    };
  }
}
