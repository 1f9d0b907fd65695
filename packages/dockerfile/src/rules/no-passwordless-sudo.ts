import type { Image } from "../image.ts";
import type { Report, Rule } from "../rule.ts";
import { type FileWrite, writesTo } from "../stages/file-write.ts";
import { fileWrites } from "../stages/file-writes.ts";
import { placeOf } from "../stages/place.ts";
import { chainOf } from "../stages/stage.ts";
import { plainUserAt } from "../stages/users.ts";
import type { WrittenLine } from "../stages/written-lines.ts";

export const noPasswordlessSudo: Rule = {
  code: "MIA306",
  id: "no-passwordless-sudo",
  description: "No account becomes root without a password.",
  severity: "error",
  confidence: "high",
  since: "0.1.0",
  *check(image) {
    const checked = image.commands.some(
      ({ name, words }) => name === "visudo" && words.some(({ value }) => /^-[a-z]*c/.test(value)),
    );
    let found = false;
    for (const write of fileWrites(image)) {
      for (const report of judgeDoas(image, write)) {
        yield report;
        found = true;
      }
      if (!writesTo(write, /sudoers(?:$|\.d\/|\.tmp)/)) continue;
      let open = false;
      for (const line of write.lines) {
        const report = judge(image, write, line);
        if (report) yield report;
        open ||= report !== undefined;
      }
      found ||= open;
      // Whoever takes the line out needs no advice on how to write it.
      if (!open && !checked) yield* advise(image, write);
    }
    // Where the line itself is seen, that is enough.
    if (!found) yield* startedAsRoot(image);
  },
};

/** doas without a password: OpenBSD's sudo, and Alpine's. */
function* judgeDoas(image: Image, write: FileWrite): Generator<Report> {
  if (write.target === undefined || !/doas\.(?:conf$|d\/)/.test(write.target)) return;
  for (const { text, position, isComment } of write.lines) {
    const rule = isComment || text.length > 1000 ? null : /^\s*permit\b.*\bnopass\b/.exec(text);
    if (rule === null) continue;
    const all = !/\scmd\s/.test(text);
    yield {
      message: all
        ? "doas without a password makes the account root: running as another user protects nothing"
        : "doas runs a command as root without a password: it must be safe with any argument and any environment",
      remedy: "Install what needs root while building, before USER, and leave doas out.",
      locations: [placeOf(image, write, position)],
      ...(image.policy.user && all ? {} : { severity: "warning" as const }),
    };
  }
}

/** `USER app` and `ENTRYPOINT ["sudo", ...]`: it starts only where sudo asks for no password, and then as root. */
function* startedAsRoot(image: Image): Generator<Report> {
  const shipped = new Set(image.targets.flatMap(chainOf));
  for (const { step, via, position, conditional, file } of image.commands) {
    const [wrapper] = via;
    if (step.instruction.keyword === "RUN" || conditional || file !== undefined) continue;
    if ((wrapper !== "sudo" && wrapper !== "doas") || !shipped.has(step.stage)) continue;
    // Root may say sudo to become somebody else, and so may a user.
    if (
      plainUserAt(image, step) === undefined ||
      /(?:^|[\s",])-(?:-user\b|[a-zA-Z]*u)/.test(step.instruction.body.text)
    )
      continue;
    yield {
      message: `the container starts with ${wrapper}: it works only without a password, and then what runs is root whatever USER says`,
      remedy: `Take ${wrapper} out: do what needs root while building, before USER.`,
      locations: [image.at(position)],
      severity: "warning",
      confidence: "medium",
    };
  }
}

function judge(
  image: Image,
  write: FileWrite,
  { text, position, isComment }: WrittenLine,
): Report | undefined {
  if (isComment) return undefined;
  const rule = /\bNOPASSWD\s*:\s*(.{0,200})/.exec(text);
  const never = /^\s*Defaults\b.{0,200}!authenticate\b/.test(text);
  if (rule === null && !never) return undefined;
  const commands = (rule?.[1] ?? "ALL").replace(/^(?:(?:SETENV|NOEXEC|EXEC|LOG_\w+)\s*:\s*)*/, "").trim();
  const all = /^ALL\b|^[$`%"']|^$/.test(commands);
  // Without a policy, nobody has promised that the user stays one.
  const severity = image.policy.user && all ? undefined : ("warning" as const);
  // The container's caller asks for it, or does not.
  const asked = write.when === "start" && write.command?.conditional === true;
  const message = all
    ? "sudo without a password makes the account root: running as another user protects nothing"
    : "sudo runs some commands as root without a password: each of them must be safe with any argument and any environment";
  return {
    message,
    remedy: "Install what needs root while building, before USER, and leave sudo out.",
    locations: [placeOf(image, write, position)],
    ...(asked ? { severity: "info" as const } : severity && { severity }),
  };
}

function* advise(image: Image, write: FileWrite): Generator<Report> {
  const [line] = write.lines;
  const { command, target = "", how } = write;
  if (command === undefined || line === undefined || write.when === "start" || write.file !== undefined)
    return;
  const grants = write.lines.find(({ text }) => /^\s*[%\w][\w$@{}-]*\s+\S+\s*=/.test(text));
  if (grants === undefined || how === "edit") return;
  const locations = [placeOf(image, write, grants.position)];
  if (/\/sudoers$/.test(target)) {
    const message =
      "a line is added to /etc/sudoers and nobody checks it: with one mistake in it, sudo works for no one";
    yield {
      message,
      remedy: "Run `visudo -c` behind it, or write a file of its own in /etc/sudoers.d.",
      locations,
      severity: "info",
    };
  } else if (/\/sudoers\.d\//.test(target) && !setsMode(image, target)) {
    const message = `${target.slice(0, 200)} keeps the mode that the build gives it; sudo asks for 0440`;
    yield { message, remedy: `Run \`chmod 0440\` on it, and \`visudo -c\`.`, locations, severity: "info" };
  }
}

function setsMode(image: Image, target: string): boolean {
  const folder = target.slice(0, target.lastIndexOf("/"));
  return image.commands.some(
    ({ name, words }) =>
      (name === "chmod" || name === "install") &&
      words.some(({ value }) => value === target || value.startsWith(folder)),
  );
}
